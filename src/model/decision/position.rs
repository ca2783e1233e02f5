//! Where a partner stands in a decision (domain §2.3): its position, a minority position, trust after dissent.

use crate::model::figures::{mean, rounded};
use crate::model::ids::PartnerCode;
use crate::model::privacy::sealed::Given;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The codes of domain §2.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PositionCode {
    /// I, instemmen.
    Agree,
    /// A, instemmen met aantekening.
    AgreeWithNote,
    /// G, geen overwegend bezwaar.
    NoObjection,
    /// B, overwegend bezwaar.
    Objection,
    /// T, tegen.
    Against,
    /// O, onthouding.
    Abstain,
    /// V, voorbehoud.
    Reserved,
    /// X, afwezig.
    Absent,
}

impl PositionCode {
    /// Every code.
    pub const ALL: [Self; 8] = [
        Self::Agree,
        Self::AgreeWithNote,
        Self::NoObjection,
        Self::Objection,
        Self::Against,
        Self::Abstain,
        Self::Reserved,
        Self::Absent,
    ];

    /// The letter, the same in both languages and in every document.
    pub fn letter(self) -> char {
        match self {
            Self::Agree => 'I',
            Self::AgreeWithNote => 'A',
            Self::NoObjection => 'G',
            Self::Objection => 'B',
            Self::Against => 'T',
            Self::Abstain => 'O',
            Self::Reserved => 'V',
            Self::Absent => 'X',
        }
    }

    /// The code of a letter, capital or small.
    pub fn of_letter(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.letter() == letter.to_ascii_uppercase())
    }

    /// A, B, T and V say why.
    pub fn needs_reason(self) -> bool {
        matches!(self, Self::AgreeWithNote | Self::Objection | Self::Against | Self::Reserved)
    }

    /// I, A and G: goes along.
    pub fn is_assent(self) -> bool {
        matches!(self, Self::Agree | Self::AgreeWithNote | Self::NoObjection)
    }

    /// I, G and X: leaves a decision unanimous among who is there.
    pub fn is_unanimous(self) -> bool {
        matches!(self, Self::Agree | Self::NoObjection | Self::Absent)
    }

    /// B and T: dissent heavy enough to ask for trust.
    pub fn is_weighty(self) -> bool {
        matches!(self, Self::Objection | Self::Against)
    }

    /// A, B, T and O: what counts as dissent (domain §6.6).
    pub fn is_dissent(self) -> bool {
        matches!(self, Self::AgreeWithNote | Self::Objection | Self::Against | Self::Abstain)
    }
}

/// Where one partner stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Who.
    pub partner: PartnerCode,
    /// What.
    pub code: PositionCode,
    /// Why, in the partner's own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The day a partner that was not there gave it in writing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written_on: Option<NaiveDate>,
}

impl Given for Position {
    fn by(&self) -> &PartnerCode {
        &self.partner
    }
}

/// One round of consent before the last.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentRound {
    /// The proposal as it was then.
    pub text: String,
    /// The positions on that text.
    pub positions: Vec<Position>,
}

/// A minority position.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minority {
    /// Whose.
    pub partner: PartnerCode,
    /// Word for word.
    pub text: String,
    /// Will it carry the decision out all the same?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carries_out: Option<bool>,
}

/// Trust after dissent, 1 to 10: mean and lowest, never who.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrustCheck {
    /// Mean.
    pub mean: f64,
    /// Lowest.
    pub min: u8,
}

impl TrustCheck {
    /// Mean and lowest of what partners gave; none where nobody did.
    pub fn of(scores: &[u8]) -> Option<Self> {
        let min = *scores.iter().min()?;
        let mean = mean(scores.iter().map(|score| f64::from(*score)))?;
        Some(Self { mean: rounded(mean, 1), min })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trust_is_a_mean_and_a_lowest() {
        assert_eq!(TrustCheck::of(&[7, 8, 6]), Some(TrustCheck { mean: 7.0, min: 6 }));
        assert_eq!(TrustCheck::of(&[]), None);
    }
}
