//! The 121 legal units of §§ 1-16: every sentence, number and independent part of a sentence, and what becomes of it.

use serde::{Serialize, Serializer};

use super::{Provision, RULE_COUNT, RULES, Rule, rules, text};
use crate::text::{Lang, Wording};

/// One unit of the regulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unit {
    /// The id; ids of rules begin with the id of their unit.
    pub id: &'static str,
    /// The provision.
    pub provision: Provision,
    /// What becomes of it.
    pub status: UnitStatus,
}

/// What becomes of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitStatus {
    /// It has requirements of its own.
    Rule,
    /// It decides where the regulation applies.
    Scope,
    /// It is covered by the requirements of other units.
    Via {
        /// The ids of those requirements.
        rules: &'static [&'static str],
        /// Why they cover it.
        reason: Wording,
    },
    /// It introduces the numbers of its stykke, and is covered by all of their requirements.
    Introduces {
        /// What it introduces.
        reason: Wording,
    },
    /// It demands nothing that a plan could show.
    Out {
        /// Why.
        reason: Wording,
    },
}

impl Unit {
    /// The ids of the rules that account for it.
    #[must_use]
    pub fn rules(&self) -> Vec<&'static str> {
        let of = |is_one: &dyn Fn(&Rule) -> bool| rules().filter(|rule| is_one(rule)).map(|rule| rule.id).collect();
        match self.status {
            UnitStatus::Rule => of(&|rule| rule.unit() == self.id),
            UnitStatus::Scope => vec![self.id],
            UnitStatus::Via { rules, .. } => rules.to_vec(),
            UnitStatus::Introduces { .. } => of(&|Rule { provision, .. }| {
                provision.nr.is_some()
                    && (provision.paragraf, provision.stk) == (self.provision.paragraf, self.provision.stk)
            }),
            UnitStatus::Out { .. } => Vec::new(),
        }
    }
}

impl UnitStatus {
    /// Every code.
    const CODES: [&'static str; 4] = ["rule", "scope", "via", "out"];

    /// The code as it stands in `coverage --format json`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        let [rule, scope, via, out] = Self::CODES;
        match self {
            Self::Rule => rule,
            Self::Scope => scope,
            Self::Via { .. } | Self::Introduces { .. } => via,
            Self::Out { .. } => out,
        }
    }
}

/// What becomes of one unit, in one language: a row of the coverage table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Coverage {
    /// The unit.
    pub unit: &'static str,
    /// The provision.
    #[serde(serialize_with = "as_text")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub citation: Provision,
    /// What becomes of it; written as its [code](UnitStatus::code).
    #[serde(serialize_with = "as_code")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("enum" = UnitStatus::CODES)))]
    pub status: UnitStatus,
    /// The rules that account for it.
    pub rules: Vec<&'static str>,
    /// Why it has no rule of its own, where it has none.
    pub reason: Option<&'static str>,
}

fn as_text<S: Serializer>(provision: &Provision, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(provision)
}

fn as_code<S: Serializer>(status: &UnitStatus, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(status.code())
}

/// What becomes of every unit, in the order of the law.
pub fn coverage(lang: Lang) -> impl Iterator<Item = Coverage> {
    UNITS.iter().map(move |unit| Coverage {
        unit: unit.id,
        citation: unit.provision,
        status: unit.status,
        rules: unit.rules(),
        reason: match unit.status {
            UnitStatus::Via { reason, .. } | UnitStatus::Introduces { reason } | UnitStatus::Out { reason } => {
                Some(reason.get(lang))
            }
            UnitStatus::Rule | UnitStatus::Scope => None,
        },
    })
}

/// How much of each rule's id is the id of its unit. (With this list by itself, a program that asks no more carries neither
/// the units nor their reasons.)
static LENGTHS: [u8; RULE_COUNT] = {
    let mut lengths = [0; RULE_COUNT];
    let mut place = 0;
    // The list is made by the compiler.
    #[allow(clippy::indexing_slicing, clippy::cast_possible_truncation)]
    while place < RULE_COUNT {
        let mut unit = 0;
        while unit < UNITS.len() {
            let id = UNITS[unit].id;
            if id.len() > lengths[place] as usize && begins(RULES[place].id.as_bytes(), id.as_bytes()) {
                lengths[place] = id.len() as u8;
            }
            unit += 1;
        }
        place += 1;
    }
    lengths
};

/// Whether an id begins with that of a unit, segment by segment.
const fn begins(id: &[u8], unit: &[u8]) -> bool {
    match (id, unit) {
        ([] | [b'.', ..], []) => true,
        ([one, id @ ..], [other, unit @ ..]) => *one == *other && begins(id, unit),
        _ => false,
    }
}

/// The longest id of a unit that is a prefix of a rule's id, segment by segment.
pub(super) fn unit_of(rule: &Rule) -> &'static str {
    let found = rules().zip(LENGTHS).find(|(known, _)| *known == rule);
    found.and_then(|(rule, length)| rule.id.get(..length.into())).unwrap_or_default()
}

/// Every unit, in the order of the law.
#[rustfmt::skip]
pub static UNITS: &[Unit] = &[
    Unit { id: "P1.1", provision: Provision::p(1).stk(1), status: UnitStatus::Scope },
    Unit { id: "P1.1.1", provision: Provision::p(1).stk(1).nr(1), status: UnitStatus::Scope },
    Unit { id: "P1.1.2", provision: Provision::p(1).stk(1).nr(2), status: UnitStatus::Scope },
    Unit { id: "P1.1.3", provision: Provision::p(1).stk(1).nr(3), status: UnitStatus::Scope },
    Unit { id: "P1.1.4", provision: Provision::p(1).stk(1).nr(4), status: UnitStatus::Scope },
    Unit { id: "P1.1.5", provision: Provision::p(1).stk(1).nr(5), status: UnitStatus::Scope },
    Unit { id: "P1.2", provision: Provision::p(1).stk(2), status: UnitStatus::Scope },
    Unit { id: "P1.3", provision: Provision::p(1).stk(3), status: UnitStatus::Scope },
    Unit { id: "P1.4.pkt1", provision: Provision::p(1).stk(4).pkt(1), status: UnitStatus::Scope },
    Unit { id: "P1.4.pkt2", provision: Provision::p(1).stk(4).pkt(2), status: UnitStatus::Scope },
    Unit { id: "P1.5", provision: Provision::p(1).stk(5), status: UnitStatus::Scope },
    Unit { id: "P2.1.pkt1", provision: Provision::p(2).stk(1).pkt(1), status: UnitStatus::Via { rules: &["P2.1.pkt2", "P5.1.pkt1", "P5.1.pkt2"], reason: text("Planens opdeling: skemaet har de to dele, og kravene om hver af dem prøves for sig.", "The division of the plan: the document has the two parts, and the requirements for each are checked on their own.") } },
    Unit { id: "P2.1.pkt2", provision: Provision::p(2).stk(1).pkt(2), status: UnitStatus::Rule },
    Unit { id: "P2.1.pkt3", provision: Provision::p(2).stk(1).pkt(3), status: UnitStatus::Via { rules: &["P5.1.pkt1", "P5.1.pkt2"], reason: text("Samme krav som § 5, stk. 1; meldes dér.", "The same requirement as § 5, stk. 1; reported there.") } },
    Unit { id: "P2.2.a", provision: Provision::p(2).stk(2).led("1. led"), status: UnitStatus::Rule },
    Unit { id: "P2.2.b", provision: Provision::p(2).stk(2).led("2. led"), status: UnitStatus::Rule },
    Unit { id: "P2.3", provision: Provision::p(2).stk(3), status: UnitStatus::Introduces { reason: text("Indledning til nr. 1-3.", "Introduces nr. 1-3.") } },
    Unit { id: "P2.3.1", provision: Provision::p(2).stk(3).nr(1), status: UnitStatus::Rule },
    Unit { id: "P2.3.2", provision: Provision::p(2).stk(3).nr(2), status: UnitStatus::Rule },
    Unit { id: "P2.3.3", provision: Provision::p(2).stk(3).nr(3), status: UnitStatus::Rule },
    Unit { id: "P2.4.pkt1", provision: Provision::p(2).stk(4).pkt(1), status: UnitStatus::Out { reason: text("En service fra styrelsen, som ikke stiller krav til planen.", "A service of the agency; it demands nothing of the plan.") } },
    Unit { id: "P2.4.pkt2", provision: Provision::p(2).stk(4).pkt(2), status: UnitStatus::Out { reason: text("Oplyser, hvor skabelonerne findes.", "Says where the templates are.") } },
    Unit { id: "P3.1.pkt1.a", provision: Provision::p(3).stk(1).pkt(1).led("1. led"), status: UnitStatus::Rule },
    Unit { id: "P3.1.pkt1.b", provision: Provision::p(3).stk(1).pkt(1).led("2. led"), status: UnitStatus::Via { rules: &["P2.2.a"], reason: text("Samme krav som § 2, stk. 2; meldes én gang.", "The same requirement as § 2, stk. 2; reported once.") } },
    Unit { id: "P3.1.pkt1.c", provision: Provision::p(3).stk(1).pkt(1).led("3. led"), status: UnitStatus::Rule },
    Unit { id: "P3.1.pkt2", provision: Provision::p(3).stk(1).pkt(2), status: UnitStatus::Rule },
    Unit { id: "P3.1.pkt3", provision: Provision::p(3).stk(1).pkt(3), status: UnitStatus::Introduces { reason: text("Indledning til nr. 1-7 med henvisning til undtagelserne.", "Introduces nr. 1-7 and refers to the exemptions.") } },
    Unit { id: "P3.1.1", provision: Provision::p(3).stk(1).nr(1), status: UnitStatus::Rule },
    Unit { id: "P3.1.2", provision: Provision::p(3).stk(1).nr(2), status: UnitStatus::Rule },
    Unit { id: "P3.1.3", provision: Provision::p(3).stk(1).nr(3), status: UnitStatus::Rule },
    Unit { id: "P3.1.4", provision: Provision::p(3).stk(1).nr(4), status: UnitStatus::Rule },
    Unit { id: "P3.1.5", provision: Provision::p(3).stk(1).nr(5), status: UnitStatus::Rule },
    Unit { id: "P3.1.6", provision: Provision::p(3).stk(1).nr(6), status: UnitStatus::Rule },
    Unit { id: "P3.1.7", provision: Provision::p(3).stk(1).nr(7), status: UnitStatus::Rule },
    Unit { id: "P3.2.pkt1", provision: Provision::p(3).stk(2).pkt(1), status: UnitStatus::Rule },
    Unit { id: "P3.2.pkt2", provision: Provision::p(3).stk(2).pkt(2), status: UnitStatus::Rule },
    Unit { id: "P3.3", provision: Provision::p(3).stk(3), status: UnitStatus::Rule },
    Unit { id: "P3.4.pkt1", provision: Provision::p(3).stk(4).pkt(1), status: UnitStatus::Rule },
    Unit { id: "P3.4.pkt2", provision: Provision::p(3).stk(4).pkt(2), status: UnitStatus::Rule },
    Unit { id: "P4.1.pkt1", provision: Provision::p(4).stk(1).pkt(1), status: UnitStatus::Rule },
    Unit { id: "P4.1.pkt2", provision: Provision::p(4).stk(1).pkt(2), status: UnitStatus::Rule },
    Unit { id: "P4.2.pkt1", provision: Provision::p(4).stk(2).pkt(1), status: UnitStatus::Rule },
    Unit { id: "P4.2.pkt2", provision: Provision::p(4).stk(2).pkt(2), status: UnitStatus::Rule },
    Unit { id: "P4.3.a", provision: Provision::p(4).stk(3).led("1. led"), status: UnitStatus::Rule },
    Unit { id: "P4.3.b", provision: Provision::p(4).stk(3).led("2. led"), status: UnitStatus::Introduces { reason: text("Indledning til nr. 1-4.", "Introduces nr. 1-4.") } },
    Unit { id: "P4.3.1", provision: Provision::p(4).stk(3).nr(1), status: UnitStatus::Rule },
    Unit { id: "P4.3.2", provision: Provision::p(4).stk(3).nr(2), status: UnitStatus::Rule },
    Unit { id: "P4.3.3", provision: Provision::p(4).stk(3).nr(3), status: UnitStatus::Rule },
    Unit { id: "P4.3.4", provision: Provision::p(4).stk(3).nr(4), status: UnitStatus::Rule },
    Unit { id: "P4.4.pkt1", provision: Provision::p(4).stk(4).pkt(1), status: UnitStatus::Rule },
    Unit { id: "P4.4.pkt2", provision: Provision::p(4).stk(4).pkt(2), status: UnitStatus::Out { reason: text("Oplyser, at der er en landsdækkende attest; kravet om formen står i 1. pkt.", "Says that there is a national certificate; the requirement of form is in the first sentence.") } },
    Unit { id: "P4.4.pkt3", provision: Provision::p(4).stk(4).pkt(3), status: UnitStatus::Out { reason: text("Hvem der betaler attesten, fremgår ikke af planen.", "Who pays for the certificate does not show in the plan.") } },
    Unit { id: "P5.1.pkt1", provision: Provision::p(5).stk(1).pkt(1), status: UnitStatus::Rule },
    Unit { id: "P5.1.pkt2", provision: Provision::p(5).stk(1).pkt(2), status: UnitStatus::Rule },
    Unit { id: "P5.1.pkt3", provision: Provision::p(5).stk(1).pkt(3), status: UnitStatus::Introduces { reason: text("Indledning til nr. 1-4.", "Introduces nr. 1-4.") } },
    Unit { id: "P5.1.1.pkt1", provision: Provision::p(5).stk(1).nr(1).pkt(1), status: UnitStatus::Rule },
    Unit { id: "P5.1.1.pkt2", provision: Provision::p(5).stk(1).nr(1).pkt(2), status: UnitStatus::Rule },
    Unit { id: "P5.1.2", provision: Provision::p(5).stk(1).nr(2), status: UnitStatus::Rule },
    Unit { id: "P5.1.3", provision: Provision::p(5).stk(1).nr(3), status: UnitStatus::Rule },
    Unit { id: "P5.1.4", provision: Provision::p(5).stk(1).nr(4), status: UnitStatus::Rule },
    Unit { id: "P5.2.a", provision: Provision::p(5).stk(2).led("1. led"), status: UnitStatus::Rule },
    Unit { id: "P5.2.b", provision: Provision::p(5).stk(2).led("2. led"), status: UnitStatus::Rule },
    Unit { id: "P5.2.c", provision: Provision::p(5).stk(2).led("3. led"), status: UnitStatus::Rule },
    Unit { id: "P5.3.pkt1", provision: Provision::p(5).stk(3).pkt(1), status: UnitStatus::Rule },
    Unit { id: "P5.3.pkt2", provision: Provision::p(5).stk(3).pkt(2), status: UnitStatus::Rule },
    Unit { id: "P6.1.pkt1.a", provision: Provision::p(6).pkt(1).led("1. led"), status: UnitStatus::Out { reason: text("Teammedlemmernes egen forberedelse fremgår ikke af planen.", "The members' own preparation does not show in the plan.") } },
    Unit { id: "P6.1.pkt1.b", provision: Provision::p(6).pkt(1).led("2. led"), status: UnitStatus::Rule },
    Unit { id: "P6.1.pkt2", provision: Provision::p(6).pkt(2), status: UnitStatus::Out { reason: text("Kommunens frihed til at tilrettelægge teamets arbejde.", "The municipality's freedom to organise the work of the team.") } },
    Unit { id: "P7.1.a", provision: Provision::p(7).stk(1).led("1. led"), status: UnitStatus::Rule },
    Unit { id: "P7.1.b", provision: Provision::p(7).stk(1).led("2. led"), status: UnitStatus::Rule },
    Unit { id: "P7.2.pkt1", provision: Provision::p(7).stk(2).pkt(1), status: UnitStatus::Rule },
    Unit { id: "P7.2.pkt2", provision: Provision::p(7).stk(2).pkt(2), status: UnitStatus::Rule },
    Unit { id: "P7.2.pkt3.a", provision: Provision::p(7).stk(2).pkt(3).led("1. led"), status: UnitStatus::Rule },
    Unit { id: "P7.2.pkt3.b", provision: Provision::p(7).stk(2).pkt(3).led("2. led"), status: UnitStatus::Rule },
    Unit { id: "P7.3", provision: Provision::p(7).stk(3), status: UnitStatus::Rule },
    Unit { id: "P7.4.pkt1", provision: Provision::p(7).stk(4).pkt(1), status: UnitStatus::Rule },
    Unit { id: "P7.4.pkt2", provision: Provision::p(7).stk(4).pkt(2), status: UnitStatus::Rule },
    Unit { id: "P8.1", provision: Provision::p(8).stk(1), status: UnitStatus::Rule },
    Unit { id: "P8.2", provision: Provision::p(8).stk(2), status: UnitStatus::Rule },
    Unit { id: "P8.3", provision: Provision::p(8).stk(3), status: UnitStatus::Rule },
    Unit { id: "P8.4", provision: Provision::p(8).stk(4), status: UnitStatus::Rule },
    Unit { id: "P8.5.pkt1", provision: Provision::p(8).stk(5).pkt(1), status: UnitStatus::Introduces { reason: text("Indledning til nr. 1-4.", "Introduces nr. 1-4.") } },
    Unit { id: "P8.5.pkt2", provision: Provision::p(8).stk(5).pkt(2), status: UnitStatus::Introduces { reason: text("Indledning til nr. 1-4.", "Introduces nr. 1-4.") } },
    Unit { id: "P8.5.1", provision: Provision::p(8).stk(5).nr(1), status: UnitStatus::Rule },
    Unit { id: "P8.5.2", provision: Provision::p(8).stk(5).nr(2), status: UnitStatus::Rule },
    Unit { id: "P8.5.3", provision: Provision::p(8).stk(5).nr(3), status: UnitStatus::Rule },
    Unit { id: "P8.5.4", provision: Provision::p(8).stk(5).nr(4), status: UnitStatus::Rule },
    Unit { id: "P8.6.pkt1", provision: Provision::p(8).stk(6).pkt(1), status: UnitStatus::Rule },
    Unit { id: "P8.6.pkt2", provision: Provision::p(8).stk(6).pkt(2), status: UnitStatus::Out { reason: text("Teamet kan, men skal ikke, foreslå en rækkefølge.", "The team may, but need not, propose an order.") } },
    Unit { id: "P9.1.pkt1", provision: Provision::p(9).stk(1).pkt(1), status: UnitStatus::Rule },
    Unit { id: "P9.1.pkt2", provision: Provision::p(9).stk(1).pkt(2), status: UnitStatus::Introduces { reason: text("Indledning til nr. 1-2.", "Introduces nr. 1-2.") } },
    Unit { id: "P9.1.1", provision: Provision::p(9).stk(1).nr(1), status: UnitStatus::Rule },
    Unit { id: "P9.1.2", provision: Provision::p(9).stk(1).nr(2), status: UnitStatus::Rule },
    Unit { id: "P9.2", provision: Provision::p(9).stk(2), status: UnitStatus::Rule },
    Unit { id: "P10.1.pkt1", provision: Provision::p(10).pkt(1), status: UnitStatus::Rule },
    Unit { id: "P10.1.pkt2", provision: Provision::p(10).pkt(2), status: UnitStatus::Rule },
    Unit { id: "P11.1", provision: Provision::p(11), status: UnitStatus::Introduces { reason: text("Indledning til nr. 1-2; udfaldet er anden indsats.", "Introduces nr. 1-2; the outcome is another measure.") } },
    Unit { id: "P11.1.1", provision: Provision::p(11).nr(1), status: UnitStatus::Rule },
    Unit { id: "P11.1.2", provision: Provision::p(11).nr(2), status: UnitStatus::Rule },
    Unit { id: "P12.1.pkt1.a", provision: Provision::p(12).stk(1).pkt(1).led("betingelser"), status: UnitStatus::Rule },
    Unit { id: "P12.1.pkt1.b", provision: Provision::p(12).stk(1).pkt(1).led("lempelse"), status: UnitStatus::Rule },
    Unit { id: "P12.1.pkt1.c", provision: Provision::p(12).stk(1).pkt(1).led("grænse"), status: UnitStatus::Rule },
    Unit { id: "P12.1.pkt2.a", provision: Provision::p(12).stk(1).pkt(2).led("lempelse"), status: UnitStatus::Rule },
    Unit { id: "P12.1.pkt2.b", provision: Provision::p(12).stk(1).pkt(2).led("betingelse"), status: UnitStatus::Rule },
    Unit { id: "P12.2", provision: Provision::p(12).stk(2), status: UnitStatus::Scope },
    Unit { id: "P13.1.pkt1", provision: Provision::p(13).stk(1).pkt(1), status: UnitStatus::Rule },
    Unit { id: "P13.1.pkt2", provision: Provision::p(13).stk(1).pkt(2), status: UnitStatus::Rule },
    Unit { id: "P13.2", provision: Provision::p(13).stk(2), status: UnitStatus::Scope },
    Unit { id: "P14.1.pkt1", provision: Provision::p(14).pkt(1), status: UnitStatus::Rule },
    Unit { id: "P14.1.pkt2", provision: Provision::p(14).pkt(2), status: UnitStatus::Rule },
    Unit { id: "P14.1.pkt3.a", provision: Provision::p(14).pkt(3).led("1. led"), status: UnitStatus::Rule },
    Unit { id: "P14.1.pkt3.b", provision: Provision::p(14).pkt(3).led("2. led"), status: UnitStatus::Rule },
    Unit { id: "P15.1", provision: Provision::p(15).stk(1), status: UnitStatus::Introduces { reason: text("Indledning til nr. 1-6.", "Introduces nr. 1-6.") } },
    Unit { id: "P15.1.1", provision: Provision::p(15).stk(1).nr(1), status: UnitStatus::Rule },
    Unit { id: "P15.1.2", provision: Provision::p(15).stk(1).nr(2), status: UnitStatus::Rule },
    Unit { id: "P15.1.3", provision: Provision::p(15).stk(1).nr(3), status: UnitStatus::Rule },
    Unit { id: "P15.1.4", provision: Provision::p(15).stk(1).nr(4), status: UnitStatus::Rule },
    Unit { id: "P15.1.5", provision: Provision::p(15).stk(1).nr(5), status: UnitStatus::Rule },
    Unit { id: "P15.1.6", provision: Provision::p(15).stk(1).nr(6), status: UnitStatus::Rule },
    Unit { id: "P15.2", provision: Provision::p(15).stk(2), status: UnitStatus::Rule },
    Unit { id: "P16.1", provision: Provision::p(16), status: UnitStatus::Rule },
];
