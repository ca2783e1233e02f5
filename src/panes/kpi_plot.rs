//! The plot of one KPI: what was measured against its path, and where it goes at this pace, with the gap between.

use super::kpis::{one_sentence, sentences};
use crate::desk::{Target, View};
use crate::model::Month;
use crate::model::kpi::figures::{Course, Evaluation, Rag, evaluate, path};
use crate::model::kpi::{Direction, Kpi};
use crate::text::notation;
use crate::widgets::chart::{Chart, End, Series, Stroke, Tick};
use crate::widgets::{Drawn, Page, Role, WIDE};
use ratatui::style::Style;
use ratatui::text::Span;
use std::rc::Rc;

/// Months that are looked back on.
const BACK: usize = 13;
/// Rows of a plot: what it needs, and what it can use. Four marks of an axis stand on even rows of 3k+1, and one row is under.
const ROWS: (u16, u16) = (8, 23);

/// The plot of a KPI under its name, and what it says in one sentence.
pub fn picture(view: &View<'_>, page: &mut Page<Target>, kpi: &Kpi) {
    if view.width >= WIDE || view.height >= 30 {
        let better = if kpi.direction == Direction::Up { "kpi-higher" } else { "kpi-lower" };
        let args = [("name", kpi.name.as_str().into()), ("unit", kpi.unit.as_str().into())];
        page.section(view.theme, format!("{} {}", kpi.id, view.with(better, &args)), Vec::new(), true);
    }
    let Some(chart) = chart(view, kpi) else { return page.styled(view.t("kpi-no-values"), view.theme.warn()) };
    let theme = view.theme;
    page.drawn(
        None,
        Drawn {
            least: ROWS.0,
            most: ROWS.1,
            step: 3,
            draw: Rc::new(move |area, buf| chart.draw(area, buf, theme)),
            said: sentences(view, kpi),
        },
    );
    page.push(None, vec![Span::styled(one_sentence(view, kpi), view.theme.dim())], 0);
}

/// What a traffic light means on the screen.
pub fn role(rag: Rag) -> Role {
    match rag {
        Rag::Red => Role::Red,
        Rag::Amber => Role::Amber,
        Rag::Green => Role::Green,
    }
}

/// The lines from the baseline to the forecast.
pub fn chart(view: &View<'_>, kpi: &Kpi) -> Option<Chart> {
    let found = evaluate(kpi, view.today());
    let shown = kpi.values.iter().rev().take(BACK).map(|value| value.month).min();
    let first = kpi.baseline.iter().map(|point| point.month).chain(shown).min()?;
    let last = kpi.values.last().map_or(first, |value| value.month);
    let heading = found.as_ref().and_then(|found| match found.course {
        Course::Heading(heading) => Some(heading),
        Course::TooFewPoints => None,
    });
    let end = heading.map_or(last, |heading| heading.month.max(last));
    let months: Vec<Month> = (0..=end.index() - first.index()).map(|step| first.plus(step)).collect();
    let x = |month: Month| f64::from(month.index());
    let role = found.as_ref().map_or(Role::Plain, |found| role(found.stand));
    let measured = |month: &Month| {
        let baseline = kpi.baseline.iter().find(|point| point.month == *month).map(|point| point.value);
        kpi.values.iter().find(|value| value.month == *month).map_or(baseline, |value| value.value)
    };
    let line = |stroke, role, points: Vec<(f64, Option<f64>)>| Series { points, role, stroke };
    // A value that is measured each quarter is no hole in the months between.
    let known: Vec<(f64, Option<f64>)> = months
        .iter()
        .filter(|month| kpi.values.iter().any(|value| value.month == **month) || measured(month).is_some())
        .map(|month| (x(*month), measured(month)))
        .collect();
    let hidden = kpi.values.iter().filter(|value| value.value.is_none() && value.month >= first);
    let hidden: Vec<_> = hidden.map(|value| (x(value.month), path(&kpi.target_path, value.month))).collect();
    let paths: Vec<_> = months.iter().map(|month| (x(*month), path(&kpi.target_path, *month))).collect();
    let pace = heading.map_or_else(Vec::new, |heading| {
        let reckoned = |month: &Month| heading.intercept + heading.slope * f64::from(month.index());
        let beyond = months.iter().filter(|month| **month > last);
        let from = found.as_ref().map(|found| (x(found.last_month), Some(found.last)));
        from.into_iter().chain(beyond.map(|month| (x(*month), Some(reckoned(month))))).collect()
    });
    let ends = ends(view, kpi, found.as_ref(), end);
    let lang = view.lang();
    Some(Chart {
        series: vec![
            line(Stroke::Path, Role::Plain, paths),
            line(Stroke::Dashed, role, pace),
            line(Stroke::Points, Role::Line, hidden),
            line(Stroke::Measured, role, known),
        ],
        reach: Vec::new(),
        ticks: ticks(view, &months, last),
        now: Some(x(last)),
        gap: heading.map(|heading| (0, 1, x(last), super::kpi_plot::role(heading.colour))),
        ends,
        figure: Rc::new(move |value| {
            let whole = (value - value.round()).abs() < 1e-9;
            notation::decimal(value, usize::from(!whole), lang)
        }),
    })
}

/// Where the path ends, where this pace leads to, and how far that is apart.
fn ends(view: &View<'_>, kpi: &Kpi, found: Option<&Evaluation>, end: Month) -> Vec<End> {
    let mut ends = Vec::new();
    let figure = |value: f64| notation::decimal(value, 1, view.lang());
    let strong = view.theme.strong();
    let end_of = |value: f64, style: Style, id: &str| End {
        value,
        spans: vec![
            Span::styled(format!("{} ", figure(value)), style.patch(strong)),
            Span::styled(view.t(id), view.theme.dim()),
        ],
    };
    let path = path(&kpi.target_path, end);
    ends.extend(path.map(|path| end_of(path, Style::new(), "plot-path")));
    let Some(found) = found else { return ends };
    match found.course {
        Course::Heading(heading) => {
            let style = view.theme.word(role(heading.colour));
            ends.push(end_of(heading.forecast, style, "plot-pace"));
            if let Some(path) = path {
                let gap = view.signed(Some(heading.gap), 1);
                let text = Span::styled(view.with("plot-gap", &[("gap", gap.into())]), style.patch(strong));
                ends.push(End { value: f64::midpoint(path, heading.forecast), spans: vec![text] });
            }
        }
        Course::TooFewPoints => ends.push(end_of(found.last, view.theme.word(role(found.stand)), "plot-now")),
    }
    ends
}

/// The first month, each quarter, now, and the last month.
fn ticks(view: &View<'_>, months: &[Month], last: Month) -> Vec<Tick> {
    let quarter = |month: &&Month| (month.month - 1) % 3 == 1;
    let place = |month: &Month| Tick {
        x: f64::from(month.index()),
        text: notation::month_tick(month.month, view.lang()),
        strong: false,
    };
    let mut ticks: Vec<Tick> = months.iter().filter(quarter).map(place).collect();
    ticks.push(Tick { x: f64::from(last.index()), text: view.t("plot-now"), strong: true });
    ticks.sort_by(|one, other| one.x.total_cmp(&other.x));
    ticks
}

/// The last twelve months, one after the other.
pub fn twelve(kpi: &Kpi) -> Vec<Option<f64>> {
    let Some(last) = kpi.values.last().map(|value| value.month) else { return Vec::new() };
    (0..12)
        .rev()
        .map(|back| kpi.values.iter().find(|value| value.month == last.plus(-back)).and_then(|value| value.value))
        .collect()
}
