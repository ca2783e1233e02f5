//! The statements of domain §6.5 and §6.6: yes, no, or nothing to go by yet.

use super::{Claim, Statement, Value, count, names, partners, statement, text};
use crate::model::agenda::Room;
use crate::model::ambition::Standing;
use crate::model::attendance::{MANDATE_NOTICE_DAYS, Seat, Table, is_uneven};
use crate::model::balance::ROUND_OLD_DAYS;
use crate::model::claim::StallSignal;
use crate::model::decision::{Decision, DecisionKind, DecisionOutcome};
use crate::model::ids::{Month, PartnerCode, RecordId};
use crate::model::kpi::Kpi;
use crate::model::kpi::figures::{Rag, evaluate};
use crate::model::session::Session;
use crate::model::session::tally::Tally;
use crate::model::statements::stall::{Answer, stall, unanchored};
use chrono::NaiveDate;

/// So many unanimous decisions in a row ask whether anybody was really asked.
const UNANIMOUS: u32 = 10;
/// A review of the covenant is named this long before.
const REVIEW_DAYS: i64 = 100;
/// A factor without an item is named after so many sessions.
const QUIET_SESSIONS: usize = 3;

/// The seven of stall first.
pub(super) fn all(session: &Session, today: NaiveDate) -> Vec<Statement> {
    let mut found: Vec<Statement> =
        stall(session, today).into_iter().map(|answer| of_stall(session, answer, today)).collect();
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

fn of_records(records: &[RecordId]) -> String {
    records.iter().map(RecordId::as_str).collect::<Vec<_>>().join(", ")
}

fn about_partners(claim: Claim, codes: &[PartnerCode]) -> Statement {
    let values = vec![("partners", partners(codes))];
    Statement { about: names(codes), ..statement(claim, Some(!codes.is_empty()), values) }
}

fn of_stall(session: &Session, answer: Answer, today: NaiveDate) -> Statement {
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
            let below = session.escalations.iter().filter(|found| from_last(found.session));
            let below = below.filter(|found| found.within_lower_mandate == Some(true));
            below.map(|found| found.id.clone()).collect()
        }
        StallSignal::Attendance | StallSignal::Temperature | StallSignal::Kpi | StallSignal::Stories => Vec::new(),
    };
    let of = answer.of.map_or_else(String::new, |(part, whole)| format!("{part}/{whole}"));
    let about = last.map_or_else(String::new, |number| format!("S{number}"));
    let mut values = vec![("of", text(of))];
    values.extend(beside_records(session, answer.signal, today));
    Statement { claim: Claim::Stall(answer.signal), about, raised: answer.raised, values, records }
}

/// What a signal of stall rests on that is no record.
fn beside_records(session: &Session, signal: StallSignal, today: NaiveDate) -> Option<(&'static str, Value)> {
    let last = session.look_back.last()?;
    Some(match signal {
        StallSignal::Attendance | StallSignal::Upward => ("meeting", Value::Meeting(last.session)),
        StallSignal::Temperature => ("meeting", Value::Meeting(session.relation.shown().next_back()?.session)),
        StallSignal::Kpi => {
            let red = |kpi: &&Kpi| evaluate(kpi, today).is_some_and(|found| found.stand == Rag::Red);
            ("kpis", Value::Kpis(session.kpis.iter().filter(red).map(|kpi| kpi.id.clone()).collect()))
        }
        StallSignal::Actions | StallSignal::Deferred | StallSignal::Stories => return None,
    })
}

/// Dissent falls while the temperature falls too: perhaps it only fell silent.
fn silent_dissent(session: &Session) -> Statement {
    let of = |tally: &Tally| tally.dissent_with(session.decisions.iter());
    // Both of the same two sessions: a temperature of before says nothing of this silence.
    let warmth = |tally: &Tally| session.relation.shown().find(|round| round.session == tally.session)?.mean();
    let both = match &session.look_back[..] {
        [.., before, last] => warmth(before).zip(warmth(last)).map(|means| ((of(before), of(last)), means)),
        _ => None,
    };
    let raised = both.map(|((before, now), (warm, cold))| now < before && cold < warm);
    let said = |pick: fn((u32, u32)) -> u32| text(both.map_or_else(String::new, |(found, _)| pick(found).to_string()));
    let values = vec![("before", said(|(before, _)| before)), ("now", said(|(_, now)| now))];
    let records = session.differences.iter().map(|found| found.id.clone()).collect();
    let about = session.look_back.last().map_or_else(String::new, |tally| format!("S{}", tally.session));
    Statement { records, about, ..statement(Claim::SilentDissent, raised, values) }
}

fn false_consensus(session: &Session) -> Statement {
    let streak = session.unanimous_in_a_row();
    let about = format!("S{}", session.number);
    Statement { about, ..statement(Claim::FalseConsensus, Some(streak >= UNANIMOUS), vec![("count", count(streak))]) }
}

fn absent_touched(session: &Session) -> Statement {
    // Who was absent in an earlier session, the seats of today do not tell.
    let over_absent = session.decisions.iter().filter_map(|decision| {
        let seats = if decision.session == session.number { &session.attendance[..] } else { &[] };
        Some((decision.id.clone(), decision.touched_silent(seats)?.clone()))
    });
    let (records, mut silent): (Vec<RecordId>, Vec<PartnerCode>) = over_absent.unzip();
    silent.sort();
    silent.dedup();
    let about = of_records(&records);
    let values = vec![("numbers", text(about.clone())), ("partners", Value::Partners(silent))];
    Statement { raised: Some(!records.is_empty()), about, records, ..statement(Claim::AbsentTouched, None, values) }
}

fn uneven_levels(session: &Session) -> Statement {
    let today = Table::of(&session.attendance);
    let before = session.look_back.last();
    let number = if today.levels.is_some() { Some(session.number) } else { before.map(|tally| tally.session) };
    let about = number.map_or_else(String::new, |number| format!("S{number}"));
    let levels = today.levels.or_else(|| before?.levels);
    let raised = levels.map(is_uneven);
    let level = |level: fn((u8, u8)) -> u8| levels.map_or_else(|| text(""), |levels| count(level(levels)));
    // Who sits lowest today is named; of an earlier session only the two levels are known.
    let low = today.levels.map(|(low, _)| low);
    let sits_low = |seat: &&Seat| low.is_some() && seat.presence.is_present() && seat.level == low;
    let lowest = session.attendance.iter().filter(sits_low);
    let mut values = vec![
        ("low", level(|(low, _)| low)),
        ("high", level(|(_, high)| high)),
        ("known", text(if low.is_some() { "yes" } else { "no" })),
        ("partners", partners(lowest.map(|seat| &seat.partner))),
    ];
    values.extend(number.filter(|_| low.is_none()).map(|number| ("meeting", Value::Meeting(number))));
    Statement { about, ..statement(Claim::UnevenLevels, raised, values) }
}

fn benefit_without_kpi(session: &Session) -> Statement {
    let without = session.ambition.benefits.iter().filter(|benefit| benefit.kpi.is_none());
    let partners: Vec<PartnerCode> = without.map(|benefit| benefit.partner.clone()).collect();
    about_partners(Claim::BenefitWithoutKpi, &partners)
}

fn stale_commitment(session: &Session) -> Statement {
    let stale: Vec<PartnerCode> =
        session.codes().filter(|code| session.ambition.standing(code) == Standing::Stale).cloned().collect();
    about_partners(Claim::StaleCommitment, &stale)
}

fn mandate_ends(session: &Session, today: NaiveDate) -> Statement {
    let ending = session.mandates_ending(today, MANDATE_NOTICE_DAYS);
    let named = |ended: bool| {
        let some = ending.iter().filter(|(_, _, until)| (*until < today) == ended);
        some.map(|(partner, person, _)| format!("{person} ({partner})")).collect::<Vec<_>>().join(", ")
    };
    let (ended, ends) = (named(true), named(false));
    let which = match (ended.is_empty(), ends.is_empty()) {
        (false, true) => "ended",
        (false, false) => "both",
        _ => "ends",
    };
    let about: Vec<String> =
        ending.iter().map(|(partner, person, until)| format!("{person} {partner} {until}")).collect();
    let values = vec![
        ("which", text(which)),
        ("ended", text(ended)),
        ("people", text(ends)),
        ("partners", partners(ending.iter().map(|(partner, _, _)| partner))),
    ];
    Statement { about: about.join(", "), ..statement(Claim::MandateEnds, Some(!ending.is_empty()), values) }
}

fn old_round(session: &Session, today: NaiveDate) -> Statement {
    let last = session.benefit_rounds.iter().rev().find(|round| round.is_revealed());
    let age = last.map(|round| (today - round.date).num_days());
    let about = last.map_or_else(String::new, |round| format!("S{}", round.session));
    let mut values = vec![("days", age.map_or_else(|| text(""), count))];
    values.extend(last.map(|round| ("meeting", Value::Meeting(round.session))));
    Statement { about, ..statement(Claim::OldRound, age.map(|days| days > ROUND_OLD_DAYS), values) }
}

fn waits_for_covenant(session: &Session, today: NaiveDate) -> Statement {
    let waiting = unanchored(session, today);
    let longest = waiting.iter().map(|(_, days)| *days).max().unwrap_or(0);
    let records: Vec<RecordId> = waiting.into_iter().map(|(id, _)| id).collect();
    let values = vec![("days", count(longest))];
    let about = of_records(&records);
    Statement { raised: Some(!records.is_empty()), about, records, ..statement(Claim::Unanchored, None, values) }
}

fn covenant_review(session: &Session, today: NaiveDate) -> Statement {
    let covenant = session.governance.covenant.as_ref();
    let days = covenant.map(|covenant| (covenant.review - today).num_days());
    let about = covenant.map_or_else(String::new, |covenant| format!("{} {}", covenant.version, covenant.review));
    let mut values = vec![
        ("days", days.map_or_else(|| text(""), |days| count(days.abs()))),
        ("when", text(if days.is_some_and(|days| days < 0) { "past" } else { "ahead" })),
    ];
    values.extend(covenant.map(|covenant| ("version", Value::Covenant(covenant.version.clone()))));
    Statement { about, ..statement(Claim::CovenantReview, days.map(|days| days <= REVIEW_DAYS), values) }
}

/// A decision or a KPI of a factor since the first of these sessions, though no item was about it.
fn was_decided_or_measured(session: &Session, factor: u8, recent: &[Tally]) -> bool {
    let Some(first) = recent.first() else { return false };
    let since = Month::of(first.date);
    let lately = |decision: &&Decision| recent.iter().any(|tally| tally.session == decision.session);
    let mut decided = session.decisions.iter().filter(lately);
    match factor {
        2 => {
            let mut values = session.kpis.iter().flat_map(|kpi| &kpi.values);
            values.any(|value| value.value.is_some() && value.month >= since)
                || decided.any(|decision| decision.adjusts.is_some())
        }
        3 => decided.any(|decision| decision.kind.is_some_and(DecisionKind::belongs_in_covenant)),
        4 => decided.any(|decision| decision.rebalance.is_some()),
        _ => false,
    }
}

/// Factors that had no item with an outcome lately and are not on this agenda either.
fn quiet_factors(session: &Session) -> Vec<Statement> {
    let tallies = &session.look_back;
    if tallies.len() < QUIET_SESSIONS {
        return Vec::new();
    }
    let recent = &tallies[tallies.len() - QUIET_SESSIONS..];
    let quiet = (1..=8u8).filter(|factor| {
        let treated = recent.iter().any(|tally| tally.factors.contains(factor))
            || was_decided_or_measured(session, *factor, recent);
        let planned = session.agenda.items.iter().any(|item| item.room.factor() == Some(*factor));
        !treated && !planned
    });
    quiet
        .map(|factor| {
            let values = vec![
                ("factor", count(factor)),
                ("name", Value::Room(Room::of_factor(factor))),
                ("sessions", count(QUIET_SESSIONS)),
            ];
            let about = recent.last().map_or_else(String::new, |tally| format!("S{}", tally.session));
            Statement { about, ..statement(Claim::QuietFactor(factor), Some(true), values) }
        })
        .collect()
}
