//! A warning that the group looked at and set aside, with the reason that it is kept for.

use crate::model::claim::Claim;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A statement that was proposed for the agenda and left off it; it stays raised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declined {
    /// Which statement.
    pub claim: Claim,
    /// What it was about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// When.
    pub on: NaiveDate,
}

/// A warning set aside. It holds while the warning is about the same thing; about another it is raised again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetAside {
    /// Which warning.
    pub warning: Claim,
    /// What it was about: a partner, a record, a session.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// Why it need not be looked at.
    pub reason: String,
    /// In which session.
    pub session: u32,
    /// When.
    pub on: NaiveDate,
}
