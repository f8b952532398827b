//! Which column belongs to which place.

use std::borrow::Cow;

use rehabplan::plan::FieldKind;
use rehabplan::{Lang, is_at_or_below, pointer};

use super::letters::Letters;
use super::places::{Name, NamedPlace, likeness};
use super::{COMPARED, Column, Found, GRANTED, LIKE, Proposal, Read, SURE, places, ruled_out};
use crate::aliases;
use crate::convert::{Conversion, Converted};
use crate::dates;
use crate::inside::Inside;
use crate::mapping::SAGSTYPE;
use crate::names::{normal, unnumbered};
use crate::people::{self, is_of_other};
use crate::value::Value;
use crate::wholes::is_whole;

/// How alike a name is to one that it is cut short for: no guess is better, and it is one.
pub(super) const ABBREVIATED: f64 = 0.95;
/// And how alike one is that has words cut short which all names have.
const NEARLY: f64 = 0.94;

/// A way that is that of the place itself goes before all that is like it, and so does one that ends as that does, as a guess.
const OWN: f64 = 2.0;
const PARENTS: f64 = 1.5;

impl Read {
    /// Gives each place the column that is most like it, the surest first.
    pub(super) fn take_places(
        &mut self,
        places: &[NamedPlace],
        list: &str,
        conversion: &Conversion,
    ) -> Vec<(usize, Found)> {
        let mut pairs = Vec::new();
        let has_doctor = self.has_doctor();
        // A heading without letters is like any other.
        let is_free = |column: &Column| column.is_for.is_none() && !column.is_nested && !column.letters.is_empty();
        for (index, column) in self.columns.iter().enumerate().filter(|(_, column)| is_free(column)) {
            // What several parts have is like a name of each, and what asks for several things is like that of each of them:
            // neither says which.
            let name = column.own_name();
            let least = match places::is_shared(name) || places::is_anybodys(name) || list.is_empty() && is_whole(name)
            {
                true => SURE,
                false => LIKE,
            };
            let part = column.part().filter(|_| list.is_empty());
            // A part with days in it is the day of that part.
            let dated = self.day_of_part(column, index, conversion).filter(|_| list.is_empty());
            let least = if dated.is_some() { LIKE } else { least };
            let is_of_other = is_of_other(&column.name);
            let has_way = !column.steps.is_empty() || !column.over.is_empty();
            let is_cut_short = unnumbered(column.own_name()).contains('.');
            let object = column.object().filter(|_| list.is_empty());
            let is_negated =
                ruled_out::is_negated(&column.name) || column.over.iter().any(|over| ruled_out::is_negated(over));
            let is_inside = |place: &NamedPlace| object.is_none_or(|object| is_at_or_below(&place.pointer, object));
            let in_title = |place: &NamedPlace| places::has_in_it(place.title.get(Lang::Da), name);
            let is_key =
                |place: &NamedPlace| place.pointer.rsplit('/').next().is_some_and(|key| normal(key) == normal(name));
            let is_called = |place: &NamedPlace| is_key(place) || likeness(place.title.get(Lang::Da), name) >= SURE;
            // Within its object a name may be the title or the key alone, or the only title that it stands in.
            let is_day = matches!(&*normal(name), "dato" | "date");
            let is_day_of_part = |place: &NamedPlace| {
                let parent = column.parent().and_then(|parent| places::part_named(parent, LIKE));
                is_day && parent.is_some_and(|part| place.pointer == format!("/{part}/dato")) && list.is_empty()
            };
            let are_in_titles =
                object.map_or(0, |_| places.iter().filter(|place| is_inside(place) && in_title(place)).count());
            for (order, place) in places.iter().enumerate() {
                // What the way to a value says of its part counts for more than its name.
                if part.is_some_and(|part| place.pointer.split('/').nth(1) != Some(part)) {
                    continue;
                }
                // Whether there is something and whether there is none are answered the other way round.
                let is_turned = |name: &Name| matches!(place.kind, FieldKind::Boolean) && name.is_negated != is_negated;
                if place.names.iter().all(is_turned) {
                    continue;
                }
                let like = |own: &Letters| match index < COMPARED {
                    true => {
                        let like = |Name { written, letters, .. }: &Name| match letters.like(own) {
                            // What is cut short may be short for something else.
                            same if same >= SURE && is_cut_short && !written.contains('.') => NEARLY,
                            same if same >= SURE => same,
                            _ if places::is_short_for(column.own_name(), written) => ABBREVIATED,
                            unlike if unlike < LIKE => 0.0,
                            _ if !places::are_words_of(column.own_name(), written) => 0.0,
                            // What both have on their way is no likeness of the two.
                            _ if has_way && !places::has_in_it(written, column.own_name()) => 0.0,
                            like => like,
                        };
                        place.names.iter().filter(|name| !is_turned(name)).map(like).fold(0.0, f64::max)
                    }
                    false if place.names.iter().any(|name| !is_turned(name) && *name.letters == **own) => 1.0,
                    false => 0.0,
                };
                // What stands in brackets is a unit, or tells it from another; what stands around it is a part of its name.
                let is_alone = column.steps.is_empty() && part.is_none();
                let most = if is_alone { SURE - 0.01 } else { 1.0 };
                let whole = like(&column.letters);
                // The wishes of relatives are none of the citizen's.
                if is_of_other && whole < SURE && !people::are_at(&place.pointer) {
                    continue;
                }
                let is_doctors = list.is_empty() && part.is_none() && ruled_out::is_doctors(column, &place.pointer);
                let is_of_recommendation =
                    list.is_empty() && ruled_out::is_of_recommendation(&column.name, &place.pointer);
                if ruled_out::is_called_off(&column.name) || is_of_recommendation {
                    continue;
                }
                if whole < SURE && ruled_out::is_of_another(&column.name, &place.pointer) || is_doctors && !has_doctor {
                    continue;
                }
                let like = whole.max(like(dated.as_ref().unwrap_or(&column.bare)).min(most));
                let (like, least) = match (object, is_inside(place)) {
                    (None, _) if is_day_of_part(place) => (like.max(SURE), LIKE),
                    (None, _) => (like, least),
                    (Some(_), true) if is_called(place) => (like.max(SURE), LIKE),
                    (Some(_), true) if are_in_titles == 1 && in_title(place) => (like.max(ABBREVIATED), LIKE),
                    (Some(_), true) => (like, LIKE),
                    // What stands over it may be meant loosely; but what is the doctor's is nobody else's.
                    (Some(object), false) if like < SURE || least >= SURE || object == ruled_out::DOCTORS => continue,
                    (Some(_), false) => (LIKE, LIKE),
                };
                let like = match same_end(&column.name, &place.pointer) {
                    _ if !list.is_empty() || column.steps.is_empty() => like,
                    usize::MAX => OWN,
                    2.. => PARENTS,
                    _ => like,
                };
                if like >= least {
                    pairs.push((like, order, index));
                }
            }
        }
        pairs.sort_by(|(one, ..), (other, ..)| other.total_cmp(one));
        // Of two columns that are called the same, nobody knows which is meant.
        let called: Vec<(usize, usize)> =
            pairs.iter().filter(|(like, ..)| *like >= SURE).map(|(_, order, index)| (*order, *index)).collect();
        let mut taken = Vec::new();
        for (like, order, index) in pairs {
            let Some(place) = places.get(order) else { continue };
            // What stands beside others is of the same part as they are.
            if like < SURE && self.is_apart(index, &place.pointer, &taken) {
                continue;
            }
            let is_free = self.columns.get(index).is_some_and(|column| column.is_for.is_none());
            if !is_free || taken.iter().any(|(_, found): &(usize, Found)| found.place == place.pointer) {
                continue;
            }
            // Beside codes of the system's own may stand what they mean.
            if place.pointer == SAGSTYPE && self.is_told_elsewhere(index, place, conversion) {
                continue;
            }
            let dates = matches!(place.kind, FieldKind::Date).then(|| self.odd_form(index)).flatten();
            let own = dates.as_ref().map(|form| conversion.with_dates(form));
            let conversion = own.as_ref().unwrap_or(conversion);
            let at = format!("{list}{}", place.pointer);
            let (split, (read, refused)) = match place.is_list {
                true => self.try_split(index, &format!("{at}/*"), place.kind, conversion),
                false => (None, self.try_out(index, &at, place.kind, conversion)),
            };
            // What holds something else is another thing. The type of case may be in codes of the system's own.
            let is_other = match place.kind {
                FieldKind::Text if place.is_list => like < SURE,
                // A yes is no text of anybody's, and says that the text stands somewhere else; few words that come again sort the cases.
                FieldKind::Text => {
                    self.says_yes(index, conversion)
                        || list.is_empty() && self.are_classes(index)
                        || like < SURE && self.is_no_text(index, conversion)
                        || self.are_days(index, conversion)
                }
                // Days of which nobody can say whether the month stands first are days all the same.
                FieldKind::Date if like >= SURE && read == 0 && self.are_days_in_doubt(index) => false,
                _ => refused > 0 && (read == 0 || refused > read && like < SURE),
            };
            let is_id = || self.columns.get(index).is_some_and(|own| aliases::is_id(own.own_name()));
            if is_other && (place.pointer != SAGSTYPE || is_id()) {
                continue;
            }
            let is_like = (SURE..PARENTS).contains(&like) || like >= OWN;
            let is_in_doubt = list.is_empty()
                && self.columns.get(index).is_some_and(|column| {
                    let is_outside = |object| !is_at_or_below(&place.pointer, object);
                    column.is_under_another()
                        || column.object().is_some_and(is_outside)
                        || column.part().is_none() && ruled_out::is_doctors(column, &place.pointer)
                });
            let has_rival = called.iter().any(|(place, other)| *place == order && *other != index);
            let is_sure = is_like && refused == 0 && dates.is_none() && !is_in_doubt && !has_rival;
            let own = Found::guessed(place.pointer.clone(), place.title);
            let has_ticks = matches!(place.kind, FieldKind::Boolean) && self.has_ticks(index);
            let found = Found { is_sure, refused, dates, split, has_ticks, ..own };
            if let Some(column) = self.columns.get_mut(index) {
                column.is_for = Some(Proposal::Place(found.clone()));
            }
            taken.push((index, found));
        }
        taken
    }

    /// What a column is called as a day, where it is called as a part of the plan alone and all that stands in it are days.
    fn day_of_part(&self, column: &Column, index: usize, conversion: &Conversion) -> Option<Letters> {
        places::part_named(column.own_name(), SURE)?;
        let tried = self.try_out(index, pointer!(moede.dato), FieldKind::Date, conversion);
        matches!(tried, (1.., 0)).then(|| Letters::of(&format!("{} Dato", column.own_name())))
    }

    /// Whether none of what stands in a column is a type of case, and all of what stands in another free one is.
    fn is_told_elsewhere(&self, index: usize, place: &NamedPlace, conversion: &Conversion) -> bool {
        let read = |column: usize| self.try_out(column, SAGSTYPE, place.kind, conversion);
        let is_free = |column: &usize| {
            *column != index
                && self.columns.get(*column).is_some_and(|own| {
                    own.is_for.is_none() && !own.is_nested && !GRANTED.iter().any(|word| own.letters.contains(word))
                })
        };
        matches!(read(index), (0, 1..))
            && (0..self.columns.len()).filter(is_free).any(|column| matches!(read(column), (1.., 0)))
    }

    /// Whether a column stands in an object beside others that all have places in one object of the plan, and would be in another.
    fn is_apart(&self, index: usize, place: &str, taken: &[(usize, Found)]) -> bool {
        let way =
            |index: usize| self.columns.get(index).and_then(|column| Some((column.cell, column.steps.split_last()?.1)));
        let object = |place: &str| place.rsplit_once('/').map(|(object, _)| object.to_owned()).unwrap_or_default();
        let beside = |(other, _): &&(usize, Found)| way(index).is_some() && way(*other) == way(index);
        let mut objects = taken.iter().filter(beside).map(|(_, found)| object(&found.place));
        let Some(first) = objects.next() else { return false };
        first.matches('/').count() > 1 && object(place) != first && objects.all(|other| other == first)
    }

    /// A day of which nothing says that it is of the whole course may be one of a measure, or of anything else.
    pub(super) fn doubt_days(&mut self) {
        const DAYS: [&str; 2] = [pointer!(forloeb.startdato), pointer!(forloeb.slutdato)];
        const OF_COURSE: [&str; 2] = ["forloeb", "indsatsdel"];
        let is_of = |column: &Column, words: &[&str]| words.iter().any(|word| column.letters.contains(&*normal(word)));
        for column in self.columns.iter_mut().filter(|column| !is_of(column, &OF_COURSE)) {
            if let Some(Proposal::Place(found)) = &mut column.is_for {
                found.is_sure &= !DAYS.contains(&found.place.as_str());
            }
        }
    }

    /// The form of the days in a column, where more of them have the month first, or a year of two digits, than the day.
    fn odd_form(&self, column: usize) -> Option<String> {
        let mut inside = Inside::default();
        let texts = || self.rows.iter().filter_map(|row| self.value(row, column).text().map(Cow::into_owned));
        texts().for_each(|text| inside.add_text(&text));
        if inside.years(&[]) == Some(dates::Years::First) {
            return texts().find_map(|text| dates::form_with_year_first(&text));
        }
        inside.are_months_first(&[]).then(|| texts().find_map(|text| dates::form_with_month_first(&text)))?
    }

    /// Whether all that stands in a column are days that may have the month first.
    fn are_days_in_doubt(&self, column: usize) -> bool {
        self.filled(column).all(|(_, text)| dates::order(&text).is_some())
    }

    /// Whether some cells of a column are ticked, and the others are blank.
    fn has_ticks(&self, column: usize) -> bool {
        const TICKS: [&str; 6] = ["x", "X", "✓", "✗", "☒", "☑"];
        let ticked = self.filled(column).count();
        ticked > 0 && ticked < self.rows.len() && self.filled(column).all(|(_, text)| TICKS.contains(&text.as_str()))
    }

    /// Whether all that stands in a column are days: that says when something was, and not what.
    fn are_days(&self, column: usize, conversion: &Conversion) -> bool {
        matches!(self.try_out(column, pointer!(moede.dato), FieldKind::Date, conversion), (1.., 0))
    }

    /// Whether most of what stands in a column is a number, a day, a yes or a no, or a code.
    fn is_no_text(&self, column: usize, conversion: &Conversion) -> bool {
        let (mut texts, mut others) = (0_usize, 0_usize);
        for row in &self.rows {
            let value = self.value(row, column);
            let is = |kind| conversion.write(&value, kind, &mut Vec::new()) == Converted::Done;
            match conversion.is_nothing(&value) {
                true => {}
                false if is(FieldKind::Number) || is(FieldKind::Date) || is(FieldKind::Boolean) => others += 1,
                false if value.text().is_some_and(|text| is_code(&text)) => others += 1,
                false => texts += 1,
            }
        }
        others > texts
    }

    /// Whether a column says yes or no, and yes to some.
    pub(super) fn says_yes(&self, column: usize, conversion: &Conversion) -> bool {
        let answer = |value: Value<'_>| {
            let mut json = Vec::new();
            (conversion.write(&value, FieldKind::Boolean, &mut json) == Converted::Done).then(|| json == b"true")
        };
        let values = self.rows.iter().map(|row| self.value(row, column));
        let answers: Option<Vec<bool>> = values.filter(|value| !conversion.is_blank(value)).map(answer).collect();
        answers.is_some_and(|answers| answers.contains(&true))
    }

    /// How many values of a column could be read at a place, and how many could not.
    fn try_out(&self, column: usize, pointer: &str, kind: FieldKind, conversion: &Conversion) -> (usize, usize) {
        let (mut read, mut refused) = (0, 0);
        for row in &self.rows {
            let (value, mut json) = (self.value(row, column), Vec::new());
            // What stands there for nothing says nothing of what the column is.
            if conversion.is_blank(&value) {
                continue;
            }
            match conversion.write(&value, kind, &mut json) {
                Converted::Nothing => {}
                Converted::Done if crate::model::refuses(pointer, &json).is_none() => read += 1,
                _ => refused += 1,
            }
        }
        (read, refused)
    }

    /// Whether most of what stands in numbered columns cannot be read at a place.
    pub(super) fn refuses(&self, base: &str, pointer: &str, kind: FieldKind, conversion: &Conversion) -> bool {
        let is_of_it = |column: &Column| column.numbered.as_ref().is_some_and(|(own, _)| own == base);
        let own = self.columns.iter().enumerate().filter(|(_, column)| is_of_it(column));
        let tried = own.map(|(place, _)| self.try_out(place, pointer, kind, conversion));
        let (read, refused) = tried.fold((0, 0), |(read, refused), (more, worse)| (read + more, refused + worse));
        refused > read
    }

    /// What most likely stands between the values of a list in one cell, and how many of them could be read so, and how many not.
    fn try_split(
        &self,
        column: usize,
        pointer: &str,
        kind: FieldKind,
        conversion: &Conversion,
    ) -> (Option<&'static str>, (usize, usize)) {
        const SIGNS: [&str; 4] = [",", ";", "/", "\n"];
        /// Of one cell.
        const LOOKED_AT: usize = 20;
        let with = |sign: &'static str| {
            let (mut read, mut refused) = (0, 0);
            for row in &self.rows {
                let value = self.value(row, column);
                let text = value.text().filter(|_| !conversion.is_nothing(&value)).unwrap_or_default();
                for piece in text.split(sign).map(str::trim).filter(|piece| !piece.is_empty()).take(LOOKED_AT) {
                    let mut json = Vec::new();
                    match conversion.write(&Value::from(piece), kind, &mut json) {
                        Converted::Nothing => {}
                        Converted::Done if crate::model::refuses(pointer, &json).is_none() => read += 1,
                        _ => refused += 1,
                    }
                }
            }
            (Some(sign), (read, refused))
        };
        // The first of those that leave the least unread and find the most.
        let best = |(_, (read, refused)): &(Option<&str>, (usize, usize))| (std::cmp::Reverse(*refused), *read);
        SIGNS.into_iter().rev().map(with).max_by_key(best).unwrap_or_default()
    }

    /// The column whose values are types of cases, where none is called so and there is no other.
    pub(super) fn take_case_type(&mut self, conversion: &Conversion) {
        /// So many are read for each that is not.
        const ODD: usize = 10;
        let is_it = |column: &Column| matches!(&column.is_for, Some(Proposal::Place(found)) if found.place == SAGSTYPE);
        let places = places::outside_lists();
        let Some(place) = places.iter().find(|place| place.pointer == SAGSTYPE) else { return };
        if self.columns.iter().any(is_it) {
            return;
        }
        let is_of_types = |index: usize| {
            let is_another = |column: &Column| GRANTED.iter().any(|word| column.letters.contains(word));
            // The "navn" of a type tells nobody's name.
            let is_unused = |column: &Column| matches!(column.is_for, None | Some(Proposal::Personal));
            let is_free = |column: &Column| is_unused(column) && !column.is_nested && !is_another(column);
            let (read, refused) = self.try_out(index, SAGSTYPE, place.kind, conversion);
            (self.columns.get(index).is_some_and(is_free) && read > 0 && refused * ODD <= read)
                .then_some((index, refused))
        };
        // One odd value among many takes the others nothing away, unless there is a column without.
        let found: Vec<(usize, usize)> = (0..self.columns.len()).filter_map(is_of_types).collect();
        let clean: Vec<(usize, usize)> = found.iter().copied().filter(|(_, refused)| *refused == 0).collect();
        let (([(index, refused)], _) | ([], [(index, refused)])) = (clean.as_slice(), found.as_slice()) else { return };
        let (index, refused) = (*index, *refused);
        if let Some(column) = self.columns.get_mut(index) {
            let (place, title) = (SAGSTYPE.to_owned(), place.title);
            column.is_for = Some(Proposal::Place(Found { refused, ..Found::guessed(place, title) }));
        }
    }
}

/// Whether a text is written as codes are: one short word of capitals and digits.
fn is_code(text: &str) -> bool {
    const LONGEST: usize = 8;
    let text = text.trim();
    text.len() <= LONGEST
        && text.contains(char::is_uppercase)
        && text.chars().all(|letter| letter.is_uppercase() || letter.is_ascii_digit() || "_-.".contains(letter))
}

/// How many steps at the end of two ways are the same; all that there are, where the ways are.
fn same_end(way: &str, other: &str) -> usize {
    if way == other {
        return usize::MAX;
    }
    way.rsplit('/')
        .zip(other.rsplit('/'))
        .take_while(|(one, other)| !one.is_empty() && normal(one) == normal(other))
        .count()
}
