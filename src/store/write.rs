//! Writing a session file, so that at every moment the old or the new one is whole on disk, and so that nothing that
//! somebody else put there meanwhile is lost.
//!
//! The new file is written beside the old one, synced, and then the two change names in one step. Only then it is looked
//! what was displaced, so that there is no moment between looking and writing: what this program did not write itself is
//! kept under a name of its own, on disk before the save counts as done.

use super::dir::{Dir, Look, Renamed, Synced};
use super::error::{StoreError, Trouble};
use super::format::Printer;
use super::seal::{self, SealedText, Stamp};
use super::{format, leftovers};
use crate::model::Session;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

/// What stands on disk after a save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Its revision.
    pub revision: u32,
    /// SHA-256 of the file.
    pub sha256: String,
    /// SHA-256 of the file without its seal: what the next revision says it was made from.
    pub body: String,
    /// All of its text, the seal too.
    pub text: Arc<str>,
    /// What somebody else had written in the meantime, where it is kept now.
    pub set_aside: Option<PathBuf>,
    /// A file that was written over was not there any more.
    pub was_gone: bool,
    /// Whether the name of the file is on disk too.
    pub synced: Synced,
    /// The file that it took the place of, under the name that this has now: of one's own, and of no more use.
    pub replaced: Option<String>,
}

impl Saved {
    /// Takes away the file that it took the place of. Nobody waits for that to hear that something is recorded, and where it
    /// stays it is known at the next start.
    pub fn clear(&self, dir: &Dir) {
        if let Some(replaced) = &self.replaced {
            dir.discard(replaced);
        }
    }
}

/// What this program knows to be its own of one file, by the hash of the content: what it read there and wrote there.
#[derive(Debug, Clone)]
pub struct Known {
    machine: String,
    hashes: HashSet<String>,
}

impl Known {
    /// Nothing yet, on the machine of this name.
    pub fn on(machine: &str) -> Self {
        Self { machine: machine.to_owned(), hashes: HashSet::new() }
    }

    /// The same with a file as it was read.
    pub fn and(mut self, sha256: &str) -> Self {
        self.add(sha256);
        self
    }

    /// The name of the machine that writes.
    pub fn machine(&self) -> &str {
        &self.machine
    }

    /// This content is known from now on.
    pub fn add(&mut self, sha256: &str) {
        self.hashes.insert(sha256.to_owned());
    }

    /// It is known, so nothing is lost where it is replaced.
    pub fn has(&self, sha256: &str) -> bool {
        self.hashes.contains(sha256)
    }
}

/// Writes a new file for people, whole and on disk, or not at all. What is there is not replaced, and a link not followed.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().and_then(|name| name.to_str());
    let name = name.ok_or_else(|| StoreError::new(path, Trouble::NotAFile))?;
    let dir = Dir::open(folder)?;
    dir.create(name, bytes, None)?;
    dir.sync().map(|_| ())
}

/// The name of a session's file: `0004-2026-12-10.ron`.
pub fn file_name(session: &Session) -> String {
    format!("{:04}-{}.ron", session.number, session.date)
}

/// The sealed text of a session, read back and compared before it is trusted: RON writes some values that it can't
/// read again, such as those nested too deep.
pub fn text(path: &Path, session: &Session, stamp: &Stamp) -> Result<String, StoreError> {
    let unfaithful = || StoreError::new(path, Trouble::NotFaithful);
    let body = format::render(session).map_err(|_| unfaithful())?;
    let is_faithful = format::parse(&body).is_ok_and(|back| back == *session);
    if is_faithful { Ok(seal::sealed(&body, stamp).text) } else { Err(unfaithful()) }
}

/// Writes `session` under a name in the folder of the sessions. `known` is what may be replaced; anything else that stands
/// there is put aside under a name that begins with a dot.
pub fn save(
    dir: &Dir,
    name: &str,
    session: &Session,
    stamp: &Stamp,
    known: &mut Known,
    printer: &mut Printer,
) -> Result<Saved, StoreError> {
    let path = dir.path(name);
    let printed = printer.print(session).map_err(|_| StoreError::new(&path, Trouble::NotFaithful))?;
    let SealedText { text, sha256, body } = seal::sealed(&printed, stamp);
    let beside = leftovers::new_name(name, stamp, known);
    // Reading it back takes as long as the disk does: both at once, and only then the file gets its name.
    let (faithful, written) = thread::scope(|scope| {
        let faithful = scope.spawn(|| printer.is_faithful(printed, session));
        let there = dir.look(name);
        let written = there.and_then(|like| dir.create(&beside, text.as_bytes(), like.as_ref()).map(|()| like));
        (faithful.join().unwrap_or(false), written)
    });
    // People know the meeting by its own name, and not by that of a file on its way.
    let of_the_meeting = |error: StoreError| StoreError { file: path.clone(), ..error };
    let there = written.map_err(of_the_meeting)?;
    if !faithful {
        discard(dir, &beside, &sha256);
        return Err(StoreError::new(&path, Trouble::NotFaithful));
    }
    // From here on it may stand there, whatever is reported: it must never be taken for somebody else's.
    known.add(&sha256);
    // A name that says that it is whole: whoever finds it later knows that it is no torn text of ours.
    let written = beside;
    let beside = leftovers::whole_name(&written);
    match dir.rename(&written, &beside).inspect_err(|_| discard(dir, &written, &sha256)).map_err(of_the_meeting)? {
        Renamed::Yes => {}
        Renamed::Taken | Renamed::Missing | Renamed::NotOffered => {
            return Err(StoreError::io(&path, std::io::ErrorKind::NotFound.into()));
        }
    }
    let displaced = put(dir, name, &beside, there).inspect_err(|_| discard(dir, &beside, &sha256))?;
    let was_gone = displaced.is_none() && stamp.after.is_some();
    let (set_aside, replaced) = match displaced.map(|found| settle(dir, name, found, stamp, known)).transpose()? {
        None | Some(Displaced::Gone) => (None, None),
        Some(Displaced::Kept(aside)) => (Some(aside), None),
        Some(Displaced::Known(name)) => (None, Some(name)),
    };
    // It is written again then, and each time something is replaced.
    let tidy = |_: &StoreError| replaced.iter().for_each(|replaced| dir.discard(replaced));
    let synced = dir.sync().inspect_err(tidy)?;
    Ok(Saved { revision: stamp.revision, sha256, body, text: text.into(), set_aside, was_gone, synced, replaced })
}

/// Takes a new file away that got no name. A rename that failed may have been done all the same, on a network share; so it
/// is looked whether this is still the new one.
fn discard(dir: &Dir, beside: &str, sha256: &str) {
    if matches!(dir.read(beside), Ok(Some((bytes, _))) if seal::sha256(&bytes) == sha256) {
        dir.discard(beside);
    }
}

/// Gives the new file its name; the name under which what it displaced stands now, if there was anything.
fn put(dir: &Dir, name: &str, beside: &str, mut there: Option<Look>) -> Result<Option<String>, StoreError> {
    // Somebody may make or remove the file at any time; that goes on for ever only where somebody does so for ever.
    for _ in 0..100 {
        let renamed = match there {
            None => dir.rename(beside, name)?,
            Some(_) => dir.exchange(beside, name)?,
        };
        match (renamed, there) {
            (Renamed::Yes, None) => return Ok(None),
            (Renamed::Yes, Some(_)) => return Ok(Some(beside.to_owned())),
            (Renamed::NotOffered, Some(_)) => return replace(dir, name, beside),
            (Renamed::Taken | Renamed::Missing | Renamed::NotOffered, _) => there = dir.look(name)?,
        }
    }
    Err(StoreError::io(&dir.path(name), std::io::ErrorKind::ResourceBusy.into()))
}

/// Where two files can't change names: the old one gets a second name first, so that it stays when it is replaced. What
/// somebody puts there between these two steps is lost; there is no better on such a file system.
fn replace(dir: &Dir, name: &str, beside: &str) -> Result<Option<String>, StoreError> {
    let kept = leftovers::kept_name(beside);
    let has_second_name = match dir.link(name, &kept)? {
        Renamed::Yes => true,
        Renamed::Missing => false,
        Renamed::Taken | Renamed::NotOffered => match dir.read(name)? {
            Some((bytes, look)) => {
                dir.create(&kept, &bytes, Some(&look))?;
                true
            }
            None => false,
        },
    };
    dir.replace(beside, name)?;
    Ok(has_second_name.then_some(kept))
}

/// What stood in the place of the new file.
enum Displaced {
    /// What this program wrote or read itself, under this name now.
    Known(String),
    /// What somebody else wrote, and where it stays.
    Kept(PathBuf),
    /// It is not there any more.
    Gone,
}

/// What was displaced is known, and else it gets a name under which it stays.
fn settle(dir: &Dir, name: &str, displaced: String, stamp: &Stamp, known: &Known) -> Result<Displaced, StoreError> {
    // What can't be read is not known.
    let hash = match dir.read(&displaced) {
        Ok(Some((bytes, _))) => Some(seal::sha256(&bytes)),
        Ok(None) => return Ok(Displaced::Gone),
        Err(_) => None,
    };
    match hash {
        Some(hash) if known.has(&hash) => {
            let replaced = leftovers::replaced_name(&displaced);
            Ok(Displaced::Known(match dir.rename(&displaced, &replaced)? {
                Renamed::Yes => replaced,
                Renamed::Taken | Renamed::Missing | Renamed::NotOffered => displaced,
            }))
        }
        hash => keep(dir, name, &displaced, stamp.revision, hash.as_deref()).map(Displaced::Kept),
    }
}

/// Keeps a file of somebody else beside the session, as safe as the session itself.
pub(super) fn keep(
    dir: &Dir,
    name: &str,
    displaced: &str,
    revision: u32,
    hash: Option<&str>,
) -> Result<PathBuf, StoreError> {
    let hash = hash.map_or("unread", |hash| hash.get(..8).unwrap_or(hash));
    for attempt in 0.. {
        let again = if attempt == 0 { String::new() } else { format!("-{attempt}") };
        let aside = format!(".{name}.outside-{revision}-{hash}{again}");
        match dir.rename(displaced, &aside)? {
            Renamed::Yes => {
                // A folder or a device that stood there has nothing to sync.
                match dir.sync_file(&aside) {
                    Ok(()) | Err(StoreError { trouble: Trouble::NotAFile, .. }) => {}
                    Err(error) => return Err(error),
                }
                return Ok(dir.path(&aside));
            }
            Renamed::Taken => {}
            Renamed::Missing | Renamed::NotOffered => break,
        }
    }
    Err(StoreError::io(&dir.path(displaced), std::io::ErrorKind::NotFound.into()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::read;
    use super::*;
    use std::fs;

    const NAME: &str = "0004-2026-12-10.ron";

    /// A folder with the fourth meeting of Kompas, what is known of it, and the meeting.
    fn ground() -> (tempfile::TempDir, Dir, Known, Session) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(NAME);
        fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions").join(NAME), &path).unwrap();
        let loaded = read::load(&path).unwrap();
        let dir = Dir::open(folder.path()).unwrap();
        (folder, dir, Known::on("0badcafe").and(&loaded.sha256), loaded.session)
    }

    /// A save, and what follows it.
    fn write(dir: &Dir, session: &Session, revision: u32, known: &mut Known) -> Result<Saved, StoreError> {
        let stamp = Stamp { revision, after: None };
        let saved = save(dir, NAME, session, &stamp, known, &mut Printer::default())?;
        saved.clear(dir);
        Ok(saved)
    }

    #[test]
    fn what_one_wrote_oneself_needs_no_copy_and_what_somebody_else_wrote_is_kept() {
        let (folder, dir, mut known, session) = ground();
        for revision in 1..4 {
            write(&dir, &session, revision, &mut known).unwrap();
        }
        assert_eq!(dir.names(|_| true).unwrap(), [NAME]);
        fs::write(folder.path().join(NAME), "van iemand anders").unwrap();
        let saved = write(&dir, &session, 4, &mut known).unwrap();
        assert_eq!(fs::read_to_string(saved.set_aside.unwrap()).unwrap(), "van iemand anders");
        assert_eq!(dir.names(|_| true).unwrap().len(), 2);
    }

    #[test]
    fn each_copy_gets_a_name_of_its_own() {
        let (folder, dir, mut known, session) = ground();
        let copies: Vec<PathBuf> = (0..3)
            .map(|_| {
                fs::write(folder.path().join(NAME), "twee keer hetzelfde").unwrap();
                write(&dir, &session, 4, &mut known).unwrap().set_aside.unwrap()
            })
            .collect();
        let names = dir.names(|_| true).unwrap();
        assert!(names.len() == 4 && names.iter().filter(|name| name.contains(".outside-")).count() == 3, "{names:?}");
        assert!(copies.iter().all(|copy| fs::read_to_string(copy).unwrap() == "twee keer hetzelfde"), "{copies:?}");
    }

    #[test]
    fn what_was_displaced_and_can_not_be_read_is_kept() {
        let (folder, dir, mut known, session) = ground();
        let path = folder.path().join(NAME);
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        fs::write(path.join("inhoud"), "van iemand anders").unwrap();
        let saved = write(&dir, &session, 4, &mut known).unwrap();
        assert_eq!(fs::read_to_string(saved.set_aside.unwrap().join("inhoud")).unwrap(), "van iemand anders");
        assert_eq!(read::load(&path).unwrap().session, session);
    }

    #[test]
    fn a_meeting_that_does_not_read_back_as_the_same_is_not_written_and_leaves_nothing() {
        let (folder, dir, mut known, session) = ground();
        let before = fs::read(folder.path().join(NAME)).unwrap();
        let mut other = session.clone();
        // What is no number is not even the same as itself.
        other.kpis[0].values[0].value = Some(f64::NAN);
        let error = write(&dir, &other, 4, &mut known).unwrap_err();
        assert!(matches!(error.trouble, Trouble::NotFaithful), "{error:?}");
        assert_eq!(fs::read(folder.path().join(NAME)).unwrap(), before);
        assert_eq!(dir.names(|_| true).unwrap(), [NAME]);
    }
}
