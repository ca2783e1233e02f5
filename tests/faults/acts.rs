//! What people do, by their keys, in more than one of these tests.

use crate::terminal::Terminal;
use crate::ways::{Ground, WAYS};
use std::fs;
use std::path::PathBuf;
use stuurgroep::store::read::{Loaded, SealState, load};

/// Kompas with its fourth meeting planned.
pub fn planned(ground: Ground) -> Ground {
    fs::remove_file(ground.chain().join("sessions/0004-2026-12-10.ron")).unwrap();
    let made = ground.run(WAYS[1], &["plan", "--date", "14-1-2027"]);
    assert!(made.status.success(), "{made:?}");
    ground
}

/// The one visible file of the fourth meeting.
pub fn fourth(ground: &Ground) -> PathBuf {
    let names: Vec<String> = ground.names().into_iter().filter(|name| name.starts_with("0004-")).collect();
    assert_eq!(names.len(), 1, "{:?}", ground.names());
    ground.chain().join("sessions").join(&names[0])
}

/// What a file holds that has to be whole.
pub fn whole(path: &std::path::Path) -> Loaded {
    let loaded = load(path).unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(loaded.seal, SealState::Intact, "{}", path.display());
    loaded
}

/// The notes in a file that has to be whole.
pub fn notes(path: &std::path::Path) -> Vec<String> {
    whole(path).session.notes.iter().map(|note| note.text.clone()).collect()
}

/// Enters a note; a word that was typed before and never entered is offered there, and goes.
pub fn note(terminal: &mut Terminal, text: &str) {
    terminal.keys("n").wait_for("One line and Enter");
    terminal.keys("<C-g>").keys(text).keys("<Enter>");
}

/// The header says of a note that it is on record.
pub fn is_on_record(screen: &str, text: &str) -> bool {
    screen.contains("✓ recorded") && screen.contains(text) && !screen.contains("One line and Enter")
}

/// Asks for the end of a live meeting, up to the key that closes it.
pub fn about_to_close(terminal: &mut Terminal) {
    terminal.keys("0").wait_for("Read back");
    terminal.keys("C").wait_for("Close the meeting?");
    terminal.keys("<Down>");
}

/// Gives a reason to open a closed meeting again, up to the key that does so.
pub fn about_to_reopen(terminal: &mut Terminal) {
    terminal.keys(":").wait_for("What would you like to do?");
    terminal.keys("reopen").wait_for("reopen a closed meeting");
    terminal.keys("<Enter>").wait_for("Why is the meeting reopened?");
    terminal.keys("vergeten");
}
