//! The meetings of the chain as a table, newest first, a window of them at a time.

use super::page::{date, room};
use super::{Row, WINDOW};
use crate::app::App;
use crate::app::home::today::wrong;
use crate::index::MeetingRow;
use crate::model::history::compare::Standings;
use crate::model::session::State;
use crate::text::notation;
use crate::widgets::theme::Sign;
use crate::widgets::{Cell, Columns, Page, Role};
use ratatui::layout::Constraint;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::rc::Rc;

/// From so many columns on all figures stand in the table, and from how many on under their full names.
const ALL: u16 = 76;
const FULL: u16 = 92;

/// The table.
pub fn meetings(app: &App, page: &mut Page<Row>) {
    let all = &app.home.chain.meetings;
    if all.is_empty() {
        return;
    }
    let theme = app.desk.theme;
    page.section(theme, app.desk.with("home-meetings", &[("count", all.len().into())]), Vec::new(), false);
    let room = room(app);
    let columns = Rc::new(columns(room));
    let figures: &[&str] = match room {
        0..ALL => &["col-decisions", "home-col-actions"],
        ALL..FULL => &["col-decisions", "home-col-actions", "col-differences", "home-col-outcome", "home-col-warmth"],
        FULL.. => {
            &["col-decisions", "home-col-actions", "col-differences", "home-col-outcomes", "home-col-temperature"]
        }
    };
    let heads = ["col-number", "col-date", "col-state"].map(|id| Cell::text(app.desk.t(id), theme.dim()));
    let figures = figures.iter().map(|id| Cell::right(app.desk.t(id), theme.dim()));
    page.cells(None, &columns, heads.into_iter().chain(figures).collect());
    let passed = app.home.passed.min(all.len().saturating_sub(1));
    let more = |page: &mut Page<Row>, row, id| page.push(Some(row), vec![Span::styled(app.desk.t(id), theme.dim())], 2);
    if passed > 0 {
        more(page, Row::Newer, "home-newer");
    }
    for row in all.iter().rev().skip(passed).take(WINDOW) {
        meeting(app, row, &columns, page);
    }
    if all.len() > passed + WINDOW {
        more(page, Row::Older, "home-older");
    }
}

/// Number, date, state, and figures at their right.
fn columns(width: u16) -> Columns {
    let figures: &[u16] = match width {
        0..ALL => &[9, 7],
        ALL..FULL => &[9, 7, 11, 8, 6],
        FULL.. => &[9, 7, 11, 12, 11],
    };
    let words = [Constraint::Length(3), Constraint::Length(11), Constraint::Fill(1)];
    let all = words.into_iter().chain(figures.iter().map(|wide| Constraint::Length(*wide)));
    if (ALL..FULL).contains(&width) { Columns::close(all) } else { Columns::of(all) }
}

fn meeting(app: &App, row: &MeetingRow, columns: &Rc<Columns>, page: &mut Page<Row>) {
    let theme = app.desk.theme;
    let target = Some(Row::Meeting(row.file.clone()));
    if let Some(reason) = &row.trouble {
        return page.push(target, wrong(app, format!("{}  {}", row.file, app.desk.reason(reason))), 4);
    }
    let Some((day, state)) = row.held else { return };
    let (mark, word) = match row.adopted {
        true if row.altered => (Some((Sign::Red, Role::Red)), app.desk.t("state-altered-short")),
        true => (None, app.desk.t("state-adopted")),
        false if state == State::Live => (Some((Sign::Running, Role::Accent)), app.desk.texts.term(state)),
        false => (None, app.desk.texts.term(state)),
    };
    let style = if row.altered { theme.bad() } else { Style::new() };
    let mark = mark.map(|(sign, role)| Span::styled(format!("{} ", theme.sign(sign)), theme.mark(role)));
    let word = Line::from(mark.into_iter().chain([Span::styled(word, style)]).collect::<Vec<_>>());
    let mut cells = vec![
        Cell::text(row.number.to_string(), theme.strong()),
        Cell::text(date(app, day), Style::new()),
        Cell::Text(word),
    ];
    let figures = row.standings.as_ref().map_or_else(Vec::new, |found| figures(app, found, state));
    let shown = if room(app) < ALL { 2 } else { 5 };
    cells.extend(figures.into_iter().take(shown).map(|text| Cell::right(text, Style::new())));
    page.cells(target, columns, cells);
}

/// Decisions, open actions, differences, items with an outcome, temperature: the last two of a meeting that was held.
fn figures(app: &App, found: &Standings, state: State) -> Vec<String> {
    let lang = app.desk.texts.lang;
    let held = state == State::Closed;
    // Counts of items: far below 2^52.
    let share = || found.outcomes.part as f64 / found.outcomes.whole as f64 * 100.0;
    let outcome = (held && found.outcomes.whole > 0).then(|| notation::percent(share(), 0, lang));
    let warmth = found.mean_tie.filter(|_| held && found.temperature_here);
    vec![
        found.decisions.to_string(),
        found.open_actions.to_string(),
        (found.open_differences + found.agreed_to_disagree).to_string(),
        outcome.unwrap_or_default(),
        warmth.map(|mean| notation::decimal(mean, 1, lang)).unwrap_or_default(),
    ]
}
