//! What two versions have in common, where nobody knows what they came from.

use super::numbers;
use crate::model::agenda::Agenda;
use crate::model::ambition::Ambition;
use crate::model::chain::{Chain, Identity};
use crate::model::governance::Governance;
use crate::model::ids::Month;
use crate::model::relation::Relation;
use crate::model::session::{Closing, Event, Session, State};
use crate::model::story::Successes;

/// A value that both have; else the one that says nothing, so that each of the two said something.
fn same<T: Clone + PartialEq + Default>(ours: &T, theirs: &T) -> T {
    if ours == theirs { ours.clone() } else { T::default() }
}

/// Records that both have, word for word.
fn both<T: Clone + PartialEq>(ours: &[T], theirs: &[T]) -> Vec<T> {
    ours.iter().filter(|record| theirs.contains(record)).cloned().collect()
}

/// A part of the session, field by field. No `..`: a new field does not compile before it has its line.
macro_rules! alike {
    ($ours:expr, $theirs:expr, $type:ident { $($field:ident: $how:ident),+ $(,)? }) => {
        $type { $($field: $how(&$ours.$field, &$theirs.$field).into()),+ }
    };
}

/// The pessimistic ancestor of two versions: what both hold alike. Measured by it nothing counts as taken out, what only
/// one has was added there, and what they say otherwise both said.
pub fn common(ours: &Session, theirs: &Session) -> Session {
    let mut session = sections(ours, theirs);
    session.state = state(ours, theirs);
    session.numbering = numbers::in_common(ours, theirs).into();
    session
}

fn sections(ours: &Session, theirs: &Session) -> Session {
    alike!(
        ours,
        theirs,
        Session {
            schema: lower,
            number: lower,
            date: same,
            state: first,
            papers_sent: same,
            chain: chain,
            identity: identity,
            agenda: agenda,
            attendance: both,
            adopts: same,
            decisions: both,
            differences: both,
            actions: both,
            escalations: both,
            notes: both,
            successes: successes,
            evaluations: both,
            closing: closing,
            log: both,
            numbering: both,
            partners: both,
            ambition: ambition,
            kpis: both,
            governance: governance,
            benefit_rounds: both,
            relation: relation,
            pulses: both,
            shopfloor: both,
            set_aside: both,
            declined: both,
            look_back: both,
            conflicts: both,
        }
    )
}

fn lower(ours: &u32, theirs: &u32) -> u32 {
    *ours.min(theirs)
}

fn first(ours: &State, _: &State) -> State {
    *ours
}

/// The one that is less far, so that the further one counts; of a session that was opened again, that it was closed.
fn state(ours: &Session, theirs: &Session) -> State {
    if ours.state == theirs.state {
        return ours.state;
    }
    let reopened =
        |session: &Session| session.log.iter().filter(|entry| matches!(entry.event, Event::Reopened { .. })).count();
    let far = |session: &Session| State::ALL.iter().position(|state| *state == session.state);
    let (one, other) = if far(ours) <= far(theirs) { (ours, theirs) } else { (theirs, ours) };
    if reopened(one) > reopened(other) { other.state } else { one.state }
}

fn chain(ours: &Chain, theirs: &Chain) -> Chain {
    alike!(
        ours,
        theirs,
        Chain { name: same, full_name: same, quorum: same, chair: same, secretary: same, links: both, former: both }
    )
}

fn identity(ours: &Identity, theirs: &Identity) -> Identity {
    alike!(ours, theirs, Identity { slogan: same, place: same, mascot: same, logo: same, colour: same })
}

fn agenda(ours: &Agenda, theirs: &Agenda) -> Agenda {
    alike!(ours, theirs, Agenda { items: both, running: same })
}

fn successes(ours: &Successes, theirs: &Successes) -> Successes {
    alike!(ours, theirs, Successes { month: month, stories: both, months: both })
}

/// The earlier one, so that the month that stories went on to counts.
fn month(ours: &Month, theirs: &Month) -> Month {
    *ours.min(theirs)
}

fn closing(ours: &Closing, theirs: &Closing) -> Closing {
    alike!(ours, theirs, Closing { ratings: both, next_date: same, read_back: same })
}

fn ambition(ours: &Ambition, theirs: &Ambition) -> Ambition {
    alike!(
        ours,
        theirs,
        Ambition {
            text: same,
            version: same,
            since: same,
            earlier: both,
            form: same,
            alone_tests: both,
            urgency: both,
            pull: both,
            benefits: both,
            commitments: both,
            outings: both,
        }
    )
}

fn governance(ours: &Governance, theirs: &Governance) -> Governance {
    alike!(ours, theirs, Governance { covenant: same, amendment: same, bodies: both, mandates: both })
}

fn relation(ours: &Relation, theirs: &Relation) -> Relation {
    alike!(ours, theirs, Relation { temperatures: both, cafes: both, moments: both, activities: both, cafe_rule: same })
}
