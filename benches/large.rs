//! A file of nearly 16 MiB whose name of the chain is as long: what each command costs, in time and in memory over what it
//! takes for the sample as it is, as parts of the size of the file. No command may take more than a second or three sizes.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const COMMANDS: [&[&str]; 12] = [
    &["list"],
    &["list", "--json"],
    &["show", "4"],
    &["show", "4", "--json"],
    &["check"],
    &["signals"],
    &["search", "weekend"],
    &["register", "actions"],
    &["export", "4"],
    &["card", "B2026-06"],
    &["round", "--blank"],
    &["meet", "4"],
];

/// The sample, with so many bytes more in the name of its chain.
fn lay_out(root: &Path, more: usize) -> u64 {
    fs::create_dir(root.join("sessions")).unwrap();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, root.join("sessions").join(path.file_name().unwrap())).unwrap();
    }
    let path = root.join("sessions/0004-2026-12-10.ron");
    let text = fs::read_to_string(&path).unwrap();
    let name = "é naam ".repeat(more / 8);
    fs::write(&path, text.replacen("name: \"Kompas", &format!("name: \"Kompas{name}"), 1)).unwrap();
    fs::metadata(&path).unwrap().len()
}

/// The time of a whole run, and the most memory it ever had, in KiB.
fn run(root: &Path, args: &[&str]) -> (Duration, u64) {
    let out = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
    command.args(args).args(["--lang", "nl", "--dir"]).arg(root).current_dir(out.path());
    command.env("XDG_CACHE_HOME", out.path()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let mut child = command.spawn().unwrap();
    let mut most = 0;
    while child.try_wait().unwrap().is_none() {
        // A process that just ended has no status any more.
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        most = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(most).max(most);
        thread::sleep(Duration::from_micros(200));
    }
    (start.elapsed(), most)
}

fn main() {
    let (small, large) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    lay_out(small.path(), 0);
    let size = lay_out(large.path(), 15 * 1024 * 1024);
    for args in COMMANDS {
        let (_, base) = run(small.path(), args);
        let (took, most) = run(large.path(), args);
        let sizes = most.saturating_sub(base) as f64 * 1024.0 / size as f64;
        println!("{:<24} {:>8.1} ms  {sizes:>5.2} sizes", args.join(" "), took.as_secs_f64() * 1e3);
    }
}
