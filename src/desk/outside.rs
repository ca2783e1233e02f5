//! What others did to the file of the meeting on the screen, and what an earlier run left: told in words, and taken in.

use super::Desk;
use super::access::Access;
use super::layers::Choice;
use super::meeting::Meeting;
use super::versions::compare;
use crate::model::Session;
use crate::model::change::Change;
use crate::model::merge::{common, merge3, same_meeting};
use crate::store::left_out;
use crate::store::leftovers::Cleared;
use crate::store::saver::{Outside, Theirs};
use crate::store::{Loaded, StoreError, Trouble};
use crate::text::file_name;
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

impl Desk {
    /// Takes in what happened to the file, or beside it.
    pub fn heard_outside(&mut self, outside: Outside) {
        match outside {
            Outside::Changed(theirs) => {
                self.bring_in(*theirs, "outside-taken-in");
            }
            Outside::Settled => self.look_for_copies(),
            Outside::Unreadable(error) => {
                if let Some(meeting) = self.meeting.as_mut() {
                    meeting.disk_trouble = Some(error);
                }
            }
            Outside::KeptBroken(StoreError { file, trouble: Trouble::NewerSchema(_) }) => {
                self.is_well("outside-newer", &file_name(&file));
            }
            Outside::KeptBroken(error) => self.is_well("outside-broken", &file_name(&error.file)),
            Outside::Gone => self.is_well("outside-gone", ""),
            Outside::Earlier => self.is_well("outside-earlier", ""),
            Outside::Rescued(theirs) => self.offer_rescued(*theirs),
            Outside::LeftOut(theirs) => self.offer_left_out(*theirs),
            Outside::RescueUnread(error) => {
                let why = self.trouble(&error);
                self.tell("rescued-not-read", &why);
            }
            Outside::NothingRescued => self.tell("rescued-none", ""),
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

    /// Says what was cleared that an interrupted save had left.
    pub fn heard_cleared(&mut self, cleared: &[Cleared]) {
        self.look_for_copies();
        for one in cleared {
            match one {
                Cleared::Finished(file) => self.tell("outside-finished", file),
                Cleared::Kept(path) => self.tell("outside-kept", &file_name(path)),
            }
        }
    }
}

impl Desk {
    /// Somebody else's version of the meeting on the screen: what is in it is taken in, and what both changed is asked.
    /// Whether all of it is in the meeting after that.
    fn bring_in(&mut self, theirs: Theirs, said: &str) -> bool {
        let Theirs { loaded, base, kept } = theirs;
        let Some(meeting) = self.meeting.as_mut() else { return false };
        meeting.disk_trouble = None;
        if meeting.session == loaded.session {
            meeting.includes(loaded.sha256);
            self.brought_nothing(kept.is_some());
            return true;
        }
        let is_ours = same_meeting(base.as_ref(), &meeting.session, &loaded.session);
        if !is_ours || meeting.access() != Access::Write {
            self.put_aside(kept);
            return false;
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
                } else {
                    self.brought_nothing(kept.is_some());
                }
                true
            }
            Err(why) => {
                // What is not in the meeting may not be written over without a copy.
                if let Some(meeting) = self.meeting.as_mut() {
                    meeting.includes_nothing();
                }
                self.put_aside(kept);
                self.say(why);
                false
            }
        }
    }

    /// A version that holds nothing new. A copy of it goes with a save, and nothing else calls for one.
    fn brought_nothing(&mut self, has_copy: bool) {
        let now = self.now();
        if let (true, Some(meeting)) = (has_copy, self.meeting.as_mut()) {
            meeting.save_included(now);
        }
    }

    /// A version that can't be taken in. Where it stands in the place of the meeting, the meeting is written there again, and
    /// what the save displaces is kept.
    fn put_aside(&mut self, kept: Option<PathBuf>) {
        let now = self.now();
        match (kept, self.meeting.as_mut()) {
            (Some(path), _) => {
                self.look_for_copies();
                self.tell("outside-other", &file_name(&path));
            }
            (None, Some(meeting)) if meeting.access() == Access::Write => meeting.save(None, now),
            (None, _) => {}
        }
    }

    /// A copy that a person wants to be in the meeting; whether all of it is there now. What it was made from may be kept on
    /// this machine: then it is known which of the two changed what.
    pub fn bring_in_copy(&mut self, loaded: Loaded) -> bool {
        let Some(meeting) = &self.meeting else { return false };
        let history = self.history_of(meeting.session.number);
        let base = match history.map_or(Ok(None), |history| history.base_of(&loaded, &meeting.on_disk)) {
            Ok(base) => base,
            Err(error) => {
                let why = self.trouble(&error);
                self.say(why);
                return false;
            }
        };
        self.bring_in(Theirs { loaded, base, kept: None }, "version-taken-in")
    }

    /// Asks for such work again; what there is, is offered.
    pub fn ask_for_rescued(&mut self) {
        if let Some(meeting) = &self.meeting {
            meeting.find_rescued();
        }
    }

    /// Work that an earlier run could not write where it belongs.
    fn offer_rescued(&mut self, theirs: Theirs) {
        let Some(path) = theirs.kept.clone() else { return };
        let (title, explanation) = (self.t("rescued-title"), self.t("rescued-explained"));
        let choices = ["rescued-take-in", "rescued-later"].map(|id| Choice::plain(self.t(id))).to_vec();
        let theirs = RefCell::new(Some(theirs));
        self.pick_suddenly(
            title,
            explanation,
            choices,
            Rc::new(move |desk, place| match place {
                0 => {
                    if let Some(theirs) = theirs.borrow_mut().take() {
                        let session = theirs.loaded.session.clone();
                        desk.bring_in(theirs, "rescued-taken-in");
                        desk.words_come_with(&session);
                    }
                }
                _ => desk.tell("rescued-stays", &desk.path(&path)),
            }),
        );
    }

    /// What this machine recorded, and the file lacks: an older one was put back, or that of somebody else took its place.
    fn offer_left_out(&mut self, theirs: Theirs) {
        const WAYS: [&str; 4] = ["left-out-take-in", "left-out-look", "left-out-later", "left-out-not-needed"];
        let Some(path) = theirs.kept.clone() else { return };
        let title = self.t("left-out-title");
        let explanation = self.with("left-out-explained", &[("revision", theirs.loaded.revision.into())]);
        let choices = WAYS.map(|id| Choice::plain(self.t(id))).to_vec();
        let theirs = RefCell::new(Some(theirs));
        self.pick_suddenly(
            title.clone(),
            explanation,
            choices,
            Rc::new(move |desk, place| match (place, theirs.borrow_mut().take()) {
                (0, Some(theirs)) => desk.take_in_left_out(theirs, &path),
                (1, Some(theirs)) => {
                    let session = theirs.loaded.session.clone();
                    // The question stands there again behind what is looked at.
                    desk.offer_left_out(theirs);
                    compare(desk, &title, &session);
                }
                (3, Some(_)) => desk.forget_left_out(&path, "left-out-forgotten"),
                (_, _) => desk.tell("left-out-stays", &desk.path(&path)),
            }),
        );
    }

    fn take_in_left_out(&mut self, theirs: Theirs, path: &Path) {
        let session = theirs.loaded.session.clone();
        let before = self.meeting.as_ref().map(Meeting::ticket);
        self.bring_in(theirs, "left-out-taken-in");
        self.words_come_with(&session);
        let now = self.meeting.as_ref().map(Meeting::ticket);
        if before == now && self.session().is_some_and(|here| has_all(here, &session)) {
            self.forget_left_out(path, "left-out-nothing-new");
        }
    }

    fn forget_left_out(&mut self, path: &Path, said: &str) {
        match left_out::decide(path) {
            Ok(()) => self.tell(said, ""),
            Err(error) => {
                let text = self.trouble(&error);
                self.say(text);
            }
        }
    }
}

/// Nothing of this version would be new in the meeting.
fn has_all(here: &Session, version: &Session) -> bool {
    let base = common(here, version);
    merge3(&base, here, version).0 == *here
}
