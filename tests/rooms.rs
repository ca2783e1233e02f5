//! Which way the arrows between rooms run, by what the files really import.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};
use syn::{Attribute, ItemMod, UseTree};

/// What each room may know. A room that stands lower never knows one that stands higher.
const MAY_KNOW: [(&str, &[&str]); 14] = [
    ("faults", &[]),
    ("model", &[]),
    ("store", &["faults", "model"]),
    ("index", &["model", "store"]),
    ("text", &["index", "model"]),
    ("widgets", &["text"]),
    ("documents", &["model", "text"]),
    ("room", &["model", "text", "widgets"]),
    ("desk", &["faults", "model", "store", "text", "widgets"]),
    ("panes", &["desk", "documents", "model", "text", "widgets"]),
    ("generate", &["model", "store", "text"]),
    ("sample", &["store"]),
    ("app", &["desk", "documents", "faults", "index", "model", "panes", "room", "sample", "store", "text", "widgets"]),
    ("cli", &["app", "desk", "documents", "generate", "index", "model", "sample", "store", "text", "widgets"]),
];

/// Crates that only some rooms may use: a model without a screen and without a disk, a store without words.
const NO_CRATE: [(&str, &[&str]); 5] = [
    ("model", &["ratatui", "crossterm", "ron", "rusqlite", "fluent_bundle"]),
    ("store", &["ratatui", "crossterm", "rusqlite", "fluent_bundle"]),
    ("index", &["ratatui", "crossterm", "fluent_bundle"]),
    ("text", &["ratatui", "crossterm", "rusqlite"]),
    ("documents", &["ratatui", "crossterm", "rusqlite"]),
];

/// Modules of the standard library that the domain does without: it has no disk, no clock and no surroundings.
const NOT_IN_MODEL: [&str; 5] = ["fs", "io", "env", "time", "net"];

/// A file of the program: its place as a module, and the paths that it names.
struct File {
    place: Vec<String>,
    names: BTreeSet<Vec<String>>,
}

/// Collects the paths of a file, its tests left out.
#[derive(Default)]
struct Paths(Vec<Vec<String>>);

fn is_test(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|one| one.path().is_ident("cfg") && one.parse_args::<syn::Ident>().is_ok_and(|id| id == "test"))
}

fn flatten(tree: &UseTree, before: &[String], found: &mut Vec<Vec<String>>) {
    let with = |name: String| [before, &[name]].concat();
    match tree {
        UseTree::Path(path) => flatten(&path.tree, &with(path.ident.to_string()), found),
        UseTree::Name(name) => found.push(with(name.ident.to_string())),
        UseTree::Rename(name) => found.push(with(name.ident.to_string())),
        UseTree::Glob(_) => found.push(before.to_vec()),
        UseTree::Group(group) => group.items.iter().for_each(|tree| flatten(tree, before, found)),
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        if !is_test(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        flatten(&item.tree, &[], &mut self.0);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.0.push(path.segments.iter().map(|part| part.ident.to_string()).collect());
        visit::visit_path(self, path);
    }
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            found.push(path);
        }
    }
}

/// Every file of `src` with the paths that it names, from the root of the crate.
fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&root, &mut paths);
    let of = |path: &PathBuf| {
        let parsed = syn::parse_file(&fs::read_to_string(path).unwrap()).unwrap();
        let place = path.strip_prefix(&root).unwrap().with_extension("");
        let mut place: Vec<String> = place.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        if place.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
            place.pop();
        }
        let mut named = Paths::default();
        named.visit_file(&parsed);
        let names = named.0.iter().map(|path| absolute(path, &place)).collect();
        File { place, names }
    };
    let tests = |path: &PathBuf| path.file_stem().is_some_and(|stem| stem == "tests");
    paths.iter().filter(|path| !tests(path)).map(of).collect()
}

/// A path from the root of the crate on, where it begins at `crate`, `self` or `super`; else as it is.
fn absolute(path: &[String], place: &[String]) -> Vec<String> {
    let mut from = place.to_vec();
    let mut rest = path;
    match path.first().map(String::as_str) {
        Some("crate") => (from, rest) = (Vec::new(), &path[1..]),
        Some("self") => rest = &path[1..],
        Some("super") => {
            while rest.first().is_some_and(|part| part == "super") {
                from.pop();
                rest = &rest[1..];
            }
        }
        _ => return [&["::".to_owned()], path].concat(),
    }
    [&["crate".to_owned()], from.as_slice(), rest].concat()
}

fn room(place: &[String]) -> Option<&str> {
    place.first().map(String::as_str)
}

#[test]
fn arrows_between_rooms_run_one_way() {
    let may: BTreeMap<&str, &[&str]> = MAY_KNOW.into_iter().collect();
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files() {
        let Some(here) = room(&file.place) else { continue };
        let others = file.names.iter().filter(|path| path[0] == "crate").filter_map(|path| path.get(1));
        let others = others.filter(|name| *name != here && may.contains_key(name.as_str())).cloned();
        known.entry(here.to_owned()).or_default().extend(others);
    }
    for (place, (here, allowed)) in MAY_KNOW.iter().enumerate() {
        let lower: Vec<&str> = MAY_KNOW[..place].iter().map(|(name, _)| *name).collect();
        assert!(allowed.iter().all(|name| lower.contains(name)), "{here} stands above all that it knows");
        let found = known.get(*here).cloned().unwrap_or_default();
        let found: Vec<&str> = found.iter().map(String::as_str).collect();
        assert_eq!(found, *allowed, "what {here} knows");
    }
    assert!(known.keys().all(|name| may.contains_key(name.as_str())), "a room that has no place: {known:?}");
}

#[test]
fn no_room_uses_what_it_must_not_know() {
    for file in files() {
        let outside = |path: &&Vec<String>| path[0] == "::";
        for path in file.names.iter().filter(outside) {
            let is_barred = |(here, crates): &(&str, &[&str])| {
                room(&file.place) == Some(here) && path.get(1).is_some_and(|name| crates.contains(&name.as_str()))
            };
            assert!(!NO_CRATE.iter().any(is_barred), "{:?} uses {path:?}", file.place);
            if room(&file.place) == Some("model") {
                let std = path.get(1).is_some_and(|name| name == "std");
                let barred = path.get(2).is_some_and(|name| NOT_IN_MODEL.contains(&name.as_str()));
                assert!(!(std && barred), "{:?} uses {path:?}", file.place);
                let asks_the_clock = ["Local", "Utc"].iter().any(|clock| path.iter().any(|part| part == clock));
                assert!(!asks_the_clock, "{:?} uses {path:?}", file.place);
            }
        }
    }
}

/// What of the model may be drawn for a room: words and figures that hold nothing else.
const DRAWN_FOR_A_ROOM: [&str; 13] = [
    "Month",
    "agenda::Purpose",
    "agenda::Room",
    "ambition::Standing",
    "balance::BalanceLabel",
    "balance::GAP",
    "balance::NET_LOW",
    "decision::DecisionForm",
    "decision::DecisionOutcome",
    "decision::PositionCode",
    "kpi::Direction",
    "kpi::figures::Rag",
    "on_table",
];

/// Whoever draws for a room can't reach a session: what it may see is decided in one place, by the type that is handed on.
#[test]
fn what_is_drawn_for_a_room_is_made_of_what_a_room_may_see() {
    let files = files();
    let drawn = files.iter().filter(|file| {
        let place: Vec<&str> = file.place.iter().map(String::as_str).collect();
        place.starts_with(&["room", "draw"]) || place == ["room", "shown"]
    });
    let mut count = 0;
    for file in drawn {
        count += 1;
        for path in file.names.iter().filter(|path| path.starts_with(&["crate".to_owned(), "model".to_owned()])) {
            let name = path[2..].join("::");
            let is_plain =
                DRAWN_FOR_A_ROOM.iter().any(|known| name == *known || name.starts_with(&format!("{known}::")));
            assert!(is_plain, "{:?} draws from {name}", file.place);
        }
        let reads = |path: &&Vec<String>| path.starts_with(&["crate".to_owned(), "room".to_owned(), "of".to_owned()]);
        assert!(!file.names.iter().any(|path| reads(&path)), "{:?} reads a session", file.place);
    }
    assert!(count > 8, "{count}");
}

/// Which file imports which: neither a folder's own file what stands in that folder, nor the other way round.
fn arrows(files: &[File]) -> BTreeMap<String, BTreeSet<String>> {
    let places: BTreeSet<&[String]> = files.iter().map(|file| file.place.as_slice()).collect();
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files {
        let own = file.names.iter().filter(|path| path[0] == "crate").map(|path| &path[1..]);
        let file_of = |path: &[String]| {
            (1..=path.len()).rev().map(|end| path[..end].to_vec()).find(|place| places.contains(place.as_slice()))
        };
        let others =
            own.filter_map(file_of).filter(|there| !there.starts_with(&file.place) && !file.place.starts_with(there));
        found.entry(file.place.join("/")).or_default().extend(others.map(|place| place.join("/")));
    }
    found
}

/// Everything that is imported on the way from a place.
fn reach<'a>(arrows: &'a BTreeMap<String, BTreeSet<String>>, from: &'a str) -> BTreeSet<&'a str> {
    let (mut seen, mut next): (BTreeSet<&str>, Vec<&str>) = (BTreeSet::new(), vec![from]);
    while let Some(place) = next.pop() {
        let there = arrows.get(place).into_iter().flatten().map(String::as_str);
        next.extend(there.filter(|there| seen.insert(there)));
    }
    seen
}

/// No file of the model imports itself by way of others. Only the parts of one merge pass its records on to each other.
#[test]
fn no_file_of_the_model_imports_in_a_circle() {
    let arrows = arrows(&files());
    let model = arrows.keys().filter(|place| place.starts_with("model/") && !place.starts_with("model/merge/"));
    let circles: Vec<&String> = model.filter(|place| reach(&arrows, place).contains(place.as_str())).collect();
    assert!(circles.is_empty(), "these import themselves by way of others: {circles:#?}");
}
