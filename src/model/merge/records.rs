//! Lists of records out of three versions: what was added on either side is kept, what one side took out is gone unless
//! the other side changed it or still needs it.

use super::fields::{keys, order, said};
use crate::model::session::conflict::{Clash, Conflict, Side};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A merge under way: what both sides changed, and what one of them took out.
#[derive(Debug, Default)]
pub(super) struct Merge {
    /// What a person has to choose between.
    pub conflicts: Vec<Conflict>,
    /// What may not go, because the other side still needs it.
    pub kept: BTreeSet<Vec<String>>,
    /// What went, and on which side.
    pub gone: Vec<(Vec<String>, Side)>,
}

/// The place of a part, as the path of a conflict.
pub(super) fn path<S: AsRef<str>>(steps: &[S]) -> Vec<String> {
    steps.iter().map(|step| step.as_ref().to_owned()).collect()
}

/// The tree of a record; one that can't be a tree (a figure that is no number) is merged as a whole.
pub(super) fn tree<T: Serialize>(record: &T) -> Value {
    serde_json::to_value(record).unwrap_or(Value::Null)
}

/// Both changed it, each otherwise.
pub(super) fn changed<T: Serialize>(ours: &T, theirs: &T) -> Clash {
    let words = |value: &T| Some(tree(value)).filter(|tree| !tree.is_null()).map(|tree| said(&tree));
    Clash::Changed { ours: words(ours), theirs: words(theirs) }
}

/// Records by their keys, in order.
fn keyed<'a, T>(list: &str, records: &'a [T], tree: impl Fn(&T) -> Value) -> (Vec<String>, BTreeMap<String, &'a T>) {
    let trees: Vec<Value> = records.iter().map(tree).collect();
    let keys = keys(list, &trees);
    let by_key = keys.iter().cloned().zip(records).collect();
    (keys, by_key)
}

impl Merge {
    pub(super) fn clash(&mut self, path: &[String], clash: Clash) {
        self.conflicts.push(Conflict { path: path.to_vec(), clash });
    }

    /// A value that is one thing.
    pub(super) fn field<T: Clone + PartialEq + Serialize, S: AsRef<str>>(
        &mut self,
        steps: &[S],
        base: &T,
        ours: &T,
        theirs: &T,
    ) -> T {
        if ours == theirs || base == theirs {
            return ours.clone();
        }
        if base == ours {
            return theirs.clone();
        }
        self.clash(&path(steps), changed(ours, theirs));
        ours.clone()
    }

    /// A record in three versions, field by field.
    pub(super) fn record<T>(&mut self, path: &[String], base: Option<&T>, ours: &T, theirs: &T) -> T
    where
        T: Clone + PartialEq + Serialize + DeserializeOwned,
    {
        self.record_of(path, base, ours, theirs, tree)
    }

    /// The same, where a record becomes a tree in a way of its own.
    pub(super) fn record_of<T: Clone + PartialEq + DeserializeOwned>(
        &mut self,
        path: &[String],
        base: Option<&T>,
        ours: &T,
        theirs: &T,
        tree: impl Fn(&T) -> Value,
    ) -> T {
        if ours == theirs || base == Some(theirs) {
            return ours.clone();
        }
        if base == Some(ours) {
            return theirs.clone();
        }
        let before = self.conflicts.len();
        let (was, here, there) = (base.map(&tree), tree(ours), tree(theirs));
        let merged = self.value(path, "", was.as_ref().filter(|was| !was.is_null()), Some(&here), Some(&there));
        match merged.map(serde_json::from_value) {
            Some(Ok(merged)) => merged,
            // What can't be put together again is chosen as a whole.
            Some(Err(_)) | None => {
                self.conflicts.truncate(before);
                self.clash(path, Clash::Changed { ours: Some(said(&here)), theirs: Some(said(&there)) });
                ours.clone()
            }
        }
    }

    /// A part that is there or not, field by field where both have it.
    pub(super) fn whole<T>(&mut self, steps: &[&str], base: &T, ours: &T, theirs: &T) -> T
    where
        T: Clone + PartialEq + Serialize + DeserializeOwned,
    {
        self.record(&path(steps), Some(base), ours, theirs)
    }

    /// A list of records, each by its key.
    pub(super) fn list<T>(&mut self, steps: &[&str], base: &[T], ours: &[T], theirs: &[T]) -> Vec<T>
    where
        T: Clone + PartialEq + Serialize + DeserializeOwned,
    {
        self.list_with(steps, [base, ours, theirs], tree, Self::record)
    }

    /// The same, where records that both sides have are put together in a way of their own.
    pub(super) fn list_with<T: Clone + PartialEq>(
        &mut self,
        steps: &[&str],
        [base, ours, theirs]: [&[T]; 3],
        tree: impl Fn(&T) -> Value,
        both: impl Fn(&mut Self, &[String], Option<&T>, &T, &T) -> T,
    ) -> Vec<T> {
        let name = steps.last().copied().unwrap_or_default();
        let ((base_keys, was), (our_keys, here), (their_keys, there)) =
            (keyed(name, base, &tree), keyed(name, ours, &tree), keyed(name, theirs, &tree));
        let mut merged = Vec::new();
        for key in order(&base_keys, &our_keys, &their_keys) {
            let path = [&path(steps)[..], std::slice::from_ref(&key)].concat();
            let (base, ours, theirs) = (was.get(&key).copied(), here.get(&key).copied(), there.get(&key).copied());
            let one = match (ours, theirs) {
                (Some(ours), Some(theirs)) => Some(both(self, &path, base, ours, theirs)),
                (ours, theirs) => self.on_one_side(&path, base.cloned(), ours.cloned(), theirs.cloned()),
            };
            merged.extend(one);
        }
        merged
    }

    /// Something that only one side has: it was added there, or taken out here.
    pub(super) fn on_one_side<T: PartialEq>(
        &mut self,
        path: &[String],
        base: Option<T>,
        ours: Option<T>,
        theirs: Option<T>,
    ) -> Option<T> {
        let by = if ours.is_some() { Side::Theirs } else { Side::Ours };
        let left = ours.or(theirs)?;
        match base {
            None => Some(left),
            Some(base) if base == left && !self.kept.contains(path) => {
                self.gone.push((path.to_vec(), by));
                None
            }
            Some(_) => {
                self.clash(path, Clash::Removed { by });
                Some(left)
            }
        }
    }
}
