//! What one side took out and the other side still refers to: it may not go, or a reference would lead nowhere.

use crate::model::ids::RecordId;
use crate::model::session::Session;
use crate::model::session::conflict::Side;
use serde_json::Value;
use std::collections::BTreeSet;

/// Something that others refer to.
enum Named<'a> {
    /// A record of this session; one of an earlier session stands in its own file.
    Record(&'a str),
    /// An item of this agenda.
    Item(&'a str),
    /// A KPI.
    Kpi(&'a str),
    /// A partner.
    Partner(&'a str),
}

/// The parts of the merged session that went on one side and are referred to more often than they were there.
pub(super) fn still_needed(
    merged: &Session,
    gone: &[(Vec<String>, Side)],
    [ours, theirs]: [&Session; 2],
) -> BTreeSet<Vec<String>> {
    let needed = gone.iter().filter(|(path, by)| {
        let (without, with) = match by {
            Side::Ours => (ours, theirs),
            Side::Theirs => (theirs, ours),
        };
        named(path, merged, with).is_some_and(|name| references(merged, &name) > references(without, &name))
    });
    needed.map(|(path, _)| path.clone()).collect()
}

fn named<'a>(path: &'a [String], merged: &Session, with: &Session) -> Option<Named<'a>> {
    let steps: Vec<&str> = path.iter().map(String::as_str).collect();
    match steps[..] {
        ["decisions" | "differences" | "actions" | "escalations" | "notes", _] => {
            let id = path.get(1)?;
            is_own(with, &RecordId(id.clone())).then_some(Named::Record(id))
        }
        ["agenda", "items", _] => path.get(2).map(|no| Named::Item(no)),
        ["kpis", _] => path.get(1).map(|id| Named::Kpi(id)),
        // Who left is remembered by its code.
        ["partners", _] => {
            let code = path.get(1)?;
            let left = merged.chain.former.iter().any(|former| former.code.as_str() == code);
            (!left).then_some(Named::Partner(code))
        }
        _ => None,
    }
}

fn is_own(session: &Session, id: &RecordId) -> bool {
    let decisions = session.decisions.iter().map(|found| (&found.id, found.session));
    let differences = session.differences.iter().map(|found| (&found.id, found.session));
    let actions = session.actions.iter().map(|found| (&found.id, found.session));
    let escalations = session.escalations.iter().map(|found| (&found.id, found.session));
    let notes = session.notes.iter().map(|found| (&found.id, found.session));
    let mut all = decisions.chain(differences).chain(actions).chain(escalations).chain(notes);
    all.any(|(found, since)| found == id && since == session.number)
}

/// How often something is referred to; what is history only does not count.
fn references(session: &Session, name: &Named<'_>) -> usize {
    let Ok(Value::Object(mut sections)) = serde_json::to_value(session.as_shown()) else { return 0 };
    for history in ["log", "numbering", "look_back", "conflicts"] {
        sections.remove(history);
    }
    count(&Value::Object(sections), "", name, session.number, true)
}

fn count(tree: &Value, field: &str, name: &Named<'_>, number: u32, here: bool) -> usize {
    match tree {
        Value::Object(fields) => {
            let session = fields.get("session").and_then(Value::as_u64);
            let here = session.map_or(here, |session| session == u64::from(number));
            fields.iter().map(|(field, value)| count(value, field, name, number, here)).sum()
        }
        Value::Array(list) => list.iter().map(|value| count(value, field, name, number, here)).sum(),
        Value::String(text) => usize::from(match name {
            Named::Record(id) => field != "id" && text == id,
            Named::Item(no) => here && matches!(field, "item" | "Item") && text == no,
            Named::Kpi(id) => matches!(field, "kpi" | "adjusts") && text == id,
            Named::Partner(code) => field != "id" && text == code,
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
    }
}
