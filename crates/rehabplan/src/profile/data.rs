//! A profile as it is written: data with a schema, and nothing else.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::suppression::Suppression;
use crate::plan::Date;
use crate::text::{Lang, Wording};

/// A text of a profile. One string stands for both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Words {
    /// Danish.
    pub da: String,
    /// English.
    pub en: String,
}

impl Words {
    /// The text in a language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Da => &self.da,
            Lang::En => &self.en,
        }
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Both {
            da: String,
            en: String,
        }

        struct Either;

        impl<'de> Visitor<'de> for Either {
            type Value = Words;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a text, or an object with a text for each of \"da\" and \"en\"")
            }

            fn visit_str<E>(self, text: &str) -> Result<Words, E> {
                Ok(Words { da: text.to_owned(), en: text.to_owned() })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Words, A::Error> {
                let Both { da, en } = Both::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Words { da, en })
            }
        }

        source.deserialize_any(Either)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        struct Day;

        impl Visitor<'_> for Day {
            type Value = Date;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a date, YYYY-MM-DD")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Date, E> {
                Date::parse(text).ok_or_else(|| E::custom("not a possible date; write it as YYYY-MM-DD"))
            }
        }

        source.deserialize_str(Day)
    }
}

/// What force the source of a profile has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Force {
    /// Guidance on the law: advice, not law.
    Guidance,
    /// Demands of other law than the regulation.
    OtherLaw,
    /// A trial that exempts from the law in some places and for some time.
    Trial,
    /// A proposal: not law in force.
    Proposal,
    /// An authority's own choice.
    Local,
}

impl Force {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Guidance, Self::OtherLaw, Self::Trial, Self::Proposal, Self::Local];

    /// The code as it stands in profiles and reports.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Guidance => "guidance",
            Self::OtherLaw => "otherLaw",
            Self::Trial => "trial",
            Self::Proposal => "proposal",
            Self::Local => "local",
        }
    }

    /// The force in words.
    #[must_use]
    pub fn text(self) -> Wording {
        match self {
            Self::Guidance => Wording { da: "vejledning", en: "guidance" },
            Self::OtherLaw => Wording { da: "krav efter anden lov", en: "demanded by other law" },
            Self::Trial => Wording { da: "forsøg", en: "trial" },
            Self::Proposal => Wording { da: "forslag, ikke gældende ret", en: "proposal, not law in force" },
            Self::Local => Wording { da: "lokalt valg", en: "local choice" },
        }
    }
}

/// How grave a finding is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Gravity {
    /// Worth a look.
    Warning,
    /// Stands in the way.
    Error,
}

/// A profile: what lies beside the regulation, and what it does to the answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Profile {
    /// The name by which the profile is chosen: lower-case letters, digits, `-` and `/`.
    pub id: String,
    /// What the profile is called.
    pub title: Words,
    /// Where it comes from.
    pub source: Words,
    /// What force that has.
    pub force: Force,
    /// The first day on which it has effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
    /// The last day on which it has effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Date>,
    /// Codes of the municipalities for which it has effect; none means all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authorities: Vec<String>,
    /// Numbers that whoever chooses the profile may set.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parameters: BTreeMap<String, Parameter>,
    /// The authority's own placeholders: a text that is one of them, without regard to case, blanks and markup, is
    /// empty. They decide what a plan says, so the regulation's own answers heed them too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub placeholders: Vec<String>,
    /// Sentences that the language check is to leave alone, since the authority knows them and has found them to be mere
    /// description. They are held against the texts without regard to case, blanks, the mark of a list and the full stop. An
    /// entry of several sentences stands for each of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leave_alone: Vec<String>,
    /// Groups of effects that are chosen one by one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Theme>,
    /// What it does to the answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<Effect>,
    /// What the source says that has no effect on the content of a plan, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without_effect: Vec<WithoutEffect>,
}

/// A number that whoever chooses the profile may set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Parameter {
    /// What the number is.
    pub title: Words,
    /// Its value when nothing else is set; without one, the rule that needs it does not apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<f64>,
}

/// A group of effects that is chosen by itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Theme {
    /// The name by which it is chosen: letters, digits and `-`.
    pub id: String,
    /// What it is called.
    pub title: Words,
    /// The first day on which it has effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
    /// The last day on which it has effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Date>,
    /// What it does to the answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<Effect>,
    /// Why it does nothing to the content of a plan, where that is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_effect: Option<Words>,
}

/// Something that a profile does to the answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Effect {
    /// Adds rules.
    Add(Add),
    /// Exempts from rules.
    Exempt(Exempt),
    /// Accepts other evidence for rules.
    Accept(Exempt),
    /// Changes how grave the findings of a rule are.
    Severity(SeverityChange),
    /// Marks a known finding as suppressed.
    Suppress(Suppression),
}

/// The rules that a profile adds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Add {
    /// Ids of rules that lie beside the regulation, such as `proces/PR1`.
    pub rules: Vec<String>,
}

/// Rules that are exempt, or met by other evidence, under conditions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Exempt {
    /// Ids of rules, or what they begin with up to a full stop: `P4` means all of § 4.
    pub rules: Vec<String>,
    /// Case variants; none means all. A mixed case must have both of its variants here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<String>,
    /// Facts of the plan that must all be there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Fact>,
    /// The ground, as it is shown in the report.
    pub basis: Words,
}

/// A rule whose findings are to be graver or less grave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct SeverityChange {
    /// The id of the rule, or what several begin with up to a full stop.
    pub rule: String,
    /// How grave its findings are to be.
    pub to: Gravity,
}

/// A fact of the plan and what it must be: one test, or several groups of facts of which one must be there.
///
/// A fact that is missing or cannot be read is never there.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fact {
    /// JSON Pointer to the field; `*` stands for any entry of a list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// `true`, `false`, a code, or several codes of which it must be one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is: Option<Is>,
    /// Only `true`: there must be an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filled: Option<bool>,
    /// A number of at least so much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<f64>,
    /// A number below so much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<f64>,
    /// A date before this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Date>,
    /// A date that is this one or later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Date>,
    /// A list with at least so many entries that hold something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count_at_least: Option<u32>,
    /// Groups of facts; all facts of one group must be there. Takes the place of `path` and its test.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub any: Option<Vec<Vec<Self>>>,
}

/// What a fact must be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Is {
    /// True or false.
    Flag(bool),
    /// A code.
    Code(String),
    /// One of several codes.
    OneOf(Vec<String>),
}

impl<'de> Deserialize<'de> for Is {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = Is;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("true, false, a code or a list of codes")
            }

            fn visit_bool<E>(self, flag: bool) -> Result<Is, E> {
                Ok(Is::Flag(flag))
            }

            fn visit_str<E>(self, code: &str) -> Result<Is, E> {
                Ok(Is::Code(code.to_owned()))
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut list: A) -> Result<Is, A::Error> {
                let mut codes = Vec::new();
                while let Some(code) = list.next_element()? {
                    codes.push(code);
                }
                Ok(Is::OneOf(codes))
            }
        }

        source.deserialize_any(Any)
    }
}

/// Something that the source says and the profile does nothing about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct WithoutEffect {
    /// What it is, and where the source says it.
    pub source: Words,
    /// Why it has no effect on the content of a plan.
    pub reason: Words,
}

/// Which profile is chosen, and what is set in it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProfileChoice {
    /// The profile's id.
    pub profile: String,
    /// The themes that are chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<String>,
    /// The parameters that are set.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parameters: BTreeMap<String, f64>,
    /// The first day on which it is to have effect, where the profile itself does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Date>,
    /// The municipalities for which it is to have effect, where the profile itself does not say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authorities: Vec<String>,
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    impl JsonSchema for super::Words {
        fn schema_name() -> Cow<'static, str> {
            "Words".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "description": "A text. One string stands for both languages.",
                "oneOf": [
                    { "type": "string" },
                    {
                        "type": "object",
                        "properties": { "da": { "type": "string" }, "en": { "type": "string" } },
                        "required": ["da", "en"],
                        "additionalProperties": false
                    }
                ]
            })
        }
    }
}
