//! `plan`: the next meeting, or another day for the one that is planned.

use super::{Context, End, Failure};
use crate::model::carry::carry_over;
use crate::model::change::{Change, MeetingEdit, Refusal, apply};
use crate::model::session::State;
use crate::store::StoreError;
use crate::store::gone::{self, Gone};
use crate::store::place::Place;
use crate::store::state::StateFolder;
use crate::text::{notation, whole_path};
use clap::{ArgGroup, Args};

/// Plans the next meeting.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("way").required(true).args(["date", "put_back"]))]
pub struct Plan {
    #[arg(long)]
    date: Option<String>,
    #[arg(long)]
    past: bool,
    #[arg(long, conflicts_with_all = ["past", "anew"])]
    put_back: bool,
    #[arg(long)]
    anew: bool,
}

pub fn run(context: &Context, plan: &Plan) -> Result<End, Failure> {
    let texts = &context.texts;
    super::day::believe_clock(context, None)?;
    let Some(date) = plan.date.as_ref().filter(|_| !plan.put_back) else { return put_back(context) };
    let date = super::day::day_of_meeting(context, date, plan.past)?;
    let (_lock, folder) = (super::take_lock(context)?, context.writing());
    let (old, newest) = super::newest_file(context)?;
    let session = &newest.session;
    super::day::believe_clock(context, Some(session))?;
    let path = match session.state {
        State::Closed => {
            // A meeting that was here already is not planned a second time over what was put on record in it.
            if let Some(gone) = gone_after_newest(context)?.filter(|_| !plan.anew) {
                let args = [("why", gone_words(context, &gone))];
                return Err(Failure::Use(texts.named("plan-gone", &args)));
            }
            let date = session.day_after(date).map_err(|refusal| refused(context, &refusal))?;
            folder.prepare(&carry_over(session, date))?
        }
        State::Planned | State::Live => {
            let move_to = Change::Meeting(MeetingEdit::Date(date));
            let moved = apply(session, &move_to, context.clock.now()).map_err(|refusal| refused(context, &refusal))?;
            folder.write_after(&mut Place::of(&folder, &old)?, &moved.session, &newest)?
        }
    };
    let args = [("file", whole_path(&path)), ("date", notation::date_long(date, texts.lang))];
    context.print(&texts.named("planned", &args))?;
    Ok(End::Done)
}

/// The meeting whose file is gone stands in the folder again, as this machine had it last.
fn put_back(context: &Context) -> Result<End, Failure> {
    let (_lock, folder) = (super::take_lock(context)?, context.writing());
    let Some(gone) = gone_after_newest(context)? else {
        return Err(Failure::Use(context.texts.get("plan-nothing-gone")));
    };
    let path = gone::put_back(&folder, &gone)?;
    let args = [("number", gone.number.to_string()), ("file", whole_path(&path))];
    context.print(&context.texts.named("plan-put-back", &args))?;
    Ok(End::Done)
}

fn refused(context: &Context, refusal: &Refusal) -> Failure {
    Failure::Use(context.texts.named(refusal.id(), &refusal.args()))
}

/// The newest meeting, where it was on this machine and its file is gone.
pub(super) fn gone_after_newest(context: &Context) -> Result<Option<Gone>, StoreError> {
    let Some(state) = StateFolder::of_user() else { return Ok(None) };
    // The folder of the chain may have another name than when the meeting was last open.
    state.follow(context.folder.root(), false)?;
    gone::after_newest(&context.folder, &state)
}

/// What there is to say of such a meeting.
pub(super) fn gone_words(context: &Context, gone: &Gone) -> String {
    let args = [("number", gone.number.to_string()), ("file", whole_path(&gone.last.path))];
    context.texts.named("gone-kept", &args)
}
