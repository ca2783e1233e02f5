//! New numbers put in everywhere in a session: in fields, in lists, and where a text mentions them.

use super::numbers::{Pair, Renumbered};
use super::sealed;
use crate::model::agenda::{Agenda, AgendaItem, Running};
use crate::model::decision::Decision;
use crate::model::ids::{ItemNo, KpiId, RecordId};
use crate::model::kpi::Kpi;
use crate::model::session::{LastNumber, Session};
use crate::model::shared::Shared;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The new names of things, put in everywhere.
pub(super) struct Names<'a> {
    /// The session that is being held: items of an earlier agenda have numbers of their own.
    pub number: u32,
    /// What gets another name.
    pub new: &'a Renumbered,
    /// A partner has the code of a KPI, so texts that name it are left as they are.
    pub spares_kpis: bool,
}

impl Names<'_> {
    /// A session with the new names. Every section has its line: a new one is not forgotten.
    pub(super) fn in_session(&self, session: &Session) -> Session {
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
            let id = RecordId(words(decision.id.as_str()));
            Decision { id, ..sealed::reworded(decision, words, |tree| self.walk("", tree, true)) }
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
