//! The page to write a plan by.

use maud::html;
use rehabplan::Lang;
use rehabplan::law::Checklist;

use super::{document, held_against, linked};
use crate::checklist::{self, exempt, fields, heading, is_of_one_paragraph, lead, variants, when};
use crate::words;

/// The list to write a plan by as a page to print.
///
/// ```
/// use rehabplan::law::Checklist;
/// use rehabplan::{Lang, Phase, Variant};
///
/// let list = Checklist::new(Variant::FJ.into(), Phase::Forelaeggelse);
/// let page = rehabplan_render::html::checklist(&list, Lang::Da);
/// assert!(page.contains("§ 3, stk. 1, nr. 4"));
/// ```
#[must_use]
pub fn checklist(list: &Checklist, lang: Lang) -> String {
    let title = checklist::title(list, lang);
    let content = html! {
        h1 { (title) }
        p.lead { (held_against(lang)) }
        @if let Some(variants) = variants(list, lang) { p { (variants) } }
        p { (lead(list, lang)) }
        @for points in list.points.chunk_by(is_of_one_paragraph) {
            @if let Some(first) = points.first() { h2 { (heading(first, lang)) } }
            ol {
                @for point in points {
                    li {
                        div.judge {
                            @if !point.is_exemption() { span.box aria-hidden="true" {} }
                            div {
                                h3 { (point.rule.texts.demand.get(lang)) }
                                dl {
                                    @if let Some(fields) = fields(point, lang) {
                                        dt { (words::FIELD.get(lang)) } dd { (fields) }
                                    }
                                    dt { (words::RULE.get(lang)) }
                                    dd { (point.rule.provision) " (" (linked(point.rule, lang)) ")" }
                                    @if let Some(when) = when(point, list.variants, lang) {
                                        dt { (words::LIST_WHEN.get(lang)) } dd { (when) }
                                    }
                                    @if let Some(to_do) = point.to_do() {
                                        dt { (words::REMEDY.get(lang)) } dd { (to_do.get(lang)) }
                                    }
                                    @if let Some(question) = point.rule.texts.judgement {
                                        dt { (words::LIST_JUDGE.get(lang)) } dd { (question.get(lang)) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        @if !list.exempt.is_empty() {
            h2 { (words::LIST_EXEMPT.get(lang)) }
            table.stack {
                thead {
                    tr {
                        @for column in [words::DEMAND, words::RULE, words::EXEMPT_UNDER] {
                            th scope="col" { (column.get(lang)) }
                        }
                    }
                }
                tbody {
                    @for point in &list.exempt {
                        tr {
                            td { (point.rule.texts.demand.get(lang)) }
                            td.rule { (point.rule.provision) " (" (linked(point.rule, lang)) ")" }
                            td { (exempt(point).unwrap_or_default()) }
                        }
                    }
                }
            }
        }
    };
    document(&title, lang, &content)
}
