//! The session files of chains, as their folders show them, and what stands in them.

use super::digest::{Digest, digest};
use crate::model::Session;
use crate::model::session::SCHEMA;
use crate::store::format::Reader;
use crate::store::seal::sha256;
use crate::store::{StoreError, names, read};
use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::ErrorKind;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

/// A session file as the folder shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seen {
    /// Its name as people read it.
    pub name: String,
    /// Its name as the disk has it, which may be no text.
    pub file: OsString,
    pub size: i64,
    pub changed: i64,
    pub number: u32,
}

/// A session file that was read.
pub(super) struct Read {
    /// SHA-256 of the file: tells two contents apart, and whether an adopted report is still what was adopted.
    pub sha256: String,
    /// What it holds, or why it can't be read.
    pub content: Result<Digest, String>,
}

/// What a folder shows of its sessions.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// The session files, by number.
    pub files: Vec<Seen>,
    /// Their names, sizes and times as one hash.
    pub hash: String,
}

/// The number at the start of a file name; 0 where there is none.
pub(super) fn number_of(name: &str) -> u32 {
    name.split('-').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// The session files of a folder, by number. A folder that can't be read is not an empty one.
fn scan(folder: &Path) -> Result<Listing, StoreError> {
    let sessions = folder.join("sessions");
    let entries = match fs::read_dir(&sessions) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Listing::of(Vec::new())),
        Err(error) => return Err(StoreError::io(&sessions, error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| StoreError::io(&sessions, error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') && name.ends_with(".ron") {
            found.push((name, entry));
        }
    }
    // A copy beside a session is no meeting of its own. Where all have their own names nothing has to be sorted out.
    if found.iter().any(|(name, _)| names::canonical(name).is_none()) {
        let sorted = names::sort(found.iter().map(|(name, _)| name.clone()));
        let sessions: HashSet<String> = sorted.sessions.into_iter().collect();
        found.retain(|(name, _)| sessions.contains(name));
    }
    let mut seen = Vec::with_capacity(found.len());
    for (name, entry) in found {
        let (size, changed) = stamp(&entry);
        seen.push(Seen { number: number_of(&name), file: entry.file_name(), name, size, changed });
    }
    seen.sort_by(|one, other| (one.number, &one.name).cmp(&(other.number, &other.name)));
    Ok(Listing::of(seen))
}

impl Listing {
    fn of(files: Vec<Seen>) -> Self {
        // No name holds a zero byte, so that no two lists give the same bytes.
        let mut bytes = Vec::with_capacity(files.len() * 48);
        for seen in &files {
            bytes.extend_from_slice(seen.file.as_encoded_bytes());
            bytes.push(0);
            bytes.extend_from_slice(&seen.size.to_le_bytes());
            bytes.extend_from_slice(&seen.changed.to_le_bytes());
        }
        Self { hash: sha256(&bytes), files }
    }
}

/// What every folder holds, in their order; looked at on all cores, as asking the system takes longest.
pub(super) fn scan_all(folders: &[PathBuf]) -> Vec<Result<Listing, StoreError>> {
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let share = folders.len().div_ceil(workers).max(1);
    thread::scope(|scope| {
        let parts = folders.chunks(share);
        let parts: Vec<_> =
            parts.map(|part| scope.spawn(|| part.iter().map(|one| scan(one)).collect::<Vec<_>>())).collect();
        parts.into_iter().flat_map(|part| part.join().unwrap_or_default()).collect()
    })
}

/// Size and time of a file; of one that does not tell, reading it will.
fn stamp(entry: &fs::DirEntry) -> (i64, i64) {
    let Ok(meta) = entry.metadata() else { return (0, 0) };
    (i64::try_from(meta.len()).unwrap_or(i64::MAX), changed(&meta))
}

/// The last change of a file in any way: one that may be read again has the same content and the same time of writing.
#[cfg(unix)]
fn changed(meta: &fs::Metadata) -> i64 {
    use std::os::unix::fs::MetadataExt;
    meta.ctime().saturating_mul(1_000_000_000).saturating_add(meta.ctime_nsec())
}

#[cfg(not(unix))]
fn changed(meta: &fs::Metadata) -> i64 {
    let since = meta.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    since.and_then(|since| i64::try_from(since.as_nanos()).ok()).unwrap_or(0)
}

/// Reads one session file.
pub(super) fn read(folder: &Path, name: &OsStr, reader: &mut Reader) -> Read {
    let path = folder.join("sessions").join(name);
    let mut bytes = reader.room();
    if read::bytes_into(&path, &mut bytes).is_err() {
        bytes.clear();
    }
    let sha256 = sha256(&bytes);
    let session: Option<&Session> = String::from_utf8(bytes).ok().and_then(|text| reader.read(text).ok());
    // What a newer program wrote is for that.
    let session = session.filter(|session| session.schema <= SCHEMA);
    let content = match session {
        Some(session) => Ok(digest(session)),
        // The slow way says in full why it can't be read.
        None => Err(read::load(&path)
            .err()
            .map_or_else(String::new, |error| serde_json::to_string(&error.reason()).unwrap_or_default())),
    };
    Read { sha256, content }
}
