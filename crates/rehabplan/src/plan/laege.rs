use super::{Date, Dokument, Field, Text};

codes! {
    /// Who gave the medical assessment (§ 4, stk. 1).
    #[da = "Hvem der har afgivet lægens vurdering (§ 4, stk. 1)."]
    pub enum Laegerolle {
        /// The citizen's GP: the only one who meets § 4, stk. 1.
        #[da = "Borgerens praktiserende læge, den eneste, der opfylder § 4, stk. 1."]
        PraktiserendeLaege = "praktiserendeLaege" => "Borgerens praktiserende læge", "The citizen's GP",
        /// A specialist.
        #[da = "En speciallæge."]
        Speciallaege = "speciallaege" => "Speciallæge", "Specialist",
        /// A hospital doctor.
        #[da = "En hospitalslæge."]
        Hospitalslaege = "hospitalslaege" => "Hospitalslæge", "Hospital doctor",
        /// The doctor of the region's clinical function.
        #[da = "Lægen i regionens kliniske funktion."]
        KliniskFunktion = "kliniskFunktion" => "Læge i klinisk funktion", "Doctor of the clinical function",
        /// Somebody else.
        #[da = "En anden."]
        Anden = "anden" => "Anden", "Other",
    }
}

codes! {
    /// What the medical document is (§ 4, stk. 1-2).
    #[da = "Hvad lægens dokument er (§ 4, stk. 1-2)."]
    pub enum Laegeart {
        /// The GP's assessment under § 4, stk. 1.
        #[da = "Den praktiserende læges vurdering efter § 4, stk. 1."]
        Laegevurdering = "laegevurdering" => "Den praktiserende læges vurdering", "The GP's assessment",
        /// The certificate made for the first follow-up conversation under § 11 a of the sygedagpenge act.
        #[da = "Attesten til den første opfølgningssamtale efter sygedagpengelovens § 11 a."]
        Opfoelgningsattest = "opfoelgningsattest" => "Attest til den første opfølgningssamtale", "Certificate for the first follow-up conversation",
    }
}

part! {
    /// The GP's assessment of the citizen's health in relation to work (§ 4).
    #[da = "Den praktiserende læges vurdering af borgerens helbred i forhold til at arbejde (§ 4)."]
    pub struct Laege<'a> {
        /// The day of the assessment. ISO date.
        #[da = "Dagen for vurderingen. ISO-dato."]
        dato: Field<Date> => "dato", "Attestens dato", "Date of the certificate", "§ 4, stk. 1";
        /// Who gave it.
        #[da = "Hvem der har afgivet den."]
        rolle: Field<Laegerolle> => "rolle", "Lægens rolle", "The doctor's role", "§ 4, stk. 1";
        /// Whether it is the GP's assessment or the follow-up certificate.
        #[da = "Om det er den praktiserende læges vurdering eller opfølgningsattesten."]
        art: Field<Laegeart> => "art", "Lægeoplysningens art", "Kind of medical information", "§ 4, stk. 1-2";
        /// Whether the assessment rests on a consultation with the citizen.
        #[da = "Om vurderingen bygger på en konsultation med borgeren."]
        konsultation: Field<bool> => "konsultation", "Bygger på en konsultation", "Based on a consultation", "§ 4, stk. 3";
        /// The day of the consultation. ISO date.
        #[da = "Dagen for konsultationen. ISO-dato."]
        konsultationsdato: Field<Date> => "konsultationsdato", "Konsultationens dato", "Date of the consultation", "§ 4, stk. 3";
        /// Relevant health conditions.
        #[da = "De helbredsforhold, der har betydning."]
        helbredsforhold: Field<Text<'a>> => "helbredsforhold", "Relevante helbredsforhold", "Relevant health conditions", "§ 4, stk. 3, nr. 1";
        /// Special considerations that health will require.
        #[da = "De særlige hensyn, som helbredet kræver."]
        saerlige_hensyn: Field<Text<'a>> => "saerligeHensyn", "Særlige hensyn", "Special considerations", "§ 4, stk. 3, nr. 2";
        /// The doctor's comments on the citizen's own view of health and work.
        #[da = "Lægens kommentarer til borgerens eget syn på helbred og arbejde."]
        kommentar_til_borger: Field<Text<'a>> => "kommentarTilBorger", "Kommentarer til borgerens perspektiv", "Comments on the citizen's perspective", "§ 4, stk. 3, nr. 3";
        /// Other matters of importance.
        #[da = "Andre forhold af betydning."]
        andre_forhold: Field<Text<'a>> => "andreForhold", "Andre forhold af betydning", "Other matters of importance", "§ 4, stk. 3, nr. 4";
        /// Whether the assessment was given on a medical certificate.
        #[da = "Om vurderingen er afgivet på en lægeattest."]
        attest: Field<bool> => "attest", "Afgivet på en lægeattest", "Given on a medical certificate", "§ 4, stk. 4";
        /// The kind of document, such as `LÆ 265`.
        #[da = "Dokumentets art, som `LÆ 265`."]
        attesttype: Field<Text<'a>> => "attesttype", "Attesttype", "Type of certificate", "§ 4, stk. 4";
        /// The certificate as an attached document. A machine cannot read what it says.
        #[da = "Attesten som vedlagt dokument. En maskine kan ikke læse, hvad der står i det."]
        vedlagt_attest: Dokument<'a> => "vedlagtAttest", "Vedlagt attest", "Attached certificate", "§ 4, stk. 3-4";
        /// With the follow-up certificate: whether the municipality finds that it and the other health information
        /// are enough for the team.
        #[da = "Ved en opfølgningsattest: om kommunen vurderer, at den og de øvrige helbredsoplysninger er nok for teamet."]
        kommunens_vurdering: Field<bool> => "kommunensVurdering", "Kommunen vurderer, at attesten rækker", "The municipality finds the certificate enough", "§ 4, stk. 2, 2. pkt.";
        /// The reasons why the municipality finds so.
        #[da = "Begrundelsen for kommunens vurdering."]
        kommunens_vurdering_tekst: Field<Text<'a>> => "kommunensVurderingTekst", "Begrundelse for, at attesten rækker", "Reasons why the certificate is enough", "§ 4, stk. 2, 2. pkt.";
    }
}

part! {
    /// The ground on which the GP's assessment is left out (§ 4, stk. 1, 2. pkt.; § 12; § 13).
    #[da = "Grundlaget for, at den praktiserende læges vurdering er udeladt (§ 4, stk. 1, 2. pkt.; § 12; § 13)."]
    pub struct LaegeFritagelse<'a> {
        /// The provision: `4,2`, `12,1`, `12,2`, `13,1` or `13,2`. Spelled-out forms such as `§ 12, stk. 1` are read
        /// too.
        #[da = "Bestemmelsen: `4,2`, `12,1`, `12,2`, `13,1` eller `13,2`. Udskrevne former som `§ 12, stk. 1` læses også."]
        hjemmel: Field<Text<'a>> => "hjemmel", "Hjemmel", "Legal basis", "§ 4, stk. 1, 2. pkt.";
        /// Under § 12: whether the municipality finds the health information sufficient.
        #[da = "Efter § 12: om kommunen vurderer, at helbredsoplysningerne er tilstrækkelige."]
        kommunens_vurdering: Field<bool> => "kommunensVurdering", "Kommunen vurderer, at helbredsoplysningerne er tilstrækkelige", "The municipality finds the health information sufficient", "§ 12, stk. 1, 2. pkt.";
        /// The reasons for that.
        #[da = "Begrundelsen for det."]
        begrundelse: Field<Text<'a>> => "begrundelse", "Begrundelse", "Reasons", "§ 12, stk. 1, 2. pkt.";
    }
}
