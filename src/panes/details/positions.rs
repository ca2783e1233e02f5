//! Positions: given in silence, one letter per partner, and revealed all at once; reasons come after (7.3, domain §2.3).

use crate::app::App;
use crate::app::layer::{Call, CallKey, Choice, Layer, RollCall};
use crate::model::attendance::Presence;
use crate::model::change::{Change, DecisionEdit};
use crate::model::decision::{Decision, Position, PositionCode, speaks};
use crate::model::{PartnerCode, RecordId};
use crate::panes::differences::card;
use std::rc::Rc;

/// The key for *everybody else goes along*.
const REST: char = '=';

fn decision<'a>(app: &'a App, id: &RecordId) -> Option<&'a Decision> {
    app.session()?.decision(id)
}

fn change(id: &RecordId, edit: DecisionEdit) -> Change {
    Change::Decision(id.clone(), edit)
}

/// Asks for positions: in silence until they were revealed, in the open to set one right after that.
pub fn roll_call(app: &mut App, id: RecordId) {
    let Some(session) = app.session() else { return };
    let Some(found) = session.decision(&id) else { return };
    let silent = found.positions.is_empty();
    let given = |code: &PartnerCode| found.sealed.iter().any(|position| position.partner == *code);
    let partners = session.partners.iter().map(|partner| partner.code.clone());
    let queue: Vec<PartnerCode> = partners.filter(|code| !silent || !given(code)).collect();
    if queue.is_empty() { ask_reveal(app, id) } else { ask(app, id, queue, silent) }
}

fn ask(app: &mut App, id: RecordId, queue: Vec<PartnerCode>, silent: bool) {
    let mut keys: Vec<CallKey> =
        PositionCode::ALL.into_iter().map(|code| CallKey { key: code.letter(), label: app.texts.term(code) }).collect();
    keys.push(CallKey { key: REST, label: app.t("rest-assents") });
    let shown = id.clone();
    let state = Rc::new(move |app: &App, code: &PartnerCode| state(app, &shown, code));
    let asked = id.clone();
    let call = Rc::new(
        move |app: &App, code: &PartnerCode, key: char| {
            if silent { in_silence(app, &asked, code, key) } else { in_the_open(app, &asked, code, key) }
        },
    );
    let title = if silent { "positions-silent-title" } else { "positions-title" };
    let title = app.with(title, &[("number", id.as_str().into())]);
    let mut call = RollCall::new(title, queue, keys, state, call);
    call.card = Some(Rc::new(|app, code| app.view().map(|view| card(&view, code)).unwrap_or_default()));
    if silent {
        call.then = Some(Rc::new(move |app| after_silence(app, id.clone())));
    }
    app.layers.push(Layer::RollCall(call));
}

fn state(app: &App, id: &RecordId, code: &PartnerCode) -> String {
    let Some(session) = app.session() else { return String::new() };
    let presence = speaks(&session.attendance, code);
    let who = app.texts.term(presence);
    let said = match session.decision(id) {
        Some(found) if found.sealed.iter().any(|given| given.partner == *code) => app.t("round-row-in"),
        Some(found) => found.position(code).map_or_else(
            || app.t("none"),
            |found| {
                let reason = if found.reason.is_empty() { String::new() } else { format!(": {}", found.reason) };
                format!("{} {}{reason}", found.code.letter(), app.texts.term(found.code))
            },
        ),
        None => app.t("none"),
    };
    format!("{}{said}", crate::panes::cell(&who, 24))
}

/// The position that a key stands for; an absent partner counts in writing only, with today as its date.
fn meant(app: &App, code: &PartnerCode, key: char) -> Option<Position> {
    let letter = PositionCode::of_letter(key)?;
    let presence = speaks(&app.session()?.attendance, code);
    let written_on = (presence.is_absent() && letter != PositionCode::Absent).then(|| app.clock.today());
    Some(Position { partner: code.clone(), code: letter, reason: String::new(), written_on })
}

fn in_silence(app: &App, id: &RecordId, code: &PartnerCode, key: char) -> Call {
    if key == REST {
        let id = id.clone();
        return Call::Then(Rc::new(move |app| {
            app.carry_out(vec![change(&id, DecisionEdit::SealRest)]);
            after_silence(app, id.clone());
        }));
    }
    meant(app, code, key).map_or(Call::Skip, |position| Call::Change(change(id, DecisionEdit::Seal(position))))
}

fn in_the_open(app: &App, id: &RecordId, code: &PartnerCode, key: char) -> Call {
    if key == REST {
        return Call::Change(change(id, DecisionEdit::RestAssents));
    }
    let Some(position) = meant(app, code, key) else { return Call::Skip };
    if position.code.needs_reason() || position.written_on.is_some() {
        let (id, proposal) = (id.clone(), proposal(app, &position));
        let make = move |reason: &str| with_reason(&id, &position, reason);
        return Call::Reason(proposal, Rc::new(make));
    }
    Call::Change(change(id, DecisionEdit::Position(position)))
}

fn with_reason(id: &RecordId, position: &Position, reason: &str) -> Change {
    change(id, DecisionEdit::Position(Position { reason: reason.to_owned(), ..position.clone() }))
}

/// What the secretary most likely writes: no mandate, or that it came in writing.
fn proposal(app: &App, position: &Position) -> String {
    let presence = app.session().map(|session| speaks(&session.attendance, &position.partner));
    let deputy = presence == Some(Presence::DeputyWithoutMandate) && position.code == PositionCode::Reserved;
    match position {
        _ if deputy => app.t("reserved-proposal"),
        Position { written_on: Some(_), code, .. } if !code.needs_reason() => app.t("written-proposal"),
        _ => String::new(),
    }
}

/// Who is at the table and did not speak is asked first; then everything is shown at once.
fn after_silence(app: &mut App, id: RecordId) {
    let Some(session) = app.session() else { return };
    let silent = session.decision(&id).map(|found| found.still_silent(&session.attendance)).unwrap_or_default();
    if silent.is_empty() {
        return ask_reveal(app, id);
    }
    // `=` does not speak for a deputy without mandate: the roll call goes on with that one.
    let text = app.with("positions-still-silent", &[("partners", names(&silent).into())]);
    app.say(text);
}

fn names(codes: &[PartnerCode]) -> String {
    codes.iter().map(PartnerCode::as_str).collect::<Vec<_>>().join(", ")
}

fn ask_reveal(app: &mut App, id: RecordId) {
    let count = decision(app, &id).map_or(0, |found| found.sealed.len());
    if count == 0 {
        return;
    }
    let choices = vec![
        Choice::lettered('y', app.t("positions-reveal-yes")),
        Choice::lettered('n', app.t("positions-reveal-no")),
        Choice::lettered('r', app.t("positions-reveal-again")),
    ];
    let title = app.with("positions-reveal-title", &[("number", id.as_str().into()), ("count", count.into())]);
    let explanation = app.t("positions-reveal-explanation");
    app.pick(
        title,
        explanation,
        choices,
        Rc::new(move |app, place| match place {
            0 => reveal(app, id.clone()),
            2 => {
                let partners = crate::panes::rows::partners(app);
                ask(app, id.clone(), partners, true);
            }
            _ => {}
        }),
    );
}

/// Everything is on the table at once; then each that differs says why, in its own words.
pub fn reveal(app: &mut App, id: RecordId) {
    match app.commit(vec![change(&id, DecisionEdit::Reveal)]) {
        Ok(_) => ask_reason(app, id),
        Err(why) => app.say(why),
    }
}

/// The first that owes a reason; the next one follows.
pub fn ask_reason(app: &mut App, id: RecordId) {
    let Some(owing) = decision(app, &id).and_then(|found| found.without_reason().next().cloned()) else { return };
    let position = format!("{} {}", owing.code.letter(), app.texts.term(owing.code));
    let args = [("partner", owing.partner.as_str().into()), ("position", position.into())];
    let title = app.with("position-reason-title", &args);
    let (hint, start) = (app.t("reason-hint"), proposal(app, &owing));
    app.ask(
        title,
        hint,
        &start,
        false,
        Rc::new(move |app, reason| {
            if reason.trim().is_empty() {
                return Err(app.t("refused-blank"));
            }
            app.commit(vec![with_reason(&id, &owing, reason)])?;
            ask_reason(app, id.clone());
            Ok(())
        }),
    );
}

/// The text as it stands, to be improved; the next round is about that.
pub fn ask_new_round(app: &mut App, id: RecordId) {
    let Some(text) = decision(app, &id).map(|found| found.text.clone()) else { return };
    let (title, hint) = (app.t("new-round-title"), app.t("new-round-hint"));
    let submit = move |app: &mut App, text: &str| {
        app.commit(vec![change(&id, DecisionEdit::NewRound(text.to_owned()))]).map(|_| ())
    };
    app.ask(title, hint, &text, false, Rc::new(submit));
}
