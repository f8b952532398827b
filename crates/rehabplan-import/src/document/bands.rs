//! The rows of a table without lines around its cells, by the heights at which its labels and answers stand.
//!
//! Whether labels stand at the top of their cells, in the middle or at the bottom is nowhere said. Where rows have room between
//! them, a row is what stands close together, wherever in it the label is; where they have none, only labels at the top tell whose
//! an answer is. What can be told in neither way is told to nobody.

use std::ops::Range;

use super::names::Names;

/// Lines of one label.
const MAX_LABEL_LINES: usize = 6;

/// One line of a table of labels and answers.
#[derive(Debug, Clone)]
pub(super) struct Strip {
    pub(super) base: f64,
    pub(super) size: f64,
    /// What stands in the column of the labels.
    pub(super) label: Option<String>,
    pub(super) has_answer: bool,
}

/// The rows of a table.
#[derive(Debug, PartialEq)]
pub(super) enum Rows {
    /// The lines of each. The first goes on with the last of the page before, where its lines have no label.
    Told(Vec<Range<usize>>),
    /// Whose the answers are cannot be told.
    Untold,
}

/// The labels that are known among lines of the first column, each of which may go on in the lines below it: at which line
/// each begins, and how many lines it has.
pub(super) fn labels(lines: &[&str], names: &Names) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let is_known = |count: &usize| lines.get(at..at + count).is_some_and(|lines| names.knows(&lines.join(" ")));
        let count = (1..=MAX_LABEL_LINES).rev().find(is_known);
        found.extend(count.map(|count| (at, count)));
        at += count.unwrap_or(1);
    }
    found
}

/// The rows of lines from top to bottom. `goes_on` says that they are the first of a page, and the page before ends in such a
/// table with its labels at the top.
pub(super) fn rows(strips: &[Strip], goes_on: bool, names: &Names) -> Rows {
    let bands = bands(strips);
    let own = |band: &Range<usize>| own(strips, band);
    let has_label = |band: &Range<usize>| has_label(strips, band);
    let are_at_top = bands
        .iter()
        .filter(|band| has_label(band))
        .all(|band| own(band).first().is_some_and(|strip| strip.label.is_some()));
    let mut split = Vec::new();
    for band in &bands {
        match starts(own(band), names) {
            Some(starts) if starts.len() > 1 => {
                let ends = starts.iter().skip(1).copied().chain([band.len()]);
                split.extend(starts.iter().zip(ends).map(|(start, end)| band.start + start..band.start + end));
            }
            Some(_) => split.push(band.clone()),
            None => return Rows::Untold,
        }
    }
    let has_room = split.len() == bands.len();
    let all_are_labelled = split.iter().all(has_label);
    if !are_at_top {
        return if has_room && all_are_labelled { Rows::Told(split) } else { Rows::Untold };
    }
    if all_are_labelled || go_on_below(strips, &split, goes_on) {
        Rows::Told(joined(strips, split))
    } else {
        Rows::Untold
    }
}

/// The lines of a row.
fn own<'s>(strips: &'s [Strip], row: &Range<usize>) -> &'s [Strip] {
    strips.get(row.clone()).unwrap_or_default()
}

fn has_label(strips: &[Strip], row: &Range<usize>) -> bool {
    own(strips, row).iter().any(|strip| strip.label.is_some())
}

/// Lines that stand as near to each other as those of one text.
fn bands(strips: &[Strip]) -> Vec<Range<usize>> {
    let mut leading = f64::MAX;
    let (mut label, mut answer) = (None::<f64>, None::<f64>);
    for strip in strips {
        for (is_there, above) in [(strip.label.is_some(), &mut label), (strip.has_answer, &mut answer)] {
            if is_there {
                let gap = above.map_or(f64::MAX, |above| above - strip.base);
                leading = leading.min(gap.max(0.9 * strip.size));
                *above = Some(strip.base);
            }
        }
    }
    let mut bands: Vec<Range<usize>> = Vec::new();
    for (at, strip) in strips.iter().enumerate() {
        let gap = at.checked_sub(1).and_then(|above| strips.get(above)).map(|above| above.base - strip.base);
        // Lines of a text are at most half as far again as its letters are high; none of several lines may stand here.
        let most = (leading * 1.06 + 0.5).min(1.6 * strip.size);
        match bands.last_mut() {
            Some(band) if gap.is_some_and(|gap| gap <= most) => band.end = at + 1,
            _ => bands.push(at..at + 1),
        }
    }
    bands
}

/// Where rows begin within lines that have no room between them. `None`, where they may begin in more than one way.
fn starts(band: &[Strip], names: &Names) -> Option<Vec<usize>> {
    let lines: Vec<(usize, &str)> =
        band.iter().enumerate().filter_map(|(at, strip)| Some((at, strip.label.as_deref()?))).collect();
    let texts: Vec<&str> = lines.iter().map(|(_, text)| *text).collect();
    let known = labels(&texts, names);
    let is_one =
        known.is_empty() || known.len() == 1 && texts.len() == known.iter().map(|(_, count)| count).sum::<usize>();
    if is_one {
        return Some(vec![0]);
    }
    let mut starts: Vec<usize> = known.iter().filter_map(|(at, _)| Some(lines.get(*at)?.0)).collect();
    for (at, (line, text)) in lines.iter().enumerate() {
        if known.iter().any(|(from, count)| (*from..from + count).contains(&at)) {
            continue;
        }
        // Another label, that nobody knows, or the rest of the one above it.
        let has_answer = band.get(*line).is_some_and(|strip| strip.has_answer);
        if !has_answer || !text.starts_with(char::is_uppercase) {
            return (known.len() == 1).then(|| vec![0]);
        }
        starts.push(*line);
    }
    starts.sort_unstable();
    // An answer begins where its label does, or there is none.
    let ends = starts.iter().skip(1).copied().chain([band.len()]);
    let is_level = |(start, end): (&usize, usize)| {
        let row = band.get(*start..end).unwrap_or_default();
        row.first().is_some_and(|first| first.has_answer) || row.iter().all(|strip| !strip.has_answer)
    };
    (starts.first() == Some(&0) && starts.iter().zip(ends).all(is_level)).then_some(starts)
}

/// Whether lines without a label go on with the answer above them, and are not the first of the one below.
fn go_on_below(strips: &[Strip], rows: &[Range<usize>], goes_on: bool) -> bool {
    let has_label = |row: &Range<usize>| has_label(strips, row);
    let has_answer = |row: &Range<usize>| own(strips, row).iter().any(|strip| strip.has_answer);
    let gap = |above: &Range<usize>, below: &Range<usize>| {
        let (last, first) = (strips.get(above.end.checked_sub(1)?)?, strips.get(below.start)?);
        Some((last.base - first.base, first.size))
    };
    let pairs = || rows.windows(2).filter_map(|pair| <&[Range<usize>; 2]>::try_from(pair).ok());
    // How far rows are from each other, where both have labels.
    let between: Vec<f64> = pairs()
        .filter(|[above, below]| has_label(above) && has_label(below))
        .filter_map(|[above, below]| Some(gap(above, below)?.0))
        .collect();
    if rows.first().is_some_and(|first| !has_label(first)) && !goes_on {
        return false;
    }
    let mut above = None;
    for [one, next] in pairs() {
        let Some((own, size)) = gap(one, next) else { continue };
        let near = 0.1 * size;
        match (has_label(one), has_label(next)) {
            // An answer begins beside its label, and no further down.
            (true, false) if !has_answer(one) => return false,
            (true, false) => above = Some(own),
            (false, true) => {
                let Some(above) = above.take() else { continue };
                let is_of_rows = |gap: f64| between.iter().any(|other| (other - gap).abs() <= near);
                let is_it = if between.is_empty() { above + near < own } else { is_of_rows(own) && !is_of_rows(above) };
                if !is_it {
                    return false;
                }
            }
            _ => {}
        }
    }
    true
}

/// Rows with the lines without a label that follow them; the first may have none.
fn joined(strips: &[Strip], rows: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for row in rows {
        match joined.last_mut() {
            Some(before) if !has_label(strips, &row) => before.end = row.end,
            _ => joined.push(row),
        }
    }
    joined
}
