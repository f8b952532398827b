//! Taking off a text what is no part of it: tags and entities of HTML, the codes of RTF, and characters that nobody sees.
//!
//! Only for seeing what a text amounts to (A35): nothing is rendered, and what an unusual text loses here it does not
//! lose in the plan.

use std::borrow::Cow;

use crate::letters::{is_without_width, number, split};

/// Text beyond this many bytes is not looked at: whatever stands there, it is no reply that a list holds.
pub(crate) const ENOUGH: usize = 512;

/// How often something is taken off: what was written as a text (`&lt;p&gt;`) is markup the second time.
const LAYERS: usize = 3;

/// Whether a text may hold markup. Most hold none.
pub(crate) fn is_in(text: &str) -> bool {
    memchr::memchr2(b'<', b'&', text.as_bytes()).is_some() || is_rtf(text)
}

/// The text without its markup, and without what has no width; of a long text no more than the beginning.
pub(crate) fn removed(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    for _ in 0..LAYERS {
        if !is_in(&text) {
            break;
        }
        let plain = Stripper::new(&text).run();
        if plain == *text {
            break;
        }
        text = Cow::Owned(plain);
    }
    // Nearly all texts are out by their bytes: what has no width begins with none that a letter of Danish begins with.
    let may_be_hidden = text.bytes().any(|byte| byte == 0xc2 || byte > 0xc3);
    if may_be_hidden && text.contains(is_without_width) { text.replace(is_without_width, "").into() } else { text }
}

/// A document in RTF, or a piece of one.
fn is_rtf(text: &str) -> bool {
    let text = text.trim_start();
    let codes = text.strip_prefix('{').unwrap_or(text).strip_prefix('\\');
    codes.is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_lowercase() || matches!(first, '*' | '\'')))
}

struct Stripper<'t> {
    rest: &'t str,
    plain: String,
    is_rtf: bool,
    /// Whether tags, and the elements whose content is no text, may still end. Looked for only until there is no more of
    /// it, so that a text is gone through once.
    tags_end: bool,
    elements_end: bool,
    /// How many groups of RTF are open, and which of them holds no text.
    depth: usize,
    hidden: Option<usize>,
}

impl<'t> Stripper<'t> {
    fn new(text: &'t str) -> Self {
        let is_rtf = is_rtf(text);
        Self { rest: text, plain: String::new(), is_rtf, tags_end: true, elements_end: true, depth: 0, hidden: None }
    }

    fn run(mut self) -> String {
        while self.plain.len() <= ENOUGH {
            let mut rest = self.rest.chars();
            let Some(first) = rest.next() else { break };
            let after = rest.as_str();
            let is_taken = match first {
                '<' => self.tag(after),
                '&' => self.entity(after),
                '\\' if self.is_rtf => self.control(after),
                '{' | '}' if self.is_rtf => self.group(first, after),
                _ => false,
            };
            if !is_taken {
                self.rest = after;
                self.push(first);
            }
        }
        self.plain
    }

    fn push(&mut self, character: char) {
        if self.hidden.is_none() {
            self.plain.push(character);
        }
    }

    /// `<p>`, `</p>`, `<!-- -->`, and `<style>` with what stands in it.
    fn tag(&mut self, after: &'t str) -> bool {
        let is_tag = after.starts_with(|first: char| first.is_ascii_alphabetic() || matches!(first, '/' | '!' | '?'));
        if !is_tag || !self.tags_end {
            return false;
        }
        let hidden = ["style", "script", "title"].iter().find(|name| begins_with(after, name));
        let mut end = after;
        if let Some(name) = hidden
            && self.elements_end
        {
            let mut rest = after;
            loop {
                match split(rest, "</") {
                    None => break self.elements_end = false,
                    Some((_, closing)) if begins_with(closing, name) => break end = closing,
                    Some((_, closing)) => rest = closing,
                }
            }
        }
        let rest = match end.strip_prefix("!--").and_then(|comment| split(comment, "-->")) {
            Some((_, rest)) => Some(rest),
            None => end.split_once('>').map(|(_, rest)| rest),
        };
        match rest {
            Some(rest) => {
                self.rest = rest;
                self.push(' ');
            }
            None => self.tags_end = false,
        }
        rest.is_some()
    }

    /// `&nbsp;`, `&#160;`, `&#xA0;`.
    fn entity(&mut self, after: &'t str) -> bool {
        /// As long as any name that HTML has: `CounterClockwiseContourIntegral`.
        const LONGEST_NAME: usize = 31;
        let length =
            after.bytes().take(LONGEST_NAME).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
        let Some((name, rest)) = after.split_at_checked(length) else { return false };
        let rest = match rest.strip_prefix(';') {
            Some(rest) => rest,
            None if name == "nbsp" => rest,
            None => return false,
        };
        let code = name.strip_prefix('#').and_then(|code| match code.strip_prefix(['x', 'X']) {
            Some(digits) => number(digits, 16),
            None => number(code, 10),
        });
        let character = match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "aelig" | "AElig" => 'æ',
            "oslash" | "Oslash" => 'ø',
            "aring" | "Aring" => 'å',
            "shy" | "zwnj" | "zwj" | "lrm" | "rlm" | "ZeroWidthSpace" => '\u{ad}',
            _ => code.and_then(char::from_u32).unwrap_or(' '),
        };
        self.rest = rest;
        self.push(character);
        true
    }

    /// `\par`, `\fs24`, `\'e6`, `\u230?`, `\*`.
    fn control(&mut self, after: &'t str) -> bool {
        let length = after.bytes().take_while(u8::is_ascii_alphabetic).count();
        let Some((word, rest)) = after.split_at_checked(length) else { return false };
        if word.is_empty() {
            return self.symbol(after);
        }
        let length = rest
            .bytes()
            .enumerate()
            .take_while(|(place, byte)| byte.is_ascii_digit() || (*place == 0 && *byte == b'-'));
        let Some((digits, rest)) = rest.split_at_checked(length.count()) else { return false };
        self.rest = rest.strip_prefix(' ').unwrap_or(rest);
        match word {
            "fonttbl" | "colortbl" | "stylesheet" | "info" | "pict" | "generator" | "header" | "footer" => self.hide(),
            "u" => {
                // Numbers above 32767 are written as negative ones.
                let code = match digits.strip_prefix('-') {
                    Some(digits) => number(digits, 10).and_then(|number| 65_536_u32.checked_sub(number)),
                    None => number(digits, 10),
                };
                self.push(code.and_then(char::from_u32).unwrap_or(' '));
                // What programs without Unicode are to show.
                self.rest = self.rest.strip_prefix('?').unwrap_or(self.rest);
            }
            "par" | "line" | "tab" | "cell" | "row" => self.push(' '),
            _ => {}
        }
        true
    }

    fn symbol(&mut self, after: &'t str) -> bool {
        let mut rest = after.chars();
        let Some(sign) = rest.next() else { return false };
        self.rest = rest.as_str();
        match sign {
            // The letters of Danish have the same numbers in Windows-1252 as in Unicode.
            '\'' => {
                let Some((digits, rest)) = self.rest.split_at_checked(2) else { return true };
                self.rest = rest;
                self.push(number(digits, 16).and_then(char::from_u32).unwrap_or(' '));
            }
            '*' => self.hide(),
            '\\' | '{' | '}' => self.push(sign),
            _ => self.push(' '),
        }
        true
    }

    fn group(&mut self, bracket: char, after: &'t str) -> bool {
        self.rest = after;
        if bracket == '{' {
            self.depth += 1;
        } else {
            if self.hidden == Some(self.depth) {
                self.hidden = None;
            }
            self.depth = self.depth.saturating_sub(1);
        }
        true
    }

    /// The group that is open holds no text.
    fn hide(&mut self) {
        if self.hidden.is_none() && self.depth > 0 {
            self.hidden = Some(self.depth);
        }
    }
}

fn begins_with(text: &str, name: &str) -> bool {
    text.get(..name.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::{ENOUGH, removed};

    #[test]
    fn what_is_left_is_what_a_reader_sees() {
        for (text, plain) in [
            ("Han går ture", "Han går ture"),
            ("<p><br></p>", ""),
            ("<P STYLE=\"color:red\">Ingen</P>", "Ingen"),
            ("&nbsp;&#160;&#xA0;&nbsp", ""),
            ("f&oslash;lger", "følger"),
            ("vedh&#230;ftet", "vedhæftet"),
            ("&lt;p&gt;ingen&lt;/p&gt;", "ingen"),
            ("<!-- Word > 2010 -->ingen", "ingen"),
            ("<style>p {margin: 0}</style><p>ingen</p>", "ingen"),
            ("<style>p {margin: 0} ingen", "p {margin: 0} ingen"),
            ("< 5 timer og > 3", "< 5 timer og > 3"),
            ("løn & pension; ferie", "løn & pension; ferie"),
            ("a <b", "a <b"),
            (r"{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}{\*\generator Riched20;}\pard\fs24 ingen\par}", "ingen"),
            (r"{\rtf1 f\'f8lger}", "følger"),
            (r"{\rtf1 f\u248?lger \{5\}}", "følger {5}"),
            (r"{\rtf1\ansi\pard\par}", ""),
            (r"\pard\plain ingen\par", "ingen"),
            (r"C:\mappe\fil", r"C:\mappe\fil"),
        ] {
            assert_eq!(removed(text).trim(), plain, "{text:?}");
        }
    }

    #[test]
    fn a_long_text_is_gone_through_once_and_not_to_its_end() {
        for text in ["<a", "<style>", "<p>", "&", "&nbsp;", "\\", "{\\*", "<!--", "</", "{\\rtf1 {", "\\u1 "] {
            for text in [text.repeat(300_000), format!("{{\\rtf1 {}", text.repeat(300_000))] {
                // Who went through it again for each sign would not come to an end.
                assert!(removed(&text).len() <= text.len());
            }
        }
        assert!(removed(&format!("<p>{}", "ord ".repeat(100_000))).len() <= ENOUGH + 4);
    }
}
