//! The words that headings are made of in templates, whoever made them: a heading of such words alone is nobody's name.

use rehabplan::plan::FieldKind;

use crate::model;

/// Words beside those of the model and the mapping.
const COMMON: &[&str] = &[
    "af",
    "alle",
    "andet",
    "andre",
    "arbejde",
    "at",
    "baggrund",
    "barrierer",
    "bemærkninger",
    "beskrivelse",
    "bilag",
    "bolig",
    "borger",
    "borgeren",
    "borgerens",
    "da",
    "de",
    "den",
    "der",
    "det",
    "din",
    "drømme",
    "dine",
    "du",
    "egne",
    "eller",
    "en",
    "er",
    "et",
    "fagpersoner",
    "for",
    "fra",
    "fremmøde",
    "fremtid",
    "fremtiden",
    "fritid",
    "fysiske",
    "generelle",
    "godkendelse",
    "hvad",
    "hvem",
    "hvilke",
    "hvis",
    "hvor",
    "hvordan",
    "hvorfor",
    "hverdag",
    "håb",
    "i",
    "indledning",
    "information",
    "job",
    "jobcenter",
    "jobcentret",
    "journal",
    "kan",
    "kommentarer",
    "kommune",
    "kommunen",
    "kommunens",
    "konklusion",
    "kontakt",
    "med",
    "medicin",
    "misbrug",
    "motivation",
    "noter",
    "nuværende",
    "og",
    "også",
    "om",
    "opholdsgrundlag",
    "oplysninger",
    "opsummering",
    "orientering",
    "partshøring",
    "psykiske",
    "på",
    "referat",
    "resumé",
    "sag",
    "sagen",
    "sagens",
    "sagsbehandler",
    "sagsfremstilling",
    "samlet",
    "samtykke",
    "sammenfatning",
    "skal",
    "skole",
    "sprog",
    "stamdata",
    "særlige",
    "tidligere",
    "til",
    "tillid",
    "tolk",
    "transport",
    "underskrift",
    "underskrifter",
    "ved",
    "vedr",
    "vedrørende",
    "vurdering",
    "vurderinger",
    "øvrige",
    "øvrigt",
    "økonomi",
    "økonomiske",
    "forhold",
];

/// The words of the titles that the fields of a plan have, and those that templates have beside them.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let mut titles = Vec::new();
    gather(model::plan(), &mut titles);
    let words = titles.into_iter().flat_map(|title: &str| title.split(|letter: char| !letter.is_alphanumeric()));
    words.chain(COMMON.iter().copied())
}

fn gather(kind: FieldKind, titles: &mut Vec<&'static str>) {
    match kind {
        FieldKind::Part { fields } => {
            for field in fields {
                titles.push(field.title.da);
                gather(field.kind, titles);
            }
        }
        FieldKind::List { entry } => gather(*entry, titles),
        _ => {}
    }
}
