//! What meetings show together: one figure of each, side by side, over months and years.

use crate::model::figures::share;
use crate::model::history::compare::{KpiStanding, Standings};
use crate::model::kpi::figures::Rag;
use chrono::{Months, NaiveDate};

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// KPIs against their path.
    Kpis,
    /// Net balance per partner.
    Net,
    /// Temperature.
    Temperature,
    /// Upward delegation, with the results under it.
    Upward,
    /// Dissent against trust.
    Dissent,
    /// The pulse of the eight factors.
    Pulse,
    /// Items with an outcome.
    Outcomes,
    /// Stories that may be told.
    Stories,
}

impl Topic {
    /// In the order of the factors.
    pub const ALL: [Self; 8] = [
        Self::Kpis,
        Self::Upward,
        Self::Net,
        Self::Temperature,
        Self::Stories,
        Self::Dissent,
        Self::Outcomes,
        Self::Pulse,
    ];
}

/// What a series is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Of {
    /// A KPI, by its number and its last name.
    Kpi(String, String),
    /// A partner, by its code.
    Partner(String),
    /// A success factor.
    Factor(u8),
    /// The mean of all ties.
    MeanTie,
    /// The lowest tie.
    LowestTie,
    /// Share of escalations that a lower level could have decided, %.
    UpwardRate,
    /// Share of its actions that were done on time, %.
    OnTime,
    /// Share of KPIs on their path, %.
    OnPath,
    /// Positions other than for, per decision.
    Dissent,
    /// Mean of the trust checks.
    Trust,
    /// Share of items with an outcome, %.
    Outcomes,
    /// Stories of the month.
    Stories,
}

/// One figure of every meeting; none where the meeting does not have it.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What it is of.
    pub of: Of,
    /// Meeting by meeting.
    pub values: Vec<Option<f64>>,
    /// Where it should have been, for a KPI.
    pub path: Vec<Option<f64>>,
}

impl Series {
    /// The first and the last value there are.
    pub fn ends(&self) -> Option<(f64, f64)> {
        let mut known = self.values.iter().flatten();
        let first = *known.next()?;
        Some((first, known.next_back().copied().unwrap_or(first)))
    }

    /// The lowest and the highest value.
    pub fn bounds(&self) -> (f64, f64) {
        let known = || self.values.iter().flatten().copied();
        (known().fold(f64::INFINITY, f64::min), known().fold(f64::NEG_INFINITY, f64::max))
    }

    /// It never changed.
    pub fn is_level(&self) -> bool {
        let (low, high) = self.bounds();
        (high - low).abs() < f64::EPSILON
    }

    /// How many meetings have it.
    pub fn count(&self) -> usize {
        self.values.iter().flatten().count()
    }
}

/// Only the meetings of the last so many months, counted from the newest; all of them where `months` is none.
pub fn period(all: &[Standings], months: Option<u32>) -> &[Standings] {
    let from: Option<NaiveDate> =
        all.last().zip(months).and_then(|(last, months)| last.date.checked_sub_months(Months::new(months)));
    let first = from.map_or(0, |from| all.partition_point(|found| found.date <= from));
    &all[first..]
}

fn percent(part: u32, whole: u32) -> Option<f64> {
    share(part, whole).map(|share| share * 100.0)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The series of a topic over these meetings, those with nothing in them left out.
pub fn series(topic: Topic, all: &[Standings]) -> Vec<Series> {
    let one = |of, figure: &dyn Fn(&Standings) -> Option<f64>| Series {
        of,
        values: all.iter().map(figure).collect(),
        path: Vec::new(),
    };
    let found = match topic {
        Topic::Kpis => kpis(all),
        Topic::Net => {
            let net = |found: &Standings, code: &str| {
                let own = found.net.iter().find(|(known, _)| known.as_str() == code);
                own.filter(|_| found.net_here).and_then(|(_, net)| *net)
            };
            let codes = names(all, |found| found.net.iter().map(|(code, _)| code.as_str()));
            codes.into_iter().map(|code| one(Of::Partner(code.to_owned()), &|found| net(found, code))).collect()
        }
        Topic::Temperature => vec![
            one(Of::MeanTie, &|found| found.temperature.0.filter(|_| found.temperature_here)),
            one(Of::LowestTie, &|found| found.temperature.1.filter(|_| found.temperature_here).map(f64::from)),
        ],
        Topic::Upward => vec![
            one(Of::UpwardRate, &|found| percent(found.upward.within_mandate, found.upward.n)),
            // Results under it (domain §6.4).
            one(Of::OnTime, &|found| found.on_time.and_then(|found| percent(found.on_time, found.total))),
            one(Of::OnPath, &|found| {
                let on = found.kpis.iter().filter(|kpi| kpi.stand == Some(Rag::Green)).count();
                percent(count(on), count(found.kpis.iter().filter(|kpi| kpi.stand.is_some()).count()))
            }),
        ],
        Topic::Dissent => vec![
            one(Of::Dissent, &|found| {
                (found.decided.0 > 0).then(|| f64::from(found.decided.1) / f64::from(found.decided.0))
            }),
            one(Of::Trust, &|found| found.decided.2),
        ],
        Topic::Pulse => (0..8u8)
            .map(|place| one(Of::Factor(place + 1), &|found| found.pulse.get(usize::from(place)).copied().flatten()))
            .collect(),
        Topic::Outcomes => {
            vec![one(Of::Outcomes, &|found| percent(count(found.outcomes.0), count(found.outcomes.1)))]
        }
        Topic::Stories => vec![one(Of::Stories, &|found| Some(f64::from(found.stories)))],
    };
    found.into_iter().filter(|series| series.count() > 0).collect()
}

fn kpis(all: &[Standings]) -> Vec<Series> {
    let ids = names(all, |found| found.kpis.iter().map(|kpi| kpi.id.as_str()));
    let one = |id: &str| {
        let of: Vec<Option<&KpiStanding>> =
            all.iter().map(|found| found.kpis.iter().find(|kpi| kpi.id.as_str() == id)).collect();
        Series {
            values: of.iter().map(|kpi| (*kpi)?.value).collect(),
            path: of.iter().map(|kpi| (*kpi)?.path).collect(),
            of: Of::Kpi(id.to_owned(), of.iter().rev().find_map(|kpi| Some((*kpi)?.name.clone())).unwrap_or_default()),
        }
    };
    ids.into_iter().map(one).collect()
}

/// Every name that any meeting has, in the order in which they came.
fn names<'a, I: Iterator<Item = &'a str>>(all: &'a [Standings], of: impl Fn(&'a Standings) -> I) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    for name in all.iter().flat_map(of) {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

/// The values in at most `columns` pieces, each the mean of what lies in it.
pub fn binned(values: &[Option<f64>], columns: usize) -> Vec<Option<f64>> {
    let size = values.len().div_ceil(columns.max(1)).max(1);
    values.chunks(size).map(|piece| crate::model::figures::mean(piece.iter().copied().flatten())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_means_of_what_lies_in_them() {
        let values = [Some(1.0), Some(3.0), None, None, Some(5.0)];
        assert_eq!(binned(&values, 5), values);
        assert_eq!(binned(&values, 3), [Some(2.0), None, Some(5.0)]);
        assert_eq!(binned(&[], 3), []);
    }
}
