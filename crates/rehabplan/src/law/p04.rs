//! § 4: the GP's assessment of the citizen's health in relation to work.

use super::answering::{Given, decided, given, given_a_name, in_order, unknown, with_a_yes};
use super::hjemmel::{Hjemmel, hjemmel};
use super::undtagelser::{exemption, unreadable_word};
use super::words::Check::{AnsweredOrNone, In, OrAttached, Own};
use super::words::Door;
use super::{
    ALL_BUT_13D, AND, About, BUT_13D, Beside, Cells, FJ, FORBEREDELSE, FP, FP12, FP13, FPU17, FPU18,
    HELE_FORBEREDELSEN, JA22, JANY, JAX, Provision, REV, RF, Rule, SDP3, SELV, in_order, texts,
};
use crate::answer::Answer;
use crate::case::{Case, Condition};
use crate::letters;
use crate::plan::place::{At, Day, FieldOf, Flag, Written, at};
use crate::plan::value::Value as _;
use crate::plan::{Date, Dokument, Field, Laege, Laegeart, Laegerolle, State, Text as PlanText};
use crate::pointer;
use crate::reply::MONTHS;
use crate::text::{Note, notes, said};

/// Where the GP's assessment is required. § 4, stk. 2, exempts in two kinds of case when the certificate for the first
/// follow-up conversation is enough; § 12 and § 13 exempt in theirs.
const LAEGENS_VURDERING: Cells = BUT_13D
    .required(&[JAX, JANY, RF, FJ, FP, REV, SELV, AND])
    .exempt(Provision::p(4).stk(2), &[JA22, SDP3])
    .exempt(Provision::p(12).stk(1), &[FP12])
    .exempt(Provision::p(13).stk(1), &[FP13])
    .exempt(Provision::p(12).stk(2), &[FPU18])
    .exempt(Provision::p(13).stk(2), &[FPU17]);

/// A requirement for the content of the assessment.
/// An attached certificate leaves the answer open, and may be what cannot be read (A41).
const VURDERING: Rule =
    Rule { about: About::Laege, cells: LAEGENS_VURDERING, beside: Beside::Places(&[VEDLAGT.pointer]), ..FORBEREDELSE };

/// The assessment; where it cannot be read whether there is one, or only the follow-up certificate, nobody knows (A45).
const VURDERINGEN: Door = Door {
    shut: |case| {
        let is_unclear = ART.of(case).is_unreadable();
        is_unclear.then(|| ART.tell(case, Answer::unreadable()).depends_on_fact(ART.pointer))
    },
    words: said("det er lægens egen vurdering", "it is the GP's own assessment"),
};

/// The certificate as a document, which may hold what is not filled in, and which a machine cannot read (A41).
const ATTESTEN: Door =
    Door { shut: in_the_document, words: said("attesten er vedlagt", "the certificate is attached") };

const LAEGE: At = at!(forberedende_del.laege);
const DATO: At<Day> = at!(forberedende_del.laege.dato);
const ROLLE: At<FieldOf<Laegerolle>> = at!(forberedende_del.laege.rolle);
const KONSULTATION: At<Flag> = at!(forberedende_del.laege.konsultation);
const KONSULTATIONSDATO: At<Day> = at!(forberedende_del.laege.konsultationsdato);
const VURDERET: At<Flag> = at!(forberedende_del.laege.kommunens_vurdering);
const VURDERET_HVORFOR: At = at!(forberedende_del.laege.kommunens_vurdering_tekst);
const ART: At<FieldOf<Laegeart>> = at!(forberedende_del.laege.art);
const VEDLAGT: At = at!(forberedende_del.laege.vedlagt_attest);

/// Whether the GP's own assessment is missing: nothing at all, the follow-up certificate, or another doctor's (T12). Where
/// nothing that stands there can be read, nobody knows (A6).
pub(super) fn laegens_vurdering_mangler(case: &Case<'_>) -> Condition {
    let is_anothers = case.laege().rolle.value().is_some_and(|role| role != Laegerolle::PraktiserendeLaege);
    if case.laege_state() == State::Missing || case.is_opfoelgningsattest() || is_anothers {
        Condition::Holds
    } else if ART.of(case).is_unreadable() {
        Condition::Unreadable(ART.pointer)
    } else if case.laege_state() == State::Unreadable {
        Condition::Unreadable(LAEGE.pointer)
    } else if ROLLE.of(case).is_unreadable() {
        Condition::Unreadable(ROLLE.pointer)
    } else {
        Condition::Fails
    }
}

/// Whether there is a document beside the fields: one that is called "ingen" is none, and a date alone is none either.
fn vedlagt_attest(laege: &Laege<'_>) -> Given {
    let Dokument { titel, henvisning, .. } = &laege.vedlagt_attest;
    match (given(titel), given(henvisning)) {
        (Given::Nothing, _) => Given::Nothing,
        // A document is a reference.
        (Given::Reference | Given::Answer, _) | (_, Given::Reference | Given::Answer) => Given::Answer,
        (named, referred) => named.max(referred),
    }
}

/// What can be said of an assessment that is only an attached document (A41): nothing says when it was given, by whom, on
/// what and with what content. What kind of document it is, does not matter. `None` when any of that is filled in.
fn only_a_certificate(case: &Case<'_>) -> Option<Answer> {
    let laege = case.laege();
    let filled = [
        laege.dato.state(),
        laege.rolle.state(),
        laege.konsultation.state(),
        laege.konsultationsdato.state(),
        laege.helbredsforhold.state(),
        laege.saerlige_hensyn.state(),
        laege.kommentar_til_borger.state(),
        laege.andre_forhold.state(),
    ];
    if filled.into_iter().any(State::is_present) { None } else { in_the_document(case) }
}

/// What can be said of something that is not filled in, but that an attached document may hold.
fn in_the_document(case: &Case<'_>) -> Option<Answer> {
    match vedlagt_attest(case.laege()) {
        Given::Answer | Given::Reference => Some(Answer::undetermined(&notes::ATTACHED)),
        Given::Unreadable => Some(VEDLAGT.tell(case, Answer::unreadable())),
        Given::Nothing | Given::Blank => None,
    }
}

/// An answer about the assessment. Of the follow-up certificate, which may take its place, § 4, stk. 3-4, asks nothing (T10).
fn of_the_assessment(case: &Case<'_>, answer: impl FnOnce() -> Answer) -> Answer {
    (VURDERINGEN.shut)(case).unwrap_or_else(answer)
}

/// § 4, stk. 1, 1. pkt.: the municipality obtains the citizen's GP's assessment of health in relation to work.
///
/// Checked: the assessment is there, dated and given by a GP. A specialist's statement does not meet it, but may count under
/// § 3, stk. 1, nr. 5 (T12). How old it may be the regulation does not say, so nothing is said of it (T61). The follow-up
/// certificate does not meet it either, unless § 4, stk. 2, lets it. When and by whom an assessment was given that is only an
/// attached document, a person must read (A41). Where it cannot be read which of the two there is, the answer is what it would
/// be for either, if that is the same (A45).
pub(super) static P4_1_PKT1: Rule = Rule {
    id: "P4.1.pkt1",
    provision: Provision::p(4).stk(1).pkt(1),
    cells: LAEGENS_VURDERING,
    places: &[LAEGE.pointer, DATO.pointer, ROLLE.pointer],
    texts: texts! {
        demand: "Den praktiserende læges vurdering er indhentet", "The GP's assessment has been obtained";
        finding: "Den praktiserende læges vurdering mangler eller er ikke dateret og afgivet af den praktiserende læge",
            "The GP's assessment is missing, or it is not dated and given by the GP";
        remedy: "Indhent vurderingen fra borgerens praktiserende læge, og angiv dato og lægens rolle",
            "Obtain the assessment from the citizen's GP and state its date and the doctor's role";
        judgement: "Er det borgerens egen praktiserende læge?",
            "Is it the citizen's own GP?";
    },
    own: said(
        "vurderingen er der, den er dateret, og den er afgivet af den praktiserende læge; attesten til den første opfølgningssamtale er kun nok, hvor § 4, stk. 2, tillader det; foreligger vurderingen alene som et vedlagt dokument, kan det ikke afgøres",
        "the assessment is there, it is dated, and it is given by the GP; the certificate for the first follow-up conversation is enough only where § 4, stk. 2, allows it; where the assessment is only an attached document, it cannot be determined",
    ),
    check: Own(|case| {
        if case.laege_state() == State::Missing {
            LAEGE.tell(case, Answer::missing())
        } else if case.is_opfoelgningsattest() {
            as_certificate(case)
        } else if ART.of(case).is_unreadable() {
            let assessment = as_assessment(case);
            let is_same = assessment.is_not_met() && as_certificate(case).is_not_met();
            if is_same { assessment } else { of_the_assessment(case, Answer::met) }
        } else {
            as_assessment(case)
        }
    }),
    ..FORBEREDELSE
};

/// The requirement of § 4, stk. 1, 1. pkt., where the document is the follow-up certificate.
fn as_certificate(case: &Case<'_>) -> Answer {
    if !case.is_any(&[JA22, SDP3]) {
        // Where the certificate may not be used at all, that is the finding (A14).
        return LAEGE.tell(case, Answer::missing()).same_as_rule(&P4_2_PKT1);
    }
    match VURDERET.of(case) {
        Field::Present(true) => Answer::exempt(Provision::p(4).stk(2)),
        // Not exempt, but not known to be missing either.
        Field::Unreadable => unknown(case, VURDERET),
        Field::Present(false) | Field::Absent => LAEGE.tell(case, Answer::missing()),
    }
}

/// The requirement of § 4, stk. 1, 1. pkt., where the document is the assessment: its date and the doctor's role.
fn as_assessment(case: &Case<'_>) -> Answer {
    if let Some(unclear) = only_a_certificate(case) {
        return unclear;
    }
    let by_the_gp = match ROLLE.of(case) {
        Field::Present(role) if *role != Laegerolle::PraktiserendeLaege => Answer::missing(),
        role => decided(role),
    };
    DATO.tell(case, decided(dated(case))).and(ROLLE.tell(case, by_the_gp))
}

/// The date of the assessment: that of the document, where only that has one. What is called "ingen" is no document.
fn dated<'c>(case: &Case<'c>) -> &'c Field<Date> {
    let has_a_document = matches!(vedlagt_attest(case.laege()), Given::Answer | Given::Unreadable);
    if DATO.of(case).is_absent() && has_a_document { &case.laege().vedlagt_attest.dato } else { DATO.of(case) }
}

pub(super) static NO_PROVISION: Note = Note::new(
    "noProvision",
    "Kan ikke afgøres: teksten kan ikke læses som en bestemmelse",
    "Cannot be determined: the text cannot be read as a provision",
)
.remedy("Skriv paragraf og stykke, som »§ 12, stk. 1«", "Write the paragraph and the stykke, as in \"§ 12, stk. 1\"");

/// § 4, stk. 1, 2. pkt.: only § 4, stk. 2, § 12 and § 13 let the GP's assessment be left out.
///
/// Checked when a ground is invoked: it is one of them, and it belongs to this kind of case (A26). What stands in
/// another document, or cannot be read as a provision, a person must read (A45).
pub(super) static P4_1_PKT2: Rule = Rule {
    id: "P4.1.pkt2",
    provision: Provision::p(4).stk(1).pkt(2),
    cells: BUT_13D.conditional(ALL_BUT_13D),
    places: &[pointer!(forberedende_del.laege_fritagelse.hjemmel)],
    texts: texts! {
        demand: "Lægens vurdering udelades kun med en hjemmel, der passer til sagen",
            "The GP's assessment is left out only on a ground that fits the case";
        finding: "Den hjemmel, der er påberåbt for at udelade lægens vurdering, passer ikke til sagen",
            "The ground invoked for leaving out the GP's assessment does not fit the case";
        remedy: "Angiv kun en hjemmel, der gælder for sagen: § 4, stk. 2, § 12 eller § 13; er der ingen, så indhent lægens vurdering",
            "State only a ground that applies to the case: § 4, stk. 2, § 12 or § 13; if there is none, obtain the assessment";
    },
    own: said(
        "en hjemmel, der er påberåbt for at udelade vurderingen, er § 4, stk. 2, § 12 eller § 13 og hører til sagens type; er den kun en henvisning til et dokument, eller kan den ikke læses som en bestemmelse, kan det ikke afgøres; ikke relevant, når ingen er påberåbt",
        "a ground that is invoked for leaving out the assessment is § 4, stk. 2, § 12 or § 13 and belongs to this kind of case; where it only refers to a document, or cannot be read as a provision, it cannot be determined; not relevant when none is invoked",
    ),
    check: Own(|case| match hjemmel(&case.fd().laege_fritagelse.hjemmel, "bekendtg") {
        Hjemmel::Ingen => Answer::not_relevant(),
        Hjemmel::Ulaeselig => Answer::unreadable(),
        Hjemmel::Henvisning => Answer::undetermined(&notes::ATTACHED),
        Hjemmel::Andet => Answer::undetermined(&NO_PROVISION),
        named if named.names(4, 2) && case.is_any(&[JA22, SDP3]) => Answer::met(),
        // The kind of case says which stykke of §§ 12-13 it is, where none is named.
        named if named.may_name(12, 1) && case.is(FP12) => Answer::met(),
        named if named.may_name(12, 2) && case.is(FPU18) => Answer::met(),
        named if named.may_name(13, 1) && case.is(FP13) => Answer::met(),
        named if named.may_name(13, 2) && case.is(FPU17) => Answer::met(),
        Hjemmel::Bestemmelser(_) | Hjemmel::AndenBestemmelse => Answer::missing(),
    }),
    ..HELE_FORBEREDELSEN
};

/// § 4, stk. 2, 1. pkt.: jobafklaring at the reassessment after 22 weeks, and sygedagpenge in category 3, may rest on the
/// certificate for the first follow-up conversation.
///
/// Checked: in every other kind of case the certificate does not stand in for the assessment (T7, T8). Where § 12 or § 13
/// lets the assessment be left out, it takes nobody's place (A3, A14).
pub(super) static P4_2_PKT1: Rule = Rule {
    id: "P4.2.pkt1",
    provision: Provision::p(4).stk(2).pkt(1),
    cells: BUT_13D.conditional(&[JAX, JANY, RF, FJ, FP, FP12, FP13, FPU18, FPU17, REV, SELV, AND]),
    places: &[ART.pointer],
    texts: texts! {
        demand: "Attesten til den første opfølgningssamtale bruges kun i stedet for lægens vurdering i de to sagstyper, § 4, stk. 2, nævner",
            "The certificate for the first follow-up conversation stands in for the GP's assessment only in the two kinds of case that § 4, stk. 2, names";
        finding: "Attesten til den første opfølgningssamtale er brugt i stedet for lægens vurdering i en sag, hvor det ikke er muligt",
            "The certificate for the first follow-up conversation stands in for the GP's assessment in a case where it may not";
        remedy: "Indhent den praktiserende læges vurdering", "Obtain the GP's assessment";
    },
    own: said(
        "lægens dokument er ikke attesten til den første opfølgningssamtale, som i denne sagstype er en fejl; ikke relevant, når det er et andet, eller når § 12 eller § 13 fritager fra vurderingen",
        "the doctor's document is not the certificate for the first follow-up conversation, which is an error in this kind of case; not relevant when it is another, or when § 12 or § 13 exempts from the assessment",
    ),
    check: Own(|case| {
        let unreadable_word = unreadable_word(case);
        if exemption(case, &P4_1_PKT1).is_some() {
            Answer::not_relevant()
        } else if ART.of(case).is_unreadable() {
            Answer::unreadable()
        } else if !case.is_opfoelgningsattest() {
            Answer::not_relevant()
        } else if let Some(fact) = unreadable_word {
            Answer::unreadable().at(fact).depends_on_fact(fact)
        } else {
            Answer::missing()
        }
    }),
    ..HELE_FORBEREDELSEN
};

pub(super) static NO_REASON_FOR_CERTIFICATE: Note = Note::new(
    "noReasonForCertificate",
    "Kommunen har vurderet, at attesten rækker, men har ikke skrevet hvorfor",
    "The municipality finds that the certificate is enough, but has not written why",
);

/// § 4, stk. 2, 2. pkt.: the certificate stands in only if the municipality finds that it and the other health information
/// can carry the team's assessment.
///
/// Checked when the certificate is used: the municipality says yes. Without a text it is worth a look. No, or silence, is an
/// error here, and § 4, stk. 1, applies in full (T9). Where stk. 2 is invoked but there is no certificate at all, that is
/// one finding, on stk. 1 (A45); and where the assessment itself is there, stk. 2 is not what the case rests on, whatever was
/// invoked besides. As long as nobody can read which of them it is, only a yes is an answer (A45).
pub(super) static P4_2_PKT2: Rule = Rule {
    id: "P4.2.pkt2",
    provision: Provision::p(4).stk(2).pkt(2),
    cells: Cells::NONE.conditional(&[JA22, SDP3]),
    places: &[VURDERET.pointer, VURDERET_HVORFOR.pointer],
    texts: texts! {
        demand: "Kommunen har vurderet, at attesten og de øvrige helbredsoplysninger rækker til teamets vurdering",
            "The municipality finds that the certificate and the other health information are enough for the team";
        finding: "Kommunen har ikke vurderet, at attesten og de øvrige helbredsoplysninger rækker",
            "The municipality has not found that the certificate and the other health information are enough";
        remedy: "Tag stilling til, om oplysningerne rækker, og skriv hvorfor; rækker de ikke, så indhent lægens vurdering",
            "Decide whether the information is enough and write why; if it is not, obtain the GP's assessment";
        judgement: "Rækker oplysningerne faktisk?", "Is the information really enough?";
    },
    own: said(
        "er attesten brugt, siger kommunen ja til, at oplysningerne rækker; et ja uden begrundelse giver en advarsel, og et nej eller intet svar er en fejl; det samme gælder, når § 4, stk. 2, er påberåbt, og det ikke er oplyst, hvilket dokument der er; ellers ikke relevant",
        "where the certificate is used, the municipality says yes to the information being enough; a yes without reasons is worth a warning, and a no or no answer is an error; the same where § 4, stk. 2, is invoked and it is not said which document there is; otherwise not relevant",
    ),
    check: Own(|case| {
        if matches!(case.laege_state(), State::Missing | State::Nothing) {
            return Answer::not_relevant();
        }
        let invoked = hjemmel(&case.fd().laege_fritagelse.hjemmel, "bekendtg").names(4, 2);
        if ART.of(case).is_unreadable() && !invoked {
            return ART.tell(case, Answer::unreadable());
        }
        if !case.is_opfoelgningsattest() && (!invoked || ART.of(case).get().is_some()) {
            return Answer::not_relevant();
        }
        let answer = match VURDERET.of(case) {
            Field::Present(true) => with_a_yes(case, VURDERET_HVORFOR, Some(&NO_REASON_FOR_CERTIFICATE)),
            Field::Unreadable => VURDERET.tell(case, Answer::unreadable()),
            _ => VURDERET.tell(case, Answer::missing()),
        };
        // Beside the assessment itself nothing of this would be asked.
        if ART.of(case).is_unreadable() && !answer.is_met() { ART.tell(case, Answer::unreadable()) } else { answer }
    }),
    ..HELE_FORBEREDELSEN
};

/// § 4, stk. 3: the assessment rests on a consultation with the citizen.
///
/// Checked: yes, or a date that is not after the certificate's. An extract from the records without a consultation is an
/// error. With nothing but an attached certificate it cannot be determined (A41).
pub(super) static P4_3_A: Rule = Rule {
    id: "P4.3.a",
    provision: Provision::p(4).stk(3).led("1. led"),
    places: &[KONSULTATION.pointer, KONSULTATIONSDATO.pointer, DATO.pointer],
    texts: texts! {
        demand: "Lægens vurdering bygger på en konsultation med borgeren",
            "The GP's assessment rests on a consultation with the citizen";
        finding: "Det fremgår ikke, at lægens vurdering bygger på en konsultation, eller konsultationen ligger efter attesten",
            "The plan does not say that the assessment rests on a consultation, or the consultation is later than the certificate";
        remedy: "Angiv konsultationen eller dens dato; har der ingen været, så bed lægen om en",
            "State the consultation or its date; if there was none, ask the GP for one";
    },
    own: said(
        "planen siger ja til en konsultation eller har dens dato, og datoen ligger ikke efter attestens; et nej er en fejl, og det er det også, når begge dele mangler; er der kun en vedlagt attest, kan det ikke afgøres",
        "the plan says yes to a consultation or has its date, and the date is not after the certificate's; a no is an error, and so it is when both are missing; where there is nothing but an attached certificate, it cannot be determined",
    ),
    check: In(
        &VURDERINGEN,
        &Own(|case| {
            if let Some(unclear) = only_a_certificate(case) {
                return unclear;
            }
            match (KONSULTATION.of(case), KONSULTATIONSDATO.of(case)) {
                (Field::Present(false), _) | (Field::Absent, Field::Absent) => {
                    KONSULTATION.tell(case, Answer::missing())
                }
                (Field::Unreadable, _) => KONSULTATION.tell(case, Answer::unreadable()),
                (Field::Present(true), Field::Absent) => Answer::met(),
                (said, Field::Present(_) | Field::Unreadable) => {
                    match in_order(case, KONSULTATIONSDATO, DATO, dated(case)) {
                        met if met.is_met() && said.is_absent() => KONSULTATIONSDATO.found(case),
                        answer => answer,
                    }
                }
            }
        }),
    ),
    ..VURDERING
};

/// § 4, stk. 3, nr. 1: health conditions that matter for how the citizen can be helped into work or education, or keep a
/// business of their own.
///
/// Checked: there is an answer; "ingen" is one. With nothing but an attached certificate it cannot be determined.
pub(super) static P4_3_1: Rule = Rule {
    id: "P4.3.1",
    provision: Provision::p(4).stk(3).nr(1),
    texts: texts! {
        demand: "Lægen oplyser om de helbredsforhold, der har betydning for job, uddannelse eller egen virksomhed",
            "The GP states the health conditions that matter for work, education or a business of their own";
        finding: "Lægens oplysninger om relevante helbredsforhold mangler",
            "The GP's information on relevant health conditions is missing";
        remedy: "Indsæt lægens oplysninger om helbredsforhold; »ingen« er et svar",
            "Enter the GP's information on health conditions; \"ingen\" is an answer";
        judgement: "Er attestens indhold tilstrækkeligt?", "Is the content of the certificate sufficient?";
    },
    check: In(&VURDERINGEN, &OrAttached(&AnsweredOrNone(at!(forberedende_del.laege.helbredsforhold)), &ATTESTEN)),
    ..VURDERING
};

/// § 4, stk. 3, nr. 2: special considerations that health will require in what follows.
///
/// Checked: there is an answer; "ingen" is one. With nothing but an attached certificate it cannot be determined.
pub(super) static P4_3_2: Rule = Rule {
    id: "P4.3.2",
    provision: Provision::p(4).stk(3).nr(2),
    texts: texts! {
        demand: "Lægen oplyser om særlige hensyn i det videre forløb",
            "The GP states special considerations for what follows";
        finding: "Lægens oplysninger om særlige hensyn mangler",
            "The GP's information on special considerations is missing";
        remedy: "Indsæt lægens oplysninger om særlige hensyn; »ingen« er et svar",
            "Enter the GP's information on special considerations; \"ingen\" is an answer";
        judgement: "Er attestens indhold tilstrækkeligt?", "Is the content of the certificate sufficient?";
    },
    check: In(&VURDERINGEN, &OrAttached(&AnsweredOrNone(at!(forberedende_del.laege.saerlige_hensyn)), &ATTESTEN)),
    ..VURDERING
};

/// § 4, stk. 3, nr. 3: the GP's comments on the citizen's own view of health and work.
///
/// Checked: there is an answer; "ingen" is one. With nothing but an attached certificate it cannot be determined.
pub(super) static P4_3_3: Rule = Rule {
    id: "P4.3.3",
    provision: Provision::p(4).stk(3).nr(3),
    texts: texts! {
        demand: "Lægen har kommenteret borgerens eget perspektiv på helbred og arbejde",
            "The GP has commented on the citizen's own view of health and work";
        finding: "Lægens kommentarer til borgerens perspektiv mangler",
            "The GP's comments on the citizen's view are missing";
        remedy: "Indsæt lægens kommentarer; »ingen« er et svar", "Enter the GP's comments; \"ingen\" is an answer";
        judgement: "Er attestens indhold tilstrækkeligt?", "Is the content of the certificate sufficient?";
    },
    check: In(&VURDERINGEN, &OrAttached(&AnsweredOrNone(at!(forberedende_del.laege.kommentar_til_borger)), &ATTESTEN)),
    ..VURDERING
};

/// § 4, stk. 3, nr. 4: other matters of importance, such as social matters or abuse.
///
/// Checked: there is an answer; "ingen" is one. With nothing but an attached certificate it cannot be determined.
pub(super) static P4_3_4: Rule = Rule {
    id: "P4.3.4",
    provision: Provision::p(4).stk(3).nr(4),
    texts: texts! {
        demand: "Lægen har oplyst om andre forhold af betydning for arbejde eller uddannelse",
            "The GP has stated other matters of importance for work or education";
        finding: "Lægens oplysninger om andre forhold mangler", "The GP's information on other matters is missing";
        remedy: "Indsæt lægens oplysninger om andre forhold; »ingen« er et svar",
            "Enter the GP's information on other matters; \"ingen\" is an answer";
        judgement: "Er attestens indhold tilstrækkeligt?", "Is the content of the certificate sufficient?";
    },
    check: In(&VURDERINGEN, &OrAttached(&AnsweredOrNone(at!(forberedende_del.laege.andre_forhold)), &ATTESTEN)),
    ..VURDERING
};

/// The national certificate that practice uses (T11). Data, not law: another kind of certificate is worth a look.
const NATIONAL_CERTIFICATE: &str = "lae265";

/// What may stand beside its name: "lægeattest LÆ 265 af 12. marts 2020". With anything else, "LÆ 265 er bestilt", nobody knows
/// whether it is there.
const BESIDE_ITS_NAME: [&str; 12] = [
    "attest",
    "attesten",
    "laegeattest",
    "helbredsattest",
    "generel",
    "til",
    "fra",
    "af",
    "rehabiliteringsteamet",
    "egen",
    "laege",
    "dateret",
];

/// What is no medical certificate, however it is spelt (§ 4, stk. 4; A27).
const NO_CERTIFICATE: [&str; 12] = [
    "mail",
    "epost",
    "telefon",
    "mundtlig",
    "sms",
    "brev",
    "skrivelse",
    "journal",
    "epikrise",
    "notat",
    "korrespondance",
    "besked",
];

pub(super) static OTHER_CERTIFICATE: Note = Note::new(
    "otherCertificate",
    "Lægens vurdering står ikke på LÆ 265, eller det fremgår ikke klart",
    "The GP's assessment is not on LÆ 265, or that is not clear",
)
.remedy(
    "Skriv attestens navn; overvej, om vurderingen bør indhentes på LÆ 265, som bekendtgørelsen ikke kræver",
    "Write the name of the certificate; consider whether to obtain the assessment on LÆ 265, which the regulation does not demand",
);

const CERTIFICATE: At<Flag> = at!(forberedende_del.laege.attest);
const TYPE: At<Written> = at!(forberedende_del.laege.attesttype);

/// § 4, stk. 4, 1. pkt.: the assessment is obtained on a medical certificate.
///
/// Checked: a certificate, of whatever kind. Another than LÆ 265, or more than its name, is worth a look; an email, a telephone note,
/// a letter or an extract from the records is an error, unless a certificate is named beside it (A27). The regulation names no
/// certificate itself (T11). Whatever the type is, a no to
/// there being a certificate is an error, so that an answer that cannot be read leaves it open (A6).
pub(super) static P4_4_PKT1: Rule = Rule {
    id: "P4.4.pkt1",
    provision: Provision::p(4).stk(4).pkt(1),
    places: &[TYPE.pointer, CERTIFICATE.pointer],
    texts: texts! {
        demand: "Lægens vurdering foreligger på en lægeattest", "The GP's assessment is on a medical certificate";
        finding: "Lægens vurdering foreligger ikke på en lægeattest",
            "The GP's assessment is not on a medical certificate";
        remedy: "Indhent vurderingen på en lægeattest (den landsdækkende er LÆ 265); en mail, et telefonnotat, et brev eller et journaludtræk er ikke nok",
            "Obtain the assessment on a medical certificate (the national one is LÆ 265); an email, a telephone note, a letter or an extract from the records will not do";
    },
    own: said(
        "vurderingen står på en lægeattest; LÆ 265 er nok, en anden attest giver en advarsel, og en mail, et telefonnotat, et brev eller et journaludtræk er en fejl; er arten ikke angivet, er et ja til en attest eller en vedlagt attest nok; et nej til en attest er en fejl, også når der står en art, og kan svaret ikke læses, kan kravet ikke afgøres",
        "the assessment is on a medical certificate; LÆ 265 will do, another one is worth a warning, and an email, a telephone note, a letter or an extract from the records is an error; where the kind is not stated, a yes to a certificate or an attached one will do; a no to a certificate is an error whatever kind is stated, and where the answer cannot be read, the requirement cannot be determined",
    ),
    check: In(&VURDERINGEN, &Own(on_a_certificate)),
    ..VURDERING
};

fn on_a_certificate(case: &Case<'_>) -> Answer {
    let (certificate, kind) = (CERTIFICATE.of(case), TYPE.of(case));
    if certificate.value() == Some(false) {
        return CERTIFICATE.tell(case, Answer::missing());
    }
    let answer = match given_a_name(kind) {
        Given::Answer => {
            let name = kind.get().map_or("", PlanText::as_str);
            if is_the_national_certificate(name) {
                Answer::met()
            } else if is_no_certificate(name) {
                Answer::missing()
            } else {
                Answer::warning(&OTHER_CERTIFICATE)
            }
        }
        Given::Nothing => Answer::missing(),
        Given::Reference => Answer::undetermined(&notes::ATTACHED),
        Given::Unreadable => Answer::unreadable(),
        Given::Blank if !certificate.is_absent() => CERTIFICATE.found(case),
        Given::Blank => match vedlagt_attest(case.laege()) {
            Given::Answer
                if is_no_certificate(case.laege().vedlagt_attest.titel.get().map_or("", PlanText::as_str)) =>
            {
                Answer::missing()
            }
            Given::Answer => VEDLAGT.found(case),
            Given::Unreadable => return VEDLAGT.tell(case, Answer::unreadable()),
            Given::Nothing | Given::Reference | Given::Blank => Answer::missing(),
        },
    };
    // What cannot be read may be the no that outweighs a type and a document (A6).
    let stated = if certificate.is_unreadable() { Answer::unreadable() } else { Answer::met() };
    TYPE.tell(case, answer).and(CERTIFICATE.tell(case, stated))
}

/// Whether a text is the name of LÆ 265 and nothing else.
fn is_the_national_certificate(name: &str) -> bool {
    let name: String = letters::spelt(name).collect();
    let words = || name.split(|letter| !letters::is_letter(letter)).filter(|word| !word.is_empty());
    let is_its_number =
        |word: &str| NATIONAL_CERTIFICATE.strip_suffix(word).is_some_and(|before| matches!(before, "" | "lae"));
    let is_a_number = |word: &str| word.bytes().all(|digit| digit.is_ascii_digit());
    let may_stand = |word: &str| {
        is_its_number(word)
            || word == "lae"
            || is_a_number(word)
            || MONTHS.contains(&word)
            || BESIDE_ITS_NAME.contains(&word)
    };
    words().any(is_its_number) && letters::holds(&name, "lae") && words().all(may_stand)
}

/// Whether a text says in what other way the doctor has spoken, and names no certificate beside it: "LÆ 285 sendt med sikker mail".
fn is_no_certificate(name: &str) -> bool {
    let name: String = letters::folded(name).chars().filter(|letter| letters::is_letter(*letter)).collect();
    let holds = |part| letters::holds(&name, part);
    let is_numbered = letters::split(&name, "lae")
        .is_some_and(|(_, number)| number.starts_with(|digit: char| digit.is_ascii_digit()));
    NO_CERTIFICATE.into_iter().any(holds) && !holds("attest") && !is_numbered
}

in_order! {
    P4_1_PKT1 P4_1_PKT2 P4_2_PKT1 P4_2_PKT2 P4_3_A P4_3_1 P4_3_2 P4_3_3 P4_3_4 P4_4_PKT1
}
