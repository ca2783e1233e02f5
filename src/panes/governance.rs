//! Escalations and governance: does this belong here, what keeps coming up, covenant and mandates (factor 3, §6.4).

use super::chain_map::{self, short};
use super::{Pane, covenant, records, rows};
use crate::desk::command::{Command, Key};
use crate::desk::echo::date_echo;
use crate::desk::field::Field;
use crate::desk::layers::{Choice, Layer};
use crate::desk::record::new;
use crate::desk::{Desk, form};
use crate::desk::{Subject, Target, View};
use crate::model::agenda::Room;
use crate::model::change::{Change, EscalationEdit, GovernanceEdit};
use crate::model::governance::Level;
use crate::model::governance::escalation::{
    Assignment, Escalation, EscalationReason, Prepared, UPWARD_AMBER, UPWARD_RED, Upward,
};
use crate::model::statements::stall::unanchored;
use crate::model::{PartnerCode, RecordId, RecordKind};
use crate::text::{Term, date_input, notation};
use crate::widgets::theme::Sign;
use crate::widgets::{Cell, Columns, Page, Role, Why};
use ratatui::layout::Constraint;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::rc::Rc;

/// This pane.
pub static PANE: Pane = Pane { room: Room::Governance, heading: "room-governance", view, commands: &COMMANDS };

static COMMANDS: [Command; 5] = [
    Command::writes("cmd-guard", &[Key::Char('g')], guard),
    Command::writes("cmd-new-escalation", &[Key::Char('i')], |desk| new(desk, RecordKind::Escalation)),
    Command::writes("cmd-covenant", &[Key::Char('c')], covenant::prepare),
    Command::reads("cmd-covenant-changes", &[Key::Char('v')], covenant::show_changes),
    Command::writes("cmd-new-body", &[Key::Char('b')], new_body),
];

/// Mandates that end within so many days are named here.
const MANDATES_DAYS: i64 = 90;

fn view(view: &View<'_>) -> Page<Target> {
    let mut page = Page::default();
    escalations(view, &mut page);
    page.under();
    rate(view, &mut page);
    covenant::amendment(view, &mut page);
    waiting_for_covenant(view, &mut page);
    mandates(view, &mut page);
    page.beside();
    chain_map::links(view, &mut page);
    chain_map::bodies(view, &mut page);
    chain_map::dependencies(view, &mut page);
    covenant::covenant(view, &mut page);
    page
}

/// Where each came from, whether it belongs here, and what came of it; new ones first.
fn escalations(view: &View<'_>, page: &mut Page<Target>) {
    page.section(view.theme, view.t("escalations"), Vec::new(), false);
    if view.session.escalations.is_empty() {
        return view.nothing(page, Why::InOrder, "escalations-empty");
    }
    let columns = Rc::new(Columns::close([
        Constraint::Length(9),
        Constraint::Length(6),
        Constraint::Fill(1),
        Constraint::Length(22),
        Constraint::Length(8),
    ]));
    let heads = ["", "ladder", "escalation-what", "escalation-state", "escalation-days"];
    let head = |id: &str| Cell::text(if id.is_empty() { String::new() } else { view.t(id) }, view.theme.dim());
    page.cells(None, &columns, heads.map(head).to_vec());
    let (new, old): (Vec<_>, Vec<_>) =
        view.session.escalations.iter().partition(|found| found.session == view.session.number);
    new.iter().for_each(|found| escalation(view, page, &columns, found));
    if !old.is_empty() {
        page.styled(view.t("escalations-earlier"), view.theme.dim());
        old.iter().for_each(|found| escalation(view, page, &columns, found));
    }
}

fn escalation(view: &View<'_>, page: &mut Page<Target>, columns: &Rc<Columns>, found: &Escalation) {
    let path: Vec<String> = found.path.iter().map(|level| short(*level).to_string()).collect();
    let (state, style) = state(view, found);
    let arrow = if view.theme.ascii { ">" } else { "→" };
    let days = view.with("days-short", &[("count", found.days(view.today()).into())]);
    page.cells(
        Some(Target::Record(found.id.clone())),
        columns,
        vec![
            Cell::text(found.id.to_string(), view.theme.key()),
            Cell::text(path.join(arrow), view.theme.dim()),
            Cell::text(found.title.clone(), Style::new()),
            Cell::text(state, style),
            Cell::right(days, view.theme.dim()),
        ],
    );
    let flags = flags(view, found);
    if !flags.is_empty() {
        let sign = Span::styled(format!("          {} ", view.sign(Sign::Amber)), view.theme.mark(Role::Amber));
        page.push(None, vec![sign, Span::styled(flags.join("; "), view.theme.dim())], 12);
    }
}

fn state(view: &View<'_>, found: &Escalation) -> (String, Style) {
    match found.outcome {
        _ if found.awaits_guard() => (view.t("guard-asks"), view.theme.warn()),
        None => (view.t("admitted"), Style::new()),
        Some(outcome) if found.closed.is_some() => {
            let date = view.date(found.closed);
            (
                format!("{}, {}", view.texts.term(outcome), view.with("closed-on", &[("date", date.into())])),
                view.theme.good(),
            )
        }
        Some(outcome) => (view.texts.term(outcome), Style::new()),
    }
}

/// What there is to see about an escalation before content: repeats, skipped levels, not prepared, belongs below.
fn flags(view: &View<'_>, found: &Escalation) -> Vec<String> {
    let mut flags = Vec::new();
    if let Some(earlier) = &found.repeats {
        flags.push(view.with("flag-repeats", &[("number", earlier.as_str().into())]));
    }
    if found.skips_a_level() {
        flags.push(view.t("flag-skips"));
    }
    match found.prepared {
        Some(Prepared::No) => flags.push(view.t("flag-unprepared")),
        Some(Prepared::Partly) => flags.push(view.t("flag-half-prepared")),
        Some(Prepared::Yes) | None => {}
    }
    if found.within_lower_mandate == Some(true) {
        flags.push(view.t("flag-within"));
    }
    flags
}

/// Bars of what belonged below, with the results of the same sessions under it: seen together, no proof.
fn rate(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.t("upward"));
    let session = view.session;
    let mut rows: Vec<(u32, Upward, Option<String>)> = session
        .look_back
        .iter()
        .map(|tally| {
            let actions = tally.actions_with(&session.actions);
            let rate = actions.rate().map(|rate| notation::percent(rate * 100.0, 0, view.lang()));
            (tally.session, tally.upward(), rate)
        })
        .collect();
    rows.push((session.number, Upward::of(&session.escalations, session.number), None));
    let columns = Rc::new(Columns::close([
        Constraint::Length(6),
        Constraint::Fill(1),
        Constraint::Length(9),
        Constraint::Length(15),
        Constraint::Length(14),
    ]));
    let heads = ["upward-below", "upward-unprepared", "upward-on-time"];
    let heads = heads.map(|id| Cell::right(view.t(id), view.theme.dim()));
    page.cells(None, &columns, [Cell::empty(), Cell::empty()].into_iter().chain(heads).collect());
    for (number, upward, on_time) in rows.iter().rev().take(6).rev() {
        let rate = upward.rate();
        let (sign, role) = match rate {
            Some(rate) if rate >= UPWARD_RED - 1e-9 => (Sign::Red, Role::Red),
            Some(rate) if rate >= UPWARD_AMBER - 1e-9 => (Sign::Amber, Role::Amber),
            Some(_) => (Sign::Green, Role::Green),
            None => (Sign::Todo, Role::Plain),
        };
        let figure = |count: u32| Cell::right(count.to_string(), Style::new());
        let cells = vec![
            Cell::Text(Line::from(vec![
                Span::styled(view.sign(sign), view.theme.mark(role)),
                Span::styled(
                    format!(" {}", view.with("quadrant-mark", &[("number", (*number).into())])),
                    view.theme.dim(),
                ),
            ])),
            Cell::Bar { part: f64::from(upward.within_mandate), whole: f64::from(upward.n), role },
            Cell::right(format!("{}/{}", upward.within_mandate, upward.n), view.theme.strong()),
            figure(upward.unprepared),
            Cell::right(on_time.clone().unwrap_or_else(|| view.t("none")), Style::new()),
        ];
        page.cells(None, &columns, cells);
    }
    page.styled(view.t("upward-legend"), view.theme.dim());
}

fn waiting_for_covenant(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.t("unanchored"));
    let waiting = unanchored(view.session, view.today());
    if waiting.is_empty() && view.session.governance.covenant.is_some() {
        view.nothing(page, Why::InOrder, "unanchored-none");
    }
    for (id, days) in waiting {
        let Some(decision) = view.session.decision(&id) else { continue };
        records::decision(view, page, decision);
        view.warning(page, records::unanchored(view, decision, days));
    }
}

fn mandates(view: &View<'_>, page: &mut Page<Target>) {
    page.heading(view.theme, view.with("mandates-ending", &[("days", MANDATES_DAYS.into())]));
    let ending = view.session.mandates_ending(view.today(), MANDATES_DAYS);
    if ending.is_empty() {
        view.nothing(page, Why::InOrder, "mandates-none");
    }
    for (partner, person, until) in ending {
        let days = (until - view.today()).num_days();
        let args = [("partner", partner.as_str().into()), ("person", person.into()), ("days", days.into())];
        view.warning(page, view.with(if days < 0 { "mandate-ended" } else { "mandate-ends" }, &args));
    }
}

fn guard(desk: &mut Desk) {
    let id = desk.selected_record().filter(|id| id.kind() == Some(RecordKind::Escalation));
    match id {
        Some(id) => ask_guard(desk, id),
        None => {
            let text = desk.t("select-an-escalation");
            desk.say(text);
        }
    }
}

/// *Does this belong here?* comes before content; back with an assignment is the first answer.
pub fn ask_guard(desk: &mut Desk, id: RecordId) {
    let Some(view) = desk.view() else { return };
    let Some(found) = view.session.escalations.iter().find(|found| found.id == id) else { return };
    let mut explanation = view.with("guard-question", &[("title", found.title.as_str().into())]);
    for flag in flags(&view, found) {
        explanation.push_str(&format!("\n{} {flag}", view.sign(Sign::Bullet)));
    }
    explanation.push('\n');
    let reasons = EscalationReason::ALL.into_iter().filter(|reason| *reason != EscalationReason::WorkingMethod);
    let reasons: Vec<EscalationReason> = reasons.collect();
    let mut choices = vec![Choice::plain(view.t("guard-return"))];
    choices.extend(
        reasons.iter().map(|reason| Choice::plain(view.with("guard-admit", &[("reason", view.t(reason.id()).into())]))),
    );
    let title = desk.with("guard-here-title", &[("number", id.as_str().into())]);
    desk.pick(
        title,
        explanation,
        choices,
        Rc::new(move |desk, place| match place.checked_sub(1) {
            None => ask_assignment(desk, id.clone()),
            Some(reason) => {
                desk.carry_out(vec![Change::Escalation(
                    id.clone(),
                    EscalationEdit::Admit(reasons[reason.min(reasons.len() - 1)]),
                )]);
            }
        }),
    );
}

/// What goes down with it: a mandate, an owner, a date.
pub fn ask_assignment(desk: &mut Desk, id: RecordId) {
    desk.ask_line(
        Field::Assignment(id.clone()),
        "assignment-mandate",
        "assignment-mandate-hint",
        move |desk, mandate| {
            if mandate.is_empty() {
                return Err(desk.t("refused-blank"));
            }
            ask_owner(desk, id.clone(), mandate.to_owned());
            Ok(())
        },
    );
}

fn ask_owner(desk: &mut Desk, id: RecordId, mandate: String) {
    let codes = rows::partners(desk);
    let choices = desk.session().map(form::partners_to_choose).unwrap_or_default();
    let title = desk.t("assignment-owner");
    desk.pick(
        title,
        String::new(),
        choices,
        Rc::new(move |desk, place| {
            if let Some(owner) = codes.get(place) {
                ask_due(desk, id.clone(), mandate.clone(), owner.clone());
            }
        }),
    );
}

fn ask_due(desk: &mut Desk, id: RecordId, mandate: String, owner: PartnerCode) {
    desk.ask_line(Field::AssignmentDue(id.clone()), "assignment-due", "date-hint", move |desk, text| {
        let due = date_input::parse_date(text, desk.clock.today()).ok_or_else(|| desk.t("date-unclear"))?;
        let assignment = Assignment { mandate: mandate.clone(), owner: owner.clone(), due: Some(due) };
        desk.commit(vec![Change::Escalation(id.clone(), EscalationEdit::Return(assignment))]).map(|_| ())
    });
    if let Some(Layer::Prompt(prompt)) = desk.layers.last_mut() {
        prompt.echo = Some(date_echo);
    }
}

/// Asks for a new consultation: its level, then its name.
pub fn new_body(desk: &mut Desk) {
    let levels = [Level::Tactical, Level::Operational];
    let choices = levels.into_iter().map(|level| Choice::plain(desk.t(level.id()))).collect();
    let title = desk.t("body-level");
    desk.pick(
        title,
        String::new(),
        choices,
        Rc::new(move |desk, place| {
            if let Some(level) = levels.get(place) {
                ask_body(desk, *level);
            }
        }),
    );
}

/// Asks for the name of a new consultation.
pub fn ask_body(desk: &mut Desk, level: Level) {
    desk.ask_line(Field::Body(level), "body-name", "new-line-hint", move |desk, name| {
        desk.commit(vec![Change::Governance(GovernanceEdit::AddBody(name.to_owned(), level))])?;
        desk.show_details(Subject::Body(name.trim().to_owned()));
        Ok(())
    });
}
