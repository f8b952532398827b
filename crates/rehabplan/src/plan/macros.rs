//! The two macros that declare the plan: [`part!`] for an object and [`codes!`] for a closed list of codes.
//!
//! One declaration gives the struct with its documentation, lenient reading, writing, the whole-part-missing
//! state, the field table behind "did you mean", and the JSON Schema. Nothing about a field is written twice.

/// Declares one object of the plan. The object and each field have a doc comment and, in `#[da = "..."]`, the same in Danish; a
/// field has a type, the JSON key, what a person calls it in Danish and in English, and the provision that it serves. What
/// goes with the object `beside` its fields is no part of the document.
macro_rules! part {
    (
        $(#[doc = $doc:literal])*
        #[da = $da:literal]
        pub struct $name:ident $(<$lt:lifetime>)? {
            $(
                $(#[doc = $field_doc:literal])*
                #[da = $field_da:literal]
                $field:ident : $ty:ty => $key:literal, $title:literal, $title_en:literal, $provision:literal;
            )*
        }
        $(
            $(#[doc = $beside_doc:literal])*
            beside $beside:ident : $beside_ty:ty;
        )?
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq, Default)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("x-da" = $da)))]
        pub struct $name $(<$lt>)? {
            $(
                $(#[doc = $field_doc])*
                #[doc = concat!("\n\nKey `", $key, "` (", $title, "). Serves ", $provision, ".")]
                #[cfg_attr(feature = "schema", schemars(rename = $key, title = $title, extend("x-hjemmel" = $provision, "x-da" = $field_da, "x-en-title" = $title_en)))]
                pub $field: $ty,
            )*
            $(
                $(#[doc = $beside_doc])*
                #[cfg_attr(feature = "schema", schemars(skip))]
                pub $beside: $beside_ty,
            )?
        }

        impl $(<$lt>)? $name $(<$lt>)? {
            /// The fields of the object, in the order of the declaration.
            pub(crate) const FIELDS: &'static [$crate::plan::FieldInfo] = &[
                $($crate::plan::FieldInfo {
                    name: stringify!($field),
                    key: $key,
                    #[cfg(feature = "profiles")]
                    title: $crate::text::Wording::new($title, $title_en),
                    #[cfg(feature = "profiles")]
                    provision: $provision,
                    kind: <$ty as $crate::plan::value::HasKind>::KIND,
                },)*
            ];

            /// Whether there is nothing to write. The plan itself is never asked.
            #[allow(dead_code)]
            pub(crate) fn is_absent(&self) -> bool {
                $(self.$field.is_absent())&&*
            }
        }

        impl $(<$lt>)? $crate::plan::value::HasKind for $name $(<$lt>)? {
            const KIND: $crate::plan::FieldKind = $crate::plan::FieldKind::Part { fields: Self::FIELDS };
        }

        impl<'a> $crate::plan::value::Part<'a> for $name $(<$lt>)? {
            fn keys(&self) -> &'static [$crate::plan::value::Key] {
                const {
                    // The reader keeps a bit for each.
                    assert!(Self::FIELDS.len() <= u64::BITS as usize);
                    &[$($crate::plan::value::Key::new($key)),*]
                }
            }

            #[cfg(any(not(target_arch = "wasm32"), feature = "profiles"))]
            fn leaves_of_fields(&self) -> $crate::plan::value::Leaves {
                $crate::plan::value::Leaves::NONE$(.or($crate::plan::value::leaves_of(&self.$field)))*
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn place(&self, key: &str) -> Option<usize> {
                #[allow(non_camel_case_types)]
                enum Index { $($field),* }
                match key {
                    $($key => Some(Index::$field as usize),)*
                    _ => None,
                }
            }

            fn field(&self, place: usize) -> Option<&dyn $crate::plan::value::Value<'a>> {
                #[allow(non_camel_case_types)]
                enum Index { $($field),* }
                $(
                    if place == Index::$field as usize {
                        return Some(&self.$field);
                    }
                )*
                None
            }

            fn field_mut(&mut self, place: usize) -> Option<&mut dyn $crate::plan::value::Value<'a>> {
                #[allow(non_camel_case_types)]
                enum Index { $($field),* }
                $(
                    if place == Index::$field as usize {
                        return Some(&mut self.$field);
                    }
                )*
                None
            }
        }

        into_owned!($name $(, $lt)? { $($field,)* } $($beside)?);

        impl $(<$lt>)? serde::Serialize for $name $(<$lt>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap as _;
                let mut map = serializer.serialize_map(None)?;
                $(
                    if !self.$field.is_absent() {
                        map.serialize_entry($key, &self.$field)?;
                    }
                )*
                map.end()
            }
        }
    };
}

/// How an object of the plan is kept when the document is gone.
macro_rules! into_owned {
    (@ [$($lt:lifetime)?] [$($owned:lifetime)?] $name:ident { $($field:ident,)* } $($beside:ident)?) => {
        impl $(<$lt>)? $crate::plan::value::IntoOwned for $name $(<$lt>)? {
            type Owned = $name $(<$owned>)?;

            fn into_owned(self) -> Self::Owned {
                $name { $($field: $crate::plan::value::IntoOwned::into_owned(self.$field),)* $($beside: self.$beside)? }
            }
        }
    };
    ($name:ident, $lt:lifetime $($fields:tt)*) => {
        into_owned!(@ [$lt] ['static] $name $($fields)*);
    };
    ($name:ident $($fields:tt)*) => {
        into_owned!(@ [] [] $name $($fields)*);
    };
}

/// Declares a closed list of codes. The first spelling of a code is the one that is written; others are accepted. Behind
/// `=>` stands what a person calls it, in Danish and in English; `#[da = "..."]` says in Danish what the doc comment says.
macro_rules! codes {
    (
        $(#[doc = $doc:literal])*
        #[da = $da:literal]
        pub enum $name:ident $(($counts:ident))? {
            $(
                $(#[doc = $variant_doc:literal])*
                #[da = $variant_da:literal]
                $variant:ident = $code:literal $(| $alias:literal)* => $title:literal, $title_en:literal
            ),* $(,)?
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[doc = $variant_doc])*
                #[doc = concat!("\n\nCode `", $code, "`.")]
                $variant,
            )*
        }

        impl $name {
            /// Every code of the list, in the order of the declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            pub(crate) const CODES: &'static [&'static str] = &[$($code),*];

            /// The code as it stands in the JSON document.
            #[must_use]
            pub fn code(self) -> &'static str {
                Self::CODES.get(self as usize).copied().unwrap_or_default()
            }

            /// What a person calls it.
            #[must_use]
            pub const fn title(self) -> $crate::text::Wording {
                match self {
                    $(Self::$variant => $crate::text::Wording::new($title, $title_en),)*
                }
            }

            /// Every other spelling, with the place of the code among [`Self::CODES`].
            const ALIASES: &'static [(&'static str, usize)] = &[$($(($alias, Self::$variant as usize),)*)*];

            /// Reads a code, without regard to case, to blanks, and to whether `æ`, `ø` and `å` are written as such;
            /// `None` for one that the list does not hold.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                let place = $crate::plan::value::spelt(code, Self::CODES, Self::ALIASES)?;
                Self::ALL.get(place).copied()
            }
        }

        impl $crate::plan::value::IntoOwned for $name {
            type Owned = Self;

            fn into_owned(self) -> Self {
                self
            }
        }

        impl<'a> $crate::plan::value::Leaf<'a> for $name {
            $( const COUNTS: bool = codes!(@$counts); )?
            const KIND: $crate::plan::FieldKind = $crate::plan::FieldKind::Code { codes: Self::CODES };

            fn parse(
                scalar: $crate::plan::value::Scalar<'a>,
            ) -> Result<Option<Self>, $crate::input::InputCode> {
                let place = $crate::plan::value::code(scalar, Self::CODES, Self::ALIASES)?;
                Ok(place.and_then(|place| Self::ALL.get(place).copied()))
            }
        }

        impl<'a> $crate::plan::value::States<'a> for $name {
            fn stated(&self) -> $crate::plan::value::Stated<'_, 'a> {
                $crate::plan::value::Stated::Code(self.code())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "description": concat!($($doc, "\n"),*).trim(),
                    "x-da": $da,
                    "oneOf": [
                        $({
                            "const": $code,
                            "title": $title,
                            "description": concat!($($variant_doc, "\n"),*).trim(),
                            "x-da": $variant_da,
                            "x-en-title": $title_en,
                        },)*
                        $($({
                            "const": $alias,
                            "description": concat!("Same as ", $code, "."),
                            "x-da": concat!("Det samme som ", $code, "."),
                        },)*)*
                    ],
                })
            }
        }
    };
    (@not_content) => { false };
}
