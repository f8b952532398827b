//! Text for people: what is wrong, where, by which provision, and what to do. Never anything from the plan.

use std::fmt::{Display, Write as _};

use anstyle::{AnsiColor, Style};
use rehabplan::profile::{ChangeKind, Changes, ProfileReport, ProfileResult, Suppression, Unit};
use rehabplan::report::{InputFinding, RuleResult};
use rehabplan::text::{Text as Words, notes};
use rehabplan::{Conclusion, Lang, Outcome, RULE_SET, Report, Severity};
use rehabplan_batch::{Name, Problem, Summary, shown};

use super::Render;
use crate::check::{Checked, Places, Show};
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

/// Text for people.
pub(super) struct Text {
    pub(super) lang: Lang,
    pub(super) show: Show,
}

impl Render for Text {
    fn between(&self, before: &[u8], after: &[u8]) -> &'static [u8] {
        let is_one_line = |text: &[u8]| text.iter().filter(|byte| **byte == b'\n').count() <= 1;
        if is_one_line(before) && is_one_line(after) { b"" } else { b"\n" }
    }

    fn plan(&self, checked: &Checked<'_>) -> Vec<u8> {
        let file = shown(&checked.name.file);
        let mut page =
            Page { lang: self.lang, name: checked.name, file, places: checked.places(), text: String::new() };
        page.header(checked.report);
        let mut blocks = blocks(checked.report);
        blocks.sort_by_key(Block::rank);
        blocks.iter().for_each(|block| page.block(block));
        if let Some(beside) = &checked.report.profiles {
            page.beside(beside);
        }
        if self.show.all || self.show.review {
            page.review(checked.report);
        }
        if self.show.all {
            page.answers(checked.report);
        }
        page.text.into_bytes()
    }

    fn problem(&self, _: &Name, _: &Problem) -> Vec<u8> {
        // It stands on standard error, where it is seen also when this goes to a file.
        Vec::new()
    }

    fn end(&self, summary: &Summary) -> Vec<u8> {
        let lang = self.lang;
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
        if let Some(horizon) = &summary.horizon {
            text.push_str(&horizon.line(lang));
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
        text.into_bytes()
    }
}

/// What is shown together.
struct Block<'r> {
    subject: Subject<'r>,
    /// Results that repeat this one.
    same: Vec<&'r RuleResult>,
    /// Results that cannot be determined as long as this is so.
    open: Vec<&'r RuleResult>,
}

enum Subject<'r> {
    Result(&'r RuleResult),
    Input(&'r InputFinding),
    /// A fact that is missing without being a finding of its own.
    Fact(&'r str),
}

impl<'r> Block<'r> {
    fn new(subject: Subject<'r>) -> Self {
        Self { subject, same: Vec::new(), open: Vec::new() }
    }

    /// Its place on the page: what stands in the way first, what is only worth a look last. Within a rank, the order
    /// is that of the law, or of the document.
    fn rank(&self) -> u8 {
        match &self.subject {
            Subject::Result(result) if result.severity() == Some(Severity::Error) => 0,
            Subject::Input(finding) if finding.code.severity() == Severity::Error => 1,
            Subject::Result(result) if result.outcome() == Outcome::Undetermined => 2,
            Subject::Fact(_) => 2,
            Subject::Result(_) => 3,
            Subject::Input(_) => 4,
        }
    }

    /// Whether a missing or unreadable fact is this very finding.
    fn holds(&self, fact: &str) -> bool {
        match &self.subject {
            Subject::Result(result) if result.outcome() == Outcome::NotMet => {
                std::iter::once(result).chain(&self.same).any(|result| result.paths().any(|path| path == fact))
            }
            Subject::Input(finding) => finding.code.severity() == Severity::Error && finding.path == fact,
            Subject::Result(_) | Subject::Fact(_) => false,
        }
    }
}

/// The findings of a report and what could not be determined, put together by cause.
fn blocks<'r>(report: &'r Report) -> Vec<Block<'r>> {
    let results: Vec<&'r RuleResult> = report
        .results
        .iter()
        .filter(|result| {
            matches!(result.outcome(), Outcome::NotMet | Outcome::Undetermined) && !result.is_not_in_source()
        })
        .collect();
    // A leading rule may itself repeat another, and it may be missing when the check was limited to some rules.
    let leader = |result: &RuleResult| {
        let leading = result.same_as()?;
        results.iter().copied().find(|other| other.rule == leading)
    };
    let root = |result: &'r RuleResult| {
        std::iter::successors(Some(result), |result| leader(result)).take(results.len() + 1).last()
    };

    let (led, leading): (Vec<&RuleResult>, Vec<&RuleResult>) =
        results.iter().copied().partition(|result| leader(result).is_some());
    let (open, standing): (Vec<&RuleResult>, Vec<&RuleResult>) =
        leading.into_iter().partition(|result| fact(result, &report.input).is_some());

    let mut blocks: Vec<Block<'_>> = report.input.iter().map(|finding| Block::new(Subject::Input(finding))).collect();
    blocks.extend(standing.into_iter().map(|result| Block::new(Subject::Result(result))));
    let mut waiting: Vec<(&str, Block<'_>)> = open
        .into_iter()
        .filter_map(|result| Some((fact(result, &report.input)?, Block::new(Subject::Result(result)))))
        .collect();

    for result in led {
        let leads = |block: &&mut Block<'_>| match block.subject {
            Subject::Result(subject) => root(result).is_some_and(|root| root.rule == subject.rule),
            _ => false,
        };
        let open = waiting.iter_mut().map(|(_, block)| block);
        match blocks.iter_mut().chain(open).find(leads) {
            Some(block) => block.same.push(result),
            // Rules that repeat each other in a circle lead nowhere, but nothing may be lost.
            None => blocks.push(Block::new(Subject::Result(result))),
        }
    }
    while let Some((fact, _)) = waiting.first() {
        let fact = *fact;
        let (dependent, others): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|(other, _)| *other == fact);
        waiting = others;
        let mut dependent: Vec<Block<'_>> = dependent.into_iter().map(|(_, block)| block).collect();
        if let Some(holder) = blocks.iter_mut().find(|block| block.holds(fact)) {
            holder.open.extend(dependent.iter().flat_map(results_of));
        } else if dependent.len() > 1 {
            let mut block = Block::new(Subject::Fact(fact));
            block.open.extend(dependent.iter().flat_map(results_of));
            blocks.push(block);
        } else {
            blocks.append(&mut dependent);
        }
    }
    blocks
}

/// The result that a block is about, and those that repeat it.
fn results_of<'r>(block: &Block<'r>) -> Vec<&'r RuleResult> {
    let own = match block.subject {
        Subject::Result(result) => Some(result),
        Subject::Input(_) | Subject::Fact(_) => None,
    };
    own.into_iter().chain(block.same.iter().copied()).collect()
}

/// The fact that leaves a result undetermined: the one it names, or the value that cannot be read, which may stand
/// anywhere in what the requirement looks at.
fn fact<'r>(result: &'r RuleResult, input: &'r [InputFinding]) -> Option<&'r str> {
    if result.outcome() != Outcome::Undetermined {
        return None;
    }
    let under =
        |place: &str, path: &str| place.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let is_unread = result.note().is_some_and(|note| note.code == notes::UNREADABLE.code);
    let unread = || {
        let lost = || input.iter().filter(|finding| finding.code.severity() == Severity::Error);
        // Its own places first; a rule that answers for several may have named only one of them.
        let mut places = result.paths().chain(result.rule.paths());
        places.find_map(|path| lost().find(|finding| under(&finding.path, path))).map(|found| &*found.path)
    };
    result.depends_on().or_else(|| if is_unread { unread() } else { None })
}

/// The text of one plan.
struct Page<'d> {
    lang: Lang,
    name: &'d Name,
    file: String,
    places: Places<'d>,
    text: String,
}

/// Whether an answer is of a group.
type Is = fn(&RuleResult) -> bool;

/// Writes to a string, which cannot fail.
macro_rules! put {
    ($page:expr, $($arguments:tt)*) => {
        let _ = writeln!($page.text, $($arguments)*);
    };
}

impl Page<'_> {
    fn words(&self, text: Words) -> &'static str {
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
        let title = shown(&self.name.to_string());
        let _ = write!(self.text, "{STRONG}{title}{STRONG:#}");
        if !report.variants.is_empty() {
            let phase = self.words(texts::phase(report.phase));
            let _ = write!(self.text, "  {} · {phase}", report.variants);
        }
        let conclusion = self.words(report.conclusion.text());
        let _ = write!(self.text, "  {style}{conclusion}{style:#}");
        let suppressed = report.profiles.as_ref().map_or(0, |beside| beside.suppressed);
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
        let headline = self.words(if is_finding { message } else { rule.texts.demand });
        self.first_line(label, rule.id, style, headline);
        self.wheres(result.paths());
        let provision = rule.provision.to_string();
        let date = in_words(RULE_SET.valid_from, self.lang);
        self.row(texts::RULE, &fill(self.words(texts::IN_FORCE), &[("provision", &provision), ("date", &date)]));
        if is_finding && message != rule.texts.finding {
            self.row(texts::DEMAND, self.words(rule.texts.demand));
        }
        if !is_finding {
            match result.depends_on() {
                Some(fact) => self.row(texts::WHY, &fill(self.words(texts::DEPENDS_ON), &[("fact", &fact)])),
                None if message != rule.texts.demand => self.row(texts::WHY, self.words(message)),
                None => {}
            }
        }
        if let Some(remedy) = result.remedy() {
            self.row(texts::REMEDY, self.words(remedy));
        }
        if let Some(note) = result.note().filter(|note| note.text != message) {
            self.row(texts::NOTE, self.words(note.text));
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
    fn changes(&mut self, changes: &Changes) {
        for change in &changes.by {
            let profile = change
                .theme()
                .map_or_else(|| change.profile().id.clone(), |theme| format!("{}:{theme}", change.profile().id));
            let text = match (change.kind, changes.base_severity) {
                (ChangeKind::Severity, Some(severity)) => {
                    let severity = self.words(match severity {
                        Severity::Error => texts::DEFECT,
                        Severity::Warning => texts::WARNING,
                    });
                    fill(self.words(texts::BASE_SEVERITY), &[("profile", &profile), ("severity", &severity)])
                }
                _ => {
                    let basis = shown(change.basis(self.lang).unwrap_or_default());
                    fill(self.words(texts::CHANGED_BY), &[("profile", &profile), ("basis", &basis)])
                }
            };
            self.row(texts::NOTE, &text);
        }
        if let Some(suppression) = changes.suppressed() {
            let (author, reason) = (shown(&suppression.author), shown(&suppression.reason));
            let date = in_words(suppression.date, self.lang);
            let values: [(&str, &dyn Display); 3] = [("author", &author), ("reason", &reason), ("date", &date)];
            self.row(texts::NOTE, &fill(self.words(texts::SUPPRESSED_BY), &values));
        }
    }

    /// What lies beside the regulation: kept apart from its own findings.
    fn beside(&mut self, beside: &ProfileReport) {
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
        for result in &beside.results {
            self.profile_result(result);
        }
        let measures: Vec<_> = beside.measures.iter().filter(|measure| measure.value.is_some()).collect();
        if !measures.is_empty() {
            put!(self, "\n{STRONG}{}{STRONG:#}", self.words(texts::MEASURES_HEADING));
        }
        for measure in measures {
            let value = match (measure.unit, measure.value.unwrap_or_default()) {
                (Unit::Days, 1) => self.words(texts::UNIT_DAYS_ONE).to_owned(),
                (Unit::Days, days) => fill(self.words(texts::UNIT_DAYS), &[("n", &days)]),
                (Unit::Share, share) => {
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
        let headline = self.words(if is_finding { result.message() } else { rule.texts.demand });
        self.first_line(label, rule.id, style, headline);
        self.wheres(result.paths());
        let force: Vec<&str> = result.profiles().map(|profile| profile.force.text().get(self.lang)).collect();
        self.row(texts::PROFILE_SOURCE, &format!("{} ({})", self.words(rule.citation), force.join(", ")));
        if let Some(fact) = result.depends_on() {
            self.row(texts::WHY, &fill(self.words(texts::DEPENDS_ON), &[("fact", &fact)]));
        }
        if let Some(remedy) = result.remedy() {
            self.row(texts::REMEDY, self.words(remedy));
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
        let what = fill(self.words(texts::DEPENDS_ON), &[("fact", &fact)]);
        put!(self, "\n{UNKNOWN}{label}{UNKNOWN:#}  {STRONG}{what}{STRONG:#}");
        self.wheres(std::iter::once(fact));
        self.list(texts::RULE, &list(&block.open));
    }

    fn first_line(&mut self, label: Words, code: &str, style: Style, headline: &str) {
        let label = self.words(label);
        put!(self, "\n{style}{label}[{code}]{style:#}  {STRONG}{headline}{STRONG:#}");
    }

    /// One row for each place, with the line and column of what stands there or of what it is missing from.
    fn wheres<'p>(&mut self, paths: impl Iterator<Item = &'p str>) {
        for (index, path) in paths.enumerate() {
            let label = if index == 0 { self.words(texts::WHERE) } else { "" };
            let place = self.places.in_words(&self.file, path, self.lang);
            self.labelled(label, place.trim_end());
        }
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
    fn list(&mut self, label: Words, text: &str) {
        let mut lines = vec![String::new()];
        for entry in text.split_inclusive("; ") {
            match lines.last_mut() {
                Some(line)
                    if line.is_empty() || line.chars().count() + entry.trim_end().chars().count() <= LIST_WIDTH =>
                {
                    line.push_str(entry);
                }
                _ => lines.push(entry.to_owned()),
            }
        }
        for (index, line) in lines.iter().enumerate() {
            self.labelled(if index == 0 { self.words(label) } else { "" }, line.trim_end());
        }
    }

    fn row(&mut self, label: Words, text: &str) {
        self.labelled(self.words(label), text);
    }

    fn labelled(&mut self, label: &str, text: &str) {
        put!(self, "  {FAINT}{label:LABEL_WIDTH$}{FAINT:#}  {text}");
    }

    /// What only a person can judge, with the question and the place.
    fn review(&mut self, report: &Report) {
        for result in report.results.iter().filter(|result| result.outcome() == Outcome::Review) {
            self.first_line(texts::JUDGEMENT, result.rule.id, STRONG, self.words(result.message()));
            self.wheres(result.paths());
            self.row(texts::RULE, &result.rule.provision.to_string());
            if let Some(note) = result.note().filter(|note| note.text != result.message()) {
                self.row(texts::NOTE, self.words(note.text));
            }
        }
    }

    /// What is neither a finding nor left to a person: exempt, met, not in the source, not relevant.
    fn answers(&mut self, report: &Report) {
        let width = |of: fn(&RuleResult) -> String| {
            report.results.iter().map(|result| of(result).chars().count()).max().unwrap_or_default()
        };
        let ids = width(|result| result.rule.id.to_owned());
        let provisions = width(|result| result.rule.provision.to_string());
        let groups: [(Is, Words); 4] = [
            (|result| result.outcome() == Outcome::Exempt, texts::ALL_EXEMPT),
            (|result| result.outcome() == Outcome::Met, texts::ALL_MET),
            (RuleResult::is_not_in_source, texts::ALL_NOT_IN_SOURCE),
            (|result| result.outcome() == Outcome::NotApplicable, texts::ALL_NOT_APPLICABLE),
        ];
        for (is_of_this, heading) in groups {
            let of_this = || report.results.iter().filter(|result| is_of_this(result));
            if of_this().next().is_some() {
                let (heading, count) = (self.words(heading), of_this().count());
                put!(self, "\n{STRONG}{heading}{STRONG:#} ({count})");
            }
            for result in of_this() {
                let (id, provision, text) = (result.rule.id, result.rule.provision.to_string(), self.answer(result));
                put!(self, "  {id:ids$}  {provision:provisions$}  {text}");
            }
        }
    }

    fn answer(&self, result: &RuleResult) -> String {
        let demand = self.words(result.rule.texts.demand);
        if let Some(change) = result.changes().and_then(|changes| changes.by.first()) {
            let basis = shown(change.basis(self.lang).unwrap_or(&change.profile().id));
            return fill(self.words(texts::BECAUSE), &[("demand", &demand), ("reason", &basis)]);
        }
        if let Some(provision) = result.exemption() {
            return fill(self.words(texts::EXEMPT_UNDER), &[("demand", &demand), ("provision", &provision)]);
        }
        match result.note() {
            _ if result.is_not_in_source() => demand.to_owned(),
            Some(note) => fill(self.words(texts::BECAUSE), &[("demand", &demand), ("reason", &self.words(note.text))]),
            None => self.words(result.message()).to_owned(),
        }
    }
}

/// Rules by their provisions, with their ids: `§ 8, stk. 1 (P8.1.a, P8.1.b); § 16 (P16.1)`.
fn list(results: &[&RuleResult]) -> String {
    let of_one_provision = |rules: &[&RuleResult]| {
        let ids: Vec<&str> = rules.iter().map(|result| result.rule.id).collect();
        rules.first().map(|result| format!("{} ({})", result.rule.provision, ids.join(", ")))
    };
    let groups = results.chunk_by(|one, next| one.rule.provision == next.rule.provision);
    groups.filter_map(of_one_provision).collect::<Vec<_>>().join("; ")
}
