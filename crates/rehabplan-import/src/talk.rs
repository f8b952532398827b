//! What says that something was spoken of, read or agreed to, or is as it was, and nothing of what: it stands where an answer belongs, and is none (A35).

/// The longest line of that kind, in letters.
const LONGEST: usize = 90;
/// What was done with something by those who spoke of it.
const DONE: [&str; 18] = [
    "accepteret",
    "beskrevet",
    "berørt",
    "drøftet",
    "drøftes",
    "forelagt",
    "gennemgået",
    "gennemlæst",
    "godkendt",
    "læst",
    "nævnt",
    "noteret",
    "omtalt",
    "oplæst",
    "snakket",
    "talt",
    "tiltrådt",
    "vendt",
];
/// What may stand beside it and says no more than by whom, with whom, when, and whether.
const BESIDE: [&str; 82] = [
    "af",
    "aftalt",
    "alle",
    "april",
    "august",
    "bisidder",
    "bisidderen",
    "blev",
    "blevet",
    "borger",
    "borgeren",
    "d",
    "dags",
    "dato",
    "december",
    "den",
    "det",
    "dette",
    "egen",
    "ej",
    "emnet",
    "endeligt",
    "endnu",
    "enig",
    "enige",
    "er",
    "februar",
    "fælles",
    "gennem",
    "grundigt",
    "han",
    "har",
    "hermed",
    "hun",
    "i",
    "igennem",
    "ikke",
    "indforstået",
    "indholdet",
    "januar",
    "juli",
    "juni",
    "kl",
    "koordinator",
    "koordinatoren",
    "kort",
    "læge",
    "lægen",
    "løbende",
    "maj",
    "marts",
    "med",
    "mentor",
    "mentoren",
    "mundtligt",
    "møde",
    "mødet",
    "november",
    "og",
    "oktober",
    "om",
    "planen",
    "punktet",
    "på",
    "pårørende",
    "rehabiliteringsmødet",
    "rehabiliteringsteamet",
    "sagsbehandler",
    "sagsbehandleren",
    "sammen",
    "samtale",
    "samtalen",
    "september",
    "som",
    "team",
    "teamet",
    "teammødet",
    "teksten",
    "telefonisk",
    "under",
    "ved",
    "været",
];
/// Whether a line says that something was spoken of, or is as it was, and not what.
pub(crate) fn says_nothing(line: &str) -> bool {
    // Every text of an export is looked at, and most are longer.
    line.len() <= 2 * LONGEST && (is_of_talk(line) || is_as_before(line))
}

/// `Drøftet med borgeren d. 3. maj`, `Ikke taget stilling`.
fn is_of_talk(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    let line = line.replace("taget stilling", "drøftet");
    let mut words = line.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_of_it = |word: &str| DONE.contains(&word) || BESIDE.contains(&word) || is_number(word);
    line.chars().count() <= LONGEST && words.clone().any(|word| DONE.contains(&word)) && words.all(is_of_it)
}

/// `Samme som sidst`, `Uændret siden sidste plan`: it is as it was, and what it was stands elsewhere.
fn is_as_before(line: &str) -> bool {
    const AS_IT_WAS: [&str; 34] = [
        "den samme",
        "det samme",
        "ditto",
        "er uændret",
        "fortsat uændret",
        "idem",
        "ingen ændring",
        "ingen ændringer",
        "intet nyt",
        "jf forrige plan",
        "jf tidligere plan",
        "samme",
        "se den forrige plan",
        "se forrige",
        "se forrige plan",
        "se ovenstående",
        "se seneste plan",
        "se sidste plan",
        "se tidligere",
        "se tidligere plan",
        "som anført ovenfor",
        "som beskrevet ovenfor",
        "som før",
        "som nævnt ovenfor",
        "som ovenfor",
        "som ovenstående",
        "som sidst",
        "som skrevet ovenfor",
        "som tidligere",
        "som tidligere beskrevet",
        "som tidligere nævnt",
        "stadig uændret",
        "uændret",
        "uændrede",
    ];
    const SINCE: [&str; 15] = [
        "fra sidst",
        "fra sidste plan",
        "i forhold til sidst",
        "siden forrige plan",
        "siden sidst",
        "siden sidste møde",
        "siden sidste opfølgning",
        "siden sidste plan",
        "som før",
        "som i forrige plan",
        "som i sidste plan",
        "som ovenfor",
        "som sidst",
        "som sidste gang",
        "som tidligere",
    ];
    let line = line.to_lowercase();
    let words = line.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let line = words.collect::<Vec<_>>().join(" ");
    AS_IT_WAS
        .iter()
        .filter_map(|own| line.strip_prefix(own))
        .any(|rest| rest.is_empty() || SINCE.contains(&rest.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::{is_as_before, is_of_talk};

    #[test]
    fn what_is_as_it_was_is_told_from_what_is_so() {
        for line in [
            "Ditto",
            "Samme som sidst.",
            "Uændret",
            "Uændret siden sidste plan",
            "Som ovenfor",
            "Se forrige plan",
            "Det samme som i sidste plan.",
            "Ingen ændringer siden sidst",
        ] {
            assert!(is_as_before(line), "{line}");
        }
        for line in [
            "Uændret dårlig ryg",
            "Samme arbejde som sin far",
            "Som tidligere kok kender han køkkener",
            "Ingen tidligere",
            "Ingen",
            "Sammen med sin bror",
            "Se bilag 3",
            "Uændret. Hun har ondt i ryggen.",
        ] {
            assert!(!is_as_before(line), "{line}");
        }
    }

    #[test]
    fn what_says_that_something_was_spoken_of_is_told_from_what_was_said() {
        for line in [
            "Drøftet med borger.",
            "Drøftet med borgeren d. 3. maj 2021",
            "Er drøftet på mødet",
            "Ikke drøftet",
            "Endnu ikke taget stilling.",
            "Beskrevet.",
            "Gennemgået ved samtale den 12.05.2021",
            "Er talt igennem med borgeren.",
            "Borgeren har læst og godkendt",
            "Gennemgået med borgeren, som er enig.",
            "Planen er læst og accepteret af borgeren",
        ] {
            assert!(is_of_talk(line), "{line}");
        }
        for line in [
            "Drøftet med borgeren, at hun vil køre bus",
            "Drøftet med borgeren: ro",
            "Beskrevet i bilag 2",
            "Med borgeren på mødet",
            "Ikke relevant",
            "Godkendt til fleksjob",
            "Borgeren har læst jura",
            "Er enig i, at ryggen er slidt",
            "Taler tre sprog",
            "Har talt med sin bror om at flytte",
        ] {
            assert!(!is_of_talk(line), "{line}");
        }
    }
}
