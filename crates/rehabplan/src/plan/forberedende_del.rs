use super::{Anything, Date, Field, Laege, LaegeFritagelse, List, Selvstaendig, Text};

codes! {
    /// The group of cases that the preparatory part must name (§ 3, stk. 4): the group, not one outcome of it.
    pub enum Sagsgruppe {
        /// To be considered for ressourceforløb, fleksjob or førtidspension.
        RessourceforloebFleksjobFoertidspension = "ressourceforloebFleksjobFoertidspension",
        /// Jobafklaringsforløb.
        Jobafklaring = "jobafklaring",
        /// Sygedagpenge, category 3.
        SygedagpengeKategori3 = "sygedagpengeKategori3",
    }
}

codes! {
    /// A field of § 3, stk. 1-2, that has been marked as not relevant or not possible to fill in (§ 12, stk. 1).
    ///
    /// The code is the field's place in the preparatory part. The code of an object covers the fields in it.
    pub enum Markering (not_content) {
        /// Experience and resources.
        ErfaringerRessourcer = "erfaringerRessourcer",
        /// CV.
        Cv = "cv",
        /// Personal resources.
        PersonligeRessourcer = "personligeRessourcer",
        /// Both kinds of challenges.
        Udfordringer = "udfordringer",
        /// Employment challenges.
        UdfordringerBeskaeftigelse = "udfordringer/beskaeftigelse",
        /// Social challenges.
        UdfordringerSociale = "udfordringer/sociale",
        /// Wishes.
        Oensker = "oensker",
        /// All of the health fields.
        Helbred = "helbred",
        /// Health situation.
        HelbredSituation = "helbred/situation",
        /// Ongoing examination or treatment.
        HelbredIgangvaerende = "helbred/igangvaerende",
        /// Health documentation.
        HelbredDokumentation = "helbred/dokumentation",
        /// The citizen's view of what the health situation means.
        HelbredBorgerensVurdering = "helbred/borgerensVurdering",
        /// History of support.
        Forsoergelseshistorik = "forsoergelseshistorik",
        /// All of the fields on earlier measures.
        HidtidigIndsats = "hidtidigIndsats",
        /// Earlier employment measures.
        HidtidigIndsatsBeskaeftigelse = "hidtidigIndsats/beskaeftigelse",
        /// Earlier social measures for the citizen.
        HidtidigIndsatsSocialBorger = "hidtidigIndsats/socialBorger",
        /// Earlier social measures for the family.
        HidtidigIndsatsSocialFamilie = "hidtidigIndsats/socialFamilie",
        /// The municipality's view of the reason.
        HidtidigIndsatsAarsagKommune = "hidtidigIndsats/aarsagKommune",
        /// The citizen's view of the reason.
        HidtidigIndsatsAarsagBorger = "hidtidigIndsats/aarsagBorger",
    }
}

part! {
    /// The preparatory part: what the municipality and the citizen have prepared (§§ 2-4, 12-15).
    pub struct ForberedendeDel<'a> {
        /// The day on which the part was finished. ISO date.
        dato: Field<Date> => "dato", "Færdig den", "§ 2, stk. 3, og § 3, stk. 1";
        /// The group of cases that the case belongs to.
        sagsgruppe: Field<Sagsgruppe> => "sagsgruppe", "Sagsgruppe", "§ 3, stk. 4, 1. pkt.";
        /// In jobafklaring: whether it is the first one. Must agree with the case.
        foerste_forloeb: Field<bool> => "foersteForloeb", "Første jobafklaringsforløb", "§ 3, stk. 4, 2. pkt.";
        /// The cooperation with the citizen.
        samarbejde: Samarbejde<'a> => "samarbejde", "Samarbejde med borgeren", "§ 2, stk. 2";
        /// The citizen's own assessment of the whole situation.
        borgerens_egen_vurdering: Field<Text<'a>> => "borgerensEgenVurdering", "Borgerens egen vurdering af situationen", "§ 3, stk. 1, 1. pkt.";
        /// Experience and resources in relation to job and education.
        erfaringer_ressourcer: Field<Text<'a>> => "erfaringerRessourcer", "Erfaringer og ressourcer", "§ 3, stk. 1, nr. 1";
        /// The CV as text.
        cv: Field<Text<'a>> => "cv", "CV", "§ 3, stk. 1, nr. 1";
        /// The CV as one or more documents.
        cv_dokumenter: List<Dokument<'a>> => "cvDokumenter", "CV som dokument", "§ 3, stk. 1, nr. 1";
        /// Personal resources.
        personlige_ressourcer: PersonligeRessourcer<'a> => "personligeRessourcer", "Personlige ressourcer", "§ 3, stk. 1, nr. 2";
        /// Employment and social challenges.
        udfordringer: Udfordringer<'a> => "udfordringer", "Udfordringer", "§ 3, stk. 1, nr. 3";
        /// The citizen's wishes for future job and education.
        oensker: Field<Text<'a>> => "oensker", "Ønsker til job og uddannelse", "§ 3, stk. 1, nr. 4";
        /// Health.
        helbred: Helbred<'a> => "helbred", "Helbred", "§ 3, stk. 1, nr. 5-6";
        /// History of support, in words.
        forsoergelseshistorik: Field<Text<'a>> => "forsoergelseshistorik", "Forsørgelseshistorik", "§ 3, stk. 1, nr. 7";
        /// History of support, period by period.
        forsoergelsesperioder: List<Forsoergelsesperiode<'a>> => "forsoergelsesperioder", "Forsørgelse periode for periode", "§ 3, stk. 1, nr. 7";
        /// What the municipality has done so far.
        hidtidig_indsats: HidtidigIndsats<'a> => "hidtidigIndsats", "Kommunens hidtidige indsats", "§ 3, stk. 2";
        /// The GP's assessment, or the certificate that stands in for it.
        laege: Laege<'a> => "laege", "Lægens vurdering", "§ 4";
        /// The provision under which the GP's assessment is left out.
        laege_fritagelse: LaegeFritagelse<'a> => "laegeFritagelse", "Behandling uden lægens vurdering", "§ 4, stk. 1, § 12 og § 13";
        /// In revalidering: the ability to work.
        arbejdsevne: Arbejdsevne<'a> => "arbejdsevne", "Arbejdsevne", "§ 14, 3. pkt.";
        /// In support for the self-employed: the work in the business.
        selvstaendig: Selvstaendig<'a> => "selvstaendig", "Arbejdet i virksomheden", "§ 15, stk. 1";
        /// Fields that could not be filled in or are not relevant. Has an effect in §§ 12-13 cases only.
        ikke_relevant_eller_muligt: List<Field<Markering>> => "ikkeRelevantEllerMuligt", "Felter, der ikke er relevante eller mulige at udfylde", "§ 12, stk. 1";
        /// Documents attached to the part as a whole.
        bilag: List<Dokument<'a>> => "bilag", "Bilag", "§ 3, stk. 1, nr. 5";
        /// The citizen's education and employment goals, where they stand apart from the wishes.
        maal: Field<Text<'a>> => "maal", "Uddannelses- og beskæftigelsesmål", "profil: vejledning/V2";
        /// The day on which the citizen signed the part. ISO date.
        underskriftsdato: Field<Date> => "underskriftsdato", "Underskrevet af borgeren den", "profil: proces/PR11";
        /// The days on which the ability to work and the support were assessed. ISO dates.
        afklaringer: List<Field<Date>> => "afklaringer", "Vurdering af arbejdsevne og forsørgelse den", "profil: forslag/2019-afklaringsgaranti";
        /// Must be empty: the preparatory part holds no recommendation of what is to happen.
        indstilling: Field<Anything> => "indstilling", "Indstilling (skal være tom)", "§ 3, stk. 3";
        /// Must be empty: the preparatory part recommends no outcome.
        anbefaling: Field<Anything> => "anbefaling", "Anbefaling (skal være tom)", "§ 3, stk. 3";
    }
}

part! {
    /// How the citizen took part (§ 2, stk. 2).
    pub struct Samarbejde<'a> {
        /// Whether the part was made together with the citizen.
        med_borger: Field<bool> => "medBorger", "Udarbejdet sammen med borgeren", "§ 2, stk. 2";
        /// The day of the conversation. ISO date.
        samtaledato: Field<Date> => "samtaledato", "Samtale med borgeren den", "§ 2, stk. 2";
        /// Why the citizen did not or could not take part.
        begrundelse: Field<Text<'a>> => "begrundelse", "Hvorfor borgeren ikke medvirkede", "§ 2, stk. 2";
    }
}

part! {
    /// Personal resources (§ 3, stk. 1, nr. 2).
    pub struct PersonligeRessourcer<'a> {
        /// The resources in general.
        beskrivelse: Field<Text<'a>> => "beskrivelse", "Personlige ressourcer", "§ 3, stk. 1, nr. 2";
        /// Family.
        familie: Field<Text<'a>> => "familie", "Familie", "§ 3, stk. 1, nr. 2";
        /// Network.
        netvaerk: Field<Text<'a>> => "netvaerk", "Netværk", "§ 3, stk. 1, nr. 2";
    }
}

part! {
    /// Challenges in getting into job or education (§ 3, stk. 1, nr. 3).
    pub struct Udfordringer<'a> {
        /// Employment challenges.
        beskaeftigelse: Field<Text<'a>> => "beskaeftigelse", "Beskæftigelsesmæssige udfordringer", "§ 3, stk. 1, nr. 3";
        /// Social challenges.
        sociale: Field<Text<'a>> => "sociale", "Sociale udfordringer", "§ 3, stk. 1, nr. 3";
        /// Both in one text. Accepted, with a warning.
        samlet: Field<Text<'a>> => "samlet", "Udfordringer i ét felt", "§ 3, stk. 1, nr. 3";
    }
}

part! {
    /// Health (§ 3, stk. 1, nr. 5-6).
    pub struct Helbred<'a> {
        /// The health situation.
        situation: Field<Text<'a>> => "situation", "Helbredssituation", "§ 3, stk. 1, nr. 5";
        /// Ongoing examination or treatment; "ingen" is an answer.
        igangvaerende: Field<Text<'a>> => "igangvaerende", "Igangværende undersøgelse eller behandling", "§ 3, stk. 1, nr. 5";
        /// The health documents that the municipality already has.
        dokumentation: List<Dokument<'a>> => "dokumentation", "Helbredsoplysninger med dokumentation", "§ 3, stk. 1, nr. 5";
        /// Whether the municipality has no health documents.
        ingen_foreliggende: Field<bool> => "ingenForeliggende", "Ingen helbredsoplysninger foreligger", "§ 3, stk. 1, nr. 5";
        /// The citizen's own assessment of what health means for job and education.
        borgerens_vurdering: Field<Text<'a>> => "borgerensVurdering", "Borgerens vurdering af helbredets betydning", "§ 3, stk. 1, nr. 6";
    }
}

part! {
    /// A reference to a document.
    pub struct Dokument<'a> {
        /// What the document is.
        titel: Field<Text<'a>> => "titel", "Dokument", "§ 3, stk. 1, nr. 5";
        /// The day of the document. ISO date.
        dato: Field<Date> => "dato", "Dokumentets dato", "§ 3, stk. 1, nr. 5";
        /// Where the document lies: a journal number or the like.
        henvisning: Field<Text<'a>> => "henvisning", "Henvisning", "§ 3, stk. 1, nr. 5";
    }
}

part! {
    /// One period of support (§ 3, stk. 1, nr. 7).
    pub struct Forsoergelsesperiode<'a> {
        /// The benefit or income.
        ydelse: Field<Text<'a>> => "ydelse", "Forsørgelse", "§ 3, stk. 1, nr. 7";
        /// First day. ISO date.
        startdato: Field<Date> => "startdato", "Fra og med", "§ 3, stk. 1, nr. 7";
        /// Last day, included. ISO date.
        slutdato: Field<Date> => "slutdato", "Til og med", "§ 3, stk. 1, nr. 7";
    }
}

part! {
    /// What the municipality has done so far, and why it did not lead to job or education (§ 3, stk. 2).
    pub struct HidtidigIndsats<'a> {
        /// Employment measures.
        beskaeftigelse: List<Indsats<'a>> => "beskaeftigelse", "Beskæftigelsesindsats", "§ 3, stk. 2, 1. pkt.";
        /// There has been no employment measure.
        ingen_beskaeftigelse: Field<bool> => "ingenBeskaeftigelse", "Ingen beskæftigelsesindsats", "§ 3, stk. 2, 1. pkt.";
        /// Social measures for the citizen.
        social_borger: List<Indsats<'a>> => "socialBorger", "Social indsats for borgeren", "§ 3, stk. 2, 1. pkt.";
        /// There has been no social measure for the citizen.
        ingen_social_borger: Field<bool> => "ingenSocialBorger", "Ingen social indsats for borgeren", "§ 3, stk. 2, 1. pkt.";
        /// Social measures for the family.
        social_familie: List<Indsats<'a>> => "socialFamilie", "Social indsats for familien", "§ 3, stk. 2, 1. pkt.";
        /// There has been no social measure for the family.
        ingen_social_familie: Field<bool> => "ingenSocialFamilie", "Ingen social indsats for familien", "§ 3, stk. 2, 1. pkt.";
        /// Earlier health measures.
        sundhed: List<Indsats<'a>> => "sundhed", "Sundhedsindsats", "profil: vejledning/V3";
        /// The municipality's view of why the measures have not led to job or education.
        aarsag_kommune: Field<Text<'a>> => "aarsagKommune", "Kommunens opfattelse af årsagen", "§ 3, stk. 2, 2. pkt.";
        /// The citizen's view of the same.
        aarsag_borger: Field<Text<'a>> => "aarsagBorger", "Borgerens opfattelse af årsagen", "§ 3, stk. 2, 2. pkt.";
    }
}

part! {
    /// One earlier measure (§ 3, stk. 2).
    pub struct Indsats<'a> {
        /// What it was.
        indhold: Field<Text<'a>> => "indhold", "Indhold", "§ 3, stk. 2, 1. pkt.";
        /// What it was for.
        formaal: Field<Text<'a>> => "formaal", "Formål", "§ 3, stk. 2, 1. pkt.";
        /// How long it lasted, in words.
        varighed: Field<Text<'a>> => "varighed", "Varighed", "§ 3, stk. 2, 1. pkt.";
        /// First day. ISO date. Enough for a measure that is still running.
        startdato: Field<Date> => "startdato", "Fra og med", "§ 3, stk. 2, 1. pkt.";
        /// Last day, included. ISO date.
        slutdato: Field<Date> => "slutdato", "Til og med", "§ 3, stk. 2, 1. pkt.";
        /// The municipality's experience with the measure.
        kommunens_erfaring: Field<Text<'a>> => "kommunensErfaring", "Kommunens erfaring", "§ 3, stk. 2, 2. pkt.";
        /// The citizen's experience with the measure.
        borgerens_erfaring: Field<Text<'a>> => "borgerensErfaring", "Borgerens erfaring", "§ 3, stk. 2, 2. pkt.";
        /// The documents behind it.
        dokumentation: List<Dokument<'a>> => "dokumentation", "Dokumentation for indsatsen", "profil: vejledning/V3";
    }
}

part! {
    /// In revalidering: the ability to work, described and documented (§ 14, 3. pkt.).
    pub struct Arbejdsevne<'a> {
        /// The description.
        beskrivelse: Field<Text<'a>> => "beskrivelse", "Beskrivelse af arbejdsevnen", "§ 14, 3. pkt.";
        /// The documents behind it.
        dokumentation: List<Dokument<'a>> => "dokumentation", "Dokumentation for arbejdsevnen", "§ 14, 3. pkt.";
    }
}
