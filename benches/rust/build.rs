//! Writes the typed peer: the same fields as the plan, borrowed and read by what serde derives.
//!
//! It is made from the plan's own table of fields, so it cannot lack one. Dates and codes stay text, which is less work
//! than the product does.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use rehabplan::Plan;
use rehabplan::plan::{FieldInfo, FieldKind};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let mut model = Model::default();
    let plan = model.part(Plan::fields());
    let _ = writeln!(model.code, "pub type Plan<'a> = {plan};");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("model.rs"), model.code).expect("cargo made the folder");
}

#[derive(Default)]
struct Model {
    /// The parts that have been written; their place is their name.
    parts: Vec<&'static [FieldInfo]>,
    code: String,
}

impl Model {
    /// The type of a part, written unless it has been.
    fn part(&mut self, fields: &'static [FieldInfo]) -> String {
        if let Some(known) = self.parts.iter().position(|part| *part == fields) {
            return format!("Part{known}<'a>");
        }
        let name = format!("Part{}", self.parts.len());
        self.parts.push(fields);
        let mut code = format!("#[derive(Deserialize)]\npub struct {name}<'a> {{\n");
        for (place, field) in fields.iter().enumerate() {
            let (borrow, kind) = (if borrows(&field.kind) { ", borrow" } else { "" }, self.kind(&field.kind));
            let _ = writeln!(code, "    #[serde(rename = \"{}\"{borrow})]\n    f{place}: Option<{kind}>,", field.key);
        }
        let _ = writeln!(code, "    #[serde(skip)]\n    lifetime: PhantomData<&'a ()>,\n}}\n");
        self.code.push_str(&code);
        format!("{name}<'a>")
    }

    fn kind(&mut self, kind: &FieldKind) -> String {
        match kind {
            FieldKind::Text | FieldKind::Date | FieldKind::Code { .. } => "Text<'a>".to_owned(),
            FieldKind::Boolean => "bool".to_owned(),
            FieldKind::Number => "f64".to_owned(),
            FieldKind::Anything => "IgnoredAny".to_owned(),
            FieldKind::Part { fields } => self.part(fields),
            FieldKind::List { entry } => format!("Vec<{}>", self.kind(entry)),
        }
    }
}

fn borrows(kind: &FieldKind) -> bool {
    match kind {
        FieldKind::Boolean | FieldKind::Number | FieldKind::Anything => false,
        FieldKind::List { entry } => borrows(entry),
        _ => true,
    }
}
