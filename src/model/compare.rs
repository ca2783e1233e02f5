//! Two meetings side by side: what changed per factor, in figures and states, not in words of a file.

use super::agenda::AgendaItem;
use super::ambition::Standing;
use super::difference::DifferenceStatus;
use super::escalation::Upward;
use super::ids::{KpiId, PartnerCode};
use super::kpi_figures::{Rag, evaluate};
use super::session::Session;
use super::signals::unanchored;
use chrono::NaiveDate;

/// How one meeting stood, factor by factor, on its own day.
#[derive(Debug, Clone, PartialEq)]
pub struct Standings {
    /// Which session.
    pub session: u32,
    /// Its day.
    pub date: NaiveDate,
    /// 1: the version of the sentence, and how many are committed to it, of how many.
    pub ambition: u32,
    /// 1: partners committed, and partners in all.
    pub committed: (usize, usize),
    /// 2: every KPI with its last value and its stand.
    pub kpis: Vec<(KpiId, Option<f64>, Option<Rag>)>,
    /// 3: escalations that came here, and how many belonged below.
    pub upward: Upward,
    /// 3: decisions that wait for their place in the covenant.
    pub unanchored: usize,
    /// 3: the version of the covenant.
    pub covenant: Option<String>,
    /// 4: net balance per partner in the last round that was revealed.
    pub net: Vec<(PartnerCode, Option<f64>)>,
    /// 5: mean temperature and lowest tie of the last complete round.
    pub temperature: (Option<f64>, Option<u8>),
    /// 6: stories of the month.
    pub stories: u32,
    /// 7: differences that are open, and that the group agreed to disagree on.
    pub differences: (usize, usize),
    /// 8: items with an outcome, and items in all.
    pub outcomes: (usize, usize),
    /// Open actions, and how many of them are late.
    pub actions: (usize, usize),
}

/// How a session stands on its own day.
pub fn standings(session: &Session) -> Standings {
    let today = session.date;
    let status = |status| session.differences.iter().filter(|found| found.status == status).count();
    let committed = |code: &PartnerCode| session.ambition.standing(code) == Standing::Committed;
    let round = session.benefit_rounds.iter().rev().find(|round| round.revealed);
    let temperature = session.relation.temperatures.iter().rev().find(|round| round.is_complete());
    let kpis = session.kpis.iter().map(|kpi| {
        let found = evaluate(kpi, today);
        (kpi.id.clone(), found.as_ref().map(|found| found.last), found.map(|found| found.stand))
    });
    let open = || session.actions.iter().filter(|action| action.is_open());
    Standings {
        session: session.number,
        date: today,
        ambition: session.ambition.version,
        committed: (session.partners.iter().filter(|partner| committed(&partner.code)).count(), session.partners.len()),
        kpis: kpis.collect(),
        upward: Upward::of(&session.escalations, session.number),
        unanchored: unanchored(session, today).len(),
        covenant: session.governance.covenant.as_ref().map(|covenant| covenant.version.clone()),
        net: round.map_or_else(Vec::new, |round| round.all().into_iter().map(|one| (one.partner, one.net)).collect()),
        temperature: (temperature.and_then(|round| round.mean()), temperature.and_then(|round| round.lowest())),
        stories: session.successes.released(),
        differences: (status(DifferenceStatus::Open), status(DifferenceStatus::AgreedToDisagree)),
        outcomes: (
            session.agenda.items.iter().filter(|item| AgendaItem::is_done(item)).count(),
            session.agenda.items.len(),
        ),
        actions: (open().count(), open().filter(|action| action.overdue_days(today).is_some()).count()),
    }
}
