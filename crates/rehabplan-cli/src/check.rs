//! `rehabplan check`: reads plans, checks them in parallel and writes what they come to, in the order they came.

use std::io::{self, BufWriter, Write};
use std::sync::Arc;

use rehabplan::language::Language;
use rehabplan::positions::{Position, Positions};
use rehabplan::report::InputCode;
use rehabplan::{Checker, Detail, Lang, Report};
use rehabplan_batch::{Item, Keys, Missing, Name, Plan, Problem, Summary, shown};

use crate::render::{self, Render};
use crate::texts::{self, fill};
use crate::{CheckArgs, CheckFormat, Status, Stop, complain, horizon, many, profiles, select};

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

    /// Where the value at a path came from, when the plan was made out of something else.
    pub(crate) fn origin(&self, path: &str, lang: Lang) -> Option<String> {
        self.plan.origins()?.origin(path, lang)
    }

    /// Whether the plan was made out of something else, and has no text of its own.
    pub(crate) fn is_made(&self) -> bool {
        self.plan.origins().is_some()
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

    /// The place of a JSON Pointer in a file, in words: its line and column, or where the value came from.
    pub(crate) fn in_words(&mut self, file: &str, pointer: &str, lang: Lang) -> String {
        match self.plan.origins() {
            None => {
                let Position { line, column } = self.of(pointer);
                format!("{file}:{line}:{column}  {pointer}")
            }
            Some(origins) => match origins.origin(pointer, lang) {
                Some(origin) => format!("{file}, {origin}  {pointer}"),
                None => format!("{file}  {pointer}"),
            },
        }
    }
}

/// How the command ends.
fn status(summary: &Summary) -> Status {
    if summary.unreadable > 0 {
        Status::Failed
    } else if summary.stands_in_the_way || summary.unreadable_values {
        Status::Findings
    } else {
        Status::Fine
    }
}

/// The problem with a document, for standard error.
pub(crate) fn told(name: &Name, problem: &Problem, lang: Lang) -> String {
    format!("{}: {}", shown(&name.to_string()), problem.message(lang))
}

/// What to say when a key was named that no document has: most likely it is misspelt.
pub(crate) fn unfound(keys: &Keys, lang: Lang) -> Option<String> {
    let (option, key) = match keys.unfound()? {
        Missing::Plan(key) => ("--plan", key),
        Missing::Id(key) => ("--id", key),
        // Nothing else is asked for.
        _ => return None,
    };
    Some(fill(texts::KEY_UNFOUND.get(lang), &[("option", &option), ("key", &shown(&key))]))
}

/// The key under which the plan seems to stand in a document that is none itself; empty when it may not be repeated.
fn seems_to_stand_under(report: &Report) -> Option<String> {
    let below = report.input.iter().find(|finding| finding.code == InputCode::PlanBelow)?;
    Some(below.path.trim_start_matches('/').to_owned())
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
        && args.plans.map.is_none()
        && matches!(&args.plans.sources()[..], [source] if source.is_one_document());
    let profiles = profiles::chosen_and_known(&args.profiles, &args.suppressions, is_one_plan, lang)?;
    let mut opened = args.plans.open(lang)?;
    let horizon = match &args.source_fields {
        Some(path) => Some(horizon::read(path, lang)?),
        None => opened.horizon.take(),
    };
    let show = Show {
        all: args.all,
        review: args.review,
        beside: !profiles.is_empty(),
        horizon: horizon.is_some(),
        carried: opened.carried.clone(),
    };
    let mut summary = Summary::new(&profiles, horizon.as_ref());
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
    let mut before: Option<Vec<u8>> = None;
    let mut hint: Option<String> = None;

    let keys = args.plans.keys();
    let checker = checker.profiles(profiles);
    let work = |item| check(item, &keys, &checker, &*render);
    out.write_all(&render.begin())?;
    let sources = std::mem::take(&mut opened.sources);
    many::each(args.plans.threads, sources, lang, work, |done, progress| {
        for Done { name, result, rendered, wrapped_in } in done.into_iter().flatten() {
            match &result {
                Ok(report) => summary.add(Ok(report)),
                Err(problem) => {
                    summary.add(Err(problem));
                    // On a terminal, what was told before is to stand before.
                    out.flush()?;
                    progress.suspend(|| complain(&told(&name, problem, lang)));
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
    opened.tell_left_over(lang);
    if let Some(key) = hint {
        let key = if key.is_empty() { texts::SOME_KEY.get(lang) } else { &key };
        complain(&fill(texts::WRAPPED.get(lang), &[("key", &key)]));
    }
    match unfound(&keys, lang) {
        Some(message) => Err(Stop::Usage(message)),
        None => Ok(status(&summary)),
    }
}

/// What is to be shown besides findings and what could not be determined.
#[derive(Debug, Clone, Default)]
pub(crate) struct Show {
    /// Every answer.
    pub(crate) all: bool,
    /// What is for a person to judge.
    pub(crate) review: bool,
    /// What profiles and suppressions did.
    pub(crate) beside: bool,
    /// What has no place in the source.
    pub(crate) horizon: bool,
    /// The names of what goes along with each plan.
    pub(crate) carried: Vec<Arc<str>>,
}

/// Checks the plans of one document and renders the results.
fn check(item: Item, keys: &Keys, checker: &Checker, render: &dyn Render) -> Vec<Done> {
    item.each_plan(keys, |name, plan| {
        let checked = plan.and_then(|plan| {
            let report = match name.case() {
                Some(case) => checker.of_case(case).check_slice(plan.text),
                None => checker.check_slice(plan.text),
            };
            let report = report.map_err(|error| plan.problem(error))?;
            let rendered = render.plan(&Checked { name, report: &report, plan: &plan });
            let wrapped_in = seems_to_stand_under(&report);
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
    use rehabplan_batch::Summary;

    use super::status;
    use crate::Status;

    #[test]
    fn what_could_not_be_read_outweighs_what_was_found() {
        let mut summary = Summary::default();
        assert_eq!(status(&summary), Status::Fine);
        summary.unreadable_values = true;
        assert_eq!(status(&summary), Status::Findings);
        (summary.unreadable_values, summary.stands_in_the_way) = (false, true);
        assert_eq!(status(&summary), Status::Findings);
        summary.unreadable = 1;
        assert_eq!(status(&summary), Status::Failed);
    }
}
