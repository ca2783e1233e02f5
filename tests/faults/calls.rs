//! The calls to the system that a save is made of: in which order they come, and what stands on disk when the program is
//! killed at any of them. Needs `strace`; where it is not installed these tests say so and pass.

use crate::times;
use crate::ways::{Ground, WAYS};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Duration;
use stuurgroep::store::read::{SealState, load};

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

/// Kompas with its fourth meeting planned.
fn planned() -> Ground {
    let ground = Ground::kompas(false);
    fs::remove_file(ground.chain().join("sessions/0004-2026-12-10.ron")).unwrap();
    let made = ground.run(WAYS[1], &["plan", "--date", "14-1-2027"]);
    assert!(made.status.success(), "{made:?}");
    ground
}

/// What a line of the trace does to the folder of the sessions.
fn step(line: &str) -> Option<&'static str> {
    let temporary = line.contains(".tmp") || line.contains(".new");
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
    let ground = planned();
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
            "sync folder",
            "remove what was displaced",
        ],
        "{text}"
    );
}

/// The visible file of the fourth meeting.
fn fourth(ground: &Ground) -> PathBuf {
    let names: Vec<String> = ground.names().into_iter().filter(|name| name.starts_with("0004-")).collect();
    assert_eq!(names.len(), 1, "{:?}", ground.names());
    ground.chain().join("sessions").join(&names[0])
}

fn is_whole(path: &Path) {
    let loaded = load(path).unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(loaded.seal, SealState::Intact);
}

#[test]
fn a_move_that_is_killed_at_any_call_leaves_one_whole_meeting() {
    if !is_traceable() {
        return;
    }
    for call in ["fsync", "renameat2", "unlinkat", "write", "openat"] {
        for time in 1..=times(2, 40) {
            let ground = planned();
            // Programs open many files before they come to ours.
            let time = if call == "openat" { time + 8 } else { time };
            let inject = format!("inject={call}:signal=KILL:when={time}");
            let args = ["plan", "--date", "21-1-2027"];
            let output = traced(&ground, &["-o", "/dev/null", "-e", &inject], &args);
            is_whole(&fourth(&ground));
            // Whoever starts again can go on, and nothing is left lying about.
            let again = ground.run(WAYS[1], &args);
            assert!(again.status.success(), "{call} {time}: {again:?}");
            assert!(fourth(&ground).ends_with("0004-2027-01-21.ron"), "{:?}", ground.names());
            is_whole(&fourth(&ground));
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
