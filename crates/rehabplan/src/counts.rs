//! What answers come to together: how many there are of each kind, and what the whole plan amounts to.

use serde::{Serialize, Serializer};

use crate::answer::Answer;
use crate::json::{Json, Members};
use crate::outcome::Outcome;
use crate::text::{Lang, Wording, text};

/// What the whole plan amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Conclusion {
    /// Nothing that the regulation demands is missing, nothing was left undetermined, and at least one requirement was
    /// seen to be met. (In a case that § 1, stk. 2, exempts, no requirement applies before the last phase; a note says so.)
    Fulfilled,
    /// At least one requirement of error severity is not met.
    Deficient,
    /// No requirement is known to be missing, but something could not be determined, or nothing was there to be checked.
    Undetermined,
    /// The case does not fall under the regulation (§ 1).
    OutOfScope,
    /// The case is older than the regulation (§ 17).
    OutsideValidity,
}

impl Conclusion {
    /// Every conclusion, in the order in which plans are counted.
    pub const ALL: &'static [Self] =
        &[Self::Fulfilled, Self::Deficient, Self::Undetermined, Self::OutOfScope, Self::OutsideValidity];

    /// The code as it stands in the report.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Fulfilled => "fulfilled",
            Self::Deficient => "deficient",
            Self::Undetermined => "undetermined",
            Self::OutOfScope => "outOfScope",
            Self::OutsideValidity => "outsideValidity",
        }
    }

    /// The conclusion in words.
    #[must_use]
    pub fn text(self) -> Wording {
        match self {
            Self::Fulfilled => text("Opfyldt", "Fulfilled"),
            Self::Deficient => text("Mangelfuld", "Deficient"),
            Self::Undetermined => text("Kan ikke afgøres", "Cannot be determined"),
            Self::OutOfScope => text("Uden for anvendelsesområdet", "Out of scope"),
            Self::OutsideValidity => text("Uden for regelsættets periode", "Outside the period of the rule set"),
        }
    }
}

/// How many requirements had each outcome. A finding that repeats another (`sameAs`) is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Counts {
    /// Met.
    pub met: u32,
    /// Not met, errors and warnings together.
    pub not_met: u32,
    /// Exempt.
    pub exempt: u32,
    /// Not relevant in this case or phase.
    pub not_applicable: u32,
    /// For a person to judge.
    pub review: u32,
    /// Could not be determined, for another reason than the [horizon](crate::Horizon).
    pub undetermined: u32,
    /// Could not be determined because what decides has no place in the source; `None` when no horizon was given.
    pub not_in_source: Option<u32>,
}

impl Serialize for Counts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Json::Object(&|members: &mut Members<'_>| self.write(members)).serialize(serializer)
    }
}

impl Counts {
    /// The same as [`Report::review_line`](crate::Report::review_line), for counts of one report or of many.
    #[must_use]
    pub fn review_line(&self, lang: Lang, how: Option<&str>) -> Option<String> {
        const ONE: Wording = text("1 punkt skal et menneske tage stilling til", "1 point is for a person to judge");
        const MANY: Wording =
            text("{n} punkter skal et menneske tage stilling til", "{n} points are for a person to judge");
        const ONE_SEEN: Wording = text("; se det med ", "; see it with ");
        const MANY_SEEN: Wording = text("; se dem med ", "; see them with ");
        let (line, seen) = match self.review {
            0 => return None,
            1 => (ONE, ONE_SEEN),
            _ => (MANY, MANY_SEEN),
        };
        let mut line = line.get(lang).replace("{n}", &self.review.to_string());
        if let Some(how) = how {
            line.push_str(seen.get(lang));
            line.push_str(how);
        }
        Some(line)
    }

    /// How many requirements were asked: all that are neither exempt nor irrelevant.
    #[must_use]
    pub fn asked(&self) -> u32 {
        self.met + self.not_met + self.review + self.undetermined + self.not_in_source.unwrap_or_default()
    }

    pub(crate) fn write(&self, members: &mut Members<'_>) {
        members.number("met", self.met);
        members.number("notMet", self.not_met);
        members.number("exempt", self.exempt);
        members.number("notApplicable", self.not_applicable);
        members.number("review", self.review);
        members.number("undetermined", self.undetermined);
        if let Some(count) = self.not_in_source {
            members.number("notInSource", count);
        }
    }

    pub(crate) fn add(&mut self, answer: &Answer) {
        match answer.outcome() {
            Outcome::Undetermined if answer.is_beyond_the_horizon() => {
                *self.not_in_source.get_or_insert_default() += 1;
            }
            outcome => self.add_settled(outcome, 1),
        }
    }

    /// Adds answers that no source has a say in.
    pub(crate) fn add_settled(&mut self, outcome: Outcome, number: u32) {
        let count = match outcome {
            Outcome::Met => &mut self.met,
            Outcome::NotMet => &mut self.not_met,
            Outcome::Exempt => &mut self.exempt,
            Outcome::NotApplicable => &mut self.not_applicable,
            Outcome::Review => &mut self.review,
            Outcome::Undetermined => &mut self.undetermined,
        };
        *count += number;
    }
}
