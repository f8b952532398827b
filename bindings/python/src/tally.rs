//! How often each requirement has each outcome, by case variant.

use std::collections::BTreeMap;

use rehabplan::law::{self, Rule};
use rehabplan::profile::Comparison;
use rehabplan::{Conclusion, Outcome, Report, Severity};

/// What the plans of a run come to.
#[derive(Default)]
pub(crate) struct Tally {
    /// By case variant, in the order of the matrix; a mixed case is a variant of its own. A plan without a variant, or
    /// from before the regulation, was not checked and is not here.
    pub(crate) variants: BTreeMap<Vec<u8>, Counts>,
    /// By conclusion, `unreadable` included.
    pub(crate) conclusions: BTreeMap<&'static str, u64>,
    /// The plans that were not checked and are in no variant, by conclusion.
    pub(crate) left_out: BTreeMap<&'static str, u64>,
    /// The key that the caller named for ids.
    pub(crate) id_key: Seen,
    /// The key that the caller named for plans.
    pub(crate) plan_key: Seen,
    /// What the chosen profiles change; without any, nothing but what could not be read is counted.
    pub(crate) comparison: Comparison,
}

/// Whether documents have a key that the caller named. One that none of them has is most likely misspelt.
#[derive(Default)]
pub(crate) struct Seen {
    found: bool,
    missed: bool,
}

impl Seen {
    /// One more document has the key, or lacks it.
    pub(crate) fn note(&mut self, is_found: bool) {
        self.found |= is_found;
        self.missed |= !is_found;
    }

    /// Whether some document lacks the key, and none has it.
    pub(crate) fn is_in_none(&self) -> bool {
        self.missed && !self.found
    }

    fn merge(&mut self, other: &Self) {
        self.found |= other.found;
        self.missed |= other.missed;
    }
}

/// What the plans of one variant come to.
pub(crate) struct Counts {
    /// The variant's code.
    pub(crate) variant: String,
    /// How many plans there are.
    pub(crate) plans: u64,
    /// How they answer each requirement, in the order of the law.
    pub(crate) rules: Vec<Answers>,
    /// How they answer each paragraph; the place is its number.
    pub(crate) paragraphs: [Paragraph; LAST_PARAGRAPH + 1],
}

/// How many plans have each outcome of one requirement. A finding that repeats another is not counted.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Answers {
    pub(crate) met: u64,
    pub(crate) errors: u64,
    pub(crate) warnings: u64,
    pub(crate) exempt: u64,
    pub(crate) not_applicable: u64,
    pub(crate) review: u64,
    pub(crate) undetermined: u64,
    pub(crate) not_in_source: u64,
}

/// How many plans a paragraph applies to, and how many of them lack something under it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Paragraph {
    pub(crate) applies: u64,
    pub(crate) deficient: u64,
}

/// The last paragraph with requirements.
const LAST_PARAGRAPH: usize = 16;

/// The code for a document that no report could be made on.
pub(crate) const UNREADABLE: &str = "unreadable";

impl Tally {
    /// Counts one plan; `None` is a document that could not be read. The report must hold every answer.
    pub(crate) fn add(&mut self, report: Option<&Report>) {
        let conclusion = report.map_or(UNREADABLE, |report| report.conclusion.code());
        *self.conclusions.entry(conclusion).or_default() += 1;
        let is_checked =
            |report: &&Report| report.conclusion != Conclusion::OutsideValidity && !report.variants.is_empty();
        let Some(report) = report.filter(is_checked) else {
            *self.left_out.entry(conclusion).or_default() += 1;
            return;
        };
        let counts = self
            .variants
            .entry(report.variants.iter().map(|variant| variant as u8).collect())
            .or_insert_with(|| Counts::new(report.variants.to_string()));
        counts.plans += 1;
        let mut paragraphs = [(false, false); LAST_PARAGRAPH + 1];
        let mut results = report.results.iter().peekable();
        for (rule, answers) in law::rules().zip(&mut counts.rules) {
            // Both are in the order of the law, but a limited check leaves some out.
            let Some(result) = results.next_if(|result| std::ptr::eq(result.rule, rule)) else { continue };
            if result.same_as().is_some() {
                continue;
            }
            let count = match (result.outcome(), result.severity()) {
                _ if result.is_not_in_source() => &mut answers.not_in_source,
                (Outcome::NotMet, Some(Severity::Warning)) => &mut answers.warnings,
                (Outcome::NotMet, _) => &mut answers.errors,
                (Outcome::Met, _) => &mut answers.met,
                (Outcome::Exempt, _) => &mut answers.exempt,
                (Outcome::NotApplicable, _) => &mut answers.not_applicable,
                (Outcome::Review, _) => &mut answers.review,
                (Outcome::Undetermined, _) => &mut answers.undetermined,
            };
            *count += 1;
            if let Some((applies, deficient)) = paragraphs.get_mut(usize::from(rule.provision.paragraf)) {
                *applies |= matches!(result.outcome(), Outcome::Met | Outcome::NotMet | Outcome::Undetermined)
                    && !result.is_not_in_source();
                *deficient |= result.is_blocking();
            }
        }
        for (sum, (applies, deficient)) in counts.paragraphs.iter_mut().zip(paragraphs) {
            sum.applies += u64::from(applies);
            sum.deficient += u64::from(deficient);
        }
    }

    /// Compares one plan with what it is without the chosen profiles; likewise.
    pub(crate) fn compare(&mut self, report: Option<&Report>, name: impl FnOnce() -> String) {
        match report {
            None => self.comparison.unreadable += 1,
            Some(report) if report.profiles.is_some() => self.comparison.add(&name(), report),
            Some(_) => {}
        }
    }

    /// Takes in another tally, of what comes after.
    pub(crate) fn merge(&mut self, other: Self) {
        self.comparison.merge(other.comparison);
        self.id_key.merge(&other.id_key);
        self.plan_key.merge(&other.plan_key);
        for (conclusion, count) in other.left_out {
            *self.left_out.entry(conclusion).or_default() += count;
        }
        for (conclusion, count) in other.conclusions {
            *self.conclusions.entry(conclusion).or_default() += count;
        }
        for (key, counts) in other.variants {
            match self.variants.get_mut(&key) {
                Some(sum) => sum.merge(&counts),
                None => drop(self.variants.insert(key, counts)),
            }
        }
    }
}

impl Counts {
    fn new(variant: String) -> Self {
        let rules = law::rules().map(|_: &Rule| Answers::default()).collect();
        Self { variant, plans: 0, rules, paragraphs: Default::default() }
    }

    fn merge(&mut self, other: &Self) {
        self.plans += other.plans;
        for (sum, more) in self.rules.iter_mut().zip(&other.rules) {
            sum.met += more.met;
            sum.errors += more.errors;
            sum.warnings += more.warnings;
            sum.exempt += more.exempt;
            sum.not_applicable += more.not_applicable;
            sum.review += more.review;
            sum.undetermined += more.undetermined;
            sum.not_in_source += more.not_in_source;
        }
        for (sum, more) in self.paragraphs.iter_mut().zip(&other.paragraphs) {
            sum.applies += more.applies;
            sum.deficient += more.deficient;
        }
    }
}
