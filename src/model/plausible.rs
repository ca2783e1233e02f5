//! What a clock may say of a meeting, and what is plainly wrong: such a date is asked about, and never recorded by itself.

use crate::model::session::{Session, State};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta};
use std::ops::RangeInclusive;

/// The years in which meetings are held.
pub const YEARS: RangeInclusive<i32> = 2000..=2100;
/// A clock may be put right by this much without a word.
pub const PUT_RIGHT: TimeDelta = TimeDelta::hours(24);
/// So many days from its own date a meeting may be held.
pub const AROUND: Days = Days::new(62);

/// Whether meetings are held in the year of this day.
pub fn is_possible(day: NaiveDate) -> bool {
    YEARS.contains(&day.year())
}

/// The last moment that a session has on record, of those that are possible.
pub fn last_moment(session: &Session) -> Option<NaiveDateTime> {
    let logged = session.log.iter().map(|entry| entry.at);
    let running = session.agenda.running.iter().map(|running| running.since);
    logged.chain(running).filter(|moment| is_possible(moment.date())).max()
}

/// Whether `now` is plainly wrong for this session: no year of meetings, more than a day before its last moment on record,
/// or, while it is being held, far from its own date.
pub fn is_doubtful(session: &Session, now: NaiveDateTime) -> bool {
    let goes_back = || last_moment(session).is_some_and(|last| last.signed_duration_since(now) > PUT_RIGHT);
    let (first, last) = (session.date.checked_sub_days(AROUND), session.date.checked_add_days(AROUND));
    let is_far = || first.is_some_and(|first| now.date() < first) || last.is_some_and(|last| now.date() > last);
    !is_possible(now.date()) || goes_back() || session.state == State::Live && is_possible(session.date) && is_far()
}

/// The moment from which a program goes on that does not believe its clock: the last on record, else the morning of the meeting.
pub fn instead(session: &Session) -> NaiveDateTime {
    last_moment(session).unwrap_or_else(|| session.date.into())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::session::{Event, LogEntry};
    use crate::model::start::first_session;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn a_clock_is_doubted_where_it_can_not_be_right() {
        let mut session = first_session("Proef", &[], "2026-12-10".parse().unwrap(), |_| String::new());
        assert!(is_doubtful(&session, at("1970-01-01T00:00:00")));
        assert!(is_doubtful(&session, at("2101-01-01T00:00:00")));
        assert!(!is_doubtful(&session, at("2026-05-01T09:00:00")), "a meeting is planned long before");
        session.state = State::Live;
        assert!(is_doubtful(&session, at("2026-05-01T09:00:00")));
        assert!(is_doubtful(&session, at("2027-12-10T14:00:00")));
        assert!(!is_doubtful(&session, at("2026-12-10T14:00:00")));
        session.log.push(LogEntry { at: at("2026-12-10T13:30:00"), event: Event::Opened });
        assert!(!is_doubtful(&session, at("2026-12-09T14:00:00")), "put right by less than a day");
        assert!(is_doubtful(&session, at("2026-12-09T13:00:00")));
        session.state = State::Closed;
        assert!(is_doubtful(&session, at("2026-12-09T13:00:00")), "nothing is planned before what is on record");
        assert!(!is_doubtful(&session, at("2027-12-10T14:00:00")), "a meeting that is over may be long ago");
        assert_eq!(instead(&session), at("2026-12-10T13:30:00"));
        session.log.push(LogEntry { at: NaiveDateTime::MAX, event: Event::Opened });
        assert_eq!(instead(&session), at("2026-12-10T13:30:00"), "a moment that can't be is none");
    }

    #[test]
    fn no_date_at_all_is_too_much() {
        for day in [NaiveDate::MIN, NaiveDate::MAX] {
            let mut session = first_session("Proef", &[], day, |_| String::new());
            session.state = State::Live;
            for now in [NaiveDateTime::MIN, NaiveDateTime::MAX, at("2026-12-10T14:00:00")] {
                is_doubtful(&session, now);
                instead(&session);
            }
        }
    }
}
