//! The table of what can be asked in which language. Each name is looked for in what the language offers, so that none stands
//! there which is no longer to be had.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use rehabplan::Lang;
use rehabplan::text::Wording;

use crate::Files;
use crate::words as w;

mod codes;

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
            "crates/rehabplan/src/catalogue/cited.rs",
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

/// What one may want, what it is called in each language (names with blanks between them, none where there is none), and
/// why it is not everywhere.
#[derive(Clone, Copy)]
struct Row {
    what: Wording,
    names: [&'static str; 8],
    but: Option<Wording>,
}

const fn row(da: &'static str, en: &'static str, names: [&'static str; 8]) -> Row {
    Row { what: Wording::new(da, en), names, but: None }
}

impl Row {
    const fn but(self, why: Wording) -> Self {
        Self { but: Some(why), ..self }
    }

    /// Whether it has its reason where it needs one. What C, Java, .NET and the server are for stands above the reasons, so what
    /// is in none of them needs no other.
    fn is_told(&self) -> bool {
        let [own @ .., java, dotnet, c, server] = self.names;
        let outside = [java, dotnet, c, server].map(str::is_empty);
        let is_told_above = outside.iter().all(|is_empty| *is_empty == outside[0]);
        self.but.is_some() != (is_told_above && !own.contains(&""))
    }
}

const ROWS: &[Row] = &[
    row(
        "Kontrollere én plan",
        "Check one plan",
        ["rehabplan::Checker", "Check", "validate", "validate", "check", "Check", "rehabplan_check", "/v1/check"],
    ),
    row(
        "Kontrollere mange med de samme valg",
        "Check many with the same options",
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
    row(
        "Kontrollere igen, mens planen skrives",
        "Check again while the plan is written",
        ["rehabplan::Draft", "", "", "draft", "", "", "", ""],
    )
    .but(Wording::new(
        "Et udkast sparer en formular for at læse hele planen igen ved hvert tastetryk. På kommandolinjen og \
 i Python er planen skrevet, når den kontrolleres.",
        "A draft saves a form from reading the whole plan again at every stroke. On the command line and in \
 Python the plan is written when it is checked.",
    )),
    row(
        "Udtræk af anden form",
        "Exports of another shape",
        ["rehabplan_import::import::Import", "Map Convert", "validate_table read_table draft_map", "", "", "", "", ""],
    )
    .but(READ),
    row(
        "Dokumenter (docx, odt, PDF)",
        "Documents (docx, odt, PDF)",
        ["rehabplan_import::document::Documents", "Check Convert", "validate_documents", "", "", "", "", ""],
    )
    .but(READ),
    row(
        "Hvad profiler ændrer",
        "What profiles change",
        ["rehabplan::compare::Comparison", "Compare", "compare", "compare", "", "", "", ""],
    ),
    row(
        "Hvad der er sket siden sidst",
        "What has changed since the last time",
        ["rehabplan_batch::table::Table::changes", "", "diff", "", "", "", "", ""],
    )
    .but(Wording::new(
        "To kørsler holdes op mod hinanden, mens deres svar er i hukommelsen. Kommandolinjen gemmer ingen \
 kørsel, og npm kontrollerer planerne en for en.",
        "Two runs are held against each other while their answers are in memory. The command line keeps no \
 run, and npm checks plans one by one.",
    )),
    row(
        "Hvad sagen kræver nu",
        "What the case requires now",
        ["rehabplan::needs::Needs", "", "needs", "validateWithNeeds requirements fieldNeeds", "", "", "", ""],
    )
    .but(Wording::new(
        "Det er for en formular; på kommandolinjen viser `--all` svaret på hvert krav. I C og på serveren er \
 det valget `needs`. Java og .NET giver en rapport og intet ved siden af den.",
        "It is for a form; on the command line `--all` shows the answer to each requirement. In C and on the \
 server it is the option `needs`. Java and .NET give a report and nothing beside it.",
    )),
    row(
        "Linje og kolonne",
        "Line and column",
        ["rehabplan::positions::Positions", "Check", "positions", "positions", "", "", "", ""],
    ),
    row(
        "Alle regler",
        "All rules",
        ["rehabplan::catalogue::rules", "Rules", "rules", "rules", "rules", "Rules", "rehabplan_rules", "/v1/rules"],
    ),
    row(
        "Én regel",
        "One rule",
        [
            "rehabplan::catalogue::AnyRule",
            "Explain",
            "explain",
            "explain",
            "explain",
            "Explain",
            "rehabplan_explain",
            "/v1/explain",
        ],
    ),
    row(
        "Kravene i en paragraf",
        "The requirements of a paragraph",
        ["rehabplan::catalogue::Cited", "Explain", "explain", "", "", "", "", ""],
    )
    .but(Wording::new(
        "Hvor det ikke er et kald, er det de regler i listen, hvis `provision` er paragraffen.",
        "Where it is no call, it is the rules of the list whose `provision` is the paragraph.",
    )),
    row(
        "Matricen",
        "The matrix",
        ["rehabplan::law::Matrix", "Matrix", "matrix", "matrix", "rules", "Rules", "rehabplan_rules", "/v1/rules"],
    ),
    row(
        "De retlige enheder",
        "The legal units",
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
    row(
        "Hvad koder hedder",
        "What codes are called",
        ["rehabplan::names::Names", "Names", "names", "names", "", "", "", ""],
    ),
    row(
        "Hvilket regelsæt det er",
        "Which rule set it is",
        ["rehabplan::RULE_SET", "", "rule_set", "ruleSet", "", "", "", ""],
    )
    .but(Wording::new(
        "Det står i hver rapport (`ruleSet`), og kommandolinjen, C, Java, .NET og serveren siger det kun dér.",
        "It stands in each report (`ruleSet`), and the command line, C, Java, .NET and the server say it \
 there alone.",
    )),
    row(
        "Profilerne",
        "The profiles",
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
    row(
        "Huskeliste, før planen skrives",
        "A checklist before the plan is written",
        ["rehabplan::law::Checklist", "Checklist", "checklist", "checklist", "", "", "", ""],
    ),
    row(
        "Skema for en plan",
        "The schema of a plan",
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
    row(
        "Skema for en rapport",
        "The schema of a report",
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
    )
    .but(Wording::new(
        "Typerne til Java og .NET er lavet af skemaet.",
        "The types of Java and .NET are made from the schema.",
    )),
    row(
        "Skemaer for profiler og for fund, der ses bort fra",
        "The schemas of profiles and suppressions",
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
    )
    .but(Wording::new(
        "Den, der skriver en fil til Java eller .NET, har skemaerne fra kommandolinjen (`schema`).",
        "Who writes a file for Java or .NET has the schemas from the command line (`schema`).",
    )),
    row(
        "Hvorfor en sætning anbefaler",
        "Why a sentence recommends",
        ["rehabplan::language::recommendation", "", "recommendation", "recommendation", "", "", "", ""],
    )
    .but(Wording::new(
        "Svaret er steder i en tekst, som den, der spørger, selv viser. Kommandolinjen viser intet af en \
 plan.",
        "The answer is places in a text that is shown by whoever asks. The command line shows nothing of a \
 plan.",
    )),
    row(
        "En side til udskrift",
        "A page to print",
        ["rehabplan_render::html::report", "Check", "to_html", "", "", "", "", ""],
    )
    .but(MANY),
    row(
        "Et regneark over mange planer",
        "A workbook of many plans",
        ["rehabplan_render::Workbook", "Check", "to_excel", "", "", "", "", ""],
    )
    .but(MANY),
    row(
        "Tal for grupper af planer",
        "Figures for groups of plans",
        ["rehabplan_render::Groups", "Check", "summary", "", "", "", "", ""],
    )
    .but(MANY),
    row(
        "Hvor meget et menneske skal vurdere, i ord",
        "How much a person must judge, in words",
        ["rehabplan::Report::review_line", "Check", "review_line", "reviewLine", "", "", "", ""],
    ),
    row(
        "Rapporten, sorteret til en formular",
        "The report, sorted for a form",
        ["", "", "", "sortOut findingsByPath", "", "", "", ""],
    )
    .but(Wording::new(
        "Det er for felterne i en formular. De andre har rapportens liste, og kommandolinjen og siden til \
 udskrift samler den efter årsag.",
        "It is for the fields of a form. The others have the list of the report, and the command line and the \
 page to print group it by cause.",
    )),
];

const READ: Wording = Wording::new(
    "En formular i en browser skriver selv planen; filer læses af kommandolinjen og Python.",
    "A form in a browser writes the plan itself; files are read by the command line and Python.",
);
const MANY: Wording = Wording::new(
    "En formular har sin egen side, og npm kontrollerer planerne en for en.",
    "A form has a page of its own, and npm checks plans one by one.",
);
const ONE_BY_ONE: Wording = Wording::new(
    "Det er for mange planer på én gang: i Rust `rehabplan_render::Groups` og `rehabplan_batch::Threads`; \
 de andre får planerne en for en, og serverens tråde vælges, når den startes (`serve`).",
    "It is for many plans at once: in Rust `rehabplan_render::Groups` and `rehabplan_batch::Threads`; the \
 others are given plans one by one, and the threads of the server are chosen when it is started \
 (`serve`).",
);

/// How a plan is to be checked: one word for each thing, written as each language writes names.
const OPTIONS: &[Row] = &[
    row(
        "Hvor langt sagen er nået",
        "How far the case has come",
        ["phase", "phase", "phase", "phase", "phase", "Phase", "phase", "phase"],
    ),
    row(
        "Den dag, der regnes for dags dato",
        "The day that counts as today",
        ["as_of", "as-of", "as_of", "asOf", "asOf", "AsOf", "asOf", "asOf"],
    ),
    row(
        "Hvilke svar rapporten beholder",
        "Which answers the report keeps",
        ["detail", "all", "detail", "detail", "detail", "Detail", "detail", "detail"],
    ),
    row("Teksternes sprog", "The language of the texts", ["", "lang", "lang", "lang", "lang", "Lang", "lang", "lang"])
        .but(Wording::new(
            "I Rust vælges sproget, når rapporten skrives (`to_json`).",
            "In Rust the language is chosen when the report is written (`to_json`).",
        )),
    row(
        "Om teksterne gennemsøges (§ 3, stk. 3)",
        "Whether texts are searched (§ 3, stk. 3)",
        ["language", "no-language", "language", "language", "language", "Language", "language", "language"],
    ),
    row(
        "Kun en del af kontrollen",
        "Only a part of the check",
        ["only", "only-rule only-path", "only", "only", "only", "OnlyRules OnlyPaths", "only", "only"],
    ),
    row(
        "Hvad kilden har plads til",
        "What the source has room for",
        ["horizon", "horizon", "horizon", "horizon", "horizon", "Horizon", "horizon", "horizon"],
    ),
    row(
        "Profiler",
        "Profiles",
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
    row(
        "Hvad sagen kræver, ved siden af rapporten",
        "What the case requires, beside the report",
        ["", "", "", "", "", "", "needs", "needs"],
    )
    .but(Wording::new(
        "I Rust, Python og npm er det et kald for sig; se den første tabel.",
        "In Rust, Python and npm it is a call of its own; see the first table.",
    )),
    row(
        "Fund, der ses bort fra",
        "Findings that are suppressed",
        ["profiles", "suppress", "suppress", "suppress", "suppressJson", "SuppressJson", "suppress", "suppress"],
    ),
    row(
        "Hvad planerne kan grupperes efter",
        "What plans can be grouped by",
        ["", "group", "groups", "", "", "", "", ""],
    )
    .but(ONE_BY_ONE),
    row(
        "Hvor mange planer der kontrolleres ad gangen",
        "How many plans are checked at a time",
        ["", "threads", "threads", "", "", "", "", ""],
    )
    .but(ONE_BY_ONE),
];

/// The caller's own id of a plan, which suppressions name. It is of the plan, and no option of a check of many.
const CASE: &[Row] = &[row(
    "Jeres eget id på planen (`case` i et fund, der ses bort fra)",
    "Your own id of the plan (`case` of a suppression)",
    ["of_case", "id", "case id", "case id", "caseId", "caseId", "case_id", "id"],
)];

/// Adds the tables in both languages.
///
/// # Errors
///
/// When a file cannot be read, or a name is not to be had in its language.
pub(crate) fn add(files: &mut Files, root: &Path) -> io::Result<()> {
    codes::held(root)?;
    if let Some(row) = [ROWS, OPTIONS, CASE].into_iter().flatten().find(|row| !row.is_told()) {
        let why = if row.but.is_some() { "is everywhere" } else { "is not everywhere, and does not say why" };
        return Err(io::Error::other(format!("functions.rs: {} {why}", row.what.get(Lang::En))));
    }
    for (place, front) in FRONTS.iter().enumerate() {
        // What is made is read as it will be.
        let made = |path: &str| files.get(path).cloned().map(Ok);
        let read = |path: &&str| made(path).unwrap_or_else(|| fs::read_to_string(root.join(path)));
        let declared = front.declared.iter().map(read).collect::<io::Result<Vec<_>>>()?.join("\n");
        let options = read(&front.options)?;
        let both = format!("{declared}\n{options}");
        for (rows, declared) in [(ROWS, declared), (OPTIONS, options), (CASE, both)] {
            let names = rows.iter().filter_map(|row| row.names.get(place)).flat_map(|names| names.split(' '));
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
        let _ = write!(page, "\n{}\n\n{}", WHY.get(lang), reasons(ROWS, lang));
        let _ = write!(page, "\n## {}\n\n", OPTIONS_TITLE.get(lang));
        let options = [OPTIONS, CASE].concat();
        page += &table(&options, lang, chosen);
        let _ = write!(page, "\n{}", reasons(&options, lang));
        let _ = write!(page, "\n{}\n", ERRORS.get(lang));
        page += &codes::page(lang);
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
    for Row { what, names, .. } in rows {
        let cell = |(front, names): (&Front, &str)| {
            let names = names.split(' ').filter(|name| !name.is_empty());
            names.map(|name| shown(front, name)).collect::<Vec<_>>().join(", ")
        };
        let cells: Vec<String> = FRONTS.iter().zip(*names).map(cell).collect();
        let _ = writeln!(table, "| {} | {} |", what.get(lang), cells.join(" | "));
    }
    table
}

/// Why rows are not everywhere: each reason once, with what it is said of.
fn reasons(rows: &[Row], lang: Lang) -> String {
    let mut reasons: Vec<(Wording, Vec<&str>)> = Vec::new();
    for Row { what, but, .. } in rows {
        let Some(why) = *but else { continue };
        match reasons.iter_mut().find(|(other, _)| *other == why) {
            Some((_, all)) => all.push(what.get(lang)),
            None => reasons.push((why, vec![what.get(lang)])),
        }
    }
    let line = |(why, all): &(Wording, Vec<&str>)| format!("- {}: {}\n", all.join("; "), why.get(lang));
    reasons.iter().map(line).collect()
}

/// An option as one writes it.
fn chosen(front: &Front, name: &str) -> String {
    if front.title == "CLI" { format!("`--{name}`") } else { format!("`{name}`") }
}

/// A name as one writes it; the commands of the command line are declared with a capital.
fn shown(front: &Front, name: &str) -> String {
    if front.title == "CLI" { format!("`{}`", name.to_lowercase()) } else { format!("`{name}`") }
}

const WHY: Wording = Wording::new(
    "Hvorfor noget ikke findes overalt. C, Java, .NET og serveren er til et fagsystem, der selv har \
 planerne og siderne: de kontrollerer en plan i pakkens egen form og siger, hvad reglerne er. Ellers:",
    "Why something is not everywhere. C, Java, .NET and the server are for a case system, which has the \
 plans and the pages itself: they check a plan in this library's form and say what the rules are. \
 Otherwise:",
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
     `HorizonError` og `ProfileError`, hvis `code()` er den nærmere kode. \
     Et dokument, der ikke kan læses som en plan, har de samme koder overalt (`notJson`, `tooLarge` og så videre), i Rust og Python på en \
     `ReadError`. En regel, der ikke findes, er `unknownRule`, i Python en `KeyError`; at svar mangler til at sige, hvad sagen kræver, er i \
     npm `needsAll`, i C og på serveren `badOptions` (`/needs`) og i Python en `ValueError`. I Rust er begge dele `None`.",
    "An option that does not exist is `badOptions`: with a `reason` where there is a finer code, a `path` to its place among the \
     options, and in English (in Python in the language of the call), since it is for who writes the program. A profile that cannot be used is `badProfile`, in the language of \
     the report. In Python these are `OptionError` and `ProfileError`, in npm, Java and .NET `RehabplanError` and `RehabplanException`, in \
     Rust `SelectionError`, `HorizonError` and `ProfileError`, whose `code()` is the finer code. \
     A document that cannot be read as a plan has the same codes everywhere (`notJson`, `tooLarge` and so on), in Rust and Python on a \
     `ReadError`. A rule that does not exist is `unknownRule`, in Python a `KeyError`; that answers are missing to say what the case requires is \
     `needsAll` in npm, `badOptions` (`/needs`) in C and on the server, and a `ValueError` in Python. In Rust both are `None`.",
);
