//! A session as something that can be written down: whole, for its file, or as anybody may see it.
//!
//! Both take it apart field by field, here and nowhere else: a session itself can't be written. A new field is missing in
//! the list of names until somebody decides how it is written.

use super::Sealed;
use crate::model::Session;
use crate::model::balance::BenefitRound;
use crate::model::decision::Decision;
use crate::model::relation::{Relation, TemperatureRound};
use crate::model::session::FactorPulse;
use crate::model::shared::Shared;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// A session with everything in it, what is sealed too: for the store, which writes the file.
pub struct OnFile<'a>(View<'a, Session>);

/// A session as anybody may see it. Of what was given in silence it says how many gave it, under `hidden`.
pub struct Shown<'a>(View<'a, Session>);

impl Session {
    /// All of it, for its file only.
    pub fn on_file(&self) -> OnFile<'_> {
        OnFile(View { of: self, whole: true })
    }

    /// What may be seen of it, for every other output.
    pub fn as_shown(&self) -> Shown<'_> {
        Shown(View { of: self, whole: false })
    }
}

impl Decision {
    /// What may be seen of it.
    pub(in crate::model) fn as_shown(&self) -> impl Serialize + '_ {
        View { of: self, whole: false }
    }
}

impl Serialize for OnFile<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// A part of a session, with what is sealed in it or without.
struct View<'a, T: ?Sized> {
    of: &'a T,
    whole: bool,
}

impl<'a, T: ?Sized> View<'a, T> {
    fn of<P: ?Sized>(&self, part: &'a P) -> View<'a, P> {
        View { of: part, whole: self.whole }
    }
}

/// What a file leaves out, because its absence says the same.
trait SaysNothing {
    fn says_nothing(&self) -> bool;
}

impl SaysNothing for bool {
    fn says_nothing(&self) -> bool {
        !self
    }
}

impl SaysNothing for String {
    fn says_nothing(&self) -> bool {
        self.is_empty()
    }
}

impl<T> SaysNothing for Option<T> {
    fn says_nothing(&self) -> bool {
        self.is_none()
    }
}

impl<T> SaysNothing for Vec<T> {
    fn says_nothing(&self) -> bool {
        self.is_empty()
    }
}

impl<T: SaysNothing> SaysNothing for Shared<T> {
    fn says_nothing(&self) -> bool {
        (**self).says_nothing()
    }
}

impl<T> SaysNothing for View<'_, Vec<T>> {
    fn says_nothing(&self) -> bool {
        self.of.is_empty()
    }
}

impl<T> View<'_, Sealed<T>> {
    fn seen(&self) -> &[T] {
        if self.whole { &self.of.given } else { self.of.shown() }
    }

    /// So many wait for their reveal where that is what can be said of them.
    fn hidden(&self) -> Option<usize> {
        let hidden = self.of.len() - self.seen().len();
        (hidden > 0).then_some(hidden)
    }
}

impl<T> SaysNothing for View<'_, Sealed<T>> {
    fn says_nothing(&self) -> bool {
        self.seen().is_empty()
    }
}

impl<T: Serialize> Serialize for View<'_, Sealed<T>> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.seen().serialize(serializer)
    }
}

impl<'a, T> Serialize for View<'a, Vec<T>>
where
    View<'a, T>: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.of.iter().map(|one| self.of(one)))
    }
}

/// Writes fields under their own names, in this order; one with a `?` is left out where it says nothing.
macro_rules! put {
    ($out:ident;) => {};
    ($out:ident; $field:ident?, $($rest:tt)*) => {
        if !$field.says_nothing() {
            $out.serialize_field(stringify!($field), $field)?;
        }
        put!($out; $($rest)*)
    };
    ($out:ident; $field:ident, $($rest:tt)*) => {
        $out.serialize_field(stringify!($field), $field)?;
        put!($out; $($rest)*)
    };
}

/// Takes the parts of a session one by one, in the order of its file.
pub trait Parts {
    /// Why it can't take one.
    type Error;

    /// One part under its name. It is the same as in an earlier session, or not.
    fn part<T: Serialize>(&mut self, name: &'static str, same: bool, value: &T) -> Result<(), Self::Error>;
}

/// A serializer takes every part, the same or not.
struct All<S>(S);

impl<S: SerializeStruct> Parts for All<S> {
    type Error = S::Error;

    fn part<T: Serialize>(&mut self, name: &'static str, _: bool, value: &T) -> Result<(), S::Error> {
        self.0.serialize_field(name, value)
    }
}

impl OnFile<'_> {
    /// Gives the parts one by one, and of each whether it is the same as it was before.
    pub fn parts<P: Parts>(&self, before: Option<&Session>, out: &mut P) -> Result<(), P::Error> {
        self.0.parts(before, out)
    }
}

impl View<'_, Session> {
    fn parts<P: Parts>(&self, before: Option<&Session>, out: &mut P) -> Result<(), P::Error> {
        #[rustfmt::skip]
        let Session {
            schema, number, date, state, papers_sent, chain, identity, agenda, attendance, adopts, decisions, differences,
            actions, escalations, notes, successes, evaluations, closing, log, numbering, partners, ambition, kpis,
            governance, benefit_rounds, relation, pulses, shopfloor, set_aside, declined, look_back, conflicts,
        } = self.of;
        /// Each under its own name, in this order. After `as` stands how it is written, after `if` what it takes to be
        /// written at all.
        macro_rules! parts {
            ($($field:ident $(as $written:expr)? $(, if $says:ident)?;)*) => {$(
                if true $(&& !$field.$says())? {
                    let same = before.is_some_and(|before| before.$field == *$field);
                    let written = parts!(@ $field $($written)?);
                    out.part(stringify!($field), same, written)?;
                }
            )*};
            (@ $field:ident) => { $field };
            (@ $field:ident $written:expr) => { &$written };
        }
        parts! {
            schema; number; date; state; papers_sent, if says_nothing; chain; identity; agenda; attendance;
            adopts, if says_nothing; decisions as self.of(&**decisions); differences; actions; escalations; notes; successes;
            evaluations, if says_nothing; closing; log; numbering; partners; ambition; kpis; governance;
            benefit_rounds as self.of(&**benefit_rounds); relation as self.of(&**relation); pulses as self.of(&**pulses);
            shopfloor, if says_nothing; set_aside, if says_nothing; declined, if says_nothing; look_back;
            conflicts, if says_nothing;
        }
        Ok(())
    }
}

impl Serialize for View<'_, Session> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = All(serializer.serialize_struct("Session", 32)?);
        self.parts(None, &mut out)?;
        out.0.end()
    }
}

impl Serialize for View<'_, Decision> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[rustfmt::skip]
        let Decision {
            id, session, date, item, text, kind, form, rounds, positions, sealed, outcome, explanation, minorities, trust,
            owner, due, touches, article, in_covenant, resumes, ratified_on, executed_on, review_on, adjusts, rebalance,
        } = self.of;
        let sealed = &self.of(sealed);
        let hidden = &sealed.hidden();
        let mut out = serializer.serialize_struct("Decision", 25)?;
        put!(out;
            id, session, date, item?, text, kind?, form?, rounds?, positions?, sealed?, hidden?, outcome?, explanation?,
            minorities?, trust?, owner?, due?, touches?, article?, in_covenant?, resumes?, ratified_on?, executed_on?,
            review_on?, adjusts?, rebalance?,
        );
        out.end()
    }
}

impl Serialize for View<'_, BenefitRound> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let BenefitRound { session, date, about, rows } = self.of;
        let (revealed, rows) = (&rows.is_open(), &self.of(rows));
        let hidden = &rows.hidden();
        let mut out = serializer.serialize_struct("BenefitRound", 5)?;
        put!(out; session, date, about, rows, hidden?, revealed,);
        out.end()
    }
}

impl Serialize for View<'_, Relation> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Relation { temperatures, cafes, moments, activities, cafe_rule } = self.of;
        let temperatures = &self.of(temperatures);
        let mut out = serializer.serialize_struct("Relation", 5)?;
        put!(out; temperatures?, cafes?, moments?, activities?, cafe_rule?,);
        out.end()
    }
}

impl Serialize for View<'_, TemperatureRound> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let TemperatureRound { session, about, rows, revealed, open_ties } = self.of;
        let rows = &self.of(rows);
        let hidden = &rows.hidden();
        let mut out = serializer.serialize_struct("TemperatureRound", 5)?;
        put!(out; session, about, rows, hidden?, revealed?, open_ties?,);
        out.end()
    }
}

impl Serialize for View<'_, FactorPulse> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let FactorPulse { session, means, rows, revealed } = self.of;
        let (means, rows) = (&self.of(means), &self.of(rows));
        let hidden = &rows.hidden();
        let mut out = serializer.serialize_struct("FactorPulse", 4)?;
        put!(out; session, means, rows?, hidden?, revealed?,);
        out.end()
    }
}
