//! § 3: what the municipality and the citizen prepare. Stk. 2, the measures so far, is in `p03/stk2.rs`.

use super::answering::{Given, answered, answered_as, documents, given};
use super::fritekst::{recommending, searched, unreadable};
use super::udfald::only_the_measures;
use super::undtagelser::foreliggende_grundlag;
use super::vedlagt::only_attached;
use super::words::Check::{
    All, Answered, AnsweredOrListed, AnsweredOrNone, Decided, DocumentedOrNone, NotAfter, Own, OwnOrJoint, Review, Then,
};
use super::words::Further;
use super::{
    ALL_BUT_13D, ALL_TEAM, BUT_13D, Beside, FJ, FORBEREDELSE, FP, FP12, FP13, FPU17, HELE_FORBEREDELSEN, INDSTILLING,
    JA22, JANY, JAX, Provision, RF, Rule, RuleKind, SDP3, SELV, in_order, texts,
};
use crate::answer::Answer;
use crate::plan::place::{At, at};
use crate::plan::value::Value as _;
use crate::plan::{Sagsgruppe, State, Udfald};
use crate::pointer;
use crate::text::{Note, notes, said};

mod stk2;

use stk2::DEN_HIDTIDIGE_INDSATS;
#[cfg(feature = "profiles")]
pub(crate) use stk2::HIDTIL;
pub(super) use stk2::{P3_2_PKT1_A, P3_2_PKT1_B, P3_2_PKT1_C};
use stk2::{P3_2_PKT1_D, P3_2_PKT2_A, P3_2_PKT2_B, P3_2_PKT2_C, P3_2_PKT2_D};

/// Where the list of § 3, stk. 1, nr. 1-7, applies: in the cases of stk. 2, which §§ 12-13 relax (T2), but not for the
/// self-employed, who have a list of their own (§ 15, stk. 1; T4).
const LISTEN: Rule =
    Rule { cells: DEN_HIDTIDIGE_INDSATS.cells.exempt(Provision::p(15).stk(1), &[SELV]), ..DEN_HIDTIDIGE_INDSATS };

/// § 3, stk. 1, 1. pkt.: the preparatory part is made before the team's meeting.
///
/// Checked: the part is not dated after the meeting; the same day will do. Without either date it cannot be determined.
/// Without a team § 2, stk. 3, nr. 2-3, takes the place of this (T15).
pub(super) static P3_1_PKT1_A: Rule = Rule {
    id: "P3.1.pkt1.a",
    provision: Provision::p(3).stk(1).pkt(1).led("1. led"),
    cells: BUT_13D.required(ALL_TEAM),
    texts: texts! {
        demand: "Den forberedende del er færdig før teamets møde",
            "The preparatory part is finished before the team meets";
        finding: "Den forberedende del er dateret efter teamets møde",
            "The preparatory part is dated after the team's meeting";
        remedy: "Behandl sagen på et møde, efter at den forberedende del er færdig; er en dato forkert, så ret den",
            "Handle the case at a meeting after the preparatory part is finished; if a date is wrong, correct it";
    },
    check: NotAfter(at!(forberedende_del.dato), at!(moede.dato)),
    ..HELE_FORBEREDELSEN
};

/// § 3, stk. 1, 1. pkt.: the starting point is what the municipality already knows and the citizen's own assessment. (The second
/// part of the sentence, that it is made together with the citizen, is § 2, stk. 2: P2.2.a.)
///
/// For a person to judge. Checked in support: the citizen's own assessment is filled in; blank is worth a look, but not in
/// a § 13 case, which is handled on what there is, and attached documents alone may hold it (A42).
pub(super) static P3_1_PKT1_C: Rule = Rule {
    id: "P3.1.pkt1.c",
    provision: Provision::p(3).stk(1).pkt(1).led("3. led"),
    kind: RuleKind::SupportedJudgement,
    cells: BUT_13D.judgement(ALL_BUT_13D),
    places: &[pointer!(forberedende_del.borgerens_egen_vurdering)],
    texts: texts! {
        demand: "Den forberedende del tager udgangspunkt i foreliggende oplysninger og borgerens egen vurdering",
            "The preparatory part starts from existing information and the citizen's own assessment";
        finding: "Borgerens egen vurdering af den samlede situation er ikke beskrevet",
            "The citizen's own assessment of the whole situation is not described";
        remedy: "Skriv, hvordan borgeren selv vurderer sin samlede situation",
            "Write how the citizen sees the whole situation";
        judgement: "Tager den forberedende del reelt udgangspunkt i kommunens oplysninger og borgerens egen vurdering?",
            "Does the preparatory part really start from the municipality's information and the citizen's own assessment?";
    },
    own: said(
        "borgerens egen vurdering er udfyldt; er den tom, giver det en advarsel, dog ikke i en sag, der efter § 13 behandles på det foreliggende grundlag; er den forberedende del alene vedlagt, kan det ikke afgøres; resten vurderer et menneske",
        "the citizen's own assessment is filled in; a blank one is worth a warning, but not in a case that is handled on what there is under § 13; where the preparatory part is only attached, it cannot be determined; the rest is for a person",
    ),
    check: Own(|case| {
        if foreliggende_grundlag(case) {
            return Answer::review();
        }
        if let Some(unclear) = only_attached(case) {
            return unclear;
        }
        let answer = answered(&case.fd().borgerens_egen_vurdering);
        if answer.is_met() { Answer::review() } else { answer.at_most_warning() }
    }),
    ..FORBEREDELSE
};

/// § 3, stk. 1, 2. pkt.: the facts of the case are complete before the team handles it.
///
/// For a person to judge. § 13 gives way to what there is (T37); under § 12 a sufficient basis will do (P12.1.pkt1.c).
pub(super) static P3_1_PKT2: Rule = Rule {
    id: "P3.1.pkt2",
    provision: Provision::p(3).stk(1).pkt(2),
    kind: RuleKind::Judgement,
    cells: BUT_13D
        .judgement(ALL_BUT_13D)
        .exempt(Provision::p(13).stk(1), &[FP13])
        .exempt(Provision::p(13).stk(2), &[FPU17]),
    places: &[pointer!(forberedende_del)],
    texts: texts! {
        demand: "Sagen er fuldt oplyst, før den behandles", "The facts of the case are complete before it is handled";
        finding: "Sagen er ikke fuldt oplyst", "The facts of the case are not complete";
        remedy: "Indhent de oplysninger, der mangler", "Obtain the information that is missing";
        judgement: "Er sagen fuldt oplyst? I § 12-sager er målestokken et tilstrækkeligt grundlag.",
            "Are the facts of the case complete? In § 12 cases the standard is a sufficient basis.";
    },
    check: Review,
    ..FORBEREDELSE
};

/// § 3, stk. 1, nr. 1: experience and resources in relation to work and education.
///
/// Checked: there is an answer in words. Somebody who has never had a job has an answer too. Whether it is sufficient is for
/// a person.
pub(super) static P3_1_1_A: Rule = Rule {
    id: "P3.1.1.a",
    provision: Provision::p(3).stk(1).nr(1),
    texts: texts! {
        described: "Borgerens erfaringer og ressourcer i forhold til job og uddannelse",
            "The citizen's experience and resources in relation to work and education are";
        remedy: "Beskriv erfaringer og ressourcer; har borgeren aldrig haft job, så skriv det",
            "Describe experience and resources; if the citizen has never had a job, say so";
        judgement: "Er beskrivelsen fyldestgørende?", "Is the description sufficient?";
    },
    check: Answered(at!(forberedende_del.erfaringer_ressourcer)),
    ..LISTEN
};

const CV: &str = pointer!(forberedende_del.cv);
const CV_DOKUMENTER: &str = pointer!(forberedende_del.cv_dokumenter);

/// § 3, stk. 1, nr. 1: the citizen's CV.
///
/// Checked: there is a CV as text, or at least one document, or a reference to one: "see above" is one like the others
/// (A36). Whether it is up to date is for a person.
pub(super) static P3_1_1_B: Rule = Rule {
    id: "P3.1.1.b",
    provision: Provision::p(3).stk(1).nr(1),
    places: &[CV, CV_DOKUMENTER],
    texts: texts! {
        demand: "Borgerens CV er med", "The citizen's CV is there";
        finding: "Borgerens CV mangler", "The citizen's CV is missing";
        remedy: "Skriv CV'et, eller henvis til det som dokument; har borgeren ingen erhvervserfaring, så skriv det",
            "Write the CV or refer to it as a document; if the citizen has no work experience, say so";
        judgement: "Er CV'et aktuelt?", "Is the CV up to date?";
    },
    own: said(
        "CV'et er skrevet, eller der er mindst ét dokument eller en henvisning til et; »ingen« uden et dokument giver en advarsel",
        "the CV is written, or there is at least one document or a reference to one; \"ingen\" without a document is worth a warning",
    ),
    check: Own(|case| {
        let fd = case.fd();
        match (given(&fd.cv), documents(&fd.cv_dokumenter)) {
            // A reference is a document, and a document is what is asked for.
            (Given::Answer | Given::Reference, _) => Answer::met(),
            (_, Given::Answer) => Answer::met().at(CV_DOKUMENTER),
            (Given::Nothing | Given::Unreadable, _) => answered(&fd.cv).at(CV),
            (Given::Blank, Given::Blank) => Answer::missing(),
            (Given::Blank, documents) => answered_as(documents).at(CV_DOKUMENTER),
        }
    }),
    ..LISTEN
};

pub(super) static FAMILY_OR_NETWORK_BLANK: Note = Note::new(
    "familyOrNetworkBlank",
    "Familie eller netværk er ikke beskrevet for sig under de personlige ressourcer",
    "Family or network is not described on its own under the personal resources",
);

const RESSOURCER: At = at!(forberedende_del.personlige_ressourcer.beskrivelse);
const FAMILIE: At = at!(forberedende_del.personlige_ressourcer.familie);
const NETVAERK: At = at!(forberedende_del.personlige_ressourcer.netvaerk);

/// § 3, stk. 1, nr. 2: personal resources, including family and network.
///
/// Checked: something is filled in. Family or network left blank is worth a look. "No network" is an answer; where all that is
/// filled in says that there is nothing, no resources are described, which is worth a look (A8).
pub(super) static P3_1_2: Rule = Rule {
    id: "P3.1.2",
    provision: Provision::p(3).stk(1).nr(2),
    places: &[RESSOURCER.pointer, FAMILIE.pointer, NETVAERK.pointer],
    texts: texts! {
        demand: "Borgerens personlige ressourcer, herunder familie og netværk, er beskrevet",
            "The citizen's personal resources, including family and network, are described";
        finding: "Borgerens personlige ressourcer er ikke beskrevet",
            "The citizen's personal resources are not described";
        remedy: "Beskriv de personlige ressourcer samt familie og netværk; »intet netværk« er et svar",
            "Describe the personal resources and family and network; \"no network\" is an answer";
        judgement: "Er familie, netværk og andre personlige ressourcer dækket?",
            "Are family, network and other personal resources covered?";
    },
    own: said(
        "mindst ét af de tre felter er udfyldt; er familie eller netværk ikke beskrevet for sig, giver det en advarsel; »ingen« er et svar om den ene eller den anden, men siger alle felter kun det, giver det en advarsel",
        "at least one of the three fields is filled in; family or network not described on its own is worth a warning; \"ingen\" is an answer about either, but where all fields say no more than that, it is worth a warning",
    ),
    check: Own(|case| {
        match case.fd().personlige_ressourcer.state() {
            State::Missing => return RESSOURCER.tell(case, Answer::missing()),
            // No family and no network are answers, beside a word on what there is.
            State::Nothing => {
                let parts = [RESSOURCER, FAMILIE, NETVAERK];
                return Answer::all(parts.map(|place| match place.given(case) {
                    Given::Blank => Answer::met(),
                    nothing => place.tell(case, answered_as(nothing)),
                }));
            }
            _ => {}
        }
        // Family or network alone still describes personal resources; the other way round is worth a look.
        let blank = Answer::warning(&FAMILY_OR_NETWORK_BLANK);
        let parts = [(RESSOURCER, Answer::met()), (FAMILIE, blank.clone()), (NETVAERK, blank)];
        let is_in_the_others = RESSOURCER.given(case) == Given::Blank;
        Answer::all(parts.map(|(place, blank)| {
            if place.given(case) == Given::Blank {
                return place.tell(case, blank);
            }
            match AnsweredOrNone(place).answer(case) {
                met if met.is_met() && is_in_the_others => place.found(case),
                answer => place.tell(case, answer),
            }
        }))
    }),
    ..LISTEN
};

/// § 3, stk. 1, nr. 3: employment challenges.
///
/// Checked: there is an answer in words. "Ingen" is worth a look here, unlike for the social ones: the plan is made because the
/// citizen has challenges in getting into work or education, so that there are none is hardly meant (A8). One text for both
/// kinds of challenges is accepted, with a warning.
pub(super) static P3_1_3_A: Rule = Rule {
    id: "P3.1.3.a",
    provision: Provision::p(3).stk(1).nr(3),
    texts: texts! {
        described: "Borgerens beskæftigelsesmæssige udfordringer", "The citizen's employment challenges are";
        remedy: "Beskriv de beskæftigelsesmæssige udfordringer i forhold til at komme i job eller uddannelse",
            "Describe the employment challenges in getting into work or education";
        judgement: "Er udfordringerne dækket?", "Are the challenges covered?";
    },
    check: OwnOrJoint(&Answered(at!(forberedende_del.udfordringer.beskaeftigelse)), UDFORDRINGER, &[]),
    ..LISTEN
};

/// One text for both kinds of challenges.
const UDFORDRINGER: At = at!(forberedende_del.udfordringer.samlet);

/// § 3, stk. 1, nr. 3: social challenges.
///
/// Checked: there is an answer in words; "ingen" is one, since a citizen may have no social challenges (A8). Only employment
/// challenges filled in is an error here.
pub(super) static P3_1_3_B: Rule = Rule {
    id: "P3.1.3.b",
    provision: Provision::p(3).stk(1).nr(3),
    texts: texts! {
        described: "Borgerens sociale udfordringer", "The citizen's social challenges are";
        remedy: "Beskriv de sociale udfordringer; »ingen« er et svar",
            "Describe the social challenges; \"ingen\" is an answer";
        judgement: "Er udfordringerne dækket?", "Are the challenges covered?";
    },
    check: OwnOrJoint(&AnsweredOrNone(at!(forberedende_del.udfordringer.sociale)), UDFORDRINGER, &[&P3_1_3_A]),
    ..LISTEN
};

/// § 3, stk. 1, nr. 4: the citizen's wishes for future work and education.
///
/// Checked: there is an answer. "Ingen" is one, and so is the wish for a pension.
pub(super) static P3_1_4: Rule = Rule {
    id: "P3.1.4",
    provision: Provision::p(3).stk(1).nr(4),
    texts: texts! {
        demand: "Borgerens ønsker til fremtidigt job og uddannelse er beskrevet",
            "The citizen's wishes for future work and education are described";
        finding: "Borgerens ønsker til job og uddannelse er ikke beskrevet",
            "The citizen's wishes for work and education are not described";
        remedy: "Beskriv ønskerne i borgerens egne ord; »ingen ønsker« er et svar",
            "Describe the wishes in the citizen's own words; \"no wishes\" is an answer";
    },
    check: AnsweredOrNone(at!(forberedende_del.oensker)),
    ..LISTEN
};

/// § 3, stk. 1, nr. 5: the health situation.
///
/// Checked: there is an answer in words.
pub(super) static P3_1_5_A: Rule = Rule {
    id: "P3.1.5.a",
    provision: Provision::p(3).stk(1).nr(5),
    texts: texts! {
        described: "Borgerens helbredssituation", "The citizen's health situation is";
        remedy: "Beskriv helbredssituationen", "Describe the health situation";
        judgement: "Er beskrivelsen fyldestgørende?", "Is the description sufficient?";
    },
    check: Answered(at!(forberedende_del.helbred.situation)),
    ..LISTEN
};

/// § 3, stk. 1, nr. 5: ongoing examination or treatment.
///
/// Checked: there is an answer. "Ingen" is one; a field left out is not.
pub(super) static P3_1_5_B: Rule = Rule {
    id: "P3.1.5.b",
    provision: Provision::p(3).stk(1).nr(5),
    texts: texts! {
        says: "om der er igangværende undersøgelse eller behandling",
            "whether there is ongoing examination or treatment";
        remedy: "Beskriv undersøgelse og behandling; er der ingen, så skriv »ingen«",
            "Describe examination and treatment; if there is none, write \"ingen\"";
        judgement: "Er oplysningerne aktuelle?", "Is the information up to date?";
    },
    check: AnsweredOrNone(at!(forberedende_del.helbred.igangvaerende)),
    ..LISTEN
};

/// § 3, stk. 1, nr. 5: relevant health information with documentation that the municipality already has (T37).
///
/// Checked: at least one document, or the express statement that there is none.
pub(super) static P3_1_5_C: Rule = Rule {
    id: "P3.1.5.c",
    provision: Provision::p(3).stk(1).nr(5),
    texts: texts! {
        demand: "De helbredsoplysninger, kommunen allerede har, er med som dokumentation",
            "The health information that the municipality already has is documented";
        finding: "Dokumentation for foreliggende helbredsoplysninger mangler",
            "Documentation of existing health information is missing";
        remedy: "Henvis til lægeattester mv., eller angiv udtrykkeligt, at ingen foreligger",
            "Refer to medical certificates and the like, or state expressly that there are none";
        judgement: "Er alle relevante helbredsoplysninger, som kommunen har, med?",
            "Is all relevant health information that the municipality has included?";
    },
    check: DocumentedOrNone(
        at!(forberedende_del.helbred.dokumentation),
        at!(forberedende_del.helbred.ingen_foreliggende),
    ),
    ..LISTEN
};

/// § 3, stk. 1, nr. 6: the citizen's own assessment of what health means for work and education (T36).
///
/// Checked: there is an answer in words. Whose voice it is, is for a person.
pub(super) static P3_1_6: Rule = Rule {
    id: "P3.1.6",
    provision: Provision::p(3).stk(1).nr(6),
    texts: texts! {
        described: "Borgerens egen vurdering af helbredets betydning for job og uddannelse",
            "The citizen's own assessment of what health means for work and education is";
        remedy: "Skriv borgerens egen vurdering, ikke lægens eller kommunens",
            "Write the citizen's own assessment, not the doctor's or the municipality's";
        judgement: "Er det borgerens egen stemme?", "Is it the citizen's own voice?";
    },
    check: Answered(at!(forberedende_del.helbred.borgerens_vurdering)),
    ..LISTEN
};

/// § 3, stk. 1, nr. 7: the history of support, from the municipality's information.
///
/// Checked: a text, or at least one period that says what the support was: dates alone are no history. "Ingen" is none either,
/// in the text or in the list: worth a look (A46). A period that only refers to a document, with dates or without, a machine
/// cannot read. The provision sets no least length, and the days are not held against each other (A6 names the periods of the
/// plan and earlier measures).
pub(super) static P3_1_7: Rule = Rule {
    id: "P3.1.7",
    provision: Provision::p(3).stk(1).nr(7),
    texts: texts! {
        demand: "Borgerens forsørgelseshistorik er med", "The citizen's history of support is there";
        finding: "Borgerens forsørgelseshistorik mangler", "The citizen's history of support is missing";
        remedy: "Beskriv forsørgelseshistorikken ud fra kommunens oplysninger, samlet eller periode for periode",
            "Describe the history of support from the municipality's information, as a whole or period by period";
        judgement: "Er længde og dækning tilstrækkelig?", "Are length and coverage sufficient?";
    },
    check: AnsweredOrListed(
        at!(forberedende_del.forsoergelseshistorik),
        at!(forberedende_del.forsoergelsesperioder[].ydelse),
    ),
    ..LISTEN
};

const FD_INDSTILLING: At = at!(forberedende_del.indstilling);
const FD_ANBEFALING: At = at!(forberedende_del.anbefaling);

/// § 3, stk. 3: the preparatory part holds no recommendation of what is to happen.
///
/// Checked: the fields for one are empty. "Ingen" and `false` say that there is none, which is what the provision demands, so they
/// are taken for an empty field when the plan is read, and the check does not see them. Anything else that stands there, a
/// reference too, is an error (A52). What the doctor, the citizen and the municipality may lawfully assess has fields of its own
/// (T39).
pub(crate) static P3_3_A: Rule = Rule {
    id: "P3.3.a",
    provision: Provision::p(3).stk(3),
    cells: BUT_13D.required(ALL_BUT_13D),
    places: &[FD_INDSTILLING.pointer, FD_ANBEFALING.pointer],
    texts: texts! {
        demand: "Den forberedende del indeholder ingen indstilling og ingen anbefaling",
            "The preparatory part holds no recommendation";
        finding: "Den forberedende del indeholder en indstilling eller en anbefaling",
            "The preparatory part holds a recommendation";
        remedy: "Lad feltet være tomt; hvad der skal ske fremover, hører til i teamets indstilling eller kommunens afgørelse",
            "Leave the field empty; what is to happen belongs in the team's recommendation or the municipality's decision";
    },
    own: said(
        "felterne til en indstilling og en anbefaling er tomme; »ingen« og nej siger, at der ingen er, og er lige så godt",
        "the fields for a recommendation are empty; \"ingen\" and no say that there is none, and are as good",
    ),
    check: Own(|case| {
        let empty = |place: At| match place.given(case) {
            Given::Blank => Answer::met(),
            Given::Unreadable => place.tell(case, Answer::unreadable()),
            _ => place.tell(case, Answer::missing()),
        };
        empty(FD_INDSTILLING).and(empty(FD_ANBEFALING))
    }),
    ..HELE_FORBEREDELSEN
};

/// § 3, stk. 3: the preparatory part only describes and documents.
///
/// For a person to judge. Checked in support: the free texts are searched for wording that recommends or assesses what is
/// to happen; that is worth a look and never an error. The citizen's wishes, the doctor's considerations, history and that
/// nothing was recommended stay silent (T39); to rule an outcome out is to assess what is to happen. Whether something was
/// found or not, the whole requirement is left to a person: the search sees some of what recommends, and may be wrong.
pub(crate) static P3_3_B: Rule = Rule {
    id: "P3.3.b",
    provision: Provision::p(3).stk(3),
    kind: RuleKind::SupportedJudgement,
    cells: BUT_13D.judgement(ALL_BUT_13D),
    places: &[pointer!(forberedende_del)],
    beside: Beside::Of(|see| searched().into_iter().for_each(see)),
    texts: texts! {
        demand: "Den forberedende del er alene beskrivende og dokumenterende",
            "The preparatory part only describes and documents";
        finding: "En tekst i den forberedende del ser ud til at anbefale eller vurdere, hvad der skal ske fremover",
            "A text in the preparatory part seems to recommend or assess what is to happen";
        remedy: "Skriv, hvad der er oplyst og dokumenteret; hvad der skal ske fremover, hører til i teamets indstilling eller kommunens afgørelse",
            "Write what is known and documented; what is to happen belongs in the team's recommendation or the municipality's decision";
        judgement: "Er teksterne alene beskrivende og dokumenterende?", "Do the texts only describe and document?";
    },
    own: said(
        "teksterne i den forberedende del søges igennem for ord, der anbefaler eller vurderer, hvad der skal ske fremover; findes nogen, giver det en advarsel, aldrig en fejl; om teksterne alene beskriver, vurderer et menneske, også når intet er fundet, eller der ikke er søgt",
        "the texts of the preparatory part are searched for wording that recommends or assesses what is to happen; what is found is worth a warning and never an error; whether the texts only describe is for a person, also where nothing was found, or nothing was searched",
    ),
    check: Own(|case| {
        if !case.is_searched() {
            return Answer::review().with_note(&notes::NOT_SEARCHED);
        }
        if let found @ [_, ..] = case.recommending(|| recommending(case)) {
            return Answer::advice().at_all(found.iter().cloned()).with_note(&notes::ALL_TO_BE_JUDGED);
        }
        let (review, places) = (Answer::review(), unreadable(case));
        if places.is_empty() { review } else { review.at_all(places).with_note(&notes::UNREADABLE) }
    }),
    ..FORBEREDELSE
};

/// § 3, stk. 4, 1. pkt.: which of three groups the case belongs to.
///
/// Checked: the group is named and agrees with the case. It is the group, not one outcome of it (T6). The provision names
/// no group for support, revalidering, cases without the team and voluntary ones (T5).
pub(crate) static P3_4_PKT1: Rule = Rule {
    id: "P3.4.pkt1",
    provision: Provision::p(3).stk(4).pkt(1),
    cells: BUT_13D.required(&[JA22, JAX, JANY, RF, FJ, FP, FP12, FP13, SDP3]),
    texts: texts! {
        demand: "Den forberedende del siger, hvilken gruppe sagen hører til",
            "The preparatory part says which group the case belongs to";
        finding: "Den forberedende del siger ikke, hvilken gruppe sagen hører til, eller angiver en anden gruppe end sagens",
            "The preparatory part does not say which group the case belongs to, or names another group than the case's";
        remedy: "Angiv sagens gruppe, én af tre: »ressourceforløb, fleksjob eller førtidspension«, »jobafklaring« eller »sygedagpenge i kategori 3«",
            "Name the group of the case, one of three: \"ressourceforløb, fleksjob eller førtidspension\", \"jobafklaring\" or \"sygedagpenge i kategori 3\"";
    },
    check: Then(
        &Decided(at!(forberedende_del.sagsgruppe)),
        &Further {
            check: |case| {
                let group = if case.is(SDP3) {
                    Sagsgruppe::SygedagpengeKategori3
                } else if case.is_any(&[JA22, JAX, JANY]) {
                    Sagsgruppe::Jobafklaring
                } else {
                    Sagsgruppe::RessourceforloebFleksjobFoertidspension
                };
                if case.fd().sagsgruppe.value() == Some(group) { Answer::met() } else { Answer::missing() }
            },
            words: said("det er sagens gruppe", "it is the group of the case"),
        },
    ),
    ..FORBEREDELSE
};

/// § 3, stk. 4, 2. pkt.: in jobafklaring, whether it is the first one.
///
/// Checked: answered, and the same in the case and in the part. Any later one, also a third, is a new one (T20). Where the
/// case itself does not say, that is the error (A29).
pub(super) static P3_4_PKT2_A: Rule = Rule {
    id: "P3.4.pkt2.a",
    provision: Provision::p(3).stk(4).pkt(2),
    cells: BUT_13D.required(&[JA22, JAX, JANY]),
    texts: texts! {
        demand: "Det fremgår, om sagen angår det første jobafklaringsforløb",
            "The plan says whether the case is about the first jobafklaringsforløb";
        finding: "Det fremgår ikke, om sagen angår det første jobafklaringsforløb, eller sagen og den forberedende del siger hver sit",
            "The plan does not say whether the case is about the first jobafklaringsforløb, or the case and the preparatory part disagree";
        remedy: "Angiv både i sagen og i den forberedende del, om det er det første forløb",
            "Say both in the case and in the preparatory part whether it is the first one";
    },
    check: Then(
        &All(&[Decided(at!(forberedende_del.foerste_forloeb)), Decided(at!(sag.foerste_forloeb))]),
        &Further {
            check: |case| {
                let is_same = case.fd().foerste_forloeb.value() == case.sag().foerste_forloeb.value();
                let both = [pointer!(forberedende_del.foerste_forloeb), pointer!(sag.foerste_forloeb)];
                if is_same { Answer::met() } else { Answer::missing().at_all(both.map(Into::into)) }
            },
            words: said("de siger det samme", "they say the same"),
        },
    ),
    ..FORBEREDELSE
};

/// § 3, stk. 4, 2. pkt.: a first jobafklaringsforløb is put to the team only for the measures.
///
/// Checked when the recommendation is there: no outcome, or the measures. That the case is put to the team for these alone
/// follows from the answer on the first course, and need not be written besides (T57). Another outcome is worth a look (T32,
/// A21), and does not bring § 8, stk. 1, or §§ 9-11 and 16 into play.
pub(super) static P3_4_PKT2_B: Rule = Rule {
    id: "P3.4.pkt2.b",
    provision: Provision::p(3).stk(4).pkt(2),
    kind: RuleKind::Advice,
    cells: BUT_13D.required(&[JA22, JAX]),
    places: &[pointer!(indstilling.udfald)],
    texts: texts! {
        demand: "Et første jobafklaringsforløb forelægges alene for at få vurderet indsatsen",
            "A first jobafklaringsforløb is put to the team only to have the measures assessed";
        finding: "Indstillingen i et første jobafklaringsforløb går ud på noget andet end indsatsen i forløbet",
            "The recommendation in a first jobafklaringsforløb is about something else than the measures in it";
        remedy: "Hold indstillingen til indsatsen i forløbet; peger sagen på noget andet, så overvej, om den skal behandles som en anden sagstype og forelægges på ny",
            "Keep the recommendation to the measures; if the case points to something else, consider whether it should be handled as another type of case and be put to the team again";
        judgement: "Burde sagen behandles som en anden sagstype?", "Should the case be handled as another type?";
    },
    own: said(
        "indstillingen har intet udfald, eller udfaldet er indsatsen i jobafklaringsforløbet; et andet udfald giver en advarsel",
        "the recommendation has no outcome, or the outcome is the measures in the jobafklaringsforløb; another outcome is worth a warning",
    ),
    check: Own(|case| only_the_measures(case, Udfald::Jobafklaringsindsats)),
    ..INDSTILLING
};

in_order! {
    P3_1_PKT1_A P3_1_PKT1_C P3_1_PKT2 P3_1_1_A P3_1_1_B P3_1_2 P3_1_3_A P3_1_3_B P3_1_4 P3_1_5_A P3_1_5_B P3_1_5_C
    P3_1_6 P3_1_7 P3_2_PKT1_A P3_2_PKT1_B P3_2_PKT1_C P3_2_PKT1_D P3_2_PKT2_A P3_2_PKT2_B P3_2_PKT2_C P3_2_PKT2_D
    P3_3_A P3_3_B P3_4_PKT1 P3_4_PKT2_A P3_4_PKT2_B
}
