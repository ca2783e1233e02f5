//! What an interrupted save leaves beside a session, and what becomes of it at the next start.
//!
//! A file that is being written says in its name which machine writes it, which revision it is to be and from which. Whether
//! it was exchanged with the session already, the revision of the session tells. So of everything that is found it is known
//! whose it is, and what nobody knows becomes a copy that people are told of.

use super::archive::Folder;
use super::dir::{Dir, Renamed};
use super::error::StoreError;
use super::history::{self, History};
use super::read::{self, Loaded, SealState};
use super::seal::{self, Stamp};
use super::state::SessionState;
use super::write::{Known, keep};
use std::path::PathBuf;

/// A file that is being written: nobody else's words are ever in it.
const WRITING: &str = ".tmp";
/// A file that is whole, and has only to get its name; or what it displaced.
const WHOLE: &str = ".new";
/// What a file on its way is to replace, kept where the two can't change names.
const KEPT: &str = ".was";
/// So many signs of a hash stand in a name.
const SIGNS: usize = 8;

/// What became of the leftovers of an interrupted save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cleared {
    /// It was whole and made from what stands there: the save was brought to its end.
    Finished(String),
    /// Nobody knows it: kept as a copy of somebody else.
    Kept(PathBuf),
}

fn signs(hash: Option<&str>) -> &str {
    hash.map_or("first", |hash| hash.get(..SIGNS).unwrap_or(hash))
}

/// The name of a file on its way to `name`.
pub(super) fn new_name(name: &str, stamp: &Stamp, known: &Known) -> String {
    let (revision, after, nonce) = (stamp.revision, signs(stamp.after.as_deref()), fastrand::u32(..));
    format!(".{name}.{}-r{revision}-{after}-{nonce:08x}{WRITING}", known.machine())
}

/// The name of the same file once it is whole.
pub(super) fn whole_name(new: &str) -> String {
    format!("{}{WHOLE}", new.strip_suffix(WRITING).unwrap_or(new))
}

/// The name under which what it replaces is kept meanwhile.
pub(super) fn kept_name(new: &str) -> String {
    format!("{}{KEPT}", new.strip_suffix(WHOLE).unwrap_or(new))
}

/// The name of a second copy on its way to `name`: what is in it stands in another file as long as it is called so.
pub(super) fn copy_name(name: &str, machine: &str) -> String {
    format!("{name}.{machine}-{:08x}{WRITING}", fastrand::u32(..))
}

/// Whether this is a second copy that did not get its name: `.0004.closed.0badcafe-01234567.tmp`.
fn is_copy_of(name: &str, machine: &str) -> bool {
    let marks = name.strip_suffix(WRITING).and_then(|rest| rest.rsplit_once('.'));
    let marks = marks.and_then(|(target, marks)| Some((target, marks.split_once('-')?)));
    marks.is_some_and(|(target, (owner, nonce))| {
        let is_nonce = nonce.len() == SIGNS && nonce.bytes().all(|sign| sign.is_ascii_hexdigit());
        target.starts_with('.') && target.ends_with(super::successor::CLOSED) && owner == machine && is_nonce
    })
}

/// What the name of a leftover says.
#[derive(Debug, PartialEq, Eq)]
struct Leftover<'n> {
    target: &'n str,
    machine: &'n str,
    revision: u32,
    after: &'n str,
    stage: Stage,
}

/// How far a save had come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Writing,
    Whole,
    Kept,
}

impl<'n> Leftover<'n> {
    fn of(name: &'n str) -> Option<Self> {
        let rest = name.strip_prefix('.')?;
        let stages = [(WRITING, Stage::Writing), (WHOLE, Stage::Whole), (KEPT, Stage::Kept)];
        let (rest, stage) = stages.into_iter().find_map(|(end, stage)| Some((rest.strip_suffix(end)?, stage)))?;
        let (target, marks) = rest.split_at_checked(rest.find(".ron.")? + ".ron".len())?;
        let mut marks = marks.strip_prefix('.')?.split('-');
        let (machine, revision, after) = (marks.next()?, marks.next()?.strip_prefix('r')?, marks.next()?);
        let revision = revision.parse().ok()?;
        Some(Self { target, machine, revision, after, stage })
    }
}

/// Goes through what interrupted saves of this machine left; only who has the lock of the folder may. `is_ours` says of a
/// hash that this machine wrote it once. What other machines left is not touched: they may be writing.
pub fn clear(dir: &Dir, known: &Known, is_ours: impl Fn(&str) -> bool) -> Result<Vec<Cleared>, StoreError> {
    let mut cleared = Vec::new();
    for name in dir.names()? {
        if is_copy_of(&name, known.machine()) {
            dir.remove(&name)?;
            continue;
        }
        let Some(left) = Leftover::of(&name).filter(|left| left.machine == known.machine()) else { continue };
        let Some((bytes, _)) = dir.read(&name)? else { continue };
        let hash = seal::sha256(&bytes);
        let there = dir.read(left.target)?.map(|(bytes, _)| bytes);
        if there.as_ref().is_some_and(|there| seal::sha256(there) == hash) || is_ours(&hash) {
            dir.remove(&name)?;
            continue;
        }
        let there = there.map(|there| read::loaded(&dir.path(left.target), there));
        let whole = match read::loaded(&dir.path(&name), bytes) {
            Ok(found) if found.seal == SealState::Intact => Some(found),
            Ok(_) | Err(_) => None,
        };
        match fate(&left, there.as_ref(), whole.as_ref()) {
            Fate::Finish(expected) => cleared.push(finish(dir, &name, &left, expected)?),
            Fate::Remove => dir.remove(&name)?,
            Fate::Keep => cleared.push(Cleared::Kept(keep(dir, left.target, &name, left.revision, Some(&hash))?)),
        }
    }
    if !cleared.is_empty() {
        dir.sync()?;
    }
    Ok(cleared)
}

/// The same for a chain, before one of its sessions is read to be written: what is finished is read then.
pub fn clear_before(folder: &Folder, state: Option<&SessionState>) -> Result<Vec<Cleared>, StoreError> {
    let dir = Dir::open(&folder.sessions())?;
    let signs = state.map(|state| History::of(state).signs()).transpose()?.unwrap_or_default();
    clear(&dir, &Known::on(folder.machine()), |sha256| history::is_among(&signs, sha256))
}

enum Fate<'t> {
    /// In the place of what has this hash, or of nothing.
    Finish(Option<&'t str>),
    Remove,
    Keep,
}

fn fate<'t>(left: &Leftover<'_>, there: Option<&'t Result<Loaded, StoreError>>, whole: Option<&Loaded>) -> Fate<'t> {
    let there = match (there, left.stage) {
        (Some(Ok(there)), _) => Some(there),
        // Cut while it was written: it was never reported, and it holds nobody else's words.
        (Some(Err(_)), Stage::Writing) => return Fate::Remove,
        // Nothing can be said of where it belongs.
        (Some(Err(_)), Stage::Whole | Stage::Kept) => return Fate::Keep,
        (None, _) => None,
    };
    let was_exchanged = there.is_some_and(|there| there.seal == SealState::Intact && there.revision >= left.revision);
    if left.stage == Stage::Writing && (was_exchanged || whole.is_none()) {
        return Fate::Remove;
    }
    if left.stage == Stage::Kept || was_exchanged {
        // It is what stood there before. What the new one was made from is in it; anything else is not ours.
        let is_before = whole.is_some_and(|whole| signs(Some(&whole.body)) == left.after);
        return if is_before { Fate::Remove } else { Fate::Keep };
    }
    match whole {
        // It was whole when it got this name.
        None => Fate::Keep,
        Some(_) if signs(there.map(|there| there.body.as_str())) == left.after => {
            Fate::Finish(there.map(|there| there.sha256.as_str()))
        }
        Some(_) => Fate::Keep,
    }
}

/// Brings a save to its end: it was written whole, and only its name was missing. Where that can't be done without a
/// doubt it becomes a copy.
fn finish(dir: &Dir, name: &str, left: &Leftover<'_>, expected: Option<&str>) -> Result<Cleared, StoreError> {
    let finished = Cleared::Finished(left.target.to_owned());
    let renamed = match expected {
        None => dir.rename(name, left.target)?,
        Some(_) => dir.exchange(name, left.target)?,
    };
    let Some(expected) = expected.filter(|_| renamed == Renamed::Yes) else {
        return match renamed {
            Renamed::Yes => Ok(finished),
            Renamed::Taken | Renamed::Missing | Renamed::NotOffered => {
                Ok(Cleared::Kept(keep(dir, left.target, name, left.revision, None)?))
            }
        };
    };
    match dir.read(name)? {
        Some((bytes, _)) if seal::sha256(&bytes) != expected => {
            keep(dir, left.target, name, left.revision, Some(&seal::sha256(&bytes)))?;
        }
        Some(_) | None => dir.remove(name)?,
    }
    Ok(finished)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_whose_it_is_and_what_it_is_to_be() {
        let known = Known::on("0badcafe");
        let stamp = Stamp::next(17, "0123456789abcdef");
        let name = new_name("0004-2026-12-10.ron", &stamp, &known);
        let left = Leftover::of(&name).unwrap();
        assert_eq!((left.target, left.machine), ("0004-2026-12-10.ron", "0badcafe"));
        assert_eq!((left.revision, left.after, left.stage), (18, "01234567", Stage::Writing));
        let whole = whole_name(&name);
        assert_eq!(Leftover::of(&whole).unwrap().stage, Stage::Whole);
        assert_eq!(Leftover::of(&kept_name(&whole)).unwrap().stage, Stage::Kept);
        for other in [".0004-2026-12-10.ron.outside-3-abcdef01", ".stuurgroep.lock", "0004-2026-12-10.ron", ".x.tmp"] {
            assert_eq!(Leftover::of(other), None, "{other}");
        }
        let copy = copy_name(".0004.closed", "0badcafe");
        assert!(is_copy_of(&copy, "0badcafe") && !is_copy_of(&copy, "0badf00d"), "{copy}");
        for other in [".0004.closed", ".0004.closed.0badcafe-1.tmp", ".x.0badcafe-01234567.tmp", &name] {
            assert!(!is_copy_of(other, "0badcafe"), "{other}");
        }
    }
}
