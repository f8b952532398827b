//! What there is to say about one plan.

use maud::{Markup, html};
use rehabplan::law::Rule;
use rehabplan::profile::{ChangeKind, ProfileResult, Suppression};
use rehabplan::report::RuleResult;
use rehabplan::text::{Wording, notes};
use rehabplan::{Conclusion, Lang, Outcome, Report, Severity};

use super::linked;
use crate::blocks::{Block, Subject, blocks, list};
use crate::names::{self, answers_beside};
use crate::place;
use crate::words::{self, fill};

/// Where a place of the plan came from, in words: a row and a column, or a heading of a document.
pub(super) type Origin<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Everything but the heading with the name: what is missing in the order of the law, what could not be determined, what a
/// person must judge, and what is exempt. Headings begin at a level.
pub(super) fn content(report: &Report, level: u8, lang: Lang, origin: Origin<'_>) -> Markup {
    let blocks = blocks(report);
    let sections = [Section::Missing, Section::Lost, Section::Undetermined, Section::Warnings, Section::Suppressed];
    let of = |section: Section| blocks.iter().filter(|block| Section::of(block) == section).collect::<Vec<_>>();
    html! {
        (facts(report, lang))
        @for note in &report.notes { p.note { (note.text.get(lang)) } }
        @if let Some(horizon) = &report.horizon { p.note { (horizon.coverage().line(lang)) } }
        @if let Some(count) = report.counts.not_in_source.filter(|count| *count > 0) {
            p.note { (names::count(count.into(), words::NOT_IN_SOURCE_ONE, words::NOT_IN_SOURCE_MANY, lang)) }
            (not_in_source(report, lang))
        }
        @if of(Section::Missing).is_empty() {
            @match answers_alone(report, lang) {
                Some(answers) => p { (answers) "." },
                None => p { (nothing_missing(report, lang)) },
            }
        }
        @for section in sections {
            @let blocks = of(section);
            @if !blocks.is_empty() {
                (heading(level, section.title().get(lang), blocks.len()))
                ol { @for block in blocks { (item(block, section, level + 1, lang, origin)) } }
            }
        }
        (beside(report, level, lang))
        (review(report, level, lang))
        (exempt(report, level, lang))
    }
}

/// A part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Missing,
    Lost,
    Undetermined,
    Warnings,
    Suppressed,
}

impl Section {
    fn of(block: &Block<'_>) -> Self {
        match block.subject {
            Subject::Result(result) if suppression(result).is_some() => Self::Suppressed,
            Subject::Result(result) => match result.severity() {
                Some(Severity::Error) => Self::Missing,
                Some(Severity::Warning) => Self::Warnings,
                None => Self::Undetermined,
            },
            Subject::Input(finding) if finding.code.severity() == Severity::Error => Self::Lost,
            Subject::Input(_) => Self::Warnings,
            Subject::Fact(_) => Self::Undetermined,
        }
    }

    fn title(self) -> Wording {
        match self {
            Self::Missing => words::MISSING,
            Self::Lost => words::LOST,
            Self::Undetermined => words::UNDETERMINED,
            Self::Warnings => words::WARNINGS,
            Self::Suppressed => words::SUPPRESSED,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Missing | Self::Lost => "error",
            Self::Warnings => "warning",
            Self::Undetermined | Self::Suppressed => "open",
        }
    }
}

fn suppression(result: &RuleResult) -> Option<&Suppression> {
    result.changes().and_then(|changes| changes.suppressed())
}

/// A heading of a section, with the number of its entries.
fn heading(level: u8, title: &str, count: usize) -> Markup {
    let text = html! { (title) " (" (count) ")" };
    match level {
        2 => html! { h2 { (text) } },
        _ => html! { h3 { (text) } },
    }
}

/// What an entry is about. Headings follow each other without a gap.
fn headline(level: u8, text: &str) -> Markup {
    match level {
        3 => html! { h3 { (text) } },
        _ => html! { h4 { (text) } },
    }
}

fn facts(report: &Report, lang: Lang) -> Markup {
    let row = |label: Wording, value: &str| html! { dt { (label.get(lang)) } dd { (value) } };
    let beside = report.profiles.as_ref().filter(|beside| beside.base_conclusion != report.conclusion);
    html! {
        dl {
            @if !report.variants.is_empty() {
                (row(words::CASE_TYPE, &format!("{} ({})", names::variants(report.variants, lang), report.variants)))
            }
            (row(words::PHASE, report.phase.title().get(lang)))
            @if let Some(day) = report.as_of { (row(words::AS_OF, &words::date(day, lang))) }
            dt { (words::CONCLUSION.get(lang)) }
            dd { (conclusion(report.conclusion, lang)) }
            @if let Some(beside) = beside {
                (row(words::WITHOUT_PROFILES, beside.base_conclusion.text().get(lang)))
            }
        }
    }
}

/// A conclusion in words; the colour only repeats it.
pub(super) fn conclusion(conclusion: Conclusion, lang: Lang) -> Markup {
    html! { span class={ "badge " (conclusion.code()) } { (conclusion.text().get(lang)) } }
}

/// What rules of profiles came to, where nothing of the regulation was tried: a note says that it was not.
fn answers_alone(report: &Report, lang: Lang) -> Option<String> {
    let beside = report.profiles.as_ref().filter(|_| report.notes.contains(&&notes::ONLY_BESIDE))?;
    answers_beside(beside.counts, lang)
}

/// What to say where nothing is missing: silence would pass for an answer.
fn nothing_missing(report: &Report, lang: Lang) -> &'static str {
    match report.conclusion {
        Conclusion::Fulfilled => words::NOTHING_MISSING,
        Conclusion::OutOfScope | Conclusion::OutsideValidity => words::NOTHING_CHECKED,
        _ if report.variants.is_empty() || report.counts.asked() == 0 => words::NOTHING_CHECKED,
        _ => words::NOTHING_FOUND,
    }
    .get(lang)
}

fn item(block: &Block<'_>, section: Section, level: u8, lang: Lang, origin: Origin<'_>) -> Markup {
    html! {
        li class=(section.class()) {
            @match block.subject {
                Subject::Result(result) => (finding(result, block, level, lang, origin)),
                Subject::Input(input) => {
                    (headline(level, &input.message(lang)))
                    dl {
                        (fields(input.paths(), lang, origin))
                        (row(words::REMEDY, &input.remedy(lang), lang))
                        (others(block, lang))
                    }
                }
                Subject::Fact(fact) => {
                    (headline(level, &fill(words::DEPENDS_ON.get(lang), &[("fact", &named(fact, lang))])))
                    dl {
                        (fields(std::iter::once(fact), lang, origin))
                        (row(words::RULE, &list(&block.open), lang))
                    }
                }
            }
        }
    }
}

fn finding(result: &RuleResult, block: &Block<'_>, level: u8, lang: Lang, origin: Origin<'_>) -> Markup {
    let (rule, message) = (result.rule, result.message());
    let is_finding = result.outcome() == Outcome::NotMet;
    // A finding says what is wrong; what is not known has to say first what it is about.
    let title = if is_finding { message } else { rule.texts.demand };
    html! {
        (headline(level, title.get(lang)))
        dl {
            (fields(result.paths(), lang, origin))
            dt { (words::RULE.get(lang)) }
            dd { (rule.provision) " (" (linked(rule, lang)) ")" }
            @if is_finding && message != rule.texts.finding { (row(words::DEMAND, rule.texts.demand.get(lang), lang)) }
            @if !is_finding {
                @if let Some(fact) = result.depends_on() {
                    (row(words::WHY, &fill(words::DEPENDS_ON.get(lang), &[("fact", &named(fact, lang))]), lang))
                } @else if message != rule.texts.demand {
                    (row(words::WHY, message.get(lang), lang))
                }
            }
            @if let Some(remedy) = result.remedy() { (row(words::REMEDY, remedy.get(lang), lang)) }
            @if let Some(note) = result.note().filter(|note| note.text != message) {
                (row(words::NOTE, note.text.get(lang), lang))
            }
            @if let Some(leading) = result.same_as() { (same_as(leading, lang)) }
            (changes(result, lang))
            (others(block, lang))
        }
    }
}

fn row(label: Wording, text: &str, lang: Lang) -> Markup {
    html! { dt { (label.get(lang)) } dd { (text) } }
}

fn same_as(leading: &Rule, lang: Lang) -> Markup {
    let leading = format!("{} ({})", leading.provision, leading.id);
    row(words::ALSO, &fill(words::SAME_FINDING_AS.get(lang), &[("rule", &leading)]), lang)
}

/// A place in words, or the pointer where it has none.
fn named(pointer: &str, lang: Lang) -> String {
    place::title(pointer, lang).unwrap_or_else(|| pointer.to_owned())
}

/// The fields that something is about: the name as a person says it, and the pointer for whoever looks in the document.
fn fields<'p>(paths: impl Iterator<Item = &'p str>, lang: Lang, origin: Origin<'_>) -> Markup {
    html! {
        @for (place, path) in paths.enumerate() {
            dt { @if place == 0 { (words::FIELD.get(lang)) } }
            dd {
                @if path.is_empty() { (words::WHOLE_PLAN.get(lang)) }
                @else {
                    @if let Some(title) = place::title(path, lang) { (title) " " }
                    @if let Some(origin) = origin(path) { "(" (origin) ") " }
                    code { (path) }
                }
            }
        }
    }
}

/// What is the same finding, and what stays open because of it.
fn others(block: &Block<'_>, lang: Lang) -> Markup {
    let rows = [(words::ALSO, words::SAME_FINDING, &block.same), (words::OPEN, words::OPEN_UNTIL_THEN, &block.open)];
    html! {
        @for (label, text, results) in rows {
            @if !results.is_empty() { (row(label, &fill(text.get(lang), &[("rules", &list(results))]), lang)) }
        }
    }
}

/// What profiles and suppressions did to an answer, in their own words.
fn changes(result: &RuleResult, lang: Lang) -> Markup {
    html! {
        @for said in result.changes().iter().flat_map(|changes| changes.said(lang)) {
            (row(words::NOTE, &said, lang))
        }
        @if let Some(one) = suppression(result) {
            @let date = words::date(one.date, lang);
            (row(words::NOTE, &fill(words::SUPPRESSED_BY.get(lang), &[("author", &one.author), ("date", &date), ("reason", &one.reason)]), lang))
        }
    }
}

/// What the rules that profiles add have found.
fn beside(report: &Report, level: u8, lang: Lang) -> Markup {
    let shows = |result: &&ProfileResult| {
        matches!(result.outcome(), Outcome::NotMet | Outcome::Undetermined) && !result.is_not_in_source()
    };
    let results: Vec<&ProfileResult> =
        report.profiles.iter().flat_map(|beside| &beside.results).filter(shows).collect();
    if results.is_empty() {
        return html! {};
    }
    html! {
        (heading(level, words::BESIDE.get(lang), results.len()))
        p.lead.keep { (words::BESIDE_LEAD.get(lang)) }
        ol {
            @for result in results {
                @let is_finding = result.outcome() == Outcome::NotMet;
                li class={ @if is_finding { "warning" } @else { "open" } } {
                    (headline(level + 1, if is_finding { result.message() } else { result.rule.texts.demand }.get(lang)))
                    dl {
                        (fields(result.paths(), lang, &|_| None))
                        (row(words::SOURCE, &format!("{} ({})", result.rule.citation.get(lang), result.rule.id), lang))
                        @if let Some(fact) = result.depends_on() {
                            (row(words::WHY, &fill(words::DEPENDS_ON.get(lang), &[("fact", &named(fact, lang))]), lang))
                        }
                        @if let Some(remedy) = result.remedy() { (row(words::REMEDY, remedy.get(lang), lang)) }
                        @if let Some(leading) = result.same_as() { (same_as(leading, lang)) }
                    }
                }
            }
        }
    }
}

/// What only a person can judge: the question, and a box to tick by hand.
fn review(report: &Report, level: u8, lang: Lang) -> Markup {
    let results: Vec<&RuleResult> =
        report.results.iter().filter(|result| result.outcome() == Outcome::Review).collect();
    if results.is_empty() {
        // The report may hold findings only.
        let line = report.review_line(lang, None);
        return html! {
            @if let Some(line) = line { p.note { (fill(words::NOT_LISTED.get(lang), &[("line", &line)])) } }
        };
    }
    html! {
        (heading(level, words::JUDGE.get(lang), results.len()))
        p.lead.keep { (words::JUDGE_LEAD.get(lang)) }
        ol {
            @for result in results {
                li {
                    div.judge {
                        span.box aria-hidden="true" {}
                        div {
                            (headline(level + 1, result.message().get(lang)))
                            dl {
                                (fields(result.paths(), lang, &|_| None))
                                dt { (words::RULE.get(lang)) }
                                dd { (result.rule.provision) " (" (linked(result.rule, lang)) ")" }
                                @if let Some(note) = result.note().filter(|note| note.text != result.message()) {
                                    (row(words::NOTE, note.text.get(lang), lang))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Which requirements depend on something that the source does not have.
fn not_in_source(report: &Report, lang: Lang) -> Markup {
    let results: Vec<&RuleResult> = report.results.iter().filter(|result| result.is_not_in_source()).collect();
    html! {
        @if !results.is_empty() {
            details {
                summary { (words::NOT_IN_SOURCE_RULES.get(lang)) }
                p { (list(&results)) }
            }
        }
    }
}

/// What is exempt, and under what.
fn exempt(report: &Report, level: u8, lang: Lang) -> Markup {
    let results: Vec<&RuleResult> =
        report.results.iter().filter(|result| result.outcome() == Outcome::Exempt).collect();
    if results.is_empty() {
        return html! {};
    }
    let under = |result: &RuleResult| {
        let exempts =
            result.changes().and_then(|changes| changes.by.iter().find(|change| change.kind == ChangeKind::Exempt));
        match exempts {
            Some(change) => change.basis(lang).unwrap_or(&change.profile().id).to_owned(),
            None => result.exemption().map(|provision| provision.to_string()).unwrap_or_default(),
        }
    };
    html! {
        (heading(level, words::EXEMPT.get(lang), results.len()))
        table.stack {
            thead {
                tr {
                    @for column in [words::DEMAND, words::RULE, words::EXEMPT_UNDER] { th scope="col" { (column.get(lang)) } }
                }
            }
            tbody {
                @for result in results {
                    tr {
                        td { (result.rule.texts.demand.get(lang)) }
                        td.rule { (result.rule.provision) " (" (linked(result.rule, lang)) ")" }
                        td { (under(result)) }
                    }
                }
            }
        }
    }
}
