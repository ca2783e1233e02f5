//! The agenda itself: what is on it, what each item asks and takes, and what passes without discussion (domain §2.1).

use super::Pane;
use crate::desk::{Target, View};
use crate::model::agenda::{Room, TimeMark};
use crate::text::notation;
use crate::widgets::theme::Sign;
use crate::widgets::{Cell, Columns, Page, Role, WIDE};
use chrono::TimeDelta;
use ratatui::layout::Constraint;
use ratatui::style::Style;
use ratatui::text::Span;
use std::rc::Rc;

/// This pane.
pub static PANE: Pane = Pane { room: Room::Agenda, heading: "room-agenda", view, commands: &[] };

fn view(view: &View<'_>) -> Page<Target> {
    let mut page = Page::default();
    items(view, &mut page);
    totals(view, &mut page);
    page
}

fn items(view: &View<'_>, page: &mut Page<Target>) {
    let (session, theme) = (view.session, view.theme);
    let wide = view.width >= WIDE;
    let mut widths = vec![
        Constraint::Length(4),
        Constraint::Fill(1),
        Constraint::Length(if wide { 18 } else { 16 }),
        Constraint::Length(6),
        Constraint::Length(9),
    ];
    let mut heads = vec!["", "agenda-item", "agenda-asks", "agenda-begins", "agenda-minutes"];
    if wide {
        widths.insert(3, Constraint::Length(26));
        heads.insert(3, "agenda-room");
    }
    let columns = Rc::new(Columns::close(widths));
    let head = |id: &str| Cell::text(if id.is_empty() { String::new() } else { view.t(id) }, theme.dim());
    page.cells(None, &columns, heads.into_iter().map(head).collect());
    let mut minutes = 0;
    for item in &session.agenda.items {
        let begins = match session.opened_at().and_then(|at| at.checked_add_signed(TimeDelta::minutes(minutes))) {
            Some(at) => notation::hour(at.time(), view.lang()),
            None => notation::clock(minutes * 60),
        };
        let spent = i64::from(session.agenda.spent(item, view.running.get()) / 60);
        let planned = i64::from(item.minutes);
        let done = item.outcome.is_some();
        minutes += if done && spent > 0 { spent } else { planned };
        let (length, style) = match (item.minutes, done) {
            (0, false) => (view.t("agenda-hammer"), theme.dim()),
            (_, true) if session.agenda.mark(item, 0) == TimeMark::Over => (format!("{spent}/{planned}"), theme.warn()),
            (_, true) => (format!("{spent}/{planned}"), theme.dim()),
            (_, false) => (planned.to_string(), Style::new()),
        };
        let words = if done { theme.dim() } else { Style::new() };
        let asks = match item.outcome {
            Some(outcome) => Cell::text(format!("{} {}", view.sign(Sign::Done), view.texts.term(outcome)), theme.dim()),
            None => Cell::text(view.texts.term(item.purpose), words),
        };
        let mut cells = vec![
            Cell::text(item.no.to_string(), theme.key()),
            Cell::text(item.title.clone(), words),
            asks,
            Cell::text(begins, theme.dim()),
            Cell::right(length, style),
        ];
        if wide {
            cells.insert(3, Cell::text(view.texts.term(item.room), theme.dim()));
        }
        page.cells(Some(Target::Item(item.no.clone())), &columns, cells);
    }
}

/// What all of it takes, when the papers went out, and what is not decided about the agenda yet.
fn totals(view: &View<'_>, page: &mut Page<Target>) {
    let session = view.session;
    page.blank();
    let args = [("items", session.agenda.items.len().into()), ("minutes", session.agenda.planned_minutes().into())];
    page.text(view.with("agenda-total", &args));
    let old: Vec<String> = session
        .agenda
        .items
        .iter()
        .filter_map(|item| Some((item, session.age(item.first_session?))))
        .filter(|(_, age)| *age > 1)
        .map(|(item, age)| format!("{} ({})", item.no, view.with("age", &[("count", age.into())])))
        .collect();
    if !old.is_empty() {
        page.push(
            None,
            vec![
                Span::styled(format!("{} ", view.sign(Sign::Amber)), view.theme.mark(Role::Amber)),
                Span::raw(view.with("agenda-old", &[("items", old.join(", ").into())])),
            ],
            2,
        );
    }
    page.styled(view.t("agenda-keys"), view.theme.dim());
}
