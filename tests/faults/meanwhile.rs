//! What others do to the file of a meeting that is open: noticed within seconds, taken in where it can be, and told.

use crate::terminal::Terminal;
use crate::ways::{Ground, WAYS, Way};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use stuurgroep::store::read::load;
use stuurgroep::store::seal::Stamp;
use stuurgroep::store::write;

const NAME: &str = "0004-2026-12-10.ron";
const WAY: Way = WAYS[1];

fn path(ground: &Ground) -> PathBuf {
    ground.chain().join("sessions").join(NAME)
}

fn notes(path: &Path) -> Vec<String> {
    load(path).unwrap().session.notes.iter().map(|note| note.text.clone()).collect()
}

fn note(terminal: &mut Terminal, text: &str) {
    terminal.keys("n").wait_for("One line and Enter");
    terminal.keys(text).keys("<Enter>");
    let is_on_record =
        |screen: &str| !screen.contains("One line and Enter") && screen.contains(text) && screen.contains("✓ recorded");
    terminal.wait_until("recorded", is_on_record);
}

/// The file as somebody edits it by hand: one more note, and nothing else touched.
fn with_a_note(text: &str, says: &str) -> String {
    let note = format!("\n        (id: \"N2026-91\", session: 4, at: \"2026-12-10T14:00:00\", text: \"{says}\"),");
    let (before, after) = text.split_once("notes: [").unwrap();
    format!("{before}notes: [{note}{after}")
}

#[test]
fn a_hand_edit_under_an_idle_meeting_is_taken_in_within_seconds() {
    // Where the system tells when a file changes, and where it does not, as on a share.
    for fault in ["", "enotsup:listen"] {
        let ground = Ground::kompas(false);
        let mut terminal = ground.start_with(WAY, &["meet", "4"], &[("STUURGROEP_FAULT", fault)]);
        terminal.wait_for("LIVE");
        note(&mut terminal, "van mij");
        // What was written last was looked at, and nothing is due any more.
        std::thread::sleep(Duration::from_secs(2));
        let edited = with_a_note(&ground.text(NAME), "van buiten");
        fs::write(path(&ground), edited).unwrap();
        let start = Instant::now();
        terminal.wait_for("The changes were taken in");
        // Two seconds, and what a machine takes that builds and tests at once.
        assert!(start.elapsed() < Duration::from_secs(4), "{fault}: {:?}", start.elapsed());
        terminal.wait_for("✓ recorded");
        std::thread::sleep(Duration::from_millis(1500));
        // It is told once, and what was taken in is nothing that somebody left behind.
        assert!(!terminal.screen().contains("unreadable"), "{}", terminal.screen());
        terminal.keys("<C-q>").wait_exit();
        let notes = notes(&path(&ground));
        assert!(notes.contains(&"van mij".to_owned()) && notes.contains(&"van buiten".to_owned()), "{notes:?}");
        assert_eq!(ground.names().len(), 4, "what was taken in needs no copy: {:?}", ground.names());
    }
}

#[test]
fn what_somebody_else_recorded_in_the_same_moment_is_taken_in() {
    let ground = Ground::kompas(false);
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("LIVE");
    note(&mut terminal, "eerste");
    terminal.keys("n").wait_for("One line and Enter");
    terminal.keys("tweede");
    let edited = with_a_note(&ground.text(NAME), "van buiten");
    fs::write(path(&ground), edited).unwrap();
    terminal.keys("<Enter>").wait_for("The changes were taken in");
    terminal.wait_for("✓ recorded");
    terminal.keys("<C-q>").wait_exit();
    let notes = notes(&path(&ground));
    assert!(["eerste", "tweede", "van buiten"].iter().all(|text| notes.iter().any(|note| note == text)), "{notes:?}");
    assert_eq!(ground.names().len(), 4, "{:?}", ground.names());
}

/// The file has its new name, and the save is not done yet: who writes in that moment is noticed like anybody.
#[test]
fn what_somebody_else_writes_while_a_save_is_ending_is_taken_in() {
    let ground = Ground::kompas(false);
    let trigger = ground.root().join("now");
    let order = format!("wait=1500:folder-sync?{}", trigger.display());
    let mut terminal = ground.start_with(WAY, &["meet", "4"], &[("STUURGROEP_FAULT", &order)]);
    terminal.wait_for("LIVE");
    fs::write(&trigger, "").unwrap();
    terminal.keys("n").wait_for("One line and Enter");
    terminal.keys("van mij<Enter>");
    terminal.wait_until("its name", |_| ground.text(NAME).contains("van mij"));
    fs::write(path(&ground), with_a_note(&ground.text(NAME), "van buiten")).unwrap();
    fs::remove_file(&trigger).unwrap();
    terminal.wait_for("The changes were taken in");
    terminal.wait_for("✓ recorded");
    terminal.keys("<C-q>").wait_exit();
    let notes = notes(&path(&ground));
    assert!(notes.contains(&"van mij".to_owned()) && notes.contains(&"van buiten".to_owned()), "{notes:?}");
}

/// Shapes in which programs that keep folders in step leave a file, and what the program says of each.
#[test]
fn every_shape_is_noticed_and_what_is_on_record_stands_in_its_place_again() {
    type Shape = (&'static str, fn(&Path, &str, &str), &'static str);
    let shapes: [Shape; 9] = [
        ("gone", |path, _, _| fs::remove_file(path).unwrap(), "had gone"),
        ("an earlier version", |path, earlier, _| fs::write(path, earlier).unwrap(), "earlier version"),
        (
            "an earlier version by rename",
            |path, earlier, _| {
                fs::write(path.with_extension("nieuw"), earlier).unwrap();
                fs::rename(path.with_extension("nieuw"), path).unwrap();
            },
            "earlier version",
        ),
        ("empty", |path, _, _| fs::write(path, "").unwrap(), "something unreadable"),
        ("all NUL", |path, _, now| fs::write(path, vec![0; now.len()]).unwrap(), "something unreadable"),
        ("a part of it", |path, _, now| fs::write(path, &now[..now.len() / 3]).unwrap(), "something unreadable"),
        ("another file", |path, _, _| fs::write(path, "een boodschappenlijst").unwrap(), "something unreadable"),
        (
            "a newer schema",
            |path, _, now| fs::write(path, now.replacen("schema: 1", "schema: 2", 1)).unwrap(),
            "Kept unchanged as",
        ),
        ("moved away", |path, _, _| fs::rename(path, path.with_extension("weg")).unwrap(), "had gone"),
    ];
    for (shape, change, said) in shapes {
        let ground = Ground::kompas(false);
        let mut terminal = ground.start(WAY, &["meet", "4"]);
        terminal.wait_for("LIVE");
        note(&mut terminal, "eerste");
        let earlier = ground.text(NAME);
        note(&mut terminal, "tweede");
        let now = ground.text(NAME);
        change(&path(&ground), &earlier, &now);
        terminal.wait_for(said);
        terminal.wait_for("✓ recorded");
        let notes = notes(&path(&ground));
        assert!(["eerste", "tweede"].iter().all(|text| notes.iter().any(|note| note == text)), "{shape}: {notes:?}");
        terminal.keys("<C-q>");
        assert_eq!(terminal.wait_exit(), 0, "{shape}");
        // What was not ours is kept, and named until somebody decides.
        if said.contains("unreadable") || said.contains("unchanged") {
            let checked = ground.run(WAY, &["check"]);
            let found = String::from_utf8_lossy(&checked.stdout).into_owned();
            assert!(checked.status.code() == Some(1) && found.contains(".outside-"), "{shape}: {found}");
        }
    }
}

#[test]
fn line_ends_a_mark_and_a_touch_are_no_change() {
    let ground = Ground::kompas(false);
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("LIVE");
    note(&mut terminal, "eerste");
    let touch = || {
        let file = fs::File::options().write(true).open(path(&ground)).unwrap();
        file.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
        std::thread::sleep(Duration::from_secs(2));
        let modified = fs::metadata(path(&ground)).unwrap().modified().unwrap();
        assert_eq!(modified, std::time::SystemTime::UNIX_EPOCH, "a touch is no reason to write");
    };
    touch();
    let text = ground.text(NAME);
    fs::write(path(&ground), format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap();
    std::thread::sleep(Duration::from_secs(3));
    touch();
    note(&mut terminal, "tweede");
    let screen = terminal.screen();
    assert!(!screen.contains("else") && !screen.contains("other version"), "{screen}");
    terminal.keys("<C-q>").wait_exit();
    assert_eq!(ground.names().len(), 4, "{:?}", ground.names());
}

#[test]
fn the_folder_of_the_chain_may_be_given_another_name_under_way() {
    let ground = Ground::kompas(false);
    let mut terminal = ground.start(WAYS[3], &["meet", "4"]);
    terminal.wait_for("LIVE");
    note(&mut terminal, "eerste");
    let renamed = ground.root().join("kompas noord");
    fs::rename(ground.chain(), &renamed).unwrap();
    note(&mut terminal, "tweede");
    terminal.keys("<C-q>");
    assert_eq!(terminal.wait_exit(), 0);
    let notes = notes(&renamed.join("sessions").join(NAME));
    assert!(["eerste", "tweede"].iter().all(|text| notes.iter().any(|note| note == text)), "{notes:?}");
}

#[test]
fn of_two_writers_whose_lock_was_deleted_every_word_is_in_the_file() {
    let ground = Ground::kompas(false);
    let mut one = ground.start(WAY, &["meet", "4"]);
    one.wait_for("LIVE");
    note(&mut one, "een 0");
    fs::remove_file(ground.chain().join(".stuurgroep.lock")).unwrap();
    let mut other = ground.start(WAYS[0], &["meet", "4"]);
    other.wait_for("LIVE");
    for number in 1..6 {
        note(&mut one, &format!("een {number}"));
        note(&mut other, &format!("twee {number}"));
    }
    // Both hear when the file changes, and take in what the other wrote.
    std::thread::sleep(Duration::from_secs(5));
    one.keys("<C-q>").wait_exit();
    other.keys("<C-q>").wait_exit();
    let notes = notes(&path(&ground));
    let expected = (0..6).map(|number| format!("een {number}")).chain((1..6).map(|number| format!("twee {number}")));
    for text in expected {
        assert_eq!(notes.iter().filter(|note| **note == text).count(), 1, "{text} in {notes:?}");
    }
    let session = load(&path(&ground)).unwrap().session;
    let mut ids: Vec<_> = session.notes.iter().map(|note| note.id.clone()).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), session.notes.len(), "no number stands twice");
    assert_eq!(ground.names().len(), 4, "{:?}", ground.names());
}

#[test]
fn an_earlier_version_is_put_back_as_a_new_one() {
    let ground = Ground::kompas(false);
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("LIVE");
    note(&mut terminal, "eerste");
    note(&mut terminal, "tweede");
    terminal.keys("<C-q>").wait_exit();
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("LIVE");
    terminal.keys(":").wait_for("What would you like to do?");
    terminal.keys("earlier versions<Enter>").wait_for("Earlier versions of this meeting");
    terminal.keys("<Down><Enter>").wait_for("compare with now");
    terminal.keys("<Down><Down><Enter>").wait_for("✓ recorded");
    terminal.keys("<C-q>").wait_exit();
    let notes = notes(&path(&ground));
    assert!(notes.contains(&"eerste".to_owned()) && !notes.contains(&"tweede".to_owned()), "{notes:?}");
    assert!(ground.text(NAME).contains("Restored"));
}

#[test]
fn a_broken_file_has_a_screen_of_its_own_and_a_way_back() {
    for (way, keys) in [("salvage", "<Enter>"), ("put back", "<Down><Enter>")] {
        let ground = Ground::kompas(false);
        let mut terminal = ground.start(WAY, &["meet", "4"]);
        terminal.wait_for("LIVE");
        note(&mut terminal, "eerste");
        terminal.keys("<C-q>").wait_exit();
        let whole = ground.text(NAME);
        // A note that only the broken file has, and a slip further on.
        let broken = with_a_note(&whole, "alleen hier").replacen("kpis: [", "kpis: ", 1);
        fs::write(path(&ground), &broken).unwrap();
        let mut terminal = ground.start(WAY, &["meet", "4"]);
        terminal.wait_for("can't be read");
        terminal.wait_for("line ");
        terminal.wait_for("put back");
        terminal.keys(keys).wait_for("LIVE");
        terminal.keys("<C-q>").wait_exit();
        let notes = notes(&path(&ground));
        assert!(notes.contains(&"eerste".to_owned()), "{way}: {notes:?}");
        assert_eq!(notes.contains(&"alleen hier".to_owned()), way == "salvage", "{notes:?}");
        let copies: Vec<_> = ground.names().into_iter().filter(|name| name.contains(".outside-")).collect();
        assert_eq!(copies.len(), 1, "{:?}", ground.names());
        assert_eq!(ground.text(&copies[0]), broken);
    }
}

#[test]
fn a_seal_that_does_not_match_is_said_where_it_is_read_and_before_it_is_adopted() {
    let ground = Ground::kompas(false);
    let third = ground.chain().join("sessions/0003-2026-09-17.ron");
    let text = fs::read_to_string(&third).unwrap();
    let fourth = ground.text(NAME);
    let adopts = fourth.contains("adopts:");
    if adopts {
        let (before, rest) = fourth.split_once("    adopts:").unwrap();
        let rest = rest.split_once("\n    decisions:").or_else(|| rest.split_once("\n\n")).unwrap().1;
        fs::write(path(&ground), format!("{before}    decisions:{rest}")).unwrap();
    }
    fs::write(&third, text.replacen("Waterhoen", "Meerkoet", 1)).unwrap();
    assert_ne!(fs::read_to_string(&third).unwrap(), text);
    let shown = ground.run(WAY, &["show", "3"]);
    assert!(String::from_utf8_lossy(&shown.stderr).contains("seal does not match"), "{shown:?}");
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("LIVE");
    terminal.keys("<Esc>0").keys("1");
    terminal.wait_for("seal does not match");
    terminal.keys("g").wait_for("Adopt all the same?");
    terminal.keys("<Enter>");
    std::thread::sleep(Duration::from_millis(300));
    assert!(load(&path(&ground)).unwrap().session.adopts.is_none(), "no is the default");
    terminal.keys("g").wait_for("Adopt all the same?");
    terminal.keys("<Down><Enter>").wait_for("✓ recorded");
    terminal.keys("<C-q>").wait_exit();
    assert!(load(&path(&ground)).unwrap().session.adopts.is_some());
}

#[test]
fn the_meeting_of_another_chain_in_the_place_of_this_one_is_kept_and_this_one_stands_there_again() {
    for typed in [true, false] {
        let ground = Ground::kompas(false);
        let mut terminal = ground.start(WAY, &["meet", "4"]);
        terminal.wait_for("LIVE");
        note(&mut terminal, "eerste");
        let other =
            ground.text(NAME).replacen("name: \"Kompas\"", "name: \"Ster\"", 1).replace("eerste", "van de ster");
        // Without the line that says what it was made from: another chain has never been this one.
        let other =
            other.lines().filter(|line| !line.starts_with("// stuurgroep revision")).collect::<Vec<_>>().join("\n");
        for _ in 0..2 {
            fs::write(path(&ground), &other).unwrap();
            if typed {
                note(&mut terminal, "tweede");
            }
            terminal.wait_until("the meeting", |_| {
                fs::read_to_string(path(&ground)).is_ok_and(|text| text.contains("eerste") && text != other)
            });
        }
        terminal.wait_for("✓ recorded");
        terminal.keys("<C-q>").wait_exit();
        assert!(notes(&path(&ground)).contains(&"eerste".to_owned()));
        let copies: Vec<_> = ground.names().into_iter().filter(|name| name.contains(".outside-")).collect();
        assert!(!copies.is_empty(), "{:?}", ground.names());
        assert!(copies.iter().all(|copy| ground.text(copy) == other));
    }
}

#[test]
fn a_revision_of_an_earlier_run_that_is_put_back_is_nobody_elses() {
    let ground = Ground::kompas(false);
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("LIVE");
    note(&mut terminal, "eerste");
    let earlier = ground.text(NAME);
    note(&mut terminal, "tweede");
    terminal.keys("<C-q>").wait_exit();
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("LIVE");
    note(&mut terminal, "derde");
    fs::write(path(&ground), &earlier).unwrap();
    terminal.wait_for("earlier version");
    terminal.wait_for("✓ recorded");
    terminal.keys("<C-q>").wait_exit();
    let notes = notes(&path(&ground));
    assert!(["eerste", "tweede", "derde"].iter().all(|text| notes.iter().any(|note| note == text)), "{notes:?}");
    assert_eq!(ground.names().len(), 4, "{:?}", ground.names());
}

#[test]
fn what_the_meeting_was_when_it_was_opened_is_a_version_to_go_back_to() {
    let ground = Ground::kompas(false);
    let opened = ground.text(NAME);
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("LIVE");
    note(&mut terminal, "eerste");
    terminal.keys("<C-q>").wait_exit();
    let state = ground.home().join("state/stuurgroep");
    let chain = fs::read_dir(&state).unwrap().map(|entry| entry.unwrap().path()).find(|path| path.is_dir()).unwrap();
    let kept: Vec<String> = fs::read_dir(chain.join("0004/history"))
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    assert!(kept.contains(&opened) && kept.contains(&ground.text(NAME)), "{}", kept.len());
}

#[test]
fn a_file_on_its_way_is_left_alone_until_it_is_whole() {
    let ground = Ground::kompas(false);
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("LIVE");
    note(&mut terminal, "eerste");
    let edited = with_a_note(&ground.text(NAME), "van buiten");
    let half = &edited[..edited.len() / 2];
    fs::write(path(&ground), half).unwrap();
    std::thread::sleep(Duration::from_secs(4));
    assert_eq!(ground.text(NAME), half);
    fs::write(path(&ground), &edited).unwrap();
    terminal.wait_for("The changes were taken in");
    terminal.wait_for("✓ recorded");
    terminal.keys("<C-q>").wait_exit();
    let notes = notes(&path(&ground));
    assert!(notes.contains(&"eerste".to_owned()) && notes.contains(&"van buiten".to_owned()), "{notes:?}");
    assert_eq!(ground.names().len(), 4, "{:?}", ground.names());
}

#[test]
fn a_hand_edit_that_takes_something_away_and_began_some_revisions_ago_is_taken_in() {
    let ground = Ground::kompas(false);
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("LIVE");
    note(&mut terminal, "eerste");
    note(&mut terminal, "dit gaat weg");
    let text = ground.text(NAME);
    note(&mut terminal, "derde");
    note(&mut terminal, "vierde");
    let edited: Vec<&str> = text.lines().filter(|line| !line.contains("dit gaat weg")).collect();
    assert_eq!(edited.len() + 1, text.lines().count());
    fs::write(path(&ground), format!("{}\n", edited.join("\n"))).unwrap();
    terminal.wait_for("The changes were taken in");
    terminal.wait_for("✓ recorded");
    terminal.keys("<C-q>").wait_exit();
    let notes = notes(&path(&ground));
    assert!(["eerste", "derde", "vierde"].iter().all(|text| notes.iter().any(|note| note == text)), "{notes:?}");
    assert!(!notes.contains(&"dit gaat weg".to_owned()), "{notes:?}");
}

#[test]
fn the_revision_after_that_of_another_machine_has_a_higher_number() {
    let ground = Ground::kompas(false);
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("LIVE");
    note(&mut terminal, "eerste");
    let mine = load(&path(&ground)).unwrap();
    let mut session = mine.session.clone();
    session.chain.full_name = "van een andere machine".to_owned();
    // It recorded thirty times since.
    let theirs = Stamp { revision: mine.revision + 30, after: Some(mine.body) };
    fs::write(path(&ground), write::text(&path(&ground), &session, &theirs).unwrap()).unwrap();
    terminal.wait_for("The changes were taken in");
    note(&mut terminal, "tweede");
    terminal.keys("<C-q>").wait_exit();
    let found = load(&path(&ground)).unwrap();
    assert!(found.revision > theirs.revision, "{} after {}", found.revision, theirs.revision);
    assert_eq!(found.session.chain.full_name, "van een andere machine");
}
