//! Leaving a meeting without leaving anything behind that is not on record.

use super::Desk;
use super::layers::{Choice, Layer, Reader, Tone};
use super::meeting::{Meeting, SaveState};
use crate::store::seal::Stamp;
use crate::store::{StoreError, write};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

/// A disk that is well answers within this, and nobody notices the wait.
const MOMENT: Duration = Duration::from_millis(300);

/// Closes what lies on top, leaves the meeting, or the program.
pub fn leave(desk: &mut Desk) {
    if desk.layers.pop().is_some() {
        return;
    }
    if desk.meeting.is_none() {
        desk.leaving = true;
    } else if desk.is_settled() {
        desk.go_home();
    } else if matches!(desk.meeting.as_ref().map(|meeting| &meeting.save_state), Some(SaveState::Failed(_))) {
        ask(desk);
    } else {
        let text = desk.t("leave-saving");
        desk.say(text);
    }
}

/// What is to become of what is not on record: stay, save it elsewhere, or leave it on this machine.
fn ask(desk: &mut Desk) {
    let is_kept = desk.meeting.as_ref().is_some_and(is_kept);
    let text = desk.t(if is_kept { "leave-unsaved" } else { "left-unsaved" });
    let title = desk.t("leave-unsaved-title");
    let mut choices = vec!["leave-unsaved-no", "leave-elsewhere"];
    choices.extend(is_kept.then_some("leave-unsaved-yes"));
    let choices = choices.into_iter().map(|id| Choice::plain(desk.t(id))).collect();
    desk.pick(
        title,
        text,
        choices,
        Rc::new(|desk, place| match place {
            1 => elsewhere(desk),
            2 => leave_here(desk),
            _ => {}
        }),
    );
}

/// What is not in the file is on this machine at least.
fn is_kept(meeting: &Meeting) -> bool {
    match &meeting.save_state {
        SaveState::Failed(failed) => failed.rescued.is_ok(),
        SaveState::Untouched | SaveState::Saving | SaveState::Recorded(_) => true,
    }
}

/// Leaves the program. Where the words of the meeting are nowhere but on the screen that is asked once; who asks again means it.
pub fn quit(desk: &mut Desk) {
    let is_safe = desk.meeting.as_ref().is_none_or(is_kept);
    if is_safe || desk.leaves_words {
        desk.leaving = true;
        return;
    }
    desk.leaves_words = true;
    ask(desk);
}

/// Leaves the meeting; what is not on record is kept on this machine, and only then.
fn leave_here(desk: &mut Desk) {
    let kept = desk.meeting.as_ref().and_then(|meeting| meeting.rescue(MOMENT));
    match kept {
        Some(Ok(path)) => {
            desk.go_home();
            let text = desk.with("left-rescued", &[("file", desk.path(&path).into())]);
            desk.say(text);
        }
        Some(Err(error)) => {
            let text = desk.trouble(&error);
            desk.say(text);
        }
        None => {
            let text = desk.t("left-unsaved");
            desk.say(text);
        }
    }
}

/// Saves the meeting in another place; one that is taken is not replaced.
fn elsewhere(desk: &mut Desk) {
    // Where to, is nothing that goes on record.
    desk.ask_line(None, "leave-elsewhere", "leave-elsewhere-hint", |desk, text| {
        let path = PathBuf::from(text.trim());
        save_as(desk, &path).map_err(|error| match error.is_there_already() {
            true => desk.with("export-exists", &[("file", desk.path(&path).into())]),
            false => desk.trouble(&error),
        })?;
        // In the footer stands why it is not where it belongs.
        let text = desk.with("left-elsewhere", &[("file", desk.path(&path).into())]);
        let title = desk.t("leave-elsewhere");
        desk.layers.push(Layer::Reader(Reader { title, lines: vec![(text, Tone::Plain)], scroll: 0 }));
        Ok(())
    });
}

fn save_as(desk: &Desk, path: &Path) -> Result<(), StoreError> {
    let Some(session) = desk.session() else { return Ok(()) };
    let text = write::text(path, session, &Stamp::first())?;
    write::create(path, text.as_bytes())
}

impl Desk {
    /// Everything of the meeting is on disk, or is within a moment.
    pub fn is_settled(&self) -> bool {
        self.meeting.as_ref().is_none_or(|meeting| match &meeting.save_state {
            SaveState::Untouched | SaveState::Recorded(_) => meeting.is_recorded(),
            SaveState::Saving => meeting.flush(MOMENT),
            SaveState::Failed(_) => false,
        })
    }

    /// Whether the meeting can be left without losing anything; says so when it can't.
    pub fn may_leave_meeting(&mut self) -> bool {
        let may = self.is_settled();
        if !may {
            let failed = matches!(self.meeting.as_ref().map(|meeting| &meeting.save_state), Some(SaveState::Failed(_)));
            let text = self.t(if failed { "leave-unsaved" } else { "leave-saving" });
            self.say(text);
        }
        may
    }
}
