//! What the answers of a report come to: which finding repeats which (T48), how many answers there are of each kind, and what
//! they amount to together. It is said in one place, so that counts, [`RuleResult::is_blocking`] and the conclusion
//! cannot disagree, whether profiles were chosen or not.

use crate::counts::{Conclusion, Counts};
use crate::law::{self, Rule};
use crate::options::Detail;
use crate::outcome::{Outcome, Severity};
use crate::report::{Report, RuleResult};
use crate::text::notes;

/// Leaves the answers that the check was limited to.
pub(crate) fn limit(report: &mut Report) {
    if let Some(only) = &report.limited_to {
        report.results.retain(|result| only.holds(result.rule.id, &result.rule.looks_at()));
    }
}

impl Report {
    /// Leaves the answers that a report of this detail keeps, for whoever has looked at all of them first. Those that are left
    /// out are counted all the same.
    pub fn shorten(&mut self, detail: Detail) {
        if detail == Detail::Findings {
            self.results.retain(|result| result.outcome().is_shown());
            #[cfg(feature = "profiles")]
            if let Some(beside) = &mut self.profiles {
                beside.results.retain(|result| result.outcome().is_shown());
            }
        }
    }
}

/// Counts the answers, and says what they come to under the regulation as the profiles exempt from it. How grave a user
/// wants a finding to be, and which ones are suppressed, changes what stands in the way but not the conclusion; nor do the answers
/// beside the regulation, but where they are all there is, the report says so. Gives the number of suppressed findings.
pub(crate) fn conclude(report: &mut Report, beside: Counts) -> u32 {
    lead(&mut report.results);
    // What nobody was asked about is counted already.
    report.counts.not_in_source = none_yet(report).not_in_source;
    (report.errors, report.warnings) = (0, 0);
    let (mut is_deficient, mut suppressed) = (false, 0);
    for result in report.results.iter().filter(|result| result.same_as().is_none()) {
        report.counts.add(&result.answer);
        let Some(severity) = result.severity() else { continue };
        is_deficient |= result.base_severity() == Some(Severity::Error);
        match severity {
            _ if result.is_suppressed() => suppressed += 1,
            Severity::Error => report.errors += 1,
            Severity::Warning => report.warnings += 1,
        }
    }
    let is_open = report.counts.undetermined > 0 || report.counts.not_in_source.is_some_and(|count| count > 0);
    report.conclusion = if is_deficient {
        Conclusion::Deficient
    } else if is_open || !report.complete {
        Conclusion::Undetermined
    } else if report.counts.met > 0 {
        Conclusion::Fulfilled
    } else if report.limited_to.is_none() && law::asks_nothing_yet(report.variants, report.phase) {
        // There is nothing to be held against the plan yet, and that is all there is to say (A54).
        report.notes.push(&notes::NO_REQUIREMENT_YET);
        Conclusion::Fulfilled
    } else {
        // Nothing is wrong, but nothing was seen to be right either.
        let is_only_beside = report.results.is_empty() && beside.asked() > 0;
        report.notes.push(if is_only_beside { &notes::ONLY_BESIDE } else { &notes::NOTHING_MET });
        Conclusion::Undetermined
    };
    suppressed
}

/// Counts with nothing in them, for a report.
pub(crate) fn none_yet(report: &Report) -> Counts {
    Counts { not_in_source: report.horizon.as_ref().map(|_| 0), ..Counts::default() }
}

/// A finding repeats another only when that one is in the report, with the same outcome and at least as grave (A39).
/// Otherwise it stands on its own: the first of those that pointed to the same rule leads the others, but never a graver
/// one.
pub(crate) fn lead(results: &mut [RuleResult]) {
    let mut leaders: Vec<(&'static Rule, &'static Rule, Outcome, Option<Severity>)> = Vec::new();
    for place in 0..results.len() {
        let Some((result, leading)) = results.get(place).and_then(|result| Some((result, result.same_as()?))) else {
            continue;
        };
        let (rule, outcome, severity) = (result.rule, result.outcome(), result.severity());
        let is_led = results.iter().any(|other| {
            other.rule == leading && other.outcome() == outcome && other.severity() >= severity && other.rule != rule
        });
        let new = if is_led {
            // What is led by one that is led itself has the same leader.
            let other = results.iter().find(|other| other.rule == leading).and_then(RuleResult::same_as);
            Some(other.filter(|other| *other != rule).unwrap_or(leading))
        } else {
            let lead = leaders
                .iter()
                .find(|(old, _, other, gravest)| *old == leading && *other == outcome && severity <= *gravest);
            let new = lead.map(|(_, new, ..)| *new);
            if new.is_none() {
                leaders.push((leading, rule, outcome, severity));
            }
            new
        };
        if let Some(result) = results.get_mut(place).filter(|_| new != Some(leading)) {
            result.answer.set_same_as(new);
        }
    }
}
