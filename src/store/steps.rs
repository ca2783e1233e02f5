//! What undo goes back to, over restarts: earlier states of a session by the hash of their text, and their order.
//!
//! They are offered only when what stands on disk is one of them: what somebody else changed in between is never undone.

use super::drafts::unreadable;
use super::error::{StoreError, Trouble};
use super::seal::sha256;
use super::state::{SessionState, replace_private};
use super::{format, read};
use crate::model::Session;
use crate::model::session::LastNumber;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// So many steps can be undone.
pub const STEPS: usize = 100;
/// More than this is not kept of one session, in bytes: the oldest steps go first.
const LARGEST: u64 = 64 << 20;
/// The version of the order.
const VERSION: u32 = 1;
const FOLDER: &str = "steps";
const ORDER: &str = "order.json";

/// A state of the session: in memory, on disk, or both.
#[derive(Debug, Default)]
pub struct Past {
    session: OnceLock<Session>,
    kept: OnceLock<Kept>,
}

/// Where a state stands on disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    /// SHA-256 of its text, in hex; the name of its file.
    hash: String,
    /// The length of that text in bytes.
    size: u64,
}

impl Past {
    /// A state in memory.
    pub fn of(session: Session) -> Arc<Self> {
        Arc::new(Self { session: OnceLock::from(session), kept: OnceLock::new() })
    }

    fn on_disk(kept: Kept) -> Arc<Self> {
        Arc::new(Self { session: OnceLock::new(), kept: OnceLock::from(kept) })
    }

    /// It was made before this program was started.
    pub fn is_from_before(&self) -> bool {
        self.session.get().is_none()
    }

    /// The session as it was then; read from disk where it is from before this program was started.
    pub fn session(&self, place: Option<&SessionState>) -> Result<Session, StoreError> {
        match (self.session.get(), self.kept.get(), place) {
            (Some(session), _, _) => Ok(session.clone()),
            (None, Some(kept), Some(place)) => kept.read(place),
            // A state is made with the one or read with the other.
            (None, _, _) => Err(StoreError::new(Path::new(FOLDER), Trouble::NotFaithful)),
        }
    }

    fn write(&self, place: &SessionState, folder: &Path) -> Result<Kept, StoreError> {
        if let Some(kept) = self.kept.get() {
            return Ok(kept.clone());
        }
        let session = self.session(Some(place))?;
        let text = text(&session)?;
        let kept = Kept { hash: sha256(text.as_bytes()), size: text.len() as u64 };
        let path = kept.path(folder);
        match fs::symlink_metadata(&path) {
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => {
                replace_private(folder, &kept.name(), text.as_bytes(), false)?;
            }
            Err(error) => return Err(StoreError::io(&path, error)),
        }
        Ok(self.kept.get_or_init(|| kept).clone())
    }
}

impl Kept {
    fn name(&self) -> String {
        format!("{}.ron", self.hash)
    }

    fn path(&self, folder: &Path) -> PathBuf {
        folder.join(self.name())
    }

    fn read(&self, place: &SessionState) -> Result<Session, StoreError> {
        let path = self.path(&place.folder().join(FOLDER));
        let bytes = read::bytes(&path)?;
        let unfaithful = || StoreError::new(&path, Trouble::NotFaithful);
        if sha256(&bytes) != self.hash {
            return Err(unfaithful());
        }
        let text = String::from_utf8(bytes).map_err(|_| unfaithful())?;
        format::parse(&text).map_err(|_| unfaithful())
    }
}

fn text(session: &Session) -> Result<String, StoreError> {
    format::render(session).map_err(|_| StoreError::new(Path::new(FOLDER), Trouble::NotFaithful))
}

/// SHA-256 of a session's text without its seal, in hex.
pub fn hash(session: &Session) -> Result<String, StoreError> {
    Ok(sha256(text(session)?.as_bytes()))
}

/// Where a session came from and where it can go again.
#[derive(Debug, Clone)]
pub struct Steps {
    /// What undo goes back to, the nearest last.
    pub undo: Vec<Arc<Past>>,
    /// The state between them.
    pub now: Arc<Past>,
    /// What redo goes on to, the nearest last.
    pub redo: Vec<Arc<Past>>,
    /// The highest numbers that anybody saw, of records that are gone too.
    pub seen: Vec<LastNumber>,
}

/// The order of the states, as it stands on disk.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Order {
    version: u32,
    undo: Vec<Kept>,
    now: Kept,
    redo: Vec<Kept>,
    seen: Vec<LastNumber>,
}

/// Writes the states that are not on disk yet, then their order; what nothing leads to any more goes.
pub(super) fn write(place: &SessionState, steps: &Steps) -> Result<(), StoreError> {
    let folder = place.make(FOLDER)?;
    let now = steps.now.write(place, &folder)?;
    let mut room = LARGEST.saturating_sub(now.size);
    // From the nearest on, as far as there is room.
    let mut nearest = |states: &[Arc<Past>]| -> Result<Vec<Kept>, StoreError> {
        let mut kept = Vec::new();
        for past in states.iter().rev() {
            let found = past.write(place, &folder)?;
            match room.checked_sub(found.size) {
                Some(left) => room = left,
                None => break,
            }
            kept.push(found);
        }
        kept.reverse();
        Ok(kept)
    };
    let (undo, redo) = (nearest(&steps.undo)?, nearest(&steps.redo)?);
    let order = Order { version: VERSION, undo, now, redo, seen: steps.seen.clone() };
    let path = folder.join(ORDER);
    let text = serde_json::to_vec(&order).map_err(|_| StoreError::new(&path, Trouble::NotFaithful))?;
    replace_private(&folder, ORDER, &text, false)?;
    clear(&folder, &order)
}

fn clear(folder: &Path, order: &Order) -> Result<(), StoreError> {
    let all = order.undo.iter().chain([&order.now]).chain(&order.redo);
    let names: HashSet<String> = all.map(Kept::name).chain([ORDER.to_owned()]).collect();
    let io = |error| StoreError::io(folder, error);
    for entry in fs::read_dir(folder).map_err(io)? {
        let entry = entry.map_err(io)?;
        if !names.contains(&*entry.file_name().to_string_lossy()) {
            let path = entry.path();
            fs::remove_file(&path).map_err(|error| StoreError::io(&path, error))?;
        }
    }
    Ok(())
}

/// What is known of the steps of a session.
#[derive(Debug, Default)]
pub struct Known {
    /// The highest numbers that anybody saw.
    pub seen: Vec<LastNumber>,
    /// The hashes of all states, and the one that stands on disk now.
    hashes: Vec<String>,
    /// The last state before the one that stands on disk.
    before: Option<Arc<Past>>,
    /// What undo goes back to from there, the nearest last.
    pub undo: Vec<Arc<Past>>,
    /// What redo goes on to from there, the nearest last.
    pub redo: Vec<Arc<Past>>,
}

impl Known {
    /// These words came on record since the state before: as often as they stood there already does not count. Whoever is
    /// stopped between the two finds words that are on disk and not marked so.
    pub fn brought(&self, words: &str, place: &SessionState, on_disk: &Session) -> Result<bool, StoreError> {
        let Some(before) = &self.before else { return Ok(false) };
        Ok(times(words, on_disk)? > times(words, &before.session(Some(place))?)?)
    }

    /// A state of this hash is what stands on disk, or comes before it.
    pub fn leads_from(&self, hash: &str) -> bool {
        self.hashes.iter().any(|known| known == hash)
    }
}

/// How often words stand in the text of a session, as a whole text between quotes.
fn times(words: &str, session: &Session) -> Result<usize, StoreError> {
    let quoted = ron::to_string(words.trim());
    let quoted = quoted.map_err(|_| StoreError::new(Path::new(FOLDER), Trouble::NotFaithful))?;
    Ok(text(session)?.matches(&quoted).count())
}

/// The steps around what stands on disk now. Where that is none of the states, none is offered; where the program ended
/// before the last ones were recorded, they can be done again.
pub fn load(place: &SessionState, on_disk: &Session) -> Result<Known, StoreError> {
    let path = place.folder().join(FOLDER).join(ORDER);
    let here = hash(on_disk)?;
    let alone = Known { hashes: vec![here.clone()], ..Known::default() };
    match fs::symlink_metadata(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(alone),
        found => found.map_err(|error| StoreError::io(&path, error))?,
    };
    let order: Order = serde_json::from_slice(&read::bytes(&path)?).map_err(|error| unreadable(&path, &error))?;
    if order.version != VERSION {
        return Err(StoreError::new(&path, Trouble::NewerSchema(order.version)));
    }
    let Order { version: _, undo, now, redo, seen } = order;
    let last = now.clone();
    let all: Vec<Kept> = undo.into_iter().chain([now]).chain(redo.into_iter().rev()).collect();
    let Some(place) = all.iter().rposition(|kept| kept.hash == here) else {
        return Ok(Known { seen, before: Some(Past::on_disk(last)), ..alone });
    };
    let hashes = all[..=place].iter().map(|kept| kept.hash.clone()).collect();
    let states: Vec<Arc<Past>> = all.into_iter().map(Past::on_disk).collect();
    let (before, after) = (states[..place].to_vec(), states[place + 1..].iter().rev().cloned().collect());
    Ok(Known { seen, hashes, before: before.last().cloned(), undo: before, redo: after })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::store::state::StateFolder;

    #[test]
    fn the_order_of_a_newer_program_is_refused() {
        let home = tempfile::tempdir().unwrap();
        let place = StateFolder::at(home.path()).of_session(Path::new("/ergens/kompas"), 4);
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/0004-2026-12-10.ron");
        let session = read::load(&sample).unwrap().session;
        let now = Past::of(session.clone());
        write(&place, &Steps { undo: Vec::new(), now, redo: Vec::new(), seen: Vec::new() }).unwrap();
        assert!(load(&place, &session).is_ok());
        let path = place.folder().join(FOLDER).join(ORDER);
        let text = fs::read_to_string(&path).unwrap().replacen("\"version\":1", "\"version\":2", 1);
        fs::write(&path, text).unwrap();
        let error = load(&place, &session).unwrap_err();
        assert!(matches!(error.trouble, Trouble::NewerSchema(2)), "{error:?}");
    }

    #[test]
    fn a_state_that_says_something_else_by_now_is_not_gone_back_to() {
        let home = tempfile::tempdir().unwrap();
        let place = StateFolder::at(home.path()).of_session(Path::new("/ergens/kompas"), 4);
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/0004-2026-12-10.ron");
        let now = read::load(&sample).unwrap().session;
        let mut before = now.clone();
        before.chain.full_name = "Zoals het was".to_owned();
        let steps = Steps {
            undo: vec![Past::of(before.clone())],
            now: Past::of(now.clone()),
            redo: Vec::new(),
            seen: Vec::new(),
        };
        write(&place, &steps).unwrap();
        let undo = || load(&place, &now).unwrap().undo[0].session(Some(&place));
        assert_eq!(undo().unwrap(), before);
        let path = place.folder().join(FOLDER).join(format!("{}.ron", hash(&before).unwrap()));
        // Still a session, and another one.
        let text = fs::read_to_string(&path).unwrap().replacen("Zoals het was", "Zoals het is.", 1);
        fs::write(&path, text).unwrap();
        assert!(matches!(undo().unwrap_err().trouble, Trouble::NotFaithful));
    }
}
