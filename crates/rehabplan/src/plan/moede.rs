use super::{Date, Field, List};

codes! {
    /// Somebody who took part in the meeting (§ 6).
    pub enum Deltager {
        /// The citizen.
        Borger = "borger",
        /// The citizen's caseworker.
        Sagsbehandler = "sagsbehandler",
        /// The coordinating caseworker; also the citizen's caseworker.
        KoordinerendeSagsbehandler = "koordinerendeSagsbehandler",
        /// The citizen's representative or companion.
        Repraesentant = "repraesentant" | "bisidder" | "partsrepraesentant",
        /// The team's member for employment.
        Beskaeftigelse = "beskaeftigelse",
        /// The team's member for health.
        Sundhed = "sundhed",
        /// The team's member for social matters.
        Social = "social",
        /// The team's member for education.
        Uddannelse = "uddannelse",
        /// The region's health coordinator.
        Sundhedskoordinator = "sundhedskoordinator",
        /// A business consultant.
        Virksomhedskonsulent = "virksomhedskonsulent",
        /// Whoever leads the meeting.
        Moedeleder = "moedeleder",
        /// Somebody else.
        Anden = "anden",
    }
}

part! {
    /// The meeting of the rehabiliteringsteam (§ 3, stk. 1; § 6).
    pub struct Moede {
        /// The day of the meeting. ISO date.
        dato: Field<Date> => "dato", "Mødedato", "§ 3, stk. 1, 1. pkt.";
        /// Who took part.
        deltagere: List<Field<Deltager>> => "deltagere", "Deltagere", "§ 6, 1. pkt.";
    }
}
