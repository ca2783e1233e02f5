//! The thread that saves. The one that draws never waits for it.

use super::archive::Folder;
use super::error::StoreError;
use super::place::Place;
use super::read::Loaded;
use super::write::{self, Saved};
use crate::model::Session;
use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// What the saver has to say about a ticket.
#[derive(Debug)]
pub struct Report {
    /// The highest ticket that the report is about.
    pub ticket: u64,
    /// How it went; after a failure the saver tries again by itself.
    pub result: Result<Saved, StoreError>,
}

enum Job {
    Save(Box<Work>),
    Flush(Sender<()>),
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
}

/// Hand over sessions here; reports come back through the function given to [`Saver::start`].
pub struct Saver {
    jobs: Sender<Job>,
    thread: Option<JoinHandle<()>>,
}

/// Waiting time after the first failure; doubles up to the longest.
const FIRST_WAIT: Duration = Duration::from_secs(1);
const LONGEST_WAIT: Duration = Duration::from_secs(30);

struct Desk {
    folder: Folder,
    place: Place,
    revision: u32,
    base: Option<String>,
    /// What stands on disk is closed.
    closed: bool,
    report: Box<dyn Fn(Report) + Send>,
}

impl Saver {
    /// Starts the thread for the file at `path`, as it was read.
    pub fn start(folder: Folder, path: &Path, loaded: &Loaded, report: impl Fn(Report) + Send + 'static) -> Self {
        let (jobs, inbox) = mpsc::channel();
        let (revision, base) = (loaded.revision, Some(loaded.sha256.clone()));
        let closed = !loaded.session.is_open();
        let place = Place::of(&folder, path);
        let mut desk = Desk { folder, place, revision, base, closed, report: Box::new(report) };
        let thread = thread::spawn(move || desk.run(&inbox));
        Self { jobs, thread: Some(thread) }
    }

    /// Hands over a state; returns at once.
    pub fn save(&self, work: Work) {
        // The thread lives until this saver is dropped, so the send can't fail before that.
        let _ = self.jobs.send(Job::Save(Box::new(work)));
    }

    /// Waits until everything handed over was tried, at most so long.
    pub fn flush(&self, patience: Duration) {
        let (done, wait) = mpsc::channel();
        if self.jobs.send(Job::Flush(done)).is_ok() {
            let _ = wait.recv_timeout(patience);
        }
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        let (nowhere, _) = mpsc::channel();
        drop(std::mem::replace(&mut self.jobs, nowhere));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Desk {
    fn run(&mut self, inbox: &Receiver<Job>) {
        let mut pending: Option<Box<Work>> = None;
        let mut wait = FIRST_WAIT;
        loop {
            let job =
                if pending.is_some() { inbox.recv_timeout(wait) } else { inbox.recv().map_err(RecvTimeoutError::from) };
            let mut waiting = Vec::new();
            match job {
                Ok(job) => take(job, &mut pending, &mut waiting),
                Err(RecvTimeoutError::Timeout) => wait = (wait * 2).min(LONGEST_WAIT),
                Err(RecvTimeoutError::Disconnected) => {
                    // One last try, so that leaving the program never costs what a full disk gave back in the meantime.
                    self.try_save(&mut pending);
                    return;
                }
            }
            // Only the newest state counts: what piled up while the disk was busy goes in one write.
            while let Ok(job) = inbox.try_recv() {
                take(job, &mut pending, &mut waiting);
            }
            if self.try_save(&mut pending) {
                wait = FIRST_WAIT;
            }
            waiting.into_iter().for_each(|done| {
                let _ = done.send(());
            });
        }
    }

    fn try_save(&mut self, pending: &mut Option<Box<Work>>) -> bool {
        let Some(work) = pending.take() else { return true };
        let result = self.write(&work);
        let saved = result.is_ok();
        (self.report)(Report { ticket: work.ticket, result });
        if !saved {
            *pending = Some(work);
        }
        saved
    }

    fn write(&mut self, work: &Work) -> Result<Saved, StoreError> {
        if self.closed && work.session.is_open() {
            self.folder.keep_closed(work.session.number, &self.place.path())?;
        }
        self.place.follow(&work.session)?;
        let saved = write::save(&self.place.path(), &work.session, self.revision + 1, self.base.as_deref())?;
        (self.revision, self.base) = (saved.revision, Some(saved.sha256.clone()));
        self.closed = !work.session.is_open();
        if let Some(next) = &work.next {
            self.folder.prepare(next)?;
            self.folder.forget_closed(work.session.number);
        }
        Ok(saved)
    }
}

fn take(job: Job, pending: &mut Option<Box<Work>>, waiting: &mut Vec<Sender<()>>) {
    match job {
        Job::Save(mut work) => {
            // A next session that was not written yet must not get lost when a newer state takes its place.
            if work.next.is_none() && !work.session.is_open() {
                work.next = pending.take().and_then(|old| old.next);
            }
            *pending = Some(work);
        }
        Job::Flush(done) => waiting.push(done),
    }
}
