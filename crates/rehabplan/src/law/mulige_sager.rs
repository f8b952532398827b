//! What a plan could be, where nobody knows the facts that exempt: an exemption is not had without its facts.

use crate::plan::{Afgoerelsesudfald, Field, Laegeart, Plan};
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

/// The plan with the unknown facts that could exempt as they would have to be; `None` when there are none.
pub(crate) fn as_exempt<'p>(plan: &Plan<'p>, is_unknown: IsUnknown<'_>) -> Option<Plan<'p>> {
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
