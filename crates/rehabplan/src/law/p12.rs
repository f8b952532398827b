//! § 12: førtidspension where it is entirely obvious that the ability to work cannot be improved.

use super::answering::{Given, decided};
use super::markering::{relaxed, unmarked_blanks, unmarked_unreadable};
use super::p02::P2_1_PKT2;
use super::p04::laegens_vurdering_mangler;
use super::undtagelser::{WORD, foreliggende_grundlag, laegens_vurdering_kan_udelades, lempelse, lempelsen_virker};
use super::vedlagt::only_attached;
use super::words::Check::{In, Own};
use super::words::Door;
use super::{
    AND, Beside, Cells, FJ, FORBEREDELSE, FP12, FPU18, HELE_FORBEREDELSEN, JA22, JANY, JAX, Provision, REV, RF, Rule,
    RuleKind, SAGEN, SDP3, SELV, in_order, texts,
};
use crate::answer::Answer;
use crate::case::Condition;
use crate::plan::place::{At, Documents, Flag, at};
use crate::plan::{Field, State};
use crate::pointer;
use crate::text::{Note, notes, said};

const VAESENTLIGT_NEDSAT: At<Flag> = at!(sag.vaesentligt_nedsat);
const HELT_AABENBART: At<Flag> = at!(sag.helt_aabenbart);

pub(super) static GROUND_NOT_SUPPORTED: Note = Note::new(
    "groundNotSupported",
    "Sagen behandles uden om teamet, men planen angiver ikke, at de betingelser, § 12 stiller, er opfyldt, så lempelsen gælder ikke",
    "The case is handled without the team, but the plan does not state that the conditions of § 12 are met, so it relaxes nothing",
)
.remedy(
    "Angiv begge betingelser, hvis de er opfyldt; ellers gælder hovedreglerne",
    "State both conditions if they are met; otherwise the main rules apply",
);

/// § 12, stk. 1, 1. pkt.: the ability to work is substantially reduced, and it is entirely obvious that it cannot be improved.
///
/// Checked: both facts are stated. Without the team, missing facts are worth a look, and the main rules apply (A9). In other
/// kinds of case it is an error to state that it is entirely obvious; a substantially reduced ability alone is an ordinary
/// criterion (A10).
pub(super) static P12_1_PKT1_A: Rule = Rule {
    id: "P12.1.pkt1.a",
    provision: Provision::p(12).stk(1).pkt(1).led("betingelser"),
    cells: Cells::NONE.required(&[FP12]).conditional(&[JA22, JAX, JANY, RF, FJ, FPU18, REV, SELV, SDP3, AND]),
    places: &[HELT_AABENBART.pointer, VAESENTLIGT_NEDSAT.pointer],
    texts: texts! {
        demand: "Lempelsen i § 12 bruges kun i sager om førtidspension, når arbejdsevnen er væsentligt nedsat, og det er helt åbenbart, at den ikke kan forbedres",
            "The relief of § 12 is used only in cases of førtidspension, where the ability to work is substantially reduced and it is entirely obvious that it cannot be improved";
        finding: "§ 12 er påberåbt i en sag, hvor den ikke gælder", "§ 12 is invoked in a case where it does not apply";
        remedy: "Angiv kun § 12 i en sag om førtidspension; er sagstypen forkert, så ret den",
            "State § 12 only in a case of førtidspension; if the type of case is wrong, correct it";
        judgement: "Er arbejdsevnen væsentligt nedsat, og er det helt åbenbart, at den ikke kan forbedres?",
            "Is the ability to work substantially reduced, and is it entirely obvious that it cannot be improved?";
    },
    own: said(
        "i en sag efter § 12 er begge betingelser angivet; mangler en af dem, giver det en advarsel, og hovedreglerne gælder; i andre sagstyper er det en fejl at angive, at det er helt åbenbart, mens en væsentligt nedsat arbejdsevne alene ikke påberåber § 12",
        "in a case under § 12 both conditions are stated; if one of them is missing, that is worth a warning, and the main rules apply; in other kinds of case it is an error to state that it is entirely obvious, while a substantially reduced ability to work alone does not invoke § 12",
    ),
    check: Own(|case| {
        if case.is_any(&[FP12, FPU18]) {
            let stated = |fact: At<Flag>| {
                let answer = match fact.of(case) {
                    Field::Present(true) => Answer::met(),
                    Field::Unreadable => Answer::unreadable(),
                    _ => Answer::warning(&GROUND_NOT_SUPPORTED),
                };
                fact.tell(case, answer)
            };
            return stated(VAESENTLIGT_NEDSAT).and(stated(HELT_AABENBART));
        }
        match HELT_AABENBART.of(case) {
            Field::Present(true) => HELT_AABENBART.tell(case, Answer::missing()),
            Field::Unreadable => HELT_AABENBART.tell(case, Answer::unreadable()),
            _ => Answer::not_relevant(),
        }
    }),
    ..SAGEN
};

/// What § 12 relaxes is asked only where it does.
const LEMPELSEN: Door = Door {
    shut: |case| (!lempelsen_virker(case)).then(|| Answer::not_applicable(&notes::EXEMPTION_NOT_USED)),
    words: said(
        "§ 12 lemper kravene, fordi begge dens betingelser er angivet",
        "§ 12 relaxes the requirements, since both of its conditions are stated",
    ),
};

/// § 12, stk. 1, 1. pkt.: the preparatory part is filled in as far as is relevant and possible.
///
/// A blank field of § 3, stk. 1-2, is no error. Checked: it is marked; otherwise it is worth a look (T13). One that cannot be read,
/// and is not marked, may be blank or not (A6). Attached documents alone may hold what is not marked (A42).
pub(super) static P12_1_PKT1_B: Rule = Rule {
    id: "P12.1.pkt1.b",
    provision: Provision::p(12).stk(1).pkt(1).led("lempelse"),
    kind: RuleKind::Advice,
    cells: Cells::NONE.exempt(Provision::p(12).stk(1), &[FP12]).exempt(Provision::p(12).stk(2), &[FPU18]),
    places: &[pointer!(forberedende_del.ikke_relevant_eller_muligt)],
    beside: Beside::Of(|see| relaxed().for_each(|rule| rule.each_place(see))),
    texts: texts! {
        demand: "Den forberedende del udfyldes i relevant og muligt omfang",
            "The preparatory part is filled in as far as is relevant and possible";
        finding: "Felter i den forberedende del er tomme, uden at det er markeret, at de ikke er relevante eller mulige at udfylde",
            "Fields of the preparatory part are blank without being marked as not relevant or not possible";
        remedy: "Udfyld felterne, eller markér dem som ikke relevante eller ikke mulige at udfylde",
            "Fill in the fields, or mark them as not relevant or not possible";
        judgement: "Hvad er relevant og muligt i denne sag?", "What is relevant and possible in this case?";
    },
    own: said(
        "hvert felt efter § 3, stk. 1-2, som er tomt, er markeret; så fritager bestemmelsen fra det, og ellers giver det en advarsel; er et felt ulæseligt, eller delen alene vedlagt, kan det ikke afgøres; gælder § 13 også, kræves ingen markeringer",
        "every field of § 3, stk. 1-2, that is blank is marked; the provision then exempts from it, and otherwise it is worth a warning; where a field cannot be read, or the part is only attached, it cannot be determined; where § 13 applies too, no marks are asked for",
    ),
    check: In(
        &LEMPELSEN,
        &Own(|case| {
            // With § 13 beside it the case is handled on what there is, so no marks are asked for: the reliefs add up.
            if foreliggende_grundlag(case) {
                return Answer::exempt(lempelse(case));
            }
            let unreadable = unmarked_unreadable(case, &mut relaxed());
            match unmarked_blanks(case, &mut relaxed()) {
                // Nobody knows whether what cannot be read is blank.
                _ if !unreadable.is_empty() => Answer::unreadable().at_all(unreadable),
                None => Answer::unreadable(),
                Some(blanks) if blanks.is_empty() => Answer::exempt(lempelse(case)),
                Some(blanks) => only_attached(case).unwrap_or_else(|| Answer::advice().at_all(blanks)),
            }
        }),
    ),
    ..FORBEREDELSE
};

const SITUATION: At = at!(forberedende_del.helbred.situation);
const DOKUMENTATION: At<Documents> = at!(forberedende_del.helbred.dokumentation);

/// § 12, stk. 1, 1. pkt.: the preparatory part is still a sufficient basis for the team.
///
/// For a person to judge. Checked in support: the health situation or health documentation is there; neither is worth a
/// look, unless the part consists of attached documents (A42).
pub(super) static P12_1_PKT1_C: Rule = Rule {
    id: "P12.1.pkt1.c",
    provision: Provision::p(12).stk(1).pkt(1).led("grænse"),
    kind: RuleKind::SupportedJudgement,
    cells: Cells::NONE.judgement(&[FP12, FPU18]),
    places: &[SITUATION.pointer, DOKUMENTATION.pointer],
    texts: texts! {
        demand: "Den forberedende del er et tilstrækkeligt grundlag for at behandle sagen",
            "The preparatory part is a sufficient basis for handling the case";
        finding: "Den forberedende del rummer hverken helbredssituation eller helbredsdokumentation",
            "The preparatory part holds neither the health situation nor health documentation";
        remedy: "Beskriv helbredssituationen, eller henvis til dokumentation",
            "Describe the health situation, or refer to documentation";
        judgement: "Er den forberedende del et tilstrækkeligt grundlag?", "Is the preparatory part a sufficient basis?";
    },
    own: said(
        "helbredssituationen er beskrevet, eller der er helbredsdokumentation; er der ingen af delene, giver det en advarsel, medmindre den forberedende del alene er vedlagt; resten vurderer et menneske",
        "the health situation is described, or there is health documentation; neither is worth a warning, unless the preparatory part is only attached; the rest is for a person",
    ),
    check: In(
        &LEMPELSEN,
        &Own(|case| {
            if case.fd_state() == State::Missing {
                return Answer::advice().at(pointer!(forberedende_del)).same_as_rule(&P2_1_PKT2);
            }
            match (SITUATION.given(case), DOKUMENTATION.given(case)) {
                (Given::Answer | Given::Reference, _) | (_, Given::Answer) => Answer::review(),
                (Given::Unreadable, _) => SITUATION.tell(case, Answer::unreadable()),
                (_, Given::Unreadable) => DOKUMENTATION.tell(case, Answer::unreadable()),
                _ if only_attached(case).is_some() => Answer::review(),
                _ => DOKUMENTATION.tell(case, SITUATION.tell(case, Answer::advice())),
            }
        }),
    ),
    ..SAGEN
};

/// § 12, stk. 1, 2. pkt.: the case may be handled without the GP's assessment.
///
/// Exempts from § 4 when the municipality finds the health information sufficient (T3).
pub(super) static P12_1_PKT2_A: Rule = Rule {
    id: "P12.1.pkt2.a",
    provision: Provision::p(12).stk(1).pkt(2).led("lempelse"),
    kind: RuleKind::Exemption,
    cells: Cells::NONE.exempt(Provision::p(12).stk(1), &[FP12]).exempt(Provision::p(12).stk(2), &[FPU18]),
    places: &[WORD.pointer],
    texts: texts! {
        demand: "Sagen kan behandles uden den praktiserende læges vurdering",
            "The case may be handled without the GP's assessment";
        finding: "Undtagelsen er ikke i brug", "The exemption is not in use";
        remedy: "Angiv, at kommunen vurderer, at helbredsoplysningerne er tilstrækkelige, eller indhent lægens vurdering",
            "State that the municipality finds the health information sufficient, or obtain the GP's assessment";
    },
    own: said(
        "kommunen siger, at helbredsoplysningerne er tilstrækkelige; så fritager undtagelsen fra lægens vurdering i § 4, og ellers er den ikke i brug",
        "the municipality says that the health information is sufficient; it then exempts from the GP's assessment of § 4, and otherwise it is not in use",
    ),
    check: In(
        &LEMPELSEN,
        &Own(|case| {
            if laegens_vurdering_kan_udelades(case) {
                Answer::exempt(lempelse(case))
            } else {
                Answer::not_applicable(&notes::EXEMPTION_NOT_USED)
            }
        }),
    ),
    ..FORBEREDELSE
};

/// § 12, stk. 1, 2. pkt.: if the municipality finds that there is sufficient health information.
///
/// Checked where the GP's assessment is missing: the municipality says yes. No, or silence, is an error, and § 4 applies in
/// full. Where it cannot be read whether the assessment is missing, a yes still meets it, and anything else is unknown (A45).
pub(super) static P12_1_PKT2_B: Rule = Rule {
    id: "P12.1.pkt2.b",
    provision: Provision::p(12).stk(1).pkt(2).led("betingelse"),
    cells: Cells::NONE.conditional(&[FP12, FPU18]),
    places: &[WORD.pointer],
    texts: texts! {
        demand: "Kommunen har vurderet, at der foreligger tilstrækkelige helbredsoplysninger, når lægens vurdering mangler",
            "The municipality has found that there is sufficient health information where the GP's assessment is missing";
        finding: "Lægens vurdering mangler, og kommunen har ikke vurderet, at der foreligger tilstrækkelige helbredsoplysninger",
            "The GP's assessment is missing, and the municipality has not found that there is sufficient health information";
        remedy: "Tag stilling til, om helbredsoplysningerne er tilstrækkelige, eller indhent lægens vurdering",
            "Decide whether the health information is sufficient, or obtain the GP's assessment";
        judgement: "Er helbredsoplysningerne faktisk tilstrækkelige?", "Is the health information really sufficient?";
    },
    own: said(
        "hvor § 12 lemper kravene, og lægens vurdering mangler, siger kommunen ja til, at helbredsoplysningerne er tilstrækkelige; et nej eller intet svar er en fejl; er den forberedende del alene vedlagt, kan det ikke afgøres; ikke relevant, når vurderingen er der, eller når § 13 også gælder",
        "where § 12 relaxes the requirements and the GP's assessment is missing, the municipality says yes to the health information being sufficient; a no or no answer is an error; where the preparatory part is only attached, it cannot be determined; not relevant when the assessment is there, or when § 13 applies too",
    ),
    check: Own(|case| {
        // § 13 lets the assessment be left out on no such condition.
        let asked_for = lempelsen_virker(case) && !foreliggende_grundlag(case);
        if !asked_for {
            return Answer::not_relevant();
        }
        if let Some(unclear) = only_attached(case) {
            return unclear;
        }
        match (laegens_vurdering_mangler(case), WORD.of(case)) {
            (Condition::Unreadable(_), Field::Present(true)) => Answer::met(),
            (is_missing, decision) => is_missing.then(|| match decision {
                Field::Present(false) => Answer::missing(),
                decision => decided(decision),
            }),
        }
    }),
    ..HELE_FORBEREDELSEN
};

in_order! {
    P12_1_PKT1_A P12_1_PKT1_B P12_1_PKT1_C P12_1_PKT2_A P12_1_PKT2_B
}
