//! Help and what is said of a wrong command line, in the language that the caller reads.
//!
//! What a check says is in the language that `--lang` names, or else in Danish, so that it is the same on every machine. Help
//! is for the person at the keyboard: without `--lang` it follows the locale.

mod error;
mod words;

use std::ffi::OsString;
use std::io::Write as _;

use clap::builder::{Resettable, StyledStr};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory as _, FromArgMatches as _};
use rehabplan::Lang;

use crate::args::Cli;
use crate::texts::fill;
use crate::{Status, Stop};

/// What the command line asks for; or the status of the program, when there is no more to do than to help.
pub(crate) fn parse(arguments: Vec<OsString>) -> Result<Cli, Result<Status, Stop>> {
    let lang = language(&arguments, |name| std::env::var(name).ok());
    let mut command = command(lang);
    let matches = command.try_get_matches_from_mut(&arguments).or_else(|error| match helps_with_help(&error) {
        true => command.try_get_matches_from_mut(without_options(&arguments)),
        false => Err(error),
    });
    matches.and_then(|matches| Cli::from_arg_matches(&matches)).map_err(|error| answer(&error, lang))
}

/// Whether `help` was given an option, as any other command may be. Clap takes it for the name of a command.
fn helps_with_help(error: &clap::Error) -> bool {
    match error.get(ContextKind::InvalidSubcommand) {
        Some(ContextValue::String(name)) => is_help(name) || name.starts_with(LANG),
        _ => false,
    }
}

fn is_help(word: &str) -> bool {
    matches!(word, "--help" | "-h")
}

/// The same words without those that ask for help, and without the language, which is known by then.
fn without_options(arguments: &[OsString]) -> Vec<&OsString> {
    let mut words = arguments.iter();
    let mut kept = Vec::new();
    while let Some(word) = words.next() {
        match word.to_string_lossy() {
            text if text == LANG => drop(words.next()),
            text if is_help(&text) || text.starts_with(LANG) => {}
            _ => kept.push(word),
        }
    }
    kept
}

/// The option that names the language.
const LANG: &str = "--lang";

fn answer(error: &clap::Error, lang: Lang) -> Result<Status, Stop> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let mut out = anstream::stdout().lock();
            write!(out, "{}", error.render().ansi())?;
            out.flush()?;
            Ok(Status::Fine)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            write!(anstream::stderr(), "{}", error.render().ansi())?;
            Ok(Status::Failed)
        }
        _ => Err(Stop::Usage(error::message(error, lang))),
    }
}

/// The language of the help: the one that `--lang` names, else English where the locale is, else Danish.
fn language(arguments: &[OsString], variable: impl Fn(&str) -> Option<String>) -> Lang {
    let mut words =
        arguments.iter().skip(1).take_while(|argument| *argument != "--").map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        let named = match word.strip_prefix(LANG) {
            Some("") => words.next(),
            Some(rest) => rest.strip_prefix('=').map(|tag| tag.to_owned().into()),
            None => None,
        };
        if let Some(lang) = named.and_then(|tag| Lang::from_tag(&tag)) {
            return lang;
        }
    }
    // As everywhere: the first of these that says anything.
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable).find(|locale| !locale.is_empty());
    let tag = locale.unwrap_or_default();
    match tag.split(['_', '.', '@', '-']).next() {
        Some("en") => Lang::En,
        _ => Lang::Da,
    }
}

/// The command line, with all that there is to say about it in a language.
fn command(lang: Lang) -> Command {
    // Whether `--help` has more to show than `-h` is settled by `build`, so the texts have to be there before it.
    let mut command = described(Cli::command(), "", lang);
    // Adds `help`, `--help` and `--version`, so that they can be spoken of too.
    command.build();
    speak(&mut command, "", lang);
    command
}

/// A command and those under it with what they mean.
fn described(command: Command, parent: &str, lang: Lang) -> Command {
    let name = full_name(parent, command.get_name());
    told(command, &name, lang).mut_subcommands(|sub| described(sub, &name, lang))
}

/// A command with what it and its arguments mean.
fn told(command: Command, name: &str, lang: Lang) -> Command {
    let about = if name.is_empty() { words::PROGRAM } else { words::command(name) };
    let (short, long) = short_and_long(about.get(lang));
    let command = command.mut_args(|argument| spoken(argument, name, lang)).about(short);
    match long {
        Some(long) => command.long_about(long),
        None => command,
    }
}

/// Gives a command and those under it their texts and templates.
fn speak(command: &mut Command, parent: &str, lang: Lang) {
    let name = full_name(parent, command.get_name());
    let mut told = told(std::mem::take(command), &name, lang)
        .help_template(template(lang))
        .subcommand_help_heading(words::COMMANDS.get(lang))
        .subcommand_value_name(words::COMMAND.get(lang));
    // With the names that the arguments have by now.
    let usage = usage(&told.render_usage(), lang);
    *command = told.override_usage(usage);
    command.get_subcommands_mut().for_each(|sub| speak(sub, &name, lang));
}

/// A command with those above it; nothing for the program. What stands under `help` repeats the commands.
fn full_name(parent: &str, name: &str) -> String {
    if parent.is_empty() && name == "rehabplan" {
        return String::new();
    }
    let parent = match parent.split_once(' ') {
        Some((_, inner)) if parent.starts_with("help") || inner == "help" => inner.trim_start_matches("help"),
        _ => parent.trim_start_matches("help"),
    };
    format!("{parent} {name}").trim().to_owned()
}

fn template(lang: Lang) -> String {
    format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}\n", words::USAGE.get(lang))
}

/// A usage line of clap's, with its few words in the language.
fn usage(usage: &StyledStr, lang: Lang) -> String {
    let usage = usage.to_string();
    let usage = usage.trim_start_matches("Usage:").trim_start();
    [("OPTIONS", words::OPTION), ("COMMAND", words::COMMAND)]
        .iter()
        .fold(usage.to_owned(), |usage, (word, text)| usage.replace(word, text.get(lang)))
}

/// An argument with its text, its values and what holds without it.
fn spoken(argument: Arg, command: &str, lang: Lang) -> Arg {
    let text = words::argument(command, argument.get_id().as_str());
    let (short, long) = short_and_long(text.get(lang));
    let takes_value = matches!(argument.get_action(), ArgAction::Set | ArgAction::Append);
    let mut notes = String::new();
    if takes_value {
        let values: Vec<String> =
            argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        let default: Vec<String> =
            argument.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
        for (note, values) in [(words::VALUES, values), (words::DEFAULT, default)] {
            if !values.is_empty() {
                notes.push(' ');
                notes.push_str(&fill(note.get(lang), &[("values", &values.join(", "))]));
            }
        }
    }
    let heading = if argument.is_positional() { words::ARGUMENTS } else { words::OPTIONS };
    let long = long.map(|long| format!("{long}{notes}"));
    // Where there is no more to say, what clap says itself does not stand either.
    let argument = argument
        .help(format!("{short}{notes}"))
        .long_help(long.map_or(Resettable::Reset, |long| Resettable::Value(long.into())))
        .help_heading(heading.get(lang))
        .hide_possible_values(takes_value)
        .hide_default_value(takes_value);
    match words::value_name(argument.get_id().as_str()) {
        Some(name) if takes_value => argument.value_name(name.get(lang)),
        _ => argument,
    }
}

/// The first paragraph of a text, and the whole of it where there is more.
fn short_and_long(text: &'static str) -> (&'static str, Option<&'static str>) {
    match text.split_once("\n\n") {
        Some((short, _)) => (short, Some(text)),
        None => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Cli, words};
    use clap::{Command, CommandFactory as _};

    fn arguments(
        command: &Command,
        parent: &str,
        commands: &mut BTreeSet<String>,
        found: &mut BTreeSet<(String, String)>,
    ) {
        let name = super::full_name(parent, command.get_name());
        found.extend(command.get_arguments().map(|argument| (name.clone(), argument.get_id().to_string())));
        for sub in command.get_subcommands().filter(|_| command.get_name() != "help") {
            commands.insert(super::full_name(&name, sub.get_name()));
            arguments(sub, &name, commands, found);
        }
    }

    #[test]
    fn everything_has_its_text_and_every_text_its_thing() {
        let mut command = Cli::command();
        command.build();
        let (mut commands, mut found) = (BTreeSet::new(), BTreeSet::new());
        arguments(&command, "", &mut commands, &mut found);
        assert_eq!(commands, words::COMMAND_TEXTS.iter().map(|(name, _)| (*name).to_owned()).collect());
        for (command, id) in &found {
            let text = words::argument(command, id);
            assert!(!text.da.is_empty() && !text.en.is_empty(), "{command} {id}");
        }
        for (command, id, text) in words::ARGUMENT_TEXTS {
            let is_used = |(of, known): &(String, String)| known == id && (command.is_empty() || of == command);
            assert!(found.iter().any(is_used), "{command} {id}");
            // The parts that the short help leaves out are the same in both languages.
            assert_eq!(text.da.matches("\n\n").count(), text.en.matches("\n\n").count(), "{command} {id}");
        }
        for (_, text) in words::COMMAND_TEXTS {
            assert_eq!(text.da.matches("\n\n").count(), text.en.matches("\n\n").count(), "{}", text.en);
        }
        Cli::command().debug_assert();
    }
}
