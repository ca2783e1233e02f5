//! Words as the detectors of names, places and dates read them.
//!
//! The lists are data of the check, not text that is shown to anyone, so they hold both languages at once.

use super::MASK;
use std::ops::Range;

/// Words that begin a sentence or stand before a name, but are no part of one.
#[rustfmt::skip]
pub(super) const FUNCTION_WORDS: &[&str] = &[
    "de", "het", "een", "dit", "dat", "deze", "die", "ik", "hij", "zij", "ze", "wij", "we", "jij", "u", "jullie", "hun",
    "mijn", "zijn", "haar", "ons", "onze", "elke", "alle", "geen", "ook", "en", "of", "maar", "want", "dus", "als", "toen",
    "nu", "dan", "daar", "daarna", "hier", "er", "met", "door", "bij", "voor", "van", "naar", "aan", "in", "op", "uit", "om",
    "over", "na", "sinds", "tot", "volgens", "namens", "tussen", "tegen", "via", "zonder", "omdat", "terwijl", "wie", "wat",
    "waar", "hoe", "waarom", "samen", "gisteren", "vandaag", "morgen", "vorige", "zowel", "niet", "wel", "is", "was", "heeft",
    "had", "dankzij", "binnen", "per", "toch", "eerst", "later", "inmiddels", "the", "a", "an", "this", "that", "these",
    "he", "she", "it", "they", "you", "i", "my", "his", "her", "our", "their", "and", "or", "but", "so", "if", "when",
    "then", "now", "there", "here", "with", "by", "at", "for", "from", "to", "on", "after", "before", "since", "until",
    "according", "between", "without", "because", "while", "who", "what", "where", "how", "why", "together", "yesterday",
    "today", "tomorrow", "not", "has", "every", "all", "no", "also", "thanks",
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
];

/// Words of organisations, laws and towns; a run of capitals with one of them is not a person.
#[rustfmt::skip]
pub(super) const KNOWN_WORDS: &[&str] = &[
    "openbaar", "ministerie", "raad", "kinderbescherming", "anker", "halt", "kompas", "jeugdreclassering", "reclassering",
    "brug", "gemeente", "politie", "eenheid", "rechtbank", "parket", "arrondissementsparket",
    "gerechtshof", "hof", "hoge", "stichting", "provincie", "jeugdzorg", "jeugdbescherming", "jeugdhulp", "slachtofferhulp",
    "veilig", "thuis", "veiligheidshuis", "zorg", "leger", "heils", "eerste", "tweede", "kamer", "europese", "europees",
    "rode", "kruis", "college", "commissie", "dienst", "centrum", "bureau", "inspectie", "autoriteit", "huis",
    "wet", "nota", "convenant", "aanpak", "ketenaanpak", "ketensamenwerking", "keten", "stuurgroep", "werkgroep", "dag",
    "week", "jaar", "nederland", "nederlandse", "merwelanden", "merwestad", "waterhoen", "wim", "den", "haag", "noord",
    "zuid", "oost", "west", "burgemeester", "wethouder", "officier", "rijk", "koninkrijk", "verenigde", "public",
    "prosecution", "service", "services", "police", "court", "council", "board", "child", "protection", "probation",
    "municipality", "foundation", "ministry", "justice", "city", "youth", "care", "house", "act", "steering",
];

/// Words after which a capital with a dot is a letter of a list, not an initial: `plan B.`
#[rustfmt::skip]
pub(super) const LETTERED_WORDS: &[&str] = &[
    "plan", "bijlage", "groep", "group", "team", "categorie", "category", "klasse", "optie", "variant", "type", "fase",
    "vitamine", "vitamin", "deel", "annex", "appendix", "option", "schedule", "scenario", "zone", "zaak", "partner", "partij",
    "artikel", "article", "stap", "step", "factor", "bron", "source", "punt", "item", "versie", "version", "cohort", "niveau",
    "level", "part", "class",
];

/// Months in both languages.
#[rustfmt::skip]
pub(super) const MONTHS: &[&str] = &[
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
    "january", "february", "march", "may", "june", "july", "august", "october",
];

/// The short ones stand apart, because Jan is a name too.
pub(super) const SHORT_MONTHS: &[&str] =
    &["jan", "feb", "mrt", "mar", "apr", "mei", "may", "jun", "jul", "aug", "sep", "sept", "okt", "oct", "nov", "dec"];

/// What may stand in small letters inside a name.
pub(super) const PARTICLES: &[&str] = &[
    "van", "der", "den", "de", "el", "al", "bin", "ben", "ten", "ter", "la", "le", "du", "di", "da", "dos", "von", "t",
];

/// Letters, and the marks that a decomposed é keeps after its e.
pub(super) fn is_letter(letter: char) -> bool {
    letter.is_alphabetic() || matches!(letter, '\u{300}'..='\u{36f}')
}

fn letter_at(text: &[char], index: usize) -> bool {
    text.get(index).copied().is_some_and(is_letter)
}

/// A hyphen or apostrophe between two letters belongs to the word.
fn joins(text: &[char], index: usize) -> bool {
    matches!(text.get(index), Some('-' | '\'')) && index > 0 && letter_at(text, index - 1) && letter_at(text, index + 1)
}

/// The end of the word that begins here; none inside a word or where a digit is stuck to it, as in `B2026-10`.
pub(super) fn word_at(text: &[char], start: usize) -> Option<usize> {
    if !letter_at(text, start) {
        return None;
    }
    if start > 0 && (letter_at(text, start - 1) || joins(text, start - 1) || super::digit_at(text, start - 1)) {
        return None;
    }
    let end = (start..text.len()).find(|&index| !letter_at(text, index) && !joins(text, index)).unwrap_or(text.len());
    (!super::digit_at(text, end)).then_some(end)
}

/// The word after one space from here.
pub(super) fn word_after(text: &[char], end: usize) -> Option<Range<usize>> {
    let start = (*text.get(end)? == ' ').then_some(end + 1)?;
    Some(start..word_at(text, start)?)
}

/// The word that ends before one space from here.
pub(super) fn word_before(text: &[char], start: usize) -> Option<Range<usize>> {
    let end = start.checked_sub(1).filter(|&space| text.get(space) == Some(&' '))?;
    let first = (0..end).rev().take_while(|&index| letter_at(text, index) || joins(text, index)).last()?;
    Some(first..end)
}

/// A word in small letters.
pub(super) fn lower(text: &[char], word: Range<usize>) -> String {
    text.get(word).unwrap_or_default().iter().flat_map(|letter| letter.to_lowercase()).collect()
}

/// Whether a word is one of a list; of `Halt-pilot` the first part counts too.
pub(super) fn is_one_of(text: &[char], word: Range<usize>, list: &[&str]) -> bool {
    let word = lower(text, word);
    let part = word.split('-').next().unwrap_or_default();
    list.contains(&word.as_str()) || list.contains(&part)
}

/// A capital and then small letters; `OM` and a lone `K` are not.
pub(super) fn is_capitalised(text: &[char], word: Range<usize>) -> bool {
    let letters = text.get(word).unwrap_or_default();
    letters.first().is_some_and(|first| first.is_uppercase()) && letters.iter().any(|letter| letter.is_lowercase())
}

/// A capitalised word that may be a name: not an article, a weekday, a month or a word of an organisation.
pub(super) fn is_proper(text: &[char], word: Range<usize>) -> bool {
    is_capitalised(text, word.clone())
        && ![FUNCTION_WORDS, KNOWN_WORDS, LETTERED_WORDS, MONTHS]
            .into_iter()
            .any(|list| is_one_of(text, word.clone(), list))
}

/// Whether a word has its capital only because a sentence begins with it.
pub(super) fn starts_sentence(text: &[char], start: usize) -> bool {
    let opening = |letter: &char| {
        matches!(letter, ' ' | '"' | '\'' | '(' | '[' | '*' | '-' | '•' | '\u{201c}' | '\u{201e}' | '«')
    };
    let earlier = text.get(..start).unwrap_or_default().iter().rev().copied().find(|letter| !opening(letter));
    earlier.is_none_or(|letter| letter != MASK && matches!(letter, '.' | '!' | '?' | ':' | '…' | '\n' | '\r'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn a_word_holds_its_hyphen_and_its_apostrophe() {
        let text = chars("Jan-Willem's Halt-");
        assert_eq!(word_at(&text, 0), Some(12));
        assert_eq!(word_at(&text, 4), None);
        assert_eq!(word_at(&text, 13), Some(17));
        assert_eq!(word_before(&text, 13), Some(0..12));
    }

    #[test]
    fn a_number_is_no_word() {
        assert_eq!(word_at(&chars("B2026"), 0), None);
        assert_eq!(word_at(&chars("2e"), 1), None);
    }

    #[test]
    fn a_sentence_begins_after_a_stop_or_on_a_new_line() {
        let text = chars("Ja. \"Nee\"\n- Toch Wel");
        assert!(starts_sentence(&text, 0));
        assert!(starts_sentence(&text, 5));
        assert!(starts_sentence(&text, 12));
        assert!(!starts_sentence(&text, 17));
    }
}
