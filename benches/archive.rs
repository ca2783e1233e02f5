//! The index over an archive against reading the same files. Times on one machine say little: the ratios are what counts.
//!
//! `STUURGROEP_BENCH_MEETINGS=10000 cargo bench --bench archive`; without it the archive has 1,000 meetings.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

mod measure;

use measure::{Cost, Whose};
use std::fs;
use std::hint::black_box;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};
use stuurgroep::generate::{Order, archive};
use stuurgroep::index::{Filter, Index, Kind, Sorting, chains};
use stuurgroep::store::format::parse;

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// The middle one of several.
fn usual(rounds: usize, mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..rounds).map(|_| time(&mut work)).collect();
    times.sort();
    times[rounds / 2]
}

fn say(name: &str, took: Duration, of: Duration) {
    let ratio = took.as_secs_f64() / of.as_secs_f64();
    println!("{name:<44} {:>10.2} ms  {ratio:>7.4}", took.as_secs_f64() * 1e3);
}

/// Parses every file on all cores.
fn parse_all(files: &[PathBuf]) {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().unwrap().get() {
            scope.spawn(|| {
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    drop(black_box(parse(&fs::read_to_string(file).unwrap()).unwrap()));
                }
            });
        }
    });
}

fn main() {
    let meetings = std::env::var("STUURGROEP_BENCH_MEETINGS").map_or(1000, |text| text.parse().unwrap());
    let (root, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    archive(root.path(), Order { meetings, seed: 1, a_chain: 100 }, |_| {}).unwrap();
    let folders = chains(root.path());
    let files: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder.join("sessions")).unwrap())
        .map(|entry| entry.unwrap().path())
        .collect();
    println!("{} files; ratios against parsing them all on all cores", files.len());
    // In turn, so that a noisy moment of the machine meets both.
    let (parsed, made): (Vec<Cost>, Vec<Cost>) = (0..5)
        .map(|_| {
            let parsed = Whose::Process.cost(|| parse_all(&files));
            let _ = Index::discard(Some(cache.path()));
            let made = Whose::Process.cost(|| {
                let mut index = Index::in_folder(cache.path()).unwrap();
                index.update(&folders, |_| true).unwrap();
            });
            (parsed, made)
        })
        .unzip();
    let ratio = |one: Duration, other: Duration| one.as_secs_f64() / other.as_secs_f64();
    let pairs = || made.iter().zip(&parsed);
    let mut walls: Vec<f64> = pairs().map(|(made, parsed)| ratio(made.wall, parsed.wall)).collect();
    let mut cpus: Vec<f64> = pairs().map(|(made, parsed)| ratio(made.cpu, parsed.cpu)).collect();
    walls.sort_by(f64::total_cmp);
    cpus.sort_by(f64::total_cmp);
    let (parsed, made) = (measure::usual(&parsed), measure::usual(&made));
    measure::say("parse", parsed, parsed);
    measure::say("index from nothing", made, parsed);
    println!("ratios of the rounds: {walls:.2?}, of the processors: {cpus:.2?}");
    let anew = made.wall;
    let mut index = Index::in_folder(cache.path()).unwrap();
    let scan = usual(9, || assert!(!index.update(&folders, |_| true).unwrap()));
    println!("ratios against the index from nothing");
    say("folder scan, nothing changed", scan, anew);
    let mut text = fs::read_to_string(&files[files.len() / 2]).unwrap();
    let changed = usual(9, || {
        text.push_str("// another line\n");
        fs::write(&files[files.len() / 2], &text).unwrap();
        assert!(index.update(&folders, |_| true).unwrap());
    });
    say("one changed file, beyond the scan", changed.saturating_sub(scan), anew);
    // A record loses its words, and with them what the full text keeps of them.
    let mut number = 0;
    let removed = usual(9, || {
        let from =
            if number == 0 { "        text: \"".to_owned() } else { format!("        text: \"verdwijnt{number} ") };
        number += 1;
        let there = text.replacen(&from, &format!("        text: \"verdwijnt{number} "), 1);
        assert_ne!(there, text);
        text = there;
        fs::write(&files[files.len() / 2], &text).unwrap();
        assert!(index.update(&folders, |_| true).unwrap());
    });
    say("one removed word, beyond the scan", removed.saturating_sub(scan), anew);
    let today = "2026-11-23".parse().unwrap();
    println!("answers, in the process: the first hundred rows, and how many there are");
    let rows = |filter: &Filter| drop(black_box(index.rows(filter, &folders, today, 100, Sorting::Best).unwrap()));
    let count = |filter: &Filter| drop(black_box(index.count(filter, &folders, today).unwrap()));
    say("home, all chains", usual(9, || drop(black_box(index.chains(&folders, today).unwrap()))), anew);
    say("home, one chain", usual(9, || drop(black_box(index.meetings(&folders[0]).unwrap()))), anew);
    for kind in Kind::ALL {
        let filter = Filter { kind: Some(kind), ..Filter::default() };
        say(kind.name(), usual(9, || rows(&filter)) + usual(9, || count(&filter)), anew);
    }
    let names = stuurgroep::text::filter_names();
    for line in [
        "we",
        "wee",
        "week",
        "weekend",
        "weekendm",
        "besluit",
        "besluit veiligheid",
        "over",
        "besliut",
        "is:open weekend",
    ] {
        let filter = Filter::parse(line, names).unwrap().typing();
        say(&format!("search {line}, rows"), usual(9, || rows(&filter)), anew);
        say(&format!("search {line}, counts"), usual(9, || count(&filter)), anew);
    }
}
