//! Loading: JSON becomes a profile whose every name is known, or an error that says where it is not.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_path_to_error::Segment;

use super::data::{Effect, Exempt, Gravity, Profile, SeverityChange, Words};
use super::error::{ProfileError, ProfilePlace, UNNAMED};
use super::fact::{self, Condition};
use super::given::{MAX_NAME, MAX_TEXT, RuleRef, at_most, position, unknown_rule};
use super::rules::{self, ProfileRule};
use super::suppression::{self, Suppression};
use crate::case::{Variant, Variants};
use crate::letters::looks_like_a_field;
use crate::limits::MAX_PROFILE_BYTES;
use crate::outcome::Severity;
use crate::plan::Date;
use crate::positions::{Position, Positions};

/// A profile that can be used.
#[derive(Debug, Clone)]
pub(crate) struct Loaded {
    pub(crate) profile: Arc<Profile>,
    pub(crate) effects: Vec<Compiled>,
}

/// An effect whose every name is known.
#[derive(Debug, Clone)]
pub(crate) struct Compiled {
    /// The place of its theme among the profile's.
    pub(crate) theme: Option<usize>,
    pub(crate) at: ProfilePlace,
    pub(crate) what: What,
}

#[derive(Debug, Clone)]
pub(crate) enum What {
    Add(Vec<&'static ProfileRule>),
    Exempt(Ground),
    Accept(Ground),
    Severity { rules: Vec<RuleRef>, to: Severity },
    Suppress(Suppression),
}

/// Rules, and when they are exempt or met by other evidence.
#[derive(Debug, Clone)]
pub(crate) struct Ground {
    pub(crate) rules: Vec<RuleRef>,
    /// Every variant of the case must be one of these.
    pub(crate) variants: Variants,
    pub(crate) conditions: Vec<Condition>,
    pub(crate) basis: Arc<Words>,
}

impl Ground {
    /// Whether it holds in every case.
    pub(crate) fn is_unconditional(&self) -> bool {
        self.conditions.is_empty() && self.variants == Variants::of(Variant::ALL)
    }
}

/// Reads JSON into data, and says where it does not fit.
fn parse<T: DeserializeOwned>(json: &str, name: &str) -> Result<T, ProfileError> {
    if json.len() > MAX_PROFILE_BYTES {
        return Err(ProfileError::TooLarge { bytes: json.len() });
    }
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    if json.trim().is_empty() {
        return Err(ProfileError::EmptyFile);
    }
    let mut source = serde_json::Deserializer::from_str(json);
    let syntax = |error: &serde_json::Error| {
        let Position { line, column } = position(json, error);
        ProfileError::NotJson { line, column }
    };
    let value = serde_path_to_error::deserialize(&mut source).map_err(|error| {
        if !error.inner().is_data() {
            return syntax(error.inner());
        }
        let at = error.path().iter().fold(ProfilePlace::new(name), |at, segment| match segment {
            Segment::Seq { index } => at.below(index),
            Segment::Map { key } => at.below(key),
            Segment::Enum { variant } => at.below(variant),
            Segment::Unknown => at,
        });
        let what = error.inner().to_string();
        // Serde adds the place in the file, which the pointer tells better.
        let what = without_name(what.rsplit_once(" at line ").map_or(what.as_str(), |(what, _)| what));
        let position = Some(Positions::new(json).of(&at.path));
        ProfileError::Shape { at: at.of_fields(), position, what: what.chars().take(300).collect() }
    })?;
    source.end().map_err(|error| syntax(&error))?;
    Ok(value)
}

/// What serde says of a name that does not belong, without the name unless it looks like a field's.
fn without_name(what: &str) -> Cow<'_, str> {
    let before = ["unknown field `", "unknown variant `"].into_iter().find(|before| what.starts_with(before));
    let Some((before, rest)) = before.and_then(|before| Some((before, what.strip_prefix(before)?))) else {
        return what.into();
    };
    // What it knows instead comes last, and holds no name of the caller's.
    let end = rest.rfind("`, expected ").or_else(|| rest.rfind("`, there are no ")).unwrap_or(rest.len());
    match rest.split_at(end) {
        (name, _) if looks_like_a_field(name) => what.into(),
        (_, known) => format!("{before}{known}").into(),
    }
}

/// Reads a profile.
pub(crate) fn profile(json: &str) -> Result<Loaded, ProfileError> {
    /// Enough of a profile to say in an error which one it is.
    #[derive(serde::Deserialize)]
    struct Id {
        id: String,
    }
    let id = serde_json::from_str::<Id>(json).ok().map(|named| named.id).filter(|id| is_name(id));
    compile(parse(json, id.as_deref().unwrap_or(UNNAMED))?).map_err(|error| match error {
        ProfileError::UnknownParameter { at, parameter, known, .. } => ProfileError::UnknownParameter {
            known,
            position: Some(Positions::new(json).of(&at.path)),
            at: at.of_fields(),
            parameter: parameter.filter(|name| looks_like_a_field(name)),
        },
        other => other,
    })
}

fn is_name(name: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'/');
    !name.is_empty() && name.len() <= MAX_NAME && name.bytes().all(fits)
}

fn is_theme_name(name: &str) -> bool {
    !name.is_empty() && name.len() <= MAX_NAME && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn words(words: &Words, at: ProfilePlace) -> Result<(), ProfileError> {
    let is_blank = |text: &str| text.trim().is_empty();
    if is_blank(&words.da) || is_blank(&words.en) {
        Err(ProfileError::Empty { at })
    } else if words.da.len().max(words.en.len()) > MAX_TEXT {
        Err(ProfileError::TooMany { at })
    } else {
        Ok(())
    }
}

pub(crate) fn period(from: Option<Date>, to: Option<Date>, at: ProfilePlace) -> Result<(), ProfileError> {
    match (from, to) {
        (Some(from), Some(to)) if to < from => Err(ProfileError::Period { at }),
        _ => Ok(()),
    }
}

/// The three digits of a municipality's code, as a number.
pub(crate) fn authority(code: &str) -> Option<u16> {
    let code = code.trim();
    let is_code = matches!(code.len(), 3 | 4) && code.bytes().all(|byte| byte.is_ascii_digit());
    code.parse().ok().filter(|number| is_code && (100..=999).contains(number))
}

pub(crate) fn authorities(codes: &[String], at: &ProfilePlace) -> Result<(), ProfileError> {
    at_most(codes.len(), at)?;
    match codes.iter().position(|code| authority(code).is_none()) {
        Some(index) => Err(ProfileError::Authority { at: at.below(index) }),
        None => Ok(()),
    }
}

/// Each says something, and is no longer than what somebody writes for nothing.
fn placeholders(texts: &[String], at: &ProfilePlace) -> Result<(), ProfileError> {
    at_most(texts.len(), at)?;
    texts.iter().enumerate().try_for_each(|(index, text)| match text {
        text if !text.contains(char::is_alphanumeric) => Err(ProfileError::Empty { at: at.below(index) }),
        text if text.len() > MAX_NAME => Err(ProfileError::TooMany { at: at.below(index) }),
        _ => Ok(()),
    })
}

/// Each says something; "1." and "a)" are no more than the marks of a list.
fn sentences(texts: &[String], at: &ProfilePlace) -> Result<(), ProfileError> {
    at_most(texts.len(), at)?;
    // A letter with a mark behind it only counts: "a)".
    let is_word = |word: &str| match word.chars().filter(|letter| letter.is_alphabetic()).count() {
        1 => word.chars().all(char::is_alphabetic),
        letters => letters > 1,
    };
    match texts.iter().position(|text| !text.split_whitespace().any(is_word)) {
        Some(index) => Err(ProfileError::Empty { at: at.below(index) }),
        None => Ok(()),
    }
}

/// Checks everything that a profile names.
fn compile(profile: Profile) -> Result<Loaded, ProfileError> {
    let at = ProfilePlace::new(if is_name(&profile.id) { &profile.id } else { UNNAMED });
    if !is_name(&profile.id) {
        return Err(ProfileError::Name { at: at.below("id") });
    }
    words(&profile.title, at.below("title"))?;
    words(&profile.source, at.below("source"))?;
    period(profile.valid_from, profile.valid_to, at.below("validTo"))?;
    authorities(&profile.authorities, &at.below("authorities"))?;
    at_most(profile.parameters.len(), &at.below("parameters"))?;
    at_most(profile.without_effect.len(), &at.below("withoutEffect"))?;
    for (index, without) in profile.without_effect.iter().enumerate() {
        words(&without.source, at.below("withoutEffect").below(index).below("source"))?;
        words(&without.reason, at.below("withoutEffect").below(index).below("reason"))?;
    }
    let mut effects = Vec::new();
    let mut add = |list: &[Effect], theme: Option<usize>, at: ProfilePlace| -> Result<(), ProfileError> {
        at_most(list.len(), &at)?;
        for (index, effect) in list.iter().enumerate() {
            let (name, at) = (effect_name(effect), at.below(index));
            let at = at.below(name);
            effects.push(Compiled { theme, what: effect_of(effect, &at)?, at });
        }
        Ok(())
    };
    add(&profile.effects, None, at.below("effects"))?;
    placeholders(&profile.placeholders, &at.below("placeholders"))?;
    sentences(&profile.leave_alone, &at.below("leaveAlone"))?;
    at_most(profile.themes.len(), &at.below("themes"))?;
    let mut names = BTreeSet::new();
    for (index, theme) in profile.themes.iter().enumerate() {
        let at = at.below("themes").below(index);
        if !is_theme_name(&theme.id) {
            return Err(ProfileError::Name { at: at.below("id") });
        }
        if !names.insert(theme.id.as_str()) {
            return Err(ProfileError::Duplicate { at: at.below("id"), name: theme.id.clone() });
        }
        words(&theme.title, at.below("title"))?;
        if let Some(reason) = &theme.without_effect {
            words(reason, at.below("withoutEffect"))?;
        }
        period(theme.valid_from, theme.valid_to, at.below("validTo"))?;
        if theme.effects.is_empty() && theme.without_effect.is_none() {
            return Err(ProfileError::Empty { at: at.below("effects") });
        }
        add(&theme.effects, Some(index), at.below("effects"))?;
    }
    let used: BTreeSet<&str> = effects
        .iter()
        .filter_map(|effect| if let What::Add(rules) = &effect.what { Some(rules) } else { None })
        .flatten()
        .flat_map(|rule| rule.parameters.iter().copied())
        .collect();
    for (name, parameter) in &profile.parameters {
        let at = at.below("parameters").below(name);
        if !used.contains(name.as_str()) {
            let known = used.iter().map(|known| (*known).to_owned()).collect();
            return Err(ProfileError::UnknownParameter { at, position: None, parameter: Some(name.clone()), known });
        }
        words(&parameter.title, at.below("title"))?;
        if parameter.default.is_some_and(|value| !is_parameter(value)) {
            return Err(ProfileError::ParameterValue { at: at.below("default") });
        }
    }
    Ok(Loaded { profile: Arc::new(profile), effects })
}

pub(crate) fn is_parameter(value: f64) -> bool {
    value.is_finite() && value >= 0.0
}

fn effect_name(effect: &Effect) -> &'static str {
    match effect {
        Effect::Add(_) => "add",
        Effect::Exempt(_) => "exempt",
        Effect::Accept(_) => "accept",
        Effect::Severity(_) => "severity",
        Effect::Suppress(_) => "suppress",
    }
}

fn effect_of(effect: &Effect, at: &ProfilePlace) -> Result<What, ProfileError> {
    Ok(match effect {
        Effect::Add(add) => {
            let list = at.below("rules");
            not_empty(add.rules.len(), &list)?;
            let rule =
                |(index, id): (usize, &String)| rules::rule(id).ok_or_else(|| unknown_rule(id, list.below(index)));
            What::Add(add.rules.iter().enumerate().map(rule).collect::<Result<_, _>>()?)
        }
        Effect::Exempt(exempt) => What::Exempt(ground(exempt, at)?),
        Effect::Accept(accept) => What::Accept(ground(accept, at)?),
        Effect::Severity(SeverityChange { rule, to }) => What::Severity {
            rules: RuleRef::named(rule, at.below("rule"))?,
            to: match to {
                Gravity::Warning => Severity::Warning,
                Gravity::Error => Severity::Error,
            },
        },
        Effect::Suppress(suppression) => {
            suppression::check(suppression, at).map_err(|(at, fault)| suppression::refused(at, None, fault))?;
            What::Suppress(suppression.clone())
        }
    })
}

fn not_empty(length: usize, at: &ProfilePlace) -> Result<(), ProfileError> {
    if length == 0 { Err(ProfileError::Empty { at: at.clone() }) } else { at_most(length, at) }
}

fn ground(exempt: &Exempt, at: &ProfilePlace) -> Result<Ground, ProfileError> {
    let list = at.below("rules");
    not_empty(exempt.rules.len(), &list)?;
    let mut rules = Vec::new();
    for (index, name) in exempt.rules.iter().enumerate() {
        for rule in RuleRef::named(name, list.below(index))? {
            if !rules.contains(&rule) {
                rules.push(rule);
            }
        }
    }
    at_most(exempt.variants.len(), &at.below("variants"))?;
    let variant = |(index, code): (usize, &String)| {
        Variant::ALL.iter().copied().find(|variant| variant.code() == code).ok_or_else(|| {
            ProfileError::UnknownVariant {
                at: at.below("variants").below(index),
                variant: code.chars().take(MAX_NAME).collect(),
            }
        })
    };
    let variants: Vec<Variant> = exempt.variants.iter().enumerate().map(variant).collect::<Result<_, _>>()?;
    words(&exempt.basis, at.below("basis"))?;
    Ok(Ground {
        rules,
        variants: if variants.is_empty() { Variants::of(Variant::ALL) } else { Variants::of(&variants) },
        conditions: fact::conditions(&exempt.conditions, &at.below("conditions"), false)?,
        basis: Arc::new(exempt.basis.clone()),
    })
}
