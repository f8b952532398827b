//! § 11: recommendation of another measure.

use super::check::{decided, described, each, with_a_yes};
use super::p08::area;
use super::p08::recommends;
use super::{BY_OUTCOME, Cells, Kind, Part, Provision, Rule, Texts, text};
use crate::answer::Answer;
use crate::case::{Case, Condition, Phase};
use crate::plan::{Field, Omraade, Udfald};
use crate::text::Note;

/// Where the outcome decides, also after a jobafklaringsforløb (T34).
const ON_OUTCOME: Cells = Cells::NONE.conditional(BY_OUTCOME);

/// Whether the team recommends another measure than the four benefits.
fn anden_indsats(case: &Case<'_>) -> Condition {
    recommends(case, Udfald::AndenIndsats)
}

/// § 11, nr. 1: the employment, social or health measure that should be started.
///
/// Checked where another measure is the outcome: at least one in words, each within one of the three areas. An area alone
/// does not say which measure (A52). That the four benefits are not relevant need not be written (T34).
pub(super) static P11_1_1: Rule = Rule {
    id: "P11.1.1",
    provision: Provision::p(11).nr(1),
    kind: Kind::Requirement,
    phase: Phase::Indstilling,
    part: Part::Indstilling,
    cells: ON_OUTCOME,
    paths: &["/indstilling/andenIndsats/indsatser", "/indstilling/andenIndsats/indsatser/*/omraade"],
    texts: Texts {
        demand: text(
            "Teamet angiver, hvilken beskæftigelsesrettet, social eller helbredsmæssig indsats der bør sættes i gang",
            "The team states which employment, social or health measure should be started",
        ),
        finding: text(
            "Indstillingen angiver ikke, hvilken beskæftigelsesrettet, social eller helbredsmæssig indsats der bør sættes i gang",
            "The recommendation does not state which employment, social or health measure should be started",
        ),
        remedy: text(
            "Skriv indsatsen, og angiv, om den er beskæftigelsesrettet, social eller helbredsmæssig",
            "Write the measure and say whether it is employment, social or health related",
        ),
        judgement: Some(text("Er indsatsen relevant?", "Is the measure relevant?")),
    },
    check: |case| {
        anden_indsats(case).then(|| {
            const MEASURES: &str = "/indstilling/andenIndsats/indsatser";
            let indsatser = &case.indstilling().anden_indsats.indsatser;
            let answer = described(indsatser, MEASURES, "beskrivelse", |indsats| &indsats.beskrivelse);
            if !answer.is_met() {
                return answer;
            }
            each(indsatser, MEASURES, |entry| {
                match entry.value.omraade {
                    // The list of § 11 does not hold education.
                    Field::Present(Omraade::Uddannelse) => entry.at("omraade", Answer::missing()),
                    _ => area(entry),
                }
            })
        })
    },
};

static SUPPORT_WITHOUT_TEXT: Note = Note::new(
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
    kind: Kind::Requirement,
    phase: Phase::Indstilling,
    part: Part::Indstilling,
    cells: ON_OUTCOME,
    paths: &["/indstilling/andenIndsats/oevrigStoette", "/indstilling/andenIndsats/oevrigStoetteTekst"],
    texts: Texts {
        demand: text(
            "Teamet angiver, om borgeren har behov for øvrig støtte",
            "The team states whether the citizen needs further support",
        ),
        finding: text(
            "Indstillingen siger ikke, om borgeren har behov for øvrig støtte",
            "The recommendation does not say whether the citizen needs further support",
        ),
        remedy: text(
            "Svar ja eller nej, og skriv ved ja hvilken, fx mentor eller hjælpemidler",
            "Answer yes or no, and with a yes write which, such as a mentor or aids",
        ),
        judgement: None,
    },
    check: |case| {
        anden_indsats(case).then(|| {
            let anden = &case.indstilling().anden_indsats;
            match anden.oevrig_stoette {
                Field::Present(true) => with_a_yes(
                    &anden.oevrig_stoette_tekst,
                    "/indstilling/andenIndsats/oevrigStoetteTekst",
                    &SUPPORT_WITHOUT_TEXT,
                ),
                Field::Present(false) => Answer::met(),
                ref decision => decided(decision).at("/indstilling/andenIndsats/oevrigStoette"),
            }
        })
    },
};

pub(super) static RULES: &[&Rule] = &[&P11_1_1, &P11_1_2];
