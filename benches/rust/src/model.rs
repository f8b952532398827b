//! The plan as serde derives it, with borrowed text. Written by `build.rs`.
#![allow(dead_code, reason = "what is read is dropped")]

use std::borrow::Cow;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::IgnoredAny;

/// A type of its own, because serde does not borrow in an `Option<Cow<str>>`.
#[derive(Deserialize)]
#[serde(transparent)]
pub struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

include!(concat!(env!("OUT_DIR"), "/model.rs"));
