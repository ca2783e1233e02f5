//! The thread that keeps what is not on record: drafts and steps, and what is said to who follows. The one that draws never waits for it.

use super::drafts::{self, Draft};
use super::error::StoreError;
use super::notice::{self, Notice};
use super::state::SessionState;
use super::steps::{self, Steps};
use crate::model::Session;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// Words are on disk so long after they were typed; while somebody goes on typing too.
const SOON: Duration = Duration::from_millis(300);
/// After a failure it is tried again after this.
const AGAIN: Duration = Duration::from_secs(2);
/// So long the end of the program waits for this thread at most.
pub const PATIENCE: Duration = Duration::from_secs(1);

enum Job {
    Typed(SessionState, Box<Draft>),
    Entered(SessionState, Box<Draft>, Box<Session>),
    Forget(SessionState, String),
    Steps(SessionState, Box<Steps>),
    Notice(SessionState, Box<Notice>),
    Write,
    Flush(Sender<bool>),
}

/// Hand over drafts and steps here. Copies of it are one and the same thread.
#[derive(Debug, Clone)]
pub struct Keeper {
    jobs: Sender<Job>,
}

impl Keeper {
    /// Starts the thread; what goes wrong there is told through `trouble`.
    pub fn start(trouble: impl Fn(StoreError) + Send + 'static) -> Self {
        let (jobs, inbox) = mpsc::channel();
        thread::spawn(move || {
            let mut worker = KeepWorker { trouble: Box::new(trouble), waiting: Vec::new(), due: None, failing: false };
            worker.run(&inbox);
        });
        Self { jobs }
    }

    fn hand_over(&self, job: Job) {
        // The thread lives as long as anybody holds the other end, so this can't fail before that.
        let _ = self.jobs.send(job);
    }

    /// Words were typed: on disk within a moment.
    pub fn typed(&self, place: &SessionState, draft: Draft) {
        self.hand_over(Job::Typed(place.clone(), Box::new(draft)));
    }

    /// Words were entered, and this session came of it: kept until they are forgotten.
    pub fn entered(&self, place: &SessionState, draft: Draft, session: Session) {
        self.hand_over(Job::Entered(place.clone(), Box::new(draft), Box::new(session)));
    }

    /// Words are on record, or were thrown away.
    pub fn forget(&self, place: &SessionState, id: &str) {
        self.hand_over(Job::Forget(place.clone(), id.to_owned()));
    }

    /// The session made a step.
    pub fn steps(&self, place: &SessionState, steps: Steps) {
        self.hand_over(Job::Steps(place.clone(), Box::new(steps)));
    }

    /// Something else is on the table: whoever follows sees it within a moment.
    pub fn notice(&self, home: &SessionState, notice: Notice) {
        self.hand_over(Job::Notice(home.clone(), Box::new(notice)));
    }

    /// What waits is written at once.
    pub fn write(&self) {
        self.hand_over(Job::Write);
    }

    /// Waits until everything handed over was tried, at most so long; true where all of it is on disk.
    pub fn flush(&self, patience: Duration) -> bool {
        let (done, wait) = mpsc::channel();
        self.hand_over(Job::Flush(done));
        wait.recv_timeout(patience) == Ok(true)
    }
}

/// Something that is to be on disk, of one session.
enum Waiting {
    Draft(Box<Draft>),
    Entered(Box<Draft>, Box<Session>),
    Forget(String),
    Steps(Box<Steps>),
    Notice(Box<Notice>),
}

impl Waiting {
    /// What it replaces when that still waits: an earlier state of the same thing.
    fn about(&self) -> Option<&str> {
        match self {
            Self::Draft(draft) | Self::Entered(draft, _) => Some(&draft.id),
            Self::Forget(id) => Some(id),
            Self::Steps(_) => None,
            // No draft is called so.
            Self::Notice(_) => Some("notice"),
        }
    }

    fn carry_out(&self, place: &SessionState) -> Result<(), StoreError> {
        match self {
            Self::Draft(draft) => drafts::write(place, draft, true),
            Self::Entered(draft, session) => {
                let mut draft = draft.clone();
                draft.became = Some(steps::hash(session)?);
                // The saver is at the disk with what became of it.
                drafts::write(place, &draft, false)
            }
            Self::Forget(id) => drafts::forget(place, id),
            Self::Steps(steps) => steps::write(place, steps),
            Self::Notice(notice) => notice::write(place, notice),
        }
    }
}

struct KeepWorker {
    trouble: Box<dyn Fn(StoreError) + Send>,
    waiting: Vec<(SessionState, Waiting)>,
    /// When what waits is written.
    due: Option<Instant>,
    /// The last attempt failed, and that was told.
    failing: bool,
}

impl KeepWorker {
    fn run(&mut self, inbox: &Receiver<Job>) {
        loop {
            let job = match self.due {
                Some(due) => inbox.recv_timeout(due.saturating_duration_since(Instant::now())),
                None => inbox.recv().map_err(RecvTimeoutError::from),
            };
            let mut flushed = Vec::new();
            match job {
                Ok(job) => self.take(job, &mut flushed),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return self.write(),
            }
            while let Ok(job) = inbox.try_recv() {
                self.take(job, &mut flushed);
            }
            if self.due.is_some_and(|due| due <= Instant::now()) {
                self.write();
            }
            flushed.into_iter().for_each(|done| {
                // Whoever waited may have left.
                let _ = done.send(self.waiting.is_empty());
            });
        }
    }

    fn take(&mut self, job: Job, flushed: &mut Vec<Sender<bool>>) {
        let now = Instant::now();
        match job {
            Job::Typed(place, draft) => {
                self.put(place, Waiting::Draft(draft));
                // From the first letter on, so that whoever goes on typing is not waited for.
                self.due.get_or_insert(now + SOON);
            }
            Job::Entered(place, draft, session) => self.put_now(place, Waiting::Entered(draft, session)),
            Job::Forget(place, id) => self.put_now(place, Waiting::Forget(id)),
            Job::Steps(place, steps) => self.put_now(place, Waiting::Steps(steps)),
            Job::Notice(place, notice) => {
                self.put(place, Waiting::Notice(notice));
                self.due.get_or_insert(now + SOON);
            }
            Job::Write => {
                // Somebody was told that it is kept: where it is not, that is told again.
                (self.due, self.failing) = (Some(now), false);
            }
            Job::Flush(done) => {
                self.due = Some(now);
                flushed.push(done);
            }
        }
    }

    fn put_now(&mut self, place: SessionState, waiting: Waiting) {
        self.put(place, waiting);
        self.due = Some(Instant::now());
    }

    fn put(&mut self, place: SessionState, waiting: Waiting) {
        self.waiting.retain(|(known, earlier)| *known != place || earlier.about() != waiting.about());
        self.waiting.push((place, waiting));
    }

    /// Writes what waits. What fails waits on, and is told once until it goes well again.
    fn write(&mut self) {
        self.due = None;
        let mut failed = None;
        self.waiting.retain(|(place, waiting)| match waiting.carry_out(place) {
            Ok(()) => false,
            // Nothing is lost by it, and who follows sees the next one.
            Err(_) if matches!(waiting, Waiting::Notice(_)) => false,
            Err(error) => {
                failed = Some(error);
                true
            }
        });
        let failing = failed.is_some();
        if let Some(error) = failed {
            self.due = Some(Instant::now() + AGAIN);
            if !self.failing {
                (self.trouble)(error);
            }
        }
        self.failing = failing;
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::store::state::StateFolder;
    use std::fs;
    use std::path::Path;

    fn draft(text: &str) -> Draft {
        let at = "2026-12-10T14:00:00".parse().unwrap();
        Draft::new("een veld".to_owned(), "Notitie".to_owned(), text.to_owned(), at)
    }

    /// Whether these words come to stand on disk within so long.
    fn stand_there(place: &SessionState, text: &str, patience: Duration) -> bool {
        let start = Instant::now();
        while start.elapsed() < patience {
            let found = drafts::load(place).is_ok_and(|found| found.drafts.iter().any(|draft| draft.text == text));
            if found {
                return true;
            }
            thread::sleep(Duration::from_millis(20));
        }
        false
    }

    #[test]
    fn words_are_on_disk_soon_also_while_somebody_goes_on_typing_and_when_the_program_ends() {
        let home = tempfile::tempdir().unwrap();
        let place = StateFolder::at(home.path()).of_session(Path::new("/ergens/kompas"), 4);
        let keeper = Keeper::start(|error| panic!("{error:?}"));
        let typed = draft("");
        let start = Instant::now();
        let mut words = String::new();
        while start.elapsed() < Duration::from_millis(1500) {
            words.push('a');
            let mut typed = typed.clone();
            typed.text.clone_from(&words);
            keeper.typed(&place, typed);
            thread::sleep(Duration::from_millis(20));
        }
        assert!(!drafts::load(&place).unwrap().drafts.is_empty(), "nobody paused");
        assert!(stand_there(&place, &words, Duration::from_secs(2)));
        keeper.typed(&place, draft("laatste woord"));
        drop(keeper);
        assert!(stand_there(&place, "laatste woord", Duration::from_secs(2)));
    }

    #[test]
    fn words_that_could_not_be_kept_are_tried_again_and_told_once() {
        let home = tempfile::tempdir().unwrap();
        let place = StateFolder::at(home.path()).of_session(Path::new("/ergens/kompas"), 4);
        let in_the_way = place.make("").unwrap().join("drafts");
        fs::write(&in_the_way, "geen map").unwrap();
        let (tell, told) = mpsc::channel();
        let keeper = Keeper::start(move |_| tell.send(()).unwrap());
        keeper.typed(&place, draft("een woord"));
        told.recv_timeout(Duration::from_secs(5)).unwrap();
        keeper.flush(Duration::from_secs(5));
        fs::remove_file(&in_the_way).unwrap();
        assert!(stand_there(&place, "een woord", AGAIN * 3));
        assert!(told.try_recv().is_err(), "once is enough");
    }
}
