//! What time it is, and how much time went by: the only place that asks the machine.

use crate::faults;
use crate::model::{Session, plausible};
use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, TimeDelta, Timelike};
use std::sync::OnceLock;
use std::time::{Duration, Instant, SystemTime};

/// The clock of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The machine's.
    Machine,
    /// The machine's time of day on a given date (`--today`).
    On(NaiveDate),
    /// From a moment on by the time that went by since, because the machine's clock is not believed.
    Own {
        /// The last moment that was good.
        from: NaiveDateTime,
        /// How much time had gone by then.
        gone: Duration,
    },
    /// One moment, for tests.
    Fixed(NaiveDateTime),
    /// A machine whose clock stands at this moment while time goes by, for tests.
    Stands(NaiveDateTime),
}

impl Clock {
    /// Now, to the second.
    pub fn now(self) -> NaiveDateTime {
        let now = match self {
            Self::Machine => machine(),
            Self::On(date) => date.and_time(machine().time()),
            Self::Own { from, gone } => after(from, self.gone().saturating_sub(gone)),
            Self::Fixed(moment) | Self::Stands(moment) => moment,
        };
        now.with_nanosecond(0).unwrap_or(now)
    }

    /// Today.
    pub fn today(self) -> NaiveDate {
        self.now().date()
    }

    /// How much time went by, whatever is done to the clock of the machine. Only the difference of two means something.
    pub fn gone(self) -> Duration {
        static BEGAN: OnceLock<Instant> = OnceLock::new();
        match self {
            Self::Machine | Self::On(_) | Self::Own { .. } | Self::Stands(_) => {
                BEGAN.get_or_init(Instant::now).elapsed()
            }
            Self::Fixed(moment) => moment.signed_duration_since(NaiveDateTime::MIN).to_std().unwrap_or_default(),
        }
    }

    /// Whether what it says is plainly wrong: for any meeting, or for this one. What a person chose is not doubted.
    pub fn is_doubtful(self, session: Option<&Session>) -> bool {
        let now = self.now();
        let is_wrong = || session.is_some_and(|session| plausible::is_doubtful(session, now));
        self.is_of_machine() && (!plausible::is_possible(now.date()) || is_wrong())
    }

    /// Whether it is the machine that says it, so that it may be wrong; any other was chosen by a person.
    fn is_of_machine(self) -> bool {
        match self {
            Self::Machine | Self::Stands(_) => true,
            Self::On(_) | Self::Own { .. } | Self::Fixed(_) => false,
        }
    }
}

/// So much later; as late as there is where that is beyond the calendar.
fn after(moment: NaiveDateTime, time: Duration) -> NaiveDateTime {
    let time = TimeDelta::from_std(time).unwrap_or(TimeDelta::MAX);
    moment.checked_add_signed(time).unwrap_or(NaiveDateTime::MAX)
}

/// What the clock of the machine says, also before 1970: `Local::now` panics there.
fn machine() -> NaiveDateTime {
    let since = match SystemTime::now().duration_since(SystemTime::UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_secs()),
        Err(before) => i64::try_from(before.duration().as_secs()).map(|seconds| -seconds),
    };
    let moment = since.ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0)).unwrap_or(DateTime::UNIX_EPOCH);
    // A time zone says something about years in which there are meetings, and of no others is it asked.
    let local = plausible::is_possible(moment.date_naive()).then(|| moment.with_timezone(&Local).naive_local());
    faults::clock(local.unwrap_or(moment.naive_utc()))
}

/// Looks whether the clock can be believed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Watch {
    /// The last moment that was good, and how much time had gone by then.
    good: Option<(NaiveDateTime, Duration)>,
    /// The clock that is not believed now.
    doubted: Option<Clock>,
    /// A person was asked about it.
    asked: bool,
    /// A person said that it is right, whatever the meeting says of its own date.
    trusted: bool,
}

impl Watch {
    /// The clock to go by: the same where what it says can be, else one that goes on by itself until it can be again. Of
    /// a meeting that is being held `held` says whether a moment is doubtful, and from which moment to go on; where there
    /// is none the machine may have slept for days.
    pub fn look(&mut self, clock: Clock, held: Option<&Session>) -> Clock {
        let machine = match self.doubted {
            Some(machine) => machine,
            None if clock.is_of_machine() => clock,
            None => return clock,
        };
        let (says, gone) = (machine.now(), machine.gone());
        let by_itself = self.good.map(|(moment, then)| after(moment, gone.saturating_sub(then)));
        let expected = self.doubted.map(|_| clock.now()).or(by_itself);
        let is_wrong = !plausible::is_possible(says.date())
            || held.is_some_and(|session| {
                expected.is_some_and(|moment| says.signed_duration_since(moment).abs() > plausible::PUT_RIGHT)
                    || !self.trusted && plausible::is_doubtful(session, says)
            });
        if !is_wrong {
            *self = Self { good: Some((says, gone)), trusted: self.trusted, ..Self::default() };
            return machine;
        }
        if self.doubted.is_some() {
            return clock;
        }
        (self.doubted, self.asked, self.trusted) = (Some(machine), false, false);
        let from = expected.or_else(|| held.map(plausible::instead)).unwrap_or(says);
        Clock::Own { from, gone }
    }

    /// The clock that a person is to be asked about; once.
    pub fn to_ask(&mut self) -> Option<Clock> {
        let doubted = self.doubted.filter(|_| !self.asked)?;
        self.asked = true;
        Some(doubted)
    }

    /// A person says that the clock is right.
    pub fn trust(&mut self, clock: Clock) {
        *self = Self { good: Some((clock.now(), clock.gone())), trusted: true, ..Self::default() };
    }
}
