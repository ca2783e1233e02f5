//! The derived index over all meetings: made from the files, never the other way round, and deleted without loss.
//!
//! One file in the cache folder of the user serves every folder and every instance; opening a meeting never needs it.

mod digest;
mod dutch;
mod files;
mod filter;
mod fold;
mod found;
mod ingest;
mod keys;
mod overview;
mod query;
mod rows;
mod spelling;

pub use digest::{Digest, Kind, Row, digest};
pub use filter::{Filter, Mark, Names, Word};
pub use found::{Found, SNIPPET};
pub use ingest::Progress;
pub use keys::{DONE, DROPPED, Keyed, OPEN};
pub use overview::{ChainRow, MeetingRow};
pub use query::{Answer, Known, Sorting};

use crate::store::StoreError;
use rusqlite::{Connection, ErrorCode};
use std::cell::RefCell;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::ErrorKind;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

const SCHEMA: &str = include_str!("../../assets/index.sql");
/// What puts the records in order; what lets go of that while many are added.
const ORDERS: &str = include_str!("../../assets/index-orders.sql");
const NO_ORDERS: &str = "DROP INDEX IF EXISTS record_date; DROP INDEX IF EXISTS record_kind; \
                         DROP INDEX IF EXISTS record_open;";
/// Rises with every change of the schema or of what is kept. It stands in the name of the file too, so that two versions of
/// the program each have their own.
const VERSION: i64 = 20;
/// Readers go on while one writes; what a crash of the machine takes is made anew; memory stays small; what is removed is
/// written over.
const SETTINGS: &str = "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; \
                        PRAGMA secure_delete = ON; PRAGMA cache_size = -2000; PRAGMA wal_autocheckpoint = 2000;";
/// So long one instance waits for another that writes.
const PATIENCE: Duration = Duration::from_secs(10);
/// So long for what a moment can mend: a file that was taken away under us. A disk that fails goes on failing.
const MOMENT: Duration = Duration::from_secs(1);
/// So long between two tries.
const AGAIN: Duration = Duration::from_millis(20);
/// Only the user may enter.
const PRIVATE_FOLDER: u32 = 0o700;
/// Only the user may read.
const PRIVATE_FILE: u32 = 0o600;
/// Where its name begins and ends in the cache folder.
const NAME: (&str, &str) = ("index", ".sqlite");

/// What can go wrong with the index; never with a meeting.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// The engine said no.
    #[error("{0}")]
    Engine(#[from] rusqlite::Error),
    /// The cache folder can't be made.
    #[error("{0}")]
    Folder(#[from] std::io::Error),
    /// The folder of a chain can't be read: what is known of it stays. Whether anything of the other chains had changed.
    #[error("{0}")]
    Chain(StoreError, bool),
    /// There is no cache folder for this user.
    #[error("no cache folder")]
    NoCache,
}

impl From<StoreError> for IndexError {
    fn from(error: StoreError) -> Self {
        Self::Chain(error, false)
    }
}

impl IndexError {
    /// The file of the index holds nonsense.
    pub fn is_broken(&self) -> bool {
        matches!(self, Self::Engine(error) if is_broken(error))
    }

    /// So long it is worth trying again.
    fn patience(&self) -> Duration {
        let disk_fails =
            matches!(self, Self::Engine(error) if error.sqlite_error_code() == Some(ErrorCode::SystemIoFailure));
        if disk_fails { MOMENT } else { PATIENCE }
    }

    /// It may go well in a moment: somebody else holds it now, began at the very same time, or took the file away under us.
    pub fn may_pass(&self) -> bool {
        use ErrorCode::{DatabaseBusy, FileLockingProtocolFailed, SystemIoFailure};
        let Self::Engine(error) = self else { return false };
        matches!(error.sqlite_error_code(), Some(DatabaseBusy | FileLockingProtocolFailed | SystemIoFailure))
    }
}

/// The index, open.
#[derive(Debug)]
pub struct Index {
    connection: Connection,
    path: PathBuf,
    /// Which files they were when it was opened.
    files: [Option<FileId>; 2],
    /// The words that anybody wrote, with how often, as of a state of the index; read when a word is not known.
    vocabulary: RefCell<(i64, Vec<spelling::Known>)>,
}

impl Index {
    /// The folder of the index: this one, else that of the user.
    pub fn folder(cache: Option<&Path>) -> Result<PathBuf, IndexError> {
        cache.map_or_else(cache_of_user, |folder| Ok(folder.to_owned()))
    }

    /// The index in `cache`, else that of this user.
    pub fn at(cache: Option<&Path>) -> Result<Self, IndexError> {
        Self::in_folder(&Self::folder(cache)?)
    }

    /// The same; where there can be none, one that goes with the folder given along.
    pub fn somewhere(cache: Option<&Path>) -> Result<(Self, Option<TempDir>), IndexError> {
        match Self::at(cache) {
            Ok(index) => Ok((index, None)),
            Err(_) => {
                let private = tempfile::tempdir()?;
                Ok((Self::in_folder(private.path())?, Some(private)))
            }
        }
    }

    /// The index in a folder; one that is broken or of another version is made anew.
    pub fn in_folder(folder: &Path) -> Result<Self, IndexError> {
        let path = folder.join(name());
        keep_private(folder, &path)?;
        let _alone = alone(&path);
        if fs::metadata(&path)?.len() == 0 {
            remove_older(folder);
        }
        match Self::when_free(&path) {
            Ok(Some(index)) => Ok(index),
            Ok(None) => Self::anew(&path),
            Err(error) if error.is_broken() => Self::anew(&path),
            Err(error) => Err(error),
        }
    }

    /// Opens it once nobody else is making it: the engine does not wait by itself while its journal is being set up.
    fn when_free(path: &Path) -> Result<Option<Self>, IndexError> {
        let begin = Instant::now();
        loop {
            match Self::open(path) {
                Err(error) if error.may_pass() && begin.elapsed() < error.patience() => thread::sleep(AGAIN),
                result => return result,
            }
        }
    }

    /// None when it is of another version.
    fn open(path: &Path) -> Result<Option<Self>, IndexError> {
        let mut connection = Connection::open(path)?;
        connection.busy_timeout(PATIENCE)?;
        connection.execute_batch(SETTINGS)?;
        let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        if version == 0 {
            // Two instances may find it new at the same time: the second one waits, and then finds it made.
            let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
            let version: i64 = transaction.query_row("PRAGMA user_version", [], |row| row.get(0))?;
            if version == 0 {
                transaction.execute_batch(SCHEMA)?;
                transaction.pragma_update(None, "user_version", VERSION)?;
            }
            transaction.commit()?;
        } else if version != VERSION {
            return Ok(None);
        }
        let (path, files) = (path.to_owned(), file_ids(path));
        Ok(Some(Self { connection, path, files, vocabulary: RefCell::default() }))
    }

    /// Its file and its journal are still those that were opened: an index that was thrown away or put aside answers no more.
    pub fn is_there(&self) -> bool {
        self.files[0].is_some() && file_ids(&self.path) == self.files
    }

    /// Anything stands in its journal.
    fn has_journal(&self) -> Result<bool, IndexError> {
        match fs::metadata(beside(&self.path, "-wal")) {
            Ok(meta) => Ok(meta.len() > 0),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Throws the index away: the next one that is opened is made anew.
    pub fn discard(cache: Option<&Path>) -> Result<(), IndexError> {
        let path = cache.map_or_else(cache_of_user, |folder| Ok(folder.to_owned()))?.join(name());
        let _alone = alone(&path);
        remove(&path)
    }

    fn anew(path: &Path) -> Result<Self, IndexError> {
        remove(path)?;
        private_file(path)?;
        Self::when_free(path)?.ok_or(IndexError::NoCache)
    }
}

/// The cache folder of this user.
fn cache_of_user() -> Result<PathBuf, IndexError> {
    Ok(dirs::cache_dir().ok_or(IndexError::NoCache)?.join("stuurgroep"))
}

/// The name of the index in the cache folder.
fn name() -> String {
    format!("{}-{VERSION}{}", NAME.0, NAME.1)
}

/// Held while the index is opened, made or thrown away: of all that find it broken in one moment one makes it anew, and the
/// others find it made. None where files can't be locked; then who comes second makes it once more.
fn alone(path: &Path) -> Option<File> {
    let file = private_file(&beside(path, "-lock")).ok()?;
    file.lock().ok()?;
    Some(file)
}

/// Makes the folder of the index one that only this user can look into, and so its files: they hold what was said in
/// meetings. What is there already and too open is set right.
fn keep_private(folder: &Path, path: &Path) -> Result<(), IndexError> {
    DirBuilder::new().recursive(true).mode(PRIVATE_FOLDER).create(folder)?;
    let close = |path: &Path, mode: u32| match fs::metadata(path) {
        Ok(meta) if meta.permissions().mode() & 0o777 & !mode == 0 => Ok(()),
        Ok(_) => fs::set_permissions(path, Permissions::from_mode(mode)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    };
    close(folder, PRIVATE_FOLDER)?;
    for end in ["", "-wal", "-shm", "-lock"] {
        close(&beside(path, end), PRIVATE_FILE)?;
    }
    // The engine gives what it puts beside a file the mode of that file.
    private_file(path)?;
    Ok(())
}

/// A file that only this user can read, made where it is not there.
fn private_file(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(PRIVATE_FILE).open(path)
}

/// What tells one file from another of the same name.
type FileId = (u64, u64);

/// Which files the index and its journal are now.
fn file_ids(path: &Path) -> [Option<FileId>; 2] {
    [path.to_owned(), beside(path, "-wal")].map(|path| fs::metadata(path).ok().map(|meta| file_id(&meta)))
}

#[cfg(unix)]
fn file_id(meta: &fs::Metadata) -> FileId {
    use std::os::unix::fs::MetadataExt;
    (meta.dev(), meta.ino())
}

#[cfg(not(unix))]
fn file_id(_: &fs::Metadata) -> FileId {
    (0, 0)
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

/// Takes away the indexes of older versions; done when a new one is made, so that an older program keeps its own.
fn remove_older(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let rest = name.to_str().and_then(|name| name.strip_prefix(NAME.0));
        let Some((version, _)) = rest.and_then(|rest| rest.split_once(NAME.1)) else { continue };
        // The first ones had no number in their name.
        let number = version.strip_prefix('-').map_or_else(|| version.is_empty().then_some(0), |it| it.parse().ok());
        if number.is_some_and(|number: i64| number < VERSION) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Takes away the file of an index, with what stands beside it.
fn remove(path: &Path) -> Result<(), IndexError> {
    for end in ["", "-wal", "-shm"] {
        match fs::remove_file(beside(path, end)) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

fn is_broken(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
}

/// It has a folder of sessions, or it can't be told.
fn may_hold_sessions(folder: &Path) -> bool {
    match fs::metadata(folder.join("sessions")) {
        Ok(meta) => meta.is_dir(),
        Err(error) => !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory),
    }
}

/// The folders of the chains at `root`: the folder itself, or the folders in it that hold sessions.
pub fn chains(root: &Path) -> Vec<PathBuf> {
    if may_hold_sessions(root) {
        return vec![root.to_owned()];
    }
    let entries = match fs::read_dir(root) {
        Ok(entries) => entries,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Vec::new(),
        // A folder that can't be looked into is no empty one: reading it says why.
        Err(_) => return vec![root.to_owned()],
    };
    let mut folders: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.join("sessions").is_dir()).collect();
    folders.sort();
    folders
}
