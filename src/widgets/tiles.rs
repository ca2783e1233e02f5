//! Tiles beside each other: a name, a figure, and whether it is raised. What is raised stands on a fill of its own.

use super::theme::{Role, Sign, Theme};
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// A tile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// What it is about.
    pub name: String,
    /// The figure that says it; empty where there is none.
    pub figure: String,
    /// Raised, not raised, or nothing to go by.
    pub raised: Option<bool>,
    /// The same as a word.
    pub word: String,
}

/// Rows that a tile needs, and that it can use.
pub const ROWS: (u16, u16) = (2, 3);

impl Tile {
    /// As text, for who reads instead of looks.
    pub fn said(&self) -> String {
        [&*self.name, &*self.figure, &*self.word]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn sign(&self) -> (Sign, Role) {
        match self.raised {
            Some(true) => (Sign::Red, Role::Red),
            Some(false) => (Sign::Green, Role::Green),
            None => (Sign::Todo, Role::Plain),
        }
    }

    /// The style of its ground and of its words.
    fn ground(&self, theme: Theme, is_selected: bool) -> (Style, Style) {
        match (self.raised == Some(true), is_selected) {
            (true, true) if theme.is_designed() => (theme.selected(), theme.word(Role::Red)),
            (false, true) if theme.is_designed() => (theme.selected(), theme.strong()),
            (true, _) => (theme.chip(Role::Red), Style::new()),
            (false, _) => (theme.panel(), theme.dim()),
        }
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, theme: Theme, is_selected: bool) {
        let (ground, words) = self.ground(theme, is_selected);
        buf.set_style(area, ground);
        let room = usize::from(area.width.saturating_sub(1));
        let (sign, role) = self.sign();
        let mark = if self.raised == Some(true) { words } else { theme.mark(role) };
        let left = area.x + 1.min(area.width);
        let mut line = |row: u16, lead: &str, text: &str, style: Style| {
            if row < area.height {
                let used = if lead.is_empty() { 0 } else { width(lead) + 1 };
                let gap = if lead.is_empty() { "" } else { " " };
                let text = theme.cut(text, room.saturating_sub(used));
                let spans = vec![Span::styled(lead.to_owned(), mark), Span::raw(gap), Span::styled(text, style)];
                let place = Rect { x: left, y: area.y + row, width: area.width.saturating_sub(1), height: 1 };
                Line::from(spans).render(place, buf);
            }
        };
        let sign = theme.sign(sign);
        line(0, "", &self.name, words);
        if area.height < ROWS.1 {
            line(1, sign, if self.figure.is_empty() { &self.word } else { &self.figure }, words.patch(theme.strong()));
        } else {
            line(1, "", &self.figure, words.patch(theme.strong()));
            line(2, sign, &self.word, words);
        }
        if is_selected {
            let accent = if theme.is_designed() { theme.mark(Role::Accent) } else { Style::new() };
            for y in area.top()..area.bottom() {
                Span::styled(theme.sign(Sign::Cursor), accent)
                    .render(Rect { y, width: 1.min(area.width), height: 1, ..area }, buf);
            }
        }
    }
}

/// Tiles as wide as each other, with a strip of ground between them.
pub fn draw(tiles: &[Tile], area: Rect, buf: &mut Buffer, theme: Theme, selected: Option<usize>) {
    // What is reversed here is a fill with a meaning, also where all of the row is selected.
    if !theme.is_designed() {
        buf.set_style(area, Style::new().remove_modifier(Modifier::REVERSED));
    }
    for (place, (tile, rect)) in tiles.iter().zip(places(tiles.len(), area)).enumerate() {
        tile.draw(rect, buf, theme, selected == Some(place));
    }
}

/// Where each of so many tiles stands.
pub fn places(many: usize, area: Rect) -> impl Iterator<Item = Rect> {
    let many = u32::try_from(many).unwrap_or(u32::MAX).max(1);
    let (all, rows) = (u32::from(area.width) + 1, area.height.min(ROWS.1));
    // A share of the width, which is a u16.
    let begins = move |place: u32| u16::try_from(place * all / many).unwrap_or(area.width);
    (0..many).map(move |place| {
        let (left, next) = (begins(place), begins(place + 1));
        Rect { x: area.x + left, width: (next - left).saturating_sub(1), height: rows, ..area }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_stay_within_their_room_and_say_it_without_colour() {
        let tile = |raised| Tile { name: "acties".to_owned(), figure: "2/6".to_owned(), raised, word: "ja".to_owned() };
        let tiles = vec![tile(Some(true)), tile(Some(false)), tile(None)];
        for columns in 0..40 {
            for rows in 0..5 {
                let area = Rect::new(0, 0, columns, rows);
                draw(&tiles, area, &mut Buffer::empty(area), Theme::ASCII, Some(1));
            }
        }
        let area = Rect::new(0, 0, 32, 3);
        let mut buf = Buffer::empty(area);
        draw(&tiles, area, &mut buf, Theme::ASCII, None);
        let row = |y: u16| (0..32).map(|x| buf[(x, y)].symbol().to_owned()).collect::<String>();
        assert_eq!(row(2), " # ja       + ja       - ja     ");
        assert_eq!(tiles[0].said(), "acties 2/6 ja");
    }
}
