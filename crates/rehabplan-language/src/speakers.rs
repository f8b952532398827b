//! Whose words a sentence stands among: what a label above it or speech before it says of that.
//!
//! "Speciallægens vurdering:" holds for the lines under it or what is indented there, "Lægen skriver:" to the end of the paragraph
//! or until the municipality is named. "Nuværende ydelse:" tells what the boxes under it are about.

use std::ops::Range;

use crate::forms::tick_box;
use crate::roles::{Form, Role};
use crate::sentences::Sentences;
use crate::walk::{is_source, speaks};
use crate::words::{Token, Words, hash};

/// As far back as a label is looked for, in bytes.
const REACH: usize = 2048;
/// No more blanks are looked past than these, as where sentences end.
const BLANKS: usize = 64;
/// As many words may stand in a label without a verb, and before whom it names.
const LABEL: usize = 8;
const BEFORE: usize = 4;
/// So near to a colon stands the verb that opens speech.
const NEAR: usize = 3;
/// A longer line is no heading, in bytes.
const HEADING: usize = 48;
/// "Vi" is whoever speaks.
const WE: [u32; 3] = [hash(b"vi"), hash(b"vores"), hash(b"vort")];
/// The beginnings of what the municipality writes itself, too, and of what it writes about: "notat", "referat", "redegørelse",
/// "skrivelse", "brev"; "familie", "skole", "forældre", "virksomhed", "projekt".
const NOTES: [u32; 11] = [
    hash(b"notat"),
    hash(b"refer"),
    hash(b"redeg"),
    hash(b"skriv"),
    hash(b"brev"),
    hash(b"famil"),
    hash(b"skole"),
    hash(b"for\xe6l"),
    hash(b"virksomhed"),
    hash(b"virksomheden"),
    hash(b"proje"),
];
/// "Mentor".
const MENTOR: u32 = hash(b"mentor");
/// The beginnings of "indlæg", "tilbagemelding", "bemærkninger" and "ord", which are said too.
const SPEECH: [u32; 4] = [hash(b"indl\xe6"), hash(b"tilba"), hash(b"bem\xe6r"), hash(b"ord")];
/// The beginning of "indstille": nobody but the municipality does.
const INDST: u32 = hash(b"indst");

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
}

impl Line {
    fn at(text: &str, place: usize) -> Self {
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
        Self { breaks, indent: if is_row { usize::MAX } else { indent }, is_marked: is_marked(rest) }
    }
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
    words: Words,
}

impl Speakers {
    /// Whether a sentence is somebody else's by what stands before it, or a box under a label that recommends nothing.
    #[cold]
    #[inline(never)]
    pub(crate) fn hold(&mut self, text: &str, sentence: &Range<usize>) -> bool {
        let far = sentence.start.saturating_sub(REACH);
        if far > self.place {
            let between = text.as_bytes().get(far..sentence.start).unwrap_or(&[]);
            let line = between.iter().position(|byte| *byte == b'\n').map_or(between.len(), |at| at + 1);
            (self.place, self.label) = (far + line, None);
        }
        let from = self.place;
        let between = text.as_bytes().get(from..sentence.start).unwrap_or(&[]);
        // Without any of these nothing is a label; the last is what an arrow begins with.
        let may_be_label = between.iter().any(|byte| matches!(byte, b':' | b'\n' | b'\t' | b'|' | 0xe2));
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
        let recommends = || tokens.iter().any(|token| advises(token.role));
        if label.is_topic { tick_box(piece.as_bytes()).is_some() && !recommends() } else { !is_own(tokens) }
    }

    /// Goes past a sentence.
    fn step(&mut self, text: &str, sentence: Range<usize>) {
        let piece = text.get(sentence.clone()).unwrap_or("");
        let start = sentence.start + (piece.len() - piece.trim_ascii_start().len());
        let line = Line::at(text, start);
        if start == sentence.end {
            return;
        }
        self.label = self.label.filter(|label| label.holds(line)).map(|label| Label { is_apart: false, ..label });
        let next = text.as_bytes().get(sentence.end..).unwrap_or(&[]);
        let next = next.get(..BLANKS).unwrap_or(next);
        let is_whole_line = line.breaks > 0 && (piece.ends_with('\n') || matches!(next, [b'\n', ..] | [b'\r', ..]));
        let next = next.trim_ascii_start();
        let piece = piece.trim_ascii();
        self.words.read(piece);
        let tokens = self.words.all();
        let mut behind = tokens;
        for (at, colon) in tokens.iter().enumerate().filter(|(_, token)| token.role == Role::Colon) {
            let before = tokens.get(..at).unwrap_or(&[]);
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
            self.label = Some(Label { until, line, is_topic, is_apart: false });
            behind = tokens.get(at + 1..).unwrap_or(&[]);
        }
        let has_boxes = tick_box(next).is_some() && tick_box(piece.as_bytes()).is_none() && is_topic_of(tokens);
        // "Hvad ønsker borgeren?" heads boxes.
        let is_heading =
            is_whole_line && piece.len() <= HEADING && (has_boxes || !piece.ends_with(['.', '!', '?', ':']));
        let is_title = is_heading && is_title(tokens);
        if is_own(behind) || is_heading && is_concluding(tokens) {
            self.label = None;
        }
        if is_title || is_heading && has_boxes {
            let until = if is_marked(next) { Until::List } else { Until::Blank };
            self.label = Some(Label { until, line, is_topic: has_boxes, is_apart: piece.starts_with('#') });
        }
    }
}

fn advises(role: Role) -> bool {
    matches!(role, Role::Recommend | Role::Advice | Role::Plead)
}

/// Whether a label tells of what there is, and not of what is recommended.
fn is_topic_of(label: &[Token]) -> bool {
    let is_other = |token: &Token| {
        !advises(token.role) && !matches!(token.role, Role::Assess | Role::Colon | Role::Box | Role::Ticked)
    };
    !label.is_empty() && label.iter().all(is_other)
}

/// Whether what stands before a colon is somebody else, as a label or with a verb that opens speech.
fn names(label: &[Token]) -> bool {
    use Role::{Citizen, For, Own, To};
    let is_there = |at: &usize| {
        let role = label.get(*at).map_or(Role::Plain, |token| token.role);
        let before = at.checked_sub(1).and_then(|at| label.get(at)).map_or(Role::Plain, |token| token.role);
        (is_source(role) || matches!(role, Own | Citizen)) && !matches!(before, To | For)
    };
    let Some(at) = (0..label.len()).rev().find(is_there) else { return false };
    let near = near_end(label);
    let Some(who) = label.get(at) else { return false };
    match who.role {
        Own => false,
        // "Borgerens ønsker", "borgerens egne ord".
        Citizen => near.iter().any(|token| matches!(token.role, Role::Wish | Role::Their)),
        role => {
            let is_label = at < BEFORE && label.len() <= LABEL && is_source(role);
            near.iter().any(|token| speaks(token.role))
                || is_label && !NOTES.contains(&who.stem) && !NOTES.contains(&who.word)
        }
    }
}

fn near_end(label: &[Token]) -> &[Token] {
    label.get(label.len().saturating_sub(NEAR)..).unwrap_or(&[])
}

/// A word for what somebody says or finds: "vurdering", "konklusion", "udtalelse", "indlæg".
fn is_noun(token: Option<&Token>) -> bool {
    token.is_some_and(|token| {
        let is_said = matches!(token.role, Role::Assess | Role::Advice | Role::Say | Role::Paper);
        is_said && matches!(token.form, Form::Other | Form::Definite) || SPEECH.contains(&token.stem)
    })
}

/// "Lægens vurdering", "Vurdering fra egen læge", "Epikrise", "Fra praktikstedet", "Overlæge Hanne Holm", alone in a line.
fn is_title(line: &[Token]) -> bool {
    let is_before = |token: &&Token| matches!(token.role, Role::By | Role::Their | Role::Past);
    let who = line.get(line.iter().take_while(is_before).count()..).unwrap_or(&[]);
    let is_name = |rest: &[Token]| rest.iter().all(|token| token.role == Role::Name);
    match who {
        // "Mentor" is whoever helps, too.
        [one] if one.word == MENTOR => true,
        [first, rest @ ..] if is_source(first.role) && is_name(rest) => names(who),
        _ => {
            (is_noun(line.last()) && line.len() <= NEAR || is_noun(line.first()) && line.len() <= LABEL) && names(line)
        }
    }
}

/// "Konklusion", "Samlet vurdering", "Indstilling fra jobcentret": whoever writes has the word again.
fn is_concluding(line: &[Token]) -> bool {
    line.len() <= LABEL && (is_noun(line.last()) || is_noun(line.first())) && !names(line)
}

/// Whether the municipality is named as whoever says it.
fn is_own(tokens: &[Token]) -> bool {
    use Role::{According, Advice, By, Colon, Me, Own};
    let is_named = |token: &Token| token.role == Own && !WE.contains(&token.word);
    let says = |token: &Token| speaks(token.role) && token.form != Form::Passive;
    let is_ours = |pair: &[Token]| {
        let [one, next] = pair else { return false };
        let indicates = |verb: &Token, who: &Token| {
            verb.stem == INDST && verb.form == Form::Present && matches!(who.role, Own | Me)
        };
        is_named(one) && says(next)
            || is_named(next) && (matches!(one.role, By | According) || says(one) && one.form == Form::Present)
            || indicates(one, next)
            || indicates(next, one)
    };
    let begins = match tokens {
        // But not "kommunen bør", which is asked of it.
        [first, next, ..] if is_named(first) => {
            next.form != Form::Passive && !matches!(next.role, Role::Ought | Role::Shall | Role::Must)
        }
        // "Indstilling: fleksjob", "Samlet indstilling: fleksjob".
        [first, next, ..] if first.role == Advice && next.role == Colon => true,
        [first, second, third, ..] => !is_source(first.role) && second.role == Advice && third.role == Colon,
        _ => false,
    };
    begins || tokens.windows(2).any(is_ours)
}
