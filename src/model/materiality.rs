//! What the partners really put in together, and what came of it (8.4, *een echte, materiële samenwerking*).

use crate::model::decision::{Decision, DecisionOutcome};
use crate::model::session::Session;

/// What is pooled. A figure that no partner gave is none, not zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Materiality {
    /// Hours a month.
    pub hours: Option<u32>,
    /// People.
    pub people: Option<u32>,
    /// Euros a year.
    pub euros: Option<u32>,
    /// Decisions that were adopted, in this session and those that are looked back on.
    pub adopted: u32,
    /// Of which carried out.
    pub executed: u32,
}

fn sum(figures: impl Iterator<Item = Option<u32>>) -> Option<u32> {
    figures.flatten().fold(None, |sum, figure| Some(sum.unwrap_or(0_u32).saturating_add(figure)))
}

impl Materiality {
    /// Adds up what the partners put in, and what was decided and done.
    pub fn of(session: &Session) -> Self {
        let partners = || session.partners.iter();
        let own = session.own_decisions().filter(|found| found.outcome.is_some_and(DecisionOutcome::is_adopted));
        let own: Vec<&Decision> = own.collect();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let earlier: u32 = session.look_back.iter().map(|tally| tally.adopted).sum();
        let done: u32 = session.look_back.iter().map(|tally| tally.executed_with(&session.decisions)).sum();
        Self {
            hours: sum(partners().map(|partner| partner.effort_hours_month)),
            people: sum(partners().map(|partner| partner.people)),
            euros: sum(partners().map(|partner| partner.euros_year)),
            adopted: earlier + count(own.len()),
            executed: done + count(own.iter().filter(|found| found.executed_on.is_some()).count()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_gave_is_not_zero() {
        assert_eq!(sum([None, None].into_iter()), None);
        assert_eq!(sum([Some(3), None, Some(4)].into_iter()), Some(7));
    }
}
