#![cfg_attr(fuzzing, no_main)]
rehabplan_fuzz::target!(table_of_text);
