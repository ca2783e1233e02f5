//! What home shows, row by row.

use super::attention::attention;
use super::meetings::meetings;
use super::today::today;
use super::{Row, aside, states};
use crate::app::App;
use crate::model::session::State;
use crate::text::notation;
use crate::widgets::theme::Sign;
use crate::widgets::{Cell, Columns, Page, Role};
use ratatui::layout::Constraint;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::rc::Rc;

/// From so many columns on who the group is stands beside what asks for something.
const BESIDE: u16 = 120;

/// A part of the page.
type Block<'a> = &'a dyn Fn(&mut Page<Row>);

/// Columns for what asks for something.
pub(super) fn room(app: &App) -> u16 {
    match app.desk.size.0 {
        wide @ BESIDE.. => (wide - 3) / 3 * 2,
        narrow => narrow,
    }
}

/// The page of home.
pub fn page(app: &App) -> Page<Row> {
    let mut page = Page::default();
    if app.home.over_chains {
        chains(app, &mut page);
        return page;
    }
    if states::is_bare(app) {
        return states::page(app);
    }
    let Some(session) = &app.home.chain.newest else {
        meetings(app, &mut page);
        return page;
    };
    // What asks for something comes first; who the group is stands beside it, or after it where there is no room.
    let is_wide = app.desk.size.0 >= BESIDE;
    let blocks: [Block<'_>; 3] =
        [&|page| today(app, session, page), &|page| attention(app, page), &|page| meetings(app, page)];
    let beside: [Block<'_>; 3] =
        [&|page| aside::face(app, session, page), &|page| aside::factors(app, session, page), &|page| {
            aside::dates(app, session, page);
            aside::documents(app, page);
        }];
    if !is_wide {
        for block in blocks.into_iter().chain(beside) {
            block(&mut page);
            page.blank();
        }
        return page;
    }
    page.uneven();
    for (place, (left, right)) in blocks.into_iter().zip(beside).enumerate() {
        if place > 0 {
            page.under();
            page.blank();
        }
        left(&mut page);
        page.beside();
        if place > 0 {
            page.blank();
        }
        right(&mut page);
    }
    page
}

pub(super) fn date(app: &App, date: chrono::NaiveDate) -> String {
    notation::date_short(date, app.desk.texts.lang)
}

/// Several chains side by side.
fn chains(app: &App, page: &mut Page<Row>) {
    let theme = app.desk.theme;
    let short = app.desk.size.0 < 76;
    let figures = if short { 1 } else { 3 };
    let widths = [Constraint::Fill(1), Constraint::Length(13), Constraint::Length(11)];
    let counts = [6, 11, 5].map(Constraint::Length);
    let columns = Rc::new(Columns::of(widths.into_iter().chain(counts.into_iter().rev().take(figures).rev())));
    let heads = ["col-chain", "col-next", "col-last"].map(|id| Cell::text(app.desk.t(id), theme.dim()));
    let counted = ["col-meetings", "col-actions", "col-late"].map(|id| Cell::right(app.desk.t(id), theme.dim()));
    let last = |cells: [Cell; 3]| cells.into_iter().skip(3 - figures).collect::<Vec<_>>();
    page.section(theme, app.desk.t("home-chains"), Vec::new(), true);
    page.cells(None, &columns, heads.into_iter().chain(last(counted)).collect());
    for (place, chain) in app.home.chains.iter().enumerate() {
        let name = if chain.name.is_empty() {
            chain.folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
        } else {
            chain.name.clone()
        };
        let mut name = vec![Span::styled(name, theme.strong())];
        if chain.unreadable > 0 {
            let text = app.desk.with("home-unreadable", &[("count", chain.unreadable.into())]);
            name.insert(0, Span::styled(format!("{} ", theme.sign(Sign::Red)), theme.mark(Role::Red)));
            name.push(Span::styled(format!("  {text}"), theme.bad()));
        }
        let next = match chain.next {
            None => vec![Span::styled(app.desk.t("none"), theme.dim())],
            Some((day, state)) => {
                let passed = date_passed(app, day, state);
                let mark = match state {
                    State::Live => Some((Sign::Running, Role::Accent)),
                    State::Planned | State::Closed => passed.then_some((Sign::Amber, Role::Amber)),
                };
                let mark = mark.map(|(sign, role)| Span::styled(format!(" {}", theme.sign(sign)), theme.mark(role)));
                std::iter::once(Span::raw(date(app, day))).chain(mark).collect()
            }
        };
        let held = chain.last.map_or_else(|| app.desk.t("none"), |day| date(app, day));
        let late = if chain.late > 0 { theme.warn() } else { theme.dim() };
        let counts = [(chain.meetings, Style::new()), (chain.open, Style::new()), (chain.late, late)];
        let counts = counts.map(|(count, style)| Cell::right(count.to_string(), style));
        let words = [Cell::Text(Line::from(name)), Cell::Text(Line::from(next)), Cell::text(held, Style::new())];
        page.cells(Some(Row::Chain(place)), &columns, words.into_iter().chain(last(counts)).collect());
    }
}

/// Somebody forgot to move the day of a planned meeting; a live one may well go on past midnight.
pub(super) fn date_passed(app: &App, day: chrono::NaiveDate, state: State) -> bool {
    state != State::Live && day < app.desk.clock.today()
}
