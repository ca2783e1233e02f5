//! What positions amount to: what may come of a decision, and what may not (domain §2.3).

use crate::model::attendance::Seat;
use crate::model::change::Refusal;
use crate::model::decision::position::{Position, PositionCode};
use crate::model::decision::{Decision, DecisionForm, DecisionOutcome};
use crate::model::ids::PartnerCode;

/// How many are for, against, abstain, reserve and are absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// I, A and G.
    pub for_it: u32,
    /// B and T.
    pub against: u32,
    /// O.
    pub abstain: u32,
    /// V.
    pub reserved: u32,
    /// X.
    pub absent: u32,
}

impl Tally {
    /// Counts positions.
    pub fn of(positions: &[Position]) -> Self {
        let count = |test: fn(PositionCode) -> bool| {
            u32::try_from(positions.iter().filter(|found| test(found.code)).count()).unwrap_or(u32::MAX)
        };
        Self {
            for_it: count(PositionCode::is_assent),
            against: count(PositionCode::is_weighty),
            abstain: count(|code| code == PositionCode::Abstain),
            reserved: count(|code| code == PositionCode::Reserved),
            absent: count(|code| code == PositionCode::Absent),
        }
    }
}

impl Decision {
    /// Partners that are against it on the text as it stands.
    pub fn objecting(&self) -> Vec<PartnerCode> {
        let standing = self.positions.iter().filter(|found| found.code.is_weighty());
        standing.map(|found| found.partner.clone()).collect()
    }

    /// What the positions amount to in the form that was chosen; none while somebody still has to speak.
    pub fn proposed_outcome(&self, seats: &[Seat]) -> Option<DecisionOutcome> {
        let present = seats.iter().filter(|seat| seat.presence.is_present());
        if self.positions.is_empty() || present.clone().any(|seat| self.position(&seat.partner).is_none()) {
            return None;
        }
        let tally = Tally::of(&self.positions);
        let by_vote = self.form == Some(DecisionForm::Vote);
        let nobody_spoke = tally.for_it == 0 && tally.against == 0;
        Some(if self.touched_silent(seats).is_some() || nobody_spoke {
            DecisionOutcome::Deferred
        } else if by_vote && tally.for_it <= tally.against {
            DecisionOutcome::Rejected
        } else if !by_vote && tally.against > 0 {
            DecisionOutcome::Deferred
        } else if tally.reserved > 0 {
            DecisionOutcome::UnderReservation
        } else if by_vote && tally.against + tally.abstain > 0 {
            DecisionOutcome::Adopted
        } else if !self.rounds.is_empty() {
            DecisionOutcome::Amended
        } else if self.positions.iter().all(|found| found.code == PositionCode::Agree) {
            DecisionOutcome::Unanimous
        } else {
            DecisionOutcome::Adopted
        })
    }

    /// Why the positions don't allow this outcome, if they don't. Without positions nothing contradicts it.
    pub fn contradicts(&self, outcome: DecisionOutcome, seats: &[Seat]) -> Option<Refusal> {
        if !outcome.is_adopted() {
            return None;
        }
        // No decision over the effort of a partner that was not there and did not write (domain §6.6).
        if let Some(code) = self.touched_silent(seats) {
            return Some(Refusal::TouchesAbsent(code.clone()));
        }
        let tally = Tally::of(&self.positions);
        if outcome == DecisionOutcome::UnderReservation && tally.reserved == 0 {
            return Some(Refusal::NobodyReserves);
        }
        if self.positions.is_empty() {
            return None;
        }
        let is_vote = self.form == Some(DecisionForm::Vote);
        if is_vote && tally.for_it <= tally.against {
            return Some(Refusal::NoMajority { for_it: tally.for_it, against: tally.against });
        }
        if tally.against > 0 && !is_vote {
            return Some(Refusal::ObjectionStands(self.objecting()));
        }
        if tally.for_it == 0 {
            return Some(Refusal::NobodyFor);
        }
        let differs = self.positions.iter().find(|found| !found.code.is_unanimous());
        differs
            .filter(|_| outcome == DecisionOutcome::Unanimous)
            .map(|found| Refusal::NotUnanimous(found.partner.clone()))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::attendance::Presence;
    use DecisionOutcome::{Adopted, Amended, Deferred, Rejected, Unanimous, UnderReservation};

    const CODES: [&str; 4] = ["POL", "OM", "RB", "JR"];

    /// A decision with these letters, in a form.
    fn with(letters: &str, form: DecisionForm) -> Decision {
        let day = "2026-12-10".parse().unwrap();
        let mut decision = Decision::new("B2026-01".into(), 1, day, None, "een");
        decision.form = Some(form);
        decision.positions = CODES
            .into_iter()
            .zip(letters.chars())
            .map(|(partner, letter)| Position {
                partner: partner.into(),
                code: PositionCode::of_letter(letter).unwrap(),
                reason: "daarom".to_owned(),
                written_on: None,
            })
            .collect();
        decision
    }

    fn seats(letters: &str) -> Vec<Seat> {
        let presence = |letter| if letter == 'X' { Presence::Absent } else { Presence::Member };
        let seat =
            |(partner, letter): (&str, char)| Seat { partner: partner.into(), presence: presence(letter), level: None };
        CODES.into_iter().zip(letters.chars()).map(seat).collect()
    }

    fn refused(letters: &str, form: DecisionForm, outcome: DecisionOutcome) -> Option<Refusal> {
        with(letters, form).contradicts(outcome, &seats(letters))
    }

    #[test]
    fn an_objection_stands_in_the_way_of_every_form_but_a_vote() {
        for form in [DecisionForm::Consensus, DecisionForm::Consent, DecisionForm::RubberStamp, DecisionForm::Written] {
            for outcome in [Unanimous, Adopted, Amended] {
                let stands = Refusal::ObjectionStands(vec!["OM".into()]);
                assert_eq!(refused("GBGG", form, outcome), Some(stands), "{form:?} {outcome:?}");
            }
            assert_eq!(refused("GBGG", form, Deferred), None);
            assert_eq!(refused("GBGG", form, Rejected), None);
        }
        assert_eq!(refused("ITII", DecisionForm::Vote, Adopted), None);
    }

    #[test]
    fn a_vote_needs_more_for_than_against() {
        let tie = Refusal::NoMajority { for_it: 2, against: 2 };
        assert_eq!(refused("IITT", DecisionForm::Vote, Adopted), Some(tie));
        assert_eq!(refused("IIOT", DecisionForm::Vote, Adopted), None);
        assert_eq!(refused("IITT", DecisionForm::Vote, Rejected), None);
        assert_eq!(with("IITT", DecisionForm::Vote).proposed_outcome(&seats("IITT")), Some(Rejected));
    }

    #[test]
    fn unanimous_is_what_everybody_there_agrees_to() {
        for letters in ["IIII", "GGGG", "IIIX"] {
            assert_eq!(refused(letters, DecisionForm::Consensus, Unanimous), None, "{letters}");
        }
        for letters in ["IAII", "IOII", "IVII"] {
            let differs = Refusal::NotUnanimous("OM".into());
            assert_eq!(refused(letters, DecisionForm::Consensus, Unanimous), Some(differs), "{letters}");
        }
        assert_eq!(refused("ITII", DecisionForm::Vote, Unanimous), Some(Refusal::NotUnanimous("OM".into())));
    }

    #[test]
    fn nobody_for_it_is_no_adoption() {
        assert_eq!(refused("XXXX", DecisionForm::Consensus, Adopted), Some(Refusal::NobodyFor));
        for form in DecisionForm::ALL {
            assert_eq!(with("XXXX", form).proposed_outcome(&seats("XXXX")), Some(Deferred), "{form:?}");
        }
        assert_eq!(refused("XXXX", DecisionForm::Consensus, Deferred), None);
    }

    #[test]
    fn a_reservation_is_somebodys() {
        assert_eq!(refused("IIII", DecisionForm::Consensus, UnderReservation), Some(Refusal::NobodyReserves));
        assert_eq!(refused("IIVI", DecisionForm::Consensus, UnderReservation), None);
        for form in [DecisionForm::Consensus, DecisionForm::Vote] {
            assert_eq!(with("IIVI", form).proposed_outcome(&seats("IIVI")), Some(UnderReservation), "{form:?}");
        }
    }

    #[test]
    fn a_tally_counts_every_position_once() {
        let decision = with("AGTV", DecisionForm::Vote);
        let tally = Tally::of(&decision.positions);
        assert_eq!(tally, Tally { for_it: 2, against: 1, abstain: 0, reserved: 1, absent: 0 });
    }
}
