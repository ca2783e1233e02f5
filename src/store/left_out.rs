//! Revisions that this machine recorded and that are not in the file of their session: an older copy was put back while nobody
//! looked, or a file of somebody else took its place. They are kept apart until a person decides what becomes of them.

use super::error::StoreError;
use super::history::{History, Revision};
use super::read::{self, Loaded};
use super::seal::{self, Seal, sha256};
use super::state::{SessionState, paths_in, remove, write_private};
use crate::model::Session;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder in the state of a session.
const FOLDER: &str = "apart";
/// How the name ends of the sign that a person decided about a revision.
const DECIDED: &str = "decided";

/// A revision as one link in the line of those that came from one another.
#[derive(Debug)]
struct Link {
    body: String,
    says: Option<Seal>,
    path: PathBuf,
}

/// The revisions that this machine keeps of a session, and what each came from.
#[derive(Debug)]
struct Descent(Vec<Link>);

impl Descent {
    fn of(kept: &[Revision]) -> Result<Self, StoreError> {
        let link = |revision: &Revision| {
            let bytes = read::bytes(&revision.path)?;
            // What is no text has no seal, and is nobody's ancestor.
            let text = String::from_utf8_lossy(&bytes);
            let (body, says) = seal::split(&text);
            Ok(Link { body: seal::sum(body), says, path: revision.path.clone() })
        };
        kept.iter().map(link).collect::<Result<_, _>>().map(Self)
    }

    /// The bodies from this one back to the oldest that is known to come before it.
    fn line(&self, body: &str, says: Option<&Seal>) -> Vec<String> {
        let (mut line, mut here, mut says) = (vec![body.to_owned()], body.to_owned(), says);
        while let Some(seal) = says {
            let is_before = |link: &&Link| match seal.sha256 == here {
                true => seal.is_after(&link.body),
                // Edited by hand: the seal is that of the revision that was edited.
                false => link.body == seal.sha256,
            };
            let Some(before) = self.0.iter().find(is_before).filter(|link| !line.contains(&link.body)) else { break };
            line.push(before.body.clone());
            (here, says) = (before.body.clone(), before.says.as_ref());
        }
        line
    }

    fn line_of(&self, loaded: &Loaded) -> Vec<String> {
        self.line(&loaded.body, loaded.says.as_ref())
    }
}

/// A revision that is not in the file.
#[derive(Debug)]
pub struct Found {
    /// What it holds.
    pub loaded: Loaded,
    /// What it and the file both came from, where this machine still has that.
    pub base: Option<Session>,
    /// Where it is kept.
    pub path: PathBuf,
}

/// The revisions of one session that wait for a person.
#[derive(Debug, Clone)]
pub struct LeftOut {
    state: SessionState,
    history: History,
}

impl LeftOut {
    /// Of a session.
    pub fn of(state: &SessionState) -> Self {
        Self { state: state.clone(), history: History::of(state) }
    }

    /// Sets apart what this machine recorded last, where what stands in the file does not come from it. True where there was
    /// such a revision.
    pub fn set_apart(&self, stands: &Loaded) -> Result<bool, StoreError> {
        let kept = self.history.list()?;
        let Some(newest) = self.newest_left_out(&kept, stands)? else { return Ok(false) };
        let (folder, bytes) = (self.state.make(FOLDER)?, read::bytes(&newest.path)?);
        let name = file_name(&newest.path);
        let path = folder.join(&name);
        let is_decided = fs::exists(decided(&path)).map_err(|error| StoreError::io(&path, error))?;
        if !is_decided {
            write_private(&folder, &name, &bytes)?;
        }
        Ok(!is_decided)
    }

    /// The newest revision, where what stands in the file is neither that, nor made from it, nor a later one as far as
    /// anybody can tell. A first revision holds nothing that anybody put on record.
    fn newest_left_out<'k>(&self, kept: &'k [Revision], stands: &Loaded) -> Result<Option<&'k Revision>, StoreError> {
        let newest = kept.last().filter(|newest| newest.revision > 1 && !newest.is_of(&stands.sha256));
        let Some(newest) = newest else { return Ok(None) };
        let ours = self.history.load(newest)?;
        let descent = Descent::of(kept)?;
        let (line, there) = (descent.line_of(&ours), descent.line_of(stands));
        if there.contains(&ours.body) || ours.session == stands.session {
            return Ok(None);
        }
        // Where no line is known that joins them, the numbers of the revisions have to say it.
        let is_joined = there.iter().any(|body| line.contains(body));
        let is_numbered = stands.says.is_some() || kept.iter().any(|one| one.is_of(&stands.sha256));
        let is_earlier = is_numbered && stands.revision <= newest.revision;
        Ok((is_joined || is_earlier).then_some(newest))
    }

    fn paths(&self) -> Result<Vec<PathBuf>, StoreError> {
        let mut paths = paths_in(&self.state.folder().join(FOLDER))?;
        // What begins with a dot was never written whole.
        paths.retain(|path| path.extension().is_some_and(|end| end == "ron"));
        Ok(paths)
    }

    /// All that waits, and is not in what stands in the file by now. What is in it needs nobody to decide.
    pub fn found(&self, stands: &Loaded) -> Result<Vec<Found>, StoreError> {
        let paths = self.paths()?;
        if paths.is_empty() {
            return Ok(Vec::new());
        }
        let descent = Descent::of(&self.history.list()?)?;
        let there = descent.line_of(stands);
        let mut found = Vec::new();
        for path in paths {
            let loaded = read::load(&path)?;
            if there.contains(&loaded.body) || loaded.session == stands.session {
                remove(&path)?;
                continue;
            }
            let line = descent.line_of(&loaded);
            let base = match there.iter().find(|body| line.contains(body)) {
                None => None,
                Some(body) if *body == stands.body => Some(stands.session.clone()),
                Some(body) => match descent.0.iter().find(|link| link.body == *body) {
                    Some(link) => Some(read::load(&link.path)?.session),
                    None => None,
                },
            };
            found.push(Found { loaded, base, path });
        }
        Ok(found)
    }

    /// What was taken in, by the hashes of the files, waits no more.
    pub fn settle(&self, includes: &[String]) -> Result<(), StoreError> {
        if includes.is_empty() {
            return Ok(());
        }
        for path in self.paths()? {
            if includes.contains(&sha256(&read::bytes(&path)?)) {
                decide(&path)?;
            }
        }
        Ok(())
    }
}

/// The sign beside a revision that somebody decided about it.
fn decided(path: &Path) -> PathBuf {
    path.with_extension(DECIDED)
}

/// Somebody decided: it waits no more, and is not asked about again. Among the earlier revisions it stays.
pub fn decide(path: &Path) -> Result<(), StoreError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    write_private(folder, &file_name(&decided(path)), b"")?;
    remove(path)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::seal::Stamp;
    use super::super::state::StateFolder;
    use super::super::write;
    use super::*;

    fn sample() -> Loaded {
        read::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/0004-2026-12-10.ron")).unwrap()
    }

    /// The session with another slogan, as the revision after `before`.
    fn after(before: &Loaded, says: &str) -> (Loaded, String) {
        let mut session = before.session.clone();
        session.identity.slogan = says.to_owned();
        let path = Path::new("0004-2026-12-10.ron");
        let text = write::text(path, &session, &Stamp::next(before.revision, &before.body)).unwrap();
        (read::loaded(path, text.clone().into_bytes()).unwrap(), text)
    }

    #[test]
    fn only_what_does_not_come_from_our_newest_revision_leaves_it_out() {
        let home = tempfile::tempdir().unwrap();
        let state = StateFolder::at(home.path()).of_session(Path::new("/ergens/kompas"), 4);
        let (history, left_out) = (History::of(&state), LeftOut::of(&state));
        let second = |second: u32| format!("2026-12-10T10:00:{second:02}").parse().unwrap();
        let first = sample();
        let (two, text_two) = after(&first, "twee");
        let (three, text_three) = after(&two, "drie");
        for (place, (loaded, text)) in [(&two, &text_two), (&three, &text_three)].into_iter().enumerate() {
            let at = second(u32::try_from(place).unwrap());
            history.keep(text.as_bytes(), loaded.revision, at, &loaded.sha256).unwrap();
        }
        // The same, made from it, made from something later that nobody here knows, edited by hand: nothing is left out.
        let (four, _) = after(&three, "vier");
        let (five, _) = after(&four, "vijf");
        let edited = text_three.replacen("drie", "anders", 1);
        let edited = read::loaded(Path::new("0004-2026-12-10.ron"), edited.into_bytes()).unwrap();
        for stands in [&three, &four, &five, &edited] {
            assert!(!left_out.set_apart(stands).unwrap(), "{} {:?}", stands.revision, stands.session.identity.slogan);
        }
        assert!(left_out.found(&four).unwrap().is_empty());
        // An earlier one, an unknown one of an earlier number, and one that somebody else made from an earlier one.
        let (other, _) = after(&two, "van een ander");
        let (later, _) = after(&other, "later van een ander");
        for (stands, base) in [(&two, Some(&two)), (&other, Some(&two)), (&first, None)] {
            assert!(left_out.set_apart(stands).unwrap(), "{}", stands.revision);
            let found = left_out.found(stands).unwrap();
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].loaded.session, three.session);
            assert_eq!(found[0].base.as_ref(), base.map(|base| &base.session), "{}", stands.revision);
        }
        assert_eq!(later.revision, 4);
        // It waits until it is in the file, or was taken in.
        left_out.settle(std::slice::from_ref(&two.sha256)).unwrap();
        assert_eq!(left_out.found(&two).unwrap().len(), 1);
        left_out.settle(std::slice::from_ref(&three.sha256)).unwrap();
        assert!(left_out.found(&two).unwrap().is_empty());
        assert!(!left_out.set_apart(&two).unwrap(), "somebody decided");
    }

    #[test]
    fn what_came_into_the_file_by_another_way_waits_no_more_and_may_be_left_out_again() {
        let home = tempfile::tempdir().unwrap();
        let state = StateFolder::at(home.path()).of_session(Path::new("/ergens/kompas"), 4);
        let left_out = LeftOut::of(&state);
        let (two, text) = after(&sample(), "twee");
        let at = "2026-12-10T10:00:00".parse().unwrap();
        History::of(&state).keep(text.as_bytes(), two.revision, at, &two.sha256).unwrap();
        let (three, _) = after(&two, "drie");
        for _ in 0..2 {
            assert!(left_out.set_apart(&sample()).unwrap());
            assert!(left_out.found(&three).unwrap().is_empty() && left_out.found(&sample()).unwrap().is_empty());
        }
    }

    #[test]
    fn a_newest_revision_that_can_not_be_read_is_an_error() {
        let home = tempfile::tempdir().unwrap();
        let state = StateFolder::at(home.path()).of_session(Path::new("/ergens/kompas"), 4);
        History::of(&state).keep(b"", 7, "2026-12-10T10:00:00".parse().unwrap(), "0123456789abcdef00").unwrap();
        assert!(LeftOut::of(&state).set_apart(&sample()).is_err());
    }
}
