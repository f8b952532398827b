//! Whose words the lines of an answer are said to be, by the labels among them: `Kommunens bemærkninger`, and below it what the municipality
//! says of the citizen's wishes.

use rehabplan::{is_at_or_below, pointer};

use crate::document::heading::strip;
use crate::document::letter::is_somebody;
use crate::document::names::Name;
use crate::people::{self, Speaker};

/// Where nobody but the citizen is asked.
const CITIZENS: [&str; 4] = [
    pointer!(forberedende_del.borgerens_egen_vurdering),
    pointer!(forberedende_del.helbred.borgerens_vurdering),
    pointer!(forberedende_del.hidtidig_indsats.aarsag_borger),
    pointer!(forberedende_del.oensker),
];

/// Whether a place is for the words of one alone. What is described elsewhere, as the health or what stands in the way, may be told by
/// whoever knows.
fn is_ones_own(place: &str) -> bool {
    const OTHERS: [&str; 2] =
        [pointer!(forberedende_del.laege), pointer!(forberedende_del.hidtidig_indsats.aarsag_kommune)];
    CITIZENS.contains(&place) || OTHERS.iter().any(|own| is_at_or_below(place, own))
}

/// A label that says whose words come.
struct Lead<'l> {
    label: &'l str,
    speaker: Speaker,
    /// Nothing stands beside it.
    is_alone: bool,
}

impl<'l> Lead<'l> {
    fn of(line: &'l str, place: &str) -> Option<Self> {
        let line = line.trim();
        let (label, rest, has_colon) =
            line.split_once(':').map_or((line, "", false), |(label, rest)| (label, rest.trim(), true));
        // A sentence is none, and neither is a question.
        if !has_colon && line.ends_with(['.', ',', ';', '!', '?']) {
            return None;
        }
        // Who has the case is named, and says nothing.
        if is_somebody(rest) {
            return None;
        }
        let (speaker, says) = Speaker::of_lead(strip(label))?;
        // Who somebody is may be what is asked for: `Læge: hver uge` of a treatment, `Mentor` of a wish.
        let is_one = says || has_colon && (CITIZENS.contains(&place) || is_definite(label));
        is_one.then_some(Self { label, speaker, is_alone: rest.is_empty() })
    }
}

/// Whether a word is that of somebody who is known: `Lægen`.
fn is_definite(label: &str) -> bool {
    let label = label.trim().to_lowercase();
    ["en", "et", "ne"].iter().any(|ending| label.ends_with(ending)) && !label.contains(' ')
}

/// Whether a heading below that of an answer says whose words come.
pub(super) fn says_whose(heading: &str, name: &Name) -> bool {
    is_ones_own(&name.place) && Lead::of(heading, &name.place).is_some()
}

/// What the lines of an answer are, and under which labels somebody else speaks than those whose words the place has.
pub(super) struct Said<'l> {
    /// All but the labels that have nothing beside them.
    pub(super) lines: Vec<String>,
    pub(super) others: Vec<&'l str>,
}

impl<'l> Said<'l> {
    pub(super) fn of(lines: &'l [String], name: &Name) -> Self {
        let mut said = Self { lines: Vec::new(), others: Vec::new() };
        if name.is_short || name.columns.is_some() || !name.is_placed || !is_ones_own(&name.place) {
            said.lines.extend_from_slice(lines);
            return said;
        }
        let is_unheard = |speaker: Speaker| {
            let is_near = matches!(speaker, Speaker::Mentor | Speaker::Other);
            !(speaker.is_heard_at(&name.place) || is_near && people::are_at(&name.place))
        };
        let mut other = None;
        for line in lines.iter().flat_map(|line| line.lines()).filter(|line| !line.trim().is_empty()) {
            let lead = Lead::of(line, &name.place);
            if let Some(lead) = &lead {
                other = is_unheard(lead.speaker).then_some(lead.label);
            }
            if lead.is_some_and(|lead| lead.is_alone && (lead.speaker == Speaker::Citizen || is_unheard(lead.speaker)))
            {
                continue;
            }
            said.others.extend(other.filter(|other| said.others.last() != Some(other)));
            said.lines.push(line.to_owned());
        }
        said
    }
}
