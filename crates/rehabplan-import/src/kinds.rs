//! What a column is called that tells of which kind the measure in each row is.

use crate::names::normal;

const CALLED: [&str; 13] = [
    "Area",
    "Art",
    "Foranstaltning",
    "Foranstaltningstype",
    "Indsatsart",
    "Indsatskategori",
    "Indsatsområde",
    "Indsatstype",
    "Kategori",
    "Kind",
    "Område",
    "Slags",
    "Type",
];

/// Whether a column is called so.
pub(crate) fn is_called_so(name: &str) -> bool {
    let own = normal(name);
    CALLED.iter().any(|called| normal(called) == own)
}
