//! What a heading asks for by what its words mean, where no name of the mapping is written like it.
//!
//! Each word, what it is made of, its neighbour, the words of the headings above and of the one before it speak for some places of a plan
//! and against others. How much is learned from headings of templates that people wrote without seeing each other's, each with the places that a jurist would
//! say its answer belongs to (`tests/import/headings`; how, [`learning`] says). A heading is placed where one place is well ahead of all
//! others, and of none at all. One with a word that none of those has needs more, and where that may be a person's name or says whose
//! something is, it is left alone. One that says that there is none of something is over no list: a tick or a yes is its answer. What is
//! shown of a heading are words that others wrote too.

#[cfg(test)]
mod learning;

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use rehabplan::pointer;

use super::heading::{self, in_brackets, may_name, strip};
use crate::people::{self, Speaker, is_of_other};

/// How far ahead a place has to be, in sixteenths of a weight.
const AHEAD: i32 = 40;
/// The same where a few words are not known.
const FAR_AHEAD: i32 = 56;
const FEW: usize = 2;
/// What belongs to no place of a plan.
const NONE: &str = "-";

/// What a heading or something in it is, as a number.
type Seen = u32;

/// What was learned.
struct Weights {
    /// The places, and [`NONE`].
    places: Vec<&'static str>,
    /// For what is seen, the numbers of the places that it speaks for or against, each with how much.
    of: HashMap<Seen, &'static [[u8; 2]]>,
}

impl Weights {
    /// Reads the sum of what they were learned from, the places, each on a line, a zero, and what may be seen: its number, of how many
    /// places it says something, and these.
    fn read(bytes: &'static [u8]) -> Self {
        let bytes = bytes.split_first_chunk::<4>().map_or(bytes, |(_, rest)| rest);
        let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
        let (places, mut rest) = bytes.split_at_checked(end).unwrap_or_default();
        let places = std::str::from_utf8(places).unwrap_or_default().lines().collect();
        rest = rest.get(1..).unwrap_or_default();
        let mut of = HashMap::new();
        while let Some(([seen @ .., count], more)) = rest.split_first_chunk::<5>() {
            let Some((weights, more)) = more.split_at_checked(usize::from(*count) * 2) else { break };
            of.insert(Seen::from_le_bytes(*seen), weights.as_chunks().0);
            rest = more;
        }
        Self { places, of }
    }

    /// The place that most speaks for, and how far it is ahead of the next.
    fn best(&self, seen: impl IntoIterator<Item = Seen>) -> (&'static str, i32) {
        let mut sums = vec![0_i32; self.places.len()];
        for [place, weight] in seen.into_iter().filter_map(|seen| self.of.get(&seen)).copied().flatten() {
            if let Some(sum) = sums.get_mut(usize::from(*place)) {
                *sum += i32::from(weight.cast_signed());
            }
        }
        let mut sums: Vec<(i32, &str)> = sums.into_iter().zip(self.places.iter().copied()).collect();
        sums.sort_by_key(|(sum, _)| std::cmp::Reverse(*sum));
        match sums.as_slice() {
            [(first, place), (second, _), ..] => (place, first - second),
            _ => (NONE, 0),
        }
    }

    /// Whether a place is a list of which other headings ask for a single thing of each entry: when it began, what came of it.
    fn is_list(&self, place: &str) -> bool {
        self.places.iter().any(|other| other.strip_prefix(place).is_some_and(|rest| rest.starts_with("/*/")))
    }

    /// Whether a word, or how it begins, is one that they were learned from.
    fn knows(&self, word: &str) -> bool {
        self.of.contains_key(&seen(WORD, word))
            || beginning(word, SHORT).is_some_and(|beginning| self.of.contains_key(&seen(BEGINNING, beginning)))
    }
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::read(include_bytes!("meaning/weights.bin")));

/// Kinds of what is seen.
const WORD: char = 'w';
const BEGINNING: char = 'b';
const ABOVE: char = 'a';
/// So many letters of a word are how it begins: enough for its stem, and for that of one made of two.
const SHORT: usize = 5;
const LONG: usize = 8;

fn seen(kind: char, text: &str) -> Seen {
    let bytes = kind.encode_utf8(&mut [0; 4]).bytes().chain(text.bytes()).collect::<Vec<_>>();
    bytes.iter().fold(2_166_136_261, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(16_777_619))
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphabetic() && letter != '§').filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// The first letters of a word that goes on.
fn beginning(word: &str, letters: usize) -> Option<&str> {
    word.char_indices().nth(letters).and_then(|(end, _)| word.get(..end))
}

/// What stands around a heading.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Around<'a> {
    /// The headings that it stands under, the nearest last.
    pub(super) above: &'a [&'a str],
    /// The one before it in the document, where it does not stand under that.
    pub(super) before: Option<&'a str>,
    /// The one behind it.
    pub(super) after: Option<&'a str>,
}

impl<'a> Around<'a> {
    pub(super) fn under(above: &'a [&'a str]) -> Self {
        Self { above, ..Self::default() }
    }
}

/// What is seen of a heading where it stands.
fn all_seen(heading: &str, around: Around<'_>) -> BTreeSet<Seen> {
    const ENDING: usize = 5;
    const MANY: usize = 6;
    /// Parts of words of so many letters: one word may be made of two, and nobody has seen all that are.
    const PARTS: [usize; 2] = [4, 5];
    let Around { above, before, after } = around;
    let own = words(heading);
    let mut all = BTreeSet::new();
    for word in &own {
        all.insert(seen(WORD, word));
        all.extend([SHORT, LONG].iter().filter_map(|letters| Some(seen(BEGINNING, beginning(word, *letters)?))));
        let letters = word.chars().count();
        all.extend((letters > LONG).then(|| seen('e', &word.chars().skip(letters - ENDING).collect::<String>())));
        let framed: Vec<char> = std::iter::once('<').chain(word.chars()).chain(['>']).collect();
        let parts = PARTS.iter().flat_map(|letters| framed.windows(*letters));
        all.extend(parts.map(|part| seen('g', &part.iter().collect::<String>())));
    }
    let framed: Vec<&str> = std::iter::once("^").chain(own.iter().map(String::as_str)).chain(["$"]).collect();
    all.extend(framed.iter().zip(framed.iter().skip(1)).map(|(one, next)| seen('n', &format!("{one} {next}"))));
    all.insert(seen('l', &own.len().min(MANY).to_string()));
    all.extend(heading.contains('?').then(|| seen('?', "")));
    for word in above.iter().flat_map(|above| words(above)) {
        all.insert(seen(ABOVE, &word));
        all.extend(beginning(&word, SHORT).map(|beginning| seen('A', beginning)));
    }
    match above.last() {
        Some(nearest) => all.extend(words(nearest).iter().map(|word| seen('N', word))),
        None => drop(all.insert(seen('0', ""))),
    }
    for (kind, beside) in [('p', before), ('q', after)] {
        let beside = beside.into_iter().flat_map(words);
        all.extend(beside.map(|word| seen(kind, beginning(&word, SHORT).unwrap_or(&word))));
    }
    all
}

/// A heading without what stands in square brackets, which says what to write.
fn asked(heading: &str) -> &str {
    strip(heading.split('[').next().unwrap_or_default()).trim()
}

/// A heading that was [placed](place), as it may be shown: without what stands in brackets or behind a colon, and words that are not known,
/// which may be any.
pub(super) fn shown(heading: &str) -> String {
    let is_known = |word: &&str| words(word).iter().all(|word| WEIGHTS.knows(word));
    let shown = |word| Some(word).filter(is_known).unwrap_or("…");
    heading::asked(asked(heading)).split_whitespace().map(shown).collect::<Vec<_>>().join(" ")
}

/// Whether a word stands in a heading that was learned from, or in one above it.
pub(super) fn knows(word: &str) -> bool {
    [WORD, ABOVE].iter().any(|kind| WEIGHTS.of.contains_key(&seen(*kind, word)))
}

/// The place of a plan that a heading asks for by what its words mean, under the headings above it.
pub(super) fn place(heading: &str, around: Around<'_>) -> Option<&'static str> {
    placed_by(&WEIGHTS, heading, around)
}

/// Whether a heading may ask for what is of a place already: `Fysisk` under `Helbred`.
pub(super) fn may_be_of(heading: &str, above: &[&str], place: &str) -> bool {
    WEIGHTS.best(all_seen(heading, Around::under(above))).0 == place
}

/// Whether the words of a heading speak for a place of a plan more than for none.
pub(super) fn is_of_plan(heading: &str) -> bool {
    let (place, ahead) = WEIGHTS.best(all_seen(heading, Around::default()));
    place != NONE && ahead >= AHEAD / 3
}

/// Whether a text may be such a heading, for all that its words say.
pub(super) fn may_be(text: &str) -> bool {
    const LEAST: i32 = AHEAD / 3;
    let (place, ahead) = WEIGHTS.best(all_seen(text, Around::default()));
    ahead >= LEAST && place != NONE && !is_sentence(text) && unknown(&WEIGHTS, text) == Some(0)
}

fn placed_by(weights: &Weights, heading: &str, around: Around<'_>) -> Option<&'static str> {
    /// More words than a heading has.
    const MANY: usize = 40;
    if heading.split_whitespace().nth(MANY).is_some() || may_name(asked(heading)) {
        return None;
    }
    let is_ahead = |(_, ahead): &(&str, i32)| *ahead >= AHEAD;
    let best = |heading: &str| Some(weights.best(all_seen(heading, around))).filter(is_ahead).map(|(place, _)| place);
    let unknown = unknown(weights, heading).filter(|_| !is_sentence(heading))?;
    let (place, by) = Some(weights.best(all_seen(heading, around))).filter(|(place, _)| *place != NONE)?;
    let ahead = if unknown == 0 { AHEAD } else { FAR_AHEAD };
    let is_none = weights.is_list(place) && says_none(heading);
    let is_it = by >= ahead
        && !is_none
        && !is_of_another(heading, place)
        && !is_under_another(around.above, place)
        && !asks_for_more(heading, place, best);
    is_it.then_some(place)
}

/// How many words of a heading are not known; nothing where one of them may be a name, or somebody's, or there is no word at all.
fn unknown(weights: &Weights, heading: &str) -> Option<usize> {
    let plain = asked(heading);
    let own = || plain.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    let mut all = own().filter(|word| !weights.knows(&word.to_lowercase()));
    own().next()?;
    let may_be_any = |word: &str| word.ends_with('s') || !word.chars().all(char::is_lowercase);
    all.try_fold(0, |count, word| (count < FEW && !may_be_any(word)).then_some(count + 1))
}

fn begins(heading: &str, beginnings: &[&str]) -> bool {
    words(heading).iter().any(|word| beginnings.iter().any(|beginning| word.starts_with(beginning)))
}

/// Whether a text ends as a sentence does, and not with a word that is cut short.
fn is_sentence(text: &str) -> bool {
    const SHORT: [&str; 22] = [
        "arb", "beh", "besk", "erf", "evt", "fam", "helbr", "komp", "kval", "lign", "l", "m", "mm", "mv", "opl", "osv",
        "pers", "soc", "udd", "unds", "v", "vurd",
    ];
    let text = text.trim_end();
    let is_short = || words(text).last().is_some_and(|word| SHORT.contains(&word.as_str()));
    text.ends_with([',', ';', '!']) || text.ends_with('.') && !is_short()
}

/// Whether a heading says that there is none of something, to which a tick or a yes is the answer.
fn says_none(heading: &str) -> bool {
    const NO: [&str; 3] = ["ikke", "ingen", "intet"];
    words(asked(heading)).iter().any(|word| NO.contains(&word.as_str()))
}

/// Whether a single word of a heading makes it another than it would be.
fn is_of_another(heading: &str, place: &str) -> bool {
    /// Whose words are none of the citizen's.
    const OFFICIALS: [&str; 8] = ["jobcent", "kommune", "konsulent", "koordinator", "læge", "rådgiv", "sagsb", "vores"];
    const CITIZENS: [&str; 4] = [
        pointer!(forberedende_del.borgerens_egen_vurdering),
        pointer!(forberedende_del.helbred.borgerens_vurdering),
        pointer!(forberedende_del.hidtidig_indsats.aarsag_borger),
        pointer!(forberedende_del.oensker),
    ];
    /// What is in the way is no resource.
    const CHALLENGES: [&str; 5] = ["barrier", "problem", "svær", "udfordr", "vanskelig"];
    const RESOURCES: [&str; 2] = [
        pointer!(forberedende_del.erfaringer_ressourcer),
        pointer!(forberedende_del.personlige_ressourcer.beskrivelse),
    ];
    /// Of whom it is, and what belongs to the paper.
    const FORMAL: [&str; 5] = ["adresse", "cpr", "kontaktperson", "navn", "telefon"];
    const BOTH: [&str; 4] = ["og borgerens", "borgerens og", "og din ", "din og"];
    /// What the law lists of each measure, of which a table has a column for each.
    const LISTED: [&str; 2] = ["formål", "varighed"];
    let has = |beginnings: &[&str]| begins(heading, beginnings);
    let first = words(heading).first().is_some_and(|word| word == "ingen");
    let is_box = heading.starts_with(['☐', '☒', '□']) || first && !place.contains("/ingen");
    let is_column = place.contains("/*/") || LISTED.iter().filter(|listed| has(&[listed])).count() == 1;
    let is_of_speaker = in_brackets(heading).and_then(Speaker::of).is_some_and(|speaker| !speaker.is_heard_at(place));
    let lower = heading.to_lowercase();
    let is_of_both = BOTH.iter().any(|both| lower.contains(both)) && has(&OFFICIALS);
    let is_not_of_it = CITIZENS.contains(&place) && has(&OFFICIALS)
        || RESOURCES.contains(&place) && has(&CHALLENGES)
        || begins(asked(heading), &FORMAL) && place != pointer!(indsatsdel.koordinerende_sagsbehandler);
    let is_of_others = is_of_other(heading) && !people::are_at(place);
    is_box || is_column || is_of_speaker || is_of_both || is_not_of_it || is_of_others
}

/// Whether a heading above says that what stands under it is of another part of the plan, or of none.
fn is_under_another(above: &[&str], place: &str) -> bool {
    const SELF_EMPLOYED: [&str; 4] = ["drift", "firma", "selvstænd", "virksomhed"];
    const OTHERS: [&str; 10] = [
        "afgørelse",
        "delmål",
        "indsatsdel",
        "indsatsplan",
        "indstil",
        "lagt",
        "ressourceprofil",
        "teamets",
        "trin",
        "udskrift",
    ];
    let has = |beginnings: &[&str]| above.iter().any(|above| begins(above, beginnings));
    let is_self_employed = has(&SELF_EMPLOYED) || above.iter().any(|above| above.contains("§ 15"));
    let is_preparatory = place.starts_with(pointer!(forberedende_del));
    let is_its_own = [pointer!(forberedende_del.selvstaendig), pointer!(forberedende_del.laege)]
        .iter()
        .any(|own| place.starts_with(own));
    is_preparatory && (has(&OTHERS) || is_self_employed && !is_its_own)
}

/// Whether a heading asks for something else besides what is of a place: `Helbred samt ønsker`.
fn asks_for_more(heading: &str, place: &str, best: impl Fn(&str) -> Option<&'static str>) -> bool {
    const BETWEEN: [&str; 4] = [" og ", " samt ", " / ", ", "];
    BETWEEN.iter().any(|between| {
        heading.split_once(between).is_some_and(|(one, other)| {
            let halves = [best(one), best(other)];
            halves.contains(&Some(place)) && halves.iter().flatten().any(|other| *other != place)
        })
    })
}

#[cfg(test)]
mod tests {
    use rehabplan::pointer;

    use super::Around;

    fn place(heading: &str, above: &[&str]) -> Option<&'static str> {
        super::place(heading, Around::under(above))
    }

    #[test]
    fn what_asks_for_something_else_in_the_same_words_is_placed_nowhere() {
        assert_eq!(place("Hvad fejler du?", &[]), Some(pointer!(forberedende_del.helbred.situation)));
        for heading in [
            "Hvad ønsker du ikke?",
            "Hjælp fra familie",
            "Kommunens støtte til arbejde",
            "Uddannelsesmuligheder",
            "Drømme",
            "Ønsker til job (Karen)",
            "Karens ønsker til job",
            "Mentors ønsker til job",
            "Borgerens ønsker til mødet",
            "Helbred og ønsker",
            "Ægtefællens helbred",
            "Jobkonsulentens vurdering af dit helbred",
            "Jeg har ønsker til job.",
            "",
            "Hvad?",
        ] {
            assert_eq!(place(heading, &[]), None, "{heading}");
        }
    }

    #[test]
    fn a_list_is_known_by_what_is_asked_of_its_entries_and_that_there_is_none_by_its_words() {
        assert!(super::WEIGHTS.is_list(pointer!(forberedende_del.hidtidig_indsats.beskaeftigelse)));
        assert!(!super::WEIGHTS.is_list(pointer!(forberedende_del.oensker)));
        assert!(super::says_none("Der er ikke ydet støtte"));
        // What stands in square brackets says what to write.
        assert!(!super::says_none("Ydet støtte [skriv ingen, hvis der ikke er ydet støtte]"));
    }

    #[test]
    fn what_it_stands_under_may_say_that_it_is_another() {
        let heading = "Hvilke sygdomme har du?";
        assert_eq!(place(heading, &["Dit helbred"]), Some(pointer!(forberedende_del.helbred.situation)));
        for above in ["Teamets indstilling", "Din virksomhed", "Oplysninger efter § 15"] {
            assert_eq!(place(heading, &[above]), None, "{above}");
        }
    }

    #[test]
    fn what_says_what_to_write_and_a_word_that_is_not_known_are_not_shown() {
        assert_eq!(super::shown("4. Ønsker til job [som Karen har sagt det]"), "Ønsker til job");
        assert_eq!(super::shown("Ønsker til xyzjob"), "Ønsker til …");
    }
}
