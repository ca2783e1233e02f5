//! What lies over what is on the screen: the top layer takes the key first. One file for each kind, with what it holds, its
//! keys, the hints for them, and how it looks.

mod details;
pub mod form;
mod help;
mod picker;
mod prompt;
mod reader;
mod roll_call;
mod signals;

pub use details::Details;
pub use help::{Entry, Help, Section};
pub use picker::{Choice, Chosen, Picker};
pub use prompt::{Offered, Prompt, Submit, submit_again};
pub use reader::{Reader, Tone};
pub use roll_call::{Call, CallKey, CardOf, MeaningOf, Next, Questions, RollCall, StateOf};
pub use signals::{SignalRow, Signals};

use super::Desk;
use super::layout::{FOOTER, HEADER, put};
use crate::widgets::{Role, wrapped};
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Rect};
use ratatui::style::Style;
use ratatui::text::Span;
use ratatui::widgets::{Block, Clear, Scrollbar, ScrollbarOrientation, ScrollbarState, StatefulWidget, Widget};

/// A layer over what is on the screen.
pub enum Layer {
    /// A text field with a question.
    Prompt(Prompt),
    /// A choice from a list.
    Picker(Picker),
    /// One key per partner, one partner after the other.
    RollCall(RollCall),
    /// A record with its fields.
    Details(Details),
    /// Text to be read.
    Reader(Reader),
    /// Keys, and what signs and codes mean.
    Help(Help),
    /// Signals, by their rank.
    Signals(Signals),
}

/// A key, and the message that says what it does.
pub type Hint = (&'static str, &'static str);

impl Layer {
    /// The keys that matter on it; none where those of the commands do.
    pub fn hints(&self) -> Option<Vec<Hint>> {
        match self {
            Self::Prompt(prompt) => Some(prompt.hints()),
            Self::Picker(_) => Some(vec![("Enter", "hint-choose"), ("Esc", "hint-cancel")]),
            Self::RollCall(call) => Some(call.hints()),
            Self::Reader(_) | Self::Help(_) => {
                Some(vec![("PgDn", "cmd-page-down"), ("PgUp", "cmd-page-up"), ("Esc", "hint-close")])
            }
            Self::Signals(_) => Some(vec![("Enter", "hint-source"), ("Esc", "hint-close")]),
            Self::Details(_) => None,
        }
    }

    /// It waits for an answer.
    pub fn is_asking(&self) -> bool {
        match self {
            Self::Prompt(_) | Self::Picker(_) | Self::RollCall(_) | Self::Signals(_) => true,
            Self::Details(_) | Self::Reader(_) | Self::Help(_) => false,
        }
    }

    /// Shows it.
    pub fn draw(&self, desk: &Desk, area: Rect, buf: &mut Buffer) {
        // Name, number, date, state and save state stay visible above, the keys below.
        let body = Rect { y: area.y + HEADER, height: area.height.saturating_sub(FOOTER + HEADER), ..area };
        desk.theme.shade(body, buf);
        match self {
            Self::Prompt(prompt) => prompt::draw(desk, prompt, body, buf),
            Self::Picker(picker) => picker::draw(desk, picker, body, buf),
            Self::RollCall(call) => roll_call::draw(desk, call, body, buf),
            Self::Details(details) => details::draw(desk, details, body, buf),
            Self::Reader(reader) => reader::draw(desk, reader, body, buf),
            Self::Help(help) => help::draw(desk, help, body, buf),
            Self::Signals(signals) => signals::draw(desk, signals, body, buf),
        }
    }
}

/// Gives the key to the top layer; false when it is not for a layer.
pub fn press(desk: &mut Desk, key: KeyEvent) -> bool {
    match desk.layers.last() {
        None => return false,
        Some(Layer::Prompt(_)) => prompt::press(desk, key),
        Some(Layer::Picker(_)) => picker::press(desk, key),
        Some(Layer::RollCall(_)) => roll_call::press(desk, key),
        Some(Layer::Reader(_)) => reader::press(desk, key),
        Some(Layer::Help(_)) => help::press(desk, key),
        Some(Layer::Signals(_)) => signals::press(desk, key),
        Some(Layer::Details(_)) => return details::press(desk, key),
    }
    true
}

/// Pasted text goes into the field on top, or nowhere; gives how much of it found no room.
pub fn paste(desk: &mut Desk, text: &str) -> usize {
    match desk.layers.last() {
        Some(Layer::Prompt(_)) => prompt::paste(desk, text),
        Some(Layer::Picker(_)) => picker::paste(desk, text),
        Some(Layer::RollCall(_) | Layer::Details(_) | Layer::Reader(_) | Layer::Help(_) | Layer::Signals(_)) | None => {
            0
        }
    }
}

/// A dialog as large as its content, on a ground of its own; gives the room inside.
fn boxed(desk: &Desk, title: &str, columns: u16, rows: u16, area: Rect, buf: &mut Buffer) -> Rect {
    let theme = desk.theme;
    let rect = area.centered(Constraint::Length(columns.min(area.width)), Constraint::Length(rows.min(area.height)));
    Clear.render(rect, buf);
    let title = theme.cut(title, usize::from(rect.width.saturating_sub(4)));
    let block = Block::bordered()
        .border_set(theme.border())
        .border_style(theme.mark(Role::Accent))
        .style(theme.panel())
        .title(Span::styled(format!(" {title} "), theme.key()));
    let inner = block.inner(rect);
    block.render(rect, buf);
    Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner }
}

/// A bar at the right edge of a dialog whose content goes on: how far it is turned.
fn scrollbar(desk: &Desk, inner: Rect, (first, shown, all): (usize, usize, usize), buf: &mut Buffer) {
    if all <= shown || inner.width == 0 {
        return;
    }
    let (thumb, track) = if desk.theme.ascii { ("#", "|") } else { ("┃", "│") };
    let mut state = ScrollbarState::new(all.saturating_sub(shown)).position(first).viewport_content_length(shown);
    Scrollbar::new(ScrollbarOrientation::VerticalRight)
        .begin_symbol(None)
        .end_symbol(None)
        .thumb_symbol(thumb)
        .track_symbol(Some(track))
        .thumb_style(desk.theme.mark(Role::Accent))
        .track_style(desk.theme.mark(Role::Line))
        .render(Rect { x: inner.right(), width: 1, ..inner }, buf, &mut state);
}

/// Lines under each other from the top of `area`; gives what is left under them.
fn stack(desk: &Desk, text: &str, style: Style, area: Rect, buf: &mut Buffer) -> Rect {
    if text.is_empty() {
        return area;
    }
    let spans = [Span::styled(desk.theme.text(text), style)];
    let lines = wrapped(&spans, area.width.into(), 0);
    let used = u16::try_from(lines.len()).unwrap_or(area.height).min(area.height);
    for (line, y) in lines.iter().zip(area.y..area.y + used) {
        put(buf, Rect { y, height: 1, ..area }, line);
    }
    Rect { y: area.y + used, height: area.height - used, ..area }
}

/// A row that is half given would be gone: says so once. False where there is none, or where it was said.
pub fn says_what_is_dropped(desk: &mut Desk) -> bool {
    roll_call::says_what_is_dropped(desk)
}

/// Something is being asked: the layer on top waits for an answer.
pub fn is_asking(desk: &Desk) -> bool {
    desk.layers.last().is_some_and(Layer::is_asking)
}
