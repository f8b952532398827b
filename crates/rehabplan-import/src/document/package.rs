//! The parts of a packed document as trees of elements, within limits.

use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;
use zip::result::ZipError;

use super::DocumentError;
use crate::limits::{MAX_DOCUMENT_DEPTH, MAX_DOCUMENT_ELEMENTS, MAX_DOCUMENT_PARTS, MAX_DOCUMENT_UNPACKED_BYTES};

/// A document that is a zip archive.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    names: Vec<String>,
    /// How much may still be unpacked.
    left: u64,
    /// How many elements there may still be.
    elements: usize,
}

/// An element, without the prefixes of names: the formats that are read need none.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: Box<str>,
    pub(super) attributes: Vec<(Box<str>, Box<str>)>,
    pub(super) children: Vec<Node>,
}

#[derive(Debug)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, DocumentError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| DocumentError::Broken)?;
        if archive.len() > MAX_DOCUMENT_PARTS {
            return Err(DocumentError::TooManyParts);
        }
        let names: Vec<String> = archive.file_names().flatten().map(std::borrow::Cow::into_owned).collect();
        // Of two parts with one name, nobody knows which is meant.
        let written = |name: &String| name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase();
        let mut known: Vec<String> = names.iter().map(written).collect();
        known.sort_unstable();
        let is_twice = known.windows(2).any(|pair| matches!(pair, [one, other] if one == other));
        if is_twice || entries(bytes).is_some_and(|entries| entries != archive.len()) {
            return Err(DocumentError::Broken);
        }
        Ok(Self { archive, names, left: MAX_DOCUMENT_UNPACKED_BYTES, elements: MAX_DOCUMENT_ELEMENTS })
    }

    /// The names of the parts.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.names().any(|known| known.eq_ignore_ascii_case(name))
    }

    /// Whether it is a workbook.
    pub(super) fn is_workbook(&mut self) -> Result<bool, DocumentError> {
        let is_of_office = ["xl/workbook.xml", "xl/workbook.bin"].iter().any(|name| self.has(name));
        let kind = if is_of_office { None } else { self.bytes("mimetype")? };
        Ok(is_of_office || kind.is_some_and(|kind| kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet")))
    }

    /// A part as it is; `None` where there is none of the name.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, DocumentError> {
        let Some(index) = self.names.iter().position(|known| known.eq_ignore_ascii_case(name)) else { return Ok(None) };
        let Some(name) = self.names.get(index) else { return Ok(None) };
        let part = self.archive.by_name(name).map_err(|error| fault(&error))?;
        let mut bytes = Vec::new();
        // One byte more than may be there tells that it is too much.
        part.take(self.left.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| DocumentError::Broken)?;
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or(DocumentError::TooMuchUnpacked)?;
        Ok(Some(bytes))
    }

    /// A part as a tree.
    pub(super) fn tree(&mut self, name: &str) -> Result<Option<Element>, DocumentError> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        tree(&bytes, &mut self.elements).map(Some)
    }
}

/// How many parts the end of an archive says that there are; `None` where they are too many to be said there.
fn entries(bytes: &[u8]) -> Option<usize> {
    const END: &[u8] = b"PK\x05\x06";
    let length = |end: &[u8], at: usize| end.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes);
    let is_end = |end: &[u8]| {
        end.starts_with(END) && length(end, 20).is_some_and(|comment| end.len() == 22 + usize::from(comment))
    };
    let first = bytes.len().saturating_sub(22 + usize::from(u16::MAX));
    let end = (first..bytes.len()).rev().filter_map(|at| bytes.get(at..)).find(|end| is_end(end))?;
    length(end, 10).filter(|count| *count < u16::MAX).map(usize::from)
}

/// Why a part cannot be unpacked: each may be locked by itself.
fn fault(error: &ZipError) -> DocumentError {
    match error {
        ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => DocumentError::Locked,
        _ => DocumentError::Broken,
    }
}

/// Reads XML as a tree. Entities of its own, which can be made to unfold without end, are refused.
fn tree(bytes: &[u8], elements: &mut usize) -> Result<Element, DocumentError> {
    let broken = |_| DocumentError::Broken;
    let text =
        std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).map_err(|_| DocumentError::Broken)?;
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = vec![Element::default()];
    loop {
        let event = reader.read_event().map_err(|_| DocumentError::Broken)?;
        if matches!(event, Event::Start(_) | Event::Empty(_)) {
            *elements = elements.checked_sub(1).ok_or(DocumentError::TooManyElements)?;
        }
        match event {
            Event::Eof => break,
            Event::DocType(_) => return Err(DocumentError::Entities),
            Event::Start(start) => {
                if open.len() > MAX_DOCUMENT_DEPTH {
                    return Err(DocumentError::TooDeep);
                }
                open.push(element(&start)?);
            }
            Event::Empty(start) => {
                let element = element(&start)?;
                put(&mut open, Node::Element(element));
            }
            Event::End(_) => {
                let Some(element) = open.pop() else { return Err(DocumentError::Broken) };
                put(&mut open, Node::Element(element));
            }
            Event::Text(text) => push_text(&mut open, &text.xml_content(XmlVersion::default())),
            Event::CData(text) => push_text(&mut open, &text.xml_content(XmlVersion::default())),
            Event::GeneralRef(reference) => {
                if let Some(letter) = reference.resolve_char_ref().map_err(broken)? {
                    push_text(&mut open, letter.encode_utf8(&mut [0; 4]));
                } else {
                    let name: &str = &reference;
                    let text = quick_xml::escape::resolve_predefined_entity(name).ok_or(DocumentError::Entities)?;
                    push_text(&mut open, text);
                }
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    let root = open.pop().filter(|_| open.is_empty());
    let root = root.and_then(|root| root.children.into_iter().find_map(Node::into_element));
    root.ok_or(DocumentError::Broken)
}

fn element(start: &BytesStart<'_>) -> Result<Element, DocumentError> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| DocumentError::Broken)?;
        let value = attribute.normalized_value(XmlVersion::default()).map_err(|_| DocumentError::Broken)?;
        let key: &str = attribute.key.local_name().into_inner();
        attributes.push((key.into(), value.into()));
    }
    let name = start.local_name();
    let name: &str = name.as_ref();
    Ok(Element { name: name.into(), attributes, children: Vec::new() })
}

fn put(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

fn push_text(open: &mut [Element], text: &str) {
    let Some(parent) = open.last_mut() else { return };
    match parent.children.last_mut() {
        Some(Node::Text(before)) => before.push_str(text),
        _ => parent.children.push(Node::Text(text.to_owned())),
    }
}

impl Node {
    fn into_element(self) -> Option<Element> {
        match self {
            Self::Element(element) => Some(element),
            Self::Text(_) => None,
        }
    }
}

impl Element {
    pub(super) fn attribute(&self, key: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| &**known == key).map(|(_, value)| &**value)
    }

    /// The elements in it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element in it of a name.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| &*element.name == name)
    }

    /// The value of a property that stands in an element of its own: `<w:pStyle w:val="Heading1"/>`.
    pub(super) fn property(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("val")
    }

    /// Whether a property is on: its element stands there, and does not say that it is off.
    pub(super) fn switch(&self, name: &str) -> Option<bool> {
        let value = self.child(name)?.attribute("val");
        Some(!value.is_some_and(|value| matches!(value, "0" | "false" | "off" | "none")))
    }

    /// Every element of a name below it.
    pub(super) fn below<'e>(&'e self, name: &str, found: &mut Vec<&'e Element>) {
        for element in self.elements() {
            if &*element.name == name {
                found.push(element);
            }
            element.below(name, found);
        }
    }

    pub(super) fn has_below(&self, name: &str) -> bool {
        self.elements().any(|element| &*element.name == name || element.has_below(name))
    }

    /// All of its text.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for child in &self.children {
            match child {
                Node::Text(piece) => text.push_str(piece),
                Node::Element(element) => text.push_str(&element.text()),
            }
        }
        text
    }
}
