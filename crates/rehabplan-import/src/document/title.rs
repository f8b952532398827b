//! What the title of a document says of the case.

use rehabplan::plan::{Sagstype, Udfald};
use rehabplan::pointer;

use super::flow::{Block, Paragraph};
use super::heading::strip;
use super::names::{Names, part};
use crate::labels;
use crate::mapping::Constant;
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

/// What a document says of the case at once: its type, and which of that type it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) sagstype: Sagstype,
    pub(super) kategori: Option<u8>,
    pub(super) foerste_forloeb: Option<bool>,
}

impl From<Sagstype> for Told {
    fn from(sagstype: Sagstype) -> Self {
        Self { sagstype, kategori: None, foerste_forloeb: None }
    }
}

impl Told {
    /// What a label says of the case: `Sygedagpenge, kategori 3`.
    pub(super) fn of(label: &str) -> Option<Self> {
        told(&letters(label))
    }

    /// What it says beside the type, each with its place.
    pub(super) fn facts(self) -> impl Iterator<Item = (&'static str, Constant)> {
        let kategori = self.kategori.map(|kategori| (pointer!(sag.kategori), Constant::Number(kategori.into())));
        let first = self.foerste_forloeb.map(|is_first| (pointer!(sag.foerste_forloeb), Constant::Flag(is_first)));
        kategori.into_iter().chain(first)
    }
}

/// What the case is about by the title: `Rehabiliteringsplan – fleksjob`.
pub(super) fn case(blocks: &[Block], names: &Names) -> Option<Told> {
    let mut first = Vec::new();
    paragraphs(blocks, &mut first);
    let alone = first.iter().find_map(|paragraph| named(&paragraph.text));
    // A title may run over two lines, and what is recommended may stand below the name of that part.
    let in_two = |(one, next): (&&Paragraph, &&Paragraph)| {
        // `Første jobafklaringsforløb` below the title may be asked, and be answered by no.
        let is_title = !recommends(&one.text, next.text.trim()) && !names.knows(&next.text);
        named(&format!("{} {}", one.text, next.text)).filter(|_| is_title)
    };
    alone.or_else(|| first.iter().zip(first.iter().skip(1)).find_map(in_two))
}

/// What the case is about by a label at the top that does not say of what it is the type: `Type: ressourceforløb`.
pub(super) fn typed(blocks: &[Block]) -> Option<Told> {
    const LABELS: [&str; 4] = ["type", "sag", "plantype", "forløbstype"];
    let mut first = Vec::new();
    paragraphs(blocks, &mut first);
    let is_label = |label: &str| LABELS.contains(&letters(label).as_str());
    let mut lines = first.iter().flat_map(|paragraph| paragraph.text.lines()).peekable();
    std::iter::from_fn(|| Some((lines.next()?, lines.peek().copied().unwrap_or_default()))).find_map(|(line, next)| {
        let (label, value) =
            line.split_once([':', '\t']).filter(|(_, value)| !value.trim().is_empty()).unwrap_or((line, next));
        is_label(label).then(|| Told::of(value)).flatten()
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
    const SHORT: &str = "plan";
    let line = strip(line);
    let is_called = |name: &&str| {
        line.get(..name.len()).is_some_and(|own| letters(own) == **name)
            && line.get(name.len()..).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let name = [PLAN, SHORT].into_iter().find(is_called)?;
    let rest = line.get(name.len()..)?.trim_start_matches([' ', ':', ',', '–', '-', '\u{a0}']);
    let whose = OPENINGS.iter().find_map(|opening| rest.strip_prefix(opening))?.trim();
    // What is only called a plan is one of somebody where a name follows, and not one for something: `Plan for praktik`.
    let is_named = name == PLAN || may_be_name(whose);
    (is_named && whose.len() <= LONGEST && named(line).is_none()).then_some(whose)
}

/// Whether a text is words of which each begins as a name does, and more than one.
fn may_be_name(text: &str) -> bool {
    let is_part =
        |word: &str| word.starts_with(char::is_uppercase) && !word.contains(|letter: char| letter.is_ascii_digit());
    text.split_whitespace().nth(1).is_some() && text.split_whitespace().all(is_part)
}

/// Whether a label is that of the recommendation: behind it stands what is recommended, and not what the case is about.
fn is_of_recommendation(label: &str) -> bool {
    part(label).is_some_and(|(key, _)| pointer!(indstilling).ends_with(key))
}

/// Whether a label with what stands behind it recommends an outcome, and says no more: `Indstilling: Fleksjob`.
pub(super) fn recommends(label: &str, value: &str) -> bool {
    let is_outcome = || {
        let codes: Vec<&str> = Udfald::ALL.iter().map(|outcome| outcome.code()).collect();
        Udfald::from_code(value).is_some() || labels::code_of(&codes, value).is_some()
    };
    is_of_recommendation(label) && is_outcome()
}

fn named(title: &str) -> Option<Told> {
    if title.split_once(':').is_some_and(|(label, _)| is_of_recommendation(label)) {
        return None;
    }
    let title = letters(title);
    let rest = NAMES.iter().find_map(|name| title.strip_prefix(name))?;
    told(BETWEEN.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest))
}

/// What a text that is no more than the type of case says of it, in its letters: `sygedagpengekategori3`.
fn told(case: &str) -> Option<Told> {
    let is_called = |sagstype: &&Sagstype| letters(sagstype.title().da) == case || letters(sagstype.code()) == case;
    let sagstype = || Sagstype::ALL.iter().find(is_called).copied().or_else(|| Sagstype::from_code(case));
    sagstype().map(Told::from).or_else(|| of_category(case)).or_else(|| of_course(case))
}

/// Sygedagpenge with its category before or behind it, or the category alone, which nothing else has.
fn of_category(case: &str) -> Option<Told> {
    const CALLED: [&str; 6] =
        ["", "borgerpåsygedagpenge", "modtagerafsygedagpenge", "sygedagpenge", "sygemeldt", "sygemeldtborger"];
    /// What the case, or whose it is, may be called besides.
    const MORE: [&str; 6] = ["i", "sag", "sager", "modtager", "modtagere", "modtageren"];
    let plain = |name: &str| {
        MORE.iter().fold(name.to_owned(), |name, more| name.strip_suffix(more).unwrap_or(&name).to_owned())
    };
    let (before, rest) = case.split_once("kat")?;
    let rest = rest.strip_prefix("egori").unwrap_or(rest);
    let (number, after) = rest.split_at_checked(1)?;
    let kategori = number.parse().ok().filter(|number| (1..=3).contains(number))?;
    let is_called = |name: &str| CALLED.contains(&plain(name.strip_prefix("en").unwrap_or(name)).as_str());
    let is_it = is_called(before) && after.is_empty() || before.is_empty() && is_called(after);
    is_it.then_some(Told { kategori: Some(kategori), ..Told::from(Sagstype::Sygedagpenge) })
}

/// A jobafklaringsforløb with which one it is.
fn of_course(case: &str) -> Option<Told> {
    const FIRST: [&str; 3] = ["1", "første", "detførste"];
    const LATER: [&str; 10] = ["2", "3", "4", "andet", "detandet", "tredje", "dettredje", "nyt", "etnyt", "fornyet"];
    let which = ["jobafklaringsforløb", "jobafklaring"].iter().find_map(|name| case.strip_suffix(name))?;
    let is_first = FIRST.contains(&which);
    let told = Told { foerste_forloeb: Some(is_first), ..Told::from(Sagstype::Jobafklaringsforloeb) };
    (is_first || LATER.contains(&which)).then_some(told)
}

#[cfg(test)]
mod tests {
    use rehabplan::plan::Sagstype;

    use super::{named, whose};

    #[test]
    fn a_title_says_what_the_case_is_about_or_nothing() {
        let told = |title| named(title).map(|told| (told.sagstype, told.kategori, told.foerste_forloeb));
        for (title, sagstype) in [
            ("Rehabiliteringsplan – fleksjob", Sagstype::Fleksjob),
            ("REHABILITERINGSPLAN i sag om førtidspension", Sagstype::Foertidspension),
            ("Forberedende del (jobafklaringsforløb)", Sagstype::Jobafklaringsforloeb),
        ] {
            assert_eq!(told(title), Some((sagstype, None, None)), "{title}");
        }
        for title in [
            "Rehabiliteringsplan – sygedagpenge, kategori 3",
            "Rehabiliteringsplan i sag om sygedagpenge (kat. 3)",
            "Rehabiliteringsplan, sygedagpengesag i kategori 3",
            "Rehabiliteringsplan – kategori 3",
            "Rehabiliteringsplan: kategori 3 (sygedagpenge)",
            "Rehabiliteringsplan for sygedagpengemodtager i kategori 3",
            "Rehabiliteringsplan for en sygemeldt i kategori 3",
            "Rehabiliteringsplan for borger på sygedagpenge (kat. 3)",
        ] {
            assert_eq!(told(title), Some((Sagstype::Sygedagpenge, Some(3), None)), "{title}");
        }
        for (title, is_first) in [
            ("Rehabiliteringsplan – første jobafklaringsforløb", true),
            ("Rehabiliteringsplan for det første jobafklaringsforløb", true),
            ("Rehabiliteringsplan – 1. jobafklaringsforløb", true),
            ("Rehabiliteringsplan – 2. jobafklaringsforløb", false),
            ("Rehabiliteringsplan – nyt jobafklaringsforløb", false),
        ] {
            assert_eq!(told(title), Some((Sagstype::Jobafklaringsforloeb, None, Some(is_first))), "{title}");
        }
        for other in [
            "Rehabiliteringsplan",
            "Fleksjob",
            "Rehabiliteringsplan for Jens",
            "Borgeren ønsker fleksjob",
            "Rehabiliteringsplan – kategori 4",
            "Rehabiliteringsplan – fleksjob, kategori 3",
            "Rehabiliteringsplan – 12. jobafklaringsforløb",
            "Indstilling: Førtidspension",
            "Rehabiliteringsteamets indstilling: Fleksjob",
        ] {
            assert_eq!(told(other), None, "{other}");
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
