//! The grounds of what is recommended, in which somebody may be named who does not recommend it.

use arrayvec::ArrayVec;

use crate::roles::{Form, Role, is_other, is_subject, speaks};
use crate::words::{LONGEST, Token, hash};

/// What gives the ground of what is recommended: "uanset", "modsat lægen"; and before it "jf. attesten".
const GROUNDS: [u32; 8] = [
    hash(b"henset"),
    hash(b"modsat"),
    hash(b"trods"),
    UNLIKE,
    hash(b"grundet"),
    hash(b"pga"),
    hash(b"jf"),
    hash(b"jvf"),
];
/// "Uanset", behind which a clause may stand.
pub(crate) const UNLIKE: u32 = hash(b"uanset");
/// The same with a preposition before it: "på baggrund af", "i modsætning til", "på linje med", "ud fra".
const GROUND_NOUNS: [u32; 22] = [
    hash(b"baggrund"),
    hash(b"grundlag"),
    hash(b"grund"),
    hash(b"fra"),
    hash(b"mods\xe6tning"),
    hash(b"forskel"),
    hash(b"linje"),
    hash(b"tr\xe5d"),
    hash(b"overensstemmelse"),
    hash(b"henvisning"),
    hash(b"afs\xe6t"),
    hash(b"udgangspunkt"),
    PROLONGING,
    hash(b"f\xf8lge"),
    hash(b"samr\xe5d"),
    hash(b"samarbejde"),
    hash(b"dialog"),
    hash(b"svar"),
    hash(b"lyset"),
    hash(b"hensyn"),
    hash(b"trods"),
    hash(b"enighed"),
];
/// "Forlængelse", which is recommended, too.
const PROLONGING: u32 = hash(b"forl\xe6ngelse");
/// "Efter".
pub(crate) const AFTER: u32 = hash(b"efter");
/// "Af".
const BY: u32 = hash(b"af");
/// As many words may stand in a ground.
const LONGEST_GROUND: usize = 24;

/// Where the verb stands that recommends on a ground which the sentence begins with: whoever is named in the ground does not say
/// it. "Jf. attesten anbefales", "i modsætning til lægen anbefaler vi", but not "ifølge attesten anbefales".
pub(crate) fn led(tokens: &[Token]) -> Option<usize> {
    use Role::*;
    let [first, second, ..] = tokens else { return None };
    let is_unlike = first.word == UNLIKE;
    // "Da speciallægen finder tilstanden varig, indstilles", and not "anbefaler han": the main clause has no one else's voice.
    // "At der bevilges mentor, anbefales".
    // "Hvis teamet er enigt, foreslås", "såfremt teamet når til, at …, anbefaler vi": that is said in any case.
    // "Når ryggen er, som den er, tilråder vi", "kan teamet ikke følge det, foreslår vi".
    let is_said = first.role == If || second.role == Team && matches!(first.role, Is | Can | Will | Shall | Ought);
    if is_said || matches!(first.role, Because | That) || first.role == According && second.role == That {
        return main_clause(tokens);
    }
    // "Efter drøftelse med lægen": what has been done. "I følge lægen" is no ground, and "ud fra" has its preposition in it.
    let is_ground = GROUNDS.contains(&first.word) || is_led_on(tokens);
    let pairs = tokens.iter().zip(tokens.iter().skip(1)).enumerate().take(LONGEST_GROUND);
    for (at, (before, token)) in pairs.skip(usize::from(is_unlike)).filter(|_| is_ground) {
        match token.role {
            Recommend if matches!(token.form, Form::Passive | Form::Present) => {
                // "Henset til alderen må det tilrådes", but not "i attesten, det tilrådes".
                let is_modal = |token: &Token| matches!(token.role, Must | Can);
                let is_inverted =
                    before.role == There && at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(is_modal);
                return (is_inverted || !matches!(before.role, As | There | The | Own)).then_some(at + 1);
            }
            Stop if !before.is_short => return None,
            // "Til trods for at borgeren helst ser pension, anbefales", "på grundlag af attesten, hvoraf det fremgår, at …, indstilles".
            That | According => return main_clause(tokens),
            Colon | Question | Quote | Box | Ticked => return None,
            // But "hans år som tømrer".
            As if !is_unlike && before.role == Comma => return None,
            Open | If if !is_unlike => return None,
            // But not "lægens oplysninger".
            role if speaks(role)
                && matches!(token.form, Form::Passive | Form::Present)
                && !is_unlike
                && !is_other(before.role) =>
            {
                return None;
            }
            _ => {}
        }
    }
    None
}

/// Where the verb of the main clause stands, behind the comma of one that it does not begin with.
fn main_clause(tokens: &[Token]) -> Option<usize> {
    use Role::*;
    let main = tokens.windows(3).position(|three| {
        let [before, verb, next] = three else { return false };
        let is_free = verb.form == Form::Passive || verb.form == Form::Present && matches!(next.role, Own | Me);
        let pleads = verb.role == Plead && verb.form == Form::Passive && next.role == There;
        // "Hvis teamet spørger, så anbefaler vi".
        matches!(before.role, Comma | Therefore) && (verb.role == Recommend && is_free || pleads)
    });
    // "Da lægen ikke kan gøre mere, må pension anbefales".
    let bound = || {
        tokens.windows(4).position(|four| {
            let [comma, modal, what, verb] = four else { return false };
            comma.role == Comma
                && matches!(modal.role, Must | Can)
                && matches!(what.role, Outcome | Measure)
                && (verb.role, verb.form) == (Recommend, Form::Passive)
        })
    };
    main.map(|at| at + 1).or_else(|| bound().map(|at| at + 3))
}

/// Whether a preposition with its noun begins a ground here: "på baggrund af", "efter aftale med", "ud fra".
fn is_led_on(tokens: &[Token]) -> bool {
    use Role::*;
    let [first, second, rest @ ..] = tokens else { return false };
    let leads_on = second.role == By || rest.first().is_some_and(|third| matches!(third.role, For | By | To | In));
    leads_on
        && match first.role {
            // "Efter rapporten fra lægen".
            According => first.word == AFTER && (second.role == Paper || !is_subject(second.role)),
            // But not "indstilles til forlængelse af".
            To => second.word != PROLONGING && GROUND_NOUNS.contains(&second.word),
            In | For | Plain | As | By => GROUND_NOUNS.contains(&second.word),
            _ => false,
        }
}

/// A sentence without the grounds that stand behind the verb which recommends, if there are any: "det indstilles på baggrund af
/// lægens attest, at". There is room for what is left of it.
pub(crate) fn without<'l>(
    tokens: &[Token],
    verb: usize,
    left: &'l mut ArrayVec<Token, LONGEST>,
) -> Option<&'l [Token]> {
    left.clear();
    let mut at = verb + 1;
    // "Hun indstilles, henset til alderen, til fleksjob", "vi indstiller hende, efter drøftelse med lægen, til fleksjob".
    let is_comma = |token: &Token| token.role == Role::Comma;
    let is_whom = |token: &Token| matches!(token.role, Role::Citizen | Role::He | Role::Name);
    let from = at + usize::from(tokens.get(at).is_some_and(is_whom));
    let inserted = tokens.get(from + 1..).filter(|_| tokens.get(from).is_some_and(is_comma)).unwrap_or(&[]);
    let end = inserted.iter().position(is_comma).filter(|end| {
        inserted.first().is_some_and(|first| first.role != Role::That)
            && inserted.get(end + 1).is_some_and(|next| next.role == Role::To)
    });
    // Mostly there is none, and nothing is copied.
    if let Some(end) = end {
        left.extend(tokens.iter().take(from).copied());
        at = from + end + 2;
    }
    while let Some(token) = tokens.get(at).filter(|token| !matches!(token.role, Role::Comma | Role::That)) {
        let length = length(tokens.get(at..).unwrap_or(&[]));
        match (left.is_empty(), length) {
            (false, 0) => left.push(*token),
            (true, 1..) => left.extend(tokens.iter().take(at).copied()),
            _ => {}
        }
        // "… og under henvisning til".
        at += length.max(1);
    }
    if left.is_empty() {
        return None;
    }
    left.extend(tokens.iter().skip(at).copied());
    Some(left)
}

/// As many words of a ground stand here, and of those that follow on it; none where there is no ground.
fn length(tokens: &[Token]) -> usize {
    use Role::*;
    // As many words as begin one.
    let head = |at: usize| {
        let rest = tokens.get(at..).unwrap_or(&[]);
        let is_one = |token: &Token| GROUNDS.contains(&token.word) && token.role != By;
        if rest.first().is_some_and(is_one) { 1 } else { 3 * usize::from(is_led_on(rest)) }
    };
    let mut at = head(0);
    while let Some((before, token)) = at.checked_sub(1).and_then(|last| tokens.get(last)).zip(tokens.get(at)) {
        let begun = head(at);
        if begun > 0 {
            at += begun;
            continue;
        }
        let rest = tokens.get(at + 1..).unwrap_or(&[]);
        let next = rest.first().map_or(Stop, |next| next.role);
        let is_measure = |token: &Token| matches!(token.role, Outcome | Measure) && token.form != Form::Definite;
        let is_end = match token.role {
            Comma | That | Colon | Question | Quote | Box | Ticked | According | As => true,
            Stop => !before.is_short,
            // "… til et fleksjob": what is recommended.
            To => rest.iter().take(4).any(is_measure),
            // "… af lægen": whoever recommends; but "attesten fra lægen".
            By => token.word == BY && is_other(next),
            And => head(at + 1) == 0 && rest.first().is_some_and(|next| speaks(next.role)),
            role if speaks(role) => matches!(token.form, Form::Passive | Form::Present) && !is_other(before.role),
            _ => is_measure(token),
        };
        if is_end {
            break;
        }
        at += 1;
    }
    at.min(tokens.len())
}
