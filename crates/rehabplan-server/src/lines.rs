//! Requests in lines, and answers in lines.

use std::io::{self, Read};
use std::sync::{Arc, Mutex, PoisonError};

use rehabplan::{Lang, Report};
use rehabplan_batch::{Item, Items};
use rehabplan_json::{Checker, Failure, guarded};
use serde::Serialize;
use serde_json::value::RawValue;

use crate::asked::Asked;

/// How many lines are worked on together: enough to keep all threads busy, and few enough for the first answers to come soon.
const TOGETHER: usize = 64;

/// A stream of requests. Its options are those of every line that has none of its own.
pub(crate) struct Lines {
    options: Vec<u8>,
    /// The checker that was used last, with its options: most often the next line has the same.
    last: Mutex<Option<(Vec<u8>, Arc<Checker>)>>,
    lang: Lang,
    told: Box<Told>,
}

/// Is told what came of a plan: the report, or that there is none.
type Told = dyn Fn(Option<&Report>) + Send + Sync;

/// What came of one line.
#[derive(Serialize)]
struct Answer<'a> {
    line: Option<usize>,
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a Failure>,
}

impl Lines {
    /// Lines with some options, which have not been read yet.
    pub(crate) fn with_options(options: Vec<u8>) -> Self {
        Self { options, last: Mutex::default(), lang: Lang::default(), told: Box::new(|_| ()) }
    }

    /// The same, once the options have been read, so that what is wrong with them is said before the first line.
    ///
    /// # Errors
    ///
    /// `badOptions` and `badProfile`.
    pub(crate) fn begun(mut self) -> Result<Self, Failure> {
        self.lang = self.checker(&self.options)?.lang();
        Ok(self)
    }

    /// The same, which tells somebody what came of each plan: the report, or that there is none.
    pub(crate) fn telling(mut self, told: impl Fn(Option<&Report>) + Send + Sync + 'static) -> Self {
        self.told = Box::new(told);
        self
    }

    /// Answers the lines of `input`. `each` does a piece of work for each of some lines and keeps their order; `output` takes
    /// the answers.
    ///
    /// # Errors
    ///
    /// Those of `output`. When `input` fails, that is the last answer.
    pub(crate) fn answer(
        &self,
        input: impl Read + Send + 'static,
        each: impl Fn(Vec<Item>, &(dyn Fn(Item) -> Vec<u8> + Sync)) -> Vec<Vec<u8>>,
        mut output: impl FnMut(Vec<u8>) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut lines = match rehabplan_batch::Lines::as_they_come("", input) {
            Ok(lines) => Items::of_lines(lines),
            Err(problem) => return output(self.line(Item::nowhere(problem))),
        };
        loop {
            let some = lines.take_some(TOGETHER);
            if some.is_empty() {
                return Ok(());
            }
            output(each(some, &|item| self.line(item)).concat())?;
        }
    }

    fn line(&self, item: Item) -> Vec<u8> {
        let line = item.name.line;
        let mut id = None;
        let result = match (item.bytes(), item.problem()) {
            (Some(bytes), _) => guarded(|| {
                let asked = Asked::of(bytes)?;
                id.clone_from(&asked.id);
                let checker = self.checker(asked.options_or(&self.options)?)?;
                asked.check(&checker, line.unwrap_or(1))
            }),
            (None, Some(problem)) => Err(Failure::new(problem.code(), problem.message(self.lang))),
            (None, None) => {
                Err(Failure::new("failed", "a line was lost, which is a defect of rehabplan: please report it"))
            }
        };
        (self.told)(result.as_ref().ok().map(|(report, _)| report));
        let report = result.as_ref().ok().and_then(|(report, lang)| RawValue::from_string(report.to_json(*lang)).ok());
        // Writing plain data to a vector cannot fail.
        let mut answer =
            serde_json::to_vec(&Answer { line, id, report, error: result.as_ref().err() }).unwrap_or_default();
        answer.push(b'\n');
        answer
    }

    /// The checker with these options.
    fn checker(&self, options: &[u8]) -> Result<Arc<Checker>, Failure> {
        let last = || self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, checker)) = &*last()
            && of == options
        {
            return Ok(Arc::clone(checker));
        }
        let checker = Arc::new(Checker::new(options)?);
        *last() = Some((options.to_owned(), Arc::clone(&checker)));
        Ok(checker)
    }
}
