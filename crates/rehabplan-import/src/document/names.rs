//! The names that a mapping knows, and which of them a heading of a document is.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rehabplan::plan::FieldKind as Kind;

use crate::mapping::{Given, List, MappingFile};
use crate::model;
use crate::names::normal;
use crate::wholes::{PARTS, PREPARATORY};

/// Within these, a name alone means a place of the same part.
const CLOSED: [&str; 3] = ["forberedendeDel", "indstilling", "indsatsdel"];

/// How near a name that is misspelt has to be, and from how many letters on.
const NEAR: f64 = 0.9;
const NEAR_LETTERS: usize = 9;

/// A name that a mapping asks for.
#[derive(Debug, Clone)]
pub(super) struct Name {
    /// As the mapping writes it.
    pub(super) spelled: Arc<str>,
    /// The part of the plan that the place is in.
    pub(super) part: Box<str>,
    /// The place itself.
    pub(super) place: Arc<str>,
    /// What stands there is a day, a number or a yes, and never a text of several lines.
    pub(super) is_short: bool,
    /// It is a list: the names of its columns.
    pub(super) columns: Option<Vec<Arc<str>>>,
    /// What is written there is of this place as a whole, and of none below it.
    pub(super) whole: Option<&'static str>,
    /// The mapping has a place for it.
    pub(super) is_placed: bool,
}

#[derive(Debug, Default, Clone)]
pub(super) struct Names {
    by_letters: HashMap<String, Vec<Name>>,
    /// By the letters of a name of the preparatory part without what may stand before it, the letters of the name.
    by_bare: HashMap<String, String>,
    bags: Vec<(Bag, String)>,
}

/// The letters and digits of a name in lower case.
pub(super) fn letters(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The part of a plan that a heading begins: its key, and what mappings call it.
pub(super) fn part(heading: &str) -> Option<(&'static str, &'static str)> {
    let heading = normal(strip(heading));
    let found =
        PARTS.iter().find(|(_, name, more)| normal(name) == heading || more.iter().any(|name| normal(name) == heading));
    found.map(|(key, name, _)| (*key, *name))
}

/// A part by its key.
pub(super) fn part_by_key(key: &str) -> Option<(&'static str, &'static str)> {
    PARTS.iter().find(|(known, ..)| *known == key).map(|(key, name, _)| (*key, *name))
}

/// A heading without its number, the colon behind it, and the provision that it names at its end.
pub(super) fn strip(heading: &str) -> &str {
    let mut rest = without_provision(heading.trim());
    rest = rest.trim_end_matches([':', '.', '?', '*', ' ', '\u{a0}']);
    while let Some((first, more)) = rest.split_once([' ', '\t', '\u{a0}']) {
        if !is_number(first) || more.trim().is_empty() {
            break;
        }
        rest = more.trim_start();
    }
    // A number may stand at the first letter: `10.Helbred`.
    let close = rest.trim_start_matches(|first: char| first.is_ascii_digit() || first == '.');
    let is_numbered = close.len() + 1 < rest.len()
        && rest.get(..rest.len() - close.len()).is_some_and(|number| number.ends_with('.'));
    if is_numbered && !close.is_empty() { close } else { rest }
}

/// Whether a word does nothing but count: `3.1.`, `IV)`, `§`, `nr.`, `(b)`, `3/13`.
fn is_number(word: &str) -> bool {
    const WORDS: [&str; 13] =
        ["§", "§§", "stk", "nr", "–", "-", "—", "punkt", "pkt", "afsnit", "spørgsmål", "ad", "felt"];
    let plain = word.trim_matches(['.', ')', '(', ':', ',', '#', '•', '/']);
    let is_numeral = plain.starts_with(|first: char| first.is_ascii_digit())
        && plain.trim_end_matches(|last: char| last.is_ascii_lowercase()).len() + 1 >= plain.len()
        && plain.chars().all(|letter| letter.is_ascii_alphanumeric() || ['.', '/', '-'].contains(&letter));
    let is_roman = plain.len() > 1 && plain.chars().all(|letter| ['I', 'V', 'X'].contains(&letter));
    let is_letter = plain.chars().count() == 1 && word.len() > plain.len() && plain.chars().all(char::is_alphabetic);
    plain.is_empty() || is_numeral || is_roman || is_letter || WORDS.contains(&plain.to_lowercase().as_str())
}

/// A heading without the provision that it is said to serve: `Ønsker, jf. § 3, stk. 1, nr. 4`.
fn without_provision(heading: &str) -> &str {
    const OPENINGS: [&str; 7] = [", jf.", " jf.", ", jfr.", " efter §", ", §", " – §", " - §"];
    let end = OPENINGS.iter().filter_map(|opening| heading.find(opening)).min();
    end.filter(|end| *end > 0).and_then(|end| heading.get(..end)).unwrap_or(heading)
}

/// What may stand before a name of the preparatory part and says no more than that it is the citizen's, or is described.
const BEFORE: [&str; 7] =
    ["Beskrivelse af borgerens ", "Beskrivelse af ", "Borgerens egne ", "Borgerens ", "Din ", "Dine ", "Dit "];

/// A name without what may stand before it.
fn bare(name: &str) -> &str {
    let rest = BEFORE.iter().find_map(|before| {
        let start = name.get(..before.len())?;
        start.to_lowercase().eq(&before.to_lowercase()).then(|| name.get(before.len()..)).flatten()
    });
    rest.unwrap_or(name)
}

/// How often each letter is in a name, in few numbers: two names that are near have nearly the same.
type Bag = [u8; 32];

fn bag(letters: &str) -> Bag {
    let mut bag = Bag::default();
    for letter in letters.chars() {
        if let Some(count) = bag.get_mut(letter as usize % 32) {
            *count = count.saturating_add(1);
        }
    }
    bag
}

/// The names that those of a document are near to. Each is looked for once, and beyond so many it is only seen whether they
/// are known as they are written: a plan has a hundred headings, and not thousands that nobody knows.
#[derive(Debug, Default)]
pub(super) struct Near {
    found: RefCell<HashMap<String, Option<usize>>>,
}

const MAX_NEAR: usize = 2_000;

impl Near {
    fn of(&self, own: &str, look: impl FnOnce() -> Option<usize>) -> Option<usize> {
        let mut found = self.found.borrow_mut();
        if let Some(known) = found.get(own) {
            return *known;
        }
        if found.len() >= MAX_NEAR {
            return None;
        }
        let place = look();
        found.insert(own.to_owned(), place);
        place
    }
}

impl Names {
    pub(super) fn of(mapping: &MappingFile, wholes: &[(&'static str, &[&str])]) -> Self {
        let mut names = Self::default();
        for (place, given) in &mapping.plan.0 {
            let kind = model::find(model::plan(), place).map(|(_, kind)| kind);
            let is_short = !matches!(kind, Ok(Kind::Text | Kind::Anything | Kind::List { .. } | Kind::Part { .. }));
            names.give(given, &|spelled| Name {
                spelled,
                part: part_of(place),
                place: place.as_str().into(),
                is_short,
                columns: None,
                whole: None,
                is_placed: true,
            });
        }
        for list in &mapping.lists {
            names.list(list);
        }
        if let Some(id) = &mapping.id {
            names.give(id, &|spelled| Name {
                spelled,
                part: "sag".into(),
                place: "/id".into(),
                is_short: true,
                columns: None,
                whole: None,
                is_placed: true,
            });
        }
        for (place, spellings) in wholes {
            for spelled in *spellings {
                let named = names.by_letters.entry(normal(spelled)).or_default();
                match named.iter_mut().find(|name| *name.part == *part_of(place)) {
                    Some(name) => name.whole = Some(*place),
                    None => named.push(Name {
                        spelled: (*spelled).into(),
                        part: part_of(place),
                        place: (*place).into(),
                        is_short: false,
                        columns: None,
                        whole: Some(*place),
                        is_placed: false,
                    }),
                }
            }
        }
        names.index();
        names
    }

    fn index(&mut self) {
        let mut known: Vec<&String> = self.by_letters.keys().collect();
        known.sort_unstable();
        let mut places: HashMap<String, (&str, &String)> = HashMap::new();
        let mut shared = HashSet::new();
        for known in known {
            self.bags.push((bag(known), known.clone()));
            let names = self.by_letters.get(known).into_iter().flatten();
            for name in names.filter(|name| &*name.part == PREPARATORY) {
                let own = normal(bare(&name.spelled));
                let (place, _) = places.entry(own.clone()).or_insert((&name.place, known));
                if **place != *name.place {
                    shared.insert(own);
                }
            }
        }
        places.retain(|own, _| !shared.contains(own));
        self.by_bare = places.into_iter().map(|(own, (_, known))| (own, known.clone())).collect();
    }

    fn list(&mut self, list: &List) {
        let Some(name) = list.at.as_deref().and_then(first_step) else {
            for (_, given) in &list.fields.0 {
                self.give(given, &|spelled| Name {
                    spelled,
                    part: part_of(&list.place),
                    place: list.place.as_str().into(),
                    is_short: false,
                    columns: None,
                    whole: None,
                    is_placed: true,
                });
            }
            if let Some(given) = &list.value {
                self.give(given, &|spelled| Name {
                    spelled,
                    part: part_of(&list.place),
                    place: list.place.as_str().into(),
                    is_short: false,
                    columns: None,
                    whole: None,
                    is_placed: true,
                });
            }
            return;
        };
        let mut columns = Vec::new();
        for (_, given) in &list.fields.0 {
            each_name(given, &mut |name| columns.push(Arc::from(first_step(name).unwrap_or(name))));
        }
        let name = Name {
            spelled: name.into(),
            part: part_of(&list.place),
            place: list.place.as_str().into(),
            is_short: false,
            columns: Some(columns),
            whole: None,
            is_placed: true,
        };
        self.add(name);
    }

    fn give(&mut self, given: &Given, make: &dyn Fn(Arc<str>) -> Name) {
        each_name(given, &mut |name| self.add(make(first_step(name).unwrap_or(name).into())));
    }

    fn add(&mut self, name: Name) {
        let named = self.by_letters.entry(normal(&name.spelled)).or_default();
        // The mapping may ask for the same in more than one place; one spelling will do for all.
        if !named.iter().any(|known| known.part == name.part) {
            named.push(name);
        }
    }

    /// The name that a heading is, under the headings above it, the nearest last. What may be one of several is none.
    pub(super) fn find(&self, heading: &str, above: &[&str], part: Option<&str>, near: &Near) -> Option<&Name> {
        let whole = strip(heading);
        if whole.is_empty() || whole.len() > 200 {
            return None;
        }
        let plain = whole.find(['(', '[']).and_then(|at| whole.get(..at)).map(strip);
        let short = whole.find(", herunder").and_then(|at| whole.get(..at)).map(strip);
        let forms = [Some(whole), plain, short];
        for form in forms.into_iter().flatten() {
            let own = normal(form);
            if own.is_empty() {
                continue;
            }
            for above in above.iter().rev() {
                if let Some(found) = self.by_letters.get(&(normal(above) + &own)).and_then(|found| only(found, None)) {
                    return Some(found);
                }
            }
            if let Some(found) = self.by_letters.get(&own).and_then(|found| only(found, part)) {
                return Some(found);
            }
        }
        let bare = || forms.into_iter().flatten().find_map(|form| self.bare(form, part));
        bare().or_else(|| {
            let own = normal(whole);
            let (_, known) = self.bags.get(near.of(&own, || self.near(&own))?)?;
            only(self.by_letters.get(known)?, part)
        })
    }

    /// The name of the preparatory part that a heading is but for what stands before either: `Borgerens familieforhold`.
    fn bare(&self, heading: &str, part: Option<&str>) -> Option<&Name> {
        let own = bare(heading);
        // A name that is only the citizen's says so, or stands in the part that is.
        let is_preparatory = part.map_or(own.len() < heading.len(), |part| part == PREPARATORY);
        if !is_preparatory {
            return None;
        }
        let names = self.by_letters.get(self.by_bare.get(&normal(own))?)?;
        only(names, part).filter(|name| &*name.part == PREPARATORY)
    }

    /// The one name that a misspelt one is near to: its place among all.
    fn near(&self, own: &str) -> Option<usize> {
        if own.chars().count() < NEAR_LETTERS {
            return None;
        }
        let mut best: Option<(usize, f64)> = None;
        let mut is_shared = false;
        let own_bag = bag(own);
        for (place, (known_bag, known)) in self.bags.iter().enumerate() {
            // Further apart in length than that, they are not near, nor when too many letters are others: each that is
            // changed is one less of one and one more of another.
            if known.len().abs_diff(own.len()) > own.len() / 8 {
                continue;
            }
            let apart: usize =
                own_bag.iter().zip(known_bag).map(|(one, other)| usize::from(one.abs_diff(*other))).sum();
            if apart > known.len().max(own.len()) / 5 + 1 {
                continue;
            }
            let nearness = strsim::normalized_damerau_levenshtein(own, known);
            match best {
                _ if nearness < NEAR => {}
                Some((_, before)) if nearness < before => {}
                Some((_, before)) if nearness <= before => is_shared = true,
                _ => (best, is_shared) = (Some((place, nearness)), false),
            }
        }
        best.filter(|_| !is_shared).map(|(place, _)| place)
    }

    /// The names of a mapping's words, by which headings are shown that it does not know.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.by_letters.values().flatten().flat_map(|name| name.spelled.split(|letter: char| !letter.is_alphanumeric()))
    }

    /// The part that a name of the mapping is of, as the mapping spells it.
    pub(super) fn part(&self, spelled: &str) -> Option<&str> {
        self.by_letters.get(&normal(spelled))?.first().map(|name| &*name.part)
    }

    /// Whether a text is a name on its own, wherever it stands.
    pub(super) fn knows(&self, text: &str) -> bool {
        let own = normal(strip(text));
        !own.is_empty() && self.by_letters.contains_key(&own) || self.bare(strip(text), None).is_some()
    }
}

/// The one of several that is meant within a part; outside of all parts, the one there is.
fn only<'n>(names: &'n [Name], part: Option<&str>) -> Option<&'n Name> {
    match part.filter(|part| CLOSED.contains(part)) {
        Some(part) => match names.iter().find(|name| &*name.part == part) {
            Some(name) => Some(name),
            // Meetings, decisions and the like have parts of their own, or none.
            None => single(names).filter(|name| !CLOSED.contains(&&*name.part)),
        },
        None => single(names),
    }
}

fn single(names: &[Name]) -> Option<&Name> {
    match names {
        [name] => Some(name),
        _ => None,
    }
}

fn part_of(place: &str) -> Box<str> {
    place.split('/').nth(1).unwrap_or_default().into()
}

/// The first step of a pointer into nested values, which is the name of a field.
fn first_step(pointer: &str) -> Option<&str> {
    pointer.strip_prefix('/')?.split('/').next().filter(|step| !step.is_empty())
}

/// Shows every name that a value is asked for by.
pub(super) fn each_name(given: &Given, show: &mut dyn FnMut(&str)) {
    let more = &given.more;
    let own = given.name.iter().chain(&more.column).chain(&more.at);
    let several = more.heading.0.iter().chain(&more.cell.0).chain(&more.control.0).chain(&more.form.0);
    own.chain(several).for_each(|name| show(name));
    more.first.iter().chain(&more.join).for_each(|given| each_name(given, show));
}
