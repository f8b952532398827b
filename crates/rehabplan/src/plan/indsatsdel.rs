use super::{Count, Date, Field, Indsatstype, List, Number, Omraade, Text};

codes! {
    /// The provision that a measure is given under. The regulation does not ask for it; a later one does.
    #[da = "Den bestemmelse, som en indsats gives efter. Bekendtgørelsen kræver den ikke; det gør en senere."]
    pub enum Indsatshjemmel {
        /// An offer under chapter 11 of the act on active employment measures.
        #[da = "Et tilbud efter kapitel 11 i lov om en aktiv beskæftigelsesindsats."]
        LabKapitel11 = "labKapitel11" => "Kapitel 11 i lov om en aktiv beskæftigelsesindsats", "Chapter 11 of the act on active employment measures",
        /// An offer under chapter 12 of the act on active employment measures.
        #[da = "Et tilbud efter kapitel 12 i lov om en aktiv beskæftigelsesindsats."]
        LabKapitel12 = "labKapitel12" => "Kapitel 12 i lov om en aktiv beskæftigelsesindsats", "Chapter 12 of the act on active employment measures",
        /// An offer under chapter 14 of the act on active employment measures.
        #[da = "Et tilbud efter kapitel 14 i lov om en aktiv beskæftigelsesindsats."]
        LabKapitel14 = "labKapitel14" => "Kapitel 14 i lov om en aktiv beskæftigelsesindsats", "Chapter 14 of the act on active employment measures",
        /// A measure under the social services act.
        #[da = "En indsats efter serviceloven."]
        Serviceloven = "serviceloven" => "Serviceloven", "The social services act",
        /// A municipal measure under the health act.
        #[da = "En kommunal indsats efter sundhedsloven."]
        Sundhedsloven = "sundhedsloven" => "Sundhedsloven", "The health act",
        /// Anything else, such as treatment in a hospital.
        #[da = "Noget andet, som behandling på et sygehus."]
        Anden = "anden" => "Noget andet", "Something else",
    }
}

part! {
    /// The course that the indsatsdel belongs to (§ 5, stk. 2). Its kind follows the decision.
    #[da = "Det forløb, som indsatsdelen hører til (§ 5, stk. 2). Dets art følger afgørelsen."]
    pub struct Forloeb {
        /// First day. ISO date.
        #[da = "Første dag. ISO-dato."]
        startdato: Field<Date> => "startdato", "Forløbets første dag", "First day of the course", "§ 5, stk. 2";
        /// Last expected day, included. ISO date.
        #[da = "Forventet sidste dag, medregnet. ISO-dato."]
        slutdato: Field<Date> => "slutdato", "Forløbets forventede sidste dag", "Expected last day of the course", "§ 5, stk. 2";
        /// Expected length in whole months, where the dates are not known.
        #[da = "Forventet længde i hele måneder, når datoerne ikke kendes."]
        varighed_maaneder: Field<Count<1, 600>> => "varighedMaaneder", "Forventet varighed i måneder", "Expected duration in months", "§ 5, stk. 2";
        /// Periods of exemption from availability, and periods without contact. Both days are included.
        #[da = "Perioder med fritagelse for at stå til rådighed, og perioder uden kontakt. Begge dage er medregnet."]
        ikke_medregnede_perioder: List<Periode> => "ikkeMedregnedePerioder", "Perioder fritaget for rådighed eller uden kontakt", "Periods exempt from availability or without contact", "profil: senere/2022-genbehandling";
        /// Hours of ordinary paid work in the first 6 months of the course, all together.
        #[da = "Timer med ordinært lønnet arbejde i forløbets første 6 måneder, i alt."]
        ordinaere_timer: Field<Number<0, 5000>> => "ordinaereTimer", "Ordinære løntimer i de første 6 måneder", "Ordinary paid hours in the first 6 months", "profil: senere/2022-genbehandling";
    }
}

part! {
    /// Goals, measures and follow-up (§ 5).
    #[da = "Mål, indsatser og opfølgning (§ 5)."]
    pub struct Indsatsdel<'a> {
        /// The day on which the part was made. ISO date.
        #[da = "Den dag, delen blev udarbejdet. ISO-dato."]
        dato: Field<Date> => "dato", "Udarbejdet den", "Made on", "§ 7, stk. 4";
        /// The goal.
        #[da = "Målet."]
        maal: Maal<'a> => "maal", "Mål", "Goals", "§ 5, stk. 1, nr. 1";
        /// The objectives that lead to the goal.
        #[da = "De delmål, der fører til målet."]
        delmaal: List<Delmaal<'a>> => "delmaal", "Delmål", "Objectives", "§ 5, stk. 1, nr. 2";
        /// Reasons for all of the objectives.
        #[da = "Begrundelse for alle delmålene."]
        delmaal_begrundelse: Field<Text<'a>> => "delmaalBegrundelse", "Fælles begrundelse for delmålene", "Common reasons for the objectives", "§ 5, stk. 1, nr. 2";
        /// The measures and activities.
        #[da = "Tilbud og aktiviteter."]
        tilbud: List<Tilbud<'a>> => "tilbud", "Tilbud og aktiviteter", "Measures and activities", "§ 5, stk. 1, nr. 3";
        /// The short-term goal of all of them.
        #[da = "Målet på kort sigt for dem alle."]
        kortsigtet_maal: Field<Text<'a>> => "kortsigtetMaal", "Fælles mål på kort sigt", "Common short-term goal", "§ 5, stk. 1, nr. 3";
        /// The follow-up, in words.
        #[da = "Opfølgningen i ord."]
        opfoelgning: Field<Text<'a>> => "opfoelgning", "Opfølgning", "Follow-up", "§ 5, stk. 1, nr. 4";
        /// The follow-up, one by one.
        #[da = "Opfølgningerne, en for en."]
        opfoelgninger: List<Opfoelgning<'a>> => "opfoelgninger", "Opfølgninger", "Follow-ups", "§ 5, stk. 1, nr. 4";
        /// Mentor.
        #[da = "Mentor."]
        mentor: Mentor<'a> => "mentor", "Mentor", "Mentor", "§ 5, stk. 1, nr. 4";
        /// The periods for which measures and follow-up are laid down.
        #[da = "De perioder, som indsats og opfølgning er lagt fast for."]
        perioder: List<Periode> => "perioder", "Planperioder", "Plan periods", "§ 5, stk. 2";
        /// The day on which the part was last updated. ISO date.
        #[da = "Den dag, delen sidst blev opdateret. ISO-dato."]
        senest_opdateret: Field<Date> => "senestOpdateret", "Senest opdateret", "Last updated", "§ 5, stk. 2";
        /// The coordinating caseworker, by name or by role.
        #[da = "Den koordinerende sagsbehandler, ved navn eller rolle."]
        koordinerende_sagsbehandler: Field<Text<'a>> => "koordinerendeSagsbehandler", "Koordinerende sagsbehandler", "Coordinating caseworker", "profil: vejledning/V10 og proces/PR5";
        /// Whether the part was made together with the citizen.
        #[da = "Om delen er udarbejdet sammen med borgeren."]
        samarbejde_med_borger: Field<bool> => "samarbejdeMedBorger", "Indsatsdelen er udarbejdet sammen med borgeren", "The indsatsdel was made together with the citizen", "profil: vejledning/V10";
        /// Follow-up conversations, planned or held, in 12 months; in a shorter course, in all of it.
        #[da = "Opfølgningssamtaler, planlagt eller holdt, på 12 måneder; i et kortere forløb i hele forløbet."]
        samtaler_pr_12_maaneder: Field<Count<0, 366>> => "samtalerPr12Maaneder", "Opfølgningssamtaler på 12 måneder", "Follow-up conversations in 12 months", "profil: proces/PR6";
    }
}

part! {
    /// The goal (§ 5, stk. 1, nr. 1).
    #[da = "Målet (§ 5, stk. 1, nr. 1)."]
    pub struct Maal<'a> {
        /// A concrete job or education goal.
        #[da = "Et konkret job- eller uddannelsesmål."]
        konkret: Field<Text<'a>> => "konkret", "Konkret mål", "Concrete goal", "§ 5, stk. 1, nr. 1, 1. pkt.";
        /// An overall goal, such as a trade or a function.
        #[da = "Et overordnet mål, som en branche eller en funktion."]
        overordnet: Field<Text<'a>> => "overordnet", "Overordnet mål", "Overall goal", "§ 5, stk. 1, nr. 1, 2. pkt.";
        /// Whether a concrete goal is not possible.
        #[da = "Om et konkret mål ikke er muligt."]
        konkret_ikke_muligt: Field<bool> => "konkretIkkeMuligt", "Konkret mål er ikke muligt", "A concrete goal is not possible", "§ 5, stk. 1, nr. 1, 2. pkt.";
    }
}

part! {
    /// One objective (§ 5, stk. 1, nr. 2).
    #[da = "Et delmål (§ 5, stk. 1, nr. 2)."]
    pub struct Delmaal<'a> {
        /// What it is.
        #[da = "Hvad det er."]
        beskrivelse: Field<Text<'a>> => "beskrivelse", "Delmål", "Objectives", "§ 5, stk. 1, nr. 2";
        /// The area it belongs to.
        #[da = "Det område, det hører til."]
        omraade: Field<Omraade> => "omraade", "Område", "Area", "§ 5, stk. 1, nr. 2";
        /// Why it leads to the goal.
        #[da = "Hvorfor det fører til målet."]
        begrundelse: Field<Text<'a>> => "begrundelse", "Begrundelse", "Reasons", "§ 5, stk. 1, nr. 2";
    }
}

part! {
    /// One measure or activity (§ 5, stk. 1, nr. 3).
    #[da = "Et tilbud eller en aktivitet (§ 5, stk. 1, nr. 3)."]
    pub struct Tilbud<'a> {
        /// The id of the measure, the same here and in Min Plan.
        #[da = "Tilbuddets id, det samme her og i Min Plan."]
        id: Field<Text<'a>> => "aktivitetIdentifier", "Aktivitetens id", "Id of the activity", "§ 5, stk. 3, 1. pkt.";
        /// What it is.
        #[da = "Hvad det er."]
        beskrivelse: Field<Text<'a>> => "beskrivelse", "Tilbud eller aktivitet", "Measure or activity", "§ 5, stk. 1, nr. 3";
        /// What it is to achieve in the short term.
        #[da = "Hvad der skal opnås på kort sigt."]
        kortsigtet_maal: Field<Text<'a>> => "kortsigtetMaal", "Mål på kort sigt", "Short-term goal", "§ 5, stk. 1, nr. 3";
        /// First day. ISO date.
        #[da = "Første dag. ISO-dato."]
        startdato: Field<Date> => "startdato", "Fra og med", "First day", "§ 5, stk. 2";
        /// Last day, included. ISO date.
        #[da = "Sidste dag, medregnet. ISO-dato."]
        slutdato: Field<Date> => "slutdato", "Til og med", "Last day", "§ 5, stk. 2";
        /// The authority that is responsible for the measure.
        #[da = "Den myndighed, der er ansvarlig for tilbuddet."]
        ansvarlig_myndighed: Field<Text<'a>> => "ansvarligMyndighed", "Ansvarlig myndighed", "Responsible authority", "§ 5, stk. 1, nr. 3";
        /// The kind of measure.
        #[da = "Indsatsens slags."]
        indsatstype: Field<Indsatstype> => "indsatstype", "Indsatstype", "Kind of measure", "profil: proces/PR12";
        /// The provision that the measure is given under.
        #[da = "Den bestemmelse, indsatsen gives efter."]
        hjemmel: Field<Indsatshjemmel> => "hjemmel", "Indsatsens hjemmel", "Legal basis of the measure", "profil: senere/2022-genbehandling";
    }
}

part! {
    /// One follow-up (§ 5, stk. 1, nr. 4).
    #[da = "En opfølgning (§ 5, stk. 1, nr. 4)."]
    pub struct Opfoelgning<'a> {
        /// The day. ISO date.
        #[da = "Dagen. ISO-dato."]
        dato: Field<Date> => "dato", "Dato", "Date", "§ 5, stk. 1, nr. 4";
        /// What it is about.
        #[da = "Hvad den handler om."]
        beskrivelse: Field<Text<'a>> => "beskrivelse", "Opfølgning", "Follow-up", "§ 5, stk. 1, nr. 4";
    }
}

part! {
    /// Mentor (§ 5, stk. 1, nr. 4).
    #[da = "Mentor (§ 5, stk. 1, nr. 4)."]
    pub struct Mentor<'a> {
        /// Whether a mentor is needed.
        #[da = "Om der er behov for en mentor."]
        behov: Field<bool> => "behov", "Behov for mentor", "Need for a mentor", "§ 5, stk. 1, nr. 4";
        /// The mentor's role and tasks.
        #[da = "Mentorens rolle og opgaver."]
        rolle_og_opgaver: Field<Text<'a>> => "rolleOgOpgaver", "Mentorens rolle og opgaver", "The mentor's role and tasks", "§ 5, stk. 1, nr. 4";
    }
}

part! {
    /// A period for which measures and follow-up are laid down (§ 5, stk. 2). Both days are included.
    #[da = "En periode, som indsats og opfølgning er lagt fast for (§ 5, stk. 2). Begge dage er medregnet."]
    pub struct Periode {
        /// First day. ISO date.
        #[da = "Første dag. ISO-dato."]
        startdato: Field<Date> => "startdato", "Fra og med", "First day", "§ 5, stk. 2";
        /// Last day, included. ISO date.
        #[da = "Sidste dag, medregnet. ISO-dato."]
        slutdato: Field<Date> => "slutdato", "Til og med", "Last day", "§ 5, stk. 2";
    }
}

part! {
    /// The citizen's Min Plan (§ 5, stk. 3).
    #[da = "Borgerens Min Plan (§ 5, stk. 3)."]
    pub struct MinPlan<'a> {
        /// Whether the indsatsdel is part of Min Plan.
        #[da = "Om indsatsdelen indgår i Min Plan."]
        indgaar: Field<bool> => "indgaar", "Indsatsdelen indgår i Min Plan", "The indsatsdel is part of Min Plan", "§ 5, stk. 3, 1. pkt.";
        /// Whether Min Plan holds everything, so that there is no separate indsatsdel.
        #[da = "Om Min Plan rummer det hele, så der ingen særskilt indsatsdel er."]
        indeholder_alt: Field<bool> => "indeholderAlt", "Alle oplysninger står i Min Plan", "All information stands in Min Plan", "§ 5, stk. 3, 2. pkt.";
        /// The measures that Min Plan shows.
        #[da = "De indsatser, som Min Plan viser."]
        indsatser: List<MinPlanIndsats<'a>> => "indsatser", "Indsatser i Min Plan", "Measures in Min Plan", "§ 5, stk. 3, 1. pkt.";
        /// What Min Plan holds instead of a separate indsatsdel.
        #[da = "Hvad Min Plan rummer i stedet for en særskilt indsatsdel."]
        indsatsdel: Indsatsdel<'a> => "indsatsdel", "Indsatsdelens oplysninger i Min Plan", "The information of the indsatsdel in Min Plan", "§ 5, stk. 3, 2. pkt.";
    }
}

part! {
    /// One measure in Min Plan (§ 5, stk. 3, 1. pkt.).
    #[da = "En indsats i Min Plan (§ 5, stk. 3, 1. pkt.)."]
    pub struct MinPlanIndsats<'a> {
        /// The id of the measure, the same here and in the indsatsdel.
        #[da = "Indsatsens id, det samme her og i indsatsdelen."]
        id: Field<Text<'a>> => "aktivitetIdentifier", "Aktivitetens id", "Id of the activity", "§ 5, stk. 3, 1. pkt.";
        /// What it is.
        #[da = "Hvad det er."]
        beskrivelse: Field<Text<'a>> => "beskrivelse", "Indsats", "Measure", "§ 5, stk. 3, 1. pkt.";
    }
}
