//! Whether a document holds more than one plan: what comes again in it, and with another answer.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rehabplan::{is_at_or_below, pointer};

use super::heading::strip;
use super::names::{Name, part};
use super::title;
use crate::names::letters;
use crate::wholes::PREPARATORY;

/// So many names that come again with other answers tell of another plan; one alone is a matter that the writer came back to.
const ANSWERED_AGAIN: usize = 2;
/// So many names have to come again where the answers are the same, or, behind a title that comes again, where there are none.
const MET_AGAIN: usize = 3;
/// Places that one plan speaks of more than once: a measure after the other, an attest after the other.
const OFTEN: [&str; 3] =
    [pointer!(indsatsdel), pointer!(forberedende_del.laege), pointer!(forberedende_del.hidtidig_indsats)];
/// Labels of what tells one citizen from another.
const NUMBERS: [&str; 7] =
    ["cpr", "cprnr", "cprnummer", "personnummer", "borgerenscprnr", "borgerenscprnummer", "borgerenspersonnummer"];
const NAMES: [&str; 3] = ["borgerensnavn", "navnpåborger", "navnpåborgeren"];
/// Places whose answers may name others: a child, a reference, a doctor, a mentor.
const OF_OTHERS: [&str; 9] = [
    pointer!(forberedende_del.personlige_ressourcer),
    pointer!(forberedende_del.erfaringer_ressourcer),
    pointer!(forberedende_del.cv),
    pointer!(forberedende_del.cv_dokumenter),
    pointer!(forberedende_del.hidtidig_indsats),
    pointer!(forberedende_del.helbred.igangvaerende),
    pointer!(forberedende_del.laege),
    pointer!(indsatsdel),
    pointer!(moede),
];
/// The label of the citizen, and in an answer that of what the citizen says.
const CITIZEN: &str = "borger";
/// Labels of what may be another's too: a child has a name, and the case with the doctor a number.
const NAME: &str = "navn";
const CASES: [&str; 4] = ["sag", "sagsnr", "sagsnummer", "sagnr"];
/// The digits of a citizen's number.
const DIGITS: usize = 10;

/// What was met so far.
#[derive(Debug, Default)]
pub(super) struct Several {
    /// What stands under each name.
    answers: HashMap<Arc<str>, String>,
    /// The name of the last answer: under a name that comes again at once, the answer goes on.
    last: Option<Arc<str>>,
    again: HashSet<Arc<str>>,
    /// Those of them that have another answer.
    differing: HashSet<Arc<str>>,
    titles: HashSet<String>,
    /// Something was answered of the preparatory part, and the heading of the whole plan came again after it.
    is_prepared: bool,
    is_begun_again: bool,
    /// The names with something under them since the title, before it came again, and those of them that came again too.
    since_title: HashSet<Arc<str>>,
    before_title: HashSet<Arc<str>>,
    behind_title: HashSet<Arc<str>>,
    number: Option<String>,
    name: Option<HashSet<String>>,
    /// Somebody else is named after something was answered: what is answered from here on is of another plan.
    is_of_another: bool,
    /// By a label that may be another's too, what stood beside it first.
    beside: HashMap<String, HashSet<String>>,
    /// Somebody is named who may be another citizen, or a child: it is another citizen when what was met before comes again.
    may_be_of_another: bool,
    /// Somebody else is named where an answer names nobody: with the next heading, another form begins.
    is_named_apart: bool,
    /// The places that were met since the first answer: a list of contents has none.
    places: HashSet<Arc<str>>,
    is_several: bool,
}

impl Several {
    /// Whether there is more than one plan.
    pub(super) fn is_so(&self) -> bool {
        self.is_several
    }

    /// Takes down what the document, or a part of it, is called. Where that is the uppermost heading, a plan has it once.
    pub(super) fn title(&mut self, line: &str, is_uppermost: bool) {
        let whose = title::whose(line);
        self.is_named_apart |= self.may_be_of_another && self.titles.contains(&letters(strip(line)));
        let is_again = is_uppermost && title::is_of_plan(line) && self.titles.contains(&letters(strip(line)));
        let goes_on = part(line).is_some_and(|(key, _)| key == PREPARATORY);
        self.is_begun_again = is_again && self.is_prepared || goes_on && self.is_begun_again;
        if !self.titles.insert(if whose.is_some() { "rehabiliteringsplan".to_owned() } else { letters(strip(line)) }) {
            self.before_title.extend(std::mem::take(&mut self.since_title));
        }
        if let Some(whose) = whose {
            self.is_named(whose);
        }
    }

    /// Takes down that a name was met. Names that come again behind a title that comes again are those of another plan, where
    /// something was written under them the first time: a list of contents has nothing under its names.
    pub(super) fn meet(&mut self, name: &Name) {
        let is_once = !name.is_short && name.columns.is_none() && !is_often(name);
        if is_once && self.has_answers() {
            let is_again = !self.places.insert(Arc::clone(&name.place));
            let goes_on = self.last.as_ref() == Some(&name.spelled);
            self.is_of_another |= is_again && !goes_on && self.may_be_of_another || self.is_named_apart;
        }
        let name = &name.spelled;
        if self.before_title.contains(name) {
            self.behind_title.insert(Arc::clone(name));
            let met = self.behind_title.len();
            self.is_several |= met >= MET_AGAIN && met * 2 >= self.before_title.len();
        }
    }

    /// Takes down what is answered under a name, or in a control that has it.
    pub(super) fn answer(&mut self, name: &Name, text: &str, is_control: bool) {
        let own = letters(text);
        if own.is_empty() {
            return;
        }
        self.is_several |= self.is_of_another;
        if &*name.part == PREPARATORY {
            self.is_several |= self.is_begun_again;
            self.is_prepared = true;
        }
        self.places.insert(Arc::clone(&name.place));
        let spelled = Arc::clone(&name.spelled);
        self.since_title.insert(Arc::clone(&spelled));
        let goes_on = self.last.replace(Arc::clone(&spelled)).is_some_and(|last| last == spelled);
        if name.columns.is_some() || is_often(name) {
            return;
        }
        match self.answers.entry(Arc::clone(&spelled)) {
            Entry::Vacant(none) => {
                none.insert(own);
            }
            Entry::Occupied(mut before) if goes_on => before.get_mut().push_str(&own),
            Entry::Occupied(before) => {
                let is_other = !before.get().contains(&own) && !own.contains(before.get());
                self.is_several |= is_other && self.before_title.contains(&spelled);
                // A control stands in the cell of its label, and says the same once more.
                if is_other {
                    self.differing.insert(Arc::clone(&spelled));
                }
                if is_other || !is_control {
                    self.again.insert(spelled);
                }
                self.is_several |= self.differing.len() >= ANSWERED_AGAIN || self.again.len() >= MET_AGAIN;
            }
        }
    }

    /// Takes down a line that may say whose plan it is, `CPR-nr.: 010170-1234`, `Jens Hansen, 010170-1234`, and the name whose
    /// answer it stands in.
    pub(super) fn line(&mut self, line: &str, under: Option<&Name>) {
        if let Some((label, value)) = line.split_once(':') {
            let is_told = self.may_be_of_another;
            self.label(label, value);
            let names_nobody = under.is_some_and(|name| !is_below(name, &OF_OTHERS));
            self.is_named_apart |= self.may_be_of_another && !is_told && names_nobody && letters(strip(label)) == NAME;
        } else if let Some(number) = number_in(line)
            && is_name(name_in(line))
        {
            self.may_be_of_another |= self.has_answers() && self.number.as_ref().is_some_and(|known| *known != number);
            if !self.has_answers() {
                self.number.get_or_insert(number);
            }
        }
    }

    /// Takes down a label that may say whose plan it is.
    pub(super) fn label(&mut self, label: &str, value: &str) {
        let label = letters(strip(label));
        if NUMBERS.contains(&label.as_str()) {
            let digits: String = value.chars().filter(char::is_ascii_digit).collect();
            if digits.len() == DIGITS {
                self.is_numbered(digits);
            }
        } else if NAMES.contains(&label.as_str()) {
            self.is_named(name_in(value));
        } else if label == CITIZEN && is_name(name_in(value)) {
            self.is_named(name_in(value));
            number_in(value).into_iter().for_each(|number| self.is_numbered(number));
        } else if label == NAME && is_name(name_in(value)) {
            self.stands_beside(label, words(name_in(value)));
        } else if CASES.contains(&label.as_str()) && value.contains(|letter: char| letter.is_ascii_digit()) {
            self.stands_beside(label, HashSet::from([letters(value)]));
        }
    }

    fn is_numbered(&mut self, number: String) {
        let is_other = self.number.as_ref().is_some_and(|known| *known != number);
        self.is_of_another |= is_other && self.has_answers();
        self.number = Some(number);
    }

    /// What stands at the head of a plan, before anything is answered, tells what comes after it from what is another's.
    fn stands_beside(&mut self, label: String, value: HashSet<String>) {
        if !self.has_answers() {
            self.beside.entry(label).or_insert(value);
        } else if self.beside.get(&label).is_some_and(|known| known.is_disjoint(&value)) {
            self.may_be_of_another = true;
        }
    }

    /// Takes down who somebody is. With one word in common, two names are those of one.
    fn is_named(&mut self, name: &str) {
        let words = words(name);
        if words.is_empty() {
            return;
        }
        let is_other = self.name.as_ref().is_some_and(|known| known.is_disjoint(&words));
        self.is_of_another |= is_other && self.has_answers();
        self.name = Some(words);
    }

    /// Whether a line says who somebody is, and no more than that: `Jens Hansen, 010170-1234`.
    pub(super) fn is_somebody(line: &str) -> bool {
        let name = name_in(line);
        let after = line.get(name.len()..).unwrap_or_default().to_lowercase();
        let after = ["cpr", "nr"].iter().fold(after, |after, word| after.replace(word, ""));
        is_name(name) && number_in(line).is_some() && !after.contains(char::is_alphabetic)
    }

    fn has_answers(&self) -> bool {
        self.last.is_some()
    }
}

/// Whether one plan speaks of a place more than once.
fn is_often(name: &Name) -> bool {
    is_below(name, &OFTEN)
}

fn is_below(name: &Name, places: &[&str]) -> bool {
    places.iter().any(|place| is_at_or_below(&name.place, place))
}

fn words(name: &str) -> HashSet<String> {
    name.split_whitespace().map(letters).filter(|word| word.len() > 1).collect()
}

/// What stands before the number of somebody: `Jens Hansen, CPR 010170-1234`.
fn name_in(text: &str) -> &str {
    let ends = |letter: char| letter.is_ascii_digit() || [',', ';', '('].contains(&letter);
    let name = text.split(ends).next().unwrap_or_default();
    name.trim()
        .trim_end_matches(['-', '–', '.'])
        .trim_end_matches("nr")
        .trim_end_matches(['-', '.'])
        .trim_end_matches("CPR")
        .trim()
}

/// Whether a text may be the whole name of somebody, and no sentence.
fn is_name(text: &str) -> bool {
    const LONGEST: usize = 5;
    let is_part = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|letter| letter.is_alphabetic() || "-.'’".contains(letter))
    };
    (2..=LONGEST).contains(&text.split_whitespace().count()) && text.split_whitespace().all(is_part)
}

/// The number of a citizen in a text: a day, a month, two digits of a year and four more.
fn number_in(text: &str) -> Option<String> {
    const DAY: usize = 6;
    let is_apart = |letter: char| !letter.is_ascii_digit() && letter != '-';
    text.split(is_apart).find_map(|word| {
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        let is_written = word.len() == digits.len() || word.split_once('-').is_some_and(|(day, _)| day.len() == DAY);
        let part =
            |from: usize| digits.get(from..from + 2).and_then(|part| part.parse::<u8>().ok()).unwrap_or_default();
        let is_day = (1..=31).contains(&part(0)) && (1..=12).contains(&part(2));
        (digits.len() == DIGITS && is_written && is_day).then_some(digits)
    })
}
