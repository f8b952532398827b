//! Earlier measures of several kinds in one table, and the column that tells them.

use rehabplan::pointer;

use super::letters::Letters;
use super::{Column, Condition, List, Proposal, Read, places};
use crate::kinds::is_called_so;
use crate::names::{folded, normal};

/// What the kinds of earlier measures are called, each with the list that they belong to.
const KINDS: [(&str, &[&str]); 4] = [
    (
        pointer!(forberedende_del.hidtidig_indsats.beskaeftigelse),
        &[
            "Beskæftigelse",
            "Beskæftigelsesindsats",
            "Beskæftigelsesmæssig",
            "Beskæftigelsesmæssig indsats",
            "Beskæftigelsesrettet",
            "Beskæftigelsesrettet indsats",
            "Beskæftigelsesområdet",
            "Arbejdsmarked",
            "Job",
        ],
    ),
    (
        pointer!(forberedende_del.hidtidig_indsats.social_borger),
        &[
            "Social",
            "Socialt",
            "Sociale",
            "Social indsats",
            "Socialområdet",
            "Social indsats for borgeren",
            "Social borger",
        ],
    ),
    (
        pointer!(forberedende_del.hidtidig_indsats.social_familie),
        &["Familie", "Familieindsats", "Social indsats for familien", "Social familie", "Børn og familie"],
    ),
    (
        pointer!(forberedende_del.hidtidig_indsats.sundhed),
        &[
            "Sundhed",
            "Sundhedsindsats",
            "Sundhedsmæssig",
            "Sundhedsmæssig indsats",
            "Sundhedsområdet",
            "Sundhedsfaglig",
            "Sundhedsfaglig indsats",
            "Helbred",
            "Helbredsmæssig",
        ],
    ),
];

/// Whether a place is a list of earlier measures.
pub(super) fn is_earlier(place: &str) -> bool {
    KINDS.iter().any(|(list, _)| *list == place)
}

/// Whether a column or a table is called as something of measures that were taken before.
pub(super) fn is_of_earlier(name: &str) -> bool {
    const BEFORE: [&str; 4] = ["afslutted", "forudgaaende", "hidtidig", "tidligere"];
    const MEASURES: [&str; 4] = ["aktivitet", "foranstaltning", "indsats", "tilbud"];
    let own = folded(name);
    let has = |words: &[&str]| words.iter().any(|word| own.contains(word));
    has(&BEFORE) && has(&MEASURES)
}

/// The list of earlier measures that stands for all of them, which are alike: the first that the law names.
pub(super) fn is_first(place: &str) -> bool {
    KINDS.iter().position(|(list, _)| *list == place) == Some(0)
}

/// What a column says of the kinds of rows.
#[derive(Default)]
struct Told {
    /// The words of each kind, as they are written.
    words: [Vec<String>; KINDS.len()],
    known: usize,
    unknown: usize,
}

impl Read {
    /// Takes the column that says which kind of earlier measure each row is. One that is called so tells it although some of its
    /// words are not known; of one that may be a field of a measure, or is called anything else, most or all have to be.
    pub(super) fn take_kind(&mut self, list: &places::ListPlace) {
        if !is_earlier(&list.pointer) {
            return;
        }
        let tells = |column: &usize| {
            let Some(own) = self.columns.get(*column) else { return false };
            let Told { known, unknown, .. } = self.kinds_in(*column);
            let is_field =
                places::most_alike(list.fields.iter().flat_map(|field| &field.names), &own.letters) >= super::SURE;
            let is_free = matches!(own.is_for, None | Some(Proposal::Carry)) && !own.is_nested;
            is_free
                && known > 0
                && match (is_called_so(own.own_name()), is_field) {
                    (true, false) => true,
                    (true, true) => known >= unknown,
                    (false, is_field) => unknown == 0 && !is_field,
                }
        };
        let found = (0..self.columns.len()).find(tells);
        if let Some(column) = found.and_then(|column| self.columns.get_mut(column)) {
            column.is_for = Some(Proposal::Kind);
        }
    }

    /// Whether a numbered column says of which kind each entry is.
    pub(super) fn has_numbered_kinds(&self) -> bool {
        (0..self.columns.len()).any(|column| {
            let is_numbered = self.columns.get(column).is_some_and(|column| column.numbered.is_some());
            let Told { known, unknown, .. } = self.kinds_in(column);
            is_numbered && known > 0 && unknown == 0
        })
    }

    fn kinds_in(&self, column: usize) -> Told {
        let mut told = Told::default();
        for row in &self.rows {
            let value = self.value(row, column);
            if value.is_nothing() {
                continue;
            }
            let text = value.text().map(|text| text.trim().to_owned()).unwrap_or_default();
            match kind_of(&text).and_then(|kind| told.words.get_mut(kind)) {
                Some(words) => {
                    told.known += 1;
                    if !words.contains(&text) {
                        words.push(text);
                    }
                }
                None => told.unknown += 1,
            }
        }
        told
    }

    /// The list, or one for each kind where a column says which kind each row is. Nothing but known words is taken from it; how
    /// many rows have others stands with the last.
    pub(super) fn by_kind(&self, list: List) -> Vec<List> {
        let is_kind = |column: &Column| column.is_for == Some(Proposal::Kind);
        let Some(place) = self.columns.iter().position(is_kind) else { return vec![list] };
        let Some(column) = self.columns.get(place) else { return vec![list] };
        let Told { words, unknown, .. } = self.kinds_in(place);
        let known = places::lists();
        let of = |((place, _), words): (&(&str, _), Vec<String>)| {
            let title = known.iter().find(|list| list.pointer == *place)?.title;
            let condition = Some(Condition::Is(column.name.clone(), words.clone()));
            let (fields, from) = (list.fields.clone(), list.from.clone());
            let place = (*place).to_owned();
            (!words.is_empty()).then_some(List { place, title, is_sure: false, from, condition, others: 0, fields })
        };
        let mut lists: Vec<List> = KINDS.iter().zip(words).filter_map(of).collect();
        if let Some(last) = lists.last_mut() {
            last.others = unknown;
        }
        lists
    }
}

/// Which of the kinds a word is.
fn kind_of(text: &str) -> Option<usize> {
    let own = Letters::of(text);
    KINDS.iter().position(|(_, words)| words.iter().any(|word| normal(word) == *own))
}
