//! What the team has given weight to, which §§ 8-10 ask for in the same words.

use super::{Texts, texts};
use crate::plan::place::{At, at};

/// One text for employment, social and health matters.
pub(super) const SAMLET: At = at!(indstilling.forhold.samlet);

macro_rules! forhold {
    ($da:literal, $en:literal) => {
        texts! {
            demand: concat!("Indstillingen siger, hvilke ", $da, " teamet har lagt vægt på"),
                concat!("The recommendation says which ", $en, " the team has given weight to");
            finding: concat!("Indstillingen siger ikke, hvilke ", $da, " teamet har lagt vægt på"),
                concat!("The recommendation does not say which ", $en, " the team has given weight to");
            remedy: concat!("Beskriv de ", $da, ", teamet har lagt vægt på; »ingen betydning« er et svar"),
                concat!("Describe the ", $en, " that the team has given weight to; \"no importance\" is an answer");
            judgement: "Er forholdene vægtet og sat i sammenhæng?", "Are the matters weighed and put in context?";
        }
    };
}

pub(super) const BESKAEFTIGELSE: Texts = forhold!("beskæftigelsesmæssige forhold", "employment matters");
pub(super) const SOCIALE: Texts = forhold!("sociale forhold", "social matters");
pub(super) const HELBRED: Texts = forhold!("helbredsmæssige forhold", "health matters");
pub(super) const FORUDSAETNINGER: Texts = forhold!("forudsætninger", "abilities and circumstances");
pub(super) const BEHOV: Texts = forhold!("behov", "needs");
