//! What a run of meetings of one chain leaves behind: one row per record, as it stood in the last meeting that had it.

use super::digest::{Digest, Kind, Measure, Row, Series};
use super::dutch::Dutch;
use crate::model::Month;
use crate::model::kpi::figures::Rag;
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;

/// A row with the stems of what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Folded {
    /// The row.
    pub row: Row,
    /// Its stems, with spaces between.
    pub stems: String,
}

/// The value of a KPI in a month.
struct Measured {
    value: (f64, Option<Rag>),
    made: u32,
    last: u32,
    /// Place in `measures` of what was measured then.
    measure: usize,
}

/// One KPI.
#[derive(Default)]
struct Known {
    measures: Vec<Measure>,
    months: FxHashMap<Month, Measured>,
}

/// Rows of a run of meetings, taken in from the oldest to the newest.
#[derive(Default)]
pub struct Fold {
    rows: FxHashMap<(Kind, String), Folded>,
    /// Values stand in the file of every meeting of three years: they become rows only when nothing follows.
    kpis: FxHashMap<String, Known>,
}

fn stems(dutch: &Dutch, row: &Row) -> String {
    let mut out = String::new();
    // Whoever knows the number of a record, or what a register shows in its place, finds it by that.
    if row.kind == Kind::Mandate {
        dutch.stems(&row.owner, &mut out);
        out.push(' ');
        out.push_str(&sort_term(&row.sort));
    } else {
        dutch.stems(&row.code, &mut out);
    }
    // The name of the KPI would have every value of it stand before what was said of it.
    if row.kind == Kind::KpiValue {
        return out;
    }
    dutch.stems(&row.text, &mut out);
    dutch.stems(&row.body, &mut out);
    out
}

/// Stands for the kind of its kind in the full-text table, whatever a language calls it. Nobody types its first sign.
pub(super) fn sort_term(sort: &str) -> String {
    format!("\u{e000}{}", sort.to_lowercase())
}

impl Folded {
    /// Takes over what a later meeting says; who made it stays.
    fn follow(&mut self, later: Self) {
        let (made, factor) = (self.row.made.min(later.row.made), self.row.factor.or(later.row.factor));
        *self = Self { row: Row { made, factor, ..later.row }, stems: later.stems };
    }
}

impl Known {
    /// The place of what is measured.
    fn place(&mut self, measure: Measure) -> usize {
        let known = self.measures.iter().position(|known| *known == measure);
        known.unwrap_or_else(|| {
            self.measures.push(measure);
            self.measures.len() - 1
        })
    }

    fn add(&mut self, month: Month, later: Measured) {
        let made = self.months.get(&month).map_or(later.made, |known| known.made.min(later.made));
        self.months.insert(month, Measured { made, ..later });
    }

    fn rows(&self) -> impl Iterator<Item = Row> {
        self.months.iter().filter_map(|(month, known)| {
            Some(self.measures.get(known.measure)?.row(*month, known.value, (known.made, known.last)))
        })
    }
}

impl Fold {
    /// Takes in the next meeting.
    pub fn add(&mut self, rows: Vec<Row>, series: Vec<Series>, number: u32, dutch: &Dutch) {
        for row in rows {
            match self.rows.entry((row.kind, row.code.clone())) {
                Entry::Occupied(mut known) => {
                    let known = known.get_mut();
                    let same = known.row.text == row.text && known.row.body == row.body;
                    let stems = if same { std::mem::take(&mut known.stems) } else { stems(dutch, &row) };
                    known.follow(Folded { row, stems });
                }
                Entry::Vacant(place) => {
                    let stems = stems(dutch, &row);
                    place.insert(Folded { row, stems });
                }
            }
        }
        for Series { measure, values } in series {
            let known = self.kpis.entry(measure.id.clone()).or_default();
            let measure = known.place(measure);
            for (month, value, stand) in values {
                let value = (value, stand);
                known.add(month, Measured { value, made: number, last: number, measure });
            }
        }
    }

    /// Takes in the run that follows.
    pub fn follow(&mut self, later: Self) {
        for (key, folded) in later.rows {
            match self.rows.entry(key) {
                Entry::Occupied(mut known) => known.get_mut().follow(folded),
                Entry::Vacant(place) => drop(place.insert(folded)),
            }
        }
        for (id, known) in later.kpis {
            let own = self.kpis.entry(id).or_default();
            let places: Vec<usize> = known.measures.into_iter().map(|measure| own.place(measure)).collect();
            for (month, value) in known.months {
                own.add(month, Measured { measure: places[value.measure], ..value });
            }
        }
    }

    /// Takes out the rows that no meeting from `number` on has.
    pub fn finished(&mut self, number: u32) -> Vec<Folded> {
        sorted(self.rows.extract_if(|_, folded| folded.row.last < number).map(|(_, folded)| folded).collect())
    }

    /// All rows, values of KPIs too.
    pub fn into_rows(self, dutch: &Dutch) -> Vec<Folded> {
        let values = self.kpis.values().flat_map(Known::rows);
        let values: Vec<Folded> = values.map(|row| Folded { stems: stems(dutch, &row), row }).collect();
        sorted(self.rows.into_values().chain(values).collect())
    }

    /// The rows of one meeting.
    pub fn of_one(digest: Digest, dutch: &Dutch) -> Vec<Folded> {
        let mut fold = Self::default();
        fold.add(digest.rows, digest.series, digest.number, dutch);
        fold.into_rows(dutch)
    }
}

/// In an order that is the same for the same files.
fn sorted(mut rows: Vec<Folded>) -> Vec<Folded> {
    rows.sort_by(|Folded { row: one, .. }, Folded { row: other, .. }| {
        (one.made, one.kind, &one.code).cmp(&(other.made, other.kind, &other.code))
    });
    rows
}
