//! Checkers that are known by a number, for callers that can hold no Rust value.
//!
//! A number that stands for no checker, because it was closed or never opened, is an answer like any other: another language
//! cannot bring the checker to touch what is not there, whatever it holds on to, and on however many threads.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use crate::checker::Checker;
use crate::failure::Failure;

static OPEN: RwLock<BTreeMap<usize, Arc<Checker>>> = RwLock::new(BTreeMap::new());

/// Makes a checker, and gives its number, which is never 0. It stays until it is [closed](close).
///
/// # Errors
///
/// Those of [`Checker::new`].
pub fn open(options: &[u8]) -> Result<usize, Failure> {
    static NEXT: AtomicUsize = AtomicUsize::new(1);
    let checker = Arc::new(Checker::new(options)?);
    let mut open = OPEN.write().unwrap_or_else(PoisonError::into_inner);
    loop {
        // The numbers of a small machine may all have been used once.
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        if number != 0 && !open.contains_key(&number) {
            open.insert(number, checker);
            return Ok(number);
        }
    }
}

/// Checks a plan with the checker of this number; see [`Checker::check`]. One that is closed meanwhile finishes what it is at.
///
/// # Errors
///
/// `noChecker`, and those of [`Checker::check`].
pub fn check(number: usize, plan: &[u8], case: Option<&str>) -> Result<String, Failure> {
    let checker = OPEN.read().unwrap_or_else(PoisonError::into_inner).get(&number).cloned();
    let checker = checker
        .ok_or_else(|| Failure::new("noChecker", "there is no such checker: it was closed, or it was never made"))?;
    checker.check(plan, case)
}

/// Gives up the checker of this number. Says whether there was one.
pub fn close(number: usize) -> bool {
    OPEN.write().unwrap_or_else(PoisonError::into_inner).remove(&number).is_some()
}
