//! A break for a room: how long it still is, and what comes after it.

use super::canvas::{Canvas, below};
use super::short_clock;
use crate::room::shown::{PauseShown, RoomSession};
use crate::text::notation;
use crate::widgets::{Role, letters};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// Columns of what the meeting goes on with, at most.
const TITLE: usize = 48;
/// Columns at both sides of the bar.
const SIDE: u16 = 10;

pub fn draw(canvas: &Canvas<'_>, room: &RoomSession, pause: &PauseShown, area: Rect, buf: &mut Buffer) {
    let theme = canvas.theme;
    let row = |y: u16| Rect { y: area.y + y, height: u16::from(y < area.height), ..area };
    canvas.write(canvas.theme.text(&canvas.t("hall-pause")), theme.key(), (area.x + 2, row(1).y), row(1), buf);
    let chain = theme.cut(&format!("{} {}", room.chain, room.number), usize::from(area.width / 2));
    Line::styled(chain, theme.dim())
        .right_aligned()
        .render(Rect { width: area.width.saturating_sub(2), ..row(1) }, buf);
    canvas.write(theme.rule(true).repeat(area.width.into()), theme.mark(Role::Accent), (area.x, row(2).y), row(2), buf);
    let left = (pause.until - room.now).num_seconds();
    let (text, style) = match left {
        ..0 => (format!("+{}", short_clock(-left)), theme.bad()),
        _ => (short_clock(left), theme.plain().patch(theme.strong())),
    };
    let rest = below(area, 3);
    // Letters of eight rows, a bar and two lines, with what is left of the rows between them.
    let high = if theme.ascii {
        1
    } else if rest.height >= letters::TALL + 5 {
        letters::TALL
    } else {
        letters::LETTER
    };
    let gap = (rest.height.saturating_sub(high + 4) / 4).min(4);
    let clock = Rect { height: high.min(rest.height), ..below(rest, gap) };
    if high == letters::LETTER {
        let wide = letters::columns(&text, theme).min(area.width);
        letters::line(&text, style, Rect { x: area.x + (area.width - wide) / 2, width: wide, ..clock }, buf, theme);
    } else {
        letters::tall(&text, style, clock, buf, theme);
    }
    let rest = below(rest, gap + high + gap);
    let whole = (pause.until - pause.from).num_seconds().max(1);
    let share = 1.0 - left as f64 / whole as f64;
    let bar = Rect { x: area.x + SIDE, width: area.width.saturating_sub(2 * SIDE), ..rest };
    canvas.gauge(share, bar, buf);
    let rest = below(rest, 2.min(rest.height.saturating_sub(1)).max(1));
    let said = Line::styled(recorded(canvas, room, pause), theme.dim());
    let goes_on = on(canvas, pause, area.width.saturating_sub(4));
    let large = letters::lines(&goes_on.to_string(), area.width.saturating_sub(2 * SIDE));
    let rows = u16::try_from(large.len()).unwrap_or(u16::MAX).saturating_mul(letters::LETTER);
    let rest = if canvas.big && rows.saturating_add(2) <= rest.height {
        let mut rest = rest;
        for text in &large {
            let wide = letters::columns(text, theme).min(rest.width);
            let x = rest.x + (rest.width - wide) / 2;
            let line = Rect { x, width: wide, height: letters::LETTER, ..rest };
            letters::line(text, theme.plain().patch(theme.strong()), line, buf, theme);
            rest = below(rest, letters::LETTER);
        }
        below(rest, 1)
    } else {
        goes_on.centered().render(Rect { height: 1.min(rest.height), ..rest }, buf);
        below(rest, if rest.height >= 4 { 2 } else { 1 })
    };
    said.centered().render(Rect { height: 1.min(rest.height), ..rest }, buf);
}

/// When and with what the meeting goes on.
fn on(canvas: &Canvas<'_>, pause: &PauseShown, columns: u16) -> Line<'static> {
    let (theme, strong) = (canvas.theme, canvas.theme.plain().patch(canvas.theme.strong()));
    let time = notation::hour(pause.until.time(), canvas.texts.lang);
    let mut spans = vec![
        Span::styled(theme.text(&format!("{} ", canvas.t("hall-goes-on"))), theme.dim()),
        Span::styled(theme.text(&time), strong),
    ];
    if let Some(next) = &pause.next {
        spans.push(Span::styled(theme.text(&format!(" {} ", canvas.t("hall-goes-on-with"))), theme.dim()));
        let used: usize = spans.iter().map(Span::width).sum();
        let room = usize::from(columns).saturating_sub(used).min(TITLE);
        spans.push(Span::styled(theme.cut(&format!("{} · {}", next.no, next.title), room), strong));
    }
    Line::from(spans)
}

fn recorded(canvas: &Canvas<'_>, room: &RoomSession, pause: &PauseShown) -> String {
    let args = [("decisions", pause.decisions.into()), ("actions", pause.actions.into())];
    let mut text = canvas.with("hall-so-far", &[("recorded", canvas.with("hall-recorded", &args).into())]);
    if let Some(end) = room.end {
        let time = notation::hour(end.time(), canvas.texts.lang);
        text.push_str(&format!(" {}", canvas.with("hall-expected-end", &[("time", time.into())])));
    }
    canvas.theme.text(&text)
}
