//! What a program says to another on this machine that follows it: what is on the table in the chain that it works on. One
//! small file for the user only, in what this machine keeps of the chain, and never in the chain's own folder.

use super::error::{StoreError, Trouble};
use super::read;
use super::state::{SessionState, replace_private};
use crate::model::on_table::OnTable;
use chrono::NaiveDateTime;
use rustix::io::Errno;
use rustix::process::{Pid, test_kill_process};
use serde::{Deserialize, Serialize};

/// The name of the file.
const NAME: &str = "on-table.json";
/// The version of the file.
const VERSION: u32 = 1;

/// What is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// The version of the file.
    version: u32,
    /// The process that says it.
    process: u32,
    /// When.
    pub at: NaiveDateTime,
    /// Seconds that the running item took at that moment which the file of the session does not hold.
    pub running: u32,
    /// What is on the table; none where that program has no meeting on its screen.
    pub table: Option<OnTable>,
    /// The program was left.
    pub left: bool,
}

/// Only the version, of any version.
#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

impl Notice {
    /// What this process says.
    pub fn new(at: NaiveDateTime, running: u32, table: Option<OnTable>) -> Self {
        Self { version: VERSION, process: std::process::id(), at, running, table, left: false }
    }

    /// Whether who said it is still there. A process that may not be asked is there.
    pub fn is_of_somebody(&self) -> bool {
        let pid = i32::try_from(self.process).ok().and_then(Pid::from_raw);
        pid.is_some_and(|pid| test_kill_process(pid) != Err(Errno::SRCH))
    }
}

/// Says it. Unsynced: after a power cut there is nobody to be followed.
pub(super) fn write(home: &SessionState, notice: &Notice) -> Result<(), StoreError> {
    let folder = home.make("")?;
    let text = serde_json::to_vec(notice).map_err(|_| StoreError::new(&folder.join(NAME), Trouble::NotFaithful))?;
    replace_private(&folder, NAME, &text, false).map(|_| ())
}

/// What was said last; none where nobody ever said anything.
pub fn load(home: &SessionState) -> Result<Option<Notice>, StoreError> {
    let path = home.folder().join(NAME);
    let bytes = match read::bytes(&path) {
        Err(error) if error.is_not_there() => return Ok(None),
        other => other?,
    };
    let trouble = |error| super::drafts::unreadable(&path, &error);
    let found: Versioned = serde_json::from_slice(&bytes).map_err(trouble)?;
    if found.version != VERSION {
        return Err(StoreError::new(&path, Trouble::NewerSchema(found.version)));
    }
    serde_json::from_slice(&bytes).map(Some).map_err(trouble)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::agenda::Room;
    use crate::store::state::StateFolder;
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;

    fn table() -> OnTable {
        OnTable {
            session: 4,
            item: Some("7".into()),
            room: Room::Kpis,
            about: None,
            written: None,
            gives_row: false,
            pulse: false,
            pause: None,
        }
    }

    fn notice() -> Notice {
        Notice::new("2026-12-10T14:00:00".parse().unwrap(), 12, Some(table()))
    }

    #[test]
    fn what_was_said_is_read_and_nobody_else_may() {
        let root = tempfile::tempdir().unwrap();
        let home = StateFolder::at(root.path()).of_home(Path::new("/ergens/kompas"));
        assert_eq!(load(&home).unwrap(), None);
        write(&home, &notice()).unwrap();
        assert_eq!(load(&home).unwrap(), Some(notice()));
        let mode = fs::metadata(home.folder().join(NAME)).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600);
        assert_eq!(fs::read_dir(home.folder()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_newer_one_and_one_that_is_cut_short_are_not_nothing() {
        let root = tempfile::tempdir().unwrap();
        let home = StateFolder::at(root.path()).of_home(Path::new("/ergens/kompas"));
        write(&home, &notice()).unwrap();
        let path = home.folder().join(NAME);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace("\"version\":1", "\"version\":2")).unwrap();
        assert!(matches!(load(&home).unwrap_err().trouble, Trouble::NewerSchema(2)));
        fs::write(&path, &text[..text.len() / 2]).unwrap();
        assert!(load(&home).is_err());
    }

    #[test]
    fn a_process_that_is_gone_says_nothing_any_more() {
        assert!(notice().is_of_somebody());
        let mut child = std::process::Command::new("true").spawn().unwrap();
        let process = child.id();
        child.wait().unwrap();
        assert!(!Notice { process, ..notice() }.is_of_somebody());
        assert!(!Notice { process: u32::MAX, ..notice() }.is_of_somebody());
    }
}
