//! `rehabplan checklist`: what a plan will have to hold, before there is one.

use rehabplan::law::Checklist;
use rehabplan::text::nearest;
use rehabplan::{Lang, Phase};
use rehabplan_batch::shown;
use rehabplan_render::{checklist, html};

use crate::out::print;
use crate::texts::{self, fill};
use crate::{ChecklistFormat, Status, Stop};

pub(crate) fn run(case: &str, phase: Phase, format: ChecklistFormat, lang: Lang) -> Result<Status, Stop> {
    let Some(variants) = Checklist::variants(case) else {
        if let Some(why) = Checklist::of_two_types(case, lang) {
            return Err(Stop::Usage(format!("{}: {why}", shown(case))));
        }
        let cases = Checklist::names().collect::<Vec<_>>().join(", ");
        let meant = meant(case).join(texts::OR.get(lang));
        let meant = if meant.is_empty() { meant } else { fill(texts::CASE_MEANT.get(lang), &[("case", &meant)]) };
        let values: [(&str, &dyn std::fmt::Display); 3] =
            [("case", &shown(case)), ("meant", &meant), ("cases", &cases)];
        let message = fill(texts::UNKNOWN_CASE.get(lang), &values);
        return Err(Stop::Usage(message));
    };
    let list = Checklist::new(variants, phase);
    print(|out| match format {
        ChecklistFormat::Text => Ok(out.write_all(checklist::text(&list, lang).as_bytes())?),
        ChecklistFormat::Json => Ok(writeln!(out, "{}", list.to_json(lang))?),
        ChecklistFormat::Html => Ok(out.write_all(html::checklist(&list, lang).as_bytes())?),
    })
}

/// The type of case that was most likely meant; both where two are named together, as a report writes a case of two types.
fn meant(case: &str) -> Vec<&'static str> {
    let known = |name: &str| Checklist::names().find(|known| known.eq_ignore_ascii_case(name.trim()));
    let both: Option<Vec<_>> = case.split('+').map(known).collect();
    both.unwrap_or_else(|| nearest(case, Checklist::names()).into_iter().collect())
}
