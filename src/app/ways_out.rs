//! Every way out of the program ends in time, with the terminal given back: a guard stands behind whatever may hang.

use super::Incoming;
use super::tty::Tty;
use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

/// So long the program waits for the disk when it is told to go.
pub(super) const PATIENCE: Duration = Duration::from_secs(1);
/// So long it waits until what could not be written is kept on this machine; that may be the same disk.
pub(super) const RESCUE: Duration = Duration::from_millis(500);
/// So long after it was told to go it is gone, whatever hangs.
const LIMIT: Duration = Duration::from_millis(1800);
/// Exit status after a panic, as Rust programs have it.
pub(super) const PANICKED: i32 = 101;
/// Exit status when what was put on record is not on disk.
pub(super) const UNWRITTEN: i32 = 3;
/// Nobody told it to go yet.
const GOES_ON: i32 = -1;

/// What has to happen when the program ends, from whichever thread that comes.
#[derive(Debug)]
pub(super) struct WaysOut {
    pub tty: Arc<Tty>,
    status: AtomicI32,
}

impl WaysOut {
    pub fn of(tty: Arc<Tty>) -> Arc<Self> {
        Arc::new(Self { tty, status: AtomicI32::new(GOES_ON) })
    }

    /// From now on the program ends within its limit: by itself with all in order, else by the guard. The first reason counts.
    pub fn begin(self: &Arc<Self>, status: i32) {
        if self.status.compare_exchange(GOES_ON, status, Ordering::SeqCst, Ordering::SeqCst).is_err() {
            return;
        }
        let ways = Arc::clone(self);
        // Where no thread can be had there is no guard; all else still runs.
        let _ = thread::Builder::new().spawn(move || {
            thread::sleep(LIMIT);
            ways.tty.give_back();
            std::process::exit(ways.status.load(Ordering::SeqCst));
        });
    }

    /// The status with which it ends.
    pub fn ends_with(&self, status: i32) {
        self.status.store(status, Ordering::SeqCst);
    }

    /// A panic in any thread gives the terminal back and ends the program by the same way as all else: the loop hears of it,
    /// and what was handed to the saver is on its way to disk. Nothing here takes a lock or can panic itself.
    pub fn watch_for_panics(self: &Arc<Self>, events: Sender<Incoming>) {
        let ways = Arc::clone(self);
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            ways.begin(PANICKED);
            ways.tty.give_back();
            before(info);
            // When nobody listens any more, the program is on its way out already.
            let _ = events.send(Incoming::Panicked);
        }));
    }
}
