//! Signals over sessions, each a yes or a no with the records it rests on; never one grade (domain §6.5).

use super::escalation::UPWARD_RED;
use super::figures::share;
use super::ids::RecordId;
use super::kpi_figures::{Rag, evaluate};
use super::relation::COLD_TIE;
use super::session::Session;
use super::story::STORIES_LOW;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One of the seven signals of stall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StallSignal {
    /// Fewer than 60 % of the last session's actions were on time.
    Actions,
    /// 30 % or more of its decisions were deferred.
    Deferred,
    /// A third or more of its escalations could have stayed below.
    Upward,
    /// Fewer than 80 % of the seats were taken by the member.
    Attendance,
    /// The temperature fell, or a tie is cold.
    Temperature,
    /// Half of the KPIs or more are red.
    Kpi,
    /// Fewer than three and a half stories a month.
    Stories,
}

impl StallSignal {
    /// The seven, in the order of domain §6.5.
    pub const ALL: [Self; 7] =
        [Self::Actions, Self::Deferred, Self::Upward, Self::Attendance, Self::Temperature, Self::Kpi, Self::Stories];

    /// The key in `signals --json` (`expected.stall.signals`).
    pub fn key(self) -> &'static str {
        match self {
            Self::Actions => "acties",
            Self::Deferred => "aangehouden",
            Self::Upward => "omhoog",
            Self::Attendance => "aanwezigheid",
            Self::Temperature => "temperatuur",
            Self::Kpi => "kpi",
            Self::Stories => "verhalen",
        }
    }
}

/// What a signal says.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Which signal.
    pub signal: StallSignal,
    /// Yes, no, or nothing to go by yet.
    pub raised: Option<bool>,
    /// So many of so many, where it counts something.
    pub of: Option<(u32, u32)>,
}

/// On-time share below which actions are a signal.
const ACTIONS_LOW: f64 = 0.60;
/// Share of deferred decisions from which they are a signal.
const DEFERRED_HIGH: f64 = 0.30;
/// Share of members present below which attendance is a signal.
const MEMBERS_LOW: f64 = 0.80;
/// Share of red KPIs from which they are a signal.
const RED_HIGH: f64 = 0.50;

/// The seven answers for a session, from the figures of the session before it.
pub fn stall(session: &Session, today: NaiveDate) -> Vec<Answer> {
    StallSignal::ALL.into_iter().map(|signal| answer(session, signal, today)).collect()
}

fn counted(signal: StallSignal, part: u32, whole: u32, test: impl Fn(f64) -> bool) -> Answer {
    let raised = share(part, whole).map(test);
    Answer { signal, raised, of: (whole > 0).then_some((part, whole)) }
}

fn answer(session: &Session, signal: StallSignal, today: NaiveDate) -> Answer {
    let unknown = Answer { signal, raised: None, of: None };
    let Some(last) = session.look_back.last() else { return unknown };
    match signal {
        StallSignal::Actions => {
            let actions = last.actions_with(&session.actions);
            counted(signal, actions.on_time, actions.total, |rate| rate < ACTIONS_LOW)
        }
        StallSignal::Deferred => {
            let found = counted(signal, last.deferred, last.decisions, |rate| rate >= DEFERRED_HIGH);
            // The same matter put off a second time is one too, however few they are.
            let again = session.decisions.iter().any(|decision| decision.was_deferred_again());
            Answer { raised: if again { Some(true) } else { found.raised }, ..found }
        }
        StallSignal::Upward => {
            counted(signal, last.within_lower_mandate, last.escalations, |rate| rate >= UPWARD_RED - 1e-9)
        }
        StallSignal::Attendance => counted(signal, last.members, last.seats, |rate| rate < MEMBERS_LOW),
        StallSignal::Temperature => Answer { raised: cooling(session), ..unknown },
        StallSignal::Kpi => {
            let stands: Vec<Rag> =
                session.kpis.iter().filter_map(|kpi| evaluate(kpi, today)).map(|found| found.stand).collect();
            let red = stands.iter().filter(|stand| **stand == Rag::Red).count();
            let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
            counted(signal, number(red), number(stands.len()), |rate| rate >= RED_HIGH)
        }
        StallSignal::Stories => {
            Answer { raised: session.successes.recent_mean().map(|mean| mean < STORIES_LOW), ..unknown }
        }
    }
}

/// A drop of half a point over two sessions, or any tie of four or lower.
fn cooling(session: &Session) -> Option<bool> {
    // A round that is being filled says nothing yet.
    let last = session.relation.shown().next_back()?;
    Some(session.relation.is_cooling() || last.lowest().is_some_and(|tie| tie <= COLD_TIE))
}

/// Open actions past their date, with their days (`expected.overdue`).
pub fn overdue(session: &Session, today: NaiveDate) -> Vec<(RecordId, i64)> {
    let late = session.actions.iter().filter_map(|action| Some((action.id.clone(), action.overdue_days(today)?)));
    late.collect()
}

/// Decisions that wait for their place in the covenant, with their days (`expected.unanchored_days`).
pub fn unanchored(session: &Session, today: NaiveDate) -> Vec<(RecordId, i64)> {
    let waiting = session.decisions.iter();
    waiting.filter_map(|decision| Some((decision.id.clone(), decision.unanchored_days(today)?))).collect()
}
