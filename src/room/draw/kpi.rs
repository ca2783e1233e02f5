//! A KPI for a room: its value, its lines, and what has to change.

use super::Statement;
use super::canvas::{Canvas, Para, below};
use crate::model::kpi::figures::Rag;
use crate::room::shown::{KpiShown, PlotMonth};
use crate::text::notation;
use crate::widgets::Role;
use crate::widgets::chart::{Chart, End, Series, Stroke, Tick};
use crate::widgets::theme::Sign;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::rc::Rc;

/// What a traffic light means on the screen.
pub fn role(rag: Rag) -> Role {
    match rag {
        Rag::Red => Role::Red,
        Rag::Amber => Role::Amber,
        Rag::Green => Role::Green,
    }
}

/// The sign of a traffic light.
pub fn light(rag: Rag) -> Sign {
    match rag {
        Rag::Red => Sign::Red,
        Rag::Amber => Sign::Amber,
        Rag::Green => Sign::Green,
    }
}

/// A traffic light with its word.
pub fn stand(canvas: &Canvas<'_>, rag: Rag) -> Span<'static> {
    let theme = canvas.theme;
    let text = theme.text(&format!(" {} {} ", canvas.sign(light(rag)), canvas.texts.term(rag)));
    match rag {
        Rag::Red => Span::styled(text, theme.chip(Role::Red)),
        Rag::Amber | Rag::Green => Span::styled(text, theme.word(role(rag)).patch(theme.strong())),
    }
}

pub fn statement(canvas: &Canvas<'_>, kpi: &KpiShown) -> Statement {
    let (theme, lang) = (canvas.theme, canvas.texts.lang);
    let Some(last) = kpi.last else {
        return Statement { text: kpi.id.clone(), style: theme.plain().patch(theme.strong()), beside: Vec::new() };
    };
    let text = if kpi.unit == "%" { notation::percent(last, 1, lang) } else { notation::decimal(last, 1, lang) };
    let style = kpi.stand.map_or_else(|| theme.plain(), |stand| theme.word(role(stand))).patch(theme.strong());
    let mut beside: Vec<Line<'static>> = kpi.stand.map(|found| Line::from(stand(canvas, found))).into_iter().collect();
    if let Some(path) = kpi.path {
        beside.push(Line::from(vec![
            Span::styled(theme.text(&format!(" {} ", canvas.t("plot-path"))), theme.dim()),
            Span::styled(notation::decimal(path, 1, lang), theme.plain().patch(theme.strong())),
        ]));
    }
    Statement { text, style, beside }
}

pub fn question(canvas: &Canvas<'_>, kpi: &KpiShown) -> String {
    let lang = canvas.texts.lang;
    let asks = match kpi.stand {
        Some(Rag::Red) => "hall-ask-kpi-red",
        Some(Rag::Amber) => "hall-ask-kpi-amber",
        Some(Rag::Green) => "hall-ask-kpi-green",
        None => "hall-ask-kpi-none",
    };
    match kpi.needed.zip(kpi.pace) {
        Some((needed, pace)) => {
            let args = [
                ("needed", notation::signed(needed, 1, lang).into()),
                ("pace", notation::signed(pace.slope, 1, lang).into()),
            ];
            format!("{} {}", canvas.with("hall-kpi-pace", &args), canvas.t(asks))
        }
        None => canvas.t(asks),
    }
}

pub fn draw(canvas: &Canvas<'_>, kpi: &KpiShown, area: Rect, buf: &mut Buffer) {
    let theme = canvas.theme;
    let name = Para::of(kpi.name.clone(), theme.plain().patch(theme.strong()));
    let rows = if area.height >= 26 { 9 } else { 1 };
    let named = Rect { height: rows.min(area.height), ..area };
    let rest = canvas.stack(&[name], named, buf);
    let area = below(area, (rest.y - area.y).min(rows));
    let Some(chart) = chart(canvas, kpi) else {
        let text = Para::of(canvas.t("kpi-no-values"), theme.dim());
        canvas.stack(&[text], below(area, 1), buf);
        return;
    };
    // Four marks of an axis stand on even rows of 3k+1, with one row under them.
    let rows = if area.height >= 8 { (area.height - 2) / 3 * 3 + 2 } else { area.height };
    chart.draw(Rect { height: rows, ..area }, buf, theme);
}

fn chart(canvas: &Canvas<'_>, kpi: &KpiShown) -> Option<Chart> {
    let lang = canvas.texts.lang;
    let last = kpi.months.iter().find(|month| month.is_last).map(x)?;
    let role = kpi.stand.map_or(Role::Plain, role);
    let line = |stroke, role, points| Series { points, role, stroke };
    let of = |value: fn(&PlotMonth) -> Option<f64>| kpi.months.iter().map(move |month| (x(month), value(month)));
    // A value that is measured each quarter is no hole in the months between; one that is hidden is.
    let measured = kpi.months.iter().filter(|month| month.measured.is_some() || month.hidden);
    let hidden = kpi.months.iter().filter(|month| month.hidden).map(|month| (x(month), month.path));
    Some(Chart {
        series: vec![
            line(Stroke::Path, Role::Plain, of(|month| month.path).collect()),
            line(Stroke::Dashed, role, of(|month| month.pace).filter(|(_, value)| value.is_some()).collect()),
            line(Stroke::Points, Role::Line, hidden.collect()),
            line(Stroke::Measured, role, measured.map(|month| (x(month), month.measured)).collect()),
        ],
        reach: Vec::new(),
        ticks: ticks(canvas, kpi),
        now: Some(last),
        gap: kpi.pace.map(|pace| (0, 1, last, self::role(pace.colour))),
        ends: ends(canvas, kpi),
        figure: Rc::new(move |value| {
            let whole = (value - value.round()).abs() < 1e-9;
            notation::decimal(value, usize::from(!whole), lang)
        }),
    })
}

fn x(month: &PlotMonth) -> f64 {
    f64::from(month.month.index())
}

/// Where the path ends, where this pace leads to, and how far that is apart.
fn ends(canvas: &Canvas<'_>, kpi: &KpiShown) -> Vec<End> {
    let (theme, lang) = (canvas.theme, canvas.texts.lang);
    let strong = theme.strong();
    let end = |value: f64, style: Style, id: &str| End {
        value,
        spans: vec![
            Span::styled(format!("{} ", notation::decimal(value, 1, lang)), style.patch(strong)),
            Span::styled(canvas.t(id), theme.dim()),
        ],
    };
    let path = kpi.months.last().and_then(|month| month.path);
    let mut ends: Vec<End> = path.map(|path| end(path, theme.plain(), "plot-path")).into_iter().collect();
    let style = |rag| theme.word(role(rag));
    match (kpi.pace, kpi.last, kpi.stand) {
        (Some(pace), _, _) => {
            ends.push(end(pace.forecast, style(pace.colour), "plot-pace"));
            if let Some(path) = path {
                let gap = canvas.with("plot-gap", &[("gap", notation::signed(pace.gap, 1, lang).into())]);
                let spans = vec![Span::styled(gap, style(pace.colour).patch(strong))];
                ends.push(End { value: f64::midpoint(path, pace.forecast), spans });
            }
        }
        (None, Some(last), Some(stand)) => ends.push(end(last, style(stand), "plot-now")),
        (None, _, _) => {}
    }
    ends
}

/// Each quarter, and now.
fn ticks(canvas: &Canvas<'_>, kpi: &KpiShown) -> Vec<Tick> {
    let quarter = |month: &&PlotMonth| (month.month.month - 1) % 3 == 1 || month.is_last;
    let tick = |month: &PlotMonth| match month.is_last {
        true => Tick { x: x(month), text: canvas.t("plot-now"), strong: true },
        false => Tick { x: x(month), text: notation::month_tick(month.month.month, canvas.texts.lang), strong: false },
    };
    kpi.months.iter().filter(quarter).map(tick).collect()
}
