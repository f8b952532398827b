//! A mapping as it is written: data with a schema, and nothing else.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{self, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// By these, what reads a mapping tells what was expected: it has nothing but words for it.
pub(super) const GIVEN: &str = "the name of a column, or a table that says what is given";
pub(super) const ONE_OR_MORE: &str = "one value or a list of them";
pub(super) const SAME_NAME: &str = "the same name stands there twice";

/// What is known of a source, and where in a plan its values belong.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Mapping {
    /// The table, the lines or the document that the cases stand in.
    pub source: Source,
    /// What names the case: the caller's own id, which stands beside each result and joins the tables.
    pub id: Option<Given>,
    /// Rows with the same id are one case, in an export with a row for each measure: of each column the first counts that is
    /// filled in. What the others have of their own is read where they are a table as well.
    pub once: bool,
    /// Columns that go along untouched, and never into a message: district, unit, month; with a stroke before it, a place in nested values.
    pub carry: Vec<String>,
    /// How values are read, unless the place says otherwise.
    pub read: Reading,
    /// Other tables, by the names that the mapping gives them.
    pub tables: Named<Table>,
    /// Where the fields of a plan come from: a JSON Pointer into the plan, and what is given there.
    pub plan: Named<Given>,
    /// Where the entries of its lists come from.
    pub lists: Vec<List>,
    /// Rows that are no cases. A row is left out when any of these holds.
    pub skip: Vec<Condition>,
    /// Sums, notes and headings that stand among the rows are no cases, and are left out: rows without an id like those of the others.
    pub skip_notes: bool,
}

/// A source, as far as it does not say itself what it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Source {
    /// What kind of source it is.
    pub kind: Option<SourceKind>,
    /// The encoding of a text file, by its name: `utf-8`, `windows-1252`, `utf-16le`.
    pub encoding: Option<String>,
    /// What stands between the cells of a line: one character.
    pub delimiter: Option<String>,
    /// The sheet of a workbook, by its name.
    pub sheet: Option<String>,
    /// The row of the headings, counted from 1.
    pub header: Option<u32>,
    /// Where in a JSON document the list of cases stands, as a JSON Pointer.
    pub at: Option<String>,
    /// The columns whose blank cells mean what stands above them, as a case number that stands on the first of its rows alone.
    pub fill: Vec<String>,
}

/// What kind of source it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum SourceKind {
    /// A table of text: cells with a separator between them.
    Csv,
    /// A workbook: xlsx, xlsm or ods.
    Workbook,
    /// A Parquet file.
    Parquet,
    /// An Arrow file or stream.
    Arrow,
    /// JSON: a list of cases, or one on each line.
    Json,
    /// A document: docx, odt or PDF.
    Document,
}

/// Another table than the one that the cases stand in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Table {
    /// The column that says which case, or which entry of a list, a row belongs to.
    pub key: String,
    /// The column of the same meaning in the table that this one belongs to; the id of the case, when it is left out.
    pub to: Option<String>,
    /// The file, beside that of the cases; where nothing is said, the table stands in the same file.
    pub file: Option<String>,
    /// What kind of source it is, where that has to be said.
    pub source: Source,
}

impl Table {
    /// Whether its rows are those of the cases, whose source says this.
    pub(crate) fn is_of_the_cases(&self, cases: &Source) -> bool {
        self.file.is_none() && (self.source == Source::default() || self.source == *cases)
    }
}

/// What stands at one place of a plan: the name of a column or a heading alone, or one of `column`, `at`, `heading`,
/// `cell`, `control`, `form`, `constant`, `first` and `join`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Given {
    /// A name alone: a column of a table or, with a stroke before it, a place in nested values; in a document whatever
    /// has the name.
    pub name: Option<String>,
    /// What a table says of the value.
    pub more: Box<More>,
}

/// See [`Given`].
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct More {
    /// A column.
    pub column: Option<String>,
    /// A place in nested values, as a JSON Pointer from the record.
    pub at: Option<String>,
    /// A heading of a document, or several of which any will do.
    pub heading: OneOrMore<String>,
    /// A label in a table of a document, or several of which any will do.
    pub cell: OneOrMore<String>,
    /// A content control of a document, by its title or its tag.
    pub control: OneOrMore<String>,
    /// A field of a form, by its name.
    pub form: OneOrMore<String>,
    /// The same value in every plan.
    pub constant: Option<Constant>,
    /// The first of several that is filled in.
    pub first: Vec<Given>,
    /// All of several that are filled in, as one text.
    pub join: Vec<Given>,
    /// What stands between the pieces that are joined; a line break when it is left out.
    pub with: Option<String>,
    /// The table that the value stands in, where it is not the one of the record: its first row of the case in which it is filled in.
    pub table: Option<String>,
    /// The value counts only when all of these hold: of the record, or of the row where it stands in another table.
    #[serde(rename = "where")]
    pub conditions: OneOrMore<Condition>,
    /// The source may lack the column; the place then lies outside of what the source can hold.
    pub optional: bool,
    /// For a list of texts, dates or codes in one value: what stands between them.
    pub split: Option<String>,
    /// How the value is read, where that is otherwise than in the whole mapping.
    pub read: Reading,
}

/// How values are read. What is left out is as usual.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Reading {
    /// The forms that dates have: `dd-mm-yyyy`, `dd/mm-yy`, `mm/dd/yyyy`, `yyyymmdd`, `excel`. `yyyy-mm-dd` is always read.
    pub dates: Option<OneOrMore<String>>,
    /// What means yes.
    pub yes: Option<OneOrMore<String>>,
    /// What means no; `""` for a cell that is left blank.
    pub no: Option<OneOrMore<String>>,
    /// What means that nothing is there, besides what is blank.
    pub nothing: Option<OneOrMore<String>>,
    /// The decimal sign: `,` or `.`.
    pub decimal: Option<String>,
    /// The codes of the source, each with what it is in a plan.
    pub codes: Option<Named<Constant>>,
}

/// Where the entries of one list of a plan come from: the rows of a table, numbered columns (`{n}` in their names), or
/// a nested list.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct List {
    /// The list, as a JSON Pointer into the plan; in a list of a list, from the entry.
    pub place: String,
    /// The table whose rows are the entries.
    pub table: Option<String>,
    /// The nested list whose entries are the entries, as a JSON Pointer from the record.
    pub at: Option<String>,
    /// Only the rows or entries for which all of these hold.
    #[serde(rename = "where")]
    pub conditions: OneOrMore<Condition>,
    /// What an entry holds: a JSON Pointer from the entry, and what is given there.
    pub fields: Named<Given>,
    /// What an entry is, where the entries are texts, dates or codes.
    pub value: Option<Given>,
    /// Lists of the entry.
    pub lists: Vec<List>,
}

/// A condition on a row.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Condition {
    /// The column that is looked at, or with a stroke before it a place in nested values.
    pub column: String,
    /// It holds one of these, whatever the case of the letters.
    pub is: Option<OneOrMore<String>>,
    /// It holds none of these.
    pub not: Option<OneOrMore<String>>,
    /// It is blank, or it is not.
    pub blank: Option<bool>,
    /// In a list, that what has none of the words of `is` is no entry of it. Where nobody says so, and no list with the same
    /// entries names its word, it may be one.
    pub only: bool,
}

/// A value that is written in the mapping.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Constant {
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A text, a date or a code.
    Text(String),
}

/// One value, or a list of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneOrMore<T>(pub Vec<T>);

impl<T> Default for OneOrMore<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// Reading by name, in the order in which they are written. A name may stand there once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named<T>(pub Vec<(String, T)>);

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        struct NameOrMore;

        impl<'de> Visitor<'de> for NameOrMore {
            type Value = Given;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(GIVEN)
            }

            fn visit_str<E>(self, name: &str) -> Result<Given, E> {
                Ok(Given { name: Some(name.to_owned()), ..Given::default() })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Given, A::Error> {
                let more = Deserialize::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Given { name: None, more: Box::new(more) })
            }
        }

        source.deserialize_any(NameOrMore)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMore<T> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        struct Either<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Either<T> {
            type Value = OneOrMore<T>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(ONE_OR_MORE)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                T::deserialize(de::IntoDeserializer::into_deserializer(text)).map(|one| OneOrMore(vec![one]))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(|one| OneOrMore(vec![one]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                Deserialize::deserialize(SeqAccessDeserializer::new(seq)).map(OneOrMore)
            }
        }

        source.deserialize_any(Either(PhantomData))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Named<T> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        struct Pairs<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Pairs<T> {
            type Value = Named<T>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("names with values")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut named: Vec<(String, T)> = Vec::new();
                while let Some((name, value)) = map.next_entry::<String, T>()? {
                    if named.iter().any(|(known, _)| *known == name) {
                        return Err(de::Error::custom(SAME_NAME));
                    }
                    named.push((name, value));
                }
                Ok(Named(named))
            }
        }

        source.deserialize_map(Pairs(PhantomData))
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{Given, More, Named, OneOrMore};

    impl JsonSchema for Given {
        fn schema_name() -> Cow<'static, str> {
            "Given".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let more = generator.subschema_for::<More>();
            json_schema!({
                "description": "The name of a column or a heading alone, or what more there is to say.",
                "anyOf": [{ "type": "string" }, more],
            })
        }
    }

    impl<T: JsonSchema> JsonSchema for OneOrMore<T> {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            format!("OneOrMore_{}", T::schema_name()).into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let one = generator.subschema_for::<T>();
            json_schema!({ "anyOf": [one, { "type": "array", "items": one }] })
        }
    }

    impl<T: JsonSchema> JsonSchema for Named<T> {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            format!("Named_{}", T::schema_name()).into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            json_schema!({ "type": "object", "additionalProperties": generator.subschema_for::<T>() })
        }
    }
}
