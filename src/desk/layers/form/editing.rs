//! Enter on a field: a text, a choice, several choices, or something of its own.

use super::Edit;
use crate::desk::Desk;
use crate::desk::echo::date_echo;
use crate::desk::field::Field;
use crate::desk::layers::{Choice, Layer};
use crate::desk::subject::Subject;
use crate::model::change::Change;
use std::rc::Rc;

/// Enter on a field.
pub fn edit(desk: &mut Desk, subject: &Subject, place: usize) {
    let Some(found) = desk.form(subject) else { return };
    let Some(field) = found.fields.into_iter().nth(place) else { return };
    if !desk.may_write() {
        let why = desk.why_read_only();
        return desk.say(why);
    }
    match field.edit {
        Edit::Shown => {
            let text = desk.t("field-shown");
            desk.say(text);
        }
        Edit::Run(run) => run(desk),
        Edit::Several(choices) => several(desk, subject, place, field.label, choices),
        Edit::Choose(choices) => choose(desk, field.label, field.start, choices),
        Edit::Write { .. } => {
            let kept = Field::Of(subject.clone(), field.key);
            write(desk, kept, field.label, field.edit);
        }
    }
}

/// Opens a field of something by its key, over the thing itself; nothing where either is gone.
pub fn open_field(desk: &mut Desk, subject: Subject, key: &str) {
    let found = desk.form(&subject);
    let Some(place) = found.and_then(|found| found.fields.iter().position(|field| field.key == key)) else { return };
    desk.show_details(subject.clone());
    if let Some(Layer::Details(open)) = desk.layers.last_mut() {
        open.cursor = place;
    }
    edit(desk, &subject, place);
}

fn choose(desk: &mut Desk, label: String, start: usize, choices: Vec<(Choice, Change)>) {
    let (shown, changes): (Vec<Choice>, Vec<Change>) = choices.into_iter().unzip();
    let start = start.min(shown.len().saturating_sub(1));
    let chosen = move |desk: &mut Desk, place: usize| {
        if let Some(change) = changes.get(place) {
            desk.carry_out(vec![change.clone()]);
        }
    };
    desk.pick(label, String::new(), shown, Rc::new(chosen));
    if let Some(Layer::Picker(picker)) = desk.layers.last_mut() {
        picker.cursor = start;
    }
}

fn write(desk: &mut Desk, field: Field, label: String, edit: Edit) {
    let Edit::Write { start, lines, hint, date, read } = edit else { return };
    let submit = move |desk: &mut Desk, text: &str| {
        let change = read(text, desk.clock.today()).map_err(|id| desk.t(id))?;
        desk.commit(vec![change]).map(|_| ())
    };
    desk.ask(field, label, desk.t(hint), &start, lines, Rc::new(submit));
    if let Some(Layer::Prompt(prompt)) = desk.layers.last_mut() {
        prompt.echo = date.then_some(date_echo as fn(&Desk, &str) -> String);
        if date || matches!(hint, "number-hint" | "minutes-hint") {
            prompt.replace_on_typing();
        }
    }
}

/// A list that comes back after each choice, until its last line is chosen.
fn several(desk: &mut Desk, subject: &Subject, place: usize, label: String, choices: Vec<(Choice, Change)>) {
    let (mut shown, changes): (Vec<Choice>, Vec<Change>) = choices.into_iter().unzip();
    shown.push(Choice::plain(desk.t("several-done")));
    let (subject, hint) = (subject.clone(), desk.t("several-hint"));
    let chosen = move |desk: &mut Desk, choice: usize| {
        let Some(change) = changes.get(choice) else { return };
        let refused = desk.commit(vec![change.clone()]).err();
        edit(desk, &subject, place);
        if let Some(Layer::Picker(picker)) = desk.layers.last_mut() {
            picker.cursor = choice;
        }
        if let Some(why) = refused {
            desk.say(why);
        }
    };
    desk.pick(label, hint, shown, Rc::new(chosen));
}
