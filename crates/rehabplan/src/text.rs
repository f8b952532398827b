//! Languages, and the texts that belong to no single rule.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::json::{Json, Members};
pub use crate::letters::{is_same_name, looks_like_a_field, nearest};

/// The language of the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Lang {
    /// Danish.
    #[default]
    Da,
    /// English.
    En,
}

impl Lang {
    /// Every language that this build has texts in, the default first.
    #[cfg(feature = "english")]
    pub const ALL: &'static [Self] = &[Self::Da, Self::En];

    /// Every language that this build has texts in.
    #[cfg(not(feature = "english"))]
    pub const ALL: &'static [Self] = &[Self::Da];

    /// The BCP 47 tag: `da` or `en`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
        }
    }

    /// The language that texts come in when this one is asked for: Danish when the build has none in it.
    #[must_use]
    pub fn spoken(self) -> Self {
        if Self::ALL.contains(&self) { self } else { Self::Da }
    }

    /// Reads a tag; `None` for a language that there are no texts in.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|lang| lang.tag() == tag)
    }
}

/// One text in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Wording {
    /// Danish, as a caseworker would read it.
    pub da: &'static str,
    /// English.
    #[cfg(feature = "english")]
    pub en: &'static str,
}

impl Wording {
    /// The text in a language; in Danish when the build has no texts in another.
    #[must_use]
    pub const fn get(&self, lang: Lang) -> &'static str {
        match lang {
            #[cfg(feature = "english")]
            Lang::En => self.en,
            _ => self.da,
        }
    }

    /// A text in Danish and in English; a build without the feature `english` leaves the English one out.
    #[cfg(feature = "english")]
    #[must_use]
    pub const fn new(da: &'static str, en: &'static str) -> Self {
        Self { da, en }
    }

    /// A text in Danish; the English one is left out of this build.
    #[cfg(not(feature = "english"))]
    #[must_use]
    pub const fn new(da: &'static str, _: &'static str) -> Self {
        Self { da }
    }

    pub(crate) fn write(&self, members: &mut Members<'_>) {
        Lang::ALL.iter().for_each(|lang| members.text(lang.tag(), self.get(*lang)));
    }
}

/// A text in Danish and in English.
pub(crate) const fn text(da: &'static str, en: &'static str) -> Wording {
    Wording::new(da, en)
}

impl Serialize for Wording {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Json::Object(&|members: &mut Members<'_>| self.write(members)).serialize(serializer)
    }
}

/// What a rule or a note says: a [`Wording`] in a build with `texts`; in one without, nothing, and somebody else has the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    #[cfg(feature = "texts")]
    words: Wording,
}

#[cfg(feature = "texts")]
impl std::ops::Deref for Said {
    type Target = Wording;

    fn deref(&self) -> &Wording {
        &self.words
    }
}

/// What is said, in Danish and in English.
#[cfg(feature = "texts")]
pub(crate) const fn said(da: &'static str, en: &'static str) -> Said {
    Said { words: text(da, en) }
}

/// What is said in a build with the words.
#[cfg(not(feature = "texts"))]
pub(crate) const fn said(_: &'static str, _: &'static str) -> Said {
    Said {}
}

#[cfg(feature = "texts")]
impl Serialize for Said {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.words.serialize(serializer)
    }
}

/// A text with what it names in braces filled in.
pub(crate) fn filled(template: &str, value: &dyn Fn(&str) -> Cow<'static, str>) -> String {
    // Texts and names take turns.
    let pieces = template.split(['{', '}']).enumerate();
    pieces.map(|(place, piece)| if place % 2 == 0 { piece.to_owned().into() } else { value(piece) }).collect()
}

/// A text with a stable code, for a note that explains an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Note {
    /// The code, the same in every language and every version.
    pub code: &'static str,
    /// The explanation.
    pub text: Said,
    /// What to do about it, where that is not what the rule itself says.
    pub remedy: Option<Said>,
}

impl Note {
    /// A note that adds nothing to what the rule says to do.
    pub(crate) const fn new(code: &'static str, da: &'static str, en: &'static str) -> Self {
        Self { code, text: said(da, en), remedy: None }
    }

    #[cfg(feature = "texts")]
    pub(crate) fn write(&self, members: &mut Members<'_>, lang: Lang) {
        members.text("code", self.code);
        members.text("text", self.text.get(lang));
    }

    /// What to do about it.
    pub(crate) const fn remedy(mut self, da: &'static str, en: &'static str) -> Self {
        self.remedy = Some(said(da, en));
        self
    }
}

macro_rules! notes {
    ($($(#[doc = $doc:literal])* $name:ident = $code:literal, $da:literal, $en:literal $(, do $do_da:literal, $do_en:literal)?;)*) => {
        $(
            $(#[doc = $doc])*
            pub static $name: Note = Note::new($code, $da, $en)$(.remedy($do_da, $do_en))?;
        )*

        /// All of these. A requirement may have notes of its own besides: `catalogue::all_notes` has every one.
        pub static SHARED: &[&Note] = &[$(&$name),*];
    };
}

/// Why an answer or a report is what it is, where the rule's own texts do not say it: the notes that many of them may have.
pub mod notes {
    use super::Note;

    notes! {
        /// The requirement does not belong to this case variant.
        OTHER_VARIANT = "otherVariant",
            "Kravet gælder ikke i denne sagstype",
            "The requirement does not apply to this type of case";
        /// The requirement belongs to a later phase.
        LATER_PHASE = "laterPhase",
            "Kravet gælder først i en senere fase",
            "The requirement applies only in a later phase";
        /// The whole part is missing, which is one finding on the rule for the part.
        PART_MISSING = "partMissing",
            "Hele den del, kravet angår, mangler; det står under kravet om selve delen",
            "The whole part that the requirement is about is missing; that stands under the requirement for the part itself";
        /// The condition of the requirement is not there.
        CONDITION_NOT_MET = "conditionNotMet",
            "Kravet gælder kun under en betingelse, der ikke er til stede i sagen",
            "The requirement applies only under a condition that is not present in the case";
        /// The exemption is open to the case, but its facts are not there or it is not needed.
        EXEMPTION_NOT_USED = "exemptionNotUsed",
            "Undtagelsen er ikke i brug i sagen",
            "The exemption is not in use in the case";
        /// The fact that decides is missing.
        FACT_MISSING = "factMissing",
            "Kan ikke afgøres, fordi en oplysning, som afgør spørgsmålet, mangler",
            "Cannot be determined, because a fact that decides the question is missing",
            do "Angiv den oplysning, der mangler",
            "Give the fact that is missing";
        /// The value cannot be read.
        UNREADABLE = "unreadable",
            "Kan ikke afgøres, fordi en værdi ikke kan læses",
            "Cannot be determined, because a value cannot be read",
            do "Ret den værdi, der ikke kan læses",
            "Correct the value that cannot be read";
        /// The content is in an attached document.
        ATTACHED = "attachedDocument",
            "Kan ikke afgøres, fordi indholdet står i et vedlagt dokument; et menneske må læse det",
            "Cannot be determined, because the content is in an attached document; a person must read it",
            do "Læs dokumentet, eller skriv indholdet i feltet",
            "Read the document, or write its content in the field";
        /// The rule that this one repeats could not be determined.
        LEADING_UNDETERMINED = "leadingUndetermined",
            "Kan ikke afgøres, fordi det krav, som dette gentager, ikke kan afgøres",
            "Cannot be determined, because the requirement that this one repeats cannot be determined",
            do "Se det krav, som dette gentager",
            "See the requirement that this one repeats";
        /// The text only says that there is nothing, where an answer is expected.
        NOTHING_IS_NO_ANSWER = "nothingIsNoAnswer",
            "Feltet siger kun, at der intet er. Det er ikke et tilstrækkeligt svar her.",
            "The field only says that there is nothing. That is not a sufficient answer here.";
        /// Several requirements are answered in one text.
        JOINT_FIELD = "jointField",
            "Flere forhold er besvaret i ét felt. Det godtages, men hvert forhold bør besvares for sig.",
            "Several matters are answered in one field. That is accepted, but each should be answered on its own.";
        /// The end of a plan period or of an earlier measure lies before its start. (A course that runs backwards is
        /// no finding of a rule but one about the document.)
        END_BEFORE_START = "endBeforeStart",
            "Slutdatoen ligger før startdatoen",
            "The end date lies before the start date";
        /// The period runs for less than 6 months.
        SHORTER_THAN_SIX_MONTHS = "shorterThanSixMonths",
            "En planperiode er kortere end 6 måneder",
            "A plan period is shorter than 6 months";
        /// A short course that the periods do not cover.
        SHORT_COURSE_NOT_COVERED = "shortCourseNotCovered",
            "Forløbet er kortere end 6 måneder, så kravet om 6 måneder gælder ikke, men planperioderne dækker det ikke helt",
            "The course is shorter than 6 months, so the requirement of 6 months does not apply, but plan periods do not cover all of it",
            do "Lad perioderne tilsammen dække hele forløbet",
            "Let the periods together cover the whole course";
        /// The last period of a course is shorter than 6 months.
        REMAINDER = "remainder",
            "Den sidste planperiode er kortere end 6 måneder, fordi forløbet slutter",
            "The last plan period is shorter than 6 months, because the course ends",
            do "Begrund, at restperioden er kortere",
            "Give the reason why the remaining period is shorter";
        /// JA13D: § 5 in a case that is not put to the team.
        RESERVATION_13D = "reservation13d",
            "Forbehold: bekendtgørelsen gælder efter § 1 sager, der skal forelægges teamet, og denne sag er undtaget. § 2, stk. 1, og § 5, stk. 1, knytter dog indsatsdelen til forløbet, ikke til mødet.",
            "Reservation: under § 1 the regulation applies to cases that must be put to the team, and this case is exempt. § 2, stk. 1, and § 5, stk. 1, however, tie the indsatsdel to the course, not to the meeting.";
        /// Out of scope: the citizen is expected to be well soon.
        OUTSIDE_8_WEEKS = "outside8Weeks",
            "Uden for anvendelsesområdet, fordi planen siger, at borgeren ventes raskmeldt inden 8 uger (/sag/forventetRaskmelding8Uger)",
            "Out of scope, because the plan says that the citizen is expected to be well within 8 weeks (/sag/forventetRaskmelding8Uger)";
        /// Out of scope: sygedagpenge in another category than 3.
        OUTSIDE_CATEGORY = "outsideCategory",
            "Uden for anvendelsesområdet, fordi sygedagpengesagen er i kategori 1 eller 2 (/sag/kategori)",
            "Out of scope, because the case of sygedagpenge is in category 1 or 2 (/sag/kategori)";
        /// One of the dates that decide is older than the regulation.
        OLDER_THAN_THE_LAW = "olderThanTheLaw",
            "Mødet, indstillingen eller afgørelsen er dateret før 1. januar 2020, hvor bekendtgørelsen trådte i kraft, så intet krav er prøvet; er datoen forkert, så ret den (/moede/dato, /indstilling/indstillingsdato, /afgoerelse/dato)",
            "The meeting, the recommendation or the decision is dated before 1 January 2020, when the regulation entered into force, so no requirement was tried; if the date is wrong, correct it (/moede/dato, /indstilling/indstillingsdato, /afgoerelse/dato)";
        /// Out of scope: another case, to which the municipality has not chosen to apply the regulation.
        OUTSIDE_NOT_CHOSEN = "outsideNotChosen",
            "Uden for anvendelsesområdet, fordi intet siger, at kommunen har valgt at anvende bekendtgørelsen (/sag/anvendBekendtgoerelsen); det gælder også, når planens kilde ikke har plads til at sige det",
            "Out of scope, because nothing says that the municipality has chosen to apply the regulation (/sag/anvendBekendtgoerelsen); that is so too where the source of the plan has no room to say it";
        /// A date from 2022 on.
        LATER_REGULATION = "laterRegulation",
            "Sagen har en dato fra 1. januar 2022 eller senere. Da gjaldt bekendtgørelse nr. 2408 af 13. december 2021; svarene her er efter reglerne fra 1. januar 2020. § 1, stk. 2-5, og §§ 4, 9, 10 og 15 har samme ordlyd. § 17 er ny: teamet skal behandle et ressourceforløb igen, når ingen indsats er begyndt inden 6 måneder. De øvrige paragraffer har ikke kunnet sammenholdes.",
            "The case has a date of 1 January 2022 or later. Regulation nr. 2408 of 13 December 2021 applied then; the answers here follow the rules of 1 January 2020. § 1, stk. 2-5, and §§ 4, 9, 10 and 15 have the same wording. § 17 is new: the team must handle a ressourceforløb again when no measure has begun within 6 months. The other paragraphs could not be compared.";
        /// A date from 30 December 2024 on, in a case of jobafklaring or of category 3.
        TEAM_OPTIONAL = "teamOptional",
            "Lov nr. 1657 af 30. december 2024 afskaffer kategori 3 og lader kommunen vælge, om et jobafklaringsforløb skal forelægges teamet. Hvornår loven trådte i kraft, er ikke fundet; undersøg, om sagen hører under den.",
            "Act nr. 1657 of 30 December 2024 abolishes category 3 and lets the municipality choose whether a jobafklaringsforløb is put to the team. When it took effect was not found; see whether the case falls under it.";
        /// A date from 30 December 2024 on, in a case that is put to the team.
        TEAM_COMPOSITION = "teamComposition",
            "Lov nr. 1657 af 30. december 2024 gør teamets sammensætning fri bortset fra to medlemmer. Hvornår loven trådte i kraft, er ikke fundet.",
            "Act nr. 1657 of 30 December 2024 leaves the composition of the team free but for two members. When it took effect was not found.";
        /// A date from 1 February 2026 on, in a case of ressourceforløb or revalidering.
        COURSES_ENDING = "coursesEnding",
            "Lov nr. 1750 af 29. december 2025 ophæver ressourceforløb og revalidering for nye borgere; løbende forløb fortsætter. Dele af loven gælder fra 1. februar 2026 og resten fra 1. juli; undersøg, om forløbet er nyt, og om det stadig kan bevilges.",
            "Act nr. 1750 of 29 December 2025 ends ressourceforløb and revalidering for new citizens; running courses go on. Parts of it apply from 1 February 2026 and the rest from 1 July; see whether the course is a new one, and whether it can still be granted.";
        /// A date from 1 July 2026 on, in a case of ressourceforløb or revalidering.
        COURSES_ENDED = "coursesEnded",
            "Et nyt ressourceforløb eller en ny revalidering kan ikke længere bevilges efter lov nr. 1750 af 29. december 2025; løbende forløb fortsætter. Undersøg, om forløbet er nyt.",
            "A new ressourceforløb or revalidering can no longer be granted under act nr. 1750 of 29 December 2025; running courses go on. See whether the course is a new one.";
        /// A date from 1 February 2026 on, in a case that is put to the team.
        TEAM_ENDING = "teamEnding",
            "Efter resuméet af forslaget til lov nr. 1750 af 29. december 2025 afløses kravet om behandling i teamet af en samlet beskrivelse og rådgivning fra en sundhedskoordinator, fra 1. februar eller 1. juli 2026. Undersøg, om sagen skal forelægges teamet.",
            "According to the summary of the bill for act nr. 1750 of 29 December 2025, the requirement of a team gives way to an overall description and advice from a health coordinator, from 1 February or 1 July 2026. See whether the case is to be put to the team.";
        /// A profile that is a proposal has effect.
        PROPOSAL = "proposal",
            "Rapporten bygger på et forslag, der ikke er gældende ret. Den er til analyse, ikke til sagsbehandling.",
            "The report is based on a proposal that is not law in force. It is for analysis, not for handling a case.";
        /// The check was limited to some rules or paths.
        LIMITED = "limited",
            "Kontrollen er begrænset til et udvalg af krav eller felter; rapporten siger intet om resten",
            "The check was limited to some requirements or fields; the report says nothing of the rest";
        /// The language check was switched off, has not been loaded, or is not in this build.
        NOT_SEARCHED = "notSearched",
            "Teksterne er ikke gennemsøgt: sprogkontrollen er slået fra eller ikke indlæst",
            "The texts were not searched: the language check is switched off or not loaded";
        /// The language check has found something, and may have missed more.
        ALL_TO_BE_JUDGED = "allToBeJudged",
            "Om alle teksterne alene beskriver, er stadig et skøn",
            "Whether all texts only describe is still for a person to judge";
        /// A fact that decides what kind of case it is, or whether § 12 or § 13 relaxes, cannot be read.
        KIND_UNREADABLE = "kindUnreadable",
            "En oplysning, der afgør sagens type eller en lempelse, kan ikke læses. Sagen er vist som den type, den er uden oplysningen; et krav, som den gør en forskel for, er ikke afgjort.",
            "A fact that decides what type of case it is, or whether a provision relaxes, cannot be read. The case is shown as the type that it is without the fact; a requirement for which it makes a difference was not determined.";
        /// Whether the regulation applies, or as which type of case, is not known, so that nothing was checked.
        NOTHING_TRIED = "nothingTried",
            "Intet krav er prøvet: en oplysning, der afgør sagens type, eller om bekendtgørelsen gælder for den, mangler eller kan ikke læses. Ret den; fundet viser hvordan.",
            "No requirement was tried: a fact that decides what type of case it is, or whether the regulation applies to it, is missing or cannot be read. Correct it; the finding on it says how.";
        /// The dates that decide whether the case is older than the regulation cannot be read.
        AGE_UNKNOWN = "ageUnknown",
            "Datoen for mødet, indstillingen eller afgørelsen kan ikke læses, så det er uvist, om sagen er fra før 1. januar 2020, hvor bekendtgørelsen trådte i kraft. Svarene gælder kun, hvis den ikke er. Ret datoen.",
            "The date of the meeting, the recommendation or the decision cannot be read, so it is not known whether the case is from before 1 January 2020, when the regulation entered into force. The answers hold only if it is not. Correct the date.";
        /// Nothing is missing, but nothing was seen to be right either.
        NOTHING_MET = "nothingMet",
            "Intet krav er prøvet og fundet opfyldt; rapporten siger derfor ikke, at planen er i orden",
            "No requirement was checked and found to be met; so the report does not say that the plan is in order";
        /// The check is limited to rules beside the regulation.
        ONLY_BESIDE = "onlyBeside",
            "Kun krav fra profiler er prøvet, og svarene på dem står for sig; ingen af bekendtgørelsens egne krav er prøvet, så om dem siger rapporten intet",
            "Only rules that profiles add were tried, and their answers stand by themselves; none of the regulation's own was, so the report says nothing of those";
        /// JA13D before the last phase.
        NO_REQUIREMENT_YET = "noRequirementYet",
            "Ingen krav gælder i denne fase efter § 1, stk. 2. Intet er prøvet; først indsatsdelen skal opfylde krav.",
            "No requirement applies in this phase under § 1, stk. 2. Nothing was checked; only the indsatsdel will have requirements to meet.";
        /// What decides has no place in the source.
        NOT_IN_SOURCE = "notInSource",
            "Findes ikke i kilden: kravet kan ikke afgøres, fordi noget, det ser på eller afhænger af, ikke har plads i det udtræk eller dokument, planen kommer fra",
            "Not in the source: the requirement cannot be determined, because something that it looks at or depends on has no place in the export or document that the plan comes from",
            do "Se efter i sagen selv, eller tag feltet med i udtrækket",
            "Look in the case itself, or include the field in the export";
    }
}

#[cfg(all(test, feature = "texts", not(feature = "english")))]
mod tests {
    use super::Lang;
    use crate::Checker;

    #[test]
    fn a_report_says_danish_of_danish_texts() {
        let report = Checker::new().check_str("{}").map(|report| report.to_json(Lang::En));
        assert!(report.is_ok_and(|report| report.contains("\"lang\":\"da\"") && !report.contains("/en/")));
    }
}
