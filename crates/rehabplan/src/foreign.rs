//! What a file is that holds no plans as JSON, told by its first bytes.
//!
//! Whoever gives a workbook or a file in another encoding to be checked should hear so once, and not that each of its
//! "lines" is no JSON.
//!
//! ```
//! use rehabplan::Lang;
//! use rehabplan::foreign::{Foreign, recognise};
//!
//! let found = recognise(b"%PDF-1.7\n").expect("a PDF");
//! assert_eq!(found, Foreign::Pdf);
//! assert!(found.message(Lang::En).starts_with("the file is a PDF"));
//! assert_eq!(recognise(br#"{"sag": {"sagstype": "fleksjob"}}"#), None);
//! ```

use crate::text::{Lang, Wording, text};

/// How many of a file's first bytes are enough for [`recognise`].
pub const FIRST_BYTES: usize = 8 * 1024;

/// A kind of file that holds no plans as JSON in UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Foreign {
    /// A workbook: Excel's xlsx, or an OpenDocument spreadsheet.
    Workbook,
    /// A text document: Word's docx, RTF, or an OpenDocument text.
    Document,
    /// A document of Office from before 2007: doc, xls and so on.
    OldOffice,
    /// A PDF.
    Pdf,
    /// A Parquet file.
    Parquet,
    /// Comma-separated values, or another separator.
    Csv,
    /// XML or HTML.
    Markup,
    /// A zip archive.
    Zip,
    /// A file packed by gzip.
    Gzip,
    /// A file packed by bzip2.
    Bzip2,
    /// A file packed by xz.
    Xz,
    /// A file packed by Zstandard.
    Zstd,
    /// Text in UTF-16, with a byte order mark or without.
    Utf16,
    /// Text in UTF-32, with a byte order mark or without.
    Utf32,
    /// Text in Windows-1252 or ISO 8859-1, as far as its letters tell.
    Windows1252,
}

impl Foreign {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::Workbook,
        Self::Document,
        Self::OldOffice,
        Self::Pdf,
        Self::Parquet,
        Self::Csv,
        Self::Markup,
        Self::Zip,
        Self::Gzip,
        Self::Bzip2,
        Self::Xz,
        Self::Zstd,
        Self::Utf16,
        Self::Utf32,
        Self::Windows1252,
    ];

    /// A stable code for the kind.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Workbook => "workbook",
            Self::Document => "document",
            Self::OldOffice => "oldOffice",
            Self::Pdf => "pdf",
            Self::Parquet => "parquet",
            Self::Csv => "csv",
            Self::Markup => "markup",
            Self::Zip => "zip",
            Self::Gzip => "gzip",
            Self::Bzip2 => "bzip2",
            Self::Xz => "xz",
            Self::Zstd => "zstd",
            Self::Utf16 => "utf16",
            Self::Utf32 => "utf32",
            Self::Windows1252 => "windows1252",
        }
    }

    /// Whether the kind is told by the look of the text: a table, or an older encoding. One document that looks so may just
    /// as well be JSON with a mistake in it, whose place says more.
    #[must_use]
    pub fn is_guess(self) -> bool {
        matches!(self, Self::Csv | Self::Windows1252)
    }

    /// Whether it is text all the same, in another encoding than UTF-8.
    #[must_use]
    pub fn is_encoding(self) -> bool {
        matches!(self, Self::Utf16 | Self::Utf32 | Self::Windows1252)
    }

    /// What the file is, and what to do about it; in Danish when the build has no texts in another language.
    #[must_use]
    pub fn message(self, lang: Lang) -> &'static str {
        self.text().get(lang)
    }

    fn text(self) -> Wording {
        match self {
            Self::Workbook => text(
                "filen er et regneark, og planer skal være JSON; gør det til planer med et kort (rehabplan map \
                 draft), eller udtræk dem med en fil eller en linje (NDJSON) til hver plan",
                "the file is a spreadsheet, and plans must be JSON; make it plans by a mapping (rehabplan map draft), or \
                 extract them with a file or a line (NDJSON) for each plan",
            ),
            Self::Document => text(
                "filen er et tekstdokument fra Word eller et lignende program, og en plan skal være JSON; hent planen som \
                 JSON fra det system, den er skrevet i",
                "the file is a text document of Word or a similar program, and a plan must be JSON; get the plan as JSON from \
                 the system that it was written in",
            ),
            Self::OldOffice => text(
                "filen er et dokument fra et ældre Office-program (doc, xls), og planer skal være JSON; hent dem som JSON fra \
                 det system, de er skrevet i",
                "the file is a document of an older Office program (doc, xls), and plans must be JSON; get them as JSON from \
                 the system that they were written in",
            ),
            Self::Pdf => text(
                "filen er en PDF, og en plan skal være JSON; hent planen som JSON fra det system, den er skrevet i",
                "the file is a PDF, and a plan must be JSON; get the plan as JSON from the system that it was written in",
            ),
            Self::Parquet => text(
                "filen er en tabel i Parquet, og planer skal være JSON; gør den til planer med et kort (rehabplan map draft), eller udtræk \
                 dem med en fil eller en linje (NDJSON) til hver plan",
                "the file is a table in Parquet, and plans must be JSON; make it plans by a mapping (rehabplan map draft), or \
                 extract them with a file or a line (NDJSON) for each plan",
            ),
            Self::Csv => text(
                "filen er en tabel med skilletegn (CSV), og planer skal være JSON; gør den til planer med et kort \
                 (rehabplan map draft), eller udtræk dem med en fil eller en linje (NDJSON) til hver plan",
                "the file is a table with separators (CSV), and plans must be JSON; make it plans by a mapping (rehabplan map \
                 draft), or extract them with a file or a line (NDJSON) for each plan",
            ),
            Self::Markup => text(
                "filen er XML eller HTML, og planer skal være JSON; hent dem som JSON fra det system, de er skrevet i",
                "the file is XML or HTML, and plans must be JSON; get them as JSON from the system that they were written in",
            ),
            Self::Zip => text("filen er pakket (zip); pak den ud først", "the file is packed (zip); unpack it first"),
            Self::Gzip => {
                text("filen er pakket (gzip); pak den ud først", "the file is packed (gzip); unpack it first")
            }
            Self::Bzip2 => {
                text("filen er pakket (bzip2); pak den ud først", "the file is packed (bzip2); unpack it first")
            }
            Self::Xz => text("filen er pakket (xz); pak den ud først", "the file is packed (xz); unpack it first"),
            Self::Zstd => {
                text("filen er pakket (Zstandard); pak den ud først", "the file is packed (Zstandard); unpack it first")
            }
            Self::Utf16 => text(
                "filen er tekst i UTF-16 (\"Unicode\"); gem den som UTF-8",
                "the file is text in UTF-16 (\"Unicode\"); save it as UTF-8",
            ),
            Self::Utf32 => {
                text("filen er tekst i UTF-32; gem den som UTF-8", "the file is text in UTF-32; save it as UTF-8")
            }
            Self::Windows1252 => text(
                "filen er tekst i et ældre tegnsæt, efter bogstaverne at dømme Windows-1252 (\"ANSI\"); gem den som UTF-8",
                "the file is text in an older encoding, Windows-1252 (\"ANSI\") by the look of its letters; save it as UTF-8",
            ),
        }
    }
}

/// How files begin that say themselves what they are.
const MARKS: [(&[u8], Foreign); 12] = [
    (b"%PDF-", Foreign::Pdf),
    (b"PAR1", Foreign::Parquet),
    (b"{\\rtf", Foreign::Document),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Foreign::OldOffice),
    (b"\x1f\x8b", Foreign::Gzip),
    (b"BZh", Foreign::Bzip2),
    (b"\xfd7zXZ\0", Foreign::Xz),
    (b"\x28\xb5\x2f\xfd", Foreign::Zstd),
    // Before UTF-16, whose mark begins the same.
    (b"\xff\xfe\0\0", Foreign::Utf32),
    (b"\0\0\xfe\xff", Foreign::Utf32),
    (b"\xff\xfe", Foreign::Utf16),
    (b"\xfe\xff", Foreign::Utf16),
];

/// Names in an archive that tell what the archive is.
const MEMBERS: [(&[u8], Foreign); 4] = [
    (b"xl/", Foreign::Workbook),
    (b"word/", Foreign::Document),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", Foreign::Workbook),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", Foreign::Document),
];

/// What kind of file begins like this; `None` for what may be JSON, or is something unknown.
///
/// `first` is the beginning of the file: all of it, or at least [`FIRST_BYTES`]. JSON in UTF-8 is never taken for
/// something else, and neither is a file of lines of which the first is broken and the next is JSON.
#[must_use]
pub fn recognise(first: &[u8]) -> Option<Foreign> {
    let marked = MARKS.iter().find(|(mark, _)| first.starts_with(mark)).map(|&(_, kind)| kind);
    marked.or_else(|| archive(first)).or_else(|| text_kind(first))
}

/// What a document is that was to be one plan and is no JSON, when its first bytes say so plainly: a [guess](Foreign::is_guess)
/// is not made.
///
/// ```
/// use rehabplan::foreign::{Foreign, instead_of_a_plan};
///
/// assert_eq!(instead_of_a_plan(b"%PDF-1.7\n"), Some(Foreign::Pdf));
/// assert_eq!(instead_of_a_plan(b"sagsnummer;plan\n1;x\n"), None);
/// ```
#[must_use]
pub fn instead_of_a_plan(document: &[u8]) -> Option<Foreign> {
    recognise(document.get(..FIRST_BYTES).unwrap_or(document)).filter(|kind| !kind.is_guess())
}

/// The start of an archive's member; its name stands 26 bytes further on.
const MEMBER: &[u8] = b"PK\x03\x04";

/// An archive, and what it is by the names of its members.
fn archive(first: &[u8]) -> Option<Foreign> {
    if !first.starts_with(MEMBER) {
        return None;
    }
    let names = first.windows(MEMBER.len()).enumerate().filter(|(_, start)| *start == MEMBER);
    let mut names = names.filter_map(|(place, _)| first.get(place + 30..));
    let named = names.find_map(|name| MEMBERS.iter().find(|(member, _)| name.starts_with(member)));
    Some(named.map_or(Foreign::Zip, |&(_, kind)| kind))
}

/// Text that is not JSON, or not in UTF-8.
fn text_kind(first: &[u8]) -> Option<Foreign> {
    // JSON begins with two ASCII characters, or with one and a letter in a string.
    if let [a, b, c, d, rest @ ..] = first {
        let [a, b, c, d] = [*a, *b, *c, *d];
        let is_ascii = |byte: u8| byte.is_ascii() && byte != 0;
        if is_ascii(a) && b == 0 && c != 0 && d == 0 || a == 0 && is_ascii(b) && c == 0 && d != 0 {
            return Some(Foreign::Utf16);
        }
        // (What has only one letter before its zeros is a file that was never written to.)
        let is_next = |at: usize| rest.get(at).copied().is_some_and(is_ascii);
        if is_ascii(a) && [b, c, d] == [0; 3] && is_next(0) || [a, b, c] == [0; 3] && is_ascii(d) && is_next(3) {
            return Some(Foreign::Utf32);
        }
    }
    let body = first.strip_prefix("\u{feff}".as_bytes()).unwrap_or(first).trim_ascii_start();
    if body.starts_with(b"<") {
        Some(Foreign::Markup)
    } else if is_table(body) {
        Some(Foreign::Csv)
    } else {
        is_windows_1252(body).then_some(Foreign::Windows1252)
    }
}

/// Whether text is a table: a first line of names with separators between them, and no line of JSON after it.
fn is_table(body: &[u8]) -> bool {
    /// What begins, or stands around, an object or a list.
    const OF_JSON: &[u8] = b"{}[]";
    let mut lines = body.split(|byte| matches!(byte, b'\n' | b'\r')).filter(|line| !line.trim_ascii().is_empty());
    let names = |line: &[u8]| {
        let quotes = line.iter().filter(|byte| **byte == b'"').count();
        // A text with a comma in it is JSON.
        let is_one_text = quotes == 2 && line.starts_with(b"\"") && line.trim_ascii_end().ends_with(b"\"");
        line.iter().any(|byte| matches!(byte, b';' | b',' | b'\t'))
            && !line.iter().any(|byte| OF_JSON.contains(byte))
            && !is_one_text
    };
    lines.next().is_some_and(names) && !lines.next().is_some_and(|line| line.trim_ascii_start().starts_with(b"{"))
}

/// Whether text is Windows-1252: it has no character in UTF-8 beyond ASCII, and what it has instead are letters and
/// signs that Danish text in Windows-1252 has.
fn is_windows_1252(body: &[u8]) -> bool {
    /// Æ Ø Å æ ø å é É ä ö ü § … ‘ ’ “ ” – €
    const TYPICAL: &[u8] = b"\xc6\xd8\xc5\xe6\xf8\xe5\xe9\xc9\xe4\xf6\xfc\xa7\x85\x91\x92\x93\x94\x96\x80";
    let mut found = false;
    let mut chunks = body.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        let is_typical = chunk.invalid().iter().all(|byte| TYPICAL.contains(byte));
        // The first bytes may end in the middle of a letter.
        let is_cut = chunks.peek().is_none();
        if !chunk.valid().is_ascii() || !is_typical && !is_cut {
            return false;
        }
        found |= !is_cut && !chunk.invalid().is_empty();
    }
    found
}

#[cfg(test)]
#[allow(clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    const PLAN: &str = "{\"sag\": {\"sagstype\": \"fleksjob\"}, \"oensker\": \"Køre bus på Ærø\"}\n";

    fn utf16(order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        PLAN.encode_utf16().flat_map(order).collect()
    }

    /// A member of an archive, without what follows its name.
    fn member(name: &str) -> Vec<u8> {
        [MEMBER, &[0; 26], name.as_bytes(), b"\x01\x02"].concat()
    }

    #[test]
    fn what_says_itself_what_it_is() {
        let cases: [(&[u8], Foreign); 8] = [
            (b"%PDF-1.4\n", Foreign::Pdf),
            (b"PAR1\x15\x04", Foreign::Parquet),
            (b"{\\rtf1\\ansi", Foreign::Document),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", Foreign::OldOffice),
            (b"\x1f\x8b\x08\x00", Foreign::Gzip),
            (b"BZh91AY&SY", Foreign::Bzip2),
            (b"\xfd7zXZ\0\0\x04", Foreign::Xz),
            (b"\x28\xb5\x2f\xfd\x24", Foreign::Zstd),
        ];
        for (first, kind) in cases {
            assert_eq!(recognise(first), Some(kind));
        }
    }

    #[test]
    fn an_archive_is_what_its_members_are() {
        let archive = |name: &str| recognise(&[member("[Content_Types].xml"), member(name)].concat());
        assert_eq!(archive("xl/workbook.xml"), Some(Foreign::Workbook));
        assert_eq!(archive("word/document.xml"), Some(Foreign::Document));
        assert_eq!(archive("planer/a.json"), Some(Foreign::Zip));
        let open = member("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
        assert_eq!(recognise(&open), Some(Foreign::Workbook));
        assert_eq!(recognise(b"PK\x03\x04"), Some(Foreign::Zip));
    }

    #[test]
    fn utf_16_with_and_without_a_mark() {
        for text in [utf16(u16::to_le_bytes), utf16(u16::to_be_bytes)] {
            assert_eq!(recognise(&text), Some(Foreign::Utf16));
        }
        assert_eq!(recognise(&[b"\xff\xfe".to_vec(), utf16(u16::to_le_bytes)].concat()), Some(Foreign::Utf16));
        assert_eq!(recognise(&[b"\xfe\xff".to_vec(), utf16(u16::to_be_bytes)].concat()), Some(Foreign::Utf16));
    }

    #[test]
    fn utf_32_with_and_without_a_mark() {
        for order in [u32::to_le_bytes, u32::to_be_bytes] {
            for mark in ["\u{feff}", ""] {
                let text: Vec<u8> = [mark, PLAN].concat().chars().flat_map(|letter| order(letter.into())).collect();
                assert_eq!(recognise(&text), Some(Foreign::Utf32));
            }
        }
        assert_eq!(recognise(b"\0\0\0\0"), None);
        assert_eq!(recognise(b"{\0\0\0\0\0\0\0"), None);
    }

    #[test]
    fn tables() {
        for table in [
            "sagsnummer;plan\n4711;\"{\"\"sag\"\": {}}\"\n",
            "id,plan\r\n1,x\r\n",
            "\u{feff}\"id\"\t\"plan\"\n",
            "\nid;sagstype;dato",
        ] {
            assert_eq!(recognise(table.as_bytes()), Some(Foreign::Csv), "{table:?}");
        }
        // Names in another encoding are names all the same.
        assert_eq!(recognise(b"l\xf8benr;plan\n1;x\n"), Some(Foreign::Csv));
        assert_eq!(recognise(b"<?xml version=\"1.0\"?>\n<plan/>"), Some(Foreign::Markup));
        assert_eq!(recognise(b"\xef\xbb\xbf <!doctype html>"), Some(Foreign::Markup));
    }

    #[test]
    fn an_older_encoding() {
        let old: Vec<u8> =
            PLAN.chars().map(|letter| u8::try_from(u32::from(letter)).expect("a letter of it")).collect();
        assert_eq!(recognise(&old), Some(Foreign::Windows1252));
        // One broken line among lines in UTF-8 is that line's own matter.
        assert_eq!(recognise(&[old.as_slice(), PLAN.as_bytes()].concat()), None);
        assert_eq!(recognise(b"{\"a\": \"\xff\"}"), None);
    }

    #[test]
    fn json_is_nothing_else() {
        let cut = PLAN.find('ø').expect("a letter of two bytes") + 1;
        let cases: [&[u8]; 12] = [
            b"",
            b" \n",
            PLAN.as_bytes(),
            // The first bytes end in the middle of a letter.
            &PLAN.as_bytes()[..cut],
            "\u{feff}{\"sag\": {}}".as_bytes(),
            b"[{\"a\": 1}, {\"b\": 2}]",
            b"\"en tekst, med komma\"",
            b"null",
            b"{",
            b"{\"a\": \"x;y\"}",
            // A broken line first.
            b"ikke, json\n{\"sag\": {}}\n",
            b"{\"a\":\x00\"b\"}",
        ];
        for first in cases {
            assert_eq!(recognise(first), None, "{}", String::from_utf8_lossy(first));
        }
    }

    #[test]
    fn every_kind_says_what_to_do() {
        let mut codes = std::collections::BTreeSet::new();
        for kind in Foreign::ALL {
            assert!(codes.insert(kind.code()), "{}", kind.code());
            for &lang in Lang::ALL {
                let message = kind.message(lang);
                assert!(message.contains("; ") && !message.ends_with('.'), "{message}");
            }
        }
    }
}
