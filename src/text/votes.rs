//! A vote in numbers.

use super::Texts;
use crate::model::decision::{Decision, DecisionForm};
use crate::model::outcome::Tally;

/// For, against and abstained of a vote; none where the group decides otherwise or nobody has spoken.
pub fn votes(texts: &Texts, decision: &Decision) -> Option<String> {
    if decision.form != Some(DecisionForm::Vote) || decision.positions.is_empty() {
        return None;
    }
    let tally = Tally::of(&decision.positions);
    let args = [
        ("for", tally.for_it.into()),
        ("against", tally.against.into()),
        ("abstain", tally.abstain.into()),
        ("reserved", tally.reserved.into()),
        ("absent", tally.absent.into()),
    ];
    Some(texts.with("votes", &args))
}
