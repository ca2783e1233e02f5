//! The command line as it was typed, to be changed in one place and shown as it can be typed again.

use crate::text::quoted;
use clap::{Arg, Command};
use std::ffi::OsString;

/// The words behind the name of the program, and the commands that there are.
#[derive(Clone)]
pub(super) struct Line<'c> {
    words: Vec<String>,
    root: &'c Command,
}

/// The option of these that a word names.
fn named<'c>(mut options: impl Iterator<Item = &'c Arg>, word: &str) -> Option<&'c Arg> {
    let name = word.strip_prefix("--")?.split('=').next()?;
    options.find(|option| option.get_long() == Some(name))
}

impl<'c> Line<'c> {
    pub fn new(args: &[OsString], root: &'c Command) -> Self {
        Self { words: args.iter().skip(1).map(|arg| arg.to_string_lossy().into_owned()).collect(), root }
    }

    /// Where the name of a command stands: the first word that is no option, and no value of an option that all have.
    fn place_of_command(&self) -> Option<usize> {
        let mut place = 0;
        while let Some(word) = self.words.get(place).filter(|word| word.starts_with('-')) {
            let option = named(self.root.get_arguments(), word).filter(|_| !word.contains('='));
            place += if option.is_some_and(|option| option.get_action().takes_values()) { 2 } else { 1 };
        }
        (place < self.words.len()).then_some(place)
    }

    /// The command that was typed, where there is one of that name.
    pub fn command(&self) -> Option<&'c Command> {
        self.root.find_subcommand(self.words.get(self.place_of_command()?)?)
    }

    /// The name of that command; nothing where there is none.
    pub fn name(&self) -> &'c str {
        self.command().map_or("", Command::get_name)
    }

    /// Every command that people are told of.
    pub fn commands(&self) -> impl Iterator<Item = &'c Command> + use<'c> {
        self.root.get_subcommands().filter(|command| !command.is_hide_set())
    }

    /// The options that can stand on this line: those of the command first.
    pub fn options(&self) -> impl Iterator<Item = &'c Arg> + use<'c> {
        let commands = [self.command(), Some(self.root)];
        commands.into_iter().flatten().flat_map(Command::get_arguments).filter(|arg| arg.get_long().is_some())
    }

    /// An option of this name can stand here, and does not.
    pub fn misses(&self, name: &str) -> bool {
        let is_it = |option: &Arg| option.get_long() == Some(name);
        self.options().any(is_it) && !self.words.iter().filter_map(|word| named(self.options(), word)).any(is_it)
    }

    /// The first word for which this holds.
    pub fn word(&self, test: impl Fn(&str) -> bool) -> Option<&str> {
        self.words.iter().map(String::as_str).find(|word| test(word))
    }

    /// What stands behind a word.
    pub fn after(&self, word: &str) -> Option<&str> {
        let place = self.words.iter().position(|typed| typed == word)?;
        self.words.get(place + 1).map(String::as_str)
    }

    /// Other words in the place of this one, or another value in the place of this behind an option.
    pub fn with(&self, word: &str, instead: &[&str]) -> Option<Self> {
        let mut line = self.clone();
        let behind = format!("={word}");
        if let Some(place) = line.words.iter().rposition(|typed| typed == word) {
            line.words.splice(place..=place, instead.iter().map(|&word| word.to_owned()));
        } else {
            let place = line.words.iter().rposition(|typed| typed.ends_with(&behind))?;
            let option = line.words[place].strip_suffix(word)?.to_owned();
            line.words[place] = option + instead.first()?;
        }
        Some(line)
    }

    /// Another command.
    pub fn of_command(mut self, name: &str) -> Option<Self> {
        let place = self.place_of_command()?;
        name.clone_into(self.words.get_mut(place)?);
        Some(self)
    }

    /// An option under another name.
    pub fn with_option(&self, option: &str, name: &str) -> Option<Self> {
        let typed = self.word(|typed| typed.split('=').next() == Some(option))?;
        self.with(typed, &[&typed.replacen(option, name, 1)])
    }

    /// An option and its value as a filter.
    pub fn with_filter(&self, option: &str, name: &str) -> Option<Self> {
        let place = self.words.iter().position(|typed| typed.split('=').next() == Some(option))?;
        let mut line = self.clone();
        let typed = line.words.remove(place);
        let value = match typed.split_once('=') {
            Some((_, value)) => value.to_owned(),
            None if place < line.words.len() => line.words.remove(place),
            None => return None,
        };
        line.words.insert(place, format!("{name}:{value}"));
        Some(line)
    }

    /// The folder of the chain behind it, unless one is named or none is needed.
    pub fn in_folder(mut self, folder: &str) -> Self {
        if !folder.is_empty() && self.misses("dir") {
            self.words.extend(["--dir".to_owned(), folder.to_owned()]);
        }
        self
    }

    /// The folders that were named, as they stand behind another command.
    pub fn folders(&self) -> String {
        let values = self.words.iter().enumerate().filter_map(|(place, word)| match word.strip_prefix("--dir")? {
            "" => self.words.get(place + 1).map(String::as_str),
            rest => rest.strip_prefix('='),
        });
        values.map(|value| format!(" --dir {}", quoted(value))).collect()
    }

    /// How the command is used.
    pub fn usage(&self) -> Option<String> {
        Some(self.command()?.get_overridden_usage()?.to_string())
    }

    /// The program with the name of the command, where that is one.
    pub fn begin(&self) -> String {
        format!("{} {}", self.root.get_name(), self.name()).trim_end().to_owned()
    }

    /// The line as a shell takes it.
    pub fn shown(&self) -> String {
        let words = self.words.iter().map(|word| quoted(word));
        std::iter::once(self.root.get_name().to_owned()).chain(words).collect::<Vec<_>>().join(" ")
    }
}
