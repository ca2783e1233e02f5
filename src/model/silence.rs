//! What was given in silence, and who may see it: nothing of it shows before the group looks at all of it together
//! (domain §2.3, §6.1, §6.2).

use super::decision::speaks;
use super::ids::{PartnerCode, RecordId};
use super::session::{FactorPulse, Session};

/// A mean of fewer rows than this shows who gave what.
pub const ROWS_SHOWN: usize = 3;

/// Something of this session that still waits for its reveal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hidden {
    /// So many rows of the benefit round.
    Benefit(usize),
    /// So many rows of the temperature.
    Temperature(usize),
    /// So many rows of the pulse.
    Pulse(usize),
    /// Positions on a decision.
    Positions(RecordId),
}

impl Session {
    /// What was given and not seen yet; a meeting that closes would leave it so.
    pub fn hidden(&self) -> Vec<Hidden> {
        let benefit = self.round_at_hand().filter(|round| !round.revealed);
        let benefit = benefit.map(|round| round.rows.len()).filter(|rows| *rows > 0);
        let mut warmth = self.relation.temperatures.iter().filter(|round| round.session == self.number);
        let temperature = warmth.find(|round| !round.may_be_shown()).map(|round| round.rows.len());
        let mut pulses = self.pulses.iter().filter(|pulse| pulse.session == self.number);
        let pulse = pulses.find(|pulse| !pulse.may_be_shown()).map(|pulse| pulse.rows.len());
        let sealed = self.decisions.iter().filter(|decision| !decision.sealed.is_empty());
        let mut found: Vec<Hidden> = benefit.map(Hidden::Benefit).into_iter().collect();
        found.extend(temperature.map(Hidden::Temperature));
        found.extend(pulse.map(Hidden::Pulse));
        found.extend(sealed.map(|decision| Hidden::Positions(decision.id.clone())));
        found
    }

    /// The session as it may be shown: what was given in silence is left out until it is revealed.
    pub fn as_shown(&self) -> Self {
        let mut shown = self.clone();
        for decision in shown.decisions.iter_mut() {
            decision.sealed.clear();
        }
        for round in shown.benefit_rounds.iter_mut().filter(|round| !round.revealed) {
            round.rows.clear();
        }
        shown.pulses.retain(FactorPulse::may_be_shown);
        for round in shown.relation.temperatures.iter_mut().filter(|round| !round.may_be_shown()) {
            round.rows.clear();
        }
        shown
    }

    /// Partners that are asked for a row today: all of which it is not known that they are absent.
    pub fn expected(&self) -> impl Iterator<Item = &PartnerCode> {
        let codes = self.partners.iter().map(|partner| &partner.code);
        codes.filter(|code| !speaks(&self.attendance, code).is_absent())
    }

    /// Partners that have not given a row, in the order of the chain.
    pub fn without_row<'a>(&'a self, given: impl IntoIterator<Item = &'a PartnerCode>) -> Vec<PartnerCode> {
        let given: Vec<&PartnerCode> = given.into_iter().collect();
        let codes = self.partners.iter().map(|partner| &partner.code);
        codes.filter(|code| !given.contains(code)).cloned().collect()
    }
}
