//! Home: the name of the chain, its page, and how far the index is.

use crate::app::draw::{drafts, one_line, put_right, rule};
use crate::app::{App, home};
use crate::desk::layout::{FOOTER, put};
use crate::text::whole_path;
use crate::widgets::wrapped;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Where the page of home stands on a screen of this size.
pub(in crate::app) fn area_on((width, height): (u16, u16)) -> Rect {
    Rect::new(1, 2, width.saturating_sub(1), height.saturating_sub(2 + FOOTER))
}

/// Shows home, or what to do when there is no meeting yet.
pub(in crate::app) fn draw(app: &App, area: Rect, buf: &mut Buffer) {
    title(app, area, buf);
    rule(app, area, area.y + 1, buf);
    if app.top_cover().is_some() {
        return;
    }
    let body = area_on((area.width, area.height));
    let sheet = home::page(app).laid_out((body.width, body.height), app.desk.theme);
    if !sheet.targets().is_empty() {
        let selected = home::selected(app, sheet.targets());
        sheet.render(body, buf, selected.as_ref(), app.home.offset);
        return;
    }
    let text = match &app.home.trouble {
        Some(why) => app.desk.with("index-unusable", &[("reason", why.as_str().into())]),
        None if app.home.is_gone() && !app.home.reading => {
            app.desk.with("home-folder-gone", &[("folder", whole_path(app.desk.folder.root()).into())])
        }
        None if app.home.reading => app.desk.t("home-reading"),
        None => app.desk.with("home-empty", &[("folder", whole_path(&app.desk.folder.sessions()).into())]),
    };
    let columns = body.width.saturating_sub(4);
    let lines = wrapped(&[Span::raw(app.desk.theme.text(&text))], columns.into(), 0);
    for (line, y) in lines.iter().zip(body.y + 1..body.bottom()) {
        put(buf, Rect { x: body.x + 2, y, width: columns, height: 1 }, line);
    }
}

/// The name of the chain, or of the program over several; at the right how far the index is.
fn title(app: &App, area: Rect, buf: &mut Buffer) {
    let theme = app.desk.theme;
    let session = app.home.chain.newest.as_ref().filter(|_| !app.home.over_chains);
    let name = session.map_or_else(|| app.desk.t("program-name"), |session| session.chain.name.clone());
    let slogan = session.map_or_else(|| app.desk.t("program-slogan"), |session| session.identity.slogan.clone());
    let style = session.map_or_else(|| theme.heading(), |session| theme.own(&session.identity.colour));
    let spans = vec![
        Span::styled(format!(" {} ", one_line(app, &name)), style),
        Span::styled(one_line(app, &slogan), theme.dim()),
    ];
    put(buf, area, &Line::from(spans));
    let progress = app.home.progress.map(|progress| {
        let values = [("done", progress.done.into()), ("all", progress.all.into())];
        let text = format!(" {} ", theme.text(&app.desk.with("index-progress", &values)));
        Span::styled(theme.fit(&text, area.width.into()), theme.warn())
    });
    put_right(buf, area, drafts(app).into_iter().chain(progress).collect());
}
