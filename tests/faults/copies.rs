//! Copies that programs and people leave beside a meeting: they never hide it and never block it, and they are named until
//! somebody decides.

use crate::ways::{Ground, WAYS, Way};
use std::fs;
use stuurgroep::store::read::load;

const WAY: Way = WAYS[3];
const NAME: &str = "0004-2026-12-10.ron";

const COPIES: [&str; 9] = [
    "0004-2026-12-10 (conflicted copy 2026-12-10 101112).ron",
    "0004-2026-12-10 (Jans conflicted copy 2026-12-10).ron",
    "0004-2026-12-10.sync-conflict-20261210-101112-ABCDEFG.ron",
    "0004-2026-12-10_conflict-20261210-101112.ron",
    "0004-2026-12-10-LAPTOP.ron",
    "0004-2026-12-10-LAPTOP-safeBackup-0001.ron",
    "0004-2026-12-10 - kopie.ron",
    "Kopie van 0004-2026-12-10.ron",
    "0004-kopie.ron",
];
const MARKS: [&str; 5] =
    ["~$04-2026-12-10.ron", "~$0004-2026-12-10.ron", "0004-2026-12-10.ron~", ".0004-2026-12-10.ron.swp", "4913"];

/// The meeting as somebody else has it: not the same bytes.
fn another_version(ground: &Ground) -> String {
    ground.text(NAME).replacen("Waterhoen", "Meerkoet", 1) + "\n"
}

#[test]
fn a_copy_of_the_same_bytes_is_said_to_be_that_and_asks_nothing() {
    for copy in COPIES {
        let ground = Ground::kompas(false);
        let sessions = ground.chain().join("sessions");
        fs::copy(sessions.join(NAME), sessions.join(copy)).unwrap();
        for args in [&["check"][..], &["list"]] {
            let output = ground.run(WAY, args);
            let said = String::from_utf8_lossy(&output.stdout);
            assert_eq!(output.status.code(), Some(0), "{copy} {args:?}: {said}");
            assert!(said.contains(copy) && said.contains("exactly the same as meeting 4"), "{copy} {args:?}: {said}");
        }
    }
    let ground = Ground::kompas(false);
    let copy = ground.chain().join("sessions").join(COPIES[0]);
    fs::copy(ground.chain().join("sessions").join(NAME), &copy).unwrap();
    let mut home = ground.start(WAY, &[]);
    home.wait_for("Meetings (4)");
    assert!(!home.screen().contains("Another version"), "{}", home.screen());
    home.keys("<C-q>").wait_exit();
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("LIVE");
    assert!(!terminal.screen().contains("nother version"), "{}", terminal.screen());
    terminal.keys(":").wait_for("What would you like to do?");
    terminal.keys("other versions of<Enter>").wait_for("the same as the meeting");
    terminal.keys("<Enter>").wait_for("Nothing is lost");
    terminal.keys("<Enter>").wait_for("was thrown away");
    terminal.keys("<C-q>").wait_exit();
    assert!(!copy.exists());
}

#[test]
fn a_copy_that_changed_while_it_was_the_same_is_not_thrown_away_by_that_answer() {
    let ground = Ground::kompas(false);
    let copy = ground.chain().join("sessions").join(COPIES[0]);
    fs::copy(ground.chain().join("sessions").join(NAME), &copy).unwrap();
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("LIVE");
    terminal.keys(":").wait_for("What would you like to do?");
    terminal.keys("other versions of<Enter>").wait_for("the same as the meeting");
    terminal.keys("<Enter>").wait_for("Nothing is lost");
    fs::write(&copy, another_version(&ground)).unwrap();
    terminal.keys("<Enter>").wait_for("What do you want to do with this version?");
    terminal.keys("<Esc><C-q>").wait_exit();
    assert!(copy.exists());
}

#[test]
fn that_other_versions_are_there_stays_on_the_screen_whatever_is_said_after_it() {
    let ground = Ground::kompas(false);
    fs::write(ground.chain().join("sessions").join(COPIES[0]), another_version(&ground)).unwrap();
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("Another version stands beside");
    terminal.keys("n").wait_for("One line and Enter");
    terminal.keys("gewoon door<Enter>").wait_for("is on record. Enter opens its details.");
    let screen = terminal.screen();
    assert!(screen.lines().next().unwrap().contains("▲ 1 version"), "{screen}");
    terminal.keys("<C-q>").wait_exit();
}

#[test]
fn a_copy_hides_and_blocks_nothing_and_is_named_until_somebody_decides() {
    for copy in COPIES {
        let ground = Ground::kompas(false);
        let sessions = ground.chain().join("sessions");
        fs::write(sessions.join(copy), another_version(&ground)).unwrap();
        for (args, status) in [(&["check"][..], 1), (&["list"], 0)] {
            let output = ground.run(WAY, args);
            let said = String::from_utf8_lossy(&output.stdout);
            assert_eq!(output.status.code(), Some(status), "{copy} {args:?}: {said}");
            assert!(said.contains(copy) && said.contains("does not count"), "{copy} {args:?}: {said}");
        }
        let mut home = ground.start(WAY, &[]);
        home.wait_for("Another version stands beside meeting 4");
        home.wait_for("Meetings (4)");
        home.keys("<C-q>").wait_exit();
        let mut terminal = ground.start(WAY, &["meet", "4"]);
        terminal.wait_for("LIVE");
        terminal.wait_for("Another version stands beside");
        terminal.keys("n").wait_for("One line and Enter");
        terminal.keys("gewoon door<Enter>").wait_for("✓ recorded");
        terminal.keys("<C-q>");
        assert_eq!(terminal.wait_exit(), 0, "{copy}");
        let notes = load(&sessions.join(NAME)).unwrap().session.notes.to_vec();
        assert!(notes.iter().any(|note| note.text == "gewoon door"), "{copy}");
    }
}

#[test]
fn the_marks_of_other_programs_are_none_of_our_business() {
    let ground = Ground::kompas(false);
    for mark in MARKS {
        fs::write(ground.chain().join("sessions").join(mark), "van een ander programma").unwrap();
    }
    let checked = ground.run(WAY, &["check"]);
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("LIVE");
    terminal.keys("n").wait_for("One line and Enter");
    terminal.keys("gewoon door<Enter>").wait_for("✓ recorded");
    terminal.keys("<C-q>").wait_exit();
    for mark in MARKS {
        assert_eq!(ground.text(mark), "van een ander programma", "unknown content is never touched");
    }
}

#[test]
fn a_copy_is_compared_taken_in_kept_elsewhere_or_thrown_away() {
    let ground = Ground::kompas(false);
    let sessions = ground.chain().join("sessions");
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("LIVE");
    terminal.keys("n").wait_for("One line and Enter");
    terminal.keys("van het andere apparaat<Enter>").wait_for("✓ recorded");
    terminal.keys("<C-q>").wait_exit();
    // Somebody else's version holds a note that is not in ours.
    let copy = sessions.join(COPIES[0]);
    fs::copy(sessions.join(NAME), &copy).unwrap();
    let original = Ground::kompas(false);
    fs::copy(original.chain().join("sessions").join(NAME), sessions.join(NAME)).unwrap();
    fs::write(sessions.join(COPIES[2]), "kapot").unwrap();

    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("2 other versions");
    // The file lacks what this machine recorded last, whether a copy of that stands beside it or not.
    terminal.wait_for("Recorded work is not in the file");
    terminal.keys("<Down><Down><Enter>").wait_for("still on this computer");
    let open = |terminal: &mut crate::terminal::Terminal| {
        terminal.keys(":").wait_for("What would you like to do?");
        terminal.keys("other versions of<Enter>").wait_for("Other versions of this meeting");
    };
    open(&mut terminal);
    terminal.keys("<Enter>").wait_for("What do you want to do with this version?");
    terminal.keys("<Enter>").wait_for("Only in that version");
    terminal.wait_for("van het andere apparaat");
    // Escape and a key that comes at once would be one key.
    terminal.keys("<Esc>").wait_until("the list to close", |screen| !screen.contains("Only in that version"));
    open(&mut terminal);
    terminal.keys("<Enter>").wait_for("What do you want to do with this version?");
    terminal.keys("<Down><Down><Enter>").wait_for("is in the meeting now");
    terminal.wait_for("✓ recorded");
    let notes = || load(&sessions.join(NAME)).unwrap().session.notes.to_vec();
    assert!(notes().iter().any(|note| note.text == "van het andere apparaat"));
    // The one that was taken in may stay, and is what the meeting is now; the broken one is kept among the documents.
    terminal.keys("<Esc>").wait_until("the question to close", |screen| !screen.contains("is in the meeting now"));
    assert!(copy.exists());
    open(&mut terminal);
    terminal.keys("<Enter>").wait_for("Nothing is lost");
    terminal.keys("<Enter>").wait_for("was thrown away");
    assert!(!copy.exists());
    open(&mut terminal);
    terminal.keys("<Enter>").wait_for("keep among the documents");
    terminal.keys("<Enter>").wait_for("The version is now in");
    terminal.keys("<C-q>").wait_exit();
    assert_eq!(ground.names().len(), 4, "{:?}", ground.names());
    let kept: Vec<_> =
        fs::read_dir(ground.chain().join("documents")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(kept.len(), 1);
    assert_eq!(fs::read_to_string(&kept[0]).unwrap(), "kapot");
    assert!(ground.run(WAY, &["check"]).status.success());
}

#[test]
fn a_copy_in_which_a_record_was_reworded_brings_the_words_and_no_second_record_and_may_go_then() {
    let ground = Ground::kompas(false);
    let sessions = ground.chain().join("sessions");
    let note = |terminal: &mut crate::terminal::Terminal, text: &str, number: &str| {
        terminal.keys("n").wait_for("One line and Enter");
        terminal.keys(&format!("{text}<Enter>")).wait_for(number);
        terminal.wait_for("✓ recorded");
    };
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("LIVE");
    note(&mut terminal, "zoals het was", "N2026-06 is on record");
    terminal.keys("<C-q>").wait_exit();
    let copy = sessions.join(COPIES[2]);
    fs::write(&copy, ground.text(NAME).replace("zoals het was", "zoals het werd")).unwrap();
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("LIVE");
    note(&mut terminal, "intussen", "N2026-07 is on record");
    terminal.keys(":").wait_for("What would you like to do?");
    terminal.keys("other versions of<Enter>").wait_for("Other versions of this meeting");
    terminal.keys("<Enter>").wait_for("What do you want to do with this version?");
    terminal.keys("<Down><Down><Enter>").wait_for("is in the meeting now");
    terminal.keys("<Down><Enter>").wait_for("was thrown away");
    assert!(!terminal.screen().contains("1 version"), "{}", terminal.screen());
    terminal.keys("<C-q>").wait_exit();
    let session = load(&sessions.join(NAME)).unwrap().session;
    let notes: Vec<_> = session.notes.iter().map(|note| (note.id.as_str(), note.text.as_str())).collect();
    let own = notes.iter().filter(|(id, _)| *id >= "N2026-06").collect::<Vec<_>>();
    assert_eq!(own, [&("N2026-06", "zoals het werd"), &("N2026-07", "intussen")]);
    assert!(!copy.exists() && session.conflicts.is_empty());
    assert!(ground.run(WAY, &["check"]).status.success());
}
