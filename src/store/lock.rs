//! One writer at a time: a lock on a side file, which is never renamed (`reliability.md` fact 9).

use super::error::StoreError;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

/// The lock of a chain's folder, held as long as this lives.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Whether this program may write.
#[derive(Debug)]
pub enum Taken {
    /// Yes, until the lock is dropped.
    Ours(Lock),
    /// No: somebody else has the folder open, and says who.
    Theirs(String),
}

/// The name of the side file.
pub const NAME: &str = ".stuurgroep.lock";

/// Tries to take the lock of a folder, in the name of `who`.
pub fn take(folder: &Path, who: &str) -> Result<Taken, StoreError> {
    let path = folder.join(NAME);
    let io = |error| StoreError::io(&path, error);
    let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).map_err(io)?;
    match file.try_lock() {
        Ok(()) => {
            let write = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(who.as_bytes()));
            write.map_err(io)?;
            Ok(Taken::Ours(Lock { _file: file }))
        }
        Err(TryLockError::WouldBlock) => {
            let mut holder = String::new();
            let _ = file.take(1000).read_to_string(&mut holder);
            Ok(Taken::Theirs(holder))
        }
        Err(TryLockError::Error(error)) => Err(io(error)),
    }
}
