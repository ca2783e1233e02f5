//! What was typed and is not on record: a list to open one, or to throw it away.

use crate::app::fields;
use crate::desk::Desk;
use crate::desk::field::Field;
use crate::desk::layers::{Choice, Layer};
use crate::store::drafts::{Draft, throw_away};
use crate::text::{beginning, whole_path};
use std::path::PathBuf;
use std::rc::Rc;

/// A draft is shown so far in the list.
const SHOWN: usize = 60;

/// The drafts, to open one or to throw it away.
pub fn show(desk: &mut Desk) {
    let mut all: Vec<Draft> = desk.drafts.list().to_vec();
    all.reverse();
    let unreadable = desk.drafts.unreadable().to_vec();
    if all.is_empty() && unreadable.is_empty() {
        let text = desk.t("drafts-none");
        return desk.say(text);
    }
    let mut choices: Vec<Choice> = all
        .iter()
        .map(|draft| {
            let label = format!("{}: {}", draft.title, beginning(&draft.text, SHOWN));
            Choice { letter: None, label, note: desk.draft_moment(draft.at) }
        })
        .collect();
    choices.extend(unreadable.iter().map(|path| {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Choice::plain(desk.with("draft-unreadable", &[("file", file.into())]))
    }));
    let (title, explanation) = (desk.t("drafts-title"), desk.t("drafts-explanation"));
    let chosen = move |desk: &mut Desk, place: usize| match all.get(place) {
        Some(draft) => open(desk, draft.clone()),
        None => {
            if let Some(path) = unreadable.get(place - all.len()).cloned() {
                ask_unreadable(desk, path);
            }
        }
    };
    desk.pick(title, explanation, choices, Rc::new(chosen));
}

/// Opens the field of a draft. Where that is gone its words are shown, to be copied or thrown away.
fn open(desk: &mut Desk, draft: Draft) {
    desk.layers.retain(|layer| !matches!(layer, Layer::Details(_)));
    if Field::of_name(&draft.field).is_some_and(|field| fields::open(desk, field)) {
        return;
    }
    let explanation = format!("{}\n\n{}\n", desk.t("draft-field-gone"), draft.text);
    desk.confirm(draft.title.clone(), explanation, "draft-throw-away", "draft-keep", move |desk| {
        desk.forget_draft(&draft.id);
        let text = desk.t("draft-thrown-away");
        desk.say(text);
    });
}

fn ask_unreadable(desk: &mut Desk, path: PathBuf) {
    let explanation = desk.with("draft-unreadable-why", &[("file", whole_path(&path).into())]);
    let title = desk.t("drafts-title");
    desk.confirm(title, explanation, "draft-throw-away", "draft-keep", move |desk| {
        let text = match throw_away(&path) {
            Ok(()) => {
                desk.drafts.forget_unreadable(&path);
                desk.t("draft-thrown-away")
            }
            Err(error) => desk.trouble(&error),
        };
        desk.say(text);
    });
}
