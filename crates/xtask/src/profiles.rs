//! One page for each profile and for each rule that one adds, and the index of them.

use std::fmt::Write as _;

use rehabplan::catalogue::AnyRule;
use rehabplan::law::Cell;
use rehabplan::profile::{self, Effect, Exempt, Profile, ProfileRule};
use rehabplan::{Lang, Variant};
use rehabplan_corpus::{CaseFile, TestCase, cases_of};
use serde_json::Value;

use crate::Files;
use crate::words as w;

/// Adds the pages of one language.
pub(crate) fn add(files: &mut Files, corpus: &[CaseFile<Value>], lang: Lang) {
    let profiles: Vec<Profile> = profile::built_in().collect();
    for profile in &profiles {
        files.insert(
            format!("docs/{}", profile::page(&profile.id, lang)),
            profile_page(profile, &cases_of(corpus, &profile.id), lang),
        );
    }
    for rule in profile::rules() {
        files.insert(format!("docs/{}", rule.page(lang)), rule_page(rule, &cases_of(corpus, rule.id), lang));
    }
    files.insert(w::file("profiles", lang), index(&profiles, lang));
}

/// The way from a page to another one.
fn link(from: &str, to: &str) -> String {
    let up = "../".repeat(from.matches('/').count());
    format!("[{to}]({up}{to}.md)")
}

fn index(profiles: &[Profile], lang: Lang) -> String {
    let mut page =
        format!("{}\n\n# {}\n\n{}\n\n", w::GENERATED.get(lang), w::PROFILES.get(lang), w::PROFILES_INTRO.get(lang));
    let header = [w::PROFILE, w::TITLE, w::FORCE, w::SOURCE].map(|word| word.get(lang));
    let _ = writeln!(page, "| {} |\n|---|---|---|---|", header.join(" | "));
    for profile in profiles {
        let address = profile::page(&profile.id, lang);
        let (title, source) = (profile.title.get(lang), profile.source.get(lang));
        let force = profile.force.text().get(lang);
        let _ = writeln!(page, "| [{}](../{address}) | {title} | {force} | {source} |", profile.id);
    }
    let _ = writeln!(page, "\n## {}\n", w::WITHOUT_EFFECT.get(lang));
    let header = [w::PROFILE, w::SOURCE, w::REASON].map(|word| word.get(lang));
    let _ = writeln!(page, "| {} |\n|---|---|---|", header.join(" | "));
    for profile in profiles {
        for theme in &profile.themes {
            if let Some(reason) = &theme.without_effect {
                let _ = writeln!(
                    page,
                    "| {} | {}: {} | {} |",
                    profile.id,
                    theme.id,
                    theme.title.get(lang),
                    reason.get(lang)
                );
            }
        }
        for without in &profile.without_effect {
            let _ = writeln!(page, "| {} | {} | {} |", profile.id, without.source.get(lang), without.reason.get(lang));
        }
    }
    page
}

fn profile_page(profile: &Profile, cases: &[&TestCase<Value>], lang: Lang) -> String {
    let mut page = format!("{}\n\n# {} · {}\n\n", w::GENERATED.get(lang), profile.id, profile.title.get(lang));
    let _ = writeln!(page, "**{}.** {}\n", capital(profile.force.text().get(lang)), profile.source.get(lang));
    for (name, parameter) in &profile.parameters {
        let _ = writeln!(page, "- `{name}`: {}", parameter.title.get(lang));
    }
    effects(&mut page, profile, &profile.effects, lang);
    for theme in &profile.themes {
        let _ = writeln!(page, "\n## {}: {}\n", theme.id, theme.title.get(lang));
        if let Some(to) = theme.valid_to {
            let _ = writeln!(page, "{} {}\n", w::LAST_DAY.get(lang), to);
        }
        if let Some(reason) = &theme.without_effect {
            let _ = writeln!(page, "{}", reason.get(lang));
        }
        effects(&mut page, profile, &theme.effects, lang);
    }
    if !profile.without_effect.is_empty() {
        let _ = writeln!(page, "\n## {}\n", w::WITHOUT_EFFECT.get(lang));
        for without in &profile.without_effect {
            let _ = writeln!(page, "- {}: {}", without.source.get(lang), without.reason.get(lang));
        }
    }
    tried(&mut page, cases, None, lang);
    page
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

fn effects(page: &mut String, profile: &Profile, effects: &[Effect], lang: Lang) {
    for effect in effects {
        match effect {
            Effect::Add(add) => {
                let _ = writeln!(page, "\n{}:\n", w::ADDS.get(lang));
                for rule in add.rules.iter().filter_map(|id| profile::rule(id)) {
                    let _ = writeln!(page, "- {}: {}", link(&profile.id, rule.id), rule.texts.demand.get(lang));
                }
            }
            Effect::Exempt(exempt) => ground(page, w::EXEMPTS.get(lang), exempt, lang),
            Effect::Accept(accept) => ground(page, w::ACCEPTS.get(lang), accept, lang),
            Effect::Severity(_) | Effect::Suppress(_) => {}
        }
    }
}

fn ground(page: &mut String, what: &str, ground: &Exempt, lang: Lang) {
    let rules: Vec<String> = ground.rules.iter().map(|rule| format!("`{rule}`")).collect();
    let _ = writeln!(page, "\n{what}: {}\n", rules.join(", "));
    if !ground.variants.is_empty() {
        let _ = writeln!(page, "- {}: {}", w::VARIANT.get(lang), ground.variants.join(", "));
    }
    for condition in &ground.conditions {
        let condition = serde_json::to_string(condition).unwrap_or_default();
        let _ = writeln!(page, "- {}: `{condition}`", w::CONDITION.get(lang));
    }
    let _ = writeln!(page, "- {}: {}", w::GROUND.get(lang), ground.basis.get(lang));
}

fn rule_page(rule: &'static ProfileRule, cases: &[&TestCase<Value>], lang: Lang) -> String {
    let texts = &rule.texts;
    let mut page = format!("{}\n\n# {} · {}\n\n", w::GENERATED.get(lang), rule.id, rule.citation.get(lang));
    let _ = writeln!(page, "**{}.**\n\n| | |\n|---|---|", texts.demand.get(lang));
    let _ = writeln!(page, "| {} | {} |", w::SOURCE.get(lang), rule.citation.get(lang));
    let _ = writeln!(page, "| {} | {} |", w::KIND.get(lang), AnyRule::Added(rule).meaning().get(lang));
    let _ = writeln!(page, "| {} | {} |", w::PHASE.get(lang), w::phase(rule.phase, lang));
    let paths: Vec<_> = rule.paths.iter().map(|path| format!("`{path}`")).collect();
    let _ = writeln!(page, "| {} | {} |", w::EVIDENCE.get(lang), paths.join("<br>"));
    let variants: Vec<_> = Variant::ALL
        .iter()
        .copied()
        .filter(|variant| matches!(rule.cells.get(*variant), Cell::Required | Cell::Conditional))
        .map(Variant::code)
        .collect();
    let _ = writeln!(page, "| {} | {} |", w::VARIANT.get(lang), variants.join(", "));
    for parameter in rule.parameters {
        let _ = writeln!(page, "| {} | `{parameter}` |", w::PARAMETER.get(lang));
    }
    if rule.severity.is_some() {
        let _ = writeln!(page, "\n## {}\n\n{}.\n", w::FINDING.get(lang), texts.finding.get(lang));
        let _ = writeln!(page, "{}: {}.", w::REMEDY.get(lang), texts.remedy.get(lang));
    }
    if let Some(judgement) = texts.judgement {
        let _ = writeln!(page, "\n## {}\n\n{}", w::JUDGEMENT.get(lang), judgement.get(lang));
    }
    tried(&mut page, cases, Some(rule.id), lang);
    page
}

/// The cases of the corpus: those of a rule with its answer.
fn tried(page: &mut String, cases: &[&TestCase<Value>], rule: Option<&str>, lang: Lang) {
    if cases.is_empty() {
        return;
    }
    let _ = writeln!(page, "\n## {}\n", w::TRIED.get(lang));
    let header = [w::CASE, w::VARIANT, w::OUTCOME].map(|word| word.get(lang));
    let _ = writeln!(page, "| {} |\n|---|---|---|", header.join(" | "));
    for case in cases {
        let expected = &case.expect;
        let answers = match rule {
            Some(rule) => vec![(String::new(), &expected["profileResults"][rule])],
            None => ["results", "profileResults"]
                .iter()
                .filter_map(|list| expected[*list].as_object())
                .flatten()
                .map(|(rule, answer)| (format!("{rule}: "), answer))
                .collect(),
        };
        let answers: Vec<String> = answers
            .into_iter()
            .filter_map(|(rule, answer)| {
                let outcome = w::outcome(answer["outcome"].as_str()?, answer["severity"].as_str(), lang);
                Some(format!("{rule}{outcome}"))
            })
            .collect();
        let (title, phase) = (w::of(&case.title, lang), w::phase_word(&case.phase, lang));
        let _ = writeln!(page, "| {title} | {}, {phase} | {} |", case.base, answers.join("<br>"));
    }
}
