//! Commands, each declared once: name, keys, function. Dispatch, footer, help, palette and README derive from it.

use super::Desk;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key that runs a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A letter, digit or sign as typed.
    Char(char),
    /// With Ctrl held.
    Ctrl(char),
    /// A key with a name.
    Named(KeyCode),
}

impl Key {
    /// Whether a key press is this key.
    pub fn is(self, event: KeyEvent) -> bool {
        let control = event.modifiers.contains(KeyModifiers::CONTROL);
        match self {
            Self::Char(c) => !control && !event.modifiers.contains(KeyModifiers::ALT) && event.code == KeyCode::Char(c),
            Self::Ctrl(c) => control && event.code == KeyCode::Char(c),
            Self::Named(code) => !control && event.code == code,
        }
    }

    /// As it is written on the screen, the same in both languages and in ASCII.
    pub fn label(self) -> String {
        match self {
            Self::Char(' ') => "Space".to_owned(),
            Self::Char(c) => c.to_string(),
            Self::Ctrl(c) => format!("Ctrl-{c}"),
            Self::Named(KeyCode::BackTab) => "Shift-Tab".to_owned(),
            Self::Named(KeyCode::Delete) => "Del".to_owned(),
            Self::Named(code) => format!("{code}"),
        }
    }
}

/// Something a person can ask for by a key, or by its name in the palette. It is given the desk, or else the whole program.
pub struct Command<C: 'static = Desk> {
    /// The message with its name.
    pub name: &'static str,
    /// The keys that run it; none where the palette is enough.
    pub keys: &'static [Key],
    /// What it needs before it can be of use.
    pub needs: Needs,
    /// What it does.
    pub run: fn(&mut C),
}

/// What a command needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// A meeting on the screen.
    Meeting,
    /// A meeting that may be written.
    Writing,
    /// A meeting that may be written, or that was closed just now.
    Changed,
    /// One chain of several on the screen.
    OneOfSeveral,
    /// One chain on the screen, with a meeting that can be read.
    OneChain,
    /// A meeting that was left for one that the search found.
    WayBack,
}

impl<C> Command<C> {
    /// A command that can always run.
    pub const fn always(name: &'static str, keys: &'static [Key], run: fn(&mut C)) -> Self {
        Self { name, keys, needs: Needs::Nothing, run }
    }

    /// A command for a meeting that is read or written.
    pub const fn reads(name: &'static str, keys: &'static [Key], run: fn(&mut C)) -> Self {
        Self { name, keys, needs: Needs::Meeting, run }
    }

    /// A command that changes the meeting.
    pub const fn writes(name: &'static str, keys: &'static [Key], run: fn(&mut C)) -> Self {
        Self { name, keys, needs: Needs::Writing, run }
    }
}
