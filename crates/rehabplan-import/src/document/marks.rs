//! What colour and slant tell of a document without styles: in which of them it writes its headings, and in which grey its
//! template says what to write.

use std::collections::{HashMap, HashSet};

use super::flow::{Block, Cell, Ink, Look, Paragraph};
use super::names::Names;
use super::template::is_instruction;

/// So many known headings tell how the others are written.
const ENOUGH: usize = 2;

/// Colour and slant.
type Mark = (bool, Ink);

/// The marks in which a document writes its headings, where it writes other text otherwise.
pub(super) fn of_headings(blocks: &[Block], names: &Names) -> HashSet<Mark> {
    let (mut letters, mut known) = (HashMap::new(), HashMap::new());
    each(blocks, &mut |paragraph| {
        let mark = paragraph.look.mark();
        if paragraph.is_guidance {
            return;
        }
        if names.knows(&paragraph.text) {
            *known.entry(mark).or_insert(0) += 1;
        } else {
            *letters.entry(mark).or_insert(0) += paragraph.text.len();
        }
    });
    let usual = most(&letters);
    let is_one = |(mark, count): (Mark, usize)| {
        (count >= ENOUGH && mark != Mark::default() && Some(mark) != usual).then_some(mark)
    };
    known.into_iter().filter_map(is_one).collect()
}

/// The mark that most letters have.
fn most(letters: &HashMap<Mark, usize>) -> Option<Mark> {
    letters.iter().max_by_key(|(mark, letters)| (**letters, **mark)).map(|(mark, _)| *mark)
}

fn each<'b>(blocks: &'b [Block], show: &mut dyn FnMut(&'b Paragraph)) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) if paragraph.is_blank() => {}
            Block::Paragraph(paragraph) => show(paragraph),
            Block::Table(rows) => rows.iter().flatten().for_each(|cell| each(&cell.blocks, show)),
        }
    }
}

/// Says of the grey paragraphs between headings and answers that the template speaks there, in a document where it does so in
/// more than one place. Where nothing but grey stands below a heading there, nobody knows whether it is an answer.
pub(super) fn guide(blocks: &mut [Block], names: &Names) {
    let mut looks = HashSet::new();
    each(blocks, &mut |paragraph| {
        if names.knows(&paragraph.text) && paragraph.look.is_bold {
            looks.insert(paragraph.look);
        }
    });
    let is_head = |paragraph: &Paragraph| {
        let is_like_them = || looks.contains(&paragraph.look) || names.knows(&paragraph.text);
        paragraph.level.is_some() || !is_grey(paragraph.look) && is_like_them()
    };
    // Grey before an answer is the template's; after one it is somebody's.
    let (mut guided, mut others) = (0, 0);
    groups(blocks, &is_head, &mut |group| {
        let first = group.iter().take_while(|paragraph| is_grey(paragraph.look)).count();
        guided += usize::from(first > 0 && first < group.len());
        others += usize::from(group.iter().skip(first).any(|paragraph| is_grey(paragraph.look)));
    });
    if guided >= ENOUGH && guided > others {
        groups(blocks, &is_head, &mut |group| {
            let first = group.iter().take_while(|paragraph| is_grey(paragraph.look)).count();
            let is_all = first == group.len();
            for paragraph in group.iter_mut().take(first) {
                if !is_all || is_instruction(paragraph) {
                    paragraph.is_guidance = true;
                } else {
                    **paragraph = Paragraph::unread(paragraph.page);
                }
            }
        });
    }
}

fn is_grey(look: Look) -> bool {
    look.ink.is_grey()
}

/// Shows the paragraphs that stand below each heading, or that make up a cell.
fn groups(blocks: &mut [Block], is_head: &dyn Fn(&Paragraph) -> bool, show: &mut dyn FnMut(&mut [&mut Paragraph])) {
    fn within(
        blocks: &mut [Block],
        is_below: bool,
        is_head: &dyn Fn(&Paragraph) -> bool,
        show: &mut dyn FnMut(&mut [&mut Paragraph]),
    ) {
        let mut group: Vec<&mut Paragraph> = Vec::new();
        let mut is_below = is_below;
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) if paragraph.is_blank() => {}
                Block::Paragraph(paragraph) if is_head(paragraph) => {
                    show(&mut group);
                    group.clear();
                    is_below = true;
                }
                Block::Paragraph(paragraph) if is_below => group.push(paragraph),
                Block::Paragraph(_) => {}
                Block::Table(rows) => {
                    let of_cell = |cell: &mut Cell| within(&mut cell.blocks, true, is_head, show);
                    rows.iter_mut().flatten().for_each(of_cell);
                }
            }
        }
        show(&mut group);
    }
    within(blocks, false, is_head, show);
}
