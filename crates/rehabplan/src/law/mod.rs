//! The regulation, one file per paragraph.
//!
//! A requirement is one declaration: what the provision demands, where it applies, what it says to a person, and the
//! check. Whoever knows "§ 8, stk. 5" finds it in `p08.rs`. The comment above a requirement says, in our own words,
//! what the provision demands, what is checked and what is left to a person. A code such as A37 or T49 is one of the
//! readings of `docs/en/readings.md`.

use std::fmt;

use crate::answer::Severity;
use crate::case::Phase;
pub(crate) use crate::text::text;
use crate::text::{Lang, Said};

pub(crate) mod answering;
mod cells;
#[cfg(feature = "texts")]
mod checklist;
pub(crate) mod evidence;
mod forhold;
mod fritekst;
mod gate;
mod heads;
mod hjemmel;
mod indsatsdel;
mod markering;
mod matrix;
mod min_plan;
#[cfg(feature = "profiles")]
mod mulige_sager;
#[cfg(feature = "texts")]
mod own_notes;
mod p01;
mod p02;
mod p03;
mod p04;
mod p05;
mod p06;
mod p07;
mod p08;
mod p09;
mod p10;
mod p11;
mod p12;
mod p13;
mod p14;
mod p15;
mod p16;
mod periods;
mod provision;
mod texts;
mod udfald;
mod undtagelser;
mod units;
mod vedlagt;
#[cfg(feature = "profiles")]
mod vocabulary;
pub(crate) mod words;

pub use cells::{Cell, Cells};
#[cfg(feature = "texts")]
pub use checklist::{Checklist, Point};
pub(crate) use fritekst::is_citizens;
#[cfg(feature = "profiles")]
pub(crate) use fritekst::left_alone;
pub use fritekst::searched;
#[cfg(feature = "language")]
pub use fritekst::voice_at;
#[cfg(feature = "profiles")]
pub(crate) use gate::is_missing as is_part_missing;
pub(crate) use gate::{
    Standing, Ways, agenda, asks_nothing_yet, contradictions, is_at_most_warning, leave_open, standing,
};
pub(crate) use heads::{ALL_BUT_13D, ALL_TEAM, BUT_13D, BY_OUTCOME, TEAM};
use heads::{
    AND, EFTER_AFGOERELSEN, EFTER_MOEDET, FJ, FORBEREDELSE, FP, FP12, FP13, FPU17, FPU18, HELE_FORBEREDELSEN,
    INDSTILLING, JA13D, JA22, JANY, JAX, REV, RF, SAGEN, SDP3, SELV,
};
#[cfg(feature = "profiles")]
pub(crate) use indsatsdel::{INDSATSDEL, INDSATSDELEN, content as indsatsdel_content, required as indsatsdel_required};
pub use matrix::{Matrix, exempting, grounds};
pub(crate) use min_plan::{Home, home};
#[cfg(feature = "profiles")]
pub(crate) use mulige_sager::as_it_may_be;
#[cfg(feature = "texts")]
pub(crate) use own_notes::OWN_NOTES;
#[cfg(feature = "texts")]
pub(crate) use p01::kinds_of;
pub(crate) use p01::possible;
pub use p01::{SCOPE, ScopeRule};
#[cfg(feature = "profiles")]
pub(crate) use p01::{Scope, scope};
#[cfg(feature = "profiles")]
pub(crate) use p03::{HIDTIL, P3_3_A, P3_3_B, P3_4_PKT1};
#[cfg(feature = "profiles")]
pub(crate) use p05::AS_OF_MISSING;
#[cfg(feature = "profiles")]
pub(crate) use p06::P6_1_PKT1_B;
pub use periods::{PERIOD_MONTHS, earliest_end, last_day, months_begun};
pub use provision::Provision;
pub use texts::Texts;
pub(crate) use texts::{in_order, texts};
pub use units::{Coverage, UNITS, Unit, UnitStatus, coverage};
#[cfg(feature = "profiles")]
pub(crate) use vedlagt::only_attached;
#[cfg(feature = "profiles")]
pub use vocabulary::{VOCABULARY, Word};
use words::Check;

/// What kind of requirement a rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RuleKind {
    /// A clear requirement: not met is an error (FEJL).
    Requirement,
    /// A contradiction or a weakly founded requirement: not met is a warning (ADVARSEL).
    Advice,
    /// Only a person can judge (SKØN), and nothing is checked.
    Judgement,
    /// Only a person can judge (SKØN), and a check lends support with a warning.
    SupportedJudgement,
    /// Never a finding of its own, but it changes the answer to another rule (FRITAGER): exempt where it does so, and
    /// otherwise not relevant (A5).
    Exemption,
}

impl RuleKind {
    /// Every code, each once: two kinds have the same.
    pub const CODES: &'static [&'static str] = &["requirement", "advice", "judgement", "exemption"];

    /// The code as it stands in `rules --format json`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Requirement => "requirement",
            Self::Advice => "advice",
            Self::Judgement | Self::SupportedJudgement => "judgement",
            Self::Exemption => "exemption",
        }
    }
}

/// The part of the plan whose content a rule is about. When the whole part is missing, that is one finding on the rule
/// for the part, and the rules about its content are not relevant (A17): one defect is one finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    /// No part in particular: the rule answers whatever is missing.
    Any,
    /// The content of the preparatory part, which attached documents may hold as well (A42).
    ForberedendeDel,
    /// The preparatory part, but nothing that an attached document could hold instead: its dates, what must not stand in
    /// it, what is invoked in it, or what other requirements have found in it.
    HeleForberedendeDel,
    /// The GP's assessment in the preparatory part.
    Laege,
    /// The team's recommendation.
    Indstilling,
}

/// One requirement of the regulation.
#[non_exhaustive]
pub struct Rule {
    /// The id, such as `P3.1.4`. Opaque, stable and never used again for something else.
    pub id: &'static str,
    /// The provision.
    pub provision: Provision,
    /// What kind of requirement it is.
    pub kind: RuleKind,
    /// The first phase in which it applies.
    pub phase: Phase,
    /// Where it applies: its row of the matrix.
    pub cells: Cells,
    /// What it says to people.
    pub texts: Texts,
    pub(crate) about: About,
    /// What is checked.
    pub(crate) check: Check,
    /// What a function that the check is, or is made of, looks at and answers, as it continues "checked: ...". Conditions that are
    /// said in words come before it.
    pub(crate) own: Said,
    /// The places that the rule is about, where its check is a function and does not say them.
    pub(crate) places: &'static [&'static str],
    /// Where a finding may stand besides: at a field of what the rule is about, or at a text that is searched for it.
    pub(crate) beside: Beside,
}

/// Where a finding may stand beside the places of its rule.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Beside {
    /// There.
    Places(&'static [&'static str]),
    /// Where others are told of, or texts are searched.
    Of(fn(&mut dyn FnMut(&'static str))),
}

impl Rule {
    /// JSON Pointers to the evidence, in order; `*` stands for any place in a list.
    ///
    /// They follow from what is checked; a rule whose check is a function names them itself.
    #[must_use]
    pub fn paths(&self) -> Vec<&'static str> {
        each_once(&|see| self.each_path(see))
    }

    /// What a check that is limited to places finds the requirement by: its [places](Self::paths), and all others at which a
    /// finding of it may stand.
    #[must_use]
    pub fn looks_at(&self) -> Vec<&'static str> {
        each_once(&|see| self.each_place(see))
    }

    /// Goes through all of them; one may come more than once.
    fn each_place(&self, see: &mut dyn FnMut(&'static str)) {
        self.each_path(see);
        self.check.fields(see);
        match self.beside {
            Beside::Places(places) => places.iter().copied().for_each(see),
            Beside::Of(each) => each(see),
        }
    }

    /// The first of them.
    pub(crate) fn first_path(&self) -> Option<&'static str> {
        let mut first = None;
        self.each_path(&mut |path| first = first.or(Some(path)));
        first
    }

    pub(crate) fn each_path(&self, see: &mut dyn FnMut(&'static str)) {
        self.places.iter().for_each(|path| see(path));
        self.check.places(see);
    }

    /// The legal unit that the rule belongs to: the longest id of a unit that is a prefix of the rule's, segment by
    /// segment.
    #[must_use]
    pub fn unit(&self) -> &'static str {
        units::unit_of(self)
    }

    /// The gravest finding that the rule can give; `None` for one that only exempts or only asks a person.
    #[must_use]
    pub fn severity(&self) -> Option<Severity> {
        match self.kind {
            RuleKind::Requirement => Some(Severity::Error),
            RuleKind::Advice | RuleKind::SupportedJudgement => Some(Severity::Warning),
            RuleKind::Judgement | RuleKind::Exemption => None,
        }
    }

    /// The address of the rule's page, relative to the documentation.
    #[must_use]
    pub fn page(&self, lang: Lang) -> String {
        page(self.id, lang)
    }
}

/// The address of the page of a rule or a scope rule, relative to the documentation.
pub(crate) fn page(id: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("da/regler/{id}.md"),
        Lang::En => format!("en/rules/{id}.md"),
    }
}

/// Takes places, one after the other.
type See<'s> = dyn FnMut(&'static str) + 's;

/// The places that are gone through, in order, each one time.
fn each_once(go_through: &dyn Fn(&mut See<'_>)) -> Vec<&'static str> {
    let mut all = Vec::new();
    go_through(&mut |one| {
        if !all.contains(&one) {
            all.push(one);
        }
    });
    all
}

/// Two rules are the same when they have the same id.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

impl fmt::Debug for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Rule").field(&self.id).finish()
    }
}

const PARAGRAPHS: [&[&Rule]; 15] = [
    p02::RULES,
    p03::RULES,
    p04::RULES,
    p05::RULES,
    p06::RULES,
    p07::RULES,
    p08::RULES,
    p09::RULES,
    p10::RULES,
    p11::RULES,
    p12::RULES,
    p13::RULES,
    p14::RULES,
    p15::RULES,
    p16::RULES,
];

/// How many requirements there are.
pub(crate) const RULE_COUNT: usize = {
    let mut count = 0;
    let mut rest: &[&[&Rule]] = &PARAGRAPHS;
    while let [rules, others @ ..] = rest {
        count += rules.len();
        rest = others;
    }
    count
};

/// The same in one list.
static RULES: [&Rule; RULE_COUNT] = {
    let [[first, ..], ..] = PARAGRAPHS else { panic!("§ 2 has rules") };
    let mut rules = [*first; RULE_COUNT];
    let (mut count, mut paragraph, mut place) = (0, 0, 0);
    // The list is made by the compiler.
    #[allow(clippy::indexing_slicing)]
    while count < RULE_COUNT {
        if place == PARAGRAPHS[paragraph].len() {
            (paragraph, place) = (paragraph + 1, 0);
            continue;
        }
        rules[count] = PARAGRAPHS[paragraph][place];
        assert!(!matches!(rules[count].check, Check::Unsaid), "every rule says what is checked");
        (count, place) = (count + 1, place + 1);
    }
    rules
};

/// Every requirement of §§ 2-16, in the order of the law.
pub fn rules() -> impl Iterator<Item = &'static Rule> + Clone {
    RULES.iter().copied()
}

/// The requirement with an id.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}
