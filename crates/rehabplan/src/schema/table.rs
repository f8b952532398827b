//! Objects that are written without a type for each part of them: their members, with what there is to say about each.

use serde_json::{Map, Value, json};

use crate::case::Variant;
use crate::text::{Lang, Wording, text};

/// The schema of an object, with what it refers to beside it.
pub(super) fn whole(object: &Object, id: &str, lang: Lang) -> Value {
    let mut schema = json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": id });
    let mut definitions = Map::new();
    let root = object.schema(lang, &mut definitions);
    if let (Some(schema), Value::Object(root)) = (schema.as_object_mut(), root) {
        schema.extend(root);
        schema.insert("$defs".to_owned(), definitions.into());
    }
    schema
}

/// An object.
pub(super) struct Object {
    pub(super) name: &'static str,
    pub(super) about: Wording,
    pub(super) members: &'static [Member],
}

/// A closed list of codes.
pub(super) struct Codes {
    pub(super) name: &'static str,
    pub(super) about: Wording,
    pub(super) all: fn() -> Vec<String>,
}

pub(super) struct Member {
    key: &'static str,
    holds: Holds,
    about: Wording,
    may_be_null: bool,
    may_be_absent: bool,
}

#[derive(Clone, Copy)]
pub(super) enum Holds {
    Text,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// A JSON Pointer.
    Pointer,
    /// How many.
    Count,
    /// Any whole number.
    Whole,
    Flag,
    /// A text for each variant.
    ByVariant,
    Code(&'static Codes),
    Object(&'static Object),
    List(&'static Holds),
    /// A text, or an object.
    TextOr(&'static Object),
}

impl Member {
    /// It may be `null`.
    pub(super) const fn or_null(mut self) -> Self {
        self.may_be_null = true;
        self
    }

    /// It is there only where it has something to say.
    pub(super) const fn or_absent(mut self) -> Self {
        self.may_be_absent = true;
        self
    }
}

pub(super) const fn member(key: &'static str, holds: Holds, da: &'static str, en: &'static str) -> Member {
    Member { key, holds, about: text(da, en), may_be_null: false, may_be_absent: false }
}

impl Object {
    fn schema(&self, lang: Lang, definitions: &mut Map<String, Value>) -> Value {
        let properties: Map<String, Value> = self
            .members
            .iter()
            .map(|member| {
                let mut schema = member.holds.schema(lang, definitions);
                if member.may_be_null {
                    schema = nullable(schema);
                }
                if let Some(schema) = schema.as_object_mut() {
                    schema.insert("description".to_owned(), member.about.get(lang).into());
                }
                (member.key.to_owned(), schema)
            })
            .collect();
        let required: Vec<_> =
            self.members.iter().filter(|member| !member.may_be_absent).map(|member| member.key).collect();
        json!({
            "title": self.name,
            "description": self.about.get(lang),
            "type": "object",
            "properties": properties,
            "required": required,
        })
    }
}

/// The same, or `null`.
fn nullable(mut schema: Value) -> Value {
    match schema.get_mut("type") {
        Some(kind) => {
            *kind = json!([kind.take(), "null"]);
            schema
        }
        None => json!({ "anyOf": [schema, { "type": "null" }] }),
    }
}

impl Holds {
    fn schema(self, lang: Lang, definitions: &mut Map<String, Value>) -> Value {
        match self {
            Self::Text => json!({ "type": "string" }),
            Self::Day => json!({ "type": "string", "format": "date" }),
            Self::Pointer => json!({ "type": "string", "format": "json-pointer" }),
            Self::Count => json!({ "type": "integer", "minimum": 0 }),
            Self::Whole => json!({ "type": "integer" }),
            Self::Flag => json!({ "type": "boolean" }),
            Self::ByVariant => {
                let variants: Vec<_> = Variant::ALL.iter().copied().map(Variant::code).collect();
                let text = |code: &&str| ((*code).to_owned(), json!({ "type": "string" }));
                let each: Map<_, _> = variants.iter().map(text).collect();
                json!({ "type": "object", "properties": each, "required": variants })
            }
            Self::Code(codes) => refer(
                codes.name,
                definitions,
                |_| json!({ "description": codes.about.get(lang), "type": "string", "enum": (codes.all)() }),
            ),
            Self::Object(object) => refer(object.name, definitions, |definitions| object.schema(lang, definitions)),
            Self::List(entry) => json!({ "type": "array", "items": entry.schema(lang, definitions) }),
            Self::TextOr(object) => {
                json!({ "anyOf": [{ "type": "string" }, Self::Object(object).schema(lang, definitions)] })
            }
        }
    }
}

/// A reference to a definition, which is made when it is referred to first.
fn refer(
    name: &str,
    definitions: &mut Map<String, Value>,
    make: impl FnOnce(&mut Map<String, Value>) -> Value,
) -> Value {
    if !definitions.contains_key(name) {
        // Its place comes before those of its own parts.
        definitions.insert(name.to_owned(), Value::Null);
        let made = make(definitions);
        definitions.insert(name.to_owned(), made);
    }
    json!({ "$ref": format!("#/$defs/{name}") })
}

macro_rules! codes {
    ($($name:ident $title:literal, $all:expr, $da:literal, $en:literal;)*) => {
        $(pub(super) static $name: Codes = Codes {
            name: $title,
            about: text($da, $en),
            all: || $all.into_iter().map(|code| code.to_string()).collect(),
        };)*
    };
}

pub(super) use codes;
