//! Made-up archives of any size, for benchmarks and tests: chains side by side, each a true row of meetings.
//!
//! The same seed gives the same files. Sessions hang together as those of a real chain: what is open goes along by
//! [`carry_over`], reports are adopted by hash, deferred decisions are taken up again, actions are postponed.

mod covenant;
mod held;
mod words;

use crate::model::carry::carry_over;
use crate::model::session::{Adoption, State};
use crate::model::{Session, start};
use crate::store::seal::Stamp;
use crate::store::{StoreError, seal, write};
use crate::text::{Lang, Term, Texts};
use chrono::{Days, NaiveDate};
use fastrand::Rng;
use held::Chain;
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What is made.
#[derive(Debug, Clone, Copy)]
pub struct Order {
    /// Meetings in all.
    pub meetings: usize,
    /// The same seed gives the same files.
    pub seed: u64,
    /// Meetings of one chain, at most; more chains stand side by side.
    pub a_chain: usize,
}

/// Ten years of ten meetings.
pub const A_CHAIN: usize = 100;

/// Days between two meetings, roughly.
const INTERVAL: u64 = 36;

/// The folders of the chains: the folder itself for one chain, `chain-001` and so on for more.
pub fn folders(root: &Path, order: Order) -> Vec<PathBuf> {
    let chains = order.meetings.div_ceil(order.a_chain.max(1)).max(1);
    if chains == 1 {
        return vec![root.to_owned()];
    }
    (1..=chains).map(|chain| root.join(format!("chain-{chain:03}"))).collect()
}

/// Writes the archive, a chain at a time on every core; `progress` hears how many meetings stand.
pub fn archive(root: &Path, order: Order, progress: impl Fn(usize) + Sync) -> Result<(), StoreError> {
    let folders = folders(root, order);
    let (next, written) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let trouble = Mutex::new(None);
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(folder) = folders.get(place) else { return };
                    let left = order.meetings.saturating_sub(place * order.a_chain);
                    let told = || progress(written.fetch_add(1, Ordering::Relaxed) + 1);
                    if let Err(error) = chain(folder, place, left.min(order.a_chain), order.seed, told) {
                        if let Ok(mut trouble) = trouble.lock() {
                            trouble.get_or_insert(error);
                        }
                        return;
                    }
                }
            });
        }
    });
    trouble.into_inner().ok().flatten().map_or(Ok(()), Err)
}

/// One chain: its first meeting, and every next one out of the one before.
fn chain(folder: &Path, place: usize, meetings: usize, seed: u64, told: impl Fn()) -> Result<(), StoreError> {
    let sessions = folder.join("sessions");
    fs::create_dir_all(&sessions).map_err(|error| StoreError::io(&sessions, error))?;
    let mut rng = Rng::with_seed(seed.wrapping_mul(0x9e37_79b9).wrapping_add(place as u64));
    let texts = Texts::new(Lang::Nl);
    let chain = Chain::new(&mut rng, place);
    let first = NaiveDate::from_ymd_opt(2016, 1, 7).unwrap_or_default() + Days::new(rng.u64(0..300));
    let mut session = start::first_session(&chain.name, &chain.partners, first, |room| texts.get(room.id()));
    chain.begin(&mut rng, &mut session);
    let mut before: Option<(u32, String, String)> = None;
    for meeting in 1..=meetings {
        let date = session.date;
        if meeting < meetings || meetings == 1 {
            chain.hold(&mut rng, &mut session);
        }
        session.adopts = before.take().filter(|_| session.state == State::Closed).map(|(number, file, sha256)| {
            Adoption { session: number, file, sha256, on: date, corrections: Vec::new() }
        });
        before = Some(save(&sessions, &session)?);
        told();
        session = carry_over(&session, date + Days::new(INTERVAL + rng.u64(0..4)));
    }
    Ok(())
}

/// Number, file name and hash of what was written. Made-up files need no fsync: they can be made again.
fn save(folder: &Path, session: &Session) -> Result<(u32, String, String), StoreError> {
    let name = write::file_name(session);
    let path = folder.join(&name);
    let text = write::text(&path, session, &Stamp::first())?;
    fs::write(&path, &text).map_err(|error| StoreError::io(&path, error))?;
    Ok((session.number, name, seal::sha256(text.as_bytes())))
}
