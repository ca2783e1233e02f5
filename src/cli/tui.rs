//! The program on the terminal: home, or a meeting.

use super::{Context, End, Failure};
use crate::app::run::{Ended, Taking, run};
use crate::app::{App, Incoming};
use crate::store::state::StateFolder;
use crate::store::{StoreError, Trouble};
use crate::text::{Lang, whole_path};
use clap::Args;
use rustix::io::Errno;
use std::io::{self, IsTerminal};
use std::sync::mpsc::{self, Receiver};

/// Opens a meeting.
#[derive(Debug, Args)]
pub struct Meet {
    number: Option<u32>,
}

pub fn home(context: &Context) -> Result<End, Failure> {
    let (mut app, inbox) = app(context);
    match crate::app::library::folders(&app.roots).as_slice() {
        [only] => app.desk.enter(only),
        // Several chains: the list of them comes first.
        several => app.home.over_chains = several.len() > 1,
    }
    app.read_home();
    on_terminal(context, app, &inbox)
}

pub fn meet(context: &Context, meet: &Meet) -> Result<End, Failure> {
    let number = match meet.number {
        Some(number) => number,
        None => to_meet(context)?,
    };
    open(context, number)
}

/// The meeting that is live, else the one that is planned, else the newest.
fn to_meet(context: &Context) -> Result<u32, Failure> {
    let number = context.folder.newest()?;
    let number = number.ok_or_else(|| StoreError::new(&context.folder.sessions(), Trouble::NoSessions))?;
    // One that can't be read is what has to be looked at first.
    let newest = match context.folder.find(number)?.content {
        Ok(loaded) => loaded.session,
        Err(_) => return Ok(number),
    };
    let before = newest.number.checked_sub(1).and_then(|number| context.folder.find(number).ok());
    let live = before.and_then(|file| file.session().filter(|session| session.is_open()).map(|session| session.number));
    Ok(live.unwrap_or(newest.number))
}

/// A meeting on the terminal; a file that can't be read is said before the screen changes.
pub fn open(context: &Context, number: u32) -> Result<End, Failure> {
    let (file, beside) = context.folder.around(number)?;
    let (mut app, inbox) = app(context);
    // Who sits at a terminal sees what is wrong and what can be done about it.
    if file.content.is_err() && !(io::stdout().is_terminal() && app.desk.can_mend(&file)) {
        file.content?;
        return Ok(End::No);
    }
    if file.content.is_err() {
        app.read_home();
    }
    app.desk.open_file(file, beside);
    on_terminal(context, app, &inbox)
}

/// The program, before it has a screen.
pub fn app(context: &Context) -> (App, Receiver<Incoming>) {
    let (events, inbox) = mpsc::channel();
    let lang: Lang = context.texts.lang;
    let mut app = App::new(context.writing(), lang, context.theme, context.clock, events);
    app.roots.clone_from(&context.roots);
    app.desk.name_folders(context.typed.clone());
    app.desk.state = StateFolder::of_user();
    (app, inbox)
}

/// Runs the program on the terminal, and says what is left to say after that.
pub fn on_terminal(context: &Context, mut app: App, inbox: &Receiver<Incoming>) -> Result<End, Failure> {
    let ended =
        run(&mut app, inbox, Taking { mouse: context.mouse, asks_ground: context.asks_ground }).map_err(|error| {
            match Errno::from_io_error(&error) {
                Some(Errno::NXIO) => Failure::Use(context.texts.get("no-terminal")),
                Some(_) | None => error.into(),
            }
        })?;
    for (asked, words) in app.desk.words_not_kept() {
        let text =
            context.texts.with("draft-not-kept", &[("asked", asked.as_str().into()), ("words", words.as_str().into())]);
        super::complain(context, &text);
    }
    match ended {
        Ended::Left => Ok(End::Done),
        Ended::Unwritten(kept) => {
            let text = match kept {
                Some(path) => context.texts.named("left-rescued", &[("file", whole_path(&path))]),
                None => context.texts.get("left-unsaved"),
            };
            super::complain(context, &text);
            Ok(End::Unwritten)
        }
        Ended::Killed(status) => Ok(End::Killed(status)),
    }
}
