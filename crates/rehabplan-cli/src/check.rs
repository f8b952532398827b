//! `rehabplan check`: reads plans, checks them in parallel and writes what they come to, in the order they came.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

use rehabplan::report::{Conclusion, InputCode};
use rehabplan::{Checker, Detail, Lang, ReadError, Report, pointer};
use rehabplan_batch::{Item, Keys, Missing, Name, Plan, Problem, Summary, shown};
use rehabplan_render::{By, Groups, Overview, TooMany, Workbook, WorkbookError, html};
use serde::de::IgnoredAny;

use crate::args::PlanArgs;
use crate::checked::{Checked, Show};
use crate::render::{self, Render};
use crate::texts::{self, fill};
use crate::{CheckArgs, CheckFormat, Status, Stop, complain, many, profiles, select};

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
        Missing::Carried(key) => ("--group", key),
        // Nothing else is asked for.
        _ => return None,
    };
    Some(fill(texts::KEY_UNFOUND.get(lang), &[("option", &option), ("key", &shown(&key))]))
}

/// What became of one plan.
pub(crate) struct Done {
    name: Name,
    result: Result<Report, Problem>,
    /// The result as it is to be written.
    pub(crate) rendered: Vec<u8>,
    /// What would help.
    hint: Option<Hint>,
    /// Where the places of findings came from, in words, for a page or a workbook.
    origins: BTreeMap<String, String>,
}

/// What to say once, after all plans.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Hint {
    /// The plan seems to stand under a key, which is not named when it may not be repeated.
    Wrapped(Option<String>),
    /// A document does not say what the case is about.
    Sagstype,
    /// What is no JSON as a whole may be a plan on each line.
    Lines,
}

impl Hint {
    fn of(report: &Report, plan: &Plan<'_>) -> Option<Self> {
        if let Some(below) = report.input.iter().find(|finding| finding.code == InputCode::PlanBelow) {
            let key = below.path.trim_start_matches('/');
            return Some(Self::Wrapped((!key.is_empty()).then(|| key.to_owned())));
        }
        let is_open = report.input.iter().any(|finding| finding.path == pointer!(sag.sagstype));
        (is_open && plan.origins().is_some_and(|origins| origins.horizon().is_some())).then_some(Self::Sagstype)
    }

    /// Where a whole file is no document, but its first line is one, and the next begins another.
    fn of_problem(name: &Name, text: &[u8], problem: &Problem) -> Option<Self> {
        let Problem::Read(ReadError::NotJson { column: 1, .. }) = problem else { return None };
        let text = str::from_utf8(text).ok().filter(|_| name.line.is_none())?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let is_plan = |line: &str| line.starts_with('{') && serde_json::from_str::<IgnoredAny>(line).is_ok();
        (lines.next().is_some_and(is_plan) && lines.next()?.starts_with('{')).then_some(Self::Lines)
    }

    fn text(&self, lang: Lang) -> String {
        match self {
            Self::Wrapped(key) => {
                let key = key.as_deref().unwrap_or(texts::SOME_KEY.get(lang));
                fill(texts::WRAPPED.get(lang), &[("key", &key)])
            }
            Self::Sagstype => texts::NO_SAGSTYPE.get(lang).to_owned(),
            Self::Lines => texts::PLANS_ON_LINES.get(lang).to_owned(),
        }
    }
}

pub(crate) fn run(args: &CheckArgs, lang: Lang) -> Result<Status, Stop> {
    let format = args.format;
    if args.excel && format != CheckFormat::Csv {
        return Err(Stop::Usage(texts::EXCEL_IS_CSV.get(lang).to_owned()));
    }
    let by = grouped_by(args, lang)?;
    let mut opened = args.plans.open(lang)?;
    opened.knows(args.output.iter().chain(&args.plans.horizon).map(PathBuf::as_path));
    let columns: Vec<String> = by.iter().filter(|by| matches!(by, By::Column(_))).map(By::name).collect();
    if let Some(column) = columns.iter().find(|column| opened.lacks(column)) {
        return Err(Stop::Usage(fill(texts::NOT_CARRIED.get(lang), &[("key", &shown(column))])));
    }
    let is_one_plan = !args.suppressions.is_empty()
        && !args.plans.takes_apart()
        && matches!(&opened.sources[..], [source] if source.is_one_document());
    let profiles = profiles::chosen_and_known(&args.profiles, &args.suppressions, is_one_plan, lang)?;
    let horizon = opened.horizon.take();
    // Plans that were taken out of something around them were most likely made of an export.
    let is_without_horizon = horizon.is_none() && args.plans.takes_apart();
    let show = Show { all: args.all, review: args.review, beside: !profiles.is_empty(), horizon: horizon.is_some() };
    let groups = (!by.is_empty()).then(|| Groups::new(args.groups.clone(), args.min_group));
    let overview = Overview::new(Summary::new(&profiles, horizon.as_ref()), groups);
    let is_whole = matches!(format, CheckFormat::Html | CheckFormat::Xlsx);
    let needs_all = args.all || args.review || is_whole || !by.is_empty();
    let checker = Checker::new()
        .phase(args.plans.phase)
        .as_of(args.plans.as_of)
        .detail(if needs_all { Detail::All } else { Detail::Findings })
        .only(select::selection(&args.only_rules, &args.only_paths, &profiles, lang)?)
        .horizon(horizon)
        .language(args.plans.language());
    let mut carried: Vec<String> = opened.carried.iter().map(|name| name.to_string()).collect();
    carried.extend(args.groups.iter().filter(|group| !opened.carries(group)).cloned());
    let render = render::of(args, carried, lang, show);
    let mut made = match format {
        CheckFormat::Html => Made::Page(Box::new(html::Page::new(overview, lang))),
        CheckFormat::Xlsx => {
            Made::Workbook(Box::new(Workbook::new(overview, lang).map_err(|error| stop(error, lang))?))
        }
        _ => Made::Stream(Box::new(overview)),
    };

    if let Some(file) = &args.output {
        let PlanArgs { paths, map, tables, .. } = &args.plans;
        let plans = paths.iter().chain(map).chain(tables.iter().map(|(_, path)| path));
        let beside = args.plans.horizon.iter().chain(&args.suppressions).chain(&args.profiles.profile_files);
        opened.refuse(file, plans.chain(beside), lang)?;
    }
    let mut out = BufWriter::with_capacity(1 << 16, output(args.output.as_deref(), format, lang)?);
    let mut before: Option<Vec<u8>> = None;
    let mut hint: Option<Hint> = None;

    let columns: Vec<&str> = columns.iter().map(String::as_str).filter(|column| !opened.carries(column)).collect();
    let keys = args.plans.keys().carrying(&columns);
    let checker = checker.profiles(profiles);
    let page = is_whole.then_some(lang);
    let work = |item| check(item, &keys, &by, &checker, &*render, page);
    out.write_all(&render.begin())?;
    let sources = std::mem::take(&mut opened.sources);
    many::each(args.plans.threads, sources, lang, work, |done, progress| {
        for Done { name, result, rendered, hint: own, origins } in done.into_iter().flatten() {
            made.add(&name, result.as_ref(), &origins).map_err(|error| stop(error, lang))?;
            if let Err(problem) = &result {
                // On a terminal, what was told before is to stand before.
                out.flush()?;
                progress.suspend(|| complain(&told(&name, problem, lang)));
            }
            hint = hint.take().or(own);
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
    let mut status = status(&made.overview().summary);
    let are_nearly_all_deficient = are_nearly_all_deficient(&made.overview().summary);
    for (name, problem) in opened.passed_over() {
        made.pass_over(&name, &problem).map_err(|error| stop(error, lang))?;
    }
    match made {
        Made::Stream(overview) => out.write_all(&render.end(&overview))?,
        Made::Page(page) => out.write_all(page.finish().as_bytes())?,
        Made::Workbook(book) => drop(book.finish(&mut out).map_err(|error| stop(error, lang))?),
    }
    out.flush()?;
    status = opened.tell_unused(status, lang);
    if is_without_horizon && are_nearly_all_deficient {
        crate::note(texts::NEARLY_ALL_DEFICIENT.get(lang));
    }
    if let Some(hint) = hint {
        complain(&hint.text(lang));
    }
    match unfound(&keys, lang) {
        Some(message) => Err(Stop::Usage(message)),
        None => Ok(status),
    }
}

/// Whether so many plans are deficient that it is more likely to lie with their source.
fn are_nearly_all_deficient(summary: &Summary) -> bool {
    const LEAST: usize = 5;
    let (all, deficient) = (summary.plans(), summary.of(Conclusion::Deficient));
    all >= LEAST && deficient * 10 >= all * 9
}

/// What the results become.
enum Made {
    /// They are written as they come, and only counted here.
    Stream(Box<Overview>),
    /// One page of all.
    Page(Box<html::Page>),
    /// One workbook of all.
    Workbook(Box<Workbook>),
}

impl Made {
    fn add(
        &mut self,
        name: &Name,
        result: Result<&Report, &Problem>,
        origins: &BTreeMap<String, String>,
    ) -> Result<(), WorkbookError> {
        let origin = |path: &str| origins.get(path).cloned();
        match self {
            Self::Stream(overview) => Ok(overview.add(name, result)?),
            Self::Page(page) => Ok(page.add(name, result, &origin)?),
            Self::Workbook(book) => book.add(name, result, &origin),
        }
    }

    /// Lists a file that was not read; beside a stream the standard error says so.
    fn pass_over(&mut self, name: &Name, problem: &Problem) -> Result<(), WorkbookError> {
        match self {
            Self::Stream(_) => Ok(()),
            Self::Page(page) => {
                page.pass_over(name, problem);
                Ok(())
            }
            Self::Workbook(book) => book.show(name, Err(problem), &|_| None),
        }
    }

    fn overview(&self) -> &Overview {
        match self {
            Self::Stream(overview) => overview,
            Self::Page(page) => page.overview(),
            Self::Workbook(book) => book.overview(),
        }
    }
}

fn stop(error: WorkbookError, lang: Lang) -> Stop {
    match error {
        WorkbookError::TooMany(TooMany) => Stop::Usage(texts::GROUP_TOO_MANY.get(lang).to_owned()),
        WorkbookError::Write(error) => Stop::Write(error),
    }
}

/// What the results are to be grouped by.
fn grouped_by(args: &CheckArgs, lang: Lang) -> Result<Vec<By>, Stop> {
    if !args.groups.is_empty() && args.format == CheckFormat::Ndjson {
        return Err(Stop::Usage(texts::GROUP_NOT_IN_NDJSON.get(lang).to_owned()));
    }
    let parse = |by: &String| {
        By::parse(by).map_err(|_| Stop::Usage(fill(texts::GROUP_NO_DATE.get(lang), &[("by", &shown(by))])))
    };
    args.groups.iter().map(parse).collect()
}

/// Where the result goes.
fn output(file: Option<&Path>, format: CheckFormat, lang: Lang) -> Result<Box<dyn Write>, Stop> {
    let Some(path) = file else {
        return match format {
            CheckFormat::Xlsx if io::stdout().is_terminal() => Err(Stop::Usage(texts::TO_A_FILE.get(lang).to_owned())),
            // Only text has colours to take away where nobody can see them.
            CheckFormat::Text => Ok(Box::new(anstream::stdout().lock())),
            _ => Ok(Box::new(io::stdout().lock())),
        };
    };
    let cannot = |_| {
        let file = shown(&path.to_string_lossy());
        Stop::Usage(match path.is_dir() {
            true => format!("{file}: {}", Problem::Folder.message(lang)),
            false => fill(texts::CANNOT_OPEN_OUTPUT.get(lang), &[("file", &file)]),
        })
    };
    let file = File::create(path).map_err(cannot)?;
    Ok(match format {
        CheckFormat::Text => Box::new(anstream::StripStream::new(file)),
        _ => Box::new(file),
    })
}

/// Checks the plans of one document and renders the results.
fn check(item: Item, keys: &Keys, by: &[By], checker: &Checker, render: &dyn Render, page: Option<Lang>) -> Vec<Done> {
    item.each_plan(keys, |name, plan| {
        let mut name = name.clone();
        for by in by {
            let value = plan.as_ref().ok().and_then(|plan| by.value(plan.text));
            if !matches!(by, By::Column(_)) {
                name.carried.push((by.name().into(), value));
            }
        }
        let name = &name;
        let text = plan.as_ref().map(|plan| plan.text).unwrap_or_default();
        let checked = plan.and_then(|plan| {
            let report = plan.check(checker, name)?;
            let rendered = render.plan(&Checked { name, report: &report, plan: &plan });
            let hint = Hint::of(&report, &plan);
            let origins = page.map(|lang| plan.places(&report, lang)).unwrap_or_default();
            Ok((report, rendered, hint, origins))
        });
        let (result, rendered, hint, origins) = match checked {
            Ok((report, rendered, hint, origins)) => (Ok(report), rendered, hint, origins),
            Err(problem) => {
                let rendered = render.problem(name, &problem);
                let hint = Hint::of_problem(name, text, &problem);
                (Err(problem), rendered, hint, BTreeMap::new())
            }
        };
        Done { name: name.clone(), result, rendered, hint, origins }
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
