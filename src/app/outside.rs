//! What others did to the file of the meeting on the screen, and what an earlier run left: told in words, and taken in.

use super::App;
use super::access::Access;
use super::layer::Choice;
use crate::model::change::Change;
use crate::model::merge::common;
use crate::store::Loaded;
use crate::store::leftovers::Cleared;
use crate::store::saver::{Outside, Theirs};
use crate::text::file_name;
use std::cell::RefCell;
use std::rc::Rc;

impl App {
    /// Takes in what happened to the file, or beside it.
    pub(super) fn heard_outside(&mut self, outside: Outside) {
        match outside {
            Outside::Changed(theirs) => self.bring_in(*theirs, "outside-taken-in"),
            Outside::Unreadable(error) => {
                if let Some(meeting) = self.meeting.as_mut() {
                    meeting.disk_trouble = Some(error);
                }
            }
            Outside::KeptBroken(path) => self.is_well("outside-broken", &file_name(&path)),
            Outside::Gone => self.is_well("outside-gone", ""),
            Outside::Earlier => self.is_well("outside-earlier", ""),
            Outside::Cleared(cleared) => self.heard_cleared(&cleared),
            Outside::Rescued(theirs) => self.offer_rescued(*theirs),
            Outside::NotSynced => self.tell("outside-not-synced", ""),
            Outside::NoHistory(error) => {
                let why = self.trouble(&error);
                self.tell("outside-no-history", &why);
            }
            Outside::LockLost(who) => self.tell("outside-lock-lost", &who),
        }
    }

    fn tell(&mut self, id: &str, value: &str) {
        let text = self.with(id, &[("value", value.to_owned().into())]);
        self.say(text);
    }

    /// What is on record stands in its place again.
    fn is_well(&mut self, id: &str, value: &str) {
        if let Some(meeting) = self.meeting.as_mut() {
            meeting.disk_trouble = None;
        }
        self.look_for_copies();
        self.tell(id, value);
    }

    fn heard_cleared(&mut self, cleared: &[Cleared]) {
        self.look_for_copies();
        for one in cleared {
            match one {
                Cleared::Finished(file) => self.tell("outside-finished", file),
                Cleared::Kept(path) => self.tell("outside-kept", &file_name(path)),
            }
        }
    }
}

impl App {
    /// Somebody else's version of the meeting on the screen: what is in it is taken in, and what both changed is asked.
    fn bring_in(&mut self, theirs: Theirs, said: &str) {
        let Theirs { loaded, base, kept } = theirs;
        let Some(meeting) = self.meeting.as_mut() else { return };
        meeting.disk_trouble = None;
        if meeting.session == loaded.session {
            meeting.includes(loaded.sha256);
            return;
        }
        let is_this = meeting.session.number == loaded.session.number && meeting.access() == Access::Write;
        if !is_this {
            self.look_for_copies();
            return self.tell("outside-other", &kept.map(|path| file_name(&path)).unwrap_or_default());
        }
        let base = base.unwrap_or_else(|| common(&meeting.session, &loaded.session));
        meeting.includes(loaded.sha256.clone());
        let before = meeting.steps();
        let taken = Change::TakeIn { base: Box::new(base), theirs: Box::new(loaded.session) };
        match self.commit(vec![taken]) {
            Ok(_) => {
                let is_new = self.meeting.as_ref().is_some_and(|meeting| meeting.steps() > before);
                self.look_for_copies();
                if is_new {
                    self.tell(said, "");
                }
            }
            Err(why) => self.say(why),
        }
    }

    /// A copy that a person wants to be in the meeting.
    pub(super) fn bring_in_copy(&mut self, loaded: Loaded) {
        self.bring_in(Theirs { loaded, base: None, kept: None }, "version-taken-in");
    }

    /// Work that an earlier run could not write where it belongs.
    fn offer_rescued(&mut self, theirs: Theirs) {
        let Some(path) = theirs.kept.clone() else { return };
        let (title, explanation) = (self.t("rescued-title"), self.t("rescued-explained"));
        let choices = ["rescued-take-in", "rescued-later"].map(|id| Choice::plain(self.t(id))).to_vec();
        let theirs = RefCell::new(Some(theirs));
        self.pick(
            title,
            explanation,
            choices,
            Rc::new(move |app, place| match place {
                0 => {
                    if let Some(theirs) = theirs.borrow_mut().take() {
                        app.bring_in(theirs, "rescued-taken-in");
                    }
                }
                _ => app.tell("rescued-stays", &path.display().to_string()),
            }),
        );
    }
}
