//! Dissent against trust: is a difference of view a strength here, or is it silent? (7.3, 7.4, domain §6.6)

use crate::model::history::look_back::held;
use crate::model::session::Session;
use crate::model::session::tally::Tally;

/// Where a session lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quadrant {
    /// Rust: much trust, little dissent.
    Calm,
    /// Gezond verschil: much trust, much dissent.
    Healthy,
    /// Schijnvrede: little trust, little dissent.
    FalsePeace,
    /// Strijd: little trust, much dissent.
    Strife,
}

impl Quadrant {
    /// Row by row: much trust first, little dissent first.
    pub const ALL: [Self; 4] = [Self::Calm, Self::Healthy, Self::FalsePeace, Self::Strife];
}

/// From so many dissenting positions per decision it is much.
pub const DISSENT_MUCH: f64 = 0.5;
/// From this mean, 1 to 10, trust is high.
pub const TRUST_HIGH: f64 = 7.0;

/// One session as a point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Which session.
    pub session: u32,
    /// Positions A, B, T and O per decision.
    pub dissent: f64,
    /// 1 to 10.
    pub trust: f64,
    /// The trust comes from trust checks; else it is the mean temperature of that session.
    pub checked: bool,
}

impl Point {
    /// Where it lies; a boundary value counts as much and as high.
    pub fn quadrant(&self) -> Quadrant {
        match (self.trust >= TRUST_HIGH - 1e-9, self.dissent >= DISSENT_MUCH - 1e-9) {
            (true, false) => Quadrant::Calm,
            (true, true) => Quadrant::Healthy,
            (false, false) => Quadrant::FalsePeace,
            (false, true) => Quadrant::Strife,
        }
    }
}

/// Every session that was held of which both are known, oldest first.
pub fn points(session: &Session) -> Vec<Point> {
    held(session).iter().filter_map(|tally| point(session, tally)).collect()
}

fn point(session: &Session, tally: &Tally) -> Option<Point> {
    let mut warmth = session.relation.shown().filter(|round| round.session == tally.session);
    let trust = tally.trust.or_else(|| warmth.next()?.mean())?;
    let dissent = f64::from(tally.dissent_with(session.decisions.iter())) / f64::from(tally.decisions);
    (tally.decisions > 0).then_some(Point { session: tally.session, dissent, trust, checked: tally.trust.is_some() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bounds_count_as_much_and_as_high() {
        let at = |dissent, trust| Point { session: 1, dissent, trust, checked: true }.quadrant();
        assert_eq!(at(0.5, 7.0), Quadrant::Healthy);
        assert_eq!(at(0.49, 7.0), Quadrant::Calm);
        assert_eq!(at(0.5, 6.9), Quadrant::Strife);
        assert_eq!(at(0.0, 6.9), Quadrant::FalsePeace);
    }
}
