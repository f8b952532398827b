//! Sentences and words, as the model sees them.

use std::ops::Range;

use crate::roles::{Form, Role, role_of};

/// As many words and marks of a sentence are seen; a longer one is read in pieces.
pub(crate) const LONGEST: usize = 96;

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
        let mut chars = text.char_indices().peekable();
        // After the beginning of the sentence, a label or a quotation mark, a capital tells nothing.
        let mut capital_tells = false;
        while let Some((start, first)) = chars.next() {
            if self.len == LONGEST {
                return start;
            }
            let mut folded = Folded::default();
            let mut end = start + first.len_utf8();
            let token = if in_word(first) {
                folded.push(first);
                while let Some((at, letter)) = chars.next_if(|(_, letter)| in_word(*letter) || is_unseen(*letter)) {
                    folded.push(letter);
                    end = at + letter.len_utf8();
                }
                folded.token(capital_tells && first.is_uppercase())
            } else if let Some(mark) = mark_of(first) {
                folded.mark(mark)
            } else {
                continue;
            };
            capital_tells = !matches!(token.role, Role::Colon | Role::Quote | Role::Stop);
            #[allow(clippy::cast_possible_truncation)]
            let token = Token { start: start as u32, end: end as u32, ..token };
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
}

impl Default for Folded {
    fn default() -> Self {
        Self { bytes: [0; LETTERS], len: 0, capitals: 0 }
    }
}

const AE: u8 = 0xe6;
const OE: u8 = 0xf8;
const AA: u8 = 0xe5;

impl Folded {
    fn push(&mut self, letter: char) {
        self.capitals += usize::from(letter.is_uppercase());
        let before = self.len.checked_sub(1).and_then(|at| self.bytes.get(at)).copied();
        let byte = match letter {
            'A'..='Z' => letter as u8 | 0x20,
            'æ' | 'Æ' | 'ä' | 'Ä' => AE,
            'ø' | 'Ø' | 'ö' | 'Ö' => OE,
            'å' | 'Å' => AA,
            'é' | 'É' => b'e',
            '\u{30a}' if before == Some(b'a') => return self.replace(AA),
            '\u{308}' if before == Some(b'a') => return self.replace(AE),
            '\u{308}' if before == Some(b'o') => return self.replace(OE),
            letter if is_unseen(letter) => return,
            letter if letter.is_ascii() => letter as u8,
            '§' => 0xa7,
            _ => 0xff,
        };
        match (before, byte) {
            (Some(b'a'), b'a') => self.replace(AA),
            (Some(b'a'), b'e') => self.replace(AE),
            (Some(b'o'), b'e') => self.replace(OE),
            _ => {
                if let Some(place) = self.bytes.get_mut(self.len) {
                    *place = byte;
                    self.len += 1;
                }
            }
        }
    }

    fn replace(&mut self, byte: u8) {
        if let Some(last) = self.len.checked_sub(1).and_then(|at| self.bytes.get_mut(at)) {
            *last = byte;
        }
    }

    fn token(&self, capital_tells: bool) -> Token {
        let letters = self.bytes.get(..self.len).unwrap_or(&[]);
        if letters.first().is_some_and(u8::is_ascii_digit) {
            let is_year = letters.len() == 4 && (letters.starts_with(b"19") || letters.starts_with(b"20"));
            return self.mark(if is_year { Role::Year } else { Role::Number });
        }
        let (role, form) = role_of(letters);
        let is_name = role == Role::Plain && capital_tells && letters.len() > 1 && self.capitals == 1;
        let word = hash(letters);
        Token {
            word,
            stem: if letters.len() > 5 { hash(letters.get(..5).unwrap_or(&[])) } else { word },
            ending: if letters.len() > 4 { hash(letters.get(letters.len() - 3..).unwrap_or(&[])) } else { 0 },
            role: if is_name { Role::Name } else { role },
            form: if is_name { Form::Other } else { form },
            ..Token::default()
        }
    }

    #[allow(clippy::unused_self)]
    fn mark(&self, role: Role) -> Token {
        let word = role as u32;
        let is_mark = matches!(role, Role::Comma | Role::Stop);
        Token { word, stem: word, ending: 0, role, form: Form::Other, is_mark, ..Token::default() }
    }
}

/// FNV-1a, as it also runs while a role is looked for.
pub(crate) fn hash(letters: &[u8]) -> u32 {
    letters.iter().fold(BASIS, |hash, letter| step(hash, *letter))
}

pub(crate) const BASIS: u32 = 0x811c_9dc5;

pub(crate) const fn step(hash: u32, letter: u8) -> u32 {
    (hash ^ letter as u32).wrapping_mul(0x0100_0193)
}
