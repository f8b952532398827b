//! What a rule says to people, and how that is written.

use crate::text::Said;

/// What a rule says to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Texts {
    /// What the provision demands.
    pub demand: Said,
    /// What is wrong when the demand is not met.
    pub finding: Said,
    /// What to do about it.
    pub remedy: Said,
    /// What is left to a person, where something is.
    pub judgement: Option<Said>,
}

/// The rules of a paragraph, in the order of the law.
macro_rules! in_order {
    ($($rule:ident)*) => {
        pub(super) static RULES: &[&Rule] = &[$(&$rule),*];
    };
}

pub(crate) use in_order;

/// The texts of a rule: Danish, then English. Where something is to be described, it is named once for the demand and the
/// finding: `described: "Borgerens helbredssituation", "The citizen's health situation is"`; and so is what the plan is to say:
/// `says: "om borgeren arbejder med andet end virksomheden", "whether the citizen has other work than the business"`.
macro_rules! texts {
    (described: $da:literal, $en:literal; $($rest:tt)*) => {
        texts! {
            demand: concat!($da, " er beskrevet"), concat!($en, " described");
            finding: concat!($da, " er ikke beskrevet"), concat!($en, " not described");
            $($rest)*
        }
    };
    (says: $da:literal, $en:literal; $($rest:tt)*) => {
        texts! {
            demand: concat!("Det fremgår, ", $da), concat!("The plan says ", $en);
            finding: concat!("Det fremgår ikke, ", $da), concat!("The plan does not say ", $en);
            $($rest)*
        }
    };
    (@judgement) => { None };
    (@judgement $da:expr, $en:expr) => { Some($crate::text::said($da, $en)) };
    (
        demand: $demand_da:expr, $demand_en:expr;
        finding: $finding_da:expr, $finding_en:expr;
        remedy: $remedy_da:expr, $remedy_en:expr;
        $(judgement: $judgement_da:expr, $judgement_en:expr;)?
    ) => {
        $crate::law::Texts {
            demand: $crate::text::said($demand_da, $demand_en),
            finding: $crate::text::said($finding_da, $finding_en),
            remedy: $crate::text::said($remedy_da, $remedy_en),
            judgement: texts!(@judgement $($judgement_da, $judgement_en)?),
        }
    };
}

pub(crate) use texts;
