use super::{Date, Field};

codes! {
    /// What the municipality decides. Independent of the case type and of the recommendation.
    #[da = "Hvad kommunen afgør. Uafhængigt af sagstypen og indstillingen."]
    pub enum Afgoerelsesudfald {
        /// Ressourceforløb.
        #[da = "Ressourceforløb."]
        Ressourceforloeb = "ressourceforloeb",
        /// Jobafklaringsforløb, the first or a new one.
        #[da = "Jobafklaringsforløb, det første eller et nyt."]
        Jobafklaringsforloeb = "jobafklaringsforloeb" | "jobafklaring",
        /// The measures in a category 3 sygedagpenge case.
        #[da = "Indsatsen i en sygedagpengesag i kategori 3."]
        Sygedagpengeindsats = "sygedagpengeindsats",
        /// Fleksjob.
        #[da = "Fleksjob."]
        Fleksjob = "fleksjob",
        /// Support for a self-employed person.
        #[da = "Tilskud til selvstændigt erhvervsdrivende."]
        Tilskud = "tilskud",
        /// Førtidspension.
        #[da = "Førtidspension."]
        Foertidspension = "foertidspension",
        /// Revalidering.
        #[da = "Revalidering."]
        Revalidering = "revalidering",
        /// Another measure.
        #[da = "En anden indsats."]
        AndenIndsats = "andenIndsats",
        /// Refusal.
        #[da = "Afslag."]
        Afslag = "afslag",
    }
}

part! {
    /// The municipality's decision (§ 2, stk. 3; § 5, stk. 1).
    #[da = "Kommunens afgørelse (§ 2, stk. 3; § 5, stk. 1)."]
    pub struct Afgoerelse {
        /// The day of the decision. ISO date.
        #[da = "Dagen for afgørelsen. ISO-dato."]
        dato: Field<Date> => "dato", "Afgørelsesdato", "§ 2, stk. 3";
        /// What was decided.
        #[da = "Hvad der blev afgjort."]
        udfald: Field<Afgoerelsesudfald> => "udfald", "Afgørelse", "§ 5, stk. 1";
        /// The day of the first conversation with the citizen after the decision. ISO date.
        #[da = "Dagen for den første samtale med borgeren efter afgørelsen. ISO-dato."]
        foerste_samtaledato: Field<Date> => "foersteSamtaledato", "Første samtale efter afgørelsen", "profil: proces/PR8";
    }
}
