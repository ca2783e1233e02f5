//! The power goes, at any moment. A disk of its own (an image, mounted by way of a loop) loses all that is not synced yet,
//! and is mounted again. Whatever the header had called recorded by then is there, and no file is torn.
//!
//! Needs root, `mkfs.ext4` and `perl`, and runs at night only; where it does not run it says why. What the drive itself does
//! with a flush is beyond it.

use super::acts::{self, is_on_record, notes, whole};
use super::{Progress, times};
use crate::terminal::Terminal;
use crate::ways::{Ground, WAYS, Way};
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use stuurgroep::model::session::State;

const NAME: &str = "0004-2026-12-10.ron";
const WAY: Way = WAYS[1];
/// How the disk is mounted: as everybody does, and with everything off that forgives a missing sync.
const OPTIONS: [&str; 2] = ["loop", "loop,data=writeback,noauto_da_alloc"];
/// EXT4_IOC_SHUTDOWN with NOLOGFLUSH: from this call on nothing reaches the disk any more, the journal neither.
const CUT: &str = "open(my $disk, '<', $ARGV[0]) or die; $| = 1; print qq(ready\\n); <STDIN>; \
                   my $how = pack('L', 2); ioctl($disk, 0x8004587D, $how) or die $!;";

fn run(program: &str, args: &[&str]) -> Result<(), String> {
    let output = Command::new(program).args(args).output().map_err(|error| format!("{program}: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() { Ok(()) } else { Err(format!("{program}: {said}")) }
}

/// A disk whose power can go. It is taken away again whatever happens.
struct Disk {
    folder: tempfile::TempDir,
    options: &'static str,
}

impl Disk {
    fn new(options: &'static str) -> Result<Self, String> {
        let disk = Self { folder: tempfile::tempdir().unwrap(), options };
        File::create(disk.image()).and_then(|file| file.set_len(64 << 20)).unwrap();
        run("mkfs.ext4", &["-q", disk.image().to_str().unwrap()])?;
        fs::create_dir(disk.path()).unwrap();
        disk.switch_on()?;
        Ok(disk)
    }

    fn image(&self) -> PathBuf {
        self.folder.path().join("image")
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("disk")
    }

    fn switch_on(&self) -> Result<(), String> {
        run("mount", &["-o", self.options, self.image().to_str().unwrap(), self.path().to_str().unwrap()])
    }

    /// Everything that is there so far is on disk.
    fn sync(&self) {
        rustix::fs::syncfs(File::open(self.path()).unwrap()).unwrap();
    }

    /// A power switch, ready to be used at once.
    fn switch(&self) -> Switch {
        let mut hand = Command::new("perl");
        hand.args(["-e", CUT, self.path().to_str().unwrap()]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut hand = hand.spawn().unwrap();
        let mut ready = String::new();
        BufReader::new(hand.stdout.take().unwrap()).read_line(&mut ready).unwrap();
        assert_eq!(ready, "ready\n");
        Switch { hand }
    }

    /// After the power was gone: what had reached the disk, and nothing else.
    fn again(&self) {
        run("umount", &[self.path().to_str().unwrap()]).unwrap();
        self.switch_on().unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let path = self.path();
        let path = path.to_str().unwrap();
        // Lazily where somebody is still in it: it goes with the last of them.
        let _ = run("umount", &[path]).or_else(|_| run("umount", &["-l", path]));
    }
}

struct Switch {
    hand: Child,
}

impl Switch {
    fn off(mut self) {
        self.hand.stdin.take().unwrap().write_all(b"\n").unwrap();
        assert!(self.hand.wait().unwrap().success(), "the power could not be cut");
    }
}

impl Drop for Switch {
    fn drop(&mut self) {
        let _ = self.hand.kill();
        let _ = self.hand.wait();
    }
}

/// A disk, or why there is none here.
#[allow(clippy::print_stderr)]
fn disk(options: &'static str) -> Option<Disk> {
    if times(0, 1) == 0 {
        eprintln!("no power was cut: that takes root and STUURGROEP_NIGHT=1");
        return None;
    }
    let made = Disk::new(options);
    made.inspect_err(|why| eprintln!("no power was cut: no disk can be mounted here ({why})")).ok()
}

/// What was recorded before the power went.
#[derive(Debug, Default)]
struct Recorded {
    notes: Vec<String>,
    copies: Vec<String>,
    /// How many things that are no notes.
    others: usize,
}

/// One chain on one disk, through many cuts.
struct Scene<'d> {
    disk: &'d Disk,
    ground: Ground,
    random: fastrand::Rng,
    /// What the program under test is made to do wrong.
    fault: &'static str,
    recorded: Recorded,
    round: usize,
}

impl<'d> Scene<'d> {
    fn on(disk: &'d Disk, seed: u64, fault: &'static str) -> Self {
        let ground = Ground::kompas_in(tempfile::tempdir_in(disk.path()).unwrap(), false);
        disk.sync();
        Self { disk, ground, random: fastrand::Rng::with_seed(seed), fault, recorded: Recorded::default(), round: 0 }
    }

    fn path(&self) -> PathBuf {
        self.ground.chain().join("sessions").join(NAME)
    }

    fn start(&self) -> Terminal {
        let mut terminal = self.ground.start_with(WAY, &["meet", "4"], &[("STUURGROEP_FAULT", self.fault)]);
        terminal.wait_for("Kompas");
        terminal
    }

    fn pause(&mut self, milliseconds: u64) {
        thread::sleep(Duration::from_micros(self.random.u64(0..milliseconds * 1000)));
    }

    /// The power goes; what the screen says just before counts, and nothing later. Then there is power again.
    fn cut(&self, mut terminal: Terminal, switch: Switch) -> String {
        let screen = terminal.screen();
        switch.off();
        terminal.signal("KILL");
        terminal.wait_exit();
        self.disk.again();
        screen
    }

    /// Words, some of which the header has its say about first.
    fn words(&mut self) {
        let mut terminal = self.start();
        let switch = self.disk.switch();
        let mut last = String::new();
        for number in 0..self.random.usize(1..6) {
            last = format!("ronde {} woord {number}", self.round);
            acts::note(&mut terminal, &last);
            if self.random.u8(0..4) > 0 {
                terminal.wait_until("recorded", |screen| is_on_record(screen, &last));
                self.recorded.notes.push(last.clone());
            }
        }
        self.pause(25);
        let screen = self.cut(terminal, switch);
        if is_on_record(&screen, &last) && self.recorded.notes.last() != Some(&last) {
            self.recorded.notes.push(last);
        }
    }

    /// Words that are not entered: on this machine within two seconds.
    fn draft(&mut self) -> Option<String> {
        let mut terminal = self.start();
        let text = format!("ronde {} half gezegd", self.round);
        terminal.keys("n").wait_for("One line and Enter");
        terminal.keys("<C-g>").keys(&text).wait_for(&text);
        let switch = self.disk.switch();
        thread::sleep(Duration::from_millis(1900));
        self.cut(terminal, switch);
        self.recorded.others += 1;
        let state = self.ground.home().join("state");
        (!is_anywhere(&state, &text)).then_some(text)
    }

    /// Somebody else writes what can't be read; the program keeps it beside the session.
    fn copy(&mut self) {
        let mut terminal = self.start();
        let switch = self.disk.switch();
        let theirs = format!("van iemand anders, ronde {} {}", self.round, "x".repeat(5000));
        fs::write(self.path(), &theirs).unwrap();
        let text = format!("ronde {} erna", self.round);
        acts::note(&mut terminal, &text);
        terminal.wait_for("something unreadable");
        terminal.wait_for("✓ recorded");
        self.recorded.copies.push(theirs);
        self.recorded.others += 1;
        self.recorded.notes.push(text);
        self.pause(25);
        self.cut(terminal, switch);
    }

    /// How far the meeting after this one is, which has to be whole.
    fn next(&self) -> Option<State> {
        let next: Vec<String> = self.ground.names().into_iter().filter(|name| name.starts_with("0005-")).collect();
        assert!(next.len() <= 1, "{next:?}");
        next.first().map(|name| whole(&self.ground.chain().join("sessions").join(name)).session.state)
    }

    /// A live meeting is closed and the next one is prepared, or a closed one is opened again.
    fn close_or_reopen(&mut self) {
        let before = fs::read(self.path()).unwrap();
        let was_open = whole(&self.path()).session.is_open();
        // None where the power went between the end of the last meeting and this one: there is a command to make it.
        let had_next = self.next().is_some();
        let mut terminal = self.start();
        let act = if was_open { acts::CLOSE } else { acts::REOPEN };
        act.way.iter().for_each(|(keys, what)| _ = terminal.keys(keys).wait_for(what));
        let switch = self.disk.switch();
        terminal.keys(act.does);
        let start = Instant::now();
        let patience = Duration::from_micros(self.random.u64(0..120_000));
        while start.elapsed() < patience && !terminal.screen().contains("✓ recorded") {
            thread::sleep(Duration::from_millis(1));
        }
        let is_recorded = self.cut(terminal, switch).contains("✓ recorded");
        let session = whole(&self.path()).session;
        let kept = self.ground.names().into_iter().find(|name| name == ".0004.closed");
        let next = self.next();
        if is_recorded {
            self.recorded.others += 1;
            assert_eq!(session.is_open(), !was_open, "round {}", self.round);
            assert!(next.is_some() || !was_open, "the next meeting, round {}", self.round);
        }
        assert!(next.is_some() || !had_next, "the next meeting is there still, round {}", self.round);
        assert!(next.is_none_or(|next| next == State::Planned), "round {}", self.round);
        if was_open {
            return;
        }
        if session.is_open() {
            assert!(kept.is_some(), "what it was when it was closed, round {}", self.round);
            let is_kept = self.ground.text(".0004.closed").as_bytes() == before;
            assert!(is_kept, "another one is kept, round {}", self.round);
        } else {
            assert!(
                fs::read(self.path()).unwrap() == before,
                "neither closed as before nor opened, round {}",
                self.round
            );
        }
    }

    /// After the power is back: what of all that was recorded is not there, and what the program says at its next start.
    fn missing(&mut self) -> Vec<String> {
        let found = match stuurgroep::store::read::load(&self.path()) {
            Ok(_) => notes(&self.path()),
            Err(error) => return vec![format!("{error:?}")],
        };
        let mut missing: Vec<String> =
            self.recorded.notes.iter().filter(|text| !found.contains(text)).cloned().collect();
        let sessions = self.ground.chain().join("sessions");
        let kept: Vec<String> = self.ground.names().into_iter().filter(|name| name.contains(".outside-")).collect();
        for text in self.recorded.copies.drain(..) {
            let is_there =
                kept.iter().any(|name| fs::read_to_string(sessions.join(name)).is_ok_and(|held| held == text));
            if !is_there {
                missing.push(text);
            }
        }
        // They were seen, so a person throws them away: what is said next is about nothing else.
        kept.iter().for_each(|name| fs::remove_file(sessions.join(name)).unwrap());
        missing
    }

    /// The next start clears what was interrupted, and nothing is said to be wrong.
    fn is_tidy(&self) {
        let mut terminal = self.start();
        terminal.wait_for("Opening");
        terminal.keys("<C-q>").wait_exit();
        let hidden = |name: &String| name.starts_with('.') && name != ".0004.closed";
        // With its beginning and its last line: whose it is, and which revision.
        let shown = |name: String| {
            let bytes = fs::read(self.ground.chain().join("sessions").join(&name)).unwrap();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let begins: String = text.chars().take(60).collect();
            format!("{name}: {begins:?} … {:?} ({} bytes)", text.lines().last().unwrap_or_default(), bytes.len())
        };
        let left: Vec<String> = self.ground.names().into_iter().filter(hidden).map(shown).collect();
        assert_eq!(left, Vec::<String>::new(), "round {}", self.round);
        let checked = self.ground.run(WAY, &["check"]);
        assert!(checked.status.success(), "round {}: {checked:?}", self.round);
    }
}

/// A file in this folder, or in one in it, has these words.
fn is_anywhere(folder: &Path, text: &str) -> bool {
    let Ok(entries) = fs::read_dir(folder) else { return false };
    entries.map(|entry| entry.unwrap().path()).any(|path| {
        if path.is_dir() {
            is_anywhere(&path, text)
        } else {
            String::from_utf8_lossy(&fs::read(&path).unwrap()).contains(text)
        }
    })
}

/// A meeting is moved to another day, back and forth; the moment may be any. Whether that was done before the power went.
fn moved(disk: &Disk, ground: &Ground, random: &mut fastrand::Rng) -> bool {
    let before = acts::fourth(ground);
    let (day, name) = if before.ends_with("0004-2027-01-14.ron") {
        ("21-1-2027", "0004-2027-01-21.ron")
    } else {
        ("14-1-2027", "0004-2027-01-14.ron")
    };
    let switch = disk.switch();
    let mut moving = ground.start(WAY, &["plan", "--date", day]);
    let patience = Duration::from_micros(random.u64(0..150_000));
    let start = Instant::now();
    let mut done = None;
    while done.is_none() && start.elapsed() < patience {
        done = moving.exit();
        thread::sleep(Duration::from_millis(1));
    }
    switch.off();
    if done.is_none() {
        moving.signal("KILL");
    }
    moving.wait_exit();
    disk.again();
    let there = acts::fourth(ground);
    whole(&there);
    if let Some(status) = done {
        assert_eq!(status, 0);
        assert!(there.ends_with(name), "{there:?}");
    }
    let again = ground.run(WAY, &["plan", "--date", day]);
    assert!(again.status.success(), "{again:?}");
    assert!(acts::fourth(ground).ends_with(name), "{:?}", ground.names());
    whole(&acts::fourth(ground));
    done.is_some()
}

#[test]
fn what_was_called_recorded_is_there_after_a_power_cut_at_any_moment() {
    for (place, options) in OPTIONS.into_iter().enumerate() {
        let Some(disk) = disk(options) else { return };
        let (mut progress, mut moves) = (Progress::of("power cuts", times(0, 150)), 0);
        let moving = acts::planned(Ground::kompas_in(tempfile::tempdir_in(disk.path()).unwrap(), false));
        let mut closing = Scene::on(&disk, 7 + place as u64, "");
        let mut scene = Scene::on(&disk, 20261210 + place as u64, "");
        disk.sync();
        for round in 0..times(0, 150) {
            (scene.round, closing.round) = (round, round);
            match round % 6 {
                0 => assert_eq!(scene.draft(), None, "round {round}"),
                1 => scene.copy(),
                2 => closing.close_or_reopen(),
                3 => moves += usize::from(moved(&disk, &moving, &mut scene.random)),
                _ => scene.words(),
            }
            if round % 6 == 2 {
                closing.is_tidy();
            } else {
                assert_eq!(scene.missing(), Vec::<String>::new(), "round {round}, {options}");
                scene.is_tidy();
            }
            disk.sync();
            progress.went_on();
        }
        let (words, others) = (scene.recorded.notes.len(), scene.recorded.others + closing.recorded.others + moves);
        progress.end(&format!(
            "{words} words and {others} copies, drafts, moves, closings and reopenings were called recorded before, and \
             all of them are there ({options})"
        ));
    }
}

/// What does not see a program that leaves out a sync says nothing about one that does not.
#[test]
fn a_sync_that_is_left_out_loses_something_in_a_power_cut() {
    let Some(disk) = disk(OPTIONS[1]) else { return };
    for fault in ["skip:sync", "skip:folder-sync", "skip:aside-sync"] {
        let mut scene = Scene::on(&disk, 1, fault);
        let has_lost = (0..20).any(|round| {
            scene.round = round;
            if fault == "skip:aside-sync" {
                scene.copy();
            } else {
                scene.words();
            }
            !scene.missing().is_empty()
        });
        assert!(has_lost, "{fault}: nobody would have noticed");
    }
}
