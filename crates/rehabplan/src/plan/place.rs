//! Places of the plan: what stands there, and the JSON Pointer to it, said once.
//!
//! A place is named by its fields. The pointer is worked out by the compiler from the declaration of the plan
//! (`part!`), where each field stands with its key, so a field that is misspelt or moved does not compile.

use super::value::{Field, List, Value};
use super::{Date, Dokument, FieldInfo, FieldKind, Indsats, IndstilletIndsats, Plan, Text};

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
/// let report = rehabplan::Checker::new().check_str("{}")?;
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
            const LENGTH: usize = $crate::plan::place::write(FIELDS, &mut []);
            const BYTES: [u8; LENGTH] = {
                let mut bytes = [0; LENGTH];
                let _ = $crate::plan::place::write(FIELDS, &mut bytes);
                bytes
            };
            $crate::plan::place::text(&BYTES)
        }
    };
}

/// A [`Place`] of the plan, named by its fields as for [`pointer!`](crate::pointer).
///
/// In the indsatsdel it is the place in the one that counts: where Min Plan holds everything, the same place there
/// (§ 5, stk. 3).
macro_rules! at {
    (@entry $($list:ident).+ [] $(. $field:ident)*) => {
        |plan, index| $crate::plan::place::row(&plan.$($list).+, index, |entry| &(*entry) $(.$field)*)
    };
    (indsatsdel . $($list:ident).+ [] $(. $field:ident)*) => {
        const {
            &$crate::plan::place::Place {
                pointer: $crate::pointer!(indsatsdel.$($list).+ [] $(.$field)*),
                get: at!(@entry indsatsdel.$($list).+ [] $(.$field)*),
                in_min_plan: Some(at!(@entry min_plan.indsatsdel.$($list).+ [] $(.$field)*)),
            }
        }
    };
    ($($list:ident).+ [] $(. $field:ident)*) => {
        const {
            &$crate::plan::place::Place {
                pointer: $crate::pointer!($($list).+ [] $(.$field)*),
                get: at!(@entry $($list).+ [] $(.$field)*),
                in_min_plan: None,
            }
        }
    };
    (indsatsdel . $($field:ident).+) => {
        const {
            &$crate::plan::place::Place {
                pointer: $crate::pointer!(indsatsdel.$($field).+),
                get: |plan| &plan.indsatsdel.$($field).+,
                in_min_plan: Some(|plan| &plan.min_plan.indsatsdel.$($field).+),
            }
        }
    };
    ($($field:ident).+) => {
        const {
            &$crate::plan::place::Place {
                pointer: $crate::pointer!($($field).+),
                get: |plan| &plan.$($field).+,
                in_min_plan: None,
            }
        }
    };
}

pub(crate) use at;

/// The JSON key of a field, named by its part and its name: the last step to it, where the part stands in a list.
macro_rules! key {
    ($part:ident . $field:ident) => {
        const { $crate::plan::place::field($crate::plan::$part::FIELDS, stringify!($field)).key }
    };
}

pub(crate) use key;

/// A place of the plan, and what is found there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<F = AnyField> {
    /// The JSON Pointer; `*` stands for any place in a list.
    pub(crate) pointer: &'static str,
    /// What stands there.
    pub(crate) get: F,
    /// For a place in the indsatsdel, what stands at the same place in Min Plan.
    pub(crate) in_min_plan: Option<F>,
}

/// A place as rules hold it.
pub(crate) type At<F = AnyField> = &'static Place<F>;

/// Any field, list or part.
pub(crate) type AnyField = for<'p> fn(&'p Plan<'p>) -> &'p dyn Value<'p>;

/// A field of one kind.
pub(crate) type FieldOf<T> = for<'p> fn(&'p Plan<'p>) -> &'p Field<T>;

/// A text, where its words are looked at.
pub(crate) type Written = for<'p> fn(&'p Plan<'p>) -> &'p Field<Text<'p>>;

/// A yes or a no.
pub(crate) type Flag = FieldOf<bool>;

/// A date.
pub(crate) type Day = FieldOf<Date>;

/// A list of one kind. What borrows from the document has its own below, since Rust cannot say it for all of them.
pub(crate) type ListOf<T> = FieldOf<Vec<T>>;

/// A list of periods of support.
#[cfg(feature = "profiles")]
pub(crate) type Support = for<'p> fn(&'p Plan<'p>) -> &'p List<super::Forsoergelsesperiode<'p>>;

/// A list of the indsatsdel's measures.
#[cfg(feature = "profiles")]
pub(crate) type Measures = for<'p> fn(&'p Plan<'p>) -> &'p List<super::Tilbud<'p>>;

/// A list of measures so far.
pub(crate) type Earlier = for<'p> fn(&'p Plan<'p>) -> &'p List<Indsats<'p>>;

/// A list of measures that the team recommends.
pub(crate) type Recommended = for<'p> fn(&'p Plan<'p>) -> &'p List<IndstilletIndsats<'p>>;

/// A list of documents.
pub(crate) type Documents = for<'p> fn(&'p Plan<'p>) -> &'p List<Dokument<'p>>;

/// Every entry of a list, one by one.
pub(crate) type Every = for<'p> fn(&'p Plan<'p>, usize) -> Row<'p>;

impl<F: Copy> Place<F> {
    /// What leads to the place, where the indsatsdel that counts is the one in Min Plan or is not.
    #[inline(always)]
    pub(crate) fn get(&self, in_min_plan: bool) -> F {
        self.in_min_plan.filter(|_| in_min_plan).unwrap_or(self.get)
    }
}

/// One entry of a list.
pub(crate) enum Row<'p> {
    /// An entry, and the place in it that is asked for.
    Entry { whole: &'p dyn Value<'p>, field: &'p dyn Value<'p> },
    /// There are no more.
    End,
    /// What stands in the place of the list is none.
    Unreadable,
}

/// The entry of a list with an index.
pub(crate) fn row<'p, T: Value<'p>>(
    list: &'p List<T>,
    index: usize,
    field: impl FnOnce(&'p T) -> &'p dyn Value<'p>,
) -> Row<'p> {
    match list {
        Field::Unreadable => Row::Unreadable,
        _ => match list.entries().get(index) {
            Some(whole) => Row::Entry { whole, field: field(whole) },
            None => Row::End,
        },
    }
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

/// Goes from field to field, writes the pointer as far as there is room for it, and says how long it is. Run by the compiler, so
/// that giving up is an error at the place that was named.
#[doc(hidden)]
#[must_use]
#[allow(clippy::panic, clippy::indexing_slicing)]
pub const fn write(names: &[&str], bytes: &mut [u8]) -> usize {
    let mut length = 0;
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
            if length < bytes.len() {
                bytes[length] = next;
            }
            length += 1;
            let [first, others @ ..] = step else { break };
            (next, step) = (*first, others);
        }
        rest = others;
    }
    length
}

/// The field with a name. Run by the compiler, as [`write`] is.
#[allow(clippy::panic)]
pub(crate) const fn field(fields: &'static [FieldInfo], name: &str) -> &'static FieldInfo {
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
    /// use rehabplan::{Lang, Plan, pointer};
    ///
    /// let title = |pointer| Plan::field(pointer).map(|field| field.title.get(Lang::Da));
    /// assert_eq!(title(pointer!(forberedende_del.oensker)), Some("Ønsker til job og uddannelse"));
    /// assert_eq!(title("/indsatsdel/tilbud/2/beskrivelse"), Some("Tilbud eller aktivitet"));
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
                FieldKind::List { entry } if step == "*" || is_index(step) => (*entry, None),
                _ => return None,
            };
        }
        found
    }
}

/// Whether a step of a pointer is the number of an entry.
pub(crate) fn is_index(step: &str) -> bool {
    !step.is_empty() && step.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn pointer_and_accessor_lead_to_the_same_place() {
        let text = r#"{
            "sag": {"ansoegning17Stk2": true},
            "indstilling": {"indstillingsdato": "2024-05-06"},
            "indsatsdel": {"tilbud": [{"kortsigtetMaal": "her"}, {}]},
            "minPlan": {"indsatsdel": {"tilbud": [{}]}}
        }"#;
        let plan = Plan::from_json(text).unwrap();

        let flag: At<Flag> = at!(sag.ansoegning_17_2);
        assert_eq!((flag.pointer, (flag.get)(&plan).value()), ("/sag/ansoegning17Stk2", Some(true)));
        let day: At<Day> = at!(indstilling.dato);
        assert_eq!((day.pointer, (day.get)(&plan)), ("/indstilling/indstillingsdato", &plan.indstilling.dato));
        let entry: At<Every> = at!(indsatsdel.tilbud[].kortsigtet_maal);
        assert_eq!(entry.pointer, "/indsatsdel/tilbud/*/kortsigtetMaal");
        let is_given = |index, in_min_plan| match entry.get(in_min_plan)(&plan, index) {
            Row::Entry { field, .. } => Some(field.leaves().state().is_present()),
            Row::End | Row::Unreadable => None,
        };
        assert_eq!([0, 1, 2].map(|index| is_given(index, false)), [Some(true), Some(false), None]);
        assert_eq!([0, 1].map(|index| is_given(index, true)), [Some(false), None]);
    }

    #[test]
    fn every_field_is_found_at_its_pointer() {
        Plan::each_place(&mut |pointer, field, _| {
            let found = if pointer.ends_with("/*") { None } else { Some(field) };
            assert_eq!(Plan::field(pointer), found, "{pointer}");
        });
    }
}
