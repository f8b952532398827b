//! A heading, what it takes away of those above, and the text that stands under it.

use std::sync::Arc;

use super::boxes::ticked;
use super::entries::is_column;
use super::known::{begins, whole};
use super::said::says_whose;
use super::{Above, BY_LOOK, BY_NAME, Doubt, Placed, Reader, Section};
use crate::document::answer::may_answer;
use crate::document::elsewhere::{
    self, is_chapter_elsewhere, is_of_self_employed, is_of_workplace, is_paper_of_doctors,
};
use crate::document::flow::UNREAD;
use crate::document::heading::strip;
use crate::document::names::{Name, part};
use crate::document::numbers::Number;
use crate::document::title::{is_title, whose};
use crate::names::letters;
use crate::record::NameKind;
use crate::value::Value;
use crate::wholes::PREPARATORY;

impl<'n> Reader<'n> {
    pub(super) fn begin(
        &self,
        kind: NameKind,
        level: u16,
        name: Option<Name>,
        heading: &str,
        page: Option<u32>,
    ) -> Section {
        let is_nobodys = self.is_nobodys() || name.as_ref().is_some_and(|name| self.is_unheard_at(name));
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
            is_nobodys,
            form: None,
            is_meant: false,
        }
    }

    /// Takes away the first heading above of which something is so, and what stands under it.
    pub(super) fn take_above(&mut self, is_so: impl Fn(&Above) -> bool) -> Vec<Above> {
        let position = self.above.iter().position(is_so).unwrap_or(self.above.len());
        self.above.drain(position..).collect()
    }

    pub(super) fn heading(&mut self, text: &str, level: u16, by_style: bool, page: Option<u32>) {
        self.plain_level = None;
        let begins = part(text);
        let number = Number::of(text);
        let chapter = self.above.iter().find(|above| above.is_elsewhere && above.level == level).cloned();
        let over = self.over(level, number.as_ref());
        if over.as_ref().is_some_and(|over| over.is_elsewhere) {
            // It is a chapter, and no line of the answer before it.
            self.settle();
        }
        self.resolve(Some(level));
        self.answerless(Some(level));
        over.into_iter().for_each(|over| self.put_over(over));
        // What a name means depends on what stands above it, and what ends here does not. Where headings are known by their
        // look, that of a part may look like those in it.
        let ends = |above: &Above| above.level >= level;
        let is_part = |above: &Above| above.part.is_some() || above.is_over;
        let is_below =
            |above: &Above| above.number.as_ref().zip(number.as_ref()).is_some_and(|(above, own)| own.is_below(above));
        let is_around = |above: &Above| {
            (above.is_elsewhere || is_paper_of_doctors(&above.text)) && is_below(above)
                || above.level == level && (level >= BY_LOOK || above.is_over) && is_part(above) && !self::begins(text)
        };
        let mut kept = self.take_above(|above| ends(above) && !is_around(above));
        let mut found = self.find(text).cloned();
        if found.is_none() && !self.is_elsewhere() && !self.is_under_doctor() {
            let around = self.take_above(ends);
            found = self.find(text).cloned();
            if found.is_none() {
                self.above.extend(around);
            } else {
                kept.splice(0..0, around);
            }
        }
        // Under the heading of a list it may be one of the columns, and is no heading of the plan.
        let is_column = |section: &Section| {
            let columns = section.name.as_ref().and_then(|name| name.columns.as_ref());
            level > section.level && columns.is_some_and(|columns| is_column(text, columns))
        };
        found.take_if(|_| self.section.as_ref().is_some_and(is_column));
        // What was asked already, and comes once more right behind a chapter of somebody else, is asked of them.
        let is_again = |name: &Name| self.headed_now.contains(&name.place);
        if let Some(chapter) = chapter.filter(|_| number.is_none() && found.as_ref().is_some_and(is_again)) {
            found = None;
            self.put_over(Above { is_over: true, ..chapter });
        }
        let is_meant = found.is_none();
        let found = found.or_else(|| self.meant(text, Some(level)).cloned());
        // A heading further in, of a section that is known, belongs to it, unless the document has headings of plans that look so.
        let is_known = found.is_some() || self::begins(text) || self.names.knows(text);
        let is_answered = self.section.as_ref().is_some_and(|section| !section.is_blank());
        // What stands out behind an answer and speaks of something else is none of that.
        let may_be_other = self.looks.contains(&level) || is_answered && !by_style;
        let asks_for_other = may_be_other && self.is_of_another_place(text) || self.is_question_of_another(text);
        let is_voice = |section: &Section| section.name.as_ref().is_some_and(|name| says_whose(text, name));
        let is_label = asks_for_other && !self.section.as_ref().is_some_and(is_voice);
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
            self.above.extend(kept.into_iter().filter(|above| !above.is_elsewhere));
            // What it says of somebody else may be of that answer, and no heading further in is.
            if elsewhere::is_of_another(text, false) {
                let text = strip(text).to_owned();
                let above = Above { level, text, number, is_unknown: true, is_elsewhere: true, ..Above::default() };
                self.above.push(above);
            }
            return;
        }
        let is_called = self::begins(text) || is_title(text) || whose(text).is_some();
        self.number = number.clone().or(self.number.take());
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
            if !self.is_unheard_at(name) {
                self.several.meet(name);
            }
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
                || self.part().is_none_or(|(part, _)| part == PREPARATORY) && elsewhere::is_of_mentor(text)
                || !self.is_self_employed && is_of_workplace(strip(text)));
        self.above.push(Above {
            level,
            text: strip(text).to_owned(),
            part: begins,
            whole: found.as_ref().and_then(|name| whole(name.whole?)),
            is_unknown,
            is_elsewhere,
            is_nobodys: false,
            is_of_another: is_elsewhere && elsewhere::is_of_another(text, is_first),
            is_over: false,
            number,
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
    /// their look, it says what those are about that come. One of somebody else, or of a doctor's paper, does so however headings are
    /// told, unless both have numbers.
    fn over(&self, level: u16, number: Option<&Number>) -> Option<Above> {
        let is_over = |section: &Section| section.name.is_none() || is_paper_of_doctors(&section.heading);
        let is_blank = self.section.as_ref().is_some_and(|section| section.is_blank() && is_over(section));
        let is_others = |above: &Above| above.is_elsewhere || is_paper_of_doctors(&above.text);
        // Who has a part in the case may be asked for in a line that was left blank: `Bisidder`.
        let is_certain =
            |above: &Above| is_paper_of_doctors(&above.text) || elsewhere::is_of_family_or_another_paper(&above.text);
        // What looks as no known heading does may be a line.
        let is_like_them = level >= BY_NAME || self.looks.contains(&level);
        let is_it = |above: &&Above| {
            let has_numbers = number.is_some() && above.number.is_some();
            let is_told = match is_others(above) {
                true => is_like_them && !has_numbers && is_certain(above),
                false => level >= BY_LOOK && above.is_unknown,
            };
            above.level == level && is_told && !above.is_over
        };
        let over = self.above.last().filter(|_| is_blank).filter(is_it)?;
        Some(Above { is_over: true, is_elsewhere: is_others(over), ..over.clone() })
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
    pub(super) fn settle(&mut self) {
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

    pub(super) fn text(&mut self, text: &str, kind: NameKind, is_item: bool, page: Option<u32>) {
        self.settle();
        // Who somebody is may stand below its label as well as beside it.
        let is_of_case = !self.may_be_others();
        let may_tell = |section: &&Section| is_of_case && section.name.is_none() && section.lines.is_empty();
        if let Some(section) = self.section.as_ref().filter(may_tell) {
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
    pub(super) fn unread(&mut self, sign: &str) {
        let is_open = |section: &&mut Section| section.name.is_some() && !section.is_closed;
        if let Some(section) = self.section.as_mut().filter(is_open) {
            section.lines.push(sign.to_owned());
        }
    }

    pub(super) fn flush_before(&mut self) {
        let before = self.before.take();
        self.place(before);
    }

    pub(super) fn close_section(&mut self) {
        self.settle();
        let section = self.section.take();
        self.place(section);
        self.flush_before();
    }

    pub(super) fn close(&mut self) {
        self.resolve(None);
        self.answerless(None);
        self.close_section();
    }

    /// Reads something that what stands around it is no part of, and is none of that.
    pub(super) fn apart(&mut self, read: impl FnOnce(&mut Self)) {
        let (section, before) = (self.section.take(), self.before.take());
        let depth = self.above.len();
        read(self);
        self.close();
        self.above.truncate(depth);
        (self.section, self.before) = (section, before);
    }
}

/// Whether a line of an answer looks as headings do that are written like any other line: a few words, the first with a
/// capital, and no sentence.
pub(super) fn may_be_heading(line: &str) -> bool {
    pub(super) const LONGEST: usize = 60;
    let line = line.trim();
    let digits = line.chars().filter(char::is_ascii_digit).count();
    line.chars().count() <= LONGEST
        && line.starts_with(char::is_uppercase)
        && !line.ends_with(['.', ',', ';', '!', '-'])
        && digits <= 2
        && ticked(line).is_none()
}

/// Whether a heading that nobody knows may be the answer of the one above it: where headings have a style, or are told by how they are
/// written.
fn may_answer_above(level: u16) -> bool {
    level < BY_LOOK || level == BY_NAME
}
