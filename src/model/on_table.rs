//! What is on the table while a meeting is being held: where the secretary is, and what of it a second screen may follow.
//! What such a screen shows of it is decided elsewhere, by a type that holds nothing else.

use crate::model::agenda::Room;
use crate::model::ids::{ItemNo, KpiId, RecordId, RecordKind};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// What is on the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnTable {
    /// Number of the session.
    pub session: u32,
    /// The agenda item that the secretary is at; none in a room that is not on the agenda.
    pub item: Option<ItemNo>,
    /// The room of that item, or the room itself.
    pub room: Room,
    /// What is selected or open there.
    pub about: Option<About>,
    /// The words of a decision or an action while they are being typed.
    pub written: Option<Written>,
    /// A row of a blind round is being given now.
    pub gives_row: bool,
    /// The pulse on the factors is on the table, whatever the item is.
    pub pulse: bool,
    /// The meeting pauses.
    pub pause: Option<Pause>,
}

/// Something that the room may look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum About {
    /// A KPI.
    Kpi(KpiId),
    /// A record.
    Record(RecordId),
}

/// What is being written down for everybody: a decision or an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// Which of the two.
    pub kind: RecordKind,
    /// The record whose words they are, where it has a number already.
    pub about: Option<RecordId>,
    /// The words so far.
    pub text: String,
}

/// A break. Nothing of it goes on record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pause {
    /// When it began.
    pub from: NaiveDateTime,
    /// When the meeting goes on.
    pub until: NaiveDateTime,
}
