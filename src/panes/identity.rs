//! Identity: the face of the collaboration, and what is still missing (factor 8, domain §1i).

use super::Pane;
use crate::desk::{Target, View, cell};
use crate::model::agenda::Room;
use crate::model::change::IdentityField;
use crate::model::history::look_back::held;
use crate::widgets::theme::Sign;
use crate::widgets::{Page, Why};
use ratatui::text::Span;

/// This pane.
pub static PANE: Pane = Pane { room: Room::Identity, heading: "room-identity", view, commands: &[] };

fn view(view: &View<'_>) -> Page<Target> {
    let mut page = Page::default();
    page.blank();
    IdentityField::ALL.into_iter().for_each(|part| row(view, &mut page, part));
    page.push(Some(Target::Meeting), vec![Span::styled(view.t("meeting-details"), view.theme.dim())], 0);
    materiality(view, &mut page);
    if !view.session.identity.logo.is_empty() {
        page.beside();
        page.heading(view.theme, view.session.chain.name.clone());
        super::logo(view, &mut page);
    }
    page
}

/// A part of the face: what is on record, or that it is missing. Enter writes it.
fn row(view: &View<'_>, page: &mut Page<Target>, part: IdentityField) {
    let value = part.of(view.session);
    // A name of a file that shows nothing is no logo yet.
    let trouble = view.logo.trouble.filter(|trouble| part == IdentityField::Logo && trouble.is_missing());
    let missing = value.is_empty() || trouble.is_some();
    let warns = missing && part != IdentityField::Mascot;
    let (sign, style) = if warns { (Sign::Warning, view.theme.warn()) } else { (Sign::Done, view.theme.good()) };
    let sign = if value.is_empty() && !warns { " " } else { view.sign(sign) };
    let said = match trouble {
        Some(trouble) => view.with(trouble.id(), &[("file", value.into())]),
        None if missing => view.t("identity-missing"),
        None => value.to_owned(),
    };
    let spans = vec![
        Span::styled(format!("{sign} "), style),
        Span::styled(cell(&view.t(view.face_part(part)), 14), view.theme.dim()),
        Span::raw(said),
    ];
    page.push(Some(Target::Identity(part)), spans, 16);
}

/// No talking shop: what is really pooled, and how much of what was tabled got an outcome (8.4).
fn materiality(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.t("materiality"));
    let lines = crate::documents::pooled(view.session, view.texts);
    if lines.is_empty() {
        view.nothing(page, Why::NotYet, "materiality-empty");
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
