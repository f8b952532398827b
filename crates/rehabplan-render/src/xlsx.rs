//! A workbook for a spreadsheet: what is to be done, what is for a person to judge, and the numbers, as a manager opens them.
//!
//! Rows go to a temporary file as they come, so that a million findings take no more memory than ten. What they hold of the
//! source is its own names and the columns that the user asked for.

use std::fmt;
use std::io::{self, Seek, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use rehabplan::law::{self, Rule};
use rehabplan::report::{Conclusion, InputFinding, RuleResult};
use rehabplan::text::Wording;
use rehabplan::{Lang, Outcome, Report, Severity};
use rehabplan_batch::{Answers, Counts, Name, Paragraph, Problem, shown};
use rust_xlsxwriter::{
    Color, ConditionalFormat2ColorScale, ConditionalFormatCell, ConditionalFormatCellRule, DocProperties,
    ExcelDateTime, Format, FormatAlign, Url, Worksheet,
};

use crate::blind;
use crate::groups::TooMany;
use crate::names;
use crate::overview::{Overview, worst_in_words};
use crate::place;
use crate::words;

/// How many rows a sheet has room for, its heading included; what is more goes to another sheet.
const ROWS: u32 = 1_048_576;

/// How many rows of a sheet have a height of their own and links. These stay in memory until the end, half a kilobyte for each
/// row, and Excel takes no more than 65,530 links on a sheet; nobody goes through more rows by eye. Below them, a spreadsheet makes
/// room by itself, and a requirement stands as text; the sheet of the requirements has every link.
const FINE: u32 = 10_000;

/// The longest text that a cell holds.
const LONGEST: usize = 32_767;

/// Why a workbook could not be made.
#[derive(Debug)]
pub enum WorkbookError {
    /// There are more groups than anybody reads.
    TooMany(TooMany),
    /// A file cannot be written: the result, or one of the temporary files on the way to it.
    Write(io::Error),
}

impl fmt::Display for WorkbookError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooMany(error) => error.fmt(formatter),
            Self::Write(_) => formatter.write_str("the workbook cannot be written"),
        }
    }
}

impl std::error::Error for WorkbookError {}

impl From<TooMany> for WorkbookError {
    fn from(error: TooMany) -> Self {
        Self::TooMany(error)
    }
}

impl From<io::Error> for WorkbookError {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

impl From<rust_xlsxwriter::XlsxError> for WorkbookError {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        Self::Write(match error {
            rust_xlsxwriter::XlsxError::IoError(error) => error,
            error => io::Error::other(error),
        })
    }
}

/// A workbook of a run, written while it goes on.
///
/// Its sheets are an overview, the findings, the plans, what is for a person to judge, and the requirements with their
/// numbers. A sheet that has no more room goes on in another of the same name with a number.
///
/// ```
/// use rehabplan::{Checker, Detail, Lang};
/// use rehabplan_batch::Name;
/// use rehabplan_render::{Overview, Workbook};
///
/// let report = Checker::new().detail(Detail::All).check_str(r#"{"sag": {"sagstype": "fleksjob"}}"#)?;
/// let mut workbook = Workbook::new(Overview::default(), Lang::Da)?;
/// workbook.add(&Name { file: "sag17.json".into(), ..Name::default() }, Ok(&report), &|_| None)?;
/// let mut file = Vec::new();
/// workbook.finish(&mut file)?;
/// assert!(file.starts_with(b"PK"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Workbook {
    lang: Lang,
    overview: Overview,
    book: rust_xlsxwriter::Workbook,
    formats: Formats,
    carried: Vec<String>,
    findings: Sheet,
    plans: Sheet,
    review: Sheet,
}

impl fmt::Debug for Workbook {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Workbook").field("overview", &self.overview).finish_non_exhaustive()
    }
}

struct Formats {
    title: Format,
    section: Format,
    head: Format,
    /// A heading that stands slantwise over a narrow column.
    slant: Format,
    text: Format,
    /// Text that runs on over the empty cells beside it.
    long: Format,
    number: Format,
    share: Format,
    link: Format,
    error: Format,
    warning: Format,
    open: Format,
    good: Format,
}

impl Formats {
    fn new() -> Self {
        let text = Format::new().set_align(FormatAlign::Top).set_text_wrap();
        // Apart from the number that may stand before it.
        let left = || Format::new().set_align(FormatAlign::Top).set_align(FormatAlign::Left);
        let shaded = |ink: u32, ground: u32| {
            Format::new().set_font_color(Color::RGB(ink)).set_background_color(Color::RGB(ground))
        };
        Self {
            title: Format::new().set_bold().set_font_size(16),
            section: Format::new().set_bold().set_font_size(13),
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(Color::RGB(0xE8_EE_F4)),
            slant: Format::new().set_bold().set_rotation(60).set_background_color(Color::RGB(0xE8_EE_F4)),
            long: left().set_indent(1),
            number: Format::new().set_align(FormatAlign::Top).set_num_format("#,##0"),
            share: Format::new().set_align(FormatAlign::Top).set_num_format("0.0%"),
            link: left()
                .set_indent(1)
                .set_font_color(Color::RGB(0x0B_4A_8F))
                .set_underline(rust_xlsxwriter::FormatUnderline::Single),
            text,
            error: shaded(0x8A_12_08, 0xFB_E3_E0),
            warning: shaded(0x6B_42_00, 0xFD_EE_D3),
            open: shaded(0x17_40_66, 0xE0_EC_F7),
            good: shaded(0x17_50_24, 0xE1_F3_E4),
        }
    }
}

/// One value of a row.
enum Cell<'a> {
    Text(&'a str),
    Owned(String),
    /// Text that needs no room of its own.
    Long(String),
    Number(u64),
    Share(u64, u64),
    Rule(&'static Rule),
    Empty,
}

/// A column: its heading and its width in characters.
type Column = (Wording, f64);

/// A sheet that rows are put under each other on, and the next of its name when it is full.
struct Sheet {
    /// The name, in the language of the workbook.
    name: &'static str,
    columns: Vec<(String, f64)>,
    /// The column whose words are coloured, if one is.
    coloured: Option<u16>,
    /// How many rows a sheet has room for, its heading included.
    room: u32,
    /// The place of each sheet in the workbook.
    places: Vec<usize>,
    /// The next row of the last one.
    row: u32,
}

impl Sheet {
    fn new(name: &'static str, columns: Vec<(String, f64)>, coloured: Option<u16>) -> Self {
        Self { name, columns, coloured, room: ROWS, places: Vec::new(), row: 0 }
    }

    /// Opens a sheet and writes its heading.
    fn open(&mut self, book: &mut rust_xlsxwriter::Workbook, formats: &Formats) -> Result<(), WorkbookError> {
        let number = self.places.len() + 1;
        self.places.push(book.worksheets().len());
        let sheet = book.add_worksheet_with_constant_memory()?;
        sheet.set_name(if number == 1 { self.name.to_owned() } else { format!("{} {number}", self.name) })?;
        sheet.set_freeze_panes(1, 1)?;
        for (place, (_, width)) in (0..).zip(&self.columns) {
            sheet.set_column_width(place, *width)?;
        }
        for (place, (heading, _)) in (0..).zip(&self.columns) {
            sheet.write_string_with_format(0, place, clip(heading), &formats.head)?;
        }
        print_landscape(sheet);
        self.row = 1;
        Ok(())
    }

    fn push(
        &mut self,
        book: &mut rust_xlsxwriter::Workbook,
        formats: &Formats,
        lang: Lang,
        cells: Vec<Cell<'_>>,
    ) -> Result<(), WorkbookError> {
        if self.row == self.room {
            self.close(book, formats, lang)?;
            self.open(book, formats)?;
        }
        let Some(place) = self.places.last() else { return Ok(()) };
        let sheet = book.worksheet_from_index(*place)?;
        if self.row <= FINE {
            sheet.set_row_height(self.row, height(&cells, self.columns.iter().map(|(_, width)| *width)))?;
        }
        for (column, cell) in (0..).zip(cells) {
            put(sheet, (self.row, column), &cell, formats, lang)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Says of the last sheet what can only be said of all its rows.
    fn close(
        &mut self,
        book: &mut rust_xlsxwriter::Workbook,
        formats: &Formats,
        lang: Lang,
    ) -> Result<(), WorkbookError> {
        let Some(place) = self.places.last() else { return Ok(()) };
        let sheet = book.worksheet_from_index(*place)?;
        let last = self.row.saturating_sub(1).max(1);
        sheet.autofilter(0, 0, last, (self.columns.len().saturating_sub(1)) as u16)?;
        if let Some(column) = self.coloured {
            for (text, format) in [
                (Severity::Error.title(), &formats.error),
                (Conclusion::Deficient.text(), &formats.error),
                (words::UNREADABLE, &formats.error),
                (Severity::Warning.title(), &formats.warning),
                (words::LOST, &formats.warning),
                (words::UNDETERMINED, &formats.open),
                (Conclusion::Fulfilled.text(), &formats.good),
            ] {
                let rule = ConditionalFormatCellRule::EqualTo(text.get(lang).to_owned());
                let condition = ConditionalFormatCell::new().set_rule(rule).set_format(format);
                sheet.add_conditional_format(1, column, last, column, &condition)?;
            }
        }
        Ok(())
    }
}

/// How high a row is, in points: not every spreadsheet makes room for text of several lines by itself.
fn height(cells: &[Cell<'_>], widths: impl Iterator<Item = f64>) -> f64 {
    const LINE: f64 = 15.0;
    const MOST: usize = 8;
    let lines = |(cell, width): (&Cell<'_>, f64)| {
        let text = match cell {
            Cell::Text(text) => text,
            Cell::Owned(text) => text.as_str(),
            _ => return 1,
        };
        // Words are not parted, so a line is seldom full.
        let room = width.max(1.0) as usize;
        text.lines().map(|line| line.chars().count().div_ceil(room).max(1)).sum::<usize>()
    };
    LINE * cells.iter().zip(widths).map(lines).max().unwrap_or(1).clamp(1, MOST) as f64
}

fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell<'_>,
    formats: &Formats,
    lang: Lang,
) -> Result<(), WorkbookError> {
    match cell {
        Cell::Empty => {}
        // Always written as text, so that nothing that begins with = + - or @ is ever reckoned out.
        Cell::Text(text) => drop(sheet.write_string_with_format(row, column, clip(text), &formats.text)?),
        Cell::Owned(text) => drop(sheet.write_string_with_format(row, column, clip(text), &formats.text)?),
        Cell::Long(text) => drop(sheet.write_string_with_format(row, column, clip(text), &formats.long)?),
        Cell::Number(number) => drop(sheet.write_number_with_format(row, column, *number as f64, &formats.number)?),
        Cell::Share(_, 0) => {}
        Cell::Share(part, of) => {
            sheet.write_number_with_format(row, column, *part as f64 / *of as f64, &formats.share)?;
        }
        Cell::Rule(rule) if row <= FINE => {
            let url = Url::new(crate::address(&rule.page(lang))).set_text(rule.id);
            sheet.write_url_with_format(row, column, url, &formats.link)?;
        }
        Cell::Rule(rule) => drop(sheet.write_string_with_format(row, column, rule.id, &formats.text)?),
    }
    Ok(())
}

/// As much of a text as a cell holds, which counts in UTF-16.
fn clip(text: &str) -> String {
    let mut room = LONGEST - 1;
    let end = text.char_indices().find(|(_, letter)| match room.checked_sub(letter.len_utf16()) {
        Some(rest) => {
            room = rest;
            false
        }
        None => true,
    });
    match end.and_then(|(end, _)| text.get(..end)) {
        Some(start) => format!("{start}…"),
        None => text.to_owned(),
    }
}

fn print_landscape(sheet: &mut Worksheet) {
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    let _ = sheet.set_repeat_rows(0, 0);
}

impl Workbook {
    /// A workbook in which nothing stands yet; the overview says what its groups and its horizon are.
    ///
    /// # Errors
    ///
    /// When no temporary file can be written.
    pub fn new(overview: Overview, lang: Lang) -> Result<Self, WorkbookError> {
        guarded(|| {
            let mut book = rust_xlsxwriter::Workbook::new();
            // Asked first, since a sheet does not ask.
            book.set_tempdir(std::env::temp_dir())?;
            // The same plans give the same workbook: no clock is read.
            if let Ok(day) = ExcelDateTime::from_ymd(2020, 1, 1) {
                book.set_properties(&DocProperties::new().set_creation_datetime(&day).set_author("rehabplan"));
            }
            book.add_worksheet().set_name(words::SHEET_OVERVIEW.get(lang))?;
            let carried: Vec<String> =
                overview.groups.iter().flat_map(|groups| groups.columns().iter().cloned()).collect();
            let columns = |rest: &[Column]| {
                let first = [(words::CONTENTS_NAME.get(lang).to_owned(), 28.0)];
                let carried = carried.iter().map(|name| (name.clone(), 16.0));
                let rest = rest.iter().map(|(text, width)| (text.get(lang).to_owned(), *width));
                first.into_iter().chain(carried).chain(rest).collect::<Vec<_>>()
            };
            let at = |place: usize| u16::try_from(1 + carried.len() + place).ok();
            let mut workbook = Self {
                lang,
                findings: Sheet::new(words::SHEET_FINDINGS.get(lang), columns(FINDINGS), at(2)),
                plans: Sheet::new(words::SHEET_PLANS.get(lang), columns(PLANS), at(2)),
                review: Sheet::new(words::SHEET_REVIEW.get(lang), columns(REVIEW), None),
                carried,
                overview,
                book,
                formats: Formats::new(),
            };
            let Self { book, formats, findings, plans, review, .. } = &mut workbook;
            for sheet in [findings, plans, review] {
                sheet.open(book, formats)?;
            }
            book.add_worksheet().set_name(words::SHEET_RULES.get(lang))?;
            Ok(workbook)
        })
    }

    /// Takes in a plan or a document that could not be read. The report must hold every answer. Where the plan was made out of
    /// something else, `origin` says where the value at a path came from.
    ///
    /// # Errors
    ///
    /// When there are more groups than anybody reads, or a temporary file cannot be written.
    pub fn add(
        &mut self,
        name: &Name,
        result: Result<&Report, &Problem>,
        origin: &dyn Fn(&str) -> Option<String>,
    ) -> Result<(), WorkbookError> {
        guarded(|| {
            self.overview.add(name, result)?;
            self.row(name, result, origin)
        })
    }

    /// Takes in a plan, or a document that could not be read, that the overview has counted already. Of a report that holds
    /// findings only, what is for a person to judge is told as a number.
    ///
    /// # Errors
    ///
    /// When a temporary file cannot be written.
    pub fn show(
        &mut self,
        name: &Name,
        result: Result<&Report, &Problem>,
        origin: &dyn Fn(&str) -> Option<String>,
    ) -> Result<(), WorkbookError> {
        guarded(|| self.row(name, result, origin))
    }

    fn row(
        &mut self,
        name: &Name,
        result: Result<&Report, &Problem>,
        origin: &dyn Fn(&str) -> Option<String>,
    ) -> Result<(), WorkbookError> {
        match result {
            Ok(report) => self.report(name, report, origin),
            Err(problem) => self.unreadable(name, problem),
        }
    }

    /// What stands first in every row of a document.
    fn first<'a>(&self, name: &'a Name) -> Vec<Cell<'a>> {
        let carried = self.carried.iter().map(|column| {
            let value = name.carried.iter().find(|(known, _)| **known == **column);
            value.and_then(|(_, value)| value.as_deref()).map_or(Cell::Empty, Cell::Text)
        });
        std::iter::once(Cell::Owned(shown(&name.to_string()))).chain(carried).collect()
    }

    fn report(
        &mut self,
        name: &Name,
        report: &Report,
        origin: &dyn Fn(&str) -> Option<String>,
    ) -> Result<(), WorkbookError> {
        let lang = self.lang;
        let origins = |paths: &mut dyn Iterator<Item = &str>| paths.filter_map(origin).collect::<Vec<_>>().join("\n");
        let case = || [Cell::Owned(report.variants.to_string()), Cell::Text(report.phase.title().get(lang))];
        for result in &report.results {
            let cells = match result.outcome() {
                Outcome::NotMet | Outcome::Undetermined if !result.is_not_in_source() => answer(result, lang),
                Outcome::Review => {
                    let mut row = self.first(name);
                    row.extend([
                        Cell::Owned(report.variants.to_string()),
                        Cell::Rule(result.rule),
                        Cell::Owned(result.rule.provision.to_string()),
                        Cell::Text(result.message().get(lang)),
                        Cell::Owned(fields(result.paths(), lang)),
                    ]);
                    self.review.push(&mut self.book, &self.formats, lang, row)?;
                    continue;
                }
                _ => continue,
            };
            self.finding(name, case(), cells, origins(&mut result.paths()))?;
        }
        let is_listed = report.results.iter().any(|result| result.outcome() == Outcome::Review);
        if let Some(line) = report.review_line(lang, None).filter(|_| !is_listed) {
            let mut row = self.first(name);
            let line = words::fill(words::NOT_LISTED.get(lang), &[("line", &line)]);
            row.extend([Cell::Owned(report.variants.to_string()), Cell::Empty, Cell::Empty, Cell::Owned(line)]);
            self.review.push(&mut self.book, &self.formats, lang, row)?;
        }
        for result in report.profiles.iter().flat_map(|beside| &beside.results) {
            if matches!(result.outcome(), Outcome::NotMet | Outcome::Undetermined) && !result.is_not_in_source() {
                let what = if result.outcome() == Outcome::NotMet { words::PROFILE } else { words::UNDETERMINED };
                let cells = [
                    Cell::Text(what.get(lang)),
                    Cell::Text(result.rule.id),
                    Cell::Text(result.rule.citation.get(lang)),
                    Cell::Empty,
                    Cell::Owned(fields(result.paths(), lang)),
                    Cell::Owned(result.paths().collect::<Vec<_>>().join("\n")),
                    Cell::Text(result.message().get(lang)),
                    Cell::Text(result.remedy().map_or("", |text| text.get(lang))),
                    Cell::Text(result.same_as().map_or("", |rule| rule.id)),
                    Cell::Empty,
                ];
                self.finding(name, case(), cells, origins(&mut result.paths()))?;
            }
        }
        for found in &report.input {
            self.finding(name, case(), input(found, lang), origins(&mut found.paths()))?;
        }
        let mut row = self.first(name);
        row.extend(case());
        row.push(Cell::Text(report.conclusion.text().get(lang)));
        let counts = &report.counts;
        row.extend(
            [report.errors, report.warnings, counts.undetermined, counts.review, counts.exempt, counts.met]
                .map(|count| Cell::Number(count.into())),
        );
        row.push(counts.not_in_source.map_or(Cell::Empty, |count| Cell::Number(count.into())));
        row.push(Cell::Number(report.input.len() as u64));
        row.push(Cell::Owned(report.notes.iter().map(|note| note.text.get(lang)).collect::<Vec<_>>().join("\n")));
        let outside = report.results.iter().filter(|result| result.is_not_in_source());
        row.push(Cell::Long(outside.map(|result| result.rule.id).collect::<Vec<_>>().join(", ")));
        self.plans.push(&mut self.book, &self.formats, lang, row)
    }

    fn finding<const N: usize>(
        &mut self,
        name: &Name,
        case: [Cell<'_>; 2],
        cells: [Cell<'_>; N],
        origins: String,
    ) -> Result<(), WorkbookError> {
        let mut row = self.first(name);
        row.extend(case);
        row.extend(cells);
        row.push(Cell::Owned(origins));
        self.findings.push(&mut self.book, &self.formats, self.lang, row)
    }

    fn unreadable(&mut self, name: &Name, problem: &Problem) -> Result<(), WorkbookError> {
        let mut row = self.first(name);
        row.extend([Cell::Empty, Cell::Empty, Cell::Text(words::UNREADABLE.get(self.lang))]);
        row.extend(std::iter::repeat_with(|| Cell::Empty).take(8));
        row.push(Cell::Owned(problem.message(self.lang)));
        self.plans.push(&mut self.book, &self.formats, self.lang, row)
    }

    /// What has been counted so far.
    #[must_use]
    pub fn overview(&self) -> &Overview {
        &self.overview
    }

    /// Writes the workbook, and gives back what was counted.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn finish(mut self, out: &mut dyn Write) -> Result<Overview, WorkbookError> {
        guarded(|| {
            let Self { lang, overview, book, formats, findings, plans, review, .. } = &mut self;
            for sheet in [findings, plans, review] {
                sheet.close(book, formats, *lang)?;
            }
            rules(book.worksheet_from_name(words::SHEET_RULES.get(*lang))?, overview, formats, *lang)?;
            first_sheet(book.worksheet_from_index(0)?, overview, formats, *lang)?;
            book.worksheet_from_index(0)?.set_active(true);
            // It is put together going back and forth, which standard output does not let one do.
            let mut file = tempfile::tempfile()?;
            book.save_to_writer(&mut file)?;
            file.rewind()?;
            io::copy(&mut file, out)?;
            Ok(self.overview)
        })
    }
}

/// The columns of the findings after the name and what is carried.
const FINDINGS: &[Column] = &[
    (words::CASE_TYPE, 10.0),
    (words::PHASE, 12.0),
    (words::OUTCOME, 16.0),
    (words::RULE, 13.0),
    (words::PROVISION, 22.0),
    (words::PARAGRAPH, 6.0),
    (words::FIELD, 38.0),
    (words::PATH, 30.0),
    (words::WHAT_IS_WRONG, 48.0),
    (words::REMEDY, 48.0),
    (words::SAME_AS, 13.0),
    (words::SUPPRESSED, 30.0),
    (words::ORIGIN, 40.0),
];

/// The columns of the plans.
const PLANS: &[Column] = &[
    (words::CASE_TYPE, 10.0),
    (words::PHASE, 12.0),
    (words::CONCLUSION, 18.0),
    (words::CONTENTS_DEFECTS, 9.0),
    (words::WARNINGS_COLUMN, 10.0),
    (words::UNDETERMINED, 10.0),
    (words::JUDGE, 8.0),
    (words::EXEMPT, 9.0),
    (words::MET, 9.0),
    (words::NOT_IN_SOURCE, 12.0),
    (words::INPUT, 11.0),
    (words::REMARKS, 60.0),
    (words::NOT_IN_SOURCE_RULES, 40.0),
];

/// The columns of what is for a person to judge; the last two are for the person.
const REVIEW: &[Column] = &[
    (words::CASE_TYPE, 10.0),
    (words::RULE, 13.0),
    (words::PROVISION, 22.0),
    (words::QUESTION, 60.0),
    (words::FIELD, 38.0),
    (words::JUDGED, 12.0),
    (words::REMARKS, 40.0),
];

/// The places of an answer in words, one below the other.
fn fields<'p>(paths: impl Iterator<Item = &'p str>, lang: Lang) -> String {
    let title = |path: &str| match path {
        "" => Some(words::WHOLE_PLAN.get(lang).to_owned()),
        path => place::title(path, lang),
    };
    paths.filter_map(title).collect::<Vec<_>>().join("\n")
}

fn answer(result: &RuleResult, lang: Lang) -> [Cell<'_>; 10] {
    let rule = result.rule;
    let what = result.severity().map_or(words::UNDETERMINED, Severity::title);
    let suppressed = result.changes().and_then(|changes| changes.suppressed());
    let message = match result.outcome() {
        Outcome::NotMet => result.message().get(lang).to_owned(),
        // What is not known has to say first what it is about.
        _ => format!("{}: {}", rule.texts.demand.get(lang), result.message().get(lang)),
    };
    [
        Cell::Text(what.get(lang)),
        Cell::Rule(rule),
        Cell::Owned(rule.provision.to_string()),
        Cell::Number(rule.provision.paragraf.into()),
        Cell::Owned(fields(result.paths(), lang)),
        Cell::Owned(result.paths().collect::<Vec<_>>().join("\n")),
        Cell::Owned(message),
        Cell::Text(result.remedy().map_or("", |text| text.get(lang))),
        Cell::Text(result.same_as().map_or("", |rule| rule.id)),
        suppressed.map_or(Cell::Empty, |one| Cell::Text(&one.reason)),
    ]
}

fn input(found: &InputFinding, lang: Lang) -> [Cell<'_>; 10] {
    let what = match found.code.severity() {
        Severity::Error => words::LOST,
        warning @ Severity::Warning => warning.title(),
    };
    [
        Cell::Text(what.get(lang)),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Owned(fields(found.paths(), lang)),
        Cell::Owned(found.paths().collect::<Vec<_>>().join("\n")),
        Cell::Owned(found.message(lang).into_owned()),
        Cell::Owned(found.remedy(lang).into_owned()),
        Cell::Empty,
        Cell::Empty,
    ]
}

/// The sheet of the requirements, with their numbers.
fn rules(sheet: &mut Worksheet, overview: &Overview, formats: &Formats, lang: Lang) -> Result<(), WorkbookError> {
    let columns = [
        (words::RULE, 13.0),
        (words::PROVISION, 24.0),
        (words::PARAGRAPH, 6.0),
        (words::DEMAND, 70.0),
        (words::PHASE, 13.0),
        (words::CONTENTS_DEFECTS, 10.0),
        (words::SHARE_SHORT, 10.0),
        (words::WARNINGS_COLUMN, 10.0),
        (words::MET, 10.0),
        (words::UNDETERMINED, 10.0),
        (words::JUDGE, 10.0),
        (words::EXEMPT, 10.0),
        (words::NOT_RELEVANT, 10.0),
        (words::NOT_IN_SOURCE, 12.0),
    ];
    for (place, (heading, width)) in (0..).zip(columns) {
        sheet.set_column_width(place, width)?;
        sheet.write_string_with_format(0, place, heading.get(lang), &formats.head)?;
    }
    let mut row = 1;
    let all: Vec<&Counts> = overview.tally.variants().collect();
    for (place, rule) in law::rules().enumerate() {
        let of = |count: fn(&Answers) -> u64| {
            all.iter().filter_map(|counts| counts.rules().nth(place)).map(|(_, answers)| count(answers)).sum::<u64>()
        };
        let (errors, warnings) = (of(|answers| answers.errors), of(|answers| answers.warnings));
        let (met, undetermined) = (of(|answers| answers.met), of(|answers| answers.undetermined));
        let cells = [
            Cell::Rule(rule),
            Cell::Owned(rule.provision.to_string()),
            Cell::Number(rule.provision.paragraf.into()),
            Cell::Text(rule.texts.demand.get(lang)),
            Cell::Text(rule.phase.title().get(lang)),
            Cell::Number(errors),
            Cell::Share(errors, met + errors + warnings + undetermined),
            Cell::Number(warnings),
            Cell::Number(met),
            Cell::Number(undetermined),
            Cell::Number(of(|answers| answers.review)),
            Cell::Number(of(|answers| answers.exempt)),
            Cell::Number(of(|answers| answers.not_applicable)),
            Cell::Number(of(|answers| answers.not_in_source)),
        ];
        for (column, cell) in (0..).zip(&cells) {
            put(sheet, (row, column), cell, formats, lang)?;
        }
        sheet.set_row_height(row, height(&cells, columns.iter().map(|(_, width)| *width)))?;
        row += 1;
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.autofilter(0, 0, row - 1, columns.len() as u16 - 1)?;
    sheet.add_conditional_format(1, 6, row - 1, 6, &scale())?;
    print_landscape(sheet);
    Ok(())
}

fn scale() -> ConditionalFormat2ColorScale {
    ConditionalFormat2ColorScale::new()
        .set_minimum(rust_xlsxwriter::ConditionalFormatType::Number, 0)
        .set_maximum(rust_xlsxwriter::ConditionalFormatType::Number, 1)
        .set_minimum_color(Color::RGB(0xFF_FF_FF))
        .set_maximum_color(Color::RGB(0xE0_7B_45))
}

/// The first sheet: what a manager asks.
fn first_sheet(sheet: &mut Worksheet, overview: &Overview, formats: &Formats, lang: Lang) -> Result<(), WorkbookError> {
    let mut page = FirstSheet { sheet, formats, lang, row: 0 };
    for (column, width) in (0..20).zip(widths()) {
        page.sheet.set_column_width(column, width)?;
    }
    page.sheet.write_string_with_format(0, 0, words::RUN_TITLE.get(lang), &formats.title)?;
    page.row = 2;
    page.conclusions(overview)?;
    page.map(overview)?;
    page.defects(overview)?;
    page.blind(overview)?;
    page.groups(overview)?;
    print_landscape(page.sheet);
    Ok(())
}

/// How wide the columns of the overview are.
fn widths() -> impl Iterator<Item = f64> {
    std::iter::once(52.0).chain(std::iter::repeat(13.0))
}

struct FirstSheet<'s> {
    sheet: &'s mut Worksheet,
    formats: &'s Formats,
    lang: Lang,
    row: u32,
}

impl FirstSheet<'_> {
    fn section(&mut self, title: Wording) -> Result<(), WorkbookError> {
        self.row += 1;
        self.sheet.write_string_with_format(self.row, 0, title.get(self.lang), &self.formats.section)?;
        self.row += 1;
        Ok(())
    }

    fn head(&mut self, columns: &[&str]) -> Result<(), WorkbookError> {
        let cells: Vec<Cell<'_>> = columns.iter().copied().map(Cell::Text).collect();
        self.sheet.set_row_height(self.row, height(&cells, widths()))?;
        for (column, text) in (0..).zip(columns) {
            self.sheet.write_string_with_format(self.row, column, clip(text), &self.formats.head)?;
        }
        self.row += 1;
        Ok(())
    }

    fn line(&mut self, cells: &[Cell<'_>]) -> Result<(), WorkbookError> {
        self.sheet.set_row_height(self.row, height(cells, widths()))?;
        for (column, cell) in (0..).zip(cells) {
            put(self.sheet, (self.row, column), cell, self.formats, self.lang)?;
        }
        self.row += 1;
        Ok(())
    }

    fn say(&mut self, text: &str) -> Result<(), WorkbookError> {
        self.sheet.write_string(self.row, 0, clip(text))?;
        self.row += 1;
        Ok(())
    }

    fn conclusions(&mut self, overview: &Overview) -> Result<(), WorkbookError> {
        let lang = self.lang;
        self.section(words::CONCLUSIONS)?;
        self.head(&[words::CONCLUSION, words::PLANS, words::SHARE].map(|text| text.get(lang)))?;
        let all = overview.plans();
        let rows = overview.summary.conclusions().map(|(conclusion, count)| (conclusion.text(), count));
        for (text, count) in rows.chain([(words::UNREADABLE, overview.summary.unreadable)]) {
            let count = count as u64;
            if count > 0 {
                self.line(&[Cell::Text(text.get(lang)), Cell::Number(count), Cell::Share(count, all)])?;
            }
        }
        self.line(&[Cell::Text(words::TOTAL.get(lang)), Cell::Number(all)])
    }

    fn map(&mut self, overview: &Overview) -> Result<(), WorkbookError> {
        let lang = self.lang;
        self.section(words::WHERE)?;
        let columns: Vec<_> = overview.tally.variants().collect();
        self.say(words::MAP_TITLE.get(lang))?;
        let names: Vec<String> = columns.iter().map(|counts| names::variants(counts.variants, lang)).collect();
        // They stand at 60 degrees; a letter is some 6.5 points wide, and Excel has rows of 409 points at most.
        let longest = names.iter().map(|name| name.chars().count()).max().unwrap_or_default();
        self.sheet.set_row_height(self.row, (longest as f64 * 6.5 * 0.87 + 20.0).min(400.0))?;
        for (column, name) in (1..).zip(&names) {
            self.sheet.write_string_with_format(self.row, column, clip(name), &self.formats.slant)?;
        }
        self.row += 1;
        let first = self.row;
        for number in 2..=16_u8 {
            let of = |counts: &&Counts| {
                counts.paragraphs().find(|(known, _)| *known == number).map_or(Paragraph::default(), |(_, sum)| sum)
            };
            let shares: Vec<_> = columns.iter().map(of).collect();
            if shares.iter().all(|share| share.applies == 0) {
                continue;
            }
            let title = format!("§ {number}  {}", names::paragraph(number, lang));
            let cells = shares.iter().map(|share| Cell::Share(share.deficient, share.applies));
            self.line(&std::iter::once(Cell::Owned(title)).chain(cells).collect::<Vec<_>>())?;
        }
        if self.row > first && !columns.is_empty() {
            let last = columns.len().min(u16::MAX.into()) as u16;
            self.sheet.add_conditional_format(first, 1, self.row - 1, last, &scale())?;
        }
        Ok(())
    }

    fn defects(&mut self, overview: &Overview) -> Result<(), WorkbookError> {
        let lang = self.lang;
        self.section(words::TOP)?;
        let defects = overview.defects();
        if defects.is_empty() {
            return self.say(words::TOP_NOTHING.get(lang));
        }
        let [what, plans, share, rule, provision, remedy] =
            [words::WHAT_IS_WRONG, words::PLANS, words::SHARE, words::RULE, words::PROVISION, words::REMEDY]
                .map(|text| text.get(lang));
        // A provision takes two columns.
        self.head(&[what, plans, share, rule, provision, "", remedy])?;
        for defect in defects.iter().take(10) {
            self.line(&[
                Cell::Text(defect.rule.texts.finding.get(lang)),
                Cell::Number(defect.plans),
                Cell::Share(defect.plans, defect.decided),
                Cell::Rule(defect.rule),
                Cell::Long(defect.rule.provision.to_string()),
                Cell::Empty,
                Cell::Long(defect.rule.texts.remedy.get(lang).to_owned()),
            ])?;
        }
        self.say(words::SHARE_OF_DECIDED.get(lang))
    }

    fn blind(&mut self, overview: &Overview) -> Result<(), WorkbookError> {
        let lang = self.lang;
        self.section(words::BLIND)?;
        let rows = blind::rows(overview, lang);
        if rows.is_empty() {
            return self.say(words::BLIND_NOTHING.get(lang));
        }
        self.head(&[words::BLIND_WHAT, words::BLIND_HOW_MANY, words::BLIND_WHY].map(|text| text.get(lang)))?;
        for row in rows {
            self.line(&[Cell::Text(row.what), Cell::Number(row.count), Cell::Long(row.why)])?;
        }
        for (note, count) in &overview.summary.notes {
            self.line(&[Cell::Text(note.text.get(lang)), Cell::Number(*count as u64)])?;
        }
        Ok(())
    }

    fn groups(&mut self, overview: &Overview) -> Result<(), WorkbookError> {
        let Some(groups) = &overview.groups else { return Ok(()) };
        let lang = self.lang;
        self.section(words::GROUPS)?;
        if groups.iter().all(|group| group.numbers.is_none()) {
            return groups.masked_line(lang).map_or(Ok(()), |line| self.say(&line));
        }
        let numbers = [words::PLANS, words::CHECKED, words::DEFICIENT, words::SHARE_DEFICIENT, words::WORST];
        let head: Vec<&str> =
            groups.columns().iter().map(String::as_str).chain(numbers.map(|text| text.get(lang))).collect();
        self.head(&head)?;
        for group in groups.iter() {
            let Some(numbers) = group.numbers else { continue };
            let value = |value: &'_ String| match value.as_str() {
                "" => Cell::Text(words::NO_VALUE.get(lang)),
                _ => Cell::Owned(value.clone()),
            };
            let mut cells: Vec<Cell<'_>> = group.values.iter().map(value).collect();
            cells.extend([numbers.plans, numbers.checked, numbers.deficient].map(Cell::Number));
            cells.push(Cell::Share(numbers.deficient, numbers.checked));
            cells.push(worst_in_words(&numbers.tally, groups.min(), lang).map_or(Cell::Empty, Cell::Long));
            self.line(&cells)?;
        }
        groups.masked_line(lang).map_or(Ok(()), |line| self.say(&line))
    }
}

/// The library that writes the sheets gives up where a temporary file cannot be written, as on a full disk.
fn guarded<T>(work: impl FnOnce() -> Result<T, WorkbookError>) -> Result<T, WorkbookError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(WorkbookError::Write(io::ErrorKind::Other.into())))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, clippy::indexing_slicing)]
    use std::io::Cursor;

    use calamine::{Data, Reader as _, Xlsx};
    use rehabplan::{Checker, Detail, Lang, Outcome};
    use rehabplan_batch::Name;

    use super::Workbook;
    use crate::overview::Overview;

    #[test]
    fn what_a_sheet_has_no_room_for_stands_on_the_next_under_the_same_heading() {
        let report = Checker::new()
            .detail(Detail::All)
            .check_str(r#"{"sag": {"sagstype": "fleksjob"}, "forberedendeDel": {"dato": "2020-01-06"}}"#)
            .expect("a plan");
        let mut book = Workbook::new(Overview::default(), Lang::Da).expect("a workbook");
        (book.findings.room, book.plans.room, book.review.room) = (11, 3, 1_000);
        for row in 0..5 {
            let name = Name { row, ..Name::default() };
            book.add(&name, Ok(&report), &|_| None).expect("room for it");
        }
        let mut file = Vec::new();
        book.finish(&mut file).expect("memory");

        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file)).expect("a workbook");
        let mut rows = |name: &str| {
            let range = book.worksheet_range(name).expect(name);
            range.rows().map(<[Data]>::to_vec).collect::<Vec<_>>()
        };
        // Two plans under each heading.
        let plans = ["Planer", "Planer 2", "Planer 3"].map(&mut rows);
        assert_eq!(plans.each_ref().map(Vec::len), [3, 3, 2]);
        assert!(plans.iter().all(|sheet| sheet[0] == plans[0][0]));
        let names: Vec<String> = plans.iter().flat_map(|sheet| &sheet[1..]).map(|row| row[0].to_string()).collect();
        assert_eq!(names, ["row=0", "row=1", "row=2", "row=3", "row=4"]);

        let shows = |outcome| matches!(outcome, Outcome::NotMet | Outcome::Undetermined);
        let findings = 5 * report.results.iter().filter(|result| shows(result.outcome())).count();
        let sheets = findings.div_ceil(10);
        assert!(sheets > 2);
        let number = |sheet| if sheet == 1 { "Fund".to_owned() } else { format!("Fund {sheet}") };
        let counts: Vec<usize> = (1..=sheets).map(|sheet| rows(&number(sheet)).len()).collect();
        assert!(counts[..sheets - 1].iter().all(|count| *count == 11), "{counts:?}");
        assert_eq!(counts.iter().sum::<usize>(), findings + sheets);

        let review = report.results.iter().filter(|result| result.outcome() == Outcome::Review).count();
        assert_eq!(rows("Til skøn").len(), 5 * review + 1);
        assert!(!book.sheet_names().iter().any(|name| name == "Til skøn 2" || *name == number(sheets + 1)));
    }
}
