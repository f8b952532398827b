//! Tables of a PDF by the lines that are drawn around their cells.

/// A line that is drawn along one axis: where on the other, and from where to where.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stroke {
    pub(super) at: f64,
    pub(super) from: f64,
    pub(super) to: f64,
}

/// The lines that are drawn on a page.
#[derive(Debug, Default)]
pub(super) struct Grid {
    across: Vec<Stroke>,
    down: Vec<Stroke>,
    /// What has been laid out and may yet be drawn.
    path: Vec<(Point, Point)>,
    start: Point,
    end: Point,
}

type Point = (f64, f64);

/// The square of the lines that something stands in: a cell of a table, or a box.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Square {
    /// The upper line of its row, in points.
    pub(super) top: f64,
    /// The lower line of the cell, which may be that of a later row.
    pub(super) bottom: f64,
    /// Which of the cells of the row, from the left.
    pub(super) column: usize,
    /// How many there are.
    pub(super) columns: usize,
}

/// How far two lines may be from each other that are one, and how far a line may be from level.
pub(super) const NEAR: f64 = 2.5;
/// The shortest line of a table.
const SHORTEST: f64 = 6.0;
/// A box of one column and more height is a frame around text, and no cell.
const TALLEST: f64 = 200.0;
/// Lines on one page.
pub(super) const MAX_STROKES: usize = 4_000;

impl Grid {
    pub(super) fn move_to(&mut self, point: Point) {
        (self.start, self.end) = (point, point);
    }

    pub(super) fn line_to(&mut self, point: Point) {
        if self.path.len() < MAX_STROKES {
            self.path.push((self.end, point));
        }
        self.end = point;
    }

    pub(super) fn close(&mut self) {
        self.line_to(self.start);
    }

    pub(super) fn rectangle(&mut self, corners: [Point; 4]) {
        let [first, rest @ ..] = corners;
        self.move_to(first);
        rest.into_iter().for_each(|corner| self.line_to(corner));
        self.close();
    }

    /// What was laid out is drawn, or only bounds what may be.
    pub(super) fn paint(&mut self, is_drawn: bool) {
        for ((x, y), (to_x, to_y)) in self.path.drain(..) {
            let is_whole = [x, y, to_x, to_y].iter().all(|number| number.is_finite());
            if !is_drawn || !is_whole || self.across.len() + self.down.len() >= MAX_STROKES {
                continue;
            }
            if (y - to_y).abs() <= NEAR && (x - to_x).abs() >= SHORTEST {
                self.across.push(Stroke { at: y, from: x.min(to_x), to: x.max(to_x) });
            } else if (x - to_x).abs() <= NEAR && (y - to_y).abs() >= SHORTEST {
                self.down.push(Stroke { at: x, from: y.min(to_y), to: y.max(to_y) });
            }
        }
    }

    /// Puts the lines in order, once all are there.
    pub(super) fn finish(&mut self) {
        self.across.sort_by(|one, other| other.at.total_cmp(&one.at));
        self.down.sort_by(|one, other| one.at.total_cmp(&other.at));
    }

    /// The lines across that no line down meets: neither of a table nor of a frame.
    pub(super) fn alone(&self) -> impl Iterator<Item = Stroke> {
        let meets = |across: &Stroke, down: &Stroke| {
            let is_at_end = [across.from, across.to].iter().any(|end| (end - down.at).abs() <= NEAR);
            is_at_end && (down.from - NEAR..=down.to + NEAR).contains(&across.at)
        };
        self.across.iter().copied().filter(move |across| !self.down.iter().any(|down| meets(across, down)))
    }

    /// The square that a point is in; `None` where it is in none.
    pub(super) fn square(&self, (x, y): Point) -> Option<Square> {
        let mut columns: Vec<f64> = Vec::new();
        for stroke in &self.down {
            let is_beside = stroke.from <= y && y <= stroke.to;
            if is_beside && columns.last().is_none_or(|last| stroke.at - last > NEAR) {
                columns.push(stroke.at);
            }
        }
        let right = columns.iter().position(|column| *column > x + NEAR)?;
        let column = right.checked_sub(1)?;
        let is_over = |stroke: &&Stroke| stroke.from <= x + NEAR && x <= stroke.to + NEAR;
        let top = self.across.iter().filter(is_over).rfind(|stroke| stroke.at >= y)?.at;
        let bottom = self.across.iter().filter(is_over).find(|stroke| stroke.at < y)?.at;
        let columns = columns.len() - 1;
        (columns > 1 || top - bottom <= TALLEST).then_some(Square { top, bottom, column, columns })
    }
}
