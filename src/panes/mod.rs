//! One file per pane: from the meeting to a page, and the commands that hold on it.
//!
//! A new pane is a file and a line in [`PANES`].

pub mod actions;
pub mod adoption;
pub mod agenda;
pub mod ambition;
pub mod balance;
mod balance_plot;
mod chain_map;
pub mod closing;
pub mod covenant;
pub mod details;
pub mod differences;
mod events;
pub mod governance;
mod identity;
mod item;
mod kpi_pace;
mod kpi_plot;
mod kpi_table;
pub mod kpis;
pub mod opening;
pub mod positions;
mod quadrants;
pub mod records;
pub mod relation;
pub mod report;
pub mod rows;
pub mod successes;

use crate::desk::command::Command;
use crate::desk::{Target, View};
use crate::model::agenda::Room;
use crate::model::statements::{Rank, Statement};
use crate::text::words;
use crate::widgets::theme::Sign;
use crate::widgets::{Page, WIDE};
use ratatui::text::{Line, Span};

/// A pane.
pub struct Pane {
    /// The room it shows.
    pub room: Room,
    /// The message with its name, for help.
    pub heading: &'static str,
    /// What it shows.
    pub view: fn(&View<'_>) -> Page<Target>,
    /// The commands that hold on it.
    pub commands: &'static [Command],
}

/// Every pane, in the order of the rooms.
pub static PANES: [&Pane; 14] = [
    &opening::PANE,
    &agenda::PANE,
    &report::PANE,
    &actions::PANE,
    &successes::PANE,
    &ambition::PANE,
    &kpis::PANE,
    &governance::PANE,
    &differences::PANE,
    &balance::PANE,
    &relation::PANE,
    &identity::PANE,
    &closing::PANE,
    &item::PANE,
];

/// The pane of a room; a room without one is shown as a free item.
pub fn pane(room: Room) -> &'static Pane {
    PANES.into_iter().find(|pane| pane.room == room).unwrap_or(&item::PANE)
}

/// The page of a room: its heading, what the pane shows, and what is on record under the item.
pub fn page(view: &View<'_>, room: Room) -> Page<Target> {
    let mut page = Page::default();
    title(view, room, &mut page);
    page.append((pane(room).view)(view));
    page.under();
    records::under_item(view, &mut page);
    page
}

/// Columns that the strip of warnings gets at most, of a hundred.
const STRIP: usize = 45;

/// What is on the table, and at the end of the line what is raised about it.
fn title(view: &View<'_>, room: Room, page: &mut Page<Target>) {
    let theme = view.theme;
    let mut left = Vec::new();
    let mut said = Vec::new();
    match view.item {
        Some(item) => {
            left.push(Span::styled(format!("{} ", item.no), theme.key()));
            left.push(Span::styled(item.title.clone(), theme.strong()));
            said.push(view.texts.term(room));
            said.push(view.texts.term(item.purpose));
            said.extend(item.outcome.map(|outcome| view.texts.term(outcome)));
        }
        None => left.push(Span::styled(view.texts.term(room), theme.key())),
    }
    said.extend(room.factor().map(|factor| view.with("factor", &[("number", factor.into())])));
    if view.width >= WIDE {
        left.push(Span::styled(format!("  {}", said.join(" · ")), theme.dim()));
    }
    // On the page of the agenda the item stands in the list.
    let target = view.item.filter(|_| room != Room::Agenda).map(|item| Target::Item(item.no.clone()));
    page.ends(target, left, warnings(view, room));
    page.blank();
}

/// How much is raised about this pane, about what, and the key that says it in full.
fn warnings(view: &View<'_>, room: Room) -> Vec<Span<'static>> {
    let mut here: Vec<&Statement> =
        view.statements().iter().filter(|found| found.claim.room() == room && found.counts(view.session)).collect();
    // What is on the table now comes before what has been so for a while; what is only worth knowing is behind the key.
    here.retain(|found| found.claim.row().rank != Rank::Background);
    here.sort_by_key(|found| found.claim.row().rank);
    if here.is_empty() {
        return Vec::new();
    }
    let mut names: Vec<String> = Vec::new();
    for found in &here {
        let own = found.grounds().into_iter().take(2).map(|ground| ground.to_string());
        names.extend(own.filter(|name| !names.contains(name)).collect::<Vec<_>>());
    }
    let head = format!("{} {}", view.sign(Sign::Warning), here.len());
    let text = match &names[..] {
        // About nobody and nothing by name: what it says itself.
        [] => here.first().map_or(head.clone(), |found| format!("{head}: {}", words(view.texts, found))),
        names => format!("{head}: {}", names.join(", ")),
    };
    let text = view.theme.cut(&text, usize::from(view.width) * STRIP / 100);
    vec![Span::styled(format!("{text} "), view.theme.warn()), Span::styled("z", view.theme.key())]
}

/// The logo of the chain: as a picture, as text art, or by the name of its file.
fn logo(view: &View<'_>, page: &mut Page<Target>) {
    let identity = &view.session.identity;
    let logo = view.logo;
    if let Some(picture) = &logo.picture {
        page.pixels(picture.clone());
    } else if let Some(trouble) = logo.trouble {
        page.styled(view.with(trouble.id(), &[("file", logo.file.as_str().into())]), view.theme.dim());
    } else if !logo.lines.is_empty() {
        let style = view.theme.own(&identity.colour);
        let art = |line: &String| Line::from(Span::styled(view.theme.text(line), style));
        page.picture(None, logo.lines.iter().map(art).collect());
    }
}
