//! A document on its way to the check, and the plans in it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rehabplan::positions::Position;
use rehabplan::report::{InputFinding, Told, ToldPlace};
use rehabplan::text::Wording;
use rehabplan::{Checker, Horizon, Lang, ReadError, Report};
use serde::Serialize;

use crate::causes::{CutOff, join};
use crate::keys::{Keys, Opened};
use crate::problem::Problem;

/// What a plan is known by: where it stands, the caller's own id of it, and what is carried along with it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Name {
    /// The file, as it was given or found; empty where the plan comes from none.
    #[serde(serialize_with = "plain")]
    pub file: Arc<str>,
    /// The line, counted from 1 with every line of the file, in NDJSON.
    pub line: Option<usize>,
    /// Where the plan stands in a document that holds several, as a JSON Pointer.
    pub at: Option<String>,
    /// The caller's own id of it.
    pub id: Option<String>,
    /// The place of the document in the input, from 0: what it is known by when it has nothing else.
    #[serde(skip)]
    pub row: u64,
    /// What stands beside the plan and results may be grouped by, each with the name that the caller knows it by.
    #[serde(skip)]
    pub carried: Vec<(Arc<str>, Option<String>)>,
}

fn plain<S: serde::Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(text)
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.file.is_empty() {
            return match (&self.id, &self.at) {
                (Some(id), _) => formatter.write_str(id),
                (None, at) => write!(formatter, "row={}{}", self.row, at.as_deref().unwrap_or_default()),
            };
        }
        formatter.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(formatter, ":{line}")?;
        }
        match (&self.id, &self.at) {
            (Some(id), _) => write!(formatter, " ({id})"),
            (None, Some(at)) => write!(formatter, "#{at}"),
            (None, None) => Ok(()),
        }
    }
}

impl Name {
    /// The id of the case that the plan belongs to, for suppressions: the caller's own, else where the plan stands; `None`
    /// when it has no id and stands in no file.
    #[must_use]
    pub fn case(&self) -> Option<String> {
        self.id.clone().or_else(|| (!self.file.is_empty()).then(|| self.to_string()))
    }
}

/// Where the values of a plan came from, where the plan was made out of something else than JSON.
pub trait Origins: Send + Sync {
    /// Where the value at a JSON Pointer into the plan came from, or would have come from, in words that hold no value:
    /// `række 14, kolonne »Startdato«`. `None` for what came from nowhere.
    fn origin(&self, pointer: &str, lang: Lang) -> Option<String>;

    /// What is wrong in the source, where that is something else than in a plan.
    fn message(&self, finding: &InputFinding) -> Option<Wording> {
        let _ = finding;
        None
    }

    /// What a finding has for a cause that others may have too, which are one with it then. The value says nothing but that.
    fn cause(&self, finding: &InputFinding) -> Option<u64> {
        let _ = finding;
        None
    }

    /// What to do in the source about something that is wrong with the document, where that is something else than in a plan.
    fn remedy(&self, finding: &InputFinding) -> Option<Wording> {
        let _ = finding;
        None
    }

    /// What the source of this plan can hold, where each plan has a source of its own.
    fn horizon(&self) -> Option<&Horizon> {
        None
    }

    /// What stands in the source and has no place in the plan: a pointer for each, which [`origin`](Self::origin) knows.
    fn unplaced(&self) -> Vec<String> {
        Vec::new()
    }

    /// What has a place in the plan, and may be the beginning of something that has none: a pointer for each, as those.
    fn doubtful(&self) -> Vec<String> {
        Vec::new()
    }

    /// What was given a place by what its name means, with that place: a JSON Pointer.
    fn meant(&self) -> Vec<(String, String)> {
        Vec::new()
    }

    /// The places of the plan that were looked for in vain, and may be among what has no place.
    fn absent(&self) -> Vec<String> {
        Vec::new()
    }

    /// The names in the source that ask for several things at once, each with a place of the plan that is among them and has no name of
    /// its own there.
    fn shared(&self) -> Vec<(String, String)> {
        Vec::new()
    }

    /// The places of the plan that the source has by name, in this plan with nothing in them.
    fn blank(&self) -> Vec<String> {
        Vec::new()
    }

    /// What else belongs to the source and was not read, in words: `billeder`.
    fn unread(&self, lang: Lang) -> Vec<&'static str> {
        let _ = lang;
        Vec::new()
    }
}

/// A plan that was made out of something else.
pub struct Made {
    /// The plan as JSON.
    pub plan: Vec<u8>,
    /// Where its values came from.
    pub origins: Arc<dyn Origins>,
}

impl fmt::Debug for Made {
    // Without the plan.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Made").finish_non_exhaustive()
    }
}

/// One document, or the reason why there is none. A file is not read before it is its turn, so that what waits takes no
/// memory.
pub struct Item {
    /// What the document is known by.
    pub name: Name,
    content: Content,
    /// The file that it is, or was to be, as a whole.
    path: Option<PathBuf>,
    /// Whether nothing stands around the plan any more.
    is_plan: bool,
}

enum Content {
    /// A whole file, and whether it is called JSON.
    Whole(bool, Box<dyn FnOnce() -> Result<Bytes, Problem> + Send>),
    Bytes(Box<dyn AsRef<[u8]> + Send + Sync>),
    Later(Box<dyn FnOnce() -> Result<Vec<u8>, Problem> + Send>),
    Made(Box<dyn FnOnce() -> Result<Made, Problem> + Send>),
    Nowhere(Problem),
}

impl fmt::Debug for Item {
    // Without what the document holds.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Item").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Item {
    fn of(content: Content) -> Self {
        Self { name: Name::default(), content, path: None, is_plan: false }
    }

    /// A document that is in memory.
    #[must_use]
    pub fn new(bytes: impl AsRef<[u8]> + Send + Sync + 'static) -> Self {
        Self::of(Content::Bytes(Box::new(bytes)))
    }

    /// A document that is made when it is its turn, on the thread that checks it: read out of another format, say.
    #[must_use]
    pub fn later(make: impl FnOnce() -> Result<Vec<u8>, Problem> + Send + 'static) -> Self {
        Self::of(Content::Later(Box::new(make)))
    }

    /// A plan that is made out of something else when it is its turn. [`Keys`] are not looked for in it, and what is said of
    /// its places is where they came from.
    #[must_use]
    pub fn made(make: impl FnOnce() -> Result<Made, Problem> + Send + 'static) -> Self {
        Self::of(Content::Made(Box::new(make)))
    }

    /// A document that could not be had.
    #[must_use]
    pub fn nowhere(problem: Problem) -> Self {
        Self::of(Content::Nowhere(problem))
    }

    /// A file that is one document, read when it is its turn.
    pub(crate) fn whole(is_called_json: bool, read: impl FnOnce() -> Result<Bytes, Problem> + Send + 'static) -> Self {
        Self::of(Content::Whole(is_called_json, Box::new(read)))
    }

    /// The same, known by a name.
    #[must_use]
    pub fn named(mut self, name: Name) -> Self {
        self.name = name;
        self
    }

    pub(crate) fn at_path(mut self, path: &Path) -> Self {
        self.path = Some(path.to_owned());
        self
    }

    /// The same, with nothing around the plan any more: [`Keys`] are not looked for in it.
    #[must_use]
    pub fn already_opened(mut self) -> Self {
        self.is_plan = true;
        self
    }

    /// The same name, and no document for the reason that is given.
    #[must_use]
    pub fn but(self, problem: Problem) -> Self {
        Self { content: Content::Nowhere(problem), ..self }
    }

    /// The file that the document is, or was to be, as a whole.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The bytes of the document, where they are in memory.
    #[must_use]
    pub fn bytes(&self) -> Option<&[u8]> {
        match &self.content {
            Content::Bytes(bytes) => Some((**bytes).as_ref()),
            _ => None,
        }
    }

    /// Why the document could not be had, where that is known already.
    #[must_use]
    pub fn problem(&self) -> Option<&Problem> {
        match &self.content {
            Content::Nowhere(problem) => Some(problem),
            _ => None,
        }
    }

    /// The bytes of the document.
    fn read(content: Content) -> Result<Bytes, Problem> {
        match content {
            Content::Bytes(bytes) => Ok(Bytes::Held(bytes)),
            Content::Later(make) => make().map(Bytes::Read),
            Content::Made(make) => make().map(Bytes::Made),
            Content::Nowhere(problem) => Err(problem),
            Content::Whole(_, read) => read(),
        }
    }

    /// Does something with each plan of the document, or with the reason why there is none, and gives what came of them.
    pub fn each_plan<T>(self, keys: &Keys, mut done: impl FnMut(&Name, Result<Plan<'_>, Problem>) -> T) -> Vec<T> {
        let Self { mut name, content, is_plan, path } = self;
        let whole = if let Content::Whole(is_called_json, _) = content { Some(is_called_json) } else { None };
        let bytes = match Self::read(content) {
            Ok(bytes) => bytes,
            Err(problem) => return vec![done(&name, Err(problem))],
        };
        let origins = bytes.origins();
        let is_plan = is_plan || origins.is_some();
        let opened = keys.open(bytes.as_ref(), whole.is_some() && path.is_some(), is_plan, name.id.is_some());
        if opened.is_empty() {
            return vec![done(&name, Err(Problem::NothingToCheck))];
        }
        let first_line = name.line.unwrap_or(1);
        let last = opened.len().saturating_sub(1);
        let one = |(place, Opened { id, carried, horizon, at, text, start }): (usize, Opened<'_>)| {
            // Most documents hold one plan.
            let own = if place == last { std::mem::take(&mut name) } else { name.clone() };
            let mut name = Name { at, ..own };
            name.id = name.id.or(id);
            name.carried.extend(carried);
            let text = match text {
                Ok(text) => text,
                Err(problem) => return done(&name, Err(problem)),
            };
            let start = Position { line: start.line + first_line - 1, ..start };
            let is_plain = matches!(text, Cow::Borrowed(_));
            // What is no place of a plan is something else of that name.
            let places: Vec<&str> = horizon.iter().map(String::as_str).collect();
            let horizon = if places.is_empty() { None } else { Horizon::of(&places).ok() };
            done(&name, Ok(Plan { text: &text, start, is_plain, whole, origins, horizon: horizon.as_ref() }))
        };
        opened.into_iter().enumerate().map(one).collect()
    }

    /// How many bytes the document holds in memory while it waits.
    pub(crate) fn held(&self) -> usize {
        self.bytes().map_or(0, <[u8]>::len)
    }
}

/// The bytes of a document.
pub(crate) enum Bytes {
    Held(Box<dyn AsRef<[u8]> + Send + Sync>),
    Read(Vec<u8>),
    Made(Made),
}

impl Bytes {
    fn origins(&self) -> Option<&dyn Origins> {
        match self {
            Self::Made(made) => Some(&*made.origins),
            Self::Held(_) | Self::Read(_) => None,
        }
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::Held(bytes) => (**bytes).as_ref(),
            Self::Read(bytes) => bytes,
            Self::Made(made) => &made.plan,
        }
    }
}

/// The text of a plan.
#[derive(Clone, Copy)]
pub struct Plan<'d> {
    /// The text, which need be neither UTF-8 nor JSON.
    pub text: &'d [u8],
    /// Where the text begins in its file.
    start: Position,
    /// Whether the text stands in the file as it is, and not written into a text itself.
    is_plain: bool,
    /// For a whole file: whether it is called JSON.
    whole: Option<bool>,
    origins: Option<&'d dyn Origins>,
    /// What its source can hold, as it stands beside the plan.
    horizon: Option<&'d Horizon>,
}

impl fmt::Debug for Plan<'_> {
    // Without the text.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Plan").field("start", &self.start).finish_non_exhaustive()
    }
}

impl<'d> Plan<'d> {
    /// What says where its values came from, when the text is not what stands in the file.
    #[must_use]
    pub fn origins(&self) -> Option<&'d dyn Origins> {
        self.origins
    }

    /// What the source of this plan can hold, where each plan has a source of its own.
    #[must_use]
    pub fn horizon(&self) -> Option<&'d Horizon> {
        self.horizon.or_else(|| self.origins.and_then(|origins| origins.horizon()))
    }

    /// Checks the plan under its name. What has no place in it stands in the report too, and what its source cannot hold is
    /// no defect.
    ///
    /// # Errors
    ///
    /// The [`Problem`] for which there is no report.
    pub fn check(&self, checker: &Checker, name: &Name) -> Result<Report, Problem> {
        let own = name.case().map(|case| checker.of_case(case));
        let own = own.as_ref().unwrap_or(checker);
        let report = match self.horizon() {
            Some(horizon) => own.clone().horizon(horizon.clone()).check_slice(self.text),
            None => own.check_slice(self.text),
        };
        let mut report = report.map_err(|error| self.problem(error))?;
        let Some(origins) = self.origins else {
            CutOff::tell(self.text, &mut report.input);
            return Ok(report);
        };
        report.input.extend([origins.unplaced(), origins.doubtful()].into_iter().filter_map(InputFinding::unplaced));
        join(&mut report.input, |finding| origins.cause(finding));
        for finding in &mut report.input {
            let words = |path: &str| {
                let mut place = ToldPlace::default();
                place.da = origins.origin(path, Lang::Da)?;
                place.en = origins.origin(path, Lang::En)?;
                Some(place)
            };
            let mut told = Told::default();
            told.places = finding.paths().filter_map(words).collect();
            told.message = origins.message(finding);
            told.remedy = origins.remedy(finding);
            finding.tell(told);
        }
        Ok(report)
    }

    /// Where the places of the findings of its report came from, each in words, when the plan was made out of something else.
    #[must_use]
    pub fn places(&self, report: &Report, lang: Lang) -> BTreeMap<String, String> {
        let Some(origins) = self.origins else { return BTreeMap::new() };
        let of_findings = report.findings().flat_map(|finding| finding.paths());
        let of_input = report.input.iter().flat_map(|finding| finding.paths());
        of_findings.chain(of_input).filter_map(|path| Some((path.to_owned(), origins.origin(path, lang)?))).collect()
    }

    /// The place of something in the text, as a place in the file.
    #[must_use]
    pub fn place(&self, Position { line, column }: Position) -> Position {
        if !self.is_plain {
            return self.start;
        }
        let column = if line == 1 { column + self.start.column - 1 } else { column };
        Position { line: line + self.start.line - 1, column }
    }

    /// What is wrong with the text, told by its place in the file. What is plainly a file of another kind is named as one.
    #[must_use]
    pub fn problem(&self, error: ReadError) -> Problem {
        let place = |line, column| {
            let Position { line, column } = self.place(Position { line, column });
            (line, column)
        };
        let problem = Problem::Read(match error {
            ReadError::NotJson { line, column, ends_early } => {
                let (line, column) = place(line, column);
                ReadError::NotJson { line, column, ends_early }
            }
            ReadError::NotUtf8 { line, column } => {
                let (line, column) = place(line, column);
                ReadError::NotUtf8 { line, column }
            }
            other => other,
        });
        match self.whole {
            Some(is_called_json) => problem.or_foreign(self.text, is_called_json),
            // The first bytes of a file of lines were looked at before.
            None => problem,
        }
    }
}

#[cfg(test)]
mod tests {
    use rehabplan::ReadError;

    use crate::{Item, Keys, Lines, Plan, Problem};

    #[test]
    fn an_error_is_told_by_its_place_in_the_file() {
        let told = |file: &'static [u8], keys: &Keys, error: &ReadError| -> Vec<Problem> {
            let problem = |_: &_, plan: Result<Plan<'_>, Problem>| {
                plan.map_or_else(|none| none, |plan| plan.problem(error.clone()))
            };
            let lines = Lines::new("plans.ndjson", file).into_iter().flatten();
            lines.skip(1).flat_map(|item: Item| item.each_plan(keys, problem)).collect()
        };
        let at = |line, column| ReadError::NotJson { line, column, ends_early: false };
        let (whole, wrapped) = (Keys::default(), Keys::new(Some("p"), None));
        assert_eq!(told(b"{}\n\n{,}\n", &whole, &at(1, 2)), [Problem::Read(at(3, 2))]);
        assert_eq!(
            told(b"{}\n\n{,}\n", &whole, &ReadError::NotUtf8 { line: 1, column: 2 }),
            [Problem::Read(ReadError::NotUtf8 { line: 3, column: 2 })]
        );
        assert_eq!(told(b"{}\n{\"p\": {}}\n", &wrapped, &at(1, 2)), [Problem::Read(at(2, 8))]);
        assert_eq!(told(b"{}\n{\"q\": {}}\n", &wrapped, &at(1, 2)), [Problem::NoPlan("p".to_owned())]);
    }

    #[test]
    fn an_item_is_made_when_it_is_its_turn() {
        let sum = |item: Item| item.each_plan(&Keys::default(), |_, plan| plan.map(|plan| plan.text.len()));
        assert_eq!(sum(Item::later(|| Ok(b"{}".to_vec()))), [Ok(2)]);
        assert_eq!(sum(Item::later(|| Err(Problem::NotReadable))), [Err(Problem::NotReadable)]);
        assert_eq!(sum(Item::new("{}").but(Problem::NoAccess)), [Err(Problem::NoAccess)]);
    }
}
