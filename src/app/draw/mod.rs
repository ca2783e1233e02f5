//! The screen: header, agenda, pane, footer, and the layers over them. Drawing changes nothing.

mod detail;
mod footer;
mod header;
mod side;
mod strip;

pub use footer::{first_keys, footer, is_failing, key_at};
pub use header::{drafts, put_right};
pub use side::tab_at;
pub use strip::to_scale;

use super::cover::Cover;
use super::{App, follow, home, room};
use crate::desk::layout::{FOOTER, SMALLEST, is_too_small, pane_area, put, side_width, strip_area};
use crate::desk::meeting::Meeting;
use crate::text::on_one_line;
use crate::widgets::{Role, wrapped};
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;
use ratatui::widgets::Widget;

/// Draws everything.
pub fn draw(app: &App, frame: &mut Frame<'_>) {
    let area = frame.area();
    let buf = frame.buffer_mut();
    buf.set_style(area, app.desk.theme.base());
    if is_too_small((area.width, area.height)) {
        let args = [("columns", SMALLEST.0.into()), ("rows", SMALLEST.1.into())];
        let words = app.desk.theme.text(&app.desk.with("too-small", &args));
        for (line, y) in wrapped(&[Span::raw(words)], area.width.into(), 0).iter().zip(area.y..area.bottom()) {
            line.render(Rect { y, height: 1, ..area }, buf);
        }
        return;
    }
    if let Some(following) = &app.following {
        return follow::draw(app, following, frame);
    }
    if let Some(table) = app.top_cover().and_then(Cover::table) {
        return room::draw(app, table, frame);
    }
    match &app.desk.meeting {
        Some(meeting) => draw_meeting(app, meeting, area, buf),
        None => home::draw(app, area, buf),
    }
    if let Some(cover) = app.top_cover() {
        cover.draw(app, area, buf);
    }
    footer(app, footer_area((area.width, area.height)), buf);
    for layer in &app.desk.layers {
        layer.draw(&app.desk, area, buf);
    }
}

/// Where the keys stand.
pub fn footer_area((width, height): (u16, u16)) -> Rect {
    Rect::new(0, height.saturating_sub(FOOTER), width, FOOTER)
}

fn draw_meeting(app: &App, meeting: &Meeting, area: Rect, buf: &mut Buffer) {
    let size = (area.width, area.height);
    header::header(app, meeting, Rect { height: 1, ..area }, buf);
    strip::strip(&app.desk, meeting, strip_area(size), buf);
    if app.top_cover().is_some() {
        return;
    }
    if side_width(area.width) > 0 {
        side::side(&app.desk, meeting, buf);
    }
    if let Some(sheet) = app.desk.sheet() {
        let selected = app.desk.selected_of(sheet.targets());
        sheet.render(pane_area(size), buf, selected.as_ref(), meeting.offset);
    }
    detail::detail(&app.desk, buf);
}

/// A text of the file in a line of its own.
pub(super) fn one_line(app: &App, text: &str) -> String {
    app.desk.theme.text(&on_one_line(text))
}

/// A line under the header of home and of what covers it.
pub(super) fn rule(app: &App, area: Rect, y: u16, buf: &mut Buffer) {
    let theme = app.desk.theme;
    let line = Span::styled(theme.rule(false).repeat(area.width.into()), theme.mark(Role::Line));
    put(buf, Rect { y, height: 1, ..area }, &line.into());
}
