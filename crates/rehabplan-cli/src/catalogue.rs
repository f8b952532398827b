//! `rehabplan rules`, `matrix`, `coverage` and `schema`: what the product knows of the regulation.

use std::io::{BufWriter, Write};

use anstyle::Style;
use rehabplan::law::{self, Coverage, Rule, ScopeRule};
use rehabplan::text::Text;
use rehabplan::{Lang, Phase, Variant};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::texts::{self, fill};
use crate::{CoverageFormat, MatrixFormat, Status, Stop, TextOrJson};

const STRONG: Style = Style::new().bold();

/// A requirement or a scope rule, as it stands in `rules --format json`.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Entry {
    Rule(&'static Rule),
    Scope(&'static ScopeRule),
}

impl Entry {
    /// Every entry: the requirements in the order of the law, then the scope rules.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        law::rules().map(Self::Rule).chain(law::SCOPE.iter().map(Self::Scope))
    }

    /// The id.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.id,
            Self::Scope(scope) => scope.id,
        }
    }
}

/// A text in every language, made as it is written.
struct InEveryLanguage<F>(F);

impl<F: Fn(Lang) -> String> Serialize for InEveryLanguage<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Lang::ALL.map(|lang| (lang.tag(), (self.0)(lang))))
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match *self {
            Self::Rule(rule) => {
                map.serialize_entry("id", rule.id)?;
                map.serialize_entry("unit", rule.unit())?;
                map.serialize_entry("citation", &rule.provision.to_string())?;
                map.serialize_entry("provision", &rule.provision)?;
                map.serialize_entry("kind", rule.kind.code())?;
                map.serialize_entry("severity", &rule.severity().map(rehabplan::Severity::code))?;
                map.serialize_entry("phases", &phases(rule))?;
                map.serialize_entry("paths", rule.paths)?;
                map.serialize_entry("summary", &rule.texts.demand)?;
                map.serialize_entry("finding", &rule.texts.finding)?;
                map.serialize_entry("remedy", &rule.texts.remedy)?;
                map.serialize_entry("judgement", &rule.texts.judgement)?;
                map.serialize_entry("matrix", &Row(rule))?;
                map.serialize_entry("page", &InEveryLanguage(|lang| rule.page(lang)))?;
            }
            Self::Scope(scope) => {
                const NONE: Option<Text> = None;
                map.serialize_entry("id", scope.id)?;
                map.serialize_entry("unit", scope.id)?;
                map.serialize_entry("citation", &scope.provision.to_string())?;
                map.serialize_entry("provision", &scope.provision)?;
                map.serialize_entry("kind", "scope")?;
                map.serialize_entry("severity", &NONE)?;
                map.serialize_entry("phases", &Phase::ALL.map(Phase::code))?;
                map.serialize_entry("paths", &[""; 0])?;
                map.serialize_entry("summary", &scope.effect)?;
                map.serialize_entry("finding", &NONE)?;
                map.serialize_entry("remedy", &NONE)?;
                map.serialize_entry("judgement", &NONE)?;
                map.serialize_entry("matrix", &NONE)?;
                map.serialize_entry("page", &InEveryLanguage(|lang| scope.page(lang)))?;
            }
        }
        map.end()
    }
}

/// The phases in which a rule applies.
fn phases(rule: &Rule) -> Vec<&'static str> {
    Phase::ALL.into_iter().filter(|phase| *phase >= rule.phase).map(Phase::code).collect()
}

/// A row of the matrix.
struct Row(&'static Rule);

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(Variant::ALL.len()))?;
        for variant in Variant::ALL {
            map.serialize_entry(variant.code(), &self.0.cells.get(variant).to_string())?;
        }
        map.end()
    }
}

/// Writes a command's whole result to standard output.
pub(crate) fn print(write: impl FnOnce(&mut dyn Write) -> Result<(), Stop>) -> Result<Status, Stop> {
    let mut out = BufWriter::new(anstream::stdout().lock());
    write(&mut out)?;
    out.flush()?;
    Ok(Status::Fine)
}

pub(crate) fn json(out: &mut dyn Write, value: &impl Serialize) -> Result<(), Stop> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    Ok(writeln!(out)?)
}

/// `rehabplan rules`
pub(crate) fn rules(format: TextOrJson, lang: Lang) -> Result<Status, Stop> {
    print(|out| match format {
        TextOrJson::Json => json(out, &Entry::all().collect::<Vec<_>>()),
        TextOrJson::Text => {
            let rows: Vec<[String; 4]> = Entry::all()
                .map(|entry| match entry {
                    Entry::Rule(rule) => [
                        fill(texts::PARAGRAPH_HEADING.get(lang), &[("paragraf", &rule.provision.paragraf)]),
                        rule.id.to_owned(),
                        rule.provision.to_string(),
                        rule.texts.demand.get(lang).to_owned(),
                    ],
                    Entry::Scope(scope) => [
                        texts::SCOPE_HEADING.get(lang).to_owned(),
                        scope.id.to_owned(),
                        scope.provision.to_string(),
                        scope.effect.get(lang).to_owned(),
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
    })
}

/// `rehabplan matrix`
pub(crate) fn matrix(format: MatrixFormat) -> Result<Status, Stop> {
    let head = || std::iter::once("").chain(Variant::ALL.map(Variant::code));
    let cells = |rule: &Rule| Variant::ALL.map(|variant| rule.cells.get(variant).to_string());
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
            let variants = Variant::ALL.map(Variant::code).join(" | ");
            writeln!(out, "| Regel | {variants} |")?;
            writeln!(out, "|---|{}", "---|".repeat(Variant::ALL.len()))?;
            for rule in law::rules() {
                writeln!(out, "| `{}` | {} |", rule.id, cells(rule).join(" | "))?;
            }
            Ok(())
        }
        MatrixFormat::Text => {
            let ids = law::rules().map(|rule| rule.id.len()).max().unwrap_or_default();
            let mut line = |id: &str, cells: &[String]| {
                let cells: String = cells.iter().map(|cell| format!("  {cell:CELL_WIDTH$}")).collect();
                writeln!(out, "{}", format!("{id:ids$}{cells}").trim_end())
            };
            line("", &Variant::ALL.map(|variant| variant.code().to_owned()))?;
            for rule in law::rules() {
                line(rule.id, &cells(rule))?;
            }
            Ok(())
        }
    })
}

/// As wide as the widest cell, `U §12,1`.
const CELL_WIDTH: usize = 7;

/// The matrix, as it stands in `matrix --format json`.
struct Matrix;

impl Serialize for Matrix {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Rules;

        impl Serialize for Rules {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(law::rules().map(|rule| (rule.id, Row(rule))))
            }
        }

        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("variants", &Variant::ALL.map(Variant::code))?;
        map.serialize_entry("rules", &Rules)?;
        map.end()
    }
}

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
                table.write_record([row.unit, &citation, row.status, &rules, row.reason.unwrap_or_default()])?;
            }
            Ok(table.flush()?)
        }
        CoverageFormat::Text => {
            let width = |of: &dyn Fn(&Coverage) -> String| rows.iter().map(|row| of(row).chars().count()).max();
            let units = width(&|row| row.unit.to_owned()).unwrap_or_default();
            let citations = width(&|row| row.citation.to_string()).unwrap_or_default();
            let statuses = width(&|row| status(row.status).get(lang).to_owned()).unwrap_or_default();
            for row in &rows {
                let (unit, citation, status) = (row.unit, row.citation.to_string(), status(row.status).get(lang));
                // The rules of a unit that has its own say more than that there are some.
                let rest = row.reason.map_or_else(|| row.rules.join(", "), str::to_owned);
                writeln!(out, "{unit:units$}  {citation:citations$}  {status:statuses$}  {rest}")?;
            }
            Ok(())
        }
    })
}

fn status(code: &str) -> Text {
    match code {
        "rule" => texts::STATUS_RULE,
        "scope" => texts::STATUS_SCOPE,
        "via" => texts::STATUS_VIA,
        _ => texts::STATUS_OUT,
    }
}

/// `rehabplan schema`
pub(crate) fn schema() -> Result<Status, Stop> {
    print(|out| json(out, &rehabplan::schema::json_schema()))
}
