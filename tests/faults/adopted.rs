//! A report that is adopted is never written again, whatever became of the file that says so.

use crate::ways::{Ground, WAYS, Way};
use std::fs;
use std::path::PathBuf;
use stuurgroep::model::session::Adoption;
use stuurgroep::store::read::load;
use stuurgroep::store::seal::Stamp;
use stuurgroep::store::write;

const WAY: Way = WAYS[2];
const THIRD: &str = "0003-2026-09-17.ron";
const FOURTH: &str = "0004-2026-12-10.ron";

/// What is done to a file.
type Change = Box<dyn Fn(PathBuf)>;

/// What can become of the next meeting, which adopted the report.
fn shapes() -> Vec<(&'static str, Change)> {
    let text = |path: &PathBuf| fs::read_to_string(path).unwrap();
    let edit = move |change: fn(String) -> String| -> Change {
        Box::new(move |path: PathBuf| fs::write(&path, change(text(&path))).unwrap())
    };
    let rename = |name: &'static str| -> Change {
        Box::new(move |path: PathBuf| fs::rename(&path, path.with_file_name(name)).unwrap())
    };
    vec![
        ("as it is", edit(|text| text)),
        ("cut", edit(|text| text[..text.len() / 2].to_owned())),
        ("cut near its beginning", edit(|text| text[..400].to_owned())),
        ("misspelt", edit(|text| text.replacen("decisions:", "decisons:", 1))),
        ("of a newer schema", edit(|text| text.replacen("schema: 1", "schema: 2", 1))),
        ("of a newer schema in hex", edit(|text| text.replacen("schema: 1", "schema: 0x2", 1))),
        ("of a newer schema after a comment", edit(|text| text.replacen("schema: 1", "/* nieuw */ schema: 2", 1))),
        ("of a newer schema with a new field", edit(|text| text.replacen("schema: 1,", "schema: 2, room: 3,", 1))),
        ("empty", edit(|_| String::new())),
        ("not UTF-8", Box::new(|path| fs::write(path, [0xff, 0xfe, 0]).unwrap())),
        ("a conflict copy", rename("0004-2026-12-10 (conflicted copy 2026-12-11 101112).ron")),
        ("renamed by hand", rename("verslag-december.ron")),
        ("with another number in its name", rename("0007-2026-12-10.ron")),
        (
            "a folder",
            Box::new(|path| {
                fs::remove_file(&path).unwrap();
                fs::create_dir(&path).unwrap();
            }),
        ),
    ]
}

/// Kompas with its third report adopted by the fourth meeting.
fn ground() -> Ground {
    let ground = Ground::kompas(false);
    let mut terminal = ground.start(WAY, &["meet", "4"]);
    terminal.wait_for("LIVE");
    let adopts = ground.text(FOURTH).contains("adopts:");
    if !adopts {
        terminal.keys("g").wait_for("✓ recorded");
    }
    terminal.keys("<C-q>").wait_exit();
    assert!(ground.text(FOURTH).contains("adopts:"));
    ground
}

#[test]
fn an_adopted_report_is_never_written_whatever_became_of_its_successor() {
    for (shape, change) in shapes() {
        let ground = ground();
        let sessions = ground.chain().join("sessions");
        change(sessions.join(FOURTH));
        let before = ground.text(THIRD);
        let mut terminal = ground.start(WAY, &["meet", "3"]);
        terminal.wait_until("read-only", |screen| screen.to_lowercase().contains("read-only"));
        terminal.keys(":").wait_for("What would you like to do?");
        terminal.keys("reopen<Enter>");
        std::thread::sleep(std::time::Duration::from_millis(300));
        terminal.keys("omdat het kan<Enter>");
        std::thread::sleep(std::time::Duration::from_millis(300));
        terminal.keys("<Esc><Esc>nEen woord<Enter><Esc><C-q>");
        terminal.wait_exit();
        assert_eq!(ground.text(THIRD), before, "{shape}");
        assert!(!ground.names().iter().any(|name| name == ".0003.closed"), "{shape}");
    }
}

#[test]
fn no_successor_is_made_of_what_a_newer_program_wrote() {
    for (old, new) in [
        ("schema: 1", "schema: 2"),
        ("schema: 1", "schema: 0x2"),
        ("schema: 1", "/* nieuw */ schema: 2"),
        ("schema: 1,", "schema: 2, room: (open: true),"),
    ] {
        let ground = Ground::kompas(false);
        let sessions = ground.chain().join("sessions");
        fs::remove_file(sessions.join(FOURTH)).unwrap();
        // Closed, the newest, and of another program.
        let text = ground.text(THIRD).replacen(old, new, 1);
        fs::write(sessions.join(THIRD), &text).unwrap();
        for args in [&["plan", "--date", "10-12-2026"][..], &["list"], &["show", "3"], &["export", "3"], &["signals"]] {
            let output = ground.run(WAY, args);
            let said =
                format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
            assert_eq!(output.status.code(), Some(3), "{new} {args:?}: {said}");
            assert!(said.contains("newer version"), "{new} {args:?}: {said}");
        }
        assert_eq!(ground.text(THIRD), text);
        assert_eq!(ground.names().len(), 3, "{:?}", ground.names());
    }
}

#[test]
fn a_report_that_is_adopted_while_it_is_open_is_not_written_any_more() {
    let ground = Ground::kompas(false);
    let fourth = ground.chain().join("sessions").join(FOURTH);
    let away = ground.root().join("weg.ron");
    fs::rename(&fourth, &away).unwrap();
    let mut terminal = ground.start(WAY, &["meet", "3"]);
    terminal.wait_for("Opening");
    terminal.keys(":").wait_for("What would you like to do?");
    terminal.keys("reopen<Enter>").wait_for("reason");
    terminal.keys("een vergeten actie<Enter>").wait_for("✓ recorded");
    // Another machine adopts it as it was.
    let mut session = load(&away).unwrap().session;
    let of_another = load(&ground.chain().join("sessions").join(THIRD)).unwrap().session.adopts.unwrap();
    session.adopts = Some(Adoption { session: 3, ..of_another });
    fs::write(&fourth, write::text(&fourth, &session, &Stamp::first()).unwrap()).unwrap();
    // It is asked now and then only, and not with every word.
    std::thread::sleep(std::time::Duration::from_millis(2500));
    let before = ground.text(THIRD);
    terminal.keys("n").wait_for("One line and Enter");
    terminal.keys("te laat<Enter>").wait_for("NOT RECORDED");
    std::thread::sleep(std::time::Duration::from_millis(1500));
    assert_eq!(ground.text(THIRD), before);
    terminal.keys("<C-q>").wait_exit();
    assert_eq!(ground.text(THIRD), before);
}
