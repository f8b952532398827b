use super::{Count, Date, Field, Indsatstype, List, Number, Omraade, Text};

codes! {
    /// The provision that a measure is given under. The regulation does not ask for it; a later one does.
    pub enum Indsatshjemmel {
        /// An offer under chapter 11 of the act on active employment measures.
        LabKapitel11 = "labKapitel11",
        /// An offer under chapter 12 of the act on active employment measures.
        LabKapitel12 = "labKapitel12",
        /// An offer under chapter 14 of the act on active employment measures.
        LabKapitel14 = "labKapitel14",
        /// A measure under the social services act.
        Serviceloven = "serviceloven",
        /// A municipal measure under the health act.
        Sundhedsloven = "sundhedsloven",
        /// Anything else, such as treatment in a hospital.
        Anden = "anden",
    }
}

part! {
    /// The course that the indsatsdel belongs to (§ 5, stk. 2). Its kind follows the decision.
    pub struct Forloeb {
        /// First day. ISO date.
        startdato: Field<Date> => "startdato", "Forløbets første dag", "§ 5, stk. 2";
        /// Last expected day, included. ISO date.
        slutdato: Field<Date> => "slutdato", "Forløbets forventede sidste dag", "§ 5, stk. 2";
        /// Expected length in whole months, where the dates are not known.
        varighed_maaneder: Field<Count<0, 600>> => "varighedMaaneder", "Forventet varighed i måneder", "§ 5, stk. 2";
        /// Periods of exemption from availability, and periods without contact. Both days are included.
        ikke_medregnede_perioder: List<Periode> => "ikkeMedregnedePerioder", "Perioder fritaget for rådighed eller uden kontakt", "profil: senere/2022-genbehandling";
        /// Hours of ordinary paid work in the first 6 months of the course, all together.
        ordinaere_timer: Field<Number<0, 5000>> => "ordinaereTimer", "Ordinære løntimer i de første 6 måneder", "profil: senere/2022-genbehandling";
    }
}

part! {
    /// Goals, measures and follow-up (§ 5).
    pub struct Indsatsdel<'a> {
        /// The day on which the part was made. ISO date.
        dato: Field<Date> => "dato", "Udarbejdet den", "§ 7, stk. 4";
        /// The goal.
        maal: Maal<'a> => "maal", "Mål", "§ 5, stk. 1, nr. 1";
        /// The objectives that lead to the goal.
        delmaal: List<Delmaal<'a>> => "delmaal", "Delmål", "§ 5, stk. 1, nr. 2";
        /// Reasons for all of the objectives.
        delmaal_begrundelse: Field<Text<'a>> => "delmaalBegrundelse", "Fælles begrundelse for delmålene", "§ 5, stk. 1, nr. 2";
        /// The measures and activities.
        tilbud: List<Tilbud<'a>> => "tilbud", "Tilbud og aktiviteter", "§ 5, stk. 1, nr. 3";
        /// The short-term goal of all of them.
        kortsigtet_maal: Field<Text<'a>> => "kortsigtetMaal", "Fælles mål på kort sigt", "§ 5, stk. 1, nr. 3";
        /// The follow-up, in words.
        opfoelgning: Field<Text<'a>> => "opfoelgning", "Opfølgning", "§ 5, stk. 1, nr. 4";
        /// The follow-up, one by one.
        opfoelgninger: List<Opfoelgning<'a>> => "opfoelgninger", "Opfølgninger", "§ 5, stk. 1, nr. 4";
        /// Mentor.
        mentor: Mentor<'a> => "mentor", "Mentor", "§ 5, stk. 1, nr. 4";
        /// The periods for which measures and follow-up are laid down.
        perioder: List<Periode> => "perioder", "Planperioder", "§ 5, stk. 2";
        /// The day on which the part was last updated. ISO date.
        senest_opdateret: Field<Date> => "senestOpdateret", "Senest opdateret", "§ 5, stk. 2";
        /// The coordinating caseworker, by name or by role.
        koordinerende_sagsbehandler: Field<Text<'a>> => "koordinerendeSagsbehandler", "Koordinerende sagsbehandler", "profil: vejledning/V10 og proces/PR5";
        /// Whether the part was made together with the citizen.
        samarbejde_med_borger: Field<bool> => "samarbejdeMedBorger", "Lavet sammen med borgeren", "profil: vejledning/V10";
        /// Follow-up conversations, planned or held, in 12 months; in a shorter course, in all of it.
        samtaler_pr_12_maaneder: Field<Count<0, 366>> => "samtalerPr12Maaneder", "Opfølgningssamtaler på 12 måneder", "profil: proces/PR6";
    }
}

part! {
    /// The goal (§ 5, stk. 1, nr. 1).
    pub struct Maal<'a> {
        /// A concrete job or education goal.
        konkret: Field<Text<'a>> => "konkret", "Konkret mål", "§ 5, stk. 1, nr. 1, 1. pkt.";
        /// An overall goal, such as a trade or a function.
        overordnet: Field<Text<'a>> => "overordnet", "Overordnet mål", "§ 5, stk. 1, nr. 1, 2. pkt.";
        /// Whether a concrete goal is not possible.
        konkret_ikke_muligt: Field<bool> => "konkretIkkeMuligt", "Konkret mål er ikke muligt", "§ 5, stk. 1, nr. 1, 2. pkt.";
    }
}

part! {
    /// One objective (§ 5, stk. 1, nr. 2).
    pub struct Delmaal<'a> {
        /// What it is.
        beskrivelse: Field<Text<'a>> => "beskrivelse", "Delmål", "§ 5, stk. 1, nr. 2";
        /// The area it belongs to.
        omraade: Field<Omraade> => "omraade", "Område", "§ 5, stk. 1, nr. 2";
        /// Why it leads to the goal.
        begrundelse: Field<Text<'a>> => "begrundelse", "Begrundelse", "§ 5, stk. 1, nr. 2";
    }
}

part! {
    /// One measure or activity (§ 5, stk. 1, nr. 3).
    pub struct Tilbud<'a> {
        /// The citizen's key of the measure, the same here and in Min Plan.
        id: Field<Text<'a>> => "aktivitetIdentifier", "Nøgle", "§ 5, stk. 3, 1. pkt.";
        /// What it is.
        beskrivelse: Field<Text<'a>> => "beskrivelse", "Tilbud eller aktivitet", "§ 5, stk. 1, nr. 3";
        /// What it is to achieve in the short term.
        kortsigtet_maal: Field<Text<'a>> => "kortsigtetMaal", "Mål på kort sigt", "§ 5, stk. 1, nr. 3";
        /// First day. ISO date.
        startdato: Field<Date> => "startdato", "Fra og med", "§ 5, stk. 2";
        /// Last day, included. ISO date.
        slutdato: Field<Date> => "slutdato", "Til og med", "§ 5, stk. 2";
        /// The authority that is responsible for the measure.
        ansvarlig_myndighed: Field<Text<'a>> => "ansvarligMyndighed", "Ansvarlig myndighed", "§ 5, stk. 1, nr. 3";
        /// The kind of measure.
        indsatstype: Field<Indsatstype> => "indsatstype", "Indsatstype", "profil: proces/PR12";
        /// The provision that the measure is given under.
        hjemmel: Field<Indsatshjemmel> => "hjemmel", "Indsatsens hjemmel", "profil: senere/2022-genbehandling";
    }
}

part! {
    /// One follow-up (§ 5, stk. 1, nr. 4).
    pub struct Opfoelgning<'a> {
        /// The day. ISO date.
        dato: Field<Date> => "dato", "Dato", "§ 5, stk. 1, nr. 4";
        /// What it is about.
        beskrivelse: Field<Text<'a>> => "beskrivelse", "Opfølgning", "§ 5, stk. 1, nr. 4";
    }
}

part! {
    /// Mentor (§ 5, stk. 1, nr. 4).
    pub struct Mentor<'a> {
        /// Whether a mentor is needed.
        behov: Field<bool> => "behov", "Behov for mentor", "§ 5, stk. 1, nr. 4";
        /// The mentor's role and tasks.
        rolle_og_opgaver: Field<Text<'a>> => "rolleOgOpgaver", "Mentorens rolle og opgaver", "§ 5, stk. 1, nr. 4";
    }
}

part! {
    /// A period for which measures and follow-up are laid down (§ 5, stk. 2). Both days are included.
    pub struct Periode {
        /// First day. ISO date.
        startdato: Field<Date> => "startdato", "Fra og med", "§ 5, stk. 2";
        /// Last day, included. ISO date.
        slutdato: Field<Date> => "slutdato", "Til og med", "§ 5, stk. 2";
    }
}

part! {
    /// The citizen's Min Plan (§ 5, stk. 3).
    pub struct MinPlan<'a> {
        /// Whether the indsatsdel is part of Min Plan.
        indgaar: Field<bool> => "indgaar", "Indsatsdelen indgår i Min Plan", "§ 5, stk. 3, 1. pkt.";
        /// Whether Min Plan holds everything, so that there is no separate indsatsdel.
        indeholder_alt: Field<bool> => "indeholderAlt", "Alle oplysninger står i Min Plan", "§ 5, stk. 3, 2. pkt.";
        /// The measures that Min Plan shows.
        indsatser: List<MinPlanIndsats<'a>> => "indsatser", "Indsatser i Min Plan", "§ 5, stk. 3, 1. pkt.";
        /// What Min Plan holds instead of a separate indsatsdel.
        indsatsdel: Indsatsdel<'a> => "indsatsdel", "Indsatsdelens oplysninger i Min Plan", "§ 5, stk. 3, 2. pkt.";
    }
}

part! {
    /// One measure in Min Plan (§ 5, stk. 3, 1. pkt.).
    pub struct MinPlanIndsats<'a> {
        /// The key of the measure, the same here and in the indsatsdel.
        id: Field<Text<'a>> => "aktivitetIdentifier", "Nøgle", "§ 5, stk. 3, 1. pkt.";
        /// What it is.
        beskrivelse: Field<Text<'a>> => "beskrivelse", "Indsats", "§ 5, stk. 3, 1. pkt.";
    }
}
