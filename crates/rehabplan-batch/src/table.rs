//! What came of plans in rows and columns, for whatever writes tables: CSV, a workbook, Arrow.
//!
//! A [`Table`] has a name, its columns and rows of cells. The rows of [`FINDINGS`] and [`PLANS`] belong to one plan and are made
//! for each ([`Table::plans`] and [`Table::findings`] make them for many); those of the others sum up a run. A table has every
//! column there is; whoever writes it may choose some of them ([`places`]).

use std::borrow::Cow;
use std::collections::BTreeMap;

use rehabplan::compare::{Comparison, MeasureSummary, RuleDifference};
use rehabplan::profile::{ProfileChanges, ProfileReport, ProfileResult};
use rehabplan::report::{InputFinding, RuleResult};
use rehabplan::text::notes;
use rehabplan::{Lang, Outcome, Report, Severity};

use crate::item::Name;
use crate::problem::Problem;
use crate::summary::{Checked, UNREADABLE};
use crate::tally::Tally;

/// What a column holds, where it holds something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ColumnKind {
    /// Texts.
    Text,
    /// Whole numbers.
    Number,
    /// Numbers that need not be whole: shares of 1, and medians.
    Share,
    /// Yes or no.
    Flag,
}

/// One value of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// A text.
    Text(Cow<'a, str>),
    /// A whole number.
    Number(i64),
    /// A number that need not be whole.
    Share(f64),
    /// Yes or no.
    Flag(bool),
    /// Nothing.
    Null,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name, the same in every language and every version; in the manner of JSON, as `sameAs`.
    pub name: &'static str,
    /// What it holds.
    pub kind: ColumnKind,
}

impl Column {
    /// The name in the manner of Python, as `same_as`.
    #[must_use]
    pub fn snake_case(&self) -> String {
        self.name.chars().fold(String::with_capacity(self.name.len() + 2), |mut name, letter| {
            if letter.is_ascii_uppercase() {
                name.push('_');
            }
            name.push(letter.to_ascii_lowercase());
            name
        })
    }
}

/// The cells of a row, one for each column.
pub type Row<'a> = Vec<Cell<'a>>;

/// Rows under their columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Table<'a> {
    /// Its name, as in `run.findings`.
    pub name: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
    /// Its rows.
    pub rows: Vec<Row<'a>>,
}

/// The places of some columns among others, in the order of the names. A name that none has is passed over.
#[must_use]
pub fn places(columns: &[Column], names: &[&str]) -> Vec<usize> {
    names.iter().filter_map(|name| columns.iter().position(|column| column.name == *name)).collect()
}

macro_rules! columns {
    ($($(#[doc = $doc:literal])* $table:ident { $($kind:ident: $($name:literal)+;)+ })+) => {
        $($(#[doc = $doc])* pub const $table: &[Column] = &[
            $($(Column { name: $name, kind: ColumnKind::$kind },)+)+
        ];)+
    };
}

columns! {
    /// A row for each finding, or for each answer, of a plan.
    FINDINGS {
        Text: "file";
        Number: "line";
        Text: "at" "id";
        Number: "row";
        Text: "variant" "phase" "conclusion" "rule";
        Number: "paragraph";
        Text: "citation" "outcome" "severity" "path" "message" "remedy" "exemption" "sameAs" "dependsOn" "note" "key"
            "profile" "baseOutcome" "baseSeverity" "suppressed";
        Number: "review" "notInSource";
        Text: "origin";
    }
    /// A row for each plan.
    PLANS {
        Text: "file";
        Number: "line";
        Text: "at" "id";
        Number: "row";
        Text: "variant" "phase" "conclusion";
        Flag: "complete";
        Number: "errors" "warnings" "met" "notMet" "exempt" "notApplicable" "review" "undetermined" "notInSource" "input";
        Text: "notes" "errorCode" "error" "baseConclusion";
        Number: "profileFindings" "suppressed";
        Text: "withoutEffect";
    }
    /// A row for each case variant and requirement that is relevant in some plan, and for each reason why plans are in no
    /// variant.
    RULES {
        Text: "variant" "rule";
        Number: "paragraph";
        Text: "citation" "requirement";
        Number: "plans" "met" "errors" "warnings" "undetermined" "notInSource" "review" "exempt" "notApplicable";
        Share: "share";
        Text: "leftOut";
    }
    /// A row for each case variant and paragraph, and for each reason why plans are in no variant.
    PARAGRAPHS {
        Text: "variant";
        Number: "paragraph" "plans" "applies" "deficient";
        Share: "share";
        Text: "leftOut";
    }
    /// A row for each group of plans, after the columns that they are grouped by.
    GROUPS {
        Number: "plans" "checked" "deficient";
        Share: "share";
        Flag: "masked";
    }
    /// A row for each group of plans and paragraph.
    GROUP_PARAGRAPHS {
        Number: "paragraph" "applies" "deficient";
        Share: "share";
        Flag: "masked";
    }
    /// A row for each group of plans and requirement.
    GROUP_RULES {
        Text: "rule";
        Number: "paragraph";
        Text: "citation";
        Number: "decided" "errors" "warnings";
        Share: "share";
        Flag: "masked";
    }
    /// A row for each plan and requirement that is not met before or after.
    CHANGES {
        Text: "id" "rule";
        Number: "paragraph";
        Text: "citation" "change" "before" "after" "path" "message";
    }
    /// A row for each conclusion, without profiles and with them.
    CONCLUSIONS {
        Text: "conclusion";
        Number: "before" "after";
    }
    /// A row for each plan whose conclusion profiles change.
    CHANGED {
        Text: "plan" "before" "after";
    }
    /// A row for each rule and case variant in which findings fall away or appear.
    DIFFERENCES {
        Text: "rule" "variant";
        Number: "before" "after" "fallAway" "appear";
    }
    /// A row for each measure of the profiles.
    MEASURES {
        Text: "rule" "code" "title" "unit";
        Number: "plans";
        Share: "value";
        Number: "national";
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<Cow<'a, str>> for Cell<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Cell<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<f64> for Cell<'_> {
    fn from(share: f64) -> Self {
        Self::Share(share)
    }
}

macro_rules! numbers {
    ($($number:ty)+) => {
        $(impl From<$number> for Cell<'_> {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        })+
    };
}

numbers!(u8 u32 u64 usize);

impl<'a, T: Into<Cell<'a>>> From<Option<T>> for Cell<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// One row of the table of findings, before it is one.
#[derive(Debug, Clone, Copy)]
pub enum Finding<'a> {
    /// The answer to a requirement of the regulation.
    Rule(&'a RuleResult),
    /// The answer to a rule that profiles add.
    Added(&'a ProfileResult),
    /// A value that cannot be read, or a key that is unknown.
    Input(&'a InputFinding),
}

impl<'a> Finding<'a> {
    /// Everything in a report that a row can be made of.
    pub fn all(report: &'a Report) -> impl Iterator<Item = Self> {
        let added = report.profiles.iter().flat_map(|beside| &beside.results);
        let results = report.results.iter().map(Self::Rule).chain(added.map(Self::Added));
        results.chain(report.input.iter().map(Self::Input))
    }

    /// What the answer is; `None` for what is wrong with the document itself.
    #[must_use]
    pub fn outcome(self) -> Option<Outcome> {
        match self {
            Self::Rule(result) => Some(result.outcome()),
            Self::Added(result) => Some(result.outcome()),
            Self::Input(_) => None,
        }
    }

    /// The id of the rule; `None` for what is wrong with the document itself.
    #[must_use]
    pub fn rule(self) -> Option<&'static str> {
        match self {
            Self::Rule(result) => Some(result.rule.id),
            Self::Added(result) => Some(result.rule.id),
            Self::Input(_) => None,
        }
    }

    /// Whether the answer hangs on what the source has no place for.
    #[must_use]
    pub fn is_not_in_source(self) -> bool {
        match self {
            Self::Rule(result) => result.is_not_in_source(),
            Self::Added(result) => result.is_not_in_source(),
            Self::Input(_) => false,
        }
    }

    /// Where what it is about came from, as far as the places say it.
    fn places(self, places: &BTreeMap<String, String>) -> String {
        let paths: Vec<&str> = match self {
            Self::Rule(result) => result.paths().collect(),
            Self::Added(result) => result.paths().collect(),
            Self::Input(found) => found.paths().collect(),
        };
        paths.into_iter().filter_map(|path| places.get(path)).map(String::as_str).collect::<Vec<_>>().join("; ")
    }

    /// The cells from `rule` to `suppressed`.
    fn cells(self, lang: Lang) -> [Cell<'a>; OWN] {
        /// The answers to the regulation's rules and to those of profiles are alike in all but what stands in `$rule`: id,
        /// paragraph, citation and exemption.
        macro_rules! answer {
            ($result:expr, $profiles:expr, $rule:expr) => {{
                let [rule, paragraph, citation, exemption] = $rule;
                let changes = $result.changes();
                [
                    rule,
                    paragraph,
                    citation,
                    if $result.is_not_in_source() { notes::NOT_IN_SOURCE.code } else { $result.outcome().code() }
                        .into(),
                    $result.severity().map(Severity::code).into(),
                    paths($result.paths()),
                    $result.message().get(lang).into(),
                    $result.remedy().map(|text| text.get(lang)).into(),
                    exemption,
                    $result.same_as().map(|rule| rule.id).into(),
                    $result.depends_on().into(),
                    $result.note().map(|note| note.text.get(lang)).into(),
                    $result.key().into(),
                    profiles($profiles, changes).into(),
                    changes.map(|changes| changes.base_outcome.code()).into(),
                    changes.and_then(|changes| changes.base_severity).map(Severity::code).into(),
                    changes.and_then(ProfileChanges::suppressed).map(|suppression| suppression.reason.as_str()).into(),
                ]
            }};
        }
        match self {
            Self::Rule(result) => {
                let provision = &result.rule.provision;
                let exemption = result.exemption().map(|provision| provision.to_string());
                answer!(
                    result,
                    Vec::new(),
                    [result.rule.id.into(), provision.paragraf.into(), provision.to_string().into(), exemption.into()]
                )
            }
            Self::Added(result) => answer!(
                result,
                result.profiles().map(|profile| profile.id.as_str()).collect(),
                [result.rule.id.into(), Cell::Null, result.rule.citation.get(lang).into(), Cell::Null]
            ),
            Self::Input(found) => {
                let mut cells = [const { Cell::Null }; OWN];
                let [_, _, _, outcome, severity, path, message, remedy, _, _, _, _, key, ..] = &mut cells;
                *outcome = "input".into();
                *severity = found.code.severity().code().into();
                *path = paths(found.paths());
                // Which heading and which column it is, the path into the plan does not say.
                let places: Vec<&str> = found.told_places(lang).collect();
                *message = match places.as_slice() {
                    [] => found.message(lang).into(),
                    places => format!("{}: {}", found.message(lang), places.join("; ")).into(),
                };
                *remedy = found.remedy(lang).into();
                *key = format!("{}!{}", found.code.code(), found.path).into();
                cells
            }
        }
    }
}

/// How many columns of the findings belong to the finding, and not to the plan: those from `rule` to `suppressed`.
const OWN: usize = 17;

/// No key of a plan holds a blank, so a blank can part the paths.
fn paths<'a>(paths: impl Iterator<Item = &'a str>) -> Cell<'static> {
    paths.collect::<Vec<_>>().join(" ").into()
}

/// The profiles that add a rule and those that changed the answer to it, with a blank between them.
fn profiles<'a>(mut profiles: Vec<&'a str>, changes: Option<&'a ProfileChanges>) -> Option<String> {
    profiles.extend(changes.iter().flat_map(|changes| &changes.by).map(|change| change.profile().id.as_str()));
    (!profiles.is_empty()).then(|| profiles.join(" "))
}

/// The cells that a plan begins with in every table: from `file` to `conclusion`.
fn plan<'a>(name: &'a Name, report: Result<&'a Report, &'a Problem>) -> [Cell<'a>; 8] {
    let report = report.ok();
    [
        Some(&*name.file).filter(|file| !file.is_empty()).into(),
        name.line.into(),
        name.at.as_deref().into(),
        name.id.as_deref().into(),
        name.row.into(),
        report.filter(|report| !report.variants.is_empty()).map(|report| report.variants.to_string()).into(),
        report.map(|report| report.phase.code()).into(),
        report.map(|report| report.conclusion.code()).into(),
    ]
}

/// The row of a finding of a plan. Without one, it is the row of a plan that has nothing to tell, or of a document that could
/// not be read. The places say where what a finding is about came from, by its path.
#[must_use]
pub fn finding<'a>(
    name: &'a Name,
    report: Result<&'a Report, &'a Problem>,
    finding: Option<Finding<'a>>,
    places: &BTreeMap<String, String>,
    lang: Lang,
) -> Row<'a> {
    let own = match (finding, report) {
        (Some(finding), _) => finding.cells(lang),
        (None, Ok(report)) => {
            let mut cells = [const { Cell::Null }; OWN];
            let [_, _, _, _, _, _, message, ..] = &mut cells;
            // What is to be known of the whole report: that nothing is demanded yet, say (A54).
            let notes: Vec<_> = report.notes.iter().map(|note| note.text.get(lang)).collect();
            *message = (!notes.is_empty()).then(|| notes.join("; ")).into();
            cells
        }
        (None, Err(problem)) => {
            let mut cells = [const { Cell::Null }; OWN];
            let [_, _, _, outcome, severity, _, message, _, _, _, _, _, key, ..] = &mut cells;
            *outcome = UNREADABLE.into();
            *severity = Severity::Error.code().into();
            *message = problem.message(lang).into();
            *key = problem.code().into();
            cells
        }
    };
    let counts = report.ok().map(|report| report.counts);
    let origin = finding.map(|finding| finding.places(places)).filter(|origin| !origin.is_empty());
    let last = [
        counts.map(|counts| counts.review).into(),
        counts.and_then(|counts| counts.not_in_source).into(),
        origin.into(),
    ];
    plan(name, report).into_iter().chain(own).chain(last).collect()
}

/// The row of a plan.
#[must_use]
pub fn plan_row<'a>(checked: &'a Checked, lang: Lang) -> Row<'a> {
    let report = checked.result.as_deref();
    let rest: [Cell<'a>; PLANS.len() - 8] = match report {
        Ok(report) => {
            let (counts, beside) = (report.counts, report.profiles.as_deref());
            [
                report.complete.into(),
                report.errors.into(),
                report.warnings.into(),
                counts.met.into(),
                counts.not_met.into(),
                counts.exempt.into(),
                counts.not_applicable.into(),
                counts.review.into(),
                counts.undetermined.into(),
                counts.not_in_source.into(),
                report.input.len().into(),
                report.notes.iter().map(|note| note.code).collect::<Vec<_>>().join(" ").into(),
                Cell::Null,
                Cell::Null,
                beside.map(|beside| beside.base_conclusion.code()).into(),
                beside.map(|beside| beside.counts.not_met).into(),
                beside.map(|beside| beside.suppressed).into(),
                beside.and_then(without_effect).into(),
            ]
        }
        Err(problem) => {
            let mut cells = [const { Cell::Null }; PLANS.len() - 8];
            let [.., code, message, _, _, _, _] = &mut cells;
            (*code, *message) = (problem.code().into(), problem.message(lang).into());
            cells
        }
    };
    let mut first = plan(&checked.name, report);
    let [.., conclusion] = &mut first;
    *conclusion = checked.code().into();
    first.into_iter().chain(rest).collect()
}

/// The chosen profiles and themes that have no effect in a case, each with the reason, with a blank between them.
fn without_effect(beside: &ProfileReport) -> Option<String> {
    let mut idle = Vec::new();
    for status in &beside.profiles {
        let id = &status.profile().id;
        match status.reason {
            Some(reason) => idle.push(format!("{id}={}", reason.code())),
            None => {
                let themes = status.themes().filter_map(|(theme, reason)| Some((theme, reason?)));
                idle.extend(themes.map(|(theme, reason)| format!("{id}:{}={}", theme.id, reason.code())));
            }
        }
    }
    (!idle.is_empty()).then(|| idle.join(" "))
}

impl<'a> Table<'a> {
    /// The findings of many plans, in their order. A document that could not be read has a row too.
    pub fn findings(plans: impl IntoIterator<Item = &'a Checked>, lang: Lang) -> Self {
        let mut rows = Vec::new();
        for checked in plans {
            let report = checked.result.as_deref();
            let row = |one| finding(&checked.name, report, one, &checked.places, lang);
            match report {
                Ok(report) => rows.extend(Finding::all(report).map(|one| row(Some(one)))),
                Err(_) => rows.push(row(None)),
            }
        }
        Self { name: "findings", columns: FINDINGS, rows }
    }

    /// Many plans, a row for each.
    pub fn plans(plans: impl IntoIterator<Item = &'a Checked>, lang: Lang) -> Self {
        let rows = plans.into_iter().map(|checked| plan_row(checked, lang)).collect();
        Self { name: "plans", columns: PLANS, rows }
    }

    /// How often each requirement has each outcome.
    #[must_use]
    pub fn rules(tally: &Tally, lang: Lang) -> Self {
        let mut rows = Vec::new();
        for counts in tally.variants() {
            for (rule, answers) in counts.rules() {
                let decided = answers.met + answers.errors + answers.warnings + answers.undetermined;
                if decided + answers.not_in_source + answers.review + answers.exempt == 0 {
                    continue;
                }
                rows.push(vec![
                    counts.variants.to_string().into(),
                    rule.id.into(),
                    rule.provision.paragraf.into(),
                    rule.provision.to_string().into(),
                    rule.texts.demand.get(lang).into(),
                    counts.plans.into(),
                    answers.met.into(),
                    answers.errors.into(),
                    answers.warnings.into(),
                    answers.undetermined.into(),
                    answers.not_in_source.into(),
                    answers.review.into(),
                    answers.exempt.into(),
                    answers.not_applicable.into(),
                    share(answers.errors, decided).into(),
                    Cell::Null,
                ]);
            }
        }
        rows.extend(left_out(tally, RULES));
        Self { name: "rules", columns: RULES, rows }
    }

    /// How often something is missing under each paragraph.
    #[must_use]
    pub fn paragraphs(tally: &Tally) -> Self {
        let mut rows = Vec::new();
        for counts in tally.variants() {
            for (number, paragraph) in counts.paragraphs() {
                rows.push(vec![
                    counts.variants.to_string().into(),
                    number.into(),
                    counts.plans.into(),
                    paragraph.applies.into(),
                    paragraph.deficient.into(),
                    share(paragraph.deficient, paragraph.applies).into(),
                    Cell::Null,
                ]);
            }
        }
        rows.extend(left_out(tally, PARAGRAPHS));
        Self { name: "paragraphs", columns: PARAGRAPHS, rows }
    }

    /// How many plans come to each conclusion without profiles and with them.
    #[must_use]
    pub fn conclusions(comparison: &Comparison) -> Self {
        let row = |(code, (before, after)): (&&'static str, &(usize, usize))| {
            vec![(*code).into(), (*before).into(), (*after).into()]
        };
        let rows = comparison.conclusions.iter().map(row).collect();
        Self { name: "conclusions", columns: CONCLUSIONS, rows }
    }

    /// The plans whose conclusion profiles change.
    #[must_use]
    pub fn changed(comparison: &'a Comparison) -> Self {
        let changed = comparison.changed.iter();
        let rows =
            changed.map(|(plan, before, after)| vec![plan.as_str().into(), before.code().into(), after.code().into()]);
        Self { name: "changed", columns: CHANGED, rows: rows.collect() }
    }

    /// The findings that profiles make fall away or appear.
    #[must_use]
    pub fn differences(comparison: &'a Comparison) -> Self {
        let row = |(rule, variant, difference): (&'static str, &'a str, RuleDifference)| {
            let RuleDifference { before, after, fall_away, appear, .. } = difference;
            vec![rule.into(), variant.into(), before.into(), after.into(), fall_away.into(), appear.into()]
        };
        Self { name: "differences", columns: DIFFERENCES, rows: comparison.differences().map(row).collect() }
    }

    /// What profiles measure.
    #[must_use]
    pub fn measures(comparison: &Comparison, lang: Lang) -> Self {
        let row = |MeasureSummary { measure, plans, value, .. }| {
            vec![
                measure.rule.into(),
                measure.code.into(),
                measure.title.get(lang).into(),
                measure.unit.code().into(),
                plans.into(),
                value.into(),
                measure.national.into(),
            ]
        };
        Self { name: "measures", columns: MEASURES, rows: comparison.measures().into_iter().map(row).collect() }
    }
}

/// One row for each reason why plans are in no variant, with their number and the reason: what was not checked is not to be
/// missing unnoticed.
fn left_out<'a>(tally: &Tally, columns: &[Column]) -> Vec<Row<'a>> {
    let cell = |column: &Column, reason: &'static str, plans: u64| match column.name {
        "plans" => plans.into(),
        "leftOut" => reason.into(),
        _ => Cell::Null,
    };
    let row =
        |(reason, plans): (&&'static str, &u64)| columns.iter().map(|column| cell(column, reason, *plans)).collect();
    tally.left_out.iter().map(row).collect()
}

fn share(part: u64, of: u64) -> Option<f64> {
    (of > 0).then(|| part as f64 / of as f64)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, HashSet};
    use std::sync::Arc;

    use rehabplan::{Checker, Detail, Lang};

    use super::{Cell, Column, ColumnKind, FINDINGS, PLANS, Table, places};
    use crate::{Checked, Name, Problem, Tally};

    fn checked(texts: &[&str]) -> Vec<Checked> {
        let checker = Checker::new().detail(Detail::All);
        let one = |(row, text): (usize, &&str)| {
            let name = Name { row: row as u64, id: Some(format!("nr. {row}")), ..Name::default() };
            let result = checker.check_str(text).map(Arc::new).map_err(Problem::Read);
            Checked { name, result, places: BTreeMap::new() }
        };
        texts.iter().enumerate().map(one).collect()
    }

    fn is_of(cell: &Cell<'_>, column: &Column) -> bool {
        match cell {
            Cell::Text(_) => column.kind == ColumnKind::Text,
            Cell::Number(_) => column.kind == ColumnKind::Number,
            Cell::Share(_) => column.kind == ColumnKind::Share,
            Cell::Flag(_) => column.kind == ColumnKind::Flag,
            Cell::Null => true,
        }
    }

    const PLANS_OF_EVERY_KIND: [&str; 5] = [
        r#"{"sag": {"sagstype": "revalidering"}, "forberedendeDel": {"dato": 1}}"#,
        r#"{"sag": {"sagstype": "fleksjob"}}"#,
        r#"{"sag": {"sagstype": "anden"}, "x": 1}"#,
        "{}",
        "[",
    ];

    #[test]
    fn every_row_has_a_cell_of_the_right_kind_for_each_column() {
        let checked = checked(&PLANS_OF_EVERY_KIND);
        let mut tally = Tally::default();
        checked.iter().for_each(|one| tally.add(one.result.as_deref().ok()));
        let (findings, plans) = (Table::findings(&checked, Lang::Da), Table::plans(&checked, Lang::Da));
        let (rules, paragraphs) = (Table::rules(&tally, Lang::En), Table::paragraphs(&tally));
        for table in [&findings, &plans, &rules, &paragraphs] {
            assert!(!table.rows.is_empty(), "{}", table.name);
            for row in &table.rows {
                assert_eq!(row.len(), table.columns.len(), "{}", table.name);
                let wrong = row.iter().zip(table.columns).find(|(cell, column)| !is_of(cell, column));
                assert_eq!(wrong, None, "{}", table.name);
            }
            let names: HashSet<_> = table.columns.iter().map(|column| column.name).collect();
            assert_eq!(names.len(), table.columns.len(), "{}", table.name);
        }
        assert_eq!(plans.rows.len(), PLANS_OF_EVERY_KIND.len());
        // Every requirement has a row in every plan that was checked, and each of the others has one of its own.
        assert_eq!(paragraphs.rows.len(), 2 * 15 + tally.left_out.len());
    }

    #[test]
    fn what_stands_in_a_row_stands_under_its_column() {
        let checked = checked(&PLANS_OF_EVERY_KIND);
        let cells = |table: &Table<'_>, row: usize, names: &[&str]| -> Vec<Cell<'static>> {
            let cell = |place| match table.rows.get(row).and_then(|row| row.get::<usize>(place)) {
                Some(Cell::Text(text)) => Cell::Text(text.clone().into_owned().into()),
                Some(Cell::Number(number)) => Cell::Number(*number),
                Some(Cell::Share(share)) => Cell::Share(*share),
                Some(Cell::Flag(flag)) => Cell::Flag(*flag),
                Some(Cell::Null) | None => Cell::Null,
            };
            places(table.columns, names).into_iter().map(cell).collect()
        };
        let plans = Table::plans(&checked, Lang::Da);
        let names = ["id", "row", "variant", "phase", "conclusion", "input", "errorCode", "baseConclusion"];
        assert_eq!(
            cells(&plans, 0, &names),
            [
                "nr. 0".into(),
                0_u64.into(),
                "REV".into(),
                "forelaeggelse".into(),
                "deficient".into(),
                1_u64.into(),
                Cell::Null,
                Cell::Null
            ]
        );
        let unreadable = ["nr. 4".into(), 4_u64.into(), Cell::Null, Cell::Null, "unreadable".into(), Cell::Null];
        assert_eq!(cells(&plans, 4, &names[..6]), unreadable);
        assert_eq!(cells(&plans, 4, &names[6..]), ["notJson".into(), Cell::Null]);

        let findings = Table::findings(&checked, Lang::Da);
        let last = findings.rows.len() - 1;
        assert_eq!(
            cells(&findings, last, &["row", "rule", "outcome", "severity", "key"]),
            [4_u64.into(), Cell::Null, "unreadable".into(), "error".into(), "notJson".into()]
        );
        let input = findings.rows.iter().position(|row| row.contains(&Cell::from("input"))).unwrap_or(last);
        assert_eq!(
            cells(&findings, input, &["rule", "outcome", "path", "suppressed"]),
            [Cell::Null, "input".into(), "/forberedendeDel/dato".into(), Cell::Null]
        );
    }

    #[test]
    fn a_name_has_a_manner_for_each_language() {
        let names = places(FINDINGS, &["sameAs", "nobody", "baseOutcome", "id"]);
        let names: Vec<_> = names.into_iter().filter_map(|place| FINDINGS.get(place)).map(Column::snake_case).collect();
        assert_eq!(names, ["same_as", "base_outcome", "id"]);
        assert!(PLANS.iter().all(|column| column.snake_case() == column.snake_case().to_lowercase()));
    }
}
