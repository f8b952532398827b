//! Which requirements are meant by a provision: `§ 7`, `7`, `§7, stk. 2`, `§ 5, stk. 1, nr. 1, 2. pkt.`,
//! `§ 5, stk. 2 (2. led)`, or the beginning of an id: `P7`, `P7.2`.

use std::collections::BTreeSet;

use super::{AnyRule, rules};
use crate::law::{self, Provision};

/// A place in the regulation, as far as it was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cited(Provision);

impl Cited {
    /// Reads a citation in any of its spellings; `None` for what is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        // The part of a sentence stands last, in brackets, and is one of those that the regulation was divided into.
        let (lower, led) = match lower.trim_end().strip_suffix(')') {
            Some(open) => {
                let (place, named) = open.split_once('(')?;
                let mut known = law::UNITS.iter().filter_map(|unit| unit.provision.led);
                (place, Some(known.find(|led| *led == named.trim())?))
            }
            None => (&*lower, None),
        };
        // A number and a word that stand together are two.
        let is_part = |one: char, next: char| {
            one.is_alphabetic() == next.is_alphabetic() && one.is_numeric() == next.is_numeric()
        };
        let mut words = Vec::new();
        for piece in lower.split([' ', ',', '.', '\u{a0}']) {
            let letters: Vec<char> = piece.chars().collect();
            words
                .extend(letters.chunk_by(|one, next| is_part(*one, *next)).map(|word| word.iter().collect::<String>()));
        }
        let mut words = words.iter().map(String::as_str).peekable();
        words.next_if(|word| matches!(*word, "§" | "paragraf" | "section"));
        let mut place = Provision::p(words.next()?.parse().ok()?);
        while let Some(word) = words.next() {
            let number = |word: Option<&str>| word.and_then(|word| word.parse::<u8>().ok());
            place = match word {
                "stk" if place.stk.is_none() => place.stk(number(words.next())?),
                "nr" if place.nr.is_none() => place.nr(number(words.next())?),
                _ => {
                    let pkt = number(Some(word))?;
                    words.next_if(|word| *word == "pkt")?;
                    place.pkt(pkt)
                }
            };
        }
        Some(Self(Provision { led, ..place }))
    }

    /// Reads several that are named together: `§§ 7-8`, `§ 7 og § 9, stk. 1`; `None` where any of them is none, or there is only one.
    #[must_use]
    pub fn several(text: &str) -> Option<Vec<Self>> {
        let lower = text.trim().to_lowercase();
        let places = lower.strip_prefix("§§").unwrap_or(&lower);
        let paragraph = |text: &str| text.trim().trim_start_matches('§').trim().parse::<u8>().ok();
        if let Some((first, last)) = places.split_once(['-', '–'])
            && let (Some(first), Some(last)) = (paragraph(first), paragraph(last))
        {
            return (first < last).then(|| (first..=last).map(|paragraf| Self(Provision::p(paragraf))).collect());
        }
        let each = places.split(" og ").flat_map(|part| part.split(" and ")).map(Self::parse);
        each.collect::<Option<Vec<_>>>().filter(|places| places.len() > 1)
    }

    /// Whether a provision lies in the place. Where a paragraph has only one stykke, it may be named all the same.
    fn holds(self, provision: Provision) -> bool {
        let Self(place) = self;
        let is_in = |named: Option<u8>, own: Option<u8>| named.is_none_or(|named| own == Some(named));
        place.paragraf == provision.paragraf
            && is_in(place.stk, provision.stk.or(Some(1)))
            && is_in(place.nr, provision.nr)
            && is_in(place.pkt, provision.pkt)
            && (place.led.is_none() || place.led == provision.led)
    }

    /// Whether the regulation has the place at all, whether or not a requirement belongs to it.
    #[must_use]
    pub fn exists(self) -> bool {
        law::UNITS.iter().any(|unit| self.holds(unit.provision))
    }

    /// The nearest place around it that the regulation has, and how that is divided: `§ 3` and `stk. 1-4` for `§ 3, stk. 9`. The
    /// division is empty where it has none that was asked for; `None` where there is no such paragraph.
    #[must_use]
    pub fn around(self) -> Option<(Self, String)> {
        type Number = fn(Provision) -> Option<u8>;
        let Self(Provision { paragraf, stk, nr, .. }) = self;
        let paragraph = Provision::p(paragraf);
        let in_stk = Provision { stk, ..paragraph };
        // What it was divided into to be checked is no numbering of the regulation's.
        let wider: [(Provision, &str, Number); 4] = [
            (Provision { led: None, ..self.0 }, "", |_| None),
            (Provision { nr, ..in_stk }, "pkt.", |unit| unit.pkt),
            (in_stk, "nr.", |unit| unit.nr),
            (paragraph, "stk.", |unit| unit.stk),
        ];
        let (place, of, number) = wider.into_iter().find(|(place, ..)| *place != self.0 && Self(*place).exists())?;
        let units = law::UNITS.iter().map(|unit| unit.provision).filter(|unit| Self(place).holds(*unit));
        let numbers: BTreeSet<u8> = units.filter_map(number).collect();
        Some((Self(place), division(of, &numbers)))
    }

    /// What belongs to the place, in the order of the law; nothing where no requirement does.
    #[must_use]
    pub fn rules(self) -> Vec<AnyRule> {
        let provision = |rule: &AnyRule| match rule {
            AnyRule::Rule(rule) => Some(rule.provision),
            AnyRule::Scope(scope) => Some(scope.provision),
            AnyRule::Added(_) => None,
        };
        rules().filter(|rule| provision(rule).is_some_and(|provision| self.holds(provision))).collect()
    }
}

/// Numbers under what they are numbers of: `stk. 1-4`, `nr. 2`, `1.-3. pkt.`.
fn division(of: &str, numbers: &BTreeSet<u8>) -> String {
    let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else { return String::new() };
    let is_pkt = of == "pkt.";
    let dot = if is_pkt { "." } else { "" };
    let range = if first == last { format!("{first}{dot}") } else { format!("{first}{dot}-{last}{dot}") };
    if is_pkt { format!("{range} {of}") } else { format!("{of} {range}") }
}

impl std::fmt::Display for Cited {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

/// The rules whose ids go on where `beginning` stops: those of `P7.2` for `P7`; none for an empty text.
#[must_use]
pub fn going_on(beginning: &str) -> Vec<AnyRule> {
    let beginning = beginning.trim().trim_end_matches('.').to_lowercase();
    let goes_on = |rule: &AnyRule| {
        let id = rule.id().to_lowercase();
        id.strip_prefix(&beginning).is_some_and(|rest| rest.starts_with(['.', '/']))
    };
    if beginning.is_empty() { Vec::new() } else { AnyRule::all().filter(goes_on).collect() }
}

#[cfg(test)]
mod tests {
    use super::{Cited, going_on};
    use crate::catalogue::{AnyRule, rules};

    #[test]
    fn a_citation_is_read_in_any_spelling() {
        for (text, cited) in [
            ("§ 7", "§ 7"),
            ("7", "§ 7"),
            ("§7", "§ 7"),
            ("§\u{a0}7, stk. 2", "§ 7, stk. 2"),
            ("7 stk 2", "§ 7, stk. 2"),
            ("§7,stk.2,2.pkt.", "§ 7, stk. 2, 2. pkt."),
            ("Paragraf 5, stk. 1, nr. 1, 2. pkt.", "§ 5, stk. 1, nr. 1, 2. pkt."),
            ("5 stk 2 (2. LED) ", "§ 5, stk. 2 (2. led)"),
        ] {
            assert_eq!(Cited::parse(text).map(|place| place.to_string()).as_deref(), Some(cited), "{text}");
        }
        for text in [
            "",
            "§",
            "P7",
            "§ 7 a",
            "§ 7, stk.",
            "§ 7, 2",
            "§ 300",
            "P3.1.4",
            "proces/PR1",
            "7 8",
            "§ 5 (x)",
            "§ 5 )",
            "(2. led)",
        ] {
            assert_eq!(Cited::parse(text), None, "{text}");
        }
    }

    #[test]
    fn several_are_read_that_are_named_together() {
        let several =
            |text| Cited::several(text).map(|all| all.iter().map(Cited::to_string).collect::<Vec<_>>().join("; "));
        for (text, cited) in [
            ("§§ 7-8", Some("§ 7; § 8")),
            ("§§ 7–9", Some("§ 7; § 8; § 9")),
            ("7 - 8", Some("§ 7; § 8")),
            ("§§ 7 og 9", Some("§ 7; § 9")),
            ("§ 7, stk. 2, og § 9", Some("§ 7, stk. 2; § 9")),
            ("§ 7 and § 9", Some("§ 7; § 9")),
            ("§ 7", None),
            ("§§ 8-7", None),
            ("§ 7 og noget", None),
            ("P7-8", None),
        ] {
            assert_eq!(several(text).as_deref(), cited, "{text}");
        }
    }

    #[test]
    fn a_place_holds_what_belongs_to_it() {
        let ids = |text| Cited::parse(text).map(|place| place.rules().into_iter().map(AnyRule::id).collect::<Vec<_>>());
        assert_eq!(ids("§ 16"), Some(vec!["P16.1"]));
        // § 11 has one stykke, which the regulation does not number.
        assert_eq!(ids("§ 11, stk. 1, nr. 2"), Some(vec!["P11.1.2"]));
        assert_eq!(ids("§ 11, nr. 2"), ids("§ 11, stk. 1, nr. 2"));
        assert_eq!(ids("§ 17"), Some(vec![]));
        let all = ids("§ 7").unwrap_or_default();
        assert!(all.iter().all(|id| id.starts_with("P7.")) && all.len() > 5, "{all:?}");
        let second = ids("§ 7, stk. 2").unwrap_or_default();
        assert!(second.iter().all(|id| id.starts_with("P7.2.")) && !second.is_empty(), "{second:?}");
    }

    #[test]
    fn every_provision_is_read_as_it_is_shown() {
        for rule in rules() {
            let provision = match rule {
                AnyRule::Rule(rule) => rule.provision,
                AnyRule::Scope(scope) => scope.provision,
                AnyRule::Added(_) => continue,
            };
            let place = Cited::parse(&provision.to_string());
            assert_eq!(place, Some(Cited(provision)));
            let belongs = place.map_or_else(Vec::new, Cited::rules);
            assert!(belongs.contains(&rule), "{provision}");
        }
        let ids = |text| Cited::parse(text).map(|place| place.rules().into_iter().map(AnyRule::id).collect::<Vec<_>>());
        // Of the two halves of a sentence, only the one that is named.
        assert_eq!(ids("§ 2, stk. 2 (1. led)"), Some(vec!["P2.2.a"]));
        assert_eq!(ids("§ 2, stk. 2 (2. led)"), Some(vec!["P2.2.b"]));
    }

    #[test]
    fn a_place_that_is_none_has_one_around_it() {
        let around = |text| {
            let place = Cited::parse(text).filter(|place| !place.exists())?;
            place.around().map(|(place, parts)| format!("{place}: {parts}"))
        };
        for (text, known) in [
            ("§ 3, stk. 9", "§ 3: stk. 1-4"),
            ("§ 3, stk. 1, nr. 9", "§ 3, stk. 1: nr. 1-7"),
            ("§ 3, stk. 9, nr. 1", "§ 3: stk. 1-4"),
            ("§ 7, stk. 2, 4. pkt.", "§ 7, stk. 2: 1.-3. pkt."),
            ("§ 16, stk. 2", "§ 16: "),
            ("§ 6, 1. pkt. (lempelse)", "§ 6, 1. pkt.: "),
        ] {
            assert_eq!(around(text).as_deref(), Some(known), "{text}");
        }
        for text in ["§ 17, stk. 2", "§ 3, stk. 1", "§ 6, 2. pkt."] {
            assert_eq!(around(text), None, "{text}");
        }
    }

    #[test]
    fn the_beginning_of_an_id_stands_for_all_that_go_on() {
        let ids = |text| going_on(text).into_iter().map(AnyRule::id).collect::<Vec<_>>();
        assert_eq!(
            Some(ids("p7")),
            Cited::parse("7").map(|place| place.rules().into_iter().map(AnyRule::id).collect())
        );
        assert!(ids("P3.1").iter().all(|id| id.starts_with("P3.1.")) && !ids("P3.1").contains(&"P3.1"));
        assert!(ids("proces").contains(&"proces/PR1"));
        assert_eq!(ids(""), [""; 0]);
        assert_eq!(ids("P99"), [""; 0]);
    }
}
