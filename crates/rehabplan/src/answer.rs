//! The answer to one requirement, and how answers are put together.

use std::borrow::Cow;

use crate::law::{Provision, Rule, Texts};
pub(crate) use crate::outcome::{Outcome, Severity};
use crate::reply::IS_SMALL;
use crate::text::{Note, Said, notes};

/// A JSON Pointer.
pub(crate) type Path = Cow<'static, str>;

/// The key of an answer: `rule!path`, with a comma between paths.
pub(crate) fn key<'p>(rule: &str, paths: impl Iterator<Item = &'p str>) -> String {
    let mut key = format!("{rule}!");
    for (place, path) in paths.enumerate() {
        if place > 0 {
            key.push(',');
        }
        key.push_str(path);
    }
    key
}

/// The answer to one requirement. Only what is out of the ordinary takes memory of its own.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answer {
    outcome: Outcome,
    severity: Option<Severity>,
    /// Speaks instead of the rule's own texts.
    says: Option<&'static Note>,
    details: Option<Box<Details>>,
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Details {
    exemption: Option<Provision>,
    /// Adds to what is said.
    note: Option<&'static Note>,
    paths: Vec<Path>,
    same_as: Option<&'static Rule>,
    depends_on: Option<Path>,
}

impl Answer {
    fn new(outcome: Outcome) -> Self {
        Self { outcome, severity: None, says: None, details: None }
    }

    /// The requirement is met.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn met() -> Self {
        Self::new(Outcome::Met)
    }

    /// Only a person can judge.
    pub(crate) fn review() -> Self {
        Self::new(Outcome::Review)
    }

    /// The requirement is clearly not met.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn missing() -> Self {
        Self { severity: Some(Severity::Error), ..Self::new(Outcome::NotMet) }
    }

    /// The requirement is clearly not met, and the note says how.
    pub(crate) fn error(note: &'static Note) -> Self {
        Self { says: Some(note), ..Self::missing() }
    }

    /// Something is worth a look, and the note says what.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn warning(note: &'static Note) -> Self {
        Self { severity: Some(Severity::Warning), says: Some(note), ..Self::new(Outcome::NotMet) }
    }

    /// Something is worth a look, and the rule's own finding says what.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn advice() -> Self {
        Self { severity: Some(Severity::Warning), ..Self::new(Outcome::NotMet) }
    }

    /// The requirement is not relevant, and the note says why.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn not_applicable(note: &'static Note) -> Self {
        Self { says: Some(note), ..Self::new(Outcome::NotApplicable) }
    }

    /// The condition of the requirement is not there.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn not_relevant() -> Self {
        Self::not_applicable(&notes::CONDITION_NOT_MET)
    }

    /// The answer cannot be given, and the note says why.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn undetermined(note: &'static Note) -> Self {
        Self { says: Some(note), ..Self::new(Outcome::Undetermined) }
    }

    /// A value cannot be read.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn unreadable() -> Self {
        Self::undetermined(&notes::UNREADABLE)
    }

    /// A fact that decides is missing, and this is where it should stand.
    pub(crate) fn lacks(fact: impl Into<Path>) -> Self {
        Self::undetermined(&notes::FACT_MISSING).depends_on_fact(fact)
    }

    /// A provision exempts.
    pub(crate) fn exempt(provision: Provision) -> Self {
        let mut answer = Self::new(Outcome::Exempt);
        answer.details_mut().exemption = Some(provision);
        answer
    }

    /// Something else than a provision exempts, and the note says what.
    pub(crate) fn exempt_by(note: &'static Note) -> Self {
        Self::new(Outcome::Exempt).with_note(note)
    }

    /// The answer is about this place, and not about the rule's usual ones.
    pub(crate) fn at(mut self, path: impl Into<Path>) -> Self {
        self.details_mut().paths.push(path.into());
        self
    }

    /// The answer is about all of these places.
    pub(crate) fn at_all(mut self, paths: impl IntoIterator<Item = Path>) -> Self {
        self.details_mut().paths.extend(paths);
        self
    }

    /// The same defect is the finding of a leading rule (A2), if that is at least as grave: see [`Self::leads`].
    pub(crate) fn same_as_rule(mut self, leading: &'static Rule) -> Self {
        self.details_mut().same_as = Some(leading);
        self
    }

    /// The missing fact that leaves the answer undetermined stands here (A4).
    pub(crate) fn depends_on_fact(mut self, fact: impl Into<Path>) -> Self {
        self.details_mut().depends_on = Some(fact.into());
        self
    }

    /// Adds an explanation.
    pub(crate) fn with_note(mut self, note: &'static Note) -> Self {
        self.details_mut().note = Some(note);
        self
    }

    /// Adds a reservation. An explanation that is there already speaks for the rule then, so that neither is lost.
    pub(crate) fn with_reservation(mut self, reservation: &'static Note) -> Self {
        let explains = self.details_mut().note.replace(reservation);
        self.says = self.says.or(explains);
        self
    }

    /// A finding that is worth a look and no more (A11).
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn at_most_warning(mut self) -> Self {
        self.severity = self.severity.map(|severity| severity.min(Severity::Warning));
        self
    }

    /// A finding that is to be as grave as this.
    pub(crate) fn set_severity(&mut self, severity: Severity) {
        self.severity = self.severity.map(|_| severity);
    }

    /// Points to another leading rule, or to none.
    pub(crate) fn set_same_as(&mut self, leading: Option<&'static Rule>) {
        self.details_mut().same_as = leading;
    }

    fn details_mut(&mut self) -> &mut Details {
        self.details.get_or_insert_default()
    }

    pub(crate) fn outcome(&self) -> Outcome {
        self.outcome
    }

    pub(crate) fn severity(&self) -> Option<Severity> {
        self.severity
    }

    pub(crate) fn exemption(&self) -> Option<Provision> {
        self.details.as_ref()?.exemption
    }

    pub(crate) fn says(&self) -> Option<&'static Note> {
        self.says
    }

    pub(crate) fn note(&self) -> Option<&'static Note> {
        self.details.as_ref().and_then(|details| details.note).or(self.says)
    }

    pub(crate) fn paths(&self) -> &[Path] {
        self.details.as_ref().map_or(&[], |details| &details.paths)
    }

    pub(crate) fn same_as(&self) -> Option<&'static Rule> {
        self.details.as_ref()?.same_as
    }

    pub(crate) fn depends_on(&self) -> Option<&str> {
        self.details.as_ref()?.depends_on.as_deref()
    }

    /// The places that the answer is about; the rule's first one when it is about none in particular.
    pub(crate) fn paths_or(&self, usual: impl FnOnce() -> Option<&'static str>) -> impl Iterator<Item = &str> {
        let own = self.paths();
        let first = if own.is_empty() { usual() } else { None };
        own.iter().map(Cow::as_ref).chain(first)
    }

    /// What the answer says to a person.
    pub(crate) fn message(&self, texts: &Texts) -> Said {
        if let Some(says) = self.says {
            return says.text;
        }
        match self.outcome {
            Outcome::NotMet => texts.finding,
            Outcome::Review => texts.judgement.unwrap_or(texts.demand),
            _ => texts.demand,
        }
    }

    /// What to do about it; `None` where there is nothing to do.
    pub(crate) fn remedy(&self, texts: &Texts) -> Option<Said> {
        matches!(self.outcome, Outcome::NotMet | Outcome::Undetermined)
            .then(|| self.says.and_then(|says| says.remedy).unwrap_or(texts.remedy))
    }

    pub(crate) fn is_met(&self) -> bool {
        self.outcome == Outcome::Met
    }

    pub(crate) fn is_not_met(&self) -> bool {
        self.outcome == Outcome::NotMet
    }

    /// Whether the answer is open because what decides has no place in the source (A38).
    pub(crate) fn is_beyond_the_horizon(&self) -> bool {
        self.says == Some(&notes::NOT_IN_SOURCE)
    }

    pub(crate) fn is_undetermined(&self) -> bool {
        self.outcome == Outcome::Undetermined
    }

    /// Whether an answer is the same for a plan that this one could be. A requirement that is met stays so where it would not be
    /// asked; one that is not asked has to be asked in none of them, and a fact is missing only where it is missing in each.
    pub(crate) fn stands(&self, other: &Self) -> bool {
        use Outcome::{Exempt, Met, NotApplicable, NotMet, Review, Undetermined};
        match (self.outcome(), other.outcome()) {
            (NotMet, NotMet) => other.severity() >= self.severity(),
            (NotMet, _) => false,
            (Met, Review) => false,
            (Met | Exempt | NotApplicable | Review, NotMet | Undetermined) => false,
            (Exempt | NotApplicable, Met | Review) => false,
            (Undetermined, Met | Exempt | NotApplicable | Undetermined) if self.says == Some(&notes::FACT_MISSING) => {
                other.says == self.says
            }
            _ => true,
        }
    }

    /// How much an answer weighs among others on the same requirement.
    fn weight(&self) -> u8 {
        match (self.outcome, self.severity) {
            (Outcome::NotMet, Some(Severity::Error)) => 5,
            // What is unknown may be worse than what is worth a look.
            (Outcome::Undetermined, _) => 4,
            (Outcome::NotMet, _) => 3,
            (Outcome::Review, _) => 2,
            (Outcome::Met, _) => 1,
            _ => 0,
        }
    }

    /// Whether this answer can speak for one that repeats it: it comes to the same, and is at least as grave. Otherwise the
    /// other is a finding of its own, or what stands in the way would be counted nowhere (A39).
    pub(crate) fn leads(&self, repeating: &Self) -> bool {
        self.outcome == repeating.outcome && self.severity >= repeating.severity
    }

    /// Whether this answer is graver than another.
    pub(crate) fn outweighs(&self, other: &Self) -> bool {
        self.weight() > other.weight()
    }

    /// The same outcome, at the same places, for a requirement that repeats this one; it speaks with its own texts.
    pub(crate) fn repeated(&self) -> Self {
        let says = self.is_undetermined().then_some(&notes::LEADING_UNDETERMINED);
        let depends_on = self.depends_on().map(|fact| Path::from(fact.to_owned()));
        let details = Details { paths: self.paths().to_vec(), depends_on, ..Details::default() };
        Self { severity: self.severity, says, details: Some(Box::new(details)), ..Self::new(self.outcome) }
    }

    /// One answer to a requirement that is made up of several: the gravest, with the places of all that are as grave.
    /// Met when there is nothing to answer.
    pub(crate) fn all(answers: impl IntoIterator<Item = Self>) -> Self {
        Self::gravest(answers).unwrap_or_else(Self::met)
    }

    /// The same; nothing when there is nothing to answer.
    pub(crate) fn gravest(answers: impl IntoIterator<Item = Self>) -> Option<Self> {
        let mut answers = answers.into_iter();
        Self::gravest_of(&mut || answers.next())
    }

    /// Once for all kinds of lists.
    fn gravest_of(next: &mut dyn FnMut() -> Option<Self>) -> Option<Self> {
        std::iter::from_fn(next).reduce(Self::merged).map(Self::without_repeats)
    }

    /// The graver of two answers to the same requirement.
    pub(crate) fn and(self, other: Self) -> Self {
        self.merged(other).without_repeats()
    }

    fn merged(self, other: Self) -> Self {
        // Nearly always. (Small before fast in a browser.)
        if !IS_SMALL && self.is_met() && other.is_met() && other.details.is_none() {
            return self;
        }
        let (graver, lighter) = if other.outweighs(&self) { (other, self) } else { (self, other) };
        let is_as_grave = graver.weight() == lighter.weight();
        match lighter.details {
            Some(details) if is_as_grave && !details.paths.is_empty() => graver.at_all(details.paths),
            _ => graver,
        }
    }

    /// The same with each place once. Done at the end and not for each place: a list may have many.
    fn without_repeats(mut self) -> Self {
        /// Of so few it is soon seen that each stands there once, as nearly always.
        const FEW: usize = 8;
        let is_once = |paths: &[Path]| {
            !IS_SMALL
                && paths.len() <= FEW
                && paths.iter().enumerate().all(|(place, path)| !paths.iter().take(place).any(|before| before == path))
        };
        if let Some(details) = self.details.as_mut().filter(|details| !is_once(&details.paths)) {
            // Sorted with their places, the repeats stand behind the first, and the places put the rest in order again.
            let mut paths: Vec<_> = std::mem::take(&mut details.paths).into_iter().zip(0_usize..).collect();
            paths.sort_unstable();
            paths.dedup_by(|next, first| next.0 == first.0);
            paths.sort_unstable_by_key(|(_, place)| *place);
            details.paths.extend(paths.into_iter().map(|(path, _)| path));
        }
        self
    }
}
