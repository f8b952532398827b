//! What is read of the document as a whole: controls beside the text, and what stands under one name several times.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rehabplan::plan::FieldKind;
use serde_json::Value as Json;

use super::placing::value_of;
use super::said::Said;
use super::{BY_NAME, Placed, Reader};
use crate::document::flow::Control;
use crate::document::hollow;
use crate::model;
use crate::names::letters;
use crate::record::{NameKind, Unread};
use crate::value::Value;

impl<'n> Reader<'n> {
    /// The same value under the same name, as when a control stands in the cell of its label, is there once. A blank that
    /// another place of the name fills in says nothing.
    pub(super) fn once(&mut self) {
        self.without_nobodys();
        self.beside_nameless();
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

    /// A heading or a label with nothing beside it may be that of a filled field that stands on the page and has no name of its own.
    fn beside_nameless(&mut self) {
        let is_on = |page: Option<u32>| self.nameless.iter().any(|own| own.is_none() || page.is_none() || *own == page);
        let is_of_text = |placed: &Placed| matches!(placed.kind, NameKind::Heading | NameKind::Cell);
        for placed in &mut self.out.placed {
            if placed.value.is_nothing() && is_of_text(placed) && is_on(placed.page) {
                (placed.value, placed.unread) = (Value::Unreadable, Some(Unread::Doubtful));
            }
        }
    }

    /// Takes away what nobody can say whose it is where the place has another answer, and the blank of a place where it has none.
    fn without_nobodys(&mut self) {
        let places = |placed: &[Placed], is_it: &dyn Fn(&Placed) -> bool| -> HashSet<Arc<str>> {
            placed.iter().filter(|placed| is_it(placed)).map(|placed| Arc::clone(&placed.place)).collect()
        };
        let placed = &mut self.out.placed;
        let answered = places(placed, &|placed| !placed.is_nobodys && !placed.value.is_nothing());
        placed.retain(|placed| !placed.is_nobodys || !answered.contains(&placed.place));
        let doubtful = places(placed, &|placed| placed.is_nobodys);
        placed.retain(|placed| placed.is_nobodys || !doubtful.contains(&placed.place));
    }

    /// A text that stands under several names of one place is one: the mapping asks for the first name that is there, and what stands
    /// under the others goes on in it.
    pub(super) fn join(&mut self) {
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

    pub(super) fn control(&mut self, control: &Control) {
        let found = control.names.iter().find_map(|name| self.names.find(name, &[], None, self.near));
        // What it is called may say enough where it stands below a heading of the same words.
        let met = || control.names.iter().find_map(|name| self.met.get(&letters(name))?.as_ref());
        let found = found.or_else(|| met().filter(|_| !control.is_in_text)).cloned();
        // Where it has no known name, its text is read where it stands, if it stands anywhere.
        let Some(name) = found else {
            if !control.is_in_text {
                let has_text = matches!(&control.value, Value::Text(text) if !text.trim().is_empty());
                self.nameless.extend(has_text.then_some(control.page));
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
        let Said { lines: own, others } = Said::of(&lines, name);
        for label in &others {
            self.unplaced(NameKind::Heading, (*label).to_owned(), control.page, true, None);
        }
        let unread = hollow::why_unread(&own, name).or((!others.is_empty()).then_some(Unread::Doubtful));
        let value = match () {
            () if lines.is_empty() => control.value.clone(),
            () if !others.is_empty() => Value::Unreadable,
            () => value_of(&own, Some(name)),
        };
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
            unread,
            place: Arc::clone(&name.place),
            is_under_unknown: false,
            is_nobodys: false,
        });
        self.unplaced(control.kind, String::new(), control.page, unread.is_some() && !control.is_in_text, None);
    }
}
