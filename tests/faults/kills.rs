//! The program is killed in the middle of everything. What the header called recorded is there, the file is whole, and nothing
//! is left lying about after the next start.

use super::acts::{Act, CLOSE, REOPEN, is_on_record, note, notes, planned};
use super::{Progress, at_once, times};
use crate::ways::{Ground, WAYS};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use stuurgroep::store::read::load;

const NAME: &str = "0004-2026-12-10.ron";

/// One chain lives through so many kills; then another one is begun, as a file that only grows takes ever longer.
const A_CHAIN: usize = 100;

#[test]
fn what_was_called_recorded_is_there_after_a_kill_at_any_moment() {
    let (kills, words) = (times(25, 5000), AtomicUsize::new(0));
    let chains = (0..kills).step_by(A_CHAIN).map(|first| (first, A_CHAIN.min(kills - first)));
    let progress = Mutex::new(Progress::of("kills at any moment", kills));
    at_once(chains, |(first, count)| {
        words.fetch_add(killed(first, count, || progress.lock().unwrap().went_on()), Ordering::SeqCst);
    });
    progress.into_inner().unwrap().end(&format!("{} words were called recorded, all are there", words.into_inner()));
}

/// Kills the program so many times in one chain. How many words were called recorded, all of which are there.
fn killed(first: usize, count: usize, went_on: impl Fn()) -> usize {
    let mut random = fastrand::Rng::with_seed(20261210 + first as u64);
    let ground = Ground::kompas(false);
    let path = ground.chain().join("sessions").join(NAME);
    let mut recorded: Vec<String> = Vec::new();
    for round in first..first + count {
        let way = WAYS[round % WAYS.len()];
        let mut terminal = ground.start(way, &["meet", "4"]);
        terminal.wait_for("LIVE");
        for number in 0..random.usize(1..4) {
            let text = format!("ronde {round} woord {number}.");
            note(&mut terminal, &text);
            // Half of the time the header has its say first.
            if random.bool() {
                terminal.wait_until("recorded", |screen| is_on_record(screen, &text));
                recorded.push(text);
            }
        }
        std::thread::sleep(Duration::from_micros(random.u64(0..30_000)));
        terminal.signal("KILL");
        terminal.wait_exit();
        let found = notes(&path);
        let missing: Vec<&String> = recorded.iter().filter(|text| !found.contains(text)).collect();
        assert!(missing.is_empty(), "round {round} ({}): {missing:?} of {found:?}", way.name);
        went_on();
    }
    let mut last = ground.start(WAYS[1], &["meet", "4"]);
    last.wait_for("LIVE");
    std::thread::sleep(Duration::from_millis(500));
    last.keys("<C-q>").wait_exit();
    assert_eq!(ground.names().len(), 4, "nothing is left lying about: {:?}", ground.names());
    recorded.len()
}

#[test]
fn a_kill_between_the_steps_of_a_save_leaves_one_whole_file_and_the_next_start_ends_it() {
    // Before the new file is whole, before it has its name, after it has, before the folder is synced.
    for (place, finished) in [("create", false), ("sync", true), ("exchange", true), ("folder-sync", true)] {
        let ground = Ground::kompas(false);
        let path = ground.chain().join("sessions").join(NAME);
        let trigger = ground.root().join("now");
        let order = format!("wait=60000:{place}?{}", trigger.display());
        let mut terminal = ground.start_with(WAYS[1], &["meet", "4"], &[("STUURGROEP_FAULT", &order)]);
        terminal.wait_for("LIVE");
        std::fs::write(&trigger, "").unwrap();
        terminal.keys("n").wait_for("One line and Enter");
        terminal.keys("onderweg<Enter>").wait_for("recording…");
        std::thread::sleep(Duration::from_millis(500));
        terminal.signal("KILL");
        terminal.wait_exit();
        notes(&path);
        let mut again = ground.start(WAYS[1], &["meet", "4"]);
        again.wait_for("LIVE");
        if finished && place == "exchange" {
            again.wait_for("onderweg");
        }
        std::thread::sleep(Duration::from_millis(1500));
        again.keys("<C-q>").wait_exit();
        assert_eq!(notes(&path).contains(&"onderweg".to_owned()), finished, "{place}");
        assert_eq!(ground.names().len(), 4, "{place}: {:?}", ground.names());
    }
}

#[test]
fn a_moved_date_leaves_one_file_wherever_it_is_killed() {
    for place in ["rename", "folder-sync@1", "sync", "exchange"] {
        let ground = planned(Ground::kompas(false));
        let sessions = ground.chain().join("sessions");
        let fault = format!("wait=60000:{place}");
        let mut moving = ground.start_with(WAYS[1], &["plan", "--date", "21-1-2027"], &[("STUURGROEP_FAULT", &fault)]);
        std::thread::sleep(Duration::from_millis(700));
        moving.signal("KILL");
        moving.wait_exit();
        let there: Vec<String> = ground.names().into_iter().filter(|name| name.starts_with("0004-")).collect();
        assert_eq!(there.len(), 1, "{place}: {:?}", ground.names());
        let mut terminal = ground.start(WAYS[1], &["meet", "4"]);
        terminal.wait_for("Opening");
        terminal.keys("n").wait_for("One line and Enter");
        terminal.keys("het kan open<Enter>").wait_for("✓ recorded");
        terminal.keys("<C-q>").wait_exit();
        let there: Vec<String> = ground.names().into_iter().filter(|name| name.contains("0004-")).collect();
        assert_eq!(there.len(), 1, "{place}: {:?}", ground.names());
        let session = load(&sessions.join(&there[0])).unwrap().session;
        assert_eq!(there[0], format!("0004-{}.ron", session.date), "{place}");
    }
}

/// The program is gone after the closing of a meeting that had been opened again is on disk, and before the next meeting is.
#[test]
fn a_closing_that_was_cut_short_is_caught_up_with_before_the_meeting_is_opened_again() {
    let ground = Ground::kompas(false);
    let does = |act: &Act| {
        let mut terminal = ground.start(WAYS[1], &["meet", "4"]);
        terminal.wait_for("Opening");
        act.way.iter().for_each(|(keys, what)| _ = terminal.keys(keys).wait_for(what));
        terminal.keys(act.does).wait_for("✓ recorded");
        terminal.keys("<C-q>").wait_exit();
    };
    let sessions = ground.chain().join("sessions");
    let next = || ground.names().into_iter().find(|name| name.starts_with("0005-")).unwrap();
    does(&CLOSE);
    let (name, before) = (next(), ground.text(&next()));
    does(&REOPEN);
    does(&Act { name: "an action", way: &[("a", "What is to be done?")], does: "Iets vergetens @JR<Enter>" });
    let kept = ground.text(".0004.closed");
    does(&CLOSE);
    let closed = ground.text(NAME);
    assert!(ground.text(&next()).contains("Iets vergetens"));
    std::fs::write(sessions.join(".0004.closed"), kept).unwrap();
    std::fs::write(sessions.join(name), before).unwrap();
    does(&REOPEN);
    assert!(ground.text(&next()).contains("Iets vergetens"), "the next meeting has what it lacked");
    assert!(ground.text(".0004.closed") == closed, "what was closed last is what the next meeting was made from");
}
