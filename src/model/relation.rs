//! The relation between partners: temperature per tie, and being together (factor 5, domain §1f, §6.2).

use super::figures::mean;
use super::ids::PartnerCode;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// All that is kept on the relation.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// One round per session in which it was asked, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub temperatures: Vec<TemperatureRound>,
    /// Ketencafés, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cafes: Vec<Cafe>,
}

/// How partners rate the behaviour of each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemperatureRound {
    /// Number of the session.
    pub session: u32,
    /// The order of the scores in every row.
    pub about: Vec<PartnerCode>,
    /// One row per partner.
    pub rows: Vec<TemperatureRow>,
}

/// What one partner gives each other partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemperatureRow {
    /// Who rates.
    pub by: PartnerCode,
    /// 1 to 10 in the order of `about`; none for itself and for *weet niet*.
    pub scores: Vec<Option<u8>>,
}

/// One ketencafé.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cafe {
    /// When; a cancelled one has no people.
    pub date: NaiveDate,
    /// How many people came.
    pub people: u32,
    /// From how many partners.
    pub partners: u32,
}

impl TemperatureRound {
    /// Every tie: who, about whom, what.
    pub fn ties(&self) -> impl Iterator<Item = (&PartnerCode, &PartnerCode, u8)> {
        self.rows.iter().flat_map(|row| {
            let scores = self.about.iter().zip(&row.scores).filter(|(about, _)| **about != row.by);
            scores.filter_map(|(about, score)| score.map(|score| (&row.by, about, score)))
        })
    }

    /// Mean of all ties.
    pub fn mean(&self) -> Option<f64> {
        mean(self.ties().map(|(_, _, score)| f64::from(score)))
    }

    /// The lowest tie.
    pub fn lowest(&self) -> Option<u8> {
        self.ties().map(|(_, _, score)| score).min()
    }

    /// Mean of what a partner receives.
    pub fn received(&self, partner: &PartnerCode) -> Option<f64> {
        mean(self.ties().filter(|(_, about, _)| *about == partner).map(|(_, _, score)| f64::from(score)))
    }
}

/// A tie of this score or lower is a warning (domain §6.2).
pub const COLD_TIE: u8 = 4;
/// So large a drop of the mean over two sessions is one too.
pub const COOLING: f64 = 0.5;
