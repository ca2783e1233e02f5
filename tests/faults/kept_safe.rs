//! Bad input, bad moments: a clear error, and nothing lost.

use crate::picture::png;
use crate::terminal::Terminal;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use stuurgroep::store::read::{SealState, load};
use tempfile::TempDir;

fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_stuurgroep"))
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(program());
    command.env_clear().args(args).args(["--lang", "en", "--today", "2026-12-10"]).arg("--dir").arg(folder);
    command.output().unwrap()
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A chain of three with its first meeting planned, and the path of that file.
fn chain() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let args = [
        "new",
        "--name",
        "Proef",
        "--partner",
        "POL=Politie",
        "--partner",
        "OM=Parket",
        "--partner",
        "GEM=Gemeente",
        "--date",
        "10-12-2026",
    ];
    let made = run(folder.path(), &args);
    assert_eq!(status(&made), 0, "{}", said(&made));
    let path = folder.path().join("sessions/0001-2026-12-10.ron");
    (folder, path)
}

fn meet(folder: &Path, size: (u16, u16)) -> Terminal {
    let folder = folder.to_str().unwrap();
    Terminal::start(
        program(),
        &["meet", "--dir", folder, "--lang", "en", "--today", "2026-12-10"],
        size,
        Path::new(folder),
    )
}

/// A picture in `assets/` makes the program ask the terminal what it can show. A terminal that never answers, one that
/// says what it is and no more, and one that answers all of it: the very first key counts in each.
#[cfg(feature = "pictures")]
#[test]
fn no_key_is_lost_while_the_terminal_is_asked_for_pictures() {
    let answers: [&[(&'static str, &str)]; 3] = [
        &[],
        &[("\x1b[c", "\x1b[?1;2c")],
        &[("\x1b[c", "\x1b[?1;2c"), ("\x1b[5n", "\x1b_Gi=31;EINVAL\x1b\\\x1b[?1;2c\x1b[6;14;7t\x1b[0n")],
    ];
    for answers in answers {
        for early in [true, false] {
            let (folder, _) = chain();
            let assets = folder.path().join("assets");
            fs::create_dir_all(&assets).unwrap();
            png(&assets.join("logo.png"), (8, 8), [0; 3]);
            let mut terminal = meet(folder.path(), (100, 30));
            let asked =
                |question: &'static str| move |output: &[u8]| String::from_utf8_lossy(output).contains(question);
            if early {
                terminal.wait_output("the question", asked("\x1b[c"));
                terminal.keys(":");
            }
            for (question, answer) in answers {
                terminal.wait_output(question, asked(question));
                terminal.raw(answer.as_bytes());
            }
            if !early {
                // Longer than it waits for an answer.
                std::thread::sleep(std::time::Duration::from_millis(2500));
                terminal.wait_for("Opening");
                terminal.keys(":");
            }
            terminal.wait_for("What would you like to do?");
            terminal.keys("<Esc><C-q>");
            assert_eq!(terminal.wait_exit(), 0);
        }
    }
}

#[test]
fn a_truncated_session_is_refused_with_line_and_column_and_stays_as_it_is() {
    let (folder, path) = chain();
    let text = fs::read_to_string(&path).unwrap();
    let half = &text[..text.len() / 2];
    fs::write(&path, half).unwrap();
    let checked = run(folder.path(), &["check"]);
    assert_eq!(status(&checked), 1);
    assert!(said(&checked).contains("line "), "{}", said(&checked));
    let met = run(folder.path(), &["meet"]);
    assert_eq!(status(&met), 3);
    assert!(said(&met).contains("0001-2026-12-10.ron"), "{}", said(&met));
    assert_eq!(fs::read_to_string(&path).unwrap(), half);
}

#[test]
fn a_misspelt_field_is_named_with_those_that_are_expected() {
    let (folder, path) = chain();
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("    decisions: [", "    decisons: [")).unwrap();
    let shown = run(folder.path(), &["show", "1"]);
    assert_eq!(status(&shown), 3);
    let text = said(&shown);
    assert!(text.contains("\"decisons\"") && text.contains("decisions, differences"), "{text}");
}

#[test]
fn what_has_to_stand_in_a_file_is_said_in_the_language() {
    let (folder, path) = chain();
    let whole = fs::read_to_string(&path).unwrap();
    for (right, wrong, dutch) in [
        ("schema: 1", "schema: een", "hier hoort een getal te staan"),
        ("number: 1", "number: \"1\"", "hier hoort een getal te staan"),
        ("date: \"2026-12-10\"", "date: 2026", "hier hoort een tekst"),
        ("number: 1,", "number 1,", "een dubbele punt"),
        ("number: 1,", "number: 1", "een komma"),
        ("chain: (", "chain: [", "een haakje dat opent"),
    ] {
        assert!(whole.contains(right), "{right}");
        fs::write(&path, whole.replacen(right, wrong, 1)).unwrap();
        let mut list = Command::new(program());
        list.env_clear().args(["list", "--lang", "nl", "--dir"]).arg(folder.path());
        let list = list.output().unwrap();
        let text = said(&list);
        assert!(text.contains(dutch) && !text.contains("xpected"), "{wrong}: {text}");
        assert_eq!(status(&list), 3);
    }
}

#[test]
fn a_file_of_a_newer_program_is_left_alone() {
    let (folder, path) = chain();
    let text = fs::read_to_string(&path).unwrap().replace("schema: 1", "schema: 2");
    fs::write(&path, &text).unwrap();
    let met = run(folder.path(), &["meet"]);
    assert_eq!(status(&met), 3);
    assert!(said(&met).contains("newer version"), "{}", said(&met));
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn two_sessions_with_one_number_are_both_named() {
    let (folder, path) = chain();
    fs::copy(&path, path.with_file_name("0001-2026-12-11.ron")).unwrap();
    let listed = run(folder.path(), &["list"]);
    assert_eq!(status(&listed), 1);
    let text = said(&listed);
    assert!(text.contains("0001-2026-12-10.ron") && text.contains("0001-2026-12-11.ron"), "{text}");
    assert_eq!(status(&run(folder.path(), &["meet"])), 3);
}

#[test]
fn a_folder_without_sessions_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    for command in [vec!["list"], vec!["check"], vec!["signals"], vec!["meet"]] {
        let output = run(folder.path(), &command);
        assert_eq!(status(&output), 3, "{command:?}");
        assert!(said(&output).contains("Make a chain with: stuurgroep --dir"), "{}", said(&output));
    }
}

#[test]
fn wrong_use_is_status_two() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(status(&run(folder.path(), &["show"])), 2);
    assert_eq!(status(&run(folder.path(), &["new", "--name", "X", "--partner", "!!", "--date", "vrijdag"])), 2);
    assert_eq!(status(&run(folder.path(), &["new", "--name", "X", "--partner", "A=B", "--date", "blauw"])), 2);
}

#[test]
fn bom_and_crlf_are_no_mistake() {
    let (folder, path) = chain();
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap();
    let checked = run(folder.path(), &["check"]);
    assert_eq!(status(&checked), 0, "{}", said(&checked));
}

#[test]
fn what_is_no_session_is_not_opened() {
    let (folder, path) = chain();
    fs::write(path.with_file_name("0002-2027-01-01.ron"), [0xff, 0xfe, 0x00]).unwrap();
    fs::create_dir(path.with_file_name("0003-2027-02-01.ron")).unwrap();
    fs::write(path.with_file_name("0004-2027-03-01.ron"), vec![b' '; 17 * 1024 * 1024]).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", path.with_file_name("0005-2027-04-01.ron")).unwrap();
    let text = said(&run(folder.path(), &["list"]));
    for word in ["UTF-8", "ordinary file", "16 MiB"] {
        assert!(text.contains(word), "{word} in {text}");
    }
    assert!(!text.contains("root:"), "a link out of the folder is not followed");
}

#[test]
fn a_hand_edit_is_seen_accepted_and_kept() {
    let (folder, path) = chain();
    let text = fs::read_to_string(&path).unwrap().replace("name: \"Proef\"", "name: \"Anders\"");
    fs::write(&path, text).unwrap();
    assert_eq!(load(&path).unwrap().seal, SealState::EditedByHand);
    let checked = run(folder.path(), &["check"]);
    assert_eq!(status(&checked), 0);
    assert!(said(&checked).contains("by hand after version 1"), "{}", said(&checked));
    let mut terminal = meet(folder.path(), (80, 24));
    terminal.wait_for("changed by hand");
    terminal.wait_for("recorded");
    terminal.keys("<C-q>");
    terminal.wait_exit();
    let loaded = load(&path).unwrap();
    assert_eq!((loaded.seal, loaded.session.chain.name.as_str()), (SealState::Intact, "Anders"));
    assert_eq!(loaded.session.log.len(), 1);
}

#[test]
fn a_change_by_somebody_else_during_the_meeting_is_put_aside() {
    let (folder, path) = chain();
    let mut terminal = meet(folder.path(), (80, 24));
    terminal.wait_for("Opening");
    let theirs = fs::read_to_string(&path).unwrap().replace("name: \"Proef\"", "name: \"Hunne\"");
    fs::write(&path, &theirs).unwrap();
    terminal.keys("nmine<Enter>").wait_for("recorded");
    terminal.keys("<C-q>");
    terminal.wait_exit();
    assert_eq!(load(&path).unwrap().session.notes[0].text, "mine");
    let aside = fs::read_dir(path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    let aside = aside.filter(|path| path.to_string_lossy().contains(".outside-")).collect::<Vec<_>>();
    assert_eq!(aside.len(), 1);
    assert_eq!(fs::read_to_string(&aside[0]).unwrap(), theirs);
}

#[test]
fn every_way_to_be_killed_leaves_the_work_saved_and_the_terminal_restored() {
    for signal in ["TERM", "HUP", "INT"] {
        let (folder, path) = chain();
        let mut terminal = meet(folder.path(), (80, 24));
        terminal.wait_for("Opening");
        terminal.keys("nlast words<Enter>").wait_for("last words");
        terminal.signal(signal);
        let expected = match signal {
            "TERM" => 143,
            "HUP" => 129,
            _ => 130,
        };
        assert_eq!(terminal.wait_exit(), expected, "{signal}");
        assert_eq!(load(&path).unwrap().session.notes[0].text, "last words", "{signal}");
        // What the program wrote last may still be on its way to whoever reads it.
        for restored in ["\x1b[?1049l", "\x1b[?2004l", "\x1b[?25h"] {
            let is_restored = |output: &[u8]| String::from_utf8_lossy(output).contains(restored);
            terminal.wait_output(&format!("{signal}: {restored:?}"), is_restored);
        }
    }
}

#[test]
fn a_closed_terminal_ends_the_program_with_the_work_saved() {
    let (folder, path) = chain();
    let mut terminal = meet(folder.path(), (80, 24));
    terminal.wait_for("Opening");
    terminal.keys("nlast words<Enter>").wait_for("last words");
    terminal.hang_up();
    terminal.wait_exit();
    assert_eq!(load(&path).unwrap().session.notes[0].text, "last words");
}

#[test]
fn a_second_instance_reads_only_and_says_who_has_it() {
    let (folder, path) = chain();
    let mut first = meet(folder.path(), (80, 24));
    first.wait_for("Opening");
    let mut second = meet(folder.path(), (120, 30));
    let screen = second.wait_for("in use by");
    assert!(screen.contains("secretaris@"), "{screen}");
    second.keys("n").wait_for("in use by");
    assert!(!second.screen().contains("One line and Enter"));
    second.keys("<C-q>");
    second.wait_exit();
    first.keys("nstill mine<Enter>").wait_for("recorded");
    first.keys("<C-q>");
    first.wait_exit();
    assert_eq!(load(&path).unwrap().session.notes.len(), 1);
}

#[test]
fn a_tiny_terminal_asks_for_a_larger_one() {
    let (folder, _) = chain();
    let mut terminal = meet(folder.path(), (20, 5));
    terminal.wait_until("too small", |screen| {
        screen.split_whitespace().collect::<Vec<_>>().join(" ").contains("too small")
    });
    terminal.keys("<C-q>");
    assert_eq!(terminal.wait_exit(), 0);
}

#[test]
fn hostile_text_is_stored_as_text_and_never_reaches_the_terminal() {
    let (folder, path) = chain();
    let mut terminal = meet(folder.path(), (80, 24));
    terminal.wait_for("Opening");
    let hostile = "wis\u{9b}2J \u{202e}om \u{7}bel";
    terminal.keys("n").wait_for("One line and Enter");
    terminal.paste(hostile);
    terminal.keys("<Enter>").wait_for("U+202E");
    let long = "woord ".repeat(1700);
    terminal.keys("n").wait_for("One line and Enter");
    terminal.paste(&long);
    terminal.keys("<Enter>").wait_for("N2026-02");
    terminal.keys("<C-q>");
    terminal.wait_exit();
    let session = load(&path).unwrap().session;
    assert_eq!(session.notes[0].text, "wis2J \u{202e}om bel");
    assert_eq!(session.notes[1].text, long.trim());
    let output = String::from_utf8_lossy(&terminal.output()).into_owned();
    assert!(!output.contains('\u{202e}') && !output.contains('\u{9b}') && !output.contains('\u{7}'));
}

#[test]
fn a_file_with_escape_sequences_in_every_field_shows_none_of_them() {
    let (folder, path) = chain();
    let text = fs::read_to_string(&path).unwrap();
    let evil = "\\u{1b}[31m\\u{7}\\u{202e}";
    let text = text
        .replace("name: \"Proef\"", &format!("name: \"{evil}Proef\""))
        .replace("title: \"Opening\"", &format!("title: \"{evil}Opening\""))
        .replace("name: \"Politie\"", &format!("name: \"{evil}Politie\""));
    fs::write(&path, text).unwrap();
    let mut terminal = meet(folder.path(), (100, 30));
    terminal.wait_for("changed by hand");
    terminal.keys("<Enter>").wait_for("Politie");
    terminal.keys("<Esc><C-q>");
    terminal.wait_exit();
    let output = String::from_utf8_lossy(&terminal.output()).into_owned();
    assert!(!output.contains("\x1b[31mProef") && !output.contains('\u{7}') && !output.contains('\u{202e}'));
    let shown = said(&run(folder.path(), &["show", "1"]));
    assert!(!shown.contains('\x1b') && !shown.contains('\u{7}') && !shown.contains('\u{202e}'), "{shown}");
}

#[test]
fn a_folder_that_cannot_be_written_is_said_plainly() {
    let (folder, path) = chain();
    let mut terminal = meet(folder.path(), (80, 24));
    terminal.wait_for("Opening");
    // Root may write anywhere, so the folder itself is taken away instead of its permission.
    let sessions = path.parent().unwrap();
    let hidden = folder.path().join("hidden");
    fs::rename(sessions, &hidden).unwrap();
    terminal.keys("nkept<Enter>").wait_for("NOT RECORDED");
    fs::rename(&hidden, sessions).unwrap();
    terminal.wait_until("recorded by itself", |screen| screen.contains("recorded") && !screen.contains("NOT RECORDED"));
    terminal.keys("<C-q>");
    terminal.wait_exit();
    assert_eq!(load(&path).unwrap().session.notes[0].text, "kept");
}

#[test]
fn a_folder_without_permission_opens_read_only_and_says_so() {
    let (folder, path) = chain();
    // Root may write anywhere; a folder in the place of the lock is refused to root too.
    fs::create_dir(folder.path().join(".stuurgroep.lock")).unwrap();
    let before = fs::read(&path).unwrap();
    let mut terminal = meet(folder.path(), (80, 24));
    terminal.wait_for("you may not write");
    terminal.keys("n").wait_for("you may not write");
    terminal.keys("<C-q>");
    assert_eq!(terminal.wait_exit(), 0);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_picture_for_a_logo_never_holds_up_a_terminal_that_says_nothing_about_pictures() {
    let (folder, path) = chain();
    let assets = folder.path().join("assets");
    fs::create_dir_all(&assets).unwrap();
    png(&assets.join("logo.png"), (60, 30), [200, 30, 10]);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("identity: (", "identity: (\n        logo: \"logo.png\",", 1)).unwrap();
    let mut terminal = meet(folder.path(), (140, 45));
    terminal.wait_for("at the table");
    terminal.keys("*").wait_for("● quorum");
    let drawn = String::from_utf8_lossy(&terminal.output()).into_owned();
    assert!(drawn.contains("2;200;30;10m"), "the colour of the logo is on the screen");
    if !cfg!(feature = "pictures") {
        assert!(!drawn.contains("\x1b[c"), "half blocks need no question to the terminal");
    }
    fs::write(assets.join("logo.png"), b"no picture at all").unwrap();
    terminal.keys("q").wait_until("home", |screen| !screen.contains("at the table"));
    // It is home only when it was read.
    terminal.wait_for("Meetings (1)");
    terminal.keys("<Enter>").wait_for("is no sound PNG");
    terminal.keys("<C-q>").wait_exit();
}
