//! From the flow of a document to names with values: what stands under a heading, beside a label, in a control.
//!
//! What has no known name is put nowhere: it is counted, and listed by its heading.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde_json::Value as Json;

use super::flow::{ASIDE, Block, Flow, Ink, Look};
use super::forms::{self, Form, Forms};
use super::names::{Name, Names, Near};
use super::numbers::Number;
use super::several::Several;
use super::{asides, letter, letterhead, marks, order};
use crate::names::letters;
use crate::people::Speaker;
use crate::record::{NameKind, Unread};
use crate::value::Value;
use lines::DASHES;
use manner::{Manner, body_size};

mod boxes;
mod entries;
mod headings;
mod known;
mod lines;
mod manner;
mod placing;
mod plain;
mod rows;
mod said;
mod tables;
mod values;
mod voices;
mod whole;

/// The longest heading.
const MAX_HEADING: usize = 160;
/// The longest heading that has a style: the law's own words may be one.
const MAX_STYLED: usize = 400;
/// Headings by their look come after those by their style, the larger first.
const BY_LOOK: u16 = 1_000;
/// Headings that are told by their words alone.
const BY_NAME: u16 = 20_000;
/// A label in a table is nearer to what it names than any heading.
const IN_TABLE: u16 = 30_000;
/// So many known headings by style or look tell that the document has them, and that a line of words is none.
const ENOUGH: usize = 2;

/// A value by its name.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) kind: NameKind,
    pub(super) name: Arc<str>,
    pub(super) value: Value<'static>,
    pub(super) page: Option<u32>,
    /// For a list, the columns that the document has.
    pub(super) columns: Option<Vec<Arc<str>>>,
    /// Why it cannot be read, where the document itself says why.
    pub(super) unread: Option<Unread>,
    /// The place, and whether a heading above is one that nobody knows.
    pub(super) place: Arc<str>,
    is_under_unknown: bool,
    /// Nobody can say whose it is: it says nothing where the place has another answer.
    is_nobodys: bool,
}

/// Something that is written and has no place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unplaced {
    pub(super) kind: NameKind,
    /// Which of its kind without a place in the document, from 1.
    pub(super) number: usize,
    pub(super) heading: String,
    pub(super) page: Option<u32>,
    /// The nearest name before it that the mapping knows.
    pub(super) after: Option<String>,
    pub(super) part: Option<&'static str>,
    /// The mapping knows what it is about, and that it asks for several things at once: nothing else stands there.
    pub(super) is_whole: bool,
}

#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) placed: Vec<Placed>,
    pub(super) unplaced: Vec<Unplaced>,
    /// The parts of a plan that the document has a heading for.
    pub(super) parts: Vec<&'static str>,
    /// Places that the document has one text for, whatever stands below them in a plan, each with the name of its heading.
    pub(super) wholes: Vec<(&'static str, Arc<str>)>,
    /// The template says what to write.
    pub(super) is_instructed: bool,
    /// It begins with who sends it.
    pub(super) has_letterhead: bool,
    /// It holds more than one plan.
    pub(super) is_several: bool,
    /// The places whose headings have nothing under them but headings of other places: what they ask for may stand there.
    pub(super) groups: Vec<Arc<str>>,
    /// The headings that were placed by what their words mean, each with its place.
    pub(super) meant: Vec<(String, Arc<str>)>,
}

pub(super) fn outline(flow: &Flow, names: &Names) -> Outline {
    let body = body_size(&flow.blocks);
    let near = Near::to(&order::headings(&flow.blocks));
    let marks = marks::of_headings(&flow.blocks, names);
    let read = |by_name: bool, settled: Option<PartName>, headed: HashSet<Arc<str>>| {
        let mut reader = Reader::new(names, &near, body, by_name);
        reader.marks.clone_from(&marks);
        (reader.settled, reader.headed) = (settled, headed);
        reader.manner = if by_name { Manner::of(&flow.blocks, names) } else { Manner::default() };
        reader.all(flow);
        reader
    };
    let mut chosen = read(false, None, HashSet::new());
    if chosen.headings < ENOUGH {
        // No headings by style or look: a line that is nothing but a known name is one. Beside a heading that does look like one, a
        // single such line is a word in its text.
        let by_name = read(true, None, HashSet::new());
        let least = if chosen.headings > 0 { ENOUGH } else { 1 };
        chosen = if by_name.known >= chosen.known + least { by_name } else { chosen };
    }
    // What the whole tells of how it is to be read: the part that all of it is of, and the places that have a heading of
    // their own.
    let (settled, headed) = (chosen.one_part(), std::mem::take(&mut chosen.headed_now));
    if settled.is_none() && headed.is_empty() { chosen.out } else { read(chosen.by_name, settled, headed).out }
}

/// What a part of a plan is called: its key, and what mappings call it.
type PartName = (&'static str, &'static str);

/// A heading that what follows stands under.
#[derive(Clone, Default)]
struct Above {
    level: u16,
    text: String,
    part: Option<PartName>,
    /// What mappings call it, where it asks for several things at once.
    whole: Option<&'static str>,
    /// Nobody knows it, and it is none of the document as a whole.
    is_unknown: bool,
    /// What is known under it is none of the plan.
    is_elsewhere: bool,
    /// Nobody can say whose what stands below it is.
    is_nobodys: bool,
    /// Somebody else, or an earlier plan, is named: not even the parts of a plan are of this one that stand further in.
    is_of_another: bool,
    /// The next heading looks as it does, and nothing stands between: it is over those that come.
    is_over: bool,
    number: Option<Number>,
}

/// A heading by its look that nobody knows, as long as nothing stands under it: what it stands in, which it may be a line of.
struct Doubt {
    around: Section,
    /// What it took away of the headings above.
    above: Vec<Above>,
}

/// What is being gathered.
struct Section {
    kind: NameKind,
    level: u16,
    /// `None` under a heading that nobody knows.
    name: Option<Name>,
    heading: String,
    page: Option<u32>,
    /// The last known name before it.
    after: Option<Arc<str>>,
    lines: Vec<String>,
    items: Vec<String>,
    entries: Vec<Json>,
    columns: Vec<Arc<str>>,
    part: Option<&'static str>,
    /// A heading further in, which is text only when something stands under it.
    pending: Option<(String, Option<u32>)>,
    /// It has a style, and the blank that is placed right above it may have its heading for an answer.
    blank_above: Option<usize>,
    /// The last line may be a heading that nobody knows, when something stands under it.
    may_be_heading: Option<Option<u32>>,
    /// The pages of the lines before it that may be.
    may_be_headings: Vec<Option<u32>>,
    /// Its first line may be, and what follows is then no answer.
    begins_in_doubt: bool,
    /// It holds one value on its own line, and what follows is not part of it.
    is_closed: bool,
    /// A heading with a style, with nothing under it but headings further in, each with a place of its own.
    is_group: bool,
    /// It is a label in the text of another.
    is_within: bool,
    /// A heading above it is one that nobody knows.
    is_under_unknown: bool,
    /// A title above it is one of which nobody can say whose what stands below is.
    is_nobodys: bool,
    /// What begins it is a label before its answer, in this form.
    form: Option<Form>,
    /// Its name is told by the meaning of its words alone.
    is_meant: bool,
}

impl Section {
    fn is_short(&self) -> bool {
        self.name.as_ref().is_some_and(|name| name.is_short)
    }

    /// Whether nothing stands under its heading yet.
    fn is_blank(&self) -> bool {
        self.lines.is_empty() && self.entries.is_empty() && self.pending.is_none()
    }
}

struct Reader<'n> {
    names: &'n Names,
    near: &'n Near,
    body: u16,
    /// The colour and slant of headings, where they differ from those of other text.
    marks: HashSet<(bool, Ink)>,
    by_name: bool,
    manner: Manner,
    /// The number of the last heading that has one.
    number: Option<Number>,
    /// What headings look like that are numbered as the entries of a list are.
    items: HashSet<Look>,
    /// Bold labels stand in the paragraphs of their answers.
    is_led_in: bool,
    /// The levels of known headings.
    looks: HashSet<u16>,
    forms: Forms,
    /// The letters of the names of controls and fields that nobody knows.
    fields: HashSet<String>,
    /// Controls have the names of what they hold.
    are_named: bool,
    /// A table is being read that tells where something stands, and not what.
    is_contents: bool,
    /// A heading says that it is about somebody who is self-employed, and a business is their own.
    is_self_employed: bool,
    /// A table of one column is being read whose rows are labels, each with its answer behind it.
    is_column_of_labels: bool,
    /// The last label of the table that has nothing beside it and is of no single place: what comes below it may be of it.
    group: Option<String>,
    /// The level that labels which look like any other line are given under the heading that is being read.
    plain_level: Option<u16>,
    /// Whose words the column of a table has that is being read.
    voice: Option<Speaker>,
    above: Vec<Above>,
    section: Option<Section>,
    /// The section that goes on when a label in a line has its value.
    before: Option<Section>,
    doubt: Option<Doubt>,
    /// How many names were met that the mapping knows.
    known: usize,
    /// How many of them are headings, and none of a part.
    headings: usize,
    counts: HashMap<NameKind, usize>,
    /// The last name that was met and the mapping knows.
    last: Option<Arc<str>>,
    /// The part that a document without headings of parts is of as a whole.
    settled: Option<PartName>,
    /// The pages of filled fields of a form beside the text whose names nobody knows.
    nameless: Vec<Option<u32>>,
    /// The places that have a heading of their own, as far as it is known before the document is read, and as it is read.
    headed: HashSet<Arc<str>>,
    headed_now: HashSet<Arc<str>>,
    /// By the letters of headings, the names that they are where they stand; nothing for those that are several.
    met: HashMap<String, Option<Name>>,
    several: Several,
    out: Outline,
}

impl<'n> Reader<'n> {
    fn new(names: &'n Names, near: &'n Near, body: u16, by_name: bool) -> Self {
        Self {
            names,
            near,
            body,
            marks: HashSet::new(),
            by_name,
            manner: Manner::default(),
            number: None,
            items: HashSet::new(),
            is_led_in: false,
            looks: HashSet::new(),
            forms: Forms::default(),
            fields: HashSet::new(),
            are_named: false,
            is_contents: false,
            is_column_of_labels: false,
            is_self_employed: false,
            group: None,
            plain_level: None,
            voice: None,
            above: Vec::new(),
            section: None,
            before: None,
            doubt: None,
            known: 0,
            headings: 0,
            counts: HashMap::new(),
            last: None,
            settled: None,
            nameless: Vec::new(),
            headed: HashSet::new(),
            headed_now: HashSet::new(),
            met: HashMap::new(),
            several: Several::default(),
            out: Outline::default(),
        }
    }

    fn all(&mut self, flow: &Flow) {
        let items = flow.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) if paragraph.is_item && self.names.knows(&paragraph.text) => {
                Some(paragraph.look)
            }
            _ => None,
        });
        self.items = items.collect();
        self.out.is_instructed = marks::has_guidance(&flow.blocks);
        let is_lead = |block: &&Block| match block {
            Block::Paragraph(paragraph) => {
                paragraph.lead > 0
                    && paragraph
                        .text
                        .get(..paragraph.lead)
                        .is_some_and(|lead| self.names.knows(lead.trim().trim_end_matches(DASHES)))
            }
            Block::Table(_) => false,
        };
        self.is_led_in = flow.blocks.iter().filter(is_lead).nth(ENOUGH - 1).is_some();
        let (names, near) = (self.names, self.near);
        let is_known = |label: &str| {
            let may_be = label.len() <= MAX_HEADING;
            names.knows(label) || may_be && near.meant(label, &[]).is_some()
        };
        self.forms = Forms::of(&flow.blocks, &is_known);
        let looks = flow.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) => self.level(paragraph).filter(|_| is_known(paragraph.text.trim())),
            _ => None,
        });
        self.looks = looks.collect();
        let is_known = |name: &&Arc<str>| self.names.find(name, &[], None, self.near).is_some();
        self.are_named = flow
            .controls
            .iter()
            .filter(|control| control.names.iter().any(|name| is_known(&name)))
            .nth(ENOUGH - 1)
            .is_some();
        let names = flow.controls.iter().filter(|control| !control.names.iter().any(|name| is_known(&name)));
        self.fields = names.flat_map(|control| &control.names).map(|name| letters(name)).collect();
        let (cover, blocks) = flow.blocks.split_at(letterhead::cover(&flow.blocks));
        cover.iter().for_each(|block| self.of_letter(block));
        let page = cover.iter().find_map(|block| match block {
            Block::Paragraph(paragraph) => paragraph.page,
            Block::Table(_) => None,
        });
        self.unplaced(NameKind::Heading, String::new(), page, !cover.is_empty(), None);
        let (head, body) = blocks.split_at(letterhead::length(blocks, self.names));
        let (body, closing) = body.split_at(body.len() - letterhead::closing(body, self.names));
        head.iter().for_each(|block| self.of_letter(block));
        let mut rest = body;
        while let Some((from, count)) = asides::next(rest, self.names) {
            let (before, aside) = rest.split_at(from);
            let (aside, after) = aside.split_at(count);
            self.blocks(before);
            aside.iter().for_each(|block| self.of_letter(block));
            rest = after;
        }
        self.blocks(rest);
        let behind = letterhead::behind_greeting(closing, self.names);
        if !behind.is_empty() && self.section.as_ref().is_some_and(Section::is_blank) {
            self.unread(ASIDE);
        }
        self.close();
        for block in closing {
            if let Block::Paragraph(paragraph) = block
                && (behind.iter().any(|behind| std::ptr::eq(*behind, paragraph))
                    || paragraph.text.lines().any(|line| letter::is_of_paper(line.trim(), self.names)))
            {
                let part = self.part().map(|(key, _)| key);
                self.unplaced(NameKind::Heading, String::new(), paragraph.page, true, part);
            }
            self.of_letter(block);
        }
        for control in &flow.controls {
            self.control(control);
        }
        self.once();
        self.out.is_several = self.several.is_so();
    }

    /// What is of the letter or the paper, and answers nothing.
    fn of_letter(&mut self, block: &Block) {
        if let Block::Paragraph(paragraph) = block {
            self.several.line(paragraph.text.trim(), None);
            self.out.has_letterhead |= !paragraph.is_blank();
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        let labels = self.plain_labels(blocks);
        let mut blocks = blocks.iter().zip(labels).peekable();
        while let Some((block, label)) = blocks.next() {
            match block {
                Block::Paragraph(paragraph) if let Some(label) = label => self.plain_label(paragraph, label),
                Block::Paragraph(paragraph)
                    if self.is_over_table(paragraph, blocks.clone().map(|(block, _)| block)) =>
                {
                    while blocks.next_if(|(block, _)| matches!(block, Block::Paragraph(_))).is_some() {}
                    if let Some((Block::Table(rows), _)) = blocks.next() {
                        self.table_of(rows, Some(paragraph.text.trim().to_owned()));
                    }
                }
                Block::Paragraph(paragraph) if self.is_of_lines(paragraph) => {
                    forms::lines(paragraph).for_each(|line| self.paragraph(&line));
                }
                Block::Paragraph(paragraph) => {
                    // A heading that goes on in the next line: known together, and not alone.
                    if let Some((Block::Paragraph(next), _)) = blocks.peek()
                        && let Some(whole) = self.in_two(paragraph, next)
                    {
                        blocks.next();
                        self.paragraph(&whole);
                        continue;
                    }
                    self.paragraph(paragraph);
                }
                Block::Table(rows) => self.table(rows),
            }
        }
    }
}
