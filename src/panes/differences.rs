//! Differences: each position beside what its partner steers by, the register, and dissent against trust
//! (factor 7, domain §1h).

use super::quadrants::quadrants;
use super::{Pane, records};
use crate::desk::Desk;
use crate::desk::command::{Command, Key};
use crate::desk::field::Field;
use crate::desk::layers::{Layer, Reader, Tone};
use crate::desk::{Target, View};
use crate::documents::{Part, dialogue_card};
use crate::model::agenda::Room;
use crate::model::change::Change;
use crate::model::decision::{Decision, PositionCode};
use crate::model::difference::DifferenceStatus;
use crate::model::{PartnerCode, RecordId};
use crate::widgets::theme::Sign;
use crate::widgets::{Cell, Columns, Page, Role, WIDE};
use fluent_bundle::FluentValue;
use ratatui::layout::Constraint;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::rc::Rc;

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
    page.under();
    quadrants(view, &mut page);
    page.beside();
    register(view, &mut page);
    page.under();
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
            page.styled(view.t("proposal-none"), view.theme.dim());
        }
    }
    let wide = view.width >= WIDE;
    let mut widths = vec![Constraint::Length(5), Constraint::Length(24), Constraint::Fill(1)];
    let mut heads = vec![Cell::empty(), Cell::text(format!("  {}", view.t("positions-position")), view.theme.dim())];
    heads.push(Cell::text(view.t("field-logic"), view.theme.dim()));
    if wide {
        widths.push(Constraint::Fill(1));
        heads.push(Cell::text(view.t("field-red-lines"), view.theme.dim()));
    }
    let columns = Rc::new(Columns::close(widths));
    page.cells(None, &columns, heads);
    for partner in view.session.partners.iter() {
        let near = decision.map(|found| partner.profile.red_lines_near(&found.text)).unwrap_or_default();
        let mut cells = vec![
            Cell::text(partner.code.to_string(), view.theme.strong()),
            Cell::Text(Line::from(position(view, decision, &partner.code))),
            Cell::text(view.or_none(&partner.profile.logic), Style::new()),
        ];
        if wide {
            cells.push(red_lines(view, &partner.profile.red_lines, &near));
        }
        page.cells(Some(Target::Partner(partner.code.clone())), &columns, cells);
        // A red line that is touched is seen on every screen.
        for line in near.iter().filter(|_| !wide) {
            let text = view.with("red-line", &[("line", (*line).into())]);
            let sign = view.sign(Sign::Warning);
            page.push(None, vec![Span::styled(format!("      {sign} {text}"), view.theme.warn())], 8);
        }
    }
}

/// What a partner can't give up; what the proposal touches of it stands out.
fn red_lines(view: &View<'_>, lines: &[String], near: &[&str]) -> Cell {
    let mut spans = Vec::new();
    for line in lines {
        if !spans.is_empty() {
            spans.push(Span::styled("; ", view.theme.dim()));
        }
        let touched = near.contains(&line.as_str());
        let sign = if touched { format!("{} ", view.sign(Sign::Warning)) } else { String::new() };
        spans.push(Span::styled(format!("{sign}{line}"), if touched { view.theme.bad() } else { view.theme.dim() }));
    }
    Cell::Text(Line::from(spans))
}

/// What a partner says, or that it is in and not to be seen yet.
fn position(view: &View<'_>, decision: Option<&Decision>, code: &PartnerCode) -> Vec<Span<'static>> {
    let none = || vec![Span::styled(format!("  {}", view.t("none")), view.theme.dim())];
    let Some(decision) = decision else { return none() };
    if decision.sealed.has(code) {
        let text = format!("{} {}", view.sign(Sign::Done), view.t("round-row-in"));
        return vec![Span::styled(text, view.theme.dim())];
    }
    decision.position(code).map_or_else(none, |found| stance(view, found.code))
}

/// A position with its sign, its letter and its word; what is in the way is the heaviest.
pub fn stance(view: &View<'_>, code: PositionCode) -> Vec<Span<'static>> {
    let theme = view.theme;
    let (sign, role) = stance_sign(code);
    let full = view.texts.term(code);
    let said = short(code).map_or(full, |short| view.t(short));
    let text = format!("{} {said}", code.letter());
    match role {
        Role::Red => vec![Span::styled(format!("{} {text} ", view.sign(sign)), theme.chip(Role::Red))],
        Role::Amber => vec![
            Span::styled(format!("{} ", view.sign(sign)), theme.mark(Role::Amber)),
            Span::styled(text, theme.warn().patch(theme.strong())),
        ],
        Role::Green | Role::Accent | Role::Seen | Role::Plain | Role::Line => {
            vec![Span::styled(format!("{} ", view.sign(sign)), theme.mark(role)), Span::raw(text)]
        }
    }
}

/// The sign of a position, and what it means.
pub fn stance_sign(code: PositionCode) -> (Sign, Role) {
    match code {
        PositionCode::Objection | PositionCode::Against => (Sign::Red, Role::Red),
        PositionCode::Reserved => (Sign::Amber, Role::Amber),
        PositionCode::Agree | PositionCode::AgreeWithNote | PositionCode::NoObjection => (Sign::Green, Role::Green),
        PositionCode::Abstain => (Sign::Todo, Role::Plain),
        PositionCode::Absent => (Sign::Skipped, Role::Plain),
    }
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
        page.styled(view.t("differences-empty"), view.theme.dim());
    }
    for status in DifferenceStatus::ALL {
        for difference in all.iter().filter(|found| found.status == status) {
            records::difference_in_full(view, page, difference);
        }
    }
}

/// What came back from the shop floor.
fn floor(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.t("shopfloor"));
    if view.session.shopfloor.is_empty() {
        page.styled(view.t("shopfloor-empty"), view.theme.dim());
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
