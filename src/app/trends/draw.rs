//! The trends: the topics, the page of the chosen one, and the sentence of the series that is selected.

use crate::app::App;
use crate::app::draw::rule;
use crate::app::trends::{Trends, found, sentence, sheet};
use crate::desk::layout::{FOOTER, HEADER, put};
use crate::model::history::trends::Topic;
use crate::widgets::{width, wrapped};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Tabs, Widget};

/// Rows of the sentence under the page, with the rule over it.
const SAID: u16 = 3;

/// Where the page stands on a screen of this size.
pub(super) fn area_on((width, height): (u16, u16)) -> Rect {
    let top = HEADER + 2;
    Rect::new(0, top, width, height.saturating_sub(top + SAID + FOOTER))
}

/// Shows the trends.
pub(in crate::app) fn draw(app: &App, trends: &Trends, area: Rect, buf: &mut Buffer) {
    let theme = app.desk.theme;
    let body = Rect { y: area.y + HEADER, height: area.height.saturating_sub(HEADER + FOOTER), ..area };
    Clear.render(body, buf);
    buf.set_style(body, theme.base());
    let here = Topic::ALL.iter().position(|topic| *topic == trends.topic);
    Tabs::new(names(app))
        .select(here)
        .style(theme.dim())
        .highlight_style(theme.key())
        .divider("  ")
        .padding("", "")
        .render(Rect { x: body.x + 1, width: body.width.saturating_sub(1), height: 1, ..body }, buf);
    rule(app, area, body.y + 1, buf);
    let page = area_on((area.width, area.height));
    sheet(app, trends).render(page, buf, Some(&trends.cursor), 0);
    rule(app, area, page.bottom(), buf);
    let series = found(trends);
    let said = series.get(trends.cursor).map(|series| sentence(app, series)).unwrap_or_default();
    let lines = wrapped(&[Span::raw(theme.text(&said))], area.width.saturating_sub(3).into(), 0);
    for (line, y) in lines.iter().zip(page.bottom() + 1..page.bottom() + SAID) {
        put(buf, Rect { x: 2, y, height: 1, width: area.width.saturating_sub(3) }, line);
    }
}

/// The topics; the chosen one in brackets, which say it without colour too.
fn names(app: &App) -> Vec<Line<'static>> {
    let here = app.top_cover().and_then(|cover| cover.trends()).map(|trends| trends.topic);
    let name = |topic: Topic| {
        let text = app.desk.theme.text(&app.desk.t(short(topic)));
        if here == Some(topic) { format!("[{text}]") } else { text }
    };
    let names: Vec<String> = Topic::ALL.into_iter().map(name).collect();
    let all: usize = names.iter().map(|name| width(name) + 2).sum();
    // Where not all of them fit, those that are not chosen are their first letters.
    let fits = all < usize::from(app.desk.size.0);
    let shown = |name: String| if fits || name.starts_with('[') { name } else { initials(&name) };
    names.into_iter().map(|name| Line::from(shown(name))).collect()
}

/// The first letters of a name.
fn initials(name: &str) -> String {
    name.chars().take(3).chain(std::iter::once('.')).collect()
}

/// The topic at a place on the screen.
pub(super) fn topic_at(app: &App, (x, y): (u16, u16)) -> Option<Topic> {
    if y != HEADER {
        return None;
    }
    let mut end = 0;
    names(app).iter().zip(Topic::ALL).find_map(|(name, topic)| {
        // One column before the first, and two between each two of them.
        end += u16::try_from(width(&name.to_string())).unwrap_or(u16::MAX) + 2;
        (x <= end).then_some(topic)
    })
}

/// A name short enough for eight of them on one line.
fn short(topic: Topic) -> &'static str {
    match topic {
        Topic::Kpis => "trend-tab-kpis",
        Topic::Net => "trend-tab-net",
        Topic::Temperature => "trend-tab-temperature",
        Topic::Upward => "trend-tab-upward",
        Topic::Dissent => "trend-tab-dissent",
        Topic::Pulse => "trend-tab-pulse",
        Topic::Outcomes => "trend-tab-outcomes",
        Topic::Stories => "trend-tab-stories",
    }
}
