//! Signals, stops, a terminal that stands still, panics: the work is on disk and the terminal is given back.

use crate::terminal::Terminal;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};
use stuurgroep::store::read::load;
use tempfile::TempDir;

/// Whoever is told to go is gone within this.
const AT_MOST: Duration = Duration::from_secs(2);

/// A chain with one planned meeting, and room for what tests put beside it.
struct Ground {
    folder: TempDir,
}

impl Ground {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let text = ["POL=Politie", "OM=Parket", "GEM=Gemeente"].map(|partner| ["--partner", partner]).concat();
        let made = std::process::Command::new(env!("CARGO_BIN_EXE_stuurgroep"))
            .env_clear()
            .args(["new", "--name", "Proef", "--date", "10-12-2026", "--lang", "en", "--today", "2026-12-10", "--dir"])
            .arg(folder.path())
            .args(text)
            .output()
            .unwrap();
        assert!(made.status.success(), "{made:?}");
        Self { folder }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("sessions/0001-2026-12-10.ron")
    }

    /// A fault begins when this file is there.
    fn trigger(&self) -> PathBuf {
        self.folder.path().join("now")
    }

    fn meet(&self, fault: Option<&str>) -> Terminal {
        self.meet_on(fault, Some("2026-12-10"))
    }

    /// The same with another day, or by the clock of the machine.
    fn meet_on(&self, fault: Option<&str>, today: Option<&str>) -> Terminal {
        let folder = self.folder.path().to_str().unwrap();
        let fault = fault.map(|fault| format!("{fault}?{}", self.trigger().display()));
        let environment: Vec<_> = fault.iter().map(|fault| ("STUURGROEP_FAULT", fault.as_str())).collect();
        let mut args = vec!["meet", "--dir", folder, "--lang", "en"];
        args.extend(today.iter().flat_map(|today| ["--today", today]));
        let program = Path::new(env!("CARGO_BIN_EXE_stuurgroep"));
        let mut terminal =
            Terminal::start_from(program, &args, (80, 24), self.folder.path(), self.folder.path(), &environment);
        terminal.wait_for("Opening");
        terminal
    }

    fn notes(&self) -> Vec<String> {
        load(&self.path()).unwrap().session.notes.iter().map(|note| note.text.clone()).collect()
    }
}

fn ends_in_time(terminal: &mut Terminal, what: &str) -> u32 {
    let start = Instant::now();
    let status = terminal.wait_exit();
    assert!(start.elapsed() < AT_MOST, "{what} took {:?}", start.elapsed());
    status
}

/// Every mode that was set is undone, and the line takes whole lines again.
fn is_given_back(terminal: &mut Terminal, what: &str) {
    terminal.wait_output("the end", |output| {
        let text = String::from_utf8_lossy(output);
        text.rfind("\x1b[?1049l") > text.rfind("\x1b[?1049h")
    });
    assert_eq!(terminal.modes(), [""; 0], "{what}");
    let line = terminal.line();
    for setting in ["icanon", "echo", "isig", "ixon", "opost"] {
        assert!(line.split_whitespace().any(|found| found == setting), "{what}: {setting} in {line}");
    }
}

fn is_taken(terminal: &Terminal) -> bool {
    terminal.line().contains("-icanon") && terminal.modes().contains(&"1049".to_owned())
}

#[test]
fn every_signal_that_ends_the_program_leaves_the_work_on_disk_and_the_terminal_as_it_was() {
    for (signal, number) in [("HUP", 1), ("INT", 2), ("QUIT", 3), ("TERM", 15)] {
        let ground = Ground::new();
        let mut terminal = ground.meet(None);
        assert!(is_taken(&terminal));
        terminal.keys("nlast words<Enter>").wait_for("last words");
        terminal.signal(signal);
        assert_eq!(ends_in_time(&mut terminal, signal), 128 + number, "{signal}");
        is_given_back(&mut terminal, signal);
        assert_eq!(ground.notes(), ["last words"], "{signal}");
    }
}

#[test]
fn a_stop_gives_the_terminal_back_and_going_on_takes_it_again() {
    let ground = Ground::new();
    let mut terminal = ground.meet(None);
    for round in ["first", "second"] {
        terminal.keys(&format!("n{round} note<Enter>")).wait_for(&format!("{round} note"));
        terminal.signal("TSTP");
        let start = Instant::now();
        while !terminal.is_stopped() {
            assert!(start.elapsed() < AT_MOST, "it does not stop");
            thread::sleep(Duration::from_millis(10));
        }
        is_given_back(&mut terminal, "a stop");
        let before = terminal.output().len();
        terminal.signal("CONT");
        terminal.wait_output("the whole screen", |output| {
            let since = String::from_utf8_lossy(&output[before..]).into_owned();
            since.contains("\x1b[?1049h") && since.contains("\x1b[2J") && since.contains("Opening")
        });
        assert!(is_taken(&terminal));
        assert_eq!(terminal.modes().len(), 8, "{:?}", terminal.modes());
    }
    terminal.signal("TSTP");
    while !terminal.is_stopped() {
        thread::sleep(Duration::from_millis(10));
    }
    terminal.signal("TERM");
    terminal.signal("CONT");
    assert_eq!(ends_in_time(&mut terminal, "TERM while stopped"), 143);
    is_given_back(&mut terminal, "TERM while stopped");
    assert_eq!(ground.notes(), ["first note", "second note"]);
}

#[test]
fn what_somebody_wrote_while_the_program_was_stopped_is_taken_in_when_it_goes_on() {
    let ground = Ground::new();
    let mut terminal = ground.meet(None);
    terminal.keys("nbefore<Enter>").wait_for("✓ recorded");
    terminal.keys("nhalf a wo").wait_for("half a wo");
    terminal.signal("TSTP");
    while !terminal.is_stopped() {
        thread::sleep(Duration::from_millis(10));
    }
    let text = fs::read_to_string(ground.path()).unwrap();
    let note = "(id: \"N2026-91\", session: 1, at: \"2026-12-10T14:00:00\", text: \"by somebody else\"),";
    let edited = text.replacen("notes: [", &format!("notes: [\n        {note}"), 1);
    assert_ne!(edited, text);
    fs::write(ground.path(), &edited).unwrap();
    thread::sleep(Duration::from_millis(1500));
    assert_eq!(fs::read_to_string(ground.path()).unwrap(), edited, "it is stopped");
    terminal.signal("CONT");
    terminal.wait_for("The changes were taken in");
    terminal.keys("rd<Enter>").wait_for("half a word");
    terminal.wait_for("✓ recorded");
    terminal.keys("<C-q>");
    assert_eq!(terminal.wait_exit(), 0);
    let mut notes = ground.notes();
    notes.sort();
    assert_eq!(notes, ["before", "by somebody else", "half a word"]);
    let names: Vec<_> = fs::read_dir(ground.path().parent().unwrap()).unwrap().collect();
    assert_eq!(names.len(), 1, "what was taken in needs no copy: {names:?}");
}

/// Keys until the terminal has no room any more.
fn fill(terminal: &mut Terminal) {
    terminal.stand_still(true);
    for _ in 0..60 {
        terminal.keys("?");
        thread::sleep(Duration::from_millis(10));
        terminal.keys("q");
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_terminal_that_stands_still_holds_up_no_signal_and_no_key() {
    for signal in ["TERM", "HUP"] {
        let ground = Ground::new();
        let mut terminal = ground.meet(None);
        fill(&mut terminal);
        terminal.keys("nnobody saw this<Enter>");
        let start = Instant::now();
        while ground.notes().is_empty() {
            assert!(start.elapsed() < Duration::from_secs(10), "keys are not taken in");
            thread::sleep(Duration::from_millis(20));
        }
        terminal.signal(signal);
        let status = ends_in_time(&mut terminal, signal);
        assert_eq!(status, if signal == "TERM" { 143 } else { 129 });
        assert_eq!(ground.notes(), ["nobody saw this"]);
        // What it hears first when it goes on is that the program is gone.
        terminal.stand_still(false);
        is_given_back(&mut terminal, signal);
    }
}

#[test]
fn a_terminal_that_goes_on_shows_what_is_there_now() {
    let ground = Ground::new();
    let mut terminal = ground.meet(None);
    fill(&mut terminal);
    terminal.keys("nfirst<Enter>nsecond<Enter>");
    thread::sleep(Duration::from_millis(300));
    terminal.stand_still(false);
    terminal.wait_for("second");
    terminal.keys("<C-q>");
    assert_eq!(terminal.wait_exit(), 0);
    is_given_back(&mut terminal, "leaving");
    assert_eq!(ground.notes(), ["first", "second"]);
}

/// What makes the thread at a place pass it.
type Nudge = fn(&mut Terminal);

fn press(terminal: &mut Terminal, keys: &str) {
    terminal.keys(keys);
}

const PLACES: [(&str, Nudge); 8] = [
    ("screen", |terminal| press(terminal, "?")),
    ("input", |terminal| press(terminal, "?")),
    ("signals", |terminal| terminal.signal("CONT")),
    // Only a terminal that goes, or a clock that is set, wakes this one.
    ("watchdog", |_| {}),
    ("writer", |terminal| press(terminal, "?")),
    ("library", |terminal| press(terminal, "<C-f>word")),
    ("index", |terminal| press(terminal, "<C-f>word")),
    ("saver", |terminal| press(terminal, "nmore<Enter>")),
];

#[test]
fn a_panic_in_any_thread_leaves_the_work_on_disk_and_the_terminal_as_it_was() {
    for (place, nudge) in PLACES.into_iter().filter(|(place, _)| *place != "watchdog") {
        let ground = Ground::new();
        let mut terminal = ground.meet(Some(&format!("panic:{place}")));
        terminal.keys("nlast words<Enter>").wait_for("✓ recorded");
        fs::write(ground.trigger(), "").unwrap();
        nudge(&mut terminal);
        let status = terminal.wait_exit();
        // Where the saver itself went, what it had in hand is kept on this machine, and the status says so.
        assert_eq!(status, if place == "saver" { 3 } else { 101 }, "{place}");
        is_given_back(&mut terminal, place);
        assert_eq!(ground.notes()[0], "last words", "{place}");
        terminal.wait_output("what went wrong", |output| {
            let text = String::from_utf8_lossy(output);
            text.rfind("a fault that was ordered") > text.rfind("\x1b[?1049l")
        });
        let mut again = ground.meet(None);
        if place == "saver" {
            assert_eq!(ground.notes(), ["last words"]);
            again.wait_for("Work that was not saved");
            again.keys("<Enter>").wait_for("✓ recorded");
            assert_eq!(ground.notes(), ["last words", "more"]);
        } else {
            assert!(!again.screen().contains("Work that was not saved"), "{place}: {}", again.screen());
        }
        again.keys("<C-q>");
        assert_eq!(again.wait_exit(), 0, "{place}");
    }
}

#[test]
fn a_panic_with_words_still_on_their_way_to_a_slow_disk_waits_for_them() {
    let ground = Ground::new();
    let mut terminal = ground.meet(Some("wait=150:saver?/,panic:screen@40"));
    fs::write(ground.trigger(), "").unwrap();
    terminal.keys("none<Enter>").wait_for("one");
    terminal.keys("ntwo<Enter>").wait_for("two");
    while !terminal.output().windows(7).any(|found| found == b"ordered") {
        terminal.keys("?q");
        thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(ends_in_time(&mut terminal, "a panic"), 101);
    assert_eq!(ground.notes(), ["one", "two"]);
}

#[test]
fn a_panic_on_a_dead_terminal_is_no_abort() {
    for (place, _) in PLACES {
        let ground = Ground::new();
        let mut terminal = ground.meet(Some(&format!("panic:{place}")));
        terminal.keys("nlast words<Enter>").wait_for("✓ recorded");
        fs::write(ground.trigger(), "").unwrap();
        terminal.hang_up();
        let status = terminal.wait_exit();
        assert!([101, 129].contains(&status), "{place}: {status}");
        assert_eq!(ground.notes(), ["last words"], "{place}");
    }
}

#[test]
fn the_screen_is_drawn_anew_when_asked_and_not_drawn_at_all_when_nothing_changes() {
    let ground = Ground::new();
    let mut terminal = ground.meet(None);
    for key in ["\x1b[24~", "\x0c"] {
        let before = terminal.output().len();
        terminal.raw(key.as_bytes());
        terminal.wait_output("all of it", |output| {
            let since = String::from_utf8_lossy(&output[before..]).into_owned();
            since.contains("\x1b[2J") && since.contains("Opening")
        });
        terminal.keys("<Esc>");
    }
    thread::sleep(Duration::from_millis(300));
    let before = terminal.output().len();
    thread::sleep(Duration::from_millis(1500));
    assert_eq!(terminal.output().len(), before, "a frame that nobody asked for");
    terminal.keys("n").wait_for("Enter");
    for letter in ["a", "b", "c"] {
        thread::sleep(Duration::from_millis(200));
        let before = terminal.output().len();
        terminal.keys(letter);
        thread::sleep(Duration::from_millis(200));
        let written = terminal.output().len() - before;
        assert!((1..2048).contains(&written), "{written} bytes for one letter");
    }
}

/// The clock of the machine says one thing when the program begins, and another while a file is there.
const JUMPS: &str = "clock:2026-12-10T14:00:00,clock:";

#[test]
fn a_machine_whose_clock_jumps_in_a_meeting_loses_nothing_and_records_no_nonsense() {
    for (jump, shown) in [("1970-01-01T00:00:00", "1 Jan 1970"), ("2031-06-01T10:00:00", "1 Jun 2031")] {
        let ground = Ground::new();
        let mut terminal = ground.meet_on(Some(&format!("{JUMPS}{jump}")), None);
        terminal.keys("S").wait_for("LIVE");
        terminal.keys("t").wait_for(" of 4");
        terminal.keys("nbefore<Enter>").wait_for("✓ recorded");
        fs::write(ground.trigger(), "").unwrap();
        terminal.wait_for("What date is it?");
        assert!(terminal.screen().contains(shown), "{}", terminal.screen());
        terminal.keys("<Enter>nafter<Enter>").wait_until("home", |screen| !screen.contains("What date"));
        terminal.keys("t<C-q>");
        assert_eq!(terminal.wait_exit(), 0);
        assert_eq!(ground.notes(), ["before", "after"]);
        let text = fs::read_to_string(ground.path()).unwrap();
        assert!(!text.contains("1970") && !text.contains("2031"), "{text}");
        let session = load(&ground.path()).unwrap().session;
        assert!(session.agenda.items[0].spent < 30, "{:?}", session.agenda.items[0]);
    }
}

#[test]
fn a_program_that_begins_with_a_wrong_clock_takes_its_date_from_the_meeting() {
    let ground = Ground::new();
    fs::write(ground.trigger(), "").unwrap();
    let mut terminal = ground.meet_on(Some("clock:2026-12-10T14:00:00"), None);
    terminal.keys("S").wait_for("LIVE");
    terminal.keys("t").wait_for("✓ recorded");
    terminal.signal("TERM");
    assert_eq!(terminal.wait_exit(), 143);
    let mut terminal = ground.meet_on(Some("clock:1970-01-01T00:00:00"), None);
    terminal.wait_for("Go on with 10 Dec 2026");
    terminal.keys("<Enter>t<C-q>");
    assert_eq!(terminal.wait_exit(), 0);
    assert!(!fs::read_to_string(ground.path()).unwrap().contains("1970"));
}
