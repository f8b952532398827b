//! Requests in lines, and answers in lines.

use std::io::{self, BufRead as _, BufReader, Read};
use std::sync::{Arc, Mutex, PoisonError};

use rehabplan::foreign::{FIRST_BYTES, Foreign, recognise};
use rehabplan::text::Wording;
use rehabplan::{Lang, ReadError, Report};
use rehabplan_batch::{Item, Items, Problem};
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
    /// The language of whoever names none.
    otherwise: Lang,
    /// That of what is said of no plan.
    lang: Lang,
    told: Box<Told>,
}

/// What is said where the input broke off, in a line or after the last.
fn cut_off(line: Option<usize>, last: usize, lang: Lang) -> String {
    const IN_A_LINE: Wording = Wording::new(
        "det, der blev sendt, blev afbrudt i linje {line}; send linjen og resten igen",
        "what was sent broke off in line {line}; send that line and the rest again",
    );
    const AFTER_A_LINE: Wording = Wording::new(
        "det, der blev sendt, blev afbrudt efter linje {line}, som er den sidste, der er besvaret; send resten igen",
        "what was sent broke off after line {line}, which is the last that is answered; send the rest again",
    );
    const AT_ONCE: Wording = Wording::new(
        "det, der blev sendt, blev afbrudt før den første linje; send det hele igen",
        "what was sent broke off before the first line; send all of it again",
    );
    let text = match (line, last) {
        (Some(_), _) => IN_A_LINE,
        (None, 0) => AT_ONCE,
        (None, _) => AFTER_A_LINE,
    };
    text.get(lang).replace("{line}", &line.unwrap_or(last).to_string())
}

/// What came instead of lines: in words what it is, with the code that it has where it comes for one plan alone.
fn instead_of_lines(first: &[u8], kind: Foreign) -> Problem {
    // The last letter may be cut off.
    let is_utf8 = str::from_utf8(first).map_or_else(|error| error.error_len().is_none(), |_| true);
    let (line, column) = (1, 1);
    let error = if is_utf8 {
        ReadError::NotJson { line, column, ends_early: false }
    } else {
        ReadError::NotUtf8 { line, column }
    };
    let [danish, english] = [Lang::Da, Lang::En].map(|lang| kind.message(lang).to_owned());
    Problem::Other { code: error.code(), danish, english }
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
    /// What the case requires, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    needs: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a Failure>,
}

impl Lines {
    /// Lines with some options, which have not been read yet, and the language of whoever names none.
    pub(crate) fn with_options(options: Vec<u8>, lang: Lang) -> Self {
        Self { options, last: Mutex::default(), otherwise: lang, lang, told: Box::new(|_| ()) }
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
        let mut input = BufReader::new(input);
        let begun = input.fill_buf().map_err(Problem::from);
        let begun = begun.and_then(|first| match recognise(first.get(..FIRST_BYTES).unwrap_or(first)) {
            Some(kind) => Err(instead_of_lines(first, kind)),
            None => Ok(()),
        });
        let lines = begun.and_then(|()| rehabplan_batch::Lines::as_they_come("", input));
        let mut lines = match lines {
            Ok(lines) => Items::of_lines(lines),
            Err(problem) => return output(self.line(Item::nowhere(problem), 0)),
        };
        let mut last = 0;
        loop {
            let some = lines.take_some(TOGETHER);
            if some.is_empty() {
                return Ok(());
            }
            last = some.iter().filter_map(|item| item.name.line).max().unwrap_or(last);
            output(each(some, &|item| self.line(item, last)).concat())?;
        }
    }

    /// The answer to a line. `last` is the last that there is as yet.
    fn line(&self, item: Item, last: usize) -> Vec<u8> {
        let line = item.name.line;
        let mut id = None;
        let result = match (item.bytes(), item.problem()) {
            (Some(bytes), _) => guarded(|| {
                let asked = Asked::of(bytes)?;
                id.clone_from(&asked.id);
                let checker = self.checker(asked.options_or(&self.options)?)?;
                let report = asked.check(&checker, line.unwrap_or(1))?;
                Ok((report, checker))
            }),
            (None, Some(problem @ Problem::NotReadable)) => {
                Err(Failure::new(problem.code(), cut_off(line, last, self.lang)))
            }
            (None, Some(problem)) => Err(Failure::new(problem.code(), problem.message(self.lang))),
            (None, None) => {
                Err(Failure::new("failed", "a line was lost, which is a defect of rehabplan: please report it"))
            }
        };
        (self.told)(result.as_ref().ok().map(|(report, _)| report));
        let raw = |json| RawValue::from_string(json).ok();
        let report = result.as_ref().ok().and_then(|(report, checker)| raw(report.to_json(checker.lang())));
        let needs = result.as_ref().ok().and_then(|(report, checker)| raw(checker.needs(report)?));
        // Writing plain data to a vector cannot fail.
        let mut answer =
            serde_json::to_vec(&Answer { line, id, report, needs, error: result.as_ref().err() }).unwrap_or_default();
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
        let checker = Arc::new(Checker::in_lang(options, self.otherwise)?);
        *last() = Some((options.to_owned(), Arc::clone(&checker)));
        Ok(checker)
    }
}
