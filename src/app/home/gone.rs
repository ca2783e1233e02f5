//! The newest meeting, where it was on this machine and its file is gone from the folder.

use crate::app::App;
use crate::store::gone::{self, Gone};
use crate::text::whole_path;

/// What is done about a meeting that was on this machine, and whose file is gone.
pub fn ask(app: &mut App) {
    let Some(Ok(gone)) = app.home.chain.gone.clone() else { return };
    let args = [("number", gone.number.into()), ("file", whole_path(&gone.last.path).into())];
    let (title, explanation) = (app.with("gone-title", &args), app.with("gone-explained", &args));
    app.confirm(title, explanation, "gone-put-back", "gone-leave", move |app| put_back(app, &gone));
}

/// The last version of a meeting stands in the folder again, and is opened.
fn put_back(app: &mut App, gone: &Gone) {
    if let Err(why) = app.take_folder() {
        return app.say(why);
    }
    match gone::put_back(&app.folder, gone) {
        Ok(_) => {
            app.open(gone.number);
            let text = app.with("gone-is-back", &[("number", gone.number.into())]);
            app.say(text);
        }
        Err(error) => {
            let text = app.trouble(&error);
            app.say(text);
        }
    }
}
