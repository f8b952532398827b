//! A table: one row per finding, or with `--all` per requirement.

use rehabplan::profile::{Changes, ProfileResult};
use rehabplan::report::{InputFinding, RuleResult};
use rehabplan::text::notes;
use rehabplan::{Lang, Outcome, Report, Severity};

use super::Render;
use crate::check::{Checked, Show};
use crate::input::{Name, Problem};
use crate::select::shown;

/// Comma-separated values.
pub(super) struct Csv {
    pub(super) lang: Lang,
    pub(super) show: Show,
}

/// The columns that profiles and suppressions add.
const BESIDE: [&str; 4] = ["profile", "baseOutcome", "baseSeverity", "suppressed"];

/// The column that a horizon adds: how many answers hang on what the source has no place for.
const NOT_IN_SOURCE: &str = "notInSource";

const COLUMNS: [&str; 19] = [
    "file",
    "line",
    "variant",
    "phase",
    "conclusion",
    "rule",
    "citation",
    "outcome",
    "severity",
    "path",
    "message",
    "remedy",
    "sameAs",
    "dependsOn",
    "exemption",
    "key",
    "review",
    "id",
    "at",
];

/// What the columns after the first five hold.
#[derive(Default)]
struct Row {
    rule: &'static str,
    citation: String,
    outcome: &'static str,
    severity: &'static str,
    /// JSON Pointers with a space between them; none of the model's names holds one.
    path: String,
    message: String,
    remedy: String,
    same_as: &'static str,
    depends_on: String,
    exemption: String,
    key: String,
    /// The profiles that add the rule, or that changed the answer.
    profile: String,
    base_outcome: &'static str,
    base_severity: &'static str,
    suppressed: String,
}

impl Row {
    fn result(result: &RuleResult, lang: Lang) -> Self {
        Self {
            rule: result.rule.id,
            citation: result.rule.provision.to_string(),
            outcome: if result.is_not_in_source() { notes::NOT_IN_SOURCE.code } else { result.outcome().code() },
            severity: result.severity().map_or("", Severity::code),
            path: result.paths().collect::<Vec<_>>().join(" "),
            message: result.message().get(lang).to_owned(),
            remedy: result.remedy().map_or("", |text| text.get(lang)).to_owned(),
            same_as: result.same_as().map_or("", |rule| rule.id),
            depends_on: result.depends_on().unwrap_or_default().to_owned(),
            exemption: result.exemption().map(|provision| provision.to_string()).unwrap_or_default(),
            key: result.key(),
            ..Self::default()
        }
        .changed(result.changes(), Vec::new())
    }

    fn profile_result(result: &ProfileResult, lang: Lang) -> Self {
        Self {
            rule: result.rule.id,
            citation: result.rule.citation.get(lang).to_owned(),
            outcome: if result.is_not_in_source() { notes::NOT_IN_SOURCE.code } else { result.outcome().code() },
            severity: result.severity().map_or("", Severity::code),
            path: result.paths().collect::<Vec<_>>().join(" "),
            message: result.message().get(lang).to_owned(),
            remedy: result.remedy().map_or("", |text| text.get(lang)).to_owned(),
            same_as: result.same_as().map_or("", |rule| rule.id),
            depends_on: result.depends_on().unwrap_or_default().to_owned(),
            key: result.key(),
            ..Self::default()
        }
        .changed(result.changes(), result.profiles().map(|profile| profile.id.as_str()).collect())
    }

    fn changed<'c>(mut self, changes: Option<&'c Changes>, mut profiles: Vec<&'c str>) -> Self {
        if let Some(changes) = changes {
            profiles.extend(changes.by.iter().map(|change| change.profile().id.as_str()));
            self.base_outcome = changes.base_outcome.code();
            self.base_severity = changes.base_severity.map_or("", Severity::code);
            self.suppressed = changes.suppressed().map(|one| one.reason.clone()).unwrap_or_default();
        }
        self.profile = profiles.join(" ");
        self
    }

    fn input(finding: &InputFinding, lang: Lang) -> Self {
        Self {
            outcome: "input",
            severity: finding.code.severity().code(),
            path: finding.paths().collect::<Vec<_>>().join(" "),
            message: finding.message(lang).into_owned(),
            remedy: finding.remedy(lang).into_owned(),
            key: format!("{}!{}", finding.code.code(), finding.path),
            ..Self::default()
        }
    }

    fn problem(problem: &Problem, lang: Lang) -> Self {
        Self {
            outcome: "unreadable",
            severity: Severity::Error.code(),
            message: problem.message(lang),
            key: problem.code().to_owned(),
            ..Self::default()
        }
    }

    fn write(&self, table: &mut csv::Writer<Vec<u8>>, plan: &Plan<'_>, show: Show) {
        let rest = [
            self.rule,
            &self.citation,
            self.outcome,
            self.severity,
            &self.path,
            &self.message,
            &self.remedy,
            self.same_as,
            &self.depends_on,
            &self.exemption,
            &self.key,
        ];
        // Writing to a vector cannot fail, and every row has as many cells as the first.
        let own: [&str; 4] = [&self.profile, self.base_outcome, self.base_severity, &self.suppressed];
        let own = own.into_iter().filter(|_| show.beside);
        let not_in_source = show.horizon.then_some(plan.not_in_source);
        let _ = table.write_record(plan.first.into_iter().chain(rest).chain(plan.last).chain(own).chain(not_in_source));
    }
}

/// The columns that are the same on every row of a plan: those before the row's own, and those after.
struct Plan<'p> {
    first: [&'p str; 5],
    last: [&'p str; 3],
    not_in_source: &'p str,
}

impl Csv {
    fn rows(&self, name: &Name, report: Option<&Report>, rows: &[Row]) -> Vec<u8> {
        let file = shown(&name.file);
        let line = name.line.map(|line| line.to_string()).unwrap_or_default();
        let variants = report.map(|report| report.variants.to_string()).unwrap_or_default();
        let phase = report.map_or("", |report| report.phase.code());
        let conclusion = report.map_or("", |report| report.conclusion.code());
        let review = report.map(|report| report.counts.review.to_string()).unwrap_or_default();
        let [id, at] = [&name.id, &name.at].map(|name| name.as_deref().map(shown).unwrap_or_default());
        let not_in_source = report.and_then(|report| report.counts.not_in_source);
        let not_in_source = not_in_source.map(|count| count.to_string()).unwrap_or_default();
        let plan = Plan {
            first: [&file, &line, &variants, phase, conclusion],
            last: [&review, &id, &at],
            not_in_source: &not_in_source,
        };
        table(|table| rows.iter().for_each(|row| row.write(table, &plan, self.show)))
    }
}

impl Render for Csv {
    fn begin(&self) -> Vec<u8> {
        table(|table| {
            let own = BESIDE.iter().filter(|_| self.show.beside);
            let _ = table.write_record(COLUMNS.iter().chain(own).chain(self.show.horizon.then_some(&NOT_IN_SOURCE)));
        })
    }

    fn plan(&self, checked: &Checked<'_>) -> Vec<u8> {
        let report = checked.report;
        let shows = |outcome: Outcome| match outcome {
            Outcome::NotMet | Outcome::Undetermined => true,
            Outcome::Review => self.show.review || self.show.all,
            Outcome::Met | Outcome::Exempt | Outcome::NotApplicable => self.show.all,
        };
        let results = report.results.iter();
        let results = results.filter(|result| shows(result.outcome()) && (self.show.all || !result.is_not_in_source()));
        let added = report.profiles.iter().flat_map(|beside| &beside.results);
        let added = added.filter(|result| shows(result.outcome()) && (self.show.all || !result.is_not_in_source()));
        let mut rows: Vec<Row> = results.map(|result| Row::result(result, self.lang)).collect();
        rows.extend(added.map(|result| Row::profile_result(result, self.lang)));
        rows.extend(report.input.iter().map(|finding| Row::input(finding, self.lang)));
        // A plan with nothing to tell has a row too, so that every plan can be counted.
        if rows.is_empty() {
            rows.push(Row::default());
        }
        self.rows(checked.name, Some(report), &rows)
    }

    fn problem(&self, name: &Name, problem: &Problem) -> Vec<u8> {
        self.rows(name, None, &[Row::problem(problem, self.lang)])
    }
}

fn table(rows: impl FnOnce(&mut csv::Writer<Vec<u8>>)) -> Vec<u8> {
    let mut table = csv::Writer::from_writer(Vec::new());
    rows(&mut table);
    table.into_inner().unwrap_or_default()
}
