//! What happens to a file while its meeting is not open: an older copy is put back, a file of somebody else takes its place, or
//! it goes. What this machine recorded is told of and offered; nothing of it is lost without a word.

use crate::terminal::Terminal;
use crate::ways::{Ground, WAYS, Way};
use std::fs;
use std::path::{Path, PathBuf};
use stuurgroep::store::Folder;
use stuurgroep::store::history::History;
use stuurgroep::store::read::load;
use stuurgroep::store::seal::Stamp;
use stuurgroep::store::state::StateFolder;
use stuurgroep::store::write;

const NAME: &str = "0004-2026-12-10.ron";
const WAY: Way = WAYS[1];
const QUESTION: &str = "Recorded work is not in the file";

fn path(ground: &Ground) -> PathBuf {
    ground.chain().join("sessions").join(NAME)
}

fn notes(path: &Path) -> Vec<String> {
    load(path).unwrap().session.notes.iter().map(|note| note.text.clone()).collect()
}

fn has(ground: &Ground, text: &str) -> bool {
    notes(&path(ground)).iter().any(|note| note == text)
}

/// A meeting in which these words are put on record, each in a run of its own. What the file held before the last one.
fn recorded(ground: &Ground, texts: &[&str]) -> String {
    let mut before = String::new();
    for text in texts {
        before = ground.text(NAME);
        let mut terminal = ground.start(WAY, &["meet", "4"]);
        terminal.wait_for("LIVE");
        terminal.keys("n").wait_for("One line and Enter");
        terminal.keys(text).keys("<Enter>").wait_for("✓ recorded");
        terminal.keys("<C-q>").wait_exit();
        assert!(has(ground, text));
    }
    before
}

fn open(ground: &Ground) -> Terminal {
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("LIVE");
    terminal
}

/// Opens the meeting and looks a while: nothing is asked.
fn is_not_asked(ground: &Ground) {
    let mut terminal = open(ground);
    std::thread::sleep(std::time::Duration::from_millis(1500));
    assert!(!terminal.screen().contains(QUESTION), "{}", terminal.screen());
    terminal.keys("<C-q>").wait_exit();
}

#[test]
fn an_older_copy_that_was_put_back_while_nobody_looked_is_told_of_and_the_later_words_can_be_taken_in() {
    let ground = Ground::kompas(false);
    let older = recorded(&ground, &["eerste", "tweede"]);
    fs::write(path(&ground), older).unwrap();
    // Later: nothing happens to it, also when something else is put on record, and it is asked again.
    let mut terminal = open(&ground);
    terminal.wait_for(QUESTION);
    terminal.keys("<Down><Down><Enter>").wait_for("still on this computer");
    terminal.keys("n").wait_for("One line and Enter");
    terminal.keys("derde<Enter>").wait_for("✓ recorded");
    terminal.keys("<C-q>").wait_exit();
    assert!(has(&ground, "derde") && !has(&ground, "tweede"));
    // What differs can be seen first.
    let mut terminal = open(&ground);
    terminal.wait_for(QUESTION);
    terminal.keys("<Down><Enter>").wait_for("tweede");
    terminal.keys("<Esc>").wait_for(QUESTION);
    terminal.keys("<Enter>").wait_for("was taken in");
    terminal.wait_for("✓ recorded");
    terminal.keys("<C-q>").wait_exit();
    assert!(["eerste", "tweede", "derde"].iter().all(|text| has(&ground, text)), "{:?}", notes(&path(&ground)));
    is_not_asked(&ground);
}

#[test]
fn an_older_copy_that_somebody_wanted_back_is_asked_about_once() {
    let ground = Ground::kompas(false);
    let older = recorded(&ground, &["eerste", "tweede"]);
    fs::write(path(&ground), older).unwrap();
    let mut terminal = open(&ground);
    terminal.wait_for(QUESTION);
    terminal.keys("<Down><Down><Down><Enter>").wait_for("not asked any more");
    terminal.keys("<C-q>").wait_exit();
    is_not_asked(&ground);
    let mut terminal = open(&ground);
    terminal.keys(":").wait_for("What would you like to do?");
    terminal.keys("earlier versions<Enter>").wait_for("Earlier versions of this meeting");
    terminal.wait_for("version 3");
    terminal.keys("<Esc><C-q>").wait_exit();
}

#[test]
fn a_file_of_somebody_else_that_took_the_place_of_ours_leaves_nothing_of_ours_out() {
    let ground = Ground::kompas(false);
    recorded(&ground, &["eerste", "tweede"]);
    let state = StateFolder::at(&ground.home().join("state/stuurgroep")).of_session(&ground.chain(), 4);
    let kept = History::of(&state).list().unwrap();
    let common = kept.iter().rev().nth(1).unwrap();
    // Another laptop went on from the first note.
    let loaded = load(&common.path).unwrap();
    let mut theirs = loaded.session.clone();
    let mut note = theirs.notes.last().unwrap().clone();
    (note.id, note.text) = ("N2026-91".into(), "van een ander".to_owned());
    theirs.notes.push(note);
    let text = write::text(&path(&ground), &theirs, &Stamp::next(loaded.revision, &loaded.body)).unwrap();
    fs::write(path(&ground), text).unwrap();
    let mut terminal = open(&ground);
    terminal.wait_for(QUESTION);
    terminal.keys("<Enter>").wait_for("was taken in");
    terminal.wait_for("✓ recorded");
    terminal.keys("<C-q>").wait_exit();
    assert!(["eerste", "tweede", "van een ander"].iter().all(|text| has(&ground, text)), "{:?}", notes(&path(&ground)));
    is_not_asked(&ground);
    // What somebody else made from our newest is only later.
    let loaded = load(&path(&ground)).unwrap();
    let mut theirs = loaded.session.clone();
    theirs.notes.retain(|note| note.text != "van een ander");
    let text = write::text(&path(&ground), &theirs, &Stamp::next(loaded.revision, &loaded.body)).unwrap();
    fs::write(path(&ground), text).unwrap();
    is_not_asked(&ground);
    assert!(!has(&ground, "van een ander"));
}

/// The fourth meeting with a word on record; then its file goes.
fn gone() -> Ground {
    let ground = Ground::kompas(false);
    recorded(&ground, &["eerste"]);
    fs::remove_file(path(&ground)).unwrap();
    ground
}

#[test]
fn a_meeting_whose_file_is_gone_is_named_and_not_planned_a_second_time() {
    let ground = gone();
    let checked = ground.run(WAY, &["check"]);
    let said = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert_eq!(checked.status.code(), Some(1), "{said}");
    assert!(said.contains("meeting 4 was on this computer") && said.contains("history/r000002"), "{said}");
    let planned = ground.run(WAY, &["plan", "--date", "14-1-2027"]);
    let said = String::from_utf8_lossy(&planned.stderr).into_owned();
    assert_eq!(planned.status.code(), Some(2), "{said}");
    assert!(said.contains("history/r000002") && said.contains("--put-back") && said.contains("--anew"), "{said}");
    assert!(!ground.names().iter().any(|name| name.starts_with("0004")), "{:?}", ground.names());
    let back = ground.run(WAY, &["plan", "--put-back"]);
    assert!(back.status.success(), "{}", String::from_utf8_lossy(&back.stderr));
    assert!(has(&ground, "eerste"));
    assert!(ground.run(WAY, &["check"]).status.success());
    is_not_asked(&ground);
    // There is nothing to put back now.
    assert_eq!(ground.run(WAY, &["plan", "--put-back"]).status.code(), Some(2));
    assert_eq!(ground.run(WAY, &["plan"]).status.code(), Some(2), "a day is still needed");
}

#[test]
fn who_says_so_plans_a_meeting_anew_whose_file_is_gone() {
    let ground = gone();
    let planned = ground.run(WAY, &["plan", "--date", "14-1-2027", "--anew"]);
    assert!(planned.status.success(), "{}", String::from_utf8_lossy(&planned.stderr));
    assert!(ground.names().contains(&"0004-2027-01-14.ron".to_owned()), "{:?}", ground.names());
}

#[test]
fn home_says_that_the_file_of_the_newest_meeting_is_gone_and_puts_it_back() {
    let ground = gone();
    let mut terminal = ground.start(WAY, &[]);
    terminal.wait_for("Meeting 4 was on this computer");
    assert!(!terminal.screen().contains("no next meeting yet"), "{}", terminal.screen());
    terminal.keys("<Enter>").wait_for("The file of meeting 4 is gone");
    terminal.keys("<Down><Enter>").wait_for("stands in the folder again");
    terminal.wait_for("LIVE");
    terminal.keys("<C-q>").wait_exit();
    assert!(has(&ground, "eerste"));
}

#[test]
fn what_another_chain_left_under_the_same_name_of_a_folder_is_not_of_this_one() {
    let ground = gone();
    let state = StateFolder::at(&ground.home().join("state/stuurgroep"));
    let folder = Folder::at(&ground.chain());
    assert!(stuurgroep::store::gone::after_newest(&folder, &state).unwrap().is_some());
    for name in ground.names() {
        let file = ground.chain().join("sessions").join(name);
        let text = fs::read_to_string(&file).unwrap().replacen("name: \"Kompas\"", "name: \"Ster\"", 1);
        fs::write(&file, text).unwrap();
    }
    let found = stuurgroep::store::gone::after_newest(&folder, &state).unwrap();
    assert!(found.is_none(), "{found:?}");
}
