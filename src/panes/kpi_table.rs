//! The table of the KPIs: figure, path, how far apart, stand and course of each, and what that asks for.

use super::kpi_plot::{role, twelve};
use crate::desk::view::light_sign;
use crate::desk::{Target, View};
use crate::model::kpi::Kpi;
use crate::model::kpi::figures::{Course, Evaluation, Rag, evaluate};
use crate::text::notation;
use crate::widgets::theme::Sign;
use crate::widgets::{Cell, Columns, Page, Role, WIDE};
use ratatui::layout::Constraint;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::rc::Rc;

/// Below this width the table does without the path, and has a sign for what is to be adjusted.
const NARROW: u16 = 68;
/// The place of the path among the columns.
const PATH: usize = 2;
/// Ranked as the chain has them: figure, path, how far apart, stand and course, and what that asks for.
pub fn table(view: &View<'_>, page: &mut Page<Target>) {
    let (wide, narrow) = (view.width >= WIDE, view.width < NARROW);
    let figure = Constraint::Length(6);
    let mut widths = vec![Constraint::Fill(1), figure, figure, Constraint::Length(8), Constraint::Length(9)];
    let mut heads = vec![
        Cell::text(if wide { view.t("kpi-columns") } else { String::new() }, view.theme.dim()),
        Cell::right(view.t("kpi-now"), view.theme.dim()),
        Cell::right(view.t("kpi-path"), view.theme.dim()),
        Cell::right(view.t("kpi-gap"), view.theme.dim()),
        Cell::text(format!("  {}", view.t("kpi-stand-short")), view.theme.dim()),
        Cell::text(format!("  {}", view.t("course")), view.theme.dim()),
    ];
    widths.push(Constraint::Length(10));
    if wide {
        widths.extend([Constraint::Length(12), Constraint::Length(8)]);
        heads.extend([
            Cell::text(view.t("kpi-twelve"), view.theme.dim()),
            Cell::text(view.t("kpi-owner"), view.theme.dim()),
        ]);
    }
    widths.push(Constraint::Length(if narrow { 1 } else { 10 }));
    heads.push(Cell::empty());
    if narrow {
        // The gap says how far that is from the path.
        widths.remove(PATH);
        heads.remove(PATH);
    }
    let columns = Rc::new(Columns::close(widths));
    page.cells(None, &columns, heads);
    for kpi in view.session.kpis.iter() {
        let mut cells = row(view, kpi, wide);
        if narrow {
            cells.remove(PATH);
        }
        page.cells(Some(Target::Kpi(kpi.id.clone())), &columns, cells);
    }
}

fn row(view: &View<'_>, kpi: &Kpi, wide: bool) -> Vec<Cell> {
    let theme = view.theme;
    let name =
        Cell::Text(Line::from(vec![Span::styled(format!("{} ", kpi.id), theme.strong()), Span::raw(kpi.name.clone())]));
    let found = evaluate(kpi, view.today());
    let mut cells = vec![name];
    match &found {
        None => {
            cells.extend([Cell::empty(), Cell::empty(), Cell::empty()]);
            cells.extend([Cell::text(view.t("kpi-none"), theme.dim()), Cell::empty()]);
        }
        Some(found) => {
            let number = |value| notation::decimal(value, 1, view.lang());
            let behind = match found.stand {
                Rag::Green => theme.dim(),
                Rag::Amber | Rag::Red => theme.word(role(found.stand)).patch(theme.strong()),
            };
            cells.extend([
                Cell::right(number(found.last), theme.strong()),
                Cell::right(number(found.path), theme.dim()),
                Cell::right(view.signed(Some(found.gap), 1), behind),
                Cell::Text(Line::from(view.light(found.stand))),
                Cell::Text(Line::from(course(view, found))),
            ]);
        }
    }
    if wide {
        let role = found.as_ref().map_or(Role::Plain, |found| match found.stand {
            Rag::Red => Role::Red,
            Rag::Amber | Rag::Green => Role::Plain,
        });
        cells.push(Cell::Spark { values: twelve(kpi), role });
        cells.push(Cell::text(kpi.owner.to_string(), Style::new()));
    }
    let asks = match &found {
        Some(found) if found.needs_adjustment && view.width < NARROW => {
            Cell::text(view.sign(Sign::Warning), theme.mark(Role::Amber))
        }
        Some(found) if found.needs_adjustment => Cell::text(view.t("needs-adjustment"), theme.strong()),
        Some(found) if found.outdated => Cell::text(view.t("kpi-outdated"), theme.warn()),
        Some(_) | None => Cell::empty(),
    };
    cells.push(asks);
    cells
}

/// Where it goes: the sign of the colour, the direction, and the figure that it comes to.
fn course(view: &View<'_>, found: &Evaluation) -> Vec<Span<'static>> {
    let theme = view.theme;
    match found.course {
        Course::TooFewPoints => vec![Span::styled(view.t("too-few-points-short"), theme.dim())],
        Course::Heading(heading) => {
            let (sign, words) = (
                theme.mark(role(heading.colour)),
                match heading.colour {
                    Rag::Red => theme.word(Role::Red),
                    Rag::Amber | Rag::Green => Style::new(),
                },
            );
            vec![
                Span::styled(format!("{} ", view.sign(light_sign(heading.colour))), sign),
                Span::styled(
                    format!(
                        "{} {}",
                        direction(view, heading.forecast - found.last),
                        notation::decimal(heading.forecast, 1, view.lang())
                    ),
                    words,
                ),
            ]
        }
    }
}

/// Up, level or down: less than one in twenty of a point is level.
fn direction(view: &View<'_>, by: f64) -> &'static str {
    let [up, level, down] = if view.theme.ascii { ["/", "-", "\\"] } else { ["↗", "→", "↘"] };
    match by {
        by if by >= 0.05 => up,
        by if by <= -0.05 => down,
        _ => level,
    }
}
