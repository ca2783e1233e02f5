//! Two versions of one value, field by field: what one side changed is taken, what both changed is kept twice.
//!
//! Works on the tree that serde makes of a record, so that a new field of a record is merged from the day it is there.

use super::records::Merge;
use crate::model::session::conflict::Clash;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What belongs together: of these the one or the other version is taken as a whole.
const WHOLE: [&str; 10] = [
    "positions",
    "values",
    "target_path",
    "baseline",
    "trust",
    "rebalance",
    "assignment",
    "rounds",
    "postponed",
    "earlier",
];

/// The fields that tell one record of a list from another, by the name of the list. A list that is not named here has
/// records that are themselves by all they say: each that is different is another one.
fn key_fields(list: &str) -> &'static [&'static str] {
    match list {
        "decisions" | "differences" | "actions" | "escalations" | "notes" | "stories" | "kpis" => &["id"],
        "items" | "articles" => &["no"],
        "partners" | "former" => &["code"],
        "attendance" | "alone_tests" | "pull" | "benefits" | "outings" | "scores" | "ratings" | "positions"
        | "minorities" | "impact" | "signatures" => &["partner"],
        "commitments" => &["partner", "ambition_version"],
        "rows" => &["by"],
        "urgency" | "benefit_rounds" | "temperatures" | "pulses" | "look_back" => &["session"],
        "values" | "target_path" | "months" => &["month"],
        "earlier" => &["version"],
        "links" | "bodies" => &["name"],
        "mandates" => &["partner", "person", "level", "body"],
        "cafes" => &["date"],
        "moments" | "shopfloor" => &["session", "text"],
        "activities" => &["date", "title"],
        "evaluations" => &["kpi", "session"],
        "set_aside" => &["warning", "about"],
        "declined" => &["claim", "about"],
        "rounds" => &["text"],
        "postponed" => &["session", "to"],
        _ => &[],
    }
}

/// A value as a text of its own: a text as it is, anything else as JSON.
pub(super) fn said(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The keys of a list in its order; what stands there twice is told apart by how often it was there before.
pub(super) fn keys(list: &str, values: &[Value]) -> Vec<String> {
    let fields = key_fields(list);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let key = |value: &Value| {
        let parts: Vec<String> = fields.iter().filter_map(|field| value.get(field)).map(said).collect();
        if parts.is_empty() { said(value) } else { parts.join(" ") }
    };
    let mut tell_apart = |key: String| {
        let before = seen.entry(key.clone()).or_default();
        *before += 1;
        if *before > 1 { format!("{key} #{before}") } else { key }
    };
    values.iter().map(|value| tell_apart(key(value))).collect()
}

/// The place of the element with this key in a list.
pub(super) fn element(list: &str, values: &[Value], key: &str) -> Option<usize> {
    keys(list, values).iter().position(|known| known == key)
}

/// An enum with content, as serde writes it: one field that begins with a capital. Two variants have no fields in common.
fn is_variant(fields: &Map<String, Value>) -> bool {
    fields.len() == 1 && fields.keys().all(|name| name.starts_with(|first: char| first.is_ascii_uppercase()))
}

/// Every element is an object, so that each has a key.
fn is_records(list: &[Value]) -> bool {
    list.iter().all(Value::is_object)
}

/// A set in order: texts, each of which stands there once.
fn is_set(list: &[Value]) -> bool {
    let texts: Option<BTreeSet<&str>> = list.iter().map(Value::as_str).collect();
    texts.is_some_and(|texts| texts.len() == list.len())
}

/// The order of a merged list: that of ours, unless only theirs changed it; what the other side added comes after what it
/// came after there, and after what was added here.
pub(super) fn order(base: &[String], ours: &[String], theirs: &[String]) -> Vec<String> {
    let both: BTreeSet<&String> = ours.iter().filter(|key| theirs.contains(key)).collect();
    let old = |list: &[String]| -> Vec<String> {
        list.iter().filter(|key| both.contains(key) && base.contains(key)).cloned().collect()
    };
    let (was, here, there) = (old(base), old(ours), old(theirs));
    let (first, second) = if here == was && there != was { (theirs, ours) } else { (ours, theirs) };
    let mut merged = first.to_vec();
    for (place, key) in second.iter().enumerate() {
        if merged.contains(key) {
            continue;
        }
        let before = second[..place].iter().rev().find_map(|before| merged.iter().position(|known| known == before));
        let mut at = before.map_or(0, |before| before + 1);
        while merged.get(at).is_some_and(|next| !second.contains(next)) {
            at += 1;
        }
        merged.insert(at, key.clone());
    }
    merged
}

impl Merge {
    /// One value out of three; `name` is the field it stands in, `path` where that is.
    pub(super) fn value(
        &mut self,
        path: &[String],
        name: &str,
        base: Option<&Value>,
        ours: Option<&Value>,
        theirs: Option<&Value>,
    ) -> Option<Value> {
        if ours == theirs || base == theirs {
            return ours.cloned();
        }
        if base == ours {
            return theirs.cloned();
        }
        let empty_list = Value::Array(Vec::new());
        // An empty list is not written at all.
        let listed = |value: Option<&Value>, other: Option<&Value>| match value {
            None if other.is_some_and(Value::is_array) => Some(empty_list.clone()),
            value => value.cloned(),
        };
        match (listed(ours, theirs), listed(theirs, ours)) {
            (Some(Value::Object(ours)), Some(Value::Object(theirs)))
                if !WHOLE.contains(&name) && !is_variant(&ours) && !is_variant(&theirs) =>
            {
                Some(Value::Object(self.object(path, base, &ours, &theirs)))
            }
            (Some(Value::Array(ours)), Some(Value::Array(theirs)))
                if (is_records(&ours) && is_records(&theirs)) || (is_set(&ours) && is_set(&theirs)) =>
            {
                let base = base.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
                Some(Value::Array(self.array(path, name, base, &ours, &theirs)))
            }
            // Time that two people clocked in one meeting is the same time.
            (Some(Value::Number(ours)), Some(Value::Number(theirs))) if name == "spent" => {
                let more = if ours.as_u64() >= theirs.as_u64() { ours } else { theirs };
                Some(Value::Number(more))
            }
            _ => {
                self.clash(path, Clash::Changed { ours: ours.map(said), theirs: theirs.map(said) });
                ours.cloned()
            }
        }
    }

    fn object(
        &mut self,
        path: &[String],
        base: Option<&Value>,
        ours: &Map<String, Value>,
        theirs: &Map<String, Value>,
    ) -> Map<String, Value> {
        let names: Vec<&String> = ours.keys().chain(theirs.keys().filter(|name| !ours.contains_key(*name))).collect();
        let mut merged = Map::new();
        for name in names {
            let path = [path, std::slice::from_ref(name)].concat();
            let base = base.and_then(|base| base.get(name));
            if let Some(value) = self.value(&path, name, base, ours.get(name), theirs.get(name)) {
                merged.insert(name.clone(), value);
            }
        }
        merged
    }

    fn array(&mut self, path: &[String], name: &str, base: &[Value], ours: &[Value], theirs: &[Value]) -> Vec<Value> {
        let (was, here, there) = (keys(name, base), keys(name, ours), keys(name, theirs));
        let find = |keys: &[String], list: &'_ [Value], key: &String| {
            keys.iter().position(|known| known == key).and_then(|place| list.get(place)).cloned()
        };
        let mut merged = Vec::new();
        for key in order(&was, &here, &there) {
            let path = [path, std::slice::from_ref(&key)].concat();
            let found = (find(&was, base, &key), find(&here, ours, &key), find(&there, theirs, &key));
            let one = match found {
                (base, Some(ours), Some(theirs)) => self.value(&path, name, base.as_ref(), Some(&ours), Some(&theirs)),
                (base, ours, theirs) => self.on_one_side(&path, base, ours, theirs),
            };
            merged.extend(one);
        }
        merged
    }
}
