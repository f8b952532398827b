//! The names that a mapping knows, and which of them a heading of a document is.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Arc, LazyLock};

use rehabplan::plan::FieldKind;

use super::heading::{in_brackets, strip};
use super::meaning::{self, Around};
use super::titles;
use crate::mapping::{Given, List, MappingFile};
use crate::model;
use crate::names::{letters, normal};
use crate::people::{self, Speaker, is_of_other};
use crate::wholes::{PARTS, PREPARATORY, WRITTEN};

/// The longest name.
const MAX_NAME: usize = 200;

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
    /// By the [words](words) of a name of the preparatory part, the letters of the name.
    by_words: HashMap<String, String>,
    bags: Vec<(Bag, String)>,
    /// By a place, the letters of its name.
    by_place: HashMap<Arc<str>, String>,
    /// The words that templates have in their headings, and those of the names.
    words: HashSet<String>,
    /// The letters of what is a name below a certain heading alone.
    below: HashSet<String>,
}

fn words_in(heading: &str) -> impl Iterator<Item = &str> {
    heading.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The part of a plan that a heading begins: its key, and what mappings call it.
pub(super) fn part(heading: &str) -> Option<(&'static str, &'static str)> {
    static NAMED: LazyLock<HashMap<String, (&'static str, &'static str)>> = LazyLock::new(|| {
        let named = |(key, name, more): &'static (&str, &str, &[&str])| {
            std::iter::once(name).chain(*more).map(move |called| (normal(called), (*key, *name)))
        };
        PARTS.iter().flat_map(named).collect()
    });
    NAMED.get(&normal(strip(heading))).copied()
}

/// Whether a heading is that of more than one part: `Indstilling og indsatsdel`.
pub(super) fn are_parts(heading: &str) -> bool {
    const BETWEEN: [&str; 4] = [" og ", " samt ", " / ", ", "];
    let plain = strip(heading).to_lowercase();
    let parts = BETWEEN
        .iter()
        .fold(vec![plain.as_str()], |parts, between| parts.into_iter().flat_map(|one| one.split(between)).collect());
    parts.len() > 1 && parts.iter().all(|one| part(one).is_some())
}

/// A part by its key.
pub(super) fn part_by_key(key: &str) -> Option<(&'static str, &'static str)> {
    PARTS.iter().find(|(known, ..)| *known == key).map(|(key, name, _)| (*key, *name))
}

/// What may end a heading, and says no more than that there is more of the kind; its full stop ends no sentence.
const ENDINGS: [&str; 18] = [
    "m.v",
    "m. v",
    "mv",
    "m.m",
    "m. m",
    "mm",
    "m.fl",
    "mfl",
    "o.lign",
    "o. lign",
    "og lign",
    "og lignende",
    "eller lignende",
    "o.l",
    "osv",
    "o.s.v",
    "etc",
    "o.a",
];

/// A heading that was [stripped](strip) without such an ending; nothing, where it has none.
fn without_ending(heading: &str) -> Option<&str> {
    let rest = ENDINGS.iter().find_map(|ending| {
        let (rest, end) = heading.split_at_checked(heading.len().checked_sub(ending.len())?)?;
        end.eq_ignore_ascii_case(ending).then_some(rest)
    })?;
    let plain = rest.trim_end_matches([' ', '\u{a0}', ',']);
    (plain.len() < rest.len() && !plain.is_empty()).then_some(plain)
}

/// Whether a line is nothing but such an ending, as where a heading is broken before it.
pub(super) fn is_ending(line: &str) -> bool {
    without_ending(&format!("- {}", strip(line))) == Some("-")
}

/// Ways to write names, each of which is to mean one place: the place, and the letters of the name.
#[derive(Default)]
struct One<'n>(HashMap<String, Option<(&'n str, &'n String)>>);

impl<'n> One<'n> {
    fn add(&mut self, way: String, place: &'n str, known: &'n String) {
        let one = self.0.entry(way).or_insert(Some((place, known)));
        if one.is_some_and(|(other, _)| other != place) {
            *one = None;
        }
    }

    fn names(self) -> HashMap<String, String> {
        self.0.into_iter().filter_map(|(way, one)| Some((way, one?.1.clone()))).collect()
    }
}

/// The words of a name, whatever their order, with one for those that say the same in a heading, and without what says no
/// more: `Erhvervserfaring samt egen uddannelse` is `Uddannelse og joberfaring`. All small words but these stay: `Ønsker til job`
/// is a heading, and `Ønsker job` an answer.
fn words(name: &str) -> String {
    const SAME: [(&str, &str); 22] = [
        ("arbejde", "job"),
        ("arbejdet", "job"),
        ("jobbet", "job"),
        ("beskæftigelse", "job"),
        ("fremtidigt", "fremtidige"),
        ("hidtidige", "hidtidig"),
        ("tidligere", "hidtidig"),
        ("nuværende", "aktuel"),
        ("aktuelle", "aktuel"),
        ("opfattelse", "vurdering"),
        ("oplevelse", "vurdering"),
        ("barrierer", "udfordringer"),
        ("problemer", "udfordringer"),
        ("problemstillinger", "udfordringer"),
        ("vanskeligheder", "udfordringer"),
        ("arbejdserfaring", "erhvervserfaring"),
        ("erhvervserfaringer", "erhvervserfaring"),
        ("joberfaring", "erhvervserfaring"),
        ("joberfaringer", "erhvervserfaring"),
        ("behandlinger", "behandling"),
        ("undersøgelser", "undersøgelse"),
        ("udredninger", "udredning"),
    ];
    const NO_MORE: [&str; 9] = ["og", "eller", "samt", "egen", "eget", "egne", "sin", "sine", "selv"];
    let name = name.to_lowercase().replace("ift.", "i forhold til ").replace("syn på", "vurdering af");
    let name = [" lige nu", " indtil nu", " hidtil", " for tiden", " i dag"]
        .iter()
        .fold(name.as_str(), |name, end| name.strip_suffix(end).unwrap_or(name));
    let all = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let all = all.map(|word| SAME.iter().find(|(one, _)| *one == word).map_or(word, |(_, other)| other));
    let all: BTreeSet<&str> = all.filter(|word| !NO_MORE.contains(word)).collect();
    all.into_iter().collect::<Vec<_>>().join(" ")
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

/// What a question asks for, as a heading would call it: `hvilke ønsker har borgeren til job` are `ønsker til job`.
fn asked(question: &str) -> Option<String> {
    const WHICH: [&str; 3] = ["hvilke ", "hvilken ", "hvilket "];
    const HOW: [&str; 4] = ["hvordan er ", "hvad er ", "hvordan ser ", "hvordan har "];
    const JUDGES: [&str; 8] = [
        "hvordan vurderer borgeren selv ",
        "hvordan vurderer borgeren ",
        "hvordan vurderer du selv ",
        "hvordan vurderer du ",
        "hvordan oplever borgeren selv ",
        "hvordan oplever borgeren ",
        "hvordan oplever du selv ",
        "hvordan oplever du ",
    ];
    let after = |openings: &[&str]| openings.iter().find_map(|opening| question.strip_prefix(opening));
    if let Some(what) = after(&JUDGES) {
        let what = what.strip_prefix("din ").map_or_else(|| what.to_owned(), |own| format!("sin {own}"));
        return Some(format!("borgerens vurdering af {what}"));
    }
    if let Some(rest) = after(&WHICH) {
        let has = [" har borgeren", " har du"].iter().find_map(|has| rest.split_once(has));
        let goes_on = rest.strip_suffix(" er i gang").or(rest.strip_suffix(" er igangværende"));
        return has.map(|(what, of)| format!("{what}{of}")).or(goes_on.map(|what| format!("igangværende {what}")));
    }
    after(&HOW).map(|what| what.strip_suffix(" ud").unwrap_or(what).to_owned())
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
    meant: RefCell<HashMap<String, Option<&'static str>>>,
    /// By the letters of a heading or label of the document, the ones before it and behind it; nothing, where it comes more than once.
    beside: HashMap<String, [Option<String>; 2]>,
}

const MAX_NEAR: usize = 2_000;

impl Near {
    /// For a document with these headings and labels, in its order.
    pub(super) fn to(headings: &[String]) -> Self {
        let mut beside: HashMap<String, [Option<String>; 2]> = HashMap::new();
        for (at, heading) in headings.iter().enumerate() {
            let [before, after] = [at.checked_sub(1), Some(at + 1)].map(|at| headings.get(at?).cloned());
            beside
                .entry(letters(strip(heading)))
                .and_modify(|known| *known = Default::default())
                .or_insert([before, after]);
        }
        Self { beside, ..Self::default() }
    }

    /// The place that a heading asks for by what its words mean, under those above it.
    pub(super) fn meant(&self, heading: &str, above: &[&str]) -> Option<&'static str> {
        let mut meant = self.meant.borrow_mut();
        let own = above.iter().chain([&heading]).copied().collect::<Vec<_>>().join("\n");
        if let Some(known) = meant.get(&own) {
            return *known;
        }
        if meant.len() >= MAX_NEAR {
            return None;
        }
        let beside = self.beside.get(&letters(strip(heading)));
        let [before, after] = beside.map_or([None, None], |beside| beside.each_ref().map(Option::as_deref));
        let before = before.filter(|before| above.last().is_none_or(|above| strip(before) != strip(above)));
        let place = meaning::place(heading, Around { above, before, after });
        meant.insert(own, place);
        place
    }

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
            let is_short = !matches!(
                kind,
                Ok(FieldKind::Text | FieldKind::Anything | FieldKind::List { .. } | FieldKind::Part { .. })
            );
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
        let (mut by_bare, mut by_words) = (One::default(), One::default());
        for known in known {
            self.bags.push((bag(known), known.clone()));
            let names = self.by_letters.get(known).into_iter().flatten();
            for name in names.clone().filter(|name| name.is_placed) {
                self.by_place.entry(Arc::clone(&name.place)).or_insert_with(|| known.clone());
            }
            for name in names.filter(|name| &*name.part == PREPARATORY) {
                by_bare.add(normal(bare(&name.spelled)), &name.place, known);
                by_words.add(words(&name.spelled), &name.place, known);
            }
        }
        (self.by_bare, self.by_words) = (by_bare.names(), by_words.names());
        let own = self.by_letters.values().flatten().flat_map(|name| words_in(&name.spelled));
        let all = self.by_letters.values().flatten();
        // A word by itself may be an answer.
        let below = all.filter_map(|name| name.spelled.rsplit_once('>')).filter(|(_, own)| own.trim().contains(' '));
        self.below = below.map(|(_, own)| normal(own)).collect();
        self.words = titles::words().map(letters).chain(own.map(letters)).filter(|word| !word.is_empty()).collect();
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
        for given in list.fields.0.iter().map(|(_, given)| given).chain(&list.value) {
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

    /// The name that a heading is, under the headings above it, the nearest last, or that it is misspelt for. What may be one
    /// of several is none.
    pub(super) fn find(&self, heading: &str, above: &[&str], part: Option<&str>, near: &Near) -> Option<&Name> {
        self.exact(heading, above, part).or_else(|| {
            let own = Some(strip(heading)).filter(|whole| whole.len() <= MAX_NAME).map(normal)?;
            let (_, known) = self.bags.get(near.of(&own, || self.near(&own))?)?;
            only(self.by_letters.get(known)?, part).filter(|found| is_of_the_plan(strip(heading), found))
        })
    }

    /// The same, as it is written. What stands in brackets may say that it is somebody else's: `Ønsker (pårørende)`.
    pub(super) fn exact(&self, heading: &str, above: &[&str], part: Option<&str>) -> Option<&Name> {
        let whole = strip(heading);
        if whole.is_empty() || whole.len() > MAX_NAME {
            return None;
        }
        self.as_written(heading, whole, above, part).filter(|found| is_of_the_plan(whole, found))
    }

    fn as_written(&self, heading: &str, whole: &str, above: &[&str], part: Option<&str>) -> Option<&Name> {
        let plain = whole.find(['(', '[']).and_then(|at| whole.get(..at)).map(strip);
        let short = whole.find(", herunder").and_then(|at| whole.get(..at)).map(strip);
        let forms = [Some(whole), plain, short].into_iter().flatten();
        let forms: Vec<&str> = forms.flat_map(|form| std::iter::once(form).chain(without_ending(form))).collect();
        for form in &forms {
            let own = normal(form);
            if own.is_empty() {
                continue;
            }
            for above in above.iter().rev() {
                let found = self.by_letters.get(&(normal(above) + &own)).and_then(|found| only(found, None));
                // A name of several words may be those of a heading and of one under it that is a name itself.
                if let Some(found) = found.filter(|found| found.spelled.contains('>')) {
                    return Some(found);
                }
            }
            if let Some(found) = self.by_letters.get(&own).and_then(|found| only(found, part)) {
                return Some(found);
            }
        }
        let bare = forms.iter().find_map(|form| self.bare(form, part));
        bare.or_else(|| forms.iter().find_map(|form| self.in_other_words(form, part)))
            .or_else(|| self.asked(heading, part))
    }

    /// The name of the preparatory part that has the same words.
    fn in_other_words(&self, heading: &str, part: Option<&str>) -> Option<&Name> {
        let names = self.by_letters.get(self.by_words.get(&words(heading))?)?;
        only(names, part).filter(|name| &*name.part == PREPARATORY)
    }

    /// The name of the preparatory part that a question asks for.
    fn asked(&self, heading: &str, part: Option<&str>) -> Option<&Name> {
        let question = heading.trim_end().strip_suffix('?')?;
        let asked = asked(&strip(question).to_lowercase())?;
        let exact = || only(self.by_letters.get(&normal(&asked))?, part);
        let bare = || self.bare(&asked, part.or(Some(PREPARATORY)));
        let found = exact().or_else(bare).or_else(|| self.in_other_words(&asked, part));
        found.filter(|name| &*name.part == PREPARATORY)
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

    /// The name of a place, or of the text beside it where the mapping has that alone; the first of several, by their letters.
    pub(super) fn at(&self, place: &str) -> Option<&Name> {
        self.at_itself(place).or_else(|| self.at_itself(&format!("{place}Tekst")))
    }

    fn at_itself(&self, place: &str) -> Option<&Name> {
        self.by_place.get(place).and_then(|known| self.by_letters.get(known)?.iter().find(|name| &*name.place == place))
    }

    /// Whether a heading is made of nothing but words that templates and the mapping have in theirs.
    pub(super) fn is_of_templates(&self, heading: &str) -> bool {
        heading.contains(char::is_alphabetic) && words_in(heading).all(|word| self.has_word(word))
    }

    /// Whether a word is one that templates and the mapping have in their headings.
    pub(super) fn has_word(&self, word: &str) -> bool {
        self.words.contains(&letters(word))
    }

    /// Whether a text of several words is a name where it stands below a certain heading.
    pub(super) fn is_below_another(&self, text: &str) -> bool {
        text.len() <= MAX_NAME && self.below.contains(&normal(strip(text)))
    }

    /// The part that a name of the mapping is of, as the mapping spells it.
    pub(super) fn part(&self, spelled: &str) -> Option<&str> {
        self.by_letters.get(&normal(spelled))?.first().map(|name| &*name.part)
    }

    /// Whether a text is a name on its own, wherever it stands.
    pub(super) fn knows(&self, text: &str) -> bool {
        let whole = Some(strip(text)).filter(|whole| whole.len() <= MAX_NAME);
        whole.into_iter().chain(whole.and_then(without_ending)).any(|form| {
            let own = normal(form);
            !own.is_empty() && self.by_letters.contains_key(&own) || self.bare(form, None).is_some()
        })
    }
}

/// Whether what stands in brackets behind a heading leaves it the name that was found for it: it may say whose words the text is, or that
/// it is about somebody else.
fn is_of_the_plan(heading: &str, found: &Name) -> bool {
    let Some(brackets) = in_brackets(heading) else { return true };
    let is_its_own = || match Speaker::of(brackets) {
        Some(speaker) => speaker.is_heard_at(&found.place),
        None => people::are_at(&found.place) || !is_of_other(brackets),
    };
    normal(&found.spelled) == normal(heading) || is_its_own()
}

/// The one of several that is meant within a part; outside of all parts, the one there is.
fn only<'n>(names: &'n [Name], part: Option<&str>) -> Option<&'n Name> {
    match part.filter(|part| WRITTEN.contains(part)) {
        Some(part) => match names.iter().find(|name| &*name.part == part) {
            Some(name) => Some(name),
            // Meetings, decisions and the like have parts of their own, or none.
            None => single(names).filter(|name| !WRITTEN.contains(&&*name.part)),
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
