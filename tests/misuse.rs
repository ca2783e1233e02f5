//! What is typed wrong on the command line is said in the language of the person, with status 2.
#![allow(clippy::unwrap_used)]

use std::process::Command;

fn said(line: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
    let output = command.env_clear().current_dir(folder.path()).args(line.split(' ')).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{line}");
    assert!(output.stdout.is_empty(), "{line}");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn misuse_is_said_in_the_language_of_the_person() {
    for (line, dutch, english) in [
        ("foo", "\"foo\" is geen opdracht", "\"foo\" is no command"),
        ("serch", "Bedoelde u search?", "Did you mean search?"),
        ("show 1 2", "\"2\" hoort hier niet", "\"2\" does not belong here"),
        ("new --name x", "Er ontbreekt: --partner", "This is missing: --partner"),
        ("show abc", "\"abc\" past niet bij <NUMBER>", "\"abc\" does not fit <NUMBER>"),
        ("export 4 --format zip", "kies md", "choose md"),
        ("meet --dir", "--dir <DIR> vraagt een waarde", "--dir <DIR> needs a value"),
    ] {
        for (lang, expected) in [("nl", dutch), ("en", english)] {
            let text = said(&format!("--lang {lang} {line}"));
            assert!(text.starts_with("stuurgroep: ") && text.contains(expected), "{line}: {text}");
            assert!(text.contains("--help"), "{text}");
        }
    }
    // A name that would steer the terminal is shown as text.
    assert!(said("--lang en \u{1b}[31mfoo").chars().all(|c| c == '\n' || !c.is_control()));
}

#[test]
fn of_several_folders_each_must_be_there() {
    let folder = tempfile::tempdir().unwrap();
    let there = folder.path().to_str().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
    let args = ["--lang", "nl", "register", "decisions", "--dir", there, "--dir", "/tmp/bestaat-echt-niet"];
    let output = command.env_clear().env("XDG_CACHE_HOME", there).args(args).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8(output.stderr).unwrap().contains("bestaat-echt-niet"));
    // Nor is one folder that is not there an archive in which nothing was found.
    let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
    let args = ["--lang", "nl", "search", "iets", "--dir", "/tmp/bestaat-echt-niet"];
    let output = command.env_clear().env("XDG_CACHE_HOME", there).args(args).output().unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(3), 0));
    assert!(String::from_utf8(output.stderr).unwrap().contains("bestaat-echt-niet"));
}
