//! Disagreements, kept as records of their own (factor 7, domain §1h).

pub mod shopfloor;

use crate::model::ids::{ItemNo, PartnerCode, RecordId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A difference of view: with a decision, or without one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// `O2026-01`.
    pub id: RecordId,
    /// The session in which it was said.
    pub session: u32,
    /// The item under which it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemNo>,
    /// What it is about, in their words.
    pub text: String,
    /// Who sees it otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<PartnerCode>,
    /// The decision it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<RecordId>,
    /// Where it stands.
    pub status: DifferenceStatus,
    /// What would change their mind.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub would_change: String,
    /// When it is looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_on: Option<NaiveDate>,
}

/// Where a difference stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DifferenceStatus {
    /// Open.
    Open,
    /// Accepted: they agree to disagree.
    AgreedToDisagree,
    /// Resolved.
    Resolved,
}

impl DifferenceStatus {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Open, Self::AgreedToDisagree, Self::Resolved];
}

impl Difference {
    /// A difference on record, with its text only.
    pub fn new(id: RecordId, session: u32, item: Option<ItemNo>, text: &str) -> Self {
        Self {
            id,
            session,
            item,
            text: text.to_owned(),
            partners: Vec::new(),
            decision: None,
            status: DifferenceStatus::Open,
            would_change: String::new(),
            review_on: None,
        }
    }
}
