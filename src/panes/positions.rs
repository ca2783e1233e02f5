//! Positions: given in silence, one letter per partner, and revealed all at once; reasons come after (7.3, domain §2.3).

use crate::desk::Desk;
use crate::desk::field::Field;
use crate::desk::layers::{Call, CallKey, Choice, Layer, Next, RollCall};
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

fn decision<'a>(desk: &'a Desk, id: &RecordId) -> Option<&'a Decision> {
    desk.session()?.decision(id)
}

fn change(id: &RecordId, edit: DecisionEdit) -> Change {
    Change::Decision(id.clone(), edit)
}

/// Asks for positions: in silence until they were revealed, in the open to set one right after that.
pub fn roll_call(desk: &mut Desk, id: RecordId) {
    let Some(session) = desk.session() else { return };
    let Some(found) = session.decision(&id) else { return };
    let silent = found.positions.is_empty();
    let queue: Vec<PartnerCode> = session.codes().filter(|code| !silent || !found.sealed.has(code)).cloned().collect();
    if queue.is_empty() { ask_reveal(desk, id) } else { ask(desk, id, queue, silent) }
}

fn ask(desk: &mut Desk, id: RecordId, queue: Vec<PartnerCode>, silent: bool) {
    let mut keys: Vec<CallKey> = PositionCode::ALL
        .into_iter()
        .map(|code| CallKey { key: code.letter(), label: desk.texts.term(code) })
        .collect();
    keys.push(CallKey { key: REST, label: desk.t("rest-assents") });
    let shown = id.clone();
    let state = Rc::new(move |desk: &Desk, code: &PartnerCode| state(desk, &shown, code));
    let asked = id.clone();
    let call = Rc::new(
        move |desk: &Desk, code: &PartnerCode, key: char| {
            if silent { in_silence(desk, &asked, code, key) } else { in_the_open(desk, &asked, code, key) }
        },
    );
    let title = if silent { "positions-silent-title" } else { "positions-title" };
    let title = desk.with(title, &[("number", id.as_str().into())]);
    let mut call = RollCall::new(title, queue, keys, state, call);
    call.about = decision(desk, &id).map(|found| found.text.clone()).unwrap_or_default();
    let about = call.about.clone();
    call.card = Some(Rc::new(move |desk, code| desk.view().map(|view| card(&view, code, &about)).unwrap_or_default()));
    if silent {
        call.then = Some(Rc::new(move |desk| after_silence(desk, id.clone())));
    }
    desk.layers.push(Layer::RollCall(call));
}

fn state(desk: &Desk, id: &RecordId, code: &PartnerCode) -> String {
    let Some(session) = desk.session() else { return String::new() };
    let presence = speaks(&session.attendance, code);
    let who = desk.texts.term(presence);
    let said = match session.decision(id) {
        Some(found) if found.sealed.has(code) => desk.t("round-row-in"),
        Some(found) => found.position(code).map_or_else(
            || desk.t("none"),
            |found| {
                let reason = if found.reason.is_empty() { String::new() } else { format!(": {}", found.reason) };
                format!("{} {}{reason}", found.code.letter(), desk.texts.term(found.code))
            },
        ),
        None => desk.t("none"),
    };
    format!("{}{said}", crate::desk::cell(&who, 24))
}

/// The position that a key stands for.
fn meant(code: &PartnerCode, key: char) -> Option<Position> {
    let letter = PositionCode::of_letter(key)?;
    Some(Position { partner: code.clone(), code: letter, reason: String::new(), written_on: None })
}

/// Who is absent, and everybody before the meeting begins, counts in writing only: there must be a letter, with a date.
fn needs_letter(desk: &Desk, position: &Position) -> bool {
    let Some(session) = desk.session() else { return false };
    let presence = speaks(&session.attendance, &position.partner);
    let elsewhere = presence.is_absent() || (session.state == State::Planned && !presence.is_present());
    elsewhere && position.code != PositionCode::Absent
}

fn in_silence(desk: &Desk, id: &RecordId, code: &PartnerCode, key: char) -> Call {
    if key == REST {
        let id = id.clone();
        return Call::Then(Rc::new(move |desk| {
            desk.carry_out(vec![change(&id, DecisionEdit::SealRest)]);
            after_silence(desk, id.clone());
        }));
    }
    let Some(position) = meant(code, key) else { return Call::Skip };
    if !needs_letter(desk, &position) {
        return Call::Change(change(id, DecisionEdit::Seal(position)));
    }
    let id = id.clone();
    // Its words come after the reveal, like every reason.
    Call::Ask(Rc::new(move |desk, next| {
        let id = id.clone();
        // Given in silence: that there is a letter tells something already, so nothing is kept of what is typed.
        ask_letter(desk, None, position.clone(), move |desk, position| {
            desk.commit(vec![change(&id, DecisionEdit::Seal(position))])?;
            next(desk);
            Ok(())
        });
    }))
}

fn in_the_open(desk: &Desk, id: &RecordId, code: &PartnerCode, key: char) -> Call {
    if key == REST {
        return Call::Change(change(id, DecisionEdit::RestAssents));
    }
    let Some(position) = meant(code, key) else { return Call::Skip };
    let id = id.clone();
    if needs_letter(desk, &position) {
        return Call::Ask(Rc::new(move |desk, next| {
            let id = id.clone();
            let field = Field::Letter(id.clone(), position.partner.clone());
            ask_letter(desk, Some(field), position.clone(), move |desk, position| {
                if position.written_on.is_some() {
                    ask_words(desk, id.clone(), position, Rc::clone(&next));
                } else {
                    desk.commit(vec![change(&id, DecisionEdit::Position(position))])?;
                    next(desk);
                }
                Ok(())
            });
        }));
    }
    if position.code.needs_reason() {
        let proposal = proposal(desk, &position);
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
    desk: &mut Desk,
    field: Option<Field>,
    position: Position,
    then: impl Fn(&mut Desk, Position) -> Result<(), String> + 'static,
) {
    let planned = desk.session().is_some_and(|session| session.state == State::Planned);
    let title = if planned { "letter-title-before" } else { "letter-title" };
    let title = desk.with(title, &[("partner", position.partner.as_str().into())]);
    let hint = desk.t("letter-hint");
    let submit = move |desk: &mut Desk, text: &str| {
        if text.trim().is_empty() {
            return then(desk, Position { code: PositionCode::Absent, ..position.clone() });
        }
        let day = parse_past_date(text, desk.clock.today()).ok_or_else(|| desk.t("letter-unclear"))?;
        then(desk, Position { written_on: Some(day), ..position.clone() })
    };
    desk.ask(field, title, hint, "", false, Rc::new(submit));
    if let Some(Layer::Prompt(prompt)) = desk.layers.last_mut() {
        prompt.echo = Some(letter_echo);
    }
}

/// The date as the program understands it, in full.
fn letter_echo(desk: &Desk, text: &str) -> String {
    let day = parse_past_date(text, desk.clock.today());
    day.map_or_else(String::new, |day| notation::date_full(day, desk.texts.lang))
}

/// What the letter says, or why the partner differs; a letter that goes along may leave it at that.
fn ask_words(desk: &mut Desk, id: RecordId, position: Position, next: Next) {
    let said = format!("{} {}", position.code.letter(), desk.texts.term(position.code));
    let args = [("partner", position.partner.as_str().into()), ("position", said.into())];
    let is_letter = position.written_on.is_some();
    let title = desk.with(if is_letter { "letter-words-title" } else { "position-reason-title" }, &args);
    let hint = desk.t(if position.code.needs_reason() { "reason-hint" } else { "letter-words-hint" });
    let start = proposal(desk, &position);
    let field = Field::Position(id.clone(), position.partner.clone());
    let submit = move |desk: &mut Desk, words: &str| {
        if words.trim().is_empty() && position.code.needs_reason() {
            return Err(desk.t("refused-blank"));
        }
        desk.commit(vec![with_reason(&id, &position, words)])?;
        next(desk);
        Ok(())
    };
    desk.ask(field, title, hint, &start, false, Rc::new(submit));
}

/// What the secretary most likely writes of a deputy without mandate.
fn proposal(desk: &Desk, position: &Position) -> String {
    let presence = desk.session().map(|session| speaks(&session.attendance, &position.partner));
    let deputy = presence == Some(Presence::DeputyWithoutMandate) && position.code == PositionCode::Reserved;
    if deputy { desk.t("reserved-proposal") } else { String::new() }
}

/// Who is at the table and did not speak is asked first; then everything is shown at once.
fn after_silence(desk: &mut Desk, id: RecordId) {
    let Some(session) = desk.session() else { return };
    let silent = session.decision(&id).map(|found| found.still_silent(&session.attendance)).unwrap_or_default();
    if silent.is_empty() {
        return ask_reveal(desk, id);
    }
    // `=` does not speak for a deputy without mandate: the roll call goes on with that one.
    let text = desk.with("positions-still-silent", &[("partners", names(&silent).into())]);
    desk.say(text);
}

fn names(codes: &[PartnerCode]) -> String {
    codes.iter().map(PartnerCode::as_str).collect::<Vec<_>>().join(", ")
}

fn ask_reveal(desk: &mut Desk, id: RecordId) {
    let count = decision(desk, &id).map_or(0, |found| found.sealed.len());
    if count == 0 {
        return;
    }
    let choices = vec![
        Choice::yes(&desk.texts, desk.t("positions-reveal-yes")),
        Choice::lettered('n', desk.t("positions-reveal-no")),
        Choice::lettered('r', desk.t("positions-reveal-again")),
    ];
    let title = desk.with("positions-reveal-title", &[("number", id.as_str().into()), ("count", count.into())]);
    let explanation = desk.t("positions-reveal-explanation");
    desk.pick(
        title,
        explanation,
        choices,
        Rc::new(move |desk, place| match place {
            0 => reveal(desk, id.clone()),
            2 => {
                let partners = rows::partners(desk);
                ask(desk, id.clone(), partners, true);
            }
            _ => {}
        }),
    );
}

/// Everything is on the table at once; then each that differs, or wrote a letter, says why in its own words.
pub fn reveal(desk: &mut Desk, id: RecordId) {
    match desk.commit(vec![change(&id, DecisionEdit::Reveal)]) {
        Ok(_) => {
            let letters = decision(desk, &id).map(|found| found.positions.clone()).unwrap_or_default();
            let silent = |found: &Position| found.reason.is_empty();
            let asks = |found: &Position| found.code.needs_reason() || found.written_on.is_some();
            ask_each(desk, id, letters.into_iter().filter(|found| silent(found) && asks(found)).collect());
        }
        Err(why) => desk.say(why),
    }
}

/// Those that owe a reason, one after the other.
pub fn ask_reason(desk: &mut Desk, id: RecordId) {
    let owing = decision(desk, &id).map(|found| found.without_reason().cloned().collect()).unwrap_or_default();
    ask_each(desk, id, owing);
}

/// Why this partner takes its position: asked where it owes that, and at its turn otherwise.
pub fn open_reason(desk: &mut Desk, id: RecordId, partner: &PartnerCode) {
    let asks = |found: &&Position| found.reason.is_empty() && (found.code.needs_reason() || found.written_on.is_some());
    let position = decision(desk, &id).and_then(|found| found.position(partner)).filter(asks).cloned();
    match position {
        Some(position) => ask_each(desk, id, vec![position]),
        None => roll_call(desk, id),
    }
}

fn ask_each(desk: &mut Desk, id: RecordId, mut queue: Vec<Position>) {
    if queue.is_empty() {
        return;
    }
    let (now, again) = (queue.remove(0), id.clone());
    ask_words(desk, id, now, Rc::new(move |desk| ask_each(desk, again.clone(), queue.clone())));
}

/// The text as it stands, to be improved; the next round is about that.
pub fn ask_new_round(desk: &mut Desk, id: RecordId) {
    let Some(text) = decision(desk, &id).map(|found| found.text.clone()) else { return };
    let (title, hint) = (desk.t("new-round-title"), desk.t("new-round-hint"));
    let field = Field::NewRound(id.clone());
    let submit = move |desk: &mut Desk, text: &str| {
        desk.commit(vec![change(&id, DecisionEdit::NewRound(text.to_owned()))]).map(|_| ())
    };
    desk.ask(field, title, hint, &text, false, Rc::new(submit));
}

/// Trust, one key per partner at the table and hidden; only mean and lowest are kept (7.4).
pub fn ask_trust(desk: &mut Desk, id: RecordId) {
    let Some(session) = desk.session() else { return };
    let present = session.attendance.iter().filter(|seat| seat.presence.is_present());
    let mut asked: Vec<PartnerCode> = present.map(|seat| seat.partner.clone()).collect();
    if asked.is_empty() {
        asked = rows::partners(desk);
    }
    // With fewer a mean and a lowest would show who gave what.
    let enough = ROWS_SHOWN.min(asked.len());
    let title = desk.with("trust-title", &[("number", id.as_str().into())]);
    let done = Rc::new(move |desk: &mut Desk, scores: Vec<Option<u8>>| {
        let given: Vec<u8> = scores.into_iter().flatten().collect();
        let trust = TrustCheck::of(&given).filter(|_| given.len() >= enough);
        match trust {
            Some(trust) => {
                desk.carry_out(vec![change(&id, DecisionEdit::Trust(trust))]);
            }
            None => {
                let text = desk.with("trust-too-few", &[("count", enough.into())]);
                desk.say(text);
            }
        }
    });
    rows::ask_row(desk, title, asked, 10, done);
}
