//! What a run comes to: counted while it goes on, so that nothing of a plan has to be kept.

use std::collections::BTreeMap;

use rehabplan::law::{self, Rule};
use rehabplan::report::Counts;
use rehabplan::text::Note;
use rehabplan::{HorizonCoverage, Outcome, Report, Severity};

use crate::groups::{Groups, TooMany};
use crate::place;
use crate::tally::{Paragraph, Tally};

/// A document and what became of it.
#[derive(Debug, Clone, Copy)]
pub struct Answered<'a> {
    /// The name that its user knows it by: a file, or the user's own id.
    pub name: &'a str,
    /// The columns beside the plan that the user asked to see.
    pub carried: &'a [String],
    /// The report, or in words why there is none.
    pub answer: Result<&'a Report, &'a str>,
}

/// What a run comes to.
#[derive(Debug, Clone, Default)]
pub struct Overview {
    /// How often each requirement has each outcome.
    pub tally: Tally,
    /// The groups, where the user asked for some.
    pub(crate) groups: Option<Groups>,
    /// What can be checked on the source, where it was said what that holds.
    pub(crate) horizon: Option<HorizonCoverage>,
    /// Counted only by what a person must judge.
    pub(crate) review: Counts,
    /// Answers that hang on what has no place in the source.
    pub(crate) not_in_source: u64,
    /// Plans that hold a value that cannot be read.
    pub(crate) lossy: u64,
    /// Why documents could not be read.
    pub(crate) problems: BTreeMap<String, u64>,
    /// Notes on whole reports, with the number of plans.
    pub(crate) notes: Vec<(&'static Note, u64)>,
    /// Places that stand in the way of an answer, with the number of plans.
    pub(crate) missing: BTreeMap<String, u64>,
    /// Other reasons why an answer is open, with the number of answers.
    pub(crate) open: Vec<(&'static Note, u64)>,
}

/// A requirement that is not met, and how often.
#[derive(Debug, Clone, Copy)]
pub struct Defect {
    /// The requirement.
    pub rule: &'static Rule,
    /// How many plans lack it.
    pub plans: u64,
    /// In how many plans it was decided: met, not met, or undetermined though the source has a place for it.
    pub decided: u64,
}

impl Overview {
    /// Counts by these groups too.
    #[must_use]
    pub fn grouped(mut self, groups: Groups) -> Self {
        self.groups = Some(groups);
        self
    }

    /// Says what can be checked on the source.
    #[must_use]
    pub fn of_source(mut self, horizon: Option<HorizonCoverage>) -> Self {
        self.horizon = horizon;
        self
    }

    /// The groups, where the user asked for some.
    #[must_use]
    pub fn groups(&self) -> Option<&Groups> {
        self.groups.as_ref()
    }

    /// Counts a plan or a document that could not be read.
    ///
    /// # Errors
    ///
    /// When there are more groups than anybody reads.
    pub fn add(&mut self, answered: &Answered<'_>) -> Result<(), TooMany> {
        let report = answered.answer.ok();
        self.tally.add(report);
        if let Some(groups) = &mut self.groups {
            groups.add(answered.carried, report)?;
        }
        match answered.answer {
            Ok(report) => self.add_report(report),
            Err(problem) => match self.problems.get_mut(problem) {
                Some(count) => *count += 1,
                None => drop(self.problems.insert(problem.to_owned(), 1)),
            },
        }
        Ok(())
    }

    fn add_report(&mut self, report: &Report) {
        self.review.review = self.review.review.saturating_add(report.counts.review);
        self.not_in_source += u64::from(report.counts.not_in_source.unwrap_or_default());
        self.lossy += u64::from(report.input.iter().any(|finding| finding.code.severity() == Severity::Error));
        for note in &report.notes {
            count_note(&mut self.notes, note);
        }
        let mut facts: Vec<String> = Vec::new();
        for result in &report.results {
            if result.outcome() != Outcome::Undetermined || result.is_not_in_source() || result.same_as().is_some() {
                continue;
            }
            match (result.depends_on(), result.note()) {
                (Some(fact), _) => facts.push(place::general(fact)),
                (None, Some(note)) => count_note(&mut self.open, note),
                (None, None) => {}
            }
        }
        facts.sort_unstable();
        facts.dedup();
        for fact in facts {
            *self.missing.entry(fact).or_default() += 1;
        }
    }

    /// The requirements that are not met, those that most plans lack first. Only what makes a plan deficient counts.
    #[must_use]
    pub fn defects(&self) -> Vec<Defect> {
        let mut defects: Vec<Defect> = law::rules().map(|rule| Defect { rule, plans: 0, decided: 0 }).collect();
        for counts in self.tally.variants.values() {
            for (defect, answers) in defects.iter_mut().zip(&counts.rules) {
                defect.plans += answers.errors;
                defect.decided += answers.met + answers.errors + answers.warnings + answers.undetermined;
            }
        }
        defects.retain(|defect| defect.plans > 0);
        defects.sort_by_key(|defect| std::cmp::Reverse(defect.plans));
        defects
    }
}

fn count_note(notes: &mut Vec<(&'static Note, u64)>, note: &'static Note) {
    match notes.iter_mut().find(|(known, _)| known.code == note.code) {
        Some((_, count)) => *count += 1,
        None => notes.push((note, 1)),
    }
}

impl Tally {
    /// How many plans and documents there are.
    #[must_use]
    pub fn plans(&self) -> u64 {
        self.conclusions.values().sum()
    }

    /// How many plans were checked: what shares are shares of.
    #[must_use]
    pub fn checked(&self) -> u64 {
        self.variants.values().map(|counts| counts.plans).sum()
    }

    /// How many plans have a conclusion.
    #[must_use]
    pub fn concluded(&self, code: &str) -> u64 {
        self.conclusions.get(code).copied().unwrap_or_default()
    }

    /// The paragraph that the largest share of the plans fails, of those that it applies to.
    #[must_use]
    pub fn worst(&self) -> Option<(u8, Paragraph)> {
        let sum = |number: u8| {
            self.variants.values().fold(Paragraph::default(), |mut sum, counts| {
                let more = counts.paragraphs.get(usize::from(number)).copied().unwrap_or_default();
                sum.applies += more.applies;
                sum.deficient += more.deficient;
                sum
            })
        };
        let paragraphs = (2..=16).map(|number| (number, sum(number))).filter(|(_, sum)| sum.deficient > 0);
        // Cross-multiplied; the first in the law wins where two are alike.
        paragraphs.reduce(|worst, next| {
            let [left, right] = [(next.1.deficient, worst.1.applies), (worst.1.deficient, next.1.applies)]
                .map(|(part, of)| u128::from(part) * u128::from(of));
            if left > right { next } else { worst }
        })
    }
}
