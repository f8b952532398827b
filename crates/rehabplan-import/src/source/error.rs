//! Why a source, or a row of it, cannot be read.

use std::borrow::Cow;
use std::io;

use rehabplan::Lang;
use rehabplan::foreign::Foreign;
use rehabplan::text::Wording;

use crate::labels;
use crate::limits;
use crate::mapping::SourceKind;
use crate::names::shown;

/// Why a source, or a row of it, cannot be read. It never holds a value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SourceError {
    /// The row, where it is about one alone; the rows after it can still be read.
    pub row: Option<u64>,
    /// What is wrong.
    pub fault: Box<SourceFault>,
}

/// What is wrong with a source, or a row of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SourceFault {
    /// There is no such file.
    NotFound,
    /// There is no file of the name that the mapping gives beside that of the cases.
    NotBeside(String),
    /// The file may not be read.
    NoAccess,
    /// Reading failed.
    NotReadable,
    /// There is nothing in it.
    Empty,
    /// It is a file that cannot hold plans.
    Foreign(Foreign),
    /// It is locked by a password.
    Locked,
    /// It is of a kind that this build does not read.
    NotBuilt(SourceKind),
    /// It is larger than what can be held in memory; the limit, in bytes.
    TooLarge(u64),
    /// It unpacks to more than [`limits::MAX_UNPACKED_BYTES`].
    TooMuchUnpacked,
    /// A sheet has more rows than [`limits::MAX_ROW_ELEMENTS`], or more cells than [`limits::MAX_CELLS`], blank ones too.
    TooManyElements,
    /// It has more columns than [`limits::MAX_FIELDS`].
    TooManyColumns,
    /// The same of a table of text, whose separator may be another.
    TooManySeparated,
    /// A table that is joined has more rows than [`limits::MAX_JOINED_ROWS`].
    TooManyRows,
    /// It is damaged, or cut short.
    Broken,
    /// There is no such sheet; the one that was most likely meant.
    NoSheet(Option<String>),
    /// Another sheet of the workbook has headings of cases too, and is not read.
    OtherSheet {
        /// Its name.
        name: String,
        /// Its number among the sheets, from 1.
        number: usize,
    },
    /// Another list of the JSON document has the keys of cases too, and is not read: where it stands, unless that may be a value.
    OtherList(Option<String>),
    /// No encoding has the name.
    UnknownEncoding,
    /// Its letters are those of older programs (code page 850), which is not read.
    OfDos,
    /// A case of JSON has more values than [`limits::MAX_JSON_VALUES`].
    TooManyValues,
    /// It is JSON with more levels than any plan.
    TooDeep,
    /// The first row looks like a case, and not like headings.
    NoHeadings,
    /// There is no such row of headings.
    NoSuchRow,
    /// It is not JSON.
    NotJson,
    /// It begins with a comment, which JSON does not have.
    Commented,
    /// There is no list of cases at the place in the JSON document.
    NoList,
    /// A row has more cells than there are headings.
    TooManyCells,
    /// A row of a sheet has cells beyond the columns that have headings.
    CellsBeyond,
    /// A row has a quotation mark that is not closed, and rows behind it were taken for text.
    OpenQuote,
    /// A row is larger than [`limits::MAX_ROW_BYTES`].
    RowTooLarge,
    /// A row of JSON is no object.
    NoObject,
    /// The JSON document is columns, or cases by their number, and no list of cases.
    Columns,
    /// The JSON document is cases that stand each under a key of its own, and no list of them.
    Keyed,
    /// An object of JSON has a key twice.
    SameKey,
}

/// What is said of a file that is locked, be it a document or a table.
pub(crate) const LOCKED: Wording = Wording::new(
    "filen er låst med en adgangskode; gem en kopi uden",
    "the file is locked by a password; save a copy without",
);

impl SourceFault {
    /// A stable code for the fault.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::NotBeside(_) => "notFound",
            Self::NoAccess => "noAccess",
            Self::NotReadable => "notReadable",
            Self::Empty => "nothingToCheck",
            Self::Foreign(kind) => kind.code(),
            Self::Locked => "locked",
            Self::NotBuilt(_) => "notBuilt",
            Self::TooLarge(_) => "tooLarge",
            Self::TooMuchUnpacked => "tooMuchUnpacked",
            Self::TooManyElements => "tooManyElements",
            Self::TooManyColumns | Self::TooManySeparated => "tooManyColumns",
            Self::TooManyRows => "tooManyRows",
            Self::Broken => "broken",
            Self::NoSheet(_) => "noSheet",
            Self::OtherSheet { .. } => "otherSheet",
            Self::UnknownEncoding => "unknownEncoding",
            Self::OfDos => "codePage850",
            Self::TooManyValues => "tooManyValues",
            Self::TooDeep => "tooDeep",
            Self::NoHeadings => "noHeadings",
            Self::NoSuchRow => "noSuchRow",
            Self::NotJson | Self::Commented => "notJson",
            Self::NoList => "noList",
            Self::TooManyCells => "tooManyCells",
            Self::CellsBeyond => "cellsBeyond",
            Self::OtherList(_) => "otherList",
            Self::OpenQuote => "openQuote",
            Self::RowTooLarge => "rowTooLarge",
            Self::NoObject => "noObject",
            Self::Columns => "columns",
            Self::Keyed => "keyed",
            Self::SameKey => "sameKey",
        }
    }

    /// The fault in words, without its place.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        const LIST: Wording = Wording::new("en anden liste", "another list");
        const NAMED_LIST: Wording = Wording::new("listen »{it}«", "the list \"{it}\"");
        const MEANT: Wording = Wording::new("; mente du »{it}«?", "; did you mean \"{it}\"?");
        let text = match self {
            Self::NotFound => Wording::new("filen findes ikke", "there is no such file"),
            Self::NotBeside(_) => Wording::new(
                "filen »{it}« findes ikke ved siden af sagernes fil; læg den der, eller ret navnet i kortet (file)",
                "there is no file \"{it}\" beside that of the cases; put it there, or correct the name in the mapping (file)",
            ),
            Self::NoAccess => Wording::new(
                "der er ikke adgang til at læse filen; få læseadgang, eller kopiér den",
                "there is no permission to read the file; get permission, or copy it",
            ),
            Self::NotReadable => Wording::new("filen kan ikke læses", "the file cannot be read"),
            Self::Empty => Wording::new("der er intet i filen", "there is nothing in the file"),
            Self::Foreign(Foreign::OldOffice) => Wording::new(
                "filen er fra et ældre Excel; åbn den, og gem den som .xlsx",
                "the file is of an older Excel; open it, and save it as .xlsx",
            ),
            Self::Locked => LOCKED,
            Self::Foreign(Foreign::Markup) => Wording::new(
                "filen er HTML eller XML, også når den hedder .xls; åbn den i et regneark, og gem den som .xlsx eller CSV",
                "the file is HTML or XML, even when it is called .xls; open it in a spreadsheet, and save it as .xlsx or CSV",
            ),
            Self::Foreign(Foreign::Gzip | Foreign::Bzip2 | Foreign::Xz | Foreign::Zstd) => {
                Wording::new("filen er pakket; pak den ud først", "the file is packed; unpack it first")
            }
            Self::Foreign(kind) => return kind.message(lang).to_owned(),
            Self::NotBuilt(SourceKind::Document) => Wording::new(
                "filen er et dokument, og kortet er til en tabel",
                "the file is a document, and the mapping is for a table",
            ),
            Self::NotBuilt(_) => Wording::new(
                "programmet er bygget uden den slags filer",
                "the program was built without this kind of file",
            ),
            Self::TooLarge(_) => {
                Wording::new("filen fylder mere end {limit} MiB", "the file is larger than {limit} MiB")
            }
            Self::TooManyElements => Wording::new(
                "et ark har mere end 1.048.576 rækker eller 20 mio. celler, tomme medregnet; slet de tomme rækker og kolonner, og gem filen igen",
                "a sheet has more than 1,048,576 rows or 20 million cells, blank ones among them; delete the blank rows and columns, and save the file again",
            ),
            Self::TooMuchUnpacked => Wording::new(
                "filen fylder mere end {limit} MiB, når den pakkes ud",
                "the file is larger than {limit} MiB when it is unpacked",
            ),
            Self::TooManyColumns => Wording::new(
                "der er flere end {limit} kolonner; tag kun dem med, som planerne skal bruge",
                "there are more than {limit} columns; keep only those that the plans need",
            ),
            Self::TooManySeparated => Wording::new(
                "der er flere end {limit} kolonner; tag kun dem med, som planerne skal bruge, eller angiv skilletegnet i kortet (delimiter), hvis det er et andet",
                "there are more than {limit} columns; keep only those that the plans need, or say the separator in the mapping (delimiter) if it is another",
            ),
            Self::TooManyRows => Wording::new(
                "der er flere end {limit} rækker i en tabel, der sættes sammen med sagerne",
                "there are more than {limit} rows in a table that is joined to the cases",
            ),
            Self::Broken => Wording::new(
                "filen er beskadiget, eller noget af den mangler; lav udtrækket igen",
                "the file is damaged, or some of it is missing; make the export again",
            ),
            Self::NoSheet(_) => Wording::new(
                "regnearket har ikke det ark, som kortet nævner",
                "the workbook does not have the sheet that the mapping names",
            ),
            Self::OtherSheet { .. } => Wording::new(
                "{sheet} har de samme overskrifter eller de fleste af dem og er ikke læst; saml arkene, eller skriv i kortet, hvilket der skal læses (sheet)",
                "{sheet} has the same headings or most of them and was not read; put the sheets together, or write in the mapping which to read (sheet)",
            ),
            Self::UnknownEncoding => Wording::new(
                "der er intet tegnsæt med det navn; brug utf-8, windows-1252, utf-16le eller utf-16be",
                "there is no encoding of that name; use utf-8, windows-1252, utf-16le or utf-16be",
            ),
            Self::OfDos => Wording::new(
                "æ, ø og å ser ud til at stå i tegnsættet CP850 (DOS), som ikke læses; gem filen som UTF-8, eller skriv tegnsættet i kortet (encoding), hvis det er et andet",
                "æ, ø and å seem to stand in code page 850 (DOS), which is not read; save the file as UTF-8, or write the encoding in the mapping if it is another",
            ),
            Self::TooManyValues => Wording::new(
                "sagen har flere end {limit} værdier; står sagerne i en liste længere inde i dokumentet, så skriv i kortet, hvor den står (at), og tag ellers kun det med, som planerne skal bruge",
                "the case has more than {limit} values; if the cases stand in a list further in, write in the mapping where it stands (at), and otherwise keep only what the plans need",
            ),
            Self::TooDeep => Wording::new(
                "JSON'en har flere niveauer end de {limit}, der læses",
                "the JSON has more levels than the {limit} that are read",
            ),
            Self::NoHeadings => Wording::new(
                "første række ligner en sag og ikke overskrifter; skriv rækken med overskrifter i kortet: header = 2, eller header = 0, når der ingen er, og skilletegnet (delimiter), hvis det er et andet, end der blev fundet",
                "the first row looks like a case and not like headings; write the row of the headings in the mapping: header = 2, or header = 0 when there is none, and the separator (delimiter) if it is another than was found",
            ),
            Self::NoSuchRow => Wording::new(
                "der er ingen række med overskrifter, hvor kortet siger",
                "there is no row of headings where the mapping says",
            ),
            Self::NotJson => Wording::new(
                "her står ikke gyldig JSON; lav udtrækket igen",
                "what stands here is not valid JSON; make the export again",
            ),
            Self::Commented => Wording::new(
                "filen begynder med en kommentar, og det har JSON ikke; slet kommentarerne, eller lav udtrækket igen",
                "the file begins with a comment, which JSON does not have; delete the comments, or make the export again",
            ),
            Self::NoList => Wording::new(
                "der står ingen liste af sager på det sted i dokumentet, som kortet nævner",
                "there is no list of cases at the place of the document that the mapping names",
            ),
            Self::TooManyCells => Wording::new(
                "rækken har flere celler, end der er overskrifter; et skilletegn i en tekst skal stå i anførselstegn",
                "the row has more cells than there are headings; a separator in a text must stand in quotation marks",
            ),
            Self::CellsBeyond => Wording::new(
                "rækken har celler uden for de kolonner, der har en overskrift; giv dem en overskrift, eller skriv i kortet, hvilken række overskrifterne står i (header)",
                "the row has cells beyond the columns that have a heading; give them one, or write in the mapping which row the headings stand in (header)",
            ),
            Self::OtherList(_) => Wording::new(
                "{list} i dokumentet har de samme felter eller de fleste af dem og er ikke læst; saml listerne, eller skriv i kortet, hvilken der skal læses (at)",
                "{list} of the document has the same fields or most of them and was not read; put the lists together, or write in the mapping which to read (at)",
            ),
            Self::OpenQuote => Wording::new(
                "et anførselstegn i rækken er ikke lukket, og de næste rækker er læst som tekst; lav udtrækket igen",
                "a quotation mark in the row is not closed, and the next rows were read as text; make the export again",
            ),
            Self::RowTooLarge => {
                Wording::new("rækken fylder mere end {limit} MiB", "the row is larger than {limit} MiB")
            }
            Self::Columns => Wording::new(
                "dokumentet er en tabel som kolonner, som pandas' to_json() skriver den, og ingen liste af sager; skriv den med orient=\"records\"",
                "the document is a table by its columns, as pandas' to_json() writes it, and no list of cases; write it with orient=\"records\"",
            ),
            Self::Keyed => Wording::new(
                "sagerne står under hver sin nøgle og ikke i en liste; lav udtrækket om til en liste, og skriv nøglen som et felt i hver sag: [{\"id\": ..., ...}, ...]",
                "the cases stand each under a key of its own and in no list; make a list of the export, and write the key as a field of each case: [{\"id\": ..., ...}, ...]",
            ),
            Self::NoObject => Wording::new(
                "sagen er ikke et objekt; skriv hver sag som { ... }",
                "the case is no object; write each case as { ... }",
            ),
            Self::SameKey => Wording::new(
                "en nøgle står der to gange, og ingen ved, hvilken værdi der gælder; lav udtrækket igen",
                "a key stands there twice, and nobody knows which value counts; make the export again",
            ),
        };
        const MIB: u64 = 1024 * 1024;
        let limit = match self {
            Self::TooLarge(bytes) => bytes / MIB,
            Self::TooMuchUnpacked => limits::MAX_UNPACKED_BYTES / MIB,
            Self::TooManyColumns | Self::TooManySeparated => limits::MAX_FIELDS as u64,
            Self::TooManyRows => limits::MAX_JOINED_ROWS as u64,
            Self::RowTooLarge => limits::MAX_ROW_BYTES / MIB,
            Self::TooManyValues => limits::MAX_JSON_VALUES as u64,
            Self::TooDeep => limits::MAX_JSON_LEVELS,
            _ => 0,
        };
        let mut message = text.get(lang).replace("{limit}", &limit.to_string());
        if let Self::OtherSheet { name, number } = self {
            message = message.replace("{sheet}", &sheet_text(name, *number, lang));
        }
        if let Self::OtherList(at) = self {
            let list =
                at.as_ref().map_or_else(|| LIST.get(lang).to_owned(), |at| NAMED_LIST.get(lang).replace("{it}", at));
            message = message.replace("{list}", &list);
        }
        if let Self::NotBeside(file) = self {
            message = message.replace("{it}", file);
        }
        if let Self::NoSheet(Some(nearest)) = self {
            message.push_str(&MEANT.get(lang).replace("{it}", nearest));
        }
        message
    }
}

/// How the words begin that sheets are called by. Any other word may be somebody's name.
const SHEETS: [&str; 27] = [
    "akt", "alle", "andre", "ark", "bilag", "borgere", "case", "data", "delmål", "eksport", "export", "forløb",
    "forside", "gaml", "hidtid", "indsats", "kolonne", "liste", "oversigt", "plan", "sag", "sheet", "skema", "skjult",
    "tabel", "tilbud", "tiltag",
];

fn is_of_sheets(name: &str) -> bool {
    let mut words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| {
        let word = word.to_lowercase();
        word.bytes().all(|byte| byte.is_ascii_digit()) || SHEETS.iter().any(|known| word.starts_with(known))
    })
}

/// The name of a sheet as it may be shown: one of words that sheets are called by, or the type of the cases in it.
pub(crate) fn name_of_sheet(name: &str) -> Option<Cow<'_, str>> {
    shown(name).filter(|name| is_of_sheets(name) || labels::is_case_type(name))
}

/// What a sheet is called. A name that may be a value is never shown.
pub(super) fn sheet_text(name: &str, number: usize, lang: Lang) -> String {
    const NAMED: Wording = Wording::new("ark »{it}«", "sheet \"{it}\"");
    const NUMBERED: Wording = Wording::new("ark nr. {it}", "sheet no. {it}");
    match name_of_sheet(name) {
        Some(name) => NAMED.get(lang).replace("{it}", &name),
        None => NUMBERED.get(lang).replace("{it}", &number.to_string()),
    }
}

impl SourceError {
    pub(crate) fn at(row: u64, fault: SourceFault) -> Self {
        Self { row: Some(row), fault: Box::new(fault) }
    }

    /// The error in words, with its row: `række 14: …`.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        const ROW: Wording = Wording::new("række {row}: ", "row {row}: ");
        let row = self.row.map(|row| ROW.get(lang).replace("{row}", &row.to_string())).unwrap_or_default();
        format!("{row}{}", self.fault.message(lang))
    }
}

impl From<SourceFault> for SourceError {
    fn from(fault: SourceFault) -> Self {
        Self { row: None, fault: Box::new(fault) }
    }
}

impl From<io::Error> for SourceError {
    fn from(error: io::Error) -> Self {
        Self::from(match error.kind() {
            io::ErrorKind::NotFound => SourceFault::NotFound,
            io::ErrorKind::PermissionDenied => SourceFault::NoAccess,
            _ => SourceFault::NotReadable,
        })
    }
}

impl std::fmt::Display for SourceError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for SourceError {}
