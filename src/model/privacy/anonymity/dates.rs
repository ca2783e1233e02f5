//! Dates of birth and exact ages.

use super::words::{MONTHS, SHORT_MONTHS, is_letter, lower, word_at};
use super::{MASK, before, continues_number, digit_at, number, scan};
use std::ops::Range;

/// A date up to this year counts as one of birth without a word that says so; meetings and covenants are later.
const LAST_SILENT_BIRTH_YEAR: u32 = 2018;
const FIRST_YEAR: u32 = 1900;
const LAST_YEAR: u32 = 2100;

/// How far before a date a word such as `geboren` still belongs to it.
const CUE_REACH: usize = 20;
const CUES: &[&str] =
    &["geboren", "geb", "geboortedatum", "geboortedag", "gebdatum", "born", "birth", "birthdate", "dob"];

/// From this age on a person is of age, and the age no trace of a child (domain §3: exact age under 18).
const OF_AGE: u32 = 18;
/// A bare number between brackets below this one is rather the number of a point than an age.
const LEAST_BARE_AGE: u32 = 4;
const AGE_CUES: &[&str] = &["aged", "age", "leeftijd", "leeftijd van", "age of", "the age of"];

/// Before a number of years these make it a period or a border, not an age.
#[rustfmt::skip]
const NOT_AN_AGE: &[&str] = &[
    "binnen", "na", "over", "al", "sinds", "afgelopen", "komende", "laatste", "eerste", "per", "elke", "iedere", "ruim",
    "bijna", "gedurende", "voor", "in", "tot", "met", "t/m", "onder", "vanaf", "boven", "minstens", "maximaal", "duurt",
    "periode van", "termijn van", "looptijd van", "duur van",
];
/// After a number of years these make it a period too.
#[rustfmt::skip]
const PERIOD_OF: &[&str] = &[
    "bestaan", "jubileum", "convenant", "contract", "samenwerking", "overeenkomst", "termijn", "periode", "plan", "project",
    "later", "geleden", "lang", "cel", "celstraf", "gevangenisstraf", "jeugddetentie", "detentie", "proeftijd",
];
/// After an age these make it a border.
const BORDERS: &[&str] = &["tot", "to", "t"];

/// A date as it is written.
pub(super) struct Date {
    /// With two digits when it was written so.
    year: u32,
    end: usize,
}

impl Date {
    /// Whether the year is written out, so that it can't be the middle of another number.
    pub(super) fn has_whole_year(&self) -> bool {
        (FIRST_YEAR..=LAST_YEAR).contains(&self.year)
    }
}

/// Full dates of birth.
pub(super) fn birth_dates(text: &[char]) -> Vec<Range<usize>> {
    scan(text, |text, start| {
        if continues_number(text, start) || before(text, start).is_some_and(is_letter) {
            return None;
        }
        let date = numeric(text, start).or_else(|| day_first(text, start)).or_else(|| month_first(text, start))?;
        let silent = date.has_whole_year() && date.year <= LAST_SILENT_BIRTH_YEAR;
        (silent || has_cue(text, start)).then_some(start..date.end)
    })
}

/// `dd-mm-yyyy`, `d/m/yyyy`, `d.m.yy` or `yyyy-mm-dd`, the American order too.
pub(super) fn numeric(text: &[char], start: usize) -> Option<Date> {
    let (first, end) = number(text, start, 4)?;
    let (sign, end) = separator(text, end)?;
    let (second, end) = number(text, end, 2)?;
    let (other, end) = separator(text, end)?;
    let (third, end) = number(text, end, 4)?;
    if sign != other || digit_at(text, end + 1) && matches!(text.get(end), Some('-' | '/')) {
        return None;
    }
    let (year, high, low) = if first > 31 { (first, second, third) } else { (third, first, second) };
    let calendar = (1..=31).contains(&high.max(low)) && (1..=12).contains(&high.min(low));
    dated(year, end).filter(|date| calendar && (first <= 31 || date.has_whole_year()))
}

/// The sign between the parts of a date, with or without a space around it.
fn separator(text: &[char], start: usize) -> Option<(char, usize)> {
    let spaced = usize::from(text.get(start) == Some(&' '));
    let sign = text.get(start + spaced).copied().filter(|sign| matches!(sign, '-' | '/' | '.'))?;
    Some((sign, start + 2 * spaced + 1))
}

/// A date when the year can be one, with two digits or four.
fn dated(year: u32, end: usize) -> Option<Date> {
    (year < 100 || (FIRST_YEAR..=LAST_YEAR).contains(&year)).then_some(Date { year, end })
}

/// `3 maart 2011`, `3rd of March, 2011`, `3 mrt. '11`.
fn day_first(text: &[char], start: usize) -> Option<Date> {
    let end = month(text, skip(text, day(text, start)?, &[" of ", " "]))?;
    let (year, end) = number(text, skip(text, end, &["., ", ". ", ", ", " "]), 4)?;
    dated(year, end)
}

/// `March 3, 2011`.
fn month_first(text: &[char], start: usize) -> Option<Date> {
    let end = day(text, skip(text, month(text, start)?, &[". ", " "]))?;
    let (year, end) = number(text, skip(text, end, &[", ", " "]), 4)?;
    dated(year, end)
}

fn day(text: &[char], start: usize) -> Option<usize> {
    let (_, end) = number(text, start, 2).filter(|(day, _)| (1..=31).contains(day))?;
    Some(skip(text, end, &["st", "nd", "rd", "th", "e"]))
}

fn month(text: &[char], start: usize) -> Option<usize> {
    let end = word_at(text, start)?;
    let word = lower(text, start..end);
    (MONTHS.contains(&word.as_str()) || SHORT_MONTHS.contains(&word.as_str())).then_some(end)
}

/// After the first of these that stands here.
fn skip(text: &[char], start: usize, forms: &[&str]) -> usize {
    let here = |form: &&&str| form.chars().enumerate().all(|(index, sign)| text.get(start + index) == Some(&sign));
    start + forms.iter().find(here).map_or(0, |form| form.len())
}

/// Whether a word shortly before says that this is a date of birth.
fn has_cue(text: &[char], start: usize) -> bool {
    let first = start.saturating_sub(CUE_REACH);
    (first..start).any(|index| {
        word_at(text, index).is_some_and(|end| end <= start && CUES.contains(&lower(text, index..end).as_str()))
    })
}

/// Exact ages under eighteen.
pub(super) fn ages(text: &[char]) -> Vec<Range<usize>> {
    scan(text, |text, start| age_at(text, start).map(|end| start..end))
}

/// The end of an age that begins here.
pub(super) fn age_at(text: &[char], start: usize) -> Option<usize> {
    if continues_number(text, start) || before(text, start).is_some_and(is_letter) {
        return None;
    }
    let (age, end) = number(text, start, 2).filter(|(age, _)| *age < OF_AGE)?;
    if let Some(end) = unit_after(text, end) {
        return (!is_period(text, start)).then_some(end);
    }
    let bare = age >= LEAST_BARE_AGE && in_brackets(text, start, end);
    let border = digit_at(text, end + 1)
        || word_end(text, end + 1).is_some_and(|last| BORDERS.contains(&lower(text, end + 1..last).as_str()));
    (bare || follows(text, start, AGE_CUES) && !border).then_some(end)
}

/// After `jaar`, `-jarige`, `years old` and their like.
fn unit_after(text: &[char], end: usize) -> Option<usize> {
    let start = skip(text, end, &[" ", "-"]);
    let unit_end = word_end(text, start)?;
    let unit = lower(text, start..unit_end);
    let next = skip(text, unit_end, &[" ", "-"]);
    let old = word_end(text, next).filter(|&end| ["old", "oud", "olds"].contains(&lower(text, next..end).as_str()));
    let period = word_end(text, next).is_some_and(|end| PERIOD_OF.contains(&lower(text, next..end).as_str()));
    match unit.as_str() {
        "jaar" => (!period).then(|| old.unwrap_or(unit_end)),
        "jr" | "jarige" | "jarigen" | "jarig" => {
            let capital = text.get(start).is_some_and(|letter| letter.is_uppercase()); // JR is an organisation
            (!capital && !period).then_some(unit_end)
        }
        "year" | "years" | "yr" | "yrs" => old,
        _ => None,
    }
}

fn word_end(text: &[char], start: usize) -> Option<usize> {
    let length = text.iter().skip(start).take_while(|letter| is_letter(**letter)).count();
    (length > 0).then_some(start + length)
}

/// `(15)` or `(15, …` after a word or a name.
fn in_brackets(text: &[char], start: usize, end: usize) -> bool {
    let open = start.checked_sub(1).filter(|&index| text.get(index) == Some(&'('));
    let close = match text.get(end) {
        Some(')') => true,
        Some(',') => text.get(end + 2).copied().is_some_and(is_letter),
        _ => false,
    };
    let space = open.and_then(|index| index.checked_sub(1)).filter(|&index| text.get(index) == Some(&' '));
    let named =
        space.and_then(|index| before(text, index)).is_some_and(|sign| is_letter(sign) || matches!(sign, '.' | MASK));
    close && named
}

/// Whether what stands before says that this is a period or a border.
fn is_period(text: &[char], start: usize) -> bool {
    follows(text, start, NOT_AN_AGE)
}

/// Whether one of these, of one word or more, stands right before.
fn follows(text: &[char], start: usize, phrases: &[&str]) -> bool {
    let Some(space) = start.checked_sub(1).filter(|&index| text.get(index) == Some(&' ')) else { return false };
    let end = if before(text, space) == Some(':') { space - 1 } else { space };
    phrases.iter().any(|phrase| {
        let first = end.checked_sub(phrase.len()); // the phrases are ASCII
        first.is_some_and(|first| !before(text, first).is_some_and(is_letter) && lower(text, first..end) == *phrase)
    })
}

#[cfg(test)]
mod tests {
    use crate::model::privacy::anonymity::{Trace, inspect};

    fn found(text: &str) -> Vec<(Trace, &str)> {
        inspect(text).into_iter().map(|one| (one.trace, &text[one.start..one.end])).collect()
    }

    fn all(trace: Trace, texts: &[(&str, &str)]) {
        for (text, part) in texts {
            assert_eq!(found(text), vec![(trace, *part)], "{text}");
        }
    }

    fn none(texts: &[&str]) {
        for text in texts {
            assert_eq!(found(text), vec![], "{text}");
        }
    }

    #[test]
    fn an_early_date_is_one_of_birth() {
        all(
            Trace::BirthDate,
            &[
                ("op 03-03-2011 te", "03-03-2011"),
                ("3/3/2011", "3/3/2011"),
                ("03.03.2011.", "03.03.2011"),
                ("2011-03-03", "2011-03-03"),
                ("3 - 3 - 2011", "3 - 3 - 2011"),
                ("op 3 maart 2011 kwam", "3 maart 2011"),
                ("3 mrt. 2011", "3 mrt. 2011"),
                ("3 March 2011", "3 March 2011"),
                ("3rd of March, 2011", "3rd of March, 2011"),
                ("on March 3, 2011 he", "March 3, 2011"),
                ("31-12-2018", "31-12-2018"),
                ("12/31/2009", "12/31/2009"),
            ],
        );
    }

    #[test]
    fn a_word_makes_any_date_one_of_birth() {
        all(
            Trace::BirthDate,
            &[
                ("geboren op 03-03-2021", "03-03-2021"),
                ("Geb. 3-3-11", "3-3-11"),
                ("geboortedatum: 2021-03-03", "2021-03-03"),
                ("born on 3 March 2020", "3 March 2020"),
                ("date of birth 3/3/19", "3/3/19"),
            ],
        );
    }

    #[test]
    fn a_date_of_a_meeting_is_no_date_of_birth() {
        none(&[
            "10-12-2026",
            "op 17-09-2026 en 2026-12-10",
            "12 maart 2026",
            "March 12, 2026",
            "01-01-2019",
            "15-04",
            "3-3-11",
            "maart 2011",
            "in 2011",
            "32-13-2011",
            "B2011-03-03",
            "het gebouw van 10-12-2026",
            "stubborn 10-12-2026",
            "geboren in de stad, en pas op 10-12-2026",
            "12 van 2011",
        ]);
    }

    #[test]
    fn an_age_under_eighteen() {
        all(
            Trace::Age,
            &[
                ("Een jongen (15) kwam", "15"),
                ("de jongen (15, leerling) kwam", "15"),
                ("een meisje van 15 jaar", "15 jaar"),
                ("hij is 15 jaar oud", "15 jaar oud"),
                ("is 15 jr.", "15 jr"),
                ("een 15-jarige", "15-jarige"),
                ("een 15 jarig meisje", "15 jarig"),
                ("17-jarigen", "17-jarigen"),
                ("a boy, 15 years old", "15 years old"),
                ("a 15-year-old girl", "15-year-old"),
                ("a boy aged 15.", "15"),
                ("leeftijd: 15", "15"),
                ("aged 15 and alone", "15"),
                ("met een leeftijd van 9", "9"),
            ],
        );
    }

    #[test]
    fn a_period_and_an_adult_are_no_age_of_a_child() {
        none(&[
            "een man (35) kwam",
            "18 jaar",
            "een 18-jarige",
            "binnen 5 jaar",
            "na 2 jaar",
            "een periode van 3 jaar",
            "jongeren van 12 tot 17 jaar",
            "10-jarig bestaan",
            "3-jarig convenant",
            "15 JR-zaken",
            "in 15 years",
            "1,5 jaar",
            "115 jaar",
            "punt (1) en (2)",
            "(15)",
            "15 zaken",
            "aged 45",
            "K15 jaar",
            "120 dagen",
            "leeftijd 12 tot 18 jaar",
            "aged 12-18",
            "5 jaar later",
            "kreeg 2 jaar jeugddetentie",
        ]);
    }
}
