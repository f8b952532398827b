use super::{Date, Dokument, Field, Indsatstype, List, Number, Omraade, Text};

codes! {
    /// What the team recommends (§ 7).
    #[da = "Hvad teamet indstiller (§ 7)."]
    pub enum Udfald {
        /// Ressourceforløb.
        #[da = "Ressourceforløb."]
        Ressourceforloeb = "ressourceforloeb" => "Ressourceforløb", "Ressourceforløb",
        /// Fleksjob.
        #[da = "Fleksjob."]
        Fleksjob = "fleksjob" => "Fleksjob", "Fleksjob",
        /// Support for a self-employed person.
        #[da = "Tilskud til selvstændigt erhvervsdrivende."]
        Tilskud = "tilskud" => "Tilskud til selvstændig virksomhed", "Support for the self-employed",
        /// Førtidspension.
        #[da = "Førtidspension."]
        Foertidspension = "foertidspension" => "Førtidspension", "Førtidspension",
        /// Another measure than these four (§ 11).
        #[da = "En anden indsats end disse fire (§ 11)."]
        AndenIndsats = "andenIndsats" => "Anden indsats", "Another measure",
        /// The measures in a jobafklaringsforløb. An outcome that says no more than the course is this one (§ 3, stk. 4, 2. pkt.,
        /// and § 7, stk. 2).
        #[da = "Indsatsen i et jobafklaringsforløb. Et udfald, der ikke siger mere end forløbet, er dette (§ 3, stk. 4, 2. pkt., og § 7, stk. 2)."]
        Jobafklaringsindsats = "jobafklaringsindsats" | "jobafklaringsforloeb" | "jobafklaring" => "Indsats i jobafklaringsforløb", "Measures in a jobafklaringsforløb",
        /// A new jobafklaringsforløb.
        #[da = "Et nyt jobafklaringsforløb."]
        NytForloeb = "nytForloeb" => "Nyt jobafklaringsforløb", "New jobafklaringsforløb",
        /// The measures in a category 3 sygedagpenge case.
        #[da = "Indsatsen i en sygedagpengesag i kategori 3."]
        Sygedagpengeindsats = "sygedagpengeindsats" => "Indsats i sygedagpengesag, kategori 3", "Measures in a sygedagpenge case, category 3",
    }
}

part! {
    /// The team's recommendation (§§ 7-11 and 16).
    #[da = "Teamets indstilling (§§ 7-11 og 16)."]
    pub struct Indstilling<'a> {
        /// The day of the recommendation. ISO date.
        #[da = "Dagen for indstillingen. ISO-dato."]
        dato: Field<Date> => "indstillingsdato", "Indstillingsdato", "Date of the recommendation", "§ 2, stk. 3, nr. 1";
        /// What the team recommends.
        #[da = "Hvad teamet indstiller."]
        udfald: Field<Udfald> => "udfald", "Udfald", "Outcome", "§ 7, stk. 1-3";
        /// After a jobafklaringsforløb: whether the team recommends a new one.
        #[da = "Efter et jobafklaringsforløb: om teamet indstiller et nyt."]
        nyt_forloeb: Field<bool> => "nytForloeb", "Nyt jobafklaringsforløb", "New jobafklaringsforløb", "§ 7, stk. 2, 2. pkt.";
        /// The team's reasons.
        #[da = "Teamets begrundelse."]
        begrundelse: Field<Text<'a>> => "begrundelse", "Begrundelse", "Reasons", "§ 7, stk. 4";
        /// What the team has given weight to.
        #[da = "Hvad teamet har lagt vægt på."]
        forhold: Forhold<'a> => "forhold", "Forhold, teamet har lagt vægt på", "Matters that the team gave weight to", "§§ 8-10";
        /// The measures that the team finds necessary.
        #[da = "De indsatser, som teamet finder nødvendige."]
        indsatser: List<IndstilletIndsats<'a>> => "indsatser", "Indsatser", "Measures", "§ 7, stk. 2-3, og § 8, stk. 5, nr. 2";
        /// The measures in one text.
        #[da = "Indsatserne i én tekst."]
        indsatser_tekst: Field<Text<'a>> => "indsatserTekst", "Indsatser i ét felt", "Measures in one field", "§ 7, stk. 2-3";
        /// The overall job or education goal.
        #[da = "Det overordnede job- eller uddannelsesmål."]
        maal: Field<Text<'a>> => "maal", "Overordnet job- eller uddannelsesmål", "Overall goal for work or education", "§ 8, stk. 5, nr. 1";
        /// How follow-up should be arranged.
        #[da = "Hvordan opfølgningen bør tilrettelægges."]
        opfoelgning: Field<Text<'a>> => "opfoelgning", "Tilrettelæggelse af opfølgning", "Arrangement of the follow-up", "§ 8, stk. 5, nr. 3";
        /// Whether a mentor is needed.
        #[da = "Om der er behov for en mentor."]
        mentor_behov: Field<bool> => "mentorBehov", "Behov for mentor", "Need for a mentor", "§ 8, stk. 5, nr. 3";
        /// Whether the team wants to see the case again.
        #[da = "Om teamet ønsker at se sagen igen."]
        genforelaeggelse: Field<bool> => "genforelaeggelse", "Teamet ønsker at se sagen igen", "The team wants to see the case again", "§ 8, stk. 5, nr. 4";
        /// Whether the measures can run in parallel.
        #[da = "Om indsatserne kan køre parallelt."]
        parallel: Field<bool> => "parallel", "Indsatserne kan sættes i gang parallelt", "The measures can begin in parallel", "§ 8, stk. 6, 1. pkt.";
        /// Why they cannot.
        #[da = "Hvorfor de ikke kan."]
        parallel_tekst: Field<Text<'a>> => "parallelTekst", "Hvorfor indsatserne ikke kan køre parallelt", "Why the measures cannot run in parallel", "§ 8, stk. 6, 1. pkt.";
        /// The order that the team proposes.
        #[da = "Den rækkefølge, teamet foreslår."]
        raekkefoelge: Field<Text<'a>> => "raekkefoelge", "Rækkefølge", "Order", "§ 8, stk. 6";
        /// Only for fleksjob.
        #[da = "Kun ved fleksjob."]
        fleksjob: FleksjobIndstilling<'a> => "fleksjob", "Indstilling om fleksjob", "Recommendation of fleksjob", "§ 9";
        /// Only for førtidspension.
        #[da = "Kun ved førtidspension."]
        foertidspension: PensionIndstilling<'a> => "foertidspension", "Indstilling om førtidspension", "Recommendation of førtidspension", "§ 10";
        /// Only for another measure.
        #[da = "Kun ved anden indsats."]
        anden_indsats: AndenIndsats<'a> => "andenIndsats", "Indstilling om anden indsats", "Recommendation of another measure", "§ 11";
        /// Only for support for the self-employed.
        #[da = "Kun ved tilskud til selvstændige."]
        tilskud: TilskudIndstilling<'a> => "tilskud", "Indstilling om tilskud", "Recommendation of support", "§ 16";
        /// The documents that the recommendation rests on.
        #[da = "Den dokumentation, som indstillingen bygger på."]
        dokumentation: List<Dokument<'a>> => "dokumentation", "Dokumentation bag indstillingen", "Documentation behind the recommendation", "profil: vejledning/V13";
    }
}

part! {
    /// What the team has given weight to (§ 8, stk. 1-4; § 9, stk. 1; § 10).
    #[da = "Hvad teamet har lagt vægt på (§ 8, stk. 1-4; § 9, stk. 1; § 10)."]
    pub struct Forhold<'a> {
        /// Employment.
        #[da = "Beskæftigelse."]
        beskaeftigelse: Field<Text<'a>> => "beskaeftigelse", "Beskæftigelsesmæssige forhold", "Employment matters", "§ 8, stk. 1, § 9, stk. 1, og § 10";
        /// Social matters.
        #[da = "Sociale forhold."]
        sociale: Field<Text<'a>> => "sociale", "Sociale forhold", "Social matters", "§ 8, stk. 1, § 9, stk. 1, og § 10";
        /// Health.
        #[da = "Helbred."]
        helbred: Field<Text<'a>> => "helbred", "Helbredsmæssige forhold", "Health matters", "§ 8, stk. 1-4, § 9, stk. 1, og § 10";
        /// Abilities and circumstances.
        #[da = "Forudsætninger."]
        forudsaetninger: Field<Text<'a>> => "forudsaetninger", "Forudsætninger", "Abilities and circumstances", "§ 8, stk. 3-4";
        /// Needs.
        #[da = "Behov."]
        behov: Field<Text<'a>> => "behov", "Behov", "Needs", "§ 8, stk. 3-4";
        /// Employment, social matters and health in one text. Accepted, with a warning, in § 8, stk. 1, § 9 and § 10.
        #[da = "Beskæftigelse, sociale forhold og helbred i én tekst. Godtages, med en advarsel, i § 8, stk. 1, § 9 og § 10."]
        samlet: Field<Text<'a>> => "samlet", "Forhold i ét felt", "Matters in one field", "§ 8, stk. 1, § 9, stk. 1, og § 10";
    }
}

part! {
    /// One measure that the team recommends (§ 7, stk. 2-3; § 8, stk. 5, nr. 2; § 11, nr. 1).
    #[da = "En indsats, som teamet indstiller (§ 7, stk. 2-3; § 8, stk. 5, nr. 2; § 11, nr. 1)."]
    pub struct IndstilletIndsats<'a> {
        /// The area it belongs to.
        #[da = "Det område, det hører til."]
        omraade: Field<Omraade> => "omraade", "Område", "Area", "§ 8, stk. 5, nr. 2, og § 11, nr. 1";
        /// What it is.
        #[da = "Hvad det er."]
        beskrivelse: Field<Text<'a>> => "beskrivelse", "Indsats", "Measure", "§ 7, stk. 2-3, § 8, stk. 5, nr. 2, og § 11, nr. 1";
        /// The kind of measure.
        #[da = "Indsatsens slags."]
        indsatstype: Field<Indsatstype> => "indsatstype", "Indsatstype", "Kind of measure", "profil: proces/PR12";
    }
}

part! {
    /// Reasons for fleksjob (§ 9).
    #[da = "Begrundelse for fleksjob (§ 9)."]
    pub struct FleksjobIndstilling<'a> {
        /// Why it is clear what the citizen can do in education and employment.
        #[da = "Hvorfor borgeren er afklaret i forhold til uddannelse og beskæftigelse."]
        afklaret: Field<Text<'a>> => "afklaret", "Afklaret i forhold til uddannelse og beskæftigelse", "Clarified as to education and employment", "§ 9, stk. 1, nr. 1";
        /// Why the citizen cannot work on ordinary terms.
        #[da = "Hvorfor borgeren ikke kan arbejde på ordinære vilkår."]
        ikke_ordinaert: Field<Text<'a>> => "ikkeOrdinaert", "Kan ikke arbejde på ordinære vilkår", "Cannot work on ordinary terms", "§ 9, stk. 1, nr. 1";
        /// Types of fleksjob.
        #[da = "Typer af fleksjob."]
        typer: List<Field<Text<'a>>> => "typer", "Typer af fleksjob", "Types of fleksjob", "§ 9, stk. 1, nr. 2";
        /// Work functions.
        #[da = "Arbejdsfunktioner."]
        arbejdsfunktioner: List<Field<Text<'a>>> => "arbejdsfunktioner", "Arbejdsfunktioner", "Functions at work", "§ 9, stk. 1, nr. 2";
        /// Whether special considerations should be taken.
        #[da = "Om der bør tages særlige hensyn."]
        saerlige_hensyn: Field<bool> => "saerligeHensyn", "Særlige hensyn", "Special considerations", "§ 9, stk. 1, nr. 2";
        /// Which special considerations.
        #[da = "Hvilke særlige hensyn."]
        saerlige_hensyn_tekst: Field<Text<'a>> => "saerligeHensynTekst", "Hvilke særlige hensyn", "Which special considerations", "§ 9, stk. 1, nr. 2";
        /// Whether support is needed for a transitional period.
        #[da = "Om der er behov for støtte i en overgangsperiode."]
        overgangsstoette: Field<bool> => "overgangsstoette", "Støtte i en overgangsperiode", "Support in a transition period", "§ 9, stk. 1, nr. 2";
        /// Which support for the period.
        #[da = "Hvilken støtte i perioden."]
        overgangsstoette_tekst: Field<Text<'a>> => "overgangsstoetteTekst", "Hvilken støtte", "Which support", "§ 9, stk. 1, nr. 2";
        /// Whether the ability to work is very limited at present.
        #[da = "Om arbejdsevnen er meget begrænset nu."]
        meget_begraenset: Field<bool> => "megetBegraenset", "Meget begrænset arbejdsevne", "Very limited ability to work", "§ 9, stk. 2";
        /// Why it can be developed within a reasonable period.
        #[da = "Hvorfor den kan udvikles inden for en rimelig periode."]
        udvikling: Field<Text<'a>> => "udvikling", "Udvikling af arbejdsevnen", "Development of the ability to work", "§ 9, stk. 2";
        /// Hours a week in the fleksjob, 0 to 168.
        #[da = "Timer om ugen i fleksjobbet, 0 til 168."]
        timer_pr_uge: Field<Number<0, 168>> => "timerPrUge", "Timer om ugen i fleksjobbet", "Hours a week in the fleksjob", "profil: forslag/2019-fleksjob-under-5-timer";
        /// The plan for more hours.
        #[da = "Planen for flere timer."]
        plan_flere_timer: Field<Text<'a>> => "planFlereTimer", "Plan for stigende timetal", "Plan for more hours", "profil: forslag/2019-fleksjob-under-5-timer";
        /// The day by which the hours are to have gone up. ISO date.
        #[da = "Den dag, timetallet senest skal være steget. ISO-dato."]
        plan_flere_timer_senest: Field<Date> => "planFlereTimerSenest", "Timetallet skal være steget senest den", "More hours no later than", "profil: forslag/2019-fleksjob-under-5-timer";
        /// Whether the citizen wants the few hours.
        #[da = "Om borgeren selv ønsker det lave timetal."]
        borgeren_oensker_timetallet: Field<bool> => "borgerenOenskerTimetallet", "Borgeren ønsker selv timetallet", "The citizen wants these hours", "profil: forslag/2019-fleksjob-under-5-timer";
        /// The concrete labour market or job that the fleksjob points to.
        #[da = "Det konkrete arbejdsmarked eller job, som fleksjobbet sigter mod."]
        konkret_arbejdsmarked: Field<Text<'a>> => "konkretArbejdsmarked", "Konkret arbejdsmarked eller job", "Concrete labour market or job", "profil: forslag/2019-konkret-arbejdsmarked";
    }
}

part! {
    /// The professional explanation for førtidspension (§ 10, 2. pkt.).
    #[da = "Den faglige forklaring ved førtidspension (§ 10, 2. pkt.)."]
    pub struct PensionIndstilling<'a> {
        /// Why the ability to work is substantially and permanently reduced.
        #[da = "Hvorfor arbejdsevnen er væsentligt og varigt nedsat."]
        nedsat: Field<Text<'a>> => "nedsat", "Væsentligt og varigt nedsat arbejdsevne", "Substantially and permanently reduced ability to work", "§ 10, 2. pkt.";
        /// Why what is left of it cannot provide a living, whatever support there is.
        #[da = "Hvorfor den arbejdsevne, der er tilbage, ikke kan give selvforsørgelse, uanset støtte."]
        selvforsoergelse: Field<Text<'a>> => "selvforsoergelse", "Ingen selvforsørgelse trods støtte", "Not self-supporting despite support", "§ 10, 2. pkt.";
        /// Both in one text. Accepted, with a warning.
        #[da = "Begge i én tekst. Godtages, med en advarsel."]
        samlet_forklaring: Field<Text<'a>> => "samletForklaring", "Faglig forklaring i ét felt", "Professional explanation in one field", "§ 10, 2. pkt.";
    }
}

part! {
    /// Another measure than the four benefits (§ 11).
    #[da = "En anden indsats end de fire ydelser (§ 11)."]
    pub struct AndenIndsats<'a> {
        /// The measures that should be started.
        #[da = "De indsatser, der bør sættes i gang."]
        indsatser: List<IndstilletIndsats<'a>> => "indsatser", "Indsatser, der bør sættes i gang", "Measures that should begin", "§ 11, nr. 1";
        /// Whether further support is needed.
        #[da = "Om der er behov for øvrig støtte."]
        oevrig_stoette: Field<bool> => "oevrigStoette", "Behov for øvrig støtte", "Need for other support", "§ 11, nr. 2";
        /// Which further support.
        #[da = "Hvilken øvrig støtte."]
        oevrig_stoette_tekst: Field<Text<'a>> => "oevrigStoetteTekst", "Hvilken støtte", "Which support", "§ 11, nr. 2";
    }
}

part! {
    /// Reasons for support for the self-employed (§ 16).
    #[da = "Begrundelse for tilskud til selvstændige (§ 16)."]
    pub struct TilskudIndstilling<'a> {
        /// Why the ability to work in the business is permanently and substantially reduced.
        #[da = "Hvorfor arbejdsevnen i virksomheden er varigt og væsentligt nedsat."]
        begrundelse: Field<Text<'a>> => "begrundelse", "Varigt og væsentligt nedsat arbejdsevne i virksomheden", "Permanently and substantially reduced ability to work in the business", "§ 16";
    }
}
