//! The calls to the system that a save is made of: in which order they come, and what stands on disk when the program is
//! killed at any of them. Needs `strace`; where it is not installed these tests say so and pass.

use super::acts::{Act, CLOSE, REOPEN, SAVE, fourth, planned, whole};
use super::{say, times};
use crate::ways::{Ground, WAYS};
use std::fs;
use std::process::{Command, Output};
use std::time::Duration;

const CALLS: &str = "openat,write,fsync,renameat2,linkat,unlinkat,fchmod,mkdir,getdents64";

/// Whether programs can be traced here.
#[allow(clippy::print_stderr)]
fn is_traceable() -> bool {
    let tried = Command::new("strace").args(["-o", "/dev/null", "true"]).output();
    let may = tried.is_ok_and(|output| output.status.success());
    if !may {
        eprintln!("strace is not installed or may not trace: calls are not looked at");
    }
    may
}

/// The program under strace, in the folder of the chain.
fn traced(ground: &Ground, options: &[&str], args: &[&str]) -> Output {
    let mut command = Command::new("strace");
    command.env_clear().args(["-f", "-y", "-s", "200"]).args(options).arg(env!("CARGO_BIN_EXE_stuurgroep"));
    command.args(args).args(["--lang", "en", "--today", "2026-12-10"]).current_dir(ground.chain());
    command.env("HOME", ground.home()).env("XDG_STATE_HOME", ground.home().join("state"));
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.output().unwrap()
}

/// What a line of the trace does to the folder of the sessions.
fn step(line: &str) -> Option<&'static str> {
    let temporary = line.contains(".tmp") || line.contains(".new") || line.contains(".old");
    let folder = line.contains("/sessions>)");
    if !line.contains("/sessions") || line.contains("= -1") {
        None
    } else if line.contains("openat(") && line.contains("O_CREAT") {
        let safe = line.contains("O_EXCL") && line.contains("O_NOFOLLOW");
        Some(if safe && temporary { "create" } else { "create carelessly" })
    } else if line.contains("fsync(") {
        Some(if folder { "sync folder" } else { "sync file" })
    } else if line.contains("RENAME_EXCHANGE") {
        Some("exchange")
    } else if line.contains("RENAME_NOREPLACE") {
        Some("rename")
    } else if line.contains("rename") {
        Some("replace")
    } else if line.contains("unlink") {
        Some(if temporary { "remove what was displaced" } else { "remove a session" })
    } else {
        None
    }
}

#[test]
fn a_save_is_synced_before_it_has_its_name_and_its_name_before_it_counts() {
    if !is_traceable() {
        return;
    }
    let ground = planned(Ground::kompas(false));
    let trace = ground.root().join("trace");
    let option = format!("trace={CALLS}");
    let output = traced(&ground, &["-o", trace.to_str().unwrap(), "-e", &option], &["plan", "--date", "21-1-2027"]);
    assert!(output.status.success(), "{output:?}");
    let text = fs::read_to_string(&trace).unwrap();
    let steps: Vec<&str> = text.lines().filter_map(step).collect();
    assert_eq!(
        steps,
        [
            "rename",
            "sync folder",
            "create",
            "sync file",
            "rename",
            "exchange",
            "rename",
            "sync folder",
            "remove what was displaced",
        ],
        "{text}"
    );
}

#[test]
fn a_move_that_is_killed_at_any_call_leaves_one_whole_meeting() {
    if !is_traceable() {
        return;
    }
    for call in ["fsync", "renameat2", "unlinkat", "write", "openat"] {
        for time in 1..=times(2, 40) {
            let ground = planned(Ground::kompas(false));
            // Programs open many files before they come to ours.
            let time = if call == "openat" { time + 8 } else { time };
            let inject = format!("inject={call}:signal=KILL:when={time}");
            let args = ["plan", "--date", "21-1-2027"];
            let output = traced(&ground, &["-o", "/dev/null", "-e", &inject], &args);
            whole(&fourth(&ground));
            // Whoever starts again can go on, and nothing is left lying about.
            let again = ground.run(WAYS[1], &args);
            assert!(again.status.success(), "{call} {time}: {again:?}");
            assert!(fourth(&ground).ends_with("0004-2027-01-21.ron"), "{:?}", ground.names());
            whole(&fourth(&ground));
            let mut meet = ground.start(WAYS[1], &["meet", "4"]);
            meet.wait_for("Opening");
            std::thread::sleep(Duration::from_millis(300));
            meet.keys("<C-q>").wait_exit();
            let left: Vec<String> = ground.names().into_iter().filter(|name| name.starts_with('.')).collect();
            assert_eq!(left, Vec::<String>::new(), "killed at {call} {time}");
            if output.status.success() {
                break;
            }
        }
    }
}

#[test]
fn the_first_start_of_a_machine_that_is_killed_at_any_call_leaves_it_a_whole_name_or_none() {
    if !is_traceable() {
        return;
    }
    for call in ["write", "fsync"] {
        for time in 1..=times(3, 40) {
            let ground = Ground::kompas(false);
            fs::remove_file(ground.chain().join("sessions/0004-2026-12-10.ron")).unwrap();
            let inject = format!("inject={call}:signal=KILL:when={time}");
            let output = traced(&ground, &["-o", "/dev/null", "-e", &inject], &["plan", "--date", "21-1-2027"]);
            let name = ground.home().join("state/stuurgroep/machine");
            if let Ok(name) = fs::read_to_string(&name) {
                assert_eq!(name.len(), 8, "killed at {call} {time}: {name:?}");
            }
            let again = ground.run(WAYS[1], &["plan", "--date", "21-1-2027"]);
            assert!(again.status.success(), "killed at {call} {time}: {again:?}");
            assert_eq!(fs::read_to_string(&name).unwrap().len(), 8, "killed at {call} {time}");
            if output.status.success() {
                break;
            }
        }
    }
}

/// Where in the meeting on screen the program is killed: at these calls, of which some are counted only where they are about
/// the folder of the sessions.
const KILLS: [(&str, bool); 6] =
    [("fsync", false), ("renameat2", true), ("unlinkat", true), ("openat", true), ("fchmod", false), ("fchown", false)];

/// How an act ended that was killed, or that came to its end.
struct Ended {
    screen: String,
    survived: bool,
}

impl Ended {
    fn said_recorded(&self) -> bool {
        self.screen.contains("✓ recorded")
    }
}

/// Does something in the meeting on screen, and is killed at this call of any thread.
fn act(ground: &Ground, act: &Act, (call, is_here): (&str, bool), time: usize) -> Ended {
    let inject = format!("inject={call}:signal=KILL:when={time}");
    let sessions = ground.chain().join("sessions");
    let mut strace = vec!["strace", "-f", "-o", "/dev/null", "-e", &inject];
    if is_here {
        strace.extend(["-P", sessions.to_str().unwrap()]);
    }
    let path = std::env::var("PATH").unwrap_or_default();
    let mut terminal = ground.start_under(&strace, WAYS[1], &["meet", "4"], &[("PATH", &path)]);
    let first = [("", "Opening")];
    let last = [(act.does, "✓ recorded")];
    let is_done = first.iter().chain(act.way).chain(&last).all(|(keys, what)| {
        if !keys.is_empty() {
            terminal.keys(keys);
        }
        let mut ended = None;
        while ended.is_none() && !terminal.screen().contains(what) {
            ended = terminal.exit();
            std::thread::sleep(Duration::from_millis(5));
        }
        ended.is_none()
    });
    let screen = terminal.screen();
    if is_done {
        terminal.keys("<C-q>");
    }
    let status = terminal.wait_exit();
    Ended { screen, survived: is_done && status == 0 }
}

/// Goes through the calls of an act, each time in a chain of its own, until the program has no more of them.
fn killed_at_every_call(what: &Act, ground: impl Fn() -> Ground, look: impl Fn(&Ground, &Ended, &str)) {
    if !is_traceable() {
        return;
    }
    let mut kills = 0;
    for call in KILLS.into_iter().take(times(2, KILLS.len())) {
        for time in 1..=times(2, 400) {
            let ground = ground();
            let ended = act(&ground, what, call, time);
            let moment = format!("killed at {} {time}", call.0);
            look(&ground, &ended, &moment);
            // Whoever starts again finds it tidied up, and nothing is wrong.
            let mut again = ground.start(WAYS[1], &["meet", "4"]);
            again.wait_for("Opening");
            std::thread::sleep(Duration::from_millis(200));
            again.keys("<C-q>").wait_exit();
            let left = ground.names().into_iter().filter(|name| name.starts_with('.') && name != ".0004.closed");
            assert_eq!(left.collect::<Vec<_>>(), Vec::<String>::new(), "{moment}");
            let checked = ground.run(WAYS[1], &["check"]);
            assert!(checked.status.success(), "{moment}: {checked:?}");
            if ended.survived {
                break;
            }
            kills += 1;
        }
    }
    say(&format!("killed at {kills} calls of {}: nothing lost, nothing torn, nothing left", what.name));
}

#[test]
fn a_save_in_the_meeting_on_screen_that_is_killed_at_any_call_loses_nothing() {
    let look = |ground: &Ground, ended: &Ended, moment: &str| {
        let is_there = whole(&fourth(ground)).session.notes.iter().any(|note| note.text == "een woord");
        assert!(is_there || !ended.said_recorded(), "{moment}");
    };
    killed_at_every_call(&SAVE, || Ground::kompas(false), look);
}

#[test]
fn a_meeting_whose_closing_is_killed_at_any_call_is_open_or_closed_and_whole() {
    let look = |ground: &Ground, ended: &Ended, moment: &str| {
        let is_open = whole(&fourth(ground)).session.is_open();
        assert!(!is_open || !ended.said_recorded(), "{moment}");
        let next: Vec<String> = ground.names().into_iter().filter(|name| name.starts_with("0005-")).collect();
        next.iter().for_each(|name| _ = whole(&ground.chain().join("sessions").join(name)));
        assert!(!ended.said_recorded() || next.len() == 1, "{moment}: {next:?}");
    };
    killed_at_every_call(&CLOSE, || Ground::kompas(false), look);
}

#[test]
fn a_reopening_that_is_killed_at_any_call_keeps_what_the_meeting_was_when_it_was_closed() {
    let closed = Ground::kompas(false);
    if is_traceable() {
        let mut terminal = closed.start(WAYS[1], &["meet", "4"]);
        terminal.wait_for("Opening");
        CLOSE.way.iter().for_each(|(keys, what)| _ = terminal.keys(keys).wait_for(what));
        terminal.keys(CLOSE.does).wait_for("✓ recorded");
        terminal.keys("<C-q>").wait_exit();
    }
    let ground = || {
        let ground = Ground::kompas(false);
        for name in closed.names() {
            fs::write(ground.chain().join("sessions").join(&name), closed.text(&name)).unwrap();
        }
        ground
    };
    let before = fs::read(fourth(&closed)).unwrap();
    let look = |ground: &Ground, ended: &Ended, moment: &str| {
        let is_open = whole(&fourth(ground)).session.is_open();
        assert!(is_open || !ended.said_recorded(), "{moment}");
        if is_open {
            assert_eq!(ground.text(".0004.closed").as_bytes(), before, "{moment}");
        } else {
            assert_eq!(fs::read(fourth(ground)).unwrap(), before, "{moment}");
        }
    };
    killed_at_every_call(&REOPEN, ground, look);
}
