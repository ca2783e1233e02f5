//! Pictures made of characters: a series against its path, and bars.

use super::theme::{Sign, Theme};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// A point in a plot: column, value, sign, style. Later points stand over earlier ones.
pub struct Mark {
    /// Place from left to right, 0 first.
    pub column: usize,
    /// Height.
    pub value: f64,
    /// What stands there.
    pub sign: Sign,
    /// In which style.
    pub style: Style,
}

/// A plot of marks on so many columns and rows; each column is `step` characters wide.
pub struct Plot<'a> {
    /// What is drawn.
    pub marks: &'a [Mark],
    /// Columns with a label under each; an empty label is left out.
    pub labels: &'a [String],
    /// Characters per column.
    pub step: usize,
    /// Rows of the drawing.
    pub rows: usize,
    /// How a value is written on the axis.
    pub axis: &'a dyn Fn(f64) -> String,
}

const AXIS: usize = 7;

impl Plot<'_> {
    /// The lines of the picture.
    pub fn lines(&self, theme: Theme) -> Vec<Line<'static>> {
        let values = || self.marks.iter().map(|mark| mark.value);
        let (Some(low), Some(high)) = (values().reduce(f64::min), values().reduce(f64::max)) else { return Vec::new() };
        let span = if (high - low).abs() < f64::EPSILON { 1.0 } else { high - low };
        let last = self.rows.saturating_sub(1);
        let width = self.labels.len() * self.step;
        let mut cells: Vec<Vec<(&'static str, Style)>> = vec![vec![(" ", Style::new()); width]; self.rows];
        for mark in self.marks {
            let part = (high - mark.value) / span * last as f64;
            // The value lies between low and high, so the row lies between 0 and last.
            let row = (part.round().max(0.0) as usize).min(last);
            if let Some(cell) = cells.get_mut(row).and_then(|cells| cells.get_mut(mark.column * self.step)) {
                *cell = (theme.sign(mark.sign), mark.style);
            }
        }
        let bar = if theme.ascii { "|" } else { "│" };
        let mut lines: Vec<Line<'static>> = Vec::new();
        for (row, cells) in cells.into_iter().enumerate() {
            let value = high - span * row as f64 / last.max(1) as f64;
            let labelled = row == 0 || row == last || row == last / 2;
            let label = if labelled { (self.axis)(value) } else { String::new() };
            let mut spans = vec![Span::styled(format!("{label:>AXIS$}{bar}"), theme.dim())];
            // Signs of one style are one piece: a wide plot has thousands of them.
            for run in cells.chunk_by(|(_, one), (_, other)| one == other) {
                let style = run.first().map(|(_, style)| *style).unwrap_or_default();
                spans.push(Span::styled(run.iter().map(|(sign, _)| *sign).collect::<String>(), style));
            }
            lines.push(Line::from(spans));
        }
        let step = self.step;
        let feet: String = self.labels.iter().map(|label| format!("{:<step$}", cut(label, step))).collect();
        lines.push(Line::from(Span::styled(format!("{:>AXIS$} {feet}", ""), theme.dim())));
        lines
    }
}

fn cut(text: &str, columns: usize) -> String {
    text.chars().take(columns).collect()
}

/// A bar of `columns` characters, filled for `part` of `whole`.
pub fn bar(theme: Theme, part: f64, whole: f64, columns: usize) -> String {
    let share = if whole > 0.0 { (part / whole).clamp(0.0, 1.0) } else { 0.0 };
    let full = (share * columns as f64).round() as usize;
    format!("{}{}", theme.sign(Sign::Full).repeat(full), theme.sign(Sign::Empty).repeat(columns - full.min(columns)))
}
