//! What a draft places where, and what it leaves without a place: a wrong place makes answers and defects of what is none.
#![cfg(feature = "csv")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use rehabplan::Lang;
use rehabplan_import::draft::{MappingDraft, Table, draft};
use rehabplan_import::mapping::Source;
use rehabplan_import::source::open_bytes;

fn drafted(text: &str) -> MappingDraft {
    let opened = open_bytes(text.as_bytes().to_vec(), &Source::default()).unwrap();
    draft(vec![Table { name: "sager".to_owned(), file: None, opened }], Lang::Da)
}

/// The line that gives a place, and whether it is a guess.
fn placed(draft: &MappingDraft, place: &str) -> Option<(String, bool)> {
    let line = draft.toml.lines().find(|line| line.starts_with(&format!("{place:?} = ")))?;
    let (given, remark) = line.split_once(" # ").unwrap();
    let name = given.split_once(" = ").unwrap().1.trim().trim_matches('"').to_owned();
    Some((name, remark.trim_start().starts_with("gæt")))
}

fn sure(name: &str) -> Option<(String, bool)> {
    Some((name.to_owned(), false))
}

/// Whether a column is given no place.
fn is_left_over(draft: &MappingDraft, column: &str) -> bool {
    draft.toml.contains(&format!("\n#   {column}: "))
}

#[test]
fn what_stands_over_a_heading_says_of_which_part_it_is() {
    let draft = drafted(
        ";;Afgørelse;Afgørelse;Indsatsdel;Indsatsdel\nSagsnr;Sagstype;Afgørelsesdato;Udfald;Konkret mål;Mentor\n\
        1;ressourceforløb;13-03-2020;Ressourceforløb;Job;ja\n2;ressourceforløb;13-04-2020;Ressourceforløb;Job;nej\n",
    );
    assert_eq!(placed(&draft, "/afgoerelse/udfald"), sure("Udfald"), "{}", draft.toml);
    assert_eq!(placed(&draft, "/indstilling/udfald"), None);
    assert_eq!(placed(&draft, "/indstilling/mentorBehov"), None);
    assert_eq!(placed(&draft, "/indsatsdel/maal/konkret"), sure("Konkret mål"));
    // The same with merged cells, where a blank cell means what stands before it, and more rows of them.
    let draft = drafted(
        ";;Møde;Forberedende del;Forberedende del;Forberedende del;Forberedende del;Afgørelse;Afgørelse\n\
        ;;;;§ 3, stk. 1;§ 3, stk. 1;§ 3, stk. 1;;\nSagsnr;Sagstype;Dato;Dato;CV;Ønsker;Helbredssituation;Dato;Udfald\n\
        1;fleksjob;13-03-2020;01-03-2020;a b c;d e f;g h i;20-05-2020;fleksjob\n\
        2;fleksjob;14-03-2020;02-03-2020;a b c;d e f;g h i;21-05-2020;fleksjob\n",
    );
    for (place, column) in [
        ("/moede/dato", "Møde Dato"),
        ("/forberedendeDel/dato", "Forberedende del Dato"),
        ("/forberedendeDel/oensker", "Ønsker"),
        ("/forberedendeDel/helbred/situation", "Helbredssituation"),
        ("/afgoerelse/dato", "Afgørelse Dato"),
        ("/afgoerelse/udfald", "Udfald"),
    ] {
        assert_eq!(placed(&draft, place), sure(column), "{}", draft.toml);
    }
    // Under what is no part of a plan, a name is no more than a guess.
    let draft = drafted(
        "Sag;;Mentor;;Plan\nSagsnr;Sagstype;Behov;Timer;Ønsker\n1;fleksjob;Støtte til alt;3;Bus\n2;fleksjob;Støtte;4;Tog\n",
    );
    assert!(placed(&draft, "/indstilling/forhold/behov").is_none_or(|(_, is_guess)| is_guess), "{}", draft.toml);
}

#[test]
fn measures_of_the_indsatsdel_are_none_that_were_taken_before() {
    let draft = drafted(
        ";;Indsatsdel;Indsatsdel;Indsatsdel\nSagsnr;Sagstype;Beskrivelse;Fra;Til\n\
        1;ressourceforløb;Praktik i have;13-03-2020;13-06-2020\n1;ressourceforløb;Kursus;13-03-2020;13-06-2020\n\
        2;ressourceforløb;Praktik;13-04-2020;13-06-2020\n",
    );
    let mapping = draft.mapping.as_ref().unwrap();
    assert_eq!(placed(&draft, "/indsatsdel/dato"), None, "{}", draft.toml);
    let [list] = mapping.file().lists.as_slice() else { panic!("one list: {}", draft.toml) };
    assert!(list.place.starts_with("/indsatsdel/"), "{}", draft.toml);
    // Days that are the same in all rows of a case by chance are those of the measures too.
    let mut fields: Vec<_> = list.fields.0.iter().map(|(_, given)| given.name.as_deref().unwrap()).collect();
    fields.sort_unstable();
    assert_eq!(fields, ["Beskrivelse", "Fra", "Til"], "{}", draft.toml);
}

#[test]
fn measures_of_a_kind_that_nobody_knows_are_in_no_list_and_told() {
    let of = |kinds: [&str; 2]| {
        let case = |number: usize, kind: &str| {
            format!(
                r#"{{"caseNo":"{number}","type":"fleksjob","preparation":{{"wishes":"wants work","challenges":{{"employment":"lift","social":"debt"}},"earlierMeasures":[{{"kind":"{kind}","content":"home help","purpose":"rest"}}]}}}}"#
            )
        };
        drafted(&format!("{}\n{}\n", case(1, kinds[0]), case(2, kinds[1])))
    };
    let unknown = of(["SOC_1", "SOC_2"]);
    assert!(!unknown.toml.contains("[[lists]]"), "{}", unknown.toml);
    assert!(unknown.toml.contains("/kind: siger måske, hvilken slags indsats rækken er"), "{}", unknown.toml);
    let known = of(["SOCIAL_CITIZEN", "SOCIAL_FAMILY"]);
    let lists: Vec<_> = known.mapping.as_ref().unwrap().file().lists.iter().map(|list| list.place.clone()).collect();
    let place = |end: &str| format!("/forberedendeDel/hidtidigIndsats/{end}");
    assert_eq!(lists, [place("socialBorger"), place("socialFamilie")], "{}", known.toml);
    // What stands beside others is of the part that they are of.
    assert_eq!(placed(&known, "/indstilling/forhold/sociale"), None, "{}", known.toml);
}

#[test]
fn a_word_that_is_cut_short_or_is_about_something_else_is_not_sure() {
    let draft = drafted(
        "Sagsnr;Sagstype;Helbredssit.;Begr. for indstilling;Besk.forhold;Soc. forhold;Helbr.forhold;Indstilling til\n\
        1;fleksjob;;a b c;d e f;g h i;Knæ;FLX\n2;fleksjob;;a b c;d e f;g h i;Ryg;FLX\n",
    );
    let situation = placed(&draft, "/forberedendeDel/helbred/situation");
    assert_eq!(situation, Some(("Helbredssit.".to_owned(), true)), "{}", draft.toml);
    assert_eq!(placed(&draft, "/indstilling/maal"), None, "{}", draft.toml);
    let draft = drafted(
        "Sagsnr;Sagstype;Mødedato;Mødedato (opfølgning);Afsluttet;Startdato;Slutdato;Mentor;Særlige hensyn;Andre forhold;\
        Nuværende forsørgelse;Borgerens perspektiv;Ønsker\n\
        1;fleksjob;13-03-2020;13-05-2020;20-05-2020;01-01-2020;01-02-2020;ja;ro;bolig;kontanthjælp;vil hjem;vil gerne\n",
    );
    assert_eq!(placed(&draft, "/moede/dato"), sure("Mødedato"), "{}", draft.toml);
    for column in [
        "Mødedato (opfølgning)",
        "Afsluttet",
        "Mentor",
        "Andre forhold",
        "Nuværende forsørgelse",
        "Borgerens perspektiv",
    ] {
        assert!(is_left_over(&draft, column), "{column}: {}", draft.toml);
    }
    assert_eq!(placed(&draft, "/forberedendeDel/laege/saerligeHensyn"), None, "{}", draft.toml);
    for place in ["/forloeb/startdato", "/forloeb/slutdato"] {
        assert!(placed(&draft, place).is_none_or(|(_, is_guess)| is_guess), "{}", draft.toml);
    }
    // Beside what the doctor says, they may be the doctor's.
    let draft = drafted("Sagsnr;Sagstype;Lægeattest dato;Særlige hensyn\n1;fleksjob;13-03-2020;ro\n");
    assert!(
        placed(&draft, "/forberedendeDel/laege/saerligeHensyn").is_some_and(|(_, is_guess)| is_guess),
        "{}",
        draft.toml
    );
}

#[test]
fn a_type_that_is_written_out_goes_before_its_code() {
    let draft = drafted("SAGSNR;SAGSTYPE_KD;SAGSTYPE_TXT;ØNSKER\n1;17;Fleksjob;Bus\n2;23;Ressourceforløb;Tog\n");
    assert_eq!(placed(&draft, "/sag/sagstype").unwrap().0, "SAGSTYPE_TXT", "{}", draft.toml);
}

#[test]
fn numbers_before_the_headings_of_a_form_are_no_part_of_them() {
    let draft = drafted("Sagsnr;Sagstype;1. Ønsker til job;2. Helbredssituation;3. CV\n1;fleksjob;Bus;Rask;Kok\n");
    assert_eq!(placed(&draft, "/forberedendeDel/helbred/situation"), sure("2. Helbredssituation"), "{}", draft.toml);
    assert_eq!(placed(&draft, "/forberedendeDel/cv"), sure("3. CV"), "{}", draft.toml);
    let draft = drafted(
        "Sagsnr;Sagstype;1. tilbud;2. tilbud;1. tilbud fra;2. tilbud fra\n1;fleksjob;Praktik;Kursus;2-3-2020;2-4-2020\n",
    );
    let mapping = draft.mapping.unwrap();
    let [list] = mapping.file().lists.as_slice() else { panic!("one list: {}", draft.toml) };
    let fields: Vec<_> = list.fields.0.iter().map(|(_, given)| given.name.as_deref().unwrap()).collect();
    assert_eq!(fields, ["{n}. tilbud", "{n}. tilbud fra"], "{}", draft.toml);
}

#[test]
fn of_two_lists_of_cases_the_first_is_read_and_the_other_told() {
    let draft = drafted(
        r#"{"cases":[{"sagsnr":1,"sagstype":"fleksjob","oensker":"a b"}],"closed":[{"sagsnr":2,"sagstype":"fleksjob","oensker":"a c"}]}"#,
    );
    assert!(draft.toml.contains("at = \"/cases\""), "{}", draft.toml);
    let [(0, other)] = draft.unreadable.as_slice() else { panic!("{:?}", draft.unreadable) };
    assert!(other.message(Lang::Da).contains("listen »/closed«"), "{}", other.message(Lang::Da));
}

#[test]
fn a_table_is_joined_by_the_column_that_has_the_ids() {
    let table = |name: &str, file: Option<&str>, text: &str| Table {
        name: name.to_owned(),
        file: file.map(str::to_owned),
        opened: open_bytes(text.as_bytes().to_vec(), &Source::default()).unwrap(),
    };
    let cases = "Sagsnr;Sagstype\n0017;Fleksjob\n0018;Fleksjob\n0019;Fleksjob\n";
    let of = |measures: &str| {
        draft(vec![table("sager", None, cases), table("indsatser", Some("i.csv"), measures)], Lang::Da).toml
    };
    let told = of("RPLAN_ID;Aktivitet;Timer\n17;Praktik;3\n17;Kursus;5\n19;Kursus;3\n");
    assert!(told.contains("key = \"RPLAN_ID\" ") && told.contains("gæt: værdierne er sagernes id'er"), "{told}");
    let told = of("Id;ref;Aktivitet\n901;0017;Praktik\n902;0018;Kursus\n");
    assert!(told.contains("key = \"ref\" "), "{told}");
    // Where two columns have them, or none, nobody can say.
    let told = of("ref;case;Aktivitet\n17;18;Praktik\n18;19;Kursus\n");
    assert!(told.contains("»indsatser« er ikke brugt"), "{told}");
}

#[test]
fn a_part_with_days_in_it_is_the_day_of_that_part() {
    let draft =
        drafted("Sagsnr;Sagstype;Møde;Afgørelse\n1;fleksjob;13-03-2020;20-05-2020\n2;fleksjob;14-03-2020;21-05-2020\n");
    assert_eq!(placed(&draft, "/moede/dato").unwrap().0, "Møde", "{}", draft.toml);
    assert_eq!(placed(&draft, "/afgoerelse/dato").unwrap().0, "Afgørelse", "{}", draft.toml);
    let draft = drafted("Sagsnr;Sagstype;Møde\n1;fleksjob;Holdt\n");
    assert_eq!(placed(&draft, "/moede/dato"), None, "{}", draft.toml);
}
