//! The plan and the report as TypeScript types.
//!
//! They come from the JSON Schemas, and open lists of codes from the core.

use std::fmt::Write as _;

use rehabplan::catalogue::all_notes;
use rehabplan::law::RuleKind;
use rehabplan::report::InputCode;
use rehabplan::{Lang, Variant};
use serde_json::Value;

use crate::Files;
use crate::typed::{WRITTEN, members, strings, text};

const TYPESCRIPT: &str = "bindings/wasm/js/types.d.ts";

/// Adds the types of the plan and the report.
pub(crate) fn add(files: &mut Files) {
    let mut out = WRITTEN.to_owned();
    codes(&mut out);
    report(&mut out);
    plan(&mut out);
    files.insert(TYPESCRIPT.to_owned(), out);
}

/// A closed list of codes.
fn union(out: &mut String, name: &str, doc: &str, codes: impl IntoIterator<Item = impl std::fmt::Display>) {
    let _ = write!(out, "\n/** {doc} */\nexport type {name} =");
    for code in codes {
        let _ = write!(out, "\n  | '{code}'");
    }
    out.push('\n');
}

fn codes(out: &mut String) {
    union(out, "Variant", "One of the 15 case variants.", Variant::ALL.iter().copied().map(Variant::code));
    union(out, "RuleKind", "What kind of requirement a rule is.", RuleKind::CODES.iter().copied().chain(["scope"]));
    union(out, "NoteCode", "Why an answer or a report is what it is.", all_notes().map(|note| note.code));
    union(out, "InputCode", "What is wrong with one place of the document itself.", input_codes());
}

/// Each once: a code that may name something stands there twice.
fn input_codes() -> impl Iterator<Item = &'static str> {
    InputCode::KINDS.iter().filter(|code| code.nearest().is_none()).map(|code| code.code())
}

// The report.

/// Members that are plain texts in the schema, since later versions may add to their codes, and of which an editor is to
/// know those that there are.
const OPEN: [(&str, &str, &str); 2] =
    [("Note", "code", "NoteCode | (string & {})"), ("InputFinding", "code", "InputCode")];

fn report(out: &mut String) {
    let schema = rehabplan::schema::report_schema(Lang::En);
    interface(out, text(&schema, "title"), &schema, same, "");
    for (name, definition) in members(&schema, "$defs") {
        match strings(definition, "enum") {
            codes if codes.is_empty() => interface(out, name, definition, same, ""),
            codes => union(out, name, text(definition, "description"), codes),
        }
    }
    profile(out);
    rule(out);
}

/// What a definition is called: its own name, as the schema of the report has names for all of them.
fn same(name: &str) -> String {
    name.to_owned()
}

/// What a definition of a profile is called. A text is written in both languages, and the codes are those of the report.
fn of_a_profile(name: &str) -> String {
    match name {
        "Words" => "LocalText".to_owned(),
        "Gravity" => "Severity".to_owned(),
        "Suppression" => name.to_owned(),
        // What one did, in a report, has that name.
        "Effect" => "ProfileFileEffect".to_owned(),
        name => format!("Profile{name}"),
    }
}

/// A profile, as `profiles()` gives it, and the suppressions that stand in one or in a list of their own.
fn profile(out: &mut String) {
    let schema = rehabplan::schema::profile_schema();
    let rules = "  /** The rules that it adds. */\n  rules: AddedRule[]\n";
    interface(out, "ProfileInfo", &schema, of_a_profile, rules);
    for (name, definition) in members(&schema, "$defs") {
        let called = of_a_profile(name);
        match name.as_str() {
            "Words" | "Force" | "Gravity" => {}
            _ if definition["properties"].is_object() => interface(out, &called, definition, of_a_profile, ""),
            _ => {
                let is = typescript(definition, of_a_profile);
                let _ = write!(out, "\n/** {} */\nexport type {called} = {is}\n", one_line(definition));
            }
        }
    }
}

/// An object, with `more` at its end.
fn interface(out: &mut String, name: &str, object: &Value, named: fn(&str) -> String, more: &str) {
    let required = strings(object, "required");
    let _ = writeln!(out, "\n/** {} */\nexport interface {name} {{", one_line(object));
    for (key, member) in members(object, "properties") {
        let mark = if required.contains(key) { "" } else { "?" };
        let open = OPEN.iter().find(|(interface, member, _)| (*interface, *member) == (name, key.as_str()));
        let holds = open.map_or_else(|| typescript(member, named), |(.., codes)| (*codes).to_owned());
        let _ = writeln!(out, "  /** {} */\n  {key}{mark}: {holds}", one_line(member));
    }
    let _ = writeln!(out, "{more}}}");
}

/// What a schema takes.
fn typescript(schema: &Value, named: fn(&str) -> String) -> String {
    if let Some(reference) = schema["$ref"].as_str() {
        return named(reference.rsplit('/').next().unwrap_or_default());
    }
    if let Some(code) = schema["const"].as_str() {
        return format!("'{code}'");
    }
    if let Some(either) = schema["anyOf"].as_array().or_else(|| schema["oneOf"].as_array()) {
        return either.iter().map(|one| typescript(one, named)).collect::<Vec<_>>().join(" | ");
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => return "unknown".to_owned(),
    };
    let kind = |kind: &&str| match *kind {
        "integer" => "number".to_owned(),
        "array" => match typescript(&schema["items"], named) {
            items if items.contains(' ') => format!("({items})[]"),
            items => format!("{items}[]"),
        },
        "object" if schema["properties"].is_object() => {
            let members = members(schema, "properties");
            let members: Vec<_> =
                members.map(|(key, member)| format!("{key}: {}", typescript(member, named))).collect();
            format!("{{ {} }}", members.join("; "))
        }
        "object" if schema["additionalProperties"].is_object() => {
            format!("Record<string, {}>", typescript(&schema["additionalProperties"], named))
        }
        other => other.to_owned(),
    };
    kinds.iter().map(kind).collect::<Vec<_>>().join(" | ")
}

/// The requirement, as `rules()` gives it.
fn rule(out: &mut String) {
    out.push_str(
        "
/** Everything there is to say about a rule that a profile adds. It is no provision of the regulation. */
export interface AddedRule extends Omit<Rule, 'id' | 'unit' | 'citation' | 'provision' | 'kind'> {
  id: string
  /** `measure` for one that only measures. */
  kind: 'added' | 'measure'
  unit: null
  /** Where it comes from. */
  citation: LocalText
  provision: null
}

/** A text in Danish, and in English too in Node and in `rehabplan/full`. */
export interface LocalText {
  da: string
  en?: string
}

/** Everything there is to say about one requirement, or about one rule of scope (`kind: 'scope'`). */
export interface Rule {
  /** The id; opaque, stable and never used again for something else. */
  id: RuleId
  /** The legal unit that it belongs to. */
  unit: string
  /** The provision, such as `§ 3, stk. 1, nr. 4`. */
  citation: string
  /** The provision, piece by piece. */
  provision: Provision
  kind: RuleKind
  /** The gravest finding that it can give. */
  severity: Severity | null
  /** The phases in which it applies. */
  phases: Phase[]
  /** JSON Pointers to the evidence; `*` stands for any place in a list. */
  paths: string[]
  /** What the provision demands. */
  summary: LocalText
  /** What is wrong when it is not met. */
  finding: LocalText | null
  /** What to do about it. */
  remedy: LocalText | null
  /** What is left to a person. */
  judgement: LocalText | null
  /** What applies in each variant: `K`, `K°`, `U §12,1`, `S` or `-`; `null` for a rule of scope. */
  matrix: Record<Variant, string> | null
  /** The address of its page, relative to the documentation. */
  page: LocalText
}
",
    );
}

// The plan.

fn plan(out: &mut String) {
    let schema = rehabplan::schema::json_schema(Lang::En);
    object(out, "Plan", &schema);
    for (name, definition) in members(&schema, "$defs") {
        match definition["oneOf"].as_array() {
            Some(choices) => {
                let doc = one_line(definition);
                union(out, name, &doc, choices.iter().map(|choice| text(choice, "const")));
            }
            None => object(out, name, definition),
        }
    }
}

fn object(out: &mut String, name: &str, schema: &Value) {
    let _ = writeln!(out, "\n/** {} */\nexport interface {name} {{", one_line(schema));
    for (key, field) in members(schema, "properties") {
        let provision = field["x-hjemmel"].as_str().unwrap_or_default();
        let _ = writeln!(
            out,
            "  /** {} Serves {provision}. */\n  {key}?: {} | undefined",
            one_line(field),
            typescript(field, same)
        );
    }
    out.push_str("}\n");
}

fn one_line(schema: &Value) -> String {
    text(schema, "description").split_whitespace().collect::<Vec<_>>().join(" ")
}
