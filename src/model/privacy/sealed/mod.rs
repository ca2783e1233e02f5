//! What partners give in silence (domain §2.3, §6.1, §6.2): who gave it and how many did can always be seen, what they gave
//! only after the group looked at all of it together.
//!
//! No screen, document, index or other output can read more: the list stands in private, and so does everything that is
//! worked out from it. Only the file of the session has it before the reveal, and that is written here too.

mod written;

pub use written::{OnFile, Parts, Shown};

use crate::model::ids::PartnerCode;
use serde::{Deserialize, Deserializer};
use std::fmt;

/// Something that one partner gives.
pub trait Given {
    /// Who gives it.
    fn by(&self) -> &PartnerCode;
}

/// What was given in silence. It has no way in but its reveal, and prints nothing of what it holds before.
#[derive(Clone, PartialEq)]
pub struct Sealed<T> {
    given: Vec<T>,
    open: bool,
}

impl<T> Default for Sealed<T> {
    fn default() -> Self {
        Self { given: Vec::new(), open: false }
    }
}

impl<T: fmt::Debug> fmt::Debug for Sealed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.open { self.given.fmt(f) } else { write!(f, "Sealed({})", self.given.len()) }
    }
}

/// What a file holds is sealed until whatever it belongs to says otherwise.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Sealed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(|given| Self { given, open: false })
    }
}

impl<T> Sealed<T> {
    /// So many were given.
    pub fn len(&self) -> usize {
        self.given.len()
    }

    /// Nobody gave anything yet.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// The group looks at it.
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// What may be seen: all of it after the reveal, and nothing before.
    pub fn shown(&self) -> &[T] {
        if self.open { &self.given } else { &[] }
    }

    /// What was given, as it is known from elsewhere: `open` where the group looked at it already.
    pub(in crate::model) fn of(given: Vec<T>, open: bool) -> Self {
        Self { given, open }
    }

    /// The group looks at it from now on.
    pub(in crate::model) fn open(&mut self) {
        self.open = true;
    }

    /// What follows from it is sealed as long as it is.
    pub(in crate::model) fn worked_out<R>(&self, work_out: impl FnOnce(&[T]) -> Vec<R>) -> Sealed<R> {
        Sealed { given: work_out(&self.given), open: self.open }
    }

    /// What comes of three versions of it, without anybody seeing them: what is given then, and whether it is open.
    pub(in crate::model) fn three(
        base: &Self,
        ours: &Self,
        theirs: &Self,
        merge: impl FnOnce([&[T]; 3]) -> (Vec<T>, bool),
    ) -> Self {
        let (given, open) = merge([&base.given, &ours.given, &theirs.given]);
        Self { given, open }
    }

    /// The same with each changed, without anybody seeing it.
    pub(in crate::model) fn each(&self, change: impl Fn(&T) -> T) -> Self {
        Self { given: self.given.iter().map(change).collect(), open: self.open }
    }

    /// Whether all of it is as it should be; a file that was written by hand may hold anything.
    pub(in crate::model) fn all(&self, is_sound: impl Fn(&T) -> bool) -> bool {
        self.given.iter().all(is_sound)
    }
}

impl<T: Given> Sealed<T> {
    /// Who gave something, in the order in which they did.
    pub fn given_by(&self) -> impl Iterator<Item = &PartnerCode> {
        self.given.iter().map(T::by)
    }

    /// Whether this partner gave something.
    pub fn has(&self, by: &PartnerCode) -> bool {
        self.given_by().any(|code| code == by)
    }

    /// Those who gave something that is not as it should be.
    pub(in crate::model) fn unsound(&self, is_sound: impl Fn(&T) -> bool) -> impl Iterator<Item = &PartnerCode> {
        self.given.iter().filter(move |given| !is_sound(given)).map(T::by)
    }

    /// Whose is otherwise here than there, came or went.
    pub(in crate::model) fn differing(&self, other: &Self) -> Vec<PartnerCode>
    where
        T: PartialEq,
    {
        let of = |these: &'_ Self, those: &Self| -> Vec<PartnerCode> {
            these.given.iter().filter(|given| !those.given.contains(given)).map(|given| given.by().clone()).collect()
        };
        let mut found = of(self, other);
        found.extend(of(other, self));
        found
    }

    /// Takes in what a partner gives, in the place of what it gave before.
    pub(in crate::model) fn put(&mut self, given: T) {
        match self.given.iter_mut().find(|old| old.by() == given.by()) {
            Some(old) => *old = given,
            None => self.given.push(given),
        }
    }

    /// Takes back what a partner gave; false where it gave nothing.
    pub(in crate::model) fn withdraw(&mut self, by: &PartnerCode) -> bool {
        let before = self.given.len();
        self.given.retain(|given| given.by() != by);
        self.given.len() < before
    }

    /// The reveal of what goes on elsewhere: all of it, and nothing is left here.
    pub(in crate::model) fn reveal(&mut self) -> Vec<T> {
        std::mem::take(&mut self.given)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::session::PulseRow;

    fn row(by: &str, score: u8) -> PulseRow {
        PulseRow { by: by.into(), scores: vec![Some(score)] }
    }

    #[test]
    fn who_gave_something_is_seen_and_what_it_was_is_not() {
        let mut sealed = Sealed::default();
        sealed.put(row("POL", 71));
        sealed.put(row("OM", 72));
        sealed.put(row("POL", 73));
        let means = sealed.worked_out(|rows| rows.iter().map(|row| row.scores[0]).collect());
        assert_eq!(sealed.given_by().map(PartnerCode::as_str).collect::<Vec<_>>(), ["POL", "OM"]);
        assert_eq!((sealed.len(), sealed.shown(), means.shown()), (2, &[][..], &[][..]));
        let printed = format!("{sealed:?} {sealed:#?} {means:?}");
        assert!(!printed.contains('7'), "{printed}");
        sealed.open();
        assert_eq!(sealed.shown(), [row("POL", 73), row("OM", 72)]);
        assert!(sealed.withdraw(&"OM".into()) && !sealed.withdraw(&"OM".into()));
        assert_eq!(sealed.reveal(), [row("POL", 73)]);
        assert!(sealed.is_empty());
    }
}
