//! The table of what can be asked in which language. Each name is looked for in what the language offers, so that none stands
//! there which is no longer to be had.

use std::collections::BTreeSet;
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
            "crates/rehabplan/src/report.rs",
            "crates/rehabplan/src/rule_set.rs",
            "crates/rehabplan/src/compare.rs",
            "crates/rehabplan/src/schema/mod.rs",
            "crates/rehabplan/src/schema/report.rs",
            "crates/rehabplan-batch/src/item.rs",
            "crates/rehabplan-batch/src/changes.rs",
            "crates/rehabplan-import/src/document/mod.rs",
            "crates/rehabplan-import/src/import.rs",
            "crates/rehabplan-render/src/groups.rs",
            "crates/rehabplan-render/src/html/mod.rs",
            "crates/rehabplan-render/src/xlsx.rs",
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
        declared: &[
            "bindings/python/python/rehabplan/__init__.py",
            "bindings/python/python/rehabplan/_native.pyi",
            "bindings/python/python/rehabplan/_run.py",
        ],
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
        declared: &["crates/rehabplan-server/src/endpoint.rs", "crates/rehabplan-server/src/asked.rs"],
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
        Wording::new("Dokumenter (docx, odt, PDF)", "Documents (docx, odt, PDF)"),
        ["rehabplan_import::document::Documents", "Check Convert", "validate_documents", "", "", "", "", ""],
    ),
    (
        Wording::new("Hvad profiler ændrer", "What profiles change"),
        ["rehabplan::compare::Comparison", "Compare", "compare", "compare", "", "", "", ""],
    ),
    (
        Wording::new("Hvad der er sket siden sidst", "What has changed since the last time"),
        ["rehabplan_batch::table::Table::changes", "", "diff", "", "", "", "", ""],
    ),
    (
        Wording::new("Hvad sagen kræver nu", "What the case requires now"),
        ["rehabplan::needs::Needs", "", "needs", "validateWithNeeds requirements fieldNeeds", "", "", "", ""],
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
        ["rehabplan::names::Names", "Names", "names", "names", "", "", "", ""],
    ),
    (
        Wording::new("Hvilket regelsæt det er", "Which rule set it is"),
        ["rehabplan::RULE_SET", "", "rule_set", "ruleSet", "", "", "", ""],
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
        Wording::new("Skemaer for profiler og for fund, der ses bort fra", "The schemas of profiles and suppressions"),
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
    (
        Wording::new("Et regneark over mange planer", "A workbook of many plans"),
        ["rehabplan_render::Workbook", "Check", "to_excel", "", "", "", "", ""],
    ),
    (
        Wording::new("Tal for grupper af planer", "Figures for groups of plans"),
        ["rehabplan_render::Groups", "Check", "summary", "", "", "", "", ""],
    ),
    (
        Wording::new("Hvor meget et menneske skal vurdere, i ord", "How much a person must judge, in words"),
        ["rehabplan::Report::review_line", "Check", "review_line", "reviewLine", "", "", "", ""],
    ),
    (
        Wording::new("Rapporten, sorteret til en formular", "The report, sorted for a form"),
        ["", "", "", "sortOut findingsByPath", "", "", "", ""],
    ),
];

/// How a plan is to be checked: one word for each thing, written as each language writes names.
const OPTIONS: &[Row] = &[
    (
        Wording::new("Hvor langt sagen er nået", "How far the case has come"),
        ["phase", "phase", "phase", "phase", "phase", "Phase", "phase", "phase"],
    ),
    (
        Wording::new("Den dag, der regnes for dags dato", "The day that counts as today"),
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
        Wording::new("Hvad sagen kræver, ved siden af rapporten", "What the case requires, beside the report"),
        ["", "", "", "", "", "", "needs", "needs"],
    ),
    (
        Wording::new("Fund, der ses bort fra", "Findings that are suppressed"),
        ["profiles", "suppress", "suppress", "suppress", "suppressJson", "SuppressJson", "suppress", "suppress"],
    ),
];

/// The caller's own id of a plan, which suppressions name. It is of the plan, and no option of a check of many.
const CASE: &[Row] = &[(
    Wording::new(
        "Jeres eget id på planen (`case` i et fund, der ses bort fra)",
        "Your own id of the plan (`case` of a suppression)",
    ),
    ["of_case", "id", "case id", "case id", "caseId", "caseId", "case_id", "id"],
)];

/// Adds the tables in both languages.
///
/// # Errors
///
/// When a file cannot be read, or a name is not to be had in its language.
pub(crate) fn add(files: &mut Files, root: &Path) -> io::Result<()> {
    held(root)?;
    for (place, front) in FRONTS.iter().enumerate() {
        // What is made is read as it will be.
        let made = |path: &str| files.get(path).cloned().map(Ok);
        let read = |path: &&str| made(path).unwrap_or_else(|| fs::read_to_string(root.join(path)));
        let declared = front.declared.iter().map(read).collect::<io::Result<Vec<_>>>()?.join("\n");
        let options = read(&front.options)?;
        let both = format!("{declared}\n{options}");
        for (rows, declared) in [(ROWS, declared), (OPTIONS, options), (CASE, both)] {
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
        let _ = write!(page, "\n{}\n", BLANK.get(lang));
        let _ = write!(page, "\n## {}\n\n", OPTIONS_TITLE.get(lang));
        page += &table(&[OPTIONS, CASE].concat(), lang, chosen);
        let _ = write!(page, "\n{}\n", ERRORS.get(lang));
        page += &finer(lang);
        files.insert(w::file("functions", lang), page);
    }
    Ok(())
}

/// Adds nothing, but looks whether the finer codes are those that the core has.
fn held(root: &Path) -> io::Result<()> {
    for (_, file, codes) in REASONS {
        let code = fs::read_to_string(root.join(file))?;
        // A line of the function that gives the codes: `Self::Empty => "emptySelection",`.
        let given = code.lines().filter_map(|line| line.trim().strip_prefix("Self::")?.split_once(" => \""));
        let given: BTreeSet<&str> = given.filter_map(|(_, code)| code.strip_suffix("\",")).collect();
        let told: BTreeSet<&str> = codes.iter().map(|(code, _)| *code).collect();
        if let Some(code) = given.symmetric_difference(&told).next() {
            return Err(io::Error::other(format!("functions.rs: {code} is not told, or not in {file}")));
        }
    }
    Ok(())
}

/// The finer codes, and what each is said of.
fn finer(lang: Lang) -> String {
    let mut page = format!("\n## {}\n\n{}\n", REASONS_TITLE.get(lang), REASONS_LEAD.get(lang));
    for (of, _, codes) in REASONS {
        let _ = write!(page, "\n{}\n\n| `reason` | |\n|---|---|\n", of.get(lang));
        for (code, what) in *codes {
            let _ = writeln!(page, "| `{code}` | {} |", what.get(lang));
        }
    }
    page
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

const BLANK: Wording = Wording::new(
    "Hvorfor noget ikke findes: På kommandolinjen står regelsættet i hver rapport (`ruleSet` i `--format json`), og et udkast og det, sagen kræver \
     nu, er for et program, der viser en formular. Hvad der er sket siden sidst, sammenligner to kørsler, der er i hukommelsen, \
     med alle deres svar; kommandolinjen gemmer ingen, og npm kontrollerer planer en ad gangen. C, Java, .NET og serveren er til et \
     fagsystem, der kontrollerer planer i den form, pakken har; udtræk og dokumenter læses først af kommandolinjen eller Python.",
    "Why something is not there: on the command line the rule set stands in each report (`ruleSet` in `--format json`), and a draft \
     and what the case requires now are for a program that shows a form. What has changed since the last time holds two runs in memory \
     against each other, with all their answers; the command line keeps none, and npm checks plans one by one. C, Java, .NET and the \
     server are for a case system that checks plans in this library's form; exports and documents are read by the command line or Python \
     first.",
);
const TITLE: Wording = Wording::new("Hvad der kan spørges om i hvert sprog", "What can be asked in which language");
const LEAD: Wording = Wording::new(
    "Et tomt felt betyder, at det ikke findes dér. En rapport er den samme i dem alle.",
    "A blank cell is something that is not there. A report is the same in all of them.",
);
const OPTIONS_TITLE: Wording = Wording::new("Valg", "Options");
const ERRORS: Wording = Wording::new(
    "Et valg, der ikke findes, er `badOptions`: med en `reason`, hvor der er en nærmere kode, en `path` til stedet blandt valgene, og på \
     engelsk (i Python på kaldets sprog), for det er til den, der programmerer. En profil, der ikke kan bruges, er `badProfile`, på rapportens sprog. I Python er det \
     `OptionError` og `ProfileError`, i npm, Java og .NET `RehabplanError` og `RehabplanException`, i Rust `SelectionError`, \
     `HorizonError` og `ProfileError`, hvis `code()` er den nærmere kode.",
    "An option that does not exist is `badOptions`: with a `reason` where there is a finer code, a `path` to its place among the \
     options, and in English (in Python in the language of the call), since it is for who writes the program. A profile that cannot be used is `badProfile`, in the language of \
     the report. In Python these are `OptionError` and `ProfileError`, in npm, Java and .NET `RehabplanError` and `RehabplanException`, in \
     Rust `SelectionError`, `HorizonError` and `ProfileError`, whose `code()` is the finer code.",
);
/// The finer codes: what they are said of, where the core gives them, and what each means.
type Reasons = (Wording, &'static str, &'static [(&'static str, Wording)]);

const REASONS: &[Reasons] = &[
    (
        Wording::new("`badOptions`, af `only`:", "`badOptions`, of `only`:"),
        "crates/rehabplan/src/select.rs",
        &[
            (
                "emptySelection",
                Wording::new("Der er hverken regler eller steder", "There are neither rules nor places"),
            ),
            ("unknownRule", Wording::new("Der er ingen regel med det id", "There is no rule with this id")),
            (
                "scopeRule",
                Wording::new(
                    "Reglen siger, hvilke sager bekendtgørelsen gælder; den stiller intet krav",
                    "The rule says which cases the regulation applies to; it demands nothing",
                ),
            ),
            (
                "profileNotChosen",
                Wording::new(
                    "Reglen er en, som en profil tilføjer, og profilen er ikke valgt",
                    "The rule is one that a profile adds, and the profile is not chosen",
                ),
            ),
            ("unknownPath", Wording::new("Planen har ikke det sted", "The plan has no such place")),
            ("noRuleAtPath", Wording::new("Ingen regel ser på det sted", "No rule looks at this place")),
        ],
    ),
    (
        Wording::new("`badOptions`, af `horizon`:", "`badOptions`, of `horizon`:"),
        "crates/rehabplan/src/horizon.rs",
        &[
            ("emptyHorizon", Wording::new("Kilden rummer intet af en plan", "The source holds nothing of a plan")),
            ("unknownPlace", Wording::new("Planen har ikke det sted", "The plan has no such place")),
        ],
    ),
    (
        Wording::new(
            "`badProfile`, af profiler og fund, der ses bort fra:",
            "`badProfile`, of profiles and suppressions:",
        ),
        "crates/rehabplan/src/profile/error.rs",
        &[
            ("tooLarge", Wording::new("Filen er for stor", "The file is too large")),
            ("emptyFile", Wording::new("Filen er tom", "The file is empty")),
            (
                "notJson",
                Wording::new(
                    "Teksten er ikke JSON, eller den går for dybt",
                    "The text is not JSON, or it nests too deep",
                ),
            ),
            (
                "shape",
                Wording::new(
                    "JSON, men ikke en profil: en nøgle, der ikke findes eller mangler, eller en værdi af en anden slags",
                    "JSON, but no profile: a key that does not exist or is missing, or a value of another kind",
                ),
            ),
            (
                "name",
                Wording::new(
                    "Et navn har andre tegn end dem, navne har, eller er for langt",
                    "A name has other characters than names have, or is too long",
                ),
            ),
            ("unknownProfile", Wording::new("Der er ingen profil af det navn", "There is no such profile")),
            ("unknownTheme", Wording::new("Profilen har ikke det tema", "The profile has no such theme")),
            (
                "noTheme",
                Wording::new(
                    "Profilen har kun temaer, og ingen af dem er valgt",
                    "The profile has nothing but themes, and none is chosen",
                ),
            ),
            (
                "unknownParameter",
                Wording::new(
                    "Ingen af profilens regler kender den indstilling",
                    "No rule of the profile knows such a setting",
                ),
            ),
            (
                "parameterValue",
                Wording::new("Indstillingen er ikke et tal fra 0 og op", "The setting is not a number of at least 0"),
            ),
            ("unknownRule", Wording::new("Der er ingen regel med det id", "There is no rule with this id")),
            (
                "unknownVariant",
                Wording::new("Der er ingen sagstype med den kode", "There is no type of case with this code"),
            ),
            ("unknownFact", Wording::new("Planen har ikke den oplysning", "The plan has no such fact")),
            ("unknownCode", Wording::new("Oplysningen kan ikke have den kode", "The fact has no such code")),
            (
                "test",
                Wording::new(
                    "Oplysningen kan ikke prøves sådan, eller den prøves ikke på netop én måde",
                    "The fact cannot be tested so, or it has no test or more than one",
                ),
            ),
            ("period", Wording::new("Perioden slutter, før den begynder", "The period ends before it begins")),
            (
                "authority",
                Wording::new(
                    "En kommunekode er ikke tre cifre, eller profilen er for andre kommuner",
                    "The code of a municipality is not three digits, or the profile is for others",
                ),
            ),
            (
                "empty",
                Wording::new("En liste er tom, eller en tekst er uden ord", "A list is empty, or a text has no words"),
            ),
            ("tooMany", Wording::new("En liste er for lang", "A list is too long")),
            ("duplicate", Wording::new("Det samme navn står to gange", "The same name stands twice")),
            (
                "conflict",
                Wording::new(
                    "To virkninger, eller to fund, der ses bort fra, siger hver sit",
                    "Two effects, or two suppressions, say different things",
                ),
            ),
            ("notAList", Wording::new("De fund, der ses bort fra, er ikke en liste", "The suppressions are no list")),
            ("notAnObject", Wording::new("Et fund, der ses bort fra, er ikke et objekt", "A suppression is no object")),
            (
                "unknownKey",
                Wording::new(
                    "Et fund, der ses bort fra, har en nøgle, der ikke findes",
                    "A suppression has a key that does not exist",
                ),
            ),
            ("missingKey", Wording::new("Et fund, der ses bort fra, mangler en nøgle", "A suppression lacks a key")),
            (
                "duplicateKey",
                Wording::new("Et fund, der ses bort fra, har en nøgle to gange", "A suppression has a key twice"),
            ),
            ("notText", Wording::new("En værdi er ikke tekst", "A value is no text")),
            (
                "notABoolean",
                Wording::new("En værdi er hverken `true` eller `false`", "A value is neither `true` nor `false`"),
            ),
            ("notADate", Wording::new("En værdi er ikke en dato, der findes", "A value is no date that exists")),
            ("tooLong", Wording::new("En tekst er for lang", "A text is too long")),
            ("badKey", Wording::new("`key` er ikke nøglen på et fund", "`key` is not that of a finding")),
            (
                "unknownIdentifier",
                Wording::new(
                    "`key` nævner en post i en liste ved en nøgle, som posterne dér ikke har",
                    "`key` names an entry of a list by an identifier that such entries do not have",
                ),
            ),
            (
                "position",
                Wording::new(
                    "`key` nævner en post i en liste ved dens nummer, uden `position`",
                    "`key` names an entry of a list by its number, without `position`",
                ),
            ),
            (
                "noReason",
                Wording::new(
                    "Der er ingen begrundelse, eller ingen, der har besluttet det",
                    "There is no reason, or nobody who decided so",
                ),
            ),
            (
                "noCase",
                Wording::new(
                    "Der er ingen `case`, og der kan kontrolleres flere planer",
                    "There is no `case`, and more than one plan may be checked",
                ),
            ),
        ],
    ),
];
const REASONS_TITLE: Wording = Wording::new("Nærmere koder", "Finer codes");
const REASONS_LEAD: Wording = Wording::new(
    "Det, en fejls `reason` kan være. Koderne bliver ved at betyde det samme; der kan komme flere. Om andre valg er der ingen nærmere \
     kode: `path` siger, hvilket (`/phase`, `/asOf`; i Python `/as_of`, som valget hedder dér). Hvad der har en anden type, end det skal, er i \
     Python en `TypeError`, som i alt andet i Python.",
    "What the `reason` of an error may be. A code goes on meaning the same; there may be more of them. Of other options there is no \
     finer code: `path` says which (`/phase`, `/asOf`; in Python `/as_of`, as the option is called there). What is of another type than \
     it should be is a `TypeError` in Python, as everywhere in Python.",
);
