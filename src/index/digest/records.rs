//! The registers: what was decided, promised, disputed, told and laid down.

use super::{Kind, Row, owners, row};
use crate::index::keys::{DONE, DROPPED, Keyed, OPEN, or_none, or_open};
use crate::model::action::Origin;
use crate::model::agenda::Room;
use crate::model::decision::{Decision, Position};
use crate::model::difference::DifferenceStatus;
use crate::model::story::StoryStatus;
use crate::model::{ItemNo, PartnerCode, RecordId, Session};
use std::collections::HashMap;

/// The factor of the item under which a record was made: only the agenda of the session that made it tells.
fn factor(session: &Session, made: u32, item: Option<&ItemNo>) -> Option<u8> {
    let item = item.filter(|_| made == session.number)?;
    session.agenda.item(item).map(|item| item.room).and_then(Room::factor)
}

/// What was said about nothing on the agenda is a difference all the same (factor 7).
fn factor_of_difference(session: &Session, made: u32, item: Option<&ItemNo>) -> Option<u8> {
    match item {
        Some(item) => factor(session, made, Some(item)),
        None => Room::Differences.factor(),
    }
}

/// The factor of what an action comes from, as far as the session that made it knows.
fn factor_of_origin(session: &Session, made: u32, origin: Option<&Origin>) -> Option<u8> {
    let id = match origin.filter(|_| made == session.number)? {
        Origin::Item(item) => return factor(session, made, Some(item)),
        Origin::Record(id) => id,
    };
    if let Some(found) = session.decision(id) {
        factor(session, found.session, found.item.as_ref())
    } else if let Some(found) = session.differences.iter().find(|one| one.id == *id) {
        factor_of_difference(session, found.session, found.item.as_ref())
    } else if let Some(found) = session.notes.iter().find(|one| one.id == *id) {
        factor(session, found.session, found.item.as_ref())
    } else if session.escalations.iter().any(|one| one.id == *id) {
        Room::Governance.factor()
    } else if session.successes.stories.iter().any(|one| one.id == *id) {
        Room::Successes.factor()
    } else {
        None
    }
}

pub(super) fn records(session: &Session, rows: &mut Vec<Row>) {
    decisions(session, rows);
    actions(session, rows);
    differences(session, rows);
    escalations(session, rows);
}

fn decisions(session: &Session, rows: &mut Vec<Row>) {
    for found in session.decisions.iter() {
        rows.push(Row {
            owner: owners(&found.owner),
            partners: owners(touched(found)),
            follows: text_of(found.resumes.as_ref()),
            state: or_open(found.outcome),
            sort: or_none(found.kind),
            open: found.is_open_among(&session.decisions),
            due: found.due.or(found.review_on),
            own: Some(found.date),
            factor: factor(session, found.session, found.item.as_ref()),
            body: said_with(found),
            ..row(session, Kind::Decision, found.id.to_string(), found.session, &found.text)
        });
    }
}

fn text_of(id: Option<&RecordId>) -> String {
    id.map(RecordId::to_string).unwrap_or_default()
}

/// Every position on a decision that everybody may see, those of earlier rounds first.
fn positions(decision: &Decision) -> impl Iterator<Item = &Position> {
    decision.rounds.iter().flat_map(|round| &round.positions).chain(&decision.positions)
}

/// Partners whose effort it touches, and those that did more than go along.
fn touched(decision: &Decision) -> Vec<&PartnerCode> {
    let otherwise = positions(decision).filter(|position| !position.code.is_unanimous());
    let mut found: Vec<&PartnerCode> = otherwise.map(|position| &position.partner).collect();
    found.extend(decision.minorities.iter().map(|minority| &minority.partner));
    found.extend(&decision.touches);
    found.extend(decision.rebalance.iter().map(|rebalance| &rebalance.partner));
    found.sort();
    found.dedup();
    found
}

/// Earlier texts, reasons, minority positions and the explanation: all that anyone wrote with a decision.
fn said_with(decision: &Decision) -> String {
    let earlier = decision.rounds.iter().map(|round| round.text.as_str());
    let reasons = positions(decision).map(|position| position.reason.as_str());
    let minorities = decision.minorities.iter().map(|minority| minority.text.as_str());
    let mut said = Vec::new();
    for text in reasons.chain(minorities).chain([decision.explanation.as_str()]).chain(earlier) {
        if !text.is_empty() && text != decision.text && !said.contains(&text) {
            said.push(text);
        }
    }
    said.join(" ")
}

fn actions(session: &Session, rows: &mut Vec<Row>) {
    for found in session.actions.iter() {
        let state = match (found.done, found.dropped) {
            (Some(_), _) => DONE,
            (None, Some(_)) => DROPPED,
            (None, None) => OPEN,
        };
        let follows = match &found.from {
            Some(Origin::Record(id)) => id.to_string(),
            Some(Origin::Item(_)) | None => String::new(),
        };
        rows.push(Row {
            owner: owners(&found.owner),
            partners: owners(&found.waits_for),
            follows,
            state: state.to_owned(),
            open: found.is_open(),
            due: found.due,
            factor: factor_of_origin(session, found.session, found.from.as_ref()),
            body: found.person.clone(),
            ..row(session, Kind::Action, found.id.to_string(), found.session, &found.text)
        });
    }
}

fn differences(session: &Session, rows: &mut Vec<Row>) {
    for found in session.differences.iter() {
        rows.push(Row {
            owner: owners(&found.partners),
            follows: text_of(found.decision.as_ref()),
            state: found.status.index_key().to_owned(),
            open: found.status != DifferenceStatus::Resolved,
            due: found.review_on,
            factor: factor_of_difference(session, found.session, found.item.as_ref()),
            body: found.would_change.clone(),
            ..row(session, Kind::Difference, found.id.to_string(), found.session, &found.text)
        });
    }
}

fn escalations(session: &Session, rows: &mut Vec<Row>) {
    for found in session.escalations.iter() {
        let assignment = found.assignment.as_ref();
        rows.push(Row {
            owner: owners(assignment.map(|assignment| &assignment.owner)),
            follows: text_of(found.repeats.as_ref()),
            state: or_open(found.outcome),
            open: found.is_open(),
            due: assignment.and_then(|assignment| assignment.due),
            factor: Room::Governance.factor(),
            body: together([&found.tried, &found.asked].into_iter().chain(assignment.map(|one| &one.mandate))),
            ..row(session, Kind::Escalation, found.id.to_string(), found.session, &found.title)
        });
    }
}

/// Texts with a space between, those that say nothing left out.
pub(super) fn together<'t>(texts: impl IntoIterator<Item = &'t String>) -> String {
    texts.into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

pub(super) fn told(session: &Session, rows: &mut Vec<Row>) {
    for found in &session.successes.stories {
        let [_, rest @ ..] = found.texts();
        // What may not be told may not be found either (domain §3): only the title stands in the register.
        let may_be_told = found.status == StoryStatus::Released;
        rows.push(Row {
            owner: owners(&found.partners),
            state: found.status.index_key().to_owned(),
            open: found.status != StoryStatus::Released,
            factor: Room::Successes.factor(),
            body: if may_be_told { rest.join(" ") } else { String::new() },
            ..row(session, Kind::Story, found.id.to_string(), session.number, &found.title)
        });
    }
    for found in session.notes.iter() {
        rows.push(Row {
            own: Some(found.at.date()),
            factor: factor(session, found.session, found.item.as_ref()),
            ..row(session, Kind::Note, found.id.to_string(), found.session, &found.text)
        });
    }
}

/// What does not come and go with a meeting: articles and mandates.
pub(super) fn standing(session: &Session, rows: &mut Vec<Row>) {
    let number = session.number;
    if let Some(covenant) = &session.governance.covenant {
        for article in &covenant.articles {
            rows.push(Row {
                sort: covenant.version.clone(),
                factor: Room::Governance.factor(),
                body: article.text.clone(),
                ..row(session, Kind::Article, article.no.clone(), number, &article.title)
            });
        }
    }
    let mut codes = Codes::default();
    for held in &session.governance.mandates {
        let code = codes.own(format!("{} {} {}", held.partner, held.level.index_key(), held.person));
        rows.push(Row {
            owner: owners([&held.partner]),
            sort: held.level.index_key().to_owned(),
            open: held.until.is_none_or(|until| until >= session.date),
            due: held.until,
            factor: Room::Governance.factor(),
            body: together([&held.scope, &held.body]),
            ..row(session, Kind::Mandate, code, number, &held.person)
        });
    }
}

/// Gives what has no number of its own a code that nothing else of the session has.
#[derive(Default)]
pub(super) struct Codes(HashMap<String, u32>);

impl Codes {
    /// The code itself the first time, then with 2, 3 and so on behind it.
    pub fn own(&mut self, code: String) -> String {
        let times = self.0.entry(code.clone()).or_insert(0);
        *times += 1;
        if *times == 1 { code } else { format!("{code}-{times}") }
    }
}
