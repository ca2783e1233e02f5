//! One writer at a time: a lock on a side file that is never renamed. A save puts another file under the name of the
//! session, and a lock on that would stay with the file that went.
//!
//! The lock of the system counts on one machine; between machines that share a folder it may not. So the file also says who
//! holds it, and is touched while that is so: a fresh mark of another machine is respected. And where all of that fails, the
//! hashes of the files still tell that somebody else writes.

use super::error::StoreError;
use crate::faults::{self, Point};
use rustix::fs::OFlags;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The lock of a chain's folder, held as long as this lives.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    who: String,
    machine: String,
    file: Mutex<File>,
}

/// Whether this program may write.
#[derive(Debug)]
pub enum Taken {
    /// Yes, until the lock is dropped.
    Ours(Lock),
    /// Yes, but this file system knows no locks: only the hashes tell whether somebody else writes too.
    Unguarded,
    /// No: somebody else has the folder open, and says who.
    Theirs(String),
}

/// How the lock is while it is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// As it was taken.
    Still,
    /// The file had gone, and was made anew.
    Again,
    /// The file had gone, and somebody else has the one that stands there now.
    Lost(String),
}

/// The name of the side file.
pub const NAME: &str = ".stuurgroep.lock";
/// The mark of another machine counts so long after it was touched last.
const FRESH: Duration = Duration::from_secs(60);
/// Signs in the name of a machine.
const MACHINE: usize = 8;
/// More than that is no mark of ours.
const MARK: u64 = 1000;

fn open(path: &Path) -> io::Result<File> {
    // A link that somebody planted must not make this program write elsewhere.
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
    let flags = i32::try_from(flags.bits()).map_err(io::Error::other)?;
    let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).custom_flags(flags).open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::ErrorKind::IsADirectory.into()) }
}

/// What the system says when it has no locks for this folder.
fn knows_no_locks(error: &io::Error) -> bool {
    use rustix::io::Errno;
    let code = Errno::from_io_error(error);
    code.is_some_and(|code| [Errno::NOLCK, Errno::NOTSUP, Errno::OPNOTSUPP, Errno::NOSYS, Errno::INVAL].contains(&code))
}

enum Tried {
    Free,
    Busy,
    None,
}

fn try_lock(file: &File) -> io::Result<Tried> {
    loop {
        let tried = match faults::at(Point::Lock) {
            Ok(()) => file.try_lock(),
            Err(error) => Err(TryLockError::Error(error)),
        };
        return match tried {
            Ok(()) => Ok(Tried::Free),
            Err(TryLockError::WouldBlock) => Ok(Tried::Busy),
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(TryLockError::Error(error)) if knows_no_locks(&error) => Ok(Tried::None),
            Err(TryLockError::Error(error)) => Err(error),
        };
    }
}

/// Who holds the lock by what the file says: the name of the machine, a blank, and words for people.
fn mark(file: &mut File) -> io::Result<(String, String)> {
    let mut text = String::new();
    file.rewind()?;
    // What somebody else put there need not be text.
    let mut bytes = Vec::new();
    file.take(MARK).read_to_end(&mut bytes)?;
    text.push_str(&String::from_utf8_lossy(&bytes));
    let is_machine = |word: &str| word.len() == MACHINE && word.bytes().all(|sign| sign.is_ascii_hexdigit());
    let signed = text.split_once(' ').filter(|(word, _)| is_machine(word));
    let (machine, who) = signed.unwrap_or(("", &text));
    Ok((machine.to_owned(), who.trim().to_owned()))
}

/// The mark of another machine was written a moment ago. Both times come from one clock, that of whoever keeps the files.
fn is_fresh(file: &mut File) -> io::Result<bool> {
    let before = file.metadata()?;
    let mut text = Vec::new();
    file.rewind()?;
    (&mut *file).take(MARK).read_to_end(&mut text)?;
    file.rewind()?;
    file.write_all(&text)?;
    let age = file.metadata()?.mtime().saturating_sub(before.mtime());
    // It is as old as it was: only whoever holds it makes it younger.
    file.set_modified(before.modified()?)?;
    Ok(u64::try_from(age).is_ok_and(|age| age < FRESH.as_secs()))
}

/// Tries to take the lock of a folder, in the name of `who` on a machine.
pub fn take(folder: &Path, who: &str, machine: &str) -> Result<Taken, StoreError> {
    let path = folder.join(NAME);
    let trouble = |error| StoreError::io(&path, error);
    let mut file = open(&path).map_err(trouble)?;
    let tried = try_lock(&file).map_err(trouble)?;
    let (other, holder) = mark(&mut file).map_err(trouble)?;
    if matches!(tried, Tried::Busy) {
        return Ok(Taken::Theirs(holder));
    }
    let is_theirs = !other.is_empty() && other != machine && !holder.is_empty();
    if is_theirs && is_fresh(&mut file).map_err(trouble)? {
        return Ok(Taken::Theirs(holder));
    }
    let lock = Lock { path: path.clone(), who: who.to_owned(), machine: machine.to_owned(), file: Mutex::new(file) };
    match lock.sign() {
        Ok(()) => {}
        // The lock holds without a mark too.
        Err(error) if matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) => {}
        Err(error) => return Err(trouble(error)),
    }
    Ok(if matches!(tried, Tried::None) { Taken::Unguarded } else { Taken::Ours(lock) })
}

impl Lock {
    fn file(&self) -> MutexGuard<'_, File> {
        // A thread that panicked with it in its hands has changed nothing about the file.
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says who holds it; its time says since when that is known.
    fn sign(&self) -> io::Result<()> {
        let mut file = self.file();
        file.set_len(0)?;
        file.rewind()?;
        file.write_all(format!("{} {}", self.machine, self.who).as_bytes())
    }

    /// Looks whether the file is still the one that is locked, and says again who holds it. One that went is made anew.
    pub fn renew(&self) -> Result<Held, StoreError> {
        let trouble = |error| StoreError::io(&self.path, error);
        let ours = self.file().metadata().map_err(trouble)?;
        match std::fs::symlink_metadata(&self.path) {
            Ok(there) if (there.dev(), there.ino()) == (ours.dev(), ours.ino()) => {
                self.sign().map_err(trouble)?;
                return Ok(Held::Still);
            }
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(trouble(error)),
        }
        let mut file = open(&self.path).map_err(trouble)?;
        match try_lock(&file).map_err(trouble)? {
            Tried::Busy => Ok(Held::Lost(mark(&mut file).map_err(trouble)?.1)),
            Tried::Free | Tried::None => {
                *self.file() = file;
                self.sign().map_err(trouble)?;
                Ok(Held::Again)
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // An empty file says that nobody holds it. Where that can't be written, the mark grows old by itself.
        let ours = self.file().metadata().map(|meta| (meta.dev(), meta.ino()));
        let there = std::fs::symlink_metadata(&self.path).map(|meta| (meta.dev(), meta.ino()));
        if matches!((ours, there), (Ok(ours), Ok(there)) if ours == there) {
            match self.file().set_len(0) {
                Ok(()) | Err(_) => {}
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::fs;

    fn theirs(taken: Taken) -> String {
        match taken {
            Taken::Theirs(who) => who,
            Taken::Ours(_) | Taken::Unguarded => panic!("it should be somebody else's"),
        }
    }

    fn ours(taken: Taken) -> Lock {
        match taken {
            Taken::Ours(lock) => lock,
            Taken::Theirs(_) | Taken::Unguarded => panic!("it should be ours"),
        }
    }

    #[test]
    fn one_at_a_time_and_the_other_is_told_who() {
        let folder = tempfile::tempdir().unwrap();
        let lock = ours(take(folder.path(), "jan@hier", "aaaaaaaa").unwrap());
        assert_eq!(theirs(take(folder.path(), "piet@hier", "aaaaaaaa").unwrap()), "jan@hier");
        drop(lock);
        ours(take(folder.path(), "piet@hier", "aaaaaaaa").unwrap());
    }

    #[test]
    fn a_fresh_mark_of_another_machine_is_respected_and_an_old_one_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(NAME);
        fs::write(&path, "bbbbbbbb piet@daar").unwrap();
        assert_eq!(theirs(take(folder.path(), "jan@hier", "aaaaaaaa").unwrap()), "piet@daar");
        assert_eq!(fs::read_to_string(&path).unwrap(), "bbbbbbbb piet@daar");
        let old = std::time::SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
        File::options().write(true).open(&path).unwrap().set_modified(old).unwrap();
        ours(take(folder.path(), "jan@hier", "aaaaaaaa").unwrap());
    }

    #[test]
    fn a_lock_that_goes_is_made_anew_and_one_that_somebody_else_took_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(NAME);
        let lock = ours(take(folder.path(), "jan@hier", "aaaaaaaa").unwrap());
        assert_eq!(lock.renew().unwrap(), Held::Still);
        fs::remove_file(&path).unwrap();
        assert_eq!(lock.renew().unwrap(), Held::Again);
        fs::remove_file(&path).unwrap();
        let other = ours(take(folder.path(), "piet@hier", "aaaaaaaa").unwrap());
        assert_eq!(lock.renew().unwrap(), Held::Lost("piet@hier".to_owned()));
        drop(lock);
        assert_eq!(fs::read_to_string(&path).unwrap(), "aaaaaaaa piet@hier", "the mark of the other stays");
        drop(other);
    }

    #[test]
    fn a_planted_link_is_not_written_through() {
        let folder = tempfile::tempdir().unwrap();
        let victim = folder.path().join("victim");
        fs::write(&victim, "van een ander").unwrap();
        std::os::unix::fs::symlink(&victim, folder.path().join(NAME)).unwrap();
        assert!(take(folder.path(), "jan@hier", "aaaaaaaa").is_err());
        assert_eq!(fs::read_to_string(&victim).unwrap(), "van een ander");
    }

    #[test]
    fn a_pipe_is_no_lock() {
        let folder = tempfile::tempdir().unwrap();
        let mode = rustix::fs::Mode::from_raw_mode(0o600);
        let path = folder.path().join(NAME);
        rustix::fs::mknodat(rustix::fs::CWD, &path, rustix::fs::FileType::Fifo, mode, 0).unwrap();
        assert!(take(folder.path(), "jan@hier", "aaaaaaaa").is_err());
    }

    #[test]
    fn who_holds_the_lock_makes_its_mark_younger_and_who_only_looks_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(NAME);
        let since = || fs::metadata(&path).unwrap().modified().unwrap();
        let set = |ago: u64| {
            let before = std::time::SystemTime::now() - Duration::from_secs(ago);
            File::options().write(true).open(&path).unwrap().set_modified(before).unwrap();
        };
        fs::write(&path, "bbbbbbbb piet@daar").unwrap();
        set(30);
        let before = since();
        assert_eq!(theirs(take(folder.path(), "jan@hier", "aaaaaaaa").unwrap()), "piet@daar");
        assert_eq!(since(), before);
        fs::remove_file(&path).unwrap();
        let lock = ours(take(folder.path(), "jan@hier", "aaaaaaaa").unwrap());
        set(30);
        let before = since();
        assert_eq!(lock.renew().unwrap(), Held::Still);
        assert!(since() > before);
    }
}
