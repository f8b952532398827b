//! Names of columns and headings: whether two are the same, and which one was most likely meant.

use std::borrow::Cow;

use rehabplan::text::nearest;

use crate::record::{Field, FieldKind};

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

/// Whether a name that a mapping asks for is that of a field. A column has one name, by which it is told from others that
/// look alike; whoever writes a document is freer.
pub(crate) fn is_same(asked: &str, field: &Field) -> bool {
    match field.kind {
        FieldKind::Column => tidy(asked) == tidy(&field.name),
        _ => letters(asked).eq(letters(&field.name)),
    }
}

/// The letters and digits of a name in lower case.
fn letters(name: &str) -> impl Iterator<Item = char> + '_ {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// The field that was most likely meant.
pub(crate) fn meant(asked: &str, fields: &[Field]) -> Option<String> {
    nearest(asked, fields.iter().map(|field| field.name.as_ref())).map(str::to_owned)
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
        && name.starts_with(|first: char| first.is_alphabetic() || matches!(first, '§' | '_' | '('))
        && name.chars().all(fits);
    is_name.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::{shown, tidy};

    #[test]
    fn a_name_is_tidied() {
        assert_eq!(tidy("Ønsker"), "Ønsker");
        assert_eq!(tidy(" Ønsker\r\ntil  job "), "Ønsker til job");
        assert_eq!(tidy("a\tb"), "a b");
    }

    #[test]
    fn what_may_be_a_value_is_not_shown() {
        for name in ["Ønsker til job", "§ 3, stk. 1", "Indsats 12", "sags_nr", "CV (dokument)"] {
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
