//! Whose words a sentence stands among: what a label above it or speech before it says of that.
//!
//! "Speciallægens vurdering:" holds for the lines under it or what is indented there, "Lægen skriver:" to the end of the paragraph
//! or until the municipality is named. "Nuværende ydelse:" tells what the boxes under it are about.

use std::ops::Range;

use crate::forms::tick_box;
use crate::labels::{NEAR, advises, is_concluding, is_own, is_title, is_topic_of, names};
use crate::roles::{Form, Role, is_source, speaks};
use crate::sentences::Sentences;
use crate::words::{Token, Words};

/// No more blanks are looked past than these, as where sentences end.
const BLANKS: usize = 64;
/// A longer line is no heading, in bytes.
const HEADING: usize = 48;

/// How far a label holds, besides what is indented under it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Until {
    /// To the end of its line.
    Line,
    /// To the end of its list.
    List,
    /// To the next blank line.
    Blank,
}

#[derive(Clone, Copy)]
struct Label {
    until: Until,
    line: Line,
    /// It is nobody's, and tells what boxes are about.
    is_topic: bool,
    /// It is a heading by its marks, and blank lines may stand under it.
    is_apart: bool,
    /// What stands under it is a name or "ingen", as in a form; it is not said by anybody.
    is_filled: bool,
    /// It names somebody and no word of his.
    is_bare: bool,
    /// It is a question.
    is_question: bool,
}

impl Label {
    fn holds(&self, line: Line) -> bool {
        let is_in_list = || line.is_marked && !(self.line.is_marked && line.indent <= self.line.indent);
        match self.until {
            _ if line.breaks > 0 && line.indent > self.line.indent => true,
            _ if line.breaks == 0 => true,
            Until::Line => false,
            Until::List => is_in_list(),
            Until::Blank => line.breaks == 1 || self.is_apart,
        }
    }
}

/// How what begins at a place stands in its line.
#[derive(Clone, Copy)]
struct Line {
    /// As many lines end in the blanks before it; none where it does not begin a line.
    breaks: usize,
    indent: usize,
    /// As an entry of a list.
    is_marked: bool,
    /// With a number or a letter, where that is an entry.
    is_numbered: bool,
    /// As a heading with the marks of one.
    is_heading: bool,
}

impl Line {
    fn at(text: &str, place: usize) -> Self {
        let place = before_number(text.as_bytes(), place);
        let (before, rest) = text.as_bytes().split_at_checked(place).unwrap_or_default();
        let (mut breaks, mut indent) = (1, 0);
        for (at, byte) in before.iter().rev().take(BLANKS).enumerate() {
            match byte {
                b'\n' => breaks += 1,
                _ if !byte.is_ascii_whitespace() => {
                    breaks -= 1;
                    break;
                }
                _ if breaks == 1 => indent = at + 1,
                _ => {}
            }
        }
        // A row whose first cell is empty goes on with the one before.
        let is_row = matches!(rest, [b'|', rest @ ..] if rest.trim_ascii_start().starts_with(b"|"));
        Self {
            breaks,
            indent: if is_row { usize::MAX } else { indent },
            is_marked: is_marked(rest),
            is_heading: rest.starts_with(b"#"),
            is_numbered: rest.first().is_some_and(u8::is_ascii_alphanumeric),
        }
    }
}

/// Where a line begins with its number or letter, a sentence by itself, which what stands at a place follows: "## 1. Lægens vurdering".
fn before_number(text: &[u8], place: usize) -> usize {
    /// More letters than a number, with its marks and the blanks around it, has.
    const NUMBER: usize = 16;
    let line = text.get(place.saturating_sub(NUMBER)..place).unwrap_or(&[]);
    let line = line.rsplit(|byte| *byte == b'\n').next().unwrap_or(&[]);
    let number = line.trim_ascii();
    let marks = number.iter().take_while(|byte| matches!(byte, b'#' | b'*' | b'_' | b' ')).count();
    let is_number = match number.get(marks..) {
        Some([number @ .., b'.']) if !number.is_empty() => {
            number.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.')
                || matches!(number, [b'A'..=b'Z' | b'a'..=b'h'])
        }
        _ => false,
    };
    if is_number && line.len() < NUMBER { place - line.trim_ascii_start().len() } else { place }
}

fn is_marked(text: &[u8]) -> bool {
    let is_numbered = |rest: &[u8]| matches!(rest, [b'.' | b')', b' ', ..]);
    match text {
        [b'-' | b'*' | b'+', b' ', ..] | [0xe2, 0x80 | 0x96 | 0x97, ..] | [0xc2, 0xb7, ..] => true,
        [b'0'..=b'9', b'0'..=b'9', rest @ ..] | [b'0'..=b'9' | b'a'..=b'h', rest @ ..] if is_numbered(rest) => true,
        _ => tick_box(text).is_some(),
    }
}

/// Follows the labels of a text as far as the sentences that are asked about, which only go forward.
#[derive(Default)]
pub(crate) struct Speakers {
    place: usize,
    label: Option<Label>,
    /// The line before was an entry of a list.
    was_marked: bool,
    words: Words,
}

impl Speakers {
    /// Whether a sentence is somebody else's by what stands before it, or a box under a label that recommends nothing.
    #[cold]
    #[inline(never)]
    pub(crate) fn hold(&mut self, text: &str, sentence: &Range<usize>) -> bool {
        let from = self.place;
        let between = text.as_bytes().get(from..sentence.start).unwrap_or(&[]);
        // Without any of these nothing is a label; the last is what an arrow begins with.
        let may_be_label = between.iter().any(|byte| matches!(byte, b':' | b'?' | b'\n' | b'\t' | b'|' | 0xe2));
        if self.label.is_none() && !may_be_label {
            self.place = sentence.start;
            return false;
        }
        for (one, _) in Sentences::new(text.get(from..sentence.start).unwrap_or("")) {
            self.step(text, from + one.start..from + one.end);
        }
        self.place = sentence.start;
        let line = Line::at(text, sentence.start);
        let Some(label) = self.label.filter(|label| label.holds(line)) else { return false };
        let piece = text.get(sentence.clone()).unwrap_or("");
        self.words.read(piece);
        let tokens = self.words.all();
        if label.is_question && asks_anew(tokens) {
            return false;
        }
        let recommends = || tokens.iter().any(|token| advises(token.role));
        if label.is_topic {
            return tick_box(piece.as_bytes()).is_some() && !recommends();
        }
        let colon = tokens.iter().position(|token| token.role == Role::Colon);
        let is_label = line.breaks > 0 && !line.is_marked && line.indent <= label.line.indent;
        // "Plan:" at the beginning of its line.
        let is_ours = is_label && colon.and_then(|colon| tokens.get(..colon)).is_some_and(is_concluding);
        !(is_ours || label.is_filled && is_impersonal(tokens) || is_own(tokens))
    }

    /// Goes past a sentence.
    fn step(&mut self, text: &str, sentence: Range<usize>) {
        let piece = text.get(sentence.clone()).unwrap_or("");
        let start = sentence.start + (piece.len() - piece.trim_ascii_start().len());
        let line = Line::at(text, start);
        // The number of a line is no sentence.
        let number = before_number(text.as_bytes(), sentence.end);
        if start == sentence.end || number < sentence.end && number <= start {
            return;
        }
        let was_marked = std::mem::replace(&mut self.was_marked, line.is_marked);
        self.label = self.label.filter(|label| label.holds(line)).map(|label| Label { is_apart: false, ..label });
        let next = text.as_bytes().get(sentence.end..).unwrap_or(&[]);
        let next = next.get(..BLANKS).unwrap_or(next);
        let is_whole_line = line.breaks > 0 && (piece.ends_with('\n') || matches!(next, [b'\n', ..] | [b'\r', ..]));
        let next = next.trim_ascii_start();
        let piece = piece.trim_ascii();
        self.words.read(piece);
        let tokens = self.words.all();
        if asks_anew(tokens) {
            self.label = self.label.filter(|label| !label.is_question);
        }
        let mut behind = tokens;
        for (at, colon) in tokens.iter().enumerate() {
            let before = tokens.get(..at).unwrap_or(&[]);
            // "Hvad siger lægen? Anbefaler pension."
            let is_asked = || colon.role == Role::Question && tokens.first().is_some_and(asks) && names(before);
            if colon.role != Role::Colon && !is_asked() {
                continue;
            }
            let end = colon.place(0).end;
            let (head, rest) = piece.split_at_checked(end).unwrap_or_default();
            // "Kl. 10:30".
            let is_time = rest.starts_with(|next: char| next.is_ascii_digit());
            let content = rest.trim_start_matches(|mark: char| mark.is_ascii_whitespace() || matches!(mark, '*' | '_'));
            let is_topic = !names(before);
            let has_boxes = tick_box(content.as_bytes()).is_some();
            if is_time {
                continue;
            }
            if is_topic && !(has_boxes && is_topic_of(before)) {
                // "Lægen skriver: gigt. Praktik: mødte stabilt."
                if at <= NEAR {
                    self.label = self.label.filter(|label| label.until == Until::List);
                }
                continue;
            }
            let place = start + piece.len() - content.len();
            let under = Line::at(text, place);
            let until = match () {
                () if is_topic || under.breaks > 0 && (under.is_marked || under.indent > line.indent) => Until::List,
                () if under.breaks > 0 || head.ends_with('\n') || rest.contains('\n') => Until::Blank,
                () => Until::Line,
            };
            let (is_bare, is_question) = (!says(before), colon.role == Role::Question);
            self.label = Some(Label { until, line, is_topic, is_apart: false, is_filled: false, is_bare, is_question });
            behind = tokens.get(at + 1..).unwrap_or(&[]);
        }
        let has_boxes = tick_box(next).is_some() && tick_box(piece.as_bytes()).is_none() && is_topic_of(tokens);
        // "Hvad ønsker borgeren?" heads boxes.
        let is_finished = piece.ends_with(['.', '!', '?', ':']) && !piece.ends_with("..");
        // "Lægens vurd."
        let is_cut = piece.ends_with('.') && tokens.len() <= NEAR && names(tokens);
        let is_heading =
            is_whole_line && piece.len() <= HEADING && (has_boxes && !piece.ends_with('.') || !is_finished || is_cut);
        let is_title = is_heading && is_title(tokens);
        if let Some(label) = self.label.as_mut().filter(|label| label.until == Until::Blank) {
            label.is_filled = is_heading && is_filling(piece, label.is_bare);
        }
        if is_own(behind) || is_heading && (line.is_heading || is_concluding(tokens)) {
            self.label = None;
        }
        if is_title || is_heading && has_boxes {
            // "Deltagere:⏎- borger⏎- læge": an entry heads nothing.
            let is_entry = line.is_marked && (was_marked || !line.is_numbered);
            let until = match () {
                () if is_marked(next) => Until::List,
                () if is_entry => Until::Line,
                () => Until::Blank,
            };
            let (is_apart, is_bare) = (line.is_heading, !says(tokens));
            let is_question = piece.ends_with('?');
            self.label =
                Some(Label { until, line, is_topic: has_boxes, is_apart, is_filled: false, is_bare, is_question });
        }
    }
}

/// "Ingen", "Hanne Holm", "Lægehuset Tarm", "97 37 10 10": what is filled in, and no sentence. In one word ("SuperBrugsen") it is a
/// name only where somebody is to be named.
fn is_filling(line: &str, in_a_word: bool) -> bool {
    const EMPTY: [&str; 4] = ["ingen", "nej", "-", "ukendt"];
    let is_name = |word: &str| word.starts_with(|first: char| !first.is_lowercase());
    EMPTY.iter().any(|empty| empty.eq_ignore_ascii_case(line))
        || (in_a_word || line.contains(' ')) && line.split(' ').all(is_name)
}

/// A question that begins so may head an answer.
fn asks(first: &Token) -> bool {
    matches!(first.role, Role::Open | Role::Their) || is_source(first.role)
}

/// "Hvad siger lægen? … Hvad er prøvet?": a question that names nobody else ends the answer to the one before.
fn asks_anew(tokens: &[Token]) -> bool {
    // "Hvad anbefales?" is read as the label "anbefaling:".
    if let [advice, colon, ..] = tokens
        && [advice.role, colon.role] == [Role::Advice, Role::Colon]
    {
        return true;
    }
    let question = tokens.iter().position(|token| token.role == Role::Question);
    question.and_then(|at| tokens.get(..at)).is_some_and(|question| !names(question))
}

/// Whether a label has a word for what is said.
fn says(label: &[Token]) -> bool {
    label.iter().any(|token| speaks(token.role))
}

/// "Det anbefales", "der indstilles", "fleksjob foreslås".
fn is_impersonal(tokens: &[Token]) -> bool {
    let recommends = |token: &Token| token.role == Role::Recommend && token.form == Form::Passive;
    tokens.iter().take(NEAR).any(recommends)
}
