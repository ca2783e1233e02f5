//! Figures as a room may see them: KPIs, and of what was given in silence what was revealed, without who gave what.

use crate::model::agenda::Room;
use crate::model::balance::{BalanceLabel, BenefitRound, PartnerBalance};
use crate::model::claim::Claim;
use crate::model::kpi::Kpi;
use crate::model::kpi::figures::{Course, evaluate, path};
use crate::model::relation::TemperatureRound;
use crate::model::session::{FACTORS, FactorPulse};
use crate::model::{Month, PartnerCode, Session};
use crate::room::shown::{
    FactorShown, KpiShown, Pace, PlotMonth, PulseShown, RevealRow, RevealShown, TemperatureShown,
};
use chrono::NaiveDate;

/// Months that are looked back on.
const BACK: usize = 13;
/// Rounds of which the net balance stands beside.
const ROUNDS: usize = 3;
/// Sessions of which the temperature is shown.
const SESSIONS: usize = 8;

/// A KPI with the months of its plot, from the baseline to the forecast.
pub fn kpi(kpi: &Kpi, today: NaiveDate) -> KpiShown {
    let found = evaluate(kpi, today);
    let heading = found.as_ref().and_then(|found| match found.course {
        Course::Heading(heading) => Some(heading),
        Course::TooFewPoints => None,
    });
    let pace = heading.map(|heading| Pace {
        slope: heading.slope,
        forecast: heading.forecast,
        gap: heading.gap,
        colour: heading.colour,
    });
    let from = found.as_ref().map(|found| (found.last_month, found.last));
    let reckoned = |month: Month| {
        let (start, last) = from?;
        let heading = heading?;
        let line = heading.intercept + heading.slope * f64::from(month.index());
        (month >= start).then_some(if month == start { last } else { line })
    };
    let shown = kpi.values.iter().rev().take(BACK).map(|value| value.month).min();
    let first = kpi.baseline.iter().map(|point| point.month).chain(shown).min();
    let last = kpi.values.last().map(|value| value.month).or(first);
    let end = heading.map(|heading| heading.month).max(last);
    let months = first
        .zip(end)
        .map_or_else(Vec::new, |(first, end)| (0..=end.index() - first.index()).map(|step| first.plus(step)).collect());
    let month = |month: Month| {
        let value = kpi.values.iter().find(|value| value.month == month);
        let baseline = kpi.baseline.iter().find(|point| point.month == month).map(|point| point.value);
        PlotMonth {
            month,
            measured: value.map_or(baseline, |value| value.value),
            path: path(&kpi.target_path, month),
            pace: reckoned(month),
            hidden: value.is_some_and(|value| value.value.is_none()),
            is_last: Some(month) == last,
        }
    };
    KpiShown {
        id: kpi.id.to_string(),
        name: kpi.name.clone(),
        unit: kpi.unit.clone(),
        direction: kpi.direction,
        last: found.as_ref().map(|found| found.last),
        path: found.as_ref().map(|found| found.path),
        stand: found.as_ref().map(|found| found.stand),
        pace,
        needed: found.as_ref().and_then(|found| found.needed),
        months: months.into_iter().map(month).collect(),
    }
}

/// The last benefit round that was revealed: what each partner says of itself, and the median of the others.
pub fn reveal(session: &Session) -> Option<RevealShown> {
    let revealed: Vec<&BenefitRound> = session.benefit_rounds.iter().filter(|round| round.is_revealed()).collect();
    let last = revealed.last()?;
    let rounds = &revealed[revealed.len().saturating_sub(ROUNDS)..];
    let before = revealed.iter().rev().nth(1);
    let row = |found: PartnerBalance| {
        let effort = last.row(&found.partner).and_then(|row| row.effort).map(f64::from);
        let net_before = before.and_then(|before| before.of(&found.partner).net);
        RevealRow {
            partner: found.partner.to_string(),
            effort,
            own: found.own,
            seen: found.seen,
            net: found.net,
            nets: rounds.iter().map(|round| round.of(&found.partner).net).collect(),
            label: found.labels(net_before).into_iter().find(|label| holds(session, last, *label, &found.partner)),
        }
    };
    let mut rows: Vec<RevealRow> = last.all().into_iter().map(row).collect();
    rows.sort_by(|one, other| one.net.unwrap_or(f64::MAX).total_cmp(&other.net.unwrap_or(f64::MAX)));
    let rounds = rounds.iter().map(|round| round.session).collect();
    Some(RevealShown { session: last.session, rounds, rows, spread: last.spread() })
}

/// Nobody answered it with a decision, and the group did not set it aside.
fn holds(session: &Session, round: &BenefitRound, label: BalanceLabel, partner: &PartnerCode) -> bool {
    let claim = match label {
        BalanceLabel::QuietWorry => Claim::QuietWorry,
        BalanceLabel::RebalanceDue if session.rebalance_of(partner, round.session).is_some() => return false,
        BalanceLabel::RebalanceDue => Claim::RebalanceDue,
        BalanceLabel::UntoldGain | BalanceLabel::EffortAboveBenefit | BalanceLabel::BigWinner => return true,
    };
    let about = format!("{partner} S{}", round.session);
    !session.set_aside.iter().any(|entry| entry.warning == claim && entry.about == about)
}

/// The mean of all ties, session by session.
pub fn temperature(session: &Session) -> Option<TemperatureShown> {
    let mean = |round: &TemperatureRound| Some((round.session, round.mean()?));
    let means: Vec<(u32, f64)> = session.relation.shown().filter_map(mean).collect();
    let means = means[means.len().saturating_sub(SESSIONS)..].to_vec();
    (!means.is_empty()).then_some(TemperatureShown { means })
}

/// The mean of each factor in the last pulse that may be seen, and in the one before.
pub fn pulse(session: &Session) -> Option<PulseShown> {
    let mut shown = session.pulses.iter().rev().filter(|pulse| pulse.may_be_shown());
    let now = shown.next()?;
    let before = shown.next();
    let mean = |pulse: &FactorPulse, place: usize| pulse.means.shown().get(place).copied().flatten();
    let factors = (1u8..).take(FACTORS).map(|no| {
        let place = usize::from(no) - 1;
        let before = before.and_then(|before| mean(before, place));
        FactorShown { no, room: Room::of_factor(no), mean: mean(now, place), before }
    });
    Some(PulseShown { session: now.session, factors: factors.collect() })
}
