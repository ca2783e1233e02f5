//! The dialogue on the shop floor: a card goes out, signals come back (7.5).

use crate::model::ids::RecordId;
use serde::{Deserialize, Serialize};

/// What came back from the shop floor, never with a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShopfloorSignal {
    /// In which session it was told.
    pub session: u32,
    /// The difference or decision that the card was about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<RecordId>,
    /// How many people talked about it.
    pub people: u32,
    /// What they say, in short.
    pub text: String,
}

/// Without a signal for so many sessions it is said.
pub const SILENT_SESSIONS: u32 = 2;

/// So many signals go along to the next session.
pub const SIGNALS_KEPT: usize = 24;
