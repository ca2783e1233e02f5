//! Relation: temperature as means only, and being together (factor 5, domain §6.2).

use super::{Pane, Target, View, cell};
use crate::model::agenda::Room;
use crate::text::notation;
use crate::widgets::{Page, plot};
use ratatui::text::Span;

/// This pane.
pub static PANE: Pane = Pane { room: Room::Relation, heading: "room-relation", view, commands: &[] };

fn view(view: &View<'_>) -> Page<Target> {
    let mut page = Page::default();
    let relation = &view.session.relation;
    page.heading(view.theme, view.t("temperature"));
    if relation.temperatures.is_empty() {
        page.styled(view.t("temperature-empty"), view.theme.warn());
    }
    for round in &relation.temperatures {
        let bar = plot::bar(view.theme, round.mean().unwrap_or(0.0), 10.0, 20);
        let text = view
            .with("temperature-row", &[("number", round.session.into()), ("mean", view.number(round.mean()).into())]);
        page.push(None, vec![Span::raw(format!("{bar} {text}"))], 2);
    }
    page.heading(view.theme, view.t("cafes"));
    if relation.cafes.is_empty() {
        page.styled(view.t("cafes-empty"), view.theme.dim());
    }
    for cafe in relation.cafes.iter().rev().take(13).rev() {
        let date = notation::date_short(cafe.date, view.lang());
        let key = if cafe.people == 0 { "cafe-cancelled" } else { "cafe-row" };
        let text = view.with(key, &[("people", cafe.people.into()), ("partners", cafe.partners.into())]);
        let bar = plot::bar(view.theme, f64::from(cafe.partners), view.session.partners.len() as f64, 7);
        page.push(None, vec![Span::raw(format!("{} {bar} {text}", cell(&date, 11)))], 2);
    }
    page
}
