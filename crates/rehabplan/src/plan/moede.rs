use super::{Date, Field, List, Text};

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
    pub struct Moede<'a> {
        /// The day of the meeting. ISO date.
        dato: Field<Date> => "dato", "Mødedato", "§ 3, stk. 1, 1. pkt.";
        /// Who took part.
        deltagere: List<Field<Deltager>> => "deltagere", "Deltagere", "§ 6, 1. pkt.";
        /// The meetings at which the case was put to the team again.
        genforelaeggelser: List<Genforelaeggelse> => "genforelaeggelser", "Nye forelæggelser", "profil: vejledning/V9 og proces/PR4";
        /// Whether a member of the team was absent at short notice.
        akut_fravaer: Field<bool> => "akutFravaer", "Akut fravær", "profil: forsøgets tema 4";
        /// Whether the absent member had given an assessment to whoever led the meeting.
        fravaerendes_vurdering: Field<bool> => "fravaerendesVurdering", "Den fraværendes vurdering er afgivet til mødelederen", "profil: forsøgets tema 4";
        /// Why the others could cover for the absent member.
        oevrige_kan_daekke: Field<Text<'a>> => "oevrigeKanDaekke", "Vurdering af, at de øvrige kan dække", "profil: forsøgets tema 4";
    }
}

part! {
    /// A meeting at which the case was put to the team again.
    pub struct Genforelaeggelse {
        /// The day of the meeting. ISO date.
        dato: Field<Date> => "dato", "Mødedato", "profil: vejledning/V9";
        /// Who took part.
        deltagere: List<Field<Deltager>> => "deltagere", "Deltagere", "profil: proces/PR4";
    }
}
