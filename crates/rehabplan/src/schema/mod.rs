//! The JSON Schemas: of the plan, generated from the model; of profiles and suppressions; of the report and of a rule.

mod report;
mod rule;
mod table;

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::{Value, json};

use crate::plan::Plan;
use crate::profile::{Profile, Suppression};
use crate::text::Lang;

pub use report::{REPORT_ID, report_schema};
pub use rule::{RULE_SCHEMA_ID, rule_schema};

/// The `$id` of the schema: the same as long as the rule set's plan is the same.
pub const ID: &str = "urn:rehabplan:plan:2020";

/// The `$id` of the schema of a profile.
pub const PROFILE_ID: &str = "urn:rehabplan:profile:1";

/// The `$id` of the schema of a list of suppressions.
pub const SUPPRESSION_ID: &str = "urn:rehabplan:suppressions:1";

/// The JSON Schema (2020-12) of a plan, with titles and descriptions in a language.
///
/// `x-hjemmel` is the provision that a field serves. A plan grows while a case does, so no field is required and each may be
/// `null`; which ones a case needs, and when, is for the rules to say. The schema is stricter than the reader in one respect: it
/// wants a date or a code where the reader also takes `""` and `"ikke oplyst"` for nothing, and codes in another spelling.
#[must_use]
pub fn json_schema(lang: Lang) -> Value {
    let settings = SchemaSettings::draft2020_12()
        .with_transform(RecursiveTransform(everything_may_be_left_out))
        .with_transform(RecursiveTransform(move |schema: &mut Schema| speak(schema, lang)));
    let mut schema = settings.into_generator().into_root_schema_for::<Plan<'_>>();
    schema.insert("$id".to_owned(), ID.into());
    schema.insert("title".to_owned(), "Rehabiliteringsplan".into());
    schema.into()
}

/// The JSON Schema (2020-12) of a profile. It is no stricter than loading: which rules and facts exist is checked there.
#[must_use]
pub fn profile_schema() -> Value {
    let settings = SchemaSettings::draft2020_12();
    let mut schema = settings.into_generator().into_root_schema_for::<Profile>();
    schema.insert("$id".to_owned(), PROFILE_ID.into());
    schema.insert("title".to_owned(), "Profil".into());
    schema.into()
}

/// The JSON Schema (2020-12) of a list of suppressions.
///
/// It says what such a list looks like. Whether its keys are those of findings is known when it is read.
#[must_use]
pub fn suppression_schema() -> Value {
    let settings = SchemaSettings::draft2020_12();
    let mut schema = settings.into_generator().into_root_schema_for::<Vec<Suppression>>();
    schema.insert("$id".to_owned(), SUPPRESSION_ID.into());
    schema.insert("title".to_owned(), "Fund, der ses bort fra".into());
    schema.into()
}

fn everything_may_be_left_out(schema: &mut Schema) {
    schema.remove("required");
    schema.remove("default");
    if let Some(Value::String(description)) = schema.get_mut("description") {
        // The model's documentation goes on with key, title and provision, which have keywords of their own here.
        if let Some(end) = description.find("\n\nKey `") {
            description.truncate(end);
            description.truncate(description.trim_end().len());
        }
        // A description is a text and not the lines of a file.
        *description = description.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    // Values of fields are nullable already; parts are plain references.
    if schema.get("x-hjemmel").is_some()
        && let Some(part) = schema.remove("$ref")
    {
        schema.insert("anyOf".to_owned(), json!([{ "$ref": part }, { "type": "null" }]));
    }
}

/// Leaves one language.
fn speak(schema: &mut Schema, lang: Lang) {
    let (danish, english) = (schema.remove("x-da"), schema.remove("x-en-title"));
    let (keyword, text) = if lang == Lang::Da { ("description", danish) } else { ("title", english) };
    if let Some(text) = text {
        schema.insert(keyword.to_owned(), text);
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use serde_json::Value;

    use super::{ID, json_schema};
    use crate::Lang;

    /// Every object of the schema that stands for a schema, with its place.
    fn each(value: &Value, place: &str, visit: &mut impl FnMut(&str, &Value)) {
        visit(place, value);
        match value {
            Value::Object(members) => {
                members.iter().for_each(|(key, member)| each(member, &format!("{place}/{key}"), visit));
            }
            Value::Array(entries) => {
                entries.iter().enumerate().for_each(|(index, entry)| each(entry, &format!("{place}/{index}"), visit));
            }
            _ => {}
        }
    }

    #[test]
    fn it_says_what_it_is() {
        let schema = json_schema(Lang::Da);
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["$id"], ID);
        assert_eq!(schema["title"], "Rehabiliteringsplan");
    }

    #[test]
    fn nothing_is_required_and_nothing_is_presumed() {
        each(&json_schema(Lang::Da), "", &mut |place, value| {
            assert!(value.get("required").is_none(), "{place}");
            assert!(value.get("default").is_none(), "{place}");
        });
    }

    #[test]
    fn every_field_has_title_description_and_provision_and_may_be_null() {
        let mut fields = 0;
        each(&json_schema(Lang::En), "", &mut |place, value| {
            let Some(Value::Object(properties)) = value.get("properties") else { return };
            for (key, field) in properties {
                for keyword in ["title", "description", "x-hjemmel"] {
                    let text = field[keyword].as_str().unwrap_or_default();
                    assert!(!text.is_empty() && !text.contains("Key `"), "{place}/{key}: {keyword}");
                }
                let kinds = &field["type"];
                let nullable = kinds.as_array().is_some_and(|kinds| kinds.contains(&"null".into()))
                    || field["anyOf"].as_array().is_some_and(|any| any.iter().any(|one| one["type"] == "null"))
                    // Anything at all.
                    || (kinds.is_null() && field.get("anyOf").is_none() && field.get("$ref").is_none());
                assert!(nullable, "{place}/{key}: {field}");
                fields += 1;
            }
        });
        assert!(fields > 100, "{fields}");
    }

    #[test]
    fn each_language_has_its_own_texts_and_nothing_else_differs() {
        let texts = |lang| {
            let mut texts = Vec::new();
            each(&json_schema(lang), "", &mut |place, value| {
                assert!(value.get("x-da").is_none(), "{place}");
                for keyword in ["title", "description"] {
                    if let Some(Value::String(text)) = value.get(keyword) {
                        texts.push((format!("{place}/{keyword}"), text.clone()));
                    }
                }
            });
            texts
        };
        let (danish, english) = (texts(Lang::Da), texts(Lang::En));
        assert_eq!(
            danish.iter().map(|(place, _)| place).collect::<Vec<_>>(),
            english.iter().map(|(place, _)| place).collect::<Vec<_>>()
        );
        for (lang, texts, foreign) in [
            (Lang::Da, &danish, [" the ", " whether ", " which ", " with ", " and "]),
            (Lang::En, &english, [" og ", " af ", " som ", " ikke ", " hvad "]),
        ] {
            for (place, text) in texts {
                let words = format!(" {} ", text.to_lowercase());
                assert!(!foreign.iter().any(|word| words.contains(word)), "{lang:?} {place}: {text}");
                assert!(
                    !text.contains('\n') && (place.ends_with("/title") || text.ends_with('.')),
                    "{lang:?} {place}: {text}"
                );
            }
        }
        // Names and numbers of provisions read alike in both; everything else is a translation.
        let same = danish.iter().zip(&english).filter(|(one, other)| one == other && one.0.ends_with("/description"));
        assert!(same.clone().count() < danish.len() / 10, "{:?}", same.collect::<Vec<_>>());
    }

    #[test]
    fn the_parts_are_those_of_the_model() {
        let schema = json_schema(Lang::Da);
        for field in crate::Plan::FIELDS {
            assert_eq!(schema["properties"][field.key]["title"], field.title.da);
            assert_eq!(schema["properties"][field.key]["x-hjemmel"], field.provision);
        }
    }
}
