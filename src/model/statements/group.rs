//! Warnings about the group itself: who waits for whom, ambition, differences, relation, identity
//! (domain §1a, §1b, §1f, §1h, §1i).

use super::{Claim, Statement, Value, count, names, partner, partners, text, warning};
use crate::model::agenda::Room;
use crate::model::ambition::{Alone, BenefitState, URGENCY_APART};
use crate::model::difference::shopfloor::SILENT_SESSIONS;
use crate::model::ids::{KpiId, PartnerCode, RecordId};
use crate::model::relation::Cafe;
use crate::model::session::Session;
use crate::model::session::conflict::Conflict;
use chrono::NaiveDate;

/// A pulse, 1 to 5, that fell twice in a row is named from so much on over both: less is noise of a few people.
const FALLS: f64 = 0.5;
/// Of fewer outings than this a share says nothing.
const OUTINGS_FEW: u32 = 3;
/// From so many open matters on it is said that they wait for one partner.
const WAITING: usize = 2;
/// Means of *verbindt* and *geeft richting*, 1 to 5: below this, or so far apart, the sentence is vague.
const PULL_LOW: f64 = 3.0;
const PULL_APART: f64 = 1.0;
/// Sessions without something done together after which it is said.
const SESSIONS_APART: usize = 3;
/// Against the best of so many cafés before, so many partners fewer is said.
const CAFES_BEFORE: usize = 12;
const CAFE_FEWER: u32 = 2;
/// A café this many days ahead is looked at.
const CAFE_AHEAD: i64 = 62;

pub(super) fn warnings(session: &Session, today: NaiveDate, found: &mut Vec<Statement>) {
    versions(session, found);
    waiting(session, found);
    left_behind(session, found);
    falling_factors(session, found);
    ambition(session, found);
    differences(session, found);
    relation(session, today, found);
    identity(session, found);
}

/// What two versions say otherwise waits for a person.
fn versions(session: &Session, found: &mut Vec<Statement>) {
    if session.conflicts.is_empty() {
        return;
    }
    let mut about: Vec<&str> = session.conflicts.iter().map(Conflict::about).collect();
    about.dedup();
    let records = about.iter().map(|about| RecordId::from(*about)).filter(|id| id.kind().is_some()).collect();
    let values = vec![("count", count(session.conflicts.len())), ("about", text(about.join(", ")))];
    found.push(Statement { records, ..warning(Claim::VersionsDiffer, &about.join(", "), values) });
}

fn waiting(session: &Session, found: &mut Vec<Statement>) {
    for code in session.codes() {
        let actions =
            session.actions.iter().filter(|action| action.is_open() && action.waits_for.as_ref() == Some(code));
        let records: Vec<RecordId> = actions.map(|action| action.id.clone()).collect();
        let kpis = session.kpis.iter().filter(|kpi| kpi.waits_for.as_ref() == Some(code));
        let kpis: Vec<KpiId> = kpis.map(|kpi| kpi.id.clone()).collect();
        let all = records.len() + kpis.len();
        if all >= WAITING {
            let values = vec![("count", count(all)), ("partner", partner(code)), ("kpis", Value::Kpis(kpis))];
            found.push(Statement { records, ..warning(Claim::WaitsFor, code.as_str(), values) });
        }
    }
}

/// Actions and KPIs of a partner that left have to go to somebody else.
fn left_behind(session: &Session, found: &mut Vec<Statement>) {
    for former in &session.chain.former {
        let code = Some(&former.code);
        let actions = session
            .actions
            .iter()
            .filter(|action| action.is_open() && (action.owner.as_ref() == code || action.waits_for.as_ref() == code));
        let records: Vec<RecordId> = actions.map(|action| action.id.clone()).collect();
        let kpis = session.kpis.iter().filter(|kpi| kpi.owner == former.code || kpi.waits_for.as_ref() == code);
        let kpis: Vec<KpiId> = kpis.map(|kpi| kpi.id.clone()).collect();
        let all = records.len() + kpis.len();
        if all > 0 {
            let values =
                vec![("partner", text(former.code.as_str())), ("count", count(all)), ("kpis", Value::Kpis(kpis))];
            found.push(Statement { records, ..warning(Claim::LeftBehind, former.code.as_str(), values) });
        }
    }
}

fn falling_factors(session: &Session, found: &mut Vec<Statement>) {
    let shown: Vec<_> = session.pulses.iter().filter(|pulse| pulse.may_be_shown()).collect();
    let [.., first, second, third] = shown[..] else { return };
    for factor in 1..=8u8 {
        let place = usize::from(factor - 1);
        let of = |pulse: &crate::model::session::FactorPulse| pulse.means.shown().get(place).copied().flatten();
        let (Some(first), Some(second), Some(last)) = (of(first), of(second), of(third)) else { continue };
        if first > second && second > last && first - last >= FALLS - 1e-9 {
            let values = vec![
                ("factor", count(factor)),
                ("name", Value::Room(Room::of_factor(factor))),
                ("before", Value::Figure(first)),
                ("now", Value::Figure(last)),
            ];
            found.push(warning(Claim::FactorFalls(factor), &format!("S{}", third.session), values));
        }
    }
}

fn ambition(session: &Session, found: &mut Vec<Statement>) {
    let ambition = &session.ambition;
    if let (Some(connects), Some(directs)) = ambition.pull_means()
        && (connects.min(directs) < PULL_LOW || (connects - directs).abs() >= PULL_APART)
    {
        let values = vec![("connects", Value::Figure(connects)), ("directs", Value::Figure(directs))];
        found.push(warning(Claim::VagueAmbition, &ambition.version.to_string(), values));
    }
    for test in ambition.alone_tests.iter().filter(|test| test.answer == Alone::JustAsWell) {
        found.push(warning(Claim::CouldAlone, test.partner.as_str(), vec![("partner", partner(&test.partner))]));
    }
    let scores = ambition.urgency.last().map(|round| (round.session, round.scores.iter().map(|score| score.score)));
    if let Some((number, scores)) = scores
        && let (Some(low), Some(high)) = (scores.clone().min(), scores.max())
        && high - low >= URGENCY_APART
    {
        let values = vec![("low", count(low)), ("high", count(high))];
        found.push(warning(Claim::UrgencySpread, &format!("S{number}"), values));
    }
    let without: Vec<&PartnerCode> = session.codes().filter(|code| ambition.benefit(code).is_none()).collect();
    if !ambition.text.is_empty() && !without.is_empty() {
        let about = names(without.iter().copied());
        found.push(warning(Claim::NoBenefit, &about, vec![("partners", partners(without))]));
    }
    for outing in
        ambition.outings.iter().filter(|outing| outing.total >= OUTINGS_FEW && 2 * outing.carrying < outing.total)
    {
        let values = vec![
            ("partner", partner(&outing.partner)),
            ("total", count(outing.total)),
            ("carrying", count(outing.carrying)),
        ];
        found.push(warning(Claim::OutingsWithout, outing.partner.as_str(), values));
    }
    let untold = ambition.benefits.iter().filter(|benefit| benefit.state == BenefitState::Realised);
    let untold: Vec<&PartnerCode> = untold.map(|benefit| &benefit.partner).collect();
    if !untold.is_empty() {
        let about = names(untold.iter().copied());
        let values = vec![("count", count(untold.len())), ("partners", partners(untold))];
        found.push(warning(Claim::UntoldBenefit, &about, values));
    }
}

fn differences(session: &Session, found: &mut Vec<Statement>) {
    for decision in session.decisions.iter() {
        let values = |code: &PartnerCode, line: &str| {
            vec![("number", text(decision.id.as_str())), ("partner", partner(code)), ("line", text(line))]
        };
        let near = session.partners.iter().map(|own| (&own.code, own.profile.red_lines_near(&decision.text)));
        for (code, lines) in near.filter(|_| decision.outcome.is_none()) {
            for line in lines {
                let about = format!("{} {code}", decision.id);
                let statement = warning(Claim::RedLine, &about, values(code, line));
                found.push(Statement { records: vec![decision.id.clone()], ..statement });
            }
        }
        if decision.lacks_trust_check() {
            let statement =
                warning(Claim::NoTrustCheck, decision.id.as_str(), vec![("number", text(decision.id.as_str()))]);
            found.push(Statement { records: vec![decision.id.clone()], ..statement });
        }
    }
    if let Some(sessions) = session.since_shopfloor().filter(|sessions| *sessions >= SILENT_SESSIONS) {
        let last = session.shopfloor.iter().map(|signal| signal.session).max().unwrap_or(0);
        found.push(warning(Claim::NoShopfloor, &format!("S{last}"), vec![("sessions", count(sessions))]));
    }
}

fn relation(session: &Session, today: NaiveDate, found: &mut Vec<Statement>) {
    let relation = &session.relation;
    let since = session.look_back.len().checked_sub(SESSIONS_APART).and_then(|here| session.look_back.get(here));
    if let Some(since) = since {
        let together = relation.activities.iter().any(|done| done.date >= since.date && done.date <= today);
        if !together {
            let values = vec![("sessions", count(SESSIONS_APART))];
            found.push(warning(Claim::NoActivity, &format!("S{}", session.number), values));
        }
    }
    let next = relation.next_cafe(today).filter(|next| next.by_rule != next.free);
    if let Some(next) = next.filter(|next| (next.by_rule - today).num_days() <= CAFE_AHEAD) {
        let values = vec![("date", Value::Day(next.by_rule)), ("free", Value::Day(next.free))];
        found.push(warning(Claim::CafeOnHoliday, &next.by_rule.to_string(), values));
    }
    let all: Vec<PartnerCode> = session.codes().cloned().collect();
    for code in relation.missing_at_cafes(&all) {
        found.push(warning(Claim::CafeMissed, code.as_str(), vec![("partner", partner(&code))]));
    }
    fewer_at_cafes(session, found);
}

/// The last café brought fewer partners together than the best of those before (domain §6.6, *Café*).
fn fewer_at_cafes(session: &Session, found: &mut Vec<Statement>) {
    let held: Vec<&Cafe> = session.relation.cafes.iter().filter(|cafe| cafe.people > 0).collect();
    let Some((last, before)) = held.split_last() else { return };
    let recent = &before[before.len().saturating_sub(CAFES_BEFORE)..];
    let most = recent.iter().map(|cafe| cafe.partners).max().unwrap_or(0);
    if most >= last.partners + CAFE_FEWER {
        let values = vec![("before", count(most)), ("now", count(last.partners)), ("date", Value::Day(last.date))];
        found.push(warning(Claim::FewerAtCafe, &last.date.to_string(), values));
    }
}

/// A chain that begins has no face yet, and that is no warning.
fn identity(session: &Session, found: &mut Vec<Statement>) {
    if session.number > 1 {
        for part in session.identity.missing() {
            found.push(warning(Claim::FaceIncomplete, part.key(), vec![("part", Value::Face(part))]));
        }
    }
    if let Some(last) = session.look_back.last().filter(|last| 2 * last.items_with_outcome < last.items) {
        let values = vec![
            ("number", Value::Meeting(last.session)),
            ("done", count(last.items_with_outcome)),
            ("all", count(last.items)),
        ];
        found.push(warning(Claim::FewOutcomes, &format!("S{}", last.session), values));
    }
}
