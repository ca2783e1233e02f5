//! The screen: header, agenda, pane, footer, and the layers over them. Drawing changes nothing.

mod agenda;
mod footer;
mod home;
mod layers;
mod search;
mod trends;

pub use agenda::tab_at;
pub use home::home_area;
pub use search::row_at;
pub use trends::trends_area;

use super::App;
use super::access::Access;
use super::layer::Layer;
use super::meeting::{Meeting, SaveState};
use crate::model::session::State;
use crate::text::{notation, on_one_line};
use crate::widgets::theme::Sign;
use crate::widgets::wrapped;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// Below this size there is only a request for a larger window.
const SMALLEST: (u16, u16) = (60, 16);
const FOOTER: u16 = 2;
const HEADER: u16 = 1;

fn agenda_width(columns: u16) -> u16 {
    if columns >= 120 { 44 } else { 28 }
}

/// Where the agenda stands on a screen of this size.
pub fn agenda_area((width, height): (u16, u16)) -> Rect {
    Rect::new(0, HEADER + 1, agenda_width(width).min(width), height.saturating_sub(HEADER + 1 + FOOTER))
}

/// Where the pane stands on a screen of this size.
pub fn pane_area((width, height): (u16, u16)) -> Rect {
    let left = agenda_width(width) + 1;
    Rect::new(left, HEADER + 1, width.saturating_sub(left), height.saturating_sub(HEADER + 1 + FOOTER))
}

/// On a screen of this size nothing can be shown, so nothing can be done but leave.
pub fn is_too_small((width, height): (u16, u16)) -> bool {
    width < SMALLEST.0 || height < SMALLEST.1
}

/// Draws everything.
pub fn draw(app: &App, frame: &mut Frame<'_>) {
    let area = frame.area();
    let buf = frame.buffer_mut();
    if is_too_small((area.width, area.height)) {
        let words = app.t("too-small");
        for (line, y) in
            wrapped(&[Span::raw(app.theme.text(&words))], area.width.into(), 0).iter().zip(area.y..area.bottom())
        {
            line.render(Rect { y, height: 1, ..area }, buf);
        }
        return;
    }
    match &app.meeting {
        Some(meeting) => draw_meeting(app, meeting, area, buf),
        None => home::draw_home(app, area, buf),
    }
    footer::footer(app, Rect { y: area.bottom() - FOOTER, height: FOOTER, ..area }, buf);
    for layer in &app.layers {
        layers::draw_layer(app, layer, area, buf);
    }
}

fn put(buf: &mut Buffer, area: Rect, line: &Line<'_>) {
    line.render(Rect { height: 1.min(area.height), ..area }, buf);
}

fn draw_meeting(app: &App, meeting: &Meeting, area: Rect, buf: &mut Buffer) {
    header(app, meeting, Rect { height: HEADER, ..area }, buf);
    rule(app, area, buf);
    if is_covered(app) {
        return;
    }
    let size = (area.width, area.height);
    agenda::agenda(app, meeting, agenda_area(size), buf);
    let left = agenda_area(size);
    let bar = if app.theme.ascii { "|" } else { "│" };
    for y in left.y..left.bottom() {
        buf.set_string(left.right(), y, bar, app.theme.dim());
    }
    if let Some(sheet) = app.sheet() {
        let selected = app.selected_of(sheet.targets());
        sheet.render(pane_area(size), buf, selected.as_ref(), meeting.offset);
    }
}

/// A text of the file in a line of its own.
fn one_line(app: &App, text: &str) -> String {
    app.theme.text(&on_one_line(text))
}

/// A layer takes all of the page: what is under it need not be drawn.
fn is_covered(app: &App) -> bool {
    app.layers.iter().any(|layer| matches!(layer, Layer::Search(_) | Layer::Trends(_)))
}

fn rule(app: &App, area: Rect, buf: &mut Buffer) {
    let sign = if app.theme.ascii { "-" } else { "─" };
    buf.set_string(area.x, area.y + HEADER, sign.repeat(area.width.into()), app.theme.dim());
}

fn header(app: &App, meeting: &Meeting, area: Rect, buf: &mut Buffer) {
    let session = &meeting.session;
    let lang = app.texts.lang;
    let wide = area.width >= 110;
    let date = if wide { notation::date_full(session.date, lang) } else { notation::date_short(session.date, lang) };
    let title = app.with("header", &[("number", session.number.into()), ("date", date.into())]);
    let name = one_line(app, &session.chain.name);
    let (state, state_style) = match meeting.access() {
        Access::Adopted(_) if meeting.is_altered() => (app.t("state-altered"), app.theme.bad()),
        Access::Adopted(_) => (app.t("state-adopted"), app.theme.strong()),
        Access::Write
        | Access::Closed
        | Access::Unclear(_)
        | Access::Locked(_)
        | Access::NoPermission
        | Access::NoRoom => {
            let is_live = session.state == State::Live;
            (app.texts.term(session.state), if is_live { app.theme.good() } else { app.theme.strong() })
        }
    };
    let mut spans = vec![
        Span::styled(format!(" {name} "), app.theme.own(&session.identity.colour)),
        Span::raw(app.theme.text(&format!("· {title} · "))),
        Span::styled(state.to_uppercase(), state_style),
    ];
    if meeting.access() != Access::Write {
        spans.push(Span::styled(app.theme.text(&format!(" · {}", app.t("read-only"))), app.theme.warn()));
    }
    if wide && !session.identity.slogan.is_empty() {
        let slogan = format!(" · {}", session.identity.slogan);
        spans.push(Span::styled(one_line(app, &slogan), app.theme.dim()));
    }
    put(buf, area, &Line::from(spans));
    let (text, style) = save_state(app, meeting);
    let mut right = vec![Span::styled(text, style)];
    right.splice(0..0, choices(app, meeting).into_iter().chain(copies(app, meeting)).chain(drafts(app)));
    put_right(buf, area, right);
}

/// That there are drafts, at the right of the first line.
fn drafts(app: &App) -> Option<Span<'static>> {
    app.drafts_in_words().map(|text| Span::styled(app.theme.text(&format!(" {text} ")), app.theme.warn()))
}

/// That other versions stand beside the meeting, until a person decided about each: what was said of it once is gone with
/// the next message.
fn copies(app: &App, meeting: &Meeting) -> Option<Span<'static>> {
    let count = meeting.copies_to_settle();
    let text = (count > 0).then(|| app.with("copies-sign", &[("count", count.into())]))?;
    let sign = app.theme.sign(Sign::Warning);
    Some(Span::styled(app.theme.text(&format!(" {sign} {text} ")), app.theme.warn()))
}

/// That a person still has to choose between two versions, until all is chosen.
fn choices(app: &App, meeting: &Meeting) -> Option<Span<'static>> {
    let count = meeting.session.conflicts.len();
    let text = (count > 0).then(|| app.with("choices-sign", &[("count", count.into())]))?;
    let sign = app.theme.sign(Sign::Warning);
    Some(Span::styled(app.theme.text(&format!(" {sign} {text} ")), app.theme.warn()))
}

/// At the right end of a line, over what stands there.
fn put_right(buf: &mut Buffer, area: Rect, spans: Vec<Span<'static>>) {
    let line = Line::from(spans);
    let columns = u16::try_from(line.width()).unwrap_or(area.width).min(area.width);
    put(buf, Rect { x: area.right() - columns, width: columns, ..area }, &line);
}

/// *Recorded* only when it is; plainly when it is not.
fn save_state(app: &App, meeting: &Meeting) -> (String, Style) {
    let theme = app.theme;
    let saves = matches!(meeting.access(), Access::Write)
        || (meeting.access() == Access::Closed && !matches!(meeting.save_state, SaveState::Untouched));
    if !saves {
        return (String::new(), Style::new());
    }
    match &meeting.save_state {
        // What is on record is not to be found where it belongs.
        _ if meeting.disk_trouble.is_some() => {
            (format!(" {} {} ", theme.sign(Sign::Warning), app.t("save-failed")), theme.bad())
        }
        SaveState::Untouched => (format!(" {} ", app.t("save-untouched")), theme.dim()),
        SaveState::Saving => (format!(" {} ", app.t("save-saving")), theme.warn()),
        SaveState::Recorded(at) => {
            let time = notation::time_of_day(at.time(), app.texts.lang);
            let text = app.with("save-recorded", &[("time", time.into())]);
            (format!(" {} {text} ", theme.sign(Sign::Done)), theme.good())
        }
        SaveState::Failed(_) => (format!(" {} {} ", theme.sign(Sign::Warning), app.t("save-failed")), theme.bad()),
    }
}
