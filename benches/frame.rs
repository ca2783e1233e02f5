//! From a key press to the frame: every pane and every screen over the meetings, at 200x60. Must stay under a millisecond.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::fs;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};
use stuurgroep::app::{App, Incoming, draw};
use stuurgroep::desk::clock::Clock;
use stuurgroep::generate::{Order, archive};
use stuurgroep::model::agenda::Room;
use stuurgroep::store::Folder;
use stuurgroep::text::Lang;
use stuurgroep::widgets::Theme;

const SIZE: (u16, u16) = (200, 60);

struct Bench {
    app: App,
    inbox: Receiver<Incoming>,
    terminal: Terminal<TestBackend>,
}

impl Bench {
    fn new(folder: &Path, cache: &Path) -> Self {
        let (events, inbox) = mpsc::channel();
        let clock = Clock::Fixed("2026-12-10T14:00:00".parse().unwrap());
        let mut app = App::new(Folder::at(folder), Lang::Nl, Theme::FULL, clock, events);
        app.cache = Some(cache.to_owned());
        app.desk.size = SIZE;
        Self { app, inbox, terminal: Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).unwrap() }
    }

    fn press(&mut self, code: KeyCode, modifiers: KeyModifiers) {
        self.app.incoming(Incoming::Terminal(Event::Key(KeyEvent::new(code, modifiers))));
    }

    /// Takes in what the index tells for a while.
    fn settle(&mut self) {
        while let Ok(incoming) = self.inbox.recv_timeout(Duration::from_millis(1500)) {
            self.app.incoming(incoming);
        }
    }

    /// The usual time of a letter and of taking it back, with the frame.
    fn time_letter(&mut self) -> Duration {
        let mut times: Vec<Duration> = (0..200)
            .map(|round| {
                let code = if round % 2 == 0 { KeyCode::Backspace } else { KeyCode::Char('x') };
                let start = Instant::now();
                self.press(code, KeyModifiers::NONE);
                let app = &self.app;
                self.terminal.draw(|frame| draw::draw(app, frame)).unwrap();
                start.elapsed()
            })
            .collect();
        times.sort();
        times[times.len() / 2]
    }

    /// The usual time of a key with its frame, up and down in turn.
    fn time(&mut self, name: &str) {
        let mut times: Vec<Duration> = (0..200)
            .map(|round| {
                let code = if round % 2 == 0 { KeyCode::Down } else { KeyCode::Up };
                let start = Instant::now();
                self.press(code, KeyModifiers::NONE);
                let app = &self.app;
                self.terminal.draw(|frame| draw::draw(app, frame)).unwrap();
                start.elapsed()
            })
            .collect();
        times.sort();
        println!("{name:<32} {:>8.3} ms", times[times.len() / 2].as_secs_f64() * 1e3);
    }
}

/// From nothing to the first frame of a meeting: its file found among all others, read, and drawn.
fn first_frame(folder: &Path, number: u32, cache: &Path) -> Duration {
    let mut times: Vec<Duration> = (0..15)
        .map(|_| {
            let mut bench = Bench::new(folder, cache);
            let start = Instant::now();
            bench.app.desk.open(number);
            let app = &bench.app;
            bench.terminal.draw(|frame| draw::draw(app, frame)).unwrap();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}

/// The folder of Kompas with so many files of meetings before it; they are never read, so any content will do.
fn among(others: u32, root: &Path) {
    fs::create_dir_all(root.join("sessions")).unwrap();
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let text = fs::read_to_string(own.join("0003-2026-09-17.ron")).unwrap();
    for number in 100..100 + others {
        fs::write(root.join("sessions").join(format!("{number:04}-2001-01-01.ron")), &text).unwrap();
    }
    for entry in fs::read_dir(own).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, root.join("sessions").join(path.file_name().unwrap())).unwrap();
    }
}

fn main() {
    let (kompas, root, cache) =
        (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::create_dir(kompas.path().join("sessions")).unwrap();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, kompas.path().join("sessions").join(path.file_name().unwrap())).unwrap();
    }
    let mut bench = Bench::new(kompas.path(), cache.path());
    bench.app.desk.open(4);
    for room in Room::ALL {
        bench.app.desk.meeting.as_mut().unwrap().show_room(room);
        bench.time(&format!("{room:?}"));
    }
    archive(root.path(), Order { meetings: 1000, seed: 1, a_chain: 1000 }, |_| {}).unwrap();
    let folder = stuurgroep::index::chains(root.path()).remove(0);
    let mut bench = Bench::new(&folder, cache.path());
    bench.app.read_home();
    bench.settle();
    bench.time("home, 1,000 meetings");
    bench.press(KeyCode::Char('f'), KeyModifiers::CONTROL);
    bench.settle();
    bench.time("search, 500 rows");
    bench.press(KeyCode::Esc, KeyModifiers::NONE);
    for (name, code, modifiers) in [("search", 'f', KeyModifiers::CONTROL), ("palette", ':', KeyModifiers::NONE)] {
        bench.app.desk.layers.clear();
        bench.press(KeyCode::Char(code), modifiers);
        bench.settle();
        let empty = bench.time_letter();
        bench.app.incoming(Incoming::Terminal(Event::Paste("weekend is:open 2026 ".repeat(1000))));
        bench.settle();
        let full = bench.time_letter();
        let ratio = full.as_secs_f64() / empty.as_secs_f64();
        println!("{:<32} {:>8.3} ms", format!("{name}, a letter"), empty.as_secs_f64() * 1e3);
        println!("{:<32} {:>8.3} ms  {ratio:.2}", "… after pasting 21,000", full.as_secs_f64() * 1e3);
        bench.app.desk.layers.clear();
    }
    bench.app.desk.message = None;
    bench.press(KeyCode::Char('t'), KeyModifiers::CONTROL);
    bench.settle();
    bench.time("trends, 1,000 meetings");
    let (few, many) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    among(10, few.path());
    among(10_000, many.path());
    let (few, many) = (first_frame(few.path(), 4, cache.path()), first_frame(many.path(), 4, cache.path()));
    println!("{:<32} {:>8.3} ms", "first frame among 10 meetings", few.as_secs_f64() * 1e3);
    let ratio = many.as_secs_f64() / few.as_secs_f64();
    println!("{:<32} {:>8.3} ms  {ratio:.2}", "first frame among 10,000", many.as_secs_f64() * 1e3);
}
