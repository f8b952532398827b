use super::{Date, Field, Text};

codes! {
    /// The medical information that stands in for the certificate of the first follow-up conversation.
    #[da = "Den lægelige oplysning, der træder i stedet for attesten til den første opfølgningssamtale."]
    pub enum Laegeoplysning {
        /// Journal notes from whoever treats the citizen.
        #[da = "Journaloplysninger fra den, der behandler borgeren."]
        Journaloplysninger = "journaloplysninger" => "Journaloplysninger", "Medical records",
        /// A status certificate.
        #[da = "En statusattest."]
        Statusattest = "statusattest" => "Statusattest", "Status certificate",
    }
}

part! {
    /// What a municipality states when it uses one of the trial exemptions of 2017.
    ///
    /// The regulation asks for none of it, and no requirement of §§ 2-16 looks at it.
    #[da = "Hvad en kommune oplyser, når den bruger en af forsøgets fritagelser fra 2017. Bekendtgørelsen kræver intet af det, og intet krav i §§ 2-16 ser på det."]
    pub struct Forsoeg<'a> {
        /// Whether the municipality has decided that the case is not put to the team.
        #[da = "Om kommunen har besluttet, at sagen ikke forelægges teamet."]
        afgoerelse_uden_team: Field<bool> => "afgoerelseUdenTeam", "Afgørelse om, at sagen ikke behandles i teamet", "Decision that the case is not treated by the team", "profil: tema 1A og 1B";
        /// The municipality's own assessment of why a coordinated interdisciplinary measure is not necessary.
        #[da = "Kommunens egen vurdering af, hvorfor en koordineret tværfaglig indsats ikke er nødvendig."]
        ikke_tvaerfaglig_vurdering: Field<Text<'a>> => "ikkeTvaerfagligVurdering", "Vurdering af, at tværfaglig indsats ikke er nødvendig", "Assessment that no interdisciplinary measure is needed", "profil: tema 1A";
        /// Whether the citizen is to keep the present job as a fleksjob.
        #[da = "Om borgeren skal beholde sit nuværende job som fleksjob."]
        fastholdelsesfleksjob: Field<bool> => "fastholdelsesfleksjob", "Fastholdelsesfleksjob", "Fleksjob in the present job", "profil: tema 1B";
        /// Whether the challenges have to do with the labour market only.
        #[da = "Om udfordringerne alene er rettet mod arbejdsmarkedet."]
        kun_arbejdsmarkedsrettet: Field<bool> => "kunArbejdsmarkedsrettet", "Alene arbejdsmarkedsrettede udfordringer", "Challenges in the labour market alone", "profil: tema 1B";
        /// How the ability to work is expected to grow beyond 10 hours a week.
        #[da = "Hvordan arbejdsevnen ventes at udvikle sig ud over 10 timer om ugen."]
        udvikling_over_10_timer: Field<Text<'a>> => "udviklingOver10Timer", "Udvikling ud over 10 timer om ugen", "Development beyond 10 hours a week", "profil: tema 1B";
        /// The day by which it is expected to have done so. ISO date.
        #[da = "Den dag, udviklingen senest ventes nået. ISO-dato."]
        udvikling_senest: Field<Date> => "udviklingSenest", "Udviklingen ventes nået senest den", "Development reached no later than", "profil: tema 1B";
        /// Whether the citizen is at most 5 years from the state pension age.
        #[da = "Om borgeren har højst 5 år til folkepensionsalderen."]
        hoejst_5_aar_til_folkepension: Field<bool> => "hoejst5AarTilFolkepension", "Højst 5 år til folkepensionsalderen", "At most 5 years to the state pension age", "profil: tema 1C";
        /// Whether the citizen has long been attached to the labour market.
        #[da = "Om borgeren har en langvarig tilknytning til arbejdsmarkedet."]
        langvarig_tilknytning: Field<bool> => "langvarigTilknytning", "Langvarig tilknytning til arbejdsmarkedet", "Long attachment to the labour market", "profil: tema 1C";
        /// The municipality's professional reasons why the health information at hand is enough.
        #[da = "Kommunens faglige begrundelse for, at de foreliggende helbredsoplysninger er nok."]
        helbredsoplysninger_raekker: Field<Text<'a>> => "helbredsoplysningerRaekker", "Begrundelse for, at helbredsoplysningerne rækker", "Reasons why the health information is enough", "profil: tema 2";
        /// The social worker's assessment of which medical information is relevant.
        #[da = "Socialrådgiverens vurdering af, hvilken lægelig oplysning der er relevant."]
        laegeoplysning_vurdering: Field<Text<'a>> => "laegeoplysningVurdering", "Vurdering af, hvilken lægelig oplysning der er relevant", "Assessment of which medical information is relevant", "profil: ansøgning 3";
        /// The medical information that was obtained instead.
        #[da = "Den lægelige oplysning, der er indhentet i stedet."]
        laegeoplysning: Field<Laegeoplysning> => "laegeoplysning", "Lægelig oplysning i stedet for opfølgningsattesten", "Medical information instead of the follow-up certificate", "profil: ansøgning 3";
    }
}
