//! Words as they are looked for: small letters without accents, cut back to their Dutch stem.

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::fmt::Write;
use std::ops::Range;

/// Cuts words back to their stem.
pub struct Dutch {
    stemmer: Stemmer,
    /// Most words come again and again.
    known: RefCell<FxHashMap<String, String>>,
    /// Words as people wrote them, with their stems, that came since they were last taken.
    fresh: RefCell<Vec<Spelled>>,
}

/// A word in small letters without accents, and its stem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelled {
    /// As people write it.
    pub word: String,
    /// As it is looked for.
    pub stem: String,
}

/// More words than this are not remembered.
const KNOWN: usize = 100_000;

impl Default for Dutch {
    fn default() -> Self {
        Self { stemmer: Stemmer::create(Algorithm::Dutch), known: RefCell::default(), fresh: RefCell::default() }
    }
}

/// A word in small letters without accents; `ĳ` is `ij`, and a number with a `-` in it is one word.
pub fn folded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            'Ĳ' | 'ĳ' => out.push_str("ij"),
            '-' => {}
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => nucleo_matcher::chars::normalize(c).to_lowercase().for_each(|c| push(c, &mut out)),
        }
    }
    out
}

/// Letters that the full-text table takes for letters too. Its Unicode is an old one, and it breaks a word at whatever it
/// does not know: then one word would be a phrase, which it can't look for.
fn is_common(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c,
            '\u{C0}'..='\u{24F}' | '\u{391}'..='\u{3FF}' | '\u{400}'..='\u{481}' | '\u{5D0}'..='\u{5EA}'
            | '\u{620}'..='\u{64A}' | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{4E00}'..='\u{9FA5}'
            | '\u{AC00}'..='\u{D7A3}')
}

/// Any other letter is kept by its number, and found by that.
fn push(c: char, out: &mut String) {
    if is_common(c) || !c.is_alphanumeric() {
        out.push(c);
    } else {
        // Writing to a string can't fail.
        let _ = write!(out, "u{:x}", u32::from(c));
    }
}

/// What stands between a `-` and the end of the word behind it; nothing where there is no `-`.
fn behind_dash(rest: &str) -> &str {
    let behind = rest.strip_prefix('-').unwrap_or_default();
    &behind[..behind.find(|c: char| !c.is_alphanumeric()).unwrap_or(behind.len())]
}

pub(super) fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// How much longer a number is than its first part, which was read: `A2026-07` of a record, `S4-8` of an item, `2026-10` and
/// `2026-10-08`.
fn end_of_number(first: &str, rest: &str) -> usize {
    let behind = behind_dash(rest);
    if behind.is_empty() {
        return 0;
    }
    let end = 1 + behind.len();
    let (letter, number) = first.split_at_checked(1).unwrap_or_default();
    if letter.bytes().all(|byte| byte.is_ascii_alphabetic()) && are_digits(number) {
        let of_record = number.len() == 4 && are_digits(behind);
        let of_item = letter.eq_ignore_ascii_case("s") && behind.len() <= 3;
        return if of_record || of_item { end } else { 0 };
    }
    // Of a date that is still being typed a digit is not there yet.
    if first.len() != 4 || !are_digits(first) || behind.len() > 2 || !are_digits(behind) {
        return 0;
    }
    let day = behind_dash(&rest[end..]);
    let with_day = behind.len() == 2 && day.len() <= 2 && are_digits(day);
    end + if with_day { 1 + day.len() } else { 0 }
}

/// Where the words of a text stand, in bytes.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(char::is_alphanumeric)?;
        let end = text[start..].find(|c: char| !c.is_alphanumeric()).map_or(text.len(), |len| start + len);
        let end = end + end_of_number(&text[start..end], &text[end..]);
        rest = end;
        Some(start..end)
    })
}

impl Dutch {
    /// The stem of one word.
    pub fn stem(&self, word: &str) -> String {
        self.stemmer.stem(&folded(word)).into_owned()
    }

    /// The words that came since the last time.
    pub fn take_fresh(&self) -> Vec<Spelled> {
        self.fresh.take()
    }

    /// All stems of a text, added to those that are there, with spaces between.
    pub fn stems(&self, text: &str, out: &mut String) {
        let mut known = self.known.borrow_mut();
        for word in words(text) {
            let word = &text[word];
            if !out.is_empty() {
                out.push(' ');
            }
            match known.get(word) {
                Some(stem) => out.push_str(stem),
                None => {
                    let plain = folded(word);
                    let stem = self.stemmer.stem(&plain).into_owned();
                    out.push_str(&stem);
                    self.fresh.borrow_mut().push(Spelled { word: plain, stem: stem.clone() });
                    if known.len() < KNOWN {
                        known.insert(word.to_owned(), stem);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_in_its_other_forms() {
        let dutch = Dutch::default();
        for (one, other) in [("besluit", "besluiten"), ("melding", "meldingen"), ("financiën", "Financien")] {
            assert_eq!(dutch.stem(one), dutch.stem(other), "{one} {other}");
        }
        assert_eq!(folded("Ĳmuiden ÉÉN"), "ijmuiden een");
        assert_ne!(dutch.stem("besluit"), dutch.stem("bestuur"));
    }

    #[test]
    fn words_stand_where_they_stand() {
        let text = "«één», 2-3 (kettingzaag)";
        let found: Vec<&str> = words(text).map(|word| &text[word]).collect();
        assert_eq!(found, ["één", "2", "3", "kettingzaag"]);
        assert_eq!(words("").count(), 0);
    }

    #[test]
    fn the_number_of_a_record_is_one_word() {
        let text = "zie A2026-07, b2016-1 en K5; 2026-07, 2026-10-08. 2025-2026, 2026-1-x, 2026-1 2026-10-1 A2026-x, A4-2, \
                    S4-8, s12-r, S-8, 2026-";
        let found: Vec<String> = words(text).map(|word| folded(&text[word])).collect();
        let dates = ["202607", "20261008", "2025", "2026", "20261", "x", "20261", "2026101"];
        let numbers = ["a2026", "x", "a4", "2", "s48", "s12r", "s", "8", "2026"];
        assert_eq!(found, [&["zie", "a202607", "b20161", "en", "k5"], &dates[..], &numbers].concat());
    }
}
