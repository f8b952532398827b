//! `rehabplan checklist`: what a plan will have to hold, before there is one.

use rehabplan::law::Checklist;
use rehabplan::{Lang, Phase};
use rehabplan_batch::shown;
use rehabplan_render::{checklist, html};

use crate::out::print;
use crate::texts::{self, fill};
use crate::{ChecklistFormat, Status, Stop};

pub(crate) fn run(case: &str, phase: Phase, format: ChecklistFormat, lang: Lang) -> Result<Status, Stop> {
    let Some(variants) = Checklist::variants(case) else {
        let cases = Checklist::names().collect::<Vec<_>>().join(", ");
        let message = fill(texts::UNKNOWN_CASE.get(lang), &[("case", &shown(case)), ("cases", &cases)]);
        return Err(Stop::Usage(message));
    };
    let list = Checklist::new(variants, phase);
    print(|out| match format {
        ChecklistFormat::Text => Ok(out.write_all(checklist::text(&list, lang).as_bytes())?),
        ChecklistFormat::Json => Ok(writeln!(out, "{}", list.to_json(lang))?),
        ChecklistFormat::Html => Ok(out.write_all(html::checklist(&list, lang).as_bytes())?),
    })
}
