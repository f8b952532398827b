//! What a line of a letter, or of the paper that a plan is on, says: who signs, where they live, what became of the paper.

use super::answer::are_roles;
use super::names::Names;
use super::template::LONGEST;
use crate::dates;
use crate::names::letters;

/// The most lines of what stands before and behind a document.
pub(super) const MAX_LINES: usize = 20;

/// How a letter ends, in the letters of the line.
pub(super) const GREETINGS: [&str; 11] = [
    "bedstehilsner",
    "devenligstehilsner",
    "hilsen",
    "kh",
    "medhilsen",
    "medvenlighilsen",
    "medvenlighilsner",
    "mvh",
    "venlighilsen",
    "venlighilsner",
    "vh",
];

pub(super) fn is_greeting(line: &str) -> bool {
    GREETINGS.contains(&letters(line).as_str())
}

/// Whether a line says nothing but what became of the paper: who made, saw and got it, what goes with it, and that one may
/// complain.
pub(super) fn is_of_paper(line: &str, names: &Names) -> bool {
    const PAPERS: [&str; 6] =
        ["Planen ", "Denne plan ", "Rehabiliteringsplanen ", "Skemaet ", "Den forberedende del ", "Oplysningerne "];
    const BECAME: [&str; 16] = [
        "drøftet",
        "godkendt",
        "gennemgået",
        "gennemlæst",
        "læst",
        "oplæst",
        "printet",
        "sendt",
        "skrevet",
        "tiltrådt",
        "udarbejdet",
        "udfyldt",
        "udleveret",
        "udskrevet",
        "underskrevet",
        "videregivet",
    ];
    /// What is said of complaints and of consent, in one sentence or several.
    const OF_RIGHTS: [&str; 9] = [
        "Afgørelsen kan påklages",
        "Borgeren giver samtykke til",
        "Borgeren har givet samtykke til",
        "Der kan klages",
        "Du kan klage",
        "Jeg giver hermed samtykke til",
        "Jeg giver samtykke til",
        "Jeg har givet samtykke til",
        "Klagevejledning",
    ];
    const OPENINGS: [&str; 12] = [
        "Borgeren har fået en kopi",
        "Jeg har læst planen",
        "Jeg har læst rehabiliteringsplanen",
        "Kopi af planen",
        "Kopi er sendt",
        "Kopi sendes til",
        "Kopi sendt til",
        "Kopi til",
        "Udarbejdet af",
        "Udarbejdet den",
        "Udfyldt af",
        "Underskrevet af",
    ];
    const WITH: [&str; 3] = ["bilag", "vedlagtebilag", "bilagsliste"];
    const LONGEST: usize = 200;
    let is_told = PAPERS.iter().find_map(|paper| line.strip_prefix(paper)).is_some_and(|rest| {
        let mut words = rest.split([' ', ',', '.']);
        ["er", "blev", "bliver"].contains(&words.next().unwrap_or_default())
            && words.take(2).any(|word| BECAME.contains(&word))
    });
    let label = line.split_once(':').map(|(label, _)| label);
    // What is a label of the plan has its answer behind it, or below.
    let is_of_plan = names.knows(label.unwrap_or(line));
    let is_with = label.is_some_and(|label| WITH.contains(&letters(label).as_str()));
    let begins = |openings: &[&str]| openings.iter().any(|opening| line.starts_with(opening));
    // What goes on after the first sentence may be an answer.
    let is_one = line.chars().count() <= LONGEST && !has_more(line);
    !is_of_plan && (begins(&OF_RIGHTS) || is_one && (is_told || is_with || begins(&OPENINGS)))
}

/// Whether another sentence comes after the first of a line.
pub(super) fn has_more(line: &str) -> bool {
    line.split(". ").skip(1).any(|rest| rest.trim_start().starts_with(char::is_uppercase))
}

/// Whether a line is somebody's name, and maybe what they are: `Karen Lund, sagsbehandler`.
pub(super) fn is_signer(line: &str) -> bool {
    const MOST: usize = 3;
    let (name, work) = line.split_once(", ").unwrap_or((line, ""));
    is_somebody(name) && work.split(' ').count() <= MOST && work.chars().all(|sign| sign.is_lowercase() || sign == ' ')
}

/// How a label ends that asks to sign.
const SIGNED: [&str; 2] = ["underskrift", "underskrifter"];

/// Whether a line is one to sign upon: `Underskrift: ____`, `Borgerens underskrift`, `Underskrift af borger`.
pub(super) fn is_signature(line: &str) -> bool {
    let label = label_of(line);
    let of_whom = || {
        let rest = line.to_lowercase();
        let rest = SIGNED.iter().rev().find_map(|signed| rest.strip_prefix(signed)).unwrap_or_default();
        are_roles(rest.trim_start().trim_start_matches("af ").trim_start_matches("fra "))
    };
    is_headed_signature(&label) && label.len() <= LONGEST / 2 || is_dated_signature(line) || of_whom()
}

/// `Dato: 1. april 2021   Underskrift: …`.
pub(super) fn is_dated_signature(line: &str) -> bool {
    let (label, rest) = line.split_once(':').unwrap_or_default();
    letters(label) == "dato" && rest.rsplit_once(':').is_some_and(|(signed, _)| is_headed_signature(signed))
}

/// Whether a heading, or what stands before a name, ends as those do that ask to sign: `Borgerens underskrift`, `Underskrifter`.
pub(super) fn is_headed_signature(heading: &str) -> bool {
    let heading = letters(heading);
    SIGNED.iter().any(|signed| heading.ends_with(signed))
}

fn label_of(line: &str) -> String {
    letters(line.split_once(':').map_or(line.trim_end_matches(['_', '.', ' ']), |(label, _)| label))
}

pub(super) fn is_of_signature(line: &str) -> bool {
    /// Who else has it, and who may be asked; what is signed is told by the end of its label.
    const LABELS: [&str; 10] =
        ["cc", "kopi", "kopitil", "kopisendttil", "sagsbehandler", "telefon", "tlf", "tlfnr", "mail", "email"];
    let is_ruled = letters(line).is_empty() && line.matches('_').count() > 2;
    let label = label_of(line);
    let is_labelled = line.contains(':') && LABELS.contains(&label.as_str());
    let is_number = ["Tlf. ", "Telefon "].iter().any(|before| {
        line.strip_prefix(before).is_some_and(|rest| rest.chars().all(|sign| sign.is_ascii_digit() || sign == ' '))
    });
    let printed =
        ["Udskrevet den ", "Udskrevet d. ", "Udskrevet: "].iter().find_map(|before| line.strip_prefix(before));
    let is_printed = printed.is_some_and(|day| day.starts_with(|first: char| first.is_ascii_digit()));
    // Where and when it is signed.
    let signed = [", den ", ", d. "].iter().find_map(|between| line.split_once(between));
    let is_dated = signed.is_some_and(|(town, day)| {
        let words = town.split(' ').count();
        words <= 3 && town.starts_with(char::is_uppercase) && dates::read(day.trim_end_matches('.'), None).is_some()
    });
    is_ruled || is_signature(line) || is_labelled || is_number || is_printed || is_dated
}

/// Whether a line is nothing but what may be a town with its number, or a street with one: `5000 Odense C`, `Gl. Havnegade 3 A`.
pub(super) fn is_address(line: &str) -> bool {
    const LONGEST_NUMBER: usize = 12;
    let town = line
        .split_once(' ')
        .filter(|(number, _)| number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit()));
    let street = || line.split_at_checked(line.find(|sign: char| sign.is_ascii_digit())?);
    let is_street =
        |(street, number): (&str, &str)| are_names(street.trim_end()) && number.chars().count() <= LONGEST_NUMBER;
    town.is_some_and(|(_, town)| are_names(town)) || street().is_some_and(is_street)
}

/// Whether each word begins with a capital, and there is nothing but words.
pub(super) fn are_names(words: &str) -> bool {
    const MOST: usize = 5;
    words.split(' ').count() <= MOST
        && words.split(' ').all(|word| word.starts_with(char::is_uppercase))
        && words.chars().all(|letter| letter.is_alphabetic() || [' ', '-', '.'].contains(&letter))
}

/// Whether a line is nothing but what may be somebody's name.
pub(super) fn is_somebody(line: &str) -> bool {
    let words = line.split(' ').count();
    words > 1 && are_names(line) && !line.contains('.')
}
