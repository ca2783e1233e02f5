//! The card for a dialogue on the shop floor: a question with the views on it, without names (7.5).

use crate::model::decision::Decision;
use crate::model::decision::position::PositionCode;
use crate::model::ids::RecordId;
use crate::model::privacy::redact::Names;
use crate::model::session::Session;

/// A question with the views on it, without names: to talk about on the shop floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DialogueCard<'a> {
    /// What it is about.
    pub about: &'a RecordId,
    /// The matter.
    pub question: &'a str,
    /// How many take each position.
    pub positions: Vec<(PositionCode, usize)>,
    /// What was said, without names and in alphabetical order, so that the order tells nothing of who said it.
    pub views: Vec<String>,
    /// What would change somebody's mind, without names too.
    pub would_change: Option<String>,
}

/// The card of a disagreement or a decision; `neutral` stands where a name stood.
pub fn dialogue_card<'a>(session: &'a Session, about: &RecordId, neutral: &str) -> Option<DialogueCard<'a>> {
    let difference = session.differences.iter().find(|found| found.id == *about);
    let id = difference.map_or(Some(about), |found| found.decision.as_ref());
    let decision = id.and_then(|id| session.decision(id));
    let (about, question) = match (difference, decision) {
        (Some(found), _) => (&found.id, found.text.as_str()),
        (None, found) => found.map(|found| (&found.id, found.text.as_str()))?,
    };
    let names = Names::of(session);
    let would_change = difference.map(|found| found.would_change.trim()).filter(|text| !text.is_empty());
    Some(DialogueCard {
        about,
        question,
        positions: decision.map(counted).unwrap_or_default(),
        views: decision.map(|found| views(found, &names, neutral)).unwrap_or_default(),
        would_change: would_change.map(|text| names.left_out_of(text, neutral)),
    })
}

/// How many take each position that anybody takes.
fn counted(decision: &Decision) -> Vec<(PositionCode, usize)> {
    let count = |code| decision.positions.iter().filter(|found| found.code == code).count();
    PositionCode::ALL.into_iter().map(|code| (code, count(code))).filter(|(_, count)| *count > 0).collect()
}

/// Reasons and minority positions, each once.
fn views(decision: &Decision, names: &Names, neutral: &str) -> Vec<String> {
    let reasons = decision.positions.iter().map(|position| position.reason.as_str());
    let minorities = decision.minorities.iter().map(|minority| minority.text.as_str());
    let said = minorities.chain(reasons).map(str::trim).filter(|text| !text.is_empty());
    let mut said: Vec<String> = said.map(|text| names.left_out_of(text, neutral)).collect();
    said.sort_unstable();
    said.dedup_by(|one, other| one.eq_ignore_ascii_case(other));
    said
}

impl Session {
    /// Sessions since the last signal from the shop floor; none while none ever came.
    pub fn since_shopfloor(&self) -> Option<u32> {
        let last = self.shopfloor.iter().map(|signal| signal.session).max()?;
        Some(self.number.saturating_sub(last))
    }
}
