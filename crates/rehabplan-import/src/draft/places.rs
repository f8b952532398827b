//! The places of a plan by the names that they may have in a source.

use std::collections::HashSet;
use std::sync::LazyLock;

use rehabplan::Lang;
use rehabplan::plan::FieldKind;
use rehabplan::text::Wording;

use super::letters::Letters;
use super::ruled_out::is_negated;
use crate::aliases::names_of;
use crate::model;
use crate::names::{folded, normal, normals};
use crate::wholes::WHOLES;

/// How alike two words are at least that are the same, one of them misspelt or bent.
const NEAR: f64 = 0.7;

/// A place that one value belongs to.
pub(super) struct NamedPlace {
    /// From the plan, or from the entry of a list.
    pub(super) pointer: String,
    pub(super) title: Wording,
    pub(super) kind: FieldKind,
    /// It is a list of values of that kind.
    pub(super) is_list: bool,
    pub(super) names: Vec<Name>,
}

/// A name that a place may have.
pub(super) struct Name {
    pub(super) written: String,
    pub(super) letters: Letters,
    /// It says that there is none, or that something is not so.
    pub(super) is_negated: bool,
}

impl From<String> for Name {
    fn from(written: String) -> Self {
        Self { letters: Letters::of(&written), is_negated: is_negated(&written), written }
    }
}

/// A list of objects.
pub(super) struct ListPlace {
    pub(super) pointer: String,
    pub(super) title: Wording,
    pub(super) names: Vec<Name>,
    pub(super) fields: Vec<NamedPlace>,
}

/// How alike two names are, from 0 to 1. Case, signs and how Danish letters are written do not count.
pub(super) fn likeness(one: &str, other: &str) -> f64 {
    Letters::of(one).like(&Letters::of(other))
}

/// The part of the plan that a name on the way to a value most likely is: the part that its place must be in. A case is more
/// than the part called so, and may hold all of the others.
pub(super) fn part_named(name: &str, least: f64) -> Option<&'static str> {
    /// What parts are called besides.
    const CALLED: [(&str, &str); 6] = [
        ("preparation", "forberedendeDel"),
        ("forberedelse", "forberedendeDel"),
        ("forberedelsesskema", "forberedendeDel"),
        ("teamets indstilling", "indstilling"),
        ("recommendation", "indstilling"),
        ("kommunens afgørelse", "afgoerelse"),
    ];
    let FieldKind::Part { fields } = model::plan() else { return None };
    if let Some((_, part)) = CALLED.iter().find(|(called, _)| normal(called) == normal(name)) {
        return Some(part);
    }
    let like = |field: &rehabplan::plan::FieldInfo| {
        let [danish, english] = [Lang::Da, Lang::En].map(|lang| likeness(name, field.title.get(lang)));
        likeness(name, field.key).max(danish).max(english)
    };
    let parts = fields.iter().filter(|field| !matches!(field.key, "minPlan" | "sag"));
    let parts =
        parts.filter(|field| matches!(field.kind, FieldKind::Part { .. })).map(|field| (like(field), field.key));
    let best = parts.filter(|(like, _)| *like >= least).max_by(|(one, _), (other, _)| one.total_cmp(other));
    best.map(|(_, key)| key)
}

/// An object of the plan within one of its parts, and what it may be called by what stands over columns.
struct Object {
    pointer: String,
    names: HashSet<String>,
}

/// The object within a part of the plan that a name is the name of, where there is one alone; in this part, where one is known.
pub(super) fn object_named(name: &str, part: Option<&str>) -> Option<&'static str> {
    static OBJECTS: LazyLock<Vec<Object>> = LazyLock::new(|| {
        let mut found = Vec::new();
        if let FieldKind::Part { fields } = model::plan() {
            for field in fields.iter().filter(|field| !matches!(field.key, "minPlan" | "sag")) {
                walk_objects(field.kind, &format!("/{}", field.key), &mut found);
            }
        }
        found
    });
    let own = normal(name);
    let is_it = |object: &&Object| {
        object.names.contains(&own) && part.is_none_or(|part| object.pointer.split('/').nth(1) == Some(part))
    };
    let mut found = OBJECTS.iter().filter(is_it);
    found.next().filter(|_| found.next().is_none()).map(|object| object.pointer.as_str())
}

fn walk_objects(kind: FieldKind, pointer: &str, found: &mut Vec<Object>) {
    let FieldKind::Part { fields } = kind else { return };
    for field in fields.iter().filter(|field| matches!(field.kind, FieldKind::Part { .. })) {
        let pointer = format!("{pointer}/{}", field.key);
        let wholes = WHOLES.iter().filter(|(whole, _)| *whole == pointer).flat_map(|(_, names)| names.iter().copied());
        let titles = [field.title.get(Lang::Da), field.title.get(Lang::En), field.key];
        let names = normals(titles.into_iter().chain(names_of(&pointer)).chain(wholes));
        walk_objects(field.kind, &pointer, found);
        found.push(Object { pointer, names });
    }
}

/// How alike a name is to that of several that is most like it.
pub(super) fn most_alike<'n>(names: impl IntoIterator<Item = &'n Name>, own: &Letters) -> f64 {
    names.into_iter().map(|name| name.letters.like(own)).fold(0.0, f64::max)
}

/// The place that a name is most like, and how much.
pub(super) fn nearest<'p>(places: &'p [NamedPlace], name: &str) -> Option<(f64, &'p NamedPlace)> {
    let own = Letters::of(name);
    let places = places.iter().map(|place| (most_alike(&place.names, &own), place));
    places.max_by(|(one, _), (other, _)| one.total_cmp(other))
}

/// Every place that is in no list. Min Plan repeats the indsatsdel, and the fields that must be empty are nobody's.
pub(super) fn outside_lists() -> &'static [NamedPlace] {
    static PLACES: LazyLock<Vec<NamedPlace>> = LazyLock::new(|| {
        let mut found = Vec::new();
        if let FieldKind::Part { fields } = model::plan() {
            for field in fields.iter().filter(|field| field.key != "minPlan") {
                walk(field.kind, &format!("/{}", field.key), &[(field.key, field.title)], &mut found);
            }
        }
        found
    });
    &PLACES
}

fn walk(kind: FieldKind, pointer: &str, way: &[(&'static str, Wording)], found: &mut Vec<NamedPlace>) {
    match kind {
        FieldKind::Part { fields } => {
            for field in fields {
                let way: Vec<_> = way.iter().copied().chain([(field.key, field.title)]).collect();
                walk(field.kind, &format!("{pointer}/{}", field.key), &way, found);
            }
        }
        FieldKind::List { entry: FieldKind::Part { .. } | FieldKind::List { .. } } | FieldKind::Anything => {}
        kind => {
            let (kind, is_list) = if let FieldKind::List { entry } = kind { (*entry, true) } else { (kind, false) };
            let Some((_, named)) = way.last() else { return };
            let title = named.get(Lang::Da);
            let mut names: Vec<String> = called(pointer).collect();
            // A title that another place has too says nothing alone.
            let part = way.iter().rev().nth(1).map_or("", |(_, title)| title.get(Lang::Da));
            names.push(format!("{part} {title}"));
            names.push(pointer.trim_start_matches('/').to_owned());
            // Its key behind that of the object that it stands in, within a part.
            if let [.., _, (parent, _), (key, _)] = way {
                names.push(format!("{parent} {key}"));
            }
            let [english_part, english] =
                [way.iter().rev().nth(1), way.last()].map(|named| named.map_or("", |(_, title)| title.get(Lang::En)));
            names.push(format!("{english_part} {english}"));
            // Whatever day it is, within its part it is the day of that part.
            if way.last().is_some_and(|(key, _)| *key == "dato") {
                names.push(format!("{english_part} Date"));
                names.push(format!("{part} Dato"));
            }
            if !is_shared(title) {
                names.extend([title, english].map(str::to_owned));
                names.extend(
                    way.last().filter(|(key, _)| key.len() > 6 && !is_shared(key)).map(|(key, _)| (*key).to_owned()),
                );
            }
            let names = names.into_iter().map(Name::from).collect();
            found.push(NamedPlace { pointer: pointer.to_owned(), title: *named, kind, is_list, names });
        }
    }
}

/// Titles that several parts have, whether one is written as a title or as a key.
pub(super) fn is_shared(title: &str) -> bool {
    const SHARED: [&str; 12] = [
        "Begrundelse",
        "Beskrivelse",
        "Dato",
        "Helbred",
        "Hjemmel",
        "Opfølgning",
        "Behov for mentor",
        "Igangværende undersøgelse eller behandling",
        "Sociale udfordringer",
        "Personlige ressourcer og netværk",
        // Those of a business, of a job with wage support, of an activity.
        "Timer om ugen",
        "Timer pr. uge",
    ];
    static KNOWN: LazyLock<HashSet<String>> = LazyLock::new(|| normals(SHARED));
    KNOWN.contains(&normal(title))
}

/// Names that are near to those of several places and are the name of none.
pub(super) fn is_anybodys(name: &str) -> bool {
    const NAMES: [&str; 6] = [
        "Vurdering",
        "Kommunens vurdering",
        "Sagsbehandlers vurdering",
        "Samlet vurdering",
        "Bemærkninger",
        "Uddannelse",
    ];
    // Names that count or tell fields apart, and say nothing of them: `Tekst A`, `Felt 12`.
    const FIELDS: [&str; 5] = ["tekst", "fritekst", "felt", "kolonne", "svar"];
    const LONGEST: usize = 2;
    static KNOWN: LazyLock<HashSet<String>> = LazyLock::new(|| normals(NAMES));
    let own = normal(name);
    let is_field = |field: &str| own.strip_prefix(field).is_some_and(|rest| rest.len() <= LONGEST);
    FIELDS.iter().any(|field| is_field(field)) || KNOWN.contains(&own)
}

/// The words of a name, each with whether it is cut short, but for those that are in all names.
fn words(name: &str) -> Vec<(Letters, bool)> {
    const SMALL: usize = 3;
    let is_end = |letter: char| !letter.is_alphanumeric();
    let words = name.split_inclusive(is_end);
    let words = words.map(|word| (Letters::of(word.trim_end_matches(is_end)), word.ends_with('.')));
    words.filter(|(word, is_short)| word.len() > SMALL || *is_short && !word.is_empty()).collect()
}

/// The fewest letters that a word is cut short to.
const SHORTEST: usize = 3;

/// Whether a name is another with some of its words cut short: `Besk. udfordringer`.
pub(super) fn is_short_for(name: &str, other: &str) -> bool {
    if is_of_database(name) {
        return are_beginnings(name, other);
    }
    if !name.contains('.') {
        return false;
    }
    let (short, long) = (words(name), words(other));
    let is_same = |((word, is_short), (other, _)): (&(Letters, bool), &(Letters, bool))| {
        **word == **other || *is_short && word.len() >= SHORTEST && other.starts_with(&**word)
    };
    short.len() == long.len() && short.iter().zip(&long).all(is_same)
}

/// Whether a name is written as columns of a database are: `UDFORDR_SOC`.
fn is_of_database(name: &str) -> bool {
    name.contains('_') && !name.contains(char::is_lowercase)
}

/// Whether the words of such a name begin the words of another, each one of its own, whatever their order. What kind of value
/// stands there is no word of it.
fn are_beginnings(name: &str, other: &str) -> bool {
    const KINDS: [&str; 5] = ["TXT", "TEKST", "KD", "KODE", "NVN"];
    let own = name.split('_').filter(|word| !word.is_empty() && !KINDS.contains(word));
    let own: Vec<String> = own.map(|word| if word == "DT" { "dato".to_owned() } else { folded(word) }).collect();
    let mut others: Vec<String> = other.split(|letter: char| !letter.is_alphanumeric()).map(folded).collect();
    others.retain(|word| word.len() > SHORTEST);
    own.len() > 1
        && own.len() == others.len()
        && own.iter().all(|word| {
            let found = others.iter().position(|other| word.len() >= SHORTEST && other.starts_with(word.as_str()));
            found.map(|place| others.swap_remove(place)).is_some()
        })
}

/// Whether each word of a name has one that is like it in another; of a name of one word the whole is compared.
pub(super) fn are_words_of(name: &str, other: &str) -> bool {
    let (own, others) = (words(name), words(other));
    let is_there = |(word, _): &(Letters, bool)| others.iter().any(|(other, _)| word.like(other) >= NEAR);
    own.len() < 2 || own.iter().all(is_there)
}

/// Whether a name stands in another, or has one of its words or one that is like it.
pub(super) fn has_in_it(name: &str, own: &str) -> bool {
    let own = Letters::of(own);
    normal(name).contains(&*own) || words(name).iter().any(|(word, _)| own.contains(&**word) || word.like(&own) >= NEAR)
}

/// What a place is called, but for names that a heading of a document is told from others by, and a column is not.
fn called(pointer: &str) -> impl Iterator<Item = String> {
    names_of(pointer).filter(|name| !is_anybodys(name)).map(str::to_owned)
}

/// Every list of objects.
pub(super) fn lists() -> &'static [ListPlace] {
    static LISTS: LazyLock<Vec<ListPlace>> = LazyLock::new(|| {
        let mut found = Vec::new();
        if let FieldKind::Part { fields } = model::plan() {
            for field in fields.iter().filter(|field| field.key != "minPlan") {
                walk_lists(field.kind, &format!("/{}", field.key), field.title, &mut found);
            }
        }
        found
    });
    &LISTS
}

fn walk_lists(kind: FieldKind, pointer: &str, title: Wording, found: &mut Vec<ListPlace>) {
    match kind {
        FieldKind::Part { fields } => {
            for field in fields {
                walk_lists(field.kind, &format!("{pointer}/{}", field.key), field.title, found);
            }
        }
        FieldKind::List { entry: FieldKind::Part { fields } } => {
            let list = pointer;
            let field = |field: &rehabplan::plan::FieldInfo| {
                let pointer = format!("/{}", field.key);
                let own = format!("{list}/*{pointer}");
                let mut names: Vec<String> = called(&pointer).chain(called(&own)).collect();
                names.extend([Lang::Da, Lang::En].map(|lang| field.title.get(lang).to_owned()));
                names.push(field.key.to_owned());
                let names = names.into_iter().map(Name::from).collect();
                NamedPlace { pointer, title: field.title, kind: field.kind, is_list: false, names }
            };
            let is_leaf = |place: &NamedPlace| !matches!(place.kind, FieldKind::Part { .. } | FieldKind::List { .. });
            let names = called(pointer).chain([title.get(Lang::Da).to_owned()]).map(Name::from).collect();
            let fields = fields.iter().map(field).filter(is_leaf).collect();
            found.push(ListPlace { pointer: pointer.to_owned(), title, names, fields });
        }
        _ => {}
    }
}
