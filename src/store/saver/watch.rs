//! The file between saves: what others do to it is noticed within seconds, not with the next word that is put on record.

use super::worker::SaveWorker;
use super::{APART, Job, LOOK, Outside, Theirs, Work};
use crate::store::dir::{Dir, Look};
use crate::store::error::StoreError;
use crate::store::folder::Folder;
use crate::store::history;
use crate::store::lock::Held;
use crate::store::names;
use crate::store::read::{self, Loaded};
use crate::store::seal::sha256;
use crate::store::system_watch::{SystemWatch, Told, Watched};
use chrono::NaiveDateTime;
use std::collections::HashSet;
use std::path::Path;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

/// A file that can't be read may be on its way: so long it is left alone.
const ON_ITS_WAY: Duration = Duration::from_secs(10);
/// The lock says so often who has it; with it the file is looked at, whatever the system tells. It does not tell of everything:
/// not of what is mounted over a folder, nor of what another name of the same file did to it.
const RENEW: Duration = Duration::from_secs(20);
/// It is looked so often whether the next meeting adopted this one.
const ADOPTED: Duration = Duration::from_secs(2);

/// What is remembered from look to look.
pub(super) struct Watch {
    /// How it looked when it was as it should be; none where it has to be looked at again.
    look: Option<Look>,
    /// When it was looked at last.
    looked: Instant,
    /// Something happened since.
    is_told: bool,
    /// Who tells that.
    system: Option<SystemWatch>,
    /// When the system was asked last, and could not.
    declined: Option<Instant>,
    /// What was saved last, to be written again where it goes.
    last: Option<Work>,
    /// Since when what stands there can't be read, and how it looks.
    broken: Option<(Instant, Look)>,
    renewed: Instant,
    lock_lost: bool,
    is_lost: bool,
    asked: Option<Instant>,
    /// What this machine wrote in earlier runs.
    pub signs: HashSet<String>,
    now: NaiveDateTime,
    began: Instant,
}

impl Watch {
    pub fn new(now: NaiveDateTime) -> Self {
        let began = Instant::now();
        Self {
            look: None,
            looked: began,
            is_told: false,
            system: None,
            declined: None,
            last: None,
            broken: None,
            renewed: began,
            lock_lost: false,
            is_lost: false,
            asked: None,
            signs: HashSet::new(),
            now,
            began,
        }
    }

    /// What time it is, by the clock of the program and what has passed since.
    pub fn now(&self) -> NaiveDateTime {
        let passed = chrono::TimeDelta::from_std(self.began.elapsed()).unwrap_or_default();
        self.now.checked_add_signed(passed).unwrap_or(self.now)
    }

    /// Something happened where the file stands.
    pub fn is_told(&mut self) {
        self.is_told = true;
    }

    /// Lets the system tell what happens in the folder, where it does.
    fn listen(&mut self, dir: &Dir, sessions: &Path, jobs: &Sender<Job>) {
        if self.system.take_if(|system| system.is_over()).is_some() {
            self.declined = None;
        }
        if self.system.is_some() || self.declined.is_some_and(|declined| declined.elapsed() < RENEW) {
            return;
        }
        // What is looked at is what is watched; and by its path it may be another one day, when one above it moves.
        let above = sessions.ancestors().skip(1).map(|path| Watched { path: path.to_owned(), told: Told::Place });
        let folders: Vec<Watched> =
            std::iter::once(Watched { path: dir.opened(), told: Told::Content }).chain(above).collect();
        let jobs = jobs.clone();
        self.system = SystemWatch::over(&folders, move || {
            // Nobody listens any more where the saver ended in the meantime.
            let _ = jobs.send(Job::Look);
        });
        self.declined = self.system.is_none().then(Instant::now);
    }

    /// This was saved last. How it looks is not asked here: somebody may have written since it got its name, and what they
    /// wrote would be taken for it. The next look reads it.
    pub fn saved(&mut self, work: &Work) {
        self.look = None;
        self.broken = None;
        self.last = Some(Work { next: None, includes: Vec::new(), ..work.clone() });
    }

    /// Why this session is not to be written any more: its report is adopted, or may be. It is looked at now and then only.
    pub fn blocked(&mut self, folder: &Folder, number: u32) -> Result<Option<StoreError>, StoreError> {
        if self.asked.is_some_and(|asked| asked.elapsed() < ADOPTED) {
            return Ok(None);
        }
        let why = folder.after(number)?.forbids(number);
        // What forbids is asked again with every save, until it is gone.
        self.asked = why.is_none().then(Instant::now);
        Ok(why)
    }
}

impl SaveWorker {
    /// When the file is to be looked at again, should nobody hand over anything; never where what stands there is closed.
    pub fn next_look(&self) -> Option<Instant> {
        let watch = &self.watch;
        let later = match &watch.system {
            _ if watch.is_told || watch.look.is_none() => APART,
            Some(_) if !watch.lock_lost => RENEW,
            Some(_) | None => LOOK,
        };
        (!self.closed).then(|| watch.looked + later)
    }

    /// Looks what others did to the file, and to the lock.
    pub fn look(&mut self) {
        if self.closed {
            return;
        }
        (self.watch.looked, self.watch.is_told) = (Instant::now(), false);
        self.renew_lock();
        let dir = match self.place.dir() {
            Ok(dir) => dir,
            Err(error) => return self.lost(error),
        };
        self.watch.is_lost = false;
        // Before the look, so that nothing happens between the two.
        let path = self.place.path();
        self.watch.listen(&dir, path.parent().unwrap_or(&path), &self.jobs);
        let before = self.watch.look.take();
        let look = match dir.look(self.place.name()) {
            Ok(Some(look)) => look,
            // The save says that it was gone.
            Ok(None) => return self.write_again(None),
            // What can't be looked at now can be later, or the next save says so.
            Err(_) => return,
        };
        if before == Some(look) {
            self.watch.look = before;
            return;
        }
        match dir.read(self.place.name()) {
            Ok(Some((bytes, look))) => self.found(&dir, bytes, look),
            Ok(None) => {}
            Err(error) => self.broken(error, look),
        }
    }

    /// Another look: another content too?
    fn found(&mut self, dir: &Dir, bytes: Vec<u8>, look: Look) {
        let hash = sha256(&bytes);
        if hash == self.sha256 {
            (self.watch.look, self.watch.broken) = (Some(look), None);
        } else if self.known.has(&hash) || history::is_among(&self.watch.signs, &hash) {
            self.known.add(&hash);
            self.write_again(Some(Outside::Earlier));
        } else {
            match read::loaded(&dir.path(self.place.name()), bytes) {
                Ok(loaded) => {
                    (self.watch.look, self.watch.broken) = (Some(look), None);
                    self.changed(loaded, None);
                }
                Err(error) => self.broken(error, look),
            }
        }
    }

    /// It can't be read. A program that keeps folders in step may be writing it; when it stays so it is kept under another
    /// name, and what is on record here gets its place again.
    fn broken(&mut self, error: StoreError, look: Look) {
        match &self.watch.broken {
            Some((since, before)) if *before == look => {
                if since.elapsed() >= ON_ITS_WAY {
                    // What the save displaces is kept, and told.
                    self.write_again(None);
                }
            }
            Some(_) => self.watch.broken = Some((Instant::now(), look)),
            None => {
                self.watch.broken = Some((Instant::now(), look));
                self.say(Outside::Unreadable(error));
            }
        }
    }

    /// Somebody else wrote a version that can be read.
    fn changed(&mut self, loaded: Loaded, kept: Option<&Path>) {
        let base = self.base_of(&loaded);
        if kept.is_none() {
            // The next revision comes after theirs.
            self.revision = self.revision.max(loaded.revision);
        }
        self.say(Outside::Changed(Box::new(Theirs { loaded, base, kept: kept.map(Path::to_owned) })));
    }

    /// A save displaced what somebody else had written; it is kept, and taken in where it can be read.
    pub fn found_aside(&mut self, kept: &Path) {
        match read::load(kept) {
            Ok(loaded) => self.changed(loaded, Some(kept)),
            Err(error) => self.say(Outside::KeptBroken(error)),
        }
    }

    /// Puts what is on record in its place again, and says why.
    fn write_again(&mut self, why: Option<Outside>) {
        let last = self.watch.last.clone().or_else(|| {
            let session = self.own.back()?.session.clone();
            Some(Work { ticket: 0, session, next: None, at: self.watch.now(), includes: Vec::new() })
        });
        let Some(work) = last else { return };
        match self.write(&work) {
            Ok(saved) => {
                self.clear_up(&work, &saved);
                why.into_iter().for_each(|why| self.say(why));
            }
            Err(error) => self.say(Outside::Unreadable(error)),
        }
    }

    /// The folder itself can't be entered: what is on record is not to be found. Said once; the next save tries again.
    fn lost(&mut self, error: StoreError) {
        self.watch.look = None;
        if !std::mem::replace(&mut self.watch.is_lost, true) {
            self.say(Outside::Unreadable(error));
        }
    }

    fn renew_lock(&mut self) {
        let Some(lock) = &self.lock else { return };
        // A little before it is due: it goes with a look, and the next one may be late.
        if self.watch.renewed.elapsed() + APART < RENEW && !self.watch.lock_lost {
            return;
        }
        self.watch.renewed = Instant::now();
        match lock.renew() {
            Ok(Held::Still | Held::Again) => self.watch.lock_lost = false,
            Ok(Held::Lost(who)) => {
                if !std::mem::replace(&mut self.watch.lock_lost, true) {
                    self.say(Outside::LockLost(who));
                }
            }
            // The hashes of the files still tell whether somebody else writes.
            Err(_) => {}
        }
    }
}

/// Copies that were put aside and are in what was saved now are of no more use; whether there were any.
pub(super) fn settle(dir: &Dir, name: &str, includes: &[String]) -> bool {
    let mut any = false;
    if includes.is_empty() {
        return any;
    }
    let Ok(names) = dir.names(|name| name.starts_with('.')) else { return any };
    let number = names::canonical(name);
    for copy in names::sort(names).copies {
        let is_of_this = copy.by == names::PutBy::Us && Some(copy.number) == number;
        let is_in = |bytes: &[u8]| includes.contains(&sha256(bytes));
        if is_of_this && matches!(dir.read(&copy.name), Ok(Some((bytes, _))) if is_in(&bytes)) {
            dir.discard(&copy.name);
            any = true;
        }
    }
    any
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn only_a_copy_of_ones_own_that_was_taken_in_goes() {
        let folder = tempfile::tempdir().unwrap();
        let name = "0004-2026-12-10.ron";
        let put = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        put(name, "de vergadering");
        let stay = [
            (".0004-2026-12-10.ron.outside-3-00000002", "niet overgenomen"),
            (".0003-2026-09-17.ron.outside-3-00000003", "overgenomen"),
            ("0004-2026-12-10 (conflicted copy 2026-12-10 101112).ron", "overgenomen"),
        ];
        stay.iter().for_each(|(name, text)| put(name, text));
        put(".0004-2026-12-10.ron.outside-3-00000001", "overgenomen");
        let dir = Dir::open(folder.path()).unwrap();
        assert!(!settle(&dir, name, &[]));
        assert_eq!(dir.names(|_| true).unwrap().len(), 5);
        assert!(settle(&dir, name, &[sha256(b"overgenomen")]));
        let names = dir.names(|_| true).unwrap();
        assert!(names.len() == 4 && stay.iter().all(|(name, _)| names.iter().any(|found| found == name)), "{names:?}");
    }
}
