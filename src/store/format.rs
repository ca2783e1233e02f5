//! A session as text and back.

use super::layout;
use crate::model::Session;
use ron::Options;
use ron::error::SpannedError;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Deserialize;
use serde::de::DeserializeOwned;

const HEADER: &str = include_str!("../../assets/session-header.txt");
const SECTIONS: &str = include_str!("../../assets/session-sections.txt");
/// What every file says before the session.
pub(super) const EXTENSION: &str = "#![enable(implicit_some)]\n";

fn heading(field: &str) -> Option<&'static str> {
    SECTIONS.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(": "))
}

/// The text of a session, without its seal. The same session always gives the same text.
pub fn render(session: &Session) -> Result<String, ron::Error> {
    let pretty = PrettyConfig::new().new_line("\n").indentor(" ");
    let expanded = Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .to_string_pretty(&session.on_file(), pretty)?;
    Ok(format!("{HEADER}{EXTENSION}{}", layout::fold(&expanded, heading)))
}

/// A session from text; a byte order mark is no mistake.
pub fn parse(text: &str) -> Result<Session, SpannedError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text)
}

/// A part of a session from its own text.
pub(super) fn part<T: DeserializeOwned>(text: &str) -> Option<T> {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text).ok()
}

/// Only the version of the format, whatever else there is.
#[derive(Deserialize)]
struct Version {
    schema: u32,
}

/// The schema number that a text claims, whatever else it holds; where the rest is broken, by the line that says so.
pub fn schema_of(text: &str) -> Option<u32> {
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    let read = Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str::<Version>(plain);
    if let Ok(version) = read {
        return Some(version.schema);
    }
    let line =
        text.lines().map(str::trim).find_map(|line| line.trim_start_matches('(').trim().strip_prefix("schema:"))?;
    line.trim().trim_end_matches(',').parse().ok()
}
