//! Chain KPIs: definition, target path and series (factor 2, domain §1c, §2.7).

pub mod figures;

use crate::model::ids::{KpiId, Month, PartnerCode, RecordId};
use serde::{Deserialize, Serialize};

/// One KPI with its definition and its series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kpi {
    /// `K1`.
    pub id: KpiId,
    /// What is measured.
    pub name: String,
    /// Which corner of the triangle it serves.
    pub angle: Angle,
    /// Whether higher or lower is better.
    pub direction: Direction,
    /// `%`, `uur`, `cijfer`.
    pub unit: String,
    /// How often it is measured.
    pub frequency: Frequency,
    /// Who answers for it.
    pub owner: PartnerCode,
    /// Who works on it; a chain KPI needs more than one partner (2.4).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<PartnerCode>,
    /// It says what the citizen notices (domain §1a, I11).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub citizen: bool,
    /// The partner that its owner waits for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waits_for: Option<PartnerCode>,
    /// Where the figures come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The start, measured before anything was done (2.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Milestone>,
    /// The values to be reached, by month.
    pub target_path: Vec<Milestone>,
    /// How far behind the path is still orange.
    pub tolerance: f64,
    /// The series, oldest first, one value a month at most.
    pub values: Vec<KpiValue>,
}

/// A corner of the threefold goal (I15).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Angle {
    /// Doorlooptijd.
    LeadTime,
    /// Kwaliteit.
    Quality,
    /// Kosten.
    Cost,
}

impl Angle {
    /// The three corners.
    pub const ALL: [Self; 3] = [Self::LeadTime, Self::Quality, Self::Cost];

    /// Its name in a file.
    pub fn key(self) -> &'static str {
        match self {
            Self::LeadTime => "lead-time",
            Self::Quality => "quality",
            Self::Cost => "cost",
        }
    }
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// Higher is better.
    Up,
    /// Lower is better.
    Down,
}

impl Direction {
    /// +1 or −1: `dir` of domain §6.3.
    pub fn sign(self) -> f64 {
        match self {
            Self::Up => 1.0,
            Self::Down => -1.0,
        }
    }
}

/// How often a value is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Frequency {
    /// Monthly.
    Month,
    /// Every three months.
    Quarter,
}

impl Frequency {
    /// Months between two values.
    pub fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
        }
    }
}

/// A value to be reached in a month.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// When.
    pub month: Month,
    /// What.
    pub value: f64,
}

/// One value of the series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KpiValue {
    /// The month it is about.
    pub month: Month,
    /// The reported value; none where it must stay hidden.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Teller.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub num: Option<u32>,
    /// Noemer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub den: Option<u32>,
    /// Voorlopig.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub provisional: bool,
    /// Where this one value came from, when not from the KPI's source.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// Below this denominator a percentage is hidden (domain §6.3).
pub const HIDDEN_BELOW: u32 = 10;
/// Below this denominator it is marked as a small number.
pub const SMALL_BELOW: u32 = 30;

impl KpiValue {
    /// A value without parts.
    pub fn plain(month: Month, value: f64) -> Self {
        Self { month, value: Some(value), num: None, den: None, provisional: false, source: String::new() }
    }

    /// A percentage from numerator and denominator, one decimal; hidden when the denominator is below ten.
    pub fn ratio(month: Month, num: u32, den: u32) -> Self {
        let percent = (f64::from(num) / f64::from(den.max(1)) * 1000.0).round() / 10.0;
        let value = (den >= HIDDEN_BELOW).then_some(percent);
        Self { month, value, num: Some(num), den: Some(den), provisional: false, source: String::new() }
    }

    /// Too few cases to show.
    pub fn is_hidden(&self) -> bool {
        self.value.is_none()
    }

    /// Few cases: shown, and said.
    pub fn is_small(&self) -> bool {
        self.den.is_some_and(|den| (HIDDEN_BELOW..SMALL_BELOW).contains(&den))
    }
}

/// The four steps on a KPI in one session: stand, course, cause, adjustment (2.2).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterimEvaluation {
    /// Which KPI.
    pub kpi: KpiId,
    /// In which session.
    pub session: u32,
    /// What the group says the cause is.
    pub cause: String,
    /// The decision to adjust, when there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<RecordId>,
}
