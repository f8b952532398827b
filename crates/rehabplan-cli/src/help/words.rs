//! Everything that the program says of its own command line, in both languages.
//!
//! The first paragraph is what `-h` shows; `--help` shows the rest too.

use rehabplan::text::Wording;

const fn text(da: &'static str, en: &'static str) -> Wording {
    Wording::new(da, en)
}

/// The same of a command that only shows what there is.
macro_rules! shown {
    ($da:expr, $en:expr $(,)?) => {
        text(
            concat!(
                $da,
                "\n\nAfslutningskode: 0, eller 2, når kommandoen er forkert, eller resultatet ikke kunne skrives helt."
            ),
            concat!(
                $en,
                "\n\nExit status: 0, or 2 when the command was wrong or the result could not be written whole."
            ),
        )
    };
}

pub(super) const USAGE: Wording = text("Brug:", "Usage:");
pub(super) const COMMANDS: Wording = text("Kommandoer", "Commands");
pub(super) const COMMAND: Wording = text("KOMMANDO", "COMMAND");
pub(super) const ARGUMENTS: Wording = text("Argumenter", "Arguments");
pub(super) const OPTIONS: Wording = text("Tilvalg", "Options");
pub(super) const OPTION: Wording = text("TILVALG", "OPTIONS");
pub(super) const VALUES: Wording = text("[mulige værdier: {values}]", "[possible values: {values}]");
pub(super) const DEFAULT: Wording = text("[ellers: {values}]", "[default: {values}]");

pub(super) const PROGRAM: Wording = text(
    "Kontrollerer danske rehabiliteringsplaner mod den bekendtgørelse, der gælder for dem, med henvisning for hvert fund",
    "Checks Danish rehabiliteringsplaner against the regulation that governs them, with a citation for every finding",
);

/// What each command does.
pub(super) const COMMAND_TEXTS: &[(&str, Wording)] = &[
    (
        "check",
        text(
            "Kontrollér planer\n\n\
             Afslutningskode: 0, når ingen plan er mangelfuld, alle kan afgøres, og alle værdier kan læses; 1, når det \
             ikke er så; 2, når noget slet ikke kan læses som en plan (resten kontrolleres alligevel), når kommandoen er \
             forkert, og når resultatet ikke kunne skrives helt, også fordi modtageren holdt op med at læse, som i »| head«. Et \
             fund, der ses bort fra (--suppress), tæller ikke med her, heller ikke i en plan, der stadig er mangelfuld. Er kun \
             krav fra profiler valgt (--only-rule proces/PR1), er koden 0, når mindst ét af dem er opfyldt i hver plan, og \
             ingen mangler eller er åbne.",
            "Check plans\n\n\
             Exit status: 0 when no plan is deficient or undetermined and every value can be read; 1 when that is not so; 2 \
             when something could not be read as a plan at all (the rest is still checked), when the command was wrong, and \
             when the result could not be written whole, also because the reader stopped reading, as in \"| head\". A \
             suppressed finding (--suppress) does not count here, not even in a plan that is still deficient. Where only rules \
             of profiles are chosen (--only-rule proces/PR1), the status is 0 when in every plan one of them at least is met \
             and none is not met or open.",
        ),
    ),
    (
        "rules",
        shown!(
            "Vis alle krav, og med profiler de regler, de tilføjer",
            "List every requirement, and with profiles the rules that they add",
        ),
    ),
    (
        "explain",
        shown!(
            "Forklar et krav, en regel fra en profil eller en hel paragraf",
            "Explain a requirement, a rule that a profile adds, or a whole paragraph",
        ),
    ),
    (
        "checklist",
        shown!(
            "Vis kravene i en sagstype som en liste at skrive planen efter",
            "Show the requirements of a type of case as a list to write the plan by",
        ),
    ),
    (
        "matrix",
        shown!(
            "Vis, hvilket krav der gælder i hvilken sagstype",
            "Show which requirement applies in which type of case"
        ),
    ),
    (
        "coverage",
        shown!(
            "Vis, hvordan hver sætning i bekendtgørelsen er dækket",
            "Show how every sentence of the regulation is covered",
        ),
    ),
    (
        "schema",
        shown!(
            "Skriv JSON-skemaet for en plan, en rapport, en profil eller en liste over fund, der ses bort fra (de to sidste med beskrivelser på engelsk)",
            "Print the JSON Schema of a plan, a report, a profile or a list of suppressions (the descriptions of the last two are in English)",
        ),
    ),
    (
        "names",
        shown!(
            "Skriv, hvad koderne i en rapport hedder på begge sprog, som JSON",
            "Print what the codes of a report are called in both languages, as JSON",
        ),
    ),
    (
        "profiles",
        shown!(
            "Vis de profiler, der følger med, eller forklar en af dem",
            "List the profiles that come with the product, or explain one",
        ),
    ),
    (
        "compare",
        text(
            "Vis, hvad profiler ændrer: de samme planer uden dem og med dem\n\n\
             Alle profilerne vælges sammen, som i check: med to af dem sammenlignes planerne uden dem begge og med dem begge. \
             For at holde den ene profil op mod den anden sammenlignes to gange. Afslutningskode: 0, eller 2, når noget ikke \
             kunne læses som en plan (resten sammenlignes alligevel), når kommandoen var forkert, eller når resultatet ikke \
             kunne skrives.",
            "Show what profiles change: the same plans without them and with them\n\n\
             All the profiles are chosen together, as for check: with two of them the plans are compared without either and \
             with both. To hold one profile against another, compare twice. Exit status: 0, or 2 when something could not be \
             read as a plan (the rest is still compared), when the command was wrong, or when the result could not be written.",
        ),
    ),
    (
        "map",
        text(
            "Kort, der siger, hvor et udtræks kolonner hører til i en plan: foreslå et, prøv det af, vis dets skema",
            "Mappings, which say where the columns of an export belong in a plan: propose one, try it out, show its schema",
        ),
    ),
    (
        "map draft",
        text(
            "Foreslå et kort ud fra overskrifterne og de første rækker\n\n\
             For et dokument er det kort, der følger med, til at rette efter jeres skabelon. \
             Skriver kortet på standardoutput, med mærker ved det, der er gæt, de kolonner, der ikke bruges, og hvad kilden kan \
             vise. Afslutningskode: 0; 1, når intet blev genkendt; 2, når en fil ikke kan læses.",
            "Propose a mapping from the headings and the first rows\n\n\
             For a document it is the one that comes along, to be adapted to your template. \
             Writes the mapping to standard output, with marks at what is a guess, the columns that are not used, and what the \
             source can show. Exit status: 0; 1 when nothing was recognised; 2 when a file cannot be read.",
        ),
    ),
    (
        "map check",
        text(
            "Vis, hvad der bliver af en kildes værdier efter et kort: læst, tomme og ulæselige for hver kolonne\n\n\
             Afslutningskode: 0; 1, når værdier ikke kan læses; 2, når rækker ikke kan læses, eller kortet er forkert.",
            "Show what becomes of the values of a source by a mapping: read, empty and refused for each column\n\n\
             Exit status: 0; 1 when values cannot be read; 2 when rows cannot be read, or the mapping is wrong.",
        ),
    ),
    (
        "map schema",
        shown!(
            "Skriv JSON-skemaet for et kort (beskrivelserne er på engelsk)",
            "Print the JSON Schema of a mapping (the descriptions are in English)",
        ),
    ),
    (
        "convert",
        text(
            "Lav planer af et udtræk efter et kort, eller af dokumenter, en linje JSON for hver\n\n\
             Hver linje har id, row, carried og plan; kontrollér dem med --plan plan --id id. Et dokuments linje har file i stedet \
             for row, og --id file. Hvad kilden ikke har plads til, siger en linje ikke. Afslutningskode: 0; 1, når værdier ikke \
             kan læses, eller et dokument siger noget, der ikke er plads til i en plan; 2, når rækker eller dokumenter ikke kan \
             læses (resten skrives alligevel), når kortet eller kommandoen er forkert, eller når resultatet ikke kunne skrives.",
            "Make plans out of an export by a mapping, or out of documents, a line of JSON for each\n\n\
             Each line has id, row, carried and plan; check them with --plan plan --id id. The line of a document has file in \
             place of row, and --id file. What the source has no place for, a line does not say. Exit status: 0; 1 when values \
             cannot be read, or a document says something that a plan has no place for; 2 when rows or documents cannot be read \
             (the rest is still written), when the mapping or the command was wrong, or when the result could not be written.",
        ),
    ),
    ("map help", text("Vis denne hjælp, eller hjælpen til en kommando", "Print this help, or the help of a command")),
    #[cfg(feature = "server")]
    (
        "serve",
        text(
            "Svar andre programmer: over HTTP på denne maskine, eller linje for linje\n\n\
             Adressen skrives på standardoutput, når der svares på den; /openapi.json siger, hvad der kan spørges om. Med \
             --stdio læses en plan på hver linje af standardinput, og svaret skrives som en linje på standardoutput. Der \
             gemmes intet, og intet fra en plan kommer i en log. SIGTERM eller Ctrl-C stopper, når det begyndte er gjort færdigt.\n\n\
             Afslutningskode: 0, når den er stoppet eller alle linjer er besvaret, hvad svarene end siger; 2, når adressen eller en \
             indstilling ikke kan bruges, når svarene ikke kan skrives, og når --stdio ikke fik en eneste plan at kontrollere.",
            "Answer other programs: over HTTP on this machine, or line by line\n\n\
             The address is written to standard output once it is answered; /openapi.json says what can be asked. With --stdio \
             a plan is read from each line of standard input, and the answer is a line of standard output. Nothing is kept, and \
             nothing of a plan comes into a log. SIGTERM or Ctrl-C stops, once what was begun is finished.\n\n\
             Exit status: 0 when it was stopped or all lines were answered, whatever the answers say; 2 when the address or an \
             option cannot be used, when the answers cannot be written, and when --stdio got no plan at all to check.",
        ),
    ),
    ("help", text("Vis denne hjælp, eller hjælpen til en kommando", "Print this help, or the help of a command")),
];

/// What each argument means: the command (none where it means the same in all), the argument and the text.
pub(super) const ARGUMENT_TEXTS: &[(&str, &str, Wording)] = &[
    (
        "",
        "lang",
        text(
            "Teksternes sprog: dansk eller engelsk\n\n\
             Uden det er resultaterne på dansk på enhver maskine. Denne hjælp følger sproget i LC_ALL, LC_MESSAGES eller LANG.",
            "Language of the texts: Danish or English\n\n\
             Without it, results are in Danish on every machine. This help follows the language of LC_ALL, LC_MESSAGES or LANG.",
        ),
    ),
    ("", "help", text("Vis hjælp (»-h« i kort form)", "Print help (short with \"-h\")")),
    ("", "version", text("Vis versionen", "Print the version")),
    (
        "",
        "paths",
        text(
            "Filer og mapper; - er standardinput\n\n\
             I en mappe søges der efter planer (*.json, *.ndjson og *.jsonl) og dokumenter (*.docx, *.odt og *.pdf), \
             også i dens mapper; andre filer i den nævnes. I NDJSON er hver linje én plan. Et dokument læses efter sine \
             overskrifter; det, det ikke har plads til, gør ingen plan mangelfuld.",
            "Files and folders; - is standard input\n\n\
             A folder is searched for plans (*.json, *.ndjson and *.jsonl) and documents (*.docx, *.odt and *.pdf), \
             and so are the folders in it; its other files are named. In NDJSON each line is one plan. A document is read by \
             its headings; what it has no place for makes no plan deficient.",
        ),
    ),
    (
        "",
        "phase",
        text(
            "Hvor langt sagen er nået; udelades det, afgør planens dele det",
            "How far the case has come; left out, the parts that are there decide",
        ),
    ),
    ("", "as_of", text("Den dag, der regnes for dags dato, ÅÅÅÅ-MM-DD", "The day that counts as today, YYYY-MM-DD")),
    (
        "",
        "ndjson",
        text(
            "Læs standardinput og hver nævnt fil som NDJSON, uanset hvad den hedder",
            "Read standard input and every named file as NDJSON, whatever it is called",
        ),
    ),
    (
        "",
        "map",
        text(
            "Et kort, der siger, hvor kildens kolonner hører til i en plan; se »rehabplan map«\n\n\
             Kilden er da en tabel (CSV, regneark, Parquet, Arrow eller JSON af en anden form) eller dokumenter, der følger jeres \
             egen skabelon. Det, den ikke har plads til, gør ingen plan mangelfuld.",
            "A mapping that says where the columns of the source belong in a plan; see \"rehabplan map\"\n\n\
             The source is then a table (CSV, a workbook, Parquet, Arrow, or JSON of another shape), or documents on a template \
             of your own. What it has no place for makes no plan deficient.",
        ),
    ),
    (
        "",
        "tables",
        text(
            "Filen med en af kortets andre tabeller, som indsatser=indsatser.csv (kan gentages)",
            "The file of another table of the mapping, as indsatser=indsatser.csv (may be repeated)",
        ),
    ),
    #[cfg(feature = "document")]
    (
        "",
        "sagstype",
        text(
            "Sagstypen for de dokumenter, der ikke selv siger den, eller for alle sager i et udtræk",
            "The type of case of the documents that do not say it themselves, or of all cases of an export",
        ),
    ),
    ("map check", "map", text("Kortet", "The mapping")),
    (
        "map check",
        "paths",
        text(
            "Filen med sagerne; for dokumenter også flere og mapper",
            "The file of the cases; for documents also several, and folders",
        ),
    ),
    (
        "convert",
        "paths",
        text(
            "Filen med sagerne; for dokumenter også flere og mapper",
            "The file of the cases; for documents also several, and folders",
        ),
    ),
    (
        "map draft",
        "files",
        text(
            "Filen med sagerne, og derefter dem med andre tabeller",
            "The file of the cases, and after it those of other tables",
        ),
    ),
    (
        "",
        "plan",
        text(
            "Hvor planen står, når dokumenterne selv har andet omkring den: en nøgle eller en JSON Pointer\n\n\
             Som i --plan plan for {\"sagsnummer\": 4711, \"plan\": {...}}, i et dokument eller på en linje. En liste står for \
             sine poster, både hvor dokumentet er en liste af den slags, og hvor nøglen fører til en liste af planer.",
            "Where the plan stands when the documents have something else around it: a key or a JSON Pointer\n\n\
             As in --plan plan for {\"sagsnummer\": 4711, \"plan\": {...}}, in a document or on a line. A list stands for its \
             entries, both where the document is a list of such objects and where the key leads to a list of plans.",
        ),
    ),
    (
        "",
        "id",
        text(
            "Hvor jeres eget navn på planen står, fx et sagsnummer: en nøgle eller en JSON Pointer\n\n\
             Navnet følger planen i resultatet. Det læses i det, der står om planen, og kan være tekst eller et tal.",
            "Where your own name for the plan stands, such as a case number: a key or a JSON Pointer\n\n\
             The name follows the plan into the result. It is read in what stands around the plan, and may be text or a number.",
        ),
    ),
    (
        "",
        "threads",
        text(
            "Antal tråde, højst 256; 0 er én for hver processorkerne",
            "Number of threads, at most 256; 0 is one for each processor core",
        ),
    ),
    (
        "check",
        "format",
        text(
            "Resultatets form\n\n\
             text er til mennesker, json er ét objekt med en sammentælling, ndjson er et objekt på en linje for hver plan, og \
             csv er en række for hvert fund; en plan uden fund har en række for sig. html er en side til mødet, som kan \
             udskrives, og xlsx et regneark; begge samler alle planer og skrives til sidst. Af over 100 planer viser siden kun \
             dem i fuld længde, der mangler noget, og højst 1.000.",
            "Form of the result\n\n\
             text is for people, json is one object with a summary, ndjson is an object on a line for each plan, and csv is a \
             row for each finding; a plan without any has a row of its own. html is a page to print for the meeting, and xlsx a \
             workbook; both gather all plans and are written at the end. Of more than 100 plans the page shows only those in \
             full that lack something, and 1,000 at most.",
        ),
    ),
    (
        "",
        "excel",
        text(
            "Skriv csv, som dansk Excel åbner det: semikolon, decimalkomma og æøå\n\n\
             --format csv er da underforstået; andre former findes ikke på den måde. Tekst, som Excel ville regne på (den begynder med =, +, - eller @), får et ' foran.",
            "Write csv as a Danish Excel opens it: semicolon, decimal comma and BOM\n\n\
             --format csv is then understood; no other form can be written so. Text that Excel would reckon out (it begins with =, +, - or @) gets a ' before it.",
        ),
    ),
    ("", "output", text("Skriv resultatet i en fil", "Write the result to a file")),
    (
        "",
        "groups",
        text(
            "Tæl også op efter noget, der står om planen, fx et distrikt: en nøgle eller en JSON Pointer (kan gentages)\n\n\
             month:/moede/dato og quarter:/moede/dato er måneden og kvartalet for en dato i planen. Resultatet viser da også \
             værdierne. Små grupper vises ikke.",
            "Count also by something that stands around the plan, such as a district: a key or a JSON Pointer (may be repeated)\n\n\
             month:/moede/dato and quarter:/moede/dato are the month and the quarter of a date of the plan. The result then \
             shows the values too. Small groups are not shown.",
        ),
    ),
    (
        "",
        "min_group",
        text(
            "Det mindste antal planer i en gruppe, der vises; planerne rummer helbredsoplysninger",
            "The least number of plans in a group that is shown; plans hold health data",
        ),
    ),
    (
        "checklist",
        "case",
        text(
            "Sagstypen, som fleksjob eller foertidspension, eller en af de 15 varianter, som FP12",
            "The type of case, such as fleksjob or foertidspension, or one of the 15 variants, such as FP12",
        ),
    ),
    (
        "checklist",
        "phase",
        text(
            "Hvor langt sagen er nået; uden den til forelæggelsen",
            "How far the case has come; without it, until it is presented",
        ),
    ),
    ("", "format", text("Resultatets form; text er til mennesker", "Form of the result; text is for people")),
    (
        "",
        "review",
        text(
            "Vis også de punkter, som kun et menneske kan afgøre, med spørgsmål og sted\n\n\
             json og ndjson viser da alle svar, som med --all.",
            "Show also the points that only a person can judge, with question and place\n\n\
             json and ndjson then show every answer, as with --all.",
        ),
    ),
    (
        "",
        "all",
        text(
            "Vis svaret på alle krav, ikke kun det, der ikke er opfyldt, og det, der ikke kan afgøres",
            "Show the answer to every requirement, not only what is not met and what could not be determined",
        ),
    ),
    (
        "",
        "only_rules",
        text(
            "Kontrollér kun dette krav eller denne regel fra en valgt profil (kan gentages)",
            "Check only this requirement, or this rule that a chosen profile adds (may be repeated)",
        ),
    ),
    (
        "",
        "only_paths",
        text(
            "Kontrollér kun de krav, der ser på dette sted i planen, en JSON Pointer (kan gentages)",
            "Check only requirements that look at this place of the plan, a JSON Pointer (may be repeated)",
        ),
    ),
    (
        "",
        "no_language",
        text(
            "Gennemsøg ikke teksterne for anbefalinger (§ 3, stk. 3); P3.3.b er så til menneskelig vurdering",
            "Do not search the texts for recommendations (§ 3, stk. 3); P3.3.b is then for a person to judge",
        ),
    ),
    (
        "convert",
        "horizon",
        text(
            "Skriv i denne fil, hvad kilden har plads til, så den kan gives til »check --horizon« sammen med planerne",
            "Write into this file what the source has room for, to be given to \"check --horizon\" along with the plans",
        ),
    ),
    (
        "",
        "horizon",
        text(
            "En fil med de steder i planen, som kilden har plads til: en JSON Pointer på hver linje, eller en JSON-liste\n\n\
             Et krav, hvis svar afhænger af noget, der ikke er plads til, er ikke en mangel; det tælles for sig, og planen kan \
             højst ende som »Kan ikke afgøres«. Med ! foran tages et sted fra igen; har alle steder !, tages de fra hele \
             planen, som !/forberedendeDel/cv. Et * står for enhver post i en liste.",
            "A file with the places of the plan that the source has room for: a JSON Pointer on each line, or a JSON array\n\n\
             A requirement whose answer hangs on what there is no room for is no defect; it is counted apart, and the plan can \
             at best come to \"Cannot be determined\". With ! before it a place is taken away again; where every place has \
             one, they are taken from the whole plan, as !/forberedendeDel/cv. A * stands for any entry of a list.",
        ),
    ),
    (
        "",
        "profiles",
        text(
            "En profil, der følger med, med temaer og indstillinger efter et kolon (kan gentages)\n\n\
             Som i vejledning, proces:maksSider=50 og forsoeg/nordjylland-2017:1A,2,authority=851,validFrom=2018-01-01. \
             Kommandoen profiles viser dem.",
            "A profile that comes with the product, with its themes and settings after a colon (may be repeated)\n\n\
             As in vejledning, proces:maksSider=50 and forsoeg/nordjylland-2017:1A,2,authority=851,validFrom=2018-01-01. The \
             command profiles lists them.",
        ),
    ),
    (
        "",
        "profile_files",
        text("En egen profil, som JSON (kan gentages)", "A profile of your own, as JSON (may be repeated)"),
    ),
    (
        "",
        "suppressions",
        text(
            "En liste over kendte fund, der ses bort fra, hvert med en begrundelse, som JSON (kan gentages)\n\n\
             Hvert fund nævner sin sag (case): det, --id siger; uden --id filens sti, som den er givet eller fundet, i NDJSON med \
             linjens nummer bag et kolon, som planer.ndjson:12. Det samme fund i en anden sag bliver stående. Uden case afvises fundet, \
             medmindre netop én plan kontrolleres. Planens konklusion er den samme som før. »rehabplan schema suppressions« er \
             listens skema.",
            "A list of known findings that are to stand in nobody's way, each with a reason, as JSON (may be repeated)\n\n\
             Each finding names its case (case): what --id says; without --id the path of the file as it was given or found, in \
             NDJSON with the number of the line behind a colon, as in plans.ndjson:12. The same finding in another case stands. \
             Without a case the finding is refused, unless exactly one plan is checked. The conclusion on the plan is the same as \
             before. \"rehabplan schema suppressions\" is the schema of the list.",
        ),
    ),
    (
        "explain",
        "rule",
        text(
            "Reglens id, som P3.1.4 eller proces/PR1, eller en paragraf, som § 7 eller § 7, stk. 2",
            "Id of the rule, such as P3.1.4 or proces/PR1, or a paragraph, such as § 7 or § 7, stk. 2",
        ),
    ),
    #[cfg(feature = "server")]
    (
        "serve",
        "stdio",
        text(
            "Læs fra standardinput og svar på standardoutput i stedet for over HTTP",
            "Read from standard input and answer on standard output instead of over HTTP",
        ),
    ),
    #[cfg(feature = "server")]
    (
        "serve",
        "listen",
        text(
            "Adresse og port; port 0 er en, der er ledig\n\n\
             Kan andre end denne maskine nå adressen, skal --token-file med. Forbindelsen er ikke krypteret; det må et program \
             foran sørge for.",
            "Address and port; port 0 is one that is free\n\n\
             If others than this machine can reach the address, --token-file is needed. The connection is not encrypted; a \
             program before it has to see to that.",
        ),
    ),
    #[cfg(feature = "server")]
    (
        "serve",
        "token_file",
        text(
            "En fil med det token (mindst 32 tegn), som enhver forespørgsel skal have med",
            "A file with the token (at least 32 characters) that every request must bring",
        ),
    ),
    #[cfg(feature = "server")]
    (
        "serve",
        "queue",
        text(
            "Højst så mange planer må vente på, at en tråd bliver ledig; flere afvises",
            "At most this many plans wait for a thread; more are refused",
        ),
    ),
    #[cfg(feature = "server")]
    (
        "serve",
        "connections",
        text("Højst så mange forbindelser må der være ad gangen", "At most this many connections at a time"),
    ),
    #[cfg(feature = "server")]
    (
        "serve",
        "max_bytes",
        text("Højst så mange byte må en forespørgsel fylde", "At most this many bytes in a request"),
    ),
    #[cfg(feature = "server")]
    (
        "serve",
        "seconds",
        text(
            "Højst så mange sekunder må et svar tage, ventetiden medregnet",
            "At most this many seconds for an answer, waiting included",
        ),
    ),
    ("profiles", "name", text("Profilens navn, som proces", "Name of a profile, such as proces")),
    ("schema", "of", text("Det, skemaet beskriver", "What the schema is of")),
];

/// What stands for the value of an argument in the help.
const VALUE_NAMES: &[(&str, Wording)] = &[
    ("lang", text("SPROG", "LANG")),
    ("paths", text("STI", "PATH")),
    ("phase", text("FASE", "PHASE")),
    ("as_of", text("DATO", "DATE")),
    ("map", text("KORT", "MAP")),
    ("tables", text("TABEL=FIL", "TABLE=FILE")),
    ("sagstype", text("SAGSTYPE", "CASE")),
    ("files", text("FIL", "FILE")),
    ("plan", text("NØGLE", "KEY")),
    ("id", text("NØGLE", "KEY")),
    ("threads", text("ANTAL", "N")),
    ("output", text("FIL", "FILE")),
    ("groups", text("NAVN", "NAME")),
    ("min_group", text("ANTAL", "N")),
    ("case", text("SAGSTYPE", "CASE")),
    ("format", text("FORM", "FORMAT")),
    ("only_rules", text("ID", "ID")),
    ("only_paths", text("STED", "POINTER")),
    ("horizon", text("FIL", "FILE")),
    ("profiles", text("NAVN[:TEMA,...]", "NAME[:THEME,...]")),
    ("profile_files", text("FIL", "FILE")),
    ("suppressions", text("FIL", "FILE")),
    ("rule", text("REGEL", "RULE")),
    ("name", text("NAVN", "NAME")),
    ("of", text("HVAD", "WHAT")),
    ("listen", text("ADRESSE", "ADDRESS")),
    ("token_file", text("FIL", "FILE")),
    ("queue", text("ANTAL", "N")),
    ("connections", text("ANTAL", "N")),
    ("max_bytes", text("ANTAL", "N")),
    ("seconds", text("ANTAL", "N")),
];

/// What is said of a value that an argument cannot take.
pub(super) const EXPECTED: &[(&str, Wording)] = &[
    ("--as-of", text("skriv en dato, der findes, som ÅÅÅÅ-MM-DD", "write a date that exists, as YYYY-MM-DD")),
    (
        "--table",
        text(
            "skriv tabellens navn og dens fil, som indsatser=indsatser.csv",
            "write the name of the table and its file, as indsatser=indsatser.csv",
        ),
    ),
    ("--min-group", text("skriv et helt tal", "write a whole number")),
    ("--threads", text("skriv et helt tal fra 0 til 256", "write a whole number from 0 to 256")),
    (
        "--listen",
        text("skriv en adresse og en port, som 127.0.0.1:8731", "write an address and a port, as 127.0.0.1:8731"),
    ),
    ("--queue", text("skriv et helt tal fra 0 til 65535", "write a whole number from 0 to 65535")),
    ("--connections", text("skriv et helt tal fra 1 til 65535", "write a whole number from 1 to 65535")),
    ("--max-bytes", text("skriv et helt tal fra 1", "write a whole number from 1")),
    ("--seconds", text("skriv et helt tal fra 1 til 65535", "write a whole number from 1 to 65535")),
];

pub(super) const UNKNOWN_ARGUMENT: Wording = text("»{argument}« kendes ikke", "\"{argument}\" is not known");
pub(super) const TOO_MUCH: Wording =
    text("»{argument}« er der ikke plads til her", "there is no room for \"{argument}\" here");
pub(super) const UNKNOWN_COMMAND: Wording =
    text("der er ingen kommando »{argument}«", "there is no command \"{argument}\"");
pub(super) const MEANT: Wording = text("mente du {values}?", "did you mean {values}?");
pub(super) const AFTER_DASHES: Wording = text(
    "er det en værdi og ikke et tilvalg, så skriv det efter »--«",
    "if it is a value and no option, write it after \"--\"",
);
pub(super) const MISSING_VALUE: Wording = text("»{argument}« mangler sin værdi", "\"{argument}\" lacks its value");
pub(super) const WRONG_VALUE: Wording =
    text("»{value}« kan ikke være værdi for »{argument}«", "\"{value}\" cannot be the value of \"{argument}\"");
pub(super) const ONE_OF: Wording = text("mulige værdier: {values}", "possible values: {values}");
pub(super) const TWICE: Wording = text("»{argument}« kan kun stå én gang", "\"{argument}\" can stand only once");
pub(super) const CONFLICT: Wording =
    text("»{argument}« og »{other}« kan ikke stå sammen", "\"{argument}\" and \"{other}\" cannot stand together");
pub(super) const MISSING: Wording = text("her mangler {values}", "{values} is missing here");
pub(super) const NO_VALUE: Wording = text("»{argument}« tager ingen værdi", "\"{argument}\" takes no value");
pub(super) const NOT_TEXT: Wording = text("et argument er ikke tekst i UTF-8", "an argument is not text in UTF-8");
pub(super) const WRONG: Wording = text("kommandoen kan ikke forstås", "the command cannot be understood");
pub(super) const MORE: Wording = text("Se »rehabplan --help«.", "See \"rehabplan --help\".");
pub(super) const OR: Wording = text(" eller ", " or ");

/// What a command does; nothing where there is no such command.
pub(super) fn command(name: &str) -> Wording {
    COMMAND_TEXTS.iter().find(|(known, _)| *known == name).map_or(text("", ""), |(_, text)| *text)
}

/// What an argument of a command means; nothing where there is no such argument.
pub(super) fn argument(command: &str, id: &str) -> Wording {
    let texts = || ARGUMENT_TEXTS.iter().filter(|(_, argument, _)| *argument == id);
    let own = texts().find(|(of, _, _)| *of == command && !of.is_empty());
    own.or_else(|| texts().find(|(of, _, _)| of.is_empty())).map_or(text("", ""), |(_, _, text)| *text)
}

pub(super) fn value_name(id: &str) -> Option<Wording> {
    VALUE_NAMES.iter().find(|(known, _)| *known == id).map(|(_, text)| *text)
}
