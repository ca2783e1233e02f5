//! The agenda on the left: items with sign, number, title, factor and time.

use crate::desk::Desk;
use crate::desk::layout::put;
use crate::desk::meeting::{Meeting, Tab};
use crate::model::agenda::{AgendaItem, ItemOutcome, Room, TimeMark};
use crate::widgets::theme::Sign;
use crate::widgets::width;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

/// The place at row `y` of the agenda.
pub fn tab_at(meeting: &Meeting, area: Rect, y: u16) -> Option<Tab> {
    let rows = agenda_rows(meeting);
    let first = first_row(meeting, &rows, area.height);
    rows.into_iter().nth(first + usize::from(y.checked_sub(area.y)?)).flatten()
}

/// Rows of the agenda column: places, and empty rows between.
fn agenda_rows(meeting: &Meeting) -> Vec<Option<Tab>> {
    let tabs = meeting.tabs();
    let items = tabs.iter().take_while(|tab| matches!(tab, Tab::Item(_))).count();
    let mut rows: Vec<Option<Tab>> = tabs.into_iter().map(Some).collect();
    if rows.len() > items {
        rows.insert(items, None);
    }
    rows
}

fn first_row(meeting: &Meeting, rows: &[Option<Tab>], height: u16) -> usize {
    let here = rows.iter().position(|row| row.as_ref() == Some(&meeting.tab)).unwrap_or(0);
    let height = usize::from(height);
    if rows.len() <= height { 0 } else { here.saturating_sub(height / 2).min(rows.len() - height) }
}

/// Shows the agenda.
pub fn agenda(desk: &Desk, meeting: &Meeting, area: Rect, buf: &mut Buffer) {
    let rows = agenda_rows(meeting);
    let first = first_row(meeting, &rows, area.height);
    for (row, y) in rows.iter().skip(first).zip(area.y..area.bottom()) {
        let place = Rect { y, height: 1, ..area };
        match row {
            None => put(buf, place, &Line::styled(format!(" {}", desk.t("not-on-agenda")), desk.theme.dim())),
            Some(tab) => {
                let (text, style) = agenda_row(desk, meeting, tab, area.width.into());
                put(buf, place, &Line::styled(text, style));
                if *tab == meeting.tab {
                    buf.set_style(place, desk.theme.selected());
                }
            }
        }
    }
}

fn factor(room: Room) -> String {
    room.factor().map_or_else(String::new, |number| format!("({number})"))
}

fn agenda_row(desk: &Desk, meeting: &Meeting, tab: &Tab, columns: usize) -> (String, Style) {
    let theme = desk.theme;
    match tab {
        Tab::Room(room) => {
            let text = format!("     {} {}", desk.texts.term(*room), factor(*room));
            (theme.fit(&text, columns), theme.dim())
        }
        Tab::Item(no) => {
            let Some(item) = meeting.session.agenda.item(no) else { return (String::new(), Style::new()) };
            let (sign, style, time) = item_state(desk, meeting, item);
            let factor = factor(item.room);
            let head = format!(" {sign} {:<3}", theme.text(no.as_str()));
            let tail = format!(" {factor}{time:>6} ");
            let room = columns.saturating_sub(width(&head) + width(&tail));
            let title = theme.fit(&item.title, room);
            (format!("{head}{title}{tail}"), style)
        }
    }
}

/// Sign, style and time of an item: planned, or spent of planned with the marks at 70 and 100 %.
fn item_state(desk: &Desk, meeting: &Meeting, item: &AgendaItem) -> (&'static str, Style, String) {
    let theme = desk.theme;
    let agenda = &meeting.session.agenda;
    let seconds = meeting.running_seconds(desk.now(), desk.clock.gone());
    let spent = agenda.spent(item, seconds) / 60;
    let running = agenda.running.as_ref().is_some_and(|running| running.item == item.no);
    let mark = agenda.mark(item, seconds);
    let over = if mark == TimeMark::Over { "!" } else { "" };
    let time =
        if running || spent > 0 { format!("{spent}/{}{over}", item.minutes) } else { format!("{}", item.minutes) };
    match item.outcome {
        _ if running => {
            let style = match mark {
                TimeMark::Within => theme.good(),
                TimeMark::Nearly => theme.warn(),
                TimeMark::Over => theme.bad(),
            };
            (theme.sign(Sign::Running), style.patch(theme.strong()), time)
        }
        Some(ItemOutcome::Skipped | ItemOutcome::NotReached | ItemOutcome::Deferred) => {
            (theme.sign(Sign::Skipped), theme.dim(), time)
        }
        Some(
            ItemOutcome::Decided
            | ItemOutcome::Discussed
            | ItemOutcome::Explored
            | ItemOutcome::Noted
            | ItemOutcome::Returned,
        ) => (theme.sign(Sign::Done), theme.dim(), time),
        None => (theme.sign(Sign::Todo), Style::new(), time),
    }
}
