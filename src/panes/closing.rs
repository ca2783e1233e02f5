//! Closing: read back, what goes along, ratings, next date, closed (domain §2.1, §2.4).

use super::{Pane, records};
use crate::desk::Desk;
use crate::desk::command::{Command, Key};
use crate::desk::echo::meeting_day_echo;
use crate::desk::field::Field;
use crate::desk::layers::{Call, Layer, RollCall};
use crate::desk::{Target, View, cell};
use crate::model::PartnerCode;
use crate::model::agenda::{Purpose, Room};
use crate::model::carry::{carry_over, preview};
use crate::model::change::{Change, MeetingEdit};
use crate::model::session::State;
use crate::panes::ambition::{score_keys, score_of};
use crate::text::{date_input, hidden_words, notation};
use crate::widgets::theme::Sign;
use crate::widgets::{Cell, Columns, Page, Role};
use chrono::{Days, NaiveDate};
use ratatui::layout::Constraint;
use ratatui::style::Style;
use ratatui::text::Span;
use std::rc::Rc;

/// This pane.
pub static PANE: Pane = Pane { room: Room::Closing, heading: "room-closing", view, commands: &COMMANDS };

static COMMANDS: [Command; 4] = [
    Command::writes("cmd-read-back", &[Key::Char('b')], read_back),
    Command::writes("cmd-ratings", &[Key::Char('r')], ratings),
    Command::writes("cmd-next-date", &[Key::Char('v')], next_date),
    Command::writes("cmd-close", &[Key::Char('C')], close),
];

/// Until somebody names a date, the next meeting is thought of a quarter later.
const QUARTER: Days = Days::new(91);

fn view(view: &View<'_>) -> Page<Target> {
    let mut page = Page::default();
    steps(view, &mut page);
    page.under();
    read_back_rows(view, &mut page);
    page.under();
    goes_along(view, &mut page);
    page.beside();
    ratings_rows(view, &mut page);
    minutes(view, &mut page);
    page
}

/// The steps of the closing, with what is still to be done.
fn steps(view: &View<'_>, page: &mut Page<Target>) {
    let closing = &view.session.closing;
    page.blank();
    let columns = Rc::new(Columns::close([Constraint::Length(2), Constraint::Fill(1)]));
    let mut step = |done: bool, text: String| {
        let (sign, role) = if done { (Sign::Done, Role::Green) } else { (Sign::Amber, Role::Amber) };
        let style = if done { view.theme.dim() } else { view.theme.strong() };
        page.cells(None, &columns, vec![Cell::text(view.sign(sign), view.theme.mark(role)), Cell::text(text, style)]);
    };
    step(closing.read_back, view.t("step-read-back"));
    let args = [("count", closing.ratings.len().into()), ("all", view.session.partners.len().into())];
    step(closing.ratings.len() == view.session.partners.len(), view.with("step-ratings", &args));
    match closing.next_date {
        Some(date) => step(true, view.with("step-next", &[("date", notation::date_full(date, view.lang()).into())])),
        None => step(false, view.t("step-next-open")),
    }
    let choices = view.session.conflicts.len();
    if choices > 0 {
        step(false, view.with("step-choose", &[("count", choices.into())]));
    }
    for hidden in view.session.hidden() {
        step(false, hidden_words(view.texts, &hidden));
    }
    step(view.session.state == State::Closed, view.t("step-close"));
}

/// Decisions, positions, reservations and actions of this session, to be read aloud.
fn read_back_rows(view: &View<'_>, page: &mut Page<Target>) {
    let session = view.session;
    page.heading(view.theme, view.t("read-back"));
    let mut any = false;
    for decision in session.own_decisions() {
        any = true;
        records::decision(view, page, decision);
        for position in decision.positions.iter().filter(|position| !position.reason.is_empty()) {
            let text = view.with(
                "reason-line",
                &[
                    ("partner", position.partner.as_str().into()),
                    ("position", view.texts.term(position.code).into()),
                    ("reason", position.reason.as_str().into()),
                ],
            );
            page.push(None, vec![Span::raw(format!("          {text}"))], 10);
        }
    }
    for difference in session.differences.iter().filter(|found| found.session == session.number) {
        any = true;
        records::difference(view, page, difference);
    }
    for action in session.actions.iter().filter(|found| found.session == session.number) {
        any = true;
        records::action(view, page, action);
    }
    if !any {
        page.styled(view.nothing_on_record(), view.theme.dim());
    }
}

fn goes_along(view: &View<'_>, page: &mut Page<Target>) {
    let preview = preview(view.session);
    let list = |ids: &[crate::model::RecordId]| {
        let ids: Vec<&str> = ids.iter().map(crate::model::RecordId::as_str).collect();
        if ids.is_empty() { view.t("none") } else { ids.join(", ") }
    };
    page.heading(view.theme, view.t("carry-title"));
    page.text(view.with("carry-records", &[("records", list(&preview.records).into())]));
    if !preview.items.is_empty() {
        page.text(view.with("carry-items", &[("items", preview.items.join("; ").into())]));
    }
    page.styled(view.with("carry-stays", &[("records", list(&preview.stays).into())]), view.theme.dim());
    let waiting = view.session.agenda.items.iter().filter(|item| item.outcome.is_none() && item.room != Room::Closing);
    let waiting: Vec<&str> = waiting.map(|item| item.no.as_str()).collect();
    if !waiting.is_empty() && view.session.state == State::Live {
        view.warning(page, view.with("carry-not-reached", &[("items", waiting.join(", ").into())]));
    }
    let done = view.session.agenda.items.iter().filter(|item| item.is_done()).count();
    page.text(view.with("items-done", &[("done", done.into()), ("all", view.session.agenda.items.len().into())]));
}

/// What each purpose was given, and what it took.
fn minutes(view: &View<'_>, page: &mut Page<Target>) {
    let agenda = &view.session.agenda;
    let seconds = view.running.get();
    page.section(view.theme, view.t("minutes-by-purpose"), Vec::new(), false);
    let figures: Vec<(Purpose, u32, u32)> = Purpose::ALL
        .into_iter()
        .map(|purpose| {
            let own = || agenda.items.iter().filter(move |item| item.purpose == purpose);
            let planned = own().map(|item| item.minutes).sum();
            (purpose, planned, own().map(|item| agenda.spent(item, seconds)).sum::<u32>() / 60)
        })
        .filter(|(_, planned, spent)| *planned > 0 || *spent > 0)
        .collect();
    let most = figures.iter().map(|(_, planned, spent)| *planned.max(spent)).max().unwrap_or(0);
    let columns = Rc::new(Columns::close([Constraint::Length(20), Constraint::Fill(1), Constraint::Length(9)]));
    for (purpose, planned, spent) in figures {
        let role = if spent > planned { Role::Amber } else { Role::Plain };
        let cells = vec![
            Cell::text(view.texts.term(purpose), Style::new()),
            Cell::Bar { part: f64::from(spent), whole: f64::from(most), role },
            Cell::right(format!("{spent}/{planned}"), view.theme.strong()),
        ];
        page.cells(None, &columns, cells);
    }
}

fn ratings_rows(view: &View<'_>, page: &mut Page<Target>) {
    let ratings = &view.session.closing.ratings;
    page.heading(view.theme, view.t("ratings"));
    if ratings.is_empty() {
        return page.styled(view.t("ratings-empty"), view.theme.dim());
    }
    let each: Vec<String> =
        ratings.iter().map(|rating| format!("{} {}", cell(rating.partner.as_str(), 4).trim(), rating.score)).collect();
    page.text(each.join("  "));
    let mean = crate::model::figures::mean(ratings.iter().map(|rating| f64::from(rating.score)));
    page.text(view.with("ratings-mean", &[("mean", view.number(mean).into())]));
}

fn read_back(desk: &mut Desk) {
    let done = desk.session().is_some_and(|session| session.closing.read_back);
    desk.carry_out(vec![Change::Meeting(MeetingEdit::ReadBack(!done))]);
}

fn ratings(desk: &mut Desk) {
    let Some(session) = desk.session() else { return };
    let queue = session.codes().cloned().collect();
    let state = Rc::new(|desk: &Desk, code: &PartnerCode| {
        let ratings = desk.session().map(|session| session.closing.ratings.clone()).unwrap_or_default();
        ratings
            .iter()
            .find(|rating| rating.partner == *code)
            .map_or_else(|| desk.t("none"), |found| found.score.to_string())
    });
    let call = Rc::new(|_: &Desk, code: &PartnerCode, key: char| {
        Call::Change(Change::Meeting(MeetingEdit::Rating(code.clone(), score_of(key))))
    });
    let (title, keys) = (desk.t("ratings-title"), score_keys(desk));
    desk.layers.push(Layer::RollCall(RollCall::new(title, queue, keys, state, call)));
}

/// Asks for the day of the next meeting.
pub fn next_date(desk: &mut Desk) {
    desk.ask_line(Field::NextDate, "next-date", "date-hint", |desk, text| {
        let date = date_input::parse_date(text, desk.clock.today()).ok_or_else(|| desk.t("date-unclear"))?;
        desk.commit(vec![Change::Meeting(MeetingEdit::NextDate(date))]).map(|_| ())
    });
    if let Some(Layer::Prompt(prompt)) = desk.layers.last_mut() {
        prompt.echo = Some(meeting_day_echo);
    }
}

/// Shows what goes along and what was not reached, and asks before it happens.
fn close(desk: &mut Desk) {
    let Some(session) = desk.session() else { return };
    if session.state != State::Live {
        let text = desk.t("refused-not-live");
        return desk.say(text);
    }
    if let Err(why) = session.no_choice_is_open() {
        let text = desk.refusal(&why);
        return desk.say(text);
    }
    let date = session.closing.next_date.or_else(|| session.date.checked_add_days(QUARTER)).unwrap_or(session.date);
    let found = preview(session);
    let left = session.agenda.items.iter().filter(|item| item.outcome.is_none() && item.room != Room::Closing).count();
    let args = [
        ("records", found.records.len().into()),
        ("items", found.items.len().into()),
        ("left", left.into()),
        ("date", notation::date_full(date, desk.texts.lang).into()),
    ];
    let mut explanation = desk.with("close-explanation", &args);
    for hidden in session.hidden() {
        explanation.push_str(&format!("\n{} {}", desk.theme.sign(Sign::Warning), hidden_words(&desk.texts, &hidden)));
    }
    let title = desk.t("close-title");
    desk.confirm(title, explanation, "close-yes", "close-no", move |desk| close_now(desk, date));
}

fn close_now(desk: &mut Desk, date: NaiveDate) {
    if desk.commit(vec![Change::Meeting(MeetingEdit::Close(date))]).map_err(|why| desk.say(why)).is_err() {
        return;
    }
    let now = desk.now();
    if let Some(meeting) = desk.meeting.as_mut() {
        let next = carry_over(&meeting.session, date);
        meeting.save(Some(next), now);
    }
    let text = desk.with("closed", &[("date", notation::date_long(date, desk.texts.lang).into())]);
    desk.say(text);
}
