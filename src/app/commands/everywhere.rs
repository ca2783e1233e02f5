//! Keys that never change: moving about, undo, help, palette, search, leaving.

use super::{Entry, entries};
use crate::app::App;
use crate::desk::access::Access;
use crate::desk::command::{Command, Key, Needs};
use crate::desk::layers::{Choice, Layer, Reader, Tone};
use crate::desk::meeting::{Meeting, Tab, Travelled};
use crate::desk::{Desk, Subject, Target, Wish, form, layout, leaving};
use crate::model::agenda::Room;
use crate::model::{RecordId, State};
use crate::panes;
use crate::text::step_in_words;
use chrono::NaiveDateTime;
use crossterm::event::KeyCode;
use std::rc::Rc;

/// Moving about.
pub static MOVING: [Command<App>; 12] = [
    Command::reads("cmd-next-item", &[Key::Named(KeyCode::Tab)], |app| step(app, 1)),
    Command::reads("cmd-previous-item", &[Key::Named(KeyCode::BackTab)], |app| step(app, -1)),
    Command::reads("cmd-down", &[Key::Named(KeyCode::Down), Key::Char('j')], |app| select(app, 1)),
    Command::reads("cmd-up", &[Key::Named(KeyCode::Up), Key::Char('k')], |app| select(app, -1)),
    Command::reads("cmd-page-down", &[Key::Named(KeyCode::PageDown)], |app| turn(app, 1)),
    Command::reads("cmd-page-up", &[Key::Named(KeyCode::PageUp)], |app| turn(app, -1)),
    Command::reads("cmd-open", &[Key::Named(KeyCode::Enter), Key::Named(KeyCode::Right), Key::Char('l')], open),
    Command::reads("cmd-next-meeting", &[Key::Char(']')], |app| super::history::next(&mut app.desk)),
    Command::reads("cmd-previous-meeting", &[Key::Char('[')], |app| super::history::previous(&mut app.desk)),
    Command { name: "cmd-back", keys: &[Key::Named(KeyCode::Backspace)], needs: Needs::WayBack, run: App::go_back },
    Command::always("cmd-home", &[], |app| app.desk.go_home()),
    Command::always("cmd-leave", &[Key::Char('q')], |app| leaving::leave(&mut app.desk)),
];

/// The commands of this group.
pub static COMMANDS: [Command<App>; 17] = [
    Command { name: "cmd-undo", keys: &[Key::Char('u')], needs: Needs::Changed, run: undo },
    Command { name: "cmd-redo", keys: &[Key::Ctrl('r')], needs: Needs::Changed, run: redo },
    Command::reads("cmd-search", &[Key::Char('/')], search),
    Command::always("cmd-drafts", &[], |app| super::drafts::show(&mut app.desk)),
    Command::always("cmd-palette", &[Key::Char(':')], palette),
    Command::always("cmd-help", &[Key::Char('?'), Key::Named(KeyCode::F(1))], super::help::help),
    Command::reads("cmd-compare", &[Key::Char('=')], |app| super::history::compare(&mut app.desk)),
    Command::reads("cmd-life", &[Key::Ctrl('l')], crate::app::search::life_of_selected),
    Command::always("cmd-archive", &[Key::Ctrl('f')], crate::app::search::open),
    Command::always("cmd-trends", &[Key::Ctrl('t')], crate::app::trends::open),
    Command::reads("cmd-room", &[Key::Named(KeyCode::F(5))], crate::app::room::open),
    Command::writes("cmd-conflicts", &[], |app| super::conflicts::list(&mut app.desk)),
    Command::reads("cmd-copies", &[], |app| super::versions::copies(&mut app.desk)),
    Command::reads("cmd-revisions", &[], |app| super::versions::revisions(&mut app.desk)),
    Command::writes("cmd-rescued", &[], |app| app.desk.ask_for_rescued()),
    Command {
        name: "cmd-quit",
        keys: &[Key::Ctrl('q')],
        needs: Needs::Nothing,
        run: |app| leaving::quit(&mut app.desk),
    },
    Command::always("cmd-redraw", &[Key::Named(KeyCode::F(12))], |app| app.desk.redraw = true),
];

fn step(app: &mut App, by: isize) {
    app.desk.message = None;
    if let Some(meeting) = app.desk.meeting.as_mut() {
        meeting.step(by);
    }
}

fn select(app: &mut App, by: isize) {
    let Some(sheet) = app.desk.sheet() else { return };
    let targets = sheet.targets();
    let here = app.desk.selected_of(targets).and_then(|now| targets.iter().position(|target| *target == now));
    let there = here.map_or(0, |here| here.saturating_add_signed(by)).min(targets.len().saturating_sub(1));
    if let (Some(target), Some(meeting)) = (targets.get(there), app.desk.meeting.as_mut()) {
        meeting.select(target.clone());
    }
}

/// Turns the page, whatever is selected: text at the end of a long page has no row to select.
fn turn(app: &mut App, pages: isize) {
    let area = layout::pane_area(app.desk.size);
    let Some((sheet, meeting)) = app.desk.sheet().zip(app.desk.meeting.as_ref()) else { return };
    let wanted = meeting.offset + pages * (isize::try_from(area.height).unwrap_or(1) - 2).max(1);
    let offset = sheet.offset_within(area.height, app.desk.selected_of(sheet.targets()).as_ref(), wanted);
    if let Some(meeting) = app.desk.meeting.as_mut() {
        meeting.offset = offset;
    }
}

fn open(app: &mut App) {
    let Some(target) = app.desk.selected() else { return };
    let subject = match target {
        Target::EmptySlot(_) => return panes::successes::new_story(&mut app.desk),
        Target::Previous => return panes::adoption::adopt(&mut app.desk),
        Target::Article(no) => return article(app, &no),
        Target::Identity(part) => return form::edit(&mut app.desk, &Subject::Identity, part.place()),
        Target::Partner(_)
        | Target::Record(_)
        | Target::Kpi(_)
        | Target::Item(_)
        | Target::Meeting
        | Target::Ambition
        | Target::Covenant
        | Target::Amendment
        | Target::Chain
        | Target::Body(_)
        | Target::Together(_) => Subject::of(target),
    };
    let (Some(meeting), Some(subject)) = (&app.desk.meeting, subject) else { return };
    let room = meeting.room();
    let asks = guard_asks(meeting, &subject);
    app.desk.show_details(subject.seen_from(room));
    if let Some(id) = asks {
        panes::governance::ask_guard(&mut app.desk, id);
    }
}

/// An article of the covenant with the decisions that stand in it.
fn article(app: &mut App, no: &str) {
    let Some(view) = app.desk.view() else { return };
    let covenant = view.session.governance.covenant.iter();
    let Some(found) = covenant.flat_map(|covenant| &covenant.articles).find(|article| article.no == no) else { return };
    let mut lines = vec![(found.text.clone(), Tone::Plain)];
    for id in &found.decisions {
        let text = view.session.decision(id).map(|decision| decision.text.clone()).unwrap_or_default();
        lines.push((format!("{id}  {text}"), Tone::Plain));
    }
    let title = format!("{} {}", found.no, found.title);
    app.desk.layers.push(Layer::Reader(Reader { title, lines, scroll: 0 }));
}

/// In a live meeting *does this belong here?* comes before the content of an escalation (3.5).
fn guard_asks(meeting: &Meeting, subject: &Subject) -> Option<RecordId> {
    let Subject::Record(id) = subject else { return None };
    let live = meeting.access() == Access::Write && meeting.session.state == State::Live;
    let waits = meeting.session.escalations.iter().any(|found| found.id == *id && found.awaits_guard());
    (live && waits).then(|| id.clone())
}

fn undo(app: &mut App) {
    travel(app, Meeting::undo, ["undone", "undone-step"], "nothing-to-undo");
}

fn redo(app: &mut App) {
    travel(app, Meeting::redo, ["redone", "redone-step"], "nothing-to-redo");
}

/// Where a step of undo or redo leads to.
type Travel = fn(&mut Meeting, NaiveDateTime) -> Travelled;

/// Back or forward one step, and what that takes back or brings. Closing is a step too: taking it back opens the meeting
/// again.
fn travel(app: &mut App, travel: Travel, [done, done_step]: [&str; 2], nothing: &str) {
    let now = app.desk.now();
    let Some(meeting) = app.desk.meeting.as_mut() else { return };
    let moved = if meeting.saves() { travel(meeting, now) } else { Ok(None) };
    let text = match moved {
        Ok(None) => app.desk.t(nothing),
        Ok(Some(None)) => app.desk.t(done),
        Ok(Some(Some(step))) => app.desk.with(done_step, &[("step", step_in_words(&app.desk.texts, &step).into())]),
        Err(error) => app.desk.with("steps-not-read", &[("why", app.desk.trouble(&error).into())]),
    };
    app.desk.close_lost_details();
    app.desk.say(text);
}

/// Every command of use now, and every place to go to, by its name.
fn palette(app: &mut App) {
    let all = entries(app).into_iter();
    let commands: Vec<Entry> = all.filter(|one| one.is_of_use(app) && one.name != "cmd-palette").collect();
    let mut choices: Vec<Choice> = commands
        .iter()
        .map(|command| Choice {
            letter: None,
            label: app.desk.t(command.name),
            note: command.label().unwrap_or_default(),
        })
        .collect();
    let tabs = app.desk.meeting.as_ref().map_or_else(Vec::new, Meeting::tabs);
    choices.extend(tabs.iter().map(|tab| place_to_go(app, tab)));
    let title = app.desk.t("palette-title");
    let chosen = Rc::new(move |desk: &mut Desk, place: usize| {
        if let Some(command) = commands.get(place) {
            desk.wish(Wish::Command(command.name));
        } else if let (Some(tab), Some(meeting)) = (tabs.get(place - commands.len()), desk.meeting.as_mut()) {
            meeting.go_to(tab.clone());
        }
    });
    app.desk.find(title, choices, chosen);
}

/// An agenda item by its title and its room, with its number; a room that is not on the agenda by its name.
fn place_to_go(app: &App, tab: &Tab) -> Choice {
    let item = |no| app.desk.meeting.as_ref().and_then(|meeting| meeting.session.agenda.item(no));
    let (place, note) = match tab {
        Tab::Room(room) => (app.desk.texts.term(*room), String::new()),
        Tab::Item(no) => match item(no) {
            Some(item) if item.room == Room::Free => (item.title.clone(), no.to_string()),
            Some(item) => (format!("{} · {}", app.desk.texts.term(item.room), item.title), no.to_string()),
            None => (no.to_string(), String::new()),
        },
    };
    Choice { letter: None, label: app.desk.with("palette-go-to", &[("place", place.into())]), note }
}

/// Every record of the meeting, found by its words.
fn search(app: &mut App) {
    let Some(view) = app.desk.view() else { return };
    let records: Vec<(RecordId, String)> = panes::records::all(&view);
    let choices = records
        .iter()
        .map(|(id, text)| Choice { letter: None, label: format!("{id}  {text}"), note: String::new() })
        .collect();
    let title = app.desk.t("search-title");
    let ids: Vec<RecordId> = records.into_iter().map(|(id, _)| id).collect();
    let chosen = Rc::new(move |desk: &mut Desk, place: usize| {
        if let Some(subject) = ids.get(place).cloned().map(Target::Record).and_then(Subject::of) {
            desk.show_details(subject);
        }
    });
    app.desk.find(title, choices, chosen);
}
