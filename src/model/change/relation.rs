//! Changes of the relation: temperature, moments, being together; and the pulse on the eight factors.

use super::{Refusal, known, put, said, within};
use crate::model::calendar::Rule;
use crate::model::figures::{mean, rounded};
use crate::model::ids::PartnerCode;
use crate::model::relation::{Cafe, Moment, RelationActivity, TemperatureRound, TemperatureRow};
use crate::model::session::{FactorPulse, PulseRow, Session};
use crate::model::silence::ROWS_SHOWN;
use chrono::NaiveDate;

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
    /// Both want the group to see how they rate each other, or not any more.
    OpenTie(PartnerCode, PartnerCode),
    /// The group looks at the temperature, though not everybody is in.
    RevealTemperature,
    /// One partner's pulse, 1 to 5 per factor.
    Pulse(PulseRow),
    /// The group looks at the pulse, though not everybody is in.
    RevealPulse,
}

pub(super) fn apply(session: &mut Session, edit: &RelationEdit) -> Result<(), Refusal> {
    match edit {
        RelationEdit::Temperature(row) => temperature(session, row)?,
        RelationEdit::Moment { good, text } => {
            let (session_number, text) = (session.number, said(text)?);
            session.relation.moments.push(Moment { session: session_number, good: *good, text });
        }
        RelationEdit::Activity { date, title } => {
            let title = said(title)?;
            session.relation.activities.push(RelationActivity { date: *date, title });
            session.relation.activities.sort_by_key(|activity| activity.date);
        }
        RelationEdit::Cafe { date, people, who } => {
            who.iter().try_for_each(|code| known(session, code))?;
            let partners = u32::try_from(who.len()).unwrap_or(u32::MAX);
            let cafe = Cafe { date: *date, people: *people, partners, who: who.clone() };
            put(&mut session.relation.cafes, cafe, |old| old.date == *date);
            session.relation.cafes.sort_by_key(|cafe| cafe.date);
        }
        RelationEdit::CafeRule(rule) => {
            let rule = rule.trim().to_uppercase();
            if !rule.is_empty() && Rule::parse(&rule).is_none() {
                return Err(Refusal::NoRule);
            }
            session.relation.cafe_rule = rule;
        }
        RelationEdit::OpenTie(one, other) => open_tie(session, one, other)?,
        RelationEdit::RevealTemperature => {
            let (number, enough) = (session.number, ROWS_SHOWN.min(session.partners.len()));
            let round = session.relation.temperatures.iter_mut().find(|round| round.session == number);
            let round = round.filter(|round| round.rows.len() >= enough).ok_or(Refusal::TooFewRows(enough))?;
            round.revealed = true;
        }
        RelationEdit::Pulse(row) => pulse(session, row)?,
        RelationEdit::RevealPulse => {
            let (number, enough) = (session.number, ROWS_SHOWN.min(session.partners.len()));
            let pulse = session.pulses.iter_mut().find(|pulse| pulse.session == number);
            let pulse = pulse.filter(|pulse| pulse.rows.len() >= enough).ok_or(Refusal::TooFewRows(enough))?;
            pulse.revealed = true;
        }
    }
    Ok(())
}

/// A row that is in stays as it is, as in the benefit round.
fn temperature(session: &mut Session, row: &TemperatureRow) -> Result<(), Refusal> {
    known(session, &row.by)?;
    row.scores.iter().flatten().try_for_each(|score| within(*score, 1, 10).map(|_| ()))?;
    let number = session.number;
    let about: Vec<PartnerCode> = session.partners.iter().map(|partner| partner.code.clone()).collect();
    let rounds = &mut session.relation.temperatures;
    if !rounds.iter().any(|round| round.session == number) {
        let round = TemperatureRound { session: number, about, ..TemperatureRound::default() };
        rounds.push(round);
    }
    let round = super::find(rounds, |round| round.session == number)?;
    if round.may_be_shown() || round.rows.iter().any(|old| old.by == row.by) {
        return Err(Refusal::RowLocked(row.by.clone()));
    }
    if row.scores.len() != round.about.len() {
        return Err(Refusal::RowIncomplete(row.by.clone()));
    }
    round.rows.push(row.clone());
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

/// Factors of the model.
const FACTORS: usize = 8;

/// The means follow from the rows; nobody adapts to what is seen already.
fn pulse(session: &mut Session, row: &PulseRow) -> Result<(), Refusal> {
    known(session, &row.by)?;
    row.scores.iter().flatten().try_for_each(|score| within(*score, 1, 5).map(|_| ()))?;
    if row.scores.len() != FACTORS {
        return Err(Refusal::RowIncomplete(row.by.clone()));
    }
    let number = session.number;
    if !session.pulses.iter().any(|pulse| pulse.session == number) {
        session.pulses.push(FactorPulse { session: number, means: Vec::new(), rows: Vec::new(), revealed: false });
    }
    let partners = session.partners.len();
    let pulse = super::find(&mut session.pulses, |pulse| pulse.session == number)?;
    if pulse.revealed || pulse.rows.iter().any(|old| old.by == row.by) {
        return Err(Refusal::RowLocked(row.by.clone()));
    }
    pulse.rows.push(row.clone());
    let of = |factor: usize| pulse.rows.iter().filter_map(move |row| row.scores.get(factor).copied().flatten());
    pulse.means = (0..FACTORS).map(|factor| mean(of(factor).map(f64::from)).map(|mean| rounded(mean, 1))).collect();
    pulse.revealed = pulse.rows.len() >= partners;
    Ok(())
}
