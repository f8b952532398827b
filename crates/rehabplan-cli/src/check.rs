//! `rehabplan check`: reads plans, checks them in parallel and writes what they come to, in the order they came.

use std::io::{self, BufWriter, Write};

use rehabplan::positions::{Position, Positions};
use rehabplan::profile::{self, ProfileSet};
use rehabplan::report::InputFinding;
use rehabplan::{Conclusion, Detail, Lang, Options, Report, Severity};

use crate::input::{Document, Name, Problem};
use crate::render::{self, Render};
use crate::{CheckArgs, CheckFormat, Status, Stop, complain, many, profiles, select};

/// A plan that was checked.
pub(crate) struct Checked<'d> {
    pub(crate) name: &'d Name,
    pub(crate) report: &'d Report,
    text: &'d str,
}

impl<'d> Checked<'d> {
    /// Where the paths of the report stand.
    pub(crate) fn places(&self) -> Places<'d> {
        Places { positions: Positions::new(self.text), first_line: self.name.line.unwrap_or(1) }
    }
}

/// Finds the places of JSON Pointers in a file.
pub(crate) struct Places<'d> {
    positions: Positions<'d>,
    /// The line of the file on which the document begins.
    first_line: usize,
}

impl Places<'_> {
    /// The place of a JSON Pointer, as a line and a column of the file.
    pub(crate) fn of(&mut self, pointer: &str) -> Position {
        let Position { line, column } = self.positions.of(pointer);
        Position { line: line + self.first_line - 1, column }
    }
}

/// What a run comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Summary {
    /// Plans that were checked, by their conclusion.
    pub(crate) conclusions: [usize; 5],
    /// Documents that could not be read as a plan.
    pub(crate) unreadable: usize,
    /// Whether any plan holds a value that cannot be read.
    pub(crate) unreadable_values: bool,
    /// Whether anything stands in the way in any plan, or could not be determined.
    pub(crate) stands_in_the_way: bool,
    /// The suppressions that have matched nothing so far; `None` before the first plan.
    pub(crate) unused: Option<Vec<String>>,
    /// Codes of notes on whole reports, each with the number of plans that it is about.
    pub(crate) notes: Vec<(&'static rehabplan::text::Note, usize)>,
}

/// The conclusions, in the order in which they are counted.
pub(crate) const CONCLUSIONS: [Conclusion; 5] = [
    Conclusion::Fulfilled,
    Conclusion::Deficient,
    Conclusion::Undetermined,
    Conclusion::OutOfScope,
    Conclusion::OutsideValidity,
];

impl Summary {
    /// Plans that were checked.
    pub(crate) fn plans(&self) -> usize {
        self.conclusions.iter().sum()
    }

    fn add(&mut self, report: &Report) {
        for (count, conclusion) in self.conclusions.iter_mut().zip(CONCLUSIONS) {
            *count += usize::from(conclusion == report.conclusion);
        }
        self.unreadable_values |= report.input.iter().any(is_error);
        // Suppressed findings and those made less grave make a plan no less deficient, but stand in nobody's way.
        let is_open = report.conclusion == Conclusion::Undetermined || report.counts.undetermined > 0;
        self.stands_in_the_way |= report.errors > 0 || is_open;
        if let Some(beside) = &report.profiles {
            let unused = |key: &str| beside.unused_suppressions().any(|suppression| suppression.key == key);
            match &mut self.unused {
                Some(keys) => keys.retain(|key| unused(key)),
                None => self.unused = Some(beside.unused_suppressions().map(|one| one.key.clone()).collect()),
            }
        }
        for note in &report.notes {
            match self.notes.iter_mut().find(|(counted, _)| counted.code == note.code) {
                Some((_, count)) => *count += 1,
                None => self.notes.push((note, 1)),
            }
        }
    }

    fn status(&self) -> Status {
        if self.unreadable > 0 {
            Status::Failed
        } else if self.stands_in_the_way || self.unreadable_values {
            Status::Findings
        } else {
            Status::Fine
        }
    }
}

fn is_error(finding: &InputFinding) -> bool {
    finding.code.severity() == Severity::Error
}

/// What became of one document.
pub(crate) struct Done {
    name: Name,
    result: Result<Report, Problem>,
    /// The result as it is to be written.
    pub(crate) rendered: Vec<u8>,
}

pub(crate) fn run(args: &CheckArgs, lang: Lang) -> Result<Status, Stop> {
    let profiles = profiles::chosen(&args.profiles, &args.suppressions, lang)?;
    let options = Options {
        phase: args.plans.phase,
        as_of: args.plans.as_of,
        detail: if args.all { Detail::All } else { Detail::Findings },
        only: select::selection(&args.rules, &args.pointers, &profiles, lang)?,
        horizon: None,
    };
    let render = render::of(args.format, lang, args.all, !profiles.is_empty());

    // Only text has colours to take away where nobody can see them.
    let out: Box<dyn Write> = match args.format {
        CheckFormat::Text => Box::new(anstream::stdout().lock()),
        CheckFormat::Json | CheckFormat::Ndjson | CheckFormat::Csv => Box::new(io::stdout().lock()),
    };
    let mut out = BufWriter::with_capacity(1 << 16, out);
    let mut summary = Summary::default();
    let mut before: Option<Vec<u8>> = None;

    let work = |document| check(document, &options, &profiles, &*render);
    out.write_all(&render.begin())?;
    many::each(&args.plans, lang, work, |done, progress| {
        for Done { name, result, rendered } in done {
            match &result {
                Ok(report) => summary.add(report),
                Err(problem) => {
                    summary.unreadable += 1;
                    // On a terminal, what was told before is to stand before.
                    out.flush()?;
                    progress.suspend(|| complain(&problem.told(&name, lang)));
                }
            }
            if rendered.is_empty() {
                continue;
            }
            if let Some(before) = &before {
                out.write_all(render.between(before, &rendered))?;
            }
            out.write_all(&rendered)?;
            before = Some(rendered);
        }
        Ok(out.flush()?)
    })?;
    out.write_all(&render.end(&summary))?;
    out.flush()?;
    Ok(summary.status())
}

/// Checks one document and renders the result. Also says how many bytes it had.
pub(crate) fn check(
    mut document: Document,
    options: &Options,
    profiles: &ProfileSet,
    render: &dyn Render,
) -> (Done, u64) {
    let (result, rendered, size) = match document.read() {
        Err(problem) => {
            let rendered = render.problem(&document.name, &problem);
            (Err(problem), rendered, 0)
        }
        Ok(bytes) => match profile::validate_slice_with(&bytes, options, profiles) {
            Err(error) => {
                let problem = document.problem(error);
                let rendered = render.problem(&document.name, &problem);
                (Err(problem), rendered, bytes.len())
            }
            Ok(report) => {
                // What was read as a plan is UTF-8.
                let text = std::str::from_utf8(&bytes).unwrap_or_default();
                let rendered = render.plan(&Checked { name: &document.name, report: &report, text });
                (Ok(report), rendered, bytes.len())
            }
        },
    };
    (Done { name: document.name, result, rendered }, size as u64)
}

#[cfg(test)]
mod tests {
    use super::Summary;
    use crate::Status;
    use rehabplan::{Options, validate_str};

    #[test]
    fn what_could_not_be_read_outweighs_what_was_found() {
        let mut summary = Summary::default();
        assert_eq!(summary.status(), Status::Fine);
        for (text, status) in [
            (r#"{"sag": {"sagstype": "anden"}}"#, Status::Fine),
            (r#"{"sag": {"sagstype": "anden"}, "x": 1}"#, Status::Fine),
            (r#"{"sag": {"sagstype": 1}}"#, Status::Findings),
            (r#"{"sag": {"sagstype": "anden"}, "moede": 1}"#, Status::Findings),
        ] {
            let report = validate_str(text, &Options::default());
            let mut summary = Summary::default();
            report.iter().for_each(|report| summary.add(report));
            assert_eq!((summary.plans(), summary.status()), (1, status), "{text}");
        }
        summary.conclusions = [0, 1, 0, 0, 0];
        summary.stands_in_the_way = true;
        assert_eq!(summary.status(), Status::Findings);
        summary.unreadable = 1;
        assert_eq!(summary.status(), Status::Failed);
    }
}
