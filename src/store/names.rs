//! What the names in `sessions/` stand for: sessions, copies of them that a sync program or a person made, and what is none of
//! our business.
//!
//! A session is called `0004-2026-12-10.ron`. Nextcloud, Syncthing, OneDrive, Dropbox and people put something before or after
//! that and keep the rest, so whatever has it in it and more is a copy. It never stands in the way of the session itself; only
//! where that is gone a copy takes its place.

use super::error::StoreError;
use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::Path;

/// The end of the name of every session.
const END: &str = ".ron";
/// What stands between the name of a session and the rest of the name of a copy that this program put aside.
const OUTSIDE: &str = ".outside-";

/// A file beside a session that holds another version of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CopyName {
    /// The number of the session that it is a version of.
    pub number: u32,
    /// Its name.
    pub name: String,
    /// Who put it there.
    pub by: PutBy,
}

/// Who put a copy beside a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PutBy {
    /// This program: somebody else had written what stands in it.
    Us,
    /// A program that keeps folders in step, or a person.
    Others,
}

/// The names in a folder, sorted out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Sessions, by name.
    pub sessions: Vec<String>,
    /// Versions beside them.
    pub copies: Vec<CopyName>,
}

/// `0004-2026-12-10` and what follows it; none where the text does not begin so.
fn stem(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits).filter(|_| digits >= 4)?;
    let (date, after) = rest.split_at_checked("-2026-12-10".len())?;
    let fits = date.bytes().zip("-0000-00-00".bytes()).all(|(found, form)| match form {
        b'-' => found == b'-',
        _ => found.is_ascii_digit(),
    });
    Some((number.parse().ok().filter(|_| fits)?, after))
}

/// The number in a name as the program gives it, where the name is one.
pub fn canonical(name: &str) -> Option<u32> {
    stem(name).filter(|(_, after)| *after == END).map(|(number, _)| number)
}

/// The number and the year at the beginning of a name, also where the rest is somebody's own.
pub fn number_of(name: &str) -> Option<(u32, Option<i32>)> {
    let mut parts = name.split('-');
    let number = parts.next()?.parse().ok()?;
    Some((number, parts.next().and_then(|year| year.parse().ok())))
}

/// The number of the session that a name holds somewhere in it.
pub(super) fn within(name: &str) -> Option<u32> {
    let starts = name.char_indices().filter(|(place, sign)| {
        let goes_on = name[..*place].chars().next_back().is_some_and(|before| before.is_ascii_digit());
        sign.is_ascii_digit() && !goes_on
    });
    starts.filter_map(|(place, _)| stem(&name[place..])).map(|(number, _)| number).next()
}

/// The number of the session that a name means, wherever in it that stands.
pub(super) fn means(name: &str) -> Option<u32> {
    within(name).or_else(|| number_of(name).map(|(number, _)| number))
}

/// A version that this program put aside.
fn put_aside(name: &str) -> Option<CopyName> {
    let (session, _) = name.strip_prefix('.')?.split_once(OUTSIDE)?;
    let number = canonical(session).or_else(|| number_of(session).map(|(number, _)| number))?;
    Some(CopyName { number, name: name.to_owned(), by: PutBy::Us })
}

/// Sorts out the names in a folder.
pub fn sort(names: impl IntoIterator<Item = String>) -> Names {
    sort_out(names, |_| true)
}

/// The same, without those sessions that are called as the program calls them and of which nobody wants the number.
fn sort_out(names: impl IntoIterator<Item = String>, mut is_wanted: impl FnMut(u32) -> bool) -> Names {
    let mut found = Names::default();
    let (mut own, mut unclear) = (Vec::new(), Vec::new());
    for name in names {
        if name.starts_with('.') {
            found.copies.extend(put_aside(&name));
        } else if !name.ends_with(END) || name.starts_with("~$") {
            // Backups of editors and the marks of office programs are theirs.
        } else if let Some(number) = canonical(&name) {
            own.push(number);
            if is_wanted(number) {
                found.sessions.push(name);
            }
        } else {
            unclear.push(name);
        }
    }
    unclear.sort();
    // Most folders hold nothing unclear, and need no table of thousands of numbers.
    let own: HashSet<u32> = if unclear.is_empty() { HashSet::new() } else { own.into_iter().collect() };
    let mut stands_in = HashSet::new();
    for name in unclear {
        let copy = within(&name);
        let number = copy.or_else(|| number_of(&name).map(|(number, _)| number));
        match number {
            Some(number) if own.contains(&number) => {
                found.copies.push(CopyName { number, name, by: PutBy::Others });
            }
            // Of several copies of a session that is gone itself the first takes its place.
            Some(number) if copy.is_some() && !stands_in.insert(number) => {
                found.copies.push(CopyName { number, name, by: PutBy::Others });
            }
            Some(_) | None => found.sessions.push(name),
        }
    }
    found.sessions.sort();
    found.copies.sort();
    found
}

/// The names in a folder that may not be there yet. One that can't be looked through is an error, and so is a name that the
/// system can't tell.
pub fn of_folder(folder: &Path) -> Result<Names, StoreError> {
    in_folder(folder, |_| true)
}

/// The same around session `number`: of the thousands that may be before and after it those only that stand next to it, and
/// at least the first after it.
pub fn near(folder: &Path, number: u32) -> Result<Names, StoreError> {
    let mut later = u32::MAX;
    in_folder(folder, |found| {
        if found > number {
            later = later.min(found);
        }
        found.abs_diff(number) <= 1 || found == later
    })
}

fn in_folder(folder: &Path, is_wanted: impl FnMut(u32) -> bool) -> Result<Names, StoreError> {
    let trouble = |error| StoreError::io(folder, error);
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Names::default()),
        Err(error) => return Err(trouble(error)),
    };
    let mut failed = None;
    let names = entries.map_while(|entry| match entry {
        Ok(entry) => Some(entry.file_name()),
        Err(error) => {
            failed = Some(error);
            None
        }
    });
    // A name that is no text is not one that this program or a person gave to a session.
    let names = sort_out(names.filter_map(|name| name.into_string().ok()), is_wanted);
    failed.map_or(Ok(names), |error| Err(trouble(error)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn sorted(names: &[&str]) -> Names {
        sort(names.iter().map(|name| (*name).to_owned()))
    }

    const COPIES: [&str; 12] = [
        "0004-2026-12-10 (conflicted copy 2026-12-10 101112).ron",
        "0004-2026-12-10 (Jans laptop's conflicted copy 2026-12-10).ron",
        "0004-2026-12-10.sync-conflict-20261210-101112-ABCDEFG.ron",
        "0004-2026-12-10_conflict-20261210-101112.ron",
        "0004-2026-12-10-LAPTOP-safeBackup-0001.ron",
        "0004-2026-12-10-LAPTOP.ron",
        "0004-2026-12-10 (1).ron",
        "0004-2026-12-10 - kopie.ron",
        "Kopie van 0004-2026-12-10.ron",
        "Copy of 0004-2026-12-10.ron",
        "0004-oud.ron",
        "0004-2026-12-10.ron.ron",
    ];

    #[test]
    fn a_copy_of_a_session_never_stands_in_its_way() {
        for copy in COPIES {
            let names = sorted(&[copy, "0004-2026-12-10.ron", "0003-2026-09-17.ron"]);
            assert_eq!(names.sessions, ["0003-2026-09-17.ron", "0004-2026-12-10.ron"], "{copy}");
            let expected = CopyName { number: 4, name: copy.to_owned(), by: PutBy::Others };
            assert_eq!(names.copies, [expected], "{copy}");
        }
    }

    #[test]
    fn where_the_session_is_gone_a_copy_takes_its_place() {
        for copy in COPIES {
            assert_eq!(sorted(&[copy]).sessions, [copy]);
        }
        let names = sorted(&[COPIES[0], COPIES[2]]);
        assert_eq!((names.sessions.len(), names.copies.len()), (1, 1));
    }

    #[test]
    fn what_programs_leave_beside_a_session_is_none_of_our_business() {
        let names = sorted(&[
            "~$04-2026-12-10.ron",
            "~$0004-2026-12-10.ron",
            "0004-2026-12-10.ron~",
            "0004-2026-12-10.ron.bak",
            "#0004-2026-12-10.ron#",
            ".0004-2026-12-10.ron.swp",
            ".0004-2026-12-10.ron.0badcafe-r2-first-00000000.tmp",
            ".~lock.0004-2026-12-10.ron#",
            ".stuurgroep.lock",
            "4913",
        ]);
        assert_eq!(names, Names::default());
    }

    #[test]
    fn what_was_put_aside_is_known_by_its_name() {
        let names = sorted(&[".0004-2026-12-10.ron.outside-17-abcdef01", "0004-2026-12-10.ron"]);
        let expected =
            CopyName { number: 4, name: ".0004-2026-12-10.ron.outside-17-abcdef01".to_owned(), by: PutBy::Us };
        assert_eq!(names.copies, [expected]);
    }

    #[test]
    fn people_may_call_a_session_what_they_like() {
        let names = sorted(&["verslag.ron", "0005-nieuw.ron", "12345-2026-12-10.ron", "0006-2026-1-1.ron"]);
        assert_eq!(names.sessions, ["0005-nieuw.ron", "0006-2026-1-1.ron", "12345-2026-12-10.ron", "verslag.ron"]);
        assert_eq!(canonical("12345-2026-12-10.ron"), Some(12345));
        // Two meetings of one number that both have a name of their own: which is meant only people can say.
        assert_eq!(sorted(&["0004-2026-12-10.ron", "0004-2026-12-11.ron"]).sessions.len(), 2);
    }

    #[test]
    fn around_a_session_stand_the_same_names_as_in_the_whole_folder() {
        let folder = tempfile::tempdir().unwrap();
        let canonical = [1, 2, 3, 4, 7, 9, 100, 12345].map(|number| format!("{number:04}-2026-12-10.ron"));
        let others =
            [COPIES[1], COPIES[8], "Kopie van 0007-2026-12-10.ron", "verslag.ron", "0008-oud.ron", "~$0003.ron"];
        for name in canonical.iter().map(String::as_str).chain(others) {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let all = of_folder(folder.path()).unwrap();
        for number in [0, 1, 3, 4, 5, 6, 7, 8, 9, 50, 101, 12344, 12346] {
            let next =
                all.sessions.iter().filter_map(|name| super::canonical(name)).filter(|found| *found > number).min();
            let is_near = |name: &&String| {
                super::canonical(name).is_none_or(|found| found.abs_diff(number) <= 1 || Some(found) == next)
            };
            let near = near(folder.path(), number).unwrap();
            assert_eq!(near.copies, all.copies, "{number}");
            assert!(near.sessions.is_sorted());
            let left: Vec<&String> = all.sessions.iter().filter(is_near).collect();
            assert!(left.iter().all(|name| near.sessions.contains(name)), "{number} {near:?}");
            assert!(near.sessions.iter().all(|name| all.sessions.contains(name)), "{number} {near:?}");
        }
    }

    #[test]
    fn a_folder_that_is_not_there_has_no_sessions_and_one_that_can_not_be_looked_through_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(of_folder(&folder.path().join("sessions")).unwrap(), Names::default());
        fs::write(folder.path().join("sessions"), "geen map").unwrap();
        assert!(of_folder(&folder.path().join("sessions")).is_err());
    }
}
