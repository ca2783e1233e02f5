//! What an interrupted save leaves beside a session, and what becomes of it at the next start.
//!
//! A file that is being written says in its name which machine writes it, which revision it is to be and from which. Whether
//! it was exchanged with the session already, the revision of the session tells. So of everything that is found it is known
//! whose it is, and what nobody knows becomes a copy that people are told of.

use super::dir::{Dir, Renamed};
use super::error::StoreError;
use super::read::{self, Loaded, SealState};
use super::seal::{self, Stamp};
use super::write::{Known, keep};
use std::path::PathBuf;

/// A file on its way.
const NEW: &str = ".tmp";
/// What a file on its way is to replace, kept where the two can't change names.
const KEPT: &str = ".was.tmp";
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
    format!(".{name}.{}-r{revision}-{after}-{nonce:08x}{NEW}", known.machine())
}

/// The name under which what it replaces is kept meanwhile.
pub(super) fn kept_name(new: &str) -> String {
    format!("{}{KEPT}", new.strip_suffix(NEW).unwrap_or(new))
}

/// What the name of a leftover says.
#[derive(Debug, PartialEq, Eq)]
struct Leftover<'n> {
    target: &'n str,
    machine: &'n str,
    revision: u32,
    after: &'n str,
    was_kept: bool,
}

impl<'n> Leftover<'n> {
    fn of(name: &'n str) -> Option<Self> {
        let rest = name.strip_prefix('.')?;
        let (rest, was_kept) = match rest.strip_suffix(KEPT) {
            Some(rest) => (rest, true),
            None => (rest.strip_suffix(NEW)?, false),
        };
        let (target, marks) = rest.split_at_checked(rest.find(".ron.")? + ".ron".len())?;
        let mut marks = marks.strip_prefix('.')?.split('-');
        let (machine, revision, after) = (marks.next()?, marks.next()?.strip_prefix('r')?, marks.next()?);
        let revision = revision.parse().ok()?;
        Some(Self { target, machine, revision, after, was_kept })
    }
}

/// Goes through what interrupted saves of this machine left; only who has the lock of the folder may. `is_ours` says of a
/// hash that this machine wrote it once. What other machines left is not touched: they may be writing.
pub fn clear(dir: &Dir, known: &Known, is_ours: impl Fn(&str) -> bool) -> Result<Vec<Cleared>, StoreError> {
    let mut cleared = Vec::new();
    for name in dir.names()? {
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

enum Fate<'t> {
    /// In the place of what has this hash, or of nothing.
    Finish(Option<&'t str>),
    Remove,
    Keep,
}

fn fate<'t>(left: &Leftover<'_>, there: Option<&'t Result<Loaded, StoreError>>, whole: Option<&Loaded>) -> Fate<'t> {
    let there = match there {
        Some(Ok(there)) => Some(there),
        // Nothing can be said of where it belongs.
        Some(Err(_)) => return Fate::Keep,
        None => None,
    };
    let was_exchanged = there.is_some_and(|there| there.seal == SealState::Intact && there.revision >= left.revision);
    if left.was_kept || was_exchanged {
        // It is what stood there before. What the session says that it comes after is in it; anything else is not ours.
        let says = there.and_then(|there| there.says.as_ref());
        let is_before = says.zip(whole).is_some_and(|(says, whole)| says.is_after(&whole.body));
        return if is_before { Fate::Remove } else { Fate::Keep };
    }
    match whole {
        // Cut while it was written: it was never reported, and what it was made from stands there still.
        None => Fate::Remove,
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
        assert_eq!((left.revision, left.after, left.was_kept), (18, "01234567", false));
        assert!(Leftover::of(&kept_name(&name)).unwrap().was_kept);
        for other in [".0004-2026-12-10.ron.outside-3-abcdef01", ".stuurgroep.lock", "0004-2026-12-10.ron", ".x.tmp"] {
            assert_eq!(Leftover::of(other), None, "{other}");
        }
    }
}
