//! Home: one line with the name of the chain, the day and the hour, and its page.

use super::states;
use crate::app::draw::{drafts, one_line, put_right};
use crate::app::{App, home};
use crate::desk::layout::{FOOTER, put};
use crate::text::notation;
use crate::widgets::width;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// From so many columns on the day stands in full.
const DATED: u16 = 100;

/// Where the page of home stands.
pub(in crate::app) fn area(app: &App) -> Rect {
    let (columns, rows) = app.desk.size;
    let area = Rect::new(0, 2, columns, rows.saturating_sub(2 + FOOTER));
    if !states::is_bare(app) {
        return area;
    }
    let wide = states::COLUMNS.min(area.width);
    Rect { x: (area.width - wide) / 2, width: wide, ..area }
}

/// Shows home, or what to do when there is no meeting yet.
pub(in crate::app) fn draw(app: &App, area: Rect, buf: &mut Buffer) {
    title(app, Rect { height: 1, ..area }, buf);
    if app.top_cover().is_some() {
        return;
    }
    let body = home::area(app);
    let sheet = home::page(app).laid_out((body.width, body.height), app.desk.theme);
    let selected = home::selected(app, sheet.targets());
    sheet.render(body, buf, selected.as_ref(), app.home.offset);
}

/// The name of the chain, or of the program over several; at the right the day and the hour, and how far the index is.
fn title(app: &App, area: Rect, buf: &mut Buffer) {
    let theme = app.desk.theme;
    buf.set_style(area, theme.panel());
    let session = app.home.chain.newest.as_ref().filter(|_| !app.home.over_chains);
    let name = session.map_or_else(|| app.desk.t("program-name"), |session| session.chain.name.clone());
    let slogan = session.map_or_else(|| app.desk.t("program-slogan"), |session| session.identity.slogan.clone());
    let style = session.map_or_else(|| theme.heading(), |session| theme.own(&session.identity.colour));
    let progress = app.home.progress.map(|progress| {
        let values = [("done", progress.done.into()), ("all", progress.all.into())];
        Span::styled(format!(" {} ", theme.text(&app.desk.with("index-progress", &values))), theme.warn())
    });
    let right: Vec<Span<'static>> = drafts(app).into_iter().chain(progress).chain(moment(app, area.width)).collect();
    let wide: usize = right.iter().map(|span| width(&span.content)).sum();
    let room = usize::from(area.width).saturating_sub(wide + 1);
    let name = theme.cut(&one_line(app, &name), room.saturating_sub(2));
    let left = room.saturating_sub(width(&name) + 2);
    let slogan = theme.cut(&one_line(app, &slogan), left);
    put(buf, area, &Line::from(vec![Span::styled(format!(" {name} "), style), Span::styled(slogan, theme.dim())]));
    put_right(buf, area, right);
}

/// The day and the hour.
fn moment(app: &App, columns: u16) -> [Span<'static>; 2] {
    let (now, lang, theme) = (app.desk.now(), app.desk.texts.lang, app.desk.theme);
    let day =
        if columns >= DATED { notation::date_full(now.date(), lang) } else { notation::date_short(now.date(), lang) };
    [
        Span::styled(format!(" {}", theme.text(&day)), theme.dim()),
        Span::styled(format!("  {} ", notation::hour(now.time(), lang)), theme.strong()),
    ]
}
