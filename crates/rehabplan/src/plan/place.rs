//! Places of the plan: the JSON Pointer to a field, said once.
//!
//! A place is named by its fields. The pointer is worked out by the compiler from the declaration of the plan
//! (`part!`), where each field stands with its key, so a field that is misspelt or moved does not compile.

use super::{FieldInfo, FieldKind, Plan};

/// The JSON Pointer to a place of the plan, named by its fields.
///
/// `[]` stands for any place in a list. The compiler works the pointer out; at run time it is a constant.
///
/// ```
/// use rehabplan::pointer;
///
/// assert_eq!(pointer!(forberedende_del.oensker), "/forberedendeDel/oensker");
/// assert_eq!(pointer!(indsatsdel.tilbud[].beskrivelse), "/indsatsdel/tilbud/*/beskrivelse");
///
/// let report = rehabplan::validate_str("{}", &rehabplan::Options::default())?;
/// let wishes = report.findings().find(|finding| finding.paths().any(|path| path == pointer!(forberedende_del.oensker)));
/// assert!(wishes.is_none());
/// # Ok::<(), rehabplan::ReadError>(())
/// ```
///
/// A field that is not there does not compile:
///
/// ```compile_fail,E0609
/// let pointer = rehabplan::pointer!(forberedende_del.oenske);
/// ```
///
/// ```compile_fail,E0080
/// let pointer = rehabplan::pointer!(indsatsdel.tilbud[].beskrivelser);
/// ```
#[macro_export]
macro_rules! pointer {
    ($($field:ident).+ $([] $(. $more:ident)*)*) => {
        const {
            // Never called: a misspelt field is an error at the field.
            let _ = |plan: &'static $crate::Plan<'static>| {
                let _ = &plan.$($field).+;
            };
            const FIELDS: &[&str] = &[$(stringify!($field),)+ $("*", $(stringify!($more),)*)*];
            const BYTES: [u8; $crate::plan::place::length(FIELDS)] = $crate::plan::place::bytes(FIELDS);
            $crate::plan::place::text(&BYTES)
        }
    };
}

/// The length of the pointer to a place.
#[doc(hidden)]
#[must_use]
pub const fn length(names: &[&str]) -> usize {
    pointer::<0>(names).0
}

/// The pointer to a place.
#[doc(hidden)]
#[must_use]
pub const fn bytes<const LENGTH: usize>(names: &[&str]) -> [u8; LENGTH] {
    pointer(names).1
}

/// The pointer as text.
#[doc(hidden)]
#[must_use]
pub const fn text(bytes: &'static [u8]) -> &'static str {
    match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}

/// Goes from field to field. Run by the compiler, so that giving up is an error at the place that was named.
#[allow(clippy::panic, clippy::indexing_slicing)]
const fn pointer<const ROOM: usize>(names: &[&str]) -> (usize, [u8; ROOM]) {
    let (mut length, mut bytes) = (0, [0; ROOM]);
    let mut kind = FieldKind::Part { fields: Plan::FIELDS };
    let mut rest = names;
    while let [name, others @ ..] = rest {
        let key = match kind {
            FieldKind::Part { fields } => {
                let field = field(fields, name);
                kind = field.kind;
                field.key
            }
            FieldKind::List { entry } if is_same(name, "*") => {
                kind = *entry;
                "*"
            }
            _ => panic!("only a part has fields, and only a list has entries"),
        };
        let mut step = key.as_bytes();
        let mut next = b'/';
        loop {
            if length < ROOM {
                bytes[length] = next;
            }
            length += 1;
            let [first, others @ ..] = step else { break };
            (next, step) = (*first, others);
        }
        rest = others;
    }
    (length, bytes)
}

#[allow(clippy::panic)]
const fn field(fields: &'static [FieldInfo], name: &str) -> &'static FieldInfo {
    let mut rest = fields;
    while let [field, others @ ..] = rest {
        if is_same(field.name, name) {
            return field;
        }
        rest = others;
    }
    panic!("there is no such field")
}

const fn is_same(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.as_bytes(), other.as_bytes());
    loop {
        match (one, other) {
            ([], []) => return true,
            ([first, rest @ ..], [second, others @ ..]) if *first == *second => (one, other) = (rest, others),
            _ => return false,
        }
    }
}

impl Plan<'_> {
    /// The field at a JSON Pointer, in which `*` or a number stands for a place in a list.
    ///
    /// `None` where the plan has no such field. The entry of a list of texts has no name of its own, so it is `None` too.
    ///
    /// ```
    /// use rehabplan::{Plan, pointer};
    ///
    /// let field = Plan::field(pointer!(forberedende_del.oensker)).expect("a field");
    /// assert_eq!(field.title, "Ønsker til job og uddannelse");
    /// assert_eq!(Plan::field("/indsatsdel/tilbud/2/beskrivelse").map(|field| field.title), Some("Tilbud eller aktivitet"));
    /// assert_eq!(Plan::field("/forberedendeDel/oenske"), None);
    /// ```
    #[must_use]
    pub fn field(pointer: &str) -> Option<&'static FieldInfo> {
        let mut kind = FieldKind::Part { fields: Self::FIELDS };
        let mut found = None;
        for step in pointer.strip_prefix('/')?.split('/') {
            (kind, found) = match kind {
                FieldKind::Part { fields } => {
                    let field = fields.iter().find(|field| field.key == step)?;
                    (field.kind, Some(field))
                }
                FieldKind::List { entry } if step == "*" || step.bytes().all(|digit| digit.is_ascii_digit()) => {
                    (*entry, None)
                }
                _ => return None,
            };
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_found_at_its_pointer() {
        fn look(fields: &'static [FieldInfo], above: &str) {
            for field in fields {
                let pointer = format!("{above}/{}", field.key);
                assert_eq!(Plan::field(&pointer), Some(field), "{pointer}");
                match field.kind {
                    FieldKind::Part { fields } => look(fields, &pointer),
                    FieldKind::List { entry: FieldKind::Part { fields } } => look(fields, &format!("{pointer}/*")),
                    _ => {}
                }
            }
        }
        look(Plan::FIELDS, "");
    }
}
