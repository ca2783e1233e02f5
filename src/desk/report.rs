//! Where the report of this meeting stands, and that of the one before it.

use crate::model::Session;
use crate::store::SealState;
use chrono::NaiveDate;
use std::sync::Arc;

/// The session before this one, for its adoption.
#[derive(Debug, Clone, PartialEq)]
pub struct Previous {
    /// All of it, so that its report can be read where it is adopted.
    pub held: Arc<Session>,
    /// Its number.
    pub session: u32,
    /// Its date.
    pub date: NaiveDate,
    /// Its file.
    pub file: String,
    /// SHA-256 of that file.
    pub sha256: String,
    /// It is closed, so there is a report to adopt.
    pub closed: bool,
    /// So many choices between two versions are open in it.
    pub to_choose: usize,
    /// What the seal of its file says.
    pub seal: SealState,
    /// How often the program wrote it.
    pub revision: u32,
}

/// Where the report of a meeting that was held stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// SHA-256 of its file, as `sha256sum` gives it.
    pub sha256: String,
    /// What the next meeting said of it.
    pub adopted_on: Option<NaiveDate>,
    /// The next meeting adopted a file with another hash: this one changed since.
    pub altered: bool,
    /// What the group wants to read otherwise.
    pub corrections: Vec<String>,
    /// What the seal of its file says.
    pub seal: SealState,
    /// How often the program wrote it.
    pub revision: u32,
}
