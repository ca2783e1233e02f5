//! Earlier revisions of a session, kept on this machine for its user: to look at, to compare, to put back as a new revision,
//! and to know of a file on disk that it is one's own.

use super::error::StoreError;
use super::read::{self, Loaded};
use super::seal;
use super::state::{SessionState, create_private, paths_in};
use crate::model::Session;
use chrono::{NaiveDateTime, TimeDelta};
use std::cmp::Reverse;
use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

/// The folder in the state of a session.
const FOLDER: &str = "history";
/// How a moment stands in a name.
const MOMENT: &str = "%Y%m%dT%H%M%S";
/// So many signs of its hash stand in the name of a revision.
const SIGNS: usize = 16;
/// Every revision is kept so long; then one an hour, then one a day.
const ALL: TimeDelta = TimeDelta::hours(24);
const HOURLY: TimeDelta = TimeDelta::days(7);
const DAILY: TimeDelta = TimeDelta::days(90);
/// All revisions of one session take at most so many bytes.
const CAP: u64 = 64 * 1024 * 1024;

/// One revision that is kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Revision {
    /// When it was recorded.
    pub at: NaiveDateTime,
    /// Its number.
    pub revision: u32,
    /// Where it is.
    pub path: PathBuf,
    /// The first signs of the SHA-256 of the file.
    pub signs: String,
    /// Bytes.
    size: u64,
}

impl Revision {
    /// This hash is that of its file.
    pub fn is_of(&self, sha256: &str) -> bool {
        sha256.get(..SIGNS).is_some_and(|start| start == self.signs)
    }
}

/// The earlier revisions of one session.
#[derive(Debug, Clone)]
pub struct History {
    state: SessionState,
}

fn name_of(revision: u32, at: NaiveDateTime, sha256: &str) -> String {
    format!("r{revision:06}-{}-{}.ron", at.format(MOMENT), sha256.get(..SIGNS).unwrap_or(sha256))
}

impl History {
    /// Of a session.
    pub fn of(state: &SessionState) -> Self {
        Self { state: state.clone() }
    }

    /// Keeps a revision that is on record. It is written whole or not at all, but nobody waits until it is on disk: it is
    /// never the only copy.
    pub fn keep(&self, text: &[u8], revision: u32, at: NaiveDateTime, sha256: &str) -> Result<(), StoreError> {
        let folder = self.state.make(FOLDER)?;
        let path = folder.join(name_of(revision, at, sha256));
        let beside = folder.join(format!(".{:08x}", fastrand::u32(..)));
        let written =
            create_private(&beside).and_then(|mut file| file.write_all(text)).and_then(|()| fs::rename(&beside, &path));
        written.map_err(|error| StoreError::io(&path, error))
    }

    /// All that is kept, oldest first.
    pub fn list(&self) -> Result<Vec<Revision>, StoreError> {
        let mut found = Vec::new();
        for path in paths_in(&self.state.folder().join(FOLDER))? {
            let size = fs::symlink_metadata(&path).map_err(|error| StoreError::io(&path, error))?.len();
            let name = path.file_name().and_then(|name| name.to_str());
            found.extend(name.and_then(|name| of_name(name, path.clone(), size)));
        }
        found.sort();
        Ok(found)
    }

    /// What a revision holds.
    pub fn load(&self, revision: &Revision) -> Result<Loaded, StoreError> {
        read::load(&revision.path)
    }

    /// What a version was made from, where that is kept and the revision whose body has the hash `ours` came of it too: what
    /// its seal still says where it was edited by hand, what it says that it comes after where a program wrote it. Another
    /// program of the same user keeps its revisions here as well, and what one of those lacks nobody took out.
    pub fn base_of(&self, theirs: &Loaded, ours: &str) -> Result<Option<Session>, StoreError> {
        let Some(says) = &theirs.says else { return Ok(None) };
        let mut kept = self.list()?;
        kept.sort_by_key(|revision| Reverse(revision.revision));
        let mut wanted = ours.to_owned();
        for revision in kept.iter().take_while(|kept| kept.revision.saturating_add(1) >= says.revision) {
            let bytes = read::bytes(&revision.path)?;
            let text = String::from_utf8_lossy(&bytes);
            let (above, seal) = seal::split(&text);
            let body = seal::sum(above);
            if !body.starts_with(&wanted) {
                continue;
            }
            if says.is_edited_from(&body, &theirs.body) || says.is_after(&body) {
                return Ok(Some(self.load(revision)?.session));
            }
            match seal.and_then(|seal| seal.after).filter(|after| !after.is_empty()) {
                Some(after) => wanted = after,
                None => break,
            }
        }
        Ok(None)
    }

    /// The first signs of the hashes of all that is kept.
    pub fn signs(&self) -> Result<HashSet<String>, StoreError> {
        Ok(self.list()?.into_iter().map(|revision| revision.signs).collect())
    }

    /// Lets go of what is older than anybody looks back for; the newest always stays.
    pub fn thin(&self, now: NaiveDateTime) -> Result<(), StoreError> {
        for gone in superfluous(self.list()?, now) {
            fs::remove_file(&gone.path).map_err(|error| StoreError::io(&gone.path, error))?;
        }
        Ok(())
    }
}

/// This hash is that of a file in here.
pub fn is_among(signs: &HashSet<String>, sha256: &str) -> bool {
    sha256.get(..SIGNS).is_some_and(|start| signs.contains(start))
}

fn of_name(name: &str, path: PathBuf, size: u64) -> Option<Revision> {
    let mut parts = name.strip_prefix('r')?.strip_suffix(".ron")?.split('-');
    let (revision, at, signs) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Revision {
        at: NaiveDateTime::parse_from_str(at, MOMENT).ok()?,
        revision: revision.parse().ok()?,
        path,
        signs: signs.to_owned(),
        size,
    })
}

/// Of each span of time the newest stays, and of all together no more than there is room for. The list is oldest first.
fn superfluous(kept: Vec<Revision>, now: NaiveDateTime) -> Vec<Revision> {
    let (mut gone, mut room) = (Vec::new(), CAP);
    let mut spans: HashSet<String> = HashSet::new();
    for (place, revision) in kept.into_iter().rev().enumerate() {
        let age = now - revision.at;
        let span = if age <= ALL {
            None
        } else if age <= HOURLY {
            Some(revision.at.format("%Y%m%dT%H").to_string())
        } else {
            Some(revision.at.format("%Y%m%d").to_string())
        };
        let is_new = span.is_none_or(|span| spans.insert(span));
        let left = room.checked_sub(revision.size);
        if place == 0 || (is_new && age <= DAILY && left.is_some()) {
            room = left.unwrap_or(0);
        } else {
            gone.push(revision);
        }
    }
    gone
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::store::seal::{Stamp, sha256};
    use crate::store::state::StateFolder;
    use crate::store::write;
    use std::path::Path;

    #[test]
    fn a_version_was_made_from_a_revision_that_is_kept_only_where_ours_was_too() {
        let folder = tempfile::tempdir().unwrap();
        let history = History::of(&StateFolder::at(folder.path()).of_session(folder.path(), 4));
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/0004-2026-12-10.ron");
        let first = read::load(&sample).unwrap().session;
        let path = folder.path().join("0004-2026-12-10.ron");
        let version = |slogan: &str, stamp: &Stamp| {
            let mut session = first.clone();
            slogan.clone_into(&mut session.identity.slogan);
            let text = write::text(&path, &session, stamp).unwrap();
            let loaded = read::loaded(&path, text.clone().into_bytes()).unwrap();
            (text, loaded)
        };
        let keep = |(text, loaded): &(String, Loaded)| {
            let at = "2026-12-10T14:00:00".parse().unwrap();
            history.keep(text.as_bytes(), loaded.revision, at, &sha256(text.as_bytes())).unwrap();
        };
        let after = |(_, loaded): &(String, Loaded)| Stamp::next(loaded.revision, &loaded.body);
        let one = version("een", &Stamp::first());
        let (ours, other) = (version("onze", &after(&one)), version("andere", &after(&one)));
        let newest = version("nieuwste", &after(&ours));
        [&one, &ours, &other, &newest].into_iter().for_each(keep);
        let base =
            |theirs: &Loaded| history.base_of(theirs, &newest.1.body).unwrap().map(|base| base.identity.slogan.clone());
        assert_eq!(base(&other.1).as_deref(), Some("een"));
        assert_eq!(base(&version("verder", &after(&other)).1), None, "ours did not come of that one");
        assert_eq!(base(&version("zijweg", &after(&ours)).1).as_deref(), Some("onze"));
        let edited = ours.0.replace("onze", "met de hand");
        let edited = read::loaded(&path, edited.into_bytes()).unwrap();
        assert_eq!(base(&edited).as_deref(), Some("onze"));
    }

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    fn kept(moments: &[&str], size: u64) -> Vec<Revision> {
        let one = |(place, moment): (usize, &&str)| {
            let name = name_of(u32::try_from(place).unwrap(), at(moment), "0123456789abcdef00");
            of_name(&name, PathBuf::from(&name), size).unwrap()
        };
        moments.iter().enumerate().map(one).collect()
    }

    fn left(moments: &[&str], size: u64, now: &str) -> Vec<u32> {
        let all = kept(moments, size);
        let gone = superfluous(all.clone(), at(now));
        all.into_iter().filter(|one| !gone.contains(one)).map(|one| one.revision).collect()
    }

    #[test]
    fn what_is_older_is_kept_less_densely() {
        let moments = [
            "2026-06-01T10:00:00",
            "2026-12-01T10:00:00",
            "2026-12-01T11:00:00",
            "2026-12-08T10:10:00",
            "2026-12-08T10:20:00",
            "2026-12-10T09:00:00",
            "2026-12-10T09:00:01",
        ];
        assert_eq!(left(&moments, 1, "2026-12-10T12:00:00"), [2, 4, 5, 6]);
        assert_eq!(left(&moments, 1, "2030-01-01T12:00:00"), [6], "the newest always stays");
        assert_eq!(left(&moments, CAP / 2, "2026-12-10T12:00:00"), [5, 6], "no more than there is room for");
    }

    #[test]
    fn a_clock_that_was_set_back_lets_go_of_nothing() {
        assert_eq!(left(&["2026-12-10T09:00:00", "2026-12-10T10:00:00"], 1, "1970-01-01T00:00:00"), [0, 1]);
    }

    #[test]
    fn a_revision_that_could_not_be_written_whole_has_no_name_and_a_folder_that_can_not_be_read_is_an_error() {
        let home = tempfile::tempdir().unwrap();
        let state = super::super::state::StateFolder::at(home.path()).of_session(&home.path().join("kompas"), 4);
        let (history, now) = (History::of(&state), at("2026-12-10T10:00:00"));
        assert_eq!(history.list().unwrap(), []);
        history.keep(b"een", 1, now, "0123456789abcdef00").unwrap();
        // A second time is no trouble: the new one takes the place of the old one when it is whole.
        history.keep(b"twee", 1, now, "0123456789abcdef00").unwrap();
        let kept = history.list().unwrap();
        assert_eq!(kept.len(), 1);
        assert_eq!(fs::read(&kept[0].path).unwrap(), b"twee");
        let folder = state.folder().join(FOLDER);
        fs::remove_dir_all(&folder).unwrap();
        fs::write(&folder, "geen map").unwrap();
        assert!(history.list().is_err() && history.signs().is_err() && history.thin(now).is_err());
    }
}
