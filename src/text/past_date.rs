//! Reads a date that lies behind us, such as that of a letter.

use super::date_input::parse_date;
use chrono::{Datelike, Months, NaiveDate};

/// Reads a date up to today; `24-09` without a year is the last one, not the next.
pub fn parse_past_date(input: &str, today: NaiveDate) -> Option<NaiveDate> {
    let date = parse_date(input, today)?;
    if date <= today {
        return Some(date);
    }
    // Asked of a day about a year earlier, only a date without a year is the same day of another year.
    let base = today.checked_sub_months(Months::new(12))?.succ_opt()?;
    let earlier = parse_date(input, base)?;
    let same_day = (earlier.day(), earlier.month()) == (date.day(), date.month());
    Some(earlier).filter(|earlier| same_day && *earlier <= today)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_never_of_tomorrow() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let read = |text| parse_past_date(text, day("2026-12-10"));
        assert_eq!(read("24-09"), Some(day("2026-09-24")));
        assert_eq!(read("24 sep 2025"), Some(day("2025-09-24")));
        assert_eq!(read("10-12"), Some(day("2026-12-10")));
        assert_eq!(read("11-12"), Some(day("2025-12-11")));
        assert_eq!(read("11-12-2026"), None);
        assert_eq!(read("over 2 weken"), None);
        assert_eq!(read("brief"), None);
    }
}
