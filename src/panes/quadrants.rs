//! Dissent against trust: every meeting as a numbered point on a real scale, with both thresholds, and the field that the last
//! one is in by its name (7.4, domain §1h).

use crate::desk::{Target, View};
use crate::model::history::dissent::{DISSENT_MUCH, Point, Quadrant, TRUST_HIGH, points};
use crate::widgets::{Drawn, Page, Role, Theme, ink, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::rc::Rc;

/// Meetings that are shown.
const SHOWN: usize = 6;
/// The scale of trust.
const TRUST: f64 = 10.0;

/// The four fields with the meetings in them, and the last one in words.
pub fn quadrants(view: &View<'_>, page: &mut Page<Target>) {
    page.section(view.theme, view.t("quadrants"), Vec::new(), false);
    let all = points(view.session);
    let Some(last) = all.last().cloned() else {
        return page.styled(view.t("quadrants-empty"), view.theme.dim());
    };
    let shown: Vec<Point> = all[all.len().saturating_sub(SHOWN)..].to_vec();
    let said: Vec<String> = shown.iter().map(|point| sentence(view, point)).collect();
    let names = Quadrant::ALL.map(|quadrant| view.texts.term(quadrant));
    let ends = [view.t("quadrant-dissent"), view.t("quadrant-trust")];
    let theme = view.theme;
    let marks: Vec<(String, f64, f64)> = shown
        .iter()
        .map(|point| (view.with("quadrant-mark", &[("number", point.session.into())]), point.dissent, point.trust))
        .collect();
    let here = Quadrant::ALL.iter().position(|quadrant| *quadrant == last.quadrant());
    page.drawn(
        None,
        Drawn {
            least: 9,
            most: 15,
            step: 1,
            draw: Rc::new(move |area, buf| draw(&marks, (&names, here), &ends, area, buf, theme)),
            said,
        },
    );
    page.text(sentence(view, &last));
    let advice = match last.quadrant() {
        Quadrant::Calm => "quadrant-advice-calm",
        Quadrant::Healthy => "quadrant-advice-healthy",
        Quadrant::FalsePeace => "quadrant-advice-false-peace",
        Quadrant::Strife => "quadrant-advice-strife",
    };
    page.styled(
        format!("{} {}", view.sign(crate::widgets::theme::Sign::Question), view.t(advice)),
        view.theme.strong(),
    );
}

fn sentence(view: &View<'_>, point: &Point) -> String {
    let args = [
        ("number", point.session.into()),
        ("dissent", view.number(Some(point.dissent)).into()),
        ("trust", view.number(Some(point.trust)).into()),
        ("quadrant", view.texts.term(point.quadrant()).into()),
    ];
    view.with(if point.checked { "quadrant-checked" } else { "quadrant-by-temperature" }, &args)
}

fn draw(
    marks: &[(String, f64, f64)],
    (names, here): (&[String; 4], Option<usize>),
    [dissent, trust]: &[String; 2],
    area: Rect,
    buf: &mut Buffer,
    theme: Theme,
) {
    if area.width < 30 || area.height < 6 {
        return;
    }
    let field = Rect { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 2 };
    let most = marks.iter().map(|(_, dissent, _)| *dissent).fold(2.0 * DISSENT_MUCH, f64::max);
    // Shares of the field, so they lie within it.
    let column = |dissent: f64| field.x + (dissent / most * f64::from(field.width - 1)).round() as u16;
    let row = |trust: f64| {
        let share = ((TRUST - trust) / TRUST).clamp(0.0, 1.0);
        field.y + (share * f64::from(field.height - 1)).round() as u16
    };
    let (split_x, split_y) = (column(DISSENT_MUCH), row(TRUST_HIGH));
    let fields = [
        Rect { width: split_x - field.x, height: split_y - field.y, ..field },
        Rect { x: split_x + 1, width: field.right() - split_x - 1, height: split_y - field.y, ..field },
        Rect { y: split_y + 1, width: split_x - field.x, height: field.bottom() - split_y - 1, ..field },
        Rect {
            x: split_x + 1,
            y: split_y + 1,
            width: field.right() - split_x - 1,
            height: field.bottom() - split_y - 1,
        },
    ];
    for ((rect, name), place) in fields.iter().zip(names).zip(0..) {
        let style = if here == Some(place) {
            buf.set_style(*rect, theme.tint(Role::Accent));
            theme.strong()
        } else {
            theme.dim()
        };
        // The names of the lower fields stand at their bottom, out of the way of what lies near the thresholds.
        let y = if place < 2 { rect.y } else { rect.bottom().saturating_sub(1) };
        if rect.height > 0 {
            let inside = Rect { x: rect.x + 1, y, width: rect.width.saturating_sub(2), height: 1 };
            ink::text(buf, inside, name, style, theme);
        }
    }
    frame(field, (split_x, split_y), buf, theme);
    ink::text(buf, area, trust, theme.dim(), theme);
    let wide = u16::try_from(width(dissent)).unwrap_or(area.width).min(area.width);
    ink::text(buf, ink::from(area, area.right() - wide, area.bottom() - 1), dissent, theme.dim(), theme);
    for ((name, dissent, trust), place) in marks.iter().zip(1..) {
        let style = if place == marks.len() { theme.chip(Role::Accent) } else { theme.plain().patch(theme.strong()) };
        let x = column(*dissent).min(field.right().saturating_sub(u16::try_from(name.chars().count()).unwrap_or(1)));
        ink::text(buf, ink::from(area, x, row(*trust)), name, style, theme);
    }
}

/// The thresholds across the field.
fn frame(field: Rect, (x, y): (u16, u16), buf: &mut Buffer, theme: Theme) {
    let [bar, rail, cross] = if theme.ascii { ["|", "-", "+"] } else { ["│", "─", "┼"] };
    let line: Style = theme.mark(Role::Line);
    for column in field.left()..field.right() {
        ink::sign(buf, (column, y), rail, line);
    }
    for row in field.top()..field.bottom() {
        ink::sign(buf, (x, row), if row == y { cross } else { bar }, line);
    }
}
