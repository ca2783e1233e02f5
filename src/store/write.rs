//! Writing a session file, so that at every moment the old or the new one is whole on disk.

use super::error::{StoreError, Trouble};
use super::{format, read, seal};
use crate::model::Session;
use atomic_write_file::AtomicWriteFile;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What stands on disk after a save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Its revision.
    pub revision: u32,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Where a version that somebody else wrote in the meantime was put aside.
    pub set_aside: Option<PathBuf>,
}

/// The name of a session's file: `0004-2026-12-10.ron`.
pub fn file_name(session: &Session) -> String {
    format!("{:04}-{}.ron", session.number, session.date)
}

/// The sealed text of a session, read back and compared before it is trusted (`reliability.md` fact 6).
pub fn text(path: &Path, session: &Session, revision: u32) -> Result<String, StoreError> {
    let unfaithful = || StoreError::new(path, Trouble::NotFaithful);
    let body = format::render(session).map_err(|_| unfaithful())?;
    let same = format::parse(&body).is_ok_and(|back| back == *session);
    if same { Ok(seal::sealed(&body, revision)) } else { Err(unfaithful()) }
}

/// Writes `session` over what this program last knew to stand there (`base`, a hash; none for a new file).
///
/// What somebody else wrote in the meantime is put aside under a name that begins with a dot, never overwritten.
pub fn save(path: &Path, session: &Session, revision: u32, base: Option<&str>) -> Result<Saved, StoreError> {
    let io = |error| StoreError::io(path, error);
    let text = text(path, session, revision)?;
    let set_aside = set_aside(path, revision, base)?;
    let mut file = AtomicWriteFile::open(path).map_err(io)?;
    file.write_all(text.as_bytes()).map_err(io)?;
    file.commit().map_err(io)?;
    Ok(Saved { revision, sha256: seal::sha256(text.as_bytes()), set_aside })
}

fn set_aside(path: &Path, revision: u32, base: Option<&str>) -> Result<Option<PathBuf>, StoreError> {
    if !path.exists() {
        return Ok(None);
    }
    let there = seal::sha256(&read::bytes(path)?);
    if base == Some(there.as_str()) {
        return Ok(None);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let aside = path.with_file_name(format!(".{name}.outside-{revision}-{}", &there[..8]));
    fs::copy(path, &aside).map_err(|error| StoreError::io(&aside, error))?;
    Ok(Some(aside))
}
