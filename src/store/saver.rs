//! The thread that saves, and that looks after the file between saves. The one that draws never waits for it.

mod left_out;
mod rescue;
mod watch;
mod worker;

use super::error::StoreError;
use super::folder::Folder;
use super::lock::Lock;
use super::read::Loaded;
use super::state::SessionState;
use super::write::Saved;
use crate::model::Session;
use chrono::NaiveDateTime;
use rescue::Rescue;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};
use worker::SaveWorker;

/// What the saver has to say about a ticket.
#[derive(Debug)]
pub struct Report {
    /// The highest ticket that the report is about.
    pub ticket: u64,
    /// How it went; after a failure the saver tries again by itself.
    pub result: Result<Saved, Failed>,
}

/// A state that is not where it belongs.
#[derive(Debug)]
pub struct Failed {
    /// Why.
    pub error: StoreError,
    /// Where it is kept meanwhile; the error where that failed too.
    pub rescued: Result<PathBuf, StoreError>,
}

/// What happened to the file, or beside it, that is not the answer to a ticket.
#[derive(Debug)]
pub enum Outside {
    /// Somebody else wrote another version.
    Changed(Box<Theirs>),
    /// What stands there can't be read any more; it is on its way, or broken.
    Unreadable(StoreError),
    /// What can't be read is kept under another name, and the meeting is written again: where, and why it can't.
    KeptBroken(StoreError),
    /// The file was gone, and is written again.
    Gone,
    /// An earlier revision of one's own had been put back; the newest is written again.
    Earlier,
    /// Work that could not be written where it belongs when the program was left.
    Rescued(Box<Theirs>),
    /// What this machine recorded last is not in the file: an older one was put back, or another took its place.
    LeftOut(Box<Theirs>),
    /// Such work can't be read; it stays where it is.
    RescueUnread(StoreError),
    /// Somebody asked for such work, and there is none.
    NothingRescued,
    /// This file system can't bring names to disk; said once.
    NotSynced,
    /// Earlier revisions can't be kept; said once.
    NoHistory(StoreError),
    /// Somebody else has the lock of the folder now.
    LockLost(String),
    /// Copies that were put aside went: all that they hold is recorded.
    Settled,
}

/// A version of somebody else, or of an earlier run.
#[derive(Debug)]
pub struct Theirs {
    /// What it holds.
    pub loaded: Loaded,
    /// What it was made from, where that is known.
    pub base: Option<Session>,
    /// The copy that it was put aside as, where it does not stand in the place of the session.
    pub kept: Option<PathBuf>,
}

/// What the saver tells.
#[derive(Debug)]
pub enum News {
    /// About a ticket.
    Tried(Report),
    /// About the file.
    Outside(Outside),
}

enum Job {
    Save(Box<Work>),
    Flush(Sender<bool>),
    Rescued,
    /// Something happened where the file stands.
    Look,
    /// Nobody hands over anything any more.
    Leave,
}

/// One state to be saved.
#[derive(Debug, Clone)]
pub struct Work {
    /// Counts up with every change.
    pub ticket: u64,
    /// The session as it is now.
    pub session: Session,
    /// The next session, when this one was just closed.
    pub next: Option<Session>,
    /// When it came to be.
    pub at: NaiveDateTime,
    /// Versions of others that are in it: the hashes of their files.
    pub includes: Vec<String>,
}

/// What a saver needs to know of where it works.
#[derive(Debug)]
pub struct Ground<'g> {
    /// The folder of the chain.
    pub folder: &'g Folder,
    /// The file, as it was read.
    pub path: &'g Path,
    /// What was read.
    pub loaded: &'g Loaded,
    /// What this machine keeps of the session, where it keeps anything.
    pub state: Option<SessionState>,
    /// The lock of the folder, where there is one.
    pub lock: Option<Arc<Lock>>,
    /// Now.
    pub now: NaiveDateTime,
}

/// Hand over sessions here; news comes back through the function given to [`Saver::start`].
pub struct Saver {
    jobs: Sender<Job>,
    rescue: Option<Rescue>,
}

/// Waiting time after the first failure; doubles up to the longest.
const FIRST_WAIT: Duration = Duration::from_secs(1);
const LONGEST_WAIT: Duration = Duration::from_secs(30);
/// Where the system does not tell when a file changes, it is looked at this often between saves.
const LOOK: Duration = Duration::from_secs(2);
/// So long lies between two looks at least, whatever is told; and so soon it is looked again at what is not as it should be.
const APART: Duration = Duration::from_secs(1);
/// Whoever drops a saver waits at most so long for a last try.
const PATIENCE: Duration = Duration::from_secs(2);

impl Saver {
    /// Starts the thread for a file.
    pub fn start(ground: Ground<'_>, tell: impl Fn(News) + Send + 'static) -> Result<Self, StoreError> {
        let (jobs, inbox) = mpsc::channel();
        let mut worker = SaveWorker::new(ground, Box::new(tell), jobs.clone())?;
        let rescue = worker.rescue.clone();
        thread::spawn(move || worker.run(&inbox));
        Ok(Self { jobs, rescue })
    }

    /// Hands over a state; returns at once.
    pub fn save(&self, work: Work) {
        // The thread lives until this saver is dropped, so the send can't fail before that.
        let _ = self.jobs.send(Job::Save(Box::new(work)));
    }

    /// Waits until everything handed over was tried, at most so long. True where all of it is on disk.
    pub fn flush(&self, patience: Duration) -> bool {
        let (done, wait) = mpsc::channel();
        self.jobs.send(Job::Flush(done)).is_ok() && wait.recv_timeout(patience) == Ok(true)
    }

    /// Asks for work of earlier runs that is not in the file; what there is, is told like at the start.
    pub fn find_rescued(&self) {
        let _ = self.jobs.send(Job::Rescued);
    }

    /// Keeps a state on this machine because it can't be written where it belongs. Waits at most so long: it may be the same
    /// disk. None where this machine keeps nothing, or did not answer.
    pub fn rescue(&self, session: &Session, patience: Duration) -> Option<Result<PathBuf, StoreError>> {
        let (rescue, session) = (self.rescue.clone()?, session.clone());
        let (done, wait) = mpsc::channel();
        thread::spawn(move || done.send(rescue.keep(&session)));
        wait.recv_timeout(patience).ok()
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        // The thread tries once more and ends. It is not joined: a disk that hangs would hang whoever leaves.
        self.flush(PATIENCE);
        let _ = self.jobs.send(Job::Leave);
    }
}

/// Waits for a job; none where it is time to do something without one.
fn next(inbox: &mpsc::Receiver<Job>, due: Option<Instant>) -> Option<Job> {
    let job = match due {
        Some(due) => inbox.recv_timeout(due.saturating_duration_since(Instant::now())),
        None => inbox.recv().map_err(RecvTimeoutError::from),
    };
    match job {
        Ok(job) => Some(job),
        Err(RecvTimeoutError::Timeout) => None,
        // The worker holds an end itself, so this is not to be.
        Err(RecvTimeoutError::Disconnected) => Some(Job::Leave),
    }
}
