//! What can still be read of a file that is broken: record by record.
//!
//! A cut file, one with a slip in it, or half of one pushed over half of another: most of its records are whole. Each is
//! looked for by the brackets around it and read by itself; what can't be read is named with its line.

use super::format;
use crate::model::session::LastNumber;
use crate::model::{RecordId, Session};
use serde::de::DeserializeOwned;

/// What was found in a broken file.
#[derive(Debug, Clone)]
pub struct Salvaged {
    /// The session that it was put into, with what could be read.
    pub session: Session,
    /// The records that are in it now and were not, or that read otherwise.
    pub taken: Vec<RecordId>,
    /// The lines, from 1, at which a record begins that can't be read.
    pub lost: Vec<usize>,
}

/// One list of records in the text.
struct Found<T> {
    records: Vec<T>,
    lost: Vec<usize>,
}

/// Puts what can be read of a broken text into a session: the last good revision, or what the meeting before it carried over.
pub fn salvage(text: &str, into: &Session) -> Salvaged {
    let mut session = into.clone();
    let (mut taken, mut lost) = (Vec::new(), Vec::new());
    macro_rules! lists {
        ($($name:literal => $($list:ident).+),+ $(,)?) => {
            $({
                let found = records(text, $name);
                lost.extend(found.lost);
                for record in found.records {
                    put(&mut session.$($list).+, record, |record| &record.id, &mut taken);
                }
            })+
        };
    }
    lists!(
        "decisions" => decisions,
        "differences" => differences,
        "actions" => actions,
        "escalations" => escalations,
        "notes" => notes,
        "stories" => successes.stories,
    );
    lost.sort_unstable();
    // A number that stands in the file is given.
    let given = |id: &RecordId| id.parts().map(|(kind, year, last)| LastNumber { kind, year, last });
    session.raise_numbering(&taken.iter().filter_map(given).collect::<Vec<_>>());
    Salvaged { session, taken, lost }
}

fn put<T: PartialEq>(list: &mut Vec<T>, record: T, id: fn(&T) -> &RecordId, taken: &mut Vec<RecordId>) {
    match list.iter_mut().find(|known| id(known) == id(&record)) {
        Some(known) if *known == record => {}
        Some(known) => {
            taken.push(id(&record).clone());
            *known = record;
        }
        None => {
            taken.push(id(&record).clone());
            list.push(record);
        }
    }
}

/// The records of the list with this name, as far as they can be read.
fn records<T: DeserializeOwned>(text: &str, name: &str) -> Found<T> {
    let mut found = Found { records: Vec::new(), lost: Vec::new() };
    let Some(start) = list_start(text, name) else { return found };
    let mut at = start;
    while let Some(begin) = next_record(text, at) {
        let end = matching(text, begin);
        match end.and_then(|end| format::part(&text[begin..end])) {
            Some(record) => {
                found.records.push(record);
                at = end.unwrap_or(text.len());
            }
            None => {
                found.lost.push(text[..begin].matches('\n').count() + 1);
                // Whatever is wrong in it, the next record begins on a line of its own, no deeper than this one.
                at = match line_after(text, begin) {
                    Some(next) => next,
                    None => break,
                };
            }
        }
    }
    found
}

/// Where the elements of a list begin.
fn list_start(text: &str, name: &str) -> Option<usize> {
    let opening = format!("{name}: [");
    let mut from = 0;
    while let Some(found) = text[from..].find(&opening) {
        let place = from + found;
        let before = text[..place].chars().next_back();
        if before.is_none_or(char::is_whitespace) {
            return Some(place + opening.len());
        }
        from = place + opening.len();
    }
    None
}

/// Where the next record of a list begins; none where the list ends first.
fn next_record(text: &str, from: usize) -> Option<usize> {
    for (place, sign) in text[from..].char_indices() {
        match sign {
            '(' => return Some(from + place),
            ',' => {}
            sign if sign.is_whitespace() => {}
            _ => return None,
        }
    }
    None
}

/// Behind the bracket that closes the one at `begin`; none where there is none.
fn matching(text: &str, begin: usize) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0usize, false, false);
    for (place, sign) in text[begin..].char_indices() {
        match sign {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(begin + place + sign.len_utf8());
                }
            }
            _ => {}
        }
    }
    None
}

/// Where the next line begins that is as deep as that of `begin` and begins with a record; none where there is none.
fn line_after(text: &str, begin: usize) -> Option<usize> {
    let depth = begin - text[..begin].rfind('\n').map_or(0, |newline| newline + 1);
    let mut place = begin;
    while let Some(newline) = text[place..].find('\n') {
        place += newline + 1;
        let rest = &text[place..];
        let indent = rest.len() - rest.trim_start_matches(' ').len();
        if indent < depth && !rest.trim().is_empty() {
            return None;
        }
        if indent == depth && rest[indent..].starts_with('(') {
            return Some(place + indent);
        }
    }
    None
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn kompas() -> (String, Session) {
        let text = include_str!("../../sessions/0004-2026-12-10.ron").to_owned();
        let session = format::parse(&text).unwrap();
        (text, session)
    }

    /// The session before anything was put on record in it.
    fn empty(session: &Session) -> Session {
        let mut empty = session.clone();
        empty.decisions = Vec::new().into();
        empty.actions = Vec::new().into();
        empty.differences = Vec::new().into();
        empty.escalations = Vec::new().into();
        empty.notes = Vec::new().into();
        empty.successes.stories.clear();
        empty
    }

    #[test]
    fn every_record_of_a_whole_file_is_found() {
        let (text, session) = kompas();
        let found = salvage(&text, &empty(&session));
        assert_eq!(found.lost, Vec::<usize>::new());
        assert_eq!(found.session, session);
    }

    #[test]
    fn one_slip_costs_one_record() {
        let (text, session) = kompas();
        let second = session.actions[1].id.as_str();
        let broken = text.replacen(&format!("id: \"{second}\""), &format!("id: \"{second}"), 1);
        assert_ne!(text, broken);
        assert!(format::parse(&broken).is_err());
        let found = salvage(&broken, &empty(&session));
        assert!(found.session.actions.len() >= session.actions.len() - 2, "{:?}", found.lost);
        assert_eq!(found.session.decisions, session.decisions);
        assert!(!found.lost.is_empty());
    }

    #[test]
    fn of_a_cut_file_what_came_before_the_cut_is_found_and_nothing_panics() {
        let (text, session) = kompas();
        let base = empty(&session);
        let mut before = 0;
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)).step_by(97) {
            let found = salvage(&text[..end], &base);
            let count = found.session.decisions.len() + found.session.actions.len();
            assert!(count >= before, "{end}");
            before = count;
        }
        assert_eq!(before, session.decisions.len() + session.actions.len());
    }
}
