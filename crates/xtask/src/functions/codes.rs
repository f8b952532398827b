//! The finer codes of errors, and what each means.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use rehabplan::Lang;
use rehabplan::text::Wording;

/// Adds nothing, but looks whether the finer codes are those that the core has.
pub(super) fn held(root: &Path) -> io::Result<()> {
    for (_, file, codes) in REASONS {
        let code = fs::read_to_string(root.join(file))?;
        // A line of the function that gives the codes: `Self::Empty => "emptySelection",`.
        let given = code.lines().filter_map(|line| line.trim().strip_prefix("Self::")?.split_once(" => \""));
        let given: BTreeSet<&str> = given.filter_map(|(_, code)| code.strip_suffix("\",")).collect();
        let told: BTreeSet<&str> = codes.iter().map(|(code, _)| *code).collect();
        if let Some(code) = given.symmetric_difference(&told).next() {
            return Err(io::Error::other(format!("functions.rs: {code} is not told, or not in {file}")));
        }
    }
    Ok(())
}

/// The finer codes, and what each is said of.
pub(super) fn page(lang: Lang) -> String {
    let mut page = format!("\n## {}\n\n{}\n", REASONS_TITLE.get(lang), REASONS_LEAD.get(lang));
    for (of, _, codes) in REASONS {
        let _ = write!(page, "\n{}\n\n| `reason` | |\n|---|---|\n", of.get(lang));
        for (code, what) in *codes {
            let _ = writeln!(page, "| `{code}` | {} |", what.get(lang));
        }
    }
    page
}

/// The finer codes: what they are said of, where the core gives them, and what each means.
type Reasons = (Wording, &'static str, &'static [(&'static str, Wording)]);

const REASONS: &[Reasons] = &[
    (
        Wording::new("`badOptions`, af `only`:", "`badOptions`, of `only`:"),
        "crates/rehabplan/src/select.rs",
        &[
            (
                "emptySelection",
                Wording::new("Der er hverken regler eller steder", "There are neither rules nor places"),
            ),
            ("unknownRule", Wording::new("Der er ingen regel med det id", "There is no rule with this id")),
            (
                "scopeRule",
                Wording::new(
                    "Reglen siger, hvilke sager bekendtgørelsen gælder; den stiller intet krav",
                    "The rule says which cases the regulation applies to; it demands nothing",
                ),
            ),
            (
                "profileNotChosen",
                Wording::new(
                    "Reglen er en, som en profil tilføjer, og profilen er ikke valgt",
                    "The rule is one that a profile adds, and the profile is not chosen",
                ),
            ),
            ("unknownPath", Wording::new("Planen har ikke det sted", "The plan has no such place")),
            ("noRuleAtPath", Wording::new("Ingen regel ser på det sted", "No rule looks at this place")),
        ],
    ),
    (
        Wording::new("`badOptions`, af `horizon`:", "`badOptions`, of `horizon`:"),
        "crates/rehabplan/src/horizon.rs",
        &[
            ("emptyHorizon", Wording::new("Kilden rummer intet af en plan", "The source holds nothing of a plan")),
            ("unknownPlace", Wording::new("Planen har ikke det sted", "The plan has no such place")),
        ],
    ),
    (
        Wording::new(
            "`badProfile`, af profiler og fund, der ses bort fra:",
            "`badProfile`, of profiles and suppressions:",
        ),
        "crates/rehabplan/src/profile/error.rs",
        &[
            ("tooLarge", Wording::new("Filen er for stor", "The file is too large")),
            ("emptyFile", Wording::new("Filen er tom", "The file is empty")),
            (
                "notJson",
                Wording::new(
                    "Teksten er ikke JSON, eller den går for dybt",
                    "The text is not JSON, or it nests too deep",
                ),
            ),
            (
                "shape",
                Wording::new(
                    "JSON, men ikke en profil: en nøgle, der ikke findes eller mangler, eller en værdi af en anden slags",
                    "JSON, but no profile: a key that does not exist or is missing, or a value of another kind",
                ),
            ),
            (
                "name",
                Wording::new(
                    "Et navn har andre tegn end dem, navne har, eller er for langt",
                    "A name has other characters than names have, or is too long",
                ),
            ),
            ("unknownProfile", Wording::new("Der er ingen profil af det navn", "There is no such profile")),
            ("unknownTheme", Wording::new("Profilen har ikke det tema", "The profile has no such theme")),
            (
                "noTheme",
                Wording::new(
                    "Profilen har kun temaer, og ingen af dem er valgt",
                    "The profile has nothing but themes, and none is chosen",
                ),
            ),
            (
                "unknownParameter",
                Wording::new(
                    "Ingen af profilens regler kender den indstilling",
                    "No rule of the profile knows such a setting",
                ),
            ),
            (
                "parameterValue",
                Wording::new("Indstillingen er ikke et tal fra 0 og op", "The setting is not a number of at least 0"),
            ),
            ("unknownRule", Wording::new("Der er ingen regel med det id", "There is no rule with this id")),
            (
                "unknownVariant",
                Wording::new("Der er ingen sagstype med den kode", "There is no type of case with this code"),
            ),
            ("unknownFact", Wording::new("Planen har ikke den oplysning", "The plan has no such fact")),
            ("unknownCode", Wording::new("Oplysningen kan ikke have den kode", "The fact has no such code")),
            (
                "test",
                Wording::new(
                    "Oplysningen kan ikke prøves sådan, eller den prøves ikke på netop én måde",
                    "The fact cannot be tested so, or it has no test or more than one",
                ),
            ),
            ("period", Wording::new("Perioden slutter, før den begynder", "The period ends before it begins")),
            (
                "authority",
                Wording::new(
                    "En kommunekode er ikke tre cifre, eller profilen er for andre kommuner",
                    "The code of a municipality is not three digits, or the profile is for others",
                ),
            ),
            (
                "empty",
                Wording::new("En liste er tom, eller en tekst er uden ord", "A list is empty, or a text has no words"),
            ),
            ("tooMany", Wording::new("En liste er for lang", "A list is too long")),
            ("duplicate", Wording::new("Det samme navn står to gange", "The same name stands twice")),
            (
                "conflict",
                Wording::new(
                    "To virkninger, eller to fund, der ses bort fra, siger hver sit",
                    "Two effects, or two suppressions, say different things",
                ),
            ),
            ("notAList", Wording::new("De fund, der ses bort fra, er ikke en liste", "The suppressions are no list")),
            ("notAnObject", Wording::new("Et fund, der ses bort fra, er ikke et objekt", "A suppression is no object")),
            (
                "unknownKey",
                Wording::new(
                    "Et fund, der ses bort fra, har en nøgle, der ikke findes",
                    "A suppression has a key that does not exist",
                ),
            ),
            ("missingKey", Wording::new("Et fund, der ses bort fra, mangler en nøgle", "A suppression lacks a key")),
            (
                "duplicateKey",
                Wording::new("Et fund, der ses bort fra, har en nøgle to gange", "A suppression has a key twice"),
            ),
            ("notText", Wording::new("En værdi er ikke tekst", "A value is no text")),
            (
                "notABoolean",
                Wording::new("En værdi er hverken `true` eller `false`", "A value is neither `true` nor `false`"),
            ),
            ("notADate", Wording::new("En værdi er ikke en dato, der findes", "A value is no date that exists")),
            ("tooLong", Wording::new("En tekst er for lang", "A text is too long")),
            ("badKey", Wording::new("`key` er ikke nøglen på et fund", "`key` is not that of a finding")),
            (
                "unknownIdentifier",
                Wording::new(
                    "`key` nævner en post i en liste ved en nøgle, som posterne dér ikke har",
                    "`key` names an entry of a list by an identifier that such entries do not have",
                ),
            ),
            (
                "position",
                Wording::new(
                    "`key` nævner en post i en liste ved dens nummer, uden `position`",
                    "`key` names an entry of a list by its number, without `position`",
                ),
            ),
            (
                "noReason",
                Wording::new(
                    "Der er ingen begrundelse, eller ingen, der har besluttet det",
                    "There is no reason, or nobody who decided so",
                ),
            ),
            (
                "noCase",
                Wording::new(
                    "Der er ingen `case`, og der kan kontrolleres flere planer",
                    "There is no `case`, and more than one plan may be checked",
                ),
            ),
        ],
    ),
];
const REASONS_TITLE: Wording = Wording::new("Nærmere koder", "Finer codes");
const REASONS_LEAD: Wording = Wording::new(
    "Det, en fejls `reason` kan være. Koderne bliver ved at betyde det samme; der kan komme flere. Om andre valg er der ingen nærmere \
     kode: `path` siger, hvilket (`/phase`, `/asOf`; i Python `/as_of`, som valget hedder dér). Hvad der har en anden type, end det skal, er i \
     Python en `TypeError`, som i alt andet i Python.",
    "What the `reason` of an error may be. A code goes on meaning the same; there may be more of them. Of other options there is no \
     finer code: `path` says which (`/phase`, `/asOf`; in Python `/as_of`, as the option is called there). What is of another type than \
     it should be is a `TypeError` in Python, as everywhere in Python.",
);
