//! Changes of an escalation. Does it belong here? comes before content (3.5).

use super::{Refusal, find, known, said};
use crate::model::governance::Level;
use crate::model::governance::escalation::{Assignment, EscalationOutcome, EscalationReason, Prepared};
use crate::model::ids::RecordId;
use crate::model::session::Session;
use chrono::NaiveDate;

/// A change of one escalation.
#[derive(Debug, Clone, PartialEq)]
pub enum EscalationEdit {
    /// What it is about.
    Title(String),
    /// The level it comes from, and whether it passed every level between.
    From(Level, bool),
    /// Why it came up.
    Reason(Option<EscalationReason>),
    /// Could a lower level have decided it?
    Within(Option<bool>),
    /// Was it prepared?
    Prepared(Prepared),
    /// What was tried.
    Tried(String),
    /// The asked decision.
    Asked(String),
    /// The earlier escalation on the same theme.
    Repeats(Option<RecordId>),
    /// The chair: it belongs here, for this reason.
    Admit(EscalationReason),
    /// The chair: back, with this assignment.
    Return(Assignment),
    /// What the group makes of it.
    Outcome(EscalationOutcome),
    /// A returned one was solved below, on this day.
    Solved(NaiveDate),
    /// Back to the start: not answered.
    Reconsider,
}

pub(super) fn apply(
    session: &mut Session,
    id: &RecordId,
    edit: &EscalationEdit,
    today: NaiveDate,
) -> Result<(), Refusal> {
    if let EscalationEdit::Return(assignment) = edit {
        known(session, &assignment.owner)?;
    }
    let escalation = find(&mut session.escalations, |escalation| escalation.id == *id)?;
    match edit {
        EscalationEdit::Title(title) => escalation.title = said(title)?,
        EscalationEdit::From(level, every_level) => {
            escalation.from = *level;
            let to = escalation.to;
            let passed =
                |found: &Level| *found == *level || *found == to || (*every_level && *found > *level && *found < to);
            escalation.path = Level::ALL.into_iter().filter(passed).collect();
        }
        EscalationEdit::Reason(reason) => escalation.reason = *reason,
        EscalationEdit::Within(within) => escalation.within_lower_mandate = *within,
        EscalationEdit::Prepared(prepared) => escalation.prepared = Some(*prepared),
        EscalationEdit::Tried(text) => text.trim().clone_into(&mut escalation.tried),
        EscalationEdit::Asked(text) => text.trim().clone_into(&mut escalation.asked),
        EscalationEdit::Repeats(other) => escalation.repeats.clone_from(other),
        EscalationEdit::Admit(reason) => {
            escalation.admitted = true;
            escalation.reason = Some(*reason);
            escalation.within_lower_mandate.get_or_insert(false);
        }
        EscalationEdit::Return(assignment) => {
            said(&assignment.mandate)?;
            escalation.assignment = Some(assignment.clone());
            escalation.outcome = Some(EscalationOutcome::Returned);
            escalation.within_lower_mandate = Some(true);
        }
        EscalationEdit::Outcome(_) if escalation.awaits_guard() => return Err(Refusal::GuardFirst),
        EscalationEdit::Outcome(outcome) => {
            escalation.outcome = Some(*outcome);
            escalation.closed = (*outcome == EscalationOutcome::Decided).then_some(today);
        }
        EscalationEdit::Solved(day) => escalation.closed = Some(*day),
        EscalationEdit::Reconsider => {
            escalation.admitted = false;
            (escalation.outcome, escalation.assignment, escalation.closed) = (None, None, None);
        }
    }
    Ok(())
}
