//! What the saver knows of its file, and how it writes.

use super::rescue::{self, Rescue};
use super::{FIRST_WAIT, Failed, Ground, Job, LONGEST_WAIT, News, Outside, Report, Theirs, Work};
use super::{next, watch};
use crate::faults::{self, Point};
use crate::model::Session;
use crate::store::dir::Synced;
use crate::store::error::StoreError;
use crate::store::folder::Folder;
use crate::store::format::Printer;
use crate::store::history::{self, History};
use crate::store::left_out::LeftOut;
use crate::store::lock::Lock;
use crate::store::place::Place;
use crate::store::read::Loaded;
use crate::store::seal::{Stamp, sha256};
use crate::store::state::SessionState;
use crate::store::write::{self, Known, Saved};
use chrono::NaiveDateTime;
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};
use std::time::Instant;

/// So many of one's own revisions are remembered whole, to know what somebody else's version was made from.
const REMEMBERED: usize = 100;

/// A revision that stood in the file.
#[derive(Debug)]
pub(super) struct Own {
    /// The hash of its body.
    pub body: String,
    /// What it holds.
    pub session: Session,
}

/// What the thread that saves knows of its file.
pub(super) struct SaveWorker {
    pub folder: Folder,
    pub place: Place,
    /// The number of the last revision of the file, and the hash of its body.
    pub revision: u32,
    pub body: String,
    /// SHA-256 of what this program knows to stand there.
    pub sha256: String,
    pub known: Known,
    printer: Printer,
    pub own: VecDeque<Own>,
    /// What stands on disk is closed.
    pub closed: bool,
    pub history: Option<History>,
    /// What this machine recorded and the file lacks.
    pub left_out: Option<LeftOut>,
    /// What stood in the file when it was opened, until that was compared with what this machine keeps.
    pub opened: Option<Box<Loaded>>,
    pub state: Option<SessionState>,
    pub lock: Option<Arc<Lock>>,
    pub tell: Box<dyn Fn(News) + Send>,
    /// The other end of its own inbox, for the system to ring at.
    pub jobs: Sender<Job>,
    pub watch: watch::Watch,
    said_not_synced: bool,
    said_no_history: bool,
    /// Where work is kept that can't be written; none where this machine keeps nothing.
    pub rescue: Option<Rescue>,
    /// This run kept some.
    has_rescue: bool,
    /// What earlier runs kept, with the hash of each: it goes when a save holds it.
    rescued: Vec<(PathBuf, String)>,
}

impl SaveWorker {
    pub fn new(ground: Ground<'_>, tell: Box<dyn Fn(News) + Send>, jobs: Sender<Job>) -> Result<Self, StoreError> {
        let Ground { folder, path, loaded, state, lock, now } = ground;
        let mut worker = Self {
            folder: folder.clone(),
            place: Place::of(folder, path)?,
            revision: loaded.revision,
            body: loaded.body.clone(),
            sha256: loaded.sha256.clone(),
            known: Known::on(folder.machine()).and(&loaded.sha256),
            printer: Printer::default(),
            own: VecDeque::new(),
            closed: !loaded.session.is_open(),
            history: state.as_ref().map(History::of),
            left_out: state.as_ref().map(LeftOut::of),
            opened: Some(Box::new(loaded.clone())),
            state,
            lock,
            tell,
            jobs,
            watch: watch::Watch::new(now),
            said_not_synced: false,
            said_no_history: false,
            rescue: None,
            has_rescue: false,
            rescued: Vec::new(),
        };
        worker.remember(loaded.body.clone(), loaded.session.clone());
        worker.rescue = worker.state.clone().map(|state| Rescue::new(state, worker.stamp()));
        Ok(worker)
    }

    pub fn run(&mut self, inbox: &Receiver<Job>) {
        self.begin();
        let mut pending: Option<Box<Work>> = None;
        let (mut wait, mut again) = (FIRST_WAIT, Instant::now());
        loop {
            let mut taken = Taken::default();
            let due = if pending.is_some() { Some(again) } else { self.next_look() };
            match next(inbox, due) {
                Some(job) => taken.take(job, &mut pending),
                None if pending.is_some() => {
                    wait = (wait * 2).min(LONGEST_WAIT);
                    taken.is_due = true;
                }
                None => {
                    self.look();
                    continue;
                }
            }
            // Only the newest state counts: what piled up while the disk was busy goes in one write.
            while let Ok(job) = inbox.try_recv() {
                taken.take(job, &mut pending);
            }
            if taken.is_told {
                self.watch.is_told();
            }
            if taken.asked && !self.find_rescued() {
                self.say(Outside::NothingRescued);
            }
            // With the last try leaving the program never costs what a full disk gave back in the meantime.
            if taken.is_due && self.try_save(&mut pending) {
                wait = FIRST_WAIT;
            } else if taken.is_due {
                again = Instant::now() + wait;
            }
            taken.waiting.into_iter().for_each(|done: Sender<bool>| {
                let _ = done.send(pending.is_none());
            });
            if taken.leaves {
                return;
            }
        }
    }

    /// Tells something; nobody listens any more only when the program ends.
    pub fn say(&self, outside: Outside) {
        (self.tell)(News::Outside(outside));
    }

    /// What an earlier run left: revisions, and work that could not be written.
    fn begin(&mut self) {
        let signs = self.history.as_ref().map(History::signs).transpose();
        let signs = signs.unwrap_or_else(|error| {
            self.no_history(error);
            None
        });
        let signs = signs.unwrap_or_default();
        let is_kept = history::is_among(&signs, &self.sha256);
        self.watch.signs = signs;
        // What stands there is the newest revision from now on, so this comes first.
        match self.set_left_out_apart() {
            Ok(leaves_out) if is_kept && !leaves_out => {}
            Ok(_) => self.keep_opened(),
            Err(error) => self.no_history(error),
        }
        if let Some(history) = &self.history
            && let Err(error) = history.thin(self.watch.now())
        {
            self.no_history(error);
        }
        self.find_rescued();
        self.find_left_out();
    }

    /// What the meeting was when it was opened is a version to go back to as well.
    fn keep_opened(&mut self) {
        let Ok(dir) = self.place.dir() else { return };
        match dir.read(self.place.name()) {
            Ok(Some((bytes, _))) if sha256(&bytes) == self.sha256 => self.keep(&bytes, self.watch.now()),
            // Of anything else that stands there the watch tells.
            Ok(Some(_) | None) => {}
            Err(error) => self.no_history(error),
        }
    }

    /// Work of earlier runs that is not in the file; whether there is any.
    pub fn find_rescued(&mut self) -> bool {
        let earlier = self.rescue.as_ref().map_or_else(|| Ok(Vec::new()), Rescue::earlier);
        let earlier = earlier.unwrap_or_else(|error| {
            self.say(Outside::RescueUnread(error));
            Vec::new()
        });
        self.rescued.clear();
        let mut any = false;
        for rescue::Earlier { path, content } in earlier {
            match content {
                Ok(loaded) if loaded.body == self.body || self.own(&loaded.body).is_some() => {
                    rescue::forget(&path);
                }
                Ok(loaded) => {
                    any = true;
                    let base = self.base_of(&loaded);
                    self.rescued.push((path.clone(), loaded.sha256.clone()));
                    self.say(Outside::Rescued(Box::new(Theirs { loaded, base, kept: Some(path) })));
                }
                Err(error) => self.say(Outside::RescueUnread(error)),
            }
        }
        any
    }

    fn try_save(&mut self, pending: &mut Option<Box<Work>>) -> bool {
        let Some(work) = pending.take() else { return true };
        let result = faults::at(Point::Saver).map_err(|error| StoreError::io(&self.place.path(), error));
        match result.and_then(|()| self.write(&work)) {
            Ok(saved) => {
                // It is told first: what follows is not waited for by anybody who wants to know that it is recorded.
                (self.tell)(News::Tried(Report { ticket: work.ticket, result: Ok(saved.clone()) }));
                self.clear_up(&work, &saved);
                true
            }
            Err(error) => {
                let failed = self.failed(&work, error);
                (self.tell)(News::Tried(Report { ticket: work.ticket, result: Err(failed) }));
                *pending = Some(work);
                false
            }
        }
    }

    /// What can't be written where it belongs is kept on this machine meanwhile.
    fn failed(&mut self, work: &Work, error: StoreError) -> Failed {
        let rescued = match &self.rescue {
            Some(rescue) => rescue.keep(&work.session),
            None => Err(StoreError::io(&self.place.path(), std::io::ErrorKind::NotFound.into())),
        };
        self.has_rescue |= rescued.is_ok();
        Failed { error, rescued }
    }

    fn stamp(&self) -> Stamp {
        Stamp::next(self.revision, &self.body)
    }

    pub fn write(&mut self, work: &Work) -> Result<Saved, StoreError> {
        if let Some(error) = self.watch.blocked(&self.folder, work.session.number)? {
            return Err(error);
        }
        let dir = self.place.dir()?;
        if self.closed && work.session.is_open() {
            self.folder.keep_closed(&dir, work.session.number, self.place.name())?;
        }
        self.place.follow(&dir, &work.session)?;
        for sha256 in &work.includes {
            self.known.add(sha256);
        }
        let stamp = self.stamp();
        let saved = write::save(&dir, self.place.name(), &work.session, &stamp, &mut self.known, &mut self.printer)?;
        (self.revision, self.sha256, self.body) = (saved.revision, saved.sha256.clone(), saved.body.clone());
        self.closed = !work.session.is_open();
        self.remember(saved.body.clone(), work.session.clone());
        self.watch.saved(work);
        if let Some(next) = &work.next {
            self.folder.prepare(next)?;
            self.folder.forget_closed(&dir, work.session.number)?;
        }
        Ok(saved)
    }

    /// Keeps what was written as an earlier revision too, lets go of what is in it now, and tells what was found there.
    pub fn clear_up(&mut self, work: &Work, saved: &Saved) {
        if saved.synced == Synced::NotOffered && !std::mem::replace(&mut self.said_not_synced, true) {
            self.say(Outside::NotSynced);
        }
        self.keep(saved.text.as_bytes(), work.at);
        self.forget_rescued(&work.includes);
        // What stays is told of again at the next start, and known then.
        if let Ok(dir) = self.place.dir() {
            saved.clear(&dir);
            if watch::settle(&dir, self.place.name(), &work.includes) {
                self.say(Outside::Settled);
            }
        }
        if let Some(Err(error)) = self.left_out.as_ref().map(|left_out| left_out.settle(&work.includes)) {
            self.no_history(error);
        }
        if saved.was_gone {
            self.say(Outside::Gone);
        }
        if let Some(kept) = &saved.set_aside {
            self.found_aside(kept);
        }
    }

    /// Keeps the revision that stands on disk now as an earlier one, for later.
    fn keep(&mut self, text: &[u8], at: NaiveDateTime) {
        let Some(history) = &self.history else { return };
        if let Err(error) = history.keep(text, self.revision, at, &self.sha256) {
            self.no_history(error);
        }
    }

    pub fn no_history(&mut self, error: StoreError) {
        if !std::mem::replace(&mut self.said_no_history, true) {
            self.say(Outside::NoHistory(error));
        }
    }

    /// What this run kept is in what was saved now, and of earlier runs what was taken in.
    fn forget_rescued(&mut self, includes: &[String]) {
        let stamp = self.stamp();
        let Some(rescue) = &self.rescue else { return };
        rescue.follows(stamp);
        if self.has_rescue {
            self.has_rescue = !rescue.forget();
        }
        self.rescued.retain(|(path, sha256)| !includes.contains(sha256) || !rescue::forget(path));
    }

    pub fn remember(&mut self, body: String, session: Session) {
        self.own.push_back(Own { body, session });
        if self.own.len() > REMEMBERED {
            self.own.pop_front();
        }
    }

    pub fn own(&self, body: &str) -> Option<&Session> {
        self.own.iter().rev().find(|own| own.body == body).map(|own| &own.session)
    }

    /// What a version was made from: what its seal still says where it was edited by hand, what it says that it comes after
    /// where a program wrote it.
    pub fn base_of(&mut self, theirs: &Loaded) -> Option<Session> {
        let says = theirs.says.as_ref()?;
        let edited = self.own.iter().rev().find(|own| says.is_edited_from(&own.body, &theirs.body));
        let written = || self.own.iter().rev().find(|own| says.is_after(&own.body));
        if let Some(own) = edited.or_else(written) {
            return Some(own.session.clone());
        }
        // It may be from before this program was started.
        let first = self.own.front().map_or(&self.body, |own| &own.body);
        let kept = self.history.as_ref().map_or(Ok(None), |history| history.base_of(theirs, first));
        kept.unwrap_or_else(|error| {
            self.no_history(error);
            None
        })
    }
}

/// What was handed over at once.
#[derive(Default)]
struct Taken {
    /// What is pending is to be tried now.
    is_due: bool,
    /// Who wants to know how that went.
    waiting: Vec<Sender<bool>>,
    /// Somebody asked for work of earlier runs.
    asked: bool,
    /// Something happened where the file stands.
    is_told: bool,
    leaves: bool,
}

impl Taken {
    fn take(&mut self, job: Job, pending: &mut Option<Box<Work>>) {
        // That others write, or that a try of one's own failed, is no reason to try earlier.
        self.is_due |= !matches!(job, Job::Look);
        match job {
            Job::Save(mut work) => {
                let before = pending.take();
                // A next session that was not written yet must not get lost when a newer state takes its place, nor what is
                // in it.
                if let Some(before) = before {
                    if work.next.is_none() && !work.session.is_open() {
                        work.next = before.next;
                    }
                    work.includes.extend(before.includes);
                }
                *pending = Some(work);
            }
            Job::Flush(done) => self.waiting.push(done),
            Job::Rescued => self.asked = true,
            Job::Look => self.is_told = true,
            Job::Leave => self.leaves = true,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::store::read;
    use std::path::Path;

    fn work(ticket: u64, session: &Session) -> Box<Work> {
        let at = "2026-12-10T14:00:00".parse().unwrap();
        Box::new(Work { ticket, session: session.clone(), next: None, at, includes: Vec::new() })
    }

    #[test]
    fn a_later_state_takes_along_what_an_earlier_one_that_was_not_saved_had_to_bring() {
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
        let [closed, live] =
            ["0003-2026-09-17.ron", "0004-2026-12-10.ron"].map(|name| read::load(&sample.join(name)).unwrap().session);
        let (mut pending, mut taken) = (None, Taken::default());
        let mut first = work(1, &closed);
        (first.next, first.includes) = (Some(live.clone()), vec!["a".to_owned()]);
        taken.take(Job::Save(first), &mut pending);
        let mut second = work(2, &closed);
        second.includes = vec!["b".to_owned()];
        taken.take(Job::Save(second), &mut pending);
        let found = pending.as_ref().unwrap();
        assert_eq!((found.ticket, found.next.as_ref()), (2, Some(&live)));
        assert!(["a", "b"].iter().all(|hash| found.includes.iter().any(|found| found == hash)), "{found:?}");
        // One that is open again has no next meeting any more.
        taken.take(Job::Save(work(3, &live)), &mut pending);
        assert!(pending.unwrap().next.is_none());
    }
}
