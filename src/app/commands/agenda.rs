//! The agenda and its clock, from any pane.

use crate::desk::Desk;
use crate::desk::command::{Command, Key};
use crate::desk::field::Field;
use crate::desk::layers::{Choice, Layer};
use crate::desk::meeting::Tab;
use crate::desk::{Subject, Wish};
use crate::model::ItemNo;
use crate::model::agenda::{AgendaItem, ItemOutcome, Purpose, Room};
use crate::model::change::{AgendaEdit, Change, MeetingEdit};
use crate::model::session::State;
use std::rc::Rc;

/// The commands of this group.
pub static COMMANDS: [Command; 18] = [
    Command::writes("cmd-take-up", &[Key::Char('t')], take_up),
    Command::writes("cmd-item-done", &[Key::Char('x')], done),
    Command::writes("cmd-item-skip", &[Key::Char('s')], skip),
    Command::writes("cmd-item-add", &[Key::Char('+')], add),
    Command::writes("cmd-item-up", &[Key::Char('<')], |desk| shift(desk, false)),
    Command::writes("cmd-item-down", &[Key::Char('>')], |desk| shift(desk, true)),
    Command::reads("cmd-item-edit", &[Key::Char('e')], edit),
    Command::writes("cmd-start-meeting", &[Key::Char('S')], start),
    Command::writes("cmd-break", &[Key::Char('B')], pause),
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

fn edit_agenda(desk: &mut Desk, edit: AgendaEdit) {
    desk.carry_out(vec![Change::Agenda(edit)]);
}

fn here(desk: &Desk) -> Option<AgendaItem> {
    desk.meeting.as_ref().and_then(|meeting| meeting.item()).cloned()
}

/// Says that the room on the screen has no item today.
fn no_item(desk: &mut Desk) {
    let text = desk.t("no-item-here");
    desk.say(text);
}

fn take_up(desk: &mut Desk) {
    desk.pause = None;
    let Some(item) = here(desk) else { return no_item(desk) };
    let session = desk.session();
    if session.is_some_and(|session| session.state == State::Planned) {
        return start(desk);
    }
    let running =
        session.and_then(|session| session.agenda.running.as_ref()).is_some_and(|clock| clock.item == item.no);
    edit_agenda(desk, if running { AgendaEdit::Pause } else { AgendaEdit::TakeUp(item.no) });
}

/// What an item most likely came to, from what is on record under it.
fn likely_outcome(desk: &Desk, item: &AgendaItem) -> ItemOutcome {
    let decided = desk.session().is_some_and(|session| {
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
fn done(desk: &mut Desk) {
    desk.pause = None;
    let Some(item) = here(desk) else { return no_item(desk) };
    let live = desk.session().is_some_and(|session| session.state == State::Live);
    let outcome = likely_outcome(desk, &item);
    let next = desk.session().and_then(|session| session.agenda.next_open(&item.no)).map(|next| next.no.clone());
    let next = next.filter(|next| *next != item.no);
    let mut changes = vec![Change::Agenda(AgendaEdit::Finish(item.no.clone(), outcome))];
    if let Some(next) = next.clone().filter(|_| live) {
        changes.push(Change::Agenda(AgendaEdit::TakeUp(next)));
    }
    // The opening is where a missing quorum or mandate is asked about (3.1).
    let obstacle = desk.session().and_then(crate::model::Session::obstacle_to_deciding);
    if let Some(obstacle) = obstacle.filter(|_| item.room == Room::Opening) {
        return desk.ask_to_go_on(obstacle.clone(), vec![obstacle.remedy()], changes);
    }
    if desk.commit(changes).map_err(|why| desk.say(why)).is_ok() {
        go_to(desk, next);
    }
}

/// Minutes of a break until somebody says otherwise, and at most.
const BREAK: (u32, u32) = (10, 120);

/// A break: nothing of it goes on record. Asked for again, it is over.
fn pause(desk: &mut Desk) {
    if desk.pause.take().is_some() {
        let text = desk.t("break-over");
        return desk.say(text);
    }
    let (title, hint) = (desk.t("break-title"), desk.t("break-hint"));
    let submit = |desk: &mut Desk, text: &str| {
        let minutes = text.trim().parse().ok().filter(|minutes| (1..=BREAK.1).contains(minutes));
        desk.begin_pause(minutes.ok_or_else(|| desk.t("break-unclear"))?);
        // The room sees it at once.
        desk.wish(Wish::Command("cmd-room"));
        Ok(())
    };
    desk.ask(None, title, hint, &BREAK.0.to_string(), false, Rc::new(submit));
    if let Some(Layer::Prompt(prompt)) = desk.layers.last_mut() {
        prompt.replace_on_typing();
    }
}

fn go_to(desk: &mut Desk, item: Option<ItemNo>) {
    if let (Some(item), Some(meeting)) = (item, desk.meeting.as_mut()) {
        meeting.go_to(Tab::Item(item));
    }
}

fn skip(desk: &mut Desk) {
    let Some(item) = here(desk) else { return no_item(desk) };
    let skipped = item.outcome == Some(ItemOutcome::Skipped);
    let edit =
        if skipped { AgendaEdit::Outcome(item.no, None) } else { AgendaEdit::Finish(item.no, ItemOutcome::Skipped) };
    edit_agenda(desk, edit);
}

fn shift(desk: &mut Desk, down: bool) {
    let Some(item) = here(desk) else { return no_item(desk) };
    edit_agenda(desk, AgendaEdit::Shift { item: item.no, down });
}

/// Minutes that a new item gets until somebody says otherwise.
const NEW_ITEM_MINUTES: u32 = 10;

fn add(desk: &mut Desk) {
    let purposes = [Purpose::Decide, Purpose::Discuss, Purpose::Inform, Purpose::Explore];
    let choices = purposes.iter().map(|purpose| Choice::plain(desk.texts.term(*purpose))).collect();
    let (title, explanation) = (desk.t("add-item-purpose"), desk.t("add-item-explore"));
    desk.pick(
        title,
        explanation,
        choices,
        Rc::new(move |desk, place| {
            ask_title(desk, purposes[place.min(purposes.len() - 1)]);
        }),
    );
}

/// Asks for the title of a new item.
pub fn ask_title(desk: &mut Desk, purpose: Purpose) {
    desk.ask_line(Field::Item(purpose), "add-item-title", "add-item-hint", move |desk, text| {
        let title = text.to_owned();
        desk.commit(vec![Change::Agenda(AgendaEdit::Add { title, purpose, minutes: NEW_ITEM_MINUTES })])?;
        Ok(())
    });
}

fn edit(desk: &mut Desk) {
    match here(desk) {
        Some(item) => desk.show_details(Subject::Item(item.no)),
        None => no_item(desk),
    }
}

fn start(desk: &mut Desk) {
    desk.carry_out(vec![Change::Meeting(MeetingEdit::Open)]);
}

/// A closed session whose report is not adopted yet may be opened again, on record.
pub fn reopen(desk: &mut Desk) {
    use crate::desk::access::Access;
    if desk.meeting.as_ref().is_none_or(|meeting| meeting.access() != Access::Closed) {
        let text = desk.t("reopen-not-now");
        return desk.say(text);
    }
    let Some(number) = desk.session().map(|session| session.number) else { return };
    let after = desk.folder.after(number).and_then(|after| match after.forbids(number) {
        Some(error) => Err(error),
        None => Ok(after),
    });
    let after = match after {
        Ok(after) => after,
        Err(error) => {
            let text = desk.trouble(&error);
            return desk.say(text);
        }
    };
    if after.session().is_some_and(|next| next.state != State::Planned) {
        let text = desk.t("reopen-next-held");
        return desk.say(text);
    }
    let given = after.session().map(|next| next.numbering.to_vec()).unwrap_or_default();
    desk.ask_line(Field::Reopening, "reopen-why", "reopen-hint", move |desk, reason| {
        // While the reason was being typed its report may have been adopted.
        if desk.meeting.as_ref().is_none_or(|meeting| meeting.access() != Access::Closed) {
            return Err(desk.t("reopen-not-now"));
        }
        let reopen = MeetingEdit::Reopen { reason: reason.to_owned(), given: given.clone() };
        desk.commit(vec![Change::Meeting(reopen)]).map(|_| ())
    });
}
