//! The agenda: items with time, clock and outcome (domain §2.1).

use super::change::Refusal;
use super::ids::{ItemNo, RecordId};
use chrono::{NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

/// The items in the order of treatment, and which of them has the clock.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agenda {
    /// In order of treatment.
    pub items: Vec<AgendaItem>,
    /// The item that is being treated now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub running: Option<Running>,
}

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

/// One item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// The planned number, which stays.
    pub no: ItemNo,
    /// What it is about.
    pub title: String,
    /// The pane it is treated in.
    pub room: Room,
    /// What is asked of the group.
    pub purpose: Purpose,
    /// Planned time.
    pub minutes: u32,
    /// Its title on every agenda; none for an item of this session only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<String>,
    /// The records it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<RecordId>,
    /// The session in which it was first on the agenda, when that was an earlier one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_session: Option<u32>,
    /// Time spent, in seconds, without what the running clock still holds.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub spent: u32,
    /// What came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<ItemOutcome>,
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// The pane an item is treated in; the factor of the model it serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Room {
    /// Attendance, mandate, previous report, overdue actions.
    Opening,
    /// Factor 6.
    Successes,
    /// Factor 1.
    Ambition,
    /// Factor 2.
    Kpis,
    /// Factor 3.
    Governance,
    /// Factor 7.
    Differences,
    /// Factor 4.
    Balance,
    /// Factor 5.
    Relation,
    /// Factor 8.
    Identity,
    /// Read-back, ratings, next date.
    Closing,
    /// A free item.
    Free,
}

impl Room {
    /// Every room, in the order of a meeting.
    pub const ALL: [Self; 11] = [
        Self::Opening,
        Self::Successes,
        Self::Ambition,
        Self::Kpis,
        Self::Governance,
        Self::Differences,
        Self::Balance,
        Self::Relation,
        Self::Identity,
        Self::Closing,
        Self::Free,
    ];

    /// The number of the success factor that the room serves.
    pub fn factor(self) -> Option<u8> {
        match self {
            Self::Ambition => Some(1),
            Self::Kpis => Some(2),
            Self::Governance => Some(3),
            Self::Balance => Some(4),
            Self::Relation => Some(5),
            Self::Successes => Some(6),
            Self::Differences => Some(7),
            Self::Identity => Some(8),
            Self::Opening | Self::Closing | Self::Free => None,
        }
    }

    /// The room that serves a factor, 1 to 8; the free one where there is none.
    pub fn of_factor(factor: u8) -> Self {
        Self::ALL.into_iter().find(|room| room.factor() == Some(factor)).unwrap_or(Self::Free)
    }
}

/// What an item asks of the group (domain §2.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// Procedure.
    Procedure,
    /// Ter informatie.
    Inform,
    /// Ter bespreking.
    Discuss,
    /// Ter besluitvorming.
    Decide,
    /// Verschil verkennen: admits no decision (7.4).
    Explore,
    /// Balans and relatie.
    Relate,
}

impl Purpose {
    /// Every purpose, in the order of the minutes per purpose.
    pub const ALL: [Self; 6] =
        [Self::Procedure, Self::Inform, Self::Discuss, Self::Decide, Self::Explore, Self::Relate];
}

/// What came of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ItemOutcome {
    /// A decision was taken.
    Decided,
    /// It was talked through, without a decision.
    Discussed,
    /// A difference was explored.
    Explored,
    /// Voor kennisgeving aangenomen.
    Noted,
    /// Returned to a lower level with an assignment.
    Returned,
    /// Deferred to a later session.
    Deferred,
    /// Passed over on purpose.
    Skipped,
    /// Time ran out before it.
    NotReached,
}

impl ItemOutcome {
    /// Every outcome, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Decided,
        Self::Discussed,
        Self::Explored,
        Self::Noted,
        Self::Returned,
        Self::Deferred,
        Self::Skipped,
        Self::NotReached,
    ];

    /// Whether the group was through with the item: what the outcome ratio counts (8.4).
    pub fn is_done(self) -> bool {
        !matches!(self, Self::Deferred | Self::Skipped | Self::NotReached)
    }
}

impl AgendaItem {
    /// A new item without time spent.
    pub fn new(no: &str, title: &str, room: Room, purpose: Purpose, minutes: u32) -> Self {
        Self {
            no: no.into(),
            title: title.to_owned(),
            room,
            purpose,
            minutes,
            standing: None,
            about: Vec::new(),
            first_session: None,
            spent: 0,
            outcome: None,
        }
    }

    /// Whether the group was through with it.
    pub fn is_done(&self) -> bool {
        self.outcome.is_some_and(ItemOutcome::is_done)
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

impl Agenda {
    /// Place of an item in the order of treatment.
    pub fn position(&self, no: &ItemNo) -> Option<usize> {
        self.items.iter().position(|item| item.no == *no)
    }

    /// An item by its number.
    pub fn item(&self, no: &ItemNo) -> Option<&AgendaItem> {
        self.items.iter().find(|item| item.no == *no)
    }

    /// Seconds spent on an item, with those that the running clock holds.
    pub fn spent(&self, item: &AgendaItem, running: u32) -> u32 {
        let runs = self.running.as_ref().is_some_and(|clock| clock.item == item.no);
        item.spent.saturating_add(if runs { running } else { 0 })
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

    /// Planned minutes of the whole agenda.
    pub fn planned_minutes(&self) -> u32 {
        self.items.iter().map(|item| item.minutes).sum()
    }

    /// The first item after `no` that still waits; from the start when there is none after it.
    pub fn next_open(&self, no: &ItemNo) -> Option<&AgendaItem> {
        let here = self.position(no).unwrap_or(0);
        let (before, after) = self.items.split_at(here.min(self.items.len()));
        after.iter().skip(1).chain(before).find(|item| item.outcome.is_none())
    }

    /// A number for a new free item: one above the highest in use, so that no number comes back.
    pub fn free_number(&self) -> ItemNo {
        let highest = self.items.iter().filter_map(|item| {
            let digits: String = item.no.as_str().chars().take_while(char::is_ascii_digit).collect();
            digits.parse::<u32>().ok()
        });
        ItemNo(highest.max().unwrap_or(0).saturating_add(1).to_string())
    }

    /// Puts items in, just before the closing.
    pub fn insert_before_closing(&mut self, items: impl IntoIterator<Item = AgendaItem>) {
        let end = self.items.iter().position(|item| item.room == Room::Closing).unwrap_or(self.items.len());
        self.items.splice(end..end, items);
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

    /// Moves an item one place up or down; at the edge nothing happens.
    pub fn shift(&mut self, no: &ItemNo, down: bool) -> Result<(), Refusal> {
        let here = self.position(no).ok_or(Refusal::NoSuchItem)?;
        let there = if down { here + 1 } else { here.wrapping_sub(1) };
        if there >= self.items.len() {
            return Err(Refusal::AtTheEdge);
        }
        self.items.swap(here, there);
        Ok(())
    }
}

/// The agenda a new chain starts with: the rooms in the order of a meeting, stories first (6.6), 120 minutes in all.
pub const STANDARD: [(Room, Purpose, u32); 10] = [
    (Room::Opening, Purpose::Procedure, 15),
    (Room::Successes, Purpose::Inform, 10),
    (Room::Ambition, Purpose::Discuss, 10),
    (Room::Kpis, Purpose::Discuss, 20),
    (Room::Governance, Purpose::Decide, 20),
    (Room::Differences, Purpose::Explore, 15),
    (Room::Balance, Purpose::Relate, 10),
    (Room::Relation, Purpose::Relate, 10),
    (Room::Identity, Purpose::Discuss, 5),
    (Room::Closing, Purpose::Procedure, 5),
];

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

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

    #[test]
    fn numbers_stay_when_the_order_changes_and_do_not_come_back() {
        let mut agenda = agenda();
        agenda.shift(&"9a".into(), false).unwrap();
        assert_eq!(agenda.items.iter().map(|item| item.no.as_str()).collect::<Vec<_>>(), ["1", "9a", "2"]);
        assert_eq!(agenda.free_number(), "10".into());
        assert_eq!(agenda.shift(&"1".into(), false), Err(Refusal::AtTheEdge));
    }

    #[test]
    fn what_waits_is_found_past_the_end() {
        let mut agenda = agenda();
        agenda.items[2].outcome = Some(ItemOutcome::Noted);
        assert_eq!(agenda.next_open(&"2".into()).map(|item| item.no.as_str()), Some("1"));
    }
}
