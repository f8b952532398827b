//! The facts of a case that the requirements are held against: variant, phase and what there is of each part.

use std::cell::OnceCell;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::answer::{Answer, Path};
use crate::language::Search;
use crate::law::{Home, Rule, home};
use crate::plan::value::Value as _;
use crate::plan::{
    Afgoerelsesudfald, Date, ForberedendeDel, Indsatsdel, Indstilling, Laege, Laegeart, Plan, Sag, State, Udfald,
};
use crate::pointer;
use crate::reply::IS_SMALL;

/// How far the case has come. Phases are cumulative: what applies in one applies in the next too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Before the team's meeting; without a team, before the decision.
    Forelaeggelse,
    /// After the meeting.
    Indstilling,
    /// After the decision.
    Indsats,
}

impl Phase {
    /// Every phase, the first one first.
    pub const ALL: &'static [Self] = &[Self::Forelaeggelse, Self::Indstilling, Self::Indsats];

    /// The code as it stands in options and reports.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Forelaeggelse => "forelaeggelse",
            Self::Indstilling => "indstilling",
            Self::Indsats => "indsats",
        }
    }

    /// Reads a code; `None` for another phase.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|phase| phase.code() == code)
    }

    /// The phase that the parts of a plan speak for: the latest one that has left anything in it.
    #[must_use]
    pub fn of(plan: &Plan<'_>) -> Self {
        let is_there = |state: State| state != State::Missing;
        if is_there(plan.afgoerelse.state()) || is_there(plan.indsatsdel.state()) || is_there(plan.min_plan.state()) {
            Self::Indsats
        } else if is_there(plan.indstilling.state()) {
            Self::Indstilling
        } else {
            Self::Forelaeggelse
        }
    }
}

macro_rules! variants {
    ($($(#[doc = $doc:literal])* $name:ident = $place:literal;)*) => {
        /// One of the 15 case variants, the columns of the matrix.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(clippy::upper_case_acronyms)]
        pub enum Variant {
            $($(#[doc = $doc])* $name = $place,)*
        }

        impl Variant {
            /// Every variant, in the order of the matrix.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The code as it stands in the report.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)*
                }
            }
        }
    };
}

variants! {
    /// First jobafklaringsforløb, at the reassessment after 22 weeks.
    JA22 = 0;
    /// First jobafklaringsforløb, any other transition.
    JAX = 1;
    /// First jobafklaringsforløb after measures under § 13 d of the sygedagpenge act.
    JA13D = 2;
    /// A new jobafklaringsforløb.
    JANY = 3;
    /// Ressourceforløb.
    RF = 4;
    /// Fleksjob.
    FJ = 5;
    /// Førtidspension by way of the team.
    FP = 6;
    /// Førtidspension by way of the team, entirely obvious (§ 12, stk. 1).
    FP12 = 7;
    /// Førtidspension by way of the team, on the existing basis (§ 13, stk. 1).
    FP13 = 8;
    /// Førtidspension without the team under § 18, stk. 2, of the pensions act.
    FPU18 = 9;
    /// Førtidspension without the team under § 17, stk. 3 (formerly stk. 4), of the pensions act.
    FPU17 = 10;
    /// Revalidering.
    REV = 11;
    /// Support for the self-employed.
    SELV = 12;
    /// Sygedagpenge, category 3.
    SDP3 = 13;
    /// Another case to which the municipality has chosen to apply the regulation.
    AND = 14;
}

/// The variants of one case: one, or two in a mixed case, or none when the case is out of scope.
///
/// Written as `"RF"`, as `"FJ+SELV"`, or as `null`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Variants(u16);

impl Variants {
    /// No variant.
    pub const NONE: Self = Self(0);

    /// A set of variants.
    #[must_use]
    pub const fn of(variants: &[Variant]) -> Self {
        let mut set = 0;
        let mut rest = variants;
        while let [first, others @ ..] = rest {
            set |= 1 << *first as u16;
            rest = others;
        }
        Self(set)
    }

    /// Whether the set holds a variant.
    #[must_use]
    pub const fn contains(self, variant: Variant) -> bool {
        self.0 & (1 << variant as u16) != 0
    }

    /// Whether the set holds any of several variants.
    #[must_use]
    pub const fn any_of(self, variants: &[Variant]) -> bool {
        self.0 & Self::of(variants).0 != 0
    }

    /// Whether the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The variants, in the order of the matrix.
    pub fn iter(self) -> impl Iterator<Item = Variant> {
        Variant::ALL.iter().copied().filter(move |variant| self.contains(*variant))
    }
}

impl From<Variant> for Variants {
    fn from(variant: Variant) -> Self {
        Self::of(&[variant])
    }
}

impl fmt::Display for Variants {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, variant) in self.iter().enumerate() {
            let separator = if place > 0 { "+" } else { "" };
            write!(formatter, "{separator}{}", variant.code())?;
        }
        Ok(())
    }
}

impl Serialize for Variants {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_empty() { serializer.serialize_none() } else { serializer.collect_str(self) }
    }
}

/// What a case is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CaseKind {
    pub(crate) variants: Variants,
    /// Whether the facts are stated on which a pension case without the team has its relief; elsewhere the variant says so (A9).
    pub(crate) is_supported: bool,
}

/// Whether the condition of a requirement is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Condition {
    Holds,
    Fails,
    /// The fact that decides is missing; it should stand here.
    Unknown(&'static str),
    /// The fact that decides cannot be read; it stands here.
    Unreadable(&'static str),
}

impl Condition {
    /// The answer to a requirement that applies only under this condition.
    pub(crate) fn then(self, answer: impl FnOnce() -> Answer) -> Answer {
        if self == Self::Holds { answer() } else { self.does_not_hold() }
    }

    /// The answer where it is not known to be there. (In a browser once, and not in every requirement.)
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn does_not_hold(self) -> Answer {
        match self {
            Self::Holds | Self::Fails => Answer::not_relevant(),
            Self::Unknown(fact) => Answer::lacks(fact),
            Self::Unreadable(fact) => Answer::unreadable().depends_on_fact(fact),
        }
    }
}

impl From<bool> for Condition {
    fn from(holds: bool) -> Self {
        if holds { Self::Holds } else { Self::Fails }
    }
}

/// Answers, each with the rule that it is to.
pub(crate) type Answers = Vec<(&'static Rule, Answer)>;

/// Everything that a check may look at.
#[derive(Debug)]
pub(crate) struct Case<'p> {
    pub(crate) plan: &'p Plan<'p>,
    pub(crate) phase: Phase,
    pub(crate) variants: Variants,
    /// The same one by one: never more than two.
    each: [Option<Variant>; 2],
    is_supported: bool,
    pub(crate) as_of: Option<Date>,
    search: &'p Search,
    /// The places of the texts that recommend, once they have been searched: it takes longer than all rules.
    recommending: &'p OnceCell<Vec<Path>>,
    /// What there is of the preparatory part, of the GP's assessment and of the recommendation.
    fd: State,
    laege: State,
    indstilling: State,
    /// The indsatsdel that counts, and where it stands.
    home: (Home, &'p Indsatsdel<'p>),
    /// Whether what is met is only counted.
    counts_met: bool,
    /// What is to be said of a preparatory part that is only attached: many rules ask, and it is looked at once.
    pub(crate) only_attached: OnceCell<Option<Answer>>,
    /// The answers so far, in the order of the law: a rule may look at those before it.
    answers: Answers,
}

impl<'p> Case<'p> {
    pub(crate) fn new(
        plan: &'p Plan<'p>,
        CaseKind { variants, is_supported }: CaseKind,
        phase: Phase,
        as_of: Option<Date>,
        search: &'p Search,
        recommending: &'p OnceCell<Vec<Path>>,
        counts_met: bool,
    ) -> Self {
        let mut each = variants.iter();
        Self {
            plan,
            phase,
            variants,
            each: [each.next(), each.next()],
            is_supported,
            as_of,
            search,
            recommending,
            fd: plan.forberedende_del.state(),
            laege: plan.forberedende_del.laege.state(),
            indstilling: plan.indstilling.state(),
            home: home(plan),
            counts_met,
            only_attached: OnceCell::new(),
            answers: Vec::with_capacity(crate::law::RULE_COUNT),
        }
    }

    /// Whether the texts are searched for recommendations.
    pub(crate) fn is_searched(&self) -> bool {
        self.search.language.is_on()
    }

    /// The places of the texts that recommend, which are searched once.
    pub(crate) fn recommending(&self, search: impl FnOnce() -> Vec<Path>) -> &'p [Path] {
        self.recommending.get_or_init(search)
    }

    /// Whether a text recommends or assesses what is to happen, in a field that is the citizen's own or not.
    pub(crate) fn recommends(&self, text: &str, is_citizens: bool) -> bool {
        self.search.recommends(text, is_citizens)
    }

    /// Whether nobody sees where a requirement is met: then no place is put together for it. (Never so in a browser's small build.)
    pub(crate) fn counts_met(&self) -> bool {
        !IS_SMALL && self.counts_met
    }

    pub(crate) fn sag(&self) -> &'p Sag<'p> {
        &self.plan.sag
    }

    pub(crate) fn fd(&self) -> &'p ForberedendeDel<'p> {
        &self.plan.forberedende_del
    }

    pub(crate) fn laege(&self) -> &'p Laege<'p> {
        &self.plan.forberedende_del.laege
    }

    pub(crate) fn indstilling(&self) -> &'p Indstilling<'p> {
        &self.plan.indstilling
    }

    pub(crate) fn is(&self, variant: Variant) -> bool {
        self.variants.contains(variant)
    }

    pub(crate) fn is_any(&self, variants: &[Variant]) -> bool {
        self.variants.any_of(variants)
    }

    /// Whether one of two variants has a relief: the first, with the team, by what it is; the second, without, on its facts.
    pub(crate) fn has_relief(&self, with_team: Variant, without: Variant) -> bool {
        self.is(with_team) || self.is(without) && self.is_supported
    }

    pub(crate) fn fd_state(&self) -> State {
        self.fd
    }

    pub(crate) fn laege_state(&self) -> State {
        self.laege
    }

    pub(crate) fn indstilling_state(&self) -> State {
        self.indstilling
    }

    /// Whether the medical document is the certificate for the first follow-up conversation.
    pub(crate) fn is_opfoelgningsattest(&self) -> bool {
        self.laege().art.value() == Some(Laegeart::Opfoelgningsattest)
    }

    /// Whether the team recommends one of several outcomes.
    pub(crate) fn indstillet(&self, outcomes: &[Udfald]) -> Condition {
        const FACT: &str = pointer!(indstilling.udfald);
        let udfald = &self.indstilling().udfald;
        match udfald.value() {
            Some(udfald) => outcomes.contains(&udfald).into(),
            None if udfald.is_unreadable() => Condition::Unreadable(FACT),
            None => Condition::Unknown(FACT),
        }
    }

    /// Whether the municipality has decided one of several outcomes.
    pub(crate) fn afgjort(&self, outcomes: &[Afgoerelsesudfald]) -> Condition {
        const FACT: &str = pointer!(afgoerelse.udfald);
        let udfald = &self.plan.afgoerelse.udfald;
        match udfald.value() {
            Some(udfald) => outcomes.contains(&udfald).into(),
            None if udfald.is_unreadable() => Condition::Unreadable(FACT),
            None => Condition::Unknown(FACT),
        }
    }

    /// The indsatsdel that counts, and where it stands.
    pub(crate) fn indsatsdel(&self) -> (Home, &'p Indsatsdel<'p>) {
        self.home
    }

    /// Whether the indsatsdel that counts is the one in Min Plan.
    pub(crate) fn is_in_min_plan(&self) -> bool {
        matches!(self.home.0, Home::MinPlan | Home::NotSent)
    }

    /// The variants of the case, one by one.
    pub(crate) fn each_variant(&self) -> impl Iterator<Item = Variant> + use<'p> {
        self.each.into_iter().flatten()
    }

    pub(crate) fn record(&mut self, rule: &'static Rule, answer: Answer) {
        self.answers.push((rule, answer));
    }

    /// The answers to all rules. One that repeats another now points to the rule that has the finding, or to none (A39): a
    /// rule may have named a leading one that stands behind it in the law, whose answer it could not know.
    pub(crate) fn into_answers(mut self) -> Answers {
        let repeating = self.answers.iter().enumerate().filter(|(_, (_, answer))| answer.same_as().is_some());
        let leading: Vec<_> = repeating.map(|(place, (_, answer))| (place, self.leading(answer))).collect();
        for (place, leading) in leading {
            if let Some((_, answer)) = self.answers.get_mut(place) {
                answer.set_same_as(leading);
            }
        }
        self.answers
    }

    /// The rule that has the finding of an answer that repeats others: the first of them, as long as each speaks for the
    /// next.
    fn leading(&self, answer: &Answer) -> Option<&'static Rule> {
        let rule = answer.same_as()?;
        let named = self.answer_to(rule).filter(|named| named.leads(answer))?;
        self.leading(named).or(Some(rule))
    }

    pub(crate) fn answers(&self) -> &[(&'static Rule, Answer)] {
        &self.answers
    }

    /// The answer to a rule that stands before the one at hand; there may be none to one that the kind of case and its phase settle.
    pub(crate) fn answer_to(&self, rule: &'static Rule) -> Option<&Answer> {
        self.answers.iter().find(|(answered, _)| std::ptr::eq(*answered, rule)).map(|(_, answer)| answer)
    }
}
