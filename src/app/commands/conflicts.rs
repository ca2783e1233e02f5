//! Choosing between what two versions of one meeting say otherwise.

use crate::desk::Desk;
use crate::desk::layers::Choice;
use crate::model::change::Change;
use crate::model::session::conflict::{Conflict, Side};
use crate::text::{conflict_words, side_words};
use std::rc::Rc;

/// Everything that waits for a choice; Enter shows both versions.
pub fn list(desk: &mut Desk) {
    let all: Vec<Conflict> = desk.session().map(|session| session.conflicts.to_vec()).unwrap_or_default();
    if all.is_empty() {
        let text = desk.t("conflicts-none");
        return desk.say(text);
    }
    let choices = all.iter().map(|conflict| Choice::plain(conflict_words(&desk.texts, conflict))).collect();
    let (title, explanation) = (desk.t("conflicts-title"), desk.t("conflicts-explanation"));
    desk.pick(
        title,
        format!("{explanation}\n"),
        choices,
        Rc::new(move |desk, place| {
            if let Some(conflict) = all.get(place) {
                ask(desk, conflict.clone());
            }
        }),
    );
}

/// One of them: what stands, or the other version; then the next.
fn ask(desk: &mut Desk, conflict: Conflict) {
    let sides = [Side::Ours, Side::Theirs];
    let choices = sides.iter().map(|side| Choice::plain(side_words(&desk.texts, &conflict, *side))).collect();
    let (title, explanation) = (desk.t("conflicts-title"), conflict_words(&desk.texts, &conflict));
    desk.pick(
        title,
        format!("{explanation}\n"),
        choices,
        Rc::new(move |desk, place| {
            let Some(side) = sides.get(place) else { return };
            let change = Change::Choose { conflict: Box::new(conflict.clone()), side: *side };
            match desk.commit(vec![change]) {
                Ok(_) if desk.session().is_some_and(|session| session.conflicts.is_empty()) => {
                    let text = desk.t("conflicts-settled");
                    desk.say(text);
                }
                Ok(_) => list(desk),
                Err(why) => desk.say(why),
            }
        }),
    );
}
