//! The trends: the topics, and the page of the chosen one.

use crate::app::App;
use crate::app::trends::{Trends, sheet};
use crate::desk::layout::{FOOTER, HEADER, put};
use crate::model::history::trends::Topic;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

/// Where the page stands on a screen of this size.
pub(super) fn area_on((width, height): (u16, u16)) -> Rect {
    let top = HEADER + 1 + 2;
    Rect::new(1, top, width.saturating_sub(2), height.saturating_sub(top + FOOTER))
}

/// Shows the trends.
pub(in crate::app) fn draw(app: &App, trends: &Trends, area: Rect, buf: &mut Buffer) {
    let body = Rect { y: area.y + HEADER + 1, height: area.height.saturating_sub(HEADER + 1 + FOOTER), ..area };
    Clear.render(body, buf);
    let mut spans = vec![Span::raw(" ")];
    for topic in Topic::ALL {
        let here = topic == trends.topic;
        let name = app.desk.theme.text(&app.desk.t(short(topic)));
        let (text, style) = if here {
            (format!("[{name}]"), app.desk.theme.key())
        } else {
            (format!(" {name} "), app.desk.theme.dim())
        };
        spans.push(Span::styled(text, style));
    }
    put(buf, body, &Line::from(spans));
    sheet(app, trends).render(area_on((area.width, area.height)), buf, None, trends.offset);
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
