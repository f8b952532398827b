//! A table that lies on its side: a row for each field, and a column for each case.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{Proposal, Read, places};
use crate::names::{normal, unnumbered};

impl Read {
    /// Whether the first column holds the names of fields, each once, and no heading after it is one. Then the headings are those of cases,
    /// and may be the names of persons: nothing is proposed for them, and none of them is shown.
    pub(super) fn take_turned(&mut self) -> bool {
        const ENOUGH: usize = 3;
        static FIELDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
            let names = places::outside_lists().iter().flat_map(|place| &place.names);
            names.map(|name| (*name.letters).to_owned()).collect()
        });
        let is_field = |name: &str| FIELDS.contains(&normal(unnumbered(name)));
        let texts: Vec<String> = self.filled(0).map(|(_, text)| text).collect();
        let fields = texts.iter().filter(|text| is_field(text)).count();
        let is_turned = fields >= ENOUGH
            && fields * 2 >= texts.len()
            && self.is_unique(0)
            && self.columns.len() > 1
            && !self.columns.iter().skip(1).any(|column| column.is_nested || is_field(column.own_name()));
        for column in self.columns.iter_mut().skip(1).filter(|_| is_turned) {
            column.is_for = Some(Proposal::Turned);
        }
        is_turned
    }
}
