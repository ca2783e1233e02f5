//! The command line with all that it says in the language of the person. The library speaks English only, so each of its words
//! is put in its place here: help, names of values, headings, the line that says how a command is used.

use super::Cli;
use crate::text::{Lang, Texts};
use clap::{Arg, ArgAction, Command, CommandFactory};
use std::ffi::OsString;

/// The language is needed before the arguments are read: help and errors are in it too.
pub fn language(args: &[OsString]) -> Lang {
    let mut words = args.iter().map(|arg| arg.to_string_lossy());
    let mut asked = None;
    while let Some(word) = words.next() {
        if word == "--lang" {
            asked = words.next().as_deref().and_then(Lang::of);
        } else if let Some(lang) = word.strip_prefix("--lang=") {
            asked = Lang::of(lang);
        }
    }
    asked.unwrap_or_else(Lang::of_machine)
}

/// The command line in a language.
pub fn command(texts: &Texts) -> Command {
    // The flags of the library speak English only, so they are made here.
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let root = Cli::command().disable_help_flag(true).disable_version_flag(true).arg(help).arg(version);
    let root = root.about(texts.get("cli-about")).after_help(texts.get("cli-ends"));
    let mut root = described(root, "arg-", texts)
        .help_template(format!("{}{{after-help}}", template(texts)))
        .subcommand_help_heading(texts.get("cli-commands"))
        .mut_subcommands(|sub| {
            let name = sub.get_name().to_owned();
            let sub = sub.about(texts.get(&format!("cli-{name}"))).disable_help_flag(true);
            described(sub.help_template(template(texts)), &format!("arg-{name}-"), texts)
        });
    root.build();
    usage(root.mut_subcommands(|sub| usage(sub, texts)), texts)
}

fn template(texts: &Texts) -> String {
    format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}", texts.get("cli-usage"))
}

/// A command whose arguments say what they are.
fn described(command: Command, prefix: &str, texts: &Texts) -> Command {
    let mut place = 0;
    command.mut_args(|arg| {
        place += 1;
        let text = texts.get(&message(&arg, prefix));
        let is_positional = arg.is_positional();
        let heading = if is_positional { "cli-arguments" } else { "cli-options" };
        let arg = arg.help_heading(texts.get(heading));
        let arg = if is_positional { arg.display_order(place) } else { arg };
        if !arg.get_action().takes_values() {
            return arg.help(text).hide_env(true);
        }
        let default =
            arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect::<Vec<_>>().join(", ");
        let text = match default.is_empty() {
            true => text,
            false => format!("{text} {}", texts.named("cli-default", &[("value", default)])),
        };
        let names = value_names(&arg).into_iter().map(|name| texts.get(&name)).collect::<Vec<_>>();
        // What they say in English is in the text.
        arg.help(text).value_names(names).hide_possible_values(true).hide_env(true).hide_default_value(true)
    })
}

/// The message that describes an argument; options that every command has, and what the library adds, have one text for all.
fn message(arg: &Arg, prefix: &str) -> String {
    match arg.get_id().as_str() {
        "help" => "arg-help".to_owned(),
        "version" => "arg-version".to_owned(),
        name => format!("{prefix}{}", name.replace('_', "-")),
    }
}

/// The messages that name the values of an argument.
fn value_names(arg: &Arg) -> Vec<String> {
    let id = |name: &str| format!("cli-value-{}", name.to_lowercase().replace(['_', '=', '|'], "-"));
    match arg.get_value_names() {
        Some(names) => names.iter().map(|name| id(name)).collect(),
        None => vec![id(arg.get_id().as_str())],
    }
}

/// A command that says how it is used.
fn usage(mut command: Command, texts: &Texts) -> Command {
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ").replace("[OPTIONS]", &texts.get("cli-any-options"));
    command.override_usage(usage.replace("[COMMAND]", &texts.get("cli-any-command")))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    /// Words of the library, and words of a language that the other one does not have.
    const ENGLISH: [&str; 12] = [
        "usage",
        "options",
        "commands",
        "arguments",
        "default",
        "env",
        "possible",
        "print",
        "the",
        "and",
        "with",
        "from",
    ];
    const DUTCH: [&str; 10] =
        ["gebruik", "opties", "opdrachten", "standaard", "de", "het", "een", "van", "voor", "niet"];
    /// What is the same in both languages.
    const SAME: [&str; 10] = [
        "cli-value-n",
        "cli-value-a",
        "cli-value-b",
        "cli-value-s",
        "cli-value-filter",
        "cli-value-nl-en",
        "cli-value-auto-dark-light-contrast-terminal",
        "cli-value-shell",
        "cli-value-record",
        "cli-value-kind",
    ];

    fn both() -> [Texts; 2] {
        [Texts::new(Lang::Nl), Texts::new(Lang::En)]
    }

    /// Every message that the tree of commands needs, as declared.
    fn needed() -> BTreeSet<String> {
        let mut all = BTreeSet::new();
        let command = command(&Texts::new(Lang::Nl));
        let mut add = |command: &Command, prefix: &str| {
            for arg in command.get_arguments().filter(|arg| !arg.is_global_set() || prefix == "arg-") {
                all.insert(message(arg, prefix));
            }
        };
        add(&command, "arg-");
        for sub in command.get_subcommands() {
            add(sub, &format!("arg-{}-", sub.get_name()));
        }
        all.extend(command.get_subcommands().map(|sub| format!("cli-{}", sub.get_name())));
        // The names of values as declared, before they are put in a language.
        let plain = Cli::command();
        let commands = std::iter::once(&plain).chain(plain.get_subcommands());
        let takes = |arg: &&Arg| arg.get_action().takes_values();
        all.extend(commands.flat_map(|command| command.get_arguments().filter(takes).flat_map(value_names)));
        all
    }

    fn words(text: &str) -> Vec<String> {
        text.split(|sign: char| !sign.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    }

    #[test]
    fn every_command_and_every_option_has_its_text_in_both_languages() {
        let [dutch, english] = both();
        for id in needed() {
            for texts in [&dutch, &english] {
                assert_ne!(texts.get(&id), id, "{id} is missing in {:?}", texts.lang);
            }
            assert!(SAME.contains(&id.as_str()) || dutch.get(&id) != english.get(&id), "{id} says the same in both");
        }
        // And no text is left of an option that is not there any more.
        let needed = needed();
        let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/nl.ftl")).unwrap();
        for id in source.lines().filter_map(|line| line.split_once(" = ")).map(|(id, _)| id) {
            let is_for_one = id.starts_with("arg-") || id.starts_with("cli-value-");
            assert!(!is_for_one || needed.contains(id), "{id} describes nothing");
        }
    }

    #[test]
    fn help_of_the_whole_tree_is_in_the_language_of_the_person() {
        for (texts, others) in both().iter().zip([&ENGLISH[..], &DUTCH[..]]) {
            let root = command(texts);
            let commands: Vec<Command> = std::iter::once(root.clone()).chain(root.get_subcommands().cloned()).collect();
            assert!(commands.len() > 15, "{}", commands.len());
            for mut command in commands {
                let name = command.get_name().to_owned();
                for help in [command.render_help().to_string(), command.render_long_help().to_string()] {
                    let said = words(&help);
                    let foreign = others.iter().find(|word| said.contains(&(**word).to_owned()));
                    assert_eq!(foreign, None, "{name} in {:?}:\n{help}", texts.lang);
                    assert!(!help.contains("cli-") && !help.contains("arg-"), "{name}: {help}");
                    // Wrapped over lines, it is the same words.
                    let flat = said.join(" ");
                    let about = words(&command.get_about().unwrap().to_string()).join(" ");
                    assert!(flat.contains(&about), "{name} says {help}");
                    for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
                        let text = words(&arg.get_help().unwrap().to_string()).join(" ");
                        assert!(flat.contains(&text), "{name} {}: {text} in\n{help}", arg.get_id());
                    }
                }
            }
        }
    }
}
