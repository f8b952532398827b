//! Labels that look like any other line, each with its answer in the paragraphs below it, under a heading that does stand out: `Økonomi` and
//! `Familie` under »Udfordringer«.

use super::headings::may_be_heading;
use super::{ENOUGH, Reader};
use crate::document::elsewhere::is_of_family_or_another_paper;
use crate::document::flow::{Block, Paragraph};
use crate::document::title::{is_title, whose};
use crate::people;

/// What a line is that looks like any other and has text below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plain {
    /// One of several labels.
    Label,
    /// By itself, and of somebody else.
    Others,
}

impl<'n> Reader<'n> {
    /// Which blocks are labels: the text under a heading begins with one and has more of them, each known by its name or of somebody
    /// else. By itself one of somebody else may be.
    pub(super) fn plain_labels(&self, blocks: &[Block]) -> Vec<Option<Plain>> {
        let mut labels = vec![None; blocks.len()];
        if self.by_name {
            return labels;
        }
        let is_filled =
            |(_, block): &(usize, &Block)| !matches!(block, Block::Paragraph(paragraph) if paragraph.is_blank());
        let filled: Vec<(usize, &Block)> = blocks.iter().enumerate().filter(is_filled).collect();
        let is_heading = |block: &Block| match block {
            Block::Paragraph(paragraph) => self.level(paragraph).is_some(),
            Block::Table(_) => false,
        };
        let is_apart = |block: &Block| is_heading(block) || matches!(block, Block::Table(_));
        let mut rest = filled.as_slice();
        // Under what the document is called, they are its headings.
        let is_title = |block: &Block| match block {
            Block::Paragraph(paragraph) => is_title(&paragraph.text) || whose(&paragraph.text).is_some(),
            Block::Table(_) => false,
        };
        while let Some(heading) = rest.iter().position(|(_, block)| is_heading(block)) {
            let (above, behind) = rest.split_at(heading + 1);
            let end = behind.iter().position(|(_, block)| is_apart(block)).unwrap_or(behind.len());
            let (run, after) = behind.split_at(end);
            rest = after;
            if above.last().is_some_and(|(_, block)| is_title(block)) {
                continue;
            }
            let may_be: Vec<Option<Plain>> = run.iter().map(|(_, block)| self.plain(block)).collect();
            let is_label = |at: usize| match may_be.get(at..at + 2) {
                Some([label, None]) => *label,
                _ => None,
            };
            let found = || (0..run.len()).filter_map(|at| is_label(at).map(|label| (at, label)));
            let are_labels = is_label(0).is_some() && found().nth(ENOUGH - 1).is_some();
            for (at, label) in found() {
                let place = run.get(at).and_then(|(block, _)| labels.get_mut(*block));
                place.into_iter().for_each(|place| match label {
                    _ if are_labels => *place = Some(Plain::Label),
                    Plain::Others => *place = Some(Plain::Others),
                    Plain::Label => {}
                });
            }
        }
        labels
    }

    fn plain(&self, block: &Block) -> Option<Plain> {
        let Block::Paragraph(paragraph) = block else { return None };
        let text = paragraph.text.trim();
        let is_plain = !paragraph.is_item
            && paragraph.lead == 0
            && paragraph.control.is_empty()
            && !paragraph.is_guidance
            && !text.contains(['\n', ':'])
            && may_be_heading(text);
        match () {
            () if !is_plain => None,
            () if self.names.knows(text) => Some(Plain::Label),
            () => is_of_family_or_another_paper(text).then_some(Plain::Others),
        }
    }

    /// Reads such a label. What somebody else is called may be a line of an answer about people.
    pub(super) fn plain_label(&mut self, paragraph: &Paragraph, label: Plain) {
        let text = paragraph.text.trim();
        let is_about_people = || {
            let name = self.section.as_ref().and_then(|section| section.name.as_ref());
            name.is_none_or(|name| people::are_at(&name.place))
        };
        let Some(section) = self.section.as_ref().filter(|_| label == Plain::Label || !is_about_people()) else {
            return self.paragraph(paragraph);
        };
        let level = self.plain_level.unwrap_or(section.level + 1);
        if self.find(text).is_none() {
            // It is nothing that is told further in of the heading above.
            if self.section.as_ref().is_some_and(|section| section.is_blank() && section.name.is_some()) {
                self.section.iter_mut().for_each(|section| section.is_group = true);
            }
            self.close_section();
        }
        self.heading(text, level, true, paragraph.page);
        self.plain_level = Some(level);
    }
}
