//! Days on the command line: what the machine says of today, and on which day a meeting is held.

use super::{Context, Failure};
use crate::model::{Session, plausible};
use crate::text::{date_input, notation};
use chrono::NaiveDate;

/// An error where the clock of the machine is plainly wrong for what is about to be written: a date that nobody gave is never
/// recorded by it.
pub(super) fn believe_clock(context: &Context, session: Option<&Session>) -> Result<(), Failure> {
    if !context.clock.is_doubtful(session) {
        return Ok(());
    }
    let says = notation::date_long(context.clock.today(), context.texts.lang);
    Err(Failure::Use(context.texts.named("clock-doubted", &[("date", says)])))
}

/// The day on which a meeting is to be held. One that has passed is meant only where somebody says so: then it is entered
/// afterwards.
pub(super) fn day_of_meeting(context: &Context, typed: &str, past: bool) -> Result<NaiveDate, Failure> {
    let today = context.clock.today();
    let day = date_input::parse_date(typed, today).filter(|day| plausible::is_possible(*day));
    let day = day.ok_or_else(|| Failure::Use(context.texts.get("date-unclear")))?;
    if day < today && !past {
        let args = [("date", notation::date_long(day, context.texts.lang))];
        return Err(Failure::Use(context.texts.named("date-has-passed", &args)));
    }
    Ok(day)
}
