//! A folder that is held open, and what the store does in it. Everything goes by the name of a file in this folder, so that
//! nothing depends on what the folder is called meanwhile, and no link leads out of it.

use super::error::{StoreError, Trouble};
use super::read::LIMIT;
use crate::faults::{self, Point};
use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags, RawMode, RenameFlags, Stat};
use rustix::fs::{fchmod, fchown, fstat, fsync, linkat, openat, renameat, renameat_with, statat, unlinkat};
use rustix::io::{Errno, retry_on_intr};
use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::{AsRawFd, OwnedFd};
use std::path::{Path, PathBuf};

/// A folder, held open.
#[derive(Debug)]
pub struct Dir {
    fd: OwnedFd,
    path: PathBuf,
}

/// Whether the folder could be synced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Synced {
    /// Its names are on disk.
    Yes,
    /// This file system has no such thing for folders, as some network shares; when names reach the disk is up to it.
    NotOffered,
}

/// What became of a rename that never replaces, or of an exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renamed {
    /// Done.
    Yes,
    /// There is a file of that name already.
    Taken,
    /// One of the two is not there.
    Missing,
    /// This file system has no such thing.
    NotOffered,
}

/// What the errors mean that say *I have no such thing*.
fn not_offered(error: Errno) -> bool {
    [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::OPNOTSUPP, Errno::PERM].contains(&error)
}

fn errno(error: io::Error) -> Errno {
    Errno::from_io_error(&error).unwrap_or(Errno::IO)
}

/// What a test ordered for this place.
fn ordered(point: Point) -> Result<(), Errno> {
    faults::at(point).map_err(errno)
}

/// Syncs what is open, unless a test ordered otherwise.
fn synced(point: Point, fd: &OwnedFd) -> Result<(), Errno> {
    faults::call(point, || fsync(fd).map_err(io::Error::from)).map_err(errno)
}

/// Which file a name stands for, whatever name that is: equal for one file only, as long as it is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Identity {
    device: u64,
    inode: u64,
}

/// How a file looks from outside. Two that look alike may still differ, and a file that looks otherwise was touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    identity: Identity,
    size: i64,
    modified: (i64, i64),
    changed: (i64, i64),
    mode: RawMode,
    owner: (u32, u32),
}

impl Look {
    fn of(stat: &Stat) -> Self {
        Self {
            identity: Identity { device: stat.st_dev, inode: stat.st_ino },
            size: stat.st_size,
            modified: (stat.st_mtime, stat.st_mtime_nsec.cast_signed()),
            changed: (stat.st_ctime, stat.st_ctime_nsec.cast_signed()),
            mode: stat.st_mode,
            owner: (stat.st_uid, stat.st_gid),
        }
    }

    /// An ordinary file, and no link, pipe, folder or device.
    fn is_file(&self) -> bool {
        FileType::from_raw_mode(self.mode) == FileType::RegularFile
    }
}

impl Dir {
    /// Opens a folder by its path.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let fd = retry_on_intr(|| openat(CWD, path, flags, Mode::empty()));
        fd.map(|fd| Self { fd, path: path.to_owned() }).map_err(|error| StoreError::io(path, error.into()))
    }

    /// Opens a folder in this one, whatever this one is called by now.
    pub fn within(&self, name: &str) -> Result<Self, StoreError> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let fd = retry_on_intr(|| openat(&self.fd, name, flags, Mode::empty()));
        let path = self.path.join(name);
        match fd {
            Ok(fd) => Ok(Self { fd, path }),
            Err(error) => Err(StoreError::io(&path, error.into())),
        }
    }

    /// The path of a file in it, as the folder was called when it was opened.
    pub fn path(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// A path that leads to the folder that was opened, whatever it is called by now, as long as this lives.
    pub fn opened(&self) -> PathBuf {
        PathBuf::from(format!("/proc/self/fd/{}", self.fd.as_raw_fd()))
    }

    fn trouble(&self, name: &str, error: Errno) -> StoreError {
        StoreError::io(&self.path.join(name), io::Error::from(error))
    }

    /// How a file looks; none only where there is nothing of that name.
    pub fn look(&self, name: &str) -> Result<Option<Look>, StoreError> {
        let look = || ordered(Point::Look).and_then(|()| statat(&self.fd, name, AtFlags::SYMLINK_NOFOLLOW));
        match retry_on_intr(look) {
            Ok(stat) => Ok(Some(Look::of(&stat))),
            Err(Errno::NOENT) => Ok(None),
            Err(error) => Err(self.trouble(name, error)),
        }
    }

    /// What an ordinary file holds, with how it looks; none only where there is nothing of that name. A link is not followed.
    pub fn read(&self, name: &str) -> Result<Option<(Vec<u8>, Look)>, StoreError> {
        // NONBLOCK: a pipe of that name must not hold up anybody.
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let open = || ordered(Point::Look).and_then(|()| openat(&self.fd, name, flags, Mode::empty()));
        let fd = match retry_on_intr(open) {
            Ok(fd) => fd,
            Err(Errno::NOENT) => return Ok(None),
            Err(Errno::LOOP) => return Err(StoreError::new(&self.path(name), Trouble::NotAFile)),
            Err(error) => return Err(self.trouble(name, error)),
        };
        let look = Look::of(&fstat(&fd).map_err(|error| self.trouble(name, error))?);
        if !look.is_file() {
            return Err(StoreError::new(&self.path(name), Trouble::NotAFile));
        }
        let mut bytes = Vec::new();
        let read = File::from(fd).take(LIMIT + 1).read_to_end(&mut bytes);
        read.map_err(|error| StoreError::io(&self.path(name), error))?;
        if bytes.len() as u64 > LIMIT {
            return Err(StoreError::new(&self.path(name), Trouble::TooLarge));
        }
        Ok(Some((bytes, look)))
    }

    /// Writes a new file and syncs it; an error where there is anything of that name, a link too. `like` is the file that it
    /// is to be as open as. What is left of a failed attempt is taken away.
    pub fn create(&self, name: &str, bytes: &[u8], like: Option<&Look>) -> Result<(), StoreError> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let mode = Mode::from_raw_mode(0o666);
        let open = || ordered(Point::Create).and_then(|()| openat(&self.fd, name, flags, mode));
        let fd = retry_on_intr(open).map_err(|error| self.trouble(name, error))?;
        let written = self.fill(name, fd, bytes, like);
        if written.is_err() {
            self.discard(name);
        }
        written
    }

    fn fill(&self, name: &str, fd: OwnedFd, bytes: &[u8], like: Option<&Look>) -> Result<(), StoreError> {
        let fail = |error| StoreError::io(&self.path(name), error);
        // A link or a folder that stood there says nothing of how open a file is to be.
        if let Some(like) = like.filter(|like| like.is_file()) {
            let own = Look::of(&fstat(&fd).map_err(|error| self.trouble(name, error))?);
            if own.owner != like.owner {
                let (user, group) = like.owner;
                // Only root may give files away: whoever else writes here becomes the owner, and the group keeps its rights.
                match fchown(&fd, Some(rustix::fs::Uid::from_raw(user)), Some(rustix::fs::Gid::from_raw(group))) {
                    Ok(()) => {}
                    Err(error) if not_offered(error) => {}
                    Err(error) => return Err(self.trouble(name, error)),
                }
            }
            match fchmod(&fd, Mode::from_raw_mode(like.mode & 0o777)) {
                Ok(()) => {}
                Err(error) if not_offered(error) => {}
                Err(error) => return Err(self.trouble(name, error)),
            }
        }
        let mut file = File::from(fd);
        file.write_all(bytes).map_err(fail)?;
        faults::call(Point::Sync, || file.sync_all()).map_err(fail)
    }

    /// Makes sure that what somebody else wrote is on disk.
    pub fn sync_file(&self, name: &str) -> Result<(), StoreError> {
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let fd = retry_on_intr(|| openat(&self.fd, name, flags, Mode::empty()));
        fd.and_then(|fd| retry_on_intr(|| synced(Point::CopySync, &fd))).map_err(|error| self.trouble(name, error))
    }

    /// Takes away what nobody needs; that it stays does no harm, and it is recognised at the next start.
    pub fn discard(&self, name: &str) {
        match self.remove(name) {
            Ok(()) | Err(_) => {}
        }
    }

    /// Removes a file; that it is not there any more is fine.
    pub fn remove(&self, name: &str) -> Result<(), StoreError> {
        match retry_on_intr(|| unlinkat(&self.fd, name, AtFlags::empty())) {
            Ok(()) | Err(Errno::NOENT) => Ok(()),
            Err(error) => Err(self.trouble(name, error)),
        }
    }

    /// Two files change names, in one step.
    pub fn exchange(&self, one: &str, other: &str) -> Result<Renamed, StoreError> {
        let exchange = || {
            ordered(Point::Exchange)?;
            renameat_with(&self.fd, one, &self.fd, other, RenameFlags::EXCHANGE)?;
            ordered(Point::Exchanged)
        };
        match retry_on_intr(exchange) {
            Ok(()) => Ok(Renamed::Yes),
            Err(Errno::NOENT) => Ok(Renamed::Missing),
            Err(error) if not_offered(error) => Ok(Renamed::NotOffered),
            Err(error) => Err(self.trouble(other, error)),
        }
    }

    /// Gives a file a name that nobody has; never replaces anything.
    pub fn rename(&self, old: &str, new: &str) -> Result<Renamed, StoreError> {
        let rename = || {
            ordered(Point::Rename)?;
            renameat_with(&self.fd, old, &self.fd, new, RenameFlags::NOREPLACE)
        };
        match retry_on_intr(rename) {
            Ok(()) => Ok(Renamed::Yes),
            Err(Errno::EXIST) => Ok(Renamed::Taken),
            Err(Errno::NOENT) => Ok(Renamed::Missing),
            Err(error) if not_offered(error) => self.rename_by_link(old, new),
            Err(error) => Err(self.trouble(new, error)),
        }
    }

    /// The same where a rename always replaces: a second name never does, and then the first one goes.
    fn rename_by_link(&self, old: &str, new: &str) -> Result<Renamed, StoreError> {
        let renamed = self.link(old, new)?;
        match renamed {
            Renamed::Yes => self.remove(old)?,
            Renamed::NotOffered if self.look(new)?.is_some() => return Ok(Renamed::Taken),
            // No such names either: it was looked at just now, and this is the best that this file system has.
            Renamed::NotOffered => self.replace(old, new)?,
            Renamed::Taken | Renamed::Missing => {}
        }
        Ok(if renamed == Renamed::NotOffered { Renamed::Yes } else { renamed })
    }

    /// Gives a file a second name.
    pub fn link(&self, name: &str, other: &str) -> Result<Renamed, StoreError> {
        let link = || ordered(Point::Link).and_then(|()| linkat(&self.fd, name, &self.fd, other, AtFlags::empty()));
        match retry_on_intr(link) {
            Ok(()) => Ok(Renamed::Yes),
            Err(Errno::EXIST) => Ok(Renamed::Taken),
            Err(Errno::NOENT) => Ok(Renamed::Missing),
            Err(error) if not_offered(error) || error == Errno::MLINK => Ok(Renamed::NotOffered),
            Err(error) => Err(self.trouble(other, error)),
        }
    }

    /// Puts a file in the place of another, whatever that holds.
    pub fn replace(&self, new: &str, name: &str) -> Result<(), StoreError> {
        let replaced = retry_on_intr(|| renameat(&self.fd, new, &self.fd, name));
        replaced.map_err(|error| self.trouble(name, error))
    }

    /// Brings the names of the folder to disk.
    pub fn sync(&self) -> Result<Synced, StoreError> {
        match retry_on_intr(|| synced(Point::FolderSync, &self.fd)) {
            Ok(()) => Ok(Synced::Yes),
            Err(error) if not_offered(error) => Ok(Synced::NotOffered),
            Err(error) => Err(StoreError::io(&self.path, error.into())),
        }
    }

    /// The names of everything in it that is text, hidden ones too, as far as they are wanted.
    pub fn names(&self, is_wanted: impl Fn(&str) -> bool) -> Result<Vec<String>, StoreError> {
        let fail = |error: Errno| StoreError::io(&self.path, error.into());
        let entries = rustix::fs::Dir::read_from(&self.fd).map_err(fail)?;
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.map_err(fail)?;
            if let Ok(name) = entry.file_name().to_str()
                && name != "."
                && name != ".."
                && is_wanted(name)
            {
                names.push(name.to_owned());
            }
        }
        names.sort();
        Ok(names)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use rustix::fs::mknodat;
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    const NAME: &str = "0004-2026-12-10.ron";

    fn folder() -> (tempfile::TempDir, Dir) {
        let folder = tempfile::tempdir().unwrap();
        let dir = Dir::open(folder.path()).unwrap();
        (folder, dir)
    }

    fn is_no_file(read: &Result<Option<(Vec<u8>, Look)>, StoreError>) -> bool {
        matches!(read, Err(StoreError { trouble: Trouble::NotAFile, .. }))
    }

    #[test]
    fn only_a_file_is_read_and_only_what_is_not_there_is_absent() {
        let (folder, dir) = folder();
        let path = folder.path().join(NAME);
        assert!(dir.read(NAME).unwrap().is_none() && dir.look(NAME).unwrap().is_none());
        fs::create_dir(&path).unwrap();
        assert!(is_no_file(&dir.read(NAME)));
        fs::remove_dir(&path).unwrap();
        fs::write(folder.path().join("victim"), "van een ander").unwrap();
        for target in ["victim", "nowhere"] {
            symlink(target, &path).unwrap();
            assert!(is_no_file(&dir.read(NAME)), "{target}");
            assert!(!dir.look(NAME).unwrap().unwrap().is_file(), "{target}");
            fs::remove_file(&path).unwrap();
        }
        fs::write(&path, vec![b' '; usize::try_from(LIMIT).unwrap() + 1]).unwrap();
        assert!(matches!(dir.read(NAME), Err(StoreError { trouble: Trouble::TooLarge, .. })));
        // A name that the system does not take can't be looked at.
        let long = "n".repeat(300);
        assert!(dir.read(&long).is_err() && dir.look(&long).is_err());
    }

    #[test]
    fn a_pipe_in_the_place_of_a_session_holds_up_nobody() {
        let (_folder, dir) = folder();
        mknodat(&dir.fd, NAME, FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
        let (done, wait) = std::sync::mpsc::channel();
        std::thread::spawn(move || done.send(is_no_file(&dir.read(NAME))));
        assert_eq!(wait.recv_timeout(std::time::Duration::from_secs(5)), Ok(true));
    }

    #[test]
    fn a_new_file_takes_no_name_that_is_taken_and_follows_no_link() {
        let (folder, dir) = folder();
        let victim = folder.path().join("victim");
        fs::write(&victim, "van een ander").unwrap();
        symlink("victim", folder.path().join("link")).unwrap();
        symlink("nowhere", folder.path().join("loose")).unwrap();
        for name in ["victim", "link", "loose"] {
            assert!(dir.create(name, b"van ons", None).is_err(), "{name}");
        }
        assert_eq!(fs::read_to_string(&victim).unwrap(), "van een ander");
        assert!(!folder.path().join("nowhere").exists());
        fs::write(folder.path().join("other"), "nieuw").unwrap();
        assert_eq!(dir.rename("other", "victim").unwrap(), Renamed::Taken);
        assert_eq!(fs::read_to_string(&victim).unwrap(), "van een ander");
        dir.remove("other").unwrap();
        dir.remove("other").unwrap();
    }

    #[test]
    fn a_new_file_is_as_open_as_the_one_that_it_is_to_replace_and_a_link_says_nothing_of_that() {
        let (folder, dir) = folder();
        let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
        fs::write(folder.path().join(NAME), "").unwrap();
        fs::set_permissions(folder.path().join(NAME), fs::Permissions::from_mode(0o640)).unwrap();
        dir.create("new", b"", dir.look(NAME).unwrap().as_ref()).unwrap();
        assert_eq!(mode("new"), 0o640);
        symlink(NAME, folder.path().join("link")).unwrap();
        dir.create("plain", b"", None).unwrap();
        dir.create("like-a-link", b"", dir.look("link").unwrap().as_ref()).unwrap();
        assert_eq!(mode("like-a-link"), mode("plain"));
    }
}
