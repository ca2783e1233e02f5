//! Identity: the face of the collaboration, and what is still missing (factor 8, domain §1i).

use super::{Pane, Target, View, cell};
use crate::model::agenda::Room;
use crate::model::look_back::held;
use crate::widgets::Page;
use crate::widgets::theme::Sign;
use ratatui::text::Span;

/// This pane.
pub static PANE: Pane = Pane { room: Room::Identity, heading: "room-identity", view, commands: &[] };

fn view(view: &View<'_>) -> Page<Target> {
    let mut page = Page::default();
    let identity = &view.session.identity;
    page.blank();
    for (label, value, needed) in [
        ("identity-name", view.session.chain.name.as_str(), true),
        ("identity-slogan", identity.slogan.as_str(), true),
        ("identity-place", identity.place.as_str(), true),
        ("identity-logo", identity.logo.as_str(), true),
        ("identity-colour", identity.colour.as_str(), true),
        ("identity-mascot", identity.mascot.as_str(), false),
    ] {
        let missing = value.is_empty();
        let sign = if missing && needed { Sign::Warning } else { Sign::Done };
        let style = if missing && needed { view.theme.warn() } else { view.theme.good() };
        let spans = vec![
            Span::styled(format!("{} ", view.sign(sign)), style),
            Span::styled(cell(&view.t(label), 14), view.theme.dim()),
            Span::raw(if missing { view.t("identity-missing") } else { value.to_owned() }),
        ];
        page.push(None, spans, 16);
    }
    page.push(Some(Target::Meeting), vec![Span::styled(view.t("meeting-details"), view.theme.dim())], 0);
    materiality(view, &mut page);
    if !identity.logo.is_empty() {
        let mark = page.main.len();
        page.heading(view.theme, view.session.chain.name.clone());
        super::logo(view, &mut page);
        page.aside(mark);
    }
    page
}

/// No talking shop: what is really pooled, and how much of what was tabled got an outcome (8.4).
fn materiality(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.t("materiality"));
    let lines = crate::documents::pooled(view.session, view.texts);
    if lines.is_empty() {
        page.styled(view.t("materiality-empty"), view.theme.dim());
    }
    lines.into_iter().for_each(|line| page.text(line));
    let tallies = held(view.session);
    if !tallies.is_empty() {
        page.text(view.t("outcome-ratio"));
        for tally in &tallies {
            let args = [
                ("number", tally.session.into()),
                ("done", tally.items_with_outcome.into()),
                ("all", tally.items.into()),
            ];
            page.text(view.with("outcome-ratio-row", &args));
        }
    }
}
