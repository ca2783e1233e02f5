//! The list of meetings.

use super::{FOOTER, HOME_TOP, fit, put, rule};
use crate::app::{App, home};
use crate::text::visible;
use crate::widgets::wrapped;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Shows the list, or what to do when there is none.
pub fn draw_home(app: &App, area: Rect, buf: &mut Buffer) {
    let theme = app.theme;
    let newest = app.home.files.iter().rev().find_map(|file| file.session());
    let name = newest.map_or_else(|| app.t("program-name"), |session| session.chain.name.clone());
    let slogan = newest.map_or_else(|| app.t("program-slogan"), |session| session.identity.slogan.clone());
    put(
        buf,
        area,
        &Line::from(vec![
            Span::styled(theme.text(&format!(" {} ", visible(&name))), theme.heading()),
            Span::styled(theme.text(&visible(&slogan)), theme.dim()),
        ]),
    );
    rule(app, area, buf);
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2 + FOOTER), ..area };
    if app.home.files.is_empty() {
        let text = match &app.home.trouble {
            Some(error) => app.trouble(error),
            None if app.home.reading => app.t("home-reading"),
            None => app.with("home-empty", &[("folder", app.folder.sessions().display().to_string().into())]),
        };
        for (line, y) in wrapped(&[Span::raw(theme.text(&visible(&text)))], body.width.saturating_sub(4).into(), 0)
            .iter()
            .zip(body.y + 1..body.bottom())
        {
            put(buf, Rect { x: body.x + 2, y, width: body.width.saturating_sub(4), height: 1 }, line);
        }
        return;
    }
    put(buf, Rect { y: body.y + 1, ..body }, &Line::styled(home::head(app), theme.dim()));
    let height = usize::from(body.height.saturating_sub(2));
    let first = app.home.cursor.saturating_sub(height.saturating_sub(1));
    for (place, y) in (first..app.home.files.len()).zip(HOME_TOP..body.bottom()) {
        let row = Rect { y, height: 1, ..body };
        let (text, style) = home::row(app, place);
        put(buf, row, &Line::styled(fit(&theme.text(&visible(&text)), row.width.into()), style));
        if place == app.home.cursor {
            buf.set_style(row, theme.selected());
        }
    }
}
