//! Reads a date as people type it, in Dutch or English whatever the language on the screen.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

// The names below are the grammar of the input, not text on a screen: that is why they are here and not in the
// translation files. Each is matched whole, as `ma` is a Monday and begins `maart`.

/// The months.
const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "jan"],
    &["februari", "february", "feb", "febr"],
    &["maart", "march", "mrt", "mar"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["augustus", "august", "aug"],
    &["september", "sep", "sept"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

/// The days of the week.
const WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Mon, &["maandag", "ma", "monday", "mon"]),
    (Weekday::Tue, &["dinsdag", "di", "tuesday", "tue", "tues"]),
    (Weekday::Wed, &["woensdag", "wo", "wednesday", "wed"]),
    (Weekday::Thu, &["donderdag", "do", "thursday", "thu", "thur", "thurs"]),
    (Weekday::Fri, &["vrijdag", "vr", "friday", "fri"]),
    (Weekday::Sat, &["zaterdag", "za", "saturday", "sat"]),
    (Weekday::Sun, &["zondag", "zo", "sunday", "sun"]),
];

/// What can be counted; a bare number counts days.
const UNITS: [(Unit, &[&str]); 3] = [
    (Unit::Day, &["", "d", "dag", "dagen", "day", "days"]),
    (Unit::Week, &["w", "wk", "week", "weken", "weeks"]),
    (Unit::Month, &["m", "mnd", "maand", "maanden", "month", "months"]),
];

/// One, where it is a word.
const ONE: [&str; 4] = ["een", "één", "a", "an"];

/// May stand between `eind` and its month.
const FILLERS: [&str; 4] = ["van", "de", "of", "the"];

/// The years that a date may lie in: outside these it is a typing error.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// Longer than any date, in bytes.
const LONGEST: usize = 80;

/// Every day and week comes again within this many years: 29 February after at most 8 (1896 to 1904), week 53 after 7.
const REPEATS_WITHIN: i32 = 8;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
}

/// Reads a date, such as `10-12-2026`, `10-12`, `3 mrt`, `vrijdag`, `volgende week di`, `over 2 weken`, `+3m`,
/// `week 12`, `end of month`. The day comes before the month, also in English (`docs/domain.md` §3, *Notation*).
///
/// Without a year it is the next such date, from today on; a weekday is always after today. `volgende vrijdag` and
/// `next friday` are not read: to some that is this week, to others the next.
pub fn parse_date(input: &str, today: NaiveDate) -> Option<NaiveDate> {
    let input = input.trim();
    if input.len() > LONGEST {
        return None;
    }
    let text = input.to_lowercase();
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_end_matches(['.', ','])).collect();
    let date = named_day(&words, today)
        .or_else(|| shifted(&words, today))
        .or_else(|| iso_week(&words, today))
        .or_else(|| end_of_month(&words, today))
        .or_else(|| calendar(&words, today))
        .or_else(|| checked_by_weekday(&words, today))?;
    YEARS.contains(&date.year()).then_some(date)
}

/// `morgen`, `vrijdag`, `volgende week vrijdag`.
fn named_day(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    match words {
        ["vandaag" | "today"] => Some(today),
        ["morgen" | "tomorrow"] => today.succ_opt(),
        ["overmorgen"] => today.checked_add_days(Days::new(2)),
        ["gisteren" | "yesterday"] => today.pred_opt(),
        [day] => {
            let ahead = u64::from(weekday(day)?.days_since(today.weekday()));
            today.checked_add_days(Days::new(if ahead == 0 { 7 } else { ahead }))
        }
        ["volgende" | "next", "week", day] | [day, "volgende" | "next", "week"] => {
            let ahead = 7 + u64::from(weekday(day)?.num_days_from_monday());
            let to_monday = u64::from(today.weekday().num_days_from_monday());
            today.checked_sub_days(Days::new(to_monday))?.checked_add_days(Days::new(ahead))
        }
        _ => None,
    }
}

/// `over 2 weken`, `in a month`, `+3`, `+2w`, `+2 weken`.
fn shifted(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let (count, unit) = match words {
        ["over" | "in", count, unit] => (*count, *unit),
        [plus, unit] => (plus.strip_prefix('+')?, *unit),
        [plus] => {
            let rest = plus.strip_prefix('+')?;
            rest.split_at(rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()))
        }
        _ => return None,
    };
    let count = if ONE.contains(&count) { 1 } else { number(count, 5)? };
    let (unit, _) = UNITS.iter().find(|(_, names)| names.contains(&unit))?;
    match unit {
        Unit::Day => today.checked_add_days(Days::new(u64::from(count))),
        Unit::Week => today.checked_add_days(Days::new(u64::from(count) * 7)),
        Unit::Month => today.checked_add_months(Months::new(count)),
    }
}

/// `week 12`, `week 12 2027`: its Monday (ISO 8601, as in Dutch diaries).
fn iso_week(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let ["week" | "wk", week, year @ ..] = words else { return None };
    let week = number(week, 2)?;
    let monday = |y: i32| NaiveDate::from_isoywd_opt(y, week, Weekday::Mon);
    match year {
        [] => next(today, monday),
        [year] => monday(full_year(year, today)?),
        _ => None,
    }
}

/// `eind maand`, `end of the month`, `eind december`, `end of feb 2028`.
fn end_of_month(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let ["eind" | "einde" | "end", rest @ ..] = words else { return None };
    let rest: Vec<&str> = rest.iter().copied().filter(|word| !FILLERS.contains(word)).collect();
    match rest[..] {
        ["maand" | "month"] => last_day(today.year(), today.month()),
        [name] => {
            let month = month(name)?;
            next(today, |y| last_day(y, month))
        }
        [name, year] => last_day(full_year(year, today)?, month(name)?),
        _ => None,
    }
}

/// `10-12-2026`, `10/12`, `2026-12-10`, `3 maart`, `3-mrt-27`. Not `10.12`, which is a time in Dutch
/// (`docs/domain.md` §3) or a number, and not `10 12`: dates are also looked for in the text of an action.
fn calendar(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let (parts, mark) = match words {
        [word] => {
            let mark = word.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
            (word.split(mark).collect(), mark)
        }
        _ => (words.to_vec(), ' '),
    };
    let month_of = |text: &str| month(text).or_else(|| number(text, 2).filter(|_| mark != ' '));
    match parts[..] {
        [_, month] if mark == '.' && number(month, 2).is_some() => None,
        [day, month] => {
            let (day, month) = (number(day, 2)?, month_of(month)?);
            next(today, |y| NaiveDate::from_ymd_opt(y, month, day))
        }
        [first, month, last] => {
            let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
            NaiveDate::from_ymd_opt(full_year(year, today)?, month_of(month)?, number(day, 2)?)
        }
        _ => None,
    }
}

/// `donderdag 10 december`: read only if that is a Thursday, because otherwise one of the two is a mistake.
fn checked_by_weekday(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let [first, rest @ ..] = words else { return None };
    let expected = weekday(first)?;
    calendar(rest, today).filter(|date| date.weekday() == expected)
}

/// The first of the dates, one a year, that is not past. A week of last year's number can't begin this year.
fn next(today: NaiveDate, in_year: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
    (today.year()..=today.year() + REPEATS_WITHIN).filter_map(in_year).find(|date| *date >= today)
}

fn last_day(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?.pred_opt()
}

fn weekday(name: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(_, names)| names.contains(&name)).map(|(weekday, _)| *weekday)
}

fn month(name: &str) -> Option<u32> {
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&name)).map(|(month, _)| month)
}

/// A year of four digits, or of two: then the one closest to today, so `26` is 2026 and `98` is 1998.
fn full_year(text: &str, today: NaiveDate) -> Option<i32> {
    let year = i32::try_from(number(text, 4)?).ok()?;
    let earliest = today.year() - 50;
    match text.len() {
        4 => Some(year),
        2 => Some(earliest + (year - earliest).rem_euclid(100)),
        _ => None,
    }
}

/// A number of at most `longest` digits. `parse` alone also takes a plus sign.
fn number(text: &str, longest: usize) -> Option<u32> {
    let fits = text.len() <= longest && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| fits)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::text::Lang;
    use crate::text::notation::{date_full, date_long, date_short};

    fn day(iso: &str) -> NaiveDate {
        iso.parse().unwrap()
    }

    /// Each date, after the texts that are read as that date on the day `today`.
    fn check(today: &str, cases: &[(&str, &str)]) {
        for (texts, expected) in cases {
            for text in texts.split('|') {
                assert_eq!(parse_date(text, day(today)), Some(day(expected)), "{text:?} on {today}");
            }
        }
    }

    #[test]
    fn dates_in_numbers() {
        let cases = [
            ("10-12-2026|10/12/2026|10.12.2026|10-12-26|10-12|2026-12-10| 10-12. ", "2026-12-10"),
            ("9-12", "2027-12-09"),
            ("11-12", "2026-12-11"),
            ("1-3-2027|01-03-27", "2027-03-01"),
            ("3/4/2027", "2027-04-03"),
            ("29-2", "2028-02-29"),
            ("31-12-98", "1998-12-31"),
            ("1-1-1900", "1900-01-01"),
            ("31-12-2200", "2200-12-31"),
        ];
        check("2026-12-10", &cases);
        check("2096-03-01", &[("29-2", "2104-02-29"), ("1-1-45", "2145-01-01"), ("1-1-46", "2046-01-01")]);
    }

    #[test]
    fn dates_with_a_month_by_name() {
        let cases = [
            ("3 maart|3 mrt 2027|3 mrt. 2027|3 March 2027|3-mrt-27|3 MAR", "2027-03-03"),
            ("1 okt|1 Oct", "2027-10-01"),
            ("5 mei|5 may", "2027-05-05"),
            ("10 december|donderdag 10 december|Thursday, 10 December 2026|do 10-12-2026", "2026-12-10"),
        ];
        check("2026-12-10", &cases);
    }

    #[test]
    fn every_name_is_one_of_its_kind() {
        for (number, names) in (1..).zip(MONTHS) {
            for name in names {
                assert_eq!(month(name), Some(number), "{name}");
                assert_eq!(weekday(name), None, "{name}");
            }
        }
        for (expected, names) in WEEKDAYS {
            for name in names {
                assert_eq!(weekday(name), Some(expected), "{name}");
                let date = parse_date(name, day("2026-12-10")).unwrap();
                assert_eq!(date.weekday(), expected);
                assert!((day("2026-12-11")..=day("2026-12-17")).contains(&date), "{name}");
            }
        }
    }

    #[test]
    fn days_by_name() {
        let cases = [
            ("gisteren|yesterday", "2026-12-09"),
            ("vandaag|Today", "2026-12-10"),
            ("morgen|tomorrow|vrijdag|vr.|FRI", "2026-12-11"),
            ("overmorgen|za", "2026-12-12"),
            ("ma|volgende  week ma", "2026-12-14"),
            ("do", "2026-12-17"),
            ("volgende week vrijdag|next week friday|Friday next week|vr volgende week", "2026-12-18"),
            ("volgende week zo", "2026-12-20"),
        ];
        check("2026-12-10", &cases);
        check("2026-12-13", &[("volgende week ma", "2026-12-14"), ("zo", "2026-12-20"), ("za", "2026-12-19")]);
        check("2026-12-14", &[("volgende week ma", "2026-12-21")]);
    }

    #[test]
    fn so_much_later() {
        let cases = [
            ("+0", "2026-12-10"),
            ("over 3 dagen|+3|+3d|in 3 days", "2026-12-13"),
            ("in 1 day|over een dag|over 1 dag", "2026-12-11"),
            ("over een week", "2026-12-17"),
            ("over 2 weken|in 2 weeks|+14|+2w|+2 weken", "2026-12-24"),
            ("over één maand|in a month", "2027-01-10"),
            ("over 3 maanden|in 3 months|+3m", "2027-03-10"),
        ];
        check("2026-12-10", &cases);
        check("2027-01-31", &[("+1m", "2027-02-28"), ("over 13 maanden", "2028-02-29"), ("+3m", "2027-04-30")]);
    }

    #[test]
    fn weeks_begin_on_their_iso_monday() {
        check("2026-12-10", &[("week 53", "2026-12-28"), ("week 1|Week 1 27", "2027-01-04"), ("wk 12", "2027-03-22")]);
        check("2026-12-10", &[("week 50", "2027-12-13"), ("week 50 2026", "2026-12-07")]);
        check("2026-12-07", &[("week 50", "2026-12-07")]);
        check("2025-12-20", &[("week 1", "2025-12-29")]);
        check("2027-01-01", &[("week 53", "2032-12-27")]);
    }

    #[test]
    fn ends_of_months() {
        let cases = [
            ("eind maand|einde van de maand|end of month|end of the month", "2026-12-31"),
            ("eind december|end of december|eind dec 2026", "2026-12-31"),
            ("eind feb", "2027-02-28"),
            ("eind feb. 2028", "2028-02-29"),
            ("eind nov", "2027-11-30"),
        ];
        check("2026-12-10", &cases);
        check("2026-12-31", &[("eind dec", "2026-12-31")]);
    }

    #[test]
    fn anything_else_is_no_date() {
        let cases = "| |.|-|--|+|+x|+1x|+-1|-3|10|10-|-10-12|10--12|10-12/2026|10.12|09.05|10 12|10 12 2026|10-12-|32-1-2027|31-4|30-2|29-2-2027|0-1|1-0\
            |1-13|0-0-0|12-31-2026|10-12-026|10-12-1899|10-12-2201|10-12-9999|10-12-12026|2026-12|2026-13-01|2026-12-10-1\
            |maart|mei 2027|March 3|3 maa|3 ma|week|week 0|week 54|week 53 2027|week 100|week 1 2 3|volgende week\
            |volgende vrijdag|next friday|over|over dagen|over -1 dagen|over 3|over 3 x|+99999|+99999m|+99999999999999999999\
            |eind|eind van|eind x|eind 12|vrijdag 10 december 2026|do do|٣ maart|1０-12|10‑12|é|\u{0}|İ|ma\u{301}";
        for text in cases.split('|') {
            assert_eq!(parse_date(text, day("2026-12-10")), None, "{text:?}");
        }
        for piece in ["1", "-", "é", "10-12-", "\u{1F600}", "+", "ma "] {
            assert_eq!(parse_date(&piece.repeat(10_000), day("2026-12-10")), None);
        }
        let padded = format!("{0}10-12{0}", " ".repeat(10_000));
        assert_eq!(parse_date(&padded, day("2026-12-10")), Some(day("2026-12-10")));
    }

    #[test]
    fn what_is_written_can_be_read_back() {
        for date in day("2026-12-10").iter_days().take(800) {
            for l in [Lang::Nl, Lang::En] {
                for text in [date_short(date, l), date_long(date, l), date_full(date, l), date.to_string()] {
                    assert_eq!(parse_date(&text, day("2026-12-10")), Some(date), "{text}");
                }
            }
        }
    }

    #[test]
    fn no_text_on_any_day_panics() {
        let pieces = "10|1|0|99|2026|99999|-|/|.|,| |+|w|m|ma|vr|mrt|week|volgende|over|een|\
            maanden|eind|maand|feb|é|İ|\u{301}|\u{1F600}|\u{A0}";
        let pieces: Vec<&str> = pieces.split('|').collect();
        let days = [NaiveDate::MIN, NaiveDate::MAX, day("1900-01-01"), day("2200-12-31"), day("2028-02-29")];
        let mut seed: usize = 7;
        for _ in 0..200_000 {
            let mut text = String::new();
            for _ in 0..1 + seed % 7 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                text.push_str(pieces[(seed >> 33) % pieces.len()]);
            }
            for today in days {
                let date = parse_date(&text, today);
                assert!(date.is_none_or(|d| YEARS.contains(&d.year())), "{text:?}");
            }
        }
    }
}
