//! The room view over the meeting, and what a second screen is told of it.

use super::cover::Cover;
use super::{App, draw};
use crate::desk::clock::Clock;
use crate::desk::command::Key;
use crate::model::on_table::OnTable;
use crate::room::shown::RoomSession;
use crate::room::{self, Moment};
use crate::store::notice::Notice;
use crate::text::notation;
use chrono::{NaiveDateTime, Timelike};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;
use std::time::Duration;

/// While a clock runs the room sees its seconds.
const TICK: Duration = Duration::from_secs(1);
/// Seconds of a minute.
const MINUTE: u64 = 60;

/// Covers the meeting with what the room may see of it.
pub fn open(app: &mut App) {
    if let Some(table) = app.desk.on_table() {
        app.cover(Cover::Room(Box::new(table)));
    }
}

/// What the room sees of the meeting on this screen.
pub fn of_desk(app: &App, table: &OnTable) -> Option<RoomSession> {
    let view = app.desk.view()?;
    let moment = Moment { now: view.now, running: view.running.get() };
    Some(room::of(view.session, table, moment))
}

/// Shows it on all of the screen. What has to be said about saving, and what is asked, lies over it as ever.
pub fn draw(app: &App, table: &OnTable, frame: &mut Frame<'_>) {
    let area = frame.area();
    let buf = frame.buffer_mut();
    if let Some(found) = of_desk(app, table) {
        room::draw(&found, &app.desk.texts, app.desk.theme, area, buf);
    }
    if !app.desk.layers.is_empty() || draw::is_failing(app) {
        draw::footer(app, draw::footer_area((area.width, area.height)), buf);
    }
    for layer in &app.desk.layers {
        layer.draw(&app.desk, area, buf);
    }
}

/// A key on the room view: the one that opened it leaves it, and so do those that leave everything.
pub fn press(app: &mut App, key: KeyEvent) {
    let leaves = [Key::Named(KeyCode::F(5)), Key::Named(KeyCode::Esc), Key::Char('q')];
    if !leaves.iter().any(|known| known.is(key)) {
        return;
    }
    app.uncover();
    if let Some(pause) = app.desk.pause {
        // On this screen nothing else tells that a second one still shows it.
        let time = notation::hour(pause.until.time(), app.desk.texts.lang);
        let text = app.desk.with("break-goes-on", &[("time", time.into())]);
        app.desk.say(text);
    }
}

impl App {
    /// What is on the table: under the room view what was there when it came, and under another cover what was said last.
    fn on_table(&self) -> Option<OnTable> {
        match self.covers.iter().rev().find_map(|(cover, _)| cover.table()) {
            Some(table) => Some(table.clone()),
            None if self.covers.is_empty() => self.desk.on_table(),
            None => self.told.as_ref().and_then(|told| told.table.clone()),
        }
    }

    /// Tells who follows what is on the table, where that is another than it was told. Only of a meeting that is written here,
    /// and to nobody who can't follow: nothing is told before there was such a meeting.
    pub fn tell(&mut self) {
        let writes = self.desk.meeting.as_ref().is_some_and(|meeting| meeting.saves());
        let table = if writes { self.on_table() } else { None };
        if self.told.as_ref().map_or(table.is_none(), |told| told.table == table && told.of == self.ticket()) {
            return;
        }
        self.say_on_table(table, false);
    }

    /// Tells who follows that the program is left.
    pub fn tell_left(&mut self) {
        if self.told.is_some() {
            self.say_on_table(None, true);
        }
    }

    /// What the time of the running item that is told belongs to: with a change the session holds it.
    fn ticket(&self) -> Option<u64> {
        self.desk.meeting.as_ref().map(|meeting| meeting.ticket())
    }

    fn say_on_table(&mut self, table: Option<OnTable>, left: bool) {
        let place = self.desk.state.as_ref().map(|state| state.of_home(self.desk.folder.root()));
        let Some((place, keeper)) = place.zip(self.desk.keeper()) else { return };
        let (now, gone) = (self.desk.now(), self.desk.clock.gone());
        let running = self.desk.meeting.as_ref().map_or(0, |meeting| meeting.running_seconds(now, gone));
        let mut notice = Notice::new(now, running, table.clone());
        notice.left = left;
        // Of a chain that was left for another, nothing is on the table any more.
        if let Some(before) = self.told.as_ref().filter(|told| told.place != place) {
            keeper.notice(&before.place, Notice::new(now, 0, None));
        }
        keeper.notice(&place, notice);
        self.told = Some(Told { table, of: self.ticket(), place });
    }

    /// What of the time the room sees: each second where a clock runs there, else the minute; none where there is no such view.
    pub fn room_time(&self) -> Option<i64> {
        let (now, runs) = self.room_clock()?;
        let seconds = now.and_utc().timestamp();
        Some(if runs { seconds } else { seconds / 60 })
    }

    /// How long what the room sees stays the same by the clock alone.
    pub fn room_rests(&self) -> Option<Duration> {
        let (now, runs) = self.room_clock()?;
        let rest = MINUTE.saturating_sub(u64::from(now.second()));
        Some(if runs { TICK } else { Duration::from_secs(rest) })
    }

    /// Now, and whether a clock runs in the room view.
    fn room_clock(&self) -> Option<(NaiveDateTime, bool)> {
        if let Some(following) = &self.following {
            return Some((following.now(self.desk.clock), following.runs()));
        }
        let table = self.top_cover()?.table()?;
        let runs = self.desk.session().is_some_and(|session| session.agenda.running.is_some());
        Some((self.desk.now(), runs || table.pause.is_some()))
    }
}

/// What was told to who follows.
pub struct Told {
    table: Option<OnTable>,
    of: Option<u64>,
    place: crate::store::state::SessionState,
}

/// Whether this clock is that of a machine, which may be of another day than the one that is followed.
pub fn is_of_machine(clock: Clock) -> bool {
    match clock {
        Clock::Machine | Clock::Stands(_) => true,
        Clock::On(_) | Clock::Own { .. } | Clock::Fixed(_) => false,
    }
}
