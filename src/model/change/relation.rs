//! Changes of the relation: temperature, moments, being together; and the pulse on the eight factors.

use super::{Refusal, known, log, put, said, take_out, withdrawn, within};
use crate::model::calendar::recurrence::Rule;
use crate::model::ids::PartnerCode;
use crate::model::privacy::mentions::named;
use crate::model::relation::{Cafe, Moment, RelationActivity, TemperatureRound, TemperatureRow, Together};
use crate::model::session::{Event, FACTORS, FactorPulse, PulseRow, Session};
use chrono::{NaiveDate, NaiveDateTime};

/// A change of the relation.
#[derive(Debug, Clone, PartialEq)]
pub enum RelationEdit {
    /// How a partner rates the behaviour of each other, in the order of the partners, itself left out as none.
    Temperature(TemperatureRow),
    /// What went well or grated.
    Moment {
        /// It went well.
        good: bool,
        /// The behaviour.
        text: String,
    },
    /// Something done together.
    Activity {
        /// When.
        date: NaiveDate,
        /// What.
        title: String,
    },
    /// A café: how many people, and which partners.
    Cafe {
        /// When.
        date: NaiveDate,
        /// How many people; none came to one that was cancelled.
        people: u32,
        /// Which partners.
        who: Vec<PartnerCode>,
    },
    /// When the café is, as a recurrence rule; empty is the first Thursday of the month.
    CafeRule(String),
    /// A moment of this session was something else.
    CorrectMoment {
        /// Its place in the list.
        place: usize,
        /// It went well.
        good: bool,
        /// The behaviour.
        text: String,
    },
    /// An activity was something else, or on another day.
    CorrectActivity {
        /// What stands on record.
        was: (NaiveDate, String),
        /// When it was.
        date: NaiveDate,
        /// What it was.
        title: String,
    },
    /// The café of a day was on another day.
    MoveCafe(NaiveDate, NaiveDate),
    /// Something that was put on record goes.
    Remove(Together),
    /// Both want the group to see how they rate each other, or not any more.
    OpenTie(PartnerCode, PartnerCode),
    /// The group looks at the temperature, though not everybody is in.
    RevealTemperature,
    /// A temperature that was entered wrong goes before anybody saw it; that it went is on record.
    WithdrawTemperature(PartnerCode),
    /// One partner's pulse, 1 to 5 per factor.
    Pulse(PulseRow),
    /// A pulse that was entered wrong goes before anybody saw it; that it went is on record.
    WithdrawPulse(PartnerCode),
    /// The group looks at the pulse, though not everybody is in.
    RevealPulse,
}

pub(super) fn apply(session: &mut Session, edit: &RelationEdit, now: NaiveDateTime) -> Result<(), Refusal> {
    match edit {
        RelationEdit::Temperature(row) => temperature(session, row)?,
        RelationEdit::WithdrawTemperature(code) => withdraw_temperature(session, code, now)?,
        RelationEdit::RevealTemperature => {
            let enough = session.rows_needed();
            let round = session.own_temperature_mut();
            round.filter(|round| round.rows.len() >= enough).ok_or(Refusal::TooFewRows(enough))?.reveal();
        }
        RelationEdit::OpenTie(one, other) => open_tie(session, one, other)?,
        RelationEdit::Pulse(row) => pulse(session, row)?,
        RelationEdit::WithdrawPulse(code) => withdraw_pulse(session, code, now)?,
        RelationEdit::RevealPulse => {
            let enough = session.rows_needed();
            let pulse = session.own_pulse_mut();
            pulse.filter(|pulse| pulse.rows.len() >= enough).ok_or(Refusal::TooFewRows(enough))?.reveal();
        }
        RelationEdit::Moment { good, text } => {
            let (session_number, text) = (session.number, behaviour(session, text)?);
            session.relation.moments.push(Moment { session: session_number, good: *good, text });
        }
        RelationEdit::CorrectMoment { place, good, text } => {
            let text = behaviour(session, text)?;
            let moment = own_moment(session, *place)?;
            (moment.good, moment.text) = (*good, text);
        }
        RelationEdit::Activity { date, title } => {
            let title = said(title)?;
            session.relation.activities.push(RelationActivity { date: *date, title });
            session.relation.activities.sort_by_key(|activity| activity.date);
        }
        RelationEdit::CorrectActivity { was: (day, what), date, title } => {
            let title = said(title)?;
            let activities = &mut session.relation.activities;
            let activity = super::find(activities, |found| found.date == *day && found.title == *what)?;
            *activity = RelationActivity { date: *date, title };
            activities.sort_by_key(|activity| activity.date);
        }
        RelationEdit::Cafe { date, people, who } => cafe(session, *date, *people, who, now.date())?,
        RelationEdit::MoveCafe(from, to) => move_cafe(session, *from, *to, now.date())?,
        RelationEdit::CafeRule(rule) => {
            let rule = rule.trim().to_uppercase();
            if !rule.is_empty() && Rule::parse(&rule).is_none() {
                return Err(Refusal::NoRule);
            }
            session.relation.cafe_rule = rule;
        }
        RelationEdit::Remove(what) => remove(session, what)?,
    }
    Ok(())
}

fn withdraw_temperature(session: &mut Session, code: &PartnerCode, now: NaiveDateTime) -> Result<(), Refusal> {
    let number = session.number;
    let round = session.own_temperature_mut().ok_or(Refusal::NoRound)?;
    if round.may_be_shown() {
        return Err(Refusal::Revealed);
    }
    withdrawn(round.rows.withdraw(code))?;
    session.relation.temperatures.retain(|round| round.session != number || !round.rows.is_empty());
    log(session, now, Event::RowWithdrawn { partner: code.clone() });
    Ok(())
}

fn withdraw_pulse(session: &mut Session, code: &PartnerCode, now: NaiveDateTime) -> Result<(), Refusal> {
    let number = session.number;
    let pulse = session.own_pulse_mut().ok_or(Refusal::NoRound)?;
    if pulse.may_be_shown() {
        return Err(Refusal::Revealed);
    }
    withdrawn(pulse.withdraw(code))?;
    // Without rows it would look like an older one, of which only the means are known.
    session.pulses.retain(|pulse| pulse.session != number || !pulse.rows.is_empty());
    log(session, now, Event::RowWithdrawn { partner: code.clone() });
    Ok(())
}

fn move_cafe(session: &mut Session, from: NaiveDate, to: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    let cafes = &mut session.relation.cafes;
    if from != to && cafes.iter().any(|cafe| cafe.date == to) {
        return Err(Refusal::NameTaken(to.to_string()));
    }
    let cafe = super::find(cafes, |cafe| cafe.date == from)?;
    if cafe.people > 0 && to > today {
        return Err(Refusal::CafeToCome);
    }
    cafe.date = to;
    cafes.sort_by_key(|cafe| cafe.date);
    Ok(())
}

/// Who said it, and about whom, is not kept.
fn behaviour(session: &Session, text: &str) -> Result<String, Refusal> {
    let text = said(text)?;
    let found = named(session, &text);
    if found.is_empty() { Ok(text) } else { Err(Refusal::NamesSomebody(found)) }
}

fn own_moment(session: &mut Session, place: usize) -> Result<&mut Moment, Refusal> {
    let number = session.number;
    let moment = session.relation.moments.get_mut(place).ok_or(Refusal::NoSuchRecord)?;
    if moment.session == number { Ok(moment) } else { Err(Refusal::FromEarlierSession) }
}

/// A plan is no attendance, and no partner came without people; who stands there twice counts once.
fn cafe(
    session: &mut Session,
    date: NaiveDate,
    people: u32,
    who: &[PartnerCode],
    today: NaiveDate,
) -> Result<(), Refusal> {
    who.iter().try_for_each(|code| known(session, code))?;
    let mut came: Vec<PartnerCode> = Vec::new();
    for code in who {
        if !came.contains(code) {
            came.push(code.clone());
        }
    }
    let partners = u32::try_from(came.len()).unwrap_or(u32::MAX);
    if people < partners {
        return Err(Refusal::FewerPeopleThanPartners);
    }
    if people > 0 && date > today {
        return Err(Refusal::CafeToCome);
    }
    let cafe = Cafe { date, people, partners, who: came };
    put(&mut session.relation.cafes, cafe, |old| old.date == date);
    session.relation.cafes.sort_by_key(|cafe| cafe.date);
    Ok(())
}

fn remove(session: &mut Session, what: &Together) -> Result<(), Refusal> {
    match what {
        Together::Moment(place) => {
            own_moment(session, *place)?;
            session.relation.moments.remove(*place);
            Ok(())
        }
        Together::Cafe(date) => take_out(&mut session.relation.cafes, |cafe| cafe.date == *date),
        Together::Activity(date, title) => {
            take_out(&mut session.relation.activities, |found| found.date == *date && found.title == *title)
        }
    }
}

/// A row that is in stays as it is, as in the benefit round.
fn temperature(session: &mut Session, row: &TemperatureRow) -> Result<(), Refusal> {
    known(session, &row.by)?;
    row.scores.iter().flatten().try_for_each(|score| within(*score, 1, 10).map(|_| ()))?;
    if session.own_temperature().is_none() {
        let about = session.codes().cloned().collect();
        let round = TemperatureRound::of(session.number, about, Vec::new());
        session.relation.temperatures.push(round);
    }
    let round = session.own_temperature_mut().ok_or(Refusal::NoRound)?;
    if round.may_be_shown() {
        return Err(Refusal::Revealed);
    }
    if round.rows.has(&row.by) {
        return Err(Refusal::RowLocked(row.by.clone()));
    }
    if row.scores.len() != round.about.len() {
        return Err(Refusal::RowIncomplete(row.by.clone()));
    }
    round.put(row.clone());
    Ok(())
}

/// Ties are for the two alone until both want otherwise (domain §6.2).
fn open_tie(session: &mut Session, one: &PartnerCode, other: &PartnerCode) -> Result<(), Refusal> {
    known(session, one)?;
    known(session, other)?;
    if one == other {
        return Err(Refusal::SamePartner);
    }
    let pair = if one < other { (one.clone(), other.clone()) } else { (other.clone(), one.clone()) };
    let round = session.relation.temperatures.iter_mut().rev().find(|round| round.may_be_shown());
    let ties = &mut round.ok_or(Refusal::NoRound)?.open_ties;
    match ties.iter().position(|open| *open == pair) {
        Some(here) => {
            ties.remove(here);
        }
        None => ties.push(pair),
    }
    Ok(())
}

/// The means follow from the rows; nobody adapts to what is seen already.
fn pulse(session: &mut Session, row: &PulseRow) -> Result<(), Refusal> {
    known(session, &row.by)?;
    row.scores.iter().flatten().try_for_each(|score| within(*score, 1, 5).map(|_| ()))?;
    if row.scores.len() != FACTORS {
        return Err(Refusal::RowIncomplete(row.by.clone()));
    }
    if session.own_pulse().is_none() {
        let number = session.number;
        session.pulses.push(FactorPulse::new(number));
    }
    let to_be_asked: Vec<PartnerCode> = session.expected().cloned().collect();
    let enough = session.rows_needed();
    let pulse = session.own_pulse_mut().ok_or(Refusal::NoRound)?;
    if pulse.may_be_shown() {
        return Err(Refusal::Revealed);
    }
    if pulse.rows.has(&row.by) {
        return Err(Refusal::RowLocked(row.by.clone()));
    }
    pulse.put(row.clone());
    if pulse.rows.len() >= enough && to_be_asked.iter().all(|code| pulse.rows.has(code)) {
        pulse.reveal();
    }
    Ok(())
}
