//! What the index calls the values that it keeps. A file of it outlives the program that wrote it: a variant that gets another
//! name or another place in the code keeps its key, and one that is new has none until somebody writes it here.

use crate::model::decision::{DecisionKind, DecisionOutcome};
use crate::model::difference::DifferenceStatus;
use crate::model::governance::Level;
use crate::model::governance::escalation::EscalationOutcome;
use crate::model::kpi::Angle;
use crate::model::kpi::figures::Rag;
use crate::model::session::State;
use crate::model::story::StoryStatus;

/// The key of something about which something is still to be done.
pub const OPEN: &str = "Open";
/// The key of an action that is done.
pub const DONE: &str = "Done";
/// The key of an action that was dropped.
pub const DROPPED: &str = "Dropped";

/// A value that the index keeps under a key.
pub trait Keyed: Copy + 'static {
    /// Every value, in the order in which people are offered them.
    const ALL: &'static [Self];

    /// Its key.
    fn index_key(self) -> &'static str;

    /// The value of a key; none for one that nobody wrote.
    fn of_index_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.index_key() == key)
    }
}

macro_rules! keys {
    ($($type:ident { $($variant:ident => $key:literal),+ $(,)? })+) => {
        $(impl Keyed for $type {
            const ALL: &'static [Self] = &[$(Self::$variant,)+];

            fn index_key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)+
                }
            }
        })+
    };
}

keys! {
    State { Planned => "Planned", Live => "Live", Closed => "Closed" }
    DecisionKind {
        Frame => "Frame", Policy => "Policy", Direction => "Direction", Means => "Means", Covenant => "Covenant",
        Rebalance => "Rebalance", Application => "Application", Procedure => "Procedure",
    }
    DecisionOutcome {
        Unanimous => "Unanimous", Adopted => "Adopted", Amended => "Amended", UnderReservation => "UnderReservation",
        Rejected => "Rejected", Deferred => "Deferred",
    }
    DifferenceStatus { Open => "Open", AgreedToDisagree => "AgreedToDisagree", Resolved => "Resolved" }
    EscalationOutcome {
        Decided => "Decided", Returned => "Returned", Deferred => "Deferred", AdviceAsked => "AdviceAsked",
    }
    StoryStatus { Draft => "Draft", Blocked => "Blocked", Released => "Released" }
    Rag { Green => "Green", Amber => "Amber", Red => "Red" }
    Angle { LeadTime => "LeadTime", Quality => "Quality", Cost => "Cost" }
    Level { Operational => "Operational", Tactical => "Tactical", Strategic => "Strategic" }
}

/// The key of what an optional value says; none is open.
pub fn or_open<T: Keyed>(value: Option<T>) -> String {
    value.map_or(OPEN, T::index_key).to_owned()
}

/// The key of an optional value; none is empty.
pub fn or_none<T: Keyed>(value: Option<T>) -> String {
    value.map_or_else(String::new, |value| value.index_key().to_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::index::Kind;
    use std::collections::BTreeSet;

    fn told_apart<T: Keyed + PartialEq + std::fmt::Debug>() {
        let keys: BTreeSet<&str> = T::ALL.iter().map(|value| value.index_key()).collect();
        assert_eq!(keys.len(), T::ALL.len());
        T::ALL.iter().for_each(|value| assert_eq!(T::of_index_key(value.index_key()), Some(*value)));
    }

    #[test]
    fn every_value_comes_back_from_its_key() {
        told_apart::<State>();
        told_apart::<DecisionKind>();
        told_apart::<DecisionOutcome>();
        told_apart::<DifferenceStatus>();
        told_apart::<EscalationOutcome>();
        told_apart::<StoryStatus>();
        told_apart::<Rag>();
        told_apart::<Angle>();
        told_apart::<Level>();
        assert_eq!(State::of_index_key("planned"), None, "a key is what was written, and nothing like it");
    }

    #[test]
    fn every_kind_comes_back_from_the_number_in_its_row() {
        for kind in Kind::ALL {
            assert!((0..16).contains(&kind.number()), "it has four bits");
            assert_eq!(Kind::of_row(0x120 | kind.number()), Some(kind));
        }
        assert_eq!(Kind::of_row(15), None);
    }
}
