//! § 11: recommendation of another measure.

use super::answering::{Given, answered_as, given};
use super::p08::area;
use super::udfald::{ANDEN_INDSATS, VED_UDFALD};
use super::words::Check::{DecidedWith, Described, Then, When};
use super::words::Further;
use super::{Provision, Rule, in_order, texts};
use crate::answer::Answer;
use crate::plan::place::{At, Recommended, at, key};
use crate::plan::{Field, IndstilletIndsats, Omraade};
use crate::pointer;
use crate::text::{Note, said};

const INDSATSER: At<Recommended> = at!(indstilling.anden_indsats.indsatser);

/// § 11, nr. 1: the employment, social or health measure that should be started.
///
/// Checked where another measure is the outcome: at least one in words, each within one of the three areas; beside one that is,
/// education changes nothing. An area alone does not say which measure (A52). That the four benefits are not relevant need not
/// be written (T34).
pub(super) static P11_1_1: Rule = Rule {
    id: "P11.1.1",
    provision: Provision::p(11).nr(1),
    places: &[INDSATSER.pointer, pointer!(indstilling.anden_indsats.indsatser[].omraade)],
    texts: texts! {
        demand: "Teamet angiver, hvilken beskæftigelsesrettet, social eller helbredsmæssig indsats der bør sættes i gang",
            "The team states which employment, social or health measure should be started";
        finding: "Indstillingen angiver ikke, hvilken beskæftigelsesrettet, social eller helbredsmæssig indsats der bør sættes i gang",
            "The recommendation does not state which employment, social or health measure should be started";
        remedy: "Skriv indsatsen, og angiv, om den er beskæftigelsesrettet, social eller helbredsmæssig",
            "Write the measure and say whether it is employment, social or health related";
        judgement: "Er indsatsen relevant?", "Is the measure relevant?";
    },
    check: When(
        ANDEN_INDSATS,
        &Then(
            &Described(at!(indstilling.anden_indsats.indsatser[].beskrivelse)),
            &Further {
                check: |case| {
                    let any =
                        |is_such: fn(&IndstilletIndsats<'_>) -> bool| INDSATSER.of(case).entries().iter().any(is_such);
                    let (is_named, may_be) = (any(is_of_the_three), any(may_be_of_the_three));
                    INDSATSER.each(case, |entry| match entry.value.omraade {
                        // One beside it changes nothing: education, or an entry that says nothing (A49).
                        _ if (is_named || may_be) && is_nothing_more(entry.value) => Answer::met(),
                        _ if !is_named && may_be_of_the_three(entry.value) => {
                            let given = answered_as(given(&entry.value.beskrivelse));
                            if given.is_met() {
                                area(entry)
                            } else {
                                entry.at(key!(IndstilletIndsats.beskrivelse), given)
                            }
                        }
                        // The list of § 11 does not hold education.
                        Field::Present(Omraade::Uddannelse) => {
                            entry.at(key!(IndstilletIndsats.omraade), Answer::missing())
                        }
                        _ => area(entry),
                    })
                },
                words: said(
                    "hver hører til et af de tre områder, bortset fra uddannelse og poster uden tekst ved siden af en, der gør",
                    "each belongs to one of the three areas, but for education and entries without a text beside one that does",
                ),
            },
        ),
    ),
    ..VED_UDFALD
};

/// A measure in words, within one of the three areas.
fn is_of_the_three(entry: &IndstilletIndsats<'_>) -> bool {
    given(&entry.beskrivelse) == Given::Answer
        && entry.omraade.value().is_some_and(|omraade| omraade != Omraade::Uddannelse)
}

/// One of which that cannot be read, or stands in another document.
fn may_be_of_the_three(entry: &IndstilletIndsats<'_>) -> bool {
    let is_open = |given: Given| matches!(given, Given::Unreadable | Given::Reference);
    let text = given(&entry.beskrivelse);
    let is_text_open = is_open(text) && entry.omraade.value() != Some(Omraade::Uddannelse);
    is_text_open || text == Given::Answer && entry.omraade.is_unreadable()
}

fn is_nothing_more(entry: &IndstilletIndsats<'_>) -> bool {
    entry.omraade.value() == Some(Omraade::Uddannelse)
        || matches!(given(&entry.beskrivelse), Given::Blank | Given::Nothing)
}

pub(super) static SUPPORT_WITHOUT_TEXT: Note = Note::new(
    "supportWithoutText",
    "Indstillingen svarer ja til behov for øvrig støtte, men siger ikke hvilken",
    "The recommendation answers yes to further support, but does not say which",
);

/// § 11, nr. 2: whether further support is needed.
///
/// Checked where another measure is the outcome: yes or no. A yes without saying which is worth a look; what cannot be read,
/// or stands in another document, cannot be determined (A47).
pub(super) static P11_1_2: Rule = Rule {
    id: "P11.1.2",
    provision: Provision::p(11).nr(2),
    texts: texts! {
        demand: "Teamet angiver, om borgeren har behov for øvrig støtte",
            "The team states whether the citizen needs further support";
        finding: "Indstillingen siger ikke, om borgeren har behov for øvrig støtte",
            "The recommendation does not say whether the citizen needs further support";
        remedy: "Svar ja eller nej, og skriv ved ja hvilken, fx mentor eller hjælpemidler",
            "Answer yes or no, and with a yes write which, such as a mentor or aids";
    },
    check: When(
        ANDEN_INDSATS,
        &DecidedWith(
            at!(indstilling.anden_indsats.oevrig_stoette),
            at!(indstilling.anden_indsats.oevrig_stoette_tekst),
            Some(&SUPPORT_WITHOUT_TEXT),
        ),
    ),
    ..VED_UDFALD
};

in_order! {
    P11_1_1 P11_1_2
}
