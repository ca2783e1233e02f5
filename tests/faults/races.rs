//! Somebody else writes the file in the same moments. Whatever they wrote is there afterwards: in the file, or kept beside it.

use super::{Progress, say, times};
use rustix::fs::{CWD, RenameFlags, renameat_with};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;
use stuurgroep::store::dir::Dir;
use stuurgroep::store::format::Printer;
use stuurgroep::store::read::load;
use stuurgroep::store::seal::Stamp;
use stuurgroep::store::write::{Known, save};

const NAME: &str = "0004-2026-12-10.ron";

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions").join(NAME)
}

/// How an editor writes.
#[derive(Debug, Clone, Copy)]
enum Habit {
    /// A new file in the place of the old one, as most programs do; what it displaced is looked at.
    Exchanges,
    /// Into the file that is there, as simple programs do.
    Overwrites,
}

/// Writes `count` texts to the file; gives back those that the editor itself replaced with its next one.
fn edit(path: &Path, habit: Habit, count: usize, pause: Duration) -> HashSet<String> {
    let beside = path.with_extension("editor");
    let mut replaced = HashSet::new();
    let mut progress = Progress::of("edits by somebody else in the same moments", count);
    for number in 0..count {
        let text = format!("bewerking {number} {}", "x".repeat(number % 97));
        match habit {
            Habit::Exchanges => {
                fs::write(&beside, &text).unwrap();
                // While a save has no name yet there may be nothing to exchange with.
                while renameat_with(CWD, &beside, CWD, path, RenameFlags::EXCHANGE).is_err() {
                    thread::yield_now();
                }
                replaced.insert(fs::read_to_string(&beside).unwrap());
            }
            Habit::Overwrites => {
                replaced.insert(fs::read_to_string(path).unwrap_or_default());
                fs::write(path, &text).unwrap();
            }
        }
        progress.went_on();
        thread::sleep(pause);
    }
    let _ = fs::remove_file(&beside);
    replaced
}

/// What came of a race.
struct Race {
    /// Edits that are nowhere any more.
    lost: Vec<String>,
    /// Copies of what a save displaced.
    kept: usize,
    /// What this program wrote itself and called somebody else's.
    own: Vec<PathBuf>,
}

/// Saves as long as the editor writes.
fn race(habit: Habit, count: usize, pause: Duration) -> Race {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(NAME);
    fs::copy(sample(), &path).unwrap();
    let loaded = load(&path).unwrap();
    let dir = Dir::open(folder.path()).unwrap();
    let mut known = Known::on("0badcafe").and(&loaded.sha256);
    let done = AtomicBool::new(false);
    let replaced = thread::scope(|scope| {
        let editor = scope.spawn(|| {
            let replaced = edit(&path, habit, count, pause);
            done.store(true, Ordering::SeqCst);
            replaced
        });
        let mut revision = 1;
        while !done.load(Ordering::SeqCst) {
            let stamp = Stamp { revision, after: None };
            save(&dir, NAME, &loaded.session, &stamp, &mut known, &mut Printer::default()).unwrap().clear(&dir);
            revision += 1;
            thread::sleep(pause / 3);
        }
        editor.join().unwrap()
    });
    let paths: Vec<PathBuf> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    let mut there = replaced;
    there.extend(paths.iter().map(|path| fs::read_to_string(path).unwrap()));
    let all = (0..count).map(|number| format!("bewerking {number} {}", "x".repeat(number % 97)));
    let lost = all.filter(|text| !there.contains(text)).collect();
    let mut copies = paths;
    copies.retain(|path| path.to_string_lossy().contains(".outside-"));
    let kept = copies.len();
    copies.retain(|path| load(path).is_ok());
    Race { lost, kept, own: copies }
}

#[test]
fn nothing_that_somebody_else_wrote_is_destroyed() {
    for (habit, pause) in [
        (Habit::Exchanges, Duration::from_millis(1)),
        (Habit::Overwrites, Duration::from_millis(1)),
        (Habit::Exchanges, Duration::ZERO),
    ] {
        let count = times(400, 3400);
        let Race { lost, kept, own } = race(habit, count, pause);
        assert_eq!(lost.len(), 0, "{habit:?} {pause:?}: of {count} edits {lost:?} are gone");
        assert_eq!(own, Vec::<PathBuf>::new(), "{habit:?} {pause:?}: nobody else wrote these");
        say(&format!(
            "{count} edits in the same moments ({habit:?}): {kept} kept as copies, none gone, none of them ours"
        ));
    }
}
