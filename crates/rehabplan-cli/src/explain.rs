//! `rehabplan explain`: everything there is to say about one requirement.

use std::io::Write;

use anstyle::Style;
use rehabplan::law::{Cell, Entry, Provision, Rule, ScopeRule, catalogue};
use rehabplan::text::Text;
use rehabplan::{Lang, RULE_SET, Variant};

use crate::catalogue::{json, print};
use crate::texts::{self, fill};
use crate::{Status, Stop, TextOrJson, in_words, select};

const STRONG: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

/// As wide as the widest label.
const LABEL_WIDTH: usize = 12;

pub(crate) fn run(id: &str, format: TextOrJson, lang: Lang) -> Result<Status, Stop> {
    let Some(entry) = Entry::find(id) else {
        return Err(select::unknown_rule(id, catalogue().map(Entry::id), lang));
    };
    print(|out| match (format, entry) {
        (TextOrJson::Json, entry) => json(out, &entry),
        (TextOrJson::Text, Entry::Rule(rule)) => Page { out, lang }.rule(rule),
        (TextOrJson::Text, Entry::Scope(scope)) => Page { out, lang }.scope(scope),
    })
}

struct Page<'o> {
    out: &'o mut dyn Write,
    lang: Lang,
}

impl Page<'_> {
    fn rule(mut self, rule: &Rule) -> Result<(), Stop> {
        let lang = self.lang;
        self.head(rule.id, rule.provision, rule.texts.demand)?;
        self.row(texts::KIND, texts::kind(rule.kind).get(lang))?;
        let phase = texts::phase_explained(rule.phase).get(lang);
        self.row(texts::PHASE, &fill(texts::FROM_PHASE.get(lang), &[("phase", &phase)]))?;
        for (index, path) in rule.paths.iter().enumerate() {
            self.labelled(if index == 0 { texts::EVIDENCE.get(lang) } else { "" }, path)?;
        }
        // A rule that cannot be found wanting must not look as if it could.
        if rule.severity().is_some() {
            self.row(texts::WHEN_MISSING, rule.texts.finding.get(lang))?;
        }
        self.row(texts::TO_DO, rule.texts.remedy.get(lang))?;
        if let Some(judgement) = rule.texts.judgement {
            self.row(texts::LEFT_TO_A_PERSON, judgement.get(lang))?;
        }
        self.row(texts::PAGE, &rule.page(lang))?;
        writeln!(self.out, "\n{STRONG}{}{STRONG:#}", texts::APPLIES.get(lang))?;
        let names = Variant::ALL.map(|variant| texts::variant(variant).get(lang).chars().count());
        let width = names.into_iter().max().unwrap_or_default();
        for variant in Variant::ALL {
            let cell = rule.cells.get(variant);
            let words = texts::cell(cell).get(lang);
            let words = match cell {
                Cell::Exempt(provision) => fill(words, &[("provision", &provision)]),
                _ => words.to_owned(),
            };
            let (code, name) = (variant.code(), texts::variant(variant).get(lang));
            writeln!(self.out, "  {code:5}  {name:width$}  {words}")?;
        }
        Ok(())
    }

    fn scope(mut self, scope: &ScopeRule) -> Result<(), Stop> {
        self.head(scope.id, scope.provision, scope.effect)?;
        self.row(texts::KIND, texts::KIND_SCOPE.get(self.lang))?;
        self.row(texts::PAGE, &scope.page(self.lang))
    }

    fn head(&mut self, id: &str, provision: Provision, text: Text) -> Result<(), Stop> {
        let date = in_words(RULE_SET.valid_from.0, self.lang);
        let provision = fill(texts::IN_FORCE.get(self.lang), &[("provision", &provision), ("date", &date)]);
        writeln!(self.out, "{STRONG}{id}{STRONG:#}  {provision}\n{}\n", text.get(self.lang))?;
        Ok(())
    }

    fn row(&mut self, label: Text, text: &str) -> Result<(), Stop> {
        self.labelled(label.get(self.lang), text)
    }

    fn labelled(&mut self, label: &str, text: &str) -> Result<(), Stop> {
        Ok(writeln!(self.out, "  {FAINT}{label:LABEL_WIDTH$}{FAINT:#}  {text}")?)
    }
}
