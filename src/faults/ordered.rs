//! The faults that a test ordered, in the environment variable [`ORDERS`], separated by commas:
//!
//! | order | what happens |
//! |---|---|
//! | `panic:saver` | the thread panics at that place |
//! | `eio:sync` | the call there fails; also `enospc`, `edquot`, `eacces`, `erofs`, `eintr`, `einval`, `enotsup`, `enolck` |
//! | `wait=500:sync` | it takes that many milliseconds longer |
//! | `skip:sync` | the call is left out, and said to have gone well; also of `folder-sync` and `aside-sync` |
//! | `clock:1970-01-01T00:00:00` | the clock of the machine said that when the program began, and goes on from there |
//!
//! Behind it may stand when: `@3` only the third time, `@3+` from the third time on (of the clock: that many seconds after
//! the program began); and `?FILE`, only while there is such a file, so that a test says itself when a fault begins and ends.
//! An order that nobody understands is a panic: a test with a mistake in it should not pass.

use super::Point;
use chrono::{NaiveDateTime, TimeDelta};
use rustix::io::Errno;
use std::io;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// The environment variable with the orders.
const ORDERS: &str = "STUURGROEP_FAULT";

const ERRORS: [(&str, Errno); 9] = [
    ("eio", Errno::IO),
    ("enospc", Errno::NOSPC),
    ("edquot", Errno::DQUOT),
    ("eacces", Errno::ACCESS),
    ("erofs", Errno::ROFS),
    ("eintr", Errno::INTR),
    ("einval", Errno::INVAL),
    ("enotsup", Errno::NOTSUP),
    ("enolck", Errno::NOLCK),
];

/// Where a call can be left out.
const CALLS: [Point; 3] = [Point::Sync, Point::FolderSync, Point::CopySync];

#[derive(Debug, Clone, Copy)]
enum What {
    Panic(Point),
    Fail(Point, Errno),
    Wait(Point, Duration),
    Skip(Point),
    Clock(NaiveDateTime),
}

#[derive(Debug, Clone, Copy)]
enum When {
    Always,
    Only(u64),
    From(u64),
}

struct Order {
    what: What,
    when: When,
    /// Only while this file is there.
    file: Option<PathBuf>,
    passed: AtomicU64,
}

struct Orders {
    began: Instant,
    all: Vec<Order>,
}

fn orders() -> &'static Orders {
    static ALL: OnceLock<Orders> = OnceLock::new();
    ALL.get_or_init(|| {
        let text = std::env::var(ORDERS).unwrap_or_default();
        let all = text.split(',').filter(|order| !order.is_empty());
        let read = |order| read(order).unwrap_or_else(|| panic!("{ORDERS}: nobody understands {order:?}"));
        Orders { began: Instant::now(), all: all.map(read).collect() }
    })
}

fn read(order: &str) -> Option<Order> {
    let (order, file) = order.split_once('?').map_or((order, None), |(order, file)| (order, Some(file.into())));
    let (order, when) = match order.split_once('@') {
        None => (order, When::Always),
        Some((order, times)) => match times.strip_suffix('+') {
            Some(times) => (order, When::From(times.parse().ok()?)),
            None => (order, When::Only(times.parse().ok()?)),
        },
    };
    let (what, rest) = order.split_once(':')?;
    let point = || Point::ALL.iter().find(|(_, name)| *name == rest).map(|(point, _)| *point);
    let what = match what.split_once('=') {
        Some(("wait", milliseconds)) => What::Wait(point()?, Duration::from_millis(milliseconds.parse().ok()?)),
        Some(_) => return None,
        None if what == "panic" => What::Panic(point()?),
        None if what == "skip" => What::Skip(point().filter(|point| CALLS.contains(point))?),
        None if what == "clock" => What::Clock(rest.parse().ok()?),
        None => What::Fail(point()?, ERRORS.iter().find(|(name, _)| *name == what)?.1),
    };
    Some(Order { what, when, file, passed: AtomicU64::new(0) })
}

impl Order {
    fn is_armed(&self) -> bool {
        self.file.as_ref().is_none_or(|file| file.exists())
    }

    /// Whether it is due at this passing of its place.
    fn is_due(&self) -> bool {
        if !self.is_armed() {
            return false;
        }
        let passed = self.passed.fetch_add(1, Ordering::SeqCst) + 1;
        match self.when {
            When::Always => true,
            When::Only(time) => passed == time,
            When::From(time) => passed >= time,
        }
    }
}

pub(super) fn at(point: Point) -> io::Result<()> {
    for order in &orders().all {
        match order.what {
            What::Panic(place) if place == point && order.is_due() => panic!("a fault that was ordered at {point:?}"),
            What::Fail(place, error) if place == point && order.is_due() => return Err(error.into()),
            What::Wait(place, time) if place == point && order.is_due() => thread::sleep(time),
            What::Panic(_) | What::Fail(..) | What::Wait(..) | What::Skip(_) | What::Clock(_) => {}
        }
    }
    Ok(())
}

/// Whether the call at this place is left out this time.
pub(super) fn leaves_out(point: Point) -> bool {
    orders().all.iter().any(|order| matches!(order.what, What::Skip(place) if place == point) && order.is_due())
}

/// The last clock that is due counts.
pub(super) fn clock(machine: NaiveDateTime) -> NaiveDateTime {
    let Orders { began, all } = orders();
    let gone = began.elapsed();
    let due = |order: &&Order| {
        order.is_armed()
            && match order.when {
                When::Always => true,
                When::Only(second) | When::From(second) => gone.as_secs() >= second,
            }
    };
    let moments = all.iter().filter(due).filter_map(|order| match order.what {
        What::Clock(moment) => moment.checked_add_signed(TimeDelta::from_std(gone).unwrap_or_default()),
        What::Panic(_) | What::Fail(..) | What::Wait(..) | What::Skip(_) => None,
    });
    moments.last().unwrap_or(machine)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_order_says_what_happens_where_and_when() {
        let due = |order: &str| {
            let order = read(order).unwrap();
            (0..4).map(|_| order.is_due()).collect::<Vec<_>>()
        };
        assert_eq!(due("eio:sync"), [true, true, true, true]);
        assert_eq!(due("panic:saver@2"), [false, true, false, false]);
        assert_eq!(due("wait=500:folder-sync@3+"), [false, false, true, true]);
        assert_eq!(due("einval:folder-sync?/no/such/file"), [false; 4]);
        assert!(matches!(read("clock:1970-01-01T00:00:00@3").unwrap().what, What::Clock(_)));
        assert_eq!(due("skip:sync@2"), [false, true, false, false]);
        let nonsense = ["panic", "panic:nowhere", "eio", "esomething:sync", "wait=x:sync", "clock:noon", "eio:sync@x"];
        for nonsense in nonsense.into_iter().chain(["skip:exchange"]) {
            assert!(read(nonsense).is_none(), "{nonsense}");
        }
    }
}
