//! One save, step by step: a call that fails, one that is interrupted, a kill and another writer between any two of them. By
//! `plan`, which makes or moves the file of a meeting and goes.

use crate::ways::{Ground, WAYS, Way};
use std::fs;
use std::path::PathBuf;
use std::process::{Output, Stdio};
use std::time::{Duration, Instant};
use stuurgroep::model::session::State;
use stuurgroep::store::read::{SealState, load};

const WAY: Way = WAYS[1];
const THIRD: &str = "0003-2026-09-17.ron";
const PLANNED: &str = "0004-2027-01-14.ron";
const MOVED: &str = "0004-2027-01-21.ron";
const PLAN: [&str; 3] = ["plan", "--date", "14-1-2027"];
const MOVE: [&str; 3] = ["plan", "--date", "21-1-2027"];
const THEIRS: &str = "van iemand anders";

/// Kompas without its fourth meeting.
fn closed() -> Ground {
    let ground = Ground::kompas(false);
    fs::remove_file(ground.chain().join("sessions/0004-2026-12-10.ron")).unwrap();
    ground
}

/// The same with the fourth meeting planned.
fn planned() -> Ground {
    let ground = closed();
    let made = ground.run(WAY, &PLAN);
    assert!(made.status.success(), "{made:?}");
    ground
}

fn path(ground: &Ground, name: &str) -> PathBuf {
    ground.chain().join("sessions").join(name)
}

fn hidden(ground: &Ground) -> Vec<String> {
    ground.names().into_iter().filter(|name| name.starts_with('.')).collect()
}

/// What stands in any file of the sessions.
fn holds(ground: &Ground, text: &str) -> bool {
    let is_it = |name: &String| fs::read_to_string(path(ground, name)).is_ok_and(|found| found == text);
    ground.names().iter().any(is_it)
}

fn run(ground: &Ground, args: &[&str], fault: &str) -> Output {
    ground.command(WAY, args).env("STUURGROEP_FAULT", fault).output().unwrap()
}

fn is_whole(ground: &Ground, name: &str) {
    let loaded = load(&path(ground, name)).unwrap_or_else(|error| panic!("{error:?}: {:?}", ground.names()));
    assert_eq!(loaded.seal, SealState::Intact);
}

/// The only file of the fourth meeting.
fn fourth(ground: &Ground) -> String {
    let names: Vec<String> = ground.names().into_iter().filter(|name| name.starts_with("0004-")).collect();
    assert_eq!(names.len(), 1, "{:?}", ground.names());
    names[0].clone()
}

/// Runs the program until it waits at the place of the last order, for as long as that says; then `meanwhile` happens, and
/// the program goes on, or is killed.
fn halfway(ground: &Ground, args: &[&str], fault: &str, kill: bool, meanwhile: impl Fn()) -> Output {
    let mut command = ground.command(WAY, args);
    command.env("STUURGROEP_FAULT", fault).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut program = command.spawn().unwrap();
    std::thread::sleep(Duration::from_millis(700));
    meanwhile();
    if kill {
        std::thread::sleep(Duration::from_millis(1500));
        program.kill().unwrap();
    }
    program.wait_with_output().unwrap()
}

#[test]
fn a_call_that_fails_fails_the_save_and_what_stood_there_stands_there_with_nothing_beside_it() {
    for fault in ["eio:look@1", "enospc:create", "eio:sync", "eio:rename@2", "eio:exchange", "eio:folder-sync@1"] {
        let ground = planned();
        let before = ground.text(PLANNED);
        let output = run(&ground, &MOVE, fault);
        assert_eq!(output.status.code(), Some(3), "{fault}: {output:?}");
        assert_eq!(ground.text(&fourth(&ground)), before, "{fault}");
        assert_eq!(hidden(&ground), Vec::<String>::new(), "{fault}");
        assert!(ground.run(WAY, &MOVE).status.success(), "{fault}");
        is_whole(&ground, MOVED);
    }
    // The last one: all is done, and may still be lost.
    let ground = planned();
    let output = run(&ground, &MOVE, "eio:folder-sync@2");
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    is_whole(&ground, MOVED);
    assert!(ground.run(WAY, &["plan", "--date", "28-1-2027"]).status.success());
    assert_eq!(hidden(&ground), Vec::<String>::new());
}

#[test]
fn a_call_that_is_interrupted_is_made_again() {
    for place in ["look", "create", "rename", "exchange", "folder-sync"] {
        let ground = planned();
        let output = run(&ground, &MOVE, &format!("eintr:{place}@1"));
        assert!(output.status.success(), "{place}: {output:?}");
        is_whole(&ground, MOVED);
        assert_eq!(hidden(&ground), Vec::<String>::new(), "{place}");
    }
}

#[test]
fn a_name_that_is_taken_in_the_last_moment_stays_with_who_took_it_also_where_a_rename_always_replaces() {
    for fault in ["", ",einval:rename", ",einval:rename,enotsup:link"] {
        let ground = planned();
        let before = ground.text(PLANNED);
        let fault = format!("wait=1500:rename@1{fault}");
        let output = halfway(&ground, &MOVE, &fault, false, || fs::write(path(&ground, MOVED), THEIRS).unwrap());
        assert_eq!(output.status.code(), Some(3), "{fault}: {output:?}");
        assert_eq!((ground.text(PLANNED), ground.text(MOVED)), (before, THEIRS.to_owned()), "{fault}");
    }
}

#[test]
fn a_file_that_comes_or_goes_in_the_moment_of_a_save_is_no_trouble_and_never_lost() {
    let ground = closed();
    let come = || fs::write(path(&ground, PLANNED), THEIRS).unwrap();
    let output = halfway(&ground, &PLAN, "wait=1500:rename@2", false, come);
    assert!(output.status.success(), "{output:?}");
    is_whole(&ground, PLANNED);
    assert!(holds(&ground, THEIRS), "{:?}", ground.names());
    let ground = planned();
    let output =
        halfway(&ground, &MOVE, "wait=1500:exchange", false, || fs::remove_file(path(&ground, MOVED)).unwrap());
    assert!(output.status.success(), "{output:?}");
    is_whole(&ground, MOVED);
    assert_eq!(hidden(&ground), Vec::<String>::new());
}

#[test]
fn a_copy_is_on_disk_before_the_save_counts() {
    let ground = planned();
    let fault = "wait=1500:create,eio:aside-sync";
    let output = halfway(&ground, &MOVE, fault, false, || fs::write(path(&ground, MOVED), THEIRS).unwrap());
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert!(holds(&ground, THEIRS), "{:?}", ground.names());
}

#[test]
fn an_exchange_that_reports_an_error_although_it_was_done_costs_nobody_a_word() {
    let ground = planned();
    let fault = "wait=1500:create,eio:exchanged";
    let output = halfway(&ground, &MOVE, fault, false, || fs::write(path(&ground, MOVED), THEIRS).unwrap());
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert!(holds(&ground, THEIRS), "{:?}", ground.names());
    let again = ground.run(WAY, &["plan", "--date", "28-1-2027"]);
    assert!(again.status.success(), "{again:?}");
    assert!(holds(&ground, THEIRS), "{:?}", ground.names());
}

#[test]
fn a_kill_right_after_the_exchange_leaves_what_it_displaced_to_the_next_start() {
    let ground = planned();
    let fault = "wait=1500:create,wait=60000:exchanged";
    halfway(&ground, &MOVE, fault, true, || fs::write(path(&ground, MOVED), THEIRS).unwrap());
    is_whole(&ground, MOVED);
    assert!(holds(&ground, THEIRS), "{:?}", ground.names());
    let again = ground.run(WAY, &["plan", "--date", "28-1-2027"]);
    assert!(again.status.success(), "{again:?}");
    let copies = hidden(&ground);
    assert!(copies.len() == 1 && copies[0].contains(".outside-"), "{copies:?}");
    assert_eq!(ground.text(&copies[0]), THEIRS);
}

#[test]
fn a_document_is_on_disk_before_it_counts() {
    let ground = Ground::kompas(false);
    let output = run(&ground, &["export", "3", "--output", "verslag.md"], "eio:folder-sync");
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let output = run(&ground, &["export", "3", "--output", "anders.md"], "eio:sync");
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert!(!ground.chain().join("anders.md").exists());
}

#[test]
fn what_is_brought_to_its_end_is_synced_before_anything_else_is_written() {
    let ground = planned();
    halfway(&ground, &MOVE, "wait=60000:exchange", true, || ());
    assert_eq!(hidden(&ground).len(), 1, "{:?}", ground.names());
    // What was finished, the new name, the new text: the third time is the last.
    let output = run(&ground, &["plan", "--date", "28-1-2027"], "eio:folder-sync@3");
    assert_eq!(output.status.code(), Some(3), "{output:?}");
}

#[test]
fn what_was_brought_to_its_end_is_nobody_elses() {
    let ground = planned();
    halfway(&ground, &MOVE, "wait=60000:exchange", true, || ());
    assert_eq!(hidden(&ground).len(), 1, "{:?}", ground.names());
    let again = ground.run(WAY, &["plan", "--date", "28-1-2027"]);
    assert!(again.status.success(), "{again:?}");
    is_whole(&ground, "0004-2027-01-28.ron");
    assert_eq!(hidden(&ground), Vec::<String>::new());
}

#[test]
fn what_comes_while_a_save_is_brought_to_its_end_is_kept() {
    let ground = planned();
    halfway(&ground, &MOVE, "wait=60000:exchange", true, || ());
    let come = || fs::write(path(&ground, MOVED), THEIRS).unwrap();
    halfway(&ground, &["plan", "--date", "28-1-2027"], "wait=1500:exchange@1", false, come);
    assert!(holds(&ground, THEIRS), "{:?}", ground.names());
    // The same with a meeting that has no file yet.
    let ground = closed();
    halfway(&ground, &PLAN, "wait=60000:rename@2", true, || ());
    assert_eq!(hidden(&ground).len(), 1, "{:?}", ground.names());
    let come = || fs::write(path(&ground, PLANNED), THEIRS).unwrap();
    halfway(&ground, &PLAN, "wait=1500:rename@1", false, come);
    assert!(holds(&ground, THEIRS), "{:?}", ground.names());
}

#[test]
fn the_closed_state_is_on_disk_before_a_meeting_is_open_again() {
    let ground = closed();
    let trigger = ground.root().join("now");
    let fault = format!("wait=60000:folder-sync?{}", trigger.display());
    let mut terminal = ground.start_with(WAY, &["meet", "3"], &[("STUURGROEP_FAULT", &fault)]);
    terminal.wait_for("Opening");
    fs::write(&trigger, "").unwrap();
    terminal.keys(":").wait_for("What would you like to do?");
    terminal.keys("reopen<Enter>").wait_for("reason");
    terminal.keys("een vergeten actie<Enter>").wait_for("recording…");
    let start = Instant::now();
    while !ground.names().iter().any(|name| name == ".0003.closed") {
        assert!(start.elapsed() < Duration::from_secs(10), "{:?}", ground.names());
        std::thread::sleep(Duration::from_millis(20));
    }
    std::thread::sleep(Duration::from_millis(500));
    terminal.signal("KILL");
    terminal.wait_exit();
    assert_eq!(load(&path(&ground, THIRD)).unwrap().session.state, State::Closed);
}

#[test]
fn what_is_called_safe_on_this_computer_is_on_its_disk() {
    for (fault, is_safe) in [("eio:own-sync", false), ("eio:own-folder-sync", false), ("eio:signals", true)] {
        let ground = Ground::kompas(false);
        let trigger = ground.root().join("now");
        let fault = format!("enospc:create?{0},{fault}?{0}", trigger.display());
        let mut terminal = ground.start_with(WAY, &["meet", "4"], &[("STUURGROEP_FAULT", &fault)]);
        terminal.wait_for("LIVE");
        fs::write(&trigger, "").unwrap();
        terminal.keys("n").wait_for("One line and Enter");
        terminal.keys("nergens<Enter>").wait_for("NOT RECORDED");
        std::thread::sleep(Duration::from_millis(500));
        let said = terminal.screen().contains("Kept on this computer");
        assert_eq!(said, is_safe, "{fault}: {}", terminal.screen());
        fs::remove_file(&trigger).unwrap();
        terminal.wait_for("✓ recorded");
        terminal.keys("<C-q>").wait_exit();
    }
}

#[test]
fn what_is_called_safe_on_this_computer_is_offered_after_a_kill() {
    let ground = Ground::kompas(false);
    let trigger = ground.root().join("now");
    let fault = format!("enospc:create?{}", trigger.display());
    let mut terminal = ground.start_with(WAY, &["meet", "4"], &[("STUURGROEP_FAULT", &fault)]);
    terminal.wait_for("LIVE");
    fs::write(&trigger, "").unwrap();
    terminal.keys("n").wait_for("One line and Enter");
    terminal.keys("op een volle schijf<Enter>").wait_for("Kept on this computer");
    terminal.signal("KILL");
    terminal.wait_exit();
    let mut again = ground.start(WAY, &["meet", "4"]);
    again.wait_for("Work that was not saved");
    again.keys("<Enter>").wait_for("✓ recorded");
    again.keys("<C-q>").wait_exit();
    let session = load(&path(&ground, "0004-2026-12-10.ron")).unwrap().session;
    assert!(session.notes.iter().any(|note| note.text == "op een volle schijf"));
}

#[test]
fn words_that_can_not_be_kept_are_never_called_kept_and_are_said_once_more_at_the_end() {
    let ground = Ground::kompas(false);
    let mut terminal = ground.start_with(WAY, &["meet", "4"], &[("STUURGROEP_FAULT", "enospc:own-sync")]);
    terminal.wait_for("LIVE");
    terminal.keys("n").wait_for("One line and Enter");
    terminal.keys("een half woord").wait_for("can't be kept now");
    terminal.keys("<Esc>").wait_until("told again", |screen| {
        screen.contains("can't be kept now") && !screen.contains("One line and Enter")
    });
    terminal.keys("<C-q>").wait_exit();
    let said = String::from_utf8_lossy(&terminal.output()).into_owned();
    assert!(said.contains("could not be kept as a draft") && said.contains("een half woord"), "{said}");
}

#[test]
fn work_that_is_in_the_file_already_is_not_offered_again() {
    let ground = Ground::kompas(false);
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("LIVE");
    terminal.keys("n").wait_for("One line and Enter");
    terminal.keys("een woord<Enter>").wait_for("✓ recorded");
    terminal.keys("<C-q>").wait_exit();
    // A save that reported an error although it was done: the same work is in both places.
    let state = ground.home().join("state/stuurgroep");
    let chain = fs::read_dir(&state).unwrap().map(|entry| entry.unwrap().path()).find(|path| path.is_dir()).unwrap();
    let rescue = chain.join("0004/rescue.ron");
    fs::copy(path(&ground, "0004-2026-12-10.ron"), &rescue).unwrap();
    let mut again = ground.start(WAY, &["meet", "4"]);
    again.wait_for("LIVE");
    let start = Instant::now();
    while rescue.exists() {
        assert!(start.elapsed() < Duration::from_secs(10), "it stays");
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(!again.screen().contains("Work that was not saved"), "{}", again.screen());
    again.keys("<C-q>").wait_exit();
}
