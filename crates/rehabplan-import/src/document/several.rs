//! Whether a document holds more than one plan: what comes again in it, and with another answer.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::names::{Name, letters, strip};
use super::title;

/// So many names that come again with other answers tell of another plan; one alone is a matter that the writer came back to.
const ANSWERED_AGAIN: usize = 2;
/// So many names have to come again where the answers are the same, or, behind a title that comes again, where there are none.
const MET_AGAIN: usize = 3;
/// Places that one plan speaks of more than once: a measure after the other, an attest after the other.
const OFTEN: [&str; 3] = ["/indsatsdel/", "/forberedendeDel/laege/", "/forberedendeDel/hidtidigIndsats/"];
/// Labels of what tells one citizen from another.
const NUMBERS: [&str; 7] =
    ["cpr", "cprnr", "cprnummer", "personnummer", "borgerenscprnr", "borgerenscprnummer", "borgerenspersonnummer"];
const NAMES: [&str; 3] = ["borgerensnavn", "navnpåborger", "navnpåborgeren"];
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
    /// The names with something under them since the title, before it came again, and those of them that came again too.
    since_title: HashSet<Arc<str>>,
    before_title: HashSet<Arc<str>>,
    behind_title: HashSet<Arc<str>>,
    number: Option<String>,
    name: Option<HashSet<String>>,
    /// Somebody else is named after something was answered: what is answered from here on is of another plan.
    is_of_another: bool,
    is_several: bool,
}

impl Several {
    /// Whether there is more than one plan.
    pub(super) fn is_so(&self) -> bool {
        self.is_several
    }

    /// Takes down what the document, or a part of it, is called.
    pub(super) fn title(&mut self, line: &str) {
        let whose = title::whose(line);
        if !self.titles.insert(if whose.is_some() { "rehabiliteringsplan".to_owned() } else { letters(strip(line)) }) {
            self.before_title.extend(std::mem::take(&mut self.since_title));
        }
        if let Some(whose) = whose {
            self.is_named(whose);
        }
    }

    /// Takes down that a name was met. Names that come again behind a title that comes again are those of another plan, where
    /// something was written under them the first time: a list of contents has nothing under its names.
    pub(super) fn meet(&mut self, name: &Arc<str>) {
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
        let spelled = Arc::clone(&name.spelled);
        self.since_title.insert(Arc::clone(&spelled));
        let goes_on = self.last.replace(Arc::clone(&spelled)).is_some_and(|last| last == spelled);
        if name.columns.is_some() || OFTEN.iter().any(|place| name.place.starts_with(place)) {
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

    /// Takes down a label that may say whose plan it is.
    pub(super) fn label(&mut self, label: &str, value: &str) {
        let label = letters(strip(label));
        if NUMBERS.contains(&label.as_str()) {
            let digits: String = value.chars().filter(char::is_ascii_digit).collect();
            if digits.len() == DIGITS {
                let is_other = self.number.as_ref().is_some_and(|number| *number != digits);
                self.is_of_another |= is_other && self.has_answers();
                self.number = Some(digits);
            }
        } else if NAMES.contains(&label.as_str()) {
            self.is_named(value);
        }
    }

    /// Takes down who somebody is. With one word in common, two names are those of one.
    fn is_named(&mut self, name: &str) {
        let words: HashSet<String> = name.split_whitespace().map(letters).filter(|word| word.len() > 1).collect();
        if words.is_empty() {
            return;
        }
        let is_other = self.name.as_ref().is_some_and(|known| known.is_disjoint(&words));
        self.is_of_another |= is_other && self.has_answers();
        self.name = Some(words);
    }

    fn has_answers(&self) -> bool {
        self.last.is_some()
    }
}
