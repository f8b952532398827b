//! `rehabplan check`: reads plans, checks them in parallel and writes what they come to, in the order they came.

use std::io::{self, BufWriter, Write};

use rehabplan::language::Language;
use rehabplan::positions::{Position, Positions};
use rehabplan::profile::Suppression;
use rehabplan::report::{Counts, InputFinding};
use rehabplan::{Checker, Conclusion, Detail, Horizon, HorizonCoverage, Lang, Report, Severity};

use crate::input::{Document, Name, Plan, Problem};
use crate::render::{self, Render};
use crate::texts::{self, fill};
use crate::wrapped::{self, Keys};
use crate::{CheckArgs, CheckFormat, Status, Stop, complain, horizon, input, many, profiles, select};

/// A plan that was checked.
pub(crate) struct Checked<'d> {
    pub(crate) name: &'d Name,
    pub(crate) report: &'d Report,
    plan: &'d Plan<'d>,
}

impl<'d> Checked<'d> {
    /// Where the paths of the report stand.
    pub(crate) fn places(&self) -> Places<'d> {
        // What was read as a plan is UTF-8.
        let text = std::str::from_utf8(self.plan.text).unwrap_or_default();
        Places { positions: Positions::new(text), plan: self.plan }
    }
}

/// Finds the places of JSON Pointers in a file.
pub(crate) struct Places<'d> {
    positions: Positions<'d>,
    plan: &'d Plan<'d>,
}

impl Places<'_> {
    /// The place of a JSON Pointer, as a line and a column of the file.
    pub(crate) fn of(&mut self, pointer: &str) -> Position {
        self.plan.place(self.positions.of(pointer))
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
    /// The suppressions that have matched nothing so far.
    pub(crate) unused: Vec<Suppression>,
    /// Codes of notes on whole reports, each with the number of plans that it is about.
    pub(crate) notes: Vec<(&'static rehabplan::text::Note, usize)>,
    /// Counted only by the points that a person must judge.
    pub(crate) review: Counts,
    /// What can be checked on the source, where it was said what that holds.
    pub(crate) horizon: Option<HorizonCoverage>,
    /// Answers that hang on what the source has no place for.
    pub(crate) not_in_source: u64,
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
        self.review.review = self.review.review.saturating_add(report.counts.review);
        self.not_in_source += u64::from(report.counts.not_in_source.unwrap_or_default());
        self.unreadable_values |= report.input.iter().any(is_error);
        // Suppressed findings and those made less grave make a plan no less deficient, but stand in nobody's way.
        let is_open = report.conclusion == Conclusion::Undetermined || report.counts.undetermined > 0;
        self.stands_in_the_way |= report.errors > 0 || is_open;
        if let Some(beside) = &report.profiles {
            self.unused.retain(|known| beside.used_suppressions().all(|used| used != known));
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

/// What became of one plan.
pub(crate) struct Done {
    name: Name,
    result: Result<Report, Problem>,
    /// The result as it is to be written.
    pub(crate) rendered: Vec<u8>,
    /// A key under which the plan seems to stand, when the document itself is none.
    wrapped_in: Option<String>,
}

pub(crate) fn run(args: &CheckArgs, lang: Lang) -> Result<Status, Stop> {
    // The folders are looked into only where it matters.
    let is_one_plan = !args.suppressions.is_empty()
        && !args.plans.takes_apart()
        && input::is_one_plan(&args.plans.paths, args.plans.ndjson);
    let profiles = profiles::chosen_and_known(&args.profiles, &args.suppressions, is_one_plan, lang)?;
    let horizon = args.source_fields.as_deref().map(|path| horizon::read(path, lang)).transpose()?;
    let show = Show { all: args.all, review: args.review, beside: !profiles.is_empty(), horizon: horizon.is_some() };
    let coverage = horizon.as_ref().map(Horizon::coverage);
    let checker = Checker::new()
        .phase(args.plans.phase)
        .as_of(args.plans.as_of)
        .detail(if args.all || args.review { Detail::All } else { Detail::Findings })
        .only(select::selection(&args.rules, &args.pointers, &profiles, lang)?)
        .horizon(horizon)
        .language(if args.no_language { Language::off() } else { Language::default() });
    let render = render::of(args.format, lang, show);

    // Only text has colours to take away where nobody can see them.
    let out: Box<dyn Write> = match args.format {
        CheckFormat::Text => Box::new(anstream::stdout().lock()),
        CheckFormat::Json | CheckFormat::Ndjson | CheckFormat::Csv => Box::new(io::stdout().lock()),
    };
    let mut out = BufWriter::with_capacity(1 << 16, out);
    let mut summary =
        Summary { unused: profiles.suppressions().cloned().collect(), horizon: coverage, ..Summary::default() };
    let mut before: Option<Vec<u8>> = None;
    let mut hint: Option<String> = None;

    let keys = args.plans.keys();
    let checker = checker.profiles(profiles);
    let work = |document| check(document, &keys, &checker, &*render);
    out.write_all(&render.begin())?;
    many::each(&args.plans, lang, work, |done, progress| {
        for Done { name, result, rendered, wrapped_in } in done.into_iter().flatten() {
            match &result {
                Ok(report) => summary.add(report),
                Err(problem) => {
                    summary.unreadable += 1;
                    // On a terminal, what was told before is to stand before.
                    out.flush()?;
                    progress.suspend(|| complain(&problem.told(&name, lang)));
                }
            }
            hint = hint.take().or(wrapped_in);
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
    if let Some(key) = hint {
        let key = if key.is_empty() { texts::SOME_KEY.get(lang) } else { &key };
        complain(&fill(texts::WRAPPED.get(lang), &[("key", &key)]));
    }
    match keys.unfound(lang) {
        Some(message) => Err(Stop::Usage(message)),
        None => Ok(summary.status()),
    }
}

/// What is to be shown besides findings and what could not be determined.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Show {
    /// Every answer.
    pub(crate) all: bool,
    /// What is for a person to judge.
    pub(crate) review: bool,
    /// What profiles and suppressions did.
    pub(crate) beside: bool,
    /// What has no place in the source.
    pub(crate) horizon: bool,
}

/// Checks the plans of one document and renders the results. Also says how many bytes it had.
pub(crate) fn check(document: Document, keys: &Keys, checker: &Checker, render: &dyn Render) -> (Vec<Done>, u64) {
    document.each_plan(keys, |name, plan| {
        let checked = plan.and_then(|plan| {
            let report = checker.of_case(name.case()).check_slice(plan.text);
            let report = report.map_err(|error| plan.problem(error))?;
            let rendered = render.plan(&Checked { name, report: &report, plan: &plan });
            let wrapped_in = wrapped::seems_to_stand_under(&report);
            Ok((report, rendered, wrapped_in))
        });
        let (result, rendered, wrapped_in) = match checked {
            Ok((report, rendered, wrapped_in)) => (Ok(report), rendered, wrapped_in),
            Err(problem) => {
                let rendered = render.problem(name, &problem);
                (Err(problem), rendered, None)
            }
        };
        Done { name: name.clone(), result, rendered, wrapped_in }
    })
}

#[cfg(test)]
mod tests {
    use super::Summary;
    use crate::Status;
    use rehabplan::Checker;

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
            let report = Checker::new().check_str(text);
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
