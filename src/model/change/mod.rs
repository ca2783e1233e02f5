//! The one way to change a meeting: a typed [`Change`], applied by one pure function.
//!
//! Whatever goes through here gets undo (the session of before is kept), autosave (the session of after is sent to the
//! saver) and validation (a [`Refusal`] leaves everything as it was).

mod agenda;
mod ambition;
mod balance;
mod covenant;
mod decision;
mod escalation;
mod governance;
mod kpi;
mod meeting;
mod membership;
mod partner;
mod records;
mod relation;
mod story;

pub use crate::model::refusal::{Obstacle, Refusal};
pub use agenda::AgendaEdit;
pub use ambition::AmbitionEdit;
pub use balance::BalanceEdit;
pub use covenant::CovenantEdit;
pub use decision::DecisionEdit;
pub use escalation::EscalationEdit;
pub use governance::GovernanceEdit;
pub use kpi::{KpiEdit, KpiField};
pub use meeting::{IdentityField, MeetingEdit};
pub use membership::MembershipEdit;
pub use partner::PartnerEdit;
pub use records::{ActionEdit, DifferenceEdit};
pub use relation::RelationEdit;
pub use story::{Question, StoryEdit};

use crate::model::claim::Claim;
use crate::model::difference::shopfloor::ShopfloorSignal;
use crate::model::ids::{ItemNo, KpiId, PartnerCode, RecordId, RecordKind};
use crate::model::merge;
use crate::model::session::conflict::{Conflict, Side};
use crate::model::session::set_aside::SetAside;
use crate::model::session::{Event, LogEntry, Session, State};
use chrono::NaiveDateTime;

/// Everything that can be done to a session.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// The meeting itself: opening, attendance, adoption, closing.
    Meeting(MeetingEdit),
    /// The agenda and its clock.
    Agenda(AgendaEdit),
    /// A partner and its people.
    Partner(PartnerCode, PartnerEdit),
    /// A partner joins or leaves.
    Membership(MembershipEdit),
    /// The ambition and what hangs on it.
    Ambition(AmbitionEdit),
    /// The benefit round.
    Balance(BalanceEdit),
    /// The relation, and the pulse.
    Relation(RelationEdit),
    /// The process map, bodies and mandates.
    Governance(GovernanceEdit),
    /// The covenant and its versions.
    Covenant(CovenantEdit),
    /// Another version of this session is taken in.
    TakeIn {
        /// What both were made from.
        base: Box<Session>,
        /// The other version.
        theirs: Box<Session>,
    },
    /// One of two versions is chosen, and what they said otherwise is settled.
    Choose {
        /// What they say otherwise.
        conflict: Box<Conflict>,
        /// The version that is kept.
        side: Side,
    },
    /// An earlier revision is put back, as a new one.
    Restore {
        /// Its number.
        revision: u32,
        /// What it held.
        session: Box<Session>,
    },
    /// A warning is set aside, or looked at again.
    SetAside {
        /// Which warning.
        warning: Claim,
        /// What it is about.
        about: String,
        /// Why; none looks at it again.
        reason: Option<String>,
    },
    /// What came back from the shop floor.
    Shopfloor {
        /// The record that the card was about.
        about: Option<RecordId>,
        /// How many people talked.
        people: u32,
        /// What they say.
        text: String,
    },
    /// A KPI.
    Kpi(KpiId, KpiEdit),
    /// A new KPI with this name.
    NewKpi(String),
    /// A new record: one line is enough.
    Record {
        /// Which kind.
        kind: RecordKind,
        /// Under which item.
        item: Option<ItemNo>,
        /// The line.
        text: String,
    },
    /// A record becomes one of another kind, with a number of that kind.
    Convert(RecordId, RecordKind),
    /// A record of this session goes; its number does not come back.
    Remove(RecordId),
    /// A detail of a decision.
    Decision(RecordId, DecisionEdit),
    /// A detail of an action.
    Action(RecordId, ActionEdit),
    /// A detail of a disagreement.
    Difference(RecordId, DifferenceEdit),
    /// The text of a note.
    Note(RecordId, String),
    /// A detail of a story.
    Story(RecordId, StoryEdit),
    /// A detail of an escalation.
    Escalation(RecordId, EscalationEdit),
}

impl Change {
    /// It opens a closed session again.
    pub fn reopens(&self) -> bool {
        matches!(self, Self::Meeting(MeetingEdit::Reopen { .. }))
    }
}

/// A change that was carried out.
#[derive(Debug, Clone, PartialEq)]
pub struct Applied {
    /// The session after it.
    pub session: Session,
    /// The record that came into being, if one did.
    pub created: Option<RecordId>,
}

/// Carries out a change, or says why not. `now` is the moment that goes on record with it.
pub fn apply(before: &Session, change: &Change, now: NaiveDateTime) -> Result<Applied, Refusal> {
    if before.state == State::Closed && !change.reopens() {
        return Err(Refusal::Closed);
    }
    let mut session = before.clone();
    let created = carry_out(&mut session, change, now)?;
    Ok(Applied { session, created })
}

fn carry_out(session: &mut Session, change: &Change, now: NaiveDateTime) -> Result<Option<RecordId>, Refusal> {
    match change {
        Change::Meeting(edit) => meeting::apply(session, edit, now)?,
        Change::Agenda(edit) => agenda::apply(session, edit, now)?,
        Change::Partner(code, edit) => partner::apply(session, code, edit)?,
        Change::Membership(edit) => membership::apply(session, edit, now)?,
        Change::Ambition(edit) => ambition::apply(session, edit, now.date())?,
        Change::Balance(edit) => return balance::apply(session, edit, now),
        Change::Relation(edit) => relation::apply(session, edit, now)?,
        Change::Governance(edit) => governance::apply(session, edit)?,
        Change::Covenant(edit) => return covenant::apply(session, edit, now.date()),
        Change::TakeIn { base, theirs } => take_in(session, base, theirs, now)?,
        Change::Choose { conflict, side } => merge::choose(session, conflict, *side, now)?,
        Change::Restore { revision, session: earlier } => restore(session, *revision, earlier, now),
        Change::SetAside { warning, about, reason } => set_aside(session, *warning, about, reason.as_deref(), now)?,
        Change::Shopfloor { about, people, text } => {
            let (session_number, text) = (session.number, said(text)?);
            let signal = ShopfloorSignal { session: session_number, about: about.clone(), people: *people, text };
            session.shopfloor.push(signal);
        }
        Change::Kpi(id, edit) => return kpi::apply(session, id, edit),
        Change::NewKpi(name) => kpi::create(session, name)?,
        Change::Record { kind, item, text } => {
            return records::create(session, *kind, item.clone(), text, now).map(Some);
        }
        Change::Convert(id, kind) => return records::convert(session, id, *kind, now).map(Some),
        Change::Remove(id) => records::remove(session, id)?,
        Change::Decision(id, edit) => decision::apply(session, id, edit)?,
        Change::Action(id, edit) => records::edit_action(session, id, edit)?,
        Change::Difference(id, edit) => records::edit_difference(session, id, edit)?,
        Change::Note(id, text) => records::edit_note(session, id, text)?,
        Change::Story(id, edit) => story::apply(session, id, edit)?,
        Change::Escalation(id, edit) => escalation::apply(session, id, edit, now.date())?,
    }
    Ok(None)
}

/// The work of both is there after it; what both changed waits for a choice.
fn take_in(session: &mut Session, base: &Session, theirs: &Session, now: NaiveDateTime) -> Result<(), Refusal> {
    if !merge::same_meeting(Some(base), session, theirs) {
        return Err(Refusal::OtherMeeting);
    }
    (*session, _) = merge::merge_at(base, session, theirs, now);
    Ok(())
}

/// What an earlier revision held is the meeting again. How far the meeting is, what happened to it and which numbers were
/// given is not taken back.
fn restore(session: &mut Session, revision: u32, earlier: &Session, now: NaiveDateTime) {
    let before = session.clone();
    *session = earlier.clone();
    (session.state, session.date) = (before.state, before.date);
    session.log = before.log;
    session.raise_numbering(&before.numbering);
    log(session, now, Event::Restored { revision });
}

/// The reason is kept with the warning; without one the warning counts again.
fn set_aside(
    session: &mut Session,
    warning: Claim,
    about: &str,
    reason: Option<&str>,
    now: NaiveDateTime,
) -> Result<(), Refusal> {
    let same = |entry: &SetAside| entry.warning == warning && entry.about == about;
    match reason {
        None => session.set_aside.retain(|entry| !same(entry)),
        Some(reason) => {
            let (about, reason) = (about.to_owned(), said(reason)?);
            let entry = SetAside { warning, about, reason, session: session.number, on: now.date() };
            put(&mut session.set_aside, entry, |old| same(old));
        }
    }
    Ok(())
}

/// The one element that fits, or a refusal that names what was looked for.
fn find<T>(list: &mut [T], test: impl Fn(&T) -> bool) -> Result<&mut T, Refusal> {
    list.iter_mut().find(|element| test(element)).ok_or(Refusal::NoSuchRecord)
}

/// A text that must say something.
fn said(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() { Err(Refusal::Blank) } else { Ok(text.to_owned()) }
}

/// A score within its scale.
fn within(score: u8, low: u8, high: u8) -> Result<u8, Refusal> {
    if (low..=high).contains(&score) { Ok(score) } else { Err(Refusal::OutOfRange { low, high }) }
}

/// A code that belongs to a partner of this chain.
fn known(session: &Session, code: &PartnerCode) -> Result<(), Refusal> {
    session.partner(code).map(|_| ()).ok_or_else(|| Refusal::NoSuchPartner(code.clone()))
}

/// Takes out the one that fits.
fn take_out<T>(list: &mut Vec<T>, fits: impl Fn(&T) -> bool) -> Result<(), Refusal> {
    let here = list.iter().position(fits).ok_or(Refusal::NoSuchRecord)?;
    list.remove(here);
    Ok(())
}

/// What was to be taken back was there.
fn withdrawn(found: bool) -> Result<(), Refusal> {
    if found { Ok(()) } else { Err(Refusal::NoSuchRecord) }
}

/// Puts a remarkable moment on record.
fn log(session: &mut Session, now: NaiveDateTime, event: Event) {
    session.log.push(LogEntry { at: now, event });
}

/// Replaces the entry that fits, or adds it.
fn put<T>(list: &mut Vec<T>, entry: T, same: impl Fn(&T) -> bool) {
    match list.iter_mut().find(|old| same(old)) {
        Some(old) => *old = entry,
        None => list.push(entry),
    }
}

/// Adds a code that is not in the list, takes out one that is.
fn toggle(list: &mut Vec<PartnerCode>, code: &PartnerCode) {
    match list.iter().position(|known| known == code) {
        Some(here) => {
            list.remove(here);
        }
        None => list.push(code.clone()),
    }
}

impl Obstacle {
    /// The change that takes it away.
    pub fn remedy(&self) -> Change {
        Change::Meeting(match self {
            Self::BelowQuorum { .. } => MeetingEdit::GoOnBelowQuorum,
            Self::WithoutMandate(_) => MeetingEdit::GoOnWithoutMandate,
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
