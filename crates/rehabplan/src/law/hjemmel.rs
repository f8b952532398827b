//! Reading the provisions that a plan invokes, however they are spelt.

use crate::letters::{holds, is_letter, lowered, number, spelt};
use crate::plan::{Field, Text};
use crate::reply::Reply;

/// What a plan invokes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hjemmel<'t> {
    /// Nothing.
    Ingen,
    /// One provision or more.
    Bestemmelser(Bestemmelser<'t>),
    /// A provision that is none of those that count: of another act, or "§ 18 a".
    AndenBestemmelse,
    /// Another document, where it stands.
    Henvisning,
    /// Something that names no provision.
    Andet,
    /// Something that cannot be read.
    Ulaeselig,
}

/// The provisions that a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bestemmelser<'t>(&'t str);

/// What a field invokes, whose own act has a name that begins so. Two numbers are no provision: "besluttet 18.2.2020" and
/// "18 år, 2 børn" name none, and § 18 a is another one than § 18.
pub(super) fn hjemmel<'t>(field: &'t Field<Text<'_>>, own: &str) -> Hjemmel<'t> {
    let text = match field {
        Field::Absent => return Hjemmel::Ingen,
        Field::Unreadable => return Hjemmel::Ulaeselig,
        Field::Present(text) => text,
    };
    match text.reply() {
        Reply::Blank | Reply::Nothing => return Hjemmel::Ingen,
        Reply::Reference => return Hjemmel::Henvisning,
        Reply::Answer => {}
    }
    let named = Bestemmelser(text.as_str());
    let (mut is_one, mut is_other) = (false, false);
    named.each(&mut |paragraf, _| if paragraf.is_some() { is_one = true } else { is_other = true });
    match (is_one, is_other) {
        (false, false) => Hjemmel::Andet,
        (true, _) if !is_of_another_act(text.as_str(), own) => Hjemmel::Bestemmelser(named),
        _ => Hjemmel::AndenBestemmelse,
    }
}

/// Whether a text names an act that is none of its own: "sygedagpengelovens § 17, stk. 3", "§ 18, stk. 2, i lov om ...".
fn is_of_another_act(text: &str, own: &str) -> bool {
    let text: String = spelt(text).collect();
    let words = || text.split(|letter| !is_letter(letter));
    let is_act = |word: &str| {
        let stem = ["lovens", "loven", "lov"].iter().find_map(|end| word.strip_suffix(end));
        stem.is_some_and(|stem| !stem.is_empty()) || word == "lab"
    };
    let is_named = holds(&text, "lov om ") || words().any(is_act);
    is_named && !words().any(|word| word.starts_with(own))
}

impl Hjemmel<'_> {
    /// Whether this stykke is among what is invoked.
    pub(super) fn names(self, paragraf: u32, stk: u32) -> bool {
        matches!(self, Self::Bestemmelser(named) if named.has(paragraf, Some(stk)))
    }

    /// Whether this stykke is, or its paragraph without any stykke.
    pub(super) fn may_name(self, paragraf: u32, stk: u32) -> bool {
        self.names(paragraf, stk) || matches!(self, Self::Bestemmelser(named) if named.has(paragraf, None))
    }
}

impl Bestemmelser<'_> {
    fn has(self, paragraf: u32, stk: Option<u32>) -> bool {
        let mut is_there = false;
        self.each(&mut |p, s| is_there |= (p, s) == (Some(paragraf), stk));
        is_there
    }

    /// Goes through them: "§ 12, stk. 1", "12,1" and "§ 12 stk. 1 i bekendtgørelsen" are the same, and so is what stands behind
    /// "jf.": "§ 4, stk. 1, 2. pkt., jf. § 13, stk. 1", "§ 12, stk. 1, jf. stk. 2". None where the text doubts it, or denies it
    /// before or behind the provision. A paragraph with a letter has no number here.
    fn each(self, give: &mut dyn FnMut(Option<u32>, Option<u32>)) {
        if Signs(self.0).any(|sign| matches!(sign, Sign::Doubt | Sign::Mark('?'))) {
            return;
        }
        /// "Ikke omfattet af § 18": so many words behind, a provision is one that does not apply.
        const NOT: usize = 3;
        let (mut signs, mut is_first) = (Signs(self.0), true);
        let (mut paragraf, mut since_not) = (None, NOT);
        // "§§ 17 og 18".
        let mut are_several = false;
        // "Stk. 2 i § 18".
        let mut before = None;
        while let Some(sign) = signs.next() {
            match sign {
                Sign::Paragraf => {
                    let is_name = |sign: &Sign| matches!(sign, Sign::Paragraf | Sign::Mark('.'));
                    let Some(Sign::Number(number)) = signs.clone().find(|sign| !is_name(sign)) else { continue };
                    are_several = signs.clone().next() == Some(Sign::Paragraf);
                    signs.find(|sign| matches!(sign, Sign::Number(_)));
                    paragraf = (!signs.goes_on_with_a_letter()).then_some(number);
                    let stk = signs.stk(!are_several).or(before.take());
                    if since_not < NOT || signs.denies() {
                        paragraf = None;
                    } else {
                        give(paragraf, stk);
                    }
                }
                Sign::Number(number) if are_several && since_not >= NOT => {
                    paragraf = Some(number);
                    give(paragraf, signs.stk(false));
                }
                // Without its sign it is a paragraph only where nothing else is said, or with the word for the stykke.
                Sign::Number(number) if is_first => {
                    let mut behind = signs.clone();
                    let is_short = behind.stk(true).is_some() && behind.next().is_none();
                    if let Some(stk) = signs.stk(is_short)
                        && !signs.denies()
                    {
                        paragraf = Some(number);
                        give(paragraf, Some(stk));
                    }
                }
                Sign::Stk => match (paragraf, signs.number()) {
                    (Some(_), Some(stk)) => give(paragraf, Some(stk)),
                    (None, stk) => before = stk,
                    _ => {}
                },
                Sign::Not => since_not = 0,
                Sign::Word => since_not += 1,
                Sign::Number(_) | Sign::Pkt | Sign::Doubt => {}
                Sign::Mark(_) => since_not = NOT,
            }
            is_first = false;
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Paragraf,
    Stk,
    Pkt,
    Not,
    /// "Nej", "hverken", "måske".
    Doubt,
    Number(u32),
    Word,
    Mark(char),
}

/// What a text is made of, without its blanks.
#[derive(Clone)]
struct Signs<'t>(&'t str);

impl Signs<'_> {
    /// The stykke that follows, behind a comma or not; in short only its number: "12,1".
    fn stk(&mut self, in_short: bool) -> Option<u32> {
        let mut ahead = self.clone();
        if matches!(ahead.clone().next(), Some(Sign::Mark(',' | '.' | '(' | '/' | '-'))) {
            ahead.next();
        }
        let stk = match ahead.next()? {
            Sign::Stk => ahead.number()?,
            // "§ 18, 2. pkt." has none.
            Sign::Number(stk) if in_short && ahead.clone().find(|sign| *sign != Sign::Mark('.')) != Some(Sign::Pkt) => {
                stk
            }
            _ => return None,
        };
        *self = ahead;
        Some(stk)
    }

    /// The number that follows, behind a full stop or not.
    fn number(&mut self) -> Option<u32> {
        let mut ahead = self.clone();
        match ahead.find(|sign| *sign != Sign::Mark('.')) {
            Some(Sign::Number(number)) => {
                *self = ahead;
                Some(number)
            }
            _ => None,
        }
    }

    /// "§ 18, stk. 2, er ikke anvendt".
    fn denies(&self) -> bool {
        let mut signs = self.clone().filter(|sign| !matches!(sign, Sign::Mark(_)));
        matches!((signs.next(), signs.next()), (Some(Sign::Not), _) | (Some(Sign::Word), Some(Sign::Not)))
    }

    /// "§ 17 a": but "§ 17 i lov om social pension" goes on.
    fn goes_on_with_a_letter(&self) -> bool {
        let mut letters = self.0.trim_start().chars();
        letters.next().is_some_and(|first| is_letter(first) && !first.is_ascii_digit() && first != 'i')
            && !letters.next().is_some_and(is_letter)
    }
}

impl Iterator for Signs<'_> {
    type Item = Sign;

    fn next(&mut self) -> Option<Sign> {
        let rest = self.0.trim_start();
        let first = rest.chars().next()?;
        let (is_number, is_word) = (first.is_ascii_digit(), is_letter(first));
        let mut end = 0;
        for letter in rest.chars() {
            let goes_on = is_word && is_letter(letter) && letter.is_ascii_digit() == is_number;
            if end > 0 && !goes_on {
                break;
            }
            end += letter.len_utf8();
        }
        let (sign, after) = rest.split_at_checked(end)?;
        self.0 = after;
        Some(match first {
            '§' => Sign::Paragraf,
            _ if is_number => Sign::Number(number(sign, 10)?),
            _ if is_word => match lowered(sign).as_str() {
                "paragraf" | "paragraffen" | "par" | "pgf" => Sign::Paragraf,
                "stk" | "stykke" => Sign::Stk,
                "pkt" | "punktum" => Sign::Pkt,
                "ikke" => Sign::Not,
                "nej" | "hverken" | "måske" | "undtagen" => Sign::Doubt,
                _ => Sign::Word,
            },
            mark => Sign::Mark(mark),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Hjemmel, hjemmel};
    use crate::plan::Field;

    #[test]
    fn a_provision_is_read_however_it_is_spelt() {
        for (text, paragraf, stk) in [
            ("12,1", 12, 1),
            ("12, 1", 12, 1),
            ("12.1", 12, 1),
            ("12 stk. 1", 12, 1),
            ("12, stk. 1, i bekendtgørelsen", 12, 1),
            ("§ 12, stk. 1", 12, 1),
            ("§12,1", 12, 1),
            ("§§ 12, stk. 1, og 13", 12, 1),
            ("§§ 12 og 13, stk. 1", 13, 1),
            ("Paragraf 12 stykke 1", 12, 1),
            ("Bekendtgørelse nr. 1578 § 12, stk. 1", 12, 1),
            ("§ 12 stk. 1 i bekendtgørelsen", 12, 1),
            ("§ 4, stk. 1, 2. pkt., jf. § 13, stk. 1", 13, 1),
            ("§ 4, stk. 1, 2. pkt., jf. stk. 2", 4, 2),
            ("§ 12, stk. 1, jf. stk. 2", 12, 2),
            ("lovbekendtgørelse nr. 984 af 23. august 2019 § 18, stk. 2", 18, 2),
            ("jf. § 16, stk. 3, nr. 2, og § 18, stk. 2", 18, 2),
            ("§ 18 i lov om social pension, stk. 2", 18, 2),
            ("Det kan ikke blive bedre, § 18, stk. 2", 18, 2),
            ("§ 18, stk. 2, da evnen klart ikke kan blive bedre", 18, 2),
            ("pensionslovens § 18, stk. 2", 18, 2),
            ("§ 17, stk. 3, i lov om social pension", 17, 3),
            ("17/3", 17, 3),
            ("17-3", 17, 3),
            ("§17stk3", 17, 3),
            ("par. 17, stk. 3", 17, 3),
            ("pgf. 18 stk. 2", 18, 2),
            ("§ 17 (3)", 17, 3),
            ("stk. 2 i § 18", 18, 2),
        ] {
            let field = Field::from(text);
            assert!(hjemmel(&field, "pension").names(paragraf, stk), "{text}");
            assert!(!hjemmel(&field, "pension").names(paragraf, 9), "{text}");
        }
    }

    #[test]
    fn two_numbers_are_no_provision() {
        for text in [
            "Besluttet 18.2.2020",
            "18.2.2020",
            "18/2 2020",
            "18 år, 2 børn",
            "18 2. pkt.",
            "ikke § 18, stk. 2",
            "Ikke omfattet af § 18, stk. 2",
            "stk. 2",
            "18",
            "se § ",
            "§ stk. 2",
            "§ 18, stk. 2, er ikke anvendt",
            "§ 18, stk. 2 kan ikke anvendes",
            "§ 18, stk. 2 (ikke relevant)",
            "§ 18, stk. 2: nej",
            "måske § 18, stk. 2",
            "hverken § 17, stk. 3, eller § 18, stk. 2",
            "§ 18, stk. 2?",
        ] {
            let field = Field::from(text);
            assert_eq!(hjemmel(&field, "pension"), Hjemmel::Andet, "{text}");
        }
        for text in [
            "§ 18 a, stk. 2",
            "§ 18a, stk. 2",
            "servicelovens § 17, stk. 3",
            "§ 17, stk. 3, i lov om sygedagpenge",
            "LAB § 17, stk. 3",
        ] {
            let field = Field::from(text);
            assert_eq!(hjemmel(&field, "pension"), Hjemmel::AndenBestemmelse, "{text}");
        }
        let both = Field::from("§§ 17 og 18");
        assert!(hjemmel(&both, "pension").may_name(17, 3) && hjemmel(&both, "pension").may_name(18, 2));
        assert!(!hjemmel(&Field::from("§ 18, stk. 1"), "pension").may_name(18, 2));
        assert_eq!(hjemmel(&Field::from("ikke § 18 a, stk. 2"), "pension"), Hjemmel::Andet);
        let without = Field::from("§ 18, 2. pkt.");
        assert!(!hjemmel(&without, "pension").names(18, 2) && hjemmel(&without, "pension").may_name(18, 2));
    }
}
