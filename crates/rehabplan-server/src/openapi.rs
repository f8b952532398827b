//! What there is to ask, as an OpenAPI document: made from the table of endpoints, the model of the plan, the options and the
//! problems.

use rehabplan::law::Coverage;
use rehabplan::needs::{Need, Status};
use rehabplan::schema::{json_schema, profile_schema, report_schema, rule_schema, suppression_schema};
use rehabplan::{Lang, Phase};
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::endpoint::{Endpoint, NDJSON};
use crate::problem::{CODES, MEDIA_TYPE, Shown};

/// Where OpenAPI keeps schemas.
const SCHEMAS: &str = "#/components/schemas/";

/// The options of a check: its name, its schema, and what it is. A server may have another language for those who name none.
fn options(spoken: Lang) -> Vec<(&'static str, Value, &'static str)> {
    let texts = json!({"type": "array", "items": {"type": "string"}});
    vec![
        (
            "phase",
            json!({"enum": Phase::ALL.iter().copied().map(Phase::code).collect::<Vec<_>>()}),
            "How far the case has come; left out, it is derived from the plan",
        ),
        ("asOf", json!({"type": "string", "format": "date"}), "The day that counts as today; no clock is read"),
        (
            "detail",
            json!({"enum": ["findings", "all"], "default": "findings"}),
            "What is not met and what could not be determined, or the answer to every requirement",
        ),
        (
            "lang",
            json!({"enum": Lang::ALL.iter().copied().map(Lang::tag).collect::<Vec<_>>(), "default": spoken.tag()}),
            "The language of the texts",
        ),
        (
            "language",
            json!({"type": "boolean", "default": true}),
            "Whether texts are searched for recommendations (§ 3, stk. 3)",
        ),
        (
            "only",
            json!({
                "type": "object",
                "properties": {"rules": texts, "paths": texts},
                "additionalProperties": false,
            }),
            "Limits the check, for a draft, to some requirements or places; the report then says so",
        ),
        (
            "horizon",
            texts,
            "JSON Pointers to the places that the source of the plan has room for; * stands for any entry of a list. With ! before \
             it a place is taken away again; where every place has one, they are taken from the whole plan",
        ),
        (
            "profiles",
            json!({"type": "array", "items": {"anyOf": [{"type": "string"}, {"$ref": format!("{SCHEMAS}Profile")}]}}),
            "What is heeded beside the regulation: names, with what is set in them, and profiles of your own",
        ),
        (
            "suppress",
            json!({"$ref": format!("{SCHEMAS}Suppressions")}),
            "Known findings that are not to stand in the way; each names the case, which is the id of the plan",
        ),
        (
            "needs",
            json!({"type": "boolean", "default": false}),
            "Whether what the case requires stands beside the report; with every answer (detail all) alone",
        ),
    ]
}

/// The document.
pub(crate) fn document(spoken: Lang) -> Value {
    let mut paths = Map::new();
    for endpoint in Endpoint::ALL {
        let method = endpoint.method().as_str().to_ascii_lowercase();
        paths.insert(endpoint.path().to_owned(), json!({method: operation(endpoint, spoken)}));
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "rehabplan",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Checks Danish rehabiliteringsplaner against the regulation that governs them. It keeps nothing of what it is sent.",
            "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "security": [{"token": []}, {}],
        "paths": paths,
        "components": {
            "schemas": schemas(spoken),
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "Wanted where the server was begun with a token",
                },
            },
        },
    })
}

/// What is said of an endpoint.
fn operation(endpoint: Endpoint, spoken: Lang) -> Value {
    let (id, summary, answer, codes): (&str, &str, Value, &[&str]) = match endpoint {
        Endpoint::Check => (
            "check",
            "Check a plan, or a plan in an envelope with options and an id",
            json!({"application/json": {"schema": {"anyOf": [
                {"$ref": format!("{SCHEMAS}Report")},
                {"$ref": format!("{SCHEMAS}ReportWithNeeds")},
            ]}}}),
            &[
                "badEnvelope",
                "badProfile",
                "notJson",
                "notUtf8",
                "bodyCutShort",
                "bodyTooSlow",
                "tooLarge",
                "mediaType",
                "notAnObject",
                "tooDeep",
                "listTooLong",
                "tooManyFindings",
                "failed",
                "queueFull",
                "memoryFull",
                "tookTooLong",
            ],
        ),
        Endpoint::Batch => (
            "checkBatch",
            "Check a plan for each line; the answers come while the lines do, in their order",
            json!({NDJSON: {"schema": {"$ref": format!("{SCHEMAS}Line")}}}),
            &["badProfile", "mediaType", "failed", "queueFull", "tookTooLong", "tooManyBatches"],
        ),
        Endpoint::Rules => (
            "rules",
            "Every requirement and scope rule, and those that profiles add",
            json!({"application/json": {"schema": {"type": "array", "items": {"$ref": format!("{SCHEMAS}Rule")}}}}),
            &["badProfile", "failed", "queueFull", "tookTooLong"],
        ),
        Endpoint::Explain => (
            "explain",
            "Everything there is to say about one rule",
            json!({"application/json": {"schema": {"$ref": format!("{SCHEMAS}Rule")}}}),
            &["unknownRule"],
        ),
        Endpoint::Coverage => (
            "coverage",
            "What becomes of every legal unit of the regulation",
            json!({"application/json": {"schema": {"type": "array", "items": {"$ref": format!("{SCHEMAS}Coverage")}}}}),
            &["failed", "queueFull", "tookTooLong"],
        ),
        Endpoint::Profiles => (
            "profiles",
            "Every profile that comes with the server: guidance, process, trials, proposals",
            json!({"application/json": {"schema": {"type": "array", "items": {"$ref": format!("{SCHEMAS}ProfileEntry")}}}}),
            &["failed", "queueFull", "tookTooLong"],
        ),
        Endpoint::Schema => (
            "schema",
            "The JSON Schema of a plan, a report, a profile, or a list of suppressions",
            json!({"application/json": {"schema": {"type": "object"}}}),
            &["failed", "queueFull", "tookTooLong"],
        ),
        Endpoint::OpenApi => {
            ("openapi", "This document", json!({"application/json": {"schema": {"type": "object"}}}), &[])
        }
        Endpoint::Health => (
            "health",
            "Whether the server answers; asked without a token",
            json!({"application/json": {"schema": {
                "type": "object",
                "properties": {"status": {"const": "ok"}, "version": {"type": "string"}},
                "required": ["status", "version"],
            }}}),
            &[],
        ),
        Endpoint::Metrics => (
            "metrics",
            "Counts and times, and nothing of what was asked",
            json!({"application/openmetrics-text": {"schema": {"type": "string"}}}),
            &[],
        ),
    };
    let mut operation = json!({
        "operationId": id,
        "summary": summary,
        "parameters": parameters(endpoint, spoken),
        "responses": responses(endpoint, answer, codes),
    });
    let body = match endpoint {
        Endpoint::Check => Some(("application/json", "Request")),
        Endpoint::Batch => Some((NDJSON, "Request")),
        _ => None,
    };
    if let (Some((media_type, schema)), Value::Object(members)) = (body, &mut operation) {
        let content = json!({media_type: {"schema": {"$ref": format!("{SCHEMAS}{schema}")}}});
        members.insert("requestBody".to_owned(), json!({"required": true, "content": content}));
    }
    if let (true, Value::Object(members)) = (endpoint.is_open(), &mut operation) {
        members.insert("security".to_owned(), json!([]));
    }
    operation
}

/// What may stand in the address.
fn parameters(endpoint: Endpoint, spoken: Lang) -> Vec<Value> {
    let in_query = |name: &str, schema: &Value, what: &str| json!({"name": name, "in": "query", "schema": schema, "description": what});
    let names = json!({"type": "array", "items": {"type": "string"}});
    let of_a_check = || {
        let plain = options(spoken).into_iter().filter(|(name, ..)| !["only", "profiles", "suppress"].contains(name));
        plain.chain([
            ("profiles", names.clone(), "Profiles by name, with what is set in them"),
            ("rules", names.clone(), "Limits the check to these requirements"),
            ("paths", names.clone(), "Limits the check to what is about these places"),
        ])
    };
    let known: Vec<(&str, Value, &str)> = match endpoint {
        Endpoint::Check | Endpoint::Batch => of_a_check().collect(),
        Endpoint::Coverage => of_a_check().filter(|(name, ..)| *name == "lang").collect(),
        Endpoint::Rules => {
            let known = of_a_check().filter(|(name, ..)| ["lang", "profiles"].contains(name));
            let said = "The language of what is wrong with a profile; the rules are in every language";
            known.map(|(name, schema, what)| (name, schema, if name == "lang" { said } else { what })).collect()
        }
        Endpoint::Schema => {
            let kinds = json!({"enum": ["plan", "report", "profile", "suppressions"]});
            let lang = of_a_check().filter(|(name, ..)| *name == "lang");
            lang.chain([("schema", kinds, "What the schema is of; left out, of a plan")]).collect()
        }
        Endpoint::Explain => {
            return vec![json!({
                "name": "id",
                "in": "path",
                "required": true,
                "schema": {"type": "string", "minLength": 1},
                "example": "P3.1.4",
                "description": "The id of a rule, such as P3.1.4 or proces/PR1",
            })];
        }
        _ => Vec::new(),
    };
    known.iter().map(|(name, schema, what)| in_query(name, schema, what)).collect()
}

/// The answers that there may be, by status.
fn responses(endpoint: Endpoint, answer: Value, codes: &[&str]) -> Value {
    let mut responses = Map::new();
    responses.insert("200".to_owned(), json!({"description": "The answer", "content": answer}));
    // What every request may be told, and what is told to those who may not ask.
    let everywhere: &[&str] = &["badHost", "headerTwice", "badOptions", "tooManyConnections", "transferCoding"];
    let guarded: &[&str] = if endpoint.is_open() { &[] } else { &["unauthorized", "otherHost"] };
    for (code, status, title) in CODES {
        if ![codes, everywhere, guarded].iter().any(|codes| codes.contains(code)) {
            continue;
        }
        let response = responses.entry(status.to_string()).or_insert_with(|| {
            json!({
                "description": "",
                "content": {MEDIA_TYPE: {"schema": {"$ref": format!("{SCHEMAS}Problem")}}},
            })
        });
        if let Some(Value::String(description)) = response.get_mut("description") {
            if !description.is_empty() {
                description.push_str("; ");
            }
            description.push_str(&format!("`{code}`: {title}"));
        }
    }
    Value::Object(responses)
}

/// The schemas that the rest points to.
fn schemas(spoken: Lang) -> Value {
    let mut all = Map::new();
    for (name, schema) in [
        ("Plan", json_schema(Lang::En)),
        ("Report", report_schema(Lang::En)),
        ("Rule", rule_schema(Lang::En)),
        ("Profile", profile_schema()),
        ("Suppressions", suppression_schema()),
    ] {
        take(name, schema, &mut all);
    }
    let written = || SchemaSettings::draft2020_12().for_serialize().into_generator();
    take("Problem", written().into_root_schema_for::<Shown<'static>>().into(), &mut all);
    take("Coverage", written().into_root_schema_for::<Coverage>().into(), &mut all);
    // A profile is listed as it is written, with the rules that it adds.
    let mut listed = all.get("Profile").cloned().unwrap_or_default();
    if let Some(properties) = listed.pointer_mut("/properties").and_then(Value::as_object_mut) {
        let rules = json!({"type": "array", "items": {"$ref": format!("{SCHEMAS}Rule")}, "description": "The rules that it adds"});
        properties.insert("rules".to_owned(), rules);
    }
    if let Some(required) = listed.pointer_mut("/required").and_then(Value::as_array_mut) {
        required.push("rules".into());
    }
    all.insert("ProfileEntry".to_owned(), listed);
    // A server checks any number of plans, so every suppression names its case.
    if let Some(required) =
        all.get_mut("Suppression").and_then(|one| one.get_mut("required")).and_then(Value::as_array_mut)
    {
        required.insert(0, "case".into());
    }
    let members: Map<String, Value> = options(spoken)
        .into_iter()
        .map(|(name, mut schema, what)| {
            if let Value::Object(members) = &mut schema {
                members.insert("description".to_owned(), what.into());
            }
            (name.to_owned(), schema)
        })
        .collect();
    let reference = |name: &str| json!({"$ref": format!("{SCHEMAS}{name}")});
    let id = json!({"type": ["string", "number", "null"], "description": "Your own id of the plan, which suppressions name"});
    let statuses = Status::ALL.iter().map(|status| status.code()).collect::<Vec<_>>();
    let needs = Need::ALL.iter().filter(|need| **need != Need::Free).map(|need| need.code()).collect::<Vec<_>>();
    let rules = json!({"type": "array", "items": {"type": "string"}});
    let own = [
        (
            "ReportWithNeeds",
            json!({
                "type": "object",
                "properties": {"report": reference("Report"), "needs": reference("Needs")},
                "required": ["report", "needs"],
                "additionalProperties": false,
            }),
        ),
        (
            "Needs",
            json!({
                "type": "object",
                "description": "What the case requires: of each requirement by its id, and of each field by its place, with * for any \
                                entry of a list. A field that is not there is asked for by no requirement",
                "properties": {
                    "requirements": {"type": "object", "additionalProperties": {
                        "type": "object",
                        "properties": {
                            "status": {"enum": statuses},
                            "isRequired": {"type": "boolean"},
                            "exemptedBy": rules,
                        },
                        "required": ["status", "isRequired", "exemptedBy"],
                    }},
                    "fields": {"type": "object", "additionalProperties": {
                        "type": "object",
                        "properties": {
                            "need": {"enum": needs},
                            "exemption": {"type": ["string", "null"]},
                            "rules": rules,
                        },
                        "required": ["need", "exemption", "rules"],
                    }},
                },
                "required": ["requirements", "fields"],
            }),
        ),
        ("Options", json!({"type": "object", "properties": members, "additionalProperties": false})),
        (
            "Envelope",
            json!({
                "type": "object",
                "properties": {"plan": reference("Plan"), "options": reference("Options"), "id": id},
                "required": ["plan"],
                "additionalProperties": false,
            }),
        ),
        ("Request", json!({"anyOf": [reference("Plan"), reference("Envelope")]})),
        (
            "Line",
            json!({
                "type": "object",
                "description": "What came of one line: a report, or the reason why there is none",
                "properties": {
                    "line": {
                        "type": ["integer", "null"],
                        "minimum": 1,
                        "description": "The number of the line, from 1; null for what is said of the request as a whole",
                    },
                    "id": {"type": ["string", "null"], "description": "The id that the envelope gives the plan"},
                    "report": reference("Report"),
                    "needs": reference("Needs"),
                    "error": {
                        "type": "object",
                        "description": "Why there is no report",
                        "properties": {
                            "code": {"type": "string", "description": "A stable code, as in a problem"},
                            "message": {
                                "type": "string",
                                "description": "What is wrong, where, and what to do. Nothing of a plan is in it",
                            },
                            "reason": {"type": ["string", "null"], "description": "A finer code, where there is one"},
                            "path": {
                                "type": ["string", "null"],
                                "description": "JSON Pointer to the option, or into the profile, where it is known",
                            },
                        },
                        "required": ["code", "message"],
                    },
                },
                "required": ["line", "id"],
            }),
        ),
    ];
    all.extend(own.map(|(name, schema)| (name.to_owned(), schema)));
    Value::Object(all)
}

/// Takes a schema in, with what it defines beside it; pointers to that lead to its new place.
fn take(name: &str, mut schema: Value, all: &mut Map<String, Value>) {
    if let Value::Object(members) = &mut schema {
        members.remove("$schema");
        members.remove("$id");
        if let Some(Value::Object(defined)) = members.remove("$defs") {
            for (name, mut schema) in defined {
                lead(&mut schema);
                all.insert(name, schema);
            }
        }
    }
    lead(&mut schema);
    all.insert(name.to_owned(), schema);
}

fn lead(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            for (name, value) in members {
                match value {
                    Value::String(pointer) if name == "$ref" => {
                        *pointer = match pointer.strip_prefix("#/$defs/") {
                            Some(name) => format!("{SCHEMAS}{name}"),
                            None => continue,
                        };
                    }
                    _ => lead(value),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(lead),
        _ => {}
    }
}
