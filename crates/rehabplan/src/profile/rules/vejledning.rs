//! Cabi's guidance on the rehabiliteringsplan: what a plan should hold beside what the regulation demands.

use super::{ADVARSEL, Decision, MEETINGS, ProfileRule, decision, is_yes, put_again};
use crate::answer::Answer;
use crate::case::{Phase, Variant};
use crate::law::answering::{Given, answered_as, entries, given, repeats};
use crate::law::words::Check::{Each, In};
use crate::law::{
    ALL_BUT_13D, ALL_TEAM, About, BUT_13D, BY_OUTCOME, Cells, HIDTIL, INDSATSDEL, INDSATSDELEN, P3_3_A, P3_4_PKT1,
    indsatsdel_required, text, texts,
};
use crate::plan::Text as PlanText;
use crate::plan::place::{At, Earlier, Flag, at, key};
use crate::plan::{Dokument, Field, List};
use crate::pointer;
use crate::text::{Note, Wording};
use Variant::{AND, FJ, FP, FP12, FP13, FPU17, FPU18, JANY, JAX, REV, RF, SELV};

/// Where the GP's assessment is required without an exemption to fall back on: `K` in the row of P4.1.pkt1.
pub(super) const LAEGENS_VURDERING: Cells = Cells::NONE.required(&[JAX, JANY, RF, FJ, FP, REV, SELV, AND]);

const AFSNIT_2: Wording = text("Cabis vejledning, afsnit 2", "Cabi's guidance, section 2");
const AFSNIT_3: Wording = text("Cabis vejledning, afsnit 3", "Cabi's guidance, section 3");
const AFSNIT_4: Wording = text("Cabis vejledning, afsnit 4", "Cabi's guidance, section 4");

/// Section 4: the plan says whether the job centre or another authority is responsible for a measure.
///
/// Checked where an indsatsdel is required: every measure in it names its authority.
static V1: ProfileRule = ProfileRule {
    id: "vejledning/V1",
    citation: AFSNIT_4,
    phase: Phase::Indsats,
    cells: INDSATSDEL,
    paths: &[pointer!(indsatsdel.tilbud[].ansvarlig_myndighed)],
    texts: texts! {
        demand: "For hver indsats fremgår det, hvilken myndighed der er ansvarlig",
            "For every measure, the plan says which authority is responsible";
        finding: "For mindst én indsats fremgår det ikke, hvilken myndighed der er ansvarlig",
            "For at least one measure, the plan does not say which authority is responsible";
        remedy: "Angiv, om jobcentret eller en anden forvaltning er ansvarlig for indsatsen",
            "State whether the job centre or another authority is responsible for the measure";
    },
    check: Some(|case, _| In(&INDSATSDELEN, &Each(&[at!(indsatsdel.tilbud[].ansvarlig_myndighed)])).answer(case)),
    ..ADVARSEL
};

pub(in crate::profile) static WISHES_STAND_IN: Note = Note::new(
    "wishesStandIn",
    "Planen angiver ingen mål for sig, men borgerens ønsker er udfyldt og tæller som mål her",
    "The plan states no goals separately, but the citizen's wishes are filled in and count as goals here",
);

const GOALS: At = at!(forberedende_del.maal);
const WISHES: At = at!(forberedende_del.oensker);

/// Section 2: the preparatory part states the citizen's education and employment goals.
///
/// Checked: goals in words, or else wishes in words, which is met with a remark.
static V2: ProfileRule = ProfileRule {
    id: "vejledning/V2",
    citation: AFSNIT_2,
    cells: BUT_13D.required(ALL_BUT_13D),
    paths: &[GOALS.pointer, WISHES.pointer],
    texts: texts! {
        demand: "Den forberedende del angiver borgerens uddannelses- og beskæftigelsesmål",
            "The preparatory part states the citizen's education and employment goals";
        finding: "Den forberedende del angiver ikke borgerens uddannelses- og beskæftigelsesmål",
            "The preparatory part does not state the citizen's education and employment goals";
        remedy: "Skriv målene, eller beskriv borgerens ønsker", "Write the goals, or describe the citizen's wishes";
    },
    about: About::ForberedendeDel,
    check: Some(|case, _| {
        let goals = answered_as(GOALS.given(case));
        if !goals.is_met() && WISHES.given(case) == Given::Answer {
            WISHES.found(case).with_note(&WISHES_STAND_IN)
        } else {
            GOALS.tell(case, goals)
        }
    }),
    ..ADVARSEL
};

/// A document that is named: what it is, or where it lies.
fn is_named(document: &Dokument<'_>) -> bool {
    let is_answer = |field: &Field<PlanText<'_>>| matches!(given(field), Given::Answer | Given::Reference);
    is_answer(&document.titel) || is_answer(&document.henvisning)
}

/// At least one document is named.
fn documented(list: &List<Dokument<'_>>) -> Answer {
    if list.is_unreadable() {
        Answer::unreadable()
    } else if entries(list).any(|(_, document)| is_named(document)) {
        Answer::met()
    } else {
        Answer::missing()
    }
}

/// Section 2: the measures so far are documented, those on health as well.
///
/// Checked: every earlier measure that is described names at least one document. Where none is described there is nothing to
/// document; that they must be described at all is for § 3, stk. 2.
static V3: ProfileRule = ProfileRule {
    id: "vejledning/V3",
    citation: AFSNIT_2,
    cells: BUT_13D.required(ALL_BUT_13D),
    paths: &[
        pointer!(forberedende_del.hidtidig_indsats.beskaeftigelse[].dokumentation),
        pointer!(forberedende_del.hidtidig_indsats.social_borger[].dokumentation),
        pointer!(forberedende_del.hidtidig_indsats.social_familie[].dokumentation),
        pointer!(forberedende_del.hidtidig_indsats.sundhed[].dokumentation),
    ],
    texts: texts! {
        demand: "Den forudgående indsats er dokumenteret, også på helbredsområdet",
            "The earlier measures are documented, those on health as well";
        finding: "Mindst én forudgående indsats henviser ikke til dokumentation",
            "At least one earlier measure refers to no document";
        remedy: "Henvis til et dokument for hver indsats", "Refer to a document for every measure";
        judgement: "Dokumenterer bilagene indsatsen?", "Do the documents bear the measure out?";
    },
    about: About::ForberedendeDel,
    check: Some(|case, _| {
        const HEALTH: At<Earlier> = at!(forberedende_del.hidtidig_indsats.sundhed);
        let answers = HIDTIL.into_iter().chain([HEALTH]).map(|list| {
            list.each(case, |entry| entry.at(key!(Indsats.dokumentation), documented(&entry.value.dokumentation)))
        });
        answers.reduce(Answer::and).unwrap_or_else(Answer::not_relevant)
    }),
    ..ADVARSEL
};

/// Section 2: the GP's assessment is on the certificate LÆ 265.
///
/// Checked where the assessment is required: the kind of document is that one, however it is spelt.
static V4: ProfileRule = ProfileRule {
    id: "vejledning/V4",
    citation: AFSNIT_2,
    cells: LAEGENS_VURDERING,
    paths: &[pointer!(forberedende_del.laege.attesttype)],
    texts: texts! {
        demand: "Lægens vurdering foreligger på LÆ 265", "The GP's assessment is on the certificate LÆ 265";
        finding: "Det fremgår ikke, at lægens vurdering foreligger på LÆ 265",
            "The plan does not say that the GP's assessment is on the certificate LÆ 265";
        remedy: "Angiv attesttypen, eller indhent vurderingen på LÆ 265",
            "State the kind of certificate, or obtain the assessment on LÆ 265";
    },
    about: About::Laege,
    check: Some(|case, _| match &case.laege().attesttype {
        Field::Unreadable => Answer::unreadable(),
        Field::Present(kind) if is_lae_265(kind.as_str()) => Answer::met(),
        _ => Answer::missing(),
    }),
    ..ADVARSEL
};

/// `LÆ 265`, `LÆ265`, `lae-265` and `265` are the same.
fn is_lae_265(kind: &str) -> bool {
    let folded: String = kind.to_lowercase().replace('æ', "ae").chars().filter(|c| c.is_alphanumeric()).collect();
    matches!(folded.as_str(), "lae265" | "265")
}

/// Section 3: a municipality that does not agree with the recommendation puts the case to the team again.
///
/// Checked where the decision departs from the recommendation: there is a new meeting after the recommendation and no later
/// than the decision. Whether a refusal departs from "another measure" is for a person.
static V9: ProfileRule = ProfileRule {
    id: "vejledning/V9",
    citation: AFSNIT_3,
    phase: Phase::Indsats,
    cells: BUT_13D.conditional(ALL_TEAM),
    paths: &[MEETINGS.pointer],
    texts: texts! {
        demand: "Følger kommunen ikke indstillingen, er sagen forelagt teamet på ny før afgørelsen",
            "Where the municipality does not follow the recommendation, the case is put to the team again before the decision";
        finding: "Afgørelsen følger ikke indstillingen, og sagen er ikke forelagt teamet på ny",
            "The decision does not follow the recommendation, and the case was not put to the team again";
        remedy: "Forelæg sagen for teamet på ny, eller angiv datoen for det nye møde",
            "Put the case to the team again, or state the day of the new meeting";
        judgement: "Er afgørelsen i strid med indstillingen?", "Does the decision go against the recommendation?";
    },
    check: Some(|case, _| match decision(case) {
        Err(answer) => answer,
        Ok(Decision::Follows) => Answer::not_relevant(),
        Ok(Decision::Unclear) => Answer::review(),
        Ok(Decision::Departs) => put_again(case, |_| true),
    }),
    ..ADVARSEL
};

pub(super) const COORDINATOR: At = at!(indsatsdel.koordinerende_sagsbehandler);
const WITH_THE_CITIZEN: At<Flag> = at!(indsatsdel.samarbejde_med_borger);

/// Section 4: the coordinating caseworker makes the indsatsdel together with the citizen.
///
/// Checked: the caseworker is named, and the cooperation is stated.
static V10: ProfileRule = ProfileRule {
    id: "vejledning/V10",
    citation: AFSNIT_4,
    phase: Phase::Indsats,
    cells: INDSATSDEL,
    paths: &[COORDINATOR.pointer, WITH_THE_CITIZEN.pointer],
    texts: texts! {
        demand: "Indsatsdelen er udarbejdet af den koordinerende sagsbehandler sammen med borgeren",
            "The indsatsdel is made by the coordinating caseworker together with the citizen";
        finding: "Det fremgår ikke, at den koordinerende sagsbehandler har udarbejdet indsatsdelen sammen med borgeren",
            "The plan does not say that the coordinating caseworker made the indsatsdel together with the citizen";
        remedy: "Angiv den koordinerende sagsbehandler, og at borgeren har været med",
            "State the coordinating caseworker, and that the citizen took part";
    },
    check: Some(|case, _| {
        (INDSATSDELEN.shut)(case).unwrap_or_else(|| {
            let by = answered_as(COORDINATOR.given(case));
            COORDINATOR.tell(case, by).and(WITH_THE_CITIZEN.tell(case, is_yes(WITH_THE_CITIZEN.of(case))))
        })
    }),
    ..ADVARSEL
};

/// Section 3: in cases of ressourceforløb, fleksjob and førtidspension the preparatory part does not say what the citizen
/// should be given.
///
/// Checked: what § 3, stk. 3, and § 3, stk. 4, demand; the finding is theirs.
static V12: ProfileRule = ProfileRule {
    id: "vejledning/V12",
    citation: AFSNIT_3,
    cells: Cells::NONE.required(&[RF, FJ, FP, FP12, FP13, FPU18, FPU17]),
    paths: &[
        pointer!(forberedende_del.sagsgruppe),
        pointer!(forberedende_del.indstilling),
        pointer!(forberedende_del.anbefaling),
    ],
    texts: texts! {
        demand: "Den forberedende del siger ikke, hvad borgeren bør visiteres til",
            "The preparatory part does not say what the citizen should be given";
        finding: "Den forberedende del siger, hvad borgeren bør visiteres til, eller nævner ikke gruppen af sager",
            "The preparatory part says what the citizen should be given, or does not name the group of cases";
        remedy: "Angiv sagens gruppe, og lad indstillingen være teamets",
            "Name the group of the case, and leave the recommendation to the team";
    },
    about: About::HeleForberedendeDel,
    check: Some(|case, _| repeats(case, &[&P3_3_A, &P3_4_PKT1])),
    ..ADVARSEL
};

/// Section 3: the recommendation rests on the relevant documentation.
///
/// Checked: the recommendation names at least one document.
static V13: ProfileRule = ProfileRule {
    id: "vejledning/V13",
    citation: AFSNIT_3,
    phase: Phase::Indstilling,
    cells: BUT_13D.required(ALL_TEAM),
    paths: &[pointer!(indstilling.dokumentation)],
    texts: texts! {
        demand: "Indstillingen er underbygget af dokumentation", "The recommendation is supported by documentation";
        finding: "Indstillingen henviser ikke til dokumentation", "The recommendation refers to no document";
        remedy: "Henvis til mindst ét dokument, som indstillingen bygger på",
            "Refer to at least one document that the recommendation rests on";
        judgement: "Underbygger dokumentationen indstillingen?", "Does the documentation support the recommendation?";
    },
    about: About::Indstilling,
    check: Some(|case, _| documented(&case.indstilling().dokumentation)),
    ..ADVARSEL
};

pub(super) static RULES: &[&ProfileRule] = &[&V1, &V2, &V3, &V4, &V9, &V10, &V12, &V13];

/// Where what the municipality decides settles whether an indsatsdel is required.
pub(super) const COURSES: Cells = Cells::NONE.conditional(BY_OUTCOME);

/// A check of the indsatsdel's measures against something else, where an indsatsdel is required.
pub(super) fn where_required(case: &crate::case::Case<'_>, check: impl FnOnce() -> Answer) -> Answer {
    super::only(indsatsdel_required(case), check)
}
