//! The C library: the functions of `rehabplan-json` behind a C ABI.
//!
//! This is the one crate of the product with `unsafe` code. There are two things that need it, and they stand at the end: bytes
//! that the caller has, and an answer that the caller gets. Nothing else here knows an address.
#![allow(unsafe_code, reason = "a C ABI is made of addresses")]
#![deny(missing_docs, unsafe_op_in_unsafe_fn, clippy::undocumented_unsafe_blocks)]

use std::ffi::{CStr, CString, c_char};

use rehabplan_json::{Failure, guarded, handle, say_only_where};

/// The version of this ABI. A library with another number has other functions, or the same ones with another meaning.
pub const REHABPLAN_ABI: u32 = 1;

/// The answer is what was asked for.
pub const REHABPLAN_OK: i32 = 0;

/// The answer is an error in JSON.
pub const REHABPLAN_ERROR: i32 = 1;

/// Nothing was done, because there is no place for an answer: `answer` is NULL.
pub const REHABPLAN_NO_ANSWER: i32 = 2;

/// Stands for a checker. It is a number: 0 is none, and one that was freed is never given again.
#[allow(non_camel_case_types, reason = "as names are in C")]
pub type rehabplan_checker = usize;

/// The version of the ABI that the library has. Compare it with REHABPLAN_ABI, which is the version of this header.
#[unsafe(no_mangle)]
pub extern "C" fn rehabplan_abi() -> u32 {
    REHABPLAN_ABI
}

/// The version of the library, such as "0.1.0". It is the library's own and is not freed.
#[unsafe(no_mangle)]
pub extern "C" fn rehabplan_version() -> *const c_char {
    const VERSION: &CStr = match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
        Ok(version) => version,
        Err(_) => c"",
    };
    VERSION.as_ptr()
}

/// Checks one plan. The answer is the report.
///
/// Options are a JSON object, or no text: phase, asOf, detail, lang, language, only, horizon, profiles, suppress, needs, case; the README
/// says what each may be.
///
/// Errors: notUtf8, notJson, notAnObject, tooLarge (more than 8 MiB), tooDeep, listTooLong and tooManyFindings say that the document
/// is no plan that can be read; badOptions and badProfile that the options are not; badArgument that an address or a length is
/// impossible; failed that the library has a defect.
///
/// # Safety
///
/// The addresses and lengths are those of readable bytes, and `answer` and `answer_length` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rehabplan_check(
    plan: *const c_char,
    plan_length: usize,
    options: *const c_char,
    options_length: usize,
    answer: *mut *mut c_char,
    answer_length: *mut usize,
) -> i32 {
    // SAFETY: the caller promises the same of both bytes and of the place.
    unsafe {
        let (plan, options) = (given("plan", plan, plan_length), given("options", options, options_length));
        answered(answer, answer_length, || rehabplan_json::check(plan?, options?))
    }
}

/// Makes a checker, which reads the options once for any number of plans, and puts it at `checker`. The answer is {} then.
/// Free it with rehabplan_checker_free.
///
/// The options are those of rehabplan_check without case, which is given with each plan.
///
/// Errors: badOptions, badProfile, badArgument, failed; 0 is put at `checker`.
///
/// # Safety
///
/// The address and length are those of readable bytes, and `checker`, `answer` and `answer_length` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rehabplan_checker_new(
    options: *const c_char,
    options_length: usize,
    checker: *mut rehabplan_checker,
    answer: *mut *mut c_char,
    answer_length: *mut usize,
) -> i32 {
    let mut number = 0;
    // SAFETY: the caller promises the same of the bytes and of the place.
    let status = unsafe {
        let options = given("options", options, options_length);
        answered(answer, answer_length, || {
            if checker.is_null() {
                return Err(Failure::new("badArgument", "checker is NULL: there is no place for the checker"));
            }
            number = handle::open(options?)?;
            Ok("{}".to_owned())
        })
    };
    if !checker.is_null() {
        // SAFETY: it is not NULL, and the caller promises that it can be written.
        unsafe { checker.write(number) };
    }
    status
}

/// Checks a plan with a checker. The answer is the report.
///
/// `case_id` is your own id of the plan's case, which suppressions name; NULL with the length 0 when there is none.
///
/// Errors: as rehabplan_check has for the document; badArgument; noChecker when there is no such checker, because it was freed or
/// never made; failed.
///
/// # Safety
///
/// The addresses and lengths are those of readable bytes, and `answer` and `answer_length` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rehabplan_checker_check(
    checker: rehabplan_checker,
    plan: *const c_char,
    plan_length: usize,
    case_id: *const c_char,
    case_id_length: usize,
    answer: *mut *mut c_char,
    answer_length: *mut usize,
) -> i32 {
    // SAFETY: the caller promises the same of both bytes and of the place.
    unsafe {
        let (plan, case) = (given("plan", plan, plan_length), given("case_id", case_id, case_id_length));
        answered(answer, answer_length, || {
            let wrong = |_| Failure::new("badArgument", "case_id is not UTF-8");
            let case = str::from_utf8(case?).map_err(wrong)?;
            handle::check(checker, plan?, (!case_id.is_null()).then_some(case))
        })
    }
}

/// Frees a checker and puts 0 in its place. A check that runs on another thread comes to its end. NULL, 0 and a checker that was
/// freed before are nothing to do.
///
/// # Safety
///
/// `checker` is NULL, or can be read and written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rehabplan_checker_free(checker: *mut rehabplan_checker) {
    if checker.is_null() {
        return;
    }
    // SAFETY: it is not NULL, and the caller promises that it can be read and written.
    let number = unsafe { checker.replace(0) };
    // Giving up a checker does nothing that could fail; should it, there is nobody to tell.
    let _ = guarded(|| Ok(handle::close(number)));
}

/// Every rule. The answer is a list, as of `rehabplan rules --format json`. The option profiles adds their rules; lang is the
/// language of what is said of a profile that cannot be used.
///
/// Errors: badOptions, badProfile, badArgument, failed.
///
/// # Safety
///
/// The address and length are those of readable bytes, and `answer` and `answer_length` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rehabplan_rules(
    options: *const c_char,
    options_length: usize,
    answer: *mut *mut c_char,
    answer_length: *mut usize,
) -> i32 {
    // SAFETY: the caller promises the same of the bytes and of the place.
    unsafe { answered_to("options", (options, options_length), (answer, answer_length), rehabplan_json::rules) }
}

/// Everything there is to say about one rule, by its id, such as P3.1.4 or proces/PR1; capitals do not matter.
///
/// Errors: unknownRule, badArgument, failed.
///
/// # Safety
///
/// The address and length are those of readable bytes, and `answer` and `answer_length` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rehabplan_explain(
    id: *const c_char,
    id_length: usize,
    answer: *mut *mut c_char,
    answer_length: *mut usize,
) -> i32 {
    // SAFETY: the caller promises the same of the bytes and of the place.
    unsafe { answered_to("id", (id, id_length), (answer, answer_length), rehabplan_json::explain) }
}

/// What becomes of every legal unit of the regulation. The answer is a list, as of `rehabplan coverage --format json`. The option
/// lang is the language of the reasons.
///
/// Errors: badOptions, badArgument, failed.
///
/// # Safety
///
/// The address and length are those of readable bytes, and `answer` and `answer_length` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rehabplan_coverage(
    options: *const c_char,
    options_length: usize,
    answer: *mut *mut c_char,
    answer_length: *mut usize,
) -> i32 {
    // SAFETY: the caller promises the same of the bytes and of the place.
    unsafe { answered_to("options", (options, options_length), (answer, answer_length), rehabplan_json::coverage) }
}

/// Every profile that comes with the library: guidance, process, trials, proposals. The answer is a list, as of `rehabplan profiles
/// --format json`.
///
/// Errors: failed.
///
/// # Safety
///
/// `answer` and `answer_length` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rehabplan_profiles(answer: *mut *mut c_char, answer_length: *mut usize) -> i32 {
    // SAFETY: the caller promises the same of the place.
    unsafe { answered(answer, answer_length, || Ok(rehabplan_json::profiles())) }
}

/// A JSON Schema (2020-12). The option schema is plan (when left out), report, profile or suppressions; lang is the language of
/// the titles and descriptions of a plan and a report.
///
/// Errors: badOptions, badArgument, failed.
///
/// # Safety
///
/// The address and length are those of readable bytes, and `answer` and `answer_length` can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rehabplan_schema(
    options: *const c_char,
    options_length: usize,
    answer: *mut *mut c_char,
    answer_length: *mut usize,
) -> i32 {
    // SAFETY: the caller promises the same of the bytes and of the place.
    unsafe { answered_to("options", (options, options_length), (answer, answer_length), rehabplan_json::schema) }
}

/// Gives an answer back, and puts NULL in its place, so that doing it again does nothing. A copy of the address is worth nothing
/// from then on: to read it or to free it is an error that this library cannot see.
///
/// # Safety
///
/// `answer` is NULL, or holds NULL or an answer of this library that was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rehabplan_free(answer: *mut *mut c_char) {
    if answer.is_null() {
        return;
    }
    // SAFETY: it is not NULL, and the caller promises that it can be read and written.
    let text = unsafe { answer.replace(std::ptr::null_mut()) };
    if !text.is_null() {
        // SAFETY: it comes from `CString::into_raw` below, and was not given back before, as the caller promises.
        drop(unsafe { CString::from_raw(text) });
    }
}

/// The bytes that an argument of the caller's says it has.
///
/// # Safety
///
/// There are `length` readable bytes at `address`, and they stay as they are for `'b`; or it is NULL.
unsafe fn given<'b>(name: &str, address: *const c_char, length: usize) -> Result<&'b [u8], Failure> {
    match (address.is_null(), length) {
        (_, 0) => Ok(&[]),
        (true, _) => Err(Failure::new("badArgument", format!("{name} is NULL, and its length is not 0"))),
        (false, length) if isize::try_from(length).is_err() => {
            Err(Failure::new("badArgument", format!("the length of {name} is more than there is memory")))
        }
        // SAFETY: the address is not NULL, the length is one that memory can have, and the caller promises the rest.
        (false, length) => Ok(unsafe { std::slice::from_raw_parts(address.cast(), length) }),
    }
}

/// Asks a function that wants one argument, and gives the caller the answer.
///
/// # Safety
///
/// As of `given` and of `answered`.
unsafe fn answered_to(
    name: &str,
    (address, length): (*const c_char, usize),
    (answer, answer_length): (*mut *mut c_char, *mut usize),
    ask: fn(&[u8]) -> Result<String, Failure>,
) -> i32 {
    // SAFETY: the caller promises the same of the bytes and of the place.
    unsafe {
        let argument = given(name, address, length);
        answered(answer, answer_length, || ask(argument?))
    }
}

/// Does the work, and gives the caller the answer.
///
/// # Safety
///
/// `answer` and `length` are NULL, or can be written.
unsafe fn answered(
    answer: *mut *mut c_char,
    length: *mut usize,
    work: impl FnOnce() -> Result<String, Failure>,
) -> i32 {
    if answer.is_null() {
        return REHABPLAN_NO_ANSWER;
    }
    say_only_where();
    let (status, text) = match guarded(work) {
        Ok(text) => (REHABPLAN_OK, text),
        Err(failure) => (REHABPLAN_ERROR, failure.to_json()),
    };
    // JSON has no NUL in it.
    let text = CString::new(text).unwrap_or_default();
    if !length.is_null() {
        // SAFETY: it is not NULL, and the caller promises that it can be written.
        unsafe { length.write(text.as_bytes().len()) };
    }
    // SAFETY: it is not NULL, and the caller promises that it can be written.
    unsafe { answer.write(text.into_raw()) };
    status
}
