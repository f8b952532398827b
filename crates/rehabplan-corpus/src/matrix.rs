//! The matrix, a row in the file of each rule as a person read it out of the regulation, and what it says of a plan that lacks
//! nothing.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

/// A rule's row of the matrix.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Row {
    /// The code of its kind.
    pub kind: String,
    /// The code of its first phase.
    pub phase: String,
    /// Each cell, and the variants that have it.
    cells: BTreeMap<String, String>,
    /// Under which condition a person has to judge it, where the matrix does not say so.
    condition: Option<String>,
    /// The code of the outcome of a plan that is in order, where the kind does not say it: what may be left out is exempt, and
    /// what must not be used is not relevant.
    in_order: Option<String>,
}

/// What a rule has to answer of a whole plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The code of the outcome.
    pub outcome: &'static str,
    /// What exempts, as reports cite it.
    pub exemption: Option<String>,
}

const PHASES: [&str; 3] = ["forelaeggelse", "indstilling", "indsats"];

impl Row {
    /// The variants, each with its cell.
    pub fn cells(&self) -> impl Iterator<Item = (&str, &str)> {
        self.cells.iter().flat_map(|(cell, variants)| variants.split(' ').map(move |variant| (variant, cell.as_str())))
    }

    /// What applies in a variant.
    #[must_use]
    pub fn cell(&self, variant: &str) -> Option<&str> {
        self.cells().find(|(of, _)| *of == variant).map(|(_, cell)| cell)
    }

    /// Whether each variant has one cell.
    pub(crate) fn is_in_order(&self) -> bool {
        let mut seen = BTreeSet::new();
        self.cells().all(|(variant, _)| seen.insert(variant))
    }

    /// The code of the outcome of a plan that is in order.
    #[must_use]
    pub fn in_order(&self) -> &str {
        match (&self.in_order, &*self.kind) {
            (Some(outcome), _) => outcome,
            (None, "judgement") => "review",
            (None, _) => "met",
        }
    }

    /// What the rule has to answer, in a phase, of the base plan of a variant. `None` where the matrix leaves it to a condition.
    #[must_use]
    pub fn of_whole(&self, base: &str, phase: &str) -> Option<Stated> {
        let cell = self.cell(base)?;
        let place = |code: &str| PHASES.iter().position(|phase| *phase == code);
        let plain = |outcome| Some(Stated { outcome, exemption: None });
        if place(&self.phase) > place(phase) {
            return plain("notApplicable");
        }
        match (cell.split_once(' ').unwrap_or((cell, "")), &*self.kind) {
            (("-", _), _) => plain("notApplicable"),
            (("K", _), _) => plain("met"),
            (("S", _), _) if self.condition.is_none() => plain("review"),
            (("U", by), "exemption") if !is_used(base, by) => plain("notApplicable"),
            (("U", by), _) if !is_used(base, by) => plain("met"),
            (("U", by), _) => {
                Some(Stated { outcome: "exempt", exemption: Some(by.replace('§', "§ ").replace(',', ", stk. ")) })
            }
            _ => None,
        }
    }
}

/// Whether a base plan makes use of what exempts: their periods have six months, their indsatsdel is one of its own, and
/// the case on sygedagpenge has the GP's assessment.
fn is_used(base: &str, by: &str) -> bool {
    !matches!((base, by), (_, "§5,2" | "§5,3") | ("SDP3", "§4,2"))
}
