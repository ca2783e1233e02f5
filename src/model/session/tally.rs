//! What a session leaves behind in figures, so that trends need no older file.

use crate::model::action::Action;
use crate::model::agenda::{Agenda, Purpose};
use crate::model::decision::Decision;
use crate::model::figures::share;
use crate::model::governance::escalation::Upward;
use crate::model::ids::PartnerCode;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// So many sessions are looked back on; older ones are in their own files only.
pub const LOOK_BACK: usize = 12;

/// The figures of one earlier session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    /// Which session.
    pub session: u32,
    /// When.
    pub date: NaiveDate,
    /// Seats where the member sat.
    pub members: u32,
    /// Seats in all.
    pub seats: u32,
    /// Lowest and highest level at the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub levels: Option<(u8, u8)>,
    /// Partners that were absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absent: Vec<PartnerCode>,
    /// Minutes by purpose.
    pub minutes: Minutes,
    /// Agenda items.
    pub items: u32,
    /// Of which with an outcome.
    pub items_with_outcome: u32,
    /// Decisions that came to the table.
    pub decisions: u32,
    /// Of which deferred.
    pub deferred: u32,
    /// Positions A, B, T and O, those of earlier consent rounds included; what was written afterwards counts here from the
    /// moment its decision does not go along any more.
    pub dissent: u32,
    /// Mean of the trust checks after dissent, 1 to 10 (7.4).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trust: Option<f64>,
    /// Decisions that were adopted.
    #[serde(default)]
    pub adopted: u32,
    /// Of which carried out when a later file began without them (8.4).
    #[serde(default)]
    pub executed: u32,
    /// Unanimous decisions in a row up to this session's end.
    pub unanimous_in_a_row: u32,
    /// Actions it gave.
    pub actions: u32,
    /// Of which no longer open when a later file began.
    pub actions_settled: u32,
    /// Of which settled on time.
    pub actions_on_time: u32,
    /// Escalations that reached the steering group.
    pub escalations: u32,
    /// Of which within a lower mandate.
    pub within_lower_mandate: u32,
    /// Of which not prepared.
    pub unprepared: u32,
    /// The success factors that had an item with an outcome.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub factors: Vec<u8>,
}

/// Minutes by purpose of the items.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minutes {
    /// Procedure.
    pub procedure: u32,
    /// Informatie.
    pub inform: u32,
    /// Bespreken, differences included.
    pub discuss: u32,
    /// Besluiten.
    pub decide: u32,
    /// Relatie.
    pub relate: u32,
}

impl Minutes {
    /// Adds up an agenda: time spent where a clock ran, planned time where the group was through without one.
    pub fn of(agenda: &Agenda) -> Self {
        let mut sums = Self::default();
        for item in &agenda.items {
            let minutes = match item.spent {
                0 if item.is_done() => item.minutes,
                spent => spent.div_ceil(60),
            };
            let sum = match item.purpose {
                Purpose::Procedure => &mut sums.procedure,
                Purpose::Inform => &mut sums.inform,
                Purpose::Discuss | Purpose::Explore => &mut sums.discuss,
                Purpose::Decide => &mut sums.decide,
                Purpose::Relate => &mut sums.relate,
            };
            *sum = sum.saturating_add(minutes);
        }
        sums
    }
}

/// How many of them pass the test.
pub(in crate::model) fn count<T>(records: &[T], test: impl Fn(&T) -> bool) -> u32 {
    u32::try_from(records.iter().filter(|record| test(record)).count()).unwrap_or(u32::MAX)
}

/// Dissent that was written after the day of the session.
pub(in crate::model) fn written(decision: &Decision, day: NaiveDate) -> u32 {
    count(&decision.positions, |position| {
        position.code.is_dissent() && position.written_on.is_some_and(|written| written > day)
    })
}

/// Actions on time of one session (`expected.actions`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionsOnTime {
    /// Given in all.
    pub total: u32,
    /// Done on or before their first date.
    pub on_time: u32,
}

impl ActionsOnTime {
    /// Share on time.
    pub fn rate(self) -> Option<f64> {
        share(self.on_time, self.total)
    }
}

impl Tally {
    /// Actions on time of this session, with what `actions` settled since.
    pub fn actions_with(&self, actions: &[Action]) -> ActionsOnTime {
        let since = count(actions, |action| action.session == self.session && action.was_on_time());
        ActionsOnTime { total: self.actions, on_time: self.actions_on_time + since }
    }

    /// Dissent of this session, with what partners wrote after it.
    pub fn dissent_with<'a>(&self, decisions: impl IntoIterator<Item = &'a Decision>) -> u32 {
        let own = decisions.into_iter().filter(|decision| decision.session == self.session);
        self.dissent + own.map(|decision| written(decision, self.date)).sum::<u32>()
    }

    /// Decisions of this session that were carried out, with what `decisions` tells since.
    pub fn executed_with(&self, decisions: &[Decision]) -> u32 {
        self.executed + count(decisions, |found| found.session == self.session && found.executed_on.is_some())
    }

    /// Upward delegation of this session.
    pub fn upward(&self) -> Upward {
        Upward { n: self.escalations, within_mandate: self.within_lower_mandate, unprepared: self.unprepared }
    }
}
