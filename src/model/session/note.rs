//! What was said and is worth keeping, without being anything more.

use crate::model::ids::{ItemNo, RecordId};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// One note.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// `N2026-03`.
    pub id: RecordId,
    /// The session in which it was made.
    pub session: u32,
    /// When.
    pub at: NaiveDateTime,
    /// Under which item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemNo>,
    /// What.
    pub text: String,
}
