//! What has become of the findings of one run in a later one.

use std::collections::HashMap;
use std::fmt;

use rehabplan::law::Rule;
use rehabplan::report::RuleResult;
use rehabplan::text::notes;
use rehabplan::{Lang, Outcome, Report};

use crate::summary::Checked;
use crate::table::{CHANGES, Row, Table};

/// Two runs cannot be held against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotComparable {
    /// A plan has no id, so nobody can tell which one it is in the other run.
    NoId,
    /// Two plans of one run have the same id.
    SameId,
}

impl fmt::Display for NotComparable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NoId => "a plan has no id",
            Self::SameId => "two plans have the same id",
        })
    }
}

impl std::error::Error for NotComparable {}

/// What became of a finding. Only what was seen to be met is solved.
fn change(before: Option<&RuleResult>, after: Option<&RuleResult>, then: Then) -> &'static str {
    let is_lacking = |result: Option<&RuleResult>| result.is_some_and(|result| result.outcome() == Outcome::NotMet);
    match (is_lacking(before), after.map(RuleResult::outcome)) {
        (true, Some(Outcome::NotMet)) => "unchanged",
        (_, Some(Outcome::NotMet)) => "new",
        (_, Some(Outcome::Met)) => "solved",
        (_, Some(Outcome::Undetermined)) => "undetermined",
        // The case is another, or the point is for a person now.
        (_, Some(Outcome::Exempt | Outcome::NotApplicable | Outcome::Review)) => "notRequired",
        (_, None) => match then {
            Then::Checked => "notChecked",
            Then::Unreadable => "unreadable",
            Then::Gone => "gone",
        },
    }
}

/// What the later run has of a plan.
#[derive(Debug, Clone, Copy)]
enum Then {
    Checked,
    Unreadable,
    Gone,
}

fn by_id<'a>(run: impl Iterator<Item = &'a Checked>) -> Result<(Vec<&'a str>, Plans<'a>), NotComparable> {
    let (mut order, mut plans) = (Vec::new(), HashMap::new());
    for checked in run {
        let id = checked.name.id.as_deref().ok_or(NotComparable::NoId)?;
        order.push(id);
        if plans.insert(id, checked.result.as_deref().ok()).is_some() {
            return Err(NotComparable::SameId);
        }
    }
    Ok((order, plans))
}

/// The reports of a run; `None` where a document could not be read.
type Plans<'a> = HashMap<&'a str, Option<&'a Report>>;

fn answers(report: Option<&Report>) -> HashMap<&'static str, &RuleResult> {
    report.into_iter().flat_map(|report| &report.results).map(|result| (result.rule.id, result)).collect()
}

fn code(result: Option<&RuleResult>) -> Option<&'static str> {
    result.map(|result| if result.is_not_in_source() { notes::NOT_IN_SOURCE.code } else { result.outcome().code() })
}

impl<'a> Table<'a> {
    /// One row for each plan and requirement that is not met in one of two runs, in the order of the first, then of what only
    /// the second has. Plans are known by their ids. The reports must hold every answer; a finding that repeats another is
    /// passed over.
    ///
    /// # Errors
    ///
    /// When a plan has no id, or two have the same.
    pub fn changes(
        before: impl Iterator<Item = &'a Checked>,
        after: impl Iterator<Item = &'a Checked>,
        lang: Lang,
    ) -> Result<Self, NotComparable> {
        let (mut order, before) = by_id(before)?;
        let (later, after) = by_id(after)?;
        order.extend(later.into_iter().filter(|id| !before.contains_key(id)));
        let mut rows = Vec::new();
        for id in order {
            let then = match after.get(id) {
                Some(Some(_)) => Then::Checked,
                Some(None) => Then::Unreadable,
                None => Then::Gone,
            };
            let [first, second] = [&before, &after].map(|plans| answers(plans.get(id).copied().flatten()));
            for rule in rehabplan::law::rules() {
                let [first, second] = [&first, &second].map(|answers| answers.get(rule.id).copied());
                rows.extend(row(id, rule, first, second, then, lang));
            }
        }
        Ok(Self { name: "changes", columns: CHANGES, rows })
    }
}

fn row<'a>(
    id: &'a str,
    rule: &'static Rule,
    before: Option<&'a RuleResult>,
    after: Option<&'a RuleResult>,
    then: Then,
    lang: Lang,
) -> Option<Row<'a>> {
    let is_finding = |result: &&RuleResult| result.outcome() == Outcome::NotMet && result.same_as().is_none();
    let finding = after.filter(is_finding).or_else(|| before.filter(is_finding))?;
    Some(vec![
        id.into(),
        rule.id.into(),
        rule.provision.paragraf.into(),
        rule.provision.to_string().into(),
        change(before, after, then).into(),
        code(before).into(),
        code(after).into(),
        finding.paths().collect::<Vec<_>>().join(" ").into(),
        finding.message().get(lang).into(),
    ])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use rehabplan::{Checker, Detail, Lang};

    use crate::table::{Cell, Table};
    use crate::{Checked, Name, NotComparable, Problem};

    fn run(plans: &[(&str, &str)]) -> Vec<Checked> {
        let checker = Checker::new().detail(Detail::All);
        let one = |(id, plan): &(&str, &str)| Checked {
            name: Name { id: Some((*id).to_owned()), ..Name::default() },
            result: checker.check_str(plan).map(Arc::new).map_err(Problem::Read),
            places: BTreeMap::new(),
        };
        plans.iter().map(one).collect()
    }

    /// Id, rule, change, before and after.
    fn changes(before: &[(&str, &str)], after: &[(&str, &str)], rule: &str) -> Vec<(String, String, String, String)> {
        let (before, after) = (run(before), run(after));
        let table = Table::changes(before.iter(), after.iter(), Lang::Da).expect("runs with ids");
        let text = |cell: Option<&Cell<'_>>| match cell {
            Some(Cell::Text(text)) => text.to_string(),
            _ => String::new(),
        };
        let of_rule = table.rows.iter().filter(|row| row.get(1) == Some(&rule.to_owned().into()));
        of_rule.map(|row| (text(row.first()), text(row.get(4)), text(row.get(5)), text(row.get(6)))).collect()
    }

    fn one(id: &str, change: &str, before: &str, after: &str) -> (String, String, String, String) {
        (id.to_owned(), change.to_owned(), before.to_owned(), after.to_owned())
    }

    const BARE: &str = r#"{"sag": {"sagstype": "fleksjob"}}"#;
    const WITH_PART: &str = r#"{"sag": {"sagstype": "fleksjob"}, "forberedendeDel": {"dato": "2020-03-02"}}"#;
    /// The preparatory part (§ 2, stk. 1).
    const PART: &str = "P2.1.pkt2";

    #[test]
    fn only_what_was_seen_to_be_met_is_solved() {
        assert_eq!(changes(&[("a", BARE)], &[("a", WITH_PART)], PART), [one("a", "solved", "notMet", "met")]);
        assert_eq!(changes(&[("a", BARE)], &[("a", BARE)], PART), [one("a", "unchanged", "notMet", "notMet")]);
        assert_eq!(changes(&[("a", WITH_PART)], &[("a", BARE)], PART), [one("a", "new", "met", "notMet")]);
        assert_eq!(changes(&[("a", WITH_PART)], &[("a", WITH_PART)], PART), []);
        let unreadable = r#"{"sag": {"sagstype": "fleksjob"}, "forberedendeDel": 1}"#;
        assert_eq!(
            changes(&[("a", BARE)], &[("a", unreadable)], PART),
            [one("a", "undetermined", "notMet", "undetermined")]
        );
    }

    #[test]
    fn what_is_not_there_any_more_is_not_solved() {
        assert_eq!(changes(&[("a", BARE)], &[("a", "{")], PART), [one("a", "unreadable", "notMet", "")]);
        assert_eq!(changes(&[("a", BARE)], &[], PART), [one("a", "gone", "notMet", "")]);
        let outside = r#"{"sag": {"sagstype": "anden"}}"#;
        assert_eq!(changes(&[("a", BARE)], &[("a", outside)], PART), [one("a", "notChecked", "notMet", "")]);
        assert_eq!(changes(&[], &[("b", BARE)], PART), [one("b", "new", "", "notMet")]);
        assert_eq!(
            changes(&[("b", BARE), ("a", BARE)], &[("c", BARE), ("a", BARE), ("b", WITH_PART)], PART),
            [
                one("b", "solved", "notMet", "met"),
                one("a", "unchanged", "notMet", "notMet"),
                one("c", "new", "", "notMet")
            ]
        );
    }

    #[test]
    fn plans_are_known_by_their_ids() {
        let (named, twice) = (run(&[("a", BARE)]), run(&[("a", BARE), ("a", BARE)]));
        let nameless = [Checked { name: Name::default(), ..run(&[("a", BARE)]).remove(0) }];
        let error = |before: &[Checked], after: &[Checked]| Table::changes(before.iter(), after.iter(), Lang::En).err();
        assert_eq!(error(&named, &twice), Some(NotComparable::SameId));
        assert_eq!(error(&nameless, &named), Some(NotComparable::NoId));
    }
}
