//! Benefit balance: what the last round said (factor 4, domain §6.1).

use super::{Pane, Target, View, cell};
use crate::model::agenda::Room;
use crate::text::notation;
use crate::widgets::Page;
use ratatui::text::Span;

/// This pane.
pub static PANE: Pane = Pane { room: Room::Balance, heading: "room-balance", view, commands: &[] };

fn view(view: &View<'_>) -> Page<Target> {
    let mut page = Page::default();
    let Some(round) = view.session.benefit_rounds.iter().rev().find(|round| round.revealed) else {
        page.blank();
        page.styled(view.t("balance-empty"), view.theme.warn());
        return page;
    };
    let date = notation::date_short(round.date, view.lang());
    page.heading(view.theme, view.with("balance-round", &[("number", round.session.into()), ("date", date.into())]));
    for found in round.all() {
        let worst = found.gap.is_some_and(|gap| gap <= -2.0) || found.net.is_some_and(|net| net <= -2.0);
        let style = if worst { view.theme.warn() } else { ratatui::style::Style::new() };
        let text = view.with(
            "balance-row",
            &[
                ("own", view.whole(found.own).into()),
                ("seen", view.number(found.seen).into()),
                ("gap", view.signed(found.gap, 1).into()),
                ("net", view.signed(found.net, 0).into()),
            ],
        );
        let spans = vec![Span::styled(cell(found.partner.as_str(), 5), view.theme.strong()), Span::styled(text, style)];
        page.push(Some(Target::Partner(found.partner.clone())), spans, 5);
    }
    page.text(view.with("balance-spread", &[("spread", view.number(round.spread()).into())]));
    page
}
