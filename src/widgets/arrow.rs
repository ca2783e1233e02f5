//! An arrow on a scale from 1 to 10: from what somebody puts in to what it gets out, with what others see as a mark through it.
//! Its direction is the sign of the balance, its ground the state, and the figure stands in it.

use super::ink;
use super::theme::{Role, Sign, Theme};
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// One row of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrow {
    /// Whose.
    pub name: String,
    /// What it puts in.
    pub effort: Option<f64>,
    /// What it gets out, as it says itself.
    pub own: Option<f64>,
    /// What the others say that it gets out.
    pub seen: Option<f64>,
    /// The figure in it.
    pub figure: String,
    /// What the figure means.
    pub role: Role,
    /// What stands at the right, column after column.
    pub figures: Vec<(String, Style)>,
    /// What is said of it, under the figures or beside them, and whether that asks for something.
    pub note: (String, bool),
}

/// Columns of the name.
const NAME: u16 = 6;
/// Columns of a figure at the right.
const FIGURE: u16 = 6;
/// Columns of what is said of it, where that stands beside the figures.
const NOTE: u16 = 30;
/// From so many columns on there is room for it there.
const ROOMY: u16 = 100;

/// Where everything stands in a row of this width.
struct Places {
    scale: Rect,
    figures: u16,
    note: Option<u16>,
}

impl Places {
    fn of(area: Rect, figures: usize) -> Self {
        let right = FIGURE * u16::try_from(figures).unwrap_or(0);
        let note = if area.width >= ROOMY { NOTE } else { 0 };
        let width = area.width.saturating_sub(NAME + right + note + 2);
        let scale = Rect { x: area.x + NAME, width, ..area };
        Self { scale, figures: scale.right() + 2, note: (note > 0).then_some(scale.right() + 2 + right + 2) }
    }

    fn column(&self, score: f64) -> u16 {
        let share = ((score - 1.0) / 9.0).clamp(0.0, 1.0);
        self.scale.x + (share * f64::from(self.scale.width.saturating_sub(1))).round() as u16
    }
}

/// The scale above the arrows, with the heads of the figures.
pub fn scale(heads: &[String], area: Rect, buf: &mut Buffer, theme: Theme) {
    let places = Places::of(area, heads.len());
    if places.scale.width < 20 {
        return;
    }
    for score in 1..=10u8 {
        let text = score.to_string();
        let x = places.column(f64::from(score));
        ink::text(buf, ink::from(area, x - u16::from(score == 10), area.y), &text, theme.dim(), theme);
    }
    let heads: Vec<(String, Style)> = heads.iter().map(|head| (head.clone(), theme.dim())).collect();
    columns(&heads, places.figures, area, buf, theme);
}

fn columns(texts: &[(String, Style)], from: u16, area: Rect, buf: &mut Buffer, theme: Theme) {
    for ((text, style), place) in texts.iter().zip(0u16..) {
        let cell = Rect { x: from + place * FIGURE, width: FIGURE, height: 1, ..area };
        if cell.right() <= area.right() {
            Line::styled(theme.cut(text, FIGURE.into()), *style).right_aligned().render(cell, buf);
        }
    }
}

impl Arrow {
    /// Shows it in two rows or more: the arrow, and under it what others see.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: Theme) {
        let places = Places::of(area, self.figures.len());
        if places.scale.width < 20 || area.height == 0 {
            return;
        }
        ink::text(buf, Rect { width: NAME, ..area }, &self.name, theme.strong(), theme);
        self.grid(&places, area, buf, theme);
        let thick = area.height.saturating_sub(1).max(1);
        match (self.effort, self.own) {
            (Some(effort), Some(own)) => self.arrow(&places, (effort, own), Rect { height: thick, ..area }, buf, theme),
            (Some(score), None) => mark(&places, score, Sign::Effort, Style::new(), area, buf, theme),
            (None, Some(score)) => mark(&places, score, Sign::Gains, theme.mark(self.role), area, buf, theme),
            (None, None) => {}
        }
        self.others(&places, thick, area, buf, theme);
        columns(&self.figures, places.figures, area, buf, theme);
        let (note, asks) = &self.note;
        let style = if *asks { theme.warn().patch(theme.strong()) } else { theme.dim() };
        match places.note {
            Some(x) => {
                ink::text(buf, ink::from(area, x, area.y), note, style, theme);
            }
            None if area.height > 1 => {
                ink::text(buf, ink::from(area, places.figures + 2, area.y + 1), note, style, theme);
            }
            None => {}
        }
    }

    fn grid(&self, places: &Places, area: Rect, buf: &mut Buffer, theme: Theme) {
        let sign = if theme.ascii { ":" } else { "┊" };
        for y in area.top()..area.bottom() {
            for score in 1..=10u8 {
                ink::sign(buf, (places.column(f64::from(score)), y), sign, theme.grid());
            }
        }
    }

    fn arrow(&self, places: &Places, (effort, own): (f64, f64), area: Rect, buf: &mut Buffer, theme: Theme) {
        let (from, to) = (places.column(effort), places.column(own));
        let (left, right) = (from.min(to), from.max(to));
        let body = Rect { x: left, width: right - left, ..area };
        let middle = area.y + (area.height - 1) / 2;
        for y in area.top()..area.bottom() {
            for x in body.left() + u16::from(from < to)..body.right() + u16::from(from > to) {
                let fill = if theme.ascii { "=" } else { " " };
                ink::sign(buf, (x, y), fill, theme.chip(self.role));
                if theme.ascii {
                    buf[(x, y)].modifier.remove(Modifier::REVERSED);
                }
            }
            let style = theme.plain().patch(theme.strong()).remove_modifier(Modifier::REVERSED);
            ink::sign(buf, (from, y), theme.sign(Sign::Effort), style);
        }
        let tip = if to < from { Sign::Loses } else { Sign::Gains };
        if to != from {
            let style = theme.mark(self.role).remove_modifier(Modifier::REVERSED);
            ink::sign(buf, (to, middle), theme.sign(tip), style);
        }
        let wide = u16::try_from(width(&self.figure)).unwrap_or(0);
        let inside = right.saturating_sub(left + 1);
        if inside >= wide + 2 {
            let x = left + 1 + (inside - wide) / 2;
            let style = if theme.ascii { theme.strong() } else { theme.chip(self.role) };
            ink::text(buf, ink::from(area, x, middle), &self.figure, style, theme);
        }
    }

    fn others(&self, places: &Places, thick: u16, area: Rect, buf: &mut Buffer, theme: Theme) {
        let Some(seen) = self.seen else { return };
        let x = places.column(seen);
        let tip = self.own.is_some_and(|own| places.column(own) == x);
        let bar = if theme.ascii { "|" } else { "┃" };
        // The tip of the arrow stays what it is; the sign under it says enough.
        for y in (area.y..area.y + thick).filter(|_| !tip) {
            let cell = &buf[(x, y)];
            // Through the arrow the mark is the ground that shows; beside it, it has its own colour.
            let through = cell.symbol() == " " || cell.symbol() == "=";
            let style = if through && theme.is_designed() {
                cell.style().remove_modifier(Modifier::BOLD)
            } else {
                theme.mark(Role::Seen)
            };
            ink::sign(buf, (x, y), bar, style);
        }
        if area.height > thick {
            ink::sign(buf, (x, area.y + thick), theme.sign(Sign::Seen), theme.mark(Role::Seen));
        }
    }
}

fn mark(places: &Places, score: f64, sign: Sign, style: Style, area: Rect, buf: &mut Buffer, theme: Theme) {
    ink::sign(buf, (places.column(score), area.y), theme.sign(sign), style);
}

/// What the parts of an arrow mean.
pub fn legend(theme: Theme, [effort, own, seen]: [String; 3]) -> Vec<Span<'static>> {
    let both = format!("{} {}", theme.sign(Sign::Loses), theme.sign(Sign::Gains));
    vec![
        Span::styled(theme.sign(Sign::Effort), theme.strong()),
        Span::styled(format!(" {effort}   "), theme.dim()),
        Span::styled(both, theme.strong()),
        Span::styled(format!(" {own}   "), theme.dim()),
        Span::styled(theme.sign(Sign::Seen), theme.mark(Role::Seen)),
        Span::styled(format!(" {seen}"), theme.dim()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arrow(effort: Option<f64>, own: Option<f64>) -> Arrow {
        Arrow {
            name: "JR".to_owned(),
            effort,
            own,
            seen: Some(7.0),
            figure: "-5".to_owned(),
            role: Role::Red,
            figures: vec![("-5".to_owned(), Style::new())],
            note: ("stille zorg".to_owned(), true),
        }
    }

    fn drawn(arrow: &Arrow, columns: u16, rows: u16, theme: Theme) -> Vec<String> {
        let area = Rect::new(0, 0, columns, rows);
        let mut buf = Buffer::empty(area);
        arrow.draw(area, &mut buf, theme);
        (0..rows).map(|y| (0..columns).map(|x| buf[(x, y)].symbol().to_owned()).collect()).collect()
    }

    #[test]
    fn it_points_to_what_is_gained() {
        let less = &drawn(&arrow(Some(8.0), Some(3.0)), 78, 2, Theme::ASCII)[0];
        assert!(less.find('<') < less.find("-5") && less.find("-5") < less.find('E'), "{less}");
        let more = &drawn(&arrow(Some(3.0), Some(8.0)), 78, 2, Theme::ASCII)[0];
        assert!(more.find('E') < more.find('>'), "{more}");
    }

    #[test]
    fn it_never_leaves_its_room() {
        for columns in 0..130 {
            for rows in 0..4 {
                for (effort, own) in [
                    (Some(1.0), Some(10.0)),
                    (Some(10.0), Some(1.0)),
                    (Some(5.0), Some(5.0)),
                    (None, Some(3.0)),
                    (Some(3.0), None),
                ] {
                    drawn(&arrow(effort, own), columns, rows, Theme::FULL);
                }
            }
        }
    }
}
