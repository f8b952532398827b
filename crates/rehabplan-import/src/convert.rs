//! Conversions: what a source holds becomes JSON of a plan.
//!
//! What cannot be converted is written as it is, in a form that the plan's own reader refuses in that place: it then
//! stands in the report as an unreadable value, with the code and the pointer that it has everywhere else.

use std::io::Write as _;

use rehabplan::plan::{Date, FieldKind};
use rehabplan::report::UNREADABLE;

use crate::dates::{self, DateForm, Order, Years};
use crate::ids::is_of_person;
use crate::labels;
use crate::mapping::{Constant, MappingFault, Reading};
use crate::names::tidy;
use crate::nothing;
use crate::prompts::is_no_answer;
use crate::talk::says_nothing;
use crate::value::{Value, json_to};
use crate::words::Met;

/// See [`UNREADABLE`]; in every place but a list.
#[cfg(feature = "arrow")]
pub(crate) fn unreadable() -> serde_json::Value {
    serde_json::Value::from(vec![UNREADABLE])
}

/// See [`UNREADABLE`].
pub(crate) fn write_unreadable(kind: FieldKind, out: &mut Vec<u8>) -> Converted {
    match kind {
        FieldKind::List { .. } => json_to(out, UNREADABLE),
        _ => json_to(out, &[UNREADABLE]),
    }
    Converted::Refused
}

/// See [`UNREADABLE`]; in every place but a list, where the row ends before it.
pub(crate) fn write_cut_off(row: u64, out: &mut Vec<u8>) -> Converted {
    json_to(out, &(UNREADABLE, row));
    Converted::Refused
}

/// What spreadsheets show in the place of a value that they do not have, in English and in Danish. As text it is in exports.
const ERRORS: [&str; 23] = [
    "#BEREGN!",
    "#BLOCKED!",
    "#BUSY!",
    "#CALC!",
    "#CONNECT!",
    "#DIV/0!",
    "#DIVISION/0!",
    "#FELT!",
    "#FIELD!",
    "#GETTING_DATA",
    "#I/T",
    "#N/A",
    "#NAME?",
    "#NAVN?",
    "#NUL!",
    "#NULL!",
    "#NUM!",
    "#OVERLØB!",
    "#REF!",
    "#REFERENCE!",
    "#SPILL!",
    "#VALUE!",
    "#VÆRDI!",
];

/// Whether a value is a text that a spreadsheet shows in the place of one: an error, or a column too narrow for it.
pub(crate) fn is_error(value: &Value<'_>) -> bool {
    let Value::Text(text) = value else { return false };
    let text = text.trim();
    text.starts_with('#') && (ERRORS.contains(&text) || text.len() > 2 && text.bytes().all(|byte| byte == b'#'))
}

/// Whether two values say the same, however they are written.
pub(crate) fn is_same(one: &Value<'_>, other: &Value<'_>) -> bool {
    let day = |value: &Value<'_>| match value {
        Value::Date(day) => Some(*day),
        value => dates::read(&value.text()?, None),
    };
    let words = |value: &Value<'_>| value.text().map(|text| tidy(&text).to_lowercase());
    one == other || words(one).is_some() && words(one) == words(other) || day(one).is_some() && day(one) == day(other)
}

/// What became of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Converted {
    /// Nothing stands there, and nothing was written.
    Nothing,
    /// It was converted.
    Done,
    /// It was written so that the plan's reader refuses it.
    Refused,
}

/// How the values of one place are read: what a [`Reading`] says, ready for use.
#[derive(Debug, Clone, Default)]
pub(crate) struct Conversion {
    dates: Option<Vec<DateForm>>,
    yes: Option<Vec<String>>,
    no: Option<Vec<String>>,
    nothing: Vec<String>,
    decimal: Option<char>,
    /// None for a code of the whole mapping that is no value of this place.
    codes: Vec<(String, Option<Constant>)>,
    /// Which of them were met.
    met: Met,
    /// The codes are those of the whole mapping, which words do not have.
    has_common_codes: bool,
    /// The source writes the month before the day. What may be either is then no day before a form says so.
    has_months_first: bool,
    /// Where the source writes years of two digits, as far as its days tell.
    years: Option<Years>,
    /// The source counts days from 1904.
    counts_from_1904: bool,
    /// The kind of the place that values are for, where it is one of the plan.
    kind: Option<FieldKind>,
}

/// Why a [`Reading`] cannot be used.
pub(crate) struct Misread {
    /// The key that is wrong.
    pub(crate) key: &'static str,
    /// Whether it is the place's own, and not the whole mapping's.
    pub(crate) is_own: bool,
    pub(crate) fault: Box<MappingFault>,
}

/// What usually means yes and no.
pub(crate) const YES: [&str; 12] = ["ja", "j", "yes", "y", "true", "sand", "sandt", "1", "x", "☒", "☑", "✓"];
pub(crate) const NO: [&str; 7] = ["nej", "n", "no", "false", "falsk", "0", "☐"];

/// A text as it is held against the words of a mapping.
fn plain(text: &str) -> String {
    text.trim().to_lowercase()
}

/// Whether a text is one of the words that are held in lower case.
fn is_word(text: &str, word: &str) -> bool {
    /// In small letters, no text has fewer bytes than one of so many as it has in capitals.
    const SHRINKS: usize = 3;
    let text = text.trim();
    // Every text of an export is held against several: most are longer than any.
    if text.len() > SHRINKS * word.len() {
        return false;
    }
    if text.is_ascii() { text.eq_ignore_ascii_case(word) } else { text.to_lowercase() == word }
}

impl Conversion {
    /// What the place itself says, and for the rest what the whole mapping says.
    pub(crate) fn of(own: &Reading, whole: &Reading) -> Result<Self, Misread> {
        let words = |list: &crate::mapping::OneOrMore<String>| list.0.iter().map(|word| plain(word)).collect();
        let dates = own.dates.as_ref().or(whole.dates.as_ref());
        let misread = |key, is_own, fault| Misread { key, is_own, fault: Box::new(fault) };
        let form = |form: &String| {
            let wrong = || misread("dates", own.dates.is_some(), MappingFault::NoDateForm(form.clone()));
            DateForm::parse(form).ok_or_else(wrong)
        };
        let decimal = own.decimal.as_ref().or(whole.decimal.as_ref()).map(|sign| match sign.as_str() {
            "," => Ok(','),
            "." => Ok('.'),
            _ => Err(misread("decimal", own.decimal.is_some(), MappingFault::NoDecimalSign)),
        });
        let codes = own.codes.as_ref().or(whole.codes.as_ref());
        // Which of the two it would be, nobody knows.
        let (yes, no) = (own.yes.as_ref().or(whole.yes.as_ref()), own.no.as_ref().or(whole.no.as_ref()));
        if let (Some(yes), Some(no)) = (yes, no)
            && let Some(both) = no.0.iter().find(|no| yes.0.iter().any(|yes| plain(yes) == plain(no)))
        {
            return Err(misread("no", own.no.is_some(), MappingFault::YesAndNo(both.clone())));
        }
        let forms: Option<Vec<DateForm>> = dates.map(|dates| dates.0.iter().map(form).collect()).transpose()?;
        for (index, form) in forms.iter().flatten().enumerate() {
            if forms.iter().flatten().take(index).any(|before| before.contradicts(form)) {
                let written = dates.and_then(|dates| dates.0.get(index)).cloned().unwrap_or_default();
                return Err(misread("dates", own.dates.is_some(), MappingFault::TwoOrders(written)));
            }
        }
        let listed = || codes.iter().flat_map(|codes| &codes.0);
        for (index, (code, value)) in listed().enumerate() {
            let is_other = |(before, other): &(String, Constant)| plain(before) == plain(code) && other != value;
            if listed().take(index).any(is_other) {
                return Err(misread("codes", own.codes.is_some(), MappingFault::TwoMeanings(code.clone())));
            }
        }
        Ok(Self {
            dates: forms,
            yes: own.yes.as_ref().or(whole.yes.as_ref()).map(words),
            no: own.no.as_ref().or(whole.no.as_ref()).map(words),
            nothing: own.nothing.as_ref().or(whole.nothing.as_ref()).map(words).unwrap_or_default(),
            decimal: decimal.transpose()?,
            codes: codes
                .map(|codes| codes.0.iter().map(|(code, value)| (plain(code), Some(value.clone()))).collect())
                .unwrap_or_default(),
            met: Met::default(),
            has_common_codes: own.codes.is_none(),
            has_months_first: false,
            years: None,
            counts_from_1904: false,
            kind: None,
        })
    }

    /// Whether the mapping says the forms of days.
    pub(crate) fn has_date_forms(&self) -> bool {
        self.dates.is_some()
    }

    /// The same for days that were met with the month before the day, or were not.
    pub(crate) fn with_months_first(self, has_months_first: bool) -> Self {
        Self { has_months_first, ..self }
    }

    /// The same for days that were met with years of two digits.
    pub(crate) fn with_years(self, years: Option<Years>) -> Self {
        Self { years, ..self }
    }

    /// The same, taking down which of the codes are met.
    pub(crate) fn noting_codes(self, met: Met) -> Self {
        Self { met, ..self }
    }

    /// The same for a source that counts days from 1904, or does not.
    pub(crate) fn counting_from_1904(self, counts_from_1904: bool) -> Self {
        Self { counts_from_1904, ..self }
    }

    /// The same for values of a place of the plan.
    pub(crate) fn for_place(self, kind: Option<FieldKind>) -> Self {
        Self { kind, ..self }
    }

    /// The same with a form that dates have.
    pub(crate) fn with_dates(&self, form: &str) -> Self {
        Self { dates: DateForm::parse(form).map(|form| vec![form]), ..self.clone() }
    }

    /// Whether a text is a day of which nobody can tell the month or the year, or a number of days and nobody can tell since when:
    /// in a workbook that counts from 1904, one that is held as text may come from one that does not.
    fn is_doubtful(&self, text: &str) -> bool {
        self.dates.is_none()
            && (self.has_months_first && dates::order(text) == Some(Order::Either)
                || self.years == Some(Years::First) && matches!(dates::years(text), Some(Years::InDoubt | Years::Last))
                || self.counts_from_1904
                    && text.trim().parse::<f64>().is_ok_and(|number| dates::of_excel(number).is_some()))
    }

    /// The day that a text says, in a column like this one.
    fn day(&self, text: &str) -> Option<Date> {
        match &self.dates {
            None if self.years == Some(Years::Last) && dates::years(text) == Some(Years::First) => {
                dates::with_year_last(text)
            }
            Some(forms) if self.counts_from_1904 && forms.contains(&DateForm::Excel) => {
                let number = text.trim().parse().ok().and_then(|number| dates::of_number(number, true));
                number.or_else(|| dates::read(text, Some(forms)))
            }
            forms => dates::read(text, forms.as_deref()),
        }
    }

    /// As is usual, and some words for nothing.
    pub(crate) fn with_nothing(words: &[&str]) -> Self {
        Self { nothing: words.iter().map(|word| plain(word)).collect(), ..Self::default() }
    }

    /// The codes of the place itself.
    pub(crate) fn own_codes(&self) -> impl Iterator<Item = (&str, &Constant)> {
        let codes = self.codes.iter().filter(|_| !self.has_common_codes);
        codes.filter_map(|(code, constant)| Some((code.as_str(), constant.as_ref()?)))
    }

    /// The same with those codes of the whole mapping alone that are values of the place.
    pub(crate) fn with_common_codes(mut self, mut is_value: impl FnMut(usize, &Constant) -> bool) -> Self {
        if self.has_common_codes {
            for (index, (_, constant)) in self.codes.iter_mut().enumerate() {
                *constant = constant.take().filter(|constant| is_value(index, constant));
            }
        }
        self
    }

    /// Whether a value stands for nothing: nobody wrote anything, or the mapping says so.
    pub(crate) fn is_nothing(&self, value: &Value<'_>) -> bool {
        let is_token = |text: &str| self.nothing.iter().any(|token| is_word(text, token));
        let is_own = |text: &str| is_no_answer(text) && self.code(value).is_none();
        value.is_nothing() || matches!(value, Value::Text(text) if is_token(text) || is_own(text))
    }

    /// Whether a value is none where several may give one: it stands for nothing, or is blank to whoever reads the plan.
    pub(crate) fn is_blank(&self, value: &Value<'_>) -> bool {
        let is_blank = |text: &str| self.kind.is_some_and(|kind| kind.is_blank(text));
        // What a spreadsheet shows in the place of a value is none that can be read.
        let is_free = || !is_error(value) && self.code(value).is_none();
        self.is_nothing(value) || matches!(value, Value::Text(text) if is_blank(text)) && is_free()
    }

    /// Whether a value is a number, a day, the number of a person or a truth value, which says nothing where words are asked for, and
    /// the mapping does not say what it stands for.
    pub(crate) fn has_no_words(&self, value: &Value<'_>) -> bool {
        /// No day is written longer.
        const LONGEST: usize = 40;
        const FLAGS: [&str; 5] = ["true", "false", "sand", "sandt", "falsk"];
        let is_one = match value {
            Value::Flag(_) | Value::Number(_) | Value::Date(_) => true,
            Value::Text(text) => {
                let is_day = || {
                    let may_be_one = text.len() <= LONGEST && text.bytes().any(|byte| byte.is_ascii_digit());
                    may_be_one && (dates::read(text, None).is_some() || is_of_person(text.trim()))
                };
                FLAGS.iter().any(|word| is_word(text, word)) || self.number(text).is_some() || is_day()
            }
            _ => false,
        };
        is_one && !self.is_nothing(value) && (self.has_common_codes || self.code(value).is_none())
    }

    /// Whether a value is a word for nothing, and an answer as long as the mapping does not say what it stands for.
    pub(crate) fn is_word_for_nothing(&self, value: &Value<'_>) -> bool {
        let is_one = matches!(value, Value::Text(text) if nothing::is_an_answer(text));
        is_one && !self.is_nothing(value) && (self.has_common_codes || self.code(value).is_none())
    }

    /// Writes a value where words are asked for: there the codes of the whole mapping are words like any other.
    pub(crate) fn write_words(&self, value: &Value<'_>, kind: FieldKind, out: &mut Vec<u8>) -> Converted {
        match value {
            value if self.has_no_words(value) => write_unreadable(kind, out),
            value if self.has_common_codes && !self.is_nothing(value) => self.convert(value, kind, out),
            value => self.write(value, kind, out),
        }
    }

    /// Writes a value as one of its kind.
    pub(crate) fn write(&self, value: &Value<'_>, kind: FieldKind, out: &mut Vec<u8>) -> Converted {
        if self.is_nothing(value) {
            // A blank cell may have been said to mean no.
            if matches!(kind, FieldKind::Boolean) && self.no.as_ref().is_some_and(|no| no.iter().any(String::is_empty))
            {
                return done(out, b"false");
            }
            return Converted::Nothing;
        }
        if let Some(constant) = self.code(value) {
            return constant.write(out);
        }
        self.convert(value, kind, out)
    }

    /// Writes what stands there, and is no code of the mapping's.
    fn convert(&self, value: &Value<'_>, kind: FieldKind, out: &mut Vec<u8>) -> Converted {
        match (kind, value) {
            (kind, Value::Unreadable) => write_unreadable(kind, out),
            (kind, value) if is_error(value) => write_unreadable(kind, out),
            (FieldKind::Text, Value::Text(text)) if says_nothing(text) => write_unreadable(kind, out),
            // The plan's reader looks into it: a list or an object may be just what belongs there.
            (_, Value::Nested(json)) => {
                json_to(out, json.as_ref());
                Converted::Done
            }
            (FieldKind::Date, Value::Date(date)) => write_date(*date, out),
            (FieldKind::Date, Value::Text(text)) if self.is_doubtful(text) => left(out, text),
            (FieldKind::Date, Value::Text(text)) => match self.day(text) {
                Some(date) => write_date(date, out),
                None => left(out, text),
            },
            (FieldKind::Date, Value::Number(number)) => match dates::of_number(*number, self.counts_from_1904) {
                Some(date) if self.reads_numbers() => write_date(date, out),
                _ => write_unreadable(kind, out),
            },
            (FieldKind::Boolean | FieldKind::Anything, Value::Flag(flag)) => {
                done(out, if *flag { b"true" } else { b"false" })
            }
            (FieldKind::Boolean, value) => self.flag(value, out),
            (FieldKind::Number, Value::Number(number)) => write_number(*number, out),
            (FieldKind::Number, Value::Text(text)) => match self.number(text) {
                Some(number) => write_number(number, out),
                None => left(out, text),
            },
            (FieldKind::Code { codes }, Value::Text(text)) => {
                write_text(labels::code_of(codes, text).unwrap_or(text), out);
                Converted::Done
            }
            (_, value) => match value.text() {
                Some(text) => {
                    write_text(&text, out);
                    Converted::Done
                }
                None => write_unreadable(kind, out),
            },
        }
    }

    /// What the mapping's table of codes says of a value.
    fn code(&self, value: &Value<'_>) -> Option<&Constant> {
        if self.codes.is_empty() {
            return None;
        }
        let text = value.text()?;
        let (place, (_, constant)) = self.codes.iter().enumerate().find(|(_, (code, _))| is_word(&text, code))?;
        let constant = constant.as_ref()?;
        self.met.note(place);
        Some(constant)
    }

    /// Whether a number is a day: as long as no forms are named, or where they say so.
    fn reads_numbers(&self) -> bool {
        self.dates.as_ref().is_none_or(|forms| forms.contains(&DateForm::Excel))
    }

    fn flag(&self, value: &Value<'_>, out: &mut Vec<u8>) -> Converted {
        let Some(text) = value.text() else { return write_unreadable(FieldKind::Boolean, out) };
        let is_own =
            |own: &Option<Vec<String>>| own.as_ref().is_some_and(|own| own.iter().any(|word| is_word(&text, word)));
        let is_among = |own: &Option<Vec<String>>, usual: &[&str]| match own {
            Some(_) => is_own(own),
            None => usual.iter().any(|word| is_word(&text, word)),
        };
        // Who names the words of one only says nothing of the other.
        match (is_among(&self.yes, &YES), is_among(&self.no, &NO)) {
            (true, false) => done(out, b"true"),
            (false, true) => done(out, b"false"),
            _ if is_own(&self.yes) && self.no.is_none() => done(out, b"true"),
            _ if is_own(&self.no) && self.yes.is_none() => done(out, b"false"),
            _ => left(out, &text),
        }
    }

    /// A number as it is written in Danish; a point before three digits may be one between thousands, and so is a blank,
    /// which is nothing else.
    fn number(&self, text: &str) -> Option<f64> {
        const BLANKS: [char; 3] = [' ', '\u{a0}', '\u{202f}'];
        let text = text.trim();
        if !text.starts_with(|first: char| first == '-' || first.is_ascii_digit()) {
            return None;
        }
        let decimal = match self.decimal {
            Some(decimal) => decimal,
            None if text.contains(',') => ',',
            None => match text.rsplit_once('.') {
                Some((_, last)) if last.len() == 3 => return None,
                _ => '.',
            },
        };
        let thousands = if decimal == ',' { '.' } else { ',' };
        let (whole, fraction) = text.split_once(decimal).unwrap_or((text, "0"));
        let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("-", whole));
        let mut groups = whole.split(|sign| sign == thousands || BLANKS.contains(&sign));
        let first = groups.next()?;
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let are_thousands = groups.clone().all(|group| group.len() == 3 && is_digits(group));
        let is_short = groups.clone().next().is_none() || first.len() <= 3;
        if !(is_digits(first) && are_thousands && is_short && is_digits(fraction)) {
            return None;
        }
        format!("{sign}{first}{}.{fraction}", groups.collect::<String>()).parse().ok()
    }
}

impl Constant {
    /// Writes the value as JSON.
    pub(crate) fn write(&self, out: &mut Vec<u8>) -> Converted {
        match self {
            Self::Flag(flag) => done(out, if *flag { b"true" } else { b"false" }),
            Self::Number(number) => write_number(*number, out),
            Self::Text(text) => {
                write_text(text, out);
                Converted::Done
            }
        }
    }
}

fn done(out: &mut Vec<u8>, json: &[u8]) -> Converted {
    out.extend_from_slice(json);
    Converted::Done
}

/// What could not be read stays what it is: the reader takes no text for a day, a number or a yes.
fn left(out: &mut Vec<u8>, text: &str) -> Converted {
    write_text(text, out);
    Converted::Refused
}

fn write_date(date: Date, out: &mut Vec<u8>) -> Converted {
    let _ = write!(out, "\"{date}\"");
    Converted::Done
}

/// Writes a text as JSON. Most hold nothing that has to be written in another way, which is seen faster than letter by letter.
fn write_text(text: &str, out: &mut Vec<u8>) {
    // All of them at once, without a branch for each.
    let is_other = |byte: u8| u8::from(byte < b' ') | u8::from(byte == b'"') | u8::from(byte == b'\\');
    if text.bytes().fold(0, |others, byte| others | is_other(byte)) != 0 {
        return json_to(out, text);
    }
    out.reserve(text.len() + 2);
    out.push(b'"');
    out.extend_from_slice(text.as_bytes());
    out.push(b'"');
}

fn write_number(number: f64, out: &mut Vec<u8>) -> Converted {
    if !number.is_finite() {
        return write_unreadable(FieldKind::Number, out);
    }
    // Whole numbers as such: they are easier on the eyes, and mean the same.
    let _ =
        if number.fract() == 0.0 && number.abs() < 1e15 { write!(out, "{number:.0}") } else { write!(out, "{number}") };
    Converted::Done
}

#[cfg(test)]
mod tests {
    use super::Conversion;

    #[test]
    fn a_blank_in_a_number_stands_before_three_digits() {
        let number = |text| Conversion::default().number(text);
        for text in ["7500", "7 500", "7\u{a0}500", "7\u{202f}500,0", " 7.500,00 "] {
            assert_eq!(number(text), Some(7500.0), "{text}");
        }
        assert_eq!(number("-1 234 567,5"), Some(-1_234_567.5));
        assert_eq!(number("7.5"), Some(7.5));
        for text in
            ["7 5", "3 0", "7 50", "7 5000", "1234 567", "7,5 0", "7 , 5", "7  500", "7.500", "7 500.000", "", "-"]
        {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
