//! Time against time in one run: two kinds of work in turn, so that a noisy moment of the machine meets both, and of each the
//! middle one of its rounds. Beside the time on the clock stands that of the processors, which other programs change less.

use std::fs;
use std::time::{Duration, Instant};

/// What some work took.
#[derive(Clone, Copy)]
pub struct Cost {
    /// On the clock.
    pub wall: Duration,
    /// Of all processors together.
    pub cpu: Duration,
}

/// Whose processor time counts.
#[allow(dead_code)]
#[derive(Clone, Copy)]
pub enum Whose {
    /// That of this thread, to the microsecond.
    Thread,
    /// That of all threads of this process, in hundredths of a second.
    Process,
    /// That of the processes that it started and that have ended, in hundredths of a second.
    Children,
}

/// The kernel counts in hundredths of a second, on every Linux there is.
const TICK: Duration = Duration::from_millis(10);

impl Whose {
    fn cpu(self) -> Duration {
        let number = |text: Option<&str>| text.and_then(|text| text.parse().ok()).unwrap_or(0);
        let ticks = |place: usize| {
            let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
            let mut fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(place);
            TICK * (number(fields.next()) + number(fields.next()))
        };
        match self {
            Self::Thread => {
                // The kernel adds up when a thread makes way for another.
                std::thread::yield_now();
                let stat = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
                Duration::from_nanos(stat.split_whitespace().next().and_then(|text| text.parse().ok()).unwrap_or(0))
            }
            Self::Process => ticks(11),
            Self::Children => ticks(13),
        }
    }

    /// What the work takes.
    pub fn cost(self, mut work: impl FnMut()) -> Cost {
        let cpu = self.cpu();
        let start = Instant::now();
        work();
        Cost { wall: start.elapsed(), cpu: self.cpu().saturating_sub(cpu) }
    }
}

/// The middle one on the clock, and the mean of the processors, whose clock is too coarse for a single round.
pub fn usual(rounds: &[Cost]) -> Cost {
    let mut walls: Vec<Duration> = rounds.iter().map(|cost| cost.wall).collect();
    walls.sort();
    let cpu = rounds.iter().map(|cost| cost.cpu).sum::<Duration>() / u32::try_from(rounds.len()).unwrap_or(1);
    Cost { wall: walls[walls.len() / 2], cpu }
}

/// One row of a table: what it takes, and how much that is of the other.
pub fn say(name: &str, took: Cost, of: Cost) {
    let ratio = |one: Duration, other: Duration| one.as_secs_f64() / other.as_secs_f64().max(1e-9);
    let (wall, cpu) = (ratio(took.wall, of.wall), ratio(took.cpu, of.cpu));
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    println!(
        "{name:<52} {:>9.2} ms {wall:>7.3}   processor {:>9.2} ms {cpu:>7.3}",
        milliseconds(took.wall),
        milliseconds(took.cpu)
    );
}

/// Both in turn, so many times; says what the first takes against the second.
#[allow(dead_code)]
pub fn against(name: &str, rounds: usize, (ours, one): (Whose, &dyn Fn()), (theirs, other): (Whose, &dyn Fn())) {
    let (ours, theirs): (Vec<Cost>, Vec<Cost>) = (0..rounds).map(|_| (ours.cost(one), theirs.cost(other))).unzip();
    say(name, usual(&ours), usual(&theirs));
}
