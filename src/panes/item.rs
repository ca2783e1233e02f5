//! A free item: what it asks, and what is on record under it.

use super::Pane;
use crate::desk::{Target, View};
use crate::model::agenda::{Purpose, Room};
use crate::widgets::Page;

/// This pane.
pub static PANE: Pane = Pane { room: Room::Free, heading: "room-free", view, commands: &[] };

fn view(view: &View<'_>) -> Page<Target> {
    let mut page = Page::default();
    let Some(item) = view.item else { return page };
    let advice = match item.purpose {
        Purpose::Decide => "advice-decide",
        Purpose::Discuss | Purpose::Relate => "advice-discuss",
        Purpose::Inform | Purpose::Procedure => "advice-inform",
        Purpose::Explore => "advice-explore",
    };
    page.styled(view.t(advice), view.theme.dim());
    if let Some(first) = item.first_session {
        page.text(view.with("age", &[("count", view.session.age(first).into())]));
    }
    page
}
