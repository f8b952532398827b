//! What a mapping says, and what is said of one that is wrong.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use rehabplan::Lang;
use rehabplan_import::bound::{Bound, NoTables};
use rehabplan_import::mapping::{Fields, Mapping, MappingError};
use rehabplan_import::record::{Field, Record};
use rehabplan_import::value::Value;
use serde_json::{Value as Json, json};

/// A row of texts; a row of its own below others.
struct Row(Vec<&'static str>);

impl Record for Row {
    fn value(&self, field: usize) -> Value<'_> {
        self.0.get(field).map_or(Value::Nothing, |text| (*text).into())
    }

    fn row(&self) -> Option<u64> {
        Some(7)
    }
}

fn bind(mapping: &str, columns: &[&str]) -> Result<Bound, MappingError> {
    let cases: Vec<Field> = columns.iter().copied().map(Field::column).collect();
    Mapping::read(mapping.as_bytes())?.bind(Fields { cases: &cases, tables: &[], is_complete: true })
}

fn plan(mapping: &str, columns: &[&str], cells: &[&'static str]) -> Json {
    let mut out = Vec::new();
    bind(mapping, columns).unwrap().write(&Row(cells.to_vec()), &NoTables, &mut out);
    serde_json::from_slice(&out).unwrap()
}

fn wrong(mapping: &str, columns: &[&str]) -> String {
    let error = bind(mapping, columns).unwrap_err();
    let (line, column) = error.position.map_or((0, 0), |place| (place.line, place.column));
    format!("{}:{} {} {}", line, column, error.fault.code(), error.fault.message(Lang::En))
}

#[test]
fn values_are_placed_and_converted() {
    let mapping = r#"
        [read]
        nothing = ["NULL", "-"]
        [plan]
        "/sag/sagstype" = { column = "Type", read.codes = { FLX = "fleksjob" } }
        "/sag/vaesentligtNedsat" = "Nedsat"
        "/sag/arbejdsevneTimerPrUge" = "Timer"
        "/sag/sideantal" = "Sider"
        "/forberedendeDel/dato" = "Dato"
        "/forberedendeDel/oensker" = { first = ["Ønsker ny", "Ønsker"] }
        "/forberedendeDel/helbred/situation" = { join = ["Helbred 1", "Helbred 2"], with = " " }
        "/moede/deltagere" = { column = "Deltagere", split = "," }
    "#;
    let columns =
        ["Type", "Nedsat", "Timer", "Sider", "Dato", "Ønsker ny", "Ønsker", "Helbred 1", "Helbred 2", "Deltagere"];
    let cells = ["flx", "J", "12,5", "1.200,0", "3.2.2020", "NULL", "Bus", "Ryg", "Knæ", "borger, sundhed,"];
    assert_eq!(
        plan(mapping, &columns, &cells),
        json!({
            "sag": {"sagstype": "fleksjob", "vaesentligtNedsat": true, "arbejdsevneTimerPrUge": 12.5, "sideantal": 1200},
            "forberedendeDel": {"dato": "2020-02-03", "oensker": "Bus", "helbred": {"situation": "Ryg Knæ"}},
            "moede": {"deltagere": ["borger", "sundhed"]},
        })
    );
    assert_eq!(plan(mapping, &columns, &[]), json!({}));
    // What cannot be read stays, so that the plan's reader refuses it.
    let cells = ["XYZ", "måske", "mange", "1.200", "12/31/2020"];
    assert_eq!(
        plan(mapping, &columns, &cells),
        json!({
            "sag": {"sagstype": "XYZ", "vaesentligtNedsat": "måske", "arbejdsevneTimerPrUge": "mange", "sideantal": "1.200"},
            "forberedendeDel": {"dato": "12/31/2020"},
        })
    );
}

#[test]
fn numbered_columns_are_entries() {
    let mapping = r#"
        [[lists]]
        place = "/indsatsdel/tilbud"
        fields = { beskrivelse = "Indsats {n}", startdato = "Start {n}" }
    "#;
    let columns = ["Indsats 1", "Start 1", "Indsats 2", "Indsats 3", "Start 3"];
    assert_eq!(
        plan(mapping, &columns, &["Praktik", "", "", "Mentor", "1-2-2020"]),
        json!({"indsatsdel": {"tilbud": [{"beskrivelse": "Praktik"}, {"beskrivelse": "Mentor", "startdato": "2020-02-01"}]}})
    );
    let bound = bind(mapping, &columns).unwrap();
    let row = Row(vec!["Praktik", "", "", "Mentor", "31-2-2020"]);
    let (origin, place) = bound.origin(&row, &NoTables, "/indsatsdel/tilbud/1/startdato").unwrap();
    assert_eq!(origin.text(Lang::Da), "række 7, kolonne »Start 3«");
    assert_eq!(bound.places().nth(place), Some("/indsatsdel/tilbud/*/startdato"));
    assert_eq!(
        bound.horizon().fields().collect::<Vec<_>>(),
        ["/indsatsdel/tilbud/*/beskrivelse", "/indsatsdel/tilbud/*/startdato"]
    );
}

#[test]
fn a_column_that_may_be_missing_lies_outside_when_it_is() {
    let mapping = r#"
        [plan]
        "/sag/sagstype" = "Type"
        "/forberedendeDel/cv" = { column = "CV", optional = true }
    "#;
    let held = |columns: &[&str]| bind(mapping, columns).unwrap().horizon().fields().count();
    assert_eq!((held(&["Type", "CV"]), held(&["Type"])), (2, 1));
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    for (mapping, columns, expected) in [
        (
            "[plan]\n\"/sag/sagstyp\" = \"A\"",
            vec![],
            "2:1 unknownPlace a plan has no place \"/sag/sagstyp\"; did you mean \"/sag/sagstype\"?",
        ),
        (
            "[plan]\n\"/sag/sagstype\" = \"Typ\"",
            vec!["Type"],
            "2:1 unknownColumn the source has no column or heading \"Typ\"; did you mean \"Type\"?",
        ),
        (
            "id = \"Sagsnummer\"\n[plan]\n\"/sag/sagstype\" = \"Type\"",
            vec!["Type", "Sagsnr"],
            "1:1 unknownColumn the source has no column or heading \"Sagsnummer\"; did you mean \"Sagsnr\"?",
        ),
        (
            "[source]\nkind = \"regneark\"\n[plan]\n\"/sag/sagstype\" = \"Type\"",
            vec!["Type"],
            "2:1 noSuchWord \"regneark\" is nothing that may stand here; write \"csv\", \"workbook\", \"parquet\", \"arrow\", \"json\" or \"document\"",
        ),
        (
            "[read]\nyes = [\"Ja\", \"J\"]\nno = [\"nej\", \"j \"]\n[plan]\n\"/sag/udenTeam\" = \"Type\"",
            vec!["Type"],
            "3:1 yesAndNo \"j \" stands under both \"yes\" and \"no\"; delete it in one of them",
        ),
        (
            "[plan]\n\"/sag/sagstype\" = { column = \"Type\", read.codes = { Bus = \"fleksjob\", bus = \"foertidspension\" } }",
            vec!["Type"],
            "2:43 twoMeanings the code \"bus\" stands there more than once (capitals make no difference) and means something else each time; delete all but one",
        ),
        (
            "[read]\ndates = [\"dd/mm/yyyy\", \"excel\", \"m/d/yyyy\"]\n[plan]\n\"/sag/sagstype\" = \"Type\"",
            vec!["Type"],
            "2:1 twoOrders \"m/d/yyyy\" and a date form before it can read the same date as two different days; delete one, or give each a column of its own",
        ),
        (
            "[plan]\n\"/forberedendeDel/oensker\" = { join = [\"Bus\", \"Tog\", \"Bus\"] }",
            vec!["Bus", "Tog"],
            "2:54 joinedTwice \"Bus\" stands twice in the same \"join\"; delete it in one place",
        ),
        (
            "[plan]\n\"/sag/udenTeam\" = { column = \"Type\", where = { column = \"Type\", is = [] } }",
            vec!["Type"],
            "2:38 noWords the list is empty, so that the condition tells nothing apart; write the words that count, or delete it",
        ),
        (
            "[plan]\n\"/sag/sagstype\" = { colum = \"Type\" }",
            vec![],
            "2:21 unknownKey a mapping has no key \"colum\"; did you mean \"column\"?",
        ),
        // A key that may be a person's name is told by its place.
        ("\"Jens Hansen\" = 1", vec![], "1:1 unknownKey a key stands here that a mapping does not have"),
        (
            "[plan]\n\"/zzz/Jens Hansen\" = \"Type\"",
            vec!["Type"],
            "2:1 unknownPlace a place stands here that a plan does not have",
        ),
        (
            "[plan]\n\"/sag/sagstype\" = { constant = \"fleksjb\" }",
            vec![],
            "2:21 unknownCode the field has no code \"fleksjb\"; did you mean \"fleksjob\"?",
        ),
        (
            "[plan]\n\"/sag/udenTeam\" = { constant = \"ja\" }",
            vec![],
            "2:21 notOfTheKind the value is not of the kind that the field holds; write true or false without quotation marks (the source's words for yes and no may stand in yes and no too)",
        ),
        (
            "[plan]\n\"/sag/sagstype\" = 3",
            vec![],
            "2:1 shape the value is not of the kind that belongs here; write the name of a column in quotation marks, or keys in braces (several columns: first or join)",
        ),
        (
            "[plan]\na = \"b\"\na = \"c\"\n",
            vec![],
            "3:1 sameKey the key stands there twice, and nobody knows which counts; delete one of them",
        ),
        (
            "[read]\nyes = \"ja\"\n[plan]\n[read]\n",
            vec![],
            "4:2 sameKey the key stands there twice, and nobody knows which counts; delete one of them",
        ),
        ("[plan\n", vec![], "1:6 notToml the mapping is not TOML: something stands here that does not belong"),
        (
            "{\"plan\": {\n\"/sag/sagstype\": {\"column\": \"A\", \"at\": \"/b\"}}}",
            vec![],
            "2:18 givesTooMuch more than one is given here; use only one of the keys column, at, heading, cell, control, form, constant, first and join",
        ),
        (
            "[plan]\n\"/sag/sagstype\" = \"A\"",
            vec!["A", "B", "A"],
            "2:1 ambiguousColumn the source has several columns \"A\"; give each a name of its own",
        ),
        (
            "[plan]\n\"/indsatsdel/tilbud\" = \"A\"",
            vec![],
            "2:1 isAList \"/indsatsdel/tilbud\" is a list; write it under [[lists]], or give it \"split\"",
        ),
        (
            "[plan]\n\"/indsatsdel/tilbud/*/startdato\" = \"A\"",
            vec![],
            "2:1 inAList \"/indsatsdel/tilbud/*/startdato\" lies in a list; write it under \"fields\" in [[lists]]",
        ),
        (
            "[plan]\n\"/sag\" = \"A\"",
            vec![],
            "2:1 isAPart \"/sag\" holds several fields; write each of them by itself, with the whole way to it",
        ),
        // A table for a part of the plan, where each field stands by itself.
        (
            "[plan]\n\"/sag/sagstype\" = \"A\"\n[plan.forberedendeDel]\noensker = \"B\"\n",
            vec![],
            "3:7 isAPart \"/forberedendeDel\" holds several fields; write each of them by itself, with the whole way to it",
        ),
        (
            "{\"plan\": {\n\"/sag/sagstype\": [\"x\"]}}",
            vec![],
            "2:18 shape the value is not of the kind that belongs here; write the name of a column in quotation marks, or keys in braces (several columns: first or join)",
        ),
        (
            "{\"id\": \"a\",\n\"id\": \"b\", \"plan\": {\"/sag/sagstype\": \"A\"}}",
            vec![],
            "2:4 sameKey the key stands there twice, and nobody knows which counts; delete one of them",
        ),
        (
            "[read]\ndates = \"dd-mm\"\n[plan]\n\"/sag/sagstype\" = \"A\"",
            vec![],
            "2:1 noDateForm \"dd-mm\" is no form of a date; write it as dd-mm-yyyy, dd/mm-yy, yyyy-mm-dd or excel",
        ),
        (
            "id = \"A\"\n[[lists]]\nplace = \"/indsatsdel/tilbud\"\ntable = \"x\"\n",
            vec![],
            "4:1 unknownTable the mapping has no table \"x\"; write it under [tables]",
        ),
        (
            "[[lists]]\nplace = \"/indsatsdel/tilbud\"\nfields = { beskrivels = \"A\" }",
            vec![],
            "3:12 unknownPlace a plan has no place \"beskrivels\"; did you mean \"/beskrivelse\"?",
        ),
        ("", vec![], "0:0 noPlaces the mapping gives nothing of a plan; write the fields under [plan]"),
        (
            "{\"plan\": 1",
            vec![],
            "1:10 shape the value is not of the kind that belongs here; write names, each with its value: { FLX = \"fleksjob\" }",
        ),
    ] {
        assert_eq!(wrong(mapping, &columns), expected, "{mapping}");
    }
}

#[test]
fn what_is_odd_and_may_be_meant_is_told() {
    let notes = |map: &str, columns: &[&str]| {
        let bound = bind(&format!("[plan]\n\"/sag/sagstype\" = \"Type\"\n{map}"), columns).unwrap();
        bound.notes().iter().map(|error| error.message(Lang::En)).collect::<Vec<_>>()
    };
    let optional = "\"/forberedendeDel/oensker\" = { column = \"Ønske\", optional = true }\n";
    assert_eq!(
        notes(optional, &["Type", "Ønsker"]),
        ["line 3, column 32: the source has no column or heading \"Ønske\"; did you mean \"Ønsker\"?"]
    );
    assert!(notes(optional, &["Type", "CV"]).is_empty() && notes(optional, &["Type", "Ønske"]).is_empty());
    let numbered = "[[lists]]\nplace = \"/indsatsdel/tilbud\"\nfields = { beskrivelse = \"Indsats {n}\", startdato = \"Start {n}\" }\n";
    assert!(notes(numbered, &["Type", "Indsats 1", "Start 1", "Indsats 2"]).is_empty());
    let twice = "\"/forberedendeDel/oensker\" = \"A\"\n\"/forberedendeDel/cv\" = \"B\"\n\"/forberedendeDel/laege/andreForhold\" = \"A\"\n";
    let told = notes(twice, &["Type", "A", "B"]);
    assert!(told.len() == 1 && told[0].starts_with("line 3, column 1: \"A\" gives more than one place"), "{told:?}");
    let parted = twice.replace(
        "andreForhold\" = \"A\"",
        "andreForhold\" = { column = \"A\", where = { column = \"B\", is = \"x\" } }",
    );
    assert!(notes(&parted, &["Type", "A", "B"]).is_empty());
}

#[test]
fn codes_of_the_whole_mapping_count_where_they_are_values() {
    let map = "read.codes = { FLX = \"fleksjob\", K3 = 3, J = true }\n[plan]\n\"/sag/sagstype\" = \"Type\"\n\"/sag/kategori\" = \"Kategori\"\n\
        \"/moede/dato\" = \"Dato\"\n\"/sag/vaesentligtNedsat\" = \"Nedsat\"\n";
    let columns = ["Type", "Kategori", "Dato", "Nedsat"];
    assert_eq!(
        plan(map, &columns, &["FLX", "K3", "2-3-2020", "J"]),
        json!({ "sag": { "sagstype": "fleksjob", "kategori": 3, "vaesentligtNedsat": true }, "moede": { "dato": "2020-03-02" } })
    );
    // One that is a value of none of the places is an error, at its own line.
    let misspelt = wrong(&map.replace("\"fleksjob\"", "\"flexjob\""), &columns);
    assert!(misspelt.contains("unknownCode") && misspelt.starts_with("1:"), "{misspelt}");
}

#[test]
fn codes_of_the_whole_mapping_leave_words_alone() {
    let map = "read.codes = { Bus = \"fleksjob\" }\n[plan]\n\"/sag/sagstype\" = \"Type\"\n\"/forberedendeDel/oensker\" = WORDS\n";
    let told = |words: &str| plan(&map.replace("WORDS", words), &["Type", "Tekst"], &["bus", "Bus"]);
    let own = "{ column = \"Tekst\", read.codes = { Bus = \"Offentlig transport\" } }";
    for (words, expected) in [("\"Tekst\"", "Bus"), (own, "Offentlig transport")] {
        let plan = told(words);
        assert_eq!(
            (&plan["sag"]["sagstype"], &plan["forberedendeDel"]["oensker"]),
            (&"fleksjob".into(), &expected.into())
        );
    }
}

#[cfg(feature = "arrow")]
#[test]
fn what_a_schema_does_not_have_inside_is_an_error() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/import/parquet-indlejret");
    let text = std::fs::read_to_string(format!("{folder}/kort.toml")).unwrap();
    let file = std::path::Path::new(folder).join("sager.parquet");
    let open =
        |text: &str| rehabplan_import::import::Import::open(&Mapping::read(text.as_bytes()).unwrap(), &file, &[]);
    assert!(open(&text).unwrap().bound().missing().is_empty());
    let error = open(&text.replacen("\"/beskrivelse\"", "\"/beskrivlse\"", 1)).unwrap_err().message(Lang::En);
    let told = "the source has no column or heading \"/beskrivlse\"; did you mean \"/beskrivelse\"?";
    assert!(error.starts_with("line ") && error.ends_with(told), "{error}");
}

#[test]
fn a_value_of_another_kind_is_told_what_belongs_there_in_the_language_that_is_asked_for() {
    for (mapping, danish, english) in [
        (
            "id = 5",
            "navnet på en kolonne i anførselstegn eller nøgler",
            "the name of a column in quotation marks, or keys",
        ),
        ("carry = \"Distrikt\"", "en liste i kantede parenteser", "a list in square brackets"),
        ("once = \"ja\"", "true eller false", "true or false"),
        ("plan = \"x\"", "navne, hvert med sin værdi", "names, each with its value"),
        ("[lists]\nplace = \"/indsatsdel/tilbud\"", "en liste i kantede parenteser", "a list in square brackets"),
        ("[source]\nheader = \"to\"", "et helt tal", "a whole number"),
        ("[[lists]]\nplace = 4", "en tekst i anførselstegn", "a text in quotation marks"),
        ("[read]\nyes = 1", "en tekst i anførselstegn eller en liste", "a text in quotation marks, or a list"),
        (
            "[read.codes]\na = []",
            "en tekst i anførselstegn, et tal, true eller false",
            "a text in quotation marks, a number",
        ),
    ] {
        let error = Mapping::read(mapping.as_bytes()).unwrap_err();
        assert_eq!(error.fault.code(), "shape", "{mapping}");
        let [own, other] = [Lang::Da, Lang::En].map(|lang| error.fault.message(lang));
        assert!(
            own.contains(&format!("skriv {danish}")) && other.contains(&format!("write {english}")),
            "{own} {other}"
        );
        assert!(!own.contains("expected") && !other.contains("expected") && !other.contains("Distrikt"), "{other}");
    }
    // A key of another place is not said to be unknown.
    let error =
        Mapping::read(b"[plan]\n\"/sag/sagstype\" = { column = \"A\", codes = { a = \"fleksjob\" } }").unwrap_err();
    assert_eq!(
        (error.fault.code(), error.fault.message(Lang::Da).as_str()),
        ("keyElsewhere", "nøglen »codes« hører ikke til her; »rehabplan map schema« viser, hvor den kan stå")
    );
    let twice = Mapping::read(b"{\"plan\": {\"/sag/sagstype\": \"A\", \"/sag/sagstype\": \"B\"}}").unwrap_err();
    assert_eq!(twice.fault.code(), "sameKey");
}
