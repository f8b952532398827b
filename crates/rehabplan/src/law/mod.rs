//! The regulation, one file per paragraph.
//!
//! A requirement is one declaration: what the provision demands, where it applies, what it says to a person, and the
//! check. Whoever knows "§ 8, stk. 5" finds it in `p08.rs`. The comment above a requirement says, in our own words,
//! what the provision demands, what is checked and what is left to a person.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::answer::Severity;
use crate::case::{Phase, Variant};
use crate::json::{Json, Members};
pub(crate) use crate::text::text;
use crate::text::{Lang, Said, said};

pub(crate) mod check;
#[cfg(feature = "texts")]
mod checklist;
pub(crate) mod evidence;
mod forhold;
mod fritekst;
mod gate;
mod hjemmel;
mod indsatsdel;
mod markering;
mod matrix;
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
mod udfald;
mod undtagelser;
mod units;
mod vedlagt;
#[cfg(feature = "profiles")]
mod vocabulary;
pub(crate) mod words;

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
pub(crate) use gate::{agenda, asks_nothing_yet, is_at_most_warning, leave_open};
#[cfg(feature = "profiles")]
pub(crate) use indsatsdel::{INDSATSDEL, INDSATSDELEN, content as indsatsdel_content, required as indsatsdel_required};
pub use matrix::{Matrix, exempting, grounds};
#[cfg(feature = "profiles")]
pub(crate) use mulige_sager::as_exempt;
#[cfg(feature = "texts")]
pub(crate) use own_notes::OWN_NOTES;
#[cfg(feature = "texts")]
pub(crate) use p01::kinds_of;
pub use p01::{SCOPE, ScopeRule};
pub(crate) use p01::{Scope, lacks_ground, possible, scope};
#[cfg(feature = "profiles")]
pub(crate) use p03::{HIDTIL, P3_3_A, P3_3_B, P3_4_PKT1};
#[cfg(feature = "profiles")]
pub(crate) use p05::AS_OF_MISSING;
#[cfg(feature = "profiles")]
pub(crate) use p06::P6_1_PKT1_B;
pub(crate) use periods::runs_backwards;
pub use periods::{PERIOD_MONTHS, earliest_end, last_day, months_begun};
pub use units::{Coverage, UNITS, Unit, UnitStatus, coverage};
#[cfg(feature = "profiles")]
pub(crate) use vedlagt::only_attached;
#[cfg(feature = "profiles")]
pub use vocabulary::{VOCABULARY, Word};
use words::Check;

/// A place in the regulation.
///
/// Shown as in `§ 3, stk. 1, nr. 5`, `§ 5, stk. 1, nr. 1, 2. pkt.` or `§ 2, stk. 2 (1. led)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Provision {
    /// § (paragraf).
    pub paragraf: u8,
    /// Stykke; `None` in a paragraph that has only one.
    pub stk: Option<u8>,
    /// Number in a list.
    pub nr: Option<u8>,
    /// Sentence (punktum).
    pub pkt: Option<u8>,
    /// A part of a sentence that the regulation does not number itself.
    pub led: Option<&'static str>,
}

impl Provision {
    /// A paragraph.
    #[must_use]
    pub const fn p(paragraf: u8) -> Self {
        Self { paragraf, stk: None, nr: None, pkt: None, led: None }
    }

    /// A stykke of the paragraph.
    #[must_use]
    pub const fn stk(mut self, stk: u8) -> Self {
        self.stk = Some(stk);
        self
    }

    const fn is_same_stk(self, other: Self) -> bool {
        let is_same = match (self.stk, other.stk) {
            (Some(one), Some(another)) => one == another,
            (None, None) => true,
            _ => false,
        };
        self.paragraf == other.paragraf && is_same
    }

    /// Whether another provision is this one or a part of it.
    fn holds(self, other: Self) -> bool {
        let is_at = |own: Option<u8>, other| own.is_none() || own == other;
        self.paragraf == other.paragraf
            && is_at(self.stk, other.stk)
            && is_at(self.nr, other.nr)
            && is_at(self.pkt, other.pkt)
            && (self.led.is_none() || self.led == other.led)
    }

    /// A number of the list.
    #[must_use]
    pub const fn nr(mut self, nr: u8) -> Self {
        self.nr = Some(nr);
        self
    }

    /// A sentence.
    #[must_use]
    pub const fn pkt(mut self, pkt: u8) -> Self {
        self.pkt = Some(pkt);
        self
    }

    /// A part of the sentence.
    #[must_use]
    pub const fn led(mut self, led: &'static str) -> Self {
        self.led = Some(led);
        self
    }
}

impl fmt::Display for Provision {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "§ {}", self.paragraf)?;
        if let Some(stk) = self.stk {
            write!(formatter, ", stk. {stk}")?;
        }
        if let Some(nr) = self.nr {
            write!(formatter, ", nr. {nr}")?;
        }
        if let Some(pkt) = self.pkt {
            write!(formatter, ", {pkt}. pkt.")?;
        }
        if let Some(led) = self.led {
            write!(formatter, " ({led})")?;
        }
        Ok(())
    }
}

impl Serialize for Provision {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Json::Object(&|members: &mut Members<'_>| self.write(members)).serialize(serializer)
    }
}

impl Provision {
    pub(crate) fn write(&self, members: &mut Members<'_>) {
        members.number("paragraf", self.paragraf.into());
        members.number_or_null("stk", self.stk);
        members.number_or_null("nr", self.nr);
        members.number_or_null("pkt", self.pkt);
        members.text_or_null("led", self.led);
    }
}

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

/// What applies in one case variant: a cell of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// `-`: not relevant.
    NotRelevant,
    /// `K`: required.
    Required,
    /// `K°`: required when the rule's own condition is there.
    Conditional,
    /// `U §x,y`: exempt under a provision when the conditions of the exemption are there; otherwise required.
    Exempt(Provision),
    /// `S`: only a person can judge.
    Judgement,
}

impl fmt::Display for Cell {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotRelevant => formatter.write_str("-"),
            Self::Required => formatter.write_str("K"),
            Self::Conditional => formatter.write_str("K°"),
            Self::Judgement => formatter.write_str("S"),
            Self::Exempt(Provision { paragraf, stk: Some(stk), .. }) => write!(formatter, "U §{paragraf},{stk}"),
            Self::Exempt(Provision { paragraf, .. }) => write!(formatter, "U §{paragraf}"),
        }
    }
}

/// A row of the matrix: one cell for each of the 15 variants, a byte each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cells([u8; 15]);

/// What a byte of a row stands for, and from [`EXEMPT`] on an exemption under a provision.
const NOT_RELEVANT: u8 = 0;
const REQUIRED: u8 = 1;
const CONDITIONAL: u8 = 2;
const JUDGEMENT: u8 = 3;
const EXEMPT: u8 = 4;

/// The provisions that exempt.
const EXEMPTING: [Provision; 11] = [
    Provision::p(1).stk(2),
    Provision::p(4).stk(2),
    Provision::p(5).stk(2),
    Provision::p(5).stk(3),
    Provision::p(7).stk(1),
    Provision::p(12).stk(1),
    Provision::p(12).stk(2),
    Provision::p(13).stk(1),
    Provision::p(13).stk(2),
    Provision::p(14),
    Provision::p(15).stk(1),
];

impl Cells {
    /// A row in which nothing is relevant yet.
    pub(crate) const NONE: Self = Self([NOT_RELEVANT; 15]);

    const fn set(self, cell: u8, variants: &[Variant]) -> Self {
        let mut cells = self.0;
        let mut rest = variants;
        while let [variant, others @ ..] = rest {
            // The place of a variant is its discriminant, which is below 15.
            #[allow(clippy::indexing_slicing)]
            {
                cells[*variant as usize] = cell;
            }
            rest = others;
        }
        Self(cells)
    }

    /// Required in these variants.
    pub(crate) const fn required(self, variants: &[Variant]) -> Self {
        self.set(REQUIRED, variants)
    }

    /// Required in these variants when the rule's own condition is there.
    pub(crate) const fn conditional(self, variants: &[Variant]) -> Self {
        self.set(CONDITIONAL, variants)
    }

    /// Exempt in these variants under one of the [provisions that exempt](EXEMPTING). Another one does not compile.
    pub(crate) const fn exempt(self, provision: Provision, variants: &[Variant]) -> Self {
        let mut cell = EXEMPT;
        // Rows are made by the compiler.
        #[allow(clippy::indexing_slicing)]
        while !EXEMPTING[(cell - EXEMPT) as usize].is_same_stk(provision) {
            cell += 1;
        }
        self.set(cell, variants)
    }

    /// For a person to judge in these variants.
    pub(crate) const fn judgement(self, variants: &[Variant]) -> Self {
        self.set(JUDGEMENT, variants)
    }

    /// The cell of a variant.
    #[must_use]
    pub fn get(&self, variant: Variant) -> Cell {
        match self.0.get(variant as usize).copied() {
            None | Some(NOT_RELEVANT) => Cell::NotRelevant,
            Some(REQUIRED) => Cell::Required,
            Some(CONDITIONAL) => Cell::Conditional,
            Some(JUDGEMENT) => Cell::Judgement,
            Some(exempt) => {
                EXEMPTING.get(usize::from(exempt - EXEMPT)).map_or(Cell::NotRelevant, |by| Cell::Exempt(*by))
            }
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

/// What a rule says to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Texts {
    /// What the provision demands.
    pub demand: Said,
    /// What is wrong when the demand is not met.
    pub finding: Said,
    /// What to do about it.
    pub remedy: Said,
    /// What is left to a person, where something is.
    pub judgement: Option<Said>,
}

/// The rules of a paragraph, in the order of the law.
macro_rules! in_order {
    ($($rule:ident)*) => {
        pub(super) static RULES: &[&Rule] = &[$(&$rule),*];
    };
}

pub(crate) use in_order;

/// The texts of a rule: Danish, then English. Where something is to be described, it is named once for the demand and the
/// finding: `described: "Borgerens helbredssituation", "The citizen's health situation is"`; and so is what the plan is to say:
/// `says: "om borgeren arbejder med andet end virksomheden", "whether the citizen has other work than the business"`.
macro_rules! texts {
    (described: $da:literal, $en:literal; $($rest:tt)*) => {
        texts! {
            demand: concat!($da, " er beskrevet"), concat!($en, " described");
            finding: concat!($da, " er ikke beskrevet"), concat!($en, " not described");
            $($rest)*
        }
    };
    (says: $da:literal, $en:literal; $($rest:tt)*) => {
        texts! {
            demand: concat!("Det fremgår, ", $da), concat!("The plan says ", $en);
            finding: concat!("Det fremgår ikke, ", $da), concat!("The plan does not say ", $en);
            $($rest)*
        }
    };
    (@judgement) => { None };
    (@judgement $da:expr, $en:expr) => { Some($crate::text::said($da, $en)) };
    (
        demand: $demand_da:expr, $demand_en:expr;
        finding: $finding_da:expr, $finding_en:expr;
        remedy: $remedy_da:expr, $remedy_en:expr;
        $(judgement: $judgement_da:expr, $judgement_en:expr;)?
    ) => {
        $crate::law::Texts {
            demand: $crate::text::said($demand_da, $demand_en),
            finding: $crate::text::said($finding_da, $finding_en),
            remedy: $crate::text::said($remedy_da, $remedy_en),
            judgement: texts!(@judgement $($judgement_da, $judgement_en)?),
        }
    };
}

pub(crate) use texts;

use Variant::{AND, FJ, FP, FP12, FP13, FPU17, FPU18, JA13D, JA22, JANY, JAX, REV, RF, SDP3, SELV};

/// The cases that are put to the team under § 1, stk. 1.
pub(crate) const TEAM: &[Variant] = &[JA22, JAX, JANY, RF, FJ, FP, FP12, FP13, SELV, SDP3];

/// The cases that are put to the team, the voluntary ones included (§ 1, stk. 1 and 5).
pub(crate) const ALL_TEAM: &[Variant] = &[JA22, JAX, JANY, RF, FJ, FP, FP12, FP13, SELV, SDP3, AND];

/// Every case but the one that § 1, stk. 2, exempts.
pub(crate) const ALL_BUT_13D: &[Variant] =
    &[JA22, JAX, JANY, RF, FJ, FP, FP12, FP13, FPU18, FPU17, REV, SELV, SDP3, AND];

/// The cases in which the outcome decides what applies, and not what the case began as (T49): what the team recommends, for
/// §§ 8-11 and 16; what the municipality decides, for § 5.
pub(crate) const BY_OUTCOME: &[Variant] = &[JANY, RF, FJ, FP, FP12, FP13, SELV, AND];

/// A row in which § 1, stk. 2, exempts, and nothing else is relevant yet.
pub(crate) const BUT_13D: Cells = Cells::NONE.exempt(Provision::p(1).stk(2), &[JA13D]);

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

/// What rules are made from that have a kind, a phase and a part in common. Nothing is said yet.
const UNSAID: Rule = Rule {
    id: "",
    provision: Provision::p(0),
    kind: RuleKind::Requirement,
    phase: Phase::Forelaeggelse,
    cells: Cells::NONE,
    texts: Texts { demand: said("", ""), finding: said("", ""), remedy: said("", ""), judgement: None },
    about: About::Any,
    check: Check::Unsaid,
    own: said("", ""),
    places: &[],
    beside: Beside::Places(&[]),
};

/// A requirement for the preparatory part that no attached document can meet.
pub(crate) const HELE_FORBEREDELSEN: Rule = Rule { about: About::HeleForberedendeDel, ..UNSAID };

/// A requirement for the content of the preparatory part.
pub(crate) const FORBEREDELSE: Rule = Rule { about: About::ForberedendeDel, ..UNSAID };

/// A requirement that the facts of the case decide, whatever is missing.
pub(crate) const SAGEN: Rule = UNSAID;

/// A requirement that applies from the decision on, whatever is missing.
pub(crate) const EFTER_AFGOERELSEN: Rule = Rule { phase: Phase::Indsats, ..UNSAID };

/// A requirement that applies from the meeting on, whatever is missing.
pub(crate) const EFTER_MOEDET: Rule = Rule { phase: Phase::Indstilling, ..UNSAID };

/// A requirement for the content of the team's recommendation.
pub(crate) const INDSTILLING: Rule = Rule { phase: Phase::Indstilling, about: About::Indstilling, ..UNSAID };

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
