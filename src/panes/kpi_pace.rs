//! What a KPI needs beside what it achieves, and the triangle that the KPIs serve together (I15).

use super::kpi_plot::role;
use super::kpis::one_sentence;
use crate::desk::{Target, View};
use crate::model::kpi::Kpi;
use crate::model::kpi::figures::{Corner, Course, Rag, evaluate, triangle};
use crate::model::statements::Claim;
use crate::text::notation;
use crate::widgets::page::Draw;
use crate::widgets::{Cell, Columns, Drawn, Page, Role, Theme, ink, width};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use std::rc::Rc;

/// What the selected KPI needs each month beside what it achieves, from one zero line.
pub fn pace(view: &View<'_>, page: &mut Page<Target>, kpi: &Kpi) {
    let Some(found) = evaluate(kpi, view.today()) else { return };
    let Course::Heading(heading) = found.course else { return };
    let Some(needed) = found.needed else { return };
    page.section(view.theme, view.t("pace-title"), Vec::new(), false);
    let (theme, lang) = (view.theme, view.lang());
    let names = [view.t("pace-needed"), view.t("pace-achieved")];
    let roles = [Role::Plain, role(heading.colour)];
    let values = [needed, heading.slope];
    let said = vec![one_sentence(view, kpi)];
    let draw: Draw = Rc::new(move |area, buf| {
        for (place, y) in (0..2).zip(area.y..area.bottom()) {
            let row = Rect { y, height: 1, ..area };
            let figure = notation::signed(values[place], 1, lang);
            diverging(row, buf, theme, (&names[place], &figure), (values[place], values), roles[place]);
        }
    });
    page.drawn(None, Drawn { least: 2, most: 2, step: 1, draw, said });
}

/// A bar to the left or to the right of a zero line, on the scale of all of `of`.
fn diverging(
    row: Rect,
    buf: &mut Buffer,
    theme: Theme,
    (name, figure): (&str, &str),
    (value, of): (f64, [f64; 2]),
    role: Role,
) {
    const NAME: u16 = 10;
    const FIGURE: u16 = 7;
    let room = row.width.saturating_sub(NAME + FIGURE);
    let most = of.iter().fold(0.0, |most: f64, value| most.max(value.abs()));
    if room < 3 || most <= 0.0 {
        return;
    }
    let half = room / 2;
    let zero = row.x + NAME + half;
    // A share of the half, so it lies within the row.
    let long = (value.abs() / most * f64::from(half)).round() as u16;
    ink::text(buf, Rect { width: NAME, ..row }, name, theme.dim(), theme);
    let (full, bar) = if theme.ascii { ("#", "|") } else { ("█", "│") };
    let from = if value < 0.0 { zero - long.min(half) } else { zero + 1 };
    ink::fill(buf, Rect { x: from, width: long.min(half), ..row }, full, theme.mark(role));
    ink::sign(buf, (zero, row.y), bar, theme.strong());
    let wide = u16::try_from(width(figure)).unwrap_or(0).min(FIGURE);
    ink::text(buf, ink::from(row, row.right() - wide, row.y), figure, theme.strong(), theme);
}

/// Three corners; one without a KPI is named, and so is a trade-off.
pub fn triangle_rows(view: &View<'_>, page: &mut Page<Target>) {
    page.section(view.theme, view.t("triangle"), Vec::new(), false);
    let corners = triangle(&view.session.kpis, view.today());
    let columns = Rc::new(Columns::close([
        Constraint::Length(13),
        Constraint::Fill(1),
        Constraint::Length(5),
        Constraint::Length(9),
    ]));
    for corner in &corners {
        let name = view.texts.term(corner.angle);
        let Some(progress) = corner.progress else {
            let key = if corner.kpis == 0 { "corner-without-kpi" } else { "corner-without-values" };
            if corner.kpis > 0 || !view.is_aside(Claim::CornerWithoutKpi, Some(corner.angle.key())) {
                view.warning(page, view.with(key, &[("corner", name.into())]));
            }
            continue;
        };
        let light = corner.stand.map(|stand| view.light(stand)).unwrap_or_default();
        let role = corner.stand.map_or(Role::Plain, role);
        page.cells(
            None,
            &columns,
            vec![
                Cell::text(name, Style::new()),
                Cell::Bar { part: progress, whole: 100.0, role },
                Cell::right(notation::percent(progress, 0, view.lang()), view.theme.strong()),
                Cell::Text(Line::from(light)),
            ],
        );
    }
    let is = |rag: Rag| move |corner: &&Corner| corner.stand == Some(rag);
    if let (Some(red), Some(green)) = (corners.iter().find(is(Rag::Red)), corners.iter().find(is(Rag::Green))) {
        let args = [("red", view.texts.term(red.angle).into()), ("green", view.texts.term(green.angle).into())];
        page.text(view.with("trade-off", &args));
    }
}
