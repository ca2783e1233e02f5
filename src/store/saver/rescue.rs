//! Work that could not be written where it belongs, kept on this machine. Each run of the program keeps its own, so that no
//! later one takes the place of an earlier; it goes when it is in the file, and never before.

use super::StoreError;
use crate::model::Session;
use crate::store::read::{self, Loaded};
use crate::store::seal::Stamp;
use crate::store::state::{SessionState, paths_in, remove};
use crate::store::write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// How the names begin and end.
const BEGIN: &str = "rescue";
const END: &str = ".ron";

/// What an earlier run kept.
pub(super) struct Earlier {
    /// Where it stands.
    pub path: PathBuf,
    /// What it holds; the error where it can't be read.
    pub content: Result<Loaded, StoreError>,
}

/// Where one run keeps what it can't write, and what that is made from. Copies of it are one and the same.
#[derive(Debug, Clone)]
pub(super) struct Rescue {
    state: SessionState,
    name: String,
    stamp: Arc<Mutex<Stamp>>,
}

impl Rescue {
    /// Of this run.
    pub fn new(state: SessionState, stamp: Stamp) -> Self {
        Self { state, name: format!("{BEGIN}-{:016x}{END}", fastrand::u64(..)), stamp: Arc::new(Mutex::new(stamp)) }
    }

    /// What is written from now on is made from another revision.
    pub fn follows(&self, stamp: Stamp) {
        *self.stamp.lock().unwrap_or_else(PoisonError::into_inner) = stamp;
    }

    /// Keeps a state, in the place of what this run kept before.
    pub fn keep(&self, session: &Session) -> Result<PathBuf, StoreError> {
        let stamp = self.stamp.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let text = write::text(&self.path(), session, &stamp)?;
        self.state.write(&self.name, text.as_bytes())
    }

    /// What this run kept is in the file, or is not needed; true where nothing is left of it.
    pub fn forget(&self) -> bool {
        forget(&self.path())
    }

    fn path(&self) -> PathBuf {
        self.state.folder().join(&self.name)
    }

    /// What earlier runs kept.
    pub fn earlier(&self) -> Result<Vec<Earlier>, StoreError> {
        let mut paths = paths_in(self.state.folder())?;
        paths.retain(|path| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            name.starts_with(BEGIN) && name.ends_with(END) && name != self.name
        });
        Ok(paths.into_iter().map(|path| Earlier { content: read::load(&path), path }).collect())
    }
}

/// Takes away what is in the file. What can't be taken away is looked at again at the next start, and known then.
pub(super) fn forget(path: &Path) -> bool {
    remove(path).is_ok()
}
