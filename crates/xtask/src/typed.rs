//! The report as Java records and C# classes.
//!
//! They are made from the TypeScript types of the report (`bindings/wasm/js/types.d.ts`), which are made from the core and held
//! to it by a test, so that a member is named and described once.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use crate::Files;

/// The folder of the Java records.
pub(crate) const JAVA: &str = "bindings/java/generated/dk/rehabplan";
const CSHARP: &str = "bindings/dotnet/Rehabplan/Report.g.cs";
const SOURCE: &str = "bindings/wasm/js/types.d.ts";
const WRITTEN: &str = "// Written by `cargo xtask gen` from the types of the report. Change them, and not this file.\n";

/// The lists of codes that no later version adds to without being another version. All others are texts.
const CLOSED: [&str; 7] = ["Conclusion", "Lang", "Outcome", "Phase", "ProfileEffect", "ProfileForce", "Severity"];

/// Adds the types of the report in Java and C#.
///
/// # Errors
///
/// When the TypeScript types cannot be read, or say something that is not understood here.
pub(crate) fn add(files: &mut Files, root: &Path) -> io::Result<()> {
    let source = fs::read_to_string(root.join(SOURCE))?;
    let types = Types::read(&source).map_err(|line| io::Error::other(format!("{SOURCE}: not understood: {line}")))?;
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
    Ok(())
}

/// What a report consists of.
struct Types {
    objects: BTreeMap<String, Object>,
    lists: BTreeMap<String, List>,
}

/// An interface.
#[derive(Default)]
struct Object {
    doc: String,
    members: Vec<Member>,
}

/// A closed list of codes.
#[derive(Default)]
struct List {
    doc: String,
    codes: Vec<String>,
}

struct Member {
    key: String,
    doc: String,
    kind: Kind,
    is_list: bool,
    /// Whether it can be `null` or absent.
    is_optional: bool,
}

enum Kind {
    Text,
    Whole,
    Flag,
    Code(String),
    Object(String),
}

impl Types {
    /// Reads the interfaces that hang on `Report`, and the closed lists; says which line it does not understand.
    fn read(source: &str) -> Result<Self, String> {
        let (mut objects, mut lists) = (BTreeMap::<String, Object>::new(), BTreeMap::<String, List>::new());
        let mut doc = String::new();
        let mut lines = source.lines();
        while let Some(line) = lines.next() {
            if let Some(text) = comment(line) {
                doc = text.to_owned();
            } else if let Some(name) = line.strip_prefix("export type ").and_then(|line| line.strip_suffix(" =")) {
                let codes = lines.by_ref().map_while(|line| line.trim().strip_prefix("| '")?.strip_suffix('\''));
                lists.insert(name.to_owned(), List { doc: doc.clone(), codes: codes.map(str::to_owned).collect() });
            } else if let Some(head) = line.strip_prefix("export interface ") {
                let name = head.split([' ', '<']).next().unwrap_or_default();
                let mut object = Object { doc: doc.clone(), members: Vec::new() };
                for line in lines.by_ref().take_while(|line| *line != "}") {
                    if let Some(text) = comment(line) {
                        doc = text.to_owned();
                    } else if let Some(member) = Member::read(line.trim(), &doc) {
                        object.members.push(member);
                    }
                }
                objects.insert(name.to_owned(), object);
            }
        }
        let mut wanted = vec!["Report".to_owned()];
        let mut reached = BTreeSet::new();
        while let Some(name) = wanted.pop() {
            let object = objects.get(&name).ok_or_else(|| name.clone())?;
            wanted.extend(object.members.iter().filter_map(|member| match &member.kind {
                Kind::Object(name) if !reached.contains(name) => Some(name.clone()),
                _ => None,
            }));
            reached.insert(name);
        }
        objects.retain(|name, _| reached.contains(name));
        lists.retain(|name, _| CLOSED.contains(&name.as_str()));
        if lists.len() < CLOSED.len() || objects.values().any(|object| object.members.is_empty()) {
            return Err("a list or an interface is missing".to_owned());
        }
        Ok(Self { objects, lists })
    }
}

/// The text of a comment on one line.
fn comment(line: &str) -> Option<&str> {
    line.trim().strip_prefix("/** ")?.strip_suffix(" */")
}

impl Member {
    /// Reads `key?: Type | null`.
    fn read(line: &str, doc: &str) -> Option<Self> {
        let (key, types) = line.split_once(": ")?;
        let (key, may_be_absent) = key.strip_suffix('?').map_or((key, false), |key| (key, true));
        let mut names: Vec<&str> = types.split(" | ").collect();
        let before = names.len();
        names.retain(|name| *name != "null");
        let name = *names.first()?;
        let (name, is_list) = name.strip_suffix("[]").map_or((name, false), |name| (name, true));
        let kind = match name {
            "number" => Kind::Whole,
            "boolean" => Kind::Flag,
            "string" | "RuleId" | "NoteCode" | "InputCode" | "Variants" => Kind::Text,
            name if name.starts_with('\'') => Kind::Text,
            name if CLOSED.contains(&name) => Kind::Code(name.to_owned()),
            name => Kind::Object(name.to_owned()),
        };
        let is_optional = may_be_absent || names.len() < before;
        Some(Self { key: key.to_owned(), doc: doc.to_owned(), kind, is_list, is_optional })
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
    for Member { key, doc, kind, is_list, is_optional } in members {
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
            (false, Kind::Whole) if *is_optional => (boxed.to_owned(), read.replace('(', "OrNull(")),
            (false, _) if *is_optional => (boxed.to_owned(), read),
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
    for Member { key, doc, kind, is_list, is_optional } in members {
        let plain = match kind {
            Kind::Text | Kind::Code(_) => "string",
            Kind::Whole => "int",
            Kind::Flag => "bool",
            Kind::Object(name) => name,
        };
        let is_value = matches!(kind, Kind::Whole | Kind::Flag);
        let optional = if *is_optional && is_value && !is_list { "?" } else { "" };
        let absent = match (is_optional, is_list) {
            (true, true) => " Empty where there is none.",
            (true, false) if !doc.contains("`null`") => " <c>null</c> where there is none.",
            _ => "",
        };
        let required = if *is_optional { "" } else { ", IsRequired = true" };
        let property = pascal(key);
        // A property of a class may not bear the name of the class.
        let property = if property == name { format!("{property}Id") } else { property };
        let (field, typed, read) = match (is_list, kind) {
            (true, _) => {
                (format!("{plain}[]"), format!("IReadOnlyList<{plain}>"), format!("_{key} ?? Array.Empty<{plain}>()"))
            }
            (false, Kind::Code(code)) if *is_optional => {
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
