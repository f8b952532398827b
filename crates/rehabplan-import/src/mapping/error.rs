//! Why a mapping cannot be used.

use rehabplan::Lang;
use rehabplan::positions::Position;
use rehabplan::text::Wording;

/// What is wrong with a mapping, and where. It may show what stands in the mapping, which is the user's own text, and names
/// of columns; it never holds a value of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MappingError {
    /// Where in the mapping, as a JSON Pointer.
    pub path: String,
    /// The place in the file that the mapping was read from.
    pub position: Option<Position>,
    /// What is wrong.
    pub fault: Box<MappingFault>,
}

/// What belongs where a value of another kind stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Expected {
    /// A text.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Number,
    /// A text, a number, `true` or `false`.
    Constant,
    /// A list.
    List,
    /// One value, or a list of them.
    OneOrMore,
    /// Names, each with a value.
    Named,
    /// The name of a column, or a table of what is given.
    Given,
}

impl Expected {
    fn text(self) -> Wording {
        match self {
            Self::Text => Wording::new("en tekst i anførselstegn", "a text in quotation marks"),
            Self::Flag => Wording::new("true eller false", "true or false"),
            Self::Number => Wording::new("et helt tal", "a whole number"),
            Self::Constant => Wording::new(
                "en tekst i anførselstegn, et tal, true eller false",
                "a text in quotation marks, a number, true or false",
            ),
            Self::List => Wording::new("en liste i kantede parenteser", "a list in square brackets"),
            Self::OneOrMore => Wording::new(
                "en tekst i anførselstegn eller en liste i kantede parenteser",
                "a text in quotation marks, or a list in square brackets",
            ),
            Self::Named => Wording::new(
                "navne, hvert med sin værdi: { FLX = \"fleksjob\" }",
                "names, each with its value: { FLX = \"fleksjob\" }",
            ),
            Self::Given => Wording::new(
                "navnet på en kolonne i anførselstegn eller nøgler i krøllede parenteser (flere kolonner: first eller join)",
                "the name of a column in quotation marks, or keys in braces (several columns: first or join)",
            ),
        }
    }
}

/// What is written in a mapping for a value of a place that holds no texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Wanted {
    /// Yes or no.
    Flag,
    /// A number.
    Number,
    /// A day.
    Day,
}

impl Wanted {
    fn text(self) -> Wording {
        match self {
            Self::Flag => Wording::new(
                "; skriv true eller false uden anførselstegn (kildens ord for ja og nej kan også stå i yes og no)",
                "; write true or false without quotation marks (the source's words for yes and no may stand in yes and no too)",
            ),
            Self::Number => Wording::new(
                "; skriv et tal uden anførselstegn, i de grænser, feltet har",
                "; write a number without quotation marks, within the limits of the field",
            ),
            Self::Day => Wording::new(
                "; skriv en dato som \"2020-12-31\", i anførselstegn",
                "; write a day as \"2020-12-31\", in quotation marks",
            ),
        }
    }
}

/// What is wrong with a mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum MappingFault {
    /// The file is larger than [`limits::MAX_MAPPING_BYTES`](crate::limits::MAX_MAPPING_BYTES).
    TooLarge,
    /// The file is not UTF-8.
    NotUtf8,
    /// The file is not TOML.
    NotToml,
    /// A key of the TOML stands there twice, or a table does.
    SameKey,
    /// The file is not JSON.
    NotJson,
    /// A value is of another kind than belongs there.
    Shape(Expected),
    /// A word is none of those that belong there.
    NoSuchWord {
        /// The word; `None` where it does not [look like a field's name](rehabplan::text::looks_like_a_field).
        word: Option<String>,
        /// Those that do.
        allowed: Vec<String>,
    },
    /// A mapping has no such key.
    UnknownKey {
        /// The key; `None` where it does not [look like a field's name](rehabplan::text::looks_like_a_field).
        key: Option<String>,
        /// The one that was most likely meant.
        nearest: Option<String>,
    },
    /// A mapping has the key, and not here.
    KeyElsewhere(String),
    /// A plan has no such place.
    UnknownPlace {
        /// The place; `None` where a step of it does not [look like a field's name](rehabplan::text::looks_like_a_field).
        place: Option<String>,
        /// The one that was most likely meant.
        nearest: Option<String>,
    },
    /// The place is a list, whose entries are told under `lists`.
    IsAList(String),
    /// The place is no list.
    IsNoList(String),
    /// The place holds fields, and each of them has to be given.
    IsAPart(String),
    /// The place lies in a list, whose entries are told under `lists`.
    InAList(String),
    /// The place is given more than once, or lies in one that is.
    Twice(String),
    /// Nothing is given: neither a name nor any of the keys that say where a value comes from.
    GivesNothing,
    /// More than one of the keys that say where a value comes from.
    GivesTooMuch,
    /// There is no such table in the mapping.
    UnknownTable {
        /// The table.
        table: String,
        /// The one that was most likely meant.
        nearest: Option<String>,
    },
    /// The source has no such column or heading.
    UnknownColumn {
        /// The column.
        column: String,
        /// The one that was most likely meant.
        nearest: Option<String>,
        /// The table, where it is not the one of the cases.
        table: Option<String>,
    },
    /// None of the cases that were looked at has such a place inside.
    InNoCase {
        /// The place.
        column: String,
        /// The one that was most likely meant.
        nearest: Option<String>,
    },
    /// What is asked for lies in the entries of a list of the source.
    ThroughAList {
        /// The place.
        column: String,
        /// The list; empty for the entry of a list itself.
        list: String,
    },
    /// What is asked for lies in a value of the source that has nothing inside.
    NothingInside {
        /// The place.
        column: String,
        /// The value; empty for the entry of a list itself.
        value: String,
    },
    /// Several columns of the source have the name.
    AmbiguousColumn(String),
    /// The code is none of the place's.
    UnknownCode {
        /// The code.
        code: String,
        /// The one that was most likely meant.
        nearest: Option<String>,
    },
    /// The constant is no value of the place's kind, and what is, where that can be said.
    NotOfTheKind(Option<Wanted>),
    /// What is to be a list has a value there, in every case that was looked at.
    NoEntries(String),
    /// No value is taken from the source.
    NothingTaken,
    /// No form that dates have.
    NoDateForm(String),
    /// Neither `,` nor `.`.
    NoDecimalSign,
    /// More than one character, or none.
    NoDelimiter,
    /// No encoding has the name.
    UnknownEncoding(String),
    /// A table says which row belongs to which case, and this one does not.
    NoKey(String),
    /// A table that belongs to the entries of a list says which entry a row belongs to, and this one does not.
    NoJoin(String),
    /// A condition says what it wants, and this one does not.
    NoCondition,
    /// A condition names what it wants, and there are no words.
    NoWords,
    /// A condition rules out each of the words that it asks for.
    NeverHolds,
    /// A code stands there twice, and means two things.
    TwoMeanings(String),
    /// A form of a date may be one of another that is named too, and then it is another day.
    TwoOrders(String),
    /// A column stands twice among those that are joined.
    JoinedTwice(String),
    /// A column gives more than one place that takes words.
    SharedColumn(String),
    /// A word means yes and no.
    YesAndNo(String),
    /// Only a list of texts, dates or codes can be split, and by a text that is not empty.
    CannotSplit,
    /// Tables are joined by the id of the case, and rows told by it, and the mapping names none.
    NoId,
    /// Nothing of a plan is given.
    NoPlaces,
    /// A list or a nesting is longer than [`limits::MAX_MAPPING_ENTRIES`](crate::limits::MAX_MAPPING_ENTRIES).
    TooMuch,
}

impl MappingFault {
    /// A stable code for the fault.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "tooLarge",
            Self::NotUtf8 => "notUtf8",
            Self::NotToml => "notToml",
            Self::SameKey => "sameKey",
            Self::NotJson => "notJson",
            Self::Shape(_) => "shape",
            Self::NoSuchWord { .. } => "noSuchWord",
            Self::UnknownKey { .. } => "unknownKey",
            Self::KeyElsewhere(_) => "keyElsewhere",
            Self::UnknownPlace { .. } => "unknownPlace",
            Self::IsAList(_) => "isAList",
            Self::IsNoList(_) => "isNoList",
            Self::IsAPart(_) => "isAPart",
            Self::InAList(_) => "inAList",
            Self::Twice(_) => "twice",
            Self::GivesNothing => "givesNothing",
            Self::GivesTooMuch => "givesTooMuch",
            Self::UnknownTable { .. } => "unknownTable",
            Self::UnknownColumn { .. } => "unknownColumn",
            Self::InNoCase { .. } => "inNoCase",
            Self::ThroughAList { .. } => "throughAList",
            Self::NothingInside { .. } => "nothingInside",
            Self::AmbiguousColumn(_) => "ambiguousColumn",
            Self::UnknownCode { .. } => "unknownCode",
            Self::NotOfTheKind(_) => "notOfTheKind",
            Self::NoEntries(_) => "noEntries",
            Self::NothingTaken => "nothingTaken",
            Self::NoDateForm(_) => "noDateForm",
            Self::NoDecimalSign => "noDecimalSign",
            Self::NoDelimiter => "noDelimiter",
            Self::UnknownEncoding(_) => "unknownEncoding",
            Self::NoKey(_) => "noKey",
            Self::NoJoin(_) => "noJoin",
            Self::NoCondition => "noCondition",
            Self::NoWords => "noWords",
            Self::NeverHolds => "neverHolds",
            Self::TwoMeanings(_) => "twoMeanings",
            Self::TwoOrders(_) => "twoOrders",
            Self::JoinedTwice(_) => "joinedTwice",
            Self::SharedColumn(_) => "sharedColumn",
            Self::YesAndNo(_) => "yesAndNo",
            Self::CannotSplit => "cannotSplit",
            Self::NoId => "noId",
            Self::NoPlaces => "noPlaces",
            Self::TooMuch => "tooMuch",
        }
    }

    fn text(&self) -> Wording {
        match self {
            Self::TooLarge => Wording::new("kortet fylder mere end 1 MiB", "the mapping is larger than 1 MiB"),
            Self::NotUtf8 => {
                Wording::new("kortet er ikke UTF-8; gem det som UTF-8", "the mapping is not UTF-8; save it as UTF-8")
            }
            Self::NotToml => Wording::new(
                "kortet er ikke TOML: her står noget, der ikke hører til",
                "the mapping is not TOML: something stands here that does not belong",
            ),
            Self::SameKey => Wording::new(
                "nøglen står der to gange, og ingen ved, hvilken der gælder; slet den ene",
                "the key stands there twice, and nobody knows which counts; delete one of them",
            ),
            Self::NotJson => Wording::new(
                "kortet er ikke JSON: her står noget, der ikke hører til",
                "the mapping is not JSON: something stands here that does not belong",
            ),
            Self::Shape(_) => Wording::new(
                "værdien er ikke af den slags, der hører til her; skriv {what}",
                "the value is not of the kind that belongs here; write {what}",
            ),
            Self::NoSuchWord { word: Some(_), .. } => Wording::new(
                "her kan ikke stå {it}; skriv {allowed}",
                "{it} is nothing that may stand here; write {allowed}",
            ),
            Self::NoSuchWord { word: None, .. } => {
                Wording::new("her kan kun stå {allowed}", "nothing may stand here but {allowed}")
            }
            Self::UnknownKey { key: Some(_), .. } => {
                Wording::new("et kort har ikke nøglen {it}", "a mapping has no key {it}")
            }
            Self::UnknownKey { key: None, .. } => Wording::new(
                "her står en nøgle, som et kort ikke har",
                "a key stands here that a mapping does not have",
            ),
            Self::KeyElsewhere(_) => Wording::new(
                "nøglen {it} hører ikke til her; »rehabplan map schema« viser, hvor den kan stå",
                "the key {it} does not belong here; \"rehabplan map schema\" shows where it may stand",
            ),
            Self::UnknownPlace { place: Some(_), .. } => {
                Wording::new("en plan har ikke stedet {it}", "a plan has no place {it}")
            }
            Self::UnknownPlace { place: None, .. } => {
                Wording::new("her står et sted, som en plan ikke har", "a place stands here that a plan does not have")
            }
            Self::IsAList(_) => Wording::new(
                "{it} er en liste; skriv den under [[lists]], eller giv den \"split\"",
                "{it} is a list; write it under [[lists]], or give it \"split\"",
            ),
            Self::IsNoList(_) => Wording::new("{it} er ikke en liste i en plan", "{it} is no list of a plan"),
            Self::IsAPart(_) => Wording::new(
                "{it} rummer flere felter; skriv hvert af dem for sig, med hele vejen til det",
                "{it} holds several fields; write each of them by itself, with the whole way to it",
            ),
            Self::InAList(_) => Wording::new(
                "{it} ligger i en liste; skriv den under \"fields\" i [[lists]]",
                "{it} lies in a list; write it under \"fields\" in [[lists]]",
            ),
            Self::Twice(_) => Wording::new(
                "{it} er givet mere end én gang; brug \"first\" eller \"join\", når flere kolonner hører til ét sted",
                "{it} is given more than once; use \"first\" or \"join\" where several columns belong to one place",
            ),
            Self::GivesNothing => Wording::new(
                "her er intet givet; skriv navnet på en kolonne, eller en af nøglerne column, at, heading, cell, control, form, constant, first og join",
                "nothing is given here; write the name of a column, or one of the keys column, at, heading, cell, control, form, constant, first and join",
            ),
            Self::GivesTooMuch => Wording::new(
                "her er givet mere end ét; brug kun en af nøglerne column, at, heading, cell, control, form, constant, first og join",
                "more than one is given here; use only one of the keys column, at, heading, cell, control, form, constant, first and join",
            ),
            Self::UnknownTable { .. } => Wording::new(
                "kortet har ingen tabel {it}; skriv den under [tables]",
                "the mapping has no table {it}; write it under [tables]",
            ),
            Self::UnknownColumn { table: None, .. } => Wording::new(
                "kilden har ingen kolonne eller overskrift {it}",
                "the source has no column or heading {it}",
            ),
            Self::UnknownColumn { table: Some(_), .. } => {
                Wording::new("tabellen {table} har ingen kolonne {it}", "the table {table} has no column {it}")
            }
            Self::InNoCase { .. } => Wording::new(
                "ingen af sagerne har {it} (de første 1.000 er set efter), så stedet regnes for noget, som kilden ikke har",
                "none of the cases has {it} (the first 1,000 were looked at), so the place is taken for something that the source does not have",
            ),
            Self::ThroughAList { .. } => Wording::new(
                "kilden har ikke {it}: {within} er en liste; skriv den under [[lists]] med \"at\", eller skriv nummeret på en post, fra 0",
                "the source has no {it}: {within} is a list; write it under [[lists]] with \"at\", or write the number of an entry, from 0",
            ),
            Self::NothingInside { .. } => Wording::new(
                "kilden har ikke {it}: {within} er en værdi og har intet inden i sig",
                "the source has no {it}: {within} is a value and has nothing inside",
            ),
            Self::AmbiguousColumn(_) => Wording::new(
                "kilden har flere kolonner {it}; giv dem hver sit navn",
                "the source has several columns {it}; give each a name of its own",
            ),
            Self::UnknownCode { .. } => Wording::new("feltet har ikke koden {it}", "the field has no code {it}"),
            Self::NotOfTheKind(_) => Wording::new(
                "værdien er ikke af den slags, som feltet rummer{wanted}",
                "the value is not of the kind that the field holds{wanted}",
            ),
            Self::NoEntries(_) => Wording::new(
                "{it} er en værdi i de sager, der er set efter, og ingen liste: giv stedet til en liste (\"at\"), eller del værdien med split",
                "{it} is a value in the cases that were looked at, and no list: give the place of a list (\"at\"), or take the value apart with split",
            ),
            Self::NothingTaken => Wording::new(
                "kortet tager ingen værdi fra kilden, så alle planer bliver ens: skriv kolonnerne under [plan]",
                "the mapping takes no value from the source, so all plans are the same: write the columns under [plan]",
            ),
            Self::NoDateForm(_) => Wording::new(
                "{it} er ingen datoform; skriv den som dd-mm-åååå, dd/mm-åå, åååå-mm-dd eller excel",
                "{it} is no form of a date; write it as dd-mm-yyyy, dd/mm-yy, yyyy-mm-dd or excel",
            ),
            Self::NoDecimalSign => {
                Wording::new("decimaltegnet er \",\" eller \".\"", "the decimal sign is \",\" or \".\"")
            }
            Self::NoDelimiter => Wording::new(
                "skilletegnet er ét tegn, som \";\", \",\" eller \"\\t\"",
                "the separator is one character, such as \";\", \",\" or \"\\t\"",
            ),
            Self::UnknownEncoding(_) => Wording::new(
                "der er intet tegnsæt {it}; brug utf-8, windows-1252, utf-16le eller utf-16be",
                "there is no encoding {it}; use utf-8, windows-1252, utf-16le or utf-16be",
            ),
            Self::NoKey(_) => Wording::new(
                "tabellen {it} siger ikke, hvilken sag en række hører til; giv den \"key\"",
                "the table {it} does not say which case a row belongs to; give it \"key\"",
            ),
            Self::NoJoin(_) => Wording::new(
                "tabellen {it} hører til posterne i en liste; giv den \"to\", kolonnen i posten, som \"key\" svarer til",
                "the table {it} belongs to the entries of a list; give it \"to\", the column of the entry that \"key\" answers to",
            ),
            Self::NoCondition => Wording::new(
                "betingelsen stiller ingen krav; giv den \"is\", \"not\" eller \"blank\"",
                "the condition demands nothing; give it \"is\", \"not\" or \"blank\"",
            ),
            Self::NoWords => Wording::new(
                "listen er tom, så betingelsen skelner ikke; skriv de ord, der gælder, eller slet den",
                "the list is empty, so that the condition tells nothing apart; write the words that count, or delete it",
            ),
            Self::NeverHolds => Wording::new(
                "betingelsen kan aldrig være opfyldt, for \"not\" udelukker hvert ord under \"is\"; slet dem det ene sted",
                "the condition can never hold, for \"not\" rules out each word under \"is\"; delete them in one of them",
            ),
            Self::TwoMeanings(_) => Wording::new(
                "koden {it} står der mere end én gang (store bogstaver gør ingen forskel) og betyder hver gang noget andet; slet alle på nær én",
                "the code {it} stands there more than once (capitals make no difference) and means something else each time; delete all but one",
            ),
            Self::TwoOrders(_) => Wording::new(
                "{it} og en datoform før den kan læse den samme dato som to forskellige dage; slet den ene, eller giv dem hver sin kolonne",
                "{it} and a date form before it can read the same date as two different days; delete one, or give each a column of its own",
            ),
            Self::JoinedTwice(_) => Wording::new(
                "{it} står to gange i samme \"join\"; slet det ene sted",
                "{it} stands twice in the same \"join\"; delete it in one place",
            ),
            Self::SharedColumn(_) => Wording::new(
                "{it} giver mere end ét sted, der skal have tekst, så det samme svar tæller flere gange; slet de steder, det ikke hører til",
                "{it} gives more than one place that takes words, so that one answer counts several times; delete the places that it does not belong to",
            ),
            Self::YesAndNo(_) => Wording::new(
                "{it} står både under \"yes\" og \"no\"; slet det ene sted",
                "{it} stands under both \"yes\" and \"no\"; delete it in one of them",
            ),
            Self::CannotSplit => Wording::new(
                "kun en liste af tekster, datoer eller koder kan deles, og kun ved et tegn",
                "only a list of texts, dates or codes can be split, and only by a sign",
            ),
            Self::NoId => Wording::new(
                "kortet siger ikke, hvor sagens id står; det bruges til at sætte tabeller sammen og til \"once\"; skriv \"id\" i kortet",
                "the mapping does not say where the id of the case stands, which joins tables and which \"once\" needs; write \"id\" in the mapping",
            ),
            Self::NoPlaces => Wording::new(
                "kortet giver intet af en plan; skriv felterne under [plan]",
                "the mapping gives nothing of a plan; write the fields under [plan]",
            ),
            Self::TooMuch => Wording::new(
                "kortet er for langt eller for dybt; grænsen er 10.000 poster og 16 niveauer",
                "the mapping is too long or too deep; the limit is 10,000 entries and 16 levels",
            ),
        }
    }

    /// The fault in words, without its place.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        /// Longer names are cut.
        const LONGEST: usize = 80;
        const MEANT: Wording = Wording::new("; mente du {it}?", "; did you mean {it}?");
        let quoted = |name: &str| {
            let name: String =
                name.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).take(LONGEST).collect();
            match lang {
                Lang::En => format!("\"{name}\""),
                _ => format!("»{name}«"),
            }
        };
        let (it, nearest, table) = match self {
            Self::UnknownKey { key: it, nearest } | Self::UnknownPlace { place: it, nearest } => {
                (it.as_deref().unwrap_or_default(), nearest.as_deref(), None)
            }
            Self::NoSuchWord { word, .. } => (word.as_deref().unwrap_or_default(), None, None),
            Self::InNoCase { column: it, nearest }
            | Self::UnknownTable { table: it, nearest }
            | Self::UnknownCode { code: it, nearest } => (it.as_str(), nearest.as_deref(), None),
            Self::ThroughAList { column: it, .. } | Self::NothingInside { column: it, .. } => (it.as_str(), None, None),
            Self::UnknownColumn { column, nearest, table } => (column.as_str(), nearest.as_deref(), table.as_deref()),
            Self::IsAList(it)
            | Self::IsNoList(it)
            | Self::IsAPart(it)
            | Self::InAList(it)
            | Self::Twice(it)
            | Self::AmbiguousColumn(it)
            | Self::NoDateForm(it)
            | Self::UnknownEncoding(it)
            | Self::NoKey(it)
            | Self::YesAndNo(it)
            | Self::TwoMeanings(it)
            | Self::TwoOrders(it)
            | Self::JoinedTwice(it)
            | Self::KeyElsewhere(it)
            | Self::SharedColumn(it)
            | Self::NoEntries(it)
            | Self::NoJoin(it) => (it.as_str(), None, None),
            _ => ("", None, None),
        };
        let what = if let Self::Shape(what) = self { what.text().get(lang) } else { "" };
        let wanted = if let Self::NotOfTheKind(Some(wanted)) = self { wanted.text().get(lang) } else { "" };
        let mut message = self.text().get(lang).replace("{wanted}", wanted);
        message = message.replace("{it}", &quoted(it)).replace("{what}", what);
        if let Self::ThroughAList { list: within, .. } | Self::NothingInside { value: within, .. } = self {
            // An entry is at "/" in a mapping.
            let within = if within.is_empty() { "/" } else { within };
            message = message.replace("{within}", &quoted(within));
        }
        if let Self::NoSuchWord { allowed, .. } = self {
            const OR: Wording = Wording::new(" eller ", " or ");
            let allowed: Vec<String> = allowed.iter().map(|word| quoted(word)).collect();
            let allowed = match allowed.split_last() {
                Some((last, rest)) if !rest.is_empty() => format!("{}{}{last}", rest.join(", "), OR.get(lang)),
                _ => allowed.concat(),
            };
            message = message.replace("{allowed}", &allowed);
        }
        if let Some(table) = table {
            message = message.replace("{table}", &quoted(table));
        }
        if let Some(nearest) = nearest {
            message.push_str(&MEANT.get(lang).replace("{it}", &quoted(nearest)));
        }
        message
    }
}

impl MappingError {
    pub(crate) fn new(path: impl Into<String>, fault: MappingFault) -> Self {
        Self { path: path.into(), position: None, fault: Box::new(fault) }
    }

    /// The error in words, with its place: `linje 12, kolonne 5: …`.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        const PLACE: Wording = Wording::new("linje {line}, kolonne {column}: ", "line {line}, column {column}: ");
        let place = match self.position {
            Some(Position { line, column }) => {
                PLACE.get(lang).replace("{line}", &line.to_string()).replace("{column}", &column.to_string())
            }
            None if self.path.is_empty() => String::new(),
            None => format!("{}: ", self.path),
        };
        format!("{place}{}", self.fault.message(lang))
    }
}

impl std::fmt::Display for MappingError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for MappingError {}
