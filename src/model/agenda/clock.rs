//! The clock of the agenda: which item it runs for, and how far that is in its time.

use super::{Agenda, AgendaItem};
use crate::model::ids::ItemNo;
use crate::model::refusal::Refusal;
use chrono::{NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

/// The clock of one item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Running {
    /// Which item.
    pub item: ItemNo,
    /// Up to when its time is in `spent`: when it was taken up, or the last change since.
    pub since: NaiveDateTime,
}

/// So long nobody may have touched the program while its item went on. Away for longer, the group did something else.
const AWAY: TimeDelta = TimeDelta::minutes(15);

impl Running {
    /// Seconds between its last moment on record and `now`, where nobody measured them: none for a clock that was set back,
    /// and none for longer than anybody is away.
    pub fn seconds_until(&self, now: NaiveDateTime) -> u32 {
        let gone = Some(now.signed_duration_since(self.since)).filter(|gone| *gone <= AWAY);
        gone.and_then(|gone| u32::try_from(gone.num_seconds()).ok()).unwrap_or(0)
    }
}

/// How far an item is in its planned time: the marks of the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeMark {
    /// Below 70 % of the plan.
    Within,
    /// 70 % or more.
    Nearly,
    /// 100 % or more.
    Over,
}

/// When a meeting will be over, when every item that waits takes what it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected {
    /// The moment; none where that is beyond the calendar.
    pub end: Option<NaiveDateTime>,
    /// Minutes that this is later than planned; zero where nobody knows when it began.
    pub late: i64,
}

/// Minutes after which a meeting is not late any more, but was gone on with another time.
const LATEST: i64 = 300;

impl Agenda {
    /// When the meeting that was opened at a moment will be over, with the seconds that the running clock holds.
    pub fn expected(&self, opened: Option<NaiveDateTime>, now: NaiveDateTime, running: u32) -> Expected {
        let end = now.checked_add_signed(TimeDelta::seconds(self.left(running).into()));
        let planned = TimeDelta::minutes(self.planned_minutes().into());
        let planned = opened.and_then(|opened| opened.checked_add_signed(planned));
        let late = end.zip(planned).map_or(0, |(end, planned)| (end - planned).num_minutes());
        Expected { end, late: if late > LATEST { 0 } else { late } }
    }

    /// Seconds spent on an item, with those that the running clock holds.
    pub fn spent(&self, item: &AgendaItem, running: u32) -> u32 {
        let runs = self.running.as_ref().is_some_and(|clock| clock.item == item.no);
        item.spent.saturating_add(if runs { running } else { 0 })
    }

    /// Seconds that the agenda still asks: what is left of the item that runs, and of each that waits.
    pub fn left(&self, running: u32) -> u32 {
        let waits = |item: &&AgendaItem| item.outcome.is_none();
        let left = |item: &AgendaItem| item.minutes.saturating_mul(60).saturating_sub(self.spent(item, running));
        self.items.iter().filter(waits).map(left).fold(0, u32::saturating_add)
    }

    /// The mark an item's clock has reached, with the seconds that the running clock holds.
    pub fn mark(&self, item: &AgendaItem, running: u32) -> TimeMark {
        let spent = u64::from(self.spent(item, running)) * 100;
        let planned = u64::from(item.minutes) * 60;
        if planned == 0 || spent < planned * 70 {
            TimeMark::Within
        } else if spent < planned * 100 {
            TimeMark::Nearly
        } else {
            TimeMark::Over
        }
    }

    /// Puts the seconds of the running clock to its item; it goes on from `now`.
    pub fn elapse(&mut self, seconds: u32, now: NaiveDateTime) {
        let Some(running) = self.running.as_mut() else { return };
        running.since = now;
        if let Some(item) = self.items.iter_mut().find(|item| item.no == running.item) {
            item.spent = item.spent.saturating_add(seconds);
        }
    }

    /// Stops the clock; its time was put to its item before.
    pub fn stop(&mut self) {
        self.running = None;
    }

    /// Takes an item up: the clock of the one before stops.
    pub fn take_up(&mut self, no: &ItemNo, now: NaiveDateTime) -> Result<(), Refusal> {
        self.stop();
        let here = self.position(no).ok_or(Refusal::NoSuchItem)?;
        self.items[here].outcome = None;
        self.running = Some(Running { item: no.clone(), since: now });
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::agenda::{Purpose, Room};

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    fn agenda() -> Agenda {
        let items = ["1", "2", "9a"].map(|no| AgendaItem::new(no, no, Room::Free, Purpose::Discuss, 10));
        Agenda { items: items.to_vec(), running: None }
    }

    #[test]
    fn the_clock_marks_seventy_and_a_hundred_percent() {
        let mut agenda = agenda();
        agenda.take_up(&"1".into(), at("2026-12-10T13:30:00")).unwrap();
        let mark = |seconds| agenda.mark(&agenda.items[0], seconds);
        assert_eq!(mark(6 * 60 + 59), TimeMark::Within);
        assert_eq!(mark(7 * 60), TimeMark::Nearly);
        assert_eq!(mark(10 * 60), TimeMark::Over);
        assert_eq!(agenda.mark(&agenda.items[1], 3600), TimeMark::Within, "it is the clock of another item");
    }

    #[test]
    fn what_is_left_is_of_items_that_are_not_done() {
        let mut agenda = agenda();
        assert_eq!(agenda.left(0), 1800);
        agenda.take_up(&"1".into(), at("2026-12-10T13:30:00")).unwrap();
        assert_eq!((agenda.left(150), agenda.left(900)), (1650, 1200), "what goes over asks nothing of the rest");
        agenda.items[2].outcome = Some(crate::model::agenda::ItemOutcome::Skipped);
        assert_eq!(agenda.left(150), 1050);
    }

    #[test]
    fn the_end_is_what_is_left_from_now_and_late_beside_the_plan() {
        let agenda = agenda();
        let opened = Some(at("2026-12-10T13:00:00"));
        let expected = |now: &str| agenda.expected(opened, at(now), 0);
        assert_eq!(expected("2026-12-10T13:00:00"), Expected { end: Some(at("2026-12-10T13:30:00")), late: 0 });
        assert_eq!(expected("2026-12-10T13:12:00").late, 12);
        assert_eq!(expected("2026-12-10T19:00:00").late, 0, "it was gone on with another time");
        assert_eq!(agenda.expected(None, at("2026-12-10T13:12:00"), 0).late, 0);
        assert_eq!(agenda.expected(opened, NaiveDateTime::MAX, 0).end, None);
    }

    #[test]
    fn time_that_nobody_measured_counts_as_far_as_it_can_be_told() {
        let running = Running { item: "1".into(), since: at("2026-12-10T13:30:00") };
        let until = |text: &str| running.seconds_until(at(text));
        assert_eq!(until("2026-12-10T13:31:30"), 90, "the program was started again in the meeting");
        assert_eq!(until("2026-12-10T13:45:00"), 900);
        assert_eq!(until("2026-12-10T13:45:01"), 0, "nobody was there");
        assert_eq!(until("2026-12-11T13:30:00"), 0);
        assert_eq!(until("1970-01-01T00:00:00"), 0);
        assert_eq!(running.seconds_until(NaiveDateTime::MAX), 0);
        assert_eq!(Running { since: NaiveDateTime::MIN, ..running }.seconds_until(NaiveDateTime::MAX), 0);
    }

    #[test]
    fn taking_up_the_next_item_keeps_the_time_of_the_one_before() {
        let mut agenda = agenda();
        agenda.take_up(&"1".into(), at("2026-12-10T13:30:00")).unwrap();
        agenda.elapse(150, at("2026-12-10T13:32:30"));
        agenda.take_up(&"2".into(), at("2026-12-10T13:32:30")).unwrap();
        agenda.elapse(30, at("2026-12-10T13:33:00"));
        agenda.stop();
        agenda.elapse(60, at("2026-12-10T13:34:00"));
        assert_eq!(agenda.items.iter().map(|item| item.spent).collect::<Vec<_>>(), [150, 30, 0]);
    }
}
