use super::{Anything, Date, Dokument, Field, Laege, LaegeFritagelse, List, Selvstaendig, Text};

codes! {
    /// The group of cases that the preparatory part must name (§ 3, stk. 4): the group, not one outcome of it.
    #[da = "Den gruppe af sager, som den forberedende del skal angive (§ 3, stk. 4): gruppen, ikke et enkelt udfald af den."]
    pub enum Sagsgruppe {
        /// To be considered for ressourceforløb, fleksjob or førtidspension.
        #[da = "Der skal tages stilling til ressourceforløb, fleksjob eller førtidspension."]
        RessourceforloebFleksjobFoertidspension = "ressourceforloebFleksjobFoertidspension" | "ressourceforløb, fleksjob eller førtidspension" => "Ressourceforløb, fleksjob eller førtidspension", "Ressourceforløb, fleksjob or førtidspension",
        /// Jobafklaringsforløb.
        #[da = "Jobafklaringsforløb."]
        Jobafklaring = "jobafklaring" | "jobafklaringsforloeb" => "Jobafklaring", "Jobafklaring",
        /// Sygedagpenge, category 3.
        #[da = "Sygedagpenge, kategori 3."]
        SygedagpengeKategori3 = "sygedagpengeKategori3" | "sygedagpenge, kategori 3" | "sygedagpenge i kategori 3" => "Sygedagpenge, kategori 3", "Sygedagpenge, category 3",
    }
}

codes! {
    /// A field of § 3, stk. 1-2, that has been marked as not relevant or not possible to fill in (§ 12, stk. 1).
    ///
    /// The code is the field's place in the preparatory part. The code of an object covers the fields in it.
    #[da = "Et felt efter § 3, stk. 1-2, der er markeret som ikke relevant eller ikke muligt at udfylde (§ 12, stk. 1). Koden er feltets sted i den forberedende del; koden for et objekt dækker felterne i det."]
    pub enum Markering (not_content) {
        /// Experience and resources.
        #[da = "Erfaringer og ressourcer."]
        ErfaringerRessourcer = "erfaringerRessourcer" => "Erfaringer og ressourcer", "Experience and resources",
        /// CV.
        #[da = "CV."]
        Cv = "cv" => "CV", "CV",
        /// Personal resources.
        #[da = "Personlige ressourcer."]
        PersonligeRessourcer = "personligeRessourcer" => "Personlige ressourcer", "Personal resources",
        /// Both kinds of challenges.
        #[da = "Begge slags udfordringer."]
        Udfordringer = "udfordringer" => "Udfordringer", "Challenges",
        /// Employment challenges.
        #[da = "Beskæftigelsesmæssige udfordringer."]
        UdfordringerBeskaeftigelse = "udfordringer/beskaeftigelse" => "Beskæftigelsesmæssige udfordringer", "Challenges in employment",
        /// Social challenges.
        #[da = "Sociale udfordringer."]
        UdfordringerSociale = "udfordringer/sociale" => "Sociale udfordringer", "Social challenges",
        /// Wishes.
        #[da = "Ønsker."]
        Oensker = "oensker" => "Ønsker til job og uddannelse", "Wishes for work and education",
        /// All of the health fields.
        #[da = "Alle felterne om helbred."]
        Helbred = "helbred" => "Helbred", "Health",
        /// Health situation.
        #[da = "Helbredssituation."]
        HelbredSituation = "helbred/situation" => "Helbredssituation", "Health situation",
        /// Ongoing examination or treatment.
        #[da = "Igangværende undersøgelse eller behandling."]
        HelbredIgangvaerende = "helbred/igangvaerende" => "Igangværende undersøgelse eller behandling", "Examination or treatment in progress",
        /// Health documentation.
        #[da = "Helbredsoplysninger med dokumentation."]
        HelbredDokumentation = "helbred/dokumentation" => "Helbredsoplysninger med dokumentation", "Health information with documentation",
        /// The citizen's view of what the health situation means.
        #[da = "Borgerens syn på, hvad helbredssituationen betyder."]
        HelbredBorgerensVurdering = "helbred/borgerensVurdering" => "Borgerens vurdering af helbredets betydning", "The citizen's assessment of what the health means",
        /// History of support.
        #[da = "Forsørgelseshistorik."]
        Forsoergelseshistorik = "forsoergelseshistorik" => "Forsørgelseshistorik", "History of support",
        /// All of the fields on earlier measures.
        #[da = "Alle felterne om den hidtidige indsats."]
        HidtidigIndsats = "hidtidigIndsats" => "Kommunens hidtidige indsats", "What the municipality has done so far",
        /// Earlier employment measures.
        #[da = "Hidtidig beskæftigelsesindsats."]
        HidtidigIndsatsBeskaeftigelse = "hidtidigIndsats/beskaeftigelse" => "Hidtidig beskæftigelsesindsats", "Employment measures so far",
        /// Earlier social measures for the citizen.
        #[da = "Hidtidig social indsats for borgeren."]
        HidtidigIndsatsSocialBorger = "hidtidigIndsats/socialBorger" => "Hidtidig social indsats for borgeren", "Social measures for the citizen so far",
        /// Earlier social measures for the family.
        #[da = "Hidtidig social indsats for familien."]
        HidtidigIndsatsSocialFamilie = "hidtidigIndsats/socialFamilie" => "Hidtidig social indsats for familien", "Social measures for the family so far",
        /// The municipality's view of the reason.
        #[da = "Kommunens opfattelse af årsagen."]
        HidtidigIndsatsAarsagKommune = "hidtidigIndsats/aarsagKommune" => "Kommunens opfattelse af årsagen", "The municipality's view of the reason",
        /// The citizen's view of the reason.
        #[da = "Borgerens opfattelse af årsagen."]
        HidtidigIndsatsAarsagBorger = "hidtidigIndsats/aarsagBorger" => "Borgerens opfattelse af årsagen", "The citizen's view of the reason",
    }
}

part! {
    /// The preparatory part: what the municipality and the citizen have prepared (§§ 2-4, 12-15).
    #[da = "Den forberedende del: hvad kommunen og borgeren har forberedt (§§ 2-4, 12-15)."]
    pub struct ForberedendeDel<'a> {
        /// The day on which the part was finished. ISO date.
        #[da = "Den dag, delen blev færdig. ISO-dato."]
        dato: Field<Date> => "dato", "Færdig den", "Completed on", "§ 2, stk. 3, og § 3, stk. 1";
        /// The group of cases that the case belongs to.
        #[da = "Den gruppe af sager, som sagen hører til."]
        sagsgruppe: Field<Sagsgruppe> => "sagsgruppe", "Sagsgruppe", "Group of cases", "§ 3, stk. 4, 1. pkt.";
        /// In jobafklaring: whether it is the first one. Must agree with the case.
        #[da = "Ved jobafklaring: om det er det første forløb. Skal stemme med sagen."]
        foerste_forloeb: Field<bool> => "foersteForloeb", "Første jobafklaringsforløb", "First jobafklaringsforløb", "§ 3, stk. 4, 2. pkt.";
        /// The cooperation with the citizen.
        #[da = "Samarbejdet med borgeren."]
        samarbejde: Samarbejde<'a> => "samarbejde", "Samarbejde med borgeren", "Cooperation with the citizen", "§ 2, stk. 2";
        /// The citizen's own assessment of the whole situation.
        #[da = "Borgerens egen vurdering af den samlede situation."]
        borgerens_egen_vurdering: Field<Text<'a>> => "borgerensEgenVurdering", "Borgerens egen vurdering af situationen", "The citizen's own assessment of the situation", "§ 3, stk. 1, 1. pkt.";
        /// Experience and resources in relation to job and education.
        #[da = "Erfaringer og ressourcer i forhold til job og uddannelse."]
        erfaringer_ressourcer: Field<Text<'a>> => "erfaringerRessourcer", "Erfaringer og ressourcer", "Experience and resources", "§ 3, stk. 1, nr. 1";
        /// The CV as text.
        #[da = "CV'et som tekst."]
        cv: Field<Text<'a>> => "cv", "CV", "CV", "§ 3, stk. 1, nr. 1";
        /// The CV as one or more documents.
        #[da = "CV'et som et eller flere dokumenter."]
        cv_dokumenter: List<Dokument<'a>> => "cvDokumenter", "CV som dokument", "CV as a document", "§ 3, stk. 1, nr. 1";
        /// Personal resources.
        #[da = "Personlige ressourcer."]
        personlige_ressourcer: PersonligeRessourcer<'a> => "personligeRessourcer", "Personlige ressourcer", "Personal resources", "§ 3, stk. 1, nr. 2";
        /// Employment and social challenges.
        #[da = "Beskæftigelsesmæssige og sociale udfordringer."]
        udfordringer: Udfordringer<'a> => "udfordringer", "Udfordringer", "Challenges", "§ 3, stk. 1, nr. 3";
        /// The citizen's wishes for future job and education.
        #[da = "Borgerens ønsker til fremtidigt job og uddannelse."]
        oensker: Field<Text<'a>> => "oensker", "Ønsker til job og uddannelse", "Wishes for work and education", "§ 3, stk. 1, nr. 4";
        /// Health.
        #[da = "Helbred."]
        helbred: Helbred<'a> => "helbred", "Helbred", "Health", "§ 3, stk. 1, nr. 5-6";
        /// History of support, in words.
        #[da = "Forsørgelseshistorikken i ord."]
        forsoergelseshistorik: Field<Text<'a>> => "forsoergelseshistorik", "Forsørgelseshistorik", "History of support", "§ 3, stk. 1, nr. 7";
        /// History of support, period by period.
        #[da = "Forsørgelseshistorikken, periode for periode."]
        forsoergelsesperioder: List<Forsoergelsesperiode<'a>> => "forsoergelsesperioder", "Forsørgelse periode for periode", "Support, period by period", "§ 3, stk. 1, nr. 7";
        /// What the municipality has done so far.
        #[da = "Hvad kommunen har gjort hidtil."]
        hidtidig_indsats: HidtidigIndsats<'a> => "hidtidigIndsats", "Kommunens hidtidige indsats", "What the municipality has done so far", "§ 3, stk. 2";
        /// The GP's assessment, or the certificate that stands in for it.
        #[da = "Den praktiserende læges vurdering, eller den attest, der træder i stedet for den."]
        laege: Laege<'a> => "laege", "Lægens vurdering", "The GP's assessment", "§ 4";
        /// The provision under which the GP's assessment is left out.
        #[da = "Den bestemmelse, som den praktiserende læges vurdering er udeladt efter."]
        laege_fritagelse: LaegeFritagelse<'a> => "laegeFritagelse", "Behandling uden lægens vurdering", "Handling without the GP's assessment", "§ 4, stk. 1, § 12 og § 13";
        /// In revalidering: the ability to work.
        #[da = "Ved revalidering: arbejdsevnen."]
        arbejdsevne: Arbejdsevne<'a> => "arbejdsevne", "Arbejdsevne", "Ability to work", "§ 14, 3. pkt.";
        /// In support for the self-employed: the work in the business.
        #[da = "Ved tilskud til selvstændige: arbejdet i virksomheden."]
        selvstaendig: Selvstaendig<'a> => "selvstaendig", "Arbejdet i virksomheden", "The work in the business", "§ 15, stk. 1";
        /// Fields that could not be filled in or are not relevant. Has an effect in §§ 12-13 cases only.
        #[da = "Felter, der ikke kunne udfyldes eller ikke er relevante. Har kun virkning i sager efter §§ 12-13."]
        ikke_relevant_eller_muligt: List<Field<Markering>> => "ikkeRelevantEllerMuligt", "Felter, der ikke er relevante eller mulige at udfylde", "Fields that are not relevant or cannot be filled in", "§ 12, stk. 1";
        /// Documents attached to the part as a whole.
        #[da = "Dokumenter, der er vedlagt delen som helhed."]
        bilag: List<Dokument<'a>> => "bilag", "Bilag", "Annexes", "§ 3, stk. 1, nr. 5";
        /// The citizen's education and employment goals, where they stand apart from the wishes.
        #[da = "Borgerens uddannelses- og beskæftigelsesmål, når de står for sig og ikke under ønskerne."]
        maal: Field<Text<'a>> => "maal", "Uddannelses- og beskæftigelsesmål", "Goal for education and employment", "profil: vejledning/V2";
        /// The day on which the citizen signed the part. ISO date.
        #[da = "Den dag, borgeren skrev under på delen. ISO-dato."]
        underskriftsdato: Field<Date> => "underskriftsdato", "Underskrevet af borgeren den", "Signed by the citizen on", "profil: proces/PR11";
        /// The days on which the ability to work and the support were assessed. ISO dates.
        #[da = "De dage, hvor arbejdsevnen og forsørgelsen blev vurderet. ISO-datoer."]
        afklaringer: List<Field<Date>> => "afklaringer", "Vurdering af arbejdsevne og forsørgelse den", "Ability to work and support assessed on", "profil: forslag/2019-afklaringsgaranti";
        /// Must be empty: the preparatory part holds no recommendation of what is to happen.
        #[da = "Skal være tom: den forberedende del rummer ingen indstilling om, hvad der skal ske."]
        indstilling: Field<Anything> => "indstilling", "Indstilling (skal være tom)", "Recommendation (must be empty)", "§ 3, stk. 3";
        /// Must be empty: the preparatory part recommends no outcome.
        #[da = "Skal være tom: den forberedende del anbefaler intet udfald."]
        anbefaling: Field<Anything> => "anbefaling", "Anbefaling (skal være tom)", "Advice (must be empty)", "§ 3, stk. 3";
    }
}

part! {
    /// How the citizen took part (§ 2, stk. 2).
    #[da = "Hvordan borgeren medvirkede (§ 2, stk. 2)."]
    pub struct Samarbejde<'a> {
        /// Whether the part was made together with the citizen.
        #[da = "Om delen er udarbejdet sammen med borgeren."]
        med_borger: Field<bool> => "medBorger", "Udarbejdet sammen med borgeren", "Made together with the citizen", "§ 2, stk. 2";
        /// The day of the conversation. ISO date.
        #[da = "Dagen for samtalen. ISO-dato."]
        samtaledato: Field<Date> => "samtaledato", "Samtale med borgeren den", "Conversation with the citizen on", "§ 2, stk. 2";
        /// Why the citizen did not or could not take part.
        #[da = "Hvorfor borgeren ikke medvirkede eller ikke kunne."]
        begrundelse: Field<Text<'a>> => "begrundelse", "Hvorfor borgeren ikke medvirkede", "Why the citizen did not take part", "§ 2, stk. 2";
    }
}

part! {
    /// Personal resources (§ 3, stk. 1, nr. 2).
    #[da = "Personlige ressourcer (§ 3, stk. 1, nr. 2)."]
    pub struct PersonligeRessourcer<'a> {
        /// The resources in general.
        #[da = "Ressourcerne i almindelighed."]
        beskrivelse: Field<Text<'a>> => "beskrivelse", "Personlige ressourcer", "Personal resources", "§ 3, stk. 1, nr. 2";
        /// Family.
        #[da = "Familie."]
        familie: Field<Text<'a>> => "familie", "Familie", "Family", "§ 3, stk. 1, nr. 2";
        /// Network.
        #[da = "Netværk."]
        netvaerk: Field<Text<'a>> => "netvaerk", "Netværk", "Network", "§ 3, stk. 1, nr. 2";
    }
}

part! {
    /// Challenges in getting into job or education (§ 3, stk. 1, nr. 3).
    #[da = "Udfordringer i at komme i job eller uddannelse (§ 3, stk. 1, nr. 3)."]
    pub struct Udfordringer<'a> {
        /// Employment challenges.
        #[da = "Beskæftigelsesmæssige udfordringer."]
        beskaeftigelse: Field<Text<'a>> => "beskaeftigelse", "Beskæftigelsesmæssige udfordringer", "Challenges in employment", "§ 3, stk. 1, nr. 3";
        /// Social challenges.
        #[da = "Sociale udfordringer."]
        sociale: Field<Text<'a>> => "sociale", "Sociale udfordringer", "Social challenges", "§ 3, stk. 1, nr. 3";
        /// Both in one text. Accepted, with a warning.
        #[da = "Begge i én tekst. Godtages, med en advarsel."]
        samlet: Field<Text<'a>> => "samlet", "Udfordringer i ét felt", "Challenges in one field", "§ 3, stk. 1, nr. 3";
    }
}

part! {
    /// Health (§ 3, stk. 1, nr. 5-6).
    #[da = "Helbred (§ 3, stk. 1, nr. 5-6)."]
    pub struct Helbred<'a> {
        /// The health situation.
        #[da = "Helbredssituationen."]
        situation: Field<Text<'a>> => "situation", "Helbredssituation", "Health situation", "§ 3, stk. 1, nr. 5";
        /// Ongoing examination or treatment; "ingen" is an answer.
        #[da = "Igangværende undersøgelse eller behandling; »ingen« er et svar."]
        igangvaerende: Field<Text<'a>> => "igangvaerende", "Igangværende undersøgelse eller behandling", "Examination or treatment in progress", "§ 3, stk. 1, nr. 5";
        /// The health documents that the municipality already has.
        #[da = "De helbredsoplysninger med dokumentation, som kommunen allerede har."]
        dokumentation: List<Dokument<'a>> => "dokumentation", "Helbredsoplysninger med dokumentation", "Health information with documentation", "§ 3, stk. 1, nr. 5";
        /// Whether the municipality has no health documents.
        #[da = "Om kommunen ingen helbredsoplysninger har."]
        ingen_foreliggende: Field<bool> => "ingenForeliggende", "Ingen helbredsoplysninger foreligger", "There is no health information", "§ 3, stk. 1, nr. 5";
        /// The citizen's own assessment of what health means for job and education.
        #[da = "Borgerens egen vurdering af, hvad helbredet betyder for job og uddannelse."]
        borgerens_vurdering: Field<Text<'a>> => "borgerensVurdering", "Borgerens vurdering af helbredets betydning", "The citizen's assessment of what the health means", "§ 3, stk. 1, nr. 6";
    }
}

part! {
    /// One period of support (§ 3, stk. 1, nr. 7).
    #[da = "En periode med forsørgelse (§ 3, stk. 1, nr. 7)."]
    pub struct Forsoergelsesperiode<'a> {
        /// The benefit or income.
        #[da = "Ydelsen eller indtægten."]
        ydelse: Field<Text<'a>> => "ydelse", "Forsørgelse", "Support", "§ 3, stk. 1, nr. 7";
        /// First day. ISO date.
        #[da = "Første dag. ISO-dato."]
        startdato: Field<Date> => "startdato", "Fra og med", "First day", "§ 3, stk. 1, nr. 7";
        /// Last day, included. ISO date.
        #[da = "Sidste dag, medregnet. ISO-dato."]
        slutdato: Field<Date> => "slutdato", "Til og med", "Last day", "§ 3, stk. 1, nr. 7";
    }
}

part! {
    /// What the municipality has done so far, and why it did not lead to job or education (§ 3, stk. 2).
    #[da = "Hvad kommunen har gjort hidtil, og hvorfor det ikke førte til job eller uddannelse (§ 3, stk. 2)."]
    pub struct HidtidigIndsats<'a> {
        /// Employment measures.
        #[da = "Beskæftigelsesindsats."]
        beskaeftigelse: List<Indsats<'a>> => "beskaeftigelse", "Beskæftigelsesindsats", "Employment measures", "§ 3, stk. 2, 1. pkt.";
        /// There has been no employment measure.
        #[da = "Der har ikke været nogen beskæftigelsesindsats."]
        ingen_beskaeftigelse: Field<bool> => "ingenBeskaeftigelse", "Ingen beskæftigelsesindsats", "No employment measures", "§ 3, stk. 2, 1. pkt.";
        /// Social measures for the citizen.
        #[da = "Social indsats for borgeren."]
        social_borger: List<Indsats<'a>> => "socialBorger", "Social indsats for borgeren", "Social measures for the citizen", "§ 3, stk. 2, 1. pkt.";
        /// There has been no social measure for the citizen.
        #[da = "Der har ikke været nogen social indsats for borgeren."]
        ingen_social_borger: Field<bool> => "ingenSocialBorger", "Ingen social indsats for borgeren", "No social measures for the citizen", "§ 3, stk. 2, 1. pkt.";
        /// Social measures for the family.
        #[da = "Social indsats for familien."]
        social_familie: List<Indsats<'a>> => "socialFamilie", "Social indsats for familien", "Social measures for the family", "§ 3, stk. 2, 1. pkt.";
        /// There has been no social measure for the family.
        #[da = "Der har ikke været nogen social indsats for familien."]
        ingen_social_familie: Field<bool> => "ingenSocialFamilie", "Ingen social indsats for familien", "No social measures for the family", "§ 3, stk. 2, 1. pkt.";
        /// Earlier health measures.
        #[da = "Hidtidig sundhedsindsats."]
        sundhed: List<Indsats<'a>> => "sundhed", "Sundhedsindsats", "Health measures", "profil: vejledning/V3";
        /// The municipality's view of why the measures have not led to job or education.
        #[da = "Kommunens opfattelse af, hvorfor indsatsen ikke har ført til job eller uddannelse."]
        aarsag_kommune: Field<Text<'a>> => "aarsagKommune", "Kommunens opfattelse af årsagen", "The municipality's view of the reason", "§ 3, stk. 2, 2. pkt.";
        /// The citizen's view of the same.
        #[da = "Borgerens opfattelse af det samme."]
        aarsag_borger: Field<Text<'a>> => "aarsagBorger", "Borgerens opfattelse af årsagen", "The citizen's view of the reason", "§ 3, stk. 2, 2. pkt.";
    }
}

part! {
    /// One earlier measure (§ 3, stk. 2).
    #[da = "En tidligere indsats (§ 3, stk. 2)."]
    pub struct Indsats<'a> {
        /// What it was.
        #[da = "Hvad den gik ud på."]
        indhold: Field<Text<'a>> => "indhold", "Indhold", "Content", "§ 3, stk. 2, 1. pkt.";
        /// What it was for.
        #[da = "Hvad formålet var."]
        formaal: Field<Text<'a>> => "formaal", "Formål", "Purpose", "§ 3, stk. 2, 1. pkt.";
        /// How long it lasted, in words.
        #[da = "Hvor længe den varede, i ord."]
        varighed: Field<Text<'a>> => "varighed", "Varighed", "Duration", "§ 3, stk. 2, 1. pkt.";
        /// First day. ISO date. Enough for a measure that is still running.
        #[da = "Første dag. ISO-dato. Er nok, når indsatsen stadig er i gang."]
        startdato: Field<Date> => "startdato", "Fra og med", "First day", "§ 3, stk. 2, 1. pkt.";
        /// Last day, included. ISO date.
        #[da = "Sidste dag, medregnet. ISO-dato."]
        slutdato: Field<Date> => "slutdato", "Til og med", "Last day", "§ 3, stk. 2, 1. pkt.";
        /// The municipality's experience with the measure.
        #[da = "Kommunens erfaring med indsatsen."]
        kommunens_erfaring: Field<Text<'a>> => "kommunensErfaring", "Kommunens erfaring", "The municipality's experience", "§ 3, stk. 2, 2. pkt.";
        /// The citizen's experience with the measure.
        #[da = "Borgerens erfaring med indsatsen."]
        borgerens_erfaring: Field<Text<'a>> => "borgerensErfaring", "Borgerens erfaring", "The citizen's experience", "§ 3, stk. 2, 2. pkt.";
        /// The documents behind it.
        #[da = "Dokumentationen bag."]
        dokumentation: List<Dokument<'a>> => "dokumentation", "Dokumentation for indsatsen", "Documentation of the measure", "profil: vejledning/V3";
    }
}

part! {
    /// In revalidering: the ability to work, described and documented (§ 14, 3. pkt.).
    #[da = "Ved revalidering: arbejdsevnen, beskrevet og dokumenteret (§ 14, 3. pkt.)."]
    pub struct Arbejdsevne<'a> {
        /// The description.
        #[da = "Beskrivelsen."]
        beskrivelse: Field<Text<'a>> => "beskrivelse", "Beskrivelse af arbejdsevnen", "Description of the ability to work", "§ 14, 3. pkt.";
        /// The documents behind it.
        #[da = "Dokumentationen bag."]
        dokumentation: List<Dokument<'a>> => "dokumentation", "Dokumentation for arbejdsevnen", "Documentation of the ability to work", "§ 14, 3. pkt.";
    }
}
