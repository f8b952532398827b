//! Plans made from the model, so that they reach deep: right and wrong values, repeated keys, and the same document
//! written in several ways.

use std::fmt::Write as _;

use arbitrary::{Result, Unstructured};
use chrono::NaiveDate;
use rehabplan::language::Language;
use rehabplan::plan::{Date, FieldInfo, FieldKind, Plan};
use rehabplan::{Checker, Detail, Horizon, Phase, Selection};

use crate::sound::{self, CANARY};

/// A document before it is written.
enum Json {
    /// A number, a word, or anything else that is written as it stands.
    Bare(String),
    Text(String),
    /// Half a surrogate pair.
    NoText,
    List(Vec<Self>),
    Object(Vec<(String, Self)>),
}

/// How a document is written.
#[derive(Clone, Copy)]
struct Style {
    /// Characters as `\u` escapes, and white space between everything.
    escaped: bool,
    /// The members of objects from the last to the first.
    reversed: bool,
}

/// A plan gets the same answer however it is written, and the answer is sound.
pub fn plan(bytes: &[u8]) {
    let mut choices = Unstructured::new(bytes);
    let (Ok(document), Ok((checker, is_full))) = (part(&mut choices, Plan::fields()), checker(&mut choices)) else {
        return;
    };
    let plain = document.written(Style { escaped: false, reversed: false });
    let report = match checker.check_str(&plain) {
        Ok(report) => report,
        Err(error) => return sound::error(&error),
    };
    sound::report(&report, is_full);
    sound::positions(&plain, &report);

    let escaped = document.written(Style { escaped: true, reversed: false });
    let of_escaped = checker.check_str(&escaped).expect("the same document");
    assert!(report == of_escaped, "another answer when it is escaped");
    sound::positions(&escaped, &of_escaped);

    if !document.repeats_a_key() {
        let reversed = document.written(Style { escaped: false, reversed: true });
        let of_reversed = checker.check_str(&reversed).expect("the same document");
        assert!(report == of_reversed, "another answer in another order");
    }

    let read = Plan::from_json(&plain).expect("the same document");
    assert!(checker.check(&read) == report, "another answer when it was read before");
    if read.input.is_empty() {
        let written = serde_json::to_string(&read).expect("a plan can be written");
        assert!(Plan::from_json(&written) == Ok(read), "what is written is not what was read");
    }
}

/// A check, and whether its reports hold every answer.
fn checker(choices: &mut Unstructured<'_>) -> Result<(Checker, bool)> {
    let phases = [None, Some(Phase::Forelaeggelse), Some(Phase::Indstilling), Some(Phase::Indsats)];
    let as_of = Date::new(choices.int_in_range(1..=9999)?, 1 + u32::from(choices.arbitrary::<bool>()?), 28);
    let selections: [(&[&str], &[&str]); 4] = [
        (&["P3.1.4"], &["/forberedendeDel", "/indstilling", "/moede"]),
        (&["P14.1.pkt3.b"], &[]),
        (&["P8.5.2"], &[]),
        (&[], &["/indsatsdel/delmaal/0"]),
    ];
    let phase = *choices.choose(&phases)?;
    let as_of = as_of.filter(|_| choices.arbitrary().unwrap_or(false));
    let detail = *choices.choose(&[Detail::All, Detail::Findings])?;
    let only = if choices.ratio(1, 8)? {
        let (rules, paths) = *choices.choose(&selections)?;
        Selection::new(rules, paths).ok()
    } else {
        None
    };
    let horizon = if choices.ratio(1, 8)? {
        let places =
            ["!/sag/foersteForloeb", "!/afgoerelse", "/forberedendeDel/laege", "/indsatsdel/delmaal/*/omraade"];
        let chosen = *choices.choose(&places)?;
        Horizon::of(&[if chosen.starts_with('!') { "" } else { "/sag" }, chosen]).ok()
    } else {
        None
    };
    let language = if choices.ratio(1, 8)? { Language::off() } else { Language::default() };
    let is_full = detail == Detail::All && only.is_none();
    Ok((
        Checker::new().phase(phase).as_of(as_of).detail(detail).only(only).horizon(horizon).language(language),
        is_full,
    ))
}

fn part(choices: &mut Unstructured<'_>, fields: &'static [FieldInfo]) -> Result<Json> {
    let mut members = Vec::new();
    for field in fields {
        if choices.is_empty() || choices.ratio(1, 4)? {
            continue;
        }
        members.push((field.key.to_owned(), value(choices, field.kind)?));
        if choices.ratio(1, 40)? {
            members.push((field.key.to_owned(), value(choices, field.kind)?));
        }
    }
    if choices.ratio(1, 20)? {
        let keys = ["onsker", "Dato", "ukendt", "", "æøå", "a/b~c", CANARY];
        members.push(((*choices.choose(&keys)?).to_owned(), anything(choices, 3)?));
    }
    Ok(Json::Object(members))
}

fn value(choices: &mut Unstructured<'_>, kind: FieldKind) -> Result<Json> {
    if choices.ratio(1, 24)? {
        return anything(choices, 4);
    }
    Ok(match kind {
        FieldKind::Text => text(choices)?,
        FieldKind::Date => date(choices)?,
        FieldKind::Boolean => Json::Bare(choices.arbitrary::<bool>()?.to_string()),
        FieldKind::Number => number(choices)?,
        FieldKind::Code { codes } => Json::Text((*choices.choose(codes)?).to_owned()),
        FieldKind::Anything => anything(choices, 2)?,
        FieldKind::Part { fields } => part(choices, fields)?,
        FieldKind::List { entry } => {
            let length = choices.int_in_range(0..=3)?;
            Json::List((0..length).map(|_| value(choices, *entry)).collect::<Result<_>>()?)
        }
    })
}

fn text(choices: &mut Unstructured<'_>) -> Result<Json> {
    const TEXTS: &[&str] = &[
        "",
        " ",
        "-",
        "\u{200b}\u{a0}\u{feff}",
        "ingen",
        "Ingen.",
        "se bilag 3",
        "ikke oplyst",
        "ja",
        "Det indstilles, at borgeren får fleksjob.",
        "Borgeren ønsker selv, at der bevilges førtidspension.",
        "Hun har ikke været i praktik.",
        "\u{1f600}\u{0}\u{1f}\"\\/",
        "Lægen anbefaler hvile; kommunen vurderer, at\nder bør bevilges mentor",
        "ÆØÅ e\u{301}\u{308} \u{202e}",
    ];
    let known = *choices.choose(TEXTS)?;
    Ok(match choices.int_in_range(0..=9)? {
        0 => Json::Text(choices.arbitrary::<&str>()?.chars().take(40).collect()),
        1 => Json::NoText,
        2..=4 => Json::Text(known.to_owned()),
        _ => Json::Text(format!("{known} {CANARY}")),
    })
}

fn date(choices: &mut Unstructured<'_>) -> Result<Json> {
    const DATES: &[&str] = &[
        "2020-02-29",
        "2019-02-29",
        "0001-01-01",
        "9999-12-31",
        "2019-12-31",
        "2020-01-01",
        "2022-01-01",
        "0000-00-00",
        "1. maj",
    ];
    if choices.ratio(1, 4)? {
        return Ok(Json::Text((*choices.choose(DATES)?).to_owned()));
    }
    let day = NaiveDate::from_ymd_opt(2019, 12, 1)
        .and_then(|day| day.checked_add_days(chrono::Days::new(choices.int_in_range(0..=1_200).unwrap_or(0))));
    Ok(Json::Text(day.map_or_else(String::new, |day| day.to_string())))
}

fn number(choices: &mut Unstructured<'_>) -> Result<Json> {
    const NUMBERS: &[&str] = &[
        "0",
        "1",
        "2",
        "3",
        "5",
        "10",
        "37",
        "168",
        "169",
        "-1",
        "2.5",
        "-0",
        "1e2",
        "1e400",
        "1E-400",
        "18446744073709551616",
    ];
    Ok(Json::Bare((*choices.choose(NUMBERS)?).to_owned()))
}

fn anything(choices: &mut Unstructured<'_>, depth: u8) -> Result<Json> {
    Ok(match choices.int_in_range(0..=if depth == 0 { 4 } else { 6 })? {
        0 => Json::Bare("null".to_owned()),
        1 => Json::Bare("false".to_owned()),
        2 => number(choices)?,
        3 => date(choices)?,
        4 => text(choices)?,
        5 => {
            let length = choices.int_in_range(0..=3)?;
            Json::List((0..length).map(|_| anything(choices, depth - 1)).collect::<Result<_>>()?)
        }
        _ => {
            let length = choices.int_in_range(0..=3)?;
            let key = |choices: &mut Unstructured<'_>| {
                Ok((*choices.choose(&["dato", "a", "", "\u{e6}", CANARY])?).to_owned())
            };
            let members = (0..length).map(|_| Ok((key(choices)?, anything(choices, depth - 1)?)));
            Json::Object(members.collect::<Result<_>>()?)
        }
    })
}

impl Json {
    fn repeats_a_key(&self) -> bool {
        match self {
            Self::Object(members) => members.iter().enumerate().any(|(index, (key, value))| {
                members[..index].iter().any(|(other, _)| other == key) || value.repeats_a_key()
            }),
            Self::List(items) => items.iter().any(Self::repeats_a_key),
            _ => false,
        }
    }

    fn written(&self, style: Style) -> String {
        let mut out = String::new();
        self.write(style, &mut out);
        out
    }

    fn write(&self, style: Style, out: &mut String) {
        let space = if style.escaped { " \n\t\r" } else { "" };
        match self {
            Self::Bare(text) => out.push_str(text),
            Self::NoText => out.push_str(r#""half \ud83d""#),
            Self::Text(text) => quote(text, style.escaped, out),
            Self::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index > 0 { "," } else { "" });
                    out.push_str(space);
                    item.write(style, out);
                }
                out.push_str(space);
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                let mut members: Vec<_> = members.iter().collect();
                if style.reversed {
                    members.reverse();
                }
                for (index, (key, value)) in members.into_iter().enumerate() {
                    out.push_str(if index > 0 { "," } else { "" });
                    out.push_str(space);
                    quote(key, style.escaped, out);
                    out.push_str(space);
                    out.push(':');
                    out.push_str(space);
                    value.write(style, out);
                }
                out.push_str(space);
                out.push('}');
            }
        }
    }
}

fn quote(text: &str, escaped: bool, out: &mut String) {
    out.push('"');
    for unit in text.chars() {
        match unit {
            _ if escaped => {
                for half in unit.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{half:04X}");
                }
            }
            '"' | '\\' => out.extend(['\\', unit]),
            '\0'..='\x1f' => {
                let _ = write!(out, "\\u{:04x}", u32::from(unit));
            }
            _ => out.push(unit),
        }
    }
    out.push('"');
}
