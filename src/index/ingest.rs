//! Bringing the index up to date: only files that changed are read, and what follows from them.

use super::dutch::{Dutch, Spelled};
use super::files::{Listing, Seen, number_of, read, scan_all};
use super::fold::Fold;
use super::rows::{Chain, FileRow, Stamp};
use super::spelling::put_spelled;
use super::{Index, IndexError, NO_ORDERS, ORDERS};
use crate::store::format::Reader;
use rusqlite::Connection;
use rusqlite::TransactionBehavior::Immediate;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// How far an update is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Files that were read.
    pub done: usize,
    /// Files that have to be read.
    pub all: usize,
}

/// What is known of a chain before its files are looked up.
struct KnownChain {
    id: i64,
    /// What its folder showed when all of it had been read.
    listing: Option<String>,
}

/// Files of one chain that have to be read, in order.
struct Task {
    chain: i64,
    folder: PathBuf,
    seen: Listing,
}

/// A run of files of one task, for one worker.
struct Block<'t> {
    task: usize,
    files: &'t [Seen],
    last_of_task: bool,
}

/// What a worker made of a block.
struct Made {
    files: Vec<FileRow>,
    fold: Fold,
    spelled: Vec<Spelled>,
}

/// Files per block: enough that most rows begin and end in one, few enough that all cores have work.
const BLOCK: usize = 100;
/// Blocks that may wait for the writer; more would only take memory.
const WAITING: usize = 2;
/// So many files become part of the index at once: seldom enough for the full-text table, often enough to be used soon.
const AT_ONCE: usize = 2000;
/// From so many files the records are put in order afterwards.
const MANY: usize = 2000;
/// So many changed files of one chain are taken in one by one; with more the chain is read again.
const FEW: usize = 8;

impl Index {
    /// Reads what changed in these folders since the last time; true when anything did. `go_on` hears how far it is and
    /// may stop it; what was read until then is kept.
    pub fn update(&mut self, folders: &[PathBuf], go_on: impl FnMut(Progress) -> bool) -> Result<bool, IndexError> {
        let mut tasks = Vec::new();
        self.connection.execute_batch(ORDERS)?;
        let known = self.known_chains()?;
        let mut changed = self.prune(folders, &known)?;
        let dutch = Dutch::default();
        let mut trouble = None;
        for (folder, seen) in folders.iter().zip(scan_all(folders)) {
            let before = known.get(folder.to_string_lossy().as_ref()).and_then(|chain| chain.listing.as_ref());
            if seen.as_ref().is_ok_and(|seen| before == Some(&seen.hash)) {
                continue;
            }
            let looked = seen.map_err(IndexError::from).and_then(|seen| self.look_at(folder, seen, &dutch));
            match looked {
                Ok((found, task)) => {
                    changed |= found;
                    tasks.extend(task);
                }
                // What is known of it stays, and the other chains are read.
                Err(IndexError::Chain(error, _)) => trouble = Some(error),
                Err(error) => return Err(error),
            }
        }
        if !tasks.is_empty() {
            changed = true;
            self.read_all(&tasks, go_on)?;
        }
        self.clear_away()?;
        trouble.map_or(Ok(changed), |error| Err(IndexError::Chain(error, changed)))
    }

    /// Reads the files of these chains on all cores.
    fn read_all(&mut self, tasks: &[Task], mut go_on: impl FnMut(Progress) -> bool) -> Result<(), IndexError> {
        let all = tasks.iter().map(|task| task.seen.files.len()).sum();
        let blocks: Vec<Block<'_>> = tasks.iter().enumerate().flat_map(|(place, task)| blocks(place, task)).collect();
        let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
        let (send, receive) = mpsc::sync_channel::<(usize, Made)>(WAITING);
        let workers = thread::available_parallelism().map_or(1, NonZero::get);
        let connection = &mut self.connection;
        // Sorting once is quicker than keeping many in order; after a crash this is made up for.
        if all >= MANY {
            connection.execute_batch(NO_ORDERS)?;
        }
        let result = thread::scope(|scope| {
            for _ in 0..workers {
                let send = send.clone();
                let (blocks, next, stop) = (&blocks, &next, &stop);
                scope.spawn(move || {
                    let dutch = Dutch::default();
                    while !stop.load(Ordering::Relaxed) {
                        let place = next.fetch_add(1, Ordering::Relaxed);
                        let Some(block) = blocks.get(place) else { return };
                        let made = make(&tasks[block.task].folder, block.files, &dutch);
                        if send.send((place, made)).is_err() {
                            return;
                        }
                    }
                });
            }
            drop(send);
            let result = write(connection, tasks, &blocks, receive.into_iter(), |done| go_on(Progress { done, all }));
            stop.store(true, Ordering::Relaxed);
            result
        });
        self.connection.execute_batch(ORDERS)?;
        result
    }

    /// Takes words that nobody has on record any more out of the files of the index. A row that is deleted is only marked in the
    /// pieces of the full text, and the words stay there until the pieces are put together; spellings stay by themselves, and
    /// the journal has all that was. Seldom needed: words come much more often than they go.
    fn clear_away(&mut self) -> Result<(), IndexError> {
        let removed = "SELECT EXISTS (SELECT 1 FROM removed)";
        if self.connection.query_row(removed, [], |row| row.get(0))? {
            let transaction = self.connection.transaction_with_behavior(Immediate)?;
            transaction.execute_batch(
                "INSERT INTO words (words) VALUES ('optimize'); \
                 DELETE FROM spelling WHERE stem NOT IN (SELECT term FROM vocabulary); \
                 DELETE FROM removed;",
            )?;
            transaction.commit()?;
        }
        if self.has_journal()? {
            // While somebody reads, the journal stays as it is, and the next update tries again.
            self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        }
        Ok(())
    }

    /// All chains, by their folders.
    fn known_chains(&self) -> Result<HashMap<String, KnownChain>, IndexError> {
        let mut known = self.connection.prepare_cached("SELECT folder, id, listing FROM chain")?;
        let known =
            known.query_map([], |row| Ok((row.get(0)?, KnownChain { id: row.get(1)?, listing: row.get(2)? })))?;
        Ok(known.collect::<Result<_, _>>()?)
    }

    /// Lets go of chains that are not there any more; true where there was one.
    fn prune(&mut self, folders: &[PathBuf], known: &HashMap<String, KnownChain>) -> Result<bool, IndexError> {
        let asked: HashSet<&Path> = folders.iter().map(PathBuf::as_path).collect();
        let mut gone = false;
        for (folder, KnownChain { id, .. }) in known {
            let folder = Path::new(folder);
            if !asked.contains(folder) && folder.join("sessions").try_exists().is_ok_and(|there| !there) {
                Chain { id: *id }.forget(&self.connection)?;
                self.connection.execute("DELETE FROM chain WHERE id = ?", [id])?;
                gone = true;
            }
        }
        Ok(gone)
    }

    /// Takes in the few files of a chain that changed; many are for the workers.
    fn look_at(&mut self, folder: &Path, seen: Listing, dutch: &Dutch) -> Result<(bool, Option<Task>), IndexError> {
        let files = &seen.files;
        let chain = Chain::of(&self.connection, folder)?;
        let known = chain.files(&self.connection)?;
        let names: HashSet<&str> = files.iter().map(|seen| seen.name.as_str()).collect();
        let gone: Vec<&String> = known.keys().filter(|name| !names.contains(name.as_str())).collect();
        let is_fresh = |seen: &&Seen| {
            known.get(&seen.name).is_none_or(|known| (known.size, known.changed) != (seen.size, seen.changed))
        };
        let fresh: Vec<&Seen> = files.iter().filter(is_fresh).collect();
        if fresh.is_empty() && gone.is_empty() {
            return Ok((false, None));
        }
        let several = files.windows(2).any(|pair| pair[0].number == pair[1].number) || is_tangled(&known);
        if !known.is_empty() && !several && fresh.len() + gone.len() <= FEW {
            let transaction = self.connection.transaction_with_behavior(Immediate)?;
            if chain.patch(&transaction, folder, &known, &fresh, &gone, dutch)? {
                put_spelled(&transaction, &dutch.take_fresh())?;
                chain.set_listing(&transaction, Some(&seen.hash))?;
                transaction.commit()?;
                return Ok((true, None));
            }
        }
        Ok((true, Some(Task { chain: chain.id, folder: folder.to_owned(), seen })))
    }
}

/// Files of which one says what another said before or after it: two of one number, or one whose name has another number
/// than it holds. What one of them leaves behind, only reading all of the chain can tell.
fn is_tangled(known: &HashMap<String, Stamp>) -> bool {
    let mut numbers = HashSet::with_capacity(known.len());
    known.iter().any(|(name, stamp)| stamp.number != number_of(name) || !numbers.insert(stamp.number))
}

fn blocks(place: usize, task: &Task) -> impl Iterator<Item = Block<'_>> {
    // A chain without files is a block too: its rows have to go.
    let files = &task.seen.files[..];
    let none = files.is_empty().then_some(files);
    let count = files.len().div_ceil(BLOCK).max(1);
    files.chunks(BLOCK).chain(none).enumerate().map(move |(number, files)| Block {
        task: place,
        files,
        last_of_task: number + 1 == count,
    })
}

/// Reads a run of files and folds it.
fn make(folder: &Path, files: &[Seen], dutch: &Dutch) -> Made {
    let mut made = Made { files: Vec::with_capacity(files.len()), fold: Fold::default(), spelled: Vec::new() };
    let mut reader = Reader::default();
    for seen in files {
        let found = read(folder, &seen.file, &mut reader);
        made.files.push(FileRow::of(seen, &found));
        if let Ok(digest) = found.content {
            made.fold.add(digest.rows, digest.series, digest.number, dutch);
        }
    }
    made.spelled = dutch.take_fresh();
    made
}

/// Takes in what the workers made, in the order of the files.
fn write(
    connection: &mut Connection,
    tasks: &[Task],
    blocks: &[Block<'_>],
    made: impl Iterator<Item = (usize, Made)>,
    mut go_on: impl FnMut(usize) -> bool,
) -> Result<(), IndexError> {
    let mut waiting: BTreeMap<usize, Made> = BTreeMap::new();
    let (mut next, mut done, mut kept, mut begun) = (0, 0, 0, false);
    let (mut fold, dutch) = (Fold::default(), Dutch::default());
    let mut dates: HashMap<u32, String> = HashMap::new();
    let mut transaction = connection.transaction_with_behavior(Immediate)?;
    for (place, found) in made {
        waiting.insert(place, found);
        while let Some(found) = waiting.remove(&next) {
            let block = &blocks[next];
            let chain = Chain { id: tasks[block.task].chain };
            next += 1;
            done += found.files.len();
            if !std::mem::replace(&mut begun, true) {
                chain.forget(&transaction)?;
                chain.set_listing(&transaction, None)?;
            }
            for file in &found.files {
                chain.put_file(&transaction, file)?;
                dates.extend(file.date.clone().map(|date| (file.number, date)));
            }
            put_spelled(&transaction, &found.spelled)?;
            fold.follow(found.fold);
            if block.last_of_task {
                chain.put(&transaction, std::mem::take(&mut fold).into_rows(&dutch), &dates)?;
                chain.set_listing(&transaction, Some(&tasks[block.task].seen.hash))?;
                dates.clear();
                begun = false;
            } else if let Some(last) = block.files.last() {
                // What the last meeting of this run does not have is finished, unless it comes back.
                chain.put(&transaction, fold.finished(last.number), &dates)?;
            }
            let stop = !go_on(done);
            if stop || done >= kept + AT_ONCE {
                kept = done;
                transaction.commit()?;
                if stop {
                    return Ok(());
                }
                transaction = connection.transaction_with_behavior(Immediate)?;
            }
        }
    }
    transaction.commit()?;
    Ok(())
}
