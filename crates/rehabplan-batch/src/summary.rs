use std::collections::BTreeMap;
use std::sync::Arc;

use rehabplan::profile::{ProfileReport, ProfileResult, Suppression};
use rehabplan::report::{Counts, InputFinding};
use rehabplan::text::{Note, Wording, notes};
use rehabplan::{Conclusion, Horizon, HorizonCoverage, Lang, ProfileSet, Report, Severity};

use crate::item::Name;
use crate::problem::Problem;

/// The code under which a document is counted that no report could be made on.
pub(crate) const UNREADABLE: &str = "unreadable";

/// What came of one plan.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Checked {
    /// What the plan is known by.
    pub name: Name,
    /// The report, or why there is none.
    pub result: Result<Arc<Report>, Problem>,
    /// Where the places of its findings came from: see [`Plan::places`](crate::Plan::places).
    pub places: BTreeMap<String, String>,
}

impl Checked {
    /// A plan by its name, what came of it, and where the places of its findings came from; none where it was not made out of
    /// something else.
    #[must_use]
    pub fn new(name: Name, result: Result<Arc<Report>, Problem>, places: BTreeMap<String, String>) -> Self {
        Self { name, result, places }
    }

    /// The code of the conclusion; `unreadable` where there is no report.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.result.as_ref().map_or(UNREADABLE, |report| report.conclusion.code())
    }
}

/// What a run comes to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Summary {
    /// Plans that were checked, by their conclusion.
    conclusions: [usize; Conclusion::ALL.len()],
    /// Documents that could not be read as a plan.
    pub unreadable: usize,
    /// Whether any plan holds a value that cannot be read.
    pub unreadable_values: bool,
    /// Whether anything stands in the way in any plan, or could not be determined.
    pub stands_in_the_way: bool,
    /// Notes on whole reports, each with the number of plans that it is about.
    pub notes: Vec<(&'static Note, usize)>,
    /// Points that a person must judge.
    pub review: u64,
    /// Answers that hang on what the source has no place for.
    pub not_in_source: u64,
    /// What can be checked on the source, where it was said what that holds.
    pub horizon: Option<HorizonCoverage>,
    /// The suppressions that have matched nothing so far, of those that it was begun with.
    pub unused: Vec<Suppression>,
}

impl Summary {
    /// The summary of a run that has not begun, which heeds some suppressions and knows what the source can hold.
    #[must_use]
    pub fn new(profiles: &ProfileSet, horizon: Option<&Horizon>) -> Self {
        let unused = profiles.suppressions().cloned().collect();
        Self { unused, horizon: horizon.map(Horizon::coverage).cloned(), ..Self::default() }
    }

    /// How many plans came to a conclusion.
    #[must_use]
    pub fn of(&self, conclusion: Conclusion) -> usize {
        self.conclusions().find(|(one, _)| *one == conclusion).map_or(0, |(_, count)| count)
    }

    /// How many plans lie outside of the regulation, so that no requirement was tried in them, in words; `None` where there are
    /// none.
    #[must_use]
    pub fn scope_line(&self, lang: Lang) -> Option<String> {
        const LINE: Wording = Wording::new(
            "Sager, som bekendtgørelsen ikke gælder for (§ 1): {n}; intet krav er prøvet i dem",
            "Cases that the regulation does not apply to (§ 1): {n}; no requirement was tried in them",
        );
        let count = self.of(Conclusion::OutOfScope);
        (count > 0).then(|| LINE.get(lang).replace("{n}", &count.to_string()))
    }

    /// How many plans were checked.
    #[must_use]
    pub fn plans(&self) -> usize {
        self.conclusions.iter().sum()
    }

    /// How many plans came to each conclusion.
    pub fn conclusions(&self) -> impl Iterator<Item = (Conclusion, usize)> {
        Conclusion::ALL.iter().copied().zip(self.conclusions)
    }

    /// How many documents came to what, by code; what none came to is left out.
    pub fn codes(&self) -> impl Iterator<Item = (&'static str, usize)> {
        let conclusions = self.conclusions().map(|(conclusion, count)| (conclusion.code(), count));
        conclusions.chain([(UNREADABLE, self.unreadable)]).filter(|(_, count)| *count > 0)
    }

    /// How many points a person must judge, in words; see [`Report::review_line`].
    #[must_use]
    pub fn review_line(&self, lang: Lang, how: Option<&str>) -> Option<String> {
        let review = u32::try_from(self.review).unwrap_or(u32::MAX);
        let mut counts = Counts::default();
        counts.review = review;
        counts.review_line(lang, how)
    }

    /// Counts what came of one document.
    pub fn add(&mut self, result: Result<&Report, &Problem>) {
        let Ok(report) = result else {
            self.unreadable += 1;
            return;
        };
        for (count, conclusion) in self.conclusions.iter_mut().zip(Conclusion::ALL) {
            *count += usize::from(*conclusion == report.conclusion);
        }
        self.review += u64::from(report.counts.review);
        self.not_in_source += u64::from(report.counts.not_in_source.unwrap_or_default());
        self.unreadable_values |= report.input.iter().any(is_error);
        // Suppressed findings and those made less grave make a plan no less deficient, but stand in nobody's way.
        let is_open = match &report.profiles {
            // Nothing else was asked for, so these are not only beside.
            Some(beside) if report.notes.contains(&&notes::ONLY_BESIDE) => !is_fulfilled(beside),
            _ => report.conclusion == Conclusion::Undetermined || report.counts.undetermined > 0,
        };
        self.stands_in_the_way |= report.errors > 0 || is_open;
        if let Some(beside) = &report.profiles {
            self.unused.retain(|known| beside.used_suppressions().all(|used| used != known));
        }
        for note in &report.notes {
            self.note(note, 1);
        }
    }

    fn note(&mut self, note: &'static Note, plans: usize) {
        match self.notes.iter_mut().find(|(counted, _)| counted.code == note.code) {
            Some((_, count)) => *count += plans,
            None => self.notes.push((note, plans)),
        }
    }

    /// Takes in another summary, of what comes after and begun with the same suppressions.
    pub fn merge(&mut self, other: Self) {
        for (count, more) in self.conclusions.iter_mut().zip(other.conclusions) {
            *count += more;
        }
        self.unreadable += other.unreadable;
        self.unreadable_values |= other.unreadable_values;
        self.stands_in_the_way |= other.stands_in_the_way;
        self.review += other.review;
        self.not_in_source += other.not_in_source;
        self.horizon = self.horizon.take().or(other.horizon);
        self.unused.retain(|known| other.unused.contains(known));
        for (note, plans) in other.notes {
            self.note(note, plans);
        }
    }
}

/// Whether something was seen to be right, and nothing is missing or open; what is suppressed stands in nobody's way.
fn is_fulfilled(beside: &ProfileReport) -> bool {
    let is_suppressed =
        |result: &&ProfileResult| result.changes().is_some_and(|changes| changes.suppressed().is_some());
    let suppressed = beside.results.iter().filter(is_suppressed).count();
    let Counts { met, not_met, undetermined, not_in_source, .. } = beside.counts;
    let open = (not_met as usize).saturating_sub(suppressed)
        + undetermined as usize
        + not_in_source.unwrap_or_default() as usize;
    met > 0 && open == 0
}

fn is_error(finding: &InputFinding) -> bool {
    finding.code.severity() == Severity::Error
}

#[cfg(test)]
mod tests {
    use rehabplan::{Checker, Conclusion};

    use super::Summary;
    use crate::Problem;

    fn summary(texts: &[&str]) -> Summary {
        let mut summary = Summary::default();
        for text in texts {
            let report = Checker::new().check_str(text).map_err(Problem::Read);
            summary.add(report.as_ref());
        }
        summary
    }

    #[test]
    fn what_stands_in_the_way_is_told_from_what_does_not() {
        for (text, in_the_way, unreadable_values) in [
            (r#"{"sag": {"sagstype": "anden"}}"#, false, false),
            (r#"{"sag": {"sagstype": "anden"}, "x": 1}"#, false, false),
            (r#"{"sag": {"sagstype": 1}}"#, true, true),
            (r#"{"sag": {"sagstype": "anden"}, "moede": 1}"#, false, true),
            (r#"{"sag": {"sagstype": "revalidering"}}"#, true, false),
        ] {
            let summary = summary(&[text]);
            assert_eq!((summary.plans(), summary.unreadable), (1, 0), "{text}");
            assert_eq!(
                (summary.stands_in_the_way, summary.unreadable_values),
                (in_the_way, unreadable_values),
                "{text}"
            );
        }
    }

    #[test]
    fn two_halves_are_one_whole() {
        let texts = [
            r#"{"sag": {"sagstype": "anden"}}"#,
            "[]",
            r#"{"sag": {"sagstype": "revalidering"}}"#,
            r#"{"sag": {"sagstype": "revalidering"}, "moede": {"dato": "2022-03-01"}}"#,
            r#"{"sag": {"sagstype": "anden"}, "moede": 1}"#,
        ];
        let whole = summary(&texts);
        assert_eq!((whole.plans(), whole.unreadable, whole.of(Conclusion::OutOfScope)), (4, 1, 2));
        assert_eq!(whole.codes().map(|(_, count)| count).sum::<usize>(), texts.len());
        assert_eq!(whole.codes().last(), Some(("unreadable", 1)));
        for middle in 0..=texts.len() {
            let (first, second) = texts.split_at(middle);
            let mut halves = summary(first);
            halves.merge(summary(second));
            assert_eq!(halves, whole, "{middle}");
        }
    }
}
