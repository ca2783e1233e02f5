//! Positions by roll call: one letter per partner, a reason where one is due (domain §2.3).

use crate::app::App;
use crate::app::layer::{Call, CallKey, Layer, RollCall};
use crate::model::attendance::Presence;
use crate::model::change::{Change, DecisionEdit};
use crate::model::decision::{Position, PositionCode, speaks};
use crate::model::{PartnerCode, RecordId};
use std::rc::Rc;

/// The key for *everybody else goes along*.
const REST: char = '=';

fn position(
    partner: &PartnerCode,
    code: PositionCode,
    reason: &str,
    written_on: Option<chrono::NaiveDate>,
) -> Position {
    Position { partner: partner.clone(), code, reason: reason.to_owned(), written_on }
}

/// Asks every partner for its position on a decision.
pub fn roll_call(app: &mut App, id: RecordId) {
    let Some(session) = app.session() else { return };
    let queue = session.partners.iter().map(|partner| partner.code.clone()).collect();
    let mut keys: Vec<CallKey> =
        PositionCode::ALL.into_iter().map(|code| CallKey { key: code.letter(), label: app.texts.term(code) }).collect();
    keys.push(CallKey { key: REST, label: app.t("rest-assents") });
    let shown = id.clone();
    let state = Rc::new(move |app: &App, code: &PartnerCode| state(app, &shown, code));
    let asked = id.clone();
    let call = Rc::new(move |app: &App, code: &PartnerCode, key: char| meaning(app, &asked, code, key));
    let title = app.with("positions-title", &[("number", id.as_str().into())]);
    app.layers.push(Layer::RollCall(RollCall { title, queue, keys, state, call, asked: Vec::new(), error: None }));
}

fn state(app: &App, id: &RecordId, code: &PartnerCode) -> String {
    let Some(session) = app.session() else { return String::new() };
    let presence = speaks(&session.attendance, code);
    let who = app.texts.term(presence);
    let found = session.decision(id).and_then(|decision| decision.position(code));
    let said = found.map_or_else(
        || app.t("none"),
        |found| {
            let reason = if found.reason.is_empty() { String::new() } else { format!(": {}", found.reason) };
            format!("{} {}{reason}", found.code.letter(), app.texts.term(found.code))
        },
    );
    format!("{}{said}", crate::panes::cell(&who, 24))
}

/// An absent partner counts only in writing; a deputy without mandate can only reserve.
fn meaning(app: &App, id: &RecordId, code: &PartnerCode, key: char) -> Call {
    let Some(session) = app.session() else { return Call::Skip };
    if key == REST {
        return Call::Change(Change::Decision(id.clone(), DecisionEdit::RestAssents));
    }
    let Some(letter) = PositionCode::of_letter(key) else { return Call::Skip };
    let presence = speaks(&session.attendance, code);
    let written = (presence.is_absent() && letter != PositionCode::Absent).then(|| app.clock.today());
    let make = {
        let (id, code) = (id.clone(), code.clone());
        move |reason: &str| {
            Change::Decision(id.clone(), DecisionEdit::Position(position(&code, letter, reason, written)))
        }
    };
    if letter.needs_reason() {
        let deputy = presence == Presence::DeputyWithoutMandate && letter == PositionCode::Reserved;
        let proposal = if deputy { app.t("reserved-proposal") } else { String::new() };
        return Call::Reason(proposal, Rc::new(make));
    }
    if written.is_some() {
        // Only what came in writing counts, so the secretary says where it stands.
        return Call::Reason(app.t("written-proposal"), Rc::new(make));
    }
    Call::Change(make(""))
}
