//! Dutch holidays, and dates by a rule that are none (5.6).

pub mod recurrence;

use crate::model::calendar::recurrence::Rule;
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Easter Sunday in the Gregorian calendar (the anonymous computus).
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    let f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    NaiveDate::from_ymd_opt(year, (f / 31).cast_unsigned(), (f % 31 + 1).cast_unsigned())
}

/// Whether nobody comes because it is a holiday in the Netherlands.
pub fn is_holiday(date: NaiveDate) -> bool {
    let fixed = [(1, 1), (5, 5), (12, 25), (12, 26)];
    let kings_day = NaiveDate::from_ymd_opt(date.year(), 4, 27).map(|day| {
        // On a Sunday it is celebrated the day before.
        if day.weekday() == Weekday::Sun { day - Days::new(1) } else { day }
    });
    let moving = easter(date.year()).is_some_and(|easter| [0, 1, 39, 49, 50].contains(&(date - easter).num_days()));
    fixed.contains(&(date.month(), date.day())) || kings_day == Some(date) || moving
}

/// The first Thursday of the month (5.6).
pub const FIRST_THURSDAY: &str = "FREQ=MONTHLY;BYDAY=1TH";

/// The next date by a rule, and the one to choose where that is a holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    /// What the rule says.
    pub by_rule: NaiveDate,
    /// A week later, as long as that is a holiday.
    pub free: NaiveDate,
}

/// A rule is followed this far from where it starts.
const FOLLOWED: usize = 400;

/// The next free date by a rule after a day; the rule counts from `start`.
pub fn next(rule: &Rule, start: NaiveDate, after: NaiveDate) -> Option<Planned> {
    // A date before `after` may move past it, because it is a holiday.
    let from = start.max(after.checked_sub_days(Days::new(21))?);
    let days = rule.days(start, from).take(FOLLOWED);
    days.filter_map(planned).find(|planned| planned.free > after)
}

fn planned(by_rule: NaiveDate) -> Option<Planned> {
    let mut free = by_rule;
    while is_holiday(free) {
        free = free.checked_add_days(Days::new(7))?;
    }
    Some(Planned { by_rule, free })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn holidays_of_some_years() {
        for day in [
            "2026-01-01",
            "2026-04-05",
            "2026-04-06",
            "2026-04-27",
            "2025-04-26",
            "2026-05-14",
            "2026-05-25",
            "2027-05-06",
        ] {
            assert!(is_holiday(date(day)), "{day}");
        }
        for day in ["2026-04-03", "2025-04-27", "2026-12-10"] {
            assert!(!is_holiday(date(day)), "{day}");
        }
    }

    #[test]
    fn the_cafe_moves_a_week_when_its_thursday_is_a_holiday() {
        let planned = |after: &str| {
            let found = next(&Rule::parse(FIRST_THURSDAY).unwrap(), date(after), date(after)).unwrap();
            (found.by_rule.to_string(), found.free.to_string())
        };
        let both = |day: &str| (day.to_owned(), day.to_owned());
        assert_eq!(planned("2025-12-10"), ("2026-01-01".to_owned(), "2026-01-08".to_owned()));
        assert_eq!(planned("2027-04-10"), ("2027-05-06".to_owned(), "2027-05-13".to_owned()), "Ascension Day");
        assert_eq!(planned("2026-12-10"), both("2027-01-07"));
        assert_eq!(planned("2026-12-02"), both("2026-12-03"));
    }

    #[test]
    fn a_date_that_moved_is_still_to_come() {
        let rule = Rule::parse(FIRST_THURSDAY).unwrap();
        let found = next(&rule, date("2027-01-07"), date("2027-05-08")).unwrap();
        assert_eq!((found.by_rule, found.free), (date("2027-05-06"), date("2027-05-13")));
    }

    #[test]
    fn any_rule_by_days_is_followed_from_where_it_starts() {
        let free = |rule: &str, start: &str, after: &str| {
            next(&Rule::parse(rule).unwrap(), date(start), date(after)).unwrap().free.to_string()
        };
        assert_eq!(
            free("rrule:freq=monthly;byday=-1fr", "2026-11-01", "2026-12-10"),
            "2027-01-08",
            "Christmas and New Year"
        );
        assert_eq!(free("FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU", "2026-10-13", "2026-12-10"), "2027-02-09");
        assert_eq!(free("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "2026-12-02", "2026-12-10"), "2026-12-16");
    }
}
