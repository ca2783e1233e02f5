//! The terminal itself: its modes, set and undone in this one place, and bytes to it that never wait for ever.

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::getpgrp;
use rustix::stdio::stdout;
use rustix::termios::{Action, QueueSelector, tcflow, tcflush, tcgetpgrp, ttyname};
use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// Something that the terminal does otherwise while the program has it.
struct Mode {
    /// What sets it; nothing where drawing does.
    set: &'static str,
    /// What undoes it.
    undo: &'static str,
    /// Only where the mouse is ours.
    mouse: bool,
}

/// Every mode that is ever set, beside raw mode; undone from the last to the first.
const MODES: [Mode; 6] = [
    Mode { set: "\x1b[?1049h", undo: "\x1b[?1049l", mouse: false },
    // Drawing hides the cursor, and colours what it draws.
    Mode { set: "", undo: "\x1b[?25h", mouse: false },
    Mode { set: "", undo: "\x1b[0m", mouse: false },
    Mode { set: "\x1b[?2004h", undo: "\x1b[?2004l", mouse: false },
    Mode { set: "\x1b[?1000h\x1b[?1002h\x1b[?1003h", undo: "\x1b[?1003l\x1b[?1002l\x1b[?1000l", mouse: true },
    Mode { set: "\x1b[?1015h\x1b[?1006h", undo: "\x1b[?1006l\x1b[?1015l", mouse: true },
];
/// Ends a string that a frame was cut in, so that what follows is understood; harmless elsewhere.
const END_OF_STRING: &str = "\x1b\\";
/// So long a terminal may take to hear that it is given back, and once more after what it did not read was thrown away.
const FAREWELL: Duration = Duration::from_millis(250);
/// The thread that writes looks this often whether it should stop.
const STEP: Duration = Duration::from_millis(50);

/// The terminal, opened for ourselves: so that writing to it can be without waiting, and the shell notices nothing of that.
#[derive(Debug)]
pub(super) struct Tty {
    file: File,
    mouse: bool,
    /// Its modes are ours.
    taken: AtomicBool,
    /// No more of the frames may be written.
    halted: AtomicBool,
    /// The thread that writes is at it this moment.
    writing: AtomicBool,
}

impl Tty {
    /// The terminal on the standard output, else the one that the program was started from.
    pub fn open(mouse: bool) -> io::Result<Self> {
        let name = ttyname(stdout(), Vec::new());
        let path = name.as_ref().map_or(OsStr::new("/dev/tty"), |name| OsStr::from_bytes(name.to_bytes()));
        let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY;
        let file = OpenOptions::new().write(true).custom_flags(flags.bits().cast_signed()).open(path)?;
        let no = || AtomicBool::new(false);
        Ok(Self { file, mouse, taken: no(), halted: no(), writing: no() })
    }

    fn modes(&self) -> impl DoubleEndedIterator<Item = &'static Mode> {
        MODES.iter().filter(|mode| self.mouse || !mode.mouse)
    }

    /// What sets every mode.
    pub fn enter(&self) -> String {
        self.modes().map(|mode| mode.set).collect()
    }

    fn leave(&self) -> String {
        std::iter::once(END_OF_STRING).chain(self.modes().rev().map(|mode| mode.undo)).collect()
    }

    /// Takes the keys one by one from now on. The modes of the screen follow by what [`Self::enter`] gives.
    pub fn take(&self) -> io::Result<()> {
        // Who stopped the program may have left the terminal otherwise than it was: what holds now is what comes back.
        disable_raw_mode()?;
        self.taken.store(true, Ordering::SeqCst);
        self.halted.store(false, Ordering::SeqCst);
        enable_raw_mode()
    }

    /// Its modes are ours.
    pub fn is_taken(&self) -> bool {
        self.taken.load(Ordering::SeqCst)
    }

    /// Another program has the terminal now, and we are not to touch it.
    pub fn is_of_another(&self) -> bool {
        tcgetpgrp(&self.file).is_ok_and(|group| group != getpgrp())
    }

    /// Gives the terminal back as it was found, from any thread and any state; never waits long, and never prints. What a
    /// terminal that stands still did not read yet is thrown away, so that it hears this first when it goes on.
    pub fn give_back(&self) {
        if !self.taken.swap(false, Ordering::SeqCst) {
            return;
        }
        self.halted.store(true, Ordering::SeqCst);
        let end = Instant::now() + STEP;
        while self.writing.load(Ordering::SeqCst) && Instant::now() < end {
            thread::sleep(Duration::from_millis(1));
        }
        if self.is_of_another() {
            return;
        }
        let leave = self.leave();
        if !matches!(self.write_within(leave.as_bytes(), FAREWELL), Ok(true)) {
            // Each may fail on a terminal that is gone; then there is nothing to give back.
            let _ = tcflush(&self.file, QueueSelector::OFlush);
            let _ = tcflow(&self.file, Action::OOn);
            let _ = self.write_within(leave.as_bytes(), FAREWELL);
        }
        let _ = disable_raw_mode();
    }

    /// Writes within a time limit; whether that was all of it.
    pub fn write_within(&self, bytes: &[u8], patience: Duration) -> io::Result<bool> {
        let end = Instant::now() + patience;
        let mut rest = bytes;
        while !rest.is_empty() {
            match (&self.file).write(rest) {
                Ok(written) => rest = &rest[written..],
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    let left = end.saturating_duration_since(Instant::now());
                    if left.is_zero() {
                        return Ok(false);
                    }
                    self.wait_for_room(left);
                }
                Err(error) => return Err(error),
            }
        }
        Ok(true)
    }

    /// Writes a frame, however long that takes; stops half way when the terminal is given back.
    pub fn write_frame(&self, frame: &[u8]) -> io::Result<()> {
        let mut rest = frame;
        while !rest.is_empty() {
            self.writing.store(true, Ordering::SeqCst);
            if self.halted.load(Ordering::SeqCst) {
                self.writing.store(false, Ordering::SeqCst);
                return Ok(());
            }
            let written = (&self.file).write(rest);
            self.writing.store(false, Ordering::SeqCst);
            match written {
                Ok(written) => rest = &rest[written..],
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => self.wait_for_room(STEP),
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn wait_for_room(&self, patience: Duration) {
        let limit = Timespec::try_from(patience.min(STEP)).ok();
        let mut watched = [PollFd::new(&self.file, PollFlags::OUT)];
        if poll(&mut watched, limit.as_ref()).is_err() {
            thread::sleep(Duration::from_millis(1));
        }
    }
}
