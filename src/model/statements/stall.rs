//! Signals over sessions, each a yes or a no with the records it rests on; never one grade (domain §6.5).

use crate::model::claim::StallSignal;
use crate::model::figures::share;
use crate::model::governance::escalation::UPWARD_RED;
use crate::model::ids::RecordId;
use crate::model::kpi::figures::{Rag, evaluate};
use crate::model::relation::COLD_TIE;
use crate::model::session::Session;
use crate::model::story::STORIES_LOW;
use chrono::NaiveDate;

/// What the seven say together, in words: never a grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// None or one: it runs.
    Runs,
    /// Two or three: look out.
    LookOut,
    /// Four or more: a stall threatens.
    StallThreatens,
}

impl Verdict {
    /// Of so many that are raised.
    pub fn of(raised: usize) -> Self {
        match raised {
            0 | 1 => Self::Runs,
            2 | 3 => Self::LookOut,
            _ => Self::StallThreatens,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ids::{KpiId, Month, PartnerCode};
    use crate::model::kpi::{Angle, Direction, Frequency, Kpi, KpiValue, Milestone};
    use crate::model::session::tally::Tally;
    use crate::model::start::first_session;

    fn day() -> NaiveDate {
        NaiveDate::default()
    }

    /// A session after one whose figures `set` puts in place.
    fn after(set: impl Fn(&mut Tally)) -> Session {
        let partners = ["POL", "OM", "JR"].map(|code| (PartnerCode::from(code), code.to_owned()));
        let mut session = first_session("Proef", &partners, day(), |_| "Punt".to_owned());
        let mut tally = Tally::of(&session);
        set(&mut tally);
        session.look_back.push(tally);
        session
    }

    fn raised(session: &Session, signal: StallSignal) -> Option<bool> {
        stall(session, day()).into_iter().find(|answer| answer.signal == signal).and_then(|answer| answer.raised)
    }

    #[test]
    fn four_of_seven_are_a_stall_that_threatens() {
        let said: Vec<Verdict> = (0..=7).map(Verdict::of).collect();
        let (runs, look_out, stall) = (Verdict::Runs, Verdict::LookOut, Verdict::StallThreatens);
        assert_eq!(said, [runs, runs, look_out, look_out, stall, stall, stall, stall]);
    }

    #[test]
    fn actions_on_time_are_a_signal_below_sixty_percent() {
        let of = |on_time| after(|tally| (tally.actions, tally.actions_on_time) = (100, on_time));
        assert_eq!(raised(&of(59), StallSignal::Actions), Some(true));
        assert_eq!(raised(&of(60), StallSignal::Actions), Some(false));
        assert_eq!(raised(&after(|tally| tally.actions = 0), StallSignal::Actions), None);
    }

    #[test]
    fn deferred_decisions_are_a_signal_from_thirty_percent() {
        let of = |deferred| after(|tally| (tally.decisions, tally.deferred) = (100, deferred));
        assert_eq!(raised(&of(30), StallSignal::Deferred), Some(true));
        assert_eq!(raised(&of(29), StallSignal::Deferred), Some(false));
    }

    #[test]
    fn members_at_the_table_are_a_signal_below_eighty_percent() {
        let of = |members| after(|tally| (tally.seats, tally.members) = (100, members));
        assert_eq!(raised(&of(79), StallSignal::Attendance), Some(true));
        assert_eq!(raised(&of(80), StallSignal::Attendance), Some(false));
        let five_of_seven = after(|tally| (tally.seats, tally.members) = (7, 5));
        assert_eq!(raised(&five_of_seven, StallSignal::Attendance), Some(true));
    }

    #[test]
    fn red_kpis_are_a_signal_from_a_half() {
        let of = |red: usize, all: usize| {
            let mut session = after(|_| ());
            session.kpis.extend((0..all).map(|place| kpi(place, place < red)));
            session
        };
        assert_eq!(raised(&of(2, 4), StallSignal::Kpi), Some(true));
        assert_eq!(raised(&of(2, 5), StallSignal::Kpi), Some(false));
        assert_eq!(raised(&of(0, 0), StallSignal::Kpi), None);
    }

    /// A KPI on its path of 50, or far behind it.
    fn kpi(place: usize, red: bool) -> Kpi {
        let month = Month::of(day());
        let value = if red { 10.0 } else { 50.0 };
        Kpi {
            id: KpiId(format!("K{place}")),
            name: String::new(),
            angle: Angle::Quality,
            direction: Direction::Up,
            unit: "%".to_owned(),
            frequency: Frequency::Month,
            owner: "POL".into(),
            partners: Vec::new(),
            citizen: false,
            waits_for: None,
            source: String::new(),
            baseline: None,
            target_path: vec![Milestone { month, value: 50.0 }],
            tolerance: 5.0,
            values: vec![KpiValue {
                month,
                value: Some(value),
                num: None,
                den: None,
                provisional: false,
                source: String::new(),
            }],
        }
    }
}
