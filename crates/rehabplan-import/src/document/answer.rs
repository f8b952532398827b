//! Which cell of a row is the answer to its label, where more than one stands beside it.

use std::collections::HashMap;

use super::elsewhere::is_year;
use super::flow::{Cell, TableRow, columns};
use super::template::{is_name_of_column, written};
use crate::dates;
use crate::names::letters;

/// What the column of the answers is called.
const ANSWERS: [&str; 8] =
    ["beskrivelse", "besvarelse", "indhold", "oplysninger", "svar", "tekst", "udfyldes", "vurdering"];
/// Who may have written a text, or whose words it may be.
const ROLES: [&str; 24] = [
    "ansøger",
    "arbejdsgiver",
    "arbejdsgiveren",
    "borger",
    "borgeren",
    "fagperson",
    "jobcenter",
    "jobcenteret",
    "jobcentret",
    "kommune",
    "kommunen",
    "koordinator",
    "koordinatoren",
    "læge",
    "lægen",
    "mentor",
    "mentoren",
    "rådgiver",
    "rådgiveren",
    "sagsbehandler",
    "sagsbehandleren",
    "team",
    "teamet",
    "virksomhedskonsulent",
];
/// What a reference to the regulation is made of beside numbers and single letters.
const OF_PROVISIONS: [&str; 12] = [
    "bek",
    "bekendtgørelse",
    "bekendtgørelsen",
    "bekendtgørelsens",
    "jf",
    "litra",
    "nr",
    "og",
    "pkt",
    "punkt",
    "punktum",
    "stk",
];

/// What says of a column that it is of another time or not for the plan, and of one that it is of now.
const NOT_NOW: [&str; 17] = [
    "dengang",
    "forrige",
    "før",
    "gammel",
    "gamle",
    "hidtidig",
    "hidtidige",
    "hidtil",
    "intern",
    "interne",
    "internt",
    "oprindelig",
    "oprindeligt",
    "seneste",
    "sidst",
    "sidste",
    "tidligere",
];
/// What a column is called that says how to fill in the others.
const HELP: [&str; 7] = ["eksempel", "eksempler", "hjælp", "hjælpetekst", "husk", "vejledende", "vejledning"];
const NOW: [&str; 6] = ["aktuel", "aktuelt", "dag", "denne", "nu", "nuværende"];

/// What the first row of a table says of where its answers stand.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) enum Answers {
    #[default]
    Unsaid,
    /// In the columns that begin here.
    In(Vec<usize>),
    /// Not in the columns that begin here: they are of another time, or not for the plan.
    NotIn(Vec<usize>),
    /// Nothing says it, and in most rows in the column that begins here: what stands further on alone may be a note.
    Mostly(usize),
    /// Each column has the words of somebody, and nobody can say whose are asked for.
    BySpeaker,
}

impl Answers {
    /// By the first row of a table.
    pub(super) fn of(head: &[Cell]) -> Self {
        const FEWEST: usize = 3;
        if head.len() < FEWEST {
            return Self::Unsaid;
        }
        let beside = || columns(head).skip(1).map(|(from, cell)| (from, cell.text()));
        let named: Vec<usize> =
            beside().filter(|(_, text)| ANSWERS.contains(&letters(text).as_str())).map(|(from, _)| from).collect();
        let is_help =
            |text: &str| words(text).next().is_some_and(|first| HELP.contains(&first.to_lowercase().as_str()));
        let (help, others): (Vec<_>, Vec<_>) = beside().partition(|(_, text)| is_help(text));
        match named.is_empty() {
            true if let [(only, _)] = others.as_slice()
                && !help.is_empty() =>
            {
                Self::In(vec![*only])
            }
            false => Self::In(named),
            true if beside().any(|(_, text)| is_of_somebody(&text)) => Self::BySpeaker,
            true => match not_now(&beside().collect::<Vec<_>>()) {
                others if others.is_empty() => Self::Unsaid,
                others => Self::NotIn(others),
            },
        }
    }

    /// By the rows of labels, where the first says nothing: which cell beside the label has words of its own in most of them.
    pub(super) fn mostly<'r>(rows: impl Iterator<Item = &'r TableRow>) -> Self {
        let is_answer = |cell: &Cell| {
            let text = cell.text();
            has_words(cell) && !is_aside(&text) && !text.trim_end().ends_with('?')
        };
        let (mut first, mut later) = (Vec::new(), 0);
        for row in rows {
            let mut beside = columns(row).skip(1);
            match beside.next() {
                Some((from, cell)) if is_answer(cell) => first.push(from),
                Some(_) if beside.any(|(_, cell)| is_answer(cell)) => later += 1,
                _ => {}
            }
        }
        match first.as_slice() {
            [from, more @ ..] if first.len() > later && more.iter().all(|other| other == from) => Self::Mostly(*from),
            _ => Self::Unsaid,
        }
    }

    /// Whether the only text beside a label may be its answer, by the column that it begins in.
    fn may_be_in(&self, from: usize) -> bool {
        match self {
            Self::BySpeaker => false,
            Self::Mostly(first) => *first == from,
            Self::NotIn(others) => !others.contains(&from),
            Self::Unsaid | Self::In(_) => true,
        }
    }
}

/// The columns that are of another time than now, or not for the plan: by their own names, by that of one that is of now, or by
/// a later year.
fn not_now(columns: &[(usize, String)]) -> Vec<usize> {
    let has = |text: &str, known: &[&str]| words(text).any(|word| known.contains(&word.to_lowercase().as_str()));
    let year = |text: &str| words(text).filter(|word| is_year(word)).max().map(str::to_owned);
    let last = columns.iter().filter_map(|(_, text)| year(text)).max();
    let is_now = |text: &str| has(text, &NOW) && !has(text, &NOT_NOW);
    let has_now = columns.iter().any(|(_, text)| is_now(text));
    let is_other = |text: &str| has(text, &NOT_NOW) || has_now && !is_now(text) || year(text) < last && !is_now(text);
    columns.iter().filter(|(_, text)| is_other(text)).map(|(from, _)| *from).collect()
}

/// What was found beside a label.
#[derive(Debug)]
pub(super) enum Answer<'c> {
    /// The cell of the answer, which may be blank; nothing where no cell is.
    In(Option<&'c Cell>),
    /// It may be one cell or another.
    Doubtful,
}

/// The answer among the cells beside a label, each with the column that it begins in, and what else has words.
pub(super) fn choose<'c>(
    values: &[(usize, &'c Cell)],
    answers: &Answers,
    is_short: bool,
) -> (Answer<'c>, Vec<&'c Cell>) {
    // A day, a yes or a number is told by what it looks like, and where more than one cell does, by nothing.
    let is_unsaid = is_short && matches!(answers, Answers::Unsaid | Answers::Mostly(_));
    if is_unsaid && values.len() > 1 {
        let mut told = values.iter().enumerate().filter(|(_, (_, cell))| may_answer(&cell.text()));
        if told.next().is_some_and(|(at, (_, cell))| at > 0 || is_mark(&cell.text())) || told.next().is_some() {
            return (Answer::Doubtful, Vec::new());
        }
    }
    if values.len() < 2 || is_unsaid {
        let others = values.iter().skip(1).map(|(_, cell)| *cell).filter(|cell| has_words(cell));
        return (Answer::In(values.first().map(|(_, cell)| *cell)), others.collect());
    }
    let is_possible = |from: usize| match answers {
        Answers::In(columns) => columns.contains(&from),
        _ => true,
    };
    let (mut possible, mut others): (Vec<_>, Vec<_>) = values.iter().partition(|(from, _)| is_possible(*from));
    if possible.is_empty() {
        std::mem::swap(&mut possible, &mut others);
    }
    let with_words =
        |cells: Vec<(usize, &'c Cell)>| cells.into_iter().filter(|(_, cell)| has_words(cell)).collect::<Vec<_>>();
    let others = with_words(others).into_iter().map(|(_, cell)| cell).filter(|cell| !is_aside(&cell.text())).collect();
    if let [(_, cell)] = possible.as_slice() {
        return (Answer::In(Some(*cell)), others);
    }
    let mut filled = with_words(possible);
    filled.retain(|(_, cell)| !is_provision(&cell.text()));
    let words: Vec<(usize, &Cell)> = filled.iter().copied().filter(|(_, cell)| !is_aside(&cell.text())).collect();
    let answer = match (filled.as_slice(), words.as_slice()) {
        ([], _) => Answer::In(None),
        (_, [(from, word)]) if answers.may_be_in(*from) => Answer::In(Some(*word)),
        _ => Answer::Doubtful,
    };
    (answer, others)
}

/// Whether a text may be a whole answer that is short, or the mark of one: `Ja`, `12. marts 2020`, `x`.
pub(super) fn may_answer(text: &str) -> bool {
    let first = words(text).next().unwrap_or_default().to_lowercase();
    let is_number = !text.trim().is_empty() && text.trim().chars().all(|letter| letter.is_ascii_digit());
    ["ja", "nej"].contains(&first.as_str()) || is_mark(text) || is_number || dates::read(text.trim(), None).is_some()
}

/// Whether a text is a mark that chooses something.
pub(super) fn is_mark(text: &str) -> bool {
    ["x", "✓", "✔", "☒"].contains(&text.trim().to_lowercase().as_str())
}

/// A table of things to choose among, with the mark in a cell of its own.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Choice {
    Made(String),
    /// No mark, more than one, or one that may be at either of two.
    Open,
}

/// What is chosen among what stands beside a label in its row and those below it, by the one mark: it stands below what it chooses, or at
/// its side. Nothing, where the cells are no such table.
pub(super) fn chosen(
    rows: &[TableRow],
    is_option: &dyn Fn(&str) -> bool,
    is_ticked: &dyn Fn(&str) -> Option<bool>,
) -> Option<Choice> {
    let (mut marks, mut options, mut known) = (Vec::new(), HashMap::new(), 0);
    for (at, row) in rows.iter().enumerate() {
        for (nth, (from, cell)) in columns(row).enumerate().skip(1) {
            let text = cell.text();
            if is_ticked(&text) == Some(true) {
                marks.push((at, nth, from));
            } else if is_ticked(&text).is_none() && !text.is_empty() {
                known += usize::from(is_option(&text));
                options.insert((at, nth), (from, text));
            }
        }
    }
    let is_choice = known > 1 || known > 0 && rows.len() > 1 && !marks.is_empty();
    let below = |(row, _, from): (usize, usize, usize)| {
        let above = row.checked_sub(1)?;
        options.iter().find(|((at, _), (column, _))| *at == above && *column == from).map(|(_, (_, text))| text)
    };
    let beside = |(row, nth, _): (usize, usize, usize)| {
        let sides = [nth.checked_sub(1), nth.checked_add(1)].into_iter().flatten();
        sides.filter_map(|side| options.get(&(row, side)).map(|(_, text)| text)).collect::<Vec<_>>()
    };
    let choice = match marks.as_slice() {
        [mark] => match below(*mark).into_iter().chain(beside(*mark)).collect::<Vec<_>>().as_slice() {
            [only] => Choice::Made((*only).clone()),
            _ => Choice::Open,
        },
        _ => Choice::Open,
    };
    is_choice.then_some(choice)
}

fn has_words(cell: &Cell) -> bool {
    !written(&cell.blocks).0.is_empty()
}

/// Whether a text says no more than where something is said, when, by whom, or whether.
fn is_aside(text: &str) -> bool {
    is_provision(text)
        || dates::read(text.trim(), None).is_some()
        || ["ja", "nej"].contains(&letters(text).as_str())
        || are_roles(text)
}

/// Whether a text is nothing but a reference to a provision: `§ 3, stk. 1, nr. 4`.
pub(super) fn is_provision(text: &str) -> bool {
    let is_of_it = |word: &str| {
        let word = word.to_lowercase();
        let rest = word.trim_start_matches(|letter: char| letter.is_ascii_digit());
        rest.chars().count() <= 1 || OF_PROVISIONS.contains(&rest)
    };
    text.contains('§') && words(text).all(is_of_it)
}

/// Whether a text names nothing but those who may have written one.
pub(super) fn are_roles(text: &str) -> bool {
    let is_role = |word: &str| {
        let word = word.to_lowercase();
        ["og", "eller"].contains(&word.as_str()) || ROLES.contains(&word.as_str())
    };
    words(text).next().is_some() && words(text).all(is_role)
}

/// Whether a column has somebody's words: `Kommunen`, `Borgerens bemærkninger`.
fn is_of_somebody(name: &str) -> bool {
    let first = words(name).next().unwrap_or_default().to_lowercase();
    are_roles(name) || first.strip_suffix('s').is_some_and(|role| ROLES.contains(&role))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether the first row does nothing but say what stands below it.
pub(super) fn is_head(head: &[Cell]) -> bool {
    let is_name = |cell: &Cell| cell.text().is_empty() || is_name_of_column(&cell.text());
    Answers::of(head) != Answers::Unsaid && head.first().is_some_and(is_name)
}

#[cfg(test)]
mod tests {
    use super::{are_roles, is_aside, is_of_somebody, is_provision, not_now};

    #[test]
    fn a_column_of_another_time_or_not_for_the_plan_is_told_from_that_of_now() {
        let of = |names: &[&str]| not_now(&(1..).zip(names.iter().map(|name| (*name).to_owned())).collect::<Vec<_>>());
        for names in [
            ["Sidste plan", "Denne plan"],
            ["Tidligere", "Aktuelt"],
            ["2019", "2021"],
            ["Plan fra marts 2019", "Plan fra maj 2021"],
            ["Ved sidste møde", "Nu"],
            ["Sidste plan (2019)", "Nu"],
            ["Ved opstart", "Status i dag"],
            ["Intern note", "Til planen"],
        ] {
            assert_eq!(of(&names), [1], "{names:?}");
        }
        assert_eq!(of(&["Nu", "Før"]), [2]);
        for names in [["Del 1", "Del 2"], ["2021", "2021"], ["Emne", "Noter"]] {
            assert!(of(&names).is_empty(), "{names:?}");
        }
    }

    #[test]
    fn what_says_where_when_by_whom_or_whether_is_aside() {
        for text in ["§ 3, stk. 1, nr. 4", "jf. § 3, stk. 1, nr. 1, litra b", "§§ 3 og 4"] {
            assert!(is_provision(text), "{text}");
        }
        for text in ["03-05-2021", "3. maj 2021", "Ja", "nej", "Sagsbehandler", "Borger og sagsbehandler", "§ 4"] {
            assert!(is_aside(text), "{text}");
        }
        for text in ["Nej, intet", "Borgeren vil køre bus", "Får hjælp efter § 85", "3", "Kok", ""] {
            assert!(!is_aside(text), "{text}");
        }
        assert!(are_roles("Kommunen") && is_of_somebody("Borgerens bemærkninger") && !is_of_somebody("Bilag"));
    }
}
