//! Where the indsatsdel stands, and what Min Plan shows of it (§ 5, stk. 3).

use super::answering::{Given, entries, given};
use crate::answer::Answer;
use crate::case::Case;
use crate::plan::place::{At, Every, at};
use crate::plan::value::Value as _;
use crate::plan::{Field, Indsatsdel, Plan, State, Text};
use crate::pointer;
use crate::text::Note;

pub(super) static NOT_SHOWN_IN_MIN_PLAN: Note = Note::new(
    "notShownInMinPlan",
    "En af indsatserne i indsatsdelen vises ikke i Min Plan",
    "One of the measures in the indsatsdel is not shown in Min Plan",
);

/// The indsatsdel that counts, and where it stands.
pub(crate) fn home<'p>(plan: &'p Plan<'p>) -> (Home, &'p Indsatsdel<'p>) {
    let separate = &plan.indsatsdel;
    let min_plan = &plan.min_plan;
    if separate.state() != State::Missing {
        (Home::Separate, separate)
    } else if min_plan.indeholder_alt.value() != Some(true) {
        (Home::Nowhere, separate)
    } else if min_plan.indsatsdel.state() == State::Missing {
        (Home::NotSent, &min_plan.indsatsdel)
    } else {
        (Home::MinPlan, &min_plan.indsatsdel)
    }
}

/// Where the content of the indsatsdel stands (§ 5, stk. 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Home {
    /// In a separate indsatsdel.
    Separate,
    /// In Min Plan, which holds everything.
    MinPlan,
    /// In Min Plan, but what it holds was not sent along (T25).
    NotSent,
    /// Nowhere.
    Nowhere,
}

impl Home {
    /// The JSON Pointer to the part.
    pub(crate) fn pointer(self) -> &'static str {
        match self {
            Self::Separate | Self::Nowhere => pointer!(indsatsdel),
            Self::MinPlan | Self::NotSent => pointer!(min_plan.indsatsdel),
        }
    }
}

/// The measures that are shown there.
pub(super) const VISES: At = at!(min_plan.indsatser);

/// The key of a measure.
fn key<'t>(id: &'t Field<Text<'_>>) -> Option<&'t str> {
    id.get().filter(|id| !id.is_no_value()).map(|id| id.as_str().trim())
}

/// Whether the indsatsdel itself stands in Min Plan: alone, or beside a separate one with each of its measures.
pub(super) fn stands_there(case: &Case<'_>) -> bool {
    let (separate, there) = (case.indsatsdel().1, &case.plan.min_plan.indsatsdel);
    let measures = || entries(&there.tilbud);
    let has = |id: &str| measures().any(|(_, tilbud)| key(&tilbud.id) == Some(id));
    case.is_in_min_plan()
        || there.state() == State::Present
            && !separate.tilbud.is_unreadable()
            && entries(&separate.tilbud).count() <= measures().count()
            && entries(&separate.tilbud)
                .all(|(_, tilbud)| !tilbud.id.is_unreadable() && key(&tilbud.id).is_none_or(has))
}

/// Every measure with a key is among those that Min Plan shows.
pub(super) fn all_shown(case: &Case<'_>, part: &Indsatsdel<'_>) -> Answer {
    const SHOWN: &str = VISES.pointer;
    const TILBUD: At = at!(indsatsdel.tilbud);
    const TILBUDS_ID: At<Every> = at!(indsatsdel.tilbud[].id);
    const ID_I_MIN_PLAN: &str = pointer!(min_plan.indsatser[].id);
    let (shown, stands_there) = (&case.plan.min_plan.indsatser, stands_there(case));
    if shown.is_unreadable() {
        return Answer::unreadable().at(SHOWN);
    }
    if part.tilbud.is_unreadable() {
        return TILBUD.tell(case, Answer::unreadable());
    }
    if entries(shown).next().is_none() {
        return if stands_there { Answer::met() } else { Answer::lacks(SHOWN).at(SHOWN) };
    }
    // A measure in Min Plan that has no key may be the one that seems to be left out.
    let (mut has_unreadable, mut keyless) = (false, None);
    for (place, indsats) in entries(shown).filter(|(_, indsats)| key(&indsats.id).is_none()) {
        let is_told = matches!(given(&indsats.beskrivelse), Given::Reference | Given::Unreadable);
        has_unreadable |= indsats.id.is_unreadable() || is_told;
        keyless = keyless.or(Some(place));
    }
    let without_a_key = |place: usize| ID_I_MIN_PLAN.replacen('*', &place.to_string(), 1);
    let mut keys: Vec<&str> = entries(shown).filter_map(|(_, indsats)| key(&indsats.id)).collect();
    keys.sort_unstable();
    let is_compared = stands_there || entries(&part.tilbud).any(|(_, tilbud)| key(&tilbud.id).is_some());
    Answer::all(entries(&part.tilbud).map(|(place, tilbud)| match key(&tilbud.id) {
        _ if tilbud.id.is_unreadable() => TILBUD.tell(case, Answer::unreadable()),
        Some(id) if keys.binary_search(&id).is_ok() => Answer::met(),
        Some(_) if has_unreadable => Answer::unreadable().at(SHOWN),
        Some(_) => match keyless.map(without_a_key) {
            Some(place) => Answer::lacks(place.clone()).at(place),
            None => Answer::missing().with_note(&NOT_SHOWN_IN_MIN_PLAN).at(SHOWN),
        },
        None if is_compared => Answer::met(),
        None => {
            let id = TILBUDS_ID.entry(case, place);
            Answer::lacks(id.clone()).at(id)
        }
    }))
}
