//! What a plan could be, where nobody knows the facts that exempt: an exemption is not had without its facts.

use crate::plan::value::Value as _;
use crate::plan::{Afgoerelsesudfald, Count, Date, Field, Indsatsdel, Laegeart, Plan, State};
use crate::pointer;

/// Whether nobody can know what stands at a place.
type IsUnknown<'u> = &'u dyn Fn(&str) -> bool;

/// Sets a fact, if nobody knows it, and says whether it did.
fn set<T>(is_unknown: IsUnknown<'_>, place: &str, field: &mut Field<T>, value: impl Into<Field<T>>) -> bool {
    let may = is_unknown(place);
    if may {
        *field = value.into();
    }
    may
}

/// Sets a fact of a plan that is named by its fields.
macro_rules! set {
    ($is_unknown:ident, $plan:ident: $($field:ident).+ = $value:expr) => {
        set($is_unknown, pointer!($($field).+), &mut $plan.$($field).+, $value)
    };
}

/// The plan as it may be, with the unknown facts that could exempt as they would have to be: once for what a decision on something
/// else than a course exempts from, and once for what is left out of a short course, or stands in Min Plan. None where no such fact
/// is unknown.
pub(crate) fn as_it_may_be<'p>(plan: &Plan<'p>, is_unknown: IsUnknown<'_>) -> Vec<Plan<'p>> {
    [without_a_course(plan, is_unknown), with_a_short_course(plan, is_unknown)].into_iter().flatten().collect()
}

fn without_a_course<'p>(plan: &Plan<'p>, is_unknown: IsUnknown<'_>) -> Option<Plan<'p>> {
    let mut plan = plan.clone();
    let set = [
        // § 4, stk. 2: the certificate, and that it is enough.
        set!(is_unknown, plan: forberedende_del.laege.art = Laegeart::Opfoelgningsattest),
        set!(is_unknown, plan: forberedende_del.laege.kommunens_vurdering = true),
        // § 12, stk. 1, 2. pkt.: the health information is enough without the GP.
        set!(is_unknown, plan: forberedende_del.laege_fritagelse.kommunens_vurdering = true),
        // § 5: a decision on something else than a course (A13).
        set!(is_unknown, plan: afgoerelse.udfald = Afgoerelsesudfald::Fleksjob),
    ];
    set.contains(&true).then_some(plan)
}

fn with_a_short_course<'p>(plan: &Plan<'p>, is_unknown: IsUnknown<'_>) -> Option<Plan<'p>> {
    let mut plan = plan.clone();
    // A day of the course, whichever it is.
    let day = plan.forloeb.startdato.value().or(plan.forloeb.slutdato.value()).or(Date::new(2020, 1, 1));
    let set = [
        // § 5, stk. 2: a course of less than six months, of the kinds that may be short (A12).
        set!(is_unknown, plan: forloeb.startdato = day),
        set!(is_unknown, plan: forloeb.slutdato = day),
        set!(is_unknown, plan: forloeb.varighed_maaneder = Count::new(1)),
        set!(is_unknown, plan: afgoerelse.udfald = Afgoerelsesudfald::Jobafklaringsforloeb),
        // § 5, stk. 3, 2. pkt.: all of it stands in Min Plan.
        set!(is_unknown, plan: min_plan.indeholder_alt = true),
    ];
    let is_told = plan.min_plan.indsatsdel.state() != State::Unreadable;
    if !is_told {
        plan.min_plan.indsatsdel = plan.indsatsdel.clone();
    }
    if is_unknown(pointer!(indsatsdel)) {
        plan.indsatsdel = Indsatsdel::default();
    }
    (!is_told || set.contains(&true)).then_some(plan)
}
