//! The clock of the machine: what it says may be nonsense, and dates in a file may be at either end of the calendar.

use crate::stage;
use crate::stage::Stage;
use chrono::{NaiveDate, NaiveDateTime};
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::process::Command;
use stuurgroep::desk::clock::Clock;
use stuurgroep::text::Lang;

/// Both ends of the calendar, where computers begin to count, and where years get another digit.
fn far_days() -> [NaiveDate; 3] {
    [NaiveDate::MIN, "1970-01-01".parse().unwrap(), NaiveDate::MAX]
}

/// Keys of every pane, and those of one.
const COMMON: &str = "dDoOaAnNeEpPfFuUxXsStTmMwWzZ=*+<>/?:!";
const OF_PANES: &str = "rbgvciym";

/// Every place and every key of it, with some answers to what is asked.
fn look_everywhere(stage: &mut Stage, found: &mut Vec<String>, what: &str) {
    let tabs = stage.app.desk.meeting.as_ref().map_or(0, |meeting| meeting.tabs().len());
    for place in 1..=tabs {
        let keys = if place == 6 { COMMON } else { OF_PANES };
        for key in keys.chars().map(String::from).chain(["<Enter>".to_owned()]) {
            let pressed = format!("{key}1<Enter><Esc><Esc>{key}morgen<Enter>+3m<Enter><Esc><Esc>");
            let tried = panic::catch_unwind(AssertUnwindSafe(|| {
                stage.keys(&pressed);
                stage.screen(100, 40);
            }));
            if tried.is_err() {
                found.push(format!("{what}: {key}"));
            }
            if stage.app.desk.meeting.is_none() {
                return;
            }
        }
        stage.keys("<Esc><Esc><Tab>");
    }
}

#[test]
fn no_command_and_no_screen_panics_whatever_the_clock_says() {
    let mut found = Vec::new();
    for day in far_days() {
        let mut stage = Stage::kompas(Lang::Nl, 4);
        stage.app.desk.clock = Clock::Fixed(day.and_hms_opt(23, 59, 59).unwrap());
        look_everywhere(&mut stage, &mut found, &format!("clock {day}"));
    }
    assert_eq!(found, [""; 0]);
}

/// The text of a session with all its dates of one year on another day.
fn with_dates(text: &str, year: &str, day: NaiveDate) -> String {
    let begin = format!("\"{year}-");
    let mut parts = text.split(begin.as_str());
    let mut result = parts.next().unwrap().to_owned();
    for part in parts {
        // Months, and the names of files, stay.
        let is_date = part.len() > 6 && part.as_bytes()[2] == b'-' && [b'"', b'T'].contains(&part.as_bytes()[5]);
        result.push_str(&if is_date { format!("\"{day}{}", &part[5..]) } else { format!("\"{year}-{part}") });
    }
    result
}

#[test]
fn no_command_and_no_screen_panics_whatever_dates_a_file_has() {
    let mut found = Vec::new();
    for day in far_days() {
        let mut stage = Stage::kompas(Lang::Nl, 4);
        let path = stage.path(4);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, with_dates(&text, "2026", day)).unwrap();
        stage.app.desk.go_home();
        stage.app.desk.open(4);
        assert!(stage.app.desk.meeting.is_some(), "{day}: {:?}", stage.app.desk.message);
        look_everywhere(&mut stage, &mut found, &format!("dates {day}"));
        for args in [
            &["list"][..],
            &["show", "4"],
            &["signals"],
            &["check"],
            &["export", "4", "--format", "md"],
            &["search", "weekend"],
            &["register", "actions", "is:open"],
            &["card", "O2026-01"],
        ] {
            let said = stage.program(args);
            if said.contains("panicked") {
                found.push(format!("dates {day}: {args:?}\n{said}"));
            }
        }
    }
    assert_eq!(found, [""; 0]);
}

#[test]
fn no_answer_of_the_command_line_panics_whatever_day_it_is() {
    for day in far_days() {
        let folder = tempfile::tempdir().unwrap();
        stage::lay_out_kompas(folder.path());
        for command in
            ["list", "show 4", "signals", "check", "export 4 --format md", "search weekend", "register actions"]
        {
            let output = Command::new(Path::new(env!("CARGO_BIN_EXE_stuurgroep")))
                .env_clear()
                .args(command.split(' '))
                .arg(format!("--today={day}"))
                .arg("--dir")
                .arg(folder.path())
                .output()
                .unwrap();
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(!said.contains("panicked"), "{command} on {day}: {said}");
        }
    }
}

fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

/// Kompas live, with item 7 running on a machine whose clock can be set.
fn running() -> Stage {
    let mut stage = Stage::kompas(Lang::En, 4);
    stage.app.desk.clock = Clock::Stands(at("2026-12-10T14:00:00"));
    stage.keys("*7t");
    assert!(stage.session().agenda.running.is_some());
    stage
}

fn set(stage: &mut Stage, text: &str) {
    stage.app.desk.clock = Clock::Stands(at(text));
}

#[test]
fn a_clock_that_is_set_back_to_1970_is_asked_about_and_not_recorded() {
    let mut stage = running();
    set(&mut stage, "1970-01-01T00:00:00");
    stage.keys("?");
    assert_eq!(stage.app.desk.clock.today(), at("2026-12-10T00:00:00").date());
    stage.keys("<Esc>");
    let screen = stage.screen(120, 40);
    assert!(screen.contains("What date is it?") && screen.contains("1 Jan 1970"), "{screen}");
    assert!(screen.contains("Go on with 10 Dec 2026"), "{screen}");
    // The answer that changes nothing comes first.
    stage.keys("<Enter>dWe go on<Enter>");
    assert_eq!(stage.session().decisions.last().unwrap().date, at("2026-12-10T00:00:00").date());
    stage.keys("<Esc><Esc>?<Esc>");
    assert!(!stage.screen(120, 40).contains("What date is it?"), "it is asked once");
}

#[test]
fn another_date_is_the_chairs_to_say() {
    for (keys, day) in [("<Down><Down>", "2026-12-11"), ("<Down>", "2031-01-01"), ("", "2026-12-10")] {
        let mut stage = running();
        set(&mut stage, "2031-01-01T09:30:00");
        stage.keys("<Esc>").keys(keys).keys("<Enter>");
        if keys == "<Down><Down>" {
            stage.keys("11-12-1926<Enter>");
            assert!(stage.screen(120, 40).contains("I do not understand"), "no year in which there are meetings");
            stage.keys("<Bs><Bs><Bs><Bs>2026<Enter>");
        }
        stage.keys("nWe go on<Enter>");
        assert_eq!(stage.app.desk.clock.today().to_string(), day);
    }
}

#[test]
fn whoever_is_typing_when_the_question_comes_chooses_nothing() {
    let mut stage = running();
    set(&mut stage, "2031-01-01T09:30:00");
    stage.keys("<Esc>");
    assert!(stage.screen(120, 40).contains("What date is it?"));
    stage.keys("2 jk3yj");
    assert!(stage.screen(120, 40).contains("What date is it?"), "{}", stage.screen(120, 40));
    // Only Enter chooses, and what stands first changes nothing.
    stage.keys("<Enter>");
    assert_eq!(stage.app.desk.clock.today().to_string(), "2026-12-10");
}

#[test]
fn a_clock_that_is_put_right_by_itself_is_followed_again_without_a_word() {
    let mut stage = running();
    set(&mut stage, "1970-01-01T00:00:00");
    stage.app.desk.keep_time();
    assert_ne!(stage.app.desk.clock, Clock::Stands(at("1970-01-01T00:00:00")));
    let mut stage = running();
    set(&mut stage, "2026-12-10T15:30:00");
    stage.keys("<Esc>");
    assert_eq!(stage.app.desk.clock, Clock::Stands(at("2026-12-10T15:30:00")));
    assert!(stage.app.desk.layers.is_empty());
}

#[test]
fn a_clock_that_jumps_makes_no_item_longer_or_shorter() {
    for jump in ["2026-12-11T13:00:00", "2026-12-11T15:00:00", "2026-12-10T09:00:00", "1970-01-01T00:00:00"] {
        let mut stage = running();
        set(&mut stage, jump);
        stage.keys("<Esc><Enter><Esc>7x");
        let item = stage.session().agenda.items.iter().find(|item| item.no.as_str() == "7").unwrap();
        assert!(item.outcome.is_some() && item.spent < 60, "{jump}: {item:?}");
    }
}

#[test]
fn time_that_went_by_is_in_the_file_with_every_change() {
    let mut stage = Stage::kompas(Lang::En, 4);
    stage.keys("7t");
    stage.app.desk.clock = Clock::Fixed(at("2026-12-10T14:20:00"));
    stage.keys("nTwenty minutes on<Enter>");
    let spent = |stage: &Stage| stage.session().agenda.items.iter().find(|item| item.no.as_str() == "7").unwrap().spent;
    assert_eq!(spent(&stage), 1200);
    stage.app.desk.clock = Clock::Fixed(at("2026-12-10T14:25:00"));
    assert!(stage.screen(120, 40).contains("05:00 over"), "{}", stage.screen(120, 40));
    // Undo takes the note back, and no time.
    stage.keys("u");
    assert!(stage.screen(120, 40).contains("05:00 over"), "{}", stage.screen(120, 40));
    stage.keys("t");
    assert_eq!(spent(&stage), 1500);
}
