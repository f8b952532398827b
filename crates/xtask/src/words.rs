//! The words of the generated pages that belong to no rule.

use rehabplan::text::Wording;
use rehabplan::{Lang, Outcome, Phase};
use rehabplan_corpus::Title;

const fn text(da: &'static str, en: &'static str) -> Wording {
    Wording::new(da, en)
}

pub(crate) const GENERATED: Wording = text(
    "<!-- Skrevet af »cargo xtask gen« ud fra reglerne. Ret dem, ikke denne fil. -->",
    "<!-- Written by \"cargo xtask gen\" from the rules. Change them, not this file. -->",
);
pub(crate) const PROVISION: Wording = text("Bestemmelse", "Provision");
pub(crate) const DEMAND: Wording = text("Krav", "Requirement");
pub(crate) const RULE: Wording = text("Regel", "Rule");
pub(crate) const UNIT: Wording = text("Enhed", "Unit");
pub(crate) const STATUS: Wording = text("Status", "Status");
pub(crate) const REASON: Wording = text("Begrundelse", "Reason");
pub(crate) const RULES: Wording = text("Regler", "Rules");
pub(crate) const KIND: Wording = text("Art", "Kind");
pub(crate) const PHASE: Wording = text("Gælder fra", "Applies from");
pub(crate) const EVIDENCE: Wording = text("Står i planen på", "Stands in the plan at");
pub(crate) const CHECKED: Wording = text("Kontrolleres", "Checked");
pub(crate) const WHERE: Wording = text("Hvor kravet gælder", "Where it applies");
pub(crate) const FINDING: Wording = text("Når kravet ikke er opfyldt", "When it is not met");
pub(crate) const REMEDY: Wording = text("Gør", "Do");
pub(crate) const JUDGEMENT: Wording = text("Hvad et menneske skal vurdere", "What a person must judge");
pub(crate) const TRIED: Wording = text("Sådan prøves kravet", "How it is tried");
pub(crate) const CASE: Wording = text("Tilfælde", "Case");
pub(crate) const WHOLE_PLAN: Wording = text("En plan, som intet mangler", "A plan that lacks nothing");
pub(crate) const VARIANT: Wording = text("Sagstype", "Type of case");
pub(crate) const OUTCOME: Wording = text("Svar", "Answer");
pub(crate) const EFFECT: Wording = text("Virkning", "Effect");
pub(crate) const MATRIX: Wording =
    text("Matrix: hvilket krav gælder i hvilken sagstype", "Matrix: which requirement applies in which type of case");
pub(crate) const COVERAGE: Wording =
    text("Dækning: hvordan hver sætning i §§ 1-16 er dækket", "Coverage: how every sentence of §§ 1-16 is covered");
pub(crate) const INDEX: Wording = text("Reglerne, paragraf for paragraf", "The rules, paragraph by paragraph");
/// The pages beside that of the rules.
pub(crate) const PAGES: Wording = text(
    "Om det hele: [matricen](matrix.md), [dækningen](daekning.md), [planens felter](felter.md), [ordforrådet](ordforraad.md), som kravene \
     er sagt i, [læsningerne](laesninger.md) af det, loven lader stå åbent, [svarordene](svarord.md), [sprogkontrollen](sprogkontrol.md), \
     [profilerne](profiler.md), [udtræk og dokumenter](import.md), og [hvad der kan spørges om](funktioner.md) i hvert sprog.",
    "On all of it: the [matrix](matrix.md), the [coverage](coverage.md), the [fields](fields.md) of the plan, the [vocabulary](vocabulary.md) that \
     the requirements are said in, the [readings](readings.md) of what the law leaves open, the [reply words](replies.md), the [language \
     check](language-check.md), the [profiles](profiles.md), [exports and documents](import.md), and [what can be asked](functions.md) in which \
     language.",
);
pub(crate) const FIELDS: Wording = text("Planens felter", "The fields of the plan");
pub(crate) const FIELDS_INTRO: Wording = text(
    "Et felt, der ikke er der, `null`, `\"\"` og en tekst af blanktegn eller en pladsholder ([ordene](svarord.md)) betyder det samme: feltet er ikke besvaret. En tom liste og et objekt uden et udfyldt felt er som noget, der ikke er der. `false` og `0` er svar, og »ingen« er et, hvor kravet tillader det.\n\nEn værdi, der ikke kan læses (en tekst, hvor der skal stå en dato, `2020-02-30`, en kode, der ikke er på listen), er ikke det samme som intet: den meldes på sit sted, de krav, der har brug for den, kan ikke afgøres, og den fritager aldrig fra noget.",
    "A field that is left out, `null`, `\"\"` and a text of blanks or a placeholder ([the words](replies.md)) mean the same: the field is not answered. An empty list and an object without a field that is filled in are as good as left out. `false` and `0` are answers, and \"ingen\" is one where the requirement allows it.\n\nA value that cannot be read (a text where a date belongs, `2020-02-30`, a code that is not on the list) is not the same as nothing: it is told at its place, the requirements that need it cannot be determined, and it never exempts from anything.",
);
pub(crate) const LANGUAGE_CHECK: Wording = text(include_str!("language.da.md"), include_str!("language.en.md"));
/// Before the table of the fields that are searched.
pub(crate) const SEARCHED: Wording = text(
    "## Felter, der gennemsøges\n\nAl fritekst i den forberedende del, også borgerens felter, hvor en sagsbehandler kan have skrevet; men ikke lægens vurdering, kommunens vurderinger efter § 4, stk. 2, og § 12, som loven beder om, dokumenters titler og henvisninger eller de to felter, der skal være tomme (P3.3.a).\n\n| Felt | Sted | Hvis ord |\n|---|---|---|",
    "## Fields that are searched\n\nAll free text of the preparatory part, the citizen's fields too, where a caseworker may have written; but not the GP's assessment, the municipality's under § 4, stk. 2, and § 12, which the law asks for, the titles and references of documents, or the two fields that must be empty (P3.3.a).\n\n| Field | Place | Whose words |\n|---|---|---|",
);
pub(crate) const OF_THE_CITIZEN: Wording = text("borgerens", "the citizen's");
pub(crate) const OF_THE_MUNICIPALITY: Wording = text("kommunens", "the municipality's");
pub(crate) const LANGUAGE_TRAINED: Wording = text(
    "## Hvad den har lært af, og hvor god den er\n\nDen har lært af {} skribenter: {} sætninger og {} afsnit, skrevet til formålet. Den er prøvet på {} andre skribenter, som ingen model har set: {} sætninger og {} afsnit. Af sætningerne, som den er prøvet på, beskriver to tredjedele, af dem, som den har lært af, halvdelen, og de fleste af dem er skrevet, så de ligner en anbefaling; i en rigtig plan er der længere mellem fælderne. Tallene er målt på netop de vægte, der følger med; de blev set undervejs, mens reglerne blev skrevet, så hænderne er lidt mindre ukendte, end ordene siger. Af dem, hvis navn begynder med `uset`, er ingen sætning læst, kun summerne; de handler om rene ord alene.\n\nDe fremmede (`tests/language/strangers`) er {} skribenter mere med {} sætninger, som ingen, der skrev en regel, har læst, og som ingen model er trænet på.",
    "## What it has learned from, and how good it is\n\nIt has learned from {} writers: {} sentences and {} paragraphs, written for it. It was tried on {} other writers that no model has seen: {} sentences and {} paragraphs. Two thirds of the sentences that it was tried on describe, half of those that it has learned from, and most of them were written to look like a recommendation; in a real plan the traps are further between. The figures were measured with the very weights that come with the product; they were looked at while the rules were written, so the writers are a little less unknown than the words say. Of those whose names begin with `uset` no sentence was read, only the sums; they are about plain words alone.\n\nThe strangers (`tests/language/strangers`) are {} more writers with {} sentences, which nobody who wrote a rule has read, and on which no model was trained.",
);
/// Above the columns of those who were tried.
pub(crate) const LANGUAGE_TRIED: Wording = text(" | Holdt ude | Fremmede", " | Held out | Strangers");
pub(crate) const FIRST_TRIALS: Wording =
    text(include_str!("language-trials.da.md"), include_str!("language-trials.en.md"));
pub(crate) const LANGUAGE_PER_PLAN: Wording =
    text("Falske alarmer i en plan med tyve sådanne afsnit", "False alarms in a plan with twenty such paragraphs");
pub(crate) const LANGUAGE_MEASURES: [Wording; 6] = [
    text(
        "Præcision: så mange af de udpegede sætninger anbefaler",
        "Precision: so many of the sentences pointed out recommend",
    ),
    text(
        "Genkaldelse: så mange af dem, der anbefaler, udpeges",
        "Recall: so many of those that recommend are pointed out",
    ),
    text(
        "Det samme, når der anbefales med rene ord (`plain`)",
        "The same where they recommend in plain words (`plain`)",
    ),
    text(
        "Falsk alarm: så mange af dem, der beskriver, udpeges",
        "False alarms: so many of those that describe are pointed out",
    ),
    text(
        "Genkaldelse, når sætningen står mellem to beskrivende afsnit",
        "Recall where the sentence stands between two paragraphs that describe",
    ),
    text(
        "Falsk alarm: så mange beskrivende afsnit udpeges",
        "False alarms: so many paragraphs that describe are pointed out",
    ),
];
pub(crate) const BY_REASON: Wording = text("Art (se `tests/language`)", "Kind (see `tests/language`)");
pub(crate) const BY_FIELD: Wording = text("Felt", "Field");
pub(crate) const FOUND: Wording =
    text("Anbefaler, og udpeges | Hos fremmede", "Recommends, and is pointed out | Of strangers");
pub(crate) const FALSELY_FOUND: Wording =
    text("Beskriver, og udpeges alligevel | Hos fremmede", "Describes, and is pointed out all the same | Of strangers");
pub(crate) const STRANGE: Wording = text(
    "## På måder, som ingen skribent skriver på\n\nAndre sætninger (`tests/language/strange.tsv`) er skrevet for at bryde den, på måder, som ingen af skribenterne har: breve til borgeren, dikterede notater, konsulentsprog, en sygeplejerskes notater, spørgsmål med svar, dialekt, kryds i bokse, glat prosa. Af dem, der anbefaler, blev {} udpeget, og af dem, der beskriver, {}; én slags fejl blev rettet, efter at de var læst.\n\nDet, den overser dér, antyder mest (»vejen ind går gennem løntimer«), fortæller, hvad der skal ske, uden et ord, der siger, at det er en anbefaling (»først operation, så ser vi på resten«), eller har sit rene ord, hvor grammatikken ikke viser, hvis det er: uden komma, på dialekt, efter en overskrift med kolon eller som svar på et spørgsmål i sætningen før. Det, den udpeger med urette, gengiver en, den ikke kender, eller ord uden anførselstegn, eller nævner en ordning, hvor det er loven, et ønske eller fortiden, der taler.",
    "## In manners that no writer has\n\nOther sentences (`tests/language/strange.tsv`) were written to break it, in manners that none of the writers has: letters to the citizen, dictated notes, the jargon of consultants, a nurse's notes, questions with their answers, dialect, ticks in boxes, polished prose. Of those that recommend, {} were pointed out, and of those that describe, {}; one kind of mistake was mended after they were read.\n\nWhat it misses there mostly hints (\"vejen ind går gennem løntimer\"), tells what is to happen without a word that makes it a recommendation (\"først operation, så ser vi på resten\"), or has its plain word where the grammar does not show whose it is: without commas, in dialect, behind a label with a colon, or as the answer to a question in the sentence before. What it points out wrongly retells somebody whom it does not know, or words without quotation marks, or names an outcome where the law, a wish or the past speaks.",
);
pub(crate) const MISSED: Wording =
    text("## Sætninger, den overser\n\nDisse anbefaler:", "## Sentences that it misses\n\nThese recommend:");
pub(crate) const WRONGLY: Wording = text(
    "## Sætninger, den udpeger med urette\n\nDisse beskriver:",
    "## Sentences that it points out wrongly\n\nThese describe:",
);
pub(crate) const CODES: Wording = text("Koder", "Codes");
pub(crate) const CODE: Wording = text("Kode", "Code");
pub(crate) const OR: Wording = text(" eller ", " or ");

/// What a field holds, by the word that JSON Schema has for it.
pub(crate) fn value(kind: &str) -> Wording {
    match kind {
        "object" => text("objekt", "object"),
        "array" => text("liste", "list"),
        "boolean" => text("true eller false", "true or false"),
        "integer" => text("helt tal", "whole number"),
        "number" => text("tal", "number"),
        "string" => text("tekst", "text"),
        "date" => text("dato", "date"),
        _ => text("hvad som helst", "anything"),
    }
}

pub(crate) const FIELD: Wording = text("Felt", "Field");
pub(crate) const MEANING: Wording = text("Betydning", "Meaning");
pub(crate) const SERVES: Wording = text("Bruges til", "Used for");
pub(crate) const VALUES: Wording = text("Værdi", "Value");
pub(crate) const REPLIES: Wording = text("Hvad en tekst svarer til", "What a text amounts to");
pub(crate) const REPLIES_INTRO: Wording = text(
    "En tekst vurderes som helhed. Først fjernes opmærkning (HTML-mærker og -entiteter, RTF-koder) og tegn uden bredde, og det, der er sagt igen og igen (»mangler, mangler«), regnes kun én gang. Der ses bort fra store bogstaver, mellemrum, tegn omkring ordene, og om æ, ø og å er skrevet ae, oe og aa. Listerne er udtømmende. Alt andet er et svar, og om det er godt nok, vurderer et menneske.\n\nEn tekst er også tom, når der hverken er et ciffer eller to bogstaver i den, når den er ét bogstav gentaget (»xxx«), og når den helt står i kantede eller spidse parenteser (»[indsæt tekst]«).",
    "A text is judged as a whole. Its markup (HTML tags and entities, RTF codes) and characters without width are taken off first, and what is said again and again (\"mangler, mangler\") counts once. Case, blanks, signs around the words, and whether æ, ø and å are written as ae, oe and aa, make no difference. The lists are exhaustive. Anything else is an answer, and whether it is good enough is for a person to judge.\n\nA text is also empty when it holds neither a digit nor two letters, when it is one letter again and again (\"xxx\"), and when all of it stands in square or angle brackets (\"[indsæt tekst]\").",
);
pub(crate) const PLACEHOLDERS: Wording = text("Pladsholdere: feltet er tomt", "Placeholders: the field is empty");
pub(crate) const PLACEHOLDERS_ARE: Wording = text("I felter af enhver slags", "In fields of any kind");
pub(crate) const LEFTOVERS: Wording = text(
    "Maskinord og ord for det, der ikke er der endnu: feltet er tomt",
    "Words of machines, and words for what is not there yet: the field is empty",
);
pub(crate) const LEFTOVERS_ARE: Wording =
    text("I alle felter undtagen tal og datoer", "In all fields but numbers and dates");
pub(crate) const SIGNS_ARE: Wording = text(
    "Det samme, når tegnene er med; og ethvert ord i store bogstaver mellem `#` og `!` eller `?`, som er fejl i et regneark (`#REF!`, `#VÆRDI!`, `#NAVN?`, `#DIV/0!`)",
    "The same, when the signs are there; and any word in capitals between `#` and `!` or `?`, which is an error of a spreadsheet (`#REF!`, `#VÆRDI!`, `#NAVN?`, `#DIV/0!`)",
);
pub(crate) const FILLERS_ARE: Wording = text("Også som begyndelse på en tekst", "Also as the beginning of a text");
pub(crate) const REFERENCES: Wording = text(
    "Henvisninger: indholdet står i et andet dokument eller et andet sted, så kravet kan ikke afgøres",
    "References: the content is in another document or another place, so the requirement cannot be determined",
);
pub(crate) const OPENINGS: Wording = text(
    "En henvisning kendes på sin form. Den kan begynde med en af disse vendinger",
    "A reference is known by its form. It may begin with one of these phrases",
);
pub(crate) const BESIDES: Wording = text(
    "Så følger mindst ét af disse ord eller navne på dokumenter, gerne flere",
    "Then comes at least one of these words or names of documents, perhaps more of them",
);
pub(crate) const DOCUMENTS: Wording = text(
    "Navne på dokumenter. I feltet for attestens type er navnet alene et svar",
    "Names of documents. In the field for the kind of certificate the name alone is an answer",
);
pub(crate) const ENDINGS: Wording = text("Navnene kan have disse endelser", "The names may have these endings");
pub(crate) const CERTIFICATES: Wording =
    text("LÆ med et af disse numre er også et navn", "LÆ with one of these numbers is a name too");
pub(crate) const SECTIONS: Wording = text(
    "Steder i et dokument. Efter en vending som »se« er de lige så gode som navnet",
    "Places in a document. After a phrase such as \"se\" they are as good as its name",
);
pub(crate) const BETWEEN: Wording = text(
    "Imellem kan der stå tal, datoer, enkelte bogstaver og disse ord",
    "Between them there may be numbers, dates, single letters and these words",
);
pub(crate) const MONTHS: Wording = text(
    "Måneder, også forkortet til tre bogstaver. Et tal alene, som et journalnummer, er aldrig en henvisning",
    "Months, which may be cut to three letters. A number alone, such as that of a case, is never a reference",
);
pub(crate) const NOTHINGS: Wording = text(
    "Intetsvar: et svar, hvor kravet tillader det, ellers en advarsel",
    "Nothing to say: an answer where the requirement allows it, otherwise a warning",
);
pub(crate) const NOTHINGS_ARE: Wording = text("Kun i tekstfelter", "In texts only");
pub(crate) const LATER: Wording = text(
    "Løfter: om et tilbud er konkret, vurderer et menneske",
    "Promises: whether a measure is concrete is for a person to judge",
);
pub(crate) const LATER_IS: Wording = text(
    "Et løfte kendes også på sin form. Som beskrivelse af et tilbud har det mindst ét af disse ord",
    "A promise is known by its form too. As the description of a measure it has at least one of these words",
);
pub(crate) const LATER_BESIDE: Wording = text(
    "Ellers står der kun disse; et ord mere, fx hvad der skal ske, gør det til et svar",
    "Otherwise there are only these; a word more, such as what is to happen, makes it an answer",
);
pub(crate) const VOCABULARY: Wording =
    text("Ordene, som kravene kontrolleres med", "The words that requirements are checked in");
pub(crate) const VOCABULARY_INTRO: Wording = text(
    "De fleste krav kontrolleres med et af disse ord; regelsiderne siger på hvilke felter. Et krav, der er mere, end ordene kan sige, har sin egen kontrol.",
    "Most requirements are checked in one of these words; the pages of the rules say on which fields. A requirement that is more than the words can say has a check of its own.",
);
pub(crate) const WORD: Wording = text("Ord", "Word");
pub(crate) const USED_BY: Wording = text("Bruges af", "Used by");
pub(crate) const OWN_CHECK: Wording = text("Egen kontrol", "A check of their own");
pub(crate) const LEGEND: Wording = text(
    "K: krævet. K°: krævet, når betingelsen i kravet selv er opfyldt. U: fritaget efter bestemmelsen, når undtagelsens betingelser er opfyldt (efter § 1, stk. 2, § 7, stk. 1, § 14 og § 15, stk. 1 altid); ellers krævet, medmindre kravet selv er undtagelsen. S: kun et menneske kan vurdere; i et krav (P2.2.a), når sagen behandles på det foreliggende grundlag efter § 13, ellers krævet. -: ikke relevant.",
    "K: required. K°: required when the condition in the requirement itself is met. U: exempt under the provision when the conditions of the exemption are met (under § 1, stk. 2, § 7, stk. 1, § 14 and § 15, stk. 1 always); otherwise required, unless the requirement is itself the exemption. S: only a person can judge; in a requirement (P2.2.a), where the case is handled on the existing basis under § 13, otherwise required. -: not relevant.",
);

pub(crate) const PROFILES: Wording =
    text("Profiler: hvad der ligger ved siden af bekendtgørelsen", "Profiles: what lies beside the regulation");
pub(crate) const PROFILES_INTRO: Wording = text(
    "En profil er slået fra, til den vælges ved navn, og rapporten nævner den altid. Fund fra en profil gør aldrig en sag mangelfuld efter bekendtgørelsen. Forslag er ikke gældende ret og er kun til analyse.",
    "A profile is off until it is chosen by name, and the report always names it. Findings of a profile never make a case deficient under the regulation. Proposals are not law in force and are for analysis only.",
);
pub(crate) const PROFILE: Wording = text("Profil", "Profile");
pub(crate) const TITLE: Wording = text("Navn", "Title");
pub(crate) const FORCE: Wording = text("Retlig vægt", "Force");
pub(crate) const SOURCE: Wording = text("Kilde", "Source");
pub(crate) const WITHOUT_EFFECT: Wording =
    text("Uden virkning på planens indhold", "Without effect on what a plan holds");
pub(crate) const LAST_DAY: Wording = text("Sidste dag:", "Last day:");
pub(crate) const ADDS: Wording = text("Tilføjer", "Adds");
pub(crate) const EXEMPTS: Wording = text("Fritager", "Exempts");
pub(crate) const ACCEPTS: Wording = text("Godtager anden dokumentation for", "Accepts other evidence for");
pub(crate) const CONDITION: Wording = text("Betingelse", "Condition");
pub(crate) const GROUND: Wording = text("Grundlag", "Ground");
pub(crate) const PARAMETER: Wording = text("Parameter", "Parameter");
/// From when on something applies.
pub(crate) fn phase(phase: Phase, lang: Lang) -> String {
    format!("{} ({})", phase.title().get(lang), phase.meaning().get(lang))
}

/// A phase in one word, by its code.
pub(crate) fn phase_word(code: &str, lang: Lang) -> String {
    Phase::from_code(code).map_or_else(String::new, |phase| phase.title().get(lang).to_lowercase())
}

/// An answer of the corpus, by its codes.
pub(crate) fn outcome(code: &str, severity: Option<&str>, lang: Lang) -> String {
    let known = Outcome::ALL.iter().copied().find(|outcome| outcome.code() == code);
    let title = known.map_or("", |outcome| outcome.title().get(lang));
    let severity = match (known, severity) {
        (Some(Outcome::NotMet), Some("warning")) => text(" (advarsel)", " (warning)"),
        (Some(Outcome::NotMet), _) => text(" (fejl)", " (error)"),
        _ => text("", ""),
    };
    format!("{title}{}", severity.get(lang))
}

/// The folder and the file names of a language.
pub(crate) fn file(name: &str, lang: Lang) -> String {
    let name = match (name, lang) {
        ("matrix", _) => "matrix",
        ("coverage", Lang::En) => "coverage",
        ("coverage", _) => "daekning",
        ("fields", Lang::En) => "fields",
        ("fields", _) => "felter",
        ("vocabulary", Lang::En) => "vocabulary",
        ("vocabulary", _) => "ordforraad",
        ("language-check", Lang::En) => "language-check",
        ("language-check", _) => "sprogkontrol",
        ("replies", Lang::En) => "replies",
        ("replies", _) => "svarord",
        ("functions", Lang::En) => "functions",
        ("functions", _) => "funktioner",
        ("profiles", Lang::En) => "profiles",
        ("profiles", _) => "profiler",
        (_, Lang::En) => "rules",
        _ => "regler",
    };
    format!("docs/{}/{name}.md", lang.tag())
}

/// The title of a case in a language.
pub(crate) fn of(title: &Title, lang: Lang) -> &str {
    match lang {
        Lang::En => &title.en,
        _ => &title.da,
    }
}
