//! What a plan will have to hold, before there is one.

use serde::{Serialize, Serializer};

use super::{Cell, Rule, RuleKind, kinds_of, rules};
use crate::case::{Phase, Variant, Variants};
use crate::json::{Json, Members};
use crate::places::is_at_or_below;
use crate::plan::Sagstype;
use crate::pointer;
use crate::text::{Lang, Said, Wording};

/// The requirements that may apply in a kind of case as far as it has come, in the order of the law: a list to write a
/// plan by.
///
/// It says what is asked of every such case. What a case itself decides (a condition, an exemption) is told with the point.
///
/// # Example
///
/// ```
/// use rehabplan::law::Checklist;
/// use rehabplan::{Lang, Phase};
///
/// let variants = Checklist::variants("fleksjob").expect("a kind of case");
/// let list = Checklist::new(variants, Phase::Forelaeggelse);
/// assert!(list.points.iter().any(|point| point.rule.id == "P3.1.4"));
/// assert!(list.points.iter().all(|point| point.rule.phase == Phase::Forelaeggelse));
/// assert!(list.to_json(Lang::Da).starts_with(r#"{"variant":"FJ","phase":"forelaeggelse","points":["#));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Checklist {
    /// The case variants that it is for.
    pub variants: Variants,
    /// How far the case has come.
    pub phase: Phase,
    /// The requirements.
    pub points: Vec<Point>,
    /// The requirements that such a case is exempt from because it is such a case.
    pub exempt: Vec<Point>,
}

/// One requirement of a [`Checklist`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Point {
    /// The requirement.
    pub rule: &'static Rule,
    /// What applies in each of the variants in which it is relevant.
    pub cells: Vec<(Variant, Cell)>,
    /// The places that it is about, in the parts that are written by then.
    pub paths: Vec<&'static str>,
}

/// The parts that are written once the municipality has decided.
const AFTER_THE_DECISION: [&str; 3] = [pointer!(afgoerelse), pointer!(indsatsdel), pointer!(min_plan)];

impl Checklist {
    /// The list for cases of any of some variants, up to a phase.
    #[must_use]
    pub fn new(variants: Variants, phase: Phase) -> Self {
        let point = |rule: &'static Rule| {
            let cells = variants.iter().map(|variant| (variant, rule.cells.get(variant)));
            let mut paths = rule.paths();
            paths.retain(|path| {
                phase == Phase::Indsats || !AFTER_THE_DECISION.iter().any(|part| is_at_or_below(path, part))
            });
            Point { rule, cells: cells.filter(|(_, cell)| *cell != Cell::NotRelevant).collect(), paths }
        };
        let points = rules().filter(|rule| rule.phase <= phase).map(point).filter(|point| !point.cells.is_empty());
        let (exempt, points) = points.partition(Point::is_exempt);
        Self { variants, phase, points, exempt }
    }

    /// The variants that a name stands for: one, named by its code (`FP12`), or all that a type of case may turn out to be,
    /// named by the code of the type (`foertidspension`). `None` for another name.
    #[must_use]
    pub fn variants(name: &str) -> Option<Variants> {
        let name = name.trim();
        let variant = Variant::ALL.iter().copied().find(|variant| variant.code().eq_ignore_ascii_case(name));
        variant.map(Variants::from).or_else(|| Sagstype::from_code(name).map(kinds_of))
    }

    /// Every name that [`variants`](Self::variants) takes: types of case, then variants.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Sagstype::ALL.iter().map(|kind| kind.code()).chain(Variant::ALL.iter().copied().map(Variant::code))
    }

    /// Why a case of two types, named as a report names it (`FJ+SELV`, `FP12+FP13`), has no list of its own, and which to ask for
    /// instead; `None` for any other name.
    ///
    /// ```
    /// use rehabplan::Lang;
    /// use rehabplan::law::Checklist;
    ///
    /// let why = Checklist::of_two_types("FJ+SELV", Lang::Da);
    /// assert!(why.is_some_and(|why| why.contains("både listen til FJ og listen til SELV")));
    /// assert_eq!(Checklist::of_two_types("FJ", Lang::Da), None);
    /// ```
    #[must_use]
    pub fn of_two_types(name: &str, lang: Lang) -> Option<String> {
        const BOTH_APPLY: Wording = Wording::new(
            "en sag af begge typer har ikke sin egen liste; tag både listen til {one} og listen til {other}, for kravene i begge gælder",
            "a case of both types has no list of its own; take both the list for {one} and the list for {other}, for the requirements of both apply",
        );
        const EITHER_RELAXES: Wording = Wording::new(
            "en sag med begge lempelser har ikke sin egen liste; tag både listen til {one} og listen til {other}, for et krav, som den ene fritager for, skal ikke opfyldes",
            "a case with both reliefs has no list of its own; take both the list for {one} and the list for {other}, for a requirement that either exempts from need not be met",
        );
        let (one, other) = name.split_once('+')?;
        let is = |name: &str, variant: Variant| name.trim().eq_ignore_ascii_case(variant.code());
        let mixed = [(Variant::FJ, Variant::SELV, BOTH_APPLY), (Variant::FP12, Variant::FP13, EITHER_RELAXES)];
        let (first, second, why) = mixed.into_iter().find(|(first, second, _)| {
            is(one, *first) && is(other, *second) || is(one, *second) && is(other, *first)
        })?;
        Some(why.get(lang).replace("{one}", first.code()).replace("{other}", second.code()))
    }

    /// The list as one line of JSON, with its texts in a language.
    #[must_use]
    pub fn to_json(&self, lang: Lang) -> String {
        // Writing plain data to a string cannot fail.
        serde_json::to_string(&Rendered { list: self, lang: lang.spoken() }).unwrap_or_default()
    }
}

impl Point {
    /// What applies, where it is the same in every one of the variants.
    #[must_use]
    pub fn everywhere(&self, variants: Variants) -> Option<Cell> {
        let (_, first) = self.cells.first()?;
        let is_same = self.cells.len() == variants.iter().count() && self.cells.iter().all(|(_, cell)| cell == first);
        is_same.then_some(*first)
    }

    /// Whether the point is an exemption that a case may use, and nothing that has to be written.
    #[must_use]
    pub fn is_exemption(&self) -> bool {
        self.rule.kind == RuleKind::Exemption
    }

    /// What there is to write; `None` for a question to a person and an exemption.
    #[must_use]
    pub fn to_do(&self) -> Option<Said> {
        matches!(self.rule.kind, RuleKind::Requirement | RuleKind::Advice).then_some(self.rule.texts.remedy)
    }

    /// Whether the kind of case alone exempts, in each of the variants.
    fn is_exempt(&self) -> bool {
        self.cells.iter().all(|(_, cell)| cell.is_exempt_outright(self.rule.kind))
    }

    fn write(&self, members: &mut Members<'_>, lang: Lang) {
        let (rule, texts) = (self.rule, &self.rule.texts);
        members.text("rule", rule.id);
        members.text("citation", &rule.provision.to_string());
        members.number("paragraph", rule.provision.paragraf.into());
        members.text("page", &rule.page(lang));
        members.text("kind", rule.kind.code());
        members.text("phase", rule.phase.code());
        members.texts("paths", &self.paths);
        members.text("demand", texts.demand.get(lang));
        members.text_or_null("remedy", self.to_do().map(|text| text.get(lang)));
        members.text_or_null("judgement", texts.judgement.map(|text| text.get(lang)));
        members.object("matrix", &|members| {
            self.cells.iter().for_each(|(variant, cell)| members.text(variant.code(), &cell.to_string()));
        });
    }
}

struct Rendered<'l> {
    list: &'l Checklist,
    lang: Lang,
}

impl Serialize for Rendered<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { list, lang } = self;
        Json::Object(&|members: &mut Members<'_>| {
            members.text("variant", &list.variants.to_string());
            members.text("phase", list.phase.code());
            members.list("points", &list.points, |point, members| point.write(members, *lang));
            members.list("exempt", &list.exempt, |point, members| point.write(members, *lang));
        })
        .serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(name: &str, phase: Phase) -> Vec<&'static str> {
        let variants = Checklist::variants(name).unwrap_or_default();
        Checklist::new(variants, phase).points.iter().map(|point| point.rule.id).collect()
    }

    #[test]
    fn a_list_holds_what_the_law_asks_of_the_kind_of_case() {
        // § 15 is about the self-employed, § 14 about revalidering, § 5 about what follows the decision.
        let before = ids("SELV", Phase::Forelaeggelse);
        assert!(before.contains(&"P15.1.1.d") && !before.iter().any(|id| id.starts_with("P14.")));
        assert!(!before.iter().any(|id| id.starts_with("P7.") || id.starts_with("P5.")));
        assert!(ids("selv", Phase::Indstilling).iter().any(|id| id.starts_with("P7.")));
        assert!(ids("revalidering", Phase::Indsats).iter().all(|id| !id.starts_with("P7.")));
        // § 1, stk. 2: without the team there is nothing to write before the decision.
        assert_eq!(ids("JA13D", Phase::Indstilling), [""; 0]);
        assert!(ids("JA13D", Phase::Indsats).iter().all(|id| id.starts_with("P2.") || id.starts_with("P5.")));
        // § 4, stk. 2: the certificate may take the place of the assessment, but only when there is one.
        assert!(ids("JA22", Phase::Forelaeggelse).contains(&"P4.1.pkt1"));
    }

    #[test]
    fn a_type_of_case_stands_for_all_that_it_may_turn_out_to_be() {
        let of = |name| Checklist::variants(name).map(|variants| variants.to_string());
        assert_eq!(of("førtidspension").as_deref(), Some("FP+FP12+FP13+FPU18+FPU17"));
        assert_eq!(of("jobafklaring").as_deref(), Some("JA22+JAX+JA13D+JANY"));
        assert_eq!(of(" fp12 ").as_deref(), Some("FP12"));
        assert_eq!(of("kontanthjælp"), None);
        assert!(Checklist::names().all(|name| Checklist::variants(name).is_some()));
    }

    #[test]
    fn what_is_written_after_the_decision_is_no_place_to_write_before_it() {
        let paths = |phase| {
            let list = Checklist::new(Variant::RF.into(), phase);
            let point = list.points.into_iter().find(|point| point.rule.id == "P7.4.pkt1");
            point.map(|point| point.paths).unwrap_or_default()
        };
        assert_eq!(paths(Phase::Indstilling), ["/indstilling/indstillingsdato", "/moede/dato"]);
        assert_eq!(paths(Phase::Indsats), ["/indstilling/indstillingsdato", "/indsatsdel/dato", "/moede/dato"]);
        for &variant in Variant::ALL {
            for &phase in Phase::ALL {
                let list = Checklist::new(variant.into(), phase);
                for point in list.points.iter().chain(&list.exempt) {
                    assert!(!point.paths.is_empty(), "{}", point.rule.id);
                    // A question is nothing to write.
                    let is_question = matches!(point.rule.kind, RuleKind::Judgement | RuleKind::SupportedJudgement);
                    assert_eq!(point.to_do().is_none(), is_question || point.is_exemption(), "{}", point.rule.id);
                }
            }
        }
    }

    #[test]
    fn what_differs_between_variants_is_told() {
        let variants = Variants::of(&[Variant::FP, Variant::FPU18]);
        let list = Checklist::new(variants, Phase::Forelaeggelse);
        let of = |id: &str| list.points.iter().find(|point| point.rule.id == id);
        let everywhere = |id| of(id).map(|point| point.everywhere(variants));
        // § 3, stk. 3, holds with the team and without it. § 12, stk. 2, relaxes § 4 only without it.
        assert_eq!(everywhere("P3.3.a"), Some(Some(Cell::Required)));
        assert_eq!(everywhere("P4.1.pkt1"), Some(None));
    }
}
