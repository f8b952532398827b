//! What the headings of a document without styles are numbered with, and what begins with a digit and is no number of one: a year, a
//! period, how much there is of something.

use super::heading::strip;

/// What headings are numbered with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbers {
    /// With a sign: `3.1 Netværk`, `3) Netværk`.
    Digits,
    /// Without: `3 Netværk`.
    Bare,
    Letters,
}

impl Numbers {
    pub(super) const ALL: [Self; 3] = [Self::Digits, Self::Bare, Self::Letters];

    /// What a line is numbered with.
    pub(super) fn of(line: &str) -> Option<Self> {
        let line = line.trim_end_matches(':');
        let is_letter = line.split_once([')', '.']).is_some_and(|(first, rest)| {
            first.trim_start_matches('(').chars().count() == 1
                && first.ends_with(|last: char| last.is_ascii_lowercase())
                && rest.starts_with([' ', '\t', '\u{a0}'])
        });
        match Number::of(line) {
            Some(number) if number.has_sign => Some(Self::Digits),
            Some(_) => Some(Self::Bare),
            None => (is_letter && strip(line).len() < line.len()).then_some(Self::Letters),
        }
    }

    /// Whether a line that nobody knows is numbered so and goes on after the last heading.
    pub(super) fn has(self, line: &str, last: Option<&Number>) -> bool {
        Self::of(line) == Some(self)
            && Number::of(line).is_none_or(|number| last.is_none_or(|last| number.goes_on(last, self)))
    }
}

/// The number of a heading, step by step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    steps: Vec<u8>,
    has_sign: bool,
}

impl Number {
    /// The number that a line begins with, before a word with a capital: `1990-2000 Butik`, `20 timer` and `1. maj` have none.
    pub(super) fn of(line: &str) -> Option<Self> {
        let is_of_number = |letter: char| letter.is_ascii_digit() || letter == '.';
        let (number, rest) = line.trim().split_at(line.trim().find(|letter| !is_of_number(letter))?);
        let is_closed = rest.starts_with(')');
        let rest = rest.strip_prefix(')').unwrap_or(rest);
        let is_apart = rest.starts_with(char::is_whitespace) || number.ends_with('.') || is_closed;
        let heading = rest.trim_start_matches(|sign: char| sign.is_whitespace() || ['–', '-'].contains(&sign));
        if !is_apart || !heading.starts_with(char::is_uppercase) {
            return None;
        }
        let steps = number.strip_suffix('.').unwrap_or(number).split('.');
        let steps: Option<Vec<u8>> = steps.map(|step| step.parse().ok().filter(|_| step.len() <= 2)).collect();
        Some(Self { steps: steps?, has_sign: number.contains('.') || is_closed })
    }

    /// How many steps further in it is than the first: `8.2` is one.
    pub(super) fn depth(&self) -> u16 {
        /// So deep that no heading is told by more.
        const DEEPEST: usize = 3;
        u16::try_from(self.steps.len().saturating_sub(1).min(DEEPEST)).unwrap_or_default()
    }

    /// Whether it is that of a heading below another: `8.2` below `8`.
    pub(super) fn is_below(&self, other: &Self) -> bool {
        self.steps.len() > other.steps.len() && self.steps.starts_with(&other.steps)
    }

    /// Whether it may come next after another, some of which a template may leave out. Without a sign, it has to be the very next.
    fn goes_on(&self, last: &Self, numbers: Numbers) -> bool {
        const LEFT_OUT: u8 = 2;
        let left_out = if numbers == Numbers::Bare { 0 } else { LEFT_OUT };
        let same = self.steps.iter().zip(&last.steps).take_while(|(own, last)| own == last).count();
        let own = self.steps.get(same..).unwrap_or_default();
        let before = last.steps.get(same).copied().unwrap_or_default();
        // Below the first of its steps that differs, it begins anew.
        own.split_first().is_some_and(|(step, below)| {
            let by = step.checked_sub(before);
            by.is_some_and(|by| (1..=left_out + 1).contains(&by)) && below.iter().all(|step| *step <= 1)
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{Number, Numbers};

    #[test]
    fn the_number_of_a_heading_is_told_from_years_periods_and_amounts() {
        for line in ["1. CV", "1.1 CV", "1) CV", "10.Helbred", "2.3. Netværk:"] {
            assert_eq!(Numbers::of(line), Some(Numbers::Digits), "{line}");
        }
        assert_eq!(
            (Numbers::of("3 Netværk"), Numbers::of("b) Netværk")),
            (Some(Numbers::Bare), Some(Numbers::Letters))
        );
        for line in [
            "1994-2003 Kantinemedhjælper",
            "1994-2003 kantinemedhjælper",
            "2012. Flyttede hertil",
            "3 børn på 2, 5 og 9 år",
            "15 timer om ugen",
            "1. maj begyndte hun",
            "04.05.2021",
            "04.05.2021 Samtale",
            "12",
            "1,5 time",
        ] {
            assert_eq!(Numbers::of(line), None, "{line}");
        }
    }

    #[test]
    fn a_number_is_below_the_one_that_it_begins_with() {
        let is_below = |one: &str, other: &str| Number::of(one).unwrap().is_below(&Number::of(other).unwrap());
        assert!(is_below("7.1 Fysisk", "7. Helbred") && is_below("7.1.2 Ryg", "7.1 Fysisk"));
        assert!(!is_below("7. Helbred", "7. Helbred") && !is_below("8.1 Fysisk", "7. Helbred"));
        assert!(!is_below("7. Helbred", "7.1 Fysisk"));
    }

    #[test]
    fn a_number_that_does_not_go_on_is_none_of_a_heading() {
        let has = |line: &str, last: &str| Numbers::Digits.has(line, Number::of(last).as_ref());
        for (line, last) in [
            ("2. Bilag", "1. CV"),
            ("1.1 Kurser", "1. CV"),
            ("2. Bilag", "1.4 CV"),
            ("4. Bilag", "2. CV"),
            ("9. Bilag", "CV"),
        ] {
            assert!(has(line, last), "{line} after {last}");
        }
        for (line, last) in [("1. Kantine", "1. CV"), ("1. Kantine", "3.1 CV"), ("12. Klasse", "2. CV")] {
            assert!(!has(line, last), "{line} after {last}");
        }
        let bare = |line: &str| Numbers::Bare.has(line, Number::of("1 CV").as_ref());
        assert!(bare("2 Bilag") && !bare("3 Kantiner"));
    }
}
