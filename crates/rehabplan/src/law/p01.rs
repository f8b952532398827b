//! § 1: which cases the regulation applies to, and as which of the 15 variants.
//!
//! These rules give no findings. They open the gate, or they say that the case is out of scope, or that nobody can tell.

use super::hjemmel::{Hjemmel, hjemmel};
use super::{Provision, page};
use crate::case::{CaseKind, Variant, Variants};
use crate::plan::{Count, Field, Sag, Sagstype};
use crate::pointer;
use crate::text::{Lang, Note, Said, notes, said};

/// A rule on where the regulation applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ScopeRule {
    /// The id of the unit.
    pub id: &'static str,
    /// The provision.
    pub provision: Provision,
    /// What it brings about.
    pub effect: Said,
}

impl ScopeRule {
    /// The address of the rule's page, relative to the documentation.
    #[must_use]
    pub fn page(&self, lang: Lang) -> String {
        page(self.id, lang)
    }
}

/// What the facts of a case amount to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The regulation applies.
    Inside(CaseKind),
    /// It does not, and why.
    Outside(&'static Note),
    /// The fact that decides is missing or cannot be read; it belongs here, and may be one of these (A33).
    Unclear { fact: &'static str, allowed: &'static [&'static str] },
}

impl Scope {
    /// A case of one variant, or of two, whose reliefs follow from what it is.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn of(variants: &[Variant]) -> Self {
        Self::Inside(CaseKind { variants: Variants::of(variants), is_supported: false })
    }
}

/// What a yes or a no may be.
const YES_OR_NO: &[&str] = &["true", "false"];

/// What is taken of the facts that nobody can read, one bit for each in the order in which they are asked for.
#[derive(Debug, Default)]
struct Guess {
    yes: u8,
    asked: u8,
    /// The last one that is taken for a yes.
    fact: Option<&'static str>,
}

impl Guess {
    /// Whether a fact is there. One that is left out is not.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn is(&mut self, fact: &Field<bool>, place: &'static str) -> bool {
        match fact {
            Field::Present(is) => *is,
            Field::Absent => false,
            Field::Unreadable => self.unread(place),
        }
    }

    fn unread(&mut self, place: &'static str) -> bool {
        let is_yes = self.yes >> self.asked & 1 == 1;
        self.asked += 1;
        if is_yes {
            self.fact = Some(place);
        }
        is_yes
    }
}

/// Which variant a case is (§ 1; § 12, stk. 1-2; § 13, stk. 1-2). A fact that nobody can read is none, since it exempts from
/// nothing (A6); what the case may be besides is [`possible`].
pub(crate) fn scope(sag: &Sag<'_>) -> Scope {
    guessed(sag, &mut Guess::default())
}

/// What a case may be besides, where facts that decide cannot be read, each with one of those that it takes.
pub(crate) fn possible(sag: &Sag<'_>) -> Vec<(CaseKind, &'static str)> {
    let mut none = Guess::default();
    let read = guessed(sag, &mut none);
    let mut others = Vec::new();
    if none.asked > 0 {
        // At most six facts are asked for. Those that a kind of case takes fewer of come first.
        for yes in 1..1 << 6 {
            let mut guess = Guess { yes, ..Guess::default() };
            let scope = guessed(sag, &mut guess);
            if let (Scope::Inside(kind), Some(fact)) = (scope, guess.fact)
                && scope != read
                && others.iter().all(|(other, _)| *other != kind)
            {
                others.push((kind, fact));
            }
        }
    }
    others
}

fn guessed(sag: &Sag<'_>, guess: &mut Guess) -> Scope {
    // P1.1: only a known type of case can be out of scope; of an unknown one nobody knows.
    let Some(sagstype) = sag.sagstype.value() else {
        return Scope::Unclear { fact: pointer!(sag.sagstype), allowed: Sagstype::CODES };
    };
    match sagstype {
        // P1.1.1
        Sagstype::Ressourceforloeb => Scope::of(&[Variant::RF]),
        Sagstype::Jobafklaringsforloeb => jobafklaring(sag, guess),
        Sagstype::Sygedagpenge => match sag.kategori.value().map(Count::get) {
            Some(3) => Scope::of(&[Variant::SDP3]),
            Some(_) => Scope::Outside(&notes::OUTSIDE_CATEGORY),
            None => Scope::Unclear { fact: pointer!(sag.kategori), allowed: &["1", "2", "3"] },
        },
        // P1.1.4; both at once when both are to be considered (T53).
        Sagstype::Fleksjob | Sagstype::Tilskud => {
            let is_mixed = guess.is(&sag.blandet_fleksjob_tilskud, pointer!(sag.blandet_fleksjob_tilskud));
            Scope::of(match sagstype {
                _ if is_mixed => &[Variant::FJ, Variant::SELV],
                Sagstype::Fleksjob => &[Variant::FJ],
                _ => &[Variant::SELV],
            })
        }
        Sagstype::Foertidspension => foertidspension(sag, guess),
        // P1.4
        Sagstype::Revalidering => Scope::of(&[Variant::REV]),
        // P1.5: only when the municipality has said so, for the whole of the case (T42). One that need not be put to the team is
        // never taken for such a case unless it is stated as one (T43).
        Sagstype::Anden => match sag.anvend_bekendtgoerelsen {
            Field::Present(true) => Scope::of(&[Variant::AND]),
            Field::Present(false) | Field::Absent => Scope::Outside(&notes::OUTSIDE_NOT_CHOSEN),
            Field::Unreadable => Scope::Unclear { fact: pointer!(sag.anvend_bekendtgoerelsen), allowed: YES_OR_NO },
        },
    }
}

/// P1.1.2 and P1.1.3. A case that is not to be put to the team at all is none of them (T46), and where that cannot be read,
/// nobody knows whether it is one.
fn jobafklaring(sag: &Sag<'_>, guess: &mut Guess) -> Scope {
    const SOON_WELL: &str = pointer!(sag.forventet_raskmelding_8_uger);
    const FIRST: &str = pointer!(sag.foerste_forloeb);
    match sag.forventet_raskmelding_8_uger {
        Field::Present(true) => return Scope::Outside(&notes::OUTSIDE_8_WEEKS),
        Field::Unreadable if !guess.unread(SOON_WELL) => {
            return Scope::Unclear { fact: SOON_WELL, allowed: YES_OR_NO };
        }
        _ => {}
    }
    let is_first = match sag.foerste_forloeb {
        Field::Present(is_first) => Some(is_first),
        Field::Absent => None,
        // It may be a new one or the first; taken for neither, nothing exempts.
        Field::Unreadable => match (guess.unread(FIRST), guess.unread(FIRST)) {
            (true, _) => Some(false),
            (false, true) => Some(true),
            (false, false) => None,
        },
    };
    let after_13d = guess.is(&sag.indsats_13d, pointer!(sag.indsats_13d));
    let has_ended = guess.is(&sag.ophoer_24_1, pointer!(sag.ophoer_24_1));
    let at_22_weeks = guess.is(&sag.revurdering_22_uger, pointer!(sag.revurdering_22_uger));
    Scope::of(&[match is_first {
        Some(false) => Variant::JANY,
        // P1.2: both conditions, and only for the first one (T19).
        Some(true) if after_13d && has_ended => Variant::JA13D,
        Some(true) if at_22_weeks => Variant::JA22,
        // A29: where the case does not say whether it is the first, no exemption is guessed.
        Some(true) | None => Variant::JAX,
    }])
}

/// P1.1.5, P1.3, P12.2 and P13.2. The ground for going without the team comes first; the two reliefs in a team case
/// add up.
fn foertidspension(sag: &Sag<'_>, guess: &mut Guess) -> Scope {
    const GROUND: &str = pointer!(sag.uden_team_hjemmel);
    // § 12, stk. 1: two conditions, as the municipality states them; whether they are right is for a person (T14).
    let is_reduced = guess.is(&sag.vaesentligt_nedsat, pointer!(sag.vaesentligt_nedsat));
    let is_obvious = guess.is(&sag.helt_aabenbart, pointer!(sag.helt_aabenbart));
    // § 13, stk. 1
    let applies = guess.is(&sag.ansoegning_17_2, pointer!(sag.ansoegning_17_2));
    if guess.is(&sag.uden_team, pointer!(sag.uden_team)) {
        let (under_18, under_17) = ground(sag).unwrap_or_else(|| (guess.unread(GROUND), guess.unread(GROUND)));
        if under_18 {
            let variants = Variant::FPU18.into();
            return Scope::Inside(CaseKind { variants, is_supported: is_reduced && is_obvious });
        }
        if under_17 {
            return Scope::Inside(CaseKind { variants: Variant::FPU17.into(), is_supported: applies });
        }
    }
    Scope::of(match (is_reduced && is_obvious, applies) {
        (true, true) => &[Variant::FP12, Variant::FP13],
        (true, false) => &[Variant::FP12],
        (false, true) => &[Variant::FP13],
        (false, false) => &[Variant::FP],
    })
}

/// Every variant that a case of a type may turn out to be.
pub(crate) fn kinds_of(sagstype: Sagstype) -> Variants {
    Variants::of(match sagstype {
        Sagstype::Ressourceforloeb => &[Variant::RF],
        Sagstype::Jobafklaringsforloeb => &[Variant::JA22, Variant::JAX, Variant::JA13D, Variant::JANY],
        Sagstype::Sygedagpenge => &[Variant::SDP3],
        Sagstype::Fleksjob => &[Variant::FJ],
        Sagstype::Tilskud => &[Variant::SELV],
        Sagstype::Foertidspension => &[Variant::FP, Variant::FP12, Variant::FP13, Variant::FPU18, Variant::FPU17],
        Sagstype::Revalidering => &[Variant::REV],
        Sagstype::Anden => &[Variant::AND],
    })
}

/// Whether § 18, stk. 2, is what a case without the team rests on, and whether § 17, stk. 3, is; `None` where nobody can read it, or
/// it stands in another document, which nobody has read either.
fn ground(sag: &Sag<'_>) -> Option<(bool, bool)> {
    match hjemmel(&sag.uden_team_hjemmel, "pension") {
        // A text that names no provision, or both, says as little.
        Hjemmel::Ulaeselig | Hjemmel::Henvisning | Hjemmel::Andet => None,
        named => {
            // Where the case goes without the team, § 18 is its stk. 2 and § 17 its stk. 3, which alone let it, if no stykke is
            // named.
            let under_18 = named.may_name(18, 2);
            // The regulation cites the same provision as stk. 3 and as stk. 4 (T1). It is about refusals of an application; that
            // the decision was no refusal is for the pensions act, and no finding here (T60).
            let under_17 = named.may_name(17, 3) || named.names(17, 4);
            (!(under_18 && under_17)).then_some((under_18, under_17))
        }
    }
}

/// Whether a case is said to go without the team, and nothing lets it: only one on førtidspension may, and only on a provision that
/// is named (§ 1, stk. 3). What the team is never asked about is no such case (§ 1, stk. 2 and 4).
pub(super) fn lacks_ground(sag: &Sag<'_>, kind: Option<CaseKind>) -> bool {
    const WITHOUT: &[Variant] = &[Variant::JA13D, Variant::REV];
    let is_for_the_team = kind.is_some_and(|kind| !kind.variants.any_of(WITHOUT));
    let is_pension = sag.sagstype.value() == Some(Sagstype::Foertidspension);
    let is_without =
        || ground(sag) == Some((false, false)) || hjemmel(&sag.uden_team_hjemmel, "pension") == Hjemmel::Andet;
    is_for_the_team && sag.uden_team.value() == Some(true) && (!is_pension || is_without())
}

/// The 13 scope rules, in the order of the law.
pub static SCOPE: &[ScopeRule] = &[
    ScopeRule {
        id: "P1.1",
        provision: Provision::p(1).stk(1),
        effect: said(
            "Porten: sagen skal være af en af de sagstyper, som § 1 nævner. En kendt sagstype uden for § 1 er uden for anvendelsesområdet, og det er ikke en fejl. Mangler sagstypen, eller er den ukendt eller ulæselig, kan det ikke afgøres, om bekendtgørelsen gælder, og intet krav prøves.",
            "The gate: the case must be of one of the types that § 1 names. A known type outside § 1 is out of scope, which is no error. When the type is missing, unknown or cannot be read, it cannot be determined whether the regulation applies, and no requirement is tried.",
        ),
    },
    ScopeRule {
        id: "P1.1.1",
        provision: Provision::p(1).stk(1).nr(1),
        effect: said("En sag om ressourceforløb behandles som RF.", "A case on ressourceforløb is treated as RF."),
    },
    ScopeRule {
        id: "P1.1.2",
        provision: Provision::p(1).stk(1).nr(2),
        effect: said(
            "Første jobafklaringsforløb behandles som JA22, når borgeren overgår ved revurderingen efter 22 uger, ellers som JAX. Sygedagpenge i kategori 3 behandles som SDP3; kategori 1 og 2 er uden for, og uden en læselig kategori kan det ikke afgøres. Et jobafklaringsforløb, hvor borgeren ventes raskmeldt inden 8 uger, er uden for.",
            "A first jobafklaringsforløb is treated as JA22 when the citizen passes over at the reassessment after 22 weeks, otherwise as JAX. Sygedagpenge in category 3 is treated as SDP3; categories 1 and 2 are out of scope, and without a category that can be read it cannot be determined. A jobafklaringsforløb in which the citizen is expected to be well within 8 weeks is out of scope.",
        ),
    },
    ScopeRule {
        id: "P1.1.3",
        provision: Provision::p(1).stk(1).nr(3),
        effect: said(
            "Ethvert jobafklaringsforløb efter det første behandles som JANY; ventes borgeren raskmeldt inden 8 uger, er sagen uden for.",
            "Every jobafklaringsforløb after the first is treated as JANY; where the citizen is expected to be well within 8 weeks, the case is out of scope.",
        ),
    },
    ScopeRule {
        id: "P1.1.4",
        provision: Provision::p(1).stk(1).nr(4),
        effect: said(
            "Fleksjob behandles som FJ og tilskud til selvstændige som SELV; skal begge vurderes, gælder kravene for begge.",
            "Fleksjob is treated as FJ and support for the self-employed as SELV; when both are to be considered, the requirements of both apply.",
        ),
    },
    ScopeRule {
        id: "P1.1.5",
        provision: Provision::p(1).stk(1).nr(5),
        effect: said(
            "Førtidspension via teamet behandles som FP, eller som FP12 eller FP13, når § 12 eller § 13 lemper kravene; lemper begge, lægges lempelserne sammen.",
            "Førtidspension by way of the team is treated as FP, or as FP12 or FP13 when § 12 or § 13 relaxes the requirements; when both do, the reliefs add up.",
        ),
    },
    ScopeRule {
        id: "P1.2",
        provision: Provision::p(1).stk(2),
        effect: said(
            "Første jobafklaringsforløb efter en indsats efter sygedagpengelovens § 13 d og ophør efter § 24, stk. 1, behandles som JA13D: ingen forelæggelse, forberedende del eller indstilling, men stadig en indsatsdel.",
            "A first jobafklaringsforløb after measures under § 13 d of the sygedagpenge act and its end under § 24, stk. 1, is treated as JA13D: no team, no preparatory part and no recommendation, but still an indsatsdel.",
        ),
    },
    ScopeRule {
        id: "P1.3",
        provision: Provision::p(1).stk(3),
        effect: said(
            "Førtidspension uden om teamet behandles som FPU18 eller FPU17: kun §§ 2-4 og 12-13 gælder.",
            "Førtidspension without the team is treated as FPU18 or FPU17: only §§ 2-4 and 12-13 apply.",
        ),
    },
    ScopeRule {
        id: "P1.4.pkt1",
        provision: Provision::p(1).stk(4).pkt(1),
        effect: said(
            "Revalidering behandles som REV: kun §§ 2-4 og 14 gælder.",
            "Revalidering is treated as REV: only §§ 2-4 and 14 apply.",
        ),
    },
    ScopeRule {
        id: "P1.4.pkt2",
        provision: Provision::p(1).stk(4).pkt(2),
        effect: said(
            "I revalidering kræves hverken møde eller indstilling.",
            "In revalidering neither a meeting nor a recommendation is required.",
        ),
    },
    ScopeRule {
        id: "P1.5",
        provision: Provision::p(1).stk(5),
        effect: said(
            "En anden sag behandles som AND, når kommunen har valgt at anvende bekendtgørelsen; uden det valg er den uden for, og kan svaret ikke læses, kan det ikke afgøres.",
            "Another case is treated as AND when the municipality has chosen to apply the regulation; without that choice it is out of scope, and where the answer cannot be read, it cannot be determined.",
        ),
    },
    ScopeRule {
        id: "P12.2",
        provision: Provision::p(12).stk(2),
        effect: said(
            "§ 12, stk. 1, gælder også uden om teamet efter pensionslovens § 18, stk. 2 (FPU18).",
            "§ 12, stk. 1, also applies without the team under § 18, stk. 2, of the pensions act (FPU18).",
        ),
    },
    ScopeRule {
        id: "P13.2",
        provision: Provision::p(13).stk(2),
        effect: said(
            "§ 13, stk. 1, gælder også uden om teamet efter pensionslovens § 17, stk. 3 (FPU17).",
            "§ 13, stk. 1, also applies without the team under § 17, stk. 3, of the pensions act (FPU17).",
        ),
    },
];
