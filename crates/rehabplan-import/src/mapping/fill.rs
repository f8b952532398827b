//! Which blank cells mean what stands above them, by what a mapping says.

use super::{Given, List, Mapping, Table};

/// The columns of a table whose blank cells mean what stands above them, and those that tell whose a row is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fill {
    pub(crate) columns: Vec<String>,
    /// What the rows are known by. Where it is filled in, a row without it is that of the case above only as far as nothing else
    /// says otherwise.
    pub(crate) known_by: Vec<String>,
    /// What a case has once, so that a row which says something else there is that of another.
    pub(crate) of_case: Vec<String>,
    /// What its entries have of their own, so that it says nothing of the case.
    pub(crate) of_entries: Vec<String>,
    /// What stands for nothing.
    pub(crate) nothing: Vec<String>,
}

impl Mapping {
    /// The same for the cases.
    pub(crate) fn fill_of_cases(&self) -> Fill {
        let file = &self.file;
        let of_plan = file.plan.0.iter().filter(|(_, given)| given.more.table.is_none());
        let of_case = names(of_plan.map(|(_, given)| given)).chain(file.carry.iter().cloned()).collect();
        let known_by = names(file.id.iter()).collect();
        Fill { columns: file.source.fill.clone(), known_by, of_case, ..self.fill() }
    }

    /// The same for a table that is joined to them, where each row has what is its own.
    pub(crate) fn fill_of(&self, table: &Table) -> Fill {
        Fill { columns: table.source.fill.clone(), known_by: vec![table.key.clone()], ..self.fill() }
    }

    fn fill(&self) -> Fill {
        let nothing = self.file.read.nothing.iter().flat_map(|words| words.0.clone()).collect();
        let of_entries = self.file.lists.iter().flat_map(given_in).collect::<Vec<_>>();
        Fill { nothing, of_entries: names(of_entries.into_iter()).collect(), ..Fill::default() }
    }
}

fn names<'g>(given: impl Iterator<Item = &'g Given>) -> impl Iterator<Item = String> {
    given.flat_map(|given| given.column_names().map(str::to_owned).collect::<Vec<_>>())
}

/// What gives the entries of a list, and of the lists of these.
fn given_in(list: &List) -> Vec<&Given> {
    let own = list.fields.0.iter().map(|(_, given)| given).chain(&list.value);
    own.chain(list.lists.iter().flat_map(given_in)).collect()
}
