//! Dutch holidays, and the first Thursday of the month that is none (5.6).

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

/// The first Thursday of a month; a week later as long as that is a holiday.
pub fn first_thursday(year: i32, month: u32) -> Option<NaiveDate> {
    let mut day = NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Thu, 1)?;
    while is_holiday(day) {
        day = day.checked_add_days(Days::new(7))?;
    }
    Some(day)
}

/// The next café after a day.
pub fn next_cafe(after: NaiveDate) -> Option<NaiveDate> {
    let this = first_thursday(after.year(), after.month()).filter(|day| *day > after);
    let (year, month) = if after.month() == 12 { (after.year() + 1, 1) } else { (after.year(), after.month() + 1) };
    this.or_else(|| first_thursday(year, month))
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
        assert_eq!(first_thursday(2026, 1), Some(date("2026-01-08")));
        assert_eq!(first_thursday(2027, 5), Some(date("2027-05-13")), "Ascension Day");
        assert_eq!(next_cafe(date("2026-12-10")), Some(date("2027-01-07")));
        assert_eq!(next_cafe(date("2026-12-02")), Some(date("2026-12-03")));
    }
}
