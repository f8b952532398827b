//! § 7: what the team recommends.

use super::answering::{Given, answered_as, decided, given};
use super::evidence::Listed;
use super::udfald::{JOBAFKLARING, NYT_FORLOEB, UDFALD, is_new_course, jobafklaring, only_the_measures};
use super::words::Check::{Answered, Decided, Described, Own, Review, Then, When};
use super::words::{Circumstance, Further, If};
use super::{
    ALL_TEAM, AND, BUT_13D, Beside, Cells, EFTER_MOEDET, FJ, FP, FP12, FP13, FPU17, FPU18, INDSTILLING, JA22, JANY,
    JAX, Provision, REV, RF, Rule, RuleKind, SDP3, SELV, in_order, texts,
};
use crate::answer::{Answer, Outcome};
use crate::case::{Case, Condition};
use crate::plan::place::{At, Day, Recommended, at, key};
use crate::plan::value::Value as _;
use crate::plan::{Field, IndstilletIndsats, State, Udfald};
use crate::pointer;
use crate::text::{Note, Said, said};

pub(super) static NOT_A_TEAM_OUTCOME: Note = Note::new(
    "notATeamOutcome",
    "Udfaldet er ikke et af dem, teamet kan indstille i denne sagstype",
    "The outcome is not one that the team can recommend in this kind of case",
);

/// § 7, stk. 1: the team recommends ressourceforløb, fleksjob, support for the self-employed or førtidspension; § 11 adds
/// another measure.
///
/// Checked: there is one such outcome, in another case that is put to the team too (A22). One is enough; all four need not be
/// mentioned (T50).
pub(super) static P7_1_A: Rule = Rule {
    id: "P7.1.a",
    provision: Provision::p(7).stk(1).led("1. led"),
    cells: Cells::NONE
        .required(&[RF, FJ, FP, FP12, FP13, SELV, AND])
        .exempt(Provision::p(7).stk(1), &[FPU18, FPU17])
        .exempt(Provision::p(14), &[REV]),
    texts: texts! {
        demand: "Teamet indstiller ressourceforløb, fleksjob, tilskud, førtidspension eller en anden indsats",
            "The team recommends ressourceforløb, fleksjob, support, førtidspension or another measure";
        finding: "Indstillingen har ikke et af de udfald, som § 7, stk. 1, og § 11 nævner",
            "The recommendation has none of the outcomes that § 7, stk. 1, and § 11 name";
        remedy: "Angiv det ene udfald, teamet indstiller", "State the one outcome that the team recommends";
    },
    check: Then(
        &Decided(at!(indstilling.udfald)),
        &Further {
            check: |case| match UDFALD.of(case).value() {
                Some(Udfald::Jobafklaringsindsats | Udfald::NytForloeb | Udfald::Sygedagpengeindsats) => {
                    Answer::missing().with_note(&NOT_A_TEAM_OUTCOME)
                }
                _ => Answer::met(),
            },
            words: said("det er et af dem, § 7, stk. 1, og § 11 nævner", "it is one of those of § 7, stk. 1, and § 11"),
        },
    ),
    ..EFTER_MOEDET
};

/// § 7, stk. 1: the municipality may handle some pension cases without the team.
///
/// Exempts where the case is handled without the team under § 17, stk. 3 (or, as the regulation also cites it, stk. 4; T1),
/// or § 18, stk. 2, of the pensions act. With another ground it is a case for the team.
pub(super) static P7_1_B: Rule = Rule {
    id: "P7.1.b",
    provision: Provision::p(7).stk(1).led("2. led"),
    kind: RuleKind::Exemption,
    cells: Cells::NONE.exempt(Provision::p(7).stk(1), &[FPU18, FPU17]),
    places: &[pointer!(sag.uden_team), pointer!(sag.uden_team_hjemmel)],
    texts: texts! {
        demand: "Visse sager om førtidspension behandles uden om teamet, så der kræves ingen indstilling",
            "Some pension cases are handled without the team, so no recommendation is required";
        finding: "Undtagelsen er ikke i brug", "The exemption is not in use";
        remedy: "Angiv hjemlen: pensionslovens § 17, stk. 3, eller § 18, stk. 2",
            "State the ground: § 17, stk. 3, or § 18, stk. 2, of the pensions act";
        judgement: "Er pensionslovens betingelser for at gå uden om teamet opfyldt?",
            "Are the conditions of the pensions act for going without the team met?";
    },
    own: said(
        "intet særskilt: sagstypen følger af, at sagen behandles uden om teamet, og af hjemlen (pensionslovens § 17, stk. 3, som også er citeret som stk. 4, eller § 18, stk. 2), og i den type fritager undtagelsen fra en indstilling",
        "nothing by itself: the kind of case follows from the case being handled without the team and from the ground (§ 17, stk. 3, of the pensions act, also cited as stk. 4, or § 18, stk. 2), and in that kind it exempts from a recommendation",
    ),
    check: Own(|_| Answer::exempt(Provision::p(7).stk(1))),
    ..EFTER_MOEDET
};

/// § 7, stk. 2, 1. pkt.: the measures of the jobafklaringsforløb.
///
/// Checked: at least one measure, or a text. After a jobafklaringsforløb only where the team recommends a new jobafklaringsforløb.
pub(super) static P7_2_PKT1: Rule = Rule {
    id: "P7.2.pkt1",
    provision: Provision::p(7).stk(2).pkt(1),
    cells: BUT_13D.required(&[JA22, JAX]).conditional(&[JANY]),
    places: &[MEASURES.pointer, IN_WORDS.pointer],
    beside: Beside::Places(&[pointer!(indstilling.indsatser[].beskrivelse)]),
    texts: texts! {
        demand: "Teamet indstiller, hvilken indsats der skal indgå i jobafklaringsforløbet",
            "The team recommends the measures of the jobafklaringsforløb";
        finding: "Indstillingen siger ikke, hvilken indsats der skal indgå i jobafklaringsforløbet",
            "The recommendation does not say which measures the jobafklaringsforløb is to have";
        remedy: "Skriv de indsatser, teamet indstiller", "Write the measures that the team recommends";
        judgement: "Er indsatserne relevante?", "Are the measures relevant?";
    },
    own: MINDST_EN_INDSATS,
    check: When(JOBAFKLARING, &Own(measures)),
    ..EFTER_MOEDET
};

/// Where the measures that the team recommends stand.
pub(super) const MEASURES: At<Recommended> = at!(indstilling.indsatser);
const IN_WORDS: At = at!(indstilling.indsatser_tekst);

const MINDST_EN_INDSATS: Said = said(
    "der er mindst én indsats i listen, om så kun med sit område, eller en tekst; »ingen« giver en advarsel",
    "there is at least one measure in the list, if only with its area, or a text; \"ingen\" is worth a warning",
);

/// At least one measure, or a text. An area says what the measure is about, and that is enough here: concrete offers are
/// voluntary (§ 8, stk. 5, nr. 2; A52). "Ingen" is no measure, in the text or in the list: worth a look (A46).
fn measures(case: &Case<'_>) -> Answer {
    let text = IN_WORDS.given(case);
    match MEASURES.of(case).given() {
        list if list <= text && text != Given::Blank => answered_as(text).at(IN_WORDS.path(case)),
        Given::Answer => said_to_be_none(case).unwrap_or_else(Answer::met),
        Given::Nothing | Given::Reference => Described(at!(indstilling.indsatser[].beskrivelse)).answer(case),
        list => answered_as(list),
    }
}

/// Every measure says "ingen" of what it is: its area says what there is none of (A8). Nothing where one says more, or leaves
/// it at its area.
pub(super) fn said_to_be_none(case: &Case<'_>) -> Option<Answer> {
    let measures = MEASURES.entries(case);
    let is_none = |measure: &Listed<'_, IndstilletIndsats<'_>>| given(&measure.value.beskrivelse) == Given::Nothing;
    if !measures.clone().all(|measure| is_none(&measure)) {
        return None;
    }
    Answer::gravest(
        measures.map(|measure| measure.at(key!(IndstilletIndsats.beskrivelse), answered_as(Given::Nothing))),
    )
}

/// § 7, stk. 2, 2. pkt.: after a jobafklaringsforløb, whether the citizen is to have a new jobafklaringsforløb.
///
/// Checked: yes or no.
pub(super) static P7_2_PKT2: Rule = Rule {
    id: "P7.2.pkt2",
    provision: Provision::p(7).stk(2).pkt(2),
    cells: Cells::NONE.required(&[JANY]),
    texts: texts! {
        demand: "Teamet indstiller, om borgeren skal have et nyt jobafklaringsforløb",
            "The team recommends whether the citizen is to have a new jobafklaringsforløb";
        finding: "Indstillingen siger ikke, om borgeren skal have et nyt jobafklaringsforløb",
            "The recommendation does not say whether the citizen is to have a new jobafklaringsforløb";
        remedy: "Svar ja eller nej til et nyt forløb", "Answer yes or no to a new jobafklaringsforløb";
    },
    check: Decided(at!(indstilling.nyt_forloeb)),
    ..EFTER_MOEDET
};

pub(super) static OUTCOME_CONTRADICTS: Note = Note::new(
    "outcomeContradicts",
    "Indstillingen svarer ja til et nyt forløb, men udfaldet er et andet",
    "The recommendation answers yes to a new jobafklaringsforløb, but the outcome is another",
);

pub(super) static NO_BUT_A_NEW_COURSE: Note = Note::new(
    "noButANewCourse",
    "Indstillingen svarer nej til et nyt forløb, men udfaldet er et nyt forløb",
    "The recommendation answers no to a new jobafklaringsforløb, but the outcome is a new jobafklaringsforløb",
);

/// § 7, stk. 2, 3. pkt.: something else than a new jobafklaringsforløb is recommended as such.
///
/// Checked where the answer to a new jobafklaringsforløb is no: there is an outcome. The list of outcomes is not exhaustive. No
/// with a new one as the outcome is an error; yes with another outcome is worth a look (A31).
pub(super) static P7_2_PKT3_A: Rule = Rule {
    id: "P7.2.pkt3.a",
    provision: Provision::p(7).stk(2).pkt(3).led("1. led"),
    cells: Cells::NONE.conditional(&[JANY]),
    places: &[UDFALD.pointer],
    beside: Beside::Places(&[NYT_FORLOEB.pointer]),
    texts: texts! {
        demand: "Skal borgeren have noget andet end et nyt forløb, afgiver teamet indstilling om det",
            "Where the citizen is to have something else than a new jobafklaringsforløb, the team recommends it";
        finding: "Indstillingen siger nej til et nyt forløb, men ikke, hvad borgeren skal have i stedet",
            "The recommendation says no to a new jobafklaringsforløb, but not what the citizen is to have instead";
        remedy: "Angiv det udfald, teamet indstiller, så det stemmer med svaret om et nyt forløb",
            "State the outcome that the team recommends, so that it agrees with the answer on a new jobafklaringsforløb";
    },
    own: said(
        "er der svaret nej til et nyt forløb, er der et udfald, og det er noget andet end et nyt forløb, ellers en fejl; et ja ved siden af et andet udfald giver en advarsel; er kun udfaldet angivet, gælder det; mangler begge dele, kan det ikke afgøres; ellers ikke relevant",
        "where the answer to a new jobafklaringsforløb is no, there is an outcome, and it is something else than a new jobafklaringsforløb, otherwise an error; a yes beside another outcome is worth a warning; where only the outcome is stated, it governs; without either it cannot be determined; otherwise not relevant",
    ),
    check: Own(|case| {
        match (NYT_FORLOEB.of(case), UDFALD.of(case)) {
            (Field::Unreadable, _) => Answer::unreadable().depends_on_fact(NYT_FORLOEB.pointer),
            (_, Field::Unreadable) => Answer::unreadable(),
            (Field::Present(true), Field::Present(udfald)) if !is_new_course(*udfald) => {
                Answer::warning(&OUTCOME_CONTRADICTS).at(UDFALD.pointer).at(NYT_FORLOEB.pointer)
            }
            (Field::Present(true), _) => Answer::not_relevant(),
            (Field::Present(false), Field::Present(udfald)) if is_new_course(*udfald) => {
                Answer::error(&NO_BUT_A_NEW_COURSE).at(UDFALD.pointer).at(NYT_FORLOEB.pointer)
            }
            (Field::Present(false), udfald) => decided(udfald),
            // Where only the outcome is given, it governs; the missing answer is the second sentence's finding (A31).
            (Field::Absent, Field::Present(udfald)) if is_new_course(*udfald) => Answer::not_relevant(),
            (Field::Absent, Field::Present(_)) => Answer::met(),
            (Field::Absent, Field::Absent) => Answer::lacks(NYT_FORLOEB.pointer),
        }
    }),
    ..EFTER_MOEDET
};

/// Whether something else than a new jobafklaringsforløb is recommended.
fn something_else(case: &Case<'_>) -> Condition {
    match jobafklaring(case) {
        Condition::Holds => Condition::Fails,
        Condition::Fails => Condition::Holds,
        unknown => unknown,
    }
}

const NOGET_ANDET: If = If::Is(&Circumstance {
    holds: something_else,
    words: said(
        "teamet indstiller noget andet end et nyt jobafklaringsforløb",
        "the team recommends something else than a new jobafklaringsforløb",
    ),
});

pub(super) static PREPARATION_UNDETERMINED: Note = Note::new(
    "preparationUndetermined",
    "Kan ikke afgøres, fordi et af kravene i §§ 3-4 ikke kan afgøres",
    "Cannot be determined, because one of the requirements of §§ 3-4 cannot be",
)
.remedy("Se svarene på kravene i §§ 3-4", "See the answers to the requirements of §§ 3-4");

/// § 7, stk. 2, 3. pkt.: provided that the preparatory part can carry it.
///
/// For a person to judge. Checked in support: the requirements of §§ 3-4 are met; otherwise it is worth a look (T31).
pub(super) static P7_2_PKT3_B: Rule = Rule {
    id: "P7.2.pkt3.b",
    provision: Provision::p(7).stk(2).pkt(3).led("2. led"),
    kind: RuleKind::SupportedJudgement,
    cells: Cells::NONE.judgement(&[JANY]),
    places: &[pointer!(forberedende_del)],
    texts: texts! {
        demand: "Den forberedende del kan danne grundlag for en anden indstilling end et nyt forløb",
            "The preparatory part can carry a recommendation of something else than a new jobafklaringsforløb";
        finding: "Kravene til den forberedende del i §§ 3-4 er ikke opfyldt, så det bør overvejes, om den kan danne grundlag for en anden indstilling",
            "The requirements of §§ 3-4 for the preparatory part are not met, so consider whether it can carry another recommendation";
        remedy: "Udfyld den forberedende del, før teamet indstiller andet end et nyt forløb",
            "Complete the preparatory part before the team recommends something else than a new jobafklaringsforløb";
        judgement: "Kan den forberedende del danne grundlag for den anden indstilling?",
            "Can the preparatory part carry the other recommendation?";
    },
    own: said(
        "kravene i §§ 3-4 er opfyldt; er et af dem ikke, eller mangler hele den forberedende del, giver det en advarsel; kan et af dem ikke afgøres, kan dette heller ikke; resten vurderer et menneske",
        "the requirements of §§ 3-4 are met; one that is not, or no preparatory part at all, is worth a warning; where one of them cannot be determined, nor can this; the rest is for a person",
    ),
    check: When(
        NOGET_ANDET,
        &Own(|case| {
            if case.fd_state() == State::Missing {
                return Answer::advice();
            }
            let required = case
                .answers()
                .iter()
                .filter(|(rule, _)| matches!(rule.provision.paragraf, 3 | 4) && rule.kind == RuleKind::Requirement);
            if required.clone().any(|(_, answer)| answer.is_not_met()) {
                Answer::advice()
            } else if required.clone().any(|(_, answer)| answer.outcome() == Outcome::Undetermined) {
                Answer::undetermined(&PREPARATION_UNDETERMINED)
            } else {
                Answer::review()
            }
        }),
    ),
    ..EFTER_MOEDET
};

/// § 7, stk. 3: the measures in a sygedagpenge case of category 3.
///
/// Checked: at least one measure, or a text.
pub(super) static P7_3_A: Rule = Rule {
    id: "P7.3.a",
    provision: Provision::p(7).stk(3),
    cells: Cells::NONE.required(&[SDP3]),
    places: &[MEASURES.pointer, IN_WORDS.pointer],
    beside: Beside::Places(&[pointer!(indstilling.indsatser[].beskrivelse)]),
    texts: texts! {
        demand: "Teamet indstiller, hvilken indsats borgeren skal have i sygedagpengesagen",
            "The team recommends the measures in the sygedagpenge case";
        finding: "Indstillingen siger ikke, hvilken indsats borgeren skal have",
            "The recommendation does not say which measures the citizen is to have";
        remedy: "Skriv de indsatser, teamet indstiller", "Write the measures that the team recommends";
        judgement: "Er indsatserne relevante?", "Are the measures relevant?";
    },
    own: MINDST_EN_INDSATS,
    check: Own(measures),
    ..EFTER_MOEDET
};

/// § 7, stk. 3: the team recommends the measures, and no more.
///
/// Checked: no outcome, or the measures. Another outcome is worth a look (T33, A21), and does not bring § 8, stk. 1, or §§ 9-11 and
/// 16 into play.
pub(super) static P7_3_B: Rule = Rule {
    id: "P7.3.b",
    provision: Provision::p(7).stk(3),
    kind: RuleKind::Advice,
    cells: Cells::NONE.required(&[SDP3]),
    places: &[UDFALD.pointer],
    texts: texts! {
        demand: "Indstillingen i sygedagpengesagen holder sig til indsatsen",
            "The recommendation in the sygedagpenge case keeps to the measures";
        finding: "Indstillingen i sygedagpengesagen går ud på noget andet end indsatsen",
            "The recommendation in the sygedagpenge case is about something else than the measures";
        remedy: "Hold indstillingen til indsatsen; peger sagen på noget andet, så overvej, om den skal behandles som en anden sagstype og forelægges på ny",
            "Keep the recommendation to the measures; if the case points to something else, consider whether it should be handled as another type of case and be put to the team again";
        judgement: "Burde sagen behandles som en anden sagstype?", "Should the case be handled as another type?";
    },
    own: said(
        "indstillingen har intet udfald, eller udfaldet er indsatsen i sygedagpengesagen; et andet udfald giver en advarsel",
        "the recommendation has no outcome, or the outcome is the measures in the sygedagpenge case; another outcome is worth a warning",
    ),
    check: Own(|case| only_the_measures(case, Udfald::Sygedagpengeindsats)),
    ..INDSTILLING
};

const RECOMMENDED: At<Day> = at!(indstilling.dato);
const MADE: At<Day> = at!(indsatsdel.dato);
const MET: At<Day> = at!(moede.dato);

/// § 7, stk. 4, 1. pkt.: the municipality can decide, and make the indsatsdel, on the basis of the recommendation.
///
/// For a person to judge. Checked in support: an indsatsdel that is older than the recommendation is worth a look (T59).
pub(super) static P7_4_PKT1: Rule = Rule {
    id: "P7.4.pkt1",
    provision: Provision::p(7).stk(4).pkt(1),
    kind: RuleKind::SupportedJudgement,
    cells: BUT_13D.judgement(ALL_TEAM),
    // The first is shown with the question, also where there is no indsatsdel.
    places: &[RECOMMENDED.pointer, MADE.pointer, MET.pointer],
    texts: texts! {
        demand: "Indstillingen og den forberedende del kan danne grundlag for afgørelsen og indsatsdelen",
            "The recommendation and the preparatory part can carry the decision and the indsatsdel";
        finding: "Indsatsdelen er ældre end den indstilling, den skal bygge på",
            "The indsatsdel is older than the recommendation that it should rest on";
        remedy: "Ret datoen, eller tilpas indsatsdelen til indstillingen",
            "Correct the date, or adapt the indsatsdel to the recommendation";
        judgement: "Kan indstillingen danne grundlag for kommunens afgørelse og for indsatsdelen?",
            "Can the recommendation carry the municipality's decision and the indsatsdel?";
    },
    own: said(
        "indsatsdelen er ikke dateret før indstillingen, eller før mødet, hvor indstillingen ingen dato har; er den det, giver det en advarsel; resten vurderer et menneske",
        "the indsatsdel is not dated before the recommendation, or before the meeting where the recommendation has no date; if it is, that is worth a warning; the rest is for a person",
    ),
    check: Own(|case| {
        if let Some(unreadable) = [MADE, RECOMMENDED].into_iter().find(|day| day.of(case).is_unreadable()) {
            return unreadable.tell(case, Answer::unreadable());
        }
        let (made, recommended) = (MADE.of(case).value(), RECOMMENDED.of(case).value());
        // Where the recommendation has no date, that of the meeting takes its place.
        let (basis, day) = if recommended.is_none() { (MET, MET.of(case).value()) } else { (RECOMMENDED, recommended) };
        match made {
            Some(_) if basis.of(case).is_unreadable() => basis.tell(case, Answer::unreadable()),
            Some(_) if made < day => MADE.tell(case, basis.tell(case, Answer::advice())),
            _ => Answer::review(),
        }
    }),
    ..EFTER_MOEDET
};

/// § 7, stk. 4, 2. pkt.: the team gives reasons for its recommendation.
///
/// Checked: there are reasons in words.
pub(super) static P7_4_PKT2_A: Rule = Rule {
    id: "P7.4.pkt2.a",
    provision: Provision::p(7).stk(4).pkt(2),
    cells: BUT_13D.required(ALL_TEAM),
    texts: texts! {
        demand: "Indstillingen er begrundet", "The recommendation gives reasons";
        finding: "Indstillingen er ikke begrundet", "The recommendation gives no reasons";
        remedy: "Skriv teamets begrundelse", "Write the team's reasons";
    },
    check: Answered(at!(indstilling.begrundelse)),
    ..EFTER_MOEDET
};

/// § 7, stk. 4, 2. pkt.: the reasons are sufficient.
///
/// For a person to judge; there is no length that would do.
pub(super) static P7_4_PKT2_B: Rule = Rule {
    id: "P7.4.pkt2.b",
    provision: Provision::p(7).stk(4).pkt(2),
    kind: RuleKind::Judgement,
    cells: BUT_13D.judgement(ALL_TEAM),
    places: &[pointer!(indstilling.begrundelse)],
    texts: texts! {
        demand: "Begrundelsen er fyldestgørende", "The reasons are sufficient";
        finding: "Begrundelsen er ikke fyldestgørende", "The reasons are not sufficient";
        remedy: "Uddyb begrundelsen", "Expand the reasons";
        judgement: "Er begrundelsen fyldestgørende?", "Are the reasons sufficient?";
    },
    check: Review,
    ..EFTER_MOEDET
};

in_order! {
    P7_1_A P7_1_B P7_2_PKT1 P7_2_PKT2 P7_2_PKT3_A P7_2_PKT3_B P7_3_A P7_3_B P7_4_PKT1 P7_4_PKT2_A P7_4_PKT2_B
}
