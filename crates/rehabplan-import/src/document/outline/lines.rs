//! A paragraph: what it is, and the labels that stand in it.

use std::sync::Arc;

use rehabplan::pointer;

use super::boxes::{boxed, ticked};
use super::headings::may_be_heading;
use super::known::{OUTCOME, begins};
use super::{BY_LOOK, BY_NAME, ENOUGH, MAX_HEADING, MAX_STYLED, Reader, Section};
use crate::dates;
use crate::document::answer::may_answer;
use crate::document::elsewhere::is_chapter_elsewhere;
use crate::document::flow::{ASIDE, Block, Look, Paragraph, TableRow, UNREAD};
use crate::document::forms::{self, Form, Line};
use crate::document::letter::is_dated_signature;
use crate::document::names::{Name, is_ending, part};
use crate::document::numbers::Number;
use crate::document::several::Several;
use crate::document::template::{is_contents, is_instruction};
use crate::document::title::{is_title, recommends};
use crate::document::{asides, letterhead, meaning};
use crate::names::letters;
use crate::prompts::is_status;
use crate::record::NameKind;

/// What may stand between a label and its answer.
pub(super) const DASHES: [char; 3] = ['–', '—', '-'];

impl<'n> Reader<'n> {
    /// Whether a paragraph is lines of which some are headings by their words.
    pub(super) fn is_of_lines(&self, paragraph: &Paragraph) -> bool {
        let text = paragraph.text.trim();
        let is_label = |line: &Paragraph| {
            Line::of(line).is_some_and(|line| self.forms.has(line.form) && self.names.knows(line.label))
        };
        let are_labels = || paragraph.lead == 0 && forms::lines(paragraph).filter(is_label).nth(ENOUGH - 1).is_some();
        text.contains('\n') && (self.by_name && text.lines().any(|line| self.names.knows(line)) || are_labels())
    }

    pub(super) fn in_two(&self, first: &Paragraph, second: &Paragraph) -> Option<Paragraph> {
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

    /// The level of a paragraph that is a heading by its style or by its look.
    pub(super) fn level(&self, paragraph: &Paragraph) -> Option<u16> {
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

    pub(super) fn paragraph(&mut self, paragraph: &Paragraph) {
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
        // Who somebody else is says nothing of whose plan it is.
        if !self.may_be_others() {
            self.several.line(text, self.section.as_ref().and_then(|section| section.name.as_ref()));
        }
        if Several::is_somebody(text) {
            let part = self.part().map(|(key, _)| key);
            self.unplaced(NameKind::Line, String::new(), paragraph.page, true, part);
            return;
        }
        // What became of the paper; as a chapter, it is that paper.
        let is_named = || self.names.knows(text.split_once(':').map_or(text, |(label, _)| label));
        if is_status(text)
            && !is_named()
            && (paragraph.level.is_none() || !is_chapter_elsewhere(text, false, true, self.names))
        {
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
        if self.label(paragraph) || self.field(paragraph) || self.question(paragraph) || self.boxes(paragraph) {
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
        if is_contents(text, self.names) || self.asked(paragraph) {
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
    pub(super) fn run_in<'p>(&self, paragraph: &'p Paragraph) -> Option<(&'p str, &'p str)> {
        let text = paragraph.text.as_str();
        if is_dated_signature(text) {
            return None;
        }
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
    pub(super) fn label(&mut self, paragraph: &Paragraph) -> bool {
        let Some(line) = Line::of(paragraph).filter(|line| self.forms.has(line.form)) else { return false };
        let Line { form, label, value } = line;
        if label.len() > MAX_HEADING || is_instruction(paragraph) {
            return false;
        }
        // What stands out among labels is a chapter, though it has a colon: `SAMLEVER: BODIL`.
        let text = paragraph.text.trim();
        if self.level(paragraph).is_some() && is_chapter_elsewhere(text, false, false, self.names) {
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
    /// knows for what, and it ends that answer.
    fn question(&mut self, paragraph: &Paragraph) -> bool {
        let lead = paragraph.text.split_at_checked(paragraph.lead).filter(|_| paragraph.level.is_none());
        let Some((label, value)) = lead.filter(|(label, _)| self.is_question_of_another(label)) else { return false };
        self.begin_question(label.trim(), value, paragraph);
        true
    }

    /// Reads a line of boxes behind an answer in words, or behind a label that nobody knows: it is none of that answer.
    fn boxes(&mut self, paragraph: &Paragraph) -> bool {
        let text = paragraph.text.trim();
        let is_in_words = |section: &Section| {
            let mut lines = section.lines.iter().flat_map(|line| line.lines());
            section.name.is_some() && !section.is_short() && lines.any(|line| ticked(line).is_none())
        };
        if paragraph.level.is_some()
            || text.len() > MAX_STYLED
            || text.contains('\n')
            || !self.section.as_ref().is_some_and(is_in_words)
        {
            return false;
        }
        match boxed(text) {
            Some((label, boxes)) if label.ends_with([':', '?']) => {
                self.begin_question(label, boxes, paragraph);
                true
            }
            None if ticked(text).is_some() => {
                let part = self.part().map(|(key, _)| key);
                self.unplaced(NameKind::Heading, String::new(), paragraph.page, true, part);
                true
            }
            _ => false,
        }
    }

    /// Reads a question on a line of its own behind an answer, where the template asks so: it asks for something else.
    fn asked(&mut self, paragraph: &Paragraph) -> bool {
        let is_answered = self.section.as_ref().is_some_and(|section| !section.is_blank());
        let is_asked = is_answered && (self.by_name || is_instruction(paragraph));
        if !is_asked || paragraph.is_item || !self.is_question_of_another(&paragraph.text) {
            return false;
        }
        self.begin_question(paragraph.text.trim(), "", paragraph);
        true
    }

    /// Whether a text is a question that asks for something else than the heading that it stands under.
    pub(super) fn is_question_of_another(&self, text: &str) -> bool {
        let text = text.trim().trim_end_matches(':');
        let is_question = text.len() <= MAX_HEADING && text.starts_with(char::is_uppercase) && text.ends_with('?');
        is_question && !text.contains('\n') && self.is_of_another_place(text)
    }

    /// Whether the words of a line speak for something else than what the heading above it asks for.
    pub(super) fn is_of_another_place(&self, text: &str) -> bool {
        self.section.as_ref().is_some_and(|section| {
            let place = section.name.as_ref().map(|name| Arc::clone(&name.place));
            place.is_some_and(|place| !meaning::may_be_of(text, &[&section.heading], &place))
        })
    }

    fn begin_question(&mut self, label: &str, value: &str, paragraph: &Paragraph) {
        if self.section.as_ref().is_some_and(Section::is_blank) {
            self.unread(UNREAD);
        }
        self.close_section();
        let mut section = self.begin(NameKind::Heading, BY_NAME, None, label, paragraph.page);
        section.lines.extend(value.trim().lines().map(str::to_owned));
        self.section = Some(section);
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
    pub(super) fn label_in_column(&mut self, paragraph: &Paragraph) -> bool {
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
    pub(super) fn is_column_of_labels(&self, rows: &[TableRow]) -> bool {
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
}
