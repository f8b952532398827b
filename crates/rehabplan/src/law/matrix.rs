//! Which requirement applies where, and which provisions exempt.

use serde::{Serialize, Serializer};

use super::cells::EXEMPTING;
use super::{Cell, Cells, Provision, RuleKind, SCOPE, rules};
use crate::case::Variant;
use crate::json::{Json, Members};

/// The exemptions that need nothing but the kind of case: the measures of § 13 d (§ 1, stk. 2), a case without the team
/// (§ 7, stk. 1), revalidering (§ 14), and support for the self-employed, whose own list stands in the place of the other
/// (§ 15, stk. 1, T4). All others have conditions of their own, and until they are there the requirement holds.
pub(super) const OUTRIGHT: [Provision; 4] =
    [AFTER_13D, Provision::p(7).stk(1), Provision::p(14), Provision::p(15).stk(1)];

const AFTER_13D: Provision = Provision::p(1).stk(2);

/// The provisions that exempt from requirements.
#[must_use]
pub fn exempting() -> &'static [Provision] {
    &EXEMPTING
}

/// The ids of the requirements and rules of scope that a provision holds, in the order of the [catalogue](crate::catalogue). For
/// one that exempts, these are what decides whether it does.
#[must_use]
pub fn grounds(provision: Provision) -> Vec<&'static str> {
    let mut grounds = Vec::new();
    let mut see = |id, own| {
        if provision.holds(own) {
            grounds.push(id);
        }
    };
    rules().for_each(|rule| see(rule.id, rule.provision));
    SCOPE.iter().for_each(|scope| see(scope.id, scope.provision));
    grounds
}

impl Cell {
    /// Whether the kind of case alone exempts from a rule of a kind. Advice on an exemption looks at what is in the plan all the
    /// same (A51), but for § 1, stk. 2, which leaves nothing to look at.
    #[must_use]
    pub fn is_exempt_outright(self, kind: RuleKind) -> bool {
        matches!(self, Self::Exempt(by) if OUTRIGHT.contains(&by) && (kind != RuleKind::Advice || by == AFTER_13D))
    }
}

impl Cells {
    pub(crate) fn write(&self, members: &mut Members<'_>) {
        Variant::ALL.iter().for_each(|variant| members.text(variant.code(), &self.get(*variant).to_string()));
    }
}

/// Which requirement applies in which variant.
///
/// Written as `{"variants": ["JA22", ...], "rules": {"P3.1.4": {"JA22": "K", ...}, ...}}`, in the order of the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Matrix;

impl Serialize for Matrix {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Json::Object(&|members: &mut Members<'_>| {
            members.texts("variants", &Variant::ALL.iter().copied().map(Variant::code).collect::<Vec<_>>());
            members.object("rules", &|members| {
                rules().for_each(|rule| members.object(rule.id, &|members| rule.cells.write(members)));
            });
        })
        .serialize(serializer)
    }
}
