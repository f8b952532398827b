//! `rehabplan explain`: everything there is to say about one requirement.

use std::borrow::Cow;
use std::io::Write;

use anstyle::Style;
use rehabplan::catalogue::{AnyRule, Cited, going_on};
use rehabplan::law::{Provision, Rule, RuleKind, ScopeRule};
use rehabplan::profile::{self, ProfileRule};
use rehabplan::text::Wording;
use rehabplan::{Lang, Phase, RULE_SET, Variant};

use crate::catalogue;
use crate::out::{json, print};
use crate::texts::{self, fill};
use crate::{Status, Stop, TextOrJson, in_words, select};

const STRONG: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

/// As wide as the widest label.
const LABEL_WIDTH: usize = 12;

pub(crate) fn run(id: &str, format: TextOrJson, lang: Lang) -> Result<Status, Stop> {
    let Some(rule) = AnyRule::find(id) else { return several(id, format, lang) };
    print(|out| match (format, rule) {
        (TextOrJson::Json, rule) => json(out, &rule),
        (TextOrJson::Text, AnyRule::Rule(rule)) => Page { out, lang }.rule(rule),
        (TextOrJson::Text, AnyRule::Scope(scope)) => Page { out, lang }.scope(scope),
        (TextOrJson::Text, AnyRule::Added(rule)) => Page { out, lang }.added(rule),
    })
}

/// What was named together: several ids or provisions, the requirements of a provision, or those whose ids begin alike.
fn several(named: &str, format: TextOrJson, lang: Lang) -> Result<Status, Stop> {
    let place = Cited::parse(named);
    let ids = || named.split([' ', ',']).filter(|id| !id.is_empty()).map(AnyRule::find).collect::<Option<Vec<_>>>();
    let places = || Cited::several(named).map(|places| places.into_iter().flat_map(Cited::rules).collect());
    let rules = match place {
        Some(place) => place.rules(),
        None => ids().filter(|ids| !ids.is_empty()).or_else(places).unwrap_or_else(|| going_on(named)),
    };
    match (rules.as_slice(), place) {
        _ if named.trim().is_empty() => Err(Stop::Usage(texts::NO_RULE_NAMED.get(lang).to_owned())),
        ([], Some(place)) => Err(Stop::Usage(nothing_at(place, lang))),
        ([], None) => Err(select::unknown_rule(named, AnyRule::all().map(AnyRule::id), lang)),
        (rules, _) => print(|out| match format {
            TextOrJson::Json => json(out, &rules),
            TextOrJson::Text => catalogue::list(out, rules, lang),
        }),
    }
}

/// Why nothing belongs to a place, and where something does.
fn nothing_at(place: Cited, lang: Lang) -> String {
    let around = if place.exists() { None } else { place.around() };
    let text = match &around {
        _ if place.exists() => texts::NO_REQUIREMENT_OF_ITS_OWN,
        Some((_, parts)) if parts.is_empty() => texts::NOT_DIVIDED,
        Some(_) => texts::NO_SUCH_PART,
        None => texts::NO_REQUIREMENTS,
    };
    let (around, parts) = around.map_or_else(Default::default, |(around, parts)| (around.to_string(), parts));
    fill(text.get(lang), &[("place", &place), ("around", &around), ("parts", &parts)])
}

struct Page<'o> {
    out: &'o mut dyn Write,
    lang: Lang,
}

impl Page<'_> {
    fn rule(mut self, rule: &Rule) -> Result<(), Stop> {
        let lang = self.lang;
        self.head(rule.id, rule.provision, &rule.texts.demand)?;
        self.row(texts::KIND, rule.kind.meaning().get(lang))?;
        self.phase_and_evidence(rule.phase, &rule.paths())?;
        // A rule that cannot be found wanting must not look as if it could.
        if rule.severity().is_some() {
            self.row(texts::WHEN_NOT_MET, rule.texts.finding.get(lang))?;
        }
        self.row(texts::TO_DO, rule.texts.remedy.get(lang))?;
        if let Some(judgement) = rule.texts.judgement {
            self.row(texts::LEFT_TO_A_PERSON, judgement.get(lang))?;
        }
        self.row(texts::PAGE, &rule.page(lang))?;
        self.applies(&|variant| rule.applies(variant, lang))
    }

    fn added(mut self, rule: &'static ProfileRule) -> Result<(), Stop> {
        let lang = self.lang;
        writeln!(self.out, "{STRONG}{}{STRONG:#}  {}", rule.id, rule.citation.get(lang))?;
        writeln!(self.out, "{}\n", rule.texts.demand.get(lang))?;
        self.row(texts::KIND, AnyRule::Added(rule).meaning().get(lang))?;
        for profile in profile::built_in().filter(|profile| profile.rules().any(|added| added == rule)) {
            let parameters = rule.parameters.iter().map(|name| format!("{name}=N")).collect::<Vec<_>>().join(",");
            let colon = if parameters.is_empty() { "" } else { ":" };
            let choice = format!("--profile {}{colon}{parameters}", profile.id);
            let force = profile.force.text().get(lang);
            self.row(texts::ADDED_BY, &fill(texts::ADDED_WITH.get(lang), &[("choice", &choice), ("force", &force)]))?;
        }
        self.phase_and_evidence(rule.phase, rule.paths)?;
        if rule.severity.is_some() {
            self.row(texts::WHEN_NOT_MET, rule.texts.finding.get(lang))?;
            self.row(texts::TO_DO, rule.texts.remedy.get(lang))?;
        }
        if let Some(judgement) = rule.texts.judgement {
            self.row(texts::LEFT_TO_A_PERSON, judgement.get(lang))?;
        }
        self.row(texts::PAGE, &rule.page(lang))?;
        self.applies(&|variant| rule.cells.get(variant).meaning(RuleKind::Requirement, lang))
    }

    fn phase_and_evidence(&mut self, phase: Phase, paths: &[&str]) -> Result<(), Stop> {
        let (title, meaning) = (phase.title().get(self.lang), phase.meaning().get(self.lang));
        self.row(texts::PHASE, &fill(texts::PHASE_IS.get(self.lang), &[("title", &title), ("meaning", &meaning)]))?;
        for (index, path) in paths.iter().enumerate() {
            self.labelled(if index == 0 { texts::EVIDENCE.get(self.lang) } else { "" }, path)?;
        }
        Ok(())
    }

    fn applies(self, of: &dyn Fn(Variant) -> Cow<'static, str>) -> Result<(), Stop> {
        let lang = self.lang;
        writeln!(self.out, "\n{STRONG}{}{STRONG:#}", texts::APPLIES.get(lang))?;
        let names = Variant::ALL.iter().map(|variant| variant.title().get(lang).chars().count());
        let width = names.max().unwrap_or_default();
        for &variant in Variant::ALL {
            let (code, name, words) = (variant.code(), variant.title().get(lang), of(variant));
            writeln!(self.out, "  {code:5}  {name:width$}  {words}")?;
        }
        Ok(())
    }

    fn scope(mut self, scope: &'static ScopeRule) -> Result<(), Stop> {
        self.head(scope.id, scope.provision, &scope.effect)?;
        self.row(texts::KIND, AnyRule::Scope(scope).meaning().get(self.lang))?;
        self.row(texts::PAGE, &scope.page(self.lang))
    }

    fn head(&mut self, id: &str, provision: Provision, text: &Wording) -> Result<(), Stop> {
        let date = in_words(RULE_SET.valid_from, self.lang);
        let provision = fill(texts::IN_FORCE.get(self.lang), &[("provision", &provision), ("date", &date)]);
        writeln!(self.out, "{STRONG}{id}{STRONG:#}  {provision}\n{}\n", text.get(self.lang))?;
        Ok(())
    }

    fn row(&mut self, label: Wording, text: &str) -> Result<(), Stop> {
        self.labelled(label.get(self.lang), text)
    }

    fn labelled(&mut self, label: &str, text: &str) -> Result<(), Stop> {
        Ok(writeln!(self.out, "  {FAINT}{label:LABEL_WIDTH$}{FAINT:#}  {text}")?)
    }
}
