//! Workbooks: xlsx, xlsm and ods.
//!
//! Of a formula the value that the program left beside it is read; nothing is computed, no link followed, no macro run. A
//! cell that others were merged into counts for each row that it covers; across columns nobody can tell which it is for.

mod guard;
mod signs;

use std::collections::HashMap;
use std::io::{Cursor, Read as _};

use calamine::{Data, DataRef, Dimensions, ExcelDateTime, Ods, Reader, Sheet as Named, SheetVisible, Xlsx};
use rehabplan::plan::Date;
use rehabplan::text::nearest;

use super::headings::{self, SAMPLE};
use super::row::Cell;
use super::{Found, Input, Opened, Row, SourceError, SourceFault, guarded};
use crate::aliases;
use crate::dates;
use crate::limits::{MAX_CELLS, MAX_FIELDS, MAX_HELD_BYTES, MAX_UNPACKED_BYTES};
use crate::mapping::{Source, SourceKind};
use crate::names;

/// Rows that merged cells may cover which overlap others.
const MAX_OVERLAPPED: usize = 100_000;

/// The filled rows of a sheet, each with its place, from 0.
type Sheet = Vec<(u32, Vec<Cell>)>;

pub(super) fn open(input: Input, said: &Source) -> Result<Opened, SourceError> {
    let bytes = held(input)?;
    let (Chosen { name, number, sheet, others, hidden: hidden_sheets }, is_of_1904) = guarded(|| {
        let looked = guard::look(&bytes, MAX_UNPACKED_BYTES)?;
        let chosen = match looked.format {
            guard::Format::Xlsx => xlsx(bytes, said),
            guard::Format::Ods => ods(bytes, said, &looked.merged),
        };
        Ok((chosen?, looked.is_of_1904))
    })?;
    let texts = |row: &Vec<Cell>| -> Vec<String> { row.iter().map(text).collect() };
    let place = match said.header {
        Some(0) => None,
        Some(said) => {
            let is_it = |(place, _): &(u32, _)| place + 1 == said;
            Some(sheet.iter().position(is_it).ok_or(SourceFault::NoSuchRow)?)
        }
        None => Some(headings::find(&sheet.iter().take(SAMPLE).map(|(_, row)| texts(row)).collect::<Vec<_>>())?),
    };
    let above = place.and_then(|place| sheet.get(place.saturating_sub(headings::GROUPS)..place)).unwrap_or_default();
    let above: Vec<_> = above.iter().map(|(_, row)| texts(row)).collect();
    let ((mut fields, groups), header) = match place.and_then(|place| sheet.get(place)) {
        Some((number, row)) => (headings::fields(&texts(row), &above), u64::from(*number) + 1),
        None => ((headings::numbered(sheet.iter().map(|(_, row)| row.len()).max().unwrap_or_default()), Vec::new()), 0),
    };
    if fields.is_empty() {
        return Err(SourceFault::Empty.into());
    }
    if is_of_1904 {
        fields.iter_mut().for_each(|field| field.inside.count_from_1904());
    }
    let columns = fields.len();
    let rows = sheet.into_iter().skip(place.map_or(0, |place| place + 1)).map(move |(place, mut cells)| {
        let number = u64::from(place) + 1;
        if cells.iter().skip(columns).any(|cell| *cell != Cell::Nothing) {
            return Err(SourceError::at(number, SourceFault::CellsBeyond));
        }
        cells.truncate(columns);
        Ok(Row::of_sheet(number, cells))
    });
    // Whoever names the sheet knows of the others, and is told what is not read; nobody else meant to leave cases out.
    let (unread_sheets, others) = if said.sheet.is_some() { (others, Vec::new()) } else { (Vec::new(), others) };
    let others = others.into_iter().map(|(name, number)| Err(SourceFault::OtherSheet { name, number }.into()));
    let rows = rows.chain(others);
    let found = Found {
        sheet: Some(name),
        sheet_number: Some(number),
        hidden_sheets,
        unread_sheets,
        header: Some(header),
        groups,
        ..Found::new(SourceKind::Workbook)
    };
    Ok(Opened { fields, found, rows: Box::new(rows), doubt: None })
}

/// The names of the sheets.
pub(super) fn sheets(input: Input) -> Result<Vec<String>, SourceError> {
    let bytes = held(input)?;
    guarded(|| match guard::look(&bytes, MAX_UNPACKED_BYTES)?.format {
        guard::Format::Xlsx => Ok(shown(Xlsx::new(Cursor::new(bytes)).map_err(broken)?.sheets_metadata())),
        guard::Format::Ods => Ok(shown(Ods::new(Cursor::new(bytes)).map_err(broken)?.sheets_metadata())),
    })
}

/// The sheets that are not hidden: what somebody put out of sight is taken only when it is asked for.
fn shown(sheets: &[Named]) -> Vec<String> {
    let is_shown = |sheet: &&Named| sheet.visible == SheetVisible::Visible;
    sheets.iter().filter(is_shown).map(|sheet| sheet.name.clone()).collect()
}

/// The whole file, where it is not too large.
fn held(input: Input) -> Result<Vec<u8>, SourceError> {
    let bytes = match input {
        Input::Bytes(bytes) => bytes.into_inner(),
        Input::File(file) => {
            let mut bytes = Vec::new();
            file.take(MAX_HELD_BYTES + 1).read_to_end(&mut bytes)?;
            bytes
        }
    };
    if bytes.len() as u64 > MAX_HELD_BYTES { Err(SourceFault::TooLarge(MAX_HELD_BYTES).into()) } else { Ok(bytes) }
}

/// The sheet that is asked for; or the first that is not hidden and is a table of cases by its headings, else the first that is
/// not hidden and is a table at all: before it there may be a cover, or a sheet of explanations.
fn chosen<R: Reader<Cursor<Vec<u8>>>>(
    workbook: &mut R,
    said: &Source,
    read: impl Fn(&mut R, &str, usize) -> Result<Sheet, SourceError>,
) -> Result<Chosen, SourceError> {
    let names = workbook.sheet_names();
    let number_of = |name: &str| names.iter().position(|known| known == name).unwrap_or_default() + 1;
    let numbered = |name: String| {
        let number = number_of(&name);
        (name, number)
    };
    if let Some(asked) = &said.sheet {
        if !names.contains(asked) {
            let names = names.iter().map(String::as_str).filter(|name| names::shown(name).is_some());
            return Err(SourceFault::NoSheet(nearest(asked, names).map(str::to_owned)).into());
        }
        let number = number_of(asked);
        let all = workbook.sheets_metadata();
        let hidden = all.iter().filter(|sheet| sheet.visible != SheetVisible::Visible && sheet.name != *asked).count();
        let names = shown(all);
        let sheet = read(workbook, asked, usize::MAX)?;
        let of = |name: String| Some((name.clone(), head(&read(workbook, &name, SAMPLE).ok()?)?));
        let heads = names.into_iter().filter(|name| name != asked).filter_map(of).collect();
        let others = alike(&sheet, asked, heads);
        let others = others.into_iter().map(numbered).collect();
        return Ok(Chosen { name: asked.clone(), number, sheet, others, hidden });
    }
    let mut best: Option<((usize, bool), String, Sheet)> = None;
    let mut heads: Vec<(String, Vec<String>)> = Vec::new();
    for name in shown(workbook.sheets_metadata()) {
        let sheet = match read(workbook, &name, usize::MAX) {
            Ok(sheet) => sheet,
            // What comes after the table of cases need not be one.
            Err(_) if best.as_ref().is_some_and(|((known, _), ..)| *known >= ENOUGH) => continue,
            Err(error) => return Err(error),
        };
        heads.extend(head(&sheet).map(|head| (name.clone(), head)));
        let rank = rank(&sheet);
        let is_better = |(before, ..): &((usize, bool), String, Sheet)| before.0 < ENOUGH && rank > *before;
        if best.as_ref().is_none_or(is_better) {
            best = Some((rank, name, sheet));
        }
    }
    let (_, name, sheet) = best.ok_or(SourceFault::Empty)?;
    let others = alike(&sheet, &name, heads).into_iter().map(numbered).collect();
    let hidden = names.len() - shown(workbook.sheets_metadata()).len();
    Ok(Chosen { number: number_of(&name), name, sheet, others, hidden })
}

/// The other sheets with the headings of one, by the headings of all.
fn alike(sheet: &Sheet, name: &str, heads: Vec<(String, Vec<String>)>) -> Vec<String> {
    let Some(own) = head(sheet) else { return Vec::new() };
    let others = heads.into_iter().filter(|(other, head)| other != name && aliases::are_alike(&own, head));
    others.map(|(other, _)| other).collect()
}

/// The sheet that is read, and those of cases too that are not, each with its number among the sheets.
struct Chosen {
    name: String,
    number: usize,
    sheet: Sheet,
    others: Vec<(String, usize)>,
    /// How many sheets were not looked at because they are hidden.
    hidden: usize,
}

/// The headings of a sheet that has rows below them.
fn head(sheet: &Sheet) -> Option<Vec<String>> {
    let rows: Vec<Vec<String>> = sheet.iter().take(SAMPLE).map(|(_, row)| row.iter().map(text).collect()).collect();
    let place = headings::find(&rows).ok()?;
    rows.get(place)
        .filter(|_| place + 1 < sheet.len())
        .map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect())
}

/// So many known names of columns tell a table of cases.
const ENOUGH: usize = 3;

/// How much of a table of cases a sheet is: how many of its headings are known, and whether it has more than one column and row.
fn rank(sheet: &Sheet) -> (usize, bool) {
    let rows: Vec<Vec<String>> = sheet.iter().take(SAMPLE).map(|(_, row)| row.iter().map(text).collect()).collect();
    let Some(row) = headings::find(&rows).ok().and_then(|place| rows.get(place)) else { return (0, false) };
    let filled = |row: &&Vec<String>| row.iter().filter(|cell| !cell.trim().is_empty()).count() >= 2;
    (row.iter().filter(|cell| aliases::knows(cell)).count(), rows.iter().filter(filled).nth(1).is_some())
}

fn broken<E>(_: E) -> SourceError {
    SourceFault::Broken.into()
}

fn xlsx(bytes: Vec<u8>, said: &Source) -> Result<Chosen, SourceError> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    chosen(&mut workbook, said, |workbook, name, most| {
        let merged = workbook.merge_cells_by_sheet_name(name).map_err(broken)?;
        let mut cells = workbook.worksheet_cells_reader(name).map_err(broken)?;
        let mut sheet = Filling::default();
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(broken)? {
            let value = match cell.value {
                // What a program did not compute, nobody knows.
                DataRef::Empty if cell.formula.is_some() => Cell::Unreadable,
                value => match of_data(value.into()) {
                    Cell::Text(text) => Cell::Text(signs::meant(text.to_string()).into()),
                    cell => cell,
                },
            };
            sheet.put(cell.pos, value)?;
            if sheet.rows.len() > most {
                break;
            }
        }
        let mut sheet = sheet.rows;
        sheet.sort_by_key(|(place, _)| *place);
        if sheet.windows(2).any(|pair| matches!(pair, [(one, _), (other, _)] if one == other)) {
            return Err(SourceFault::Broken.into());
        }
        spread(&mut sheet, &merged)?;
        Ok(filled(sheet))
    })
}

fn ods(bytes: Vec<u8>, said: &Source, merged: &HashMap<String, Vec<Dimensions>>) -> Result<Chosen, SourceError> {
    let mut workbook = Ods::new(Cursor::new(bytes)).map_err(broken)?;
    chosen(&mut workbook, said, |workbook, name, most| {
        let range = workbook.worksheet_range(name).map_err(broken)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut sheet = Filling::default();
        for (row, cells) in (first_row..).zip(range.rows()).take(most) {
            for (column, value) in (first_column..).zip(cells) {
                sheet.put((row, column), of_data(value.clone()))?;
            }
        }
        let mut sheet = sheet.rows;
        spread(&mut sheet, merged.get(name).map_or(&[], Vec::as_slice))?;
        Ok(filled(sheet))
    })
}

fn filled(mut sheet: Sheet) -> Sheet {
    sheet.retain(|(_, row)| row.iter().any(|cell| !text(cell).trim().is_empty() || *cell == Cell::Unreadable));
    sheet
}

/// A sheet that is being filled.
#[derive(Default)]
struct Filling {
    rows: Sheet,
    cells: usize,
    bytes: u64,
}

impl Filling {
    fn put(&mut self, (row, column): (u32, u32), cell: Cell) -> Result<(), SourceError> {
        if cell == Cell::Nothing {
            return Ok(());
        }
        let column = column as usize;
        if column >= MAX_FIELDS {
            return Err(SourceFault::TooManyColumns.into());
        }
        if self.rows.last().is_none_or(|(last, _)| *last != row) {
            self.rows.push((row, Vec::new()));
        }
        let Some((_, cells)) = self.rows.last_mut() else { return Ok(()) };
        if column >= cells.len() {
            // What lies between takes room too.
            self.cells += column + 1 - cells.len();
            cells.resize(column + 1, Cell::Nothing);
        }
        // One text may be shared by many cells.
        self.bytes += if let Cell::Text(text) = &cell { text.len() as u64 } else { 0 };
        if self.cells > MAX_CELLS || self.bytes > MAX_UNPACKED_BYTES {
            return Err(SourceFault::TooMuchUnpacked.into());
        }
        if let Some(place) = cells.get_mut(column) {
            *place = cell;
        }
        Ok(())
    }
}

/// Gives merged cells to what they cover.
fn spread(sheet: &mut Sheet, merged: &[Dimensions]) -> Result<(), SourceError> {
    // Merged cells do not overlap, so that they never cover more than there is. Those that do all the same, as careless programs
    // write them, are few.
    let (mut left, mut left_over) = (MAX_CELLS, MAX_OVERLAPPED);
    let widest = sheet.iter().map(|(_, row)| row.len()).max().unwrap_or_default();
    let mut merged: Vec<&Dimensions> = merged.iter().collect();
    merged.sort_by_key(|merged| merged.start);
    // For each column, the first row that none of those before covers.
    let mut free = vec![0_u64; widest];
    for Dimensions { start, end } in merged {
        let Ok(first) = sheet.binary_search_by_key(&start.0, |(place, _)| *place) else { continue };
        let (column, last) = (start.1 as usize, end.1 as usize);
        let Some(row) = sheet.get(first).map(|(_, row)| row) else { continue };
        let Some(value) = row.get(column).filter(|value| **value != Cell::Nothing).cloned() else { continue };
        // A title across the sheet, alone in its row, is nobody's value, and what lies beyond the last column neither.
        let is_title = end.0 == start.0 && row.iter().filter(|cell| **cell != Cell::Nothing).count() == 1;
        let last = last.min(if is_title { row.len() } else { widest }.saturating_sub(1));
        let mut overlaps = false;
        for free in free.iter_mut().take(last.saturating_add(1)).skip(column) {
            overlaps |= *free > u64::from(start.0);
            *free = (*free).max(u64::from(end.0) + 1);
        }
        for (_, row) in sheet.iter_mut().skip(first).take_while(|(place, _)| *place <= end.0) {
            if row.len() <= last {
                left = left.checked_sub(last + 1 - row.len()).ok_or(SourceFault::Broken)?;
                row.resize(last + 1, Cell::Nothing);
            }
            left_over = left_over.checked_sub(usize::from(overlaps)).ok_or(SourceFault::Broken)?;
            left = left.checked_sub(1 + last.saturating_sub(column)).ok_or(SourceFault::Broken)?;
            for place in column..=last {
                let given = if place == column { value.clone() } else { Cell::Unreadable };
                if let Some(cell) = row.get_mut(place)
                    && *cell == Cell::Nothing
                {
                    *cell = given;
                }
            }
        }
    }
    Ok(())
}

fn of_data(data: Data) -> Cell {
    match data {
        Data::Empty => Cell::Nothing,
        Data::String(text) if text.is_empty() => Cell::Nothing,
        Data::String(text) => Cell::Text(text.into()),
        #[allow(clippy::cast_precision_loss)]
        Data::Int(number) => Cell::Number(number as f64),
        Data::Float(number) => Cell::Number(number),
        Data::Bool(flag) => Cell::Flag(flag),
        Data::DateTime(moment) => day(moment),
        Data::DateTimeIso(text) => dates::read(&text, None).map_or(Cell::Unreadable, Cell::Date),
        // A time on the clock is no value of any place.
        Data::DurationIso(_) | Data::Error(_) => Cell::Unreadable,
    }
}

fn day(moment: ExcelDateTime) -> Cell {
    // Less than a day is a time on the clock.
    if moment.is_duration() || moment.as_f64() < 1.0 || !moment.as_f64().is_finite() {
        return Cell::Unreadable;
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    Date::new(year.into(), month.into(), day.into()).map_or(Cell::Unreadable, Cell::Date)
}

/// What a cell says, for headings.
fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Flag(flag) => flag.to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Nothing | Cell::Unreadable => String::new(),
    }
}
