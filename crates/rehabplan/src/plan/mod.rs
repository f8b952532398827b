//! The document as the municipality writes it: one file per part.
//!
//! JSON keys are Danish, ASCII and camelCase; where the national data exchange has a name, it is used (`startdato`,
//! `slutdato`, `indstillingsdato`, `ansvarligMyndighed`, `timerPrUge`). Every field may be left out. A field's
//! documentation names the provision it serves; the same texts stand in the JSON Schema.

#[macro_use]
mod macros;

mod afgoerelse;
mod forberedende_del;
mod indsatsdel;
mod indstilling;
mod laege;
mod moede;
mod sag;
mod selvstaendig;
pub(crate) mod value;

pub use afgoerelse::{Afgoerelse, Afgoerelsesudfald};
pub use forberedende_del::{
    Arbejdsevne, Dokument, ForberedendeDel, Forsoergelsesperiode, Helbred, HidtidigIndsats, Indsats, Markering,
    PersonligeRessourcer, Sagsgruppe, Samarbejde, Udfordringer,
};
pub use indsatsdel::{
    Delmaal, Forloeb, Indsatsdel, Maal, Mentor, MinPlan, MinPlanIndsats, Opfoelgning, Periode, Tilbud,
};
pub use indstilling::{
    AndenIndsats, FleksjobIndstilling, Forhold, IndstilletIndsats, Indstilling, PensionIndstilling, TilskudIndstilling,
    Udfald,
};
pub use laege::{Laege, LaegeFritagelse, Laegeart, Laegerolle};
pub use moede::{Deltager, Moede};
pub use sag::{Sag, Sagstype};
pub use selvstaendig::Selvstaendig;
pub use value::{Anything, Count, Date, Field, List, Number, State, Text, TextOrNumber};

codes! {
    /// The four areas that objectives and measures belong to (§ 5, stk. 1, nr. 2; § 8, stk. 5, nr. 2; § 11, nr. 1).
    pub enum Omraade {
        /// Employment.
        Beskaeftigelse = "beskaeftigelse",
        /// Education.
        Uddannelse = "uddannelse",
        /// Social matters.
        Social = "social",
        /// Health.
        Sundhed = "sundhed" | "helbred",
    }
}

/// One field of the plan, for forms, documentation and "did you mean".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldInfo {
    /// The JSON key.
    pub key: &'static str,
    /// What a person calls the field, in Danish.
    pub title: &'static str,
    /// The provision that the field serves.
    pub provision: &'static str,
}

part! {
    /// A whole case: the facts of the case and the parts of the plan that exist so far.
    pub struct Plan<'a> {
        /// What the case is about. Decides which case variant, and so which requirements, apply.
        sag: Sag<'a> => "sag", "Sagen", "§ 1";
        /// The preparatory part of the plan.
        forberedende_del: ForberedendeDel<'a> => "forberedendeDel", "Forberedende del", "§§ 2-4, 12-15";
        /// The team's meeting.
        moede: Moede => "moede", "Møde i rehabiliteringsteamet", "§§ 3 og 6";
        /// The team's recommendation.
        indstilling: Indstilling<'a> => "indstilling", "Rehabiliteringsteamets indstilling", "§§ 7-11, 16";
        /// The municipality's decision.
        afgoerelse: Afgoerelse => "afgoerelse", "Kommunens afgørelse", "§ 2, stk. 3, og § 5";
        /// The course (ressourceforløb, jobafklaringsforløb or sygedagpengeforløb) that the indsatsdel belongs to.
        forloeb: Forloeb => "forloeb", "Forløbet", "§ 5, stk. 2";
        /// The part of the plan that holds goals, measures and follow-up.
        indsatsdel: Indsatsdel<'a> => "indsatsdel", "Indsatsdel", "§ 5";
        /// The citizen's Min Plan, in so far as it shows the measures.
        min_plan: MinPlan<'a> => "minPlan", "Min Plan", "§ 5, stk. 3";
    }
}
