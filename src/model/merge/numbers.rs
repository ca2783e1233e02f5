//! Numbers that two sides gave independently: two records under one number are two records, and theirs gets the next.
//!
//! A number above the last one that was given when the two parted is provisional on either side. Whatever refers to it
//! in the version that comes in is renumbered with it: fields as well as mentions in texts.

use super::sealed;
use crate::model::agenda::{Agenda, AgendaItem, Running};
use crate::model::chain::FormerPartner;
use crate::model::decision::Decision;
use crate::model::ids::{ItemNo, KpiId, PartnerCode, RecordId, RecordKind};
use crate::model::kpi::Kpi;
use crate::model::session::{Event, LastNumber, Session};
use crate::model::shared::Shared;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;

/// Old and new number of what came in.
type Pair = (String, String);

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
}

/// A renumbered record may look like one of ours that it looked like under no number before; so often is looked again.
const PASSES: usize = 4;

/// `theirs` with a number of its own for everything that only carries the same number as something of `ours`.
pub(super) fn told_apart(base: &Session, ours: &Session, theirs: &Session) -> (Session, Renumbered) {
    let (mut theirs, mut all) = (theirs.clone(), Renumbered::default());
    for _ in 0..PASSES {
        let found = Collisions { base, ours, theirs: &theirs }.all();
        if found.is_empty() {
            break;
        }
        theirs = Names { number: theirs.number, new: &found, spares_kpis: has_partner(base, ours, &theirs, &found) }
            .in_session(&theirs);
        all.add(found);
    }
    (theirs, all)
}

/// A partner may have a code that is the number of a KPI too; then texts are left as they are.
fn has_partner(base: &Session, ours: &Session, theirs: &Session, found: &Renumbered) -> bool {
    let codes = [base, ours, theirs]
        .into_iter()
        .flat_map(|session| session.codes().chain(session.chain.former.iter().map(|FormerPartner { code, .. }| code)));
    codes.into_iter().any(|PartnerCode(code)| found.kpis.iter().any(|(old, _)| old == code))
}

/// The highest number of a kind in a year that a session gave.
fn last(session: &Session, kind: RecordKind, year: i32) -> u32 {
    let given = session.numbering.iter().filter(|entry| entry.kind == kind && entry.year == year);
    given.map(|entry| entry.last).max().unwrap_or(0)
}

/// A record as far as its number goes: what it was from the start tells whether two are one.
struct Numbered {
    id: RecordId,
    tree: Value,
}

/// The records of a session that have a number, in the order of the numbering.
fn numbered(session: &Session) -> Vec<Numbered> {
    fn of<T: Serialize>(list: &[T], id: fn(&T) -> &RecordId) -> Vec<Numbered> {
        let tree = |record: &T| serde_json::to_value(record).unwrap_or(Value::Null);
        list.iter().map(|record| Numbered { id: id(record).clone(), tree: tree(record) }).collect()
    }
    let mut all = of(&session.decisions, |found| &found.id);
    all.extend(of(&session.actions, |found| &found.id));
    all.extend(of(&session.escalations, |found| &found.id));
    all.extend(of(&session.differences, |found| &found.id));
    all.extend(of(&session.notes, |found| &found.id));
    all.extend(of(&session.successes.stories, |found| &found.id));
    all
}

/// What a record was from the start: its words, its session, its moment.
fn birth(record: &Value) -> [Option<&Value>; 4] {
    ["text", "title", "session", "at"].map(|field| record.get(field))
}

fn find<'a>(list: &'a [Numbered], id: &RecordId) -> Option<&'a Numbered> {
    list.iter().find(|found| found.id == *id)
}

/// Pairs of numbers that an earlier merge put on record.
fn known_pairs(session: &Session) -> Vec<Pair> {
    let merged = session.log.iter().filter_map(|entry| match &entry.event {
        Event::Merged { renumbered } => Some(renumbered.clone()),
        Event::Opened
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

/// Three versions, looked at for numbers that stand for two things.
struct Collisions<'a> {
    base: &'a Session,
    ours: &'a Session,
    theirs: &'a Session,
}

impl Collisions<'_> {
    fn all(&self) -> Renumbered {
        Renumbered { records: self.records(), items: self.items(), kpis: self.kpis() }
    }

    /// What earlier merges on either side renumbered: from the number that it has in theirs to the one in ours.
    fn known(&self) -> Vec<Pair> {
        let turned = known_pairs(self.theirs).into_iter().map(|(old, new)| (new, old));
        known_pairs(self.ours).into_iter().chain(turned).collect()
    }

    /// The records of theirs with the numbers that they got in earlier merges, so that what they mention reads the same.
    fn as_known(&self, known: &[Pair]) -> Vec<Numbered> {
        let (records, others): (Vec<Pair>, Vec<Pair>) =
            known.iter().cloned().partition(|(old, _)| RecordId(old.clone()).parts().is_some());
        let (kpis, items) = others.into_iter().partition(|(old, _)| old.starts_with('K'));
        let new = Renumbered { records, items, kpis };
        let spares_kpis = has_partner(self.base, self.ours, self.theirs, &new);
        numbered(&Names { number: self.theirs.number, new: &new, spares_kpis }.in_session(self.theirs))
    }

    /// Records that both gave one number. One that was taken in before keeps the number that it got then.
    fn records(&self) -> Vec<Pair> {
        let (base, ours, theirs) = (numbered(self.base), numbered(self.ours), numbered(self.theirs));
        let same = |one: Option<&Numbered>, other: Option<&Numbered>| {
            one.zip(other).is_some_and(|(one, other)| birth(&one.tree) == birth(&other.tree))
        };
        let known = self.known();
        let as_known = self.as_known(&known);
        let mut pairs: Vec<Pair> = Vec::new();
        let mut next: BTreeMap<(RecordKind, i32), u32> = BTreeMap::new();
        for (record, as_known) in theirs.iter().zip(&as_known) {
            if find(&base, &record.id).is_some() {
                continue;
            }
            let before = known
                .iter()
                .find(|(old, new)| *old == record.id.0 && same(find(&ours, &RecordId(new.clone())), Some(as_known)));
            if let Some(pair) = before {
                pairs.push(pair.clone());
                continue;
            }
            let Some((kind, year, number)) = record.id.parts() else { continue };
            let taken_in = known.iter().any(|(_, new)| *new == record.id.0);
            let is_one = match find(&ours, &record.id) {
                Some(own) => own.tree == record.tree || (taken_in && same(Some(own), Some(record))),
                None => last(self.ours, kind, year) < number,
            };
            if is_one || number <= last(self.base, kind, year) {
                continue;
            }
            let sessions = [self.base, self.ours, self.theirs];
            let given = sessions.map(|session| last(session, kind, year)).into_iter().max().unwrap_or(0);
            let highest = ours.iter().chain(&theirs).filter_map(|found| found.id.parts());
            let highest = highest.filter(|(of, in_year, _)| (*of, *in_year) == (kind, year)).map(|(_, _, n)| n).max();
            let new = next.entry((kind, year)).or_insert(given.max(highest.unwrap_or(0)));
            *new = new.saturating_add(1);
            pairs.push((record.id.0.clone(), RecordId::new(kind, year, *new).0));
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
        let known = self.known();
        let mut pairs = Vec::new();
        for item in &self.theirs.agenda.items {
            let is_it =
                |new: &String| self.ours.agenda.item(&ItemNo(new.clone())).is_some_and(|own| own.title == item.title);
            if let Some(pair) = known.iter().find(|(old, new)| *old == item.no.0 && is_it(new)) {
                pairs.push(pair.clone());
                continue;
            }
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
        let number = |KpiId(id): &KpiId| id.strip_prefix('K').and_then(|digits| digits.parse::<u32>().ok());
        let all = [self.base, self.ours, self.theirs].into_iter().flat_map(|session| session.kpis.iter());
        let mut last = all.filter_map(|kpi| number(&kpi.id)).max().unwrap_or(0);
        let has =
            |session: &Session, id: &KpiId| session.kpis.iter().find(|kpi| kpi.id == *id).map(|kpi| kpi.name.clone());
        let known = self.known();
        let mut pairs = Vec::new();
        for Kpi { id, name, .. } in self.theirs.kpis.iter() {
            let is_it = |new: &String| has(self.ours, &KpiId(new.clone())).as_ref() == Some(name);
            if let Some(pair) = known.iter().find(|(old, new)| *old == id.0 && is_it(new)) {
                pairs.push(pair.clone());
                continue;
            }
            if has(self.base, id).is_some() || has(self.ours, id).is_none_or(|own| own == *name) {
                continue;
            }
            last = last.saturating_add(1);
            pairs.push((id.0.clone(), format!("K{last}")));
        }
        pairs
    }
}

/// The new names of things, put in everywhere.
struct Names<'a> {
    /// The session that is being held: items of an earlier agenda have numbers of their own.
    number: u32,
    new: &'a Renumbered,
    spares_kpis: bool,
}

impl Names<'_> {
    /// A session with the new names. Every section has its line: a new one is not forgotten.
    fn in_session(&self, session: &Session) -> Session {
        let Session {
            schema,
            number,
            date,
            state,
            papers_sent,
            chain,
            identity,
            agenda,
            attendance,
            adopts,
            decisions,
            differences,
            actions,
            escalations,
            notes,
            successes,
            evaluations,
            closing,
            log,
            numbering,
            partners,
            ambition,
            kpis,
            governance,
            benefit_rounds,
            relation,
            pulses,
            shopfloor,
            set_aside,
            declined,
            look_back,
            conflicts,
        } = session;
        Session {
            schema: *schema,
            number: *number,
            date: *date,
            state: *state,
            papers_sent: *papers_sent,
            chain: self.part(chain),
            identity: identity.clone(),
            agenda: self.agenda(agenda).into(),
            attendance: attendance.clone(),
            adopts: adopts.clone(),
            decisions: self.decisions(decisions),
            differences: self.list(differences),
            actions: self.list(actions),
            escalations: self.list(escalations),
            notes: self.list(notes),
            successes: self.part(successes),
            evaluations: self.list(evaluations),
            closing: closing.clone(),
            // What was renumbered before is on record as it was then.
            log: log.clone(),
            numbering: self.numbering(numbering),
            partners: self.list(partners),
            ambition: self.part(ambition),
            kpis: self.kpis(kpis),
            governance: self.part(governance),
            // Rows of scores name partners only.
            benefit_rounds: benefit_rounds.clone(),
            relation: relation.clone(),
            pulses: pulses.clone(),
            shopfloor: self.list(shopfloor),
            set_aside: self.list(set_aside),
            declined: self.list(declined),
            look_back: look_back.clone(),
            conflicts: self.list(conflicts),
        }
    }

    /// A record with the new names; one that names nothing of it stays as it is.
    fn record<T: Clone + Serialize + DeserializeOwned>(&self, record: &T) -> T {
        let Ok(mut tree) = serde_json::to_value(record) else { return record.clone() };
        if !self.walk("", &mut tree, true) {
            return record.clone();
        }
        serde_json::from_value(tree).unwrap_or_else(|_| record.clone())
    }

    fn part<T: Clone + Serialize + DeserializeOwned>(&self, part: &Shared<T>) -> Shared<T> {
        self.record(&**part).into()
    }

    fn list<T: Clone + Serialize + DeserializeOwned>(&self, list: &[T]) -> Shared<Vec<T>> {
        list.iter().map(|record| self.record(record)).collect::<Vec<_>>().into()
    }

    fn decisions(&self, decisions: &[Decision]) -> Shared<Vec<Decision>> {
        let words = |text: &str| self.words(text).unwrap_or_else(|| text.to_owned());
        let renamed = decisions.iter().map(|decision| {
            let open = |open: &Decision| Decision { id: RecordId(words(open.id.as_str())), ..self.record(open) };
            sealed::reword(decision, words, open)
        });
        renamed.collect::<Vec<_>>().into()
    }

    fn agenda(&self, agenda: &Agenda) -> Agenda {
        let new = |no: &ItemNo| {
            let pair = self.new.items.iter().find(|(old, _)| *old == no.0);
            pair.map_or_else(|| no.clone(), |(_, new)| ItemNo(new.clone()))
        };
        let items = agenda.items.iter().map(|item| AgendaItem { no: new(&item.no), ..self.record(item) });
        let running = agenda.running.clone();
        let running = running.map(|running| Running { item: new(&running.item), ..running });
        Agenda { items: items.collect(), running }
    }

    fn kpis(&self, kpis: &[Kpi]) -> Shared<Vec<Kpi>> {
        let new = |id: &KpiId| {
            let pair = self.new.kpis.iter().find(|(old, _)| *old == id.0);
            pair.map_or_else(|| id.clone(), |(_, new)| KpiId(new.clone()))
        };
        kpis.iter().map(|kpi| Kpi { id: new(&kpi.id), ..self.record(kpi) }).collect::<Vec<_>>().into()
    }

    /// The new numbers are given.
    fn numbering(&self, numbering: &Shared<Vec<LastNumber>>) -> Shared<Vec<LastNumber>> {
        let mut given = numbering.clone();
        for (_, new) in &self.new.records {
            let Some((kind, year, number)) = RecordId(new.clone()).parts() else { continue };
            match given.iter_mut().find(|entry| entry.kind == kind && entry.year == year) {
                Some(entry) => entry.last = entry.last.max(number),
                None => given.push(LastNumber { kind, year, last: number }),
            }
        }
        given
    }

    /// Puts the new names in a tree; whether there were any. `here` tells that items are those of this agenda.
    fn walk(&self, name: &str, tree: &mut Value, here: bool) -> bool {
        match tree {
            Value::Object(fields) => {
                let session = fields.get("session").and_then(Value::as_u64);
                let here = session.map_or(here, |session| session == u64::from(self.number));
                fields.iter_mut().fold(false, |changed, (name, value)| self.walk(name, value, here) | changed)
            }
            Value::Array(list) => list.iter_mut().fold(false, |changed, value| self.walk(name, value, here) | changed),
            Value::String(text) => {
                let exact = |pairs: &[Pair]| {
                    let pair = pairs.iter().find(|(old, _)| old == text);
                    pair.map(|(_, new)| new.clone())
                };
                let new = match name {
                    "item" | "Item" => exact(&self.new.items).filter(|_| here),
                    "kpi" | "adjusts" => exact(&self.new.kpis),
                    _ => self.words(text),
                };
                if let Some(new) = new {
                    *text = new;
                    return true;
                }
                false
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => false,
        }
    }

    /// A text with the new names of what it mentions; none where it mentions nothing of it.
    fn words(&self, text: &str) -> Option<String> {
        let kpis = if self.spares_kpis { &[][..] } else { &self.new.kpis };
        let pairs: Vec<&Pair> = self.new.records.iter().chain(kpis).collect();
        let mut new = String::with_capacity(text.len());
        let (mut rest, mut changed) = (text, false);
        let mut before: Option<char> = None;
        while let Some(first) = rest.chars().next() {
            let starts = !before.is_some_and(char::is_alphanumeric);
            let ends = |old: &str| rest.strip_prefix(old).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
            let length = match pairs.iter().find(|(old, _)| starts && ends(old)) {
                Some((old, name)) => {
                    new.push_str(name);
                    changed = true;
                    old.len()
                }
                None => {
                    new.push(first);
                    first.len_utf8()
                }
            };
            before = rest[..length].chars().next_back();
            rest = &rest[length..];
        }
        changed.then_some(new)
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
    let (here, there) = (numbered(ours), numbered(theirs));
    let parted = |kind: RecordKind, year: i32| {
        let differ =
            here.iter().filter(|own| find(&there, &own.id).is_some_and(|other| birth(&own.tree) != birth(&other.tree)));
        differ
            .filter_map(|own| own.id.parts())
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
