//! The system tells when something changes in a folder, so that nobody has to look again and again.
//!
//! Only where it can be believed: on the file systems of this machine. What another machine does to a share, and what stands
//! behind a file system in user space, it does not see; there, and on systems without inotify, whoever asks has to go on
//! looking. No crate of its own for this: `notify` brings thirty, and is silent about shares all the same.

use std::path::PathBuf;

/// A folder to be watched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    /// By which path the system finds it.
    pub path: PathBuf,
    /// What is told of it.
    pub told: Told,
}

/// What is told of a folder; always that it gets another name, or goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Nothing more.
    Place,
    /// Which files and folders are in it, too.
    Names,
    /// And what happens to them.
    Content,
}

#[cfg(target_os = "linux")]
pub use by_inotify::SystemWatch;
#[cfg(not(target_os = "linux"))]
pub use by_nobody::SystemWatch;

#[cfg(target_os = "linux")]
mod by_inotify {
    use super::{Told, Watched};
    use crate::faults::{self, Point};
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::fs::inotify::{self, CreateFlags, ReadFlags, WatchFlags};
    use rustix::fs::statfs;
    use rustix::io::Errno;
    use std::io::{PipeReader, PipeWriter};
    use std::mem::MaybeUninit;
    use std::os::fd::OwnedFd;
    use std::path::Path;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;
    use std::time::{Duration, Instant};

    /// Who writes a file writes it in pieces: it is told when nothing happened for so long.
    const QUIET: Timespec = Timespec { tv_sec: 0, tv_nsec: 200_000_000 };
    /// However long it goes on, after this it is told.
    const AT_LAST: Duration = Duration::from_millis(500);
    /// Room for some hundred events; what does not fit is read with the next ones.
    const ROOM: usize = 4096;

    /// File systems on which nothing changes without this machine, by the numbers of `statfs(2)`.
    const OWN: [u32; 14] = [
        0xef53,      // ext2, ext3, ext4
        0x5846_5342, // xfs
        0x9123_683e, // btrfs
        0xca45_1a4e, // bcachefs
        0x2fc1_2fc1, // zfs
        0xf2f5_2010, // f2fs
        0x0102_1994, // tmpfs
        0x8584_58f6, // ramfs
        0x794c_7630, // overlayfs
        0x0000_f15f, // ecryptfs
        0x4d44,      // vfat
        0x2011_bab0, // exfat
        0x7366_746e, // ntfs3
        0x3153_464a, // jfs
    ];

    /// The system watches until this is dropped.
    #[derive(Debug)]
    pub struct SystemWatch {
        /// The thread ends when this end of the pipe closes.
        _end: PipeWriter,
        is_over: Arc<AtomicBool>,
    }

    impl SystemWatch {
        /// Watches these folders, and rings after something happened in one of them; also when nothing happens to be
        /// different. None where one of them can't be watched, or the system is not to be believed there.
        pub fn over(folders: &[Watched], ring: impl Fn() + Send + 'static) -> Option<Self> {
            faults::at(Point::Listen).ok()?;
            let inotify = inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK).ok()?;
            for folder in folders {
                watch(&inotify, folder).ok()?;
            }
            let (end, _end) = std::io::pipe().ok()?;
            let is_over = Arc::new(AtomicBool::new(false));
            let over = Arc::clone(&is_over);
            thread::Builder::new().spawn(move || hear(&inotify, &end, &over, ring)).ok()?;
            Some(Self { _end, is_over })
        }

        /// One of the folders went, or stands elsewhere: from here on nothing is told.
        pub fn is_over(&self) -> bool {
            self.is_over.load(Ordering::SeqCst)
        }
    }

    fn watch(inotify: &OwnedFd, folder: &Watched) -> rustix::io::Result<()> {
        let mut flags = WatchFlags::ONLYDIR | WatchFlags::DELETE_SELF | WatchFlags::MOVE_SELF;
        if folder.told != Told::Place && !is_own(&folder.path)? {
            return Err(Errno::NOTSUP);
        }
        let names = WatchFlags::CREATE | WatchFlags::DELETE | WatchFlags::MOVE;
        flags |= match folder.told {
            Told::Place => WatchFlags::empty(),
            Told::Names => names,
            Told::Content => names | WatchFlags::ATTRIB | WatchFlags::MODIFY | WatchFlags::CLOSE_WRITE,
        };
        inotify::add_watch(inotify, &folder.path, flags).map(|_| ())
    }

    fn is_own(path: &Path) -> rustix::io::Result<bool> {
        // The numbers have 32 bits, in a field that is wider or has a sign on some machines.
        let kind = statfs(path)?.f_type as u32;
        Ok(OWN.contains(&kind))
    }

    /// Rings after each burst of events, until nobody wants to know any more or a folder is not where it was.
    fn hear(inotify: &OwnedFd, end: &PipeReader, over: &AtomicBool, ring: impl Fn()) {
        loop {
            let mut both = [PollFd::new(inotify, PollFlags::IN), PollFd::new(end, PollFlags::empty())];
            match poll(&mut both, None) {
                Ok(_) if !both[1].revents().is_empty() => return,
                Ok(_) => {}
                Err(Errno::INTR) => continue,
                Err(_) => break,
            }
            match burst(inotify) {
                Ok(true) => ring(),
                Ok(false) | Err(_) => break,
            }
        }
        over.store(true, Ordering::SeqCst);
        ring();
    }

    /// Takes in events until it is quiet; whether every folder is where it was.
    fn burst(inotify: &OwnedFd) -> rustix::io::Result<bool> {
        let begin = Instant::now();
        let mut is_there = true;
        loop {
            is_there &= drain(inotify)?;
            let mut more = [PollFd::new(inotify, PollFlags::IN)];
            match poll(&mut more, Some(&QUIET)) {
                Ok(0) => return Ok(is_there),
                Ok(_) | Err(Errno::INTR) if begin.elapsed() < AT_LAST => {}
                Ok(_) | Err(Errno::INTR) => return Ok(is_there),
                Err(error) => return Err(error),
            }
        }
    }

    fn drain(inotify: &OwnedFd) -> rustix::io::Result<bool> {
        let gone = ReadFlags::DELETE_SELF | ReadFlags::MOVE_SELF | ReadFlags::IGNORED | ReadFlags::UNMOUNT;
        let mut room = [MaybeUninit::uninit(); ROOM];
        let mut events = inotify::Reader::new(inotify, &mut room);
        let mut is_there = true;
        loop {
            match events.next() {
                Ok(event) => is_there &= !event.events().intersects(gone),
                Err(Errno::WOULDBLOCK) => return Ok(is_there),
                Err(Errno::INTR) => {}
                Err(error) => return Err(error),
            }
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod by_nobody {
    use super::Watched;

    /// There is none.
    #[derive(Debug)]
    pub enum SystemWatch {}

    impl SystemWatch {
        /// This system is not asked.
        pub fn over(_: &[Watched], _: impl Fn() + Send + 'static) -> Option<Self> {
            None
        }

        /// There is none that could be over.
        pub fn is_over(&self) -> bool {
            match *self {}
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::Path;
    use std::sync::mpsc::{self, Receiver};
    use std::time::Duration;

    fn watched(path: &Path, told: Told) -> Watched {
        Watched { path: path.to_owned(), told }
    }

    /// Rings that came within so long after the first.
    fn rings(rung: &Receiver<()>) -> usize {
        let first = rung.recv_timeout(Duration::from_secs(5)).is_ok();
        std::thread::sleep(Duration::from_millis(800));
        usize::from(first) + rung.try_iter().count()
    }

    #[test]
    fn whatever_happens_to_a_file_rings_once_and_a_folder_that_moves_ends_it() {
        let folder = tempfile::tempdir().unwrap();
        let (chain, sessions) = (folder.path().join("keten"), folder.path().join("keten/sessions"));
        fs::create_dir_all(&sessions).unwrap();
        let (ring, rung) = mpsc::channel();
        let begin = || {
            let ring = ring.clone();
            let all =
                [watched(&sessions, Told::Content), watched(&chain, Told::Names), watched(folder.path(), Told::Place)];
            SystemWatch::over(&all, move || ring.send(()).unwrap()).unwrap()
        };
        let system = begin();
        let file = sessions.join("een");
        fs::write(&file, "a").unwrap();
        assert_eq!(rings(&rung), 1, "written in one go");
        fs::write(sessions.join("twee"), "b").unwrap();
        fs::rename(sessions.join("twee"), &file).unwrap();
        assert_eq!(rings(&rung), 1, "put in its place by a rename");
        fs::File::options().write(true).open(&file).unwrap().set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
        assert_eq!(rings(&rung), 1, "touched");
        fs::remove_file(&file).unwrap();
        assert_eq!(rings(&rung), 1, "removed");
        fs::write(chain.join("logo"), "c").unwrap();
        assert_eq!(rings(&rung), 1, "another file in the folder above");
        // What is written there, and what happens further up, is nobody's business.
        fs::write(chain.join("logo"), "d").unwrap();
        fs::write(folder.path().join("brief"), "e").unwrap();
        assert_eq!(rings(&rung), 0);
        assert!(!system.is_over());
        fs::rename(&chain, folder.path().join("elders")).unwrap();
        assert_eq!(rings(&rung), 1);
        assert!(system.is_over());
    }

    #[test]
    fn what_the_system_does_not_see_is_not_watched() {
        let over = |path: &Path, told| SystemWatch::over(&[watched(path, told)], || {}).is_some();
        let folder = tempfile::tempdir().unwrap();
        assert!(over(folder.path(), Told::Content));
        assert!(!over(&folder.path().join("niets"), Told::Content), "it is not there");
        // A file system on which files change without anybody on this machine writing them.
        let proc = Path::new("/proc");
        assert!(!over(proc, Told::Content) && !over(proc, Told::Names) && over(proc, Told::Place));
    }
}
