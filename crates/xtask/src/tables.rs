//! The tables: matrix, coverage, fields and reply words.

use std::fmt::Write as _;

use rehabplan::law::{VOCABULARY, coverage, rules};
use rehabplan::{Lang, Variant, reply};
use serde_json::Value;

use crate::Files;
use crate::words as w;

/// Adds the tables of one language.
pub(crate) fn add(files: &mut Files, lang: Lang) {
    files.insert(w::file("matrix", lang), matrix(lang));
    files.insert(w::file("coverage", lang), coverage_table(lang));
    files.insert(w::file("fields", lang), fields(lang));
    files.insert(w::file("replies", lang), replies(lang));
    files.insert(w::file("vocabulary", lang), vocabulary(lang));
}

fn matrix(lang: Lang) -> String {
    let mut page = format!("{}\n\n# {}\n\n{}\n\n", w::GENERATED.get(lang), w::MATRIX.get(lang), w::LEGEND.get(lang));
    let codes: Vec<_> = Variant::ALL.iter().copied().map(Variant::code).collect();
    let _ = writeln!(page, "| {} | {} |\n|{}", w::RULE.get(lang), codes.join(" | "), "---|".repeat(16));
    for rule in rules() {
        let cells: Vec<_> = Variant::ALL.iter().map(|variant| rule.cells.get(*variant).to_string()).collect();
        let _ = writeln!(page, "| [{}](../{}) | {} |", rule.id, rule.page(lang), cells.join(" | "));
    }
    page.push('\n');
    for &variant in Variant::ALL {
        let _ = writeln!(page, "- {}: {}", variant.code(), variant.title().get(lang));
    }
    page
}

fn coverage_table(lang: Lang) -> String {
    let mut page = format!("{}\n\n# {}\n\n", w::GENERATED.get(lang), w::COVERAGE.get(lang));
    let header = [w::UNIT, w::PROVISION, w::STATUS, w::RULES, w::REASON].map(|word| word.get(lang));
    let _ = writeln!(page, "| {} |\n|---|---|---|---|---|", header.join(" | "));
    for row in coverage(lang) {
        let status = row.title().get(lang);
        let (rules, reason) = (row.rules.join(", "), row.reason.unwrap_or_default());
        let _ = writeln!(page, "| {} | {} | {status} | {rules} | {reason} |", row.unit, row.citation);
    }
    page
}

fn replies(lang: Lang) -> String {
    let mut page =
        format!("{}\n\n# {}\n\n{}\n", w::GENERATED.get(lang), w::REPLIES.get(lang), w::REPLIES_INTRO.get(lang));
    let lists: [(_, &[(_, &[&str])]); 5] = [
        (w::PLACEHOLDERS, &[(w::PLACEHOLDERS_ARE, reply::PLACEHOLDERS)]),
        (
            w::LEFTOVERS,
            &[(w::LEFTOVERS_ARE, reply::LEFTOVERS), (w::SIGNS_ARE, reply::SIGNS), (w::FILLERS_ARE, reply::FILLERS)],
        ),
        (
            w::REFERENCES,
            &[
                (w::OPENINGS, reply::OPENINGS),
                (w::BESIDES, reply::BESIDES),
                (w::DOCUMENTS, reply::DOCUMENTS),
                (w::ENDINGS, reply::ENDINGS),
                (w::CERTIFICATES, reply::CERTIFICATES),
                (w::SECTIONS, reply::SECTIONS),
                (w::BETWEEN, reply::BETWEEN),
                (w::MONTHS, reply::MONTHS),
            ],
        ),
        (w::NOTHINGS, &[(w::NOTHINGS_ARE, reply::NOTHINGS)]),
        (w::LATER, &[(w::LATER_IS, reply::LATER), (w::LATER_BESIDE, reply::LATER_BESIDE)]),
    ];
    for (title, words) in lists {
        let _ = writeln!(page, "\n## {}", title.get(lang));
        for (what, words) in words {
            let words: Vec<_> = words.iter().filter(|word| !word.is_empty()).map(|word| format!("`{word}`")).collect();
            let _ = writeln!(page, "\n{}: {}.", what.get(lang), words.join(", "));
        }
    }
    page
}

/// The words of the checks, and which rules are said in each.
fn vocabulary(lang: Lang) -> String {
    let intro = w::VOCABULARY_INTRO.get(lang);
    let mut page = format!("{}\n\n# {}\n\n{intro}\n\n", w::GENERATED.get(lang), w::VOCABULARY.get(lang));
    let links = |is_meant: &dyn Fn(&[&str]) -> bool| {
        let links = rules().filter(|rule| is_meant(&rule.words()));
        links.map(|rule| format!("[{}](../{})", rule.id, rule.page(lang))).collect::<Vec<_>>().join(", ")
    };
    let header = [w::WORD, w::MEANING, w::USED_BY].map(|word| word.get(lang));
    let _ = writeln!(page, "| {} |\n|---|---|---|", header.join(" | "));
    for word in VOCABULARY {
        let rules = links(&|words| words.contains(&word.name));
        let _ = writeln!(page, "| `{}` | {} | {rules} |", word.name, word.meaning.get(lang));
    }
    let _ = writeln!(page, "\n{}: {}", w::OWN_CHECK.get(lang), links(&|words| words.is_empty()));
    page
}

/// The fields of the plan and the codes that they take, read off the JSON Schema.
fn fields(lang: Lang) -> String {
    let schema = rehabplan::schema::json_schema(lang);
    let mut page =
        format!("{}\n\n# {}\n\n{}\n\n", w::GENERATED.get(lang), w::FIELDS.get(lang), w::FIELDS_INTRO.get(lang));
    row(&mut page, &[w::EVIDENCE, w::FIELD, w::MEANING, w::VALUES, w::SERVES].map(|head| head.get(lang)));
    row(&mut page, &["---"; 5]);
    Fields { schema: &schema, lang }.object(&mut page, &schema, "");
    let _ = writeln!(page, "\n## {}", w::CODES.get(lang));
    for (name, definition) in schema["$defs"].as_object().into_iter().flatten() {
        let Some(codes) = definition["oneOf"].as_array() else { continue };
        let about = definition["description"].as_str().unwrap_or_default();
        let _ = writeln!(page, "\n### {name}\n\n{about}\n");
        row(&mut page, &[w::CODE, w::TITLE, w::MEANING].map(|head| head.get(lang)));
        row(&mut page, &["---"; 3]);
        for code in codes {
            let text = |keyword: &str| code[keyword].as_str().unwrap_or_default();
            row(&mut page, &[&format!("`{}`", text("const")), text("title"), text("description")]);
        }
    }
    page
}

fn row(page: &mut String, cells: &[&str]) {
    let _ = writeln!(page, "| {} |", cells.join(" | "));
}

struct Fields<'s> {
    schema: &'s Value,
    lang: Lang,
}

impl Fields<'_> {
    fn object(&self, page: &mut String, object_schema: &Value, pointer: &str) {
        let Some(properties) = object_schema["properties"].as_object() else { return };
        for (key, field) in properties {
            let pointer = format!("{pointer}/{key}");
            let kind = resolve(self.schema, field);
            let items = resolve(self.schema, &kind["items"]);
            let text = |keyword: &str| field[keyword].as_str().unwrap_or_default();
            let value = self.value(kind, items);
            row(page, &[&format!("`{pointer}`"), text("title"), text("description"), &value, text("x-hjemmel")]);
            self.object(page, kind, &pointer);
            self.object(page, items, &format!("{pointer}/*"));
        }
    }

    fn value(&self, kind: &Value, items: &Value) -> String {
        let codes = |kind: &Value| -> Option<String> {
            let codes = kind["oneOf"].as_array()?.iter().filter_map(|choice| choice["const"].as_str());
            Some(codes.map(|code| format!("`{code}`")).collect::<Vec<_>>().join(", "))
        };
        let name = |kind: &Value| {
            let names: Vec<&str> = match &kind["type"] {
                Value::Array(types) => types.iter().filter_map(Value::as_str).filter(|name| *name != "null").collect(),
                other => vec![other.as_str().unwrap_or("anything")],
            };
            names
                .iter()
                .map(|name| w::value(kind["format"].as_str().unwrap_or(name)).get(self.lang))
                .collect::<Vec<_>>()
        };
        let one = |kind: &Value| codes(kind).unwrap_or_else(|| name(kind).join(w::OR.get(self.lang)));
        match &kind["items"] {
            Value::Null => one(kind),
            _ => format!("{}: {}", w::value("array").get(self.lang), one(items)),
        }
    }
}

/// Follows a reference, also one that stands beside `null`.
fn resolve<'s>(schema: &'s Value, field: &'s Value) -> &'s Value {
    let choices = field["anyOf"].as_array().map_or(&[][..], Vec::as_slice);
    let field = choices.iter().find(|choice| choice["type"] != "null").unwrap_or(field);
    match field["$ref"].as_str().and_then(|reference| reference.strip_prefix('#')) {
        Some(pointer) => schema.pointer(pointer).unwrap_or(field),
        None => field,
    }
}
