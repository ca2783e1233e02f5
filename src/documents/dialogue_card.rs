//! The dialogue card: a difference put to the shop floor, without names (7.5).

use super::Part;
use crate::model::dialogue_card::dialogue_card;
use crate::model::{RecordId, RecordKind, Session};
use crate::text::Texts;

/// The three questions of every card.
const QUESTIONS: [&str; 3] = ["card-question-recognise", "card-question-need", "card-question-try"];

/// A card is about a disagreement or a decision.
pub fn can_be_about(id: &RecordId) -> bool {
    matches!(id.kind(), Some(RecordKind::Difference | RecordKind::Decision))
}

/// The card as a document; none where there is nothing with this number.
pub fn document(session: &Session, about: &RecordId, logo: &[String], texts: &Texts) -> Option<Vec<Part>> {
    let card = dialogue_card(session, about, &texts.get("card-a-partner"))?;
    let mut parts = super::face(session, logo);
    parts.push(Part::Title(texts.with("card-title", &[("number", about.as_str().into())])));
    parts.push(Part::Quote(card.question.to_owned()));
    parts.push(Part::Heading(texts.get("card-views")));
    if !card.positions.is_empty() {
        let each = card.positions.iter().map(|(code, count)| format!("{count} × {}", texts.term(*code)));
        let each = each.collect::<Vec<_>>().join(", ");
        parts.push(Part::Text(texts.with("card-positions", &[("positions", each.into())])));
    }
    let no_views = || Part::Text(texts.get("card-no-views"));
    parts.push(if card.views.is_empty() { no_views() } else { Part::List(card.views) });
    let change = card.would_change.map(|text| texts.with("would-change", &[("text", text.into())]));
    parts.extend(change.map(Part::Text));
    parts.push(Part::Heading(texts.get("card-questions")));
    parts.push(Part::List(QUESTIONS.into_iter().map(|id| texts.get(id)).collect()));
    parts.push(Part::Text(texts.get("card-back")));
    Some(parts)
}
