//! What is ready for a meeting that is still to come, and what is not (domain §2.1).

use crate::model::attendance::{PAPERS_TERM, working_days_between};
use crate::model::governance::escalation::Prepared;
use crate::model::kpi::figures::evaluate;
use crate::model::session::Session;
use crate::model::statements::stall::overdue;
use chrono::NaiveDate;

/// Something that a meeting needs beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Items on the agenda, within the time there is: how many.
    Agenda,
    /// The papers went out in time: working days before the meeting.
    Papers,
    /// KPIs whose last value is too old: how many.
    KpiValues,
    /// Escalations that nobody prepared: how many.
    Escalations,
    /// Actions that are late: how many.
    LateActions,
    /// Mandates that end before the meeting: how many.
    Mandates,
}

/// One need, whether it is met, and the figure that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ready {
    /// Which.
    pub need: Need,
    /// It is met; none where that can't be told yet.
    pub met: Option<bool>,
    /// See [`Need`].
    pub count: usize,
}

/// Everything that a meeting needs beforehand.
pub fn readiness(session: &Session, today: NaiveDate) -> [Ready; 6] {
    let none = |need, count| Ready { need, met: Some(count == 0), count };
    let papers = session.papers_sent.map(|sent| working_days_between(sent, session.date));
    let old = session.kpis.iter().filter(|kpi| evaluate(kpi, session.date).is_none_or(|found| found.outdated));
    let unprepared = session.escalations.iter().filter(|found| found.is_open() && found.prepared == Some(Prepared::No));
    let items = session.agenda.items.len();
    [
        Ready { need: Need::Agenda, met: Some(items > 0), count: items },
        Ready {
            need: Need::Papers,
            met: papers.map(|days| days >= PAPERS_TERM),
            count: usize::try_from(papers.unwrap_or(0)).unwrap_or(usize::MAX),
        },
        // Without a KPI there is nothing that could be fresh.
        Ready {
            met: (!session.kpis.is_empty()).then_some(old.clone().count() == 0),
            ..none(Need::KpiValues, old.count())
        },
        none(Need::Escalations, unprepared.count()),
        none(Need::LateActions, overdue(session, today).len()),
        none(Need::Mandates, session.mandates_ending(session.date, 0).len()),
    ]
}
