//! How long the item that runs has been running, by the time that went by and not by what the clock says.

use crate::model::ItemNo;
use crate::model::agenda::Running;
use chrono::NaiveDateTime;
use std::collections::HashMap;
use std::time::Duration;

/// When items began to run, by the time that had gone by. Several, because undo comes back to earlier ones.
#[derive(Debug, Default)]
pub struct Stopwatch(HashMap<(ItemNo, NaiveDateTime), Duration>);

impl Stopwatch {
    /// Seconds that an item runs which the session does not hold yet.
    pub fn seconds(&self, running: &Running, now: NaiveDateTime, gone: Duration) -> u32 {
        match self.0.get(&(running.item.clone(), running.since)) {
            Some(begin) => u32::try_from(gone.saturating_sub(*begin).as_secs()).unwrap_or(u32::MAX),
            None => running.seconds_until(now),
        }
    }

    /// Sees an item run. One that ran when the program began has run since then, as far as that can be told.
    pub fn see(&mut self, running: &Running, now: NaiveDateTime, gone: Duration) {
        let before = Duration::from_secs(running.seconds_until(now).into());
        self.0.entry((running.item.clone(), running.since)).or_insert_with(|| gone.saturating_sub(before));
    }

    /// The session holds so many seconds more, up to `now`; what is less than a second goes on.
    pub fn settle(&mut self, running: &Running, seconds: u32, now: NaiveDateTime) {
        if let Some(begin) = self.0.get(&(running.item.clone(), running.since)).copied() {
            let begin = begin.saturating_add(Duration::from_secs(seconds.into()));
            self.0.insert((running.item.clone(), now), begin);
        }
    }
}
