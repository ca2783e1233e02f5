//! What home shows: the chains side by side, and the meetings of one.

use super::{Index, IndexError, Keyed, Kind};
use crate::model::State;
use crate::model::history::compare::{Standings, with_what_came_later};
use crate::store::error::Reason;
use crate::store::{StoreError, Trouble};
use chrono::NaiveDate;
use rusqlite::OptionalExtension;
use std::path::{Path, PathBuf};

/// One meeting of a chain.
#[derive(Debug, Clone, PartialEq)]
pub struct MeetingRow {
    /// Its file.
    pub file: String,
    /// Its number; 0 where the name of the file has none.
    pub number: u32,
    /// Its day and how far it is; none where the file can't be read.
    pub held: Option<(NaiveDate, State)>,
    /// The next meeting adopted its report.
    pub adopted: bool,
    /// It adopted another content than the file has now.
    pub altered: bool,
    /// How it stood on its own day, with what later meetings tell of it.
    pub standings: Option<Standings>,
    /// Why it can't be read.
    pub trouble: Option<Reason>,
}

/// One chain among others.
#[derive(Debug, Clone, PartialEq)]
pub struct ChainRow {
    /// Its folder.
    pub folder: PathBuf,
    /// Its name; empty while nothing of it was read.
    pub name: String,
    /// Files of meetings.
    pub meetings: u32,
    /// Of which can't be read.
    pub unreadable: u32,
    /// The last meeting that was held.
    pub last: Option<NaiveDate>,
    /// The meeting that is live or planned.
    pub next: Option<(NaiveDate, State)>,
    /// Open actions.
    pub open: u32,
    /// Of which late.
    pub late: u32,
}

/// Why a file is not opened of which another has the number.
fn same_number(folder: &Path, file: &str, number: u32) -> Reason {
    StoreError::new(&folder.join("sessions").join(file), Trouble::SameNumber(number)).reason()
}

impl Index {
    /// The meetings of the chain in a folder, oldest first.
    pub fn meetings(&self, folder: &Path) -> Result<Vec<MeetingRow>, IndexError> {
        let sql = "SELECT f.name, f.number, f.date, f.state, f.standings, f.trouble,
                   (SELECT max(n.adopted_sha256 = f.sha256) FROM file n
                    WHERE n.chain = f.chain AND n.number = f.number + 1 AND n.adopts = f.number)
                   FROM file f JOIN chain c ON c.id = f.chain WHERE c.folder = ? ORDER BY f.number, f.name";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([folder.to_string_lossy()])?;
        let mut found: Vec<MeetingRow> = Vec::new();
        while let Some(row) = rows.next()? {
            let (day, name): (Option<String>, String) = (row.get(2)?, row.get(3)?);
            let same: Option<bool> = row.get(6)?;
            let (standings, trouble): (Option<String>, Option<String>) = (row.get(4)?, row.get(5)?);
            found.push(MeetingRow {
                file: row.get(0)?,
                number: row.get(1)?,
                held: day.and_then(|day| day.parse().ok()).zip(State::of_index_key(&name)),
                adopted: same.is_some(),
                altered: same == Some(false) && trouble.is_none(),
                standings: standings.and_then(|json| serde_json::from_str(&json).ok()),
                trouble: trouble.map(|json| serde_json::from_str(&json).unwrap_or_default()),
            });
        }
        with_what_came_later(found.iter_mut().filter_map(|row| row.standings.as_mut()));
        for here in 1..found.len() {
            if found[here].number == found[here - 1].number && found[here].number > 0 {
                for row in &mut found[here - 1..=here] {
                    row.trouble.get_or_insert_with(|| same_number(folder, &row.file, row.number));
                    row.altered = false;
                }
            }
        }
        Ok(found)
    }

    /// Why files of these chains can't be read, for each that can't.
    pub fn unreadable(&self, folders: &[PathBuf]) -> Result<Vec<Reason>, IndexError> {
        let sql = "SELECT f.trouble FROM file f JOIN chain c ON c.id = f.chain
                   WHERE c.folder = ? AND f.trouble IS NOT NULL ORDER BY f.number, f.name";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = Vec::new();
        for folder in folders {
            let reasons = statement.query_map([folder.to_string_lossy()], |row| row.get::<_, String>(0))?;
            for reason in reasons {
                found.push(serde_json::from_str(&reason?).unwrap_or_default());
            }
        }
        Ok(found)
    }

    /// Files of one number in these chains: which is meant, only people can say.
    pub fn of_one_number(&self, folders: &[PathBuf]) -> Result<Vec<Reason>, IndexError> {
        // The index of numbers alone tells which there are twice; seldom any.
        let sql = "SELECT f.name, f.number FROM chain c CROSS JOIN file f ON f.chain = c.id
                   WHERE c.folder = ? AND f.trouble IS NULL AND f.number IN
                   (SELECT number FROM file WHERE chain = c.id AND number > 0 GROUP BY number HAVING count(*) > 1)
                   ORDER BY f.number, f.name";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = Vec::new();
        for folder in folders {
            let mut rows = statement.query([folder.to_string_lossy()])?;
            while let Some(row) = rows.next()? {
                found.push(same_number(folder, &row.get::<_, String>(0)?, row.get(1)?));
            }
        }
        Ok(found)
    }

    /// The chains in these folders, in their order.
    pub fn chains(&self, folders: &[PathBuf], today: NaiveDate) -> Result<Vec<ChainRow>, IndexError> {
        folders.iter().map(|folder| self.chain(folder, today)).collect()
    }

    fn chain(&self, folder: &Path, today: NaiveDate) -> Result<ChainRow, IndexError> {
        let mut found = ChainRow {
            folder: folder.to_owned(),
            name: String::new(),
            meetings: 0,
            unreadable: 0,
            last: None,
            next: None,
            open: 0,
            late: 0,
        };
        let mut chain = self.connection.prepare_cached("SELECT id, name FROM chain WHERE folder = ?")?;
        let known = chain.query_row([folder.to_string_lossy()], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let Some((id, name)): Option<(i64, String)> = known else { return Ok(found) };
        found.name = name;
        let mut files = self.connection.prepare_cached(
            "SELECT (SELECT count(*) FROM file WHERE chain = ?1),
                    (SELECT count(*) FROM file WHERE chain = ?1 AND trouble IS NOT NULL)",
        )?;
        (found.meetings, found.unreadable) = files.query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut newest = self.connection.prepare_cached(
            "SELECT date, state FROM file WHERE chain = ? AND trouble IS NULL ORDER BY number DESC LIMIT 3",
        )?;
        let days = newest.query_map([id], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        for day in days {
            let (day, name) = day?;
            match (day.parse().ok(), State::of_index_key(&name)) {
                (Some(day), Some(State::Closed)) => found.last = found.last.max(Some(day)),
                (Some(day), Some(state @ (State::Planned | State::Live))) => found.next = Some((day, state)),
                (None, _) | (_, None) => {}
            }
        }
        let mut open = self.connection.prepare_cached(
            "SELECT count(*), ifnull(sum(due < ?3), 0) FROM record WHERE chain = ?1 AND open = 1 AND (id & 15) = ?2",
        )?;
        let values = rusqlite::params![id, Kind::Action.number(), today.to_string()];
        (found.open, found.late) = open.query_row(values, |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found)
    }
}
