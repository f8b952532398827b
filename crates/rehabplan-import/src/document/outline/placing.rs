//! What was gathered, put where it belongs, and what its lines amount to.

use std::sync::Arc;

use rehabplan::plan::FieldKind;
use rehabplan::pointer;
use serde_json::{Map, Value as Json};

use super::boxes::{OPEN, TICKED, Ticked, is_reply, ticked, with_boxes};
use super::said::Said;
use super::{IN_TABLE, Placed, Reader, Section, Unplaced, values};
use crate::document::flow::{ASIDE, DOUBTFUL, LOST, UNREAD};
use crate::document::names::Name;
use crate::document::template::is_page;
use crate::document::title::{Told, is_title, recommends, whose};
use crate::document::{fact, hollow, letterhead, meaning};
use crate::prompts::is_prompt;
use crate::record::{NameKind, Unread};
use crate::value::Value;
use crate::{dates, labels, model};

/// What the citizen has lived on.
const SUPPORT: &str = pointer!(forberedende_del.forsoergelseshistorik);

impl<'n> Reader<'n> {
    /// A name with what a sentence says of the fact that it asks for. What says none for certain is the text beside a yes or a no, where the
    /// heading may ask for either.
    fn with_fact(&self, name: Option<Name>, value: Value<'static>, is_meant: bool) -> (Option<Name>, Value<'static>) {
        let (Some(own), Value::Text(text)) = (&name, &value) else { return (name, value) };
        if !own.is_short || fits(own, &value) || with_boxes(text).contains([OPEN, TICKED]) {
            return (name, value);
        }
        if let Some(fact) = fact_in(own, text) {
            return (name, Value::from(fact));
        }
        let beside = is_meant.then(|| self.names.at(&format!("{}Tekst", own.place))).flatten().cloned();
        (beside.or(name), value)
    }

    pub(super) fn unplaced(
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

    /// Puts what was gathered where it belongs.
    pub(super) fn place(&mut self, section: Option<Section>) {
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
            is_nobodys,
            is_meant,
            ..
        } = section;
        for page in may_be_headings {
            self.unplaced(NameKind::Line, String::new(), page, true, part);
        }
        let said = name.as_ref().filter(|_| !is_within).map(|name| Said::of(&lines, name));
        for label in said.iter().flat_map(|said| &said.others) {
            self.unplaced(NameKind::Heading, (*label).to_owned(), page, true, part);
        }
        let begins_in_doubt = begins_in_doubt || said.as_ref().is_some_and(|said| !said.others.is_empty());
        let lines = said.map(|said| said.lines).unwrap_or(lines);
        let has = |sign: &str| lines.iter().any(|line| line == sign);
        let unread = match begins_in_doubt || has(DOUBTFUL) {
            true => Some(Unread::Doubtful),
            false => has(ASIDE).then_some(Unread::Aside),
        };
        let value = if begins_in_doubt { Value::Unreadable } else { value_of(&lines, name.as_ref()) };
        let hollow = name
            .as_ref()
            .filter(|name| name.is_placed && entries.is_empty())
            .and_then(|name| hollow::why_unread(&lines, name));
        self.unplaced(NameKind::Line, String::new(), page, hollow.is_some(), part);
        let unread = unread.or(hollow);
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
        let (name, value) = self.with_fact(name, value, is_meant);
        // What its words do not say for certain, its answer has to bear out.
        let name = name.filter(|name| !is_meant || bears_out(name, &value));
        if let Some(name) = name.as_ref().filter(|_| is_meant) {
            self.out.meant.push((meaning::shown(&heading), Arc::clone(&name.place)));
        }
        let Some(name) = name else {
            let is_open_box = kind == NameKind::Form && value == Value::Flag(false);
            let has_text = !value.is_nothing() && !is_open_box || !entries.is_empty();
            let is_title = heading.is_empty()
                && entries.is_empty()
                && lines.iter().all(|line| is_title(line) || whose(line).is_some());
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
        // A blank says nothing of anybody, and of a text nobody can say whose it is.
        if is_nobodys {
            if has_text {
                self.unplaced(kind, heading, page, true, part);
            }
            if has_text && name.is_placed {
                let columns = name.columns.is_some().then_some(columns);
                let (value, unread) = (Value::Unreadable, Some(Unread::Doubtful));
                let (name, place) = (name.spelled, name.place);
                self.out.placed.push(Placed {
                    kind,
                    name,
                    value,
                    page,
                    columns,
                    unread,
                    place,
                    is_under_unknown,
                    is_nobodys,
                });
            }
            return;
        }
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
            self.out.wholes.push((whole, Arc::clone(&name.spelled)));
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
                    let is_items = !items.is_empty() && items.len() == lines.len();
                    let texts = if is_items { items } else { vec![text.to_string()] };
                    match values::entries(&place, &known, &texts) {
                        Some(told) => {
                            columns.extend(
                                told.iter().flat_map(|entry| entry.keys()).map(|name| Arc::from(name.as_str())),
                            );
                            entries.extend(told.into_iter().map(Json::Object));
                        }
                        // An answer that nobody can make rows of.
                        None if entries.is_empty() => is_unread = true,
                        None => self.unplaced(kind, heading, page, true, part),
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
        let name = spelled;
        self.out.placed.push(Placed { kind, name, value, page, columns, unread, place, is_under_unknown, is_nobodys });
    }
}

fn line_of(entry: &Map<String, Json>) -> String {
    entry.values().filter_map(Json::as_str).collect::<Vec<_>>().join("; ")
}

/// What lines amount to: without prompts, and of boxes to tick what is ticked. In a text that keeps its tick: ticked, the name of an
/// outcome recommends it, and by itself it does not (§ 3, stk. 3). What is ticked of support is what the citizen has.
pub(super) fn value_of(lines: &[String], name: Option<&Name>) -> Value<'static> {
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
    let is_hollow = |name: &Name| hollow::why_unread(&kept, name).is_some();
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

/// Whether a text is one of the answers that a name has to choose among, or a sentence that says one.
pub(super) fn is_choice(name: &Name, text: &str) -> bool {
    name.is_short && (is_option(name, text) || fact_in(name, text).is_some())
}

/// The fact that a sentence says where a name asks for one.
fn fact_in(name: &Name, text: &str) -> Option<String> {
    let (_, kind) = model::find(model::plan(), &name.place).ok()?;
    fact::of(&name.place, kind, text).filter(|_| *name.place != *pointer!(sag.sagstype))
}

/// Whether a text is one of the answers that a name has to choose among.
pub(super) fn is_option(name: &Name, text: &str) -> bool {
    let is_code = || match model::find(model::plan(), &name.place) {
        Ok((_, FieldKind::Code { codes })) => codes.contains(&text) || labels::code_of(codes, text).is_some(),
        _ => false,
    };
    // What has a box of its own is chosen there, or not.
    let has_box = with_boxes(text).contains([OPEN, TICKED]);
    !has_box && (is_reply(text) || is_code() || *name.place == *pointer!(sag.sagstype) && Told::of(text).is_some())
}
