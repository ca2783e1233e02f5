//! What is typed wrong on the command line is said in the language of the person, with status 2.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// A chain in a folder `kompas`, and a filled form.
fn ground() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let sessions = folder.path().join("kompas/sessions");
    fs::create_dir_all(&sessions).unwrap();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, sessions.join(path.file_name().unwrap())).unwrap();
    }
    fs::write(folder.path().join("formulier.txt"), "").unwrap();
    folder
}

fn said_in(folder: &Path, line: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
    let output = command.env_clear().current_dir(folder).args(line.split(' ')).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{line}");
    assert!(output.stdout.is_empty(), "{line}");
    String::from_utf8(output.stderr).unwrap()
}

fn said(line: &str) -> String {
    said_in(tempfile::tempdir().unwrap().path(), line)
}

#[test]
fn misuse_is_said_in_the_language_of_the_person() {
    for (line, dutch, english) in [
        ("foo", "\"foo\" is geen opdracht", "\"foo\" is no command"),
        ("show 1 2", "\"2\" hoort hier niet", "\"2\" does not belong here"),
        ("new --name x", "Er ontbreekt: --partner", "This is missing: --partner"),
        ("new --name x", "--partner <CODE=NAAM> --date <DATUM>", "--partner <CODE=NAME> --date <DATE>"),
        ("show abc", "\"abc\" past niet bij <NUMMER>", "\"abc\" does not fit <NUMBER>"),
        ("show", "toont: stuurgroep list", "shown by: stuurgroep list"),
        ("export 4 --format zip", "kies md", "choose md"),
        ("meet --dir", "--dir <MAP> vraagt een waarde", "--dir <DIR> needs a value"),
        ("list --limit 5", "--limit hoort bij: search, register.", "--limit belongs to: search, register."),
        ("--limit 5 search x", "--limit hoort bij: search, register.", "--limit belongs to: search, register."),
        ("search", "Het gaat zo: stuurgroep search [OPTIES]", "It goes like this: stuurgroep search [OPTIONS]"),
        ("plan", "<--date <DATUM>|--put-back>", "<--date <DATE>|--put-back>"),
        ("round", "<--blank|--read <BESTAND>", "<--blank|--read <FILE>"),
        ("round --blank --read x", "--blank gaat niet samen met --read", "--blank does not go with --read"),
        ("list --json --json", "--json staat er twee keer", "--json is there twice"),
        ("search x --limit 0", "\"0\" past niet bij --limit <N>", "\"0\" does not fit --limit <N>"),
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

/// What is typed, what is meant, and what shows that it is: that runs, and no terminal is needed.
const MEANT: [(&str, &str, &str); 43] = [
    ("serch weekend", "search weekend", ""),
    ("shwo 4 --dir kompas", "show 4 --dir kompas", ""),
    ("4 --dir kompas", "meet 4 --dir kompas", "show"),
    ("A2026-07", "search A2026-07", ""),
    ("kompas", "--dir kompas", "list"),
    ("kompas/sessions/0004-2026-12-10.ron", "meet 4 --dir kompas", "show"),
    ("help", "--help", ""),
    ("help search", "search --help", ""),
    ("version", "--version", ""),
    ("zoek weekend", "search weekend", ""),
    ("find weekend", "search weekend", ""),
    ("lijst --dir kompas", "list --dir kompas", ""),
    ("toon 4 --dir kompas", "show 4 --dir kompas", ""),
    ("besluiten is:open", "register decisions is:open", ""),
    ("actions is:open", "register actions is:open", ""),
    ("meet kompas", "meet --dir kompas", "list"),
    ("show kompas", "list --dir kompas", ""),
    ("meet kompas/sessions/0004-2026-12-10.ron", "meet 4 --dir kompas", "show"),
    ("show kompas/sessions/0003-2026-09-17.ron --json", "show 3 --json --dir kompas", ""),
    ("show B2026-06", "search B2026-06", ""),
    ("show #4 --dir kompas", "show 4 --dir kompas", ""),
    ("show nr4 --dir kompas", "show 4 --dir kompas", ""),
    ("list 4 --dir kompas", "show 4 --dir kompas", ""),
    ("check 4 --dir kompas", "show 4 --dir kompas", ""),
    ("check kompas", "check --dir kompas", ""),
    ("signals kompas/sessions/0004-2026-12-10.ron", "show 4 --dir kompas", ""),
    ("search x --owner JR", "search x owner:JR", ""),
    ("register actions --eigenaar=JR", "register actions eigenaar:JR", ""),
    ("search x --sort newst", "search x --sort newest", ""),
    ("search x --sort=newst", "search x --sort=newest", ""),
    ("search x --lmit 5", "search x --limit 5", ""),
    ("register actions --dir kompas --max 5", "register actions --dir kompas --limit 5", ""),
    (
        "new Ster --partner POL=Politie --date 2099-01-01 --dir ster",
        "new --name Ster --partner POL=Politie --date 2099-01-01 --dir ster",
        "",
    ),
    ("plan 17-12-2098 --dir ster", "plan --date 17-12-2098 --dir ster", ""),
    ("export 4 verslag.md --dir kompas", "export 4 --output verslag.md --dir kompas", ""),
    ("round formulier.txt --dir kompas", "round --read formulier.txt --dir kompas", "refused"),
    ("-dir kompas list", "--dir kompas list", ""),
    ("list -d kompas", "list --dir kompas", ""),
    ("list --map kompas", "list --dir kompas", ""),
    ("list --dir kompas --today 10-12-2026", "list --dir kompas --today 2026-12-10", ""),
    ("completions bsh", "completions bash", ""),
    ("register actoins", "register actions", ""),
    ("register acites --dir kompas", "register actions --dir kompas", ""),
];

#[test]
fn wrong_use_of_a_command_proposes_the_right_one_which_works_as_it_stands() {
    let folder = ground();
    for (typed, meant, instead) in MEANT {
        for (lang, proposes) in [("nl", "Bedoelde u: stuurgroep "), ("en", "Did you mean: stuurgroep ")] {
            let said = said_in(folder.path(), &format!("{typed} --lang {lang}"));
            let proposal =
                said.lines().find_map(|line| line.split_once(proposes)).unwrap_or_else(|| panic!("{typed}: {said}")).1;
            // The register is told apart by the program itself, which knows where the person is.
            let shown = proposal.replace(&format!(" --lang {lang}"), "");
            assert_eq!(shown, meant, "{typed}");
            let runs = match instead {
                "list" if proposal.contains("meet") => proposal.replacen("meet", "list", 1),
                "list" => format!("{proposal} list"),
                "show" => proposal.replacen("meet", "show", 1),
                _ => proposal.to_owned(),
            };
            let mut shell = Command::new("sh");
            shell.env_clear().env("PROGRAM", env!("CARGO_BIN_EXE_stuurgroep")).current_dir(folder.path());
            shell.env("XDG_CACHE_HOME", folder.path()).env("XDG_STATE_HOME", folder.path());
            let output = shell.args(["-c", &format!("\"$PROGRAM\" {runs}")]).output().unwrap();
            let help = String::from_utf8_lossy(&output.stderr).contains("--help");
            assert!(output.status.code() != Some(2) || instead == "refused" || !help, "{typed}: {runs}: {output:?}");
        }
    }
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

/// The program from a folder, with what stands in its environment.
fn run_in(folder: &Path, args: &[&str], environment: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
    command.env_clear().envs(environment.iter().copied()).current_dir(folder).args(args);
    command.args(["--lang", "en", "--today", "2026-12-10"]).output().unwrap()
}

/// What is advised, as a shell runs it from the same folder. Who has no terminal lists a meeting instead of opening it.
fn take_advice(folder: &Path, said: &str) -> Output {
    let (_, advice) = said.trim_end().split_once("stuurgroep ").unwrap();
    let line = format!("\"$PROGRAM\" {} --lang en", advice.replacen("meet", "list", 1));
    let mut command = Command::new("sh");
    command.env_clear().env("PROGRAM", env!("CARGO_BIN_EXE_stuurgroep")).current_dir(folder).args(["-c", &line]);
    command.output().unwrap()
}

const NEW: [&str; 7] = ["new", "--name", "Proef", "--partner", "POL=Politie", "--date", "10-12-2026"];

#[test]
fn what_a_command_advises_works_as_it_stands_from_the_same_folder() {
    for (dir, option) in [
        (Some("keten"), " --dir keten"),
        (Some("leeg/../keten"), " --dir leeg/../keten"),
        (Some("ketens van noord/l'or"), r" --dir 'ketens van noord/l'\''or'"),
        (Some("."), " --dir ."),
        (None, ""),
    ] {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("leeg")).unwrap();
        let dir: Vec<&str> = dir.iter().flat_map(|dir| ["--dir", dir]).collect();
        let made = run_in(folder.path(), &[&NEW[..], &dir].concat(), &[]);
        let said = String::from_utf8(made.stdout).unwrap();
        assert!(said.trim_end().ends_with(&format!("stuurgroep meet{option}")), "{said}");
        assert!(!said.split(" first meeting").next().unwrap().contains(".."), "{said}");
        let listed = take_advice(folder.path(), &said);
        assert!(listed.status.success(), "{said}: {listed:?}");
        assert!(String::from_utf8_lossy(&listed.stdout).contains("0001-2026-12-10.ron"));
        let missing = run_in(folder.path(), &[&["show", "9"], &dir[..]].concat(), &[]);
        let said = String::from_utf8(missing.stderr).unwrap();
        assert!(said.trim_end().ends_with(&format!("stuurgroep list{option}")), "{said}");
        assert!(take_advice(folder.path(), &said).status.success(), "{said}");
    }
    // What stands in the environment is there the next time as well.
    let folder = tempfile::tempdir().unwrap();
    let made = run_in(folder.path(), &NEW, &[("STUURGROEP_DIR", "keten")]);
    let said = String::from_utf8(made.stdout).unwrap();
    assert!(said.trim_end().ends_with("stuurgroep meet"), "{said}");
}

#[test]
fn a_command_that_writes_a_date_does_not_believe_a_clock_that_is_plainly_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let wrong = [("STUURGROEP_FAULT", "clock:1999-01-01T09:00:00")];
    let by_machine = |args: &[&str], environment: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
        command.env_clear().envs(environment.iter().copied()).current_dir(folder.path()).args(args);
        command.args(["--lang", "en"]).output().unwrap()
    };
    let refused = |args: &[&str], fault: &str| {
        let output = by_machine(args, &[("STUURGROEP_FAULT", fault)]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.contains("The clock of this computer says") && said.contains("--today"), "{args:?}: {said}");
    };
    refused(&NEW, wrong[0].1);
    assert!(!folder.path().join("sessions").exists(), "nothing is written");
    assert!(run_in(folder.path(), &NEW, &wrong).status.success(), "a person said what day it is");
    refused(&["plan", "--date", "17-12-2026"], wrong[0].1);
    let forms = run_in(folder.path(), &["round", "--blank"], &[]);
    assert!(forms.status.success(), "{forms:?}");
    refused(&["round", "--read", "0001-POL.txt"], wrong[0].1);
    assert!(folder.path().join("sessions/0001-2026-12-10.ron").is_file());
    let right = by_machine(&["plan", "--date", "17-12-2026"], &[("STUURGROEP_FAULT", "clock:2026-12-01T09:00:00")]);
    assert!(right.status.success(), "{right:?}");
}

#[test]
fn the_name_of_a_file_makes_no_line_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    assert!(run_in(folder.path(), &NEW, &[]).status.success());
    let sessions = folder.path().join("sessions");
    let fake = "Fine: 9 meetings";
    fs::write(sessions.join(format!("verslag\n{fake}.ron")), "kapot").unwrap();
    fs::write(sessions.join(format!("0001-2026-12-10 (kopie)\n{fake}\u{1b}[2J.ron")), "kapot").unwrap();
    for args in [&["check"][..], &["list"], &["show", "7"], &["search", "iets"], &["meet", "7"]] {
        let output = run_in(folder.path(), args, &[("XDG_CACHE_HOME", folder.path().to_str().unwrap())]);
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8(said).unwrap();
        assert!(!said.lines().any(|line| line.trim_start().starts_with(fake)), "{args:?}: {said}");
        assert!(said.chars().all(|sign| sign == '\n' || !sign.is_control()), "{args:?}: {said:?}");
    }
}

#[test]
fn the_status_of_check_says_what_there_is_to_do() {
    let folder = tempfile::tempdir().unwrap();
    assert!(run_in(folder.path(), &NEW, &[]).status.success());
    let path = folder.path().join("sessions/0001-2026-12-10.ron");
    let whole = fs::read_to_string(&path).unwrap();
    let check = |text: &str| {
        fs::write(&path, text).unwrap();
        let output = run_in(folder.path(), &["check"], &[]);
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    assert_eq!(check(&whole).0, Some(0));
    assert!(check(&whole).1.contains("Fine: 1 meeting;"), "{}", check(&whole).1);
    // Somebody may edit what is still to be held; a report that is over is looked at.
    let (status, said) = check(&whole.replacen("Politie", "Politie Noord", 1));
    assert!(status == Some(0) && said.contains("seal does not match"), "{said}");
    let (status, said) = check(&whole.replacen("state: Planned", "state: Closed", 1));
    assert!(status == Some(1) && said.contains("seal does not match"), "{said}");
    let (status, said) = check(&whole.replacen("partners:", "partnres:", 1));
    assert!(status == Some(1) && said.contains("Looked at 1 file."), "{said}");
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert_eq!(run_in(folder.path(), &["check"], &[]).status.code(), Some(1), "a folder is no meeting");
    let help = run_in(folder.path(), &["check", "--help"], &[]);
    assert!(String::from_utf8(help.stdout).unwrap().contains("0: fine"));
}

/// Where there is no terminal at all a meeting says what it lacks, and what does without.
#[test]
fn a_meeting_without_a_terminal_says_what_it_needs() {
    let ground = ground();
    let mut command = Command::new("setsid");
    command.args(["--wait", env!("CARGO_BIN_EXE_stuurgroep"), "--lang", "nl", "--dir", "kompas", "meet", "4"]);
    let output = command.env("HOME", ground.path()).current_dir(ground.path()).stdin(std::process::Stdio::null());
    let output = output.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && said.contains("heeft een terminal nodig"), "{said}");
}
