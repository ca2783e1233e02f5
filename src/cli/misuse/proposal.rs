//! What was probably meant by a line that is wrong: another word in one place, so that it can be typed as it stands.

use super::line::Line;
use super::{argument, known};
use crate::cli::search::kind_called;
use crate::desk::clock::Clock;
use crate::model::RecordId;
use crate::store::names;
use crate::text::{Lang, Texts, date_input, filter_names};
use clap::error::{ContextKind, ErrorKind};
use std::path::Path;

/// Commands that look at all meetings at once, and are given one.
const OF_ALL: [&str; 3] = ["list", "check", "signals"];

/// The line that was meant, where that can be told.
pub fn meant(error: &clap::Error, line: &Line<'_>, texts: &Texts) -> Option<String> {
    let word = known(error, ContextKind::InvalidValue);
    let likely = |kind| known(error, kind).split(", ").next().filter(|word| !word.is_empty()).map(str::to_owned);
    let meant = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let word = known(error, ContextKind::InvalidSubcommand);
            command(&word, line).or_else(|| line.with(&word, &[&likely(ContextKind::SuggestedSubcommand)?]))
        }
        ErrorKind::UnknownArgument if argument(error).starts_with('-') => {
            let word = argument(error);
            option(&word, line).or_else(|| line.with_option(&word, &likely(ContextKind::SuggestedArg)?))
        }
        ErrorKind::UnknownArgument => surplus(&argument(error), line),
        ErrorKind::ValueValidation if argument(error).starts_with("--today") => {
            line.with(&word, &[&date_input::parse_date(&word, Clock::Machine.today())?.to_string()])
        }
        ErrorKind::ValueValidation if lacks_number(error, texts) => number(&word, line),
        ErrorKind::InvalidValue => line.with(&word, &[&likely(ContextKind::SuggestedValue)?]),
        _ => None,
    };
    meant.map(|line| line.shown())
}

/// Which commands have the option that this one has not.
pub fn elsewhere<'c>(error: &clap::Error, line: &Line<'c>) -> Vec<&'c str> {
    let option = argument(error);
    let Some(name) = option.strip_prefix("--").filter(|_| error.kind() == ErrorKind::UnknownArgument) else {
        return Vec::new();
    };
    let has = |command: &&clap::Command| command.get_arguments().any(|arg| arg.get_long() == Some(name));
    line.commands().filter(has).map(clap::Command::get_name).collect()
}

/// The number of a meeting is missing, or something else stands in its place.
pub fn lacks_number(error: &clap::Error, texts: &Texts) -> bool {
    let is_wrong = matches!(error.kind(), ErrorKind::MissingRequiredArgument | ErrorKind::ValueValidation);
    is_wrong && argument(error).contains(&texts.get("cli-value-number"))
}

/// Which of these has that word among the words of people for it, in either language.
fn called<'n>(names: impl Iterator<Item = &'n str>, prefix: &str, word: &str) -> Option<&'n str> {
    let word = word.to_lowercase();
    let texts = [Lang::Nl, Lang::En].map(Texts::new);
    let is_it = |name: &&str| {
        let id = format!("{prefix}{name}");
        texts.iter().any(|texts| texts.get(&id).split_whitespace().any(|said| said == word))
    };
    { names }.find(is_it)
}

/// The number in the name of a session file, and the folder of its chain where that is not where the person is.
fn meeting_of_file(word: &str) -> Option<(String, String)> {
    let path = Path::new(word);
    path.extension().filter(|end| *end == "ron")?;
    let (number, _) = names::number_of(path.file_name()?.to_str()?)?;
    let folder = path.parent()?;
    let chain = if folder.ends_with("sessions") { folder.parent()? } else { folder };
    Some((number.to_string(), chain.to_str()?.to_owned()))
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|sign| sign.is_ascii_digit())
}

/// The number of a record, as people type it.
fn is_record(word: &str) -> bool {
    RecordId::from(word.to_uppercase().as_str()).parts().is_some()
}

/// Something else where a command is expected: a meeting, a record, a file, a folder, or another word for it.
fn command<'c>(word: &str, line: &Line<'c>) -> Option<Line<'c>> {
    if is_number(word) {
        return line.with(word, &["meet", word]);
    }
    if is_record(word) {
        return line.with(word, &["search", word]);
    }
    if let Some((number, folder)) = meeting_of_file(word) {
        return line.with(word, &["meet", &number]).map(|line| line.in_folder(&folder));
    }
    if word == "help" {
        let about = line.after(word).filter(|next| line.commands().any(|command| command.get_name() == *next));
        return match about {
            Some(next) => line.with(next, &["--help"])?.with(word, &[next]),
            None => line.with(word, &["--help"]),
        };
    }
    if word == "version" {
        return line.with(word, &["--version"]);
    }
    if let Some(name) = called(line.commands().map(|command| command.get_name()), "cli-also-", word) {
        return line.with(word, &[name]);
    }
    if let Some(kind) = kind_called(word) {
        return line.with(word, &["register", kind.name()]);
    }
    Path::new(word).is_dir().then(|| line.with(word, &["--dir", word]))?
}

/// An option with a dash too few, with one letter, with another word for it, or that is a filter.
fn option<'c>(word: &str, line: &Line<'c>) -> Option<Line<'c>> {
    let known = |name: &str| line.options().filter_map(|option| option.get_long()).find(|option| *option == name);
    let has_one_dash = |typed: &str| {
        let name = typed.strip_prefix('-').filter(|name| !name.starts_with('-'));
        name.and_then(|name| known(name.split('=').next()?)).is_some()
    };
    if let Some(typed) = line.word(has_one_dash) {
        return line.with(typed, &[&format!("-{typed}")]);
    }
    let name = word.trim_start_matches('-');
    if let Some(option) = called(line.options().filter_map(|option| option.get_long()), "cli-also-option-", name) {
        return line.with_option(word, &format!("--{option}"));
    }
    if ["search", "register"].contains(&line.name()) && filter_names().contains_key(&format!("{name}:")) {
        return line.with_filter(word, name);
    }
    let option = line.options().filter_map(|option| option.get_long()).find(|option| option.starts_with(name));
    line.with_option(word, &format!("--{}", option?))
}

/// A word too many: a meeting for a command that is about all, or the value of an option that was left out.
fn surplus<'c>(word: &str, line: &Line<'c>) -> Option<Line<'c>> {
    let (path, before) = (Path::new(word), |option: &str| line.with(word, &[option, word]));
    if OF_ALL.contains(&line.name()) && is_number(word) {
        return line.clone().of_command("show");
    }
    if let Some((number, folder)) = meeting_of_file(word).filter(|_| OF_ALL.contains(&line.name())) {
        return line.with(word, &[&number])?.of_command("show").map(|line| line.in_folder(&folder));
    }
    match line.name() {
        "round" if path.exists() => before("--read"),
        "new" if line.misses("name") => before("--name"),
        _ if path.is_dir() && line.misses("dir") => before("--dir"),
        _ if line.misses("date") && date_input::parse_date(word, Clock::Machine.today()).is_some() => before("--date"),
        _ if line.misses("output") && path.extension().is_some() => before("--output"),
        _ => None,
    }
}

/// Something else where the number of a meeting is expected: a record, a file, the folder of the chain, or more than a number.
fn number<'c>(word: &str, line: &Line<'c>) -> Option<Line<'c>> {
    if is_record(word) {
        return line.clone().of_command("search");
    }
    if let Some((number, folder)) = meeting_of_file(word) {
        return line.with(word, &[&number]).map(|line| line.in_folder(&folder));
    }
    if Path::new(word).is_dir() && line.misses("dir") {
        let line = line.with(word, &["--dir", word])?;
        // Without a number there is nothing to show.
        return if line.name() == "meet" { Some(line) } else { line.of_command("list") };
    }
    let mut numbers = word.split(|sign: char| !sign.is_ascii_digit()).filter(|number| !number.is_empty());
    let only = numbers.next().filter(|_| numbers.next().is_none())?;
    line.with(word, &[only])
}
