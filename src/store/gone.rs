//! The newest meeting that was on this machine, and whose file is gone from the folder: it is never taken for one that was
//! never planned.

use super::error::StoreError;
use super::folder::Folder;
use super::history::{History, Revision};
use super::names;
use super::place::Place;
use super::state::StateFolder;
use super::write::file_name;
use crate::model::Session;
use std::path::PathBuf;

/// A meeting without its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// Its number.
    pub number: u32,
    /// The last revision of it that can be read.
    pub last: Revision,
}

/// The meeting after the newest in the folder, where this machine has it among its earlier revisions. An error where those
/// are there and can't be read.
pub fn after_newest(folder: &Folder, state: &StateFolder) -> Result<Option<Gone>, StoreError> {
    let Some(newest) = folder.newest()? else { return Ok(None) };
    let Some(number) = newest.checked_add(1) else { return Ok(None) };
    if folder.names()?.sessions.iter().any(|name| names::means(name) == Some(number)) {
        return Ok(None);
    }
    let history = History::of(&state.of_session(folder.root(), number));
    let before = folder.find(newest)?;
    // Another chain may have stood here under the same name of a folder.
    let is_of_this = |session: &Session| {
        let follows = session.adopts.as_ref().is_some_and(|adoption| adoption.file == before.name());
        session.number == number
            && (follows || before.session().is_none_or(|before| before.chain.name == session.chain.name))
    };
    let mut trouble = None;
    for last in history.list()?.into_iter().rev() {
        match history.load(&last) {
            Ok(loaded) => return Ok(is_of_this(&loaded.session).then_some(Gone { number, last })),
            Err(error) => trouble = trouble.or(Some(error)),
        }
    }
    trouble.map_or(Ok(None), Err)
}

/// Writes the last revision of a meeting as its file again.
pub fn put_back(folder: &Folder, gone: &Gone) -> Result<PathBuf, StoreError> {
    let loaded = super::read::load(&gone.last.path)?;
    let mut place = Place::named(folder, &file_name(&loaded.session))?;
    folder.write_after(&mut place, &loaded.session, &loaded)
}
