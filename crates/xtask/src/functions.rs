//! The table of what can be asked in which language. Each name is looked for in what the language offers, so that none stands
//! there which is no longer to be had.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use rehabplan::Lang;
use rehabplan::text::Wording;

use crate::Files;
use crate::words as w;

/// A language, and the files in which what it offers is declared, and how it is to be done.
struct Front {
    title: &'static str,
    declared: &'static [&'static str],
    options: &'static str,
}

const FRONTS: [Front; 8] = [
    Front {
        title: "Rust",
        declared: &[
            "crates/rehabplan/src/catalogue/mod.rs",
            "crates/rehabplan/src/checker.rs",
            "crates/rehabplan/src/draft.rs",
            "crates/rehabplan/src/language.rs",
            "crates/rehabplan/src/law/checklist.rs",
            "crates/rehabplan/src/law/matrix.rs",
            "crates/rehabplan/src/law/units.rs",
            "crates/rehabplan/src/names.rs",
            "crates/rehabplan/src/needs.rs",
            "crates/rehabplan/src/positions.rs",
            "crates/rehabplan/src/rule_set.rs",
            "crates/rehabplan/src/profile/compare.rs",
            "crates/rehabplan/src/schema/mod.rs",
            "crates/rehabplan/src/schema/report.rs",
            "crates/rehabplan-batch/src/item.rs",
            "crates/rehabplan-batch/src/changes.rs",
            "crates/rehabplan-import/src/import.rs",
            "crates/rehabplan-render/src/html/mod.rs",
        ],
        options: "crates/rehabplan/src/checker.rs",
    },
    Front {
        title: "CLI",
        declared: &["crates/rehabplan-cli/src/args.rs"],
        options: "crates/rehabplan-cli/src/args.rs",
    },
    Front {
        title: "Python",
        declared: &["bindings/python/python/rehabplan/__init__.py", "bindings/python/python/rehabplan/_native.pyi"],
        options: "bindings/python/python/rehabplan/_options.py",
    },
    Front { title: "npm", declared: &["bindings/wasm/js/index.d.ts"], options: "bindings/wasm/js/form.d.ts" },
    Front {
        title: "Java",
        declared: &["bindings/java/main/dk/rehabplan/Checker.java", "bindings/java/main/dk/rehabplan/Catalogue.java"],
        options: "bindings/java/main/dk/rehabplan/Options.java",
    },
    Front {
        title: ".NET",
        declared: &["bindings/dotnet/Rehabplan/Checker.cs"],
        options: "bindings/dotnet/Rehabplan/CheckOptions.cs",
    },
    Front {
        title: "C",
        declared: &["bindings/c/include/rehabplan.h"],
        options: "crates/rehabplan-json/src/options.rs",
    },
    Front {
        title: "Server",
        declared: &["crates/rehabplan-server/src/endpoint.rs"],
        options: "crates/rehabplan-json/src/options.rs",
    },
];

/// What one may want, and what it is called in each language: names with blanks between them, none where there is none.
type Row = (Wording, [&'static str; 8]);

const ROWS: &[Row] = &[
    (
        Wording::new("Kontrollere én plan", "Check one plan"),
        ["rehabplan::Checker", "Check", "validate", "validate", "check", "Check", "rehabplan_check", "/v1/check"],
    ),
    (
        Wording::new("Kontrollere mange med de samme valg", "Check many with the same options"),
        [
            "rehabplan_batch::Item::each_plan",
            "Check",
            "validate_many validate_frame",
            "Checker",
            "Checker",
            "Checker",
            "rehabplan_checker_check",
            "/v1/check/batch",
        ],
    ),
    (
        Wording::new("Kontrollere igen, mens planen skrives", "Check again while the plan is written"),
        ["rehabplan::Draft", "", "", "draft", "", "", "", ""],
    ),
    (
        Wording::new("Udtræk af anden form", "Exports of another shape"),
        ["rehabplan_import::import::Import", "Map Convert", "validate_table read_table draft_map", "", "", "", "", ""],
    ),
    (
        Wording::new("Hvad profiler ændrer", "What profiles change"),
        ["rehabplan::profile::Comparison", "Compare", "compare", "compare", "", "", "", ""],
    ),
    (
        Wording::new("Hvad der er sket siden sidst", "What has changed since the last time"),
        ["rehabplan_batch::table::Table::changes", "", "diff", "", "", "", "", ""],
    ),
    (
        Wording::new("Hvad sagen kræver nu", "What the case requires now"),
        ["rehabplan::needs::Needs", "", "needs", "requirements fieldNeeds", "", "", "", ""],
    ),
    (
        Wording::new("Linje og kolonne", "Line and column"),
        ["rehabplan::positions::Positions", "Check", "positions", "positions", "", "", "", ""],
    ),
    (
        Wording::new("Alle regler", "All rules"),
        ["rehabplan::catalogue::entries", "Rules", "rules", "rules", "rules", "Rules", "rehabplan_rules", "/v1/rules"],
    ),
    (
        Wording::new("Én regel", "One rule"),
        [
            "rehabplan::catalogue::Entry",
            "Explain",
            "explain",
            "explain",
            "explain",
            "Explain",
            "rehabplan_explain",
            "/v1/explain",
        ],
    ),
    (
        Wording::new("Matricen", "The matrix"),
        ["rehabplan::law::Matrix", "Matrix", "matrix", "matrix", "rules", "Rules", "rehabplan_rules", "/v1/rules"],
    ),
    (
        Wording::new("De retlige enheder", "The legal units"),
        [
            "rehabplan::law::coverage",
            "Coverage",
            "coverage",
            "coverage",
            "coverage",
            "Coverage",
            "rehabplan_coverage",
            "/v1/coverage",
        ],
    ),
    (
        Wording::new("Hvad koder hedder", "What codes are called"),
        ["rehabplan::names::Names", "", "names", "names", "", "", "", ""],
    ),
    (
        Wording::new("Hvilket regelsæt det er", "Which rule set it is"),
        ["rehabplan::RULE_SET", "", "rule_set", "", "", "", "", ""],
    ),
    (
        Wording::new("Profilerne", "The profiles"),
        [
            "rehabplan::catalogue::profiles",
            "Profiles",
            "profiles",
            "profiles",
            "profiles",
            "Profiles",
            "rehabplan_profiles",
            "/v1/profiles",
        ],
    ),
    (
        Wording::new("Huskeliste, før planen skrives", "A checklist before the plan is written"),
        ["rehabplan::law::Checklist", "Checklist", "checklist", "checklist", "", "", "", ""],
    ),
    (
        Wording::new("Skema for en plan", "The schema of a plan"),
        [
            "rehabplan::schema::json_schema",
            "Schema",
            "json_schema",
            "jsonSchema",
            "jsonSchema",
            "JsonSchema",
            "rehabplan_schema",
            "/v1/schema",
        ],
    ),
    (
        Wording::new("Skema for en rapport", "The schema of a report"),
        [
            "rehabplan::schema::report_schema",
            "Schema",
            "report_schema",
            "reportSchema",
            "",
            "",
            "rehabplan_schema",
            "/v1/schema",
        ],
    ),
    (
        Wording::new("Skemaer for profiler og set bort fra", "The schemas of profiles and suppressions"),
        [
            "rehabplan::schema::profile_schema rehabplan::schema::suppression_schema",
            "Schema",
            "profile_schema suppression_schema",
            "profileSchema suppressionSchema",
            "",
            "",
            "rehabplan_schema",
            "/v1/schema",
        ],
    ),
    (
        Wording::new("Hvorfor en sætning anbefaler", "Why a sentence recommends"),
        ["rehabplan::language::recommendation", "", "recommendation", "recommendation", "", "", "", ""],
    ),
    (
        Wording::new("En side til udskrift", "A page to print"),
        ["rehabplan_render::html::report", "Check", "to_html", "", "", "", "", ""],
    ),
];

/// How a plan is to be checked: one word for each thing, written as each language writes names.
const OPTIONS: &[Row] = &[
    (
        Wording::new("Hvor langt sagen er nået", "How far the case has come"),
        ["phase", "phase", "phase", "phase", "phase", "Phase", "phase", "phase"],
    ),
    (
        Wording::new("Den dag, der gælder som i dag", "The day that counts as today"),
        ["as_of", "as-of", "as_of", "asOf", "asOf", "AsOf", "asOf", "asOf"],
    ),
    (
        Wording::new("Hvilke svar rapporten beholder", "Which answers the report keeps"),
        ["detail", "all", "detail", "detail", "detail", "Detail", "detail", "detail"],
    ),
    (
        Wording::new("Teksternes sprog", "The language of the texts"),
        ["", "lang", "lang", "lang", "lang", "Lang", "lang", "lang"],
    ),
    (
        Wording::new("Om teksterne gennemsøges (§ 3, stk. 3)", "Whether texts are searched (§ 3, stk. 3)"),
        ["language", "no-language", "language", "language", "language", "Language", "language", "language"],
    ),
    (
        Wording::new("Kun en del af kontrollen", "Only a part of the check"),
        ["only", "only-rule only-path", "only", "only", "only", "OnlyRules OnlyPaths", "only", "only"],
    ),
    (
        Wording::new("Hvad kilden har plads til", "What the source has room for"),
        ["horizon", "horizon", "horizon", "horizon", "horizon", "Horizon", "horizon", "horizon"],
    ),
    (
        Wording::new("Profiler", "Profiles"),
        [
            "profiles",
            "profile profile-file",
            "profiles",
            "profiles",
            "profile profileJson",
            "Profiles ProfilesJson",
            "profiles",
            "profiles",
        ],
    ),
    (
        Wording::new("Fund, der ses bort fra", "Findings that are suppressed"),
        ["profiles", "suppress", "suppress", "suppress", "suppressJson", "SuppressJson", "suppress", "suppress"],
    ),
];

/// Adds the tables in both languages.
///
/// # Errors
///
/// When a file cannot be read, or a name is not to be had in its language.
pub(crate) fn add(files: &mut Files, root: &Path) -> io::Result<()> {
    for (place, front) in FRONTS.iter().enumerate() {
        // What is made is read as it will be.
        let made = |path: &str| files.get(path).cloned().map(Ok);
        let read = |path: &&str| made(path).unwrap_or_else(|| fs::read_to_string(root.join(path)));
        let declared = front.declared.iter().map(read).collect::<io::Result<Vec<_>>>()?.join("\n");
        for (rows, declared) in [(ROWS, declared), (OPTIONS, read(&front.options)?)] {
            let names = rows.iter().filter_map(|(_, row)| row.get(place)).flat_map(|names| names.split(' '));
            // Of a path, the name that it ends with.
            let mut names = names.filter(|name| !name.is_empty()).map(|path| path.rsplit("::").next().unwrap_or(path));
            if let Some(name) = names.find(|name| !is_there(&declared, name)) {
                return Err(io::Error::other(format!("functions.rs: {} has no {name}", front.title)));
            }
        }
    }
    for &lang in Lang::ALL {
        let mut page = format!("{}\n\n# {}\n\n{}\n\n", w::GENERATED.get(lang), TITLE.get(lang), LEAD.get(lang));
        page += &table(ROWS, lang, shown);
        let _ = write!(page, "\n## {}\n\n", OPTIONS_TITLE.get(lang));
        page += &table(OPTIONS, lang, chosen);
        let _ = write!(page, "\n{}\n", ERRORS.get(lang));
        files.insert(w::file("functions", lang), page);
    }
    Ok(())
}

/// Whether a name stands there, and not as a part of another. The command line declares `--as-of` as `as_of`.
fn is_there(declared: &str, name: &str) -> bool {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    [name, &name.replace('-', "_")].iter().any(|name| {
        declared.match_indices(name).any(|(at, _)| {
            let (before, after) = (declared[..at].chars().next_back(), declared[at + name.len()..].chars().next());
            !before.is_some_and(is_name) && !after.is_some_and(is_name)
        })
    })
}

fn table(rows: &[Row], lang: Lang, shown: impl Fn(&Front, &str) -> String) -> String {
    let titles: Vec<&str> = FRONTS.iter().map(|front| front.title).collect();
    let mut table = format!("| | {} |\n|---|{}\n", titles.join(" | "), "---|".repeat(titles.len()));
    for (what, names) in rows {
        let cell = |(front, names): (&Front, &str)| {
            let names = names.split(' ').filter(|name| !name.is_empty());
            names.map(|name| shown(front, name)).collect::<Vec<_>>().join(", ")
        };
        let cells: Vec<String> = FRONTS.iter().zip(*names).map(cell).collect();
        let _ = writeln!(table, "| {} | {} |", what.get(lang), cells.join(" | "));
    }
    table
}

/// An option as one writes it.
fn chosen(front: &Front, name: &str) -> String {
    if front.title == "CLI" { format!("`--{name}`") } else { format!("`{name}`") }
}

/// A name as one writes it; the commands of the command line are declared with a capital.
fn shown(front: &Front, name: &str) -> String {
    if front.title == "CLI" { format!("`{}`", name.to_lowercase()) } else { format!("`{name}`") }
}

const TITLE: Wording = Wording::new("Hvad der kan spørges om i hvert sprog", "What can be asked in which language");
const LEAD: Wording = Wording::new(
    "Et tomt felt betyder, at det ikke findes dér. En rapport er den samme i dem alle.",
    "A blank cell is something that is not there. A report is the same in all of them.",
);
const OPTIONS_TITLE: Wording = Wording::new("Valg", "Options");
const ERRORS: Wording = Wording::new(
    "Et valg, der ikke findes, er `badOptions`: med en `reason`, hvor der er en nærmere kode, en `path` til stedet blandt valgene, og på \
     engelsk, for det er til den, der programmerer. En profil, der ikke kan bruges, er `badProfile`, på rapportens sprog. I Python er det \
     `OptionError` og `ProfileError`, i npm, Java og .NET `RehabplanError` og `RehabplanException`, i Rust `SelectionError`, \
     `HorizonError` og `ProfileError`, hvis `code()` er den nærmere kode.",
    "An option that does not exist is `badOptions`: with a `reason` where there is a finer code, a `path` to its place among the \
     options, and in English, since it is for who writes the program. A profile that cannot be used is `badProfile`, in the language of \
     the report. In Python these are `OptionError` and `ProfileError`, in npm, Java and .NET `RehabplanError` and `RehabplanException`, in \
     Rust `SelectionError`, `HorizonError` and `ProfileError`, whose `code()` is the finer code.",
);
