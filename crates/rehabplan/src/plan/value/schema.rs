//! What the JSON Schema says of each kind of field.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::anything::Anything;
use super::date::Date;
use super::field::Field;
use super::number::{Count, Number};
use super::text::{Text, TextOrNumber};

macro_rules! schema {
    ($([$($generics:tt)*] $type:ty => $json:tt;)*) => {
        $(
            impl<$($generics)*> JsonSchema for $type {
                fn inline_schema() -> bool {
                    true
                }

                fn schema_name() -> Cow<'static, str> {
                    stringify!($type).into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    json_schema!($json)
                }
            }
        )*
    };
}

schema! {
    ['a] Text<'a> => { "type": "string" };
    [] Date => { "type": "string", "format": "date" };
    ['a] TextOrNumber<'a> => { "type": ["string", "number"], "minimum": 0, "maximum": 168 };
    [] Anything => {};
    [const MIN: u32, const MAX: u32] Number<MIN, MAX> => { "type": "number", "minimum": MIN, "maximum": MAX };
    [const MIN: u32, const MAX: u32] Count<MIN, MAX> => { "type": "integer", "minimum": MIN, "maximum": MAX };
}

impl<T: JsonSchema> JsonSchema for Field<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Option::<T>::json_schema(generator)
    }
}
