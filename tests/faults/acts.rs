//! What people do, by their keys, in more than one of these tests.

use crate::terminal::Terminal;
use crate::ways::{Ground, WAYS};
use std::fs;
use std::path::{Path, PathBuf};
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
pub fn whole(path: &Path) -> Loaded {
    let loaded = load(path).unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(loaded.seal, SealState::Intact, "{}", path.display());
    loaded
}

/// The notes in a file that has to be whole.
pub fn notes(path: &Path) -> Vec<String> {
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

/// Something that is done in a meeting on the screen: where the keys lead, each with what shows then, and those that do it.
pub struct Act {
    pub name: &'static str,
    pub way: &'static [(&'static str, &'static str)],
    pub does: &'static str,
}

/// A word in a live meeting.
pub const SAVE: Act = Act { name: "a save", way: &[("n", "One line and Enter")], does: "een woord<Enter>" };
/// The end of a live meeting.
pub const CLOSE: Act =
    Act { name: "a closing", way: &[("0", "Read back"), ("C", "Close the meeting?")], does: "<Down><Enter>" };
/// A closed meeting is opened again.
pub const REOPEN: Act = Act {
    name: "a reopening",
    way: &[
        (":", "What would you like to do?"),
        ("reopen", "reopen a closed meeting"),
        ("<Enter>", "Why is the meeting reopened?"),
    ],
    does: "vergeten<Enter>",
};
