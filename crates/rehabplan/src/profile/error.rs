//! Why a profile or a choice of profiles is refused.

use crate::text::Lang;

/// Where in a profile something stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The profile's id; what else it was read from when the id itself cannot be read.
    pub profile: String,
    /// JSON Pointer into the profile.
    pub path: String,
}

/// A profile, a list of suppressions or a choice of profiles that cannot be used.
///
/// It may show what stands in the profile, which is the user's own text; it never holds anything from a plan.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
#[non_exhaustive]
pub enum ProfileError {
    /// The file is larger than [`limits::MAX_PROFILE_BYTES`](crate::limits::MAX_PROFILE_BYTES).
    TooLarge {
        /// Its size.
        bytes: usize,
    },
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
        at: Place,
        /// What is wrong, in English.
        what: String,
    },
    /// A name is not made of the characters that names are made of, or it is too long.
    Name {
        /// Where.
        at: Place,
    },
    /// There is no such profile.
    UnknownProfile {
        /// The name.
        name: String,
        /// The one that was most likely meant.
        nearest: Option<String>,
    },
    /// The profile has no such theme.
    UnknownTheme {
        /// The profile.
        profile: String,
        /// The name.
        theme: String,
        /// The themes that it has.
        known: Vec<String>,
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
        at: Place,
        /// The name.
        parameter: String,
    },
    /// A parameter must be a number of at least 0.
    ParameterValue {
        /// Where.
        at: Place,
    },
    /// There is no such rule.
    UnknownRule {
        /// Where.
        at: Place,
        /// The id.
        rule: String,
        /// The one that was most likely meant.
        nearest: Option<String>,
    },
    /// There is no such case variant.
    UnknownVariant {
        /// Where.
        at: Place,
        /// The code.
        variant: String,
    },
    /// The plan has no such fact.
    UnknownFact {
        /// Where.
        at: Place,
        /// The pointer.
        fact: String,
        /// The key that was most likely meant.
        nearest: Option<String>,
    },
    /// The fact has no such code.
    UnknownCode {
        /// Where.
        at: Place,
        /// The code.
        code: String,
        /// The one that was most likely meant.
        nearest: Option<String>,
    },
    /// The fact cannot be tested so, or it has no test or more than one.
    Test {
        /// Where.
        at: Place,
    },
    /// The period ends before it begins.
    Period {
        /// Where.
        at: Place,
    },
    /// The code of a municipality is three digits, with or without a nought before them.
    Authority {
        /// Where.
        at: Place,
    },
    /// A list must not be empty.
    Empty {
        /// Where.
        at: Place,
    },
    /// A list is longer than [`limits::MAX_PROFILE_ENTRIES`](crate::limits::MAX_PROFILE_ENTRIES).
    TooMany {
        /// Where.
        at: Place,
    },
    /// The same name stands twice.
    Duplicate {
        /// Where the second one stands.
        at: Place,
        /// The name.
        name: String,
    },
    /// A suppression says no reason or no author.
    NoReason {
        /// Where.
        at: Place,
    },
    /// Two effects cannot both hold.
    Conflict {
        /// The rule, the parameter or the finding that they are about.
        about: String,
        /// The one.
        first: Place,
        /// The other.
        second: Place,
    },
}

impl ProfileError {
    /// A stable code for the kind of error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "tooLarge",
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
            Self::NoReason { .. } => "noReason",
            Self::Conflict { .. } => "conflict",
        }
    }

    /// Where in the profile it is; the first of the two places of a conflict.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        match self {
            Self::TooLarge { .. }
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
            | Self::NoReason { at } => Some(at),
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
            Self::NotJson { line, column } => either(
                format!("profilen er ikke JSON, eller den er for dybt indlejret: linje {line}, kolonne {column}"),
                format!("the profile is not JSON, or it nests too deep: line {line}, column {column}"),
            ),
            Self::Shape { what, .. } => {
                either(format!("det er ikke en profil ({what})"), format!("this is not a profile ({what})"))
            }
            Self::Name { .. } => either(
                "et navn består af små bogstaver (a-z), tal, »-« og »/« og er højst 80 tegn".into(),
                "a name is made of lower-case letters (a-z), digits, \"-\" and \"/\", at most 80 of them".into(),
            ),
            Self::UnknownProfile { name, nearest } => either(
                format!("der er ingen profil »{name}«{}", meant(nearest.as_deref(), lang)),
                format!("there is no profile \"{name}\"{}", meant(nearest.as_deref(), lang)),
            ),
            Self::UnknownTheme { profile, theme, known } => {
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
            Self::UnknownParameter { parameter, .. } => either(
                format!("ingen af profilens regler bruger parameteren »{parameter}«"),
                format!("no rule of the profile uses the parameter \"{parameter}\""),
            ),
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
            Self::Empty { .. } => either("listen er tom".into(), "the list is empty".into()),
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
            Self::NoReason { .. } => either(
                "en undertrykkelse skal have en skreven begrundelse og en, der har besluttet den".into(),
                "a suppression must have a written reason and somebody who decided it".into(),
            ),
            Self::Conflict { about, first, second } => {
                let (first, second) = (shown(first), shown(second));
                return either(
                    format!("modstrid om {about}: {first} og {second} kan ikke gælde samtidig"),
                    format!("contradiction on {about}: {first} and {second} cannot both hold"),
                );
            }
        };
        match self.place() {
            Some(at) => format!("{}: {what}", shown(at)),
            None => what,
        }
    }
}

fn shown(at: &Place) -> String {
    if at.path.is_empty() { at.profile.clone() } else { format!("{} {}", at.profile, at.path) }
}

fn meant(nearest: Option<&str>, lang: Lang) -> String {
    match (nearest, lang) {
        (None, _) => String::new(),
        (Some(nearest), Lang::En) => format!("; did you mean \"{nearest}\"?"),
        (Some(nearest), _) => format!("; mentes »{nearest}«?"),
    }
}
