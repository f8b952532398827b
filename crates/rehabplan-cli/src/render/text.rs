//! Text for people: what is wrong, where, by which provision, and what to do. Never anything from the plan.

use std::fmt::{Display, Write as _};

use anstyle::{AnsiColor, Style};
use rehabplan::profile::{MeasureUnit, ProfileChanges, ProfileReport, ProfileResult, Suppression};
use rehabplan::report::{InputFinding, RuleResult};
use rehabplan::text::Wording;
use rehabplan::{Conclusion, Lang, Outcome, RULE_SET, Report, Severity};
use rehabplan_batch::{Name, Problem, shown};
use rehabplan_render::{Block, Groups, Overview, Subject, blocks, list, percent, title};

use super::Render;
use crate::checked::{Checked, Places, Show};
use crate::in_words;
use crate::texts::{self, LABEL_WIDTH, fill};

const STRONG: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const GOOD: Style = AnsiColor::Green.on_default();
const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const UNKNOWN: Style = AnsiColor::Cyan.on_default().bold();

/// How wide a list of rules may be.
const LIST_WIDTH: usize = 90;

/// So many of the requirements that hang on what the source does not have are named, where not all are asked for.
const MOST_OPEN: usize = 12;

/// A run of so many plans ends with the most frequent defects.
const LONG: u64 = 20;

/// So many of them.
const MOST_FREQUENT: usize = 5;

/// Text for people.
pub(super) struct PlainText {
    pub(super) lang: Lang,
    pub(super) show: Show,
}

impl Render for PlainText {
    fn between(&self, before: &[u8], after: &[u8]) -> &'static [u8] {
        let is_one_line = |text: &[u8]| text.iter().filter(|byte| **byte == b'\n').count() <= 1;
        if is_one_line(before) && is_one_line(after) { b"" } else { b"\n" }
    }

    fn plan(&self, checked: &Checked<'_>) -> Vec<u8> {
        let file = shown(&checked.name.file);
        let mut page = Page { lang: self.lang, checked, file, places: checked.places(), text: String::new() };
        let Report { results, profiles, .. } = checked.report;
        page.header(checked.report);
        page.source(checked);
        blocks(checked.report).iter().for_each(|block| page.block(block));
        if !self.show.all {
            page.not_in_source(checked.report);
        }
        if let Some(beside) = profiles {
            page.beside(beside, !self.show.all);
        }
        if self.show.all || self.show.review {
            page.review(checked.report);
        }
        if self.show.all {
            page.answers(&results.iter().map(|result| page.answer(result)).collect::<Vec<_>>(), None);
            let added = profiles.iter().flat_map(|beside| &beside.results).map(|result| page.answer_beside(result));
            page.answers(&added.collect::<Vec<_>>(), Some(texts::PROFILE_ANSWERS_OF));
        }
        page.text.into_bytes()
    }

    fn problem(&self, _: &Name, _: &Problem) -> Vec<u8> {
        // It stands on standard error, where it is seen also when this goes to a file.
        Vec::new()
    }

    fn end(&self, overview: &Overview) -> Vec<u8> {
        let (lang, summary) = (self.lang, &overview.summary);
        let mut counts = vec![fill(texts::PLANS_COUNT.get(lang), &[("n", &summary.plans())])];
        for (conclusion, count) in summary.conclusions().filter(|(_, count)| *count > 0) {
            let text = texts::CONCLUSION_COUNT.get(lang);
            counts.push(fill(text, &[("conclusion", &conclusion.text().get(lang)), ("n", &count)]));
        }
        if summary.unreadable > 0 {
            counts.push(fill(texts::UNREADABLE_COUNT.get(lang), &[("n", &summary.unreadable)]));
        }
        let gap = if summary.plans() > 0 { "\n" } else { "" };
        let mut text = format!("{gap}{STRONG}{}{STRONG:#}\n", counts.join(" · "));
        let how = (!self.show.review && !self.show.all).then_some("--review");
        if let Some(line) = summary.review_line(lang, how) {
            text.push_str(&line);
            text.push('\n');
        }
        let horizon = summary.horizon.as_ref().map(|horizon| horizon.line(lang));
        for line in summary.scope_line(lang).into_iter().chain(horizon) {
            text.push_str(&line);
            text.push('\n');
        }
        for (note, count) in &summary.notes {
            let values: [(&str, &dyn Display); 3] =
                [("note", &texts::note(note, lang)), ("n", count), ("text", &note.text.get(lang))];
            text.push_str(&fill(texts::NOTE_COUNT.get(lang), &values));
            text.push('\n');
        }
        for Suppression { case, key, .. } in &summary.unused {
            let case = case.as_deref().map(|case| format!("{}: ", shown(case))).unwrap_or_default();
            let key = format!("{case}{}", shown(key));
            text.push_str(&fill(texts::UNUSED_SUPPRESSION.get(lang), &[("key", &key)]));
            text.push('\n');
        }
        if overview.plans() >= LONG {
            text.push_str(&most_frequent(overview, lang));
        }
        if let Some(groups) = overview.groups() {
            text.push_str(&by_group(groups, lang));
        }
        text.into_bytes()
    }
}

/// The most frequent defects, after so many plans that nobody has all findings in mind.
fn most_frequent(overview: &Overview, lang: Lang) -> String {
    let defects = overview.defects();
    if defects.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{STRONG}{}{STRONG:#}\n", texts::TOP_DEFECTS.get(lang));
    let counts: Vec<(String, _)> = defects
        .iter()
        .take(MOST_FREQUENT)
        .map(|defect| (texts::count(defect.plans as usize, texts::TOP_PLANS_ONE, texts::TOP_PLANS, lang), defect.rule))
        .collect();
    let width = counts.iter().map(|(count, _)| count.chars().count()).max().unwrap_or_default();
    for (count, rule) in counts {
        let finding = rule.texts.finding.get(lang);
        let _ = writeln!(text, "  {count:>width$}  {finding}  {FAINT}{} ({}){FAINT:#}", rule.provision, rule.id);
    }
    text
}

/// What the plans come to by what they were grouped by.
fn by_group(groups: &Groups, lang: Lang) -> String {
    let head = groups.columns().iter().map(|column| shown(column));
    let numbers = [texts::GROUP_PLANS, texts::GROUP_CHECKED, texts::GROUP_DEFICIENT, texts::GROUP_SHARE];
    let mut rows: Vec<Vec<String>> = vec![head.chain(numbers.map(|text| text.get(lang).to_owned())).collect()];
    for (values, numbers) in groups.iter().filter_map(|group| Some((group.values, group.numbers?))) {
        let value = |value: &String| match value.as_str() {
            "" => texts::GROUP_NO_VALUE.get(lang).to_owned(),
            value => shown(value),
        };
        let share = percent(numbers.deficient, numbers.checked, lang);
        let counts = [numbers.plans, numbers.checked, numbers.deficient].map(|count| count.to_string());
        rows.push(values.iter().map(value).chain(counts).chain([share]).collect());
    }
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let widths: Vec<usize> = (0..columns)
        .map(|place| rows.iter().filter_map(|row| row.get(place)).map(|cell| cell.chars().count()).max().unwrap_or(0))
        .collect();
    let mut text = String::from("\n");
    let values = groups.columns().len();
    for row in rows.iter().filter(|_| rows.len() > 1) {
        let cells = row.iter().zip(&widths).enumerate().map(|(place, (cell, width))| {
            if place < values { format!("{cell:width$}") } else { format!("{cell:>width$}") }
        });
        let _ = writeln!(text, "  {}", cells.collect::<Vec<_>>().join("  ").trim_end());
    }
    if let Some(line) = groups.masked_line(lang) {
        let _ = writeln!(text, "{line}");
    }
    text
}

/// The text of one plan.
struct Page<'d> {
    lang: Lang,
    checked: &'d Checked<'d>,
    file: String,
    places: Places<'d>,
    text: String,
}

/// The requirement that a text goes against which recommends what is to happen.
const RECOMMENDS: &str = "P3.3.b";

/// Whether an answer is of a group.
type Is = fn(&Line) -> bool;

/// An answer in one line, for whoever wants to see them all.
struct Line {
    outcome: Outcome,
    is_not_in_source: bool,
    id: &'static str,
    source: String,
    text: String,
}

/// Writes to a string, which cannot fail.
macro_rules! put {
    ($page:expr, $($arguments:tt)*) => {
        let _ = writeln!($page.text, $($arguments)*);
    };
}

impl Page<'_> {
    fn words(&self, text: Wording) -> &'static str {
        text.get(self.lang)
    }

    /// Document, variant, phase and conclusion.
    fn header(&mut self, report: &Report) {
        let style = match report.conclusion {
            Conclusion::Fulfilled => GOOD,
            Conclusion::Deficient => ERROR,
            Conclusion::Undetermined => UNKNOWN,
            Conclusion::OutOfScope | Conclusion::OutsideValidity => STRONG,
        };
        let title = shown(&self.checked.name.to_string());
        let _ = write!(self.text, "{STRONG}{title}{STRONG:#}");
        if !report.variants.is_empty() {
            let phase = self.words(report.phase.title());
            let _ = write!(self.text, "  {} · {phase}", report.variants);
        }
        let conclusion = self.words(report.conclusion.text());
        let _ = write!(self.text, "  {style}{conclusion}{style:#}");
        let beside = report.profiles.as_ref();
        let suppressed = beside.map_or(0, |beside| beside.suppressed);
        let left_alone = beside.map_or(0, |beside| beside.left_alone);
        let counts: Vec<String> = [
            (texts::DEFECTS_ONE, texts::DEFECTS, report.errors as usize),
            (texts::WARNINGS_ONE, texts::WARNINGS, report.warnings as usize),
            (texts::UNDETERMINED_ONE, texts::UNDETERMINED_MANY, report.counts.undetermined as usize),
            (texts::INPUT_ONE, texts::INPUT_MANY, report.input.len()),
            (
                texts::NOT_IN_SOURCE_ONE,
                texts::NOT_IN_SOURCE_MANY,
                report.counts.not_in_source.unwrap_or_default() as usize,
            ),
            (texts::SUPPRESSED_ONE, texts::SUPPRESSED_MANY, suppressed as usize),
            (texts::LEFT_ALONE_ONE, texts::LEFT_ALONE_MANY, left_alone as usize),
            (texts::REVIEW_ONE, texts::REVIEW_MANY, report.counts.review as usize),
        ]
        .into_iter()
        .filter(|(_, _, count)| *count > 0)
        .map(|(one, many, count)| texts::count(count, one, many, self.lang))
        .collect();
        if !counts.is_empty() {
            let _ = write!(self.text, "  ({})", counts.join(", "));
        }
        for note in &report.notes {
            let _ = write!(self.text, "  {FAINT}[{}]{FAINT:#}", texts::note(note, self.lang));
        }
        self.text.push('\n');
    }

    /// How far a source of the plan's own goes, and what of it was not read.
    fn source(&mut self, checked: &Checked<'_>) {
        let mut parts: Vec<String> = Vec::new();
        parts.extend(checked.plan.horizon().map(|horizon| horizon.coverage().line(self.lang)));
        let Some(origins) = checked.origins() else {
            for part in parts {
                put!(self, "  {FAINT}{part}{FAINT:#}");
            }
            return;
        };
        let unread = origins.unread(self.lang);
        if !unread.is_empty() {
            parts.push(fill(self.words(texts::UNREAD), &[("what", &unread.join(", "))]));
        }
        if !parts.is_empty() {
            put!(self, "  {FAINT}{}{FAINT:#}", parts.join(" · "));
        }
        let meant = origins.meant();
        if !meant.is_empty() {
            let as_said = |(heading, place): &(String, String)| {
                Some(fill(self.words(texts::MEANT_AS), &[("heading", heading), ("place", &title(place, self.lang)?)]))
            };
            let said: Vec<String> = meant.iter().filter_map(as_said).collect();
            let what = fill(self.words(texts::MEANT), &[("what", &said.join("; "))]);
            put!(self, "  {FAINT}{what}{FAINT:#}");
        }
        self.blank(checked.report, &origins.blank());
        let absent = origins.absent();
        if !absent.is_empty() {
            let titles: Vec<String> = absent.iter().filter_map(|place| title(place, self.lang)).collect();
            let what = fill(self.words(texts::ABSENT), &[("what", &titles.join("; "))]);
            put!(self, "  {FAINT}{what}{FAINT:#}");
        }
        let shared = origins.shared();
        for of_one in shared.chunk_by(|(one, _), (next, _)| one == next) {
            let Some((heading, _)) = of_one.first() else { continue };
            let titles: Vec<String> = of_one.iter().filter_map(|(_, place)| title(place, self.lang)).collect();
            let what = fill(self.words(texts::SHARED), &[("heading", heading), ("what", &titles.join("; "))]);
            put!(self, "  {FAINT}{what}{FAINT:#}");
        }
    }

    /// The headings of a document that have nothing under them, where that is no defect only because of what the document does not say.
    fn blank(&mut self, report: &Report, blank: &[String]) {
        let mut titles: Vec<String> = Vec::new();
        let mut example = "";
        for result in report.results.iter().filter(|result| result.is_not_in_source()) {
            let paths = result.rule.paths();
            let Some(place) = blank.iter().find(|place| paths.contains(&place.as_str())) else { continue };
            let title = title(place, self.lang).filter(|title| !titles.contains(title));
            if titles.is_empty() {
                example = result.rule.id;
            }
            titles.extend(title);
        }
        if !titles.is_empty() {
            let explain = fill(self.words(texts::EXPLAIN), &[("id", &example)]);
            let what = fill(self.words(texts::BLANK), &[("what", &titles.join("; ")), ("explain", &explain)]);
            put!(self, "  {FAINT}{what}{FAINT:#}");
        }
    }

    /// The requirements that hang on what the source has no place for. Those of profiles stand with the profiles, where they are
    /// counted.
    fn not_in_source(&mut self, report: &Report) {
        let open = report.results.iter().filter(|result| result.is_not_in_source());
        let rules: Vec<String> = open.map(|result| format!("{} ({})", result.rule.provision, result.rule.id)).collect();
        if !rules.is_empty() {
            put!(self, "");
        }
        self.open_in_source(&rules, "");
    }

    /// Rules that hang on what the source has no place for: some of them by name, and how many more there are.
    fn open_in_source(&mut self, rules: &[String], indent: &str) {
        let Some(named) = rules.get(..rules.len().min(MOST_OPEN)).filter(|named| !named.is_empty()) else { return };
        let mut named = named.join("; ");
        if let Some(more @ 1..) = rules.len().checked_sub(MOST_OPEN) {
            named = fill(self.words(texts::OPEN_IN_SOURCE_MORE), &[("rules", &named), ("n", &more)]);
        }
        let text = fill(self.words(texts::OPEN_IN_SOURCE), &[("rules", &named)]);
        for line in broken(&text) {
            put!(self, "{indent}{FAINT}{line}{FAINT:#}");
        }
    }

    fn block(&mut self, block: &Block<'_>) {
        match block.subject {
            Subject::Result(result) => self.result(result, block),
            Subject::Input(finding) => self.input(finding, block),
            Subject::Fact(fact) => self.fact(fact, block),
        }
    }

    fn result(&mut self, result: &RuleResult, block: &Block<'_>) {
        let rule = result.rule;
        let message = result.message();
        let is_finding = result.outcome() == Outcome::NotMet;
        let (label, style) = match result.severity() {
            Some(Severity::Error) => (texts::DEFECT, ERROR),
            Some(Severity::Warning) => (texts::WARNING, WARNING),
            None => (texts::UNDETERMINED, UNKNOWN),
        };
        // A finding says what is wrong; what is not known has to say first what it is about.
        let headline = self.words(if is_finding { *message } else { *rule.texts.demand });
        self.first_line(label, rule.id, style, headline);
        if is_finding && rule.id == RECOMMENDS {
            self.sentences(result.paths());
        } else {
            self.wheres(result.paths());
        }
        let provision = rule.provision.to_string();
        let date = in_words(RULE_SET.valid_from, self.lang);
        self.row(texts::RULE, &fill(self.words(texts::IN_FORCE), &[("provision", &provision), ("date", &date)]));
        if is_finding && message != rule.texts.finding {
            self.row(texts::DEMAND, self.words(*rule.texts.demand));
        }
        if !is_finding {
            match result.depends_on() {
                Some(fact) => self.why(fact),
                None if message != rule.texts.demand => self.row(texts::WHY, self.words(*message)),
                None => {}
            }
        }
        if let Some(remedy) = result.remedy() {
            self.row(texts::REMEDY, self.words(*remedy));
        }
        if let Some(note) = result.note().filter(|note| note.text != message) {
            self.row(texts::NOTE, self.words(*note.text));
        }
        if let Some(leading) = result.same_as() {
            let leading = format!("{} ({})", leading.provision, leading.id);
            self.row(texts::ALSO, &fill(self.words(texts::SAME_FINDING_AS), &[("rule", &leading)]));
        }
        if let Some(changes) = result.changes() {
            self.changes(changes);
        }
        self.others(block);
        self.row(texts::MORE, &fill(self.words(texts::EXPLAIN), &[("id", &rule.id)]));
    }

    /// What profiles and suppressions did to an answer.
    fn changes(&mut self, changes: &ProfileChanges) {
        for said in changes.said(self.lang) {
            self.row(texts::NOTE, &shown(&said));
        }
        if let Some(suppression) = changes.suppressed() {
            let (author, reason) = (shown(&suppression.author), shown(&suppression.reason));
            let date = in_words(suppression.date, self.lang);
            let values: [(&str, &dyn Display); 3] = [("author", &author), ("reason", &reason), ("date", &date)];
            self.row(texts::NOTE, &fill(self.words(texts::SUPPRESSED_BY), &values));
        }
    }

    /// What lies beside the regulation: kept apart from its own findings.
    fn beside(&mut self, beside: &ProfileReport, names_open: bool) {
        if !beside.profiles.is_empty() {
            let heading = self.words(texts::PROFILES_HEADING);
            let base = self.words(beside.base_conclusion.text());
            let base = fill(self.words(texts::BASE_CONCLUSION), &[("conclusion", &base)]);
            put!(self, "\n{STRONG}{heading}{STRONG:#} ({base})");
        }
        for status in &beside.profiles {
            let profile = status.profile();
            let (id, title) = (&profile.id, shown(profile.title.get(self.lang)));
            let force = self.words(profile.force.text());
            let no_effect = |reason: Option<rehabplan::profile::Reason>| {
                let reason = reason.map(|reason| reason.text().get(self.lang));
                reason.map(|reason| fill(texts::PROFILE_NOT_IN_FORCE.get(self.lang), &[("reason", &reason)]))
            };
            let why = no_effect(status.reason).map(|why| format!("  {why}")).unwrap_or_default();
            let themes: Vec<String> = status
                .themes()
                .map(|(theme, reason)| match no_effect(reason) {
                    Some(why) => format!("{} ({why})", theme.id),
                    None => theme.id.clone(),
                })
                .collect();
            let themes = if themes.is_empty() { String::new() } else { format!(":{}", themes.join(",")) };
            put!(self, "  {id}{themes}  {title} ({force}){why}");
        }
        if let Some(answers) = rehabplan_render::answers_beside(beside.counts, self.lang) {
            put!(self, "  {answers}");
        }
        let open = beside.results.iter().filter(|result| names_open && result.is_not_in_source());
        self.open_in_source(&open.map(|result| result.rule.id.to_owned()).collect::<Vec<_>>(), "  ");
        for result in &beside.results {
            self.profile_result(result);
        }
        let measures: Vec<_> = beside.measures.iter().filter(|measure| measure.value.is_some()).collect();
        if !measures.is_empty() {
            put!(self, "\n{STRONG}{}{STRONG:#}", self.words(texts::MEASURES_HEADING));
        }
        for measure in measures {
            let value = match (measure.unit, measure.value.unwrap_or_default()) {
                (MeasureUnit::Days, 1) => self.words(texts::UNIT_DAYS_ONE).to_owned(),
                (MeasureUnit::Days, days) => fill(self.words(texts::UNIT_DAYS), &[("n", &days)]),
                (MeasureUnit::Share, share) => {
                    self.words(if share == 0 { texts::UNIT_NO } else { texts::UNIT_YES }).to_owned()
                }
            };
            put!(self, "  {}  {}: {value}", measure.rule, self.words(measure.title));
        }
    }

    fn profile_result(&mut self, result: &ProfileResult) {
        let rule = result.rule;
        let is_finding = result.outcome() == Outcome::NotMet;
        if !is_finding && (result.outcome() != Outcome::Undetermined || result.is_not_in_source()) {
            return;
        }
        let (label, style) = match result.severity() {
            Some(_) => (texts::PROFILE_FINDING, WARNING),
            None => (texts::UNDETERMINED, UNKNOWN),
        };
        let headline = self.words(if is_finding { *result.message() } else { *rule.texts.demand });
        self.first_line(label, rule.id, style, headline);
        self.wheres(result.paths());
        let force: Vec<&str> = result.profiles().map(|profile| profile.force.text().get(self.lang)).collect();
        self.row(texts::PROFILE_SOURCE, &format!("{} ({})", self.words(rule.citation), force.join(", ")));
        if let Some(fact) = result.depends_on() {
            self.why(fact);
        }
        if let Some(remedy) = result.remedy() {
            self.row(texts::REMEDY, self.words(*remedy));
        }
        if let Some(leading) = result.same_as() {
            let leading = format!("{} ({})", leading.provision, leading.id);
            self.row(texts::ALSO, &fill(self.words(texts::SAME_FINDING_AS), &[("rule", &leading)]));
        }
        if let Some(changes) = result.changes() {
            self.changes(changes);
        }
    }

    fn input(&mut self, finding: &InputFinding, block: &Block<'_>) {
        let style = match finding.code.severity() {
            Severity::Error => ERROR,
            Severity::Warning => WARNING,
        };
        let (label, message) = (self.words(texts::INPUT), finding.message(self.lang));
        put!(self, "\n{style}{label}{style:#}  {STRONG}{message}{STRONG:#}");
        self.wheres(finding.paths());
        self.row(texts::REMEDY, &finding.remedy(self.lang));
        self.others(block);
    }

    fn fact(&mut self, fact: &str, block: &Block<'_>) {
        let label = self.words(texts::UNDETERMINED);
        let named = title(fact, self.lang).unwrap_or_else(|| fact.to_owned());
        let what = fill(self.words(texts::DEPENDS_ON), &[("fact", &named)]);
        put!(self, "\n{UNKNOWN}{label}{UNKNOWN:#}  {STRONG}{what}{STRONG:#}");
        self.wheres(std::iter::once(fact));
        self.list(texts::RULE, &list(&block.open));
    }

    fn first_line(&mut self, label: Wording, code: &str, style: Style, headline: &str) {
        let label = self.words(label);
        put!(self, "\n{style}{label}[{code}]{style:#}  {STRONG}{headline}{STRONG:#}");
    }

    /// One row for each place, with the line and column of what stands there or of what it is missing from.
    fn wheres<'p>(&mut self, paths: impl Iterator<Item = &'p str>) {
        for (index, path) in paths.enumerate() {
            self.place(index, path, "");
        }
    }

    /// The same for texts that recommend, with the sentence that does.
    fn sentences<'p>(&mut self, paths: impl Iterator<Item = &'p str>) {
        for (index, path) in paths.enumerate() {
            let sentence = self.checked.sentence(path);
            let sentence = sentence.map(|n| format!("  {}", fill(self.words(texts::SENTENCE), &[("n", &n)])));
            self.place(index, path, &sentence.unwrap_or_default());
        }
    }

    fn place(&mut self, index: usize, path: &str, mark: &str) {
        let label = if index == 0 { self.words(texts::WHERE) } else { "" };
        let title = title(path, self.lang).map(|title| format!("  {title}")).unwrap_or_default();
        let place = self.places.in_words(&self.file, path, &title, self.lang);
        // What it is about, and nobody can fill in there.
        let is_outside = !title.is_empty() && self.checked.is_outside(path);
        let outside = if is_outside { format!("  ({})", self.words(texts::ALL_NOT_IN_SOURCE)) } else { String::new() };
        self.labelled(label, &format!("{}{mark}{outside}", place.trim_end()));
    }

    /// The fact that an answer waits for: what it is called, and where it stands.
    fn why(&mut self, fact: &str) {
        let named = title(fact, self.lang).map_or_else(|| fact.to_owned(), |title| format!("{title}  {fact}"));
        self.row(texts::WHY, &fill(self.words(texts::DEPENDS_ON), &[("fact", &named)]));
    }

    /// What is the same finding, and what stays open because of it.
    fn others(&mut self, block: &Block<'_>) {
        for (label, text, results) in
            [(texts::ALSO, texts::SAME_FINDING, &block.same), (texts::OPEN, texts::OPEN_UNTIL_THEN, &block.open)]
        {
            if !results.is_empty() {
                self.list(label, &fill(self.words(text), &[("rules", &list(results))]));
            }
        }
    }

    /// A row that may run over several lines, broken between the entries of its list.
    fn list(&mut self, label: Wording, text: &str) {
        for (index, line) in broken(text).iter().enumerate() {
            self.labelled(if index == 0 { self.words(label) } else { "" }, line);
        }
    }

    fn row(&mut self, label: Wording, text: &str) {
        self.labelled(self.words(label), text);
    }

    fn labelled(&mut self, label: &str, text: &str) {
        put!(self, "  {FAINT}{label:LABEL_WIDTH$}{FAINT:#}  {text}");
    }

    /// What only a person can judge, with the question and the place.
    fn review(&mut self, report: &Report) {
        for result in report.results.iter().filter(|result| result.outcome() == Outcome::Review) {
            self.first_line(texts::JUDGEMENT, result.rule.id, STRONG, self.words(*result.message()));
            self.wheres(result.paths());
            self.row(texts::RULE, &result.rule.provision.to_string());
            if let Some(note) = result.note().filter(|note| note.text != result.message()) {
                self.row(texts::NOTE, self.words(*note.text));
            }
        }
    }

    /// What is neither a finding nor left to a person: exempt, met, not in the source, not relevant.
    fn answers(&mut self, lines: &[Line], of: Option<Wording>) {
        let width = |of: fn(&Line) -> &str| lines.iter().map(|line| of(line).chars().count()).max().unwrap_or_default();
        let (ids, sources) = (width(|line| line.id), width(|line| &line.source));
        let groups: [(Is, Wording); 4] = [
            (|line| line.outcome == Outcome::Exempt, Outcome::Exempt.title()),
            (|line| line.outcome == Outcome::Met, Outcome::Met.title()),
            (|line| line.is_not_in_source, texts::ALL_NOT_IN_SOURCE),
            (|line| line.outcome == Outcome::NotApplicable, Outcome::NotApplicable.title()),
        ];
        for (is_of_this, outcome) in groups {
            let of_this: Vec<&Line> = lines.iter().filter(|line| is_of_this(line)).collect();
            if of_this.is_empty() {
                continue;
            }
            let outcome = self.words(outcome);
            let heading = match of {
                Some(of) => fill(self.words(of), &[("outcome", &outcome.to_lowercase())]),
                None => outcome.to_owned(),
            };
            put!(self, "\n{STRONG}{heading}{STRONG:#} ({})", of_this.len());
            for Line { id, source, text, .. } in of_this {
                put!(self, "  {id:ids$}  {source:sources$}  {text}");
            }
        }
    }

    fn answer(&self, result: &RuleResult) -> Line {
        let demand = self.words(*result.rule.texts.demand);
        let is_not_in_source = result.is_not_in_source();
        let why = self.changed(result.changes());
        let text = match (why, result.exemption(), result.note()) {
            (Some(why), ..) => self.because(demand, &why),
            (_, Some(provision), _) => {
                fill(self.words(texts::EXEMPT_UNDER), &[("demand", &demand), ("provision", &provision)])
            }
            (_, _, Some(note)) if !is_not_in_source => self.because(demand, self.words(*note.text)),
            (_, _, Some(_)) => demand.to_owned(),
            (_, _, None) => self.words(*result.message()).to_owned(),
        };
        let (id, source) = (result.rule.id, result.rule.provision.to_string());
        Line { outcome: result.outcome(), is_not_in_source, id, source, text }
    }

    fn answer_beside(&self, result: &ProfileResult) -> Line {
        let demand = self.words(*result.rule.texts.demand);
        let is_not_in_source = result.is_not_in_source();
        let note = result.note().filter(|_| !is_not_in_source).map(|note| self.words(*note.text).to_owned());
        let text = match self.changed(result.changes()).or(note) {
            Some(why) => self.because(demand, &why),
            None => demand.to_owned(),
        };
        let (id, source) = (result.rule.id, self.words(result.rule.citation).to_owned());
        Line { outcome: result.outcome(), is_not_in_source, id, source, text }
    }

    /// The ground on which a profile has changed an answer.
    fn changed(&self, changes: Option<&ProfileChanges>) -> Option<String> {
        let change = changes?.by.first()?;
        Some(shown(change.basis(self.lang).unwrap_or(&change.profile().id)))
    }

    fn because(&self, demand: &str, reason: &str) -> String {
        fill(self.words(texts::BECAUSE), &[("demand", &demand), ("reason", &reason)])
    }
}

/// A text in lines, broken between the entries of its list.
fn broken(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for entry in text.split_inclusive("; ") {
        match lines.last_mut() {
            Some(line) if line.is_empty() || line.chars().count() + entry.trim_end().chars().count() <= LIST_WIDTH => {
                line.push_str(entry);
            }
            _ => lines.push(entry.to_owned()),
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}
