//! What holds the house together: arrows between rooms, and words in both languages.

use fluent_bundle::{FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use stuurgroep::text::{Lang, Texts};

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

/// Numbers that are never one: thresholds of the model, and what is only said of more.
const NEVER_ONE: [&str; 16] = [
    "field-too-long",
    "trust-too-few",
    "refused-too-few-rows",
    "credits",
    "mandates-ending",
    "claim-old-round",
    "claim-quiet-factor",
    "claim-not-realised",
    "claim-no-activity",
    "claim-no-shopfloor",
    "covenant-versions",
    "trends-period",
    "trend-up",
    "trend-down",
    "trend-level",
    "trend-back",
];

/// The values of messages that count something; what else stands in one is a name, a date or a figure.
const COUNTS: [&str; 30] = [
    "count",
    "days",
    "people",
    "hours",
    "minutes",
    "months",
    "years",
    "sessions",
    "records",
    "items",
    "left",
    "decisions",
    "actions",
    "notes",
    "taken",
    "lost",
    "present",
    "seats",
    "quorum",
    "hard",
    "soft",
    "shown",
    "total",
    "done",
    "all",
    "with",
    "folders",
    "others",
    "carrying",
    "most",
];

/// Words that end as a plural and are none.
const NO_PLURALS: [&str; 9] = ["does", "asks", "waits", "mens", "teken", "hebben", "eens", "open", "this"];

/// Where a message with one of everything speaks of several: a one, and then a plural. "1 of 1 partners" is right.
fn speaks_of_several(said: &str, endings: &[&str]) -> bool {
    let words: Vec<&str> = said.split_whitespace().collect();
    words.windows(2).enumerate().any(|(at, pair)| {
        let of = at > 0 && ["of", "van"].contains(&words[at - 1]);
        let noun = pair[1].trim_end_matches(|sign: char| !sign.is_alphanumeric());
        let is_plural = noun.len() > 3 && endings.iter().any(|end| noun.ends_with(end)) && !NO_PLURALS.contains(&noun);
        pair[0].trim_start_matches('(') == "1" && !of && is_plural
    })
}

#[test]
fn nothing_that_is_one_is_said_to_be_several() {
    assert!(speaks_of_several("Looked at 1 files.", &["s"]) && !speaks_of_several("1 of 1 files", &["s"]));
    for (lang, file, endings) in [(Lang::Nl, "nl.ftl", &["en", "s"][..]), (Lang::En, "en.ftl", &["s", "people"])] {
        let texts = Texts::new(lang);
        let mut found = Vec::new();
        for (id, names) in messages(file).into_iter().filter(|(id, _)| !NEVER_ONE.contains(&id.as_str())) {
            let values: Vec<(&str, FluentValue)> = names
                .iter()
                .map(|name| (name.as_str(), if COUNTS.contains(&name.as_str()) { 1.into() } else { "X".into() }))
                .collect();
            let said = texts.with(&id, &values);
            if speaks_of_several(&said, endings) {
                found.push(format!("{id}: {said}"));
            }
        }
        assert!(found.is_empty(), "{file}:\n{}", found.join("\n"));
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

/// What a person or a file gives reaches a terminal by one door each: a cell by lines of the library, which drop control
/// characters after `visible` made the rest harmless (`widgets::ink::text` makes such a line), and a stream by `Context::print`,
/// `print_json` and `say_beside`.
#[test]
fn nobody_writes_to_the_terminal_past_the_doors() {
    let doors: [(&str, &[&str]); 3] = [
        // `merge` gives the bytes of a session file as they would stand on disk, for another program to take.
        ("io::stdout()", &["src/cli/mod.rs", "src/cli/merge.rs", "src/app/tty.rs"]),
        ("io::stderr()", &["src/cli/mod.rs"]),
        // What is set there past the lines of the library is a sign of the program's own, by its type.
        ("set_symbol(", &["src/widgets/ink.rs"]),
    ];
    let walls = ["set_string", "set_char", "set_span", "set_line", "print!", "println!", "dbg!(", "SetTitle"];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (path, text) in sources("src") {
        let place = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        for wall in walls {
            assert!(!code(&text).contains(wall), "{place} uses {wall}");
        }
        for (door, own) in &doors {
            // To ask whether anybody looks writes nothing.
            let used = code(&text).replace(&format!("{door}.is_terminal()"), "").contains(door);
            assert!(!used || own.contains(&place.as_str()), "{place} uses {door}");
        }
    }
}

/// The enums of this program, as its own files declare them.
fn own_enums(files: &[(PathBuf, String)]) -> BTreeSet<String> {
    let lines = files.iter().flat_map(|(_, text)| code(text).lines());
    let names = lines.filter_map(|line| {
        let line = line.trim_start();
        let rest = ["pub enum ", "enum ", "pub(super) enum ", "pub(crate) enum "]
            .iter()
            .find_map(|start| line.strip_prefix(start))?;
        Some(rest.chars().take_while(|letter| letter.is_alphanumeric()).collect())
    });
    names.collect()
}

/// What a file brings in from elsewhere under a name that an enum of our own has too.
fn foreign(text: &str, own: &BTreeSet<String>) -> BTreeSet<String> {
    let uses = text.split("\nuse ").skip(1).filter_map(|rest| rest.split(';').next());
    let from_outside = uses.filter(|path| !["crate::", "super::", "self::"].iter().any(|ours| path.starts_with(ours)));
    let words = from_outside.flat_map(|path| path.split(|letter: char| !letter.is_alphanumeric()));
    words.filter(|word| own.contains(*word)).map(str::to_owned).collect()
}

/// The name of an enum of which a pattern names a variant; `None` where it names none.
fn enum_in<'p>(pattern: &'p str, own: &BTreeSet<String>) -> Option<&'p str> {
    pattern.match_indices("::").find_map(|(at, _)| {
        let before = &pattern[..at];
        let start = before.rfind(|letter: char| !letter.is_alphanumeric()).map_or(0, |place| place + 1);
        let name = &before[start..];
        (name == "Self" || own.contains(name)).then_some(name)
    })
}

/// A pattern that takes whatever is left: `_`, a name, or those within `Some` or a tuple.
fn takes_the_rest(pattern: &str) -> bool {
    let bare = pattern.replace(['(', ')', ','], " ");
    let words: Vec<&str> =
        bare.split_whitespace().filter(|word| !["Some", "Ok", "Err", "&", "mut"].contains(word)).collect();
    let is_name = |word: &&str| word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    !words.is_empty() && words.iter().all(is_name) && words != ["true"] && words != ["false"]
}

/// Places where a match that tells variants of an enum of our own apart takes the rest of them with `_` or a name.
fn falls_through(text: &str, own: &BTreeSet<String>) -> Vec<usize> {
    let own: BTreeSet<String> = own.difference(&foreign(text, own)).cloned().collect();
    let lines: Vec<&str> = code(text).lines().collect();
    let depth = |line: &str| line.len() - line.trim_start().len();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some((pattern, _)) = line.trim_start().split_once(" => ") else { continue };
        if pattern.contains(" if ") || !takes_the_rest(pattern) || pattern.contains('"') {
            continue;
        }
        // An error that is handed on whole is not lost, and a success is no answer to it.
        let wrap = ["Some(", "Ok(", "Err("].into_iter().find(|wrap| pattern.starts_with(wrap)).unwrap_or("");
        if wrap == "Err(" && !pattern.contains('_') {
            continue;
        }
        // The arms before it stand as deep as it does, up to the line that opens the match; guards of theirs don't count.
        let before =
            lines[..at].iter().rev().take_while(|other| other.trim().is_empty() || depth(other) >= depth(line));
        let arms = before.filter(|other| depth(other) == depth(line)).map(|other| other.trim_start());
        let patterns = arms.map(|arm| arm.split(" => ").next().unwrap().split(" if ").next().unwrap());
        if patterns
            .into_iter()
            .any(|pattern| !pattern.starts_with('}') && pattern.starts_with(wrap) && enum_in(pattern, &own).is_some())
        {
            found.push(at + 1);
        }
    }
    found
}

#[test]
fn a_match_on_an_enum_of_our_own_names_every_variant() {
    let files = sources("src");
    let own = own_enums(&files);
    let found: Vec<String> = files
        .iter()
        .flat_map(|(path, text)| {
            falls_through(text, &own).into_iter().map(move |line| format!("{}:{line}", path.display()))
        })
        .collect();
    assert!(found.is_empty(), "what comes next would fall through here:\n{}", found.join("\n"));
}

#[test]
fn what_falls_through_is_found() {
    let own: BTreeSet<String> = ["Edit", "Event"].map(str::to_owned).into();
    let arms =
        |first: &str, last: &str| format!("fn f() {{\n    match x {{\n        {first}\n        {last}\n    }}\n}}\n");
    for last in ["_ => {}", "other => g(other),", "Some(_) => {}", "(_, _) => {}", "Some(other) => g(other),"] {
        assert_eq!(falls_through(&arms("Some(Edit::Text(text)) if text => {", last), &own), [4], "{last}");
        assert_eq!(falls_through(&arms("Some(KeyCode::Enter) => {", last), &own), [0; 0], "{last}");
    }
    assert_eq!(falls_through(&arms("Edit::Text(text) => g(text),", "other => g(other),"), &own), [4]);
    assert_eq!(falls_through(&arms("Err(Edit::Text(text)) => g(text),", "Err(_) => {}"), &own), [4]);
    assert_eq!(falls_through(&arms("Ok(Edit::Text(text)) => g(text),", "Err(_) => {}"), &own), [0; 0]);
    assert_eq!(falls_through(&arms("Err(Edit::Text(text)) => g(text),", "Err(error) => Err(error),"), &own), [0; 0]);
    assert_eq!(falls_through(&arms("Edit::Text(text) => g(text),", "Edit::Kind(kind) => g(kind),"), &own), [0; 0]);
    let event = arms("Event::Key(key) => g(key),", "_ => {}");
    assert_eq!(falls_through(&event, &own), [4]);
    assert_eq!(falls_through(&format!("//!\nuse crossterm::event::{{Event, KeyCode}};\n{event}"), &own), [0; 0]);
}

/// A line that writes to a part of a session.
fn writes_to_a_session(line: &str) -> bool {
    let edits = [".push", ".retain", ".clear", ".insert", ".remove", ".iter_mut", ".extend", ".clone_from", ".take"];
    let is_path = |letter: &char| letter.is_alphanumeric() || *letter == '_' || *letter == '.';
    line.split("session.").skip(1).any(|rest| {
        let path: String = rest.chars().take_while(is_path).collect();
        edits.iter().any(|edit| path.ends_with(edit)) || rest[path.len()..].starts_with(" = ")
    })
}

/// A session is made by the model, and changed by `change::apply` alone.
#[test]
fn nothing_changes_a_session_but_a_change() {
    assert!(writes_to_a_session("session.log.push(entry);") && writes_to_a_session("loaded.session.date = date;"));
    assert!(!writes_to_a_session("let date = session.date;") && !writes_to_a_session("if session.date == date {"));
    for room in ["app", "cli", "desk", "panes", "store", "documents", "index", "text", "widgets"] {
        for (path, text) in sources(&format!("src/{room}")) {
            let code = code(&text);
            assert!(!code.contains("&mut Session"), "{} takes a session to change it", path.display());
            let found: Vec<&str> = code.lines().filter(|line| writes_to_a_session(line)).collect();
            assert!(found.is_empty(), "{}: {found:#?}", path.display());
        }
    }
}

#[test]
fn only_the_store_writes_what_is_sealed() {
    let all = sources("src");
    let asks =
        all.iter().filter(|(path, text)| !path.ends_with("sealed/written.rs") && code(text).contains("on_file("));
    let names: Vec<String> = asks.map(|(path, _)| path.display().to_string()).collect();
    assert!(names.len() == 1 && names[0].ends_with("src/store/format/printer.rs"), "{names:?}");
}

#[test]
fn the_index_keeps_nothing_under_the_name_or_the_order_of_a_variant() {
    for (path, text) in sources("src/index") {
        for (at, line) in code(&text).lines().enumerate() {
            for word in [":?}", " as i64", " as usize", " as u8", " as u32", "discriminant"] {
                assert!(!line.contains(word), "{}:{} uses {word}", path.display(), at + 1);
            }
        }
    }
}

/// The comments of a file, lines that follow each other as one: a bracket may go on in the next line.
fn comments(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for line in text.lines() {
        let comment = line.trim_start().strip_prefix("//").or_else(|| line.split_once(" // ").map(|(_, rest)| rest));
        match (comment, found.last_mut()) {
            (Some(comment), Some(last)) => *last = format!("{last} {}", comment.trim_start_matches(['/', '!'])),
            _ => found.push(String::new()),
        }
    }
    found
}

/// A sentence of the model: `5.6`, or `I14` of its introduction.
fn is_sentence(word: &str) -> bool {
    match word.as_bytes() {
        [factor, b'.', sentence] => (b'1'..=b'8').contains(factor) && (b'1'..=b'9').contains(sentence),
        [b'I', number @ ..] => !number.is_empty() && number.iter().all(u8::is_ascii_digit),
        _ => false,
    }
}

/// What a comment points at in `docs/domain.md`: chapters by their `§`, and in brackets sentences of the model.
fn pointed_at(comment: &str) -> BTreeSet<String> {
    let chapter = |rest: &str| {
        let number: String = rest.chars().take_while(|sign| sign.is_ascii_alphanumeric() || *sign == '.').collect();
        number.starts_with(|sign: char| sign.is_ascii_digit()).then(|| format!("§{}", number.trim_end_matches('.')))
    };
    let mut found: BTreeSet<String> = comment.split('§').skip(1).filter_map(chapter).collect();
    for bracket in comment.split('(').skip(1).filter_map(|rest| rest.split(')').next()) {
        let words = bracket.split(|sign: char| !sign.is_alphanumeric() && sign != '.' && sign != '§');
        found.extend(words.filter(|word| is_sentence(word)).map(str::to_owned));
    }
    found
}

/// Where `docs/domain.md` tells of what: a chapter by its heading, a sentence of the model in bold.
fn told(document: &str) -> Vec<String> {
    let headings = document.lines().filter(|line| line.starts_with('#'));
    let chapters = headings.flat_map(str::split_whitespace).filter(|word| word.starts_with('§')).map(str::to_owned);
    let bold = document.split("**").skip(1).step_by(2).filter(|word| is_sentence(word));
    chapters.chain(bold.map(str::to_owned)).collect()
}

#[test]
fn numbers_in_comments_are_found_and_no_others() {
    let found = |text: &str| comments(text).iter().flat_map(|comment| pointed_at(comment)).collect::<Vec<_>>();
    assert_eq!(found("//! Who is there (3.1, 3.2, domain §2.3)."), ["3.1", "3.2", "§2.3"]);
    assert_eq!(found("/// The map\n/// (domain §1a I1 and\n/// I6, §1d 3.6)."), ["3.6", "I1", "I6", "§1a", "§1d"]);
    assert_eq!(found("/// First the goal (1.4 before 1.5); the list of domain §3."), ["1.4", "1.5", "§3"]);
    assert_eq!(found("let part = 7.4; // What came up (3.4–3.5)."), ["3.4", "3.5"]);
    assert_eq!(found("f(7.4, 3);\n/// Rules (RFC 5545, 3.3.10), from 1.5 on, version (1.0)."), [""; 0]);
    assert_eq!(
        told("# One\n## §2 Two\n### §2.3 Three\n- **5.6** And **I14** but (7.4) **bold**"),
        ["§2", "§2.3", "5.6", "I14"]
    );
}

#[test]
fn every_number_that_the_code_points_at_has_its_place_in_the_domain() {
    let document = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/domain.md")).unwrap();
    let told = told(&document);
    let once: BTreeSet<&String> = told.iter().collect();
    assert_eq!(told.len(), once.len(), "something has two places: {told:?}");
    let (mut found, mut missing) = (BTreeSet::new(), Vec::new());
    for (path, text) in ["src", "tests", "benches", "fuzz/fuzz_targets"].into_iter().flat_map(sources) {
        for number in comments(&text).iter().flat_map(|comment| pointed_at(comment)) {
            if !once.contains(&number) {
                missing.push(format!("{number} in {}", path.display()));
            }
            found.insert(number);
        }
    }
    assert!(missing.is_empty(), "docs/domain.md does not tell of\n{}", missing.join("\n"));
    assert!(found.len() > 60, "the numbers in comments are not found any more: {found:?}");
}

/// Files that are named between two backticks, and in the glossary the names of the code.
#[test]
fn what_the_papers_name_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rooms = ["src/", "tests/", "benches/", "assets/", "sessions/", "docs/", "fuzz/"];
    let mut papers: Vec<PathBuf> =
        fs::read_dir(root.join("docs")).unwrap().map(|entry| entry.unwrap().path()).collect();
    papers.push(root.join("CONTRIBUTING.md"));
    for paper in papers.iter().filter(|paper| paper.extension().is_some_and(|end| end == "md")) {
        let text = fs::read_to_string(paper).unwrap();
        let named = text.split('`').skip(1).step_by(2).filter(|name| rooms.iter().any(|room| name.starts_with(room)));
        for name in named.filter(|name| !name.contains([' ', '*', '\n'])) {
            assert!(root.join(name).exists(), "{} names {name}", paper.display());
        }
    }
    let document = fs::read_to_string(root.join("docs/domain.md")).unwrap();
    let glossary = document.split("\n## ").find(|chapter| chapter.starts_with("§4 ")).unwrap();
    let rows = glossary.lines().filter(|line| line.starts_with("| ")).filter_map(|row| row.split('|').nth(2));
    let names = rows.flat_map(|cell| cell.split('`').skip(1).step_by(2)).flat_map(|name| name.split("::"));
    let names: BTreeSet<&str> = names.collect();
    let files = sources("src");
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let words: BTreeSet<&str> =
        files.iter().flat_map(|(_, text)| code(text).split(|letter| !is_word(letter))).collect();
    assert!(names.len() > 60 && names.is_subset(&words), "{:?}", names.difference(&words));
}
