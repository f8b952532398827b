//! Why a profile or a choice of profiles is refused.

use crate::json_pointer::step_of;
use crate::letters::looks_like_a_field;
use crate::positions::Position;
use crate::text::Lang;

/// Where in a profile something stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct ProfilePlace {
    /// The profile's id; what else it was read from when the id itself cannot be read.
    pub profile: String,
    /// JSON Pointer into the profile.
    pub path: String,
}

impl ProfilePlace {
    pub(super) fn new(profile: &str) -> Self {
        Self { profile: profile.to_owned(), path: String::new() }
    }

    /// The place up to the first step that is neither a number nor looks like a field's name.
    pub(super) fn of_fields(mut self) -> Self {
        let is_number = |step: &str| step.len() <= 4 && step.bytes().all(|byte| byte.is_ascii_digit());
        let steps = self.path.split('/').skip(1).take_while(|step| is_number(step) || looks_like_a_field(step));
        let length = steps.map(|step| step.len() + 1).sum();
        self.path.truncate(length);
        self
    }

    pub(super) fn below(&self, segment: impl std::fmt::Display) -> Self {
        let segment = segment.to_string();
        Self { profile: self.profile.clone(), path: format!("{}/{}", self.path, step_of(&segment)) }
    }
}

/// What a list of suppressions is called in a place; an error says it in words.
pub(super) const LIST: &str = "suppressions";

/// The name of a profile that has none of its own.
pub(super) const UNNAMED: &str = "profile";

/// A profile, a list of suppressions or a choice of profiles that cannot be used.
///
/// It may show what stands in the profile, which is the user's own text, but of its keys only such as look like a field's name; it
/// never holds anything from a plan.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
#[non_exhaustive]
pub enum ProfileError {
    /// The file is larger than [`limits::MAX_PROFILE_BYTES`](crate::limits::MAX_PROFILE_BYTES).
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// Nothing stands in the file.
    EmptyFile,
    /// The text is not JSON, or it nests too deep.
    NotJson {
        /// The line of the first mistake, counted from 1.
        line: usize,
        /// Its column.
        column: usize,
    },
    /// The JSON is not a profile: a key that does not exist, one that is missing, a value of the wrong kind.
    Shape {
        /// Where.
        at: ProfilePlace,
        /// Its line and column, where it was read from a text of its own.
        position: Option<Position>,
        /// What is wrong, in English.
        what: String,
    },
    /// A name is not made of the characters that names are made of, or it is too long.
    Name {
        /// Where.
        at: ProfilePlace,
    },
    /// There is no such profile.
    UnknownProfile {
        /// The name.
        name: String,
        /// The one that was most likely meant.
        nearest: Option<String>,
        /// Those that come with the product.
        known: Vec<String>,
    },
    /// The profile has no such theme.
    UnknownTheme {
        /// The profile.
        profile: String,
        /// The name.
        theme: String,
        /// The themes that it has.
        known: Vec<String>,
        /// The numbers that can be set in it.
        parameters: Vec<String>,
    },
    /// The profile has nothing but themes, and none is chosen.
    NoTheme {
        /// The profile.
        profile: String,
        /// The themes that it has.
        known: Vec<String>,
    },
    /// No rule of the profile knows such a parameter.
    UnknownParameter {
        /// Where.
        at: ProfilePlace,
        /// Its line and column, where it was read from a text of its own.
        position: Option<Position>,
        /// The name; `None` where it does not [look like a field's](crate::text::looks_like_a_field).
        parameter: Option<String>,
        /// The numbers that can be set.
        known: Box<[String]>,
    },
    /// A parameter must be a number of at least 0.
    ParameterValue {
        /// Where.
        at: ProfilePlace,
    },
    /// There is no such rule.
    UnknownRule {
        /// Where.
        at: ProfilePlace,
        /// The id.
        rule: String,
        /// The one that was most likely meant.
        nearest: Option<String>,
    },
    /// There is no such case variant.
    UnknownVariant {
        /// Where.
        at: ProfilePlace,
        /// The code.
        variant: String,
    },
    /// The plan has no such fact.
    UnknownFact {
        /// Where.
        at: ProfilePlace,
        /// The pointer.
        fact: String,
        /// The key that was most likely meant.
        nearest: Option<String>,
    },
    /// The fact has no such code.
    UnknownCode {
        /// Where.
        at: ProfilePlace,
        /// The code.
        code: String,
        /// The one that was most likely meant.
        nearest: Option<String>,
    },
    /// The fact cannot be tested so, or it has no test or more than one.
    Test {
        /// Where.
        at: ProfilePlace,
    },
    /// The period ends before it begins.
    Period {
        /// Where.
        at: ProfilePlace,
    },
    /// The code of a municipality is three digits, with or without a nought before them.
    Authority {
        /// Where.
        at: ProfilePlace,
    },
    /// A list must not be empty, and a text must have words.
    Empty {
        /// Where.
        at: ProfilePlace,
    },
    /// A list is longer than [`limits::MAX_PROFILE_ENTRIES`](crate::limits::MAX_PROFILE_ENTRIES).
    TooMany {
        /// Where.
        at: ProfilePlace,
    },
    /// The same name stands twice.
    Duplicate {
        /// Where the second one stands.
        at: ProfilePlace,
        /// The name.
        name: String,
    },
    /// A suppression, or a list of them, cannot be used.
    Suppression {
        /// The entry and what of it, as a JSON Pointer into the list or into the profile that holds it.
        at: ProfilePlace,
        /// Its line and column, where it was read from a text of its own.
        position: Option<Position>,
        /// What is wrong.
        fault: Box<SuppressionFault>,
    },
    /// Two effects cannot both hold.
    Conflict {
        /// The rule, the parameter or the finding that they are about.
        about: String,
        /// The one.
        first: ProfilePlace,
        /// The other.
        second: ProfilePlace,
    },
}

/// What is wrong with a suppression or a list of them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SuppressionFault {
    /// The list is larger than [`limits::MAX_PROFILE_BYTES`](crate::limits::MAX_PROFILE_BYTES).
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// Nothing stands in the file.
    EmptyFile,
    /// The text is not JSON, or it nests too deep.
    NotJson,
    /// The list is longer than [`limits::MAX_PROFILE_ENTRIES`](crate::limits::MAX_PROFILE_ENTRIES).
    TooMany,
    /// What was read is no list.
    NotAList,
    /// The entry is no object.
    NotAnObject,
    /// The entry has a key that no suppression has.
    UnknownKey {
        /// The key; `None` where it does not [look like a field's name](crate::text::looks_like_a_field).
        key: Option<String>,
        /// The one that was most likely meant.
        nearest: Option<String>,
    },
    /// The entry lacks a key that every suppression has.
    MissingKey {
        /// The key.
        key: &'static str,
    },
    /// A key stands twice in one entry.
    DuplicateKey,
    /// The value is no text.
    NotText,
    /// The value is neither true nor false.
    NotABoolean,
    /// The value is not a possible date.
    NotADate,
    /// The text is too long.
    TooLong,
    /// The key is not that of a finding, `RULE!/path`.
    Key,
    /// There is no such rule.
    UnknownRule {
        /// The id.
        rule: String,
        /// The one that was most likely meant.
        nearest: Option<String>,
    },
    /// The key names an entry of a list by an identifier that such entries do not have.
    Identifier,
    /// The key names an entry of a list by its number, and the suppression does not say that it may.
    Position,
    /// There is no written reason, or nobody who decided so.
    NoReason,
    /// The entry names no case, and more than one plan may be checked.
    NoCase,
    /// Two entries are about the same finding of the same case and say different things.
    Conflict {
        /// Where the first one stands.
        first: ProfilePlace,
    },
}

impl SuppressionFault {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "tooLarge",
            Self::EmptyFile => "emptyFile",
            Self::NotJson => "notJson",
            Self::TooMany => "tooMany",
            Self::NotAList => "notAList",
            Self::NotAnObject => "notAnObject",
            Self::UnknownKey { .. } => "unknownKey",
            Self::MissingKey { .. } => "missingKey",
            Self::DuplicateKey => "duplicateKey",
            Self::NotText => "notText",
            Self::NotABoolean => "notABoolean",
            Self::NotADate => "notADate",
            Self::TooLong => "tooLong",
            Self::Key => "badKey",
            Self::UnknownRule { .. } => "unknownRule",
            Self::Identifier => "unknownIdentifier",
            Self::Position => "position",
            Self::NoReason => "noReason",
            Self::NoCase => "noCase",
            Self::Conflict { .. } => "conflict",
        }
    }

    fn message(&self, lang: Lang) -> String {
        let either = |da: String, en: String| if lang == Lang::En { en } else { da };
        match self {
            Self::TooLarge { bytes } => {
                let limit = crate::limits::MAX_PROFILE_BYTES;
                either(
                    format!("listen er for stor: {bytes} byte, og grænsen er {limit}"),
                    format!("the list is too large: {bytes} bytes, and the limit is {limit}"),
                )
            }
            Self::EmptyFile => either(
                "listen er tom: skriv [], hvis der ikke er nogen, ellers en liste af poster med key, reason, author og date".into(),
                "the list is empty: write [] if there are none, otherwise a list of entries with key, reason, author and date".into(),
            ),
            Self::NotJson => either(
                "ikke JSON, eller for dybt indlejret; skriv en liste af poster, [{\"key\": ...}, ...]".into(),
                "not JSON, or it nests too deep; write a list of entries, [{\"key\": ...}, ...]".into(),
            ),
            Self::TooMany => {
                let limit = crate::limits::MAX_PROFILE_ENTRIES;
                either(
                    format!("listen er længere end grænsen på {limit}"),
                    format!("the list is longer than the limit of {limit}"),
                )
            }
            Self::NotAList => either(
                "skal være en liste af poster, også hvor der kun er én".into(),
                "must be a list of entries, also where there is only one".into(),
            ),
            Self::NotAnObject => either(
                "en post er et objekt med key, reason, author og date, og med case, når der er flere planer".into(),
                "an entry is an object with key, reason, author and date, and with case where there are several plans"
                    .into(),
            ),
            Self::UnknownKey { key: Some(key), nearest } => either(
                format!("en post har ingen nøgle »{key}«{}", meant(nearest.as_deref(), lang)),
                format!("an entry has no key \"{key}\"{}", meant(nearest.as_deref(), lang)),
            ),
            Self::UnknownKey { key: None, nearest } => either(
                format!("her står en nøgle, som en post ikke har{}", meant(nearest.as_deref(), lang)),
                format!("a key stands here that an entry does not have{}", meant(nearest.as_deref(), lang)),
            ),
            Self::MissingKey { key } => either(format!("posten mangler »{key}«"), format!("the entry lacks \"{key}\"")),
            Self::DuplicateKey => either(
                "den samme nøgle står to gange i en post".into(),
                "the same key stands twice in an entry".into(),
            ),
            Self::NotText => either("skal være tekst".into(), "must be text".into()),
            Self::NotABoolean => either("skal være true eller false".into(), "must be true or false".into()),
            Self::NotADate => {
                either("skal være en dato, ÅÅÅÅ-MM-DD".into(), "must be a possible date, YYYY-MM-DD".into())
            }
            Self::TooLong => either("teksten er for lang".into(), "the text is too long".into()),
            Self::Key => either(
                "nøglen er ikke nøglen til et fund; den skrives REGEL!/sti, som den står i rapporten".into(),
                "the key is not that of a finding; it is written RULE!/path, as it stands in the report".into(),
            ),
            Self::UnknownRule { rule, nearest } => either(
                format!("der er ingen regel »{rule}«{}", meant(nearest.as_deref(), lang)),
                format!("there is no rule \"{rule}\"{}", meant(nearest.as_deref(), lang)),
            ),
            Self::Identifier => either(
                "listen har ikke den slags nøgle på sine poster; tilbud har aktivitetIdentifier, og dokumenter har henvisning".into(),
                "the entries of the list have no such identifier; measures have aktivitetIdentifier, and documents have henvisning".into(),
            ),
            Self::Position => either(
                "nøglen nævner en post i en liste ved dens nummer, og det kan senere stå for en anden post; skriv postens egen nøgle i stedet, som i /indsatsdel/tilbud/aktivitetIdentifier=..., eller sæt \"position\": true, hvis den ingen har".into(),
                "the key names an entry of a list by its number, which may become another's; write the entry's own identifier instead, as in /indsatsdel/tilbud/aktivitetIdentifier=..., or set \"position\": true if it has none".into(),
            ),
            Self::NoReason => either(
                "der skal stå en begrundelse (reason) og et navn på den, der har besluttet det (author), på mere end ét bogstav".into(),
                "there must be a reason (reason), and the name of whoever decided so (author), of more than one letter".into(),
            ),
            Self::NoCase => either(
                "posten nævner ingen sag, og en begrundelse gælder kun den sag, den er skrevet om; skriv sagens id i »case«, eller kontrollér kun den ene plan".into(),
                "the entry names no case, and a reason holds only for the case that it was written about; write the id of the case in \"case\", or check that one plan only".into(),
            ),
            Self::Conflict { first } => either(
                format!("samme fund i samme sag som {}, men posterne siger ikke det samme; slet den ene", shown(first, lang)),
                format!("the same finding of the same case as {}, but the two entries differ; delete one of them", shown(first, lang)),
            ),
        }
    }
}

impl ProfileError {
    /// A stable code for the kind of error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "tooLarge",
            Self::EmptyFile => "emptyFile",
            Self::NotJson { .. } => "notJson",
            Self::Shape { .. } => "shape",
            Self::Name { .. } => "name",
            Self::UnknownProfile { .. } => "unknownProfile",
            Self::UnknownTheme { .. } => "unknownTheme",
            Self::NoTheme { .. } => "noTheme",
            Self::UnknownParameter { .. } => "unknownParameter",
            Self::ParameterValue { .. } => "parameterValue",
            Self::UnknownRule { .. } => "unknownRule",
            Self::UnknownVariant { .. } => "unknownVariant",
            Self::UnknownFact { .. } => "unknownFact",
            Self::UnknownCode { .. } => "unknownCode",
            Self::Test { .. } => "test",
            Self::Period { .. } => "period",
            Self::Authority { .. } => "authority",
            Self::Empty { .. } => "empty",
            Self::TooMany { .. } => "tooMany",
            Self::Duplicate { .. } => "duplicate",
            Self::Suppression { fault, .. } => fault.code(),
            Self::Conflict { .. } => "conflict",
        }
    }

    /// The line and the column of a place that was read from a text of its own.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        match self {
            Self::NotJson { line, column } => Some(Position { line: *line, column: *column }),
            Self::Suppression { position, .. }
            | Self::Shape { position, .. }
            | Self::UnknownParameter { position, .. } => *position,
            _ => None,
        }
    }

    /// Where in the profile it is; the first of the two places of a conflict.
    #[must_use]
    pub fn place(&self) -> Option<&ProfilePlace> {
        match self {
            Self::TooLarge { .. }
            | Self::EmptyFile
            | Self::NotJson { .. }
            | Self::UnknownProfile { .. }
            | Self::UnknownTheme { .. }
            | Self::NoTheme { .. } => None,
            Self::Shape { at, .. }
            | Self::Name { at }
            | Self::UnknownParameter { at, .. }
            | Self::ParameterValue { at }
            | Self::UnknownRule { at, .. }
            | Self::UnknownVariant { at, .. }
            | Self::UnknownFact { at, .. }
            | Self::UnknownCode { at, .. }
            | Self::Test { at }
            | Self::Period { at }
            | Self::Authority { at }
            | Self::Empty { at }
            | Self::TooMany { at }
            | Self::Duplicate { at, .. }
            | Self::Suppression { at, .. } => Some(at),
            Self::Conflict { first, .. } => Some(first),
        }
    }

    /// The error in a language for people. The English text is that of [`Display`](std::fmt::Display).
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let is_english = lang == Lang::En;
        let either = |da: String, en: String| if is_english { en } else { da };
        let what = match self {
            Self::TooLarge { bytes } => {
                let limit = crate::limits::MAX_PROFILE_BYTES;
                either(
                    format!("profilen er for stor: {bytes} byte, og grænsen er {limit}"),
                    format!("the profile is too large: {bytes} bytes, and the limit is {limit}"),
                )
            }
            Self::EmptyFile => either(
                "profilen er tom: en profil er et JSON-objekt med id, titel, kilde og virkninger".into(),
                "the profile is empty: a profile is a JSON object with an id, a title, a source and effects".into(),
            ),
            Self::NotJson { line, column } => either(
                format!("profilen er ikke JSON, eller den er for dybt indlejret: linje {line}, kolonne {column}"),
                format!("the profile is not JSON, or it nests too deep: line {line}, column {column}"),
            ),
            Self::Shape { what, .. } => shape(what, lang),
            Self::Name { .. } => either(
                "et navn består af små bogstaver (a-z), tal, »-« og »/« og er højst 80 tegn".into(),
                "a name is made of lower-case letters (a-z), digits, \"-\" and \"/\", at most 80 of them".into(),
            ),
            Self::UnknownProfile { name, nearest, known } => either(
                format!("der er ingen profil »{name}«{}", meant_or_known(nearest.as_deref(), known, lang)),
                format!("there is no profile \"{name}\"{}", meant_or_known(nearest.as_deref(), known, lang)),
            ),
            Self::UnknownTheme { profile, theme, parameters, .. } if parameters.contains(theme) => either(
                format!("»{theme}« i profilen »{profile}« er et tal: skriv det med, som i »{profile}:{theme}=50«"),
                format!(
                    "\"{theme}\" of the profile \"{profile}\" is a number: give it too, as in \"{profile}:{theme}=50\""
                ),
            ),
            Self::UnknownTheme { profile, theme, known, parameters } if known.is_empty() => {
                let set = settable(parameters, lang);
                either(
                    format!("profilen »{profile}« har ingen temaer, heller ikke »{theme}«{set}"),
                    format!("the profile \"{profile}\" has no themes, and so no \"{theme}\"{set}"),
                )
            }
            Self::UnknownTheme { profile, theme, known, .. } => {
                let known = known.join(", ");
                either(
                    format!("profilen »{profile}« har intet tema »{theme}«; den har: {known}"),
                    format!("the profile \"{profile}\" has no theme \"{theme}\"; it has: {known}"),
                )
            }
            Self::NoTheme { profile, known } => {
                let known = known.join(", ");
                either(
                    format!("i profilen »{profile}« vælges temaerne for sig; den har: {known}"),
                    format!("the themes of the profile \"{profile}\" are chosen one by one; it has: {known}"),
                )
            }
            Self::UnknownParameter { parameter: Some(parameter), known, .. } => {
                let set = settable(known, lang);
                either(
                    format!("ingen af profilens regler bruger parameteren »{parameter}«{set}"),
                    format!("no rule of the profile uses the parameter \"{parameter}\"{set}"),
                )
            }
            Self::UnknownParameter { parameter: None, known, .. } => {
                let set = settable(known, lang);
                either(
                    format!("her står en parameter, som ingen af profilens regler bruger{set}"),
                    format!("a parameter stands here that no rule of the profile uses{set}"),
                )
            }
            Self::ParameterValue { .. } => {
                either("en parameter er et tal på mindst 0".into(), "a parameter is a number of at least 0".into())
            }
            Self::UnknownRule { rule, nearest, .. } => either(
                format!("der er ingen regel »{rule}«{}", meant(nearest.as_deref(), lang)),
                format!("there is no rule \"{rule}\"{}", meant(nearest.as_deref(), lang)),
            ),
            Self::UnknownVariant { variant, .. } => {
                either(format!("der er ingen sagstype »{variant}«"), format!("there is no case variant \"{variant}\""))
            }
            Self::UnknownFact { fact, nearest, .. } => either(
                format!("planen har ingen oplysning på »{fact}«{}", meant(nearest.as_deref(), lang)),
                format!("the plan has no fact at \"{fact}\"{}", meant(nearest.as_deref(), lang)),
            ),
            Self::UnknownCode { code, nearest, .. } => either(
                format!("oplysningen har ingen kode »{code}«{}", meant(nearest.as_deref(), lang)),
                format!("the fact has no code \"{code}\"{}", meant(nearest.as_deref(), lang)),
            ),
            Self::Test { .. } => either(
                "en betingelse har enten »any« eller en »path« med netop én prøve, som passer til oplysningen".into(),
                "a condition has either \"any\" or a \"path\" with exactly one test that fits the fact".into(),
            ),
            Self::Period { .. } => {
                either("perioden slutter, før den begynder".into(), "the period ends before it begins".into())
            }
            Self::Authority { .. } => either(
                "en kommunekode er tre cifre, eventuelt med et nul foran".into(),
                "the code of a municipality is three digits, with or without a nought before them".into(),
            ),
            Self::Empty { .. } => either(
                "her står intet: skriv noget, eller udelad det".into(),
                "nothing stands here: write something, or leave it out".into(),
            ),
            Self::TooMany { .. } => {
                let limit = crate::limits::MAX_PROFILE_ENTRIES;
                either(
                    format!("listen er længere end grænsen på {limit}"),
                    format!("the list is longer than the limit of {limit}"),
                )
            }
            Self::Duplicate { name, .. } => {
                either(format!("»{name}« står to gange"), format!("\"{name}\" stands twice"))
            }
            Self::Suppression { fault, .. } => fault.message(lang),
            Self::Conflict { first, second, .. } if first == second => {
                let first = shown(first, lang);
                return either(
                    format!("{first} er valgt to gange med hver sin værdi; vælg den ene"),
                    format!("{first} is chosen twice with different values; choose one of them"),
                );
            }
            Self::Conflict { about, first, second } => {
                let (first, second) = (shown(first, lang), shown(second, lang));
                return either(
                    format!("modstrid om {about}: {first} og {second} kan ikke gælde samtidig"),
                    format!("contradiction on {about}: {first} and {second} cannot both hold"),
                );
            }
        };
        let position = self.position().map(|Position { line, column }| {
            either(format!(" (linje {line}, kolonne {column})"), format!(" (line {line}, column {column})"))
        });
        match self.place() {
            Some(at) => format!("{}{}: {what}", shown(at, lang), position.unwrap_or_default()),
            None => what,
        }
    }
}

fn shown(at: &ProfilePlace, lang: Lang) -> String {
    // A list of suppressions has no name of its own.
    let name = match at.profile.as_str() {
        name if lang == Lang::En => name,
        LIST => "fund, der ses bort fra,",
        UNNAMED => "profil",
        name => name,
    };
    if at.path.is_empty() { name.trim_end_matches(',').to_owned() } else { format!("{name} {}", at.path) }
}

/// What can be set in a profile, as it follows on what cannot be chosen.
fn settable(parameters: &[String], lang: Lang) -> String {
    let each = parameters.iter().map(|name| format!("{name}=50")).collect::<Vec<_>>().join(", ");
    match (parameters, lang) {
        ([], _) => String::new(),
        (_, Lang::En) => format!("; what can be set are numbers: {each}"),
        _ => format!("; det, der kan sættes, er tal: {each}"),
    }
}

/// The profile that was most likely meant, or those that there are.
fn meant_or_known(nearest: Option<&str>, known: &[String], lang: Lang) -> String {
    match (nearest, lang) {
        (None, Lang::En) => format!("; those that come with the product are {}", known.join(", ")),
        (None, _) => format!("; de, der følger med, er {}", known.join(", ")),
        (nearest, lang) => meant(nearest, lang),
    }
}

fn meant(nearest: Option<&str>, lang: Lang) -> String {
    match (nearest, lang) {
        (None, _) => String::new(),
        (Some(nearest), Lang::En) => format!("; did you mean \"{nearest}\"?"),
        (Some(nearest), _) => format!("; mente du »{nearest}«?"),
    }
}

/// What does not fit, of what serde says of it: a field or a name, and never a value.
fn shape(what: &str, lang: Lang) -> String {
    let quoted = |before| what.strip_prefix(before).and_then(|rest| rest.strip_prefix('`')?.split_once('`'));
    let either = |da: String, en: String| if lang == Lang::En { en } else { da };
    if what.contains("YYYY-MM-DD") {
        either(
            "her skal stå en mulig dato, skrevet ÅÅÅÅ-MM-DD".into(),
            "a possible date is to stand here, written YYYY-MM-DD".into(),
        )
    } else if let Some((field, _)) = quoted("missing field ") {
        either(format!("»{field}« mangler"), format!("\"{field}\" is missing"))
    } else if let Some((field, _)) = quoted("duplicate field ") {
        either(format!("»{field}« står to gange"), format!("\"{field}\" stands twice"))
    } else if let Some((name, known)) = quoted("unknown field ").or_else(|| quoted("unknown variant ")) {
        let known = known.trim_start_matches(", expected ").trim_start_matches("one of ").replace('`', "");
        // A name that may be a person's was left out.
        let it = if name.is_empty() {
            either("det, der står her,".into(), "what stands here".into())
        } else {
            either(format!("»{name}«"), format!("\"{name}\""))
        };
        match known.as_str() {
            "" | ", there are no fields" => {
                either(format!("{it} hører ikke til her"), format!("{it} does not belong here"))
            }
            known => either(
                format!("{it} hører ikke til her; her kan stå {known}"),
                format!("{it} does not belong here; what may stand here is {known}"),
            ),
        }
    } else {
        either(
            "her skal stå noget af en anden slags; `rehabplan schema profile` siger hvad".into(),
            "something of another kind is to stand here; `rehabplan schema profile` says what".into(),
        )
    }
}
