//! What is settled before a rule is asked, and after.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::evidence::in_its_place;
use super::p01::{Scope, lacks_ground, scope};
use super::periods::{is_of_two_lengths, runs_backwards};
use super::undtagelser::{exemption, foreliggende_grundlag, is_for_judgement, unreadable_word};
use super::vedlagt::only_attached;
use super::{About, Cell, JA13D, Provision, RULE_COUNT, Rule, RuleKind, rules};
use crate::answer::{Answer, Outcome};
use crate::case::{Answers, Case, CaseKind, Phase, Variant, Variants};
use crate::input::InputCode;
use crate::plan::{Date, Plan, State};
use crate::pointer;
use crate::reply::IS_SMALL;
use crate::text::{Note, notes};

/// Where a case stands: what is settled of it as a whole, before any rule is asked.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Standing {
    /// § 1: the regulation does not apply.
    Outside(&'static Note),
    /// § 1: the fact that decides is missing or cannot be read; it belongs here, and may be one of these (A33).
    Unclear { fact: &'static str, allowed: &'static [&'static str] },
    /// § 17, stk. 1: a date of the case lies before the regulation was in force, and one is enough (A30).
    Before(CaseKind),
    /// § 17, stk. 1: a date of the case cannot be read, and may lie before.
    PerhapsBefore(CaseKind),
    /// The regulation applies.
    Inside(CaseKind),
}

/// Where a case stands under a regulation that came into force on a day.
pub(crate) fn standing(plan: &Plan<'_>, in_force: Date) -> Standing {
    let days = plan.days();
    match scope(&plan.sag) {
        Scope::Outside(why) => Standing::Outside(why),
        Scope::Unclear { fact, allowed } => Standing::Unclear { fact, allowed },
        Scope::Inside(kind) if days.iter().any(|day| day.value().is_some_and(|day| day < in_force)) => {
            Standing::Before(kind)
        }
        Scope::Inside(kind) if days.iter().any(|day| day.is_unreadable()) => Standing::PerhapsBefore(kind),
        Scope::Inside(kind) => Standing::Inside(kind),
    }
}

impl Standing {
    /// What kind of case it is, where that is known.
    pub(crate) fn kind(self) -> Option<CaseKind> {
        match self {
            Self::Outside(_) | Self::Unclear { .. } => None,
            Self::Before(kind) | Self::PerhapsBefore(kind) | Self::Inside(kind) => Some(kind),
        }
    }

    /// Why nothing was tried, or what the answers hang on.
    pub(crate) fn reason(self) -> Option<&'static Note> {
        match self {
            Self::Outside(why) => Some(why),
            Self::Unclear { .. } => Some(&notes::NOTHING_TRIED),
            Self::Before(_) => Some(&notes::OLDER_THAN_THE_LAW),
            Self::PerhapsBefore(_) => Some(&notes::AGE_UNKNOWN),
            Self::Inside(_) => None,
        }
    }
}

/// What facts of the case say against each other, each at its place.
pub(crate) fn contradictions(
    plan: &Plan<'_>,
    kind: Option<CaseKind>,
) -> impl Iterator<Item = (&'static str, InputCode)> {
    let told = [
        // § 5, stk. 2: a course that exempts
        (runs_backwards(&plan.forloeb), pointer!(forloeb.slutdato), InputCode::CourseBackwards),
        (is_of_two_lengths(&plan.forloeb), pointer!(forloeb.varighed_maaneder), InputCode::CourseOfTwoLengths),
        // § 1, stk. 3: a case without the team
        (lacks_ground(&plan.sag, kind), pointer!(sag.uden_team_hjemmel), InputCode::NoGround),
    ];
    told.into_iter().filter(|(is_so, ..)| *is_so).map(|(_, place, code)| (place, code))
}

/// What is to be done about a rule in cases of one kind and phase.
#[derive(Debug, Clone)]
pub(crate) enum AgendaItem {
    /// Nothing: whatever stands in the plan, this is the answer.
    Settled(Answer),
    /// It is asked, unless the plan settles it in one of these ways, of which the first one counts.
    Asked(Ways),
}

/// What is to be done about all rules in such cases.
#[derive(Debug, Clone)]
pub(crate) struct Agenda {
    /// For each of the [`rules`], in their order.
    pub(crate) items: Vec<AgendaItem>,
    /// Those that are asked, alone, and what the others come to: each outcome with how many have it. (In a browser's small build
    /// nobody wants them so.)
    pub(crate) asked: Vec<(&'static Rule, Ways)>,
    pub(crate) settled: Vec<(Outcome, u32)>,
}

/// The agenda of cases of one kind and phase.
pub(crate) fn agenda(variants: Variants, phase: Phase) -> Cow<'static, Agenda> {
    static AGENDAS: LazyLock<Vec<Vec<Agenda>>> = LazyLock::new(|| {
        let phases =
            |variant: Variant| Phase::ALL.iter().map(move |phase| Agenda::new(variant.into(), *phase)).collect();
        Variant::ALL.iter().copied().map(phases).collect()
    });
    let mut each = variants.iter();
    let only = each.next().filter(|_| each.next().is_none());
    let known = only.and_then(|variant| AGENDAS.get(variant as usize)?.get(phase as usize));
    known.map_or_else(|| Cow::Owned(Agenda::new(variants, phase)), Cow::Borrowed)
}

impl Agenda {
    fn new(variants: Variants, phase: Phase) -> Self {
        let items = steps(variants, phase);
        let (mut asked, mut settled) = (Vec::new(), Vec::new());
        if !IS_SMALL {
            settled.extend(Outcome::ALL.iter().map(|outcome| (*outcome, 0)));
            for (rule, item) in rules().zip(&items) {
                match item {
                    AgendaItem::Asked(ways) => asked.push((rule, *ways)),
                    AgendaItem::Settled(answer) => {
                        let own = settled.iter_mut().filter(|(outcome, _)| *outcome == answer.outcome());
                        own.for_each(|(_, number)| *number += 1);
                    }
                }
            }
        }
        Self { items, asked, settled }
    }
}

/// What the kind of case and its phase settle, in the order in which it counts, the provision beside each; the rest is asked of
/// the plan ([`WAYS`]).
fn steps(variants: Variants, phase: Phase) -> Vec<AgendaItem> {
    let mut steps = Vec::with_capacity(RULE_COUNT);
    for rule in rules() {
        let cells: Vec<_> = variants.iter().map(|variant| rule.cells.get(variant)).collect();
        // §§ 1-16: which cases the provision is about
        let settled = other_variant(&cells)
            // §§ 3, 5 and 7: before the meeting, after it, after the decision
            .or_else(|| (phase < rule.phase).then(|| Answer::not_applicable(&notes::LATER_PHASE)))
            // § 1, stk. 2
            .or_else(|| after_13d(variants, &cells));
        steps.push(settled.map_or_else(|| AgendaItem::Asked(Ways::of(rule, &cells)), AgendaItem::Settled));
    }
    steps
}

impl AgendaItem {
    /// The answer of a case to the rule, with those of the ways that [are open](Ways::open) in it.
    pub(crate) fn answer(&self, case: &Case<'_>, open: Ways, rule: &Rule) -> Answer {
        match self {
            Self::Settled(answer) => answer.clone(),
            Self::Asked(ways) => ways.answer(case, open, rule),
        }
    }
}

/// The rule does not apply in this kind of case: the matrix.
fn other_variant(cells: &[Cell]) -> Option<Answer> {
    let is_other = cells.iter().all(|cell| *cell == Cell::NotRelevant);
    is_other.then(|| Answer::not_applicable(&notes::OTHER_VARIANT))
}

/// No preparatory part and no recommendation, so their absence is nothing to speak of (§ 1, stk. 2).
fn after_13d(variants: Variants, cells: &[Cell]) -> Option<Answer> {
    const BY: Provision = Provision::p(1).stk(2);
    let is_exempt = variants.contains(JA13D) && cells.contains(&Cell::Exempt(BY));
    is_exempt.then(|| Answer::exempt(BY))
}

/// Whether no requirement applies yet: what § 1, stk. 2, exempts has its first ones in the indsatsdel.
pub(crate) fn asks_nothing_yet(variants: Variants, phase: Phase) -> bool {
    variants == Variants::from(JA13D) && phase < Phase::Indsats
}

/// What settles a rule without asking it.
type Way = fn(&Case<'_>, &Rule) -> Option<Answer>;

/// The ways in which a plan can settle a rule, in the order in which they count.
static WAYS: [Way; 6] =
    [no_preparatory_part, exempt, for_judgement, word_unreadable, whole_part_attached, part_missing];

/// Those of the [`WAYS`] that may settle a rule, or any rule of a case, a bit for each.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ways(u8);

impl Ways {
    /// In the order of the ways, the provision beside each.
    fn of(rule: &Rule, cells: &[Cell]) -> Self {
        let by = |is_it: fn(Provision) -> bool| cells.iter().any(|cell| matches!(cell, Cell::Exempt(by) if is_it(*by)));
        let is_content = matches!(rule.about, About::ForberedendeDel | About::Laege);
        let is_requirement = rule.kind == RuleKind::Requirement;
        // The rules that are themselves exemptions, or the limits of one, look at its conditions in their own checks.
        let is_exemption = matches!(rule.kind, RuleKind::Advice | RuleKind::Exemption);
        let may: [bool; WAYS.len()] = [
            // § 2, stk. 1, 2. pkt. (A17)
            is_content || rule.about == About::HeleForberedendeDel,
            // § 4, stk. 2, §§ 5, 7 and 12-15 (A3)
            !is_exemption && by(|_| true),
            // § 13, stk. 1-2 (A16)
            is_requirement && cells.contains(&Cell::Judgement),
            // § 12, stk. 1, 2. pkt. (A45)
            rule.provision.paragraf == 4 && by(|by| by.paragraf == 12),
            // § 2, stk. 1, 2. pkt. (A42)
            is_content && is_requirement,
            // § 4, stk. 1, and § 7: nothing is asked of the content of what is not there (A14)
            matches!(rule.about, About::Laege | About::Indstilling),
        ];
        Self::those(may)
    }

    /// Those that may settle any rule in a case: hardly one does, so it is asked once, and not for each of them. (Small before fast in
    /// a browser.)
    pub(crate) fn open(case: &Case<'_>) -> Self {
        if IS_SMALL {
            return Self(u8::MAX);
        }
        let may: [bool; WAYS.len()] = [
            is_missing(case, About::ForberedendeDel),
            // What exempts differs from rule to rule.
            true,
            foreliggende_grundlag(case),
            unreadable_word(case).is_some(),
            only_attached(case).is_some(),
            is_missing(case, About::Laege) || is_missing(case, About::Indstilling),
        ];
        Self::those(may)
    }

    fn those(may: [bool; WAYS.len()]) -> Self {
        Self(may.iter().rev().fold(0, |bits, may| bits << 1 | u8::from(*may)))
    }

    /// The answer of a case to the rule, which is asked where none of those that are open settles it.
    pub(crate) fn answer(self, case: &Case<'_>, open: Self, rule: &Rule) -> Answer {
        let mut left = self.0 & open.0;
        while let Some(way) = WAYS.get(left.trailing_zeros() as usize) {
            if let Some(answer) = way(case, rule) {
                return answer;
            }
            left &= left - 1;
        }
        in_its_place(case, rule, with_reservation(case, rule, rule.check.answer(case)))
    }
}

/// The whole part is missing, which is the finding of one rule.
fn no_preparatory_part(case: &Case<'_>, _: &Rule) -> Option<Answer> {
    is_missing(case, About::ForberedendeDel).then(|| Answer::not_applicable(&notes::PART_MISSING))
}

/// A provision exempts.
fn exempt(case: &Case<'_>, rule: &Rule) -> Option<Answer> {
    exemption(case, rule).map(Answer::exempt)
}

/// Cooperation in a case that is handled on what there is.
fn for_judgement(case: &Case<'_>, rule: &Rule) -> Option<Answer> {
    is_for_judgement(case, rule).then(Answer::review)
}

/// § 12 lifts the whole of § 4 on the municipality's word, so where that cannot be read, nobody knows.
fn word_unreadable(case: &Case<'_>, _: &Rule) -> Option<Answer> {
    let fact = unreadable_word(case)?;
    Some(Answer::unreadable().at(fact).depends_on_fact(fact))
}

/// The whole part is only attached, and a machine cannot read it.
fn whole_part_attached(case: &Case<'_>, _: &Rule) -> Option<Answer> {
    only_attached(case)
}

/// The assessment or the recommendation is missing, which is the finding of one rule.
fn part_missing(case: &Case<'_>, rule: &Rule) -> Option<Answer> {
    is_missing(case, rule.about).then(|| Answer::not_applicable(&notes::PART_MISSING))
}

/// Whether the part whose content a rule is about is missing as a whole.
pub(crate) fn is_missing(case: &Case<'_>, about: About) -> bool {
    match about {
        About::Any => false,
        About::ForberedendeDel | About::HeleForberedendeDel => case.fd_state() == State::Missing,
        About::Laege => case.laege_state() == State::Missing || case.is_opfoelgningsattest(),
        About::Indstilling => case.indstilling_state() == State::Missing,
    }
}

/// Leaves open what would be another answer if the case were of another kind, as it may be: a fact that decides cannot be read
/// (A6). What is met is so only where each kind asks for it; what is not met either way is so, and as grave as it is at the least.
pub(crate) fn leave_open(answers: &mut Answers, others: Answers, fact: &'static str) {
    for ((_, answer), (_, other)) in answers.iter_mut().zip(others) {
        let is_same = answer.outcome() == other.outcome() && answer.exemption() == other.exemption();
        match is_same {
            true if other.severity() < answer.severity() => *answer = other,
            true => {}
            false => *answer = Answer::unreadable().at(fact).depends_on_fact(fact),
        }
    }
}

/// Whether a finding of a rule is no more than a warning in a type of case, whatever its kind says (A11).
pub(crate) fn is_at_most_warning(rule: &Rule, variant: Variant) -> bool {
    variant == JA13D && rule.provision.paragraf == 5
}

/// After measures under § 13 d the case is not one that must be put to the team (§ 1, stk. 2), so a finding of § 5 carries a
/// reservation (A11).
fn with_reservation(case: &Case<'_>, rule: &Rule, answer: Answer) -> Answer {
    if answer.is_not_met() && case.is(JA13D) && is_at_most_warning(rule, JA13D) {
        answer.at_most_warning().with_reservation(&notes::RESERVATION_13D)
    } else {
        answer
    }
}
