//! What could not be checked, and why: whoever reads only the shares must not think that they are of everything.

use rehabplan::{Conclusion, Lang};

use crate::overview::Overview;
use crate::place;
use crate::words::{self, fill};

/// One thing that could not be checked.
pub(crate) struct Row {
    pub(crate) what: &'static str,
    pub(crate) why: String,
    pub(crate) count: u64,
}

pub(crate) fn rows(overview: &Overview, lang: Lang) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut push = |what: rehabplan::text::Wording, why: String, count: u64| {
        if count > 0 {
            rows.push(Row { what: what.get(lang), why, count });
        }
    };
    for (problem, are_alike, count) in overview.problems.values() {
        let why = problem.message(lang);
        let why = if *are_alike { why } else { fill(words::BLIND_SUCH_AS.get(lang), &[("why", &why)]) };
        push(words::BLIND_DOCUMENT, why, *count);
    }
    // Documents that could not be read were told just now, with their reasons.
    for &conclusion in Conclusion::ALL {
        let count = overview.tally.left_out.get(conclusion.code()).copied().unwrap_or_default();
        let why = match conclusion {
            Conclusion::Undetermined => words::WHY_UNKNOWN_CASE,
            other => other.text(),
        };
        push(words::BLIND_CASE, why.get(lang).to_owned(), count);
    }
    push(words::BLIND_LOST, words::BLIND_LOST_WHY.get(lang).to_owned(), overview.lossy);
    let mut missing: Vec<_> = overview.missing.iter().collect();
    missing.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    for (fact, count) in missing {
        let place = place::title(fact, lang).unwrap_or_else(|| fact.clone());
        push(words::BLIND_FACT, fill(words::BLIND_FACT_WHY.get(lang), &[("place", &place)]), *count);
    }
    for (note, count) in &overview.open {
        push(words::BLIND_ANSWER, note.text.get(lang).to_owned(), *count);
    }
    let horizon = overview.summary.horizon.as_ref().map(|horizon| horizon.line(lang)).unwrap_or_default();
    push(words::BLIND_SOURCE, horizon, overview.summary.not_in_source);
    push(words::BLIND_REVIEW, words::BLIND_REVIEW_WHY.get(lang).to_owned(), overview.summary.review);
    rows
}
