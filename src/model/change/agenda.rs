//! Changes of the agenda and its clock.

use super::{Refusal, put, said};
use crate::model::action::Origin;
use crate::model::agenda::{AgendaItem, ItemOutcome, Purpose, Room};
use crate::model::ids::{ItemNo, RecordId};
use crate::model::session::set_aside::Declined;
use crate::model::session::{Session, State};
use crate::model::statements::Claim;
use chrono::NaiveDateTime;

/// A change of the agenda.
#[derive(Debug, Clone, PartialEq)]
pub enum AgendaEdit {
    /// Start the clock of an item; the one before stops.
    TakeUp(ItemNo),
    /// The running item took so many seconds more, as somebody measured them; its clock goes on.
    Elapsed(u32),
    /// Stop the clock.
    Pause,
    /// An item is done, with this outcome.
    Finish(ItemNo, ItemOutcome),
    /// An outcome is set right or taken back.
    Outcome(ItemNo, Option<ItemOutcome>),
    /// One place up or down.
    Shift {
        /// Which item.
        item: ItemNo,
        /// Down, or up.
        down: bool,
    },
    /// A new free item.
    Add {
        /// What it is about.
        title: String,
        /// What is asked.
        purpose: Purpose,
        /// Planned time.
        minutes: u32,
    },
    /// A new item in a room, from a signal.
    Propose {
        /// Its title.
        title: String,
        /// The pane it opens.
        room: Room,
        /// The records that it rests on.
        about: Vec<RecordId>,
    },
    /// The chair leaves a proposal off the agenda.
    Decline {
        /// The statement it came from.
        claim: Claim,
        /// What that is about.
        about: String,
    },
    /// Another title.
    Title(ItemNo, String),
    /// Another purpose.
    Purpose(ItemNo, Purpose),
    /// Other planned time.
    Minutes(ItemNo, u32),
    /// An item without records goes.
    Remove(ItemNo),
}

pub(super) fn apply(session: &mut Session, edit: &AgendaEdit, now: NaiveDateTime) -> Result<(), Refusal> {
    match edit {
        AgendaEdit::TakeUp(_) if session.state != State::Live => Err(Refusal::NotLive),
        AgendaEdit::TakeUp(no) => session.agenda.take_up(no, now),
        AgendaEdit::Elapsed(seconds) => {
            session.agenda.elapse(*seconds, now);
            Ok(())
        }
        AgendaEdit::Pause => {
            session.agenda.stop();
            Ok(())
        }
        AgendaEdit::Finish(no, outcome) => {
            if session.agenda.running.as_ref().is_some_and(|running| running.item == *no) {
                session.agenda.stop();
            }
            item(session, no)?.outcome = Some(*outcome);
            Ok(())
        }
        AgendaEdit::Outcome(no, outcome) => {
            item(session, no)?.outcome = *outcome;
            Ok(())
        }
        AgendaEdit::Shift { item, down } => session.agenda.shift(item, *down),
        AgendaEdit::Add { title, purpose, minutes } => add(session, title, Room::Free, *purpose, *minutes),
        AgendaEdit::Propose { title, room, about } => {
            add(session, title, *room, Purpose::Discuss, PROPOSED_MINUTES)?;
            let added = session.agenda.items.iter_mut().rev().find(|item| item.title == title.trim());
            added.ok_or(Refusal::NoSuchItem)?.about.clone_from(about);
            Ok(())
        }
        AgendaEdit::Decline { claim, about } => {
            let entry = Declined { claim: *claim, about: about.clone(), on: now.date() };
            put(&mut session.declined, entry, |old| old.claim == *claim && old.about == *about);
            Ok(())
        }
        AgendaEdit::Title(no, title) => {
            let title = said(title)?;
            item(session, no)?.title = title;
            Ok(())
        }
        AgendaEdit::Purpose(no, purpose) => {
            let decided = session.own_decisions().any(|decision| decision.item.as_ref() == Some(no));
            if *purpose == Purpose::Explore && decided {
                return Err(Refusal::ExploreAdmitsNoDecision);
            }
            item(session, no)?.purpose = *purpose;
            Ok(())
        }
        AgendaEdit::Minutes(no, minutes) => {
            item(session, no)?.minutes = (*minutes).min(24 * 60);
            Ok(())
        }
        AgendaEdit::Remove(no) => remove(session, no),
    }
}

/// Minutes that a proposed item gets until somebody says otherwise.
const PROPOSED_MINUTES: u32 = 10;

fn item<'a>(session: &'a mut Session, no: &ItemNo) -> Result<&'a mut AgendaItem, Refusal> {
    session.agenda.items.iter_mut().find(|item| item.no == *no).ok_or(Refusal::NoSuchItem)
}

/// A new item comes before the closing, so that it is reached.
fn add(session: &mut Session, title: &str, room: Room, purpose: Purpose, minutes: u32) -> Result<(), Refusal> {
    let title = said(title)?;
    let no = session.agenda.free_number();
    let new = AgendaItem::new(no.as_str(), &title, room, purpose, minutes.min(24 * 60));
    let last = session.agenda.items.last().is_some_and(|item| item.room == Room::Closing);
    let place = session.agenda.items.len() - usize::from(last);
    session.agenda.items.insert(place, new);
    Ok(())
}

/// Only an item on which nothing is on record can go.
fn remove(session: &mut Session, no: &ItemNo) -> Result<(), Refusal> {
    let here = session.agenda.position(no).ok_or(Refusal::NoSuchItem)?;
    let origin = Origin::Item(no.clone());
    let in_use = session.agenda.items[here].spent > 0
        || session.agenda.running.as_ref().is_some_and(|running| running.item == *no)
        || session.own_decisions().any(|decision| decision.item.as_ref() == Some(no))
        || session.notes.iter().any(|note| note.session == session.number && note.item.as_ref() == Some(no))
        || session.differences.iter().any(|found| found.session == session.number && found.item.as_ref() == Some(no))
        || session
            .actions
            .iter()
            .any(|action| action.session == session.number && action.from.as_ref() == Some(&origin));
    if in_use {
        return Err(Refusal::ItemInUse);
    }
    session.agenda.items.remove(here);
    Ok(())
}
