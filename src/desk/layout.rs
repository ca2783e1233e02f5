//! Where things stand on a screen of some size.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

/// Below this size there is only a request for a larger window.
pub const SMALLEST: (u16, u16) = (60, 16);
/// Rows of the keys and of what was said last.
pub const FOOTER: u16 = 2;
/// Rows of the header: where the meeting is in its time, and the meeting to scale.
pub const HEADER: u16 = 2;

/// Columns of the agenda; on a projector there are none, and the strip of the header is the agenda.
pub fn side_width(columns: u16) -> u16 {
    match columns {
        0..100 => 0,
        100..160 => 30,
        160.. => 50,
    }
}

/// Columns for what is selected, beside the pane; only on a very wide screen.
fn detail_width(columns: u16) -> u16 {
    if columns >= 200 { 42 } else { 0 }
}

/// Everything between header and footer on a screen of this size.
pub fn body_area((width, height): (u16, u16)) -> Rect {
    Rect::new(0, HEADER, width, height.saturating_sub(HEADER + FOOTER))
}

/// Where the agenda stands on a screen of this size.
pub fn side_area(size: (u16, u16)) -> Rect {
    Rect { width: side_width(size.0), ..body_area(size) }
}

/// The meeting to scale, under the first line.
pub fn strip_area((width, _): (u16, u16)) -> Rect {
    Rect::new(0, 1, width, 1)
}

/// Where the pane stands on a screen of this size.
pub fn pane_area(size: (u16, u16)) -> Rect {
    let left = match side_width(size.0) {
        0 => 0,
        side => side + 1,
    };
    let right = match detail_width(size.0) {
        0 => 0,
        detail => detail + 2,
    };
    Rect { x: left, width: size.0.saturating_sub(left + right), ..body_area(size) }
}

/// Where what is selected stands on a screen of this size; none where it has no place.
pub fn detail_area(size: (u16, u16)) -> Option<Rect> {
    let width = detail_width(size.0);
    (width > 0).then(|| Rect { x: size.0 - width, width, ..body_area(size) })
}

/// On a screen of this size nothing can be shown, so nothing can be done but leave.
pub fn is_too_small((width, height): (u16, u16)) -> bool {
    width < SMALLEST.0 || height < SMALLEST.1
}

/// A line at the top of an area.
pub fn put(buf: &mut Buffer, area: Rect, line: &Line<'_>) {
    line.render(Rect { height: 1.min(area.height), ..area }, buf);
}
