//! Lines over time: what was measured, the path, and where it goes at this pace. The lines are drawn by ratatui; axis, ticks and
//! the figures at the ends of the lines stand at the row and column of their value, which its own labels do not.

use super::ink;
use super::theme::{Role, Theme};
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::Marker;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Axis, Chart as Lines, Dataset, GraphType, Widget};
use std::rc::Rc;

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// Whole: what was measured.
    Measured,
    /// Whole, and without a verdict: where it should be.
    Path,
    /// In dashes: what is only reckoned.
    Dashed,
    /// Points that do not hang together.
    Points,
}

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// From left to right; a line ends where nothing is known.
    pub points: Vec<(f64, Option<f64>)>,
    /// What it means.
    pub role: Role,
    /// How it is drawn.
    pub stroke: Stroke,
}

impl Series {
    /// The pieces without a hole.
    fn pieces(&self) -> Vec<Vec<(f64, f64)>> {
        let pieces = self.points.split(|(_, value)| value.is_none());
        let known = pieces.map(|piece| piece.iter().filter_map(|(x, y)| Some((*x, (*y)?))).collect::<Vec<_>>());
        known.filter(|piece| !piece.is_empty()).collect()
    }

    /// Its height at a place between two points. Asked for every column of a frame, so nothing is copied for it.
    fn at(&self, x: f64) -> Option<f64> {
        let next = self.points.partition_point(|(there, _)| *there < x);
        let (right, high) = *self.points.get(next)?;
        let high = high?;
        if right <= x {
            return Some(high);
        }
        let (left, low) = *self.points.get(next.checked_sub(1)?)?;
        Some(low? + (high - low?) * (x - left) / (right - left))
    }
}

/// What stands at the right of the lines, at a height.
#[derive(Debug, Clone, PartialEq)]
pub struct End {
    /// The height.
    pub value: f64,
    /// What it says.
    pub spans: Vec<Span<'static>>,
}

/// What stands under the lines, at a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// The place.
    pub x: f64,
    /// What it says.
    pub text: String,
    /// It stands out.
    pub strong: bool,
}

/// A plot of lines.
#[derive(Clone)]
pub struct Chart {
    /// The lines; a later one lies over an earlier one.
    pub series: Vec<Series>,
    /// Values that have to be on it, beside those of the lines.
    pub reach: Vec<f64>,
    /// What stands under them.
    pub ticks: Vec<Tick>,
    /// A dotted line from top to bottom.
    pub now: Option<f64>,
    /// From a place on, the ground between two of the lines says how they differ.
    pub gap: Option<(usize, usize, f64, Role)>,
    /// What stands at their ends.
    pub ends: Vec<End>,
    /// How a value is written on the axis.
    pub figure: Rc<dyn Fn(f64) -> String>,
}

/// Points, how they hang together, and in which style.
type Points = (Vec<(f64, f64)>, GraphType, Style);

/// Columns for what stands at the ends of the lines.
const ENDS: u16 = 17;

/// The scale of a plot.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Scale {
    low: f64,
    high: f64,
}

/// The finest step of an axis: figures have one decimal.
const FINEST: f64 = 0.1;

/// Three steps of a round size from a round value, so that all of these values are between.
fn scale(values: impl Iterator<Item = f64> + Clone) -> Option<Scale> {
    let low = values.clone().reduce(f64::min)?;
    let high = values.reduce(f64::max)?;
    let span = (high - low).max(high.abs() * 0.01).max(1e-6);
    // No finer than what an axis says, or its labels would be one and the same.
    let mut size = 10f64.powf((span / 3.0).log10().floor()).max(FINEST);
    loop {
        for round in [1.0, 2.0, 2.5, 5.0] {
            let step = size * round;
            let from = (low / step).floor() * step;
            if from + 3.0 * step >= high - 1e-9 {
                return Some(Scale { low: from, high: from + 3.0 * step });
            }
        }
        size *= 10.0;
    }
}

/// Where the lines stand: the room for them, and the places from left to right.
struct Field {
    area: Rect,
    from: f64,
    to: f64,
    scale: Scale,
}

impl Field {
    fn column(&self, x: f64) -> u16 {
        let share = if self.to > self.from { ((x - self.from) / (self.to - self.from)).clamp(0.0, 1.0) } else { 0.0 };
        self.area.x + (share * f64::from(self.area.width.saturating_sub(1))).round() as u16
    }

    fn place(&self, column: u16) -> f64 {
        let share = f64::from(column - self.area.x) / f64::from(self.area.width.saturating_sub(1).max(1));
        self.from + share * (self.to - self.from)
    }

    /// Halves of rows from the top.
    fn half(&self, value: f64) -> u16 {
        let share = ((self.scale.high - value) / (self.scale.high - self.scale.low)).clamp(0.0, 1.0);
        (share * f64::from(2 * self.area.height - 1)).round() as u16
    }

    fn row(&self, value: f64) -> u16 {
        let share = ((self.scale.high - value) / (self.scale.high - self.scale.low)).clamp(0.0, 1.0);
        self.area.y + (share * f64::from(self.area.height - 1)).round() as u16
    }
}

impl Chart {
    fn values(&self) -> impl Iterator<Item = f64> + Clone {
        self.series
            .iter()
            .flat_map(|series| series.points.iter().filter_map(|(_, value)| *value))
            .chain(self.reach.iter().copied())
    }

    fn span(&self) -> Option<(f64, f64)> {
        let places = || self.series.iter().flat_map(|series| series.points.iter().map(|(x, _)| *x));
        Some((places().reduce(f64::min)?, places().reduce(f64::max)?))
    }

    /// Shows it: axis at the left, what the ends say at the right, places under it.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: Theme) {
        let (Some(scale), Some((from, to))) = (scale(self.values()), self.span()) else { return };
        if area.height < 3 || area.width < 20 {
            return;
        }
        let labels: Vec<String> =
            (0..4).map(|step| (self.figure)(scale.high - f64::from(step) * (scale.high - scale.low) / 3.0)).collect();
        let left = labels.iter().map(|label| width(label)).max().unwrap_or(0);
        let left = u16::try_from(left).unwrap_or(0) + 1;
        let right = if self.ends.is_empty() { 0 } else { ENDS };
        let lines =
            Rect { x: area.x + left, width: area.width.saturating_sub(left + right), height: area.height - 1, ..area };
        let field = Field { area: lines, from, to, scale };
        self.axis(&field, &labels, area, buf, theme);
        if theme.ascii {
            self.signs(&field, buf, theme);
        } else {
            self.lines(&field, buf, theme);
        }
        self.tint(&field, buf, theme);
        self.now(&field, buf, theme);
        self.feet(&field, buf, theme);
        self.ends(&field, buf, theme);
    }

    fn axis(&self, field: &Field, labels: &[String], area: Rect, buf: &mut Buffer, theme: Theme) {
        let (bar, tick) = if theme.ascii { ("|", "+") } else { ("│", "┤") };
        let x = field.area.x - 1;
        let step = (field.scale.high - field.scale.low) / 3.0;
        let rows: Vec<u16> = (0..4).map(|place| field.row(field.scale.high - f64::from(place) * step)).collect();
        for y in field.area.y..field.area.bottom() {
            // On so few rows that two share one, the outer ones are said.
            let label = rows.iter().position(|row| *row == y).and_then(|place| labels.get(place));
            ink::sign(buf, (x, y), if label.is_some() { tick } else { bar }, theme.mark(Role::Line));
            if let Some(label) = label {
                let line = Line::styled(label.clone(), theme.dim()).right_aligned();
                line.render(Rect { y, height: 1, width: x - area.x, ..area }, buf);
            }
        }
    }

    fn lines(&self, field: &Field, buf: &mut Buffer, theme: Theme) {
        let mut drawn: Vec<Points> = Vec::new();
        for series in &self.series {
            let style = theme.mark(series.role);
            match series.stroke {
                // Where both lines have one colour the path is dotted.
                Stroke::Path if !theme.is_designed() => {
                    let columns =
                        (field.area.x..field.area.right()).filter(|column| (column - field.area.x).is_multiple_of(2));
                    let points = columns.filter_map(|column| {
                        let x = field.place(column);
                        Some((x, series.at(x)?))
                    });
                    drawn.push((points.collect(), GraphType::Scatter, style));
                }
                Stroke::Measured | Stroke::Path => {
                    drawn.extend(series.pieces().into_iter().map(|piece| (piece, GraphType::Line, style)));
                }
                Stroke::Dashed => {
                    let columns = (field.area.x..field.area.right()).filter(|column| (column - field.area.x) % 4 != 3);
                    let points = columns.filter_map(|column| {
                        let x = field.place(column);
                        Some((x, series.at(x)?))
                    });
                    drawn.push((points.collect(), GraphType::Scatter, style));
                }
                Stroke::Points => drawn.push((series.pieces().concat(), GraphType::Scatter, style)),
            }
        }
        let sets = drawn.iter().map(|(points, kind, style)| {
            Dataset::default().marker(Marker::HalfBlock).graph_type(*kind).style(*style).data(points)
        });
        let to = if field.to > field.from { field.to } else { field.from + 1.0 };
        Lines::new(sets.collect())
            .style(theme.base())
            .x_axis(Axis::default().bounds([field.from, to]))
            .y_axis(Axis::default().bounds([field.scale.low - 1e-9, field.scale.high + 1e-9]))
            .render(field.area, buf);
    }

    /// The same where only ASCII can be shown: a sign in each column.
    fn signs(&self, field: &Field, buf: &mut Buffer, theme: Theme) {
        for series in &self.series {
            let sign = match series.stroke {
                Stroke::Measured => "*",
                Stroke::Path => "-",
                Stroke::Dashed => "o",
                Stroke::Points => "x",
            };
            let mut put = |column: u16, value: f64| {
                ink::sign(buf, (column, field.row(value)), sign, theme.mark(series.role));
            };
            if series.stroke == Stroke::Points {
                series.pieces().concat().into_iter().for_each(|(x, value)| put(field.column(x), value));
                continue;
            }
            for column in field.area.x..field.area.right() {
                if let Some(value) = series.at(field.place(column)) {
                    put(column, value);
                }
            }
        }
    }

    /// The ground between two lines.
    fn tint(&self, field: &Field, buf: &mut Buffer, theme: Theme) {
        let Some((one, other, from, role)) = self.gap else { return };
        let (Some(one), Some(other)) = (self.series.get(one), self.series.get(other)) else { return };
        if theme.ascii || !theme.is_designed() {
            return;
        }
        let tint = theme.tint(role);
        for column in field.column(from)..field.area.right() {
            let x = field.place(column);
            let (Some(one), Some(other)) = (one.at(x), other.at(x)) else { continue };
            let (top, bottom) = (field.half(one.max(other)), field.half(one.min(other)));
            for half in top + 1..bottom {
                let cell = &mut buf[(column, field.area.y + half / 2)];
                let upper = half % 2 == 0;
                match cell.symbol() {
                    // A half that a line has is its own; the other half is the ground.
                    "▀" if !upper => cell.set_style(tint),
                    "▄" if upper => cell.set_style(tint),
                    " " if upper && half + 1 < bottom || !upper && half > top + 1 => cell.set_style(tint),
                    _ => continue,
                };
            }
        }
    }

    fn now(&self, field: &Field, buf: &mut Buffer, theme: Theme) {
        let Some(now) = self.now else { return };
        let column = field.column(now);
        let sign = if theme.ascii { ":" } else { "┊" };
        for y in field.area.y..field.area.bottom() {
            if buf[(column, y)].symbol() == " " {
                ink::sign(buf, (column, y), sign, theme.mark(Role::Line));
            }
        }
    }

    fn feet(&self, field: &Field, buf: &mut Buffer, theme: Theme) {
        let y = field.area.bottom();
        let mut free = field.area.x;
        // What stands out has its place first; the others where there is room.
        let mut ticks: Vec<(&Tick, u16, u16)> = Vec::new();
        for tick in &self.ticks {
            let wide = u16::try_from(width(&tick.text)).unwrap_or(0);
            let middle = field.column(tick.x).saturating_sub(wide / 2);
            let column = middle.clamp(field.area.x, field.area.right().saturating_sub(wide).max(field.area.x));
            ticks.push((tick, column, wide));
        }
        let kept: Vec<(u16, u16)> =
            ticks.iter().filter(|(tick, ..)| tick.strong).map(|(_, column, wide)| (*column, column + wide)).collect();
        for (tick, column, wide) in ticks {
            let clear = |(from, to): &(u16, u16)| column + wide < *from || *to < column;
            if tick.strong || (column >= free && kept.iter().all(clear)) {
                let style = if tick.strong { theme.strong() } else { theme.dim() };
                ink::text(buf, ink::from(field.area, column, y), &tick.text, style, theme);
                free = column + wide + 1;
            }
        }
    }

    fn ends(&self, field: &Field, buf: &mut Buffer, theme: Theme) {
        let mut ends: Vec<&End> = self.ends.iter().collect();
        ends.sort_by(|one, other| other.value.total_cmp(&one.value));
        let mut rows: Vec<u16> = ends.iter().map(|end| field.row(end.value)).collect();
        // Each on a row of its own, from the top down and then back up from the bottom.
        let mut free = field.area.y;
        for row in &mut rows {
            *row = (*row).max(free);
            free = *row + 1;
        }
        let mut limit = field.area.bottom();
        for row in rows.iter_mut().rev() {
            *row = (*row).min(limit.saturating_sub(1)).max(field.area.y);
            limit = *row;
        }
        for (end, y) in ends.into_iter().zip(rows) {
            let mut x = field.area.right() + 1;
            let right = field.area.right() + ENDS;
            for span in &end.spans {
                let room = Rect { x, y, width: right.saturating_sub(x), height: 1 };
                x += ink::text(buf, room, &span.content, span.style, theme);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart() -> Chart {
        let line = |values: &[f64], role, stroke| Series {
            points: values.iter().enumerate().map(|(x, value)| (x as f64, Some(*value))).collect(),
            role,
            stroke,
        };
        Chart {
            series: vec![
                line(&[51.0, 60.0, 66.0, 73.0], Role::Plain, Stroke::Path),
                line(&[52.0, 62.0, 59.4], Role::Red, Stroke::Measured),
            ],
            reach: Vec::new(),
            ticks: vec![
                Tick { x: 0.0, text: "nov".to_owned(), strong: false },
                Tick { x: 2.0, text: "nu".to_owned(), strong: true },
            ],
            now: Some(2.0),
            gap: None,
            ends: vec![
                End { value: 73.0, spans: vec![Span::raw("73,0 pad")] },
                End { value: 72.9, spans: vec![Span::raw("dicht")] },
            ],
            figure: Rc::new(|value| format!("{value:.0}")),
        }
    }

    fn drawn(columns: u16, rows: u16, theme: Theme) -> Vec<String> {
        let area = Rect::new(0, 0, columns, rows);
        let mut buf = Buffer::empty(area);
        chart().draw(area, &mut buf, theme);
        let line = |y| (0..columns).map(|x| buf[(x, y)].symbol().to_owned()).collect::<String>();
        (0..rows).map(line).collect()
    }

    #[test]
    fn a_scale_is_round_and_holds_every_value() {
        for (low, high) in [(51.0, 73.0), (0.0, 1.0), (-9.0, 4.0), (6.9, 6.9), (0.0, 0.0), (1.0, 99_999.0)] {
            let found = scale([low, high].into_iter()).unwrap_or(Scale { low: 0.0, high: 0.0 });
            assert!(found.low <= low && found.high >= high && found.high > found.low, "{low} {high} {found:?}");
        }
        assert_eq!(scale([51.0, 73.0].into_iter()), Some(Scale { low: 50.0, high: 80.0 }));
        assert_eq!(scale(std::iter::empty()), None);
    }

    #[test]
    fn ticks_stand_on_even_rows_and_ends_on_rows_of_their_own() {
        let lines = drawn(60, 11, Theme::PLAIN);
        for (row, label) in [(0, "80"), (3, "70"), (6, "60"), (9, "50")] {
            assert!(lines[row].starts_with(&format!("{label}┤")), "{lines:#?}");
        }
        let row = |text: &str| lines.iter().position(|line| line.contains(text));
        assert!(row("73,0 pad").is_some() && row("dicht").is_some() && row("73,0 pad") != row("dicht"), "{lines:#?}");
        assert!(lines[10].contains("nov") && lines[10].contains("nu"), "{lines:#?}");
        assert!(lines.iter().any(|line| line.contains('▀') || line.contains('▄')), "{lines:#?}");
    }

    /// The label of a value stands in its row, however many rows there are.
    #[test]
    fn every_label_stands_in_the_row_of_its_value() {
        let area = Rect::new(0, 0, 60, 12);
        for rows in 4..14 {
            let field =
                Field { area: Rect { height: rows, ..area }, from: 0.0, to: 1.0, scale: Scale { low: 0.0, high: 3.0 } };
            let lines = {
                let mut buf = Buffer::empty(Rect { height: rows + 1, ..area });
                let line = |value: f64| Series {
                    points: vec![(0.0, Some(value)), (1.0, Some(value))],
                    role: Role::Plain,
                    stroke: Stroke::Path,
                };
                let chart = Chart { series: vec![line(0.0), line(3.0)], ends: Vec::new(), now: None, ..chart() };
                chart.draw(Rect { height: rows + 1, ..area }, &mut buf, Theme::ASCII);
                (0..rows).map(|y| buf[(0, y)].symbol().to_owned()).collect::<Vec<_>>()
            };
            for value in [0.0, 1.0, 2.0, 3.0] {
                assert_eq!(lines[usize::from(field.row(value))], format!("{value:.0}"), "{rows}: {lines:?}");
            }
        }
    }

    #[test]
    fn in_ascii_there_is_nothing_but_ascii() {
        let lines = drawn(60, 11, Theme::ASCII);
        assert!(lines.concat().is_ascii() && lines.concat().contains('*'), "{lines:#?}");
    }

    #[test]
    fn nothing_is_drawn_outside_the_room_there_is() {
        for columns in 1..120 {
            for rows in 1..14 {
                drawn(columns, rows, Theme::FULL);
            }
        }
    }
}
