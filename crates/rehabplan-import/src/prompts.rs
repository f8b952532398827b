//! What a form or a system writes of its own where an answer belongs: a prompt to write, a count of no letters, who approved the
//! plan and when it was printed. Nobody answered with it.

use crate::instructions::{instructs, may_instruct};
use crate::names::folded;

/// What a field says that nobody filled in, in its letters.
const PROMPTS: [&str; 44] = [
    "angivdato",
    "angivtekst",
    "angivteksther",
    "chooseanitem",
    "clickheretoentertext",
    "clickortapheretoentertext",
    "clickortaptoenteradate",
    "fritekst",
    "ikkeudfyldt",
    "indsaettekst",
    "indsaetteksther",
    "indtastdato",
    "indtasther",
    "indtasttekst",
    "indtastteksther",
    "klikellertrykforatangiveendato",
    "klikellertrykherforatangivetekst",
    "klikellertrykherforatskrivetekst",
    "klikforatindtastetekst",
    "klikforatredigere",
    "klikforattilfoejetekst",
    "klikher",
    "klikherforatangiveendato",
    "klikherforatangivetekst",
    "klikherforatindtastetekst",
    "klikherforatskrive",
    "klikherforatskrivetekst",
    "mangleratbliveudfyldt",
    "manglerudfyldelse",
    "skrivditsvarher",
    "skrivher",
    "skrivherdinebemaerkninger",
    "skrivteksther",
    "tekst",
    "udfyldes",
    "udfyldher",
    "vaelg",
    "vaelgdato",
    "vaelgendato",
    "vaelgenvaerdi",
    "vaelgetelement",
    "vaelgfraliste",
    "xxx",
    "xxxx",
];

/// With the signs around it.
const LONGEST_PROMPT: usize = 60;

/// Whether a text is nothing but lines of the two kinds, or of what says how to fill it in.
pub(crate) fn is_no_answer(text: &str) -> bool {
    let is_own = |line: &str| is_written(line) || is_status(line) || is_bidding(line);
    text.len() <= 2 * LONGEST && text.lines().all(|line| line.trim().is_empty() || is_own(line))
}

/// Whether a line says how to fill it in. Who puts it off has written so, and that is for a check to judge: `Udfyldes senere`.
fn is_bidding(line: &str) -> bool {
    const LATER: [&str; 4] = ["efterfølgende", "senere", "snarest", "ved lejlighed"];
    let is_put_off = || LATER.iter().any(|later| line.trim_end_matches(['.', ' ']).ends_with(later));
    may_instruct(first_of(line.trim_start_matches(|sign: char| !sign.is_alphanumeric())))
        && instructs(line.trim(), false)
        && !is_put_off()
}

/// The first bytes of a line in lower case.
fn first_of<const N: usize>(line: &str) -> [u8; N] {
    let mut first = [0; N];
    line.bytes().zip(&mut first).for_each(|(byte, first)| *first = byte.to_ascii_lowercase());
    first
}

/// Whether a line is nothing but a prompt, the number of an item, a place to write upon, or how many letters of those that there is room for are used.
#[cfg(any(feature = "document", test))]
pub(crate) fn is_prompt(line: &str) -> bool {
    let is_ruled = || {
        !line.contains(char::is_alphanumeric)
            && line.chars().filter(|sign| ['_', '.', '…', '·', '-'].contains(sign)).count() > 1
    };
    is_written(line) || is_number_alone(line) || is_ruled()
}

/// A prompt in words, or how many letters are used.
fn is_written(line: &str) -> bool {
    // Every value of an export is looked at: most are longer than any prompt, or begin with other letters.
    if line.len() > LONGEST_PROMPT {
        return false;
    }
    let rest = line.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let is_prompt = match &first_of(rest) {
        // Days and numbers begin so too, and there are many of them.
        [b'0', b'0'..=b'9' | b'.' | b',' | b'-'] => false,
        [b'0', _] => is_count(line),
        b"an" | b"te" if is_count(line) => true,
        b"an" | b"ch" | b"cl" | b"fr" | b"ik" | b"in" | b"kl" | b"ma" | b"sk" | b"te" | b"ud" | b"va" | b"v\xc3"
        | b"xx" => PROMPTS.contains(&folded(line).as_str()),
        _ => false,
    };
    is_prompt || rest.len() < line.len() && is_merge_field(line.trim())
}

/// The name of a field of another document that nothing was put into: `«Ønsker»`, `{{oensker}}`. Danish quotes point the other way, and
/// what somebody says has more than one word.
fn is_merge_field(line: &str) -> bool {
    const SIGNS: [(&str, &str); 3] = [("«", "»"), ("<<", ">>"), ("{{", "}}")];
    SIGNS.iter().any(|(open, close)| {
        let name = line.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).map(str::trim);
        name.is_some_and(|name| {
            let is_of_name = |letter: char| letter.is_alphanumeric() || ['_', '.', '-', '/'].contains(&letter);
            name.starts_with(char::is_alphabetic) && name.chars().all(is_of_name)
        })
    })
}

/// The number of an item, and nothing behind it: `1.`, `2)`. In an export it may be the number of something.
#[cfg(any(feature = "document", test))]
fn is_number_alone(line: &str) -> bool {
    let number = line.trim().strip_suffix(['.', ')']);
    number.is_some_and(|number| (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `0 tegn`, `0 / 4.000 tegn`, `0 af 500 ord`, `(0/4000)`, `Antal tegn: 0/4000`.
fn is_count(line: &str) -> bool {
    /// So many letters are room for an answer; of fewer, nought may be one itself: `0/10`.
    const ROOM: usize = 3;
    let line = line.trim().trim_matches(['(', ')', '[', ']']).to_lowercase();
    let line = ["antal tegn", "tegn"].iter().find_map(|unit| line.strip_prefix(unit)).unwrap_or(&line);
    let line = line.trim_start_matches([':', ' ']);
    let is_number =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || [b'.', b' '].contains(&byte));
    let unit = ["tegn", "ord"].iter().find_map(|unit| line.strip_suffix(unit));
    let count = unit.unwrap_or(line).trim();
    let has_room = |most: &str| unit.is_some() || most.bytes().filter(u8::is_ascii_digit).count() >= ROOM;
    let is_none_of = |(used, most): (&str, &str)| used.trim() == "0" && is_number(most.trim()) && has_room(most);
    unit.is_some() && count == "0" || ["/", "af"].iter().any(|of| count.split_once(of).is_some_and(is_none_of))
}

/// What a plan is said to be called, and what a system did with it.
const PLANS: [&str; 5] = ["planen ", "rehabiliteringsplanen ", "dokumentet ", "forberedende del ", "indsatsplanen "];
const DONE: [&str; 11] = [
    "afsluttet",
    "arkiveret",
    "frigivet",
    "gemt",
    "godkendt",
    "journaliseret",
    "låst",
    "oprettet",
    "sendt",
    "udskrevet",
    "underskrevet",
];
/// How it stands with it.
const STATES: [&str; 13] = [
    "afsluttet",
    "afventer",
    "aktiv",
    "faerdig",
    "godkendt",
    "igang",
    "ikkegodkendt",
    "kladde",
    "lukket",
    "udkast",
    "underudarbejdelse",
    "underbehandling",
    "aaben",
];
/// The longest line of that kind.
const LONGEST: usize = 120;

/// Whether a line says no more than what became of the plan as a paper: `Planen er godkendt af teamet`, `Status: Kladde`, `Journalnotat`.
pub(crate) fn is_status(line: &str) -> bool {
    if !begins(line) {
        return false;
    }
    let line = line.trim();
    if line.chars().count() > LONGEST {
        return false;
    }
    let line = line.to_lowercase();
    if [". ", "; ", ", men"].iter().any(|end| line.contains(end) && !is_day_in(&line)) {
        return false;
    }
    let of_plan = PLANS.iter().find_map(|plan| done(line.strip_prefix(plan)?));
    let is_done = of_plan.is_some_and(|rest| !rest.contains(',')) || done(&line).is_some_and(is_of_whom);
    let is_state = ["status", "dokumentstatus", "planstatus"].iter().any(|label| {
        line.split_once(':')
            .is_some_and(|(own, state)| own.trim() == *label && STATES.contains(&folded(state).as_str()))
    });
    let is_note = ["journalnotat", "notat oprettet", "journalført"].iter().any(|note| {
        line.strip_prefix(note).is_some_and(|rest| {
            let rest = rest.trim_matches([' ', ':', '.', '-']);
            rest.is_empty() || rest.chars().any(|sign| sign.is_ascii_digit()) && rest.split(' ').count() <= 6
        })
    });
    is_done || is_state || is_note
}

/// Whether a line begins as one of these does, by its first three letters: every text of an export is looked at, and most are
/// none.
fn begins(line: &str) -> bool {
    line.len() <= 2 * LONGEST
        && matches!(
            &first_of(line.trim_start()),
            b"afs"
                | b"ark"
                | b"dok"
                | b"for"
                | b"fri"
                | b"gem"
                | b"god"
                | b"ind"
                | b"jou"
                | b"l\xc3\xa5"
                | b"not"
                | b"opr"
                | b"pla"
                | b"reh"
                | b"sen"
                | b"sta"
                | b"uds"
                | b"und"
        )
}

/// What follows on a word that says what was done.
fn done(rest: &str) -> Option<&str> {
    let rest = ["er blevet ", "er ", "blev "].iter().find_map(|is| rest.strip_prefix(is)).unwrap_or(rest);
    let after = DONE.iter().find_map(|done| rest.strip_prefix(done));
    after.filter(|rest| !rest.starts_with(char::is_alphabetic))
}

/// Whether what follows on what was done says no more than by whom and when.
fn is_of_whom(rest: &str) -> bool {
    const WORDS: [&str; 12] = [
        "af",
        "den",
        "d",
        "kl",
        "faglig",
        "leder",
        "teamleder",
        "afdelingsleder",
        "borger",
        "borgeren",
        "sagsbehandler",
        "koordinator",
    ];
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    let is_month = |word: &str| MONTHS.iter().any(|month| word.starts_with(month));
    let mut words = rest.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| WORDS.contains(&word) || is_month(word) || word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether the full stops in a line are those of a day or a time: `3. marts`, `d. 3. april`, `kl. 9`.
fn is_day_in(line: &str) -> bool {
    line.match_indices(". ").all(|(at, _)| {
        line.get(..at).is_some_and(|before| {
            [" d", " kl", " nr"].iter().any(|short| before.ends_with(short))
                || before.ends_with(|last: char| last.is_ascii_digit())
        })
    }) && !line.contains("; ")
        && !line.contains(", men")
}

#[cfg(test)]
mod tests {
    use super::{DONE, PLANS, PROMPTS, is_no_answer, is_prompt, is_status};

    #[test]
    fn each_is_found_by_how_it_begins() {
        assert!(PROMPTS.iter().all(|prompt| is_prompt(prompt)));
        let plans = PLANS.map(|plan| format!("{plan}er godkendt."));
        let done = DONE.map(|done| format!("{done} af borgeren"));
        assert!(plans.iter().chain(&done).all(|line| is_status(line)), "{plans:?} {done:?}");
    }

    #[test]
    fn a_prompt_is_told_from_an_answer() {
        for line in [
            "Indtast tekst her",
            "Skriv her …",
            "(udfyldes)",
            "-- vælg --",
            "[Vælg dato]",
            "0 tegn",
            "0 / 2.000 tegn",
            "____",
            "…",
            "xxx",
            "0 af 250 ord",
            "0/4000",
            "(0 af 4.000)",
            "Antal tegn: 0/4000",
            "Tegn: 0 / 2000",
            "1.",
            "12)",
        ] {
            assert!(is_prompt(line) || line == "…", "{line}");
        }
        for line in [
            "Skriver her i byen på et blad",
            "10 tegn",
            "Vælger selv sit job",
            "0",
            "-",
            "Teksten er hendes egen",
            // That is for a check to judge: somebody may have written it.
            "Udfyldes senere",
            "0 timer",
            "Ingen",
            "0/10",
            "1",
            "120.",
            "1. maj",
            "Antal: 0",
            "Antal tegn: 12/4000",
            "Tegner og maler",
            "17/4000",
        ] {
            assert!(!is_prompt(line), "{line}");
        }
    }

    #[test]
    fn what_says_how_to_fill_a_field_in_is_no_answer_in_an_export_either() {
        for line in [
            "Udfyldes af koordinator",
            "Udfyldes under samtalen",
            "Beskriv borgerens netværk med få ord",
            "Her beskrives hverdagen …",
            "Maks. 2.000 tegn",
            "(maks. 10 linjer)",
            "[Max 500 tegn.]",
            "Udfyld punktet",
            "Hvilke styrker har borgeren?",
            "Ikke udfyldt",
            "Mangler at blive udfyldt",
            "Klik her for at vælge en dato",
            "Vælg en værdi fra listen",
            "«Netværk»",
            "«Borgers_netværk»",
            "{{netvaerk}}",
            "Beskriv netværket.\nHøjst 10 linjer",
        ] {
            assert!(is_no_answer(line), "{line}");
        }
        for line in [
            "Beskriver sig selv som stærk",
            "Beskriv borgerens netværk: En søster og to naboer.",
            "Her i huset bor også en søn",
            "Højst 10 timer om ugen",
            "Vælger ofte pauser",
            "Hvad hun vil, ved hun ikke endnu.",
            "Mangler et kørekort",
            "Ikke udfyldende arbejde",
            "«Jeg vil være kok»",
            "»Kok«",
            "Udfyldes ikke. Hun har en søster.",
            "Hvad skal jeg leve af?",
            "Udfyldes senere.",
            "Her skal hun have ro.",
        ] {
            assert!(!is_no_answer(line), "{line}");
        }
    }

    #[test]
    fn what_became_of_the_paper_is_told_from_an_answer() {
        for line in [
            "Planen er godkendt af teamleder.",
            "Planen er godkendt af borgeren den 4. maj 2020.",
            "Godkendt af faglig leder d. 3. april",
            "Status: Under udarbejdelse",
            "Journalnotat",
            "Journalnotat oprettet 11.05.2020 kl. 9.14",
            "Dokumentet blev sendt til e-Boks",
        ] {
            assert!(is_status(line), "{line}");
        }
        for line in [
            "Planen er at starte i praktik.",
            "Godkendt plejefamilie har været en stor støtte.",
            "Status: Er startet i virksomhedspraktik",
            "Planen er godkendt af borgeren. Hun vil gerne i gang med praktik på et lager.",
            "Sendt i aktivering tre gange",
            "Godkendt af kommunen til fleksjob i 2018",
            "Planen er godkendt i teamet, og hun begynder i praktik til maj",
            "Godkendt som sygeplejerske",
            "Journalnotatet viser, at hun trives",
        ] {
            assert!(!is_status(line), "{line}");
        }
    }
}
