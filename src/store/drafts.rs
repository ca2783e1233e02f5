//! Words that were typed and are not on record yet: one file each, so that one that can't be read takes no other along.

use super::error::{StoreError, Syntax, Trouble};
use super::read;
use super::state::{SessionState, paths_in, remove, replace_private};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the drafts of one session.
const FOLDER: &str = "drafts";
/// The version of the files.
const VERSION: u32 = 1;
/// How the name of a draft ends.
const END: &str = "json";
/// How the name of one ends that could not be read.
const UNREADABLE: &str = "unreadable";

/// Words that were typed and are not on record yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// The version of the file.
    version: u32,
    /// Its own name: two drafts of one field are two while the first is on its way to disk.
    pub id: String,
    /// The field, as whoever asks writes it: opaque here.
    pub field: String,
    /// What the person was asked, in the language of that moment.
    pub title: String,
    /// The words.
    pub text: String,
    /// When they were typed last.
    pub at: NaiveDateTime,
    /// They were entered, and this is the session that came of it, by the SHA-256 of its text without the seal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub became: Option<String>,
}

impl Draft {
    /// New words in a field.
    pub fn new(field: String, title: String, text: String, at: NaiveDateTime) -> Self {
        Self { version: VERSION, id: format!("{:016x}", fastrand::u64(..)), field, title, text, at, became: None }
    }
}

/// What is kept of one session.
#[derive(Debug, Default)]
pub struct Found {
    /// The drafts, the oldest first.
    pub drafts: Vec<Draft>,
    /// Files that should be drafts and can't be read; put beside under a name of their own, never written over.
    pub unreadable: Vec<PathBuf>,
}

/// Writes a draft whole; synced where nothing else is waiting for the disk.
pub(super) fn write(place: &SessionState, draft: &Draft, synced: bool) -> Result<(), StoreError> {
    let folder = place.make(FOLDER)?;
    let name = format!("{}.{END}", draft.id);
    let text = serde_json::to_vec(draft).map_err(|_| StoreError::new(&folder.join(&name), Trouble::NotFaithful))?;
    replace_private(&folder, &name, &text, synced).map(|_| ())
}

/// Throws a draft away; one that is not there, is gone.
pub(super) fn forget(place: &SessionState, id: &str) -> Result<(), StoreError> {
    throw_away(&place.folder().join(FOLDER).join(format!("{id}.{END}")))
}

/// Throws away a file that could not be read, by the path under which it stands.
pub fn throw_away(path: &Path) -> Result<(), StoreError> {
    remove(path)
}

/// Everything that is kept of a session.
pub fn load(place: &SessionState) -> Result<Found, StoreError> {
    let mut found = Found::default();
    for path in paths_in(&place.folder().join(FOLDER))? {
        match path.extension().and_then(|end| end.to_str()) {
            Some(END) => match parse(&path) {
                Ok(draft) => found.drafts.push(draft),
                Err(_) => {
                    let beside = path.with_extension(UNREADABLE);
                    fs::rename(&path, &beside).map_err(|error| StoreError::io(&path, error))?;
                    found.unreadable.push(beside);
                }
            },
            Some(UNREADABLE) => found.unreadable.push(path),
            // What is left of a write that was cut short holds less than what it was to replace.
            _ => {}
        }
    }
    found.drafts.sort_by(|one, other| (one.at, &one.id).cmp(&(other.at, &other.id)));
    found.unreadable.sort();
    Ok(found)
}

fn parse(path: &Path) -> Result<Draft, StoreError> {
    let draft: Draft = serde_json::from_slice(&read::bytes(path)?).map_err(|error| unreadable(path, &error))?;
    if draft.version == VERSION { Ok(draft) } else { Err(StoreError::new(path, Trouble::NewerSchema(draft.version))) }
}

/// What the parser of the files in the state folder says.
pub(super) fn unreadable(path: &Path, error: &serde_json::Error) -> StoreError {
    let what = Syntax::Other(error.to_string());
    StoreError::new(path, Trouble::Syntax { line: error.line(), column: error.column(), what })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::store::state::StateFolder;

    fn place(root: &Path) -> SessionState {
        StateFolder::at(root).of_session(Path::new("/ergens/kompas"), 4)
    }

    fn draft(text: &str, minute: u32) -> Draft {
        let at = chrono::NaiveDate::from_ymd_opt(2026, 12, 10).unwrap().and_hms_opt(14, minute, 0).unwrap();
        Draft::new("een veld".to_owned(), "Notitie".to_owned(), text.to_owned(), at)
    }

    #[test]
    fn drafts_come_back_in_the_order_in_which_they_were_typed() {
        let home = tempfile::tempdir().unwrap();
        let place = place(home.path());
        assert!(load(&place).unwrap().drafts.is_empty(), "there is no folder yet");
        let (late, early) = (draft("later \u{1b}[31m é👩‍👧\n", 9), draft("eerder", 3));
        write(&place, &late, true).unwrap();
        write(&place, &early, false).unwrap();
        assert_eq!(load(&place).unwrap().drafts, [early.clone(), late.clone()]);
        forget(&place, &early.id).unwrap();
        forget(&place, &early.id).unwrap();
        assert_eq!(load(&place).unwrap().drafts, [late]);
    }

    #[test]
    fn a_draft_that_cannot_be_read_is_put_beside_and_stays() {
        let home = tempfile::tempdir().unwrap();
        let place = place(home.path());
        let kept = draft("een woord", 1);
        write(&place, &kept, true).unwrap();
        let folder = place.folder().join(FOLDER);
        let whole = fs::read_to_string(folder.join(format!("{}.json", kept.id))).unwrap();
        for (name, text) in
            [("cut", whole[..40].to_owned()), ("newer", whole.replace("\"version\":1", "\"version\":2"))]
        {
            fs::write(folder.join(format!("{name}.json")), &text).unwrap();
            let found = load(&place).unwrap();
            let beside = folder.join(format!("{name}.unreadable"));
            assert_eq!(found.drafts, std::slice::from_ref(&kept));
            assert!(found.unreadable.contains(&beside), "{found:?}");
            assert_eq!(fs::read_to_string(&beside).unwrap(), text, "nothing of it is changed");
            assert!(load(&place).unwrap().unreadable.contains(&beside), "it is told until somebody throws it away");
            throw_away(&beside).unwrap();
        }
    }

    #[test]
    fn a_folder_that_can_not_be_looked_through_is_an_error() {
        let home = tempfile::tempdir().unwrap();
        let place = place(home.path());
        fs::write(place.make("").unwrap().join(FOLDER), "geen map").unwrap();
        assert!(load(&place).is_err());
    }
}
