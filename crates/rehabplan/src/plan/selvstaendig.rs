use super::{Field, Number, Text, TextOrNumber};

part! {
    /// In support for the self-employed: the work in the business (§ 15, stk. 1).
    #[da = "Ved tilskud til selvstændige: arbejdet i virksomheden (§ 15, stk. 1)."]
    pub struct Selvstaendig<'a> {
        /// The citizen's tasks in the business.
        #[da = "Borgerens opgaver i virksomheden."]
        opgaver: Field<Text<'a>> => "opgaver", "Opgaver i virksomheden", "Tasks in the business", "§ 15, stk. 1, nr. 1";
        /// The tasks that are difficult.
        #[da = "De opgaver, der er svære."]
        svaere_opgaver: Field<Text<'a>> => "svaereOpgaver", "Svære opgaver", "Difficult tasks", "§ 15, stk. 1, nr. 1";
        /// What the citizen does to make up for the difficulties.
        #[da = "Hvad borgeren gør for at kompensere for udfordringerne."]
        kompensation: Field<Text<'a>> => "kompensation", "Kompensation", "Compensation", "§ 15, stk. 1, nr. 1";
        /// Hours a week that the citizen can work in the business, 0 to 168; 0 is an answer.
        #[da = "Timer om ugen, borgeren kan arbejde i virksomheden, 0 til 168; 0 er et svar."]
        timer_pr_uge: Field<Number<0, 168>> => "timerPrUge", "Timer om ugen", "Hours a week", "§ 15, stk. 1, nr. 1";
        /// To what extent the citizen has worked in the business in the last 24 months, in words or as a number of
        /// hours a week, 0 to 168.
        #[da = "I hvilket omfang borgeren har arbejdet i virksomheden de sidste 24 måneder, i ord eller som timer om ugen, 0 til 168."]
        omfang_24_mdr: Field<TextOrNumber<'a>> => "omfang24Mdr", "Arbejdsomfang de sidste 24 måneder", "Extent of work in the last 24 months", "§ 15, stk. 1, nr. 2";
        /// Whether the citizen has other work.
        #[da = "Om borgeren har andet arbejde."]
        andet_arbejde: Field<bool> => "andetArbejde", "Andet arbejde", "Other work", "§ 15, stk. 1, nr. 3";
        /// What the other work is.
        #[da = "Hvad det andet arbejde er."]
        andet_arbejde_tekst: Field<Text<'a>> => "andetArbejdeTekst", "Hvilket andet arbejde", "Which other work", "§ 15, stk. 1, nr. 3";
        /// Personal resources and network.
        #[da = "Personlige ressourcer og netværk."]
        ressourcer: Field<Text<'a>> => "ressourcer", "Personlige ressourcer og netværk", "Personal resources and network", "§ 15, stk. 1, nr. 4";
        /// Social challenges.
        #[da = "Sociale udfordringer."]
        sociale_udfordringer: Field<Text<'a>> => "socialeUdfordringer", "Sociale udfordringer", "Social challenges", "§ 15, stk. 1, nr. 4";
        /// Health.
        #[da = "Helbred."]
        helbred: Field<Text<'a>> => "helbred", "Helbred", "Health", "§ 15, stk. 1, nr. 5";
        /// The citizen's own view of health.
        #[da = "Borgerens eget syn på sit helbred."]
        helbredsperspektiv: Field<Text<'a>> => "helbredsperspektiv", "Eget helbredsperspektiv", "Own perspective on health", "§ 15, stk. 1, nr. 5";
        /// The citizen's assessment of what health means for continuing the business.
        #[da = "Borgerens vurdering af, hvad helbredet betyder for at fortsætte virksomheden."]
        helbredets_betydning: Field<Text<'a>> => "helbredetsBetydning", "Egen vurdering af helbredets betydning", "Own assessment of what the health means", "§ 15, stk. 1, nr. 5";
        /// The two in one text. Accepted, with a warning.
        #[da = "De to i én tekst. Godtages, med en advarsel."]
        helbredsperspektiv_og_betydning: Field<Text<'a>> => "helbredsperspektivOgBetydning", "Helbredsperspektiv og betydning i ét felt", "Perspective on health and what it means, in one field", "§ 15, stk. 1, nr. 5";
        /// Ongoing examination or treatment; "ingen" is an answer.
        #[da = "Igangværende undersøgelse eller behandling; »ingen« er et svar."]
        igangvaerende: Field<Text<'a>> => "igangvaerende", "Igangværende undersøgelse eller behandling", "Examination or treatment in progress", "§ 15, stk. 1, nr. 6";
    }
}
