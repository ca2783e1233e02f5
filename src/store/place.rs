//! Where a session lives: one folder, held open, and the name of a file in it.
//!
//! Made once, when the session is opened, from the folder's full name. From then on only names of files are compared and
//! never paths as somebody typed them: two spellings of one folder are one place.

use super::dir::{Dir, Renamed};
use super::error::{StoreError, Trouble};
use super::folder::Folder;
use super::write::file_name;
use crate::model::Session;
use std::path::{Path, PathBuf};

/// The folder of the sessions in the folder of a chain.
const SESSIONS: &str = "sessions";

/// Where a session lives.
#[derive(Debug)]
pub struct Place {
    /// The folder of the chain, so that it is found when it is called otherwise meanwhile.
    chain: Dir,
    sessions: PathBuf,
    name: String,
}

impl Place {
    /// The place of a file in this folder.
    pub fn of(folder: &Folder, path: &Path) -> Result<Self, StoreError> {
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.ok_or_else(|| StoreError::new(path, Trouble::NotAFile))?;
        Self::named(folder, name)
    }

    /// The place of a file that has this name, or is to have it.
    pub fn named(folder: &Folder, name: &str) -> Result<Self, StoreError> {
        Ok(Self { chain: Dir::open(folder.root())?, sessions: folder.sessions(), name: name.to_owned() })
    }

    /// The name of the file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole path of the file.
    pub fn path(&self) -> PathBuf {
        self.sessions.join(&self.name)
    }

    /// The folder of the sessions, for one piece of work in it. Where the path leads nowhere any more because the folder of
    /// the chain was given another name, it is the one that was opened.
    pub fn dir(&self) -> Result<Dir, StoreError> {
        match Dir::open(&self.sessions) {
            Err(error) if error.is_not_there() => self.chain.within(SESSIONS),
            other => other,
        }
    }

    /// Gives the file the name that the session has now, in one step, where that is another: its date was changed.
    /// Nothing is removed, and a file that has that name already is never replaced.
    pub fn follow(&mut self, dir: &Dir, session: &Session) -> Result<(), StoreError> {
        let name = file_name(session);
        if name == self.name {
            return Ok(());
        }
        match dir.rename(&self.name, &name)? {
            Renamed::Yes => {
                dir.sync()?;
            }
            Renamed::Taken => return Err(StoreError::new(&dir.path(&name), Trouble::NameTaken)),
            // Whoever took the old one away is told of it by the save that comes now.
            Renamed::Missing | Renamed::NotOffered => {}
        }
        self.name = name;
        Ok(())
    }
}
