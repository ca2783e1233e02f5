//! However the folder is named, what is on record stands in the file of the meeting, and nothing else changes.

use crate::ways::{FoldingDisk, Ground, IN_CAPITALS, WAYS, Way};
use std::fs;
use stuurgroep::store::read::load;

const KOMPAS: [&str; 4] = ["0001-2026-03-12.ron", "0002-2026-06-11.ron", "0003-2026-09-17.ron", "0004-2026-12-10.ron"];

/// A note by keys, as a secretary makes it; then the program is left.
fn note(ground: &Ground, way: Way, args: &[&str], text: &str) {
    let mut terminal = ground.start(way, args);
    terminal.wait_for("LIVE");
    terminal.keys("n").wait_for("One line and Enter");
    terminal.keys(text).keys("<Enter>").wait_for("✓ recorded");
    terminal.keys("<C-q>");
    assert_eq!(terminal.wait_exit(), 0, "{}", way.name);
}

fn notes(ground: &Ground, name: &str) -> Vec<String> {
    let session = load(&ground.chain().join("sessions").join(name)).unwrap().session;
    session.notes.iter().map(|note| note.text.clone()).collect()
}

#[test]
fn what_is_on_record_stands_in_the_file_however_the_folder_is_named() {
    for way in WAYS {
        let ground = Ground::kompas(false);
        note(&ground, way, &["meet", "4"], "een woord");
        assert_eq!(ground.names(), KOMPAS, "{}", way.name);
        assert!(notes(&ground, KOMPAS[3]).contains(&"een woord".to_owned()), "{}", way.name);
        let checked = ground.run(way, &["check"]);
        assert!(checked.status.success(), "{}: {}", way.name, String::from_utf8_lossy(&checked.stdout));
        assert!(String::from_utf8_lossy(&checked.stdout).contains("4 meetings"), "{}", way.name);
    }
}

#[test]
fn sessions_may_stand_behind_a_link() {
    for way in [WAYS[0], WAYS[1], WAYS[3], WAYS[12]] {
        let ground = Ground::kompas(true);
        note(&ground, way, &["meet", "4"], "een woord");
        assert_eq!(ground.names(), KOMPAS, "{}", way.name);
        assert!(notes(&ground, KOMPAS[3]).contains(&"een woord".to_owned()), "{}", way.name);
    }
}

#[test]
fn a_meeting_that_is_opened_from_home_is_written_in_its_place() {
    for way in WAYS {
        let ground = Ground::kompas(false);
        let mut terminal = ground.start(way, &[]);
        terminal.wait_for("Meetings (4)");
        terminal.keys("<Enter>").wait_for("LIVE");
        terminal.keys("n").wait_for("One line and Enter");
        terminal.keys("vanaf het begin<Enter>").wait_for("✓ recorded");
        terminal.keys("<C-q>").wait_exit();
        assert_eq!(ground.names(), KOMPAS, "{}", way.name);
        assert!(notes(&ground, KOMPAS[3]).contains(&"vanaf het begin".to_owned()), "{}", way.name);
    }
}

#[test]
fn another_day_gives_the_file_another_name_however_the_folder_is_named() {
    for way in WAYS {
        let ground = Ground::kompas(false);
        fs::remove_file(ground.chain().join("sessions").join(KOMPAS[3])).unwrap();
        let planned = ground.run(way, &["plan", "--date", "14-1-2027"]);
        assert!(planned.status.success(), "{}: {}", way.name, String::from_utf8_lossy(&planned.stderr));
        let moved = ground.run(way, &["plan", "--date", "21-1-2027"]);
        assert!(moved.status.success(), "{}: {}", way.name, String::from_utf8_lossy(&moved.stderr));
        assert_eq!(ground.names(), [KOMPAS[0], KOMPAS[1], KOMPAS[2], "0004-2027-01-21.ron"], "{}", way.name);
        assert!(ground.text("0004-2027-01-21.ron").contains("date: \"2027-01-21\""), "{}", way.name);
    }
}

#[test]
fn a_day_that_has_a_file_already_replaces_nothing() {
    let ground = Ground::kompas(false);
    let sessions = ground.chain().join("sessions");
    fs::remove_file(sessions.join(KOMPAS[3])).unwrap();
    assert!(ground.run(WAYS[1], &["plan", "--date", "14-1-2027"]).status.success());
    let planned = ground.text("0004-2027-01-14.ron");
    // Somebody's own text under the name that the file is to have; it is no session.
    fs::write(sessions.join("0004-2027-01-21.ron"), "van iemand anders").unwrap();
    let moved = ground.run(WAYS[1], &["plan", "--date", "21-1-2027"]);
    assert_eq!(moved.status.code(), Some(3), "{}", String::from_utf8_lossy(&moved.stderr));
    assert_eq!(ground.text("0004-2027-01-21.ron"), "van iemand anders");
    assert_eq!(ground.text("0004-2027-01-14.ron"), planned);
}

#[test]
#[allow(clippy::print_stderr)]
fn a_disk_that_does_not_tell_capitals_from_small_letters_has_one_file_for_all_of_them() {
    let disk = match FoldingDisk::mount() {
        Ok(disk) => disk,
        Err(why) => return eprintln!("no disk that does not tell A from a can be mounted here: {why}"),
    };
    for way in IN_CAPITALS {
        let ground = Ground::kompas_in(tempfile::tempdir_in(disk.root()).unwrap(), false);
        note(&ground, way, &["meet", "4"], "in hoofdletters");
        note(&ground, WAYS[3], &["meet", "4"], "in kleine letters");
        assert_eq!(ground.names(), KOMPAS, "{}", way.name);
        let notes = notes(&ground, KOMPAS[3]);
        let expected = ["in hoofdletters", "in kleine letters"];
        assert!(expected.iter().all(|text| notes.iter().any(|note| note == text)), "{}: {notes:?}", way.name);
        fs::remove_file(ground.chain().join("sessions").join(KOMPAS[3])).unwrap();
        // It was on this machine, so that it is planned anew has to be said.
        assert!(ground.run(way, &["plan", "--date", "14-1-2027", "--anew"]).status.success(), "{}", way.name);
        assert!(ground.run(WAYS[3], &["plan", "--date", "21-1-2027"]).status.success(), "{}", way.name);
        assert_eq!(ground.names(), [KOMPAS[0], KOMPAS[1], KOMPAS[2], "0004-2027-01-21.ron"], "{}", way.name);
    }
}
