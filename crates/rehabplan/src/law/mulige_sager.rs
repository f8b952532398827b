//! What a case could be, where nobody knows the facts that decide it: the kind of case under § 1, and the exemptions, which are
//! not had without their facts.

use crate::plan::{Afgoerelsesudfald, Field, Laegeart, Plan, Sag, Sagstype, Text};
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

/// Sets a fact that is named by its fields: of `sag` by itself, or of a plan.
macro_rules! set {
    ($is_unknown:ident, $sag:ident.$field:ident = $value:expr) => {
        set($is_unknown, pointer!($sag.$field), &mut $sag.$field, $value)
    };
    ($is_unknown:ident, $plan:ident: $($field:ident).+ = $value:expr) => {
        set($is_unknown, pointer!($($field).+), &mut $plan.$($field).+, $value)
    };
}

/// The cases that this one could be under § 1: as it is, and for each variant with the unknown facts as they would have to be.
pub(crate) fn possible_cases<'p>(sag: &Sag<'p>, is_unknown: IsUnknown<'_>) -> Vec<Sag<'p>> {
    let mut cases = vec![sag.clone()];
    let mut add = |change: &dyn Fn(&mut Sag<'p>)| {
        let mut case = sag.clone();
        change(&mut case);
        if !cases.contains(&case) {
            cases.push(case);
        }
    };
    match sag.sagstype.value() {
        Some(Sagstype::Jobafklaringsforloeb) => {
            for (is_first, at_22_weeks, after_13d) in
                [(true, false, false), (true, true, false), (true, false, true), (false, false, false)]
            {
                add(&|sag| {
                    set!(is_unknown, sag.foerste_forloeb = is_first);
                    set!(is_unknown, sag.revurdering_22_uger = at_22_weeks);
                    set!(is_unknown, sag.indsats_13d = after_13d);
                    set!(is_unknown, sag.ophoer_24_1 = after_13d);
                });
            }
        }
        Some(Sagstype::Fleksjob | Sagstype::Tilskud) => add(&|sag| {
            set!(is_unknown, sag.blandet_fleksjob_tilskud = true);
        }),
        Some(Sagstype::Foertidspension) => {
            for (is_obvious, applies, without_team) in [false, true].into_iter().flat_map(|is_obvious| {
                [false, true].into_iter().flat_map(move |applies| {
                    [None, Some("§ 18, stk. 2"), Some("§ 17, stk. 3")].map(|ground| (is_obvious, applies, ground))
                })
            }) {
                add(&|sag| {
                    set!(is_unknown, sag.vaesentligt_nedsat = is_obvious);
                    set!(is_unknown, sag.helt_aabenbart = is_obvious);
                    set!(is_unknown, sag.ansoegning_17_2 = applies);
                    set!(is_unknown, sag.uden_team = without_team.is_some());
                    set!(is_unknown, sag.uden_team_hjemmel = Text::from(without_team.unwrap_or_default()));
                });
            }
        }
        _ => {}
    }
    cases
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
