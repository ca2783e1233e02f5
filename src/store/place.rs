//! Where a session lives: one folder and the name of a file in it.
//!
//! Made once, when the session is opened, from the folder's full name. From then on only names of files are compared and
//! never paths as somebody typed them: two spellings of one folder are one place.

use super::archive::Folder;
use super::error::StoreError;
use super::write::file_name;
use crate::model::Session;
use rustix::fs::{CWD, RenameFlags, renameat_with};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// Where a session lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    sessions: PathBuf,
    name: PathBuf,
}

impl Place {
    /// The place of a file that was read from this folder.
    pub fn of(folder: &Folder, path: &Path) -> Self {
        Self { sessions: folder.sessions(), name: path.file_name().map_or_else(|| path.to_owned(), PathBuf::from) }
    }

    /// The whole path of the file.
    pub fn path(&self) -> PathBuf {
        self.sessions.join(&self.name)
    }

    /// Gives the file the name that the session has now, in one step, where that is another: its date was changed.
    /// Nothing is removed, and a file that has that name already is never replaced.
    pub fn follow(&mut self, session: &Session) -> Result<(), StoreError> {
        let name = PathBuf::from(file_name(session));
        if name == self.name {
            return Ok(());
        }
        let (old, new) = (self.path(), self.sessions.join(&name));
        match renameat_with(CWD, &old, CWD, &new, RenameFlags::NOREPLACE) {
            Ok(()) => File::open(&self.sessions)
                .and_then(|folder| folder.sync_all())
                .map_err(|error| StoreError::io(&self.sessions, error))?,
            // Whoever took the old one away is told of it by the save that comes now.
            Err(rustix::io::Errno::NOENT) => {}
            Err(error) => return Err(StoreError::io(&new, io::Error::from(error))),
        }
        self.name = name;
        Ok(())
    }
}
