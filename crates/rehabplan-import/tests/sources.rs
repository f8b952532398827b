//! Files of every kind and make, as rows.
#![cfg(all(feature = "csv", feature = "workbook"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::fmt::Write as _;
use std::io::Write as _;

use rehabplan::Lang;
use rehabplan_import::account::of_either_order;
use rehabplan_import::import::Import;
use rehabplan_import::mapping::{Mapping, Source};
use rehabplan_import::record::Record as _;
use rehabplan_import::source::{Opened, SourceError, SourceFault, open_bytes};
use rehabplan_import::value::Value;

fn open(bytes: impl Into<Vec<u8>>) -> Result<Opened, SourceError> {
    open_bytes(bytes.into(), &Source::default())
}

/// What a source is, and what stands in it: a line for each row.
fn shown(opened: Result<Opened, SourceError>) -> String {
    let opened = match opened {
        Ok(opened) => opened,
        Err(error) => return format!("{}: {}", error.fault.code(), error.message(Lang::En)),
    };
    let names: Vec<&str> = opened.fields.iter().map(|field| &*field.name).collect();
    let mut shown = format!("{}\n{}\n", opened.found.text(Lang::En), names.join("|"));
    for row in opened.rows {
        match row {
            Err(error) => writeln!(shown, "! {}", error.message(Lang::En)).unwrap(),
            Ok(row) => {
                let cells: Vec<String> = (0..opened.fields.len())
                    .map(|field| match row.value(field) {
                        Value::Nothing => String::new(),
                        Value::Unreadable => "?".to_owned(),
                        Value::Nested(json) => json.to_string(),
                        Value::Number(number) => format!("#{number}"),
                        Value::Date(date) => format!("@{date}"),
                        value => value.text().unwrap().into_owned(),
                    })
                    .collect();
                writeln!(shown, "{}: {}", row.row().unwrap(), cells.join("|")).unwrap();
            }
        }
    }
    shown
}

#[test]
fn a_table_of_text_says_itself_how_it_is_written() {
    let text = "Sag;Ønsker;Dato\r\n1;\"Æble; pære\nog mere\";1-2-2020\r\n\r\n2;Tog;\r\n";
    let rows = "Sag|Ønsker|Dato\n2: 1|Æble; pære\nog mere|1-2-2020\n4: 2|Tog|\n";
    let utf16 = |order: fn(u16) -> [u8; 2], mark: &str| -> Vec<u8> {
        mark.encode_utf16().chain(text.encode_utf16()).flat_map(order).collect()
    };
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), "utf-8"),
        (format!("\u{feff}{text}").into_bytes(), "utf-8"),
        (encoding_rs::WINDOWS_1252.encode(text).0.into_owned(), "windows-1252"),
        (utf16(u16::to_le_bytes, "\u{feff}"), "utf-16le"),
        (utf16(u16::to_be_bytes, "\u{feff}"), "utf-16be"),
        (utf16(u16::to_le_bytes, ""), "utf-16le"),
        (utf16(u16::to_be_bytes, ""), "utf-16be"),
    ] {
        assert_eq!(shown(open(bytes)), format!("CSV, {encoding}, separator \";\", headings in row 1\n{rows}"));
    }
    for (sign, name) in [(",", ","), ("\t", "\\t"), ("|", "|")] {
        let text = text.replace(';', sign);
        let rows = rows.replace("Æble; ", &format!("Æble{sign} "));
        assert_eq!(shown(open(text)), format!("CSV, utf-8, separator \"{name}\", headings in row 1\n{rows}"));
    }
}

#[test]
fn letters_that_were_encoded_twice_are_put_right_where_that_is_certain() {
    let text = "Sag;Ønsker;Sted\n1;Æble, smør og gåse – 5 €;Vejle\n";
    let right = "Sag|Ønsker|Sted\n2: 1|Æble, smør og gåse – 5 €|Vejle\n";
    let spoilt = encoding_rs::WINDOWS_1252.decode(text.as_bytes()).0.into_owned();
    let found = "CSV, utf-8, æ, ø and å encoded twice and put right, separator \";\", headings in row 1\n";
    assert_eq!(shown(open(spoilt.clone())), format!("{found}{right}"));
    // One letter that is right, and nobody knows; nor where somebody says what the encoding is.
    let mixed = shown(open(format!("{spoilt}2;å;\n")));
    assert!(mixed.contains("smÃ¸r") && !mixed.contains("twice"), "{mixed}");
    let said = Source { encoding: Some("utf-8".to_owned()), ..Source::default() };
    assert!(shown(open_bytes(spoilt.into(), &said)).contains("smÃ¸r"));
}

#[test]
fn letters_of_older_programs_are_told_from_those_of_windows() {
    let text = "Sag;Ønsker\n1;At køre på landet også, når det bliver læsevejr\n";
    // Code page 850 and the Macintosh, letter by letter.
    let in_bytes = |[ae, oe, aa, big]: [u8; 4]| -> Vec<u8> {
        let byte = |letter| match letter {
            'æ' => ae,
            'ø' => oe,
            'å' => aa,
            'Ø' => big,
            letter => letter as u8,
        };
        text.chars().map(byte).collect()
    };
    let read = |bytes: Vec<u8>| shown(open(bytes));
    let rows = "Sag|Ønsker\n2: 1|At køre på landet også, når det bliver læsevejr\n";
    let mac = in_bytes([0xbe, 0xbf, 0x8c, 0xaf]);
    assert_eq!(read(mac.clone()), format!("CSV, macintosh, separator \";\", headings in row 1\n{rows}"));
    assert_eq!(
        read(in_bytes([0xe6, 0xf8, 0xe5, 0xd8])),
        format!("CSV, windows-1252, separator \";\", headings in row 1\n{rows}")
    );
    let dos = in_bytes([0x91, 0x9b, 0x86, 0x9d]);
    assert!(read(dos.clone()).starts_with("codePage850: "));
    // Who says the encoding means it.
    let said = Source { encoding: Some("windows-1252".to_owned()), ..Source::default() };
    assert_eq!(open_bytes(dos, &said).unwrap().found.encoding, Some("windows-1252"));
    // A fraction, a question turned round and quotation marks are no letters of a word.
    let other = "Sag;Ønsker\n1;3¾ time, ¿eller ‘fire’\n";
    assert!(read(encoding_rs::WINDOWS_1252.encode(other).0.into_owned()).contains("windows-1252"));
}

#[test]
fn a_first_row_of_plain_words_that_come_again_below_is_a_case() {
    let read = |text: &str| shown(open(text));
    let told = read("Anna;Nord;bus\nBent;Syd;tog\nCarla;Nord;bus\n");
    assert!(told.starts_with("noHeadings: ") && !told.contains("Anna"), "{told}");
    // A heading that is known is one, whatever stands below it; and so is a row of headings that comes again.
    assert!(read("Sagsnr;Mentor\n1;Mentor\n").starts_with("CSV"));
    assert!(read("Alfa;Beta\nx;y\nAlfa;Beta\nz;w\n").starts_with("CSV"));
}

#[test]
fn json_of_too_many_levels_is_called_so() {
    let deep = format!("{{\"a\": {}1{}}}\n", "[".repeat(200), "]".repeat(200));
    let told = "tooDeep: row 1: the JSON has more levels than the 128 that are read";
    assert_eq!(shown(open(format!("{deep}{deep}"))), told);
    assert!(shown(open(format!("[{deep}]"))).starts_with("tooDeep: "));
    assert!(shown(open("{\"a\": 1}\n{\"a\": \n")).contains("is not valid JSON"));
}

#[test]
fn a_column_of_days_that_none_tells_the_order_of_is_told() {
    let told = |days: &[&str], mapping: &str| {
        let text: String = days.iter().map(|day| format!("1;fleksjob;{day};{day}\n")).collect();
        let text = format!("Sag;Type;Dato;Note\n{text}");
        let mapping = format!(
            "id = \"Sag\"\n{mapping}[plan]\n\"/sag/sagstype\" = \"Type\"\n\"/moede/dato\" = \"Dato\"\n\"/forberedendeDel/cv\" = \"Note\"\n"
        );
        let mapping = Mapping::read(mapping.as_bytes()).unwrap();
        let import = Import::with(&mapping, open(text).unwrap(), None, Vec::new()).unwrap();
        import.bound().of_either_order().to_vec()
    };
    assert_eq!(told(&["03/04/2020", "2020-01-02", "05/05/2020"], ""), ["Dato"], "of texts it does not matter");
    assert!(told(&["03/04/2020", "31/12/2020"], "").is_empty());
    assert!(told(&["03/04/2020", "12/31/2020"], "").is_empty(), "there the ambiguous one is unreadable");
    assert!(told(&["2020-03-04", "3. april 2020", "05/05/2020"], "").is_empty());
    assert!(told(&["03/04/2020"], "read = { dates = [\"dd/mm/yyyy\"] }\n").is_empty());
}

#[test]
fn years_of_two_digits_are_read_as_the_column_has_them() {
    let told = |days: &[&str], read: &str| {
        let text: String = days.iter().map(|day| format!("1;fleksjob;{day}\n")).collect();
        let mapping = format!("{read}[plan]\n\"/sag/sagstype\" = \"Type\"\n\"/moede/dato\" = \"Dato\"\n");
        let mapping = Mapping::read(mapping.as_bytes()).unwrap();
        let text = format!("Sag;Type;Dato\n{text}");
        let import = Import::with(&mapping, open(text).unwrap(), None, Vec::new()).unwrap();
        let lines = of_either_order(import.bound(), Lang::En);
        let day = |plan: Vec<u8>| {
            let report = rehabplan::Checker::new().check_slice(&plan).unwrap();
            let plan: serde_json::Value = serde_json::from_slice(&plan).unwrap();
            if report.input.is_empty() { plan["moede"]["dato"].as_str().unwrap().to_owned() } else { "?".to_owned() }
        };
        let days: Vec<String> = import.map(|case| day(case.unwrap().plan())).collect();
        (days.join(" "), lines.iter().any(|line| line.contains("years of two digits")))
    };
    // The year stands first, and so it does in the last one, which by itself would be a day of 2019.
    assert_eq!(told(&["20-12-31", "21-03-30", "20-05-19"], "").0, "? ? ?");
    let form = "read = { dates = \"yy-mm-dd\" }\n";
    assert_eq!(told(&["20-12-31", "20-05-19"], form), ("2020-12-31 2020-05-19".to_owned(), false));
    // It stands last, as other rows of the column say.
    assert_eq!(told(&["31-12-20", "02-03-20", "14-05-21"], ""), ("2020-12-31 2020-03-02 2021-05-14".to_owned(), false));
    // Two rows say last, one says first: it is read as the others are, and told.
    assert_eq!(told(&["31-12-20", "30-11-20", "20-12-31"], ""), ("2020-12-31 2020-11-30 2031-12-20".to_owned(), true));
    assert_eq!(told(&["20-05-19", "19-05-21"], ""), ("2019-05-20 2021-05-19".to_owned(), true), "none of them tells");
    assert_eq!(told(&["31/12-20", "20/12-31"], ""), ("2020-12-31 2031-12-20".to_owned(), false), "as Danes write it");
}

#[test]
fn an_encoding_is_told_by_the_whole_file() {
    // The first letter that tells stands far down.
    let mut text = "Sag;Navn\n".to_owned();
    for number in 0..200_000 {
        writeln!(text, "{number};abc").unwrap();
    }
    text.push_str("x;Ærø\n");
    let opened = open(encoding_rs::WINDOWS_1252.encode(&text).0.into_owned()).unwrap();
    assert_eq!(opened.found.encoding, Some("windows-1252"));
    assert_eq!(opened.rows.last().unwrap().unwrap().value(1).text().unwrap(), "Ærø");
    // UTF-8 with a letter across the edge of what is read at a time.
    for shift in 0..4 {
        let text = format!("Sag;Navn\n1;{}{}\n", "a".repeat(shift), "æ".repeat(1 << 20));
        assert_eq!(open(text).unwrap().found.encoding, Some("UTF-8"));
    }
    // A letter whose bytes stand in two cells is in neither, and where a cell is none of the encoding, the others are.
    let said = Source { encoding: Some("utf-8".to_owned()), ..Source::default() };
    assert!(shown(open_bytes(b"Sag;Navn;x\n1\xc3;\xa6;b\n".to_vec(), &said)).ends_with("\n2: ?|?|b\n"));
    assert!(shown(open_bytes(b"Sag;Navn;x\n\xe6;\xc3\xa6;b\r\n".to_vec(), &said)).ends_with("\n2: ?|\u{e6}|b\n"));
    // What was said counts, and what is not so is unreadable and not lost.
    let said = Source { encoding: Some("utf-8".to_owned()), ..Source::default() };
    assert_eq!(
        shown(open_bytes(b"Sag;Navn\n1;\xc6r\n".to_vec(), &said)),
        "CSV, utf-8, separator \";\", headings in row 1\nSag|Navn\n2: 1|?\n"
    );
}

#[test]
fn rows_that_are_not_as_the_headings_are_told() {
    assert_eq!(
        shown(open("Udtræk af sager\n\nSag;Dato;Tekst\n1;2-2-2020;a;b\n2;3-3-2020\n3;4-4-2020;c;;\n;;\n")),
        "CSV, utf-8, separator \";\", headings in row 3\nSag|Dato|Tekst\n\
         ! row 4: the row has more cells than there are headings; a separator in a text must stand in quotation marks\n\
         5: 2|3-3-2020|?\n! row 6: the row has more cells than there are headings; a separator in a text must stand in quotation marks\n"
    );
    // A quotation mark that nobody closed takes the next rows for its text.
    assert_eq!(
        shown(open("Sag;Dato;Tekst\n1;2-2-2020;\"a\n2;3-3-2020;b\n3;3-3-2020;b\n")),
        "CSV, utf-8, separator \";\", headings in row 1\nSag|Dato|Tekst\n\
         ! row 2: a quotation mark in the row is not closed, and the next rows were read as text; make the export again\n"
    );
    // So does one that is closed in a later row, also where what comes of it is as wide as the others.
    let head = "CSV, utf-8, separator \";\", headings in row 1\nSag|Dato|Ønsker|Timer\n";
    let open_quote = "! row 2: a quotation mark in the row is not closed, and the next rows were read as text; make the export again\n";
    for (rows, after) in [
        ("1;1-2-2020;\"Bus;10\n2;2-2-2020;Tog\";20\n", ""),
        ("\"1;1-2-2020;Bus;10\n2\";2-2-2020;Tog;20\n", ""),
        ("1;1-2-2020;Bus;\"10\n2;2-2-2020;Tog;\"20\"\n", ""),
        ("1;1-2-2020;\"Bus;10\n2;2-2-2020;Tog;20\n3;3-2-2020;Fly\";30\n", ""),
        ("1;\"1-2-2020;Bus;10\n2;2-2-2020;Tog\";20\n", ""),
        ("1;1-2-2020;\"Bus;10\n2;2-2-2020;Tog\";20\n3;3-2-2020;Fly;30\n", "3: 3|3-2-2020|Fly|30\n"),
    ] {
        let shown = shown(open(format!("Sag;Dato;Ønsker;Timer\n{rows}")));
        assert_eq!(shown, format!("{head}{open_quote}{after}"), "{rows}");
    }
    // Commas in the texts do not then look like the separator; where the headings are text too, nothing tells.
    let rows = "1;2-2-2020;\"Bus, tog\n2;3-3-2020;Tog, fly\n3;4-4-2020;Fly, bil\n4;5-5-2020;Bil, bus\n";
    let found = "CSV, utf-8, separator \";\", headings in row 1\nSag|Dato|Ønsker\n";
    assert_eq!(shown(open(format!("Sag;Dato;Ønsker\n{rows}"))), format!("{found}{open_quote}"));
    let in_headings = shown(open(format!("\"Sag;Dato;Ønsker\n{}", rows.replace('"', ""))));
    assert!(in_headings.starts_with("openQuote: row 1: "), "{in_headings}");
    // What is written in lines is no row.
    for text in ["Bus; tog\neller gang; i 2020", "Bus;\ntog; 20;30", "I 2019, 2020; 2021\nog 2; 3; 4"] {
        let shown = shown(open(format!("Sag;Dato;Ønsker;Timer\n1;1-2-2020;\"{text}\";10\n")));
        assert_eq!(shown, format!("{head}2: 1|1-2-2020|{text}|10\n"));
    }
    for (text, is_told) in [("2020, bus\n7,5 timer", false), ("Bus\n2,Tog", true)] {
        let shown = shown(open(format!("Sag,Ønsker\n1,\"{text}\"\n2,Tog\n3,Fly\n")));
        assert_eq!(shown.contains("! row 2"), is_told, "{shown}");
    }
    let said = |header| Source { header: Some(header), ..Source::default() };
    let text = "1;2-2-2020\n2;3-3-2020\n";
    assert!(shown(open(text)).starts_with("noHeadings: "));
    let found = "CSV, utf-8, separator \";\", no headings\n1|2\n1: 1|2-2-2020\n2: 2|3-3-2020\n";
    assert_eq!(shown(open_bytes(text.into(), &said(0))), found);
    assert!(shown(open_bytes(text.into(), &said(9))).starts_with("noSuchRow: "));
    assert!(shown(open("")).starts_with("nothingToCheck: "));
    assert!(shown(open("\n\n;\n")).starts_with("nothingToCheck: "));
}

#[test]
fn json_is_a_list_or_lines() {
    let rows = "JSON\nsag|plan|n\n1: 1|{\"a\":[1]}|\n2: b||#2\n";
    assert_eq!(shown(open(r#"[{"sag":"1","plan":{"a":[1]}},{"sag":"b","n":2}]"#)), rows);
    assert_eq!(shown(open("{\"sag\":\"1\",\"plan\":{\"a\":[1]}}\n{\"sag\":\"b\",\"n\":2}\n")), rows);
    let said = Source { at: Some("/ud/sager".to_owned()), ..Source::default() };
    let inside = r#"{"ud": {"sager": [{"sag":"1","plan":{"a":[1]}},{"sag":"b","n":2}]}}"#;
    assert_eq!(shown(open_bytes(inside.into(), &said)), rows);
    assert!(shown(open_bytes(r#"{"ud": 1}"#.into(), &said)).starts_with("noList: "));
    assert_eq!(
        shown(open("{\"a\":1}\nx\n[]\n\n{\"a\":12345678901234567890}\n")),
        "JSON\na\n1: #1\n! row 2: what stands here is not valid JSON; make the export again\n! row 3: the case is no object; write each case as { ... }\n5: 12345678901234567890\n"
    );
    assert!(shown(open("[{\"a\":1},")).starts_with("notJson: "));
    // Of two values of one key nobody knows which counts, on whatever level.
    assert_eq!(
        shown(open(r#"[{"a":1},{"a":{"b":[{"c":1,"c":1}]}}]"#)),
        "JSON\na\n1: #1\n! row 2: a key stands there twice, and nobody knows which value counts; make the export again\n"
    );
    // A table beside what describes its columns, as pandas writes it.
    let described =
        r#"{"schema":{"fields":[{"name":"a","type":"integer"}],"pandas_version":"1.4.0"},"data":[{"a":1},{"a":2}]}"#;
    assert_eq!(shown(open(described)), "JSON\na\n1: #1\n2: #2\n");
    assert!(shown(open(r#"{"schema":{"fields":[]},"data":[]}"#)).starts_with("nothingToCheck: "));
    assert!(shown(open(r#"{"schema":{"fields":[]},"data":[{"a":1,"a":2}]}"#)).starts_with("sameKey: "));
    // Without a case that can be read, it is that which is told, and not that there are no columns.
    assert!(shown(open(r#"{"a":"#.repeat(1000))).starts_with("tooDeep: row 1: "));
    assert!(shown(open("[1, {\"a\": 1e400}]")).starts_with("noObject: row 1: "));
}

/// A workbook of parts.
#[test]
fn json_by_columns_is_told_and_not_read_as_one_case() {
    let tables = [
        r#"{"Sag": {"0": "7", "1": "8"}, "Type": {"0": "fleksjob", "1": "fleksjob"}}"#,
        r#"{"columns": ["Sag"], "index": [0, 1], "data": [["7"], ["8"]]}"#,
    ];
    for table in tables {
        assert!(shown(open(table)).starts_with("columns: "), "{table}");
    }
    // A case with nested values is one.
    assert!(!shown(open(r#"{"Sag": {"nr": "7"}, "Type": {"1": "fleksjob"}}"#)).starts_with("columns"));
}

#[test]
fn cases_under_keys_of_their_own_are_told_and_not_read_as_one_case() {
    let case = |id: u32| format!(r#"{{"nr": {id}, "type": "fleksjob", "oensker": "Bus", "dato": null}}"#);
    let keyed =
        format!(r#"{{"a": {}, "b": {}, "c": {{"nr": 3, "type": "fleksjob", "oensker": ""}}}}"#, case(1), case(2));
    let numbered = r#"{"0": {"Sag": "7"}, "1": {"Sag": "8"}}"#;
    for text in [keyed.clone(), format!(r#"{{"sager": {keyed}}}"#), numbered.to_owned()] {
        let opened = open(text.as_str()).and_then(Opened::certain);
        assert!(shown(opened).starts_with("keyed: the cases stand each under a key of its own"), "{text}");
    }
    // Parts of one case, and a case with anything beside them, are one; so are cases on lines.
    for text in [
        format!(r#"{{"sag": {}, "plan": {{"nr": 7, "dato": "2020-03-02", "helbred": "Rask"}}}}"#, case(1)),
        format!(r#"{{"nr": 17, "a": {}, "b": {}}}"#, case(1), case(2)),
        format!("{{\"a\": {0}, \"b\": {0}}}\n{{\"a\": {0}, \"b\": {0}}}\n", case(1)),
    ] {
        assert!(shown(open(text.as_str()).and_then(Opened::certain)).starts_with("JSON\n"), "{text}");
    }
}

#[test]
fn a_case_that_looks_like_several_is_one_where_the_mapping_knows_its_parts() {
    let part = |text: &str| format!(r#"{{"navn": "{text}", "dato": "02-03-2020", "type": "LÆ 265"}}"#);
    let one = format!(r#"{{"attest": {}, "samtale": {}}}"#, part("a"), part("b"));
    let import = |map: &str| {
        let mapping = Mapping::read(map.as_bytes()).unwrap();
        let import = Import::new(&mapping, open(one.as_str()).unwrap(), Vec::new());
        import.map(|mut import| String::from_utf8(import.next().unwrap().unwrap().plan()).unwrap())
    };
    let told = |map: &str| import(map).unwrap_err().code().to_owned();
    assert_eq!(
        import("[plan]\n\"/forberedendeDel/laege/dato\" = \"/attest/dato\"\n").unwrap(),
        r#"{"forberedendeDel":{"laege":{"dato":"2020-03-02"}}}"#
    );
    // A name that is only misspelt, and names that are those of fields and not of cases.
    assert_eq!(told("[plan]\n\"/forberedendeDel/laege/dato\" = \"/atest/dato\"\n"), "unknownColumn");
    assert_eq!(told("[plan]\n\"/forberedendeDel/laege/dato\" = \"Dato for lægeattest\"\n"), "keyed");
    let optional = "[plan]\n\"/sag/sagstype\" = { constant = \"fleksjob\" }\n\"/forberedendeDel/oensker\" = { column = \"Ønsker\", optional = true }\n";
    assert_eq!(told(optional), "keyed");
}

#[test]
fn a_case_with_a_key_twice_is_told_of_that_case_wherever_the_list_stands() {
    let cases = r#"[{"nr": 1}, {"nr": 2, "nr": 3}, {"nr": 4}]"#;
    let said = |at: &str| Source { at: Some(at.to_owned()), ..Source::default() };
    for (text, at) in [
        (format!(r#"{{"kilder": [{{"a/b~": {cases}}}]}}"#), "/kilder/0/a~1b~0"),
        (format!(r#"{{"sager": {cases}}}"#), "/sager"),
    ] {
        let shown = shown(open_bytes(text.clone().into(), &said(at)));
        let lines: Vec<&str> = shown.lines().skip(1).collect();
        assert_eq!((lines[0], lines[1], lines[3], lines.len()), ("nr", "1: #1", "3: #4", 4), "{text}");
        assert!(lines[2].starts_with("! row 2: a key stands there twice"), "{text}");
    }
    // On the way there it stops everything: nobody knows which list was meant.
    let twice = format!(r#"{{"sager": [], "sager": {cases}}}"#);
    assert!(shown(open_bytes(twice.into(), &said("/sager"))).starts_with("sameKey: "));
    for (text, at) in [(r#"{"sager": 7}"#, "/sager"), (r#"{"sager": []}"#, "/sag"), ("[[1]]", "/0/0/nr"), ("{", "/a")] {
        let shown = shown(open_bytes(text.into(), &said(at)));
        assert!(shown.starts_with("noList: ") || text == "{" && shown.starts_with("notJson: "), "{shown}");
    }
}

fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const WORKBOOK: &str = r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sager" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const PACKAGE: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

fn xlsx(sheet: &str, strings: &str) -> Vec<u8> {
    zip(&[
        ("_rels/.rels", PACKAGE),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/styles.xml", STYLES),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

const STRINGS: &str =
    r#"<sst uniqueCount="3"><si><t>Sag</t></si><si><t>Dato</t></si><si><r><t>Æ</t></r><r><t>ble</t></r></si></sst>"#;

#[test]
fn what_is_merged_with_the_cell_before_it_cannot_be_read_at_the_end_of_a_row_either() {
    let cell = |place: &str, text: &str| format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let rows = [
        (1, vec![cell("A1", "Sag"), cell("B1", "Ønsker"), cell("C1", "CV")]),
        (2, vec![cell("A2", "7"), cell("B2", "Begge dele i ét")]),
        (3, vec![cell("A3", "8"), cell("B3", "Bus")]),
    ];
    let rows = rows.map(|(number, cells)| format!(r#"<row r="{number}">{}</row>"#, cells.concat())).concat();
    let merged = r#"<mergeCells count="1"><mergeCell ref="B2:C2"/></mergeCells>"#;
    let shown = shown(open(xlsx(&format!("<worksheet><sheetData>{rows}</sheetData>{merged}</worksheet>"), STRINGS)));
    assert!(shown.ends_with("Sag|Ønsker|CV\n2: 7|Begge dele i ét|?\n3: 8|Bus|\n"), "{shown}");
}

#[test]
fn a_workbook_is_read_as_it_shows_itself() {
    let sheet = r#"<worksheet><sheetData>
        <row r="1"><c r="A1" t="inlineStr"><is><t>Et udtræk</t></is></c></row>
        <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="inlineStr"><is><t>Timer</t></is></c><c r="D3" t="inlineStr"><is><t>Nedsat</t></is></c><c r="E3" t="inlineStr"><is><t>Tekst</t></is></c></row>
        <row r="4"><c r="A4"><v>4711</v></c><c r="B4" s="1"><v>43891</v></c><c r="C4"><f>1+1</f><v>12.5</v></c><c r="D4" t="b"><v>1</v></c><c r="E4" t="s"><v>2</v></c></row>
        <row r="5"><c r="B5" s="1"><v>43891.75</v></c><c r="C5"><f>1+1</f></c><c r="D5" t="e"><v>#N/A</v></c></row>
        <row r="6"><c r="A6" s="1"/></row>
        <row r="8"><c r="A8"><v>9</v></c></row>
        </sheetData><mergeCells count="2"><mergeCell ref="A4:A5"/><mergeCell ref="A1:E1"/></mergeCells></worksheet>"#;
    assert_eq!(
        shown(open(xlsx(sheet, STRINGS))),
        "workbook, sheet \"Sager\", headings in row 3\nSag|Dato|Timer|Nedsat|Tekst\n\
         4: #4711|@2020-03-01|#12.5|true|Æble\n5: #4711|@2020-03-01|?|?|\n8: #9||||\n"
    );
    // Whether the same is said twice makes no difference.
    let twice = sheet.replace(r#"<mergeCell ref="A4:A5"/>"#, r#"<mergeCell ref="A4:A5"/><mergeCell ref="A4:A5"/>"#);
    assert_eq!(shown(open(xlsx(&twice, STRINGS))), shown(open(xlsx(sheet, STRINGS))));
    // A time on the clock is no day.
    let time = sheet.replace("<v>43891.75</v>", "<v>0.4375</v>");
    assert!(shown(open(xlsx(&time, STRINGS))).contains("5: #4711|?|?|?|"));
    let said = Source { sheet: Some("Sage".to_owned()), ..Source::default() };
    assert_eq!(
        shown(open_bytes(xlsx(sheet, STRINGS), &said)),
        "noSheet: the workbook does not have the sheet that the mapping names; did you mean \"Sager\"?"
    );
}

#[test]
fn a_sheet_that_is_asked_of_a_source_without_sheets_is_told() {
    let said = Source { sheet: Some("Sager".to_owned()), ..Source::default() };
    let found = open_bytes(b"Sag;Dato\n1;02-03-2020\n".to_vec(), &said).unwrap().found;
    assert!(found.text(Lang::En).contains("\"sheet\" in the mapping has no effect"));
    assert!(!open_bytes(b"Sag;Dato\n1;02-03-2020\n".to_vec(), &Source::default()).unwrap().found.has_no_sheets);
}

#[test]
fn a_hidden_sheet_is_read_when_it_is_asked_for() {
    let cell = |text: &str| {
        format!(
            r#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData></worksheet>"#
        )
    };
    let sheets = r#"<sheet name="Skjult" state="hidden" sheetId="2" r:id="rId2"/><sheet name="Sager""#;
    let relation = r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>"#;
    let bytes = zip(&[
        ("_rels/.rels", PACKAGE),
        ("xl/workbook.xml", &WORKBOOK.replace(r#"<sheet name="Sager""#, sheets)),
        ("xl/_rels/workbook.xml.rels", &RELATIONS.replace("</Relationships>", relation)),
        ("xl/worksheets/sheet1.xml", &cell("Sag")),
        ("xl/worksheets/sheet2.xml", &cell("Gammel")),
    ]);
    let found = "workbook, sheet \"Sager\", hidden sheets that were not read: 1, headings in row 1\nSag\n";
    assert!(shown(open(bytes.clone())).starts_with(found));
    let said = Source { sheet: Some("Skjult".to_owned()), ..Source::default() };
    assert!(
        shown(open_bytes(bytes.clone(), &said)).starts_with("workbook, sheet \"Skjult\", headings in row 1\nGammel\n")
    );
    // That others are hidden is told whichever is named.
    let said = Source { sheet: Some("Sager".to_owned()), ..Source::default() };
    assert!(shown(open_bytes(bytes, &said)).starts_with(found));
}

#[test]
fn a_second_sheet_with_the_same_headings_is_named_as_not_read() {
    let cell = |text: &str| {
        format!(
            r#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData></worksheet>"#
        )
    };
    let sheets = r#"<sheet name="Andre" sheetId="2" r:id="rId2"/><sheet name="Sager""#;
    let relation = r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>"#;
    let with = |heading: &str| {
        zip(&[
            ("_rels/.rels", PACKAGE),
            ("xl/workbook.xml", &WORKBOOK.replace(r#"<sheet name="Sager""#, sheets)),
            ("xl/_rels/workbook.xml.rels", &RELATIONS.replace("</Relationships>", relation)),
            ("xl/worksheets/sheet1.xml", &cell("Sag")),
            ("xl/worksheets/sheet2.xml", &cell(heading)),
        ])
    };
    let head = "workbook, sheet \"Andre\", headings in row 1\n";
    let unread = "! sheet \"Sager\" has the same headings or most of them and was not read; put the sheets together, or write in the mapping which to read (sheet)\n";
    assert_eq!(shown(open(with("Sag"))), format!("{head}Sag\n2: #1\n{unread}"));
    assert!(!shown(open(with("Kode"))).contains('!'), "with other headings it is another table");
    let said = Source { sheet: Some("Sager".to_owned()), ..Source::default() };
    let named = shown(open_bytes(with("Sag"), &said));
    assert!(!named.contains('!'), "who says which knows of the other");
    let told = "workbook, sheet \"Sager\", sheet \"Andre\" has the same headings or most of them and was not read, ";
    assert!(named.starts_with(told), "{named}");
    assert!(!shown(open_bytes(with("Kode"), &said)).contains("not read"), "with other headings it is another table");
}

/// A sheet of texts, beginning in A1.
fn sheet(rows: &[&[&str]]) -> String {
    let row = |(number, cells): (usize, &&[&str])| {
        let cell = |(column, text): (char, &&str)| {
            format!(r#"<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>"#)
        };
        format!(r#"<row r="{number}">{}</row>"#, ('A'..).zip(*cells).map(cell).collect::<String>())
    };
    let rows: String = (1..).zip(rows).map(row).collect();
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

#[test]
fn a_second_sheet_of_cases_is_known_by_its_names_and_called_by_its_number() {
    let with = |name: &str, headings: &[&str]| {
        let sheets = format!(r#"<sheet name="{name}" sheetId="2" r:id="rId2"/></sheets>"#);
        let relation = r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>"#;
        shown(open(zip(&[
            ("_rels/.rels", PACKAGE),
            ("xl/workbook.xml", &WORKBOOK.replace("</sheets>", &sheets)),
            ("xl/_rels/workbook.xml.rels", &RELATIONS.replace("</Relationships>", relation)),
            (
                "xl/worksheets/sheet1.xml",
                &sheet(&[&["Sagsnr", "Sagstype", "Mødedato", "Ønsker"], &["1", "fleksjob", "1-2-2020", "Bus"]]),
            ),
            ("xl/worksheets/sheet2.xml", &sheet(&[headings, &["9", "a", "b", "c", "d"]])),
        ])))
    };
    let found =
        "workbook, sheet \"Sager\", headings in row 1\nSagsnr|Sagstype|Mødedato|Ønsker\n2: 1|fleksjob|1-2-2020|Bus\n";
    let told = |sheet: &str| {
        format!(
            "{found}! {sheet} has the same headings or most of them and was not read; put the sheets together, or write in the mapping which to read (sheet)\n"
        )
    };
    for headings in [
        ["Sagsnr", "Sagstype", "Mødedato", "Ønsker", "Bemærkning"].as_slice(),
        &["Sagstype", "Sagsnr", "Mødedato", "Ønsker"],
        &["SAGSNR", "SAGSTYPE", "MØDEDATO", "ØNSKER"],
        &["Sagsnr", "Sagstype", "Mødedato"],
    ] {
        assert_eq!(with("Gamle", headings), told("sheet \"Gamle\""), "{headings:?}");
    }
    for somebody in ["Bo Hansen 010203-1234", "Jens Hansen", "Karen", "Sager Bente"] {
        assert_eq!(with(somebody, &["Sagsnr", "Sagstype", "Mødedato", "Ønsker"]), told("sheet no. 2"), "{somebody}");
    }
    for headings in [["Sagsnr", "Kode", "Note"].as_slice(), &["Sagsnr", "Mødedato", "Kode", "Note"]] {
        assert_eq!(with("Andre", headings), found, "{headings:?}");
    }
}

#[test]
fn merged_cells_give_to_shorter_rows_too() {
    let merged = |ranges: &str, rows: &[&[&str]]| {
        let sheet = sheet(rows).replace("</worksheet>", &format!("<mergeCells>{ranges}</mergeCells></worksheet>"));
        shown(open(xlsx(&sheet, STRINGS)))
    };
    let head = ["Sag", "Dato", "Tekst"].as_slice();
    let found = "workbook, sheet \"Sager\", headings in row 1\nSag|Dato|Tekst\n";
    let rows: [&[&str]; 4] = [head, &["1", "a", "fælles"], &["2", "b"], &["3", "c", "egen"]];
    assert_eq!(
        merged(r#"<mergeCell ref="C2:C3"/>"#, &rows),
        format!("{found}2: 1|a|fælles\n3: 2|b|fælles\n4: 3|c|egen\n")
    );
    // Across columns nobody can tell which it is for.
    let rows: [&[&str]; 4] = [head, &["1", "fælles"], &["2"], &["3", "c", "egen"]];
    assert_eq!(
        merged(r#"<mergeCell ref="B2:C3"/>"#, &rows),
        format!("{found}2: 1|fælles|?\n3: 2|fælles|?\n4: 3|c|egen\n")
    );
    // In an OpenDocument as well.
    let text = |text: &str, more: &str| {
        format!(r#"<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>"#)
    };
    let rows = [
        ["Sag", "Dato", "Tekst"].map(|name| text(name, "")).concat(),
        text("1", "") + &text("a", "") + &text("fælles", r#" table:number-rows-spanned="2""#),
        text("2", "") + &text("b", "") + "<table:covered-table-cell/>",
        text("3", "") + &text("c", r#" table:number-columns-spanned="2""#) + "<table:covered-table-cell/>",
        text("4", "") + &text("d", "") + &text("egen", ""),
    ];
    let rows = rows.map(|row| format!("<table:table-row>{row}</table:table-row>")).concat();
    assert_eq!(
        shown(open(ods(&rows))),
        "workbook, sheet \"Ark\", headings in row 1\nSag|Dato|Tekst\n2: 1|a|fælles\n3: 2|b|fælles\n4: 3|c|?\n5: 4|d|egen\n"
    );
}

#[test]
fn many_merged_cells_over_the_whole_width_cost_nothing() {
    let rows: String = (2..3_000).map(|row| format!(r#"<row r="{row}"><c r="A{row}"><v>1</v></c></row>"#)).collect();
    let merged: String = (2..3_000).map(|row| format!(r#"<mergeCell ref="A{row}:XFD{row}"/>"#)).collect();
    let sheet = format!(
        r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="XFD1" t="s"><v>1</v></c></row>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"#
    );
    let opened = open(xlsx(&sheet, STRINGS)).unwrap();
    assert_eq!(opened.rows.filter(|row| row.is_ok()).count(), 2_998);
}

#[test]
fn a_number_in_a_place_for_a_day_is_one_only_where_a_plan_may_speak_of_it() {
    let told = |properties: &str, days: &[&str]| {
        let rows: String = (2..)
            .zip(days)
            .map(|(row, day)| {
                format!(r#"<row r="{row}"><c r="A{row}"><v>1</v></c><c r="B{row}"><v>{day}</v></c></row>"#)
            })
            .collect();
        let sheet = format!(
            r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>{rows}</sheetData></worksheet>"#
        );
        let bytes = zip(&[
            ("_rels/.rels", PACKAGE),
            ("xl/workbook.xml", &WORKBOOK.replace("<sheets>", &format!("{properties}<sheets>"))),
            ("xl/_rels/workbook.xml.rels", RELATIONS),
            ("xl/styles.xml", STYLES),
            ("xl/sharedStrings.xml", STRINGS),
            ("xl/worksheets/sheet1.xml", &sheet),
        ]);
        let map = "[plan]\n\"/sag/sagstype\" = { constant = \"fleksjob\" }\n\"/forberedendeDel/dato\" = \"Dato\"\n";
        let import = Import::with(&Mapping::read(map.as_bytes()).unwrap(), open(bytes).unwrap(), None, Vec::new());
        let day = |plan: Vec<u8>| {
            let report = rehabplan::Checker::new().check_slice(&plan).unwrap();
            let plan: serde_json::Value = serde_json::from_slice(&plan).unwrap();
            (plan["forberedendeDel"]["dato"].as_str().map(str::to_owned), report.input.len())
        };
        import.unwrap().map(|case| day(case.unwrap().plan())).collect::<Vec<_>>()
    };
    assert_eq!(told("", &["44196.9"]), [(Some("2020-12-31".to_owned()), 0)]);
    for number in ["2020", "311220", "1012020", "10120", "201231", "18263", "73051"] {
        assert_eq!(told("", &[number]), [(None, 1)], "{number}");
    }
    // Older Macs count from 1904.
    let mac = r#"<workbookPr date1904="1"/>"#;
    assert_eq!(told(mac, &["42734", "2020"]), [(Some("2020-12-31".to_owned()), 0), (None, 1)]);
    assert_eq!(told(r#"<workbookPr date1904="false"/>"#, &["44196"]), [(Some("2020-12-31".to_owned()), 0)]);
}

#[test]
fn a_number_of_days_that_is_held_as_text_counts_from_nobody_knows_when_where_others_count_from_1904() {
    let told = |book: &str, read: &str| {
        let cell = |column: char, row: u32, text: &str| {
            format!(r#"<c r="{column}{row}" t="inlineStr"><is><t>{text}</t></is></c>"#)
        };
        let sheet = format!(
            r#"<worksheet><sheetData><row r="1">{}{}</row><row r="2">{}{}</row></sheetData></worksheet>"#,
            cell('A', 1, "Type"),
            cell('B', 1, "Dato"),
            cell('A', 2, "fleksjob"),
            cell('B', 2, "42734")
        );
        let book = WORKBOOK.replace("<sheets", &format!("{book}<sheets"));
        let parts = [
            ("_rels/.rels", PACKAGE),
            ("xl/workbook.xml", &*book),
            ("xl/_rels/workbook.xml.rels", RELATIONS),
            ("xl/worksheets/sheet1.xml", &*sheet),
        ];
        let map = format!("{read}[plan]\n\"/sag/sagstype\" = \"Type\"\n\"/moede/dato\" = \"Dato\"\n");
        let bytes = zip(&parts);
        let import = Import::with(&Mapping::read(map.as_bytes()).unwrap(), open(bytes).unwrap(), None, Vec::new());
        let plan = import.unwrap().next().unwrap().unwrap().plan();
        let report = rehabplan::Checker::new().check_slice(&plan).unwrap();
        let plan: serde_json::Value = serde_json::from_slice(&plan).unwrap();
        (plan["moede"]["dato"].as_str().map(str::to_owned), report.input.len())
    };
    let mac = r#"<workbookPr date1904="1"/>"#;
    assert_eq!(told("", ""), (Some("2016-12-30".to_owned()), 0));
    assert_eq!(told(mac, ""), (Some("42734".to_owned()), 1));
    assert_eq!(told(mac, "read = { dates = \"excel\" }\n"), (Some("2020-12-31".to_owned()), 0), "the mapping says it");
}

#[test]
fn macros_of_a_workbook_are_not_read() {
    let sheet = r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>7</v></c></row></sheetData></worksheet>"#;
    let parts = [
        ("_rels/.rels", PACKAGE),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/sharedStrings.xml", STRINGS),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/vbaProject.bin", "Sub Auto_Open()"),
    ];
    assert_eq!(shown(open(zip(&parts))), "workbook, sheet \"Sager\", headings in row 1\nSag\n2: #7\n");
}

#[test]
fn the_cases_are_found_behind_a_cover() {
    let row = |number: usize, cells: &[&str]| {
        let cell = |(column, text): (char, &&str)| {
            format!(r#"<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>"#)
        };
        let cells: String = ('A'..).zip(cells).map(cell).collect();
        format!(r#"<row r="{number}">{cells}</row>"#)
    };
    let sheet = |rows: &[&[&str]]| {
        let rows: String = (1..).zip(rows).map(|(number, cells)| row(number, cells)).collect();
        format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
    };
    let cases: [&[&str]; 2] = [&["Sagsnr", "Sagstype", "Mødedato"], &["1", "fleksjob", "1-2-2020"]];
    let workbook = |cover: &str, behind: &str| {
        let sheets = r#"<sheet name="Forside" sheetId="2" r:id="rId2"/><sheet name="Sager""#;
        let relation = r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>"#;
        zip(&[
            ("_rels/.rels", PACKAGE),
            ("xl/workbook.xml", &WORKBOOK.replace(r#"<sheet name="Sager""#, sheets)),
            ("xl/_rels/workbook.xml.rels", &RELATIONS.replace("</Relationships>", relation)),
            ("xl/worksheets/sheet1.xml", behind),
            ("xl/worksheets/sheet2.xml", cover),
        ])
    };
    let covers: [&[&[&str]]; 3] =
        [&[&["Rapport"]], &[&["Rapport"], &["Kørt af", "Jobcentret"], &["Kørt den", "i dag"]], &[]];
    for cover in covers {
        let found = shown(open(workbook(&sheet(cover), &sheet(&cases))));
        assert!(
            found.starts_with("workbook, sheet \"Sager\", headings in row 1\nSagsnr|Sagstype|Mødedato\n"),
            "{found}"
        );
    }
    // Of two that may be it the first, and of none the first too; and what is asked for always.
    let first = shown(open(workbook(&sheet(&cases), &sheet(&cases))));
    assert!(first.starts_with("workbook, sheet \"Forside\""), "{first}");
    let others = shown(open(workbook(&sheet(&[&["Rapport"], &["x"]]), &sheet(&[&["Noter"], &["y"]]))));
    assert!(others.starts_with("workbook, sheet \"Forside\""), "{others}");
    let said = Source { sheet: Some("Forside".to_owned()), ..Source::default() };
    let asked = shown(open_bytes(workbook(&sheet(&[&["Rapport"], &["x"]]), &sheet(&cases)), &said));
    assert!(asked.starts_with("workbook, sheet \"Forside\""), "{asked}");
}

const ODS: &str = r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="Ark">ROWS</table:table></office:spreadsheet></office:body></office:document-content>"#;

fn ods(rows: &str) -> Vec<u8> {
    let content = ODS.replace("ROWS", rows);
    zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", &content),
    ])
}

#[test]
fn an_open_document_is_read_too() {
    let text = |text: &str| {
        format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
    };
    let rows = format!(
        r#"<table:table-row>{}{}{}</table:table-row><table:table-row>{}<table:table-cell office:value-type="date" office:date-value="2020-03-01"/><table:table-cell office:value-type="float" office:value="2.5"/></table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
        text("Sag"),
        text("Dato"),
        text("Timer"),
        text("a")
    );
    assert_eq!(
        shown(open(ods(&rows))),
        "workbook, sheet \"Ark\", headings in row 1\nSag|Dato|Timer\n2: a|@2020-03-01|#2.5\n"
    );
}

#[test]
fn hostile_workbooks_are_told_and_cost_nothing() {
    let cell = |text: &str| {
        format!(
            r#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row></sheetData></worksheet>"#
        )
    };
    let sheet = cell("Sag");
    let text = r#"<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>Hej</text:p></table:table-cell>"#;
    let deep = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
    let rows: String = (2..5_000).map(|row| format!(r#"<row r="{row}"><c r="A{row}"><v>1</v></c></row>"#)).collect();
    let merged = format!("</sheetData><mergeCells>{}</mergeCells>", r#"<mergeCell ref="A1:A1048576"/>"#.repeat(20_000));
    let merged = sheet.replace("</sheetData>", &format!("{rows}{merged}"));
    assert!(
        open(xlsx(&sheet, STRINGS)).is_ok()
            && open(ods(&format!("<table:table-row>{}</table:table-row>", text.replace("16384", "2")))).is_ok()
    );
    for (name, bytes, code) in [
        // The number of texts is said to be what no memory holds.
        ("strings", xlsx(&sheet, r#"<sst uniqueCount="9000000000000000000"><si><t>a</t></si></sst>"#), "broken"),
        ("index", xlsx(&sheet.replace(r#"t="inlineStr"><is><t>Sag</t></is>"#, r#"t="s"><v>7</v>"#), STRINGS), "broken"),
        ("entities", xlsx(&format!(r#"<!DOCTYPE x [<!ENTITY a "b">]>{sheet}"#), STRINGS), "broken"),
        ("deep", xlsx(&deep, STRINGS), "broken"),
        (
            "blank rows",
            xlsx(&sheet.replace("</sheetData>", &format!("{}</sheetData>", "<row/>".repeat(1_048_576))), STRINGS),
            "tooManyElements",
        ),
        ("cut sheet", xlsx(sheet.strip_suffix("</sheetData></worksheet>").unwrap(), STRINGS), "broken"),
        ("columns", xlsx(&sheet.replace("A1", "ZZZZ1"), STRINGS), "tooManyColumns"),
        // Each row would be gone through for each.
        ("merged over each other", xlsx(&merged, STRINGS), "broken"),
        ("one text", xlsx(&cell(&" ".repeat(20 * 1024 * 1024)), STRINGS), "broken"),
        ("no such place", xlsx(&sheet.replace("A1", "ZZZZZZZ99999999999"), STRINGS), "broken"),
        ("no workbook", zip(&[("a.txt", "b")]), "broken"),
        ("cut ods", ods("<table:table-row>"), "broken"),
        (
            "repeats",
            ods(&format!(r#"<table:table-row table:number-rows-repeated="1000000">{text}</table:table-row>"#)),
            "tooMuchUnpacked",
        ),
        (
            "blanks",
            ods(
                r#"<table:table-row><table:table-cell office:value-type="string"><text:p><text:s text:c="9000000000000000000"/></text:p></table:table-cell></table:table-row>"#,
            ),
            "tooMuchUnpacked",
        ),
    ] {
        let shown = shown(open(bytes));
        assert!(shown.starts_with(&format!("{code}: ")), "{name}: {shown}");
    }
    // Which of the shared texts a cell has is a number of one that is there.
    let shared =
        |index: &str| sheet.replace(r#"t="inlineStr"><is><t>Sag</t></is>"#, &format!(r#"t="s"><v>{index}</v>"#));
    assert!(open(xlsx(&shared("0"), STRINGS)).is_ok());
    for index in ["-1", "tre", "0.0", "+0", " 0 ", "1e0", "99999999999999999999999", ""] {
        let shown = shown(open(xlsx(&shared(index), STRINGS)));
        assert!(shown.starts_with("broken: "), "{index}: {shown}");
    }
    // Cut short anywhere, it is broken or empty, and nobody waits.
    let whole = xlsx(&sheet, STRINGS);
    for length in (4..whole.len()).step_by(37) {
        assert!(open(whole.get(..length).unwrap()).is_err(), "{length}");
    }
}

#[test]
fn two_rows_in_one_place_are_damage_and_never_mixed() {
    let cell = |place: &str, text: &str| format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let head = format!(r#"<row r="1">{}{}{}</row>"#, cell("A1", "Sag"), cell("B1", "CV"), cell("C1", "Note"));
    let first = format!(r#"<row r="2">{}{}</row>"#, cell("A2", "1"), cell("C2", "x"));
    let whole = |rows: &[&str]| {
        let rows = rows.concat();
        shown(open(xlsx(&format!("<worksheet><sheetData>{head}{first}{rows}</sheetData></worksheet>"), STRINGS)))
    };
    let again = format!(r#"<row r="2">{}</row>"#, cell("B2", "Kok"));
    for rows in [&[again.as_str()][..], &[r#"<row r="3"/>"#, again.as_str()]] {
        assert!(whole(rows).starts_with("broken: "), "{rows:?}");
    }
    // Some programs say the height of a row in one more.
    assert!(whole(&[r#"<row r="2" ht="45"/>"#]).ends_with("2: 1||x\n"));
    let next = format!("<row>{}{}</row>", cell("A3", "2"), cell("B3", "Smed"));
    assert!(whole(&[next.as_str()]).ends_with("2: 1||x\n3: 2|Smed|\n"));
}

#[test]
fn json_in_another_encoding_or_with_comments_is_called_so() {
    let text = "[{\"Sag\": \"1\", \"CV\": \"Æbler, løg og blåbær på øen\"}]";
    let utf16 =
        |mark: &str| -> Vec<u8> { mark.encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect() };
    for (bytes, code) in [
        (utf16("\u{feff}"), "utf16"),
        (utf16(""), "utf16"),
        (encoding_rs::WINDOWS_1252.encode(text).0.into_owned(), "windows1252"),
        (format!("// sager\n{text}").into_bytes(), "notJson"),
        (format!("/* sager */ {text}").into_bytes(), "notJson"),
    ] {
        assert_eq!(open(bytes).unwrap_err().fault.code(), code);
    }
    let told = shown(open(format!("// sager\n{text}")));
    assert!(told.contains("begins with a comment"), "{told}");
}

#[test]
fn more_keys_than_columns_may_be_are_told_without_a_separator() {
    let case = (0..20_000).map(|key| format!("\"k{key}\":{key}")).collect::<Vec<_>>().join(",");
    let told = shown(open(format!("[{{{case}}}]")));
    assert!(told.starts_with("tooManyColumns: ") && !told.contains("separator"), "{told}");
}

#[test]
fn other_files_are_named() {
    for (bytes, code) in [
        (b"%PDF-1.7\n".to_vec(), "notBuilt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on".to_vec(), "oldOffice"),
        (b"<html><table><tr><td>1</td></tr></table></html>".to_vec(), "markup"),
        (b"\x1f\x8b\x08\x00\x00\x00\x00\x00".to_vec(), "gzip"),
        (b"PAR1 and so on".to_vec(), "broken"),
        (b"ARROW1\0\0 and so on".to_vec(), "broken"),
    ] {
        let shown = shown(open(bytes));
        assert!(shown.starts_with(&format!("{code}: ")), "{shown}");
    }
}

#[test]
fn a_table_has_a_limit_of_columns_and_a_row_one_of_bytes() {
    let header = (0..100_000).map(|number| format!("K{number}")).collect::<Vec<_>>().join(";");
    let told = shown(open(format!("{header}\n")));
    assert!(told.starts_with("tooManyColumns: ") && told.contains("separator"), "{told}");
    let text = format!("Sag;Tekst\n1;a\n2;\"{}", "x".repeat(70 * 1024 * 1024));
    assert!(shown(open(text)).ends_with("2: 1|a\n! row 3: the row is larger than 64 MiB\n"));
}

#[test]
fn a_row_that_a_separator_in_a_text_has_shifted_is_told() {
    // The surplus cell is blank: what stood last in the row is blank too, and everything before it stands one cell off.
    let shifted = "Sag;Erfaringer;Ønsker;Note\n1;Kok;Bus;x\n2;Kok; men syg;Bus;\n3;Kok;Bus;\n";
    let mut opened = open(shifted).unwrap().rows;
    assert_eq!(opened.next().unwrap().unwrap().row(), Some(2));
    let error = opened.next().unwrap().unwrap_err();
    assert_eq!((error.row, error.fault.code()), (Some(3), "tooManyCells"));
    assert!(error.message(Lang::Da).starts_with("række 3: rækken har flere celler"));
    assert_eq!(opened.next().unwrap().unwrap().row(), Some(4));

    let refused = |text: &str| -> Vec<u64> {
        open(text).unwrap().rows.filter_map(|row| row.err()).map(|error| error.row.unwrap()).collect()
    };
    // A separator at the end of every line, or of the line of the headings: nothing is shifted.
    assert_eq!(refused("Sag;CV;Note\n1;a;x;\n2;b;y;\n"), [0; 0]);
    assert_eq!(refused("Sag;CV;Note;\n1;a;x;\n2;b;y\n"), [0; 0]);
    // Beside it, one cell more is one too many.
    assert_eq!(refused("Sag;CV;Note;\n1;a;x;\n2;b; c;y;\n3;b;y;\n"), [3]);
    assert_eq!(refused("Sag;CV;Note\n1;a;x;\n2;b; c;y;\n3;b;y;\n"), [2, 3, 4]);
    // Where a row of that length is shifted for certain, all of them may be.
    assert_eq!(refused("Sag;CV;Note\n1;a;x;\n2;b; c;y\n3;b;y;\n"), [2, 3, 4]);
    assert_eq!(refused("Sag;CV;Note;\n1;a;x\n2;b; c;y\n3;b; c;\n"), [3, 4]);
    // One row says nothing of the others.
    assert_eq!(refused("Sag;CV;Note\n1;a; b;\n"), [2]);
    // What comes later is held against what was seen at first.
    let long = format!("Sag;CV;Note\n{}99;b; c;\n", "1;a;x\n".repeat(2_000));
    assert_eq!(refused(&long), [2_002]);
    let long = format!("Sag;CV;Note\n{}99;b;c;\n99;b; c;d;\n", "1;a;x;\n".repeat(2_000));
    assert_eq!(refused(&long), [2_003]);
}

#[test]
fn a_last_column_without_a_heading_has_its_number() {
    let shown_of = |text: &str| shown(open(text.to_owned()));
    assert!(shown_of("Sag;CV;Note;\n1;a;x;b\n2;b;y;c\n").ends_with("Sag|CV|Note|4\n2: 1|a|x|b\n3: 2|b|y|c\n"));
    assert!(shown_of("Sag;CV;;\n1;a;;\n2;b;;c\n").ends_with("Sag|CV|3|4\n2: 1|a||\n3: 2|b||c\n"));
    // Where nothing ever stands, there is no column, and one row alone may be one that was shifted.
    assert!(shown_of("Sag;CV;Note;\n1;a;x;\n2;b;y;\n").contains("\nSag|CV|Note\n"));
    assert!(shown_of("Sag;CV;Note;\n1;a;x;b\n").contains("! row 2: "));
    assert!(shown_of("Sag;CV;Note;\n1;a;x;b\n2;b;y\n").contains("! row 2: "));
}

#[test]
fn lines_may_end_with_carriage_returns_alone() {
    let text = "Sag;Ønsker;Dato\n1;\"Bus; eller\ntog\";1-2-2020\n\n2;Tog;\n3;Fly\n";
    let shown_of = |text: &str| shown(open(text.to_owned()));
    assert_eq!(shown_of(&text.replace('\n', "\r")), shown_of(text));
    // Inside of a cell they are what they are where lines end otherwise.
    assert!(shown_of("Sag;Ønsker\r\n1;\"Bus\rtog\"\r\n2;Fly\r\n").contains("2: 1|Bus\rtog\n3: 2|Fly\n"));
    let long = "1;Bus;1-2-2020\r".repeat(40_000);
    assert_eq!(shown_of(&format!("Sag;Ønsker;Dato\r{long}")).lines().count(), 40_002);
}

#[test]
fn a_column_in_which_some_dates_have_the_month_first_is_not_half_read() {
    let told = |days: &[&str], read: &str| {
        let text: String = days.iter().map(|day| format!("1;fleksjob;{day}\n")).collect();
        let mapping = format!("{read}[plan]\n\"/sag/sagstype\" = \"Type\"\n\"/moede/dato\" = \"Dato\"\n");
        let mapping = Mapping::read(mapping.as_bytes()).unwrap();
        let import = Import::with(&mapping, open(format!("Sag;Type;Dato\n{text}")).unwrap(), None, Vec::new()).unwrap();
        let is_told = of_either_order(import.bound(), Lang::En)
            .iter()
            .any(|line| line.contains("\"Dato\": some dates") && line.contains("dates = \"mm/dd/yyyy\""));
        let is_read = |plan: Vec<u8>| rehabplan::Checker::new().check_slice(&plan).unwrap().input.is_empty();
        (import.map(|case| is_read(case.unwrap().plan())).collect::<Vec<_>>(), is_told)
    };
    // As many of one order as of the other: 03/04/2020 is anybody's guess.
    assert_eq!(told(&["12/31/2020", "03/04/2020", "31/12/2020"], ""), (vec![false, false, true], true));
    assert_eq!(told(&["12/31/2020", "03/04/2020"], ""), (vec![false, false], true));
    let form = "read = { dates = \"mm/dd/yyyy\" }\n";
    assert_eq!(told(&["12/31/2020", "03/04/2020"], form), (vec![true, true], false));
    // One slip among many.
    let days: Vec<&str> = std::iter::repeat_n("31/12/2020", 11).chain(["02/13/2020", "03/04/2020"]).collect();
    let (read, is_told) = told(&days, "");
    assert_eq!((read.last(), is_told), (Some(&true), false));
}

#[test]
fn a_text_that_a_spreadsheet_was_given_as_a_formula_is_the_text() {
    let map = "id = \"Sagsnr\"\n[plan]\n\"/sag/sagstype\" = \"Sagstype\"\n\"/moede/dato\" = \"Mødedato\"\n\"/forberedendeDel/oensker\" = \"Ønsker\"\n";
    let text = "=\"Sagsnr\";Sagstype;Mødedato;Ønsker\n=\"002\";fleksjob;=\"02-03-2020\";=\"\"\n\"=\"\"003\"\"\";fleksjob;;=\"a\"b\"\n";
    let opened = open_bytes(text.as_bytes().to_vec(), &Source::default()).unwrap();
    let import = Import::with(&Mapping::read(map.as_bytes()).unwrap(), opened, None, Vec::new()).unwrap();
    let cases: Vec<_> = import.map(Result::unwrap).collect();
    let ids: Vec<_> = cases.iter().filter_map(rehabplan_import::import::Case::id).collect();
    assert_eq!(ids, ["002", "003"]);
    let plans: Vec<serde_json::Value> =
        cases.iter().map(|case| serde_json::from_slice(&case.plan()).unwrap()).collect();
    assert_eq!(plans[0]["moede"]["dato"], "2020-03-02");
    assert!(plans[0]["forberedendeDel"].is_null());
    // What is no such formula stays what it is.
    assert_eq!(plans[1]["forberedendeDel"]["oensker"], "=\"a\"b\"");
}

#[cfg(feature = "workbook")]
#[test]
fn the_rows_of_the_cases_of_a_workbook_are_read_as_the_cases_are() {
    let rows: [&[&str]; 5] = [
        &["Sagsnr", "Sagstype", "Ønsker", "Tilbud", "Startdato"],
        &["701", "Fleksjob", "Kok", "Praktik", "01-04-2021"],
        &["701", "Fleksjob", "Kok", "Mentor", "01-05-2021"],
        &["Subtotal", "2", "", "", ""],
        &["703", "Fleksjob", "Bus", "", ""],
    ];
    let bytes = xlsx(&sheet(&rows), STRINGS);
    let opened = open_bytes(bytes.clone(), &Source::default()).unwrap();
    let table = rehabplan_import::draft::Table { name: "sager".to_owned(), file: None, opened };
    let drafted = rehabplan_import::draft::draft(vec![table], Lang::Da);
    assert!(drafted.toml.contains("[tables.raekker]") && !drafted.toml.contains("sheet"), "{}", drafted.toml);
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("raekker.xlsx");
    std::fs::write(&path, &bytes).unwrap();
    let mut import = Import::open(&drafted.mapping.unwrap(), &path, &[]).unwrap();
    let plan =
        |case: rehabplan_import::import::Case| serde_json::from_slice::<serde_json::Value>(&case.plan()).unwrap();
    let plans: Vec<_> = import.by_ref().map(|case| plan(case.unwrap())).collect();
    let measures: Vec<_> =
        plans.iter().map(|plan| plan["indsatsdel"]["tilbud"].as_array().map_or(0, Vec::len)).collect();
    assert_eq!(measures, [2, 0], "a row without a measure is none: {plans:?}");
    // What is no case is no row of another table either.
    assert_eq!(import.joined().unused()[0].rows, 3);
}

#[test]
fn the_rows_of_the_cases_are_below_the_headings_that_the_mapping_names() {
    let text = "Udtræk;Sager;Ønsker\nSag;Type;Indsats\n1;fleksjob;Praktik\n1;fleksjob;Mentor\n";
    let map = "id = \"Sag\"\nonce = true\nsource = { header = 2, delimiter = \";\" }\n[tables.raekker]\nkey = \"Sag\"\n[plan]\n\"/sag/sagstype\" = \"Type\"\n\
        [[lists]]\nplace = \"/indsatsdel/tilbud\"\ntable = \"raekker\"\nfields = { beskrivelse = \"Indsats\" }\n";
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("raekker.csv");
    std::fs::write(&path, text).unwrap();
    let mut import = Import::open(&Mapping::read(map.as_bytes()).unwrap(), &path, &[]).unwrap();
    let plan: serde_json::Value = serde_json::from_slice(&import.next().unwrap().unwrap().plan()).unwrap();
    assert_eq!(plan["indsatsdel"]["tilbud"].as_array().map(Vec::len), Some(2));
}

#[test]
fn commas_and_line_breaks_in_the_texts_are_no_separators() {
    let text = "Sagsnr;Sagstype;Ønsker;Helbred\n1;fleksjob;Kok, tjener;\"Gigt\nOndt, slem\"\n2;fleksjob;Kok, tjener;\"Gigt\nOndt, slem\"\n";
    let found = "CSV, utf-8, separator \";\", headings in row 1\nSagsnr|Sagstype|Ønsker|Helbred\n";
    assert!(shown(open(text.as_bytes().to_vec())).starts_with(found), "{}", shown(open(text.as_bytes().to_vec())));
    // Names that nobody knows are as wide as the rows all the same.
    let text = text.replace("Sagsnr;Sagstype;Ønsker;Helbred", "A1;B1;C1;D1");
    assert!(open(text.clone().into_bytes()).unwrap().found.delimiter == Some(';'), "{text}");
}

#[test]
fn a_case_of_more_values_than_can_be_held_is_told_before_it_is_held() {
    let many = |begin: &str, end: &str| format!("{begin}{}1{end}", "1,".repeat(1_000_000)).into_bytes();
    let keys = |count: usize| {
        let keys: Vec<String> = (0..count).map(|key| format!("\"k{key}\":1")).collect();
        format!("{{\n{}}}", keys.join(",")).into_bytes()
    };
    for bytes in [many("[{\"x\":[", "]}]"), many("{\"x\":[", "]}\n"), many("{\n\"x\":[", "]}"), keys(1_000_000)] {
        let error = open_bytes(bytes, &Source::default()).err().unwrap();
        assert_eq!((error.row, &*error.fault), (Some(1), &SourceFault::TooManyValues));
        assert!(error.message(Lang::Da).contains("(at)"), "{}", error.message(Lang::Da));
    }
    // The others of a list are read, and however many there are none is held before its turn.
    let bytes = format!("[{{\"x\":1}},{{\"x\":[{}1]}} ,\n{{\"x\":3}}]", "1,".repeat(1_000_000));
    let opened = open_bytes(bytes.into_bytes(), &Source::default()).unwrap();
    let rows: Vec<_> = opened.rows.map(|row| row.map(|row| row.row()).map_err(|error| error.row)).collect();
    assert_eq!(rows, [Ok(Some(1)), Err(Some(2)), Ok(Some(3))]);
    // A cell of a table with more JSON than a plan has is a text.
    let cell = format!("x;y\n[{}1];1\n[1];2\n", "1,".repeat(5_000_000));
    let opened = open_bytes(cell.into_bytes(), &Source::default()).unwrap();
    let kinds: Vec<_> = opened.rows.map(|row| matches!(row.unwrap().value(0).opened(), Value::Nested(_))).collect();
    assert_eq!(kinds, [false, true]);
}
