#![cfg_attr(fuzzing, no_main)]
rehabplan_fuzz::target!(envelope);
