//! What exports and documents call the places of a plan, besides the titles that the model gives them.

use rehabplan::pointer;

/// A place, and the names that were met for it. In a list the place is the list, and the names are of its table or its
/// numbered columns.
pub(crate) const ALIASES: &[(&str, &[&str])] = &[
    (pointer!(sag.sagstype), &["Sagsart", "Type af sag", "Sagens type", "Forløbstype", "Sag"]),
    (pointer!(sag.kategori), &["Kategori", "Sygedagpenge kategori", "Visitationskategori"]),
    (pointer!(sag.kommunekode), &["Kommunenr", "Kommunenummer", "Myndighedskode"]),
    (pointer!(sag.foerste_forloeb), &["Første forløb", "Første jobafklaring"]),
    (pointer!(sag.uden_team), &["Uden om team", "Uden team", "Uden rehabiliteringsteam"]),
    (pointer!(sag.vaesentligt_nedsat), &["Væsentligt nedsat arbejdsevne", "Væsentligt nedsat"]),
    (pointer!(sag.helt_aabenbart), &["Helt åbenbart", "Åbenbar sag"]),
    (pointer!(sag.revurdering_22_uger), &["Revurdering 22 uger", "22 uger"]),
    (
        pointer!(forberedende_del.dato),
        &[
            "Forberedende del afsluttet",
            "Forberedende del dato",
            "Dato for forberedende del",
            "Forberedende del udarbejdet",
            "Forberedende del færdig",
            "Plan udarbejdet",
            "Plandato",
            "Udarbejdet den",
            "Afsluttet",
        ],
    ),
    (pointer!(forberedende_del.sagsgruppe), &["Gruppe", "Sagens gruppe"]),
    (
        pointer!(forberedende_del.samarbejde.med_borger),
        &["Udarbejdet med borgeren", "Borgeren medvirkede", "Borger inddraget"],
    ),
    (pointer!(forberedende_del.samarbejde.samtaledato), &["Samtaledato", "Dato for samtale", "Samtale"]),
    (
        pointer!(forberedende_del.borgerens_egen_vurdering),
        &["Egen vurdering", "Borgerens vurdering", "Borgerens egen vurdering"],
    ),
    (
        pointer!(forberedende_del.erfaringer_ressourcer),
        &[
            "Erfaringer og ressourcer i forhold til job og uddannelse",
            "Ressourcer og erfaringer i forhold til job og uddannelse",
            "Joberfaring",
            "Joberfaringer",
            "Job og uddannelse",
            "Erfaringer",
        ],
    ),
    (pointer!(forberedende_del.cv), &["Borgerens CV", "CV-tekst"]),
    (
        pointer!(forberedende_del.personlige_ressourcer.beskrivelse),
        &["Personlige ressourcer, herunder familie, netværk m.v.", "Personlige ressourcer"],
    ),
    (pointer!(forberedende_del.personlige_ressourcer.familie), &["Familieforhold", "Familiemæssige forhold"]),
    (pointer!(forberedende_del.personlige_ressourcer.netvaerk), &["Socialt netværk"]),
    (
        pointer!(forberedende_del.udfordringer.beskaeftigelse),
        &["Udfordringer i forhold til job", "Udfordringer job", "Barrierer job", "Beskæftigelsesmæssige barrierer"],
    ),
    (
        pointer!(forberedende_del.udfordringer.sociale),
        &["Sociale udfordringer", "Sociale barrierer", "Barrierer sociale"],
    ),
    (
        pointer!(forberedende_del.udfordringer.samlet),
        &[
            "Beskæftigelsesmæssige og sociale udfordringer i forhold til job eller uddannelse",
            "Beskæftigelsesmæssige og sociale udfordringer",
            "Udfordringer i forhold til at komme i job eller uddannelse",
            "Udfordringer i forhold til arbejde eller uddannelse",
            "Udfordringer i forhold til job og uddannelse",
            "Udfordringer",
        ],
    ),
    (
        pointer!(forberedende_del.oensker),
        &[
            "Ønsker til fremtidigt job og uddannelse",
            "Fremtidige ønsker til job og uddannelse",
            "Borgerens ønsker",
            "Ønsker",
            "Jobønsker",
            "Wishes",
        ],
    ),
    (pointer!(forberedende_del.maal), &["Uddannelses- og beskæftigelsesmål", "Beskæftigelsesmål"]),
    (
        pointer!(forberedende_del.helbred.situation),
        &["Helbredssituation, igangværende undersøgelser eller behandling", "Helbredsmæssig situation", "Helbred"],
    ),
    (
        pointer!(forberedende_del.helbred.igangvaerende),
        &[
            "Behandling, undersøgelser",
            "Igangværende behandling",
            "Undersøgelser og behandling",
            "Behandling",
            "Aktuel behandling",
        ],
    ),
    (
        pointer!(forberedende_del.helbred.borgerens_vurdering),
        &[
            "Vurdering af helbredets betydning for job og uddannelse",
            "Vurdering af helbredets betydning for job og uddannelsesmuligheder",
            "Helbredets betydning",
        ],
    ),
    (pointer!(forberedende_del.helbred.ingen_foreliggende), &["Ingen helbredsoplysninger"]),
    (
        pointer!(forberedende_del.forsoergelseshistorik),
        &["Hidtidig forsørgelseshistorik", "Forsørgelse", "Forsørgelsesgrundlag"],
    ),
    (
        pointer!(forberedende_del.forsoergelsesperioder),
        &["Forsørgelsesperioder", "Ydelser", "Ydelsesperioder", "Forsørgelse"],
    ),
    (
        pointer!(forberedende_del.hidtidig_indsats.beskaeftigelse),
        &[
            "Hidtidig beskæftigelsesindsats",
            "Tidligere indsatser",
            "Kommunens hidtidige indsats",
            "Hidtidige indsatser",
            "Forudgående indsats",
        ],
    ),
    (pointer!(forberedende_del.hidtidig_indsats.social_borger), &["Hidtidig social indsats", "Sociale indsatser"]),
    (pointer!(forberedende_del.hidtidig_indsats.sundhed), &["Hidtidig sundhedsindsats", "Sundhedsindsatser"]),
    (
        pointer!(forberedende_del.laege.dato),
        &["Lægeattest dato", "Attestdato", "LÆ 265 dato", "Dato for LÆ 265", "Rehabiliteringsattest dato"],
    ),
    (
        pointer!(forberedende_del.laege.attest),
        &["Lægeattest", "Lægeattest foreligger", "Attest foreligger", "Helbredsattest modtaget", "Lægeattest modtaget"],
    ),
    (pointer!(forberedende_del.laege.art), &["Lægeoplysning", "Lægeoplysningens art"]),
    (pointer!(forberedende_del.selvstaendig.timer_pr_uge), &["Timer i virksomheden", "Timer om ugen i virksomheden"]),
    (pointer!(sag.indsats_13d), &["§ 13 d", "Paragraf 13 d", "§ 13 d-indsats"]),
    (pointer!(forberedende_del.laege.attesttype), &["Attesttype", "Lægeattest type"]),
    (pointer!(forberedende_del.laege.rolle), &["Læge", "Lægens rolle", "Udstedt af"]),
    (pointer!(forberedende_del.laege.kommunens_vurdering), &["Attesten rækker", "Kommunens vurdering af attesten"]),
    (
        pointer!(moede.dato),
        &["Møde i rehabiliteringsteam", "Dato for møde", "Teammøde", "Møde i team", "Mødedato rehabiliteringsteam"],
    ),
    (pointer!(moede.deltagere), &["Mødedeltagere", "Deltagere i mødet"]),
    (pointer!(indstilling.dato), &["Dato for indstilling", "Indstilling dato"]),
    (pointer!(indstilling.udfald), &["Indstilling", "Indstillet til", "Indstillingstype", "Resultat af indstilling"]),
    (pointer!(indstilling.begrundelse), &["Begrundelse for indstilling", "Indstillingens begrundelse"]),
    (
        pointer!(indstilling.indsatser_tekst),
        &["Indstillet indsats", "Indstillet indsats (formål, indhold)", "Indstillede indsatser"],
    ),
    (pointer!(indstilling.opfoelgning), &["Opfølgning efter indstilling"]),
    (pointer!(indstilling.mentor_behov), &["Mentor", "Mentorbehov"]),
    (pointer!(afgoerelse.dato), &["Dato for afgørelse"]),
    (pointer!(afgoerelse.udfald), &["Afgørelse", "Resultat", "Afgørelsens udfald"]),
    (pointer!(forloeb.startdato), &["Forløb start", "Startdato for forløb", "Forløbets start", "Forløb fra"]),
    (pointer!(forloeb.slutdato), &["Forløb slut", "Slutdato for forløb", "Forløbets slut", "Forløb til"]),
    (pointer!(forloeb.varighed_maaneder), &["Varighed (måneder)", "Varighed i måneder"]),
    (pointer!(indsatsdel.dato), &["Indsatsdel dato", "Indsatsplan dato", "Indsatsdel udarbejdet"]),
    (pointer!(indsatsdel.maal.konkret), &["Konkret job- eller uddannelsesmål", "Jobmål"]),
    (pointer!(indsatsdel.maal.overordnet), &["Overordnet job- eller uddannelsesmål"]),
    (pointer!(indsatsdel.delmaal), &["Delmål"]),
    (
        pointer!(indsatsdel.tilbud),
        &[
            "Indsatser",
            "Indsats",
            "Aktiviteter",
            "Aktivitet",
            "Tilbud",
            "Foranstaltninger",
            "Tilbud og aktiviteter",
            "Measures",
            "Activities",
        ],
    ),
    (pointer!(indsatsdel.opfoelgninger), &["Opfølgningssamtaler", "Opfølgninger", "Samtaler"]),
    (pointer!(indsatsdel.opfoelgning), &["Opfølgning"]),
    (pointer!(indsatsdel.senest_opdateret), &["Indsatsdel opdateret", "Senest ajourført"]),
    (pointer!(indsatsdel.mentor.rolle_og_opgaver), &["Mentorens opgaver"]),
    ("*/startdato", &["Startdato", "Start", "Fra", "Fra dato", "Begyndt", "Periode fra", "Første dag"]),
    ("*/slutdato", &["Slutdato", "Slut", "Til", "Til dato", "Afsluttet", "Periode til", "Sidste dag"]),
    (
        "*/beskrivelse",
        &["Beskrivelse", "Indsats", "Aktivitet", "Tilbud", "Navn", "Titel", "Foranstaltning", "Delmål", "Description"],
    ),
    ("*/indhold", &["Indhold", "Indsats", "Beskrivelse", "Aktivitet", "Tilbud"]),
    ("*/ydelse", &["Ydelse", "Ydelsestype", "Forsørgelse"]),
    ("*/ansvarligMyndighed", &["Ansvarlig", "Ansvarlig myndighed", "Myndighed", "Enhed"]),
    ("*/aktivitetIdentifier", &["Aktivitet id", "Indsats id", "Aktivitetsnummer"]),
    ("*/kortsigtetMaal", &["Kortsigtet mål", "Mål på kort sigt", "Mål"]),
    ("*/indsatstype", &["Type", "Art", "Indsatsart"]),
    ("*/titel", &["Titel", "Dokument", "Navn"]),
    ("*/dato", &["Dato"]),
];

/// What the id of a case is called.
pub(crate) const IDS: &[&str] = &[
    "Sagsnr",
    "Sagsnr.",
    "Sagsnummer",
    "Sag nr",
    "Sag nummer",
    "Sags-id",
    "Sagsid",
    "Sag id",
    "Journalnummer",
    "Journalnr",
    "Sagsløbenummer",
    "Sagsløbenr",
    "Sagsident",
    "Sagsnøgle",
    "Case id",
    "Case number",
    "Case no",
    "Forløbs-id",
    "Forløbsnr",
    "Forløbsnummer",
    "Plan id",
    "Plannr",
    "Plannummer",
    "Løbenummer",
    "Løbenr",
    "CPR-løbenummer",
    "CPR-løbenr",
    "Id",
    "Nr",
    "Sag",
];

/// What cases are grouped by.
pub(crate) const GROUPS: &[&str] = &[
    "Kommune",
    "Distrikt",
    "Afdeling",
    "Enhed",
    "Team",
    "Center",
    "Måned",
    "Kvartal",
    "År",
    "Område",
    "Jobcenter",
    "District",
    "Unit",
    "Month",
];

/// What tells who somebody is: never an id that goes into a report, and never carried along.
pub(crate) const PERSONAL: &[&str] = &[
    "CPR",
    "CPR-nr",
    "CPR-nummer",
    "Personnummer",
    "Navn",
    "Borger",
    "Borgerens navn",
    "Fornavn",
    "Efternavn",
    "Adresse",
];

/// Whether a column may be called so, by a name that is met often.
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(crate) fn knows(name: &str) -> bool {
    use std::collections::HashSet;
    use std::sync::LazyLock;

    use crate::names::normal;

    static NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let aliases = ALIASES.iter().flat_map(|(_, names)| *names);
        aliases.chain(IDS).chain(GROUPS).chain(PERSONAL).map(|name| normal(name)).collect()
    });
    NAMES.contains(&normal(name))
}

#[cfg(test)]
mod tests {
    use rehabplan::Plan;
    use rehabplan::plan::{FieldInfo, FieldKind};

    use super::ALIASES;

    /// Whether entries of some list have a field.
    fn is_in_a_list(fields: &[FieldInfo], key: &str) -> bool {
        fields.iter().any(|field| match field.kind {
            FieldKind::Part { fields } => is_in_a_list(fields, key),
            FieldKind::List { entry: FieldKind::Part { fields } } => {
                fields.iter().any(|field| field.key == key) || is_in_a_list(fields, key)
            }
            _ => false,
        })
    }

    #[test]
    fn what_is_named_of_any_list_is_a_field_of_one() {
        let ends = ALIASES.iter().filter_map(|(place, _)| place.strip_prefix("*/"));
        assert!(ends.clone().count() > 0);
        for key in ends {
            assert!(is_in_a_list(Plan::fields(), key), "{key}");
        }
    }
}
