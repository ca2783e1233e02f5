//! Warnings about effort and benefit: moved, unwatched, not realised, uneven (domain §1e, §6.1).

use super::{Claim, Statement, Value, count, names, partner, partners, text, warning};
use crate::model::ambition::{Benefit, BenefitState};
use crate::model::balance::{BalanceLabel, BenefitRound, PartnerBalance, buddy};
use crate::model::decision::speaks;
use crate::model::ids::PartnerCode;
use crate::model::session::Session;

/// A benefit that was not realised for so many sessions is named.
const SESSIONS_WAITING: u32 = 3;

pub(super) fn warnings(session: &Session, found: &mut Vec<Statement>) {
    let rounds: Vec<&BenefitRound> = session.benefit_rounds.iter().filter(|round| round.is_revealed()).collect();
    if let Some(last) = rounds.last() {
        labels(session, last, rounds.iter().rev().nth(1).copied(), found);
        moved(session, rounds[0], last, found);
    }
    unwatched(session, found);
    let waits = |benefit: &&Benefit| {
        let open = matches!(benefit.state, BenefitState::Intended | BenefitState::InSight);
        open && benefit.since.is_some_and(|since| session.number.saturating_sub(since) >= SESSIONS_WAITING)
    };
    let waiting: Vec<&PartnerCode> = session.ambition.benefits.iter().filter(waits).map(|one| &one.partner).collect();
    if !waiting.is_empty() {
        let about = names(waiting.iter().copied());
        let values = vec![("partners", partners(waiting)), ("sessions", count(SESSIONS_WAITING))];
        found.push(warning(Claim::NotRealised, &about, values));
    }
}

/// Who left the chain is not warned about any more.
fn of_partners(session: &Session, round: &BenefitRound) -> impl Iterator<Item = PartnerBalance> {
    round.all().into_iter().filter(|found| session.partner(&found.partner).is_some())
}

fn labels(session: &Session, round: &BenefitRound, before: Option<&BenefitRound>, found: &mut Vec<Statement>) {
    for balance in of_partners(session, round) {
        let code = balance.partner.as_str();
        let about = format!("{code} S{}", round.session);
        let figure = |value: Option<f64>| value.map_or_else(|| text(""), Value::Grade);
        let net_before = before.and_then(|before| before.of(&balance.partner).net);
        for label in balance.labels(net_before) {
            let partner = ("partner", partner(&balance.partner));
            match label {
                BalanceLabel::QuietWorry => {
                    let values = vec![partner, ("seen", figure(balance.seen)), ("own", figure(balance.own))];
                    found.push(warning(Claim::QuietWorry, &about, values));
                }
                BalanceLabel::RebalanceDue if session.rebalance_of(&balance.partner, round.session).is_none() => {
                    let effort = round.row(&balance.partner).and_then(|row| row.effort).map(f64::from);
                    let values = vec![partner, ("effort", figure(effort)), ("own", figure(balance.own))];
                    found.push(warning(Claim::RebalanceDue, &about, values));
                }
                BalanceLabel::RebalanceDue
                | BalanceLabel::UntoldGain
                | BalanceLabel::EffortAboveBenefit
                | BalanceLabel::BigWinner => {}
            }
        }
    }
}

/// Doubled or halved since the first round that is kept.
fn moved(session: &Session, first: &BenefitRound, last: &BenefitRound, found: &mut Vec<Statement>) {
    for now in of_partners(session, last) {
        let before = first.of(&now.partner).own;
        let Some((before, own)) =
            before.zip(now.own).filter(|(before, own)| *own >= 2.0 * before || 2.0 * own <= *before)
        else {
            continue;
        };
        let values =
            vec![("partner", partner(&now.partner)), ("before", Value::Grade(before)), ("now", Value::Grade(own))];
        found.push(warning(Claim::BenefitMoved, &format!("{} S{}", now.partner, last.session), values));
    }
}

/// The buddy of a partner is not there today.
fn unwatched(session: &Session, found: &mut Vec<Statement>) {
    let codes: Vec<PartnerCode> = session.codes().cloned().collect();
    for code in &codes {
        let Some(watcher) = buddy(&codes, code, session.number) else { continue };
        if speaks(&session.attendance, &watcher).is_absent() {
            let values = vec![("partner", partner(code)), ("buddy", partner(&watcher))];
            found.push(warning(Claim::NoBuddy, &format!("{code} S{}", session.number), values));
        }
    }
}
