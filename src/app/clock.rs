//! What time it is: the only place that asks the machine.

use chrono::{Local, NaiveDate, NaiveDateTime, Timelike};

/// The clock of the program.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The machine's.
    Machine,
    /// The machine's time of day on a given date (`--today`).
    On(NaiveDate),
    /// One moment, for tests.
    Fixed(NaiveDateTime),
}

impl Clock {
    /// Now, to the second.
    pub fn now(self) -> NaiveDateTime {
        let machine = Local::now().naive_local();
        let now = match self {
            Self::Machine => machine,
            Self::On(date) => date.and_time(machine.time()),
            Self::Fixed(moment) => moment,
        };
        now.with_nanosecond(0).unwrap_or(now)
    }

    /// Today.
    pub fn today(self) -> NaiveDate {
        self.now().date()
    }
}
