//! Reading the sessions of a chain one after the other. Most of a session stood in the one before as well: what has the same
//! text is taken over from there, and only the rest is parsed.

use super::outline::{Outline, Part, Plan};
use crate::model::Session;
use crate::model::action::Action;
use crate::model::agenda::{Agenda, AgendaItem};
use crate::model::ambition::Ambition;
use crate::model::attendance::Seat;
use crate::model::balance::BenefitRound;
use crate::model::chain::{Chain, Identity, Partner};
use crate::model::decision::Decision;
use crate::model::difference::Difference;
use crate::model::difference::shopfloor::ShopfloorSignal;
use crate::model::governance::escalation::Escalation;
use crate::model::governance::{Body, Governance, Mandate};
use crate::model::kpi::{InterimEvaluation, Kpi, KpiValue};
use crate::model::relation::{Cafe, Moment, Relation, RelationActivity, TemperatureRound};
use crate::model::session::conflict::Conflict;
use crate::model::session::note::Note;
use crate::model::session::set_aside::{Declined, SetAside};
use crate::model::session::tally::Tally;
use crate::model::session::{Adoption, Closing, FactorPulse, LastNumber, LogEntry, State};
use crate::model::shared::Shared;
use crate::model::story::{Story, StoryMonth, Successes};
use crate::store::format::{self, EXTENSION};
use chrono::NaiveDate;
use ron::error::SpannedError;
use serde::de::DeserializeOwned;

/// KPIs change with every value, and all but their values stays.
const PLAN: Plan<'_> = Plan { extension: EXTENSION, deep: &["kpis"] };

/// Reads sessions, and remembers the last one.
#[derive(Debug, Default)]
pub struct Reader {
    before: Option<Before>,
    /// The room of the text before that.
    spare: Vec<u8>,
}

/// The session that was read before.
#[derive(Debug)]
struct Before {
    text: String,
    /// None where it is not in the plain form: nothing is taken over from it.
    outline: Option<Outline>,
    session: Session,
}

impl Before {
    /// All of it, as text and as session.
    fn whole(&self) -> Option<Old<'_, Session>> {
        Some((self.outline.as_ref()?.whole(&self.text), &self.session))
    }
}

impl Reader {
    /// Room for the next text; what is in it says nothing.
    pub fn room(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.spare)
    }

    /// The session in a text: the same that [`format::parse`] gives, and the same error.
    pub fn read(&mut self, text: String) -> Result<&Session, SpannedError> {
        let outline = Outline::of(&text, PLAN);
        let now = outline.as_ref().map(|outline| outline.whole(&text)).filter(|whole| whole.text().starts_with('('));
        let before = self.before.take();
        let quick = now.zip(before.as_ref().and_then(Before::whole)).and_then(|(now, before)| session(now, before));
        let session = quick.map_or_else(|| format::parse(&text), Ok)?;
        self.spare = before.map(|before| before.text.into_bytes()).unwrap_or_default();
        Ok(&self.before.insert(Before { text, outline, session }).session)
    }

    /// Whether a text holds this session. If so, the session itself is remembered, and not the copy that was read.
    pub(super) fn confirm(&mut self, text: String, session: &Session) -> bool {
        let is_the_same = self.read(text).is_ok_and(|read| read == session);
        match &mut self.before {
            Some(before) if is_the_same => before.session = session.clone(),
            before => *before = None,
        }
        is_the_same
    }

    /// What was read before, where something can be taken over from it.
    pub(super) fn whole(&self) -> Option<Old<'_, Session>> {
        self.before.as_ref().and_then(Before::whole)
    }
}

/// So many elements of a list are looked through for one of the same text: more than a meeting has of anything.
const WINDOW: usize = 1000;

/// A part as it was read before.
pub(super) type Old<'t, T> = (Part<'t>, &'t T);

/// What can be taken over from the session before. None where that, or the text, is not as expected: then all of it is for
/// the parser.
trait Again: Clone + DeserializeOwned {
    /// Reads what has another text now.
    fn changed(now: Part<'_>, _: Option<Old<'_, Self>>) -> Option<Self> {
        format::part(now.text())
    }
}

fn read<T: Again>(now: Part<'_>, before: Option<Old<'_, T>>) -> Option<T> {
    match before {
        Some((part, value)) if part.text() == now.text() => Some(value.clone()),
        before => T::changed(now, before),
    }
}

impl<T: Again> Again for Shared<T> {
    fn changed(now: Part<'_>, before: Option<Old<'_, Self>>) -> Option<Self> {
        T::changed(now, before.map(|(part, value)| (part, &**value))).map(Self::from)
    }
}

impl<T: Again> Again for Vec<T> {
    fn changed(now: Part<'_>, before: Option<Old<'_, Self>>) -> Option<Self> {
        let Some((part, values)) = before.filter(|(part, _)| part.is_list() && now.is_list()) else {
            return format::part(now.text());
        };
        let old: Vec<Old<'_, T>> = part.parts().zip(values).collect();
        // The outline and the list are of one text.
        if old.len() != values.len() {
            return None;
        }
        let mut next = 0;
        let mut element = |(place, now): (usize, Part<'_>)| {
            let same = |(_, (part, _)): &(usize, &Old<'_, T>)| part.text() == now.text();
            // Lists lose elements at their begin and gain them at their end.
            let around = old.iter().enumerate().skip(next).chain(old.iter().enumerate().take(next));
            let found = around.take(WINDOW).find(same);
            match found {
                Some((found, (_, value))) => {
                    next = found + 1;
                    Some((*value).clone())
                }
                None => T::changed(now, old.get(place).copied()),
            }
        };
        now.parts().enumerate().map(&mut element).collect()
    }
}

/// Types of which nothing is taken over unless all of it is the same.
macro_rules! undivided {
    ($($name:ty),* $(,)?) => { $(impl Again for $name {})* };
}

undivided!(
    u32,
    NaiveDate,
    State,
    Option<NaiveDate>,
    Option<Adoption>,
    Chain,
    Identity,
    AgendaItem,
    Ambition,
    Seat,
    Decision,
    Difference,
    Action,
    Escalation,
    Note,
    Story,
    StoryMonth,
    InterimEvaluation,
    Closing,
    LogEntry,
    LastNumber,
    Partner,
    KpiValue,
    Body,
    Mandate,
    BenefitRound,
    TemperatureRound,
    Cafe,
    Moment,
    RelationActivity,
    FactorPulse,
    ShopfloorSignal,
    SetAside,
    Declined,
    Conflict,
    Tally,
);

/// Types with long lists, which are taken over element by element.
macro_rules! divided {
    ($($name:ident: $($list:ident)*;)*) => {
        $(impl Again for $name {
            fn changed(now: Part<'_>, before: Option<Old<'_, Self>>) -> Option<Self> {
                let Some((part, old)) = before else { return format::part(now.text()) };
                let lists = [$(stringify!($list)),*];
                let rest = now.without(&lists);
                let mut value = if part.without(&lists) == rest { old.clone() } else { format::part(&rest)? };
                $(if let Some(now) = now.field(stringify!($list)) {
                    value.$list = read(now, part.field(stringify!($list)).map(|part| (part, &old.$list)))?;
                })*
                Some(value)
            }
        })*
    };
}

divided!(
    Agenda: items;
    Kpi: values;
    Successes: stories months;
    Governance: bodies mandates;
    Relation: temperatures cafes moments activities;
);

/// A session of which every field is read by itself: those that have to be there, and those that may be left out.
macro_rules! fields {
    ($($required:ident)*; $($optional:ident)*) => {
        fn session(now: Part<'_>, (part, old): Old<'_, Session>) -> Option<Session> {
            // Whoever gives a session another field is told here.
            let Session { $($required: _,)* $($optional: _),* } = old;
            let mut left = now.parts().count();
            let session = Session {
                $($required: {
                    let before = part.field(stringify!($required)).map(|part| (part, &old.$required));
                    left = left.checked_sub(1)?;
                    read(now.field(stringify!($required))?, before)?
                },)*
                $($optional: match now.field(stringify!($optional)) {
                    None => Default::default(),
                    Some(field) => {
                        let before = part.field(stringify!($optional)).map(|part| (part, &old.$optional));
                        left = left.checked_sub(1)?;
                        read(field, before)?
                    }
                },)*
            };
            // What is unknown or stands twice is for the parser.
            (left == 0).then_some(session)
        }
    };
}

fields!(
    schema number date state chain successes partners ambition;
    papers_sent identity agenda attendance adopts decisions differences actions escalations notes evaluations closing log
    numbering kpis governance benefit_rounds relation pulses shopfloor set_aside declined look_back
    conflicts);

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::generate::{Order, archive};
    use std::fs;

    /// The texts of a chain, from the first meeting to the last.
    fn texts() -> Vec<String> {
        let root = tempfile::tempdir().unwrap();
        archive(root.path(), Order { meetings: 24, seed: 3, a_chain: 24 }, |_| {}).unwrap();
        let mut files: Vec<_> =
            fs::read_dir(root.path().join("sessions")).unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        files.iter().map(|file| fs::read_to_string(file).unwrap()).collect()
    }

    #[test]
    fn what_is_taken_over_is_what_the_parser_reads() {
        let (texts, mut reader) = (texts(), Reader::default());
        // Forwards, backwards, and one twice.
        for text in texts.iter().chain(texts.iter().rev()).chain([&texts[3], &texts[9]]) {
            assert_eq!(*reader.read(text.clone()).unwrap(), format::parse(text).unwrap());
        }
    }

    #[test]
    fn most_is_taken_over() {
        let texts = texts();
        let outlines: Vec<Outline> = texts.iter().map(|text| Outline::of(text, PLAN).unwrap()).collect();
        let (before, now) = (outlines[22].whole(&texts[22]), outlines[23].whole(&texts[23]));
        let sessions = [22, 23].map(|place: usize| format::parse(&texts[place]).unwrap());
        let again = session(now, (before, &sessions[0])).expect("the quick way");
        assert_eq!(again, sessions[1]);
        let same = session(before, (before, &sessions[0])).unwrap();
        assert!(std::ptr::eq(&*same.kpis, &*sessions[0].kpis), "shared, not parsed");
    }

    #[test]
    fn whatever_is_wrong_gets_the_error_of_the_parser() {
        let texts = texts();
        let (first, second) = (&texts[20], &texts[21]);
        let mut random = fastrand::Rng::with_seed(7);
        let signs =
            ["", " ", ",", "(", ")", "[", "]", "\"", "'", "/", "//", "/*", "\\", "r\"", ":", "7", "x", "#", "é", "{"];
        let mut wrong = 0;
        for _ in 0..400 {
            let mut reader = Reader::default();
            reader.read(first.clone()).unwrap();
            let mut text = second.clone();
            let mut at = random.usize(..text.len());
            while !text.is_char_boundary(at) || !text.is_char_boundary(at + 1) {
                at -= 1;
            }
            text.replace_range(at..=at, random.choice(signs).unwrap());
            let (quick, plain) = (reader.read(text.clone()), format::parse(&text));
            wrong += usize::from(plain.is_err());
            assert_eq!(quick.cloned(), plain, "{at}");
        }
        assert!((50..350).contains(&wrong), "{wrong}: both kinds have to come");
    }

    #[test]
    fn a_field_that_is_gone_or_stands_twice_is_read_as_the_parser_does() {
        let texts = texts();
        let outline = Outline::of(&texts[23], PLAN).unwrap();
        for field in outline.whole(&texts[23]).parts() {
            let mut reader = Reader::default();
            reader.read(texts[22].clone()).unwrap();
            let text = texts[23].replacen(&format!("    {}: {},", field.name(), field.text()), "", 1);
            assert!(text.len() < texts[23].len(), "{}", field.name());
            assert_eq!(reader.read(text.clone()).cloned(), format::parse(&text), "{}", field.name());
        }
        for (old, new) in [
            ("    kpis: [", "    kpis: [],\n    kpis: ["),
            ("    look_back: [", "    shop: ["),
            ("    numbering: [", "    pulses: ["),
            ("\n(\n", "\nMeeting(\n"),
            ("\n(\n", "\nSession(\n"),
            ("            values: [", "            values: [],\n            values: ["),
        ] {
            let mut reader = Reader::default();
            reader.read(texts[22].clone()).unwrap();
            let text = texts[23].replacen(old, new, 1);
            assert_ne!(text, texts[23], "{old}");
            assert_eq!(reader.read(text.clone()).cloned(), format::parse(&text), "{new}");
        }
    }
}
