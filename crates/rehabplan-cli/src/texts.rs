//! Everything that the command line says to people, in both languages. What a rule says stands with the rule.

use rehabplan::law::{Cell, Kind};
use rehabplan::text::{Note, Text};
use rehabplan::{Lang, Phase, Variant};

macro_rules! texts {
    ($($(#[doc = $doc:literal])* $name:ident = $da:literal, $en:literal;)*) => {
        $($(#[doc = $doc])* pub(crate) const $name: Text = Text::new($da, $en);)*

        /// Every text of the table.
        #[cfg(test)]
        const ALL: &[(&str, Text)] = &[$((stringify!($name), $name)),*];
    };
}

/// Puts values into the places of a text.
pub(crate) fn fill(template: &str, values: &[(&str, &dyn std::fmt::Display)]) -> String {
    values
        .iter()
        .fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), &value.to_string()))
}

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
    RULE = "regel", "rule";
    DEMAND = "krav", "asks";
    WHY = "fordi", "why";
    REMEDY = "gør", "do";
    NOTE = "note", "note";
    ALSO = "også", "also";
    OPEN = "åbent", "open";
    MORE = "mere", "more";
    EXPLAIN = "rehabplan explain {id}", "rehabplan explain {id} --lang en";
    IN_FORCE = "{provision} (i kraft {date})", "{provision} (in force {date})";
    SAME_FINDING = "samme fund: {rules}", "the same finding: {rules}";
    SAME_FINDING_AS = "samme fund som {rule}", "the same finding as {rule}";
    OPEN_UNTIL_THEN = "kan ikke afgøres før da: {rules}", "cannot be determined until then: {rules}";

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
    NOTE_LIMITED = "kun et udvalg er kontrolleret", "only a selection was checked";
    NOTE_LATER_REGULATION = "senere regler gælder", "a later regulation applies";
    NOTE_TEAM_OPTIONAL = "måske ikke teamet", "perhaps not the team";
    NOTE_TEAM_COMPOSITION = "teamets sammensætning er ændret", "the team is composed otherwise";
    NOTE_COURSES_ENDING = "forløbet er måske ophævet", "the course may have been abolished";
    NOTE_COURSES_ENDED = "forløbet er ophævet for nye", "the course is abolished for new cases";
    NOTE_TEAM_ENDING = "teamet er måske ophævet", "the team may have been abolished";
    NOTE_NOTHING_MET = "intet er fundet opfyldt", "nothing was found to be met";
    NOTE_NO_REQUIREMENT_YET = "ingen krav i denne fase", "no requirement in this phase";
    NOTE_PROPOSAL = "regner med et forslag", "reckons with a proposal";

    // What `--all` adds.
    ALL_EXEMPT = "fritaget", "exempt";
    ALL_MET = "opfyldt", "met";
    ALL_NOT_IN_SOURCE = "findes ikke i kilden", "not in the source";
    ALL_NOT_APPLICABLE = "ikke relevant", "not relevant";
    EXEMPT_UNDER = "{demand} (fritaget efter {provision})", "{demand} (exempt under {provision})";
    BECAUSE = "{demand} ({reason})", "{demand} ({reason})";

    // The end of a run.
    PLANS_COUNT = "Planer: {n}", "Plans: {n}";
    CONCLUSION_COUNT = "{conclusion}: {n}", "{conclusion}: {n}";
    UNREADABLE_COUNT = "Ulæselige: {n}", "Unreadable: {n}";
    NOTE_COUNT = "{note} ({n}): {text}", "{note} ({n}): {text}";

    // What profiles add.
    PROFILE_EXEMPTS = "fritager: {rules}", "exempts: {rules}";
    PROFILE_ACCEPTS = "godtager andet bevis for: {rules}", "accepts other evidence for: {rules}";
    PROFILE_IN_CASES = "i sagstyperne: {variants}", "in cases of: {variants}";
    PROFILE_WHEN = "når: {fact}", "when: {fact}";
    PROFILE_ADDS = "Tilføjer", "Adds";
    PROFILE_UNTIL = "til og med {day}", "up to and including {day}";
    PROFILE_WITHOUT_EFFECT = "Uden virkning på planens indhold", "Without effect on what a plan holds";
    PROFILES_HEADING = "Profiler", "Profiles";
    PROFILE_NOT_IN_FORCE = "har ingen virkning: {reason}", "no effect: {reason}";
    PROFILE_FINDING = "profil", "profile";
    PROFILE_SOURCE = "kilde", "from";
    CHANGED_BY = "{profile}: {basis}", "{profile}: {basis}";
    BASE_SEVERITY = "{profile}: alvoren er ændret; i grundregelsættet er den »{severity}«", "{profile}: the severity was changed; by the rule set it is \"{severity}\"";
    SUPPRESSED_BY = "set bort fra efter beslutning af {author} {date}: {reason}", "suppressed by {author} on {date}: {reason}";
    UNUSED_SUPPRESSION = "Intet fund at se bort fra: {key}", "Suppression that matches nothing: {key}";
    BASE_CONCLUSION = "uden profiler: {conclusion}", "without profiles: {conclusion}";
    MEASURES_HEADING = "Måltal", "Measures";
    NOTHING_TO_COMPARE = "vælg mindst én profil at sammenligne med (--profile eller --profile-file)", "choose at least one profile to compare with (--profile or --profile-file)";
    COMPARE_CHANGED = "Planer, hvis konklusion ændres", "Plans whose conclusion changes";
    COMPARE_RULES = "Fund, der falder væk (-) eller kommer til (+), pr. regel og sagstype", "Findings that fall away (-) or appear (+), by rule and type of case";
    COMPARE_MEASURES = "Måltal (median af dage, andel af planer)", "Measures (median of days, share of plans)";
    COMPARE_PLANS = "planer: {n}", "plans: {n}";
    COMPARE_NATIONAL = "; hele landet efter kilden: {value}", "; the whole country by the source: {value}";
    UNIT_DAYS_ONE = "1 dag", "1 day";
    UNIT_DAYS = "{n} dage", "{n} days";
    UNIT_YES = "ja", "yes";
    UNIT_NO = "nej", "no";
    UNIT_SHARE = "{n} %", "{n} %";

    // Why there is nothing to check.
    NOT_READABLE = "kan ikke læses", "cannot be read";
    TOO_LARGE = "for stort: mere end {limit} byte, som er grænsen", "too large: more than {limit} bytes, which is the limit";
    CANNOT_WRITE = "resultatet kan ikke skrives", "the result cannot be written";
    NO_LIST_OF_PLACES = "ikke en JSON-liste af tekster; skriv [\"/sag\", ...] eller en JSON Pointer på hver linje", "no JSON array of texts; write [\"/sag\", ...] or a JSON Pointer on each line";
    NO_THREADS = "trådene kan ikke startes", "the threads cannot be started";
    OUTPUT_CLOSED = "resultatet kan ikke skrives: standard-output er lukket", "the result cannot be written: standard output is closed";
    KEY_UNFOUND = "intet dokument har noget på »{key}« ({option}); er det stavet rigtigt?", "no document has anything at \"{key}\" ({option}); is it spelt right?";
    WRAPPED = "et dokument er ikke selv en plan, men har en under en nøgle: tag den ud med --plan {key}", "a document is no plan itself, but has one under a key: take it out with --plan {key}";
    SOME_KEY = "NØGLE", "KEY";
    UNKNOWN_RULE = "der er intet krav »{id}«; mentes {nearest}?", "there is no requirement \"{id}\"; did you mean {nearest}?";
    NO_REQUIREMENTS = "ingen krav hører til {place}; de står i §§ 1-16", "no requirements belong to {place}; they stand in §§ 1-16";
    OR = " eller ", " or ";
    // Mappings.
    ONE_FILE_OF_CASES = "et kort læser én fil med sager ad gangen; giv de andre tabeller med --table", "a mapping reads one file of cases at a time; give the other tables with --table";
    ROWS_LEFT_OVER = "tabel {table}: rækker, der hører til ingen sag: {n}", "table {table}: rows that belong to no case: {n}";
    MAP_CASES = "Sager: {cases} · Rækker, der ikke kan læses: {unreadable}", "Cases: {cases} · Rows that cannot be read: {unreadable}";
    MAP_WITHOUT_ID = "Sager uden id: {n}", "Cases without an id: {n}";
    MAP_CONVERTED = "læst", "read";
    MAP_EMPTY = "tomme", "empty";
    MAP_REFUSED = "ulæselige", "refused";
    MAP_FROM = "kolonne -> sted i planen", "column -> place of the plan";
    MAP_CONSTANT = "(fast værdi)", "(constant)";
    MAP_LEFT_OVER = "Kolonner, der ikke bruges: {columns}", "Columns that are not used: {columns}";

    // `rules`, `explain`, `matrix` and `coverage`.
    SCOPE_HEADING = "Hvilke sager (§ 1, § 12, stk. 2, og § 13, stk. 2)", "Which cases (§ 1, § 12, stk. 2, and § 13, stk. 2)";
    PARAGRAPH_HEADING = "§ {paragraf}", "§ {paragraf}";
    KIND = "art", "kind";
    PHASE = "fase", "phase";
    EVIDENCE = "evidens", "evidence";
    WHEN_NOT_MET = "ved mangel", "when not met";
    TO_DO = "gør", "do";
    LEFT_TO_A_PERSON = "skøn", "judgement";
    PAGE = "side", "page";
    APPLIES = "gælder", "applies";
    FROM_PHASE = "fra {phase}", "from {phase}";
    KIND_REQUIREMENT = "klart krav; er det ikke opfyldt, er det en mangel", "clear requirement; not met is a defect";
    KIND_ADVICE = "advarsel; spærrer ikke", "warning; does not stand in the way";
    KIND_JUDGEMENT = "skøn; kun et menneske kan afgøre det", "judgement; only a person can decide it";
    KIND_SUPPORTED_JUDGEMENT = "skøn; kun et menneske kan afgøre det, men en kontrol kan give en advarsel", "judgement; only a person can decide it, but a check may give a warning";
    KIND_EXEMPTION = "undtagelse; ændrer svaret på andre krav", "exemption; changes the answer to other requirements";
    KIND_SCOPE = "anvendelse; afgør, om sagen er omfattet", "scope; decides whether the case is covered";
    KIND_ADDED = "advarsel efter en profil; gør ingen sag mangelfuld", "warning under a profile; makes no case deficient";
    KIND_ADDED_ERROR = "fejl efter en profil; gør ingen sag mangelfuld", "error under a profile; makes no case deficient";
    KIND_MEASURE = "måltal efter en profil; giver ingen fund", "measure under a profile; gives no findings";
    ADDED_BY = "profil", "profile";
    ADDED_WITH = "{choice} ({force})", "{choice} ({force})";
    CELL_NOT_RELEVANT = "ikke relevant", "not relevant";
    CELL_REQUIRED = "kræves", "required";
    CELL_CONDITIONAL = "kræves, når kravets egen betingelse er til stede", "required when its own condition is present";
    CELL_EXEMPT = "fritaget efter {provision}, når betingelserne dér er opfyldt; ellers kræves det", "exempt under {provision} when the conditions there are met; otherwise required";
    CELL_EXEMPT_LEGEND = "fritaget efter bestemmelsen, når betingelserne dér er opfyldt; ellers kræves det", "exempt under the provision when the conditions there are met; otherwise required";
    MATRIX_RULE = "Regel", "Rule";
    CELL_JUDGEMENT = "skøn", "for a person to judge";
    PHASE_1 = "forelæggelse (før mødet; uden team før afgørelsen)", "forelæggelse (before the meeting; without a team, before the decision)";
    PHASE_2 = "indstilling (efter mødet)", "indstilling (after the meeting)";
    PHASE_3 = "indsats (efter afgørelsen)", "indsats (after the decision)";
    PHASE_1_SHORT = "forelæggelse", "forelæggelse";
    PHASE_2_SHORT = "indstilling", "indstilling";
    PHASE_3_SHORT = "indsats", "indsats";
    STATUS_RULE = "krav", "rule";
    STATUS_SCOPE = "anvendelse", "scope";
    STATUS_VIA = "via andre", "via others";
    STATUS_OUT = "uden for", "out";

    // The case variants.
    JA22 = "jobafklaringsforløb, det første, ved revurderingen efter 22 uger", "jobafklaringsforløb, the first, at the reassessment after 22 weeks";
    JAX = "jobafklaringsforløb, det første, ved anden overgang", "jobafklaringsforløb, the first, any other transition";
    JA13D = "jobafklaringsforløb, det første, efter § 13 d-indsats", "jobafklaringsforløb, the first, after § 13 d measures";
    JANY = "jobafklaringsforløb, et nyt", "jobafklaringsforløb, a new one";
    RF = "ressourceforløb", "ressourceforløb";
    FJ = "fleksjob", "fleksjob";
    FP = "førtidspension via teamet", "førtidspension by way of the team";
    FP12 = "førtidspension via teamet, helt åbenbar (§ 12)", "førtidspension by way of the team, entirely obvious (§ 12)";
    FP13 = "førtidspension via teamet, foreliggende grundlag (§ 13)", "førtidspension by way of the team, existing basis (§ 13)";
    FPU18 = "førtidspension uden team (pensionslovens § 18, stk. 2)", "førtidspension without the team (pensions act, § 18, stk. 2)";
    FPU17 = "førtidspension uden team (pensionslovens § 17, stk. 3)", "førtidspension without the team (pensions act, § 17, stk. 3)";
    REV = "revalidering", "revalidering";
    SELV = "tilskud til selvstændige", "support for the self-employed";
    SDP3 = "sygedagpenge, kategori 3", "sygedagpenge, category 3";
    AND = "anden sag, hvor reglerne er valgt til", "another case to which the rules were applied by choice";

    // Dates.
    DATE = "{day}. {month} {year}", "{day} {month} {year}";
    MONTH_1 = "januar", "January";
    MONTH_2 = "februar", "February";
    MONTH_3 = "marts", "March";
    MONTH_4 = "april", "April";
    MONTH_5 = "maj", "May";
    MONTH_6 = "juni", "June";
    MONTH_7 = "juli", "July";
    MONTH_8 = "august", "August";
    MONTH_9 = "september", "September";
    MONTH_10 = "oktober", "October";
    MONTH_11 = "november", "November";
    MONTH_12 = "december", "December";
}

/// The months of the year.
pub(crate) const MONTHS: [Text; 12] =
    [MONTH_1, MONTH_2, MONTH_3, MONTH_4, MONTH_5, MONTH_6, MONTH_7, MONTH_8, MONTH_9, MONTH_10, MONTH_11, MONTH_12];

/// A number of things, in words.
pub(crate) fn count(n: usize, one: Text, many: Text, lang: Lang) -> String {
    if n == 1 { one.get(lang).to_owned() } else { fill(many.get(lang), &[("n", &n)]) }
}

/// A note on a whole report in a few words, where its code says too little.
pub(crate) fn note(note: &Note, lang: Lang) -> &'static str {
    match note.code {
        "limited" => NOTE_LIMITED.get(lang),
        "laterRegulation" => NOTE_LATER_REGULATION.get(lang),
        "teamOptional" => NOTE_TEAM_OPTIONAL.get(lang),
        "teamComposition" => NOTE_TEAM_COMPOSITION.get(lang),
        "coursesEnding" => NOTE_COURSES_ENDING.get(lang),
        "coursesEnded" => NOTE_COURSES_ENDED.get(lang),
        "teamEnding" => NOTE_TEAM_ENDING.get(lang),
        "nothingMet" => NOTE_NOTHING_MET.get(lang),
        "noRequirementYet" => NOTE_NO_REQUIREMENT_YET.get(lang),
        "proposal" => NOTE_PROPOSAL.get(lang),
        code => code,
    }
}

/// What kind of requirement a rule is, in words.
pub(crate) fn kind(kind: Kind) -> Text {
    match kind {
        Kind::Requirement => KIND_REQUIREMENT,
        Kind::Advice => KIND_ADVICE,
        Kind::Judgement => KIND_JUDGEMENT,
        Kind::SupportedJudgement => KIND_SUPPORTED_JUDGEMENT,
        Kind::Exemption => KIND_EXEMPTION,
    }
}

/// A cell of the matrix in words; [`CELL_EXEMPT`] has a place for the provision.
pub(crate) fn cell(cell: Cell) -> Text {
    match cell {
        Cell::NotRelevant => CELL_NOT_RELEVANT,
        Cell::Required => CELL_REQUIRED,
        Cell::Conditional => CELL_CONDITIONAL,
        Cell::Exempt(_) => CELL_EXEMPT,
        Cell::Judgement => CELL_JUDGEMENT,
    }
}

/// A phase in one word.
pub(crate) fn phase(phase: Phase) -> Text {
    match phase {
        Phase::Forelaeggelse => PHASE_1_SHORT,
        Phase::Indstilling => PHASE_2_SHORT,
        Phase::Indsats => PHASE_3_SHORT,
    }
}

/// A phase, with what it means.
pub(crate) fn phase_explained(phase: Phase) -> Text {
    match phase {
        Phase::Forelaeggelse => PHASE_1,
        Phase::Indstilling => PHASE_2,
        Phase::Indsats => PHASE_3,
    }
}

/// A case variant in words.
pub(crate) fn variant(variant: Variant) -> Text {
    match variant {
        Variant::JA22 => JA22,
        Variant::JAX => JAX,
        Variant::JA13D => JA13D,
        Variant::JANY => JANY,
        Variant::RF => RF,
        Variant::FJ => FJ,
        Variant::FP => FP,
        Variant::FP12 => FP12,
        Variant::FP13 => FP13,
        Variant::FPU18 => FPU18,
        Variant::FPU17 => FPU17,
        Variant::REV => REV,
        Variant::SELV => SELV,
        Variant::SDP3 => SDP3,
        Variant::AND => AND,
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
        let others = [&notes::LIMITED, &notes::PROPOSAL, &notes::NOTHING_MET, &notes::NO_REQUIREMENT_YET];
        for note in later.chain(others) {
            assert_ne!(super::note(note, Lang::Da), note.code);
        }
    }

    #[test]
    fn no_label_is_too_wide() {
        for label in [WHERE, RULE, DEMAND, WHY, REMEDY, NOTE, ALSO, OPEN, MORE] {
            for lang in Lang::ALL {
                assert!(label.get(lang).chars().count() <= LABEL_WIDTH, "{label:?}");
            }
        }
    }
}
