//! How often each requirement has each outcome, by case variant.

use std::collections::BTreeMap;

use rehabplan::law::{self, Rule};
use rehabplan::{Conclusion, Outcome, Report, Severity, Variants};

use crate::summary::UNREADABLE;

/// How often each requirement has each outcome in the plans of a run, by case variant.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    variants: BTreeMap<Vec<u8>, Counts>,
    /// The plans that were not checked and are in no variant, by conclusion, `unreadable` included.
    pub left_out: BTreeMap<&'static str, u64>,
}

/// What the plans of one variant come to.
#[derive(Debug, Clone)]
pub struct Counts {
    /// The variant, or several in a mixed case.
    pub variants: Variants,
    /// How many plans there are.
    pub plans: u64,
    /// In the order of the law.
    rules: Vec<Answers>,
    /// The place is the number.
    paragraphs: [Paragraph; LAST_PARAGRAPH + 1],
}

/// How many plans have each outcome of one requirement. A finding that repeats another is not counted.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct Answers {
    /// It is met.
    pub met: u64,
    /// It is not met, which is an error.
    pub errors: u64,
    /// It is not met, which is a warning.
    pub warnings: u64,
    /// The plan is exempt from it.
    pub exempt: u64,
    /// It is not relevant.
    pub not_applicable: u64,
    /// It is for a person to judge.
    pub review: u64,
    /// It could not be determined.
    pub undetermined: u64,
    /// It hangs on what the source has no place for.
    pub not_in_source: u64,
}

/// How many plans a paragraph applies to, and how many of them lack something under it.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct Paragraph {
    /// It applies to so many plans: a requirement of it was decided.
    pub applies: u64,
    /// So many of them lack something under it.
    pub deficient: u64,
}

/// The last paragraph with requirements.
const LAST_PARAGRAPH: usize = 16;

impl Tally {
    /// What the plans of each variant come to, in the order of the matrix; a mixed case is a variant of its own. A plan
    /// without a variant, or from before the regulation, was not checked and is not here.
    pub fn variants(&self) -> impl Iterator<Item = &Counts> {
        self.variants.values()
    }

    /// Counts one plan; `None` is a document that could not be read. The report must hold every answer.
    pub fn add(&mut self, report: Option<&Report>) {
        let conclusion = report.map_or(UNREADABLE, |report| report.conclusion.code());
        let is_checked =
            |report: &&Report| report.conclusion != Conclusion::OutsideValidity && !report.variants.is_empty();
        let Some(report) = report.filter(is_checked) else {
            *self.left_out.entry(conclusion).or_default() += 1;
            return;
        };
        let counts = self
            .variants
            .entry(report.variants.iter().map(|variant| variant as u8).collect())
            .or_insert_with(|| Counts::new(report.variants));
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

    /// Takes in another tally, of what comes after.
    pub fn merge(&mut self, other: Self) {
        for (conclusion, count) in other.left_out {
            *self.left_out.entry(conclusion).or_default() += count;
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
    fn new(variants: Variants) -> Self {
        let rules = law::rules().map(|_: &Rule| Answers::default()).collect();
        Self { variants, plans: 0, rules, paragraphs: Default::default() }
    }

    /// How they answer each paragraph with requirements, by its number.
    pub fn paragraphs(&self) -> impl Iterator<Item = (u8, Paragraph)> {
        // §§ 0 and 1 hold no requirement.
        (0..).zip(self.paragraphs).skip(2)
    }

    /// How they answer each requirement, in the order of the law.
    pub fn rules(&self) -> impl Iterator<Item = (&'static Rule, &Answers)> {
        law::rules().zip(&self.rules)
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
