//! A plan that is flattened as a mapping says, and read back, is the same plan.
#![cfg(feature = "csv")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use encoding_rs::{UTF_8, WINDOWS_1252};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rehabplan::Plan;
use rehabplan::plan::{FieldInfo, FieldKind};
use rehabplan_import::import::Import;
use rehabplan_import::mapping::{Mapping, Source};
use rehabplan_import::source::{Opened, open_bytes};
use serde_json::{Map, Value, json};

/// Numbers from a seed.
struct Draw(u64);

impl Draw {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % most
    }

    fn of<T: Copy>(&mut self, several: &[T]) -> T {
        several[usize::try_from(self.below(several.len() as u64)).unwrap()]
    }

    fn text(&mut self) -> String {
        let pieces = [
            "Hun",
            " ønsker ",
            "æblekage;",
            "\"citat\"",
            "linje\nskift",
            "\ttab",
            ",",
            "1-2-2020",
            "ja",
            "é€",
            "'",
            " ",
        ];
        let count = self.below(5);
        let inner: String = (0..count).map(|_| self.of(&pieces)).collect();
        // Never blank, which would be nothing.
        format!("x{inner}y")
    }
}

/// Everything that has to be written for a plan: the row, the other tables, and the mapping.
#[derive(Default)]
struct Flat {
    header: Vec<String>,
    row: Vec<String>,
    plan: Map<String, Value>,
    lists: Vec<Value>,
    tables: Map<String, Value>,
    rows: Vec<(Vec<String>, Vec<Vec<String>>)>,
}

impl Flat {
    fn column(&mut self, cell: String) -> String {
        let name = format!("Kolonne {}a", self.header.len() + 1);
        self.header.push(name.clone());
        self.row.push(cell);
        name
    }
}

/// A value of a kind, and how a source may write it.
fn leaf(kind: FieldKind, draw: &mut Draw) -> (Value, String) {
    match kind {
        FieldKind::Date => {
            let (year, month, day) = (1971 + draw.below(90), 1 + draw.below(12), 1 + draw.below(28));
            let cell = match draw.below(4) {
                0 => format!("{year}-{month:02}-{day:02}"),
                1 => format!("{day}.{month}.{year}"),
                2 => format!("{day:02}-{month:02}-{year}"),
                _ => format!("{year}-{month:02}-{day:02}T00:00:00"),
            };
            (json!(format!("{year}-{month:02}-{day:02}")), cell)
        }
        FieldKind::Boolean => {
            let flag = draw.below(2) == 0;
            (
                json!(flag),
                draw.of(if flag { &["ja", "J", "1", "X", "True"] } else { &["nej", "N", "0", "falsk", "FALSE"] })
                    .to_owned(),
            )
        }
        FieldKind::Number => {
            let number = 1 + draw.below(3);
            (
                json!(number),
                draw.of(&[format!("{number}"), format!("{number},0"), format!("{number},00")].each_ref()).clone(),
            )
        }
        FieldKind::Code { codes } => {
            let code = draw.of(codes);
            (json!(code), if draw.below(2) == 0 { code.to_owned() } else { code.to_uppercase() })
        }
        _ => {
            let text = draw.text();
            (json!(text), text)
        }
    }
}

/// Fills the fields of an object, and says where they stand.
fn fill(fields: &[FieldInfo], above: &str, flat: &mut Flat, draw: &mut Draw) -> Value {
    let mut object = Map::new();
    for field in fields {
        let place = format!("{above}/{}", field.key);
        match field.kind {
            FieldKind::Part { fields } => {
                let inner = fill(fields, &place, flat, draw);
                if inner.as_object().is_some_and(|inner| !inner.is_empty()) {
                    object.insert(field.key.to_owned(), inner);
                }
            }
            FieldKind::List { entry } => {
                if draw.below(3) == 0
                    && let Some(entries) = list(*entry, &place, flat, draw)
                {
                    object.insert(field.key.to_owned(), entries);
                }
            }
            _ if draw.below(2) == 0 => {}
            kind => {
                let (value, cell) = leaf(kind, draw);
                let given = match draw.below(4) {
                    // A constant that hangs on nothing is said of no case, and makes no part of its plan.
                    0 => json!({ "constant": value, "where": { "column": "Sag", "blank": false } }),
                    1 => {
                        let blank = flat.column(draw.of(&["", " ", "-"]).to_owned());
                        let filled = flat.column(cell);
                        json!({ "first": [{ "column": blank, "read": { "nothing": ["-"] } }, filled] })
                    }
                    2 if matches!(kind, FieldKind::Code { .. }) => {
                        let column = flat.column("K7".to_owned());
                        json!({ "column": column, "read": { "codes": { "k7": value } } })
                    }
                    _ => json!(flat.column(cell)),
                };
                flat.plan.insert(place, given);
                object.insert(field.key.to_owned(), value);
            }
        }
    }
    Value::Object(object)
}

/// Fills a list of objects without lists of their own, or a list of values.
fn list(entry: FieldKind, place: &str, flat: &mut Flat, draw: &mut Draw) -> Option<Value> {
    let count = 1 + usize::try_from(draw.below(3)).unwrap();
    let FieldKind::Part { fields } = entry else {
        let pieces: Vec<(Value, String)> = (0..count).map(|_| leaf(entry, draw)).collect();
        if pieces.iter().any(|(_, cell)| cell.contains('|') || cell.trim() != cell) {
            return None;
        }
        let column = flat.column(pieces.iter().map(|(_, cell)| cell.as_str()).collect::<Vec<_>>().join("|"));
        flat.plan.insert(place.to_owned(), json!({ "column": column, "split": "|" }));
        return Some(pieces.into_iter().map(|(value, _)| value).collect());
    };
    let fields: Vec<&FieldInfo> =
        fields.iter().filter(|field| !matches!(field.kind, FieldKind::Part { .. } | FieldKind::List { .. })).collect();
    let table = format!("t{}", flat.rows.len());
    let number = flat.header.len();
    let names = |key: &str| format!("{key} {number} nr. ");
    let is_joined = draw.below(2) == 0;
    let mut entries = Vec::new();
    let mut rows = vec![vec!["andet".to_owned(); fields.len() + 1]];
    for index in 0..count {
        let mut object = Map::new();
        let mut row = vec!["sag 1".to_owned()];
        for (order, field) in fields.iter().enumerate() {
            // An entry has something in it.
            let cell = if order == 0 || draw.below(2) == 0 {
                let (value, cell) = leaf(field.kind, draw);
                object.insert(field.key.to_owned(), value);
                cell
            } else {
                String::new()
            };
            if !is_joined {
                flat.header.push(format!("{}{}", names(field.key), index + 1));
                flat.row.push(cell.clone());
            }
            row.push(cell);
        }
        rows.push(row);
        entries.push(Value::Object(object));
    }
    let column =
        |field: &&&FieldInfo| if is_joined { field.key.to_owned() } else { format!("{}{{n}}", names(field.key)) };
    let given: Map<String, Value> = fields.iter().map(|field| (field.key.to_owned(), json!(column(&field)))).collect();
    if is_joined {
        flat.lists.push(json!({ "place": place, "table": table, "fields": given }));
        flat.tables.insert(table, json!({ "key": "Sag" }));
        let header = std::iter::once("Sag").chain(fields.iter().map(|field| field.key)).map(str::to_owned);
        flat.rows.push((header.collect(), rows));
    } else {
        flat.lists.push(json!({ "place": place, "fields": given }));
    }
    Some(entries.into())
}

fn csv(header: &[String], rows: &[Vec<String>], draw: &mut Draw) -> Opened {
    let sign = draw.of(b";,\t|");
    let mut writer = csv::WriterBuilder::new().delimiter(sign).from_writer(Vec::new());
    writer.write_record(header).unwrap();
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    let bytes = match draw.below(4) {
        0 => WINDOWS_1252.encode(&text).0.into_owned(),
        1 => "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
        2 => format!("\u{feff}{text}").into_bytes(),
        _ => UTF_8.encode(&text).0.into_owned(),
    };
    // With few cells and many signs in them, the separator is anybody's guess.
    let said = Source { delimiter: Some(char::from(sign).to_string()), header: Some(1), ..Source::default() };
    open_bytes(bytes, &said).unwrap()
}

#[test]
fn a_plan_that_is_flattened_and_read_back_is_the_same_plan() {
    let config = Config { cases: 96, failure_persistence: None, ..Config::default() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[11; 32]);
    let property = |seed: u64| {
        let draw = &mut Draw(seed);
        let mut flat = Flat { header: vec!["Sag".to_owned()], row: vec!["sag 1".to_owned()], ..Flat::default() };
        let plan = fill(Plan::fields(), "", &mut flat, draw);
        let Flat { header, row, plan: given, lists, tables, rows } = flat;
        let mapping = json!({ "id": "Sag", "plan": given, "lists": lists, "tables": tables }).to_string();
        let mapping = Mapping::read(mapping.as_bytes()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let cases = csv(&header, &[row], draw);
        // The tables in the order in which the mapping names them.
        let order = mapping.file().tables.0.iter().map(|(name, _)| name[1..].parse::<usize>().unwrap());
        let tables = order.map(|table| csv(&rows[table].0, &rows[table].1, draw)).collect();
        let mut import =
            Import::new(&mapping, cases, tables).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let case = import.next().unwrap().unwrap();
        prop_assert!(import.next().is_none());
        let id = case.id();
        prop_assert_eq!(id.as_deref(), Some("sag 1"));
        let back: Value = serde_json::from_slice(&case.plan()).unwrap();
        prop_assert_eq!(canonical(&back), canonical(&plan));
        Ok(())
    };
    TestRunner::new_with_rng(config, rng).run(&any::<u64>(), property).unwrap_or_else(|failure| panic!("{failure}"));
}

/// The plan as the library reads and writes it, which must have found nothing wrong in it.
fn canonical(plan: &Value) -> Value {
    let text = plan.to_string();
    let read = Plan::from_json(&text).unwrap();
    assert!(read.input.is_empty(), "{:?}", read.input);
    serde_json::to_value(&read).unwrap()
}
