//! The screen: frames that go to the terminal by a thread of their own, so that the loop never waits for it.
//!
//! One frame is on its way at a time, and nothing new is drawn before it is written. So a terminal that stands still holds up
//! what is seen and nothing else, and the frame after it is told from one that is really there.

use super::terminal::{Ground, LateAnswer};
use super::tty::Tty;
use super::ways_out::WaysOut;
use super::{App, Incoming, draw};
use crate::faults::{self, Point};
use crossterm::event::Event;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use signal_hook::consts::{SIGHUP, SIGTSTP};
use signal_hook::low_level::emulate_default_handler;
use std::cell::RefCell;
use std::io::{self, Write};
use std::mem::ManuallyDrop;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

/// Leaves nothing of what stood on the screen, and asks nothing.
const EMPTY: &str = "\x1b[2J";
/// So long a terminal may take to be taken.
const WELCOME: Duration = Duration::from_secs(1);

/// What is drawn, until all of it is handed over.
#[derive(Clone, Default)]
struct Frames(Rc<RefCell<Vec<u8>>>);

impl Write for Frames {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

pub(super) struct Screen {
    tty: Arc<Tty>,
    // Its destructor shows the cursor, which is for `Tty` to do.
    terminal: ManuallyDrop<Terminal<CrosstermBackend<Frames>>>,
    frames: Frames,
    writer: Sender<Vec<u8>>,
    /// A frame is on its way.
    is_on_its_way: bool,
    /// The program goes on after a stop, and has not taken the terminal again yet.
    comes_back: bool,
}

impl Screen {
    /// Takes the terminal.
    pub fn take(ways: &Arc<WaysOut>, events: Sender<Incoming>) -> io::Result<Self> {
        let tty = Arc::clone(&ways.tty);
        tty.take()?;
        // A program that was killed may have left its own screen standing where this one begins.
        tty.write_within(format!("{}{EMPTY}", tty.enter()).as_bytes(), WELCOME)?;
        let frames = Frames::default();
        let terminal = ManuallyDrop::new(Terminal::new(CrosstermBackend::new(frames.clone()))?);
        let (writer, waiting) = mpsc::channel();
        let ways = Arc::clone(ways);
        thread::spawn(move || write(&ways, &waiting, &events));
        Ok(Self { tty, terminal, frames, writer, is_on_its_way: false, comes_back: false })
    }

    /// Columns and rows.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        self.terminal.size().map(|size| (size.width, size.height))
    }

    /// The frame before is written.
    pub fn written(&mut self) {
        self.is_on_its_way = false;
    }

    /// Draws, when the terminal is ours and has what was drawn before; whether it did.
    pub fn draw(&mut self, app: &mut App) -> io::Result<bool> {
        if self.is_on_its_way || !self.is_ours()? {
            return Ok(false);
        }
        if std::mem::take(&mut app.desk.redraw) {
            self.forget()?;
        }
        loop {
            let drawn = self.terminal.draw(|frame| draw::draw(app, frame))?;
            let size = (drawn.area.width, drawn.area.height);
            if size == app.desk.size {
                break;
            }
            // It was laid out for another size.
            app.desk.size = size;
        }
        let frame = std::mem::take(&mut *self.frames.0.borrow_mut());
        self.is_on_its_way = true;
        // A writer that is gone has said why by itself.
        let _ = self.writer.send(frame);
        Ok(true)
    }

    /// What stands on the terminal is not known any more: the next frame is whole. (`Terminal::clear` would ask the terminal
    /// where its cursor is, and wait for the answer.)
    fn forget(&mut self) -> io::Result<()> {
        let size = self.terminal.size()?;
        self.terminal.resize(Rect::new(0, 0, size.width, size.height))
    }

    /// The terminal is ours; after a stop it is taken again here.
    fn is_ours(&mut self) -> io::Result<bool> {
        if !self.comes_back {
            return Ok(self.tty.is_taken());
        }
        self.comes_back = false;
        if self.tty.is_of_another() {
            // Sent on in the background (`bg`): a program with a screen waits there until it is fetched.
            emulate_default_handler(SIGTSTP)?;
            return Ok(false);
        }
        self.tty.take()?;
        self.frames.write_all(self.tty.enter().as_bytes())?;
        self.forget()?;
        Ok(true)
    }

    /// Gives the terminal back and stops, until somebody lets the program go on.
    pub fn stop(&mut self) -> io::Result<()> {
        self.tty.give_back();
        emulate_default_handler(SIGTSTP)
    }

    /// The program goes on: the terminal is taken again as soon as what was on its way is gone.
    pub fn go_on(&mut self) {
        self.comes_back = true;
    }

    /// Asks the terminal on which ground it writes, and takes the theme for it; nobody else may be reading from it yet.
    pub fn ask_ground(&self, app: &mut App, late: &mut LateAnswer) {
        let (ground, typed) = super::terminal::is_light(&self.tty);
        match ground {
            Ground::Light(light) => app.desk.theme = app.desk.theme.on_ground(light),
            Ground::Owed => late.expect(),
            Ground::Unknown => {}
        }
        for key in typed {
            let _ = app.events.send(Incoming::Terminal(Event::Key(key)));
        }
    }

    /// Questions to the terminal, where there is a picture to show; nobody else may be reading from it yet.
    #[cfg(feature = "pictures")]
    pub fn ask(&self, app: &mut App) {
        if app.desk.theme.is_plain() || app.desk.theme.ascii || !app.desk.folder.has_pictures() {
            return;
        }
        let (pictures, typed) = super::terminal::ask(&self.tty);
        app.desk.pictures = pictures;
        app.desk.take_logo();
        for key in typed {
            let _ = app.events.send(Incoming::Terminal(Event::Key(key)));
        }
    }
}

/// Writes frames until the terminal is gone.
fn write(ways: &Arc<WaysOut>, waiting: &Receiver<Vec<u8>>, events: &Sender<Incoming>) {
    for frame in waiting {
        faults::pass(Point::Writer);
        let written = ways.tty.write_frame(&frame);
        if written.is_err() {
            ways.begin(128 + SIGHUP);
        }
        if events.send(written.map_or(Incoming::Gone, |()| Incoming::Written)).is_err() {
            return;
        }
    }
}
