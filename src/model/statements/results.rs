//! Warnings about results: KPIs and stories (domain §1a, §1c, §1g).

use super::{Claim, Statement, Value, count, kpi_names, partner, text, warning};
use crate::model::decision::{Decision, DecisionOutcome};
use crate::model::ids::{KpiId, PartnerCode};
use crate::model::kpi::Kpi;
use crate::model::kpi::figures::{Rag, evaluate, present, triangle};
use crate::model::session::Session;
use crate::model::story::STORIES_A_MONTH;
use chrono::NaiveDate;

/// So many stories in six months, or fewer, is hardly any.
const STORIES_FEW: usize = 1;
/// A partner accounts for its hours at home once in a quarter.
const JUSTIFIED_DAYS: i64 = 100;
/// From so many sessions on a partner that never did so is named.
const JUSTIFIED_FROM: usize = 2;

pub(super) fn warnings(session: &Session, today: NaiveDate, found: &mut Vec<Statement>) {
    if !session.kpis.is_empty() {
        kpis(session, found);
        adjustments(session, today, found);
        corners(session, today, found);
    }
    stories(session, found);
    // A chain that just began has nothing to account for yet.
    let begun = session.look_back.len() >= JUSTIFIED_FROM;
    for own in session.partners.iter() {
        let old = own.justified_on.map_or(begun, |last| (today - last).num_days() > JUSTIFIED_DAYS);
        if old {
            let date = own.justified_on.map_or_else(|| text(""), Value::Day);
            let ever = text(if own.justified_on.is_some() { "yes" } else { "no" });
            let values = vec![("partner", partner(&own.code)), ("date", date), ("ever", ever)];
            let about = own.justified_on.map_or_else(|| own.code.to_string(), |last| format!("{} {last}", own.code));
            found.push(warning(Claim::NotJustified, &about, values));
        }
    }
}

fn kpis(session: &Session, found: &mut Vec<Statement>) {
    let mut of_all = |claim, test: &dyn Fn(&Kpi) -> bool| {
        let ids: Vec<KpiId> = session.kpis.iter().filter(|kpi| test(kpi)).map(|kpi| kpi.id.clone()).collect();
        if !ids.is_empty() {
            found.push(warning(claim, &kpi_names(&ids), vec![("kpis", Value::Kpis(ids.clone()))]));
        }
    };
    of_all(Claim::NoBaseline, &|kpi| kpi.baseline.is_none());
    // A chain KPI crosses two links or more (2.4); where the links are not known, two partners or more.
    of_all(Claim::OneOrganisation, &|kpi| {
        let links =
            session.chain.links.iter().filter(|link| link.partners.iter().any(|code| kpi.partners.contains(code)));
        kpi.partners.len() < 2
            || (links.clone().count() < 2 && kpi.partners.iter().all(|code| is_linked(session, code)))
    });
    if !session.kpis.iter().any(|kpi| kpi.citizen) {
        found.push(warning(Claim::NoCitizenKpi, &kpi_names(session.kpis.iter().map(|kpi| &kpi.id)), Vec::new()));
    }
}

fn is_linked(session: &Session, code: &PartnerCode) -> bool {
    session.chain.links.iter().any(|link| link.partners.contains(code))
}

fn adjustments(session: &Session, today: NaiveDate, found: &mut Vec<Statement>) {
    for kpi in session.kpis.iter() {
        // What was rejected or put off adjusts nothing.
        let adjusts = |decision: &Decision| {
            decision.adjusts.as_ref() == Some(&kpi.id) && decision.outcome.is_none_or(DecisionOutcome::is_adopted)
        };
        let decided = session.decisions.iter().any(adjusts);
        let Some(stands) = evaluate(kpi, today).filter(|found| found.needs_adjustment && !decided) else { continue };
        let values = vec![("kpi", Value::Kpis(vec![kpi.id.clone()])), ("name", text(kpi.name.as_str()))];
        found.push(warning(Claim::NotAdjusted, &format!("{} {}", kpi.id, stands.last_month), values));
    }
}

fn corners(session: &Session, today: NaiveDate, found: &mut Vec<Statement>) {
    let corners = triangle(&session.kpis, today);
    for corner in corners.iter().filter(|corner| corner.kpis == 0) {
        let values = vec![("corner", Value::Corner(corner.angle))];
        found.push(warning(Claim::CornerWithoutKpi, corner.angle.key(), values));
    }
    let red = corners.iter().find(|corner| corner.stand == Some(Rag::Red));
    let green = corners.iter().find(|corner| corner.stand == Some(Rag::Green));
    if let Some((red, green)) = red.zip(green) {
        let values = vec![("green", Value::Corner(green.angle)), ("red", Value::Corner(red.angle))];
        found.push(warning(Claim::TradeOff, red.angle.key(), values));
    }
}

/// A chain that has told nothing yet is not short of stories: it begins.
fn stories(session: &Session, found: &mut Vec<Statement>) {
    let successes = &session.successes;
    let told = successes.per_month();
    if told.iter().all(|(_, stories)| *stories == 0) {
        return;
    }
    let released = successes.released();
    if released < STORIES_A_MONTH {
        let month = successes.month;
        let values =
            vec![("month", Value::Month(month)), ("count", count(released)), ("target", count(STORIES_A_MONTH))];
        found.push(warning(Claim::StoriesShort, &month.to_string(), values));
    }
    for own in session.partners.iter() {
        let credits = successes.credits(&own.code);
        if credits <= STORIES_FEW {
            let values = vec![("partner", partner(&own.code)), ("count", count(credits))];
            found.push(warning(Claim::FewStories, own.code.as_str(), values));
        }
    }
    // A report that has stories and no progress is half a report (6.3).
    let since = session.look_back.last().map(|tally| crate::model::ids::Month::of(tally.date));
    let fresh =
        |since| session.kpis.iter().any(|kpi| present(kpi).next_back().is_some_and(|(month, _)| month >= since));
    if let Some(since) = since.filter(|since| !fresh(*since)) {
        found.push(warning(Claim::NoProgress, &format!("S{}", session.number), vec![("month", Value::Month(since))]));
    }
}
