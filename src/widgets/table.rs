//! Rows of a table: columns as wide as the page allows, figures at the right, bars and small plots in cells.

use super::ink;
use super::theme::{Role, Sign, Theme};
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Constraint, Layout, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::symbols::line;
use ratatui::text::{Line, Span};
use ratatui::widgets::{LineGauge, Row, Sparkline, Table, Widget};

/// The columns of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Columns {
    widths: Vec<Constraint>,
    between: u16,
}

impl Columns {
    /// Columns of these widths.
    pub fn of(widths: impl IntoIterator<Item = Constraint>) -> Self {
        Self { widths: widths.into_iter().collect(), between: 2 }
    }

    /// The same with less room between them.
    pub fn close(widths: impl IntoIterator<Item = Constraint>) -> Self {
        Self { between: 1, ..Self::of(widths) }
    }

    /// Where each of them stands in a row.
    pub(super) fn places(&self, row: Rect) -> std::rc::Rc<[Rect]> {
        Layout::horizontal(&self.widths).spacing(self.between).split(row)
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text in one line, cut with dots where it does not fit.
    Text(Line<'static>),
    /// A bar: so much of so much.
    Bar {
        /// How much.
        part: f64,
        /// Of how much.
        whole: f64,
        /// What it means.
        role: Role,
    },
    /// One bar after the other, from left to right; none where nothing is known.
    Spark {
        /// The values.
        values: Vec<Option<f64>>,
        /// What they mean.
        role: Role,
    },
}

impl Cell {
    /// Text in a style.
    pub fn text(text: impl Into<String>, style: Style) -> Self {
        Self::Text(Line::from(Span::styled(text.into(), style)))
    }

    /// The same at the right side of its column.
    pub fn right(text: impl Into<String>, style: Style) -> Self {
        Self::Text(Line::from(Span::styled(text.into(), style)).right_aligned())
    }

    /// Nothing.
    pub fn empty() -> Self {
        Self::Text(Line::default())
    }
}

/// A cell as text.
pub(super) fn plain_cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(line) => line.to_string(),
        Cell::Bar { .. } | Cell::Spark { .. } => String::new(),
    }
}

/// Shows rows with the same columns, from the top of `area` on.
pub(super) fn draw(columns: &Columns, rows: &[&[Cell]], area: Rect, buf: &mut Buffer, theme: Theme) {
    let places = columns.places(Rect { height: 1, ..area });
    let text = |(cell, place): (&Cell, &Rect)| match cell {
        Cell::Text(line) => short(line, place.width.into(), theme),
        Cell::Bar { .. } | Cell::Spark { .. } => Line::default(),
    };
    let lines = rows.iter().map(|cells| Row::new(cells.iter().zip(places.iter()).map(text)));
    let widths = places.iter().map(|place| Constraint::Length(place.width));
    Widget::render(Table::new(lines, widths).column_spacing(columns.between), area, buf);
    for (cells, y) in rows.iter().zip(area.y..area.bottom()) {
        for (cell, place) in cells.iter().zip(places.iter()) {
            let place = Rect { y, ..*place };
            match cell {
                Cell::Text(_) => {}
                Cell::Bar { part, whole, role } => bar(*part, *whole, *role, place, buf, theme),
                Cell::Spark { values, role } => spark(values, *role, place, buf, theme),
            }
        }
    }
}

/// A line cut to so many columns, with dots where something is missing.
fn short(line: &Line<'static>, columns: usize, theme: Theme) -> Line<'static> {
    let all: usize = line.spans.iter().map(|span| width(&theme.text(&span.content))).sum();
    let mut room = columns;
    let mut spans = Vec::new();
    let last = line.spans.len().saturating_sub(1);
    for (place, span) in line.spans.iter().enumerate() {
        let text = theme.text(&span.content);
        // What follows does not fit: the dots belong here.
        let text = if all > columns && (place == last || width(&text) >= room) {
            theme.cut(&format!("{text}\u{2026}"), room)
        } else {
            text
        };
        room = room.saturating_sub(width(&text));
        spans.push(Span::styled(text, span.style));
        if room == 0 {
            break;
        }
    }
    Line { spans, alignment: line.alignment.or(Some(Alignment::Left)), ..line.clone() }
}

/// A bar that fills the place for `part` of `whole`.
pub fn bar(part: f64, whole: f64, role: Role, place: Rect, buf: &mut Buffer, theme: Theme) {
    let share = if whole > 0.0 { (part / whole).clamp(0.0, 1.0) } else { 0.0 };
    if place.is_empty() || share.is_nan() {
        return;
    }
    let (full, empty) = (theme.sign(Sign::Full), theme.sign(Sign::Empty));
    // It keeps one column for a label that it does not have.
    let area = Rect { x: place.x.saturating_sub(1), width: place.width + 1, ..place };
    let before = buf[(area.x, area.y)].clone();
    LineGauge::default()
        .label("")
        .ratio(share)
        .filled_symbol(full)
        .unfilled_symbol(if theme.ascii { empty } else { line::NORMAL.horizontal })
        .filled_style(theme.mark(role))
        .unfilled_style(theme.mark(Role::Line))
        .render(area, buf);
    buf[(area.x, area.y)] = before;
}

/// One bar after the other. The highest stays under a whole row, since rows would grow together.
fn spark(values: &[Option<f64>], role: Role, place: Rect, buf: &mut Buffer, theme: Theme) {
    if place.is_empty() {
        return;
    }
    let known = || values.iter().flatten().copied();
    let (low, high) = (known().fold(f64::MAX, f64::min), known().fold(f64::MIN, f64::max));
    if theme.ascii {
        for (value, x) in values.iter().zip(place.x..place.right()) {
            let sign = match value {
                None => " ",
                Some(value) if high <= low || (*value - low) / (high - low) > 0.66 => "#",
                Some(value) if (*value - low) / (high - low) > 0.33 => "=",
                Some(_) => "_",
            };
            ink::sign(buf, (x, place.y), sign, theme.mark(role));
        }
        return;
    }
    /// Steps that a bar can have, of the eight that a row has.
    const STEPS: f64 = 7.0;
    let step = |value: f64| {
        let share = if high > low { (value - low) / (high - low) } else { 0.5 };
        // Between 1 and 7.
        (1.0 + share * (STEPS - 1.0)).round() as u64
    };
    Sparkline::default()
        .data(values.iter().map(|value| value.map(step)))
        .max(8)
        .absent_value_symbol(theme.sign(Sign::Todo))
        .absent_value_style(theme.dim())
        .style(theme.mark(role).remove_modifier(Modifier::BOLD))
        .render(place, buf);
}
