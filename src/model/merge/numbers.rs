//! Numbers that two sides gave independently: two records under one number are two records, and theirs gets the next.
//!
//! A number above the last one that was given when the two parted is provisional on either side. Whatever refers to it
//! in the version that comes in is renumbered with it: fields as well as mentions in texts.

use super::names::Names;
use super::records::tree;
use super::sealed;
use crate::model::agenda::{Agenda, AgendaItem};
use crate::model::ids::{KpiId, RecordId, RecordKind};
use crate::model::kpi::Kpi;
use crate::model::session::{Event, LastNumber, Session};
use crate::model::shared::Shared;
use serde_json::Value;
use std::collections::BTreeMap;

/// Old and new number of what came in.
pub(super) type Pair = (String, String);

/// What gets another number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Renumbered {
    /// Records.
    pub records: Vec<Pair>,
    /// Items of the agenda.
    pub items: Vec<Pair>,
    /// KPIs.
    pub kpis: Vec<Pair>,
}

impl Renumbered {
    fn is_empty(&self) -> bool {
        self.records.is_empty() && self.items.is_empty() && self.kpis.is_empty()
    }

    fn add(&mut self, other: Self) {
        let Self { records, items, kpis } = other;
        self.records.extend(records);
        self.items.extend(items);
        self.kpis.extend(kpis);
    }

    /// All of them, for the record.
    pub(super) fn all(&self) -> Vec<Pair> {
        self.records.iter().chain(&self.items).chain(&self.kpis).cloned().collect()
    }

    /// Those of which both ends are still there and are one thing. `as_known` is theirs under these names, so that what
    /// it mentions reads the same.
    fn that_hold(&self, ours: &Session, theirs: &Session, as_known: &Session) -> Self {
        let hold = |pairs: &[Pair], here: &[Thing], there: &[Thing], named: &[Thing]| -> Vec<Pair> {
            let holds = |(old, new): &&Pair| {
                let own = here.iter().find(|found| found.name == *new);
                let come = there.iter().zip(named).find(|(found, _)| found.name == *old);
                own.zip(come).is_some_and(|(own, (_, come))| own.birth() == come.birth())
            };
            pairs.iter().filter(holds).cloned().collect()
        };
        Self {
            records: hold(&self.records, &records(ours), &records(theirs), &records(as_known)),
            items: hold(&self.items, &items(ours), &items(theirs), &items(as_known)),
            kpis: hold(&self.kpis, &kpis(ours), &kpis(theirs), &kpis(as_known)),
        }
    }
}

/// A renumbered record may look like one of ours that it looked like under no number before; so often is looked again.
const PASSES: usize = 4;

/// `theirs` with a number of its own for everything that only carries the same number as something of `ours`, and what
/// got one. What an earlier merge renumbered has the number that it got then.
pub(super) fn told_apart(base: &Session, ours: &Session, theirs: &Session) -> (Session, Renumbered) {
    let renamed = |theirs: &Session, new: &Renumbered| {
        let spares_kpis = has_partner([base, ours, theirs], new);
        Names { number: theirs.number, new, spares_kpis }.in_session(theirs)
    };
    let known = known(ours, theirs);
    let as_known = renamed(theirs, &known);
    let mut holding = known.that_hold(ours, theirs, &as_known);
    let Twins { same, moved } = Twins::of([base, ours, theirs], &as_known, &known.records);
    holding.records = same;
    holding.records.extend(moved.iter().cloned());
    let mut theirs = renamed(theirs, &holding);
    let mut all = Renumbered { records: moved, ..Renumbered::default() };
    for _ in 0..PASSES {
        let found = Collisions { base, ours, theirs: &theirs, known: &known }.all();
        if found.is_empty() {
            break;
        }
        theirs = renamed(&theirs, &found);
        all.add(found);
    }
    (theirs, all)
}

/// Records that merges on either side gave numbers before: two programs that write one file may do so by turns, and each
/// finds its own words back under another number.
struct Twins {
    /// The number that a record has in theirs, and that in ours.
    same: Vec<Pair>,
    /// What stood in theirs under a number that one of those gets.
    moved: Vec<Pair>,
}

impl Twins {
    fn of([base, ours, theirs]: [&Session; 3], as_known: &Session, known: &[Pair]) -> Self {
        let (base, here, there, named) = (records(base), records(ours), records(theirs), records(as_known));
        let was_moved = |name: &str| known.iter().any(|(old, new)| old == name || new == name);
        let is_new = |thing: &Thing| find(&base, &thing.name).is_none_or(|known| known.birth() != thing.birth());
        let mut free: Vec<&Thing> = here.iter().filter(|own| is_new(own)).collect();
        let mut same: Vec<Pair> = Vec::new();
        let mut left: Vec<&Thing> = Vec::new();
        for (come, named) in there.iter().zip(&named).filter(|(come, _)| is_new(come)) {
            let kind = come.id().kind();
            let fits = |own: &&Thing| {
                let is_born = own.birth() == come.birth() || own.birth() == named.birth();
                let may = own.name == come.name || was_moved(&own.name) || was_moved(&come.name);
                is_born && may && own.id().kind() == kind
            };
            // As a merge said before all else, then under its own number, and then under any.
            let said = |own: &Thing| known.iter().any(|(old, new)| *old == come.name && *new == own.name);
            let found = free.iter().position(|own| said(own) && fits(own));
            let found = found.or_else(|| free.iter().position(|own| own.name == come.name && fits(own)));
            match found.or_else(|| free.iter().position(fits)) {
                Some(place) => same.push((come.name.clone(), free.remove(place).name.clone())),
                None => left.push(come),
            }
        }
        let mut names: Vec<RecordId> = here.iter().chain(&there).map(Thing::id).collect();
        let mut moved = Vec::new();
        for come in left.into_iter().filter(|come| same.iter().any(|(_, new)| *new == come.name)) {
            let Some((kind, year, _)) = come.id().parts() else { continue };
            let given = last(ours, kind, year).max(last(theirs, kind, year));
            let highest =
                names.iter().filter_map(RecordId::parts).filter(|(of, within, _)| (*of, *within) == (kind, year));
            let next = highest.map(|(_, _, number)| number).max().unwrap_or(0).max(given).saturating_add(1);
            let new = RecordId::new(kind, year, next);
            names.push(new.clone());
            moved.push((come.name.clone(), new.0));
        }
        same.retain(|(old, new)| old != new);
        Self { same, moved }
    }
}

/// A partner may have a code that is the number of a KPI too; then texts are left as they are.
fn has_partner(sessions: [&Session; 3], found: &Renumbered) -> bool {
    let codes = sessions
        .into_iter()
        .flat_map(|session| session.codes().chain(session.chain.former.iter().map(|former| &former.code)));
    codes.into_iter().any(|code| found.kpis.iter().any(|(old, _)| old == code.as_str()))
}

/// The highest number of a kind in a year that a session gave.
fn last(session: &Session, kind: RecordKind, year: i32) -> u32 {
    let given = session.numbering.iter().filter(|entry| entry.kind == kind && entry.year == year);
    given.map(|entry| entry.last).max().unwrap_or(0)
}

/// Something with a number; what it was from the start tells whether two are one.
struct Thing {
    name: String,
    tree: Value,
}

impl Thing {
    /// Both are of one earlier session than session `number`: the record had its number before the two parted, whatever it
    /// says now. Of this session two may have been made under one number, in the same second even.
    fn is_surely(&self, other: &Self, number: u32) -> bool {
        let session = |thing: &Self| thing.tree.get("session").and_then(Value::as_u64);
        session(self).is_some_and(|of| of < number.into() && session(other) == Some(of))
    }

    /// Its words, its session, its moment.
    fn birth(&self) -> [Option<&Value>; 5] {
        ["text", "title", "name", "session", "at"].map(|field| self.tree.get(field))
    }

    fn id(&self) -> RecordId {
        RecordId(self.name.clone())
    }
}

fn things<T>(list: &[T], name: fn(&T) -> &str, tree: fn(&T) -> Value) -> Vec<Thing> {
    list.iter().map(|thing| Thing { name: name(thing).to_owned(), tree: tree(thing) }).collect()
}

/// The records of a session, in the order of the numbering.
fn records(session: &Session) -> Vec<Thing> {
    let mut all = things(&session.decisions, |found| found.id.as_str(), sealed::tree);
    all.extend(things(&session.actions, |found| found.id.as_str(), tree));
    all.extend(things(&session.escalations, |found| found.id.as_str(), tree));
    all.extend(things(&session.differences, |found| found.id.as_str(), tree));
    all.extend(things(&session.notes, |found| found.id.as_str(), tree));
    all.extend(things(&session.successes.stories, |found| found.id.as_str(), tree));
    all
}

/// Whether a record has this number in a session.
pub(super) fn has_record(session: &Session, id: &str) -> bool {
    find(&records(session), id).is_some()
}

fn items(session: &Session) -> Vec<Thing> {
    things(&session.agenda.items, |item| item.no.as_str(), tree)
}

fn kpis(session: &Session) -> Vec<Thing> {
    things(&session.kpis, |kpi| kpi.id.as_str(), tree)
}

fn find<'a>(list: &'a [Thing], name: &str) -> Option<&'a Thing> {
    list.iter().find(|found| found.name == name)
}

/// Pairs of numbers that an earlier merge put on record.
fn known_pairs(session: &Session) -> Vec<Pair> {
    let merged = session.log.iter().filter_map(|entry| match &entry.event {
        Event::Merged { renumbered } => Some(renumbered.clone()),
        Event::Opened
        | Event::Restored { .. }
        | Event::WentOnBelowQuorum { .. }
        | Event::WentOnWithoutMandate { .. }
        | Event::Closed
        | Event::Reopened { .. }
        | Event::RowWithdrawn { .. }
        | Event::Joined { .. }
        | Event::Left { .. }
        | Event::EditedByHand { .. } => None,
    });
    merged.flatten().collect()
}

/// What earlier merges on either side renumbered: from the number that it has in theirs to the one in ours.
fn known(ours: &Session, theirs: &Session) -> Renumbered {
    let turned = known_pairs(theirs).into_iter().map(|(old, new)| (new, old));
    let all = known_pairs(ours).into_iter().chain(turned);
    let (records, others): (Vec<Pair>, Vec<Pair>) = all.partition(|(old, _)| RecordId(old.clone()).parts().is_some());
    let (kpis, items) = others.into_iter().partition(|(old, _)| old.starts_with('K'));
    Renumbered { records, items, kpis }
}

/// Three versions, looked at for numbers that stand for two things.
struct Collisions<'a> {
    base: &'a Session,
    ours: &'a Session,
    theirs: &'a Session,
    known: &'a Renumbered,
}

impl Collisions<'_> {
    fn all(&self) -> Renumbered {
        Renumbered { records: self.records(), items: self.items(), kpis: self.kpis() }
    }

    /// Records that both gave one number. One that was taken in before is the same one, whatever became of it since.
    fn records(&self) -> Vec<Pair> {
        let (base, ours, theirs) = (records(self.base), records(self.ours), records(self.theirs));
        let mut pairs: Vec<Pair> = Vec::new();
        let mut next: BTreeMap<(RecordKind, i32), u32> = BTreeMap::new();
        for record in theirs.iter().filter(|record| find(&base, &record.name).is_none()) {
            let Some((kind, year, number)) = record.id().parts() else { continue };
            let taken_in = self.known.records.iter().any(|(_, new)| *new == record.name);
            let is_one = match find(&ours, &record.name) {
                Some(own) => own.tree == record.tree || (taken_in && own.birth() == record.birth()),
                None => true,
            };
            if is_one || number <= last(self.base, kind, year) {
                continue;
            }
            let sessions = [self.base, self.ours, self.theirs];
            let given = sessions.map(|session| last(session, kind, year)).into_iter().max().unwrap_or(0);
            let highest = ours.iter().chain(&theirs).filter_map(|found| found.id().parts());
            let highest = highest.filter(|(of, in_year, _)| (*of, *in_year) == (kind, year)).map(|(_, _, n)| n).max();
            let new = next.entry((kind, year)).or_insert(given.max(highest.unwrap_or(0)));
            *new = new.saturating_add(1);
            pairs.push((record.name.clone(), RecordId::new(kind, year, *new).0));
        }
        pairs
    }

    /// Items that both put on the agenda under one number; of two of one title it is the same item.
    fn items(&self) -> Vec<Pair> {
        let mut all = Agenda::default();
        for session in [self.base, self.ours, self.theirs] {
            all.items.extend(session.agenda.items.iter().cloned());
        }
        let same = |one: &AgendaItem, other: &AgendaItem| {
            one.title == other.title || (one.standing.is_some() && other.standing.is_some())
        };
        let mut pairs = Vec::new();
        for item in &self.theirs.agenda.items {
            let own = self.ours.agenda.item(&item.no).filter(|own| !same(own, item));
            if own.is_none() || self.base.agenda.item(&item.no).is_some() {
                continue;
            }
            let no = all.free_number();
            all.items.push(AgendaItem { no: no.clone(), ..item.clone() });
            pairs.push((item.no.0.clone(), no.0));
        }
        pairs
    }

    /// KPIs that both made under one number; of two of one name it is the same KPI.
    fn kpis(&self) -> Vec<Pair> {
        let number = |id: &KpiId| id.as_str().strip_prefix('K').and_then(|digits| digits.parse::<u32>().ok());
        let all = [self.base, self.ours, self.theirs].into_iter().flat_map(|session| session.kpis.iter());
        let mut last = all.filter_map(|kpi| number(&kpi.id)).max().unwrap_or(0);
        let named =
            |session: &Session, id: &KpiId| session.kpis.iter().find(|kpi| kpi.id == *id).map(|kpi| kpi.name.clone());
        let mut pairs = Vec::new();
        for Kpi { id, name, .. } in self.theirs.kpis.iter() {
            if named(self.base, id).is_some() || named(self.ours, id).is_none_or(|own| own == *name) {
                continue;
            }
            last = last.saturating_add(1);
            pairs.push((id.0.clone(), format!("K{last}")));
        }
        pairs
    }
}

/// The highest number of all, for each kind and year.
pub(super) fn highest(
    base: &[LastNumber],
    ours: &Shared<Vec<LastNumber>>,
    theirs: &[LastNumber],
) -> Shared<Vec<LastNumber>> {
    let mut all = ours.clone();
    for entry in theirs.iter().chain(base) {
        match all.iter().position(|own| own.kind == entry.kind && own.year == entry.year) {
            Some(here) if all[here].last >= entry.last => {}
            Some(here) => all[here].last = entry.last,
            None => all.push(entry.clone()),
        }
    }
    all
}

/// The last numbers that were surely given before the two parted: none from where they say otherwise what a number is.
pub(super) fn in_common(ours: &Session, theirs: &Session) -> Vec<LastNumber> {
    let (here, there) = (records(ours), records(theirs));
    let parted = |kind: RecordKind, year: i32| {
        let are_two = |own: &Thing, other: &Thing| own.birth() != other.birth() && !own.is_surely(other, ours.number);
        let differ = here.iter().filter(|own| find(&there, &own.name).is_some_and(|other| are_two(own, other)));
        differ
            .filter_map(|own| own.id().parts())
            .filter(|parts| (parts.0, parts.1) == (kind, year))
            .map(|parts| parts.2)
            .min()
    };
    let both = ours.numbering.iter().map(|entry| {
        let last = entry.last.min(last(theirs, entry.kind, entry.year));
        let before = parted(entry.kind, entry.year).map_or(last, |first| first.saturating_sub(1).min(last));
        LastNumber { last: before, ..entry.clone() }
    });
    both.filter(|entry| entry.last > 0).collect()
}
