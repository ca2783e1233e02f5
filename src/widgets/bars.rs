//! Bars of characters within a line of text.

use super::theme::{Sign, Theme};

/// One sign per value, as high as the value is among the others; from zero up, a blank where there is none.
pub fn bars(theme: Theme, values: &[Option<f64>]) -> Vec<&'static str> {
    bars_up_to(theme, values, values.iter().flatten().copied().fold(0.0, f64::max))
}

/// The same, as high as the value is on a scale from zero to `high`.
pub fn bars_up_to(theme: Theme, values: &[Option<f64>], high: f64) -> Vec<&'static str> {
    const UNICODE: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
    const ASCII: [&str; 8] = ["_", "_", ".", "-", "-", "=", "#", "#"];
    let signs = if theme.ascii { ASCII } else { UNICODE };
    let sign = |value: &f64| {
        let share = if high > 0.0 { (value / high).clamp(0.0, 1.0) } else { 0.0 };
        // A share lies between 0 and 1, so the place lies between 0 and 7.
        signs[(share * 7.0).round() as usize]
    };
    values.iter().map(|value| value.as_ref().map_or(" ", sign)).collect()
}

/// A bar of `columns` characters, filled for `part` of `whole`.
pub fn bar(theme: Theme, part: f64, whole: f64, columns: usize) -> String {
    let share = if whole > 0.0 { (part / whole).clamp(0.0, 1.0) } else { 0.0 };
    let full = (share * columns as f64).round() as usize;
    format!("{}{}", theme.sign(Sign::Full).repeat(full), theme.sign(Sign::Empty).repeat(columns - full.min(columns)))
}
