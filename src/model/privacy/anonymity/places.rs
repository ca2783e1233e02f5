//! Places: postcodes with a house number, schools, streets and districts.

use super::dates::age_at;
use super::words::{
    FUNCTION_WORDS, PARTICLES, is_capitalised, is_letter, is_one_of, is_proper, lower, starts_sentence, word_after,
    word_at, word_before,
};
use super::{before, digit_at, number, scan};
use std::ops::Range;

/// After a year these are words of the group, not the letters of a postcode: `2026 OM`.
const AFTER_A_YEAR: &[&str] =
    &["OM", "RB", "JR", "GI", "AP", "EU", "NL", "VN", "IN", "OP", "EN", "DE", "OF", "TO", "AT", "IS", "TE", "BV", "NV"];
/// These letters are never given out in a postcode.
const NEVER_IN_POSTCODE: &[&str] = &["SA", "SD", "SS"];

const SCHOOL_ENDINGS: &[&str] = &["college", "lyceum", "school", "gymnasium", "atheneum"];
/// Kinds of school, which are no names until a name stands beside them.
const SCHOOL_KINDS: &[&str] = &[
    "school",
    "college",
    "lyceum",
    "gymnasium",
    "atheneum",
    "basisschool",
    "hogeschool",
    "vakschool",
    "praktijkschool",
    "academy",
];

const STREET_ENDINGS: &[&str] = &[
    "straat", "laan", "weg", "plein", "kade", "gracht", "hof", "singel", "dijk", "steeg", "pad", "dreef", "wijk",
    "buurt",
];
/// Words with such an ending that are no place.
#[rustfmt::skip]
const NO_STREETS: &[&str] = &[
    "snelweg", "omweg", "uitweg", "onderweg", "halfweg", "terugweg", "overweg", "voorrangsweg", "rijksweg", "schoolplein",
    "marktplein", "leerplein", "werkplein", "gerechtshof", "kerkhof", "streefpad", "voetpad", "fietspad", "groeipad",
    "leerpad", "ontwikkelpad", "tijdpad", "kritiekpad", "zandpad", "winkelstraat", "hoofdstraat", "achterstandswijk",
    "woonwijk", "prachtwijk", "nieuwbouwwijk", "volkswijk", "volksbuurt", "woonbuurt", "aandachtswijk", "oversteeg",
    "ontsteeg",
];
const STREET_WORDS: &[&str] = &["street", "road", "avenue", "lane", "square"];
const DISTRICT_WORDS: &[&str] = &["wijk", "buurt", "stadsdeel", "district", "neighbourhood", "dorp", "village"];

/// Postcodes with a house number after them, or with a street and its number before them.
pub(super) fn addresses(text: &[char]) -> Vec<Range<usize>> {
    scan(text, |text, start| {
        let postcode = postcode_at(text, start)?;
        let (front, back) = (street_before(text, start), house_number_after(text, postcode));
        (front.is_some() || back.is_some()).then(|| front.unwrap_or(start)..back.unwrap_or(postcode))
    })
}

fn postcode_at(text: &[char], start: usize) -> Option<usize> {
    let sticks = before(text, start).is_some_and(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '/'));
    let (digits, end) =
        number(text, start, 4).filter(|(digits, end)| *digits >= 1000 && *end == start + 4 && !sticks)?;
    let spaced = text.get(end) == Some(&' ');
    let first = end + usize::from(spaced);
    let letters = text.get(first..first + 2)?;
    if !letters.iter().all(char::is_ascii_alphabetic) || text.get(first + 2).is_some_and(|sign| sign.is_alphanumeric())
    {
        return None;
    }
    // In small letters only where they stick to the digits: `2026 om` is a year and a word.
    let written = !spaced || letters.iter().all(char::is_ascii_uppercase);
    let letters: String = letters.iter().map(char::to_ascii_uppercase).collect();
    let year = spaced && (1900..2100).contains(&digits) && AFTER_A_YEAR.contains(&letters.as_str());
    (written && !year && !NEVER_IN_POSTCODE.contains(&letters.as_str())).then_some(first + 2)
}

/// The end of a house number that follows within a few signs, with what is added to it.
fn house_number_after(text: &[char], end: usize) -> Option<usize> {
    let gap = |from: usize| text.iter().skip(from).take(4).take_while(|sign| " ,;:/-\n".contains(**sign)).count();
    let mut start = end + gap(end);
    if let Some(word) = word_at(text, start).filter(|_| start > end)
        && ["nr", "no", "nummer", "number", "huisnummer", "huisnr"].contains(&lower(text, start..word).as_str())
    {
        let dot = word + usize::from(text.get(word) == Some(&'.'));
        start = dot + gap(dot);
    }
    house_number(text, start).filter(|_| start > end)
}

/// `12`, `12a`, `12-3`.
fn house_number(text: &[char], start: usize) -> Option<usize> {
    let (_, end) = number(text, start, 5)?;
    let letter = |index: usize| text.get(index).copied().is_some_and(is_letter);
    if letter(end) {
        return (!letter(end + 1)).then_some(end + 1);
    }
    let addition = (text.get(end) == Some(&'-')).then(|| number(text, end + 1, 4)).flatten();
    Some(addition.map_or(end, |(_, end)| end))
}

/// Where the street begins whose house number stands right before the postcode.
fn street_before(text: &[char], postcode: usize) -> Option<usize> {
    let gap =
        (0..postcode).rev().take(3).take_while(|&index| " ,;\n".contains(*text.get(index).unwrap_or(&'x'))).count();
    let mut first = postcode - gap;
    if gap == 0 {
        return None;
    }
    if before(text, first).is_some_and(is_letter) {
        first -= 1;
    }
    let length = (0..first).rev().take(6).take_while(|&index| digit_at(text, index)).count();
    let number = first - length;
    let mut start = word_before(text, number).filter(|_| (1..=5).contains(&length))?.start;
    let mut reach = start;
    for _ in 0..4 {
        let Some(word) = word_before(text, reach) else { break };
        let capital = is_capitalised(text, word.clone());
        if !capital && !is_one_of(text, word.clone(), PARTICLES) {
            break;
        }
        reach = word.start;
        start = if capital { reach } else { start };
    }
    Some(start)
}

/// Names of schools.
pub(super) fn schools(text: &[char]) -> Vec<Range<usize>> {
    scan(text, |text, start| {
        let end = word_at(text, start)?;
        let word = lower(text, start..end);
        let capital = is_capitalised(text, start..end);
        if capital && has_ending(&word, SCHOOL_ENDINGS, 2) && !SCHOOL_KINDS.contains(&word.as_str()) {
            return Some(start..end);
        }
        SCHOOL_KINDS.contains(&word.as_str()).then(|| named(text, start, end, capital)).flatten()
    })
}

/// Whether a word has one of these endings, and at least so many letters before it.
fn has_ending(word: &str, endings: &[&str], least: usize) -> bool {
    endings.iter().any(|ending| word.strip_suffix(ending).is_some_and(|stem| stem.chars().count() >= least))
}

/// The kind of school with the name after it, or before it.
fn named(text: &[char], start: usize, end: usize, capital: bool) -> Option<Range<usize>> {
    if let Some(last) = name_after(text, end) {
        return Some(start..last);
    }
    let name = word_before(text, start).filter(|name| is_proper(text, name.clone()))?;
    // `Goede school` at the beginning of a sentence is no name; `Vecht College` is.
    (capital || !starts_sentence(text, name.start)).then(|| name_before(text, name.start)..end)
}

/// Where a name begins of which the last word begins here: `Lange Nieuwstraat`.
fn name_before(text: &[char], start: usize) -> usize {
    let mut first = start;
    for _ in 0..2 {
        let proper = |word: &Range<usize>| is_proper(text, word.clone()) && !starts_sentence(text, word.start);
        let Some(word) = word_before(text, first).filter(proper) else { break };
        first = word.start;
    }
    first
}

/// The end of a name of one to three words, with or without an article, after one space.
fn name_after(text: &[char], end: usize) -> Option<usize> {
    let mut next = word_after(text, end)?;
    if ["de", "het", "the", "of", "'t"].contains(&lower(text, next.clone()).as_str()) {
        next = word_after(text, next.end)
            .filter(|_| is_capitalised(text, next.clone()) || lower(text, next.clone()) == "of")?;
    }
    if !is_proper(text, next.clone()) && !is_direction(text, next.clone()) {
        return None;
    }
    let mut last = next.end;
    for _ in 0..2 {
        let Some(word) = word_after(text, last).filter(|word| is_proper(text, word.clone())) else { break };
        last = word.end;
    }
    Some(last)
}

/// Parts of a town are named so, and so are organisations; only beside a word such as `wijk` it is a place.
fn is_direction(text: &[char], word: Range<usize>) -> bool {
    is_capitalised(text, word.clone()) && is_one_of(text, word, &["noord", "zuid", "oost", "west", "centrum"])
}

/// Names of streets, with the house number, and of districts.
pub(super) fn places(text: &[char]) -> Vec<Range<usize>> {
    scan(text, |text, start| {
        let end = word_at(text, start)?;
        let word = lower(text, start..end);
        let capital = is_capitalised(text, start..end);
        if capital && has_ending(&word, STREET_ENDINGS, 2) && !NO_STREETS.contains(&word.as_str()) {
            return Some(name_before(text, start)..with_number(text, end));
        }
        if DISTRICT_WORDS.contains(&word.as_str()) {
            return name_after(text, end).map(|last| start..last);
        }
        let street = word_after(text, end).filter(|next| {
            is_capitalised(text, next.clone()) && STREET_WORDS.contains(&lower(text, next.clone()).as_str())
        })?;
        (capital && !is_one_of(text, start..end, FUNCTION_WORDS)).then(|| start..with_number(text, street.end))
    })
}

/// The number of a house goes with its street, unless it's an age.
fn with_number(text: &[char], end: usize) -> usize {
    let number = (text.get(end) == Some(&' ')).then(|| house_number(text, end + 1)).flatten();
    number.filter(|_| age_at(text, end + 1).is_none()).unwrap_or(end)
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
    fn a_postcode_with_a_number_is_an_address() {
        all(
            Trace::Address,
            &[
                ("woont op 1234 AB 12 in", "1234 AB 12"),
                ("1234AB, 12a", "1234AB, 12a"),
                ("1234ab 12-3", "1234ab 12-3"),
                ("1234 AB, nr. 12", "1234 AB, nr. 12"),
                ("2026 AB 12", "2026 AB 12"),
                ("1234 AB huisnummer 5", "1234 AB huisnummer 5"),
                ("in de Tulpstraat 12, 1234 AB Utrecht", "Tulpstraat 12, 1234 AB"),
                ("in de Lange Tulpstraat 12a 1234AB", "Lange Tulpstraat 12a 1234AB"),
                ("aan Laan van Meerdervoort 100\n2500 XY", "Laan van Meerdervoort 100\n2500 XY"),
                ("op nummer 12, 1234 AB", "nummer 12, 1234 AB"),
            ],
        );
    }

    #[test]
    fn an_address_leaves_the_one_before_it_alone() {
        assert_eq!(
            found("3311 GX nr 7; 3311GX-8"),
            vec![(Trace::Address, "3311 GX nr 7"), (Trace::Address, "3311GX-8")]
        );
    }

    #[test]
    fn a_year_and_a_word_are_no_address() {
        none(&[
            "in 2026 OM 12 zaken",
            "2026 om 10 uur",
            "1234 ab 12",
            "0123 AB 12",
            "12345 AB 12",
            "1234 ABC 12",
            "1234 SS 12",
            "B2026 AB 12",
            "1234 AB",
            "0004-2026 RB 5",
            "2 x 1000 EU",
        ]);
    }

    #[test]
    fn a_school_has_a_name() {
        all(
            Trace::School,
            &[
                ("leerling van het Vechtcollege.", "Vechtcollege"),
                ("op het Vecht-College", "Vecht-College"),
                ("Merwelyceum", "Merwelyceum"),
                ("de Jozefschool in", "Jozefschool"),
                ("op het Vecht College", "Vecht College"),
                ("op school De Regenboog", "school De Regenboog"),
                ("op basisschool De Witte Vogel zit", "basisschool De Witte Vogel"),
                ("at Riverside School", "Riverside School"),
                ("College Vos", "College Vos"),
                ("van het Da Vinci College is", "Da Vinci College"),
            ],
        );
    }

    #[test]
    fn a_school_without_a_name_is_none() {
        none(&[
            "op school",
            "School en thuis",
            "Basisschool en ouders",
            "de school. De gemeente",
            "Het College besluit",
            "het College van B en W",
            "Goede school",
            "de school Halt",
            "schoolverzuim",
        ]);
    }

    #[test]
    fn a_street_or_district_is_a_place() {
        all(
            Trace::Place,
            &[
                ("uit de Tulpstraat, leerling", "Tulpstraat"),
                ("uit de Tulpstraat 12a", "Tulpstraat 12a"),
                ("op de Merwedekade", "Merwedekade"),
                ("aan de Lange Nieuwstraat 14b", "Lange Nieuwstraat 14b"),
                ("bij het Koningsplein", "Koningsplein"),
                ("aan de Sint-Jansdijk", "Sint-Jansdijk"),
                ("het Rozenhof", "Rozenhof"),
                ("uit de wijk Noord", "wijk Noord"),
                ("in buurt De Pijp", "buurt De Pijp"),
                ("de Vogelbuurt", "Vogelbuurt"),
                ("lives in Tulip Street 5", "Tulip Street 5"),
                ("the neighbourhood of Oakfield", "neighbourhood of Oakfield"),
            ],
        );
        assert_eq!(found("Tulpstraat 15 jarige"), vec![(Trace::Place, "Tulpstraat"), (Trace::Age, "15 jarige")]);
    }

    #[test]
    fn a_common_word_with_that_ending_is_no_place() {
        none(&[
            "op straat",
            "Straat en plein",
            "de tulpstraat",
            "Onderweg naar huis",
            "Het Gerechtshof",
            "Streefpad 2027",
            "Het Schoolplein",
            "Weg met de wachtlijst",
            "de wijk en de buurt",
            "De wijkagent belt",
            "in de buurt. Samen",
            "Kade 7",
            "the wijk Halt",
        ]);
    }
}
