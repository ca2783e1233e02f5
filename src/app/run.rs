//! The loop, and the threads that tell it what happens.

mod clock_watch;

use super::screen::Screen;
use super::terminal::LateAnswer;
use super::tty::Tty;
use super::ways_out::{PANICKED, PATIENCE, RESCUE, UNWRITTEN, WaysOut};
use super::{App, Incoming};
use crate::desk::meeting::Meeting;
use crate::faults::{self, Point};
use crate::model::State;
use crate::model::agenda::TimeMark;
use chrono::{NaiveDate, Timelike};
use clock_watch::ClockWatch;
use crossterm::event::{self, Event};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::ttyname;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use std::io;
use std::ops::ControlFlow;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

/// While an item runs the screen follows the clock this often, and whether the clock can be believed is looked at.
const TICK: Duration = Duration::from_secs(1);
/// A minute, in seconds.
const MINUTE: u32 = 60;
/// A day, in seconds.
const DAY: u32 = 24 * 60 * 60;
/// A terminal that is no window is looked at this often.
const LOOK: Timespec = Timespec { tv_sec: 1, tv_nsec: 0 };
/// The signals that end the program.
const DEADLY: [i32; 4] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM];

/// Input may hang for ever when the terminal goes; nobody waits for this thread.
fn read_input(events: Sender<Incoming>, mut late: LateAnswer) {
    thread::spawn(move || {
        loop {
            let incoming = event::read().map_or(Incoming::Gone, Incoming::Terminal);
            faults::pass(Point::Input);
            if matches!(&incoming, Incoming::Terminal(Event::Key(key)) if late.takes(*key)) {
                continue;
            }
            let gone = matches!(incoming, Incoming::Gone);
            if events.send(incoming).is_err() || gone {
                return;
            }
        }
    });
}

fn read_signals(ways: &Arc<WaysOut>, events: Sender<Incoming>) -> io::Result<()> {
    let mut signals = Signals::new(DEADLY.into_iter().chain([SIGTSTP, SIGCONT]))?;
    let ways = Arc::clone(ways);
    thread::spawn(move || {
        for signal in signals.forever() {
            faults::pass(Point::Signals);
            // The loop may hang just now: from here on it has only so long.
            if DEADLY.contains(&signal) {
                ways.begin(128 + signal);
            }
            let _ = events.send(Incoming::Signal(signal));
        }
    });
    Ok(())
}

/// A closed terminal without a signal shows only here: where the leader of the session ignores HUP the system sends
/// none, and whoever waits for a key waits for ever. And that somebody set the clock, or that the machine slept, shows only
/// here too.
fn watch_terminal(ways: &Arc<WaysOut>, events: Sender<Incoming>) {
    let ways = Arc::clone(ways);
    thread::spawn(move || {
        let input = io::stdin();
        let clock = ClockWatch::begin();
        // A window that closes wakes whoever waits; a console that hangs up wakes only those who wait for a key.
        let limit = (!is_window(&input)).then_some(LOOK);
        loop {
            let mut watched = vec![PollFd::new(&input, PollFlags::empty())];
            watched.extend(clock.iter().map(|clock| PollFd::new(clock.timer(), PollFlags::IN)));
            let found = poll(&mut watched, limit.as_ref());
            faults::pass(Point::Watchdog);
            let gone = watched[0].revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL);
            if found.is_ok() && gone {
                ways.begin(128 + SIGHUP);
                let _ = events.send(Incoming::Gone);
                return;
            }
            if found.is_err() {
                // An error must not make this spin.
                thread::sleep(Duration::from_secs(1));
            } else if clock.as_ref().is_some_and(ClockWatch::was_set) && events.send(Incoming::ClockSet).is_err() {
                return;
            }
        }
    });
}

/// A terminal that a program makes, as every window and every session from afar.
fn is_window(input: &io::Stdin) -> bool {
    ttyname(input, Vec::new()).is_ok_and(|name| name.to_bytes().starts_with(b"/dev/pts/"))
}

/// How the program ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// The person left.
    Left,
    /// What was put on record last is not in the file of the meeting; where it is kept on this machine, if it is.
    Unwritten(Option<PathBuf>),
    /// A signal, a panic, or the terminal went; the exit status that says so.
    Killed(i32),
}

impl Ended {
    fn status(&self) -> i32 {
        match self {
            Self::Left => 0,
            Self::Unwritten(_) => UNWRITTEN,
            Self::Killed(status) => *status,
        }
    }
}

/// How the terminal is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taking {
    /// With the mouse.
    pub mouse: bool,
    /// The terminal is asked whether its ground is light: nobody chose a theme.
    pub asks_ground: bool,
}

/// Runs the program on the terminal until it is left.
pub fn run(app: &mut App, inbox: &Receiver<Incoming>, taking: Taking) -> io::Result<Ended> {
    let ways = WaysOut::of(Arc::new(Tty::open(taking.mouse)?));
    ways.watch_for_panics(app.events.clone());
    read_signals(&ways, app.events.clone())?;
    let mut screen = Screen::take(&ways, app.events.clone()).inspect_err(|_| ways.tty.give_back())?;
    // Asked before anybody else reads from the terminal.
    let mut late = LateAnswer::default();
    if taking.asks_ground {
        screen.ask_ground(app, &mut late);
    }
    #[cfg(feature = "pictures")]
    screen.ask(app);
    read_input(app.events.clone(), late);
    watch_terminal(&ways, app.events.clone());
    app.desk.size = screen.size().unwrap_or(app.desk.size);
    // After a panic the meeting is still there, and what was handed to its saver goes to disk like at any other end.
    let ended = panic::catch_unwind(AssertUnwindSafe(|| until_left(app, inbox, &mut screen)));
    let mut ended = ended.unwrap_or(Ended::Killed(PANICKED));
    ways.begin(if ended == Ended::Left { UNWRITTEN } else { ended.status() });
    if let Some(kept) = app.desk.meeting.as_ref().and_then(rescued) {
        ended = Ended::Unwritten(kept);
    }
    app.tell_left();
    let told = |incoming| if let Incoming::Desk(told) = incoming { Some(told) } else { None };
    app.desk.settle_words(inbox.try_iter().filter_map(told));
    ways.tty.give_back();
    ways.ends_with(ended.status());
    Ok(ended)
}

/// Nothing where everything that was put on record is on disk in time; else where it is kept on this machine, if that could
/// be done.
fn rescued(meeting: &Meeting) -> Option<Option<PathBuf>> {
    if meeting.flush(PATIENCE) {
        return None;
    }
    match meeting.rescue(RESCUE) {
        Some(Ok(path)) => Some(Some(path)),
        Some(Err(_)) | None => Some(None),
    }
}

fn until_left(app: &mut App, inbox: &Receiver<Incoming>, screen: &mut Screen) -> Ended {
    let mut shown = shown_time(app);
    // Nothing is drawn until something changed: by a key, by news, or by the clock where it is on the screen.
    let mut is_due = true;
    loop {
        app.grant();
        app.tell();
        match is_due.then(|| screen.draw(app)).transpose() {
            Ok(Some(true)) => (is_due, shown) = (false, shown_time(app)),
            Ok(_) => {}
            Err(_) => return Ended::Killed(128 + SIGHUP),
        }
        match inbox.recv_timeout(until_shown(app)) {
            Ok(incoming) => match take_in(app, inbox, screen, incoming) {
                ControlFlow::Break(ended) => return ended,
                ControlFlow::Continue(shows) => is_due |= shows,
            },
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Ended::Left,
        }
        app.desk.keep_time();
        is_due |= app.ask_the_time() || shown_time(app) != shown;
    }
}

/// What of the time is on the screen.
#[derive(PartialEq)]
struct ShownTime {
    day: NaiveDate,
    /// While an item runs its seconds; of a meeting that is held without, and at home, the minute.
    second: Option<i64>,
    /// What an item that runs has spent, and the mark that it has reached.
    spent: Option<(u32, TimeMark)>,
    /// The clock of the room view.
    room: Option<i64>,
}

fn shown_time(app: &App) -> ShownTime {
    let (day, second) = app.desk.face();
    let spent = app.desk.meeting.as_ref().and_then(|meeting| {
        let agenda = &meeting.session.agenda;
        let item = agenda.item(&agenda.running.as_ref()?.item)?;
        let seconds = meeting.running_seconds(app.desk.now(), app.desk.clock.gone());
        Some((agenda.spent(item, seconds), agenda.mark(item, seconds)))
    });
    ShownTime { day, second, spent, room: app.room_time() }
}

/// How long nothing on the screen changes by the clock alone: while an item runs a second, while a meeting is held and at home
/// the rest of the minute, else until the day is over.
fn until_shown(app: &App) -> Duration {
    if let Some(rest) = app.room_rests() {
        return rest;
    }
    let gone = app.desk.now().num_seconds_from_midnight();
    let session = app.desk.session();
    if session.is_some_and(|session| session.agenda.running.is_some()) {
        return TICK;
    }
    let left = if session.is_none_or(|session| session.state == State::Live) {
        MINUTE - gone % MINUTE
    } else {
        DAY.saturating_sub(gone)
    };
    Duration::from_secs(left.into())
}

/// Takes in one event, and with it a burst of keys whole, before the next drawing; whether any of them may show.
fn take_in(
    app: &mut App,
    inbox: &Receiver<Incoming>,
    screen: &mut Screen,
    first: Incoming,
) -> ControlFlow<Ended, bool> {
    let (mut next, mut shows) = (Some(first), false);
    while let Some(incoming) = next {
        faults::pass(Point::Screen);
        shows |= incoming.may_show();
        let killed = match incoming {
            Incoming::Written => {
                screen.written();
                None
            }
            Incoming::Signal(SIGTSTP) => screen.stop().err().map(|_| 128 + SIGTSTP),
            Incoming::Signal(SIGCONT) => {
                screen.go_on();
                app.came_back();
                None
            }
            // What time it is, is asked after every event.
            Incoming::ClockSet => None,
            Incoming::Signal(number) => Some(128 + number),
            Incoming::Gone => Some(128 + SIGHUP),
            Incoming::Panicked => Some(PANICKED),
            Incoming::Terminal(_) | Incoming::Desk(_) | Incoming::Library(_) | Incoming::Followed(_) => {
                app.incoming(incoming);
                None
            }
        };
        if let Some(status) = killed {
            return ControlFlow::Break(Ended::Killed(status));
        }
        if app.desk.leaving {
            return ControlFlow::Break(Ended::Left);
        }
        next = inbox.try_recv().ok();
    }
    ControlFlow::Continue(shows)
}
