//! Mappings: what a source calls the things that a plan holds.

mod compile;
mod error;
mod file;
mod load;

pub use error::{MappingError, MappingFault};
pub use file::{
    Condition, Constant, Given, Kind, List, Mapping as MappingFile, More, Named, OneOrMore, Reading, Source, Table,
};

use crate::bound::Bound;
use crate::record::Field;

/// The JSON Schema of a mapping.
#[cfg(feature = "schema")]
#[must_use]
pub fn schema() -> serde_json::Value {
    let schema =
        schemars::generate::SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<MappingFile>();
    schema.to_value()
}

/// A mapping whose every name of a plan is known.
#[derive(Debug, Clone)]
pub struct Mapping {
    file: MappingFile,
    origin: Option<load::Origin>,
}

/// The names that a source has.
#[derive(Debug, Clone, Copy)]
pub struct Fields<'s> {
    /// Those of the cases.
    pub cases: &'s [Field],
    /// Those of each other table, in the order of the mapping.
    pub tables: &'s [Vec<Field>],
    /// Whether a name that the source lacks is a mistake in the mapping: so it is in a table. A document has what
    /// somebody wrote, and a heading that is not there has nothing under it.
    pub is_complete: bool,
}

impl Mapping {
    /// Reads a mapping from TOML or JSON, and holds it against the model of a plan.
    ///
    /// # Errors
    ///
    /// A [`MappingError`] for what is no mapping, and for every name that a plan does not have.
    pub fn read(bytes: &[u8]) -> Result<Self, MappingError> {
        let (file, origin) = load::parse(bytes)?;
        let mapping = Self { file, origin: Some(origin) };
        mapping.compile(None)?;
        Ok(mapping)
    }

    /// A mapping that was put together in Rust.
    ///
    /// # Errors
    ///
    /// As [`Mapping::read`]; an error has no line.
    pub fn new(file: MappingFile) -> Result<Self, MappingError> {
        let mapping = Self { file, origin: None };
        mapping.compile(None)?;
        Ok(mapping)
    }

    /// What the mapping says.
    #[must_use]
    pub fn file(&self) -> &MappingFile {
        &self.file
    }

    /// What the mapping says of the source of another table.
    #[must_use]
    pub fn source_of(&self, table: &str) -> Source {
        let said = self.file.tables.0.iter().find(|(known, _)| known == table);
        said.map(|(_, table)| table.source.clone()).unwrap_or_default()
    }

    /// What a source that has all of it can hold of a plan.
    ///
    /// # Errors
    ///
    /// None for a mapping that was read; it has been held against the model.
    pub fn horizon(&self) -> Result<rehabplan::Horizon, MappingError> {
        self.compile(None).map(|bound| bound.horizon)
    }

    /// Holds the mapping against the names that a source has.
    ///
    /// # Errors
    ///
    /// A [`MappingError`] for a column that the source does not have, or has twice.
    pub fn bind(&self, fields: Fields<'_>) -> Result<Bound, MappingError> {
        self.compile(Some(fields))
    }

    fn compile(&self, fields: Option<Fields<'_>>) -> Result<Bound, MappingError> {
        compile::compile(&self.file, fields).map_err(|error| match &self.origin {
            Some(origin) => origin.place(error),
            None => error,
        })
    }
}
