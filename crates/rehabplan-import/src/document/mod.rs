//! Documents: what a person wrote in Word or LibreOffice, or printed as a PDF, as one plan.
//!
//! A document has what somebody wrote. Its headings, labels, content controls and form fields are held against the names
//! of a mapping, with tolerance for numbers, brackets and slips of the pen; what has no known name is placed nowhere and
//! listed in [`Document::unplaced`]. What a document has no place for lies outside of its [horizon](Document::horizon).

mod answer;
mod asides;
mod bands;
mod columns;
mod docx;
mod elsewhere;
mod error;
mod fact;
mod flow;
mod forms;
mod grid;
mod heading;
mod hollow;
mod inline;
#[cfg(feature = "batch")]
mod items;
mod kinds;
mod letter;
mod letterhead;
mod margin;
mod marks;
mod meaning;
mod names;
mod numbers;
mod odt;
mod order;
mod outline;
mod package;
mod pdf;
mod several;
mod symbols;
mod template;
mod title;
mod titles;
mod widths;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use rehabplan::foreign::{self, Foreign};
use rehabplan::plan::{Plan, Sagstype};
use rehabplan::text::Wording;
use rehabplan::{Horizon, Lang, is_at_or_below, pointer};

use crate::bound::{Bound, Counts, NoTables};
use crate::limits::{MAX_DOCUMENT_BYTES, MAX_DOCUMENT_LETTERS, MAX_DOCUMENT_WORDS};
use crate::mapping::{Fields, Given, Mapping, MappingError, MappingFile, SAGSTYPE};
use crate::model;
use crate::names::letters;
use crate::record::{Field, Inside, NameKind, Origin, Record, Unread};
use crate::source::{ENCRYPTED, holds_utf16};
use crate::value::Value;
use crate::wholes::{PREPARATORY, WHOLES, WRITTEN};

pub use error::DocumentError;
pub use flow::Beside;

use flow::Flow;
use names::Names;
use outline::{Outline, Placed};
use package::Package;
use title::Told;

/// The mapping of a document that nobody wrote one for, as it is written: to be read, and to begin one's own with.
pub const DOKUMENT: &str = crate::aliases::HEADINGS;

/// One field for what two others ask for; nobody misses its heading.
const JOINT: &str = pointer!(forberedende_del.udfordringer.samlet);

/// What else may hold what a place asks for, by the place; not where the document has a heading of its own for that.
const INSTEAD: [(&str, &str); 3] = [
    (pointer!(forberedende_del.udfordringer.beskaeftigelse), JOINT),
    (pointer!(forberedende_del.udfordringer.sociale), JOINT),
    (pointer!(forberedende_del.forsoergelseshistorik), pointer!(forberedende_del.forsoergelsesperioder)),
];

/// A CV is attached more often than not; a document that has no heading for it says nothing of that.
const CV: &str = pointer!(forberedende_del.cv);
const CV_DOCUMENTS: &str = pointer!(forberedende_del.cv_dokumenter);

/// A document that has been read by a mapping.
pub struct Document {
    values: Vec<(Value<'static>, Option<u32>)>,
    /// Why some of them cannot be read.
    unread: HashMap<usize, Unread>,
    bound: Bound,
    unplaced: Vec<Unplaced>,
    /// Which of them a pointer tells.
    by_pointer: HashMap<String, usize>,
    beside: Vec<Beside>,
    meant: Vec<(String, String)>,
    /// The places that nothing but such headings are of, each with the first of them.
    called: HashMap<String, String>,
    absent: Vec<String>,
    shared: Vec<(String, String)>,
    blank: Vec<String>,
    horizon: Horizon,
}

impl std::fmt::Debug for Document {
    // Without what stands in it.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Document")
            .field("placed", &self.placed())
            .field("unplaced", &self.unplaced)
            .finish_non_exhaustive()
    }
}

/// A heading, a label or a field of a form that has no place in a plan by the mapping; or a line that may be such a heading,
/// and was read as a part of the answer that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unplaced {
    /// What it is.
    pub kind: NameKind,
    /// Which of the unplaced ones of its kind, from the beginning of the document, counted from 1.
    pub number: usize,
    /// What it is called, when its words are all words of the mapping; what is not may be somebody's name.
    pub name: Option<String>,
    /// The page, where it is known.
    pub page: Option<u32>,
    /// The nearest name before it that the mapping knows.
    pub after: Option<String>,
}

impl Unplaced {
    /// A pointer that tells it from the others, beside those into the plan: `/overskrift/3`.
    #[must_use]
    pub fn pointer(&self) -> String {
        format!("/{}/{}", self.kind.text().da, self.number)
    }

    /// The heading in words: `overskrift nr. 3, side 2`.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        const NUMBER: Wording = Wording::new("{kind} nr. {n}", "{kind} no. {n}");
        const NAME: Wording = Wording::new("{kind} »{name}«", "{kind} \"{name}\"");
        const LINE: Wording = Wording::new(
            "nr. {n} af de linjer, der kan være overskrifter",
            "no. {n} of the lines that may be headings",
        );
        const PAGE: Wording = Wording::new(", side {n}", ", page {n}");
        const AFTER: Wording = Wording::new(", efter »{name}«", ", after \"{name}\"");
        let kind = self.kind.text().get(lang);
        let mut text = match &self.name {
            Some(name) => NAME.get(lang).replace("{kind}", kind).replace("{name}", name),
            None if self.kind == NameKind::Line => LINE.get(lang).replace("{n}", &self.number.to_string()),
            None => NUMBER.get(lang).replace("{kind}", kind).replace("{n}", &self.number.to_string()),
        };
        if let Some(page) = self.page {
            text.push_str(&PAGE.get(lang).replace("{n}", &page.to_string()));
        }
        if let Some(after) = &self.after {
            text.push_str(&AFTER.get(lang).replace("{name}", after));
        }
        text
    }
}

/// The same, with what it begins with in a language.
#[must_use]
pub fn template(lang: Lang) -> String {
    const BEGINNING: &str = "\
# Hvad dokumenter kalder stederne i en plan. En kommunes egen skabelon: kopiér denne fil, skriv dens overskrifter i den, og giv den
# med --map.
#
# Et navn er navnet på en overskrift, på en ledetekst i en tabel, på en indholdskontrol eller på et formularfelt; numre foran, et
# kolon bagefter og parenteser gør ingen forskel. \"Indstilling > Begrundelse\" er »Begrundelse« under overskriften »Indstilling«.
";
    if lang == Lang::En {
        return DOKUMENT.to_owned();
    }
    let rest = DOKUMENT.split_inclusive('\n').skip_while(|line| line.starts_with('#'));
    std::iter::once(BEGINNING).chain(rest).collect()
}

/// The mapping of a document that nobody wrote one for.
///
/// # Errors
///
/// None: a test reads it.
pub fn dokument() -> Result<Mapping, MappingError> {
    Mapping::read(DOKUMENT.as_bytes())
}

/// Whether a file begins as a document does.
#[must_use]
pub fn is_document(first: &[u8]) -> bool {
    matches!(foreign::recognise(first), Some(Foreign::Document | Foreign::Pdf)) || first.starts_with(OLE)
}

/// Whether a file begins as a document does; one that cannot be read does not.
#[must_use]
pub fn is_document_file(path: &Path) -> bool {
    let mut first = Vec::new();
    let read = File::open(path).and_then(|file| file.take(foreign::FIRST_BYTES as u64).read_to_end(&mut first));
    if read.is_err() || !is_document(&first) {
        return false;
    }
    // Workbooks of older programs begin as documents do.
    !first.starts_with(OLE) || Documents::bytes(path).is_ok_and(|bytes| !is_old_workbook(&bytes))
}

/// Whether a file of an older program is no document, by what is in it.
fn is_old_workbook(bytes: &[u8]) -> bool {
    let has = |name: &&str| holds_utf16(bytes, name);
    !has(&WORD) && !has(&ENCRYPTED) && OTHERS.iter().any(has)
}

/// How files of older programs begin, and documents that are locked.
/// What is in them by name.
const WORD: &str = "WordDocument";
const OTHERS: [&str; 3] = ["Workbook", "Book", "PowerPoint Document"];
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const PDF: &[u8] = b"%PDF-";

/// Reads documents by a mapping.
#[derive(Debug, Clone)]
pub struct Documents {
    mapping: Mapping,
    names: Names,
    sagstype: Option<Sagstype>,
}

impl Documents {
    /// Reads by a mapping; by [`dokument`], where nobody wrote one.
    #[must_use]
    pub fn new(mapping: Mapping) -> Self {
        let names = Names::of(mapping.file(), WHOLES);
        Self { mapping, names, sagstype: None }
    }

    /// What the cases are about whose document does not say it.
    #[must_use]
    pub fn sagstype(mut self, sagstype: impl Into<Option<Sagstype>>) -> Self {
        self.sagstype = sagstype.into();
        self
    }

    /// Reads a document from a file.
    ///
    /// # Errors
    ///
    /// A [`DocumentError`] for a file that is not there, is no document, is locked or damaged, or is beyond a limit.
    pub fn open(&self, path: &Path) -> Result<Document, DocumentError> {
        self.read(&Self::bytes(path)?)
    }

    /// The headings, labels and fields of a document of which none has a place; none for another document, and for what is none.
    #[must_use]
    pub fn unknown(&self, path: &Path) -> Vec<Unplaced> {
        let outline = Self::bytes(path).and_then(|bytes| self.outline(&bytes)).map(|(_, outline)| outline);
        let unplaced = outline.ok().filter(|outline| outline.placed.is_empty()).map(|outline| outline.unplaced);
        unplaced.into_iter().flatten().map(|unplaced| self.shown(unplaced)).collect()
    }

    fn bytes(path: &Path) -> Result<Vec<u8>, DocumentError> {
        let file = File::open(path)?;
        if file.metadata()?.is_dir() {
            return Err(DocumentError::NotReadable);
        }
        let mut bytes = Vec::new();
        file.take(MAX_DOCUMENT_BYTES + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Reads a document.
    ///
    /// # Errors
    ///
    /// See [`Documents::open`].
    pub fn read(&self, bytes: &[u8]) -> Result<Document, DocumentError> {
        let (flow, outline) = self.outline(bytes)?;
        if outline.placed.is_empty() {
            let has_text = !flow::text_of(&flow.blocks).is_empty() || !outline.unplaced.is_empty();
            return Err(if has_text { DocumentError::NoPlan } else { DocumentError::NoText });
        }
        if outline.is_several {
            return Err(DocumentError::SeveralPlans);
        }
        let plan = flow.blocks.get(letterhead::cover(&flow.blocks)..).unwrap_or_default();
        let (title, typed) = (title::case(plan, &self.names), title::typed(plan));
        let told = title.or(typed);
        let mut beside = flow.beside;
        beside.extend(outline.is_instructed.then_some(Beside::Instructions));
        beside.extend(outline.has_letterhead.then_some(Beside::Letterhead));
        // What has no place may be what it asks for.
        let may_hold = |unplaced: &outline::Unplaced| unplaced.part.is_none_or(|part| part == PREPARATORY);
        let has_preparatory = self.has_part(&outline, PREPARATORY) && !outline.unplaced.iter().any(may_hold);
        let mut document = self.bind(outline, told, beside.into_iter().collect()).map_err(|_| DocumentError::NoPlan)?;
        // Which of them is right, nobody knows, and what is demanded depends on it.
        if title.iter().chain(&typed).any(|told| document.sagstype() != Some(told.sagstype)) {
            return Err(DocumentError::TwoCaseTypes);
        }
        if document.sagstype().zip(self.sagstype).is_some_and(|(own, given)| own != given) {
            document.beside.push(Beside::CaseType);
        }
        let parts = document.parts();
        if parts.is_empty() && document.unplaced.is_empty() {
            return Err(DocumentError::NotFilledIn);
        }
        // The parts that come after it do not come without it. Where these are there and nothing stands under any of its
        // headings, it is missing as a whole, and no fact that the document has no place for makes a part of it.
        if has_preparatory && !parts.is_empty() && !parts.contains(&PREPARATORY) {
            let part = format!("/{PREPARATORY}");
            let held: Vec<&str> = document.horizon.fields().chain([part.as_str()]).collect();
            document.horizon = Horizon::of(&held).unwrap_or(document.horizon.clone());
        }
        Ok(document)
    }

    fn outline(&self, bytes: &[u8]) -> Result<(Flow, Outline), DocumentError> {
        // Readers of other makes are asked for what they promise; should one panic on a hostile file, the file is broken.
        let flow = || self.flow(bytes);
        let mut flow =
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(flow)).unwrap_or(Err(DocumentError::Broken))?;
        if flow.letters() > MAX_DOCUMENT_LETTERS {
            return Err(DocumentError::TooManyLetters);
        }
        if flow.words() > MAX_DOCUMENT_WORDS {
            return Err(DocumentError::TooManyWords);
        }
        marks::guide(&mut flow.blocks, &self.names);
        asides::cut(&mut flow.blocks);
        let outline = outline::outline(&flow, &self.names);
        Ok((flow, outline))
    }

    /// Whether a document has a heading of a part of the plan.
    fn has_part(&self, outline: &Outline, part: &str) -> bool {
        let is_of_it = |placed: &Placed| self.names.part(&placed.name).is_some_and(|own| own == part);
        outline.parts.contains(&part) || outline.placed.iter().any(is_of_it)
    }

    /// What stands in a document, whatever its format.
    fn flow(&self, bytes: &[u8]) -> Result<Flow, DocumentError> {
        let first = bytes.get(..bytes.len().min(foreign::FIRST_BYTES)).unwrap_or_default();
        if bytes.is_empty() {
            Err(DocumentError::Empty)
        } else if bytes.len() as u64 > MAX_DOCUMENT_BYTES {
            Err(DocumentError::TooLarge)
        } else if bytes.starts_with(b"PK") {
            let mut package = Package::open(bytes)?;
            match package.is_workbook()? {
                true => Err(DocumentError::Workbook),
                false if package.has("content.xml") => odt::read(&mut package),
                false => docx::read(&mut package),
            }
        } else if first.windows(PDF.len()).any(|window| window == PDF) {
            pdf::read(bytes, &self.names)
        } else if bytes.starts_with(OLE) {
            Err(match holds_utf16(bytes, ENCRYPTED) {
                true => DocumentError::Locked,
                false if is_old_workbook(bytes) => DocumentError::OldOffice,
                false => DocumentError::OldDocument,
            })
        } else {
            Err(foreign::recognise(first).map_or(DocumentError::NoDocument, DocumentError::Foreign))
        }
    }

    fn bind(&self, outline: Outline, told: Option<Told>, beside: Vec<Beside>) -> Result<Document, MappingError> {
        let may_be_beside = beside.iter().any(|beside| beside.may_answer());
        let Adapted { mut file, absent, shared } = adapted(self.mapping.file(), &outline, may_be_beside);
        let (mut fields, mut values, mut unread) = (Vec::new(), Vec::new(), HashMap::new());
        let (mut labelled, mut grouped, mut blank) = (None, None, Vec::new());
        for Placed { kind, name, mut value, page, unread: why, place, .. } in outline.placed {
            // A label may say more than the type.
            if *place == *SAGSTYPE
                && let Value::Text(text) = &value
                && let Some(told) = Told::of(text)
            {
                value = Value::from(told.sagstype.code().to_owned());
                labelled = Some(told);
            }
            // The group of § 3, stk. 4, says as much of sygedagpenge, which have their category in its name.
            if *place == *pointer!(forberedende_del.sagsgruppe)
                && let Value::Text(text) = &value
            {
                grouped = Told::of(text).filter(|told| told.kategori.is_some());
            }
            unread.extend(why.map(|why| (fields.len(), why)));
            blank.push((place.to_string(), value.is_nothing()));
            fields.push(Field { kind, name, inside: Inside::default() });
            values.push((value, page));
        }
        let bind = |file| Mapping::new(file)?.bind(Fields { cases: &fields, tables: &[], is_complete: false });
        let bound = bind(file.clone())?;
        let meant: Vec<(String, String)> =
            outline.meant.into_iter().map(|(heading, place)| (heading, place.to_string())).collect();
        let is_meant_alone = |place: &str| {
            let known = blank.iter().filter(|(known, _)| known == place).count();
            meant.iter().filter(|(_, meant)| meant == place).count() >= known
        };
        let called = meant.iter().rev().filter(|(_, place)| is_meant_alone(place));
        let called = called.map(|(heading, place)| (place.clone(), heading.clone())).collect();
        let unplaced: Vec<Unplaced> = outline.unplaced.into_iter().map(|unplaced| self.shown(unplaced)).collect();
        let by_pointer = unplaced.iter().zip(0..).map(|(unplaced, place)| (unplaced.pointer(), place)).collect();
        let horizon = bound.horizon().clone();
        let filled: HashSet<String> =
            blank.iter().filter(|(_, is_blank)| !is_blank).map(|(place, _)| place.clone()).collect();
        let blank = blank.into_iter().map(|(place, _)| place).filter(|place| !filled.contains(place)).collect();
        let mut document = Document {
            blank,
            values,
            unread,
            bound,
            unplaced,
            by_pointer,
            beside,
            meant,
            called,
            absent,
            shared,
            horizon,
        };
        // A label says what the case is about, or else the title or the group; the caller says it where none does.
        let told_group = grouped.map(|grouped: Told| grouped.sagstype);
        let said = document.sagstype();
        let given = told.map(|told| told.sagstype).or(self.sagstype).or(told_group).filter(|_| said.is_none());
        let grouped = grouped.filter(|grouped| said.or(given) == Some(grouped.sagstype));
        given.into_iter().for_each(|sagstype| file.say_case_type(sagstype));
        let facts: Vec<_> = labelled.into_iter().chain(told).chain(grouped).flat_map(Told::facts).collect();
        if given.is_some() || !facts.is_empty() {
            for (place, fact) in facts {
                // Where the document has a heading for it, that says it.
                if !filled.contains(place) {
                    file.say(place, fact);
                }
            }
            document.bound = bind(file)?;
            document.horizon = document.bound.horizon().clone();
        }
        Ok(document)
    }

    /// What has no place as it may be shown: a heading whose words are not all known may be somebody's name, and what stands behind its colon
    /// an answer.
    fn shown(&self, unplaced: outline::Unplaced) -> Unplaced {
        let outline::Unplaced { kind, number, heading, page, after, .. } = unplaced;
        let asked = heading::asked(&heading);
        let is_shown = self.names.is_of_templates(asked) && (self.names.knows(asked) || !heading::may_name(asked));
        let name = (is_shown && kind != NameKind::Line).then(|| asked.to_owned());
        Unplaced { kind, number, name, page, after }
    }
}

impl Document {
    /// The parts of a plan that something is filled in of.
    fn parts(&self) -> Vec<&'static str> {
        // What stands further in may be something that no reader of JSON takes.
        let plan: HashMap<String, serde::de::IgnoredAny> = serde_json::from_slice(&self.plan()).unwrap_or_default();
        WRITTEN.iter().copied().filter(|part| plan.contains_key(*part)).collect()
    }

    /// What it says that the case is about, where that can be read.
    fn sagstype(&self) -> Option<Sagstype> {
        let plan = self.plan();
        let plan = std::str::from_utf8(&plan).ok().and_then(|plan| Plan::from_json(plan).ok());
        plan.and_then(|plan| plan.sag.sagstype.value())
    }

    /// The plan as JSON.
    #[must_use]
    pub fn plan(&self) -> Vec<u8> {
        let mut plan = Vec::new();
        self.bound.write(self, &NoTables, &mut plan);
        plan
    }

    /// What the document can hold of a plan.
    #[must_use]
    pub fn horizon(&self) -> &Horizon {
        &self.horizon
    }

    /// Where a value of the plan came from, by a JSON Pointer into the plan.
    #[must_use]
    pub fn origin(&self, pointer: &str) -> Option<Origin> {
        let at = |pointer: &str| self.bound.origin(self, &NoTables, pointer).map(|(origin, _)| origin);
        let own = at(pointer)?;
        // Where the document asks for both in one field, that is the place.
        let joint = INSTEAD.iter().find(|(own, _)| *own == pointer).filter(|_| own.is_missing);
        let joint = joint.and_then(|(_, joint)| Some((*joint, at(joint).filter(|origin| !origin.is_missing)?)));
        let (pointer, mut origin) = joint.unwrap_or((pointer, own));
        // What the document calls it, and not what the mapping does.
        if let Some(called) = self.called.get(pointer) {
            origin.name.clone_from(called);
        }
        Some(origin)
    }

    /// What is written there and has no place by the mapping.
    #[must_use]
    pub fn unplaced(&self) -> &[Unplaced] {
        &self.unplaced
    }

    /// The one of them that a [pointer](Unplaced::pointer) tells.
    #[must_use]
    pub fn unplaced_at(&self, pointer: &str) -> Option<&Unplaced> {
        self.by_pointer.get(pointer).and_then(|place| self.unplaced.get(*place))
    }

    /// The headings that are none of the mapping's names and were placed by what their words mean, each with its place in the plan: a JSON
    /// Pointer. Such a heading is made of words of the field alone.
    #[must_use]
    pub fn meant(&self) -> &[(String, String)] {
        &self.meant
    }

    /// The texts of a plan that no heading was found for, and that may stand among what has no place: JSON Pointers.
    #[must_use]
    pub fn absent(&self) -> &[String] {
        &self.absent
    }

    /// The headings that ask for several things in one text, each with a place of the plan that has no heading of its own and may be
    /// answered there: a JSON Pointer.
    #[must_use]
    pub fn shared(&self) -> &[(String, String)] {
        &self.shared
    }

    /// The places of a plan whose headings have nothing under them: JSON Pointers.
    #[must_use]
    pub fn blank(&self) -> &[String] {
        &self.blank
    }

    /// What belongs to the document and was not read as a part of the plan.
    #[must_use]
    pub fn beside(&self) -> &[Beside] {
        &self.beside
    }

    /// The plan as JSON, counting what becomes of each value.
    pub(crate) fn count(&self, counts: &mut [Counts]) -> Vec<u8> {
        let mut plan = Vec::new();
        self.bound.count(self, &NoTables, &mut plan, counts);
        plan
    }

    /// Which of the places of the mapping a place of the plan is.
    pub(crate) fn place(&self, pointer: &str) -> Option<usize> {
        self.bound.origin(self, &NoTables, pointer).map(|(_, place)| place)
    }

    pub(crate) fn bound(&self) -> &Bound {
        &self.bound
    }

    /// How many headings, labels, controls and form fields have a place in the plan.
    #[must_use]
    pub fn placed(&self) -> usize {
        self.values.len()
    }
}

impl Record for Document {
    fn value(&self, field: usize) -> Value<'_> {
        match self.values.get(field) {
            Some((value, _)) => value.borrowed(),
            None => Value::Nothing,
        }
    }

    fn page(&self, field: usize) -> Option<u32> {
        self.values.get(field).and_then(|(_, page)| *page)
    }

    fn unread(&self, field: usize) -> Option<Unread> {
        self.unread.get(&field).copied()
    }
}

/// The mapping as far as it holds for one document.
struct Adapted {
    file: MappingFile,
    /// See [`Document::absent`].
    absent: Vec<String>,
    /// See [`Document::shared`].
    shared: Vec<(String, String)>,
}

/// Adapts a mapping to one document.
///
/// A heading that is not there has nothing under it, and the plan lacks it, but only where nothing else can hold it: not in
/// a part that the document does not have, not beside text that has no place or is not read, no fact, which a document seldom says, and not
/// where the mapping says that such a heading need not be there. Says also which headings of texts were looked for in vain
/// where something else may hold the text, and which of these that is where it is known.
fn adapted(mapping: &MappingFile, outline: &Outline, may_be_beside: bool) -> Adapted {
    let mut file = mapping.clone();
    let (mut absent, mut shared) = (Vec::new(), Vec::new());
    let there: HashSet<String> = outline.placed.iter().map(|placed| letters(&placed.name)).collect();
    let mut known: HashSet<String> = HashSet::new();
    let mut look = |name: &str| known.extend(there.contains(&letters(name)).then(|| name.to_owned()));
    mapping.plan.0.iter().for_each(|(_, given)| names::each_name(given, &mut look));
    let is_there = |name: &str| known.contains(name);
    let mut parts: BTreeSet<&str> = outline.parts.iter().copied().collect();
    let mut given = |place: &str, is_given: bool| {
        if is_given && let Some(part) = WRITTEN.iter().find(|part| place.starts_with(&format!("/{part}/"))) {
            parts.insert(*part);
        }
    };
    for (place, value) in &file.plan.0 {
        given(place, any_name(value, &is_there));
    }
    for list in &file.lists {
        given(&list.place, list.at.as_deref().is_some_and(|at| there.contains(&letters(at))));
    }
    let part_of = |place: &str| WRITTEN.iter().copied().find(|part| place.starts_with(&format!("/{part}/")));
    let is_in_the_document = |place: &str| part_of(place).is_some_and(|part| parts.contains(part));
    let is_beside_others = |place: &str| {
        let own = part_of(place);
        let may_hold = |unplaced: &outline::Unplaced| unplaced.part.is_none() || unplaced.part == own;
        may_be_beside || outline.unplaced.iter().any(|unplaced| !unplaced.is_whole && may_hold(unplaced))
    };
    let whole = |place: &str| outline.wholes.iter().find(|(whole, _)| is_at_or_below(place, whole));
    let in_whole = |place: &str| whole(place).map(|(_, heading)| (heading.to_string(), place.to_owned()));
    let headed: Vec<&str> =
        file.plan.0.iter().filter(|(_, value)| any_name(value, &is_there)).map(|(place, _)| place.as_str()).collect();
    let has_own: Vec<&str> =
        INSTEAD.iter().filter(|(own, _)| headed.contains(own)).map(|(_, instead)| *instead).collect();
    let is_group = |place: &str| outline.groups.iter().any(|group| **group == *place);
    let may_be_elsewhere = |place: &str| {
        is_group(place)
            || !is_in_the_document(place)
            || is_beside_others(place) && !has_own.contains(&place)
            || whole(place).is_some()
    };
    for (place, value) in &mut file.plan.0 {
        let kind = model::find(model::plan(), place).map(|(_, kind)| kind);
        let is_fact = !matches!(kind, Ok(rehabplan::plan::FieldKind::Text | rehabplan::plan::FieldKind::Anything));
        // `Familie- og boligforhold` is there where `Familie og boligforhold` is, and only once.
        let mut known = HashSet::new();
        value.more.first.retain(|one| one.name.as_ref().is_none_or(|name| known.insert(letters(name))));
        // Of several headings for one text that are there, each holds a piece of it.
        if !is_fact && value.more.first.iter().filter(|one| any_name(one, &is_there)).count() > 1 {
            value.more.join = std::mem::take(&mut value.more.first);
        }
        if any_name(value, &is_there) || !(is_fact || value.more.optional || may_be_elsewhere(place)) {
            continue;
        }
        if !is_fact && place != JOINT && !value.more.optional && is_in_the_document(place) {
            match in_whole(place) {
                Some(known) => shared.push(known),
                None => absent.push(place.clone()),
            }
        }
        optional(value);
    }
    let has_cv = file.plan.0.iter().any(|(place, value)| place == CV && any_name(value, &is_there));
    file.lists.retain_mut(|list| {
        let Some(at) = list.at.as_deref().map(letters) else { return true };
        let placed: Vec<&Placed> = outline.placed.iter().filter(|placed| letters(&placed.name) == at).collect();
        if placed.is_empty() {
            let mut fields = list.fields.0.iter().map(|(_, field)| field).chain(&list.value);
            let is_optional = fields.all(|field| field.more.optional);
            shared.extend(in_whole(&list.place).filter(|_| !is_optional));
            return !is_optional && !may_be_elsewhere(&list.place) && (has_cv || list.place != CV_DOCUMENTS);
        }
        // A text has no columns, and a table only those that it has.
        let columns: Vec<&Arc<str>> = placed.iter().filter_map(|placed| placed.columns.as_ref()).flatten().collect();
        let has = |name: &str| columns.iter().any(|column| letters(column) == letters(name.trim_start_matches('/')));
        if !columns.is_empty() {
            list.fields.0.retain(|(_, value)| any_name(value, &has));
        }
        !list.fields.0.is_empty() || list.value.is_some()
    });
    Adapted { file, absent, shared }
}

/// Whether one of the names that a value is given by is there.
fn any_name(given: &Given, is_there: &dyn Fn(&str) -> bool) -> bool {
    let mut found = given.more.constant.is_some();
    names::each_name(given, &mut |name| found |= is_there(name));
    found
}

fn optional(given: &mut Given) {
    given.more.optional = true;
    given.more.first.iter_mut().chain(&mut given.more.join).for_each(optional);
}
