//! `matrix.csv`, as a person read it out of the regulation, and what it says of a plan that lacks nothing.

use std::collections::BTreeMap;
use std::{fs, io};

use crate::corpus;

/// A rule's row of the matrix.
#[derive(Debug)]
pub struct Row {
    /// The id of the rule.
    pub rule: String,
    /// The code of its kind.
    pub kind: String,
    /// The code of its first phase.
    pub phase: String,
    /// Its cell for each variant.
    pub cells: BTreeMap<String, String>,
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

/// A person's to judge, but only under a condition that the matrix does not say: where a ressourceforløb is recommended (§ 8,
/// stk. 1), or another outcome than a new course (§ 7, stk. 2).
const JUDGED_ON_A_CONDITION: [&str; 2] = ["P7.2.pkt3.b", "P8.1.d"];

/// The rows of the matrix, in the order of the law.
///
/// # Errors
///
/// When the file cannot be read.
pub fn matrix() -> io::Result<Vec<Row>> {
    let text = fs::read_to_string(corpus("matrix.csv"))?;
    let mut lines = text.lines().map(|line| line.split(';').map(str::to_owned).collect::<Vec<_>>());
    let variants = lines.next().unwrap_or_default().split_off(3);
    let row = |mut line: Vec<String>| {
        let cells = variants.iter().cloned().zip(line.split_off(3)).collect();
        let [rule, kind, phase] = line.try_into().ok()?;
        Some(Row { rule, kind, phase, cells })
    };
    lines.map(row).collect::<Option<_>>().ok_or_else(|| io::Error::other("matrix.csv: a row has no cells"))
}

impl Row {
    /// What the rule has to answer, in a phase, of the base plan of a variant. `None` where the matrix leaves it to a condition.
    #[must_use]
    pub fn of_whole(&self, base: &str, phase: &str) -> Option<Stated> {
        let cell = self.cells.get(base)?;
        let place = |code: &str| PHASES.iter().position(|phase| *phase == code);
        let plain = |outcome| Some(Stated { outcome, exemption: None });
        if place(&self.phase) > place(phase) {
            return plain("notApplicable");
        }
        match (cell.split_once(' ').unwrap_or((cell, "")), &*self.kind) {
            (("-", _), _) => plain("notApplicable"),
            (("K", _), _) => plain("met"),
            (("S", _), _) if !JUDGED_ON_A_CONDITION.contains(&&*self.rule) => plain("review"),
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
