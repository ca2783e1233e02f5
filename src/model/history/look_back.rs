//! The figures of a session that ends, from its own records.

use crate::model::action::Action;
use crate::model::agenda::Agenda;
use crate::model::attendance::Table;
use crate::model::decision::{Decision, DecisionOutcome};
use crate::model::figures::{mean, rounded};
use crate::model::governance::escalation::Upward;
use crate::model::session::Session;
use crate::model::session::tally::{Minutes, Tally, count, written};

fn rounded_mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    mean(values).map(|mean| rounded(mean, 2))
}

/// The success factors that had an item with an outcome, in order.
fn factors(agenda: &Agenda) -> Vec<u8> {
    let done = agenda.items.iter().filter(|item| item.is_done());
    let mut factors: Vec<u8> = done.filter_map(|item| item.room.factor()).collect();
    factors.sort_unstable();
    factors.dedup();
    factors
}

/// The figures of the sessions that were held, oldest first: those looked back on, and this one when it is closed.
pub fn held(session: &Session) -> Vec<Tally> {
    let mut all = session.look_back.to_vec();
    if !session.is_open() {
        all.push(Tally::of(session));
    }
    all
}

impl Tally {
    /// The figures of a session that ends, from its own records.
    pub fn of(session: &Session) -> Self {
        let number = session.number;
        let table = Table::of(&session.attendance);
        let upward = Upward::of(&session.escalations, number);
        let own = |decision: &Decision| decision.session == number;
        let given: Vec<Action> = session.actions.iter().filter(|action| action.session == number).cloned().collect();
        let decided = session.decisions.iter().filter(|decision| own(decision));
        let stays = |decision: &Decision| decision.is_open_among(&session.decisions);
        let written_later = |found: &Decision| if stays(found) { written(found, session.date) } else { 0 };
        let dissent: u32 = decided.map(|found| found.dissent().saturating_sub(written_later(found))).sum();
        Self {
            session: number,
            date: session.date,
            members: table.members,
            seats: table.seats,
            levels: table.levels,
            absent: table.absent,
            minutes: Minutes::of(&session.agenda),
            items: count(&session.agenda.items, |_| true),
            items_with_outcome: count(&session.agenda.items, crate::model::agenda::AgendaItem::is_done),
            decisions: count(&session.decisions, own),
            deferred: count(&session.decisions, |found| own(found) && found.outcome == Some(DecisionOutcome::Deferred)),
            dissent,
            trust: rounded_mean(session.own_decisions().filter_map(|found| Some(found.trust.as_ref()?.mean))),
            adopted: count(&session.decisions, |found| {
                own(found) && found.outcome.is_some_and(DecisionOutcome::is_adopted)
            }),
            executed: count(&session.decisions, |found| own(found) && found.executed_on.is_some() && !stays(found)),
            unanimous_in_a_row: session.unanimous_in_a_row(),
            actions: count(&given, |_| true),
            actions_settled: count(&given, |action| !action.is_open()),
            actions_on_time: count(&given, Action::was_on_time),
            escalations: upward.n,
            within_lower_mandate: upward.within_mandate,
            unprepared: upward.unprepared,
            factors: factors(&session.agenda),
        }
    }
}
