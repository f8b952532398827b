//! The JSON Schema of what there is to say about a rule, as `rehabplan rules --format json` lists them.

use serde_json::Value;

use super::report::{PHASE, PROVISION, SEVERITY};
use super::table::Holds::{self, ByVariant, Code, List, Pointer, TextOr};
use super::table::{Codes, Object, codes, member, whole};
use crate::law::RuleKind;
use crate::text::{Lang, text};

/// The `$id` of the schema of a rule.
pub const RULE_SCHEMA_ID: &str = "urn:rehabplan:rule:1";

/// The JSON Schema (2020-12) of a requirement, a rule of scope or a rule that a profile adds, with everything there is to say about
/// it ([`AnyRule`](crate::catalogue::AnyRule)), with descriptions in a language.
#[must_use]
pub fn rule_schema(lang: Lang) -> Value {
    whole(&RULE, RULE_SCHEMA_ID, lang)
}

codes! {
    KIND "RuleKind", [RuleKind::Requirement, RuleKind::Advice, RuleKind::Judgement, RuleKind::Exemption].map(RuleKind::code).into_iter().chain(["scope", "added", "measure"]), "Hvad slags regel det er; `added` og `measure` kommer fra en profil.", "What kind of rule it is; `added` and `measure` come from a profile.";
}

static RULE: Object = Object {
    name: "Rule",
    about: text("Alt, hvad der er at sige om én regel.", "Everything there is to say about one rule."),
    members: &[
        member("id", Holds::Text, "Reglens id.", "The id; opaque, stable and never used again for something else."),
        member(
            "unit",
            Holds::Text,
            "Den retlige enhed, den hører til; `null` for en profils regel.",
            "The legal unit that it belongs to; `null` for a rule of a profile.",
        )
        .or_null(),
        member(
            "citation",
            TextOr(&LOCAL_TEXT),
            "Bestemmelsen, som `§ 3, stk. 1, nr. 4`; for en profils regel hvor den kommer fra, på begge sprog.",
            "The provision, such as `§ 3, stk. 1, nr. 4`; for a rule of a profile where it comes from, in both languages.",
        ),
        member(
            "provision",
            Holds::Object(&PROVISION),
            "Bestemmelsen, led for led; `null` for en profils regel.",
            "The provision, piece by piece; `null` for a rule of a profile.",
        )
        .or_null(),
        member("kind", Code(&KIND), "Hvad slags regel det er.", "What kind of rule it is."),
        member(
            "severity",
            Code(&SEVERITY),
            "Det alvorligste fund, den kan give.",
            "The gravest finding that it can give.",
        )
        .or_null(),
        member("phases", List(&Code(&PHASE)), "De faser, den gælder i.", "The phases in which it applies."),
        member(
            "paths",
            List(&Pointer),
            "JSON Pointers til det, den ser på; `*` står for ethvert sted i en liste.",
            "JSON Pointers to the evidence; `*` stands for any place in a list.",
        ),
        member("summary", Holds::Object(&LOCAL_TEXT), "Hvad den kræver.", "What it demands."),
        member(
            "finding",
            Holds::Object(&LOCAL_TEXT),
            "Hvad der er galt, når den ikke er opfyldt.",
            "What is wrong when it is not met.",
        )
        .or_null(),
        member("remedy", Holds::Object(&LOCAL_TEXT), "Hvad der skal gøres.", "What to do about it.").or_null(),
        member(
            "judgement",
            Holds::Object(&LOCAL_TEXT),
            "Hvad der er overladt til et menneske.",
            "What is left to a person.",
        )
        .or_null(),
        member(
            "matrix",
            ByVariant,
            "Hvad der gælder i hver sagstype: `K`, `K°`, `U §12,1`, `S` eller `-`; `null` for en anvendelsesregel.",
            "What applies in each variant: `K`, `K°`, `U §12,1`, `S` or `-`; `null` for a rule of scope.",
        )
        .or_null(),
        member(
            "page",
            Holds::Object(&LOCAL_TEXT),
            "Adressen på dens side, i forhold til dokumentationen.",
            "The address of its page, relative to the documentation.",
        ),
    ],
};

static LOCAL_TEXT: Object = Object {
    name: "LocalText",
    about: text("En tekst på begge sprog.", "A text in both languages."),
    members: &[
        member("da", Holds::Text, "På dansk.", "In Danish."),
        member("en", Holds::Text, "På engelsk.", "In English."),
    ],
};
