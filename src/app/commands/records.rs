//! Anything on record in a few keys, from any pane; any record becomes another kind with one.

use crate::desk::Desk;
use crate::desk::Subject;
use crate::desk::Target;
use crate::desk::command::{Command, Key};
use crate::desk::echo::date_echo;
use crate::desk::field::Field;
use crate::desk::layers::Layer;
use crate::desk::record::new;
use crate::model::change::{ActionEdit, Change, DecisionEdit};
use crate::model::decision::DecisionOutcome;
use crate::model::{RecordId, RecordKind};
use crate::text::date_input;
use crossterm::event::KeyCode;
use std::rc::Rc;

/// The commands of this group.
pub static COMMANDS: [Command; 13] = [
    Command::writes("cmd-decision", &[Key::Char('d')], |desk| new(desk, RecordKind::Decision)),
    Command::writes("cmd-disagreement", &[Key::Char('o')], |desk| new(desk, RecordKind::Difference)),
    Command::writes("cmd-action", &[Key::Char('a')], |desk| new(desk, RecordKind::Action)),
    Command::writes("cmd-note", &[Key::Char('n')], |desk| new(desk, RecordKind::Note)),
    Command::writes("cmd-positions", &[Key::Char('p')], positions),
    Command::writes("cmd-finished", &[Key::Char('f')], finished),
    Command::writes("cmd-postpone", &[Key::Char('P')], postpone),
    Command::writes("cmd-to-decision", &[Key::Char('D')], |desk| convert(desk, RecordKind::Decision)),
    Command::writes("cmd-to-disagreement", &[Key::Char('O')], |desk| convert(desk, RecordKind::Difference)),
    Command::writes("cmd-to-action", &[Key::Char('A')], |desk| convert(desk, RecordKind::Action)),
    Command::writes("cmd-to-note", &[Key::Char('N')], |desk| convert(desk, RecordKind::Note)),
    Command::writes("cmd-to-escalation", &[Key::Char('E')], |desk| convert(desk, RecordKind::Escalation)),
    Command::writes("cmd-remove", &[Key::Named(KeyCode::Delete)], remove),
];

fn convert(desk: &mut Desk, to: RecordKind) {
    let Some(id) = desk.selected_record() else {
        let text = desk.t("select-a-record");
        return desk.say(text);
    };
    if let Some(new) = desk.carry_out(vec![Change::Convert(id.clone(), to)]) {
        if let Some(Layer::Details(details)) = desk.layers.last_mut() {
            details.subject = Subject::Record(new.clone());
            details.cursor = 0;
        }
        desk.created(&new);
        let text = desk.with("converted", &[("old", id.as_str().into()), ("new", new.as_str().into())]);
        desk.say(text);
    }
}

fn remove(desk: &mut Desk) {
    let change = match desk.selected() {
        Some(Target::Record(id)) => Change::Remove(id),
        Some(Target::Item(no)) => Change::Agenda(crate::model::change::AgendaEdit::Remove(no)),
        Some(Target::Together(what)) => Change::Relation(crate::model::change::RelationEdit::Remove(what)),
        Some(
            Target::Partner(_)
            | Target::Kpi(_)
            | Target::Article(_)
            | Target::Meeting
            | Target::Ambition
            | Target::Covenant
            | Target::Amendment
            | Target::Chain
            | Target::Body(_)
            | Target::Identity(_)
            | Target::Previous
            | Target::EmptySlot(_),
        )
        | None => {
            let text = desk.t("select-a-record");
            return desk.say(text);
        }
    };
    match desk.commit(vec![change]) {
        Ok(_) => {
            if matches!(desk.layers.last(), Some(Layer::Details(_))) {
                desk.layers.pop();
            }
            let text = desk.t("removed");
            desk.say(text);
        }
        Err(why) => desk.say(why),
    }
}

fn selected_of(desk: &mut Desk, kind: RecordKind, otherwise: &str) -> Option<RecordId> {
    let found = desk.selected_record().filter(|id| id.kind() == Some(kind));
    if found.is_none() {
        let text = desk.t(otherwise);
        desk.say(text);
    }
    found
}

fn positions(desk: &mut Desk) {
    let selected = desk.selected_record().filter(|id| id.kind() == Some(RecordKind::Decision));
    match selected.or_else(|| only_open(desk)) {
        Some(id) => crate::panes::positions::roll_call(desk, id),
        None => {
            let text = desk.t("select-a-decision");
            desk.say(text);
        }
    }
}

/// The decision under the item that nothing came of yet, where there is one and no other.
fn only_open(desk: &Desk) -> Option<RecordId> {
    let (session, item) = desk.session().zip(desk.meeting.as_ref()?.item())?;
    let here = session.own_decisions().filter(|found| found.item.as_ref() == Some(&item.no));
    let mut open = here.filter(|found| found.outcome.is_none()).map(|found| found.id.clone());
    open.next().filter(|_| open.next().is_none())
}

/// Done today, or not done after all; a returned escalation is solved, a decision ratified.
fn finished(desk: &mut Desk) {
    let today = desk.clock.today();
    let Some(id) = desk.selected_record() else {
        let text = desk.t("select-an-action");
        return desk.say(text);
    };
    let change = match id.kind() {
        Some(RecordKind::Action) => {
            let open =
                desk.session().is_some_and(|session| session.actions.iter().any(|a| a.id == id && a.done.is_none()));
            Change::Action(id, ActionEdit::Done(open.then_some(today)))
        }
        Some(RecordKind::Escalation) => Change::Escalation(id, crate::model::change::EscalationEdit::Solved(today)),
        Some(RecordKind::Decision) => decision_finished(desk, id, today),
        Some(RecordKind::Difference | RecordKind::Note | RecordKind::Story) | None => {
            let text = desk.t("select-an-action");
            return desk.say(text);
        }
    };
    desk.carry_out(vec![change]);
}

/// A reservation that is lifted; after that, or without one, the decision is carried out, or not after all.
fn decision_finished(desk: &Desk, id: RecordId, today: chrono::NaiveDate) -> Change {
    let found = desk.session().and_then(|session| session.decision(&id));
    let reserved = found
        .is_some_and(|found| found.outcome == Some(DecisionOutcome::UnderReservation) && found.ratified_on.is_none());
    if reserved {
        return Change::Decision(id, DecisionEdit::Ratified(Some(today)));
    }
    let open = found.is_some_and(|found| found.executed_on.is_none());
    Change::Decision(id, DecisionEdit::Executed(open.then_some(today)))
}

fn postpone(desk: &mut Desk) {
    if let Some(id) = selected_of(desk, RecordKind::Action, "select-an-action") {
        ask_postponed(desk, id);
    }
}

/// Asks for the day to which an action is postponed.
pub fn ask_postponed(desk: &mut Desk, id: RecordId) {
    let (title, hint) = (desk.with("postpone", &[("number", id.as_str().into())]), desk.t("date-hint"));
    desk.ask(
        Field::Postponed(id.clone()),
        title,
        hint,
        "",
        false,
        Rc::new(move |desk, text| {
            let date = date_input::parse_date(text, desk.clock.today()).ok_or_else(|| desk.t("date-unclear"))?;
            desk.commit(vec![Change::Action(id.clone(), ActionEdit::Postpone(date))])?;
            Ok(())
        }),
    );
    if let Some(Layer::Prompt(prompt)) = desk.layers.last_mut() {
        prompt.echo = Some(date_echo);
    }
}
