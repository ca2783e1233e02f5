//! A session as text and back. Session after session, or the same one again and again: what is as it was keeps its text and
//! its value, and only the rest is printed or parsed.

mod outline;
mod printer;
mod reader;

pub use printer::Printer;
pub use reader::Reader;

use super::layout;
use crate::model::Session;
use ron::Options;
use ron::error::{Error, Position, Span, SpannedError};
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fmt::Write;

const HEADER: &str = include_str!("../../../assets/session-header.txt");
const SECTIONS: &str = include_str!("../../../assets/session-sections.txt");
/// What every file says before the session.
pub(super) const EXTENSION: &str = "#![enable(implicit_some)]\n";

/// The text of a session, without its seal. The same session always gives the same text.
pub fn render(session: &Session) -> Result<String, ron::Error> {
    Printer::default().print(session)
}

/// What every file begins with, to the first field.
pub(super) fn begin() -> String {
    format!("{HEADER}{EXTENSION}(\n")
}

/// What it ends with.
pub(super) fn end(out: &mut String) {
    out.push_str(")\n");
}

/// One field of a session, with its heading.
pub(super) fn field<T: Serialize>(out: &mut String, name: &str, value: &T) -> Result<(), ron::Error> {
    let pretty = PrettyConfig::new().new_line("\n").indentor(" ");
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let expanded = options.to_string_pretty(value, pretty)?;
    put_heading(out, name);
    layout::field(&format!("{name}: {expanded},"), out);
    Ok(())
}

/// The same for a value that was laid out before.
pub(super) fn field_as_it_was(out: &mut String, name: &str, text: &str) {
    put_heading(out, name);
    let _ = writeln!(out, "    {name}: {text},");
}

fn put_heading(out: &mut String, field: &str) {
    let heading = SECTIONS.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(": "));
    if let Some(words) = heading {
        let _ = write!(out, "\n    // {words}\n");
    }
}

/// The longest text that is read from a file, in bytes: four times what any field holds. Far longer ones come from a
/// mistake or from malice, and every screen and document would be slow with them.
const LONGEST: usize = 256 * 1024;
/// How the parser is made to say that a text is longer.
pub(super) const TOO_LONG: &str = "text too long";

/// Where the first text begins that is longer than any may be: in bytes.
fn too_long(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let starts = |place: usize, with: &[u8]| bytes.get(place..).is_some_and(|rest| rest.starts_with(with));
    let find = |from: usize, what: &str| text.get(from..).and_then(|rest| rest.find(what)).map(|found| from + found);
    let mut place = 0;
    while place < bytes.len() {
        let begin = place;
        if starts(place, b"//") {
            place = find(place, "\n").unwrap_or(bytes.len());
        } else if starts(place, b"/*") {
            place = find(place, "*/").map_or(bytes.len(), |end| end + 2);
        } else if starts(place, b"r#") {
            let signs = bytes[place + 1..].iter().take_while(|byte| **byte == b'#').count();
            let close = format!("\"{}", "#".repeat(signs));
            place = if starts(place + 1 + signs, b"\"") {
                find(place + 2 + signs, &close).map_or(bytes.len(), |end| end + close.len())
            } else {
                place + 1 + signs
            };
        } else if bytes[place] == b'"' {
            place += 1;
            while place < bytes.len() && bytes[place] != b'"' {
                place += if bytes[place] == b'\\' { 2 } else { 1 };
            }
            place += 1;
        } else {
            place += 1;
            continue;
        }
        if place - begin > LONGEST && !starts(begin, b"/") {
            return Some(begin);
        }
    }
    None
}

/// Refuses a text in which one text is longer than any may be. Most files are shorter than that as a whole.
fn short_enough(text: &str) -> Result<(), SpannedError> {
    let Some(place) = (text.len() > LONGEST).then(|| too_long(text)).flatten() else { return Ok(()) };
    let before = &text[..place];
    let line = before.matches('\n').count() + 1;
    let col = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
    let start = Position { line, col };
    Err(SpannedError { code: Error::Message(TOO_LONG.to_owned()), span: Span { start, end: start } })
}

/// A session from text; a byte order mark is no mistake.
pub fn parse(text: &str) -> Result<Session, SpannedError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    short_enough(text)?;
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text)
}

/// A part of a session from its own text.
pub(super) fn part<T: DeserializeOwned>(text: &str) -> Option<T> {
    short_enough(text).ok()?;
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_longer_than_any_may_be_is_found_where_it_begins() {
        let long = "é".repeat(LONGEST / 2);
        let fine = |text: &str| assert_eq!(too_long(text), None);
        fine(&format!("(a: \"\\\"\", // {long}\" \n b: 1)"));
        fine(&format!("/* \" {long} */ (a: r##\" \"# \"##, b: \"kort\")"));
        fine(&format!("(a: \"{}\")", &long[..LONGEST - 2]));
        assert_eq!(too_long(&format!("(a: \"x\", b: \"{long}\")")), Some(12));
        assert_eq!(too_long(&format!("(a: r#\"{long}\"#)")), Some(4));
        assert_eq!(too_long(&format!("(\"{long}")), Some(1), "without an end");
        let error = parse(&format!("(\n  schema: \"{long}\",\n)")).unwrap_err();
        assert_eq!((error.span.start.line, error.span.start.col), (2, 11));
    }
}
