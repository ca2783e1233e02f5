//! The relation between partners: temperature per tie, and being together (factor 5, domain §1f, §6.2).

use crate::model::calendar::recurrence::Rule;
use crate::model::calendar::{self, FIRST_THURSDAY, Planned};
use crate::model::figures::mean;
use crate::model::ids::PartnerCode;
use crate::model::privacy::sealed::{Given, Sealed};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// All that is kept on the relation.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// One round per session in which it was asked, oldest first.
    #[serde(default)]
    pub temperatures: Vec<TemperatureRound>,
    /// Ketencafés, oldest first.
    #[serde(default)]
    pub cafes: Vec<Cafe>,
    /// What went well or badly between partners, never with a name (5.4).
    #[serde(default)]
    pub moments: Vec<Moment>,
    /// What was done together that is no meeting (5.3).
    #[serde(default)]
    pub activities: Vec<RelationActivity>,
    /// When the ketencafé is, as a recurrence rule (RFC 5545); empty is the first Thursday of the month.
    #[serde(default)]
    pub cafe_rule: String,
}

/// Goed or stroef, with one concrete behaviour. Who said it, or about whom, is not kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// In which session.
    pub session: u32,
    /// It went well, or it grated.
    pub good: bool,
    /// The behaviour.
    pub text: String,
}

/// Something done together: a lunch, a visit, a Christmas breakfast.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelationActivity {
    /// When.
    pub date: NaiveDate,
    /// What.
    pub title: String,
}

/// Something on record about being together, so that it can be corrected or removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Together {
    /// A moment, by its place in the list.
    Moment(usize),
    /// The café of a day.
    Cafe(NaiveDate),
    /// An activity, by its day and what it was.
    Activity(NaiveDate, String),
}

/// How partners rate the behaviour of each other.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(from = "RoundOnFile")]
pub struct TemperatureRound {
    /// Number of the session.
    pub session: u32,
    /// The order of the scores in every row.
    pub about: Vec<PartnerCode>,
    /// One row per partner; shown when everybody gave one, or when the group looks at what there is.
    pub rows: Sealed<TemperatureRow>,
    /// The group looked at what there was.
    pub(super) revealed: bool,
    /// Ties that both partners want the group to see.
    pub open_ties: Vec<(PartnerCode, PartnerCode)>,
}

/// A round as it stands in a file.
#[derive(Deserialize)]
#[serde(rename = "TemperatureRound", deny_unknown_fields)]
struct RoundOnFile {
    session: u32,
    about: Vec<PartnerCode>,
    rows: Vec<TemperatureRow>,
    #[serde(default)]
    revealed: bool,
    #[serde(default)]
    open_ties: Vec<(PartnerCode, PartnerCode)>,
}

impl From<RoundOnFile> for TemperatureRound {
    fn from(found: RoundOnFile) -> Self {
        let RoundOnFile { session, about, rows, revealed, open_ties } = found;
        let open = revealed || rows.len() >= about.len();
        Self { session, about, rows: Sealed::of(rows, open), revealed, open_ties }
    }
}

/// What one partner gives each other partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemperatureRow {
    /// Who rates.
    pub by: PartnerCode,
    /// 1 to 10 in the order of `about`; none for itself and for *weet niet*.
    pub scores: Vec<Option<u8>>,
}

impl Given for TemperatureRow {
    fn by(&self) -> &PartnerCode {
        &self.by
    }
}

/// One ketencafé.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cafe {
    /// When; a cancelled one has no people.
    pub date: NaiveDate,
    /// How many people came.
    pub people: u32,
    /// From how many partners.
    pub partners: u32,
    /// Which partners, where that was kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub who: Vec<PartnerCode>,
}

/// Missing so many cafés in a row is said.
pub const CAFES_MISSED: usize = 3;

impl Relation {
    /// The rounds that the group may look at, oldest first.
    pub fn shown(&self) -> impl DoubleEndedIterator<Item = &TemperatureRound> {
        self.temperatures.iter().filter(|round| round.may_be_shown())
    }

    /// How far the mean fell over the last two sessions, or over the last one where that is more; a rise is below zero.
    pub fn fall(&self) -> Option<f64> {
        let means: Vec<f64> = self.shown().filter_map(TemperatureRound::mean).collect();
        let (now, before) = means.split_last()?;
        before.iter().rev().take(COOLING_SESSIONS).copied().reduce(f64::max).map(|before| before - now)
    }

    /// The mean fell so far that it is said.
    pub fn is_cooling(&self) -> bool {
        self.fall().is_some_and(|fall| fall >= COOLING - 1e-9)
    }

    /// The next café after a day, by the rule of this chain; the rule counts from the last one that was held. One that
    /// is on record as cancelled already is passed over.
    pub fn next_cafe(&self, after: NaiveDate) -> Option<Planned> {
        let rule = Some(self.cafe_rule.as_str()).filter(|rule| !rule.is_empty()).unwrap_or(FIRST_THURSDAY);
        let rule = Rule::parse(rule)?;
        let held = self.cafes.iter().map(|cafe| cafe.date).filter(|date| *date <= after).max().unwrap_or(after);
        let mut next = calendar::next(&rule, held, after)?;
        while self.cafes.iter().any(|cafe| cafe.people == 0 && cafe.date == next.free) {
            next = calendar::next(&rule, held, next.free)?;
        }
        Some(next)
    }

    /// Partners that were at none of the last three cafés of which it is known who came.
    pub fn missing_at_cafes(&self, partners: &[PartnerCode]) -> Vec<PartnerCode> {
        let known: Vec<&Cafe> =
            self.cafes.iter().rev().filter(|cafe| !cafe.who.is_empty()).take(CAFES_MISSED).collect();
        if known.len() < CAFES_MISSED {
            return Vec::new();
        }
        partners.iter().filter(|code| known.iter().all(|cafe| !cafe.who.contains(code))).cloned().collect()
    }
}

impl TemperatureRound {
    /// A round about these partners, as far as they gave their rows.
    pub fn of(session: u32, about: Vec<PartnerCode>, rows: Vec<TemperatureRow>) -> Self {
        RoundOnFile { session, about, rows, revealed: false, open_ties: Vec::new() }.into()
    }

    /// Takes in a row; the last one shows them all.
    pub(super) fn put(&mut self, row: TemperatureRow) {
        self.rows.put(row);
        if self.rows.len() >= self.about.len() {
            self.rows.open();
        }
    }

    /// The group looks at what there is, though not everybody is in.
    pub(super) fn reveal(&mut self) {
        self.revealed = true;
        self.rows.open();
    }

    /// Every tie that may be seen: who, about whom, what.
    pub fn ties(&self) -> impl Iterator<Item = (&PartnerCode, &PartnerCode, u8)> {
        self.rows.shown().iter().flat_map(|row| {
            let scores = self.about.iter().zip(&row.scores).filter(|(about, _)| **about != row.by);
            scores.filter_map(|(about, score)| score.map(|score| (&row.by, about, score)))
        })
    }

    /// What one partner gives another.
    pub fn tie(&self, by: &PartnerCode, about: &PartnerCode) -> Option<u8> {
        self.ties().find(|(from, to, _)| *from == by && *to == about).map(|(_, _, score)| score)
    }

    /// Every partner gave its row, or the group looks at what there is.
    pub fn may_be_shown(&self) -> bool {
        self.rows.is_open()
    }

    /// Mean of all ties.
    pub fn mean(&self) -> Option<f64> {
        mean(self.ties().map(|(_, _, score)| f64::from(score)))
    }

    /// The lowest tie.
    pub fn lowest(&self) -> Option<u8> {
        self.ties().map(|(_, _, score)| score).min()
    }

    /// Largest difference between what two partners give each other.
    pub fn asymmetry(&self) -> Option<u8> {
        self.ties().filter_map(|(by, about, score)| Some(score.abs_diff(self.tie(about, by)?))).max()
    }

    /// Mean of what a partner receives.
    pub fn received(&self, partner: &PartnerCode) -> Option<f64> {
        mean(self.ties().filter(|(_, about, _)| *about == partner).map(|(_, _, score)| f64::from(score)))
    }
}

/// A tie of this score or lower is a warning (domain §6.2).
pub const COLD_TIE: u8 = 4;
/// So large a drop of the mean over two sessions is one too.
const COOLING: f64 = 0.5;
const COOLING_SESSIONS: usize = 2;

#[cfg(test)]
mod tests {
    use super::*;

    /// A relation whose rounds have these means, to a hundredth: a hundred partners that give whole scores.
    fn with(means: &[f64]) -> Relation {
        let round = |(session, mean): (u32, &f64)| {
            let high = (mean * 100.0).round() as usize - 100 * mean.floor() as usize;
            let by = |place: usize| PartnerCode(format!("P{place}"));
            let score = |place: usize| Some(mean.floor() as u8 + u8::from(place < high));
            // Each row has one score, about one partner that gives none itself.
            let rows = (0..100).map(|place| TemperatureRow { by: by(place), scores: vec![score(place)] }).collect();
            TemperatureRound::of(session, vec!["ALL".into()], rows)
        };
        Relation { temperatures: (1..).zip(means).map(round).collect(), ..Relation::default() }
    }

    #[test]
    fn a_fall_of_exactly_half_a_point_over_two_sessions_is_cooling() {
        for (means, cooling) in [
            (&[7.0, 6.8, 6.5][..], true),
            (&[7.0, 6.8, 6.51], false),
            (&[7.17, 6.9, 6.67], true),
            (&[7.0, 6.0], true),
            (&[6.0, 8.0, 6.0], true),
            (&[8.0, 6.0, 6.0, 6.0], false),
            (&[6.0, 6.5, 7.0], false),
            (&[4.0], false),
            (&[], false),
        ] {
            assert_eq!(with(means).is_cooling(), cooling, "{means:?}");
        }
    }

    #[test]
    fn the_fall_counts_from_the_highest_of_the_two_before() {
        let fall = |means: &[f64]| with(means).fall().map(|fall| (fall * 100.0).round());
        assert_eq!(fall(&[7.0, 6.0]), Some(100.0), "7 to 6 in one session");
        assert_eq!(fall(&[6.0, 8.0, 6.0]), Some(200.0), "up and down again");
        assert_eq!(fall(&[6.0, 6.0, 6.5]), Some(-50.0), "a rise is below zero");
        assert_eq!(fall(&[6.0]), None);
    }
}
