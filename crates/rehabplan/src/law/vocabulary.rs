//! The words of the checks, as a person reads them.

use super::Rule;
use super::words::{Check, If};
use crate::plan::place::Place;
use crate::plan::{FieldKind, Plan};
use crate::text::{Lang, Said, Wording, text};

/// One word that checks are said in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Word {
    /// The word, as it stands in the rules.
    pub name: &'static str,
    /// What is checked.
    pub meaning: Wording,
}

macro_rules! words {
    ($($name:ident: $da:literal, $en:literal;)*) => {
        /// The words that checks are said in: what they ask of a place of the plan, and then what they do with other checks.
        pub const VOCABULARY: &[Word] = &[$(Word { name: stringify!($name), meaning: text($da, $en) }),*];

        impl Check {
            /// The word; `None` for a check that is a function.
            fn word(&self) -> Option<&'static str> {
                match self {
                    $(Self::$name { .. } => Some(stringify!($name)),)*
                    Self::Own(_) | Self::Unsaid => None,
                }
            }
        }
    };
}

words! {
    Answered:
        "Der er et svar i ord. »Ingen« er ikke svar nok og giver en advarsel; en henvisning til et dokument og det, der ikke kan læses, kan ikke afgøres",
        "There is an answer in words. \"Ingen\" is not enough and is worth a warning; a reference to a document, and what cannot be read, cannot be determined";
    AnsweredOrNone:
        "Der er et svar i ord; »ingen« er et svar",
        "There is an answer in words; \"ingen\" is one";
    Decided:
        "Der er svaret ja eller nej, valgt en kode eller angivet et tal. Nej er et svar, og 0 er et svar",
        "There is a yes or a no, a code or a number. No is an answer, and so is 0";
    DecidedWith:
        "Der er svaret ja eller nej, og ved ja er den tekst udfyldt, der hører til. Nej er et svar",
        "There is a yes or a no, and with a yes the text that goes with it. No is an answer";
    ThereOrNone:
        "Der er mindst én post, eller planen siger udtrykkeligt, at der ingen er",
        "There is at least one entry, or the plan says expressly that there is none";
    Documented:
        "Der er mindst ét dokument, eller en henvisning til et",
        "There is at least one document, or a reference to one";
    DocumentedOrNone:
        "Der er mindst ét dokument, eller planen siger udtrykkeligt, at der ingen er",
        "There is at least one document, or the plan says expressly that there is none";
    AnsweredOrListed:
        "Der er et svar i ord, eller mindst én post i listen har feltet udfyldt; »ingen« giver en advarsel",
        "There is an answer in words, or at least one entry of the list has the field filled in; \"ingen\" is worth a warning";
    Described:
        "Mindst én post i listen har feltet udfyldt",
        "At least one entry of the list has the field filled in";
    Each:
        "Feltet er udfyldt i hver post. Ikke relevant, når der ingen poster er",
        "The field is filled in in every entry. Not relevant when there are no entries";
    EachOrOne:
        "Feltet er udfyldt i hver post, eller der er ét fælles svar, som også gælder en post, der siger »ingen«. Uden det giver »ingen« en advarsel, i en post og i det fælles felt. Ikke relevant, når der ingen poster er",
        "The field is filled in in every entry, or there is one answer for all of them, which also serves an entry that says \"ingen\". Without it \"ingen\" is worth a warning, in an entry and in the common field. Not relevant when there are no entries";
    OwnOrJoint:
        "Feltet er udfyldt; et fælles felt for flere krav godtages med en advarsel, som kun gives én gang",
        "The field is filled in; one field for several requirements is accepted with a warning, which is given once";
    OrAttached:
        "Feltet er udfyldt; er det tomt, men er noget vedlagt, kan det ikke afgøres, for en maskine kan ikke læse det",
        "The field is filled in; where it is blank but something is attached, it cannot be determined, since a machine cannot read that";
    NotAfter:
        "Den ene dato ligger ikke efter den anden; samme dag er nok. Mangler en af dem, kan det ikke afgøres",
        "One date is not after another; the same day will do. Without either it cannot be determined";
    Repeats:
        "Kravet gentager andre krav: svaret er det alvorligste af deres, og manglen er deres",
        "The requirement repeats others: the answer is the gravest of theirs, and the finding is theirs";
    Review:
        "Intet kontrolleres; et menneske vurderer",
        "Nothing is checked; a person judges";
    Then:
        "Det, der følger, og når det er opfyldt, noget mere, som er særligt for kravet",
        "What follows, and where that is met, something more that is particular to the requirement";
    All:
        "Alt det, der følger",
        "All of what follows";
    Either:
        "Det ene af to",
        "One of two";
    When:
        "Kun under en betingelse. Er den ikke til stede, er kravet ikke relevant; er den ukendt, kan det ikke afgøres",
        "Only under a condition. Where it is not there, the requirement is not relevant; where it is unknown, it cannot be determined";
    In:
        "Kun når den del af planen, kravet angår, findes; indsatsdelen også, når den står i Min Plan",
        "Only where the part of the plan that the requirement is about exists; the indsatsdel also when it stands in Min Plan";
}

impl Rule {
    /// The words of the [`VOCABULARY`] that the check is said in, the outermost first; none where it is a function, or a part
    /// of it is.
    #[must_use]
    pub fn words(&self) -> Vec<&'static str> {
        let mut words = Vec::new();
        let mut is_said = true;
        self.check.each(&mut |check| match check.word() {
            Some(word) if !words.contains(&word) => words.push(word),
            word => is_said &= word.is_some(),
        });
        if is_said { words } else { Vec::new() }
    }

    /// What is checked, in words, without a full stop.
    ///
    /// ```
    /// use rehabplan::{Lang, law};
    ///
    /// let rule = law::rule("P9.1.1.a").expect("a rule");
    /// assert_eq!(rule.words(), ["When", "Answered"]);
    /// assert_eq!(
    ///     rule.checked(Lang::En),
    ///     "Where the team recommends a fleksjob: \"Clarified as to education and employment\" \
    ///           (`/indstilling/fleksjob/afklaret`) is answered; \"ingen\" is worth a warning"
    /// );
    /// ```
    #[must_use]
    pub fn checked(&self, lang: Lang) -> String {
        let said = said(&self.check, self.own, lang);
        let mut letters = said.chars();
        let first = letters.next();
        first.into_iter().flat_map(char::to_uppercase).chain(letters).collect()
    }
}

/// What is checked, as a sentence that goes on.
///
/// What a function looks at, its rule says.
fn said(check: &Check, own: Said, lang: Lang) -> String {
    let say = |da: &'static str, en: &'static str| text(da, en).get(lang);
    let place = |pointer: &str| named(pointer, lang);
    let kind = |pointer| Plan::field(pointer).map(|field| field.kind);
    let list = |checks: &[Check]| {
        let parts: Vec<_> = checks.iter().map(|check| said(check, own, lang)).collect();
        parts.join("; ")
    };
    let answered = say("er besvaret; »ingen« giver en advarsel", "is answered; \"ingen\" is worth a warning");
    let chosen = say("er valgt", "is chosen");
    match *check {
        Check::Answered(at) => format!("{} {answered}", place(at.pointer)),
        Check::AnsweredOrNone(at) => {
            format!(
                "{} {}",
                place(at.pointer),
                say("er besvaret; »ingen« er et svar", "is answered; \"ingen\" is an answer")
            )
        }
        Check::Decided(at) => {
            let decided = match kind(at.pointer) {
                Some(FieldKind::Code { .. }) => chosen,
                Some(FieldKind::Number) => say("er angivet; 0 er et svar", "is stated; 0 is an answer"),
                _ => say("er besvaret med ja eller nej", "is answered with yes or no"),
            };
            format!("{} {decided}", place(at.pointer))
        }
        Check::DecidedWith(decision, with, note) => format!(
            "{} {} {} {}",
            place(decision.pointer),
            say("er besvaret med ja eller nej, og ved ja", "is answered with yes or no, and with a yes"),
            place(with.pointer),
            match note {
                None => say("er besvaret", "is answered"),
                Some(_) => say(
                    "er besvaret; et ja uden det giver en advarsel",
                    "is answered; a yes without it is worth a warning"
                ),
            }
        ),
        Check::Documented(list) => {
            format!("{} {}", place(list.pointer), say("har mindst ét dokument", "has at least one document"))
        }
        Check::ThereOrNone(Place { pointer, .. }, none) | Check::DocumentedOrNone(Place { pointer, .. }, none) => {
            format!(
                "{} {} {} {}",
                place(pointer),
                say("har mindst én post, eller", "has at least one entry, or"),
                place(none.pointer),
                say("siger, at der ingen er", "says that there is none")
            )
        }
        Check::AnsweredOrListed(at, entries) => format!(
            "{} {} {} {}",
            place(at.pointer),
            say("er besvaret, eller", "is answered, or"),
            place(entries.pointer),
            say(
                "er udfyldt i mindst én post; »ingen« giver en advarsel",
                "is filled in in at least one entry; \"ingen\" is worth a warning"
            )
        ),
        Check::Described(every) => {
            format!(
                "{} {} {answered}",
                say("mindst ét sted i listen:", "at least once in the list:"),
                place(every.pointer)
            )
        }
        Check::Each(lists) => {
            let places: Vec<_> = lists.iter().map(|every| place(every.pointer)).collect();
            let are_codes = lists.iter().all(|every| matches!(kind(every.pointer), Some(FieldKind::Code { .. })));
            let answered = if are_codes { chosen } else { answered };
            format!("{} {} {answered}", say("i hver post:", "in every entry:"), places.join(say(" og ", " and ")))
        }
        Check::EachOrOne(every, one) => format!(
            "{} {} {}, {} {}; {}",
            say("i hver post:", "in every entry:"),
            place(every.pointer),
            say("er besvaret", "is answered"),
            say("eller samlet i", "or for all of them in"),
            place(one.pointer),
            say(
                "uden et fælles svar giver »ingen« en advarsel; ikke relevant, når der ingen poster er",
                "without an answer for all, \"ingen\" is worth a warning; not relevant when there are no entries"
            )
        ),
        Check::OwnOrJoint(own_check, joint, _) => format!(
            "{}; {} {} {}",
            said(own_check, own, lang),
            say("et fælles svar i", "a joint answer in"),
            place(joint.pointer),
            say("godtages med en advarsel", "is accepted with a warning")
        ),
        Check::OrAttached(check, document) => format!(
            "{}; {} {}, {}",
            said(check, own, lang),
            say("er det tomt, og", "where it is blank and"),
            document.words.get(lang),
            say("kan det ikke afgøres", "it cannot be determined")
        ),
        Check::NotAfter(earlier, later) => format!(
            "{} {} {}; {}",
            place(earlier.pointer),
            say("ligger ikke efter", "is not after"),
            place(later.pointer),
            say("samme dag er nok", "the same day will do")
        ),
        Check::Repeats(rules) => {
            let ids: Vec<_> = rules.iter().map(|rule| rule.id).collect();
            format!("{} {}", say("svaret følger", "the answer follows"), ids.join(", "))
        }
        Check::Review => say("intet; et menneske vurderer", "nothing; a person judges").to_owned(),
        Check::Then(check, further) => {
            format!("{}, {} {}", said(check, own, lang), say("og", "and"), further.words.get(lang))
        }
        Check::All(checks) => list(checks),
        Check::Either(one, other) => {
            format!("{} {} {}", said(one, own, lang), say("– eller", "– or"), said(other, own, lang))
        }
        Check::When(condition, check) => {
            let condition = match condition {
                If::Yes(at) => format!("{} {}", place(at.pointer), say("er besvaret med ja", "is answered with yes")),
                If::Is(circumstance) => circumstance.words.get(lang).to_owned(),
            };
            format!("{} {condition}: {}", say("hvor", "where"), said(check, own, lang))
        }
        Check::In(gate, check) => {
            format!("{} {}: {}", say("hvor", "where"), gate.words.get(lang), said(check, own, lang))
        }
        Check::Own(_) | Check::Unsaid => own.get(lang).to_owned(),
    }
}

/// A place as a person knows it.
fn named(pointer: &str, lang: Lang) -> String {
    let of_list = || Plan::field(pointer.strip_suffix("/*")?);
    match Plan::field(pointer).or_else(of_list) {
        Some(field) if lang == Lang::Da => format!("»{}« (`{pointer}`)", field.title.da),
        Some(field) => format!("\"{}\" (`{pointer}`)", field.title.get(lang)),
        None => format!("`{pointer}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::{Texts, rules};

    /// A function says what it looks at, and what is said in words is not said by the rule again.
    #[test]
    fn every_rule_says_what_is_checked_and_says_it_once() {
        for rule in rules() {
            let mut is_own = false;
            rule.check.each(&mut |check| is_own |= matches!(check, Check::Own(_)));
            for lang in Lang::ALL.iter().copied() {
                let (id, own, checked) = (rule.id, rule.own.get(lang), rule.checked(lang));
                assert_eq!(is_own, !own.is_empty(), "{id}: {own}");
                let ends_so = checked.to_lowercase().ends_with(&own.to_lowercase()) && !checked.ends_with(['.', ':']);
                assert!(ends_so && checked.len() > 20, "{id}: {checked}");
                let goes_on = own.chars().next().is_none_or(|first| first.is_lowercase() || own.starts_with("CV"));
                assert!(goes_on, "{id} goes on after a condition: {own}");
                let Texts { demand, finding, remedy, .. } = rule.texts;
                let is_other = |text: &Said| text.get(lang) != own;
                assert!([demand, finding, remedy].iter().all(is_other), "{id} repeats one of its texts: {own}");
            }
        }
    }
}
