//! Effort and benefit between partners, as each sees the others (factor 4, domain §1e, §6.1).

use super::figures::{mean, median};
use super::ids::PartnerCode;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One blind round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BenefitRound {
    /// Number of the session.
    pub session: u32,
    /// When it was held.
    pub date: NaiveDate,
    /// The order of the scores in every row.
    pub about: Vec<PartnerCode>,
    /// One row per partner that took part.
    pub rows: Vec<EstimateRow>,
    /// All rows are shown.
    pub revealed: bool,
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

impl BenefitRound {
    fn score(&self, by: &PartnerCode, about: &PartnerCode) -> Option<f64> {
        let place = self.about.iter().position(|code| code == about)?;
        let row = self.rows.iter().find(|row| row.by == *by)?;
        row.scores.get(place).copied().flatten().map(f64::from)
    }

    /// The figures of one partner.
    pub fn of(&self, partner: &PartnerCode) -> PartnerBalance {
        let own = self.score(partner, partner);
        let others = self.rows.iter().filter(|row| row.by != *partner);
        let views: Vec<f64> = others.filter_map(|row| self.score(&row.by, partner)).collect();
        let seen = if views.len() >= 3 { median(views) } else { None };
        let row = self.rows.iter().find(|row| row.by == *partner);
        let effort = row.and_then(|row| row.effort).map(f64::from);
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
