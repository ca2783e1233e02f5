//! Bringing the index up to date: only files that changed are read, and what follows from them.

use super::digest::Kind;
use super::digest::{Digest, Row, Series, digest};
use super::dutch::Dutch;
use super::{Index, IndexError};
use crate::model::{Month, Session};
use crate::store::{format, read};
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::UNIX_EPOCH;

/// How far an update is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Files that were read.
    pub done: usize,
    /// Files that have to be read.
    pub all: usize,
}

/// A session file as the folder shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Seen {
    name: String,
    size: i64,
    changed: i64,
    number: Option<u32>,
}

/// Files of one chain that have to be read, in order.
struct Task {
    chain: i64,
    folder: PathBuf,
    files: Vec<Seen>,
}

/// What a worker made of a file: its digest with the stems of its own rows, or why it can't be read.
struct Read {
    content: Result<(Digest, HashMap<usize, String>), String>,
}

/// The number at the start of a file name.
fn number_of(name: &str) -> Option<u32> {
    name.split('-').next()?.parse().ok()
}

/// The session files of a folder, by number.
fn scan(folder: &Path) -> Vec<Seen> {
    let entries = fs::read_dir(folder.join("sessions")).into_iter().flatten().flatten();
    let mut seen: Vec<Seen> = entries
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            if name.starts_with('.') || !name.ends_with(".ron") {
                return None;
            }
            let meta = entry.metadata().ok()?;
            let changed = meta.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
            let (size, changed) = (i64::try_from(meta.len()).ok()?, i64::try_from(changed).ok()?);
            Some(Seen { number: number_of(&name), name, size, changed })
        })
        .collect();
    seen.sort_by(|one, other| (one.number, &one.name).cmp(&(other.number, &other.name)));
    seen
}

impl Index {
    /// Reads what changed in these folders since the last time. `go_on` hears how far it is and may stop it; what was
    /// read until then is kept.
    pub fn update(&mut self, folders: &[PathBuf], mut go_on: impl FnMut(Progress) -> bool) -> Result<(), IndexError> {
        let mut tasks = Vec::new();
        for folder in folders {
            tasks.extend(self.task(folder)?);
        }
        let all = tasks.iter().map(|task| task.files.len()).sum();
        if tasks.is_empty() {
            return Ok(());
        }
        let flat: Vec<(usize, &Seen)> = tasks
            .iter()
            .enumerate()
            .flat_map(|(place, task)| task.files.iter().map(move |seen| (place, seen)))
            .collect();
        let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
        let (send, receive) = mpsc::sync_channel::<(usize, Read)>(64);
        let workers = thread::available_parallelism().map_or(1, NonZero::get);
        let connection = &mut self.connection;
        thread::scope(|scope| {
            for _ in 0..workers {
                let send = send.clone();
                let (flat, tasks, next, stop) = (&flat, &tasks, &next, &stop);
                scope.spawn(move || {
                    let dutch = Dutch::default();
                    while !stop.load(Ordering::Relaxed) {
                        let place = next.fetch_add(1, Ordering::Relaxed);
                        let Some((task, seen)) = flat.get(place) else { return };
                        let read = read(&tasks[*task].folder, seen, &dutch);
                        if send.send((place, read)).is_err() {
                            return;
                        }
                    }
                });
            }
            drop(send);
            let result = write(connection, &tasks, &flat, receive.into_iter(), |done| go_on(Progress { done, all }));
            stop.store(true, Ordering::Relaxed);
            result
        })
    }

    /// What has to be read of one chain; none when nothing changed. A file that is gone takes its rows along.
    fn task(&mut self, folder: &Path) -> Result<Option<Task>, IndexError> {
        let name = folder.to_string_lossy();
        self.connection.execute("INSERT OR IGNORE INTO chain (folder) VALUES (?)", [&name])?;
        let chain: i64 =
            self.connection.query_row("SELECT id FROM chain WHERE folder = ?", [&name], |row| row.get(0))?;
        let seen = scan(folder);
        let mut known: HashMap<String, (i64, i64)> = HashMap::new();
        let mut rows = self.connection.prepare_cached("SELECT name, size, changed FROM file WHERE chain = ?")?;
        for found in rows.query_map([chain], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))? {
            let (name, state) = found?;
            known.insert(name, state);
        }
        let fresh = seen.iter().filter(|seen| known.get(&seen.name) != Some(&(seen.size, seen.changed)));
        let gone = known.keys().filter(|name| seen.iter().all(|seen| seen.name != **name));
        let numbers = fresh.map(|seen| seen.number).chain(gone.map(|name| number_of(name)));
        let Some(first) = numbers.map(|number| number.unwrap_or(0)).min() else { return Ok(None) };
        // The meeting before it says how records stood that the changed one takes further.
        let from = first.saturating_sub(1);
        let files = seen.into_iter().filter(|seen| seen.number.unwrap_or(0) >= from).collect();
        drop(rows);
        forget(&self.connection, chain, from)?;
        Ok(Some(Task { chain, folder: folder.to_owned(), files }))
    }
}

/// Takes out everything that follows from meeting `from` of a chain and later ones.
fn forget(connection: &Connection, chain: i64, from: u32) -> Result<(), IndexError> {
    let which = "SELECT id FROM record WHERE chain = ?1 AND last >= ?2";
    connection.execute(&format!("DELETE FROM words WHERE rowid IN ({which})"), params![chain, from])?;
    connection.execute("DELETE FROM record WHERE chain = ?1 AND last >= ?2", params![chain, from])?;
    connection.execute("DELETE FROM file WHERE chain = ?1 AND ifnull(number, 0) >= ?2", params![chain, from])?;
    Ok(())
}

fn read(folder: &Path, seen: &Seen, dutch: &Dutch) -> Read {
    let path = folder.join("sessions").join(&seen.name);
    let session = read::bytes(&path).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let session: Option<Session> = session.and_then(|text| format::parse(&text).ok());
    let Some(session) = session else {
        // The slow way says in full why it can't be read.
        let why = read::load(&path).err().map_or_else(String::new, |error| error.to_string());
        return Read { content: Err(why) };
    };
    let digest = digest(&session);
    let own = digest.rows.iter().enumerate().filter(|(_, row)| row.made == digest.number);
    let stems = own.map(|(place, row)| (place, stems(dutch, row))).collect();
    Read { content: Ok((digest, stems)) }
}

fn stems(dutch: &Dutch, row: &Row) -> String {
    let mut out = String::new();
    dutch.stems(&row.text, &mut out);
    dutch.stems(&row.body, &mut out);
    out
}

/// A value, the session that made it and the last that had it.
type Measured = (f64, u32, u32);

/// What may still change in the next meeting of a chain.
#[derive(Default)]
struct Active {
    /// Rows by kind and code, with their stems.
    rows: HashMap<(Kind, String), (Row, String)>,
    /// KPIs by their code, and what is known of each month: value, session that made it, last session that had it.
    series: HashMap<String, (Series, BTreeMap<Month, Measured>)>,
}

impl Active {
    /// Takes in the values of a KPI.
    fn measure(&mut self, series: Series, number: u32) {
        let (known, months) = self.series.entry(series.id.clone()).or_insert_with(|| (series.clone(), BTreeMap::new()));
        for (month, value) in &series.values {
            let entry = months.entry(*month).or_insert((*value, number, number));
            (entry.0, entry.2) = (*value, number);
        }
        *known = series;
    }

    /// All values of KPIs as rows, and none of them any more.
    fn measured(&mut self) -> Vec<(Row, String)> {
        let all = std::mem::take(&mut self.series);
        let rows = all.into_values().flat_map(|(series, months)| {
            let row = |(month, (value, made, last))| (series.row(month, value, made, last), String::new());
            months.into_iter().map(row).collect::<Vec<_>>()
        });
        rows.collect()
    }
}

/// Takes in what the workers read, in the order of the files.
fn write(
    connection: &mut Connection,
    tasks: &[Task],
    flat: &[(usize, &Seen)],
    reads: impl Iterator<Item = (usize, Read)>,
    mut go_on: impl FnMut(usize) -> bool,
) -> Result<(), IndexError> {
    let mut waiting: BTreeMap<usize, Read> = BTreeMap::new();
    let dutch = Dutch::default();
    let (mut next, mut active) = (0, Active::default());
    let mut transaction = connection.transaction()?;
    let mut stopped = false;
    for (place, read) in reads {
        waiting.insert(place, read);
        while let Some(read) = waiting.remove(&next) {
            let (task, seen) = (&tasks[flat[next].0], flat[next].1);
            take_in(&transaction, task.chain, seen, read, &mut active, &dutch)?;
            let last_of_chain = flat.get(next + 1).is_none_or(|(other, _)| *other != flat[next].0);
            next += 1;
            if last_of_chain {
                let measured = active.measured();
                finish(&transaction, task.chain, measured)?;
                flush(&transaction, task.chain, &mut active, |_| true)?;
                transaction.commit()?;
                transaction = connection.transaction()?;
                stopped = !go_on(next);
            }
        }
        if stopped {
            break;
        }
    }
    transaction.commit()?;
    Ok(())
}

fn take_in(
    connection: &Connection,
    chain: i64,
    seen: &Seen,
    read: Read,
    active: &mut Active,
    dutch: &Dutch,
) -> Result<(), IndexError> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO file (chain, name, size, changed, number, date, state, trouble) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )?;
    let (digest, mut own) = match read.content {
        Ok(found) => found,
        Err(why) => {
            let values = params![chain, seen.name, seen.size, seen.changed, seen.number, None::<String>, "", why];
            insert.execute(values)?;
            return Ok(());
        }
    };
    let date = digest.date.to_string();
    let none = None::<String>;
    insert.execute(params![chain, seen.name, seen.size, seen.changed, digest.number, date, digest.state, none])?;
    let mut named = connection.prepare_cached("UPDATE chain SET name = ?1 WHERE id = ?2 AND name <> ?1")?;
    named.execute(params![digest.chain, chain])?;
    let number = digest.number;
    for (place, row) in digest.rows.into_iter().enumerate() {
        let key = (row.kind, row.code.clone());
        match active.rows.get_mut(&key) {
            Some((known, words)) => {
                if known.text != row.text || known.body != row.body {
                    *words = stems(dutch, &row);
                }
                let (made, factor) = (known.made.min(row.made), known.factor.or(row.factor));
                *known = Row { made, factor, ..row };
            }
            None => {
                let words = own.remove(&place);
                let words = words.unwrap_or_else(|| stems(dutch, &row));
                active.rows.insert(key, (row, words));
            }
        }
    }
    for series in digest.series {
        active.measure(series, number);
    }
    // What is not in this meeting any more is finished.
    flush(connection, chain, active, |row| row.last < number)
}

fn flush(
    connection: &Connection,
    chain: i64,
    active: &mut Active,
    done: impl Fn(&Row) -> bool,
) -> Result<(), IndexError> {
    let finished = active.rows.extract_if(|_, (row, _)| done(row)).map(|(_, found)| found).collect();
    finish(connection, chain, finished)
}

/// Writes rows that do not change any more.
fn finish(connection: &Connection, chain: i64, mut finished: Vec<(Row, String)>) -> Result<(), IndexError> {
    if finished.is_empty() {
        return Ok(());
    }
    // The order in which they are written is the order of equal rows in an answer: the same for the same files.
    finished
        .sort_by(|(one, _), (other, _)| (one.made, one.kind, &one.code).cmp(&(other.made, other.kind, &other.code)));
    let mut top = connection.prepare_cached("SELECT ifnull(max(id), 0) FROM record")?;
    let mut id: i64 = top.query_row([], |row| row.get(0))?;
    let mut insert = connection.prepare_cached(
        "INSERT INTO record (id, chain, code, made, last, date, owner, state, sort, open, due, factor, value, text, body)
         VALUES (?, ?, ?, ?, ?, (SELECT date FROM file WHERE chain = ?2 AND number = ?4), ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?;
    let mut index = connection.prepare_cached("INSERT INTO words (rowid, stems) VALUES (?, ?)")?;
    for (row, words) in finished {
        id = (id | 15) + 1 + row.kind.number();
        let due = row.due.map(|due| due.to_string());
        insert.execute(params![
            id, chain, row.code, row.made, row.last, row.owner, row.state, row.sort, row.open, due, row.factor,
            row.value, row.text, row.body
        ])?;
        if !words.is_empty() {
            index.execute(params![id, words])?;
        }
    }
    Ok(())
}
