//! The session after a session: it is prepared when one closes, it says whether the report of the one before it is adopted,
//! and until it has everything that one holds, the closed state is kept that it was made from.

use super::dir::{Dir, Renamed};
use super::error::{StoreError, Trouble};
use super::folder::{Folder, SessionFile};
use super::format::Printer;
use super::leftovers;
use super::names::{self, Names};
use super::place::Place;
use super::read::{self, Loaded, SealState};
use super::seal::Stamp;
use super::write::{self, Known};
use crate::model::Session;
use crate::model::carry::carry_over;
use crate::model::merge::{common, merge3};
use crate::model::session::{Adoption, State};
use std::fs;
use std::path::PathBuf;

/// How the name ends under which the closed state of a session is kept.
pub(super) const CLOSED: &str = ".closed";

/// What stands after a session.
#[derive(Debug, Default)]
pub enum After {
    /// Nothing: it is the last one.
    #[default]
    Nothing,
    /// The next session, or one that says it is: it can be read.
    Session(Box<SessionFile>),
    /// Something that can't be read. It may hold the adoption of this one.
    Unread(StoreError),
}

impl After {
    /// The next session, where it can be read.
    pub fn session(&self) -> Option<&Session> {
        match self {
            Self::Session(file) => file.session(),
            Self::Nothing | Self::Unread(_) => None,
        }
    }

    /// What it says of the report of session `number`.
    pub fn adoption_of(&self, number: u32) -> Option<&Adoption> {
        match self {
            Self::Session(file) => file.adoption_of(number),
            Self::Nothing | Self::Unread(_) => None,
        }
    }

    /// Why session `number` is not to be written: it is adopted, or nobody can say that it is not.
    pub fn forbids(&self, number: u32) -> Option<StoreError> {
        match self {
            Self::Nothing => None,
            Self::Session(file) => file.adoption_of(number).map(|_| StoreError::new(&file.path, Trouble::Adopted)),
            Self::Unread(error) => Some(StoreError::new(&error.file, Trouble::MayBeAdopted)),
        }
    }
}

impl Folder {
    /// What stands after session `number`.
    pub fn after(&self, number: u32) -> Result<After, StoreError> {
        Ok(self.after_among(number, &self.near(number)?))
    }

    /// The same, among these names. A session that was given another name, and a copy of one, may have adopted it as well.
    pub(super) fn after_among(&self, number: u32, names: &Names) -> After {
        let Some(next) = number.checked_add(1) else { return After::Nothing };
        let own = names.sessions.iter().filter(|name| names::means(name) == Some(next));
        let copies = names.copies.iter().filter(|copy| copy.number == next).map(|copy| &copy.name);
        let mut candidates: Vec<&String> = own.chain(copies).collect();
        if candidates.is_empty() {
            // It was given another number in its name.
            let later = names.sessions.iter().filter_map(|name| Some((names::canonical(name)?, name)));
            candidates.extend(later.filter(|(found, _)| *found > next).min().map(|(_, name)| name));
        }
        let strange = names.sessions.iter().filter(|name| names::number_of(name).is_none());
        let (mut unread, mut found) = (None, None);
        for (name, is_sure) in candidates.into_iter().map(|name| (name, true)).chain(strange.map(|name| (name, false)))
        {
            let path = self.sessions().join(name);
            match read::load(&path) {
                Ok(loaded) if loaded.session.number != next => {}
                Ok(loaded) => {
                    let file = SessionFile { path, content: Ok(loaded) };
                    if file.adoption_of(number).is_some() {
                        return After::Session(Box::new(file));
                    }
                    found.get_or_insert(file);
                }
                Err(error) if is_sure || claims(&error, next) => {
                    unread.get_or_insert(error);
                }
                Err(_) => {}
            }
        }
        match (unread, found) {
            (Some(error), _) => After::Unread(error),
            (None, Some(file)) => After::Session(Box::new(file)),
            (None, None) => After::Nothing,
        }
    }

    /// Where the closed state of a session is kept while it is open again: what its successor was made from.
    fn kept_closed(number: u32) -> String {
        format!(".{number:04}{CLOSED}")
    }

    /// Keeps a closed session that is about to be written again. Where an earlier one is kept still, the last closing was cut
    /// short: its successor gets what it lacks first, measured by that earlier one, and only then this one takes its place.
    pub(super) fn keep_closed(&self, dir: &Dir, number: u32, name: &str) -> Result<(), StoreError> {
        let kept = Self::kept_closed(number);
        if dir.look(&kept)?.is_some() {
            let closed = match read::load(&dir.path(name)) {
                Ok(loaded) if loaded.session.number == number && !loaded.session.is_open() => loaded.session,
                // What stands there now is not the end of this meeting: the first one counts.
                Ok(_) | Err(_) => return Ok(()),
            };
            if let Some(next) = self.after(number)?.session().filter(|next| next.state == State::Planned) {
                self.prepare(&carry_over(&closed, next.date))?;
            }
            self.forget_closed(dir, number)?;
        }
        if let Some((bytes, look)) = dir.read(name)? {
            let beside = leftovers::copy_name(&kept, self.machine());
            dir.create(&beside, &bytes, Some(&look))?;
            match dir.rename(&beside, &kept)? {
                Renamed::Yes => {}
                Renamed::Taken | Renamed::Missing | Renamed::NotOffered => dir.discard(&beside),
            }
            dir.sync()?;
        }
        Ok(())
    }

    /// A session as it was before it was opened again; none where nobody kept that, or where it is no session any more.
    fn before_reopening(&self, number: u32) -> Result<Option<Session>, StoreError> {
        let path = self.sessions().join(Self::kept_closed(number));
        match read::load(&path) {
            Ok(loaded) => Ok(Some(loaded.session)),
            Err(error) if error.is_not_there() => Ok(None),
            Err(error) if matches!(error.trouble, Trouble::Io(_)) => Err(error),
            Err(_) => Ok(None),
        }
    }

    /// The successor has everything: what was kept for it can go.
    pub(super) fn forget_closed(&self, dir: &Dir, number: u32) -> Result<(), StoreError> {
        dir.remove(&Self::kept_closed(number))
    }

    /// Writes a first session, or the next one after closing.
    ///
    /// A next session that the program prepared before and nobody touched is made anew; one with work in it takes in
    /// what the reopened one changed. One that was opened already is not touched.
    pub fn prepare(&self, session: &Session) -> Result<PathBuf, StoreError> {
        let folder = self.sessions();
        fs::create_dir_all(&folder).map_err(|error| StoreError::io(&folder, error))?;
        let names = self.names()?;
        let prepared = names.sessions.iter().find(|name| names::means(name) == Some(session.number));
        let Some(name) = prepared else {
            let mut place = Place::named(self, &write::file_name(session))?;
            return self.write(&mut place, session, &Stamp::first(), None);
        };
        let old = folder.join(name);
        let found = read::load(&old)?;
        if found.session.state != State::Planned {
            return Ok(old);
        }
        let mut place = Place::named(self, name)?;
        if found.revision > 1 || found.seal != SealState::Intact {
            let before = self.before_reopening(session.number.saturating_sub(1))?;
            let first = before.map(|before| carry_over(&before, found.session.date));
            let base = first.unwrap_or_else(|| common(&found.session, session));
            let (merged, _) = merge3(&base, &found.session, session);
            if merged == found.session {
                return Ok(old);
            }
            return self.write_after(&mut place, &merged, &found);
        }
        // What nobody touched begins anew.
        self.write(&mut place, session, &Stamp::first(), Some(&found))
    }

    /// Writes a session in its place, as the revision after what was read there.
    pub fn write_after(&self, place: &mut Place, session: &Session, read: &Loaded) -> Result<PathBuf, StoreError> {
        self.write(place, session, &Stamp::next(read.revision, &read.body), Some(read))
    }

    /// Writes a session in its place, whatever stands there: that is kept beside it.
    pub fn write_over(&self, place: &mut Place, session: &Session, stamp: &Stamp) -> Result<PathBuf, StoreError> {
        self.write(place, session, stamp, None)
    }

    fn write(
        &self,
        place: &mut Place,
        session: &Session,
        stamp: &Stamp,
        read: Option<&Loaded>,
    ) -> Result<PathBuf, StoreError> {
        let dir = place.dir()?;
        let mut known = Known::on(self.machine());
        // Whoever writes first brings to an end what was interrupted.
        leftovers::clear(&dir, &known, |_| false)?;
        place.follow(&dir, session)?;
        if let Some(read) = read {
            known.add(&read.sha256);
        }
        write::save(&dir, place.name(), session, stamp, &mut known, &mut Printer::default())?.clear(&dir);
        Ok(place.path())
    }
}

/// A file that can't be read says that it is this session.
fn claims(error: &StoreError, number: u32) -> bool {
    let Ok(bytes) = read::bytes(&error.file) else { return false };
    let text = String::from_utf8_lossy(&bytes);
    let said = text.split_once("number:").map(|(_, rest)| rest.trim_start());
    let digits = said.map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
    digits.is_some_and(|digits| digits.parse() == Ok(number))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;
    use std::path::Path;

    const THIRD: &str = "0003-2026-09-17.ron";
    const FOURTH: &str = "0004-2026-12-10.ron";

    fn sample(name: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions").join(name)
    }

    /// A chain with the third meeting, and the text of the fourth, which adopts it or not.
    fn chain() -> (tempfile::TempDir, Folder) {
        let root = tempfile::tempdir().unwrap();
        let folder = Folder::at(root.path());
        fs::create_dir(folder.sessions()).unwrap();
        fs::copy(sample(THIRD), folder.sessions().join(THIRD)).unwrap();
        (root, folder)
    }

    fn fourth(adopts: bool) -> String {
        let mut session = read::load(&sample(FOURTH)).unwrap().session;
        let of_another = read::load(&sample(THIRD)).unwrap().session.adopts.unwrap();
        session.adopts = adopts.then_some(Adoption { session: 3, ..of_another });
        write::text(&sample(FOURTH), &session, &Stamp::first()).unwrap()
    }

    fn forbids(folder: &Folder) -> Option<StoreError> {
        folder.after(3).unwrap().forbids(3)
    }

    #[test]
    fn whatever_may_have_adopted_a_report_forbids_writing_it() {
        let (_root, folder) = chain();
        assert!(forbids(&folder).is_none(), "it is the last one");
        fs::write(folder.sessions().join(FOURTH), fourth(false)).unwrap();
        assert!(forbids(&folder).is_none(), "the next one did not adopt it");
        let broken = "kapot ( number: 4, verder niets";
        let others = [
            ("0004-2026-12-10 (conflicted copy 2026-12-11 101112).ron", fourth(true)),
            ("0004-2026-12-10 (conflicted copy 2026-12-11 101112).ron", broken.to_owned()),
            (".0004-2026-12-10.ron.outside-3-abcdef01", fourth(true)),
            ("verslag-december.ron", fourth(true)),
            ("verslag-december.ron", broken.to_owned()),
        ];
        for with_its_own in [true, false] {
            for (name, text) in &others {
                let path = folder.sessions().join(name);
                fs::write(&path, text).unwrap();
                assert!(forbids(&folder).is_some(), "{name} {with_its_own}");
                fs::remove_file(path).unwrap();
            }
            let own = folder.sessions().join(FOURTH);
            if with_its_own {
                fs::remove_file(own).unwrap();
            }
        }
        fs::write(folder.sessions().join("boodschappen.ron"), "geen vergadering").unwrap();
        assert!(forbids(&folder).is_none(), "what says nothing of the next meeting is none");
        fs::write(folder.sessions().join("0007-2026-12-10.ron"), fourth(true)).unwrap();
        assert!(forbids(&folder).is_some(), "with another number in its name");
    }

    /// The next meeting, as the program prepares it.
    fn next(folder: &Folder) -> Session {
        let third = read::load(&folder.sessions().join(THIRD)).unwrap().session;
        carry_over(&third, "2026-12-10".parse().unwrap())
    }

    #[test]
    fn what_somebody_wrote_in_the_next_meeting_stays_when_it_is_prepared_again() {
        let (_root, folder) = chain();
        let session = next(&folder);
        let path = folder.prepare(&session).unwrap();
        let prepared = fs::read_to_string(&path).unwrap();
        // By hand, so its revision is still the first.
        fs::write(&path, prepared.replacen("title: \"Opening", "title: \"Welkom", 1)).unwrap();
        folder.prepare(&session).unwrap();
        let found = read::load(&path).unwrap();
        assert!(found.session.agenda.items[0].title.starts_with("Welkom"), "{:?}", found.session.agenda.items[0]);
        // One that began is not written at all.
        let began = Session { state: State::Live, ..session.clone() };
        fs::write(&path, write::text(&path, &began, &Stamp::first()).unwrap()).unwrap();
        let before = fs::read(&path).unwrap();
        folder.prepare(&session).unwrap();
        assert_eq!(fs::read(&path).unwrap(), before);
    }

    #[test]
    fn a_closed_state_that_can_not_be_read_is_an_answer_and_the_first_one_counts() {
        let (_root, folder) = chain();
        let dir = Dir::open(&folder.sessions()).unwrap();
        assert!(folder.before_reopening(3).unwrap().is_none());
        folder.keep_closed(&dir, 3, THIRD).unwrap();
        let closed = folder.before_reopening(3).unwrap().unwrap();
        fs::write(folder.sessions().join(THIRD), fourth(false)).unwrap();
        folder.keep_closed(&dir, 3, THIRD).unwrap();
        assert_eq!(folder.before_reopening(3).unwrap().unwrap(), closed);
        folder.forget_closed(&dir, 3).unwrap();
        // A link to itself is there, and the system can't say what is in it.
        symlink(Folder::kept_closed(3), folder.sessions().join(Folder::kept_closed(3))).unwrap();
        assert!(folder.before_reopening(3).is_err());
    }
}
