//! What a template or a system says of how to fill it in, in words of its own: the same in a document and in a field of an export.

/// How an instruction begins: no person writes of somebody's life like this.
const OPENINGS: [&str; 49] = [
    "afsnittet udfyldes",
    "anfør",
    "angiv",
    "beskriv",
    "dokumenteres med",
    "her angives",
    "her anføres",
    "her beskriver du",
    "her beskrives",
    "her indsættes",
    "her kan du",
    "her noteres",
    "her skal angives",
    "her skal beskrives",
    "her skal der beskrives",
    "her skal der skrives",
    "her skal du",
    "her skal skrives",
    "her skriver du",
    "her skriver borgeren",
    "her skrives",
    "hjælpetekst",
    "indsæt",
    "klik",
    "kopier",
    "kopiér",
    "kort beskrivelse af",
    "medtag",
    "noter",
    "notér",
    "nævn",
    "oplysninger hentes",
    "oplysningerne hentes",
    "redegør",
    "sagsbehandler spørger",
    "sagsbehandleren beskriver",
    "sagsbehandleren spørger",
    "se vejledning",
    "se vejledningen",
    "se vejledningens",
    "skal udfyldes",
    "skriv",
    "sæt kryds",
    "udfyld",
    "udfyldes",
    "vejledning",
    "vælg",
    "vurder",
    "vurdér",
];
/// What begins a question, which instructs where it is set apart, or where it is all that a line has.
const QUESTIONS: [&str; 9] = ["hvad", "hvem", "hvilke", "hvilken", "hvilket", "hvor", "hvordan", "hvorfor", "er der"];

const OWN: [&str; 5] = ["jeg", "mig", "min", "mit", "mine"];
/// What says how to fill in a field, wherever it stands in its sentence.
const ABOUT_FIELDS: [&str; 14] = [
    "afsnittet skal",
    "beskrives her",
    "borgerens egne ord skal",
    "dette afsnit",
    "dette felt",
    "feltet er obligatorisk",
    "feltet skal",
    "feltet udfyldes",
    "husk at ",
    "noteres her",
    "punktet udfyldes",
    "skrives her",
    "udfyldes af borger",
    "udfyldes af sagsbehandler",
];
/// Words that begin an instruction, and now and then an answer: only where the whole is a single short sentence.
const BIDDINGS: [&str; 9] =
    ["husk", "kort om", "oplys", "opsummer", "opsummér", "tilføj", "uddyb", "vedhæft", "vedlæg"];
/// What goes on behind an instruction.
const BESIDES: [&str; 7] = ["husk", "hjælp", "brug", "undgå", "vær", "max", "maks"];
/// What begins a limit to how much may be written.
const LENGTHS: [&str; 5] = ["max", "maks", "maksimalt", "højst", "cirka"];
const UNITS: [&str; 4] = ["linjer", "ord", "tegn", "sider"];
fn begins(text: &str, words: &[&str]) -> bool {
    let is_whole = |rest: &str| !rest.starts_with(|letter: char| letter.is_alphanumeric());
    words.iter().any(|word| text.strip_prefix(word).is_some_and(is_whole))
}

/// No opening is longer.
const LONGEST_OPENING: usize = 32;

/// Whether a text says what to write. One that looks like any other has to be a single sentence: an answer may follow in what
/// is longer.
pub(crate) fn instructs(text: &str, is_set_apart: bool) -> bool {
    let is_bracketed = text.starts_with(['(', '[', '<', '«']) && text.ends_with([')', ']', '>', '»']);
    let is_apart = is_bracketed || is_set_apart;
    let start = text.trim_start_matches(['(', '[', '<', '«', '*', '-', '–', ' ']);
    // Texts without end are looked at, and few begin as one of these: the rest is looked at only then.
    let opening: String = start.chars().take(LONGEST_OPENING).flat_map(char::to_lowercase).collect();
    let begins = |words: &[&str]| begins(&opening, words);
    let plain = || start.to_lowercase();
    let inner = || text.trim_end_matches(['.', ':', '!', '?', ')', ' ']);
    let is_one_sentence =
        || !inner().contains([':', '\n']) && ![". ", "? ", "! "].iter().any(|end| inner().contains(end));
    let is_asked = || text.trim_end_matches([')', ']', '>', '»', ' ']).ends_with('?') && !inner().contains(". ");
    let is_about_fields = || {
        let plain = plain();
        ABOUT_FIELDS.iter().any(|words| plain.contains(words))
    };
    // What somebody asks of themselves is their answer.
    let is_own = || plain().split(|letter: char| !letter.is_alphanumeric()).any(|word| OWN.contains(&word));
    let is_measured =
        || plain().trim_end_matches(['.', ')', ']', ' ']).rsplit(' ').next().is_some_and(|last| UNITS.contains(&last));
    // Sentence after sentence says what to write.
    let are_all = || {
        let plain = plain();
        !plain.contains(':')
            && plain.split_inclusive(". ").all(|one| self::begins(one, &OPENINGS) || self::begins(one, &BESIDES))
    };
    begins(&OPENINGS) && (is_apart || is_one_sentence() || are_all())
        || begins(&LENGTHS) && is_measured()
        || begins(&BIDDINGS) && is_one_sentence() && !is_own()
        || begins(&QUESTIONS) && (is_asked() || is_apart && text.contains('?')) && !is_own()
        || (is_apart || is_one_sentence()) && is_about_fields()
}

/// Whether a text is a single sentence that names examples of what to write, or what it is to be about. A person may have written so too.
#[cfg(feature = "document")]
pub(crate) fn may_instruct_by_examples(text: &str) -> bool {
    const EXAMPLES: [&str; 9] = [
        "eks.",
        "eksempel",
        "eksempelvis",
        "eksempler",
        "f.eks",
        "f. eks",
        "for eksempel",
        "fx",
        "relevante oplysninger om",
    ];
    const LONGEST: usize = 160;
    let text = text.trim();
    let lower = text.to_lowercase();
    let start = lower.trim_start_matches(['(', '[', '-', '–', ' ']);
    let is_own = lower.split(|letter: char| !letter.is_alphanumeric()).any(|word| OWN.contains(&word));
    text.chars().count() <= LONGEST && begins(start, &EXAMPLES) && !text.contains('\n') && !is_own
}

/// Whether a line may be one, by its first letters in lower case: every text of an export is looked at, and most are none.
pub(crate) fn may_instruct(first: [u8; 3]) -> bool {
    matches!(
        &first,
        b"afs"
            | b"anf"
            | b"ang"
            | b"bes"
            | b"cir"
            | b"dok"
            | b"det"
            | b"er "
            | b"fel"
            | b"her"
            | b"hj\xc3"
            | b"hus"
            | b"hva"
            | b"hve"
            | b"hvi"
            | b"hvo"
            | b"h\xc3\xb8"
            | b"ind"
            | b"kli"
            | b"kop"
            | b"kor"
            | b"mak"
            | b"max"
            | b"med"
            | b"not"
            | b"n\xc3\xa6"
            | b"opl"
            | b"ops"
            | b"pun"
            | b"red"
            | b"sag"
            | b"se "
            | b"ska"
            | b"skr"
            | b"s\xc3\xa6"
            | b"til"
            | b"udd"
            | b"udf"
            | b"ved"
            | b"vej"
            | b"vur"
            | b"v\xc3\xa6"
    )
}

#[cfg(test)]
mod tests {
    use super::{ABOUT_FIELDS, BIDDINGS, LENGTHS, LONGEST_OPENING, OPENINGS, QUESTIONS, may_instruct};

    #[test]
    fn each_is_found_by_how_it_begins() {
        // What stands in the middle of a sentence is found where that begins as one of these.
        let all = [&OPENINGS[..], &BIDDINGS, &LENGTHS, &QUESTIONS, &ABOUT_FIELDS].concat();
        for word in all
            .iter()
            .filter(|word| !["beskrives her", "borgerens egne ord skal", "noteres her", "skrives her"].contains(*word))
        {
            let mut first = [0; 3];
            word.bytes().zip(&mut first).for_each(|(byte, first)| *first = byte);
            assert!(may_instruct(first) && word.chars().count() < LONGEST_OPENING, "{word}");
        }
    }
}
