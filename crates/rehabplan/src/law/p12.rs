//! § 12: førtidspension where it is entirely obvious that the ability to work cannot be improved.

use super::check::{Given, decided, documents, given};
use super::p02::P2_1_PKT2;
use super::p03::RELAXED;
use super::p04::laegens_vurdering_mangler;
use super::unclear::only_attached;
use super::{
    AND, Cells, FJ, FP12, FPU18, JA22, JANY, JAX, Kind, Part, Provision, REV, RF, Rule, SDP3, SELV, Texts, p13, text,
};
use crate::answer::{Answer, Path};
use crate::case::{Case, Condition, Phase};
use crate::plan::{Field, Sag, State};
use crate::text::{Note, notes};

const VAESENTLIGT_NEDSAT: &str = "/sag/vaesentligtNedsat";
const HELT_AABENBART: &str = "/sag/heltAabenbart";

/// The two conditions of § 12, stk. 1, as the municipality states them; whether they are right is for a person (T14).
pub(super) fn betingelser(sag: &Sag<'_>) -> bool {
    sag.vaesentligt_nedsat.value() == Some(true) && sag.helt_aabenbart.value() == Some(true)
}

/// Whether § 12, stk. 1, or through stk. 2 without the team, relaxes the requirements. Without the facts the main rules
/// apply (A9).
pub(super) fn lempelsen_virker(case: &Case<'_>) -> bool {
    case.is_any(&[FP12, FPU18]) && betingelser(case.sag())
}

/// § 12, stk. 1, 2. pkt.: the case may go without the GP's assessment if the municipality finds the health information
/// sufficient.
pub(super) fn laegens_vurdering_kan_udelades(case: &Case<'_>) -> bool {
    lempelsen_virker(case) && case.fd().laege_fritagelse.kommunens_vurdering.value() == Some(true)
}

const WORD: &str = "/forberedendeDel/laegeFritagelse/kommunensVurdering";

/// Where the municipality's word that would lift § 4 stands, when it cannot be read: it lifts nothing, but nor can anybody
/// say that it does not (A45).
pub(super) fn unreadable_word(case: &Case<'_>) -> Option<&'static str> {
    let hangs_on_it = lempelsen_virker(case) && !p13::foreliggende_grundlag(case);
    (hangs_on_it && case.fd().laege_fritagelse.kommunens_vurdering.is_unreadable()).then_some(WORD)
}

/// The provision that relaxes: stk. 1 with the team, stk. 2 without.
fn lempelse(case: &Case<'_>) -> Provision {
    Provision::p(12).stk(if case.is(FPU18) { 2 } else { 1 })
}

static GROUND_NOT_SUPPORTED: Note = Note::new(
    "groundNotSupported",
    "Sagen behandles uden om teamet, men planen angiver ikke de forhold, § 12 kræver, så lempelsen gælder ikke",
    "The case is handled without the team, but the plan does not state what § 12 demands, so it relaxes nothing",
);

/// § 12, stk. 1, 1. pkt.: the ability to work is substantially reduced, and it is entirely obvious that it cannot be improved.
///
/// Checked: both facts are stated. Without the team, missing facts are worth a look, and the main rules apply (A9). In other
/// kinds of case it is an error to state that it is entirely obvious; a substantially reduced ability alone is an ordinary
/// criterion (A10).
pub(super) static P12_1_PKT1_A: Rule = Rule {
    id: "P12.1.pkt1.a",
    provision: Provision::p(12).stk(1).pkt(1).led("betingelser"),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::Any,
    cells: Cells::NONE.required(&[FP12]).conditional(&[JA22, JAX, JANY, RF, FJ, FPU18, REV, SELV, SDP3, AND]),
    paths: &[HELT_AABENBART, VAESENTLIGT_NEDSAT],
    texts: Texts {
        demand: text(
            "Lempelsen i § 12 bruges kun i sager om førtidspension, når arbejdsevnen er væsentligt nedsat, og det er helt åbenbart, at den ikke kan forbedres",
            "§ 12 relaxes only in cases of førtidspension, where the ability to work is substantially reduced and it is entirely obvious that it cannot be improved",
        ),
        finding: text(
            "§ 12 er påberåbt i en sag, hvor den ikke gælder",
            "§ 12 is invoked in a case where it does not apply",
        ),
        remedy: text(
            "Fjern angivelsen, eller ret sagstypen; § 12 gælder kun førtidspension",
            "Remove the statement or correct the type of case; § 12 is for førtidspension only",
        ),
        judgement: Some(text(
            "Er arbejdsevnen væsentligt nedsat, og er det helt åbenbart, at den ikke kan forbedres?",
            "Is the ability to work substantially reduced, and is it entirely obvious that it cannot be improved?",
        )),
    },
    check: |case| {
        let sag = case.sag();
        if case.is_any(&[FP12, FPU18]) {
            let facts = [(&sag.vaesentligt_nedsat, VAESENTLIGT_NEDSAT), (&sag.helt_aabenbart, HELT_AABENBART)];
            return Answer::all(facts.map(|(fact, path)| match fact {
                Field::Present(true) => Answer::met(),
                Field::Unreadable => Answer::unreadable().at(path),
                _ => Answer::warning(&GROUND_NOT_SUPPORTED).at(path),
            }));
        }
        match sag.helt_aabenbart {
            Field::Present(true) => Answer::missing().at(HELT_AABENBART),
            Field::Unreadable => Answer::unreadable().at(HELT_AABENBART),
            _ => Answer::not_relevant(),
        }
    },
};

/// Whether a field of the preparatory part is marked as not relevant or not possible.
fn is_marked(case: &Case<'_>, path: &str) -> bool {
    let field = path.strip_prefix("/forberedendeDel/").unwrap_or(path);
    let covers = |code: &str| field.strip_prefix(code).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let marks = case.fd().ikke_relevant_eller_muligt.entries();
    marks.iter().any(|mark| mark.value().is_some_and(|mark| covers(mark.code())))
}

/// The places of requirements whose fields are blank and not marked as not relevant or not possible. `None` when a mark
/// cannot be read and might be the one.
pub(super) fn unmarked_blanks(case: &Case<'_>, rules: &[&'static Rule]) -> Option<Vec<Path>> {
    let marks = &case.fd().ikke_relevant_eller_muligt;
    let blanks = unmarked(case, rules.iter().copied(), |answer| answer.severity() == Some(crate::Severity::Error));
    let has_unreadable_mark = marks.is_unreadable() || marks.entries().iter().any(Field::is_unreadable);
    (blanks.is_empty() || !has_unreadable_mark).then_some(blanks)
}

/// The places of requirements whose fields cannot be read, and none of whose fields is marked.
pub(super) fn unmarked_unreadable(case: &Case<'_>, rules: &[&'static Rule]) -> Vec<Path> {
    let unmarked_rules = rules.iter().copied().filter(|rule| !rule.paths.iter().any(|path| is_marked(case, path)));
    unmarked(case, unmarked_rules, |answer| answer.says() == Some(&notes::UNREADABLE))
}

/// The places of the requirements that have such an answer on their own, without those that are marked.
fn unmarked(
    case: &Case<'_>,
    rules: impl Iterator<Item = &'static Rule>,
    is_such: impl Fn(&Answer) -> bool,
) -> Vec<Path> {
    let mut places = Vec::new();
    for rule in rules {
        let answer = (rule.check)(case);
        if !is_such(&answer) {
            continue;
        }
        if answer.paths().is_empty() {
            // Any one of the rule's own places would have done; the first is where to begin.
            if !rule.paths.iter().any(|path| is_marked(case, path)) {
                places.extend(rule.paths.first().map(|path| Path::from(*path)));
            }
        } else {
            places.extend(answer.paths().iter().filter(|path| !is_marked(case, path)).cloned());
        }
    }
    places
}

/// § 12, stk. 1, 1. pkt.: the preparatory part is filled in as far as is relevant and possible.
///
/// A blank field of § 3, stk. 1-2, is no error. Checked: it is marked; otherwise it is worth a look (T13). Attached documents
/// alone may hold what is not marked (A42).
pub(super) static P12_1_PKT1_B: Rule = Rule {
    id: "P12.1.pkt1.b",
    provision: Provision::p(12).stk(1).pkt(1).led("lempelse"),
    kind: Kind::Advice,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: Cells::NONE.exempt(Provision::p(12).stk(1), &[FP12]).exempt(Provision::p(12).stk(2), &[FPU18]),
    paths: &["/forberedendeDel/ikkeRelevantEllerMuligt"],
    texts: Texts {
        demand: text(
            "Den forberedende del udfyldes i relevant og muligt omfang",
            "The preparatory part is filled in as far as is relevant and possible",
        ),
        finding: text(
            "Felter i den forberedende del er tomme, uden at det er markeret, at de ikke er relevante eller mulige at udfylde",
            "Fields of the preparatory part are blank without being marked as not relevant or not possible",
        ),
        remedy: text(
            "Udfyld felterne, eller markér dem som ikke relevante eller mulige",
            "Fill in the fields, or mark them as not relevant or not possible",
        ),
        judgement: Some(text("Hvad er relevant og muligt i denne sag?", "What is relevant and possible in this case?")),
    },
    check: |case| {
        if !lempelsen_virker(case) {
            return Answer::not_applicable(&notes::EXEMPTION_NOT_USED);
        }
        // With § 13 beside it the case is handled on what there is, so no marks are asked for: the reliefs add up.
        if p13::foreliggende_grundlag(case) {
            return Answer::exempt(lempelse(case));
        }
        match unmarked_blanks(case, RELAXED) {
            None => Answer::unreadable(),
            Some(blanks) if blanks.is_empty() => Answer::exempt(lempelse(case)),
            Some(blanks) => only_attached(case).unwrap_or_else(|| Answer::advice().at_all(blanks)),
        }
    },
};

/// § 12, stk. 1, 1. pkt.: the preparatory part is still a sufficient basis for the team.
///
/// For a person to judge. Checked in support: the health situation or health documentation is there; neither is worth a
/// look, unless the part consists of attached documents (A42).
pub(super) static P12_1_PKT1_C: Rule = Rule {
    id: "P12.1.pkt1.c",
    provision: Provision::p(12).stk(1).pkt(1).led("grænse"),
    kind: Kind::SupportedJudgement,
    phase: Phase::Forelaeggelse,
    part: Part::Any,
    cells: Cells::NONE.judgement(&[FP12, FPU18]),
    paths: &["/forberedendeDel/helbred/situation", "/forberedendeDel/helbred/dokumentation"],
    texts: Texts {
        demand: text(
            "Den forberedende del er et tilstrækkeligt grundlag for at behandle sagen",
            "The preparatory part is a sufficient basis for handling the case",
        ),
        finding: text(
            "Den forberedende del rummer hverken helbredssituation eller helbredsdokumentation",
            "The preparatory part holds neither the health situation nor health documentation",
        ),
        remedy: text(
            "Beskriv helbredssituationen, eller henvis til dokumentation",
            "Describe the health situation, or refer to documentation",
        ),
        judgement: Some(text(
            "Er den forberedende del et tilstrækkeligt grundlag?",
            "Is the preparatory part a sufficient basis?",
        )),
    },
    check: |case| {
        if !lempelsen_virker(case) {
            return Answer::not_applicable(&notes::EXEMPTION_NOT_USED);
        }
        if case.fd_state() == State::Missing {
            return Answer::advice().at("/forberedendeDel").same_as_rule(&P2_1_PKT2);
        }
        let helbred = &case.fd().helbred;
        match (given(&helbred.situation), documents(&helbred.dokumentation)) {
            (Given::Answer | Given::Reference, _) | (_, Given::Answer) => Answer::review(),
            (Given::Unreadable, _) | (_, Given::Unreadable) => Answer::unreadable(),
            _ if only_attached(case).is_some() => Answer::review(),
            _ => Answer::advice().at_all(P12_1_PKT1_C.paths.iter().map(|path| Path::from(*path))),
        }
    },
};

/// § 12, stk. 1, 2. pkt.: the case may be handled without the GP's assessment.
///
/// Exempts from § 4 when the municipality finds the health information sufficient (T3).
pub(super) static P12_1_PKT2_A: Rule = Rule {
    id: "P12.1.pkt2.a",
    provision: Provision::p(12).stk(1).pkt(2).led("lempelse"),
    kind: Kind::Exemption,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: Cells::NONE.exempt(Provision::p(12).stk(1), &[FP12]).exempt(Provision::p(12).stk(2), &[FPU18]),
    paths: &[WORD],
    texts: Texts {
        demand: text(
            "Sagen kan behandles uden den praktiserende læges vurdering",
            "The case may be handled without the GP's assessment",
        ),
        finding: text("Undtagelsen er ikke i brug", "The exemption is not in use"),
        remedy: text(
            "Angiv, at kommunen vurderer, at helbredsoplysningerne er tilstrækkelige, eller indhent lægens vurdering",
            "State that the municipality finds the health information sufficient, or obtain the GP's assessment",
        ),
        judgement: None,
    },
    check: |case| {
        if laegens_vurdering_kan_udelades(case) {
            Answer::exempt(lempelse(case))
        } else {
            Answer::not_applicable(&notes::EXEMPTION_NOT_USED)
        }
    },
};

/// § 12, stk. 1, 2. pkt.: if the municipality finds that there is sufficient health information.
///
/// Checked where the GP's assessment is missing: the municipality says yes. No, or silence, is an error, and § 4 applies in
/// full. Where it cannot be read whether the assessment is missing, a yes still meets it, and anything else is unknown (A45).
pub(super) static P12_1_PKT2_B: Rule = Rule {
    id: "P12.1.pkt2.b",
    provision: Provision::p(12).stk(1).pkt(2).led("betingelse"),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::HeleForberedendeDel,
    cells: Cells::NONE.conditional(&[FP12, FPU18]),
    paths: &[WORD],
    texts: Texts {
        demand: text(
            "Kommunen har vurderet, at der foreligger tilstrækkelige helbredsoplysninger, når lægens vurdering mangler",
            "The municipality has found that there is sufficient health information where the GP's assessment is missing",
        ),
        finding: text(
            "Lægens vurdering mangler, og kommunen har ikke vurderet, at der foreligger tilstrækkelige helbredsoplysninger",
            "The GP's assessment is missing, and the municipality has not found that there is sufficient health information",
        ),
        remedy: text(
            "Tag stilling til, om helbredsoplysningerne er tilstrækkelige, eller indhent lægens vurdering",
            "Decide whether the health information is sufficient, or obtain the GP's assessment",
        ),
        judgement: Some(text(
            "Er helbredsoplysningerne faktisk tilstrækkelige?",
            "Is the health information really sufficient?",
        )),
    },
    check: |case| {
        // § 13 lets the assessment be left out on no such condition.
        let asked_for = lempelsen_virker(case) && !p13::foreliggende_grundlag(case);
        if !asked_for {
            return Answer::not_relevant();
        }
        if let Some(unclear) = only_attached(case) {
            return unclear;
        }
        match (laegens_vurdering_mangler(case), &case.fd().laege_fritagelse.kommunens_vurdering) {
            (Condition::Unreadable(_), Field::Present(true)) => Answer::met(),
            (is_missing, decision) => is_missing.then(|| match decision {
                Field::Present(false) => Answer::missing(),
                decision => decided(decision),
            }),
        }
    },
};

pub(super) static RULES: &[&Rule] = &[&P12_1_PKT1_A, &P12_1_PKT1_B, &P12_1_PKT1_C, &P12_1_PKT2_A, &P12_1_PKT2_B];
