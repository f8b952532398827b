//! How large a mapping and a source may be. Beyond a limit the answer is an error, never a guess.

/// Bytes in one mapping: 1 MiB.
pub const MAX_MAPPING_BYTES: usize = 1024 * 1024;

/// Entries in one list of a mapping.
pub const MAX_MAPPING_ENTRIES: usize = 10_000;

/// Values inside each other in a mapping: `first` in `join`, lists in lists.
pub const MAX_MAPPING_DEPTH: usize = 16;

/// Columns of a table, and headings of a document.
pub const MAX_FIELDS: usize = 16_384;

/// How far numbered columns are counted: `Indsats 1` to `Indsats 99`.
pub const MAX_NUMBERED: usize = 99;

/// Bytes in one row of a table or one line of JSON: 64 MiB.
pub const MAX_ROW_BYTES: u64 = 64 * 1024 * 1024;

/// Bytes of a file that has to be held in memory as a whole, which a workbook and a JSON document that is one list have:
/// 256 MiB.
pub const MAX_HELD_BYTES: u64 = 256 * 1024 * 1024;

/// Bytes that a workbook unpacks to: 1 GiB.
pub const MAX_UNPACKED_BYTES: u64 = 1024 * 1024 * 1024;

/// Cells in a sheet, blank ones too where they are written: it takes longer to pass over one than to say that there is nothing in it.
pub const MAX_CELLS: usize = 20_000_000;

/// Rows that are written in a sheet, blank ones too: as many as a spreadsheet has.
pub const MAX_ROW_ELEMENTS: usize = 1_048_576;

/// Levels of elements inside each other in a workbook.
pub const MAX_XML_DEPTH: usize = 64;

/// Ids of cases that are remembered, to tell those that several have.
pub const MAX_REMEMBERED_IDS: usize = 1 << 20;

/// Rows of a table that is joined to the cases.
pub const MAX_JOINED_ROWS: usize = 10_000_000;

/// Rows of such a table with the same key: as many as a list of a plan has entries.
pub const MAX_ROWS_OF_KEY: usize = rehabplan::limits::MAX_LIST_LENGTH;

/// Rows that all cases with the same key get together, where it is more than [`FEW_ROWS`] for each.
pub const MAX_SHARED_ROWS: usize = 100_000;

/// So few rows of one key are given to however many cases.
pub const FEW_ROWS: usize = 50;

/// Bytes of a document: 64 MiB.
pub const MAX_DOCUMENT_BYTES: u64 = 64 * 1024 * 1024;

/// Bytes that the parts of a document that are read unpack to, and each stream of a PDF: 128 MiB.
pub const MAX_DOCUMENT_UNPACKED_BYTES: u64 = 128 * 1024 * 1024;

/// Files that a packed document is made of.
pub const MAX_DOCUMENT_PARTS: usize = 10_000;

/// Levels of elements inside each other in a document, in which tables stand in tables.
pub const MAX_DOCUMENT_DEPTH: usize = 256;

/// Elements of the parts of a document that are read, and pieces of text in a PDF.
pub const MAX_DOCUMENT_ELEMENTS: usize = 1_000_000;

/// Words of a document. A plan has some thousands, and each may be that of a heading.
pub const MAX_DOCUMENT_WORDS: usize = 300_000;

/// Letters and other signs of a document, in its text and in its fields.
pub const MAX_DOCUMENT_LETTERS: usize = 4_000_000;

/// Pages of a PDF.
pub const MAX_PAGES: usize = 2_000;

/// Pieces of text on one page of a PDF: ten times what a page has in small print, letter by letter.
pub const MAX_PAGE_PIECES: usize = 50_000;

/// Bytes of the instructions that one page of a PDF is drawn by: 8 MiB. Each may be two bytes, and is a hundred where it is held.
pub const MAX_PAGE_BYTES: usize = 8 * 1024 * 1024;

/// Levels of JSON in a source: what the reader of JSON takes.
pub const MAX_JSON_LEVELS: u64 = 128;

/// Values in one case of JSON, lists and objects among them; in what the first cases hold together, so many are looked at.
pub const MAX_JSON_VALUES: usize = 1_000_000;

/// Bytes of JSON in a cell of a table, as many as a plan has; more is text, and nothing is found in it.
pub const MAX_NESTED_BYTES: usize = 8 * 1024 * 1024;

/// Bytes of a cell that the blank cells below it may mean; of more, nobody can say what they mean. Each row holds a copy.
pub const MAX_FILLED_BYTES: usize = 1 << 10;
