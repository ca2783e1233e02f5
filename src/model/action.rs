//! Actions: one organisation, one person, one date, and where they come from (domain §2.4).

use crate::model::ids::{ItemNo, PartnerCode, RecordId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One action.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// `A2026-12`.
    pub id: RecordId,
    /// The session that gave it.
    pub session: u32,
    /// What is to be done.
    pub text: String,
    /// One organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PartnerCode>,
    /// One person.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub person: String,
    /// The partner that its owner waits for (domain §1a, I1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waits_for: Option<PartnerCode>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// When it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<NaiveDate>,
    /// When it was dropped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dropped: Option<NaiveDate>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Origin>,
    /// Every later date it was given, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub postponed: Vec<Postponement>,
}

/// What a record comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Origin {
    /// An agenda item.
    Item(ItemNo),
    /// Another record.
    Record(RecordId),
}

/// One time that an action got a later date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Postponement {
    /// The date that was let go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The date it got.
    pub to: NaiveDate,
    /// The session in which that was agreed.
    pub session: u32,
}

impl Action {
    /// An action on record, with its text only.
    pub fn new(id: RecordId, session: u32, from: Option<Origin>, text: &str) -> Self {
        Self {
            id,
            session,
            text: text.to_owned(),
            owner: None,
            person: String::new(),
            waits_for: None,
            due: None,
            done: None,
            dropped: None,
            from,
            postponed: Vec::new(),
        }
    }

    /// Neither done nor dropped.
    pub fn is_open(&self) -> bool {
        self.done.is_none() && self.dropped.is_none()
    }

    /// The date it was first given for: postponing does not make it on time.
    pub fn first_due(&self) -> Option<NaiveDate> {
        self.postponed.first().map_or(self.due, |first| first.from)
    }

    /// Days past its date, while open (`expected.overdue`).
    pub fn overdue_days(&self, today: NaiveDate) -> Option<i64> {
        let days = (today - self.due?).num_days();
        (self.is_open() && days > 0).then_some(days)
    }

    /// Done on or before the first date.
    pub fn was_on_time(&self) -> bool {
        self.done.zip(self.first_due()).is_some_and(|(done, due)| done <= due)
    }
}
