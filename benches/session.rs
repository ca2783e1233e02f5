//! How long it takes to write and read a session, and to make a snapshot for undo. Compare within one run only.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use std::fs::{self, File};
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::time::Instant;
use stuurgroep::model::Session;
use stuurgroep::store::dir::Dir;
use stuurgroep::store::format::Printer;
use stuurgroep::store::format::{parse, render};
use stuurgroep::store::seal::{Stamp, sha256};
use stuurgroep::store::write::{Known, save};

fn time(name: &str, rounds: u32, mut work: impl FnMut()) {
    let start = Instant::now();
    for _ in 0..rounds {
        work();
    }
    println!("{name:<28} {:>10.1} µs", start.elapsed().as_secs_f64() * 1e6 / f64::from(rounds));
}

/// A save of a meeting in which one action changed, against the least that a safe one takes: the same bytes written beside,
/// synced, renamed, the folder synced. By turns, as a disk has moods; in the folder that `STUURGROEP_BENCH_DIR` names, or
/// that of the build.
fn saves(text: &str, session: &Session) {
    const ROUNDS: u32 = 200;
    let place = std::env::var_os("STUURGROEP_BENCH_DIR").unwrap_or_else(|| env!("CARGO_TARGET_TMPDIR").into());
    let folder = tempfile::tempdir_in(place).unwrap();
    let dir = Dir::open(folder.path()).unwrap();
    fs::write(folder.path().join("a.ron"), text).unwrap();
    let mut known = Known::on("00000000").and(&sha256(text.as_bytes()));
    let least = |folder: &Path| {
        let mut file = File::create(folder.join("b.new")).unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file.sync_all().unwrap();
        fs::rename(folder.join("b.new"), folder.join("b.ron")).unwrap();
        File::open(folder).unwrap().sync_all().unwrap();
    };
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let (mut printer, mut session) = (Printer::default(), session.clone());
    for revision in 1..=ROUNDS {
        session.actions[0].text = format!("Op papier zetten, {revision}");
        let start = Instant::now();
        let saved = save(&dir, "a.ron", &session, &Stamp { revision, after: None }, &mut known, &mut printer).unwrap();
        ours.push(start.elapsed());
        saved.clear(&dir);
        let start = Instant::now();
        least(folder.path());
        theirs.push(start.elapsed());
    }
    let median = |times: &mut Vec<std::time::Duration>| {
        times.sort();
        times[times.len() / 2].as_secs_f64() * 1e6
    };
    let (ours, theirs) = (median(&mut ours), median(&mut theirs));
    println!("{:<28} {ours:>10.1} µs", "save, median");
    println!("{:<28} {theirs:>10.1} µs", "least, median");
    println!("{:<28} {:>10.2}", "save / least", ours / theirs);
}

fn main() {
    let text = include_str!("../sessions/0004-2026-12-10.ron");
    let session = parse(text).unwrap();
    println!("session of {} bytes", text.len());
    time("parse", 200, || drop(black_box(parse(text).unwrap())));
    time("render", 200, || drop(black_box(render(&session).unwrap())));
    let mut printer = Printer::default();
    let mut changed = session.clone();
    let mut turn = 0;
    time("print and confirm a change", 200, || {
        turn += 1;
        changed.actions[0].text = format!("Op papier zetten, {turn}");
        let body = printer.print(&changed).unwrap();
        assert!(printer.is_faithful(body, &changed));
    });
    time("print a change", 200, || drop(black_box(printer.print(&session).unwrap())));
    time("sha256", 200, || drop(black_box(sha256(text.as_bytes()))));
    saves(text, &session);
    time("snapshot for undo", 100_000, || drop(black_box(session.clone())));
}
