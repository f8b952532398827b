use super::{Field, Number, Text, TextOrNumber};

part! {
    /// In support for the self-employed: the work in the business (§ 15, stk. 1).
    pub struct Selvstaendig<'a> {
        /// The citizen's tasks in the business.
        opgaver: Field<Text<'a>> => "opgaver", "Opgaver i virksomheden", "§ 15, stk. 1, nr. 1";
        /// The tasks that are difficult.
        svaere_opgaver: Field<Text<'a>> => "svaereOpgaver", "Svære opgaver", "§ 15, stk. 1, nr. 1";
        /// What the citizen does to make up for it.
        kompensation: Field<Text<'a>> => "kompensation", "Kompensation", "§ 15, stk. 1, nr. 1";
        /// Hours a week that the citizen can work in the business, 0 to 168; 0 is an answer.
        timer_pr_uge: Field<Number<0, 168>> => "timerPrUge", "Timer om ugen", "§ 15, stk. 1, nr. 1";
        /// To what extent the citizen has worked in the business in the last 24 months, in words or as a number of
        /// hours a week.
        omfang_24_mdr: Field<TextOrNumber<'a>> => "omfang24Mdr", "Arbejdsomfang de sidste 24 måneder", "§ 15, stk. 1, nr. 2";
        /// Whether the citizen has other work.
        andet_arbejde: Field<bool> => "andetArbejde", "Andet arbejde", "§ 15, stk. 1, nr. 3";
        /// What the other work is.
        andet_arbejde_tekst: Field<Text<'a>> => "andetArbejdeTekst", "Hvilket andet arbejde", "§ 15, stk. 1, nr. 3";
        /// Personal resources and network.
        ressourcer: Field<Text<'a>> => "ressourcer", "Personlige ressourcer og netværk", "§ 15, stk. 1, nr. 4";
        /// Social challenges.
        sociale_udfordringer: Field<Text<'a>> => "socialeUdfordringer", "Sociale udfordringer", "§ 15, stk. 1, nr. 4";
        /// Health.
        helbred: Field<Text<'a>> => "helbred", "Helbred", "§ 15, stk. 1, nr. 5";
        /// The citizen's own view of health.
        helbredsperspektiv: Field<Text<'a>> => "helbredsperspektiv", "Eget helbredsperspektiv", "§ 15, stk. 1, nr. 5";
        /// The citizen's assessment of what health means for keeping the business.
        helbredets_betydning: Field<Text<'a>> => "helbredetsBetydning", "Egen vurdering af helbredets betydning", "§ 15, stk. 1, nr. 5";
        /// The two in one text. Accepted, with a warning.
        helbredsperspektiv_og_betydning: Field<Text<'a>> => "helbredsperspektivOgBetydning", "Helbredsperspektiv og betydning i ét felt", "§ 15, stk. 1, nr. 5";
        /// Ongoing examination or treatment; "ingen" is an answer.
        igangvaerende: Field<Text<'a>> => "igangvaerende", "Igangværende undersøgelse eller behandling", "§ 15, stk. 1, nr. 6";
    }
}
