//! The shared ambition, what each partner gains by it, and who stands for it (factor 1, domain §1b).

use crate::model::ids::{KpiId, PartnerCode};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One sentence and all that hangs on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ambition {
    /// The sentence; empty until the group has one.
    pub text: String,
    /// Rises with every new sentence; commitments to an older one are stale.
    pub version: u32,
    /// Since when this version holds.
    pub since: NaiveDate,
    /// Earlier sentences, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<AmbitionVersion>,
    /// The form of collaboration that goes with it (1.5).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub form: String,
    /// Could a partner do it alone (1.2)?
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alone_tests: Vec<AloneTest>,
    /// How urgent each partner feels it is, per session (1.3).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub urgency: Vec<UrgencyRound>,
    /// Does it connect, does it direct (1.1)?
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pull: Vec<PullTest>,
    /// What each partner gains (1.4).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub benefits: Vec<Benefit>,
    /// Who committed, to which version (1.5).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commitments: Vec<Commitment>,
    /// Outings of the last 90 days, and how many carried the ambition (1.5).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outings: Vec<Outings>,
}

/// A sentence that was replaced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AmbitionVersion {
    /// Its version.
    pub version: u32,
    /// Its sentence.
    pub text: String,
    /// Since when it held.
    pub since: NaiveDate,
}

/// The answer of one partner to: could you do this alone?
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AloneTest {
    /// Who answers.
    pub partner: PartnerCode,
    /// The answer.
    pub answer: Alone,
}

/// Whether a partner could realise the ambition alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Alone {
    /// Niet.
    Not,
    /// Minder goed.
    LessWell,
    /// Even goed: then, is this chain work?
    JustAsWell,
}

impl Alone {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::Not, Self::LessWell, Self::JustAsWell];
}

/// Urgency as felt in one session, 1 to 10.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UrgencyRound {
    /// Number of the session.
    pub session: u32,
    /// Who gave what.
    pub scores: Vec<PartnerScore>,
}

/// Urgency from 1 to 10: so far apart it is said.
pub const URGENCY_APART: u8 = 4;

/// A number a partner gave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartnerScore {
    /// Who.
    pub partner: PartnerCode,
    /// What.
    pub score: u8,
}

/// Whether the ambition connects and gives direction, 1 to 5 each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PullTest {
    /// Who answers.
    pub partner: PartnerCode,
    /// Verbindt ons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connects: Option<u8>,
    /// Geeft richting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directs: Option<u8>,
}

/// What one partner gains, and the KPI that shows it (2.3).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Benefit {
    /// Baathouder.
    pub partner: PartnerCode,
    /// The gain, in the partner's words.
    pub text: String,
    /// The KPI it is seen in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kpi: Option<KpiId>,
    /// What keeps the partner from it (4.4).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub blocker: String,
    /// How far it is (domain §2.8).
    #[serde(default, skip_serializing_if = "BenefitState::is_intended")]
    pub state: BenefitState,
    /// The session in which it was set down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<u32>,
}

/// How far a benefit is: it is reached first and told after that (6.1).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum BenefitState {
    /// Beoogd.
    #[default]
    Intended,
    /// In zicht.
    InSight,
    /// Gerealiseerd.
    Realised,
    /// Verteld.
    Told,
    /// Weg.
    Gone,
}

impl BenefitState {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::Intended, Self::InSight, Self::Realised, Self::Told, Self::Gone];

    fn is_intended(&self) -> bool {
        *self == Self::Intended
    }
}

impl Benefit {
    /// A benefit still to be put in words.
    pub fn new(partner: PartnerCode, since: u32) -> Self {
        Self {
            partner,
            text: String::new(),
            kpi: None,
            blocker: String::new(),
            state: BenefitState::default(),
            since: Some(since),
        }
    }
}

/// A partner's commitment to one version of the ambition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// Who.
    pub partner: PartnerCode,
    /// To which version.
    pub ambition_version: u32,
    /// When.
    pub date: NaiveDate,
    /// The covenant changed since: ask again (domain §2.5).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub outdated: bool,
    /// A reservation that goes with it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Outings of a partner in the last 90 days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outings {
    /// Whose.
    pub partner: PartnerCode,
    /// With the ambition in it.
    pub carrying: u32,
    /// In all.
    pub total: u32,
}

/// How a partner stands towards the ambition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Committed to the sentence as it stands.
    Committed,
    /// Committed to an older sentence: ask again.
    Stale,
    /// Not asked yet, and may be.
    Open,
    /// Can't be asked: it has no benefit yet (1.4 comes before 1.5).
    Blocked,
}

impl Ambition {
    /// An ambition still to be found.
    pub fn empty(since: NaiveDate) -> Self {
        Self {
            text: String::new(),
            version: 0,
            since,
            earlier: Vec::new(),
            form: String::new(),
            alone_tests: Vec::new(),
            urgency: Vec::new(),
            pull: Vec::new(),
            benefits: Vec::new(),
            commitments: Vec::new(),
            outings: Vec::new(),
        }
    }

    /// What a partner gains.
    pub fn benefit(&self, partner: &PartnerCode) -> Option<&Benefit> {
        self.benefits.iter().find(|benefit| benefit.partner == *partner && !benefit.text.trim().is_empty())
    }

    /// The newest commitment of a partner.
    pub fn commitment(&self, partner: &PartnerCode) -> Option<&Commitment> {
        self.commitments.iter().rev().find(|commitment| commitment.partner == *partner)
    }

    /// Where a partner stands.
    pub fn standing(&self, partner: &PartnerCode) -> Standing {
        match self.commitment(partner) {
            Some(commitment) if commitment.ambition_version == self.version && !commitment.outdated => {
                Standing::Committed
            }
            _ if self.text.is_empty() || self.benefit(partner).is_none() => Standing::Blocked,
            Some(_) => Standing::Stale,
            None => Standing::Open,
        }
    }

    /// Urgency of one partner in a session.
    pub fn urgency_of(&self, partner: &PartnerCode, session: u32) -> Option<u8> {
        let round = self.urgency.iter().find(|round| round.session == session)?;
        round.scores.iter().find(|score| score.partner == *partner).map(|score| score.score)
    }

    /// Means of *verbindt* and *geeft richting*, where anybody answered.
    pub fn pull_means(&self) -> (Option<f64>, Option<f64>) {
        let of = |field: fn(&PullTest) -> Option<u8>| {
            crate::model::figures::mean(self.pull.iter().filter_map(field).map(f64::from))
        };
        (of(|test| test.connects), of(|test| test.directs))
    }

    /// Outings with the ambition, and in all (`expected.outings`).
    pub fn outings_total(&self) -> (u32, u32) {
        self.outings.iter().fold((0, 0), |(with, all), outing| (with + outing.carrying, all + outing.total))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_commits_before_it_has_a_benefit_and_a_new_sentence_makes_stale() {
        let pol = PartnerCode::from("POL");
        let mut ambition = Ambition::empty(NaiveDate::default());
        ambition.text = "Samen sneller".to_owned();
        ambition.version = 1;
        assert_eq!(ambition.standing(&pol), Standing::Blocked);
        ambition.benefits.push(Benefit { text: "Rust".to_owned(), ..Benefit::new(pol.clone(), 1) });
        assert_eq!(ambition.standing(&pol), Standing::Open);
        let commitment = Commitment {
            partner: pol.clone(),
            ambition_version: 1,
            date: NaiveDate::default(),
            outdated: false,
            note: String::new(),
        };
        ambition.commitments.push(commitment);
        assert_eq!(ambition.standing(&pol), Standing::Committed);
        ambition.commitments[0].outdated = true;
        assert_eq!(ambition.standing(&pol), Standing::Stale, "the covenant changed");
        ambition.commitments[0].outdated = false;
        ambition.version = 2;
        assert_eq!(ambition.standing(&pol), Standing::Stale);
    }
}
