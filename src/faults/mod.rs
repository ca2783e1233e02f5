//! Places where a test may order a fault: a panic of a thread, an error of the disk, a slow disk, a clock that jumps.
//!
//! The program as people build it has none of this: without the feature `faults` all functions here do nothing, and the
//! environment is never looked at. Only tests and benches have the feature, by the dev-dependency of the crate on itself.
//!
//! A new place is a variant of [`Point`] and one call of [`at`] or [`call`] where it lies; what can be ordered stands in `ordered.rs`.

#[cfg(feature = "faults")]
mod ordered;

use chrono::NaiveDateTime;
use std::io;

/// A place where something can go wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// The thread that draws, once for each event that it takes in.
    Screen,
    /// The thread that reads keys, once for each key.
    Input,
    /// The thread that hears signals, once for each signal.
    Signals,
    /// The thread that waits for the terminal to go, or the clock to be set, whenever something of that happened.
    Watchdog,
    /// The thread that writes to the terminal, once for each frame.
    Writer,
    /// The thread that keeps the index up to date, once for each look at the folders.
    Library,
    /// The thread that answers from the index, once for each question.
    Index,
    /// The thread that saves, once for each state that it takes up.
    Saver,
    /// Before the bytes of a file are synced.
    Sync,
    /// Before a file gets the name under which people know it.
    Rename,
    /// Before two files change names.
    Exchange,
    /// Before a file gets a second name.
    Link,
    /// Before a file is made.
    Create,
    /// Before it is looked what stands where a file is to be written.
    Look,
    /// Before the lock of a chain is asked for.
    Lock,
    /// Before a folder is synced.
    FolderSync,
    /// Before it is made sure that what somebody else wrote is on disk.
    CopySync,
    /// After two files changed names, when nobody knows yet that they did.
    Exchanged,
    /// Before a file that this machine keeps for its user is synced.
    StateSync,
    /// Before the folder of that file is.
    StateFolderSync,
    /// Before the system is asked to tell when something in a folder changes.
    Listen,
}

impl Point {
    /// Every place, with the name under which a fault is ordered there.
    pub const ALL: [(Self, &'static str); 21] = [
        (Self::Screen, "screen"),
        (Self::Input, "input"),
        (Self::Signals, "signals"),
        (Self::Watchdog, "watchdog"),
        (Self::Writer, "writer"),
        (Self::Library, "library"),
        (Self::Index, "index"),
        (Self::Saver, "saver"),
        (Self::Sync, "sync"),
        (Self::Rename, "rename"),
        (Self::Exchange, "exchange"),
        (Self::Link, "link"),
        (Self::Create, "create"),
        (Self::Look, "look"),
        (Self::Lock, "lock"),
        (Self::FolderSync, "folder-sync"),
        (Self::CopySync, "aside-sync"),
        (Self::Exchanged, "exchanged"),
        (Self::StateSync, "own-sync"),
        (Self::StateFolderSync, "own-folder-sync"),
        (Self::Listen, "listen"),
    ];
}

/// What was ordered for this place happens: the error that comes back, a wait, or a panic. Nothing where nothing was.
#[cfg(feature = "faults")]
pub fn at(point: Point) -> io::Result<()> {
    ordered::at(point)
}

/// Nothing was ordered.
#[cfg(not(feature = "faults"))]
#[inline(always)]
pub fn at(_: Point) -> io::Result<()> {
    Ok(())
}

/// The call at this place is made, unless a fault was ordered there, or that it is left out.
#[cfg(feature = "faults")]
pub fn call(point: Point, call: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    ordered::at(point)?;
    if ordered::leaves_out(point) { Ok(()) } else { call() }
}

/// The call is made.
#[cfg(not(feature = "faults"))]
#[inline(always)]
pub fn call(_: Point, call: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    call()
}

/// What the clock of the machine says, when it says `machine`.
#[cfg(feature = "faults")]
pub fn clock(machine: NaiveDateTime) -> NaiveDateTime {
    ordered::clock(machine)
}

/// What the clock of the machine says.
#[cfg(not(feature = "faults"))]
#[inline(always)]
pub fn clock(machine: NaiveDateTime) -> NaiveDateTime {
    machine
}

/// What was ordered for a place in a thread happens: a wait or a panic. No call is made there that could give an error back.
pub fn pass(point: Point) {
    let _ = at(point);
}
