//! Everything that is said here, in both languages. What a requirement says stands with the requirement.

use std::fmt::Display;

use rehabplan::Lang;
use rehabplan::plan::Date;
use rehabplan::text::Wording;

/// Puts values into the places of a text.
#[must_use]
pub fn fill(template: &str, values: &[(&str, &dyn Display)]) -> String {
    values
        .iter()
        .fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), &value.to_string()))
}

/// A date in words.
#[must_use]
pub fn date(date: Date, lang: Lang) -> String {
    const MONTHS: [Wording; 12] =
        [MONTH_1, MONTH_2, MONTH_3, MONTH_4, MONTH_5, MONTH_6, MONTH_7, MONTH_8, MONTH_9, MONTH_10, MONTH_11, MONTH_12];
    let month: Option<&Wording> = MONTHS.get((date.month() as usize).wrapping_sub(1));
    let month = month.map_or("", |month| month.get(lang));
    fill(DATE.get(lang), &[("day", &date.day()), ("month", &month), ("year", &date.year())])
}

macro_rules! texts {
    (
        shared { $($(#[$doc:meta])* $shared:ident = $shared_da:literal, $shared_en:literal;)* }
        $($name:ident = $da:literal, $en:literal;)*
    ) => {
        $($(#[$doc])* pub const $shared: Wording = Wording::new($shared_da, $shared_en);)*
        $(pub(crate) const $name: Wording = Wording::new($da, $en);)*

        /// Every text of the table.
        #[cfg(test)]
        const ALL: &[(&str, Wording)] = &[$((stringify!($shared), $shared),)* $((stringify!($name), $name)),*];
    };
}

texts! {
    // What the command line says too.
    shared {
        /// What stands under a finding whose defect breaks other requirements too: their ids.
        SAME_FINDING = "samme fund: {rules}", "the same finding: {rules}";
        /// What stands under a finding that repeats another: the id of the requirement.
        SAME_FINDING_AS = "samme fund som {rule}", "the same finding as {rule}";
        /// What stands under a fact that others wait for: the ids of the requirements.
        OPEN_UNTIL_THEN = "kan ikke afgøres før da: {rules}", "cannot be determined until then: {rules}";
        /// The heading of the most frequent defects.
        TOP = "De hyppigste mangler", "The most frequent defects";
        /// One plan, counted.
        PLANS_ONE = "1 plan", "1 plan";
        /// Several plans, counted.
        PLANS_MANY = "{n} planer", "{n} plans";
        /// The group of the plans that say nothing of what they are grouped by.
        NO_VALUE = "(ikke oplyst)", "(not given)";
    }

    ENTRY = "{list}, nr. {n}", "{list}, no. {n}";
    PERCENT = "{n} %", "{n}%";

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

    // The page.
    PLAN_TITLE = "Rehabiliteringsplan", "Rehabiliteringsplan";
    RUN_TITLE = "Kontrol af rehabiliteringsplaner", "Check of rehabiliteringsplaner";
    HELD_AGAINST = "Kontrolleret efter bekendtgørelsen, i kraft {date}.", "Checked against the regulation, in force {date}.";
    NO_VALUES = "Siden viser ikke, hvad der står i planerne.", "The page shows nothing that is written in the plans.";
    TO_CONTENT = "Gå til indholdet", "Skip to the content";

    // A plan.
    CASE_TYPE = "Sagstype", "Type of case";
    PHASE = "Fase", "Phase";
    AS_OF = "Opgjort pr.", "As of";
    CONCLUSION = "Konklusion", "Conclusion";
    WITHOUT_PROFILES = "Uden profiler", "Without profiles";
    FIELD = "Felt", "Field";
    ORIGIN = "Sted i kilden", "Place in the source";
    RULE = "Regel", "Rule";
    DEMAND = "Krav", "Requirement";
    WHY = "Fordi", "Why";
    REMEDY = "Gør", "Do";
    NOTE = "Note", "Note";
    ALSO = "Også", "Also";
    OPEN = "Åbent", "Open";
    SOURCE = "Kilde", "Source";
    DEPENDS_ON = "Afhænger af {fact}", "Depends on {fact}";
    WHOLE_PLAN = "Hele dokumentet", "The whole document";

    MISSING = "Det mangler", "What is missing";
    LOST = "Kan ikke læses", "Cannot be read";
    UNDETERMINED = "Kan ikke afgøres", "Cannot be determined";
    WARNINGS = "Bør ses efter", "Worth a look";
    JUDGE = "Til skøn", "For a person to judge";
    JUDGE_LEAD = "Ingen kontrol kan svare på disse spørgsmål. Sæt kryds, når nogen har taget stilling.", "No check can answer these questions. Tick the box when somebody has considered them.";
    EXEMPT = "Fritaget", "Exempt";
    EXEMPT_UNDER = "Fritaget efter", "Exempt under";
    SUPPRESSED = "Set bort fra efter beslutning", "Suppressed by decision";
    SUPPRESSED_BY = "{author}, {date}: {reason}", "{author}, {date}: {reason}";
    BESIDE = "Ved siden af bekendtgørelsen", "Beside the regulation";
    BESIDE_LEAD = "Disse fund kommer fra de valgte profiler og gør ikke planen mangelfuld.", "These findings come from the chosen profiles and do not make the plan deficient.";
    PROFILE_ANSWERS = "Profilernes krav: {counts}", "Rules of the profiles: {counts}";
    NOT_LISTED = "{line}. De er ikke vist her.", "{line}. They are not shown here.";
    NOTHING_MISSING = "Intet mangler.", "Nothing is missing.";
    NOTHING_FOUND = "Ingen mangler er fundet i det, der kunne kontrolleres.", "Nothing was found to be missing in what could be checked.";
    NOTHING_CHECKED = "Intet krav er kontrolleret.", "No requirement was checked.";
    NOT_IN_SOURCE_ONE = "1 krav afhænger af noget, der ikke findes i kilden.", "1 requirement depends on something that is not in the source.";
    NOT_IN_SOURCE_MANY = "{n} krav afhænger af noget, der ikke findes i kilden.", "{n} requirements depend on something that is not in the source.";

    // A run.
    CONCLUSIONS = "Konklusioner", "Conclusions";
    CONCLUSIONS_CAPTION = "Planerne efter konklusion", "The plans by conclusion";
    PLANS = "Planer", "Plans";
    SHARE = "Andel", "Share";
    TOTAL = "I alt", "Total";
    UNREADABLE = "Kunne ikke læses", "Could not be read";
    WHERE = "Hvor mangler der noget", "Where something is missing";
    MAP_TITLE = "Andel af planerne, der mangler noget efter paragraffen, fordelt på sagstype", "Share of plans that lack something under the paragraph, by type of case";
    MAP_BLANK = "Gråt felt: paragraffen stillede ingen krav i sagstypen.", "Grey: the paragraph made no demands in this type of case.";
    MAP_TABLE = "Vis tallene som tabel", "Show the numbers as a table";
    MAP_NOTHING = "Ingen af planerne kunne holdes op mod en paragraf.", "None of the plans could be checked against any paragraph.";
    MAP_CELL = "{part} af {of}", "{part} of {of}";
    TOP_CAPTION = "De {n} krav, som flest planer ikke opfylder", "The {n} requirements that most plans do not meet";
    TOP_CAPTION_ONE = "Det krav, som planer ikke opfylder", "The requirement that plans do not meet";
    TOP_REST = "{n} andre krav er ikke opfyldt i mindst én plan.", "{n} other requirements are not met in at least one plan.";
    TOP_NOTHING = "Der er ikke fundet krav, som ikke er opfyldt.", "No requirement was found unmet.";
    WHAT_IS_WRONG = "Mangel", "Defect";
    SHARE_OF_DECIDED = "Andel af de planer, hvor kravet blev prøvet", "Share of the plans in which the requirement was checked";
    BLIND = "Hvad der ikke kunne kontrolleres", "What could not be checked";
    BLIND_CAPTION = "Hvad der ikke kunne kontrolleres, og hvorfor", "What could not be checked, and why";
    BLIND_WHAT = "Hvad", "What";
    BLIND_WHY = "Hvorfor", "Why";
    BLIND_HOW_MANY = "Antal", "Number";
    BLIND_DOCUMENT = "Dokumenter, der ikke kunne læses", "Documents that could not be read";
    BLIND_SUCH_AS = "{why} (og lignende)", "{why} (and the like)";
    BLIND_CASE = "Planer, der ikke blev kontrolleret", "Plans that were not checked";
    BLIND_LOST = "Planer med en værdi, der ikke kan læses", "Plans with a value that cannot be read";
    BLIND_LOST_WHY = "Værdien er af en forkert slags; se planen", "The value is of a wrong kind; see the plan";
    BLIND_FACT = "Planer med åbne svar", "Plans with open answers";
    BLIND_FACT_WHY = "Mangler: {place}", "Missing: {place}";
    BLIND_ANSWER = "Åbne svar på krav", "Open answers to requirements";
    BLIND_SOURCE = "Svar, der afhænger af noget uden for kilden", "Answers that depend on something outside the source";
    BLIND_REVIEW = "Punkter, et menneske skal tage stilling til", "Points that are for a person to judge";
    BLIND_REVIEW_WHY = "Ingen kontrol kan svare på dem", "No check can answer them";
    BLIND_NOTHING = "Alt kunne kontrolleres.", "Everything could be checked.";
    WHY_UNKNOWN_CASE = "Sagstypen mangler, er ukendt eller kan ikke læses", "The type of case is missing, unknown or cannot be read";
    NOTES = "Forbehold om planerne", "Reservations about the plans";
    GROUPS = "Grupper", "Groups";
    GROUPS_CAPTION = "Planerne efter {columns}", "The plans by {columns}";
    GROUPS_MASKED = "Grupper, der ikke er vist: {n}. Det er dem med under {min} kontrollerede planer, og andre, hvis tal ellers ville røbe dem.", "Groups that are not shown: {n}. They have fewer than {min} plans that were checked, or their numbers would give away such a group.";
    GROUPS_AND = " og ", " and ";
    CHECKED = "Kontrolleret", "Checked";
    DEFICIENT = "Mangelfulde", "Deficient";
    SHARE_DEFICIENT = "Andel mangelfulde", "Share deficient";
    WORST = "Paragraf med størst andel mangler", "Paragraph with the largest share of defects";
    CONTENTS = "Planerne", "The plans";
    CONTENTS_CAPTION = "De planer, der er vist i fuld længde", "The plans that are shown in full";
    CONTENTS_ALL = "Alle planer er vist i fuld længde.", "All plans are shown in full.";
    CONTENTS_DEFICIENT = "Kun planer, der mangler noget, er vist i fuld længde: {shown} af {plans}. Resten er talt med ovenfor.", "Only plans that lack something are shown in full: {shown} of {plans}. The rest are counted above.";
    CONTENTS_FIRST = "{n} planer mangler noget; kun de første {shown} er vist i fuld længde. De andre er talt med ovenfor og står i regnearket (--format xlsx).", "{n} plans lack something; only the first {shown} are shown in full. The others are counted above, and stand in the workbook (--format xlsx).";
    CONTENTS_NAME = "Plan", "Plan";
    CONTENTS_DEFECTS = "Mangler", "Defects";

    // The list to write a plan by.
    LIST_TITLE = "Krav til en rehabiliteringsplan: {kind}", "Requirements for a rehabiliteringsplan: {kind}";
    LIST_LEAD = "Alt, der kan kræves til og med fasen {phase}. Sæt kryds, når det er skrevet.", "Everything that may be required up to and including the phase {phase}. Tick each point when it is written.";
    LIST_NOTHING = "Ingen krav gælder i denne sagstype til og med fasen {phase}.", "No requirement applies to this type of case up to and including the phase {phase}.";
    LIST_PARAGRAPH = "§ {n}: {title}", "§ {n}: {title}";
    LIST_EXEMPT = "Kræves ikke i denne sagstype", "Not required in this type of case";
    LIST_VARIANTS = "Listen gælder alle sagstyper, sagen kan vise sig at være: {kinds}", "The list is for every type of case that it may turn out to be: {kinds}";
    LIST_WHEN = "Gælder", "Applies";
    LIST_ONLY_IN = "kun i {groups}", "only in {groups}";
    LIST_JUDGE = "Vurdér", "Judge";
    LIST_ADVICE = "mangler det, er det kun en advarsel", "if it is missing, that is only a warning";
    LIST_EXEMPTION = "en undtagelse, som sagen kan bruge", "an exemption that the case may use";
    CELL_REQUIRED = "kræves", "required";
    CELL_CONDITIONAL = "kræves, når betingelsen i kravet selv er opfyldt", "required when the condition in the requirement itself is met";
    CELL_EXEMPT = "kræves, medmindre betingelserne i {provision}, er til stede", "required unless the conditions in {provision} are met";
    CELL_JUDGEMENT = "et menneske skal tage stilling", "a person must judge";

    // The workbook.
    SHEET_OVERVIEW = "Oversigt", "Overview";
    SHEET_FINDINGS = "Fund", "Findings";
    SHEET_PLANS = "Planer", "Plans";
    SHEET_REVIEW = "Til skøn", "To judge";
    SHEET_RULES = "Krav", "Requirements";
    OUTCOME = "Fund", "Finding";
    PROFILE = "Profil", "Profile";
    PROVISION = "Bestemmelse", "Provision";
    PARAGRAPH = "§", "§";
    PATH = "Sted i dokumentet", "Place in the document";
    SAME_AS = "Samme fund som", "Same finding as";
    WARNINGS_COLUMN = "Advarsler", "Warnings";
    MET = "Opfyldt", "Met";
    NOT_RELEVANT = "Ikke relevant", "Not relevant";
    NOT_IN_SOURCE = "Findes ikke i kilden", "Not in the source";
    NOT_IN_SOURCE_RULES = "Krav, der ikke kan afgøres, fordi noget ikke findes i kilden", "Requirements that cannot be determined, because something is not in the source";
    INPUT = "Ved indlæsning", "In the input";
    REMARKS = "Bemærkninger", "Remarks";
    QUESTION = "Spørgsmål", "Question";
    JUDGED = "Taget stilling", "Judged";
    SHARE_SHORT = "Andel med mangel", "Share with a defect";
}

#[cfg(test)]
mod tests {
    use super::ALL;

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
}
