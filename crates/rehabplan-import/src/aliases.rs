//! What exports and documents call the places of a plan, besides the titles that the model gives them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rehabplan::pointer;
use serde::Deserialize;

use crate::names::normal;

/// What documents call the places of a plan, as a mapping: exports call them the same.
pub(crate) const HEADINGS: &str = include_str!("document/dokument.toml");

/// A place, and the names that were met for it in exports alone. The names of a list are those of its table or its numbered
/// columns; `*/` begins a field of the entries of any.
const ALIASES: &[(&str, &[&str])] = &[
    (pointer!(sag.sagstype), &["Sagsart", "Forløbstype", "Sag", "Case type"]),
    (pointer!(sag.kategori), &["Kategori", "Visitationskategori"]),
    (pointer!(sag.kommunekode), &["Kommunenr", "Kommunenummer", "Myndighedskode"]),
    (pointer!(sag.foerste_forloeb), &["Første forløb", "Første jobafklaring"]),
    (pointer!(sag.uden_team), &["Uden om team", "Uden team", "Uden rehabiliteringsteam"]),
    (pointer!(sag.vaesentligt_nedsat), &["Væsentligt nedsat arbejdsevne", "Væsentligt nedsat"]),
    (pointer!(sag.helt_aabenbart), &["Helt åbenbart", "Åbenbar sag"]),
    (pointer!(sag.revurdering_22_uger), &["Revurdering 22 uger", "22 uger"]),
    (
        pointer!(forberedende_del.dato),
        &[
            "Forberedende del dato",
            "Forberedende del udarbejdet",
            "Forberedende del færdig",
            "Plan udarbejdet",
            "Plandato",
            "Udarbejdet den",
        ],
    ),
    (pointer!(forberedende_del.sagsgruppe), &["Gruppe", "Sagens gruppe"]),
    (
        pointer!(forberedende_del.samarbejde.med_borger),
        &["Udarbejdet med borgeren", "Borgeren medvirkede", "Borger inddraget"],
    ),
    (pointer!(forberedende_del.samarbejde.samtaledato), &["Samtale"]),
    (pointer!(forberedende_del.borgerens_egen_vurdering), &["Egen vurdering", "Borgerens vurdering"]),
    (pointer!(forberedende_del.erfaringer_ressourcer), &["Job og uddannelse", "Erfaringer"]),
    (pointer!(forberedende_del.cv), &["CV-tekst"]),
    (pointer!(forberedende_del.udfordringer.beskaeftigelse), &["Udfordringer i forhold til job"]),
    (pointer!(forberedende_del.oensker), &["Wishes"]),
    (pointer!(forberedende_del.maal), &["Beskæftigelsesmål"]),
    (pointer!(forberedende_del.helbred.situation), &["Helbred"]),
    (pointer!(forberedende_del.helbred.igangvaerende), &["Behandling"]),
    (pointer!(forberedende_del.helbred.ingen_foreliggende), &["Ingen helbredsoplysninger"]),
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
        pointer!(forberedende_del.helbred.dokumentation),
        &[
            "Helbredsoplysninger",
            "Helbredsdokumentation",
            "Helbredsdokumenter",
            "Helbredsakter",
            "Attester",
            "Helbredsattester",
            "Lægeattester",
            "Lægeerklæringer",
            "Health documents",
            "Health documentation",
        ],
    ),
    (pointer!(forberedende_del.cv_dokumenter), &["CV dokumenter", "CV-dokumenter", "CV-bilag"]),
    (pointer!(forberedende_del.laege.dato), &["Lægeattest dato", "LÆ 265 dato", "Rehabiliteringsattest dato"]),
    (
        pointer!(forberedende_del.laege.attest),
        &["Lægeattest", "Lægeattest foreligger", "Attest foreligger", "Helbredsattest modtaget", "Lægeattest modtaget"],
    ),
    (pointer!(forberedende_del.laege.art), &["Lægeoplysning"]),
    (pointer!(forberedende_del.selvstaendig.timer_pr_uge), &["Timer i virksomheden"]),
    (pointer!(sag.indsats_13d), &["§ 13 d", "Paragraf 13 d", "§ 13 d-indsats"]),
    (pointer!(forberedende_del.laege.attesttype), &["Lægeattest type"]),
    (pointer!(forberedende_del.laege.rolle), &["Læge", "Udstedt af"]),
    (pointer!(forberedende_del.laege.kommunens_vurdering), &["Attesten rækker", "Kommunens vurdering af attesten"]),
    (
        pointer!(moede.dato),
        &["Møde i rehabiliteringsteam", "Teammøde", "Møde i team", "Mødedato rehabiliteringsteam", "Meeting date"],
    ),
    (pointer!(moede.deltagere), &["Mødedeltagere", "Deltagere i mødet", "Deltagere i møde"]),
    (pointer!(indstilling.dato), &["Indstilling dato", "Recommendation date"]),
    (pointer!(afgoerelse.dato), &["Decision date"]),
    (pointer!(indstilling.udfald), &["Indstilling", "Indstillingstype", "Resultat af indstilling"]),
    (pointer!(indstilling.opfoelgning), &["Opfølgning efter indstilling"]),
    (pointer!(indstilling.mentor_behov), &["Mentorbehov"]),
    (pointer!(afgoerelse.udfald), &["Afgørelse", "Resultat", "Afgørelsens udfald"]),
    (pointer!(forloeb.startdato), &["Forløb start", "Startdato for forløb", "Forløbets start", "Forløb fra"]),
    (pointer!(forloeb.slutdato), &["Forløb slut", "Slutdato for forløb", "Forløbets slut", "Forløb til"]),
    (pointer!(indsatsdel.dato), &["Indsatsdel dato", "Indsatsplan dato", "Indsatsdel udarbejdet"]),
    (pointer!(indsatsdel.maal.konkret), &["Jobmål"]),
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
    (pointer!(indsatsdel.delmaal[].beskrivelse), &["Mål", "Delmål"]),
    (pointer!(indsatsdel.delmaal[].begrundelse), &["Begrundelse for mål", "Begrundelse for delmål"]),
    (pointer!(indsatsdel.opfoelgninger), &["Opfølgningssamtaler", "Opfølgninger"]),
    (pointer!(indsatsdel.senest_opdateret), &["Indsatsdel opdateret", "Senest ajourført"]),
    (pointer!(indsatsdel.mentor.rolle_og_opgaver), &["Mentorens opgaver"]),
    (
        "*/startdato",
        &["Startdato", "Start", "Fra", "Fra dato", "Begyndt", "Periode fra", "Første dag", "Start date", "From"],
    ),
    (
        "*/slutdato",
        &["Slutdato", "Slut", "Til", "Til dato", "Afsluttet", "Periode til", "Sidste dag", "End date", "To"],
    ),
    (
        "*/beskrivelse",
        &[
            "Beskrivelse",
            "Indsats",
            "Aktivitet",
            "Tilbud",
            "Navn",
            "Titel",
            "Foranstaltning",
            "Delmål",
            "Description",
            "Measure",
            "Activity",
            "Navn",
            "Titel",
        ],
    ),
    (
        "*/indhold",
        &[
            "Indhold",
            "Indsats",
            "Beskrivelse",
            "Aktivitet",
            "Tilbud",
            "Foranstaltning",
            "Tidligere indsats",
            "Hidtidig indsats",
            "Forudgående indsats",
            "Measure",
            "Activity",
            "Navn",
            "Titel",
        ],
    ),
    ("*/kommunensErfaring", &["Erfaring kommune", "Erf. komm.", "Kommunens erfaringer"]),
    ("*/borgerensErfaring", &["Erfaring borger", "Erf. borger", "Borgerens erfaringer"]),
    ("*/ydelse", &["Ydelse", "Ydelsestype", "Forsørgelse"]),
    ("*/ansvarligMyndighed", &["Ansvarlig", "Ansvarlig myndighed", "Myndighed", "Enhed"]),
    ("*/aktivitetIdentifier", &["Aktivitet id", "Indsats id", "Aktivitetsnummer"]),
    ("*/kortsigtetMaal", &["Kortsigtet mål", "Mål på kort sigt", "Mål"]),
    ("*/indsatstype", &["Type", "Art", "Indsatsart"]),
    ("*/titel", &["Titel", "Dokument", "Navn", "Title", "Name"]),
    ("*/dato", &["Dato", "Date"]),
];

/// The part of the mapping of documents that names places.
#[derive(Deserialize)]
struct Headings {
    plan: BTreeMap<String, Named>,
    lists: Vec<Listed>,
}

#[derive(Deserialize)]
struct Named {
    first: Vec<String>,
}

#[derive(Deserialize)]
struct Listed {
    place: String,
    at: String,
}

/// The names of all places: a place, or the end of one in any list behind `*`, and a name. A heading of a part of a document has
/// the part before it.
static NAMES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let exported = ALIASES.iter().flat_map(|(place, names)| names.iter().map(|name| ((*place).into(), (*name).into())));
    // A test reads it.
    let Ok(Headings { plan, lists }) = toml::from_str(HEADINGS) else { return exported.collect() };
    let headings = plan.into_iter().flat_map(|(place, Named { first })| {
        first.into_iter().map(move |name| (place.clone(), name.replace(" > ", " ")))
    });
    let lists = lists.into_iter().map(|Listed { place, at }| (place, at.trim_start_matches('/').to_owned()));
    exported.chain(headings).chain(lists).collect()
});

/// What a place is called, by the pointer to it, or by that to a field of the entries of any list.
pub(crate) fn names_of(pointer: &str) -> impl Iterator<Item = &'static str> {
    let is_it = move |place: &str| place.strip_prefix('*').unwrap_or(place) == pointer;
    NAMES.iter().filter(move |(place, _)| is_it(place)).map(|(_, name)| name.as_str())
}

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
    "Skema-id",
    "Case id",
    "Case number",
    "Case no",
    "Forløbs-id",
    "Forløbsnr",
    "Forløbsnummer",
    "Plan id",
    "Plannr",
    "Plannummer",
    "CPR-løbenummer",
    "CPR-løbenr",
    "Id",
];

/// What a case may be called by, where its own type is not called so.
pub(crate) const CASE: &str = "Sag";

/// What a column is called that may count the rows of a table, and tell a case in none other.
pub(crate) const COUNTERS: &[&str] =
    &["Løbenummer", "Løbenr", "Nr", "Nummer", "No", "Number", "Rækkenr", "Rækkenummer", "Linjenr", "Row", "Record"];

/// What the id of a row is called, be it that of a case or of a measure.
pub(crate) const ROW_ID: &str = "Id";

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

/// Whether a column is called as those are that the cases are known by.
pub(crate) fn is_id(name: &str) -> bool {
    let own = normal(name);
    ids().any(|id| normal(id) == own)
}

/// Whether a column is called as those are that say who a case is about.
pub(crate) fn is_personal(name: &str) -> bool {
    use std::collections::HashSet;

    static KNOWN: LazyLock<HashSet<String>> = LazyLock::new(|| crate::names::normals(PERSONAL.iter().copied()));
    KNOWN.contains(&normal(name))
}

/// Every name that the id of a case may have.
fn ids() -> impl Iterator<Item = &'static str> {
    IDS.iter().chain([&CASE]).chain(COUNTERS).copied()
}

/// Whether two tables are of the same: by their headings, however they are written and in whatever order, or by most of them,
/// where one is known.
pub(crate) fn are_alike(one: &[impl AsRef<str>], other: &[impl AsRef<str>]) -> bool {
    use crate::names::normals;

    let (here, there) = (normals(one.iter().map(AsRef::as_ref)), normals(other.iter().map(AsRef::as_ref)));
    let is_named = |name: &&String| !name.is_empty();
    let shared: Vec<&String> = here.intersection(&there).filter(is_named).collect();
    let most = here.iter().filter(is_named).count().max(there.iter().filter(is_named).count());
    shared.len() == most || shared.len() * 2 > most && shared.iter().any(|name| knows(name))
}

/// Whether a column may be called so, by a name that is met often.
pub(crate) fn knows(name: &str) -> bool {
    use std::collections::HashSet;

    use crate::names::{normals, unnumbered};

    static KNOWN: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let others = ids().chain(GROUPS.iter().chain(PERSONAL).copied());
        normals(NAMES.iter().map(|(_, name)| name.as_str()).chain(others))
    });
    KNOWN.contains(&normal(unnumbered(name)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use rehabplan::Plan;
    use rehabplan::plan::{FieldInfo, FieldKind};

    use super::{ALIASES, HEADINGS, Headings, names_of};
    use crate::names::normal;

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

    #[test]
    fn what_documents_call_a_place_is_written_once_and_exports_call_it_so_too() {
        let Headings { plan, lists } = toml::from_str(HEADINGS).unwrap();
        assert!(!plan.is_empty() && !lists.is_empty());
        for (place, named) in &plan {
            let own = |name: &&String| !name.contains(" > ");
            for heading in named.first.iter().filter(own) {
                assert!(names_of(place).any(|name| name == heading), "{heading}");
                let exported = ALIASES.iter().filter(|(other, _)| other == place).flat_map(|(_, names)| *names);
                assert!(exported.into_iter().all(|name| normal(name) != normal(heading)), "{heading}");
            }
        }
    }
}
