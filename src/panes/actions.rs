//! Decisions and actions: what is late, what is open, what was done since, and what is due to be looked at again (domain §2.1).

use super::{Pane, records};
use crate::desk::{Target, View};
use crate::model::action::Action;
use crate::model::agenda::Room;
use crate::model::difference::{Difference, DifferenceStatus};
use crate::widgets::{Cell, Columns, Page, Role};
use chrono::NaiveDate;
use ratatui::layout::Constraint;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::cmp::Reverse;
use std::rc::Rc;

/// This pane.
pub static PANE: Pane = Pane { room: Room::Actions, heading: "room-actions", view, commands: &[] };

/// Days after which late is too late to be overlooked.
const LONG: i64 = 90;

fn view(view: &View<'_>) -> Page<Target> {
    let mut page = Page::default();
    late(view, &mut page);
    page.under();
    open(view, &mut page);
    page.beside();
    done(view, &mut page);
    to_review(view, &mut page);
    page
}

/// What is late, the longest first, each as a bar.
pub fn late(view: &View<'_>, page: &mut Page<Target>) {
    let today = view.today();
    let mut late: Vec<(i64, &Action)> =
        view.session.actions.iter().filter_map(|action| Some((action.overdue_days(today)?, action))).collect();
    late.sort_by_key(|(days, _)| Reverse(*days));
    page.section(view.theme, view.with("overdue-heading", &[("count", late.len().into())]), Vec::new(), false);
    if late.is_empty() {
        return page.styled(view.t("nothing-overdue"), view.theme.dim());
    }
    let most = late.first().map_or(0, |(days, _)| *days);
    let columns = Rc::new(Columns::close([
        Constraint::Length(9),
        Constraint::Length(5),
        Constraint::Fill(3),
        Constraint::Fill(1),
        Constraint::Length(8),
    ]));
    for (days, action) in late {
        let long = days >= LONG;
        let role = if long { Role::Red } else { Role::Plain };
        let style = if long { view.theme.word(Role::Red) } else { view.theme.strong() };
        let cells = vec![
            Cell::text(action.id.to_string(), view.theme.dim()),
            Cell::text(owner(action), view.theme.strong()),
            what(view, action),
            Cell::Bar { part: days as f64, whole: most as f64, role },
            Cell::right(view.with("days-short", &[("count", days.into())]), style),
        ];
        page.cells(Some(Target::Record(action.id.clone())), &columns, cells);
    }
}

fn owner(action: &Action) -> String {
    action.owner.as_ref().map_or("?".to_owned(), ToString::to_string)
}

/// The action itself, with whom it waits for.
fn what(view: &View<'_>, action: &Action) -> Cell {
    let mut spans = vec![Span::raw(action.text.clone())];
    if let Some(code) = action.waits_for.as_ref().filter(|_| action.is_open()) {
        let text = view.with("waits-for", &[("partner", code.as_str().into())]);
        spans.push(Span::styled(format!("  {text}"), view.theme.dim()));
    }
    Cell::Text(Line::from(spans))
}

/// What is open and not late, the first that is due on top.
fn open(view: &View<'_>, page: &mut Page<Target>) {
    let today = view.today();
    let mut open: Vec<&Action> =
        view.session.actions.iter().filter(|action| action.is_open() && action.overdue_days(today).is_none()).collect();
    open.sort_by_key(|action| action.due.unwrap_or(NaiveDate::MAX));
    page.section(view.theme, view.with("open-heading", &[("count", open.len().into())]), Vec::new(), false);
    if open.is_empty() {
        return page.styled(view.t("nothing-open"), view.theme.dim());
    }
    let columns = Rc::new(Columns::close([
        Constraint::Length(9),
        Constraint::Length(5),
        Constraint::Fill(1),
        Constraint::Length(14),
    ]));
    for action in open {
        let due = match action.due {
            Some(due) => Cell::right(view.date(Some(due)), Style::new()),
            None => Cell::right(view.t("no-date-yet"), view.theme.warn()),
        };
        let cells = vec![
            Cell::text(action.id.to_string(), view.theme.dim()),
            Cell::text(owner(action), view.theme.strong()),
            what(view, action),
            due,
        ];
        page.cells(Some(Target::Record(action.id.clone())), &columns, cells);
    }
}

/// What was done or dropped, and still stands in this meeting.
fn done(view: &View<'_>, page: &mut Page<Target>) {
    let done: Vec<&Action> = view.session.actions.iter().filter(|action| !action.is_open()).collect();
    if done.is_empty() {
        return;
    }
    page.section(view.theme, view.with("done-heading", &[("count", done.len().into())]), Vec::new(), false);
    done.iter().for_each(|action| records::action(view, page, action));
}

/// Decisions and differences whose day to be looked at again has come.
fn to_review(view: &View<'_>, page: &mut Page<Target>) {
    let due = |day: Option<NaiveDate>| day.is_some_and(|day| day <= view.today());
    let session = view.session;
    let decisions: Vec<_> = session.decisions.iter().filter(|found| due(found.review_on)).collect();
    let open = |found: &&Difference| found.status != DifferenceStatus::Resolved && due(found.review_on);
    let differences: Vec<_> = session.differences.iter().filter(open).collect();
    if decisions.is_empty() && differences.is_empty() {
        return;
    }
    page.section(view.theme, view.t("to-review"), Vec::new(), false);
    decisions.iter().for_each(|found| records::decision(view, page, found));
    differences.iter().for_each(|found| records::difference_in_full(view, page, found));
}
