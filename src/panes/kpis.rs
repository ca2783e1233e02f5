//! KPIs: stand and course of each, the plot of one, the triangle, interim evaluation (factor 2, domain §6.3).

use super::Pane;
use super::kpi_pace::{pace, triangle_rows};
use super::kpi_plot::{chart, picture};
use super::kpi_table::table;
use crate::desk::Desk;
use crate::desk::Subject;
use crate::desk::command::{Command, Key};
use crate::desk::field::Field;
use crate::desk::layers::Layer;
use crate::desk::{Target, View};
use crate::model::agenda::Room;
use crate::model::change::{Change, KpiEdit};
use crate::model::kpi::figures::{Course, Evaluation, aggregate, evaluate, noise_limits};
use crate::model::kpi::{Kpi, KpiValue};
use crate::model::{KpiId, Month};
use crate::text::notation;
use crate::widgets::page::Draw;
use crate::widgets::{Drawn, Page, WIDE, Why};
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
        view.nothing(&mut page, Why::NotYet, "kpis-empty");
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
    if let Some(kpi) = shown(view) {
        pace(view, &mut page, kpi);
    }
    page.beside();
    triangle_rows(view, &mut page);
    page
}

/// From so many rows on the other KPIs stand under the one that is selected.
const ROOMY: u16 = 50;
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
    let draw: Draw = Rc::new(move |area, buf| chart.draw(area, buf, theme));
    page.drawn(None, Drawn { least: 5, most: 8, step: 3, draw, said: Vec::new() });
}

/// A percentage with its sign, any other figure as it is.
fn figure(view: &View<'_>, kpi: &Kpi, value: f64) -> String {
    if kpi.unit == "%" { notation::percent(value, 1, view.lang()) } else { notation::decimal(value, 1, view.lang()) }
}

/// A month in short.
pub fn month(view: &View<'_>, month: Month) -> String {
    notation::month_short(month.year, month.month, view.lang())
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
