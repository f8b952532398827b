//! The document as the municipality writes it: one file per part.
//!
//! JSON keys are Danish, ASCII and camelCase; where the national data exchange has a name, it is used (`startdato`,
//! `slutdato`, `indstillingsdato`, `ansvarligMyndighed`, `timerPrUge`). Every field may be left out. A field's
//! documentation names the provision it serves; the same texts stand in the JSON Schema.

use crate::input::InputFinding;
use crate::reply;

#[macro_use]
mod macros;

mod afgoerelse;
mod dokument;
mod forberedende_del;
mod forsoeg;
mod indsatsdel;
mod indstilling;
mod laege;
mod moede;
#[doc(hidden)]
pub mod place;
mod sag;
mod selvstaendig;
pub(crate) mod value;

pub use afgoerelse::{Afgoerelse, Afgoerelsesudfald};
pub use dokument::Dokument;
pub use forberedende_del::{
    Arbejdsevne, ForberedendeDel, Forsoergelsesperiode, Helbred, HidtidigIndsats, Indsats, Markering,
    PersonligeRessourcer, Sagsgruppe, Samarbejde, Udfordringer,
};
pub use forsoeg::{Forsoeg, Laegeoplysning};
pub use indsatsdel::{
    Delmaal, Forloeb, Indsatsdel, Indsatshjemmel, Maal, Mentor, MinPlan, MinPlanIndsats, Opfoelgning, Periode, Tilbud,
};
pub use indstilling::{
    AndenIndsats, FleksjobIndstilling, Forhold, IndstilletIndsats, Indstilling, PensionIndstilling, TilskudIndstilling,
    Udfald,
};
pub use laege::{Laege, LaegeFritagelse, Laegeart, Laegerolle};
pub use moede::{Deltager, Genforelaeggelse, Moede};
pub use sag::{Sag, Sagstype};
pub use selvstaendig::Selvstaendig;
pub use value::{Anything, Count, Date, Field, List, Number, State, Text, TextOrNumber};

codes! {
    /// The four areas that objectives and measures belong to (§ 5, stk. 1, nr. 2; § 8, stk. 5, nr. 2; § 11, nr. 1).
    #[da = "De fire områder, som delmål og indsatser hører til (§ 5, stk. 1, nr. 2; § 8, stk. 5, nr. 2; § 11, nr. 1)."]
    pub enum Omraade {
        /// Employment.
        #[da = "Beskæftigelse."]
        Beskaeftigelse = "beskaeftigelse" => "Beskæftigelse", "Employment",
        /// Education.
        #[da = "Uddannelse."]
        Uddannelse = "uddannelse" => "Uddannelse", "Education",
        /// Social matters.
        #[da = "Sociale forhold."]
        Social = "social" => "Sociale forhold", "Social matters",
        /// Health.
        #[da = "Sundhed."]
        Sundhed = "sundhed" | "helbred" => "Sundhed", "Health",
    }
}

codes! {
    /// What kind of measure it is. No provision of the regulation asks for it; guidance and analyses do.
    #[da = "Hvilken slags indsats det er. Ingen bestemmelse i bekendtgørelsen kræver det; det gør vejledning og analyser."]
    pub enum Indsatstype {
        /// A measure at a workplace.
        #[da = "En virksomhedsrettet indsats."]
        Virksomhedsrettet = "virksomhedsrettet" => "Virksomhedsrettet indsats", "Measure at a workplace",
        /// Mentor.
        #[da = "Mentor."]
        Mentor = "mentor" => "Mentor", "Mentor",
        /// A social measure.
        #[da = "En social indsats."]
        Social = "social" => "Social indsats", "Social measure",
        /// A health measure.
        #[da = "En sundhedsindsats."]
        Sundhed = "sundhed" => "Sundhedsindsats", "Health measure",
        /// Education or training.
        #[da = "Uddannelse eller opkvalificering."]
        Uddannelse = "uddannelse" => "Uddannelse eller opkvalificering", "Education or training",
        /// Another kind.
        #[da = "En anden slags."]
        Anden = "anden" => "Anden indsats", "Another measure",
    }
}

/// One field of the plan, for forms, documentation and "did you mean".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct FieldInfo {
    /// The name in Rust, with which [`pointer!`](crate::pointer) names the field.
    pub name: &'static str,
    /// The JSON key.
    pub key: &'static str,
    /// What a person calls the field. For whoever explains fields, so not in the smallest build.
    #[cfg(feature = "profiles")]
    pub title: crate::text::Wording,
    /// The provision that the field serves.
    #[cfg(feature = "profiles")]
    pub provision: &'static str,
    /// What the field holds.
    pub kind: FieldKind,
}

/// What a field of the plan holds, so that whoever names a field from outside can be told when there is none, or when
/// it cannot hold what is asked of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Free text.
    Text,
    /// A date.
    Date,
    /// True or false.
    Boolean,
    /// A number.
    Number,
    /// One of a closed list of codes.
    Code {
        /// The codes as they are written.
        codes: &'static [&'static str],
    },
    /// Anything at all, in a place that the regulation wants empty.
    Anything,
    /// An object of the plan.
    Part {
        /// Its fields.
        fields: &'static [FieldInfo],
    },
    /// A list.
    List {
        /// What its entries are.
        entry: &'static FieldKind,
    },
}

impl FieldKind {
    /// Whether a text stands for nothing at a place of this kind, as whoever reads a plan takes it (A35).
    #[must_use]
    pub fn is_blank(&self, text: &str) -> bool {
        match self {
            Self::Text => reply::is_blank(text),
            Self::Date | Self::Number => reply::is_placeholder_alone(text),
            _ => reply::is_no_value(text),
        }
    }
}

impl Plan<'_> {
    /// A plan in which nothing is filled in. (In a browser once, and not as long code in every place that begins with one.)
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn empty() -> Self {
        Self::default()
    }

    /// The days of what happens in a case, the one that counts first: the meeting, the recommendation, the decision.
    pub(crate) fn days(&self) -> [&Field<Date>; 3] {
        [&self.moede.dato, &self.indstilling.dato, &self.afgoerelse.dato]
    }

    /// The same plan, which borrows nothing from the document that it was read from.
    #[must_use]
    pub fn into_owned(self) -> Plan<'static> {
        value::IntoOwned::into_owned(self)
    }

    /// The fields of a plan; those of its parts are found through their kind.
    #[must_use]
    pub fn fields() -> &'static [FieldInfo] {
        Self::FIELDS
    }

    /// Goes through every place of a plan, in the order of the declaration, those in parts and lists too: each with its JSON Pointer,
    /// in which `*` stands for any entry of a list; the field that stands there, for an entry that of its list; and what the place
    /// holds.
    ///
    /// ```
    /// use rehabplan::plan::Plan;
    ///
    /// let mut dates = 0;
    /// Plan::each_place(&mut |pointer, field, _| dates += usize::from(pointer.contains("/*/") && field.key == "dato"));
    /// assert!(dates > 1);
    /// ```
    pub fn each_place(see: &mut dyn FnMut(&str, &'static FieldInfo, FieldKind)) {
        Self::FIELDS.iter().for_each(|field| field.each_place(field.key, field.kind, &mut String::new(), see));
    }
}

impl FieldInfo {
    fn each_place(
        &'static self,
        step: &str,
        kind: FieldKind,
        above: &mut String,
        see: &mut dyn FnMut(&str, &'static Self, FieldKind),
    ) {
        let length = above.len();
        above.push('/');
        above.push_str(step);
        see(above, self, kind);
        match kind {
            FieldKind::Part { fields } => {
                fields.iter().for_each(|field| field.each_place(field.key, field.kind, above, see))
            }
            FieldKind::List { entry } => self.each_place("*", *entry, above, see),
            _ => {}
        }
        above.truncate(length);
    }
}

part! {
    /// A whole case: the facts of the case and the parts of the plan that exist so far.
    #[da = "En hel sag: sagens oplysninger og de dele af planen, der findes indtil nu."]
    pub struct Plan<'a> {
        /// What the case is about. Decides which case variant, and so which requirements, apply.
        #[da = "Hvad sagen handler om. Afgør, hvilken sagstype det er, og dermed hvilke krav der gælder."]
        sag: Sag<'a> => "sag", "Sagen", "The case", "§ 1";
        /// The preparatory part of the plan.
        #[da = "Planens forberedende del."]
        forberedende_del: ForberedendeDel<'a> => "forberedendeDel", "Forberedende del", "Preparatory part", "§§ 2-4, 12-15";
        /// The team's meeting.
        #[da = "Teamets møde."]
        moede: Moede<'a> => "moede", "Møde i rehabiliteringsteamet", "Meeting of the rehabilitation team", "§§ 3 og 6";
        /// The team's recommendation.
        #[da = "Teamets indstilling."]
        indstilling: Indstilling<'a> => "indstilling", "Rehabiliteringsteamets indstilling", "The rehabilitation team's recommendation", "§§ 7-11, 16";
        /// The municipality's decision.
        #[da = "Kommunens afgørelse."]
        afgoerelse: Afgoerelse => "afgoerelse", "Kommunens afgørelse", "The municipality's decision", "§ 2, stk. 3, og § 5";
        /// The course (ressourceforløb, jobafklaringsforløb or sygedagpengeforløb) that the indsatsdel belongs to.
        #[da = "Det forløb (ressourceforløb, jobafklaringsforløb eller sygedagpengeforløb), som indsatsdelen hører til."]
        forloeb: Forloeb => "forloeb", "Forløbet", "The course", "§ 5, stk. 2";
        /// The part of the plan that holds goals, measures and follow-up.
        #[da = "Den del af planen, der rummer mål, indsatser og opfølgning."]
        indsatsdel: Indsatsdel<'a> => "indsatsdel", "Indsatsdel", "Indsatsdel", "§ 5";
        /// The citizen's Min Plan, in so far as it shows the measures.
        #[da = "Borgerens Min Plan, for så vidt den viser indsatserne."]
        min_plan: MinPlan<'a> => "minPlan", "Min Plan", "Min Plan", "§ 5, stk. 3";
        /// The facts of a trial that exempts from the regulation. Nothing in §§ 1-16 looks at them.
        #[da = "Oplysninger om et forsøg, der fritager fra bekendtgørelsen. Intet i §§ 1-16 ser på dem."]
        forsoeg: Forsoeg<'a> => "forsoeg", "Forsøg", "Trial", "profil: forsoeg/nordjylland-2017";
    }
    /// What could not be read, and what is odd about the document, so that a report on the plan says it too. Empty in a
    /// plan that was built in Rust. The order is that of the fields; what is about keys that a plan does not have comes
    /// last.
    beside input: Vec<InputFinding>;
}
