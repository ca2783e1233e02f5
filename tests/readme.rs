//! What README shows is what the program has: the keys, and the screen.

use crate::stage::Stage;
use std::fs;
use std::path::{Path, PathBuf};
use stuurgroep::app::commands::{self, Group};
use stuurgroep::panes::PANES;
use stuurgroep::text::{Lang, Texts};

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

/// The table of keys, from the one place where they are declared.
fn keys() -> String {
    let texts = Texts::new(Lang::En);
    let mut rows = vec!["| Where | Keys | What |".to_owned(), "| --- | --- | --- |".to_owned()];
    for group in commands::all() {
        for command in group.commands().iter().filter(|command| !command.keys.is_empty()) {
            let keys: Vec<String> = command.keys.iter().map(|key| format!("`{}`", key.label())).collect();
            rows.push(format!("| {} | {} | {} |", texts.get(group.heading), keys.join(" "), texts.get(command.name)));
        }
    }
    rows.join("\n")
}

/// The picture: the KPI pane of Kompas.
fn screen() -> String {
    let mut stage = Stage::kompas(Lang::En, 4);
    stage.app.desk.size = (110, 30);
    stage.keys("7");
    format!("```text\n{}\n```", stage.screen(110, 30))
}

fn between(text: &str, name: &str) -> String {
    let (_, rest) = text.split_once(&format!("<!-- {name} -->\n")).unwrap();
    rest.split_once(&format!("\n<!-- end {name} -->")).unwrap().0.to_owned()
}

#[test]
fn keys_and_screen_are_those_of_the_program() {
    let text = fs::read_to_string(path()).unwrap();
    assert_eq!(between(&text, "keys"), keys());
    assert_eq!(between(&text, "screen"), screen());
}

/// No two commands that hold together have one key.
#[test]
fn no_key_means_two_things_in_one_pane() {
    for pane in PANES {
        let mut seen: Vec<(String, &str)> = Vec::new();
        let common = commands::common();
        let all = Group::pane(pane).commands().into_iter().chain(common.iter().flat_map(Group::commands));
        for command in all {
            for key in command.keys {
                let label = key.label();
                let taken = seen.iter().find(|(known, _)| *known == label);
                assert!(taken.is_none(), "{label} is {} and {} in {:?}", command.name, taken.unwrap().1, pane.room);
                seen.push((label, command.name));
            }
        }
    }
}

/// Puts the keys and the screen into README: after a change of them.
#[test]
#[ignore = "writes README.md"]
fn write_them_anew() {
    let mut text = fs::read_to_string(path()).unwrap();
    for (name, content) in [("keys", keys()), ("screen", screen())] {
        let old = format!("<!-- {name} -->\n{}\n<!-- end {name} -->", between(&text, name));
        text = text.replace(&old, &format!("<!-- {name} -->\n{content}\n<!-- end {name} -->"));
    }
    fs::write(path(), text).unwrap();
}
