//! What the core knows of the regulation, in the shape of the command line's `--format json`.

use rehabplan::catalogue::{self, AnyRule};
use rehabplan::schema::{json_schema, profile_schema, report_schema, suppression_schema};
use serde::Serialize;

use crate::failure::Failure;
use crate::options::{Given, Schema};

/// Plain data as one line of JSON; writing it to a string cannot fail.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Every rule, and those that the option `profiles` adds: the same as `rehabplan rules --format json`.
///
/// # Errors
///
/// `badOptions`, where an option is another than `profiles` and `lang` (of what is said of a bad profile), and `badProfile`.
pub fn rules(options: &[u8]) -> Result<String, Failure> {
    let profiles = Given::read(options, &["profiles", "lang"])?.profile_set(|builder| builder)?;
    Ok(json(&catalogue::rules().chain(profiles.rules().map(AnyRule::Added)).collect::<Vec<_>>()))
}

/// Everything there is to say about one rule, by its id such as `P3.1.4` or `proces/PR1`; capitals do not matter.
///
/// # Errors
///
/// `unknownRule`.
pub fn explain(id: &[u8]) -> Result<String, Failure> {
    let rule = str::from_utf8(id).ok().and_then(AnyRule::find);
    rule.map(|rule| json(&rule))
        .ok_or_else(|| Failure::new("unknownRule", "there is no rule with this id; the list of rules has them all"))
}

/// What becomes of every legal unit of the regulation: the same as `rehabplan coverage --format json`. The option `lang` is the
/// language of the reasons.
///
/// # Errors
///
/// `badOptions`.
pub fn coverage(options: &[u8]) -> Result<String, Failure> {
    let lang = Given::read(options, &["lang"])?.lang;
    Ok(json(&rehabplan::law::coverage(lang).collect::<Vec<_>>()))
}

/// What lies beside the regulation: every profile that comes with the product, the same as `rehabplan profiles --format json`.
#[must_use]
pub fn profiles() -> String {
    json(&catalogue::profiles().collect::<Vec<_>>())
}

/// A JSON Schema (2020-12): with the option `schema`, of a `plan` (which it is when left out), of a `report`, of a `profile` of
/// one's own, or of a list of `suppressions`. `lang` is the language of the titles and descriptions of a plan and a report.
///
/// # Errors
///
/// `badOptions`.
pub fn schema(options: &[u8]) -> Result<String, Failure> {
    let given = Given::read(options, &["schema", "lang"])?;
    Ok(json(&match given.schema.unwrap_or(Schema::Plan) {
        Schema::Plan => json_schema(given.lang),
        Schema::Report => report_schema(given.lang),
        Schema::Profile => profile_schema(),
        Schema::Suppressions => suppression_schema(),
    }))
}
