//! What an interrupted save leaves beside a session, and what becomes of it at the next start.
//!
//! A file that is being written says in its name which machine writes it, which revision it is to be and from which. Whether
//! it was exchanged with the session already, the revision of the session tells. So of everything that is found it is known
//! whose it is, and what nobody knows becomes a copy that people are told of.

use super::dir::{Dir, Renamed};
use super::error::StoreError;
use super::folder::Folder;
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
/// What was replaced and is known: of no more use to anybody.
const REPLACED: &str = ".old";
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

/// The name of what was displaced once it is known to be one's own. It says so itself: where blocks of a removed file may be
/// written before its removal is on disk, a power cut brings it back with anything in it.
pub(super) fn replaced_name(displaced: &str) -> String {
    let stem = displaced.strip_suffix(WHOLE).or_else(|| displaced.strip_suffix(KEPT));
    format!("{}{REPLACED}", stem.unwrap_or(displaced))
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
    Replaced,
}

impl<'n> Leftover<'n> {
    fn of(name: &'n str) -> Option<Self> {
        let rest = name.strip_prefix('.')?;
        let stages =
            [(WRITING, Stage::Writing), (WHOLE, Stage::Whole), (KEPT, Stage::Kept), (REPLACED, Stage::Replaced)];
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
    // All of them are hidden; a folder may hold thousands of meetings that are not.
    for name in dir.names(|name| name.starts_with('.'))? {
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
        // It was known when it got this name.
        (Some(Ok(_) | Err(_)) | None, Stage::Replaced) => return Fate::Remove,
        (Some(Ok(there)), Stage::Writing | Stage::Whole | Stage::Kept) => Some(there),
        // Cut while it was written: it was never reported, and it holds nobody else's words.
        (Some(Err(_)), Stage::Writing) => return Fate::Remove,
        // Nothing can be said of where it belongs.
        (Some(Err(_)), Stage::Whole | Stage::Kept) => return Fate::Keep,
        (None, Stage::Writing | Stage::Whole | Stage::Kept) => None,
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
        for displaced in [whole.clone(), kept_name(&whole)] {
            let left = replaced_name(&displaced);
            let left = Leftover::of(&left).unwrap();
            assert_eq!(left.stage, Stage::Replaced);
            assert!(matches!(fate(&left, None, None), Fate::Remove), "whatever a power cut made of it");
        }
        for other in [".0004-2026-12-10.ron.outside-3-abcdef01", ".stuurgroep.lock", "0004-2026-12-10.ron", ".x.tmp"] {
            assert_eq!(Leftover::of(other), None, "{other}");
        }
        let copy = copy_name(".0004.closed", "0badcafe");
        assert!(is_copy_of(&copy, "0badcafe") && !is_copy_of(&copy, "0badf00d"), "{copy}");
        for other in [".0004.closed", ".0004.closed.0badcafe-1.tmp", ".x.0badcafe-01234567.tmp", &name] {
            assert!(!is_copy_of(other, "0badcafe"), "{other}");
        }
    }

    const NAME: &str = "0004-2026-12-10.ron";
    const MACHINE: &str = "0badcafe";

    /// A folder with a meeting in it, and its sealed texts: that which stands there is the second of three.
    struct Ground {
        folder: tempfile::TempDir,
        texts: Vec<String>,
        bodies: Vec<String>,
    }

    impl Ground {
        fn new() -> Self {
            let sample = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions").join(NAME);
            let mut session = read::load(&sample).unwrap().session;
            let (mut texts, mut bodies, mut stamp) = (Vec::new(), Vec::new(), Stamp::first());
            for number in 0..3 {
                session.chain.name = format!("Kompas {number}");
                let text = super::super::write::text(&sample, &session, &stamp).unwrap();
                let body = seal::sum(seal::split(&text).0);
                stamp = Stamp::next(stamp.revision, &body);
                texts.push(text);
                bodies.push(body);
            }
            let ground = Self { folder: tempfile::tempdir().unwrap(), texts, bodies };
            ground.put(NAME, &ground.texts[1]);
            ground
        }

        fn put(&self, name: &str, text: &str) {
            std::fs::write(self.folder.path().join(name), text).unwrap();
        }

        fn text(&self, name: &str) -> String {
            std::fs::read_to_string(self.folder.path().join(name)).unwrap()
        }

        /// Leaves what a save of a machine left: it is to be `revision`, and comes after a body.
        fn leave(&self, end: &str, machine: &str, revision: u32, after: &str, text: &str) -> String {
            let name = format!(".{NAME}.{machine}-r{revision}-{}-00000000{end}", signs(Some(after)));
            self.put(&name, text);
            name
        }

        /// Clears; what became of it, and the names that are there now.
        fn clear(&self, ours: &str) -> (Vec<Cleared>, Vec<String>) {
            let dir = Dir::open(self.folder.path()).unwrap();
            let cleared = clear(&dir, &Known::on(MACHINE), |hash| !ours.is_empty() && hash == ours).unwrap();
            (cleared, dir.names(|_| true).unwrap())
        }

        /// What is kept as a copy of somebody else, after clearing.
        fn kept(&self) -> String {
            let (cleared, names) = self.clear("");
            assert!(matches!(&cleared[..], [Cleared::Kept(_)]), "{cleared:?} {names:?}");
            let Cleared::Kept(path) = &cleared[0] else { panic!("it is kept") };
            assert_eq!(names.len(), 2, "{names:?}");
            std::fs::read_to_string(path).unwrap()
        }
    }

    #[test]
    fn a_save_that_only_lacks_its_name_is_finished_and_one_from_another_revision_is_kept() {
        for end in [WRITING, WHOLE] {
            let ground = Ground::new();
            ground.leave(end, MACHINE, 3, &ground.bodies[1], &ground.texts[2]);
            assert_eq!(ground.clear(""), (vec![Cleared::Finished(NAME.to_owned())], vec![NAME.to_owned()]));
            assert_eq!(ground.text(NAME), ground.texts[2]);
        }
        let ground = Ground::new();
        ground.leave(WHOLE, MACHINE, 3, &ground.bodies[0], &ground.texts[2]);
        assert_eq!((ground.kept(), ground.text(NAME)), (ground.texts[2].clone(), ground.texts[1].clone()));
        // One that somebody wrote in is not one's own any more.
        let ground = Ground::new();
        let edited = ground.texts[2].replacen("Kompas 2", "Kompas 7", 1);
        ground.leave(WHOLE, MACHINE, 3, &ground.bodies[1], &edited);
        assert_eq!((ground.kept(), ground.text(NAME)), (edited, ground.texts[1].clone()));
        // Where what stands there is broken, nobody can say where it belongs.
        let ground = Ground::new();
        ground.put(NAME, "gebroken");
        ground.leave(WHOLE, MACHINE, 3, &ground.bodies[1], &ground.texts[2]);
        assert_eq!((ground.kept(), ground.text(NAME)), (ground.texts[2].clone(), "gebroken".to_owned()));
    }

    #[test]
    fn what_an_exchange_displaced_goes_where_it_is_ones_own_and_is_kept_where_it_is_not() {
        for end in [WHOLE, KEPT] {
            let ground = Ground::new();
            ground.leave(end, MACHINE, 2, &ground.bodies[0], &ground.texts[0]);
            assert_eq!(ground.clear(""), (Vec::new(), vec![NAME.to_owned()]), "what the new one was made from");
            ground.leave(end, MACHINE, 2, &ground.bodies[0], "van iemand anders");
            assert_eq!(ground.kept(), "van iemand anders");
        }
        // A revision that this machine knows, and a second name of what stands there, need no copy.
        let ground = Ground::new();
        ground.leave(WHOLE, MACHINE, 2, "van een andere", &ground.texts[0]);
        assert_eq!(ground.clear(&seal::sha256(ground.texts[0].as_bytes())), (Vec::new(), vec![NAME.to_owned()]));
        ground.leave(KEPT, MACHINE, 3, "van een andere", &ground.texts[1]);
        assert_eq!(ground.clear(""), (Vec::new(), vec![NAME.to_owned()]));
    }

    #[test]
    fn a_torn_text_goes_and_what_another_machine_writes_stays() {
        let ground = Ground::new();
        let torn = ground.texts[2][..400].to_owned();
        ground.leave(WRITING, MACHINE, 3, &ground.bodies[1], &torn);
        assert_eq!(ground.clear(""), (Vec::new(), vec![NAME.to_owned()]));
        for end in [WRITING, WHOLE, KEPT] {
            let name = ground.leave(end, "11111111", 3, &ground.bodies[1], &ground.texts[2]);
            assert_eq!(ground.clear(""), (Vec::new(), vec![name.clone(), NAME.to_owned()]));
            assert_eq!((ground.text(&name), ground.text(NAME)), (ground.texts[2].clone(), ground.texts[1].clone()));
            std::fs::remove_file(ground.folder.path().join(name)).unwrap();
        }
    }
}
