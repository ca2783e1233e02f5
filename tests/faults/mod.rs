//! What must never happen: a word that is lost, a file that is spoiled, a change that nobody is told of. By the real program,
//! without root and without a network. At night the same with larger numbers: `STUURGROEP_NIGHT=1 cargo test faults::`.

use std::io::Write;
use std::num::NonZero;
use std::sync::Mutex;
use std::time::{Duration, Instant};

mod acts;
mod adopted;
mod calls;
mod copies;
mod disk;
mod kept_safe;
mod kills;
mod meanwhile;
mod older;
mod power;
mod races;
mod save;
mod spoiled;

/// The share of a night that was asked for: `STUURGROEP_NIGHT=1` is all of it, `0.1` a tenth.
fn night() -> Option<f64> {
    let asked = std::env::var("STUURGROEP_NIGHT").ok()?;
    Some(asked.parse().unwrap_or_else(|_| panic!("STUURGROEP_NIGHT={asked} is no share of a night: 1 is all of it")))
}

/// So many times by day, or so many at night.
fn times(by_day: usize, at_night: usize) -> usize {
    night().map_or(by_day, |share| (at_night as f64 * share).ceil() as usize)
}

/// By day every so many places, at night all of them.
fn stride(by_day: usize, at_night: usize) -> usize {
    if night().is_some() { at_night } else { by_day }
}

/// Says at night how far a long test is, on the screen of whoever waits for it: what a test prints is kept back.
struct Progress {
    what: &'static str,
    of: usize,
    done: usize,
    said: Instant,
}

impl Progress {
    fn of(what: &'static str, of: usize) -> Self {
        Self { what, of, done: 0, said: Instant::now() }
    }

    fn went_on(&mut self) {
        self.done += 1;
        if self.said.elapsed() > Duration::from_secs(30) {
            self.said = Instant::now();
            say(&format!("{}: {} of {}", self.what, self.done, self.of));
        }
    }

    /// All of it was done; what came of it.
    fn end(&self, figures: &str) {
        say(&format!("{}: {} of {}, {figures}", self.what, self.done, self.of));
    }
}

/// Says something at night to whoever waits.
fn say(line: &str) {
    if night().is_some() {
        // Not by the macros: what they print is kept for tests that fail.
        std::io::stderr().write_all(format!("{line}\n").as_bytes()).unwrap();
    }
}

/// Goes through all of it on as many threads as there are cores.
fn at_once<T>(all: impl Iterator<Item = T> + Send, work: impl Fn(T) + Sync) {
    let all = Mutex::new(all);
    let next = || all.lock().unwrap().next();
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(one) = next() {
                    work(one);
                }
            });
        }
    });
}
