//! Labels and headings: whose words stand behind one.

use crate::roles::{Form, Role, is_source, speaks};
use crate::words::{Token, hash};

/// As many words may stand in a label without a verb, and before whom it names.
const LABEL: usize = 10;
const BEFORE: usize = 4;
/// So near to a colon stands the verb that opens speech.
pub(crate) const NEAR: usize = 3;
/// The beginnings of what the municipality writes itself, too: "journal", "notat", "referat", "redegørelse", "skrivelse", "brev".
const NOTES: [u32; 7] = [
    hash(b"journal"),
    hash(b"journalnotat"),
    hash(b"notat"),
    hash(b"refer"),
    hash(b"redeg"),
    hash(b"skriv"),
    hash(b"brev"),
];
/// Those of what it writes about: "familie", "skole", "forældre", "virksomhed", "projekt".
const TOPICS: [u32; 6] =
    [hash(b"famil"), hash(b"skole"), hash(b"for\xe6l"), hash(b"virksomhed"), hash(b"virksomheden"), hash(b"proje")];
/// The beginnings of "indlæg", "tilbagemelding", "bemærkninger", "bem.", "udsagn", "skema" and "ord", which are said too.
const SPEECH: [u32; 7] =
    [hash(b"indl\xe6"), hash(b"tilba"), hash(b"bem\xe6r"), hash(b"bem"), hash(b"udsag"), hash(b"skema"), hash(b"ord")];
/// "Uafklaret", "vides ikke", "undersøges".
const DOUBTS: [u32; 5] = [hash(b"uafklaret"), hash(b"usikkert"), hash(b"vides"), hash(b"ved"), hash(b"unders\xf8ges")];
/// "Det er aftalt", "det blev besluttet".
const SETTLED: [u32; 2] = [hash(b"aftalt"), hash(b"besluttet")];
/// "Der er ingen tvivl om".
const DOUBT: u32 = hash(b"tvivl");
/// "Kommentar", "input".
const REMARKS: [u32; 3] = [hash(b"kommentar"), hash(b"kommentarer"), hash(b"input")];
/// "Tidligere", "tidl.", "seneste", "forrige", and the beginning of "plan".
const EARLIER: [u32; 4] = [hash(b"tidligere"), hash(b"tidl"), hash(b"seneste"), hash(b"forrige")];
const PLAN: [u32; 2] = [hash(b"plan"), hash(b"plans")];
/// Whoever helps, as labels have it: the same words are what is recommended elsewhere. The last is behind "a-".
const HELPERS: [u32; 9] = [
    hash(b"mentor"),
    hash(b"bost\xf8tte"),
    hash(b"skp"),
    hash(b"kontaktperson"),
    hash(b"st\xf8ttekontaktperson"),
    hash(b"st\xf8tteperson"),
    hash(b"kontaktl\xe6rer"),
    hash(b"kasse"),
    hash(b"kassen"),
];
/// "Vi" is whoever speaks.
const WE: [u32; 3] = [hash(b"vi"), hash(b"vores"), hash(b"vort")];
/// The beginning of "indstille": nobody but the municipality does.
pub(crate) const INDST: u32 = hash(b"indst");
/// The beginnings of "skrevet", "udfyldt", "tilføjet", "noteret", behind which stands by whom.
const WRITTEN: [u32; 4] = [hash(b"skrev"), hash(b"udfyl"), hash(b"tilf\xf8"), hash(b"noter")];
/// "Fra".
pub(crate) const FROM: u32 = hash(b"fra");
/// "Klinisk funktion".
const FUNCTION: u32 = hash(b"funktion");
/// What a heading may begin with: "ad", "kilde:", and the "UU" of a "UU-vejleder".
const PREFIXES: [u32; 3] = [AD, hash(b"kilde"), hash(b"uu")];
const AD: u32 = hash(b"ad");
/// What heads the words of whoever writes.
const NEUTRAL: [u32; 10] = [
    hash(b"sammenfatning"),
    hash(b"opsummering"),
    hash(b"resume"),
    hash(b"status"),
    hash(b"perspektiv"),
    hash(b"perspektiver"),
    hash(b"fremadrettet"),
    hash(b"videre"),
    hash(b"plan"),
    hash(b"skridt"),
];

/// The beginnings of what tells to tick a box, and of "udfald": "sæt kryds", "vælg én".
const TICKING: [u32; 4] = [hash(b"kryds"), hash(b"v\xe6lg"), hash(b"afkry"), hash(b"udfal")];

pub(crate) fn advises(role: Role) -> bool {
    matches!(role, Role::Recommend | Role::Advice | Role::Plead)
}

/// Whether a label tells of what there is, and not of what is recommended.
pub(crate) fn is_topic_of(label: &[Token]) -> bool {
    let is_other = |token: &Token| {
        !advises(token.role) && !matches!(token.role, Role::Assess | Role::Colon | Role::Box | Role::Ticked)
    };
    !label.is_empty() && label.iter().all(is_other) && !label.iter().any(|token| TICKING.contains(&token.stem))
}

/// Whether a label tells what whoever writes goes on about: "Ad job", "Vedr. økonomi", "Plan".
pub(crate) fn is_topical(label: &[Token]) -> bool {
    let begins = |first: &Token| first.role == Role::About || first.word == AD;
    let is_neutral = label.len() <= 2 && label.last().is_some_and(|last| NEUTRAL.contains(&last.word));
    (is_neutral || label.first().is_some_and(begins)) && !names(label)
}

/// Whether what stands before a colon is somebody else, as a label or with a verb that opens speech.
pub(crate) fn names(label: &[Token]) -> bool {
    use Role::{Citizen, For, Own, To};
    // "E.l.:" ends in a stop.
    let label = match label {
        [label @ .., last] if last.role == Role::Stop => label,
        label => label,
    };
    let role_at = |at: Option<usize>| at.and_then(|at| label.get(at)).map_or(Role::Plain, |token| token.role);
    let is_there = |at: &usize| {
        let role = role_at(Some(*at));
        (is_source(role) || matches!(role, Own | Citizen)) && !matches!(role_at(at.checked_sub(1)), To | For)
    };
    // "Vedr. angsten, som psykiatrien behandler:", "anbefaling vedr. psykiatrisk mentor:": a topic; but not "… fra egen læge:".
    let about = label.iter().take(2).position(|token| token.role == Role::About);
    let is_of_advice =
        || label.first().is_some_and(|first| advises(first.role)) && !label.iter().any(|token| token.role == Role::By);
    if about.is_some_and(|about| about == 0 || is_of_advice()) {
        return false;
    }
    // "Kommunens udtalelse:", "vores notat:".
    if let [who, _] = label
        && matches!(who.role, Own | Role::My | Role::Team)
    {
        return false;
    }
    if is_helper(label) || is_from(label) || is_unknown(label) || is_earlier(label) {
        return true;
    }
    let Some(at) = (0..label.len()).rev().find(is_there) else { return false };
    let near = near_end(label);
    let Some(who) = label.get(at) else { return false };
    match who.role {
        // "Tidligere kommune", "tidl. JC".
        Own => is_former(label, at),
        // "Borger", "borgerens ønsker", "borgerens egne ord".
        Citizen => {
            let is_remark = |last: &Token| SPEECH.contains(&last.stem) || REMARKS.contains(&last.word);
            label.len() == 1
                || near.iter().any(|token| matches!(token.role, Role::Wish | Role::Their))
                || label.last().is_some_and(is_remark)
        }
        role => {
            let is_label = at < BEFORE && label.len() <= LABEL && is_source(role);
            // "Anbefaling vedr. mentor fra egen læge".
            near.iter().any(|token| speaks(token.role) || token.word == FROM)
                || is_label && !is_note(who) && ![who.stem, who.word].iter().any(|it| TOPICS.contains(it))
        }
    }
}

/// Whether somebody else's words follow on a colon, the label of which names him, and whether nothing there is the municipality's;
/// "mentor: det indstilles" and "mentor: anbefales" are of the help, and not the helper's.
#[inline(never)]
pub(crate) fn leads(tokens: &[Token], colon: usize) -> (bool, bool) {
    let (label, rest) = tokens.split_at_checked(colon).unwrap_or_default();
    let is_of_help = match rest {
        [_, first, ..] if first.role == Role::Recommend && first.form == Form::Passive => true,
        [_, _, verb, ..] => verb.stem == INDST && verb.form == Form::Passive,
        _ => false,
    };
    // But "tidl. mentor: fleks anbefales".
    let is_then = || label.first().is_some_and(|first| first.role == Role::Past);
    let is_anothers = names(label) && !(is_of_help && is_helper(label) && !is_then());
    let is_first = !label.iter().any(|token| token.role == Role::Colon);
    (is_anothers, is_anothers && is_first && !is_own(rest.get(1..).unwrap_or(&[])))
}

/// Whether the word before one says that it was so then: "tidligere kommune", "tidl. JC".
pub(crate) fn is_former(tokens: &[Token], at: usize) -> bool {
    match tokens.get(..at) {
        Some([.., past, stop]) if stop.role == Role::Stop => past.role == Role::Past,
        Some([.., past]) => past.role == Role::Past,
        _ => false,
    }
}

/// "Mentor", "bostøtte Hanne Holm", "udtalelse fra mentor": whoever helps is called as the help is, which a label alone tells apart.
#[inline(never)]
fn is_helper(label: &[Token]) -> bool {
    let at = label.iter().position(|token| HELPERS.contains(&token.word));
    let Some((before, [_, rest @ ..])) = at.and_then(|at| label.split_at_checked(at)) else { return false };
    // "Hvad foreslår mentor?".
    let is_asked = |last: &Token| label.first().is_some_and(|first| first.role == Role::Open) && speaks(last.role);
    // The letter is that of the "a-kasse".
    let is_free = before.last().is_none_or(|last| last.role == Role::By || last.is_short || is_asked(last))
        || is_former(label, before.len());
    is_free && rest.iter().all(|token| token.role == Role::Name)
}

/// "Udtalelse fra Rema 1000": whoever that is.
fn is_from(label: &[Token]) -> bool {
    let [first, by, who @ ..] = label else { return false };
    // "Bemærkning fra koordinerende sagsbehandler".
    let is_municipal =
        |token: &Token| matches!(token.role, Role::Own | Role::Us | Role::My | Role::The | Role::Adviser | Role::Team);
    is_noun(Some(first))
        // "Anbefaling fra læge, psykolog og fys", but not "anbefaling fra job og social".
        && (first.role != Role::Advice || who.first().is_some_and(|first| is_source(first.role)))
        && by.word == FROM
        && !(who.is_empty() || who.iter().any(is_municipal))
        && label.len() <= LABEL
}

/// "Gartneriets tilbagemelding", "husets udtalelse": whoever that is.
fn is_unknown(label: &[Token]) -> bool {
    let [who, what] = label else { return false };
    let is_genitive = matches!(who.role, Role::Plain | Role::Name) && who.form == Form::Passive;
    is_genitive && is_noun(Some(what)) && !matches!(what.role, Role::Assess | Role::Advice)
}

/// "Tidligere plan", "uddrag af tidl. indstilling".
fn is_earlier(label: &[Token]) -> bool {
    let is_then = label.iter().any(|token| EARLIER.contains(&token.word));
    let is_said = label.last().is_some_and(|last| PLAN.contains(&last.stem)) || is_noun(label.last());
    is_then && is_said && label.len() <= LABEL
}

/// "Tilføjelse fra sagsbehandleren: …", "Sb: …", "(Udfyldt af KST)": whoever writes the plan says so in front.
pub(crate) fn is_writers(tokens: &[Token]) -> bool {
    let is_anothers = |token: &Token| {
        matches!(token.role, Role::Citizen | Role::He | Role::Me | Role::My | Role::Their) || is_source(token.role)
    };
    if let [written, by, who, next, ..] = tokens
        && WRITTEN.contains(&written.stem)
        && by.role == Role::By
    {
        return ![who, next].into_iter().any(is_anothers);
    }
    let Some(colon) = tokens.iter().take(LABEL).position(|token| token.role == Role::Colon) else { return false };
    let label = tokens.get(..colon).unwrap_or(&[]);
    let is_ours = |token: &Token| token.role == Role::Adviser || token.role == Role::Own && !WE.contains(&token.word);
    label.iter().any(is_ours) && !label.iter().any(is_anothers)
}

/// A paper that the municipality writes, too.
pub(crate) fn is_note(token: &Token) -> bool {
    token.role == Role::Paper && (NOTES.contains(&token.stem) || NOTES.contains(&token.word))
}

fn near_end(label: &[Token]) -> &[Token] {
    label.get(label.len().saturating_sub(NEAR)..).unwrap_or(&[])
}

/// A word for what somebody says or finds: "vurdering", "konklusion", "udtalelse", "indlæg".
fn is_noun(token: Option<&Token>) -> bool {
    token.is_some_and(|token| {
        let is_said = matches!(token.role, Role::Assess | Role::Advice | Role::Say | Role::Paper);
        is_said && matches!(token.form, Form::Other | Form::Definite)
            || SPEECH.contains(&token.stem)
            || REMARKS.contains(&token.word)
    })
}

/// Whether it stands in the number of a heading: "2.3", "a)", "ad 4)".
pub(crate) fn is_number(token: &Token) -> bool {
    use Role::{Comma, Number, Stop, Year};
    matches!(token.role, Number | Year | Stop | Comma)
        || token.is_short && token.role == Role::Plain
        || PREFIXES.contains(&token.word)
}

/// A heading without its number, "ad" or "kilde:" before it, and what stands behind it: "2.3 Lægens vurdering (bilag 4)".
fn core(line: &[Token]) -> &[Token] {
    use Role::{Colon, Comma, Number, Stop, Year};
    let line =
        line.get(line.iter().take_while(|token| is_number(token) || token.role == Colon).count()..).unwrap_or(&[]);
    let is_in = |token: &&Token| !matches!(token.role, Number | Year | Stop | Comma);
    line.get(..line.iter().take_while(is_in).count()).unwrap_or(line)
}

/// "Lægens vurdering", "Vurdering fra egen læge", "Epikrise", "Fra praktikstedet", "Overlæge Hanne Holm", alone in a line.
pub(crate) fn is_title(line: &[Token]) -> bool {
    let line = core(line);
    let is_before = |token: &&Token| matches!(token.role, Role::By | Role::Their | Role::Past);
    let who = line.get(line.iter().take_while(is_before).count()..).unwrap_or(&[]);
    // "Speciallægeerklæring ved overlæge Holm".
    let is_name = |token: &Token| {
        is_source(token.role)
            || matches!(token.role, Role::Name | Role::Adviser | Role::By | Role::In)
            || token.is_short
            || token.word == FUNCTION
    };
    // "Egen læge oplyser", "lægelige oplysninger".
    let says = |last: &Token| last.role == Role::Say && last.form == Form::Present;
    match who {
        [first, rest @ ..] if is_source(first.role) && rest.iter().all(is_name) => names(who),
        [first] if matches!(first.role, Role::Own | Role::Citizen) => names(line),
        _ => {
            is_helper(who)
                || (line.last().is_some_and(says) && line.len() <= NEAR
                    || is_noun(line.last()) && line.len() <= NEAR
                    || is_noun(line.first()) && line.len() <= LABEL)
                    && names(line)
        }
    }
}

/// "Konklusion", "Samlet vurdering", "Indstilling fra jobcentret", "Sagsbehandler", "Tarm Kommune", "Status": whoever writes has the
/// word again.
pub(crate) fn is_concluding(all: &[Token]) -> bool {
    let line = core(all);
    let is_writer = |token: Option<&Token>| token.is_some_and(|token| matches!(token.role, Role::Own | Role::Adviser));
    let is_name = |token: &Token| {
        matches!(token.role, Role::Own | Role::Adviser | Role::Name | Role::Plain) && token.form == Form::Other
    };
    let is_signed =
        line.len() <= NEAR && line.iter().all(is_name) && (is_writer(line.first()) || is_writer(line.last()));
    let is_noun = line.len() <= LABEL && (is_noun(line.last()) || is_noun(line.first()));
    (is_signed || is_topical(line) || is_noun) && !names(line) && !names(all)
}

/// Papers that are copied from, besides those that the municipality writes: "dagsorden", "ringeliste", "skema", "mail", "kopi", "note".
const COPIED: [u32; 6] = [hash(b"dagso"), hash(b"ringe"), hash(b"skema"), hash(b"mail"), hash(b"kopi"), hash(b"note")];

/// Whether what is quoted behind a label is of the municipality's own papers: "Fra dagsordenen", "Rådgivers note", "Kopi fra ringeliste".
#[cold]
pub(crate) fn is_copied(label: &[Token]) -> bool {
    let is_paper = |token: &Token| is_note(token) || COPIED.contains(&token.stem);
    let is_ours = |token: &Token| token.role == Role::Own && !WE.contains(&token.word);
    // "Mail fra kroen".
    let is_unknown = |pair: &[Token]| matches!(pair, [by, who] if by.role == Role::By && !is_paper(who) && !is_ours(who) && who.role != Role::Adviser);
    let is_anothers = |token: &Token| matches!(token.role, Role::Name | Role::He | Role::Me | Role::My);
    // "Jobcenter Esbjerg skriver i overleveringen".
    let is_told = |token: &Token| matches!(token.role, Role::Say | Role::Past | Role::Year);
    let is_free = || !label.windows(2).any(is_unknown) && !label.iter().any(is_anothers);
    !names(label)
        && !label.iter().any(is_told)
        && (label.iter().any(is_ours) || label.iter().any(is_paper) && is_free())
}

/// "Det er aftalt, at hun begynder i praktik": that is settled, and what is recommended in the same sentence is not.
pub(crate) fn is_settled(tokens: &[Token]) -> bool {
    matches!(tokens, [it, _, settled, ..] if it.role == Role::There && SETTLED.contains(&settled.word))
        && !tokens.iter().any(|token| advises(token.role))
}

/// "…, skriver overlægen.": whoever says it stands at the end.
#[inline(never)]
pub(crate) fn is_signed(tokens: &[Token]) -> bool {
    /// More words are a clause of their own.
    const WORDS: usize = 5;
    let end = tokens.iter().rposition(|token| token.role == Role::Comma).map_or(tokens.len(), |comma| comma + 1);
    let Some([verb, who @ ..]) = tokens.get(end..).filter(|rest| rest.len() <= WORDS) else { return false };
    let is_anothers = |token: &Token| is_source(token.role) || matches!(token.role, Role::Citizen | Role::He);
    let says_now = match verb.role {
        Role::Say | Role::Assess => verb.form == Form::Present,
        role => role == Role::Think,
    };
    says_now
        && who.iter().any(is_anothers)
        && !who.iter().any(|token| matches!(token.role, Role::Own | Role::Team | Role::That | Role::Me))
}

/// "Det er usikkert, om fleksjob vil være det rette", "det skal vurderes om": all that is said is in doubt.
#[inline(never)]
pub(crate) fn is_in_doubt(tokens: &[Token]) -> bool {
    let is_comma = |token: &Token| token.role == Role::Comma;
    let doubts = |token: &Token| {
        token.role == Role::Undecided
            || DOUBTS.contains(&token.word)
            || (token.role, token.form) == (Role::Assess, Form::Passive)
    };
    // "Ikke taget stilling til om", "ved ikke om": not everybody writes the comma.
    let is_before = |token: &Token| matches!(token.role, Role::Comma | Role::To | Role::Not) || doubts(token);
    let is_open = |pair: &[Token]| matches!(pair, [before, about] if about.role == Role::About && is_before(before));
    let Some(at) = tokens.windows(2).position(is_open) else { return false };
    let (main, clause) = tokens.split_at_checked(at + 1).unwrap_or_default();
    // "Der er ingen tvivl om".
    let is_certain = main.iter().any(|token| token.word == DOUBT) && main.iter().any(|token| token.role == Role::Not);
    !is_certain && main.iter().any(doubts) && !clause.iter().any(is_comma)
}

/// Whether the municipality is named as whoever says it.
#[inline(never)]
pub(crate) fn is_own(tokens: &[Token]) -> bool {
    use Role::{Advice, Colon, Me, Own};
    let is_named = |token: &Token| token.role == Own && !WE.contains(&token.word);
    let says = |token: &Token| speaks(token.role) && token.form != Form::Passive;
    let is_ours = |pair: &[Token]| {
        let [one, next] = pair else { return false };
        let indicates = |verb: &Token, who: &Token| {
            verb.stem == INDST && verb.form == Form::Present && matches!(who.role, Own | Me)
        };
        is_named(one) && says(next)
            || one.role == Own && next.role == Advice && (is_named(one) || next.stem == INDST)
            || indicates(next, one)
    };
    let begins = match tokens {
        // But not "kommunen bør", which is asked of it.
        [first, next, ..] if is_named(first) => {
            next.form != Form::Passive && !matches!(next.role, Role::Ought | Role::Shall | Role::Must)
        }
        // "Indst. herfra: fleksjob", "Forslag herfra"; but not "anbefaler kommunen at".
        [first, rest @ ..]
            if matches!(first.role, Role::Recommend | Advice)
                && first.form == Form::Other
                && rest.iter().take(2).any(is_named) =>
        {
            true
        }
        // "Vi: enige, anbefales".
        [first, next, ..] if first.role == Own && next.role == Colon => true,
        // "Samlet indstilling: fleksjob".
        [first, second, third, ..] => !is_source(first.role) && second.role == Advice && third.role == Colon,
        _ => false,
    };
    begins || tokens.windows(2).any(is_ours)
}
