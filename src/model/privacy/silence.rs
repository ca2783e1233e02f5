//! What was given in silence, and who may see it: nothing of it shows before the group looks at all of it together
//! (domain §2.3, §6.1, §6.2).

use crate::model::decision::speaks;
use crate::model::ids::{PartnerCode, RecordId};
use crate::model::relation::TemperatureRound;
use crate::model::session::{FactorPulse, Session};

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
    /// The temperature of this session.
    pub fn own_temperature(&self) -> Option<&TemperatureRound> {
        self.relation.temperatures.iter().find(|round| round.session == self.number)
    }

    pub(in crate::model) fn own_temperature_mut(&mut self) -> Option<&mut TemperatureRound> {
        let number = self.number;
        self.relation.temperatures.iter_mut().find(|round| round.session == number)
    }

    /// The pulse of this session.
    pub fn own_pulse(&self) -> Option<&FactorPulse> {
        self.pulses.iter().find(|pulse| pulse.session == self.number)
    }

    pub(in crate::model) fn own_pulse_mut(&mut self) -> Option<&mut FactorPulse> {
        let number = self.number;
        self.pulses.iter_mut().find(|pulse| pulse.session == number)
    }

    /// So many rows there are before the group may look at what was given in silence; a small chain has no more partners.
    pub fn rows_needed(&self) -> usize {
        ROWS_SHOWN.min(self.partners.len())
    }

    /// What was given and not seen yet; a meeting that closes would leave it so.
    pub fn hidden(&self) -> Vec<Hidden> {
        let benefit = self.round_at_hand().filter(|round| !round.is_revealed());
        let benefit = benefit.map(|round| round.rows.len()).filter(|rows| *rows > 0);
        let temperature = self.own_temperature().filter(|round| !round.may_be_shown());
        let temperature = temperature.map(|round| round.rows.len());
        let pulse = self.own_pulse().filter(|pulse| !pulse.may_be_shown()).map(|pulse| pulse.rows.len());
        let sealed = self.decisions.iter().filter(|decision| !decision.sealed.is_empty());
        let mut found: Vec<Hidden> = benefit.map(Hidden::Benefit).into_iter().collect();
        found.extend(temperature.map(Hidden::Temperature));
        found.extend(pulse.map(Hidden::Pulse));
        found.extend(sealed.map(|decision| Hidden::Positions(decision.id.clone())));
        found
    }

    /// Partners that are asked for a row today: all of which it is not known that they are absent.
    pub fn expected(&self) -> impl Iterator<Item = &PartnerCode> {
        self.codes().filter(|code| !speaks(&self.attendance, code).is_absent())
    }

    /// Partners that have not given a row, in the order of the chain.
    pub fn without_row<'a>(&'a self, given: impl IntoIterator<Item = &'a PartnerCode>) -> Vec<PartnerCode> {
        let given: Vec<&PartnerCode> = given.into_iter().collect();
        self.codes().filter(|code| !given.contains(code)).cloned().collect()
    }
}
