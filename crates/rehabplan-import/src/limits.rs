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
