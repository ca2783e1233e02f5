//! The plot of one KPI: values against the target path, baseline, hidden values, forecast.

use super::kpis::sentences;
use crate::desk::{Target, View};
use crate::model::Month;
use crate::model::kpi::Kpi;
use crate::model::kpi::figures::{Course, evaluate, path};
use crate::text::notation;
use crate::widgets::Page;
use crate::widgets::plot::{Mark, Plot};
use crate::widgets::theme::Sign;

/// The plot of a KPI, and what it says in words.
pub fn picture(view: &View<'_>, page: &mut Page<Target>, kpi: &Kpi) {
    let (marks, labels) = marks(view, kpi);
    let step = if usize::from(view.width) > 12 + labels.len() * 2 { 2 } else { 1 };
    let axis = |value: f64| notation::decimal(value, 1, view.lang());
    let plot = Plot { marks: &marks, labels: &labels, step, rows: 8, axis: &axis };
    page.picture(None, plot.lines(view.theme));
    page.styled(
        view.with(
            "plot-legend",
            &[
                ("point", view.sign(Sign::Point).into()),
                ("path", view.sign(Sign::Path).into()),
                ("baseline", view.sign(Sign::Baseline).into()),
                ("hidden", view.sign(Sign::Hidden).into()),
                ("forecast", view.sign(Sign::Forecast).into()),
            ],
        ),
        view.theme.dim(),
    );
    for sentence in sentences(view, kpi) {
        page.text(sentence);
    }
}

/// From the baseline to the forecast, a column a month.
fn marks(view: &View<'_>, kpi: &Kpi) -> (Vec<Mark>, Vec<String>) {
    let found = evaluate(kpi, view.today());
    let baseline = kpi.baseline.as_ref();
    let shown = kpi.values.iter().rev().take(13).map(|value| value.month).min();
    let Some(first) = baseline.map(|point| point.month).into_iter().chain(shown).min() else {
        return Default::default();
    };
    let last_value = kpi.values.last().map_or(first, |value| value.month);
    let end = found.as_ref().map_or(last_value, |found| match found.course {
        Course::Heading(heading) => heading.month,
        Course::TooFewPoints => last_value,
    });
    let column = |month: Month| usize::try_from(month.index() - first.index()).unwrap_or(0);
    let months: Vec<Month> = (0..=end.index() - first.index()).map(|step| first.plus(step)).collect();
    let mut marks = Vec::new();
    let mut put =
        |month: Month, value: f64, sign, style| marks.push(Mark { column: column(month), value, sign, style });
    for month in &months {
        if let Some(value) = path(&kpi.target_path, *month) {
            put(*month, value, Sign::Path, view.theme.dim());
        }
    }
    if let Some(Course::Heading(heading)) = found.as_ref().map(|found| found.course) {
        for month in months.iter().filter(|month| **month > last_value) {
            let value = heading.intercept + heading.slope * f64::from(month.index());
            put(*month, value, Sign::Forecast, view.theme.warn());
        }
    }
    if let Some(point) = baseline {
        put(point.month, point.value, Sign::Baseline, view.theme.key());
    }
    for value in kpi.values.iter().filter(|value| value.month >= first) {
        let path_there = path(&kpi.target_path, value.month);
        match value.value {
            Some(figure) => put(value.month, figure, Sign::Point, view.theme.good()),
            None => put(value.month, path_there.unwrap_or(0.0), Sign::Hidden, view.theme.warn()),
        }
    }
    let label = |month: &Month| {
        if (month.month - 1) % 3 == 2 { notation::month_tick(month.month, view.lang()) } else { String::new() }
    };
    let mut labels: Vec<String> = months.iter().map(label).collect();
    spread(&mut labels);
    (marks, labels)
}

/// A label of three letters takes the place of the empty ones after it.
fn spread(labels: &mut [String]) {
    for place in 0..labels.len() {
        let mut rest: String = labels[place].chars().skip(2).collect();
        if rest.is_empty() {
            continue;
        }
        labels[place] = labels[place].chars().take(2).collect();
        if let Some(next) = labels.get_mut(place + 1) {
            std::mem::swap(next, &mut rest);
        }
    }
}
