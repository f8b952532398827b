use super::{Date, Field, List, Text};

codes! {
    /// Somebody who took part in the meeting (§ 6).
    #[da = "En, der deltog i mødet (§ 6)."]
    pub enum Deltager {
        /// The citizen.
        #[da = "Borgeren."]
        Borger = "borger" => "Borgeren", "The citizen",
        /// The citizen's caseworker.
        #[da = "Borgerens sagsbehandler."]
        Sagsbehandler = "sagsbehandler" => "Sagsbehandler", "Caseworker",
        /// The coordinating caseworker; also the citizen's caseworker.
        #[da = "Den koordinerende sagsbehandler; det er også borgerens sagsbehandler."]
        KoordinerendeSagsbehandler = "koordinerendeSagsbehandler" => "Koordinerende sagsbehandler", "Coordinating caseworker",
        /// The citizen's representative or companion.
        #[da = "Borgerens partsrepræsentant eller bisidder."]
        Repraesentant = "repraesentant" | "bisidder" | "partsrepraesentant" => "Borgerens repræsentant eller bisidder", "The citizen's representative or companion",
        /// The team's member for employment.
        #[da = "Teamets medlem fra beskæftigelsesområdet."]
        Beskaeftigelse = "beskaeftigelse" => "Medlem fra beskæftigelsesområdet", "Member for employment",
        /// The team's member for health.
        #[da = "Teamets medlem fra sundhedsområdet."]
        Sundhed = "sundhed" => "Medlem fra sundhedsområdet", "Member for health",
        /// The team's member for social matters.
        #[da = "Teamets medlem fra socialområdet."]
        Social = "social" => "Medlem fra socialområdet", "Member for social matters",
        /// The team's member for education.
        #[da = "Teamets medlem fra uddannelsesområdet."]
        Uddannelse = "uddannelse" => "Medlem fra uddannelsesområdet", "Member for education",
        /// The region's health coordinator.
        #[da = "Regionens sundhedskoordinator."]
        Sundhedskoordinator = "sundhedskoordinator" => "Sundhedskoordinator", "Health coordinator",
        /// A business consultant.
        #[da = "En virksomhedskonsulent."]
        Virksomhedskonsulent = "virksomhedskonsulent" => "Virksomhedskonsulent", "Business consultant",
        /// Whoever leads the meeting.
        #[da = "Den, der leder mødet."]
        Moedeleder = "moedeleder" => "Mødeleder", "Chair of the meeting",
        /// Somebody else.
        #[da = "En anden."]
        Anden = "anden" => "Anden", "Other",
    }
}

part! {
    /// The meeting of the rehabiliteringsteam (§ 3, stk. 1; § 6).
    #[da = "Mødet i rehabiliteringsteamet (§ 3, stk. 1; § 6)."]
    pub struct Moede<'a> {
        /// The day of the meeting. ISO date.
        #[da = "Dagen for mødet. ISO-dato."]
        dato: Field<Date> => "dato", "Mødedato", "Date of the meeting", "§ 3, stk. 1, 1. pkt.";
        /// Who took part.
        #[da = "Hvem der deltog."]
        deltagere: List<Field<Deltager>> => "deltagere", "Deltagere", "Participants", "§ 6, 1. pkt.";
        /// The meetings at which the case was put to the team again.
        #[da = "De møder, hvor sagen blev forelagt teamet igen."]
        genforelaeggelser: List<Genforelaeggelse> => "genforelaeggelser", "Nye forelæggelser", "Later meetings", "profil: vejledning/V9 og proces/PR4";
        /// Whether a member of the team was absent at short notice.
        #[da = "Om et medlem af teamet var akut fraværende."]
        akut_fravaer: Field<bool> => "akutFravaer", "Akut fravær", "Sudden absence", "profil: forsøgets tema 4";
        /// Whether the absent member had given an assessment to whoever led the meeting.
        #[da = "Om den fraværende havde givet sin vurdering til mødelederen."]
        fravaerendes_vurdering: Field<bool> => "fravaerendesVurdering", "Den fraværendes vurdering er afgivet til mødelederen", "The absent member's assessment was given to the chair", "profil: forsøgets tema 4";
        /// Why the others could cover for the absent member.
        #[da = "Hvorfor de øvrige kunne dække for den fraværende."]
        oevrige_kan_daekke: Field<Text<'a>> => "oevrigeKanDaekke", "Vurdering af, at de øvrige kan dække", "Assessment that the others can cover", "profil: forsøgets tema 4";
    }
}

part! {
    /// A meeting at which the case was put to the team again.
    #[da = "Et møde, hvor sagen blev forelagt teamet igen."]
    pub struct Genforelaeggelse {
        /// The day of the meeting. ISO date.
        #[da = "Dagen for mødet. ISO-dato."]
        dato: Field<Date> => "dato", "Mødedato", "Date of the meeting", "profil: vejledning/V9";
        /// Who took part.
        #[da = "Hvem der deltog."]
        deltagere: List<Field<Deltager>> => "deltagere", "Deltagere", "Participants", "profil: proces/PR4";
    }
}
