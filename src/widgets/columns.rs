//! Bars from a zero line up and down, one per moment, on a scale that may be shared with others.

use super::ink;
use super::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Bars over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// From left to right; none where nothing is known.
    pub values: Vec<Option<f64>>,
    /// The lowest and the highest value of the scale; zero lies on it.
    pub scale: (f64, f64),
    /// What a value above zero means, and one below it.
    pub roles: (Role, Role),
}

/// Columns of a bar, at most.
const WIDEST: u16 = 4;

impl Bars {
    /// Shows them, the last one at the right where there are more than there is room for.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: Theme) {
        let (low, high) = (self.scale.0.min(0.0), self.scale.1.max(0.0));
        let many = u16::try_from(self.values.len()).unwrap_or(u16::MAX).max(1);
        if area.is_empty() || high <= low {
            return;
        }
        let step = (area.width / many).clamp(1, WIDEST + 1);
        let wide = if step > 2 { step - 1 } else { step };
        let seen = usize::from(area.width / step);
        let halves = f64::from(2 * area.height);
        // Halves of rows from the top: a share of them, so never more.
        let half = |value: f64| ((high - value) / (high - low) * halves).round().clamp(0.0, halves) as u16;
        let zero = half(0.0);
        let line = if theme.ascii { "-" } else { "─" };
        let zero_row = area.y + (zero / 2).min(area.height - 1);
        ink::fill(buf, Rect { y: zero_row, height: 1, ..area }, line, theme.mark(Role::Line));
        let shown = &self.values[self.values.len().saturating_sub(seen)..];
        for (value, place) in shown.iter().zip(0u16..) {
            let Some(value) = value else { continue };
            let role = if *value < 0.0 { self.roles.1 } else { self.roles.0 };
            let (top, bottom) = (half(*value).min(zero), half(*value).max(zero));
            for x in (area.x + place * step..).take(wide.into()).filter(|x| *x < area.right()) {
                for y in area.top()..area.bottom() {
                    let upper = 2 * (y - area.y);
                    let filled = (top..bottom).contains(&upper);
                    let lower = (top..bottom).contains(&(upper + 1));
                    let sign = match (filled, lower, theme.ascii) {
                        (false, false, _) => continue,
                        (_, _, true) => "#",
                        (true, true, _) => "█",
                        (true, false, _) => "▀",
                        (false, true, _) => "▄",
                    };
                    ink::sign(buf, (x, y), sign, theme.mark(role));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_stand_on_both_sides_of_zero_and_within_their_room() {
        let bars =
            Bars { values: vec![Some(4.0), None, Some(-4.0)], scale: (-4.0, 4.0), roles: (Role::Green, Role::Red) };
        for columns in 0..30 {
            for rows in 0..8 {
                let area = Rect::new(0, 0, columns, rows);
                let mut buf = Buffer::empty(area);
                bars.draw(area, &mut buf, Theme::ASCII);
            }
        }
        let area = Rect::new(0, 0, 15, 4);
        let mut buf = Buffer::empty(area);
        bars.draw(area, &mut buf, Theme::PLAIN);
        let column = |x: u16| (0..4).map(|y| buf[(x, y)].symbol().to_owned()).collect::<String>();
        assert_eq!((column(0).as_str(), column(10).as_str()), ("██─ ", "  ██"));
    }
}
