//! Proposals for mappings.
#![cfg(feature = "csv")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use rehabplan::Lang;
use rehabplan_import::draft::{Table, draft};
use rehabplan_import::mapping::{MappingFile, Source};
use rehabplan_import::source::open_bytes;

fn table(name: &str, file: Option<&str>, text: &str) -> Table {
    let opened = open_bytes(text.as_bytes().to_vec(), &Source::default()).unwrap();
    Table { name: name.to_owned(), file: file.map(str::to_owned), opened }
}

/// What a mapping says of places, as pairs of place and column, in the order of the alphabet.
fn places(mapping: &MappingFile) -> Vec<(&str, &str)> {
    mapping.plan.0.iter().map(|(place, given)| (place.as_str(), given.name.as_deref().unwrap_or(""))).collect()
}

#[test]
fn two_files_are_recognised() {
    let cases = "Sagsnr;Distrikt;CPR-nr;Sagstype;Forberedende del afsluttet;Ønsker til fremtidigt job og uddannelse;Bemærkning;Mødedato\n\
        1;Nord;010203-1234;Fleksjob;02-03-2020;Bus;x;\n2;Syd;010203-1234;Ressourceforløb;3.3.2020;Tog;y;12-03-2020\n";
    let measures = "Sagsnr;Aktivitet;Startdato;Slutdato;Pris\n1;Praktik;1-2-2020;1-3-2020;12,5\n";
    let tables = vec![table("sager", None, cases), table("indsatser", Some("indsatser.csv"), measures)];
    let draft = draft(tables, Lang::Da);
    let mapping = draft.mapping.unwrap();
    let file = mapping.file();
    assert_eq!(file.id.as_ref().unwrap().name.as_deref(), Some("Sagsnr"));
    assert_eq!(file.carry, ["Distrikt"]);
    assert_eq!(
        places(file),
        [
            ("/forberedendeDel/dato", "Forberedende del afsluttet"),
            ("/forberedendeDel/oensker", "Ønsker til fremtidigt job og uddannelse"),
            ("/moede/dato", "Mødedato"),
            ("/sag/sagstype", "Sagstype"),
        ]
    );
    let [list] = file.lists.as_slice() else { panic!("one list") };
    assert_eq!((list.place.as_str(), list.table.as_deref()), ("/indsatsdel/tilbud", Some("indsatser")));
    let fields: Vec<_> =
        list.fields.0.iter().map(|(place, given)| (place.as_str(), given.name.as_deref().unwrap())).collect();
    assert_eq!(fields, [("/beskrivelse", "Aktivitet"), ("/slutdato", "Slutdato"), ("/startdato", "Startdato")]);
    assert_eq!(file.tables.0[0].1.file.as_deref(), Some("indsatser.csv"));
    // What is left is listed, and why a name of a person is.
    assert!(draft.toml.contains("#   Bemærkning: "));
    assert!(draft.toml.contains("#   CPR-nr: siger, hvem borgeren er"));
    assert!(draft.toml.contains("#   Pris: "));
    assert!(draft.toml.contains("# § 3: "));
    // Nothing that stands in the rows.
    for value in ["010203", "Nord", "Praktik", "12,5", "Bus"] {
        assert!(!draft.toml.contains(value), "{value}");
    }
}

#[test]
fn a_title_that_several_parts_have_is_taken_for_the_one_that_it_is_the_title_of_or_for_none() {
    let cases = "Sagsnr;Sagstype;Beskæftigelsesmæssige udfordringer;Sociale udfordringer;Begrundelse\n\
        1;Fleksjob;Har ingen uddannelse.;Bor alene.;Teamet lægger vægt på lægens svar.\n";
    let draft = draft(vec![table("sager", None, cases)], Lang::Da);
    let mapping = draft.mapping.unwrap();
    let all = places(mapping.file());
    assert!(all.contains(&("/forberedendeDel/udfordringer/sociale", "Sociale udfordringer")), "{all:?}");
    // It may be the reason of the recommendation, of a relief or of a measure.
    assert!(all.iter().all(|(_, column)| *column != "Begrundelse"), "{all:?}");
    assert!(draft.toml.contains("#   Begrundelse: kan være flere ting i en plan"));
}

#[test]
fn numbered_columns_are_a_list() {
    let cases = "Journalnummer;Sagstype;Indsats 1;Indsats 1 startdato;Indsats 2;Indsats 2 startdato\n1;Fleksjob;Praktik;1-2-2020;;\n";
    let draft = draft(vec![table("sager", None, cases)], Lang::Da);
    let mapping = draft.mapping.unwrap();
    let [list] = mapping.file().lists.as_slice() else { panic!("one list: {}", draft.toml) };
    assert_eq!(list.place, "/indsatsdel/tilbud");
    let fields: Vec<_> =
        list.fields.0.iter().map(|(place, given)| (place.as_str(), given.name.as_deref().unwrap())).collect();
    assert_eq!(fields, [("/beskrivelse", "Indsats {n}"), ("/startdato", "Indsats {n} startdato")]);
}

#[test]
fn what_is_not_recognised_is_said() {
    let draft = draft(vec![table("x", None, "Alfa;Beta\n1;2\n1;3\n")], Lang::En);
    assert!(draft.mapping.is_err());
    assert!(
        draft.toml.contains("none was found") && draft.toml.contains("without the type of case nothing is checked")
    );
    assert!(
        draft.toml.contains("#   Alfa: is like no place of a plan\n#   Beta: is like no place of a plan\n"),
        "{}",
        draft.toml
    );
}

#[test]
fn a_name_that_may_be_a_value_is_not_shown() {
    let text = "Sagsnr;Sagstype;Hun bor på Åvej 14 2. th. 4711 Ørby\n1;Fleksjob;x\n";
    let draft = draft(vec![table("x", None, text)], Lang::Da);
    assert!(!draft.toml.contains("Åvej"), "{}", draft.toml);
    assert!(draft.toml.contains("#   kolonne 3, hvis navn ikke vises"));
}

/// Whether a draft leaves out rows that are no cases.
fn leaves_out(text: &str) -> bool {
    draft(vec![table("sager", None, text)], Lang::Da).mapping.unwrap().file().skip_notes
}

#[test]
fn sums_and_notes_among_the_cases_are_left_out() {
    let table = |end: &str| format!("Sagsnr;Sagstype;Kategori;Ønsker\n1;Fleksjob;3;Bus\n2;Fleksjob;;Tog\n{end}");
    for none in [
        "I alt;2;1;\n",
        "Øst i alt;2;1;\n",
        "Øst;2;1;\n",
        "Total:\n",
        ";2;1;2\n",
        "Bemærk at tallene er foreløbige;;;\n",
        "Sagsnr;Sagstype;Kategori;Ønsker\n3;Fleksjob;3;Bil\n",
        ";Fleksjob;;Cykel\nSum;2;1;2\n",
    ] {
        assert!(leaves_out(&table(none)), "{none}");
    }
    // A row with an id is a case, and so is one without that says something of a case.
    for case in ["", ";;;Vil gerne hjem\n", ";Fleksjob;;Cykel\n", "3;;;\n", "3;2;1;4\n"] {
        assert!(!leaves_out(&table(case)), "{case}");
    }
    // Beyond what is looked at for the columns.
    let many: String = (3..2_000).map(|case| format!("{case};Fleksjob;;Tog\n")).collect();
    assert!(leaves_out(&table(&format!("{many}I alt;2000;;\n"))));
    assert!(leaves_out("Sagsnr;Sagstype\nI alt;1\n"));
    // Where no column is known as that of the ids, numbers may be one.
    assert!(!leaves_out("Plan-id;Sagstype;Kategori;Ønsker\nA1;Fleksjob;3;Bus\n17;2;1;4\nA3;;;\n"));
}

#[test]
fn an_export_with_a_row_for_each_measure_is_one_of_cases_and_of_measures() {
    let text = "Sagsnr;Distrikt;Sagstype;Mødedato;Indsats;Startdato;Bemærkning\n\
        1;Nord;Fleksjob;1-2-2020;Praktik;1-3-2020;a\n1;Nord;Fleksjob;1-2-2020;Mentor;1-4-2020;b\n2;Syd;Fleksjob;3-2-2020;Kursus;1-5-2020;a\n";
    let drafted = draft(vec![table("x", None, text)], Lang::Da);
    let mapping = drafted.mapping.unwrap();
    let file = mapping.file();
    assert!(file.once, "{}", drafted.toml);
    assert_eq!(
        (file.id.as_ref().unwrap().name.as_deref(), file.carry.as_slice()),
        (Some("Sagsnr"), &["Distrikt".to_owned()][..])
    );
    assert_eq!(places(file), [("/moede/dato", "Mødedato"), ("/sag/sagstype", "Sagstype")]);
    assert_eq!((file.tables.0[0].1.key.as_str(), file.tables.0[0].1.file.as_deref()), ("Sagsnr", None));
    let [list] = file.lists.as_slice() else { panic!("one list: {}", drafted.toml) };
    let fields: Vec<_> =
        list.fields.0.iter().map(|(place, given)| (place.as_str(), given.name.as_deref().unwrap())).collect();
    assert_eq!(
        (list.place.as_str(), fields),
        ("/indsatsdel/tilbud", vec![("/beskrivelse", "Indsats"), ("/startdato", "Startdato")])
    );
    // A row with one blank cell is a measure as the others are.
    assert!(list.conditions.0.is_empty(), "{}", drafted.toml);
    // One row of each case, and there is nothing to say twice.
    let single = text.replace("1;Nord;Fleksjob;1-2-2020;Mentor;1-4-2020;b\n", "");
    assert!(!draft(vec![table("x", None, &single)], Lang::Da).mapping.unwrap().file().once);
}

#[test]
fn a_row_for_each_measure_or_goal_is_known_where_there_is_little_else_in_it() {
    let measures = "Sagsnr;Sagstype;Indsats;Startdato;Slutdato;Formål;Ansvarlig;Ønsker\n\
        1;Fleksjob;Praktik;1-2-2021;1-5-2021;Afklaring;Jobcenter;Kok\n1;Fleksjob;Mentor;1-3-2021;1-6-2021;Støtte;Center;Kok\n\
        2;Fleksjob;Kursus;5-2-2021;1-4-2021;Viden;Jobcenter;Bus\n";
    let goals = "Sagsnr;Delmål;Begrundelse\n1;Praktik i køkken;Hun vil\n1;Kursus;Det kræves\n2;Lektiecafé;Hjælper\n";
    let more = "Sagsnr;Sagstype;Mål;Begrundelse for mål;Måldato\n1;Fleksjob;Praktik;Hun vil;1-2-2021\n1;Fleksjob;Kursus;Det kræves;1-3-2021\n";
    for (text, place, fields) in [
        (
            measures,
            "/indsatsdel/tilbud",
            vec![
                ("/ansvarligMyndighed", "Ansvarlig"),
                ("/beskrivelse", "Indsats"),
                ("/slutdato", "Slutdato"),
                ("/startdato", "Startdato"),
            ],
        ),
        (goals, "/indsatsdel/delmaal", vec![("/begrundelse", "Begrundelse"), ("/beskrivelse", "Delmål")]),
        (more, "/indsatsdel/delmaal", vec![("/begrundelse", "Begrundelse for mål"), ("/beskrivelse", "Mål")]),
    ] {
        let drafted = draft(vec![table("x", None, text)], Lang::Da);
        let mapping = drafted.mapping.unwrap();
        let file = mapping.file();
        assert!(file.once, "{}", drafted.toml);
        let [list] = file.lists.as_slice() else { panic!("one list: {}", drafted.toml) };
        let own: Vec<_> =
            list.fields.0.iter().map(|(place, given)| (place.as_str(), given.name.as_deref().unwrap())).collect();
        assert_eq!((list.place.as_str(), own), (place, fields));
        assert!(places(file).iter().all(|(place, _)| !place.starts_with("/forloeb")), "{}", drafted.toml);
    }
    // A number that two cases have by mistake makes no list of what is their own.
    let twice =
        "Sagsnr;Sagstype;Ønsker;Mødedato;Begrundelse\n1;Fleksjob;Kok;1-2-2021;Træt\n1;Fleksjob;Bus;1-3-2021;Rask\n";
    assert!(!draft(vec![table("x", None, twice)], Lang::Da).mapping.unwrap().file().once);
}

#[test]
fn what_documents_call_a_place_is_known_in_a_table() {
    let text = "Sagsnr;Sagstype;Fremtidsdrømme;Uddannelse og beskæftigelse;Familie og bolig;Sygdom og helbred;Borgerens syn på egen situation\n\
        1;Fleksjob;Kok;Skole;Alene;Rask;Godt\n";
    let mapping = draft(vec![table("x", None, text)], Lang::Da).mapping.unwrap();
    assert_eq!(
        places(mapping.file()),
        [
            ("/forberedendeDel/borgerensEgenVurdering", "Borgerens syn på egen situation"),
            ("/forberedendeDel/erfaringerRessourcer", "Uddannelse og beskæftigelse"),
            ("/forberedendeDel/helbred/situation", "Sygdom og helbred"),
            ("/forberedendeDel/oensker", "Fremtidsdrømme"),
            ("/forberedendeDel/personligeRessourcer/familie", "Familie og bolig"),
            ("/sag/sagstype", "Sagstype"),
        ]
    );
}

#[test]
fn an_id_has_many_names_and_is_never_a_persons_number() {
    for name in
        ["Sagsnummer (nr.)", "Sags-ID", "Sagsnr", "SagID", "CPR-løbenr", "SAGSNR.", "sags_id", "Forløbs-ID", "Løbenr."]
    {
        let draft = draft(vec![table("x", None, &format!("{name};Sagstype\n1;Fleksjob\n2;Fleksjob\n"))], Lang::Da);
        assert_eq!(draft.mapping.unwrap().file().id.as_ref().unwrap().name.as_deref(), Some(name));
    }
    let draft = draft(vec![table("x", None, "Løbenr;Sagstype\n010203-1234;Fleksjob\n0403021234;Fleksjob\n")], Lang::Da);
    assert_eq!(draft.mapping.unwrap().file().id, None);
}

#[test]
fn a_unit_behind_a_heading_is_no_part_of_its_name() {
    let text = "Sagsnr;Sagstype;Mødedato (dd-mm-åååå);Timer i virksomheden (t/uge)\n1;Fleksjob;1-2-2020;12\n";
    let draft = draft(vec![table("x", None, text)], Lang::Da);
    let mapping = draft.mapping.unwrap();
    assert_eq!(
        places(mapping.file()),
        [
            ("/forberedendeDel/selvstaendig/timerPrUge", "Timer i virksomheden (t/uge)"),
            ("/moede/dato", "Mødedato (dd-mm-åååå)"),
            ("/sag/sagstype", "Sagstype"),
        ]
    );
}

#[test]
fn letters_that_were_encoded_twice_are_pointed_out() {
    // Where some are right, it is not known which others are to be put right.
    let draft = draft(vec![table("x", None, "Sagsnr;Sagstype;Ønsker\n1;Fleksjob;KÃ¸re bus\n")], Lang::Da);
    assert!(draft.toml.contains("# Æ, ø og å er kodet to gange her"), "{}", draft.toml);
    assert!(!draft.toml.contains("KÃ"), "{}", draft.toml);
}

#[test]
fn what_stands_below_the_cases_and_words_for_nothing_are_no_values_that_cannot_be_read() {
    let text = "Sagsnr;Sagstype;Mødedato\n1;Fleksjob;20200302\n2;Fleksjob;00000000\n3;Fleksjob;NULL\nI alt;3\n";
    let draft = draft(vec![table("x", None, text)], Lang::Da);
    assert!(!draft.toml.contains("kan ikke læses"), "{}", draft.toml);
    assert!(draft.toml.contains("[read]\nnothing = [\"00000000\", \"NULL\"] "), "{}", draft.toml);
    assert!(draft.mapping.unwrap().file().read.nothing.is_some());
}

/// What a list of a mapping is: its place, what its entries come from, and each field with its name.
fn list(list: &rehabplan_import::mapping::List) -> (&str, &str, Vec<(&str, &str)>) {
    let fields = list.fields.0.iter().map(|(place, given)| (place.as_str(), given.name.as_deref().unwrap()));
    (&list.place, list.at.as_deref().or(list.table.as_deref()).unwrap_or_default(), fields.collect())
}

const NESTED: &str = r#"[
    {"sag": {"nr": "3001", "type": "fleksjob"}, "distrikt": "Nord", "plan": {"moede": {"dato": "2020-03-12"}, "oensker": "Bus",
     "helbred": {"situation": "Rask."}, "kommentar": "x"}, "indsatser": [{"navn": "Mentor", "fra": "2020-04-01", "pris": 2}], "id": [1]},
    {"sag": {"nr": "3002", "type": "ressourceforloeb"}, "distrikt": "Syd", "plan": null, "indsatser": []}
]"#;

#[test]
fn what_stands_further_in_is_looked_at_and_an_id_is_never_a_list() {
    for text in [NESTED.to_owned(), NESTED.replace("\"sag\": {\"nr\"", "\"sag\": {\"borger\": {}, \"nr\"")] {
        let drafted = draft(vec![table("x", None, &text)], Lang::Da);
        let mapping = drafted.mapping.unwrap();
        let file = mapping.file();
        assert_eq!(file.id.as_ref().unwrap().name.as_deref(), Some("/sag/nr"), "{}", drafted.toml);
        assert_eq!(file.carry, ["distrikt"]);
        assert_eq!(
            places(file),
            [
                ("/forberedendeDel/helbred/situation", "/plan/helbred/situation"),
                ("/forberedendeDel/oensker", "/plan/oensker"),
                ("/moede/dato", "/plan/moede/dato"),
                ("/sag/sagstype", "/sag/type"),
            ]
        );
        let [nested] = file.lists.as_slice() else { panic!("one list: {}", drafted.toml) };
        assert_eq!(
            list(nested),
            ("/indsatsdel/tilbud", "/indsatser", vec![("/beskrivelse", "/navn"), ("/startdato", "/fra")])
        );
        for left in ["#   /plan/kommentar: ", "#   id: "] {
            assert!(drafted.toml.contains(left), "{}", drafted.toml);
        }
    }
}

#[test]
fn what_a_draft_proposes_of_nested_values_is_read_so() {
    let open = || open_bytes(NESTED.as_bytes().to_vec(), &Source::default()).unwrap();
    let drafted = draft(vec![Table { name: "x".into(), file: None, opened: open() }], Lang::Da);
    let import = rehabplan_import::import::Import::with(&drafted.mapping.unwrap(), open(), None, Vec::new()).unwrap();
    let cases: Vec<_> = import.map(Result::unwrap).collect();
    let ids: Vec<_> = cases.iter().map(|case| case.id().unwrap()).collect();
    assert_eq!(ids, ["3001", "3002"]);
    let plan: serde_json::Value = serde_json::from_slice(&cases[0].plan()).unwrap();
    assert_eq!(plan["forberedendeDel"]["helbred"]["situation"], "Rask.");
    assert_eq!(plan["indsatsdel"]["tilbud"][0]["startdato"], "2020-04-01");
}

#[test]
fn a_key_that_may_be_a_value_is_not_looked_into_nor_shown() {
    let text = r#"[{"Sagsnr": 1, "Type": "fleksjob", "010203-1234": {"oensker": "Bus"}, "x": {"010203-1234": {"oensker": "Bus"}}}]"#;
    let drafted = draft(vec![table("x", None, text)], Lang::Da);
    assert!(!drafted.toml.contains("010203"), "{}", drafted.toml);
    assert!(drafted.toml.contains("hvis navn ikke vises"), "{}", drafted.toml);
}

#[test]
fn a_column_of_types_of_cases_is_proposed_by_what_stands_in_it() {
    let type_of = |text: &str| {
        let mapping = draft(vec![table("x", None, text)], Lang::Da).mapping.ok()?;
        places(mapping.file()).into_iter().find(|(place, _)| *place == "/sag/sagstype").map(|(_, name)| name.to_owned())
    };
    assert_eq!(
        type_of("Sagsnr;Sagens art;Mødedato\n1;Fleksjob;1-2-2020\n2;Ressourceforløb;1-2-2020\n3;;\n").as_deref(),
        Some("Sagens art")
    );
    // What a citizen gets is called by the same words, and of two columns nobody knows which it is.
    assert_eq!(type_of("Sagsnr;Ydelse nu;Mødedato\n1;Sygedagpenge;1-2-2020\n"), None);
    assert_eq!(type_of("Sagsnr;Emne;Spor\n1;Fleksjob;Fleksjob\n2;Fleksjob;Revalidering\n"), None);
    // One value that is none, and the column is another thing.
    assert_eq!(type_of("Sagsnr;Emne;Mødedato\n1;Fleksjob;1-2-2020\n2;Praktik;1-2-2020\n"), None);
}

#[test]
fn a_column_for_several_things_at_once_is_given_no_place_as_in_a_document() {
    for name in
        ["Kommunens hidtidige indsats", "Den praktiserende læges vurdering", "Lægeattest (LÆ 265)", "Indstilling"]
    {
        let text = format!("Sagsnr;Sagstype;{name}\n1;Fleksjob;Mentor i et år; og så en praktik.\n");
        let drafted = draft(vec![table("x", None, &text.replace("; og", ", og"))], Lang::Da);
        let mapping = drafted.mapping.unwrap();
        assert_eq!(places(mapping.file()), [("/sag/sagstype", "Sagstype")], "{name}");
        assert!(drafted.toml.contains(&format!("#   {name}: spørger om flere ting på én gang")), "{}", drafted.toml);
    }
    // What is recommended, in one word.
    let drafted = draft(vec![table("x", None, "Sagsnr;Sagstype;Indstilling\n1;Fleksjob;Fleksjob\n")], Lang::Da);
    assert!(places(drafted.mapping.unwrap().file()).contains(&("/indstilling/udfald", "Indstilling")));
}

#[test]
fn a_table_without_a_key_that_is_recognised_is_told() {
    let cases = || table("sager", None, "Sagsnr;Sagstype\n1;Fleksjob\n");
    let with = |text: &str| draft(vec![cases(), table("indsatser", Some("indsatser.csv"), text)], Lang::Da).toml;
    let told = "# »indsatser« er ikke brugt: ingen kolonne er genkendt som sagernes id";
    let without = with("Alfa;Indsats\n1;Praktik\n");
    assert!(without.contains(told) && !without.contains("[tables.indsatser]"), "{without}");
    let keyed = with("Sagsnr;Indsats\n1;Praktik\n");
    assert!(!keyed.contains(told) && keyed.contains("[tables.indsatser]"), "{keyed}");
}

#[test]
fn one_record_that_is_odd_hides_nothing_of_the_others() {
    for odd in ["[]", "\"ingen\"", "[1, 2]", "{}", "null"] {
        let text = format!(
            r#"[{{"sagsnr": 1, "sagstype": "fleksjob", "plan": {odd}, "indsatser": {odd}}},
                {{"sagsnr": 2, "sagstype": "fleksjob", "plan": {{"oensker": "Bus"}}, "indsatser": [{{"navn": "Mentor", "fra": "2020-04-01"}}]}},
                {{"sagsnr": 3, "sagstype": "fleksjob", "plan": {{"oensker": "Tog"}}, "indsatser": [{{"navn": "Kursus", "fra": "2020-05-01"}}]}}]"#
        );
        let drafted = draft(vec![table("x", None, &text)], Lang::Da);
        let mapping = drafted.mapping.unwrap();
        assert!(
            places(mapping.file()).contains(&("/forberedendeDel/oensker", "/plan/oensker")),
            "{odd}: {}",
            drafted.toml
        );
        let [nested] = mapping.file().lists.as_slice() else { panic!("{odd}: one list: {}", drafted.toml) };
        assert_eq!(list(nested).1, "/indsatser", "{odd}");
    }
}

#[test]
fn an_object_where_most_have_a_value_is_odd() {
    let case =
        |cv: &str| format!(r#"{{"sagsnr": 1, "sagstype": "fleksjob", "cv": {cv}, "plan": {{"oensker": {cv}}}}}"#);
    let text = format!("[{}, {}, {}]", case("{\"x\": 1}"), case("\"Bus\""), case("\"Tog\""));
    let drafted = draft(vec![table("x", None, &text)], Lang::Da);
    let mapping = drafted.mapping.unwrap();
    for place in [("/forberedendeDel/cv", "cv"), ("/forberedendeDel/oensker", "/plan/oensker")] {
        assert!(places(mapping.file()).contains(&place), "{}", drafted.toml);
    }
}

#[test]
fn cases_that_stand_further_in_are_found_there() {
    let cases = r#"[{"sagsnr": 1, "sagstype": "fleksjob", "oensker": "Bus"}, {"sagsnr": 2, "sagstype": "fleksjob", "oensker": "Tog"}]"#;
    for (text, at) in [
        (format!(r#"{{"kilder": {{"liste": {cases}}}}}"#), "/kilder/liste"),
        (
            format!(r#"{{"antal": 2, "dannet": "2020-03-02", "felter": [{{"navn": "sagsnr"}}], "sager": {cases}}}"#),
            "/sager",
        ),
    ] {
        let drafted = draft(vec![table("x", None, &text)], Lang::Da);
        assert!(drafted.toml.contains(&format!("source = {{ at = \"{at}\" }} ")), "{}", drafted.toml);
        let mapping = drafted.mapping.unwrap();
        assert_eq!(places(mapping.file()), [("/forberedendeDel/oensker", "oensker"), ("/sag/sagstype", "sagstype")]);
        let opened = open_bytes(text.clone().into(), &mapping.file().source).unwrap();
        let import = rehabplan_import::import::Import::with(&mapping, opened, None, Vec::new()).unwrap();
        assert_eq!(import.map(|case| case.unwrap().id().unwrap()).collect::<Vec<_>>(), ["1", "2"]);
    }
    // One case with a list of its own is a case.
    let one = r#"{"sagsnr": 1, "sagstype": "fleksjob", "oensker": "Bus", "indsatser": [{"id": 1, "navn": "Mentor", "fra": "2020-04-01"}]}"#;
    let drafted = draft(vec![table("x", None, one)], Lang::Da);
    assert!(!drafted.toml.contains("source ="), "{}", drafted.toml);
    assert_eq!(drafted.mapping.unwrap().file().lists.len(), 1);
}

#[test]
fn earlier_measures_go_to_the_list_of_their_kind() {
    let cases = || table("sager", None, "Sagsnr;Sagstype\n1;Fleksjob\n2;Fleksjob\n");
    let measures = |kinds: [&str; 3]| {
        let rows: String = kinds.iter().map(|kind| format!("1;{kind};Kursus;Job;1-2-2019;God\n")).collect();
        let text = format!("Sagsnr;Indsatsområde;Indhold;Formål;Startdato;Borgerens erfaring\n{rows}");
        draft(vec![cases(), table("hidtil", Some("hidtil.csv"), &text)], Lang::Da)
    };
    let drafted = measures(["Sundhed", "Beskæftigelse", "BESKÆFTIGELSE"]);
    let lists = drafted.mapping.unwrap();
    let told = |list: &rehabplan_import::mapping::List| {
        let [condition] = list.conditions.0.as_slice() else { panic!("one condition: {}", drafted.toml) };
        (list.place.clone(), condition.column.clone(), condition.is.clone().unwrap().0, list.fields.0.len())
    };
    let place = |end: &str| format!("/forberedendeDel/hidtidigIndsats/{end}");
    let column = || "Indsatsområde".to_owned();
    assert_eq!(
        lists.file().lists.iter().map(told).collect::<Vec<_>>(),
        [
            (place("beskaeftigelse"), column(), vec!["Beskæftigelse".into(), "BESKÆFTIGELSE".into()], 4),
            (place("sundhed"), column(), vec!["Sundhed".into()], 4),
        ]
    );
    // A word that nobody knows may be anything, and is not shown: its rows are in no list, which is said with their number.
    let drafted = measures(["Sundhed", "Hemmelig", "Beskæftigelse"]);
    let told: Vec<_> = drafted.mapping.as_ref().unwrap().file().lists.iter().map(|list| list.place.clone()).collect();
    assert_eq!(told, [place("beskaeftigelse"), place("sundhed")], "{}", drafted.toml);
    assert!(!drafted.toml.contains("Hemmelig"), "{}", drafted.toml);
    assert!(
        drafted.toml.contains("»Indsatsområde« ikke er genkendt, så de er i ingen liste: 1 af"),
        "{}",
        drafted.toml
    );
    // Where none is known, the rows are in no list, and the column is pointed out.
    let drafted = measures(["A", "B", "A"]);
    assert!(!drafted.toml.contains("[[lists]]"), "{}", drafted.toml);
    assert!(
        drafted.toml.contains("#   Indsatsområde: siger måske, hvilken slags indsats rækken er"),
        "{}",
        drafted.toml
    );
}

#[test]
fn the_kind_of_an_earlier_measure_is_known_by_what_its_column_is_called_wherever_the_rows_stand() {
    let place = |end: &str| format!("/forberedendeDel/hidtidigIndsats/{end}");
    let told = |drafted: &rehabplan_import::draft::MappingDraft| -> Vec<(String, String)> {
        let lists = &drafted.mapping.as_ref().unwrap().file().lists;
        lists.iter().map(|list| (list.place.clone(), list.conditions.0[0].column.clone())).collect()
    };
    for called in ["Art", "Type", "Indsatstype", "Område", "Foranstaltning"] {
        let cases = || table("sager", None, "Sagsnr;Sagstype\n1;Fleksjob\n2;Fleksjob\n");
        let rows = "1;Beskæftigelse;Kursus;1-2-2019;God\n1;Andet;Gå;1-2-2019;God\n2;Sundhed;Klinik;1-2-2019;God\n";
        let text = format!("Sagsnr;{called};Beskrivelse;Startdato;Borgerens erfaring\n{rows}");
        let drafted = draft(vec![cases(), table("hidtidige indsatser", Some("h.csv"), &text)], Lang::Da);
        let column = called.to_owned();
        assert_eq!(told(&drafted), [(place("beskaeftigelse"), column.clone()), (place("sundhed"), column)], "{called}");
        assert!(drafted.toml.contains(&format!("»{called}« ikke er genkendt")), "{}", drafted.toml);
        assert!(drafted.toml.contains("\"/indhold\" = \"Beskrivelse\""), "{}", drafted.toml);
    }
    // In the rows of the cases themselves.
    let rows = "Sagsnr;Sagstype;Art;Indhold;Fra;Til;Kommunens erfaring\n\
        1;Fleksjob;Social;Støtte;1-2-2019;1-3-2019;God\n1;Fleksjob;Sundhed;Klinik;2-2-2019;2-3-2019;Dårlig\n\
        2;Fleksjob;Social;Støtte;3-2-2019;3-3-2019;Ringe\n";
    let drafted = draft(vec![table("sager", None, rows)], Lang::Da);
    let column = || "Art".to_owned();
    assert_eq!(told(&drafted), [(place("socialBorger"), column()), (place("sundhed"), column())], "{}", drafted.toml);
    // What is done, of which one happens to be called as a kind is, tells no kinds.
    let text = "Sagsnr;Foranstaltning;Startdato;Borgerens erfaring\n1;Job;1-2-2019;God\n1;Kursus;1-2-2019;God\n\
        2;Praktik;1-2-2019;God\n";
    let cases = table("sager", None, "Sagsnr;Sagstype\n1;Fleksjob\n2;Fleksjob\n");
    let drafted = draft(vec![cases, table("hidtidige indsatser", Some("h.csv"), text)], Lang::Da);
    assert!(
        drafted.toml.contains("\"/indhold\" = \"Foranstaltning\"") && !drafted.toml.contains("where"),
        "{}",
        drafted.toml
    );
}

#[test]
fn rows_without_an_id_are_those_of_the_case_above_them_or_are_told() {
    let head = "Sagsnr;Sagstype;Ønsker;Indsats\n";
    let of = |rows: &str| draft(vec![table("sager", None, &format!("{head}{rows}"))], Lang::Da);
    let drafted = of("S1;Fleksjob;Bus;Praktik\n;;;Mentor\n;;;Kursus\nS2;Fleksjob;Tog;Praktik\n");
    let mapping = drafted.mapping.unwrap();
    let file = mapping.file();
    assert_eq!((file.source.fill.as_slice(), file.once), (&["Sagsnr".to_owned()][..], true), "{}", drafted.toml);
    assert_eq!(places(file), [("/forberedendeDel/oensker", "Ønsker"), ("/sag/sagstype", "Sagstype")]);
    let [list] = file.lists.as_slice() else { panic!("one list: {}", drafted.toml) };
    assert_eq!((list.place.as_str(), list.fields.0[0].1.name.as_deref()), ("/indsatsdel/tilbud", Some("Indsats")));
    // The day on which a measure ends may be blank in all but the first of them, and is none of the course.
    let head = "Sagsnr;Sagstype;Indsats;Startdato;Slutdato\n";
    let rows = "S1;Fleksjob;Praktik;1-2-2021;1-5-2021\n;;Mentor;1-3-2021;\nS2;Fleksjob;Kursus;1-2-2021;1-4-2021\n";
    let dated = draft(vec![table("sager", None, &format!("{head}{rows}"))], Lang::Da);
    let mapping = dated.mapping.unwrap();
    let fields = &mapping.file().lists[0].fields.0;
    assert!(fields.iter().any(|(place, _)| place == "/slutdato"), "{}", dated.toml);
    // What ends the table belongs to its case too.
    let drafted = of("S1;Fleksjob;Bus;Praktik\n;;;Mentor\nS2;Fleksjob;Tog;Praktik\n;;;Mentor\n");
    assert!(!drafted.toml.contains("skip") && drafted.toml.contains("fill = "), "{}", drafted.toml);
    // In a table whose numbers come again, a row without one is of nobody's case.
    let cases = || table("sager", None, "Sagsnr;Sagstype;Ønsker\n7;Fleksjob;Kok\n8;Fleksjob;Maler\n9;Fleksjob;Smed\n");
    let measures = "Sagsnr;Tilbud;Startdato;Slutdato\n7;Praktik;1-2-2021;1-5-2021\n7;Kursus;1-2-2021;1-5-2021\n\
        8;Mentor;1-2-2021;1-5-2021\n;Praktik;1-2-2021;1-5-2021\n9;Kursus;1-2-2021;1-5-2021\n";
    let drafted = draft(vec![cases(), table("indsatser", Some("i.csv"), measures)], Lang::Da);
    assert!(
        !drafted.toml.contains("fill = [\"Sagsnr\"]\n") && !drafted.toml.contains("fill = [\"Sagsnr\"] }"),
        "{}",
        drafted.toml
    );
    // What has a type of its own is a case of its own.
    let drafted = of("S1;Fleksjob;Bus;Praktik\n;Fleksjob;Tog;Mentor\nS2;Fleksjob;Tog;Praktik\n");
    assert!(drafted.mapping.unwrap().file().source.fill.is_empty());
    assert!(drafted.toml.contains("# Rækker, hvor »Sagsnr« er tom: 1 af de første; "), "{}", drafted.toml);
    // A sum at the end is no such row.
    let drafted = of("S1;Fleksjob;Bus;Praktik\nS2;Fleksjob;Tog;Praktik\n;I alt: 2;;\n");
    assert!(!drafted.toml.contains("er tom") && drafted.toml.contains("skip_notes = true"), "{}", drafted.toml);
}

#[test]
fn a_column_that_is_called_as_an_id_and_is_none_is_told_with_the_reason() {
    let unlike = "Sagsnr;Sagstype;Ønsker;Mål;Mødedato\n1;Fleksjob;Bus;a;1-2-2020\n1;Førtidspension;Tog;b;2-2-2020\n";
    let persons = "Sagsnr;Sagstype\n010203-1234;Fleksjob\n020304-1234;Fleksjob\n";
    for (text, told) in [(unlike, "# id = \"Sagsnr\"    # samme nummer"), (persons, "i »Sagsnr«, siger, hvem")] {
        let drafted = draft(vec![table("sager", None, text)], Lang::Da);
        assert!(drafted.toml.contains(told), "{}", drafted.toml);
        assert_eq!(drafted.mapping.unwrap().file().id, None);
        assert!(!drafted.toml.contains("0102"), "{}", drafted.toml);
    }
}

#[test]
fn errors_of_a_spreadsheet_are_not_proposed_as_nothing() {
    let drafted = draft(
        vec![table("x", None, "Sagsnr;Sagstype;Mødedato\n1;Fleksjob;#N/A\n2;Fleksjob;1-2-2020\n3;Fleksjob;2-2-2020\n")],
        Lang::Da,
    );
    assert!(!drafted.toml.contains("nothing"), "{}", drafted.toml);
    assert!(drafted.toml.contains("1 af de første værdier kan ikke læses her"), "{}", drafted.toml);
}

#[test]
fn rows_that_cannot_be_read_are_told() {
    let cases = "Sagsnr;Sagstype;Ønsker;Note\n1;fleksjob;Bus;x\n2;fleksjob;Bus; men hemmeligt;\n";
    let draft = draft(vec![table("sager", None, cases)], Lang::Da);
    let [(0, error)] = draft.unreadable.as_slice() else { panic!("one row") };
    assert_eq!(error.row, Some(3));
    assert!(draft.toml.contains("#   række 3: rækken har flere celler"), "{}", draft.toml);
    assert!(!draft.toml.contains("hemmeligt"));
}

#[test]
fn headings_are_known_however_they_are_cut_short_and_what_is_left_over_says_why() {
    let draft = |text: &str| draft(vec![table("sager", None, text)], Lang::Da);
    for (heading, place) in [
        ("Udfordringer i forhold til job og uddannelse", "/forberedendeDel/udfordringer/samlet"),
        ("Udfordringer ift. job og uddannelse", "/forberedendeDel/udfordringer/samlet"),
        ("Udfordringer i forhold til arbejde eller uddannelse", "/forberedendeDel/udfordringer/samlet"),
        ("Helbredsattest modtaget (LÆ 265)", "/forberedendeDel/laege/attest"),
        ("Varighed (mdr.)", "/forloeb/varighedMaaneder"),
        ("Varighed (måneder)", "/forloeb/varighedMaaneder"),
    ] {
        let value = if heading.starts_with('V') { "12" } else { "Ja" };
        let value = if heading.starts_with('U') { "Ondt i ryggen hele dagen." } else { value };
        let draft = draft(&format!("Sagsnr;Sagstype;{heading}\n1;fleksjob;{value}\n"));
        let mapping = draft.mapping.unwrap();
        assert!(places(mapping.file()).contains(&(place, heading)), "{heading}\n{}", draft.toml);
    }
    // Hours a week may be those of anything.
    let hours = draft("Sagsnr;Sagstype;Timer pr. uge;Ønsker;Xyzzy\n1;fleksjob;12;Bus;a\n");
    assert_eq!(places(hours.mapping.unwrap().file()).len(), 2, "{}", hours.toml);
    assert!(hours.toml.contains("#   Timer pr. uge: kan være flere ting i en plan"), "{}", hours.toml);
    assert!(hours.toml.contains("#   Xyzzy: ligner intet sted i en plan"), "{}", hours.toml);
}

#[test]
fn what_names_a_case_is_not_taken_for_its_type() {
    let with = |text: &str| draft(vec![table("sager", None, text)], Lang::Da).toml;
    let answers = with("Sag;Spørgsmål;Svar\nA-1;Ønsker;Bus\nA-1;CV;Kok\nA-2;CV;\n");
    let says = |line: &str| !line.starts_with('#') && line.contains("= \"Sag\"");
    assert!(!answers.lines().any(says), "{answers}");
    // Codes of the system's own are those of a type all the same.
    let own = with("Sagsnr;Sagstyp;Ønsker\n1;K7;Bus\n2;K9;Tog\n");
    assert!(own.contains("\"/sag/sagstype\" = \"Sagstyp\""), "{own}");
}

#[test]
fn days_with_the_month_first_are_given_their_form() {
    let cases = "Sagsnr;Sagstype;Mødedato;Forberedende del afsluttet\n1;Fleksjob;12/31/2020;31-12-2020\n\
        2;Fleksjob;03/04/2020;03-04-2020\n3;Fleksjob;1/5/2021;\n";
    let draft = draft(vec![table("sager", None, cases)], Lang::Da);
    let mapping = draft.mapping.unwrap();
    let given = |place: &str| {
        let given = mapping.file().plan.0.iter().find(|(name, _)| name == place).map(|(_, given)| given).unwrap();
        (given.more.column.clone(), given.more.read.dates.as_ref().map(|dates| dates.0.clone()))
    };
    assert_eq!(given("/moede/dato"), (Some("Mødedato".into()), Some(vec!["mm/dd/yyyy".into()])));
    assert_eq!(given("/forberedendeDel/dato"), (None, None));
    assert!(draft.toml.contains("måneden først"));
}

#[test]
fn the_part_on_the_way_to_a_value_decides() {
    let case =
        br#"[{"sag": {"nummer": "1", "type": "Fleksjob"}, "forberedende": {"udfordringer": {"sociale": "Bor alene."}},
        "indsatser": [{"art": "job", "indhold": "Praktik", "formaal": "Afklaring", "fra": "2019-01-01"}]}]"#;
    let opened = open_bytes(case.to_vec(), &Source::default()).unwrap();
    let draft = draft(vec![Table { name: "sager".into(), file: None, opened }], Lang::Da);
    let mapping = draft.mapping.unwrap();
    let all = places(mapping.file());
    let place = all.iter().find(|(_, column)| *column == "/forberedende/udfordringer/sociale").map(|(place, _)| *place);
    assert!(place.is_none_or(|place| place.starts_with("/forberedendeDel/")), "{all:?}");
    assert!(mapping.file().lists.is_empty() || draft.toml.contains("# gæt: "), "{}", draft.toml);
    let lists: Vec<&str> = draft.toml.lines().filter(|line| line.starts_with("[[lists]]")).collect();
    assert!(lists.iter().all(|line| line.contains("# gæt: ")), "{lists:?}");
}

#[test]
fn an_export_with_a_row_for_each_answer_is_one_of_cases() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/import/svar-paa-raekker");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let drafted = draft(vec![table("svar", None, &read("svar.csv"))], Lang::Da);
    let by_hand = rehabplan_import::mapping::Mapping::read(read("kort.toml").as_bytes()).unwrap();
    let (drafted, by_hand) = (drafted.mapping.unwrap(), by_hand.file().clone());
    let file = drafted.file();
    assert_eq!((&file.id, file.once, &file.tables), (&by_hand.id, by_hand.once, &by_hand.tables));
    let sorted = |file: &MappingFile| {
        let mut all: Vec<String> = file.plan.0.iter().map(|(place, given)| format!("{place} {given:?}")).collect();
        all.sort();
        all
    };
    assert_eq!(sorted(file), sorted(&by_hand));
}

#[test]
fn a_question_that_nobody_knows_is_counted_and_not_shown() {
    let rows = "Sagsnr;Sagstype;Felt;Besvarelse\n1;Fleksjob;Helbred;Rask\n1;Fleksjob;Ønsker;Bus\n1;Fleksjob;CV;Smed\n\
        1;Fleksjob;Netværk;En bror\n1;Fleksjob;Jens Hansens bil;Rød\n2;Fleksjob;Helbred;Syg\n2;Fleksjob;Ønsker;Tog\n";
    let draft = draft(vec![table("svar", None, rows)], Lang::Da);
    assert!(draft.toml.contains("hvis ord ikke vises: 1;"), "{}", draft.toml);
    assert!(!draft.toml.contains("Jens") && !draft.toml.contains("Smed"), "{}", draft.toml);
    let mapping = draft.mapping.unwrap();
    let all: Vec<&str> = mapping.file().plan.0.iter().map(|(place, _)| place.as_str()).collect();
    let expected = [
        "/forberedendeDel/cv",
        "/forberedendeDel/helbred/situation",
        "/forberedendeDel/oensker",
        "/forberedendeDel/personligeRessourcer/netvaerk",
        "/sag/sagstype",
    ];
    let mut sorted = all.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, expected);
}

#[test]
fn a_name_with_a_word_that_a_place_does_not_have_is_no_guess() {
    let cases = "Sagsnr;Sagstype;Besk. udfordringer;Soc. udfordringer;Borgers helbredsvurdering;Kommunens vurdering;Øk. udfordringer\n\
        1;Fleksjob;Kan ikke løfte;Gæld;Mener, det går;Vi mener noget;Gæld\n";
    let draft = draft(vec![table("sager", None, cases)], Lang::Da);
    let mapping = draft.mapping.unwrap();
    assert_eq!(
        places(mapping.file()),
        [
            ("/forberedendeDel/udfordringer/beskaeftigelse", "Besk. udfordringer"),
            ("/forberedendeDel/udfordringer/sociale", "Soc. udfordringer"),
            ("/sag/sagstype", "Sagstype"),
        ]
    );
    assert!(draft.toml.contains("\"Soc. udfordringer\"    # gæt: "), "cut short it is a guess: {}", draft.toml);
    for left in ["Borgers helbredsvurdering", "Kommunens vurdering", "Øk. udfordringer"] {
        assert!(draft.toml.contains(&format!("#   {left}: ")), "{left}");
    }
}

#[test]
fn the_number_of_a_case_further_in_is_its_id() {
    let opened = |text: &str| {
        let opened = open_bytes(text.as_bytes().to_vec(), &Source::default()).unwrap();
        Table { name: "sager".to_owned(), file: None, opened }
    };
    let lines = "{\"sag\":{\"nummer\":\"4711\",\"type\":\"fleksjob\"}}\n{\"sag\":{\"nummer\":\"4712\",\"type\":\"fleksjob\"}}\n";
    let mapping = draft(vec![opened(lines)], Lang::Da).mapping.unwrap();
    assert!(format!("{:?}", mapping.file().id).contains("/sag/nummer"), "{:?}", mapping.file().id);
}

#[test]
fn a_name_of_fields_or_of_several_things_is_no_guess() {
    let text = "Sagsnr;Beskrivelse;Tekst A;Uddannelse;Felt 12;Svar;Ønsker\n1;Bor i hus;Et;To;Tre;Fire;Bus\n";
    let draft = draft(vec![table("sager", None, text)], Lang::Da);
    assert_eq!(places(draft.mapping.unwrap().file()), [("/forberedendeDel/oensker", "Ønsker")]);
    // In a list of measures it is what they are.
    let measures = table("tilbud", Some("tilbud.csv"), "Sagsnr;Beskrivelse\n1;Praktik\n");
    let draft = self::draft(vec![table("sager", None, "Sagsnr;Ønsker\n1;Bus\n"), measures], Lang::Da);
    assert_eq!(draft.mapping.unwrap().file().lists[0].fields.0[0].0, "/beskrivelse");
}

#[test]
fn what_hinders_work_is_a_challenge() {
    let text =
        r#"[{"sagsnr": "1", "forberedendeDel": {"udfordringer": {"job": "Kan ikke stå.", "sociale": "Gæld."}}}]"#;
    let draft = draft(vec![table("sager", None, text)], Lang::Da);
    let file = draft.mapping.unwrap();
    assert_eq!(
        places(file.file()),
        [
            ("/forberedendeDel/udfordringer/beskaeftigelse", "/forberedendeDel/udfordringer/job"),
            ("/forberedendeDel/udfordringer/sociale", "/forberedendeDel/udfordringer/sociale"),
        ]
    );
}

#[test]
fn english_names_of_the_fields_are_known() {
    let text = r#"[{"caseNumber": "1", "preparatoryPart": {"wishes": "Bus.", "socialChallenges": "Gæld.", "supportHistory": "Løn."},
        "meeting": {"date": "2020-03-12"}}]"#;
    let draft = draft(vec![table("cases", None, text)], Lang::En);
    let mapping = draft.mapping.unwrap();
    for place in [
        ("/forberedendeDel/oensker", "/preparatoryPart/wishes"),
        ("/forberedendeDel/forsoergelseshistorik", "/preparatoryPart/supportHistory"),
        ("/forberedendeDel/udfordringer/sociale", "/preparatoryPart/socialChallenges"),
        ("/moede/dato", "/meeting/date"),
    ] {
        assert!(places(mapping.file()).contains(&place), "{place:?} in {}", draft.toml);
    }
    // The part that two have in common makes them no more alike.
    let text = r#"[{"sagsnr": "1", "preparatoryPart": {"zebras": "x"}, "forberedendeDel": {"zebraer": "x"}}]"#;
    let draft = self::draft(vec![table("cases", None, text)], Lang::En);
    assert!(draft.mapping.is_err(), "{}", draft.toml);
}

#[test]
fn words_that_are_cut_short_and_english_keys_are_known() {
    let cases = "sagsnr;sagstype;forb_del_dato;fors_historik;oensker\n1;fleksjob;20240312;SU.;Bus\n";
    let toml = draft(vec![table("sager", None, cases)], Lang::Da).toml;
    for line in [
        r#""/forberedendeDel/dato" = "forb_del_dato""#,
        r#""/forberedendeDel/forsoergelseshistorik" = "fors_historik""#,
    ] {
        assert!(toml.contains(line), "{toml}");
    }
    let cases = r#"{"cases": [{"caseNo": "1", "caseType": "fleksjob", "preparatoryPart": {"date": "2024-03-12"},
        "measures": [{"description": "Mentor", "start": "2024-04-01", "colour": "red"}]}]}"#;
    let draft = draft(vec![table("sager", None, cases)], Lang::En);
    let file = draft.mapping.unwrap();
    let file = file.file();
    assert_eq!(file.id.as_ref().unwrap().name.as_deref(), Some("caseNo"));
    assert_eq!(places(file), [("/forberedendeDel/dato", "/preparatoryPart/date"), ("/sag/sagstype", "caseType")]);
    let fields: Vec<_> = file.lists[0].fields.0.iter().map(|(place, _)| place.as_str()).collect();
    assert_eq!((file.lists[0].place.as_str(), fields), ("/indsatsdel/tilbud", vec!["/beskrivelse", "/startdato"]));
    // What stands in the entries and is used for nothing is listed.
    assert!(draft.toml.contains("#   measures: /colour"), "{}", draft.toml);
}

#[test]
fn a_way_that_is_the_places_own_is_sure_and_one_that_ends_so_a_guess() {
    let of = |text: &str| {
        let draft = draft(vec![table("sager", None, text)], Lang::Da);
        (draft.mapping.unwrap().file().clone(), draft.toml)
    };
    let own = r#"[{"id":1,"forberedendeDel":{"helbred":{"borgerensVurdering":"Ti timer"},"oensker":"Bus"}}]"#;
    let (file, _) = of(own);
    for place in ["/forberedendeDel/helbred/borgerensVurdering", "/forberedendeDel/oensker"] {
        assert!(places(&file).contains(&(place, place)), "{:?}", places(&file));
    }
    let (file, text) = of(r#"[{"id":1,"person":{"udfordringer":{"sociale":"Bor langt væk"},"oensker":"Bus"}}]"#);
    let place = "/forberedendeDel/udfordringer/sociale";
    assert!(places(&file).contains(&(place, "/person/udfordringer/sociale")), "{:?}", places(&file));
    assert!(text.lines().any(|line| line.contains(place) && line.contains("gæt")), "{text}");
}

#[test]
fn days_beside_a_measure_may_be_of_the_measure() {
    let drafted = |text: &str| draft(vec![table("x", None, text)], Lang::Da).toml;
    let is_guess = |toml: &str, place: &str| {
        let line = toml.lines().find(|line| line.contains(&format!("\"{place}\""))).unwrap_or_default();
        (!line.is_empty()).then(|| line.contains("gæt"))
    };
    let measure = drafted(
        "Sagsnr;Sagstype;Indsats;Startdato;Slutdato\n1;Fleksjob;Praktik;1-3-2020;1-6-2020\n2;Fleksjob;Kursus;1-5-2020;1-9-2020\n",
    );
    let course =
        drafted("Sagsnr;Sagstype;Startdato;Slutdato\n1;Fleksjob;1-3-2020;1-6-2020\n2;Fleksjob;1-5-2020;1-9-2020\n");
    for place in ["/forloeb/startdato", "/forloeb/slutdato"] {
        assert_ne!(is_guess(&measure, place), Some(false), "{measure}");
        // Nothing says that they are of the course.
        assert_eq!(is_guess(&course, place), Some(true), "{course}");
    }
}

#[test]
fn measures_with_experiences_are_earlier_ones_and_their_days_are_not_those_of_the_course() {
    let names = ["Indsats", "Formål", "Startdato", "Slutdato", "Kommunens erfaring", "Borgerens erfaring"];
    let numbered = |number: u32| names.map(|name| format!("{name} {number}")).join(";");
    let measure = "Praktik;Afklaring;1-3-2019;1-6-2019;Gik godt;Var træt";
    let rows = format!("Sagsnr;Sagstype;{};{}\n1;Fleksjob;{measure};{measure}\n", numbered(1), numbered(2));
    let numbered = draft(vec![table("sager", None, &rows)], Lang::Da);
    let mapping = numbered.mapping.unwrap();
    let [list] = mapping.file().lists.as_slice() else { panic!("{}", numbered.toml) };
    assert_eq!(list.place, "/forberedendeDel/hidtidigIndsats/beskaeftigelse");
    let fields: Vec<&str> = list.fields.0.iter().map(|(field, _)| field.as_str()).collect();
    for field in ["/indhold", "/formaal", "/startdato", "/slutdato", "/kommunensErfaring", "/borgerensErfaring"] {
        assert!(fields.contains(&field), "{field} in {}", numbered.toml);
    }
    assert!(numbered.toml.lines().any(|line| line.starts_with("[[lists]]") && line.contains("gæt")));
    // Planned measures have none.
    let rows =
        "Sagsnr;Sagstype;Indsats 1;Startdato 1;Indsats 2;Startdato 2\n1;Fleksjob;Praktik;1-3-2019;Kursus;1-6-2019\n";
    let planned = draft(vec![table("sager", None, rows)], Lang::Da).mapping.unwrap();
    assert_eq!(planned.file().lists[0].place, "/indsatsdel/tilbud");
    // A row for each measure, with or without its purpose.
    for (names, values) in [(";Indhold;Formål", ";Praktik;Afklaring"), ("", "")] {
        let rows = format!(
            "Sagsnr;Sagstype;Ønsker;Startdato{names}\n1;Fleksjob;Bus;1-3-2020{values}\n1;Fleksjob;Bus;1-3-2020{values}\n\
            2;Fleksjob;Tog;1-5-2020{values}\n"
        );
        let toml = draft(vec![table("sager", None, &rows)], Lang::Da).toml;
        let day = toml.lines().find(|line| line.starts_with("\"/forloeb/startdato\""));
        assert!(day.is_none_or(|line| line.contains("gæt")), "{toml}");
    }
}

#[test]
fn words_that_systems_write_in_blank_cells_are_proposed_as_nothing() {
    let cases = "Sagsnr;Sagstype;Familieforhold;Socialt netværk;Helbredssituation\n1;Fleksjob;(BLANK);Ukendt;Ja\n2;Fleksjob;(tom);12-03-2020;Ukendt i egnen\n";
    let draft = draft(vec![table("sager", None, cases)], Lang::Da);
    // A word alone and a day alone are answers: somebody wrote them.
    assert!(draft.toml.contains("nothing = [\"(blank)\", \"(tom)\", \"Ukendt\"]"), "{}", draft.toml);
}

#[test]
fn the_wishes_of_relatives_are_not_those_of_the_citizen() {
    let proposed = |column: &str| {
        let cases = format!("Sagsnr;Sagstype;{column}\n1;Fleksjob;At køre bus\n2;Fleksjob;At køre tog\n");
        let draft = draft(vec![table("sager", None, &cases)], Lang::Da);
        places(draft.mapping.unwrap().file())
            .iter()
            .find(|(_, name)| *name == column)
            .map(|(place, _)| (*place).to_owned())
    };
    for other in ["Ønsker (pårørende)", "Oensker (aegtefaelle)", "Helbredssituation (barn)"] {
        assert_eq!(proposed(other), None, "{other}");
    }
    assert_eq!(proposed("Ønsker (borger)").as_deref(), Some("/forberedendeDel/oensker"));
    let family = "/forberedendeDel/personligeRessourcer/familie";
    assert_eq!(proposed("Familieforhold (børn, ægtefælle)").as_deref(), Some(family));
}

#[test]
fn several_values_in_a_cell_are_proposed_with_what_stands_between_them() {
    for (sign, cell) in [(",", "Beskæftigelse, sundhedskoordinator"), ("/", "Beskæftigelse / sundhedskoordinator")] {
        let cases = format!("Sagsnr;Sagstype;Deltagere\n1;Fleksjob;{cell}\n2;Fleksjob;Borgeren\n");
        let draft = draft(vec![table("sager", None, &cases)], Lang::Da);
        let line = format!("\"/moede/deltagere\" = {{ column = \"Deltagere\", split = \"{sign}\" }}");
        assert!(draft.toml.contains(&line), "{}", draft.toml);
        assert!(draft.mapping.is_ok());
    }
}

#[test]
fn a_question_that_is_answered_by_types_of_cases_asks_for_the_type() {
    let of = |question: &str| {
        let rows = |case: &str, kind: &str| {
            format!(
                "{case};{question};{kind}\n{case};Ønsker til job og uddannelse;Bus\n{case};Familieforhold;Gift\n{case};Socialt netværk;Søster\n{case};Helbredssituation;Slidgigt\n"
            )
        };
        let text = format!("Sagsnr;Spørgsmål;Svar\n{}{}", rows("1", "Fleksjob"), rows("2", "Førtidspension"));
        draft(vec![table("sager", None, &text)], Lang::Da).toml
    };
    let is_proposed = |toml: &str| toml.contains("\n\"/sag/sagstype\" = { table = \"svar\"");
    assert!(is_proposed(&of("Hvad skal teamet se på")));
    // What somebody gets or is granted has the same words.
    assert!(!is_proposed(&of("Hvilken ydelse får borgeren")));
}

#[test]
fn what_is_told_of_earlier_measures_goes_to_none_that_is_planned() {
    let cases = "Sagsnr;Sagstype;Ønsker\n1;Fleksjob;Bus\n2;Fleksjob;Tog\n";
    for head in
        ["Indsatstype;Tidligere indsats;Startdato;Slutdato", "Kategori;Indsats;Start på tidligere indsats;Slutdato"]
    {
        let rows = format!(
            "Sagsnr;{head}\n1;Social indsats;Mentor;01-02-2018;01-05-2018\n1;Beskæftigelse;Praktik;01-02-2019;01-05-2019\n"
        );
        let tables = vec![table("sager", None, cases), table("forloeb", Some("forloeb.csv"), &rows)];
        let draft = draft(tables, Lang::Da);
        let mapping = draft.mapping.unwrap();
        let lists: Vec<_> = mapping.file().lists.iter().map(|list| list.place.as_str()).collect();
        let earlier = ["beskaeftigelse", "socialBorger"].map(|kind| format!("/forberedendeDel/hidtidigIndsats/{kind}"));
        assert_eq!(lists, earlier, "{}", draft.toml);
    }
    // Of which kind each of several in one row is, no list can say.
    let numbered = "Sagsnr;Sagstype;Tidligere indsats 1;Tidligere indsats 1 type;Tidligere indsats 2;Tidligere indsats 2 type\n\
        1;Fleksjob;Mentor;Social indsats;Praktik;Beskæftigelse\n";
    let numbered = draft(vec![table("sager", None, numbered)], Lang::Da);
    assert!(numbered.mapping.unwrap().file().lists.is_empty(), "{}", numbered.toml);
}

#[test]
fn numbered_aims_are_aims_beside_numbered_measures() {
    let cases = |head: &str, row: &str| table("sager", None, &format!("Sagsnr;Sagstype;{head}\n1;Fleksjob;{row}\n"));
    let aims = ("/indsatsdel/delmaal", "", vec![("/beskrivelse", "Delmål {n}")]);
    let drafted = draft(vec![cases("Delmål 1;Delmål 2;Tilbud 1;Tilbud 2", "Sove;Gå;Praktik;Mentor")], Lang::Da);
    let mapping = drafted.mapping.unwrap();
    let lists: Vec<_> = mapping.file().lists.iter().map(list).collect();
    assert!(lists.contains(&aims), "{}", drafted.toml);
    let measures = lists.iter().find(|(place, ..)| *place == "/indsatsdel/tilbud").unwrap();
    assert_eq!(measures.2, [("/beskrivelse", "Tilbud {n}")], "{}", drafted.toml);
    let drafted =
        draft(vec![cases("Indsats 1;Indsats 1 start;Delmål 1;Delmål 2", "Praktik;1-2-2020;Sove;Gå")], Lang::Da);
    let mapping = drafted.mapping.unwrap();
    assert!(mapping.file().lists.iter().map(list).any(|list| list == aims), "{}", drafted.toml);
}

#[test]
fn a_column_tells_earlier_measures_from_those_that_are_planned() {
    for (name, earlier, planned) in
        [("Type", "tidligere", "planlagt"), ("Status", "Afsluttet", "Planlagt"), ("Periode", "Hidtidig", "Kommende")]
    {
        let rows = format!(
            "1;{earlier};Praktik;1-2-2019;1-3-2019\n1;{planned};Mentor;1-2-2021;\n2;{earlier};Kursus;1-2-2019;\n"
        );
        let measures = format!("Sagsnr;{name};Indsats;Fra;Til\n{rows}");
        let cases = table("sager", None, "Sagsnr;Sagstype;Ønsker\n1;Fleksjob;Kok\n2;Fleksjob;Bus\n");
        let drafted = draft(vec![cases, table("indsatser", Some("indsatser.csv"), &measures)], Lang::Da);
        let mapping = drafted.mapping.unwrap();
        let told = |list: &rehabplan_import::mapping::List| {
            let [condition] = list.conditions.0.as_slice() else { panic!("one condition: {}", drafted.toml) };
            let fields: Vec<_> = list.fields.0.iter().map(|(place, _)| place.clone()).collect();
            (list.place.clone(), condition.column.clone(), condition.is.clone().unwrap().0, fields)
        };
        let days = |own: &str| vec![own.to_owned(), "/slutdato".to_owned(), "/startdato".to_owned()];
        let of = |place: &str, word: &str, own: &str| (place.to_owned(), name.to_owned(), vec![word.into()], days(own));
        assert_eq!(
            mapping.file().lists.iter().map(told).collect::<Vec<_>>(),
            [
                of("/forberedendeDel/hidtidigIndsats/beskaeftigelse", earlier, "/indhold"),
                of("/indsatsdel/tilbud", planned, "/beskrivelse"),
            ],
            "{}",
            drafted.toml
        );
        assert_eq!(drafted.toml.matches("# gæt: hvilken slags indsats").count(), 2, "{}", drafted.toml);
    }
    // With the area beside it, each earlier one goes to the list of its area.
    let measures = "Sagsnr;Status;Område;Indsats\n1;Tidligere;Social;Bostøtte\n1;Tidligere;Sundhed;Motion\n1;Planlagt;Social;Mentor\n";
    let cases = table("sager", None, "Sagsnr;Sagstype\n1;Fleksjob\n");
    let drafted = draft(vec![cases, table("indsatser", Some("indsatser.csv"), measures)], Lang::Da);
    let mapping = drafted.mapping.unwrap();
    let lists: Vec<_> =
        mapping.file().lists.iter().map(|list| (list.place.as_str(), list.conditions.0.len())).collect();
    let earlier = "/forberedendeDel/hidtidigIndsats";
    let expected = [
        (format!("{earlier}/socialBorger"), 2),
        (format!("{earlier}/sundhed"), 2),
        ("/indsatsdel/tilbud".to_owned(), 1),
    ];
    assert_eq!(lists, expected.iter().map(|(place, n)| (place.as_str(), *n)).collect::<Vec<_>>(), "{}", drafted.toml);
}

#[test]
fn the_area_of_a_measure_is_never_left_out_in_silence() {
    let measures = "Sagsnr;Område;Indsats;Startdato\n1;Beskæftigelse;Praktik;1-2-2021\n1;Social;Mentor;1-2-2021\n";
    let cases = table("sager", None, "Sagsnr;Sagstype\n1;Fleksjob\n");
    let drafted = draft(vec![cases, table("indsatser", Some("indsatser.csv"), measures)], Lang::Da);
    assert!(drafted.toml.contains("#   Område: siger, hvilket område rækken er på"), "{}", drafted.toml);
    // Aims have a place for it.
    let aims = "Sagsnr;Område;Delmål\n1;Beskæftigelse;Møde hver dag\n1;Sundhed;Sove\n";
    let cases = table("sager", None, "Sagsnr;Sagstype\n1;Fleksjob\n");
    let drafted = draft(vec![cases, table("delmaal", Some("delmaal.csv"), aims)], Lang::Da);
    let mapping = drafted.mapping.unwrap();
    let [list] = mapping.file().lists.as_slice() else { panic!("one list: {}", drafted.toml) };
    assert!(list.fields.0.iter().any(|(place, _)| place == "/omraade"), "{}", drafted.toml);
}

#[test]
fn the_number_on_the_first_row_of_a_case_alone_is_proposed_whatever_stands_below_it() {
    // What tells the cases apart comes again in the rows below.
    let head = "Sagsnr;Sagstype;Ønsker;Indsats\n";
    let rows = "S1;Fleksjob;Bus;Praktik\n;Fleksjob;Bus;Mentor\nS2;Fleksjob;Tog;Praktik\n;Fleksjob;Tog;Kursus\n";
    let drafted = draft(vec![table("sager", None, &format!("{head}{rows}"))], Lang::Da);
    let mapping = drafted.mapping.unwrap();
    assert_eq!((mapping.file().source.fill.len(), mapping.file().once), (1, true), "{}", drafted.toml);
    // The rows of another table have nothing else of a case.
    let measures = "Sagsnr;Indsats;Startdato\nS1;Praktik;1-2-2021\n;Mentor;1-3-2021\nS2;Kursus;1-2-2021\n";
    let cases = table("sager", None, "Sagsnr;Sagstype\nS1;Fleksjob\nS2;Fleksjob\n");
    let drafted = draft(vec![cases, table("indsatser", Some("indsatser.csv"), measures)], Lang::Da);
    assert!(drafted.toml.contains("# gæt: nummeret står kun"), "{}", drafted.toml);
    let mapping = drafted.mapping.unwrap();
    assert_eq!(mapping.file().tables.0[0].1.source.fill, ["Sagsnr"], "{}", drafted.toml);
}

#[test]
fn one_blank_cell_in_the_rows_of_a_case_takes_no_column_away_from_it() {
    let text = "Sagsnr;Distrikt;Sagstype;Mødedato;Ønsker;Indsats;Startdato\n\
        1;Nord;Fleksjob;1-2-2020;Kok;Praktik;1-3-2020\n1;;Fleksjob;;;Mentor;1-4-2020\n\
        2;Syd;Fleksjob;3-2-2020;;;\n2;Syd;Fleksjob;3-2-2020;Bus;Kursus;1-5-2020\n";
    let drafted = draft(vec![table("x", None, text)], Lang::Da);
    let mapping = drafted.mapping.unwrap();
    let file = mapping.file();
    assert_eq!((file.once, file.carry.as_slice()), (true, &["Distrikt".to_owned()][..]), "{}", drafted.toml);
    let of_case = [("/forberedendeDel/oensker", "Ønsker"), ("/moede/dato", "Mødedato"), ("/sag/sagstype", "Sagstype")];
    assert_eq!(places(file), of_case, "{}", drafted.toml);
    let fields: Vec<_> = file.lists[0].fields.0.iter().map(|(_, given)| given.name.as_deref().unwrap()).collect();
    assert_eq!(fields, ["Indsats", "Startdato"]);
    // What stands in one row of a case alone, and is nothing of a case, is of the measure.
    let text = "Sagsnr;Sagstype;Mødedato;Indsats;Startdato;Slutdato\n\
        1;Fleksjob;1-2-2020;Praktik;1-3-2020;\n1;Fleksjob;1-2-2020;Mentor;1-4-2020;1-5-2020\n";
    let drafted = draft(vec![table("x", None, text)], Lang::Da);
    assert!(drafted.toml.contains("\"/slutdato\" = \"Slutdato\""), "{}", drafted.toml);
}

#[test]
fn what_counts_the_rows_is_no_sure_key_and_gives_way_to_what_comes_again() {
    const COUNTS: &str = "kan være et løbenummer";
    let line = |toml: &str, begins: &str| toml.lines().find(|line| line.starts_with(begins)).unwrap_or("").to_owned();
    let of = |cases: &str, measures: &str| {
        let tables = vec![table("sager", None, cases), table("indsatser", Some("i.csv"), measures)];
        let toml = draft(tables, Lang::Da).toml;
        (line(&toml, "id = "), line(&toml, "key = "))
    };
    let measures =
        "Nr;Reference;Tilbud;Startdato\n1;A-7;Praktik;1-2-2021\n2;A-7;Kursus;1-2-2021\n3;A-9;Mentor;1-2-2021\n";
    for name in ["Nr", "Løbenr.", "#", "Række nr."] {
        let cases =
            format!("{name};Journal;Sagstype;Ønsker\n1;A-7;Fleksjob;Kok\n2;A-8;Fleksjob;Smed\n3;A-9;Fleksjob;Tog\n");
        let (id, key) = of(&cases, measures);
        assert!(id.starts_with("id = \"Journal\"") && id.contains("gæt: værdierne går igen i en anden tabel"), "{id}");
        assert!(key.starts_with("key = \"Reference\"") && key.contains("gæt: værdierne er sagernes id'er"), "{key}");
        // Where there is nothing better, it is a guess that is told, in the cases and in the table.
        let cases = cases.replace("A-", "vej ");
        let (id, key) = of(&cases, &measures.replace("A-7", "x").replace("A-9", "x"));
        assert!(id.starts_with(&format!("id = \"{name}\"")) && id.contains(COUNTS), "{id}");
        assert!(key.starts_with("key = \"Nr\"") && key.contains(COUNTS), "{key}");
    }
    // The table's own number is none of the cases', although it is the same as some of them.
    let cases = "Sagsnr;Sagstype;Ønsker\n1;Fleksjob;Kok\n2;Fleksjob;Smed\n3;Fleksjob;Tog\n";
    for own in ["Nr", "Id"] {
        let measures = format!(
            "{own};Hører til;Tilbud;Startdato\n1;1;Praktik;1-2-2021\n2;1;Kursus;1-2-2021\n3;3;Mentor;1-2-2021\n"
        );
        let (id, key) = of(cases, &measures);
        assert_eq!(id, "id = \"Sagsnr\"");
        assert!(key.starts_with("key = \"Hører til\"") && key.contains("gæt"), "{key}");
    }
}

#[test]
fn what_stands_over_a_column_in_any_row_of_headings_says_of_what_it_is() {
    let of = |text: &str| {
        let drafted = draft(vec![table("sager", None, text)], Lang::Da);
        let file = drafted.mapping.unwrap().file().clone();
        let places = places(&file).iter().map(|(place, column)| ((*place).to_owned(), (*column).to_owned())).collect();
        (drafted.toml, places)
    };
    let three = ";;Forberedende del;Forberedende del;Forberedende del;Forberedende del;Forberedende del;Indsatsdel;Indsatsdel\n\
        ;;Helbred;Helbred;Læge;Læge;Læge;Mentor;Mål\n\
        Sagsnr;Sagstype;Situation;Borgerens vurdering;Dato;Helbredsforhold;Særlige hensyn;Behov;Konkret\n\
        1;fleksjob;Ryg og knæ gør ondt;Kan ikke løfte;01-03-2020;Slidgigt i ryg;Ingen løft;ja;Job i haven\n\
        2;fleksjob;Skulder er stiv;Kan ikke strække;02-03-2020;Frossen skulder;Pauser;nej;Bus\n";
    let (toml, placed): (String, std::collections::BTreeMap<String, String>) = of(three);
    for (place, column) in [
        ("/forberedendeDel/helbred/situation", "Situation"),
        ("/forberedendeDel/helbred/borgerensVurdering", "Borgerens vurdering"),
        ("/forberedendeDel/laege/dato", "Dato"),
        ("/forberedendeDel/laege/helbredsforhold", "Helbredsforhold"),
        ("/forberedendeDel/laege/saerligeHensyn", "Særlige hensyn"),
        ("/indsatsdel/mentor/behov", "Behov"),
        ("/indsatsdel/maal/konkret", "Konkret"),
    ] {
        assert_eq!(placed.get(place).map(String::as_str), Some(column), "{place}: {toml}");
    }
    // What stands over it says that it is the doctor's, or that it is not.
    for (over, expected) in [
        ("Lægens vurdering", Some("/forberedendeDel/laege/helbredsforhold")),
        ("LÆ 265", Some("/forberedendeDel/laege/helbredsforhold")),
        ("Sagsbehandler", None),
        ("Sygeplejerske", None),
    ] {
        let text = format!(
            ";;;{over};Læge\nSagsnr;Sagstype;Ønsker;Helbredsforhold;Attestdato\n1;fleksjob;Kok;Slidgigt i ryg;01-03-2020\n"
        );
        let (toml, placed) = of(&text);
        let own = placed.iter().find(|(_, column)| column.contains("Helbredsforhold")).map(|(place, _)| place.as_str());
        let line = toml.lines().find(|line| line.contains("Helbredsforhold")).unwrap_or_default();
        match expected {
            Some(_) => assert!(own == expected && !line.contains("gæt"), "{over}: {toml}"),
            None => assert!(own.is_none() || line.contains("gæt"), "{over}: {toml}"),
        }
    }
}

#[test]
fn days_of_which_nobody_knows_the_order_are_proposed_and_told() {
    let text = "Sagsnr;Sagstype;Mødedato\n1;fleksjob;3/1/2024 12:00:00 AM\n2;fleksjob;4/2/2024 12:00:00 AM\n";
    let toml = draft(vec![table("sager", None, text)], Lang::Da).toml;
    let line = toml.lines().find(|line| line.starts_with("\"/moede/dato\"")).unwrap_or_default();
    assert!(line.contains("gæt") && line.contains("2 af de første værdier kan ikke læses her"), "{toml}");
}

#[test]
fn codes_whose_meaning_another_table_says_are_the_types_of_cases() {
    let cases = "Sagsnr;Center;Type;Ønsker\n301;Nord;FJ;Kok\n302;Nord;RF;Bus\n303;Syd;FØP;Ro\n";
    let of = |legend: &str| {
        let tables = vec![table("sager", None, cases), table("koder", Some("koder.csv"), legend)];
        draft(tables, Lang::Da).toml
    };
    let toml = of("Kode;Betydning\nFJ;Fleksjob\nRF;Ressourceforløb\nFØP;Førtidspension\nJA;Jobafklaring\n");
    let line = toml.lines().find(|line| line.starts_with("\"/sag/sagstype\"")).unwrap_or_default();
    for part in ["column = \"Type\"", "FJ = \"fleksjob\"", "RF = \"ressourceforloeb\"", "gæt: ", "kodernes betydning"]
    {
        assert!(line.contains(part), "{part}: {toml}");
    }
    assert!(!toml.contains("er ikke brugt") && !toml.contains("Betydning"), "{toml}");
    // A code without a meaning, or with another, and it is no legend.
    for legend in ["Kode;Betydning\nFJ;Fleksjob\nRF;Ressourceforløb\n", "Kode;Betydning\nFJ;Nord\nRF;Syd\nFØP;Øst\n"]
    {
        assert!(of(legend).contains("# \"/sag/sagstype\" = "), "{legend}");
    }
}

#[test]
fn exports_in_english_and_nested_ones_are_known_by_what_they_say() {
    let text = "Case No;Case type;Meeting date;Recommendation date;Decision date;Wishes;Measure;Start date;End date\n\
        501;Fleksjob;13.03.2021;2021-03-20;01APR2021;wants to drive;Praktik;1/4-21;30. juni 2021\n\
        501;Fleksjob;13.03.2021;2021-03-20;01APR2021;;Mentor;1/5-21;31. december 2021\n502;Fleksjob;14.03.2021;2021-03-21;02APR2021;wants peace;;;\n";
    let drafted = draft(vec![table("x", None, text)], Lang::Da);
    let file = drafted.mapping.unwrap().file().clone();
    assert_eq!(
        places(&file),
        [
            ("/afgoerelse/dato", "Decision date"),
            ("/forberedendeDel/oensker", "Wishes"),
            ("/indstilling/indstillingsdato", "Recommendation date"),
            ("/moede/dato", "Meeting date"),
            ("/sag/sagstype", "Case type"),
        ],
        "{}",
        drafted.toml
    );
    let fields: Vec<_> = file.lists[0].fields.0.iter().map(|(_, given)| given.name.as_deref().unwrap()).collect();
    assert_eq!(
        (file.lists[0].place.as_str(), fields),
        ("/indsatsdel/tilbud", vec!["Measure", "End date", "Start date"])
    );
    // The day of a part, a number within the case, and measures that are told to be over or planned.
    let case = |nr: u64, measures: &[(&str, &str)]| {
        let measures: Vec<_> = measures
            .iter()
            .map(|(name, kind)| serde_json::json!({ "navn": name, "fra": "2021-05-01", "slags": kind }))
            .collect();
        serde_json::json!({
            "sag": { "nr": nr, "type": "FLEKSJOB" },
            "preparation": { "date": "2021-03-01T09:30:00Z", "wishes": "a shop" },
            "plan": { "moede": "2021-03-13" },
            "indsatser": measures,
        })
        .to_string()
    };
    let text =
        [case(7, &[("Praktik", "PLANLAGT"), ("Kursus", "AFSLUTTET")]), case(8, &[("Mentor", "STOPPET")])].join("\n");
    let drafted = draft(vec![table("x", None, &text)], Lang::Da);
    let file = drafted.mapping.unwrap().file().clone();
    assert_eq!(drafted.toml.lines().find(|line| line.starts_with("id")), Some("id = \"/sag/nr\""));
    for given in [("/forberedendeDel/dato", "/preparation/date"), ("/moede/dato", "/plan/moede")] {
        assert!(places(&file).contains(&given), "{given:?}: {}", drafted.toml);
    }
    let lists: Vec<_> = file.lists.iter().map(|list| list.place.as_str()).collect();
    assert_eq!(lists, ["/forberedendeDel/hidtidigIndsats/beskaeftigelse", "/indsatsdel/tilbud"], "{}", drafted.toml);
}

#[test]
fn a_nested_list_is_one_of_which_something_is_recognised() {
    let case = |nr: &str, kind: &str| {
        serde_json::json!({ "sagsnr": nr, "sagstype": "Fleksjob", "indsatser": [{ "type": kind, "indhold": "Praktik" }] }).to_string()
    };
    let text = [case("a1", "Beskæftigelse"), case("a2", "Sport")].join("\n");
    let drafted = draft(vec![table("x", None, &text)], Lang::Da);
    let file = drafted.mapping.unwrap().file().clone();
    let [list] = file.lists.as_slice() else { panic!("one list: {}", drafted.toml) };
    assert_eq!(
        (list.place.as_str(), list.conditions.0[0].column.as_str()),
        ("/forberedendeDel/hidtidigIndsats/beskaeftigelse", "/type")
    );
    assert!(drafted.toml.contains("gæt: Beskæftigelsesindsats"), "{}", drafted.toml);
}

#[test]
fn a_nested_list_of_values_is_the_list_that_it_is_called() {
    let text = r#"{"sagsnr":"a1","sagstype":"Fleksjob","mødedeltagere":["sundhedskoordinator","sagsbehandler"],"noter":["x"]}
{"sagsnr":"a2","sagstype":"Fleksjob","mødedeltagere":[],"noter":[]}"#;
    let drafted = draft(vec![table("x", None, text)], Lang::Da);
    let file = drafted.mapping.unwrap().file().clone();
    let [list] = file.lists.as_slice() else { panic!("one list: {}", drafted.toml) };
    let at = list.value.as_ref().and_then(|value| value.more.at.as_deref());
    assert_eq!((list.place.as_str(), list.at.as_deref(), at), ("/moede/deltagere", Some("/mødedeltagere"), Some("/")));
    // What cannot be read there is no such list.
    let drafted = draft(vec![table("x", None, &text.replace("sagsbehandler", "Karen Lund"))], Lang::Da);
    assert!(!drafted.toml.contains("/moede/deltagere\"\nat"), "{}", drafted.toml);
}

#[test]
fn a_table_with_the_headings_of_the_cases_is_none_of_theirs() {
    let headings = "Nr.;Ønsker til job og uddannelse;Forsørgelse;Mødedato;Færdig den";
    let own = format!("{headings}\n1;Kok;Sygedagpenge;1-4-2021;2-3-2021\n2;Bus;;1-4-2021;2-3-2021\n");
    // As many columns, some more, and in other words the same.
    for other in [
        headings,
        &format!("{headings};Kontor;Ark;Bilag;Kasse;Nøgle;Mappe;Skab"),
        "Nr.;Færdig den;Mødedato;Forsørgelse",
    ] {
        let columns = other.split(';').count();
        let row =
            |number: &str| vec!["Kontanthjælp"; columns - 1].join(";").replacen("Kontant", &format!("{number};K"), 1);
        let others = format!("{other}\n{}\n{}\n", row("1"), row("2"));
        let draft = draft(vec![table("sager", None, &own), table("Ressourceforløb", None, &others)], Lang::Da);
        let mapping = draft.mapping.unwrap();
        assert_eq!((mapping.file().tables.0.len(), mapping.file().lists.len()), (0, 0), "{}", draft.toml);
        assert!(draft.toml.contains("# »Ressourceforløb« er ikke brugt og bliver ikke læst"), "{}", draft.toml);
    }
    // What is told of a case in a table of its own is one of its lists.
    let measures = "Nr.;Mødedato;Indsats;Start\n1;1-4-2021;Praktik;2-3-2021\n1;1-4-2021;Mentor;2-3-2021\n";
    let draft = draft(vec![table("sager", None, &own), table("indsatser", None, measures)], Lang::Da);
    assert_eq!(draft.mapping.unwrap().file().tables.0.len(), 1);
}

/// The lists that a draft of cases in JSON proposes: each with its place and where it is taken from.
fn lists_of(case: &serde_json::Value) -> Vec<(String, String)> {
    let cases = [1, 2].map(|nr| {
        let mut case = case.clone();
        case["sagsnr"] = nr.into();
        case["sagstype"] = "fleksjob".into();
        case
    });
    let draft = draft(vec![table("sager", None, &serde_json::to_string(&cases).unwrap())], Lang::Da);
    let mapping = draft.mapping.unwrap();
    let at = |at: &Option<String>| at.clone().unwrap_or_default();
    mapping.file().lists.iter().map(|list| (list.place.clone(), at(&list.at))).collect()
}

#[test]
fn documents_on_health_are_no_follow_ups() {
    let one = serde_json::json!([{ "titel": "LÆ 265", "dato": "2021-03-01" }]);
    for name in ["helbredsoplysninger", "attester", "helbredsDokumentation", "lægeattester"] {
        let found = lists_of(&serde_json::json!({ name: one }));
        assert_eq!(found, [("/forberedendeDel/helbred/dokumentation".to_owned(), format!("/{name}"))], "{name}");
    }
    let found = lists_of(&serde_json::json!({ "cv": { "dokumenter": one } }));
    assert_eq!(found, [("/forberedendeDel/cvDokumenter".to_owned(), "/cv/dokumenter".to_owned())]);
    // Neither the name nor the fields say which: nothing is proposed.
    assert_eq!(lists_of(&serde_json::json!({ "ting": one })), []);
    // What is called as follow-ups is.
    let found = lists_of(&serde_json::json!({ "opfølgninger": one }));
    assert_eq!(found, [("/indsatsdel/opfoelgninger".to_owned(), "/opfølgninger".to_owned())]);
}

#[test]
fn a_measure_of_which_somebody_has_experience_was_taken_before() {
    let one = serde_json::json!([{
        "art": "Praktik i butik", "formaal": "Afklare timer", "fra": "2019-03-01", "til": "2019-06-01",
        "erf_komm": "Mødte stabilt.", "erf_borger": "Det gik godt.",
    }]);
    let found = lists_of(&serde_json::json!({ "indsatser": one }));
    assert!(found.iter().all(|(place, _)| place.starts_with("/forberedendeDel/hidtidigIndsats/")), "{found:?}");
}

#[test]
fn a_key_behind_that_of_its_object_is_its_place() {
    let cases = "Sagsnr;Sagstype;udf_sociale;udf_beskaeftigelse;helbred_situation\n1;fleksjob;Bor alene.;Ingen uddannelse.;Gigt i hænderne.\n";
    let mapping = draft(vec![table("sager", None, cases)], Lang::Da).mapping.unwrap();
    let expected = [
        ("/forberedendeDel/helbred/situation", "helbred_situation"),
        ("/forberedendeDel/udfordringer/beskaeftigelse", "udf_beskaeftigelse"),
        ("/forberedendeDel/udfordringer/sociale", "udf_sociale"),
        ("/sag/sagstype", "Sagstype"),
    ];
    assert_eq!(places(mapping.file()), expected);
}

#[test]
fn a_heading_without_letters_is_no_type_of_case() {
    for heading in [".", "✓", "#!"] {
        let cases = format!("Sagsnr;{heading};Sagstype\n1;fleksjob;fleksjob\n2;ressourceforløb;ressourceforløb\n");
        let mapping = draft(vec![table("sager", None, &cases)], Lang::Da).mapping.unwrap();
        assert_eq!(places(mapping.file()), [("/sag/sagstype", "Sagstype")], "{heading}");
    }
}

#[test]
fn a_code_whose_meaning_is_no_type_of_case_leaves_the_others_their_meaning() {
    let cases = "Sagsnr;Mødedato;Ordning\n1;1-2-2020;A1\n2;1-2-2020;A2\n3;1-2-2020;A9\n4;1-2-2020;A3\n";
    let codes = "Kode;Betydning\nA1;Fleksjob\nA2;Ressourceforløb\nA3;Førtidspension\nA9;Efterløn\n";
    let draft = draft(vec![table("sager", None, cases), table("koder", Some("koder.csv"), codes)], Lang::En);
    let line = draft.toml.lines().find(|line| line.starts_with("\"/sag/sagstype\"")).unwrap_or(&draft.toml);
    assert!(line.contains("A1 = \"fleksjob\"") && line.contains("A2 = ") && !line.contains("A9"), "{line}");
    assert!(line.contains("1 of the first values cannot be read here"), "{line}");
}

#[test]
fn cases_under_a_key_each_are_told() {
    let case = |wish: &str| serde_json::json!({ "sagstype": "fleksjob", "oensker": wish });
    for keys in [["qx", "qy"], ["Bo Hansen", "Karen Holm"], ["4711", "4712"]] {
        let whole = serde_json::json!({ keys[0]: case("Kok"), keys[1]: case("Tjener") });
        let opened = open_bytes(serde_json::to_vec(&whole).unwrap(), &Source::default());
        let error = opened.and_then(rehabplan_import::source::Opened::certain).err().unwrap();
        assert_eq!(error.fault.code(), "keyed", "{keys:?}");
        assert!(!error.message(Lang::Da).contains(keys[0]) && !error.message(Lang::Da).contains("pandas"));
    }
}

#[test]
fn cases_under_a_key_each_are_told_wherever_they_stand() {
    use serde_json::json;
    let plan =
        |wish: &str| json!({ "plan": { "sagstype": "fleksjob", "forberedendeDel": { "oensker": wish }, "nr": 1 } });
    let code = |result: Result<_, rehabplan_import::source::SourceError>| {
        result.err().map(|error| error.fault.code().to_owned())
    };
    let told = |whole: &serde_json::Value| {
        code(
            open_bytes(serde_json::to_vec(whole).unwrap(), &Source::default())
                .and_then(|opened| opened.certain())
                .map(drop),
        )
    };
    for keys in
        [["Mogens Lund", "Karen Holm", "Per Bo"], ["010180-1200", "020280-1201", "S-103"], ["4711", "4712", "4713"]]
    {
        let cases = json!({ keys[0]: plan("Kok"), keys[1]: plan("Tjener"), keys[2]: plan("Maler") });
        for whole in [
            cases.clone(),
            json!({ "sager": cases }),
            json!({ "udtræk": { "sager": cases } }),
            // Beside what is said of the export.
            json!({ "dato": "2026-01-02", "antal": 3, "sager": cases }),
            json!({ "meta": { "system": "x" }, "data": { "borgere": cases } }),
            // Not all of them are filled in.
            json!({ "antal": 2, "sager": { keys[0]: plan("Kok"), keys[1]: { "plan": { "sagstype": "fleksjob" } } } }),
        ] {
            assert_eq!(told(&whole).as_deref(), Some("keyed"), "{whole}");
        }
        // One alone may be a part of its case, and its key is shown nowhere where it may be a number of somebody's.
        let whole = json!({ "sagstype": "fleksjob", "sager": { "010180-1200": [{ "maal": "Job", "startdato": "2020-01-02" }] } });
        let opened = open_bytes(serde_json::to_vec(&whole).unwrap(), &Source::default()).unwrap();
        let drafted = draft(vec![Table { name: "sager".to_owned(), file: None, opened }], Lang::Da);
        assert!(!drafted.toml.contains("0101"), "{}", drafted.toml);
    }
    let measure = json!({ "indhold": "Praktik", "startdato": "2020-01-02", "slutdato": "2020-03-02" });
    for one in [
        json!({ "sag": { "sagstype": "fleksjob" }, "indsatser": { "foerste": measure, "anden": measure } }),
        json!({ "sagstype": "fleksjob", "forberedendeDel": { "hidtidigIndsats": { "a": measure, "b": measure } }, "indsatsdel": {} }),
    ] {
        assert_eq!(told(&one), None, "{one}");
    }
}

#[test]
fn the_number_of_an_answer_is_no_answer() {
    let questions = ["Sagstype", "Ønsker til job og uddannelse", "Mødedato", "Mål", "CV"];
    let rows = |skema: usize| {
        let row = |(place, question): (usize, &&str)| format!("S{skema};{question};{};Bus\n", skema * 10 + place);
        questions.iter().enumerate().map(row).collect::<String>()
    };
    let text = format!("SkemaId;Spørgsmål;Besvarelse;Svar\n{}{}", rows(1), rows(2));
    let draft = draft(vec![table("svar", None, &text)], Lang::Da);
    let mapping = draft.mapping.unwrap();
    assert_eq!(mapping.file().id.as_ref().and_then(|id| id.name.as_deref()), Some("SkemaId"), "{}", draft.toml);
    let mut placed = draft.toml.lines().filter(|line| line.starts_with("\"/")).peekable();
    assert!(placed.peek().is_some() && placed.all(|line| line.contains("column = \"Svar\"")), "{}", draft.toml);
}

#[test]
fn what_stands_under_something_earlier_is_not_planned() {
    let one = serde_json::json!([{ "indsats": "Praktik", "startdato": "2021-03-01", "slutdato": "2021-06-01" }]);
    let earlier = "/forberedendeDel/hidtidigIndsats/beskaeftigelse";
    for (case, at, place) in [
        (serde_json::json!({ "previousMeasures": one }), "/previousMeasures", earlier),
        (serde_json::json!({ "historik": { "indsatser": one } }), "/historik/indsatser", earlier),
        (serde_json::json!({ "past": { "activities": one } }), "/past/activities", earlier),
        (serde_json::json!({ "forberedelse": { "indsatser": one } }), "/forberedelse/indsatser", earlier),
        (serde_json::json!({ "plan": { "activities": one } }), "/plan/activities", "/indsatsdel/tilbud"),
    ] {
        assert_eq!(lists_of(&case), [(place.to_owned(), at.to_owned())], "{case}");
    }
    let both = serde_json::json!({ "preparation": { "previousMeasures": one }, "plan": { "activities": one } });
    let mut found = lists_of(&both);
    found.sort();
    let expected = [(earlier, "/preparation/previousMeasures"), ("/indsatsdel/tilbud", "/plan/activities")];
    assert_eq!(found, expected.map(|(place, at)| (place.to_owned(), at.to_owned())));
}

#[test]
fn measures_of_which_some_are_said_to_be_over_are_left_to_a_person() {
    let of = |answers: [serde_json::Value; 2]| {
        let one = |over: &serde_json::Value| serde_json::json!({ "indsats": "Praktik", "startdato": "2021-03-01", "afsluttet": over });
        lists_of(&serde_json::json!({ "indsatser": answers.each_ref().map(one) })).len()
    };
    assert_eq!(of([true.into(), false.into()]), 0);
    assert_eq!(of(["ja".into(), "".into()]), 0);
    assert_eq!(of([false.into(), false.into()]), 1);
    let measures = "Sagsnr;Indsats;Startdato;Afsluttet\n1;Praktik;1-2-2020;Ja\n2;Mentor;1-2-2021;Nej\n";
    let cases = "Sagsnr;Sagstype;Mødedato\n1;fleksjob;1-1-2021\n2;fleksjob;1-1-2021\n";
    let tables = vec![table("sager", None, cases), table("indsatser", Some("indsatser.csv"), measures)];
    let draft = draft(tables, Lang::Da);
    assert_eq!(draft.mapping.unwrap().file().lists.len(), 0);
    let line = draft.toml.lines().find(|line| line.starts_with("#   Afsluttet")).unwrap_or_default();
    assert!(line.contains("siger måske, hvilken slags indsats rækken er"), "{}", draft.toml);
}

#[test]
fn documents_of_which_nobody_says_what_they_are_are_in_no_list() {
    let cases = "Sagsnr;Sagstype;Mødedato\n1;fleksjob;1-1-2021\n2;fleksjob;1-1-2021\n";
    let lists = |name: &str| {
        let rows = "Sagsnr;Dokument;Dato\n1;LÆ 265;1-1-2021\n2;Statusattest;2-1-2021\n";
        let draft = draft(vec![table("sager", None, cases), table(name, Some("x.csv"), rows)], Lang::Da);
        let mapping = draft.mapping.unwrap();
        mapping.file().lists.iter().map(|list| list.place.clone()).collect::<Vec<_>>()
    };
    assert_eq!(lists("x"), [""; 0]);
    assert_eq!(lists("dokumenter"), [""; 0]);
    assert_eq!(lists("helbredsakter"), ["/forberedendeDel/helbred/dokumentation"]);
    assert_eq!(lists("cv-dokumenter"), ["/forberedendeDel/cvDokumenter"]);
}

#[test]
fn numbered_columns_of_a_second_list_are_taken_where_they_name_it() {
    let text = "Sagsnr;Sagstype;Delmål 1;Begrundelse 1;Delmål 2;Begrundelse 2;Indsats1_navn;Indsats1_start;Indsats2_navn;Indsats2_start\n\
        1;fleksjob;10 timer;Muligt;Kursus;Muligt;Mentor;1-2-2021;Praktik;1-3-2021\n";
    let mapping = draft(vec![table("sager", None, text)], Lang::Da).mapping.unwrap();
    let lists: Vec<_> = mapping.file().lists.iter().map(|list| (list.place.as_str(), list.fields.0.len())).collect();
    assert_eq!(lists, [("/indsatsdel/delmaal", 2), ("/indsatsdel/tilbud", 2)]);
}

#[test]
fn numbers_that_a_spreadsheet_has_rounded_do_not_make_one_case_of_several() {
    let cases = "Sagsnr;Sagstype;Mødedato\n1,23E+11;fleksjob;1-1-2021\n1,23E+11;fleksjob;2-1-2021\n1,24E+11;fleksjob;2-1-2021\n";
    let mapping = draft(vec![table("sager", None, cases)], Lang::Da).mapping.unwrap();
    assert!(!mapping.file().once);
    assert_eq!(places(mapping.file()), [("/moede/dato", "Mødedato"), ("/sag/sagstype", "Sagstype")]);
}

#[test]
fn talks_are_not_all_follow_ups() {
    let one = serde_json::json!([{ "dato": "2021-03-01", "kontaktform": "Telefon" }]);
    assert_eq!(lists_of(&serde_json::json!({ "samtaler": one })), []);
}

#[test]
fn documents_in_english_are_known_by_the_way_to_them() {
    let one = serde_json::json!([{ "title": "LÆ 265", "date": "2021-03-01" }]);
    for (case, at) in [
        (serde_json::json!({ "health_documents": one }), "/health_documents"),
        (serde_json::json!({ "health": { "documents": one } }), "/health/documents"),
    ] {
        assert_eq!(lists_of(&case), [("/forberedendeDel/helbred/dokumentation".to_owned(), at.to_owned())]);
    }
}

#[test]
fn a_yes_is_no_text() {
    let of = |answers: [&str; 2]| {
        let text = format!(
            "Sagsnr;Sagstype;CV;Igangværende behandling\n1;fleksjob;{};Nej\n2;fleksjob;{};Nej\n",
            answers[0], answers[1]
        );
        let mapping = draft(vec![table("sager", None, &text)], Lang::Da).mapping.unwrap();
        mapping.file().plan.0.iter().map(|(place, _)| place.clone()).collect::<Vec<_>>()
    };
    let treatment = "/forberedendeDel/helbred/igangvaerende".to_owned();
    let (cv, kind) = ("/forberedendeDel/cv".to_owned(), "/sag/sagstype".to_owned());
    let sorted = |mut places: Vec<String>| {
        places.sort();
        places
    };
    // That nothing goes on is an answer in a word; that there is a CV is not the CV.
    assert_eq!(sorted(of(["Ja", "Nej"])), [treatment.clone(), kind.clone()]);
    assert_eq!(sorted(of(["X", ""])), [treatment.clone(), kind.clone()]);
    assert_eq!(sorted(of(["Ja", "Kok i ti år"])), [cv, treatment, kind]);
}

#[test]
fn columns_of_measures_may_begin_with_their_word() {
    let cases = "Sagsnr;Sagstype;Mødedato\n1;fleksjob;1-1-2021\n2;fleksjob;1-1-2021\n";
    let measures = "Sagsnr;Aktivitet - navn;Aktivitet - start;Aktivitet - slut\n1;Praktik;1-2-2021;1-3-2021\n2;Mentor;1-2-2021;1-3-2021\n";
    let draft = draft(vec![table("sager", None, cases), table("udtræk", Some("x.csv"), measures)], Lang::Da);
    let mapping = draft.mapping.unwrap();
    let [list] = mapping.file().lists.as_slice() else { panic!("{}", draft.toml) };
    let fields: Vec<_> =
        list.fields.0.iter().map(|(place, given)| (place.as_str(), given.name.as_deref().unwrap())).collect();
    let expected =
        [("/beskrivelse", "Aktivitet - navn"), ("/slutdato", "Aktivitet - slut"), ("/startdato", "Aktivitet - start")];
    assert_eq!((list.place.as_str(), fields.as_slice()), ("/indsatsdel/tilbud", expected.as_slice()));
}

#[test]
fn days_of_the_whole_course_are_not_those_of_its_measures() {
    let text = "Sagsnr;Sagstype;Fra;Til;Indsats;Startdato\n1;ressourceforløb;1-2-2023;1-2-2025;Mentor;1-3-2023\n\
        1;ressourceforløb;1-2-2023;1-2-2025;Praktik;1-4-2023\n2;ressourceforløb;1-2-2023;1-2-2025;Praktik;1-4-2023\n";
    let draft = draft(vec![table("sager", None, text)], Lang::Da);
    let mapping = draft.mapping.unwrap();
    let [list] = mapping.file().lists.as_slice() else { panic!("{}", draft.toml) };
    let columns: Vec<_> = list.fields.0.iter().filter_map(|(_, given)| given.name.as_deref()).collect();
    assert_eq!(columns, ["Indsats", "Startdato"], "{}", draft.toml);
}

#[test]
fn of_two_columns_that_are_called_the_same_neither_is_sure() {
    let text = "Sagsnr;Sagstype;Mødedato;Møde-dato\n1;fleksjob;1-2-2023;2-2-2023\n";
    let toml = draft(vec![table("sager", None, text)], Lang::Da).toml;
    let line = toml.lines().find(|line| line.starts_with("\"/moede/dato\"")).unwrap_or_default();
    assert!(line.contains("gæt"), "{toml}");
}

#[test]
fn what_is_over_is_not_planned_although_most_words_are_not_known() {
    for status in ["Status", "Aktivitetsstatus"] {
        let text = format!(
            "Sagsnr;Sagstype;Mødedato;Indsats;{status};Start;Slut\n1;fleksjob;1-2-2023;Mentor;Aktiv;1-3-2023;\n\
            1;fleksjob;1-2-2023;Praktik;Afsluttet;1-3-2022;1-5-2022\n2;fleksjob;1-2-2023;Praktik;Aktiv;1-3-2023;1-5-2023\n"
        );
        let draft = draft(vec![table("sager", None, &text)], Lang::Da);
        let mapping = draft.mapping.unwrap();
        let lists: Vec<_> = mapping.file().lists.iter().map(|list| list.place.as_str()).collect();
        assert_eq!(lists, ["/forberedendeDel/hidtidigIndsats/beskaeftigelse"], "{}", draft.toml);
        assert!(
            draft.toml.contains(&format!("ord i »{status}« ikke er genkendt, så de er i ingen liste: 2")),
            "{}",
            draft.toml
        );
    }
}

#[test]
fn a_table_that_stands_beside_that_of_the_cases_is_told_and_is_none_of_it() {
    let cases = "Sagsnr (1);Sagstype;Mødedato;Ønsker;;Sagsnr (2);Indsats;Startdato\n\
        S-1;Fleksjob;13-05-2021;Gerne på lager;;S-1;Praktik;01-06-2021\n\
        S-2;Fleksjob;14-05-2021;Gerne kontor;;S-1;Kursus;02-06-2021\n\
        ;;;;;S-1;Mentor;03-06-2021\n";
    let draft = draft(vec![table("sager", None, cases)], Lang::Da);
    let mapping = draft.mapping.unwrap();
    let file = mapping.file();
    assert!(!file.once && !draft.toml.contains("fill"), "{}", draft.toml);
    assert!(file.lists.is_empty(), "{}", draft.toml);
    assert_eq!(
        places(file),
        [("/forberedendeDel/oensker", "Ønsker"), ("/moede/dato", "Mødedato"), ("/sag/sagstype", "Sagstype")]
    );
    for column in ["Sagsnr (2)", "Indsats", "Startdato"] {
        assert!(draft.toml.contains(&format!("#   {column}: hører til en anden tabel")), "{}", draft.toml);
    }
    // The same number once more begins no other table.
    let again = "Sagsnr;Sagstype;Sags-id;Mødedato\nS-1;Fleksjob;S-1;13-05-2021\nS-2;Fleksjob;S-2;14-05-2021\n";
    let draft = drafted(again);
    assert!(draft.contains("\"/moede/dato\" = \"Mødedato\""), "{draft}");
}

/// The draft of one source of cases.
fn drafted(cases: &str) -> String {
    draft(vec![table("sager", None, cases)], Lang::Da).toml
}

#[test]
fn documents_are_those_of_the_cv_where_something_says_so() {
    let cases = "Sagsnr;Sagstype;CV\nS-1;Fleksjob;\nS-2;Fleksjob;\n";
    let documents = "Sagsnr;Dokument;Dato\nS-1;LÆ 265;13-01-2021\nS-2;Lægejournal;14-01-2021\n";
    let of = |name: &str| {
        let tables = vec![table("sager", None, cases), table(name, Some("d.csv"), documents)];
        let mapping = draft(tables, Lang::Da).mapping.unwrap();
        mapping.file().lists.iter().map(|list| list.place.clone()).collect::<Vec<_>>()
    };
    assert_eq!(of("dokumenter"), Vec::<String>::new());
    assert_eq!(of("CV-dokumenter"), ["/forberedendeDel/cvDokumenter"]);
}

#[test]
fn the_part_that_a_list_stands_in_is_that_of_its_place() {
    let json = r#"[{"caseId":"S-1","caseType":"fleksjob","recommendation":{"outcome":"fleksjob","measures":[{"description":"Praktik"}]},
        "preparatoryPart":{"health":{"documentation":[{"title":"LÆ 265","date":"2021-02-11"}]}}},
        {"caseId":"S-2","caseType":"fleksjob","recommendation":{"outcome":"fleksjob","measures":[{"description":"Kursus"}]},
        "preparatoryPart":{"health":{"documentation":[{"title":"LÆ 265","date":"2021-02-12"}]}}}]"#;
    let draft = drafted(json);
    assert!(!draft.contains("/indsatsdel/"), "{draft}");
    let documents =
        draft.split("[[lists]]").find(|list| list.contains("at = \"/preparatoryPart/health/documentation\""));
    assert!(
        documents.is_some_and(|list| list.contains("place = \"/forberedendeDel/helbred/dokumentation\"")),
        "{draft}"
    );
}

#[test]
fn activities_that_have_no_more_than_a_day_may_be_letters_and_meetings() {
    let cases = "Sagsnr;Sagstype;Mødedato\nS-1;Ressourceforløb;13-05-2021\nS-2;Ressourceforløb;14-05-2021\n";
    let activities =
        "Sagsnr;Aktivitet;Dato\nS-1;Opfølgningssamtale aflyst;13-08-2021\nS-2;Brev sendt til borger;14-08-2021\n";
    let tables = vec![table("sager", None, cases), table("aktiviteter", Some("a.csv"), activities)];
    let draft = draft(tables, Lang::Da).toml;
    let of_list = draft.lines().find(|line| line.starts_with("[[lists]]"));
    assert!(of_list.is_none_or(|line| line.contains("gæt")), "{draft}");
}

#[test]
fn days_are_no_text_and_what_was_called_off_was_not() {
    let draft = drafted(
        "Sagsnr;Sagstype;Mødedato (aflyst);Opfølgning;Forberedende del afsluttet\n\
        S-1;Fleksjob;13-05-2021;13-08-2021;20-05-2021\nS-2;Fleksjob;14-05-2021;14-08-2021;01-05-2021\n",
    );
    assert!(!draft.contains("\"/moede/dato\" =") && !draft.contains("opfoelgning\" ="), "{draft}");
    assert!(draft.contains("\"/forberedendeDel/dato\" = \"Forberedende del afsluttet\""), "{draft}");
}

#[test]
fn what_begins_with_the_sign_of_a_recommendation_is_of_no_other_part() {
    let draft = drafted(
        "Sagsnr;Sagstype;Indstillingsdato;RF opfølgning;RF behov for mentor;FJ særlige hensyn\n\
        S-1;Ressourceforløb;13-05-2021;Hver måned hos koordinator;Ja;\nS-2;Fleksjob;14-05-2021;;;Kan ikke løfte\n",
    );
    assert!(!draft.contains("\"/indsatsdel/") && !draft.contains("\"/forberedendeDel/laege"), "{draft}");
}

#[test]
fn numbered_columns_of_values_are_entries_of_one_list() {
    let draft = drafted(
        "Sagsnr;Sagstype;Mødedato;Deltager 1;Deltager 2;Deltager 3\n\
        S-1;Fleksjob;02-05-2021;Borger;Sagsbehandler;Sundhedskoordinator\nS-2;Fleksjob;03-05-2021;Sagsbehandler;Borger;\n",
    );
    assert!(draft.contains("place = \"/moede/deltagere\"\nvalue = { column = \"Deltager {n}\" }"), "{draft}");
    assert!(!draft.contains("split"), "{draft}");
}

#[test]
fn answers_in_rows_give_the_places_that_are_known_however_many_are_not() {
    let known = ["Sagstype;Fleksjob", "Mødedato;01-02-2021", "Netværk;Naboer", "Familie;Gift", "Ønsker;Lager"];
    let unknown =
        ["Bopæl;Hus", "Transport;Bil", "Kæledyr;Hund", "Rygning;Nej", "Kost;Normal", "Søvn;Dårlig", "Telefon;Ny"];
    let rows = |case: &str| known.iter().chain(&unknown).map(|row| format!("{case};{row}\n")).collect::<String>();
    let draft = drafted(&format!("Sag;Spørgsmål;Svar\n{}{}", rows("S-1"), rows("S-2")));
    for question in known.map(|row| row.split(';').next().unwrap()) {
        assert!(draft.contains(&format!("where = {{ column = \"Spørgsmål\", is = \"{question}\" }}")), "{draft}");
    }
    assert!(draft.contains("hvis ord ikke vises: 7;"), "{draft}");
}

#[test]
fn a_tick_is_no_text_and_of_a_column_of_ticks_it_is_said_that_nobody_knows_what_blank_cells_mean() {
    let draft = drafted(
        "Sagsnr;Sagstype;Første forløb;Uden om team;Familie;Ønsker\n\
        S-1;Fleksjob;x;ja;x;\nS-2;Fleksjob;;nej;;x\nS-3;Fleksjob;;;x;x\n",
    );
    let line = |place: &str| draft.lines().find(|line| line.starts_with(&format!("\"{place}\" ="))).map(str::to_owned);
    assert!(line("/sag/foersteForloeb").unwrap().contains("no = [\"\"]"), "{draft}");
    assert!(!line("/sag/udenTeam").unwrap().contains("no ="), "{draft}");
    for place in ["/forberedendeDel/personligeRessourcer/familie", "/forberedendeDel/oensker"] {
        assert!(line(place).is_none_or(|line| line.contains("gæt")), "{draft}");
    }
}

#[test]
fn a_question_in_several_wordings_asks_for_one_place() {
    let rows = |case: &str, mark: &str, wishes: &str| {
        format!(
            "{case};Sagstype;Fleksjob\n{case};Mødedato;01-05-2021\n{case};{wishes};Vil køre bus.\n\
             {case};{mark}Erfaringer og ressourcer;Har kørt bus.\n{case};CV;Chauffør.\n"
        )
    };
    let (one, other) = (rows("S-1", "", "Borgerens ønsker"), rows("S-2", "b) ", "3.1 Ønsker til job og uddannelse:"));
    let draft = drafted(&format!("Sag;Spørgsmål;Svar\n{one}{other}"));
    for wordings in [
        r#"is = ["Borgerens ønsker", "3.1 Ønsker til job og uddannelse:"]"#,
        r#"is = ["Erfaringer og ressourcer", "b) Erfaringer og ressourcer"]"#,
    ] {
        // It is a guess that both mean the same.
        let line = draft.lines().find(|line| line.contains(wordings)).unwrap_or_else(|| panic!("{draft}"));
        assert!(line.contains("# gæt"), "{line}");
    }
    assert!(!draft.contains("ikke er genkendt"), "{draft}");
}

#[test]
fn a_yes_to_something_is_no_yes_to_there_being_none() {
    let place_of = |name: &str| {
        let rows: String = (0..9).map(|row| format!("S-{row};Fleksjob;{}\n", ["Ja", "Nej"][row % 2])).collect();
        let drafted = drafted(&format!("Sagsnr;Sagstype;{name}\n{rows}"));
        let line = drafted.lines().find(|line| line.starts_with("\"/") && line.contains(&format!("\"{name}\"")));
        line.map(|line| line.split('"').nth(1).unwrap().to_owned())
    };
    for name in [
        "Beskæftigelsesindsats",
        "Beskæftigelsesindsats iværksat",
        "Helbredsoplysninger (foreligger)",
        "Foreliggende helbredsoplysninger",
        "Social indsats for familien",
        "Sociale indsatser til borgeren",
    ] {
        assert!(place_of(name).is_none_or(|place| !place.contains("ingen")), "{name}");
    }
    for name in ["Ikke udarbejdet sammen med borgeren", "Udarbejdet uden borgeren", "Ikke første jobafklaringsforløb"]
    {
        assert_eq!(place_of(name), None, "{name}");
    }
    let none = "/forberedendeDel/hidtidigIndsats/ingenBeskaeftigelse";
    for name in ["Ingen beskæftigelsesindsats", "ingenBeskaeftigelse", "Ingen beskæft.indsats"] {
        assert!(place_of(name).is_none_or(|place| place == none), "{name}");
    }
    assert_eq!(place_of("Ingen beskæftigelsesindsats").as_deref(), Some(none));
    assert_eq!(place_of("Udarbejdet sammen med borgeren").as_deref(), Some("/forberedendeDel/samarbejde/medBorger"));
}

/// The places of the lists that are proposed for a table of measures with experiences, under a heading that the draft is to judge.
fn measures_under(heading: &str, kinds: &[&str], name: &str) -> (Vec<String>, String) {
    let cases: String = (0..20).map(|case| format!("S-{case};Fleksjob\n")).collect();
    let row = |(row, kind): (usize, &&str)| {
        format!("S-{row};{kind};Praktik {row} i butik;Afklare;01-01-2020;01-06-2020;Stabil {row};Hårdt {row}\n")
    };
    let rows: String = kinds.iter().cycle().take(20).enumerate().map(row).collect();
    let head = format!("Sagsnr;{heading};Indhold;Formål;Startdato;Slutdato;Kommunens erfaring;Borgerens erfaring\n");
    let tables = vec![
        table("sager", None, &format!("Sagsnr;Sagstype\n{cases}")),
        table(name, Some("tabel.csv"), &format!("{head}{rows}")),
    ];
    let drafted = draft(tables, Lang::Da);
    let lists = drafted.mapping.unwrap().file().lists.iter().map(|list| list.place.clone()).collect();
    (lists, drafted.toml)
}

#[test]
fn the_kind_of_measures_is_known_by_the_words_of_a_column_whatever_it_is_called() {
    const EARLIER: &str = "/forberedendeDel/hidtidigIndsats";
    let all = ["beskaeftigelse", "socialBorger", "socialFamilie"].map(|end| format!("{EARLIER}/{end}"));
    for kinds in [
        ["Beskæftigelsesindsats", "Social indsats borger", "Social indsats familie"],
        ["Jobcenter", "Socialforvaltningen", "Familieafdelingen"],
        ["1. Beskæftigelse", "2. Sociale indsatser", "3. Familieindsatser"],
    ] {
        for heading in ["Lovgivning", "Afdeling", "Team", "Enhed", "Ydelse", "Status", "Leverandør", "Xyz"] {
            assert_eq!(measures_under(heading, &kinds, "indsatser").0, all, "{heading}: {kinds:?}");
        }
    }
    // Words of which nobody knows what they mean are in no list, and the column is pointed out.
    for (heading, kinds) in [
        ("Lovgivning", ["LAB", "SEL", "BL"]),
        ("Forvaltning", ["JC", "SOC", "BUF"]),
        ("Gruppe", ["Grøn", "Gul", "Rød"]),
        ("Enhed", ["Ungehuset", "Voksenhuset", "Ungehuset"]),
    ] {
        let (lists, toml) = measures_under(heading, &kinds, "indsatser");
        assert!(lists.is_empty(), "{toml}");
        assert!(toml.contains(&format!("#   {heading}: siger måske, hvilken slags")), "{toml}");
    }
    // A number of somebody's is no number of a kind.
    let (lists, toml) = measures_under("Art", &["Social 010180-1234", "Beskæftigelse"], "indsatser");
    assert!(!lists.is_empty() && !toml.contains("010180"), "{toml}");
}

#[test]
fn a_table_that_is_called_as_one_kind_of_measures_is_of_that_kind() {
    let of = |name: &str| measures_under("Sagsbehandler", &["Ib", "Bo"], name);
    let of = |name: &str| {
        let (lists, toml) = of(name);
        let ends: Vec<String> = lists.iter().map(|list| list.rsplit('/').next().unwrap().to_owned()).collect();
        (ends, toml)
    };
    let plain = |name: &str| {
        let (lists, toml) =
            measures_under("Løbenr.", &["Vi fulgtes ad", "Det gik godt med det hele", "Det gik skidt"], name);
        let _ = &toml;
        lists.iter().map(|list| list.rsplit('/').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(of("indsatser").0.is_empty());
    for (name, end) in [
        ("sociale_foranstaltninger", "socialBorger"),
        ("bostoette", "socialBorger"),
        ("familieindsatser", "socialFamilie"),
        ("sundhedsindsatser", "sundhed"),
        ("beskæftigelsesindsatser", "beskaeftigelse"),
    ] {
        assert_eq!(plain(name), [end], "{name}");
    }
    // Who has had experiences with it has had it, and what is called planned is not earlier: it is neither.
    assert!(plain("planlagte_indsatser").is_empty());
}

#[test]
fn few_words_that_come_again_and_again_are_no_answers() {
    let rows = |words: &[&str]| -> String {
        words.iter().cycle().take(20).enumerate().map(|(row, word)| format!("S-{row};Fleksjob;{word}\n")).collect()
    };
    for (name, words) in [
        ("Ønsker", &["Job", "Uddannelse"][..]),
        ("CV", &["Opdateret", "Forældet"]),
        ("Forsørgelseshistorik", &["Kontanthjælp", "Sygedagpenge", "Ledighedsydelse"]),
        ("Helbredssituation", &["Fysisk", "Psykisk", "Begge dele"]),
        ("Borgerens egen vurdering", &["Positiv"]),
    ] {
        let drafted = drafted(&format!("Sagsnr;Sagstype;{name}\n{}", rows(words)));
        assert!(!drafted.contains(&format!("= \"{name}\"")) && drafted.contains(&format!("#   {name}: ")), "{drafted}");
    }
    // Texts are, few as they may be.
    let texts = ["Vil gerne arbejde i en børnehave igen", "Vil gerne læse til pædagog"];
    let drafted = drafted(&format!("Sagsnr;Sagstype;Ønsker\n{}", rows(&texts)));
    assert!(drafted.contains("= \"Ønsker\""), "{drafted}");
}

#[test]
fn one_odd_value_takes_no_type_away_from_the_other_cases() {
    let types = ["Fleksjob", "Ressourceforløb", "Førtidspension"];
    let mut rows: Vec<String> =
        types.iter().cycle().take(24).enumerate().map(|(row, of)| format!("S-{row};{of};x {row}\n")).collect();
    rows[7] = "S-7;Ledighedsydelse;x 7\n".to_owned();
    let drafted = drafted(&format!("Sagsnr;Spor;Felt\n{}", rows.concat()));
    let line = drafted.lines().find(|line| line.starts_with("\"/sag/sagstype\"")).unwrap_or(&drafted);
    assert!(line.contains("\"Spor\"") && line.contains("gæt") && line.contains("1 af de første"), "{line}");
    // The name of a type is nobody's.
    let lines: String = types
        .iter()
        .cycle()
        .take(9)
        .enumerate()
        .map(|(row, of)| format!("{}\n", serde_json::json!({ "sagsnr": row, "payload": { "type": { "navn": of } } })))
        .collect();
    let drafted = drafted_of_lines(&lines);
    assert!(drafted.contains("\"/sag/sagstype\" = \"/payload/type/navn\""), "{drafted}");
}

fn drafted_of_lines(text: &str) -> String {
    draft(vec![table("sager", None, text)], Lang::Da).toml
}

#[test]
fn numbered_measures_with_experiences_cut_short_are_earlier_ones() {
    for [own, citizens] in [["kommunens erf.", "borgerens erf."], ["Komm. erfaring", "Borg. erfaring"]] {
        let numbered = |number: u32| {
            ["", " formål", " fra", " til", &format!(" {own}"), &format!(" {citizens}")]
                .map(|end| format!("Indsats {number}{end}"))
                .join(";")
        };
        let measure = "Praktik;Afklare;01-01-2020;01-06-2020;Mødte stabilt;Var hårdt";
        let text = format!("Sagsnr;Sagstype;{};{}\nS-1;Fleksjob;{measure};{measure}\n", numbered(1), numbered(2));
        let drafted = drafted(&text);
        assert!(!drafted.contains("/indsatsdel/tilbud"), "{drafted}");
        assert!(drafted.contains("place = \"/forberedendeDel/hidtidigIndsats/beskaeftigelse\""), "{drafted}");
        assert!(drafted.contains(&format!("\"/borgerensErfaring\" = \"Indsats {{n}} {citizens}\"")), "{drafted}");
    }
}

#[test]
fn a_row_without_a_number_at_the_end_makes_no_rows_of_a_case() {
    let rows: String =
        (0..20).map(|row| format!("S-{row};Fleksjob;Vil gerne arbejde {row};Har malet i {row} år\n")).collect();
    for end in [
        ";;Antal udfyldt: 20;Antal: 20\n",
        ";;Udtrukket af BI-enheden den 3. november;\n",
        ";;fortsat: gerne på deltid;\n",
    ] {
        let drafted = drafted(&format!("Sagsnr;Sagstype;Ønsker;Erfaringer\n{rows}{end}"));
        assert!(!drafted.contains("\nsource =") && !drafted.contains("\nonce"), "{drafted}");
        assert!(drafted.contains("id = \"Sagsnr\"\n"), "{drafted}");
        // Counts are left out; what may be a case is told.
        let told = if end.contains("Antal") { "\nskip_notes = true" } else { "er tom: 1 af" };
        assert!(drafted.contains(told), "{drafted}");
    }
}

#[test]
fn what_persons_are_known_by_is_no_id() {
    type Of = fn(usize) -> String;
    let of: [(&str, Of); 4] = [
        ("numbers", |row| format!("{:02}01{:02}-12{row:02}", row % 28 + 1, 70 + row % 20)),
        ("mails", |row| format!("karen.lund{row}@mail.dk")),
        ("names", |row| format!("Karen Lund {row}")),
        ("names and others", |row| if row == 3 { "S-103".to_owned() } else { format!("Per Bo-Holm {row}") }),
    ];
    for (called, id) in of {
        let rows: String = (0..20).map(|row| format!("{};Fleksjob;Vil gerne hjem {row}\n", id(row))).collect();
        let drafted = drafted(&format!("Sagsnr;Sagstype;Ønsker\n{rows}"));
        assert!(
            !drafted.contains("\nid = ") && drafted.contains("hører ikke hjemme i en rapport"),
            "{called}: {drafted}"
        );
    }
    for id in ["S-100", "2021/S-101", "Sag 12", "Vest A1"] {
        let rows: String = (0..9).map(|row| format!("{id}{row};Fleksjob\n")).collect();
        assert!(drafted(&format!("Sagsnr;Sagstype\n{rows}")).contains("\nid = "), "{id}");
    }
}

#[test]
fn a_table_that_lies_on_its_side_shows_no_heading() {
    let fields = ["Sagstype;Fleksjob;Ressourceforløb", "Ønsker;Kok;Tjener", "Mødedato;1-2-2020;3-2-2020", "Andet;a;b"];
    for first in ["Felt", "", "Sagsnr"] {
        for names in ["Mogens Lund;Karen Mogensen", "S-1;S-2"] {
            let drafted = drafted(&format!("{first};{names}\n{}\n", fields.join("\n")));
            assert!(names.split(';').all(|name| !drafted.contains(name)), "{drafted}");
            assert!(drafted.contains("# Tabellen ligger på siden"), "{drafted}");
            assert!(!drafted.contains("\nid = "), "{drafted}");
        }
    }
    // Each row is a case, and each answer has a row.
    let rows = "Sagsnr;Sagstype;Ønsker\nS-1;Fleksjob;Kok\nS-2;Fleksjob;Bus\nS-3;Fleksjob;Tog\n";
    assert!(!drafted(rows).contains("på siden"));
    let answers: String = (0..3)
        .flat_map(|case| {
            fields.map(|field| {
                let (field, answer) = field.split_once(';').unwrap();
                format!("{field};S-{case};{}\n", answer.split(';').next().unwrap())
            })
        })
        .collect();
    assert!(!drafted(&format!("Spørgsmål;Sagsnr;Svar\n{answers}")).contains("på siden"));
}

#[test]
fn a_line_of_dashes_below_the_headings_is_no_case() {
    for line in ["------;--------;------", "======;===;===", "---;---;---"] {
        assert!(leaves_out(&format!("Sagsnr;Sagstype;Ønsker\n{line}\nS-1;Fleksjob;Kok\nS-2;Fleksjob;Bus\n")), "{line}");
    }
    // What is written for nothing is none.
    assert!(!leaves_out("Sagsnr;Sagstype;Ønsker\nS-1;-;-\nS-2;--;--\n"));
}
