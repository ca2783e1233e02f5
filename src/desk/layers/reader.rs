//! Text to be read.

use super::{Layer, boxed, stack};
use crate::desk::Desk;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Text to be read.
pub struct Reader {
    /// Its heading.
    pub title: String,
    /// Its lines.
    pub lines: Vec<(String, Tone)>,
    /// The first line on the screen.
    pub scroll: usize,
}

/// How a line of a reader stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Plain.
    Plain,
    /// A heading.
    Heading,
    /// A key and what it does.
    Key,
}

/// Moving about in it; any other key does nothing.
pub(super) fn press(desk: &mut Desk, key: KeyEvent) {
    let page = usize::from(desk.size.1.saturating_sub(8)).max(1);
    let Some(Layer::Reader(reader)) = desk.layers.last_mut() else { return };
    let last = reader.lines.len().saturating_sub(1);
    match key.code {
        KeyCode::Down | KeyCode::Char('j') => reader.scroll = (reader.scroll + 1).min(last),
        KeyCode::Up | KeyCode::Char('k') => reader.scroll = reader.scroll.saturating_sub(1),
        KeyCode::PageDown | KeyCode::Char(' ') => reader.scroll = (reader.scroll + page).min(last),
        KeyCode::PageUp => reader.scroll = reader.scroll.saturating_sub(page),
        KeyCode::Esc | KeyCode::Enter | KeyCode::Char('q' | '?') => {
            desk.layers.pop();
        }
        _ => {}
    }
}

/// Shows it.
pub(super) fn draw(desk: &Desk, reader: &Reader, area: Rect, buf: &mut Buffer) {
    let columns = area.width.saturating_sub(4).min(110);
    let inner = boxed(desk, &reader.title, columns, area.height, area, buf);
    let mut rest = inner;
    for (text, tone) in reader.lines.iter().skip(reader.scroll) {
        if rest.height == 0 {
            break;
        }
        let style = match tone {
            Tone::Plain | Tone::Key => Style::new(),
            Tone::Heading => desk.theme.heading(),
        };
        rest = if text.is_empty() {
            Rect { y: rest.y + 1, height: rest.height - 1, ..rest }
        } else {
            stack(desk, text, style, rest, buf)
        };
    }
}
