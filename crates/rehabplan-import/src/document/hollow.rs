//! What stands in the place of an answer and holds none: that something was spoken of and not what, who signs, who agreed to it, who
//! wrote it.

use super::asides::is_to_sign;
use super::flow::UNREAD;
use super::letter::{has_more, is_somebody};
use super::letterhead::is_sign;
use super::names::Name;
use super::template::{LONGEST, is_page};
use crate::instructions::may_instruct_by_examples;
use crate::names::letters;
use crate::people;
use crate::prompts::is_prompt;
use crate::record::Unread;
use crate::talk;

/// What somebody is who writes in a plan for the municipality.
const POSTS: [&str; 12] = [
    "beskæftigelsesrådgiver",
    "jobkonsulent",
    "jobrådgiver",
    "koordinator",
    "myndighedsrådgiver",
    "rehabiliteringskoordinator",
    "rådgiver",
    "sagsbehandler",
    "socialrådgiver",
    "sundhedskoordinator",
    "teamkoordinator",
    "virksomhedskonsulent",
];

/// Whether a line under a name says who signs, or that somebody agrees to what is done with the plan. It answers nothing.
pub(super) fn is_signed(line: &str, name: &Name) -> bool {
    !name.is_short && (is_to_sign(line) || is_consent(line))
}

/// Why all that stands under a name cannot be read as an answer: it says that something was spoken of or is as it was, or who wrote it, and
/// nothing of what; or it says by examples what to write. It may be all that there was to say.
pub(super) fn why_unread(lines: &[String], name: &Name) -> Option<Unread> {
    // Who is asked for is answered by a name.
    let asks_for_people = people::are_at(&name.place);
    let is_hollow = |line: &str| talk::says_nothing(line) || !asks_for_people && is_writer(line);
    let is_left = |line: &&str| !line.is_empty() && !line.starts_with(UNREAD) && !is_prompt(line) && !is_page(line);
    let left = || each(lines).filter(is_left).filter(|line| !is_signed(line, name));
    if name.is_short || left().next().is_none() {
        return None;
    }
    let help = left().all(may_instruct_by_examples).then_some(Unread::Aside);
    left().all(is_hollow).then_some(Unread::Hollow).or(help)
}

pub(super) fn has_signature(lines: &[String], name: &Name) -> bool {
    each(lines).any(|line| is_signed(line, name))
}

fn each(lines: &[String]) -> impl Iterator<Item = &str> {
    lines.iter().flat_map(|line| line.lines()).map(str::trim)
}

/// `Karen Lund, socialrådgiver`, `Karen Lund (sagsbehandler)`.
fn is_writer(line: &str) -> bool {
    const BETWEEN: [&str; 4] = [", ", " (", " - ", " – "];
    let line = line.trim().trim_end_matches(['.', ')']);
    BETWEEN.iter().filter_map(|between| line.split_once(between)).any(|(name, post)| {
        let post = post.split([' ', ',']).next().unwrap_or_default().to_lowercase();
        is_somebody(name) && !is_sign(name) && POSTS.contains(&post.as_str()) && line.chars().count() <= LONGEST
    })
}

/// `Samtykke: givet den 3. maj`. What goes on after the first sentence may be an answer.
fn is_consent(line: &str) -> bool {
    const LABELS: [&str; 4] =
        ["samtykke", "borgerenssamtykke", "samtykkeerklæring", "samtykketiludvekslingafoplysninger"];
    line.split_once(':').is_some_and(|(label, _)| LABELS.contains(&letters(label).as_str()))
        && line.chars().count() <= LONGEST
        && !has_more(line)
}

#[cfg(test)]
mod tests {
    use super::{is_consent, is_writer};

    #[test]
    fn who_wrote_it_and_who_agreed_are_told_from_an_answer() {
        for line in
            ["Karen Lund, socialrådgiver", "Karen Bo Lund (sagsbehandler)", "Karen Lund, sagsbehandler, Jobcenter Syd"]
        {
            assert!(is_writer(line), "{line}");
        }
        for line in [
            "Jobcenter Syd, sagsbehandler",
            "Karen Lund, hendes søster",
            "Vejle Kommune, rådgiver",
            "Bor alene, sagsbehandler hjælper",
        ] {
            assert!(!is_writer(line), "{line}");
        }
        assert!(is_consent("Samtykke: givet den 3. maj") && is_consent("Borgerens samtykke: Ja"));
        assert!(!is_consent("Samtykke: givet. Vil gerne køre bus") && !is_consent("Ønsker: samtykke"));
    }
}
