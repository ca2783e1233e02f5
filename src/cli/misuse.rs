//! What was typed wrong on the command line, in the language of the person, and what was probably meant.

mod line;
mod proposal;

use crate::text::Texts;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use line::Line;
use std::ffi::OsString;

/// What was not understood and where to look; and on a line of its own what was probably meant, as it can be typed.
pub fn said(error: &clap::Error, args: &[OsString], command: &clap::Command, texts: &Texts) -> Vec<String> {
    let line = Line::new(args, command);
    let help = texts.named("misuse-help", &[("command", line.begin())]);
    std::iter::once(format!("{} {help}", wrong(error, texts))).chain(advice(error, &line, texts)).collect()
}

fn advice(error: &clap::Error, line: &Line<'_>, texts: &Texts) -> Option<String> {
    if let Some(meant) = proposal::meant(error, line, texts) {
        return Some(texts.named("misuse-likely", &[("likely", meant)]));
    }
    let elsewhere = proposal::elsewhere(error, line);
    if !elsewhere.is_empty() {
        let args = [("argument", argument(error)), ("commands", elsewhere.join(", "))];
        return Some(texts.named("misuse-elsewhere", &args));
    }
    if proposal::lacks_number(error, texts) {
        return Some(texts.named("misuse-numbers", &[("dir", line.folders())]));
    }
    let usage = line.usage().filter(|_| error.kind() == ErrorKind::MissingRequiredArgument);
    usage.map(|usage| texts.named("misuse-usage", &[("usage", usage)]))
}

/// One sentence that says what was not understood.
fn wrong(error: &clap::Error, texts: &Texts) -> String {
    let value = known(error, ContextKind::InvalidValue);
    let argument = argument(error);
    let allowed = known(error, ContextKind::ValidValue);
    let other = known(error, ContextKind::PriorArg);
    let id = match error.kind() {
        ErrorKind::InvalidSubcommand => "misuse-command",
        ErrorKind::UnknownArgument => "misuse-argument",
        ErrorKind::MissingRequiredArgument => "misuse-missing",
        ErrorKind::ArgumentConflict if other == argument => "misuse-twice",
        ErrorKind::ArgumentConflict if !other.is_empty() => "misuse-conflict",
        ErrorKind::InvalidValue if value.is_empty() => "misuse-empty",
        _ if value.is_empty() => "misuse-other",
        _ if allowed.is_empty() => "misuse-value",
        _ => "misuse-choice",
    };
    let command = known(error, ContextKind::InvalidSubcommand);
    let args = [("argument", argument), ("value", value), ("allowed", allowed), ("command", command), ("other", other)];
    texts.named(id, &args)
}

/// The argument that an error is about. The dots say that there may be more of them; at the end of a sentence they only confuse.
fn argument(error: &clap::Error) -> String {
    known(error, ContextKind::InvalidArg).replace("...", "")
}

/// What the library says of an error; nothing where it says nothing.
fn known(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(word)) => word.clone(),
        Some(ContextValue::Strings(words)) => words.join(", "),
        _ => String::new(),
    }
}
