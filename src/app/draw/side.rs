//! What stands beside the pane where there is room for it: the agenda with its times, who is at the table, what was recorded
//! today, and what comes next.

use crate::desk::Desk;
use crate::desk::layout::side_area;
use crate::desk::meeting::{Meeting, Tab};
use crate::model::agenda::{AgendaItem, ItemOutcome, TimeMark};
use crate::model::attendance::{Presence, Table};
use crate::model::decision::speaks;
use crate::model::session::State;
use crate::model::{RecordId, Session};
use crate::text::notation;
use crate::widgets::theme::Sign;
use crate::widgets::{Cell, Columns, Page, Role, Sheet};
use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::rc::Rc;

/// Records of today that are named.
const RECORDED: usize = 6;
/// Minutes over its time from which on an item that is done says so.
const OVERRUN: u32 = 3;

/// The place at a row of it.
pub fn tab_at(desk: &Desk, meeting: &Meeting, at: (u16, u16)) -> Option<Tab> {
    sheet(desk, meeting).target_at(side_area(desk.size), Some(&meeting.tab), 0, at)
}

/// Shows it.
pub fn side(desk: &Desk, meeting: &Meeting, buf: &mut Buffer) {
    sheet(desk, meeting).render(side_area(desk.size), buf, Some(&meeting.tab), 0);
}

fn sheet(desk: &Desk, meeting: &Meeting) -> Sheet<Tab> {
    let area = side_area(desk.size);
    let mut page = Page::default();
    agenda(desk, meeting, &mut page);
    if area.height >= 30 {
        table(desk, &meeting.session, &mut page);
        recorded(desk, &meeting.session, &mut page);
        next(desk, meeting, &mut page);
    }
    page.laid_out((area.width, area.height), desk.theme)
}

fn agenda(desk: &Desk, meeting: &Meeting, page: &mut Page<Tab>) {
    page.section(desk.theme, desk.t("side-agenda"), Vec::new(), false);
    let columns = Rc::new(Columns::close([Constraint::Length(5), Constraint::Fill(1), Constraint::Length(7)]));
    let tabs = meeting.tabs();
    for tab in &tabs {
        if let Tab::Item(no) = tab
            && let Some(item) = meeting.session.agenda.item(no)
        {
            page.cells(Some(tab.clone()), &columns, agenda_row(desk, meeting, item));
        }
    }
    let rooms: Vec<&Tab> = tabs.iter().filter(|tab| matches!(tab, Tab::Room(_))).collect();
    if !rooms.is_empty() {
        page.styled(desk.t("not-on-agenda"), desk.theme.dim());
    }
    for tab in rooms {
        if let Tab::Room(room) = tab {
            let name = Span::styled(desk.texts.term(*room), desk.theme.dim());
            let cells = vec![Cell::empty(), Cell::Text(Line::from(name)), Cell::empty()];
            page.cells(Some(tab.clone()), &columns, cells);
        }
    }
}

/// Sign and number, title, and time: planned, over, or what the item that runs still has.
fn agenda_row(desk: &Desk, meeting: &Meeting, item: &AgendaItem) -> Vec<Cell> {
    let theme = desk.theme;
    let agenda = &meeting.session.agenda;
    let seconds = meeting.running_seconds(desk.now(), desk.clock.gone());
    let runs = agenda.running.as_ref().is_some_and(|running| running.item == item.no);
    let spent = agenda.spent(item, seconds);
    let minutes = item.minutes.to_string();
    let (sign, role, style) = match item.outcome {
        _ if runs => (Sign::Running, Role::Accent, theme.strong()),
        Some(ItemOutcome::Skipped | ItemOutcome::NotReached | ItemOutcome::Deferred) => {
            (Sign::Skipped, Role::Plain, theme.dim())
        }
        Some(
            ItemOutcome::Decided
            | ItemOutcome::Discussed
            | ItemOutcome::Explored
            | ItemOutcome::Noted
            | ItemOutcome::Returned,
        ) => (Sign::Done, Role::Green, theme.dim()),
        None => (Sign::Todo, Role::Plain, Style::new()),
    };
    let mut time = Vec::new();
    if runs {
        let planned = item.minutes.saturating_mul(60);
        let (left, style) = match agenda.mark(item, seconds) {
            TimeMark::Over => (format!("+{}", notation::clock((spent - planned.min(spent)).into())), theme.bad()),
            TimeMark::Nearly => (notation::clock((planned - spent.min(planned)).into()), theme.warn()),
            TimeMark::Within => (notation::clock((planned - spent.min(planned)).into()), theme.strong()),
        };
        time.push(Span::styled(left, style));
    } else {
        let over = (spent / 60).saturating_sub(item.minutes);
        if item.outcome.is_some() && over >= OVERRUN {
            time.push(Span::styled(format!("+{over} "), theme.warn()));
        }
        time.push(Span::styled(format!("{minutes:>3}"), theme.dim()));
    }
    vec![
        Cell::Text(Line::from(vec![
            Span::styled(theme.sign(sign), theme.mark(role)),
            Span::styled(format!(" {}", item.no), style),
        ])),
        Cell::text(item.title.clone(), style),
        Cell::Text(Line::from(time).right_aligned()),
    ]
}

/// Who is at the table, and who of them may decide.
fn table(desk: &Desk, session: &Session, page: &mut Page<Tab>) {
    if session.state == State::Closed {
        return;
    }
    let found = Table::of(&session.attendance);
    let mandated = found.present.saturating_sub(u32::try_from(found.without_mandate.len()).unwrap_or(0));
    let args = [("present", found.present.into()), ("mandated", mandated.into())];
    page.section(desk.theme, desk.with("side-table", &args), Vec::new(), false);
    let columns = Rc::new(Columns::close([Constraint::Length(5), Constraint::Fill(1), Constraint::Length(8)]));
    let theme = desk.theme;
    for partner in session.partners.iter() {
        let presence = speaks(&session.attendance, &partner.code);
        let person = presence.person(partner).unwrap_or(&partner.member);
        let (sign, role, word) = match presence {
            Presence::Member | Presence::DeputyWithMandate => (Sign::Green, Role::Green, None),
            Presence::DeputyWithoutMandate => (Sign::Amber, Role::Amber, Some("side-no-mandate")),
            Presence::AbsentWithNotice | Presence::Absent => (Sign::Skipped, Role::Plain, Some("side-absent")),
            Presence::Unknown => (Sign::Todo, Role::Plain, None),
        };
        let mut state = vec![Span::styled(theme.sign(sign), theme.mark(role))];
        state.extend(word.map(|word| Span::styled(format!(" {}", desk.t(word)), theme.word(role))));
        page.cells(
            None,
            &columns,
            vec![
                Cell::text(partner.code.to_string(), theme.strong()),
                Cell::text(person.name.clone(), Style::new()),
                Cell::Text(Line::from(state)),
            ],
        );
    }
}

/// What was put on record in this meeting, the last one first.
fn recorded(desk: &Desk, session: &Session, page: &mut Page<Tab>) {
    let mut all: Vec<(&RecordId, &str)> = Vec::new();
    let number = session.number;
    all.extend(session.decisions.iter().filter(|found| found.session == number).map(|found| (&found.id, &*found.text)));
    all.extend(
        session.differences.iter().filter(|found| found.session == number).map(|found| (&found.id, &*found.text)),
    );
    all.extend(session.actions.iter().filter(|found| found.session == number).map(|found| (&found.id, &*found.text)));
    all.extend(session.notes.iter().filter(|found| found.session == number).map(|found| (&found.id, &*found.text)));
    if all.is_empty() {
        return;
    }
    page.section(desk.theme, desk.with("side-recorded", &[("count", all.len().into())]), Vec::new(), false);
    let columns = Rc::new(Columns::close([Constraint::Length(8), Constraint::Fill(1)]));
    for (id, text) in all.into_iter().rev().take(RECORDED) {
        let cells = vec![Cell::text(id.to_string(), desk.theme.key()), Cell::text(text.to_owned(), desk.theme.dim())];
        page.cells(None, &columns, cells);
    }
}

/// The item after the one that runs.
fn next(desk: &Desk, meeting: &Meeting, page: &mut Page<Tab>) {
    let agenda = &meeting.session.agenda;
    let Some(running) = &agenda.running else { return };
    let Some(item) = agenda.next_open(&running.item).filter(|item| item.no != running.item) else { return };
    page.section(desk.theme, desk.t("side-next"), Vec::new(), false);
    let minutes = desk.with("side-minutes", &[("minutes", item.minutes.into())]);
    page.push(
        Some(Tab::Item(item.no.clone())),
        vec![
            Span::styled(format!("{} ", item.no), desk.theme.key()),
            Span::styled(item.title.clone(), desk.theme.strong()),
            Span::styled(format!(", {minutes}"), desk.theme.dim()),
        ],
        2,
    );
}
