//! Exports that have a row for each answer: the case, what was asked, and what was answered.

use std::collections::BTreeMap;

use super::column::best_named;
use super::{Found, GRANTED, Proposal, Read, places};
use crate::convert::{Conversion, Converted};
use crate::mapping::SAGSTYPE;
use crate::model;
use crate::names::{folded, normal, shown};
use crate::source::Row;

/// What the columns are called, where they are called something usual.
const CASES: [&str; 6] = ["Sag", "Sagen", "Case", "Plan", "Forløb", "Skema"];
const ANSWERS: [&str; 12] = [
    "Svar",
    "Besvarelse",
    "Tekst",
    "Svartekst",
    "Værdi",
    "Indhold",
    "Beskrivelse",
    "Feltværdi",
    "Resultat",
    "Answer",
    "Value",
    "Text",
];
const QUESTIONS: [&str; 8] = ["Spørgsmål", "Felt", "Feltnavn", "Rubrik", "Punkt", "Overskrift", "Question", "Field"];
/// So many questions that are known tell that a column holds questions.
const ENOUGH: usize = 4;
/// The most questions that are asked in one form.
const MOST: usize = 500;

/// The columns, and which places their questions ask for.
pub(super) struct Answers {
    pub(super) key: String,
    pub(super) question: String,
    pub(super) answer: String,
    /// Each question as it is asked, in one wording or in several.
    pub(super) found: Vec<(Vec<String>, Found)>,
    /// How many questions are asked that nobody knows.
    pub(super) unknown: usize,
}

/// What a question asks for, be it numbered ("3.1 Ønsker", "a) Ønsker") or with a colon.
fn asks_for(text: &str) -> String {
    let is_letter = |letter: &str| letter.trim().chars().count() == 1;
    let lettered = text.split_once([')', '.']).filter(|(letter, _)| is_letter(letter)).map(|(_, rest)| rest);
    let text = lettered.unwrap_or(text);
    normal(text.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign.is_whitespace() || ".)-:".contains(sign)))
}

impl Read {
    /// Takes the columns of questions and answers away from those that are proposed for places.
    pub(super) fn answers(&mut self, conversion: &Conversion) -> Option<Answers> {
        let key = self.named_id().or_else(|| best_named(&self.columns, &CASES))?;
        let is_other = |column: &usize| {
            *column != key && self.columns.get(*column).is_some_and(|own| !own.is_nested && own.is_for.is_none())
        };
        let columns: Vec<usize> = (0..self.columns.len()).filter(is_other).collect();
        let known = places::outside_lists();
        let mut by_name: BTreeMap<&str, usize> = BTreeMap::new();
        for (place, own) in known.iter().enumerate().filter(|(_, own)| !own.is_list) {
            for name in &own.names {
                by_name.entry(&*name.letters).or_insert(place);
            }
        }
        let asked = |column: usize| {
            let mut asked: Vec<String> = Vec::new();
            for row in &self.rows {
                let text = self.value(row, column).text().map(|text| text.trim().to_owned()).unwrap_or_default();
                if !text.is_empty() && !asked.contains(&text) && asked.len() <= MOST {
                    asked.push(text);
                }
            }
            asked
        };
        // A column in which most of what stands is the name of some place; of one that is called so, several are enough.
        let of_questions = |column: &usize| {
            let asked = asked(*column);
            let is_known = |text: &&String| by_name.contains_key(&*asks_for(text));
            let count = asked.iter().filter(is_known).count();
            let is_called =
                self.columns.get(*column).is_some_and(|own| QUESTIONS.iter().any(|name| normal(name) == *own.letters));
            (count >= ENOUGH && (is_called || count * 2 >= asked.len())).then_some((*column, asked))
        };
        let (question, asked) = columns.iter().find_map(of_questions)?;
        let others: Vec<usize> = columns.into_iter().filter(|column| *column != question).collect();
        let is_called = |column: &&usize| {
            self.columns.get(**column).is_some_and(|own| ANSWERS.iter().any(|name| normal(name) == *own.letters))
        };
        // What counts the answers is none of them.
        let has_words = |column: &&usize| {
            self.filled(**column).any(|(_, text)| text.contains(|letter: char| !letter.is_ascii_digit()))
        };
        let called = others.iter().filter(is_called).find(has_words).or_else(|| others.iter().find(is_called));
        let answer = called.or_else(|| others.first().filter(|_| others.len() == 1)).copied()?;
        if self.is_unique(key) {
            return None;
        }
        let is_told = |text: &String| {
            by_name
                .get(&*asks_for(text))
                .is_some_and(|place| known.get(*place).is_some_and(|place| place.pointer == SAGSTYPE))
        };
        let of_type =
            if asked.iter().any(is_told) { None } else { self.question_of_type(&asked, question, answer, conversion) };
        let mut found: Vec<(Vec<String>, Found)> = Vec::new();
        let mut unknown = 0;
        for text in asked {
            let place = by_name.get(&*asks_for(&text)).and_then(|place| known.get(*place));
            let is_type = Some(&text) == of_type.as_ref();
            let Some(place) = place.or_else(|| known.iter().find(|place| is_type && place.pointer == SAGSTYPE)) else {
                unknown += 1;
                continue;
            };
            let is_of_it = |row: &&Row| self.value(row, question).text().is_some_and(|own| own.trim() == text);
            let refused = self.rows.iter().filter(is_of_it).filter(|row| {
                let mut json = Vec::new();
                match conversion.write(&self.value(row, answer), place.kind, &mut json) {
                    Converted::Nothing => false,
                    Converted::Done => model::refuses(&place.pointer, &json).is_some(),
                    _ => true,
                }
            });
            let refused = refused.count();
            // Whoever asks in two wordings means the same: a case that has an answer to both says two things of one.
            if let Some((wordings, known)) = found.iter_mut().find(|(_, other)| other.place == place.pointer) {
                wordings.push(text);
                (known.refused, known.is_sure) = (known.refused + refused, false);
                continue;
            }
            let (place, title, is_sure) = (place.pointer.clone(), place.title, refused == 0 && !is_type);
            found.push((vec![text], Found { is_sure, refused, ..Found::guessed(place, title) }));
        }
        for (column, is_for) in [(key, Proposal::Id), (question, Proposal::Elsewhere), (answer, Proposal::Elsewhere)] {
            if let Some(column) = self.columns.get_mut(column) {
                column.is_for = Some(is_for);
            }
        }
        let name = |column: usize| self.columns.get(column).map(|column| column.name.clone());
        Some(Answers { key: name(key)?, question: name(question)?, answer: name(answer)?, found, unknown })
    }

    /// The one question, asked in several cases, whose answers are all types of cases, and none of what somebody gets.
    fn question_of_type(
        &self,
        asked: &[String],
        question: usize,
        answer: usize,
        conversion: &Conversion,
    ) -> Option<String> {
        const FEWEST: usize = 2;
        let types = places::outside_lists().iter().find(|place| place.pointer == SAGSTYPE)?.kind;
        let is_it = |text: &&String| {
            let is_of_it = |row: &&Row| self.value(row, question).text().is_some_and(|own| own.trim() == **text);
            let mut answers = 0;
            let are_types = self.rows.iter().filter(is_of_it).all(|row| {
                let mut json = Vec::new();
                let converted = conversion.write(&self.value(row, answer), types, &mut json);
                answers += usize::from(converted == Converted::Done);
                converted == Converted::Nothing || model::refuses(SAGSTYPE, &json).is_none()
            });
            let own = folded(text);
            are_types && answers >= FEWEST && shown(text).is_some() && !GRANTED.iter().any(|word| own.contains(word))
        };
        let mut found = asked.iter().filter(is_it);
        found.next().filter(|_| found.next().is_none()).cloned()
    }
}
