//! Differences: who sees it otherwise, and where that stands (factor 7, domain §1h).

use super::{Pane, Target, View, records};
use crate::model::agenda::Room;
use crate::model::difference::DifferenceStatus;
use crate::widgets::Page;
use ratatui::text::Span;

/// This pane.
pub static PANE: Pane = Pane { room: Room::Differences, heading: "room-differences", view, commands: &[] };

fn view(view: &View<'_>) -> Page<Target> {
    let mut page = Page::default();
    page.heading(view.theme, view.t("differences-open"));
    if view.session.differences.is_empty() {
        page.styled(view.t("differences-empty"), view.theme.dim());
    }
    for difference in view.session.differences.iter().filter(|found| found.status != DifferenceStatus::Resolved) {
        records::difference(view, &mut page, difference);
        if !difference.would_change.is_empty() {
            let text = view.with("would-change", &[("text", difference.would_change.as_str().into())]);
            page.push(None, vec![Span::styled(format!("          {text}"), view.theme.dim())], 10);
        }
    }
    let mark = page.main.len();
    page.heading(view.theme, view.t("red-lines"));
    for partner in view.session.partners.iter() {
        let lines = partner.profile.red_lines.join("; ");
        let spans = vec![
            Span::styled(super::cell(partner.code.as_str(), 5), view.theme.strong()),
            Span::raw(view.or_none(&lines)),
        ];
        page.push(Some(Target::Partner(partner.code.clone())), spans, 5);
    }
    page.aside(mark);
    page
}
