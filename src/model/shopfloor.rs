//! The dialogue on the shop floor: a card goes out, signals come back (7.5).

use super::decision::Decision;
use super::difference::Difference;
use super::ids::RecordId;
use super::session::Session;
use serde::{Deserialize, Serialize};

/// What came back from the shop floor, never with a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShopfloorSignal {
    /// In which session it was told.
    pub session: u32,
    /// The difference or decision that the card was about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<RecordId>,
    /// How many people talked about it.
    pub people: u32,
    /// What they say, in short.
    pub text: String,
}

/// A question with the views on it, without names: to talk about on the shop floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DialogueCard<'a> {
    /// What it is about.
    pub about: &'a RecordId,
    /// The matter.
    pub question: &'a str,
    /// What was said, in alphabetical order, so that the order tells nothing of who said it.
    pub views: Vec<&'a str>,
    /// What would change somebody's mind.
    pub would_change: Option<&'a str>,
}

/// Without a signal for so many sessions it is said.
pub const SILENT_SESSIONS: u32 = 2;

/// So many signals go along to the next session.
pub const SIGNALS_KEPT: usize = 24;

/// The card of a disagreement or a decision.
pub fn dialogue_card<'a>(session: &'a Session, about: &RecordId) -> Option<DialogueCard<'a>> {
    if let Some(found) = session.differences.iter().find(|found| found.id == *about) {
        return Some(of_difference(session, found));
    }
    let found = session.decision(about)?;
    Some(DialogueCard { about: &found.id, question: &found.text, views: views(found), would_change: None })
}

fn of_difference<'a>(session: &'a Session, found: &'a Difference) -> DialogueCard<'a> {
    let decision = found.decision.as_ref().and_then(|id| session.decision(id));
    DialogueCard {
        about: &found.id,
        question: &found.text,
        views: decision.map(views).unwrap_or_default(),
        would_change: Some(found.would_change.as_str()).filter(|text| !text.trim().is_empty()),
    }
}

/// Reasons and minority positions, each once.
fn views(decision: &Decision) -> Vec<&str> {
    let reasons = decision.positions.iter().map(|position| position.reason.as_str());
    let minorities = decision.minorities.iter().map(|minority| minority.text.as_str());
    let mut said: Vec<&str> = minorities.chain(reasons).filter(|text| !text.trim().is_empty()).collect();
    said.sort_unstable();
    said.dedup_by(|one, other| one.trim().eq_ignore_ascii_case(other.trim()));
    said
}

impl Session {
    /// Sessions since the last signal from the shop floor; none while none ever came.
    pub fn since_shopfloor(&self) -> Option<u32> {
        let last = self.shopfloor.iter().map(|signal| signal.session).max()?;
        Some(self.number.saturating_sub(last))
    }
}
