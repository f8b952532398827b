//! Cases as the items of a batch: plans that are made when it is their turn.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};
use std::sync::Arc;

use rehabplan::Lang;
use rehabplan::report::{InputCode, InputFinding};
use rehabplan::text::Wording;
use rehabplan_batch::{Item, Made, Name, Origins, Problem};

use crate::import::{Case, Import};
use crate::record::Unread;
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
    let carried = carried.iter().cloned().zip(case.carried()).collect();
    let name = Name { line: place(case.row()), id: case.id(), carried, ..Name::default() };
    Item::made(move || Ok(Made { plan: case.plan(), origins: Arc::new(OfCase(case)) })).named(name)
}

fn of_error(error: &SourceError) -> Item {
    let problem = problem(error.fault.code(), |lang| error.fault.message(lang));
    let name = Name { line: place(error.row), ..Name::default() };
    Item::nowhere(problem).named(name)
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

    fn message(&self, finding: &InputFinding) -> Option<Wording> {
        let unread = self.0.origin(&finding.path).and_then(|origin| origin.unread).map(Unread::message);
        unread.or_else(|| self.0.lacks_kind_at(&finding.path).then_some(OF_NO_KIND))
    }

    fn cause(&self, finding: &InputFinding) -> Option<u64> {
        let origin = self.0.origin(&finding.path)?;
        // What may be an entry of several lists, by a word that nobody knows, is one thing to mend, and no row that ends early.
        if self.0.lacks_kind_at(&finding.path) {
            let mut hasher = DefaultHasher::new();
            (&origin.table, origin.row, &origin.name).hash(&mut hasher);
            return Some(hasher.finish() | 1 << 63);
        }
        // Of a row that ends early, all cells are missing that come after.
        origin.cut_off()
    }

    fn remedy(&self, finding: &InputFinding) -> Option<Wording> {
        let origin = self.0.origin(&finding.path);
        // There is no cell to write in.
        if let (InputCode::ScopeUnknown { .. }, None) = (finding.code, self.0.place(&finding.path)) {
            return Some(NO_TYPE);
        }
        let unread = origin.and_then(|origin| origin.unread);
        let no_id = self.0.is_crowded_at(&finding.path).then_some(TOO_MANY_ROWS);
        let which = || if self.0.is_without_id() { NO_ID } else { ODD_ID };
        let no_id = no_id.or_else(|| self.0.lacks_id_at(&finding.path).then(which));
        let no_id = no_id.or_else(|| self.0.lacks_key_at(&finding.path).then_some(NO_KEY));
        let no_id = no_id.or_else(|| self.0.lacks_kind_at(&finding.path).then_some(NO_KIND));
        no_id.or(unread.map(Unread::remedy)).or_else(|| in_a_table(finding.code))
    }
}

/// What to do about cases whose type stands nowhere in the source.
const NO_TYPE: Wording = Wording::new(
    "Kortet tager sagstypen fra ingen kolonne: giv den kolonne, den står i, eller skriv den for alle sager i kortet ([plan], \"/sag/sagstype\" = { constant = \"fleksjob\" }) eller med --sagstype",
    "The mapping takes the type of the case from no column: give the column that it stands in, or write it for all cases in the mapping ([plan], \"/sag/sagstype\" = { constant = \"fleksjob\" }) or with --sagstype",
);

/// What to do about a case whose rows in other tables nobody can tell.
const NO_ID: Wording = Wording::new(
    "Sagen har intet id, så ingen kan sige, hvilke rækker i de andre tabeller der er dens: skriv id'et i cellen",
    "The case has no id, so nobody can say which rows of the other tables are its own: write the id in the cell",
);

/// What to do about a case whose id no other table has, and that may be a text.
const ODD_ID: Wording = Wording::new(
    "Id'et vises ikke, fordi det kan være en tekst, og ingen række i den anden tabel har det: se rækken efter, og ret id'et, hvis det er forkert",
    "The id is not shown, since it may be a text, and no row of the other table has it: look at the row, and correct the id if it is wrong",
);

/// What to do about a row of another table that does not say whose it is.
const NO_KEY: Wording = Wording::new(
    "Rækken siger ikke, hvilken sag den hører til, og kan være denne sags: skriv sagens id i cellen, eller slet rækken",
    "The row does not say which case it belongs to, and may be of this one: write the id of the case in the cell, or delete the row",
);

/// What is wrong with what may be an entry of a list, by a word that nobody knows.
const OF_NO_KIND: Wording = Wording::new(
    "Kortet kender ikke ordet, der siger, hvilken slags det er",
    "The mapping does not know the word that says which kind it is",
);

/// What to do about it, by a word that nobody knows.
const NO_KIND: Wording = Wording::new(
    "Ingen liste i kortet kender ordet i cellen, så det, der står der, kan høre til denne: skriv ordet under »is« ved den liste, det hører til, eller under »not«, hvis det ikke hører til nogen",
    "No list of the mapping knows the word in the cell, so what stands there may belong to this one: write the word under \"is\" of the list that it belongs to, or under \"not\" if it belongs to none",
);

/// What to do about a case whose key too many rows of another table have.
const TOO_MANY_ROWS: Wording = Wording::new(
    "Så mange rækker i en anden tabel har denne nøgle, at de ikke kan være én sags: se efter, om nøglen i kortet (key, to) er sagens id",
    "So many rows of another table have this key that they cannot be those of one case: see whether the key in the mapping (key, to) is the id of the case",
);

/// What to do in a table about a value that cannot be read.
fn in_a_table(code: InputCode) -> Option<Wording> {
    Some(match code {
        InputCode::NotText => Wording::new(
            "Skriv en tekst i cellen, eller lad den stå tom",
            "Write a text in the cell, or leave it blank",
        ),
        InputCode::NotADate => Wording::new(
            "Skriv en mulig dato i cellen, eller lad den stå tom; skrives datoer på en anden måde, så angiv det i kortet (dates)",
            "Write a possible date in the cell, or leave it blank; if dates are written in another way, say so in the mapping (dates)",
        ),
        InputCode::NotABoolean => Wording::new(
            "Skriv ja eller nej i cellen; bruges andre ord, så angiv det i kortet (yes og no)",
            "Write yes or no in the cell; if other words are used, say so in the mapping (yes and no)",
        ),
        InputCode::NotANumber { .. } | InputCode::OutOfRange { .. } => Wording::new(
            "Skriv et tal fra {min} til {max} i cellen, eller lad den stå tom",
            "Write a number from {min} to {max} in the cell, or leave it blank",
        ),
        InputCode::NotWhole { .. } => Wording::new(
            "Skriv et helt tal fra {min} til {max} i cellen, eller lad den stå tom",
            "Write a whole number from {min} to {max} in the cell, or leave it blank",
        ),
        InputCode::NotACode { .. } | InputCode::ScopeUnknown { .. } => Wording::new(
            "Skriv en af disse i cellen: {allowed}; har kilden sine egne koder, så angiv i kortet, hvad de betyder (codes)",
            "Write one of these in the cell: {allowed}; if the source has codes of its own, say in the mapping what they mean (codes)",
        ),
        InputCode::NotAList | InputCode::NotAnObject => Wording::new(
            "Her står én værdi, hvor planen har en liste eller flere felter; ret stedet i kortet",
            "One value stands here where the plan has a list or several fields; correct the place in the mapping",
        ),
        _ => return None,
    })
}
