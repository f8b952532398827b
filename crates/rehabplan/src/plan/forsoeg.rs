use super::{Date, Field, Text};

codes! {
    /// The medical information that stands in for the certificate of the first follow-up conversation.
    pub enum Laegeoplysning {
        /// Journal notes from whoever treats the citizen.
        Journaloplysninger = "journaloplysninger",
        /// A status certificate.
        Statusattest = "statusattest",
    }
}

part! {
    /// What a municipality states when it uses one of the trial exemptions of 2017.
    ///
    /// The regulation asks for none of it, and no requirement of §§ 2-16 looks at it.
    pub struct Forsoeg<'a> {
        /// Whether the municipality has decided that the case is not put to the team.
        afgoerelse_uden_team: Field<bool> => "afgoerelseUdenTeam", "Afgørelse om, at sagen ikke behandles i teamet", "profil: tema 1A og 1B";
        /// The municipality's own assessment of why a coordinated interdisciplinary measure is not necessary.
        ikke_tvaerfaglig_vurdering: Field<Text<'a>> => "ikkeTvaerfagligVurdering", "Vurdering af, at tværfaglig indsats ikke er nødvendig", "profil: tema 1A";
        /// Whether the citizen is to keep the present job as a fleksjob.
        fastholdelsesfleksjob: Field<bool> => "fastholdelsesfleksjob", "Fastholdelsesfleksjob", "profil: tema 1B";
        /// Whether the challenges have to do with the labour market only.
        kun_arbejdsmarkedsrettet: Field<bool> => "kunArbejdsmarkedsrettet", "Alene arbejdsmarkedsrettede udfordringer", "profil: tema 1B";
        /// How the ability to work is expected to grow beyond 10 hours a week.
        udvikling_over_10_timer: Field<Text<'a>> => "udviklingOver10Timer", "Udvikling ud over 10 timer om ugen", "profil: tema 1B";
        /// The day by which it is expected to have done so. ISO date.
        udvikling_senest: Field<Date> => "udviklingSenest", "Udviklingen er nået senest", "profil: tema 1B";
        /// Whether the citizen is at most 5 years from the state pension age.
        hoejst_5_aar_til_folkepension: Field<bool> => "hoejst5AarTilFolkepension", "Højst 5 år til folkepensionsalderen", "profil: tema 1C";
        /// Whether the citizen has long been attached to the labour market.
        langvarig_tilknytning: Field<bool> => "langvarigTilknytning", "Langvarig tilknytning til arbejdsmarkedet", "profil: tema 1C";
        /// The municipality's professional reasons why the health information at hand is enough.
        helbredsoplysninger_raekker: Field<Text<'a>> => "helbredsoplysningerRaekker", "Begrundelse for, at helbredsoplysningerne rækker", "profil: tema 2";
        /// The social worker's assessment of which medical information is relevant.
        laegeoplysning_vurdering: Field<Text<'a>> => "laegeoplysningVurdering", "Vurdering af, hvilken lægelig oplysning der er relevant", "profil: ansøgning 3";
        /// The medical information that was obtained instead.
        laegeoplysning: Field<Laegeoplysning> => "laegeoplysning", "Lægelig oplysning i stedet for opfølgningsattesten", "profil: ansøgning 3";
    }
}
