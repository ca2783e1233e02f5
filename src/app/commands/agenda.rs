//! The agenda and its clock, from any pane.

use crate::app::App;
use crate::app::command::{Command, Key};
use crate::app::field::Field;
use crate::app::layer::Choice;
use crate::app::meeting::Tab;
use crate::model::ItemNo;
use crate::model::agenda::{AgendaItem, ItemOutcome, Purpose, Room};
use crate::model::change::{AgendaEdit, Change, MeetingEdit};
use crate::model::session::State;
use crate::panes::details::Subject;
use std::rc::Rc;

/// The commands of this group.
pub static COMMANDS: [Command; 17] = [
    Command::writes("cmd-take-up", &[Key::Char('t')], take_up),
    Command::writes("cmd-item-done", &[Key::Char('x')], done),
    Command::writes("cmd-item-skip", &[Key::Char('s')], skip),
    Command::writes("cmd-item-add", &[Key::Char('+')], add),
    Command::writes("cmd-item-up", &[Key::Char('<')], |app| shift(app, false)),
    Command::writes("cmd-item-down", &[Key::Char('>')], |app| shift(app, true)),
    Command::reads("cmd-item-edit", &[Key::Char('e')], edit),
    Command::writes("cmd-start-meeting", &[Key::Char('S')], start),
    Command::reads("cmd-signals", &[Key::Char('!')], super::signals::show),
    Command::reads("cmd-warnings", &[Key::Char('z')], super::signals::show_here),
    Command::writes("cmd-pulse", &[Key::Char('w')], super::pulse::enter),
    Command::reads("cmd-pulse-profile", &[Key::Char('W')], super::pulse::show),
    Command::writes("cmd-withdraw-pulse", &[], super::pulse::withdraw),
    Command::writes("cmd-propose", &[], super::signals::propose),
    Command::writes("cmd-partner-joins", &[], super::membership::join),
    Command::writes("cmd-partner-leaves", &[], super::membership::leave),
    Command::reads("cmd-reopen", &[], reopen),
];

fn edit_agenda(app: &mut App, edit: AgendaEdit) {
    app.carry_out(vec![Change::Agenda(edit)]);
}

fn here(app: &App) -> Option<AgendaItem> {
    app.meeting.as_ref().and_then(|meeting| meeting.item()).cloned()
}

/// Says that the room on the screen has no item today.
fn no_item(app: &mut App) {
    let text = app.t("no-item-here");
    app.say(text);
}

fn take_up(app: &mut App) {
    let Some(item) = here(app) else { return no_item(app) };
    let session = app.session();
    if session.is_some_and(|session| session.state == State::Planned) {
        return start(app);
    }
    let running =
        session.and_then(|session| session.agenda.running.as_ref()).is_some_and(|clock| clock.item == item.no);
    edit_agenda(app, if running { AgendaEdit::Pause } else { AgendaEdit::TakeUp(item.no) });
}

/// What an item most likely came to, from what is on record under it.
fn likely_outcome(app: &App, item: &AgendaItem) -> ItemOutcome {
    let decided = app.session().is_some_and(|session| {
        let mut own = session.own_decisions();
        own.any(|decision| decision.item.as_ref() == Some(&item.no))
    });
    match item.purpose {
        _ if decided => ItemOutcome::Decided,
        Purpose::Explore => ItemOutcome::Explored,
        Purpose::Inform | Purpose::Procedure => ItemOutcome::Noted,
        Purpose::Discuss | Purpose::Decide | Purpose::Relate => ItemOutcome::Discussed,
    }
}

/// Done, and on to the next item that waits, with its clock running.
fn done(app: &mut App) {
    let Some(item) = here(app) else { return no_item(app) };
    let live = app.session().is_some_and(|session| session.state == State::Live);
    let outcome = likely_outcome(app, &item);
    let next = app.session().and_then(|session| session.agenda.next_open(&item.no)).map(|next| next.no.clone());
    let next = next.filter(|next| *next != item.no);
    let mut changes = vec![Change::Agenda(AgendaEdit::Finish(item.no.clone(), outcome))];
    if let Some(next) = next.clone().filter(|_| live) {
        changes.push(Change::Agenda(AgendaEdit::TakeUp(next)));
    }
    // The opening is where a missing quorum or mandate is asked about (3.1).
    let obstacle = app.session().and_then(crate::model::Session::obstacle_to_deciding);
    if let Some(obstacle) = obstacle.filter(|_| item.room == Room::Opening) {
        return app.ask_to_go_on(obstacle.clone(), vec![obstacle.remedy()], changes);
    }
    if app.commit(changes).map_err(|why| app.say(why)).is_ok() {
        go_to(app, next);
    }
}

fn go_to(app: &mut App, item: Option<ItemNo>) {
    if let (Some(item), Some(meeting)) = (item, app.meeting.as_mut()) {
        meeting.go_to(Tab::Item(item));
    }
}

fn skip(app: &mut App) {
    let Some(item) = here(app) else { return no_item(app) };
    let skipped = item.outcome == Some(ItemOutcome::Skipped);
    let edit =
        if skipped { AgendaEdit::Outcome(item.no, None) } else { AgendaEdit::Finish(item.no, ItemOutcome::Skipped) };
    edit_agenda(app, edit);
}

fn shift(app: &mut App, down: bool) {
    let Some(item) = here(app) else { return no_item(app) };
    edit_agenda(app, AgendaEdit::Shift { item: item.no, down });
}

/// Minutes that a new item gets until somebody says otherwise.
const NEW_ITEM_MINUTES: u32 = 10;

fn add(app: &mut App) {
    let purposes = [Purpose::Decide, Purpose::Discuss, Purpose::Inform, Purpose::Explore];
    let choices = purposes.iter().map(|purpose| Choice::plain(app.texts.term(*purpose))).collect();
    let (title, explanation) = (app.t("add-item-purpose"), app.t("add-item-explore"));
    app.pick(
        title,
        explanation,
        choices,
        Rc::new(move |app, place| {
            ask_title(app, purposes[place.min(purposes.len() - 1)]);
        }),
    );
}

/// Asks for the title of a new item.
pub fn ask_title(app: &mut App, purpose: Purpose) {
    app.ask_line(Field::Item(purpose), "add-item-title", "add-item-hint", move |app, text| {
        let title = text.to_owned();
        app.commit(vec![Change::Agenda(AgendaEdit::Add { title, purpose, minutes: NEW_ITEM_MINUTES })])?;
        Ok(())
    });
}

fn edit(app: &mut App) {
    match here(app) {
        Some(item) => app.show_details(Subject::Item(item.no)),
        None => no_item(app),
    }
}

fn start(app: &mut App) {
    app.carry_out(vec![Change::Meeting(MeetingEdit::Open)]);
}

/// A closed session whose report is not adopted yet may be opened again, on record.
pub fn reopen(app: &mut App) {
    use crate::app::access::Access;
    if app.meeting.as_ref().is_none_or(|meeting| meeting.access() != Access::Closed) {
        let text = app.t("reopen-not-now");
        return app.say(text);
    }
    let Some(number) = app.session().map(|session| session.number) else { return };
    let after = app.folder.after(number).and_then(|after| match after.forbids(number) {
        Some(error) => Err(error),
        None => Ok(after),
    });
    let after = match after {
        Ok(after) => after,
        Err(error) => {
            let text = app.trouble(&error);
            return app.say(text);
        }
    };
    if after.session().is_some_and(|next| next.state != State::Planned) {
        let text = app.t("reopen-next-held");
        return app.say(text);
    }
    let given = after.session().map(|next| next.numbering.to_vec()).unwrap_or_default();
    app.ask_line(Field::Reopening, "reopen-why", "reopen-hint", move |app, reason| {
        // While the reason was being typed its report may have been adopted.
        if app.meeting.as_ref().is_none_or(|meeting| meeting.access() != Access::Closed) {
            return Err(app.t("reopen-not-now"));
        }
        let reopen = MeetingEdit::Reopen { reason: reason.to_owned(), given: given.clone() };
        app.commit(vec![Change::Meeting(reopen)]).map(|_| ())
    });
}
