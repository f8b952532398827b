//! Records: what a source holds of one case, value by value, whatever the source is.

use std::fmt;
use std::sync::Arc;

pub use crate::inside::Inside;
use rehabplan::Lang;
use rehabplan::text::Wording;
use serde::Serialize;

use crate::value::Value;

/// What kind of name a place of a source has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum NameKind {
    /// A column of a table, or a key of JSON.
    Column,
    /// A heading of a document, with the text under it.
    Heading,
    /// A label in a table of a document, with the cell beside or below it.
    Cell,
    /// A content control of a document, by its title or its tag.
    Control,
    /// A field of a form, by its name.
    Form,
    /// A line in an answer of a document whose headings look like any other line, and that may be one.
    Line,
}

impl NameKind {
    /// The kind in words.
    #[must_use]
    pub fn text(self) -> Wording {
        match self {
            Self::Column => Wording::new("kolonne", "column"),
            Self::Heading => Wording::new("overskrift", "heading"),
            Self::Cell => Wording::new("celle", "cell"),
            Self::Control => Wording::new("indholdskontrol", "content control"),
            Self::Form => Wording::new("formularfelt", "form field"),
            Self::Line => Wording::new("linje", "line"),
        }
    }
}

/// One place of a source that values come from: a column of every row, a heading of a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Field {
    /// What kind of name it has.
    pub kind: NameKind,
    /// The name, as the source writes it.
    pub name: Arc<str>,
    /// What its values have inside.
    pub inside: Inside,
}

impl Field {
    /// A column of a table.
    #[must_use]
    pub fn column(name: &str) -> Self {
        Self { kind: NameKind::Column, name: name.into(), inside: Inside::default() }
    }
}

/// What a source holds of one case.
///
/// Values are asked for by the place of their field among the [`Field`]s of the source, so that a name is looked up once
/// for a source and not for every record. A place that does not exist holds nothing.
pub trait Record {
    /// What stands at a place.
    fn value(&self, field: usize) -> Value<'_>;

    /// Where in the source the record stands, as a person counts: the row of a table with the row of headings as the
    /// first, the line of a file of lines. `None` where there is no such number.
    fn row(&self) -> Option<u64> {
        None
    }

    /// Why the source has no value at a place that can be read, where it has something there.
    fn unread(&self, field: usize) -> Option<Unread> {
        let _ = field;
        None
    }

    /// Where several records are one case: the first of them in which something stands at a place that is asked for. `None`
    /// for a record that is alone.
    fn giving(&self, field: usize, is_filled: &dyn Fn(Value<'_>) -> bool) -> Option<&dyn Record> {
        let _ = (field, is_filled);
        None
    }

    /// Where several records are one case: whether a row of the same table has the number of the case and is most likely that of another.
    fn is_of_another(&self, row: Option<u64>) -> bool {
        let _ = row;
        false
    }

    /// Whether the row ends before its last cells: then it may be a part of one, and what stands in it may belong elsewhere.
    fn is_cut_off(&self) -> bool {
        false
    }

    /// The page of a document on which a field stands, counted from 1, where it is known.
    fn page(&self, field: usize) -> Option<u32> {
        let _ = field;
        None
    }
}

/// Where a value came from, for whoever has to correct it. It never holds the value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Origin {
    /// The table, by its name in the mapping; `None` for the one that the cases stand in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// See [`Record::row`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u64>,
    /// See [`Record::page`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// What kind of name the place has.
    pub kind: NameKind,
    /// The column or the heading, as the mapping names it.
    pub name: String,
    /// The document has no heading, label or field of that name.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_missing: bool,
    /// Why the source itself has no value there that can be read, where it has something.
    #[serde(skip)]
    pub unread: Option<Unread>,
}

/// Why nobody can say what stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unread {
    /// The row ends before it.
    ShortRow,
    /// No encoding explains its bytes.
    Encoding,
    /// It is a formula whose value was not saved, an error, or a part of merged cells.
    NoValue,
    /// It is blank, and nobody knows whether what stands above it is meant (`fill`).
    Above,
    /// More than one cell or line of a document may be the answer.
    Doubtful,
    /// Rows of another table say different things of the case.
    Differing,
    /// All that stands there may be what the template says, or what a letter says to whoever gets it.
    Aside,
    /// All that stands there says that something was spoken of, or who wrote it.
    Hollow,
}

impl Unread {
    /// What is wrong.
    #[must_use]
    pub fn message(self) -> Wording {
        match self {
            Self::ShortRow => Wording::new("Rækken ender før cellen", "The row ends before the cell"),
            Self::Encoding => Wording::new("Cellens tegn kan ikke læses", "The signs of the cell cannot be read"),
            Self::NoValue => {
                Wording::new("Cellen har ingen værdi, der kan læses", "The cell has no value that can be read")
            }
            Self::Above => Wording::new(
                "Cellen er tom, og det er ikke sikkert, at det, der står over den, gælder for rækken",
                "The cell is blank, and it is not certain that what stands above it holds for the row",
            ),
            Self::Doubtful => Wording::new(
                "Mere end én celle eller linje kan være svaret",
                "More than one cell or line may be the answer",
            ),
            Self::Differing => Wording::new(
                "Flere rækker har hver sit svar, og kun ét kan gælde",
                "Several rows have an answer each, and only one can count",
            ),
            Self::Aside => Wording::new(
                "Det eneste, der står der, ligner skabelonens vejledning eller et brev, og kan være svaret",
                "All that stands there looks like what the template or a letter says, and may be the answer",
            ),
            Self::Hollow => Wording::new(
                "Det eneste, der står der, siger, at noget er drøftet eller er som før, eller hvem der har skrevet, og ikke hvad svaret er",
                "All that stands there says that something was spoken of or is as it was, or who wrote, and not what the answer is",
            ),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(self) -> Wording {
        match self {
            Self::ShortRow => Wording::new(
                "Rækken har færre celler, end der er overskrifter: sæt de skilletegn, der mangler, eller lav udtrækket igen",
                "The row has fewer cells than there are headings: put in the separators that are missing, or make the export again",
            ),
            Self::Encoding => Wording::new(
                "Cellen har tegn, som filens tegnsæt ikke har: gem filen som UTF-8, eller angiv tegnsættet i kortet (encoding)",
                "The cell has signs that the encoding of the file does not have: save the file as UTF-8, or say its encoding in the mapping (encoding)",
            ),
            Self::NoValue => Wording::new(
                "Cellen har ingen værdi, der kan læses: er den en formel, så åbn filen i et regneark, og gem den igen; ellers ret den",
                "The cell has no value that can be read: if it is a formula, open the file in a spreadsheet and save it again; otherwise correct it",
            ),
            Self::Above => Wording::new(
                "Skriv sagens nummer i rækken: den siger noget andet om sagen end rækkerne over den, eller den står under en tom række, en sum eller en række, der ikke kan læses",
                "Write the number of the case in the row: it says something else of the case than the rows above it, or it stands below a blank row, a sum or a row that cannot be read",
            ),
            Self::Doubtful => Wording::new(
                "Lad ét svar stå ved eller under overskriften, og giv andre overskrifter typografi, fed skrift eller nummer",
                "Leave one answer beside or below the heading, and give other headings a style, bold type or a number",
            ),
            Self::Differing => Wording::new(
                "Slet de rækker, der ikke gælder mere, eller skriv i kortet med \"where\", hvilke rækker der gælder",
                "Delete the rows that count no more, or say in the mapping with \"where\" which rows count",
            ),
            Self::Aside => Wording::new(
                "Er det svaret, så skriv det i samme farve som de andre svar, og ikke som et brev; ellers slet det",
                "If it is the answer, write it in the colour of the other answers, and not as a letter; otherwise delete it",
            ),
            Self::Hollow => Wording::new(
                "Skriv i feltet eller under overskriften, hvad svaret er, også hvis svaret er »ingen«",
                "Write in the field or under the heading what the answer is, also where the answer is \"none\"",
            ),
        }
    }
}

impl Origin {
    /// The row of the cases that ends before it.
    pub(crate) fn cut_off(&self) -> Option<u64> {
        let is_cut_off = self.unread == Some(Unread::ShortRow) && self.table.is_none();
        is_cut_off.then_some(self.row).flatten()
    }

    /// The origin in words: `række 14, kolonne »Startdato«`.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        const TABLE: Wording = Wording::new("tabel ", "table ");
        const ROW: Wording = Wording::new("række ", "row ");
        const PAGE: Wording = Wording::new("side ", "page ");
        const MISSING: Wording =
            Wording::new("ingen overskrift {name} i dokumentet", "no heading {name} in the document");
        let quoted = |name: &str| match lang {
            Lang::En => format!("\"{name}\""),
            _ => format!("»{name}«"),
        };
        let mut parts = Vec::new();
        parts.extend(self.table.as_ref().map(|table| format!("{}{}", TABLE.get(lang), quoted(table))));
        parts.extend(self.row.map(|row| format!("{}{row}", ROW.get(lang))));
        parts.extend(self.page.map(|page| format!("{}{page}", PAGE.get(lang))));
        parts.push(match self.is_missing {
            true => MISSING.get(lang).replace("{name}", &quoted(&self.name)),
            false => format!("{} {}", self.kind.text().get(lang), quoted(&self.name)),
        });
        parts.join(", ")
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text(Lang::En))
    }
}
