//! What says that something was spoken of, read or agreed to, and nothing of what: it stands where an answer belongs, and is none (A35).

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
/// `Drøftet med borgeren d. 3. maj`, `Ikke taget stilling`.
pub(crate) fn is_of_talk(line: &str) -> bool {
    // Every text of an export is looked at, and most are longer.
    if line.len() > 2 * LONGEST {
        return false;
    }
    let line = line.trim().to_lowercase();
    let line = line.replace("taget stilling", "drøftet");
    let mut words = line.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_of_it = |word: &str| DONE.contains(&word) || BESIDE.contains(&word) || is_number(word);
    line.chars().count() <= LONGEST && words.clone().any(|word| DONE.contains(&word)) && words.all(is_of_it)
}

#[cfg(test)]
mod tests {
    use super::is_of_talk;

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
