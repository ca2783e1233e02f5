//! Whole processes in a real terminal and on the command line, against `rg` over the same files where it is installed.
//!
//! `STUURGROEP_BENCH_MEETINGS=10000 cargo bench --bench whole`; without it the archive has 1,000 meetings.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use stuurgroep::generate::{Order, archive};
use stuurgroep::index::{Filter, Index, Kind, Sorting, chains};
use stuurgroep::text::filter_names;

const PROGRAM: &str = env!("CARGO_BIN_EXE_stuurgroep");

/// The middle one of several.
fn usual(rounds: usize, mut work: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<Duration> = (0..rounds).map(|_| work()).collect();
    times.sort();
    times[rounds / 2]
}

fn say(name: &str, took: Duration, of: Duration) {
    let ratio = took.as_secs_f64() / of.as_secs_f64();
    println!("{name:<48} {:>9.2} ms  {ratio:>7.3}", took.as_secs_f64() * 1e3);
}

/// A whole run whose output goes nowhere.
fn run(program: &str, args: &[&str], cache: &Path) -> Duration {
    usual(7, || {
        let start = Instant::now();
        let mut command = Command::new(program);
        command.args(args).env("XDG_CACHE_HOME", cache).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().unwrap();
        start.elapsed()
    })
}

/// From the start of the process until a meeting stands on the screen; and the memory it takes then, in KiB.
fn first_frame(folder: &Path, cache: &Path) -> (Duration, u64) {
    let mut memory = 0;
    let time = usual(15, || {
        let size = PtySize { rows: 60, cols: 200, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(["meet", "4", "--lang", "nl", "--dir", folder.to_str().unwrap()]);
        command.env("XDG_CACHE_HOME", cache);
        command.env("TERM", "xterm-256color");
        let start = Instant::now();
        let mut child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (mut seen, mut buffer) = (Vec::new(), [0; 65536]);
        while !seen.windows(4).any(|part| part == b"hulp") {
            let count = reader.read(&mut buffer).unwrap();
            assert!(count > 0, "it ended: {}", String::from_utf8_lossy(&seen));
            seen.extend_from_slice(&buffer[..count]);
        }
        let took = start.elapsed();
        let status = fs::read_to_string(format!("/proc/{}/status", child.process_id().unwrap())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        memory = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0);
        pair.master.take_writer().unwrap().write_all(b"\x11").unwrap();
        child.wait().unwrap();
        took
    });
    (time, memory)
}

/// Kompas in a folder, among so many other meetings.
fn among(others: usize, root: &Path) {
    fs::create_dir_all(root.join("sessions")).unwrap();
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let text = fs::read_to_string(own.join("0003-2026-09-17.ron")).unwrap();
    for number in 100..100 + others {
        fs::write(root.join("sessions").join(format!("{number:04}-2001-01-01.ron")), &text).unwrap();
    }
    for entry in fs::read_dir(own).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        fs::copy(&path, root.join("sessions").join(path.file_name().unwrap())).unwrap();
    }
}

fn main() {
    let meetings = std::env::var("STUURGROEP_BENCH_MEETINGS").map_or(1000, |text| text.parse().unwrap());
    let temporary = || tempfile::tempdir().unwrap();
    let (root, cache, ten, all, chain) = (temporary(), temporary(), temporary(), temporary(), temporary());
    among(10, ten.path());
    among(meetings, all.path());
    // A hundred meetings of its own, and the rest of the archive in folders beside it.
    archive(chain.path(), Order { meetings, seed: 1, a_chain: 100 }, |_| {}).unwrap();
    among(100, &chain.path().join("chain-000"));
    let (few, _) = first_frame(ten.path(), cache.path());
    let (beside, memory) = first_frame(&chain.path().join("chain-000"), cache.path());
    let (many, _) = first_frame(all.path(), cache.path());
    say("first frame of a meeting among 10", few, few);
    say(&format!("… among {meetings}, in folders side by side"), beside, few);
    say(&format!("… among {meetings} in one folder"), many, few);
    println!("memory of that meeting                           {memory:>9} KiB");

    archive(root.path(), Order { meetings, seed: 1, a_chain: 100 }, |_| {}).unwrap();
    let dir = root.path().to_str().unwrap();
    let grep = if Command::new("rg").arg("--version").stdout(Stdio::null()).status().is_ok() { "rg" } else { "grep" };
    let recursive = if grep == "rg" { "-c" } else { "-rc" };
    let counted = run(grep, &[recursive, "weekend", dir], cache.path());
    let folded = run(grep, &[if grep == "rg" { "-i" } else { "-ri" }, "weekend", dir], cache.path());
    say(&format!("{grep} {recursive} weekend"), counted, counted);
    run(PROGRAM, &["search", "weekend", "--dir", dir], cache.path());
    for register in
        ["decisions", "actions", "differences", "escalations", "stories", "articles", "mandates", "kpi_values"]
    {
        let took = run(PROGRAM, &["register", register, "--dir", dir], cache.path());
        say(&format!("register {register}, whole process, folder scan"), took, counted);
    }
    // What the screen waits for: the index is open and warm there, and looks at the folders beside that.
    let index = Index::in_folder(&cache.path().join("stuurgroep")).unwrap();
    let (folders, today) = (chains(root.path()), "2026-11-23".parse().unwrap());
    let inside = |work: &dyn Fn()| {
        usual(15, || {
            let start = Instant::now();
            work();
            start.elapsed()
        })
    };
    let ask = |line: &str, kind: Option<Kind>| {
        let filter = Filter { kind, ..Filter::parse(line, filter_names()).unwrap().typing() };
        let rows = index.rows(&filter, &folders, today, 100, Sorting::Best).unwrap();
        (rows, filter)
    };
    say("home of all chains, warm", inside(&|| drop(index.chains(&folders, today).unwrap())), counted);
    say("home of one chain, warm", inside(&|| drop(index.meetings(&folders[0]).unwrap())), counted);
    for kind in Kind::ALL {
        let work = || {
            let (_, filter) = ask("", Some(kind));
            index.count(&filter, &folders, today).unwrap();
        };
        say(&format!("register {kind:?}, warm"), inside(&work), counted);
    }
    say(&format!("{grep} -i weekend"), folded, folded);
    for line in ["w", "we", "wee", "week", "weeken", "weekend", "is:open weekend", "gezamelijke"] {
        say(&format!("rows for \"{line}\", per key, warm"), inside(&|| drop(ask(line, None))), folded);
    }
    say(
        "search weekend, whole process, folder scan",
        run(PROGRAM, &["search", "weekend", "--dir", dir], cache.path()),
        folded,
    );
}
