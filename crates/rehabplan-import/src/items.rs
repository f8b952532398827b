//! Cases as the items of a batch: plans that are made when it is their turn.

use std::sync::Arc;

use rehabplan::Lang;
use rehabplan_batch::{Item, Made, Name, Origins, Problem};

use crate::import::{Case, Import};
use crate::source::SourceError;

/// The cases of an import. Each is known by its id, its row and what goes along; a row that cannot be read is the reason
/// why there is no plan.
pub fn items(import: Import) -> impl Iterator<Item = Item> + Send {
    let carried: Arc<[Arc<str>]> = import.carried().into();
    import.map(move |case| match case {
        Ok(case) => of_case(case, &carried),
        Err(error) => of_error(&error),
    })
}

fn of_case(case: Case, carried: &[Arc<str>]) -> Item {
    let name = Name {
        line: place(case.row()),
        id: case.id(),
        carried: carried.iter().cloned().zip(case.carried()).collect(),
        ..Name::default()
    };
    Item::made(move || Ok(Made { plan: case.plan(), origins: Arc::new(OfCase(case)) })).named(name)
}

fn of_error(error: &SourceError) -> Item {
    let problem = problem(error.fault.code(), |lang| error.fault.message(lang));
    Item::nowhere(problem).named(Name { line: place(error.row), ..Name::default() })
}

pub(crate) fn problem(code: &'static str, message: impl Fn(Lang) -> String) -> Problem {
    let [danish, english] = [Lang::Da, Lang::En].map(message);
    Problem::Other { code, danish, english }
}

fn place(row: Option<u64>) -> Option<usize> {
    row.and_then(|row| usize::try_from(row).ok())
}

struct OfCase(Case);

impl Origins for OfCase {
    fn origin(&self, pointer: &str, lang: Lang) -> Option<String> {
        self.0.origin(pointer).map(|origin| origin.text(lang))
    }
}
