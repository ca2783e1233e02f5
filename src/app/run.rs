//! The loop, its threads, and every way out of it with the work saved and the terminal restored.

use super::{App, Incoming, draw, terminal};
use chrono::NaiveDateTime;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture, Event};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, event, execute};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use std::io::{self, Stdout};
use std::ops::ControlFlow;
use std::panic;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

/// The screen follows the clock this often.
const TICK: Duration = Duration::from_millis(500);
/// So long the program waits for the disk when it is told to go.
const PATIENCE: Duration = Duration::from_secs(5);
/// Exit status after a panic, as Rust programs have it.
const PANICKED: i32 = 101;

/// Who this is, for the lock file.
pub fn who(now: NaiveDateTime) -> String {
    let user = std::env::var("USER").or_else(|_| std::env::var("LOGNAME")).unwrap_or_else(|_| "?".to_owned());
    let host = std::fs::read_to_string("/etc/hostname").unwrap_or_default();
    format!("{user}@{} (pid {}, {now})", host.trim(), std::process::id())
}

/// Leaves the terminal as it was found. Never prints: the terminal may be gone.
fn restore() {
    let mut out = io::stdout();
    let _ = execute!(out, DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
    let _ = disable_raw_mode();
}

fn enter(mouse: bool) -> io::Result<Terminal<CrosstermBackend<Stdout>>> {
    enable_raw_mode()?;
    let mut out = io::stdout();
    execute!(out, EnterAlternateScreen, EnableBracketedPaste)?;
    if mouse {
        execute!(out, EnableMouseCapture)?;
    }
    Terminal::new(CrosstermBackend::new(out))
}

/// Input may hang for ever when the terminal goes; nobody waits for this thread.
fn read_input(events: Sender<Incoming>) {
    thread::spawn(move || {
        loop {
            let incoming = event::read().map_or(Incoming::Gone, Incoming::Terminal);
            let gone = matches!(incoming, Incoming::Gone);
            if events.send(incoming).is_err() || gone {
                return;
            }
        }
    });
}

fn read_signals(events: Sender<Incoming>) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT])?;
    thread::spawn(move || {
        for signal in signals.forever() {
            let _ = events.send(Incoming::Signal(signal));
        }
    });
    Ok(())
}

/// A closed terminal without a signal shows only here (`reliability.md` E11).
fn watch_terminal(events: Sender<Incoming>) {
    thread::spawn(move || {
        let second = Timespec { tv_sec: 1, tv_nsec: 0 };
        loop {
            let input = io::stdin();
            let mut watched = [PollFd::new(&input, PollFlags::empty())];
            let found = poll(&mut watched, Some(&second));
            let gone = watched[0].revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL);
            if found.is_ok() && gone {
                let _ = events.send(Incoming::Gone);
                return;
            }
            // With nothing to wait for, poll returns only at its time limit; an error must not make this spin.
            if found.is_err() {
                thread::sleep(Duration::from_secs(1));
            }
        }
    });
}

/// A panic anywhere restores the terminal and ends the program; what was handed to the saver is on its way to disk.
fn restore_on_panic() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        restore();
        before(info);
        // The saver has everything up to the last change; give it the time to write that.
        thread::sleep(Duration::from_millis(500));
        std::process::exit(PANICKED);
    }));
}

/// How the program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The person left.
    Left,
    /// A signal, or the terminal went; the exit status that says so.
    Killed(i32),
}

/// Runs the program on the terminal until it is left.
pub fn run(app: &mut App, inbox: &Receiver<Incoming>, mouse: bool) -> io::Result<Ended> {
    restore_on_panic();
    read_signals(app.events.clone())?;
    let mut terminal = enter(mouse).inspect_err(|_| restore())?;
    // Asked before anybody else reads from the terminal, and only where there is a picture to show.
    if app.theme.colour && !app.theme.ascii && app.folder.has_pictures() {
        let (pictures, typed) = terminal::ask();
        app.pictures = pictures;
        app.take_logo();
        for key in typed {
            let _ = app.events.send(Incoming::Terminal(Event::Key(key)));
        }
    }
    read_input(app.events.clone());
    watch_terminal(app.events.clone());
    app.size = terminal.size().map_or(app.size, |size| (size.width, size.height));
    let ended = until_left(app, inbox, &mut terminal);
    if let Some(meeting) = &app.meeting {
        meeting.flush(PATIENCE);
    }
    app.settle_words(inbox);
    restore();
    // Its destructor prints when the cursor can't be shown; on a dead terminal that would be a panic.
    std::mem::forget(terminal);
    Ok(ended)
}

fn until_left(app: &mut App, inbox: &Receiver<Incoming>, terminal: &mut Terminal<CrosstermBackend<Stdout>>) -> Ended {
    loop {
        let drawn = terminal.draw(|frame| draw::draw(app, frame)).map(|frame| (frame.area.width, frame.area.height));
        match drawn {
            Ok(size) if size == app.size => {}
            // It was laid out for another size.
            Ok(size) => {
                app.size = size;
                continue;
            }
            Err(_) => return Ended::Killed(128 + SIGHUP),
        }
        let face = app.face();
        // Nothing is drawn until something changed: by a key, by news, or by the clock where it is on the screen.
        loop {
            let incoming = match inbox.recv_timeout(TICK) {
                Ok(incoming) => incoming,
                Err(RecvTimeoutError::Timeout) if app.face() == face => continue,
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return Ended::Left,
            };
            match take_in(app, inbox, incoming) {
                ControlFlow::Break(ended) => return ended,
                ControlFlow::Continue(shows) if shows || app.face() != face => break,
                ControlFlow::Continue(_) => {}
            }
        }
    }
}

/// Takes in one event, and with it a burst of keys whole, before the next drawing; whether any of them may show.
fn take_in(app: &mut App, inbox: &Receiver<Incoming>, first: Incoming) -> ControlFlow<Ended, bool> {
    let (mut next, mut shows) = (Some(first), false);
    while let Some(incoming) = next {
        shows |= incoming.may_show();
        let killed = match incoming {
            Incoming::Signal(number) => Some(128 + number),
            Incoming::Gone => Some(128 + SIGHUP),
            _ => None,
        };
        app.incoming(incoming);
        if let Some(status) = killed {
            return ControlFlow::Break(Ended::Killed(status));
        }
        if app.leaving {
            return ControlFlow::Break(Ended::Left);
        }
        next = inbox.try_recv().ok();
    }
    ControlFlow::Continue(shows)
}
