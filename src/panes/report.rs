//! The report of the meeting before: where it stands, what is corrected in it, and its text (domain §2.1).

use super::{Pane, adoption};
use crate::desk::command::{Command, Key};
use crate::desk::opening::seal_words;
use crate::desk::{Target, View};
use crate::documents::{Part, plain, report};
use crate::model::agenda::Room;
use crate::widgets::theme::Sign;
use crate::widgets::{Cell, Columns, Page, width};
use ratatui::layout::Constraint;
use ratatui::style::Style;
use ratatui::text::Span;
use std::rc::Rc;

/// This pane.
pub static PANE: Pane = Pane { room: Room::Report, heading: "room-report", view, commands: &COMMANDS };

static COMMANDS: [Command; 2] = [
    Command::writes("cmd-adopt", &[Key::Char('g')], adoption::adopt),
    Command::writes("cmd-correction", &[Key::Char('c')], adoption::correction),
];

fn view(view: &View<'_>) -> Page<Target> {
    let mut page = Page::default();
    page.push(Some(Target::Previous), adoption::standing(view), 2);
    if let Some(Ok(previous)) = view.previous
        && let Some(words) = seal_words(view.texts, previous.seal, previous.revision)
    {
        view.warning(&mut page, words);
    }
    corrections(view, &mut page);
    text_of(view, &mut page);
    page
}

/// What the group wants to read otherwise.
fn corrections(view: &View<'_>, page: &mut Page<Target>) {
    let Some(adoption) = &view.session.adopts else { return };
    page.styled(format!("SHA-256 {}…", adoption.sha256.get(..16).unwrap_or_default()), view.theme.dim());
    let count = adoption.corrections.len();
    page.section(view.theme, view.with("corrections-heading", &[("count", count.into())]), Vec::new(), false);
    if count == 0 {
        page.styled(view.t("corrections-none"), view.theme.dim());
    }
    for correction in &adoption.corrections {
        page.push(None, vec![Span::raw(format!("{} {correction}", view.sign(Sign::Bullet)))], 2);
    }
}

/// The text itself, as it is adopted.
fn text_of(view: &View<'_>, page: &mut Page<Target>) {
    let Some(Ok(previous)) = view.previous else { return };
    let parts = report::report(&previous.held, previous.date, &[], view.texts);
    page.section(view.theme, view.t("report-text"), Vec::new(), true);
    for part in &parts {
        match part {
            Part::Title(text) | Part::Heading(text) => {
                page.blank();
                page.styled(text.clone(), view.theme.heading());
            }
            Part::Table(rows) => table(view, page, rows),
            Part::Text(_) | Part::List(_) | Part::Quote(_) | Part::Art(_) | Part::Picture { .. } => {
                let lines = plain::lines(std::slice::from_ref(part), view.sign(Sign::Bullet));
                lines.into_iter().for_each(|line| page.push(None, vec![Span::raw(line.text)], 2));
            }
        }
    }
}

/// A table as wide as the page, its columns by what stands in them.
fn table(view: &View<'_>, page: &mut Page<Target>, rows: &[Vec<String>]) {
    let many = rows.iter().map(Vec::len).max().unwrap_or(0);
    let longest =
        |place: usize| rows.iter().filter_map(|row| row.get(place)).map(|text| width(text)).max().unwrap_or(0);
    let share = |place: usize| Constraint::Fill(u16::try_from(longest(place).clamp(1, 60)).unwrap_or(60));
    let columns = Rc::new(Columns::of((0..many).map(share)));
    for (row, place) in rows.iter().zip(0..) {
        let style = if place == 0 { view.theme.dim() } else { Style::new() };
        page.cells(None, &columns, row.iter().map(|text| Cell::text(text.clone(), style)).collect());
    }
}
