//! Word's documents: WordprocessingML in a zip archive.
//!
//! Changes that are tracked are taken as accepted. Field codes, links and macros are passed over.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::DocumentError;
use super::flow::{
    Beside, Block, Cell, Control, Flow, Ink, Look, Paragraph, Runs, TableRow, answer_of, hold, note as note_of, spread,
};
use super::package::{Element, Package};
use super::symbols::{letter, private, symbol, symbols};
use crate::limits::MAX_DOCUMENT_DEPTH;
use crate::record::NameKind;
use crate::value::Value;

/// How far a style is followed to those that it is based on.
const MAX_STYLES: usize = 20;

/// What is drawn and may say something: pictures, objects of other programs, diagrams, handwriting. A line says nothing.
const HOLDING: [&str; 7] = ["blip", "imagedata", "OLEObject", "control", "chart", "relIds", "contentPart"];

pub(super) fn read(package: &mut Package<'_>) -> Result<Flow, DocumentError> {
    let main = main_part(package)?;
    let document = package.tree(&main)?.ok_or(DocumentError::Broken)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let styles = package.tree(&format!("{folder}/styles.xml"))?.map(|tree| Styles::of(&tree)).unwrap_or_default();
    let mut notes = Vec::new();
    for name in ["footnotes", "endnotes"] {
        notes.push(package.tree(&format!("{folder}/{name}.xml"))?.unwrap_or_default());
    }
    let body = document.child("body").ok_or(DocumentError::Broken)?;
    let has_pages = body.has_below("lastRenderedPageBreak");
    let [footnotes, endnotes] = notes.as_slice() else { return Err(DocumentError::Broken) };
    let mut walk = Walk {
        styles: &styles,
        footnotes: by_id(footnotes),
        endnotes: by_id(endnotes),
        flow: Flow::default(),
        page: has_pages.then_some(1),
        fields: Vec::new(),
        unended: unended([body, footnotes, endnotes]),
        joined: None,
        boxes: Vec::new(),
        notes: Vec::new(),
        is_in_note: false,
        is_struck: false,
        depth: 0,
        is_on_paper: document.child("background").is_none(),
        is_unread: false,
        filled: String::new(),
        formulas: 0,
    };
    let mut blocks = Vec::new();
    walk.blocks(body, &mut blocks);
    walk.finish(&mut blocks);
    let mut flow = walk.flow;
    flow.blocks = blocks;
    let beside = package.names().map(str::to_lowercase).collect::<Vec<_>>();
    let has = |piece: &str| beside.iter().any(|name| name.contains(piece));
    let comments = has("/comments");
    flow.beside.extend(comments.then_some(Beside::Comments));
    flow.beside.extend(has("/embeddings/").then_some(Beside::Embedded));
    flow.beside.extend(has("/media/").then_some(Beside::Pictures));
    flow.beside.extend(has("vbaproject").then_some(Beside::Macros));
    let around = package.names().filter(|name| name.contains("/header") || name.contains("/footer"));
    let around: Vec<String> = around.filter(|name| name.ends_with(".xml")).map(str::to_owned).collect();
    for name in around {
        let tree = package.tree(&name)?.unwrap_or_default();
        let mut texts = Vec::new();
        tree.below("t", &mut texts);
        if texts.iter().any(|text| !text.text().trim().is_empty()) {
            flow.beside.insert(Beside::HeaderFooter);
        }
    }
    Ok(flow)
}

/// The part that the text stands in: where the package says, or where Word puts it.
fn main_part(package: &mut Package<'_>) -> Result<String, DocumentError> {
    const USUAL: &str = "word/document.xml";
    if package.has(USUAL) {
        return Ok(USUAL.to_owned());
    }
    let relations = package.tree("_rels/.rels")?.ok_or(DocumentError::NoDocument)?;
    let is_main =
        |relation: &&Element| relation.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"));
    let main = relations.elements().find(is_main).and_then(|relation| relation.attribute("Target"));
    let main = main.map(|target| target.trim_start_matches('/').to_owned());
    main.filter(|name| package.has(name) && name.ends_with(".xml")).ok_or(DocumentError::NoDocument)
}

fn by_id(notes: &Element) -> HashMap<&str, &Element> {
    notes.elements().filter_map(|note| Some((note.attribute("id")?, note))).collect()
}

/// What paragraphs and runs look like by their styles.
#[derive(Debug, Default)]
struct Styles {
    by_id: HashMap<Box<str>, Style>,
    /// What text looks like without any style.
    size: u16,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<Box<str>>,
    level: Option<u16>,
    is_item: bool,
    own: Own,
}

/// What one style, or a run itself, says; what it leaves out is as before.
#[derive(Debug, Default, Clone, Copy)]
struct Own {
    size: Option<u16>,
    is_caps: Option<bool>,
    is_bold: Option<bool>,
    is_underlined: Option<bool>,
    is_italic: Option<bool>,
    ink: Option<Ink>,
    is_hidden: Option<bool>,
    is_white: Option<bool>,
    /// Something is behind it that is not white.
    is_shaded: Option<bool>,
    /// Struck through: it does not hold any more.
    is_struck: Option<bool>,
}

impl Own {
    fn of(properties: Option<&Element>) -> Self {
        let Some(properties) = properties else { return Self::default() };
        Self {
            size: properties.property("sz").and_then(|size| size.parse().ok()),
            is_caps: properties.switch("caps").or(properties.switch("smallCaps")),
            is_bold: properties.switch("b"),
            is_underlined: properties.switch("u"),
            is_italic: properties.switch("i"),
            ink: properties.property("color").map(Ink::named),
            is_hidden: properties.switch("vanish"),
            is_white: properties.property("color").map(|colour| colour.eq_ignore_ascii_case(WHITE)),
            is_shaded: shaded(properties),
            is_struck: properties.switch("strike").or(properties.switch("dstrike")),
        }
    }

    /// With what a more particular one says.
    fn with(self, more: Self) -> Self {
        Self {
            size: more.size.or(self.size),
            is_caps: more.is_caps.or(self.is_caps),
            is_bold: more.is_bold.or(self.is_bold),
            is_underlined: more.is_underlined.or(self.is_underlined),
            is_italic: more.is_italic.or(self.is_italic),
            ink: more.ink.or(self.ink),
            is_hidden: more.is_hidden.or(self.is_hidden),
            is_white: more.is_white.or(self.is_white),
            is_shaded: more.is_shaded.or(self.is_shaded),
            is_struck: more.is_struck.or(self.is_struck),
        }
    }
}

impl Styles {
    fn of(tree: &Element) -> Self {
        let mut styles = Self::default();
        let defaults = tree.child("docDefaults").and_then(|defaults| defaults.child("rPrDefault"));
        // Without a word about it, text is of 10 points.
        styles.size = Own::of(defaults.and_then(|defaults| defaults.child("rPr"))).size.unwrap_or(20);
        for style in tree.elements().filter(|element| &*element.name == "style") {
            let Some(id) = style.attribute("styleId") else { continue };
            let name = style.property("name").unwrap_or_default().to_lowercase();
            let outline = style.child("pPr").and_then(outline);
            let level = outline.or_else(|| level_of(&name));
            let own = Own::of(style.child("rPr"));
            let own = Own { is_shaded: own.is_shaded.or(style.child("pPr").and_then(shaded)), ..own };
            let based_on = style.property("basedOn").map(Into::into);
            let is_item = style.child("pPr").is_some_and(|properties| properties.child("numPr").is_some());
            styles.by_id.insert(id.into(), Style { name, based_on, level, is_item, own });
        }
        styles
    }

    /// The styles from the most general to the one that is named.
    fn chain(&self, id: Option<&str>) -> Vec<&Style> {
        let mut chain = Vec::new();
        let mut next = id.and_then(|id| self.by_id.get(id));
        while let Some(style) = next {
            if chain.len() >= MAX_STYLES {
                break;
            }
            chain.push(style);
            next = style.based_on.as_ref().and_then(|id| self.by_id.get(id));
        }
        chain.reverse();
        chain
    }

    fn own(&self, id: Option<&str>) -> Own {
        self.chain(id).iter().fold(Own::default(), |own, style| own.with(style.own))
    }

    fn level(&self, id: Option<&str>) -> Option<u16> {
        self.chain(id).iter().rev().find_map(|style| style.level)
    }

    fn is_item(&self, id: Option<&str>) -> bool {
        self.chain(id).iter().any(|style| style.is_item)
    }

    /// Whether a style is one of a table of contents, which says again what the headings say.
    fn is_contents(&self, id: Option<&str>) -> bool {
        self.chain(id)
            .iter()
            .any(|style| style.name.starts_with("toc ") || style.name.starts_with("indholdsfortegnelse"))
    }
}

/// The level of an outline; the tenth is that of text.
const WHITE: &str = "ffffff";

/// Whether something is behind a text that is not white; nothing where that is not said.
fn shaded(properties: &Element) -> Option<bool> {
    let is_colour = |fill: &str| !fill.eq_ignore_ascii_case(WHITE) && !fill.eq_ignore_ascii_case("auto");
    let fill = properties
        .child("shd")
        .map(|shade| shade.attribute("fill").is_some_and(is_colour) || shade.attribute("themeFill").is_some());
    properties.property("highlight").map(|colour| !["none", "white"].contains(&colour)).or(fill)
}

fn outline(properties: &Element) -> Option<u16> {
    properties.property("outlineLvl")?.parse().ok().filter(|level| *level < 9).map(|level: u16| level + 1)
}

/// The level of a style by its name.
pub(super) fn level_of(name: &str) -> Option<u16> {
    if matches!(name, "title" | "titel") {
        return Some(0);
    }
    let number = name.strip_prefix("heading").or_else(|| name.strip_prefix("overskrift"))?;
    number.trim().parse().ok().filter(|level| (1..=9).contains(level))
}

/// A field whose end has not come yet.
struct Open<'e> {
    form: Option<&'e Element>,
    is_result: bool,
    /// Where it, and then its result, begins in the text of the paragraph.
    from: usize,
}

struct Walk<'e> {
    styles: &'e Styles,
    footnotes: HashMap<&'e str, &'e Element>,
    endnotes: HashMap<&'e str, &'e Element>,
    flow: Flow,
    page: Option<u32>,
    fields: Vec<Open<'e>>,
    /// Where fields begin that do not end.
    unended: HashSet<*const Element>,
    /// A paragraph whose end was deleted: it goes on in the next one.
    joined: Option<Paragraph>,
    /// Text boxes and notes of the paragraph that is being read.
    boxes: Vec<&'e Element>,
    notes: Vec<&'e Element>,
    /// What is being read is a note; in one there is no other.
    is_in_note: bool,
    /// The paragraph that is being read has words that are struck through.
    is_struck: bool,
    depth: usize,
    /// Nothing is behind the text but white paper.
    is_on_paper: bool,
    /// The paragraph that is being read has something that cannot be read.
    is_unread: bool,
    /// What stands in the fields of forms of the paragraph that is being read.
    filled: String,
    /// Bytes of its text that stand in formulas.
    formulas: usize,
}

impl<'e> Walk<'e> {
    fn blocks(&mut self, parent: &'e Element, out: &mut Vec<Block>) {
        for element in parent.elements() {
            match &*element.name {
                "p" => self.paragraph(element, out),
                "tbl" => {
                    // No paragraph goes on in a table.
                    self.finish(out);
                    let mut rows = Vec::new();
                    self.rows(element, &mut rows);
                    spread(&mut rows);
                    out.push(Block::Table(rows));
                }
                "sdt" => {
                    let mut inner = Vec::new();
                    if let Some(content) = self.content(element) {
                        self.blocks(content, &mut inner);
                    }
                    let text = answer_of(&inner);
                    hold(&mut inner, &self.control(element, &text));
                    out.append(&mut inner);
                }
                "ins" | "moveTo" | "customXml" | "smartTag" => self.blocks(element, out),
                "AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.blocks(chosen, out);
                    }
                }
                "altChunk" => {
                    self.flow.beside.insert(Beside::Embedded);
                    out.push(Block::Paragraph(Paragraph::unread(self.page)));
                }
                "oMath" | "oMathPara" => out.push(Block::Paragraph(Paragraph::unread(self.page))),
                _ => {}
            }
        }
    }

    fn finish(&mut self, out: &mut Vec<Block>) {
        out.extend(self.joined.take().map(Block::Paragraph));
    }

    fn paragraph(&mut self, element: &'e Element, out: &mut Vec<Block>) {
        let properties = element.child("pPr");
        let style = properties.and_then(|properties| properties.property("pStyle"));
        if self.styles.is_contents(style) {
            return;
        }
        let base = self.styles.own(style);
        let base = Own { is_shaded: properties.and_then(shaded).or(base.is_shaded), ..base };
        let page = self.page;
        let mut runs = Runs::default();
        (self.is_unread, self.is_struck, self.formulas) = (false, false, 0);
        self.filled.clear();
        let controls = self.flow.controls.len();
        self.inline(element, base, &mut runs);
        // Nothing but the fields of a form that stand in it.
        let is_form = !self.filled.is_empty() && letters_of(&runs.text) == letters_of(&self.filled);
        // The letters of a formula say nothing without the words that it stands among.
        if self.formulas > 0 && runs.text.trim().len() <= self.formulas {
            (self.is_unread, runs) = (true, Runs::default());
        }
        let lines = runs.lines();
        let mut paragraph = runs.paragraph();
        if is_form {
            let fields = self.flow.controls.get(controls..).unwrap_or_default();
            paragraph.control = fields.iter().flat_map(|field| &field.names).cloned().collect();
            paragraph.is_form = true;
        }
        // A page that ends before the first letter is not the one that the paragraph stands on.
        paragraph.page = if paragraph.text.trim().is_empty() { page } else { self.page.min(page.map(|page| page + 1)) };
        paragraph.level = properties.and_then(outline).or_else(|| self.styles.level(style));
        paragraph.is_unread = self.is_unread && paragraph.is_blank() && paragraph.level.is_none();
        paragraph.is_item = properties.is_some_and(|properties| properties.child("numPr").is_some())
            || self.styles.is_item(style) && paragraph.level.is_none();
        paragraph.is_struck = self.is_struck && paragraph.is_blank() && paragraph.level.is_some();
        // Where nothing else stands in a paragraph, the note is what it says.
        let is_noted = !paragraph.is_blank() || paragraph.level.is_some();
        if let Some(before) = self.joined.take() {
            paragraph = Paragraph::joined_to(before, paragraph);
        }
        let mark = properties.and_then(|properties| properties.child("rPr"));
        if mark.is_some_and(|mark| mark.child("del").is_some() || mark.child("moveFrom").is_some()) {
            self.joined = Some(paragraph);
        } else {
            out.extend(paragraph.split(lines).into_iter().map(Block::Paragraph));
        }
        let joined = self.joined.take();
        let is_on_paper = self.is_on_paper;
        for inner in std::mem::take(&mut self.boxes) {
            self.is_on_paper = false;
            self.blocks(inner, out);
            self.finish(out);
        }
        self.is_on_paper = is_on_paper;
        let notes = std::mem::take(&mut self.notes);
        if !notes.is_empty() {
            let mut own = Vec::new();
            self.is_in_note = true;
            for inner in notes {
                self.blocks(inner, &mut own);
                self.finish(&mut own);
            }
            self.is_in_note = false;
            if is_noted {
                note_of(&mut own);
            }
            out.append(&mut own);
        }
        self.joined = joined;
    }

    fn inline(&mut self, parent: &'e Element, base: Own, runs: &mut Runs) {
        for element in parent.elements() {
            match &*element.name {
                "r" => self.run(element, base, runs),
                "hyperlink" | "ins" | "moveTo" | "smartTag" | "customXml" | "fldSimple" | "dir" | "bdo" => {
                    self.inline(element, base, runs);
                }
                "AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.inline(chosen, base, runs);
                    }
                }
                "sdt" => {
                    let from = runs.text.len();
                    if let Some(content) = self.content(element) {
                        self.inline(content, base, runs);
                    }
                    let text = runs.text.get(from..).unwrap_or_default().to_owned();
                    self.control(element, &text);
                }
                // Text of another file.
                "subDoc" => {
                    self.flow.beside.insert(Beside::Embedded);
                    self.is_unread = true;
                }
                "oMath" | "oMathPara" => {
                    let mut texts = Vec::new();
                    element.below("t", &mut texts);
                    let from = runs.text.len();
                    texts.into_iter().for_each(|text| runs.push(&text.text(), self.look(base)));
                    self.formulas += runs.text.len() - from;
                }
                _ => {}
            }
        }
    }

    fn look(&self, own: Own) -> Look {
        Look {
            size: own.size.unwrap_or(self.styles.size),
            is_caps: own.is_caps.unwrap_or_default(),
            is_bold: own.is_bold.unwrap_or_default(),
            is_underlined: own.is_underlined.unwrap_or_default(),
            is_italic: own.is_italic.unwrap_or_default(),
            ink: own.ink.unwrap_or_default(),
        }
    }

    fn run(&mut self, run: &'e Element, base: Own, runs: &mut Runs) {
        let properties = run.child("rPr");
        let style = properties.and_then(|properties| properties.property("rStyle"));
        let own = base.with(self.styles.own(style)).with(Own::of(properties));
        let look = self.look(own);
        // White upon white; what is behind a table or a box is not looked at.
        let is_white = own.is_white == Some(true) && own.is_shaded != Some(true) && self.is_on_paper;
        let is_hidden = own.is_hidden.unwrap_or_default() || is_white;
        let font = properties.and_then(|properties| properties.child("rFonts")?.attribute("ascii"));
        let is_symbols = font.is_some_and(|font| font.starts_with("Wingdings"));
        for element in run.elements() {
            match &*element.name {
                "lastRenderedPageBreak" => self.page = self.page.map(|page| page + 1),
                "fldChar" => self.field(element, look, runs),
                "drawing" | "pict" | "object" => self.drawing(element),
                "contentPart" => self.is_unread = true,
                "AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        chosen.elements().for_each(|element| self.drawing(element));
                    }
                }
                // A note stands where it is first referred to.
                "footnoteReference" | "endnoteReference" if self.is_in_note => {}
                "footnoteReference" => self.notes.extend(note(&mut self.footnotes, element)),
                "endnoteReference" => self.notes.extend(note(&mut self.endnotes, element)),
                // The code of a field, and not what it came to.
                _ if self.fields.iter().any(|field| !field.is_result) => {}
                _ if own.is_struck.unwrap_or_default() => {
                    self.is_struck |= &*element.name == "t" && !element.text().trim().is_empty();
                }
                _ if is_hidden => {
                    self.is_unread |= &*element.name == "t" && !element.text().trim().is_empty();
                    self.flow.beside.insert(Beside::Hidden);
                }
                "t" if is_symbols => runs.push(&symbols(&element.text()), look),
                "t" => runs.push(&private(&element.text()), look),
                "tab" | "ptab" => runs.push("\t", look),
                "br" | "cr" => runs.push("\n", look),
                "noBreakHyphen" => runs.push("-", look),
                "sym" => {
                    let code = element.attribute("char").unwrap_or_default();
                    let is_text = element.attribute("font") == Some("Symbol");
                    runs.push(if is_text { letter(code) } else { symbol(code) }, look);
                }
                // What is written above the words says how they are spoken.
                "ruby" => {
                    if let Some(words) = element.child("rubyBase") {
                        self.inline(words, base, runs);
                    }
                }
                _ => {}
            }
        }
    }

    /// What is drawn is read where it is text.
    fn drawing(&mut self, element: &'e Element) {
        let mut found = Vec::new();
        boxes(element, &mut found);
        if ["chart", "relIds"].iter().any(|name| element.has_below(name)) {
            self.flow.beside.insert(Beside::Diagrams);
        }
        let holds =
            || matches!(&*element.name, "object" | "contentPart") || HOLDING.iter().any(|name| element.has_below(name));
        self.is_unread |= found.is_empty() && holds();
        self.boxes.append(&mut found);
    }

    fn field(&mut self, element: &'e Element, look: Look, runs: &mut Runs) {
        match element.attribute("fldCharType") {
            Some("begin") if self.unended.contains(&std::ptr::from_ref(element)) => {}
            Some("begin") if self.depth < MAX_DOCUMENT_DEPTH => {
                self.depth += 1;
                self.fields.push(Open { form: element.child("ffData"), is_result: false, from: runs.text.len() });
            }
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    (field.is_result, field.from) = (true, runs.text.len());
                }
            }
            Some("end") => {
                self.depth = self.depth.saturating_sub(1);
                let Some(field) = self.fields.pop() else { return };
                let Some(form) = field.form else { return };
                let result = if field.is_result { runs.text.get(field.from..).unwrap_or_default() } else { "" };
                let mut value = Value::from(result.trim().to_owned());
                if let Some(tick) = form.child("checkBox") {
                    let is_ticked = tick.switch("checked").or(tick.switch("default")).unwrap_or_default();
                    value = Value::Flag(is_ticked);
                    runs.push(if is_ticked { "☒" } else { "☐" }, look);
                } else if let Some(list) = form.child("ddList") {
                    let chosen = list.property("result").or(list.property("default")).and_then(|at| at.parse().ok());
                    let entries = list.elements().filter(|entry| &*entry.name == "listEntry");
                    let entry = entries.filter_map(|entry| entry.attribute("val")).nth(chosen.unwrap_or(0_usize));
                    let entry = entry.unwrap_or_default().trim();
                    if result.trim().is_empty() {
                        runs.push(entry, look);
                    }
                    value = Value::from(entry.to_owned());
                }
                self.filled.push_str(runs.text.get(field.from..).unwrap_or_default());
                let names = form.property("name").map(Arc::from).into_iter().collect();
                self.flow.controls.push(Control {
                    kind: NameKind::Form,
                    names,
                    value,
                    page: self.page,
                    is_in_text: true,
                });
            }
            _ => {}
        }
    }

    /// What stands in a content control; nothing where it only says what to write there.
    fn content(&self, control: &'e Element) -> Option<&'e Element> {
        let properties = control.child("sdtPr");
        let is_prompt = properties.is_some_and(|properties| properties.switch("showingPlcHdr") == Some(true));
        control.child("sdtContent").filter(|_| !is_prompt)
    }

    /// Takes down a content control, and says what it is called.
    fn control(&mut self, control: &Element, text: &str) -> Vec<Arc<str>> {
        let Some(properties) = control.child("sdtPr") else { return Vec::new() };
        let tick = properties.child("checkbox").map(|tick| tick.switch("checked").unwrap_or_default());
        self.flow.control(["alias", "tag"].map(|name| properties.property(name)), tick, text, self.page)
    }

    fn rows(&mut self, parent: &'e Element, rows: &mut Vec<TableRow>) {
        for element in parent.elements() {
            match &*element.name {
                "tr" => {
                    let properties = element.child("trPr");
                    if properties.is_some_and(|properties| properties.child("del").is_some()) {
                        continue;
                    }
                    let mut row = TableRow::new();
                    self.cells(element, &mut row);
                    rows.push(row);
                }
                "sdt" => {
                    if let Some(content) = self.content(element) {
                        self.rows(content, rows);
                    }
                }
                "ins" | "moveTo" | "customXml" => self.rows(element, rows),
                _ => {}
            }
        }
    }

    fn cells(&mut self, parent: &'e Element, row: &mut TableRow) {
        for element in parent.elements() {
            match &*element.name {
                "tc" => {
                    let properties = element.child("tcPr");
                    let span = properties.and_then(|properties| properties.property("gridSpan")?.parse().ok());
                    // Without a word, it goes on with the one above; the first one says that it begins.
                    let merge = properties.and_then(|properties| properties.child("vMerge"));
                    let is_continued = merge.is_some_and(|merge| merge.attribute("val") != Some("restart"));
                    let mut cell = Cell { span: span.unwrap_or(1), is_continued, ..Cell::default() };
                    let is_on_paper = std::mem::replace(&mut self.is_on_paper, false);
                    self.blocks(element, &mut cell.blocks);
                    self.finish(&mut cell.blocks);
                    self.is_on_paper = is_on_paper;
                    row.push(cell);
                }
                "sdt" => {
                    let from = row.len();
                    if let Some(content) = self.content(element) {
                        self.cells(content, row);
                    }
                    if row.len() == from {
                        row.push(Cell::default());
                    }
                    let texts: Vec<String> = row.iter().skip(from).map(|cell| answer_of(&cell.blocks)).collect();
                    let names = self.control(element, &texts.join("\n"));
                    row.iter_mut().skip(from).for_each(|cell| hold(&mut cell.blocks, &names));
                }
                "ins" | "moveTo" | "customXml" => self.cells(element, row),
                _ => {}
            }
        }
    }
}

/// Of what is written in more ways than one, the first; the others say the same to older programs.
fn chosen(element: &Element) -> Option<&Element> {
    element.child("Choice").or_else(|| element.child("Fallback"))
}

/// The note that a reference leads to, which then has been read.
fn note<'e>(notes: &mut HashMap<&'e str, &'e Element>, reference: &Element) -> Option<&'e Element> {
    notes.remove(reference.attribute("id")?)
}

/// Where fields begin whose end is not there, as when it was deleted. Such a one would take all that follows for its code.
fn unended(parts: [&Element; 3]) -> HashSet<*const Element> {
    fn gather(parent: &Element, open: &mut Vec<*const Element>) {
        for element in parent.elements() {
            match &*element.name {
                "del" | "moveFrom" => {}
                "fldChar" => match element.attribute("fldCharType") {
                    Some("begin") => open.push(std::ptr::from_ref(element)),
                    Some("end") => drop(open.pop()),
                    _ => {}
                },
                _ => gather(element, open),
            }
        }
    }
    let mut unended = HashSet::new();
    for part in parts {
        let mut open = Vec::new();
        gather(part, &mut open);
        unended.extend(open);
    }
    unended
}

/// A text without its blanks.
fn letters_of(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The text boxes in a drawing.
fn boxes<'e>(element: &'e Element, found: &mut Vec<&'e Element>) {
    for inner in element.elements() {
        match &*inner.name {
            "txbxContent" => found.push(inner),
            "AlternateContent" => {
                if let Some(chosen) = chosen(inner) {
                    boxes(chosen, found);
                }
            }
            _ => boxes(inner, found),
        }
    }
}
