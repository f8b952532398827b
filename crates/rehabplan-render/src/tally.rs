//! How often each requirement has each outcome, by case variant.

use std::collections::BTreeMap;

use rehabplan::law::{self, Rule};
use rehabplan::{Conclusion, Outcome, Report, Severity, Variants};

/// What plans come to.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// By case variant, in the order of the matrix; a mixed case is a variant of its own. A plan without a variant, or
    /// from before the regulation, was not checked and is not here.
    pub variants: BTreeMap<Vec<u8>, Counts>,
    /// By conclusion, `unreadable` included.
    pub conclusions: BTreeMap<&'static str, u64>,
    /// The plans that were not checked and are in no variant, by conclusion.
    pub left_out: BTreeMap<&'static str, u64>,
}

/// What the plans of one variant come to.
#[derive(Debug, Clone)]
pub struct Counts {
    /// The variants.
    pub variants: Variants,
    /// How many plans there are.
    pub plans: u64,
    /// How they answer each requirement, in the order of the law.
    pub rules: Vec<Answers>,
    /// How they answer each paragraph; the place is its number.
    pub paragraphs: [Paragraph; LAST_PARAGRAPH + 1],
}

/// How many plans have each outcome of one requirement. A finding that repeats another is not counted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Answers {
    /// Met.
    pub met: u64,
    /// Not met, an error.
    pub errors: u64,
    /// Not met, a warning.
    pub warnings: u64,
    /// Exempt.
    pub exempt: u64,
    /// Not relevant.
    pub not_applicable: u64,
    /// For a person to judge.
    pub review: u64,
    /// Could not be determined.
    pub undetermined: u64,
    /// Hangs on what has no place in the source.
    pub not_in_source: u64,
}

/// How many plans a paragraph applies to, and how many of them lack something under it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Paragraph {
    /// Plans that it applies to.
    pub applies: u64,
    /// Plans with at least one error under it.
    pub deficient: u64,
}

/// The last paragraph with requirements.
const LAST_PARAGRAPH: usize = 16;

/// The code for a document that no report could be made on.
pub(crate) const UNREADABLE: &str = "unreadable";

impl Tally {
    /// Counts one plan; `None` is a document that could not be read. The report must hold every answer.
    pub fn add(&mut self, report: Option<&Report>) {
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
}

impl Counts {
    fn new(variants: Variants) -> Self {
        let rules = law::rules().map(|_: &Rule| Answers::default()).collect();
        Self { variants, plans: 0, rules, paragraphs: Default::default() }
    }
}
