//! Names of columns and headings: whether two are the same, and which one was most likely meant.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use rehabplan::text::nearest;

use crate::record::{Field, NameKind};

/// A name without what only the look of a sheet put into it: line breaks, several blanks, blanks around it.
pub(crate) fn tidy(name: &str) -> Cow<'_, str> {
    let words = || name.split_whitespace();
    if words().map(str::len).sum::<usize>() + words().count().saturating_sub(1) == name.len()
        && !name.contains(['\n', '\t'])
    {
        return name.into();
    }
    words().collect::<Vec<_>>().join(" ").into()
}

/// The letters and digits of a name in lower case.
pub(crate) fn letters(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A name by its letters and digits alone, whichever way Danish letters are written.
pub(crate) fn folded(name: &str) -> String {
    let mut plain = String::new();
    for letter in name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase) {
        match letter {
            'æ' => plain.push_str("ae"),
            'ø' | 'ö' => plain.push_str("oe"),
            'å' => plain.push_str("aa"),
            letter => plain.push(letter),
        }
    }
    plain
}

/// A name in the one form that all ways of writing it have: as [`folded`], and with one word for what means the same between
/// others, be it cut short or not.
pub(crate) fn normal(name: &str) -> String {
    const REGARDING: &str = "ift";
    const PHRASES: [(&[&str], &str); 21] = [
        (&["begr"], "begrundelse"),
        (&["beh"], "behandling"),
        (&["forb"], "forberedende"),
        (&["fors"], "forsoergelses"),
        (&["helbr"], "helbreds"),
        (&["igangv"], "igangvaerende"),
        (&["udarb"], "udarbejdet"),
        (&["vurd"], "vurdering"),
        // Of outcomes it is short for something else.
        (&["udf", "sociale"], "udfordringersociale"),
        (&["udf", "soc"], "udfordringersociale"),
        (&["udf", "beskaeftigelse"], "udfordringerbeskaeftigelse"),
        (&["i", "forhold", "til"], REGARDING),
        (&["i", "forbindelse", "med"], REGARDING),
        (&["ifm"], REGARDING),
        (&["vedr"], REGARDING),
        (&["vedroerende"], REGARDING),
        (&["og", "eller"], "og"),
        (&["eller"], "og"),
        (&["maaneder"], "mdr"),
        (&["maaned"], "mdr"),
        (&["md"], "mdr"),
    ];
    let words: Vec<String> = name.split(|letter: char| !letter.is_alphanumeric()).map(folded).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
    let (mut rest, mut plain) = (words.as_slice(), String::new());
    while let Some((first, more)) = rest.split_first() {
        let phrase = PHRASES.iter().find_map(|(phrase, word)| Some((*word, rest.strip_prefix(*phrase)?)));
        let (word, after) = phrase.unwrap_or((first, more));
        plain.push_str(word);
        rest = after;
    }
    plain
}

/// Names in that form, to be worked out once and asked about often.
pub(crate) fn normals<'n>(names: impl IntoIterator<Item = &'n str>) -> HashSet<String> {
    names.into_iter().map(normal).collect()
}

/// The fields of a source, by their names.
#[derive(Debug)]
pub(crate) struct Index<'s> {
    pub(crate) fields: &'s [Field],
    /// A column has one name, by which it is told from others that look alike.
    columns: HashMap<Cow<'s, str>, Vec<usize>>,
    /// Whoever writes a document is freer: the fields of one by the letters of their names.
    others: HashMap<String, Vec<usize>>,
}

impl<'s> Index<'s> {
    pub(crate) fn of(fields: &'s [Field]) -> Self {
        let mut index = Self { fields, columns: HashMap::new(), others: HashMap::new() };
        for (place, field) in fields.iter().enumerate() {
            match field.kind {
                NameKind::Column => index.columns.entry(tidy(&field.name)).or_default(),
                _ => index.others.entry(letters(&field.name)).or_default(),
            }
            .push(place);
        }
        index
    }

    /// The fields that have one of some names, and are of a kind where one is asked for.
    pub(crate) fn find(&self, kind: Option<NameKind>, asked: &[String]) -> Vec<usize> {
        let mut found = Vec::new();
        if !self.columns.is_empty() && kind.is_none_or(|kind| kind == NameKind::Column) {
            found.extend(asked.iter().filter_map(|name| self.columns.get(tidy(name).as_ref())).flatten());
        }
        if !self.others.is_empty() && kind != Some(NameKind::Column) {
            let is_it = |place: &&usize| {
                kind.is_none_or(|kind| self.fields.get(**place).is_some_and(|field| field.kind == kind))
            };
            found.extend(asked.iter().filter_map(|name| self.others.get(&letters(name))).flatten().filter(is_it));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The field that was most likely meant. What may be a value is never shown.
    pub(crate) fn meant(&self, asked: &str) -> Option<String> {
        let fields = || self.fields.iter().map(|field| field.name.as_ref()).filter(|name| shown(name).is_some());
        // A number is cut short in one of them as often as not.
        let is_short = |name: &&str| cut_short(name) == cut_short(asked);
        fields().find(is_short).or_else(|| nearest(asked, fields())).map(str::to_owned)
    }
}

/// A name with the words for a number cut short: `Sagsnummer` is `Sagsnr.`
fn cut_short(name: &str) -> String {
    normal(name).replace("nummer", "nr")
}

/// A name without the number that it has in a form: `2. Helbredssituation`.
pub(crate) fn unnumbered(name: &str) -> &str {
    const MOST_DIGITS: usize = 2;
    let rest = name.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let digits = name.len() - rest.len();
    let words = rest.strip_prefix(['.', ')']).map(str::trim_start).filter(|_| (1..=MOST_DIGITS).contains(&digits));
    words.filter(|words| words.starts_with(char::is_alphabetic)).unwrap_or(name)
}

/// A name as it may be shown, where it is not known to be one: without a row of headings, the first row of a table is
/// somebody's plan. `None` for what does not look like the name of a field.
#[must_use]
pub fn shown(name: &str) -> Option<Cow<'_, str>> {
    const LONGEST: usize = 60;
    let name = tidy(name);
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    let fits = |letter: char| letter.is_alphanumeric() || " _-.,:;()/§&'+%#".contains(letter);
    let is_name = name.chars().count() <= LONGEST
        && digits <= 4
        && unnumbered(&name).starts_with(|first: char| first.is_alphabetic() || matches!(first, '§' | '_' | '('))
        && name.chars().all(fits);
    is_name.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::{normal, shown, tidy};

    #[test]
    fn what_means_the_same_is_one_name() {
        for (one, other) in [
            ("Udfordringer ift. job og uddannelse", "Udfordringer i forhold til job eller uddannelse"),
            ("Udfordringer vedr. job og/eller uddannelse", "UDFORDRINGER IFM. JOB OG UDDANNELSE"),
            ("Varighed (mdr.)", "Varighed (måneder)"),
            ("Fors.historik", "Forsørgelseshistorik"),
            ("forb_del_dato", "Forberedende del: dato"),
            ("Igangv. beh.", "Igangværende behandling"),
            ("Oensker_vedroerende_job", "Ønsker i forbindelse med job"),
        ] {
            assert_eq!(normal(one), normal(other), "{one}");
        }
        assert_ne!(normal("Mål i job"), normal("Mål for job"));
    }

    #[test]
    fn a_name_is_tidied() {
        assert_eq!(tidy("Ønsker"), "Ønsker");
        assert_eq!(tidy(" Ønsker\r\ntil  job "), "Ønsker til job");
        assert_eq!(tidy("a\tb"), "a b");
    }

    #[test]
    fn what_may_be_a_value_is_not_shown() {
        for name in ["Ønsker til job", "§ 3, stk. 1", "Indsats 12", "sags_nr", "CV (dokument)", "2. Helbredssituation"]
        {
            assert_eq!(shown(name).as_deref(), Some(name));
        }
        for value in [
            "010203-1234",
            "2020-03-02",
            "12345",
            "nn@example.org",
            "",
            "Hun vil gerne tilbage til børnehaven på halv tid, når hun kan",
        ] {
            assert_eq!(shown(value), None, "{value}");
        }
    }
}
