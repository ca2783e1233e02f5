//! Enter on a field: a text, a choice, several choices, or something of its own.

use super::{Edit, Subject};
use crate::app::App;
use crate::app::commands::records::date_echo;
use crate::app::field::Field;
use crate::app::layer::{Choice, Layer};
use crate::model::change::Change;
use std::rc::Rc;

/// Enter on a field.
pub fn edit(app: &mut App, subject: &Subject, place: usize) {
    let Some(found) = app.view().and_then(|view| subject.details(&view)) else { return };
    let Some(field) = found.fields.into_iter().nth(place) else { return };
    if !app.may_write() {
        let why = app.why_read_only();
        return app.say(why);
    }
    match field.edit {
        Edit::Shown => {
            let text = app.t("field-shown");
            app.say(text);
        }
        Edit::Run(run) => run(app),
        Edit::Several(choices) => several(app, subject, place, field.label, choices),
        Edit::Choose(choices) => choose(app, field.label, field.start, choices),
        Edit::Write { .. } => {
            let kept = Field::Of(subject.clone(), field.key);
            write(app, kept, field.label, field.edit);
        }
    }
}

/// Opens a field of something by its key, over the thing itself; nothing where either is gone.
pub fn open_field(app: &mut App, subject: Subject, key: &str) {
    let found = app.view().and_then(|view| subject.details(&view));
    let Some(place) = found.and_then(|found| found.fields.iter().position(|field| field.key == key)) else { return };
    app.show_details(subject.clone());
    if let Some(Layer::Details(open)) = app.layers.last_mut() {
        open.cursor = place;
    }
    edit(app, &subject, place);
}

fn choose(app: &mut App, label: String, start: usize, choices: Vec<(Choice, Change)>) {
    let (shown, changes): (Vec<Choice>, Vec<Change>) = choices.into_iter().unzip();
    let start = start.min(shown.len().saturating_sub(1));
    let chosen = move |app: &mut App, place: usize| {
        if let Some(change) = changes.get(place) {
            app.carry_out(vec![change.clone()]);
        }
    };
    app.pick(label, String::new(), shown, Rc::new(chosen));
    if let Some(Layer::Picker(picker)) = app.layers.last_mut() {
        picker.cursor = start;
    }
}

fn write(app: &mut App, field: Field, label: String, edit: Edit) {
    let Edit::Write { start, lines, hint, date, read } = edit else { return };
    let submit = move |app: &mut App, text: &str| {
        let change = read(text, app.clock.today()).map_err(|id| app.t(id))?;
        app.commit(vec![change]).map(|_| ())
    };
    app.ask(field, label, app.t(hint), &start, lines, Rc::new(submit));
    if let Some(Layer::Prompt(prompt)) = app.layers.last_mut() {
        prompt.echo = date.then_some(date_echo as fn(&App, &str) -> String);
        if date || matches!(hint, "number-hint" | "minutes-hint") {
            prompt.replace_on_typing();
        }
    }
}

/// A list that comes back after each choice, until its last line is chosen.
fn several(app: &mut App, subject: &Subject, place: usize, label: String, choices: Vec<(Choice, Change)>) {
    let (mut shown, changes): (Vec<Choice>, Vec<Change>) = choices.into_iter().unzip();
    shown.push(Choice::plain(app.t("several-done")));
    let (subject, hint) = (subject.clone(), app.t("several-hint"));
    let chosen = move |app: &mut App, choice: usize| {
        let Some(change) = changes.get(choice) else { return };
        let refused = app.commit(vec![change.clone()]).err();
        edit(app, &subject, place);
        if let Some(Layer::Picker(picker)) = app.layers.last_mut() {
            picker.cursor = choice;
        }
        if let Some(why) = refused {
            app.say(why);
        }
    };
    app.pick(label, hint, shown, Rc::new(chosen));
}
