//! KPIs: stand and course of each, the plot of one, the triangle, interim evaluation (factor 2, domain §6.3).

use super::Pane;
use super::kpi_plot::{chart, picture, role, twelve};
use crate::desk::Desk;
use crate::desk::Subject;
use crate::desk::command::{Command, Key};
use crate::desk::field::Field;
use crate::desk::layers::Layer;
use crate::desk::view::light_sign;
use crate::desk::{Target, View};
use crate::model::agenda::Room;
use crate::model::change::{Change, KpiEdit};
use crate::model::kpi::figures::{Corner, Course, Evaluation, Rag, aggregate, evaluate, noise_limits, triangle};
use crate::model::kpi::{Kpi, KpiValue};
use crate::model::statements::Claim;
use crate::model::{KpiId, Month};
use crate::text::notation;
use crate::widgets::theme::Sign;
use crate::widgets::{Cell, Columns, Drawn, Page, Role, Theme, WIDE, ink, width};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::rc::Rc;

/// This pane.
pub static PANE: Pane = Pane { room: Room::Kpis, heading: "room-kpis", view, commands: &COMMANDS };

static COMMANDS: [Command; 4] = [
    Command::writes("cmd-kpi-value", &[Key::Char('v')], value),
    Command::writes("cmd-kpi-evaluate", &[Key::Char('b')], evaluation),
    Command::reads("cmd-kpi-details", &[Key::Char('c')], details),
    Command::writes("cmd-kpi-new", &[Key::Char('i')], new_kpi),
];

/// The KPI whose plot is shown: the selected one, else the first.
fn shown<'a>(view: &View<'a>) -> Option<&'a Kpi> {
    let selected = |kpi: &&Kpi| view.cursor.get() == Some(&Target::Kpi(kpi.id.clone()));
    view.session.kpis.iter().find(selected).or_else(|| view.session.kpis.first())
}

fn view(view: &View<'_>) -> Page<Target> {
    let mut page = Page::default();
    let kpis = &view.session.kpis;
    if kpis.is_empty() {
        page.blank();
        page.styled(view.t("kpis-empty"), view.theme.warn());
        return page;
    }
    table(view, &mut page);
    page.under();
    if let Some(kpi) = shown(view) {
        page.blank();
        picture(view, &mut page, kpi);
    }
    if view.width >= WIDE && view.height >= ROOMY {
        others(view, &mut page);
    }
    page.fold();
    pace(view, &mut page);
    page.beside();
    triangle_rows(view, &mut page);
    page
}

/// From so many rows on the other KPIs stand under the one that is selected.
const ROOMY: u16 = 50;
/// Below this width the table does without the path, and has a sign for what is to be adjusted.
const NARROW: u16 = 76;
/// The place of the path among the columns.
const PATH: usize = 2;
/// KPIs beside each other.
const BESIDE: usize = 3;

/// The other KPIs in small, on the same months.
fn others(view: &View<'_>, page: &mut Page<Target>) {
    let Some(chosen) = shown(view) else { return };
    let others: Vec<&Kpi> = view.session.kpis.iter().filter(|kpi| kpi.id != chosen.id).collect();
    for row in others.chunks(BESIDE).take(2) {
        page.under();
        for (kpi, place) in row.iter().zip(0..BESIDE) {
            if place > 0 {
                page.beside();
            }
            small(view, page, kpi);
        }
        // A row that is not full keeps the width of the others.
        for _ in row.len()..BESIDE {
            page.beside();
            page.text(String::new());
        }
    }
}

fn small(view: &View<'_>, page: &mut Page<Target>, kpi: &Kpi) {
    let Some(mut chart) = chart(view, kpi) else { return };
    chart.ends.clear();
    let theme = view.theme;
    page.section(theme, format!("{} {}", kpi.id, kpi.name), Vec::new(), false);
    let draw: crate::widgets::page::Draw = Rc::new(move |area, buf| chart.draw(area, buf, theme));
    page.drawn(None, Drawn { least: 5, most: 8, step: 3, draw, said: Vec::new() });
}

/// Ranked as the chain has them: figure, path, how far apart, stand and course, and what that asks for.
fn table(view: &View<'_>, page: &mut Page<Target>) {
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

/// A percentage with its sign, any other figure as it is.
fn figure(view: &View<'_>, kpi: &Kpi, value: f64) -> String {
    if kpi.unit == "%" { notation::percent(value, 1, view.lang()) } else { notation::decimal(value, 1, view.lang()) }
}

/// A month in short.
pub fn month(view: &View<'_>, month: Month) -> String {
    notation::month_short(month.year, month.month, view.lang())
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

/// The plot in one sentence: what is needed and achieved, and whether the last value says anything.
pub fn one_sentence(view: &View<'_>, kpi: &Kpi) -> String {
    let Some(found) = evaluate(kpi, view.today()) else { return view.t("kpi-no-values") };
    let needed = match found.course {
        Course::Heading(heading) => {
            let args = [
                ("needed", view.signed(found.needed, 1).into()),
                ("achieved", view.signed(Some(heading.slope), 1).into()),
            ];
            view.with("kpi-needed-short", &args)
        }
        Course::TooFewPoints => view.t("kpi-too-few"),
    };
    let wide = view.width >= WIDE;
    let noise = match noise_limits(kpi) {
        _ if wide => noise(view, kpi, &found),
        Some((low, high)) if found.last >= low && found.last <= high => Some(view.t("kpi-noise-short")),
        Some(_) => Some(view.t("kpi-signal-short")),
        None => None,
    };
    [needed].into_iter().chain(noise).collect::<Vec<_>>().join(" ")
}

/// What the picture says, for people who would rather read.
pub fn sentences(view: &View<'_>, kpi: &Kpi) -> Vec<String> {
    let Some(found) = evaluate(kpi, view.today()) else { return vec![view.t("kpi-no-values")] };
    let mut said = vec![view.with(
        "kpi-stand",
        &[
            ("month", month(view, found.last_month).into()),
            ("last", figure(view, kpi, found.last).into()),
            ("path", figure(view, kpi, found.path).into()),
            ("gap", view.signed(Some(found.gap), 1).into()),
            ("stand", view.texts.term(found.stand).into()),
        ],
    )];
    if let Course::Heading(heading) = found.course {
        said.push(view.with(
            "kpi-course",
            &[
                ("month", month(view, heading.month).into()),
                ("forecast", figure(view, kpi, heading.forecast).into()),
                ("path", figure(view, kpi, heading.path).into()),
                ("course", view.texts.term(heading.colour).into()),
            ],
        ));
        said.push(view.with(
            "kpi-needed",
            &[
                ("needed", view.signed(found.needed, 2).into()),
                ("achieved", view.signed(Some(heading.slope), 2).into()),
            ],
        ));
    } else {
        said.push(view.t("kpi-too-few"));
    }
    said.extend(noise(view, kpi, &found));
    said.extend(small_numbers(view, kpi));
    said
}

fn noise(view: &View<'_>, kpi: &Kpi, found: &Evaluation) -> Option<String> {
    let (low, high) = noise_limits(kpi)?;
    let args = [("low", figure(view, kpi, low).into()), ("high", figure(view, kpi, high).into())];
    let inside = found.last >= low && found.last <= high;
    Some(view.with(if inside { "kpi-noise" } else { "kpi-signal" }, &args))
}

fn small_numbers(view: &View<'_>, kpi: &Kpi) -> Vec<String> {
    let mut said = Vec::new();
    if let Some((num, den, percent)) = aggregate(&kpi.values, 12) {
        let percent = notation::percent(percent, 1, view.lang());
        said.push(view.with("kpi-year", &[("num", num.into()), ("den", den.into()), ("percent", percent.into())]));
    }
    let named =
        |values: Vec<&KpiValue>| values.iter().map(|value| month(view, value.month)).collect::<Vec<_>>().join(", ");
    let hidden: Vec<&KpiValue> = kpi.values.iter().filter(|value| value.is_hidden()).collect();
    let small = kpi.values.iter().filter(|value| value.is_small()).count();
    if !hidden.is_empty() {
        said.push(view.with("kpi-hidden", &[("months", named(hidden).into())]));
    }
    if small > 0 {
        said.push(view.with("kpi-small", &[("count", small.into())]));
    }
    let provisional: Vec<&KpiValue> = kpi.values.iter().filter(|value| value.provisional).collect();
    if !provisional.is_empty() {
        said.push(view.with("kpi-provisional", &[("months", named(provisional).into())]));
    }
    said
}

/// What the selected KPI needs each month beside what it achieves, from one zero line.
fn pace(view: &View<'_>, page: &mut Page<Target>) {
    let Some(kpi) = shown(view) else { return };
    let Some(found) = evaluate(kpi, view.today()) else { return };
    let Course::Heading(heading) = found.course else { return };
    let Some(needed) = found.needed else { return };
    page.section(view.theme, view.t("pace-title"), Vec::new(), false);
    let (theme, lang) = (view.theme, view.lang());
    let names = [view.t("pace-needed"), view.t("pace-achieved")];
    let roles = [Role::Plain, role(heading.colour)];
    let values = [needed, heading.slope];
    let said = vec![one_sentence(view, kpi)];
    let draw: crate::widgets::page::Draw = Rc::new(move |area, buf| {
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
fn triangle_rows(view: &View<'_>, page: &mut Page<Target>) {
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

fn selected_kpi(desk: &mut Desk) -> Option<KpiId> {
    if let Some(Target::Kpi(id)) = desk.selected() {
        return Some(id);
    }
    let text = desk.t("select-a-kpi");
    desk.say(text);
    None
}

/// To the details of the selected KPI: the four steps.
fn details(desk: &mut Desk) {
    if let Some(id) = selected_kpi(desk) {
        desk.show_details(Subject::Kpi(id));
    }
}

fn value(desk: &mut Desk) {
    if let Some(id) = selected_kpi(desk) {
        ask_value(desk, id);
    }
}

/// `2026-12 63/106`, `63/106 voorlopig`, `59,4`: month first when it is not the one that is due.
pub fn ask_value(desk: &mut Desk, id: KpiId) {
    let Some(kpi) = desk.session().and_then(|session| session.kpis.iter().find(|kpi| kpi.id == id)).cloned() else {
        return;
    };
    let due = due_month(&kpi, Month::of(desk.clock.today()));
    let title = desk.with("kpi-value-title", &[("kpi", id.as_str().into())]);
    let hint = desk.t("kpi-value-hint");
    desk.ask(
        Field::KpiValue(id.clone()),
        title,
        hint,
        &format!("{due} "),
        false,
        Rc::new(move |desk, text| {
            let value = read_value(text).ok_or_else(|| desk.t("kpi-value-unclear"))?;
            desk.commit(vec![Change::Kpi(id.clone(), KpiEdit::Value(value))]).map(|_| ())
        }),
    );
    if let Some(Layer::Prompt(prompt)) = desk.layers.last_mut() {
        prompt.echo = Some(value_echo);
    }
}

/// The month after the newest value, and never after the last full month.
fn due_month(kpi: &Kpi, now: Month) -> Month {
    let newest = kpi.values.last().map(|value| value.month.plus(kpi.frequency.months()));
    newest.unwrap_or(now.plus(-1)).min(now)
}

/// Words after a value that say it is not final; grammar of the input in both languages.
const PROVISIONAL: [&str; 3] = ["voorlopig", "provisional", "(v)"];

/// Reads what [`ask_value`] takes; what follows the figure is its source.
pub fn read_value(text: &str) -> Option<KpiValue> {
    let (first, rest) = text.trim().split_once(char::is_whitespace)?;
    let month = Month::parse(first)?;
    let mut words = rest.split_whitespace();
    let figure = words.next()?;
    let rest: Vec<&str> = words.collect();
    let mut value = match figure.split_once('/') {
        Some((num, den)) => KpiValue::ratio(month, num.parse().ok()?, den.parse().ok()?),
        None => KpiValue::plain(month, notation::parse_decimal(figure)?),
    };
    value.provisional = rest.iter().any(|word| PROVISIONAL.contains(&word.to_lowercase().as_str()));
    let source: Vec<&str> =
        rest.into_iter().filter(|word| !PROVISIONAL.contains(&word.to_lowercase().as_str())).collect();
    value.source = source.join(" ");
    Some(value)
}

fn value_echo(desk: &Desk, text: &str) -> String {
    let Some(value) = read_value(text) else { return String::new() };
    let month = notation::month_long(value.month.year, value.month.month, desk.texts.lang);
    let figure = value.value.map(|figure| notation::decimal(figure, 1, desk.texts.lang));
    let figure = figure.unwrap_or_else(|| desk.t("kpi-value-hidden"));
    let status = desk.t(if value.provisional { "kpi-value-provisional" } else { "kpi-value-final" });
    desk.with("kpi-value-echo", &[("month", month.into()), ("value", figure.into()), ("status", status.into())])
}

/// Stand and course are worked out; the group says the cause, then decides what to adjust.
fn evaluation(desk: &mut Desk) {
    if let Some(id) = selected_kpi(desk) {
        ask_cause(desk, id);
    }
}

/// Asks for the cause of where a KPI stands, and after that what is adjusted.
pub fn ask_cause(desk: &mut Desk, id: KpiId) {
    let Some(view) = desk.view() else { return };
    let Some(kpi) = view.session.kpis.iter().find(|kpi| kpi.id == id) else { return };
    let stand = sentences(&view, kpi).into_iter().take(3).collect::<Vec<_>>().join(" ");
    let number = view.session.number;
    let earlier = view.session.evaluations.iter().find(|found| found.kpi == id && found.session == number);
    let cause = earlier.map(|found| found.cause.clone()).unwrap_or_default();
    let title = desk.with("evaluation-cause", &[("kpi", id.as_str().into())]);
    desk.ask(
        Field::KpiCause(id.clone()),
        title,
        stand,
        &cause,
        false,
        Rc::new(move |desk, text| {
            desk.commit(vec![Change::Kpi(id.clone(), KpiEdit::Cause(text.to_owned()))])?;
            ask_adjustment(desk, id.clone());
            Ok(())
        }),
    );
}

/// Asks what is adjusted.
pub fn ask_adjustment(desk: &mut Desk, id: KpiId) {
    let title = desk.with("evaluation-adjust", &[("kpi", id.as_str().into())]);
    let hint = desk.t("evaluation-adjust-hint");
    desk.ask(
        Field::KpiAdjustment(id.clone()),
        title,
        hint,
        "",
        false,
        Rc::new(move |desk, text| {
            if let Some(id) = desk.commit(vec![Change::Kpi(id.clone(), KpiEdit::Adjust(text.to_owned()))])? {
                desk.created(&id);
            }
            Ok(())
        }),
    );
}

/// Asks for the name of a new KPI.
pub fn new_kpi(desk: &mut Desk) {
    let (title, hint) = (desk.t("kpi-new"), desk.t("kpi-new-hint"));
    let submit = Rc::new(|desk: &mut Desk, text: &str| desk.commit(vec![Change::NewKpi(text.to_owned())]).map(|_| ()));
    desk.ask(Field::NewKpi, title, hint, "", false, submit);
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_read_as_people_type_it() {
        let ratio = read_value("2026-12 63/106 voorlopig GPS").unwrap();
        assert_eq!((ratio.value, ratio.num, ratio.den), (Some(59.4), Some(63), Some(106)));
        assert!(ratio.provisional);
        assert_eq!(ratio.source, "GPS");
        assert_eq!(read_value("2026-12 59,4").unwrap().value, Some(59.4));
        assert_eq!(read_value("2026-12 59.4%").unwrap().value, Some(59.4));
        assert_eq!(read_value("2026-12 7/9").unwrap().value, None, "below ten stays hidden");
        for wrong in ["", "59,4", "2026-13 5", "2026-12 x", "2026-12 1/x", "2026-12 -1/4"] {
            assert_eq!(read_value(wrong), None, "{wrong}");
        }
    }
}
