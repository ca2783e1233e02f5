//! The report of a meeting, from the live data, in the order of domain §2.4.
#![allow(clippy::unwrap_used)]

use std::process::Command;

fn export(number: &str, lang: &str) -> String {
    let program = env!("CARGO_BIN_EXE_stuurgroep");
    let folder = env!("CARGO_MANIFEST_DIR");
    let output = Command::new(program)
        .env_clear()
        .args(["export", number, "--format", "md", "--lang", lang, "--dir", folder])
        .output()
        .unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_report_in_both_languages() {
    for lang in ["nl", "en"] {
        for number in ["2", "4"] {
            insta::assert_snapshot!(format!("{number}-{lang}"), export(number, lang));
        }
    }
}

#[test]
fn a_minority_stands_verbatim_under_its_decision_and_stories_come_before_figures() {
    let text = export("2", "nl");
    let place = |what: &str| text.find(what).unwrap_or_else(|| panic!("{what} in\n{text}"));
    assert!(place("## Verhalen") < place("## Stand en koers"));
    assert!(place("## Stand en koers") < place("## Besluiten"));
    let minority = place("meldingen horen bij de ketenplanner; de meldkamer mist zicht op de zorgvraag.");
    assert!(place("B2026-06 Weekendmeldingen") < minority && minority < place("## Verschillen"));
    assert!(text.contains("Voert het besluit uit: ja."));
}

#[test]
fn a_blocked_story_is_in_no_report() {
    let text = export("4", "nl");
    assert!(!text.contains("123456782") && !text.contains("Ayoub"), "{text}");
    assert!(text.contains("Vrijdag verhoor"));
}

#[test]
fn a_file_that_exists_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("verslag.md");
    std::fs::write(&target, "mine").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_stuurgroep"))
        .env_clear()
        .args(["export", "2", "--dir", env!("CARGO_MANIFEST_DIR"), "--lang", "en", "--output"])
        .arg(&target)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(&target).unwrap(), "mine");
}
