//! What exports and documents call the places of a plan, besides the titles that the model gives them.

/// A place, and the names that were met for it. In a list the place is the list, and the names are of its table or its
/// numbered columns.
pub(crate) const ALIASES: &[(&str, &[&str])] = &[
    ("/sag/sagstype", &["Sagsart", "Type af sag", "Sagens type", "Forløbstype", "Sag"]),
    ("/sag/kategori", &["Kategori", "Sygedagpenge kategori", "Visitationskategori"]),
    ("/sag/kommunekode", &["Kommunenr", "Kommunenummer", "Myndighedskode"]),
    ("/sag/foersteForloeb", &["Første forløb", "Første jobafklaring"]),
    ("/sag/udenTeam", &["Uden om team", "Uden team", "Uden rehabiliteringsteam"]),
    ("/sag/vaesentligtNedsat", &["Væsentligt nedsat arbejdsevne", "Væsentligt nedsat"]),
    ("/sag/heltAabenbart", &["Helt åbenbart", "Åbenbar sag"]),
    ("/sag/revurdering22Uger", &["Revurdering 22 uger", "22 uger"]),
    (
        "/forberedendeDel/dato",
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
    ("/forberedendeDel/sagsgruppe", &["Gruppe", "Sagens gruppe"]),
    ("/forberedendeDel/samarbejde/medBorger", &["Udarbejdet med borgeren", "Borgeren medvirkede", "Borger inddraget"]),
    ("/forberedendeDel/samarbejde/samtaledato", &["Samtaledato", "Dato for samtale", "Samtale"]),
    ("/forberedendeDel/borgerensEgenVurdering", &["Egen vurdering", "Borgerens vurdering", "Borgerens egen vurdering"]),
    (
        "/forberedendeDel/erfaringerRessourcer",
        &[
            "Erfaringer og ressourcer i forhold til job og uddannelse",
            "Ressourcer og erfaringer i forhold til job og uddannelse",
            "Joberfaring",
            "Joberfaringer",
            "Job og uddannelse",
            "Erfaringer",
        ],
    ),
    ("/forberedendeDel/cv", &["Borgerens CV", "CV-tekst"]),
    (
        "/forberedendeDel/personligeRessourcer/beskrivelse",
        &["Personlige ressourcer, herunder familie, netværk m.v.", "Personlige ressourcer"],
    ),
    ("/forberedendeDel/personligeRessourcer/familie", &["Familieforhold", "Familiemæssige forhold"]),
    ("/forberedendeDel/personligeRessourcer/netvaerk", &["Socialt netværk"]),
    (
        "/forberedendeDel/udfordringer/beskaeftigelse",
        &["Udfordringer i forhold til job", "Beskæftigelsesmæssige barrierer"],
    ),
    ("/forberedendeDel/udfordringer/sociale", &["Sociale udfordringer", "Sociale barrierer"]),
    (
        "/forberedendeDel/udfordringer/samlet",
        &[
            "Beskæftigelsesmæssige og sociale udfordringer i forhold til job eller uddannelse",
            "Beskæftigelsesmæssige og sociale udfordringer",
            "Udfordringer i forhold til at komme i job eller uddannelse",
            "Udfordringer i forhold til arbejde eller uddannelse",
            "Udfordringer",
        ],
    ),
    (
        "/forberedendeDel/oensker",
        &[
            "Ønsker til fremtidigt job og uddannelse",
            "Fremtidige ønsker til job og uddannelse",
            "Borgerens ønsker",
            "Ønsker",
            "Jobønsker",
        ],
    ),
    ("/forberedendeDel/maal", &["Uddannelses- og beskæftigelsesmål", "Beskæftigelsesmål"]),
    (
        "/forberedendeDel/helbred/situation",
        &["Helbredssituation, igangværende undersøgelser eller behandling", "Helbredsmæssig situation", "Helbred"],
    ),
    (
        "/forberedendeDel/helbred/igangvaerende",
        &["Behandling, undersøgelser", "Igangværende behandling", "Undersøgelser og behandling", "Behandling"],
    ),
    (
        "/forberedendeDel/helbred/borgerensVurdering",
        &[
            "Vurdering af helbredets betydning for job og uddannelse",
            "Vurdering af helbredets betydning for job og uddannelsesmuligheder",
            "Helbredets betydning",
        ],
    ),
    ("/forberedendeDel/helbred/ingenForeliggende", &["Ingen helbredsoplysninger"]),
    (
        "/forberedendeDel/forsoergelseshistorik",
        &["Hidtidig forsørgelseshistorik", "Forsørgelse", "Forsørgelsesgrundlag"],
    ),
    ("/forberedendeDel/forsoergelsesperioder", &["Forsørgelsesperioder", "Ydelser", "Ydelsesperioder", "Forsørgelse"]),
    (
        "/forberedendeDel/hidtidigIndsats/beskaeftigelse",
        &[
            "Hidtidig beskæftigelsesindsats",
            "Tidligere indsatser",
            "Kommunens hidtidige indsats",
            "Hidtidige indsatser",
            "Forudgående indsats",
        ],
    ),
    ("/forberedendeDel/hidtidigIndsats/socialBorger", &["Hidtidig social indsats", "Sociale indsatser"]),
    ("/forberedendeDel/hidtidigIndsats/sundhed", &["Hidtidig sundhedsindsats", "Sundhedsindsatser"]),
    (
        "/forberedendeDel/laege/dato",
        &["Lægeattest dato", "Attestdato", "LÆ 265 dato", "Dato for LÆ 265", "Rehabiliteringsattest dato"],
    ),
    ("/forberedendeDel/laege/attest", &["Lægeattest", "Lægeattest foreligger", "Attest foreligger"]),
    ("/forberedendeDel/laege/art", &["Lægeoplysning", "Lægeoplysningens art"]),
    ("/forberedendeDel/selvstaendig/timerPrUge", &["Timer i virksomheden", "Timer om ugen i virksomheden"]),
    ("/sag/indsats13d", &["§ 13 d", "Paragraf 13 d", "§ 13 d-indsats"]),
    ("/forberedendeDel/laege/attesttype", &["Attesttype", "Lægeattest type"]),
    ("/forberedendeDel/laege/rolle", &["Læge", "Lægens rolle", "Udstedt af"]),
    ("/forberedendeDel/laege/kommunensVurdering", &["Attesten rækker", "Kommunens vurdering af attesten"]),
    ("/moede/dato", &["Møde i rehabiliteringsteam", "Dato for møde", "Teammøde", "Mødedato rehabiliteringsteam"]),
    ("/moede/deltagere", &["Mødedeltagere", "Deltagere i mødet"]),
    ("/indstilling/indstillingsdato", &["Dato for indstilling", "Indstilling dato"]),
    ("/indstilling/udfald", &["Indstilling", "Indstillet til", "Indstillingstype", "Resultat af indstilling"]),
    ("/indstilling/begrundelse", &["Begrundelse for indstilling", "Indstillingens begrundelse"]),
    (
        "/indstilling/indsatserTekst",
        &["Indstillet indsats", "Indstillet indsats (formål, indhold)", "Indstillede indsatser"],
    ),
    ("/indstilling/opfoelgning", &["Opfølgning efter indstilling"]),
    ("/indstilling/mentorBehov", &["Mentor", "Mentorbehov"]),
    ("/afgoerelse/dato", &["Dato for afgørelse"]),
    ("/afgoerelse/udfald", &["Afgørelse", "Resultat", "Afgørelsens udfald"]),
    ("/forloeb/startdato", &["Forløb start", "Startdato for forløb", "Forløbets start", "Forløb fra"]),
    ("/forloeb/slutdato", &["Forløb slut", "Slutdato for forløb", "Forløbets slut", "Forløb til"]),
    ("/forloeb/varighedMaaneder", &["Varighed (måneder)", "Varighed i måneder"]),
    ("/indsatsdel/dato", &["Indsatsdel dato", "Indsatsplan dato", "Indsatsdel udarbejdet"]),
    ("/indsatsdel/maal/konkret", &["Konkret job- eller uddannelsesmål", "Jobmål"]),
    ("/indsatsdel/maal/overordnet", &["Overordnet job- eller uddannelsesmål"]),
    ("/indsatsdel/delmaal", &["Delmål"]),
    (
        "/indsatsdel/tilbud",
        &["Indsatser", "Indsats", "Aktiviteter", "Aktivitet", "Tilbud", "Foranstaltninger", "Tilbud og aktiviteter"],
    ),
    ("/indsatsdel/opfoelgninger", &["Opfølgningssamtaler", "Opfølgninger", "Samtaler"]),
    ("/indsatsdel/opfoelgning", &["Opfølgning"]),
    ("/indsatsdel/senestOpdateret", &["Indsatsdel opdateret", "Senest ajourført"]),
    ("/indsatsdel/mentor/rolleOgOpgaver", &["Mentorens opgaver"]),
    ("*/startdato", &["Startdato", "Start", "Fra", "Fra dato", "Begyndt", "Periode fra", "Første dag"]),
    ("*/slutdato", &["Slutdato", "Slut", "Til", "Til dato", "Afsluttet", "Periode til", "Sidste dag"]),
    ("*/beskrivelse", &["Beskrivelse", "Indsats", "Aktivitet", "Tilbud", "Navn", "Titel", "Foranstaltning", "Delmål"]),
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

    use crate::names::folded;

    static NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let aliases = ALIASES.iter().flat_map(|(_, names)| *names);
        aliases.chain(IDS).chain(GROUPS).chain(PERSONAL).map(|name| folded(name)).collect()
    });
    NAMES.contains(&folded(name))
}
