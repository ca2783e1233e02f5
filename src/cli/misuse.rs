//! What was typed wrong on the command line, in the language of the person: the library that reads it speaks English only.

use crate::text::Texts;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// One sentence that says what was not understood, and one that says where to look.
pub fn said(error: &clap::Error, texts: &Texts) -> String {
    let known = |kind| error.get(kind).map(words).unwrap_or_default();
    let value = known(ContextKind::InvalidValue);
    // The dots say that there may be more of them; at the end of a sentence they only confuse.
    let argument = known(ContextKind::InvalidArg).replace("...", "");
    let allowed = known(ContextKind::ValidValue);
    let id = match error.kind() {
        ErrorKind::InvalidSubcommand => "misuse-command",
        ErrorKind::UnknownArgument => "misuse-argument",
        ErrorKind::MissingRequiredArgument => "misuse-missing",
        ErrorKind::InvalidValue if value.is_empty() => "misuse-empty",
        _ if value.is_empty() => "misuse-other",
        _ if allowed.is_empty() => "misuse-value",
        _ => "misuse-choice",
    };
    let command = known(ContextKind::InvalidSubcommand);
    let args = [("argument", argument), ("value", value), ("allowed", allowed), ("command", command)];
    let mut text = texts.named(id, &args);
    let likely = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    if let Some(likely) = likely.into_iter().map(known).find(|likely| !likely.is_empty()) {
        text = format!("{text} {}", texts.named("misuse-likely", &[("likely", likely)]));
    }
    format!("{text} {}", texts.get("misuse-help"))
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(word) => word.clone(),
        ContextValue::Strings(words) => words.join(", "),
        _ => String::new(),
    }
}
