//! What the source of a plan can hold, and what follows for the answers (A38).
//!
//! An export or a form has places for some fields and not for others. A field that has no place there is not blank: nobody
//! knows what it holds. So the rules are asked more than once: with such fields absent, as they are in the document; with
//! each of them as a value that cannot be read, which is how a rule is told that something stands there and not what; and
//! with the facts that could exempt, or make the case another variant, as they would have to be for it. An answer stands
//! when all of this makes no difference. The rules' own checks say so, and no list of what each of them looks at is needed.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::answer::Answer;
use crate::case::{Answers, CaseKind};
use crate::json::{Json, Members};
use crate::law::{self, Rule, RuleKind, Scope};
use crate::outcome::Outcome;
use crate::places;
use crate::plan::value::Step;
use crate::plan::value::Value;
use crate::plan::{FieldKind, Plan};
use crate::pointer;
use crate::text::{Lang, Wording, filled, notes, text};

/// Gives the answers of the rules to a plan.
type AnswersOf<'c> = &'c dyn Fn(&Plan<'_>, CaseKind) -> Answers;

/// The places of the plan that its source can hold. Given with [`Checker::horizon`](crate::Checker::horizon), it keeps a plan
/// from being called deficient in what its source has no place for.
///
/// A requirement whose answer hangs on a place outside is *undetermined*, with the note `notInSource`, and counted apart
/// ([`Counts::not_in_source`](crate::report::Counts::not_in_source)). What stands in such a place all the same is not read.
/// Whether § 1 applies is not part of it: the case type has to be known.
#[derive(Debug, Clone)]
pub struct Horizon(Arc<Reach>);

/// What follows from the fields that a source holds: worked out once, since every plan is held against it.
#[derive(Debug)]
struct Reach {
    /// The fields that the source holds, in the order of the model; `*` for any entry of a list.
    fields: Vec<String>,
    /// The same, with all that lies above them.
    held: BTreeSet<String>,
    plan: Held,
    coverage: HorizonCoverage,
    /// For each rule the answer that the source leaves open, and whether it holds none of the rule's places.
    open: Vec<(Answer, bool)>,
}

/// How much of what can stand somewhere a source holds.
#[derive(Debug, PartialEq)]
enum Held {
    All,
    Nothing,
    /// Each field of a part by itself, or the entry of a list.
    Each(Vec<Held>),
}

/// Two are the same when they hold the same fields: the rest follows.
impl PartialEq for Horizon {
    fn eq(&self, other: &Self) -> bool {
        self.0.fields == other.0.fields
    }
}

impl Eq for Horizon {}

/// Why there is no such horizon. No error holds what was given; it says which entry is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum HorizonError {
    /// The source would hold nothing.
    Empty,
    /// The plan has no such place.
    UnknownPlace {
        /// The place of the pointer in the list, counted from 0.
        index: usize,
        /// The place that was most likely meant.
        nearest: Option<String>,
    },
}

/// What can be checked on a source: each of the requirements is in one of the lists, by the places that it looks at. What a plan
/// says decides besides: an answer that hangs on a fact outside, such as one that exempts, is left open as well.
///
/// Written as `{"checkable": 118, "partlyCheckable": 2, "notCheckable": 9}`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct HorizonCoverage {
    /// The requirements whose places the source all holds.
    pub checkable: Vec<&'static Rule>,
    /// The requirements that look at some place that the source holds, and at another that it does not
    /// ([`Horizon::outside`]).
    pub partly_checkable: Vec<&'static Rule>,
    /// The requirements whose places all lie outside; all of them, where the type of case (`/sag/sagstype`) does, for nothing is
    /// asked of a case of an unknown type.
    pub not_checkable: Vec<&'static Rule>,
}

impl Horizon {
    /// The source holds these places and what lies below them: JSON Pointers into the plan, such as
    /// `/forberedendeDel/laege` or `/indsatsdel/delmaal/*/omraade`. An index stands for every entry of a list. A pointer
    /// with `!` before it is taken away again; where each has one, they are taken from the whole plan.
    ///
    /// # Errors
    ///
    /// A [`HorizonError`] when a pointer does not exist, or when nothing is left.
    ///
    /// # Example
    ///
    /// ```
    /// use rehabplan::{Horizon, Checker, Outcome};
    ///
    /// let plan = r#"{"sag": {"sagstype": "fleksjob"}, "forberedendeDel": {"oensker": "At køre bus igen."}}"#;
    /// let horizon = Some(Horizon::of(&["/sag", "/forberedendeDel/oensker", "/forberedendeDel/helbred"])?);
    /// let report = Checker::new().horizon(horizon).check_str(plan)?;
    ///
    /// // A place for the health of the citizen was there and was left blank. For the CV there was none.
    /// assert_eq!(report.result("P3.1.5.a").map(|result| result.outcome()), Some(Outcome::NotMet));
    /// let cv = report.result("P3.1.1.b").expect("open");
    /// assert_eq!((cv.outcome(), cv.note().map(|note| note.code)), (Outcome::Undetermined, Some("notInSource")));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(places: &[&str]) -> Result<Self, HorizonError> {
        let (mut held, mut taken) = (Vec::new(), Vec::new());
        for (index, place) in places.iter().enumerate() {
            let (list, place) = match place.strip_prefix('!') {
                Some(place) => (&mut taken, place),
                None => (&mut held, *place),
            };
            let steps = places::find(place).map_err(|nearest| HorizonError::UnknownPlace { index, nearest })?;
            list.push(places::pointer(&steps));
        }
        let is_among = |field: &str, places: &[String]| places.iter().any(|place| places::is_at_or_below(field, place));
        let everything = held.is_empty() && !taken.is_empty();
        Self::holding(|field| (everything || is_among(field, &held)) && !is_among(field, &taken))
            .ok_or(HorizonError::Empty)
    }

    fn holding(is_held: impl Fn(&str) -> bool) -> Option<Self> {
        let mut fields = Vec::new();
        let plan = held(FieldKind::Part { fields: Plan::fields() }, &mut String::new(), &mut |field| {
            let is_held = is_held(field);
            if is_held {
                fields.push(field.to_owned());
            }
            is_held
        });
        if fields.is_empty() {
            return None;
        }
        let mut held = BTreeSet::new();
        for field in &fields {
            let ends = field.match_indices('/').map(|(end, _)| end).chain([field.len()]);
            held.extend(ends.filter_map(|end| field.get(..end)).map(str::to_owned));
        }
        let holds = |rule: &Rule| rule.paths().iter().any(|place| held.contains(*place));
        // Of a case of an unknown type nothing is asked.
        let is_asked = held.contains(pointer!(sag.sagstype));
        let (at_hand, not_checkable): (Vec<_>, _) = law::rules().partition(|rule| is_asked && holds(rule));
        let (checkable, partly_checkable) = at_hand.into_iter().partition(|rule| outside(&held, rule).next().is_none());
        let coverage = HorizonCoverage { checkable, partly_checkable, not_checkable };
        let open = law::rules().map(|rule| {
            let outside = rule.paths().into_iter().filter(|place| !held.contains(*place));
            (open(outside), !holds(rule))
        });
        let open = open.collect();
        Some(Self(Arc::new(Reach { coverage, open, plan, held, fields })))
    }

    /// The fields that the source holds, in the order of the model; `*` stands for any entry of a list.
    pub fn fields(&self) -> impl Iterator<Item = &str> + Clone {
        self.0.fields.iter().map(String::as_str)
    }

    /// The places that a requirement looks at and that the source holds nothing of. What is for a person to judge, or only worth
    /// a look, is judged on what there is: its own places count, and not the texts that are searched for it.
    pub fn outside(&self, rule: &Rule) -> impl Iterator<Item = &'static str> {
        outside(&self.0.held, rule)
    }

    /// Whether the source holds anything at a place of the model.
    pub(crate) fn holds(&self, place: &str) -> bool {
        self.0.held.contains(place)
    }

    /// What can be checked on such a source, and what cannot.
    #[must_use]
    pub fn coverage(&self) -> &HorizonCoverage {
        &self.0.coverage
    }
}

/// How much a source holds of what can stand at a pointer, by the fields that it is asked for.
fn held(kind: FieldKind, pointer: &mut String, is_held: &mut dyn FnMut(&str) -> bool) -> Held {
    let mut below = |step: &str, kind| {
        let length = pointer.len();
        pointer.push('/');
        pointer.push_str(step);
        let held = held(kind, pointer, is_held);
        pointer.truncate(length);
        held
    };
    let each: Vec<Held> = match kind {
        FieldKind::Part { fields } => fields.iter().map(|field| below(field.key, field.kind)).collect(),
        FieldKind::List { entry } => vec![below("*", *entry)],
        _ if is_held(pointer) => return Held::All,
        _ => return Held::Nothing,
    };
    match each.split_first() {
        Some((first @ (Held::All | Held::Nothing), others)) if others.iter().all(|other| other == first) => {
            if *first == Held::All { Held::All } else { Held::Nothing }
        }
        _ => Held::Each(each),
    }
}

fn outside(held: &BTreeSet<String>, rule: &Rule) -> impl Iterator<Item = &'static str> {
    let places = if rule.kind == RuleKind::Requirement { rule.looks_at() } else { rule.paths() };
    places.into_iter().filter(|place| !held.contains(*place))
}

/// The answer to a rule that a source leaves open, with the places that it has no room for.
fn open(outside: impl IntoIterator<Item = &'static str>) -> Answer {
    Answer::undetermined(&notes::NOT_IN_SOURCE).at_all(outside.into_iter().map(Into::into))
}

impl HorizonCoverage {
    /// How many requirements there are, and how many of them can be checked on the source, in words; and of these, how many are for
    /// a person to judge, of which no check says that they are met.
    ///
    /// # Example
    ///
    /// ```
    /// let horizon = rehabplan::Horizon::of(&["!/forberedendeDel/oensker", "!/forberedendeDel/cv"])?;
    /// let line = horizon.coverage().line(rehabplan::Lang::En);
    /// assert!(line.ends_with(" of them for a person to judge), 1 only partly, 1 cannot"), "{line}");
    /// # Ok::<(), rehabplan::HorizonError>(())
    /// ```
    #[must_use]
    pub fn line(&self, lang: Lang) -> String {
        const LINE: Wording = text(
            "{all} krav: {n} kan kontrolleres ud fra kilden{judged}{partly}, {m} kan det ikke",
            "{all} requirements: {n} can be checked on the source{judged}{partly}, {m} cannot",
        );
        const JUDGED: Wording = text(" (heraf {n} til skøn)", " ({n} of them for a person to judge)");
        const PARTLY: Wording = text(", {n} kun delvis", ", {n} only partly");
        let [checkable, partly, not_checkable] = self.lists().map(|(_, rules)| rules.len());
        let is_judged = |rule: &&&Rule| matches!(rule.kind, RuleKind::Judgement | RuleKind::SupportedJudgement);
        let judged = self.checkable.iter().filter(is_judged).count();
        let some = |words: Wording, n: usize| match n {
            0 => String::new(),
            n => words.get(lang).replace("{n}", &n.to_string()),
        };
        filled(LINE.get(lang), &|what| match what {
            "all" => (checkable + partly + not_checkable).to_string().into(),
            "n" => checkable.to_string().into(),
            "m" => not_checkable.to_string().into(),
            "judged" => some(JUDGED, judged).into(),
            _ => some(PARTLY, partly).into(),
        })
    }

    /// Each list under its name.
    fn lists(&self) -> [(&'static str, &[&'static Rule]); 3] {
        let Self { checkable, partly_checkable, not_checkable } = self;
        [("checkable", checkable), ("partlyCheckable", partly_checkable), ("notCheckable", not_checkable)]
    }

    pub(crate) fn write(&self, members: &mut Members<'_>) {
        for (key, rules) in self.lists() {
            members.number(key, u32::try_from(rules.len()).unwrap_or(u32::MAX));
        }
    }
}

impl Serialize for HorizonCoverage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Json::Object(&|members: &mut Members<'_>| self.write(members)).serialize(serializer)
    }
}

impl Horizon {
    /// The plan without what lies outside.
    pub(crate) fn seen<'p>(&self, plan: &Plan<'p>) -> Plan<'p> {
        self.hidden(plan, |value| value.clear())
    }

    /// The plan with something in each place outside, and nobody knows what.
    fn veiled<'p>(&self, plan: &Plan<'p>) -> Plan<'p> {
        self.hidden(plan, |value| value.set_unreadable())
    }

    fn hidden<'p>(&self, plan: &Plan<'p>, hide: fn(&mut dyn Value<'p>)) -> Plan<'p> {
        fn walk<'p>(held: &Held, value: &mut dyn Value<'p>, hide: fn(&mut dyn Value<'p>)) {
            match held {
                Held::All => {}
                Held::Nothing => hide(value),
                Held::Each(each) => {
                    let mut fields = each.iter();
                    value.below(&mut |step, value| {
                        let held = match step {
                            Step::Key(_) => fields.next(),
                            Step::Each => each.first(),
                        };
                        held.into_iter().for_each(|held| walk(held, value, hide));
                    });
                }
            }
        }
        let mut plan = plan.clone();
        walk(&self.0.plan, &mut plan, hide);
        plan
    }

    /// Holds the answers to a plan that was [seen](Self::seen) against what the fields outside could be; `answers_of` answers for
    /// a plan that it could be.
    pub(crate) fn settle(&self, plan: &Plan<'_>, answers: &mut [(&'static Rule, Answer)], answers_of: AnswersOf<'_>) {
        if self.0.plan == Held::All {
            return;
        }
        self.each_possible(plan, &mut |plan, kind| {
            let others = answers_of(plan, kind);
            for (((rule, answer), (_, other)), (open, _)) in answers.iter_mut().zip(others).zip(&self.0.open) {
                // Whether an exemption is in use is what its rule answers; elsewhere nothing is asked either way.
                let is_another = rule.kind == RuleKind::Exemption && answer.outcome() != other.outcome();
                if is_another || !answer.stands(&other) {
                    answer.clone_from(open);
                }
            }
        });
        for ((_, answer), (open, is_outside)) in answers.iter_mut().zip(&self.0.open) {
            let is_settled = matches!(answer.outcome(), Outcome::NotApplicable | Outcome::Exempt);
            if !is_settled && (*is_outside || self.hangs_outside(answer)) {
                answer.clone_from(open);
            }
        }
    }

    /// The answer to a rule beside those of the regulation, with these places: as it is, or left open where it is about nothing
    /// that the source holds, or waits for a fact that it does not hold.
    #[cfg(feature = "profiles")]
    pub(crate) fn settled(&self, places: &[&'static str], answer: Answer) -> Answer {
        let is_outside = !places.iter().any(|place| self.holds(place));
        if is_outside || self.hangs_outside(&answer) {
            return open(places.iter().copied().filter(|place| !self.holds(place)));
        }
        answer
    }

    /// Whether an answer is about places outside and no others, or waits for a fact outside.
    fn hangs_outside(&self, answer: &Answer) -> bool {
        let is_outside = |place: &str| !self.holds(&places::general(place));
        let own = answer.paths();
        !own.is_empty() && own.iter().all(|place| is_outside(place))
            || answer.is_undetermined() && answer.depends_on().is_some_and(is_outside)
    }

    /// Gives the plans that the one at hand could be, as far as the source tells, and what kinds of case: with the facts outside
    /// unknown, and with those that exempt as they would have to be.
    fn each_possible(&self, plan: &Plan<'_>, give: &mut dyn FnMut(&Plan<'_>, CaseKind)) {
        let veiled = self.veiled(plan);
        let mut kinds: Vec<_> = law::possible(&veiled.sag).into_iter().map(|(kind, _)| kind).collect();
        if let Scope::Inside(kind) = law::scope(&veiled.sag) {
            kinds.push(kind);
        }
        let others = law::as_it_may_be(&veiled, &|place| !self.holds(place));
        for plan in std::iter::once(&veiled).chain(&others) {
            kinds.iter().for_each(|kind| give(plan, *kind));
        }
    }
}

impl HorizonError {
    /// A stable code for the kind of error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "emptyHorizon",
            Self::UnknownPlace { .. } => "unknownPlace",
        }
    }

    /// The place in the list of the pointer that is meant, counted from 0; `None` when none is.
    #[must_use]
    pub fn index(&self) -> Option<usize> {
        match self {
            Self::Empty => None,
            Self::UnknownPlace { index, .. } => Some(*index),
        }
    }

    /// The error in words.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        const EMPTY: Wording = text(
            "kilden rummer intet af en plan; nævn de felter, den har",
            "the source holds nothing of a plan; name the fields that it has",
        );
        const MEANT: Wording = text(
            "sted nr. {n} blandt kildens felter findes ikke i en plan; mente du {name}?",
            "place no. {n} among the fields of the source is not one of a plan; did you mean {name}?",
        );
        const UNKNOWN: Wording = text(
            "sted nr. {n} blandt kildens felter findes ikke i en plan; et sted er en JSON Pointer som /forberedendeDel/oensker",
            "place no. {n} among the fields of the source is not one of a plan; a place is a JSON Pointer such as /forberedendeDel/oensker",
        );
        match self {
            Self::Empty => EMPTY.get(lang).to_owned(),
            Self::UnknownPlace { index, nearest } => {
                let text = if nearest.is_some() { MEANT } else { UNKNOWN };
                let number = (index + 1).to_string();
                text.get(lang).replace("{n}", &number).replace("{name}", nearest.as_deref().unwrap_or_default())
            }
        }
    }
}

impl std::fmt::Display for HorizonError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for HorizonError {}
