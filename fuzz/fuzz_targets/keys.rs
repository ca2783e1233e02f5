//! Any keys on a meeting: every frame can be drawn and holds nothing that steers a terminal, what is on record loads to
//! itself, and undo goes all the way back.
#![no_main]

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use libfuzzer_sys::fuzz_target;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::fs;
use std::path::Path;
use std::sync::mpsc;
use stuurgroep::app::{App, Incoming, draw};
use stuurgroep::desk::clock::Clock;
use stuurgroep::store::{Folder, format};
use stuurgroep::text::Lang;
use stuurgroep::widgets::Theme;

/// What is pasted for the bytes that are no key: texts that people type and texts that nobody should.
const TEXTS: [&str; 12] = [
    "Werving ketenplanner @GEM voor 15-01-2027",
    "2026-12 63/106",
    "7 8 6",
    "10-3-2027",
    "\u{202e}om\u{2028}\u{e0041}",
    "é👩‍👧\u{fe0f}\u{301}\u{301}\u{301}",
    "BSN 123456782",
    "\"quote\" \\ ) ] ,",
    "in principe",
    "is:open owner:JR",
    "regel\nregel\u{1b}[31m",
    "0",
];

/// A key, a pasted text or another size of the window for each byte.
fn event(byte: u8) -> Event {
    let key = |code, modifiers| Event::Key(KeyEvent::new(code, modifiers));
    let plain = |code| key(code, KeyModifiers::NONE);
    match byte {
        0x00..=0x03 => plain(KeyCode::Enter),
        0x04 => plain(KeyCode::Esc),
        0x05 => plain(KeyCode::Tab),
        0x06 => plain(KeyCode::BackTab),
        0x07 => plain(KeyCode::Up),
        0x08 => plain(KeyCode::Down),
        0x09 => plain(KeyCode::Left),
        0x0a => plain(KeyCode::Right),
        0x0b => plain(KeyCode::Delete),
        0x0c => plain(KeyCode::Backspace),
        0x0d => plain(KeyCode::PageDown),
        0x0e => plain(KeyCode::PageUp),
        0x0f => key(KeyCode::Enter, KeyModifiers::ALT),
        0x10 => key(KeyCode::Char('r'), KeyModifiers::CONTROL),
        0x11 => key(KeyCode::Char('l'), KeyModifiers::CONTROL),
        0x12 => key(KeyCode::Char('w'), KeyModifiers::CONTROL),
        0x13 => plain(KeyCode::Home),
        0x14 => plain(KeyCode::End),
        0x15 => Event::Resize(80, 24),
        0x16 => Event::Resize(140, 45),
        0x17 => Event::Resize(60, 16),
        0x18 => Event::Resize(1, 1),
        0x20..=0x7e => plain(KeyCode::Char(char::from(byte))),
        _ => Event::Paste(TEXTS[usize::from(byte) % TEXTS.len()].to_owned()),
    }
}

fn lay_out(root: &Path) {
    fs::create_dir_all(root.join("sessions")).expect("a folder of meetings");
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../sessions");
    for name in ["0003-2026-09-17.ron", "0004-2026-12-10.ron"] {
        fs::copy(own.join(name), root.join("sessions").join(name)).expect("a meeting of the sample");
    }
}

fn harmless(app: &App) {
    let (columns, rows) = app.desk.size;
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a screen");
    terminal.draw(|frame| draw::draw(app, frame)).expect("a frame");
    let steers = |sign: char| sign.is_control() || matches!(sign, '\u{2028}'..='\u{202e}' | '\u{e0000}'..='\u{e0fff}');
    for cell in terminal.backend().buffer().content() {
        assert!(!cell.symbol().contains(steers), "{:?}", cell.symbol());
    }
}

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder to try in");
    lay_out(folder.path());
    // Nobody listens: what the saver tells is not what is tried here.
    let (events, _inbox) = mpsc::channel();
    let moment = "2026-12-10T14:00:00".parse().expect("a moment");
    let clock = Clock::Fixed(moment);
    let mut app = App::new(Folder::at(folder.path()), Lang::Nl, Theme::FULL, clock, events);
    app.cache = Some(folder.path().to_owned());
    app.desk.open(4);
    let first = app.desk.session().expect("a meeting").clone();
    for byte in bytes.iter().take(200) {
        app.incoming(Incoming::Terminal(event(*byte)));
        if app.desk.leaving || app.desk.session().is_none_or(|session| session.number != 4) {
            return;
        }
        harmless(&app);
    }
    let text = format::render(app.desk.session().expect("a meeting")).expect("its text");
    let back = format::parse(&text).expect("what is on record can be read");
    assert_eq!(Some(&back), app.desk.session());
    let Some(meeting) = app.desk.meeting.as_mut() else { return };
    while meeting.undo(moment).expect("undo finds its words").is_some() {}
    // A number that was seen never comes back; all else is as it was.
    let mut undone = meeting.session.clone();
    undone.numbering.clone_from(&first.numbering);
    assert_eq!(undone, first);
});
