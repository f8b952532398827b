//! What the chosen profiles make of a report, as the report says it.

use std::sync::Arc;

use super::data::{Profile, Theme, Words};
use super::measure::Measure;
use super::rules::ProfileRule;
use super::set::Chosen;
use super::suppression::Suppression;
use crate::answer::{self, Answer};
use crate::counts::{Conclusion, Counts};
use crate::law::Rule;
use crate::outcome::{Outcome, Severity};
use crate::text::{Lang, Note, Said, Wording};

/// Why a profile or a theme has no effect in a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The case is older than the profile.
    NotYetInForce,
    /// The case is younger than the profile.
    NoLongerInForce,
    /// The case has no date, so nobody knows whether the profile is in force.
    DateUnknown,
    /// The profile is for other municipalities.
    OtherAuthority,
    /// The case does not say which municipality it belongs to.
    AuthorityUnknown,
}

impl Reason {
    /// The code as it stands in the report.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotYetInForce => "notYetInForce",
            Self::NoLongerInForce => "noLongerInForce",
            Self::DateUnknown => "dateUnknown",
            Self::OtherAuthority => "otherAuthority",
            Self::AuthorityUnknown => "authorityUnknown",
        }
    }

    /// The reason in words.
    #[must_use]
    pub fn text(self) -> Wording {
        match self {
            Self::NotYetInForce => {
                Wording { da: "Sagen er fra før perioden begynder.", en: "The case is from before the period begins." }
            }
            Self::NoLongerInForce => Wording {
                da: "Sagen er fra efter perioden er slut.",
                en: "The case is from after the period has ended.",
            },
            Self::DateUnknown => Wording {
                da: "Sagen har ingen dato, som kan læses, og der er ikke angivet en dag, der regnes for dags dato.",
                en: "The case has no date that can be read, and no day is given that counts as today.",
            },
            Self::OtherAuthority => {
                Wording { da: "Profilen gælder andre kommuner.", en: "The profile is for other municipalities." }
            }
            Self::AuthorityUnknown => Wording {
                da: "Planen siger ikke, hvilken kommune sagen hører til.",
                en: "The plan does not say which municipality the case belongs to.",
            },
        }
    }
}

/// What became of one profile in one case.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ProfileStatus {
    pub(crate) chosen: Arc<Chosen>,
    /// Why it has no effect; `None` when it has.
    pub reason: Option<Reason>,
    pub(crate) themes: Vec<(usize, Option<Reason>)>,
}

impl ProfileStatus {
    /// The profile.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        &self.chosen.profile
    }

    /// Whether it has effect in this case.
    #[must_use]
    pub fn is_in_force(&self) -> bool {
        self.reason.is_none()
    }

    /// The themes that are chosen, each with the reason why it has no effect.
    pub fn themes(&self) -> impl Iterator<Item = (&Theme, Option<Reason>)> + Clone {
        let themes = &self.chosen.profile.themes;
        self.themes.iter().filter_map(move |(place, reason)| Some((themes.get(*place)?, *reason)))
    }
}

/// What a profile did to an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChangeKind {
    /// The rule is exempt.
    Exempt,
    /// Other evidence is accepted.
    Accept,
    /// The finding is graver or less grave.
    Severity,
    /// The language check has left alone what it would have found.
    LeaveAlone,
}

impl ChangeKind {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Exempt, Self::Accept, Self::Severity, Self::LeaveAlone];

    /// The code as it stands in the report.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Exempt => "exempt",
            Self::Accept => "accept",
            Self::Severity => "severity",
            Self::LeaveAlone => "leaveAlone",
        }
    }
}

/// One thing that one profile did to an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfileChange {
    pub(crate) chosen: Arc<Chosen>,
    pub(crate) theme: Option<usize>,
    pub(crate) basis: Option<Arc<Words>>,
    /// What was done.
    pub kind: ChangeKind,
}

impl ProfileChange {
    /// The profile.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        &self.chosen.profile
    }

    /// The theme of the profile.
    #[must_use]
    pub fn theme(&self) -> Option<&str> {
        self.chosen.profile.themes.get(self.theme?).map(|theme| theme.id.as_str())
    }

    /// The ground, in the profile's own words.
    #[must_use]
    pub fn basis(&self, lang: Lang) -> Option<&str> {
        self.basis.as_deref().map(|basis| basis.get(lang))
    }
}

/// What the profiles and suppressions did to an answer.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ProfileChanges {
    /// The outcome without them.
    pub base_outcome: Outcome,
    /// The severity without them.
    pub base_severity: Option<Severity>,
    /// What was done, and by which profiles.
    pub by: Vec<ProfileChange>,
    pub(crate) suppressed: Option<Arc<Suppression>>,
}

impl ProfileChanges {
    pub(crate) fn of(answer: &Answer) -> Self {
        Self { base_outcome: answer.outcome(), base_severity: answer.severity(), by: Vec::new(), suppressed: None }
    }

    pub(crate) fn base_severity(&self) -> Option<Severity> {
        self.base_severity
    }

    /// Why the finding does not stand in the way, who decided so, and when.
    #[must_use]
    pub fn suppressed(&self) -> Option<&Suppression> {
        self.suppressed.as_deref()
    }
}

/// The answer to a rule that a profile adds.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfileResult {
    /// The rule.
    pub rule: &'static ProfileRule,
    pub(crate) answer: Answer,
    pub(crate) changes: Option<Box<ProfileChanges>>,
    pub(crate) adding: Vec<Arc<Chosen>>,
}

impl ProfileResult {
    /// The profiles that add the rule.
    pub fn profiles(&self) -> impl Iterator<Item = &Profile> + Clone {
        self.adding.iter().map(|chosen| &*chosen.profile)
    }

    /// What the rule amounts to.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.answer.outcome()
    }

    /// How serious a finding is within its profile. It never stands in the way under the regulation.
    #[must_use]
    pub fn severity(&self) -> Option<Severity> {
        self.answer.severity()
    }

    /// Whether the answer is open because what decides has no place in the source of the plan.
    #[must_use]
    pub fn is_not_in_source(&self) -> bool {
        self.answer.is_beyond_the_horizon()
    }

    /// JSON Pointers to the places that the answer is about.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.answer.paths_or(|| self.rule.paths.first().copied())
    }

    /// The rule of the regulation that the same defect breaks.
    #[must_use]
    pub fn same_as(&self) -> Option<&'static Rule> {
        self.answer.same_as()
    }

    /// JSON Pointer to the missing fact that leaves the answer undetermined.
    #[must_use]
    pub fn depends_on(&self) -> Option<&str> {
        self.answer.depends_on()
    }

    /// Why the answer is what it is, where the rule's own texts do not say it.
    #[must_use]
    pub fn note(&self) -> Option<&'static Note> {
        self.answer.note()
    }

    /// What other profiles and suppressions did to the answer.
    #[must_use]
    pub fn changes(&self) -> Option<&ProfileChanges> {
        self.changes.as_deref()
    }

    /// The key of the answer, like that of a rule of the regulation.
    #[must_use]
    pub fn key(&self) -> String {
        answer::key(self.rule.id, self.paths())
    }

    /// What the answer says to a person.
    #[must_use]
    pub fn message(&self) -> Said {
        self.answer.message(&self.rule.texts)
    }

    /// What to do about it; `None` where there is nothing to do.
    #[must_use]
    pub fn remedy(&self) -> Option<Said> {
        self.answer.remedy(&self.rule.texts)
    }
}

/// The part of a report that is about profiles and suppressions.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ProfileReport {
    /// What the plan amounts to without them.
    pub base_conclusion: Conclusion,
    /// The profiles that are chosen, sorted by their ids.
    pub profiles: Vec<ProfileStatus>,
    /// The answers to the rules that they add.
    pub results: Vec<ProfileResult>,
    /// How many of these rules had each outcome; a finding that repeats one of the regulation is not counted.
    pub counts: Counts,
    /// The numbers that are no findings.
    pub measures: Vec<Measure>,
    /// How many findings of the regulation are suppressed.
    pub suppressed: u32,
    /// How many sentences the language check would have pointed to, but has left alone under the profiles.
    pub left_alone: u32,
    pub(crate) used: Vec<Arc<Suppression>>,
    pub(crate) unused: Vec<Arc<Suppression>>,
}

impl ProfileReport {
    /// The suppressions that match a finding of this plan.
    pub fn used_suppressions(&self) -> impl Iterator<Item = &Suppression> + Clone {
        self.used.iter().map(|suppression| &**suppression)
    }

    /// The suppressions that match no finding of this plan, without those that name other cases than the one that is
    /// checked.
    pub fn unused_suppressions(&self) -> impl Iterator<Item = &Suppression> + Clone {
        self.unused.iter().map(|suppression| &**suppression)
    }
}

pub(crate) static OTHER_EVIDENCE: Note = Note::new(
    "otherEvidence",
    "Andet bevis er godtaget efter en profil, som rapporten nævner",
    "Other evidence is accepted under a profile that the report names",
);

pub(crate) static EXEMPT_BY_PROFILE: Note = Note::new(
    "exemptByProfile",
    "Fritaget efter en profil, som rapporten nævner; bekendtgørelsen selv fritager ikke",
    "Exempt under a profile that the report names; the regulation itself does not exempt",
);
