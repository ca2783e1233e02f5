//! Every field that words are typed into: what the person was asked, and what about. A draft belongs to one of them, and
//! comes back in that one and in no other.

use super::subject::Subject;
use crate::model::agenda::Purpose;
use crate::model::governance::Level;
use crate::model::statements::Claim;
use crate::model::{ItemNo, KpiId, PartnerCode, RecordId, RecordKind, Session};
use serde::{Deserialize, Serialize};

/// A field. What is given in silence has none: one key each, and nothing of it is kept in a form that can be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Field {
    /// A new record under an item, which may belong to a decision.
    Record {
        /// What kind.
        kind: RecordKind,
        /// Under which item; none in a room that is not on the agenda.
        item: Option<ItemNo>,
        /// The decision it belongs to.
        about: Option<RecordId>,
    },
    /// The day to which an action is postponed.
    Postponed(RecordId),
    /// A field of something that was opened, by what it is called there.
    Of(Subject, String),
    /// The title of a new agenda item.
    Item(Purpose),
    /// Why a closed meeting is opened again.
    Reopening,
    /// A partner that joins.
    Joining,
    /// Why a warning is set aside: which, and what it is about.
    Reason(Claim, String),
    /// A value of a KPI.
    KpiValue(KpiId),
    /// The cause of where a KPI stands.
    KpiCause(KpiId),
    /// What is adjusted.
    KpiAdjustment(KpiId),
    /// The name of a new KPI.
    NewKpi,
    /// What the report before should say.
    Correction,
    /// When the papers went out.
    PapersSent,
    /// What the shop floor says.
    Shopfloor(Option<RecordId>),
    /// Why the covenant is amended.
    Amendment,
    /// The ambition.
    Ambition,
    /// What a partner adds to its commitment.
    Commitment(PartnerCode),
    /// Why a partner takes a position on a decision, in the open.
    Position(RecordId, PartnerCode),
    /// The day of a letter about a decision, in the open.
    Letter(RecordId, PartnerCode),
    /// The text for a new round on a decision.
    NewRound(RecordId),
    /// The day of the next meeting.
    NextDate,
    /// A moment that went well, or that grated.
    Moment(bool),
    /// Two partners that show their tie.
    Tie,
    /// When the café is.
    CafeRule,
    /// The day of a café.
    CafeDate,
    /// Who came to it.
    CafePeople,
    /// The day of an activity.
    ActivityDate,
    /// What it was.
    Activity,
    /// The mandate that goes down with an escalation.
    Assignment(RecordId),
    /// When that has to be done.
    AssignmentDue(RecordId),
    /// What sets the balance of a partner right.
    Rebalance(PartnerCode),
    /// Its effort after that.
    EffortAfter(PartnerCode),
    /// The name of a consultation.
    Body(Level),
    /// One of the questions about a new chain.
    NewChain(Asked),
}

/// What is asked about a new chain, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asked {
    /// Its name.
    Name,
    /// Its partners.
    Partners,
    /// Its ambition.
    Ambition,
    /// The day of its first meeting.
    Date,
}

impl Field {
    /// As it is kept with its draft.
    pub fn name(&self) -> String {
        // Nothing in it can't be written: names, numbers and dates.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// From what was kept; none when this program has no such field.
    pub fn of_name(name: &str) -> Option<Self> {
        serde_json::from_str(name).ok()
    }

    /// What the field is about is still there.
    pub fn is_there(&self, session: &Session) -> bool {
        let record = |id: &RecordId| has_record(session, id);
        match self {
            Self::Record { kind: _, item, about } => {
                item.as_ref().is_none_or(|no| session.agenda.item(no).is_some()) && about.as_ref().is_none_or(record)
            }
            Self::Postponed(id)
            | Self::Position(id, _)
            | Self::Letter(id, _)
            | Self::NewRound(id)
            | Self::Assignment(id)
            | Self::AssignmentDue(id) => record(id),
            Self::Shopfloor(about) => about.as_ref().is_none_or(record),
            Self::KpiValue(id) | Self::KpiCause(id) | Self::KpiAdjustment(id) => {
                session.kpis.iter().any(|kpi| kpi.id == *id)
            }
            Self::Commitment(code) | Self::Rebalance(code) | Self::EffortAfter(code) => session.partner(code).is_some(),
            Self::Of(..)
            | Self::Item(_)
            | Self::Reopening
            | Self::Joining
            | Self::Reason(..)
            | Self::NewKpi
            | Self::Correction
            | Self::PapersSent
            | Self::Amendment
            | Self::Ambition
            | Self::NextDate
            | Self::Moment(_)
            | Self::Tie
            | Self::CafeRule
            | Self::CafeDate
            | Self::CafePeople
            | Self::ActivityDate
            | Self::Activity
            | Self::Body(_)
            | Self::NewChain(_) => true,
        }
    }
}

fn has_record(session: &Session, id: &RecordId) -> bool {
    session.decision(id).is_some()
        || session.actions.iter().any(|found| found.id == *id)
        || session.differences.iter().any(|found| found.id == *id)
        || session.escalations.iter().any(|found| found.id == *id)
        || session.successes.stories.iter().any(|found| found.id == *id)
        || session.notes.iter().any(|found| found.id == *id)
}
