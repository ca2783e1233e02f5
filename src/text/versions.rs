//! What two versions of a meeting say otherwise, in words.

use super::Texts;
use crate::model::session::conflict::{Clash, Conflict, Side};
use serde_json::Value;

/// So much of a long text tells which of the two it is.
const SHOWN: usize = 120;

/// The message with the name of a field; none where a screen does not show it under a name of its own.
fn label(field: &str) -> Option<&'static str> {
    Some(match field {
        "text" => "field-text",
        "title" => "field-title",
        "name" => "field-name",
        "owner" => "field-owner",
        "person" => "field-person",
        "due" => "field-due",
        "done" => "field-done",
        "dropped" => "field-dropped",
        "kind" => "field-kind",
        "form" => "field-form",
        "outcome" => "field-outcome",
        "explanation" => "field-explanation",
        "positions" => "field-positions",
        "trust" => "field-trust",
        "article" => "field-article",
        "in_covenant" => "field-in-covenant",
        "ratified_on" => "field-ratified",
        "executed_on" => "field-executed",
        "review_on" => "field-review",
        "resumes" => "field-resumes",
        "status" => "field-status",
        "would_change" => "field-would-change",
        "decision" => "field-decision",
        "purpose" => "field-purpose",
        "minutes" => "field-minutes",
        "date" => "field-date",
        "chair" => "field-chair",
        "secretary" => "field-secretary",
        "quorum" => "field-quorum",
        "situation" => "field-situation",
        "together" => "field-together",
        "result" => "field-result",
        "shines" => "field-shines",
        "kpi" => "field-kpi",
        "reason" => "field-reason",
        _ => return None,
    })
}

/// The field by the name that the screen gives it, else as it stands in the file.
fn field(texts: &Texts, conflict: &Conflict) -> String {
    let name = conflict.field();
    let words = name.split(' ').map(|step| label(step).map_or_else(|| step.to_owned(), |id| texts.get(id)));
    words.collect::<Vec<_>>().join(" ")
}

/// A value for people: a text as it is, what belongs together with the names of its parts.
fn plain(texts: &Texts, value: Option<&str>) -> String {
    let Some(text) = value else { return texts.get("none") };
    let said = match serde_json::from_str(text) {
        Ok(tree @ (Value::Object(_) | Value::Array(_))) => parts(&tree),
        Ok(Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) | Err(_) => text.to_owned(),
    };
    if said.chars().count() <= SHOWN { said } else { said.chars().take(SHOWN).chain(['…']).collect() }
}

fn parts(tree: &Value) -> String {
    match tree {
        Value::Object(fields) => {
            let said = fields.iter().map(|(name, value)| format!("{name} {}", parts(value)));
            said.collect::<Vec<_>>().join(", ")
        }
        Value::Array(list) => list.iter().map(parts).collect::<Vec<_>>().join("; "),
        Value::String(text) => text.clone(),
        Value::Null | Value::Bool(_) | Value::Number(_) => tree.to_string(),
    }
}

/// What the two versions say, in one sentence.
pub fn conflict_words(texts: &Texts, conflict: &Conflict) -> String {
    let (about, field) = (("about", conflict.about().to_owned()), ("field", field(texts, conflict)));
    match &conflict.clash {
        Clash::Changed { ours, theirs } => {
            let values = [("ours", plain(texts, ours.as_deref())), ("theirs", plain(texts, theirs.as_deref()))];
            if field.1.is_empty() {
                texts.named("conflict-record", &[vec![about], values.to_vec()].concat())
            } else {
                texts.named("conflict-changed", &[vec![about, field], values.to_vec()].concat())
            }
        }
        Clash::Removed { .. } => texts.named("conflict-removed", &[about]),
        Clash::Hidden => {
            let partner = conflict.path.last().cloned().unwrap_or_default();
            texts.named("conflict-hidden", &[about, ("partner", partner)])
        }
    }
}

/// What choosing a side does.
pub fn side_words(texts: &Texts, conflict: &Conflict, side: Side) -> String {
    match (&conflict.clash, side) {
        (Clash::Changed { ours, .. }, Side::Ours) => {
            texts.named("conflict-keep", &[("value", plain(texts, ours.as_deref()))])
        }
        (Clash::Changed { theirs, .. }, Side::Theirs) => {
            texts.named("conflict-take", &[("value", plain(texts, theirs.as_deref()))])
        }
        (Clash::Removed { by }, side) if *by == side => texts.get("conflict-remove"),
        (Clash::Removed { .. }, _) => texts.get("conflict-leave"),
        (Clash::Hidden, Side::Ours) => texts.get("conflict-hidden-keep"),
        (Clash::Hidden, Side::Theirs) => texts.get("conflict-hidden-again"),
    }
}
