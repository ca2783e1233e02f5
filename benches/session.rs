//! How long it takes to write and read a session, and to make a snapshot for undo. Compare within one run only.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use std::hint::black_box;
use std::time::Instant;
use stuurgroep::store::format::{parse, render};

fn time(name: &str, rounds: u32, mut work: impl FnMut()) {
    let start = Instant::now();
    for _ in 0..rounds {
        work();
    }
    println!("{name:<28} {:>10.1} µs", start.elapsed().as_secs_f64() * 1e6 / f64::from(rounds));
}

fn main() {
    let text = include_str!("../sessions/0004-2026-12-10.ron");
    let session = parse(text).unwrap();
    println!("session of {} bytes", text.len());
    time("parse", 200, || drop(black_box(parse(text).unwrap())));
    time("render", 200, || drop(black_box(render(&session).unwrap())));
    time("snapshot for undo", 100_000, || drop(black_box(session.clone())));
}
