//! Why a document cannot be read.

use std::fmt;
use std::io;

use rehabplan::Lang;
use rehabplan::foreign::Foreign;
use rehabplan::text::Wording;

use crate::limits;
use crate::source::LOCKED;

/// Why a document cannot be read. It never holds anything that stands in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DocumentError {
    /// There is no such file.
    NotFound,
    /// The file may not be read.
    NoAccess,
    /// Reading failed.
    NotReadable,
    /// There is nothing in the file.
    Empty,
    /// It is a file of another kind.
    Foreign(Foreign),
    /// It is no document: nothing that is known begins like it.
    NoDocument,
    /// It is a document of Word from before 2007.
    OldDocument,
    /// It is of another program of Office from before 2007, as a workbook is.
    OldOffice,
    /// It is a workbook, whatever it is called.
    Workbook,
    /// It is locked by a password.
    Locked,
    /// It is larger than [`limits::MAX_DOCUMENT_BYTES`].
    TooLarge,
    /// It unpacks to more than [`limits::MAX_DOCUMENT_UNPACKED_BYTES`].
    TooMuchUnpacked,
    /// It is packed of more files than [`limits::MAX_DOCUMENT_PARTS`].
    TooManyParts,
    /// Elements stand inside each other in more than [`limits::MAX_DOCUMENT_DEPTH`] levels.
    TooDeep,
    /// It has more pages than [`limits::MAX_PAGES`].
    TooManyPages,
    /// A page of it is drawn of more than [`limits::MAX_PAGE_PIECES`] or [`limits::MAX_PAGE_BYTES`].
    PageTooFull,
    /// It is damaged, or cut short.
    Broken,
    /// It declares entities, which no document needs.
    Entities,
    /// It is made of more elements than [`limits::MAX_DOCUMENT_ELEMENTS`].
    TooManyElements,
    /// It has more words than [`limits::MAX_DOCUMENT_WORDS`].
    TooManyWords,
    /// It has more letters than [`limits::MAX_DOCUMENT_LETTERS`].
    TooManyLetters,
    /// No text is in it: pages that were scanned are pictures.
    NoText,
    /// It has text, but no heading of a plan that the mapping knows.
    NoPlan,
    /// It holds more than one plan.
    SeveralPlans,
    /// Its title says that the case is of one type, and a label that it is of another.
    TwoCaseTypes,
    /// It is a template that nobody has filled in.
    NotFilledIn,
    /// Another program has it open, and lets nobody read it.
    InUse,
}

impl DocumentError {
    /// A stable code for the error.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotFound => "notFound",
            Self::NoAccess => "noAccess",
            Self::NotReadable => "notReadable",
            Self::Empty => "nothingToCheck",
            Self::Foreign(kind) => kind.code(),
            Self::NoDocument => "noDocument",
            Self::OldDocument => "oldDocument",
            Self::OldOffice => "oldOffice",
            Self::Workbook => "workbook",
            Self::Locked => "locked",
            Self::TooLarge => "tooLarge",
            Self::TooMuchUnpacked => "tooMuchUnpacked",
            Self::TooManyParts => "tooManyParts",
            Self::TooDeep => "tooDeep",
            Self::TooManyPages => "tooManyPages",
            Self::PageTooFull => "pageTooFull",
            Self::Broken => "broken",
            Self::Entities => "entities",
            Self::TooManyElements => "tooManyElements",
            Self::TooManyWords => "tooManyWords",
            Self::TooManyLetters => "tooManyLetters",
            Self::NoText => "noText",
            Self::NoPlan => "noPlanInDocument",
            Self::SeveralPlans => "severalPlans",
            Self::TwoCaseTypes => "twoCaseTypes",
            Self::NotFilledIn => "notFilledIn",
            Self::InUse => "inUse",
        }
    }

    /// The error in words, with what to do.
    #[must_use]
    pub fn message(self, lang: Lang) -> String {
        const MIB: u64 = 1024 * 1024;
        let limit = match self {
            Self::TooLarge => limits::MAX_DOCUMENT_BYTES / MIB,
            Self::TooMuchUnpacked => limits::MAX_DOCUMENT_UNPACKED_BYTES / MIB,
            Self::TooManyParts => limits::MAX_DOCUMENT_PARTS as u64,
            Self::TooDeep => limits::MAX_DOCUMENT_DEPTH as u64,
            Self::TooManyPages => limits::MAX_PAGES as u64,
            Self::PageTooFull => limits::MAX_PAGE_PIECES as u64,
            Self::TooManyElements => limits::MAX_DOCUMENT_ELEMENTS as u64,
            Self::TooManyWords => limits::MAX_DOCUMENT_WORDS as u64,
            Self::TooManyLetters => limits::MAX_DOCUMENT_LETTERS as u64,
            _ => 0,
        };
        self.text().get(lang).replace("{limit}", &limit.to_string())
    }

    fn text(self) -> Wording {
        match self {
            Self::NotFound => Wording::new("filen findes ikke", "there is no such file"),
            Self::NoAccess => Wording::new(
                "der er ikke adgang til at læse filen; få læseadgang, eller kopiér den",
                "there is no permission to read the file; get permission, or copy it",
            ),
            Self::NotReadable => Wording::new("filen kan ikke læses", "the file cannot be read"),
            Self::Empty => Wording::new(
                "der er intet i filen; gem dokumentet igen, eller hent det på ny",
                "there is nothing in the file; save the document again, or fetch it anew",
            ),
            Self::Foreign(_) | Self::NoDocument => Wording::new(
                "filen er hverken .docx, .odt eller PDF; gem dokumentet som en af dem",
                "the file is neither .docx, .odt nor PDF; save the document as one of them",
            ),
            Self::OldDocument => Wording::new(
                "filen er fra et ældre Word (.doc); åbn den, og gem den som .docx",
                "the file is of an older Word (.doc); open it, and save it as .docx",
            ),
            Self::OldOffice => Wording::new(
                "filen er fra et ældre Office (.xls, .ppt); er den et udtræk, så gem den som .xlsx, og læs den med et kort (--map)",
                "the file is of an older Office (.xls, .ppt); if it is an export, save it as .xlsx, and read it by a mapping (--map)",
            ),
            Self::Workbook => Wording::new(
                "filen er et regneark, uanset hvad den hedder; er den et udtræk, så kald den .xlsx eller .ods, og læs den med et kort (--map)",
                "the file is a workbook, whatever it is called; if it is an export, call it .xlsx or .ods, and read it by a mapping (--map)",
            ),
            Self::Locked => LOCKED,
            Self::TooLarge => Wording::new(
                "filen fylder mere end {limit} MiB; gem den uden de store billeder",
                "the file is larger than {limit} MiB; save it without the large pictures",
            ),
            Self::TooManyParts => Wording::new(
                "filen er pakket af mere end {limit} filer; kopiér teksten over i et nyt dokument",
                "the file is packed of more than {limit} files; copy the text into a new document",
            ),
            Self::TooMuchUnpacked => Wording::new(
                "filen fylder mere end {limit} MiB, når den pakkes ud; kopiér teksten over i et nyt dokument",
                "the file is larger than {limit} MiB when it is unpacked; copy the text into a new document",
            ),
            Self::TooDeep => Wording::new(
                "filen har mere end {limit} lag inden i hinanden; kopiér teksten over i et nyt dokument",
                "the file has more than {limit} levels inside each other; copy the text into a new document",
            ),
            Self::TooManyPages => Wording::new(
                "dokumentet har mere end {limit} sider; gem de sider, der hører til planen, for sig",
                "the document has more than {limit} pages; save the pages that belong to the plan by themselves",
            ),
            Self::PageTooFull => Wording::new(
                "der er mere på én side, end der kan læses: mere end {limit} stykker tekst, eller streger i samme omfang; gem teksten uden tegninger, eller brug det oprindelige dokument",
                "there is more on one page than can be read: more than {limit} pieces of text, or lines to the same extent; save the text without drawings, or use the original document",
            ),
            Self::Broken => Wording::new(
                "filen er beskadiget, eller noget af den mangler; åbn den, og gem den igen",
                "the file is damaged, or some of it is missing; open it, and save it again",
            ),
            Self::Entities => Wording::new(
                "filens XML har egne forkortelser (entiteter), som kan stå for hvad som helst, og som ikke læses; åbn den, og gem den igen som .docx eller .odt",
                "the XML of the file has abbreviations of its own (entities), which may stand for anything and are not read; open it, and save it again as .docx or .odt",
            ),
            Self::TooManyElements => Wording::new(
                "dokumentet består af mere end {limit} stykker; kopiér teksten over i et nyt dokument",
                "the document is made of more than {limit} pieces; copy the text into a new document",
            ),
            Self::TooManyLetters => Wording::new(
                "der er mere end {limit} bogstaver og andre tegn i dokumentet; gem det, der hører til planen, for sig",
                "the document has more than {limit} letters and other signs; save what belongs to the plan by itself",
            ),
            Self::TooManyWords => Wording::new(
                "dokumentet har mere end {limit} ord; gem det, der hører til planen, for sig",
                "the document has more than {limit} words; save what belongs to the plan by itself",
            ),
            Self::NoPlan => Wording::new(
                "ingen overskrift i dokumentet er kendt fra en plan; er det en plan, så lav et kort med »rehabplan map draft«, giv overskrifterne plads i det, og brug det med --map",
                "no heading of the document is known from a plan; if it is one, make a mapping with \"rehabplan map draft\", give the headings a place in it, and use it with --map",
            ),
            Self::TwoCaseTypes => Wording::new(
                "titlen siger én sagstype, og en ledetekst i dokumentet en anden; ret den, der er forkert",
                "the title says one type of case, and a label in the document another; correct the one that is wrong",
            ),
            Self::SeveralPlans => Wording::new(
                "der er mere end én plan i dokumentet: flere overskrifter kommer igen, eller titlen gør det, eller der står en anden borger; gem hver plan for sig, eller giv overskrifterne hver sin plads med et kort (--map), hvis det er én plan",
                "there is more than one plan in the document: several headings come again, or the title does, or another citizen stands there; save each plan by itself, or, if it is one plan, give each of the headings a place of its own with a mapping (--map)",
            ),
            Self::NotFilledIn => Wording::new(
                "skabelonen er ikke udfyldt: der står intet under nogen af de overskrifter, der hører til en plan",
                "the template was not filled in: nothing stands under any of the headings that belong to a plan",
            ),
            Self::InUse => Wording::new(
                "filen er åben i et andet program; luk den, og prøv igen",
                "the file is open in another program; close it, and try again",
            ),
            Self::NoText => Wording::new(
                "der er ingen tekst i filen; er siderne skannet, så få dem som tekst (OCR), eller brug det oprindelige dokument",
                "there is no text in the file; if its pages were scanned, have them made into text (OCR), or use the original document",
            ),
        }
    }
}

impl fmt::Display for DocumentError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for DocumentError {}

impl From<io::Error> for DocumentError {
    fn from(error: io::Error) -> Self {
        /// What Windows says of a file that somebody else has open.
        const SHARING: [i32; 2] = [32, 33];
        if cfg!(windows) && error.raw_os_error().is_some_and(|code| SHARING.contains(&code)) {
            return Self::InUse;
        }
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::PermissionDenied => Self::NoAccess,
            _ => Self::NotReadable,
        }
    }
}
