//! How a document writes its headings and its running text, as far as the known ones tell.

use std::collections::HashMap;

use super::ENOUGH;
use crate::document::flow::{Block, Paragraph};
use crate::document::names::Names;
use crate::document::numbers::{Number, Numbers};

/// The size that most letters of running text have.
pub(super) fn body_size(blocks: &[Block]) -> u16 {
    pub(super) fn count(blocks: &[Block], sizes: &mut HashMap<u16, usize>) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) if paragraph.level.is_none() && !paragraph.look.is_bold => {
                    *sizes.entry(paragraph.look.size).or_default() += paragraph.text.len();
                }
                Block::Paragraph(_) => {}
                Block::Table(rows) => rows.iter().flatten().for_each(|cell| count(&cell.blocks, sizes)),
            }
        }
    }
    let mut sizes = HashMap::new();
    count(blocks, &mut sizes);
    sizes
        .into_iter()
        .filter(|(_, letters)| *letters > 0)
        .max_by_key(|(size, letters)| (*letters, *size))
        .map_or(u16::MAX, |(size, _)| size)
}

/// How a document without styles writes its headings, as far as the known ones tell.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Manner {
    numbered: Option<Numbers>,
    has_colon: bool,
    /// They are entries of a list, and little else is.
    pub(super) are_items: bool,
}

impl Manner {
    pub(super) fn of(blocks: &[Block], names: &Names) -> Self {
        let paragraphs = || {
            blocks.iter().filter_map(|block| match block {
                Block::Paragraph(paragraph) => Some(paragraph),
                Block::Table(_) => None,
            })
        };
        let known: Vec<&Paragraph> = paragraphs().filter(|paragraph| names.knows(&paragraph.text)).collect();
        let are_most = |is_so: &dyn Fn(&Paragraph) -> bool| {
            known.iter().filter(|paragraph| is_so(paragraph)).count() * 2 > known.len()
        };
        let numbered = Numbers::ALL
            .into_iter()
            .find(|numbers| are_most(&|paragraph| Numbers::of(paragraph.text.trim()) == Some(*numbers)));
        let items = paragraphs().filter(|paragraph| paragraph.is_item && !paragraph.is_blank()).count();
        let known_items = known.iter().filter(|paragraph| paragraph.is_item).count();
        Self {
            numbered,
            has_colon: are_most(&|paragraph| paragraph.text.trim().ends_with(':')),
            are_items: known_items >= ENOUGH && known_items * 2 > items,
        }
    }

    /// Whether a line is written as they are, and goes on where the last number stopped.
    pub(super) fn has(self, paragraph: &Paragraph, last: Option<&Number>) -> bool {
        /// The longest one that nothing but a colon tells.
        const LONGEST: usize = 60;
        let text = paragraph.text.trim();
        self.numbered.is_some_and(|numbers| numbers.has(text, last))
            || self.has_colon && text.ends_with(':') && text.len() < LONGEST
            || self.are_items && paragraph.is_item
    }

    /// Whether nothing but its words tells one.
    pub(super) fn is_of_words(self) -> bool {
        self.numbered.is_none() && !self.has_colon && !self.are_items
    }
}
