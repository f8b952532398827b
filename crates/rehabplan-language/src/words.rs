//! Sentences and words, as the model sees them.

use std::ops::Range;

use crate::roles::{Form, Role, role_of};

/// As many words and marks of a sentence are seen; a longer one is read in pieces.
pub(crate) const LONGEST: usize = 64;

/// A word or a mark.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Token {
    start: u32,
    end: u32,
    /// The hash of the folded word, of its first five letters and of its last three.
    pub(crate) word: u32,
    pub(crate) stem: u32,
    pub(crate) ending: u32,
    pub(crate) role: Role,
    pub(crate) form: Form,
    pub(crate) is_mark: bool,
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
pub(crate) struct Words {
    tokens: [Token; LONGEST],
    len: usize,
}

impl Default for Words {
    fn default() -> Self {
        Self { tokens: [Token::default(); LONGEST], len: 0 }
    }
}

impl Words {
    pub(crate) fn all(&self) -> &[Token] {
        self.tokens.get(..self.len).unwrap_or(&[])
    }

    /// Reads from a text until it ends or there are as many words as fit, and says where it stopped.
    pub(crate) fn read(&mut self, text: &str) -> usize {
        self.len = 0;
        // After the beginning of the sentence, a label or a quotation mark, a capital tells nothing.
        let mut capital_tells = false;
        let mut at = 0;
        while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
            if self.len == LONGEST {
                return at;
            }
            let start = at;
            at += first.len_utf8();
            let token = if in_word(first) {
                let folded = Folded::read(text, start);
                at = folded.end;
                folded.token(capital_tells && first.is_uppercase())
            } else if let Some(mark) = mark_of(first) {
                mark_token(mark)
            } else {
                continue;
            };
            capital_tells = !matches!(token.role, Role::Colon | Role::Quote | Role::Stop);
            #[allow(clippy::cast_possible_truncation)]
            let token = Token { start: start as u32, end: at as u32, ..token };
            if let Some(place) = self.tokens.get_mut(self.len) {
                *place = token;
                self.len += 1;
            }
        }
        text.len()
    }
}

fn in_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '§'
}

/// What stands in a word and is not read: a soft hyphen, marks that are put over the letter before.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{300}'..='\u{36f}')
}

fn mark_of(letter: char) -> Option<Role> {
    Some(match letter {
        ',' | ';' | '(' | ')' | '–' => Role::Comma,
        ':' | '→' => Role::Colon,
        '?' => Role::Question,
        '»' | '«' | '"' | '”' | '“' | '„' => Role::Quote,
        '.' | '!' => Role::Stop,
        _ => return None,
    })
}

const LETTERS: usize = 40;

/// A word in small Danish letters, one byte each (as in Latin-1); what is longer is cut.
struct Folded {
    bytes: [u8; LETTERS],
    len: usize,
    capitals: usize,
    /// Where it ends in the text.
    end: usize,
}

const AE: u8 = 0xe6;
const OE: u8 = 0xf8;
const AA: u8 = 0xe5;

impl Folded {
    /// Reads the word that begins at a place.
    fn read(text: &str, start: usize) -> Self {
        let mut folded = Self { bytes: [0; LETTERS], len: 0, capitals: 0, end: start };
        let bytes = text.as_bytes();
        while let Some(byte) = bytes.get(folded.end).copied() {
            match byte {
                b'a'..=b'z' | b'0'..=b'9' => folded.push(byte),
                b'A'..=b'Z' => {
                    folded.capitals += 1;
                    folded.push(byte | 0x20);
                }
                0..0x80 => break,
                _ => match text.get(folded.end..).and_then(|rest| rest.chars().next()) {
                    Some(letter) if in_word(letter) || is_unseen(letter) => {
                        folded.push_letter(letter);
                        folded.end += letter.len_utf8();
                        continue;
                    }
                    _ => break,
                },
            }
            folded.end += 1;
        }
        folded
    }

    fn last(&mut self) -> Option<&mut u8> {
        self.bytes.get_mut(self.len.checked_sub(1)?)
    }

    /// Adds a letter of ASCII; "ae", "oe" and "aa" are æ, ø and å.
    fn push(&mut self, byte: u8) {
        if let (b'a' | b'e', Some(last)) = (byte, self.last()) {
            let joined = match (*last, byte) {
                (b'a', b'a') => AA,
                (b'a', b'e') => AE,
                (b'o', b'e') => OE,
                _ => 0,
            };
            if joined != 0 {
                *last = joined;
                return;
            }
        }
        self.add(byte);
    }

    fn add(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.len) {
            *place = byte;
            self.len += 1;
        }
    }

    fn push_letter(&mut self, letter: char) {
        self.capitals += usize::from(letter.is_uppercase());
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

    fn token(&self, capital_tells: bool) -> Token {
        let letters = self.bytes.get(..self.len).unwrap_or(&[]);
        if letters.first().is_some_and(u8::is_ascii_digit) {
            let is_year = letters.len() == 4 && (letters.starts_with(b"19") || letters.starts_with(b"20"));
            return mark_token(if is_year { Role::Year } else { Role::Number });
        }
        let (role, form) = role_of(letters);
        let is_name = role == Role::Plain && capital_tells && letters.len() > 1 && self.capitals == 1;
        let (first, rest) = letters.split_at(letters.len().min(STEM));
        let stem = hash(BASIS, first);
        let ending = letters.get(letters.len().saturating_sub(3)..).unwrap_or(&[]);
        Token {
            word: hash(stem, rest),
            stem,
            ending: if letters.len() > 4 { hash(BASIS, ending) } else { 0 },
            role: if is_name { Role::Name } else { role },
            form: if is_name { Form::Other } else { form },
            ..Token::default()
        }
    }
}

/// A mark or a number, which is known by its role alone.
fn mark_token(role: Role) -> Token {
    let is_mark = matches!(role, Role::Comma | Role::Stop);
    Token { word: role as u32, stem: role as u32, role, is_mark, ..Token::default() }
}

/// As many letters tell words with other endings from other words.
const STEM: usize = 5;

/// FNV-1a, as it also runs while a role is looked for.
fn hash(before: u32, letters: &[u8]) -> u32 {
    letters.iter().fold(before, |hash, letter| step(hash, *letter))
}

pub(crate) const BASIS: u32 = 0x811c_9dc5;

pub(crate) const fn step(hash: u32, letter: u8) -> u32 {
    (hash ^ letter as u32).wrapping_mul(0x0100_0193)
}
