//! The pulse on the eight factors: what each partner gives in silence, and what may be seen of it.

use crate::model::figures::{mean, rounded};
use crate::model::ids::PartnerCode;
use crate::model::privacy::sealed::{Given, Sealed};
use crate::model::privacy::silence::ROWS_SHOWN;
use serde::{Deserialize, Serialize};

/// A pulse on the eight factors, 1 to 5 (domain §1a, I3).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(from = "PulseOnFile")]
pub struct FactorPulse {
    /// In which session.
    pub session: u32,
    /// Mean per factor, 1 to 8; none where nobody knew.
    pub means: Sealed<Option<f64>>,
    /// What each partner gave, where that was kept.
    pub rows: Sealed<PulseRow>,
    /// Everybody is in, or the group looks at what there is.
    pub(in crate::model) revealed: bool,
}

/// A pulse as it stands in a file.
#[derive(Deserialize)]
#[serde(rename = "FactorPulse", deny_unknown_fields)]
struct PulseOnFile {
    session: u32,
    means: Vec<Option<f64>>,
    #[serde(default)]
    rows: Vec<PulseRow>,
    #[serde(default)]
    revealed: bool,
}

impl From<PulseOnFile> for FactorPulse {
    fn from(found: PulseOnFile) -> Self {
        let PulseOnFile { session, means, rows, revealed } = found;
        // Of older ones only the means are known, and those were seen.
        let open = revealed || rows.is_empty();
        Self { session, means: Sealed::of(means, open), rows: Sealed::of(rows, open), revealed }
    }
}

/// Factors of the model, each with a score in a row of the pulse.
pub const FACTORS: usize = 8;

/// The pulse of one partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PulseRow {
    /// Who.
    pub by: PartnerCode,
    /// 1 to 5 per factor; none is *weet niet*.
    pub scores: Vec<Option<u8>>,
}

impl Given for PulseRow {
    fn by(&self) -> &PartnerCode {
        &self.by
    }
}

fn scores(rows: &[PulseRow], factor: usize) -> impl Iterator<Item = u8> {
    rows.iter().filter_map(move |row| row.scores.get(factor).copied().flatten())
}

/// So few gave a factor a score that a mean would show who gave what. A chain of two has nothing to hide in.
fn shows_somebody(rows: &[PulseRow], factor: usize) -> bool {
    scores(rows, factor).count() < ROWS_SHOWN.min(rows.len())
}

/// Mean of a factor, where enough gave it a score.
fn mean_of(rows: &[PulseRow], factor: usize) -> Option<f64> {
    let mean = mean(scores(rows, factor).map(f64::from)).filter(|_| !shows_somebody(rows, factor));
    mean.map(|mean| rounded(mean, 1))
}

impl FactorPulse {
    /// A pulse that nobody gave a row yet.
    pub(in crate::model) fn new(session: u32) -> Self {
        Self { session, means: Sealed::default(), rows: Sealed::default(), revealed: false }
    }

    /// A pulse of which only the means were kept.
    pub fn of_means(session: u32, means: Vec<Option<f64>>) -> Self {
        PulseOnFile { session, means, rows: Vec::new(), revealed: false }.into()
    }

    /// The group may look at it.
    pub fn may_be_shown(&self) -> bool {
        self.rows.is_open()
    }

    /// Takes in a row; the means follow.
    pub(in crate::model) fn put(&mut self, row: PulseRow) {
        self.rows.put(row);
        self.follow();
    }

    /// Takes a row back; false where there is none.
    pub(in crate::model) fn withdraw(&mut self, by: &PartnerCode) -> bool {
        let found = self.rows.withdraw(by);
        self.follow();
        found
    }

    /// The means follow from the rows.
    pub(in crate::model) fn follow(&mut self) {
        self.means = self.rows.worked_out(|rows| (0..FACTORS).map(|factor| mean_of(rows, factor)).collect());
    }

    /// The group looks at what there is.
    pub(in crate::model) fn reveal(&mut self) {
        self.revealed = true;
        self.means.open();
        self.rows.open();
    }

    /// How many gave a factor a score, 0 for the first.
    pub fn answers(&self, factor: usize) -> usize {
        scores(self.rows.shown(), factor).count()
    }

    /// Lowest and highest that anybody gave a factor, where enough gave it a score.
    pub fn spread(&self, factor: usize) -> Option<(u8, u8)> {
        let rows = self.rows.shown();
        let spread = scores(rows, factor).min().zip(scores(rows, factor).max());
        spread.filter(|_| !shows_somebody(rows, factor))
    }
}
