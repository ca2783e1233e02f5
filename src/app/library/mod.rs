//! The index at work behind the screen: one thread keeps it up to date, another answers. The thread that draws waits for
//! neither.

mod listening;
mod worker;

use super::Incoming;
use crate::faults::{self, Point};
use crate::index::{Answer, ChainRow, Filter, Index, IndexError, MeetingRow, Progress, Sorting, chains};
use crate::model::history::life::Step;
use crate::model::{RecordId, Session};
use crate::store::Folder;
use crate::store::error::Reason;
use crate::store::gone::Gone;
use crate::store::state::StateFolder;
use chrono::NaiveDate;
use listening::Listening;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::{Duration, Instant};
use worker::IndexWorker;

/// The folders are looked at this often, and so seldom that looking takes less than a fiftieth of the time; but on a slow
/// disk people still see within some seconds what changed.
pub(super) const LOOK: Duration = Duration::from_secs(2);
const SELDOM: Duration = Duration::from_secs(6);
/// Where the system tells what happens in them it is looked in any case this often: it does not see everything.
const TOLD: Duration = Duration::from_secs(60);
const SHARE: u32 = 50;
/// Progress is told this often.
const TELL: Duration = Duration::from_millis(100);
/// While another instance makes the index anew it answers busy at once instead of waiting: so long it is asked again, each
/// time after a moment.
pub(super) const PATIENCE: Duration = Duration::from_secs(15);
pub(super) const AGAIN: Duration = Duration::from_millis(50);
/// So many rows of an answer can be looked through.
pub const ROWS: usize = 500;

/// What the screen wants to know.
#[derive(Debug, Clone)]
pub enum Question {
    /// The chains side by side.
    Chains(NaiveDate),
    /// One chain; whether it is asked now that the index is known to be up to date.
    Chain(PathBuf, bool),
    /// Rows that fit; the number comes back with them.
    Find(u64, Filter, Sorting, NaiveDate),
    /// How many rows fit, and which come first where they are not in order yet.
    Complete(u64, Filter, NaiveDate, Box<Answer>, bool),
    /// The life of a record of the chain in a folder.
    Life(PathBuf, RecordId),
}

/// One chain, as home shows it.
#[derive(Debug, Clone, Default)]
pub struct ChainNews {
    /// Its folder.
    pub folder: PathBuf,
    /// Its meetings, oldest first.
    pub meetings: Vec<MeetingRow>,
    /// The meeting that is still to be held, else the newest.
    pub newest: Option<Box<Session>>,
    /// The text art of its logo.
    pub logo: Vec<String>,
    /// The newest files in its folder of documents.
    pub documents: Vec<PathBuf>,
    /// Other versions that stand beside a meeting, each with its number.
    pub copies: Vec<(u32, String)>,
    /// The newest meeting, where this machine had it and its file is gone; why that can't be told, where it can't.
    pub gone: Option<Result<Gone, Reason>>,
    /// Its folder is there, as far as can be told.
    pub is_there: bool,
    /// It was asked when the index was known to be up to date; else there may be more.
    pub is_current: bool,
}

/// What the library tells.
#[derive(Debug)]
pub enum News {
    /// How far the update is.
    Progress(Progress),
    /// The index is up to date; whether anything had changed, and the last wish to look that came before.
    Current(bool, u64),
    /// The index can't be used, and why.
    Trouble(String),
    /// The folder of a chain can't be read, and why; what is known of it stays. Whether other chains changed.
    Unreadable(Reason, bool),
    /// The chains side by side.
    Chains(Vec<ChainRow>),
    /// One chain.
    Chain(Box<ChainNews>),
    /// Rows that fit, and whether they are in order; how many there are is still being counted.
    Found(u64, Box<Answer>, bool),
    /// All of the answer.
    Answered(u64, Box<Answer>),
    /// The life of a record.
    Life(RecordId, Vec<Step>),
}

/// The two threads. They end when this does.
#[derive(Debug)]
pub struct Library {
    questions: Sender<Question>,
    look: Arc<Sender<()>>,
    wishes: Arc<AtomicU64>,
    stop: Arc<AtomicBool>,
}

impl Library {
    /// Starts both threads over the folders at `roots`.
    pub fn start(
        roots: Vec<PathBuf>,
        cache: Option<PathBuf>,
        state: Option<StateFolder>,
        events: Sender<Incoming>,
    ) -> Self {
        let (questions, asked) = mpsc::channel();
        let (look, looks) = mpsc::channel();
        let look = Arc::new(look);
        let ring = Arc::downgrade(&look);
        let stop = Arc::new(AtomicBool::new(false));
        let wishes = Arc::new(AtomicU64::new(0));
        let (ending, heard) = (Arc::clone(&stop), Arc::clone(&wishes));
        thread::spawn(move || {
            // Where the user has no folder for it, the index lives as long as the program.
            let private = Index::somewhere(cache.as_deref()).ok().and_then(|(_, private)| private);
            let place = private.as_ref().map(|folder| folder.path().to_owned()).or(cache);
            let (there, answers) = (place.clone(), events.clone());
            let known = roots.clone();
            thread::spawn(move || IndexWorker::new(known, there, state).answer(&asked, &answers));
            keep_current(&roots, place.as_deref(), (&looks, &ring), &events, (&ending, &heard));
        });
        Self { questions, look, wishes, stop }
    }

    /// Asks; the answer comes with the events.
    pub fn ask(&self, question: Question) {
        let _ = self.questions.send(question);
    }

    /// Stops the update until [`Self::look`].
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Looks at the folders now; the number comes back when that was done.
    pub fn look(&self) -> u64 {
        let wish = self.wishes.fetch_add(1, Ordering::SeqCst) + 1;
        self.stop.store(false, Ordering::Relaxed);
        let _ = self.look.send(());
        wish
    }
}

impl Drop for Library {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// The folders of all chains at these roots.
pub fn folders(roots: &[PathBuf]) -> Vec<PathBuf> {
    let whole = |folder: PathBuf| Folder::at(&folder).root().to_owned();
    let mut found: Vec<PathBuf> = roots.iter().flat_map(|root| chains(root)).map(whole).collect();
    found.dedup();
    found
}

/// Waits until it is time to look again; false where nobody wants to know any more. What the system tells can wait as long as
/// a look would without it, what a person wishes can't; and a person who stopped it is the only one to set it going.
fn wait(looks: &Receiver<()>, pause: Option<Duration>, begin: Instant, is_wished: impl Fn() -> bool) -> bool {
    let mut left = pause;
    loop {
        let rung = match left {
            Some(left) => looks.recv_timeout(left),
            None => looks.recv().map_err(RecvTimeoutError::from),
        };
        match rung {
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
            Ok(()) if is_wished() => return true,
            Ok(()) => left = pause.map(|_| LOOK.saturating_sub(begin.elapsed())),
        }
    }
}

fn keep_current(
    roots: &[PathBuf],
    cache: Option<&Path>,
    (looks, ring): (&Receiver<()>, &Weak<Sender<()>>),
    events: &Sender<Incoming>,
    (stop, wishes): (&AtomicBool, &AtomicU64),
) {
    let tell = |news| events.send(Incoming::Library(news)).is_ok();
    let mut since = None;
    let mut listening = Listening::default();
    loop {
        let (begin, wish) = (Instant::now(), wishes.load(Ordering::SeqCst));
        let mut told = begin;
        faults::pass(Point::Library);
        let folders = folders(roots);
        // Before the look, so that nothing happens between the two.
        // Where no folder can be named, opening the index says why.
        listening.to(roots, &folders, Index::folder(cache).ok(), ring);
        let result = Index::at(cache).and_then(|mut index| {
            index.update(&folders, |progress| {
                if told.elapsed() >= TELL {
                    told = Instant::now();
                    tell(News::Progress(progress));
                }
                !stop.load(Ordering::Relaxed)
            })
        });
        if result.as_ref().is_err_and(IndexError::is_broken) && Index::discard(cache).is_ok() {
            continue;
        }
        if result.as_ref().is_err_and(IndexError::may_pass) && since.get_or_insert(begin).elapsed() < PATIENCE {
            thread::sleep(AGAIN);
            continue;
        }
        since = None;
        let (changed, is_well) = (matches!(result, Ok(true)), result.is_ok());
        let heard = match result {
            Ok(changed) => tell(News::Current(changed, wish)),
            Err(IndexError::Chain(error, changed)) => tell(News::Unreadable(error.reason(), changed)),
            Err(error) => tell(News::Trouble(error.to_string())),
        };
        // Only looking counts: what had to be read was read.
        let pause = match changed {
            _ if is_well && listening.hears() => TOLD,
            true => LOOK,
            false => (begin.elapsed() * SHARE).clamp(LOOK, SELDOM),
        };
        let is_wished = || wishes.load(Ordering::SeqCst) != wish;
        let pause = (!stop.load(Ordering::Relaxed)).then_some(pause);
        if !heard || !wait(looks, pause, begin, is_wished) {
            return;
        }
        // Several wishes to look are one.
        while looks.try_recv().is_ok() {}
    }
}
