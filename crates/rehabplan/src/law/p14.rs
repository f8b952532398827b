//! § 14: revalidering.

use super::check::{answered, answered_as, documents, repeats};
use super::p02::{P2_1_PKT2, P2_3_3};
use super::p04::P4_1_PKT1;
use super::{Cells, Kind, Part, Provision, REV, Rule, Texts, text};
use crate::answer::Answer;
use crate::case::Phase;
use crate::plan::State;
use crate::plan::value::Value as _;

/// § 14, 1. pkt.: the preparatory part is the basis of the assessment of whether the citizen is to be offered revalidering.
///
/// Checked: there is one, and after the decision it is not younger than that. Both are findings of § 2 (A2, A20).
pub(super) static P14_1_PKT1: Rule = Rule {
    id: "P14.1.pkt1",
    provision: Provision::p(14).pkt(1),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::Any,
    cells: Cells::NONE.required(&[REV]),
    paths: &["/forberedendeDel", "/afgoerelse/dato"],
    texts: Texts {
        demand: text(
            "Den forberedende del danner grundlag for vurderingen af revalidering",
            "The preparatory part is the basis of the assessment of revalidering",
        ),
        finding: text(
            "Den forberedende del danner ikke grundlag for vurderingen af revalidering",
            "The preparatory part is not the basis of the assessment of revalidering",
        ),
        remedy: text(
            "Udarbejd den forberedende del, før der træffes afgørelse",
            "Make the preparatory part before the decision",
        ),
        judgement: Some(text("Er den forberedende del brugt?", "Has the preparatory part been used?")),
    },
    check: |case| match case.fd_state() {
        State::Missing => Answer::missing().at("/forberedendeDel").same_as_rule(&P2_1_PKT2),
        State::Unreadable => Answer::unreadable().at("/forberedendeDel"),
        _ if case.phase == Phase::Indsats => repeats(case, &[&P2_3_3]),
        _ => Answer::met(),
    },
};

/// § 14, 2. pkt. (and § 1, stk. 4, 2. pkt.): cases of revalidering are not to be put to the team.
///
/// Exempts from the meeting and the recommendation. Either of them there all the same is worth a look and no more: the words
/// lift a duty, they do not forbid (T17). One that cannot be read does not hide the other (A51).
pub(super) static P14_1_PKT2: Rule = Rule {
    id: "P14.1.pkt2",
    provision: Provision::p(14).pkt(2),
    kind: Kind::Advice,
    phase: Phase::Forelaeggelse,
    part: Part::Any,
    cells: Cells::NONE.exempt(Provision::p(14), &[REV]),
    paths: &["/moede", "/indstilling"],
    texts: Texts {
        demand: text(
            "Revalideringssager skal ikke forelægges teamet",
            "Cases of revalidering need not be put to the team",
        ),
        finding: text(
            "Planen rummer et møde eller en indstilling, selv om revalideringssager ikke skal forelægges teamet",
            "The plan holds a meeting or a recommendation, though cases of revalidering need not be put to the team",
        ),
        remedy: text(
            "Vil kommunen forelægge sagen frivilligt, så angiv den som anden sag, der følger bekendtgørelsen",
            "To put the case to the team voluntarily, state it as another case to which the regulation is applied",
        ),
        judgement: Some(text("Er sagen forelagt frivilligt?", "Was the case put to the team voluntarily?")),
    },
    check: |case| {
        let parts = [(case.plan.moede.state(), "/moede"), (case.indstilling_state(), "/indstilling")];
        let is_there = |(state, _): &(State, &'static str)| state.is_present();
        let answers = parts.into_iter().filter(is_there).map(|(_, path)| Answer::advice().at(path));
        Answer::gravest(answers).unwrap_or_else(|| {
            let unreadable = parts.into_iter().filter(|(state, _)| *state == State::Unreadable);
            Answer::gravest(unreadable.map(|(_, path)| Answer::unreadable().at(path)))
                .unwrap_or_else(|| Answer::exempt(Provision::p(14)))
        })
    },
};

/// § 14, 3. pkt.: the municipality describes and documents the ability to work, on top of the list of § 3 (T18).
///
/// Checked: a description in words, and at least one document.
pub(super) static P14_1_PKT3_A: Rule = Rule {
    id: "P14.1.pkt3.a",
    provision: Provision::p(14).pkt(3).led("1. led"),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: Cells::NONE.required(&[REV]),
    paths: &["/forberedendeDel/arbejdsevne/beskrivelse", "/forberedendeDel/arbejdsevne/dokumentation"],
    texts: Texts {
        demand: text(
            "Borgerens arbejdsevne er beskrevet og dokumenteret",
            "The citizen's ability to work is described and documented",
        ),
        finding: text(
            "Borgerens arbejdsevne er ikke både beskrevet og dokumenteret",
            "The citizen's ability to work is not both described and documented",
        ),
        remedy: text(
            "Beskriv arbejdsevnen, og henvis til dokumentationen",
            "Describe the ability to work and refer to the documents",
        ),
        judgement: Some(text(
            "Er beskrivelsen og dokumentationen god nok?",
            "Are the description and the documents good enough?",
        )),
    },
    check: |case| {
        let arbejdsevne = &case.fd().arbejdsevne;
        let both = [
            (answered(&arbejdsevne.beskrivelse), "/forberedendeDel/arbejdsevne/beskrivelse"),
            (answered_as(documents(&arbejdsevne.dokumentation)), "/forberedendeDel/arbejdsevne/dokumentation"),
        ];
        Answer::all(both.map(|(answer, path)| if answer.is_met() { answer } else { answer.at(path) }))
    },
};

/// § 14, 3. pkt.: the GP's assessment is part of it.
///
/// Checked by § 4, stk. 1, which has the finding (A2).
pub(super) static P14_1_PKT3_B: Rule = Rule {
    id: "P14.1.pkt3.b",
    provision: Provision::p(14).pkt(3).led("2. led"),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::HeleForberedendeDel,
    cells: Cells::NONE.required(&[REV]),
    paths: &["/forberedendeDel/laege"],
    texts: Texts {
        demand: text(
            "Den praktiserende læges vurdering indgår i den forberedende del",
            "The GP's assessment is part of the preparatory part",
        ),
        finding: text(
            "Den praktiserende læges vurdering indgår ikke i den forberedende del",
            "The GP's assessment is not part of the preparatory part",
        ),
        remedy: text(
            "Indhent vurderingen fra borgerens praktiserende læge",
            "Obtain the assessment from the citizen's GP",
        ),
        judgement: None,
    },
    check: |case| repeats(case, &[&P4_1_PKT1]),
};

pub(super) static RULES: &[&Rule] = &[&P14_1_PKT1, &P14_1_PKT2, &P14_1_PKT3_A, &P14_1_PKT3_B];
