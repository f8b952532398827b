//! `rehabplan profiles`, and which profiles a command is to heed.

use std::fs;
use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};

use anstyle::Style;
use rehabplan::catalogue::{self, ProfileEntry};
use rehabplan::limits::MAX_PROFILE_BYTES;
use rehabplan::profile::{Builder, Effect, Profile, ProfileChoice, ProfileSet};
use rehabplan::{Lang, ProfileError};
use rehabplan_batch::{Problem, shown, text_of};

use crate::out::{json, print};
use crate::texts::{self, fill};
use crate::{ProfileArgs, Status, Stop, TextOrJson};

const STRONG: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

/// What a command was asked to heed beside the regulation.
pub(crate) fn chosen(args: &ProfileArgs, lang: Lang) -> Result<ProfileSet, Stop> {
    builder(args, lang)?.build().map_err(|error| usage(&error, lang))
}

/// The same with the suppressions of some files. One that names no case is refused, unless there is one plan only.
pub(crate) fn chosen_and_known(
    args: &ProfileArgs,
    suppressions: &[PathBuf],
    is_one_plan: bool,
    lang: Lang,
) -> Result<ProfileSet, Stop> {
    let mut all = builder(args, lang)?;
    for path in suppressions {
        let list = read(path, lang)?;
        let add = |builder: Builder| {
            let builder = builder.suppress(&list)?;
            Ok(if is_one_plan { builder.for_one_plan() } else { builder })
        };
        // By itself first, so that what is wrong is told with the file.
        add(ProfileSet::builder()).and_then(Builder::build).map_err(|error| in_file(path, &error, lang))?;
        all = add(all).map_err(|error| in_file(path, &error, lang))?;
    }
    all.build().map_err(|error| usage(&error, lang))
}

fn builder(args: &ProfileArgs, lang: Lang) -> Result<Builder, Stop> {
    let mut builder = ProfileSet::builder();
    for choice in &args.profiles {
        let choice = ProfileChoice::parse(choice).and_then(|choice| builder.choose(&choice));
        builder = choice.map_err(|error| usage(&error, lang))?;
    }
    for path in &args.profile_files {
        builder = builder.load(&read(path, lang)?).map_err(|error| in_file(path, &error, lang))?;
    }
    Ok(builder)
}

fn usage(error: &ProfileError, lang: Lang) -> Stop {
    Stop::Usage(shown(&error.message(lang)))
}

fn in_file(path: &Path, error: &ProfileError, lang: Lang) -> Stop {
    Stop::Usage(format!("{}: {}", shown(&path.to_string_lossy()), shown(&error.message(lang))))
}

/// The text of a file, up to one byte more than a profile may have.
pub(crate) fn read(path: &Path, lang: Lang) -> Result<String, Stop> {
    let mut bytes = Vec::new();
    // One byte more than the limit is enough to be refused.
    let read = fs::File::open(path).and_then(|file| file.take(MAX_PROFILE_BYTES as u64 + 1).read_to_end(&mut bytes));
    let text = read.map_err(Problem::from).and_then(|_| text_of(bytes));
    text.map_err(|problem| Stop::Usage(format!("{}: {}", shown(&path.to_string_lossy()), problem.message(lang))))
}

/// `rehabplan profiles [NAME]`
pub(crate) fn run(name: Option<&str>, format: TextOrJson, lang: Lang) -> Result<Status, Stop> {
    let profiles: Vec<ProfileEntry> = catalogue::profiles().collect();
    let Some(name) = name else {
        return print(|out| match format {
            TextOrJson::Json => json(out, &profiles),
            TextOrJson::Text => {
                let width = profiles.iter().map(|entry| entry.profile.id.len()).max().unwrap_or_default();
                for ProfileEntry { profile, .. } in &profiles {
                    let (id, force) = (&profile.id, profile.force.text().get(lang));
                    writeln!(out, "{STRONG}{id:width$}{STRONG:#}  {} ({force})", profile.title.get(lang))?;
                }
                Ok(())
            }
        });
    };
    let Some(entry) = profiles.iter().find(|entry| entry.profile.id.eq_ignore_ascii_case(name)) else {
        // The same words as when it is chosen.
        let choice = ProfileChoice { profile: name.to_owned(), ..ProfileChoice::default() };
        let error = ProfileSet::builder().choose(&choice).err();
        return Err(Stop::Usage(error.map(|error| shown(&error.message(lang))).unwrap_or_default()));
    };
    print(|out| match format {
        TextOrJson::Json => json(out, entry),
        TextOrJson::Text => explain(out, &entry.profile, lang),
    })
}

fn explain(out: &mut dyn Write, profile: &Profile, lang: Lang) -> Result<(), Stop> {
    writeln!(out, "{STRONG}{}{STRONG:#}  {}", profile.id, profile.title.get(lang))?;
    writeln!(out, "{}", profile.force.text().get(lang))?;
    writeln!(out, "{FAINT}{}{FAINT:#}", profile.source.get(lang))?;
    for (name, parameter) in &profile.parameters {
        writeln!(out, "\n  {name}=N  {}", parameter.title.get(lang))?;
    }
    let mut rules = profile.rules().peekable();
    if rules.peek().is_some() {
        writeln!(out, "\n{STRONG}{}{STRONG:#}", texts::PROFILE_ADDS.get(lang))?;
        for rule in rules {
            writeln!(out, "  {}  {} ({})", rule.id, rule.texts.demand.get(lang), rule.citation.get(lang))?;
        }
    }
    effects(out, &profile.effects, lang)?;
    for theme in &profile.themes {
        writeln!(out, "\n{STRONG}:{}{STRONG:#}  {}", theme.id, theme.title.get(lang))?;
        if let Some(to) = theme.valid_to {
            let day = crate::in_words(to, lang);
            writeln!(out, "  {}", fill(texts::PROFILE_UNTIL.get(lang), &[("day", &day)]))?;
        }
        if let Some(reason) = &theme.without_effect {
            writeln!(out, "  {}", reason.get(lang))?;
        }
        effects(out, &theme.effects, lang)?;
    }
    if !profile.without_effect.is_empty() {
        writeln!(out, "\n{STRONG}{}{STRONG:#}", texts::PROFILE_WITHOUT_EFFECT.get(lang))?;
        for without in &profile.without_effect {
            writeln!(out, "  {}: {}", without.source.get(lang), without.reason.get(lang))?;
        }
    }
    Ok(())
}

fn effects(out: &mut dyn Write, effects: &[Effect], lang: Lang) -> Result<(), Stop> {
    for effect in effects {
        let (text, exempt) = match effect {
            Effect::Exempt(exempt) => (texts::PROFILE_EXEMPTS, exempt),
            Effect::Accept(accept) => (texts::PROFILE_ACCEPTS, accept),
            Effect::Add(_) | Effect::Severity(_) | Effect::Suppress(_) => continue,
        };
        let rules = exempt.rules.join(", ");
        writeln!(out, "\n  {}", fill(text.get(lang), &[("rules", &rules)]))?;
        if !exempt.variants.is_empty() {
            let variants = exempt.variants.join(", ");
            writeln!(out, "    {}", fill(texts::PROFILE_IN_CASES.get(lang), &[("variants", &variants)]))?;
        }
        for condition in &exempt.conditions {
            let condition = serde_json::to_string(condition)?;
            writeln!(out, "    {}", fill(texts::PROFILE_WHEN.get(lang), &[("fact", &condition)]))?;
        }
        writeln!(out, "    {}", exempt.basis.get(lang))?;
    }
    Ok(())
}
