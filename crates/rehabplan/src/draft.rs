//! A plan that is being written: one value after the other is set, and each time it is said what came of it.

use std::cell::OnceCell;
use std::fmt;

use crate::answer::Path;
use crate::checker::Checker;
use crate::engine::KnownTexts;
use crate::error::ReadError;
use crate::input::{InputCode, InputFinding};
use crate::law;
use crate::letters;
use crate::limits;
use crate::places;
use crate::plan::value::{Scalar, Shape, Value, View};
use crate::plan::{Plan, Text as PlanText};
use crate::read;
use crate::repeated::Tally;
use crate::report::{Report, RuleResult};
use crate::rule_set;
use crate::text::{Lang, Wording, text};

/// A plan that is being written, as a form shows it, with the report on it. Made by [`Checker::draft`].
///
/// What it says is what the checker says of the whole document. But only the value that is set is read, and a text that was
/// searched for recommendations is not searched again as long as it stands.
#[derive(Debug, Clone)]
pub struct Draft {
    checker: Checker,
    plan: Plan<'static>,
    report: Report,
    tally: Tally,
    /// The places of the texts that recommend or assess what is to happen, where they are known and no text has changed.
    recommending: Option<Vec<Path>>,
}

/// What a value that was set has changed in the report: answers that came, and answers that went. One that was changed is in both.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Change {
    /// The answers that the report did not hold before.
    pub came: Vec<RuleResult>,
    /// The answers that it holds no more.
    pub went: Vec<RuleResult>,
    /// Whether the plan was checked again. It need not be where other words come to the same, and the report stays as it is.
    pub is_checked: bool,
}

/// Why a value could not be set. Nothing is changed then.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DraftError {
    /// The plan has no such place.
    UnknownPlace {
        /// The place that was most likely meant.
        nearest: Option<String>,
    },
    /// Entries of the list before this one are missing.
    EntryMissing,
    /// At the place stands an object or a list, whose values are set one by one.
    NotOneValue,
    /// What stands around the place cannot be read, so that the place is not there.
    Unreadable {
        /// JSON Pointer to what cannot be read.
        path: String,
    },
    /// The value is not JSON, or breaks a limit.
    Value(ReadError),
}

impl Checker {
    /// A plan that is being written: it is read once, and then value after value is [set](Draft::set).
    ///
    /// # Errors
    ///
    /// As [`Checker::check_str`].
    pub fn draft(&self, text: &str) -> Result<Draft, ReadError> {
        Ok(self.draft_of(Plan::from_json(text)?))
    }

    /// The same from UTF-8 bytes.
    ///
    /// # Errors
    ///
    /// As [`Checker::check_slice`].
    pub fn draft_slice(&self, bytes: &[u8]) -> Result<Draft, ReadError> {
        Ok(self.draft_of(Plan::from_json(read::text(bytes)?)?))
    }

    fn draft_of(&self, plan: Plan<'_>) -> Draft {
        let (checker, mut plan) = (self.keeping_verdicts(), plan.into_owned());
        rule_set::refuse_impossible(&mut plan);
        let tally = Tally::of(&plan);
        let texts = KnownTexts::unsearched(tally.may_repeat());
        let report = checker.check_with(&plan, &texts);
        Draft { checker, plan, report, tally, recommending: texts.recommending.into_inner() }
    }
}

impl Draft {
    /// The plan as it stands.
    #[must_use]
    pub fn plan(&self) -> &Plan<'static> {
        &self.plan
    }

    /// The report on the plan as it stands.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Sets one value: a JSON Pointer to a field of the plan, with the number of the entry for a place in a list, and the
    /// value as JSON. `null` takes it away. A list gets one more entry by the number behind its last.
    ///
    /// # Errors
    ///
    /// A [`DraftError`] when there is no such place, or the value is no JSON. A value that cannot be read as what belongs
    /// there is none: the report says so, as always.
    ///
    /// # Example
    ///
    /// ```
    /// use rehabplan::{Checker, pointer};
    ///
    /// let mut draft = Checker::new().draft(r#"{"sag": {"sagstype": "fleksjob"}, "forberedendeDel": {"maal": "Job."}}"#)?;
    /// let change = draft.set(pointer!(forberedende_del.oensker), r#""At køre bus igen.""#)?;
    /// assert_eq!(change.went.iter().map(|result| result.rule.id).collect::<Vec<_>>(), ["P3.1.4"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn set(&mut self, pointer: &str, value: &str) -> Result<Change, DraftError> {
        if self.reword(pointer, value).is_some() {
            return Ok(Change::default());
        }
        places::find(pointer).map_err(|nearest| DraftError::UnknownPlace { nearest })?;
        leaf(&mut Plan::empty(), pointer, |_| 0)?;
        let is_around = |finding: &&InputFinding| {
            use InputCode::{NotAList, NotAnObject, OtherSpelling};
            matches!(finding.code, NotAnObject | NotAList | OtherSpelling)
                && finding.path != pointer
                && places::is_at_or_below(pointer, &finding.path)
        };
        if let Some(around) = self.plan.input.iter().find(is_around) {
            return Err(DraftError::Unreadable { path: around.path.clone() });
        }
        if !follows(&self.plan, pointer) {
            return Err(DraftError::EntryMissing);
        }
        let scalar = read::scalar(value, pointer).map_err(DraftError::Value)?;
        let is_text = |value: &dyn Value<'_>| matches!(value.view(), View::Text(_));
        let value = leaf(&mut self.plan, pointer, |index| index)?;
        let was_text = is_text(value);
        let taken = value.take(scalar);
        let concerns_texts = was_text || is_text(value);
        let input = &mut self.plan.input;
        input.retain(|finding| !is_settled(finding, pointer));
        if let Err(code) = taken {
            input.push(InputFinding::new(pointer.to_owned(), code));
        }
        rule_set::refuse_impossible(&mut self.plan);
        places::sort(&mut self.plan.input);
        if concerns_texts {
            self.tally = Tally::of(&self.plan);
            self.recommending = None;
        }
        Ok(self.check())
    }

    /// Sets a text in the place of another, where nothing that is said of the plan hangs on which of the two it is: both amount to
    /// the same, both recommend or neither does, no rule has looked at the words, and they are not those of other fields. So it is
    /// with nearly every key that is pressed. `None` where it may be otherwise, and nothing is changed.
    fn reword(&mut self, pointer: &str, value_text: &str) -> Option<()> {
        let options = self.checker.plainly()?;
        let is_settled_by_it = |finding: &InputFinding| is_settled(finding, pointer);
        if self.plan.input.iter().any(is_settled_by_it) {
            return None;
        }
        let (value, is_name) = value_at(&self.plan, pointer)?;
        let (View::Text(before), Ok(Scalar::Text(text))) = (value.view(), read::scalar(value_text, pointer)) else {
            return None;
        };
        let now = PlanText::from(text);
        let is_citizens = law::is_citizens(pointer);
        let recommends = |text: &PlanText<'_>| options.search.recommends(text.words(), is_citizens);
        if before.is_read() || !before.amounts_to_as_much_as(&now) || recommends(before) != recommends(&now) {
            return None;
        }
        if !is_name {
            self.tally.replace(before.words(), now.words())?;
        }
        let now = Scalar::Text(now.words().to_owned().into());
        leaf(&mut self.plan, pointer, |index| index).ok()?.take(now).ok()
    }

    fn check(&mut self) -> Change {
        let texts = KnownTexts {
            may_repeat: self.tally.may_repeat(),
            recommending: self.recommending.take().map_or_else(OnceCell::new, OnceCell::from),
        };
        let report = self.checker.check_with(&self.plan, &texts);
        self.recommending = texts.recommending.into_inner();
        let before = std::mem::replace(&mut self.report, report);
        Change { came: not_in(&self.report, &before), went: not_in(&before, &self.report), is_checked: true }
    }
}

/// Whether a finding is no more when the value at a place is set: what was said of the place; and that the document has no key of
/// the plan, for now it has.
fn is_settled(finding: &InputFinding, pointer: &str) -> bool {
    finding.path == pointer || matches!(finding.code, InputCode::NotAPlan | InputCode::PlanBelow)
}

/// What stands at a place, if anything can, and whether it is no answer of its own, but a name, a reference or a measure.
fn value_at<'p, 'a>(plan: &'p Plan<'a>, pointer: &str) -> Option<(&'p dyn Value<'a>, bool)> {
    let begin = (plan as &dyn Value<'a>, false);
    pointer.split('/').skip(1).try_fold(begin, |(value, is_name), step| match value.view() {
        View::Part(part) => {
            let place = part.place(step)?;
            Some((part.field(place)?, is_name || part.keys().get(place)?.is_name))
        }
        View::List(entries) => Some((entries.entry(index(step)?)?, is_name)),
        View::Text(_) | View::Other(_) => None,
    })
}

/// The answers of a report that another one does not hold. Both are in the order of the law.
fn not_in(report: &Report, other: &Report) -> Vec<RuleResult> {
    let mut others = other.results.as_slice();
    let is_new = |result: &&RuleResult| {
        let Some(place) = others.iter().position(|other| other.rule == result.rule) else { return true };
        let (same, rest) =
            others.split_at(place).1.split_first().map_or((None, others), |(same, rest)| (Some(same), rest));
        others = rest;
        same != Some(*result)
    };
    report.results.iter().filter(is_new).cloned().collect()
}

/// What stands at a place of the plan and is one value; `entry` says which entry an index means.
fn leaf<'p, 'a>(
    plan: &'p mut Plan<'a>,
    pointer: &str,
    entry: fn(usize) -> usize,
) -> Result<&'p mut dyn Value<'a>, DraftError> {
    const NONE: DraftError = DraftError::UnknownPlace { nearest: None };
    let mut value: &mut dyn Value<'a> = plan;
    for step in pointer.split('/').skip(1) {
        value = match value.within() {
            Shape::Part(part) => part.place(step).and_then(|place| part.field_mut(place)).ok_or(NONE)?,
            Shape::List(entries) => entries.entry_mut(entry(index(step).ok_or(NONE)?)).ok_or(NONE)?,
            Shape::Leaf => return Err(NONE),
        };
    }
    if value.is_leaf() { Ok(value) } else { Err(DraftError::NotOneValue) }
}

fn index(step: &str) -> Option<usize> {
    usize::try_from(letters::number(step, 10)?).ok().filter(|index| *index < limits::MAX_LIST_LENGTH)
}

/// Whether a place is there, or is to be the next one in each list that it is in.
fn follows(plan: &Plan<'_>, pointer: &str) -> bool {
    let mut value: Option<&dyn Value<'_>> = Some(plan);
    for step in pointer.split('/').skip(1) {
        value = match value.map(Value::view) {
            Some(View::Part(part)) => part.place(step).and_then(|place| part.field(place)),
            Some(View::List(entries)) => {
                let Some(index) = index(step) else { return false };
                if index > entries.all().count() {
                    return false;
                }
                entries.entry(index)
            }
            // Nothing stands there, so a list begins.
            _ if index(step).is_some_and(|index| index > 0) => return false,
            _ => None,
        };
    }
    true
}

impl DraftError {
    /// A stable code for the kind of error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownPlace { .. } => "unknownPlace",
            Self::EntryMissing => "entryMissing",
            Self::NotOneValue => "notOneValue",
            Self::Unreadable { .. } => "unreadable",
            Self::Value(error) => error.code(),
        }
    }

    /// The error in a language for people.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        const PLACE: Wording = text("planen har intet sådant felt", "the plan has no such field");
        const ENTRY: Wording = text(
            "listen har ikke så mange poster; sæt dem, der kommer før, først",
            "the list does not have so many entries; set those before it first",
        );
        const ONE: Wording = text(
            "her står et objekt eller en liste; sæt værdierne i det en ad gangen",
            "an object or a list stands here; set the values in it one by one",
        );
        match self {
            Self::UnknownPlace { nearest: None } => PLACE.get(lang).to_owned(),
            Self::UnknownPlace { nearest: Some(nearest) } => {
                const MEANT: Wording = text("; måske mente du", "; perhaps this was meant:");
                format!("{}{} {nearest}", PLACE.get(lang), MEANT.get(lang))
            }
            Self::EntryMissing => ENTRY.get(lang).to_owned(),
            Self::NotOneValue => ONE.get(lang).to_owned(),
            Self::Unreadable { path } => {
                const AROUND: Wording = text(
                    "feltet ligger i noget, der ikke kan læses; ret det først:",
                    "the field lies in something that cannot be read; correct that first:",
                );
                format!("{} {path}", AROUND.get(lang))
            }
            Self::Value(error) => error.message(lang),
        }
    }
}

impl fmt::Display for DraftError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for DraftError {}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::{Checker, Horizon, pointer};

    const PLAN: &str = r#"{
        "sag": {"sagstype": "jobafklaring", "forsteForloeb": true},
        "moede": {"dato": "2020-03-09"},
        "forberedendeDel": {
            "oensker": "At køre bus igen", "maal": "Kursus i regnskab.", "dato": "2020-13-01",
            "laege": {"attesttype": "LÆ 265"}, "udfordringer": {"samlet": "Kort nattesøvn og smerter."}
        },
        "indstilling": {"begrundelse": "Kort nattesøvn og smerter."}
    }"#;

    #[test]
    fn words_that_amount_to_the_same_are_taken_without_a_check() {
        let draft = Checker::new().draft(PLAN).unwrap();
        for (place, text, is_taken) in [
            (pointer!(forberedende_del.oensker), "At køre bus igen.", true),
            (pointer!(forberedende_del.maal), "Kursus i regnskab og it", true),
            // Something else comes of it.
            (pointer!(forberedende_del.oensker), "ingen", false),
            (pointer!(forberedende_del.udfordringer.samlet), "Det indstilles, at borgeren får fleksjob.", false),
            (pointer!(forberedende_del.oensker), "Kort nattesøvn og smerter.", false),
            // A rule looks at the words.
            (pointer!(forberedende_del.laege.attesttype), "LÆ 285", false),
            // Nothing stood there, or no text does.
            (pointer!(forberedende_del.borgerens_egen_vurdering), "Smerter.", false),
            (pointer!(forberedende_del.dato), "2020-03-01", false),
            (pointer!(sag.sagstype), "fleksjob", false),
            ("/forberedendeDel/oensker2", "At køre bus igen.", false),
            ("", "At køre bus igen.", false),
        ] {
            let mut draft = draft.clone();
            let before = draft.plan().clone();
            assert_eq!(draft.reword(place, &format!("{text:?}")).is_some(), is_taken, "{place}: {text}");
            assert_eq!(*draft.plan() != before, is_taken, "{place}: {text}");
        }
        for value in ["7", "null", "{}", "\"", "nul"] {
            assert_eq!(draft.clone().reword(pointer!(forberedende_del.oensker), value), None, "{value}");
        }
    }

    #[test]
    fn what_is_not_seen_as_it_stands_is_checked() {
        let horizon = Horizon::of(&["/forberedendeDel"]).unwrap();
        let mut draft = Checker::new().horizon(horizon).draft(PLAN).unwrap();
        assert_eq!(draft.reword(pointer!(forberedende_del.oensker), r#""At køre bus igen.""#), None);
    }
}
