//! `follow`: what the room may see of the meeting that another program has on its screen.

use super::{Context, End, Failure, tui};
use crate::app::follow;
use crate::store::state::StateFolder;

pub fn run(context: &Context) -> Result<End, Failure> {
    let Some(state) = StateFolder::of_user() else {
        return Err(Failure::Use(context.texts.get("follow-no-home")));
    };
    let (mut app, inbox) = tui::app(context);
    follow::begin(&mut app, context.folder.clone(), state.of_home(context.folder.root()));
    tui::on_terminal(context, app, &inbox)
}
