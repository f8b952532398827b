//! The edges of what a document can hold: dates, blanks, escapes, depth and length.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rehabplan::law::{earliest_end, last_day, months_begun};
use rehabplan::limits::{MAX_DEPTH, MAX_LIST_LENGTH};
use rehabplan::plan::{Date, Field, FieldKind, Plan};
use rehabplan::reply::is_blank;
use rehabplan::report::InputFinding;
use rehabplan::{Checker, Detail, Outcome, Phase, ReadError, Report, Severity};
use rehabplan_corpus::base;
use serde_json::{Value, json};

/// Runs a property a fixed number of times from a fixed seed.
fn hold<S: Strategy>(cases: u32, strategy: S, property: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[13; 32]);
    TestRunner::new_with_rng(config, rng).run(&strategy, property).unwrap_or_else(|failure| panic!("{failure}"));
}

fn check(text: &str) -> Report {
    let checker = Checker::new().phase(Phase::Indsats).as_of(Date::new(2020, 6, 1)).detail(Detail::All);
    checker.check_str(text).unwrap()
}

/// The days of a month, by the rule of 1582 for leap years.
fn days_of_month(year: u32, month: u32) -> u32 {
    let is_leap_year = year.is_multiple_of(400) || year.is_multiple_of(4) && !year.is_multiple_of(100);
    match month {
        2 => 28 + u32::from(is_leap_year),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[test]
fn a_date_is_read_if_the_calendar_has_it() {
    let check = |year: u32, month: u32, day: u32| {
        let text = format!("{year:04}-{month:02}-{day:02}");
        let is_possible = year >= 1 && (1..=12).contains(&month) && (1..=days_of_month(year, month)).contains(&day);
        let read = Date::parse(&text).map(|date| (date.year(), date.month(), date.day()));
        assert_eq!(read, is_possible.then_some((year as i32, month, day)), "{text}");
        let document = format!(r#"{{"moede":{{"dato":"{text}"}}}}"#);
        let plan = Plan::from_json(&document).unwrap();
        // A day of the calendar, but programs write such years for no date.
        let may_be_meant = is_possible && year > 1900 && year < 9999;
        assert_eq!(matches!(plan.moede.dato, Field::Present(_)), may_be_meant, "{text}");
        assert_eq!(plan.input.is_empty(), may_be_meant, "{text}");
    };
    // Every end of a month, and the days around it, in years that are leap years and such that only look like it.
    for year in [0, 1, 4, 100, 400, 1600, 1900, 1901, 2000, 2019, 2020, 2100, 9996, 9998, 9999] {
        for month in 0..=13 {
            for day in [0, 1, 28, 29, 30, 31, 32, 99] {
                check(year, month, day);
            }
        }
    }
    hold(2_000, (0..=9999_u32, 0..=99_u32, 0..=99_u32), |(year, month, day)| {
        check(year, month, day);
        Ok(())
    });
}

#[test]
fn what_is_nearly_a_date_is_unreadable() {
    let texts = r"[0-9]{4}-[0-9]{2}-[0-9]{2}".prop_flat_map(|date| {
        (Just(date), 0..10_usize, prop::char::any()).prop_map(|(mut date, place, other)| {
            date.replace_range(place..=place, &other.to_string());
            date
        })
    });
    hold(2_000, texts, |text| {
        let is_date = text.len() == 10
            && text.bytes().enumerate().all(|(place, byte)| match place {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        prop_assert!(is_date || Date::parse(&text).is_none(), "{:?}", text);
        Ok(())
    });
}

/// § 5, stk. 2, for every first day of eight years, two leap years among them: there is one last day from which on the period
/// is long enough, it lies 181 to 184 days on, and a later first day never has an earlier one.
#[test]
fn six_months_end_on_one_day() {
    let first = NaiveDate::from_ymd_opt(2019, 1, 1).unwrap();
    let mut before = None;
    for start in first.iter_days().take(8 * 366) {
        let end = NaiveDate::from(earliest_end(start.into()).unwrap());
        let days = (end - start).num_days() + 1;
        assert!((181..=184).contains(&days), "{start} to {end}");
        assert!(before.is_none_or(|before| before <= end), "{start}");
        before = Some(end);
    }
    let mut plan = base("RF");
    let mut outcome = |start: NaiveDate, end: NaiveDate| {
        plan["indsatsdel"]["perioder"] = json!([{"startdato": start.to_string(), "slutdato": end.to_string()}]);
        plan["forloeb"]["slutdato"] = "9998-12-31".into();
        check(&plan.to_string()).result("P5.2.a").unwrap().outcome()
    };
    for month in 1..=12 {
        for day in [1, 28, 29, 30, 31] {
            let Some(start) = NaiveDate::from_ymd_opt(2020, month, day) else { continue };
            let end = NaiveDate::from(earliest_end(start.into()).unwrap());
            assert_eq!(outcome(start, end), Outcome::Met, "{start} to {end}");
            assert_eq!(outcome(start, end - Days::new(1)), Outcome::NotMet, "{start} to {end} less one day");
        }
    }
}

/// A period of so many months has begun so many of them, and a day later one more.
#[test]
fn months_are_counted_as_they_are_added() {
    let first = NaiveDate::from_ymd_opt(2019, 1, 1).unwrap();
    for start in first.iter_days().take(5 * 366) {
        for months in 0..=25 {
            let last = NaiveDate::from(last_day(start.into(), months).unwrap());
            assert_eq!(months_begun(start.into(), last.into()), months, "{start} to {last}");
            assert_eq!(
                months_begun(start.into(), (last + Days::new(1)).into()),
                months + 1,
                "{start} to the day after {last}"
            );
        }
        assert_eq!(months_begun(start.into(), (start - Days::new(40)).into()), 0, "{start}");
    }
    assert_eq!(months_begun(NaiveDate::MIN.into(), NaiveDate::MAX.into()), 12 * (262_142 + 262_143 + 1));
}

/// The first and the last year there is are no reason to panic, wherever a date stands.
#[test]
fn the_ends_of_the_calendar_get_an_answer() {
    fn dates(value: &mut Value, to: &mut impl FnMut(&mut Value)) {
        match value {
            Value::String(text) if Date::parse(text).is_some() => to(value),
            Value::Array(items) => items.iter_mut().for_each(|item| dates(item, to)),
            Value::Object(members) => members.values_mut().for_each(|member| dates(member, to)),
            _ => {}
        }
    }
    let ends = [
        "0001-01-01",
        "0001-12-31",
        "1582-10-10",
        "1901-01-01",
        "2020-02-29",
        "9998-12-31",
        "9999-01-01",
        "9999-12-31",
    ];
    let ends = prop::collection::vec(select(ends.to_vec()), 1..6);
    let plans = ["RF", "JA22", "FJ", "FP", "SDP3", "SELV"].map(base).to_vec();
    hold(1_000, (select(plans), ends, select(Phase::ALL.to_vec())), |(mut plan, ends, phase)| {
        let mut next = ends.iter().cycle();
        dates(&mut plan, &mut |date| *date = (*next.next().unwrap()).into());
        let text = plan.to_string();
        for as_of in [NaiveDate::MIN, NaiveDate::from_ymd_opt(9999, 12, 31).unwrap(), NaiveDate::MAX] {
            let checker = Checker::new().phase(phase).as_of(Date::from(as_of)).detail(Detail::All);
            let report = checker.check_str(&text).unwrap();
            // Dates that can be read are no input findings, except for a course that ends before it begins, for a
            // meeting, a recommendation or a decision from before there were teams, and for what stands for no date.
            const OF_THE_CASE: [&str; 3] = ["/moede/dato", "/indstilling/indstillingsdato", "/afgoerelse/dato"];
            let is_expected = |finding: &InputFinding| match finding.code.code() {
                "courseBackwards" => true,
                "tooEarly" => OF_THE_CASE.contains(&finding.path.as_str()),
                "notADate" => {
                    let date = plan.pointer(&finding.path).and_then(Value::as_str).unwrap_or_default();
                    !("1901"..="9998-12-31").contains(&date)
                }
                _ => false,
            };
            prop_assert!(report.input.iter().all(is_expected));
        }
        Ok(())
    });
}

#[test]
fn what_has_neither_a_digit_nor_two_letters_is_blank() {
    // What Unicode says of the Latin letters, of all blanks and of the marks that texts have is said here too; where other
    // scripts have marks of their own, they are taken for letters.
    let latin = ('\0'..='\u{2c1}').chain('\u{1e00}'..='\u{1eff}');
    let blanks = ('\0'..=char::MAX).filter(|character| character.is_whitespace());
    let marks = ('\u{2010}'..='\u{205e}')
        .chain('\u{20a0}'..='\u{20c0}')
        .chain('\u{2190}'..='\u{23ff}')
        .chain('\u{2500}'..='\u{2775}');
    for character in latin.chain(blanks).chain(marks) {
        let text = character.to_string();
        assert_eq!(is_blank(&text), !character.is_ascii_digit(), "{character:?}");
        let two = format!("q{character}");
        let is_one_letter = matches!(character, 'q' | 'Q') || !character.is_alphanumeric();
        assert_eq!(is_blank(&two), is_one_letter, "{two:?}");
    }
}

/// A text of blanks, of whatever kind and however written, is no text.
#[test]
fn a_text_of_blanks_is_a_missing_text() {
    let blanks: Vec<char> = ('\0'..=char::MAX).filter(|character| character.is_whitespace()).collect();
    assert!(blanks.len() >= 25, "Unicode has 25 characters of white space");
    let invisible = ['\u{ad}', '\u{180e}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}'];
    let mut plan = base("RF");
    plan["forberedendeDel"]["oensker"] = Value::Null;
    let missing = check(&plan.to_string());
    assert_eq!(missing.result("P3.1.4").unwrap().severity(), Some(Severity::Error));
    let text = prop::collection::vec(select([blanks.as_slice(), &invisible].concat()), 0..6);
    hold(500, (text, any::<bool>()), |(text, is_escaped)| {
        let mut plan = plan.clone();
        plan["forberedendeDel"]["oensker"] = "OENSKER".into();
        let written = text.iter().fold(String::new(), |mut written, blank| {
            let _ = match blank {
                _ if is_escaped || blank.is_control() => write!(written, "\\u{:04x}", u32::from(*blank)),
                _ => write!(written, "{blank}"),
            };
            written
        });
        prop_assert_eq!(&check(&plan.to_string().replace("OENSKER", &written)), &missing, "{:?}", text);
        Ok(())
    });
}

/// Escapes in any order: a text is read if it is Unicode, and half a surrogate pair makes it one unreadable value.
#[test]
fn half_a_surrogate_pair_is_one_unreadable_value() {
    let unit = prop_oneof![0x41..0x5b_u16, 0xd7f0..0xe010_u16, Just(0xd83d), Just(0xde00), any::<u16>()];
    hold(3_000, prop::collection::vec(unit, 1..8), |units| {
        let escapes: String = units.iter().map(|unit| format!("\\u{unit:04X}")).collect();
        let document = format!(r#"{{"forberedendeDel":{{"cv":"før","oensker":"{escapes}","uddannelse":7}}}}"#);
        let plan = Plan::from_json(&document).unwrap();
        let found: Vec<_> = plan.input.iter().map(|finding| (finding.path.as_str(), finding.code.code())).collect();
        let other = ("/forberedendeDel/uddannelse", "unknownKey");
        prop_assert_eq!(plan.forberedende_del.cv.get().unwrap().as_str(), "før");
        match String::from_utf16(&units) {
            Ok(text) => {
                prop_assert_eq!(plan.forberedende_del.oensker.get().unwrap().as_str(), text);
                prop_assert_eq!(found, [other]);
            }
            Err(_) => {
                prop_assert!(plan.forberedende_del.oensker.is_unreadable());
                prop_assert_eq!(found, [("/forberedendeDel/oensker", "notText"), other]);
            }
        }
        Ok(())
    });
}

/// Every place of the model, as keys and `0` for the entry of a list.
fn places() -> Vec<(Vec<String>, FieldKind)> {
    let mut places = Vec::new();
    Plan::each_place(&mut |pointer, _, kind| {
        let steps = pointer.split('/').skip(1).map(|step| if step == "*" { "0" } else { step });
        places.push((steps.map(str::to_owned).collect(), kind));
    });
    places
}

/// A document with a value at one place of the model.
fn document_with(path: &[String], value: &str) -> String {
    path.iter().rev().fold(value.to_owned(), |inner, token| match token.as_str() {
        "0" => format!("[{inner}]"),
        key => format!("{{\"{key}\":{inner}}}"),
    })
}

/// Wherever it stands, what is nested to the limit is a value, and one level more is an error that says where.
#[test]
fn depth_has_one_limit_everywhere() {
    let leaves: Vec<_> = places()
        .into_iter()
        .filter(|(_, kind)| !matches!(kind, FieldKind::Part { .. } | FieldKind::List { .. }))
        .collect();
    assert!(leaves.len() > 100);
    let brackets = prop::collection::vec(any::<bool>(), MAX_DEPTH + 1);
    hold(1_000, (select(leaves), brackets, 1..=MAX_DEPTH + 1), |((path, _), brackets, levels)| {
        let nested = brackets[..levels].iter().fold("1".to_owned(), |inner, is_list| match is_list {
            true => format!("[{inner}]"),
            false => format!("{{\"]}}\\\"\":{inner}}}"),
        });
        let answer = Checker::new().check_str(&document_with(&path, &nested));
        if path.len() + levels > MAX_DEPTH {
            prop_assert_eq!(answer, Err(ReadError::TooDeep { path: format!("/{}", path.join("/")) }));
        } else {
            prop_assert!(answer.is_ok(), "{:?} {}", path, levels);
        }
        Ok(())
    });
}

#[test]
fn every_list_has_the_same_limit() {
    let lists: Vec<_> = places().into_iter().filter(|(_, kind)| matches!(kind, FieldKind::List { .. })).collect();
    assert!(lists.len() > 15);
    for (path, _) in lists {
        let of = |length: usize| document_with(&path, &format!("[{}]", vec!["null"; length].join(",")));
        assert!(Checker::new().check_str(&of(MAX_LIST_LENGTH)).is_ok(), "{path:?}");
        let error = ReadError::ListTooLong { path: format!("/{}", path.join("/")) };
        assert_eq!(Checker::new().check_str(&of(MAX_LIST_LENGTH + 1)), Err(error));
    }
}

/// A text of a megabyte in any place gets the answer that a short one of its kind gets.
#[test]
fn a_long_text_is_a_text() {
    for (path, kind) in places() {
        if !matches!(kind, FieldKind::Text) {
            continue;
        }
        let of = |length: usize| {
            let text = document_with(&path, &format!("\"{}\"", "ord ".repeat(length)));
            Checker::new().check_str(&text).unwrap()
        };
        assert_eq!(of(100), of(250_000), "{path:?}");
    }
}

/// Months beside days that say otherwise are pointed out, and the days count (A28).
#[test]
fn a_course_of_two_lengths_is_told() {
    let course = |months: u32, last: &str| {
        let mut plan = base("JAX");
        plan["forloeb"] = json!({"startdato": "2020-01-15", "slutdato": last, "varighedMaaneder": months});
        let report = check(&plan.to_string());
        let is_told = report.input.iter().any(|finding| finding.code.code() == "courseOfTwoLengths");
        let is_short = report.result("P5.2.b").unwrap().outcome() == Outcome::Exempt;
        (is_told, is_short, report.input.len())
    };
    // To 14 July it is six months, both days included (§ 5, stk. 2), and none of them is only begun.
    for (months, last, is_told, is_short) in [
        (6, "2020-07-14", false, false),
        (5, "2020-07-14", true, false),
        (7, "2020-07-14", true, false),
        // A day less is five, with the sixth begun, and a day more is six, with the seventh begun.
        (5, "2020-07-13", false, true),
        (6, "2020-07-13", false, true),
        (12, "2020-07-13", true, true),
        (6, "2020-07-15", false, false),
        (7, "2020-07-15", false, false),
        (3, "2020-07-15", true, false),
        (1, "2020-01-15", false, true),
        (2, "2020-01-15", true, true),
    ] {
        assert_eq!(course(months, last), (is_told, is_short, usize::from(is_told)), "{months} to {last}");
    }
    // A course that runs backwards has no length to hold them against.
    assert_eq!(course(6, "2020-01-14"), (false, false, 1));
}
