//! The screen: header, agenda, pane, footer, and the layers over them. Drawing changes nothing.

mod agenda;
mod footer;

pub use agenda::tab_at;

use super::{App, home};
use crate::desk::access::Access;
use crate::desk::layout::{FOOTER, HEADER, agenda_area, is_too_small, pane_area, put};
use crate::desk::meeting::{Meeting, SaveState};
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

/// Draws everything.
pub fn draw(app: &App, frame: &mut Frame<'_>) {
    let area = frame.area();
    let buf = frame.buffer_mut();
    if is_too_small((area.width, area.height)) {
        let words = app.desk.t("too-small");
        for (line, y) in
            wrapped(&[Span::raw(app.desk.theme.text(&words))], area.width.into(), 0).iter().zip(area.y..area.bottom())
        {
            line.render(Rect { y, height: 1, ..area }, buf);
        }
        return;
    }
    match &app.desk.meeting {
        Some(meeting) => draw_meeting(app, meeting, area, buf),
        None => home::draw(app, area, buf),
    }
    footer::footer(app, Rect { y: area.bottom() - FOOTER, height: FOOTER, ..area }, buf);
    if let Some(cover) = app.top_cover() {
        cover.draw(app, area, buf);
    }
    for layer in &app.desk.layers {
        layer.draw(&app.desk, area, buf);
    }
}

fn draw_meeting(app: &App, meeting: &Meeting, area: Rect, buf: &mut Buffer) {
    header(app, meeting, Rect { height: HEADER, ..area }, buf);
    rule(app, area, buf);
    if app.top_cover().is_some() {
        return;
    }
    let size = (area.width, area.height);
    agenda::agenda(&app.desk, meeting, agenda_area(size), buf);
    let left = agenda_area(size);
    let bar = if app.desk.theme.ascii { "|" } else { "│" };
    for y in left.y..left.bottom() {
        buf.set_string(left.right(), y, bar, app.desk.theme.dim());
    }
    if let Some(sheet) = app.desk.sheet() {
        let selected = app.desk.selected_of(sheet.targets());
        sheet.render(pane_area(size), buf, selected.as_ref(), meeting.offset);
    }
}

/// A text of the file in a line of its own.
pub(super) fn one_line(app: &App, text: &str) -> String {
    app.desk.theme.text(&on_one_line(text))
}

pub(super) fn rule(app: &App, area: Rect, buf: &mut Buffer) {
    let sign = if app.desk.theme.ascii { "-" } else { "─" };
    buf.set_string(area.x, area.y + HEADER, sign.repeat(area.width.into()), app.desk.theme.dim());
}

fn header(app: &App, meeting: &Meeting, area: Rect, buf: &mut Buffer) {
    let session = &meeting.session;
    let lang = app.desk.texts.lang;
    let wide = area.width >= 110;
    let date = if wide { notation::date_full(session.date, lang) } else { notation::date_short(session.date, lang) };
    let title = app.desk.with("header", &[("number", session.number.into()), ("date", date.into())]);
    let name = one_line(app, &session.chain.name);
    let (state, state_style) = match meeting.access() {
        Access::Adopted(_) if meeting.is_altered() => (app.desk.t("state-altered"), app.desk.theme.bad()),
        Access::Adopted(_) => (app.desk.t("state-adopted"), app.desk.theme.strong()),
        Access::Write
        | Access::Closed
        | Access::Unclear(_)
        | Access::Locked(_)
        | Access::NoPermission
        | Access::NoRoom => {
            let is_live = session.state == State::Live;
            (app.desk.texts.term(session.state), if is_live { app.desk.theme.good() } else { app.desk.theme.strong() })
        }
    };
    let mut spans = vec![
        Span::styled(format!(" {name} "), app.desk.theme.own(&session.identity.colour)),
        Span::raw(app.desk.theme.text(&format!("· {title} · "))),
        Span::styled(state.to_uppercase(), state_style),
    ];
    if meeting.access() != Access::Write {
        spans
            .push(Span::styled(app.desk.theme.text(&format!(" · {}", app.desk.t("read-only"))), app.desk.theme.warn()));
    }
    if wide && !session.identity.slogan.is_empty() {
        let slogan = format!(" · {}", session.identity.slogan);
        spans.push(Span::styled(one_line(app, &slogan), app.desk.theme.dim()));
    }
    put(buf, area, &Line::from(spans));
    let (text, style) = save_state(app, meeting);
    let mut right = vec![Span::styled(text, style)];
    right.splice(0..0, choices(app, meeting).into_iter().chain(copies(app, meeting)).chain(drafts(app)));
    put_right(buf, area, right);
}

/// That there are drafts, at the right of the first line.
pub(super) fn drafts(app: &App) -> Option<Span<'static>> {
    app.desk
        .drafts_in_words()
        .map(|text| Span::styled(app.desk.theme.text(&format!(" {text} ")), app.desk.theme.warn()))
}

/// That other versions stand beside the meeting, until a person decided about each: what was said of it once is gone with
/// the next message.
fn copies(app: &App, meeting: &Meeting) -> Option<Span<'static>> {
    let count = meeting.copies_to_settle();
    let text = (count > 0).then(|| app.desk.with("copies-sign", &[("count", count.into())]))?;
    let sign = app.desk.theme.sign(Sign::Warning);
    Some(Span::styled(app.desk.theme.text(&format!(" {sign} {text} ")), app.desk.theme.warn()))
}

/// That a person still has to choose between two versions, until all is chosen.
fn choices(app: &App, meeting: &Meeting) -> Option<Span<'static>> {
    let count = meeting.session.conflicts.len();
    let text = (count > 0).then(|| app.desk.with("choices-sign", &[("count", count.into())]))?;
    let sign = app.desk.theme.sign(Sign::Warning);
    Some(Span::styled(app.desk.theme.text(&format!(" {sign} {text} ")), app.desk.theme.warn()))
}

/// At the right end of a line, over what stands there.
pub(super) fn put_right(buf: &mut Buffer, area: Rect, spans: Vec<Span<'static>>) {
    let line = Line::from(spans);
    let columns = u16::try_from(line.width()).unwrap_or(area.width).min(area.width);
    put(buf, Rect { x: area.right() - columns, width: columns, ..area }, &line);
}

/// *Recorded* only when it is; plainly when it is not.
fn save_state(app: &App, meeting: &Meeting) -> (String, Style) {
    let theme = app.desk.theme;
    let saves = matches!(meeting.access(), Access::Write)
        || (meeting.access() == Access::Closed && !matches!(meeting.save_state, SaveState::Untouched));
    if !saves {
        return (String::new(), Style::new());
    }
    match &meeting.save_state {
        // What is on record is not to be found where it belongs.
        _ if meeting.disk_trouble.is_some() => {
            (format!(" {} {} ", theme.sign(Sign::Warning), app.desk.t("save-failed")), theme.bad())
        }
        SaveState::Untouched => (format!(" {} ", app.desk.t("save-untouched")), theme.dim()),
        SaveState::Saving => (format!(" {} ", app.desk.t("save-saving")), theme.warn()),
        SaveState::Recorded(at) => {
            let time = notation::time_of_day(at.time(), app.desk.texts.lang);
            let text = app.desk.with("save-recorded", &[("time", time.into())]);
            (format!(" {} {text} ", theme.sign(Sign::Done)), theme.good())
        }
        SaveState::Failed(_) => (format!(" {} {} ", theme.sign(Sign::Warning), app.desk.t("save-failed")), theme.bad()),
    }
}
