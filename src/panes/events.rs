//! Remarkable moments of a meeting, as its log keeps them.

use crate::desk::View;
use crate::model::session::Event;

/// A remarkable moment in words.
pub fn event(view: &View<'_>, event: &Event) -> String {
    match event {
        Event::Opened => view.t("event-opened"),
        Event::Closed => view.t("event-closed"),
        Event::WentOnBelowQuorum { present, quorum } => {
            view.with("event-below-quorum", &[("present", (*present).into()), ("quorum", (*quorum).into())])
        }
        Event::WentOnWithoutMandate { partners } => {
            view.with("event-without-mandate", &[("partners", view.codes(partners).into())])
        }
        Event::Reopened { reason } => view.with("event-reopened", &[("reason", reason.as_str().into())]),
        Event::RowWithdrawn { partner } => view.with("event-row-withdrawn", &[("partner", partner.as_str().into())]),
        Event::Joined { partner } => view.with("event-joined", &[("partner", partner.as_str().into())]),
        Event::Left { partner } => view.with("event-left", &[("partner", partner.as_str().into())]),
        Event::Merged { renumbered } => {
            let numbers: Vec<String> = renumbered.iter().map(|(old, new)| format!("{old} → {new}")).collect();
            view.with("event-merged", &[("numbers", numbers.join(", ").into())])
        }
        Event::Restored { revision } => view.with("event-restored", &[("revision", (*revision).into())]),
        Event::EditedByHand { revision } => view.with("event-edited", &[("revision", (*revision).into())]),
    }
}
