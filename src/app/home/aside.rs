//! Beside what asks for something: who the group is, how it finds itself on the eight factors, which dates come, and its
//! documents.

use super::Row;
use super::page::date;
use crate::app::App;
use crate::model::agenda::Room;
use crate::model::session::{Session, State};
use crate::text::notation;
use crate::widgets::{Cell, Columns, EmptyState, Page, Role, Why};
use chrono::NaiveDate;
use ratatui::layout::Constraint;
use ratatui::style::Style;
use ratatui::text::Line;
use std::rc::Rc;

/// From so many columns on the logo is shown.
const LOGO: u16 = 120;
/// Dates that are named.
const DATES: usize = 5;
/// Mandates that end within so many days are named.
const MANDATES_DAYS: i64 = 120;
/// Below this a factor is to be watched; a pulse runs from 1 to 5.
const LOW: f64 = 3.0;

/// Who the group is.
pub fn face(app: &App, session: &Session, page: &mut Page<Row>) {
    let identity = &session.identity;
    let has_logo = app.desk.size.0 >= LOGO && !app.home.chain.logo.is_empty();
    if !has_logo && session.ambition.text.is_empty() {
        return;
    }
    page.section(app.desk.theme, session.chain.name.clone(), Vec::new(), false);
    if has_logo {
        let own = app.desk.theme.own(&identity.colour);
        let lines = app.home.chain.logo.iter().map(|line| Line::styled(app.desk.theme.text(line), own));
        page.picture(None, lines.collect());
    }
    if !session.ambition.text.is_empty() {
        page.text(session.ambition.text.clone());
    }
}

/// The last pulse: a bar and a figure for each factor, and how far it went since the one before.
pub fn factors(app: &App, session: &Session, page: &mut Page<Row>) {
    let theme = app.desk.theme;
    let mut pulses = session.pulses.iter().rev().filter(|pulse| pulse.may_be_shown());
    page.section(theme, app.desk.t("home-factors"), Vec::new(), false);
    let Some(now) = pulses.next() else {
        let says = app.desk.t("home-no-pulse");
        return page.nothing(theme, EmptyState { why: Why::NotYet, says, next: Vec::new() });
    };
    let before = pulses.next();
    let columns = Rc::new(Columns::close([
        Constraint::Length(1),
        Constraint::Length(12),
        Constraint::Fill(1),
        Constraint::Length(4),
        Constraint::Length(6),
    ]));
    let lang = app.desk.texts.lang;
    for factor in 1..=8u8 {
        let place = usize::from(factor) - 1;
        let Some(mean) = now.means.shown().get(place).copied().flatten() else { continue };
        let was = before.and_then(|before| before.means.shown().get(place)).copied().flatten();
        let moved = was.map_or_else(String::new, |was| {
            let arrow = course(mean - was, theme.ascii);
            format!("{arrow}{}", notation::signed(mean - was, 1, lang))
        });
        let role = if mean < LOW { Role::Amber } else { Role::Plain };
        let cells = vec![
            Cell::text(factor.to_string(), theme.dim()),
            Cell::text(app.desk.t(factor_name(Room::of_factor(factor))), Style::new()),
            Cell::Bar { part: mean, whole: 5.0, role },
            Cell::right(notation::decimal(mean, 1, lang), theme.strong()),
            Cell::right(moved, theme.dim()),
        ];
        page.cells(None, &columns, cells);
    }
    if !app.home.falls.is_empty() {
        let factors: Vec<String> = app.home.falls.iter().map(ToString::to_string).collect();
        page.styled(app.desk.with("home-falls", &[("factors", factors.join(", ").into())]), theme.dim());
    }
}

fn course(by: f64, ascii: bool) -> &'static str {
    match (by, ascii) {
        (by, true) if by > 0.0 => "/",
        (by, true) if by < 0.0 => "\\",
        (_, true) => "-",
        (by, false) if by > 0.0 => "↗",
        (by, false) if by < 0.0 => "↘",
        (_, false) => "→",
    }
}

/// A factor in one word, so that eight of them stand beside their bars.
pub fn factor_name(room: Room) -> &'static str {
    match room {
        Room::Ambition => "factor-ambition",
        Room::Kpis => "factor-measurable",
        Room::Governance => "factor-governance",
        Room::Balance => "factor-all-for-one",
        Room::Relation => "factor-relation",
        Room::Successes => "factor-successes",
        Room::Differences => "factor-difference",
        Room::Identity => "factor-identity",
        Room::Opening => "room-opening",
        Room::Agenda => "room-agenda",
        Room::Report => "room-report",
        Room::Actions => "room-actions",
        Room::Closing => "room-closing",
        Room::Free => "room-free",
    }
}

/// What is in the calendar.
pub fn dates(app: &App, session: &Session, page: &mut Page<Row>) {
    let (desk, today) = (&app.desk, app.desk.clock.today());
    let mut all: Vec<(NaiveDate, String)> = Vec::new();
    let ending = session.mandates_ending(today, MANDATES_DAYS);
    all.extend(ending.into_iter().map(|(code, person, until)| {
        (until, desk.with("home-date-mandate", &[("person", person.into()), ("partner", code.as_str().into())]))
    }));
    all.extend(session.relation.next_cafe(today).map(|planned| (planned.free, desk.t("home-date-cafe"))));
    all.extend(session.governance.covenant.iter().map(|covenant| (covenant.review, desk.t("home-date-covenant"))));
    let next = session.number.saturating_add(1);
    all.extend(session.closing.next_date.map(|day| (day, desk.with("home-date-meeting", &[("number", next.into())]))));
    all.retain(|(day, _)| *day >= today);
    all.sort();
    if all.is_empty() {
        return;
    }
    page.section(desk.theme, desk.t("home-dates"), Vec::new(), false);
    let columns = Rc::new(Columns::of([Constraint::Length(11), Constraint::Fill(1)]));
    for (day, what) in all.into_iter().take(DATES) {
        let cells = vec![Cell::text(date(app, day), desk.theme.strong()), Cell::text(what, Style::new())];
        page.cells(None, &columns, cells);
    }
}

/// The report of the last meeting that was held, and the files in the folder of documents.
pub fn documents(app: &App, page: &mut Page<Row>) {
    let mut meetings = app.home.chain.meetings.iter().rev();
    let last = meetings.find(|row| matches!(row.held, Some((_, State::Closed))));
    if last.is_none() && app.home.chain.documents.is_empty() {
        return;
    }
    page.section(app.desk.theme, app.desk.t("home-documents"), Vec::new(), false);
    if let Some(row) = last {
        let text = app.desk.with("document-report", &[("number", row.number.into())]);
        page.push(Some(Row::Report(row.number)), vec![text.into()], 2);
    }
    for path in &app.home.chain.documents {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        page.push(Some(Row::Document(path.clone())), vec![name.into()], 2);
    }
}
