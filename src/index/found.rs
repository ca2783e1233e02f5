//! A row of an answer, and what is shown of its text.

use super::digest::Kind;
use super::filter::Filter;
use rusqlite::Row as SqlRow;
use std::path::PathBuf;

/// The columns of a row, in the order in which they are read.
pub(super) const COLUMNS: &str = "r.id, r.code, c.name, c.folder, r.made, r.last, r.date, r.owner, r.state, r.sort, r.open, \
                                  r.due, ifnull(r.factor, CASE WHEN r.id & 15 = 1 AND r.follows <> '' THEN (SELECT \
                                  max(o.factor) FROM record o WHERE o.chain = r.chain AND o.code = r.follows) END), \
                                  r.value, r.text, r.body";
/// Columns of a snippet.
pub const SNIPPET: usize = 90;

/// A row of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// Its number.
    pub code: String,
    /// The chain.
    pub chain: String,
    /// Its folder.
    pub folder: PathBuf,
    /// The session that made it, and the last that had it.
    pub sessions: (u32, u32),
    /// The day of the session that made it.
    pub date: Option<String>,
    /// Whose it is.
    pub owner: String,
    /// Where it stands.
    pub state: String,
    /// What kind of its kind.
    pub sort: String,
    /// Something is still to be done.
    pub open: bool,
    /// The date that counts for it.
    pub due: Option<String>,
    /// The factor it was made under.
    pub factor: Option<u8>,
    /// A figure.
    pub value: Option<f64>,
    /// What it says.
    pub text: String,
    /// What else was said with it.
    pub body: String,
}

impl Found {
    /// The text with what was looked for in square brackets, in at most so many signs; from the body where only that has it.
    pub fn snippet(&self, filter: &Filter, room: usize) -> String {
        let room = room.min(SNIPPET);
        let in_text = filter.marks(&self.text);
        let (text, marks) = if in_text.is_empty() && !filter.words.is_empty() {
            let body = filter.marks(&self.body);
            if body.is_empty() { (&self.text, body) } else { (&self.body, body) }
        } else {
            (&self.text, in_text)
        };
        let mut out = String::new();
        let mut rest = 0;
        for mark in marks {
            out.push_str(&text[rest..mark.start]);
            out.push_str(&format!("[{}]", &text[mark.clone()]));
            rest = mark.end;
        }
        out.push_str(&text[rest..]);
        if out.chars().count() <= room {
            return out;
        }
        let first = out.find('[').unwrap_or(0);
        let before = out[..first].char_indices().rev().nth(room / 3).map_or(0, |(place, _)| place);
        let begin = if before > 0 { "…" } else { "" };
        let left = room.saturating_sub(begin.chars().count());
        if out[before..].chars().count() <= left {
            return format!("{begin}{}", &out[before..]);
        }
        let cut: String = out[before..].chars().take(left.saturating_sub(1)).collect();
        format!("{begin}{cut}…")
    }
}

/// A row with these columns.
pub(super) fn found(row: &SqlRow<'_>) -> rusqlite::Result<Found> {
    let folder: String = row.get(3)?;
    Ok(Found {
        kind: Kind::of_row(row.get(0)?).unwrap_or(Kind::Note),
        code: row.get(1)?,
        chain: row.get(2)?,
        folder: PathBuf::from(folder),
        sessions: (row.get(4)?, row.get(5)?),
        date: row.get(6)?,
        owner: row.get::<_, String>(7)?.split_whitespace().collect::<Vec<_>>().join(", "),
        state: row.get(8)?,
        sort: row.get(9)?,
        open: row.get(10)?,
        due: row.get(11)?,
        factor: row.get(12)?,
        value: row.get(13)?,
        text: row.get(14)?,
        body: row.get(15)?,
    })
}
