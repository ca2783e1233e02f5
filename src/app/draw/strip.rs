//! The second line: the meeting to scale, one piece per item. It is the agenda where there is no room for another.

use crate::desk::Desk;
use crate::desk::meeting::{Meeting, Tab};
use crate::desk::timing::{Segment, segments};
use crate::widgets::theme::Sign;
use crate::widgets::{Role, ink, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Columns that a title needs beside the number before any of it is shown.
const TITLE: usize = 6;

/// Shows it.
pub fn strip(desk: &Desk, meeting: &Meeting, area: Rect, buf: &mut Buffer) {
    let theme = desk.theme;
    buf.set_style(area, theme.panel());
    let (segments, beyond) = segments(desk, meeting, area.width);
    for (place, segment) in segments.iter().enumerate() {
        let piece = Rect { x: area.x + segment.columns.start, width: segment.columns.len() as u16, ..area };
        if piece.is_empty() {
            continue;
        }
        let here = meeting.tab == Tab::Item(segment.item.no.clone());
        let done = segment.item.outcome.is_some();
        // Two pieces beside each other never have the same ground.
        if !done && (segment.runs || place % 2 == 0) {
            buf.set_style(piece, theme.tint(Role::Accent));
        }
        let over = beyond.map(|beyond| piece.x.max(area.x + beyond)).filter(|from| *from < piece.right());
        if let Some(from) = over.filter(|_| !done) {
            buf.set_style(Rect { x: from, width: piece.right() - from, ..piece }, theme.tint(Role::Amber));
        }
        let style = match (here, done) {
            (true, _) => theme.key().add_modifier(Modifier::UNDERLINED),
            (false, true) => theme.dim(),
            (false, false) => Style::new(),
        };
        let inside = if theme.is_designed() { piece.x } else { ground(desk, segment, piece, buf) };
        let room = usize::from(piece.right() - inside);
        ink::text(buf, ink::from(piece, inside, piece.y), &label(desk, segment, room), style, theme);
        let spent = Rect { width: segment.spent, ..piece };
        buf.set_style(spent, theme.chip(Role::Accent).remove_modifier(Modifier::UNDERLINED));
    }
}

/// Where there are no grounds a bar stands before each piece but the first.
fn ground(desk: &Desk, segment: &Segment<'_>, piece: Rect, buf: &mut Buffer) -> u16 {
    if segment.columns.start == 0 {
        return piece.x;
    }
    ink::sign(buf, (piece.x, piece.y), if desk.theme.ascii { "|" } else { "│" }, desk.theme.mark(Role::Line));
    piece.x + 1
}

/// The number with its sign, and as much of the title as there is room for.
fn label(desk: &Desk, segment: &Segment<'_>, room: usize) -> String {
    let theme = desk.theme;
    let number = theme.text(segment.item.no.as_str());
    let text = match (segment.item.outcome.is_some(), segment.runs) {
        (true, _) => format!("{number}{}", theme.sign(Sign::Done)),
        (false, true) => format!("{}{number}", theme.sign(Sign::Running)),
        (false, false) => number,
    };
    let left = room.saturating_sub(width(&text) + 3);
    if left < TITLE || segment.item.outcome.is_some() {
        return theme.cut(&format!(" {text}"), room);
    }
    format!(" {text} {}", theme.cut(&segment.item.title, left))
}
