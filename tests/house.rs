//! What holds the house together: arrows between rooms, and words in both languages.
#![allow(clippy::unwrap_used)]

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut found);
    found
}

/// Code without its tests.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap()
}

#[test]
fn arrows_between_rooms_run_one_way() {
    let forbidden: [(&str, &[&str]); 6] = [
        (
            "src/index",
            &[
                "crate::app",
                "crate::cli",
                "crate::panes",
                "crate::text",
                "crate::widgets",
                "crate::documents",
                "ratatui::",
            ],
        ),
        (
            "src/model",
            &[
                "crate::app",
                "crate::cli",
                "crate::panes",
                "crate::store",
                "crate::text",
                "crate::widgets",
                "crate::documents",
                "std::fs",
                "std::io",
                "std::env",
                "std::time",
                "ratatui",
                "crossterm",
                "ron::",
                "Local",
                "Utc::now",
                "SystemTime",
            ],
        ),
        (
            "src/store",
            &[
                "crate::app",
                "crate::cli",
                "crate::panes",
                "crate::text",
                "crate::widgets",
                "crate::documents",
                "ratatui",
            ],
        ),
        (
            "src/widgets",
            &["crate::app", "crate::cli", "crate::panes", "crate::store", "crate::model", "crate::documents"],
        ),
        (
            "src/documents",
            &["crate::app", "crate::cli", "crate::panes", "crate::store", "crate::widgets", "ratatui", "std::fs"],
        ),
        (
            "src/text",
            &[
                "crate::app",
                "crate::cli",
                "crate::panes",
                "crate::store",
                "crate::widgets",
                "crate::documents",
                "ratatui",
            ],
        ),
    ];
    for (room, words) in forbidden {
        for (path, text) in sources(room) {
            for word in words {
                assert!(!code(&text).contains(word), "{} uses {word}", path.display());
            }
        }
    }
}

/// Message, and the variables it names.
fn messages(file: &str) -> BTreeMap<String, BTreeSet<String>> {
    fn pattern(found: &Pattern<&str>, names: &mut BTreeSet<String>) {
        for element in &found.elements {
            if let PatternElement::Placeable { expression } = element {
                match expression {
                    Expression::Inline(inline) => variable(inline, names),
                    Expression::Select { selector, variants } => {
                        variable(selector, names);
                        variants.iter().for_each(|variant| pattern(&variant.value, names));
                    }
                }
            }
        }
    }
    fn variable(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
        if let InlineExpression::VariableReference { id } = inline {
            names.insert(id.name.to_owned());
        }
    }
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(file)).unwrap();
    let resource = FluentResource::try_new(text).unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
    let mut found = BTreeMap::new();
    for entry in resource.entries() {
        if let Entry::Message(message) = entry {
            let mut names = BTreeSet::new();
            pattern(message.value.as_ref().unwrap(), &mut names);
            assert!(
                found.insert(message.id.name.to_owned(), names).is_none(),
                "{file}: {} stands twice",
                message.id.name
            );
        }
    }
    found
}

#[test]
fn both_languages_say_the_same_things_with_the_same_values() {
    let (dutch, english) = (messages("nl.ftl"), messages("en.ftl"));
    for (id, names) in &dutch {
        assert_eq!(Some(names), english.get(id), "{id}");
    }
    for id in english.keys() {
        assert!(dutch.contains_key(id), "{id} is missing in Dutch");
    }
}

/// Every literal that has the form of a message.
fn literals() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (_, text) in sources("src") {
        for piece in text.split('"') {
            let form =
                !piece.is_empty() && piece.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            if form {
                found.insert(piece.to_owned());
            }
        }
    }
    found
}

#[test]
fn every_message_is_used_and_every_used_message_is_there() {
    let there = messages("nl.ftl");
    let used = literals();
    // The command line makes these names from the names of commands and options.
    let derived = |id: &str| id.starts_with("arg-") || id.starts_with("cli-");
    for id in there.keys().filter(|id| !derived(id)) {
        assert!(used.contains(id), "{id} is not used");
    }
    let prefixes: BTreeSet<&str> = there.keys().filter_map(|id| id.split_once('-').map(|(prefix, _)| prefix)).collect();
    let other = ["on-time"];
    for id in used.iter().filter(|id| id.contains('-') && !id.starts_with('-') && !other.contains(&id.as_str())) {
        let prefix = id.split('-').next().unwrap();
        if prefixes.contains(prefix) && !derived(id) && !id.ends_with('-') {
            assert!(there.contains_key(id), "{id} is used and not there");
        }
    }
}

#[test]
fn help_of_every_command_is_translated() {
    for lang in ["nl", "en"] {
        let texts = messages(&format!("{lang}.ftl"));
        for command in [
            "", "demo", "new", "plan", "meet", "round", "list", "show", "signals", "check", "merge", "export", "card",
            "generate",
        ] {
            let mut args = vec!["--lang", lang, "--help"];
            if !command.is_empty() {
                args.insert(0, command);
            }
            let out = std::process::Command::new(env!("CARGO_BIN_EXE_stuurgroep")).args(args).output().unwrap();
            let out = String::from_utf8(out.stdout).unwrap();
            let raw = out.split_whitespace().find(|word| word.starts_with("arg-") || word.starts_with("cli-"));
            assert_eq!(raw, None, "{command} in {lang}: no text for it among {} messages", texts.len());
        }
    }
}
