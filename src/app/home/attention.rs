//! What needs attention: the seven signals of a stall as tiles, then what matters most, each with what it is about and the
//! item where the meeting looks into it.

use super::Row;
use super::today::{gone, wrong};
use crate::app::App;
use crate::desk::stall;
use crate::model::Session;
use crate::model::session::State;
use crate::model::statements::Rank;
use crate::model::statements::stall::Verdict;
use crate::text::words;
use crate::widgets::theme::Sign;
use crate::widgets::{Cell, Columns, Drawn, EmptyState, Page, Role, Why, tiles, width};
use ratatui::layout::Constraint;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::rc::Rc;

/// Statements that are shown, and on a very high screen; the others are counted.
const SHOWN: usize = 4;
const SHOWN_HIGH: usize = 9;
/// Columns for what a statement is about.
const ABOUT: usize = 10;
/// From so many rows on tiles have a row more and statements are whole, and from so many on there is room for more of them.
const HIGH: u16 = 36;
const VERY_HIGH: u16 = 54;

/// Everything that asks for something.
pub fn attention(app: &App, page: &mut Page<Row>) {
    let Some(session) = &app.home.chain.newest else { return };
    let tiles = stall::tiles(&app.desk.texts, session, app.desk.clock.today());
    let raised = stall::raised(&tiles);
    let verdict = app.desk.texts.term(Verdict::of(raised));
    let args = [("raised", raised.into()), ("all", tiles.len().into()), ("verdict", verdict.into())];
    let key = Span::styled("!", app.desk.theme.key());
    let right = vec![key, Span::styled(format!(" {}", app.desk.t("home-all-signals")), app.desk.theme.dim())];
    let is_known = tiles.iter().any(|tile| tile.raised.is_some());
    let heading = if is_known { app.desk.with("home-stall", &args) } else { app.desk.t("home-stall-unknown") };
    page.section(app.desk.theme, heading, right, false);
    page.blank();
    seven(app, tiles, page);
    page.blank();
    let files = files(app, session, page);
    if app.home.raised.is_empty() && raised == 0 && !files {
        let says = app.desk.t("home-all-well");
        page.nothing(app.desk.theme, EmptyState { why: Why::InOrder, says, next: Vec::new() });
    }
    let most = if app.desk.size.1 < VERY_HIGH { SHOWN } else { SHOWN_HIGH };
    // Two statements about one thing are one row.
    let mut shown: Vec<(usize, String)> = Vec::new();
    for (place, statement) in app.home.raised.iter().enumerate() {
        let about = statement.grounds().first().map(ToString::to_string);
        let about = about.unwrap_or_else(|| app.desk.texts.term(statement.claim.room()));
        if shown.len() < most && shown.iter().all(|(_, known)| *known != about) {
            shown.push((place, about));
        }
    }
    for (number, (place, about)) in shown.iter().enumerate() {
        claim(app, session, (number + 1, *place, about), page);
    }
    let more = app.home.raised.len() - shown.len();
    if more > 0 {
        page.styled(app.desk.with("home-more", &[("count", more.into())]), app.desk.theme.dim());
    }
}

fn seven(app: &App, seven: Vec<tiles::Tile>, page: &mut Page<Row>) {
    let (theme, is_high) = (app.desk.theme, app.desk.size.1 >= HIGH);
    let said = seven.iter().map(tiles::Tile::said).collect::<Vec<_>>().join(" · ");
    let rows = if is_high { tiles::ROWS.1 } else { tiles::ROWS.0 };
    let draw = Rc::new(move |area, buf: &mut _| tiles::draw(&seven, area, buf, theme, None));
    page.drawn(Some(Row::Stall), Drawn { least: rows, most: rows, step: 1, draw, said: vec![said] });
}

/// What is the matter with files: an adopted report that changed, versions beside a meeting, choices, a file that is gone.
/// Whether there is any.
fn files(app: &App, session: &Session, page: &mut Page<Row>) -> bool {
    let is_gone = session.state != State::Closed && app.home.chain.gone.is_some();
    if is_gone {
        gone(app, page);
    }
    let mut altered = app.home.chain.meetings.iter().rev().filter(|row| row.altered);
    let newest = altered.next();
    if let Some(row) = newest {
        let text = app.desk.with("home-altered", &[("number", row.number.into()), ("others", altered.count().into())]);
        page.push(Some(Row::Altered(row.number)), wrong(app, text), 2);
    }
    let copies = &app.home.chain.copies;
    if let Some((number, _)) = copies.last() {
        let text = app.desk.with("home-copies", &[("number", (*number).into()), ("count", copies.len().into())]);
        page.push(Some(Row::Copies(*number)), watch(app, text), 2);
    }
    let open = !session.conflicts.is_empty();
    if open {
        let args = [("number", session.number.into()), ("count", session.conflicts.len().into())];
        page.push(Some(Row::Choices(session.number)), watch(app, app.desk.with("home-choices", &args)), 2);
    }
    is_gone || newest.is_some() || !copies.is_empty() || open
}

fn watch(app: &App, text: String) -> Vec<Span<'static>> {
    let theme = app.desk.theme;
    vec![
        Span::styled(format!("{} ", theme.sign(Sign::Amber)), theme.mark(Role::Amber)),
        Span::styled(text, theme.warn()),
    ]
}

/// Its number, its sign, what it is about, what is stated, and the item of the agenda; in one line where rows are scarce.
fn claim(app: &App, session: &Session, (number, place, about): (usize, usize, &str), page: &mut Page<Row>) {
    let theme = app.desk.theme;
    let Some(statement) = app.home.raised.get(place) else { return };
    let row = statement.claim.row();
    let (sign, role) = if row.rank == Rank::Now { (Sign::Red, Role::Red) } else { (Sign::Amber, Role::Amber) };
    let item = session.agenda.items.iter().find(|item| item.room == row.room);
    let item = item.map(|item| app.desk.with("home-item", &[("number", item.no.as_str().into())])).unwrap_or_default();
    let number = Span::styled(format!("{number} "), theme.dim());
    let mark = Span::styled(format!("{} ", theme.sign(sign)), theme.mark(role));
    let target = Some(Row::Statement(place));
    let text = words(&app.desk.texts, statement);
    if app.desk.size.1 < HIGH {
        let widths = [Constraint::Length(13), Constraint::Fill(1), Constraint::Length(8)];
        let about = Span::styled(about.to_owned(), theme.strong());
        let cells = vec![
            Cell::Text(Line::from(vec![number, mark, about])),
            Cell::text(text, Style::new()),
            Cell::right(item, theme.dim()),
        ];
        return page.cells(target, &Rc::new(Columns::close(widths)), cells);
    }
    let about = theme.cut(about, ABOUT - 1);
    let filled = " ".repeat(ABOUT.saturating_sub(width(&about)));
    let about = Span::styled(format!("{about}{filled}"), theme.strong());
    let spans = vec![number, mark, about, Span::raw(text), Span::styled(format!("   {item}"), theme.dim())];
    page.push(target, spans, 4 + ABOUT);
}
