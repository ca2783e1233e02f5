//! Days by a rule (5.6): the part of iCalendar's recurrence rules (RFC 5545, 3.3.10) that goes by days, as calendars write
//! them for *every first Thursday* or *the last Friday of the quarter*.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use std::str::FromStr;

/// How long one period of a rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// A day of the week; with a number the so manyth of its month or year, counted from the end where that is negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct NumberedWeekday {
    number: Option<i64>,
    weekday: Weekday,
}

/// A recurrence rule by days: `FREQ=MONTHLY;BYDAY=1TH`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    frequency: Frequency,
    /// Every so manyth period counts.
    interval: usize,
    /// So many days at most.
    count: usize,
    /// The last day that counts.
    until: NaiveDate,
    months: Vec<u32>,
    /// Days of the month, counted from its end where they are negative.
    month_days: Vec<i64>,
    weekdays: Vec<NumberedWeekday>,
    /// Which of the days of one period, counted from their end where they are negative.
    positions: Vec<i64>,
}

/// A rule that says how often has to be walked through from its start, so that is not more often than this.
const MOST: usize = 1000;
/// After so many years without a day a rule has none any more: the 29th of February comes back within eight.
const YEARS: u32 = 12;

impl Rule {
    /// Reads a rule, with or without `RRULE:` before it; none for what is no rule, goes by the hour, or fits no day at all.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_uppercase();
        let mut frequency = None;
        let mut rule = Self {
            frequency: Frequency::Daily,
            interval: 1,
            count: usize::MAX,
            until: NaiveDate::MAX,
            months: Vec::new(),
            month_days: Vec::new(),
            weekdays: Vec::new(),
            positions: Vec::new(),
        };
        for part in text.strip_prefix("RRULE:").unwrap_or(&text).split(';') {
            let (name, value) = part.split_once('=')?;
            match name {
                "FREQ" => frequency = Some(frequency_of(value)?),
                "INTERVAL" => rule.interval = value.parse().ok().filter(|interval| (1..=1000).contains(interval))?,
                "COUNT" => rule.count = value.parse().ok().filter(|count| (1..=MOST).contains(count))?,
                "UNTIL" => rule.until = NaiveDate::parse_from_str(value.get(..8)?, "%Y%m%d").ok()?,
                "BYMONTH" => rule.months = list(value, |month| (1..=12).contains(month))?,
                "BYMONTHDAY" => rule.month_days = list(value, |day: &i64| *day != 0 && day.abs() <= 31)?,
                "BYSETPOS" => rule.positions = list(value, |place: &i64| *place != 0 && place.abs() <= 366)?,
                "BYDAY" => rule.weekdays = value.split(',').map(numbered_weekday).collect::<Option<_>>()?,
                // A week begins on Monday here, as in the rules of iCalendar that say nothing of it.
                "WKST" if value == "MO" => {}
                _ => return None,
            }
        }
        rule.frequency = frequency?;
        let by_week = matches!(rule.frequency, Frequency::Daily | Frequency::Weekly);
        if by_week && rule.weekdays.iter().any(|day| day.number.is_some()) {
            return None;
        }
        let some_day = NaiveDate::from_ymd_opt(2026, 1, 1)?;
        // One that ended fits none any more, but is a rule.
        let fits = Self { until: NaiveDate::MAX, ..rule.clone() }.days(some_day, some_day).next().is_some();
        fits.then_some(rule)
    }

    /// The days of the rule from one on; the rule counts from `start`.
    pub fn days(&self, start: NaiveDate, from: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        let later = |day: NaiveDate| day.checked_add_months(Months::new(12 * YEARS)).unwrap_or(NaiveDate::MAX);
        let mut limit = later(start.max(from));
        let steps = (self.passed(start, from)..).step_by(self.interval);
        let periods = steps.map_while(move |step| self.period(start, u32::try_from(step).ok()?));
        periods
            .take_while(move |(first, days)| {
                if let Some(last) = days.last() {
                    limit = limit.max(later(*last));
                }
                *first <= limit
            })
            .flat_map(|(_, days)| days)
            .skip_while(move |day| *day < start)
            .take_while(|day| *day <= self.until)
            .take(self.count)
            .skip_while(move |day| *day < from)
    }

    /// So many periods can be passed over, because all of their days come before `from`.
    fn passed(&self, start: NaiveDate, from: NaiveDate) -> usize {
        if self.count <= MOST {
            return 0;
        }
        let days = from.signed_duration_since(start).num_days();
        let years = i64::from(from.year()) - i64::from(start.year());
        let periods = match self.frequency {
            Frequency::Daily => days,
            Frequency::Weekly => days / 7,
            Frequency::Monthly => 12 * years + i64::from(from.month()) - i64::from(start.month()),
            Frequency::Yearly => years,
        };
        let whole = usize::try_from(periods - 1).unwrap_or(0);
        whole - whole % self.interval
    }

    /// The first day of a period, so many after that of `start`, and the days of the rule in it; none past the end of time.
    fn period(&self, start: NaiveDate, step: u32) -> Option<(NaiveDate, Vec<NaiveDate>)> {
        let first = match self.frequency {
            Frequency::Daily => start,
            Frequency::Weekly => start.week(Weekday::Mon).checked_first_day()?,
            Frequency::Monthly => start.with_day(1)?,
            Frequency::Yearly => start.with_day(1)?.with_month(1)?,
        };
        let at = |step: u32| match self.frequency {
            Frequency::Daily => first.checked_add_days(Days::new(step.into())),
            Frequency::Weekly => first.checked_add_days(Days::new(7 * u64::from(step))),
            Frequency::Monthly => first.checked_add_months(Months::new(step)),
            Frequency::Yearly => first.checked_add_months(Months::new(step.checked_mul(12)?)),
        };
        let (first, next) = (at(step)?, at(step.checked_add(1)?)?);
        let days: Vec<_> =
            first.iter_days().take_while(|day| *day < next).filter(|day| self.fits(*day, start)).collect();
        let count = days.len();
        let place = |position: i64| place(position, count);
        let chosen =
            |at: &usize| self.positions.is_empty() || self.positions.iter().any(|one| place(*one) == Some(*at));
        Some((first, days.into_iter().enumerate().filter(|(at, _)| chosen(at)).map(|(_, day)| day).collect()))
    }

    fn fits(&self, day: NaiveDate, start: NaiveDate) -> bool {
        let in_month = self.months.is_empty() || self.months.contains(&day.month());
        let by_date = self.month_days.is_empty() || self.month_days.iter().any(|number| is_month_day(day, *number));
        let by_weekday = self.weekdays.is_empty() || self.weekdays.iter().any(|one| self.is_weekday(day, *one));
        // Where no day is named, it is that of the start.
        let unnamed = self.month_days.is_empty() && self.weekdays.is_empty();
        let like_the_start = match self.frequency {
            Frequency::Daily => true,
            Frequency::Weekly => day.weekday() == start.weekday(),
            Frequency::Monthly => day.day() == start.day(),
            Frequency::Yearly => day.day() == start.day() && (!self.months.is_empty() || day.month() == start.month()),
        };
        in_month && by_date && by_weekday && (!unnamed || like_the_start)
    }

    fn is_weekday(&self, day: NaiveDate, wanted: NumberedWeekday) -> bool {
        if day.weekday() != wanted.weekday {
            return false;
        }
        let Some(number) = wanted.number else { return true };
        let of_the_year = self.frequency == Frequency::Yearly && self.months.is_empty();
        let (passed, length) = if of_the_year {
            (day.ordinal0(), if day.leap_year() { 366 } else { 365 })
        } else {
            (day.day0(), u32::from(day.num_days_in_month()))
        };
        let (from_start, from_end) = (i64::from(passed / 7) + 1, i64::from((length - 1 - passed) / 7) + 1);
        number == from_start || number == -from_end
    }
}

/// The place in a list of this length that a number means: 1 is the first, -1 the last.
fn place(number: i64, length: usize) -> Option<usize> {
    let length = i64::try_from(length).ok()?;
    let place = if number > 0 { number - 1 } else { length + number };
    usize::try_from(place).ok().filter(|_| place < length)
}

fn is_month_day(day: NaiveDate, number: i64) -> bool {
    place(number, day.num_days_in_month().into()) == usize::try_from(day.day0()).ok()
}

fn frequency_of(text: &str) -> Option<Frequency> {
    match text {
        "DAILY" => Some(Frequency::Daily),
        "WEEKLY" => Some(Frequency::Weekly),
        "MONTHLY" => Some(Frequency::Monthly),
        "YEARLY" => Some(Frequency::Yearly),
        _ => None,
    }
}

/// Numbers with commas between, each of which has to be allowed.
fn list<T: FromStr>(text: &str, allowed: impl Fn(&T) -> bool) -> Option<Vec<T>> {
    text.split(',').map(|number| number.parse().ok().filter(|number| allowed(number))).collect()
}

/// `TH`, `1TH` or `-1FR`.
fn numbered_weekday(text: &str) -> Option<NumberedWeekday> {
    let (number, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let weekday = match name {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    };
    let number = match number {
        "" => None,
        number => Some(number.parse().ok().filter(|number: &i64| *number != 0 && number.abs() <= 53)?),
    };
    Some(NumberedWeekday { number, weekday })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn days(rule: &str, start: &str, count: usize) -> Vec<String> {
        Rule::parse(rule)
            .unwrap()
            .days(start.parse().unwrap(), NaiveDate::MIN)
            .take(count)
            .map(|day| day.to_string())
            .collect()
    }

    /// The examples of RFC 5545, 3.8.5.3, that go by days, and what calendars of officials hold.
    #[test]
    fn rules_give_the_days_that_the_standard_says() {
        for (rule, start, expected) in [
            ("FREQ=DAILY;COUNT=3", "1997-09-02", "1997-09-02 1997-09-03 1997-09-04"),
            ("FREQ=DAILY;INTERVAL=10;COUNT=3", "1997-09-02", "1997-09-02 1997-09-12 1997-09-22"),
            ("FREQ=DAILY;UNTIL=19970904T000000Z", "1997-09-02", "1997-09-02 1997-09-03 1997-09-04"),
            ("FREQ=WEEKLY;COUNT=3", "1997-09-02", "1997-09-02 1997-09-09 1997-09-16"),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "1997-09-02", "1997-09-02 1997-09-04 1997-09-16 1997-09-18"),
            ("FREQ=MONTHLY;BYDAY=1FR", "1997-09-05", "1997-09-05 1997-10-03 1997-11-07"),
            ("FREQ=MONTHLY;INTERVAL=2;BYDAY=1SU,-1SU", "1997-09-07", "1997-09-07 1997-09-28 1997-11-02 1997-11-30"),
            ("FREQ=MONTHLY;BYDAY=-2MO", "1997-09-22", "1997-09-22 1997-10-20 1997-11-17"),
            ("FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28", "1997-09-28 1997-10-29 1997-11-28"),
            ("FREQ=MONTHLY;BYMONTHDAY=2,15", "1997-09-02", "1997-09-02 1997-09-15 1997-10-02"),
            ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1997-09-03", "1998-02-13 1998-03-13 1998-11-13"),
            ("FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04", "1997-09-04 1997-10-07 1997-11-06"),
            ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997-09-29", "1997-09-29 1997-10-30 1997-11-27"),
            ("FREQ=YEARLY;BYMONTH=6,7", "1997-06-10", "1997-06-10 1997-07-10 1998-06-10 1998-07-10"),
            ("FREQ=YEARLY;BYDAY=20MO", "1997-05-19", "1997-05-19 1998-05-18 1999-05-17"),
            ("FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997-03-13", "1997-03-13 1997-03-20 1997-03-27 1998-03-05"),
            ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2026-01-01", "2028-02-29 2032-02-29"),
            ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=-1FR", "2026-11-01", "2026-12-25 2027-03-26 2027-06-25"),
            ("FREQ=MONTHLY", "2026-01-31", "2026-01-31 2026-03-31 2026-05-31"),
        ] {
            let expected: Vec<_> = expected.split(' ').collect();
            assert_eq!(days(rule, start, expected.len()), expected, "{rule}");
        }
        assert_eq!(days("FREQ=DAILY;COUNT=3", "1997-09-02", 9).len(), 3);
        assert_eq!(days("FREQ=DAILY;UNTIL=19970904", "1997-09-02", 9).len(), 3);
    }

    #[test]
    fn what_is_no_rule_is_refused() {
        for nonsense in [
            "",
            "FREQ=",
            "FREQ=HOURLY",
            "FREQ=MONTHLY;BYDAY=9XX",
            "FREQ=MONTHLY;BYDAY=0TH",
            "FREQ=WEEKLY;BYDAY=1TH",
            "FREQ=MONTHLY;INTERVAL=0",
            "FREQ=MONTHLY;BYMONTHDAY=32",
            "FREQ=MONTHLY;BYDAY=é",
            "BYDAY=1TH",
            "elke donderdag",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
            "FREQ=MONTHLY;BYDAY=6TH",
        ] {
            assert!(Rule::parse(nonsense).is_none(), "{nonsense}");
        }
    }

    #[test]
    fn no_rule_is_followed_past_the_end_of_time() {
        let rule = Rule::parse("FREQ=YEARLY;INTERVAL=1000").unwrap();
        let (start, last) = ("2026-01-01".parse().unwrap(), NaiveDate::MAX);
        assert!(rule.days(last - Days::new(9), start).count() <= 1);
        assert!(rule.days(start, start).count() < 1000);
        // Nobody walks there day by day.
        for rule in ["FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=3", "FREQ=MONTHLY;BYDAY=1TH", "FREQ=YEARLY"] {
            assert!(Rule::parse(rule).unwrap().days(start, last - Days::new(1200)).count() >= 1, "{rule}");
        }
    }

    #[test]
    fn where_one_begins_to_look_changes_no_day() {
        let start: NaiveDate = "2026-01-31".parse().unwrap();
        for rule in [
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU",
            "FREQ=MONTHLY;INTERVAL=5;BYDAY=-1FR",
            "FREQ=MONTHLY;BYMONTHDAY=31",
            "FREQ=YEARLY;INTERVAL=2;BYDAY=20MO",
            "FREQ=MONTHLY;COUNT=9;BYDAY=1TH",
        ] {
            let rule = Rule::parse(rule).unwrap();
            let all: Vec<_> = rule.days(start, start).take(300).collect();
            for from in start.iter_days().step_by(11).take(60) {
                let expected = all.iter().find(|day| **day >= from);
                assert_eq!(rule.days(start, from).next().as_ref(), expected, "{rule:?} from {from}");
            }
        }
    }
}
