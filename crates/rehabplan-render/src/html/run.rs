//! The page of a run: what all plans come to, then a page for each plan that lacks something.

use maud::{Markup, PreEscaped, html};
use rehabplan::report::Conclusion;
use rehabplan::{Lang, Report, Variants};
use rehabplan_batch::{Name, Problem, shown};

use super::{document, held_against, linked, map, plan};
use crate::blind;
use crate::groups::{Groups, TooMany};
use crate::names::{self, number, percent};
use crate::overview::{Overview, worst_in_words};
use crate::words::{self, fill};

/// Up to so many plans, each is shown in full.
pub const EVERY: usize = 100;

/// Of more plans only those that lack something are shown in full, and of these so many.
pub const MOST: usize = 1_000;

/// How many of the most frequent defects are told.
const DEFECTS: usize = 10;

/// The page of a run, made while it goes on.
///
/// It keeps counts, and the pages of the plans that are shown in full: of [`EVERY`] plans at most, or of [`MOST`] that lack
/// something. However many plans there are, it takes no more than that. A run of a single plan is the page of that plan,
/// unless groups were asked for.
///
/// ```
/// use rehabplan::{Checker, Detail, Lang};
/// use rehabplan_batch::{Name, Problem};
/// use rehabplan_render::{Overview, html};
///
/// let checker = Checker::new().detail(Detail::All);
/// let mut page = html::Page::new(Overview::default(), Lang::En);
/// for (file, plan) in [("one.json", r#"{"sag": {"sagstype": "fleksjob"}}"#), ("two.json", "[")] {
///     let name = Name { file: file.into(), ..Name::default() };
///     page.add(&name, checker.check_str(plan).map_err(Problem::Read).as_ref(), &|_| None)?;
/// }
/// assert!(page.finish().contains("one.json"));
/// # Ok::<(), rehabplan_render::TooMany>(())
/// ```
#[derive(Debug)]
pub struct Page {
    lang: Lang,
    overview: Overview,
    /// The page of the only plan, as long as there is but one.
    only: Option<String>,
    shown: Vec<Shown>,
    /// The first documents that could not be read, with the reason.
    unread: Vec<(String, String)>,
    lacking: u64,
}

/// A plan that is shown in full.
#[derive(Debug)]
struct Shown {
    name: String,
    variants: Variants,
    conclusion: Conclusion,
    errors: u32,
    page: String,
}

impl Page {
    /// A page that begins with an overview in which nothing is counted yet, or everything is ([`show`](Self::show)); what its groups and its horizon are has been said.
    #[must_use]
    pub fn new(overview: Overview, lang: Lang) -> Self {
        Self { lang, overview, only: None, shown: Vec::new(), unread: Vec::new(), lacking: 0 }
    }

    /// Takes in a plan or a document that could not be read. The report must hold every answer. Where a place of the plan, by
    /// its JSON Pointer, came from may be told in words.
    ///
    /// # Errors
    ///
    /// When there are more groups than anybody reads.
    pub fn add(
        &mut self,
        name: &Name,
        result: Result<&Report, &Problem>,
        origin: &dyn Fn(&str) -> Option<String>,
    ) -> Result<(), TooMany> {
        self.overview.add(name, result)?;
        self.show(name, result, origin);
        Ok(())
    }

    /// Takes in a plan, or a document that could not be read, that the overview has counted already. Of a report that holds
    /// findings only, what is for a person to judge is told as a number.
    pub fn show(&mut self, name: &Name, result: Result<&Report, &Problem>, origin: &dyn Fn(&str) -> Option<String>) {
        let report = match result {
            Ok(report) => report,
            Err(problem) => {
                self.pass_over(name, problem);
                return;
            }
        };
        let is_only = self.overview.plans() == 1;
        self.only = is_only.then(|| super::page(report, Some(&shown(&name.to_string())), self.lang, origin));
        let lacks = report.conclusion == Conclusion::Deficient;
        self.lacking += u64::from(lacks);
        if self.is_for_some() {
            self.shown.retain(|shown| shown.conclusion == Conclusion::Deficient);
        }
        if if self.is_for_some() { lacks && self.shown.len() < MOST } else { true } {
            self.shown.push(Shown {
                name: shown(&name.to_string()),
                variants: report.variants,
                conclusion: report.conclusion,
                errors: report.errors,
                page: plan::content(report, 3, self.lang, origin).into_string(),
            });
        }
    }

    /// Lists a file that was passed over, and is not counted among the plans.
    pub fn pass_over(&mut self, name: &Name, problem: &Problem) {
        if self.unread.len() < MOST {
            self.unread.push((shown(&name.to_string()), problem.message(self.lang)));
        }
    }

    /// Whether there are too many plans to show each.
    fn is_for_some(&self) -> bool {
        self.overview.plans() > EVERY as u64
    }

    /// What has been counted so far.
    #[must_use]
    pub fn overview(&self) -> &Overview {
        &self.overview
    }

    /// The page.
    #[must_use]
    pub fn finish(mut self) -> String {
        let is_alone = self.overview.plans() == 1 && self.overview.groups.is_none() && self.unread.is_empty();
        if let Some(page) = self.only.take().filter(|_| is_alone) {
            return page;
        }
        let lang = self.lang;
        let title = words::RUN_TITLE.get(lang);
        let content = html! {
            h1 { (title) }
            p.lead { (held_against(lang)) " " (words::NO_VALUES.get(lang)) }
            (conclusions(&self.overview, lang))
            h2 { (words::WHERE.get(lang)) }
            (map::heat(&self.overview.tally, lang))
            (defects(&self.overview, lang))
            (not_checked(&self.overview, lang))
            @if let Some(groups) = &self.overview.groups { (by_group(groups, lang)) }
            (self.contents())
            @for (place, shown) in self.shown.iter().enumerate() {
                section.plan id={ "plan-" (place + 1) } aria-labelledby={ "navn-" (place + 1) } {
                    h2 id={ "navn-" (place + 1) } { (shown.name) }
                    (PreEscaped(&shown.page))
                }
            }
        };
        document(title, lang, &content)
    }

    /// Which plans are shown in full, and how many are not.
    fn contents(&self) -> Markup {
        let lang = self.lang;
        let shown = number(self.shown.len() as u64, lang);
        let (plans, lacking) = (number(self.overview.plans(), lang), number(self.lacking, lang));
        let which = if !self.is_for_some() {
            words::CONTENTS_ALL.get(lang).to_owned()
        } else if self.lacking > self.shown.len() as u64 {
            fill(words::CONTENTS_FIRST.get(lang), &[("n", &lacking), ("shown", &shown)])
        } else {
            fill(words::CONTENTS_DEFICIENT.get(lang), &[("shown", &shown), ("plans", &plans)])
        };
        html! {
            h2 { (words::CONTENTS.get(lang)) }
            p { (which) }
            @if !self.shown.is_empty() {
                table.stack {
                    caption { (words::CONTENTS_CAPTION.get(lang)) }
                    thead {
                        tr {
                            @for column in [words::CONTENTS_NAME, words::CASE_TYPE, words::CONCLUSION] {
                                th scope="col" { (column.get(lang)) }
                            }
                            th.number scope="col" { (words::CONTENTS_DEFECTS.get(lang)) }
                        }
                    }
                    tbody {
                        @for (place, shown) in self.shown.iter().enumerate() {
                            tr {
                                th.name scope="row" { a href={ "#plan-" (place + 1) } { (shown.name) } }
                                td { (names::variants(shown.variants, lang)) }
                                td { (plan::conclusion(shown.conclusion, lang)) }
                                td.number data-label=(words::CONTENTS_DEFECTS.get(lang)) { (shown.errors) }
                            }
                        }
                    }
                }
            }
            @if !self.unread.is_empty() {
                table.stack {
                    caption { (words::BLIND_DOCUMENT.get(lang)) }
                    thead {
                        tr {
                            th scope="col" { (words::CONTENTS_NAME.get(lang)) }
                            th scope="col" { (words::BLIND_WHY.get(lang)) }
                        }
                    }
                    tbody { @for (name, why) in &self.unread { tr { th.name scope="row" { (name) } td { (why) } } } }
                }
            }
        }
    }
}

fn conclusions(overview: &Overview, lang: Lang) -> Markup {
    let (all, summary) = (overview.plans(), &overview.summary);
    let row = |code: &str, text: &str, count: usize| {
        let count = count as u64;
        html! {
            @if count > 0 {
                tr {
                    th scope="row" { span class={ "badge " (code) } { (text) } }
                    td.number { (number(count, lang)) }
                    td.number { (percent(count, all, lang)) }
                }
            }
        }
    };
    html! {
        h2 { (words::CONCLUSIONS.get(lang)) }
        table {
            caption { (words::CONCLUSIONS_CAPTION.get(lang)) }
            thead {
                tr {
                    th scope="col" { (words::CONCLUSION.get(lang)) }
                    th.number scope="col" { (words::PLANS.get(lang)) }
                    th.number scope="col" { (words::SHARE.get(lang)) }
                }
            }
            tbody {
                @for (conclusion, count) in summary.conclusions() { (row(conclusion.code(), conclusion.text().get(lang), count)) }
                (row("unreadable", words::UNREADABLE.get(lang), summary.unreadable))
                tr { th scope="row" { (words::TOTAL.get(lang)) } td.number { (number(all, lang)) } td.number {} }
            }
        }
    }
}

/// The most frequent defects, with what to do.
fn defects(overview: &Overview, lang: Lang) -> Markup {
    let defects = overview.defects();
    let rest = defects.len().saturating_sub(DEFECTS);
    let told = defects.len().min(DEFECTS);
    html! {
        h2 { (words::TOP.get(lang)) }
        @if defects.is_empty() { p { (words::TOP_NOTHING.get(lang)) } }
        @else {
            table.stack {
                caption {
                    @if told == 1 { (words::TOP_CAPTION_ONE.get(lang)) }
                    @else { (fill(words::TOP_CAPTION.get(lang), &[("n", &told)])) }
                }
                thead {
                    tr {
                        th.number scope="col" { (words::PLANS.get(lang)) }
                        th.number scope="col" { (words::SHARE.get(lang)) "*" }
                        @for column in [words::WHAT_IS_WRONG, words::RULE, words::REMEDY] { th scope="col" { (column.get(lang)) } }
                    }
                }
                tbody {
                    @for defect in defects.iter().take(DEFECTS) {
                        tr {
                            td.number data-label=(words::PLANS.get(lang)) { (number(defect.plans, lang)) }
                            td.number data-label=(words::SHARE.get(lang)) { (percent(defect.plans, defect.decided, lang)) }
                            th scope="row" { (defect.rule.texts.finding.get(lang)) }
                            td.rule { (defect.rule.provision) " (" (linked(defect.rule, lang)) ")" }
                            td { (defect.rule.texts.remedy.get(lang)) }
                        }
                    }
                }
            }
            p.note { "* " (words::SHARE_OF_DECIDED.get(lang)) }
            @if rest > 0 { p.note { (fill(words::TOP_REST.get(lang), &[("n", &rest)])) } }
        }
    }
}

fn not_checked(overview: &Overview, lang: Lang) -> Markup {
    let rows = blind::rows(overview, lang);
    html! {
        h2 { (words::BLIND.get(lang)) }
        @if rows.is_empty() { p { (words::BLIND_NOTHING.get(lang)) } }
        @else {
            table.stack {
                caption { (words::BLIND_CAPTION.get(lang)) }
                thead {
                    tr {
                        th scope="col" { (words::BLIND_WHAT.get(lang)) }
                        th scope="col" { (words::BLIND_WHY.get(lang)) }
                        th.number scope="col" { (words::BLIND_HOW_MANY.get(lang)) }
                    }
                }
                tbody {
                    @for row in rows {
                        tr { th scope="row" { (row.what) } td { (row.why) } td.number data-label=(words::BLIND_HOW_MANY.get(lang)) { (number(row.count, lang)) } }
                    }
                }
            }
        }
        @if !overview.summary.notes.is_empty() {
            h3 { (words::NOTES.get(lang)) }
            @for (note, count) in &overview.summary.notes {
                p { b { (names::count(*count as u64, words::PLANS_ONE, words::PLANS_MANY, lang)) ": " } (note.text.get(lang)) }
            }
        }
    }
}

fn by_group(groups: &Groups, lang: Lang) -> Markup {
    let columns = groups.columns().join(words::GROUPS_AND.get(lang));
    html! {
        h2 { (words::GROUPS.get(lang)) }
        @if groups.iter().any(|group| group.numbers.is_some()) {
            table.stack {
                caption { (fill(words::GROUPS_CAPTION.get(lang), &[("columns", &columns)])) }
                thead {
                    tr {
                        @for column in groups.columns() { th scope="col" { (column) } }
                        @for column in [words::PLANS, words::CHECKED, words::DEFICIENT, words::SHARE_DEFICIENT] {
                            th.number scope="col" { (column.get(lang)) }
                        }
                        th scope="col" { (words::WORST.get(lang)) }
                    }
                }
                tbody {
                    @for (values, numbers) in groups.iter().filter_map(|group| Some((group.values, group.numbers?))) {
                        @let (checked, deficient) = (numbers.checked, numbers.deficient);
                        tr {
                            @for value in values {
                                th.name scope="row" { @if value.is_empty() { (words::NO_VALUE.get(lang)) } @else { (value) } }
                            }
                            td.number data-label=(words::PLANS.get(lang)) { (number(numbers.plans, lang)) }
                            td.number data-label=(words::CHECKED.get(lang)) { (number(checked, lang)) }
                            td.number data-label=(words::DEFICIENT.get(lang)) { (number(deficient, lang)) }
                            td.number data-label=(words::SHARE_DEFICIENT.get(lang)) { (percent(deficient, checked, lang)) }
                            td { @if let Some(worst) = worst_in_words(&numbers.tally, groups.min(), lang) { (worst) } }
                        }
                    }
                }
            }
        }
        @if let Some(line) = groups.masked_line(lang) { p.note { (line) } }
    }
}
