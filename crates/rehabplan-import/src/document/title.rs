//! What the title of a document says of the case.

use rehabplan::plan::Sagstype;

use super::flow::{Block, Paragraph};
use super::names::strip;
use crate::names::letters;

/// How far down a title may stand, in paragraphs with text.
const FIRST: usize = 6;
/// The longest name of somebody.
const LONGEST: usize = 60;
const PLAN: &str = "rehabiliteringsplan";
/// What documents are called.
const NAMES: [&str; 7] = [
    "rehabiliteringsplanensforberedendedel",
    PLAN,
    "forberedendedel",
    "forberedelsesskema",
    "forelæggelseforrehabiliteringsteamet",
    "rehabiliteringsteametsindstilling",
    "indstilling",
];
/// What stands between the name and the case.
const BETWEEN: [&str; 9] = ["isagerom", "isagom", "sagom", "vedrørende", "vedr", "forelagtom", "om", "til", "for"];

/// What the case is about by the title: `Rehabiliteringsplan – fleksjob`.
pub(super) fn sagstype(blocks: &[Block]) -> Option<Sagstype> {
    let mut first = Vec::new();
    paragraphs(blocks, &mut first);
    let alone = first.iter().find_map(|paragraph| named(&paragraph.text));
    // A title may run over two lines.
    alone.or_else(|| {
        first.iter().zip(first.iter().skip(1)).find_map(|(one, next)| named(&format!("{} {}", one.text, next.text)))
    })
}

fn paragraphs<'b>(blocks: &'b [Block], found: &mut Vec<&'b Paragraph>) {
    for block in blocks {
        match block {
            _ if found.len() >= FIRST => return,
            Block::Paragraph(paragraph) if paragraph.is_blank() => {}
            Block::Paragraph(paragraph) => found.push(paragraph),
            Block::Table(rows) => rows.iter().flatten().for_each(|cell| paragraphs(&cell.blocks, found)),
        }
    }
}

/// Whether a line says what the document is, and no more than that.
pub(super) fn is_title(line: &str) -> bool {
    NAMES.contains(&letters(line).as_str()) || named(line).is_some()
}

/// Whether a line is the title of a whole plan.
pub(super) fn is_of_plan(line: &str) -> bool {
    let own = letters(strip(line));
    own == PLAN || own.starts_with(PLAN) && named(line).is_some() && !own.starts_with(NAMES[0])
}

/// Whose plan a line says that the document is: `Rehabiliteringsplan for Jens Hansen`.
pub(super) fn whose(line: &str) -> Option<&str> {
    const OPENINGS: [&str; 3] = ["for ", "vedrørende ", "vedr. "];
    let line = strip(line);
    let (name, rest) = line.split_at_checked(PLAN.len())?;
    let rest = rest.trim_start_matches([' ', ':', ',', '–', '-', '\u{a0}']);
    let whose = OPENINGS.iter().find_map(|opening| rest.strip_prefix(opening))?.trim();
    (letters(name) == PLAN && whose.len() <= LONGEST && named(line).is_none()).then_some(whose)
}

fn named(title: &str) -> Option<Sagstype> {
    let title = letters(title);
    let rest = NAMES.iter().find_map(|name| title.strip_prefix(name))?;
    let rest = BETWEEN.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let is_called = |sagstype: &&Sagstype| letters(sagstype.title().da) == rest || letters(sagstype.code()) == rest;
    Sagstype::ALL.iter().find(is_called).copied().or_else(|| Sagstype::from_code(rest))
}

#[cfg(test)]
mod tests {
    use rehabplan::plan::Sagstype;

    use super::{named, whose};

    #[test]
    fn a_title_says_what_the_case_is_about_or_nothing() {
        assert_eq!(named("Rehabiliteringsplan – fleksjob"), Some(Sagstype::Fleksjob));
        assert_eq!(named("REHABILITERINGSPLAN i sag om førtidspension"), Some(Sagstype::Foertidspension));
        assert_eq!(named("Forberedende del (jobafklaringsforløb)"), Some(Sagstype::Jobafklaringsforloeb));
        for other in ["Rehabiliteringsplan", "Fleksjob", "Rehabiliteringsplan for Jens", "Borgeren ønsker fleksjob"] {
            assert_eq!(named(other), None, "{other}");
        }
    }

    #[test]
    fn a_title_says_whose_plan_it_is_or_nothing() {
        assert_eq!(whose("Rehabiliteringsplan for Jens Hansen"), Some("Jens Hansen"));
        assert_eq!(whose("1. REHABILITERINGSPLAN – vedr. Jens Hansen"), Some("Jens Hansen"));
        for other in [
            "Rehabiliteringsplan",
            "Rehabiliteringsplan for fleksjob",
            "Planer for Jens",
            "Rehabiliteringsplanens bilag",
        ] {
            assert_eq!(whose(other), None, "{other}");
        }
    }
}
