//! Positions: given in silence, one letter per partner, and revealed all at once; reasons come after (7.3, domain §2.3).

use crate::app::App;
use crate::app::field::Field;
use crate::app::layer::{Call, CallKey, Choice, Layer, Next, RollCall};
use crate::model::attendance::Presence;
use crate::model::change::{Change, DecisionEdit};
use crate::model::decision::{Decision, Position, PositionCode, TrustCheck, speaks};
use crate::model::privacy::silence::ROWS_SHOWN;
use crate::model::{PartnerCode, RecordId, State};
use crate::panes::differences::card;
use crate::panes::rows;
use crate::text::notation;
use crate::text::past_date::parse_past_date;
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
    let queue: Vec<PartnerCode> = session.codes().filter(|code| !silent || !found.sealed.has(code)).cloned().collect();
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
    call.about = decision(app, &id).map(|found| found.text.clone()).unwrap_or_default();
    let about = call.about.clone();
    call.card = Some(Rc::new(move |app, code| app.view().map(|view| card(&view, code, &about)).unwrap_or_default()));
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
        Some(found) if found.sealed.has(code) => app.t("round-row-in"),
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

/// The position that a key stands for.
fn meant(code: &PartnerCode, key: char) -> Option<Position> {
    let letter = PositionCode::of_letter(key)?;
    Some(Position { partner: code.clone(), code: letter, reason: String::new(), written_on: None })
}

/// Who is absent, and everybody before the meeting begins, counts in writing only: there must be a letter, with a date.
fn needs_letter(app: &App, position: &Position) -> bool {
    let Some(session) = app.session() else { return false };
    let presence = speaks(&session.attendance, &position.partner);
    let elsewhere = presence.is_absent() || (session.state == State::Planned && !presence.is_present());
    elsewhere && position.code != PositionCode::Absent
}

fn in_silence(app: &App, id: &RecordId, code: &PartnerCode, key: char) -> Call {
    if key == REST {
        let id = id.clone();
        return Call::Then(Rc::new(move |app| {
            app.carry_out(vec![change(&id, DecisionEdit::SealRest)]);
            after_silence(app, id.clone());
        }));
    }
    let Some(position) = meant(code, key) else { return Call::Skip };
    if !needs_letter(app, &position) {
        return Call::Change(change(id, DecisionEdit::Seal(position)));
    }
    let id = id.clone();
    // Its words come after the reveal, like every reason.
    Call::Ask(Rc::new(move |app, next| {
        let id = id.clone();
        // Given in silence: that there is a letter tells something already, so nothing is kept of what is typed.
        ask_letter(app, None, position.clone(), move |app, position| {
            app.commit(vec![change(&id, DecisionEdit::Seal(position))])?;
            next(app);
            Ok(())
        });
    }))
}

fn in_the_open(app: &App, id: &RecordId, code: &PartnerCode, key: char) -> Call {
    if key == REST {
        return Call::Change(change(id, DecisionEdit::RestAssents));
    }
    let Some(position) = meant(code, key) else { return Call::Skip };
    let id = id.clone();
    if needs_letter(app, &position) {
        return Call::Ask(Rc::new(move |app, next| {
            let id = id.clone();
            let field = Field::Letter(id.clone(), position.partner.clone());
            ask_letter(app, Some(field), position.clone(), move |app, position| {
                if position.written_on.is_some() {
                    ask_words(app, id.clone(), position, Rc::clone(&next));
                } else {
                    app.commit(vec![change(&id, DecisionEdit::Position(position))])?;
                    next(app);
                }
                Ok(())
            });
        }));
    }
    if position.code.needs_reason() {
        let proposal = proposal(app, &position);
        let field = Field::Position(id.clone(), position.partner.clone());
        let make = move |reason: &str| with_reason(&id, &position, reason);
        return Call::Reason(field, proposal, Rc::new(make));
    }
    Call::Change(change(&id, DecisionEdit::Position(position)))
}

fn with_reason(id: &RecordId, position: &Position, reason: &str) -> Change {
    change(id, DecisionEdit::Position(Position { reason: reason.trim().to_owned(), ..position.clone() }))
}

/// The date of the letter; without a letter the partner is absent and nothing else.
fn ask_letter(
    app: &mut App,
    field: Option<Field>,
    position: Position,
    then: impl Fn(&mut App, Position) -> Result<(), String> + 'static,
) {
    let planned = app.session().is_some_and(|session| session.state == State::Planned);
    let title = if planned { "letter-title-before" } else { "letter-title" };
    let title = app.with(title, &[("partner", position.partner.as_str().into())]);
    let hint = app.t("letter-hint");
    let submit = move |app: &mut App, text: &str| {
        if text.trim().is_empty() {
            return then(app, Position { code: PositionCode::Absent, ..position.clone() });
        }
        let day = parse_past_date(text, app.clock.today()).ok_or_else(|| app.t("letter-unclear"))?;
        then(app, Position { written_on: Some(day), ..position.clone() })
    };
    app.ask(field, title, hint, "", false, Rc::new(submit));
    if let Some(Layer::Prompt(prompt)) = app.layers.last_mut() {
        prompt.echo = Some(letter_echo);
    }
}

/// The date as the program understands it, in full.
fn letter_echo(app: &App, text: &str) -> String {
    let day = parse_past_date(text, app.clock.today());
    day.map_or_else(String::new, |day| notation::date_full(day, app.texts.lang))
}

/// What the letter says, or why the partner differs; a letter that goes along may leave it at that.
fn ask_words(app: &mut App, id: RecordId, position: Position, next: Next) {
    let said = format!("{} {}", position.code.letter(), app.texts.term(position.code));
    let args = [("partner", position.partner.as_str().into()), ("position", said.into())];
    let is_letter = position.written_on.is_some();
    let title = app.with(if is_letter { "letter-words-title" } else { "position-reason-title" }, &args);
    let hint = app.t(if position.code.needs_reason() { "reason-hint" } else { "letter-words-hint" });
    let start = proposal(app, &position);
    let field = Field::Position(id.clone(), position.partner.clone());
    let submit = move |app: &mut App, words: &str| {
        if words.trim().is_empty() && position.code.needs_reason() {
            return Err(app.t("refused-blank"));
        }
        app.commit(vec![with_reason(&id, &position, words)])?;
        next(app);
        Ok(())
    };
    app.ask(field, title, hint, &start, false, Rc::new(submit));
}

/// What the secretary most likely writes of a deputy without mandate.
fn proposal(app: &App, position: &Position) -> String {
    let presence = app.session().map(|session| speaks(&session.attendance, &position.partner));
    let deputy = presence == Some(Presence::DeputyWithoutMandate) && position.code == PositionCode::Reserved;
    if deputy { app.t("reserved-proposal") } else { String::new() }
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
        Choice::yes(&app.texts, app.t("positions-reveal-yes")),
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
                let partners = rows::partners(app);
                ask(app, id.clone(), partners, true);
            }
            _ => {}
        }),
    );
}

/// Everything is on the table at once; then each that differs, or wrote a letter, says why in its own words.
pub fn reveal(app: &mut App, id: RecordId) {
    match app.commit(vec![change(&id, DecisionEdit::Reveal)]) {
        Ok(_) => {
            let letters = decision(app, &id).map(|found| found.positions.clone()).unwrap_or_default();
            let silent = |found: &Position| found.reason.is_empty();
            let asks = |found: &Position| found.code.needs_reason() || found.written_on.is_some();
            ask_each(app, id, letters.into_iter().filter(|found| silent(found) && asks(found)).collect());
        }
        Err(why) => app.say(why),
    }
}

/// Those that owe a reason, one after the other.
pub fn ask_reason(app: &mut App, id: RecordId) {
    let owing = decision(app, &id).map(|found| found.without_reason().cloned().collect()).unwrap_or_default();
    ask_each(app, id, owing);
}

/// Why this partner takes its position: asked where it owes that, and at its turn otherwise.
pub fn open_reason(app: &mut App, id: RecordId, partner: &PartnerCode) {
    let asks = |found: &&Position| found.reason.is_empty() && (found.code.needs_reason() || found.written_on.is_some());
    let position = decision(app, &id).and_then(|found| found.position(partner)).filter(asks).cloned();
    match position {
        Some(position) => ask_each(app, id, vec![position]),
        None => roll_call(app, id),
    }
}

fn ask_each(app: &mut App, id: RecordId, mut queue: Vec<Position>) {
    if queue.is_empty() {
        return;
    }
    let (now, again) = (queue.remove(0), id.clone());
    ask_words(app, id, now, Rc::new(move |app| ask_each(app, again.clone(), queue.clone())));
}

/// The text as it stands, to be improved; the next round is about that.
pub fn ask_new_round(app: &mut App, id: RecordId) {
    let Some(text) = decision(app, &id).map(|found| found.text.clone()) else { return };
    let (title, hint) = (app.t("new-round-title"), app.t("new-round-hint"));
    let field = Field::NewRound(id.clone());
    let submit = move |app: &mut App, text: &str| {
        app.commit(vec![change(&id, DecisionEdit::NewRound(text.to_owned()))]).map(|_| ())
    };
    app.ask(field, title, hint, &text, false, Rc::new(submit));
}

/// Trust, one key per partner at the table and hidden; only mean and lowest are kept (7.4).
pub fn ask_trust(app: &mut App, id: RecordId) {
    let Some(session) = app.session() else { return };
    let present = session.attendance.iter().filter(|seat| seat.presence.is_present());
    let mut asked: Vec<PartnerCode> = present.map(|seat| seat.partner.clone()).collect();
    if asked.is_empty() {
        asked = rows::partners(app);
    }
    // With fewer a mean and a lowest would show who gave what.
    let enough = ROWS_SHOWN.min(asked.len());
    let title = app.with("trust-title", &[("number", id.as_str().into())]);
    let done = Rc::new(move |app: &mut App, scores: Vec<Option<u8>>| {
        let given: Vec<u8> = scores.into_iter().flatten().collect();
        let trust = TrustCheck::of(&given).filter(|_| given.len() >= enough);
        match trust {
            Some(trust) => {
                app.carry_out(vec![change(&id, DecisionEdit::Trust(trust))]);
            }
            None => {
                let text = app.with("trust-too-few", &[("count", enough.into())]);
                app.say(text);
            }
        }
    });
    rows::ask_row(app, title, asked, 10, done);
}
