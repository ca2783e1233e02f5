//! How a room sees it: what is on the table and the clock above, one picture, and the question in the last rows.

mod canvas;
mod decision;
mod figures;
mod idle;
mod kpi;
mod pause;
mod rounds;
mod words;

pub use idle::{Idle, idle};

use super::shown::{ItemClock, RoomSession, Shown};
use crate::text::{Texts, notation};
use crate::widgets::theme::Sign;
use crate::widgets::{Role, Theme, letters, width};
use canvas::{Canvas, below};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// From so many columns and rows on running text is set in large letters.
const BIG: (u16, u16) = (120, 34);
/// On fewer rows what is on the table is not set in large letters.
const TALL: u16 = 20;
/// Columns at both sides.
const MARGIN: u16 = 2;
/// Rows of the question, at least.
const QUESTION: u16 = 2;
/// A question in large letters takes this part of the screen at most.
const QUESTION_PART: u16 = 3;

/// What stands above, in large letters.
pub(super) struct Statement {
    text: String,
    style: Style,
    /// Lines beside it.
    beside: Vec<Line<'static>>,
}

/// Shows it.
pub fn draw(room: &RoomSession, texts: &Texts, theme: Theme, area: Rect, buf: &mut Buffer) {
    let big = !theme.ascii && area.width >= BIG.0 && area.height >= BIG.1;
    let canvas = Canvas { texts, theme, big };
    buf.set_style(area, theme.base());
    let question = question(&canvas, room);
    let rest = bar(&canvas, &question, area, buf);
    if let Shown::Pause(found) = &room.shown {
        return pause::draw(&canvas, room, found, rest, buf);
    }
    let rest = head(&canvas, room, &statement(&canvas, room), rest, buf);
    let rest = Rect { x: rest.x + MARGIN, width: rest.width.saturating_sub(2 * MARGIN), ..rest };
    match &room.shown {
        Shown::Kpi(found) => kpi::draw(&canvas, found, rest, buf),
        Shown::Decision(found) => decision::draw(&canvas, found, rest, buf),
        Shown::Round(found) => rounds::round(&canvas, room, found, rest, buf),
        Shown::Reveal(found) => rounds::reveal(&canvas, found, rest, buf),
        Shown::Story(found) => words::story(&canvas, found, rest, buf),
        Shown::Ambition(found) => words::ambition(&canvas, found, rest, buf),
        Shown::Pulse(found) => figures::pulse(&canvas, found, rest, buf),
        Shown::Temperature(found) => figures::temperature(&canvas, found, rest, buf),
        Shown::Closing(found) => words::closing(&canvas, found, rest, buf),
        Shown::Item(found) => words::item(&canvas, found, rest, buf),
        Shown::Pause(_) => {}
    }
}

fn statement(canvas: &Canvas<'_>, room: &RoomSession) -> Statement {
    let strong = canvas.theme.plain().patch(canvas.theme.strong());
    let plain = |text: String| Statement { text, style: strong, beside: Vec::new() };
    match &room.shown {
        Shown::Kpi(found) => kpi::statement(canvas, found),
        Shown::Decision(found) => plain(decision::statement(canvas, found)),
        Shown::Round(found) => plain(rounds::filled(canvas, found)),
        Shown::Reveal(found) => plain(rounds::spread(canvas, found)),
        Shown::Story(found) => {
            plain(canvas.with("hall-of", &[("count", found.place.into()), ("all", found.all.into())]))
        }
        Shown::Ambition(found) => plain(words::committed(canvas, found)),
        Shown::Pulse(_) => plain(canvas.t("hall-pulse")),
        Shown::Temperature(found) => plain(figures::mean(canvas, found)),
        Shown::Closing(found) => plain(words::so_many(canvas, found)),
        Shown::Item(found) => plain(words::number(canvas, found)),
        Shown::Pause(_) => plain(canvas.t("hall-pause")),
    }
}

fn question(canvas: &Canvas<'_>, room: &RoomSession) -> String {
    match &room.shown {
        Shown::Kpi(found) => kpi::question(canvas, found),
        Shown::Decision(found) => decision::question(canvas, found),
        Shown::Round(_) => canvas.t("hall-ask-round"),
        Shown::Reveal(found) => rounds::question(canvas, found),
        Shown::Story(_) => canvas.t("hall-ask-story"),
        Shown::Ambition(found) => words::ask_ambition(canvas, found),
        Shown::Pulse(found) => figures::ask_pulse(canvas, found),
        Shown::Temperature(found) => figures::ask_temperature(canvas, found),
        Shown::Pause(_) => canvas.t("hall-ask-pause"),
        Shown::Closing(_) => canvas.t("hall-ask-closing"),
        Shown::Item(found) => words::ask_item(canvas, found),
    }
}

/// The question, on a ground of its own in the last rows; gives what is left above it.
fn bar(canvas: &Canvas<'_>, question: &str, area: Rect, buf: &mut Buffer) -> Rect {
    let theme = canvas.theme;
    let inner = area.width.saturating_sub(2 * MARGIN);
    let lines = letters::lines(question, inner);
    let wanted = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_mul(letters::LETTER).saturating_add(1);
    let large = canvas.big && wanted <= area.height / QUESTION_PART;
    let rows = if large { wanted } else { QUESTION }.min(area.height);
    let bar = Rect { y: area.bottom() - rows, height: rows, ..area };
    buf.set_style(bar, theme.panel());
    let room = Rect { x: bar.x + MARGIN, width: inner, ..bar };
    let strong = theme.plain().patch(theme.strong());
    if large {
        canvas.put_large(&lines, strong, below(room, 1), buf);
    } else {
        let sign = format!("{} ", canvas.sign(Sign::Question));
        let lead = u16::try_from(width(&sign)).unwrap_or(0);
        canvas.write(sign, theme.mark(Role::Accent), (room.x, room.y), room, buf);
        let text = Rect { x: room.x + lead, width: room.width.saturating_sub(lead), ..room };
        canvas.stack(&[canvas::Para { grows: None, ..canvas::Para::of(question.to_owned(), strong) }], text, buf);
    }
    Rect { height: area.height - rows, ..area }
}

/// Which item it is and its time, what is on the table and the clock in large letters, and a rule; gives what is left.
fn head(canvas: &Canvas<'_>, room: &RoomSession, statement: &Statement, area: Rect, buf: &mut Buffer) -> Rect {
    let theme = canvas.theme;
    let large = !theme.ascii && area.height + QUESTION >= TALL;
    top(canvas, room, Rect { height: 1, ..area }, buf);
    let rows = if large { letters::LETTER } else { 1 };
    let line = Rect { x: area.x + MARGIN, width: area.width.saturating_sub(2 * MARGIN), height: rows, y: area.y + 1 };
    let taken = clock(canvas, room, line, large, buf);
    let line = Rect { width: line.width.saturating_sub(taken + 2), ..line };
    let beside = statement.beside.iter().map(Line::width).max().unwrap_or(0);
    let beside = u16::try_from(beside).unwrap_or(0);
    let wide = letters::columns(&statement.text, theme);
    let used = if large && wide <= line.width {
        letters::line(&statement.text, statement.style, line, buf, theme);
        wide
    } else {
        let text = theme.cut(&statement.text, line.width.saturating_sub(beside + 2).into());
        let wide = u16::try_from(width(&text)).unwrap_or(0);
        canvas.write(text, statement.style, (line.x, line.y + rows / 2), area, buf);
        wide
    };
    let from = line.x + used + 2;
    if from + beside <= line.right() {
        // On one row only the first of them has a place.
        let first = line.y + u16::from(large);
        for (beside, y) in statement.beside.iter().zip(first..line.bottom()) {
            beside.render(Rect { x: from, y, width: line.right() - from, height: 1 }, buf);
        }
    }
    let rule = Rect { y: line.bottom(), height: 1.min(area.bottom().saturating_sub(line.bottom())), ..area };
    if rule.height > 0 {
        canvas.write(theme.rule(true).repeat(rule.width.into()), theme.mark(Role::Accent), (rule.x, rule.y), rule, buf);
    }
    below(area, 2 + rows)
}

/// The first row: the item, and at the right what it was given and when the meeting ends.
fn top(canvas: &Canvas<'_>, room: &RoomSession, area: Rect, buf: &mut Buffer) {
    let theme = canvas.theme;
    buf.set_style(area, theme.panel());
    let mut right: Vec<Span<'static>> = Vec::new();
    if let Some(clock) = &room.clock {
        // The clock may run for another item than the one that is looked at.
        if room.item.as_ref().is_none_or(|item| item.no != clock.no) {
            right.push(Span::styled(format!("{} {} ", theme.sign(Sign::Running), theme.text(&clock.no)), theme.key()));
        }
        right.push(Span::styled(canvas.with("header-of", &[("minutes", (clock.planned / 60).into())]), theme.dim()));
    }
    if let Some(end) = room.end {
        let dot = if right.is_empty() { "" } else { " · " };
        let time = notation::hour(end.time(), canvas.texts.lang);
        right.push(Span::styled(theme.text(&format!("{dot}{} {time}", canvas.t("header-end"))), theme.dim()));
    }
    if room.late > 0 {
        right.push(Span::styled(format!(" (+{})", room.late), theme.dim()));
    }
    let right = Line::from(right);
    let taken = u16::try_from(right.width()).unwrap_or(0).min(area.width.saturating_sub(2 * MARGIN));
    let left = Rect { x: area.x + MARGIN, width: area.width.saturating_sub(taken + 2 * MARGIN + 1), ..area };
    let chain = || format!("{} {} · {}", room.chain, room.number, canvas.texts.term(room.room));
    let mut name = room.item.as_ref().map_or_else(chain, |item| format!("{} · {}", item.no, item.title));
    if let Shown::Kpi(found) = &room.shown {
        name.push_str(&format!(" · {}", found.id));
    }
    if let Shown::Reveal(found) = &room.shown
        && let Some(of) = found.rounds.last().filter(|of| **of != room.number)
    {
        name.push_str(&format!(" · {}", canvas.with("hall-meeting", &[("number", (*of).into())])));
    }
    canvas.write(theme.cut(&name, left.width.into()), theme.key(), (left.x, left.y), left, buf);
    right.render(Rect { x: area.right() - MARGIN - taken, width: taken, ..area }, buf);
}

/// The time that the item has left, else the time of day; gives the columns that it takes.
fn clock(canvas: &Canvas<'_>, room: &RoomSession, area: Rect, large: bool, buf: &mut Buffer) -> u16 {
    let theme = canvas.theme;
    let is_over = |clock: &ItemClock| clock.spent >= clock.planned && clock.planned > 0;
    let text = match &room.clock {
        Some(clock) if is_over(clock) => format!("+{}", short_clock((clock.spent - clock.planned).into())),
        Some(clock) => short_clock((clock.planned.saturating_sub(clock.spent)).into()),
        None => notation::hour(room.now.time(), canvas.texts.lang),
    };
    let over = room.clock.as_ref().is_some_and(is_over);
    let style = if over { theme.chip(Role::Red) } else { theme.dim() };
    let wide = if large { letters::columns(&text, theme) } else { u16::try_from(width(&text)).unwrap_or(0) };
    let wide = wide.min(area.width);
    let place = Rect { x: area.right() - wide, width: wide, ..area };
    if over {
        // Without colours a chip is reversed, and letters of points on it would be holes.
        let ground = if theme.is_designed() || !large { style } else { Style::new() };
        let first = place.x.saturating_sub(1);
        buf.set_style(Rect { x: first, width: place.right() - first + 1, ..place }, ground);
    }
    let style = if over && large && !theme.is_designed() { theme.bad() } else { style };
    if large {
        letters::line(&text, style, place, buf, theme);
    } else {
        canvas.write(text, style, (place.x, place.y + place.height / 2), place, buf);
    }
    wide
}

/// A clock as it stands on a wall: `4:05`, and not `04:05`.
fn short_clock(seconds: i64) -> String {
    let text = notation::clock(seconds);
    match text.strip_prefix('0') {
        Some(rest) if !rest.starts_with(':') => rest.to_owned(),
        Some(_) | None => text,
    }
}
