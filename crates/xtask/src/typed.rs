//! The report as Java records, C# classes and Python's typed dicts.
//!
//! They are made from the JSON Schema of the report, as the TypeScript types are, so that a member is named and described once.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rehabplan::Lang;
use rehabplan::schema::report_schema;
use serde_json::Value;

use crate::Files;

/// The folder of the Java records.
pub(crate) const JAVA: &str = "bindings/java/generated/dk/rehabplan";
const CSHARP: &str = "bindings/dotnet/Rehabplan/Report.g.cs";
pub(crate) const WRITTEN: &str =
    "// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.\n";

const PYTHON: &str = "bindings/python/python/rehabplan/types.py";

/// The lists of codes that no later version adds to without being another version.
const CLOSED: [&str; 7] = ["Conclusion", "Lang", "Outcome", "Phase", "ProfileEffect", "ProfileForce", "Severity"];

/// The other lists. Their codes are texts.
const OPEN: [&str; 2] = ["RuleId", "Variants"];

/// Adds the types of the report in Java, C# and Python.
pub(crate) fn add(files: &mut Files) {
    let types = Types::of(&report_schema(Lang::En));
    let mut csharp = format!(
        "{WRITTEN}#pragma warning disable 0649, 0169 // The serializer writes the fields.\nusing System;\n\
         using System.Collections.Generic;\nusing System.Runtime.Serialization;\n\nnamespace Rehabplan\n{{\n"
    );
    for (name, list) in &types.lists {
        files.insert(format!("{JAVA}/{name}.java"), java_enum(name, list));
        csharp_enum(&mut csharp, name, list);
    }
    for (name, object) in &types.objects {
        files.insert(format!("{JAVA}/{name}.java"), java_record(name, object));
        csharp_class(&mut csharp, name, object);
    }
    csharp.truncate(csharp.trim_end().len());
    csharp.push_str("\n}\n");
    files.insert(CSHARP.to_owned(), csharp);
    files.insert(PYTHON.to_owned(), python(&types));
}

/// What a report consists of.
struct Types {
    objects: BTreeMap<String, Object>,
    lists: BTreeMap<String, List>,
}

struct Object {
    doc: String,
    members: Vec<Member>,
}

/// A closed list of codes.
struct List {
    doc: String,
    codes: Vec<String>,
}

struct Member {
    key: String,
    doc: String,
    kind: Kind,
    is_list: bool,
    may_be_null: bool,
    may_be_absent: bool,
}

enum Kind {
    Text,
    Whole,
    Flag,
    Code(String),
    Object(String),
}

impl Types {
    fn of(schema: &Value) -> Self {
        let mut types = Self { objects: BTreeMap::new(), lists: BTreeMap::new() };
        types.add(text(schema, "title"), schema);
        for (name, definition) in members(schema, "$defs") {
            types.add(name, definition);
        }
        types
    }

    fn add(&mut self, name: &str, schema: &Value) {
        let doc = text(schema, "description").to_owned();
        if schema["enum"].is_null() {
            let required = strings(schema, "required");
            let member = |(key, schema): (&String, &Value)| Member::of(key, schema, !required.contains(key));
            let members = members(schema, "properties").map(member).collect();
            self.objects.insert(name.to_owned(), Object { doc, members });
        } else if CLOSED.contains(&name) {
            self.lists.insert(name.to_owned(), List { doc, codes: strings(schema, "enum") });
        }
    }
}

pub(crate) fn text<'v>(schema: &'v Value, keyword: &str) -> &'v str {
    schema[keyword].as_str().unwrap_or_default()
}

pub(crate) fn members<'v>(schema: &'v Value, keyword: &str) -> impl Iterator<Item = (&'v String, &'v Value)> {
    schema[keyword].as_object().into_iter().flatten()
}

pub(crate) fn strings(schema: &Value, keyword: &str) -> Vec<String> {
    schema[keyword].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

impl Member {
    fn of(key: &str, schema: &Value, may_be_absent: bool) -> Self {
        let is_null = |schema: &&Value| text(schema, "type") == "null";
        let either: Vec<&Value> = schema["anyOf"].as_array().into_iter().flatten().collect();
        let may_be_null = either.iter().any(is_null) || strings(schema, "type").iter().any(|kind| kind == "null");
        let one = either.into_iter().find(|one| !is_null(one)).unwrap_or(schema);
        let is_list = text(one, "type") == "array";
        let one = if is_list { &one["items"] } else { one };
        let kind = match one["$ref"].as_str().map(|path| path.trim_start_matches("#/$defs/")) {
            Some(name) if CLOSED.contains(&name) => Kind::Code(name.to_owned()),
            Some(name) if OPEN.contains(&name) => Kind::Text,
            Some(name) => Kind::Object(name.to_owned()),
            None => match one["type"].as_str().or_else(|| one["type"][0].as_str()) {
                Some("integer") => Kind::Whole,
                Some("boolean") => Kind::Flag,
                _ => Kind::Text,
            },
        };
        let doc = text(schema, "description").to_owned();
        Self { key: key.to_owned(), doc, kind, is_list, may_be_null, may_be_absent }
    }

    fn is_optional(&self) -> bool {
        self.may_be_null || self.may_be_absent
    }
}

/// `notMet` as a constant is called: `NOT_MET`.
fn constant(code: &str) -> String {
    let mut name = String::new();
    for letter in code.chars() {
        if letter.is_uppercase() {
            name.push('_');
        }
        name.extend(letter.to_uppercase());
    }
    name
}

/// `notMet` as a type or a property is called: `NotMet`.
fn pascal(code: &str) -> String {
    let mut letters = code.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A text of a comment, with what is code in it marked.
fn marked(doc: &str, open: &str, close: &str) -> String {
    let plain = doc.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let parts = plain.split('`').enumerate();
    parts.map(|(place, part)| if place % 2 == 1 { format!("{open}{part}{close}") } else { part.to_owned() }).collect()
}

fn java_doc(doc: &str) -> String {
    marked(doc, "{@code ", "}")
}

fn java_enum(name: &str, List { doc, codes }: &List) -> String {
    let constants: Vec<String> =
        codes.iter().map(|code| format!("    /** {{@code {code}}} */\n    {}(\"{code}\")", constant(code))).collect();
    format!(
        "{WRITTEN}package dk.rehabplan;\n\n/** {} */\npublic enum {name} {{\n{};\n\n    private final String code;\n\n    \
         {name}(String code) {{\n        this.code = code;\n    }}\n\n    /**\n     * The code as it stands in JSON.\n     *\n     \
         * @return the code\n     */\n    public String code() {{\n        return code;\n    }}\n\n    static {name} of(String code) \
         {{\n        for ({name} one : values()) {{\n            if (one.code.equals(code)) {{\n                return one;\n            \
         }}\n        }}\n        throw new IllegalArgumentException(\"{name} has no such code\");\n    }}\n}}\n",
        java_doc(doc),
        constants.join(",\n"),
    )
}

fn java_record(name: &str, Object { doc, members }: &Object) -> String {
    let (mut docs, mut components, mut reads) = (String::new(), Vec::new(), Vec::new());
    for member in members {
        let Member { key, doc, kind, is_list, .. } = member;
        let is_optional = member.is_optional();
        let (plain, boxed, read) = match kind {
            Kind::Text => ("String", "String", "text(\"KEY\")".to_owned()),
            Kind::Whole => ("int", "Integer", "whole(\"KEY\")".to_owned()),
            Kind::Flag => ("boolean", "Boolean", "flag(\"KEY\")".to_owned()),
            Kind::Code(name) => (name.as_str(), name.as_str(), format!("code(\"KEY\", {name}::of)")),
            Kind::Object(name) => (name.as_str(), name.as_str(), format!("object(\"KEY\", {name}::of)")),
        };
        let (java, read) = match (is_list, kind) {
            (true, Kind::Object(name)) => (format!("List<{boxed}>"), format!("list(\"KEY\", {name}::of)")),
            (true, _) => (format!("List<{boxed}>"), "texts(\"KEY\")".to_owned()),
            (false, Kind::Whole) if is_optional => (boxed.to_owned(), read.replace('(', "OrNull(")),
            (false, _) if is_optional => (boxed.to_owned(), read),
            (false, _) => (plain.to_owned(), read),
        };
        let absent = match (is_optional, is_list) {
            (true, true) => " Empty where there is none.",
            (true, false) if !doc.contains("`null`") => " {@code null} where there is none.",
            _ => "",
        };
        let _ = writeln!(docs, " * @param {key} {}{absent}", java_doc(doc));
        components.push(format!("        {java} {key}"));
        reads.push(format!("                json.{}", read.replace("KEY", key)));
    }
    let lists = if members.iter().any(|member| member.is_list) { "import java.util.List;\n\n" } else { "" };
    let public = if name == "Report" {
        "    /**\n     * Reads a report.\n     *\n     * @param json the JSON of a report of this version\n     * @return the report\n     \
         * @throws IllegalArgumentException when it is none\n     */\n    public static Report parse(String json) {\n        \
         return of(Json.parse(json));\n    }\n\n"
    } else {
        ""
    };
    format!(
        "{WRITTEN}package dk.rehabplan;\n\n{lists}/**\n * {}\n *\n{docs} */\npublic record {name}(\n{}) {{\n{public}    \
         static {name} of(Json json) {{\n        return new {name}(\n{});\n    }}\n}}\n",
        java_doc(doc),
        components.join(",\n"),
        reads.join(",\n"),
    )
}

fn csharp_doc(doc: &str) -> String {
    marked(doc, "<c>", "</c>")
}

fn csharp_enum(out: &mut String, name: &str, List { doc, codes }: &List) {
    let _ = writeln!(out, "    /// <summary>{}</summary>\n    public enum {name}\n    {{", csharp_doc(doc));
    for code in codes {
        let _ = writeln!(out, "        /// <summary><c>{code}</c></summary>\n        {},", pascal(code));
    }
    out.push_str("    }\n\n");
}

fn csharp_class(out: &mut String, name: &str, Object { doc, members }: &Object) {
    let partial = if name == "Report" { "partial" } else { "" };
    let head = format!("public sealed {partial} class {name}").replace("  ", " ");
    let _ = writeln!(out, "    /// <summary>{}</summary>\n    [DataContract]\n    {head}\n    {{", csharp_doc(doc));
    for member in members {
        let Member { key, doc, kind, is_list, .. } = member;
        let is_optional = member.is_optional();
        let plain = match kind {
            Kind::Text | Kind::Code(_) => "string",
            Kind::Whole => "int",
            Kind::Flag => "bool",
            Kind::Object(name) => name,
        };
        let is_value = matches!(kind, Kind::Whole | Kind::Flag);
        let optional = if is_optional && is_value && !is_list { "?" } else { "" };
        let absent = match (is_optional, is_list) {
            (true, true) => " Empty where there is none.",
            (true, false) if !doc.contains("`null`") => " <c>null</c> where there is none.",
            _ => "",
        };
        let required = if is_optional { "" } else { ", IsRequired = true" };
        let property = pascal(key);
        // A property of a class may not bear the name of the class.
        let property = if property == name { format!("{property}Id") } else { property };
        let (field, typed, read) = match (is_list, kind) {
            (true, _) => {
                (format!("{plain}[]"), format!("IReadOnlyList<{plain}>"), format!("_{key} ?? Array.Empty<{plain}>()"))
            }
            (false, Kind::Code(code)) if is_optional => {
                ("string".to_owned(), format!("{code}?"), format!("Codes.OfOrNull<{code}>(_{key})"))
            }
            (false, Kind::Code(code)) => ("string".to_owned(), code.clone(), format!("Codes.Of<{code}>(_{key})")),
            (false, _) => (format!("{plain}{optional}"), format!("{plain}{optional}"), format!("_{key}")),
        };
        let _ = writeln!(
            out,
            "        [DataMember(Name = \"{key}\"{required})]\n        private {field} _{key};\n\n        /// <summary>{}{absent}</summary>\n        \
             public {typed} {property} => {read};\n",
            csharp_doc(doc)
        );
    }
    out.truncate(out.trim_end().len());
    out.push_str("\n    }\n\n");
}

/// The report as Python's `json` gives it. What may be absent stands in a class by itself: Python 3.10 knows no other way.
fn python(Types { objects, lists }: &Types) -> String {
    let mut out = format!(
        "# {}\n\"\"\"What `Report.to_dict` gives, for whoever checks types.\"\"\"\n\nfrom __future__ import annotations\n\n\
         from typing import Literal, TypedDict\n",
        WRITTEN.trim_start_matches("// ").trim_end()
    );
    for (name, List { doc, codes }) in lists {
        let codes: Vec<String> = codes.iter().map(|code| format!("\"{code}\"")).collect();
        let _ = write!(out, "\n{name} = Literal[{}]\n\"\"\"{doc}\"\"\"\n", codes.join(", "));
    }
    for (name, Object { doc, members }) in objects {
        let (absent, always): (Vec<_>, Vec<_>) = members.iter().partition(|member| member.may_be_absent);
        let parts = match absent.as_slice() {
            [] => vec![(format!("{name}Dict(TypedDict)"), always)],
            _ => vec![
                (format!("_{name}Dict(TypedDict)"), always),
                (format!("{name}Dict(_{name}Dict, total=False)"), absent),
            ],
        };
        for (head, members) in parts {
            let _ = write!(out, "\n\nclass {head}:\n    \"\"\"{doc}\"\"\"\n");
            for member in members {
                let one = match &member.kind {
                    Kind::Text => "str",
                    Kind::Whole => "int",
                    Kind::Flag => "bool",
                    Kind::Code(name) => name,
                    Kind::Object(name) => &format!("{name}Dict"),
                };
                let one = if member.is_list { format!("list[{one}]") } else { one.to_owned() };
                let null = if member.may_be_null { " | None" } else { "" };
                let _ = write!(out, "\n    {}: {one}{null}\n    \"\"\"{}\"\"\"\n", member.key, member.doc);
            }
        }
    }
    out
}
