//! Choosing between what two versions of one meeting say otherwise.

use crate::app::App;
use crate::app::layer::Choice;
use crate::model::change::Change;
use crate::model::merge::{Conflict, Side};
use crate::text::{conflict_words, side_words};
use std::rc::Rc;

/// Everything that waits for a choice; Enter shows both versions.
pub fn list(app: &mut App) {
    let all: Vec<Conflict> = app.session().map(|session| session.conflicts.to_vec()).unwrap_or_default();
    if all.is_empty() {
        let text = app.t("conflicts-none");
        return app.say(text);
    }
    let choices = all.iter().map(|conflict| Choice::plain(conflict_words(&app.texts, conflict))).collect();
    let (title, explanation) = (app.t("conflicts-title"), app.t("conflicts-explanation"));
    app.pick(
        title,
        format!("{explanation}\n"),
        choices,
        Rc::new(move |app, place| {
            if let Some(conflict) = all.get(place) {
                ask(app, conflict.clone());
            }
        }),
    );
}

/// One of them: what stands, or the other version; then the next.
fn ask(app: &mut App, conflict: Conflict) {
    let sides = [Side::Ours, Side::Theirs];
    let choices = sides.iter().map(|side| Choice::plain(side_words(&app.texts, &conflict, *side))).collect();
    let (title, explanation) = (app.t("conflicts-title"), conflict_words(&app.texts, &conflict));
    app.pick(
        title,
        format!("{explanation}\n"),
        choices,
        Rc::new(move |app, place| {
            let Some(side) = sides.get(place) else { return };
            let change = Change::Choose { conflict: Box::new(conflict.clone()), side: *side };
            match app.commit(vec![change]) {
                Ok(_) if app.session().is_some_and(|session| session.conflicts.is_empty()) => {
                    let text = app.t("conflicts-settled");
                    app.say(text);
                }
                Ok(_) => list(app),
                Err(why) => app.say(why),
            }
        }),
    );
}
