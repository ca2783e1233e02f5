//! The folder of a chain: which sessions there are, and how they hang together.

use super::error::{StoreError, Trouble};
use super::read::{self, Loaded, SealState};
use super::write;
use crate::model::Session;
use crate::model::carry::carry_over;
use crate::model::merge::{common, merge3};
use crate::model::session::{Adoption, State};
use std::fs;
use std::path::{Path, PathBuf};

/// A logo is shown so far.
const LOGO_LINES: usize = 16;
/// A larger picture is no logo.
const PICTURE_BYTES: usize = 1024 * 1024;

/// Why a file is no logo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoLogo {
    /// There is no such file in `assets/`.
    NotThere,
    /// It is no text, and its name is not that of a PNG.
    NeitherTextNorPicture,
    /// It is too large for a logo.
    TooLarge,
}

/// The folder of one chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    root: PathBuf,
}

/// One file in `sessions/`, readable or not.
#[derive(Debug)]
pub struct SessionFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it holds, or why it can't be read.
    pub content: Result<Loaded, StoreError>,
}

/// A session file by its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Numbered {
    /// The number in its name.
    pub number: u32,
    /// The year in its name, where that is there.
    pub year: Option<i32>,
    /// Where it is.
    pub path: PathBuf,
}

/// The sessions before and after one.
#[derive(Debug, Default)]
pub struct Beside {
    /// The one before it.
    pub before: Option<SessionFile>,
    /// The one after it.
    pub after: Option<SessionFile>,
}

impl SessionFile {
    /// Its name without the folder.
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// The session, where the file could be read.
    pub fn session(&self) -> Option<&Session> {
        self.content.as_ref().ok().map(|loaded| &loaded.session)
    }

    /// What it says of the report of session `number`.
    pub fn adoption_of(&self, number: u32) -> Option<&Adoption> {
        self.session()?.adopts.as_ref().filter(|adoption| adoption.session == number)
    }
}

impl Folder {
    /// The folder at `root`; `sessions/` itself is understood too.
    pub fn at(root: &Path) -> Self {
        let inside = root.file_name().is_some_and(|name| name == "sessions") && !root.join("sessions").exists();
        let root = if inside { root.parent().unwrap_or(root) } else { root };
        Self { root: root.to_owned() }
    }

    /// The same folder by its full name, where it is there.
    pub fn whole(self) -> Self {
        Self { root: self.root.canonicalize().unwrap_or(self.root) }
    }

    /// The folder of the chain.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where its sessions are.
    pub fn sessions(&self) -> PathBuf {
        self.root.join("sessions")
    }

    /// Where its documents are.
    pub fn documents(&self) -> PathBuf {
        self.root.join("documents")
    }

    /// Where a session belongs.
    pub fn path_of(&self, session: &Session) -> PathBuf {
        self.sessions().join(write::file_name(session))
    }

    /// The names of all session files, in order; what begins with a dot is not ours to read.
    fn paths(&self) -> Result<Vec<PathBuf>, StoreError> {
        let folder = self.sessions();
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(StoreError::io(&folder, error)),
        };
        let mut paths: Vec<PathBuf> = entries
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|end| end == "ron"))
            .filter(|path| !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')))
            .collect();
        paths.sort();
        Ok(paths)
    }

    /// Every session file, by name; one that can't be read does not hide the others.
    pub fn list(&self) -> Result<Vec<SessionFile>, StoreError> {
        let mut files: Vec<SessionFile> =
            self.paths()?.into_iter().map(|path| SessionFile { content: read::load(&path), path }).collect();
        let numbers: Vec<Option<u32>> = files.iter().map(|file| file.session().map(|session| session.number)).collect();
        for (here, file) in files.iter_mut().enumerate() {
            let Some(number) = numbers[here] else { continue };
            if numbers.iter().filter(|other| **other == Some(number)).count() > 1 {
                file.content = Err(StoreError::new(&file.path, Trouble::SameNumber(number)));
            }
        }
        Ok(files)
    }

    /// Whether there is any session here.
    pub fn is_empty(&self) -> Result<bool, StoreError> {
        Ok(self.paths()?.is_empty())
    }

    /// The files of these sessions by their names, each as many as there are; looked up in one go through the folder.
    fn named<const N: usize>(&self, numbers: [u32; N]) -> Result<[Vec<PathBuf>; N], StoreError> {
        let folder = self.sessions();
        let prefixes = numbers.map(|number| format!("{number:04}-"));
        let mut found = [const { Vec::new() }; N];
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(found),
            Err(error) => return Err(StoreError::io(&folder, error)),
        };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let bytes = name.as_encoded_bytes();
            let place = prefixes.iter().position(|prefix| bytes.starts_with(prefix.as_bytes()));
            if let Some(place) = place.filter(|_| bytes.ends_with(b".ron")) {
                found[place].push(entry.path());
            }
        }
        Ok(found)
    }

    /// The session in one of these files; two of one number are an error.
    fn only(&self, number: u32, mut paths: Vec<PathBuf>) -> Result<SessionFile, StoreError> {
        paths.sort();
        let mut found = paths.into_iter();
        let path = found.next().ok_or_else(|| StoreError::new(&self.sessions(), Trouble::NoSuchSession(number)))?;
        if found.next().is_some() {
            let content = Err(StoreError::new(&path, Trouble::SameNumber(number)));
            return Ok(SessionFile { path, content });
        }
        Ok(SessionFile { content: read::load(&path), path })
    }

    /// The file of session `number`, by its name, so that a long history costs nothing.
    pub fn find(&self, number: u32) -> Result<SessionFile, StoreError> {
        let [paths] = self.named([number])?;
        self.only(number, paths)
    }

    /// The session, with the ones before and after it where they are there.
    pub fn around(&self, number: u32) -> Result<(SessionFile, Beside), StoreError> {
        let numbers = [number.saturating_sub(1), number, number.saturating_add(1)];
        let [before, here, after] = self.named(numbers)?;
        let beside = Beside { before: self.only(numbers[0], before).ok(), after: self.only(numbers[2], after).ok() };
        Ok((self.only(number, here)?, beside))
    }

    /// The text art of a logo in `assets/`, where it is one.
    pub fn logo(&self, name: &str) -> Option<Vec<String>> {
        self.art(name).ok()
    }

    /// The text art of a logo in `assets/`, or why the file is none.
    pub fn art(&self, name: &str) -> Result<Vec<String>, NoLogo> {
        // A broken picture may read as text, and is none.
        if name.to_ascii_lowercase().ends_with(".png") {
            return Err(NoLogo::NeitherTextNorPicture);
        }
        let text = String::from_utf8(self.asset(name)?).map_err(|_| NoLogo::NeitherTextNorPicture)?;
        Ok(text.lines().take(LOGO_LINES).map(str::to_owned).collect())
    }

    /// The bytes of a logo that is a picture, or why the file is none.
    pub fn picture(&self, name: &str) -> Result<Vec<u8>, NoLogo> {
        let bytes = self.asset(name)?;
        if bytes.len() <= PICTURE_BYTES { Ok(bytes) } else { Err(NoLogo::TooLarge) }
    }

    /// A file in `assets/`; its name is a plain one, so that nothing leads out of that folder.
    fn asset(&self, name: &str) -> Result<Vec<u8>, NoLogo> {
        let plain = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', ':']);
        let path = plain.then(|| self.root.join("assets").join(name)).ok_or(NoLogo::NotThere)?;
        read::bytes(&path).map_err(|error| match error.trouble {
            Trouble::TooLarge => NoLogo::TooLarge,
            Trouble::NotAFile => NoLogo::NeitherTextNorPicture,
            _ => NoLogo::NotThere,
        })
    }

    /// Whether the chain has pictures at all.
    pub fn has_pictures(&self) -> bool {
        let entries = fs::read_dir(self.root.join("assets")).into_iter().flatten().flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().to_ascii_lowercase()).any(|name| name.ends_with(".png"))
    }

    /// The session files by the numbers in their names, looked up in one go; of two of one number neither is meant.
    pub fn numbered(&self) -> Result<Vec<Numbered>, StoreError> {
        let of = |path: PathBuf| {
            let (number, year) = in_name(&path)?;
            Some(Numbered { number, year, path })
        };
        let mut found: Vec<Numbered> = self.paths()?.into_iter().filter_map(of).collect();
        found.sort();
        let single = found.chunk_by(|one, other| one.number == other.number).filter(|same| same.len() == 1);
        Ok(single.flatten().cloned().collect())
    }

    fn numbers(&self) -> Result<impl Iterator<Item = u32>, StoreError> {
        Ok(self.paths()?.into_iter().filter_map(|path| in_name(&path)).map(|(number, _)| number))
    }

    /// The number nearest to one, after it or before it, of which there is a file.
    pub fn nearest(&self, number: u32, after: bool) -> Result<Option<u32>, StoreError> {
        let numbers = self.numbers()?;
        Ok(if after {
            numbers.filter(|found| *found > number).min()
        } else {
            numbers.filter(|found| *found < number).max()
        })
    }

    /// The number in the name of the newest file.
    pub fn newest(&self) -> Result<Option<u32>, StoreError> {
        Ok(self.numbers()?.max())
    }

    /// Where the closed state of a session is kept while it is open again: what its successor was made from.
    fn kept_closed(&self, number: u32) -> PathBuf {
        self.sessions().join(format!(".{number:04}.closed"))
    }

    /// Keeps a closed session that is about to be written again; the first time is the one that counts.
    pub(super) fn keep_closed(&self, number: u32, path: &Path) -> Result<(), StoreError> {
        let kept = self.kept_closed(number);
        if kept.exists() {
            return Ok(());
        }
        fs::copy(path, &kept).map(|_| ()).map_err(|error| StoreError::io(&kept, error))
    }

    /// A session as it was before it was opened again; none where nobody kept that.
    fn before_reopening(&self, number: u32) -> Option<Session> {
        read::load(&self.kept_closed(number)).ok().map(|loaded| loaded.session)
    }

    /// The successor has everything: what was kept for it can go.
    pub(super) fn forget_closed(&self, number: u32) {
        let _ = fs::remove_file(self.kept_closed(number));
    }

    /// Writes a first session, or the next one after closing.
    ///
    /// A next session that the program prepared before and nobody touched is made anew; one with work in it takes in
    /// what the reopened one changed. One that was opened already is not touched.
    pub fn prepare(&self, session: &Session) -> Result<PathBuf, StoreError> {
        let folder = self.sessions();
        fs::create_dir_all(&folder).map_err(|error| StoreError::io(&folder, error))?;
        let prefix = format!("{:04}-", session.number);
        let path = self.path_of(session);
        for old in self.paths()? {
            if !old.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&prefix)) {
                continue;
            }
            let found = read::load(&old)?;
            if found.session.state != State::Planned {
                return Ok(old);
            }
            if found.revision > 1 || found.seal != SealState::Intact {
                let before = self.before_reopening(session.number.saturating_sub(1));
                let first = before.map(|before| carry_over(&before, found.session.date));
                let base = first.unwrap_or_else(|| common(&found.session, session));
                let (merged, _) = merge3(&base, &found.session, session);
                if merged != found.session {
                    write::save(&old, &merged, found.revision + 1, Some(&found.sha256))?;
                }
                return Ok(old);
            }
            if old != path {
                fs::remove_file(&old).map_err(|error| StoreError::io(&old, error))?;
            } else {
                write::save(&path, session, 1, Some(&found.sha256))?;
                return Ok(path);
            }
        }
        write::save(&path, session, 1, None)?;
        Ok(path)
    }
}

/// The number in the name of a session file, and the year where that is there.
fn in_name(path: &Path) -> Option<(u32, Option<i32>)> {
    let mut parts = path.file_name()?.to_str()?.split('-');
    let number = parts.next()?.parse().ok()?;
    Some((number, parts.next().and_then(|year| year.parse().ok())))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_never_leaves_its_folder() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("assets")).unwrap();
        fs::write(root.path().join("assets/logo.txt"), "N\nZ\n").unwrap();
        fs::write(root.path().join("secret.txt"), "geheim").unwrap();
        fs::write(root.path().join("assets/kapot.png"), "geen plaatje").unwrap();
        let folder = Folder::at(root.path());
        assert_eq!(folder.logo("logo.txt").unwrap(), ["N", "Z"]);
        for name in ["", "../secret.txt", "/etc/passwd", "..", ".hidden", "a\\b", "geen.txt", "kapot.png"] {
            assert_eq!(folder.logo(name), None, "{name}");
        }
    }
}
