//! The rows of one chain in the index: writing them whole, and mending them after a file or two.

mod mend;

use super::IndexError;
use super::digest::Row;
use super::files::{Read, Seen};
use super::fold::Folded;
use rusqlite::{Connection, OptionalExtension, Statement, params};
use rustc_hash::FxHashMap;
use std::collections::HashMap;
use std::path::Path;

/// A session file as the index knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FileRow {
    pub name: String,
    pub size: i64,
    pub changed: i64,
    pub sha256: String,
    pub number: u32,
    pub date: Option<String>,
    pub state: String,
    pub adopts: Option<(u32, String)>,
    pub standings: Option<String>,
    pub chain: Option<String>,
    pub partners: Vec<String>,
    pub trouble: Option<String>,
}

impl FileRow {
    /// What is kept of a file besides its records.
    pub fn of(seen: &Seen, read: &Read) -> Self {
        let digest = read.content.as_ref().ok();
        Self {
            name: seen.name.clone(),
            size: seen.size,
            changed: seen.changed,
            sha256: read.sha256.clone(),
            number: digest.map_or(seen.number, |digest| digest.number),
            date: digest.map(|digest| digest.date.to_string()),
            state: digest.map(|digest| digest.state.clone()).unwrap_or_default(),
            adopts: digest.and_then(|digest| digest.adopts.clone()),
            standings: digest.and_then(|digest| serde_json::to_string(&digest.standings).ok()),
            chain: digest.map(|digest| digest.chain.clone()),
            partners: digest.map(|digest| digest.partners.clone()).unwrap_or_default(),
            trouble: read.content.as_ref().err().cloned(),
        }
    }
}

/// What says whether a file changed.
pub(super) struct Stamp {
    pub size: i64,
    pub changed: i64,
    sha256: String,
    /// As the file says; as its name says where it can't be read.
    pub number: u32,
}

/// What records are counted by, besides their owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Counted {
    /// As in the low bits of a row.
    kind: i64,
    open: bool,
}

/// A chain in the index.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chain {
    pub id: i64,
}

const INSERT: &str = "INSERT OR IGNORE INTO record (id, chain, code, made, last, date, own, owner, partners, follows, state, \
                      sort, open, due, factor, value, text, body) \
                      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)";
const UPDATE: &str = "UPDATE record SET code = ?3, made = ?4, last = ?5, date = ?6, own = ?7, owner = ?8, partners = ?9, \
                      follows = ?10, state = ?11, sort = ?12, open = ?13, due = ?14, factor = ?15, value = ?16, \
                      text = ?17, body = ?18 WHERE id = ?1 AND chain = ?2";

/// Runs one of these with the values of a row; how many rows it wrote.
fn write(
    statement: &mut Statement<'_>,
    (id, chain): (i64, i64),
    date: Option<&String>,
    row: &Row,
) -> Result<usize, IndexError> {
    let (due, own) = (row.due.map(|due| due.to_string()), row.own.map(|own| own.to_string()));
    let values = params![
        id,
        chain,
        row.code,
        row.made,
        row.last,
        date.or(own.as_ref()),
        own,
        row.owner,
        row.partners,
        row.follows,
        row.state,
        row.sort,
        row.open,
        due,
        row.factor,
        row.value,
        row.text,
        row.body
    ];
    Ok(statement.execute(values)?)
}

impl Chain {
    /// The chain in a folder; it is there from now on.
    pub fn of(connection: &Connection, folder: &Path) -> Result<Self, IndexError> {
        let name = folder.to_string_lossy();
        let find = || {
            let mut find = connection.prepare_cached("SELECT id FROM chain WHERE folder = ?")?;
            find.query_row([&name], |row| row.get(0)).optional()
        };
        if let Some(id) = find()? {
            return Ok(Self { id });
        }
        connection.execute("INSERT OR IGNORE INTO chain (folder) VALUES (?)", [&name])?;
        Ok(Self { id: find()?.ok_or(rusqlite::Error::QueryReturnedNoRows)? })
    }

    /// Its files, as the index knows them; none when it was never read to its end.
    pub fn files(self, connection: &Connection) -> Result<HashMap<String, Stamp>, IndexError> {
        let mut rows = connection.prepare_cached(
            "SELECT f.name, f.size, f.changed, f.sha256, f.number FROM file f JOIN chain c ON c.id = f.chain
             WHERE c.id = ? AND c.listing IS NOT NULL",
        )?;
        let stamp = |row: &rusqlite::Row<'_>| {
            let stamp = Stamp { size: row.get(1)?, changed: row.get(2)?, sha256: row.get(3)?, number: row.get(4)? };
            Ok((row.get(0)?, stamp))
        };
        let found = rows.query_map([self.id], stamp)?.collect::<Result<_, _>>()?;
        Ok(found)
    }

    /// Counts `more` records of a sort, or fewer below zero.
    fn tally(self, connection: &Connection, sort: Counted, owner: &str, more: i64) -> Result<(), IndexError> {
        let mut tally = connection.prepare_cached(
            "INSERT INTO tally (chain, kind, owner, open, count) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (chain, kind, owner, open) DO UPDATE SET count = count + excluded.count",
        )?;
        tally.execute(params![self.id, sort.kind, owner, sort.open, more])?;
        Ok(())
    }

    /// Everything of it was read, as the folder showed it then; or not any more.
    pub fn set_listing(self, connection: &Connection, listing: Option<&str>) -> Result<(), IndexError> {
        let mut set = connection.prepare_cached("UPDATE chain SET listing = ? WHERE id = ?")?;
        set.execute(params![listing, self.id])?;
        Ok(())
    }

    /// Takes out everything.
    pub fn forget(self, connection: &Connection) -> Result<(), IndexError> {
        // Asking the full text of a new chain for nothing would have it write what it has gathered so far.
        let mut any = connection.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM file WHERE chain = ?1) OR EXISTS (SELECT 1 FROM record WHERE chain = ?1)",
        )?;
        if !any.query_row([self.id], |row| row.get::<_, bool>(0))? {
            return Ok(());
        }
        let gone = connection
            .execute("DELETE FROM words WHERE rowid IN (SELECT id FROM record WHERE chain = ?)", [self.id])?;
        if gone > 0 {
            words_go(connection)?;
        }
        connection.execute("DELETE FROM record WHERE chain = ?", [self.id])?;
        connection.execute("DELETE FROM tally WHERE chain = ?", [self.id])?;
        connection.execute("DELETE FROM partner WHERE chain = ?", [self.id])?;
        connection.execute("DELETE FROM file WHERE chain = ?", [self.id])?;
        Ok(())
    }

    /// Puts a file in, or in the place of what was known of it.
    pub fn put_file(self, connection: &Connection, file: &FileRow) -> Result<(), IndexError> {
        let mut insert = connection.prepare_cached(
            "INSERT OR REPLACE INTO file (chain, name, size, changed, sha256, number, date, state, adopts, adopted_sha256,
                                          standings, trouble)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?;
        let (adopts, adopted) = file.adopts.as_ref().map(|(session, sha256)| (session, sha256)).unzip();
        insert.execute(params![
            self.id,
            file.name,
            file.size,
            file.changed,
            file.sha256,
            file.number,
            file.date,
            file.state,
            adopts,
            adopted,
            file.standings,
            file.trouble
        ])?;
        if let Some(name) = &file.chain {
            // A chain is called what its newest meeting calls it.
            let mut named = connection.prepare_cached(
                "UPDATE chain SET name = ?1 WHERE id = ?2 AND name <> ?1 AND NOT EXISTS
                 (SELECT 1 FROM file WHERE chain = ?2 AND number > ?3 AND trouble IS NULL)",
            )?;
            named.execute(params![name, self.id, file.number])?;
        }
        let mut partner = connection.prepare_cached("INSERT OR IGNORE INTO partner (chain, code) VALUES (?, ?)")?;
        for code in &file.partners {
            partner.execute(params![self.id, code])?;
        }
        Ok(())
    }

    /// Writes rows. `dates` are the days of the sessions that made them.
    pub fn put(
        self,
        connection: &Connection,
        rows: Vec<Folded>,
        dates: &HashMap<u32, String>,
    ) -> Result<(), IndexError> {
        let mut top = connection.prepare_cached("SELECT ifnull(max(id), 0) FROM record")?;
        let mut id: i64 = top.query_row([], |row| row.get(0))?;
        let mut insert = connection.prepare_cached(INSERT)?;
        let mut words = connection.prepare_cached("INSERT INTO words (rowid, stems) VALUES (?, ?)")?;
        let mut added: FxHashMap<Counted, FxHashMap<String, i64>> = FxHashMap::default();
        for folded in rows {
            let row = &folded.row;
            id = (id | 15) + 1 + row.kind.number();
            if write(&mut insert, (id, self.id), dates.get(&row.made), row)? == 0 {
                self.mend(connection, folded, dates)?;
                continue;
            }
            let owners = added.entry(Counted { kind: row.kind.number(), open: row.open }).or_default();
            match owners.get_mut(&row.owner) {
                Some(count) => *count += 1,
                None => drop(owners.insert(row.owner.clone(), 1)),
            }
            if !folded.stems.is_empty() {
                words.execute(params![id, folded.stems])?;
            }
        }
        for (sort, owners) in added {
            for (owner, count) in owners {
                self.tally(connection, sort, &owner, count)?;
            }
        }
        Ok(())
    }

    fn dates(self, connection: &Connection) -> Result<HashMap<u32, String>, IndexError> {
        let mut dates =
            connection.prepare_cached("SELECT number, date FROM file WHERE chain = ? AND date IS NOT NULL")?;
        let found = dates.query_map([self.id], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        Ok(found)
    }
}

/// Words are taken away: until the pieces of the full text are put together they may still stand there.
fn words_go(connection: &Connection) -> Result<(), IndexError> {
    connection.prepare_cached("INSERT OR IGNORE INTO removed (one) VALUES (1)")?.execute([])?;
    Ok(())
}
