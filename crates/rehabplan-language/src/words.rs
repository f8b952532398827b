//! Sentences and words, as the model sees them.

use std::ops::Range;

use arrayvec::ArrayVec;

use crate::forms::{asks_for_advice, is_answered, is_cross, is_heading, tick_box};
use crate::roles::{Form, Known, Role, look_up};
use crate::sentences::is_abbreviation_in;

/// As many words and marks of a sentence are seen; a longer one is read in pieces.
pub(crate) const LONGEST: usize = 128;

/// "Kom".
const CAME: u32 = hash(b"kom");

/// The stem of what stands for a colon behind a heading.
pub(crate) const HEADED: u32 = 0;

/// The beginning of "rehab", "rehabiliterings-".
const REHAB: u32 = hash(b"rehab");
/// "E.l.".
const OWN: u32 = hash(b"e");
const DOCTOR: u32 = hash(b"l");

/// A word or a mark.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Token {
    start: u32,
    end: u32,
    /// The hash of the folded word, and of its first five letters.
    pub(crate) word: u32,
    pub(crate) stem: u32,
    pub(crate) role: Role,
    pub(crate) form: Form,
    pub(crate) is_mark: bool,
    /// A full stop behind it ends nothing: an abbreviation, a number, or a letter by itself.
    pub(crate) is_short: bool,
}

impl Token {
    pub(crate) fn place(&self, from: usize) -> Range<usize> {
        from + self.start as usize..from + self.end as usize
    }

    /// The role with the form, as one number.
    pub(crate) fn kind(&self) -> u32 {
        (self.role as u32) << 3 | self.form as u32
    }
}

/// The words of a sentence, in room that serves one after the other.
#[derive(Default)]
pub(crate) struct Words(ArrayVec<Token, LONGEST>);

impl Words {
    pub(crate) fn all(&self) -> &[Token] {
        &self.0
    }

    fn ends_in_a_word(&self) -> bool {
        self.all().last().is_some_and(|last| last.role != Role::Colon)
    }

    /// Reads from a text until it ends or there are as many words as fit, and says where it stopped.
    pub(crate) fn read(&mut self, text: &str) -> usize {
        self.0.clear();
        // After the beginning of the sentence, a label or a quotation mark, a capital tells nothing.
        let mut capital_tells = false;
        let (mut at, mut is_table) = (0, false);
        let (bytes, mut folded) = (text.as_bytes(), Folded::new());
        while let Some(first) = bytes.get(at).copied() {
            if first == b' ' {
                at += 1;
                continue;
            }
            let begins_line = first == b'\n';
            // The row of a table ends, as a sentence does.
            let is_row = begins_line && is_table && self.ends_in_a_word();
            // What stands under a heading is its content, as behind a colon.
            let is_content = begins_line && self.ends_in_a_word() && bytes.get(..at).is_some_and(is_heading);
            is_table |= first == b'|';
            if begins_line && !is_content && !is_row {
                at += 1;
                continue;
            }
            if self.0.is_full() {
                return at;
            }
            let mut start = at;
            let mut token = if begins_line {
                at += 1;
                let stem = if is_content { HEADED } else { Role::Stop as u32 };
                Token { stem, ..mark_token(if is_content { Role::Colon } else { Role::Stop }) }
            } else if is_cross(bytes, at) {
                at += 1;
                mark_token(Role::Ticked)
            } else if first.is_ascii_alphanumeric() || !first.is_ascii() && in_word(letter_at(text, at)) {
                at = folded.read(text, start);
                folded.token(|| capital_tells && is_capital(letter_at(text, start)))
            } else {
                let (mark, behind) = self.mark(text, at);
                at = behind;
                let Some(mark) = mark else { continue };
                mark_token(mark)
            };
            // "E.l.": the citizen's own doctor; but "praktik e.l."
            if token.word == DOCTOR
                && let [first, stop] = self.all()
                && first.word == OWN
                && stop.role == Role::Stop
            {
                start = first.place(0).start;
                self.0.clear();
                token.role = Role::Doctor;
            }
            // "OPUS-teamet" is a hospital's; but "rehab-teamet".
            if token.role == Role::Team
                && text.get(..start).is_some_and(|before| before.ends_with('-'))
                && self.0.last().is_some_and(|last| last.place(0).end + 1 == start && last.stem != REHAB)
            {
                token.role = Role::Doctor;
            }
            capital_tells = !matches!(token.role, Role::Colon | Role::Quote | Role::Stop);
            #[allow(clippy::cast_possible_truncation)]
            {
                (token.start, token.end) = (start as u32, at as u32);
            }
            self.0.push(token);
        }
        text.len()
    }

    /// The mark or sign that stands at a place, if it is one that tells something, and where it ends.
    fn mark(&mut self, text: &str, start: usize) -> (Option<Role>, usize) {
        let (before, rest) = text.as_bytes().split_at_checked(start).unwrap_or_default();
        if let Some((is_ticked, size)) = tick_box(rest) {
            return (Some(if is_ticked { Role::Ticked } else { Role::Box }), start + size);
        }
        if let Some(size) = tag(rest) {
            return (None, start + size);
        }
        let letter = letter_at(text, start);
        let behind = rest.get(letter.len_utf8()..).unwrap_or(&[]);
        let end = text.len() - behind.len();
        let stands_alone = || before.ends_with(b" ") && behind.starts_with(b" ");
        let mark = match letter {
            // "Kommunens forslag - mentor": a dash, as keyboards have it, behind a label.
            '-' | '–' | '—' if stands_alone() => {
                Some(if is_advice(self.all()) { Role::Colon } else { Role::Comma })
            }
            // "Status: KOL / Forslag = KOL-hold".
            '/' if stands_alone() || before.ends_with(b" /") => Some(Role::Stop),
            '=' if stands_alone() => Some(Role::Colon),
            '?' | ':' if asks_for_advice(before) => {
                self.0.truncate(1);
                self.0.iter_mut().for_each(|hvad| hvad.role = Role::Advice);
                Some(Role::Colon)
            }
            '?' if is_answered(before, behind) => Some(Role::Colon),
            letter => mark_of(letter),
        };
        // One that nothing stands before is of a list, or closes what was quoted in the sentence before.
        let is_of_a_list =
            |mark: &Role| matches!(mark, Role::Comma | Role::Colon) || *mark == Role::Quote && behind.starts_with(b" ");
        let mark = mark.filter(|mark| !(self.0.is_empty() && is_of_a_list(mark)));
        // "Kom. anbefaler": the municipality, and nobody who came.
        if mark == Some(Role::Stop)
            && let [first] = self.0.as_mut_slice()
            && first.word == CAME
        {
            first.role = Role::Own;
        }
        (mark, end)
    }
}

/// Whether all words so far are the label of what is recommended: "Indstilling til teamet", "Kommunens anbefaling".
fn is_advice(words: &[Token]) -> bool {
    match words {
        [_, last] => last.role == Role::Advice,
        [first, ..] => first.role == Role::Advice && words.len() < 4,
        [] => false,
    }
}

/// As many bytes as a tag of HTML takes: "</p>".
fn tag(text: &[u8]) -> Option<usize> {
    const LONGEST: usize = 64;
    let is_tag = matches!(text, [b'<', b'a'..=b'z' | b'/', ..]);
    let end = || text.iter().take(LONGEST).position(|byte| *byte == b'>');
    if is_tag { end().map(|end| end + 1) } else { None }
}

fn letter_at(text: &str, at: usize) -> char {
    text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or_default()
}

#[inline]
fn in_word(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        'æ' | 'ø' | 'å' | 'Æ' | 'Ø' | 'Å' | '§' => true,
        _ => is_letter(letter),
    }
}

/// Whether one past ASCII is a letter. The tables of all letters there are would be a tenth of the check in a browser; what is
/// between the alphabets is marks and signs.
#[cold]
fn is_letter(letter: char) -> bool {
    matches!(letter, 'ª' | 'µ' | 'º' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2c1}' | '\u{370}'..='\u{1fff}'
        | '\u{2c00}'..='\u{2dff}' | '\u{3041}'..='\u{d7ff}' | '\u{f900}'..='\u{fdff}' | '\u{ff10}'..='\u{ffdc}' | '\u{20000}'..)
}

/// Whether a letter is a capital, in the alphabets that Danish names are written in.
fn is_capital(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_uppercase(),
        '\u{139}'..='\u{148}' | '\u{179}'..='\u{17e}' => u32::from(letter) % 2 == 1,
        '\u{100}'..='\u{177}' => u32::from(letter) % 2 == 0,
        _ => matches!(letter, '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{de}'),
    }
}

/// What stands in a word and is not read: a soft hyphen, marks that are put over the letter before.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{300}'..='\u{36f}')
}

/// Whether it opens or closes somebody's words.
pub(crate) fn is_quote(letter: char) -> bool {
    matches!(letter, '»' | '«' | '"' | '”' | '“' | '„')
}

fn mark_of(letter: char) -> Option<Role> {
    Some(match letter {
        ',' | '(' | ')' | '–' | '—' => Role::Comma,
        // The cells of a table stand as labels and what is filled in do.
        ':' | '→' | '>' | '|' | '\t' => Role::Colon,
        '?' => Role::Question,
        letter if is_quote(letter) => Role::Quote,
        // Behind a semicolon a clause of its own begins.
        '.' | '!' | ';' | '·' => Role::Stop,
        _ => return None,
    })
}

const LETTERS: usize = 40;

/// A word in small Danish letters, one byte each (as in Latin-1); what is longer is cut.
struct Folded {
    bytes: [u8; LETTERS],
    len: usize,
    capitals: usize,
    /// The hash of all letters.
    hash: u32,
}

const AE: u8 = 0xe6;
const OE: u8 = 0xf8;
const AA: u8 = 0xe5;

/// What there is to a letter or digit of ASCII: the small one in the lowest byte, and the bits below; nothing for other bytes.
static LETTER: [u16; 256] = letters();
/// It is an `e` or an `a`, which may make one letter with the one before.
const SECOND: u16 = E | A;
const E: u16 = 1 << 8;
const A: u16 = 2 << 8;
/// The one before may be one that makes a letter with an `e` or an `a`: as far to the left of those as this.
const BEFORE: u32 = 2;
const CAPITAL: u16 = 1 << 15;

#[allow(clippy::indexing_slicing, clippy::cast_possible_truncation)]
const fn letters() -> [u16; 256] {
    let (mut table, mut byte) = ([0; 256], 0);
    while byte < 128 {
        let (letter, small) = (byte as u8, (byte as u8).to_ascii_lowercase());
        if letter.is_ascii_alphanumeric() {
            let pairs = match small {
                b'a' => (E | A) << BEFORE | A,
                b'o' => E << BEFORE,
                b'e' => E,
                _ => 0,
            };
            table[byte] = small as u16 | pairs | if letter == small { 0 } else { CAPITAL };
        }
        byte += 1;
    }
    table
}

/// The same for a letter of two bytes, by the second of them.
fn danish(second: Option<&u8>) -> u16 {
    match second {
        Some(0xa6) => AE as u16,
        Some(0xb8) => OE as u16,
        Some(0xa5) => AA as u16,
        Some(0x86) => AE as u16 | CAPITAL,
        Some(0x98) => OE as u16 | CAPITAL,
        Some(0x85) => AA as u16 | CAPITAL,
        _ => 0,
    }
}

impl Folded {
    fn new() -> Self {
        Self { bytes: [0; LETTERS], len: 0, capitals: 0, hash: BASIS }
    }

    /// Reads the word that begins at a place, and says where it ends. The room serves one word after the other: it would take
    /// longer to move a word than to read it.
    fn read(&mut self, text: &str, start: usize) -> usize {
        self.read_plainly(text.as_bytes(), start).unwrap_or_else(|| {
            let end = self.read_exactly(text, start);
            self.hash = hash(self.bytes.get(..self.len).unwrap_or(&[]));
            end
        })
    }

    /// The same for a word in the letters of Danish, without two that stand for one: nearly all are such.
    fn read_plainly(&mut self, bytes: &[u8], start: usize) -> Option<usize> {
        let (mut end, mut len, mut hash) = (start, 0, BASIS);
        let (mut last, mut pairs, mut capitals) = (0, 0, 0);
        while let Some(byte) = bytes.get(end).copied() {
            let mut letter = LETTER.get(usize::from(byte)).copied().unwrap_or_default();
            if letter == 0 {
                if byte.is_ascii() {
                    break;
                }
                letter = if byte == 0xc3 { danish(bytes.get(end + 1)) } else { 0 };
                if letter == 0 {
                    return None;
                }
                end += 1;
            }
            end += 1;
            // The lowest byte is the letter.
            let [small, _] = letter.to_le_bytes();
            *self.bytes.get_mut(len)? = small;
            hash = step(hash, small);
            len += 1;
            capitals += usize::from(letter >= CAPITAL);
            pairs |= last & letter;
            last = letter >> BEFORE;
        }
        (self.len, self.capitals, self.hash) = (len, capitals, hash);
        (pairs & SECOND == 0).then_some(end)
    }

    #[cold]
    fn read_exactly(&mut self, text: &str, start: usize) -> usize {
        (self.len, self.capitals) = (0, 0);
        let (mut end, mut last) = (start, 0);
        while let Some(byte) = text.as_bytes().get(end).copied() {
            if byte.is_ascii_alphanumeric() {
                self.capitals += usize::from(byte.is_ascii_uppercase());
                last = self.push(byte.to_ascii_lowercase(), last);
                end += 1;
                continue;
            }
            let letter = letter_at(text, end);
            if byte.is_ascii() || !(in_word(letter) || is_unseen(letter)) {
                break;
            }
            self.push_letter(letter);
            last = self.last().copied().unwrap_or_default();
            end += letter.len_utf8();
        }
        end
    }

    fn last(&mut self) -> Option<&mut u8> {
        self.bytes.get_mut(self.len.checked_sub(1)?)
    }

    /// Adds a letter behind the last one, and gives the one that is the last then; "ae", "oe" and "aa" are æ, ø and å.
    fn push(&mut self, byte: u8, last: u8) -> u8 {
        let joined = match (last, byte) {
            (b'a', b'e') => AE,
            (b'o', b'e') => OE,
            (b'a', b'a') => AA,
            _ if self.len == LETTERS => return last,
            _ => {
                self.add(byte);
                return byte;
            }
        };
        self.last().into_iter().for_each(|last| *last = joined);
        joined
    }

    fn add(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.len) {
            *place = byte;
            self.len += 1;
        }
    }

    #[cold]
    fn push_letter(&mut self, letter: char) {
        self.capitals += usize::from(is_capital(letter));
        let byte = match letter {
            'æ' | 'Æ' | 'ä' | 'Ä' => AE,
            'ø' | 'Ø' | 'ö' | 'Ö' => OE,
            'å' | 'Å' => AA,
            'é' | 'É' => b'e',
            '§' => 0xa7,
            '\u{30a}' | '\u{308}' => {
                // A mark that is put over the letter before.
                match (self.last(), letter) {
                    (Some(last @ b'a'), '\u{30a}') => *last = AA,
                    (Some(last @ b'a'), _) => *last = AE,
                    (Some(last @ b'o'), '\u{308}') => *last = OE,
                    _ => {}
                }
                return;
            }
            letter if is_unseen(letter) => return,
            _ => 0xff,
        };
        self.add(byte);
    }

    /// The word as others see it; asked is whether it begins with a capital that tells.
    fn token(&self, is_capital: impl Fn() -> bool) -> Token {
        let letters = self.bytes.get(..self.len).unwrap_or(&[]);
        if letters.first().is_some_and(u8::is_ascii_digit) {
            let is_year = letters.len() == 4 && (letters.starts_with(b"19") || letters.starts_with(b"20"));
            // "3F" is somebody.
            let role = match () {
                () if is_year => Role::Year,
                () if letters == b"3f" => Role::Kin,
                () => Role::Number,
            };
            return Token { is_short: !is_year, ..mark_token(role) };
        }
        let Known { role, form, word, stem } = look_up(letters, self.hash);
        let head = self.bytes.first_chunk().copied().unwrap_or_default();
        // "KL anbefaler", but not "kl. 9".
        let role = if letters == b"kl" && self.capitals == 2 { Role::Authority } else { role };
        let is_name = role == Role::Plain && letters.len() > 1 && self.capitals == 1 && is_capital();
        Token {
            word,
            stem,
            role: if is_name { Role::Name } else { role },
            form: if is_name { Form::Other } else { form },
            is_short: letters.len() == 1 || is_abbreviation_in(head, letters.len()),
            ..Token::default()
        }
    }
}

/// A mark or a number, which is known by its role alone.
fn mark_token(role: Role) -> Token {
    let is_mark = matches!(role, Role::Comma | Role::Stop);
    Token { word: role as u32, stem: role as u32, role, is_mark, ..Token::default() }
}

pub(crate) const BASIS: u32 = 0x811c_9dc5;

/// FNV-1a.
pub(crate) const fn step(hash: u32, letter: u8) -> u32 {
    (hash ^ letter as u32).wrapping_mul(0x0100_0193)
}

/// The hash of letters that are written out.
pub(crate) const fn hash(mut letters: &[u8]) -> u32 {
    let mut hash = BASIS;
    while let [letter, rest @ ..] = letters {
        hash = step(hash, *letter);
        letters = rest;
    }
    hash
}
