//! Everything that the command line says to people, in both languages. What a rule says stands with the rule.

use rehabplan::Lang;
use rehabplan::text::{Note, Wording};

macro_rules! texts {
    ($($(#[doc = $doc:literal])* $name:ident = $da:literal, $en:literal;)*) => {
        $($(#[doc = $doc])* pub(crate) const $name: Wording = Wording::new($da, $en);)*

        /// Every text of the table.
        #[cfg(test)]
        const ALL: &[(&str, Wording)] = &[$((stringify!($name), $name)),*];
    };
}

// What a page and a workbook say too.
pub(crate) use rehabplan_render::{
    NO_VALUE as GROUP_NO_VALUE, OPEN_UNTIL_THEN, PLANS_MANY as TOP_PLANS, PLANS_ONE as TOP_PLANS_ONE, SAME_FINDING,
    SAME_FINDING_AS, TOP as TOP_DEFECTS, fill,
};

/// The longest label of a finding's rows, in either language.
pub(crate) const LABEL_WIDTH: usize = 5;

texts! {
    // The first line of a finding.
    DEFECT = "mangel", "defect";
    WARNING = "advarsel", "warning";
    UNDETERMINED = "kan ikke afgøres", "undetermined";
    INPUT = "indlæsning", "input";
    JUDGEMENT = "skøn", "judgement";
    DEPENDS_ON = "afhænger af {fact}", "depends on {fact}";

    // The rows under it.
    WHERE = "sted", "where";
    SENTENCE = "{n}. sætning", "sentence {n}";
    RULE = "regel", "rule";
    DEMAND = "krav", "asks";
    WHY = "fordi", "why";
    REMEDY = "gør", "do";
    NOTE = "note", "note";
    ALSO = "også", "also";
    OPEN = "åbent", "open";
    MORE = "mere", "more";
    BLANK = "overskrifter uden svar: {what}; de regnes ikke for mangler, for noget, dokumentet ikke har plads til, kan fritage fra dem (som {explain} viser)", "headings without an answer: {what}; they do not count as defects, for something that the document has no room for may exempt from them (as {explain} shows)";
    MEANT = "placeret efter ordenes betydning: {what}", "placed by what the words mean: {what}";
    MEANT_AS = "»{heading}« under {place}", "\"{heading}\" under {place}";
    ABSENT = "ingen overskrift fundet til: {what}", "no heading found for: {what}";
    SHARED = "spurgt om sammen med andet under »{heading}«: {what}; læs svaret dér", "asked for together with other things under \"{heading}\": {what}; read the answer there";
    UNREAD = "ikke læst: {what}", "not read: {what}";
    EXPLAIN = "rehabplan explain {id}", "rehabplan explain {id} --lang en";
    IN_FORCE = "{provision} (i kraft {date})", "{provision} (in force {date})";

    // What a plan comes to.
    DEFECTS_ONE = "1 mangel", "1 defect";
    DEFECTS = "{n} mangler", "{n} defects";
    WARNINGS_ONE = "1 advarsel", "1 warning";
    WARNINGS = "{n} advarsler", "{n} warnings";
    UNDETERMINED_ONE = "1 kan ikke afgøres", "1 undetermined";
    UNDETERMINED_MANY = "{n} kan ikke afgøres", "{n} undetermined";
    INPUT_ONE = "1 ved indlæsning", "1 in the input";
    INPUT_MANY = "{n} ved indlæsning", "{n} in the input";
    REVIEW_ONE = "1 til skøn", "1 for a person to judge";
    REVIEW_MANY = "{n} til skøn", "{n} for a person to judge";
    NOT_IN_SOURCE_ONE = "1 findes ikke i kilden", "1 not in the source";
    NOT_IN_SOURCE_MANY = "{n} findes ikke i kilden", "{n} not in the source";
    SUPPRESSED_ONE = "1 set bort fra", "1 suppressed";
    SUPPRESSED_MANY = "{n} set bort fra", "{n} suppressed";
    LEFT_ALONE_ONE = "1 sætning undtaget", "1 sentence left alone";
    LEFT_ALONE_MANY = "{n} sætninger undtaget", "{n} sentences left alone";
    NOTE_LIMITED = "kun et udvalg er kontrolleret", "only a selection was checked";
    NOTE_NOT_SEARCHED = "teksterne er ikke gennemsøgt", "the texts were not searched";
    NOTE_OUTSIDE_8_WEEKS = "ventes raskmeldt inden 8 uger", "expected to be well within 8 weeks";
    NOTE_OUTSIDE_CATEGORY = "kategori 1 eller 2", "category 1 or 2";
    NOTE_OLDER_THAN_THE_LAW = "før bekendtgørelsen", "before the regulation";
    NOTE_OUTSIDE_NOT_CHOSEN = "bekendtgørelsen er ikke valgt", "the regulation is not chosen";
    NOTE_KIND_UNREADABLE = "sagens type er usikker", "the type of case is unclear";
    NOTE_LATER_REGULATION = "senere regler gælder", "a later regulation applies";
    NOTE_TEAM_OPTIONAL = "måske ikke teamet", "perhaps not the team";
    NOTE_TEAM_COMPOSITION = "teamets sammensætning er ændret", "the team is composed otherwise";
    NOTE_COURSES_ENDING = "forløbet er måske ophævet", "the course may have been abolished";
    NOTE_COURSES_ENDED = "forløbet er ophævet for nye", "the course is abolished for new cases";
    NOTE_TEAM_ENDING = "teamet er måske ophævet", "the team may have been abolished";
    NOTE_NOTHING_TRIED = "intet er prøvet", "nothing was tried";
    NOTE_AGE_UNKNOWN = "sagens alder er ukendt", "the age of the case is unknown";
    NOTE_NOTHING_MET = "intet er fundet opfyldt", "nothing was found to be met";
    NOTE_ONLY_BESIDE = "kun krav fra profiler er prøvet", "only rules of profiles were tried";
    NOTE_NO_REQUIREMENT_YET = "ingen krav i denne fase", "no requirement in this phase";
    NOTE_PROPOSAL = "bygger på et forslag", "based on a proposal";

    // What `--all` adds.
    ALL_NOT_IN_SOURCE = "findes ikke i kilden", "not in the source";
    OPEN_IN_SOURCE = "Afhænger af noget, kilden ikke har: {rules}", "Hangs on something that the source does not have: {rules}";
    OPEN_IN_SOURCE_MORE = "{rules} og {n} til (se dem alle med --all)", "{rules} and {n} more (see them all with --all)";
    EXEMPT_UNDER = "{demand} (fritaget efter {provision})", "{demand} (exempt under {provision})";
    BECAUSE = "{demand} ({reason})", "{demand} ({reason})";

    // The end of a run.
    PLANS_COUNT = "Planer: {n}", "Plans: {n}";
    CONCLUSION_COUNT = "{conclusion}: {n}", "{conclusion}: {n}";
    UNREADABLE_COUNT = "Ulæselige: {n}", "Unreadable: {n}";
    NOTE_COUNT = "{note} ({n}): {text}", "{note} ({n}): {text}";

    // What profiles add.
    PROFILE_EXEMPTS = "fritager: {rules}", "exempts: {rules}";
    PROFILE_ACCEPTS = "godtager anden dokumentation for: {rules}", "accepts other evidence for: {rules}";
    PROFILE_IN_CASES = "i sagstyperne: {variants}", "in cases of: {variants}";
    PROFILE_WHEN = "når: {fact}", "when: {fact}";
    PROFILE_ADDS = "Tilføjer", "Adds";
    PROFILE_UNTIL = "til og med {day}", "up to and including {day}";
    PROFILE_WITHOUT_EFFECT = "Uden virkning på planens indhold", "Without effect on what a plan holds";
    PROFILES_HEADING = "Profiler", "Profiles";
    PROFILE_NOT_IN_FORCE = "har ingen virkning: {reason}", "no effect: {reason}";
    PROFILE_FINDING = "profil", "profile";
    PROFILE_SOURCE = "kilde", "from";
    SUPPRESSED_BY = "set bort fra efter beslutning af {author} {date}: {reason}", "suppressed by {author} on {date}: {reason}";
    UNUSED_SUPPRESSION = "Intet fund at se bort fra: {key}", "Suppression that matches nothing: {key}";
    PROFILE_ANSWERS_OF = "Profilernes krav, {outcome}", "Rules of the profiles, {outcome}";
    BASE_CONCLUSION = "uden profiler: {conclusion}", "without profiles: {conclusion}";
    MEASURES_HEADING = "Måltal", "Figures";
    NOTHING_TO_COMPARE = "vælg mindst én profil at sammenligne med (--profile eller --profile-file)", "choose at least one profile to compare with (--profile or --profile-file)";
    COMPARE_CHANGED = "Planer, hvis konklusion ændres", "Plans whose conclusion changes";
    COMPARE_RULES = "Fund, der falder væk (-) eller kommer til (+), pr. regel og sagstype", "Findings that fall away (-) or appear (+), by rule and type of case";
    COMPARE_MEASURES = "Måltal (median af dage, andel af planer)", "Figures (median of days, share of plans)";
    COMPARE_PLANS = "planer: {n}", "plans: {n}";
    COMPARE_NATIONAL = "; hele landet efter kilden: {value}", "; the whole country by the source: {value}";
    UNIT_DAYS_ONE = "1 dag", "1 day";
    UNIT_DAYS = "{n} dage", "{n} days";
    UNIT_YES = "ja", "yes";
    UNIT_NO = "nej", "no";
    UNIT_SHARE = "{n} %", "{n} %";

    GROUP_PLANS = "planer", "plans";
    GROUP_CHECKED = "kontrolleret", "checked";
    GROUP_DEFICIENT = "mangelfulde", "deficient";
    GROUP_SHARE = "andel", "share";
    GROUP_NO_DATE = "»{by}« er ingen dato i planen; skriv fx --group month:/moede/dato, eller navnet på noget, der står om planen", "\"{by}\" is no date of the plan; write for instance --group month:/moede/dato, or the name of something that stands around the plan";
    GROUP_TOO_MANY = "der er over 1.000 grupper; vælg noget, som flere planer har fælles (--group)", "there are more than 1,000 groups; choose something that several plans have in common (--group)";
    GROUP_NOT_IN_NDJSON = "--group har ingen plads i ndjson, som ikke har en sammentælling; vælg en anden form (--format)", "--group has no place in ndjson, which has no summary; choose another form (--format)";
    TO_A_FILE = "et regneark kan ikke vises her; giv det et navn med --output FIL.xlsx", "a workbook cannot be shown here; give it a name with --output FILE.xlsx";
    OVER_WHAT_IS_READ = "{file}: læses i samme kørsel, og resultatet ville træde i stedet for den; skriv det et andet sted hen",
        "{file}: is read in the same run, and the result would take its place; write it somewhere else";
    CANNOT_OPEN_OUTPUT = "{file}: kan ikke skrives", "{file}: cannot be written";
    UNKNOWN_CASE = "der er ingen sagstype »{case}«{meant}; mulige: {cases}", "there is no type of case \"{case}\"{meant}; possible: {cases}";
    CASE_MEANT = "; mente du {case}?", "; did you mean {case}?";

    // Why there is nothing to check.
    NOT_READABLE = "kan ikke læses", "cannot be read";
    TOO_LARGE = "for stort: mere end {limit} byte, som er grænsen", "too large: more than {limit} bytes, which is the limit";
    CANNOT_WRITE = "resultatet kan ikke skrives", "the result cannot be written";
    NO_LIST_OF_PLACES = "ikke en JSON-liste af tekster; skriv [\"/sag\", ...] eller en JSON Pointer på hver linje", "no JSON array of texts; write [\"/sag\", ...] or a JSON Pointer on each line";
    NO_THREADS = "trådene kan ikke startes", "the threads cannot be started";
    OUTPUT_CLOSED = "resultatet kan ikke skrives: standardoutput er lukket", "the result cannot be written: standard output is closed";
    KEY_UNFOUND = "intet dokument har noget på »{key}« ({option}); er det stavet rigtigt?", "no document has anything at \"{key}\" ({option}); is it spelt right?";
    NOT_CARRIED = "kortet tager ingen kolonne »{key}« med (--group); skriv den i kortets carry", "the mapping carries no column \"{key}\" along (--group); write it in its carry";
    EXCEL_IS_CSV = "--excel skriver csv: lad --format være, eller skriv --format csv", "--excel writes csv: leave --format out, or write --format csv";
    WRAPPED = "et dokument er ikke selv en plan, men har en under en nøgle: tag den ud med --plan {key}", "a document is no plan itself, but has one under a key: take it out with --plan {key}";
    NO_SAGSTYPE = "et dokument siger ikke, hvilken sagstype det er; giv den med --sagstype, som --sagstype fleksjob", "a document does not say which type of case it is; give it with --sagstype, as --sagstype fleksjob";
    PLANS_ON_LINES = "står der en plan på hver linje, som rehabplan convert skriver dem, så angiv det med --ndjson", "if each line is a plan, as rehabplan convert writes them, say so with --ndjson";
    SOME_KEY = "NØGLE", "KEY";
    UNKNOWN_RULE = "der er intet krav »{id}«; mente du {nearest}?", "there is no requirement \"{id}\"; did you mean {nearest}?";
    NO_RULE_NAMED = "skriv et krav eller en bestemmelse, som P7.2.2 eller »§ 7«; rehabplan rules viser dem alle", "write a requirement or a provision, such as P7.2.2 or \"§ 7\"; rehabplan rules shows them all";
    NO_REQUIREMENTS = "ingen krav hører til {place}; de står i §§ 1-16", "no requirements belong to {place}; they stand in §§ 1-16";
    NO_SUCH_PART = "{place} findes ikke; {around} har {parts}", "there is no {place}; {around} has {parts}";
    NOT_DIVIDED = "{place} findes ikke; {around} er ikke delt sådan", "there is no {place}; {around} is not divided so";
    NO_REQUIREMENT_OF_ITS_OWN = "intet krav hører til {place} for sig; »rehabplan coverage« viser, hvordan hver sætning er dækket", "no requirement belongs to {place} by itself; \"rehabplan coverage\" shows how each sentence is covered";
    OR = " eller ", " or ";
    // Mappings.
    STDIN_ALONE = "med et kort læses enten filer eller standardinput", "by a mapping, either files are read or standard input";
    NO_FILES_OF_CASES = "her er ingen fil, som et kort kan læse", "there is no file here that a mapping can read";
    PASSED_OVER = "ikke læst, for af en mappe læses kun {kinds}; er det en plan, så gem den som en af dem", "not read, for of a folder only {kinds} are read; if it is a plan, save it as one of them";
    PASSED_OVER_TABLE = "ikke læst, for det er en tabel; kontrollér den for sig med et kort til tabeller (--map)", "not read, for it is a table; check it by itself with a mapping of tables (--map)";
    PASSED_OVER_DOCUMENT = "ikke læst, for kortet er til tabeller; kontrollér dokumentet for sig, uden det kort", "not read, for the mapping is of tables; check the document by itself, without that mapping";
    PASSED_OVER_PICTURE = "ikke læst, for det er et billede; er det en side af en plan, så få den som tekst i et dokument", "not read, for it is a picture; if it is a page of a plan, have it made into text in a document";
    PASSED_OVER_LINK = "ikke læst, for det er en henvisning til en mappe, som den angivne mappe selv ligger i; angiv den mappe, hvis den skal læses", "not read, for it is a link to a folder that the one which was given stands in itself; give that folder if it is to be read";
    PASSED_OVER_MAIL = "ikke læst, for det er en mail; er der en plan i den, så gem planen i mappen", "not read, for it is a mail; if there is a plan in it, save the plan in the folder";
    PASSED_OVER_PACKED = "ikke læst, for det er en pakket fil; pak den ud, og kontrollér det, der er i den", "not read, for it is a packed file; unpack it, and check what is in it";
    KINDS_OF_PLANS = "docx, odt, PDF og planer som JSON", "docx, odt, PDF and plans as JSON";
    KINDS_OF_TABLES = "tabeller (csv, xlsx, ods, parquet, arrow) og JSON, når kortet er til tabeller", "tables (csv, xlsx, ods, parquet, arrow) and JSON, when the mapping is of tables";
    CONVERT_REFUSED = "værdier, der ikke kan læses: {n}; de er skrevet, så »check« nævner dem, og »map check« tæller dem for hver kolonne", "values that cannot be read: {n}; they were written so that \"check\" names them, and \"map check\" counts them for each column";
    CONVERT_HORIZON = "planerne siger ikke, hvad kilden har plads til; skriv det i en fil med --horizon FIL, og giv den til »check --horizon«, ellers bliver det, kilden ikke har, til mangler", "the plans do not say what the source has room for; write it into a file with --horizon FILE and give that to \"check --horizon\", or what the source does not have becomes defects";
    CONVERT_LOST = "{file}: har ingen plads i planen og følger ikke med: {what}; »check« på dokumentet nævner det, på planen ikke", "{file}: has no place in the plan and does not go along: {what}; \"check\" of the document names it, of the plan it does not";
    CONVERT_COMMON_HORIZON = "dokumenterne har ikke plads til det samme; filen har det, som de alle har, og ved hver plan står det, som dens eget dokument har; »check --plan plan« regner med det", "the documents do not have room for the same; the file has what all of them have, and beside each plan stands what its own document has; \"check --plan plan\" goes by that";
    HORIZON_LATER = "er det »convert«, der skriver filen, så bliver den for dokumenter først skrevet til sidst; ved hver af deres planer står det, dokumentet har plads til, så lad --horizon være her", "if \"convert\" writes the file, it does so at the end for documents; beside each of their plans stands what the document has room for, so leave --horizon out here";
    NEARLY_ALL_DEFICIENT = "næsten alle planer er mangelfulde: det, deres kilde ikke har plads til, er regnet for mangler; skriv i en fil, hvad den har plads til, og giv den med --horizon FIL (convert --horizon skriver filen)", "nearly all plans are deficient: what their source has no room for counts as defects; write into a file what it has room for, and give it with --horizon FILE (convert --horizon writes the file)";
    CONVERT_NO_HORIZON = "kilderne har intet tilfælles, så der er ingen horisont at skrive", "the sources have nothing in common, so there is no horizon to write";
    MAP_IS_MISSING = "uden et kort (--map) kan kun dokumenter laves til planer: docx, odt og pdf", "without a mapping (--map) only documents can be made into plans: docx, odt and pdf";
    ONE_FILE_OF_CASES = "»map check« ser på én fil med sager ad gangen; giv de andre tabeller med --table", "\"map check\" looks at one file of cases at a time; give the other tables with --table";
    MAP_CASES = "Sager: {cases} · Rækker, der ikke kan læses: {unreadable}", "Cases: {cases} · Rows that cannot be read: {unreadable}";
    MAP_DOCUMENTS = "Dokumenter: {cases} · Dokumenter, der ikke kan læses: {unreadable}", "Documents: {cases} · Documents that cannot be read: {unreadable}";
    MAP_FROM_HEADING = "overskrift -> sted i planen", "heading -> place of the plan";
    IS_FOLDER = "det er en mappe; nævn filerne i den", "this is a folder; name the files in it";
    MAP_OUT_OF_SCOPE = "Sager, som bekendtgørelsen ikke gælder for (§ 1): {n}; intet krav prøves i dem", "Cases that the regulation does not apply to (§ 1): {n}; no requirement is tried in them";
    MAP_SAYS_CASE_TYPE = "kortet siger selv sagstypen (/sag/sagstype); udelad --sagstype, eller tag linjen ud af kortet", "the mapping says the type of case itself (/sag/sagstype); leave --sagstype out, or take the line out of the mapping";
    MAP_WITHOUT_ID =
        "Sager uden id: {n}; hører rækkerne til sagen over dem, så skriv dens nummer på hver af dem i udtrækket",
        "Cases without an id: {n}; if the rows belong to the case above them, write its number on each of them in the export";
    MAP_CONVERTED = "læst", "read";
    MAP_EMPTY = "tomme", "empty";
    MAP_REFUSED = "ulæselige", "refused";
    MAP_FROM = "kolonne -> sted i planen", "column -> place of the plan";
    MAP_CONSTANT = "(fast værdi)", "(constant)";
    MAP_LEFT_OVER = "Har ingen plads i planen: {what}", "Has no place in the plan: {what}";

    // `rules`, `explain`, `matrix` and `coverage`.
    SCOPE_HEADING = "Hvilke sager (§ 1, § 12, stk. 2, og § 13, stk. 2)", "Which cases (§ 1, § 12, stk. 2, and § 13, stk. 2)";
    PARAGRAPH_HEADING = "§ {paragraf}", "§ {paragraf}";
    KIND = "art", "kind";
    PHASE = "fra fase", "from phase";
    PHASE_IS = "{title} ({meaning})", "{title} ({meaning})";
    EVIDENCE = "står på", "evidence";
    WHEN_NOT_MET = "ved mangel", "when not met";
    TO_DO = "gør", "do";
    LEFT_TO_A_PERSON = "skøn", "judgement";
    PAGE = "side", "page";
    APPLIES = "gælder", "applies";
    ADDED_BY = "profil", "profile";
    ADDED_WITH = "{choice} ({force})", "{choice} ({force})";
    CELL_EXEMPT_LEGEND = "fritaget efter bestemmelsen, når betingelserne dér er opfyldt (§ 1, stk. 2, § 7, stk. 1, § 14 og § 15, stk. 1: altid); ellers kræves det, medmindre kravet selv er undtagelsen", "exempt under the provision when the conditions there are met (§ 1, stk. 2, § 7, stk. 1, § 14 and § 15, stk. 1: always); otherwise required, unless the requirement is itself the exemption";
    CELL_JUDGEMENT_LEGEND = "et menneske må skønne; i et krav (P2.2.a), når sagen behandles på det foreliggende grundlag efter § 13, ellers kræves det", "for a person to judge; in a requirement (P2.2.a), where the case is handled on the existing basis under § 13, otherwise required";
    MATRIX_RULE = "Regel", "Rule";
}

/// A number of things, in words.
pub(crate) fn count(n: usize, one: Wording, many: Wording, lang: Lang) -> String {
    if n == 1 { one.get(lang).to_owned() } else { fill(many.get(lang), &[("n", &n)]) }
}

/// A note on a whole report in a few words, where its code says too little.
pub(crate) fn note(note: &Note, lang: Lang) -> &'static str {
    match note.code {
        "limited" => NOTE_LIMITED.get(lang),
        "notSearched" => NOTE_NOT_SEARCHED.get(lang),
        "outside8Weeks" => NOTE_OUTSIDE_8_WEEKS.get(lang),
        "outsideCategory" => NOTE_OUTSIDE_CATEGORY.get(lang),
        "olderThanTheLaw" => NOTE_OLDER_THAN_THE_LAW.get(lang),
        "outsideNotChosen" => NOTE_OUTSIDE_NOT_CHOSEN.get(lang),
        "kindUnreadable" => NOTE_KIND_UNREADABLE.get(lang),
        "laterRegulation" => NOTE_LATER_REGULATION.get(lang),
        "teamOptional" => NOTE_TEAM_OPTIONAL.get(lang),
        "teamComposition" => NOTE_TEAM_COMPOSITION.get(lang),
        "coursesEnding" => NOTE_COURSES_ENDING.get(lang),
        "coursesEnded" => NOTE_COURSES_ENDED.get(lang),
        "teamEnding" => NOTE_TEAM_ENDING.get(lang),
        "nothingTried" => NOTE_NOTHING_TRIED.get(lang),
        "ageUnknown" => NOTE_AGE_UNKNOWN.get(lang),
        "nothingMet" => NOTE_NOTHING_MET.get(lang),
        "onlyBeside" => NOTE_ONLY_BESIDE.get(lang),
        "noRequirementYet" => NOTE_NO_REQUIREMENT_YET.get(lang),
        "proposal" => NOTE_PROPOSAL.get(lang),
        code => code,
    }
}

#[cfg(test)]
mod tests {
    use super::{ALL, ALSO, DEMAND, LABEL_WIDTH, MORE, NOTE, OPEN, REMEDY, RULE, WHERE, WHY};
    use rehabplan::Lang;
    use rehabplan::text::notes;

    fn places(text: &str) -> Vec<&str> {
        let mut places: Vec<&str> = text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
        places.sort_unstable();
        places
    }

    #[test]
    fn every_text_says_the_same_in_both_languages() {
        for (name, text) in ALL {
            assert!(!text.da.is_empty() && !text.en.is_empty(), "{name}");
            assert_eq!(places(text.da), places(text.en), "{name}");
        }
    }

    #[test]
    fn every_note_on_a_whole_report_has_its_words() {
        let later = rehabplan::LATER.iter().map(|law| law.note);
        let others = [
            &notes::LIMITED,
            &notes::NOT_SEARCHED,
            &notes::PROPOSAL,
            &notes::NOTHING_MET,
            &notes::ONLY_BESIDE,
            &notes::NO_REQUIREMENT_YET,
            &notes::OUTSIDE_8_WEEKS,
            &notes::OUTSIDE_CATEGORY,
            &notes::OLDER_THAN_THE_LAW,
            &notes::OUTSIDE_NOT_CHOSEN,
            &notes::KIND_UNREADABLE,
        ];
        for note in later.chain(others) {
            assert_ne!(super::note(note, Lang::Da), note.code);
        }
    }

    #[test]
    fn no_label_is_too_wide() {
        for label in [WHERE, RULE, DEMAND, WHY, REMEDY, NOTE, ALSO, OPEN, MORE] {
            for &lang in Lang::ALL {
                assert!(label.get(lang).chars().count() <= LABEL_WIDTH, "{label:?}");
            }
        }
    }
}
