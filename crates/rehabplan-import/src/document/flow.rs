//! What a document is, whatever its format: paragraphs and tables one after the other, and what has a name of its own.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rehabplan::text::Wording;

use crate::record::NameKind;
use crate::value::Value;

/// The longest name of a content control, in bytes; a longer one is none that a mapping has.
const MAX_CONTROL_NAME: usize = 1_000;

/// A document as it is read from beginning to end.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) blocks: Vec<Block>,
    pub(super) controls: Vec<Control>,
    pub(super) beside: BTreeSet<Beside>,
}

impl Flow {
    /// How many words there are.
    pub(super) fn words(&self) -> usize {
        sum(&self.blocks, &|text| text.split_whitespace().count())
    }

    /// How many letters and other signs there are, in the text and in fields and controls.
    pub(super) fn letters(&self) -> usize {
        let of = |control: &Control| match &control.value {
            Value::Text(text) if !control.is_in_text => text.chars().count(),
            _ => 0,
        };
        sum(&self.blocks, &|text| text.chars().count()) + self.controls.iter().map(of).sum::<usize>()
    }

    /// Takes down a content control whose text stands among the blocks, by those of its names that say something, and gives
    /// them; one without is none.
    pub(super) fn control(
        &mut self,
        names: [Option<&str>; 2],
        tick: Option<bool>,
        text: &str,
        page: Option<u32>,
    ) -> Vec<Arc<str>> {
        let names =
            names.into_iter().flatten().filter(|name| !name.trim().is_empty() && name.len() <= MAX_CONTROL_NAME);
        let names: Vec<Arc<str>> = names.map(Arc::from).collect();
        if !names.is_empty() {
            let value = tick.map_or_else(|| Value::from(text.trim().to_owned()), Value::Flag);
            let kind = NameKind::Control;
            self.controls.push(Control { kind, names: names.clone(), value, page, is_in_text: true });
        }
        names
    }
}

#[derive(Debug, Clone)]
pub(super) enum Block {
    Paragraph(Paragraph),
    Table(Vec<TableRow>),
}

/// A row of a table in a document.
pub(super) type TableRow = Vec<Cell>;

#[derive(Debug, Default, Clone)]
pub(super) struct Cell {
    pub(super) blocks: Vec<Block>,
    /// How many columns it takes up; 0 is one.
    pub(super) span: usize,
    /// It is merged with the one above it.
    pub(super) is_continued: bool,
}

/// The column that each cell of a row begins in.
pub(super) fn columns(row: &[Cell]) -> impl Iterator<Item = (usize, &Cell)> {
    row.iter().scan(0_usize, |next, cell| {
        let from = *next;
        *next = from.saturating_add(cell.span.max(1));
        Some((from, cell))
    })
}

/// Bytes of text that merged cells of one table are given.
const MAX_SPREAD: usize = 1 << 20;

/// What stands in a cell that is merged over several rows holds for each of them.
pub(super) fn spread(rows: &mut [TableRow]) {
    let mut above: HashMap<usize, String> = HashMap::new();
    let mut left = MAX_SPREAD;
    for row in rows.iter_mut().filter(|row| !row.is_empty()) {
        let starts: Vec<usize> = columns(row).map(|(from, _)| from).collect();
        for (from, cell) in starts.into_iter().zip(row.iter_mut()) {
            if !cell.is_continued {
                above.insert(from, cell.text());
                continue;
            }
            let Some(text) = above.get(&from).filter(|text| !text.is_empty()) else { continue };
            let page = cell.page();
            cell.blocks = vec![Block::Paragraph(match left.checked_sub(text.len()) {
                Some(rest) => {
                    left = rest;
                    Paragraph { text: text.clone(), page, ..Paragraph::default() }
                }
                None => Paragraph::unread(page),
            })];
        }
    }
}

#[derive(Debug, Default, Clone)]
pub(super) struct Paragraph {
    pub(super) text: String,
    /// The level of a heading that is one by its style; 0 for the title of the document.
    pub(super) level: Option<u16>,
    /// What the whole of it looks like.
    pub(super) look: Look,
    /// Bytes at its beginning that stand out, bold or in another way, where the rest does not.
    pub(super) lead: usize,
    /// It is one of a list.
    pub(super) is_item: bool,
    pub(super) page: Option<u32>,
    /// The names of the content control that it stands in, or of the fields of a form that are all there is in it.
    pub(super) control: Vec<Arc<str>>,
    pub(super) is_form: bool,
    /// The template says there what to write.
    pub(super) is_guidance: bool,
    /// It is one of a note, at the foot of a page or at the end.
    pub(super) is_note: bool,
    /// It was a heading by its style, and its words are struck through: what follows stands under none that is known.
    pub(super) is_struck: bool,
    /// It has no text, and something else that may be an answer: a picture, an object, a formula, or text that is hidden.
    pub(super) is_unread: bool,
    /// There is more than one that may be the answer.
    pub(super) is_doubtful: bool,
    /// There is text that may be the template's or that of a letter.
    pub(super) is_aside: bool,
}

/// Stands among lines of text for what cannot be read.
pub(super) const UNREAD: &str = "\u{fffc}";

/// Stands among lines of text for one of several that may be the answer.
pub(super) const DOUBTFUL: &str = "\u{fffc}?";

/// Stands among lines of text for what may be the template's or a letter's, and no answer.
pub(super) const ASIDE: &str = "\u{fffc}!";

/// Stands in a text for letters that cannot be read.
pub(super) const LOST: &str = "\u{fffd}";

/// What a text looks like.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Look {
    /// In half points.
    pub(super) size: u16,
    pub(super) is_caps: bool,
    pub(super) is_bold: bool,
    pub(super) is_underlined: bool,
    pub(super) is_italic: bool,
    pub(super) ink: Ink,
}

/// The colour of letters: 0 is that of any text, black or nearly.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Ink(u32);

impl Ink {
    /// No letter is told from another by so little light.
    const BLACK: u8 = 0x48;
    /// A grey has no more of one colour than of another.
    const COLOURED: u8 = 0x18;
    const LIGHTEST: u8 = 0xd8;

    pub(super) fn of([red, green, blue]: [u8; 3]) -> Self {
        let is_black = red.max(green).max(blue) < Self::BLACK;
        Self(if is_black { 0 } else { u32::from_be_bytes([0, red, green, blue]) })
    }

    /// `1F5FA8`, with or without a sign before it.
    pub(super) fn named(name: &str) -> Self {
        let number = name.trim_start_matches('#');
        let [_, red, green, blue] = u32::from_str_radix(number, 16).unwrap_or_default().to_be_bytes();
        Self::of([red, green, blue])
    }

    pub(super) fn is_grey(self) -> bool {
        let [_, red, green, blue] = self.0.to_be_bytes();
        let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
        self != Self::default() && most - least <= Self::COLOURED && most <= Self::LIGHTEST
    }
}

impl Look {
    /// What this and what stands before it have in common.
    fn with(self, before: Option<Self>) -> Self {
        let Some(before) = before else { return self };
        Self {
            size: before.size.min(self.size),
            is_caps: before.is_caps && self.is_caps,
            is_bold: before.is_bold && self.is_bold,
            is_underlined: before.is_underlined && self.is_underlined,
            is_italic: before.is_italic && self.is_italic,
            ink: if before.ink == self.ink { self.ink } else { Ink::default() },
        }
    }

    /// What sets text apart from other text of its size that is as bold.
    pub(super) fn mark(self) -> (bool, Ink) {
        (self.is_italic, self.ink)
    }

    /// Whether text that begins so is set apart from what follows it.
    pub(super) fn is_apart_from(self, next: Self) -> bool {
        match self.is_bold {
            true => !next.is_bold,
            false => self.is_set() && self.setting() != next.setting(),
        }
    }

    /// Whether it stands out, in another way than by bold type.
    pub(super) fn is_set(self) -> bool {
        self.setting() != Self::default().setting()
    }

    fn setting(self) -> (bool, bool, bool, Ink) {
        (self.is_italic, self.is_underlined, self.is_caps, self.ink)
    }

    /// Whether one is as much of a heading as the other.
    fn stands_out_as(self, other: Self) -> bool {
        Self { is_italic: false, ..self } == Self { is_italic: false, ..other }
    }
}

/// A content control or a field of a form.
#[derive(Debug)]
pub(super) struct Control {
    pub(super) kind: NameKind,
    /// Any of these is its name.
    pub(super) names: Vec<Arc<str>>,
    pub(super) value: Value<'static>,
    pub(super) page: Option<u32>,
    /// Its text stands among the blocks too.
    pub(super) is_in_text: bool,
}

/// What belongs to a document and is not read as a part of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Beside {
    /// Comments in the margin.
    Comments,
    /// Notes at the foot of the pages of a PDF.
    Footnotes,
    /// Text that is set to be hidden.
    Hidden,
    /// Documents or objects that are embedded.
    Embedded,
    /// What stands at the top or the bottom of each page.
    HeaderFooter,
    /// Who sends a document, at the top of its first page.
    Letterhead,
    /// What a template says to write.
    Instructions,
    /// Pictures: what is written in them is not read.
    Pictures,
    /// Charts and diagrams: what is written in them is not read.
    Diagrams,
    /// Pages of a PDF that are nothing but a picture.
    ScannedPages,
    /// Text of a PDF that stands on end beside other text.
    Turned,
    /// Macros, which are not run.
    Macros,
    /// The type of case that the caller says, where the document says another itself.
    CaseType,
}

impl Beside {
    /// What it is, in words.
    #[must_use]
    pub fn text(self) -> Wording {
        match self {
            Self::Comments => Wording::new("kommentarer", "comments"),
            Self::Footnotes => Wording::new("fodnoter", "footnotes"),
            Self::Hidden => Wording::new("skjult tekst", "hidden text"),
            Self::Embedded => Wording::new("indlejrede filer", "embedded files"),
            Self::HeaderFooter => Wording::new("sidehoved og sidefod", "header and footer"),
            Self::Letterhead => Wording::new("brevhoved", "letterhead"),
            Self::Instructions => Wording::new("skabelonens vejledning", "the instructions of the template"),
            Self::Pictures => Wording::new("billeder", "pictures"),
            Self::Diagrams => Wording::new("diagrammer", "charts and diagrams"),
            Self::ScannedPages => Wording::new("skannede sider", "scanned pages"),
            Self::Turned => Wording::new("tekst på højkant", "text that stands on end"),
            Self::Macros => Wording::new("makroer", "macros"),
            Self::CaseType => Wording::new(
                "sagstypen fra --sagstype, for dokumentet siger selv en anden, og den gælder",
                "the type of case from --sagstype, for the document itself says another, and that counts",
            ),
        }
    }

    /// A pointer that tells it from the others, beside those into the plan: `/kommentarer`.
    #[must_use]
    pub fn pointer(self) -> String {
        format!("/{}", self.text().da)
    }

    /// Whether an answer may stand in it.
    pub(super) fn may_answer(self) -> bool {
        self.is_text() && !matches!(self, Self::Comments | Self::Footnotes)
    }

    /// Whether it is text that somebody wrote, and not what goes around it.
    #[must_use]
    pub fn is_text(self) -> bool {
        matches!(
            self,
            Self::Comments | Self::Footnotes | Self::Hidden | Self::Embedded | Self::ScannedPages | Self::Turned
        )
    }
}

impl Paragraph {
    /// Something that cannot be read and may be an answer.
    pub(super) fn unread(page: Option<u32>) -> Self {
        Self { is_unread: true, page, ..Self::default() }
    }

    /// One of several that may be the answer.
    pub(super) fn doubtful(page: Option<u32>) -> Self {
        Self { is_doubtful: true, ..Self::unread(page) }
    }

    /// Text that may be the template's or that of a letter, or the answer.
    pub(super) fn aside(page: Option<u32>) -> Self {
        Self { is_aside: true, ..Self::unread(page) }
    }

    /// The paragraph line by line, where its lines have looks of their own.
    pub(super) fn split(self, lines: Vec<Look>) -> Vec<Self> {
        if self.level.is_some() || lines.len() != self.text.split('\n').count() {
            return vec![self];
        }
        let rest = self.without_text();
        let line = |(text, look): (&str, Look)| Self { text: text.to_owned(), look, ..rest.clone() };
        self.text.split('\n').zip(lines).map(line).collect()
    }

    /// What else there is of it: each of its lines gets a copy, and none of them the whole text.
    pub(super) fn without_text(&self) -> Self {
        Self { text: String::new(), control: self.control.clone(), lead: 0, ..*self }
    }

    /// The paragraph that is left of two when the end of the first is deleted: the end of the second remains, and with it
    /// what that is. Of a first one that has no more text, nothing remains.
    pub(super) fn joined_to(before: Self, after: Self) -> Self {
        if before.is_blank() {
            return Self { page: before.page.or(after.page), is_unread: before.is_unread || after.is_unread, ..after };
        }
        let look = if after.is_blank() { before.look } else { after.look.with(Some(before.look)) };
        let mut control = before.control;
        control.extend(after.control);
        Self {
            text: before.text + &after.text,
            look,
            lead: before.lead,
            page: before.page,
            control,
            is_unread: false,
            ..after
        }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Says of all paragraphs that they are those of a note.
pub(super) fn note(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => paragraph.is_note = true,
            Block::Table(rows) => rows.iter_mut().flatten().for_each(|cell| note(&mut cell.blocks)),
        }
    }
}

/// Says of all paragraphs that they stand in a content control.
pub(super) fn hold(blocks: &mut [Block], names: &[Arc<str>]) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => paragraph.control.extend_from_slice(names),
            Block::Table(rows) => rows.iter_mut().flatten().for_each(|cell| hold(&mut cell.blocks, names)),
        }
    }
}

impl Cell {
    /// The text of the cell, nested tables and all.
    pub(super) fn text(&self) -> String {
        text_of(&self.blocks)
    }

    /// Whether something stands in it that cannot be read.
    pub(super) fn is_unread(&self) -> bool {
        is_unread(&self.blocks)
    }

    pub(super) fn page(&self) -> Option<u32> {
        self.blocks.iter().find_map(|block| match block {
            Block::Paragraph(paragraph) => paragraph.page,
            Block::Table(rows) => rows.iter().flatten().find_map(Self::page),
        })
    }
}

/// Whether something stands in blocks that cannot be read.
pub(super) fn is_unread(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Paragraph(paragraph) => paragraph.is_unread,
        Block::Table(rows) => rows.iter().flatten().any(Cell::is_unread),
    })
}

/// What a control of blocks is filled in with.
pub(super) fn answer_of(blocks: &[Block]) -> String {
    let text = text_of(blocks);
    if text.is_empty() && is_unread(blocks) { UNREAD.to_owned() } else { text }
}

/// What is counted in all texts of blocks.
fn sum(blocks: &[Block], count: &dyn Fn(&str) -> usize) -> usize {
    let of = |block: &Block| match block {
        Block::Paragraph(paragraph) => count(&paragraph.text),
        Block::Table(rows) => rows.iter().flatten().map(|cell| sum(&cell.blocks, count)).sum(),
    };
    blocks.iter().map(of).sum()
}

/// The text of blocks, a line for each paragraph, without what the template says in grey.
pub(super) fn text_of(blocks: &[Block]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) if paragraph.is_guidance => {}
            Block::Paragraph(paragraph) => lines.push(paragraph.text.trim().to_owned()),
            Block::Table(rows) => lines.extend(rows.iter().flatten().map(Cell::text)),
        }
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// Puts runs of text together, and sees what they look like as a whole.
#[derive(Debug, Default)]
pub(super) struct Runs {
    pub(super) text: String,
    /// What all that is no blank looks like so far.
    look: Option<Look>,
    /// What its first letters look like, and how far that goes.
    first: Option<Look>,
    lead: usize,
    lead_is_over: bool,
    /// The same for each line that ended, and for the one that is being written.
    lines: Vec<Option<Look>>,
    line: Option<Look>,
}

impl Runs {
    pub(super) fn push(&mut self, text: &str, look: Look) {
        // A colon behind a heading is seldom bold.
        if !text.trim_matches([':', '.', '*']).trim().is_empty() {
            self.look = Some(look.with(self.look));
            self.line = Some(look.with(self.line));
        }
        if !text.trim().is_empty() {
            let first = *self.first.get_or_insert(look);
            self.lead_is_over |= first.is_apart_from(look);
        }
        if text == "\n" {
            self.lines.push(self.line.take());
        }
        self.text.push_str(text);
        if !self.lead_is_over {
            self.lead = self.text.len();
        }
    }

    /// What each line looks like, where some stand out from the others: who presses shift and enter writes headings and text
    /// into one paragraph.
    pub(super) fn lines(&self) -> Vec<Look> {
        let lines = self.lines.iter().chain(std::iter::once(&self.line));
        let mut written = lines.clone().flatten();
        let first = written.next();
        let is_alike = written.all(|look| first.is_some_and(|first| first.stands_out_as(*look)));
        if is_alike { Vec::new() } else { lines.map(|look| look.unwrap_or_default()).collect() }
    }

    /// The paragraph that the runs make.
    pub(super) fn paragraph(self) -> Paragraph {
        let letters = || self.text.chars().filter(|letter| letter.is_alphabetic());
        let mut look = self.look.unwrap_or_default();
        look.is_caps |= letters().count() >= 4 && letters().all(char::is_uppercase);
        let is_whole = !self.lead_is_over || self.text.get(self.lead..).is_none_or(|rest| rest.trim().is_empty());
        // What is not bold leads in a line, and no lines.
        let is_led = self.first.is_some_and(|first| first.is_bold) || !self.text.trim().contains('\n');
        let lead = if look.is_bold || is_whole || !is_led { 0 } else { self.lead };
        Paragraph { text: self.text, look, lead, ..Paragraph::default() }
    }
}
