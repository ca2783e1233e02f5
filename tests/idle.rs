//! A program that nobody touches does nothing: what wakes it up has a reason. Counted where the system counts it.
#![allow(clippy::print_stderr)]

use crate::terminal::Terminal;
use crate::ways::{Ground, WAYS};
use std::thread;
use std::time::Duration;

/// How often any thread wakes up in so many seconds in which nothing happens.
fn wake_ups(terminal: &Terminal, seconds: u64) -> Option<u64> {
    // What was begun is done by then.
    thread::sleep(Duration::from_secs(3));
    let before = terminal.wake_ups()?;
    thread::sleep(Duration::from_secs(seconds));
    Some(terminal.wake_ups()? - before)
}

/// The sample at this command, after these keys, with such a fault: between so few and so many wake-ups in four seconds.
fn is_woken(args: &[&str], keys: &str, shows: &str, fault: &str, (least, most): (u64, u64)) {
    let ground = Ground::kompas(false);
    let mut terminal = ground.start_with(WAYS[1], args, &[("STUURGROEP_FAULT", fault)]);
    terminal.wait_for("Kompas");
    terminal.keys(keys).wait_for(shows);
    let Some(woken) = wake_ups(&terminal, 4) else {
        eprintln!("skipped: this system does not say how often a program wakes up");
        return;
    };
    assert!((least..=most).contains(&woken), "after {keys:?} with {fault:?}: {woken}");
    terminal.keys("<C-q>");
    assert_eq!(terminal.wait_exit(), 0);
}

#[test]
fn an_idle_meeting_sleeps() {
    // Once in twenty seconds the lock says that somebody is here, which may fall in these four, and takes a disk to wait for.
    is_woken(&["meet", "4"], "", "LIVE", "", (0, 2));
    is_woken(&["meet", "4"], "nwoorden die nog niet zijn ingevoerd", "ingevoerd", "", (0, 2));
}

#[test]
fn home_sleeps_too_and_so_does_a_meeting_that_was_opened_from_there() {
    is_woken(&[], "", "Meetings (4)", "", (0, 2));
    // A minute of the meeting may turn meanwhile.
    is_woken(&[], "<Enter>", "Opening", "", (0, 5));
}

#[test]
fn an_item_that_runs_wakes_it_once_a_second() {
    // A second on the screen is a frame, and each of those three: it is due, it is written, it was written.
    is_woken(&["meet", "4"], "t", " of 5", "", (9, 18));
}

#[test]
fn where_the_system_does_not_tell_of_changes_it_is_looked_every_two_seconds() {
    is_woken(&["meet", "4"], "", "LIVE", "enotsup:listen", (1, 4));
    is_woken(&[], "", "Meetings (4)", "enotsup:listen", (1, 40));
}
