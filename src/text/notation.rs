//! How each language writes dates, times and numbers (`docs/domain.md` §3, *Notation*).

use crate::text::Lang;
use chrono::{Datelike, Locale, NaiveDate, NaiveTime, Timelike};

/// Stands where there is no value: an average of nothing, a month that does not exist.
const NO_VALUE: &str = "–";

/// More decimals than this say nothing, and a width from elsewhere must not ask for a gigabyte of zeros.
const MOST_PLACES: usize = 12;

/// A name from chrono's locale tables. The only place that knows that API, because it is marked unstable.
fn name(date: NaiveDate, pattern: &'static str, l: Lang) -> String {
    let locale = match l {
        Lang::Nl => Locale::nl_NL,
        Lang::En => Locale::en_GB,
    };
    date.format_localized(pattern, locale).to_string()
}

/// The name of a month by its number, if there is such a month.
fn month_name(month: u32, pattern: &'static str, l: Lang) -> Option<String> {
    NaiveDate::from_ymd_opt(2000, month, 1).map(|first| name(first, pattern, l))
}

/// For in a text: `10 december 2026`, `10 December 2026`.
pub fn date_long(d: NaiveDate, l: Lang) -> String {
    format!("{} {} {}", d.day(), name(d, "%B", l), d.year())
}

/// With its weekday: `donderdag 10 december 2026`, `Thursday 10 December 2026`.
pub fn date_full(d: NaiveDate, l: Lang) -> String {
    format!("{} {}", name(d, "%A", l), date_long(d, l))
}

/// For in a table: `10-12-2026`, `10 Dec 2026`. English names the month, because 10/12 is October to some.
pub fn date_short(d: NaiveDate, l: Lang) -> String {
    match l {
        Lang::Nl => format!("{:02}-{:02}-{}", d.day(), d.month(), d.year()),
        Lang::En => format!("{} {} {}", d.day(), name(d, "%b", l), d.year()),
    }
}

/// A month: `november 2026`, `November 2026`.
pub fn month_long(year: i32, month: u32, l: Lang) -> String {
    month_name(month, "%B", l).map_or_else(|| NO_VALUE.to_owned(), |name| format!("{name} {year}"))
}

/// A month where there is little room: `nov 2026`, `Nov 2026`.
pub fn month_short(year: i32, month: u32, l: Lang) -> String {
    month_name(month, "%b", l).map_or_else(|| NO_VALUE.to_owned(), |name| format!("{name} {year}"))
}

/// A month under an axis, in three letters: `nov`, `Nov`.
pub fn month_tick(month: u32, l: Lang) -> String {
    month_name(month, "%b", l).unwrap_or_else(|| NO_VALUE.to_owned())
}

/// A time of day: `09.30 uur`, `09:30`.
pub fn time_of_day(t: NaiveTime, l: Lang) -> String {
    match l {
        Lang::Nl => format!("{:02}.{:02} uur", t.hour(), t.minute()),
        Lang::En => format!("{:02}:{:02}", t.hour(), t.minute()),
    }
}

/// Hours and minutes, without a word: `15.30`, `15:30`.
pub fn hour(t: NaiveTime, l: Lang) -> String {
    match l {
        Lang::Nl => t.format("%H.%M").to_string(),
        Lang::En => t.format("%H:%M").to_string(),
    }
}

/// A running clock: `12:05`, `1:02:03` from an hour on, `-00:30` for who is over time.
pub fn clock(seconds: i64) -> String {
    let sign = if seconds < 0 { "-" } else { "" };
    let all = seconds.unsigned_abs();
    let (hours, minutes, rest) = (all / 3600, all / 60 % 60, all % 60);
    match hours {
        0 => format!("{sign}{minutes:02}:{rest:02}"),
        _ => format!("{sign}{hours}:{minutes:02}:{rest:02}"),
    }
}

/// A number: `1.234,5`, `1,234.5`. Never `-0,0`; `–` for what is no number.
pub fn decimal(x: f64, places: usize, l: Lang) -> String {
    written(x, places, l, "")
}

/// A difference: `+1,5`, `-1,5`; without a sign where it rounds to nothing, because that is no rise.
pub fn signed(x: f64, places: usize, l: Lang) -> String {
    written(x, places, l, "+")
}

/// A percentage, from 59.4 and not 0.594: `59,4%`, `59.4%`. No space (`docs/domain.md` §3, *Notation*).
pub fn percent(x: f64, places: usize, l: Lang) -> String {
    let number = decimal(x, places, l);
    if x.is_finite() { number + "%" } else { number }
}

/// A number with `plus` before it where it is more than nothing.
fn written(x: f64, places: usize, l: Lang, plus: &str) -> String {
    if !x.is_finite() {
        return NO_VALUE.to_owned();
    }
    let digits = rounded(x.abs(), places.min(MOST_PLACES));
    let is_zero = digits.bytes().all(|b| matches!(b, b'0' | b'.'));
    let sign = match (is_zero, x < 0.0) {
        (true, _) => "",
        (false, true) => "-",
        (false, false) => plus,
    };
    let (thousands, mark) = match l {
        Lang::Nl => ('.', ','),
        Lang::En => (',', '.'),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut out = sign.to_owned();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(thousands);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(mark);
        out.push_str(fraction);
    }
    out
}

/// Rounds a half up, as taught at school: 12.5 becomes 13 and 1.45 becomes 1.5. `format!` alone gives 12 and 1.4,
/// as it rounds the binary value, with a half to even.
fn rounded(x: f64, places: usize) -> String {
    let shortest = x.to_string();
    let is_half = match shortest.split_once('.') {
        Some((_, fraction)) => fraction.len() == places + 1 && fraction.ends_with('5'),
        None => false,
    };
    let above = shortest.strip_suffix('5').filter(|_| is_half).and_then(|start| format!("{start}6").parse().ok());
    format!("{:.places$}", above.unwrap_or(x))
}

/// A number as people type it in either language: `59,4`, `59.4`, `1.234,5`, `1,234.5`, `1 234`, `59,4 %`.
///
/// A single dot before exactly three digits marks thousands, as in Dutch (`docs/domain.md` §3): `1.234` is 1234. But
/// `0.123` can't be thousands, and a single comma is always a decimal one.
pub fn parse_decimal(s: &str) -> Option<f64> {
    let text = s.trim();
    let text = text.strip_suffix('%').unwrap_or(text).trim_end();
    let (negative, body) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = split_decimals(body.trim_start());
    let mut digits = ungrouped(whole, fraction.is_some())?;
    if let Some(fraction) = fraction {
        digits.push('.');
        digits.push_str(Some(fraction).filter(|f| all_digits(f))?);
    }
    let value: f64 = digits.parse().ok()?;
    let value = if negative && value != 0.0 { -value } else { value };
    value.is_finite().then_some(value)
}

fn all_digits(s: &str) -> bool {
    !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit())
}

/// Splits at the decimal mark, if there is one: the last dot or comma, unless it marks thousands.
fn split_decimals(body: &str) -> (&str, Option<&str>) {
    let Some((at, mark)) = body.char_indices().rfind(|(_, c)| matches!(c, '.' | ',')) else {
        return (body, None);
    };
    let (whole, fraction) = (&body[..at], &body[at + 1..]);
    let could_be_group = all_digits(whole) && whole.len() <= 3 && !whole.starts_with('0');
    let is_thousands = mark == '.' && fraction.len() == 3 && could_be_group;
    if is_thousands || whole.contains(mark) { (body, None) } else { (whole, Some(fraction)) }
}

/// The digits of a whole number without its thousands separators, which must be all the same and in place.
fn ungrouped(whole: &str, may_be_empty: bool) -> Option<String> {
    if all_digits(whole) || (whole.is_empty() && may_be_empty) {
        return Some(format!("0{whole}"));
    }
    let separator = whole.chars().find(|c| matches!(c, '.' | ',' | ' ' | '\u{A0}' | '\u{2009}' | '\u{202F}'))?;
    let (first, rest) = whole.split_once(separator)?;
    let first_fits = all_digits(first) && first.len() <= 3 && !first.starts_with('0');
    let rest_fits = rest.split(separator).all(|group| all_digits(group) && group.len() == 3);
    (first_fits && rest_fits).then(|| whole.replace(separator, ""))
}

/// A grade as people say it: `7`, or `6,5`.
pub fn grade(x: f64, l: Lang) -> String {
    decimal(x, usize::from(x.fract().abs() > f64::EPSILON), l)
}

/// A value with its unit: `59,4%`, `18,6 uur`.
pub fn with_unit(x: f64, unit: &str, l: Lang) -> String {
    if unit == "%" { percent(x, 1, l) } else { format!("{} {unit}", decimal(x, 1, l)) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use Lang::{En, Nl};

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn dates_read_as_in_their_language() {
        let d = day(2026, 12, 10);
        assert_eq!(date_long(d, Nl), "10 december 2026");
        assert_eq!(date_long(d, En), "10 December 2026");
        assert_eq!(date_full(d, Nl), "donderdag 10 december 2026");
        assert_eq!(date_full(d, En), "Thursday 10 December 2026");
        assert_eq!(date_short(d, Nl), "10-12-2026");
        assert_eq!(date_short(d, En), "10 Dec 2026");
        assert_eq!(date_long(day(2027, 3, 1), Nl), "1 maart 2027");
        assert_eq!(date_short(day(2027, 3, 1), Nl), "01-03-2027");
        assert_eq!(date_short(day(2027, 9, 1), En), "1 Sep 2027");
    }

    #[test]
    fn months_have_three_letters_where_room_is_short() {
        assert_eq!(month_long(2026, 11, Nl), "november 2026");
        assert_eq!(month_long(2026, 11, En), "November 2026");
        assert_eq!(month_short(2026, 11, Nl), "nov 2026");
        assert_eq!(month_short(2026, 11, En), "Nov 2026");
        let ticks = |l| (1..=12).map(|m| month_tick(m, l)).collect::<Vec<_>>().join(" ");
        assert_eq!(ticks(Nl), "jan feb mrt apr mei jun jul aug sep okt nov dec");
        assert_eq!(ticks(En), "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");
        for none in [0, 13, u32::MAX] {
            assert_eq!(
                (month_tick(none, Nl), month_long(2026, none, En), month_short(1, none, Nl)),
                ("–".into(), "–".into(), "–".into())
            );
        }
    }

    #[test]
    fn times_and_clocks() {
        let half_past = NaiveTime::from_hms_opt(9, 30, 59).unwrap();
        assert_eq!(time_of_day(half_past, Nl), "09.30 uur");
        assert_eq!(time_of_day(half_past, En), "09:30");
        let cases = [
            (0, "00:00"),
            (725, "12:05"),
            (3599, "59:59"),
            (3600, "1:00:00"),
            (3723, "1:02:03"),
            (-30, "-00:30"),
            (-3600, "-1:00:00"),
            (i64::MIN, "-2562047788015215:30:08"),
        ];
        for (seconds, expected) in cases {
            assert_eq!(clock(seconds), expected);
        }
    }

    #[test]
    fn numbers_read_as_in_their_language() {
        let cases = [
            (59.4, 1, "59,4", "59.4"),
            (1234.5, 1, "1.234,5", "1,234.5"),
            (-1_234_567.0, 0, "-1.234.567", "-1,234,567"),
            (999.96, 1, "1.000,0", "1,000.0"),
            (-0.04, 1, "0,0", "0.0"),
            (-0.0, 0, "0", "0"),
            (12.5, 0, "13", "13"),
            (1.45, 1, "1,5", "1.5"),
            (-0.25, 1, "-0,3", "-0.3"),
            (1.005, 2, "1,01", "1.01"),
            (9.95, 1, "10,0", "10.0"),
            (0.449_999, 1, "0,4", "0.4"),
            (f64::NAN, 1, "–", "–"),
            (f64::INFINITY, 1, "–", "–"),
            (f64::NEG_INFINITY, 1, "–", "–"),
        ];
        for (x, places, nl, en) in cases {
            assert_eq!((decimal(x, places, Nl).as_str(), decimal(x, places, En).as_str()), (nl, en), "{x}");
        }
        assert_eq!(decimal(1.0, usize::MAX, Nl), "1,000000000000");
        assert!(decimal(f64::MAX, 0, Nl).starts_with("179.769.313."));
    }

    #[test]
    fn differences_and_percentages() {
        let cases = [(1.5, "+1,5"), (-1.5, "-1,5"), (0.0, "0,0"), (0.04, "0,0"), (-0.04, "0,0"), (f64::NAN, "–")];
        for (x, expected) in cases {
            assert_eq!(signed(x, 1, Nl), expected);
        }
        assert_eq!(signed(1234.5, 1, En), "+1,234.5");
        assert_eq!(percent(59.4, 1, Nl), "59,4%");
        assert_eq!(percent(59.4, 1, En), "59.4%");
        assert_eq!(percent(f64::NAN, 1, Nl), "–");
    }

    #[test]
    fn numbers_are_read_in_either_notation() {
        let cases = [
            ("59,4", 59.4),
            ("59.4", 59.4),
            (" 59,4 % ", 59.4),
            ("59%", 59.0),
            ("1.234", 1234.0),
            ("123.456", 123_456.0),
            ("1234.567", 1234.567),
            ("0.123", 0.123),
            ("1,234", 1.234),
            ("1.234,5", 1234.5),
            ("1,234.5", 1234.5),
            ("1,234.567", 1234.567),
            ("1.234.567", 1_234_567.0),
            ("1,234,567", 1_234_567.0),
            ("1 234,5", 1234.5),
            ("1\u{A0}234", 1234.0),
            (",5", 0.5),
            (".125", 0.125),
            ("007", 7.0),
            ("-1,5", -1.5),
            ("\u{2212}1,5", -1.5),
            ("- 1,5", -1.5),
            ("+1,5", 1.5),
        ];
        for (text, expected) in cases {
            assert_eq!(parse_decimal(text), Some(expected), "{text}");
        }
        assert!(parse_decimal("-0").unwrap().is_sign_positive());
    }

    #[test]
    fn nonsense_is_no_number() {
        let cases = [
            "",
            " ",
            "%",
            "-",
            "+",
            ".",
            ",",
            "5,",
            "5.",
            "1e3",
            "inf",
            "NaN",
            "nan%",
            "0x10",
            "--5",
            "+-5",
            "5-",
            "1,2,3",
            "1.23.456",
            "1.234.5",
            "0.123.456",
            "1.234,567,890",
            "1 23",
            "1  234",
            "1.234 567",
            "59,4%%",
            "5 % 5",
            "–",
            "٣",
            "５",
            "1_000",
            "12a",
            "1,\u{301}5",
            "€ 5",
            "1,.5",
            "é.é",
            "1,234.",
        ];
        for text in cases {
            assert_eq!(parse_decimal(text), None, "{text}");
        }
        assert_eq!(parse_decimal(&"9".repeat(10_000)), None, "infinite");
        assert_eq!(parse_decimal(&"é".repeat(10_000)), None);
    }

    #[test]
    fn what_is_written_can_be_read_back() {
        for x in [0.0, 0.1, 59.4, -59.4, 999.9, 1234.5, -1_234_567.8] {
            for l in [Nl, En] {
                assert_eq!(parse_decimal(&decimal(x, 1, l)), Some(x));
                assert_eq!(parse_decimal(&signed(x, 1, l)), Some(x));
                assert_eq!(parse_decimal(&percent(x, 1, l)), Some(x));
            }
        }
    }
}
