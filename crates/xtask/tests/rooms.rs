//! How each crate is laid out: which module uses which, and that no two use each other but in a room that is listed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Which modules a module uses.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// The way to something from the top of a crate, name by name.
type Way = Vec<String>;

/// Modules that use each other, in each crate. A module that is not listed stays outside.
const ROOMS: &[(&str, &[&[&str]])] = &[
    // The rules with the case and the answers: a rule looks back at answers, and an answer names its rule.
    ("crates/rehabplan", &[&["answer", "case", "law"]]),
    // A role is looked up by the words around it, and a word knows its role.
    ("crates/rehabplan-language", &[&["roles", "words"]]),
];

/// A module: what it is, and what it uses.
#[derive(Default)]
struct Module {
    /// What it calls what it has from elsewhere, where that comes from.
    names: BTreeMap<String, Way>,
    /// What it names, from the top.
    uses: Vec<Way>,
}

/// Every module of a crate.
struct Crate(BTreeMap<Way, Module>);

/// Takes off comments, and the tests at the end of a file. Tests that are a file of their own may be named anywhere.
fn code(text: &str) -> String {
    let is_test = |line: &str| line.starts_with("#[cfg(") && line.contains("test");
    let begins = |lines: &[&str]| {
        lines
            .iter()
            .find(|line| !line.starts_with("#["))
            .is_some_and(|line| line.starts_with("mod ") && !line.ends_with(';'))
    };
    let lines: Vec<&str> = text.lines().collect();
    let end = (0..lines.len()).find(|at| is_test(lines[*at]) && begins(&lines[*at..])).unwrap_or(lines.len());
    lines[..end].iter().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
}

/// The names at the end of a path, or of several in braces, however deep: each with what it is called.
fn tree(way: &[String], code: &str, give: &mut dyn FnMut(Way, String)) {
    let code = code.trim_start();
    if let Some(inside) = code.strip_prefix('{') {
        let (mut depth, mut start) = (0, 0);
        for (at, letter) in inside.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' if depth > 0 => depth -= 1,
                ',' | '}' if depth == 0 => {
                    tree(way, &inside[start..at], give);
                    start = at + 1;
                    if letter == '}' {
                        return;
                    }
                }
                _ => {}
            }
        }
        return;
    }
    let end = code.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(code.len());
    let (name, rest) = code.split_at(end);
    if name.is_empty() {
        return;
    }
    let mut way = way.to_vec();
    match name {
        "self" => {}
        "super" => drop(way.pop()),
        _ => way.push(name.to_owned()),
    }
    match rest.strip_prefix("::") {
        Some(rest) => tree(&way, rest, give),
        None => {
            let called =
                rest.trim_start().strip_prefix("as ").map_or(way.last().cloned().unwrap_or_default(), |called| {
                    called.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
                });
            give(way, called);
        }
    }
}

impl Module {
    /// What a module at a place holds; `children` are the modules within it.
    fn read(at: &[String], code: &str, children: &BTreeSet<String>) -> Self {
        let mut module = Self::default();
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        for (place, _) in code.match_indices("use ") {
            let rest = &code[place + 4..];
            let first: String = rest.chars().take_while(|c| is_word(*c)).collect();
            let from = match first.as_str() {
                "crate" => tree_of(&[], &rest[5..]),
                "super" | "self" => tree_of(at, rest),
                _ if children.contains(&first) => tree_of(at, rest),
                _ => continue,
            };
            module.names.extend(from.into_iter().map(|(way, called)| (called, way)));
        }
        for start in ["crate::", "super::"] {
            for (place, _) in code.match_indices(start) {
                // A path that goes on from before is told there.
                if code[..place].ends_with("::") || code[..place].ends_with(is_word) {
                    continue;
                }
                let (base, rest) =
                    if start == "crate::" { (&[][..], &code[place + 7..]) } else { (at, &code[place..]) };
                module.uses.extend(tree_of(base, rest).into_iter().map(|(way, _)| way));
            }
        }
        module
    }
}

fn tree_of(way: &[String], code: &str) -> Vec<(Way, String)> {
    let mut all = Vec::new();
    tree(way, code.strip_prefix("::").unwrap_or(code), &mut |way, called| all.push((way, called)));
    all
}

impl Crate {
    fn read(src: &Path) -> Self {
        fn add(folder: &Path, at: &[String], modules: &mut BTreeMap<Way, Module>) {
            let entries = || fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
            let name = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
            let is_rust = |path: &Path| path.extension().is_some_and(|extension| extension == "rs");
            let is_own = |name: &str| ["mod", "lib", "main"].contains(&name);
            let is_module = |path: &Path| path.is_dir() || is_rust(path) && !is_own(&name(path));
            let children: BTreeSet<String> = entries().filter(|path| is_module(path)).map(|path| name(&path)).collect();
            for path in entries() {
                let name = name(&path);
                // What stands in for a feature that is off goes by its name.
                if name.starts_with("no_") {
                    continue;
                }
                let within: Way = if is_own(&name) { at.to_vec() } else { [at, &[name]].concat() };
                if path.is_dir() {
                    add(&path, &within, modules);
                } else if is_rust(&path) {
                    let code = code(&fs::read_to_string(&path).unwrap());
                    let children = if within == at { &children } else { &BTreeSet::new() };
                    let module = Module::read(&within, &code, children);
                    let known = modules.entry(within).or_default();
                    known.names.extend(module.names);
                    known.uses.extend(module.uses);
                }
            }
        }
        let mut modules = BTreeMap::new();
        add(src, &[], &mut modules);
        Self(modules)
    }

    /// The module that a way leads to. A name that a module has from elsewhere leads on to there.
    fn home(&self, way: &[String]) -> Way {
        let (mut way, mut turns) = (way.to_vec(), 0);
        'anew: loop {
            for length in 0..way.len() {
                let (module, rest) = way.split_at(length);
                if self.0.contains_key(&way[..=length]) {
                    continue;
                }
                turns += 1;
                let from = self.0.get(module).and_then(|module| module.names.get(&rest[0]));
                // A module that has a name from below itself, or from itself by another way, has it for good after a few turns.
                let Some(from) = from.filter(|from| turns < 9 && **from != way[..=length]) else {
                    return module.to_vec();
                };
                way = [from, &rest[1..]].concat();
                continue 'anew;
            }
            return way;
        }
    }

    /// The modules that have more than one below them.
    fn folders(&self) -> Vec<&[String]> {
        let within = self.0.keys().filter_map(|way| way.split_last()).map(|(_, folder)| folder);
        let mut met = BTreeMap::new();
        within.for_each(|folder| *met.entry(folder).or_insert(0) += 1);
        met.into_iter().filter(|(folder, files)| !folder.is_empty() && *files > 1).map(|(folder, _)| folder).collect()
    }

    /// Which of the modules in one use which others there; at the top, or in a folder.
    fn graph(&self, within: &[&str]) -> Graph {
        let room = |way: &[String]| -> Option<String> {
            let is_within = way.len() > within.len() && way.iter().zip(within).all(|(one, other)| one == other);
            is_within.then(|| way[within.len()].clone())
        };
        let mut graph = Graph::new();
        for (at, module) in &self.0 {
            let Some(from) = room(at) else { continue };
            let uses = module.uses.iter().filter_map(|way| room(&self.home(way))).filter(|used| *used != from);
            graph.entry(from.clone()).or_default().extend(uses);
        }
        graph
    }
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
}

#[test]
fn what_a_file_uses_is_found_however_it_is_written() {
    let way = |way: &str| -> Way { way.split("::").filter(|name| !name.is_empty()).map(str::to_owned).collect() };
    let module = |at: &str, text: &str, children: &[&str]| {
        (way(at), Module::read(&way(at), &code(text), &children.iter().map(|name| (*name).to_owned()).collect()))
    };
    let modules = [
        module("", "mod a; mod b; pub use a::Thing; pub use b::{deep::{Inner as Renamed, other}, Own};", &["a", "b"]),
        module(
            "a",
            "#[cfg(test)]\nmod more;\n\
             use crate::{limits, b::{self, deep::{Inner, other::{x, y}}}}; // crate::no\nfn f() { super::b::g() }",
            &[],
        ),
        module(
            "b",
            "mod deep; use deep::Inner;\nuse crate::Thing;\n#[cfg(test)]\nmod tests { use crate::no; }",
            &["deep"],
        ),
        module("b::deep", "use super::super::Renamed as Mine; fn f(_: &crate::Own) {}", &[]),
        module("limits", "", &[]),
        module("no", "", &[]),
    ];
    let all = Crate(modules.into_iter().collect());
    let to = |names: &[&str]| -> BTreeSet<String> { names.iter().map(|name| (*name).to_owned()).collect() };
    let graph = all.graph(&[]);
    assert_eq!((&graph["a"], &graph["b"]), (&to(&["b", "limits"]), &to(&["a"])));
    assert_eq!(all.home(&way("Renamed")), way("b::deep"));
    assert_eq!(all.home(&way("b::Inner")), way("b::deep"));
    assert_eq!(all.graph(&["b"])["deep"], to(&[]));
}

/// Every crate by its folder.
fn crates() -> impl Iterator<Item = (String, Crate)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    ["crates", "bindings"].into_iter().flat_map(move |folder| {
        let folders = fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap());
        let crates = folders.filter(|entry| entry.path().join("Cargo.toml").is_file());
        crates.map(move |entry| {
            let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
            (name, Crate::read(&entry.path().join("src")))
        })
    })
}

#[test]
fn modules_use_each_other_in_their_rooms_alone() {
    let mut listed = 0;
    for (name, all) in crates() {
        let rooms = ROOMS.iter().find(|(room, _)| *room == name).map_or(&[][..], |(_, rooms)| rooms);
        listed += usize::from(!rooms.is_empty());
        let rooms = rooms.iter().map(|room| room.to_vec()).collect();
        assert_eq!(circles(&all.graph(&[])), rooms, "{name}");
    }
    assert_eq!(listed, ROOMS.len(), "a room of a crate that there is not");
}

fn core() -> Crate {
    Crate::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../rehabplan/src"))
}

#[test]
fn within_a_folder_no_files_go_in_a_circle() {
    let mut held = BTreeSet::new();
    for (name, all) in crates() {
        for folder in all.folders() {
            let within: Vec<&str> = folder.iter().map(String::as_str).collect();
            let graph = all.graph(&within);
            assert!(circles(&graph).is_empty(), "{name} {within:?}: {:?}", circles(&graph));
            held.insert(format!("{name}/{}", within.join("/")));
        }
    }
    for folder in ["rehabplan/law", "rehabplan/plan/value", "rehabplan-import/document/pdf", "rehabplan-import/draft"] {
        assert!(held.contains(&format!("crates/{folder}")), "{folder} is not read");
    }
}

#[test]
fn the_model_knows_no_rule_and_no_report() {
    let graph = core().graph(&[]);
    assert!(graph["checker"].contains("engine") && graph["plan"].contains("input"), "the graph is not read");
    assert!(!reached(&graph, "law").contains("profile") && !reached(&graph, "law").contains("report"));
    for outside in ["plan", "read", "places", "input", "text", "letters", "reply"] {
        assert!(!reached(&graph, outside).contains("report"), "{outside} knows the report");
    }
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { rust_files(&path) } else { vec![path] }).collect()
}

/// Whoever reads one paragraph after another meets a name again as what it was.
#[test]
fn a_name_in_the_law_means_one_thing() {
    let mut meanings: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../rehabplan/src/law")) {
        for line in code(&fs::read_to_string(&path).unwrap()).lines() {
            let line = ["pub ", "pub(crate) ", "pub(super) "]
                .iter()
                .find_map(|start| line.strip_prefix(start))
                .unwrap_or(line);
            let said =
                ["const ", "static ", "type ", "struct ", "enum "].iter().find_map(|kind| line.strip_prefix(kind));
            let name: String = said.unwrap_or("").chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if !name.is_empty() && name != "fn" {
                meanings.entry(name).or_default().push(path.file_name().unwrap().to_string_lossy().into_owned());
            }
        }
    }
    assert!(meanings.len() > 200, "{}", meanings.len());
    meanings.retain(|_, files| files.len() > 1);
    assert!(meanings.is_empty(), "{meanings:#?}");
}
