//! Back and forward through what was done to the meeting, over restarts too.

use super::{Meeting, Tab};
use crate::model::Session;
use crate::model::agenda::Room;
use crate::model::history::step::{Step, step};
use crate::model::session::raise;
use crate::store::StoreError;
use crate::store::keeper::Keeper;
use crate::store::state::SessionState;
use crate::store::steps::{Known, Past, Steps};
use chrono::NaiveDateTime;

/// What a step of undo or redo did: none when there is none, and nothing more where a person would not know it by name.
pub type Travelled = Result<Option<Option<Step>>, StoreError>;

impl Meeting {
    /// What can be undone and done again from here, as it was kept; from now on it is kept again. Closing is not undone
    /// after a restart: a closed meeting is opened again with a reason.
    pub fn go_on_from(&mut self, known: Known, keeper: Keeper, place: SessionState) {
        self.seen = known.seen;
        if self.session.is_open() {
            (self.undo, self.redo) = (known.undo, known.redo);
        }
        self.keeping = Some((keeper, place));
        // The state before the first change is known from now on: what comes of words can be told by it.
        self.keep_steps();
    }

    /// Makes one step for undo of the last two.
    pub fn join_last(&mut self) {
        if self.undo.len() > 1 {
            self.undo.pop();
            self.keep_steps();
        }
    }

    /// Back to before the last change; none when there is none. `Err` when that can't be read any more: then there is
    /// nothing before it either.
    pub fn undo(&mut self, now: NaiveDateTime) -> Travelled {
        let Some(before) = self.undo.pop() else { return Ok(None) };
        let Some(before) = self.past(&before).inspect_err(|_| self.undo.clear())? else {
            self.undo.clear();
            return Ok(None);
        };
        let after = self.travel_to(before);
        let done = step(&self.session, &after);
        self.redo.push(Past::of(after));
        self.after_time_travel(now);
        Ok(Some(done))
    }

    /// Forward again; none when nothing was undone.
    pub fn redo(&mut self, now: NaiveDateTime) -> Travelled {
        let Some(after) = self.redo.pop() else { return Ok(None) };
        let Some(after) = self.past(&after).inspect_err(|_| self.redo.clear())? else {
            self.redo.clear();
            return Ok(None);
        };
        let before = self.travel_to(after);
        let done = step(&before, &self.session);
        self.undo.push(Past::of(before));
        self.after_time_travel(now);
        Ok(Some(done))
    }

    /// A state to go to; none across a closing of before this program was started.
    fn past(&self, past: &Past) -> Result<Option<Session>, StoreError> {
        let session = past.session(self.keeping.as_ref().map(|(_, place)| place))?;
        let crosses = past.is_from_before() && session.is_open() != self.session.is_open();
        Ok((!crosses).then_some(session))
    }

    /// Takes another state; every number that was seen stays given. Gives the state that was left.
    fn travel_to(&mut self, mut other: Session) -> Session {
        raise(&mut self.seen, &self.session.numbering);
        other.raise_numbering(&self.seen);
        std::mem::replace(&mut self.session, other)
    }

    /// Hands the steps to be kept, so that they are there again after a restart.
    pub(super) fn keep_steps(&mut self) {
        raise(&mut self.seen, &self.session.numbering);
        if let Some((keeper, place)) = &self.keeping {
            let (undo, redo) = (self.undo.clone(), self.redo.clone());
            keeper.steps(place, Steps { undo, now: Past::of(self.session.clone()), redo, seen: self.seen.clone() });
        }
    }

    fn after_time_travel(&mut self, now: NaiveDateTime) {
        self.save(None, now);
        if !self.tabs().contains(&self.tab) {
            self.tab = self.tabs().into_iter().next().unwrap_or(Tab::Room(Room::Opening));
        }
    }
}
