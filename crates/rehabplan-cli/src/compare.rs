//! `rehabplan compare`: the same plans without profiles and with them.

use std::io::Write;

use anstyle::Style;
use rehabplan::compare::{Comparison, MeasureSummary};
use rehabplan::profile::MeasureUnit;
use rehabplan::{Checker, Conclusion, Detail, Lang};
use rehabplan_batch::{Item, Keys, Name, Problem, shown};

use crate::check::{told, unfound};
use crate::out::{json, print};
use crate::texts::{self, fill};
use crate::{CompareArgs, CoverageFormat, Status, Stop, complain, many, profiles};

const STRONG: Style = Style::new().bold();

pub(crate) fn run(args: &CompareArgs, lang: Lang) -> Result<Status, Stop> {
    let set = profiles::chosen(&args.profiles, lang)?;
    if set.is_empty() {
        return Err(Stop::Usage(texts::NOTHING_TO_COMPARE.get(lang).to_owned()));
    }
    let mut opened = args.plans.open(lang)?;
    let checker = Checker::new()
        .phase(args.plans.phase)
        .as_of(args.plans.as_of)
        .detail(Detail::All)
        .language(args.plans.language())
        .horizon(opened.horizon.take())
        .profiles(set);
    let mut comparison = Comparison::default();
    let mut status = Status::Fine;
    let keys = args.plans.keys();
    let work = |item| compare(item, &keys, &checker);
    let sources = std::mem::take(&mut opened.sources);
    many::each(args.plans.threads, sources, lang, work, |done, progress| {
        for (one, problem) in done.into_iter().flatten() {
            comparison.merge(one);
            if let Some((problem, name)) = problem {
                status = progress.suspend(|| complain(&told(&name, &problem, lang)));
            }
        }
        Ok(())
    })?;
    status = opened.tell_unused(status, lang);
    print(|out| match args.format {
        CoverageFormat::Json => json(out, &comparison.rendered(lang)),
        CoverageFormat::Csv => csv(out, &comparison, lang),
        CoverageFormat::Text => {
            for note in comparison.notes() {
                writeln!(out, "{}\n", note.text.get(lang))?;
            }
            text(out, &comparison, lang)
        }
    })?;
    match unfound(&keys, lang) {
        Some(message) => Err(Stop::Usage(message)),
        None => Ok(status),
    }
}

/// The comparisons of the plans of one document. Also says why one could not be read.
fn compare(item: Item, keys: &Keys, checker: &Checker) -> Vec<(Comparison, Option<Unread>)> {
    item.each_plan(keys, |name, plan| {
        let mut comparison = Comparison::default();
        let report = plan.and_then(|plan| plan.check(checker, name));
        let unread = match report {
            Ok(report) => {
                comparison.add(&name.to_string(), &report);
                None
            }
            Err(problem) => {
                comparison.unreadable += 1;
                Some((problem, name.clone()))
            }
        };
        (comparison, unread)
    })
}

/// Why a plan could not be read, and which one.
type Unread = (Problem, Name);

/// A conclusion in words.
fn words(code: &str, lang: Lang) -> &'static str {
    let known: Option<Conclusion> = Conclusion::ALL.iter().copied().find(|conclusion| conclusion.code() == code);
    known.map_or("", |conclusion| conclusion.text().get(lang))
}

fn text(out: &mut dyn Write, comparison: &Comparison, lang: Lang) -> Result<(), Stop> {
    writeln!(out, "{STRONG}{}{STRONG:#}", fill(texts::PLANS_COUNT.get(lang), &[("n", &comparison.plans)]))?;
    for (code, (before, after)) in &comparison.conclusions {
        writeln!(out, "  {}: {before} -> {after}", words(code, lang))?;
    }
    if comparison.unreadable > 0 {
        writeln!(out, "  {}", fill(texts::UNREADABLE_COUNT.get(lang), &[("n", &comparison.unreadable)]))?;
    }
    writeln!(out, "\n{STRONG}{}{STRONG:#} ({})", texts::COMPARE_CHANGED.get(lang), comparison.changed.len())?;
    for (name, before, after) in &comparison.changed {
        writeln!(out, "  {}  {} -> {}", shown(name), before.text().get(lang), after.text().get(lang))?;
    }
    writeln!(out, "\n{STRONG}{}{STRONG:#}", texts::COMPARE_RULES.get(lang))?;
    for (rule, variants, difference) in comparison.differences() {
        writeln!(out, "  {rule:38}  {variants:8}  -{:<5} +{}", difference.fall_away, difference.appear)?;
    }
    let measures = comparison.measures();
    if !measures.is_empty() {
        writeln!(out, "\n{STRONG}{}{STRONG:#}", texts::COMPARE_MEASURES.get(lang))?;
    }
    for MeasureSummary { measure, plans, value, .. } in measures {
        let unit = match measure.unit {
            MeasureUnit::Days => texts::UNIT_DAYS,
            MeasureUnit::Share => texts::UNIT_SHARE,
        };
        let value = value.map_or_else(|| "-".to_owned(), |value| fill(unit.get(lang), &[("n", &rounded(value))]));
        let title = measure.title.get(lang);
        let known = fill(texts::COMPARE_PLANS.get(lang), &[("n", &plans)]);
        let national = measure.national.map(|national| {
            let national = fill(unit.get(lang), &[("n", &national)]);
            fill(texts::COMPARE_NATIONAL.get(lang), &[("value", &national)])
        });
        writeln!(out, "  {title}: {value} ({known}){}", national.unwrap_or_default())?;
    }
    Ok(())
}

/// At most one decimal.
fn rounded(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

/// One table for all of it: what the row is about, and its numbers.
fn csv(out: &mut dyn Write, comparison: &Comparison, lang: Lang) -> Result<(), Stop> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(["kind", "name", "variant", "before", "after", "fallAway", "appear", "plans", "national"])?;
    for (code, (before, after)) in &comparison.conclusions {
        table.write_record(["conclusion", code, "", &before.to_string(), &after.to_string(), "", "", "", ""])?;
    }
    if comparison.unreadable > 0 {
        let count = comparison.unreadable.to_string();
        table.write_record(["conclusion", "unreadable", "", &count, &count, "", "", "", ""])?;
    }
    for (name, before, after) in &comparison.changed {
        table.write_record(["plan", name, "", before.code(), after.code(), "", "", "", ""])?;
    }
    for (rule, variants, difference) in comparison.differences() {
        let numbers = [difference.before, difference.after, difference.fall_away, difference.appear];
        let [before, after, fall_away, appear] = numbers.map(|number| number.to_string());
        table.write_record(["rule", rule, variants, &before, &after, &fall_away, &appear, "", ""])?;
    }
    for MeasureSummary { measure, plans, value, .. } in comparison.measures() {
        let value = value.map(rounded).unwrap_or_default();
        let national = measure.national.map(|national| national.to_string()).unwrap_or_default();
        let kind = measure.unit.code();
        table.write_record([
            kind,
            measure.code,
            measure.title.get(lang),
            "",
            &value,
            "",
            "",
            &plans.to_string(),
            &national,
        ])?;
    }
    Ok(table.flush()?)
}
