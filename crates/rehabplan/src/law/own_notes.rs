//! The notes of the paragraphs.

use super::{indsatsdel, min_plan, p02, p03, p04, p05, p07, p08, p11, p12, p13, p15};
use crate::text::Note;

/// The notes that belong to a single requirement each, in the order of the law; those that many may have are in
/// [`notes::SHARED`](crate::text::notes::SHARED).
pub(crate) static OWN_NOTES: &[&Note] = &[
    &p02::NOT_WITH_THE_CITIZEN,
    &p03::FAMILY_OR_NETWORK_BLANK,
    &p04::NO_PROVISION,
    &p04::NO_REASON_FOR_CERTIFICATE,
    &p04::OTHER_CERTIFICATE,
    &indsatsdel::MIN_PLAN_NOT_SENT,
    &p05::CONCRETE_GOAL_NOT_RULED_OUT,
    &p05::AS_OF_MISSING,
    &p05::PERIOD_HAS_RUN_OUT,
    &min_plan::NOT_SHOWN_IN_MIN_PLAN,
    &p07::NOT_A_TEAM_OUTCOME,
    &p07::OUTCOME_CONTRADICTS,
    &p07::NO_BUT_A_NEW_COURSE,
    &p07::PREPARATION_UNDETERMINED,
    &p08::IN_PARALLEL_BUT_ORDERED,
    &p11::SUPPORT_WITHOUT_TEXT,
    &p12::GROUND_NOT_SUPPORTED,
    &p13::APPLICATION_NOT_STATED,
    &p13::INFORMATION_OF_THE_CASE_UNUSED,
    &p15::OTHER_WORK_WITHOUT_TEXT,
];
