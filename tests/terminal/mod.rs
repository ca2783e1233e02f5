//! A real terminal for the real program: keys in, screen out.
#![allow(clippy::print_stderr)]

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Machines that build and test at once are slow.
const PATIENCE: Duration = Duration::from_secs(20);

/// A program in a terminal.
pub struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    parser: Arc<Mutex<vt100::Parser>>,
    output: Arc<Mutex<Vec<u8>>>,
    hanging_up: Arc<AtomicBool>,
    standing_still: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
}

impl Terminal {
    /// Starts the program in a terminal of columns and rows, in an environment of its own.
    pub fn start(program: &Path, args: &[&str], size: (u16, u16), home: &Path) -> Self {
        Self::start_from(program, args, size, home, home, &[])
    }

    /// The same from a working directory that is not the home folder, with more in its environment.
    pub fn start_from(
        program: &Path,
        args: &[&str],
        (columns, rows): (u16, u16),
        home: &Path,
        from: &Path,
        environment: &[(&str, &str)],
    ) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env_clear();
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C"), ("USER", "secretaris")] {
            command.env(name, value);
        }
        // This terminal answers no question.
        command.env("STUURGROEP_THEME", "dark");
        command.env("HOME", home);
        command.env("TMPDIR", home);
        command.env("XDG_CACHE_HOME", home.join("cache"));
        command.env("XDG_STATE_HOME", home.join("state"));
        environment.iter().for_each(|(name, value)| command.env(name, value));
        command.cwd(from);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let (rows, columns) = (NonZeroU16::new(rows).unwrap(), NonZeroU16::new(columns).unwrap());
        let parser = Arc::new(Mutex::new(vt100::Parser::new(rows, columns, 0)));
        let output = Arc::new(Mutex::new(Vec::new()));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (screen, raw) = (Arc::clone(&parser), Arc::clone(&output));
        let hanging_up = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&hanging_up);
        let standing_still = Arc::new(AtomicBool::new(false));
        let still = Arc::clone(&standing_still);
        let reader = thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(count) = reader.read(&mut buffer) {
                while still.load(Ordering::SeqCst) {
                    thread::sleep(Duration::from_millis(5));
                }
                if count == 0 || stop.load(Ordering::SeqCst) {
                    return;
                }
                screen.lock().unwrap().process(&buffer[..count]);
                raw.lock().unwrap().extend_from_slice(&buffer[..count]);
            }
        });
        let writer = pair.master.take_writer().unwrap();
        Self {
            master: Some(pair.master),
            writer: Some(writer),
            child,
            parser,
            output,
            hanging_up,
            standing_still,
            reader: Some(reader),
        }
    }

    /// Types keys: `<Enter>`, `<Esc>`, `<Tab>`, `<S-Tab>`, arrows and `<C-x>`; all else as it stands.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|tail| tail.split_once('>'));
            let named = named.and_then(|(name, tail)| Some((bytes(name)?, tail)));
            let (bytes, tail, is_escape) = match named {
                Some((bytes, tail)) => {
                    let is_escape = bytes == b"\x1b";
                    (bytes, tail, is_escape)
                }
                None => (first.to_string().into_bytes(), &rest[first.len_utf8()..], false),
            };
            self.raw(&bytes);
            rest = tail;
            if is_escape {
                // A key right after Esc would be read as Alt with that key.
                thread::sleep(Duration::from_millis(120));
            }
        }
        self
    }

    /// Pastes text as terminals do.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.raw(format!("\x1b[200~{text}\x1b[201~").as_bytes());
        self
    }

    /// Sends bytes.
    pub fn raw(&mut self, bytes: &[u8]) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(bytes).unwrap();
        writer.flush().unwrap();
    }

    /// What stands on the screen now.
    pub fn screen(&self) -> String {
        self.parser.lock().unwrap().screen().contents()
    }

    /// Everything the program ever wrote.
    pub fn output(&self) -> Vec<u8> {
        self.output.lock().unwrap().clone()
    }

    /// Waits until what the program wrote is as the test wants it.
    pub fn wait_output(&mut self, what: &str, test: impl Fn(&[u8]) -> bool) {
        let start = Instant::now();
        while !test(&self.output()) {
            assert!(start.elapsed() < PATIENCE, "waited for {what:?} in vain; the screen is\n{}", self.screen());
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until the screen is as the test wants it.
    pub fn wait_until(&mut self, what: &str, test: impl Fn(&str) -> bool) -> String {
        let start = Instant::now();
        loop {
            let screen = self.screen();
            if test(&screen) {
                return screen;
            }
            assert!(start.elapsed() < PATIENCE, "waited for {what:?} in vain; the screen is\n{screen}");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until the screen shows `what`.
    pub fn wait_for(&mut self, what: &str) -> String {
        self.wait_until(what, |screen| screen.contains(what))
    }

    /// Sends a signal by its name.
    pub fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args([format!("-{name}"), id]).status().unwrap().success());
    }

    /// The terminal reads no more, as when a line hangs; until it does again.
    pub fn stand_still(&self, still: bool) {
        self.standing_still.store(still, Ordering::SeqCst);
    }

    /// The modes that were set and not undone since: `?2004`, and `?25` where the cursor is hidden.
    pub fn modes(&self) -> Vec<String> {
        let output = String::from_utf8_lossy(&self.output()).into_owned();
        let mut set: Vec<String> = Vec::new();
        for piece in output.split("\x1b[?").skip(1) {
            let digits: String = piece.chars().take_while(char::is_ascii_digit).collect();
            let end = piece[digits.len()..].chars().next();
            let on = match end {
                // The cursor is hidden while it is not shown; all else is the other way round.
                Some('h') => digits != "25",
                Some('l') => digits == "25",
                _ => continue,
            };
            set.retain(|mode| *mode != digits);
            if on {
                set.push(digits);
            }
        }
        set
    }

    /// The line settings of the terminal, as `stty` gives them.
    pub fn line(&self) -> String {
        let name = self.master.as_ref().unwrap().tty_name().unwrap();
        let output = Command::new("stty").arg("-a").arg("-F").arg(name).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    }

    /// The program is stopped, as by Ctrl-Z.
    pub fn is_stopped(&self) -> bool {
        let id = self.child.process_id().unwrap();
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        stat.rsplit_once(") ").is_some_and(|(_, rest)| rest.starts_with('T'))
    }

    /// How often a thread of the program woke up so far; none where the system does not count that.
    pub fn wake_ups(&self) -> Option<u64> {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.child.process_id().unwrap())).ok()?;
        let of = |status: String| {
            let count = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))?;
            count.trim().parse::<u64>().ok()
        };
        tasks.map(|task| std::fs::read_to_string(task.ok()?.path().join("status")).ok().and_then(of)).sum()
    }

    /// Closes the terminal under the program, as when a window is closed. The help is asked for only to wake the
    /// thread that reads, which holds the terminal open too.
    pub fn hang_up(&mut self) {
        self.hanging_up.store(true, Ordering::SeqCst);
        self.keys("?");
        self.reader.take().unwrap().join().unwrap();
        // The writer types a line end and an end of file when it goes, unless the terminal knows no such sign: no window does.
        let name = self.master.as_ref().unwrap().tty_name().unwrap();
        assert!(Command::new("stty").arg("-F").arg(name).args(["eof", "undef"]).status().unwrap().success());
        self.writer = None;
        self.master = None;
    }

    /// The exit status, where the program has ended.
    pub fn exit(&mut self) -> Option<u32> {
        self.child.try_wait().unwrap().map(|status| status.exit_code())
    }

    /// Waits for the end of the program and gives its exit status.
    pub fn wait_exit(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.exit() {
                return status;
            }
            assert!(start.elapsed() < PATIENCE, "the program does not end; the screen is\n{}", self.screen());
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn bytes(name: &str) -> Option<Vec<u8>> {
    if let Some(letter) = name.strip_prefix("C-").and_then(|rest| rest.bytes().next()) {
        return Some(vec![letter & 0x1f]);
    }
    let bytes: &[u8] = match name {
        "Enter" => b"\r",
        "Esc" => b"\x1b",
        "Tab" => b"\t",
        "S-Tab" => b"\x1b[Z",
        "PgDn" => b"\x1b[6~",
        "Up" => b"\x1b[A",
        "Down" => b"\x1b[B",
        "Right" => b"\x1b[C",
        "Left" => b"\x1b[D",
        "Del" => b"\x1b[3~",
        "Bs" => b"\x7f",
        "F5" => b"\x1b[15~",
        _ => return None,
    };
    Some(bytes.to_vec())
}
