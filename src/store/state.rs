//! What this machine keeps for its user beside the meetings: earlier revisions, words that were typed and not entered, work
//! that could not be written where it belongs. Nobody else may read it, and nothing of it is the only copy of a record.
//!
//! ```text
//! $XDG_STATE_HOME/stuurgroep/          0700
//!   machine                            the name of this machine among others that share a folder: eight hex digits
//!   kompas-1f0c9a2b/                   one chain, by the name of its folder and a hash of its whole path
//!     chain                            that path, and the folder that it led to, to find it again where it is renamed
//!     0004/                            one session
//!       drafts/                        words that were typed and are not on record yet
//!       steps/                         what undo goes back to, and what redo goes on to
//!     home/                            what is not of one session
//!       on-table.json                  what is on the table, for a second screen that follows
//! ```

use super::error::StoreError;
use super::seal::sha256;
use crate::faults::{self, Point};
use std::ffi::OsStr;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// Only the user may enter.
const PRIVATE_FOLDER: u32 = 0o700;
/// Only the user may read.
const PRIVATE_FILE: u32 = 0o600;

/// The folder that this machine keeps for its user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateFolder {
    root: PathBuf,
}

impl StateFolder {
    /// That of the user; none where the environment says of no home. The one in the list of users may be that of a service.
    pub fn of_user() -> Option<Self> {
        let says = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        if !says("HOME") && !says("XDG_STATE_HOME") {
            return None;
        }
        let base = dirs::state_dir().or_else(dirs::data_local_dir)?;
        Some(Self { root: base.join("stuurgroep") })
    }

    /// A folder of one's own choice, for tests.
    pub fn at(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// Where it is.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The name of this machine: made up once, and the same from then on.
    pub fn machine(&self) -> Result<String, StoreError> {
        let path = self.root.join("machine");
        let trouble = |error| StoreError::io(&path, error);
        private_folder(&self.root)?;
        if let Some(name) = name_in(&path).map_err(trouble)? {
            return Ok(name);
        }
        // Whole and on disk before it is called so: a program that is killed meanwhile would leave a machine without a name.
        let name = format!("{:08x}", fastrand::u32(..));
        let mut beside = tempfile::NamedTempFile::new_in(&self.root).map_err(trouble)?;
        beside.write_all(name.as_bytes()).and_then(|()| beside.as_file().sync_all()).map_err(trouble)?;
        match beside.persist_noclobber(&path) {
            Ok(_) => File::open(&self.root).and_then(|folder| folder.sync_all()).map_err(trouble)?,
            // Another instance was first, or there is something that is no name.
            Err(_) => match name_in(&path).map_err(trouble)? {
                Some(name) => return Ok(name),
                None => _ = write_private(&self.root, "machine", name.as_bytes())?,
            },
        }
        Ok(name)
    }

    /// What is kept of the chain in a folder.
    fn of_chain(&self, chain: &Path) -> PathBuf {
        let name = chain.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        let plain: String = name.chars().filter(char::is_ascii_alphanumeric).take(24).collect();
        let hash = sha256(chain.as_os_str().as_bytes());
        self.root.join(format!("{plain}-{}", &hash[..8]))
    }

    /// Lets what is kept of a chain follow its folder where that got another name or place on the same disk since. The folder
    /// of a chain that is written is noted, so that it is known again.
    pub fn follow(&self, chain: &Path, is_written: bool) -> Result<(), StoreError> {
        let kept = self.of_chain(chain);
        let there = identity(chain)?;
        if !is_folder(&kept)? {
            for known in self.chains()? {
                let Some((identity_then, path_then)) = note_in(&known.join(NOTE))? else { continue };
                // A copy of a chain is another one: what is kept stays with the first as long as that is there.
                let is_left = path_then == chain || identity(&path_then)? != there;
                if Some(identity_then) == there && is_left {
                    fs::rename(&known, &kept).map_err(|error| StoreError::io(&known, error))?;
                    break;
                }
            }
        }
        let Some(there) = there.filter(|_| is_written) else { return Ok(()) };
        if note_in(&kept.join(NOTE))?.is_none_or(|(known, path)| known != there || path != chain) {
            private_folder(&self.root)?;
            private_folder(&kept)?;
            let mut note = format!("{} {} ", there.0, there.1).into_bytes();
            note.extend(chain.as_os_str().as_bytes());
            write_private(&kept, NOTE, &note)?;
        }
        Ok(())
    }

    /// The folders of chains of which something is kept.
    fn chains(&self) -> Result<Vec<PathBuf>, StoreError> {
        let mut found = Vec::new();
        for path in paths_in(&self.root)? {
            let kind = fs::symlink_metadata(&path).map_err(|error| StoreError::io(&path, error))?;
            found.extend(kind.is_dir().then_some(path));
        }
        Ok(found)
    }

    /// What is kept of a chain as a whole, before it has a meeting too.
    pub fn of_home(&self, chain: &Path) -> SessionState {
        SessionState { root: self.root.clone(), folder: self.of_chain(chain).join("home") }
    }

    /// What is kept of one session of the chain in a folder.
    pub fn of_session(&self, chain: &Path, number: u32) -> SessionState {
        SessionState { root: self.root.clone(), folder: self.of_chain(chain).join(format!("{number:04}")) }
    }
}

/// The name of the file that says which folder of a chain it is about.
const NOTE: &str = "chain";

/// A disk and the number of a folder on it.
type Identity = (u64, u64);

/// Which folder stands at a path; none where there is nothing.
fn identity(path: &Path) -> Result<Option<Identity>, StoreError> {
    match fs::metadata(path) {
        Ok(found) => Ok(Some((found.dev(), found.ino()))),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(StoreError::io(path, error)),
    }
}

fn is_folder(path: &Path) -> Result<bool, StoreError> {
    identity(path).map(|found| found.is_some())
}

/// The folder that a note is about, and the path that led there; none where there is no note, or no sound one.
fn note_in(path: &Path) -> Result<Option<(Identity, PathBuf)>, StoreError> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(StoreError::io(path, error)),
    };
    let mut parts = bytes.splitn(3, |byte| *byte == b' ');
    let mut number = || std::str::from_utf8(parts.next()?).ok()?.parse().ok();
    let (disk, folder) = (number(), number());
    let chain = parts.next().map(|path| PathBuf::from(OsStr::from_bytes(path)));
    Ok(disk.zip(folder).zip(chain))
}

/// The name in a file; none where there is no file or no name in it.
fn name_in(path: &Path) -> io::Result<Option<String>> {
    let mut name = String::new();
    match File::open(path).and_then(|file| file.take(64).read_to_string(&mut name)) {
        Ok(_) => Ok(Some(name).filter(|name| name.len() == 8 && name.bytes().all(|sign| sign.is_ascii_hexdigit()))),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidData) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What this machine keeps of one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionState {
    root: PathBuf,
    folder: PathBuf,
}

impl SessionState {
    /// The folder, where it is or would be. Reading may find nothing there.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A folder in it, made where it is not there yet.
    pub fn make(&self, name: &str) -> Result<PathBuf, StoreError> {
        private_folder(&self.root)?;
        let folder = self.folder.join(name);
        private_folder(&folder)?;
        Ok(folder)
    }

    /// Writes a file in it whole: beside it, synced, then renamed over it.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, StoreError> {
        let folder = self.make("")?;
        write_private(&folder, name, bytes)
    }
}

/// What stands in a folder, in order of its names; nothing where there is no such folder.
pub(super) fn paths_in(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let trouble = |error| StoreError::io(folder, error);
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(trouble)?,
    };
    let paths = entries.map(|entry| entry.map(|entry| entry.path()));
    let mut paths: Vec<_> = paths.collect::<Result<_, _>>().map_err(trouble)?;
    paths.sort();
    Ok(paths)
}

/// Removes a file; that it is not there any more is fine.
pub(super) fn remove(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(StoreError::io(path, error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Makes a folder that only the user may enter, with those above it; one that was made more open is closed.
pub(super) fn private_folder(folder: &Path) -> Result<(), StoreError> {
    let io = |error| StoreError::io(folder, error);
    DirBuilder::new().recursive(true).mode(PRIVATE_FOLDER).create(folder).map_err(io)?;
    let mode = fs::metadata(folder).map_err(io)?.permissions().mode();
    if mode & 0o077 != 0 {
        fs::set_permissions(folder, fs::Permissions::from_mode(PRIVATE_FOLDER)).map_err(io)?;
    }
    Ok(())
}

/// A new file that only the user may read; an error where there is something of that name, a link too.
pub(super) fn create_private(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(PRIVATE_FILE).open(path)
}

/// Writes a private file whole. What stood under that name before is replaced in one step.
pub(super) fn write_private(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, StoreError> {
    replace_private(folder, name, bytes, true)
}

/// The same; unsynced it outlives the program and not the machine, and takes no time from a save that goes on beside it.
pub(super) fn replace_private(folder: &Path, name: &str, bytes: &[u8], synced: bool) -> Result<PathBuf, StoreError> {
    let path = folder.join(name);
    let beside = folder.join(format!(".{name}.{:08x}", fastrand::u32(..)));
    let write = || {
        let mut file = create_private(&beside)?;
        file.write_all(bytes)?;
        if synced {
            faults::at(Point::StateSync)?;
            file.sync_all()?;
        }
        fs::rename(&beside, &path)?;
        if synced {
            faults::at(Point::StateFolderSync)?;
            File::open(folder)?.sync_all()?;
        }
        Ok(())
    };
    write().map_err(|error| {
        // Best effort: what is left of a failed attempt is of no use to anybody.
        match fs::remove_file(&beside) {
            Ok(()) | Err(_) => StoreError::io(&path, error),
        }
    })?;
    Ok(path)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn what_is_kept_is_for_the_user_only() {
        let home = tempfile::tempdir().unwrap();
        let state = StateFolder::at(&home.path().join("state/stuurgroep"));
        let session = state.of_session(Path::new("/ergens/Kompas"), 4);
        let path = session.write("drafts", b"een woord").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"een woord");
        session.write("drafts", b"een ander").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"een ander");
        assert_eq!((mode(&path), mode(session.folder()), mode(state.root())), (0o600, 0o700, 0o700));
        assert_eq!(fs::read_dir(session.folder()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_folder_that_was_too_open_is_closed() {
        let home = tempfile::tempdir().unwrap();
        let root = home.path().join("stuurgroep");
        fs::create_dir(&root).unwrap();
        fs::set_permissions(&root, fs::Permissions::from_mode(0o755)).unwrap();
        StateFolder::at(&root).machine().unwrap();
        assert_eq!(mode(&root), 0o700);
    }

    #[test]
    fn a_machine_keeps_its_name_and_chains_of_one_name_are_two() {
        let home = tempfile::tempdir().unwrap();
        let state = StateFolder::at(home.path());
        let name = state.machine().unwrap();
        assert_eq!((name.len(), state.machine().unwrap()), (8, name));
        // One that was cut short by an earlier version, or that is something else.
        for broken in [&b""[..], b"0bad", b"nobody's", b"\xff\xfe"] {
            fs::write(home.path().join("machine"), broken).unwrap();
            let name = state.machine().unwrap();
            assert_eq!((name.len(), state.machine().unwrap()), (8, name));
        }
        let (here, there) = (Path::new("/hier/kompas"), Path::new("/daar/kompas"));
        assert_ne!(state.of_session(here, 1), state.of_session(there, 1));
    }

    #[test]
    fn what_is_replaced_is_another_file_and_never_the_old_one_written_over() {
        let home = tempfile::tempdir().unwrap();
        let session = StateFolder::at(home.path()).of_session(Path::new("/ergens/Kompas"), 4);
        let path = session.write("drafts", b"een woord").unwrap();
        let second = home.path().join("second");
        fs::hard_link(&path, &second).unwrap();
        session.write("drafts", b"een ander").unwrap();
        assert_eq!(fs::read(&second).unwrap(), b"een woord");
    }

    #[test]
    fn a_name_that_can_not_be_read_is_an_error_and_a_private_file_takes_no_name_that_is_taken() {
        let home = tempfile::tempdir().unwrap();
        // A link to itself: the system can't say what is in it.
        std::os::unix::fs::symlink("machine", home.path().join("machine")).unwrap();
        assert!(StateFolder::at(home.path()).machine().is_err());
        let (victim, link) = (home.path().join("victim"), home.path().join("link"));
        fs::write(&victim, "van een ander").unwrap();
        std::os::unix::fs::symlink(&victim, &link).unwrap();
        assert!(create_private(&victim).is_err() && create_private(&link).is_err());
        assert_eq!(fs::read_to_string(&victim).unwrap(), "van een ander");
    }

    #[test]
    fn what_is_kept_of_a_chain_follows_its_folder_and_stays_when_that_is_copied() {
        let root = tempfile::tempdir().unwrap();
        let [first, second, copy] = ["kompas", "kompas-2027", "kompas kopie"].map(|name| root.path().join(name));
        fs::create_dir(&first).unwrap();
        let state = StateFolder::at(&root.path().join("state"));
        state.follow(&first, true).unwrap();
        state.of_session(&first, 4).write("draft", b"een half woord").unwrap();
        // A copy is another chain, whoever else is looked for.
        fs::create_dir(&copy).unwrap();
        state.follow(&copy, true).unwrap();
        assert!(!state.of_session(&copy, 4).folder().join("draft").exists());
        fs::rename(&first, &second).unwrap();
        state.follow(&second, false).unwrap();
        assert_eq!(fs::read(state.of_session(&second, 4).folder().join("draft")).unwrap(), b"een half woord");
        assert!(!state.of_session(&first, 4).folder().exists());
        // And back again, now that the note says the first name.
        fs::rename(&second, &first).unwrap();
        state.follow(&first, true).unwrap();
        assert!(state.of_session(&first, 4).folder().join("draft").exists());
    }
}
