//! `plan` from the command line: it moves a meeting by the same change as the screen, and refuses what that refuses.

use crate::stage::{Stage, lay_out_kompas};
use std::path::Path;
use std::process::{Command, Output};
use stuurgroep::model::change::{Change, MeetingEdit};
use stuurgroep::store::Folder;
use stuurgroep::text::Lang;

fn plan(root: &Path, date: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
    command.env_clear().args(["plan", "--date", date, "--lang", "en", "--today", "2026-12-10", "--dir"]).arg(root);
    command.output().unwrap()
}

fn refused(root: &Path, date: &str, why: &str) {
    let output = plan(root, date);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains(why), "{said}");
}

#[test]
fn a_meeting_that_is_being_held_keeps_its_day() {
    let folder = tempfile::tempdir().unwrap();
    lay_out_kompas(folder.path());
    refused(folder.path(), "2026-12-17", "The meeting is still live. Close it first.");
    assert!(folder.path().join("sessions/0004-2026-12-10.ron").is_file());
}

#[test]
fn a_planned_meeting_moves_to_a_day_after_the_one_before_it() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.app.desk.meeting.as_mut().unwrap().show_room(stuurgroep::model::agenda::Room::Closing);
    stage.keys("C<Down><Enter>").settle();
    let folder = stage.leave();
    let number = |number| Folder::at(folder.path()).find(number).unwrap();
    let closed = number(4).session().unwrap().clone();
    assert_eq!(closed.closing.next_date, Some(number(5).session().unwrap().date), "closing gives the next one its day");
    refused(folder.path(), "2026-12-10", "This meeting must come after the one before it.");
    let moved = plan(folder.path(), "2027-04-01");
    assert!(moved.status.success(), "{}", String::from_utf8_lossy(&moved.stderr));
    let found = number(5);
    assert_eq!(
        (found.session().unwrap().date.to_string(), found.name()),
        ("2027-04-01".into(), "0005-2027-04-01.ron".into())
    );
    // The screen asks the same change.
    let date = |date: &str| Change::Meeting(MeetingEdit::Date(date.parse().unwrap()));
    let mut stage = Stage::at(folder.path(), Lang::Nl);
    stage.app.desk.open(5);
    assert!(stage.app.desk.commit(vec![date("2026-12-01")]).is_err());
    assert!(stage.app.desk.commit(vec![date("2027-04-08")]).is_ok());
}

#[test]
fn a_day_that_has_passed_is_meant_only_where_somebody_says_so() {
    let mut stage = Stage::kompas(Lang::Nl, 4);
    stage.app.desk.meeting.as_mut().unwrap().show_room(stuurgroep::model::agenda::Room::Closing);
    stage.keys("C<Down><Enter>").settle();
    let folder = stage.leave();
    let later = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
        command.env_clear().args(args).args(["--lang", "en", "--today", "2027-06-01", "--dir"]).arg(folder.path());
        command.output().unwrap()
    };
    let refused = later(&["plan", "--date", "2027-05-01"]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(2), "{said}");
    assert!(said.contains("has passed") && said.contains("--past"), "{said}");
    assert!(later(&["plan", "--date", "2027-06-01"]).status.success(), "today is no day that has passed");
    let moved = later(&["plan", "--date", "2027-05-01", "--past"]);
    assert!(moved.status.success(), "{}", String::from_utf8_lossy(&moved.stderr));
    assert!(folder.path().join("sessions/0005-2027-05-01.ron").is_file());
    // A first meeting is entered afterwards in the same way, and no meeting is held in 1926.
    let new = tempfile::tempdir().unwrap();
    let made = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
        command.env_clear().args(["new", "--name", "Proef", "--partner", "POL=Politie"]).args(args);
        command.args(["--lang", "en", "--today", "2027-06-01", "--dir"]).arg(new.path()).output().unwrap()
    };
    assert_eq!(made(&["--date", "2027-05-01"]).status.code(), Some(2));
    assert_eq!(made(&["--date", "1926-05-01", "--past"]).status.code(), Some(2));
    assert!(made(&["--date", "2027-05-01", "--past"]).status.success());
}

#[test]
fn on_the_screen_a_day_that_has_passed_is_said_to_have_before_it_is_taken() {
    let mut stage = Stage::empty(Lang::En);
    stage.keys("nProef<Enter>POL Politie<Enter><Enter>1-12-2026");
    let screen = stage.screen(100, 30);
    assert!(screen.contains("1 December 2026: this day has passed"), "{screen}");
    stage.keys("<Bs><Bs><Bs><Bs>1926<Enter>");
    assert!(stage.screen(100, 30).contains("I do not understand this date"), "{}", stage.screen(100, 30));
    assert!(stage.app.desk.folder.is_empty().unwrap());
    stage.keys("<Bs><Bs><Bs><Bs>2026<Enter>");
    assert_eq!(stage.session().date.to_string(), "2026-12-01", "a meeting that was held is entered afterwards");
}
