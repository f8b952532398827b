use super::{Date, Field};

codes! {
    /// What the municipality decides. Independent of the case type and of the recommendation.
    pub enum Afgoerelsesudfald {
        /// Ressourceforløb.
        Ressourceforloeb = "ressourceforloeb",
        /// Jobafklaringsforløb, the first or a new one.
        Jobafklaringsforloeb = "jobafklaringsforloeb" | "jobafklaring",
        /// The measures in a category 3 sickness benefit case.
        Sygedagpengeindsats = "sygedagpengeindsats",
        /// Fleksjob.
        Fleksjob = "fleksjob",
        /// Support for a self-employed person.
        Tilskud = "tilskud",
        /// Førtidspension.
        Foertidspension = "foertidspension",
        /// Revalidering.
        Revalidering = "revalidering",
        /// Another measure.
        AndenIndsats = "andenIndsats",
        /// Refusal.
        Afslag = "afslag",
    }
}

part! {
    /// The municipality's decision (§ 2, stk. 3; § 5, stk. 1).
    pub struct Afgoerelse {
        /// The day of the decision. ISO date.
        dato: Field<Date> => "dato", "Afgørelsesdato", "§ 2, stk. 3";
        /// What was decided.
        udfald: Field<Afgoerelsesudfald> => "udfald", "Afgørelse", "§ 5, stk. 1";
        /// The day of the first conversation with the citizen after the decision. ISO date.
        foerste_samtaledato: Field<Date> => "foersteSamtaledato", "Første samtale efter afgørelsen", "profil: proces/PR8";
    }
}
