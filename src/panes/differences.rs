//! Differences: each position beside what its partner steers by, the register, and dissent against trust
//! (factor 7, domain §1h).

use super::{Pane, records};
use crate::desk::Desk;
use crate::desk::command::{Command, Key};
use crate::desk::field::Field;
use crate::desk::layers::{Layer, Reader, Tone};
use crate::desk::{Target, View, cell};
use crate::documents::{Part, dialogue_card};
use crate::model::agenda::Room;
use crate::model::change::Change;
use crate::model::decision::{Decision, PositionCode};
use crate::model::difference::DifferenceStatus;
use crate::model::history::dissent::{DISSENT_MUCH, Point, Quadrant, TRUST_HIGH, points};
use crate::model::{PartnerCode, RecordId};
use crate::widgets::{Page, Why};
use crate::widgets::theme::Sign;
use fluent_bundle::FluentValue;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// This pane.
pub static PANE: Pane = Pane { room: Room::Differences, heading: "room-differences", view, commands: &COMMANDS };

static COMMANDS: [Command; 3] = [
    Command::writes("cmd-reveal-positions", &[Key::Char('g')], reveal),
    Command::reads("cmd-dialogue-card", &[Key::Char('c')], show_card),
    Command::writes("cmd-shopfloor", &[Key::Char('i')], shopfloor),
];

fn view(view: &View<'_>) -> Page<Target> {
    let mut page = Page::default();
    proposal(view, &mut page);
    register(view, &mut page);
    page.beside();
    quadrants(view, &mut page);
    floor(view, &mut page);
    page
}

/// The proposal the group is at: the selected one, else the newest of this session, else what the item is about.
fn on_the_table<'a>(view: &View<'a>) -> Option<&'a Decision> {
    let session = view.session;
    let chosen = if let Some(Target::Record(id)) = view.cursor.get() { session.decision(id) } else { None };
    let open = || session.own_decisions().filter(|found| found.outcome.is_none()).last();
    let about = || view.item.iter().flat_map(|item| &item.about).find_map(|id| session.decision(id));
    let differed = || session.differences.iter().rev().find_map(|found| session.decision(found.decision.as_ref()?));
    let newest = || session.decisions.last();
    chosen.or_else(open).or_else(about).or_else(differed).or_else(newest)
}

/// Beside each position what the partner steers by and can't give up; a red line that is touched stands out.
fn proposal(view: &View<'_>, page: &mut Page<Target>) {
    let decision = on_the_table(view);
    match decision {
        Some(decision) => {
            page.heading(view.theme, view.t("positions-beside"));
            records::decision(view, page, decision);
        }
        None => {
            page.heading(view.theme, view.t("partner-cards"));
            view.nothing(page, Why::NotYet, "proposal-none");
        }
    }
    let columns = if view.width < 90 { 17 } else { 22 };
    for partner in view.session.partners.iter() {
        let (position, style) = position(view, decision, &partner.code, columns);
        let spans = vec![
            Span::styled(cell(partner.code.as_str(), 5), view.theme.strong()),
            Span::styled(format!("{} ", cell(&position, columns)), style),
            Span::raw(view.or_none(&partner.profile.logic)),
        ];
        page.push(Some(Target::Partner(partner.code.clone())), spans, columns + 6);
        let near = decision.map(|found| partner.profile.red_lines_near(&found.text)).unwrap_or_default();
        let rest: Vec<&str> = [&partner.profile.law, &partner.profile.rhythm].into_iter().map(String::as_str).collect();
        let rest: Vec<&str> = rest.into_iter().filter(|text| !text.is_empty()).collect();
        let mut spans = vec![Span::styled(format!("     {}", rest.join("; ")), view.theme.dim())];
        for line in &partner.profile.red_lines {
            let touched = near.contains(&line.as_str());
            let (sign, style) =
                if touched { (Sign::Warning, view.theme.warn()) } else { (Sign::Bullet, view.theme.dim()) };
            let text = view.with("red-line", &[("line", line.as_str().into())]);
            spans.push(Span::styled(format!("  {} {text}", view.sign(sign)), style));
        }
        page.push(None, spans, 5);
    }
}

/// What a partner says, or that it is in and not to be seen yet.
fn position(view: &View<'_>, decision: Option<&Decision>, code: &PartnerCode, columns: usize) -> (String, Style) {
    let Some(decision) = decision else { return (view.t("none"), view.theme.dim()) };
    if decision.sealed.has(code) {
        return (format!("{} {}", view.sign(Sign::Done), view.t("round-row-in")), view.theme.dim());
    }
    decision.position(code).map_or_else(
        || (view.t("none"), view.theme.dim()),
        |found| {
            let style = if found.code.is_dissent() { view.theme.warn() } else { Style::new() };
            let full = view.texts.term(found.code);
            let fits = crate::widgets::width(&full) + 2 <= columns;
            let said = short(found.code).filter(|_| !fits).map_or(full, |short| view.t(short));
            (format!("{} {said}", found.code.letter()), style)
        },
    )
}

/// A position in few words, where its own would be cut so that it seems to say something else.
fn short(code: PositionCode) -> Option<&'static str> {
    match code {
        PositionCode::AgreeWithNote => Some("position-short-agree-with-note"),
        PositionCode::NoObjection => Some("position-short-no-objection"),
        PositionCode::Objection => Some("position-short-objection"),
        PositionCode::Agree
        | PositionCode::Against
        | PositionCode::Abstain
        | PositionCode::Reserved
        | PositionCode::Absent => None,
    }
}

/// Disagreements by where they stand; what is settled last.
fn register(view: &View<'_>, page: &mut Page<Target>) {
    let all = &view.session.differences;
    let count = |status| all.iter().filter(|found| found.status == status).count();
    let args = [
        ("open", count(DifferenceStatus::Open).into()),
        ("agreed", count(DifferenceStatus::AgreedToDisagree).into()),
        ("resolved", count(DifferenceStatus::Resolved).into()),
    ];
    page.heading(view.theme, view.with("differences-register", &args));
    if all.is_empty() {
        view.nothing(page, Why::NotYet, "differences-empty");
    }
    for status in DifferenceStatus::ALL {
        for difference in all.iter().filter(|found| found.status == status) {
            records::difference_in_full(view, page, difference);
        }
    }
}

/// Four fields with the sessions in them, and the last one in words.
fn quadrants(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.t("quadrants"));
    let points = points(view.session);
    let Some(last) = points.last() else {
        return view.nothing(page, Why::NotYet, "quadrants-empty");
    };
    page.picture(None, picture(view, &points));
    let dissent = view.number(Some(DISSENT_MUCH));
    let args = [("trust", view.grade(Some(TRUST_HIGH)).into()), ("dissent", dissent.into())];
    page.styled(view.with("quadrants-legend", &args), view.theme.dim());
    for point in points.iter().rev().take(3).rev() {
        let args = [
            ("number", point.session.into()),
            ("dissent", view.number(Some(point.dissent)).into()),
            ("trust", view.number(Some(point.trust)).into()),
            ("quadrant", view.texts.term(point.quadrant()).into()),
        ];
        page.text(view.with(if point.checked { "quadrant-checked" } else { "quadrant-by-temperature" }, &args));
    }
    let advice = match last.quadrant() {
        Quadrant::Calm => "quadrant-advice-calm",
        Quadrant::Healthy => "quadrant-advice-healthy",
        Quadrant::FalsePeace => "quadrant-advice-false-peace",
        Quadrant::Strife => "quadrant-advice-strife",
    };
    page.text(view.t(advice));
}

/// Columns of a field.
const FIELD: usize = 18;

fn picture(view: &View<'_>, points: &[Point]) -> Vec<Line<'static>> {
    let (bar, cross, rail) = if view.theme.ascii { ("|", "+", "-") } else { ("│", "┼", "─") };
    let inside = |quadrant: Quadrant| {
        let here = points.iter().filter(|point| point.quadrant() == quadrant);
        let here: Vec<String> =
            here.map(|point| view.with("quadrant-mark", &[("number", point.session.into())])).collect();
        here.join(" ")
    };
    let row = |left: String, right: String, style: Style| {
        Line::from(vec![
            Span::styled(cell(&view.theme.text(&left), FIELD), style),
            Span::styled(format!("{bar} "), view.theme.dim()),
            Span::styled(cell(&view.theme.text(&right), FIELD), style),
        ])
    };
    let named = |left: Quadrant, right: Quadrant| {
        let (dim, strong) = (view.theme.dim(), view.theme.strong());
        [row(view.texts.term(left), view.texts.term(right), dim), row(inside(left), inside(right), strong)]
    };
    let [calm, healthy, peace, strife] = Quadrant::ALL;
    let mut lines = Vec::from(named(calm, healthy));
    let rule = format!("{}{cross}{}", rail.repeat(FIELD), rail.repeat(FIELD + 1));
    lines.push(Line::from(Span::styled(rule, view.theme.dim())));
    lines.extend(named(peace, strife));
    lines
}

/// What came back from the shop floor.
fn floor(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.t("shopfloor"));
    if view.session.shopfloor.is_empty() {
        view.nothing(page, Why::NotYet, "shopfloor-empty");
    }
    for signal in view.session.shopfloor.iter().rev().take(6) {
        let about = signal.about.as_ref().map(|id| format!("  {id}")).unwrap_or_default();
        let args = [("number", signal.session.into()), ("people", signal.people.into())];
        let spans = vec![
            Span::styled(format!("{}{about}  ", view.with("shopfloor-row", &args)), view.theme.dim()),
            Span::raw(signal.text.clone()),
        ];
        page.push(None, spans, 4);
    }
}

/// What is worth knowing about a partner while it takes its position; a red line that `text` comes near stands out.
pub fn card(view: &View<'_>, code: &PartnerCode, text: &str) -> Vec<String> {
    let Some(partner) = view.session.partner(code) else { return Vec::new() };
    let profile = &partner.profile;
    let near = profile.red_lines_near(text);
    let marked = profile.red_lines.iter().map(|line| match near.contains(&line.as_str()) {
        true => format!("{} {line}", view.sign(Sign::Warning)),
        false => line.clone(),
    });
    let lines = [
        ("field-logic", profile.logic.clone()),
        ("field-law", profile.law.clone()),
        ("field-rhythm", profile.rhythm.clone()),
        ("field-red-lines", marked.collect::<Vec<_>>().join("; ")),
    ];
    let said = lines.into_iter().filter(|(_, text)| !text.is_empty());
    said.map(|(label, text)| format!("{}: {text}", view.t(label))).collect()
}

fn reveal(desk: &mut Desk) {
    let found = desk.view().and_then(|view| on_the_table(&view).map(|found| (found.id.clone(), found.sealed.len())));
    match found {
        Some((id, count)) if count > 0 => super::positions::reveal(desk, id),
        _ => {
            let text = desk.t("refused-nothing-sealed");
            desk.say(text);
        }
    }
}

/// The disagreement or decision that a card would be about.
fn subject(desk: &Desk) -> Option<RecordId> {
    let selected = desk.selected_record().filter(dialogue_card::can_be_about);
    selected.or_else(|| desk.view().and_then(|view| on_the_table(&view).map(|found| found.id.clone())))
}

fn show_card(desk: &mut Desk) {
    let card = subject(desk).zip(desk.session()).and_then(|(id, session)| {
        let parts = dialogue_card::document(session, &id, &[], &desk.texts)?;
        Some((id, read_aloud(parts)))
    });
    let Some((id, mut lines)) = card else {
        let text = desk.t("select-a-difference");
        return desk.say(text);
    };
    lines.push((desk.with("card-export", &[("number", id.as_str().into())]), Tone::Plain));
    let title = desk.with("card-title", &[("number", id.as_str().into())]);
    desk.layers.push(Layer::Reader(Reader { title, lines, scroll: 0 }));
}

/// A document as it is read from the screen.
fn read_aloud(parts: Vec<Part>) -> Vec<(String, Tone)> {
    let mut lines = Vec::new();
    for part in parts {
        match part {
            Part::Title(_) | Part::Art(_) | Part::Picture { .. } | Part::Table(_) => continue,
            Part::Heading(text) => lines.push((text, Tone::Heading)),
            Part::Text(text) | Part::Quote(text) => lines.push((text, Tone::Plain)),
            Part::List(items) => lines.extend(items.into_iter().map(|item| (format!("- {item}"), Tone::Plain))),
        }
        lines.push((String::new(), Tone::Plain));
    }
    lines
}

/// How many people talked, and what they say.
fn shopfloor(desk: &mut Desk) {
    let about = subject(desk);
    ask_shopfloor(desk, about);
}

/// Asks what the shop floor says of something.
pub fn ask_shopfloor(desk: &mut Desk, about: Option<RecordId>) {
    desk.ask_line(Field::Shopfloor(about.clone()), "shopfloor-ask", "shopfloor-hint", move |desk, answer| {
        let (people, text) = answer.trim().split_once(' ').ok_or_else(|| desk.t("shopfloor-unclear"))?;
        let people: u32 = people.parse().map_err(|_| desk.t("shopfloor-unclear"))?;
        let change = Change::Shopfloor { about: about.clone(), people, text: text.to_owned() };
        desk.commit(vec![change])?;
        let text = desk.with("shopfloor-kept", &[("people", FluentValue::from(people))]);
        desk.say(text);
        Ok(())
    });
}
