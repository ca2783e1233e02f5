//! A second screen: what the room may see of the meeting that another program on this machine has on its screen. It reads, and
//! needs no more than that: no lock, nothing written, and nothing that can be pressed but the way out.

use super::{App, Incoming};
use crate::desk::clock::Clock;
use crate::desk::command::Key;
use crate::model::on_table::OnTable;
use crate::model::{Session, State};
use crate::room::{self, Idle, Moment};
use crate::store::notice::{self, Notice};
use crate::store::state::SessionState;
use crate::store::system_watch::{SystemWatch, Told, Watched};
use crate::store::{Folder, StoreError};
use crate::text::Texts;
use chrono::{NaiveDateTime, TimeDelta};
use crossterm::event::{Event, KeyCode, KeyEventKind};
use ratatui::Frame;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

/// Whether the other program is still there is looked at this often, and where the system does not tell of changes all else.
const LOOK: Duration = Duration::from_secs(2);
/// A clock that is further from that of the program that is followed than this, is of another day.
const APART: TimeDelta = TimeDelta::hours(12);

/// What is followed.
#[derive(Debug, Clone, PartialEq)]
pub enum Following {
    /// Nothing yet: nobody looked.
    Begins,
    /// Nothing, and why.
    Idle(Idle),
    /// A meeting.
    Meeting(Box<Followed>),
}

/// A meeting that is followed.
#[derive(Debug, Clone, PartialEq)]
pub struct Followed {
    session: Session,
    table: OnTable,
    /// When that was said.
    at: NaiveDateTime,
    /// Seconds that the running item had taken then which the session does not hold.
    running: u32,
}

impl Following {
    /// Now: by the clock of this program, on the day of the one that is followed where that is another one (`--today`).
    pub fn now(&self, clock: Clock) -> NaiveDateTime {
        let now = clock.now();
        match self {
            Self::Meeting(found) if super::room::is_of_machine(clock) && (now - found.at).abs() > APART => {
                found.at.date().and_time(now.time())
            }
            Self::Meeting(_) | Self::Begins | Self::Idle(_) => now,
        }
    }

    /// A clock runs there.
    pub fn runs(&self) -> bool {
        match self {
            Self::Meeting(found) => found.session.agenda.running.is_some() || found.table.pause.is_some(),
            Self::Begins | Self::Idle(_) => false,
        }
    }
}

impl Followed {
    /// Seconds that the running item took which the session does not hold yet.
    fn running(&self, now: NaiveDateTime) -> u32 {
        let Some(running) = &self.session.agenda.running else { return 0 };
        // What was put to the item after this was said, is in the session.
        let (from, before) = if running.since > self.at { (running.since, 0) } else { (self.at, self.running) };
        let gone = u32::try_from((now - from).num_seconds()).unwrap_or(0);
        before.saturating_add(gone)
    }
}

/// Shows it.
pub fn draw(app: &App, following: &Following, frame: &mut Frame<'_>) {
    let area = frame.area();
    let (texts, theme) = (&app.desk.texts, app.desk.theme);
    let buf = frame.buffer_mut();
    match following {
        Following::Begins => buf.set_style(area, theme.base()),
        Following::Idle(why) => room::idle(why, texts, theme, area, buf),
        Following::Meeting(found) => {
            let now = following.now(app.desk.clock);
            let moment = Moment { now, running: found.running(now) };
            room::draw(&room::of(&found.session, &found.table, moment), texts, theme, area, buf);
        }
    }
}

/// An event of the terminal: there is nothing to press but the way out, and what sets a screen right.
pub fn terminal(app: &mut App, event: &Event) {
    let leaves = [Key::Char('q'), Key::Named(KeyCode::Esc), Key::Ctrl('c'), Key::Ctrl('q')];
    let redraws = [Key::Ctrl('l'), Key::Named(KeyCode::F(12))];
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => {
            app.desk.leaving |= leaves.iter().any(|known| known.is(*key));
            app.desk.redraw |= redraws.iter().any(|known| known.is(*key));
        }
        Event::Resize(width, height) => app.desk.size = (*width, *height),
        Event::Key(_) | Event::Mouse(_) | Event::Paste(_) | Event::FocusGained | Event::FocusLost => {}
    }
}

/// What looks, on a thread of its own.
struct Watch {
    folder: Folder,
    home: SessionState,
    texts: Texts,
    system: Option<SystemWatch>,
    said: Option<Notice>,
}

/// Follows what is said of a chain; what is seen comes with the events.
pub fn begin(app: &mut App, folder: Folder, home: SessionState) {
    app.following = Some(Following::Begins);
    let events = app.events.clone();
    let texts = Texts::new(app.desk.texts.lang);
    thread::spawn(move || Watch { folder, home, texts, system: None, said: None }.run(&events));
}

impl Watch {
    fn run(&mut self, events: &Sender<Incoming>) {
        let (ring, rung) = mpsc::channel();
        let mut last = None;
        let mut is_due = true;
        loop {
            let is_deaf = self.system.as_ref().is_none_or(SystemWatch::is_over);
            if is_deaf {
                // From here on the system tells, so that nothing is missed between this look and the next.
                self.listen(&ring);
            }
            if is_due || is_deaf {
                let seen = self.look();
                if last.as_ref() != Some(&seen) {
                    if events.send(Incoming::Followed(Box::new(seen.clone()))).is_err() {
                        return;
                    }
                    last = Some(seen);
                }
            }
            is_due = match rung.recv_timeout(LOOK) {
                Ok(()) => {
                    while rung.try_recv().is_ok() {}
                    true
                }
                Err(_) => self.said.as_ref().is_some_and(|said| !said.left && !said.is_of_somebody()),
            };
        }
    }

    fn listen(&mut self, ring: &Sender<()>) {
        let watched = |path: &std::path::Path, told| Watched { path: path.to_owned(), told };
        let all = [watched(&self.folder.sessions(), Told::Content), watched(self.home.folder(), Told::Names)];
        let ring = ring.clone();
        self.system = SystemWatch::over(&all, move || {
            // Whoever listened has left.
            let _ = ring.send(());
        });
    }

    fn look(&mut self) -> Following {
        match self.followed() {
            Ok(found) => found,
            Err(error) => Following::Idle(Idle::Unread(self.texts.reason(&error.reason()))),
        }
    }

    fn followed(&mut self) -> Result<Following, StoreError> {
        self.said = notice::load(&self.home)?;
        let idle = |why| Ok(Following::Idle(why));
        let Some(said) = self.said.clone() else { return idle(Idle::Nothing) };
        if said.left {
            return idle(Idle::Left(said.at));
        }
        if !said.is_of_somebody() {
            return idle(Idle::Ended);
        }
        let Some(table) = said.table else { return idle(Idle::Nothing) };
        let session = self.folder.find(table.session)?.content?.session;
        let name = session.chain.name.clone();
        match session.state {
            State::Planned => idle(Idle::Planned(name, session.number, session.date)),
            State::Closed => idle(Idle::Held(name, session.number)),
            State::Live => {
                let followed = Followed { session, table, at: said.at, running: said.running };
                Ok(Following::Meeting(Box::new(followed)))
            }
        }
    }
}
