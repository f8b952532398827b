//! § 6: the citizen and the caseworker take part in the meeting.

use super::words::Check::Own;
use super::{ALL_TEAM, BUT_13D, EFTER_MOEDET, Provision, Rule, RuleKind, in_order, texts};
use crate::answer::Answer;
use crate::plan::{Deltager, Field};
use crate::pointer;
use crate::text::said;

/// § 6, 1. pkt.: the citizen and the citizen's caseworker take part in the meeting.
///
/// Checked: both are among those present. Otherwise, also when nobody is named, it is worth a look and no more, because the
/// duty and its exceptions lie in another act (T41, A15).
pub(crate) static P6_1_PKT1_B: Rule = Rule {
    id: "P6.1.pkt1.b",
    provision: Provision::p(6).pkt(1).led("2. led"),
    kind: RuleKind::Advice,
    cells: BUT_13D.required(ALL_TEAM),
    texts: texts! {
        demand: "Borgeren og borgerens sagsbehandler deltager i mødet",
            "The citizen and the citizen's caseworker take part in the meeting";
        finding: "Det fremgår ikke, at både borgeren og borgerens sagsbehandler deltog i mødet",
            "The plan does not say that both the citizen and the citizen's caseworker took part in the meeting";
        remedy: "Angiv, hvem der deltog; mødte borgeren ikke, så se reglerne i organiseringsloven om behandling uden borgeren",
            "State who took part; if the citizen did not come, see the organisation act on handling a case without the citizen";
        judgement: "Måtte sagen behandles uden borgeren?", "Could the case be handled without the citizen?";
    },
    own: said(
        "både borgeren og en sagsbehandler er blandt dem, der deltog i mødet; ellers en advarsel, også når ingen er nævnt",
        "both the citizen and a caseworker are among those who took part in the meeting; otherwise a warning, also when nobody is named",
    ),
    check: Own(|case| {
        let Some(present) = case.plan.moede.deltagere.get() else {
            return if case.plan.moede.deltagere.is_unreadable() { Answer::unreadable() } else { Answer::advice() };
        };
        let took_part =
            |roles: &[Deltager]| present.iter().any(|who| who.value().is_some_and(|who| roles.contains(&who)));
        let caseworkers = [Deltager::Sagsbehandler, Deltager::KoordinerendeSagsbehandler];
        if took_part(&[Deltager::Borger]) && took_part(&caseworkers) {
            Answer::met()
        } else if present.iter().any(Field::is_unreadable) {
            Answer::unreadable()
        } else {
            Answer::advice()
        }
    }),
    places: &[pointer!(moede.deltagere)],
    ..EFTER_MOEDET
};

in_order! {
    P6_1_PKT1_B
}
