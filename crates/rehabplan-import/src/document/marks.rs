//! What colour and slant tell of a document without styles: in which of them it writes its headings, and in which grey its
//! template says what to write.

use std::collections::{HashMap, HashSet};

use super::flow::{Block, Cell, Ink, Look, Paragraph, TableRow};
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
    // Where the answers have a colour, what is black stands out.
    let has_colour = usual.is_some_and(|(_, ink)| ink != Ink::default() && !ink.is_grey());
    let is_one = |(mark, count): (Mark, usize)| {
        let stands_out = has_colour || mark != Mark::default();
        (count >= ENOUGH && stands_out && Some(mark) != usual).then_some(mark)
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

/// Whether the template says in grey what to write, as far as [`guide`] has told.
pub(super) fn has_guidance(blocks: &[Block]) -> bool {
    let mut has_it = false;
    each(blocks, &mut |paragraph| has_it |= paragraph.is_guidance);
    has_it
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
    let mut others = 0;
    let mut beside: Vec<&mut Paragraph> = Vec::new();
    let mut guided = beside_answers(blocks, names, &mut beside);
    if guided >= ENOUGH {
        beside.into_iter().for_each(|paragraph| paragraph.is_guidance = true);
    } else {
        guided = 0;
    }
    groups(blocks, &is_head, &mut |group| {
        let first = first_of(group, &is_grey);
        guided += usize::from(first > 0 && first < group.len());
        others += usize::from(group.iter().skip(first).any(|paragraph| is_grey(paragraph.look)));
    });
    if guided >= ENOUGH && guided > others {
        return say(blocks, &is_head, &is_grey);
    }
    if let Some(ink) = ink_of_answers(blocks, &is_head) {
        say(blocks, &is_head, &|look| look.ink != ink);
    }
}

/// How many paragraphs at the beginning of a group are the template's by their look.
fn first_of(group: &[&mut Paragraph], is_its: &dyn Fn(Look) -> bool) -> usize {
    group.iter().take_while(|paragraph| is_its(paragraph.look)).count()
}

/// Says of what each group begins with that the template speaks there, by its look.
fn say(blocks: &mut [Block], is_head: &dyn Fn(&Paragraph) -> bool, is_its: &dyn Fn(Look) -> bool) {
    groups(blocks, is_head, &mut |group| {
        let first = first_of(group, is_its);
        let is_all = first == group.len();
        for paragraph in group.iter_mut().take(first) {
            if !is_all || is_instruction(paragraph) {
                paragraph.is_guidance = true;
            } else {
                **paragraph = Paragraph::aside(paragraph.page);
            }
        }
    });
}

/// The colour in which a document has its answers, where most of what stands below headings begins in black, goes on in that colour to
/// the end, and the black says somewhere what to write. Otherwise the coloured may be what somebody added.
fn ink_of_answers(blocks: &mut [Block], is_head: &dyn Fn(&Paragraph) -> bool) -> Option<Ink> {
    let is_plain = |look: Look| look.ink == Ink::default();
    let asks = |paragraph: &Paragraph| is_instruction(paragraph) || paragraph.text.trim_end().ends_with('?');
    let (mut inks, mut others, mut is_asked) = (HashMap::new(), 0, false);
    groups(blocks, is_head, &mut |group| {
        let first = first_of(group, &is_plain);
        let ink = group.get(first).filter(|_| first > 0).map(|paragraph| paragraph.look.ink);
        let is_to_the_end = |ink: &Ink| group.iter().skip(first).all(|paragraph| paragraph.look.ink == *ink);
        match ink.filter(|ink| !ink.is_grey() && is_to_the_end(ink)) {
            Some(ink) => {
                *inks.entry(ink).or_insert(0) += 1;
                is_asked |= group.iter().take(first).any(|paragraph| asks(paragraph));
            }
            None => others += usize::from(first > 0 && !group.iter().take(first).all(|paragraph| asks(paragraph))),
        }
    });
    let (ink, count) = inks.into_iter().max_by_key(|(_, count)| *count)?;
    (is_asked && count >= ENOUGH && count > others).then_some(ink)
}

/// Finds the grey text in tables that has the answer, or the blank for it, in a cell of its own: under a label that is in its cell
/// with the answer beside it, or beside a label that is merged with the row below, with the answer there. Counts the labels.
fn beside_answers<'b>(blocks: &'b mut [Block], names: &Names, found: &mut Vec<&'b mut Paragraph>) -> usize {
    let mut count = 0;
    for block in blocks {
        let Block::Table(rows) = block else { continue };
        let are_below: Vec<bool> = (1..=rows.len()).map(|below| is_answer_below(rows, below)).collect();
        for (row, is_above) in rows.iter_mut().zip(are_below) {
            let width = row.len();
            let has_answer = row.iter().skip(1).any(|cell| !is_all_grey(&cell.blocks));
            for (at, cell) in row.iter_mut().enumerate() {
                let is_label = at == 0 && width > 1 && has_answer && is_label_with_grey(cell, names);
                if is_label || at > 0 && is_above && is_all_grey(&cell.blocks) {
                    count += 1;
                    let own = cell.blocks.iter_mut().filter_map(|block| match block {
                        Block::Paragraph(paragraph) => Some(paragraph),
                        Block::Table(_) => None,
                    });
                    found.extend(own.filter(|paragraph| is_grey(paragraph.look) && !paragraph.is_blank()));
                }
            }
        }
    }
    count
}

/// Whether a row goes on with the label of the one above it, and has what may be its answer: none of it is grey.
fn is_answer_below(rows: &[TableRow], below: usize) -> bool {
    let above = below.checked_sub(1).and_then(|above| rows.get(above));
    let (Some(above), Some(row)) = (above, rows.get(below)) else { return false };
    let goes_on = row.first().is_some_and(|label| label.is_continued) && row.len() == above.len();
    let is_answer = |cell: &Cell| !cell.is_continued && !is_all_grey(&cell.blocks);
    goes_on && above.first().is_some_and(|label| !label.is_continued) && row.iter().skip(1).all(is_answer)
}

fn is_all_grey(blocks: &[Block]) -> bool {
    let mut written =
        blocks.iter().filter(|block| !matches!(block, Block::Paragraph(own) if own.is_blank())).peekable();
    written.peek().is_some()
        && written.all(|block| matches!(block, Block::Paragraph(paragraph) if is_grey(paragraph.look)))
}

fn is_label_with_grey(cell: &Cell, names: &Names) -> bool {
    let is_blank = |block: &&Block| matches!(block, Block::Paragraph(paragraph) if paragraph.is_blank());
    let start = cell.blocks.iter().take_while(is_blank).count();
    let Some((Block::Paragraph(label), more)) = cell.blocks.get(start..).and_then(<[Block]>::split_first) else {
        return false;
    };
    !is_grey(label.look) && names.knows(&label.text) && is_all_grey(more)
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
