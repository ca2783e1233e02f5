//! Where things stand on a screen of some size.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

/// Below this size there is only a request for a larger window.
const SMALLEST: (u16, u16) = (60, 16);
/// Rows of the keys and of what was said last.
pub const FOOTER: u16 = 2;
/// Rows of the header.
pub const HEADER: u16 = 1;

fn agenda_width(columns: u16) -> u16 {
    if columns >= 120 { 44 } else { 28 }
}

/// Where the agenda stands on a screen of this size.
pub fn agenda_area((width, height): (u16, u16)) -> Rect {
    Rect::new(0, HEADER + 1, agenda_width(width).min(width), height.saturating_sub(HEADER + 1 + FOOTER))
}

/// Where the pane stands on a screen of this size.
pub fn pane_area((width, height): (u16, u16)) -> Rect {
    let left = agenda_width(width) + 1;
    Rect::new(left, HEADER + 1, width.saturating_sub(left), height.saturating_sub(HEADER + 1 + FOOTER))
}

/// On a screen of this size nothing can be shown, so nothing can be done but leave.
pub fn is_too_small((width, height): (u16, u16)) -> bool {
    width < SMALLEST.0 || height < SMALLEST.1
}

/// A line at the top of an area.
pub fn put(buf: &mut Buffer, area: Rect, line: &Line<'_>) {
    line.render(Rect { height: 1.min(area.height), ..area }, buf);
}
