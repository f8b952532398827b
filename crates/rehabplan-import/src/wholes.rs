//! Names that ask for several things at once, and those of whole parts of a plan: what stands there is the answer to no
//! single place, in a document as in a table.

use std::collections::HashSet;
use std::sync::LazyLock;

use rehabplan::pointer;

use crate::names::{normal, normals};

/// The key of a part, by the pointer to it.
const fn key(pointer: &'static str) -> &'static str {
    pointer.split_at(1).1
}

/// The part that every plan has, and that a citizen's own headings are of.
pub(crate) const PREPARATORY: &str = key(pointer!(forberedende_del));

/// The parts that are written as documents: each holds names of its own, and a document has it or has it not.
#[cfg(feature = "document")]
pub(crate) const WRITTEN: [&str; 3] = [PREPARATORY, key(pointer!(indstilling)), key(pointer!(indsatsdel))];

/// Headings that ask for several things in one text. Nobody but a person can take it apart, so the places below that have no
/// heading of their own lie outside of what such a document can show.
pub(crate) const WHOLES: &[(&str, &[&str])] = &[
    (
        pointer!(forberedende_del.hidtidig_indsats),
        &[
            "Kommunens hidtidige indsats",
            "Hidtidig indsats",
            "Beskrivelse af erfaringerne med den hidtidige indsats",
            "Erfaringer med den hidtidige indsats",
            "Kommunens erfaringer med indsatsen",
            "Kommunens erfaringer med den hidtidige indsats",
            "Forudgående indsats på de beskæftigelsesmæssige, sociale og helbredsmæssige områder",
            "Forudgående indsats",
            "Tidligere indsats",
            "Tidligere indsatser",
            "Hidtidige indsatser",
            "Kommunens hidtidige indsatser",
        ],
    ),
    (
        pointer!(forberedende_del.laege),
        &[
            "Den praktiserende læges vurdering",
            "Praktiserende læges vurdering",
            "Lægens vurdering",
            "Lægeattest",
            "Lægeattest LÆ 265",
            "LÆ 265",
            "Rehabiliteringsattest",
        ],
    ),
    (
        pointer!(forberedende_del.helbred.igangvaerende),
        &[
            "Helbredssituation, igangværende undersøgelser eller behandling",
            "Helbredssituation, herunder igangværende undersøgelser eller behandling",
        ],
    ),
    (
        pointer!(forberedende_del.personlige_ressourcer),
        &[
            "Personlige ressourcer, herunder familie, netværk m.v.",
            "Personlige ressourcer, herunder familie og netværk",
            "Familie og netværk",
            "Netværk og familie",
            "Familie, netværk og fritid",
            // How a person lives is told under it too, and not only what stands in the way.
            "Forberedende del > Sociale forhold",
        ],
    ),
];

/// The parts that a plan has as a document, each by its key in the plan, by the name that mappings call it, and by what
/// documents call it.
pub(crate) const PARTS: &[(&str, &str, &[&str])] = &[
    (
        key(pointer!(forberedende_del)),
        "Forberedende del",
        &[
            "Den forberedende del",
            "Rehabiliteringsplanens forberedende del",
            "Rehabiliteringsplan, forberedende del",
            "Den forberedende rehabiliteringsplan",
            "Forberedelsesskema",
        ],
    ),
    (
        key(pointer!(indstilling)),
        "Indstilling",
        &["Rehabiliteringsteamets indstilling", "Teamets indstilling", "Indstilling fra rehabiliteringsteamet"],
    ),
    (
        key(pointer!(indsatsdel)),
        "Indsatsdel",
        &["Rehabiliteringsplanens indsatsdel", "Rehabiliteringsplan, indsatsdel", "Indsatsplan", "Indsatsdelen"],
    ),
    (
        key(pointer!(moede)),
        "Møde",
        &["Rehabiliteringsteamets møde", "Møde i rehabiliteringsteamet", "Teammøde", "Mødet"],
    ),
    (key(pointer!(afgoerelse)), "Afgørelse", &["Kommunens afgørelse", "Afgørelsen"]),
    (key(pointer!(forloeb)), "Forløb", &["Forløbet"]),
];

/// Whether a name asks for several things at once.
pub(crate) fn is_whole(name: &str) -> bool {
    static KNOWN: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let wholes = WHOLES.iter().flat_map(|(_, names)| names.iter());
        let parts = PARTS.iter().flat_map(|(_, name, more)| std::iter::once(name).chain(more.iter()));
        normals(wholes.chain(parts).copied())
    });
    KNOWN.contains(&normal(name))
}
