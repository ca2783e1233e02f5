//! Two meetings side by side: what changed per factor, in figures and states, not in words of a file.

use crate::model::agenda::AgendaItem;
use crate::model::ambition::Standing;
use crate::model::difference::DifferenceStatus;
use crate::model::governance::escalation::Upward;
use crate::model::ids::{KpiId, PartnerCode};
use crate::model::kpi::figures::{Rag, evaluate};
use crate::model::session::Session;
use crate::model::session::tally::{ActionsOnTime, Tally};
use crate::model::statements::stall::unanchored;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How a KPI stood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KpiStanding {
    /// Which.
    pub id: KpiId,
    /// What is measured.
    pub name: String,
    /// Its last value.
    pub value: Option<f64>,
    /// Where its path was in that month.
    pub path: Option<f64>,
    /// Its stand.
    pub stand: Option<Rag>,
}

/// What a meeting knows of an earlier one that the earlier one could not know yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Since {
    /// Which earlier session.
    pub session: u32,
    /// Its positions other than for, with those that were written afterwards.
    pub dissent: u32,
    /// What became of its actions.
    pub actions: ActionsOnTime,
}

/// How one meeting stood, factor by factor, on its own day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    pub kpis: Vec<KpiStanding>,
    /// 3: escalations that came here, and how many belonged below.
    pub upward: Upward,
    /// 3: decisions that wait for their place in the covenant.
    pub unanchored: usize,
    /// 3: the version of the covenant.
    pub covenant: Option<String>,
    /// 4: net balance per partner in the last round that was revealed.
    pub net: Vec<(PartnerCode, Option<f64>)>,
    /// 4: that round was held in this session.
    pub net_here: bool,
    /// 5: mean temperature and lowest tie of the last complete round.
    pub temperature: (Option<f64>, Option<u8>),
    /// 5: that round was held in this session.
    pub temperature_here: bool,
    /// 6: stories of the month.
    pub stories: u32,
    /// 7: differences that are open, and that the group agreed to disagree on.
    pub differences: (usize, usize),
    /// 7: decisions that came to the table, positions other than for among them, and the mean of the trust checks.
    pub decided: (u32, u32, Option<f64>),
    /// 8: items with an outcome, and items in all.
    pub outcomes: (usize, usize),
    /// Open actions, and how many of them are late.
    pub actions: (usize, usize),
    /// The pulse of this session, where it may be shown: a mean per factor.
    pub pulse: Vec<Option<f64>>,
    /// The actions it gave, as far as a later meeting tells; none on its own day.
    pub on_time: Option<ActionsOnTime>,
    /// What it tells of earlier meetings.
    pub since: Vec<Since>,
}

/// What a session tells of those before it: of the last one all, of others only what it changes.
fn since(session: &Session) -> Vec<Since> {
    let last = session.look_back.last().map(|tally| tally.session);
    let told = session.look_back.iter().filter_map(|tally| {
        let actions = tally.actions_with(&session.actions);
        let dissent = tally.dissent_with(session.decisions.iter());
        let is_new =
            Some(tally.session) == last || (actions.on_time, dissent) != (tally.actions_on_time, tally.dissent);
        is_new.then_some(Since { session: tally.session, dissent, actions })
    });
    told.collect()
}

/// Brings meetings, oldest first, to what later ones tell of them: dissent in writing, actions on time.
pub fn with_what_came_later<'a>(all: impl Iterator<Item = &'a mut Standings>) {
    let mut earlier: Vec<&mut Standings> = Vec::new();
    for here in all {
        for told in &here.since {
            if let Some(found) = earlier.iter_mut().rev().find(|found| found.session == told.session) {
                (found.decided.1, found.on_time) = (told.dissent, Some(told.actions));
            }
        }
        earlier.push(here);
    }
}

/// How a session stands on its own day.
pub fn standings(session: &Session) -> Standings {
    let today = session.date;
    let status = |status| session.differences.iter().filter(|found| found.status == status).count();
    let committed = |code: &PartnerCode| session.ambition.standing(code) == Standing::Committed;
    let round = session.benefit_rounds.iter().rev().find(|round| round.is_revealed());
    let temperature = session.relation.shown().next_back();
    let kpis = session.kpis.iter().map(|kpi| {
        let found = evaluate(kpi, today);
        let found = found.as_ref();
        KpiStanding {
            id: kpi.id.clone(),
            name: kpi.name.clone(),
            value: found.map(|found| found.last),
            path: found.map(|found| found.path),
            stand: found.map(|found| found.stand),
        }
    });
    let own = Tally::of(session);
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
        net_here: round.is_some_and(|round| round.session == session.number),
        temperature_here: temperature.is_some_and(|round| round.session == session.number),
        temperature: (temperature.and_then(|round| round.mean()), temperature.and_then(|round| round.lowest())),
        stories: session.successes.released(),
        differences: (status(DifferenceStatus::Open), status(DifferenceStatus::AgreedToDisagree)),
        decided: (own.decisions, own.dissent, own.trust),
        pulse: session.own_pulse().map_or_else(Vec::new, |pulse| pulse.means.shown().to_vec()),
        outcomes: (
            session.agenda.items.iter().filter(|item| AgendaItem::is_done(item)).count(),
            session.agenda.items.len(),
        ),
        actions: (open().count(), open().filter(|action| action.overdue_days(today).is_some()).count()),
        on_time: None,
        since: since(session),
    }
}
