//! Pages that are set in columns, as newspapers are: each column is read to its end before the next.
//!
//! Whoever makes a PDF draws a column to its end and goes back up for the next, as they do with the cells of a table. What
//! tells the two apart is what stands in the left one: a heading with its answer below it is no label of what stands beside.

use super::flow::{Ink, Look};
use super::grid::Grid;
use super::names::Names;

/// How often a page may go back up and be looked at for that, and how many pieces may be looked at in all.
const MAX_LOOKS: usize = 200;
const MAX_LOOKED_AT: usize = 300_000;
/// The fewest lines of a column that is not the last.
const FEWEST: usize = 3;
/// The lines of one label.
const MAX_LABEL_LINES: usize = 4;
/// How far two columns may begin from each other that are the same, in points.
const NEAR: f64 = 8.0;

/// The lines of pieces, from top to bottom, as texts.
type Texts<'t> = dyn Fn(&[Piece]) -> Vec<String> + 't;

/// A piece of text where it stands on a page.
#[derive(Debug, Clone, Default)]
pub(super) struct Piece {
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) base: f64,
    pub(super) size: f64,
    pub(super) is_bold: bool,
    pub(super) is_italic: bool,
    pub(super) is_underlined: bool,
    pub(super) ink: Ink,
    /// It is not drawn.
    pub(super) is_invisible: bool,
    pub(super) text: String,
    /// How much of the text stands out, where it begins so and goes on otherwise.
    pub(super) lead: usize,
}

impl Piece {
    /// Whether it stands out before what follows it.
    pub(super) fn leads_in(&self, next: &Self) -> bool {
        let look = |piece: &Self| Look {
            is_bold: piece.is_bold,
            is_italic: piece.is_italic,
            is_underlined: piece.is_underlined,
            ink: piece.ink,
            ..Look::default()
        };
        look(self).is_apart_from(look(next))
    }
}

/// Columns of the pages before: where those begin that are not the first.
#[derive(Debug, Default)]
pub(super) struct Columns(Vec<f64>);

impl Columns {
    /// The pieces of a page as they are to be read, one run after the other. A page without columns is one run.
    pub(super) fn runs(
        &mut self,
        pieces: Vec<Piece>,
        grid: &Grid,
        names: &Names,
        texts: &Texts<'_>,
    ) -> Vec<Vec<Piece>> {
        let mut runs: Vec<Vec<Piece>> = vec![Vec::new()];
        // Where the column that is being read begins at the left, and how far up the columns beside it go.
        let mut open: Option<(f64, f64)> = None;
        // Pages have their heads drawn after what stands below.
        let mut head = Vec::new();
        let (mut looks, mut looked_at) = (0, 0);
        for piece in pieces {
            if open.is_some_and(|(edge, top)| piece.from < edge && piece.base > top) {
                head.push(piece);
                continue;
            }
            let Some(run) = runs.last_mut() else { break };
            let goes_up = run.last().is_some_and(|last| piece.base > last.base + 1.5 * piece.size);
            if goes_up && looks < MAX_LOOKS && looked_at < MAX_LOOKED_AT {
                looks += 1;
                looked_at += run.len();
                if let Some(start) = self.beside(run, &piece, grid, names, texts) {
                    let left = run.split_off(start);
                    let edge = left.iter().map(|piece| piece.to).fold(f64::MIN, f64::max);
                    let top = left.iter().map(|piece| piece.base + piece.size).fold(f64::MIN, f64::max);
                    open = Some((edge, top));
                    runs.extend([left, vec![piece]]);
                    continue;
                }
            }
            if open.is_some_and(|(edge, _)| piece.from < edge) {
                open = None;
                runs.push(vec![piece]);
            } else {
                run.push(piece);
            }
        }
        runs.insert(0, head);
        runs.retain(|run| !run.is_empty());
        runs
    }

    /// Where the column begins that a piece stands to the right of, as the first of the next.
    fn beside(&mut self, run: &[Piece], piece: &Piece, grid: &Grid, names: &Names, texts: &Texts<'_>) -> Option<usize> {
        let is_level = |other: &Piece| other.base <= piece.base + 0.5 * piece.size;
        let start = run.iter().rposition(|other| !is_level(other)).map_or(0, |above| above + 1);
        let left = run.get(start..)?;
        let is_in_cell = |piece: &Piece| grid.square((piece.from, piece.base + piece.size * 0.25)).is_some();
        if left.iter().any(|other| other.to >= piece.from) || is_in_cell(piece) || left.iter().any(is_in_cell) {
            return None;
        }
        let lines = texts(left);
        let is_led = |line: &String| {
            line.split_once(':').is_some_and(|(label, rest)| !rest.trim().is_empty() && names.knows(label))
        };
        // A label may go on in the lines below it.
        let goes_on = |lines: &[String]| {
            (2..=MAX_LABEL_LINES).any(|count| lines.get(..count).is_some_and(|lines| names.knows(&lines.join(" "))))
        };
        let is_answered = |at: usize| {
            let Some([label, below]) = lines.get(at..at + 2) else { return false };
            names.knows(label) && !names.knows(below) && !lines.get(at..).is_some_and(goes_on)
        };
        let is_known = self.0.iter().any(|from| (from - piece.from).abs() <= NEAR);
        let is_column = is_known || lines.iter().any(is_led) || (0..lines.len()).any(is_answered);
        if lines.len() < FEWEST || !is_column {
            return None;
        }
        if !is_known {
            self.0.push(piece.from);
        }
        Some(start)
    }
}
