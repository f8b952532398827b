//! Which name a heading or a label is where the reader stands.

use std::sync::Arc;

use rehabplan::pointer;

use super::{Above, BY_NAME, ENOUGH, MAX_STYLED, PartName, Reader, Section};
use crate::document::elsewhere::{
    is_doctors, is_elsewhere, is_of_self_employed, is_paper_of_doctors, says_it_is_of_another,
};
use crate::document::heading::{asked, may_name, strip};
use crate::document::letter::is_headed_signature;
use crate::document::meaning;
use crate::document::names::{Name, are_parts, part, part_by_key};
use crate::document::title::is_title;
use crate::names::letters;
use crate::wholes::{PREPARATORY, WRITTEN};

/// What mappings call the outcome in the part that recommends it, which may be called as the part itself.
pub(super) const OUTCOME: &str = "Udfald";

/// What is asked for in one field, and may be asked for in two.
const JOINT: &str = pointer!(forberedende_del.udfordringer.samlet);

/// What the doctor judges.
const LAEGE: &str = pointer!(forberedende_del.laege);

impl<'n> Reader<'n> {
    pub(super) fn part(&self) -> Option<PartName> {
        self.above.iter().rev().find_map(|above| above.part).or(self.settled)
    }

    /// The parts that the known headings are of, but for what stands between them.
    fn met_parts(&self) -> impl Iterator<Item = &str> {
        const BETWEEN: [&str; 2] = ["sag", "moede"];
        self.headed_now.iter().filter_map(|place| place.split('/').nth(1)).filter(|part| !BETWEEN.contains(part))
    }

    /// The part that all known headings are of, in a document that has no headings of parts.
    pub(super) fn one_part(&self) -> Option<PartName> {
        let mut parts = self.met_parts();
        let first = parts.next()?;
        let is_one = parts.all(|part| part == first);
        let has_parts = !self.out.parts.is_empty() || self.settled.is_some();
        (is_one && !has_parts && self.headed_now.len() >= ENOUGH).then(|| part_by_key(first)).flatten()
    }

    /// The name that a heading is where the reader stands.
    pub(super) fn find(&self, heading: &str) -> Option<&'n Name> {
        if self.is_elsewhere() || self.is_of_another(heading) || is_chapter(heading) && !self.names.knows(heading) {
            return None;
        }
        let part = self.part();
        let mut above: Vec<&str> = self.settled.iter().map(|(_, name)| *name).collect();
        for known in &self.above {
            above.extend(known.part.map(|(_, name)| name).into_iter().chain(known.whole));
            above.push(&known.text);
        }
        above.extend(self.group.as_deref());
        // The day of a signature is that of no part of the plan.
        let is_signed = || {
            let nearest = self.group.as_deref().or_else(|| self.above.last().map(|above| above.text.as_str()));
            nearest.is_some_and(is_headed_signature)
        };
        if letters(strip(heading)) == "dato" && is_signed() {
            return None;
        }
        let found = self.names.find(heading, &above, part.map(|(key, _)| key), self.near)?;
        if self.is_under_doctor() && !is_heard_of_doctors(&found.place) {
            return None;
        }
        // Of somebody who is self-employed the same is asked in places of its own (§ 15).
        if self.above.iter().any(|above| is_of_self_employed(&above.text))
            && let Some(own) = of_self_employed(&found.place).and_then(|own| self.names.at(own))
        {
            return Some(own);
        }
        // What it stands under may say which of both is meant: `Barrierer` under `Sociale forhold`.
        let is_beside = |meant: &&Name| meant.place.starts_with(pointer!(forberedende_del.udfordringer));
        let is_joint = *found.place == *JOINT && !above.is_empty() && !strip(heading).contains(' ');
        let meant = is_joint.then(|| self.names.at(self.near.meant(heading, &above)?)).flatten();
        Some(meant.filter(is_beside).unwrap_or(found))
    }

    /// The name of the place that a heading, or a label, asks for by the meaning of its words, where the reader stands.
    pub(super) fn meant(&self, heading: &str, level: Option<u16>) -> Option<&'n Name> {
        if heading.len() > MAX_STYLED
            || self.is_elsewhere()
            || self.is_of_another(heading)
            || is_chapter(heading)
            || begins(heading)
            || self.names.knows(heading)
        {
            return None;
        }
        let above = self
            .above
            .iter()
            .filter(|above| !is_title(&above.text))
            .map(|above| above.text.as_str())
            .chain(self.group.as_deref());
        let above: Vec<&str> = above.collect();
        let name = self.names.at(self.near.meant(heading, &above)?)?;
        if !self.may_hold(name) || self.is_of_several(heading, name) {
            return None;
        }
        // What is asked for already is a part of the answer: `Fysisk` under `Helbred`.
        let is_asked = |section: &Section| {
            let is_below = level.is_some_and(|level| level > section.level);
            is_below && section.name.as_ref().is_some_and(|own| own.place == name.place)
        };
        (!self.section.as_ref().is_some_and(is_asked)).then_some(name)
    }

    /// Whether the part that the reader stands in may have a place; a self-employed person's template asks the same in the same words, and
    /// means places of its own (§ 15).
    fn may_hold(&self, name: &Name) -> bool {
        const SELF_EMPLOYED: &str = pointer!(forberedende_del.selvstaendig);
        const CASE: &str = "sag";
        let is_written = |part: &str| WRITTEN.contains(&part);
        let is_in_part = match self.part() {
            Some((part, _)) if is_written(part) => {
                *name.part == *part || !is_written(&name.part) && (part == PREPARATORY || *name.part != *CASE)
            }
            _ => true,
        };
        let mut headed = self.headed.iter().chain(&self.headed_now);
        let is_of_other = &*name.part == PREPARATORY
            && !name.place.starts_with(SELF_EMPLOYED)
            && headed.any(|place| place.starts_with(SELF_EMPLOYED));
        // Who took part says nothing of which meeting that was.
        let is_of_meeting =
            *name.place != *pointer!(moede.deltagere) || self.part().is_some_and(|(part, _)| part == &*name.part);
        is_in_part && !is_of_other && is_of_meeting && (is_heard_of_doctors(&name.place) || !self.is_under_doctor())
    }

    /// Whether the reader stands under the heading of what a doctor wrote.
    pub(super) fn is_under_doctor(&self) -> bool {
        let may_be = |above: &&Above| above.is_unknown || above.whole.is_some() || is_paper_of_doctors(&above.text);
        let above = self.above.iter().filter(may_be).map(|above| above.text.as_str()).chain(self.group.as_deref());
        above.into_iter().any(is_doctors)
    }

    /// Whether the document has another part that calls something so, and no heading says in which part this stands.
    fn is_of_several(&self, heading: &str, name: &Name) -> bool {
        let others = || self.met_parts().filter(|part| **part != *name.part).filter_map(part_by_key);
        self.part().is_none() && others().any(|(key, part)| self.names.exact(heading, &[part], Some(key)).is_some())
    }

    /// The name that a label is, by how it is written or by what its words mean.
    pub(super) fn known(&self, label: &str) -> Option<&'n Name> {
        self.find(label).or_else(|| self.meant(label, None))
    }

    /// Whether the reader stands under a heading of somebody else, another time or another document, in no part of the plan.
    pub(super) fn is_elsewhere(&self) -> bool {
        let nearest = self.above.iter().rev().find(|above| above.part.is_some() || above.is_elsewhere);
        nearest.is_some_and(|above| above.is_elsewhere)
            || self.above.iter().any(|above| above.is_of_another)
            || self.group.as_deref().is_some_and(|group| is_elsewhere(group, false))
    }

    /// Whether a heading says that it is somebody else's or of another time, and the mapping has none that is written so.
    fn is_of_another(&self, heading: &str) -> bool {
        // A reference to another plan is cut off before a name is looked for.
        let is_whole = strip(heading).len() + 1 >= heading.trim().len();
        !(is_whole && self.names.knows(heading)) && says_it_is_of_another(heading, self.names)
    }

    /// Whether nobody can say whose it is what stands here.
    pub(super) fn is_nobodys(&self) -> bool {
        self.above.iter().any(|above| above.is_nobodys)
    }

    /// Whether what stands here may be somebody else's: it says nothing of whose the plan is.
    pub(super) fn may_be_others(&self) -> bool {
        self.is_elsewhere() || self.is_nobodys()
    }

    /// Whether a line is the name of something in a plan, as it is written: then its full stop ends no sentence.
    pub(super) fn is_called(&self, text: &str) -> bool {
        let is_exact = || {
            let part = self.part();
            let above = part.map(|(_, name)| name);
            self.names.exact(text, above.as_slice(), part.map(|(key, _)| key)).is_some()
        };
        self.names.knows(text) || part(text).is_some() || is_exact()
    }

    /// Whether what is a label in a line of its own belongs to the text that it stands in: its place has a heading of its own
    /// elsewhere in the document.
    pub(super) fn is_told_elsewhere(&self, name: &Name) -> bool {
        let is_in_text = self
            .section
            .as_ref()
            .is_some_and(|section| section.name.is_some() && !section.is_closed && section.level < BY_NAME);
        // Under the heading of what it asks for, it says which piece of that.
        let is_piece =
            |section: &Section| section.is_blank() && section.name.as_ref().is_some_and(|own| own.place == name.place);
        let is_in_text = is_in_text && !self.section.as_ref().is_some_and(is_piece);
        is_in_text && !name.is_short && self.headed.contains(&name.place)
    }

    /// What the document calls a name, where all its words are known or it was placed by what they mean; else what the mapping does, without
    /// what it stands under.
    pub(super) fn called(&self, heading: &str, name: &Name) -> Arc<str> {
        let own = asked(strip(heading));
        if self.names.is_of_templates(own) && (self.names.knows(own) || !may_name(own)) {
            return own.into();
        }
        if self.find(heading).is_none() {
            return meaning::shown(own).into();
        }
        name.spelled.rsplit('>').next().unwrap_or_default().trim().into()
    }

    /// What the outcome is called in the part that recommends it; nothing in another part.
    pub(super) fn outcome(&self, part: Option<&str>) -> Option<Name> {
        let (key, name) = part_by_key(pointer!(indstilling).trim_start_matches('/'))?;
        let is_in_part = part.is_none_or(|part| part == key);
        self.names.exact(OUTCOME, &[name], Some(key)).filter(|_| is_in_part).cloned()
    }

    /// Whether a text is a name where it stands, or would be in another place.
    pub(super) fn is_name(&self, text: &str) -> bool {
        self.find(text).is_some() || begins(text) || self.names.knows(text) || self.names.is_below_another(text)
    }
}

/// Whether a heading is that of a part of the plan, or of more than one.
pub(super) fn begins(heading: &str) -> bool {
    part(heading).is_some() || are_parts(heading)
}

/// What mappings call what asks for several things at a place.
pub(super) fn whole(place: &str) -> Option<&'static str> {
    (place == LAEGE).then_some("Lægens vurdering")
}

/// Whether what stands under the heading of a doctor's paper may be of a place: all but what the citizen and the municipality say.
fn is_heard_of_doctors(place: &str) -> bool {
    const DOCUMENTS: &str = pointer!(forberedende_del.helbred.dokumentation);
    !place.starts_with(pointer!(forberedende_del)) || place.starts_with(LAEGE) || place == DOCUMENTS
}

/// The place that a case on support for the self-employed has for what is asked of others too.
fn of_self_employed(place: &str) -> Option<&'static str> {
    const OWN: [(&str, &str); 5] = [
        (pointer!(forberedende_del.helbred.situation), pointer!(forberedende_del.selvstaendig.helbred)),
        (pointer!(forberedende_del.helbred.igangvaerende), pointer!(forberedende_del.selvstaendig.igangvaerende)),
        (
            pointer!(forberedende_del.helbred.borgerens_vurdering),
            pointer!(forberedende_del.selvstaendig.helbredets_betydning),
        ),
        (
            pointer!(forberedende_del.personlige_ressourcer.beskrivelse),
            pointer!(forberedende_del.selvstaendig.ressourcer),
        ),
        (pointer!(forberedende_del.udfordringer.sociale), pointer!(forberedende_del.selvstaendig.sociale_udfordringer)),
    ];
    OWN.iter().find(|(known, _)| *known == place).map(|(_, own)| *own)
}

/// Whether a heading says that all that follows is about the citizen, and asks for nothing of its own: what stands right under it may be
/// of any place.
fn is_chapter(heading: &str) -> bool {
    const CHAPTERS: [&str; 5] = [
        "borgerensforhold",
        "borgerensnuværendesituation",
        "borgerenssamledesituation",
        "borgerenssituation",
        "situationen",
    ];
    CHAPTERS.contains(&letters(strip(heading)).as_str())
}
