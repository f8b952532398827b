//! How large a document may be. Beyond a limit the answer is a [`ReadError`](crate::ReadError), never a guess.

/// Bytes in one plan: 8 MiB, some 500 times the length of a long plan.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// Objects and lists inside each other, the plan itself included.
pub const MAX_DEPTH: usize = 64;

/// Entries in one list.
pub const MAX_LIST_LENGTH: usize = 10_000;

/// Values and keys of one plan that cannot be read. A plan has some hundred fields, so this is a document of another
/// kind, and the report on it would be many times as long as the document.
pub const MAX_INPUT_FINDINGS: usize = 10_000;

/// Bytes in one profile or one list of suppressions: 1 MiB.
pub const MAX_PROFILE_BYTES: usize = 1024 * 1024;

/// Entries in one list of a profile.
pub const MAX_PROFILE_ENTRIES: usize = 1_000;
