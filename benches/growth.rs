//! How the time of a key grows with the meeting: sessions of about 46 KB, 1 MB and 5 MB, at 200x60. A letter typed in a note,
//! and the selection moved, each with its frame; of all pages the slowest counts. And what a save takes of the processor.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::fs;
use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};
use stuurgroep::app::{App, Incoming, draw};
use stuurgroep::desk::clock::Clock;
use stuurgroep::model::agenda::Room;
use stuurgroep::model::{RecordId, RecordKind, Session};
use stuurgroep::store::Folder;
use stuurgroep::store::format::Printer;
use stuurgroep::store::format::{parse, render};
use stuurgroep::text::Lang;
use stuurgroep::widgets::Theme;

const SIZE: (u16, u16) = (200, 60);
const ROUNDS: usize = 60;

/// The sample with so many times its decisions and actions.
fn grown(times: usize) -> Session {
    let mut session = parse(include_str!("../sessions/0004-2026-12-10.ron")).unwrap();
    let (decisions, actions) = (session.decisions.clone(), session.actions.clone());
    for round in 1..times {
        let number = |place: usize| u32::try_from(1000 + round * 50 + place).unwrap();
        session.decisions.extend(decisions.iter().enumerate().map(|(place, decision)| {
            let id = RecordId::new(RecordKind::Decision, 2026, number(place));
            stuurgroep::model::decision::Decision { id, ..decision.clone() }
        }));
        session.actions.extend(actions.iter().enumerate().map(|(place, action)| {
            let id = RecordId::new(RecordKind::Action, 2026, number(place));
            stuurgroep::model::action::Action { id, ..action.clone() }
        }));
    }
    session
}

fn median(times: &mut [Duration]) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1e3
}

struct Bench {
    app: App,
    terminal: Terminal<TestBackend>,
}

impl Bench {
    fn open(root: &Path, session: &Session) -> Self {
        fs::create_dir_all(root.join("sessions")).unwrap();
        fs::write(root.join("sessions/0004-2026-12-10.ron"), render(session).unwrap()).unwrap();
        let clock = Clock::Fixed("2026-12-10T14:00:00".parse().unwrap());
        let mut app = App::new(Folder::at(root), Lang::Nl, Theme::FULL, clock, mpsc::channel().0);
        app.cache = Some(root.to_owned());
        app.desk.size = SIZE;
        app.desk.open(4);
        Self { app, terminal: Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).unwrap() }
    }

    /// The usual time of a key with its frame: these keys by turns.
    fn time(&mut self, keys: [KeyCode; 2]) -> f64 {
        let mut times: Vec<Duration> = (0..ROUNDS)
            .map(|round| {
                let key = KeyEvent::new(keys[round % 2], KeyModifiers::NONE);
                let start = Instant::now();
                self.app.incoming(Incoming::Terminal(Event::Key(key)));
                let app = &self.app;
                self.terminal.draw(|frame| draw::draw(app, frame)).unwrap();
                start.elapsed()
            })
            .collect();
        median(&mut times)
    }
}

fn main() {
    println!("{:>12} {:>12} {:>12} {:>12}", "bytes", "letter ms", "select ms", "print ms");
    for times in [1, 50, 250] {
        let root = tempfile::tempdir().unwrap();
        let session = grown(times);
        let mut bench = Bench::open(root.path(), &session);
        let (mut letter, mut select) = (0_f64, 0_f64);
        for room in Room::ALL {
            bench.app.desk.meeting.as_mut().unwrap().show_room(room);
            select = select.max(bench.time([KeyCode::Down, KeyCode::Up]));
            bench.time([KeyCode::Char('n'), KeyCode::Char('x')]);
            letter = letter.max(bench.time([KeyCode::Backspace, KeyCode::Char('x')]));
            bench.app.desk.layers.clear();
        }
        let mut printer = Printer::default();
        let mut changed = session.clone();
        let mut prints: Vec<Duration> = (0..ROUNDS)
            .map(|round| {
                changed.actions[0].text = format!("Op papier zetten, {round}");
                let start = Instant::now();
                let body = printer.print(&changed).unwrap();
                assert!(printer.is_faithful(body, &changed));
                start.elapsed()
            })
            .collect();
        let bytes = render(&session).unwrap().len();
        println!("{bytes:>12} {letter:>12.2} {select:>12.2} {:>12.2}", median(&mut prints));
    }
}
