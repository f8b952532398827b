//! From the flow of a document to names with values: what stands under a heading, beside a label, in a control.
//!
//! What has no known name is put nowhere: it is counted, and listed by its heading.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use rehabplan::plan::FieldKind;
use rehabplan::pointer;
use serde_json::{Map, Value as Json};

use super::answer::{Answer, Answers, Choice, choose, chosen, is_head, is_mark, is_provision, may_answer};
use super::asides;
use super::elsewhere::{is_chapter_elsewhere, is_doctors, is_elsewhere, is_of_self_employed, is_of_workplace};
use super::flow::{
    ASIDE, Block, Cell, Control, DOUBTFUL, Flow, Ink, LOST, Look, Paragraph, TableRow, UNREAD, columns, text_of,
};
use super::forms::{self, Form, Forms, Line};
use super::hollow;
use super::kinds;
use super::letterhead;
use super::marks;
use super::meaning;
use super::names::{Name, Names, Near, are_parts, is_ending, part, part_by_key, strip};
use super::numbers::{Number, Numbers};
use super::order;
use super::several::Several;
use super::template::{is_contents, is_instruction, is_page, is_row_of_names, written};
use super::title::{Told, is_title, recommends, whose};
use crate::dates;
use crate::names::letters;
use crate::prompts::{is_prompt, is_status};
use crate::record::{NameKind, Unread};
use crate::value::Value;
use crate::wholes::{PREPARATORY, WRITTEN};
use crate::{labels, model};

/// The longest heading.
const MAX_HEADING: usize = 160;
/// The longest heading that has a style: the law's own words may be one.
const MAX_STYLED: usize = 400;
/// The longest title of rows in a table.
const MAX_TITLE: usize = 80;
/// Headings by their look come after those by their style, the larger first.
const BY_LOOK: u16 = 1_000;
/// Headings that are told by their words alone.
const BY_NAME: u16 = 20_000;
/// A label in a table is nearer to what it names than any heading.
const IN_TABLE: u16 = 30_000;
/// What mappings call the outcome in the part that recommends it, which may be called as the part itself.
const OUTCOME: &str = "Udfald";
/// What may stand between a label and its answer.
const DASHES: [char; 3] = ['–', '—', '-'];
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
    /// Places that the document has one text for, whatever stands below them in a plan.
    pub(super) wholes: Vec<&'static str>,
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

/// The size that most letters of running text have.
fn body_size(blocks: &[Block]) -> u16 {
    fn count(blocks: &[Block], sizes: &mut HashMap<u16, usize>) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) if paragraph.level.is_none() && !paragraph.look.is_bold => {
                    *sizes.entry(paragraph.look.size).or_default() += paragraph.text.len();
                }
                Block::Paragraph(_) => {}
                Block::Table(rows) => rows.iter().flatten().for_each(|cell| count(&cell.blocks, sizes)),
            }
        }
    }
    let mut sizes = HashMap::new();
    count(blocks, &mut sizes);
    sizes
        .into_iter()
        .filter(|(_, letters)| *letters > 0)
        .max_by_key(|(size, letters)| (*letters, *size))
        .map_or(u16::MAX, |(size, _)| size)
}

/// How a document without styles writes its headings, as far as the known ones tell.
#[derive(Debug, Default, Clone, Copy)]
struct Manner {
    numbered: Option<Numbers>,
    has_colon: bool,
    /// They are entries of a list, and little else is.
    are_items: bool,
}

impl Manner {
    fn of(blocks: &[Block], names: &Names) -> Self {
        let paragraphs = || {
            blocks.iter().filter_map(|block| match block {
                Block::Paragraph(paragraph) => Some(paragraph),
                Block::Table(_) => None,
            })
        };
        let known: Vec<&Paragraph> = paragraphs().filter(|paragraph| names.knows(&paragraph.text)).collect();
        let are_most = |is_so: &dyn Fn(&Paragraph) -> bool| {
            known.iter().filter(|paragraph| is_so(paragraph)).count() * 2 > known.len()
        };
        let numbered = Numbers::ALL
            .into_iter()
            .find(|numbers| are_most(&|paragraph| Numbers::of(paragraph.text.trim()) == Some(*numbers)));
        let items = paragraphs().filter(|paragraph| paragraph.is_item && !paragraph.is_blank()).count();
        let known_items = known.iter().filter(|paragraph| paragraph.is_item).count();
        Self {
            numbered,
            has_colon: are_most(&|paragraph| paragraph.text.trim().ends_with(':')),
            are_items: known_items >= ENOUGH && known_items * 2 > items,
        }
    }

    /// Whether a line is written as they are, and goes on where the last number stopped.
    fn has(self, paragraph: &Paragraph, last: Option<&Number>) -> bool {
        /// The longest one that nothing but a colon tells.
        const LONGEST: usize = 60;
        let text = paragraph.text.trim();
        self.numbered.is_some_and(|numbers| numbers.has(text, last))
            || self.has_colon && text.ends_with(':') && text.len() < LONGEST
            || self.are_items && paragraph.is_item
    }

    /// Whether nothing but its words tells one.
    fn is_of_words(self) -> bool {
        self.numbered.is_none() && !self.has_colon && !self.are_items
    }
}

/// What a part of a plan is called: its key, and what mappings call it.
type PartName = (&'static str, &'static str);

/// A heading that what follows stands under.
#[derive(Clone)]
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
    /// The next heading looks as it does, and nothing stands between: it is over those that come.
    is_over: bool,
}

/// A heading by its look that nobody knows, as long as nothing stands under it: what it stands in, which it may be a line of.
struct Doubt {
    around: Section,
    /// What it took away of the headings above.
    above: Vec<Above>,
}

/// What a row among labels and their answers is that may be the title of the labels after it.
enum Title {
    Told,
    /// It may be the answer as well.
    Doubtful,
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
            above: Vec::new(),
            section: None,
            before: None,
            doubt: None,
            known: 0,
            headings: 0,
            counts: HashMap::new(),
            last: None,
            settled: None,
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
                    || paragraph.text.lines().any(|line| letterhead::is_of_paper(line.trim(), self.names)))
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

    /// The same value under the same name, as when a control stands in the cell of its label, is there once. A blank that
    /// another place of the name fills in says nothing.
    fn once(&mut self) {
        // Beside its own heading, which is blank, what stands under one that nobody knows may be the answer or not.
        let is_filled = |placed: &&Placed| !placed.value.is_nothing() && !placed.is_under_unknown;
        let filled: HashSet<Arc<str>> =
            self.out.placed.iter().filter(is_filled).map(|placed| Arc::clone(&placed.place)).collect();
        let is_blank = |placed: &&Placed| placed.value.is_nothing() && !placed.is_under_unknown;
        let blank: HashSet<Arc<str>> =
            self.out.placed.iter().filter(is_blank).map(|placed| Arc::clone(&placed.place)).collect();
        for placed in self.out.placed.iter_mut().filter(|placed| placed.is_under_unknown && !placed.value.is_nothing())
        {
            if blank.contains(&placed.place) && !filled.contains(&placed.place) {
                placed.value = Value::Unreadable;
            }
        }
        let mut values: HashSet<(String, String)> = HashSet::new();
        let filled: HashSet<String> = self
            .out
            .placed
            .iter()
            .filter(|placed| !placed.value.is_nothing())
            .map(|placed| letters(&placed.name))
            .collect();
        self.out.placed.retain(|placed| {
            let name = letters(&placed.name);
            (!placed.value.is_nothing() || !filled.contains(&name))
                && values.insert((name, format!("{:?}", placed.value)))
        });
        self.join();
    }

    /// A text that stands under several names of one place is one: the mapping asks for the first name that is there, and what stands
    /// under the others goes on in it.
    fn join(&mut self) {
        let mut joined: Vec<Placed> = Vec::new();
        let mut first: HashMap<Arc<str>, usize> = HashMap::new();
        let mut texts: HashSet<(Arc<str>, String)> = HashSet::new();
        for placed in std::mem::take(&mut self.out.placed) {
            let is_text = placed.columns.is_none()
                && matches!(model::find(model::plan(), &placed.place), Ok((_, FieldKind::Text)));
            if let Value::Text(more) = &placed.value
                && is_text
            {
                let at = *first.entry(Arc::clone(&placed.place)).or_insert(joined.len());
                let is_new = texts.insert((Arc::clone(&placed.place), more.to_string()));
                if let Some(Placed { name, value: Value::Text(text), .. }) = joined.get_mut(at)
                    && *name != placed.name
                {
                    if is_new {
                        let text = text.to_mut();
                        text.push('\n');
                        text.push_str(more);
                    }
                    continue;
                }
            }
            // Several tables, or texts, under one list's names are one list.
            if let Value::Nested(more) = &placed.value
                && let Some(columns) = &placed.columns
            {
                let at = *first.entry(Arc::clone(&placed.place)).or_insert(joined.len());
                if let Some(Placed { value: Value::Nested(list), columns: Some(known), .. }) = joined.get_mut(at)
                    && let (Json::Array(list), Json::Array(more)) = (list.to_mut(), &**more)
                {
                    list.extend(more.iter().filter(|entry| !list.contains(entry)).cloned().collect::<Vec<_>>());
                    known.extend(columns.iter().filter(|column| !known.contains(column)).cloned().collect::<Vec<_>>());
                    continue;
                }
            }
            joined.push(placed);
        }
        self.out.placed = joined;
    }

    fn control(&mut self, control: &Control) {
        let found = control.names.iter().find_map(|name| self.names.find(name, &[], None, self.near));
        // What it is called may say enough where it stands below a heading of the same words.
        let met = || control.names.iter().find_map(|name| self.met.get(&letters(name))?.as_ref());
        let found = found.or_else(|| met().filter(|_| !control.is_in_text)).cloned();
        // Where it has no known name, its text is read where it stands, if it stands anywhere.
        let Some(name) = found else {
            if !control.is_in_text {
                self.unplaced(
                    NameKind::Form,
                    control.names.first().map(ToString::to_string).unwrap_or_default(),
                    control.page,
                    !control.value.is_nothing() && control.value != Value::Flag(false),
                    None,
                );
            }
            return;
        };
        let name = &name;
        self.known += 1;
        // A list, or what is written of a place as a whole, is read as under a heading of that name.
        if !name.is_placed || name.columns.is_some() {
            let heading = control.names.first().map_or("", |name| &**name);
            let mut section = self.begin(control.kind, BY_NAME, Some(name.clone()), heading, control.page);
            match &control.value {
                Value::Text(text) => section.lines.extend(text.lines().map(str::to_owned)),
                Value::Nothing => {}
                // A tick is no text, but somebody has set it.
                _ => return self.unplaced(control.kind, heading.to_owned(), control.page, true, None),
            }
            return self.place(Some(section));
        }
        let lines: Vec<String> = match &control.value {
            Value::Text(text) => text.lines().map(str::to_owned).collect(),
            _ => Vec::new(),
        };
        let is_hollow = hollow::says_nothing(&lines, name);
        let value = if lines.is_empty() { control.value.clone() } else { value_of(&lines, Some(name)) };
        if let Value::Text(text) = &value {
            self.several.answer(name, text, true);
            // It stands among the lines of its heading.
            let has_it = |placed: &Placed| {
                placed.place == name.place && matches!(&placed.value, Value::Text(whole) if whole.contains(&**text))
            };
            if control.is_in_text && self.out.placed.iter().any(has_it) {
                return;
            }
        }
        self.out.placed.push(Placed {
            kind: control.kind,
            name: Arc::clone(&name.spelled),
            value,
            page: control.page,
            columns: None,
            unread: is_hollow.then_some(Unread::Hollow),
            place: Arc::clone(&name.place),
            is_under_unknown: false,
        });
        self.unplaced(control.kind, String::new(), control.page, is_hollow && !control.is_in_text, None);
    }

    fn unplaced(
        &mut self,
        kind: NameKind,
        heading: String,
        page: Option<u32>,
        has_text: bool,
        part: Option<&'static str>,
    ) {
        if has_text {
            let number = self.counts.entry(kind).or_default();
            *number += 1;
            let after = self.last.as_ref().map(|last| last.to_string());
            let is_whole = false;
            self.out.unplaced.push(Unplaced { kind, number: *number, heading, page, after, part, is_whole });
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        let mut blocks = blocks.iter().peekable();
        while let Some(block) = blocks.next() {
            match block {
                Block::Paragraph(paragraph) if self.is_of_lines(paragraph) => {
                    forms::lines(paragraph).for_each(|line| self.paragraph(&line));
                }
                Block::Paragraph(paragraph) => {
                    // A heading that goes on in the next line: known together, and not alone.
                    if let Some(Block::Paragraph(next)) = blocks.peek()
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

    /// Whether a paragraph is lines of which some are headings by their words.
    fn is_of_lines(&self, paragraph: &Paragraph) -> bool {
        let text = paragraph.text.trim();
        let is_label = |line: &Paragraph| {
            Line::of(line).is_some_and(|line| self.forms.has(line.form) && self.names.knows(line.label))
        };
        let are_labels = || paragraph.lead == 0 && forms::lines(paragraph).filter(is_label).nth(ENOUGH - 1).is_some();
        text.contains('\n') && (self.by_name && text.lines().any(|line| self.names.knows(line)) || are_labels())
    }

    /// Whether all that is written there stands in controls that have a place of their own.
    fn is_held(&self, blocks: &[Block]) -> bool {
        blocks.iter().all(|block| match block {
            Block::Paragraph(paragraph) => paragraph.is_blank() || self.is_in_control(paragraph),
            Block::Table(rows) => rows.iter().flatten().all(|cell| self.is_held(&cell.blocks)),
        })
    }

    fn is_in_control(&self, paragraph: &Paragraph) -> bool {
        paragraph.control.iter().any(|name| self.names.find(name, &[], None, self.near).is_some())
    }

    fn in_two(&self, first: &Paragraph, second: &Paragraph) -> Option<Paragraph> {
        let is_like =
            first.look == second.look && first.level == second.level && !first.is_blank() && !second.is_blank();
        if !is_like
            || self.level(first).is_none() && !self.by_name
            || self.is_short_answer(&first.text)
            || first.text.len() + second.text.len() > MAX_HEADING
        {
            return None;
        }
        let text = format!("{} {}", first.text.trim(), second.text.trim());
        let goes_on = second.text.trim().starts_with(char::is_lowercase) && !self.names.knows(&second.text);
        let is_one = self.names.knows(&text) && (goes_on || is_ending(&second.text) || !self.names.knows(&first.text));
        is_one.then(|| Paragraph { text, ..first.clone() })
    }

    /// Whether a line is a whole answer that is short, and no number of the heading after it: a day, or what the heading above asks for.
    fn is_short_answer(&self, line: &str) -> bool {
        let is_open = || self.section.as_ref().is_some_and(|section| section.is_short() && section.is_blank());
        dates::read(line.trim(), None).is_some() || may_answer(line) && is_open()
    }

    fn part(&self) -> Option<PartName> {
        self.above.iter().rev().find_map(|above| above.part).or(self.settled)
    }

    /// The parts that the known headings are of, but for what stands between them.
    fn met_parts(&self) -> impl Iterator<Item = &str> {
        const BETWEEN: [&str; 2] = ["sag", "moede"];
        self.headed_now.iter().filter_map(|place| place.split('/').nth(1)).filter(|part| !BETWEEN.contains(part))
    }

    /// The part that all known headings are of, in a document that has no headings of parts.
    fn one_part(&self) -> Option<PartName> {
        let mut parts = self.met_parts();
        let first = parts.next()?;
        let is_one = parts.all(|part| part == first);
        let has_parts = !self.out.parts.is_empty() || self.settled.is_some();
        (is_one && !has_parts && self.headed_now.len() >= ENOUGH).then(|| part_by_key(first)).flatten()
    }

    /// The name that a heading is where the reader stands.
    fn find(&self, heading: &str) -> Option<&'n Name> {
        if self.is_elsewhere() {
            return None;
        }
        let part = self.part();
        let mut above: Vec<&str> = self.settled.iter().map(|(_, name)| *name).collect();
        for known in &self.above {
            above.extend(known.part.map(|(_, name)| name).into_iter().chain(known.whole));
            above.push(&known.text);
        }
        above.extend(self.group.as_deref());
        let found = self.names.find(heading, &above, part.map(|(key, _)| key), self.near)?;
        if self.is_under_doctor() && !is_heard_of_doctors(&found.place) {
            return None;
        }
        // Of somebody who is self-employed the same is asked in places of its own (§ 15).
        if self.above.iter().any(|above| is_of_self_employed(&above.text))
            && let Some(own) = of_self_employed(&found.place).and_then(|own| self.names.at(own))
        {
            return Some(own);
        }
        // What it stands under may say which of both is meant: `Barrierer` under `Sociale forhold`.
        let is_beside = |meant: &&Name| meant.place.starts_with(pointer!(forberedende_del.udfordringer));
        let is_joint = *found.place == *JOINT && !above.is_empty() && !strip(heading).contains(' ');
        let meant = is_joint.then(|| self.names.at(self.near.meant(heading, &above)?)).flatten();
        Some(meant.filter(is_beside).unwrap_or(found))
    }

    /// The name of the place that a heading, or a label, asks for by the meaning of its words, where the reader stands.
    fn meant(&self, heading: &str, level: Option<u16>) -> Option<&'n Name> {
        if heading.len() > MAX_STYLED || self.is_elsewhere() || begins(heading) || self.names.knows(heading) {
            return None;
        }
        let above = self
            .above
            .iter()
            .filter(|above| !is_title(&above.text))
            .map(|above| above.text.as_str())
            .chain(self.group.as_deref());
        let above: Vec<&str> = above.collect();
        let name = self.names.at(self.near.meant(heading, &above)?)?;
        if !self.may_hold(name) || self.is_of_several(heading, name) {
            return None;
        }
        // What is asked for already is a part of the answer: `Fysisk` under `Helbred`.
        let is_asked = |section: &Section| {
            let is_below = level.is_some_and(|level| level > section.level);
            is_below && section.name.as_ref().is_some_and(|own| own.place == name.place)
        };
        (!self.section.as_ref().is_some_and(is_asked)).then_some(name)
    }

    /// Whether the part that the reader stands in may have a place; a self-employed person's template asks the same in the same words, and
    /// means places of its own (§ 15).
    fn may_hold(&self, name: &Name) -> bool {
        const SELF_EMPLOYED: &str = pointer!(forberedende_del.selvstaendig);
        const CASE: &str = "sag";
        let is_written = |part: &str| WRITTEN.contains(&part);
        let is_in_part = match self.part() {
            Some((part, _)) if is_written(part) => {
                *name.part == *part || !is_written(&name.part) && (part == PREPARATORY || *name.part != *CASE)
            }
            _ => true,
        };
        let mut headed = self.headed.iter().chain(&self.headed_now);
        let is_of_other = &*name.part == PREPARATORY
            && !name.place.starts_with(SELF_EMPLOYED)
            && headed.any(|place| place.starts_with(SELF_EMPLOYED));
        is_in_part && !is_of_other && (is_heard_of_doctors(&name.place) || !self.is_under_doctor())
    }

    /// Whether the reader stands under the heading of what a doctor wrote.
    fn is_under_doctor(&self) -> bool {
        let may_be = |above: &&Above| above.is_unknown || above.whole.is_some();
        let above = self.above.iter().filter(may_be).map(|above| above.text.as_str()).chain(self.group.as_deref());
        above.into_iter().any(is_doctors)
    }

    /// Whether the document has another part that calls something so, and no heading says in which part this stands.
    fn is_of_several(&self, heading: &str, name: &Name) -> bool {
        let others = || self.met_parts().filter(|part| **part != *name.part).filter_map(part_by_key);
        self.part().is_none() && others().any(|(key, part)| self.names.exact(heading, &[part], Some(key)).is_some())
    }

    /// The name that a label is, by how it is written or by what its words mean.
    fn known(&self, label: &str) -> Option<&'n Name> {
        self.find(label).or_else(|| self.meant(label, None))
    }

    /// Whether the reader stands under a heading of somebody else, another time or another document, in no part of the plan.
    fn is_elsewhere(&self) -> bool {
        let nearest = self.above.iter().rev().find(|above| above.part.is_some() || above.is_elsewhere);
        nearest.is_some_and(|above| above.is_elsewhere)
            || self.group.as_deref().is_some_and(|group| is_elsewhere(group, false))
    }

    /// Whether a line is the name of something in a plan, as it is written: then its full stop ends no sentence.
    fn is_called(&self, text: &str) -> bool {
        let is_exact = || {
            let part = self.part();
            let above = part.map(|(_, name)| name);
            self.names.exact(text, above.as_slice(), part.map(|(key, _)| key)).is_some()
        };
        self.names.knows(text) || part(text).is_some() || is_exact()
    }

    /// The level of a paragraph that is a heading by its style or by its look.
    fn level(&self, paragraph: &Paragraph) -> Option<u16> {
        let text = paragraph.text.trim();
        if paragraph.level.is_some() {
            return paragraph.level.filter(|_| !text.is_empty() && text.len() <= MAX_STYLED);
        }
        if text.is_empty() || text.len() > MAX_HEADING || text.contains('\n') {
            return None;
        }
        let Look { size, is_caps, is_bold, is_underlined, .. } = paragraph.look;
        let is_larger = size > self.body.saturating_add(1);
        // In the slant of headings a template may say what to write, too.
        let is_marked = self.marks.contains(&paragraph.look.mark()) && !is_instruction(paragraph);
        let stands_out = is_bold || is_larger || is_caps || is_underlined || is_marked;
        // In capitals, a full stop cuts a word short: `BORGERS VURD.`
        let is_in_capitals = || !text.contains(char::is_lowercase);
        let is_sentence = text.ends_with(['.', ',', ';', '!']) && !is_in_capitals() && !self.is_called(text);
        let is_entry = paragraph.is_item && !self.items.contains(&paragraph.look) && self.find(text).is_none();
        if !stands_out || is_sentence || is_entry {
            return None;
        }
        let weight = size.min(1_000) * 8 + u16::from(is_caps) * 4 + u16::from(is_bold) * 2 + u16::from(is_underlined);
        // Headings that look alike may be told apart by their numbers.
        Some(BY_LOOK + (8_100 - weight) + Number::of(text).map_or(0, |number| number.depth()))
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        if paragraph.is_blank() {
            if paragraph.is_unread {
                self.unread(if paragraph.is_aside { ASIDE } else { UNREAD });
            }
            if let Some(level) = paragraph.level.filter(|_| paragraph.is_struck) {
                self.close_section();
                self.take_above(|above| above.level >= level);
                self.section = Some(self.begin(NameKind::Heading, level, None, "", paragraph.page));
            }
            return;
        }
        if paragraph.is_guidance {
            self.out.is_instructed = true;
            return;
        }
        // A note to a heading says something of that, and is no answer.
        if paragraph.is_note && self.section.as_ref().is_none_or(|section| section.is_blank()) {
            let part = self.part().map(|(key, _)| key);
            self.unplaced(NameKind::Heading, String::new(), paragraph.page, true, part);
            return;
        }
        let text = paragraph.text.trim();
        self.several.line(text, self.section.as_ref().and_then(|section| section.name.as_ref()));
        if Several::is_somebody(text) {
            let part = self.part().map(|(key, _)| key);
            self.unplaced(NameKind::Line, String::new(), paragraph.page, true, part);
            return;
        }
        // What became of the paper; as a chapter, it is that paper.
        if is_status(text) && (paragraph.level.is_none() || !is_chapter_elsewhere(text, false, true, self.names)) {
            self.out.has_letterhead = true;
            return;
        }
        if paragraph.level.is_none() && self.letter(paragraph) {
            return;
        }
        if let Some((mut label, mut value)) = self.run_in(paragraph) {
            let form = Line::of(paragraph).map(|line| line.form);
            // Behind a whole sentence, the next label may stand in the same paragraph.
            while let Some((own, next, rest)) = self.next_label(value) {
                self.labelled(label, own, form, paragraph.page);
                (label, value) = (next, rest);
            }
            self.labelled(label, value, form, paragraph.page);
            return;
        }
        if self.label(paragraph) || self.field(paragraph) || self.question(paragraph) {
            return;
        }
        if let Some(level) = self.level(paragraph) {
            self.heading(text, level, paragraph.level.is_some(), paragraph.page);
            return;
        }
        if self.is_between_labels(text) || self.is_chapter_of_other(paragraph) {
            self.heading(text, BY_NAME, true, paragraph.page);
            return;
        }
        let may_be_item = !paragraph.is_item || self.manner.are_items;
        if self.by_name && may_be_item && text.len() <= MAX_HEADING && !text.contains('\n') {
            let is_known = self.find(text).is_some() || begins(text) || self.names.knows(text);
            let is_like_them =
                !text.ends_with(['.', ',', ';', '!']) && self.manner.has(paragraph, self.number.as_ref());
            if is_known || is_like_them {
                // What is numbered below a known heading is a part of its answer.
                let is_below = !is_known && self.is_numbered_below(text);
                self.heading(text, BY_NAME + u16::from(is_below), true, paragraph.page);
                return;
            }
        }
        if is_contents(text, self.names) {
            return;
        }
        if is_instruction(paragraph) {
            self.out.is_instructed = true;
            return;
        }
        let is_under = self.section.as_ref().is_some_and(|section| section.name.is_some() && !section.is_closed);
        if !is_under && self.is_in_control(paragraph) {
            return;
        }
        let kind = if paragraph.is_form { NameKind::Form } else { NameKind::Heading };
        self.text(text, kind, paragraph.is_item, paragraph.page);
    }

    /// Reads what is said to whoever gets the plan. Alone under a heading it may be an answer, and nobody can say; after an answer it is
    /// none of that, and neither is what follows on a greeting.
    fn letter(&mut self, paragraph: &Paragraph) -> bool {
        let text = paragraph.text.trim();
        let is_greeted = letterhead::is_salutation(text);
        if !is_greeted && !asides::may_be_of_letter(text, self.names) {
            return false;
        }
        if self.section.as_ref().is_some_and(Section::is_blank) {
            self.unread(ASIDE);
        }
        if is_greeted {
            self.close_section();
            self.section = Some(self.begin(NameKind::Heading, BY_NAME, None, "", paragraph.page));
            self.text(text, NameKind::Heading, false, paragraph.page);
        } else if self.section.as_ref().is_some_and(|section| section.name.is_some()) {
            let part = self.part().map(|(key, _)| key);
            self.unplaced(NameKind::Heading, String::new(), paragraph.page, true, part);
        } else {
            return false;
        }
        true
    }

    /// Whether a line has a number below that of the heading that it stands under.
    fn is_numbered_below(&self, text: &str) -> bool {
        let above = self.section.as_ref().and_then(|section| Number::of(&section.heading));
        Number::of(text).zip(above).is_some_and(|(own, above)| own.is_below(&above))
    }

    /// A label with its value in one line: `Dato: 12. marts 2020`.
    fn run_in<'p>(&self, paragraph: &'p Paragraph) -> Option<(&'p str, &'p str)> {
        let text = paragraph.text.as_str();
        let is_bold = paragraph.lead > 0 && paragraph.level.is_none();
        let (label, value) = if is_bold {
            let lead = text.get(..paragraph.lead)?;
            (lead, text.get(paragraph.lead..)?)
        } else if paragraph.level.is_none() {
            // A question that is answered by a tick behind it.
            let asked =
                text.find('?').map(|at| text.split_at(at + 1)).filter(|(_, boxes)| ticked(boxes.trim()).is_some());
            let set_apart = Line::of(paragraph)
                .filter(|line| matches!(line.form, Form::Tab | Form::Dash) && self.forms.has(line.form))
                .map(|line| (line.label, line.value));
            asked.or(set_apart).or_else(|| text.split_once(':'))?
        } else {
            return None;
        };
        let is_label = label.trim().len() <= MAX_HEADING && !value.trim().is_empty();
        // A bold word at the beginning of a sentence is no label.
        let ends = label.trim_end().ends_with(':')
            || value.trim_start().starts_with(':')
            || value.starts_with(['\n', '\t'])
            || label.ends_with(['\n', '\t']);
        let is_apart = is_bold && !ends && self.is_apart(label, value);
        let label = label.trim();
        let is_label = is_label && !label.contains('\n') && (ends || is_apart || !is_bold);
        let is_meant = |name: &Name| is_bold && !is_apart || !self.is_told_elsewhere(name);
        let value = value.trim_start_matches([':', ' ', '\t', '\n']);
        let value = if is_apart { value.trim_start_matches(DASHES).trim_start() } else { value };
        let is_in_part = || self.part().is_some_and(|(key, _)| pointer!(indstilling).ends_with(key));
        let label = if recommends(label, value.trim()) && is_in_part() { OUTCOME } else { label };
        // In the text of another heading, a word before a colon that no name is like is a part of that text.
        let is_asked = is_bold && label.ends_with('?');
        let stands_alone = || {
            (is_asked || !self.goes_on(Line::of(paragraph).map(|line| line.form))) && self.meant(label, None).is_some()
        };
        let is_known = || self.find(label).map_or_else(stands_alone, is_meant);
        (is_label && is_known()).then(|| (label.trim_end_matches(DASHES).trim_end(), value))
    }

    /// What stands behind a label before the next one, that one, and what stands behind it: `Bus. Familieforhold: Gift.`
    fn next_label<'v>(&self, value: &'v str) -> Option<(&'v str, &'v str, &'v str)> {
        const ENDS: [char; 4] = ['.', '!', '?', '\n'];
        let is_it = |label: &str| {
            label.len() <= MAX_HEADING
                && self.find(label).is_some_and(|name| !name.is_short && !self.headed.contains(&name.place))
        };
        // Sentence by sentence, so that what is behind each is not looked through again.
        let mut start = 0;
        value.split_inclusive(ENDS).find_map(|sentence| {
            let (own, rest) = value.split_at_checked(start)?;
            start += sentence.len();
            let (label, _) = sentence.split_once(':')?;
            let begins = label.starts_with([' ', '\u{a0}']) || own.ends_with('\n');
            let more = rest.get(label.len() + 1..)?;
            (!own.is_empty() && begins && is_it(label.trim())).then(|| (own.trim(), label.trim(), more.trim()))
        })
    }

    /// Whether something else than a colon sets a bold label apart from what follows: a full stop, a dash, or nothing but a
    /// sentence that begins anew where labels are led in so.
    fn is_apart(&self, label: &str, value: &str) -> bool {
        let (label, value) = (label.trim_end(), value.trim_start());
        let begins = |value: &str| value.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit());
        let is_dashed = label.ends_with(DASHES) || value.starts_with(DASHES);
        label.ends_with(['.', '?', '!']) || is_dashed || self.is_led_in && begins(value)
    }

    /// Reads a line in a form in which the document writes its labels: a known one without an answer beside it, or one that
    /// nobody knows after another in that form. It ends the answer above, and what follows is none of that.
    fn label(&mut self, paragraph: &Paragraph) -> bool {
        let Some(line) = Line::of(paragraph).filter(|line| self.forms.has(line.form)) else { return false };
        let Line { form, label, value } = line;
        if label.len() > MAX_HEADING || is_instruction(paragraph) {
            return false;
        }
        let is_running = paragraph.look.size <= self.body.saturating_add(1);
        if self.known(label).is_some() {
            let is_it = value.is_empty() && is_running && !self.goes_on(Some(form));
            if is_it {
                self.labelled(label, value, Some(form), paragraph.page);
            }
            return is_it;
        }
        let Some(section) = self.section.as_mut().filter(|section| section.form == Some(form)) else { return false };
        if !line.may_be_label() || section.is_within || part(label).is_some() {
            return false;
        }
        if value.is_empty() {
            // It may be a label, or begin an answer that goes on below.
            let is_in_answer =
                section.name.is_none() || !section.is_blank() || paragraph.look.is_bold || paragraph.look.is_set();
            if is_in_answer {
                return false;
            }
            section.lines.push(UNREAD.to_owned());
        }
        self.begin_unknown(form, label, value, paragraph.page);
        true
    }

    /// Reads a question in bold type with its answer behind it that asks for something else than the heading it stands under: nobody
    /// knows for what, and it is none of that answer.
    fn question(&mut self, paragraph: &Paragraph) -> bool {
        let label = paragraph.text.get(..paragraph.lead).map(str::trim).filter(|label| label.ends_with('?'));
        let Some(label) = label.filter(|label| paragraph.level.is_none() && label.len() <= MAX_HEADING) else {
            return false;
        };
        let is_of_another = |section: &Section| {
            let place = section.name.as_ref().map(|name| Arc::clone(&name.place));
            place.is_some_and(|place| !meaning::may_be_of(label, &[&section.heading], &place))
        };
        if !self.section.as_ref().is_some_and(is_of_another) || !meaning::may_be(label) {
            return false;
        }
        if self.section.as_ref().is_some_and(Section::is_blank) {
            self.unread(UNREAD);
        }
        let part = self.part().map(|(key, _)| key);
        self.unplaced(NameKind::Heading, label.to_owned(), paragraph.page, true, part);
        true
    }

    /// Ends the answer above, and begins that of a label that nobody knows.
    fn begin_unknown(&mut self, form: Form, label: &str, value: &str, page: Option<u32>) {
        self.close_section();
        let mut section = self.begin(NameKind::Heading, BY_NAME, None, label, page);
        section.form = Some(form);
        section.lines.extend(value.lines().map(str::to_owned));
        self.section = Some(section);
    }

    /// Reads a row of a column of labels with their answers behind a colon that has a label nobody knows: it is no answer to the one above.
    fn label_in_column(&mut self, paragraph: &Paragraph) -> bool {
        let line = Line::of(paragraph).filter(|line| self.is_column_of_labels && line.is_led_by_colon());
        let Some(Line { form, label, value }) = line.filter(|line| !line.value.is_empty() && line.may_be_label())
        else {
            return false;
        };
        if label.len() > MAX_HEADING || self.run_in(paragraph).is_some() || part(label).is_some() {
            return false;
        }
        self.begin_unknown(form, label, value, paragraph.page);
        true
    }

    /// Whether the rows of a table of one column are labels, each with its answer behind a colon or a blank there.
    fn is_column_of_labels(&self, rows: &[TableRow]) -> bool {
        let line = |row: &TableRow| match row.as_slice() {
            [cell] => match cell.blocks.as_slice() {
                [Block::Paragraph(paragraph)] => Line::of(paragraph)
                    .filter(|line| line.is_led_by_colon())
                    .map(|line| (!line.value.is_empty(), self.known(line.label).is_some())),
                _ => None,
            },
            _ => None,
        };
        let lines: Vec<(bool, bool)> = rows.iter().filter_map(line).collect();
        let known = lines.iter().filter(|(_, is_known)| *is_known);
        rows.iter().all(|row| row.len() == 1)
            && known.clone().count() >= ENOUGH
            && known.clone().any(|(is_filled, _)| *is_filled)
            && lines.len() * 2 > rows.len()
    }

    /// Reads a line that is the name of a control or field that nobody knows, or the text of such a control behind an answer. It
    /// ends what stands above.
    fn field(&mut self, paragraph: &Paragraph) -> bool {
        let text = paragraph.text.trim();
        if paragraph.level.is_some() || self.is_in_control(paragraph) {
            return false;
        }
        let is_answered = |section: &Section| section.name.is_some() && !section.is_closed && !section.is_blank();
        match paragraph.control.first() {
            None if self.fields.contains(&letters(text)) && self.find(text).is_none() => {
                self.close_section();
                self.section = Some(self.begin(NameKind::Control, BY_NAME, None, text, paragraph.page));
                true
            }
            Some(name) if self.are_named && self.section.as_ref().is_some_and(is_answered) => {
                let heading = name.to_string();
                self.close_section();
                self.section = Some(self.begin(NameKind::Control, BY_NAME, None, &heading, paragraph.page));
                self.text(text, NameKind::Control, paragraph.is_item, paragraph.page);
                true
            }
            _ => false,
        }
    }

    /// Whether a line among labels is the heading of those that come after it: of a part, or of a place as a whole.
    fn is_between_labels(&self, text: &str) -> bool {
        let is_after_label =
            self.section.as_ref().is_none_or(|section| section.name.is_none() || section.form.is_some());
        let begins = || begins(text) || self.find(text).is_some_and(|name| name.whole.is_some());
        !self.forms.is_empty() && is_after_label && text.len() <= MAX_HEADING && begins()
    }

    /// Whether a line of its own behind an answer is the title of the document, or, where nothing but words tells a heading, the chapter of
    /// somebody else.
    fn is_chapter_of_other(&self, paragraph: &Paragraph) -> bool {
        let text = paragraph.text.trim();
        let is_told = |section: &Section| section.form.is_some() || self.by_name && section.level == BY_NAME;
        let is_behind = |section: &Section| section.name.is_some() && !section.is_blank() && is_told(section);
        let is_other = || may_be_heading(text) && is_chapter_elsewhere(text, false, true, self.names);
        let is_plain = !paragraph.is_item && text.len() <= MAX_HEADING && !text.contains(['\n', ':']);
        is_plain && self.section.as_ref().is_some_and(is_behind) && (is_title(text) || is_other())
    }

    /// Whether a label in a form stands in the text of a heading, and is none beside what it stands under.
    fn goes_on(&self, form: Option<Form>) -> bool {
        self.section.as_ref().is_some_and(|section| {
            let is_bold = matches!(form, Some(Form::Bold | Form::BoldColon));
            // What is told by its look alone looks as bold labels do, and what is told by its words alone may be a chapter of them.
            let is_like = is_bold && section.is_blank() && (section.level >= BY_LOOK || section.is_meant);
            let is_beside = section.form.is_some() && section.form == form || is_like;
            section.level < BY_NAME && section.name.is_some() && !is_beside
        })
    }

    /// Whether what is a label in a line of its own belongs to the text that it stands in: its place has a heading of its own
    /// elsewhere in the document.
    fn is_told_elsewhere(&self, name: &Name) -> bool {
        let is_in_text = self
            .section
            .as_ref()
            .is_some_and(|section| section.name.is_some() && !section.is_closed && section.level < BY_NAME);
        is_in_text && !name.is_short && self.headed.contains(&name.place)
    }

    fn labelled(&mut self, label: &str, value: &str, form: Option<Form>, page: Option<u32>) {
        let is_meant = self.find(label).is_none();
        let Some(name) = self.known(label).cloned() else { return };
        let goes_on = self.goes_on(form);
        if goes_on && self.section.as_ref().is_some_and(|section| !section.is_closed) {
            let before = self.section.take();
            self.flush_before();
            self.before = before;
        } else {
            if let Some(section) = self.section.as_mut().filter(|section| section.is_meant && section.is_blank()) {
                section.is_group |= section.level < BY_LOOK;
            }
            self.close_section();
        }
        self.known += 1;
        self.several.meet(&name);
        if !goes_on {
            self.last = Some(self.called(label, &name));
        }
        let mut section = self.begin(NameKind::Cell, BY_NAME, Some(name), label, page);
        section.is_within = goes_on;
        section.form = form;
        section.is_meant = is_meant;
        // The answer may stand below.
        section.is_closed = goes_on || !value.is_empty() && section.is_short();
        section.lines.extend(value.lines().map(str::to_owned));
        self.section = Some(section);
        if goes_on {
            let done = self.section.take();
            self.place(done);
            self.section = self.before.take();
        }
    }

    fn begin(&self, kind: NameKind, level: u16, name: Option<Name>, heading: &str, page: Option<u32>) -> Section {
        Section {
            kind,
            level,
            name,
            heading: heading.to_owned(),
            page,
            after: self.last.clone(),
            lines: Vec::new(),
            items: Vec::new(),
            entries: Vec::new(),
            columns: Vec::new(),
            part: self.part().map(|(key, _)| key),
            pending: None,
            blank_above: None,
            may_be_heading: None,
            may_be_headings: Vec::new(),
            begins_in_doubt: false,
            is_closed: false,
            is_group: false,
            is_within: false,
            is_under_unknown: self.above.iter().any(|above| above.is_unknown),
            form: None,
            is_meant: false,
        }
    }

    /// What the document calls a name, where all its words are known; else what the mapping does, without what it stands under.
    fn called(&self, heading: &str, name: &Name) -> Arc<str> {
        let own = strip(heading);
        let spelled = name.spelled.rsplit('>').next().unwrap_or_default().trim();
        if self.names.is_of_templates(own) { own.into() } else { spelled.into() }
    }

    /// Takes away the first heading above of which something is so, and what stands under it.
    fn take_above(&mut self, is_so: impl Fn(&Above) -> bool) -> Vec<Above> {
        let position = self.above.iter().position(is_so).unwrap_or(self.above.len());
        self.above.drain(position..).collect()
    }

    fn heading(&mut self, text: &str, level: u16, by_style: bool, page: Option<u32>) {
        let begins = part(text);
        let over = self.over(level);
        self.resolve(Some(level));
        self.answerless(Some(level));
        over.into_iter().for_each(|over| self.put_over(over));
        // What a name means depends on what stands above it, and what ends here does not. Where headings are known by their
        // look, that of a part may look like those in it.
        let ends = |above: &Above| above.level >= level;
        let is_part = |above: &Above| above.part.is_some() || above.is_over;
        let is_around =
            |above: &Above| above.level == level && level >= BY_LOOK && is_part(above) && !self::begins(text);
        let mut kept = self.take_above(|above| ends(above) && !is_around(above));
        let mut found = self.find(text).cloned();
        if found.is_none() {
            let around = self.take_above(ends);
            found = self.find(text).cloned();
            if found.is_none() {
                self.above.extend(around);
            } else {
                kept.splice(0..0, around);
            }
        }
        let is_meant = found.is_none();
        let found = found.or_else(|| self.meant(text, Some(level)).cloned());
        // A heading further in, of a section that is known, belongs to it, unless the document has headings of plans that look so.
        let is_known = found.is_some() || self::begins(text) || self.names.knows(text);
        let is_part_of = |section: &Section| {
            let asked = section.name.as_ref().map(|name| Arc::clone(&name.place));
            asked.is_some_and(|place| meaning::may_be_of(text, &[&section.heading], &place))
        };
        let is_label = self.looks.contains(&level) && !self.section.as_ref().is_some_and(is_part_of);
        let within =
            |section: &&mut Section| section.name.is_some() && level > section.level && !section.is_closed && !is_label;
        if let Some(section) = self.section.as_mut().filter(within)
            && !is_known
        {
            if by_style {
                let before = section.pending.replace((text.to_owned(), page));
                self.forget(before);
            } else {
                section.lines.push(text.to_owned());
            }
            self.above.extend(kept);
            return;
        }
        let is_called = self::begins(text) || is_title(text) || whose(text).is_some();
        self.number = Number::of(text).or(self.number.take());
        let placed = self.out.placed.len();
        if let Some(section) = self.section.as_mut().filter(|section| section.name.is_some() && section.is_blank()) {
            section.is_group = section.level < level && level < BY_LOOK;
        }
        if is_known || is_called || by_style || !self.is_under_heading() {
            self.close_section();
        } else {
            self.flush_before();
            self.doubt = self.section.take().map(|around| Doubt { around, above: kept });
        }
        if let Some((key, _)) = begins
            && !self.out.parts.contains(&key)
        {
            self.out.parts.push(key);
        }
        if is_called {
            self.several.title(text, level <= 1);
        }
        if let Some(name) = &found {
            self.headed_now.insert(Arc::clone(&name.place));
            self.several.meet(name);
            let met = self.met.entry(letters(text)).or_insert_with(|| Some(name.clone()));
            met.take_if(|met| met.place != name.place);
        }
        self.known += usize::from(is_known);
        self.headings += usize::from(found.is_some());
        if let Some(name) = found.as_ref().map(|name| self.called(text, name)).or(begins.map(|(_, name)| name.into())) {
            self.last = Some(name);
        }
        let is_unknown = !is_known && !is_called;
        // What only its words tell may be a chapter as well.
        let may_be_elsewhere = is_unknown || is_meant && found.is_some();
        let is_first = self.headings == usize::from(found.is_some()) && self.out.placed.is_empty();
        let is_title = is_first && self.above.is_empty();
        self.is_self_employed |= is_of_self_employed(text);
        let is_elsewhere = may_be_elsewhere
            && (is_chapter_elsewhere(text, is_first, is_title, self.names)
                || !self.is_self_employed && is_of_workplace(strip(text)));
        self.above.push(Above {
            level,
            text: strip(text).to_owned(),
            part: begins,
            whole: found.as_ref().and_then(|name| whole(name.whole?)),
            is_unknown,
            is_elsewhere,
            is_over: false,
        });
        let mut section = self.begin(NameKind::Heading, level, found, text, page);
        section.is_meant = is_meant && section.name.is_some();
        if is_unknown && by_style && may_answer_above(level) {
            let is_blank = self
                .out
                .placed
                .get(placed..)
                .and_then(<[Placed]>::last)
                .is_some_and(|placed| placed.value.is_nothing());
            section.blank_above = is_blank.then(|| self.out.placed.len() - 1);
        }
        self.section = Some(section);
    }

    /// The last heading, where nobody knows it, nothing stands under it and the next one looks as it does: where headings are told by
    /// their look, it says what those are about that come.
    fn over(&self, level: u16) -> Option<Above> {
        let is_blank = self.section.as_ref().is_some_and(|section| section.name.is_none() && section.is_blank());
        let is_it = |above: &&Above| {
            above.level == level && level >= BY_LOOK && above.is_unknown && !above.is_elsewhere && !above.is_over
        };
        let over = self.above.last().filter(|_| is_blank).filter(is_it)?;
        Some(Above { is_over: true, ..over.clone() })
    }

    /// Puts such a heading around what comes, in the place of the one before.
    fn put_over(&mut self, over: Above) {
        let level = over.level;
        self.above.retain(|above| !(above.level == level && (above.is_over || above.text == over.text)));
        let ends = |above: &Above| above.level >= level && above.part.is_none();
        let at = self.above.iter().position(ends).unwrap_or(self.above.len());
        self.above.insert(at, over);
    }

    /// The next heading comes, or the end, and nothing stands under the last one, which has a style and nobody knows: it may be
    /// a heading without an answer, or the answer of the one above it.
    fn answerless(&mut self, next: Option<u16>) {
        let is_it = |section: &&Section| {
            let has_style = section.kind == NameKind::Heading && section.level > 0 && may_answer_above(section.level);
            // What is called by a whole sentence is no chapter.
            let is_over = section.heading.ends_with(['.', '!']);
            let is_done = next.is_none_or(|next| next <= section.level || is_over);
            has_style && section.name.is_none() && section.is_blank() && is_done
        };
        let is_unknown = self.above.last().is_some_and(|above| above.is_unknown);
        let Some(section) = self.section.as_ref().filter(is_it).filter(|_| is_unknown) else { return };
        if section.heading.is_empty() || self.names.is_of_templates(&section.heading) {
            return;
        }
        let (heading, page, part, blank) = (section.heading.clone(), section.page, section.part, section.blank_above);
        self.unplaced(NameKind::Heading, heading, page, true, part);
        if let Some(placed) = blank.and_then(|at| self.out.placed.get_mut(at)) {
            placed.value = Value::Unreadable;
        }
    }

    /// A heading further in has nothing under it: it may be the answer.
    fn forget(&mut self, pending: Option<(String, Option<u32>)>) {
        let Some((heading, page)) = pending.filter(|(heading, _)| !self.names.is_of_templates(heading)) else { return };
        let part = self.part().map(|(key, _)| key);
        self.unplaced(NameKind::Heading, heading, page, true, part);
        self.unread(UNREAD);
    }

    /// Whether a line that stands here stands under a heading, and not only under what the document is called.
    fn is_under_heading(&self) -> bool {
        self.section.as_ref().is_some_and(|section| {
            !section.heading.is_empty() && !is_title(&section.heading) && whose(&section.heading).is_none()
        })
    }

    /// Something stands under the last heading, and so it is one.
    fn settle(&mut self) {
        let around = self.doubt.take().map(|doubt| doubt.around);
        self.place(around);
    }

    /// The next heading comes, or the end, and nothing stands under the last one: where headings have a style, it is a line of
    /// the text that it stands in. Where they are told by their look, nobody can say whether it is a line or a heading without
    /// an answer.
    fn resolve(&mut self, next: Option<u16>) {
        /// What a larger letter does to the level of a heading.
        const SMALLER: u16 = 8;
        let is_smaller = |next: u16, level: u16| next < BY_NAME && next >= level.saturating_add(SMALLER);
        let is_around = |section: &Section| next.is_some_and(|next| is_smaller(next, section.level));
        if self.doubt.is_none() || self.section.as_ref().is_none_or(is_around) {
            return self.settle();
        }
        let (Some(Doubt { mut around, above }), Some(line)) = (self.doubt.take(), self.section.take()) else { return };
        self.above.pop();
        self.above.extend(above);
        if around.level < BY_LOOK && !around.is_closed {
            around.lines.extend(around.pending.take().map(|(line, _)| line));
            around.lines.push(line.heading);
        } else if !self.names.is_of_templates(&line.heading) {
            self.unplaced(NameKind::Line, String::new(), line.page, true, around.part);
            if !around.is_closed && around.name.is_some() {
                around.lines.push(UNREAD.to_owned());
            }
        }
        self.section = Some(around);
    }

    fn text(&mut self, text: &str, kind: NameKind, is_item: bool, page: Option<u32>) {
        self.settle();
        // Who somebody is may stand below its label as well as beside it.
        if let Some(section) =
            self.section.as_ref().filter(|section| section.name.is_none() && section.lines.is_empty())
        {
            self.several.label(&section.heading, text);
        }
        if is_title(text) || whose(text).is_some() {
            self.several.title(text, false);
        }
        // A field of a form that nobody knows is none of what stands around it, where that has no heading.
        // A second answer, where there is one: nobody knows which is meant.
        if let Some(section) = self.section.as_mut().filter(|section| section.is_closed && section.is_short())
            && may_answer(text)
        {
            section.lines.push(text.to_owned());
            return;
        }
        let is_another =
            |section: &Section| section.name.is_none() && section.heading.is_empty() && section.kind != kind;
        if self.section.as_ref().is_none_or(|section| section.is_closed || is_another(section)) {
            self.close_section();
            let section = self.begin(kind, BY_NAME, None, "", page);
            self.section = Some(section);
        }
        let is_told = self.are_told_by_words();
        if let Some(section) = &mut self.section {
            let before = section.may_be_heading.take();
            section.begins_in_doubt |= before.is_some() && section.lines.len() == 1;
            section.may_be_headings.extend(before);
            let is_answer = section.name.as_ref().is_some_and(|name| !name.is_short && name.columns.is_none());
            if is_told && is_answer && !is_item && section.level == BY_NAME {
                // Several lines may be one paragraph.
                let mut lines = text.lines().map(may_be_heading).rev();
                section.may_be_heading = lines.next().unwrap_or_default().then_some(page);
                section.may_be_headings.extend(lines.filter(|may_be| *may_be).map(|_| page));
                let first = text.lines().next().filter(|first| first.len() < text.len());
                section.begins_in_doubt |= section.lines.is_empty() && first.is_some_and(may_be_heading);
            }
            section.lines.extend(section.pending.take().map(|(line, _)| line));
            section.lines.push(text.to_owned());
            if is_item {
                section.items.push(text.to_owned());
            }
            // Boxes to tick stand on lines of their own.
            section.is_closed |= section.name.as_ref().is_some_and(|name| name.is_short) && ticked(text).is_none();
        }
    }

    /// Whether nothing but its words tells a heading from a line of an answer.
    fn are_told_by_words(&self) -> bool {
        self.by_name && self.manner.is_of_words()
    }

    /// Under a heading that is known, what cannot be read may be its answer.
    fn unread(&mut self, sign: &str) {
        let is_open = |section: &&mut Section| section.name.is_some() && !section.is_closed;
        if let Some(section) = self.section.as_mut().filter(is_open) {
            section.lines.push(sign.to_owned());
        }
    }

    fn flush_before(&mut self) {
        let before = self.before.take();
        self.place(before);
    }

    fn close_section(&mut self) {
        self.settle();
        let section = self.section.take();
        self.place(section);
        self.flush_before();
    }

    fn close(&mut self) {
        self.resolve(None);
        self.answerless(None);
        self.close_section();
    }

    /// What the outcome is called in the part that recommends it; nothing in another part.
    fn outcome(&self, part: Option<&str>) -> Option<Name> {
        let (key, name) = part_by_key(pointer!(indstilling).trim_start_matches('/'))?;
        let is_in_part = part.is_none_or(|part| part == key);
        self.names.exact(OUTCOME, &[name], Some(key)).filter(|_| is_in_part).cloned()
    }

    /// Puts what was gathered where it belongs.
    fn place(&mut self, section: Option<Section>) {
        let Some(mut section) = section else { return };
        if let Some((heading, page)) =
            section.pending.take().filter(|(heading, _)| !self.names.is_of_templates(heading))
        {
            self.unplaced(NameKind::Heading, heading, page, true, section.part);
            section.lines.push(UNREAD.to_owned());
        }
        let Section {
            kind,
            level,
            name,
            heading,
            page,
            after,
            lines,
            items,
            mut entries,
            columns,
            part,
            may_be_headings,
            begins_in_doubt,
            is_group,
            is_within,
            is_under_unknown,
            is_meant,
            ..
        } = section;
        for page in may_be_headings {
            self.unplaced(NameKind::Line, String::new(), page, true, part);
        }
        let has = |sign: &str| lines.iter().any(|line| line == sign);
        let unread = match begins_in_doubt || has(DOUBTFUL) {
            true => Some(Unread::Doubtful),
            false => has(ASIDE).then_some(Unread::Aside),
        };
        let value = if begins_in_doubt { Value::Unreadable } else { value_of(&lines, name.as_ref()) };
        let is_hollow = name
            .as_ref()
            .is_some_and(|name| name.is_placed && entries.is_empty() && hollow::says_nothing(&lines, name));
        let unread = unread.or(is_hollow.then_some(Unread::Hollow));
        self.unplaced(NameKind::Line, String::new(), page, is_hollow, part);
        self.out.has_letterhead |= name.as_ref().is_some_and(|name| hollow::has_signature(&lines, name));
        // The part that recommends may have nothing but the outcome under its name.
        let is_heading = (kind == NameKind::Heading || level >= IN_TABLE) && entries.is_empty();
        let (name, value) = match (name, &value) {
            (None, Value::Text(text)) if is_heading && recommends(&heading, text) => {
                let name = self.outcome(part);
                let value = value_of(&lines, name.as_ref());
                (name, value)
            }
            (name, _) => (name, value),
        };
        // What its words do not say for certain, its answer has to bear out.
        let name = name.filter(|name| !is_meant || bears_out(name, &value));
        if let Some(name) = name.as_ref().filter(|_| is_meant) {
            self.out.meant.push((meaning::shown(&heading), Arc::clone(&name.place)));
        }
        let Some(name) = name else {
            let is_open_box = kind == NameKind::Form && value == Value::Flag(false);
            let has_text = !value.is_nothing() && !is_open_box || !entries.is_empty();
            let is_title = heading.is_empty() && entries.is_empty() && lines.iter().all(|line| is_title(line));
            let lines = || lines.iter().map(String::as_str);
            let is_nobodys = self::is_title(&heading) || heading.is_empty() || whose(&heading).is_some();
            let is_of_case = match is_nobodys {
                true => letterhead::are_of_case(lines()),
                false => letterhead::is_of_case(&heading, lines()),
            };
            let is_of_case = is_of_case && entries.is_empty();
            let last = std::mem::replace(&mut self.last, after);
            if has_text && is_of_case {
                self.out.has_letterhead = true;
            } else {
                self.unplaced(kind, heading, page, has_text && !is_title, part);
            }
            self.last = last;
            return;
        };
        let has_text = !value.is_nothing() || !entries.is_empty();
        if is_group && !has_text && name.is_placed {
            self.out.groups.push(name.place);
            return;
        }
        if let Value::Text(text) = &value
            && !is_within
        {
            self.several.answer(&name, text, matches!(kind, NameKind::Control | NameKind::Form));
        }
        if let Some(whole) = name.whole.filter(|_| has_text) {
            self.out.wholes.push(whole);
        }
        if !name.is_placed {
            if has_text {
                self.unplaced(kind, heading, page, true, part);
                self.out.unplaced.iter_mut().last().into_iter().for_each(|unplaced| unplaced.is_whole = true);
            }
            return;
        }
        let (spelled, place) = (Arc::clone(&name.spelled), Arc::clone(&name.place));
        let (value, columns) = match name.columns {
            None if entries.is_empty() => (value, None),
            // A table where a text belongs is read line by line.
            None => {
                let mut lines = lines;
                lines.extend(entries.iter().filter_map(Json::as_object).map(line_of));
                (value_of(&lines, Some(&name)), None)
            }
            Some(known) => {
                let mut columns = columns;
                let mut is_unread = value == Value::Unreadable;
                if let Value::Text(text) = &value {
                    if known.iter().any(|column| **column == *TEXT) {
                        let is_items = !items.is_empty() && items.len() == lines.len();
                        let texts = if is_items { items } else { vec![text.to_string()] };
                        let entry = |text| Json::Object(Map::from_iter([(TEXT.to_owned(), Json::String(text))]));
                        entries.extend(texts.into_iter().map(entry));
                        columns.push(TEXT.into());
                    } else if entries.is_empty() {
                        // An answer that nobody can make rows of.
                        is_unread = true;
                    } else {
                        self.unplaced(kind, heading, page, true, part);
                    }
                }
                let value = match entries.is_empty() {
                    true if is_unread => Value::Unreadable,
                    true => Value::Nothing,
                    false => Value::Nested(std::borrow::Cow::Owned(Json::Array(entries))),
                };
                (value, Some(columns))
            }
        };
        self.out.placed.push(Placed { kind, name: spelled, value, page, columns, unread, place, is_under_unknown });
    }

    fn table(&mut self, rows: &[TableRow]) {
        self.settle();
        if self.is_of_entries(rows) {
            self.entries(rows);
            return;
        }
        if kinds::are_rows_of_measures(rows) {
            self.settle();
            for row in rows {
                let cells: Vec<String> = row.iter().map(Cell::text).filter(|text| !text.is_empty()).collect();
                let page = row.first().and_then(Cell::page);
                match self.section.is_some() {
                    true => self.text(&cells.join("; "), NameKind::Cell, false, page),
                    false => self.list(std::slice::from_ref(row)),
                }
            }
            return;
        }
        let are_in_cells = self.are_in_cells(rows);
        let labels = self.labels(rows).filter(|_| !are_in_cells);
        let answers = match rows.first() {
            Some(head) if rows.len() > 1 && !head.first().is_some_and(|cell| self.is_label(cell)) => Answers::of(head),
            _ => Answers::Unsaid,
        };
        if self.is_in_doubt(rows) {
            self.list(rows);
            return;
        }
        // What has no label in a table of labels, or follows it, is no more of what stands above it.
        let is_of_labels = !are_in_cells && rows.iter().any(|row| self.is_labelled(row));
        if is_of_labels {
            // Its heading only groups the labels.
            if let Some(section) = self.section.as_mut().filter(|section| section.name.is_some() && section.is_blank())
            {
                section.is_group = true;
            }
            self.close_section();
        }
        let is_contents = self.is_contents(rows);
        let is_column = self.is_column_of_labels(rows);
        let is_column = std::mem::replace(&mut self.is_column_of_labels, is_column);
        let outer = (std::mem::replace(&mut self.is_contents, is_contents), self.group.take());
        self.rows(rows, &answers, are_in_cells, labels, is_of_labels);
        (self.is_contents, self.group) = outer;
        self.is_column_of_labels = is_column;
    }

    /// Whether a row has a label and something beside it.
    fn is_labelled(&self, row: &TableRow) -> bool {
        row.len() > 1
            && (row.iter().any(|cell| self.is_label(cell)) || row.first().is_some_and(|cell| self.is_meant(cell)))
    }

    /// Whether beside most of the labels of a table stands no more than a page, or a provision.
    fn is_contents(&self, rows: &[TableRow]) -> bool {
        let is_long = |cell: &Cell| self.is_label(cell) && self.find(&cell.text()).is_some_and(|name| !name.is_short);
        let labelled = rows.iter().filter(|row| row.len() > 1 && row.first().is_some_and(is_long));
        let is_reference = |row: &&TableRow| row.iter().skip(1).all(|cell| is_reference(&cell.text()));
        let (references, others): (Vec<_>, Vec<_>) = labelled.partition(is_reference);
        references.len() > others.len()
    }

    /// Whether a table under a heading that asks for a text may be that text: one of its words is a label elsewhere, and the
    /// others are none.
    fn is_in_doubt(&self, rows: &[TableRow]) -> bool {
        let Some(name) = self
            .section
            .as_ref()
            .filter(|section| section.kind == NameKind::Heading && !section.is_closed)
            .and_then(|section| section.name.as_ref())
            .filter(|name| !name.is_short && name.columns.is_none())
        else {
            return false;
        };
        let is_beside = |other: &Name| {
            let around = name.place.rsplit_once('/').map_or("", |(around, _)| around);
            around.matches('/').count() > 1 && other.place.starts_with(around)
        };
        let first = |row: &TableRow| row.first().map(Cell::text).filter(|text| row.len() > 1 && !text.is_empty());
        let firsts: Vec<String> = rows.iter().filter_map(first).collect();
        let known: Vec<&Name> = firsts.iter().filter_map(|text| self.known(text)).collect();
        matches!(known.as_slice(), [only] if firsts.len() > 1 && !is_beside(only))
            && !rows.iter().any(|row| row.iter().skip(1).any(|cell| self.is_label(cell)))
    }

    /// Takes down rows that may be the answer of the section or have answers of their own.
    fn list(&mut self, rows: &[TableRow]) {
        let part = self.part().map(|(key, _)| key);
        for row in rows.iter().filter(|row| row.iter().any(|cell| !cell.text().is_empty())) {
            self.unplaced(NameKind::Cell, String::new(), row.first().and_then(Cell::page), true, part);
        }
        self.unread(UNREAD);
    }

    fn rows(
        &mut self,
        rows: &[TableRow],
        answers: &Answers,
        are_in_cells: bool,
        labels: Option<usize>,
        is_of_labels: bool,
    ) {
        let mut rows_of_values: Vec<bool> = vec![false; rows.len()];
        for (at, row) in rows.iter().enumerate() {
            if rows_of_values.get(at).copied().unwrap_or_default() {
                continue;
            }
            match row.as_slice() {
                [] => {}
                cells if are_in_cells && self.is_each_whole(cells) => cells.iter().for_each(|cell| self.whole(cell)),
                // What has no label is no more of what stands above the table.
                [cell] if are_in_cells && !self.holds_label(cell) && part(&cell.text()).is_none() => {
                    self.apart(|reader| reader.blocks(&cell.blocks));
                }
                [cell] if is_of_labels && self.is_over_rows(cell, rows.get(at + 1)) => self.title(&Title::Told, cell),
                [cell] => {
                    let is_over_labels = rows.get(at + 1).is_some_and(|next| self.is_table_of_labels(next));
                    let is_named = is_over_labels || labels.is_some_and(|parity| at % 2 == parity);
                    match self.title_in(rows, at).filter(|_| !is_named) {
                        Some(title) => self.title(&title, cell),
                        None => self.alone(cell, is_named),
                    }
                    // The name of a list may be the first row of its table.
                    let rest = rows.get(at + 1..).unwrap_or_default();
                    if self.is_of_entries(rest) {
                        self.entries(rest);
                        return;
                    }
                }
                cells if at == 0 && rows.len() > 1 && is_row_of_names(cells) => {}
                cells if at == 0 && *answers != Answers::Unsaid && is_head(cells) => {}
                cells => {
                    if is_of_labels {
                        self.close_section();
                    }
                    let below = rows.get(at + 1).filter(|below| below.len() == cells.len());
                    if let Some(taken) = self.choice(rows.get(at..).unwrap_or_default()) {
                        rows_of_values.iter_mut().skip(at).take(taken).for_each(|is_taken| *is_taken = true);
                    } else if self.labels_above(cells, below) {
                        if let Some(taken) = rows_of_values.get_mut(at + 1) {
                            *taken = true;
                        }
                    } else {
                        self.row(cells, answers);
                    }
                }
            }
        }
    }

    /// Whether a row is one cell with nothing but a table of labels in it.
    fn is_table_of_labels(&self, row: &TableRow) -> bool {
        let [cell] = row.as_slice() else { return false };
        let is_it = |block: &Block| match block {
            Block::Paragraph(paragraph) => paragraph.is_blank(),
            Block::Table(rows) => self.is_of_labels(rows),
        };
        !cell.text().is_empty() && cell.blocks.iter().all(is_it)
    }

    /// Whether the cells of a table have their labels in them, above the answers.
    fn are_in_cells(&self, rows: &[TableRow]) -> bool {
        let cells = || rows.iter().flatten();
        let with_answers = cells().filter(|cell| self.has_label_first(cell)).count();
        let alone = cells().filter(|cell| self.is_label(cell)).count();
        with_answers >= ENOUGH && with_answers >= alone
    }

    /// Whether each cell of a row has a label in it and its answer or a blank below, or nothing at all.
    fn is_each_whole(&self, cells: &[Cell]) -> bool {
        let has_lines = |cell: &Cell| cell.text().contains('\n');
        let is_whole = |cell: &Cell| has_lines(cell) || self.is_label(cell) || cell.text().is_empty();
        cells.iter().any(|cell| has_lines(cell) || self.is_label(cell)) && cells.iter().all(is_whole)
    }

    /// A cell with its label as its first line.
    fn whole(&mut self, cell: &Cell) {
        let Some((label, more)) = lines_of(cell) else { return };
        if part(&label).is_some() && text_of(&more).is_empty() {
            self.heading(&label, IN_TABLE, true, cell.page());
            return;
        }
        self.apart(|reader| {
            reader.heading(&label, IN_TABLE + 1, true, cell.page());
            more.iter().for_each(|block| reader.within(block));
        });
    }

    /// In a table of one column, which rows are labels where these and the answers take turns: the even ones or the odd.
    fn labels(&self, rows: &[TableRow]) -> Option<usize> {
        let is_known = |text: &str| self.names.knows(text) || self.known(text).is_some();
        let is_label = |row: &TableRow| matches!(row.as_slice(), [cell] if is_known(&cell.text()));
        if rows.iter().any(|row| row.len() != 1) {
            return None;
        }
        let mut known = rows.iter().enumerate().filter(|(_, row)| is_label(row)).map(|(at, _)| at % 2);
        let first = known.next()?;
        let mut others = 0;
        let take_turns = known.all(|parity| {
            others += 1;
            parity == first
        });
        (take_turns && others >= 1).then_some(first)
    }

    /// What a row of one cell is that stands after a label, or its answer, and before the next label, where it may be the
    /// title of those that follow.
    fn title_in(&self, rows: &[TableRow], at: usize) -> Option<Title> {
        let section = self.section.as_ref().filter(|section| section.level >= IN_TABLE && !section.is_closed)?;
        section.name.as_ref()?;
        let [Block::Paragraph(paragraph)] = rows.get(at)?.first()?.blocks.as_slice() else { return None };
        let text = paragraph.text.trim();
        let is_plain = may_be_title(text) && !text.contains('\n') && self.level(paragraph).is_none();
        if !is_plain || self.is_name(text) || is_instruction(paragraph) {
            return None;
        }
        let is_blank = |row: &&TableRow| row.iter().all(|cell| cell.text().is_empty() && !cell.is_unread());
        // Titles may stand one below the other.
        let alone = |row: &TableRow| match row.as_slice() {
            [cell] => Some(cell.text()),
            _ => None,
        };
        let mut after = rows.iter().skip(at + 1).filter(|row| !is_blank(row)).map(alone);
        let next = after.find(|text| text.as_ref().is_none_or(|text| self.is_name(text) || !may_be_title(text)));
        let is_name = |text: String| text.len() <= MAX_HEADING && self.is_name(&text);
        let is_before_answer =
            next.as_ref().is_some_and(Option::is_some) && after.next().flatten().is_some_and(is_name);
        if !next.flatten().is_some_and(is_name) {
            // A label with its answer, or an answer in two rows.
            return (section.is_blank() && is_before_answer).then_some(Title::Doubtful);
        }
        let are_numbered = Number::of(&section.heading).and_then(|_| Numbers::of(text));
        if are_numbered.is_some_and(|numbers| numbers.has(text, self.number.as_ref())) {
            return Some(Title::Told);
        }
        // The blank is the answer, or it sets the answer apart.
        let is_after_blank = at.checked_sub(1).and_then(|before| rows.get(before)).is_some_and(|row| is_blank(&row));
        match (self.names.is_of_templates(text), section.is_blank()) {
            (true, true) if is_after_blank => Some(Title::Told),
            (true, false) => Some(Title::Told),
            (true, true) => Some(Title::Doubtful),
            (false, true) if is_after_blank => Some(Title::Doubtful),
            (false, _) => None,
        }
    }

    /// Whether a cell that takes up the whole of a row is the title of the rows of labels below it.
    fn is_over_rows(&self, cell: &Cell, next: Option<&TableRow>) -> bool {
        let [Block::Paragraph(paragraph)] = cell.blocks.as_slice() else { return false };
        let text = paragraph.text.trim();
        let is_short =
            text.len() <= MAX_TITLE && text.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit());
        let is_sentence = text.ends_with(['.', ',', ';', '!', '-']) || text.contains('\n') || is_reply(text);
        let is_plain = is_short && !is_sentence && dates::read(text, None).is_none() && ticked(text).is_none();
        // Where the label above has nothing beside it, it may be the answer; so may what says nothing that titles do.
        let is_open = self.section.as_ref().is_some_and(|section| section.name.is_some() && section.is_blank());
        let is_told = is_chapter_elsewhere(text, false, true, self.names)
            || is_doctors(text)
            || self.names.is_of_templates(strip(text));
        is_plain
            && !is_open
            && is_told
            && self.level(paragraph).is_none()
            && !self.is_name(text)
            && !is_instruction(paragraph)
            && next.is_some_and(|next| next.len() > 1)
    }

    fn title(&mut self, title: &Title, cell: &Cell) {
        let part = self.part().map(|(key, _)| key);
        match title {
            Title::Told => {
                let text = cell.text();
                self.heading(&text, IN_TABLE, true, cell.page());
                self.unplaced(NameKind::Heading, text, cell.page(), true, part);
            }
            Title::Doubtful => {
                self.unplaced(NameKind::Line, String::new(), cell.page(), true, part);
                // What stands below may be the answer to it.
                if let Some(section) = &mut self.section {
                    section.begins_in_doubt = true;
                }
            }
        }
    }

    /// Whether a text is a name where it stands, or would be in another place.
    fn is_name(&self, text: &str) -> bool {
        self.find(text).is_some() || begins(text) || self.names.knows(text) || self.names.is_below_another(text)
    }

    /// A cell that is a row: read as text is, except that what stands out in it is nearer than a heading outside.
    fn alone(&mut self, cell: &Cell, is_named: bool) {
        let is_label =
            matches!(cell.blocks.as_slice(), [Block::Paragraph(paragraph)] if self.run_in(paragraph).is_none());
        let is_answered = self.section.as_ref().is_none_or(|section| section.name.is_none() || !section.is_blank());
        if let [Block::Paragraph(paragraph)] = cell.blocks.as_slice()
            && (self.label(paragraph) || self.label_in_column(paragraph))
        {
            return;
        }
        let text = cell.text();
        let is_named = is_named || self.is_name(&text);
        let is_meant = is_label && !is_named && self.is_meant(cell);
        let is_plain = || match cell.blocks.as_slice() {
            [Block::Paragraph(paragraph)] => self.level(paragraph).is_none(),
            _ => false,
        };
        if is_meant && !is_answered && !text.ends_with(['?', ':']) && is_plain() {
            // It may be the answer as well.
            return self.title(&Title::Doubtful, cell);
        }
        if is_label && text.len() <= MAX_HEADING && (is_named || is_meant) {
            let is_around = begins(&text) || self.find(&text).is_some_and(|name| name.whole.is_some());
            let level = if is_around { IN_TABLE } else { IN_TABLE + 1 };
            self.heading(&text, level, true, cell.page());
            return;
        }
        self.blocks(&cell.blocks);
    }

    /// Reads a label with what there is to choose beside it, in the first of some rows and in those below that are of it, and the mark in
    /// a cell of its own. Says how many rows that are.
    fn choice(&mut self, rows: &[TableRow]) -> Option<usize> {
        let (first, below) = rows.split_first()?;
        let (label, values) = first.split_first().filter(|(label, _)| self.is_label(label))?;
        let text = label.text();
        let name = self.find(&text).filter(|name| name.is_short)?;
        let is_option = |text: &str| is_option(name, text);
        let is_of_it = |row: &&TableRow| {
            let Some((own, more)) = row.split_first() else { return false };
            let may_be = |cell: &Cell| {
                let text = cell.text();
                text.is_empty() || is_ticked(&text).is_some() || is_option(&text)
            };
            (own.text().is_empty() || own.is_continued) && more.iter().all(may_be)
        };
        let taken = 1 + below.iter().take_while(is_of_it).count();
        if values.iter().any(|value| self.holds_label(value)) {
            return None;
        }
        let page = label.page();
        let answer = match chosen(rows.get(..taken)?, &is_option, &is_ticked)? {
            Choice::Made(text) => Paragraph { text, page, ..Paragraph::default() },
            Choice::Open => Paragraph::doubtful(page),
        };
        self.cell(&text, &[Block::Paragraph(answer)], page);
        Some(taken)
    }

    /// Labels side by side, with their values below.
    fn labels_above(&mut self, cells: &[Cell], below: Option<&TableRow>) -> bool {
        let Some(below) = below else { return false };
        let are_known = cells.iter().all(|cell| self.find(&cell.text()).is_some());
        if !are_known || below.iter().any(|cell| self.find(&cell.text()).is_some() || self.may_be_meant(cell)) {
            return false;
        }
        for (label, value) in cells.iter().zip(below) {
            self.cell(&label.text(), &value.blocks, label.page());
        }
        true
    }

    /// Labels with their values beside them.
    fn row(&mut self, cells: &[Cell], answers: &Answers) {
        let cells: Vec<(usize, &Cell)> = columns(cells).collect();
        // The number of a row is none of its labels.
        let is_number = |cell: &Cell| strip(&format!("{} a", cell.text())) == "a";
        let cells = cells
            .split_first()
            .filter(|((_, first), rest)| !rest.is_empty() && is_number(first))
            .map_or(cells.as_slice(), |(_, rest)| rest);
        for ((_, label), (_, value)) in cells.iter().zip(cells.iter().skip(1)) {
            self.several.label(&label.text(), &value.text());
        }
        if let [(_, first), others @ ..] = cells
            && !others.is_empty()
            && others.iter().all(|(_, cell)| cell.text().is_empty())
        {
            let text = first.text();
            let is_group = !text.is_empty() && self.find(&text).is_none_or(|name| name.whole.is_some());
            self.group = is_group.then_some(text).or(self.group.take());
        }
        // A label beside a label may be its answer.
        let may_be_label = |cell: &Cell| self.is_label(cell) || self.may_be_meant(cell);
        if let [(_, label), (_, answer)] = cells
            && may_be_label(label)
            && may_be_label(answer)
        {
            self.cell(&label.text(), &[Block::Paragraph(Paragraph::doubtful(answer.page()))], label.page());
            return;
        }
        let mut cells = cells.iter().copied().peekable();
        let mut is_first = true;
        while let Some((_, cell)) = cells.next() {
            let text = cell.text();
            let mut is_meant = || is_first && cells.peek().is_some() && self.is_meant(cell);
            let is_known = !text.is_empty() && text.len() <= MAX_HEADING && self.find(&text).is_some() || is_meant();
            if is_known {
                let mut values = Vec::new();
                while let Some(next) = cells.next_if(|(_, next)| {
                    self.find(&next.text()).is_none() && (values.is_empty() || !self.holds_label(next))
                }) {
                    values.push(next);
                }
                self.beside(&text, &values, answers, cell.page());
            } else if self.has_label_first(cell)
                && cells.peek().is_some_and(|(_, next)| !self.holds_label(next))
                && let Some((label, more)) = lines_of(cell)
            {
                // What stands under the label says what to write, or it is the answer of somebody who took no notice of
                // the cell beside it.
                let value = cells.next().map(|(_, value)| value);
                let (lines, is_instructed) = written(&more);
                self.out.is_instructed |= is_instructed;
                self.cell(&label, blocks_of(value), cell.page());
                let part = self.part().map(|(key, _)| key);
                let has_text = lines.iter().any(|line| line != UNREAD);
                self.unplaced(NameKind::Cell, label, cell.page(), has_text, part);
            } else if self.holds_label(cell) {
                self.inner(cell);
            } else if is_first && !text.is_empty() && cells.peek().is_some() {
                // A label that nobody knows, with what stands beside it.
                let values: Vec<&Cell> = cells.by_ref().map(|(_, value)| value).collect();
                if let [value] = values.as_slice()
                    && recommends(&text, &value.text())
                {
                    return self.cell(&text, &value.blocks, cell.page());
                }
                let known = values.iter().position(|value| self.find(&value.text()).is_some());
                let own = known.unwrap_or(values.len());
                // A sentence is no label, and is listed even where nothing stands beside it.
                let has_text = values.iter().take(own).any(|value| !value.text().is_empty())
                    || text.ends_with('.') && !cell.is_continued && !written(&cell.blocks).0.is_empty();
                let is_held = has_text && values.iter().take(own).all(|value| self.is_held(&value.blocks));
                let part = self.part().map(|(key, _)| key);
                let beside: Vec<String> = values.iter().take(own).map(|value| value.text()).collect();
                let beside = || beside.iter().map(String::as_str);
                let are_both = || letterhead::are_of_case(std::iter::once(text.as_str()).chain(beside()));
                if letterhead::is_of_case(&text, beside()) || are_both() {
                    self.out.has_letterhead = true;
                } else if !is_held {
                    self.unplaced(NameKind::Cell, text, cell.page(), has_text, part);
                }
                let mut rest = values.into_iter().skip(own);
                while let Some(label) = rest.next() {
                    let value = rest.next();
                    self.cell(&label.text(), blocks_of(value), label.page());
                }
                return;
            } else if letterhead::are_of_case(std::iter::once(text.as_str())) {
                self.out.has_letterhead = true;
            } else if !text.is_empty() && !self.is_held(&cell.blocks) {
                let part = self.part().map(|(key, _)| key);
                self.unplaced(NameKind::Cell, String::new(), cell.page(), true, part);
            }
            is_first = false;
        }
    }

    /// A label and what stands beside it, of which one cell is its answer.
    fn beside(&mut self, label: &str, values: &[(usize, &Cell)], answers: &Answers, page: Option<u32>) {
        let is_short = self.find(label).is_some_and(|name| name.is_short);
        // Boxes to tick may stand in cells of their own.
        let filled: Vec<String> = values.iter().map(|(_, cell)| cell.text()).filter(|text| !text.is_empty()).collect();
        let are_boxes = filled.len() > 1 && filled.iter().all(|text| with_boxes(text).contains([OPEN, TICKED]));
        let text = filled.join(" ");
        if is_short && are_boxes && ticked(&text).is_some() {
            return self.cell(label, &[Block::Paragraph(Paragraph { text, page, ..Paragraph::default() })], page);
        }
        let (answer, others) = choose(values, answers, is_short);
        match answer {
            Answer::In(cell) => self.cell(label, blocks_of(cell), page),
            Answer::Doubtful => self.cell(label, &[Block::Paragraph(Paragraph::doubtful(page))], page),
        }
        for cell in others {
            if !self.is_held(&cell.blocks) {
                let part = self.part().map(|(key, _)| key);
                self.unplaced(NameKind::Cell, String::new(), cell.page(), true, part);
            }
        }
    }

    /// Whether a cell is a label and nothing more.
    fn is_label(&self, cell: &Cell) -> bool {
        let text = cell.text();
        !text.is_empty() && text.len() <= MAX_HEADING && !text.contains('\n') && self.find(&text).is_some()
    }

    /// Whether a cell is a label by what its words mean.
    fn is_meant(&self, cell: &Cell) -> bool {
        let text = cell.text();
        text.len() <= MAX_HEADING && !text.contains('\n') && self.meant(&text, None).is_some()
    }

    /// Whether it may be one, so that nobody can say that it answers another.
    fn may_be_meant(&self, cell: &Cell) -> bool {
        let text = cell.text();
        text.len() <= MAX_HEADING && !text.contains('\n') && !self.is_elsewhere() && meaning::may_be(&text)
    }

    /// Whether a label is the first line of a cell with more in it.
    fn has_label_first(&self, cell: &Cell) -> bool {
        first_of(cell).is_some_and(|(first, more)| {
            let (label, rest) = first.text.trim().split_once('\n').unwrap_or((first.text.trim(), ""));
            let is_more = |block: &Block| !matches!(block, Block::Paragraph(paragraph) if paragraph.is_guidance);
            (!rest.is_empty() || more.iter().any(is_more))
                && label.len() <= MAX_HEADING
                && self.find(label.trim()).is_some()
        })
    }

    /// Whether a cell has its label as its first line, or lines with labels of their own.
    fn holds_label(&self, cell: &Cell) -> bool {
        cell.blocks.iter().any(|block| match block {
            Block::Paragraph(paragraph) => {
                self.run_in(paragraph).is_some()
                    || paragraph.text.trim().len() <= MAX_HEADING && self.find(paragraph.text.trim()).is_some()
            }
            Block::Table(_) => true,
        })
    }

    /// A cell that has labels in it.
    fn inner(&mut self, cell: &Cell) {
        self.apart(|reader| cell.blocks.iter().for_each(|block| reader.within(block)));
    }

    /// What stands in a cell that has labels in it.
    fn within(&mut self, block: &Block) {
        match block {
            Block::Paragraph(paragraph)
                if self.run_in(paragraph).is_none() && self.find(paragraph.text.trim()).is_some() =>
            {
                self.heading(paragraph.text.trim(), IN_TABLE + 2, true, paragraph.page);
            }
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::Table(rows) => self.table(rows),
        }
    }

    /// A label and its value.
    fn cell(&mut self, label: &str, value: &[Block], page: Option<u32>) {
        let part = self.part().map(|(key, _)| key);
        let recommended = || self.outcome(part).filter(|_| recommends(label, text_of(value).trim()));
        let known = self.find(label).cloned().or_else(recommended);
        let is_meant = known.is_none();
        let Some(name) = known.or_else(|| self.meant(label, None).cloned()) else {
            self.unplaced(NameKind::Cell, label.to_owned(), page, !text_of(value).is_empty(), part);
            return;
        };
        // A text that is a number and no more is the page of a table of contents, and one that is a provision tells where the
        // regulation asks for it. Alone among answers it may be one.
        let unread = [Block::Paragraph(Paragraph::unread(page))];
        let is_reference = !name.is_short && name.columns.is_none() && is_reference(&text_of(value));
        if is_reference && self.is_contents {
            return;
        }
        let value = if is_reference { &unread } else { value };
        self.known += 1;
        self.headed_now.insert(Arc::clone(&name.place));
        self.several.meet(&name);
        self.last = Some(self.called(label, &name));
        let mut section = self.begin(NameKind::Cell, IN_TABLE, Some(name), label, page);
        section.is_meant = is_meant;
        // A list may stand as a table in the cell.
        let mut tables = value.iter().filter_map(|block| match block {
            Block::Table(rows) => Some(rows),
            Block::Paragraph(_) => None,
        });
        let outer = self.section.replace(section);
        let is_table = tables.next().filter(|rows| self.is_of_entries(rows)).map(|rows| self.entries(rows)).is_some();
        let Some(mut section) = std::mem::replace(&mut self.section, outer) else { return };
        if is_table {
            self.place(Some(section));
            return;
        }
        // A table in the cell may have labels of its own.
        let mut inner = Vec::new();
        for block in value {
            if let Block::Table(rows) = block
                && self.is_of_labels(rows)
            {
                inner.push(rows);
                continue;
            }
            let (lines, is_instructed) = written(std::slice::from_ref(block));
            section.lines.extend(lines);
            self.out.is_instructed |= is_instructed;
            if let Block::Paragraph(paragraph) = block
                && paragraph.is_item
                && !is_instruction(paragraph)
            {
                section.items.push(paragraph.text.trim().to_owned());
            }
        }
        self.place(Some(section));
        inner.into_iter().for_each(|rows| self.apart(|reader| reader.table(rows)));
    }

    /// Whether a table has labels that are known, with something beside or below them.
    fn is_of_labels(&self, rows: &[TableRow]) -> bool {
        let is_label = |cell: &Cell| {
            let text = cell.text();
            !text.is_empty() && text.len() <= MAX_HEADING && self.find(&text).is_some()
        };
        self.labels(rows).is_some() || rows.iter().any(|row| row.len() > 1 && row.iter().any(is_label))
    }

    /// Reads something that what stands around it is no part of, and is none of that.
    fn apart(&mut self, read: impl FnOnce(&mut Self)) {
        let (section, before) = (self.section.take(), self.before.take());
        let depth = self.above.len();
        read(self);
        self.close();
        self.above.truncate(depth);
        (self.section, self.before) = (section, before);
    }

    /// Whether a table is a list: a row of names of columns, and a row for each entry.
    fn is_of_entries(&self, rows: &[TableRow]) -> bool {
        let Some((head, rest)) = rows.split_first() else { return false };
        let columns = self.section.as_ref().and_then(|section| section.name.as_ref()?.columns.as_ref());
        let Some(columns) = columns else { return false };
        let known = head.iter().filter(|cell| is_column(&cell.text(), columns)).count();
        !rest.is_empty() && head.len() >= 2 && known * 2 >= head.len()
    }

    fn entries(&mut self, rows: &[TableRow]) {
        let Some(section) = &mut self.section else { return };
        let known = section.name.as_ref().and_then(|name| name.columns.clone()).unwrap_or_default();
        let Some((head, rest)) = rows.split_first() else { return };
        let names: BTreeMap<usize, String> =
            columns(head).map(|(from, cell)| (from, column(&cell.text(), &known))).collect();
        let width = columns(head).map(|(from, cell)| from.saturating_add(cell.span.max(1))).max().unwrap_or_default();
        let (mut unknown, mut between) = (Vec::new(), Vec::new());
        for row in rest {
            // On the next page, the names of the columns come again.
            if row.len() == head.len()
                && row.iter().zip(head).all(|(cell, name)| letters(&cell.text()) == letters(&name.text()))
            {
                continue;
            }
            // What takes up the whole of a row is a heading among the entries, and none of them.
            if let [cell] = row.as_slice() {
                between.push((cell.text(), cell.page()));
                continue;
            }
            // Two cells under one name are a period, or a text in two.
            let mut texts: BTreeMap<usize, (&String, Vec<&Cell>)> = BTreeMap::new();
            for (from, cell) in columns(row) {
                match names.range(..=from).next_back().filter(|_| from < width) {
                    Some((head, name)) => texts.entry(*head).or_insert((name, Vec::new())).1.push(cell),
                    None => between.push((cell.text(), cell.page())),
                }
            }
            let mut entry = Map::new();
            for (name, cells) in texts.into_values() {
                let is_known = |name: &str| known.iter().any(|known| **known == *name);
                let written: Vec<String> =
                    cells.iter().map(|cell| cell.text()).filter(|text| !text.is_empty()).collect();
                let written: Vec<String> = written.join(" - ").lines().map(str::to_owned).collect();
                let Value::Text(text) = value_of(&written, None) else {
                    if cells.iter().any(|cell| cell.is_unread()) && is_known(name) {
                        // A list is no value of any field.
                        entry.insert(name.clone(), Json::Array(vec![Json::Null]));
                    }
                    continue;
                };
                if letters(name) == PERIOD
                    && is_known(FROM)
                    && is_known(TO)
                    && let Some((from, to)) = period(&text)
                {
                    for (name, day) in [(FROM, Some(from)), (TO, to)] {
                        entry.extend(day.map(|day| (name.to_owned(), Json::String(day))));
                        if !section.columns.iter().any(|known| **known == *name) {
                            section.columns.push(name.into());
                        }
                    }
                    continue;
                }
                if !is_known(name) {
                    unknown.push((name.clone(), cells.iter().find_map(|cell| cell.page())));
                    continue;
                }
                entry.insert(name.clone(), Json::String(text.into_owned()));
            }
            if !entry.is_empty() {
                section.entries.push(Json::Object(entry));
            }
        }
        section
            .columns
            .extend(names.values().filter(|name| letters(name) != PERIOD).map(|name| Arc::from(name.as_str())));
        let part = section.part;
        for (text, page) in between {
            let has_text = !text.is_empty();
            self.unplaced(NameKind::Cell, text, page, has_text, part);
        }
        let mut told: Vec<String> = Vec::new();
        for (name, page) in unknown {
            if !told.contains(&name) {
                told.push(name.clone());
                self.unplaced(NameKind::Column, name, page, true, part);
            }
        }
    }
}

/// Whether a line of an answer looks as headings do that are written like any other line: a few words, the first with a
/// capital, and no sentence.
fn may_be_heading(line: &str) -> bool {
    const LONGEST: usize = 60;
    let line = line.trim();
    let digits = line.chars().filter(char::is_ascii_digit).count();
    line.chars().count() <= LONGEST
        && line.starts_with(char::is_uppercase)
        && !line.ends_with(['.', ',', ';', '!', '-'])
        && digits <= 2
        && ticked(line).is_none()
}

/// Whether a row of a table looks so, with its number before it or a colon behind it.
fn may_be_title(row: &str) -> bool {
    !row.trim_end().ends_with(['.', ',', ';', '!', '-']) && may_be_heading(strip(row)) && !is_reply(row)
}

/// Whether a heading that nobody knows may be the answer of the one above it: where headings have a style, or are told by how they are
/// written.
fn may_answer_above(level: u16) -> bool {
    level < BY_LOOK || level == BY_NAME
}

/// Whether a heading is that of a part of the plan, or of more than one.
fn begins(heading: &str) -> bool {
    part(heading).is_some() || are_parts(heading)
}

/// Whether a text is no more than a number or a provision.
fn is_reference(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit()) || is_provision(text)
}

/// The paragraph that a cell begins with, and what comes after it.
fn first_of(cell: &Cell) -> Option<(&Paragraph, &[Block])> {
    let is_blank = |block: &Block| matches!(block, Block::Paragraph(paragraph) if paragraph.is_blank());
    let start = cell.blocks.iter().position(|block| !is_blank(block))?;
    let (Block::Paragraph(first), more) = cell.blocks.get(start..)?.split_first()? else { return None };
    Some((first, more))
}

/// The first line of a cell, and what stands below it.
fn lines_of(cell: &Cell) -> Option<(String, Vec<Block>)> {
    let (first, more) = first_of(cell)?;
    let (label, rest) = first.text.trim().split_once('\n').unwrap_or((first.text.trim(), ""));
    let rest = (!rest.trim().is_empty()).then(|| Paragraph { text: rest.to_owned(), lead: 0, ..first.clone() });
    let more = rest.map(Block::Paragraph).into_iter().chain(more.iter().cloned()).collect();
    Some((label.trim().to_owned(), more))
}

fn blocks_of(cell: Option<&Cell>) -> &[Block] {
    cell.map_or_else(Default::default, |cell| cell.blocks.as_slice())
}

/// What mappings call what asks for several things at a place.
fn whole(place: &str) -> Option<&'static str> {
    (place == LAEGE).then_some("Lægens vurdering")
}

/// The key of an entry that is a text and no row.
pub(super) const TEXT: &str = "Tekst";
/// The keys of the two days of a period that stands in one column.
const FROM: &str = "Periode fra";
const TO: &str = "Periode til";
const PERIOD: &str = "periode";

/// A column as the mapping names it, where it has a name for it.
fn column(text: &str, known: &[Arc<str>]) -> String {
    let own = letters(strip(text));
    known.iter().find(|known| letters(known) == own).map_or_else(|| strip(text).to_owned(), |known| known.to_string())
}

fn is_column(text: &str, known: &[Arc<str>]) -> bool {
    let own = letters(strip(text));
    !own.is_empty() && (own == PERIOD || known.iter().any(|known| letters(known) == own))
}

/// The two days of a period, `1. marts 2020 - 31. august 2020`, or the first of one that goes on: `fra 1. marts 2020`.
fn period(text: &str) -> Option<(String, Option<String>)> {
    const BETWEEN: [&str; 6] = [" - ", " – ", " til og med ", " til ", "–", " -"];
    const BEFORE: [&str; 6] = ["fra og med ", "fra den ", "fra ", "siden ", "Fra ", "Siden "];
    const ON: [&str; 10] =
        ["", "nu", "dd", "dagsdato", "idag", "fortsat", "løbende", "videre", "ogfremefter", "ogfrem"];
    let text = text.trim();
    let (text, is_led) =
        BEFORE.iter().find_map(|before| text.strip_prefix(before)).map_or((text, false), |rest| (rest.trim(), true));
    let between = BETWEEN.iter().find_map(|sign| {
        let (from, to) = text.split_once(sign)?;
        let from = dates::read(from, None)?.to_string();
        if ON.contains(&letters(to).as_str()) {
            return Some((from, None));
        }
        Some((from, Some(dates::read(to.trim(), None)?.to_string())))
    });
    let goes_on = || {
        let day = [" og frem", " og fremefter", " ->", " →"].iter().find_map(|end| text.strip_suffix(end));
        let day = day.or(is_led.then_some(text))?;
        Some((dates::read(day, None)?.to_string(), None))
    };
    between.or_else(goes_on)
}

fn line_of(entry: &Map<String, Json>) -> String {
    entry.values().filter_map(Json::as_str).collect::<Vec<_>>().join("; ")
}

/// What lines amount to: without prompts, and of boxes to tick what is ticked. In a text that keeps its tick: ticked, the name of an
/// outcome recommends it, and by itself it does not (§ 3, stk. 3). What is ticked of support is what the citizen has.
fn value_of(lines: &[String], name: Option<&Name>) -> Value<'static> {
    let is_text = name.is_some_and(|name| !name.is_short && name.columns.is_none() && &*name.place != SUPPORT);
    let as_chosen = |word: String| if is_text && !is_reply(&word) { format!("{TICKED} {word}") } else { word };
    let mut kept: Vec<String> = Vec::new();
    let (mut flag, mut is_unread) = (None, false);
    for line in lines.iter().flat_map(|line| line.lines()) {
        let line = line.trim();
        let is_of_paper = |name: &Name| !name.is_short && is_page(line) || hollow::is_signed(line, name);
        if line.is_empty() || is_prompt(line) || name.is_some_and(is_of_paper) {
            continue;
        }
        if [UNREAD, DOUBTFUL, ASIDE].contains(&line) {
            is_unread = true;
            continue;
        }
        match ticked(line) {
            None => kept.push(line.to_owned()),
            Some(Ticked::Alone(is_ticked)) => flag = Some(is_ticked),
            Some(Ticked::Of(chosen)) => kept.extend(chosen.into_iter().map(as_chosen)),
        }
    }
    // Nobody knows what is missing of it, or whether it was all that there was to say.
    let is_hollow = |name: &Name| hollow::says_nothing(&kept, name);
    if kept.iter().any(|line| line.contains(LOST)) || name.is_some_and(is_hollow) {
        return Value::Unreadable;
    }
    match (kept.is_empty(), flag) {
        (true, Some(flag)) => Value::Flag(flag),
        (true, None) if is_unread => Value::Unreadable,
        (true, None) => Value::Nothing,
        _ => Value::from(kept.join("\n")),
    }
}

/// Whether what stands there bears out what a name was meant to ask for: a yes or a no is none of the text beside it.
fn bears_out(name: &Name, value: &Value<'_>) -> bool {
    let is_of_text = name.place.ends_with("Tekst") && matches!(value, Value::Text(text) if is_reply(text));
    !is_of_text && (!name.is_short || fits(name, value))
}

/// Whether something may stand where a day, a number, a yes or a code belongs; a blank may.
fn fits(name: &Name, value: &Value<'_>) -> bool {
    let Value::Text(text) = value else { return true };
    match model::find(model::plan(), &name.place) {
        Ok((_, FieldKind::Date)) => dates::read(text.trim(), None).is_some(),
        Ok((_, FieldKind::Number)) => {
            text.trim().chars().all(|letter| letter.is_ascii_digit() || [',', '.'].contains(&letter))
        }
        Ok((_, FieldKind::Boolean)) => is_reply(text),
        _ => is_option(name, text),
    }
}

/// Whether a text is one of the answers that a name has to choose among.
fn is_option(name: &Name, text: &str) -> bool {
    let is_code = || match model::find(model::plan(), &name.place) {
        Ok((_, FieldKind::Code { codes })) => codes.contains(&text) || labels::code_of(codes, text).is_some(),
        _ => false,
    };
    // What has a box of its own is chosen there, or not.
    let has_box = with_boxes(text).contains([OPEN, TICKED]);
    !has_box && (is_reply(text) || is_code() || *name.place == *pointer!(sag.sagstype) && Told::of(text).is_some())
}

/// Whether a text is nothing but a box, or the mark of one, and ticked.
fn is_ticked(text: &str) -> Option<bool> {
    match ticked(text) {
        Some(Ticked::Alone(is_ticked)) => Some(is_ticked),
        _ => is_mark(text).then_some(true),
    }
}

/// Whether it answers a question by itself.
fn is_reply(word: &str) -> bool {
    ["ja", "nej", "ingen", "intet"].contains(&letters(word).as_str())
}

enum Ticked {
    /// A box without words.
    Alone(bool),
    /// Of several with words, those that are ticked.
    Of(Vec<String>),
}

/// Reads a line of boxes to tick: `☒ Ja ☐ Nej`, or with the boxes behind: `Ja [x] Nej [ ]`.
fn ticked(line: &str) -> Option<Ticked> {
    if let Some(chosen) = crossed(line) {
        return Some(Ticked::Of(vec![chosen.to_owned()]));
    }
    let line = with_boxes(line);
    let is_box = |letter: char| letter == OPEN || letter == TICKED;
    let begins = line.starts_with(is_box);
    // Where boxes stand behind their words, the line ends with one, and a sign in a sentence is none.
    if !(begins || line.ends_with(is_box) && line.matches(is_box).count() > 1) {
        return None;
    }
    let mut chosen = Vec::new();
    let mut has_words = false;
    let mut is_any = false;
    let mut rest = line.as_str();
    while let Some(at) = rest.find(is_box) {
        let (before, from) = rest.split_at(at);
        let is_ticked = from.starts_with(TICKED);
        let sign = from.chars().next().map_or(0, char::len_utf8);
        let from = from.get(sign..).unwrap_or_default();
        let (word, more) = if begins { from.split_at(from.find(is_box).unwrap_or(from.len())) } else { (before, from) };
        let word = word.trim_matches([',', ';', ':', '/', ' ', '\t', '\u{a0}']);
        has_words |= !word.is_empty();
        if is_ticked {
            is_any = true;
            chosen.extend((!word.is_empty()).then(|| word.to_owned()));
        }
        rest = more;
    }
    Some(if has_words { Ticked::Of(chosen) } else { Ticked::Alone(is_any) })
}

/// Which of yes and no has a cross behind it, where a line has both and nothing else: `Ja: X Nej:`, `Ja ___ Nej _x_`. With a cross at
/// neither or at both, nothing is chosen.
fn crossed(line: &str) -> Option<&'static str> {
    let words = line.split(|letter: char| letter.is_whitespace() || [':', '_', '.', '…', '/', ','].contains(&letter));
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["ja", "x", "nej"] => Some("Ja"),
        ["ja", "nej", "x"] => Some("Nej"),
        _ => None,
    }
}

/// Whether what stands under the heading of a doctor's paper may be of a place: all but what the citizen and the municipality say.
fn is_heard_of_doctors(place: &str) -> bool {
    const DOCUMENTS: &str = pointer!(forberedende_del.helbred.dokumentation);
    !place.starts_with(pointer!(forberedende_del)) || place.starts_with(LAEGE) || place == DOCUMENTS
}

/// The place that a case on support for the self-employed has for what is asked of others too.
fn of_self_employed(place: &str) -> Option<&'static str> {
    const OWN: [(&str, &str); 5] = [
        (pointer!(forberedende_del.helbred.situation), pointer!(forberedende_del.selvstaendig.helbred)),
        (pointer!(forberedende_del.helbred.igangvaerende), pointer!(forberedende_del.selvstaendig.igangvaerende)),
        (
            pointer!(forberedende_del.helbred.borgerens_vurdering),
            pointer!(forberedende_del.selvstaendig.helbredets_betydning),
        ),
        (
            pointer!(forberedende_del.personlige_ressourcer.beskrivelse),
            pointer!(forberedende_del.selvstaendig.ressourcer),
        ),
        (pointer!(forberedende_del.udfordringer.sociale), pointer!(forberedende_del.selvstaendig.sociale_udfordringer)),
    ];
    OWN.iter().find(|(known, _)| *known == place).map(|(_, own)| *own)
}

/// What is asked for in one field, and may be asked for in two.
const JOINT: &str = pointer!(forberedende_del.udfordringer.samlet);

/// What the doctor judges.
const LAEGE: &str = pointer!(forberedende_del.laege);

/// What the citizen has lived on.
const SUPPORT: &str = pointer!(forberedende_del.forsoergelseshistorik);

const TICKED: char = '☒';
const OPEN: char = '☐';

/// A line with one sign for a box that is ticked and one for a box that is not, however they are drawn.
fn with_boxes(line: &str) -> String {
    const WRITTEN: [(&str, char); 10] = [
        ("[x]", TICKED),
        ("[X]", TICKED),
        ("(x)", TICKED),
        ("(X)", TICKED),
        ("[ ]", OPEN),
        ("[]", OPEN),
        ("( )", OPEN),
        ("()", OPEN),
        ("[\u{a0}]", OPEN),
        ("(\u{a0})", OPEN),
    ];
    let drawn = line.chars().map(|letter| match letter {
        '☑' | '✓' | '✔' | '■' | '●' | '✗' | '✘' | '⊠' | '◉' | '⬛' => TICKED,
        '□' | '○' | '◻' | '⬜' => OPEN,
        letter => letter,
    });
    let drawn: String = drawn.collect();
    WRITTEN.iter().fold(drawn, |line, (written, sign)| line.replace(written, sign.encode_utf8(&mut [0; 4])))
}
