//! § 14: revalidering.

use super::answering::repeats;
use super::p02::{P2_1_PKT2, P2_3_3};
use super::p04::P4_1_PKT1;
use super::words::Check::{All, Answered, Documented, Own, Repeats};
use super::{Beside, Cells, FORBEREDELSE, HELE_FORBEREDELSEN, Provision, REV, Rule, RuleKind, SAGEN, in_order, texts};
use crate::answer::Answer;
use crate::case::Phase;
use crate::plan::State;
use crate::plan::place::{At, at};
use crate::pointer;
use crate::text::said;

/// § 14, 1. pkt.: the preparatory part is the basis of the assessment of whether the citizen is to be offered revalidering.
///
/// Checked: there is one, and once there is a decision, it is not dated after that. Both are findings of § 2 (A2, A20).
pub(super) static P14_1_PKT1: Rule = Rule {
    id: "P14.1.pkt1",
    provision: Provision::p(14).pkt(1),
    cells: Cells::NONE.required(&[REV]),
    places: &[pointer!(forberedende_del), pointer!(afgoerelse.dato)],
    beside: Beside::Of(|see| P2_3_3.each_place(see)),
    texts: texts! {
        demand: "Den forberedende del danner grundlag for vurderingen af revalidering",
            "The preparatory part is the basis of the assessment of revalidering";
        finding: "Den forberedende del danner ikke grundlag for vurderingen af revalidering",
            "The preparatory part is not the basis of the assessment of revalidering";
        remedy: "Udarbejd den forberedende del, før der træffes afgørelse",
            "Make the preparatory part before the decision";
        judgement: "Er den forberedende del brugt?", "Has the preparatory part been used?";
    },
    own: said(
        "der er en forberedende del, og er der truffet afgørelse, er delen ikke dateret efter den; en mangel meldes under P2.1.pkt2 eller P2.3.3",
        "there is a preparatory part, and once there is a decision, the part is not dated after it; what is missing is reported under P2.1.pkt2 or P2.3.3",
    ),
    check: Own(|case| match case.fd_state() {
        State::Missing => Answer::missing().at(pointer!(forberedende_del)).same_as_rule(&P2_1_PKT2),
        State::Unreadable => Answer::unreadable().at(pointer!(forberedende_del)),
        _ if case.phase == Phase::Indsats => repeats(case, &[&P2_3_3]),
        _ => Answer::met(),
    }),
    ..SAGEN
};

const MOEDE: At = at!(moede);
const TEAMETS_INDSTILLING: At = at!(indstilling);

/// § 14, 2. pkt. (and § 1, stk. 4, 2. pkt.): cases of revalidering are not to be put to the team.
///
/// Exempts from the meeting and the recommendation. Either of them there all the same is worth a look and no more: the words
/// lift a duty, they do not forbid (T17). One that cannot be read does not hide the other (A51).
pub(super) static P14_1_PKT2: Rule = Rule {
    id: "P14.1.pkt2",
    provision: Provision::p(14).pkt(2),
    kind: RuleKind::Advice,
    cells: Cells::NONE.exempt(Provision::p(14), &[REV]),
    places: &[MOEDE.pointer, TEAMETS_INDSTILLING.pointer],
    texts: texts! {
        demand: "Revalideringssager skal ikke forelægges teamet", "Cases of revalidering need not be put to the team";
        finding: "Planen rummer et møde eller en indstilling, selv om revalideringssager ikke skal forelægges teamet",
            "The plan holds a meeting or a recommendation, though cases of revalidering need not be put to the team";
        remedy: "Vil kommunen forelægge sagen frivilligt, så angiv den som anden sag, der følger bekendtgørelsen",
            "To put the case to the team voluntarily, state it as another case to which the regulation is applied";
        judgement: "Er sagen forelagt frivilligt?", "Was the case put to the team voluntarily?";
    },
    own: said(
        "planen rummer hverken et møde eller en indstilling; gør den det, giver det en advarsel og ikke mere, og ellers fritager bestemmelsen fra begge",
        "the plan holds neither a meeting nor a recommendation; if it does, that is worth a warning and no more, and otherwise the provision exempts from both",
    ),
    check: Own(|case| {
        let (mut there, mut unreadable) = (Answer::advice(), Answer::unreadable());
        for part in [MOEDE, TEAMETS_INDSTILLING] {
            match part.of(case).leaves().state() {
                State::Missing => {}
                State::Unreadable => unreadable = part.tell(case, unreadable),
                State::Nothing | State::Reference | State::Present => there = part.tell(case, there),
            }
        }
        let told = [there, unreadable].into_iter().find(|answer| !answer.paths().is_empty());
        told.unwrap_or_else(|| Answer::exempt(Provision::p(14)))
    }),
    ..SAGEN
};

/// § 14, 3. pkt.: the municipality describes and documents the ability to work, on top of the list of § 3 (T18).
///
/// Checked: a description in words, and at least one document.
pub(super) static P14_1_PKT3_A: Rule = Rule {
    id: "P14.1.pkt3.a",
    provision: Provision::p(14).pkt(3).led("1. led"),
    cells: Cells::NONE.required(&[REV]),
    texts: texts! {
        demand: "Borgerens arbejdsevne er beskrevet og dokumenteret",
            "The citizen's ability to work is described and documented";
        finding: "Borgerens arbejdsevne er ikke både beskrevet og dokumenteret",
            "The citizen's ability to work is not both described and documented";
        remedy: "Beskriv arbejdsevnen, og henvis til dokumentationen",
            "Describe the ability to work and refer to the documents";
        judgement: "Er beskrivelsen og dokumentationen god nok?", "Are the description and the documents good enough?";
    },
    check: All(&[
        Answered(at!(forberedende_del.arbejdsevne.beskrivelse)),
        Documented(at!(forberedende_del.arbejdsevne.dokumentation)),
    ]),
    ..FORBEREDELSE
};

/// § 14, 3. pkt.: the GP's assessment is part of it.
///
/// Checked by § 4, stk. 1, which has the finding (A2).
pub(super) static P14_1_PKT3_B: Rule = Rule {
    id: "P14.1.pkt3.b",
    provision: Provision::p(14).pkt(3).led("2. led"),
    cells: Cells::NONE.required(&[REV]),
    texts: texts! {
        demand: "Den praktiserende læges vurdering indgår i den forberedende del",
            "The GP's assessment is part of the preparatory part";
        finding: "Den praktiserende læges vurdering indgår ikke i den forberedende del",
            "The GP's assessment is not part of the preparatory part";
        remedy: "Indhent vurderingen fra borgerens praktiserende læge", "Obtain the assessment from the citizen's GP";
    },
    check: Repeats(&[&P4_1_PKT1]),
    ..HELE_FORBEREDELSEN
};

in_order! {
    P14_1_PKT1 P14_1_PKT2 P14_1_PKT3_A P14_1_PKT3_B
}
