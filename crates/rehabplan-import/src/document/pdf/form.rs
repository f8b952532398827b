//! Form fields.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use lopdf::{Document as Pdf, Object, ObjectId};

use super::{annotations, entry, is_named};
use crate::document::flow::{Control, Flow};
use crate::record::NameKind;
use crate::value::Value;

/// Fields inside each other in a form, and fields in all.
pub(super) const MAX_LEVELS: usize = 16;

const MAX_FORM_FIELDS: usize = 10_000;

/// Parts with names that a page may draw, one in the other or one after the other.
pub(super) const MAX_FORM_PARTS: usize = 64;

/// The fields of a form, by their names: those that the form lists, and those that stand on a page and it does not list.
pub(super) fn form(pdf: &Pdf, pages: &BTreeMap<u32, ObjectId>, left: &mut usize, flow: &mut Flow) {
    let form = pdf.catalog().ok().and_then(|catalog| entry(pdf, catalog, b"AcroForm")?.as_dict().ok());
    let fields = form.and_then(|form| entry(pdf, form, b"Fields")?.as_array().ok());
    let by_page: BTreeMap<ObjectId, u32> = pages.iter().map(|(number, page)| (*page, *number)).collect();
    let mut reader = Form { pdf, pages: by_page, met: HashSet::new(), left, flow };
    for field in fields.into_iter().flatten() {
        reader.field(pdf.dereference(field).ok(), &Inherited::default(), 0);
    }
    for (id, widget) in pages.values().flat_map(|page| annotations(pdf, *page)) {
        if let Some(id) = id
            && is_named(widget, b"Subtype", b"Widget")
        {
            let id = uppermost(pdf, id);
            reader.field(pdf.get_object(id).ok().map(|field| (Some(id), field)), &Inherited::default(), 0);
        }
    }
}

/// The field that a part of one belongs to.
fn uppermost(pdf: &Pdf, mut id: ObjectId) -> ObjectId {
    for _ in 0..MAX_LEVELS {
        let above = pdf.get_dictionary(id).and_then(|field| field.get(b"Parent")?.as_reference());
        let Ok(above) = above else { break };
        id = above;
    }
    id
}

/// What a field has from those above it.
#[derive(Default, Clone)]
struct Inherited<'p> {
    name: String,
    kind: Option<&'p [u8]>,
    flags: i64,
    value: Option<&'p Object>,
    choices: Option<&'p Object>,
}

pub(super) struct Form<'p, 'f> {
    pdf: &'p Pdf,
    pages: BTreeMap<ObjectId, u32>,
    /// The fields that have been read.
    met: HashSet<ObjectId>,
    /// Bytes that may still be unpacked.
    left: &'f mut usize,
    flow: &'f mut Flow,
}

impl<'p> Form<'p, '_> {
    fn field(&mut self, field: Option<(Option<ObjectId>, &'p Object)>, above: &Inherited<'p>, level: usize) {
        let pdf = self.pdf;
        if level > MAX_LEVELS || self.flow.controls.len() >= MAX_FORM_FIELDS {
            return;
        }
        let Some((id, field)) = field else { return };
        // What was read is not read again, whatever way leads there.
        if id.is_some_and(|id| !self.met.insert(id)) {
            return;
        }
        let Ok(field) = field.as_dict() else { return };
        let own = entry(pdf, field, b"T").and_then(|name| text_of(name, self.left));
        let name = match (&own, above.name.as_str()) {
            (Some(own), "") => own.clone(),
            (Some(own), above) => format!("{above}.{own}"),
            (None, above) => above.to_owned(),
        };
        let kind = entry(pdf, field, b"FT").and_then(|kind| kind.as_name().ok()).or(above.kind);
        let flags = entry(pdf, field, b"Ff").and_then(|flags| flags.as_i64().ok()).unwrap_or(above.flags);
        let value = entry(pdf, field, b"V").or(above.value);
        let choices = entry(pdf, field, b"Opt").or(above.choices);
        let kids = entry(pdf, field, b"Kids").and_then(|kids| kids.as_array().ok());
        // Where what is below has no name, it only says where on the page the field stands.
        let named = |kid: &Object| {
            let kid = pdf.dereference(kid).ok().and_then(|(_, kid)| kid.as_dict().ok());
            kid.is_some_and(|kid| kid.has(b"T"))
        };
        if let Some(kids) = kids.filter(|kids| kids.iter().any(named)) {
            for kid in kids {
                self.field(
                    pdf.dereference(kid).ok(),
                    &Inherited { name: name.clone(), kind, flags, value, choices },
                    level + 1,
                );
            }
            return;
        }
        let first = kids.and_then(|kids| pdf.dereference(kids.first()?).ok()?.1.as_dict().ok()).unwrap_or(field);
        let page = first.get(b"P").and_then(Object::as_reference).ok().and_then(|page| self.pages.get(&page).copied());
        let value = match (kind, value) {
            (Some(b"Btn"), Some(Object::Name(state))) => self.state(state, flags, choices),
            (Some(b"Btn"), _) => Value::Nothing,
            // More than one may be chosen of a list.
            (_, Some(Object::Array(chosen))) => {
                let chosen: Option<Vec<String>> =
                    chosen.iter().map(|one| text_of(pdf.dereference(one).ok()?.1, self.left)).collect();
                chosen.map_or(Value::Unreadable, |chosen| Value::from(chosen.join("\n")))
            }
            (_, Some(Object::Null) | None) => Value::Nothing,
            (_, Some(value)) => text_of(value, self.left).map_or(Value::Unreadable, Value::from),
        };
        let told = entry(pdf, field, b"TU").and_then(|told| text_of(told, self.left));
        let names = [Some(name), own, told].into_iter().flatten().filter(|name| !name.is_empty());
        let names: Vec<Arc<str>> = names.map(Arc::from).collect();
        if !names.is_empty() && kind != Some(b"Sig".as_slice()) {
            self.flow.controls.push(Control { kind: NameKind::Form, names, value, page, is_in_text: false });
        }
    }

    /// What a button says: one to tick that it is ticked or not, one of several which of them is chosen. That may be said by its
    /// place among them, and where nothing tells what they are called, nobody knows what it means.
    fn state(&mut self, state: &[u8], flags: i64, choices: Option<&Object>) -> Value<'static> {
        const ONE_OF_SEVERAL: i64 = 1 << 15;
        let is_one_of_several = flags & ONE_OF_SEVERAL != 0;
        if state == b"Off" {
            return if is_one_of_several { Value::Nothing } else { Value::Flag(false) };
        }
        let place = std::str::from_utf8(state).ok().and_then(|place| place.parse::<usize>().ok());
        if let Some(place) = place.filter(|_| is_one_of_several || choices.is_some()) {
            let chosen = choices.and_then(|choices| choices.as_array().ok()?.get(place));
            let chosen = chosen.and_then(|chosen| self.pdf.dereference(chosen).ok());
            return chosen.and_then(|(_, chosen)| text_of(chosen, self.left)).map_or(Value::Unreadable, Value::from);
        }
        match state {
            b"Yes" | b"On" | b"1" | b"Ja" => Value::Flag(true),
            state => Value::from(latin(state)),
        }
    }
}

/// A text string of a PDF, whatever its encoding, or a stream that is one.
pub(super) fn text_of(object: &Object, left: &mut usize) -> Option<String> {
    match object {
        Object::Name(name) => Some(latin(name)),
        Object::Stream(stream) => {
            let bytes = stream.get_plain_content_with_limit(*left).ok()?;
            *left = left.saturating_sub(bytes.len());
            text_of(&Object::string_literal(bytes), left)
        }
        object => lopdf::decode_text_string(object).ok().map(|text| text.replace('\r', "\n")),
    }
}

fn latin(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}
