//! What looks like a heading or a label in a document, in its order: the one before another says what that may be about.

use super::flow::{Block, Paragraph, TableRow};
use super::forms::Line;

/// The longest one.
const LONGEST: usize = 160;

/// The texts of what looks so.
pub(super) fn headings(blocks: &[Block]) -> Vec<String> {
    let mut found = Vec::new();
    collect(blocks, &mut found);
    found
}

fn collect(blocks: &[Block], found: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => found.extend(of_paragraph(paragraph).map(str::to_owned)),
            Block::Table(rows) => rows.iter().for_each(|row| of_row(row, found)),
        }
    }
}

fn of_row(row: &TableRow, found: &mut Vec<String>) {
    let Some((first, others)) = row.split_first() else { return };
    let text = first.text();
    if !others.is_empty() && is_one(&text) {
        found.push(text);
        return;
    }
    let is_plain = |paragraph: &Paragraph| of_paragraph(paragraph).is_none() && is_one(paragraph.text.trim());
    match first.blocks.as_slice() {
        [Block::Paragraph(paragraph)] if others.is_empty() && is_plain(paragraph) => found.push(text),
        _ => row.iter().for_each(|cell| collect(&cell.blocks, found)),
    }
}

fn of_paragraph(paragraph: &Paragraph) -> Option<&str> {
    let text = paragraph.text.trim();
    let stands_out = paragraph.look.is_bold || paragraph.look.is_caps || paragraph.look.is_underlined;
    if paragraph.level.is_some() || stands_out && is_one(text) {
        return Some(text).filter(|text| !text.is_empty() && text.len() <= LONGEST);
    }
    let lead = paragraph.text.get(..paragraph.lead).map(|lead| lead.trim().trim_end_matches(':'));
    let label = || Line::of(paragraph).filter(|line| line.is_led_by_colon() && line.may_be_label());
    lead.filter(|lead| is_one(lead)).or_else(|| label().map(|line| line.label))
}

/// Whether a text is no sentence and has one line.
fn is_one(text: &str) -> bool {
    !text.is_empty() && text.len() <= LONGEST && !text.contains('\n') && !text.ends_with(['.', ',', ';'])
}
