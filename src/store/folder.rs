//! The folder of a chain: which sessions there are, and how they hang together.

use super::error::{StoreError, Trouble};
use super::names::{self, CopyName, Names, PutBy, number_of};
use super::read::{self, Loaded};
use super::successor::After;
use crate::model::Session;
use crate::model::session::Adoption;
use std::path::{Component, Path, PathBuf};
use std::{fs, io};

/// A logo is shown so far.
const LOGO_LINES: usize = 16;
/// A larger picture is no logo.
const PICTURE_BYTES: usize = 1024 * 1024;

/// A machine that can't keep a name of its own.
const NAMELESS: &str = "00000000";

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
    machine: String,
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
    /// The one after it, or what can't be read and may be that.
    pub after: After,
    /// Other versions of the one itself.
    pub copies: Vec<Copied>,
}

/// A version of a session that stands beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// The number of the session.
    pub number: u32,
    /// Its name, as it stands in the folder.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// It held the same bytes as the session when it was looked at, so that there is nothing to choose.
    pub is_same: bool,
    /// Who put it there.
    pub by: PutBy,
}

/// Whether two files hold the same bytes. What can't be read is looked at by a person, so it is not the same.
fn is_same(one: &Path, other: &Path) -> bool {
    let length = |path: &Path| fs::symlink_metadata(path).map(|meta| meta.len());
    let bytes = || (read::bytes(one), read::bytes(other));
    matches!((length(one), length(other)), (Ok(one), Ok(other)) if one == other)
        && matches!(bytes(), (Ok(one), Ok(other)) if one == other)
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
    ///
    /// Its full name is looked up here, once, however it was typed. Of one that is still to be made the part that is there
    /// is looked up. What can't be looked up, because it may not be entered, is taken as typed from where the program
    /// stands; what is the matter shows when it is read or written.
    pub fn at(root: &Path) -> Self {
        let root = full_name(root).or_else(|_| std::path::absolute(root)).unwrap_or_else(|_| root.to_owned());
        let within = || fs::symlink_metadata(root.join("sessions"));
        let is_sessions = root.file_name().is_some_and(|name| name == "sessions")
            && within().is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
        let root = root.parent().filter(|_| is_sessions).map_or(root.clone(), Path::to_owned);
        Self { root, machine: NAMELESS.to_owned() }
    }

    /// The same, for who writes in it from a machine of this name.
    #[must_use]
    pub fn by(self, machine: &str) -> Self {
        Self { machine: machine.to_owned(), ..self }
    }

    /// The name of the machine that writes in it.
    pub fn machine(&self) -> &str {
        &self.machine
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

    /// The names in the folder of the sessions, sorted out.
    pub fn names(&self) -> Result<Names, StoreError> {
        names::of_folder(&self.sessions())
    }

    /// The same around session `number`, as far as it and what stands before and after it are concerned.
    pub(super) fn near(&self, number: u32) -> Result<Names, StoreError> {
        names::near(&self.sessions(), number)
    }

    /// The versions of sessions that stand beside them.
    pub fn copies(&self) -> Result<Vec<Copied>, StoreError> {
        let names = self.names()?;
        Ok(names.copies.iter().map(|copy| self.copied(copy, &names)).collect())
    }

    fn copied(&self, copy: &CopyName, names: &Names) -> Copied {
        let path = self.sessions().join(&copy.name);
        let is_same = match &self.named(copy.number, names)[..] {
            [only] => is_same(&path, only),
            // Of which of several it would be a copy nobody can say.
            [] | [_, ..] => false,
        };
        Copied { number: copy.number, name: copy.name.clone(), path, is_same, by: copy.by }
    }

    /// The paths of all session files, in order.
    fn paths(&self) -> Result<Vec<PathBuf>, StoreError> {
        let sessions = self.sessions();
        Ok(self.names()?.sessions.into_iter().map(|name| sessions.join(name)).collect())
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

    /// The files of a session by their names, as many as there are.
    fn named(&self, number: u32, names: &Names) -> Vec<PathBuf> {
        let sessions = self.sessions();
        let fits = |name: &&String| number_of(name).is_some_and(|(found, _)| found == number);
        let exact = names.sessions.iter().filter(fits);
        let within = names.sessions.iter().filter(|name| names::within(name) == Some(number));
        let mut found: Vec<PathBuf> = exact.chain(within).map(|name| sessions.join(name)).collect();
        found.sort();
        found.dedup();
        found
    }

    /// The session in one of these files; two of one number are an error.
    fn only(&self, number: u32, paths: Vec<PathBuf>) -> Result<SessionFile, StoreError> {
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
        self.only(number, self.named(number, &self.near(number)?))
    }

    /// The session, with what stands before and after it.
    pub fn around(&self, number: u32) -> Result<(SessionFile, Beside), StoreError> {
        let names = self.near(number)?;
        let file = self.only(number, self.named(number, &names))?;
        Ok((file, self.beside(number, &names)))
    }

    /// What stands before and after a session.
    pub fn beside_of(&self, number: u32) -> Result<Beside, StoreError> {
        Ok(self.beside(number, &self.near(number)?))
    }

    fn beside(&self, number: u32, names: &Names) -> Beside {
        let before = number.checked_sub(1).map(|before| self.named(before, names)).filter(|paths| !paths.is_empty());
        let before = before.and_then(|paths| self.only(number - 1, paths).ok());
        let copies = names.copies.iter().filter(|copy| copy.number == number);
        let copies = copies.map(|copy| self.copied(copy, names)).collect();
        Beside { before, after: self.after_among(number, names), copies }
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
            Trouble::Io(_)
            | Trouble::NotUtf8(_)
            | Trouble::Syntax { .. }
            | Trouble::NewerSchema(_)
            | Trouble::NotFaithful
            | Trouble::SameNumber(_)
            | Trouble::NoSessions
            | Trouble::NoSuchSession(_)
            | Trouble::NameTaken
            | Trouble::Adopted
            | Trouble::MayBeAdopted => NoLogo::NotThere,
        })
    }

    /// Whether the chain has pictures at all.
    #[cfg(feature = "pictures")]
    pub fn has_pictures(&self) -> bool {
        let entries = fs::read_dir(self.root.join("assets")).into_iter().flatten().flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().to_ascii_lowercase()).any(|name| name.ends_with(".png"))
    }

    /// The session files by the numbers in their names, looked up in one go; of two of one number neither is meant.
    pub fn numbered(&self) -> Result<Vec<Numbered>, StoreError> {
        let of = |path: PathBuf| {
            let (number, year) = path.file_name()?.to_str().and_then(number_of)?;
            Some(Numbered { number, year, path })
        };
        let mut found: Vec<Numbered> = self.paths()?.into_iter().filter_map(of).collect();
        found.sort();
        let single = found.chunk_by(|one, other| one.number == other.number).filter(|same| same.len() == 1);
        Ok(single.flatten().cloned().collect())
    }

    fn numbers(&self) -> Result<impl Iterator<Item = u32>, StoreError> {
        Ok(self.names()?.sessions.into_iter().filter_map(|name| number_of(&name)).map(|(number, _)| number))
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
}

/// The full name of a folder that may still have to be made: no `.`, no `..`, no link.
fn full_name(path: &Path) -> io::Result<PathBuf> {
    match path.canonicalize() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        other => return other,
    }
    // Something of that name that leads nowhere is not still to be made.
    if fs::symlink_metadata(path).is_ok() {
        return std::path::absolute(path);
    }
    let path = std::path::absolute(path)?;
    let (Some(last), Some(before)) = (path.components().next_back(), path.parent()) else { return Ok(path) };
    let mut full = full_name(before)?;
    match last {
        Component::ParentDir => {
            full.pop();
        }
        Component::Normal(name) => full.push(name),
        Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
    }
    Ok(full)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_still_to_be_made_has_its_full_name_all_the_same() {
        let root = tempfile::tempdir().unwrap();
        let full = root.path().canonicalize().unwrap();
        fs::create_dir(full.join("leeg")).unwrap();
        for (typed, found) in [
            ("leeg/../tweede", "tweede"),
            ("leeg/../niets/../derde/./keten", "derde/keten"),
            ("niets/sessions/..", "niets"),
            ("leeg", "leeg"),
        ] {
            assert_eq!(Folder::at(&full.join(typed)).root(), full.join(found), "{typed}");
        }
    }

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
