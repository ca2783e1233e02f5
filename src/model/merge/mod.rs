//! Two versions of one meeting that came from one: nothing that either side put on record is lost.
//!
//! Records are told apart by their numbers, so that what one side added, changed or took out is known as such. What both
//! changed stays as ours says it, and stands in the session as a [`Conflict`] until somebody chooses. Everything that
//! brings two versions together goes through [`merge3`].

mod ancestor;
mod conflict;
mod fields;
mod names;
mod numbers;
mod records;
mod references;
mod sealed;

pub use ancestor::common;
pub use conflict::choose;

use crate::model::session::conflict::Conflict;

use crate::model::agenda::{Agenda, ItemOutcome};
use crate::model::ambition::Ambition;
use crate::model::chain::{Chain, Identity};
use crate::model::decision::Decision;
use crate::model::governance::Governance;
use crate::model::kpi::Kpi;
use crate::model::relation::Relation;
use crate::model::session::tally::Tally;
use crate::model::session::{Closing, Event, LogEntry, Session, State};
use crate::model::story::{Story, StoryStatus, Successes};
use chrono::NaiveDateTime;
use records::Merge;
use std::collections::BTreeSet;

/// A part of the session, field by field. No `..`: a new field does not compile before it is said how it merges.
macro_rules! three {
    ($merge:expr, $at:expr, $base:expr, $ours:expr, $theirs:expr, $type:ident { $($field:ident: $how:ident),+ $(,)? }) => {
        $type {
            $($field: $merge
                .$how(&below($at, stringify!($field)), &$base.$field, &$ours.$field, &$theirs.$field)
                .into()),+
        }
    };
}

/// The place of a field in a section; of a section in the session.
fn below(section: &'static str, field: &'static str) -> Vec<&'static str> {
    [section, field].into_iter().filter(|step| !step.is_empty()).collect()
}

/// Whether three versions can be of one meeting. A chain may have got another name on one side.
pub fn same_meeting(base: Option<&Session>, ours: &Session, theirs: &Session) -> bool {
    let name = |session: &Session| session.chain.name.clone();
    let known = base.is_some_and(|base| name(base) == name(ours) || name(base) == name(theirs));
    let number = base.is_none_or(|base| base.number == ours.number);
    ours.number == theirs.number && number && (known || name(ours) == name(theirs))
}

/// `ours` with all that `theirs` brings, both made from `base`; and what a person still has to choose between, which
/// stands in the session too. Pure: what it puts on record has the last moment that either side has on record.
pub fn merge3(base: &Session, ours: &Session, theirs: &Session) -> (Session, Vec<Conflict>) {
    let at = last_moment(ours).max(last_moment(theirs));
    merge_at(base, ours, theirs, at)
}

/// The same, at a moment.
pub(super) fn merge_at(
    base: &Session,
    ours: &Session,
    theirs: &Session,
    at: NaiveDateTime,
) -> (Session, Vec<Conflict>) {
    if base == theirs || ours == theirs {
        return (ours.clone(), Vec::new());
    }
    if base == ours {
        return (theirs.clone(), Vec::new());
    }
    let (theirs, renumbered) = numbers::told_apart(base, ours, theirs);
    let mut kept = BTreeSet::new();
    let (mut merged, conflicts) = loop {
        let mut merge = Merge { kept: kept.clone(), ..Merge::default() };
        let mut merged = merge.session(base, ours, &theirs);
        merge.agree(&mut merged, ours, &theirs);
        let needed = references::still_needed(&merged, &merge.gone, [ours, &theirs]);
        if needed.is_empty() {
            break (merged, merge.conflicts);
        }
        kept.extend(needed);
    };
    let new: Vec<Conflict> =
        conflicts.into_iter().filter(|found| !merged.conflicts.iter().any(|known| known.is_same(found))).collect();
    if !new.is_empty() {
        merged.conflicts.extend(new.iter().cloned());
    }
    let renumbered = renumbered.all();
    let known = |entry: &LogEntry| matches!(&entry.event, Event::Merged { renumbered: old } if *old == renumbered);
    if !renumbered.is_empty() && !merged.log.iter().any(known) {
        merged.log.push(LogEntry { at, event: Event::Merged { renumbered } });
    }
    (merged, new)
}

/// The last moment that a session has on record; the beginning of its day where it has none.
fn last_moment(session: &Session) -> NaiveDateTime {
    let logged = session.log.iter().map(|entry| entry.at);
    let noted = session.notes.iter().map(|note| note.at);
    logged.chain(noted).max().unwrap_or_else(|| session.date.and_time(chrono::NaiveTime::MIN))
}

impl Merge {
    fn session(&mut self, base: &Session, ours: &Session, theirs: &Session) -> Session {
        three!(
            self,
            "",
            base,
            ours,
            theirs,
            Session {
                schema: newest,
                number: own,
                date: field,
                state: state,
                papers_sent: field,
                chain: chain,
                identity: identity,
                agenda: agenda,
                attendance: list,
                adopts: whole,
                decisions: decisions,
                differences: list,
                actions: list,
                escalations: list,
                notes: list,
                successes: successes,
                evaluations: list,
                closing: closing,
                log: list,
                numbering: numbering,
                partners: list,
                ambition: ambition,
                kpis: kpis,
                governance: governance,
                benefit_rounds: benefit_rounds,
                relation: relation,
                pulses: pulses,
                shopfloor: list,
                set_aside: list,
                declined: list,
                look_back: look_back,
                conflicts: conflicts,
            }
        )
    }

    fn newest(&mut self, _: &[&str], base: &u32, ours: &u32, theirs: &u32) -> u32 {
        *base.max(ours).max(theirs)
    }

    fn own(&mut self, _: &[&str], _: &u32, ours: &u32, _: &u32) -> u32 {
        *ours
    }

    /// Of two that went on, the one that is further; what one side opened again is open.
    fn state(&mut self, _: &[&str], base: &State, ours: &State, theirs: &State) -> State {
        let far = |state: &State| State::ALL.iter().position(|known| known == state);
        if ours == base || (theirs != base && far(theirs) > far(ours)) { *theirs } else { *ours }
    }

    fn chain(&mut self, _: &[&str], base: &Chain, ours: &Chain, theirs: &Chain) -> Chain {
        three!(
            self,
            "chain",
            base,
            ours,
            theirs,
            Chain {
                name: field,
                full_name: field,
                quorum: field,
                chair: field,
                secretary: field,
                links: list,
                former: list,
            }
        )
    }

    fn identity(&mut self, _: &[&str], base: &Identity, ours: &Identity, theirs: &Identity) -> Identity {
        three!(
            self,
            "identity",
            base,
            ours,
            theirs,
            Identity { slogan: field, place: field, mascot: field, logo: field, colour: field }
        )
    }

    fn agenda(&mut self, _: &[&str], base: &Agenda, ours: &Agenda, theirs: &Agenda) -> Agenda {
        three!(self, "agenda", base, ours, theirs, Agenda { items: list, running: running })
    }

    /// One clock: that of ours, unless only theirs moved it.
    fn running<T: Clone + PartialEq>(&mut self, _: &[&str], base: &T, ours: &T, theirs: &T) -> T {
        if ours == base { theirs.clone() } else { ours.clone() }
    }

    fn successes(&mut self, _: &[&str], base: &Successes, ours: &Successes, theirs: &Successes) -> Successes {
        three!(self, "successes", base, ours, theirs, Successes { month: field, stories: stories, months: list })
    }

    /// A story that was released on one side and reworded on the other passes the anonymity guard anew.
    fn stories(&mut self, steps: &[&str], base: &[Story], ours: &[Story], theirs: &[Story]) -> Vec<Story> {
        self.list_with(steps, [base, ours, theirs], records::tree, |merge, path, base, ours, theirs| {
            let mut merged = merge.record(path, base, ours, theirs);
            let passed = |story: &Story| story.status == StoryStatus::Released && story.texts() == merged.texts();
            if merged.status == StoryStatus::Released && !passed(ours) && !passed(theirs) {
                merged.settle();
            }
            merged
        })
    }

    fn closing(&mut self, _: &[&str], base: &Closing, ours: &Closing, theirs: &Closing) -> Closing {
        three!(self, "closing", base, ours, theirs, Closing { ratings: list, next_date: field, read_back: field })
    }

    fn numbering(
        &mut self,
        _: &[&str],
        base: &[crate::model::session::LastNumber],
        ours: &crate::model::shared::Shared<Vec<crate::model::session::LastNumber>>,
        theirs: &[crate::model::session::LastNumber],
    ) -> crate::model::shared::Shared<Vec<crate::model::session::LastNumber>> {
        numbers::highest(base, ours, theirs)
    }

    fn ambition(&mut self, _: &[&str], base: &Ambition, ours: &Ambition, theirs: &Ambition) -> Ambition {
        three!(
            self,
            "ambition",
            base,
            ours,
            theirs,
            Ambition {
                text: field,
                version: field,
                since: field,
                earlier: list,
                form: field,
                alone_tests: list,
                urgency: list,
                pull: list,
                benefits: list,
                commitments: list,
                outings: list,
            }
        )
    }

    /// Values of both sides: a month that only one of them has is kept, and the series stays in order.
    fn kpis(&mut self, steps: &[&str], base: &[Kpi], ours: &[Kpi], theirs: &[Kpi]) -> Vec<Kpi> {
        self.list_with(steps, [base, ours, theirs], records::tree, |merge, path, base, ours, theirs| {
            let mut merged = merge.record(path, base, ours, theirs);
            if merged != *ours && merged != *theirs {
                merged.values.sort_by_key(|value| value.month);
                merged.target_path.sort_by_key(|milestone| milestone.month);
            }
            merged
        })
    }

    fn governance(&mut self, _: &[&str], base: &Governance, ours: &Governance, theirs: &Governance) -> Governance {
        three!(
            self,
            "governance",
            base,
            ours,
            theirs,
            Governance { covenant: whole, amendment: whole, bodies: list, mandates: list }
        )
    }

    fn relation(&mut self, _: &[&str], base: &Relation, ours: &Relation, theirs: &Relation) -> Relation {
        three!(
            self,
            "relation",
            base,
            ours,
            theirs,
            Relation { temperatures: temperatures, cafes: list, moments: list, activities: list, cafe_rule: field }
        )
    }

    /// Figures of earlier sessions follow from their files when the next one is made: what comes in is newer.
    fn look_back(&mut self, steps: &[&str], base: &[Tally], ours: &[Tally], theirs: &[Tally]) -> Vec<Tally> {
        self.list_with(steps, [base, ours, theirs], records::tree, |_, _, base, ours, theirs| {
            if base == Some(theirs) { ours.clone() } else { theirs.clone() }
        })
    }

    /// What waits for a choice: what one side chose is chosen, and nothing is asked about twice.
    fn conflicts(&mut self, _: &[&str], base: &[Conflict], ours: &[Conflict], theirs: &[Conflict]) -> Vec<Conflict> {
        let among = |list: &[Conflict], found: &Conflict| list.iter().any(|known| known.is_same(found));
        let stays = ours.iter().filter(|found| among(theirs, found) || !among(base, found));
        let comes = theirs.iter().filter(|found| !among(ours, found) && !among(base, found));
        stays.chain(comes).cloned().collect()
    }

    /// What both halves were right about alone, and are not together: an outcome that the positions contradict, and a
    /// meeting that was closed while on the other side it went on.
    fn agree(&mut self, merged: &mut Session, ours: &Session, theirs: &Session) {
        let (number, seats) = (merged.number, merged.attendance.clone());
        let same = |session: &Session, found: &Decision| session.decision(&found.id) == Some(found);
        let is_new = |found: &Decision| found.session == number && !same(ours, found) && !same(theirs, found);
        let contradicted = |found: &Decision| {
            let outcome = found.outcome.filter(|outcome| found.contradicts(*outcome, &seats).is_some());
            outcome.is_some() && is_new(found)
        };
        if merged.decisions.iter().any(contradicted) {
            for found in merged.decisions.iter_mut().filter(|found| contradicted(found)) {
                let path = records::path(&["decisions", found.id.as_str(), "outcome"]);
                let outcome = found.outcome.take();
                self.clash(&path, records::changed(&None, &outcome));
            }
        }
        if merged.state == State::Closed && (ours.state != State::Closed || theirs.state != State::Closed) {
            merged.agenda.stop();
            for item in &mut merged.agenda.items {
                item.outcome.get_or_insert(ItemOutcome::NotReached);
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
