//! What people call the codes of a plan: exports have the words of a list on the screen, and not its codes.

use std::collections::HashMap;
use std::sync::LazyLock;

use rehabplan::Lang;
use rehabplan::plan;

use crate::names::folded;

/// A list of codes, and each code by what it is called.
struct List {
    codes: Vec<&'static str>,
    by_title: HashMap<String, &'static str>,
    /// The same, with its words apart, the longest name first.
    #[cfg(feature = "document")]
    names: Vec<(String, &'static str)>,
}

/// What measures are called besides, where that leaves no doubt of their kind.
const MORE: [(&str, &str); 5] = [
    ("Virksomhedspraktik", "virksomhedsrettet"),
    ("Ansættelse med løntilskud", "virksomhedsrettet"),
    ("Job med løntilskud", "virksomhedsrettet"),
    ("Løntilskud", "virksomhedsrettet"),
    ("Mentorstøtte", "mentor"),
];

macro_rules! lists {
    ($($name:ident),* $(,)?) => {
        vec![$(List {
            codes: plan::$name::ALL.iter().map(|one| one.code()).collect(),
            by_title: plan::$name::ALL
                .iter()
                .flat_map(|one| [Lang::Da, Lang::En].map(|lang| (folded(one.title().get(lang)), one.code())))
                .collect(),
            #[cfg(feature = "document")]
            names: named(
                plan::$name::ALL.iter().flat_map(|one| [one.title().da, one.code()].map(|name| (apart(name), one.code()))),
                |name| plan::$name::from_code(name).map(|one| one.code()),
            ),
        }),*]
    };
}

static LISTS: LazyLock<Vec<List>> = LazyLock::new(|| {
    lists![
        Afgoerelsesudfald,
        Deltager,
        Indsatshjemmel,
        Indsatstype,
        Laegeart,
        Laegeoplysning,
        Laegerolle,
        Markering,
        Omraade,
        Sagsgruppe,
        Sagstype,
        Udfald,
    ]
});

static MEASURES: LazyLock<Vec<&str>> = LazyLock::new(|| plan::Indsatstype::ALL.iter().map(|one| one.code()).collect());

/// What titles are written with besides letters and digits. Any other sign says something of the name: that it is not ticked, not meant
/// or not certain.
const WITHIN: [char; 10] = [',', '-', '–', '/', '.', ':', '§', '&', '(', ')'];

/// Whether a text is a name and no more: no sign stands before or behind it but a full stop, and within only what titles are written
/// with.
fn is_bare(text: &str) -> bool {
    let text = text.trim();
    let text = text.strip_suffix('.').unwrap_or(text);
    let is_closed = text.ends_with(')') && text.contains('(');
    text.starts_with(char::is_alphanumeric)
        && (text.ends_with(char::is_alphanumeric) || is_closed)
        && text.chars().all(|letter| is_of_word(letter) || WITHIN.contains(&letter))
}

/// Whether a letter is one of a word, or a blank between two.
fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter.is_whitespace()
}

/// The code of a list that a text is the name of.
pub(crate) fn code_of(codes: &[&'static str], text: &str) -> Option<&'static str> {
    if codes.contains(&text) || !is_bare(text) {
        return None;
    }
    let own = folded(text);
    let is_of_measures = codes == MEASURES.as_slice();
    let more = MORE.iter().find(|(name, _)| is_of_measures && folded(name) == own).map(|(_, code)| *code);
    LISTS.iter().find(|list| list.codes == codes)?.by_title.get(&own).copied().or(more)
}

#[cfg(feature = "document")]
/// The words of a text, each with a blank on either side, without what only joins them.
fn apart(text: &str) -> String {
    const JOINING: [&str; 3] = ["eller", "og", "or"];
    let words = text.split(|letter: char| !letter.is_alphanumeric()).map(folded);
    let words: Vec<String> = words.filter(|word| !word.is_empty() && !JOINING.contains(&word.as_str())).collect();
    format!(" {} ", words.join(" "))
}

#[cfg(feature = "document")]
/// The names of codes, with those of the cases and outcomes that the plan's own reader takes for one of them.
fn named(
    names: impl Iterator<Item = (String, &'static str)>,
    read: impl Fn(&str) -> Option<&'static str>,
) -> Vec<(String, &'static str)> {
    let cases = plan::Sagstype::ALL.iter().map(|one| one.title().da);
    let more = cases.filter_map(|name| Some((apart(name), read(&folded(name))?)));
    let mut all: Vec<_> = names.chain(more).collect();
    all.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    all.dedup();
    all
}

#[cfg(feature = "document")]
/// The one code of a list that a text names among other words, by its name: nothing where it names none, several, or one and something
/// that begins as a name does, or signs that no sentence is written with.
pub(crate) fn only_in(codes: &[&'static str], text: &str) -> Option<(&'static str, &'static str)> {
    // The last two stand over a letter, where it is written in two.
    const OF_SENTENCES: [char; 14] =
        [';', '"', '\'', '»', '«', '”', '“', '’', '´', '—', '%', '+', '\u{308}', '\u{30a}'];
    let is_plain = |letter| is_of_word(letter) || WITHIN.contains(&letter) || OF_SENTENCES.contains(&letter);
    if !text.chars().all(is_plain) {
        return None;
    }
    let list = LISTS.iter().find(|list| list.codes == codes)?;
    let mut rest = apart(text);
    let mut found = None;
    for (name, code) in &list.names {
        while rest.contains(name.as_str()) {
            if found.is_some_and(|(_, other)| other != *code) {
                return None;
            }
            found = found.or(Some((name.trim(), *code)));
            rest = rest.replacen(name.as_str(), " ", 1);
        }
    }
    let is_other = |word: &str| list.names.iter().any(|(other, _)| word.starts_with(other.trim()));
    found.filter(|_| !rest.split_whitespace().any(is_other))
}

/// Whether a text is a type of case, by its code or by what it is called.
pub(crate) fn is_case_type(text: &str) -> bool {
    let own = folded(text);
    let is_called_so =
        |one: &plan::Sagstype| [Lang::Da, Lang::En].iter().any(|lang| folded(one.title().get(*lang)) == own);
    !own.is_empty() && plan::Sagstype::ALL.iter().any(|one| folded(one.code()) == own || is_called_so(one))
}

#[cfg(test)]
mod tests {
    use rehabplan::Plan;
    use rehabplan::plan::{FieldInfo, FieldKind, Sagstype};

    use super::{LISTS, code_of, only_in};

    fn each(fields: &[FieldInfo], look: &mut impl FnMut(&FieldInfo, &[&'static str])) {
        for field in fields {
            let kind = if let FieldKind::List { entry } = field.kind { *entry } else { field.kind };
            match kind {
                FieldKind::Part { fields } => each(fields, look),
                FieldKind::Code { codes } => look(field, codes),
                _ => {}
            }
        }
    }

    #[test]
    fn every_list_of_the_plan_is_known() {
        let mut lists = 0;
        each(Plan::fields(), &mut |field, codes| {
            assert!(LISTS.iter().any(|list| list.codes == codes), "{}", field.key);
            lists += 1;
        });
        assert!(lists > LISTS.len());
    }

    #[test]
    fn a_measure_is_known_where_its_kind_is_certain() {
        let kinds: Vec<&str> = super::MEASURES.clone();
        assert_eq!(code_of(&kinds, "virksomhedspraktik"), Some("virksomhedsrettet"));
        assert_eq!(code_of(&kinds, "Mentorstøtte"), Some("mentor"));
        assert_eq!(code_of(&kinds, "Samtale"), None);
        assert_eq!(code_of(&["virksomhedsrettet"], "virksomhedspraktik"), None, "another list");
    }

    #[test]
    fn a_sign_before_or_behind_a_name_says_something_of_it() {
        let kinds: Vec<&str> = Sagstype::ALL.iter().map(|one| one.code()).collect();
        for text in [" Ressource-forløb ", "Ressourceforlöb.", "RESSOURCE FORLOEB"] {
            assert_eq!(code_of(&kinds, text), Some("ressourceforloeb"), "{text}");
        }
        for sign in ["☐", "[ ]", "✗", "❌", "≠", "÷", "!", "~", "<>", "*", "?", "=", "|", "\u{200b}"] {
            for text in [format!("{sign}Fleks-job"), format!("Fleks-job {sign}"), format!("Fleks{sign}job")] {
                assert_eq!(code_of(&kinds, &text), None, "{text}");
                assert_eq!(only_in(&kinds, &text.replace('-', "")), None, "{text}");
            }
        }
        for text in [
            "-fleksjob.",
            "- Fleksjob",
            "Fleksjob -",
            "/Fleksjob",
            "(Fleksjob",
            "(Fleksjob)",
            "Fleksjob)",
            ".Fleksjob",
            "Fleksjob:",
        ] {
            assert_eq!(code_of(&kinds, text), None, "{text}");
        }
        for text in ["Der er bevilget et ressourceforløb.", "Ressourceforløb (§ 68)"] {
            assert_eq!(only_in(&kinds, text).map(|(_, code)| code), Some("ressourceforloeb"), "{text}");
        }
    }

    #[test]
    fn a_code_is_known_by_what_it_is_called() {
        let roles = ["praktiserendeLaege", "speciallaege", "hospitalslaege", "kliniskFunktion", "anden"];
        for (text, code) in [
            ("Borgerens praktiserende læge", Some("praktiserendeLaege")),
            (" læge i  klinisk funktion", Some("kliniskFunktion")),
            ("Laege i klinisk funktion", Some("kliniskFunktion")),
            ("en anden læge", None),
            ("speciallaege", None),
        ] {
            assert_eq!(code_of(&roles, text), code, "{text}");
        }
    }
}
