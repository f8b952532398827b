use std::io;

use rehabplan::foreign::{self, Foreign};
use rehabplan::limits::{MAX_BYTES, MAX_PROFILE_BYTES};
use rehabplan::text::Wording;
use rehabplan::{Lang, ReadError};

use crate::shown;

/// Why there is no report on a document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// The document cannot be read as a plan.
    Read(ReadError),
    /// There is no such file.
    NotFound,
    /// The file may not be read.
    NoAccess,
    /// Reading failed.
    NotReadable,
    /// A folder stands where a file was to be named.
    Folder,
    /// A folder without plans, a file without lines, or a list without entries.
    NothingToCheck,
    /// Larger than the limit, and nobody knows how large.
    TooLarge,
    /// The file holds no JSON, but something else that is known.
    Foreign(Foreign),
    /// Nothing stands where the plan was said to stand: the key, as the caller named it.
    NoPlan(String),
    /// What was named, the plan or what stands beside it, stands there twice, the plan perhaps in another spelling, so that nobody
    /// can tell which was meant: the JSON Pointer to it, a part of the caller's own.
    KeyTwice(String),
    /// An object or a list stands where the caller's own id was said to stand: the JSON Pointer to it, a part of the caller's own.
    NoId(String),
    /// Something that only the caller knows, such as what reads another format. The texts hold nothing of a document.
    Other {
        /// A stable code for the kind of problem.
        code: &'static str,
        /// What is wrong, in Danish.
        danish: String,
        /// The same in English.
        english: String,
    },
}

impl Problem {
    /// A stable code for the kind of problem.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Read(error) => error.code(),
            Self::NotFound => "notFound",
            Self::NoAccess => "noAccess",
            Self::NotReadable => "notReadable",
            Self::Folder => "folder",
            Self::NothingToCheck => "nothingToCheck",
            // The same code as the library's own error of that name.
            Self::TooLarge => "tooLarge",
            Self::Foreign(kind) => kind.code(),
            Self::NoPlan(_) => "noPlan",
            Self::KeyTwice(_) => "keyTwice",
            Self::NoId(_) => "noId",
            Self::Other { code, .. } => code,
        }
    }

    /// The problem in words, without anything from the document.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        const NOT_FOUND: Wording = Wording::new("findes ikke", "not found");
        const NO_ACCESS: Wording = Wording::new("ingen adgang til at læse", "no permission to read");
        const NOT_READABLE: Wording = Wording::new("kan ikke læses", "cannot be read");
        const FOLDER: Wording = Wording::new("er en mappe; nævn en fil i den", "is a folder; name a file in it");
        const NOTHING_TO_CHECK: Wording = Wording::new("ingen planer at kontrollere", "no plans to check");
        const TOO_LARGE: Wording = Wording::new(
            "for stort: mere end {limit} byte, som er grænsen",
            "too large: more than {limit} bytes, which is the limit",
        );
        const NO_PLAN: Wording = Wording::new(
            "her er ingen plan: der står intet på »{key}«",
            "there is no plan here: nothing stands at \"{key}\"",
        );
        const KEY_TWICE: Wording = Wording::new(
            "»{key}« står to gange, eventuelt i to stavemåder, og ingen kan vide, hvilken af dem der gælder; intet er kontrolleret",
            "\"{key}\" stands twice, perhaps in two spellings, and nobody can tell which of them counts; nothing was checked",
        );
        const NO_ID: Wording = Wording::new(
            "på »{key}«, hvor jeres eget navn på planen skulle stå, står et objekt eller en liste; nævn det sted i det, hvor navnet står; intet er kontrolleret",
            "an object or a list stands at \"{key}\", where your own name of the plan was to stand; name the place in it where the name stands; nothing was checked",
        );
        let at = |text: Wording, key: &str| text.get(lang).replace("{key}", &shown(key));
        let text = match self {
            Self::Read(error) => return error.message(lang),
            Self::Foreign(kind) => return kind.message(lang).to_owned(),
            Self::NoPlan(key) => return at(NO_PLAN, key),
            Self::KeyTwice(key) => return at(KEY_TWICE, key),
            Self::NoId(key) => return at(NO_ID, key),
            Self::TooLarge => return TOO_LARGE.get(lang).replace("{limit}", &MAX_BYTES.to_string()),
            Self::Other { danish, english, .. } => {
                return if lang == Lang::En { english.clone() } else { danish.clone() };
            }
            Self::NotFound => NOT_FOUND,
            Self::NoAccess => NO_ACCESS,
            Self::NotReadable => NOT_READABLE,
            Self::Folder => FOLDER,
            Self::NothingToCheck => NOTHING_TO_CHECK,
        };
        text.get(lang).to_owned()
    }

    /// The same, unless the first bytes of the file tell that it is of another kind. A file that is called JSON is not
    /// called something else for its looks alone: there the place of the mistake says more, unless it is that the file is not in
    /// UTF-8.
    #[must_use]
    pub fn or_foreign(self, bytes: &[u8], is_called_json: bool) -> Self {
        let first = bytes.get(..foreign::FIRST_BYTES).unwrap_or(bytes);
        let kind = match &self {
            _ if !is_called_json => foreign::recognise(first),
            Self::Read(ReadError::NotUtf8 { .. }) => foreign::instead_of_a_plan(first).or_else(|| encoding(first)),
            _ => foreign::instead_of_a_plan(first),
        };
        kind.map_or(self, Self::Foreign)
    }
}

/// The encoding that the first bytes of a file tell, where it is not UTF-8.
fn encoding(first: &[u8]) -> Option<Foreign> {
    foreign::recognise(first).filter(|kind| kind.is_encoding())
}

/// The text of a file that goes with plans and is none: a profile, a list of suppressions, the places of a source, a mapping. What is longer
/// than a profile may be is told by whoever reads the text, so there it may end within a character.
///
/// # Errors
///
/// A [`Problem`] where it is not in UTF-8: which encoding it is in, where that can be told, and otherwise the place of the first byte
/// that is no part of a character.
pub fn text_of(bytes: Vec<u8>) -> Result<String, Problem> {
    let is_cut = bytes.len() > MAX_PROFILE_BYTES;
    String::from_utf8(bytes).or_else(|error| {
        let valid = error.utf8_error().valid_up_to();
        let bytes = error.into_bytes();
        if is_cut {
            return Ok(String::from_utf8_lossy(&bytes).into_owned());
        }
        let before = String::from_utf8_lossy(bytes.get(..valid).unwrap_or_default());
        let (line, column) =
            (before.split('\n').count(), before.rsplit('\n').next().unwrap_or_default().chars().count() + 1);
        let told = encoding(bytes.get(..foreign::FIRST_BYTES).unwrap_or(&bytes));
        Err(told.map_or(Problem::Read(ReadError::NotUtf8 { line, column }), Problem::Foreign))
    })
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::PermissionDenied => Self::NoAccess,
            io::ErrorKind::IsADirectory => Self::Folder,
            _ => Self::NotReadable,
        }
    }
}
