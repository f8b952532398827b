//! OpenDocument texts, as LibreOffice writes them.

use std::collections::HashMap;
use std::sync::Arc;

use super::DocumentError;
use super::docx::level_of;
use super::flow::{
    Beside, Block, Cell, Control, Flow, Ink, Look, Paragraph, Runs, TableRow, answer_of, hold, note, spread,
};
use super::package::{Element, Node, Package};
use crate::record::NameKind;
use crate::value::Value;

/// How far a style is followed to those that it is made from.
const MAX_STYLES: usize = 20;
/// Blanks and cells that are said to repeat are taken for real up to here.
const MAX_REPEATED: usize = 64;

/// What is drawn and may have text in it.
const DRAWN: [&str; 14] = [
    "caption",
    "circle",
    "connector",
    "custom-shape",
    "ellipse",
    "frame",
    "g",
    "line",
    "path",
    "polygon",
    "polyline",
    "rect",
    "regular-polygon",
    "text-box",
];

/// What a frame holds that cannot be read and may say something.
const HOLDING: [&str; 6] = ["image", "object", "object-ole", "plugin", "applet", "floating-frame"];

pub(super) fn read(package: &mut Package<'_>) -> Result<Flow, DocumentError> {
    let manifest = package.tree("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.has_below("encryption-data") {
        return Err(DocumentError::Locked);
    }
    let content = package.tree("content.xml")?.ok_or(DocumentError::NoDocument)?;
    let common = package.tree("styles.xml")?.unwrap_or_default();
    let mut styles = HashMap::new();
    gather(&common, &mut styles);
    gather(&content, &mut styles);
    let text = content.child("body").and_then(|body| body.child("text")).ok_or(DocumentError::NoDocument)?;
    let has_pages = text.has_below("soft-page-break");
    let mut walk = Walk {
        styles,
        flow: Flow::default(),
        page: has_pages.then_some(1),
        boxes: Vec::new(),
        notes: Vec::new(),
        is_item: false,
        is_unread: false,
    };
    let mut blocks = Vec::new();
    walk.blocks(text, &mut blocks);
    let mut flow = walk.flow;
    flow.blocks = blocks;
    let has = |piece: &str| package.names().any(|name| name.contains(piece));
    flow.beside.extend(has("Pictures/").then_some(Beside::Pictures));
    flow.beside.extend(has("Basic/").then_some(Beside::Macros));
    flow.beside.extend(has("Object ").then_some(Beside::Embedded));
    let mut around = Vec::new();
    ["header", "footer"].into_iter().for_each(|name| common.below(name, &mut around));
    if around.iter().any(|part| !part.text().trim().is_empty()) {
        flow.beside.insert(Beside::HeaderFooter);
    }
    Ok(flow)
}

#[derive(Debug, Default, Clone)]
struct Style {
    name: String,
    parent: Option<Box<str>>,
    level: Option<u16>,
    size: Option<u16>,
    is_bold: Option<bool>,
    is_caps: Option<bool>,
    is_underlined: Option<bool>,
    is_italic: Option<bool>,
    ink: Option<Ink>,
    is_hidden: Option<bool>,
    is_struck: Option<bool>,
}

fn gather(tree: &Element, styles: &mut HashMap<Box<str>, Style>) {
    let places = ["styles", "automatic-styles"].into_iter().filter_map(|place| tree.child(place));
    for style in places.flat_map(Element::elements).filter(|element| &*element.name == "style") {
        let Some(id) = style.attribute("name") else { continue };
        let shown = style.attribute("display-name").unwrap_or(id).replace("_20_", " ").to_lowercase();
        let text = style.child("text-properties");
        let says = |key: &str| text.and_then(|text| text.attribute(key));
        let level = style.attribute("default-outline-level").and_then(|level| level.parse().ok()).or(level_of(&shown));
        let style = Style {
            name: shown,
            parent: style.attribute("parent-style-name").map(Into::into),
            level,
            size: says("font-size").and_then(half_points),
            is_bold: says("font-weight")
                .map(|weight| weight == "bold" || weight.parse().is_ok_and(|weight: u16| weight >= 600)),
            is_caps: says("text-transform")
                .map(|form| form == "uppercase")
                .or(says("font-variant").map(|form| form == "small-caps")),
            ink: says("color").map(Ink::named),
            is_italic: says("font-style").map(|form| form == "italic" || form == "oblique"),
            is_underlined: says("text-underline-style").map(|form| form != "none"),
            is_hidden: says("display").map(|form| form == "none"),
            is_struck: says("text-line-through-style").or(says("text-line-through-type")).map(|form| form != "none"),
        };
        styles.insert(id.into(), style);
    }
}

fn half_points(size: &str) -> Option<u16> {
    let points: f64 = size.strip_suffix("pt")?.parse().ok()?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    (1.0..500.0).contains(&points).then(|| (points * 2.0).round() as u16)
}

/// What is chosen of a list.
fn chosen(list: &Element) -> String {
    let options = list.elements().filter(|option| &*option.name == "option");
    let chosen = options.filter(|option| is_on(option, "current-selected", "selected"));
    chosen.filter_map(|option| option.attribute("label").or(option.attribute("value"))).collect::<Vec<_>>().join("\n")
}

/// Whether something is on as it stands, or, where nobody says how, from the beginning.
fn is_on(element: &Element, current: &str, first: &str) -> bool {
    element.attribute(current).or(element.attribute(first)) == Some("true")
}

/// Whether a section is set to be hidden.
fn is_hidden(section: &Element) -> bool {
    let is_conditional = section.attribute("display") == Some("condition");
    section.attribute("display") == Some("none") || is_conditional && section.attribute("is-hidden") == Some("true")
}

struct Walk<'e> {
    styles: HashMap<Box<str>, Style>,
    flow: Flow,
    page: Option<u32>,
    boxes: Vec<&'e Element>,
    notes: Vec<&'e Element>,
    is_item: bool,
    /// The paragraph that is being read has something that cannot be read.
    is_unread: bool,
}

impl<'e> Walk<'e> {
    fn style(&self, id: Option<&str>) -> Style {
        let mut whole = Style::default();
        let mut next = id.and_then(|id| self.styles.get(id));
        for _ in 0..MAX_STYLES {
            let Some(style) = next else { break };
            whole.level = whole.level.or(style.level);
            whole.size = whole.size.or(style.size);
            whole.is_bold = whole.is_bold.or(style.is_bold);
            whole.is_caps = whole.is_caps.or(style.is_caps);
            whole.is_underlined = whole.is_underlined.or(style.is_underlined);
            whole.is_italic = whole.is_italic.or(style.is_italic);
            whole.ink = whole.ink.or(style.ink);
            whole.is_hidden = whole.is_hidden.or(style.is_hidden);
            whole.is_struck = whole.is_struck.or(style.is_struck);
            if whole.name.is_empty() {
                whole.name.clone_from(&style.name);
            }
            next = style.parent.as_ref().and_then(|parent| self.styles.get(parent));
        }
        whole
    }

    fn blocks(&mut self, parent: &'e Element, out: &mut Vec<Block>) {
        for element in parent.elements() {
            match &*element.name {
                "p" | "h" => self.paragraph(element, out),
                "table" => {
                    let mut rows = Vec::new();
                    self.rows(element, &mut rows);
                    spread(&mut rows);
                    out.push(Block::Table(rows));
                }
                "list" | "list-item" | "list-header" | "numbered-paragraph" => {
                    let before = std::mem::replace(&mut self.is_item, true);
                    self.blocks(element, out);
                    self.is_item = before;
                }
                // What is not shown may be an answer that cannot be read.
                "section" if is_hidden(element) => {
                    self.flow.beside.insert(Beside::Hidden);
                    out.push(Block::Paragraph(Paragraph::unread(self.page)));
                }
                "section" | "index-body" if &*parent.name != "table-of-content" => self.blocks(element, out),
                "user-index" | "alphabetical-index" | "object-index" | "illustration-index" | "table-index"
                | "bibliography" | "a" => self.blocks(element, out),
                _ if DRAWN.contains(&&*element.name) => self.blocks(element, out),
                "soft-page-break" => self.page = self.page.map(|page| page + 1),
                "content-control" => {
                    let mut inner = Vec::new();
                    self.blocks(element, &mut inner);
                    let text = answer_of(&inner);
                    hold(&mut inner, &self.control(element, &text));
                    out.append(&mut inner);
                }
                "forms" => self.forms(element),
                // What was deleted stands in the tracked changes, and what was written in the text.
                _ => {}
            }
        }
    }

    /// Fields of a form that is drawn upon the text.
    fn forms(&mut self, parent: &Element) {
        for element in parent.elements() {
            let name = element.attribute("name").filter(|name| !name.is_empty()).map(Arc::from);
            let said = || element.attribute("current-value").or(element.attribute("value")).unwrap_or_default();
            let value = match &*element.name {
                "text" | "textarea" | "combobox" | "date" | "formatted-text" | "number" | "time" => {
                    Some(Value::from(said().to_owned()))
                }
                "listbox" => Some(Value::from(chosen(element))),
                // One of several is called what stands beside it.
                "radio" if is_on(element, "current-selected", "selected") => Some(Value::from(
                    element.attribute("label").or(element.attribute("value")).unwrap_or_default().to_owned(),
                )),
                "checkbox" => Some(Value::Flag(
                    element.attribute("current-state").or(element.attribute("state")) == Some("checked"),
                )),
                _ => None,
            };
            match (name, value) {
                (Some(name), Some(value)) => {
                    self.flow.controls.push(Control {
                        kind: NameKind::Form,
                        names: vec![name],
                        value,
                        page: None,
                        is_in_text: false,
                    });
                }
                _ => self.forms(element),
            }
        }
    }

    fn paragraph(&mut self, element: &'e Element, out: &mut Vec<Block>) {
        let style = self.style(element.attribute("style-name"));
        let mut runs = Runs::default();
        let page = self.page;
        self.is_unread = false;
        self.inline(element, &style, &mut runs);
        if element.child("hidden-paragraph").is_some_and(|field| field.attribute("is-hidden") == Some("true")) {
            self.is_unread |= !runs.text.trim().is_empty();
            runs = Runs::default();
            self.flow.beside.insert(Beside::Hidden);
        }
        let lines = runs.lines();
        let mut paragraph: Paragraph = runs.paragraph();
        paragraph.page = if paragraph.is_blank() { page } else { self.page.min(page.map(|page| page + 1)) };
        paragraph.is_item = self.is_item && &*element.name == "p";
        paragraph.level = match &*element.name {
            "h" => element.attribute("outline-level").and_then(|level| level.parse().ok()).or(style.level).or(Some(1)),
            _ => style.level,
        };
        paragraph.is_unread = self.is_unread && paragraph.is_blank() && paragraph.level.is_none();
        // Where nothing else stands in a paragraph, the note is what it says.
        let is_noted = !paragraph.is_blank() || paragraph.level.is_some();
        out.extend(paragraph.split(lines).into_iter().map(Block::Paragraph));
        for inner in std::mem::take(&mut self.boxes) {
            self.blocks(inner, out);
        }
        let mut notes = Vec::new();
        for inner in std::mem::take(&mut self.notes) {
            self.blocks(inner, &mut notes);
        }
        if is_noted {
            note(&mut notes);
        }
        out.append(&mut notes);
    }

    fn inline(&mut self, parent: &'e Element, style: &Style, runs: &mut Runs) {
        let look = Look {
            size: style.size.unwrap_or(24),
            is_caps: style.is_caps.unwrap_or_default(),
            is_bold: style.is_bold.unwrap_or_default(),
            is_underlined: style.is_underlined.unwrap_or_default(),
            is_italic: style.is_italic.unwrap_or_default(),
            ink: style.ink.unwrap_or_default(),
        };
        for child in &parent.children {
            let element = match child {
                Node::Text(_) if style.is_struck == Some(true) => continue,
                Node::Text(text) if style.is_hidden == Some(true) => {
                    self.is_unread |= !text.trim().is_empty();
                    self.flow.beside.insert(Beside::Hidden);
                    continue;
                }
                Node::Text(text) => {
                    // Breaks in the XML are blanks.
                    runs.push(&text.replace(['\n', '\r', '\t'], " "), look);
                    continue;
                }
                Node::Element(element) => element,
            };
            match &*element.name {
                "span" => {
                    let own = self.style(element.attribute("style-name"));
                    let style = Style {
                        size: own.size.or(style.size),
                        is_bold: own.is_bold.or(style.is_bold),
                        is_caps: own.is_caps.or(style.is_caps),
                        is_underlined: own.is_underlined.or(style.is_underlined),
                        is_italic: own.is_italic.or(style.is_italic),
                        ink: own.ink.or(style.ink),
                        is_hidden: own.is_hidden.or(style.is_hidden),
                        is_struck: own.is_struck.or(style.is_struck),
                        ..Style::default()
                    };
                    self.inline(element, &style, runs);
                }
                "s" => {
                    let count = element.attribute("c").and_then(|count| count.parse().ok()).unwrap_or(1_usize);
                    runs.push(&" ".repeat(count.min(MAX_REPEATED)), look);
                }
                "tab" => runs.push("\t", look),
                "line-break" => runs.push("\n", look),
                "soft-page-break" => self.page = self.page.map(|page| page + 1),
                "note" => self.notes.extend(element.child("note-body")),
                "annotation" => {
                    self.flow.beside.insert(Beside::Comments);
                }
                _ if DRAWN.contains(&&*element.name) => {
                    self.is_unread |= HOLDING.iter().any(|name| element.child(name).is_some());
                    self.boxes.push(element);
                }
                // What a field that nobody filled in says is what to write there.
                "placeholder" | "annotation-end" | "change" | "change-start" | "change-end" => {}
                "content-control" => {
                    let from = runs.text.len();
                    if element.attribute("showing-place-holder") != Some("true") {
                        self.inline(element, style, runs);
                    }
                    let text = runs.text.get(from..).unwrap_or_default().to_owned();
                    self.control(element, &text);
                }
                "drop-down" => {
                    // Its labels are elements, and what is chosen is its text.
                    let chosen = element.children.iter().filter_map(|child| match child {
                        Node::Text(text) => Some(text.as_str()),
                        Node::Element(_) => None,
                    });
                    runs.push(&chosen.collect::<String>(), look);
                }
                _ => self.inline(element, style, runs),
            }
        }
    }

    /// Takes down a content control, and says what it is called.
    fn control(&mut self, control: &Element, text: &str) -> Vec<Arc<str>> {
        let is_tick = control.attribute("checkbox") == Some("true");
        let tick = is_tick.then(|| control.attribute("checked") == Some("true"));
        self.flow.control(["alias", "tag"].map(|name| control.attribute(name)), tick, text, self.page)
    }

    fn rows(&mut self, parent: &'e Element, rows: &mut Vec<TableRow>) {
        for element in parent.elements() {
            match &*element.name {
                "table-row" => {
                    let mut row = TableRow::new();
                    // What is covered by the cell before it is a part of that; the others by the one above.
                    let mut covered = 0_usize;
                    for cell in element.elements() {
                        match &*cell.name {
                            "table-cell" => {
                                let span = cell.attribute("number-columns-spanned").and_then(|span| span.parse().ok());
                                let span: usize = span.unwrap_or(1);
                                covered = span.saturating_sub(1);
                                let mut read = Cell { span, ..Cell::default() };
                                self.blocks(cell, &mut read.blocks);
                                row.push(read);
                            }
                            "covered-table-cell" if covered > 0 => covered -= 1,
                            "covered-table-cell" => row.push(Cell { is_continued: true, ..Cell::default() }),
                            _ => {}
                        }
                    }
                    rows.push(row);
                }
                "table-header-rows" | "table-row-group" | "table-rows" => self.rows(element, rows),
                "soft-page-break" => self.page = self.page.map(|page| page + 1),
                _ => {}
            }
        }
    }
}
