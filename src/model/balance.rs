//! Effort and benefit between partners, as each sees the others (factor 4, domain §1e, §6.1).

use crate::model::figures::{mean, median};
use crate::model::ids::PartnerCode;
use crate::model::privacy::sealed::{Given, Sealed};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One blind round.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(from = "RoundOnFile")]
pub struct BenefitRound {
    /// Number of the session.
    pub session: u32,
    /// When it was held.
    pub date: NaiveDate,
    /// The order of the scores in every row.
    pub about: Vec<PartnerCode>,
    /// One row per partner that took part, all shown together. No figure of this round says anything before that.
    pub rows: Sealed<EstimateRow>,
}

/// A round as it stands in a file.
#[derive(Deserialize)]
#[serde(rename = "BenefitRound", deny_unknown_fields)]
struct RoundOnFile {
    session: u32,
    date: NaiveDate,
    about: Vec<PartnerCode>,
    rows: Vec<EstimateRow>,
    revealed: bool,
}

impl From<RoundOnFile> for BenefitRound {
    fn from(found: RoundOnFile) -> Self {
        let RoundOnFile { session, date, about, rows, revealed } = found;
        Self { session, date, about, rows: Sealed::of(rows, revealed) }
    }
}

/// What one partner thinks each partner gains, itself included.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EstimateRow {
    /// Who estimates.
    pub by: PartnerCode,
    /// 1 to 10 per partner, in the order of `about`; none is *weet niet*.
    pub scores: Vec<Option<u8>>,
    /// Its own effort, 1 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effort: Option<u8>,
}

impl Given for EstimateRow {
    fn by(&self) -> &PartnerCode {
        &self.by
    }
}

/// What the figures of a partner amount to in a word (domain §6.1). The two first are about seeing each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BalanceLabel {
    /// Stille zorg: the others think that it gains more than it feels.
    QuietWorry,
    /// Onderschatte winst: it gains more than the others see; tell it.
    UntoldGain,
    /// Inspanning groter dan opbrengst.
    EffortAboveBenefit,
    /// The same, two rounds in a row: put a rebalance on the agenda.
    RebalanceDue,
    /// Grote winnaar: may offer something.
    BigWinner,
}

/// A perception gap this far below or above zero has a label.
pub const GAP: f64 = 2.0;
/// A net balance this low or lower is effort above benefit.
pub const NET_LOW: f64 = -2.0;
/// A net balance this high or higher is a big winner.
const NET_HIGH: f64 = 4.0;
/// A chain whose net balances lie this far apart is out of balance.
pub const SPREAD_HIGH: f64 = 7.0;
/// A round older than this is said to be old.
pub const ROUND_OLD_DAYS: i64 = 183;

/// What a round says about one partner.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerBalance {
    /// About whom.
    pub partner: PartnerCode,
    /// Its own estimate of what it gains.
    pub own: Option<f64>,
    /// Median of what the others think it gains; needs three of them.
    pub seen: Option<f64>,
    /// `perception_gap`: own − seen.
    pub gap: Option<f64>,
    /// `net_balance`: own − effort.
    pub net: Option<f64>,
    /// How far its estimates of the others are off, on average; shown as a group mean only.
    pub observer_error: Option<f64>,
}

impl PartnerBalance {
    /// Its labels, given its net balance in the round before.
    pub fn labels(&self, net_before: Option<f64>) -> Vec<BalanceLabel> {
        let low = |net: f64| net <= NET_LOW;
        let mut labels = Vec::new();
        match self.gap {
            Some(gap) if gap <= -GAP => labels.push(BalanceLabel::QuietWorry),
            Some(gap) if gap >= GAP => labels.push(BalanceLabel::UntoldGain),
            _ => {}
        }
        match self.net {
            Some(net) if low(net) && net_before.is_some_and(low) => labels.push(BalanceLabel::RebalanceDue),
            Some(net) if low(net) => labels.push(BalanceLabel::EffortAboveBenefit),
            Some(net) if net >= NET_HIGH => labels.push(BalanceLabel::BigWinner),
            _ => {}
        }
        labels
    }
}

/// Who watches over `partner` in a session: the place moves on every session, and nobody watches over itself (4.3).
pub fn buddy(partners: &[PartnerCode], partner: &PartnerCode, session: u32) -> Option<PartnerCode> {
    let count = partners.len();
    let here = partners.iter().position(|code| code == partner).filter(|_| count > 1)?;
    let step = 1 + usize::try_from(session).unwrap_or(0) % (count - 1);
    partners.get((here + step) % count).cloned()
}

impl BenefitRound {
    /// A round to be filled.
    pub fn new(session: u32, date: NaiveDate, about: Vec<PartnerCode>) -> Self {
        Self { session, date, about, rows: Sealed::default() }
    }

    /// A round that was held, with all of its rows on the table.
    pub fn held(session: u32, date: NaiveDate, about: Vec<PartnerCode>, rows: Vec<EstimateRow>) -> Self {
        Self { session, date, about, rows: Sealed::of(rows, true) }
    }

    /// The group looks at it.
    pub fn is_revealed(&self) -> bool {
        self.rows.is_open()
    }

    /// The row of a partner, once all are shown.
    pub fn row(&self, by: &PartnerCode) -> Option<&EstimateRow> {
        self.rows.shown().iter().find(|row| row.by == *by)
    }

    /// What `by` thinks that `about` gains.
    pub fn estimate(&self, by: &PartnerCode, about: &PartnerCode) -> Option<u8> {
        let place = self.about.iter().position(|code| code == about)?;
        self.row(by)?.scores.get(place).copied().flatten()
    }

    fn score(&self, by: &PartnerCode, about: &PartnerCode) -> Option<f64> {
        self.estimate(by, about).map(f64::from)
    }

    /// The figures of one partner.
    pub fn of(&self, partner: &PartnerCode) -> PartnerBalance {
        let own = self.score(partner, partner);
        let others = self.rows.shown().iter().filter(|row| row.by != *partner);
        let views: Vec<f64> = others.filter_map(|row| self.score(&row.by, partner)).collect();
        let seen = if views.len() >= 3 { median(views) } else { None };
        let effort = self.row(partner).and_then(|row| row.effort).map(f64::from);
        let errors = self
            .about
            .iter()
            .filter(|about| *about != partner)
            .filter_map(|about| Some((self.score(partner, about)? - self.score(about, about)?).abs()));
        PartnerBalance {
            partner: partner.clone(),
            own,
            seen,
            gap: own.zip(seen).map(|(own, seen)| own - seen),
            net: own.zip(effort).map(|(own, effort)| own - effort),
            observer_error: mean(errors),
        }
    }

    /// The figures of all partners, in the order of the round.
    pub fn all(&self) -> Vec<PartnerBalance> {
        self.about.iter().map(|partner| self.of(partner)).collect()
    }

    /// Mean of the absolute gaps: how well the group knows each other.
    pub fn mean_gap(&self) -> Option<f64> {
        mean(self.all().into_iter().filter_map(|balance| balance.gap).map(f64::abs))
    }

    /// Highest net balance minus the lowest.
    pub fn spread(&self) -> Option<f64> {
        let nets: Vec<f64> = self.all().into_iter().filter_map(|balance| balance.net).collect();
        let high = nets.iter().copied().reduce(f64::max)?;
        let low = nets.iter().copied().reduce(f64::min)?;
        Some(high - low)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn balance(gap: Option<f64>, net: Option<f64>) -> PartnerBalance {
        PartnerBalance { partner: "JR".into(), own: None, seen: None, gap, net, observer_error: None }
    }

    #[test]
    fn labels_follow_the_bounds() {
        use BalanceLabel::{BigWinner, EffortAboveBenefit, QuietWorry, RebalanceDue, UntoldGain};
        assert_eq!(balance(Some(-4.0), Some(-5.0)).labels(Some(-4.0)), [QuietWorry, RebalanceDue]);
        assert_eq!(balance(Some(-2.0), Some(-2.0)).labels(Some(-1.0)), [QuietWorry, EffortAboveBenefit]);
        assert_eq!(balance(Some(3.0), Some(4.0)).labels(None), [UntoldGain, BigWinner]);
        assert_eq!(balance(Some(-1.5), Some(3.0)).labels(None), []);
        assert_eq!(balance(None, None).labels(None), []);
    }

    #[test]
    fn every_partner_has_a_buddy_that_changes_and_is_not_itself() {
        let partners = ["POL", "OM", "RB", "JR"].map(PartnerCode::from);
        for session in 1..9 {
            let mut buddies: Vec<PartnerCode> =
                partners.iter().filter_map(|partner| buddy(&partners, partner, session)).collect();
            assert!(partners.iter().zip(&buddies).all(|(partner, buddy)| partner != buddy));
            buddies.sort();
            buddies.dedup();
            assert_eq!(buddies.len(), partners.len(), "everybody watches over one");
        }
        assert_ne!(buddy(&partners, &partners[0], 1), buddy(&partners, &partners[0], 2));
        assert_eq!(buddy(&partners[..1], &partners[0], 1), None);
    }
}
