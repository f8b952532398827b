//! Mappings: what a source calls the things that a plan holds.

mod error;
pub(crate) mod file;
mod fill;
pub(crate) mod load;

pub use error::{Expected, MappingError, MappingFault, Wanted};
pub use file::{
    Condition, Constant, Given, List, Mapping as MappingFile, More, Named, OneOrMore, Reading, Source, SourceKind,
    Table,
};
pub(crate) use fill::Fill;

use std::path::{Path, PathBuf};

use rehabplan::plan::Sagstype;
use rehabplan::pointer;

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
    pub(crate) file: MappingFile,
    pub(crate) origin: Option<load::Origin>,
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

pub(crate) const SAGSTYPE: &str = pointer!(sag.sagstype);

impl MappingFile {
    /// Says what the cases are about, whatever it said before.
    pub(crate) fn say_case_type(&mut self, sagstype: Sagstype) {
        self.say(SAGSTYPE, Constant::Text(sagstype.code().to_owned()));
    }

    /// Gives a place the same in every plan, whatever gave it before.
    pub(crate) fn say(&mut self, place: &str, constant: Constant) {
        self.plan.0.retain(|(known, _)| known != place);
        let more = More { constant: Some(constant), ..More::default() };
        self.plan.0.push((place.to_owned(), Given { name: None, more: Box::new(more) }));
    }
}

impl Mapping {
    /// What the mapping says.
    #[must_use]
    pub fn file(&self) -> &MappingFile {
        &self.file
    }

    /// The same mapping of cases that are all of one type; `None` where it says itself what they are.
    #[must_use]
    pub fn of_case_type(mut self, sagstype: Sagstype) -> Option<Self> {
        if self.file.plan.0.iter().any(|(place, _)| place == SAGSTYPE) {
            return None;
        }
        self.file.say_case_type(sagstype);
        Some(self)
    }

    /// The files of the other tables that lie beside that of the cases, each with the name of its table.
    pub fn beside<'m>(&'m self, cases: &'m Path) -> impl Iterator<Item = (&'m str, PathBuf)> {
        let folder = cases.parent().unwrap_or(Path::new(""));
        let tables = self.file.tables.0.iter();
        tables.filter_map(move |(name, table)| Some((name.as_str(), folder.join(table.file.as_ref()?))))
    }

    /// What the mapping says of the source of another table.
    #[must_use]
    pub fn source_of(&self, table: &str) -> Source {
        let said = self.file.tables.0.iter().find(|(known, _)| known == table);
        said.map(|(_, table)| table.source.clone()).unwrap_or_default()
    }
}
