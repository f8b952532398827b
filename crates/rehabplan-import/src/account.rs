//! What becomes of a source by a mapping: what is converted, what is empty, what cannot be read, and what it can show.

#[cfg(feature = "document")]
use std::collections::HashSet;
use std::collections::{BTreeMap, BTreeSet};

use rehabplan::language::Language;
use rehabplan::text::Wording;
use rehabplan::{Checker, Conclusion, Horizon, Lang};
use serde::Serialize;

use crate::bound::{Asked, Bound, Counts};
#[cfg(feature = "document")]
use crate::document::{Document, Unplaced};
use crate::import::{FirstRows, Import, Noticed, Unused};
use crate::names::shown;
use crate::source::SourceError;
use crate::words::Sought;
pub use crate::words::WordsOf;

/// What becomes of the values of one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PlaceAccount {
    /// The place of the plan, as a JSON Pointer; `*` stands for the entries of a list.
    pub place: String,
    /// The columns that it is given by, as the mapping names them; none for a constant.
    pub columns: Vec<String>,
    /// See [`Counts`].
    #[serde(flatten)]
    pub counts: Counts,
}

/// Words of a mapping that no value was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Unmet {
    /// Where they stand in the mapping.
    pub by: WordsOf,
    /// The column that they are about; none for codes of the whole mapping.
    pub column: Option<String>,
    /// The words, in lower case.
    pub words: Vec<String>,
}

/// The account of a whole run.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Account {
    /// Cases that were read.
    pub cases: u64,
    /// Rows that could not be read.
    pub unreadable: u64,
    /// Cases without an id, where the mapping says what the id is.
    pub without_id: u64,
    /// Cases that the regulation does not apply to (§ 1), so that no requirement is tried in them.
    pub out_of_scope: u64,
    /// See [`Noticed`].
    #[serde(flatten)]
    pub noticed: Noticed,
    /// What becomes of the values of each place.
    pub places: Vec<PlaceAccount>,
    /// Columns of the cases, and of the other tables (`table: column`), places further in (`/felter/note`), or headings of documents
    /// that nothing is taken from. A column whose name may be a value is called by its number.
    pub left_over: Vec<String>,
    /// The columns of conditions (`where`) of which no row has any of the words that they ask for.
    pub never_held: Vec<String>,
    /// The words of `where`, `skip` and `codes` that no row has which was looked at; where a condition never held, it stands in
    /// `never_held` alone.
    pub unmet: Vec<Unmet>,
    /// For each other table: its name, and what of it was not used.
    pub tables: Vec<(String, Unused)>,
}

impl Account {
    /// Reads all cases, and counts. Each row that cannot be read is told as it comes.
    #[must_use]
    pub fn of(mut import: Import, tables: &[String], mut told: impl FnMut(&SourceError)) -> Self {
        let mut account = Self::default();
        let bound = import.bound();
        let mut counts = vec![Counts::default(); bound.places().len()];
        let has_id = bound.has_id();
        let named: Vec<(String, Vec<String>)> =
            bound.places().zip(bound.columns()).map(|(place, columns)| (place.to_owned(), columns.to_vec())).collect();
        account.left_over = import.untaken();
        for case in import.by_ref() {
            match case {
                Err(error) => {
                    account.unreadable += 1;
                    told(&error);
                }
                Ok(case) => {
                    account.cases += 1;
                    account.without_id += u64::from(has_id && case.is_without_id());
                    let conclusion = add(&mut counts, |own| case.count(own), |pointer| case.place(pointer));
                    account.out_of_scope += u64::from(conclusion == Some(Conclusion::OutOfScope));
                }
            }
        }
        let places = named.into_iter().zip(counts);
        account.places = places.map(|((place, columns), counts)| PlaceAccount { place, columns, counts }).collect();
        account.never_held = never_held([import.bound().asked()]);
        account.noticed = import.joined().noticed();
        account.tables = tables.iter().cloned().zip(import.joined().unused()).collect();
        if account.cases > 0 {
            let has_rows = |table: &str| account.tables.iter().all(|(name, unused)| name != table || unused.rows > 0);
            let sought = import.bound().sought.iter();
            account.unmet = unmet(sought.filter(|sought| sought.table.as_deref().is_none_or(has_rows)));
        }
        account
    }

    /// The account of documents, and what they can show together; nothing, where there is none of them. What has no place is
    /// told in a language.
    #[cfg(feature = "document")]
    pub fn of_documents(documents: impl IntoIterator<Item = Document>, lang: Lang) -> (Self, Option<Horizon>) {
        let mut account = Self::default();
        let mut fields: Vec<String> = Vec::new();
        let mut told = HashSet::new();
        for document in documents {
            account.cases += 1;
            let bound = document.bound();
            let mut counts = vec![Counts::default(); bound.places().len()];
            let conclusion = add(&mut counts, |own| document.count(own), |pointer| document.place(pointer));
            account.out_of_scope += u64::from(conclusion == Some(Conclusion::OutOfScope));
            for ((place, columns), own) in bound.places().zip(bound.columns()).zip(counts) {
                match account.places.iter_mut().find(|known| known.place == place) {
                    Some(known) => known.counts.add(own),
                    // Of several names that documents have for it, the first will do.
                    None => account.places.push(PlaceAccount {
                        place: place.to_owned(),
                        columns: columns.iter().take(1).cloned().collect(),
                        counts: own,
                    }),
                }
            }
            for unplaced in document.unplaced() {
                let text = Unplaced { page: None, ..unplaced.clone() }.text(lang);
                if told.insert(text.clone()) {
                    account.left_over.push(text);
                }
            }
            let own = document.horizon().fields().filter(|field| !fields.iter().any(|known| known == field));
            let own: Vec<String> = own.map(str::to_owned).collect();
            fields.extend(own);
        }
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        (account, Horizon::of(&fields).ok())
    }
}

impl Counts {
    fn add(&mut self, more: Self) {
        self.converted += more.converted;
        self.empty += more.empty;
        self.refused += more.refused;
    }
}

/// Counts the values of one case, and says what a check of it comes to. What cannot be read is what the plan's own reader cannot
/// read.
fn add(
    counts: &mut [Counts],
    count: impl FnOnce(&mut [Counts]) -> Vec<u8>,
    place: impl Fn(&str) -> Option<usize>,
) -> Option<Conclusion> {
    let mut own = vec![Counts::default(); counts.len()];
    let plan = count(&mut own);
    for counts in &mut own {
        counts.converted += std::mem::take(&mut counts.refused);
    }
    let report = Checker::new().language(Language::off()).check_slice(&plan).ok();
    for finding in report.iter().flat_map(|report| &report.input) {
        if let Some(counts) = place(&finding.path).and_then(|place| own.get_mut(place))
            && counts.converted > 0
        {
            counts.converted -= 1;
            counts.refused += 1;
        }
    }
    counts.iter_mut().zip(own).for_each(|(sum, own)| sum.add(own));
    report.map(|report| report.conclusion)
}

/// What was not used of other tables, each with its name, and what was noticed of the cases; a line for each.
#[must_use]
pub fn remarks(tables: &[(String, Unused)], noticed: Noticed, lang: Lang) -> Vec<String> {
    const UNMATCHED: Wording = Wording::new(
        "tabel {table}: rækker, der ikke hører til nogen sag: {n}",
        "table {table}: rows that belong to no case: {n}",
    );
    const UNTAKEN: Wording = Wording::new(
        "tabel {table}: rækker, der hører til en sag, men som kortet intet tager fra: {n}",
        "table {table}: rows that belong to a case, and that the mapping takes nothing from: {n}",
    );
    const UNASKED: Wording = Wording::new(
        "tabel {table}: kortet tager intet fra den; rækker: {n}",
        "table {table}: the mapping takes nothing from it; rows: {n}",
    );
    const REPEATED: Wording = Wording::new(
        "sager med et id, som en sag før dem også har: {n}; er rækkerne indsatser, så skriv \"once = true\", og giv dem en tabel; står samme sag i flere filer, så læs kun den seneste",
        "cases with an id that one before them has too: {n}; if the rows are measures, write \"once = true\", and give them a table; if the same case stands in several files, read the latest alone",
    );
    const DIFFERING: Wording = Wording::new(
        "rækker, der siger andet om deres sag end en række før dem med samme id: {n}; det, der står først, gælder, men en række med en anden sagstype eller dato er en anden sags, og hvor den siger andet, kan stedet ikke læses",
        "rows that say something else of their case than a row before them with the same id: {n}; what stands first counts, but a row with another type of case or another day is that of another case, and where it says something else the place cannot be read",
    );
    const LEFT_OUT: Wording = Wording::new(
        "rækker, som kortet holder ude (skip): {n}; de er ikke kontrolleret",
        "rows that the mapping leaves out (skip): {n}; they were not checked",
    );
    const NOTES: Wording = Wording::new(
        "rækker, der ligner en sum, en note eller overskrifterne igen og er holdt ude (skip_notes): {n}{rows}; de er ikke kontrolleret, så se dem efter",
        "rows that look like a sum, a note or the headings again and were left out (skip_notes): {n}{rows}; they were not checked, so look at them",
    );
    const SUMS: Wording = Wording::new(
        "rækker, der ligner en sum, en note eller overskrifterne igen og er taget som sager: {n}; hold dem ude med skip_notes = true",
        "rows that look like a sum, a note or the headings again and were taken for cases: {n}; leave them out with skip_notes = true",
    );
    const ODD_IDS: Wording = Wording::new(
        "sager, hvis id ikke vises, fordi det kan være en tekst: {n}{rows}; de kendes på rækkens nummer",
        "cases whose id is not shown, since it may be a text: {n}{rows}; they are known by the number of their row",
    );
    const LOST_IDS: Wording = Wording::new(
        "sager, hvis id ikke kan læses: {n}{rows}; et tal som 1,23E+11 har regnearket afrundet, så lav udtrækket igen med id'et som tekst; er det tomt, og siger rækken noget andet om sagen end dem over den, eller står den under en tom række eller en sum, så skriv id'et i rækken",
        "cases whose id cannot be read: {n}{rows}; a number such as 1.23E+11 was rounded by the spreadsheet, so make the export again with the id as text; where it is blank, and the row says something else of the case than those above it, or stands below a blank row or a sum, write the id in the row",
    );
    const TWICE: Wording = Wording::new(
        "sager med æ, ø eller å, der er kodet to gange (»Ã¦«, »Ã¸«, »Ã¥«): {n}; lav udtrækket igen, eller åbn det som UTF-8, hvor det blev gemt om",
        "cases with æ, ø or å that were encoded twice (\"Ã¦\", \"Ã¸\", \"Ã¥\"): {n}; make the export again, or open it as UTF-8 where it was saved anew",
    );
    const WITHOUT_PART: Wording = Wording::new(
        "sager, hvor intet er udfyldt af den forberedende del: {n}; den kan stå i det, som kilden ikke har, så det kan ikke afgøres, om den mangler",
        "cases with nothing filled in of the preparatory part: {n}; it may stand in what the source does not have, so whether it is missing cannot be determined",
    );
    const FOR_NOTHING: Wording = Wording::new(
        "sager med et svar, der er et ord, som systemer skriver i en tom celle (som »(blank)«, »(tom)« eller »Ukendt«): {n}; betyder det, at intet er udfyldt, så skriv ordet i kortet: [read], nothing = [\"(blank)\"]",
        "cases with an answer that is a word which systems write in a blank cell (such as \"(blank)\", \"(tom)\" or \"Ukendt\"): {n}; if nothing was filled in there, write the word in the mapping: [read], nothing = [\"(blank)\"]",
    );
    const OF_NO_KIND: Wording = Wording::new(
        "sager med poster, som kortet intet tager fra, fordi ingen liste kender ordet, der siger, hvilken slags de er (where): {n}; en liste, der ellers er tom i sagen, kan ikke afgøres, så skriv ordene under \"is\" eller \"not\"",
        "cases with entries that the mapping takes nothing from, since no list knows the word that says which kind they are (where): {n}; a list that is otherwise empty in the case cannot be determined, so write the words under \"is\" or \"not\"",
    );
    const DIVIDED: Wording = Wording::new(
        "sager, hvor rækker i en anden tabel har hver sit svar på det samme: {n}; det kan ikke læses, så slet de rækker, der ikke gælder mere, eller skriv i kortet med \"where\", hvilke der gælder",
        "cases in which rows of another table have an answer each to the same: {n}; it cannot be read, so delete the rows that count no more, or say in the mapping with \"where\" which count",
    );
    let line = |text: Wording, table: &str, count: usize| {
        (count > 0).then(|| text.get(lang).replace("{n}", &count.to_string()).replace("{table}", table))
    };
    let with_rows = |line: &str, rows: FirstRows| {
        const ROWS: Wording = Wording::new(" (række {rows})", " (row {rows})");
        let rows: Vec<String> = rows.numbers().map(|row| row.to_string()).collect();
        let rows = if rows.is_empty() { String::new() } else { ROWS.get(lang).replace("{rows}", &rows.join(", ")) };
        line.replace("{rows}", &rows)
    };
    let of = |(table, unused): &(String, Unused)| {
        // Of a table that belongs to no case there is more to say: see `unmatched`.
        let unmatched = if unused.is_all_unmatched() { 0 } else { unused.unmatched };
        [line(UNASKED, table, unused.unasked), line(UNMATCHED, table, unmatched), line(UNTAKEN, table, unused.untaken)]
    };
    let cases = [
        line(REPEATED, "", noticed.repeated_ids),
        line(DIFFERING, "", noticed.differing),
        line(LEFT_OUT, "", noticed.left_out),
        line(NOTES, "", noticed.notes).map(|line| with_rows(&line, noticed.note_rows)),
        line(SUMS, "", noticed.sums),
        line(ODD_IDS, "", noticed.odd_ids).map(|line| with_rows(&line, noticed.odd_rows)),
        line(LOST_IDS, "", noticed.lost_ids).map(|line| with_rows(&line, noticed.lost_rows)),
        line(TWICE, "", noticed.encoded_twice),
        line(WITHOUT_PART, "", noticed.without_part),
        line(FOR_NOTHING, "", noticed.for_nothing),
        line(OF_NO_KIND, "", noticed.of_no_kind),
        line(DIVIDED, "", noticed.divided),
    ];
    tables.iter().flat_map(of).chain(cases).flatten().collect()
}

/// What makes it worth nothing what was found with other tables: one of which no row belongs to a case was joined by the wrong
/// thing, rows whose key is blank or cannot be read may be anybody's, and rows that are told by a number alone are those of every case with
/// that number, and of rows beyond a limit a case gets none. A line for each.
#[must_use]
pub fn unmatched(tables: &[(String, Unused)], noticed: Noticed, lang: Lang) -> Vec<String> {
    const NONE: Wording = Wording::new(
        "tabel {table}: ingen række hører til en sag, så sagerne er læst uden den; se efter, om tabellens nøgle er sagernes id",
        "table {table}: no row belongs to a case, so the cases were read without it; see whether the table's key is the id of the cases",
    );
    const ALIKE: Wording = Wording::new(
        "sagsnumre i andre tabeller, der passer på flere sager eller kan være et af flere, fordi de kun er forskellige ved nuller foran, store og små bogstaver eller blanktegn (som 007 og 7 eller A 7 og a7): {n}; det, sagerne har fået derfra, kan være en andens, så skriv sagsnumrene ens i alle tabeller",
        "case numbers of other tables that fit several cases, or may be one of several, since they differ by nothing but zeros before them, capitals or blanks (as 007 and 7, or A 7 and a7): {n}; what the cases got from there may be another's, so write the case numbers alike in all tables",
    );
    const CROWDED: Wording = Wording::new(
        "sager, der ikke har fået deres rækker fra en anden tabel, fordi for mange har samme nøgle (over 10.000 i en sag eller 100.000 i alle sager med nøglen): {n}; det, de giver, kan ikke læses, så se efter, om nøglen er sagens id",
        "cases that did not get their rows of another table, because too many have the same key (more than 10,000 in a case or 100,000 in all cases with the key): {n}; what they give cannot be read, so see whether the key is the id of the case",
    );
    const OTHERWISE: Wording = Wording::new(
        "nogle sager har ingen rækker under deres eget sagsnummer i en anden tabel, hvor sagsnumre er skrevet på en anden måde (som 2021/S-101 for S-101); hvad de har der, kan ikke afgøres, så skriv sagsnumrene ens i alle tabeller",
        "some cases have no rows under their own case number in another table, where case numbers are written in another way (as 2021/S-101 for S-101); what they have there cannot be determined, so write the case numbers alike in all tables",
    );
    let none = tables.iter().filter(|(_, unused)| unused.is_all_unmatched());
    let none = none.map(|(table, _)| NONE.get(lang).replace("{table}", table));
    let alike = noticed.alike_keys;
    let alike = (alike > 0).then(|| ALIKE.get(lang).replace("{n}", &alike.to_string()));
    let crowded = noticed.crowded;
    let crowded = (crowded > 0).then(|| CROWDED.get(lang).replace("{n}", &crowded.to_string()));
    let otherwise = (noticed.other_keys > 0).then(|| OTHERWISE.get(lang).to_owned());
    none.chain(unkeyed(tables, lang)).chain(alike).chain(otherwise).chain(crowded).collect()
}

/// The rows of other tables whose key is blank or cannot be read, which is known before the cases are. A line for each table.
#[must_use]
pub fn unkeyed(tables: &[(String, Unused)], lang: Lang) -> Vec<String> {
    const UNKEYED: Wording = Wording::new(
        "tabel {table}: rækker, hvis nøgle er tom eller ikke kan læses: {n}{rows}; ingen kan sige, hvilke sager de hører til, så det, en sag uden rækker mangler, kan ikke afgøres",
        "table {table}: rows whose key is blank or cannot be read: {n}{rows}; nobody can say which cases they belong to, so what a case without rows lacks cannot be determined",
    );
    const ROWS: Wording = Wording::new(" (række {rows})", " (row {rows})");
    let unkeyed = tables.iter().filter(|(_, unused)| unused.unkeyed > 0);
    let line = |(table, unused): &(String, Unused)| {
        let mut rows: Vec<String> = unused.unkeyed_rows.iter().map(u64::to_string).collect();
        rows.extend((rows.len() < unused.unkeyed && !rows.is_empty()).then(|| "...".to_owned()));
        let rows = if rows.is_empty() { String::new() } else { ROWS.get(lang).replace("{rows}", &rows.join(", ")) };
        let line = UNKEYED.get(lang).replace("{n}", &unused.unkeyed.to_string()).replace("{rows}", &rows);
        line.replace("{table}", table)
    };
    unkeyed.map(line).collect()
}

/// The columns of the conditions (`where`) that held for no record of any of several files with the same mapping.
#[must_use]
pub fn never_held<'a>(files: impl IntoIterator<Item = &'a [Asked]>) -> Vec<String> {
    let mut conditions: Vec<(&str, bool)> = Vec::new();
    for asked in files {
        for (place, asked) in asked.iter().enumerate() {
            match conditions.get_mut(place) {
                Some((_, has_held)) => *has_held |= asked.has_held(),
                None => conditions.push((asked.column(), asked.has_held())),
            }
        }
    }
    let never = conditions.into_iter().filter(|(_, has_held)| !has_held).filter_map(|(column, _)| shown(column));
    never.map(|column| column.into_owned()).collect::<BTreeSet<_>>().into_iter().collect()
}

/// What of the words is unmet. The same words may be held against a column in several places of the mapping.
fn unmet<'s>(sought: impl Iterator<Item = &'s Sought>) -> Vec<Unmet> {
    let mut all: Vec<Unmet> = Vec::new();
    let mut met: BTreeSet<(&str, &str)> = BTreeSet::new();
    for sought in sought {
        let unmet = sought.unmet();
        let column = sought.column.as_deref();
        met.extend(
            sought
                .words
                .iter()
                .map(|word| (column.unwrap_or_default(), word.as_str()))
                .filter(|(_, word)| !unmet.contains(word)),
        );
        let words = unmet.into_iter().map(str::to_lowercase);
        match all.iter_mut().find(|known| known.by == sought.by && known.column.as_deref() == column) {
            Some(known) => words.for_each(|word| {
                if !known.words.contains(&word) {
                    known.words.push(word);
                }
            }),
            None => all.push(Unmet { by: sought.by, column: column.map(str::to_owned), words: words.collect() }),
        }
    }
    for unmet in &mut all {
        let column = unmet.column.clone().unwrap_or_default();
        unmet.words.retain(|word| !met.iter().any(|(other, met)| *other == column && met.to_lowercase() == *word));
    }
    all.retain(|unmet| !unmet.words.is_empty());
    all
}

/// The same in words, a line for each. A word that may be somebody's name is counted and not shown.
#[must_use]
pub fn without_values(unmet: &[Unmet], lang: Lang) -> Vec<String> {
    const IN_A_COLUMN: Wording = Wording::new(
        "kolonne »{it}« ({by}): ord i kortet, som ingen række har: {words}; se efter, om de er skrevet som i kilden",
        "column \"{it}\" ({by}): words of the mapping that no row has: {words}; see whether they are written as in the source",
    );
    const IN_ALL: Wording = Wording::new(
        "[read] ({by}): ord i kortet, som ingen række har: {words}; se efter, om de er skrevet som i kilden",
        "[read] ({by}): words of the mapping that no row has: {words}; see whether they are written as in the source",
    );
    const QUOTED: Wording = Wording::new("»{it}«", "\"{it}\"");
    const OTHERS: Wording = Wording::new("{n} der ikke vises", "{n} that are not shown");
    let line = |unmet: &Unmet| {
        let quoted = |word: &str| QUOTED.get(lang).replace("{it}", word);
        let words = unmet.words.iter().filter_map(|word| Some(quoted(&shown(word)?)));
        let mut words: Vec<String> = words.collect();
        let others = unmet.words.len() - words.len();
        words.extend((others > 0).then(|| OTHERS.get(lang).replace("{n}", &others.to_string())));
        let by = match unmet.by {
            WordsOf::Where => "where",
            WordsOf::Skip => "skip",
            WordsOf::Codes => "codes",
        };
        let text = if unmet.column.is_some() { IN_A_COLUMN } else { IN_ALL };
        let column = unmet.column.as_deref().and_then(shown).unwrap_or("...".into());
        let values = [("{it}", column.into_owned()), ("{by}", by.to_owned()), ("{words}", words.join(", "))];
        values.iter().fold(text.get(lang).to_owned(), |line, (name, value)| line.replace(name, value))
    };
    unmet.iter().map(line).collect()
}

/// Those conditions in words, a line for each, and the other tables that have headings and no rows.
#[must_use]
pub fn without_rows(never_held: &[String], tables: &[(String, Unused)], lang: Lang) -> Vec<String> {
    const NEVER: Wording = Wording::new(
        "betingelsen på »{it}« (where): ingen række har noget af det, den spørger efter; se efter, om ordene er skrevet som i kilden",
        "the condition on \"{it}\" (where): no row has anything of what it asks for; see whether the words are written as in the source",
    );
    const NO_ROWS: Wording = Wording::new(
        "tabel {it}: der er ingen rækker under overskrifterne, så sagerne er læst uden den",
        "table {it}: there are no rows below the headings, so the cases were read without it",
    );
    let empty = tables.iter().filter(|(_, unused)| unused.rows == 0).map(|(table, _)| (NO_ROWS, table));
    // Of a table without rows that is all there is to say.
    let never = never_held.iter().filter(|_| tables.iter().all(|(_, unused)| unused.rows > 0));
    let lines = never.map(|column| (NEVER, column)).chain(empty);
    lines.map(|(text, it)| text.get(lang).replace("{it}", it)).collect()
}

/// The columns of days of which none tells whether the day or the month stands first, or the day or a year of two digits, and those in
/// which some can only have the month first. A line for each that may be shown.
#[must_use]
pub fn of_either_order(bound: &Bound, lang: Lang) -> Vec<String> {
    const EITHER: Wording = Wording::new(
        "kolonne »{it}«: ingen dato viser, om dagen eller måneden står først; de læses med dagen først, så skriv formen i kortet (dates), hvis det er omvendt",
        "column \"{it}\": no date shows whether the day or the month stands first; they are read with the day first, so write the form in the mapping (dates) if it is the other way round",
    );
    const SHORT: Wording = Wording::new(
        "kolonne »{it}«: årstal med to cifre, og datoerne viser ikke med sikkerhed, om dagen eller året står først; de læses med dagen først, så skriv formen i kortet (dates), hvis det er omvendt",
        "column \"{it}\": years of two digits, and the dates do not show for certain whether the day or the year stands first; they are read with the day first, so write the form in the mapping (dates) if it is the other way round",
    );
    const MONTHS: Wording = Wording::new(
        "kolonne »{it}«: nogle datoer kan kun have måneden først; de kan ikke læses, og det kan de heller ikke, hvor dag og måned kan byttes om, så skriv formen i kortet (dates = \"mm/dd/yyyy\" eller den form, de har), eller ret dem",
        "column \"{it}\": some dates can only have the month first; they cannot be read, nor can those in which day and month may be swapped, so write the form in the mapping (dates = \"mm/dd/yyyy\", or the form that they have), or correct them",
    );
    let told = |names: &[String], text: Wording| {
        let names: BTreeSet<_> = names.iter().filter_map(|name| shown(name)).collect();
        names.iter().map(|name| text.get(lang).replace("{it}", name)).collect::<Vec<_>>()
    };
    let months = told(&bound.with_months_first, MONTHS);
    [told(bound.of_either_order(), EITHER), told(&bound.with_years_in_doubt, SHORT), months].concat()
}

/// What a source can show, and what it cannot, paragraph by paragraph.
#[must_use]
pub fn coverage(horizon: &Horizon, lang: Lang) -> Vec<String> {
    const PARAGRAPH: Wording = Wording::new("§ {p}: {n} af {all} krav", "§ {p}: {n} of {all} requirements");
    const ALSO: Wording = Wording::new(
        "Krav, der også ser på noget, som kilden ikke har; en tom celle er kun en mangel, hvor det ikke kan ændre svaret:",
        "Requirements that also look at what the source does not have; a blank cell is a defect only where that cannot change the answer:",
    );
    const PARTLY: Wording = Wording::new("  {provision} ({id}): {what}", "  {provision} ({id}): {what}");
    let coverage = horizon.coverage();
    let mut paragraphs: BTreeMap<u8, (usize, usize)> = BTreeMap::new();
    for rule in &coverage.checkable {
        let (checkable, all) = paragraphs.entry(rule.provision.paragraf).or_default();
        *checkable += 1;
        *all += 1;
    }
    for rule in coverage.partly_checkable.iter().chain(&coverage.not_checkable) {
        paragraphs.entry(rule.provision.paragraf).or_default().1 += 1;
    }
    let mut lines = vec![coverage.line(lang)];
    lines.extend(paragraphs.into_iter().map(|(paragraph, (checkable, all))| {
        let counts = [("{p}", paragraph.to_string()), ("{n}", checkable.to_string()), ("{all}", all.to_string())];
        counts.iter().fold(PARAGRAPH.get(lang).to_owned(), |line, (place, count)| line.replace(place, count))
    }));
    if !coverage.partly_checkable.is_empty() {
        lines.push(ALSO.get(lang).to_owned());
    }
    lines.extend(coverage.partly_checkable.iter().map(|rule| {
        let outside = horizon.outside(rule).collect::<Vec<_>>().join(", ");
        let values = [("{provision}", rule.provision.to_string()), ("{id}", rule.id.to_owned()), ("{what}", outside)];
        values.iter().fold(PARTLY.get(lang).to_owned(), |line, (name, value)| line.replace(name, value))
    }));
    lines
}
