//! What several rules have in common: the cases in which they apply, and what they begin with.

use super::cells::Cells;
use super::provision::Provision;
use super::words::Check;
use super::{About, Beside, Rule, RuleKind, Texts};
use crate::case::{Phase, Variant};
use crate::text::said;
pub(super) use Variant::{AND, FJ, FP, FP12, FP13, FPU17, FPU18, JA13D, JA22, JANY, JAX, REV, RF, SDP3, SELV};

/// The cases that are put to the team under § 1, stk. 1.
pub(crate) const TEAM: &[Variant] = &[JA22, JAX, JANY, RF, FJ, FP, FP12, FP13, SELV, SDP3];

/// The cases that are put to the team, the voluntary ones included (§ 1, stk. 1 and 5).
pub(crate) const ALL_TEAM: &[Variant] = &[JA22, JAX, JANY, RF, FJ, FP, FP12, FP13, SELV, SDP3, AND];

/// Every case but the one that § 1, stk. 2, exempts.
pub(crate) const ALL_BUT_13D: &[Variant] =
    &[JA22, JAX, JANY, RF, FJ, FP, FP12, FP13, FPU18, FPU17, REV, SELV, SDP3, AND];

/// The cases in which the outcome decides what applies, and not what the case began as (T49): what the team recommends, for
/// §§ 8-11 and 16; what the municipality decides, for § 5.
pub(crate) const BY_OUTCOME: &[Variant] = &[JANY, RF, FJ, FP, FP12, FP13, SELV, AND];

/// A row in which § 1, stk. 2, exempts, and nothing else is relevant yet.
pub(crate) const BUT_13D: Cells = Cells::NONE.exempt(Provision::p(1).stk(2), &[JA13D]);

/// What rules are made from that have a kind, a phase and a part in common. Nothing is said yet.
const UNSAID: Rule = Rule {
    id: "",
    provision: Provision::p(0),
    kind: RuleKind::Requirement,
    phase: Phase::Forelaeggelse,
    cells: Cells::NONE,
    texts: Texts { demand: said("", ""), finding: said("", ""), remedy: said("", ""), judgement: None },
    about: About::Any,
    check: Check::Unsaid,
    own: said("", ""),
    places: &[],
    beside: Beside::Places(&[]),
};

/// A requirement for the preparatory part that no attached document can meet: its dates, what must not stand in it, what is invoked
/// in it, or what other requirements have found in it.
pub(crate) const HELE_FORBEREDELSEN: Rule = Rule { about: About::HeleForberedendeDel, ..UNSAID };

/// A requirement for the content of the preparatory part, which attached documents alone may hold as well (A42).
pub(crate) const FORBEREDELSE: Rule = Rule { about: About::ForberedendeDel, ..UNSAID };

/// A requirement that the facts of the case decide, whatever is missing.
pub(crate) const SAGEN: Rule = UNSAID;

/// A requirement that applies from the decision on, whatever is missing.
pub(crate) const EFTER_AFGOERELSEN: Rule = Rule { phase: Phase::Indsats, ..UNSAID };

/// A requirement that applies from the meeting on, whatever is missing.
pub(crate) const EFTER_MOEDET: Rule = Rule { phase: Phase::Indstilling, ..UNSAID };

/// A requirement for the content of the team's recommendation.
pub(crate) const INDSTILLING: Rule = Rule { phase: Phase::Indstilling, about: About::Indstilling, ..UNSAID };
