//! The newest meeting, where it was on this machine and its file is gone from the folder.

use crate::app::App;
use crate::desk::Desk;
use crate::store::gone::{self, Gone};
use crate::text::whole_path;

/// What is done about a meeting that was on this machine, and whose file is gone.
pub fn ask(app: &mut App) {
    let Some(Ok(gone)) = app.home.chain.gone.clone() else { return };
    let args = [("number", gone.number.into()), ("file", whole_path(&gone.last.path).into())];
    let (title, explanation) = (app.desk.with("gone-title", &args), app.desk.with("gone-explained", &args));
    app.desk.confirm(title, explanation, "gone-put-back", "gone-leave", move |desk| put_back(desk, &gone));
}

/// The last version of a meeting stands in the folder again, and is opened.
fn put_back(desk: &mut Desk, gone: &Gone) {
    if let Err(why) = desk.take_folder() {
        return desk.say(why);
    }
    match gone::put_back(&desk.folder, gone) {
        Ok(_) => {
            desk.open(gone.number);
            let text = desk.with("gone-is-back", &[("number", gone.number.into())]);
            desk.say(text);
        }
        Err(error) => {
            let text = desk.trouble(&error);
            desk.say(text);
        }
    }
}
