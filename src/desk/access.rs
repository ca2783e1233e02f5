//! Whether the meeting on the screen may be written: what this program may do in the folder, and how far the meeting is. It
//! is decided here and nowhere else, every time it is asked.

use super::{Desk, Told};
use crate::model::Session;
use crate::store::lock::{self, Lock, Taken};
use crate::store::{After, StoreError, Trouble};
use crate::text::file_name;
use crate::text::notation;
use chrono::{NaiveDate, NaiveDateTime};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// Whether the meeting may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access {
    /// Yes.
    Write,
    /// It is over; its report is not adopted yet, so it can be reopened.
    Closed,
    /// Its report was adopted on this day: never again.
    Adopted(NaiveDate),
    /// This file stands after it and can't be read: it may have adopted its report.
    Unclear(PathBuf),
    /// Somebody else has the folder open.
    Locked(String),
    /// The folder can't be written.
    NoPermission,
    /// There is no room on the disk for so much as a lock; that is tried again.
    NoRoom,
}

/// What this program may do with a meeting, however far that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Right {
    /// Write, and open again what is closed.
    Ours,
    /// Nothing any more: its report was adopted on this day.
    Adopted(NaiveDate),
    /// Nothing, until this file can be read.
    Unclear(PathBuf),
    /// Look on.
    None(Refused),
}

/// Why the folder may not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// Somebody else has it open.
    Locked(String),
    /// The system says no.
    NoPermission,
    /// There is no room for a lock.
    NoRoom,
}

impl Right {
    /// What follows from it for a session as it is now.
    pub fn to(&self, session: &Session) -> Access {
        match self {
            Self::Ours if session.is_open() => Access::Write,
            Self::Ours => Access::Closed,
            Self::Adopted(on) => Access::Adopted(*on),
            Self::Unclear(file) => Access::Unclear(file.clone()),
            Self::None(Refused::Locked(who)) => Access::Locked(who.clone()),
            Self::None(Refused::NoPermission) => Access::NoPermission,
            Self::None(Refused::NoRoom) => Access::NoRoom,
        }
    }
}

/// The folder of the chain, as far as it may be written.
#[derive(Debug, Default)]
pub enum Grip {
    /// Nobody asked yet.
    #[default]
    None,
    /// Ours, by a lock.
    Locked(Arc<Lock>),
    /// Ours as far as anybody can tell: this file system knows no locks.
    Unguarded,
    /// Not ours.
    Refused(Refused),
}

impl Grip {
    /// Takes the folder.
    pub fn take(desk: &Desk) -> Self {
        let who = who(desk.now());
        match lock::take(desk.folder.root(), &who, desk.folder.machine()) {
            Ok(Taken::Ours(lock)) => Self::Locked(Arc::new(lock)),
            Ok(Taken::Unguarded) => Self::Unguarded,
            Ok(Taken::Theirs(who)) => Self::Refused(Refused::Locked(who)),
            Err(error) if error.is_no_room() => Self::Refused(Refused::NoRoom),
            Err(_) => Self::Refused(Refused::NoPermission),
        }
    }

    /// The lock, where there is one.
    pub fn lock(&self) -> Option<Arc<Lock>> {
        match self {
            Self::Locked(lock) => Some(Arc::clone(lock)),
            Self::None | Self::Unguarded | Self::Refused(_) => None,
        }
    }
}

/// Who this is, for the lock file.
pub fn who(now: NaiveDateTime) -> String {
    let user = std::env::var("USER").or_else(|_| std::env::var("LOGNAME")).unwrap_or_else(|_| "?".to_owned());
    let host = std::fs::read_to_string("/etc/hostname").unwrap_or_default();
    format!("{user}@{} (pid {}, {now})", host.trim(), std::process::id())
}

/// How long until a folder without room is tried again.
const AGAIN: Duration = Duration::from_secs(2);

impl Desk {
    /// What this program may do with a meeting, by what stands after it. One writer at a time; the lock is kept until the
    /// folder is left.
    pub fn right_to(&mut self, session: &Session, after: &After) -> Right {
        if let Some(adoption) = after.adoption_of(session.number) {
            return Right::Adopted(adoption.on);
        }
        if let Some(StoreError { file, trouble: Trouble::MayBeAdopted }) = after.forbids(session.number) {
            return Right::Unclear(file);
        }
        match self.grasp() {
            None => Right::Ours,
            Some(refused) => Right::None(refused),
        }
    }

    /// Takes the folder, where it is not taken yet; why not, where that is refused.
    fn grasp(&mut self) -> Option<Refused> {
        if matches!(self.grip, Grip::None | Grip::Refused(_)) {
            self.grip = Grip::take(self);
            if matches!(self.grip, Grip::Refused(Refused::NoRoom)) {
                self.ask_again();
            }
        }
        match &self.grip {
            Grip::Locked(_) | Grip::Unguarded => None,
            Grip::Refused(refused) => Some(refused.clone()),
            Grip::None => Some(Refused::NoPermission),
        }
    }

    /// Takes the folder to write in it without a meeting on the screen; else why not, in words.
    pub fn take_folder(&mut self) -> Result<(), String> {
        match self.grasp() {
            None => Ok(()),
            Some(refused) => Err(self.refused(&refused)),
        }
    }

    fn refused(&self, refused: &Refused) -> String {
        match refused {
            Refused::Locked(who) => self.with("read-only-locked", &[("who", who.as_str().into())]),
            Refused::NoPermission => self.t("read-only-no-permission"),
            Refused::NoRoom => self.t("read-only-no-room"),
        }
    }

    /// A full disk may get room again: then the meeting is opened to be written, without anybody asking.
    fn ask_again(&self) {
        let tell = Arc::clone(&self.tell);
        thread::spawn(move || {
            thread::sleep(AGAIN);
            tell(Told::TryAgain);
        });
    }

    /// Tries again to get the folder; the meeting that could only be looked at is opened once more.
    pub fn try_again(&mut self) {
        let waits = matches!(self.meeting.as_ref().map(|meeting| meeting.access()), Some(Access::NoRoom));
        if !waits {
            return;
        }
        if self.grasp() != Some(Refused::NoRoom) {
            self.open_again();
        }
    }

    /// Why the meeting can't be written.
    pub fn why_read_only(&self) -> String {
        let Some(meeting) = &self.meeting else { return String::new() };
        match meeting.access() {
            Access::Write => String::new(),
            Access::Closed => self.t("read-only-closed"),
            Access::Adopted(on) => {
                self.with("read-only-adopted", &[("date", notation::date_long(on, self.texts.lang).into())])
            }
            Access::Unclear(file) => {
                let name = file_name(&file);
                self.with("read-only-unclear", &[("file", name.into())])
            }
            Access::Locked(who) => self.refused(&Refused::Locked(who)),
            Access::NoPermission => self.refused(&Refused::NoPermission),
            Access::NoRoom => self.refused(&Refused::NoRoom),
        }
    }
}
