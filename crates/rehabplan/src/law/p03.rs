//! § 3: what the municipality and the citizen prepare.

use super::check::{
    Entry, Given, answered, answered_as, answered_or_nothing, decided, documents, each, entries, given, given_list,
    joint_after, not_after, own_or_joint, text_or_list, there_or_none,
};
use super::unclear::only_attached;
use super::{
    ALL_BUT_13D, ALL_TEAM, AND, BUT_13D, Cells, FJ, FP, FP12, FP13, FPU17, FPU18, JA22, JANY, JAX, Kind, Part,
    Provision, REV, RF, Rule, SDP3, SELV, Texts, text,
};
use crate::answer::{Answer, Path};
use crate::case::{Case, Phase};
use crate::language;
use crate::plan::value::Value as _;
use crate::plan::{Field, HidtidigIndsats, Indsats, List, Sagsgruppe, State, Text as PlanText, TextOrNumber, Udfald};
use crate::text::{Note, notes};

/// Where the list of § 3, stk. 1, nr. 1-7, applies: not for the self-employed, who have a list of their own (§ 15,
/// stk. 1; T4), and relaxed in §§ 12-13 cases, also without the team (T2, T13).
const LISTEN: Cells = DEN_HIDTIDIGE_INDSATS.exempt(Provision::p(15).stk(1), &[SELV]);

/// Where § 3, stk. 2, applies: as the list, and for the self-employed too.
const DEN_HIDTIDIGE_INDSATS: Cells = BUT_13D
    .required(&[JA22, JAX, JANY, RF, FJ, FP, REV, SELV, SDP3, AND])
    .exempt(Provision::p(12).stk(1), &[FP12])
    .exempt(Provision::p(13).stk(1), &[FP13])
    .exempt(Provision::p(12).stk(2), &[FPU18])
    .exempt(Provision::p(13).stk(2), &[FPU17]);

/// § 3, stk. 1, 1. pkt.: the preparatory part is made before the team's meeting.
///
/// Checked: the part is not dated after the meeting; the same day will do. Without either date it cannot be determined.
/// Without a team § 2, stk. 3, nr. 2-3, takes the place of this (T15).
pub(super) static P3_1_PKT1_A: Rule = Rule {
    id: "P3.1.pkt1.a",
    provision: Provision::p(3).stk(1).pkt(1).led("1. led"),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::HeleForberedendeDel,
    cells: BUT_13D.required(ALL_TEAM),
    paths: &["/forberedendeDel/dato", "/moede/dato"],
    texts: Texts {
        demand: text(
            "Den forberedende del er færdig før teamets møde",
            "The preparatory part is finished before the team meets",
        ),
        finding: text(
            "Den forberedende del er dateret efter teamets møde",
            "The preparatory part is dated after the team's meeting",
        ),
        remedy: text(
            "Ret datoen, eller behandl sagen på et møde, efter at den forberedende del er færdig",
            "Correct the date, or handle the case at a meeting after the preparatory part is finished",
        ),
        judgement: None,
    },
    check: |case| not_after((&case.fd().dato, "/forberedendeDel/dato"), (&case.plan.moede.dato, "/moede/dato")),
};

/// § 3, stk. 1, 1. pkt.: the starting point is what the municipality already knows and the citizen's own assessment.
///
/// For a person to judge. Checked in support: the citizen's own assessment is filled in; blank is worth a look, but not in
/// a § 13 case, which is handled on what there is, and attached documents alone may hold it (A42).
pub(super) static P3_1_PKT1_C: Rule = Rule {
    id: "P3.1.pkt1.c",
    provision: Provision::p(3).stk(1).pkt(1).led("3. led"),
    kind: Kind::SupportedJudgement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: BUT_13D.judgement(ALL_BUT_13D),
    paths: &["/forberedendeDel/borgerensEgenVurdering"],
    texts: Texts {
        demand: text(
            "Den forberedende del tager udgangspunkt i foreliggende oplysninger og borgerens egen vurdering",
            "The preparatory part starts from existing information and the citizen's own assessment",
        ),
        finding: text(
            "Borgerens egen vurdering af den samlede situation er ikke beskrevet",
            "The citizen's own assessment of the whole situation is not described",
        ),
        remedy: text(
            "Skriv, hvordan borgeren selv vurderer sin samlede situation",
            "Write how the citizen sees the whole situation",
        ),
        judgement: Some(text(
            "Tager den forberedende del reelt udgangspunkt i kommunens oplysninger og borgerens egen vurdering?",
            "Does the preparatory part really start from the municipality's information and the citizen's own assessment?",
        )),
    },
    check: |case| {
        if super::p13::foreliggende_grundlag(case) {
            return Answer::review();
        }
        if let Some(unclear) = only_attached(case) {
            return unclear;
        }
        let answer = answered(&case.fd().borgerens_egen_vurdering);
        if answer.is_met() { Answer::review() } else { answer.at_most_warning() }
    },
};

/// § 3, stk. 1, 2. pkt.: the case is fully informed before the team handles it.
///
/// For a person to judge. § 13 gives way to what there is (T37); under § 12 a sufficient basis will do (P12.1.pkt1.c).
pub(super) static P3_1_PKT2: Rule = Rule {
    id: "P3.1.pkt2",
    provision: Provision::p(3).stk(1).pkt(2),
    kind: Kind::Judgement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: BUT_13D
        .judgement(ALL_BUT_13D)
        .exempt(Provision::p(13).stk(1), &[FP13])
        .exempt(Provision::p(13).stk(2), &[FPU17]),
    paths: &["/forberedendeDel"],
    texts: Texts {
        demand: text("Sagen er fuldt oplyst, før den behandles", "The case is fully informed before it is handled"),
        finding: text("Sagen er ikke fuldt oplyst", "The case is not fully informed"),
        remedy: text("Indhent de oplysninger, der mangler", "Obtain the information that is missing"),
        judgement: Some(text(
            "Er sagen fuldt oplyst? I § 12-sager er målestokken et tilstrækkeligt grundlag.",
            "Is the case fully informed? In § 12 cases the standard is a sufficient basis.",
        )),
    },
    check: |_| Answer::review(),
};

/// § 3, stk. 1, nr. 1: experience and resources in relation to job and education.
///
/// Checked: there is an answer in words. Somebody who has never had a job has an answer too. Whether it is sufficient is for
/// a person.
pub(super) static P3_1_1_A: Rule = Rule {
    id: "P3.1.1.a",
    provision: Provision::p(3).stk(1).nr(1),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: LISTEN,
    paths: &["/forberedendeDel/erfaringerRessourcer"],
    texts: Texts {
        demand: text(
            "Borgerens erfaringer og ressourcer i forhold til job og uddannelse er beskrevet",
            "The citizen's experience and resources in relation to job and education are described",
        ),
        finding: text(
            "Borgerens erfaringer og ressourcer i forhold til job og uddannelse er ikke beskrevet",
            "The citizen's experience and resources in relation to job and education are not described",
        ),
        remedy: text(
            "Beskriv erfaringer og ressourcer; har borgeren aldrig haft job, så skriv det",
            "Describe experience and resources; if the citizen has never had a job, say so",
        ),
        judgement: Some(text("Er beskrivelsen fyldestgørende?", "Is the description sufficient?")),
    },
    check: |case| answered(&case.fd().erfaringer_ressourcer),
};

/// § 3, stk. 1, nr. 1: the citizen's CV.
///
/// Checked: there is a CV as text, or at least one document, or a reference to one. Whether it is up to date is for a
/// person.
pub(super) static P3_1_1_B: Rule = Rule {
    id: "P3.1.1.b",
    provision: Provision::p(3).stk(1).nr(1),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: LISTEN,
    paths: &["/forberedendeDel/cv", "/forberedendeDel/cvDokumenter"],
    texts: Texts {
        demand: text("Borgerens CV er med", "The citizen's CV is there"),
        finding: text("Borgerens CV mangler", "The citizen's CV is missing"),
        remedy: text(
            "Skriv CV'et, eller henvis til det som dokument; uden erhvervserfaring skrives det",
            "Write the CV or refer to it as a document; without work experience, say so",
        ),
        judgement: Some(text("Er CV'et aktuelt?", "Is the CV up to date?")),
    },
    check: |case| {
        let fd = case.fd();
        match (given(&fd.cv), documents(&fd.cv_dokumenter)) {
            // A reference is a document, and a document is what is asked for.
            (Given::Answer | Given::Reference, _) | (_, Given::Answer) => Answer::met(),
            (Given::Nothing, _) => answered(&fd.cv).at("/forberedendeDel/cv"),
            (Given::Unreadable, _) | (_, Given::Unreadable) => Answer::unreadable(),
            (_, documents) => answered_as(documents),
        }
    },
};

static FAMILY_OR_NETWORK_BLANK: Note = Note::new(
    "familyOrNetworkBlank",
    "Familie eller netværk er ikke beskrevet for sig under de personlige ressourcer",
    "Family or network is not described on its own under the personal resources",
);

/// § 3, stk. 1, nr. 2: personal resources, including family and network.
///
/// Checked: something is filled in. Family or network left blank is worth a look. "No network" is an answer.
pub(super) static P3_1_2: Rule = Rule {
    id: "P3.1.2",
    provision: Provision::p(3).stk(1).nr(2),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: LISTEN,
    paths: &[
        "/forberedendeDel/personligeRessourcer/beskrivelse",
        "/forberedendeDel/personligeRessourcer/familie",
        "/forberedendeDel/personligeRessourcer/netvaerk",
    ],
    texts: Texts {
        demand: text(
            "Borgerens personlige ressourcer, herunder familie og netværk, er beskrevet",
            "The citizen's personal resources, including family and network, are described",
        ),
        finding: text(
            "Borgerens personlige ressourcer er ikke beskrevet",
            "The citizen's personal resources are not described",
        ),
        remedy: text(
            "Beskriv de personlige ressourcer samt familie og netværk; »intet netværk« er et svar",
            "Describe the personal resources and family and network; \"no network\" is an answer",
        ),
        judgement: Some(text(
            "Er familie, netværk og andre personlige ressourcer dækket?",
            "Are family, network and other personal resources covered?",
        )),
    },
    check: |case| {
        let ressourcer = &case.fd().personlige_ressourcer;
        const DESCRIPTION: &str = "/forberedendeDel/personligeRessourcer/beskrivelse";
        const FAMILY: &str = "/forberedendeDel/personligeRessourcer/familie";
        const NETWORK: &str = "/forberedendeDel/personligeRessourcer/netvaerk";
        if ressourcer.state() == State::Missing {
            return Answer::missing().at(DESCRIPTION);
        }
        // Family or network alone still describes personal resources; the other way round is worth a look.
        let blank = Answer::warning(&FAMILY_OR_NETWORK_BLANK);
        let parts = [
            (&ressourcer.beskrivelse, DESCRIPTION, Answer::met()),
            (&ressourcer.familie, FAMILY, blank.clone()),
            (&ressourcer.netvaerk, NETWORK, blank),
        ];
        Answer::all(parts.map(|(field, path, blank)| {
            let answer = if given(field) == Given::Blank { blank } else { answered_or_nothing(field) };
            if answer.is_met() { answer } else { answer.at(path) }
        }))
    },
};

/// § 3, stk. 1, nr. 3: employment challenges.
///
/// Checked: there is an answer in words. One text for both kinds of challenges is accepted, with a warning.
pub(super) static P3_1_3_A: Rule = Rule {
    id: "P3.1.3.a",
    provision: Provision::p(3).stk(1).nr(3),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: LISTEN,
    paths: &["/forberedendeDel/udfordringer/beskaeftigelse"],
    texts: Texts {
        demand: text(
            "Borgerens beskæftigelsesmæssige udfordringer er beskrevet",
            "The citizen's employment challenges are described",
        ),
        finding: text(
            "Borgerens beskæftigelsesmæssige udfordringer er ikke beskrevet",
            "The citizen's employment challenges are not described",
        ),
        remedy: text(
            "Beskriv de beskæftigelsesmæssige udfordringer i forhold til at komme i job eller uddannelse",
            "Describe the employment challenges in getting into job or education",
        ),
        judgement: Some(text("Er udfordringerne dækket?", "Are the challenges covered?")),
    },
    check: |case| {
        let udfordringer = &case.fd().udfordringer;
        own_or_joint(answered(&udfordringer.beskaeftigelse), &udfordringer.samlet, JOINT_CHALLENGES)
    },
};

const JOINT_CHALLENGES: &str = "/forberedendeDel/udfordringer/samlet";

/// § 3, stk. 1, nr. 3: social challenges.
///
/// Checked: there is an answer in words; "none" is one. Only employment challenges filled in is an error here.
pub(super) static P3_1_3_B: Rule = Rule {
    id: "P3.1.3.b",
    provision: Provision::p(3).stk(1).nr(3),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: LISTEN,
    paths: &["/forberedendeDel/udfordringer/sociale"],
    texts: Texts {
        demand: text("Borgerens sociale udfordringer er beskrevet", "The citizen's social challenges are described"),
        finding: text(
            "Borgerens sociale udfordringer er ikke beskrevet",
            "The citizen's social challenges are not described",
        ),
        remedy: text(
            "Beskriv de sociale udfordringer; »ingen« er et svar",
            "Describe the social challenges; \"none\" is an answer",
        ),
        judgement: Some(text("Er udfordringerne dækket?", "Are the challenges covered?")),
    },
    check: |case| {
        let udfordringer = &case.fd().udfordringer;
        let own = answered_or_nothing(&udfordringer.sociale);
        joint_after(case, &[&P3_1_3_A], own_or_joint(own, &udfordringer.samlet, JOINT_CHALLENGES))
    },
};

/// § 3, stk. 1, nr. 4: the citizen's wishes for future job and education.
///
/// Checked: there is an answer. "None" is one, and so is the wish for a pension.
pub(super) static P3_1_4: Rule = Rule {
    id: "P3.1.4",
    provision: Provision::p(3).stk(1).nr(4),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: LISTEN,
    paths: &["/forberedendeDel/oensker"],
    texts: Texts {
        demand: text(
            "Borgerens ønsker til fremtidigt job og uddannelse er beskrevet",
            "The citizen's wishes for future job and education are described",
        ),
        finding: text(
            "Borgerens ønsker til job og uddannelse er ikke beskrevet",
            "The citizen's wishes for job and education are not described",
        ),
        remedy: text(
            "Beskriv ønskerne i borgerens egne ord; »ingen ønsker« er et svar",
            "Describe the wishes in the citizen's own words; \"no wishes\" is an answer",
        ),
        judgement: None,
    },
    check: |case| answered_or_nothing(&case.fd().oensker),
};

/// § 3, stk. 1, nr. 5: the health situation.
///
/// Checked: there is an answer in words.
pub(super) static P3_1_5_A: Rule = Rule {
    id: "P3.1.5.a",
    provision: Provision::p(3).stk(1).nr(5),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: LISTEN,
    paths: &["/forberedendeDel/helbred/situation"],
    texts: Texts {
        demand: text("Borgerens helbredssituation er beskrevet", "The citizen's health situation is described"),
        finding: text(
            "Borgerens helbredssituation er ikke beskrevet",
            "The citizen's health situation is not described",
        ),
        remedy: text("Beskriv helbredssituationen", "Describe the health situation"),
        judgement: Some(text("Er beskrivelsen fyldestgørende?", "Is the description sufficient?")),
    },
    check: |case| answered(&case.fd().helbred.situation),
};

/// § 3, stk. 1, nr. 5: ongoing examination or treatment.
///
/// Checked: there is an answer. "None" is one; a field left out is not.
pub(super) static P3_1_5_B: Rule = Rule {
    id: "P3.1.5.b",
    provision: Provision::p(3).stk(1).nr(5),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: LISTEN,
    paths: &["/forberedendeDel/helbred/igangvaerende"],
    texts: Texts {
        demand: text(
            "Det fremgår, om der er igangværende undersøgelse eller behandling",
            "The plan says whether there is ongoing examination or treatment",
        ),
        finding: text(
            "Det fremgår ikke, om der er igangværende undersøgelse eller behandling",
            "The plan does not say whether there is ongoing examination or treatment",
        ),
        remedy: text(
            "Beskriv undersøgelse og behandling; er der ingen, så skriv »ingen«",
            "Describe examination and treatment; if there is none, write \"ingen\"",
        ),
        judgement: Some(text("Er oplysningerne aktuelle?", "Is the information up to date?")),
    },
    check: |case| answered_or_nothing(&case.fd().helbred.igangvaerende),
};

/// § 3, stk. 1, nr. 5: relevant health information with documentation that the municipality already has (T37).
///
/// Checked: at least one document, or the express statement that there is none.
pub(super) static P3_1_5_C: Rule = Rule {
    id: "P3.1.5.c",
    provision: Provision::p(3).stk(1).nr(5),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: LISTEN,
    paths: &["/forberedendeDel/helbred/dokumentation"],
    texts: Texts {
        demand: text(
            "De helbredsoplysninger, kommunen allerede har, er med som dokumentation",
            "The health information that the municipality already has is documented",
        ),
        finding: text(
            "Dokumentation for foreliggende helbredsoplysninger mangler",
            "Documentation of existing health information is missing",
        ),
        remedy: text(
            "Henvis til lægeattester mv., eller angiv udtrykkeligt, at ingen foreligger",
            "Refer to medical certificates and the like, or state expressly that there are none",
        ),
        judgement: Some(text(
            "Er alle relevante helbredsoplysninger, som kommunen har, med?",
            "Is all relevant health information that the municipality has included?",
        )),
    },
    check: |case| {
        let helbred = &case.fd().helbred;
        there_or_none(
            documents(&helbred.dokumentation),
            &helbred.ingen_foreliggende,
            "/forberedendeDel/helbred/ingenForeliggende",
        )
    },
};

/// § 3, stk. 1, nr. 6: the citizen's own assessment of what health means for job and education (T36).
///
/// Checked: there is an answer in words. Whose voice it is, is for a person.
pub(super) static P3_1_6: Rule = Rule {
    id: "P3.1.6",
    provision: Provision::p(3).stk(1).nr(6),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: LISTEN,
    paths: &["/forberedendeDel/helbred/borgerensVurdering"],
    texts: Texts {
        demand: text(
            "Borgerens egen vurdering af helbredets betydning for job og uddannelse er beskrevet",
            "The citizen's own assessment of what health means for job and education is described",
        ),
        finding: text(
            "Borgerens egen vurdering af helbredets betydning for job og uddannelse er ikke beskrevet",
            "The citizen's own assessment of what health means for job and education is not described",
        ),
        remedy: text(
            "Skriv borgerens egen vurdering, ikke lægens eller kommunens",
            "Write the citizen's own assessment, not the doctor's or the municipality's",
        ),
        judgement: Some(text("Er det borgerens egen stemme?", "Is it the citizen's own voice?")),
    },
    check: |case| answered(&case.fd().helbred.borgerens_vurdering),
};

/// § 3, stk. 1, nr. 7: the history of support, from the municipality's information.
///
/// Checked: a text, or at least one period. "Ingen" is no history, in the text or in the list: worth a look (A46). A period
/// that only refers to a document, a machine cannot read. The provision sets no least length.
pub(super) static P3_1_7: Rule = Rule {
    id: "P3.1.7",
    provision: Provision::p(3).stk(1).nr(7),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: LISTEN,
    paths: &["/forberedendeDel/forsoergelseshistorik", "/forberedendeDel/forsoergelsesperioder"],
    texts: Texts {
        demand: text("Borgerens forsørgelseshistorik er med", "The citizen's history of support is there"),
        finding: text("Borgerens forsørgelseshistorik mangler", "The citizen's history of support is missing"),
        remedy: text(
            "Beskriv forsørgelseshistorikken ud fra kommunens oplysninger, samlet eller periode for periode",
            "Describe the history of support from the municipality's information, as a whole or period by period",
        ),
        judgement: Some(text("Er længde og dækning tilstrækkelig?", "Are length and coverage sufficient?")),
    },
    check: |case| {
        let fd = case.fd();
        text_or_list(
            (&fd.forsoergelseshistorik, "/forberedendeDel/forsoergelseshistorik"),
            (given_list(&fd.forsoergelsesperioder), "/forberedendeDel/forsoergelsesperioder"),
        )
    },
};

/// The three lists of earlier measures and where they stand.
fn lists<'c>(indsats: &'c HidtidigIndsats<'c>) -> [(&'c List<Indsats<'c>>, &'static str); 3] {
    [
        (&indsats.beskaeftigelse, "/forberedendeDel/hidtidigIndsats/beskaeftigelse"),
        (&indsats.social_borger, "/forberedendeDel/hidtidigIndsats/socialBorger"),
        (&indsats.social_familie, "/forberedendeDel/hidtidigIndsats/socialFamilie"),
    ]
}

/// A check of every earlier measure. Not relevant when there are none.
fn in_every_measure<'c>(case: &'c Case<'c>, check: impl Fn(&Entry<'c, Indsats<'c>>) -> Answer) -> Answer {
    let answers = lists(&case.fd().hidtidig_indsats).map(|(list, pointer)| each(list, pointer, &check));
    Answer::gravest(answers).unwrap_or_else(Answer::not_relevant)
}

/// § 3, stk. 2, 1. pkt.: the municipality's employment measures so far.
///
/// Checked: at least one measure, or the express statement that there have been none. A newly sick citizen without earlier measures is served by the flag (T38).
pub(super) static P3_2_PKT1_A: Rule = Rule {
    id: "P3.2.pkt1.a",
    provision: Provision::p(3).stk(2).pkt(1),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: DEN_HIDTIDIGE_INDSATS,
    paths: &["/forberedendeDel/hidtidigIndsats/beskaeftigelse"],
    texts: Texts {
        demand: text(
            "Kommunens hidtidige beskæftigelsesindsats er beskrevet",
            "The municipality's employment measures so far are described",
        ),
        finding: text(
            "Kommunens hidtidige beskæftigelsesindsats er ikke beskrevet",
            "The municipality's employment measures so far are not described",
        ),
        remedy: text(
            "Beskriv indsatserne, eller angiv udtrykkeligt, at der ingen har været",
            "Describe the measures, or state expressly that there have been none",
        ),
        judgement: Some(text("Er oplysningerne fuldstændige?", "Is the information complete?")),
    },
    check: |case| {
        let indsats = &case.fd().hidtidig_indsats;
        there_or_none(
            given_list(&indsats.beskaeftigelse),
            &indsats.ingen_beskaeftigelse,
            "/forberedendeDel/hidtidigIndsats/ingenBeskaeftigelse",
        )
    },
};

/// § 3, stk. 2, 1. pkt.: the municipality's social measures for the citizen so far.
///
/// Checked: at least one measure, or the express statement that there have been none. An empty list cannot be told from one that was forgotten.
pub(super) static P3_2_PKT1_B: Rule = Rule {
    id: "P3.2.pkt1.b",
    provision: Provision::p(3).stk(2).pkt(1),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: DEN_HIDTIDIGE_INDSATS,
    paths: &["/forberedendeDel/hidtidigIndsats/socialBorger"],
    texts: Texts {
        demand: text(
            "Kommunens hidtidige sociale indsats for borgeren er beskrevet",
            "The municipality's social measures for the citizen so far are described",
        ),
        finding: text(
            "Kommunens hidtidige sociale indsats for borgeren er ikke beskrevet",
            "The municipality's social measures for the citizen so far are not described",
        ),
        remedy: text(
            "Beskriv indsatserne, eller angiv udtrykkeligt, at der ingen har været",
            "Describe the measures, or state expressly that there have been none",
        ),
        judgement: Some(text("Er oplysningerne fuldstændige?", "Is the information complete?")),
    },
    check: |case| {
        let indsats = &case.fd().hidtidig_indsats;
        there_or_none(
            given_list(&indsats.social_borger),
            &indsats.ingen_social_borger,
            "/forberedendeDel/hidtidigIndsats/ingenSocialBorger",
        )
    },
};

/// § 3, stk. 2, 1. pkt.: the municipality's social measures for the citizen's family so far.
///
/// Checked: at least one measure, or the express statement that there have been none. A citizen without a family is served by the flag.
pub(super) static P3_2_PKT1_C: Rule = Rule {
    id: "P3.2.pkt1.c",
    provision: Provision::p(3).stk(2).pkt(1),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: DEN_HIDTIDIGE_INDSATS,
    paths: &["/forberedendeDel/hidtidigIndsats/socialFamilie"],
    texts: Texts {
        demand: text(
            "Kommunens hidtidige sociale indsats for borgerens familie er beskrevet",
            "The municipality's social measures for the citizen's family so far are described",
        ),
        finding: text(
            "Kommunens hidtidige sociale indsats for borgerens familie er ikke beskrevet",
            "The municipality's social measures for the citizen's family so far are not described",
        ),
        remedy: text(
            "Beskriv indsatserne, eller angiv udtrykkeligt, at der ingen har været",
            "Describe the measures, or state expressly that there have been none",
        ),
        judgement: Some(text("Er oplysningerne fuldstændige?", "Is the information complete?")),
    },
    check: |case| {
        let indsats = &case.fd().hidtidig_indsats;
        there_or_none(
            given_list(&indsats.social_familie),
            &indsats.ingen_social_familie,
            "/forberedendeDel/hidtidigIndsats/ingenSocialFamilie",
        )
    },
};

/// § 3, stk. 2, 1. pkt.: content, purpose and duration of every measure.
///
/// Checked in each measure: content and purpose in words, and duration in words or as dates. For a measure that is still
/// running the start date is enough. An end before the start is an error (A6), and so is neither a start nor a duration,
/// whatever the end may say (A53). Not relevant when there are no measures.
pub(super) static P3_2_PKT1_D: Rule = Rule {
    id: "P3.2.pkt1.d",
    provision: Provision::p(3).stk(2).pkt(1),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: DEN_HIDTIDIGE_INDSATS,
    paths: &[
        "/forberedendeDel/hidtidigIndsats/beskaeftigelse/*",
        "/forberedendeDel/hidtidigIndsats/socialBorger/*",
        "/forberedendeDel/hidtidigIndsats/socialFamilie/*",
    ],
    texts: Texts {
        demand: text(
            "Hver hidtidig indsats er beskrevet med indhold, formål og varighed",
            "Every measure so far is described with content, purpose and duration",
        ),
        finding: text(
            "En hidtidig indsats er ikke beskrevet med indhold, formål og varighed",
            "A measure so far is not described with content, purpose and duration",
        ),
        remedy: text(
            "Skriv indhold, formål og varighed for hver indsats; er den i gang, er startdatoen nok",
            "Write content, purpose and duration of each measure; if it is running, the start date is enough",
        ),
        judgement: Some(text("Er beskrivelserne gode nok?", "Are the descriptions good enough?")),
    },
    check: |case| {
        in_every_measure(case, |entry| {
            let indsats = entry.value;
            entry
                .at("indhold", answered(&indsats.indhold))
                .and(entry.at("formaal", answered(&indsats.formaal)))
                .and(duration(entry))
        })
    },
};

/// How long a measure lasted: in words, or as dates that do not run backwards.
fn duration(entry: &Entry<'_, Indsats<'_>>) -> Answer {
    let Indsats { varighed, startdato, slutdato, .. } = entry.value;
    match (startdato, slutdato) {
        (Field::Present(start), Field::Present(end)) if end < start => {
            Answer::missing().with_note(&notes::END_BEFORE_START).at(entry.path("startdato")).at(entry.path("slutdato"))
        }
        (Field::Unreadable, _) => Answer::unreadable().at(entry.path("startdato")),
        // With neither a start nor a duration, the end says nothing of how long it lasted (A53).
        (Field::Absent, Field::Unreadable) if given(varighed) == Given::Blank => {
            Answer::missing().at(entry.path("varighed"))
        }
        (_, Field::Unreadable) => Answer::unreadable().at(entry.path("slutdato")),
        // A measure that is still running has no end.
        (Field::Present(_), _) => Answer::met(),
        _ => entry.at("varighed", answered(varighed)),
    }
}

/// § 3, stk. 2, 2. pkt.: the municipality's experience with every measure.
///
/// Checked: an answer in words in each measure. Not relevant when there are no measures.
pub(super) static P3_2_PKT2_A: Rule = Rule {
    id: "P3.2.pkt2.a",
    provision: Provision::p(3).stk(2).pkt(2),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: DEN_HIDTIDIGE_INDSATS,
    paths: &[
        "/forberedendeDel/hidtidigIndsats/beskaeftigelse/*/kommunensErfaring",
        "/forberedendeDel/hidtidigIndsats/socialBorger/*/kommunensErfaring",
        "/forberedendeDel/hidtidigIndsats/socialFamilie/*/kommunensErfaring",
    ],
    texts: Texts {
        demand: text(
            "Kommunens erfaringer med hver indsats fremgår",
            "The municipality's experience with every measure is there",
        ),
        finding: text(
            "Kommunens erfaringer med en indsats fremgår ikke",
            "The municipality's experience with a measure is not there",
        ),
        remedy: text(
            "Skriv, hvad der kom ud af indsatsen set fra kommunen",
            "Write what came of the measure as the municipality sees it",
        ),
        judgement: Some(text("Er erfaringerne beskrevet godt nok?", "Is the experience described well enough?")),
    },
    check: |case| {
        in_every_measure(case, |entry| entry.at("kommunensErfaring", answered(&entry.value.kommunens_erfaring)))
    },
};

/// § 3, stk. 2, 2. pkt.: the citizen's experience with every measure.
///
/// Checked: an answer in words in each measure. Not relevant when there are no measures.
pub(super) static P3_2_PKT2_B: Rule = Rule {
    id: "P3.2.pkt2.b",
    provision: Provision::p(3).stk(2).pkt(2),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: DEN_HIDTIDIGE_INDSATS,
    paths: &[
        "/forberedendeDel/hidtidigIndsats/beskaeftigelse/*/borgerensErfaring",
        "/forberedendeDel/hidtidigIndsats/socialBorger/*/borgerensErfaring",
        "/forberedendeDel/hidtidigIndsats/socialFamilie/*/borgerensErfaring",
    ],
    texts: Texts {
        demand: text(
            "Borgerens erfaringer med hver indsats fremgår",
            "The citizen's experience with every measure is there",
        ),
        finding: text(
            "Borgerens erfaringer med en indsats fremgår ikke",
            "The citizen's experience with a measure is not there",
        ),
        remedy: text(
            "Skriv, hvordan borgeren oplevede indsatsen; ønsker borgeren ikke at udtale sig, så skriv det",
            "Write how the citizen experienced the measure; if the citizen does not wish to comment, say so",
        ),
        judgement: Some(text("Er erfaringerne beskrevet godt nok?", "Is the experience described well enough?")),
    },
    check: |case| {
        in_every_measure(case, |entry| entry.at("borgerensErfaring", answered(&entry.value.borgerens_erfaring)))
    },
};

/// § 3, stk. 2, 2. pkt.: the municipality's view of why the measures have not led to job or education.
///
/// Checked: there is an answer in words. "Not relevant" needs a reason, otherwise it is worth a look (A8, T38).
pub(super) static P3_2_PKT2_C: Rule = Rule {
    id: "P3.2.pkt2.c",
    provision: Provision::p(3).stk(2).pkt(2),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: DEN_HIDTIDIGE_INDSATS,
    paths: &["/forberedendeDel/hidtidigIndsats/aarsagKommune"],
    texts: Texts {
        demand: text(
            "Kommunens opfattelse af, hvorfor indsatsen ikke har ført til job eller uddannelse, fremgår",
            "The municipality's view of why the measures have not led to job or education is there",
        ),
        finding: text(
            "Kommunens opfattelse af, hvorfor indsatsen ikke har ført til job eller uddannelse, fremgår ikke",
            "The municipality's view of why the measures have not led to job or education is not there",
        ),
        remedy: text(
            "Skriv kommunens opfattelse af årsagen; er det ikke relevant, så skriv hvorfor",
            "Write the municipality's view of the reason; if that is not relevant, say why",
        ),
        judgement: Some(text("Er opfattelsen beskrevet godt nok?", "Is the view described well enough?")),
    },
    check: |case| answered(&case.fd().hidtidig_indsats.aarsag_kommune),
};

/// § 3, stk. 2, 2. pkt.: the citizen's view of why the measures have not led to job or education.
///
/// Checked: there is an answer in words. "Not relevant" needs a reason, otherwise it is worth a look (A8, T38).
pub(super) static P3_2_PKT2_D: Rule = Rule {
    id: "P3.2.pkt2.d",
    provision: Provision::p(3).stk(2).pkt(2),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: DEN_HIDTIDIGE_INDSATS,
    paths: &["/forberedendeDel/hidtidigIndsats/aarsagBorger"],
    texts: Texts {
        demand: text(
            "Borgerens opfattelse af, hvorfor indsatsen ikke har ført til job eller uddannelse, fremgår",
            "The citizen's view of why the measures have not led to job or education is there",
        ),
        finding: text(
            "Borgerens opfattelse af, hvorfor indsatsen ikke har ført til job eller uddannelse, fremgår ikke",
            "The citizen's view of why the measures have not led to job or education is not there",
        ),
        remedy: text(
            "Skriv borgerens opfattelse af årsagen; er det ikke relevant, så skriv hvorfor",
            "Write the citizen's view of the reason; if that is not relevant, say why",
        ),
        judgement: Some(text("Er opfattelsen beskrevet godt nok?", "Is the view described well enough?")),
    },
    check: |case| answered(&case.fd().hidtidig_indsats.aarsag_borger),
};

/// § 3, stk. 3: the preparatory part holds no recommendation of what is to happen.
///
/// Checked: the fields for one are empty. What the doctor, the citizen and the municipality may lawfully assess has fields
/// of its own (T39).
pub(crate) static P3_3_A: Rule = Rule {
    id: "P3.3.a",
    provision: Provision::p(3).stk(3),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::HeleForberedendeDel,
    cells: BUT_13D.required(ALL_BUT_13D),
    paths: &["/forberedendeDel/indstilling", "/forberedendeDel/anbefaling"],
    texts: Texts {
        demand: text(
            "Den forberedende del indeholder ingen indstilling og ingen anbefaling",
            "The preparatory part holds no recommendation",
        ),
        finding: text(
            "Den forberedende del indeholder en indstilling eller en anbefaling",
            "The preparatory part holds a recommendation",
        ),
        remedy: text(
            "Fjern feltets indhold; hvad der skal ske fremover, er det teamet, der indstiller",
            "Remove what the field holds; what is to happen is for the team to recommend",
        ),
        judgement: None,
    },
    check: |case| {
        let fd = case.fd();
        let empty = |field: &Field<_>, path| match field {
            Field::Absent => Answer::met(),
            Field::Present(_) => Answer::missing().at(path),
            Field::Unreadable => Answer::unreadable().at(path),
        };
        empty(&fd.indstilling, "/forberedendeDel/indstilling").and(empty(&fd.anbefaling, "/forberedendeDel/anbefaling"))
    },
};

/// The free texts of the preparatory part that recommend or assess what is to happen: all of them, the citizen's wishes and
/// assessments too, where a caseworker may have written (A52).
///
/// The doctor's assessment and the municipality's under § 4, stk. 2, and § 12 are assessments by law (T39), so the
/// fields of those are not among them; nor are those that must be empty, which § 3, stk. 3, finds otherwise, and what
/// documents are called.
fn recommending_texts(case: &Case<'_>) -> Vec<Path> {
    let fd = case.fd();
    let selv = &fd.selvstaendig;
    let fixed = [
        (&fd.samarbejde.begrundelse, "/samarbejde/begrundelse"),
        (&fd.borgerens_egen_vurdering, "/borgerensEgenVurdering"),
        (&fd.erfaringer_ressourcer, "/erfaringerRessourcer"),
        (&fd.cv, "/cv"),
        (&fd.personlige_ressourcer.beskrivelse, "/personligeRessourcer/beskrivelse"),
        (&fd.personlige_ressourcer.familie, "/personligeRessourcer/familie"),
        (&fd.personlige_ressourcer.netvaerk, "/personligeRessourcer/netvaerk"),
        (&fd.udfordringer.beskaeftigelse, "/udfordringer/beskaeftigelse"),
        (&fd.udfordringer.sociale, "/udfordringer/sociale"),
        (&fd.udfordringer.samlet, "/udfordringer/samlet"),
        (&fd.oensker, "/oensker"),
        (&fd.maal, "/maal"),
        (&fd.helbred.situation, "/helbred/situation"),
        (&fd.helbred.igangvaerende, "/helbred/igangvaerende"),
        (&fd.helbred.borgerens_vurdering, "/helbred/borgerensVurdering"),
        (&fd.forsoergelseshistorik, "/forsoergelseshistorik"),
        (&fd.hidtidig_indsats.aarsag_kommune, "/hidtidigIndsats/aarsagKommune"),
        (&fd.hidtidig_indsats.aarsag_borger, "/hidtidigIndsats/aarsagBorger"),
        (&fd.arbejdsevne.beskrivelse, "/arbejdsevne/beskrivelse"),
        (&selv.opgaver, "/selvstaendig/opgaver"),
        (&selv.svaere_opgaver, "/selvstaendig/svaereOpgaver"),
        (&selv.kompensation, "/selvstaendig/kompensation"),
        (&selv.andet_arbejde_tekst, "/selvstaendig/andetArbejdeTekst"),
        (&selv.ressourcer, "/selvstaendig/ressourcer"),
        (&selv.sociale_udfordringer, "/selvstaendig/socialeUdfordringer"),
        (&selv.helbred, "/selvstaendig/helbred"),
        (&selv.helbredsperspektiv, "/selvstaendig/helbredsperspektiv"),
        (&selv.helbredets_betydning, "/selvstaendig/helbredetsBetydning"),
        (&selv.helbredsperspektiv_og_betydning, "/selvstaendig/helbredsperspektivOgBetydning"),
        (&selv.igangvaerende, "/selvstaendig/igangvaerende"),
    ];
    let recommends = |field: &Field<PlanText<'_>>| field.get().is_some_and(|text| language::recommends(text.as_str()));
    let mut paths: Vec<Path> = fixed
        .into_iter()
        .filter(|(field, _)| recommends(field))
        .map(|(_, path)| format!("/forberedendeDel{path}").into())
        .collect();
    if let Field::Present(TextOrNumber::Text(extent)) = &selv.omfang_24_mdr
        && language::recommends(extent.as_str())
    {
        paths.push("/forberedendeDel/selvstaendig/omfang24Mdr".into());
    }
    for (index, period) in fd.forsoergelsesperioder.entries().iter().enumerate() {
        if recommends(&period.ydelse) {
            paths.push(format!("/forberedendeDel/forsoergelsesperioder/{index}/ydelse").into());
        }
    }
    let sundhed = (&fd.hidtidig_indsats.sundhed, "/forberedendeDel/hidtidigIndsats/sundhed");
    for (list, pointer) in lists(&fd.hidtidig_indsats).into_iter().chain([sundhed]) {
        for (index, indsats) in entries(list) {
            let texts = [
                (&indsats.indhold, "indhold"),
                (&indsats.formaal, "formaal"),
                (&indsats.varighed, "varighed"),
                (&indsats.kommunens_erfaring, "kommunensErfaring"),
                (&indsats.borgerens_erfaring, "borgerensErfaring"),
            ];
            let recommending = texts.into_iter().filter(|(field, _)| recommends(field));
            paths.extend(recommending.map(|(_, key)| Path::from(format!("{pointer}/{index}/{key}"))));
        }
    }
    paths
}

/// § 3, stk. 3: the preparatory part only describes and documents.
///
/// For a person to judge. Checked in support: the free texts are searched for wording that recommends or assesses what is
/// to happen; that is worth a look and never an error. The citizen's wishes, the doctor's considerations, history and
/// negations stay silent (T39).
pub(super) static P3_3_B: Rule = Rule {
    id: "P3.3.b",
    provision: Provision::p(3).stk(3),
    kind: Kind::SupportedJudgement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: BUT_13D.judgement(ALL_BUT_13D),
    paths: &["/forberedendeDel"],
    texts: Texts {
        demand: text(
            "Den forberedende del er alene beskrivende og dokumenterende",
            "The preparatory part only describes and documents",
        ),
        finding: text(
            "En tekst i den forberedende del ser ud til at anbefale eller vurdere, hvad der skal ske fremover",
            "A text in the preparatory part seems to recommend or assess what is to happen",
        ),
        remedy: text(
            "Skriv, hvad der er oplyst og dokumenteret; hvad der skal ske fremover, er det teamet, der indstiller",
            "Write what is known and documented; what is to happen is for the team to recommend",
        ),
        judgement: Some(text(
            "Er teksterne alene beskrivende og dokumenterende?",
            "Do the texts only describe and document?",
        )),
    },
    check: |case| {
        let recommending = recommending_texts(case);
        if recommending.is_empty() { Answer::review() } else { Answer::advice().at_all(recommending) }
    },
};

/// § 3, stk. 4, 1. pkt.: which of three groups the case belongs to.
///
/// Checked: the group is named and agrees with the case. It is the group, not one outcome of it (T6). The provision names
/// no group for support, revalidering, cases without the team and voluntary ones (T5).
pub(crate) static P3_4_PKT1: Rule = Rule {
    id: "P3.4.pkt1",
    provision: Provision::p(3).stk(4).pkt(1),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: BUT_13D.required(&[JA22, JAX, JANY, RF, FJ, FP, FP12, FP13, SDP3]),
    paths: &["/forberedendeDel/sagsgruppe"],
    texts: Texts {
        demand: text(
            "Den forberedende del siger, hvilken gruppe sagen hører til",
            "The preparatory part says which group the case belongs to",
        ),
        finding: text(
            "Den forberedende del siger ikke, hvilken gruppe sagen hører til, eller siger en anden end sagens",
            "The preparatory part does not say which group the case belongs to, or says another than the case's",
        ),
        remedy: text(
            "Angiv gruppen: ressourceforløb, fleksjob eller førtidspension under ét, jobafklaring, eller sygedagpenge i kategori 3",
            "Name the group: ressourceforløb, fleksjob or førtidspension as one, jobafklaring, or sygedagpenge in category 3",
        ),
        judgement: None,
    },
    check: |case| {
        let group = if case.is(SDP3) {
            Sagsgruppe::SygedagpengeKategori3
        } else if case.is_any(&[JA22, JAX, JANY]) {
            Sagsgruppe::Jobafklaring
        } else {
            Sagsgruppe::RessourceforloebFleksjobFoertidspension
        };
        match case.fd().sagsgruppe.value() {
            Some(named) if named != group => Answer::missing(),
            _ => decided(&case.fd().sagsgruppe),
        }
    },
};

/// § 3, stk. 4, 2. pkt.: in jobafklaring, whether it is the first one.
///
/// Checked: answered, and the same in the case and in the part. Any later one, also a third, is a new one (T20). Where the
/// case itself does not say, that is the error (A29).
pub(super) static P3_4_PKT2_A: Rule = Rule {
    id: "P3.4.pkt2.a",
    provision: Provision::p(3).stk(4).pkt(2),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: BUT_13D.required(&[JA22, JAX, JANY]),
    paths: &["/forberedendeDel/foersteForloeb", "/sag/foersteForloeb"],
    texts: Texts {
        demand: text(
            "Det fremgår, om sagen angår det første jobafklaringsforløb",
            "The plan says whether the case is about the first jobafklaringsforløb",
        ),
        finding: text(
            "Det fremgår ikke, om sagen angår det første jobafklaringsforløb, eller sagen og den forberedende del siger hver sit",
            "The plan does not say whether the case is about the first jobafklaringsforløb, or the case and the preparatory part disagree",
        ),
        remedy: text(
            "Angiv både i sagen og i den forberedende del, om det er det første forløb",
            "Say both in the case and in the preparatory part whether it is the first one",
        ),
        judgement: None,
    },
    check: |case| {
        const IN_PART: &str = "/forberedendeDel/foersteForloeb";
        const IN_CASE: &str = "/sag/foersteForloeb";
        let (part, sag) = (&case.fd().foerste_forloeb, &case.sag().foerste_forloeb);
        match (part.value(), sag.value()) {
            (Some(part), Some(sag)) if part == sag => Answer::met(),
            (Some(_), Some(_)) => Answer::missing().at(IN_PART),
            _ => {
                let both = [(part, IN_PART), (sag, IN_CASE)];
                Answer::all(both.map(|(field, path)| {
                    let answer = decided(field);
                    if answer.is_met() { answer } else { answer.at(path) }
                }))
            }
        }
    },
};

/// § 3, stk. 4, 2. pkt.: a first jobafklaringsforløb is put to the team only for the measures.
///
/// Checked when the recommendation is there: no outcome, or the measures. Another outcome is worth a look (T32, A21), and
/// does not bring §§ 9-11 into play.
pub(super) static P3_4_PKT2_B: Rule = Rule {
    id: "P3.4.pkt2.b",
    provision: Provision::p(3).stk(4).pkt(2),
    kind: Kind::Advice,
    phase: Phase::Indstilling,
    part: Part::Any,
    cells: BUT_13D.required(&[JA22, JAX]),
    paths: &["/indstilling/udfald"],
    texts: Texts {
        demand: text(
            "Et første jobafklaringsforløb forelægges alene for at få vurderet indsatsen",
            "A first jobafklaringsforløb is put to the team only to have the measures assessed",
        ),
        finding: text(
            "Indstillingen i et første jobafklaringsforløb går ud på noget andet end indsatsen i forløbet",
            "The recommendation in a first jobafklaringsforløb is about something else than the measures in it",
        ),
        remedy: text(
            "Overvej, om sagen skal omtypes og forelægges på ny",
            "Consider whether the case should change type and be put to the team again",
        ),
        judgement: Some(text("Burde sagen omtypes?", "Should the case change type?")),
    },
    check: |case| only_the_measures(case, Udfald::Jobafklaringsindsats),
};

/// No outcome, or the measures, is what such a case is put to the team for; another outcome is worth a look (A21).
pub(super) fn only_the_measures(case: &Case<'_>, measures: Udfald) -> Answer {
    match case.indstilling().udfald {
        Field::Absent => Answer::met(),
        Field::Present(udfald) if udfald == measures => Answer::met(),
        Field::Present(_) => Answer::advice(),
        Field::Unreadable => Answer::unreadable(),
    }
}

pub(super) static RULES: &[&Rule] = &[
    &P3_1_PKT1_A,
    &P3_1_PKT1_C,
    &P3_1_PKT2,
    &P3_1_1_A,
    &P3_1_1_B,
    &P3_1_2,
    &P3_1_3_A,
    &P3_1_3_B,
    &P3_1_4,
    &P3_1_5_A,
    &P3_1_5_B,
    &P3_1_5_C,
    &P3_1_6,
    &P3_1_7,
    &P3_2_PKT1_A,
    &P3_2_PKT1_B,
    &P3_2_PKT1_C,
    &P3_2_PKT1_D,
    &P3_2_PKT2_A,
    &P3_2_PKT2_B,
    &P3_2_PKT2_C,
    &P3_2_PKT2_D,
    &P3_3_A,
    &P3_3_B,
    &P3_4_PKT1,
    &P3_4_PKT2_A,
    &P3_4_PKT2_B,
];

/// The requirements that §§ 12-13 relax: a field that is blank is no error then (§ 12, stk. 1, 1. pkt.; § 13, stk. 1).
pub(super) static RELAXED: &[&Rule] = &[
    &P3_1_1_A,
    &P3_1_1_B,
    &P3_1_2,
    &P3_1_3_A,
    &P3_1_3_B,
    &P3_1_4,
    &P3_1_5_A,
    &P3_1_5_B,
    &P3_1_5_C,
    &P3_1_6,
    &P3_1_7,
    &P3_2_PKT1_A,
    &P3_2_PKT1_B,
    &P3_2_PKT1_C,
    &P3_2_PKT1_D,
    &P3_2_PKT2_A,
    &P3_2_PKT2_B,
    &P3_2_PKT2_C,
    &P3_2_PKT2_D,
];
