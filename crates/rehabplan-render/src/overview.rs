//! What a run comes to: counted while it goes on, so that nothing of a plan has to be kept.

use std::collections::BTreeMap;

use rehabplan::law::{self, Rule};
use rehabplan::text::Note;
use rehabplan::{Lang, Outcome, Report, Severity};
use rehabplan_batch::{Name, Paragraph, Problem, Summary, Tally};

use crate::groups::{Groups, TooMany};
use crate::names;
use crate::place;

/// What a run comes to: its summary, how often each requirement has each outcome, what could not be checked and why, and the
/// groups that were asked for.
#[derive(Debug, Clone, Default)]
pub struct Overview {
    /// The summary.
    pub summary: Summary,
    /// How often each requirement has each outcome.
    pub tally: Tally,
    pub(crate) groups: Option<Groups>,
    /// Plans that hold a value that cannot be read.
    pub(crate) lossy: u64,
    /// Why documents could not be read, by code: the first of them, and whether the others say the same.
    pub(crate) problems: BTreeMap<&'static str, (Problem, bool, u64)>,
    /// Places that stand in the way of an answer, with the number of plans.
    pub(crate) missing: BTreeMap<String, u64>,
    /// Other reasons why an answer is open, with the number of answers.
    pub(crate) open: Vec<(&'static Note, u64)>,
}

/// A requirement that is not met, and how often.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Defect {
    /// The requirement.
    pub rule: &'static Rule,
    /// How many plans lack it.
    pub plans: u64,
    /// In how many plans it was decided: met, not met, or undetermined though the source has a place for it.
    pub decided: u64,
}

impl Overview {
    /// An overview in which nothing is counted yet, with the summary as the run begins and what it is to be grouped by.
    #[must_use]
    pub fn new(summary: Summary, groups: Option<Groups>) -> Self {
        Self { summary, groups, ..Self::default() }
    }

    /// The same with groups, which have been counted apart.
    #[must_use]
    pub fn grouped(self, groups: Option<Groups>) -> Self {
        Self { groups, ..self }
    }

    /// Takes in another overview, of what comes after; groups are merged by themselves ([`Groups::merge`]).
    pub fn merge(&mut self, other: Self) {
        self.summary.merge(other.summary);
        self.tally.merge(other.tally);
        self.lossy += other.lossy;
        for (code, (first, are_alike, count)) in other.problems {
            match self.problems.get_mut(code) {
                Some((known, alike, sum)) => {
                    *alike &= are_alike && *known == first;
                    *sum += count;
                }
                None => drop(self.problems.insert(code, (first, are_alike, count))),
            }
        }
        for (fact, plans) in other.missing {
            *self.missing.entry(fact).or_default() += plans;
        }
        for (note, answers) in other.open {
            self.leave_open(note, answers);
        }
    }

    /// The groups, where some were asked for.
    #[must_use]
    pub fn groups(&self) -> Option<&Groups> {
        self.groups.as_ref()
    }

    /// How many plans and documents there are.
    #[must_use]
    pub fn plans(&self) -> u64 {
        (self.summary.plans() + self.summary.unreadable) as u64
    }

    /// Counts a plan or a document that could not be read. The report must hold every answer.
    ///
    /// # Errors
    ///
    /// When there are more groups than anybody reads.
    pub fn add(&mut self, name: &Name, result: Result<&Report, &Problem>) -> Result<(), TooMany> {
        self.summary.add(result);
        self.tally.add(result.ok());
        if let Some(groups) = &mut self.groups {
            groups.add(name, result.ok())?;
        }
        match result {
            Ok(report) => self.open(report),
            Err(problem) => {
                let (first, are_alike, count) =
                    self.problems.entry(problem.code()).or_insert_with(|| (problem.clone(), true, 0));
                *are_alike &= first == problem;
                *count += 1;
            }
        }
        Ok(())
    }

    /// Counts what leaves answers open.
    fn open(&mut self, report: &Report) {
        self.lossy += u64::from(report.input.iter().any(|finding| finding.code.severity() == Severity::Error));
        let mut facts: Vec<String> = Vec::new();
        for result in &report.results {
            if result.outcome() != Outcome::Undetermined || result.is_not_in_source() || result.same_as().is_some() {
                continue;
            }
            match (result.depends_on(), result.note()) {
                (Some(fact), _) => facts.push(place::general(fact)),
                (None, Some(note)) => self.leave_open(note, 1),
                (None, None) => {}
            }
        }
        facts.sort_unstable();
        facts.dedup();
        for fact in facts {
            *self.missing.entry(fact).or_default() += 1;
        }
    }

    fn leave_open(&mut self, note: &'static Note, answers: u64) {
        match self.open.iter_mut().find(|(known, _)| known.code == note.code) {
            Some((_, count)) => *count += answers,
            None => self.open.push((note, answers)),
        }
    }

    /// The requirements that are not met, those that most plans lack first. Only what makes a plan deficient counts.
    #[must_use]
    pub fn defects(&self) -> Vec<Defect> {
        let mut defects: Vec<Defect> = law::rules().map(|rule| Defect { rule, plans: 0, decided: 0 }).collect();
        for counts in self.tally.variants() {
            for (defect, (_, answers)) in defects.iter_mut().zip(counts.rules()) {
                defect.plans += answers.errors;
                defect.decided += answers.met + answers.errors + answers.warnings + answers.undetermined;
            }
        }
        defects.retain(|defect| defect.plans > 0);
        defects.sort_by_key(|defect| std::cmp::Reverse(defect.plans));
        defects
    }
}

/// The paragraph that the largest share of the plans fails, of those that it applies to, with the share; of the paragraphs that
/// apply to so many plans at least.
pub(crate) fn worst_in_words(tally: &Tally, min: u64, lang: Lang) -> Option<String> {
    let (number, sum) = worst(tally, min)?;
    let share = names::percent(sum.deficient, sum.applies, lang);
    Some(format!("§ {number} {} ({share})", names::paragraph(number, lang)))
}

fn worst(tally: &Tally, min: u64) -> Option<(u8, Paragraph)> {
    let mut sums: BTreeMap<u8, Paragraph> = BTreeMap::new();
    for (number, paragraph) in tally.variants().flat_map(|counts| counts.paragraphs()) {
        let sum = sums.entry(number).or_default();
        sum.applies += paragraph.applies;
        sum.deficient += paragraph.deficient;
    }
    // Cross-multiplied; the first in the law wins where two are alike.
    sums.into_iter().filter(|(_, sum)| sum.deficient > 0 && sum.applies >= min).reduce(|worst, next| {
        let product = |part: u64, of: u64| u128::from(part) * u128::from(of);
        let is_worse = product(next.1.deficient, worst.1.applies) > product(worst.1.deficient, next.1.applies);
        if is_worse { next } else { worst }
    })
}
