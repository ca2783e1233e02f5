//! Whole processes in a real terminal and on the command line, and what a key waits for in the search, against `rg` over the
//! same files.
//!
//! `STUURGROEP_BENCH_MEETINGS=10000 cargo bench --bench whole`; without it the archive has 1,000 meetings.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

mod measure;

use measure::{Cost, Whose, against, say, usual};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::fs;
use std::hint::black_box;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use stuurgroep::generate::{Order, archive};
use stuurgroep::index::{Filter, Index, Kind, Sorting, chains};
use stuurgroep::text::filter_names;

const PROGRAM: &str = env!("CARGO_BIN_EXE_stuurgroep");
/// So often a process is started, and so often something in this one is done.
const STARTS: usize = 15;
const TIMES: usize = 9;

/// A whole run whose output goes nowhere.
fn run(program: &str, args: &[&str], home: &Path) {
    let mut command = Command::new(program);
    command.args(args).env("XDG_CACHE_HOME", home).env("XDG_STATE_HOME", home);
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
}

/// What all threads of a process took until now.
fn cpu_of(process: u32) -> Duration {
    let threads = fs::read_dir(format!("/proc/{process}/task")).unwrap();
    let of_thread = |thread: std::io::Result<fs::DirEntry>| {
        let stat = fs::read_to_string(thread.unwrap().path().join("schedstat")).unwrap_or_default();
        stat.split_whitespace().next().and_then(|text| text.parse().ok()).unwrap_or(0)
    };
    Duration::from_nanos(threads.map(of_thread).sum())
}

/// From the start of the process until a meeting stands on the screen; and the memory it takes then, in KiB.
fn first_frame(folder: &Path, home: &Path) -> (Cost, u64) {
    shown(PROGRAM, &["meet", "4", "--lang", "nl", "--dir", folder.to_str().unwrap()], "hulp", home)
}

/// The same of any program, until these words stand on the screen.
fn shown(program: &str, args: &[&str], words: &str, home: &Path) -> (Cost, u64) {
    let size = PtySize { rows: 60, cols: 200, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(program);
    command.args(args);
    command.env("XDG_CACHE_HOME", home);
    command.env("XDG_STATE_HOME", home);
    command.env("TERM", "xterm-256color");
    let start = Instant::now();
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let (mut seen, mut buffer) = (Vec::new(), [0; 65536]);
    while !seen.windows(words.len()).any(|part| part == words.as_bytes()) {
        let count = reader.read(&mut buffer).unwrap();
        assert!(count > 0, "it ended: {}", String::from_utf8_lossy(&seen));
        seen.extend_from_slice(&buffer[..count]);
    }
    let process = child.process_id().unwrap();
    let cost = Cost { wall: start.elapsed(), cpu: cpu_of(process) };
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let memory = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0);
    child.kill().unwrap();
    child.wait().unwrap();
    (cost, memory)
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

fn first_frames(meetings: usize, archive: &Path) {
    let temporary = || tempfile::tempdir().unwrap();
    let (home, ten, all) = (temporary(), temporary(), temporary());
    among(10, ten.path());
    among(meetings, all.path());
    // A hundred meetings of its own, and the rest of the archive in folders beside it.
    let beside = archive.join("chain-000");
    among(100, &beside);
    let places = [ten.path(), all.path(), &beside];
    let mut rounds: [Vec<Cost>; 3] = Default::default();
    let mut memory = 0;
    for _ in 0..STARTS {
        for (place, rounds) in places.iter().zip(&mut rounds) {
            let (cost, taken) = first_frame(place, home.path());
            rounds.push(cost);
            memory = taken;
        }
    }
    let [few, many, beside] = rounds.map(|rounds| usual(&rounds));
    say("first frame of a meeting among 10", few, few);
    say(&format!("… among {meetings} in one folder"), many, few);
    say(&format!("… among {meetings}, in folders side by side"), beside, few);
    println!("memory of that meeting {memory:>39} KiB");
    beside_vim(ten.path(), home.path());
}

/// The first frame beside an editor that opens the same file and does nothing else.
fn beside_vim(folder: &Path, home: &Path) {
    if Command::new("vim").arg("--version").stdout(Stdio::null()).status().is_err() {
        return println!("vim is not there: the first frame is measured against nothing");
    }
    let file = folder.join("sessions/0004-2026-12-10.ron");
    let args = ["-u", "NONE", "-n", file.to_str().unwrap()];
    let both = |_| (first_frame(folder, home).0, shown("vim", &args, "schema", home).0);
    let (ours, theirs): (Vec<Cost>, Vec<Cost>) = (0..STARTS).map(both).unzip();
    say("first frame beside vim -u NONE on the same file", usual(&ours), usual(&theirs));
}

fn main() {
    let meetings = std::env::var("STUURGROEP_BENCH_MEETINGS").map_or(1000, |text| text.parse().unwrap());
    let (root, home) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    archive(root.path(), Order { meetings, seed: 1, a_chain: 100 }, |_| {}).unwrap();
    first_frames(meetings, root.path());
    fs::remove_dir_all(root.path().join("chain-000")).unwrap();

    let dir = root.path().to_str().unwrap();
    let has_rg = Command::new("rg").arg("--version").stdout(Stdio::null()).status().is_ok();
    let (grep, how) = if has_rg { ("rg", "-c") } else { ("grep", "-rc") };
    if !has_rg {
        println!("rg is not there: against grep, which takes longer");
    }
    let counted = || run(grep, &[how, "weekend", dir], home.path());
    let whole = |name: &str, args: &[&str]| {
        let args: Vec<&str> = args.iter().copied().chain(["--dir", dir]).collect();
        let ours = || run(PROGRAM, &args, home.path());
        against(&format!("{name}, whole process"), TIMES, (Whose::Children, &ours), (Whose::Children, &counted));
    };
    run(PROGRAM, &["search", "weekend", "--dir", dir], home.path());
    println!("against {grep} {how} weekend, in turn");
    for line in ["weekend", "gezamelijke", "zzqqxxyy", "weekend besluit"] {
        whole(&format!("search {line}"), &["search", line]);
    }
    for kind in Kind::ALL {
        whole(&format!("register {}", kind.name()), &["register", kind.name()]);
    }
    whole("register decisions owner:JR", &["register", "decisions", "owner:JR"]);
    keys(&home.path().join("stuurgroep"), &chains(root.path()), &counted);
}

/// What the screen waits for: the index is open and warm there, and looks at the folders beside that.
fn keys(cache: &Path, folders: &[PathBuf], counted: &dyn Fn()) {
    let index = Index::in_folder(cache).unwrap();
    let today = "2026-11-23".parse().unwrap();
    let inside = |name: &str, work: &dyn Fn()| {
        work();
        against(&format!("{name}, warm"), TIMES, (Whose::Thread, work), (Whose::Children, counted));
    };
    inside("home of all chains", &|| drop(black_box(index.chains(folders, today).unwrap())));
    inside("home of one chain", &|| drop(black_box(index.meetings(&folders[0]).unwrap())));
    let registers = Kind::ALL.map(|kind| ("", Some(kind)));
    let lines = ["w", "we", "wee", "week", "weeken", "weekend", "over", "gezamelijke", "owner:JR", "owner:JR is:open"];
    let others = ["is:open", "is:open weekend", "owner:JR weekend", "partner:JR", "since:2026"];
    for (line, kind) in registers.into_iter().chain(lines.into_iter().chain(others).map(|line| (line, None))) {
        let filter = Filter { kind, ..Filter::parse(line, filter_names()).unwrap().typing() };
        let name = kind.map_or(format!("\"{line}\""), |kind| format!("register {}", kind.name()));
        let rows = || drop(black_box(index.rows(&filter, folders, today, 100, Sorting::Best).unwrap()));
        inside(&format!("rows, {name}"), &rows);
        inside(&format!("counts, {name}"), &|| drop(black_box(index.count(&filter, folders, today).unwrap())));
    }
}
