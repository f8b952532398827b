use super::{Date, Field};

codes! {
    /// What the municipality decides. Independent of the case type and of the recommendation.
    #[da = "Hvad kommunen afgør. Uafhængigt af sagstypen og indstillingen."]
    pub enum Afgoerelsesudfald {
        /// Ressourceforløb.
        #[da = "Ressourceforløb."]
        Ressourceforloeb = "ressourceforloeb" => "Ressourceforløb", "Ressourceforløb",
        /// Jobafklaringsforløb, the first or a new one.
        #[da = "Jobafklaringsforløb, det første eller et nyt."]
        Jobafklaringsforloeb = "jobafklaringsforloeb" | "jobafklaring" => "Jobafklaringsforløb", "Jobafklaringsforløb",
        /// The measures in a category 3 sygedagpenge case.
        #[da = "Indsatsen i en sygedagpengesag i kategori 3."]
        Sygedagpengeindsats = "sygedagpengeindsats" => "Indsats i sygedagpengesag, kategori 3", "Measures in a sygedagpenge case, category 3",
        /// Fleksjob.
        #[da = "Fleksjob."]
        Fleksjob = "fleksjob" => "Fleksjob", "Fleksjob",
        /// Support for a self-employed person.
        #[da = "Tilskud til selvstændigt erhvervsdrivende."]
        Tilskud = "tilskud" => "Tilskud til selvstændig virksomhed", "Support for the self-employed",
        /// Førtidspension.
        #[da = "Førtidspension."]
        Foertidspension = "foertidspension" => "Førtidspension", "Førtidspension",
        /// Revalidering.
        #[da = "Revalidering."]
        Revalidering = "revalidering" => "Revalidering", "Revalidering",
        /// Another measure.
        #[da = "En anden indsats."]
        AndenIndsats = "andenIndsats" => "Anden indsats", "Another measure",
        /// Refusal.
        #[da = "Afslag."]
        Afslag = "afslag" => "Afslag", "Refusal",
    }
}

part! {
    /// The municipality's decision (§ 2, stk. 3; § 5, stk. 1).
    #[da = "Kommunens afgørelse (§ 2, stk. 3; § 5, stk. 1)."]
    pub struct Afgoerelse {
        /// The day of the decision. ISO date.
        #[da = "Dagen for afgørelsen. ISO-dato."]
        dato: Field<Date> => "dato", "Afgørelsesdato", "Date of the decision", "§ 2, stk. 3";
        /// What was decided.
        #[da = "Hvad der blev afgjort."]
        udfald: Field<Afgoerelsesudfald> => "udfald", "Afgørelse", "Decision", "§ 5, stk. 1";
        /// The day of the first conversation with the citizen after the decision. ISO date.
        #[da = "Dagen for den første samtale med borgeren efter afgørelsen. ISO-dato."]
        foerste_samtaledato: Field<Date> => "foersteSamtaledato", "Første samtale efter afgørelsen", "First conversation after the decision", "profil: proces/PR8";
    }
}
