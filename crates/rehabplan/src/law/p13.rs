//! § 13: førtidspension on the citizen's own application, handled on what there is.

use super::markering::{relaxed, unmarked_blanks, unmarked_unreadable};
use super::p02::P2_1_PKT2;
use super::p03::{P3_1_5_C, P3_1_7, P3_2_PKT1_A, P3_2_PKT1_B, P3_2_PKT1_C};
use super::undtagelser::foreliggende_grundlag;
use super::vedlagt::only_attached;
use super::words::Check::{In, Own};
use super::words::Door;
use super::{
    AND, Beside, Cells, FJ, FP13, FPU17, JA22, JANY, JAX, Provision, REV, RF, Rule, SAGEN, SDP3, SELV, in_order, texts,
};
use crate::answer::Answer;
use crate::case::Case;
use crate::plan::place::{At, Flag, at};
use crate::plan::value::{Part, Value as _};
use crate::plan::{Field, State};
use crate::pointer;
use crate::text::{Note, notes, said};

const ANSOEGNING: At<Flag> = at!(sag.ansoegning_17_2);

pub(super) static APPLICATION_NOT_STATED: Note = Note::new(
    "applicationNotStated",
    "Sagen behandles uden om teamet, men planen angiver ikke borgerens ansøgning, så § 13 gælder ikke",
    "The case is handled without the team, but the plan does not state the citizen's application, so § 13 does not apply",
)
.remedy(
    "Angiv borgerens ansøgning, hvis sagen bygger på den; ellers gælder hovedreglerne",
    "State the citizen's application if the case rests on it; otherwise the main rules apply",
);

/// § 13, stk. 1, 1. pkt.: where the citizen applies under § 17, stk. 2, of the pensions act, the case is handled on what
/// there is.
///
/// Checked: the application is stated, and only in cases of førtidspension. Without the team a missing statement is worth a
/// look, and the main rules apply (A9).
pub(super) static P13_1_PKT1: Rule = Rule {
    id: "P13.1.pkt1",
    provision: Provision::p(13).stk(1).pkt(1),
    cells: Cells::NONE.required(&[FP13]).conditional(&[JA22, JAX, JANY, RF, FJ, FPU17, REV, SELV, SDP3, AND]),
    places: &[ANSOEGNING.pointer],
    texts: texts! {
        demand: "Sagen behandles kun på det foreliggende grundlag, når borgeren selv har ansøgt efter § 17, stk. 2, i lov om social pension",
            "The case is handled on what there is only where the citizen has applied under § 17, stk. 2, of the pensions act";
        finding: "§ 13 er påberåbt i en sag, hvor den ikke gælder", "§ 13 is invoked in a case where it does not apply";
        remedy: "Angiv kun § 13, når borgeren selv har ansøgt efter § 17, stk. 2, i lov om social pension; er sagstypen forkert, så ret den",
            "State § 13 only when the citizen has applied under § 17, stk. 2, of the pensions act; if the type of case is wrong, correct it";
    },
    own: said(
        "i en sag efter § 13 er borgerens egen ansøgning angivet; mangler den, giver det en advarsel, og hovedreglerne gælder; i andre sagstyper er det en fejl at angive den",
        "in a case under § 13 the citizen's own application is stated; without it, that is worth a warning, and the main rules apply; in other kinds of case it is an error to state it",
    ),
    check: Own(|case| match (ANSOEGNING.of(case), case.is_any(&[FP13, FPU17])) {
        (Field::Unreadable, _) => Answer::unreadable(),
        (Field::Present(true), true) => Answer::met(),
        (Field::Present(true), false) => Answer::missing(),
        (_, true) => Answer::warning(&APPLICATION_NOT_STATED),
        (_, false) => Answer::not_relevant(),
    }),
    ..SAGEN
};

pub(super) static INFORMATION_OF_THE_CASE_UNUSED: Note = Note::new(
    "informationOfTheCaseUnused",
    "Oplysninger, som sagen selv har, er tomme uden markering: helbredsdokumentation, forsørgelseshistorik eller hidtidig indsats",
    "Information that the case itself holds is blank and not marked: health documentation, history of support or measures so far",
);

/// What § 13 asks for is asked only where the case is handled on what there is.
const GRUNDLAGET: Door = Door {
    shut: |case| (!foreliggende_grundlag(case)).then(|| Answer::not_applicable(&notes::EXEMPTION_NOT_USED)),
    words: said(
        "sagen behandles på det foreliggende grundlag, fordi borgerens ansøgning er angivet",
        "the case is handled on what there is, since the citizen's application is stated",
    ),
};

/// The requirements for what the case itself holds (A18).
static INFORMATION_OF_THE_CASE: &[&Rule] = &[&P3_1_5_C, &P3_1_7, &P3_2_PKT1_A, &P3_2_PKT1_B, &P3_2_PKT1_C];

/// What is filled in of § 3, stk. 1-2: of all that its requirements ask for, and the citizen's own assessment, which stk. 1, 1. pkt.,
/// names and leaves to a person. A health measure is not asked for, so it is none of it.
fn information(case: &Case<'_>) -> State {
    let part: &dyn Part<'_> = case.fd();
    let mut most = case.fd().borgerens_egen_vurdering.state();
    let mut see = |path: &'static str| {
        let below = path.strip_prefix(pointer!(forberedende_del)).unwrap_or_default();
        most = most.max(part.state_at(below.split('/').skip(1)));
    };
    relaxed().for_each(|rule| rule.each_path(&mut see));
    most
}

/// § 13, stk. 1, 2. pkt.: the preparatory part is made from the information of the case.
///
/// Checked: at least one field of § 3, stk. 1-2, is filled in. A health measure is none: stk. 2 names employment and social
/// measures. Health documentation, history of support and measures so far are things that the case itself holds, so leaving
/// them blank without a mark is worth a look, never an error (A18). One that cannot be read, and no mark covers, may be blank
/// or not (A50). A part that consists of attached documents holds the information of the case, but only a person can read it.
pub(super) static P13_1_PKT2: Rule = Rule {
    id: "P13.1.pkt2",
    provision: Provision::p(13).stk(1).pkt(2),
    cells: Cells::NONE.required(&[FP13, FPU17]),
    places: &[pointer!(forberedende_del)],
    beside: Beside::Of(|see| INFORMATION_OF_THE_CASE.iter().for_each(|rule| rule.each_place(see))),
    texts: texts! {
        demand: "Den forberedende del er udarbejdet ud fra sagens oplysninger",
            "The preparatory part is made from the information of the case";
        finding: "Den forberedende del rummer ingen af de oplysninger, § 3, stk. 1-2, nævner",
            "The preparatory part holds none of the information that § 3, stk. 1-2, names";
        remedy: "Udfyld den forberedende del med de oplysninger, sagen har",
            "Fill in the preparatory part with the information that the case holds";
        judgement: "Er sagens oplysninger brugt?", "Has the information of the case been used?";
    },
    own: said(
        "mindst ét felt efter § 3, stk. 1-2, er udfyldt; er helbredsdokumentation, forsørgelseshistorik eller hidtidig indsats tom og ikke markeret, giver det en advarsel; er delen alene vedlagt, kan det ikke afgøres",
        "at least one field of § 3, stk. 1-2, is filled in; health documentation, history of support or measures so far that are blank and not marked are worth a warning; where the part is only attached, it cannot be determined",
    ),
    check: In(
        &GRUNDLAGET,
        &Own(|case| {
            if case.fd_state() == State::Missing {
                return Answer::missing().same_as_rule(&P2_1_PKT2);
            }
            match information(case) {
                State::Missing => only_attached(case).unwrap_or_else(Answer::missing),
                State::Unreadable => Answer::unreadable(),
                // Whether what is referred to is the information of the case, nobody can see (A36).
                State::Reference => Answer::undetermined(&notes::ATTACHED),
                State::Nothing | State::Present => {
                    let unreadable = unmarked_unreadable(case, &mut INFORMATION_OF_THE_CASE.iter().copied());
                    match unmarked_blanks(case, &mut INFORMATION_OF_THE_CASE.iter().copied()) {
                        _ if !unreadable.is_empty() => Answer::unreadable().at_all(unreadable),
                        None => Answer::unreadable().at(pointer!(forberedende_del.ikke_relevant_eller_muligt)),
                        Some(blanks) if blanks.is_empty() => Answer::met(),
                        Some(blanks) => Answer::warning(&INFORMATION_OF_THE_CASE_UNUSED).at_all(blanks),
                    }
                }
            }
        }),
    ),
    ..SAGEN
};

in_order! {
    P13_1_PKT1 P13_1_PKT2
}
