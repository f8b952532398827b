//! One page for each rule, and the index of them.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io;

use rehabplan::law::{Rule, SCOPE, ScopeRule, rules};
use rehabplan::{Lang, Outcome, Variant, names};
use rehabplan_corpus::{CaseFile, Row, Stated, TestCase, cases_of};
use serde_json::Value;

use crate::Files;
use crate::words as w;

/// Adds the pages of one language. A rule without a file of cases is an error.
pub(crate) fn add(files: &mut Files, corpus: &[CaseFile<Value>], lang: Lang) -> io::Result<()> {
    for rule in rules() {
        let row = corpus.iter().find(|file| file.about == rule.id).and_then(|file| file.row.as_ref());
        let row = row.ok_or_else(|| io::Error::other(format!("there is no tests/corpus/rules/{}.json", rule.id)))?;
        let page = rule_page(rule, row, &cases_of(corpus, rule.id), lang);
        files.insert(format!("docs/{}", rule.page(lang)), page);
    }
    for rule in SCOPE {
        files.insert(format!("docs/{}", rule.page(lang)), scope_page(rule, lang));
    }
    files.insert(w::file("index", lang), index(lang));
    Ok(())
}

fn rule_page(rule: &Rule, row: &Row, cases: &[&TestCase<Value>], lang: Lang) -> String {
    let mut page = String::new();
    let texts = &rule.texts;
    let _ = writeln!(page, "{}\n", w::GENERATED.get(lang));
    let _ = writeln!(page, "# {} · {}\n", rule.id, rule.provision);
    let _ = writeln!(page, "**{}.**\n", texts.demand.get(lang));
    let _ = writeln!(page, "| | |\n|---|---|");
    let _ = writeln!(page, "| {} | {} |", w::PROVISION.get(lang), rule.provision);
    let _ = writeln!(page, "| {} | {} |", w::KIND.get(lang), rule.kind.meaning().get(lang));
    let _ = writeln!(page, "| {} | {} |", w::PHASE.get(lang), w::phase(rule.phase, lang));
    let paths: Vec<_> = rule.paths().into_iter().map(|path| format!("`{path}`")).collect();
    let _ = writeln!(page, "| {} | {} |", w::EVIDENCE.get(lang), paths.join("<br>"));
    let _ = writeln!(page, "| {} | {} |", w::CHECKED.get(lang), rule.checked(lang));
    let _ = writeln!(page, "\n## {}\n", w::WHERE.get(lang));
    page.push_str(&applicability(rule, lang));
    if rule.severity().is_some() {
        let _ = writeln!(page, "\n## {}\n\n{}.\n", w::FINDING.get(lang), texts.finding.get(lang));
        let _ = writeln!(page, "{}: {}.", w::REMEDY.get(lang), texts.remedy.get(lang));
    }
    if let Some(judgement) = texts.judgement {
        let _ = writeln!(page, "\n## {}\n\n{}", w::JUDGEMENT.get(lang), judgement.get(lang));
    }
    let _ = writeln!(page, "\n## {}\n", w::TRIED.get(lang));
    let header = [w::CASE, w::VARIANT, w::OUTCOME].map(|word| word.get(lang));
    let _ = writeln!(page, "| {} |\n|---|---|---|", header.join(" | "));
    for (outcome, variants) in whole_plans(row) {
        let (outcome, phase) = (w::outcome(outcome, None, lang), w::phase_word(&row.phase, lang));
        let _ = writeln!(page, "| {} | {}, {phase} | {outcome} |", w::WHOLE_PLAN.get(lang), variants.join(", "));
    }
    for case in cases {
        let expected = &case.expect["results"][rule.id];
        let Some(outcome) = expected["outcome"].as_str() else { continue };
        let outcome = w::outcome(outcome, expected["severity"].as_str(), lang);
        let (title, phase) = (w::of(&case.title, lang), w::phase_word(&case.phase, lang));
        let _ = writeln!(page, "| {title} | {}, {phase} | {outcome} |", case.base);
    }
    page
}

/// What a plan that lacks nothing comes to in the first phase, and in which kinds of case.
fn whole_plans(row: &Row) -> Vec<(&'static str, Vec<&'static str>)> {
    let mut outcomes: Vec<(_, Vec<_>)> = Vec::new();
    for variant in Variant::ALL.iter().map(|variant| variant.code()) {
        let Some(Stated { outcome, .. }) = row.of_whole(variant, &row.phase) else { continue };
        match outcomes.iter_mut().find(|(seen, _)| *seen == outcome) {
            Some((_, variants)) => variants.push(variant),
            None => outcomes.push((outcome, vec![variant])),
        }
    }
    outcomes.sort_by_key(|(outcome, _)| *outcome == Outcome::NotApplicable.code());
    outcomes
}

/// The row of the matrix in words: one line for what applies alike.
fn applicability(rule: &Rule, lang: Lang) -> String {
    let mut lines: Vec<(Cow<'_, str>, Vec<&str>)> = Vec::new();
    for &variant in Variant::ALL {
        let words = rule.applies(variant, lang);
        match lines.iter_mut().find(|(seen, _)| *seen == words) {
            Some((_, variants)) => variants.push(variant.code()),
            None => lines.push((words, vec![variant.code()])),
        }
    }
    let mut text = String::new();
    for (words, variants) in lines {
        let _ = writeln!(text, "- {}: {words}", variants.join(", "));
    }
    text
}

fn scope_page(rule: &ScopeRule, lang: Lang) -> String {
    let heading = format!("# {} · {}", rule.id, rule.provision);
    let (generated, word, effect) = (w::GENERATED.get(lang), w::EFFECT.get(lang), rule.effect.get(lang));
    format!("{generated}\n\n{heading}\n\n## {word}\n\n{effect}\n")
}

fn index(lang: Lang) -> String {
    let mut page = format!("{}\n\n# {}\n\n{}\n", w::GENERATED.get(lang), w::INDEX.get(lang), w::PAGES.get(lang));
    let entries = SCOPE
        .iter()
        .map(|rule| (rule.provision, rule.id, rule.page(lang), rule.effect.get(lang)))
        .chain(rules().map(|rule| (rule.provision, rule.id, rule.page(lang), rule.texts.demand.get(lang))));
    for paragraf in 1..=16 {
        let title = names::paragraph(paragraf).map_or("", |title| title.get(lang));
        let _ = writeln!(page, "\n## § {paragraf}: {title}\n");
        let header = [w::RULE, w::PROVISION, w::DEMAND].map(|word| word.get(lang));
        let _ = writeln!(page, "| {} |\n|---|---|---|", header.join(" | "));
        for (provision, id, address, words) in entries.clone().filter(|entry| entry.0.paragraf == paragraf) {
            // Addresses are relative to docs/, and the index lies one folder below.
            let _ = writeln!(page, "| [{id}](../{address}) | {provision} | {words} |");
        }
    }
    page
}
