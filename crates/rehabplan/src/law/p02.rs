//! § 2: the plan has a preparatory part, made together with the citizen, and decisions rest on it.

use super::answering::{Given, answered_as, decided};
use super::words::Check::{self, NotAfter, Own, Review};
use super::{
    ALL_BUT_13D, BUT_13D, Cells, FORBEREDELSE, FP13, FPU17, FPU18, HELE_FORBEREDELSEN, Provision, REV, Rule, RuleKind,
    SAGEN, TEAM, in_order, texts,
};
use crate::answer::Answer;
use crate::case::Phase;
use crate::plan::place::{At, Day, Flag, at};
use crate::plan::{Field, State};
use crate::pointer;
use crate::text::{Note, notes, said};

/// § 2, stk. 1, 2. pkt.: there is a preparatory part for everyone whose case is to be handled by the team, and through
/// § 1, stk. 3-4, also without the team and in revalidering (T21).
///
/// Checked: at least one field of the part is filled in. § 12 marks do not count (A7). When the part is missing, this
/// is the one finding, and the rules about its content are not relevant (A17).
pub(super) static P2_1_PKT2: Rule = Rule {
    id: "P2.1.pkt2",
    provision: Provision::p(2).stk(1).pkt(2),
    cells: BUT_13D.required(ALL_BUT_13D),
    places: &[pointer!(forberedende_del)],
    texts: texts! {
        demand: "Planen har en forberedende del", "The plan has a preparatory part";
        finding: "Planen har ingen forberedende del", "The plan has no preparatory part";
        remedy: "Udarbejd den forberedende del sammen med borgeren",
            "Make the preparatory part together with the citizen";
    },
    own: said(
        "mindst ét felt i den forberedende del er udfyldt; markeringer efter § 12 tæller ikke med",
        "at least one field of the preparatory part is filled in; marks under § 12 do not count",
    ),
    check: Own(|case| match case.fd_state() {
        State::Missing => Answer::missing(),
        State::Unreadable => Answer::unreadable(),
        State::Nothing | State::Reference | State::Present => Answer::met(),
    }),
    ..SAGEN
};

pub(super) static NOT_WITH_THE_CITIZEN: Note = Note::new(
    "notWithTheCitizen",
    "Den forberedende del er ikke udarbejdet sammen med borgeren; planen siger hvorfor",
    "The preparatory part was not made together with the citizen; the plan says why",
)
.remedy(
    "Overvej, om borgeren kan inddrages, før sagen behandles",
    "Consider whether the citizen can take part before the case is handled",
);

const MED_BORGEREN: At<Flag> = at!(forberedende_del.samarbejde.med_borger);
const BEGRUNDELSE: At = at!(forberedende_del.samarbejde.begrundelse);

/// § 2, stk. 2 (and § 3, stk. 1, 1. pkt.): the preparatory part is made together with the citizen.
///
/// Checked: the plan says yes. No, with the reason why, is worth a look (T40); no without a reason, or silence, is an
/// error. Whether the cooperation was real is for a person to judge, and in a § 13 case all of it is (A16).
pub(super) static P2_2_A: Rule = Rule {
    id: "P2.2.a",
    provision: Provision::p(2).stk(2).led("1. led"),
    cells: BUT_13D.required(ALL_BUT_13D).judgement(&[FP13, FPU17]),
    places: &[MED_BORGEREN.pointer, BEGRUNDELSE.pointer],
    texts: texts! {
        demand: "Den forberedende del er udarbejdet i samarbejde med borgeren",
            "The preparatory part is made in cooperation with the citizen";
        finding: "Det fremgår ikke, at den forberedende del er udarbejdet i samarbejde med borgeren",
            "The plan does not say that the preparatory part was made in cooperation with the citizen";
        remedy: "Angiv, om den forberedende del er udarbejdet sammen med borgeren; er den ikke det, så skriv hvorfor",
            "Say whether the preparatory part was made together with the citizen; if not, say why";
        judgement: "Var samarbejdet med borgeren reelt?", "Was the cooperation with the citizen real?";
    },
    own: said(
        "planen siger ja til, at den forberedende del er udarbejdet sammen med borgeren; et nej med begrundelse giver en advarsel, og et nej uden begrundelse er en fejl ligesom intet svar",
        "the plan says yes to the preparatory part having been made with the citizen; a no with reasons is worth a warning, and a no without them is an error, as no answer is",
    ),
    check: Own(|case| match MED_BORGEREN.of(case) {
        Field::Present(false) => match BEGRUNDELSE.given(case) {
            Given::Answer => MED_BORGEREN.tell(case, Answer::warning(&NOT_WITH_THE_CITIZEN)),
            other => BEGRUNDELSE.tell(case, answered_as(other)),
        },
        answer => MED_BORGEREN.tell(case, decided(answer)),
    }),
    ..FORBEREDELSE
};

/// § 2, stk. 2: the starting point is the citizen's job and education goals, resources and whole situation.
///
/// Nothing of its own is checked: wishes, resources and situation have requirements in § 3. The rest is for a person.
pub(super) static P2_2_B: Rule = Rule {
    id: "P2.2.b",
    provision: Provision::p(2).stk(2).led("2. led"),
    kind: RuleKind::Judgement,
    cells: BUT_13D.judgement(ALL_BUT_13D),
    places: &[pointer!(forberedende_del)],
    texts: texts! {
        demand: "Den forberedende del tager udgangspunkt i borgerens mål, ressourcer og samlede situation",
            "The preparatory part starts from the citizen's goals, resources and whole situation";
        finding: "Den forberedende del tager ikke udgangspunkt i borgerens mål, ressourcer og samlede situation",
            "The preparatory part does not start from the citizen's goals, resources and whole situation";
        remedy: "Lad borgerens egne mål, ressourcer og situation styre beskrivelsen",
            "Let the citizen's own goals, resources and situation guide the description";
        judgement: "Tager den forberedende del udgangspunkt i borgerens mål, ressourcer og samlede situation?",
            "Does the preparatory part start from the citizen's goals, resources and whole situation?";
    },
    check: Review,
    ..FORBEREDELSE
};

const FD_DATO: At<Day> = at!(forberedende_del.dato);
const IND_DATO: At<Day> = at!(indstilling.dato);
const AFG_DATO: At<Day> = at!(afgoerelse.dato);

/// The preparatory part is not dated after the decision that rests on it; without a team the decision takes the place
/// of the meeting (T15).
const BEFORE_THE_DECISION: Check = NotAfter(FD_DATO, AFG_DATO);

/// § 2, stk. 3, nr. 1: the team's recommendation, and the decision in the same cases, rest on the preparatory part.
///
/// Checked: the preparatory part is not dated after the recommendation, nor that after the decision; the
/// same day will do. A missing date leaves it undetermined; before the decision its date is not asked for, but held
/// against the others where it stands (A40). Whether the content was really used is for a person.
pub(super) static P2_3_1: Rule = Rule {
    id: "P2.3.1",
    provision: Provision::p(2).stk(3).nr(1),
    phase: Phase::Indstilling,
    cells: BUT_13D.required(TEAM),
    places: &[FD_DATO.pointer, IND_DATO.pointer, AFG_DATO.pointer],
    texts: texts! {
        demand: "Den forberedende del ligger til grund for teamets indstilling og kommunens afgørelse",
            "The team's recommendation and the municipality's decision rest on the preparatory part";
        finding: "Datoerne viser, at den forberedende del eller indstillingen er dateret efter det, den skal ligge til grund for",
            "The dates show that the preparatory part or the recommendation is dated after what should rest on it";
        remedy: "Lad indstilling og afgørelse bygge på den færdige forberedende del; er en dato forkert, så ret den",
            "Let recommendation and decision rest on the finished preparatory part; if a date is wrong, correct it";
        judgement: "Er indholdet af den forberedende del faktisk brugt?",
            "Has the content of the preparatory part really been used?";
    },
    own: said(
        "den forberedende del er ikke dateret efter indstillingen eller afgørelsen, og indstillingen ikke efter afgørelsen; samme dag er nok; mangler en dato, kan det ikke afgøres; før afgørelsen kræves dens dato ikke",
        "the preparatory part is not dated after the recommendation or the decision, nor the recommendation after the decision; the same day will do; without a date it cannot be determined; before the decision its date is not asked for",
    ),
    check: Own(|case| {
        let before_recommendation = NotAfter(FD_DATO, IND_DATO).answer(case);
        // Where the whole recommendation is missing, § 7 says so, and its date is not asked for here as well.
        let no_recommendation = case.indstilling_state() == State::Missing;
        if case.phase < Phase::Indsats && AFG_DATO.of(case).is_absent() {
            return if no_recommendation {
                Answer::not_applicable(&notes::PART_MISSING)
            } else {
                before_recommendation
            };
        }
        let before_decision = BEFORE_THE_DECISION.answer(case);
        if no_recommendation {
            return if before_decision.is_met() {
                Answer::not_applicable(&notes::PART_MISSING)
            } else {
                before_decision
            };
        }
        Answer::all([before_recommendation, NotAfter(IND_DATO, AFG_DATO).answer(case), before_decision])
    }),
    ..HELE_FORBEREDELSEN
};

/// § 2, stk. 3, nr. 2: the decision on førtidspension without the team rests on the preparatory part.
///
/// Checked: the part is not dated after the decision.
pub(super) static P2_3_2: Rule = Rule {
    id: "P2.3.2",
    provision: Provision::p(2).stk(3).nr(2),
    phase: Phase::Indsats,
    cells: Cells::NONE.required(&[FPU18, FPU17]),
    texts: texts! {
        demand: "Den forberedende del ligger til grund for kommunens afgørelse uden om teamet",
            "The municipality's decision without the team rests on the preparatory part";
        finding: "Den forberedende del er dateret efter den afgørelse, den skal ligge til grund for",
            "The preparatory part is dated after the decision that should rest on it";
        remedy: "Træf afgørelsen på den færdige forberedende del; er en dato forkert, så ret den",
            "Decide on the finished preparatory part; if a date is wrong, correct it";
        judgement: "Er indholdet af den forberedende del faktisk brugt?",
            "Has the content of the preparatory part really been used?";
    },
    check: BEFORE_THE_DECISION,
    ..HELE_FORBEREDELSEN
};

/// § 2, stk. 3, nr. 3: the assessment of revalidering rests on the preparatory part.
///
/// Checked: the part is not dated after the decision. § 14, 1. pkt., repeats it (A2).
pub(super) static P2_3_3: Rule = Rule {
    id: "P2.3.3",
    provision: Provision::p(2).stk(3).nr(3),
    phase: Phase::Indsats,
    cells: Cells::NONE.required(&[REV]),
    texts: texts! {
        demand: "Den forberedende del ligger til grund for vurderingen af revalidering",
            "The assessment of revalidering rests on the preparatory part";
        finding: "Den forberedende del er dateret efter den afgørelse om revalidering, den skal ligge til grund for",
            "The preparatory part is dated after the decision on revalidering that should rest on it";
        remedy: "Træf afgørelsen på den færdige forberedende del; er en dato forkert, så ret den",
            "Decide on the finished preparatory part; if a date is wrong, correct it";
        judgement: "Er indholdet af den forberedende del faktisk brugt?",
            "Has the content of the preparatory part really been used?";
    },
    check: BEFORE_THE_DECISION,
    ..HELE_FORBEREDELSEN
};

in_order! {
    P2_1_PKT2 P2_2_A P2_2_B P2_3_1 P2_3_2 P2_3_3
}
