//! The native part of the Java library: the methods of `dk.rehabplan.Native`.
//!
//! Bytes come in and bytes go out. The first byte of an answer says whether what follows is what was asked for (0) or an
//! error in JSON (1), so that nothing of Java's is built here.
#![deny(unsafe_code, missing_docs)]

use jni::errors::ThrowRuntimeExAndDefault;
use jni::objects::{JByteArray, JClass};
use jni::sys::jlong;
use jni::{Env, EnvUnowned, jni_mangle};
use rehabplan_json::{Failure, guarded, handle, say_only_where};

type Answer<'local> = jni::errors::Result<JByteArray<'local>>;

/// Does the work and gives Java the answer. What can fail besides is that Java has no more memory, which it is told.
fn answered<'local>(env: &mut Env<'local>, work: impl FnOnce() -> Result<String, Failure>) -> Answer<'local> {
    say_only_where();
    let (status, text) = match guarded(work) {
        Ok(text) => (0, text),
        Err(failure) => (1, failure.to_json()),
    };
    let mut answer = Vec::with_capacity(text.len() + 1);
    answer.push(status);
    answer.extend_from_slice(text.as_bytes());
    env.byte_array_from_slice(&answer)
}

/// Makes a checker. The answer is its number.
#[jni_mangle("dk.rehabplan.Native")]
pub fn open<'local>(mut env: EnvUnowned<'local>, _: JClass<'local>, options: JByteArray<'local>) -> JByteArray<'local> {
    let answer = env.with_env(|env| -> Answer<'local> {
        let options = env.convert_byte_array(&options)?;
        answered(env, || handle::open(&options).map(|number| number.to_string()))
    });
    answer.resolve::<ThrowRuntimeExAndDefault>()
}

/// Checks a plan with the checker of this number; `case` is null, or the caller's own id of the plan.
#[jni_mangle("dk.rehabplan.Native")]
pub fn check<'local>(
    mut env: EnvUnowned<'local>,
    _: JClass<'local>,
    checker: jlong,
    plan: JByteArray<'local>,
    case: JByteArray<'local>,
) -> JByteArray<'local> {
    let answer = env.with_env(|env| -> Answer<'local> {
        let plan = env.convert_byte_array(&plan)?;
        let case = (!case.is_null()).then(|| env.convert_byte_array(&case)).transpose()?;
        answered(env, || {
            let case = case.as_deref().map(str::from_utf8).transpose();
            let case = case.map_err(|_| Failure::new("badArgument", "the id of the case is not UTF-8"))?;
            // A number that is none, stands for no checker.
            handle::check(usize::try_from(checker).unwrap_or(0), &plan, case)
        })
    });
    answer.resolve::<ThrowRuntimeExAndDefault>()
}

/// Gives a checker up. Doing it twice does nothing.
#[jni_mangle("dk.rehabplan.Native")]
pub fn close<'local>(_: EnvUnowned<'local>, _: JClass<'local>, checker: jlong) {
    let _ = guarded(|| Ok(handle::close(usize::try_from(checker).unwrap_or(0))));
}

/// Asks something that wants one argument.
fn asked<'local>(
    mut env: EnvUnowned<'local>,
    argument: &JByteArray<'local>,
    ask: fn(&[u8]) -> Result<String, Failure>,
) -> JByteArray<'local> {
    let answer = env.with_env(|env| -> Answer<'local> {
        let argument = env.convert_byte_array(argument)?;
        answered(env, || ask(&argument))
    });
    answer.resolve::<ThrowRuntimeExAndDefault>()
}

/// Every rule.
#[jni_mangle("dk.rehabplan.Native")]
pub fn rules<'local>(env: EnvUnowned<'local>, _: JClass<'local>, options: JByteArray<'local>) -> JByteArray<'local> {
    asked(env, &options, rehabplan_json::rules)
}

/// One rule.
#[jni_mangle("dk.rehabplan.Native")]
pub fn explain<'local>(env: EnvUnowned<'local>, _: JClass<'local>, id: JByteArray<'local>) -> JByteArray<'local> {
    asked(env, &id, rehabplan_json::explain)
}

/// What becomes of every legal unit.
#[jni_mangle("dk.rehabplan.Native")]
pub fn coverage<'local>(env: EnvUnowned<'local>, _: JClass<'local>, options: JByteArray<'local>) -> JByteArray<'local> {
    asked(env, &options, rehabplan_json::coverage)
}

/// Every profile.
#[jni_mangle("dk.rehabplan.Native")]
pub fn profiles<'local>(mut env: EnvUnowned<'local>, _: JClass<'local>) -> JByteArray<'local> {
    let answer = env.with_env(|env| -> Answer<'local> { answered(env, || Ok(rehabplan_json::profiles())) });
    answer.resolve::<ThrowRuntimeExAndDefault>()
}

/// A schema.
#[jni_mangle("dk.rehabplan.Native")]
pub fn schema<'local>(env: EnvUnowned<'local>, _: JClass<'local>, options: JByteArray<'local>) -> JByteArray<'local> {
    asked(env, &options, rehabplan_json::schema)
}
