//! The list to write a plan by, as text.

use rehabplan::law::{Cell, Checklist, Point, RuleKind};
use rehabplan::{Lang, Variants};

use crate::names;
use crate::place;
use crate::words::{self, fill};

/// The list as lines of text, each requirement with a box to tick, what to do, and where it belongs.
///
/// ```
/// use rehabplan::law::Checklist;
/// use rehabplan::{Lang, Phase, Variant};
///
/// let list = Checklist::new(Variant::FJ.into(), Phase::Forelaeggelse);
/// let text = rehabplan_render::checklist::text(&list, Lang::Da);
/// assert!(text.contains("[ ] ") && text.contains("§ 3, stk. 1, nr. 4"));
/// ```
#[must_use]
pub fn text(list: &Checklist, lang: Lang) -> String {
    let mut lines = vec![title(list, lang)];
    lines.extend(variants(list, lang));
    lines.push(lead(list, lang));
    for points in list.points.chunk_by(is_of_one_paragraph) {
        lines.extend(points.first().map(|point| format!("\n{}", heading(point, lang))));
        for point in points {
            let rule = point.rule;
            let mark = if point.is_exemption() { "   " } else { "[ ]" };
            lines.push(format!("\n{mark} {}", rule.texts.demand.get(lang)));
            let mut row = |label: &str, text: &str| lines.push(format!("    {label}: {text}"));
            if let Some(fields) = fields(point, lang) {
                row(words::FIELD.get(lang), &fields);
            }
            row(words::RULE.get(lang), &format!("{} ({})", rule.provision, rule.id));
            if let Some(when) = when(point, list.variants, lang) {
                row(words::LIST_WHEN.get(lang), &when);
            }
            if let Some(to_do) = point.to_do() {
                row(words::REMEDY.get(lang), to_do.get(lang));
            }
            if let Some(question) = rule.texts.judgement {
                row(words::LIST_JUDGE.get(lang), question.get(lang));
            }
        }
    }
    if !list.exempt.is_empty() {
        lines.push(format!("\n{}", words::LIST_EXEMPT.get(lang)));
        for point in &list.exempt {
            let under = exempt(point).unwrap_or_default();
            let (rule, demand) = (point.rule, point.rule.texts.demand.get(lang));
            lines.push(format!("    {} ({}): {demand} ({under})", rule.provision, rule.id));
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

/// The heading of the whole list.
pub(crate) fn title(list: &Checklist, lang: Lang) -> String {
    let mut kinds: Vec<&str> = list.variants.iter().map(|variant| variant.short_title().get(lang)).collect();
    // Many variants of one type are named below.
    if kinds.len() > 2 {
        kinds = kinds.iter().take(1).filter_map(|name| name.split(',').next()).collect();
    }
    fill(words::LIST_TITLE.get(lang), &[("kind", &kinds.join(" + "))])
}

pub(crate) fn lead(list: &Checklist, lang: Lang) -> String {
    let text = if list.points.is_empty() { words::LIST_NOTHING } else { words::LIST_LEAD };
    fill(text.get(lang), &[("phase", &list.phase.title().get(lang).to_lowercase())])
}

/// Which variants the list is for, where there are several.
pub(crate) fn variants(list: &Checklist, lang: Lang) -> Option<String> {
    let kinds: Vec<String> = list
        .variants
        .iter()
        .map(|variant| format!("{} ({})", variant.short_title().get(lang), variant.code()))
        .collect();
    (kinds.len() > 1).then(|| fill(words::LIST_VARIANTS.get(lang), &[("kinds", &kinds.join(", "))]))
}

pub(crate) fn heading(point: &Point, lang: Lang) -> String {
    let number = point.rule.provision.paragraf;
    let title = names::paragraph(number, lang);
    fill(words::LIST_PARAGRAPH.get(lang), &[("n", &number), ("title", &title)])
}

pub(crate) fn is_of_one_paragraph(one: &Point, next: &Point) -> bool {
    one.rule.provision.paragraf == next.rule.provision.paragraf
}

/// The places that a point is about, in words.
pub(crate) fn fields(point: &Point, lang: Lang) -> Option<String> {
    let titles: Vec<String> = point.paths.iter().filter_map(|path| place::title(path, lang)).collect();
    (!titles.is_empty()).then(|| titles.join("; "))
}

/// When a point applies, where it is not simply required.
pub(crate) fn when(point: &Point, variants: Variants, lang: Lang) -> Option<String> {
    let in_words = |cell: Cell| match cell {
        Cell::Required | Cell::NotRelevant => words::CELL_REQUIRED.get(lang).to_owned(),
        Cell::Conditional => words::CELL_CONDITIONAL.get(lang).to_owned(),
        Cell::Judgement => words::CELL_JUDGEMENT.get(lang).to_owned(),
        Cell::Exempt(_) if cell.is_exempt_outright(point.rule.kind) => cell.meaning(point.rule.kind, lang).into_owned(),
        Cell::Exempt(provision) => fill(words::CELL_EXEMPT.get(lang), &[("provision", &provision)]),
    };
    let mut parts = match point.everywhere(variants) {
        _ if point.is_exemption() => vec![words::LIST_EXEMPTION.get(lang).to_owned()],
        Some(Cell::Required) => Vec::new(),
        Some(cell) => vec![in_words(cell)],
        None => {
            // Variants of which the same is said are named together, in the order in which they come.
            let mut groups: Vec<(Cell, Vec<&str>)> = Vec::new();
            for (variant, cell) in &point.cells {
                match groups.iter_mut().find(|(known, _)| known == cell) {
                    Some((_, codes)) => codes.push(variant.code()),
                    None => groups.push((*cell, vec![variant.code()])),
                }
            }
            let group = |(cell, codes): &(Cell, Vec<&str>)| format!("{}: {}", codes.join(", "), in_words(*cell));
            let groups = groups.iter().map(group).collect::<Vec<_>>().join("; ");
            let is_in_all = point.cells.len() == variants.iter().count();
            vec![if is_in_all { groups } else { fill(words::LIST_ONLY_IN.get(lang), &[("groups", &groups)]) }]
        }
    };
    if point.rule.kind == RuleKind::Advice {
        parts.push(words::LIST_ADVICE.get(lang).to_owned());
    }
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// The provision that exempts from a point.
pub(crate) fn exempt(point: &Point) -> Option<String> {
    point.cells.iter().find_map(|(_, cell)| match cell {
        Cell::Exempt(provision) => Some(provision.to_string()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]
    use super::text;
    use rehabplan::law::Checklist;
    use rehabplan::{Lang, Phase, Variant};

    fn list(name: &str, phase: Phase, lang: Lang) -> String {
        text(&Checklist::new(Checklist::variants(name).expect("a kind of case"), phase), lang)
    }

    #[test]
    fn every_requirement_of_the_kind_of_case_is_told_once() {
        for &variant in Variant::ALL {
            for &phase in Phase::ALL {
                let checklist = Checklist::new(variant.into(), phase);
                for &lang in Lang::ALL {
                    let text = text(&checklist, lang);
                    for point in checklist.points.iter().chain(&checklist.exempt) {
                        let id = format!("({})", point.rule.id);
                        assert_eq!(text.matches(&id).count(), 1, "{variant:?} {phase:?} {id}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_case_without_requirements_says_so() {
        let text = list("JA13D", Phase::Forelaeggelse, Lang::Da);
        assert!(text.contains("Ingen krav gælder i denne sagstype til og med fasen forelæggelse."), "{text}");
        assert!(text.contains("Kræves ikke i denne sagstype") && text.contains("(§ 1, stk. 2)"), "{text}");
    }

    #[test]
    fn what_only_some_variants_ask_for_is_said() {
        let text = list("foertidspension", Phase::Forelaeggelse, Lang::Da);
        assert!(text.contains("Krav til en rehabiliteringsplan: Førtidspension\n"), "{text}");
        assert!(text.contains("Gælder: kun i FP, FP12, FP13: kræves\n"), "{text}");
        // § 12, stk. 1 and 2, and § 13, stk. 1 and 2, relax § 4.
        assert!(text.contains("FP12: kræves, medmindre betingelserne i § 12, stk. 1, er til stede; "), "{text}");
        // § 7, stk. 1: without the team there is no recommendation, and that has no conditions of its own.
        let text = list("foertidspension", Phase::Indstilling, Lang::Da);
        assert!(text.contains("FPU18, FPU17: fritaget efter § 7, stk. 1\n"), "{text}");
    }
}
