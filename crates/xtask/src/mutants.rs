//! Mutation testing: what `cargo mutants` needs to see the rules.
//!
//! It changes the bodies of functions only. A check that is said in words is answered by one of those; where a check is a
//! closure beside the rule's texts, the repository is copied, and in the copy each such closure becomes a function at the
//! same place, on the same lines.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

/// Where the rules stand.
const RULES: [&str; 2] = ["crates/rehabplan/src/law/", "crates/rehabplan/src/profile/rules/"];

/// What an answer becomes when `cargo mutants` replaces the whole of a check: a rule that is always met.
const ALWAYS_MET: &str = "\nimpl Default for Answer {\n    fn default() -> Self {\n        Self::met()\n    }\n}\n";
const ANSWER: &str = "crates/rehabplan/src/answer.rs";

/// Copies the repository's files to `copy`, with the checks as functions. What is there already and has not changed is
/// left alone, so that little is built again.
///
/// # Errors
///
/// When git does not answer, a file cannot be read or written, or a check was not recognised.
pub fn copy(root: &Path, copy: &Path) -> io::Result<()> {
    let list = Command::new("git").args(["ls-files", "-z"]).current_dir(root).output()?;
    let list = String::from_utf8(list.stdout).map_err(io::Error::other)?;
    let paths: BTreeSet<&str> = list.split_terminator('\0').filter(|path| root.join(path).is_file()).collect();
    for folder in ["crates", "tests"] {
        for path in crate::present(copy, folder)?.iter().filter(|path| !paths.contains(path.as_str())) {
            fs::remove_file(copy.join(path))?;
        }
    }
    for path in paths {
        let mut content = fs::read(root.join(path))?;
        if path == ANSWER {
            content.extend_from_slice(ALWAYS_MET.as_bytes());
        }
        if RULES.iter().any(|folder| path.starts_with(folder)) {
            let source = lift(&String::from_utf8(content).map_err(io::Error::other)?)
                .map_err(|line| io::Error::other(format!("{path}: a check without a name: {line}")))?;
            if let Some(line) = source.lines().find(|line| is_closure(line)) {
                return Err(io::Error::other(format!("{path}: not understood: {line}")));
            }
            content = source.into_bytes();
        }
        let to = copy.join(path);
        if fs::read(&to).ok().as_ref() != Some(&content) {
            if let Some(folder) = to.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(to, content)?;
        }
    }
    Ok(())
}

/// What a closure may belong to.
const DECLARED: [&str; 3] = [": Rule = ", ": ProfileRule = ", ": Door = "];

/// A closure: how its line begins, how its function begins, what it gives and how it ends.
const CLOSURES: [(&str, &str, &str, &str); 6] = [
    ("check: Own(|", "check: Own(", "crate::answer::Answer", ")"),
    ("&Own(|", "&Own(", "crate::answer::Answer", ")"),
    ("check: |", "check: ", "crate::answer::Answer", ""),
    ("shut: |", "shut: ", "Option<crate::answer::Answer>", ""),
    ("check: Some(|", "check: Some(", "crate::answer::Answer", ")"),
    ("measure: Some(|", "measure: Some(", "Vec<crate::profile::measure::Measure>", ")"),
];

/// The types of what a check is given, in order.
const ARGUMENTS: [&str; 2] = ["&crate::case::Case<'_>", "&crate::profile::rules::Parameters"];

/// Turns the closures of the rules of a file into functions, line for line; a closure before any declaration is an error. It relies on the layout that `cargo fmt` gives:
/// what belongs to a closure is indented by more than the line that it begins on, or is a brace below that.
fn lift(source: &str) -> Result<String, String> {
    let mut lines: Vec<String> = source.lines().map(str::to_owned).collect();
    let mut name = String::new();
    for first in 0..lines.len() {
        let declared = DECLARED.iter().find_map(|kind| lines[first].split_once(kind));
        if let Some((before, _)) = declared {
            name = before.rsplit(' ').next().unwrap_or_default().to_lowercase();
        }
        let line = lines[first].clone();
        let Some((begins, opens, gives, ends)) = closure(&line) else { continue };
        if name.is_empty() {
            return Err(line);
        }
        let (margin, line) = line.split_at(indentation(&line));
        let Some((arguments, body)) = line[begins.len()..].split_once('|') else { continue };
        let is_within = |line: &&String| {
            let depth = indentation(line);
            line.is_empty() || depth > margin.len() || depth == margin.len() && line[depth..].starts_with('}')
        };
        let length = lines[first + 1..].iter().take_while(is_within).count();
        let arguments: Vec<String> =
            arguments.split(", ").zip(ARGUMENTS).map(|(name, kind)| format!("{name}: {kind}")).collect();
        lines[first] = format!("{margin}{opens}{{ fn {name}({}) -> {gives} {{{body}", arguments.join(", "));
        let last = &mut lines[first + length];
        let end = format!("{ends},");
        *last = format!("{} }} {name} }}{end}", last.strip_suffix(&end).unwrap_or(last));
    }
    Ok(lines.join("\n") + "\n")
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The closure that begins on a line.
fn closure(line: &str) -> Option<(&'static str, &'static str, &'static str, &'static str)> {
    CLOSURES.into_iter().find(|closure| line.trim_start().starts_with(closure.0))
}

/// A check that is still a closure.
fn is_closure(line: &str) -> bool {
    CLOSURES.iter().any(|closure| line.contains(closure.0))
}

#[cfg(test)]
mod tests {
    use super::{is_closure, lift};

    const SOURCE: &str = "\
static P1: Rule = Rule {
    id: \"P1\",
    check: Own(|case| answered(&case.fd().oensker)),
    ..FORBEREDELSE
};

pub(super) static P2_A: Rule = Rule {
    check: Own(|_| {
        if a < b { met() } else { missing() }
    }),
    paths: &[pointer!(forberedende_del)],
};

static PR1: ProfileRule = ProfileRule {
    check: Some(|case, parameters| match case {
        _ => parameters,
    }),
    measure: None,
};

const DELEN: Door = Door {
    shut: |case| attached(case),
    words: text(),
};

static P3: Rule = Rule {
    check: Own(before_the_decision),
};

static P4: Rule = Rule {
    check: AnsweredOrNone(at!(forberedende_del.oensker)),
};

static P5: Rule = Rule {
    check: When(
        FLEKSJOB,
        &Own(|case| {
            met()
        }),
    ),
    ..INDSTILLING
};

static P6: Rule = Rule {
    check: Then(
        &Decided(at!(indstilling.udfald)),
        &Further {
            check: |case| match case {
                _ => met(),
            },
            words: text(),
        },
    ),
};
";

    const LIFTED: &str = "\
static P1: Rule = Rule {
    id: \"P1\",
    check: Own({ fn p1(case: &crate::case::Case<'_>) -> crate::answer::Answer { answered(&case.fd().oensker) } p1 }),
    ..FORBEREDELSE
};

pub(super) static P2_A: Rule = Rule {
    check: Own({ fn p2_a(_: &crate::case::Case<'_>) -> crate::answer::Answer { {
        if a < b { met() } else { missing() }
    } } p2_a }),
    paths: &[pointer!(forberedende_del)],
};

static PR1: ProfileRule = ProfileRule {
    check: Some({ fn pr1(case: &crate::case::Case<'_>, parameters: &crate::profile::rules::Parameters) -> crate::answer::Answer { match case {
        _ => parameters,
    } } pr1 }),
    measure: None,
};

const DELEN: Door = Door {
    shut: { fn delen(case: &crate::case::Case<'_>) -> Option<crate::answer::Answer> { attached(case) } delen },
    words: text(),
};

static P3: Rule = Rule {
    check: Own(before_the_decision),
};

static P4: Rule = Rule {
    check: AnsweredOrNone(at!(forberedende_del.oensker)),
};

static P5: Rule = Rule {
    check: When(
        FLEKSJOB,
        &Own({ fn p5(case: &crate::case::Case<'_>) -> crate::answer::Answer { {
            met()
        } } p5 }),
    ),
    ..INDSTILLING
};

static P6: Rule = Rule {
    check: Then(
        &Decided(at!(indstilling.udfald)),
        &Further {
            check: { fn p6(case: &crate::case::Case<'_>) -> crate::answer::Answer { match case {
                _ => met(),
            } } p6 },
            words: text(),
        },
    ),
};
";

    #[test]
    fn a_closure_becomes_a_function_on_the_same_lines() {
        assert_eq!(lift(SOURCE).as_deref(), Ok(LIFTED));
        assert!(lift("    check: Own(|case| met()),\n").is_err());
        assert_eq!(SOURCE.lines().filter(|line| is_closure(line)).count(), 6);
        assert!(!LIFTED.lines().any(is_closure));
    }
}
