//! What every way out holds, and what none of them does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use rehabplan::{Checker, Conclusion, Detail, Horizon, Lang, Outcome, Report};
use rehabplan_batch::{Name, Problem, Summary};
use rehabplan_corpus::{bases, every_plan};
use rehabplan_render::{Groups, Overview, Workbook, html};
use serde_json::Value;

const CANARY: &str = "Kanariefugl-æ";

/// The same plan with the canary in every text that is no code or date, and in place of every third value.
fn with_canary(value: &mut Value, count: &mut usize) {
    *count += 1;
    match value {
        Value::Object(members) => {
            members.values_mut().for_each(|inner| with_canary(inner, count));
            members.insert(CANARY.to_owned(), CANARY.into());
        }
        Value::Array(entries) => entries.iter_mut().for_each(|inner| with_canary(inner, count)),
        Value::String(text) if text.contains(' ') => text.push_str(CANARY),
        other if count.is_multiple_of(3) => *other = CANARY.into(),
        _ => {}
    }
}

fn checker() -> Checker {
    Checker::new().detail(Detail::All)
}

/// A sheet with its name and its rows.
type Sheet = (String, Vec<Vec<Data>>);

/// A run as a page and as the cells of a workbook.
fn run(plans: &[(String, Result<Report, Problem>)], carried: Option<&str>, lang: Lang) -> (String, Vec<Sheet>) {
    let groups = || Groups::new(vec!["distrikt".to_owned()], 0);
    let overview = Overview::new(Summary::default(), carried.map(|_| groups()));
    let mut page = html::Page::new(overview.clone(), lang);
    let mut book = Workbook::new(overview, lang).unwrap();
    for (file, answer) in plans {
        let carried = carried.map(|value| ("distrikt".into(), Some(value.to_owned())));
        let mut name = Name::default();
        (name.file, name.carried) = (file.as_str().into(), carried.into_iter().collect());
        page.add(&name, answer.as_ref(), &|_| None).unwrap();
        book.add(&name, answer.as_ref(), &|_| None).unwrap();
    }
    let mut file = Vec::new();
    book.finish(&mut file).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file)).unwrap();
    let names = book.sheet_names();
    let sheets = names.iter().map(|name| {
        // A formula would be something that a name could become.
        assert!(book.worksheet_formula(name).unwrap().is_empty(), "{name}");
        (name.clone(), book.worksheet_range(name).unwrap().rows().map(<[Data]>::to_vec).collect())
    });
    let sheets = sheets.collect();
    (page.finish(), sheets)
}

fn sheet<'s>(sheets: &'s [Sheet], name: &str) -> &'s [Vec<Data>] {
    &sheets.iter().find(|(found, _)| found == name).unwrap().1
}

fn text(cell: &Data) -> &str {
    match cell {
        Data::String(text) => text,
        _ => "",
    }
}

#[test]
fn nothing_of_a_plan_comes_out() {
    for &lang in Lang::ALL {
        let mut plans = Vec::new();
        for start in 0..3 {
            for (name, mut plan) in bases() {
                with_canary(&mut plan, &mut { start });
                let answer = checker().check_str(&plan.to_string());
                plans.push((name, answer.map_err(Problem::Read)));
            }
        }
        plans.push(("broken".to_owned(), checker().check_str(&format!("{{\"{CANARY}\"")).map_err(Problem::Read)));
        let (page, sheets) = run(&plans, None, lang);
        let cells = sheets.iter().flat_map(|(_, rows)| rows.iter().flatten()).map(Data::to_string);
        for (_, answer) in &plans {
            if let Ok(report) = answer {
                assert!(!html::report(report, None, lang).to_lowercase().contains("kanarie"));
            }
        }
        for text in cells.chain([page]) {
            assert!(!text.to_lowercase().contains("kanarie"), "{text}");
        }
    }
}

#[test]
fn every_answer_that_somebody_must_see_is_on_the_page() {
    for to_check in every_plan().unwrap().into_iter().step_by(31) {
        let Ok(report) = checker().check_str(&to_check.plan.to_string()) else { continue };
        for &lang in Lang::ALL {
            let page = html::report(&report, None, lang);
            for result in &report.results {
                let is_there = page.contains(result.rule.id);
                match result.outcome() {
                    Outcome::NotMet | Outcome::Undetermined | Outcome::Review | Outcome::Exempt => {
                        assert!(is_there, "{} {:?}", result.rule.id, result.outcome());
                    }
                    // What is met may be named by what stands beside it.
                    Outcome::Met | Outcome::NotApplicable => {}
                }
            }
            assert!(page.contains(report.conclusion.text().get(lang)));
        }
    }
}

#[test]
fn a_page_needs_nothing_from_anywhere() {
    let plans = [("<script>alert(1)</script>\"'&".to_owned(), Ok(checker().check_str("{}").unwrap()))];
    let (page, _) = run(&plans, Some("<img src=x onerror=alert(1)>"), Lang::Da);
    assert!(page.contains("default-src 'none'"));
    assert!(!page.contains("<script") && !page.contains("<img") && !page.contains(" src=\""));
    assert!(!page.contains("url(") && !page.contains("@import") && !page.contains("<link"));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

#[test]
fn names_stay_text_in_a_workbook() {
    let names = ["=1+1", "+4512345678", "-2", "@SUM(A1)", "0042", "2020-01-01"];
    let plans: Vec<_> = names.map(|name| (name.to_owned(), Ok(checker().check_str("{}").unwrap()))).into();
    let (_, sheets) = run(&plans, Some("=cmd|' /C calc'!A0"), Lang::Da);
    let found: Vec<&str> = sheet(&sheets, "Planer").iter().skip(1).map(|row| text(&row[0])).collect();
    assert_eq!(found, names);
    assert_eq!(text(&sheet(&sheets, "Planer")[1][1]), "=cmd|' /C calc'!A0");
}

#[test]
fn a_workbook_has_a_row_for_each_thing_and_numbers_that_are_numbers() {
    let mut plans: Vec<_> =
        bases().into_iter().map(|(name, plan)| (name, Ok(checker().check_str(&plan.to_string()).unwrap()))).collect();
    plans.push(("tom".to_owned(), Ok(checker().check_str(r#"{"sag": {"sagstype": "fleksjob"}}"#).unwrap())));
    plans.push(("ulæselig".to_owned(), Err(Problem::NothingToCheck)));
    let (_, sheets) = run(&plans, None, Lang::Da);
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Oversigt", "Fund", "Planer", "Til skøn", "Krav"]);

    let reports: Vec<&Report> = plans.iter().filter_map(|(_, answer)| answer.as_ref().ok()).collect();
    let of = |report: &&Report, shows: fn(Outcome) -> bool| {
        report.results.iter().filter(|result| shows(result.outcome())).count()
    };
    let findings: usize = reports
        .iter()
        .map(|report| of(report, |is| matches!(is, Outcome::NotMet | Outcome::Undetermined)) + report.input.len())
        .sum();
    let review: usize = reports.iter().map(|report| of(report, |is| is == Outcome::Review)).sum();
    assert_eq!(sheet(&sheets, "Fund").len(), findings + 1);
    assert_eq!(sheet(&sheets, "Til skøn").len(), review + 1);
    assert_eq!(sheet(&sheets, "Planer").len(), plans.len() + 1);
    assert_eq!(sheet(&sheets, "Krav").len(), rehabplan::law::rules().count() + 1);

    // The numbers of defects are numbers, and the one that could not be read says why.
    let heading = |name: &str| sheet(&sheets, "Planer")[0].iter().position(|cell| text(cell) == name).unwrap();
    let rows = &sheet(&sheets, "Planer")[1..];
    for (row, report) in rows.iter().zip(&reports) {
        assert_eq!(row[heading("Mangler")], Data::Float(f64::from(report.errors)));
        assert_eq!(text(&row[heading("Konklusion")]), report.conclusion.text().get(Lang::Da));
    }
    let last = rows.last().unwrap();
    assert_eq!(
        (text(&last[heading("Konklusion")]), text(&last[heading("Bemærkninger")])),
        ("Kunne ikke læses", "ingen planer at kontrollere")
    );
}

#[test]
fn of_many_plans_only_those_that_lack_something_are_in_full() {
    let lacks = checker().check_str(r#"{"sag": {"sagstype": "fleksjob"}, "moede": {}}"#).unwrap();
    let none = checker().check_str(r#"{"sag": {"sagstype": "anden"}}"#).unwrap();
    assert_eq!((lacks.conclusion, none.conclusion), (Conclusion::Deficient, Conclusion::OutOfScope));
    let page = |lacking: usize, others: usize| {
        let mut page = html::Page::new(Overview::default(), Lang::Da);
        for place in 0..lacking + others {
            let report = if place < others { &none } else { &lacks };
            let name = Name { row: place as u64, ..Name::default() };
            page.add(&name, Ok(report), &|_| None).unwrap();
        }
        page.finish()
    };
    let shown = |page: &str| page.matches("<section class=\"plan\"").count();

    let few = page(1, html::EVERY - 1);
    assert_eq!(shown(&few), html::EVERY);
    assert!(few.contains("Alle planer er vist i fuld længde."));

    let more = page(2, html::EVERY);
    assert_eq!(shown(&more), 2);
    assert!(more.contains("Kun planer, der mangler noget, er vist i fuld længde: 2 af 102."), "{more}");

    let many = page(html::MOST + 1, 0);
    assert_eq!(shown(&many), html::MOST);
    assert!(many.contains("1.001 planer mangler noget; kun de første 1.000 er vist i fuld længde."));
}

#[test]
fn a_run_of_one_plan_is_the_page_of_the_plan() {
    let report = checker().check_str(r#"{"sag": {"sagstype": "fleksjob"}, "moede": {}}"#).unwrap();
    let name = Name { file: "sag17.json".into(), ..Name::default() };
    let run = |overview: Overview, plans: usize| {
        let mut page = html::Page::new(overview, Lang::Da);
        (0..plans).for_each(|_| page.add(&name, Ok(&report), &|_| None).unwrap());
        page.finish()
    };
    assert_eq!(run(Overview::default(), 1), html::report(&report, Some("sag17.json"), Lang::Da));
    // Of several there is more to say, and of groups that were asked for.
    assert!(run(Overview::default(), 2).contains("<h1>Kontrol af rehabiliteringsplaner</h1>"));
    let grouped = Overview::new(Summary::default(), Some(Groups::new(vec!["distrikt".to_owned()], 0)));
    assert!(run(grouped, 1).contains("<h2>Grupper</h2>"));
    let mut unread = html::Page::new(Overview::default(), Lang::Da);
    unread.add(&name, Ok(&report), &|_| None).unwrap();
    unread.add(&name, Err(&Problem::NothingToCheck), &|_| None).unwrap();
    assert!(unread.finish().contains("Kunne ikke læses"));
}

#[test]
fn small_groups_are_not_shown() {
    let report = checker().check_str(r#"{"sag": {"sagstype": "fleksjob"}, "moede": {}}"#).unwrap();
    let mut overview = Overview::new(Summary::default(), Some(Groups::new(vec!["distrikt".to_owned()], 5)));
    for (district, plans) in [("Nord", 9), ("Syd", 4), ("Øst", 7)] {
        for _ in 0..plans {
            let carried = vec![("distrikt".into(), Some(district.to_owned()))];
            let name = Name { carried, ..Name::default() };
            overview.add(&name, Ok(&report)).unwrap();
        }
    }
    let groups = overview.groups().unwrap();
    let shown: Vec<_> =
        groups.iter().map(|group| (group.values[0].as_str(), group.numbers.map(|numbers| numbers.plans))).collect();
    // What is left of 20 when Nord and Øst are known would be Syd.
    assert_eq!(shown, [("Nord", Some(9)), ("Syd", None), ("Øst", None)]);
    let page = html::Page::new(overview, Lang::Da).finish();
    assert!(page.contains("Grupper, der ikke er vist: 2.") && page.contains("Nord") && !page.contains("Syd"));
}

#[test]
fn what_is_not_in_the_source_is_named() {
    let horizon = Horizon::of(&["/sag/sagstype", "/forberedendeDel/oensker", "/forberedendeDel/cv"]).unwrap();
    let plan = r#"{"sag": {"sagstype": "fleksjob"}, "forberedendeDel": {"oensker": "", "cv": "Har kørt bus."}}"#;
    let report = checker().horizon(horizon).check_str(plan).unwrap();
    let outside: Vec<&str> =
        report.results.iter().filter(|result| result.is_not_in_source()).map(|result| result.rule.id).collect();
    assert!(outside.contains(&"P3.1.pkt1.a") && !outside.contains(&"P3.1.4"), "{outside:?}");
    let (page, sheets) = run(&[("plan.json".to_owned(), Ok(report))], None, Lang::Da);
    let (_, rest) =
        page.split_once("<summary>Krav, der ikke kan afgøres, fordi noget ikke findes i kilden</summary><p>").unwrap();
    let (told, _) = rest.split_once("</p>").unwrap();
    let mut ids: Vec<&str> = told.split(['(', ')', ',', ' ']).filter(|word| word.starts_with('P')).collect();
    ids.retain(|id| outside.contains(id));
    assert_eq!(ids, outside);
    assert!(!told.contains("(P3.1.4)"));
    // In the workbook they stand beside the plan, behind every column that was there before.
    let (_, plans) = sheets.iter().find(|(name, _)| name == "Planer").unwrap();
    assert_eq!(plans[0].last().unwrap().to_string(), "Krav, der ikke kan afgøres, fordi noget ikke findes i kilden");
    assert_eq!(plans[1].last().unwrap().to_string(), outside.join(", "));
}
