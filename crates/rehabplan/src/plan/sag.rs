use super::{Count, Date, Field, Number, Text};

codes! {
    /// What the case is about (§ 1).
    #[da = "Hvad sagen handler om (§ 1)."]
    pub enum Sagstype {
        /// Ressourceforløb (§ 1, stk. 1, nr. 1).
        #[da = "Ressourceforløb (§ 1, stk. 1, nr. 1)."]
        Ressourceforloeb = "ressourceforloeb" => "Ressourceforløb", "Ressourceforløb",
        /// Jobafklaringsforløb, the first or a new one (§ 1, stk. 1, nr. 2-3).
        #[da = "Jobafklaringsforløb, det første eller et nyt (§ 1, stk. 1, nr. 2-3)."]
        Jobafklaringsforloeb = "jobafklaringsforloeb" | "jobafklaring" => "Jobafklaringsforløb", "Jobafklaringsforløb",
        /// Sygedagpenge; only category 3 falls under the regulation (§ 1, stk. 1, nr. 2).
        #[da = "Sygedagpenge; kun kategori 3 er omfattet af bekendtgørelsen (§ 1, stk. 1, nr. 2)."]
        Sygedagpenge = "sygedagpenge" => "Sygedagpenge", "Sygedagpenge",
        /// Fleksjob (§ 1, stk. 1, nr. 4).
        #[da = "Fleksjob (§ 1, stk. 1, nr. 4)."]
        Fleksjob = "fleksjob" => "Fleksjob", "Fleksjob",
        /// Support for a self-employed person (§ 1, stk. 1, nr. 4).
        #[da = "Tilskud til selvstændigt erhvervsdrivende (§ 1, stk. 1, nr. 4)."]
        Tilskud = "tilskud" => "Tilskud til selvstændig virksomhed", "Support for the self-employed",
        /// Førtidspension, with or without the team (§ 1, stk. 1, nr. 5, and stk. 3).
        #[da = "Førtidspension, med eller uden teamet (§ 1, stk. 1, nr. 5, og stk. 3)."]
        Foertidspension = "foertidspension" => "Førtidspension", "Førtidspension",
        /// Revalidering (§ 1, stk. 4).
        #[da = "Revalidering (§ 1, stk. 4)."]
        Revalidering = "revalidering" => "Revalidering", "Revalidering",
        /// Another case, which the municipality may choose to put to the team (§ 1, stk. 5).
        #[da = "En anden sag, som kommunen kan vælge at forelægge teamet (§ 1, stk. 5)."]
        Anden = "anden" => "Anden sag", "Another case",
    }
}

part! {
    /// The facts that decide which of the 15 case variants the case is (§ 1; § 12; § 13).
    ///
    /// A fact that is left out never triggers an exemption.
    #[da = "De oplysninger, der afgør, hvilken af de 15 sagstyper sagen er (§ 1; § 12; § 13). En oplysning, der ikke er givet, udløser aldrig en undtagelse."]
    pub struct Sag<'a> {
        /// What the case is about.
        #[da = "Hvad sagen handler om."]
        sagstype: Field<Sagstype> => "sagstype", "Sagstype", "Type of case", "§ 1";
        /// Both fleksjob and support for the self-employed are to be considered. The case type is one of the two,
        /// and the requirements of both apply.
        #[da = "Der skal tages stilling til både fleksjob og tilskud til selvstændige. Sagstypen er en af de to, og kravene til begge gælder."]
        blandet_fleksjob_tilskud: Field<bool> => "blandetFleksjobTilskud", "Både fleksjob og tilskud", "Both fleksjob and support", "§ 1, stk. 1, nr. 4";
        /// Whether this is the first jobafklaringsforløb; any later one is a new one.
        #[da = "Om det er det første jobafklaringsforløb; ethvert senere er et nyt."]
        foerste_forloeb: Field<bool> => "foersteForloeb", "Første jobafklaringsforløb", "First jobafklaringsforløb", "§ 1, stk. 1, nr. 2-3";
        /// Whether the citizen passes to jobafklaring at the reassessment after 22 weeks.
        #[da = "Om borgeren overgår til jobafklaring ved revurderingen efter 22 uger."]
        revurdering_22_uger: Field<bool> => "revurdering22Uger", "Overgang ved revurdering efter 22 uger", "Transition at the reassessment after 22 weeks", "§ 4, stk. 2";
        /// Whether the citizen has had the interdisciplinary measure under § 13 d of the sygedagpenge act.
        #[da = "Om borgeren har fået den tværfaglige indsats efter sygedagpengelovens § 13 d."]
        indsats_13d: Field<bool> => "indsats13d", "Har fået indsats efter sygedagpengelovens § 13 d", "Has had measures under § 13 d of the sygedagpenge act", "§ 1, stk. 2";
        /// Whether sygedagpenge ended under § 24, stk. 1, of the sygedagpenge act.
        #[da = "Om sygedagpengene er ophørt efter sygedagpengelovens § 24, stk. 1."]
        ophoer_24_1: Field<bool> => "ophoer24Stk1", "Sygedagpenge ophørt efter § 24, stk. 1", "Sygedagpenge ended under § 24, stk. 1", "§ 1, stk. 2";
        /// Whether the citizen is expected to be fit for work within 8 weeks; such a jobafklaring case is not put to
        /// the team.
        #[da = "Om borgeren ventes raskmeldt inden 8 uger; en sådan jobafklaringssag forelægges ikke teamet."]
        forventet_raskmelding_8_uger: Field<bool> => "forventetRaskmelding8Uger", "Raskmelding ventes inden 8 uger", "Fit for work expected within 8 weeks", "§ 1, stk. 1";
        /// The sygedagpenge category, 1 to 3.
        #[da = "Sygedagpengekategorien, 1 til 3."]
        kategori: Field<Count<1, 3>> => "kategori", "Sygedagpengekategori", "Sygedagpenge category", "§ 1, stk. 1, nr. 2";
        /// Whether the citizen's ability to work is substantially reduced.
        #[da = "Om borgerens arbejdsevne er væsentligt nedsat."]
        vaesentligt_nedsat: Field<bool> => "vaesentligtNedsat", "Arbejdsevnen er væsentligt nedsat", "The ability to work is substantially reduced", "§ 12, stk. 1";
        /// Whether it is entirely obvious that the ability to work cannot be improved.
        #[da = "Om det er helt åbenbart, at arbejdsevnen ikke kan forbedres."]
        helt_aabenbart: Field<bool> => "heltAabenbart", "Helt åbenbart, at arbejdsevnen ikke kan forbedres", "Entirely obvious that the ability to work cannot be improved", "§ 12, stk. 1";
        /// Whether the citizen has applied under § 17, stk. 2, of the pensions act.
        #[da = "Om borgeren har søgt efter pensionslovens § 17, stk. 2."]
        ansoegning_17_2: Field<bool> => "ansoegning17Stk2", "Ansøgning efter pensionslovens § 17, stk. 2", "Application under § 17, stk. 2, of the pensions act", "§ 13, stk. 1";
        /// Whether the municipality handles the pension case without the team.
        #[da = "Om kommunen behandler pensionssagen uden om teamet."]
        uden_team: Field<bool> => "udenTeam", "Behandles uden om rehabiliteringsteamet", "Treated without the rehabilitation team", "§ 1, stk. 3";
        /// The provision of the pensions act that lets the case go without the team: `17,3` (or the older `17,4`) or
        /// `18,2`. Spelled-out forms such as `§ 18, stk. 2` are read too.
        #[da = "Den bestemmelse i pensionsloven, som sagen behandles uden om teamet efter: `17,3` (eller den ældre `17,4`) eller `18,2`. Udskrevne former som `§ 18, stk. 2` læses også."]
        uden_team_hjemmel: Field<Text<'a>> => "udenTeamHjemmel", "Hjemmel til behandling uden om teamet", "Legal basis for treatment without the team", "§ 1, stk. 3";
        /// In another case: whether the municipality has chosen to apply the regulation.
        #[da = "I en anden sag: om kommunen har valgt at anvende bekendtgørelsen."]
        anvend_bekendtgoerelsen: Field<bool> => "anvendBekendtgoerelsen", "Bekendtgørelsen anvendes frivilligt", "The regulation is applied by choice", "§ 1, stk. 5";
        /// The code of the municipality, such as `851`. Decides whether a profile for some municipalities has effect.
        #[da = "Kommunens kode, som `851`. Afgør, om en profil for bestemte kommuner har virkning."]
        kommunekode: Field<Text<'a>> => "kommunekode", "Kommunekode", "Code of the municipality", "profil: myndigheder";
        /// The day on which the citizen passed to jobafklaring. ISO date.
        #[da = "Den dag, borgeren overgik til jobafklaring. ISO-dato."]
        overgangsdato: Field<Date> => "overgangsdato", "Overgang til jobafklaring", "Transition to jobafklaring", "profil: proces/PR1";
        /// Whether a new ressourceforløb follows an earlier one.
        #[da = "Om et nyt ressourceforløb følger efter et tidligere."]
        nyt_ressourceforloeb: Field<bool> => "nytRessourceforloeb", "Nyt ressourceforløb efter et tidligere", "New ressourceforløb after an earlier one", "profil: proces/PR7";
        /// The last day of the earlier one. ISO date.
        #[da = "Det tidligere forløbs sidste dag. ISO-dato."]
        forrige_forloeb_slutdato: Field<Date> => "forrigeForloebSlutdato", "Det tidligere forløbs sidste dag", "Last day of the earlier course", "profil: proces/PR7";
        /// Whether the case is about extending a ressourceforløb that runs.
        #[da = "Om sagen handler om at forlænge et ressourceforløb, der er i gang."]
        forlaengelse: Field<bool> => "forlaengelse", "Forlængelse af et ressourceforløb", "Extension of a ressourceforløb", "profil: forslag/2018-forlaengelse-uden-team";
        /// Whether there is new information since the team last saw the case.
        #[da = "Om der er nye oplysninger, siden teamet sidst så sagen."]
        nye_oplysninger: Field<bool> => "nyeOplysninger", "Nye oplysninger siden sidste møde", "New information since the last meeting", "profil: forslag/2018-forlaengelse-uden-team";
        /// Hours a week that the citizen can work, 0 to 168.
        #[da = "Timer om ugen, borgeren kan arbejde, 0 til 168."]
        arbejdsevne_timer: Field<Number<0, 168>> => "arbejdsevneTimerPrUge", "Arbejdsevne i timer om ugen", "Ability to work in hours a week", "profil: forsøgets tema 1B";
        /// How many pages the documents of the case have.
        #[da = "Hvor mange sider sagens dokumenter har."]
        sideantal: Field<Count<0, 100000>> => "sideantal", "Sagens sider", "Pages of the case", "profil: proces/PR10";
    }
}
