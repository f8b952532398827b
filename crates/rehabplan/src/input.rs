//! What is wrong with the document itself: findings that no requirement gives.

use std::borrow::Cow;

use crate::json::Members;
use crate::outcome::Severity;
use crate::text::{Lang, Wording, filled, text};

/// What is wrong with one place of the document itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum InputCode {
    /// Text was expected.
    NotText,
    /// A date, `YYYY-MM-DD`, was expected.
    NotADate,
    /// A meeting, a recommendation or a decision from before there were rehabilitation teams.
    TooEarly,
    /// `true` or `false` was expected.
    NotABoolean,
    /// A number was expected.
    NotANumber {
        /// The least.
        min: u32,
        /// The greatest.
        max: u32,
    },
    /// A whole number was expected, and the number is none.
    NotWhole {
        /// The least.
        min: u32,
        /// The greatest.
        max: u32,
    },
    /// The number is out of range.
    OutOfRange {
        /// The least.
        min: u32,
        /// The greatest.
        max: u32,
    },
    /// A code of the list was expected.
    NotACode {
        /// The code that was most likely meant.
        nearest: Option<&'static str>,
        /// The codes that the field takes.
        allowed: &'static [&'static str],
    },
    /// A list was expected.
    NotAList,
    /// An object was expected.
    NotAnObject,
    /// A fact without which nobody can say whether the regulation applies is missing, or cannot be read.
    ScopeUnknown {
        /// What may stand there.
        allowed: &'static [&'static str],
    },
    /// The document has none of the plan's keys.
    NotAPlan,
    /// The document has none of the plan's keys, but a key of its own holds an object that has.
    PlanBelow,
    /// The plan has no such field.
    UnknownKey {
        /// The field that was most likely meant.
        nearest: Option<&'static str>,
    },
    /// The plan has no such fields: several keys of one object, none of which is repeated, so that only their number tells them.
    UnknownKeys {
        /// How many there are.
        count: u32,
    },
    /// The key stands there in another spelling, so that nothing under it was read.
    OtherSpelling,
    /// The key stands more than once in the same object, or a fact of the case under two spellings, so nobody knows which value
    /// counts: it is unreadable.
    DuplicateKey,
    /// The course ends before it begins, so it exempts from nothing.
    CourseBackwards,
    /// The months that the course is said to last are not those between its days, which count.
    CourseOfTwoLengths,
    /// The case is said to go without the team, and it is not on førtidspension, or no provision is named that lets it (§ 1, stk. 3).
    NoGround,
    /// The same text stands in several fields that each need an answer of their own.
    RepeatedText,
    /// In what the plan was made out of stands text that has no place in a plan.
    Unplaced,
}

/// Each kind once, with nothing in particular to name, and its code. The compiler misses one that is left out.
macro_rules! kinds {
    ($($kind:ident $({ $($named:tt)* })+ = $code:literal;)*) => {
        impl InputCode {
            /// One of each kind, in the order of their declaration, with nothing in particular to name; the two that may
            /// name what was most likely meant stand there a second time, with a name that is empty.
            pub const KINDS: &'static [Self] = &[$($(Self::$kind { $($named)* },)+)*];

            /// The code as it stands in the report.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$kind { .. } => $code,)*
                }
            }
        }
    };
}

kinds! {
    NotText {} = "notText";
    NotADate {} = "notADate";
    TooEarly {} = "tooEarly";
    NotABoolean {} = "notABoolean";
    NotANumber { min: 0, max: 0 } = "notANumber";
    NotWhole { min: 0, max: 0 } = "notWhole";
    OutOfRange { min: 0, max: 0 } = "outOfRange";
    NotACode { nearest: None, allowed: &[] } { nearest: Some(""), allowed: &[] } = "notACode";
    NotAList {} = "notAList";
    NotAnObject {} = "notAnObject";
    ScopeUnknown { allowed: &[] } = "scopeUnknown";
    NotAPlan {} = "notAPlan";
    PlanBelow {} = "planBelow";
    UnknownKey { nearest: None } { nearest: Some("") } = "unknownKey";
    UnknownKeys { count: 0 } = "unknownKeys";
    OtherSpelling {} = "otherSpelling";
    DuplicateKey {} = "duplicateKey";
    CourseBackwards {} = "courseBackwards";
    CourseOfTwoLengths {} = "courseOfTwoLengths";
    NoGround {} = "noGround";
    RepeatedText {} = "repeatedText";
    Unplaced {} = "unplaced";
}

impl InputCode {
    /// Whether something is lost to the rules (error) or only worth a look (warning).
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::CourseOfTwoLengths
            | Self::NoGround
            | Self::UnknownKey { .. }
            | Self::UnknownKeys { .. }
            | Self::RepeatedText
            | Self::Unplaced => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The name that was most likely meant.
    #[must_use]
    pub fn nearest(self) -> Option<&'static str> {
        match self {
            Self::NotACode { nearest, .. } | Self::UnknownKey { nearest } => nearest,
            _ => None,
        }
    }

    /// The least and the greatest number that there may be, where that is what is wrong.
    #[must_use]
    pub fn bounds(self) -> Option<(u32, u32)> {
        match self {
            Self::NotANumber { min, max } | Self::NotWhole { min, max } | Self::OutOfRange { min, max } => {
                Some((min, max))
            }
            _ => None,
        }
    }

    /// How many keys it is about, where that is all that can be said of them.
    #[must_use]
    pub fn count(self) -> Option<u32> {
        match self {
            Self::UnknownKeys { count } => Some(count),
            _ => None,
        }
    }

    /// The codes of which one was asked for; none where that is not what is wrong.
    #[must_use]
    pub fn allowed(self) -> &'static [&'static str] {
        match self {
            Self::NotACode { allowed, .. } | Self::ScopeUnknown { allowed } => allowed,
            _ => &[],
        }
    }

    /// What is wrong, and what to do about it. What is particular to a finding stands in braces: `{min}`, `{max}`,
    /// `{n}`, `{nearest}` and `{allowed}`; [`InputFinding::message`] fills it in.
    #[must_use]
    pub fn texts(self) -> (Wording, Wording) {
        const SCHEMA: Wording = text(
            "Ret nøglen, eller fjern den; »rehabplan schema« viser de nøgler, der findes",
            "Correct the key or remove it; \"rehabplan schema\" shows the keys that exist",
        );
        const SCHEMA_ALL: Wording = text(
            "Ret nøglerne, eller fjern dem; »rehabplan schema« viser de nøgler, der findes",
            "Correct the keys or remove them; \"rehabplan schema\" shows the keys that exist",
        );
        const CODES: Wording = text("Brug en af feltets koder: {allowed}", "Use one of the field's codes: {allowed}");
        match self {
            Self::NotText => (
                text("Værdien er ikke tekst", "The value is not text"),
                text("Skriv en tekst i anførselstegn", "Write a text in quotation marks"),
            ),
            Self::NotADate => (
                text("Værdien er ikke en mulig dato", "The value is not a possible date"),
                text(
                    "Skriv datoen som ÅÅÅÅ-MM-DD; er der ingen dato, så udelad feltet",
                    "Write the date as YYYY-MM-DD; where there is no date, leave the field out",
                ),
            ),
            Self::TooEarly => (
                text(
                    "Datoen ligger før 2013, da de første rehabiliteringsteams kom, så ingen sag kan have den",
                    "The date is from before 2013, when the first rehabilitation teams came, so no case can have it",
                ),
                text(
                    "Ret datoen, måske dens årstal; er der ingen dato, så udelad feltet",
                    "Correct the date, perhaps its year; where there is no date, leave the field out",
                ),
            ),
            Self::NotABoolean => (
                text("Værdien er hverken true eller false", "The value is neither true nor false"),
                text("Skriv true eller false uden anførselstegn", "Write true or false without quotation marks"),
            ),
            Self::NotANumber { .. } => (
                text("Værdien er ikke et tal af den rette slags", "The value is not a number of the right kind"),
                text(
                    "Skriv et tal fra {min} til {max} uden anførselstegn",
                    "Write a number from {min} to {max} without quotation marks",
                ),
            ),
            Self::NotWhole { .. } => (
                text("Tallet er ikke et helt tal", "The number is not a whole number"),
                text("Skriv et helt tal fra {min} til {max}", "Write a whole number from {min} to {max}"),
            ),
            Self::OutOfRange { .. } => (
                text("Tallet ligger uden for det mulige", "The number is out of range"),
                text("Skriv et tal fra {min} til {max}", "Write a number from {min} to {max}"),
            ),
            Self::NotACode { nearest: Some(_), .. } => (
                text("Koden findes ikke; mente du »{nearest}«?", "There is no such code; did you mean \"{nearest}\"?"),
                CODES,
            ),
            Self::NotACode { nearest: None, .. } => (text("Koden findes ikke", "There is no such code"), CODES),
            Self::NotAList => (
                text("Værdien er ikke en liste", "The value is not a list"),
                text("Skriv en liste, [ ... ]", "Write a list, [ ... ]"),
            ),
            Self::NotAnObject => (
                text("Værdien er ikke et objekt", "The value is not an object"),
                text("Skriv et objekt, { ... }", "Write an object, { ... }"),
            ),
            Self::ScopeUnknown { .. } => (
                text(
                    "Uden denne oplysning kan det ikke afgøres, om bekendtgørelsen gælder for sagen, og intet krav er prøvet",
                    "Without this fact it cannot be determined whether the regulation applies to the case, and no requirement was tried",
                ),
                text("Angiv oplysningen som en af: {allowed}", "Give the fact as one of: {allowed}"),
            ),
            Self::NotAPlan => (
                text(
                    "Dokumentet ligner ikke en plan: det har ingen af planens nøgler",
                    "The document does not look like a plan: it has none of the plan's keys",
                ),
                text(
                    "Send selve planen: et objekt med nøgler som »sag« og »forberedendeDel«",
                    "Give the plan itself: an object with keys such as \"sag\" and \"forberedendeDel\"",
                ),
            ),
            Self::PlanBelow => (
                text(
                    "Planen ligger under en nøgle i dokumentet og bliver derfor ikke læst",
                    "The plan lies under a key of the document, and so it is not read",
                ),
                text(
                    "Send selve planen, eller angiv den nøgle, som planen ligger under",
                    "Give the plan itself, or name the key that the plan lies under",
                ),
            ),
            Self::UnknownKey { nearest: Some(_) } => (
                text(
                    "Her står en nøgle, som planen ikke har; mente du »{nearest}«?",
                    "A key stands here that the plan does not have; did you mean \"{nearest}\"?",
                ),
                SCHEMA,
            ),
            Self::UnknownKey { nearest: None } => (
                text(
                    "Her står en nøgle, som planen ikke har; den læses ikke",
                    "A key stands here that the plan does not have; it is not read",
                ),
                SCHEMA,
            ),
            Self::UnknownKeys { .. } => (
                text(
                    "Her står {n} nøgler, som planen ikke har, og som ikke ligner navne på felter; de læses ikke",
                    "{n} keys stand here that the plan does not have and that do not look like names of fields; they are not read",
                ),
                SCHEMA_ALL,
            ),
            Self::OtherSpelling => (
                text(
                    "Feltet er ikke læst, for dets nøgle er stavet anderledes i dokumentet",
                    "The field was not read, because its key is spelt otherwise in the document",
                ),
                text(
                    "Ret nøglen i dokumentet, så den er stavet nøjagtig som sidste led i stien",
                    "Correct the key in the document so that it is spelt exactly as the last part of the path",
                ),
            ),
            Self::DuplicateKey => (
                text(
                    "Nøglen står mere end én gang, eventuelt i to stavemåder, og ingen kan vide, hvilken værdi der gælder",
                    "The key stands more than once, perhaps in two spellings, and nobody can know which value counts",
                ),
                text("Slet den ene", "Delete one of them"),
            ),
            Self::CourseBackwards => (
                text(
                    "Forløbet slutter, før det begynder, og giver derfor ingen undtagelse",
                    "The course ends before it begins, and so it exempts from nothing",
                ),
                text("Ret den ene af de to datoer", "Correct one of the two dates"),
            ),
            Self::CourseOfTwoLengths => (
                text(
                    "Forløbet varer efter sin første og sidste dag ikke det antal måneder, der står her; dagene gælder",
                    "By its first and last day the course does not last the months that stand here; the days count",
                ),
                text("Ret månederne eller en af de to datoer", "Correct the months, or one of the two dates"),
            ),
            Self::NoGround => (
                text(
                    "Sagen er angivet som behandlet uden om teamet, men uden en hjemmel, der tillader det; den er derfor holdt mod kravene til en sag, der forelægges teamet",
                    "The case is said to go without the team, but on no ground that lets it; so it was held against what is required of a case that is put to the team",
                ),
                text(
                    "Angiv 17,3 eller 18,2, hvis en sag om førtidspension behandles uden om teamet; ellers skriv nej til det",
                    "State 17,3 or 18,2 if a case of førtidspension goes without the team; otherwise say no to that",
                ),
            ),
            Self::RepeatedText => (
                text(
                    "Den samme tekst står ordret i flere felter, der hver skal have sit eget svar",
                    "The same text stands word for word in several fields that each need an answer of their own",
                ),
                text("Skriv i hvert felt det, som feltet spørger om", "Write in each field what the field asks for"),
            ),
            Self::Unplaced => (
                text(
                    "Her står noget, som ikke har nogen plads i planen; det er ikke kontrolleret",
                    "Something stands here that has no place in the plan; it was not checked",
                ),
                text(
                    "Hører det til planen, så sæt det under den overskrift, det svarer på, eller giv dets overskrift en plads i et kort",
                    "If it belongs to the plan, put it under the heading that it answers, or give its heading a place in a mapping",
                ),
            ),
        }
    }

    /// Fills in what a text names in braces.
    fn fill(self, template: &'static str) -> Cow<'static, str> {
        if !template.contains('{') || matches!(self, Self::NotAnObject) {
            return template.into();
        }
        let value = |name: &str| -> Cow<'static, str> {
            let (min, max) = self.bounds().unwrap_or_default();
            match name {
                "min" => min.to_string().into(),
                "max" => max.to_string().into(),
                "n" => self.count().unwrap_or_default().to_string().into(),
                "allowed" => self.allowed().join(", ").into(),
                _ => self.nearest().unwrap_or_default().into(),
            }
        };
        filled(template, &value).into()
    }
}

/// Something that is wrong with the document itself.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct InputFinding {
    /// JSON Pointer to the place; to the first of several. A key that does not look like the name of a field is not
    /// repeated; the pointer is then to the object that holds it.
    pub path: String,
    /// What is wrong.
    pub code: InputCode,
    /// The other places, where the finding is about several at once.
    pub others: Vec<String>,
    #[cfg(feature = "sources")]
    pub(crate) told: Told,
}

/// What stands in a plan that was made out of something else where nobody can say what does: alone in a list, for a list is no
/// value and no object; or alone, in the place of a list. Behind it in the list stands the row of the source, where that ends before.
#[cfg(feature = "sources")]
pub const UNREADABLE: &str = "unreadable";

/// What is to be said of a finding in a plan that was made out of something else, by whoever knows that.
#[cfg(feature = "sources")]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Told {
    /// Where it stands in what the plan was made out of, in Danish and in English, for each place of the finding where that is
    /// known. It must hold nothing that stands there.
    pub places: Vec<ToldPlace>,
    /// What is wrong there, where that is something else than in a plan.
    pub message: Option<Wording>,
    /// What to do about it there, where that is something else than in a plan. `{min}`, `{max}` and `{allowed}` are filled in.
    pub remedy: Option<Wording>,
}

/// Where something stands in what a plan was made out of, in words.
#[cfg(feature = "sources")]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ToldPlace {
    /// In Danish.
    pub da: String,
    /// In English.
    pub en: String,
}

impl InputFinding {
    pub(crate) fn new(path: impl Into<String>, code: InputCode) -> Self {
        Self {
            path: path.into(),
            code,
            others: Vec::new(),
            #[cfg(feature = "sources")]
            told: Told::default(),
        }
    }

    /// What stands in the source of a plan and has no place in it, for the [report](crate::Report::input) of a plan that was
    /// made out of something else. The paths are the caller's own, written as JSON Pointers; they must hold nothing that stands
    /// in the source. `None` without any.
    #[must_use]
    pub fn unplaced(paths: impl IntoIterator<Item = String>) -> Option<Self> {
        let mut paths = paths.into_iter();
        let path = paths.next()?;
        Some(Self { others: paths.collect(), ..Self::new(path, InputCode::Unplaced) })
    }

    /// Makes one finding of the keys of an object that are not repeated: nothing but their number tells them apart. They stand side
    /// by side in the order of the report.
    pub(crate) fn count_keys(input: Vec<Self>) -> Vec<Self> {
        let is_counted = |code| matches!(code, InputCode::UnknownKey { nearest: None } | InputCode::UnknownKeys { .. });
        let mut counted = Vec::<Self>::new();
        for finding in input {
            match counted.last_mut() {
                Some(first) if first.path == finding.path && is_counted(first.code) && is_counted(finding.code) => {
                    first.code = InputCode::UnknownKeys { count: first.code.count().unwrap_or(1) + 1 };
                }
                _ => counted.push(finding),
            }
        }
        counted
    }

    /// Takes in another finding that has the same cause: its places are this one's too.
    #[cfg(feature = "sources")]
    pub fn take_in(&mut self, other: Self) {
        self.others.push(other.path);
        self.others.extend(other.others);
    }

    /// Says what is to be said of it in the words of what the plan was made out of.
    #[cfg(feature = "sources")]
    pub fn tell(&mut self, told: Told) {
        self.told = told;
    }

    /// Where it stands in what the plan was made out of, in words; nothing where that is not known, or the plan was made out of
    /// nothing else.
    #[cfg(feature = "sources")]
    pub fn told_places(&self, lang: Lang) -> impl Iterator<Item = &str> {
        self.told.places.iter().map(move |place| if lang == Lang::En { &place.en } else { &place.da }.as_str())
    }

    /// Every place that the finding is about.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.path).chain(&self.others).map(String::as_str)
    }

    /// What is wrong, in words.
    #[must_use]
    pub fn message(&self, lang: Lang) -> Cow<'static, str> {
        #[cfg(feature = "sources")]
        if let Some(message) = self.told.message {
            return self.code.fill(message.get(lang));
        }
        self.code.fill(self.code.texts().0.get(lang))
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self, lang: Lang) -> Cow<'static, str> {
        #[cfg(feature = "sources")]
        if let Some(remedy) = self.told.remedy {
            return self.code.fill(remedy.get(lang));
        }
        self.code.fill(self.code.texts().1.get(lang))
    }

    /// `paths` is there for a finding about several places alone.
    pub(crate) fn write(&self, members: &mut Members<'_>, lang: Lang) {
        members.text("path", &self.path);
        members.text("code", self.code.code());
        members.text("severity", self.code.severity().code());
        members.text("message", &self.message(lang));
        members.text("remedy", &self.remedy(lang));
        members.text_or_null("nearest", self.code.nearest());
        if !self.others.is_empty() {
            members.texts("paths", &self.paths().collect::<Vec<_>>());
        }
    }
}
