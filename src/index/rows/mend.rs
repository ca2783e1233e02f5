//! Mending the rows of a chain after a file or two: to what reading it whole would give, or not at all.

use super::{Chain, Counted, FileRow, Stamp, UPDATE, words_go, write};
use crate::index::IndexError;
use crate::index::digest::Kind;
use crate::index::dutch::Dutch;
use crate::index::files::{Seen, read};
use crate::index::fold::{Fold, Folded};
use crate::store::format::Reader;
use rusqlite::{Connection, OptionalExtension, params};
use rustc_hash::FxHashSet;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// A row that is there already.
struct Old {
    id: i64,
    made: u32,
    last: u32,
    factor: Option<u8>,
    text: String,
    body: String,
    owner: String,
    open: bool,
}

impl Chain {
    fn old(self, connection: &Connection, kind: Kind, code: &str) -> Result<Option<Old>, IndexError> {
        let mut find = connection.prepare_cached(
            "SELECT id, made, last, factor, text, body, owner, open FROM record WHERE chain = ? AND code = ? AND id & 15 = ?",
        )?;
        let old = |row: &rusqlite::Row<'_>| {
            let (id, made, last, factor) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            let (text, body, owner, open) = (row.get(4)?, row.get(5)?, row.get(6)?, row.get(7)?);
            Ok(Old { id, made, last, factor, text, body, owner, open })
        };
        Ok(find.query_row(params![self.id, code, kind.number()], old).optional()?)
    }

    /// Brings a row to what a meeting says of it.
    pub(super) fn mend(
        self,
        connection: &Connection,
        folded: Folded,
        dates: &HashMap<u32, String>,
    ) -> Result<(), IndexError> {
        let Some(old) = self.old(connection, folded.row.kind, &folded.row.code)? else {
            return self.put(connection, vec![folded], dates);
        };
        let mut row = folded.row;
        let made = old.made.min(row.made);
        // The session that made it knows the factor, and it alone.
        let factor = if row.last == made { row.factor } else { old.factor.or(row.factor) };
        if old.last > row.last {
            let mut earlier = connection.prepare_cached("UPDATE record SET made = ?2, factor = ?3 WHERE id = ?1")?;
            earlier.execute(params![old.id, made, factor])?;
            return Ok(());
        }
        (row.made, row.factor) = (made, factor);
        let mut update = connection.prepare_cached(UPDATE)?;
        write(&mut update, (old.id, self.id), dates.get(&made), &row)?;
        if (&old.owner, old.open) != (&row.owner, row.open) {
            let kind = row.kind.number();
            self.tally(connection, Counted { kind, open: old.open }, &old.owner, -1)?;
            self.tally(connection, Counted { kind, open: row.open }, &row.owner, 1)?;
        }
        if (&old.text, &old.body) != (&row.text, &row.body) {
            connection.prepare_cached("DELETE FROM words WHERE rowid = ?")?.execute([old.id])?;
            if !has_all_words([&old.text, &old.body], [&row.text, &row.body]) {
                words_go(connection)?;
            }
            let mut words = connection.prepare_cached("INSERT INTO words (rowid, stems) VALUES (?, ?)")?;
            words.execute(params![old.id, folded.stems])?;
        }
        Ok(())
    }

    /// Takes in single files. False where that could end elsewhere than reading the chain again; then nothing may be kept.
    pub(in crate::index) fn patch(
        self,
        connection: &Connection,
        folder: &Path,
        known: &HashMap<String, Stamp>,
        fresh: &[&Seen],
        gone: &[&String],
        dutch: &Dutch,
    ) -> Result<bool, IndexError> {
        for name in gone {
            let Some(stamp) = known.get(*name) else { return Ok(false) };
            connection.execute("DELETE FROM file WHERE chain = ? AND name = ?", params![self.id, name])?;
            if !self.mend_meeting(connection, folder, stamp.number, None, dutch)? {
                return Ok(false);
            }
        }
        for seen in fresh {
            let found = read(folder, &seen.file, &mut Reader::default());
            let file = FileRow::of(seen, &found);
            if file.number != seen.number {
                return Ok(false);
            }
            self.put_file(connection, &file)?;
            let same = known.get(&seen.name).is_some_and(|stamp| stamp.sha256 == file.sha256);
            let rows = found.content.ok().map(|digest| Fold::of_one(digest, dutch));
            if !same && !self.mend_meeting(connection, folder, seen.number, rows, dutch)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Brings the rows to what meeting `number` says now; none where it can't be read or is gone.
    fn mend_meeting(
        self,
        connection: &Connection,
        folder: &Path,
        number: u32,
        rows: Option<Vec<Folded>>,
        dutch: &Dutch,
    ) -> Result<bool, IndexError> {
        let rows = rows.unwrap_or_default();
        let kept: HashSet<(Kind, String)> =
            rows.iter().map(|folded| (folded.row.kind, folded.row.code.clone())).collect();
        let mut of_meeting = connection
            .prepare_cached("SELECT id, code, made, last FROM record WHERE chain = ?1 AND (made = ?2 OR last = ?2)")?;
        let found = of_meeting.query_map(params![self.id, number], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, u32>(2)?, row.get::<_, u32>(3)?))
        })?;
        let mut earlier = Vec::new();
        for found in found.collect::<Result<Vec<_>, _>>()? {
            let (id, code, made, last) = found;
            let Some(kind) = Kind::of_row(id) else { return Ok(false) };
            let key = (kind, code);
            match (kept.contains(&key), last == number) {
                (true, _) => {}
                // It came from here alone.
                (false, true) if made == number => self.remove(connection, id)?,
                (false, true) => earlier.push((id, key)),
                // Later meetings have it: who made it now, only a record that says so itself can tell.
                (false, false) if kind == Kind::Escalation => {}
                // Under which factor, only the meeting that made it could say.
                (false, false) if kind.knows_its_session() && kind != Kind::Difference => {
                    connection.execute("UPDATE record SET factor = NULL WHERE id = ?", [id])?;
                }
                (false, false) => return Ok(false),
            }
        }
        if !earlier.is_empty() && !self.step_back(connection, folder, number, earlier, dutch)? {
            return Ok(false);
        }
        let mut dates = self.dates(connection)?;
        for folded in rows {
            self.mend(connection, folded, &dates)?;
        }
        let date = dates.remove(&number);
        connection.execute(
            "UPDATE record SET date = ifnull(?, own) WHERE chain = ? AND made = ?",
            params![date, self.id, number],
        )?;
        Ok(true)
    }

    fn remove(self, connection: &Connection, id: i64) -> Result<(), IndexError> {
        connection.execute("DELETE FROM words WHERE rowid = ?", [id])?;
        words_go(connection)?;
        let mut gone = connection.prepare_cached("DELETE FROM record WHERE id = ? RETURNING owner, open")?;
        let (owner, open): (String, bool) = gone.query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        self.tally(connection, Counted { kind: id & 15, open }, &owner, -1)
    }

    /// Records that a meeting does not have any more stand as the meeting before it left them.
    fn step_back(
        self,
        connection: &Connection,
        folder: &Path,
        number: u32,
        rows: Vec<(i64, (Kind, String))>,
        dutch: &Dutch,
    ) -> Result<bool, IndexError> {
        let mut before = connection
            .prepare_cached("SELECT name FROM file WHERE chain = ? AND number < ? ORDER BY number DESC LIMIT 1")?;
        let Some(name) = before.query_row(params![self.id, number], |row| row.get::<_, String>(0)).optional()? else {
            return Ok(false);
        };
        let Ok(digest) = read(folder, name.as_ref(), &mut Reader::default()).content else { return Ok(false) };
        let mut left: HashMap<(Kind, String), Folded> = Fold::of_one(digest, dutch)
            .into_iter()
            .map(|folded| ((folded.row.kind, folded.row.code.clone()), folded))
            .collect();
        let dates = self.dates(connection)?;
        for (id, key) in rows {
            let Some(folded) = left.remove(&key) else { return Ok(false) };
            connection.execute("UPDATE record SET last = ? WHERE id = ?", params![folded.row.last, id])?;
            self.mend(connection, folded, &dates)?;
        }
        Ok(true)
    }
}

/// Every word of a text stands in the one that takes its place.
fn has_all_words(old: [&str; 2], new: [&str; 2]) -> bool {
    let new: FxHashSet<&str> = new.into_iter().flat_map(str::split_whitespace).collect();
    old.into_iter().flat_map(str::split_whitespace).all(|word| new.contains(word))
}
