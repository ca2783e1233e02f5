//! One file per pane: from the meeting to a page, and the commands that hold on it.
//!
//! A new pane is a file and a line in [`PANES`].

pub mod adoption;
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
mod kpi_plot;
pub mod kpis;
pub mod opening;
pub mod positions;
pub mod records;
pub mod relation;
pub mod rows;
pub mod successes;

use crate::desk::command::Command;
use crate::desk::{Target, View};
use crate::model::agenda::Room;
use crate::model::statements::Statement;
use crate::text::words;
use crate::widgets::theme::Sign;
use crate::widgets::{Page, width};
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
pub static PANES: [&Pane; 11] = [
    &opening::PANE,
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
    warnings(view, room, &mut page);
    let mut body = (pane(room).view)(view);
    page.main.append(&mut body.main);
    page.side.append(&mut body.side);
    if room != Room::Closing {
        records::under_item(view, &mut page);
    }
    page
}

fn title(view: &View<'_>, room: Room, page: &mut Page<Target>) {
    let name = view.texts.term(room);
    let factor = room.factor().map(|factor| view.with("factor", &[("number", factor.into())]));
    let mut spans = vec![Span::styled(name, view.theme.heading())];
    spans.extend(factor.map(|factor| Span::styled(format!("  {factor}"), view.theme.dim())));
    if let Some(item) = view.item {
        let purpose = view.texts.term(item.purpose);
        spans.push(Span::styled(format!("  {purpose}"), view.theme.dim()));
        spans.extend(
            item.outcome
                .map(|outcome| Span::raw(format!("  {} {}", view.sign(Sign::Bullet), view.texts.term(outcome)))),
        );
    }
    page.push(None, spans, 0);
    if let Some(item) = view.item {
        page.push(Some(Target::Item(item.no.clone())), vec![Span::styled(item.title.clone(), view.theme.strong())], 0);
    }
}

/// The first of what is raised about this pane, and how many more there are.
fn warnings(view: &View<'_>, room: Room, page: &mut Page<Target>) {
    let mut here: Vec<&Statement> = view
        .statements()
        .iter()
        .filter(|found| found.claim.room() == room && found.counts(view.session))
        .filter(|found| !found.claim.row().in_place)
        .collect();
    // What is on the table now comes before what has been so for a while.
    here.sort_by_key(|found| found.claim.row().rank);
    let narrow = view.width < 90;
    let rows = if narrow { 1 } else { 3 };
    for (place, found) in here.iter().take(rows).enumerate() {
        let text = format!("{} {}", view.sign(Sign::Warning), words(view.texts, found));
        let rest = here.len() - rows.min(here.len());
        let more = if place + 1 == rows && rest > 0 {
            format!("  {}", view.with("warnings-more", &[("count", rest.into())]))
        } else {
            String::new()
        };
        // On a small screen two lines say it; z and Enter show it in full.
        let room = (2 * usize::from(view.width)).saturating_sub(10 + width(&more));
        let text = if narrow && width(&text) > room { view.theme.cut(&text, room) } else { text };
        let target = (place == 0).then_some(Target::Warnings);
        page.push(target, vec![Span::styled(format!("{text}{more}"), view.theme.warn())], 2);
    }
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
