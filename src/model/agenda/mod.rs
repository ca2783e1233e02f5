//! The agenda: items with time, clock and outcome (domain §2.1).

mod clock;

pub use clock::{Expected, Running, TimeMark};

use crate::model::ids::{ItemNo, RecordId};
use crate::model::refusal::Refusal;
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
    /// Attendance, mandate, quorum.
    Opening,
    /// The agenda itself, and what passes without discussion.
    Agenda,
    /// The report of the meeting before.
    Report,
    /// Decisions that are carried out, actions that are open.
    Actions,
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
    pub const ALL: [Self; 14] = [
        Self::Opening,
        Self::Agenda,
        Self::Report,
        Self::Actions,
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
            Self::Opening | Self::Agenda | Self::Report | Self::Actions | Self::Closing | Self::Free => None,
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

impl Agenda {
    /// Place of an item in the order of treatment.
    pub fn position(&self, no: &ItemNo) -> Option<usize> {
        self.items.iter().position(|item| item.no == *no)
    }

    /// An item by its number.
    pub fn item(&self, no: &ItemNo) -> Option<&AgendaItem> {
        self.items.iter().find(|item| item.no == *no)
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
pub const STANDARD: [(Room, Purpose, u32); 13] = [
    (Room::Opening, Purpose::Procedure, 4),
    (Room::Agenda, Purpose::Procedure, 2),
    (Room::Successes, Purpose::Inform, 10),
    (Room::Report, Purpose::Procedure, 4),
    (Room::Actions, Purpose::Procedure, 5),
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

    fn agenda() -> Agenda {
        let items = ["1", "2", "9a"].map(|no| AgendaItem::new(no, no, Room::Free, Purpose::Discuss, 10));
        Agenda { items: items.to_vec(), running: None }
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
