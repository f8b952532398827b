use super::{Date, Dokument, Field, Indsatstype, List, Number, Omraade, Text};

codes! {
    /// What the team recommends (§ 7).
    pub enum Udfald {
        /// Ressourceforløb.
        Ressourceforloeb = "ressourceforloeb",
        /// Fleksjob.
        Fleksjob = "fleksjob",
        /// Support for a self-employed person.
        Tilskud = "tilskud",
        /// Førtidspension.
        Foertidspension = "foertidspension",
        /// Another measure than these four (§ 11).
        AndenIndsats = "andenIndsats",
        /// The measures in a jobafklaringsforløb.
        Jobafklaringsindsats = "jobafklaringsindsats",
        /// A new jobafklaringsforløb.
        NytForloeb = "nytForloeb",
        /// The measures in a category 3 sickness benefit case.
        Sygedagpengeindsats = "sygedagpengeindsats",
    }
}

part! {
    /// The team's recommendation (§§ 7-11 and 16).
    pub struct Indstilling<'a> {
        /// The day of the recommendation. ISO date.
        dato: Field<Date> => "indstillingsdato", "Indstillingsdato", "§ 2, stk. 3, nr. 1";
        /// What the team recommends.
        udfald: Field<Udfald> => "udfald", "Udfald", "§ 7, stk. 1-3";
        /// After a jobafklaringsforløb: whether the team recommends a new one.
        nyt_forloeb: Field<bool> => "nytForloeb", "Nyt jobafklaringsforløb", "§ 7, stk. 2, 2. pkt.";
        /// The team's reasons.
        begrundelse: Field<Text<'a>> => "begrundelse", "Begrundelse", "§ 7, stk. 4";
        /// What the team has given weight to.
        forhold: Forhold<'a> => "forhold", "Forhold, teamet har lagt vægt på", "§§ 8-10";
        /// The measures that the team finds necessary.
        indsatser: List<IndstilletIndsats<'a>> => "indsatser", "Indsatser", "§ 7, stk. 2-3, og § 8, stk. 5, nr. 2";
        /// The measures in one text.
        indsatser_tekst: Field<Text<'a>> => "indsatserTekst", "Indsatser i ét felt", "§ 7, stk. 2-3";
        /// The overall job or education goal.
        maal: Field<Text<'a>> => "maal", "Overordnet job- eller uddannelsesmål", "§ 8, stk. 5, nr. 1";
        /// How follow-up should be arranged.
        opfoelgning: Field<Text<'a>> => "opfoelgning", "Tilrettelæggelse af opfølgning", "§ 8, stk. 5, nr. 3";
        /// Whether a mentor is needed.
        mentor_behov: Field<bool> => "mentorBehov", "Behov for mentor", "§ 8, stk. 5, nr. 3";
        /// Whether the team wants to see the case again.
        genforelaeggelse: Field<bool> => "genforelaeggelse", "Teamet ønsker at se sagen igen", "§ 8, stk. 5, nr. 4";
        /// Whether the measures can run in parallel.
        parallel: Field<bool> => "parallel", "Indsatserne kan sættes i gang parallelt", "§ 8, stk. 6, 1. pkt.";
        /// Why they cannot.
        parallel_tekst: Field<Text<'a>> => "parallelTekst", "Hvorfor indsatserne ikke kan køre parallelt", "§ 8, stk. 6, 1. pkt.";
        /// The order that the team proposes.
        raekkefoelge: Field<Text<'a>> => "raekkefoelge", "Rækkefølge", "§ 8, stk. 6";
        /// Only for fleksjob.
        fleksjob: FleksjobIndstilling<'a> => "fleksjob", "Indstilling om fleksjob", "§ 9";
        /// Only for førtidspension.
        foertidspension: PensionIndstilling<'a> => "foertidspension", "Indstilling om førtidspension", "§ 10";
        /// Only for another measure.
        anden_indsats: AndenIndsats<'a> => "andenIndsats", "Indstilling om anden indsats", "§ 11";
        /// Only for support for the self-employed.
        tilskud: TilskudIndstilling<'a> => "tilskud", "Indstilling om tilskud", "§ 16";
        /// The documents that the recommendation rests on.
        dokumentation: List<Dokument<'a>> => "dokumentation", "Dokumentation bag indstillingen", "profil: vejledning/V13";
    }
}

part! {
    /// What the team has given weight to (§ 8, stk. 1-4; § 9, stk. 1; § 10).
    pub struct Forhold<'a> {
        /// Employment.
        beskaeftigelse: Field<Text<'a>> => "beskaeftigelse", "Beskæftigelsesmæssige forhold", "§ 8, stk. 1, § 9, stk. 1, og § 10";
        /// Social matters.
        sociale: Field<Text<'a>> => "sociale", "Sociale forhold", "§ 8, stk. 1, § 9, stk. 1, og § 10";
        /// Health.
        helbred: Field<Text<'a>> => "helbred", "Helbredsmæssige forhold", "§ 8, stk. 1-4, § 9, stk. 1, og § 10";
        /// Abilities and circumstances.
        forudsaetninger: Field<Text<'a>> => "forudsaetninger", "Forudsætninger", "§ 8, stk. 3-4";
        /// Needs.
        behov: Field<Text<'a>> => "behov", "Behov", "§ 8, stk. 3-4";
        /// Employment, social matters and health in one text. Accepted, with a warning, in § 8, stk. 1, § 9 and § 10.
        samlet: Field<Text<'a>> => "samlet", "Forhold i ét felt", "§ 8, stk. 1, § 9, stk. 1, og § 10";
    }
}

part! {
    /// One measure that the team recommends (§ 7, stk. 2-3; § 8, stk. 5, nr. 2; § 11, nr. 1).
    pub struct IndstilletIndsats<'a> {
        /// The area it belongs to.
        omraade: Field<Omraade> => "omraade", "Område", "§ 8, stk. 5, nr. 2, og § 11, nr. 1";
        /// What it is.
        beskrivelse: Field<Text<'a>> => "beskrivelse", "Indsats", "§ 7, stk. 2-3, § 8, stk. 5, nr. 2, og § 11, nr. 1";
        /// The kind of measure.
        indsatstype: Field<Indsatstype> => "indsatstype", "Indsatstype", "profil: proces/PR12";
    }
}

part! {
    /// Reasons for fleksjob (§ 9).
    pub struct FleksjobIndstilling<'a> {
        /// Why the citizen is clarified in relation to education and employment.
        afklaret: Field<Text<'a>> => "afklaret", "Afklaret i forhold til uddannelse og beskæftigelse", "§ 9, stk. 1, nr. 1";
        /// Why the citizen cannot work on ordinary terms.
        ikke_ordinaert: Field<Text<'a>> => "ikkeOrdinaert", "Kan ikke arbejde på ordinære vilkår", "§ 9, stk. 1, nr. 1";
        /// Types of fleksjob.
        typer: List<Field<Text<'a>>> => "typer", "Typer af fleksjob", "§ 9, stk. 1, nr. 2";
        /// Work functions.
        arbejdsfunktioner: List<Field<Text<'a>>> => "arbejdsfunktioner", "Arbejdsfunktioner", "§ 9, stk. 1, nr. 2";
        /// Whether special considerations should be taken.
        saerlige_hensyn: Field<bool> => "saerligeHensyn", "Særlige hensyn", "§ 9, stk. 1, nr. 2";
        /// Which.
        saerlige_hensyn_tekst: Field<Text<'a>> => "saerligeHensynTekst", "Hvilke særlige hensyn", "§ 9, stk. 1, nr. 2";
        /// Whether support is needed for a transitional period.
        overgangsstoette: Field<bool> => "overgangsstoette", "Støtte i en overgangsperiode", "§ 9, stk. 1, nr. 2";
        /// Which.
        overgangsstoette_tekst: Field<Text<'a>> => "overgangsstoetteTekst", "Hvilken støtte", "§ 9, stk. 1, nr. 2";
        /// Whether the ability to work is very limited at present.
        meget_begraenset: Field<bool> => "megetBegraenset", "Meget begrænset arbejdsevne", "§ 9, stk. 2";
        /// Why it can be developed within a reasonable period.
        udvikling: Field<Text<'a>> => "udvikling", "Udvikling af arbejdsevnen", "§ 9, stk. 2";
        /// Hours a week in the fleksjob, 0 to 168.
        timer_pr_uge: Field<Number<0, 168>> => "timerPrUge", "Timer om ugen i fleksjobbet", "profil: forslag/2019-fleksjob-under-5-timer";
        /// The plan for more hours.
        plan_flere_timer: Field<Text<'a>> => "planFlereTimer", "Plan for stigende timetal", "profil: forslag/2019-fleksjob-under-5-timer";
        /// The day by which the hours are to have gone up. ISO date.
        plan_flere_timer_senest: Field<Date> => "planFlereTimerSenest", "Timetallet er steget senest", "profil: forslag/2019-fleksjob-under-5-timer";
        /// Whether the citizen wants the few hours.
        borgeren_oensker_timetallet: Field<bool> => "borgerenOenskerTimetallet", "Borgeren ønsker selv timetallet", "profil: forslag/2019-fleksjob-under-5-timer";
        /// The concrete labour market or job that the fleksjob points to.
        konkret_arbejdsmarked: Field<Text<'a>> => "konkretArbejdsmarked", "Konkret arbejdsmarked eller job", "profil: forslag/2019-konkret-arbejdsmarked";
    }
}

part! {
    /// The professional explanation for førtidspension (§ 10, 2. pkt.).
    pub struct PensionIndstilling<'a> {
        /// Why the ability to work is substantially and permanently reduced.
        nedsat: Field<Text<'a>> => "nedsat", "Væsentligt og varigt nedsat arbejdsevne", "§ 10, 2. pkt.";
        /// Why what is left of it cannot provide a living, whatever support there is.
        selvforsoergelse: Field<Text<'a>> => "selvforsoergelse", "Ingen selvforsørgelse trods støtte", "§ 10, 2. pkt.";
        /// Both in one text. Accepted, with a warning.
        samlet_forklaring: Field<Text<'a>> => "samletForklaring", "Faglig forklaring i ét felt", "§ 10, 2. pkt.";
    }
}

part! {
    /// Another measure than the four benefits (§ 11).
    pub struct AndenIndsats<'a> {
        /// The measures that should be started.
        indsatser: List<IndstilletIndsats<'a>> => "indsatser", "Indsatser, der bør sættes i gang", "§ 11, nr. 1";
        /// Whether further support is needed.
        oevrig_stoette: Field<bool> => "oevrigStoette", "Behov for øvrig støtte", "§ 11, nr. 2";
        /// Which.
        oevrig_stoette_tekst: Field<Text<'a>> => "oevrigStoetteTekst", "Hvilken støtte", "§ 11, nr. 2";
    }
}

part! {
    /// Reasons for support for the self-employed (§ 16).
    pub struct TilskudIndstilling<'a> {
        /// Why the ability to work in the business is permanently and substantially reduced.
        begrundelse: Field<Text<'a>> => "begrundelse", "Varigt og væsentligt nedsat arbejdsevne i virksomheden", "§ 16";
    }
}
