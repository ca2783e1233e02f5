//! The meeting on the screen: the session, what can be undone, how far the saver is, where the cursor is.

mod undo;

pub use undo::Travelled;

use super::access::{Access, Right};
use super::logo::Logo;
use super::report::{Held, Previous};
use super::shown::Shown;
use super::stated::Stated;
use super::stopwatch::Stopwatch;
use super::view::Target;
use crate::model::agenda::{AgendaItem, Room};
use crate::model::change::{self, AgendaEdit, Applied, Change, Refusal};
use crate::model::session::LastNumber;
use crate::model::{ItemNo, Session};
use crate::store::keeper::Keeper;
use crate::store::saver::{Failed, Report, Saver, Work};
use crate::store::state::SessionState;
use crate::store::steps::{Past, STEPS};
use crate::store::{Copied, Reason, StoreError};
use chrono::{NaiveDate, NaiveDateTime};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// How far the saver is.
#[derive(Debug)]
pub enum SaveState {
    /// Nothing was changed yet.
    Untouched,
    /// Handed over, not on disk yet.
    Saving,
    /// On disk since this moment.
    Recorded(NaiveDateTime),
    /// Not on disk; the saver tries again.
    Failed(Failed),
}

/// A place in the meeting: an item of the agenda, or a room that has no item today.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Tab {
    /// An item.
    Item(ItemNo),
    /// A room without an item.
    Room(Room),
}

/// Where the secretary was in a meeting.
#[derive(Debug)]
pub struct Place {
    tab: Tab,
    offset: isize,
    cursors: HashMap<Tab, Target>,
}

/// Every meeting that is put on the screen numbers its tickets in a range of its own, so that what the saver says late of
/// one is not taken for another.
static SITTINGS: AtomicU64 = AtomicU64::new(0);
/// Bits for the tickets of one.
const SITTING: u32 = 32;

/// Two tickets are of one meeting on the screen.
pub fn is_one_sitting(one: u64, other: u64) -> bool {
    one >> SITTING == other >> SITTING
}

/// The meeting on the screen.
pub struct Meeting {
    /// The session as it is now.
    pub session: Session,
    /// Where it was read from.
    pub path: PathBuf,
    /// What this program may do with it.
    pub right: Right,
    /// How far the saver is.
    pub save_state: SaveState,
    /// What stands in its place on disk can't be read, or is not there.
    pub disk_trouble: Option<StoreError>,
    /// Versions beside it that nobody decided about yet.
    pub copies: Vec<Copied>,
    /// The session before it, or why that can't be read.
    pub previous: Option<Result<Previous, Reason>>,
    /// Where its own report stands, when it was held.
    pub report: Option<Held>,
    /// The logo of the chain.
    pub logo: Logo,
    /// Where the secretary is.
    pub tab: Tab,
    /// So many lines the page is turned beyond what the cursor shows.
    pub offset: isize,
    /// What can be said of it as it stands.
    pub stated: Stated,
    /// Its page as it stands on the screen.
    pub shown: Shown,
    cursors: HashMap<Tab, Target>,
    stopwatch: Stopwatch,
    undo: Vec<Arc<Past>>,
    redo: Vec<Arc<Past>>,
    /// The highest numbers that anybody saw: none of them is given to another record, whatever is undone.
    seen: Vec<LastNumber>,
    /// Who keeps the steps, and where.
    keeping: Option<(Keeper, SessionState)>,
    saver: Option<Saver>,
    ticket: u64,
    includes: Vec<String>,
    /// The hash of the body of the revision that is known to be on disk.
    pub on_disk: String,
}

impl Meeting {
    /// A session on the screen, at the item that is running or else at the first.
    pub fn new(
        session: Session,
        path: PathBuf,
        right: Right,
        previous: Option<Result<Previous, Reason>>,
        saver: Option<Saver>,
    ) -> Self {
        let agenda = &session.agenda;
        let running = agenda.running.as_ref().map(|running| running.item.clone());
        let first = running.or_else(|| agenda.items.first().map(|item| item.no.clone()));
        let tab = first.map_or(Tab::Room(Room::Opening), Tab::Item);
        Self {
            session,
            path,
            right,
            save_state: SaveState::Untouched,
            disk_trouble: None,
            copies: Vec::new(),
            previous,
            logo: Logo::default(),
            report: None,
            stated: Stated::default(),
            shown: Shown::default(),
            tab,
            offset: 0,
            cursors: HashMap::new(),
            stopwatch: Stopwatch::default(),
            undo: Vec::new(),
            redo: Vec::new(),
            seen: Vec::new(),
            keeping: None,
            saver,
            ticket: SITTINGS.fetch_add(1, Ordering::Relaxed) << SITTING,
            includes: Vec::new(),
            on_disk: String::new(),
        }
    }

    /// The ticket of the last change.
    pub fn ticket(&self) -> u64 {
        self.ticket
    }

    /// The places of the meeting: the agenda, then the rooms that have no item.
    pub fn tabs(&self) -> Vec<Tab> {
        let items = &self.session.agenda.items;
        let rooms = Room::ALL.into_iter().filter(|room| *room != Room::Free);
        let without = rooms.filter(|room| !items.iter().any(|item| item.room == *room));
        items.iter().map(|item| Tab::Item(item.no.clone())).chain(without.map(Tab::Room)).collect()
    }

    /// The item the secretary is at.
    pub fn item(&self) -> Option<&AgendaItem> {
        match &self.tab {
            Tab::Item(no) => self.session.agenda.item(no),
            Tab::Room(_) => None,
        }
    }

    /// The room the secretary is in.
    pub fn room(&self) -> Room {
        match &self.tab {
            Tab::Item(_) => self.item().map_or(Room::Free, |item| item.room),
            Tab::Room(room) => *room,
        }
    }

    /// So many places on, or back; from the last to the first.
    pub fn step(&mut self, by: isize) {
        let tabs = self.tabs();
        let here = tabs.iter().position(|tab| *tab == self.tab).unwrap_or(0);
        let there = (here.cast_signed() + by).rem_euclid(tabs.len().max(1).cast_signed());
        if let Some(tab) = tabs.into_iter().nth(there.cast_unsigned()) {
            self.go_to(tab);
        }
    }

    /// Where the secretary was when it went from the screen.
    pub fn into_place(self) -> Place {
        Place { tab: self.tab, offset: self.offset, cursors: self.cursors }
    }

    /// Back to where the secretary was, as far as that is still there.
    pub fn stand_at(&mut self, place: Place) {
        self.cursors = place.cursors;
        if self.tabs().contains(&place.tab) {
            (self.tab, self.offset) = (place.tab, place.offset);
        }
    }

    /// Takes over what stands on disk: another session where it changed, where its report stands, and the day on which the
    /// next meeting adopted it. What can be undone stays while the session does.
    pub fn follow(&mut self, session: Option<Session>, report: Option<Held>, adopted: Option<NaiveDate>) {
        self.report = report;
        if let Some(session) = session {
            self.session = session;
            self.stated = Stated::default();
        }
        if let Some(on) = adopted {
            self.right = Right::Adopted(on);
            self.saver = None;
        }
    }

    /// How many versions stand beside it that are another one than this: those are for a person to settle.
    pub fn copies_to_settle(&self) -> usize {
        self.copies.iter().filter(|copy| !copy.is_same).count()
    }

    /// Whether it may be written.
    pub fn access(&self) -> Access {
        self.right.to(&self.session)
    }

    /// It was adopted with another content than it has now.
    pub fn is_altered(&self) -> bool {
        self.report.as_ref().is_some_and(|report| report.altered)
    }

    /// To a place, at the top of its page.
    pub fn go_to(&mut self, tab: Tab) {
        (self.tab, self.offset) = (tab, 0);
    }

    /// Goes to the first item of a room, or to the room itself.
    pub fn show_room(&mut self, room: Room) {
        let item = self.session.agenda.items.iter().find(|item| item.room == room).map(|item| item.no.clone());
        self.go_to(item.map_or(Tab::Room(room), Tab::Item));
    }

    /// The next item whose number starts with `digit`; 0 is the last item of the agenda.
    pub fn jump(&mut self, digit: char) {
        let tabs = self.tabs();
        let here = tabs.iter().position(|tab| *tab == self.tab).unwrap_or(0);
        let starts = |tab: &&Tab| matches!(tab, Tab::Item(no) if no.as_str().starts_with(digit));
        let (before, after) = tabs.split_at((here + 1).min(tabs.len()));
        let last = || self.session.agenda.items.last().map(|item| Tab::Item(item.no.clone()));
        let found = after.iter().chain(before).find(starts).cloned();
        let found = if digit == '0' { last() } else { found };
        if let Some(found) = found {
            self.go_to(found);
        }
    }

    /// What is selected here.
    pub fn cursor(&self) -> Option<&Target> {
        self.cursors.get(&self.tab)
    }

    /// Selects something here.
    pub fn select(&mut self, target: Target) {
        self.offset = 0;
        self.cursors.insert(self.tab.clone(), target);
    }

    /// The one way to change the meeting: applied, kept for undo, handed to the saver. All of `changes`, or none.
    ///
    /// With a change goes the time that the running item took up to then, so that the file always holds it.
    pub fn change(&mut self, changes: &[Change], now: NaiveDateTime, gone: Duration) -> Result<Applied, Refusal> {
        let mut start = self.session.clone();
        start.raise_numbering(&self.seen);
        let mut result = after(&start, changes, now)?;
        if let Some(running) = start.agenda.running.clone().filter(|_| result.session != start) {
            let seconds = self.stopwatch.seconds(&running, now, gone);
            let elapsed = Change::Agenda(AgendaEdit::Elapsed(seconds));
            result = after(&start, &[&[elapsed], changes].concat(), now)?;
            self.stopwatch.settle(&running, seconds, now);
        }
        if result.session != start {
            self.undo.push(Past::of(std::mem::replace(&mut self.session, result.session.clone())));
            let many = self.undo.len().saturating_sub(STEPS);
            self.undo.drain(..many);
            self.redo.clear();
            self.save(None, now);
        }
        Ok(result)
    }

    /// Seconds that the running item took which the session does not hold yet.
    pub fn running_seconds(&self, now: NaiveDateTime, gone: Duration) -> u32 {
        let running = self.session.agenda.running.as_ref();
        running.map_or(0, |running| self.stopwatch.seconds(running, now, gone))
    }

    /// From here on the time of an item that runs is measured.
    pub fn measure(&mut self, now: NaiveDateTime, gone: Duration) {
        if let Some(running) = &self.session.agenda.running {
            self.stopwatch.see(running, now, gone);
        }
    }

    /// There is a saver, so this program may write the session.
    pub fn saves(&self) -> bool {
        self.saver.is_some()
    }

    /// So many steps can be undone.
    pub fn steps(&self) -> usize {
        self.undo.len()
    }

    /// Hands the session to the saver, with the next one when this was just closed.
    pub fn save(&mut self, next: Option<Session>, at: NaiveDateTime) {
        // Every change comes by here.
        self.stated = Stated::default();
        self.keep_steps();
        self.ticket += 1;
        if let Some(saver) = &self.saver {
            let includes = std::mem::take(&mut self.includes);
            saver.save(Work { ticket: self.ticket, session: self.session.clone(), next, at, includes });
            self.save_state = SaveState::Saving;
        }
    }

    /// Takes in what the saver reported.
    pub fn reported(&mut self, report: Report, now: NaiveDateTime) {
        let is_last = report.ticket == self.ticket;
        match report.result {
            Ok(saved) => {
                self.on_disk = saved.body;
                self.disk_trouble = None;
                if is_last {
                    self.save_state = SaveState::Recorded(now);
                }
            }
            // The saver of the meeting before may have had the last word after that was left.
            Err(_) if !is_one_sitting(report.ticket, self.ticket) => {}
            Err(failed) => self.save_state = SaveState::Failed(failed),
        }
    }

    /// The next state that is handed over holds this version of somebody else.
    pub fn includes(&mut self, sha256: String) {
        self.includes.push(sha256);
    }

    /// Writes what is on record once more where a version of somebody else turned out to hold nothing new: then it is known
    /// that it may go.
    pub fn save_included(&mut self, at: NaiveDateTime) {
        if !self.includes.is_empty() {
            self.save(None, at);
        }
    }

    /// Nothing of others was taken in after all.
    pub fn includes_nothing(&mut self) {
        self.includes.clear();
    }

    /// Waits until everything is on disk, at most so long; false where it is not.
    pub fn flush(&self, patience: Duration) -> bool {
        self.saver.as_ref().is_none_or(|saver| saver.flush(patience))
    }

    /// Keeps what is not on disk on this machine; none where that is not possible.
    pub fn rescue(&self, patience: Duration) -> Option<Result<PathBuf, StoreError>> {
        self.saver.as_ref()?.rescue(&self.session, patience)
    }

    /// Asks for work of earlier runs that is not in the file.
    pub fn find_rescued(&self) {
        if let Some(saver) = &self.saver {
            saver.find_rescued();
        }
    }

    /// Everything handed over is on disk.
    pub fn is_recorded(&self) -> bool {
        self.disk_trouble.is_none() && matches!(self.save_state, SaveState::Untouched | SaveState::Recorded(_))
    }
}

/// The session after some changes: all of them, or none.
fn after(start: &Session, changes: &[Change], now: NaiveDateTime) -> Result<Applied, Refusal> {
    let mut result = Applied { session: start.clone(), created: None };
    for step in changes {
        let applied = change::apply(&result.session, step, now)?;
        result = Applied { created: applied.created.or(result.created), session: applied.session };
    }
    Ok(result)
}
