//! The one way from a command to a change of the meeting: whether it may, what stands in its way, and what is said of it.

use super::Desk;
use super::access::Access;
use super::layers;
use super::meeting::Meeting;
use super::record;
use super::view::Target;
use crate::model::RecordId;
use crate::model::change::{Change, Obstacle, Refusal};
use crate::widgets::theme::Sign;

impl Desk {
    /// Changes the meeting. What stands in the way is said, or asked about when the group may go on in spite of it.
    pub fn commit(&mut self, changes: Vec<Change>) -> Result<Option<RecordId>, String> {
        self.keep_time();
        let (now, gone) = (self.now(), self.clock.gone());
        let mut going_on = std::mem::take(&mut self.going_on);
        let Some(meeting) = self.meeting.as_mut() else { return Ok(None) };
        let may = match meeting.access() {
            Access::Write => true,
            Access::Closed => changes.iter().all(Change::reopens),
            Access::Adopted(_) | Access::Unclear(_) | Access::Locked(_) | Access::NoPermission | Access::NoRoom => {
                false
            }
        };
        if !may {
            return Err(self.why_read_only());
        }
        let all: Vec<Change> = going_on.iter().chain(&changes).cloned().collect();
        match meeting.change(&all, now, gone) {
            Ok(applied) => {
                meeting.measure(now, gone);
                self.message = None;
                self.close_lost_details();
                Ok(applied.created)
            }
            Err(Refusal::Obstacle(obstacle)) => {
                going_on.insert(0, obstacle.remedy());
                self.ask_to_go_on(obstacle, going_on, changes);
                Ok(None)
            }
            Err(refusal) => Err(self.refusal(&refusal)),
        }
    }

    /// Changes the meeting as a part of the change before: one `u` takes both back.
    pub fn commit_with_last(&mut self, changes: Vec<Change>) -> Result<(), String> {
        let steps = |desk: &Self| desk.meeting.as_ref().map_or(0, Meeting::steps);
        let before = steps(self);
        self.commit(changes)?;
        if let (true, Some(meeting)) = (steps(self) > before, self.meeting.as_mut()) {
            meeting.join_last();
        }
        Ok(())
    }

    /// Changes the meeting and says at the bottom what stands in the way.
    pub fn carry_out(&mut self, changes: Vec<Change>) -> Option<RecordId> {
        self.commit(changes).unwrap_or_else(|why| {
            self.say(why);
            None
        })
    }

    /// Asks whether the group goes on, with these changes first. A field whose answer waits for that gives it again: what
    /// belongs to it is done as if nothing had been in the way.
    pub fn ask_to_go_on(&mut self, obstacle: Obstacle, remedies: Vec<Change>, changes: Vec<Change>) {
        let explanation = self.refusal(&obstacle.into());
        let title = self.t("go-on-title");
        self.confirm(title, explanation, "go-on-yes", "go-on-no", move |desk| {
            desk.going_on.clone_from(&remedies);
            if !layers::submit_again(desk)
                && let Some(id) = desk.carry_out(changes.clone())
            {
                desk.created(&id);
            }
            desk.going_on.clear();
        });
        self.asks_to_go_on = true;
    }

    /// Says that a record came into being, and selects it.
    pub fn created(&mut self, id: &RecordId) {
        if let Some(meeting) = self.meeting.as_mut() {
            meeting.select(Target::Record(id.clone()));
        }
        let mut text = self.with("created", &[("number", id.as_str().into())]);
        let decided = self.session().and_then(|session| session.decision(id)).map(|found| found.text.clone());
        for near in decided.map(|decided| record::red_lines(self, &decided)).unwrap_or_default() {
            text.push_str(&format!(" {} {near}", self.theme.sign(Sign::Warning)));
        }
        self.say_done(text);
    }
}
