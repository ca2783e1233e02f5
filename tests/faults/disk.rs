//! A disk that is full, that hangs, that can't do what others can: nothing is called recorded that is not, nothing is lost, and
//! nobody else is blamed for what one wrote oneself.

use crate::ways::{Ground, WAYS, Way};
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use stuurgroep::store::read::load;

const NAME: &str = "0004-2026-12-10.ron";
/// By a bare name from the folder itself: what people do first.
const WAY: Way = WAYS[1];

/// A fault that holds while the file `now` is there.
fn while_there(ground: &Ground, orders: &[&str]) -> (String, PathBuf) {
    let trigger = ground.root().join("now");
    let orders: Vec<String> = orders.iter().map(|order| format!("{order}?{}", trigger.display())).collect();
    (orders.join(","), trigger)
}

fn notes(ground: &Ground) -> Vec<String> {
    let session = load(&ground.chain().join("sessions").join(NAME)).unwrap().session;
    session.notes.iter().map(|note| note.text.clone()).collect()
}

fn note(terminal: &mut crate::terminal::Terminal, text: &str) {
    terminal.keys("n").wait_for("One line and Enter");
    terminal.keys(text).keys("<Enter>");
}

fn copies(ground: &Ground) -> Vec<String> {
    ground.names().into_iter().filter(|name| name.contains(".outside-")).collect()
}

#[test]
fn a_folder_that_can_not_be_synced_is_said_once_and_nobody_else_is_blamed() {
    let ground = Ground::kompas(false);
    let mut terminal = ground.start_with(WAY, &["meet", "4"], &[("STUURGROEP_FAULT", "einval:folder-sync")]);
    terminal.wait_for("LIVE");
    note(&mut terminal, "eerste");
    terminal.wait_for("does not confirm");
    terminal.wait_for("✓ recorded");
    terminal.keys("<Esc>");
    for text in ["tweede", "derde"] {
        note(&mut terminal, text);
        terminal.wait_for("✓ recorded");
        assert!(!terminal.screen().contains("does not confirm"), "{}", terminal.screen());
    }
    terminal.keys("<C-q>");
    assert_eq!(terminal.wait_exit(), 0);
    assert!(["eerste", "tweede", "derde"].iter().all(|text| notes(&ground).iter().any(|note| note == text)));
    assert_eq!(copies(&ground), Vec::<String>::new());
}

#[test]
fn where_files_can_not_change_names_what_somebody_else_wrote_is_kept_all_the_same() {
    for fault in ["einval:exchange", "einval:exchange,enotsup:link", "einval:exchange,einval:rename"] {
        let ground = Ground::kompas(false);
        let mut terminal = ground.start_with(WAY, &["meet", "4"], &[("STUURGROEP_FAULT", fault)]);
        terminal.wait_for("LIVE");
        note(&mut terminal, "eerste");
        terminal.wait_for("✓ recorded");
        // No session any more: it can't be taken in, so it has to be kept.
        fs::write(ground.chain().join("sessions").join(NAME), "van iemand anders").unwrap();
        note(&mut terminal, "tweede");
        terminal.wait_for("something unreadable");
        terminal.keys("<C-q>");
        assert_eq!(terminal.wait_exit(), 0, "{fault}");
        let copies = copies(&ground);
        assert_eq!(copies.len(), 1, "{fault}: {:?}", ground.names());
        assert_eq!(ground.text(&copies[0]), "van iemand anders");
        assert!(["eerste", "tweede"].iter().all(|text| notes(&ground).iter().any(|note| note == text)), "{fault}");
        assert_eq!(ground.names().len(), 5, "nothing else is left: {:?}", ground.names());
    }
}

#[test]
fn what_can_not_be_looked_at_is_not_overwritten() {
    for fault in ["eio:look", "eacces:look"] {
        let ground = Ground::kompas(false);
        let (order, trigger) = while_there(&ground, &[fault]);
        let mut terminal = ground.start_with(WAY, &["meet", "4"], &[("STUURGROEP_FAULT", &order)]);
        terminal.wait_for("LIVE");
        fs::write(&trigger, "").unwrap();
        let path = ground.chain().join("sessions").join(NAME);
        fs::write(&path, "van iemand anders").unwrap();
        note(&mut terminal, "een woord");
        terminal.wait_for("NOT RECORDED");
        assert_eq!(fs::read_to_string(&path).unwrap(), "van iemand anders", "{fault}");
        fs::remove_file(&trigger).unwrap();
        terminal.wait_for("✓ recorded");
        terminal.keys("<C-q>");
        assert_eq!(terminal.wait_exit(), 0, "{fault}");
        assert!(notes(&ground).contains(&"een woord".to_owned()));
        let copies = copies(&ground);
        assert_eq!(copies.len(), 1, "{fault}: {:?}", ground.names());
        assert_eq!(ground.text(&copies[0]), "van iemand anders");
    }
}

#[test]
fn on_a_full_disk_the_words_are_kept_on_this_machine_and_offered_the_next_time() {
    for leave in ["TERM", "ctrl-q", "ctrl-c"] {
        let ground = Ground::kompas(false);
        let (order, trigger) = while_there(&ground, &["enospc:create"]);
        let mut terminal = ground.start_with(WAY, &["meet", "4"], &[("STUURGROEP_FAULT", &order)]);
        terminal.wait_for("LIVE");
        fs::write(&trigger, "").unwrap();
        note(&mut terminal, "op een volle schijf");
        terminal.wait_for("NOT RECORDED");
        terminal.wait_for("Kept on this computer");
        match leave {
            "TERM" => terminal.signal("TERM"),
            "ctrl-q" => _ = terminal.keys("<C-q>"),
            _ => _ = terminal.keys("<C-c>"),
        }
        assert_eq!(terminal.wait_exit(), 3, "{leave}: the status says that not all is where it belongs");
        terminal.wait_for("It is kept in");
        assert!(!notes(&ground).contains(&"op een volle schijf".to_owned()));
        fs::remove_file(&trigger).unwrap();
        let mut again = ground.start(WAY, &["meet", "4"]);
        again.wait_for("Work that was not saved");
        again.keys("<Enter>").wait_for("✓ recorded");
        again.keys("<C-q>");
        assert_eq!(again.wait_exit(), 0);
        assert!(notes(&ground).contains(&"op een volle schijf".to_owned()), "{leave}");
        let mut last = ground.start(WAY, &["meet", "4"]);
        last.wait_for("LIVE");
        std::thread::sleep(Duration::from_millis(500));
        assert!(!last.screen().contains("Work that was not saved"), "{}", last.screen());
        last.keys("<C-q>").wait_exit();
    }
}

#[test]
fn work_that_is_kept_stays_until_it_is_taken_in_whatever_is_saved_and_kept_meanwhile() {
    let ground = Ground::kompas(false);
    let evenings = ["de eerste avond vol", "de tweede avond vol"];
    for (place, words) in evenings.iter().enumerate() {
        let (order, trigger) = while_there(&ground, &["enospc:create"]);
        let mut terminal = ground.start_with(WAY, &["meet", "4"], &[("STUURGROEP_FAULT", &order)]);
        terminal.wait_for("LIVE");
        if place > 0 {
            terminal.wait_for("Work that was not saved");
            terminal.keys("<Esc>").wait_until("later", |screen| !screen.contains("Work that was not saved"));
        }
        fs::write(&trigger, "").unwrap();
        terminal.keys("n").wait_for("One line and Enter");
        terminal.keys(&format!("<C-g>{words}<Enter>")).wait_for("Kept on this computer");
        terminal.keys("<C-q>");
        assert_eq!(terminal.wait_exit(), 3);
        fs::remove_file(&trigger).unwrap();
    }
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("Work that was not saved");
    terminal.keys("<Esc><Esc>").wait_until("later", |screen| !screen.contains("Work that was not saved"));
    terminal.keys("n").wait_for("One line and Enter");
    terminal.keys("<C-g>gewoon opgenomen<Enter>").wait_for("✓ recorded");
    // It is asked for again, and taken in one after the other.
    terminal.keys(":").wait_for("What would you like to do?");
    terminal.keys("work that was not").wait_for("work that was not saved");
    terminal.keys("<Enter>").wait_for("Take it into the meeting");
    terminal.keys("<Enter><Enter>").wait_until("taken in", |screen| !screen.contains("Take it into the meeting"));
    terminal.wait_for("✓ recorded");
    terminal.keys("<C-q>");
    assert_eq!(terminal.wait_exit(), 0);
    let found = notes(&ground);
    for words in evenings.into_iter().chain(["gewoon opgenomen"]) {
        assert!(found.iter().any(|note| note == words), "{words}: {found:?}");
    }
    let mut last = ground.start(WAY, &["meet", "4"]);
    last.wait_for("LIVE");
    last.keys(":").wait_for("What would you like to do?");
    last.keys("work that was not").wait_for("work that was not saved");
    last.keys("<Enter>").wait_for("There is no work of this meeting");
    last.keys("<C-q>").wait_exit();
}

#[test]
fn who_leaves_a_meeting_that_can_not_be_saved_is_asked_and_may_save_it_elsewhere() {
    let ground = Ground::kompas(false);
    let (order, trigger) = while_there(&ground, &["enospc:exchange"]);
    let mut terminal = ground.start_with(WAY, &["meet", "4"], &[("STUURGROEP_FAULT", &order)]);
    terminal.wait_for("LIVE");
    fs::write(&trigger, "").unwrap();
    note(&mut terminal, "een woord");
    terminal.wait_for("NOT RECORDED");
    terminal.keys("q").wait_for("Not everything is recorded");
    terminal.keys("<Down><Enter>").wait_for("Where do you want to save");
    let elsewhere = ground.root().join("elsewhere/vergadering.ron");
    terminal.keys(elsewhere.to_str().unwrap()).keys("<Enter>").wait_for("The meeting is also in");
    terminal.keys("<Esc>");
    let session = load(&elsewhere).unwrap().session;
    assert!(session.notes.iter().any(|note| note.text == "een woord"));
    fs::remove_file(&trigger).unwrap();
    terminal.wait_for("✓ recorded");
    terminal.keys("<C-q>");
    assert_eq!(terminal.wait_exit(), 0);
    assert_eq!(ground.names().len(), 4, "{:?}", ground.names());
}

#[test]
fn a_disk_that_hangs_holds_up_no_key_and_no_way_out() {
    for leave in ["TERM", "HUP", "ctrl-c"] {
        let ground = Ground::kompas(false);
        let (order, trigger) = while_there(&ground, &["wait=30000:sync"]);
        let mut terminal = ground.start_with(WAY, &["meet", "4"], &[("STUURGROEP_FAULT", &order)]);
        terminal.wait_for("LIVE");
        fs::write(&trigger, "").unwrap();
        note(&mut terminal, "op een schijf die hangt");
        terminal.wait_for("recording…");
        // Keys are taken as ever.
        terminal.keys("n").wait_for("One line and Enter");
        terminal.keys("nog een woord").wait_for("nog een woord");
        terminal.keys("<Esc>");
        let start = Instant::now();
        match leave {
            "ctrl-c" => _ = terminal.keys("<C-c>"),
            signal => terminal.signal(signal),
        }
        assert_eq!(terminal.wait_exit(), 3, "{leave}");
        assert!(start.elapsed() < Duration::from_secs(4), "{leave}: {:?}", start.elapsed());
        fs::remove_file(&trigger).unwrap();
        let mut again = ground.start(WAY, &["meet", "4"]);
        again.wait_until("the words", |screen| {
            screen.contains("Work that was not saved") || screen.contains("brought to its end")
        });
        if again.screen().contains("Work that was not saved") {
            again.keys("<Enter>").wait_for("✓ recorded");
        }
        again.keys("<C-q>").wait_exit();
        assert!(notes(&ground).contains(&"op een schijf die hangt".to_owned()), "{leave}");
    }
}

#[test]
fn a_slow_disk_never_delays_an_echo() {
    let ground = Ground::kompas(false);
    let fault = "wait=500:sync,wait=500:folder-sync";
    let mut terminal = ground.start_with(WAY, &["meet", "4"], &[("STUURGROEP_FAULT", fault)]);
    terminal.wait_for("LIVE");
    note(&mut terminal, "een");
    for text in ["twee", "drie", "vier"] {
        terminal.keys("n").wait_for("One line and Enter");
        let start = Instant::now();
        terminal.keys(text).wait_for(text);
        assert!(start.elapsed() < Duration::from_millis(400), "{:?}", start.elapsed());
        terminal.keys("<Enter>");
    }
    terminal.wait_for("✓ recorded");
    terminal.keys("<C-q>").wait_exit();
    assert!(["een", "twee", "drie", "vier"].iter().all(|text| notes(&ground).iter().any(|note| note == text)));
}

#[test]
fn where_there_are_no_locks_the_meeting_can_be_written() {
    for (fault, writes) in [("enolck:lock", true), ("enotsup:lock", true), ("eintr:lock@1", true), ("eio:lock", false)]
    {
        let ground = Ground::kompas(false);
        let mut terminal = ground.start_with(WAY, &["meet", "4"], &[("STUURGROEP_FAULT", fault)]);
        terminal.wait_for("LIVE");
        assert_eq!(!terminal.screen().contains("read-only"), writes, "{fault}: {}", terminal.screen());
        if writes {
            note(&mut terminal, "zonder slot");
            terminal.wait_for("✓ recorded");
        }
        terminal.keys("<C-q>").wait_exit();
        assert_eq!(notes(&ground).contains(&"zonder slot".to_owned()), writes, "{fault}");
    }
}

#[test]
fn a_disk_that_was_full_at_the_start_and_gets_room_can_be_written_without_starting_anew() {
    let ground = Ground::kompas(false);
    let (order, trigger) = while_there(&ground, &["enospc:lock"]);
    fs::write(&trigger, "").unwrap();
    let mut terminal = ground.start_with(WAY, &["meet", "4"], &[("STUURGROEP_FAULT", &order)]);
    terminal.wait_for("the disk is full");
    fs::remove_file(&trigger).unwrap();
    terminal.wait_until("writing", |screen| !screen.contains("read-only"));
    note(&mut terminal, "weer ruimte");
    terminal.wait_for("✓ recorded");
    terminal.keys("<C-q>").wait_exit();
    assert!(notes(&ground).contains(&"weer ruimte".to_owned()));
}

#[test]
fn a_planted_link_is_written_through_nowhere() {
    let ground = Ground::kompas(false);
    let victim = ground.root().join("victim");
    fs::write(&victim, "van een ander").unwrap();
    let link = |name: PathBuf| std::os::unix::fs::symlink(&victim, name).unwrap();
    link(ground.chain().join(".stuurgroep.lock"));
    link(ground.chain().join("sessions/.0004.closed"));
    link(ground.root().join("uitvoer.md"));
    fs::create_dir_all(ground.chain().join("documents")).unwrap();
    link(ground.chain().join("documents/report-0004.md"));
    let export = ground.run(WAY, &["export", "3", "--output", "../uitvoer.md"]);
    assert_eq!(export.status.code(), Some(2), "{export:?}");
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("read-only");
    terminal.keys("<C-q>").wait_exit();
    let mut home = ground.start(WAY, &[]);
    home.wait_for("Meetings (4)");
    home.keys("e").wait_for("exists already");
    home.keys("<C-q>").wait_exit();
    assert_eq!(fs::read_to_string(&victim).unwrap(), "van een ander");
}
