//! The quick way to read a plan, for a document in which nothing is out of the ordinary.
//!
//! It knows no errors and no findings: at anything odd it gives up, and the document is [read](crate::read) by the parser that
//! can say what is wrong, and where. So it need not be complete, but what it gives must be what that one gives.

use std::borrow::Cow;

use crate::limits;
use crate::plan::Plan;
use crate::plan::value::{Entries, Key, Part, Scalar, Shape, Value};
use crate::repeated::Tally;

/// The plan in a document, and whether some of its texts may be the same; `None` where that is for the other reader.
pub(crate) fn read(text: &str) -> Option<(Plan<'_>, bool)> {
    let mut plan = Plan::empty();
    let mut scan = Scan { text, at: 0, tally: Tally::new() };
    scan.takes(b'{')?;
    scan.fill_part(&mut plan, false)?;
    scan.peek().is_none().then_some((plan, scan.tally.may_repeat()))
}

/// Where the reader is. What it gives up on is `None` everywhere.
struct Scan<'a> {
    text: &'a str,
    at: usize,
    tally: Tally,
}

impl<'a> Scan<'a> {
    /// Fills a part from an object, after its opening brace. What stands in a name is no answer of its own.
    fn fill_part(&mut self, part: &mut dyn Part<'a>, is_name: bool) -> Option<()> {
        let keys = part.keys();
        // The places of the keys that have been met, and the one after the latest: most documents have the fields in order.
        let (mut seen, mut next) = (0_u64, 0);
        if self.peek()? == b'}' {
            self.at += 1;
            return Some(());
        }
        loop {
            self.takes(b'"')?;
            let place = self.takes_key(keys, next)?;
            self.takes(b':')?;
            let bit = 1 << place;
            if seen & bit != 0 {
                return None;
            }
            seen |= bit;
            next = place + 1;
            self.fill(part.field_mut(place)?, is_name || keys.get(place)?.is_name)?;
            match self.token()? {
                b',' => {}
                b'}' => return Some(()),
                _ => return None,
            }
        }
    }

    fn fill_list(&mut self, entries: &mut dyn Entries<'a>, is_name: bool) -> Option<()> {
        if self.peek()? == b']' {
            self.at += 1;
            return Some(());
        }
        for _ in 0..limits::MAX_LIST_LENGTH {
            self.fill(entries.add()?, is_name)?;
            match self.token()? {
                b',' => {}
                b']' => return Some(()),
                _ => return None,
            }
        }
        None
    }

    fn fill(&mut self, value: &mut dyn Value<'a>, is_name: bool) -> Option<()> {
        let scalar = match self.peek()? {
            b'"' => {
                self.at += 1;
                let string = self.string()?;
                if !is_name {
                    self.tally.count(&string);
                }
                Scalar::Text(string)
            }
            b'{' => {
                let Shape::Part(part) = value.shape() else { return None };
                self.at += 1;
                return self.fill_part(part, is_name);
            }
            b'[' => {
                let Shape::List(entries) = value.shape() else { return None };
                self.at += 1;
                return self.fill_list(entries, is_name);
            }
            b't' => self.word("true", Scalar::Boolean(true))?,
            b'f' => self.word("false", Scalar::Boolean(false))?,
            b'n' => self.word("null", Scalar::Null)?,
            _ => Scalar::Number(self.number()?),
        };
        value.take(scalar).ok()
    }

    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or(&[])
    }

    /// The next byte that is no white space.
    #[inline]
    fn peek(&mut self) -> Option<u8> {
        loop {
            match *self.text.as_bytes().get(self.at)? {
                b' ' | b'\n' | b'\t' | b'\r' => self.at += 1,
                byte => return Some(byte),
            }
        }
    }

    /// The same, and it is passed.
    #[inline]
    fn token(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    /// Passes this byte.
    #[inline]
    fn takes(&mut self, byte: u8) -> Option<()> {
        (self.token()? == byte).then_some(())
    }

    /// Passes a key behind its opening quotation mark, and gives its place.
    #[inline]
    fn takes_key(&mut self, keys: &[Key], next: usize) -> Option<usize> {
        let rest = self.rest();
        let head = rest.first_chunk()?;
        let is_it = |key: &Key| key.stands_at(head, rest);
        let ahead = keys.get(next..)?.iter().position(is_it).map(|place| next + place);
        let place = ahead.or_else(|| keys.iter().position(is_it))?;
        self.at += keys.get(place)?.name.len() + 1;
        Some(place)
    }

    /// A string behind its opening quotation mark.
    #[inline]
    fn string(&mut self) -> Option<Cow<'a, str>> {
        let rest = self.rest();
        let length = memchr::memchr2(b'"', b'\\', rest)?;
        if *rest.get(length)? == b'\\' {
            return self.escaped(length).map(Cow::Owned);
        }
        let string = self.piece(length)?;
        self.at += 1;
        Some(Cow::Borrowed(string))
    }

    /// Passes a piece of a string in which nothing is escaped.
    #[inline]
    fn piece(&mut self, length: usize) -> Option<&'a str> {
        let piece = self.text.get(self.at..self.at + length)?;
        self.at += length;
        // Without a branch in it, many bytes are looked at at once.
        let least = piece.bytes().fold(u8::MAX, u8::min);
        (least >= b' ').then_some(piece)
    }

    /// A string whose first escape stands so far away.
    fn escaped(&mut self, mut length: usize) -> Option<String> {
        let mut string = String::with_capacity(2 * length + 64);
        loop {
            string.push_str(self.piece(length)?);
            let (letter, written) = match self.rest() {
                [b'"', ..] => {
                    self.at += 1;
                    return Some(string);
                }
                [_, b'u', digits @ ..] => {
                    let mut digits = digits.first_chunk::<4>()?.iter();
                    let add = |unit, digit: &u8| Some(unit << 4 | char::from(*digit).to_digit(16)?);
                    // Half a surrogate pair is no letter.
                    (char::from_u32(digits.try_fold(0, add)?)?, 6)
                }
                [_, b'n', ..] => ('\n', 2),
                [_, b'r', ..] => ('\r', 2),
                [_, b't', ..] => ('\t', 2),
                [_, b'b', ..] => ('\u{8}', 2),
                [_, b'f', ..] => ('\u{c}', 2),
                [_, letter @ (b'"' | b'\\' | b'/'), ..] => (char::from(*letter), 2),
                _ => return None,
            };
            string.push(letter);
            self.at += written;
            length = memchr::memchr2(b'"', b'\\', self.rest())?;
        }
    }

    /// A word that is not a string.
    fn word(&mut self, word: &str, scalar: Scalar<'a>) -> Option<Scalar<'a>> {
        let is_there = self.rest().starts_with(word.as_bytes());
        self.at += word.len();
        is_there.then_some(scalar)
    }

    /// A number of few digits, without a sign and an exponent.
    fn number(&mut self) -> Option<f64> {
        /// So many digits are held exactly.
        const DIGITS: usize = 15;
        let rest = self.rest();
        let whole = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let digits = rest.get(..whole)?;
        let (decimals, length) = match rest.get(whole..)? {
            [b'.', decimals @ ..] => {
                let count = decimals.iter().take_while(|byte| byte.is_ascii_digit()).count();
                (decimals.get(..count).filter(|decimals| !decimals.is_empty())?, whole + 1 + count)
            }
            _ => (&[][..], whole),
        };
        let is_plain = matches!(digits, [b'0'] | [b'1'..=b'9', ..]) && whole + decimals.len() <= DIGITS;
        if !is_plain || matches!(rest.get(length), Some(b'e' | b'E')) {
            return None;
        }
        let mut number = 0.0;
        let mut power = 1.0;
        for digit in digits.iter().chain(decimals) {
            number = number * 10.0 + f64::from(digit - b'0');
        }
        for _ in decimals {
            power *= 10.0;
        }
        self.at += length;
        Some(number / power)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::read;
    use crate::plan::Plan;

    #[test]
    fn what_is_in_order_is_read_as_the_exact_reader_does() {
        for text in [
            "{}",
            " {\n} ",
            r#"{"sag":{"sagstype":"fleksjob","udenTeam":null,"foersteForloeb":false},"moede":{"dato":"2020-02-29"}}"#,
            r#"{ "moede" : { "deltagere" : [ "borger" , null ] , "genforelaeggelser" : [ { } , { "dato" : null } , null ] , "dato" : null } , "sag" : { } }"#,
            r#"{"forberedendeDel":{"oensker":"S\u00e5 \"her\" \\\/ \b\f\n\r\t \u0000 \u20ac","maal":"\u007f","cv":"æ"}}"#,
            r#"{"forberedendeDel":{"selvstaendig":{"timerPrUge":12.50,"omfang24Mdr":0}}}"#,
            r#"{"forberedendeDel":{"selvstaendig":{"omfang24Mdr":1234567890.12345}}}"#,
            r#"{"indsatsdel":{"tilbud":[]},"minPlan":{"indsatsdel":{"tilbud":[{"beskrivelse":"Kursus"},{}]}}}"#,
        ] {
            assert_eq!(read(text).map(|(plan, _)| plan), Some(Plan::from_json_exactly(text).unwrap()), "{text}");
        }
    }

    #[test]
    fn what_is_odd_is_left_to_the_exact_reader() {
        for text in [
            "",
            "[]",
            "null",
            "{",
            "{,}",
            "{} {}",
            r#"{"sag":{}"#,
            r#"{"sag":{},}"#,
            r#"{"sag" {}}"#,
            r#"{"sag":{"sagstype":"fleksjob" "kategori":1}}"#,
            r#"{"sag":{},"sag":{}}"#,
            r#"{"sag":7}"#,
            r#"{"sag":[]}"#,
            r#"{"sag":{"sagstype":"fleksjobb"}}"#,
            r#"{"sag":{"Sagstype":"fleksjob"}}"#,
            r#"{"sag":{"sags\u0074ype":"fleksjob"}}"#,
            r#"{"sagen":{}}"#,
            r#"{"moede":{"dato":"2020-02-30"}}"#,
            r#"{"forberedendeDel":{"oensker":"\ud800"}}"#,
            r#"{"forberedendeDel":{"oensker":"\x"}}"#,
            r#"{"forberedendeDel":{"oensker":"\u00"}}"#,
            r#"{"forberedendeDel":{"oensker":"a"b}}"#,
            r#"{"forberedendeDel":{"oensker":"a}}"#,
            "{\"forberedendeDel\":{\"oensker\":\"a\nb\"}}",
            "{\"forberedendeDel\":{\"oensker\":\"\\n\u{1}\"}}",
            r#"{"forberedendeDel":{"selvstaendig":{"omfang24Mdr":01}}}"#,
            r#"{"forberedendeDel":{"selvstaendig":{"omfang24Mdr":1.}}}"#,
            r#"{"forberedendeDel":{"selvstaendig":{"omfang24Mdr":.5}}}"#,
            r#"{"forberedendeDel":{"selvstaendig":{"omfang24Mdr":1e2}}}"#,
            r#"{"forberedendeDel":{"selvstaendig":{"omfang24Mdr":-1}}}"#,
            r#"{"forberedendeDel":{"selvstaendig":{"omfang24Mdr":12345678901234567}}}"#,
            r#"{"sag":{"udenTeam":tru}}"#,
            r#"{"sag":{"udenTeam":truee}}"#,
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
