//! Interim evaluation of a KPI: stand, course, forecast, needed against achieved, noise (domain §6.3).

use crate::model::figures::{mean, median};
use crate::model::ids::Month;
use crate::model::kpi::{Angle, Kpi, KpiValue, Milestone};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Traffic light; always shown with glyph and word. Its names outlive the program in the standings that the index keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Rag {
    /// On or before the path.
    #[serde(rename = "Green")]
    Green,
    /// Behind, within the tolerance.
    #[serde(rename = "Amber")]
    Amber,
    /// Behind by more than the tolerance.
    #[serde(rename = "Red")]
    Red,
}

/// Where the line is heading.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Course {
    /// Fewer than six points: nothing can be said.
    TooFewPoints,
    /// A forecast and its colour against the path.
    Heading(Heading),
}

/// The forecast six months on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Heading {
    /// Theil–Sen slope per month.
    pub slope: f64,
    /// Value of the slope's line in month 0.
    pub intercept: f64,
    /// Six months after the last value.
    pub month: Month,
    /// On the slope's line, within 0–100 for percentages.
    pub forecast: f64,
    /// The path in that month.
    pub path: f64,
    /// `dir · (forecast − path)`, negative is behind.
    pub gap: f64,
    /// Its colour.
    pub colour: Rag,
}

/// What one KPI says today.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// The newest value that is not hidden.
    pub last: f64,
    /// Its month.
    pub last_month: Month,
    /// The path in that month.
    pub path: f64,
    /// `dir · (last − path)`, negative is behind.
    pub gap: f64,
    /// Colour of the gap.
    pub stand: Rag,
    /// Where it is heading.
    pub course: Course,
    /// Change per month still needed to reach the last milestone, signed.
    pub needed: Option<f64>,
    /// Stand red, or amber with a red course.
    pub needs_adjustment: bool,
    /// The newest value is older than one and a half period, counted from the end of its month.
    pub outdated: bool,
}

/// The forecast looks this many months ahead.
const HORIZON: i32 = 6;
/// The course is worked out over this many points.
const POINTS: usize = 6;
/// XmR limits lie this many mean moving ranges from the mean.
const XMR: f64 = 2.66;
/// A boundary value counts as the better colour; floats need some room for that.
const EPSILON: f64 = 1e-9;

fn colour(gap: f64, tolerance: f64) -> Rag {
    if gap >= -EPSILON {
        Rag::Green
    } else if gap >= -tolerance - EPSILON {
        Rag::Amber
    } else {
        Rag::Red
    }
}

/// The stand of one value against the path of its month; none without a path.
pub fn stand(kpi: &Kpi, month: Month, value: f64) -> Option<Rag> {
    path(&kpi.target_path, month).map(|path| colour(kpi.direction.sign() * (value - path), kpi.tolerance))
}

/// The target path in a month: straight lines between milestones, level before the first and after the last.
pub fn path(milestones: &[Milestone], month: Month) -> Option<f64> {
    let after = milestones.iter().find(|milestone| milestone.month >= month);
    let before = milestones.iter().rev().find(|milestone| milestone.month <= month);
    match (before, after) {
        (Some(a), Some(b)) if a.month != b.month => {
            let part = f64::from(month.index() - a.month.index()) / f64::from(b.month.index() - a.month.index());
            Some(a.value + (b.value - a.value) * part)
        }
        (Some(end), _) | (None, Some(end)) => Some(end.value),
        (None, None) => None,
    }
}

/// Slope and intercept: median of all pairwise slopes, and of what they leave (Theil–Sen).
fn theil_sen(points: &[(f64, f64)]) -> Option<(f64, f64)> {
    let pairs = points.iter().enumerate().flat_map(|(i, a)| points[i + 1..].iter().map(move |b| (a, b)));
    let slope = median(pairs.filter(|(a, b)| a.0 < b.0).map(|(a, b)| (b.1 - a.1) / (b.0 - a.0)))?;
    let intercept = median(points.iter().map(|(x, y)| y - slope * x))?;
    Some((slope, intercept))
}

/// The values that may be shown, oldest first.
pub fn present(kpi: &Kpi) -> impl DoubleEndedIterator<Item = (Month, f64)> {
    kpi.values.iter().filter_map(|value| value.value.map(|shown| (value.month, shown)))
}

fn heading(kpi: &Kpi, last_month: Month) -> Option<Heading> {
    let mut points: Vec<(f64, f64)> =
        present(kpi).rev().take(POINTS).map(|(month, value)| (f64::from(month.index()), value)).collect();
    if points.len() < POINTS {
        return None;
    }
    points.reverse();
    let (slope, intercept) = theil_sen(&points)?;
    let month = last_month.plus(HORIZON);
    let line = intercept + slope * f64::from(month.index());
    let forecast = if kpi.unit == "%" { line.clamp(0.0, 100.0) } else { line };
    let path = path(&kpi.target_path, month)?;
    let gap = kpi.direction.sign() * (forecast - path);
    Some(Heading { slope, intercept, month, forecast, path, gap, colour: colour(gap, kpi.tolerance) })
}

/// The whole evaluation; none while there is no value or no path.
pub fn evaluate(kpi: &Kpi, today: NaiveDate) -> Option<Evaluation> {
    let (last_month, last) = present(kpi).next_back()?;
    let path_now = path(&kpi.target_path, last_month)?;
    let gap = kpi.direction.sign() * (last - path_now);
    let stand = colour(gap, kpi.tolerance);
    let course = heading(kpi, last_month).map_or(Course::TooFewPoints, Course::Heading);
    let goal = kpi.target_path.last()?;
    let months = goal.month.index() - last_month.index();
    let course_red = matches!(course, Course::Heading(heading) if heading.colour == Rag::Red);
    let age = Month::of(today).index() - last_month.index();
    Some(Evaluation {
        last,
        last_month,
        path: path_now,
        gap,
        stand,
        course,
        needed: (months > 0).then(|| (goal.value - last) / f64::from(months)),
        needs_adjustment: stand == Rag::Red || (stand == Rag::Amber && course_red),
        outdated: f64::from(age) > f64::from(kpi.frequency.months()) * 1.5 + 1.0,
    })
}

/// Limits of common noise: mean ± 2,66 · mean moving range; none below six points.
pub fn noise_limits(kpi: &Kpi) -> Option<(f64, f64)> {
    let values: Vec<f64> = present(kpi).map(|(_, value)| value).collect();
    if values.len() < POINTS {
        return None;
    }
    let centre = mean(values.iter().copied())?;
    let range = mean(values.windows(2).map(|pair| (pair[1] - pair[0]).abs()))?;
    Some((centre - XMR * range, centre + XMR * range))
}

/// Sum of numerators over sum of denominators of the last so many values: never a mean of percentages.
pub fn aggregate(values: &[KpiValue], last: usize) -> Option<(u32, u32, f64)> {
    let recent = values.iter().rev().take(last);
    let parts = recent.filter_map(|value| value.num.zip(value.den));
    let (num, den) =
        parts.fold((0, 0), |(num, den): (u32, u32), (n, d)| (num.saturating_add(n), den.saturating_add(d)));
    (den > 0).then(|| (num, den, f64::from(num) / f64::from(den) * 100.0))
}

/// How far a KPI is on its way from the baseline to today's point of the path, in percent; all the way is all there
/// is, so that one KPI ahead does not hide another behind.
pub fn progress(kpi: &Kpi, today: NaiveDate) -> Option<f64> {
    let evaluation = evaluate(kpi, today)?;
    let start = kpi.baseline.as_ref().or(kpi.target_path.first())?.value;
    let way = evaluation.path - start;
    if way.abs() <= EPSILON {
        // A path that asks no change yet is walked by whoever does not fall behind.
        return Some(if evaluation.gap >= -EPSILON { 100.0 } else { 0.0 });
    }
    Some(((evaluation.last - start) / way * 100.0).clamp(0.0, 100.0))
}

/// One corner of the triangle: its KPIs, and whether the worst of them is on its path.
#[derive(Debug, Clone, PartialEq)]
pub struct Corner {
    /// Which corner.
    pub angle: Angle,
    /// Mean way covered of its KPIs, in percent of the path; none without KPIs or values.
    pub progress: Option<f64>,
    /// The worst stand among its KPIs.
    pub stand: Option<Rag>,
    /// How many KPIs it has.
    pub kpis: usize,
}

/// The triangle of lead time, quality and cost (I15).
pub fn triangle(kpis: &[Kpi], today: NaiveDate) -> [Corner; 3] {
    Angle::ALL.map(|angle| {
        let here: Vec<&Kpi> = kpis.iter().filter(|kpi| kpi.angle == angle).collect();
        Corner {
            angle,
            progress: mean(here.iter().filter_map(|kpi| progress(kpi, today))),
            stand: here.iter().filter_map(|kpi| evaluate(kpi, today)).map(|found| found.stand).max(),
            kpis: here.len(),
        }
    })
}
