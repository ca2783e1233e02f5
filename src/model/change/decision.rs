//! Changes of a decision, and the rules of positions (domain §2.3).

use super::{Refusal, find, known, put, said, toggle};
use crate::model::attendance::{Presence, Seat};
use crate::model::decision::{
    ConsentRound, Decision, DecisionForm, DecisionKind, DecisionOutcome, Minority, Position, PositionCode, TrustCheck,
    speaks,
};
use crate::model::ids::{PartnerCode, RecordId};
use crate::model::privacy::sealed::Sealed;
use crate::model::session::{Session, State};
use chrono::NaiveDate;

/// A change of one decision.
#[derive(Debug, Clone, PartialEq)]
pub enum DecisionEdit {
    /// Its text.
    Text(String),
    /// Its kind.
    Kind(DecisionKind),
    /// How the group decides.
    Form(DecisionForm),
    /// Where a partner stands.
    Position(Position),
    /// Where a partner stands, given in silence: its reason comes after the reveal.
    Seal(Position),
    /// Every partner that is there and has not spoken goes along.
    RestAssents,
    /// The same, in silence.
    SealRest,
    /// What was given in silence is on the table, all at once.
    Reveal,
    /// A new consent round on an improved text.
    NewRound(String),
    /// What came of it.
    Outcome(DecisionOutcome),
    /// What the record says about it.
    Explanation(String),
    /// A minority position, word for word; an empty text takes it out.
    Minority(PartnerCode, String),
    /// Whether the minority carries the decision out all the same.
    CarriesOut(PartnerCode, bool),
    /// Trust after dissent.
    Trust(TrustCheck),
    /// Who sees to it.
    Owner(PartnerCode),
    /// By when.
    Due(Option<NaiveDate>),
    /// A partner whose effort it touches, or not any more.
    Touches(PartnerCode),
    /// The article it belongs in; empty for none.
    Article(String),
    /// It stands in the covenant now, or not yet.
    InCovenant(bool),
    /// The decision it takes up again.
    Resumes(Option<RecordId>),
    /// When a reservation was lifted.
    Ratified(Option<NaiveDate>),
    /// When it was carried out.
    Executed(Option<NaiveDate>),
    /// When it is looked at again.
    Review(Option<NaiveDate>),
}

pub(super) fn apply(session: &mut Session, id: &RecordId, edit: &DecisionEdit) -> Result<(), Refusal> {
    if let DecisionEdit::Minority(code, _) | DecisionEdit::Owner(code) | DecisionEdit::Touches(code) = edit {
        known(session, code)?;
    }
    let seats = session.attendance.clone();
    let (number, is_planned) = (session.number, session.state == State::Planned);
    let decision = find(&mut session.decisions, |decision| decision.id == *id)?;
    match edit {
        DecisionEdit::Text(text) => decision.text = said(text)?,
        DecisionEdit::Kind(kind) => set_kind(decision, *kind),
        DecisionEdit::Form(form) => decision.form = Some(*form),
        DecisionEdit::Position(position) => take_position(decision, position, &seats)?,
        DecisionEdit::Seal(position) => {
            may_say(position, &seats)?;
            decision.sealed.put(position.clone());
        }
        DecisionEdit::RestAssents => {
            let rest = rest(decision.form, &seats, |code| decision.position(code).is_some());
            decision.positions.extend(rest);
        }
        DecisionEdit::SealRest => seal_rest(decision, &seats),
        DecisionEdit::Reveal => reveal(decision, &seats)?,
        DecisionEdit::NewRound(text) => new_round(decision, text)?,
        DecisionEdit::Outcome(_) if is_planned && decision.session == number && !is_in_writing(decision) => {
            return Err(Refusal::NotAtTheTable);
        }
        DecisionEdit::Outcome(outcome) => set_outcome(decision, *outcome, &seats)?,
        DecisionEdit::Explanation(text) => text.trim().clone_into(&mut decision.explanation),
        DecisionEdit::Minority(code, text) if text.trim().is_empty() => {
            decision.minorities.retain(|minority| minority.partner != *code);
        }
        DecisionEdit::Minority(code, text) => {
            let carries_out =
                decision.minorities.iter().find(|old| old.partner == *code).and_then(|old| old.carries_out);
            let entry = Minority { partner: code.clone(), text: text.clone(), carries_out };
            put(&mut decision.minorities, entry, |old| old.partner == *code);
        }
        DecisionEdit::CarriesOut(code, yes) => {
            find(&mut decision.minorities, |minority| minority.partner == *code)?.carries_out = Some(*yes);
        }
        DecisionEdit::Trust(trust) => {
            super::within(trust.min, 1, 10)?;
            if !(1.0..=10.0).contains(&trust.mean) {
                return Err(Refusal::OutOfRange { low: 1, high: 10 });
            }
            decision.trust = Some(trust.clone());
        }
        DecisionEdit::Owner(code) => decision.owner = Some(code.clone()),
        DecisionEdit::Due(due) => decision.due = *due,
        DecisionEdit::Touches(code) => {
            toggle(&mut decision.touches, code);
            let adopted = decision.outcome.filter(|outcome| outcome.is_adopted());
            if let (Some(_), Some(silent)) = (adopted, decision.touched_silent(&seats)) {
                return Err(Refusal::TouchesAbsent(silent.clone()));
            }
        }
        DecisionEdit::Ratified(day) => decision.ratified_on = *day,
        DecisionEdit::Executed(day) => decision.executed_on = *day,
        DecisionEdit::Review(day) => decision.review_on = *day,
        DecisionEdit::Resumes(other) => decision.resumes.clone_from(other),
        DecisionEdit::Article(article) => {
            let article = article.trim();
            decision.article = (!article.is_empty()).then(|| article.to_owned());
        }
        DecisionEdit::InCovenant(stands) => return anchor(session, id, *stands),
    }
    if decision.session == number {
        reopen(decision, &seats);
    }
    Ok(())
}

/// An outcome that the positions contradict by now is open again.
fn reopen(decision: &mut Decision, seats: &[Seat]) {
    if decision.outcome.is_some_and(|outcome| decision.contradicts(outcome, seats).is_some()) {
        decision.outcome = None;
    }
}

/// Somebody sent its position, so the group may be deciding in writing.
fn is_in_writing(decision: &Decision) -> bool {
    decision.positions.iter().any(|position| position.written_on.is_some())
}

/// The text of before is kept with its positions; everybody speaks again, and nothing came of it yet.
fn new_round(decision: &mut Decision, text: &str) -> Result<(), Refusal> {
    let improved = said(text)?;
    let text = std::mem::replace(&mut decision.text, improved);
    let positions = std::mem::take(&mut decision.positions);
    decision.sealed = Sealed::default();
    decision.outcome = None;
    decision.rounds.push(ConsentRound { text, positions });
    Ok(())
}

/// Frames, policy, direction and means are laid down in the covenant (3.3): from now on that is waited for.
fn set_kind(decision: &mut Decision, kind: DecisionKind) {
    decision.kind = Some(kind);
    if kind.belongs_in_covenant() {
        decision.in_covenant.get_or_insert(false);
    } else if decision.in_covenant == Some(false) {
        decision.in_covenant = None;
    }
}

fn take_position(decision: &mut Decision, position: &Position, seats: &[Seat]) -> Result<(), Refusal> {
    if position.code.needs_reason() && position.reason.trim().is_empty() {
        return Err(Refusal::ReasonNeeded(position.code));
    }
    may_say(position, seats)?;
    put(&mut decision.positions, position.clone(), |old| old.partner == position.partner);
    Ok(())
}

/// Who is absent speaks in writing only; a deputy without mandate can only reserve.
fn may_say(position: &Position, seats: &[Seat]) -> Result<(), Refusal> {
    let code = position.code;
    let presence = speaks(seats, &position.partner);
    let spoken = position.written_on.is_none();
    if presence.is_absent() && spoken && code != PositionCode::Absent {
        return Err(Refusal::AbsentNeedsWriting(position.partner.clone()));
    }
    let may_speak = matches!(code, PositionCode::Reserved | PositionCode::Absent);
    if presence.is_present() && code == PositionCode::Absent {
        return Err(Refusal::IsAtTheTable(position.partner.clone()));
    }
    if presence == Presence::DeputyWithoutMandate && spoken && !may_speak {
        return Err(Refusal::OnlyReserve(position.partner.clone()));
    }
    Ok(())
}

/// What those say who said nothing yet and go along. An absent partner is X; a deputy without mandate still has to say its
/// reservation.
fn rest(form: Option<DecisionForm>, seats: &[Seat], has_spoken: impl Fn(&PartnerCode) -> bool) -> Vec<Position> {
    let assent = form.unwrap_or(DecisionForm::Consensus).assent();
    let said = seats.iter().filter(|seat| !has_spoken(&seat.partner)).filter_map(|seat| {
        let code = match seat.presence {
            Presence::Member | Presence::DeputyWithMandate => assent,
            Presence::AbsentWithNotice | Presence::Absent => PositionCode::Absent,
            Presence::DeputyWithoutMandate | Presence::Unknown => return None,
        };
        Some(Position { partner: seat.partner.clone(), code, reason: String::new(), written_on: None })
    });
    said.collect()
}

fn seal_rest(decision: &mut Decision, seats: &[Seat]) {
    let rest = rest(decision.form, seats, |code| decision.sealed.has(code));
    rest.into_iter().for_each(|position| decision.sealed.put(position));
}

/// Everybody who is there has to be in before anything is seen; who is absent and did not write is X.
fn reveal(decision: &mut Decision, seats: &[Seat]) -> Result<(), Refusal> {
    if decision.sealed.is_empty() {
        return Err(Refusal::NothingSealed);
    }
    let silent = decision.still_silent(seats);
    if !silent.is_empty() {
        return Err(Refusal::StillSilent(silent));
    }
    seal_rest(decision, seats);
    for position in decision.sealed.reveal() {
        put(&mut decision.positions, position.clone(), |old| old.partner == position.partner);
    }
    let place = |code: &PartnerCode| seats.iter().position(|seat| seat.partner == *code);
    decision.positions.sort_by_key(|position| place(&position.partner));
    Ok(())
}

fn set_outcome(decision: &mut Decision, outcome: DecisionOutcome, seats: &[Seat]) -> Result<(), Refusal> {
    if !decision.sealed.is_empty() {
        return Err(Refusal::NotRevealed);
    }
    if let Some(owing) = decision.without_reason().next() {
        return Err(Refusal::ReasonOwed(owing.partner.clone()));
    }
    match decision.contradicts(outcome, seats) {
        Some(refusal) => Err(refusal),
        None => {
            decision.outcome = Some(outcome);
            Ok(())
        }
    }
}

/// Lays a decision down in its article, or takes that back.
fn anchor(session: &mut Session, id: &RecordId, stands: bool) -> Result<(), Refusal> {
    let article = session.decision(id).and_then(|decision| decision.article.clone());
    let covenant = session.governance.covenant.as_mut().ok_or(Refusal::NoCovenant)?;
    for entry in &mut covenant.articles {
        entry.decisions.retain(|other| other != id);
        if stands && Some(&entry.no) == article.as_ref() {
            entry.decisions.push(id.clone());
        }
    }
    find(&mut session.decisions, |decision| decision.id == *id)?.in_covenant = Some(stands);
    Ok(())
}
