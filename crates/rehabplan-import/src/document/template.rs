//! What a template says of its own: instructions, tables of contents, rows that name columns. None of it is an answer.

use super::flow::{ASIDE, Block, Cell, DOUBTFUL, Paragraph, UNREAD};
use super::heading::strip;
use super::names::Names;
use crate::instructions::instructs;
use crate::names::letters;

/// The most letters of a line of the paper: of its head, its foot and its end.
pub(super) const LONGEST: usize = 90;
/// The names of columns that say nothing of what stands in them.
const COLUMNS: [&str; 16] = [
    "nr",
    "emne",
    "emner",
    "felt",
    "punkt",
    "område",
    "spørgsmål",
    "svar",
    "tekst",
    "beskrivelse",
    "overskrift",
    "udfyldes",
    "oplysninger",
    "indhold",
    "bemærkninger",
    "tema",
];

/// Whether a line says no more than which page it stands on, and maybe of which paper: `Side 2`, `1/3`, `Jobcenter Syd · Side 1 af 3`.
pub(super) fn is_page(line: &str) -> bool {
    const BETWEEN: [char; 4] = ['·', '•', '|', '\t'];
    const MOST_WORDS: usize = 5;
    let is_last = |last: &str| is_page_alone(last) && last.to_lowercase().contains("side");
    let is_foot = || {
        let mut pieces = line.split(BETWEEN).map(str::trim);
        let is_short = pieces.clone().all(|piece| piece.split(' ').count() <= MOST_WORDS);
        let has_page = pieces.next_back().is_some_and(is_last) || pieces.next().is_some_and(is_last);
        is_short && has_page && line.len() <= LONGEST
    };
    is_page_alone(line) || line.contains(BETWEEN) && is_foot()
}

fn is_page_alone(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    let is_number = |word: &str| (1..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    let of = |pages: &str, between: &str| {
        pages.split_once(between).is_some_and(|(page, all)| is_number(page.trim()) && is_number(all.trim()))
    };
    let numbered = line.strip_prefix("side").map(str::trim).map(|rest| rest.trim_start_matches(['.', ':', ' ']));
    numbered.is_some_and(|rest| is_number(rest) || of(rest, "af") || of(rest, "/"))
        || of(&line, "/")
        || of(&line, " af ")
}

/// Whether a paragraph says what to write.
pub(super) fn is_instruction(paragraph: &Paragraph) -> bool {
    paragraph.is_guidance || instructs(paragraph.text.trim(), paragraph.look.is_italic)
}

/// Whether a line is one of a table of contents: a name, and the page that it stands on.
pub(super) fn is_contents(line: &str, names: &Names) -> bool {
    if matches!(letters(line).as_str(), "indhold" | "indholdsfortegnelse") {
        return true;
    }
    let name = line.trim().trim_end_matches(|letter: char| letter.is_ascii_digit());
    let has_page = name.len() < line.trim().len();
    let name = name.trim_end_matches(['\t', '.', '…', ' ', '_']);
    has_page && !strip(name).is_empty() && names.knows(name)
}

/// Whether a row does nothing but name columns that any table of headings and answers has.
pub(super) fn is_row_of_names(cells: &[Cell]) -> bool {
    let is_name = |cell: &Cell| letters(&cell.text()).is_empty() || is_name_of_column(&cell.text());
    cells.len() >= 2 && cells.iter().all(is_name)
}

/// Whether a text does nothing but name a column.
pub(super) fn is_name_of_column(text: &str) -> bool {
    COLUMNS.contains(&letters(text).as_str())
}

/// The lines of blocks without what the template says; and whether it says something.
pub(super) fn written(blocks: &[Block]) -> (Vec<String>, bool) {
    let mut is_instructed = false;
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) if paragraph.is_doubtful => lines.push(DOUBTFUL.to_owned()),
            Block::Paragraph(paragraph) if paragraph.is_aside => lines.push(ASIDE.to_owned()),
            Block::Paragraph(paragraph) if paragraph.is_unread => lines.push(UNREAD.to_owned()),
            Block::Paragraph(paragraph) if is_instruction(paragraph) => is_instructed = true,
            Block::Paragraph(paragraph) => lines.extend(paragraph.text.lines().map(str::to_owned)),
            Block::Table(rows) => {
                for cell in rows.iter().flatten() {
                    let (more, is_more) = written(&cell.blocks);
                    lines.extend(more);
                    is_instructed |= is_more;
                }
            }
        }
    }
    lines.retain(|line| !line.trim().is_empty());
    (lines, is_instructed)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{is_contents, is_instruction, is_page, written};
    use crate::document::flow::{Block, Look, Paragraph};
    use crate::document::names::Names;
    use crate::mapping::Mapping;

    fn paragraph(text: &str, is_italic: bool) -> Paragraph {
        Paragraph { text: text.to_owned(), look: Look { is_italic, ..Look::default() }, ..Paragraph::default() }
    }

    #[test]
    fn an_instruction_is_told_from_an_answer() {
        for (text, is_italic) in [
            ("Beskriv borgerens netværk.", false),
            ("(Her beskrives situationen. Skriv kort.)", false),
            ("Skriv kort om emnet. Brug borgerens egne ord.", true),
            ("Hvad fylder mest for borgeren?", true),
        ] {
            assert!(is_instruction(&paragraph(text, is_italic)), "{text}");
        }
        for (text, is_italic) in [
            ("Angiver selv, at tunge løft er udelukket.", false),
            ("Beskriv borgerens netværk: Har tre søskende.", false),
            ("Beskriv borgerens netværk. Har tre søskende.", false),
            ("Hvad der fylder mest, er økonomien.", false),
            ("Har ondt i ryggen.", true),
        ] {
            assert!(!is_instruction(&paragraph(text, is_italic)), "{text}");
        }
    }

    #[test]
    fn a_page_by_its_number_is_told_from_an_answer() {
        for line in ["Side 2", "side 12 af 14", "Side: 3/9", "3/9", " 3 / 9 ", "2 af 4", "Jobcenter Syd · Side 1 af 3"]
        {
            assert!(is_page(line), "{line}");
        }
        for line in [
            "2",
            "Side",
            "Side 2 er vigtig",
            "Siden 2012",
            "2 af 4 dage",
            "12/2020/3",
            "1/3 tid",
            "20 timer",
            "Bus | 1/3",
        ] {
            assert!(!is_page(line), "{line}");
        }
    }

    #[test]
    fn what_is_written_is_without_what_the_template_says() {
        let blocks = ["Skriv kort.", "Har ondt i ryggen."].map(|text| Block::Paragraph(paragraph(text, false)));
        assert_eq!(written(&blocks), (vec!["Har ondt i ryggen.".to_owned()], true));
    }

    #[test]
    fn a_line_of_a_table_of_contents_is_a_known_name_and_a_page() {
        let mapping = Mapping::read(br#"plan = { "/forberedendeDel/oensker" = "\u00d8nsker" }"#).unwrap();
        let names = Names::of(mapping.file(), &[]);
        assert!(is_contents("3.4 Ønsker\t2", &names) && is_contents("Ønsker ..... 12", &names));
        assert!(!is_contents("Ønsker", &names) && !is_contents("Bor på nr. 4", &names));
    }
}
