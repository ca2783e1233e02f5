//! Screens that cover home or a meeting: one file for what each holds, its keys and how it looks; here is who gets what.

use super::App;
use super::room;
use super::search::{self, Search};
use super::trends::{self, Trends};
use crate::desk::layers::Hint;
use crate::model::on_table::OnTable;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A screen that takes all of the page.
pub enum Cover {
    /// The search over all meetings.
    Search(Box<Search>),
    /// Trends over meetings.
    Trends(Box<Trends>),
    /// What the room may see of what is on the table.
    Room(Box<OnTable>),
}

impl Cover {
    /// The keys that matter on it.
    pub fn hints(&self) -> &'static [Hint] {
        match self {
            Self::Search(_) => &search::HINTS,
            Self::Trends(_) => &trends::HINTS,
            // The room sees no keys.
            Self::Room(_) => &[],
        }
    }

    /// The trends, where it is those.
    pub fn trends(&self) -> Option<&Trends> {
        match self {
            Self::Trends(trends) => Some(trends),
            Self::Search(_) | Self::Room(_) => None,
        }
    }

    /// What is on the table, where it is the room view.
    pub fn table(&self) -> Option<&OnTable> {
        match self {
            Self::Room(table) => Some(table),
            Self::Search(_) | Self::Trends(_) => None,
        }
    }

    /// Shows it.
    pub fn draw(&self, app: &App, area: Rect, buf: &mut Buffer) {
        match self {
            Self::Search(search) => search::draw(app, search, area, buf),
            Self::Trends(trends) => trends::draw(app, trends, area, buf),
            // It takes all of the screen: `room::draw`.
            Self::Room(_) => {}
        }
    }
}

impl App {
    /// Covers what is on the screen; the layers that lie there come back with it.
    pub fn cover(&mut self, cover: Cover) {
        let under = std::mem::take(&mut self.desk.layers);
        self.covers.push((cover, under));
    }

    /// Takes the top cover away.
    pub fn uncover(&mut self) -> Option<Cover> {
        let (cover, under) = self.covers.pop()?;
        self.desk.layers = under;
        Some(cover)
    }

    /// The top cover.
    pub fn top_cover(&self) -> Option<&Cover> {
        self.covers.last().map(|(cover, _)| cover)
    }
}

/// Gives the key to the top cover; false when there is none.
pub fn press(app: &mut App, key: KeyEvent) -> bool {
    match app.top_cover() {
        None => return false,
        Some(Cover::Search(_)) => search::press(app, key),
        Some(Cover::Trends(_)) => trends::press(app, key),
        Some(Cover::Room(_)) => room::press(app, key),
    }
    true
}

/// Gives pasted text to the top cover; how much of it found no room.
pub fn paste(app: &mut App, text: &str) -> usize {
    match app.top_cover() {
        Some(Cover::Search(_)) => search::paste(app, text),
        Some(Cover::Trends(_) | Cover::Room(_)) | None => 0,
    }
}

/// A click on the top cover.
pub fn click(app: &mut App, at: (u16, u16)) {
    match app.top_cover() {
        Some(Cover::Search(_)) => search::click(app, at),
        Some(Cover::Trends(_)) => trends::click(app, at),
        Some(Cover::Room(_)) | None => {}
    }
}
