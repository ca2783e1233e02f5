//! Leaving a meeting without leaving anything behind that is not on record.

use crate::app::App;
use crate::app::layer::{Choice, Layer, Reader, Tone};
use crate::app::meeting::{Meeting, SaveState};
use crate::store::seal::Stamp;
use crate::store::{StoreError, write};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

/// A disk that is well answers within this, and nobody notices the wait.
const MOMENT: Duration = Duration::from_millis(300);

/// Closes what lies on top, leaves the meeting, or the program.
pub fn leave(app: &mut App) {
    if app.layers.pop().is_some() {
        return;
    }
    if app.meeting.is_none() {
        app.leaving = true;
    } else if app.is_settled() {
        app.go_home();
    } else if matches!(app.meeting.as_ref().map(|meeting| &meeting.save_state), Some(SaveState::Failed(_))) {
        ask(app);
    } else {
        let text = app.t("leave-saving");
        app.say(text);
    }
}

/// What is to become of what is not on record: stay, save it elsewhere, or leave it on this machine.
fn ask(app: &mut App) {
    let is_kept = app.meeting.as_ref().is_some_and(is_kept);
    let text = app.t(if is_kept { "leave-unsaved" } else { "left-unsaved" });
    let title = app.t("leave-unsaved-title");
    let mut choices = vec!["leave-unsaved-no", "leave-elsewhere"];
    choices.extend(is_kept.then_some("leave-unsaved-yes"));
    let choices = choices.into_iter().map(|id| Choice::plain(app.t(id))).collect();
    app.pick(
        title,
        text,
        choices,
        Rc::new(|app, place| match place {
            1 => elsewhere(app),
            2 => leave_here(app),
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
pub fn quit(app: &mut App) {
    let is_safe = app.meeting.as_ref().is_none_or(is_kept);
    if is_safe || app.leaves_words {
        app.leaving = true;
        return;
    }
    app.leaves_words = true;
    ask(app);
}

/// Leaves the meeting; what is not on record is kept on this machine, and only then.
fn leave_here(app: &mut App) {
    let kept = app.meeting.as_ref().and_then(|meeting| meeting.rescue(MOMENT));
    match kept {
        Some(Ok(path)) => {
            app.go_home();
            let text = app.with("left-rescued", &[("file", app.path(&path).into())]);
            app.say(text);
        }
        Some(Err(error)) => {
            let text = app.trouble(&error);
            app.say(text);
        }
        None => {
            let text = app.t("left-unsaved");
            app.say(text);
        }
    }
}

/// Saves the meeting in another place; one that is taken is not replaced.
fn elsewhere(app: &mut App) {
    // Where to, is nothing that goes on record.
    app.ask_line(None, "leave-elsewhere", "leave-elsewhere-hint", |app, text| {
        let path = PathBuf::from(text.trim());
        save_as(app, &path).map_err(|error| match error.is_there_already() {
            true => app.with("export-exists", &[("file", app.path(&path).into())]),
            false => app.trouble(&error),
        })?;
        // In the footer stands why it is not where it belongs.
        let text = app.with("left-elsewhere", &[("file", app.path(&path).into())]);
        let title = app.t("leave-elsewhere");
        app.layers.push(Layer::Reader(Reader { title, lines: vec![(text, Tone::Plain)], scroll: 0 }));
        Ok(())
    });
}

fn save_as(app: &App, path: &Path) -> Result<(), StoreError> {
    let Some(session) = app.session() else { return Ok(()) };
    let text = write::text(path, session, &Stamp::first())?;
    write::create(path, text.as_bytes())
}

impl App {
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
