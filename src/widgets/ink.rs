//! The one way to a cell past the widgets of the library: a sign of the program's own by its type, and text of anybody by the
//! door that everything goes through.

use super::theme::Theme;
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;

/// A sign of the program's own in one cell; nothing outside the screen.
pub fn sign(buf: &mut Buffer, at: (u16, u16), sign: &'static str, style: Style) {
    if let Some(cell) = buf.cell_mut(at) {
        cell.set_symbol(sign).set_style(style);
    }
}

/// The same sign in every cell of an area.
pub fn fill(buf: &mut Buffer, area: Rect, with: &'static str, style: Style) {
    for at in area.positions() {
        sign(buf, (at.x, at.y), with, style);
    }
}

/// Text in the first line of an area, cut where there is more; gives how many columns it took.
pub fn text(buf: &mut Buffer, area: Rect, text: &str, style: Style, theme: Theme) -> u16 {
    let area = Rect { height: area.height.min(1), ..area }.intersection(buf.area);
    let text = theme.cut(text, area.width.into());
    let wide = u16::try_from(width(&text)).unwrap_or(area.width).min(area.width);
    // A line colours all of its area.
    Line::styled(text, style).render(Rect { width: wide, ..area }, buf);
    wide
}

/// A text from here to the right end of an area.
pub fn from(area: Rect, x: u16, y: u16) -> Rect {
    Rect { x, y, width: area.right().saturating_sub(x), height: 1 }
}
