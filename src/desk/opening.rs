//! Opening and leaving meetings and chains: who may write, what stands beside it, and the way back.

use super::access::{Access, Grip, Refused, Right};
use super::meeting::Meeting;
use super::report::{Held, Previous};
use super::{Desk, Told, Wish};
use crate::faults::{self, Point};
use crate::model::change::Change;
use crate::store::keeper::PATIENCE;
use crate::store::leftovers::{self, Cleared};
use crate::store::read::{self, Loaded};
use crate::store::saver::{Ground, Saver};
use crate::store::steps::{self, Known};
use crate::store::{Beside, Folder, Reason, SealState, SessionFile, StoreError};
use crate::text::Texts;
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl Desk {
    /// Opens a session by its number.
    pub fn open(&mut self, number: u32) {
        match self.folder.around(number) {
            Ok((file, beside)) => self.open_file(file, beside),
            Err(error) => {
                let text = self.trouble(&error);
                self.say(text);
            }
        }
    }

    /// Opens a session from its file.
    pub fn open_file(&mut self, file: SessionFile, beside: Beside) {
        match file.content {
            Ok(loaded) => self.show(loaded, file.path, beside),
            Err(error) => {
                if !super::broken::show(self, &file.path, &error) {
                    let text = self.trouble(&error);
                    self.say(text);
                }
            }
        }
    }

    /// Puts a session on the screen.
    fn show(&mut self, loaded: Loaded, path: PathBuf, beside: Beside) {
        // What was said was said of the meeting before it.
        self.message = None;
        let right = self.right_to(&loaded.session, &beside.after);
        self.follow_chain(right == Right::Ours);
        let ours = (right == Right::Ours).then(|| self.clear_before(loaded.session.number));
        let (cleared, trouble) = match ours.transpose() {
            Ok(cleared) => (cleared.unwrap_or_default(), None),
            Err(error) => (Vec::new(), Some(error)),
        };
        // A save that was brought to its end now is what stands there.
        let loaded = match cleared.is_empty() {
            true => loaded,
            false => match read::load(&path) {
                Ok(loaded) => loaded,
                Err(error) => {
                    let text = self.trouble(&error);
                    return self.say(text);
                }
            },
        };
        let report = held(&loaded, &beside);
        let previous = beside.before.map(previous);
        let saver = (right == Right::Ours).then(|| self.start_saver(&loaded, &path)).transpose();
        let (saver, right) = match saver {
            Ok(saver) => (saver, right),
            Err(_) => (None, Right::None(Refused::NoPermission)),
        };
        self.layers.clear();
        let seal = loaded.seal;
        let mut meeting = Meeting::new(loaded.session, path, right, previous, saver);
        meeting.report = report;
        meeting.on_disk = loaded.body;
        meeting.copies = beside.copies;
        self.keep_beside(&mut meeting);
        let read_only = meeting.access() != Access::Write;
        if read_only {
            // Who looks on wants to see what is put on record, and that a report changes which is not to change any more.
            self.wish(Wish::Index);
        }
        self.meeting = Some(meeting);
        self.take_logo();
        if self.meeting.as_ref().is_some_and(Meeting::is_altered) {
            let text = self.t("report-altered-see");
            self.say(text);
        } else if read_only {
            let why = self.why_read_only();
            let unsealed = seal_words(&self.texts, seal, loaded.revision);
            self.say(unsealed.map_or(why.clone(), |unsealed| format!("{unsealed} {why}")));
        } else if seal == SealState::EditedByHand {
            use crate::model::change::MeetingEdit::EditedByHand;
            self.carry_out(vec![Change::Meeting(EditedByHand(loaded.revision))]);
            let text = self.with("edited-by-hand", &[("revision", loaded.revision.into())]);
            self.say(text);
        } else if let Some(text) = seal_words(&self.texts, seal, loaded.revision) {
            self.say(text);
        } else if let Some(count) = self.drafts_in_words() {
            let text = self.with("drafts-there", &[("drafts", count.into())]);
            self.say(text);
        }
        if !cleared.is_empty() {
            self.heard_cleared(&cleared);
        }
        if let Some(error) = trouble {
            let text = self.trouble(&error);
            self.say(text);
        }
    }

    /// What this machine keeps of the chain goes with its folder, whatever that is called by now.
    pub fn follow_chain(&mut self, is_written: bool) {
        let Some(state) = &self.state else { return };
        if let Err(error) = state.follow(self.folder.root(), is_written) {
            let text = self.trouble(&error);
            self.say(text);
        }
    }

    /// Drafts and steps of a meeting that may be written, as they were kept.
    fn keep_beside(&mut self, meeting: &mut Meeting) {
        let number = meeting.session.number;
        let place = self.state.as_ref().filter(|_| meeting.saves());
        let place = place.map(|state| state.of_session(self.folder.root(), number));
        // What waits of the steps is on disk before they are read.
        if let Some(keeper) = &self.keeper {
            keeper.flush(PATIENCE);
        }
        self.keep_drafts_at(place.clone());
        let Some((place, keeper)) = place.zip(self.keeper()) else { return };
        let known = steps::load(&place, &meeting.session).unwrap_or_else(|error| {
            let text = self.with("steps-not-read", &[("why", self.trouble(&error).into())]);
            self.say(text);
            Known::default()
        });
        self.forget_recorded(&known, &meeting.session);
        meeting.go_on_from(known, keeper, place);
    }

    /// Brings to an end what an interrupted save left.
    fn clear_before(&self, number: u32) -> Result<Vec<Cleared>, StoreError> {
        let state = self.state.as_ref().map(|state| state.of_session(self.folder.root(), number));
        leftovers::clear_before(&self.folder, state.as_ref())
    }

    /// Somebody to save what is put on record in a session.
    fn start_saver(&self, loaded: &Loaded, path: &Path) -> Result<Saver, StoreError> {
        let tell = Arc::clone(&self.tell);
        let state = self.state.as_ref().map(|state| state.of_session(self.folder.root(), loaded.session.number));
        let ground = Ground { folder: &self.folder, path, loaded, state, lock: self.grip.lock(), now: self.now() };
        Saver::start(ground, move |news| {
            faults::pass(Point::Saver);
            tell(Told::Saver(news));
        })
    }

    /// A meeting that is only read here is shown as it stands on disk now.
    pub fn follow(&mut self) {
        let is_read = |meeting: &&Meeting| meeting.access() != Access::Write && meeting.is_recorded();
        let Some(meeting) = self.meeting.as_ref().filter(is_read) else { return };
        let (loaded, path, beside) = match self.folder.around(meeting.session.number) {
            Ok((SessionFile { path, content: Ok(loaded) }, beside)) => (loaded, path, beside),
            Ok((SessionFile { content: Err(error), .. }, _)) | Err(error) => {
                let text = self.trouble(&error);
                return self.say(text);
            }
        };
        let adoption = beside.after.adoption_of(loaded.session.number);
        let report = held(&loaded, &beside);
        let same = meeting.session == loaded.session;
        if same && meeting.report == report {
            return;
        }
        let before = (meeting.access(), meeting.is_altered());
        let message = self.message.take();
        match adoption.map(|adoption| adoption.on) {
            // The saver knows the file as it was: another takes its place. The folder is ours already.
            None if meeting.access() == Access::Closed && !same => self.show_again(loaded, path, beside),
            // Whoever only looks on goes on looking on, also when the other has left.
            on => {
                if let Some(meeting) = self.meeting.as_mut() {
                    meeting.follow((!same).then_some(loaded.session), report, on);
                }
                self.close_lost_details();
            }
        }
        let Some(meeting) = &self.meeting else { return };
        let now = (meeting.access(), meeting.is_altered());
        if now == before {
            self.message = message;
        } else if now.1 {
            let text = self.t("report-altered-see");
            self.say(text);
        } else if meeting.access() != Access::Write {
            let why = self.why_read_only();
            self.say(why);
        }
    }

    /// Puts a session in the place of the same one, with what stands over it and where the secretary was.
    fn show_again(&mut self, loaded: Loaded, path: PathBuf, beside: Beside) {
        let layers = std::mem::take(&mut self.layers);
        // The saver of the one before ends before another begins.
        let place = self.meeting.take().map(Meeting::into_place);
        self.show(loaded, path, beside);
        self.layers = layers;
        if let Some((meeting, place)) = self.meeting.as_mut().zip(place) {
            meeting.stand_at(place);
        }
        self.close_lost_details();
    }

    /// Looks once more at the meeting before this one, where that could not be read: somebody may have mended it.
    pub fn look_at_previous(&mut self) {
        let Some(meeting) = self.meeting.as_mut().filter(|meeting| matches!(meeting.previous, Some(Err(_)))) else {
            return;
        };
        meeting.previous = match self.folder.beside_of(meeting.session.number) {
            Ok(beside) => beside.before.map(previous),
            Err(error) => Some(Err(error.reason())),
        };
    }

    /// Reads the meeting on the screen anew, and stays where the secretary was.
    pub fn open_again(&mut self) {
        let Some(number) = self.session().map(|session| session.number) else { return };
        match self.folder.around(number) {
            Ok((SessionFile { path, content: Ok(loaded) }, beside)) => self.show_again(loaded, path, beside),
            Ok((SessionFile { content: Err(error), .. }, _)) | Err(error) => {
                let text = self.trouble(&error);
                self.say(text);
            }
        }
    }

    /// Leaves the meeting for the list of meetings.
    pub fn go_home(&mut self) {
        self.layers.clear();
        self.meeting = None;
        self.message = None;
        self.stand_at_home();
        self.wish(Wish::Home);
    }

    /// What this machine keeps of home is at hand.
    pub fn stand_at_home(&mut self) {
        self.follow_chain(false);
        let place = self.state.as_ref().map(|state| state.of_home(self.folder.root()));
        self.keep_drafts_at(place);
    }

    /// Makes the chain in a folder the one that is worked on. The lock of the one before it is let go.
    pub fn enter(&mut self, folder: &Path) {
        if self.folder.root() != folder {
            self.leave_folder();
            self.folder = Folder::at(folder).by(self.folder.machine());
            self.name_chain();
        }
    }

    /// Lets go of the folder of a chain.
    fn leave_folder(&mut self) {
        self.meeting = None;
        self.grip = Grip::None;
    }

    /// Keeps where the secretary is, for the way back.
    pub fn remember_place(&mut self) {
        if let Some(meeting) = &self.meeting {
            self.left.push((self.folder.root().to_owned(), meeting.session.number, meeting.room()));
        }
    }
}

/// Where the report of a meeting stands; none while it is still to be held.
fn held(loaded: &Loaded, beside: &Beside) -> Option<Held> {
    let adoption = beside.after.adoption_of(loaded.session.number);
    (!loaded.session.is_open()).then(|| Held {
        sha256: loaded.sha256.clone(),
        adopted_on: adoption.map(|adoption| adoption.on),
        altered: adoption.is_some_and(|adoption| loaded.is_altered(adoption)),
        corrections: adoption.map(|adoption| adoption.corrections.clone()).unwrap_or_default(),
        seal: loaded.seal,
        revision: loaded.revision,
    })
}

/// What there is to say of a file that is not as the program wrote it.
pub fn seal_words(texts: &Texts, seal: SealState, revision: u32) -> Option<String> {
    match seal {
        SealState::Intact => None,
        SealState::EditedByHand => Some(texts.with("seal-broken", &[("revision", revision.into())])),
        SealState::Unsealed => Some(texts.get("seal-missing")),
    }
}

/// The meeting before this one, for its adoption; one that can't be read is there all the same.
fn previous(file: SessionFile) -> Result<Previous, Reason> {
    let name = file.name();
    let loaded = file.content.map_err(|error| error.reason())?;
    Ok(Previous {
        session: loaded.session.number,
        date: loaded.session.date,
        file: name,
        sha256: loaded.sha256,
        closed: !loaded.session.is_open(),
        to_choose: loaded.session.conflicts.len(),
        seal: loaded.seal,
        revision: loaded.revision,
        held: Arc::new(loaded.session),
    })
}
