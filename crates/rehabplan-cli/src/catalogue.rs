//! `rehabplan rules`, `matrix`, `coverage`, `schema` and `names`: what the product knows of the regulation.

use std::borrow::Cow;
use std::io::Write;

use anstyle::Style;
use rehabplan::catalogue::{self, AnyRule};
use rehabplan::law::{self, Cell, Coverage, Matrix, Rule, RuleKind};
use rehabplan::names::Names;
use rehabplan::{Lang, Variant, schema};

use crate::out::{json, print};
use crate::texts::{self, fill};
use crate::{CoverageFormat, MatrixFormat, ProfileArgs, SchemaOf, Status, Stop, TextOrJson, profiles};

const STRONG: Style = Style::new().bold();

/// `rehabplan rules`
pub(crate) fn rules(format: TextOrJson, profiles: &ProfileArgs, lang: Lang) -> Result<Status, Stop> {
    let profiles = profiles::chosen(profiles, lang)?;
    let rules: Vec<AnyRule> = catalogue::rules().chain(profiles.rules().map(AnyRule::Added)).collect();
    print(|out| match format {
        TextOrJson::Json => json(out, &rules),
        TextOrJson::Text => list(out, &rules, lang),
    })
}

/// Entries with their demands, under headings.
pub(crate) fn list(out: &mut dyn Write, rules: &[AnyRule], lang: Lang) -> Result<(), Stop> {
    let rows: Vec<[String; 4]> = rules
        .iter()
        .map(|rule| match rule {
            AnyRule::Rule(rule) => [
                fill(texts::PARAGRAPH_HEADING.get(lang), &[("paragraf", &rule.provision.paragraf)]),
                rule.id.to_owned(),
                rule.provision.to_string(),
                rule.texts.demand.get(lang).to_owned(),
            ],
            AnyRule::Scope(scope) => [
                texts::SCOPE_HEADING.get(lang).to_owned(),
                scope.id.to_owned(),
                scope.provision.to_string(),
                scope.effect.get(lang).to_owned(),
            ],
            AnyRule::Added(rule) => [
                texts::PROFILES_HEADING.get(lang).to_owned(),
                rule.id.to_owned(),
                rule.citation.get(lang).to_owned(),
                rule.texts.demand.get(lang).to_owned(),
            ],
        })
        .collect();
    let width = |column: fn(&[String; 4]) -> &str| rows.iter().map(|row| column(row).chars().count()).max();
    let ids = width(|[_, id, _, _]| id).unwrap_or_default();
    let citations = width(|[_, _, citation, _]| citation).unwrap_or_default();
    let mut under = "";
    for [heading, id, citation, demand] in &rows {
        if heading != under {
            let gap = if under.is_empty() { "" } else { "\n" };
            writeln!(out, "{gap}{STRONG}{heading}{STRONG:#}")?;
            under = heading;
        }
        writeln!(out, "  {id:ids$}  {citation:citations$}  {demand}")?;
    }
    Ok(())
}

/// `rehabplan matrix`
pub(crate) fn matrix(format: MatrixFormat, lang: Lang) -> Result<Status, Stop> {
    let head = || std::iter::once("").chain(Variant::ALL.iter().copied().map(Variant::code));
    let cells =
        |rule: &Rule| -> Vec<_> { Variant::ALL.iter().map(|variant| rule.cells.get(*variant).to_string()).collect() };
    print(|out| match format {
        MatrixFormat::Json => json(out, &Matrix),
        MatrixFormat::Csv => {
            let mut table = csv::Writer::from_writer(out);
            table.write_record(std::iter::once("rule").chain(head().skip(1)))?;
            for rule in law::rules() {
                table.write_record(std::iter::once(rule.id.to_owned()).chain(cells(rule)))?;
            }
            Ok(table.flush()?)
        }
        MatrixFormat::Markdown => {
            let variants = Variant::ALL.iter().copied().map(Variant::code).collect::<Vec<_>>().join(" | ");
            writeln!(out, "| {} | {variants} |", texts::MATRIX_RULE.get(lang))?;
            writeln!(out, "|---|{}", "---|".repeat(Variant::ALL.len()))?;
            for rule in law::rules() {
                writeln!(out, "| `{}` | {} |", rule.id, cells(rule).join(" | "))?;
            }
            writeln!(out)?;
            legend(lang).iter().try_for_each(|(sign, meaning)| writeln!(out, "- `{sign}`: {meaning}"))?;
            Ok(())
        }
        MatrixFormat::Text => {
            let ids = law::rules().map(|rule| rule.id.len()).max().unwrap_or_default();
            let mut line = |id: &str, cells: &[String]| {
                let cells: String = cells.iter().map(|cell| format!("  {cell:CELL_WIDTH$}")).collect();
                writeln!(out, "{}", format!("{id:ids$}{cells}").trim_end())
            };
            line("", &Variant::ALL.iter().map(|variant| variant.code().to_owned()).collect::<Vec<_>>())?;
            for rule in law::rules() {
                line(rule.id, &cells(rule))?;
            }
            writeln!(out)?;
            legend(lang).iter().try_for_each(|(sign, meaning)| writeln!(out, "{sign:CELL_WIDTH$}  {meaning}"))?;
            Ok(())
        }
    })
}

/// What the cells and the names of the case variants stand for.
fn legend(lang: Lang) -> Vec<(String, Cow<'static, str>)> {
    let cell = |cell: Cell| match cell {
        // Of a requirement and of what is judgement anyway.
        Cell::Judgement => (cell.to_string(), texts::CELL_JUDGEMENT_LEGEND.get(lang).into()),
        cell => (cell.to_string(), cell.meaning(RuleKind::Requirement, lang)),
    };
    let plain = [Cell::Required, Cell::Conditional, Cell::Judgement, Cell::NotRelevant].map(cell);
    let exempt = ("U §".to_owned(), texts::CELL_EXEMPT_LEGEND.get(lang).into());
    let variants = Variant::ALL.iter().map(|variant| (variant.code().to_owned(), variant.title().get(lang).into()));
    plain.into_iter().chain([exempt]).chain(variants).collect()
}

/// As wide as the widest cell, `U §12,1`.
const CELL_WIDTH: usize = 7;

/// `rehabplan coverage`
pub(crate) fn coverage(format: CoverageFormat, lang: Lang) -> Result<Status, Stop> {
    let rows: Vec<Coverage> = law::coverage(lang).collect();
    print(|out| match format {
        CoverageFormat::Json => json(out, &rows),
        CoverageFormat::Csv => {
            let mut table = csv::Writer::from_writer(out);
            table.write_record(["unit", "citation", "status", "rules", "reason"])?;
            for row in &rows {
                let (citation, rules) = (row.citation.to_string(), row.rules.join(" "));
                table.write_record([row.unit, &citation, row.status.code(), &rules, row.reason.unwrap_or_default()])?;
            }
            Ok(table.flush()?)
        }
        CoverageFormat::Text => {
            let width = |of: &dyn Fn(&Coverage) -> String| rows.iter().map(|row| of(row).chars().count()).max();
            let units = width(&|row| row.unit.to_owned()).unwrap_or_default();
            let citations = width(&|row| row.citation.to_string()).unwrap_or_default();
            let statuses = width(&|row| row.title().get(lang).to_owned()).unwrap_or_default();
            for row in &rows {
                let (unit, citation, status) = (row.unit, row.citation.to_string(), row.title().get(lang));
                // The rules of a unit that has its own say more than that there are some.
                let rest = row.reason.map_or_else(|| row.rules.join(", "), str::to_owned);
                writeln!(out, "{unit:units$}  {citation:citations$}  {status:statuses$}  {rest}")?;
            }
            Ok(())
        }
    })
}

/// `rehabplan names`
pub(crate) fn names() -> Result<Status, Stop> {
    print(|out| json(out, &Names))
}

/// `rehabplan schema [OF]`
pub(crate) fn schema(of: SchemaOf, lang: Lang) -> Result<Status, Stop> {
    let schema = match of {
        SchemaOf::Plan => schema::json_schema(lang),
        SchemaOf::Report => schema::report_schema(lang),
        SchemaOf::Profile => schema::profile_schema(),
        SchemaOf::Suppressions => schema::suppression_schema(),
    };
    print(|out| json(out, &schema))
}
