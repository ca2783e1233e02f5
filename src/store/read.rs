//! Reading a session file: regular, not too large, UTF-8, strict.

use super::error::{StoreError, Trouble};
use super::seal::Seal;
use super::{format, seal};
use crate::model::Session;
use crate::model::session::{Adoption, SCHEMA};
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

/// The largest file that is read.
pub(super) const LIMIT: u64 = 16 * 1024 * 1024;

/// A session as it stands on disk.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// What it holds.
    pub session: Session,
    /// How often the program wrote it; 0 for a file that it never wrote.
    pub revision: u32,
    /// What the seal says.
    pub seal: SealState,
    /// SHA-256 of the file, as `sha256sum` gives it.
    pub sha256: String,
    /// SHA-256 of the file without its seal.
    pub body: String,
    /// What the last line says, where it is a seal.
    pub says: Option<Seal>,
}

impl Loaded {
    /// This adopted another content than the file has now.
    pub fn is_altered(&self, adoption: &Adoption) -> bool {
        adoption.sha256 != self.sha256
    }
}

/// What the last line says of the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealState {
    /// As the program wrote it.
    Intact,
    /// Changed by hand since, and fine.
    EditedByHand,
    /// Never sealed: made by hand.
    Unsealed,
}

/// The bytes of a file that may be a session.
pub fn bytes(path: &Path) -> Result<Vec<u8>, StoreError> {
    let mut found = Vec::new();
    bytes_into(path, &mut found)?;
    Ok(found)
}

/// The same, into a buffer that is used again and again.
pub fn bytes_into(path: &Path, found: &mut Vec<u8>) -> Result<(), StoreError> {
    let io = |error| StoreError::io(path, error);
    let link = fs::symlink_metadata(path).map_err(io)?.is_symlink();
    let folder = path.parent().unwrap_or(Path::new("."));
    let inside = || Ok(fs::canonicalize(path)?.parent() == Some(fs::canonicalize(folder)?.as_path()));
    // A link out of the folder, a pipe or a device could hang the program or show what is not ours to show.
    let meta = fs::metadata(path).map_err(io)?;
    if !meta.is_file() || (link && !inside().map_err(io)?) {
        return Err(StoreError::new(path, Trouble::NotAFile));
    }
    // Room for all of it at once; how long it says it is, is not to be trusted beyond the limit.
    found.clear();
    found.reserve(usize::try_from(meta.len().min(LIMIT)).unwrap_or(0) + 1);
    File::open(path).and_then(|file| file.take(LIMIT + 1).read_to_end(found)).map_err(io)?;
    if found.len() as u64 > LIMIT {
        return Err(StoreError::new(path, Trouble::TooLarge));
    }
    Ok(())
}

/// A session from its file.
pub fn load(path: &Path) -> Result<Loaded, StoreError> {
    loaded(path, bytes(path)?)
}

/// A session from what the file at `path` holds.
pub fn loaded(path: &Path, bytes: Vec<u8>) -> Result<Loaded, StoreError> {
    let sha256 = seal::sha256(&bytes);
    let text = String::from_utf8(bytes)
        .map_err(|error| StoreError::new(path, Trouble::NotUtf8(error.utf8_error().valid_up_to())))?;
    // A newer program may write what this one takes for a mistake, and what it takes for granted.
    let newer = |schema| StoreError::new(path, Trouble::NewerSchema(schema));
    let session = match format::parse(&text) {
        Ok(session) if session.schema > SCHEMA => return Err(newer(session.schema)),
        Ok(session) => session,
        Err(error) => {
            let schema = format::schema_of(&text).filter(|schema| *schema > SCHEMA);
            return Err(schema.map_or_else(|| StoreError::syntax(path, error), newer));
        }
    };
    let (body, found) = seal::split(&text);
    let body = seal::sum(body);
    let state = match &found {
        None => SealState::Unsealed,
        Some(seal) if seal.sha256 == body => SealState::Intact,
        Some(_) => SealState::EditedByHand,
    };
    let revision = found.as_ref().map_or(0, |seal| seal.revision);
    Ok(Loaded { session, revision, seal: state, sha256, body, says: found })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_link_out_of_the_folder_is_not_read_even_where_it_leads_to_a_session() {
        let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let name = "0004-2026-12-10.ron";
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions").join(name);
        fs::copy(&sample, elsewhere.path().join(name)).unwrap();
        fs::copy(&sample, folder.path().join("within.ron")).unwrap();
        let path = folder.path().join(name);
        symlink(elsewhere.path().join(name), &path).unwrap();
        assert!(matches!(load(&path), Err(StoreError { trouble: Trouble::NotAFile, .. })));
        fs::remove_file(&path).unwrap();
        symlink("within.ron", &path).unwrap();
        assert!(load(&path).is_ok());
    }
}
