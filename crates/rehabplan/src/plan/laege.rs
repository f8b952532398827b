use super::{Date, Dokument, Field, Text};

codes! {
    /// Who gave the medical assessment (§ 4, stk. 1).
    pub enum Laegerolle {
        /// The citizen's GP: the only one who meets § 4, stk. 1.
        PraktiserendeLaege = "praktiserendeLaege",
        /// A specialist.
        Speciallaege = "speciallaege",
        /// A hospital doctor.
        Hospitalslaege = "hospitalslaege",
        /// The doctor of the region's clinical function.
        KliniskFunktion = "kliniskFunktion",
        /// Somebody else.
        Anden = "anden",
    }
}

codes! {
    /// What the medical document is (§ 4, stk. 1-2).
    pub enum Laegeart {
        /// The GP's assessment under § 4, stk. 1.
        Laegevurdering = "laegevurdering",
        /// The certificate made for the first follow-up conversation under § 11 a of the sickness benefit act.
        Opfoelgningsattest = "opfoelgningsattest",
    }
}

part! {
    /// The GP's assessment of the citizen's health in relation to work (§ 4).
    pub struct Laege<'a> {
        /// The day of the assessment. ISO date.
        dato: Field<Date> => "dato", "Attestens dato", "§ 4, stk. 1";
        /// Who gave it.
        rolle: Field<Laegerolle> => "rolle", "Lægens rolle", "§ 4, stk. 1";
        /// Whether it is the GP's assessment or the follow-up certificate.
        art: Field<Laegeart> => "art", "Lægeoplysningens art", "§ 4, stk. 1-2";
        /// Whether the assessment rests on a consultation with the citizen.
        konsultation: Field<bool> => "konsultation", "Bygger på en konsultation", "§ 4, stk. 3";
        /// The day of the consultation. ISO date.
        konsultationsdato: Field<Date> => "konsultationsdato", "Konsultationens dato", "§ 4, stk. 3";
        /// Relevant health conditions.
        helbredsforhold: Field<Text<'a>> => "helbredsforhold", "Relevante helbredsforhold", "§ 4, stk. 3, nr. 1";
        /// Special considerations that health will require.
        saerlige_hensyn: Field<Text<'a>> => "saerligeHensyn", "Særlige hensyn", "§ 4, stk. 3, nr. 2";
        /// The doctor's comments on the citizen's own view of health and work.
        kommentar_til_borger: Field<Text<'a>> => "kommentarTilBorger", "Kommentarer til borgerens perspektiv", "§ 4, stk. 3, nr. 3";
        /// Other matters of importance.
        andre_forhold: Field<Text<'a>> => "andreForhold", "Andre forhold af betydning", "§ 4, stk. 3, nr. 4";
        /// Whether the assessment was given on a medical certificate.
        attest: Field<bool> => "attest", "Afgivet på en lægeattest", "§ 4, stk. 4";
        /// The kind of document, such as `LÆ 265`.
        attesttype: Field<Text<'a>> => "attesttype", "Attesttype", "§ 4, stk. 4";
        /// The certificate as an attached document. A machine cannot read what it says.
        vedlagt_attest: Dokument<'a> => "vedlagtAttest", "Vedlagt attest", "§ 4, stk. 3-4";
        /// With the follow-up certificate: whether the municipality finds that it and the other health information
        /// are enough for the team.
        kommunens_vurdering: Field<bool> => "kommunensVurdering", "Kommunen vurderer, at attesten rækker", "§ 4, stk. 2, 2. pkt.";
        /// The reasons for that.
        kommunens_vurdering_tekst: Field<Text<'a>> => "kommunensVurderingTekst", "Begrundelse for, at attesten rækker", "§ 4, stk. 2, 2. pkt.";
    }
}

part! {
    /// The ground on which the GP's assessment is left out (§ 4, stk. 1, 2. pkt.; § 12; § 13).
    pub struct LaegeFritagelse<'a> {
        /// The provision: `4,2`, `12,1`, `12,2`, `13,1` or `13,2`. Spelled-out forms such as `§ 12, stk. 1` are read
        /// too.
        hjemmel: Field<Text<'a>> => "hjemmel", "Hjemmel", "§ 4, stk. 1, 2. pkt.";
        /// Under § 12: whether the municipality finds the health information sufficient.
        kommunens_vurdering: Field<bool> => "kommunensVurdering", "Kommunen vurderer, at helbredsoplysningerne er tilstrækkelige", "§ 12, stk. 1, 2. pkt.";
        /// The reasons for that.
        begrundelse: Field<Text<'a>> => "begrundelse", "Begrundelse", "§ 12, stk. 1, 2. pkt.";
    }
}
