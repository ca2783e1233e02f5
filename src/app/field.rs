//! Every field that words are typed into: what the person was asked, and what about. A draft belongs to one of them, and
//! comes back in that one and in no other.

use super::App;
use super::commands::{agenda, membership, records, signals};
use super::home;
use super::layer::Layer;
use super::meeting::Tab;
use crate::model::agenda::Purpose;
use crate::model::governance::Level;
use crate::model::statements::{Claim, statements};
use crate::model::{ItemNo, KpiId, PartnerCode, RecordId, RecordKind, Session};
use crate::panes::details::{self, Subject, positions};
use crate::panes::{ambition, balance, closing, covenant, differences, governance, kpis, opening, relation};
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
    NewChain(home::Asked),
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

    /// Opens the field, or the first of the questions that lead to it; false when there is nothing to open it on any more.
    pub fn open(self, app: &mut App) -> bool {
        let before = app.layers.len();
        if matches!(self, Self::NewChain(_)) {
            if app.meeting.is_none() {
                home::new_chain(app);
            }
        } else if self == Self::Reopening {
            // Whether it may be opened again is for the question itself to say.
            agenda::reopen(app);
        } else if app.may_write() {
            self.open_in_meeting(app);
        }
        app.layers.len() > before
    }

    fn open_in_meeting(self, app: &mut App) {
        let Some(session) = app.session() else { return };
        if !self.is_there(session) {
            return;
        }
        match self {
            Self::Record { kind, item, about } => {
                if let (Some(no), Some(meeting)) = (item.clone(), app.meeting.as_mut()) {
                    meeting.go_to(Tab::Item(no));
                }
                records::ask(app, kind, item, about);
            }
            Self::Postponed(id) => records::ask_postponed(app, id),
            Self::Of(subject, field) => details::open_field(app, subject, &field),
            Self::Item(purpose) => agenda::ask_title(app, purpose),
            Self::Joining => membership::join(app),
            Self::Reason(claim, about) => {
                let mut all = statements(session, app.clock.today()).into_iter();
                if let Some(found) = all.find(|found| found.claim == claim && found.about == about) {
                    signals::ask_reason(app, found);
                }
            }
            Self::KpiValue(id) => kpis::ask_value(app, id),
            Self::KpiCause(id) => kpis::ask_cause(app, id),
            Self::KpiAdjustment(id) => kpis::ask_adjustment(app, id),
            Self::NewKpi => kpis::new_kpi(app),
            Self::Correction => opening::correction(app),
            Self::PapersSent => opening::papers(app),
            Self::Shopfloor(about) => differences::ask_shopfloor(app, about),
            Self::Amendment => covenant::propose(app),
            Self::Ambition => ambition::write(app),
            Self::Commitment(_) => ambition::commit(app),
            Self::Position(id, partner) => positions::open_reason(app, id, &partner),
            Self::Letter(id, _) => positions::roll_call(app, id),
            Self::NewRound(id) => positions::ask_new_round(app, id),
            Self::NextDate => closing::next_date(app),
            Self::Moment(good) => relation::ask_moment(app, good),
            Self::Tie => relation::show_tie(app),
            Self::CafeRule => relation::cafe_rule(app),
            Self::CafeDate | Self::CafePeople => relation::cafe(app),
            Self::ActivityDate | Self::Activity => relation::activity(app),
            Self::Assignment(id) | Self::AssignmentDue(id) => governance::ask_assignment(app, id),
            Self::Rebalance(partner) | Self::EffortAfter(partner) => balance::ask_rebalance(app, partner),
            Self::Body(level) => details::chain::ask_body(app, level),
            Self::Reopening | Self::NewChain(_) => {}
        }
    }

    /// What the field is about is still there.
    fn is_there(&self, session: &Session) -> bool {
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

/// Something is being asked: the layer on top waits for an answer.
pub fn is_asking(app: &App) -> bool {
    matches!(app.layers.last(), Some(Layer::Prompt(_) | Layer::Picker(_) | Layer::RollCall(_)))
}
