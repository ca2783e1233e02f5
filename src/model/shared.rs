//! Parts of a session that snapshots share.

use serde::{Deserialize, Serialize};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// A part of the session that is copied only when it is written to.
///
/// Undo keeps the whole session of before every change, and the saver gets one too. With `Shared` parts such a snapshot
/// costs some twenty reference counts, and a change copies just the part it touches.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Shared<T>(Arc<T>);

impl<T: PartialEq> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        // Most of two snapshots is one and the same, and need not be read to know that.
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

impl<T> From<T> for Shared<T> {
    fn from(value: T) -> Self {
        Self(Arc::new(value))
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Clone> DerefMut for Shared<T> {
    fn deref_mut(&mut self) -> &mut T {
        Arc::make_mut(&mut self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snapshot_keeps_what_it_was() {
        let before: Shared<Vec<u8>> = vec![1].into();
        let mut after = before.clone();
        after.push(2);
        assert_eq!(*before, vec![1]);
        assert_eq!(*after, vec![1, 2]);
    }
}
