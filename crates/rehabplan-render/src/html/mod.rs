//! A page: one file that needs nothing from anywhere, is read without a script, and is printed on A4.

mod list;
mod map;
mod plan;
mod run;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use rehabplan::law::Rule;
use rehabplan::{Lang, RULE_SET, Report};

use crate::words::{self, fill};

pub use list::checklist;
pub use run::{EVERY, MOST, Page};

/// The page of one report. `name` is what its user calls the plan; it becomes the heading.
///
/// ```
/// use rehabplan::{Checker, Detail, Lang};
///
/// let report = Checker::new().detail(Detail::All).check_str(r#"{"sag": {"sagstype": "fleksjob"}}"#)?;
/// let page = rehabplan_render::html::report(&report, Some("sag 17"), Lang::Da);
/// assert!(page.contains("<h1>sag 17</h1>") && page.contains("§ 2, stk. 1, 2. pkt."));
/// # Ok::<(), rehabplan::ReadError>(())
/// ```
#[must_use]
pub fn report(report: &Report, name: Option<&str>, lang: Lang) -> String {
    page(report, name, lang, &|_| None)
}

/// The same, with where places of the plan came from.
fn page(report: &Report, name: Option<&str>, lang: Lang, origin: plan::Origin<'_>) -> String {
    let title = name.unwrap_or(words::PLAN_TITLE.get(lang));
    let content = html! {
        h1 { (title) }
        p.lead { (held_against(lang)) " " (words::NO_VALUES.get(lang)) }
        (plan::content(report, 2, lang, origin))
    };
    document(title, lang, &content)
}

/// A whole page.
fn document(title: &str, lang: Lang, content: &Markup) -> String {
    html! {
        (DOCTYPE)
        html lang=(lang.spoken().tag()) {
            head {
                meta charset="utf-8";
                // Nothing is fetched and nothing runs, whatever a name on the page may hold.
                meta http-equiv="Content-Security-Policy"
                    content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
                meta name="referrer" content="no-referrer";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(include_str!("page.css"))) }
            }
            body {
                a.skip href="#indhold" { (words::TO_CONTENT.get(lang)) }
                main id="indhold" tabindex="-1" { (content) }
            }
        }
    }
    .into_string()
}

/// What plans are held against.
fn held_against(lang: Lang) -> String {
    fill(words::HELD_AGAINST.get(lang), &[("date", &words::date(RULE_SET.valid_from, lang))])
}

/// The id of a requirement, with a link to its page.
fn linked(rule: &Rule, lang: Lang) -> Markup {
    html! { a href=(crate::address(&rule.page(lang))) rel="noreferrer" { (rule.id) } }
}
