//! How labels look that stand in a line before their answers, and in which of these ways a document writes its own: a line in
//! the same form is a label too, whether somebody knows it or not.

use super::flow::{Block, Paragraph};

/// So many known labels in one form tell that the document writes its labels so.
const ENOUGH: usize = 2;
/// The most words of a label that nobody knows, where nothing but a sign sets it apart.
const MAX_WORDS: usize = 5;
const DASHES: [&str; 3] = [" - ", " – ", " — "];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Bold or set apart from other text in another way, with a colon or without.
    BoldColon,
    Bold,
    /// Nothing but a sign sets them apart.
    Colon,
    Tab,
    Dash,
}

const ALL: [Form; 5] = [Form::BoldColon, Form::Bold, Form::Colon, Form::Tab, Form::Dash];

/// A line in one of the forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'p> {
    pub(super) form: Form,
    pub(super) label: &'p str,
    pub(super) value: &'p str,
}

impl<'p> Line<'p> {
    pub(super) fn of(paragraph: &'p Paragraph) -> Option<Self> {
        let text = paragraph.text.trim_end_matches(['\n', ' ']);
        if paragraph.level.is_some() || paragraph.is_item || text.trim().is_empty() {
            return None;
        }
        let line = |form, label: &'p str, value: &'p str| {
            let label = label.trim().trim_end_matches(':').trim_end();
            let is_label = !label.is_empty() && !label.contains('\n');
            is_label.then(|| Self { form, label, value: value.trim_start_matches(':').trim() })
        };
        let is_bold = paragraph.look.is_bold;
        if is_bold || paragraph.look.is_set() {
            let form = if text.ends_with(':') { Form::BoldColon } else { Form::Bold };
            let whole = line(form, text, "").filter(|line| !line.label.contains(':'));
            if is_bold || whole.is_some() {
                return whole;
            }
        }
        if let Some((label, value)) = text.split_at_checked(paragraph.lead).filter(|(label, _)| !label.is_empty()) {
            if label.trim_end().ends_with(':') || value.trim_start().starts_with(':') {
                return line(Form::BoldColon, label, value);
            }
            let begins = value.trim_start().starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit());
            return line(Form::Bold, label, value).filter(|_| begins);
        }
        // A time and an address have a colon too.
        let begins = |value: &str| value.starts_with(|first: char| first.is_whitespace() || first.is_uppercase());
        let colon = text.split_once(':').filter(|(_, value)| value.is_empty() || begins(value));
        if let Some((label, value)) = colon {
            return line(Form::Colon, label, value);
        }
        // Behind a name in a table of contents stands a page.
        let is_page = |value: &str| !value.contains(char::is_alphabetic);
        if let Some((label, value)) = text.split_once('\t').filter(|(_, value)| value.is_empty() || !is_page(value)) {
            return line(Form::Tab, label, value);
        }
        let (label, value) = DASHES.iter().find_map(|dash| {
            text.split_once(dash).or_else(|| text.strip_suffix(dash.trim_end()).map(|label| (label, "")))
        })?;
        line(Form::Dash, label, value)
    }

    /// Whether a colon sets the label apart.
    pub(super) fn is_led_by_colon(&self) -> bool {
        matches!(self.form, Form::BoldColon | Form::Colon)
    }

    /// Whether it may be a label that nobody knows: a few words, and no sentence.
    pub(super) fn may_be_label(&self) -> bool {
        let is_short = self.label.split_whitespace().count() <= MAX_WORDS
            && self.label.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())
            && !self.label.contains([';', ',', '!'])
            && ![". ", "? "].iter().any(|end| self.label.contains(end));
        matches!(self.form, Form::BoldColon | Form::Bold) || is_short
    }
}

/// The forms in which a document writes its labels.
#[derive(Debug, Default)]
pub(super) struct Forms(Vec<Form>);

impl Forms {
    pub(super) fn of(blocks: &[Block], is_known: &dyn Fn(&str) -> bool) -> Self {
        let mut known: Vec<(Form, bool)> = Vec::new();
        count(blocks, is_known, &mut known);
        let is_one = |form: &Form| {
            let own = known.iter().filter(|(other, _)| other == form);
            let filled = own.clone().filter(|(_, is_filled)| *is_filled).count();
            filled >= ENOUGH || filled > 0 && own.count() == ENOUGH
        };
        Self(ALL.into_iter().filter(is_one).collect())
    }

    pub(super) fn has(&self, form: Form) -> bool {
        self.0.contains(&form)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The lines of a paragraph as paragraphs, where it is more than one and none of it stands out.
pub(super) fn lines(paragraph: &Paragraph) -> impl Iterator<Item = Paragraph> {
    let rest = paragraph.without_text();
    paragraph.text.lines().map(move |line| Paragraph { text: line.to_owned(), ..rest.clone() })
}

fn count(blocks: &[Block], is_known: &dyn Fn(&str) -> bool, known: &mut Vec<(Form, bool)>) {
    let of = |paragraph: &Paragraph| {
        let line = Line::of(paragraph).filter(|line| is_known(line.label))?;
        Some((line.form, !line.value.is_empty()))
    };
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) if paragraph.lead == 0 && paragraph.text.trim().contains('\n') => {
                known.extend(lines(paragraph).filter_map(|line| of(&line)));
            }
            Block::Paragraph(paragraph) => known.extend(of(paragraph)),
            Block::Table(rows) => rows.iter().flatten().for_each(|cell| count(&cell.blocks, is_known, known)),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Form, Line};
    use crate::document::flow::{Look, Paragraph};

    fn paragraph(text: &str, lead: usize) -> Paragraph {
        Paragraph { text: text.to_owned(), lead, ..Paragraph::default() }
    }

    #[test]
    fn a_label_and_its_answer_are_told_apart_by_bold_type_or_a_sign() {
        for (text, lead, form, label, value) in [
            ("Husdyr: En kat.", 7, Form::BoldColon, "Husdyr", "En kat."),
            ("Husdyr En kat.", 7, Form::Bold, "Husdyr", "En kat."),
            ("Husdyr: En kat.", 0, Form::Colon, "Husdyr", "En kat."),
            ("Husdyr:", 0, Form::Colon, "Husdyr", ""),
            ("Husdyr\tEn kat.", 0, Form::Tab, "Husdyr", "En kat."),
            ("Husdyr – En kat.", 0, Form::Dash, "Husdyr", "En kat."),
            ("Husdyr -", 0, Form::Dash, "Husdyr", ""),
        ] {
            assert_eq!(Line::of(&paragraph(text, lead)), Some(Line { form, label, value }), "{text}");
        }
        let look = Look { is_bold: true, ..Look::default() };
        let whole = Paragraph { look, ..paragraph("Husdyr:", 0) };
        assert_eq!(Line::of(&whole), Some(Line { form: Form::BoldColon, label: "Husdyr", value: "" }));
    }

    #[test]
    fn a_sentence_with_a_sign_in_it_is_no_label() {
        for text in ["Hun har to ting, hun vil: arbejde", "Han siger som følger om det: nej", "hun spurgte: hvornår"]
        {
            let paragraph = paragraph(text, 0);
            assert!(!Line::of(&paragraph).unwrap().may_be_label(), "{text}");
        }
        assert!(Line::of(&paragraph("Kl. 10:30 mødte hun.", 0)).is_none());
    }
}
