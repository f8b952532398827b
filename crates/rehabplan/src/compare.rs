//! What if: the same plans with and without profiles, put together over many plans.

use std::collections::BTreeMap;

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::counts::Conclusion;
use crate::outcome::Outcome;
use crate::profile::{Measure, MeasureUnit};
use crate::report::Report;
use crate::text::{Lang, Note, notes};

/// What profiles come to over many plans. Add the full report ([`Detail::All`](crate::Detail::All)) of each plan, made
/// with the profiles: a report says itself what it was without them.
///
/// Parts that were put together apart, on several threads say, can be [merged](Comparison::merge). What grows with the
/// number of plans is only the list of those whose conclusion changes.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Comparison {
    /// How many plans were added.
    pub plans: usize,
    /// How many documents could not be read as a plan, and so are in none of the other numbers. The caller counts them.
    pub unreadable: usize,
    /// How many plans had each conclusion, without the profiles and with them.
    pub conclusions: BTreeMap<&'static str, (usize, usize)>,
    /// The plans whose conclusion changes, by the names they were added under, with the two conclusions.
    pub changed: Vec<(String, Conclusion, Conclusion)>,
    /// Whether any of the profiles is a proposal, and so no law in force.
    pub has_proposals: bool,
    rules: BTreeMap<(&'static str, String), RuleDifference>,
    measures: Vec<(Measure, Values)>,
}

/// How many plans have each value of a measure.
type Values = BTreeMap<i64, usize>;

/// What becomes of the findings of one rule in one kind of case.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RuleDifference {
    /// Findings without the profiles.
    pub before: usize,
    /// Findings with them.
    pub after: usize,
    /// Findings that fall away.
    pub fall_away: usize,
    /// Findings that appear.
    pub appear: usize,
}

/// One measure over all plans that say enough for it.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct MeasureSummary {
    /// The measure; its value is that of one plan and means nothing here.
    pub measure: Measure,
    /// How many plans say enough.
    pub plans: usize,
    /// The median number of days, or the share in percent; `None` without any plan.
    pub value: Option<f64>,
}

impl Comparison {
    /// Adds a plan's report under a name.
    pub fn add(&mut self, name: &str, report: &Report) {
        self.plans += 1;
        let base = report.profiles.as_ref().map_or(report.conclusion, |beside| beside.base_conclusion);
        self.conclusions.entry(base.code()).or_default().0 += 1;
        self.conclusions.entry(report.conclusion.code()).or_default().1 += 1;
        if base != report.conclusion {
            self.changed.push((name.to_owned(), base, report.conclusion));
        }
        self.has_proposals |= report.notes.contains(&&notes::PROPOSAL);
        let variants = report.variants.to_string();
        for result in &report.results {
            let before = result.changes().map_or(result.outcome(), |changes| changes.base_outcome);
            self.count(result.rule.id, &variants, before == Outcome::NotMet, result.outcome() == Outcome::NotMet);
        }
        let Some(beside) = &report.profiles else { return };
        for result in &beside.results {
            // Without the profiles the rule is not there at all; a finding that repeats one of the regulation was.
            let appears = result.outcome() == Outcome::NotMet && result.same_as().is_none();
            self.count(result.rule.id, &variants, false, appears);
        }
        for measure in &beside.measures {
            self.measured(measure, measure.value.map(|value| (value, 1)));
        }
    }

    /// Adds what another comparison holds, as if its plans had been added here after those that are.
    pub fn merge(&mut self, other: Self) {
        self.plans += other.plans;
        self.unreadable += other.unreadable;
        self.has_proposals |= other.has_proposals;
        for (conclusion, (before, after)) in other.conclusions {
            let sum = self.conclusions.entry(conclusion).or_default();
            sum.0 += before;
            sum.1 += after;
        }
        self.changed.extend(other.changed);
        for (key, more) in other.rules {
            let sum = self.rules.entry(key).or_default();
            sum.before += more.before;
            sum.after += more.after;
            sum.fall_away += more.fall_away;
            sum.appear += more.appear;
        }
        for (measure, values) in other.measures {
            self.measured(&measure, values);
        }
    }

    fn measured(&mut self, measure: &Measure, values: impl IntoIterator<Item = (i64, usize)>) {
        let place = self.measures.iter().position(|(known, _)| known.code == measure.code);
        let place = place.unwrap_or_else(|| {
            self.measures.push((*measure, Values::new()));
            self.measures.len() - 1
        });
        if let Some((_, counts)) = self.measures.get_mut(place) {
            for (value, plans) in values {
                *counts.entry(value).or_default() += plans;
            }
        }
    }

    fn count(&mut self, rule: &'static str, variants: &str, before: bool, after: bool) {
        if before || after {
            let difference = self.rules.entry((rule, variants.to_owned())).or_default();
            difference.before += usize::from(before);
            difference.after += usize::from(after);
            difference.fall_away += usize::from(before && !after);
            difference.appear += usize::from(after && !before);
        }
    }

    /// The rules and kinds of case in which findings fall away or appear, sorted by rule and kind.
    pub fn differences(&self) -> impl Iterator<Item = (&'static str, &str, RuleDifference)> {
        self.rules
            .iter()
            .filter(|(_, difference)| difference.fall_away + difference.appear > 0)
            .map(|((rule, variants), difference)| (*rule, variants.as_str(), *difference))
    }

    /// What there is to say about the comparison as a whole: that a proposal is no law in force.
    pub fn notes(&self) -> impl Iterator<Item = &'static Note> {
        self.has_proposals.then_some(&notes::PROPOSAL).into_iter()
    }

    /// The measures, in the order in which they first came.
    #[must_use]
    pub fn measures(&self) -> Vec<MeasureSummary> {
        let summary = |(measure, values): &(Measure, Values)| {
            let plans: usize = values.values().sum();
            // The value of the plan at a place, when all are put in order.
            let at = |place: usize| {
                let mut before = 0;
                let reaches = |(_, plans): &(&i64, &usize)| {
                    before += **plans;
                    before > place
                };
                values.iter().find(reaches).map_or(0, |(value, _)| *value)
            };
            // Days and counts of plans are far below where a float is no longer exact.
            #[allow(clippy::cast_precision_loss)]
            let value = (plans > 0).then(|| match measure.unit {
                MeasureUnit::Share => 100.0 * values.get(&1).copied().unwrap_or_default() as f64 / plans as f64,
                MeasureUnit::Days => (at((plans - 1) / 2) + at(plans / 2)) as f64 / 2.0,
            });
            MeasureSummary { measure: *measure, plans, value }
        };
        self.measures.iter().map(summary).collect()
    }

    /// The comparison with its texts in a language, ready for any serde format.
    ///
    /// Written as an object with `plans`, `unreadable`, and the lists `conclusions` (how many plans have each, `before` and
    /// `after`), `changed` (the plans whose conclusion changes), `rules` (the findings of each rule and variant: `before`,
    /// `after`, `fallAway`, `appear`), `measures` (each with `plans`, `value` and `national`) and `notes`.
    #[must_use]
    pub fn rendered(&self, lang: Lang) -> impl Serialize + '_ {
        Rendered { comparison: self, lang }
    }
}

struct Rendered<'c> {
    comparison: &'c Comparison,
    lang: Lang,
}

impl Serialize for Rendered<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Counted {
            conclusion: &'static str,
            before: usize,
            after: usize,
        }

        #[derive(Serialize)]
        struct Told {
            code: &'static str,
            text: &'static str,
        }

        #[derive(Serialize)]
        struct Changed<'c> {
            plan: &'c str,
            before: &'static str,
            after: &'static str,
        }

        #[derive(Serialize)]
        struct Difference<'c> {
            rule: &'static str,
            variant: &'c str,
            #[serde(flatten)]
            difference: RuleDifference,
        }

        #[derive(Serialize)]
        struct Measured {
            rule: &'static str,
            code: &'static str,
            title: &'static str,
            unit: &'static str,
            plans: usize,
            value: Option<f64>,
            national: Option<u32>,
        }

        let Self { comparison, lang } = self;
        let counted = |(conclusion, (before, after)): (&&'static str, &(usize, usize))| Counted {
            conclusion,
            before: *before,
            after: *after,
        };
        let changed = comparison.changed.iter();
        let changed = changed.map(|(plan, before, after)| Changed { plan, before: before.code(), after: after.code() });
        let differences =
            comparison.differences().map(|(rule, variant, difference)| Difference { rule, variant, difference });
        let measured = comparison.measures().into_iter().map(|MeasureSummary { measure, plans, value }| Measured {
            rule: measure.rule,
            code: measure.code,
            title: measure.title.get(*lang),
            unit: measure.unit.code(),
            plans,
            value,
            national: measure.national,
        });
        let mut map = serializer.serialize_map(Some(7))?;
        map.serialize_entry("plans", &comparison.plans)?;
        map.serialize_entry("unreadable", &comparison.unreadable)?;
        map.serialize_entry("conclusions", &comparison.conclusions.iter().map(counted).collect::<Vec<_>>())?;
        map.serialize_entry("changed", &changed.collect::<Vec<_>>())?;
        map.serialize_entry("rules", &differences.collect::<Vec<_>>())?;
        map.serialize_entry("measures", &measured.collect::<Vec<_>>())?;
        let told = comparison.notes().map(|note| Told { code: note.code, text: note.text.get(*lang) });
        map.serialize_entry("notes", &told.collect::<Vec<_>>())?;
        map.end()
    }
}
