//! What other programs take from the command line: completions, the manual, and every row.
#![allow(clippy::print_stderr)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
    command.env_clear().env("XDG_CACHE_HOME", folder).current_dir(folder).args(args).output().unwrap()
}

fn text(folder: &Path, args: &[&str]) -> String {
    let output = run(folder, args);
    assert!(output.status.success() && output.stderr.is_empty(), "{args:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The commands as help tells of them.
fn commands(folder: &Path) -> Vec<String> {
    let help = text(folder, &["--lang", "en", "--help"]);
    let (_, list) = help.split_once("Commands:\n").unwrap();
    let list = list.lines().take_while(|line| !line.is_empty()).filter(|line| !line.starts_with("   "));
    let names: Vec<String> = list.map(|line| line.split_whitespace().next().unwrap().to_owned()).collect();
    assert!(names.len() > 15 && names.contains(&"man".to_owned()), "{names:?}");
    names
}

#[test]
fn a_shell_completes_every_command_and_what_can_be_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let names = commands(folder.path());
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = text(folder.path(), &["completions", shell, "--lang", "nl"]);
        for word in names.iter().map(String::as_str).chain(["decisions", "newest", "--put-back", "--no-mouse"]) {
            // Some shells get a long option without its dashes.
            assert!(script.contains(word.trim_start_matches('-')), "{word} in {shell}");
        }
        assert!(!script.contains("generate"), "{shell} proposes what help does not show");
        let told = ["elvish", "fish", "powershell", "zsh"].contains(&shell);
        assert_eq!(script.contains("Opent een vergadering"), told, "{shell} tells it in the language of the person");
    }
}

#[test]
fn bash_understands_its_completions() {
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("stuurgroep.bash");
    fs::write(&script, text(folder.path(), &["completions", "bash"])).unwrap();
    let asks = r#". "$1"; COMP_WORDS=(stuurgroep register d); COMP_CWORD=2; _stuurgroep stuurgroep d register; echo "${COMPREPLY[*]}""#;
    let Ok(parsed) = Command::new("bash").arg("-n").arg(&script).output() else {
        eprintln!("skipped: there is no bash here");
        return;
    };
    assert!(parsed.status.success() && parsed.stderr.is_empty(), "{parsed:?}");
    let completed = Command::new("bash").args(["-c", asks, "bash"]).arg(&script).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&completed.stdout).trim(), "decisions differences", "{completed:?}");
}

#[test]
fn the_manual_has_every_command_in_the_language_of_the_person() {
    let folder = tempfile::tempdir().unwrap();
    for (lang, headings, other) in [
        ("nl", ["NAAM", "GEBRUIK", "OPTIES", "OPDRACHTEN", "EXITSTATUS"], "Usage"),
        ("en", ["NAME", "SYNOPSIS", "OPTIONS", "COMMANDS", "EXIT STATUS"], "Gebruik"),
    ] {
        let page = text(folder.path(), &["man", "--lang", lang]);
        let sections: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
        assert_eq!(sections.iter().map(|name| name.trim_matches('"')).collect::<Vec<_>>(), headings);
        let commands: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SS ")).collect();
        let expected: Vec<String> =
            self::commands(folder.path()).iter().map(|name| format!("\"stuurgroep {name}\"")).collect();
        assert_eq!(commands, expected);
        assert!(!page.contains(other) && !page.contains("generate"), "{page}");
        assert_eq!(page.matches("no\\-mouse").count(), 1, "what every command has is said once");
        assert!(page.contains("put\\-back") && page.contains("files\\-only"), "what one command has is there");
        let mut groff = Command::new("groff");
        groff.args(["-man", "-Tutf8", "-ww", "-z", "-k"]).arg(folder.path().join("page"));
        fs::write(folder.path().join("page"), &page).unwrap();
        match groff.output() {
            Ok(output) => assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr)),
            Err(_) => eprintln!("skipped: there is no groff here to read it"),
        }
    }
}

#[test]
fn other_programs_get_every_row_and_people_are_told_that_there_is_more() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("archief")).unwrap();
    text(folder.path(), &["generate", "--meetings", "12", "--dir", "archief"]);
    for (args, shown) in [(&["search", "de"][..], 20), (&["register", "actions"], 50)] {
        let ask = |more: &[&str]| text(folder.path(), &[args, &["--dir", "archief", "--lang", "en"], more].concat());
        let json = |more: &[&str]| -> serde_json::Value { serde_json::from_str(&ask(more)).unwrap() };
        let all = json(&["--json"]);
        let total = all["total"].as_u64().unwrap();
        assert!(total > shown, "{args:?}: {total}");
        assert_eq!(all["results"].as_array().unwrap().len() as u64, total, "{args:?}");
        assert_eq!(json(&["--json", "--limit", "7"])["results"].as_array().unwrap().len(), 7);
        let people = ask(&[]);
        assert!(people.contains(&format!("{shown} of {total} rows.")), "{people}");
        let more = format!("There is more. All of it is shown by --limit {total}");
        assert!(people.trim_end().ends_with(&more), "{people}");
        let whole = ask(&["--limit", &total.to_string()]);
        assert!(whole.contains(&format!("{total} of {total} rows.")) && !whole.contains("There is more"), "{args:?}");
    }
}
