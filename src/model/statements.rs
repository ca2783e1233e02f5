//! Signals as statements that are true or not, each with the records it rests on; never weighted, never summed
//! (domain §6.5, §6.6). And what they propose for the agenda, item by item.

use super::agenda::Room;
use super::ambition::Standing;
use super::attendance::Table;
use super::balance::ROUND_OLD_DAYS;
use super::decision::DecisionOutcome;
use super::ids::{PartnerCode, RecordId};
use super::look_back::Tally;
use super::session::Session;
use super::signals::{Answer, StallSignal, stall, unanchored};
use chrono::NaiveDate;

/// One statement about the collaboration.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// What is stated.
    pub claim: Claim,
    /// True, not true, or nothing to go by yet.
    pub raised: Option<bool>,
    /// The values that its words name.
    pub values: Vec<(&'static str, String)>,
    /// The records it rests on.
    pub records: Vec<RecordId>,
}

/// What a statement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// One of the seven signals of stall.
    Stall(StallSignal),
    /// Fewer partners differ while the temperature falls.
    SilentDissent,
    /// Ten or more decisions in a row were unanimous.
    FalseConsensus,
    /// A decision touches the effort of a partner that did not speak.
    AbsentTouched,
    /// Levels at the table differ by two or more.
    UnevenLevels,
    /// A partner gains something that no KPI shows.
    BenefitWithoutKpi,
    /// A partner is committed to an older sentence.
    StaleCommitment,
    /// A mandate ends within thirty days.
    MandateEnds,
    /// The last benefit round is older than six months.
    OldRound,
    /// Decisions wait for their place in the covenant.
    Unanchored,
    /// The covenant is reviewed within a hundred days.
    CovenantReview,
    /// A factor had no item with an outcome in the last three sessions, and is not on this agenda.
    QuietFactor(u8),
}

/// So many unanimous decisions in a row ask whether anybody was really asked.
const UNANIMOUS: u32 = 10;
/// A mandate is named this long before its end.
const MANDATE_DAYS: i64 = 30;
/// A review of the covenant is named this long before.
const REVIEW_DAYS: i64 = 100;
/// A factor without an item is named after so many sessions.
const QUIET_SESSIONS: usize = 3;

impl Claim {
    /// Where the meeting looks into it.
    pub fn room(self) -> Room {
        match self {
            Self::Stall(StallSignal::Actions | StallSignal::Attendance) | Self::UnevenLevels | Self::MandateEnds => {
                Room::Opening
            }
            Self::Stall(StallSignal::Deferred | StallSignal::Upward) | Self::Unanchored | Self::CovenantReview => {
                Room::Governance
            }
            Self::Stall(StallSignal::Temperature) => Room::Relation,
            Self::Stall(StallSignal::Kpi) => Room::Kpis,
            Self::Stall(StallSignal::Stories) => Room::Successes,
            Self::SilentDissent | Self::FalseConsensus | Self::AbsentTouched => Room::Differences,
            Self::BenefitWithoutKpi | Self::StaleCommitment => Room::Ambition,
            Self::OldRound => Room::Balance,
            Self::QuietFactor(factor) => {
                Room::ALL.into_iter().find(|room| room.factor() == Some(factor)).unwrap_or(Room::Free)
            }
        }
    }
}

/// Every statement, the seven of stall first.
pub fn statements(session: &Session, today: NaiveDate) -> Vec<Statement> {
    let mut found: Vec<Statement> = stall(session, today).into_iter().map(|answer| of_stall(session, answer)).collect();
    found.extend([
        silent_dissent(session),
        false_consensus(session),
        absent_touched(session),
        uneven_levels(session),
        benefit_without_kpi(session),
        stale_commitment(session),
        mandate_ends(session, today),
        old_round(session, today),
        waits_for_covenant(session, today),
        covenant_review(session, today),
    ]);
    found.extend(quiet_factors(session));
    found
}

fn statement(claim: Claim, raised: Option<bool>, values: Vec<(&'static str, String)>) -> Statement {
    Statement { claim, raised, values, records: Vec::new() }
}

fn names(codes: &[PartnerCode]) -> String {
    codes.iter().map(PartnerCode::as_str).collect::<Vec<_>>().join(", ")
}

fn of_stall(session: &Session, answer: Answer) -> Statement {
    let last = session.look_back.last().map(|tally| tally.session);
    let from_last = |since: u32| Some(since) == last;
    let records = match answer.signal {
        StallSignal::Actions => {
            let late = session.actions.iter().filter(|action| from_last(action.session) && !action.was_on_time());
            late.map(|action| action.id.clone()).collect()
        }
        StallSignal::Deferred => {
            let deferred = session.decisions.iter().filter(|decision| from_last(decision.session));
            let deferred = deferred.filter(|decision| decision.outcome == Some(DecisionOutcome::Deferred));
            deferred.map(|decision| decision.id.clone()).collect()
        }
        StallSignal::Upward => {
            let below = session.escalations.iter().filter(|found| found.within_lower_mandate == Some(true));
            below.map(|found| found.id.clone()).collect()
        }
        _ => Vec::new(),
    };
    let of = answer.of.map_or_else(String::new, |(part, whole)| format!("{part}/{whole}"));
    Statement { claim: Claim::Stall(answer.signal), raised: answer.raised, values: vec![("of", of)], records }
}

/// Dissent falls while the temperature falls too: perhaps it only fell silent.
fn silent_dissent(session: &Session) -> Statement {
    let of = |tally: &Tally| tally.dissent_with(&session.decisions);
    let last_two = |list: &[Tally]| Some((of(list.get(list.len().checked_sub(2)?)?), of(list.last()?)));
    let rounds: Vec<_> = session.relation.temperatures.iter().filter(|round| round.is_complete()).collect();
    let means = rounds.len().checked_sub(2).and_then(|here| Some((rounds[here].mean()?, rounds.last()?.mean()?)));
    let both = last_two(&session.look_back).zip(means);
    let raised = both.map(|((before, now), (warm, cold))| now < before && cold < warm);
    let values =
        both.map_or_else(Vec::new, |((before, now), _)| vec![("before", before.to_string()), ("now", now.to_string())]);
    let values = if values.is_empty() { vec![("before", String::new()), ("now", String::new())] } else { values };
    let records = session.differences.iter().map(|found| found.id.clone()).collect();
    Statement { records, ..statement(Claim::SilentDissent, raised, values) }
}

fn false_consensus(session: &Session) -> Statement {
    let streak = session.unanimous_in_a_row();
    statement(Claim::FalseConsensus, Some(streak >= UNANIMOUS), vec![("count", streak.to_string())])
}

fn absent_touched(session: &Session) -> Statement {
    let over_absent = session.decisions.iter().filter(|decision| {
        let silent = |code: &PartnerCode| {
            decision.position(code).is_none_or(|found| found.code == super::decision::PositionCode::Absent)
        };
        !decision.positions.is_empty() && decision.touches.iter().any(silent)
    });
    let records: Vec<RecordId> = over_absent.map(|decision| decision.id.clone()).collect();
    Statement { raised: Some(!records.is_empty()), records, ..statement(Claim::AbsentTouched, None, Vec::new()) }
}

fn uneven_levels(session: &Session) -> Statement {
    let today = Table::of(&session.attendance);
    let levels = today.levels.or_else(|| session.look_back.last()?.levels);
    let raised = levels.map(|(low, high)| high - low >= 2);
    let (low, high) = levels.unwrap_or_default();
    statement(Claim::UnevenLevels, raised, vec![("low", low.to_string()), ("high", high.to_string())])
}

fn benefit_without_kpi(session: &Session) -> Statement {
    let without = session.ambition.benefits.iter().filter(|benefit| benefit.kpi.is_none());
    let partners: Vec<PartnerCode> = without.map(|benefit| benefit.partner.clone()).collect();
    statement(Claim::BenefitWithoutKpi, Some(!partners.is_empty()), vec![("partners", names(&partners))])
}

fn stale_commitment(session: &Session) -> Statement {
    let codes = session.partners.iter().map(|partner| &partner.code);
    let stale: Vec<PartnerCode> =
        codes.filter(|code| session.ambition.standing(code) == Standing::Stale).cloned().collect();
    statement(Claim::StaleCommitment, Some(!stale.is_empty()), vec![("partners", names(&stale))])
}

fn mandate_ends(session: &Session, today: NaiveDate) -> Statement {
    let ending = session.mandates_ending(today, MANDATE_DAYS);
    let people: Vec<String> = ending.iter().map(|(partner, person, _)| format!("{person} ({partner})")).collect();
    statement(Claim::MandateEnds, Some(!people.is_empty()), vec![("people", people.join(", "))])
}

fn old_round(session: &Session, today: NaiveDate) -> Statement {
    let last = session.benefit_rounds.iter().rev().find(|round| round.revealed);
    let age = last.map(|round| (today - round.date).num_days());
    let days = age.map_or_else(String::new, |days| days.to_string());
    statement(Claim::OldRound, age.map(|days| days > ROUND_OLD_DAYS), vec![("days", days)])
}

fn waits_for_covenant(session: &Session, today: NaiveDate) -> Statement {
    let waiting = unanchored(session, today);
    let longest = waiting.iter().map(|(_, days)| *days).max().unwrap_or(0);
    let records: Vec<RecordId> = waiting.into_iter().map(|(id, _)| id).collect();
    let values = vec![("days", longest.to_string())];
    Statement { raised: Some(!records.is_empty()), records, ..statement(Claim::Unanchored, None, values) }
}

fn covenant_review(session: &Session, today: NaiveDate) -> Statement {
    let days = session.governance.covenant.as_ref().map(|covenant| (covenant.review - today).num_days());
    let text = days.map_or_else(String::new, |days| days.to_string());
    statement(Claim::CovenantReview, days.map(|days| days <= REVIEW_DAYS), vec![("days", text)])
}

/// Factors that had no item with an outcome lately and are not on this agenda either.
fn quiet_factors(session: &Session) -> Vec<Statement> {
    let tallies = &session.look_back;
    if tallies.len() < QUIET_SESSIONS {
        return Vec::new();
    }
    let recent = &tallies[tallies.len() - QUIET_SESSIONS..];
    let quiet = (1..=8u8).filter(|factor| {
        let treated = recent.iter().any(|tally| tally.factors.contains(factor));
        let planned = session.agenda.items.iter().any(|item| item.room.factor() == Some(*factor));
        !treated && !planned
    });
    quiet
        .map(|factor| {
            let values = vec![("factor", factor.to_string()), ("sessions", QUIET_SESSIONS.to_string())];
            statement(Claim::QuietFactor(factor), Some(true), values)
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::start::first_session;

    #[test]
    fn a_new_chain_has_nothing_to_go_by_and_says_so() {
        let partners = [("POL".into(), "Politie".to_owned())];
        let session = first_session("Proef", &partners, "2026-12-10".parse().unwrap(), |_| String::new());
        let found = statements(&session, session.date);
        assert!(found.iter().all(|statement| statement.raised != Some(true)), "{found:?}");
        assert!(found[..7].iter().all(|statement| statement.raised.is_none()), "no session to look back on");
    }
}
