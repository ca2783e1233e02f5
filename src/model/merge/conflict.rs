//! What two versions of one meeting say otherwise and a person has to choose between; and putting the choice in place.

use super::fields::element;
use super::records::tree;
use super::{numbers, sealed};
use crate::model::ids::{RecordId, RecordKind};
use crate::model::refusal::Refusal;
use crate::model::relation::Relation;
use crate::model::session::Session;
use crate::model::session::conflict::{Clash, Conflict, Side};
use chrono::{NaiveDateTime, NaiveTime};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

impl Conflict {
    /// Whether a person can still choose in the session after the one that it stands in: the section goes along, the record
    /// does, and either version can be put in place.
    pub fn goes_along_to(&self, next: &Session) -> bool {
        const BEGINS_ANEW: [&str; 10] = [
            "adopts",
            "agenda",
            "attendance",
            "closing",
            "date",
            "declined",
            "evaluations",
            "look_back",
            "notes",
            "papers_sent",
        ];
        if self.path.first().is_none_or(|section| BEGINS_ANEW.contains(&section.as_str())) {
            return false;
        }
        let id = self.about();
        let is_record = RecordId::from(id).parts().is_some();
        let open = Session { conflicts: vec![self.clone()].into(), ..next.clone() };
        let has_place = |side| {
            let chosen = choose(&mut open.clone(), self, side, next.date.and_time(NaiveTime::MIN));
            !matches!(chosen, Err(Refusal::NoSuchRecord))
        };
        (!is_record || numbers::has_record(next, id)) && [Side::Ours, Side::Theirs].into_iter().all(has_place)
    }

    /// The same two values at the same place, whoever is called ours.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let turned = match &other.clash {
            Clash::Changed { ours, theirs } => Clash::Changed { ours: theirs.clone(), theirs: ours.clone() },
            Clash::Removed { by: Side::Ours } => Clash::Removed { by: Side::Theirs },
            Clash::Removed { by: Side::Theirs } => Clash::Removed { by: Side::Ours },
            Clash::Hidden => Clash::Hidden,
        };
        self.path == other.path && (self.clash == other.clash || self.clash == turned)
    }

    /// What stands in the meeting already is chosen: nothing has to be put in place.
    fn stands(&self, side: Side) -> bool {
        match self.clash {
            Clash::Changed { .. } | Clash::Hidden => side == Side::Ours,
            Clash::Removed { by } => side != by,
        }
    }
}

/// Keeps one of the two versions of what a conflict is about, and takes the conflict away.
pub fn choose(session: &mut Session, conflict: &Conflict, side: Side, now: NaiveDateTime) -> Result<(), Refusal> {
    let here = session.conflicts.iter().position(|known| known == conflict).ok_or(Refusal::NoSuchConflict)?;
    session.conflicts.remove(here);
    if conflict.stands(side) {
        return Ok(());
    }
    match &conflict.clash {
        Clash::Hidden => return sealed::ask_again(session, &conflict.path, now),
        Clash::Removed { .. } => put_in(session, &conflict.path, None)?,
        Clash::Changed { ours, theirs } => {
            let text = if side == Side::Ours { ours } else { theirs };
            put_in(session, &conflict.path, Some(text.as_deref()))?;
        }
    }
    agrees_with_its_positions(session, conflict)
}

/// An outcome that the positions contradict is not chosen either.
fn agrees_with_its_positions(session: &Session, conflict: &Conflict) -> Result<(), Refusal> {
    let id = RecordId::from(conflict.about());
    let Some(decision) = session.decision(&id).filter(|_| id.kind() == Some(RecordKind::Decision)) else {
        return Ok(());
    };
    let refused = decision.outcome.and_then(|outcome| decision.contradicts(outcome, &session.attendance));
    refused.map_or(Ok(()), Err)
}

/// What comes in the place of a part: `None` takes it out, `Some(None)` leaves nothing there.
type Put<'a> = Option<Option<&'a str>>;

/// The values that may be meant. A text is tried as a text first: `12` may be a number of an item, or a name.
fn values(put: Put<'_>) -> Vec<Option<Value>> {
    match put {
        None => vec![None],
        Some(None) => vec![None, Some(Value::Null)],
        Some(Some(text)) => {
            let tree = serde_json::from_str(text).map(Some);
            std::iter::once(Some(Value::String(text.to_owned()))).chain(tree).collect()
        }
    }
}

/// Puts a value in its place. Every section of a session has its arm: a new one is not forgotten.
fn put_in(session: &mut Session, path: &[String], put: Put<'_>) -> Result<(), Refusal> {
    let steps: Vec<&str> = path.iter().map(String::as_str).collect();
    if let ["benefit_rounds" | "pulses", ..] | ["relation", "temperatures", ..] = steps[..] {
        return sealed::put_in_round(session, path, put.flatten());
    }
    let Session {
        schema: _,
        number: _,
        date,
        state: _,
        papers_sent,
        chain,
        identity,
        agenda,
        attendance,
        adopts,
        decisions,
        differences,
        actions,
        escalations,
        notes,
        successes,
        evaluations,
        closing,
        log: _,
        numbering: _,
        partners,
        ambition,
        kpis,
        governance,
        benefit_rounds: _,
        relation,
        pulses: _,
        shopfloor,
        set_aside,
        declined,
        look_back,
        conflicts: _,
    } = session;
    let (section, rest) = path.split_first().ok_or(Refusal::NoSuchRecord)?;
    let values = &values(put)[..];
    match section.as_str() {
        "date" => part(date, section, rest, values),
        "papers_sent" => part(papers_sent, section, rest, values),
        "chain" => part(&mut **chain, section, rest, values),
        "identity" => part(&mut **identity, section, rest, values),
        "agenda" => part(&mut **agenda, section, rest, values),
        "attendance" => part(&mut **attendance, section, rest, values),
        "adopts" => part(adopts, section, rest, values),
        "decisions" => sealed::put_in_decision(decisions, rest, values),
        "differences" => part(&mut **differences, section, rest, values),
        "actions" => part(&mut **actions, section, rest, values),
        "escalations" => part(&mut **escalations, section, rest, values),
        "notes" => part(&mut **notes, section, rest, values),
        "successes" => part(&mut **successes, section, rest, values),
        "evaluations" => part(&mut **evaluations, section, rest, values),
        "closing" => part(&mut **closing, section, rest, values),
        "partners" => part(&mut **partners, section, rest, values),
        "ambition" => part(&mut **ambition, section, rest, values),
        "kpis" => part(&mut **kpis, section, rest, values),
        "governance" => part(&mut **governance, section, rest, values),
        "relation" => in_relation(relation, rest, values),
        "shopfloor" => part(&mut **shopfloor, section, rest, values),
        "set_aside" => part(&mut **set_aside, section, rest, values),
        "declined" => part(&mut **declined, section, rest, values),
        "look_back" => part(&mut **look_back, section, rest, values),
        _ => Err(Refusal::NoSuchRecord),
    }
}

fn in_relation(relation: &mut Relation, path: &[String], values: &[Option<Value>]) -> Result<(), Refusal> {
    let Relation { temperatures: _, cafes, moments, activities, cafe_rule } = relation;
    let (section, rest) = path.split_first().ok_or(Refusal::NoSuchRecord)?;
    match section.as_str() {
        "cafes" => part(cafes, section, rest, values),
        "moments" => part(moments, section, rest, values),
        "activities" => part(activities, section, rest, values),
        "cafe_rule" => part(cafe_rule, section, rest, values),
        _ => Err(Refusal::NoSuchRecord),
    }
}

/// Puts a value into one section.
fn part<T: Serialize + DeserializeOwned>(
    part: &mut T,
    section: &str,
    rest: &[String],
    values: &[Option<Value>],
) -> Result<(), Refusal> {
    *part = replaced(&tree(part), section, rest, values)?;
    Ok(())
}

/// What a part is with the first of these values in its place that makes a part of its kind.
pub(super) fn replaced<T: DeserializeOwned>(
    tree: &Value,
    name: &str,
    rest: &[String],
    values: &[Option<Value>],
) -> Result<T, Refusal> {
    for value in values {
        let mut changed = tree.clone();
        place(&mut changed, name, rest, value.clone()).ok_or(Refusal::NoSuchRecord)?;
        if let Ok(read) = serde_json::from_value(changed) {
            return Ok(read);
        }
    }
    Err(Refusal::NoSuchRecord)
}

/// Walks down to the place and puts the value there; none where there is no such place any more.
fn place(tree: &mut Value, name: &str, rest: &[String], value: Option<Value>) -> Option<()> {
    let Some((step, further)) = rest.split_first() else {
        *tree = value.unwrap_or(Value::Null);
        return Some(());
    };
    match tree {
        Value::Object(fields) if further.is_empty() => {
            match value {
                Some(value) => fields.insert(step.clone(), value),
                None => fields.remove(step),
            };
            Some(())
        }
        Value::Object(fields) => place(fields.get_mut(step)?, step, further, value),
        Value::Array(list) => {
            let here = element(name, list, step);
            match (here, value) {
                (Some(here), None) if further.is_empty() => {
                    list.remove(here);
                    Some(())
                }
                (Some(here), value) => place(list.get_mut(here)?, name, further, value),
                (None, Some(value)) if further.is_empty() => {
                    list.push(value);
                    Some(())
                }
                (None, _) => None,
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}
