//! `plan`: the next meeting, or another day for the one that is planned.

use super::{Context, End, Failure};
use crate::model::carry::carry_over;
use crate::model::change::{Change, MeetingEdit, Refusal, apply};
use crate::model::session::State;
use crate::store::place::Place;
use crate::text::{notation, whole_path};
use clap::Args;

/// Plans the next meeting.
#[derive(Debug, Args)]
pub struct Plan {
    #[arg(long)]
    date: String,
    #[arg(long)]
    past: bool,
}

pub fn run(context: &Context, plan: &Plan) -> Result<End, Failure> {
    let texts = &context.texts;
    super::day::believe_clock(context, None)?;
    let date = super::day::day_of_meeting(context, &plan.date, plan.past)?;
    let (_lock, folder) = (super::take_lock(context)?, context.writing());
    let (old, newest) = super::newest_file(context)?;
    let session = &newest.session;
    super::day::believe_clock(context, Some(session))?;
    let path = match session.state {
        State::Closed => {
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

fn refused(context: &Context, refusal: &Refusal) -> Failure {
    Failure::Use(context.texts.named(refusal.id(), &refusal.args()))
}
