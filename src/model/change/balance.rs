//! Changes of the benefit round: rows that stay hidden and locked until all are shown together (domain §6.1).

use super::{Refusal, known, log, said, withdrawn, within};
use crate::model::balance::{BenefitRound, EstimateRow};
use crate::model::decision::{Decision, DecisionKind, DecisionOutcome, Rebalance};
use crate::model::ids::{ItemNo, PartnerCode, RecordId, RecordKind};
use crate::model::session::{Event, Session};
use chrono::{NaiveDate, NaiveDateTime};

/// A change of the benefit round of this session.
#[derive(Debug, Clone, PartialEq)]
pub enum BalanceEdit {
    /// One partner's row; the first one starts the round.
    Row(EstimateRow),
    /// A row that was entered wrong goes before anybody saw it; that it went is on record.
    Withdraw(PartnerCode),
    /// All rows are shown.
    Reveal,
    /// A decision that sets the balance of a partner right.
    Rebalance {
        /// Whose balance.
        partner: PartnerCode,
        /// What is decided.
        text: String,
        /// The effort it should come to, 1 to 10.
        effort_after: u8,
        /// Under which item.
        item: Option<ItemNo>,
    },
}

pub(super) fn apply(
    session: &mut Session,
    edit: &BalanceEdit,
    now: NaiveDateTime,
) -> Result<Option<RecordId>, Refusal> {
    match edit {
        BalanceEdit::Row(row) => add(session, row, now.date()).map(|()| None),
        BalanceEdit::Withdraw(code) => {
            let round = session.round_at_hand_mut().filter(|round| !round.is_revealed()).ok_or(Refusal::NoRound)?;
            withdrawn(round.rows.withdraw(code))?;
            log(session, now, Event::RowWithdrawn { partner: code.clone() });
            Ok(None)
        }
        BalanceEdit::Reveal => {
            let round = session.round_at_hand_mut().ok_or(Refusal::NoRound)?;
            if round.rows.is_empty() {
                return Err(Refusal::NoRound);
            }
            round.rows.open();
            Ok(None)
        }
        BalanceEdit::Rebalance { partner, text, effort_after, item } => {
            rebalance(session, partner, &said(text)?, within(*effort_after, 1, 10)?, item.clone()).map(Some)
        }
    }
}

/// A row that was entered is locked: nobody adapts to what came before.
fn add(session: &mut Session, row: &EstimateRow, today: NaiveDate) -> Result<(), Refusal> {
    known(session, &row.by)?;
    for score in row.scores.iter().flatten().chain(&row.effort) {
        within(*score, 1, 10)?;
    }
    if session.round_at_hand().is_none() {
        let about = session.codes().cloned().collect();
        let round = BenefitRound::new(session.number, today, about);
        session.benefit_rounds.push(round);
    }
    let round = session.round_at_hand_mut().ok_or(Refusal::NoRound)?;
    if round.is_revealed() {
        return Err(Refusal::Revealed);
    }
    if round.rows.has(&row.by) {
        return Err(Refusal::RowLocked(row.by.clone()));
    }
    if row.scores.len() != round.about.len() {
        return Err(Refusal::RowIncomplete(row.by.clone()));
    }
    round.rows.put(row.clone());
    Ok(())
}

/// Effort and benefit of before stand in the decision; the next round tells what came of it.
fn rebalance(
    session: &mut Session,
    partner: &PartnerCode,
    text: &str,
    effort_after: u8,
    item: Option<ItemNo>,
) -> Result<RecordId, Refusal> {
    known(session, partner)?;
    if let Some(obstacle) = session.obstacle_to_deciding() {
        return Err(obstacle.into());
    }
    let round = session.benefit_rounds.iter().rev().find(|round| round.is_revealed()).ok_or(Refusal::NoRound)?;
    let effort_before = round.row(partner).and_then(|row| row.effort);
    let benefit_before = round.estimate(partner, partner);
    let item = item.or_else(|| session.agenda.running.as_ref().map(|running| running.item.clone()));
    let id = session.next_id(RecordKind::Decision);
    let mut decision = Decision::new(id.clone(), session.number, session.date, item, text);
    decision.kind = Some(DecisionKind::Rebalance);
    decision.touches = vec![partner.clone()];
    let partner = partner.clone();
    decision.rebalance = Some(Rebalance { partner, effort_before, benefit_before, effort_after });
    session.decisions.push(decision);
    Ok(id)
}

impl Session {
    /// The decision that sets the balance of a partner right, taken or prepared since the round of that session.
    pub fn rebalance_of(&self, partner: &PartnerCode, round: u32) -> Option<&Decision> {
        self.decisions.iter().rev().find(|decision| {
            decision.rebalance.as_ref().is_some_and(|found| found.partner == *partner)
                && decision.session >= round
                && decision.outcome.is_none_or(DecisionOutcome::is_adopted)
        })
    }

    /// The benefit round that is being filled, in this session or left over from an earlier one; else that of this session.
    pub fn round_at_hand(&self) -> Option<&BenefitRound> {
        self.place_at_hand().and_then(|place| self.benefit_rounds.get(place))
    }

    fn round_at_hand_mut(&mut self) -> Option<&mut BenefitRound> {
        self.place_at_hand().and_then(|place| self.benefit_rounds.get_mut(place))
    }

    fn place_at_hand(&self) -> Option<usize> {
        let place = |test: fn(&BenefitRound, u32) -> bool| {
            self.benefit_rounds.iter().rposition(|round| test(round, self.number))
        };
        place(|round, _| !round.is_revealed()).or_else(|| place(|round, number| round.session == number))
    }
}
