//! The meeting that is still to be held: which, where, its agenda to scale, what is ready, and the one key.

use super::Row;
use super::page::{date_passed, room};
use crate::app::App;
use crate::app::draw::to_scale;
use crate::desk::layout::put;
use crate::model::readiness::{Need, Ready, readiness};
use crate::model::session::{Session, State};
use crate::text::{Term, notation};
use crate::widgets::theme::Sign;
use crate::widgets::{Cell, Columns, Drawn, EmptyState, Page, Role, Why};
use chrono::TimeDelta;
use ratatui::layout::{Constraint, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::rc::Rc;

/// With fewer columns one need stands under the other.
const TWO: u16 = 76;

/// The next meeting, else what to do to have one.
pub fn today(app: &App, session: &Session, page: &mut Page<Row>) {
    if session.state == State::Closed {
        page.section(app.desk.theme, app.desk.t("home-next"), Vec::new(), true);
        return none(app, session, page);
    }
    page.section(app.desk.theme, when(app, session), Vec::new(), true);
    page.blank();
    name(app, session, page);
    page.blank();
    scale(app, session, page);
    page.blank();
    needs(app, session, page);
    page.blank();
    let does = if session.state == State::Live { "home-goes-on" } else { "home-prepares" };
    let key = Span::styled("Enter", app.desk.theme.key());
    page.push(None, vec![key, Span::raw(format!(" {}", app.desk.t(does)))], 2);
}

/// There is no meeting to come: its file can't be read, is gone, or nobody planned it.
fn none(app: &App, session: &Session, page: &mut Page<Row>) {
    let newest = app.home.chain.meetings.iter().max_by_key(|row| row.number);
    let broken = newest.filter(|row| row.trouble.is_some() && row.number > session.number);
    if let Some(row) = broken {
        let text = app.desk.with("home-newest-unreadable", &[("file", row.file.as_str().into())]);
        return page.push(Some(Row::Meeting(row.file.clone())), wrong(app, text), 2);
    }
    // A meeting of which the file is gone was planned.
    if app.home.chain.gone.is_some() {
        return gone(app, page);
    }
    let next = vec![(app.desk.with("home-plan", &[]), app.desk.t("home-plan-does"))];
    page.nothing(app.desk.theme, EmptyState { why: Why::NotYet, says: app.desk.t("home-none-next"), next });
}

/// A sentence about something that is wrong, which can be selected.
pub fn wrong(app: &App, text: String) -> Vec<Span<'static>> {
    let theme = app.desk.theme;
    vec![Span::styled(format!("{} ", theme.sign(Sign::Red)), theme.mark(Role::Red)), Span::styled(text, theme.bad())]
}

/// The newest meeting, where it was on this machine and its file is gone.
pub fn gone(app: &App, page: &mut Page<Row>) {
    let (target, text) = match &app.home.chain.gone {
        None => return,
        Some(Ok(gone)) => (Some(Row::Gone(gone.number)), app.desk.with("home-gone", &[("number", gone.number.into())])),
        Some(Err(reason)) => (None, app.desk.with("home-gone-unread", &[("why", app.desk.reason(reason).into())])),
    };
    page.push(target, wrong(app, text), 2);
}

/// Today, tomorrow, or in how many days.
fn when(app: &App, session: &Session) -> String {
    let days = (session.date - app.desk.clock.today()).num_days();
    match session.state {
        State::Live if days < 0 => app.desk.t("home-goes-on-since"),
        State::Live | State::Planned | State::Closed if days < 0 => app.desk.t("home-next"),
        State::Live | State::Planned | State::Closed => app.desk.with("home-when", &[("days", days.into())]),
    }
}

/// Which meeting, how far it is, when and where.
fn name(app: &App, session: &Session, page: &mut Page<Row>) {
    let theme = app.desk.theme;
    let role = if session.state == State::Live { Role::Accent } else { Role::Plain };
    let chip = format!(" {} ", app.desk.texts.term(session.state).to_uppercase());
    let mut spans = vec![
        Span::styled(session.chain.name.clone(), theme.own(&session.identity.colour)),
        Span::styled(format!(" {}", session.number), theme.strong()),
        Span::raw("  "),
        Span::styled(chip, theme.chip(role)),
        Span::raw("  "),
        Span::raw(notation::date_full(session.date, app.desk.texts.lang)),
    ];
    if date_passed(app, session.date, session.state) {
        spans.push(Span::styled(format!("  {} ", theme.sign(Sign::Amber)), theme.mark(Role::Amber)));
        spans.push(Span::styled(app.desk.t("home-day-passed"), theme.warn()));
    }
    if !session.identity.place.trim().is_empty() {
        spans.push(Span::styled(format!("  {}", session.identity.place), theme.dim()));
    }
    page.push(Some(Row::Next(session.number)), spans, 2);
}

/// The meeting to scale, with its hours where it was opened and else with its minutes.
fn scale(app: &App, session: &Session, page: &mut Page<Row>) {
    let (theme, agenda) = (app.desk.theme, session.agenda.clone());
    if agenda.items.is_empty() {
        return;
    }
    let minutes = agenda.planned_minutes();
    let hour = |after: i64| {
        let moment = session.opened_at()?.checked_add_signed(TimeDelta::minutes(after))?;
        Some(notation::hour(moment.time(), app.desk.texts.lang))
    };
    let of = |minutes: u32| app.desk.with("side-minutes", &[("minutes", minutes.into())]);
    let ends =
        [(0, 0), (i64::from(minutes), minutes)].map(|(after, minutes)| hour(after).unwrap_or_else(|| of(minutes)));
    let said = agenda.items.iter().map(|item| format!("{} {}", item.no, item.title)).collect::<Vec<_>>().join(", ");
    let drawn = Drawn {
        least: 2,
        most: 2,
        step: 1,
        draw: Rc::new(move |area: Rect, buf| {
            // What a clock holds since the last change is not known here, and is no more than a moment.
            to_scale(theme, (&agenda, 0), None, Rect { height: 1, ..area }, buf);
            let [from, to] = ends.each_ref().map(|end| Line::styled(end.clone(), theme.dim()));
            let under = Rect { y: area.y + 1, height: 1, ..area };
            put(buf, under, &from);
            put(buf, under, &to.right_aligned());
        }),
        said: vec![said],
    };
    page.drawn(None, drawn);
}

/// What is ready for it and what is not, in two columns where there is room.
fn needs(app: &App, session: &Session, page: &mut Page<Row>) {
    let all: Vec<Line<'static>> =
        readiness(session, app.desk.clock.today()).into_iter().map(|ready| need(app, ready)).collect();
    let beside = if room(app) >= TWO { 2 } else { 1 };
    let columns = Rc::new(Columns::of((0..beside).map(|_| Constraint::Fill(1))));
    let rows = all.len().div_ceil(beside);
    for row in 0..rows {
        let cells = (0..beside).filter_map(|column| all.get(row + column * rows).cloned().map(Cell::Text));
        page.cells(None, &columns, cells.collect());
    }
}

fn need(app: &App, ready: Ready) -> Line<'static> {
    let theme = app.desk.theme;
    let (sign, role, words) = match ready.met {
        Some(true) => (Sign::Green, Role::Green, Style::new()),
        Some(false) => (Sign::Amber, Role::Amber, theme.strong()),
        None => (Sign::Todo, Role::Plain, theme.dim()),
    };
    let is_without = ready.need == Need::KpiValues && ready.met.is_none();
    let id = if is_without { "need-no-kpi" } else { ready.need.id() };
    let text = app.desk.with(id, &[("count", ready.count.into())]);
    Line::from(vec![Span::styled(format!("{} ", theme.sign(sign)), theme.mark(role)), Span::styled(text, words)])
}
