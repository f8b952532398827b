//! How each crate is laid out: which module uses which, and that no two use each other but in a room that is listed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Which modules a module uses.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// Modules that use each other, in each crate. A module that is not listed stays outside.
const ROOMS: &[(&str, &[&[&str]])] = &[
    // In the one are the rules with the case and the answers: a rule looks back at answers, and an answer names its rule. In the
    // other is what is made of the answers: a report has what profiles made of it, and profiles change a report.
    ("crates/rehabplan", &[&["answer", "case", "law"], &["conclude", "engine", "profile", "report"]]),
    // A role is looked up by the words around it, and a word knows its role.
    ("crates/rehabplan-language", &[&["roles", "words"]]),
];

/// Takes off comments, and the tests at the end of a file.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap();
    text.lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
}

/// Writes as a way from the top what goes so many steps up, out of the folder or the file.
fn from_the_top(code: &str, steps: usize) -> String {
    code.replace(&"super::".repeat(steps), "crate::")
}

/// What stands behind `crate::` in a piece of code: one name, or several in braces.
fn used(code: &str) -> impl Iterator<Item = String> {
    code.split("crate::").skip(1).flat_map(|rest| {
        let (names, end): (&str, &[char]) = rest.strip_prefix('{').map_or((rest, &[][..]), |names| (names, &['}'][..]));
        let names = if end.is_empty() { names } else { names.split(end).next().unwrap() };
        let count = if end.is_empty() { 1 } else { usize::MAX };
        let first_word =
            |name: &str| name.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next().map(str::to_owned);
        names.split(',').take(count).filter_map(first_word).collect::<Vec<_>>()
    })
}

fn graph(src: &Path) -> Graph {
    fn add(folder: &Path, room: Option<&str>, depth: usize, graph: &mut Graph) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let room = room.unwrap_or(&name);
            if path.is_dir() {
                add(&path, Some(room), depth + 1, graph);
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && room != "lib"
                && room != "main"
                && !room.starts_with("no_")
            {
                let steps = if name == "mod" { depth } else { depth + 1 };
                let code = from_the_top(&code(&fs::read_to_string(&path).unwrap()), steps);
                graph.entry(room.to_owned()).or_default().extend(used(&code).filter(|used| used != room));
            }
        }
    }
    let mut graph = Graph::new();
    add(src, None, 0, &mut graph);
    let rooms: BTreeSet<_> = graph.keys().cloned().collect();
    graph.values_mut().for_each(|used| used.retain(|name| rooms.contains(name)));
    graph
}

/// Whatever is reached from a module, over any number of others.
fn reached<'g>(graph: &'g Graph, from: &str) -> BTreeSet<&'g str> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&str> = graph[from].iter().map(String::as_str).collect();
    while let Some(name) = open.pop() {
        if reached.insert(name) {
            open.extend(graph[name].iter().map(String::as_str));
        }
    }
    reached
}

/// The modules that reach themselves, each with all that it goes in a circle with.
fn circles(graph: &Graph) -> BTreeSet<Vec<&str>> {
    let goes_with = |name: &'_ str| -> Vec<&str> {
        reached(graph, name).into_iter().filter(|other| reached(graph, other).contains(name)).collect()
    };
    graph.keys().map(|name| goes_with(name)).filter(|circle| !circle.is_empty()).collect()
}

#[test]
fn a_circle_is_found() {
    let of = |edges: &[(&str, &[&str])]| -> Graph {
        edges.iter().map(|(from, to)| ((*from).to_owned(), to.iter().map(|to| (*to).to_owned()).collect())).collect()
    };
    let graph = of(&[("a", &["b"]), ("b", &["c"]), ("c", &["b"]), ("d", &["a", "c"])]);
    assert_eq!(circles(&graph), BTreeSet::from([vec!["b", "c"]]));
    assert!(circles(&of(&[("a", &["b"]), ("b", &[])])).is_empty());
    let code =
        code("use crate::plan::Plan; // crate::no\nuse crate::{limits, text::notes};\n#[cfg(test)]\nuse crate::no;");
    assert_eq!(used(&code).collect::<Vec<_>>(), ["plan", "limits", "text"]);
    let up = from_the_top("use super::super::report::Report; use super::beside;", 2);
    assert_eq!(used(&up).collect::<Vec<_>>(), ["report"]);
}

#[test]
fn modules_use_each_other_in_their_rooms_alone() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let crates = ["crates", "bindings"].into_iter().flat_map(|folder| {
        let folders = fs::read_dir(root.join(folder)).unwrap().map(move |entry| (folder, entry.unwrap()));
        folders.filter(|(_, entry)| entry.path().join("Cargo.toml").is_file())
    });
    let mut listed = 0;
    for (folder, entry) in crates {
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        let rooms = ROOMS.iter().find(|(room, _)| *room == name).map_or(&[][..], |(_, rooms)| rooms);
        listed += usize::from(!rooms.is_empty());
        let rooms = rooms.iter().map(|room| room.to_vec()).collect();
        assert_eq!(circles(&graph(&entry.path().join("src"))), rooms, "{name}");
    }
    assert_eq!(listed, ROOMS.len(), "a room of a crate that there is not");
}

#[test]
fn the_model_knows_no_rule_and_no_report() {
    let graph = graph(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../rehabplan/src"));
    assert!(graph["checker"].contains("engine") && graph["plan"].contains("input"), "the graph is not read");
    assert!(!reached(&graph, "law").contains("profile") && !reached(&graph, "law").contains("report"));
    for outside in ["plan", "read", "places", "input", "text", "letters", "reply"] {
        assert!(!reached(&graph, outside).contains("report"), "{outside} knows the report");
    }
}
