//! Names of people, as far as their form gives them away.

use super::words::{
    FUNCTION_WORDS, KNOWN_WORDS, LETTERED_WORDS, MONTHS, PARTICLES, is_capitalised, is_one_of, lower, starts_sentence,
    word_at, word_before,
};
use super::{before, dates};
use std::ops::Range;

/// After these comes a name; before an age in brackets they are no name themselves.
#[rustfmt::skip]
const CUES: &[&str] = &[
    "heer", "mevrouw", "meneer", "juffrouw", "genaamd", "heet", "heette", "jongen", "meisje", "jongere", "minderjarige",
    "verdachte", "slachtoffer", "leerling", "scholier", "tiener", "kind", "zoon", "dochter", "man", "vrouw", "moeder",
    "vader", "broer", "broertje", "zus", "zusje", "vriend", "vriendin", "buurman", "buurvrouw", "cliënt", "client", "named",
    "called", "miss", "boy", "girl", "suspect", "victim", "pupil", "teenager", "son", "daughter", "mother", "father",
    "brother", "sister", "friend",
];
/// These too, and they may have a dot.
const TITLES: &[&str] = &["dhr", "mw", "mevr", "mr", "mrs", "ms", "dr", "drs", "ir"];

/// A name has no more words than this; it keeps the reading short whatever the text is.
const MOST_WORDS: usize = 7;

/// A run of capitalised words, with what may stand between them in a name.
struct Run {
    end: usize,
    capitals: usize,
    /// Holds an initial with its dot: `Ayoub K.`
    initial: bool,
    /// Holds a word of an organisation, so that it is not a person.
    known: bool,
}

/// Names: with an initial, after a word such as `mevrouw`, before an age, or two capitals in the middle of a sentence.
pub(super) fn names(text: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut index = 0;
    while index < text.len() {
        if let Some(name) = marked_name(text, index) {
            index = name.end;
            found.push(name);
        } else if let Some(run) = run_at(text, index) {
            if is_name(text, index, &run) {
                found.push(index..run.end);
            }
            index = run.end;
        } else {
            index += 1;
        }
    }
    found
}

/// `M. Terpstra`, or what follows a word that announces a name.
fn marked_name(text: &[char], start: usize) -> Option<Range<usize>> {
    let end = word_at(text, start)?;
    if let Some(last) = with_surname(text, start) {
        let lettered = word_before(text, start).is_some_and(|word| is_one_of(text, word, LETTERED_WORDS));
        return (!lettered).then_some(start..last);
    }
    let word = lower(text, start..end);
    let title = TITLES.contains(&word.as_str());
    if !title && !CUES.contains(&word.as_str()) {
        return None;
    }
    let end = end + usize::from(text.get(end) == Some(&':') || title && text.get(end) == Some(&'.'));
    let first = after_particles(text, end)?;
    let run = || run_at(text, first).filter(|run| !run.known).map(|run| run.end);
    let last = with_surname(text, first).or_else(run).or_else(|| initials(text, first))?;
    Some(end + 1..last)
}

/// The place after one space and the small words of a name: `van der`, `'t`.
fn after_particles(text: &[char], end: usize) -> Option<usize> {
    let mut next = (*text.get(end)? == ' ').then_some(end + 1)?;
    for _ in 0..3 {
        let word = next + usize::from(text.get(next) == Some(&'\''));
        let Some(last) = word_at(text, word).filter(|&last| text.get(last) == Some(&' ')) else { break };
        let small = text.get(word).is_some_and(|letter| letter.is_lowercase());
        if !small || !PARTICLES.contains(&lower(text, word..last).as_str()) {
            break;
        }
        next = last + 1;
    }
    Some(next)
}

/// The end of one or more initials with their dots: `K.`, `A.B.`, `A. B.`
fn initials(text: &[char], start: usize) -> Option<usize> {
    let mut end = None;
    let mut next = start;
    for _ in 0..MOST_WORDS {
        let capital = text.get(next).is_some_and(|letter| letter.is_uppercase());
        if !capital || text.get(next + 1) != Some(&'.') || before(text, next).is_some_and(char::is_alphanumeric) {
            break;
        }
        end = Some(next + 2);
        next += 2 + usize::from(text.get(next + 2) == Some(&' '));
    }
    end
}

/// The end of a surname after initials.
fn with_surname(text: &[char], start: usize) -> Option<usize> {
    let dot = initials(text, start)?;
    let first = after_particles(text, dot).unwrap_or(dot);
    let last = word_at(text, first).filter(|&last| may_be_name(text, first..last))?;
    // `A. Gemeente` at the beginning of a line is a point of a list; elsewhere Brug and Kamer are surnames.
    (!starts_sentence(text, start) || !is_known(text, first..last)).then_some(last)
}

fn may_be_name(text: &[char], word: Range<usize>) -> bool {
    is_capitalised(text, word.clone())
        && !is_one_of(text, word.clone(), FUNCTION_WORDS)
        && !is_one_of(text, word, MONTHS)
}

fn is_known(text: &[char], word: Range<usize>) -> bool {
    is_one_of(text, word.clone(), KNOWN_WORDS) || is_one_of(text, word, LETTERED_WORDS)
}

/// The run that begins here, to its last capitalised word or initial.
fn run_at(text: &[char], start: usize) -> Option<Run> {
    let end = word_at(text, start).filter(|&end| may_be_name(text, start..end))?;
    let mut run = Run { end, capitals: 1, initial: false, known: is_known(text, start..end) };
    for _ in 1..MOST_WORDS {
        let Some(next) = after_particles(text, run.end) else { break };
        if let Some(last) = initials(text, next).filter(|_| !run.known && !run.initial) {
            (run.end, run.initial) = (last, true);
            continue;
        }
        let Some(last) = word_at(text, next).filter(|&last| may_be_name(text, next..last)) else { break };
        let known = is_known(text, next..last);
        if run.initial && known {
            break; // after `Ayoub K.` a new sentence begins
        }
        (run.end, run.capitals, run.known) = (last, run.capitals + 1, run.known || known);
    }
    Some(run)
}

/// Whether a run is a person; a capital at the beginning of a sentence says nothing, so there it takes one more.
fn is_name(text: &[char], start: usize, run: &Run) -> bool {
    let enough = if starts_sentence(text, start) { 3 } else { 2 };
    let alone = run.capitals == 1 && is_one_of(text, start..run.end, CUES);
    let aged = text.get(run.end) == Some(&' ')
        && text.get(run.end + 1) == Some(&'(')
        && dates::age_at(text, run.end + 2).is_some()
        && !alone;
    !run.known && (run.initial || run.capitals >= enough || aged)
}

#[cfg(test)]
mod tests {
    use crate::model::privacy::anonymity::{Trace, inspect};

    fn found(text: &str) -> Vec<&str> {
        let names = inspect(text).into_iter().filter(|one| one.trace == Trace::Name);
        names.map(|one| &text[one.start..one.end]).collect()
    }

    fn all(texts: &[(&str, &str)]) {
        for (text, name) in texts {
            assert_eq!(found(text), vec![*name], "{text}");
        }
    }

    fn none(texts: &[&str]) {
        for text in texts {
            assert_eq!(inspect(text), vec![], "{text}");
        }
    }

    #[test]
    fn a_first_name_with_an_initial() {
        all(&[
            ("Ayoub K. kreeg hulp", "Ayoub K."),
            ("Toen kwam Ayoub K.", "Ayoub K."),
            ("Ayoub K. Hij kwam", "Ayoub K."),
            ("Ayoub K. Halt belde", "Ayoub K."),
            ("Volgens Zoë B.K. is", "Zoë B.K."),
            ("Mohammed el K. kwam", "Mohammed el K."),
            ("Jan-Willem P. Smit kwam", "Jan-Willem P. Smit"),
            ("Zoe\u{308} B. kwam", "Zoe\u{308} B."),
        ]);
    }

    #[test]
    fn initials_with_a_surname() {
        all(&[
            ("M. Terpstra opent", "M. Terpstra"),
            ("Volgens M. Terpstra", "M. Terpstra"),
            ("S. van der Aa is", "S. van der Aa"),
            ("door D. 't Hooft en", "D. 't Hooft"),
            ("door D. ’t Hooft en", "D. ’t Hooft"),
            ("C. el Amrani", "C. el Amrani"),
            ("L. IJzerman", "L. IJzerman"),
            ("F. Öztürk", "F. Öztürk"),
            ("J.P. de Wit", "J.P. de Wit"),
            ("A. B. Jansen-de", "A. B. Jansen-de"),
            ("wethouder E. Visser", "E. Visser"),
            ("met M.Terpstra", "M.Terpstra"),
        ]);
    }

    #[test]
    fn a_name_after_a_word_that_announces_it() {
        all(&[
            ("De moeder Fatima belde", "Fatima"),
            ("mevrouw van Dijk belde", "van Dijk"),
            ("dhr. Terpstra", "Terpstra"),
            ("Mw. S. Jansen", "S. Jansen"),
            ("een jongen genaamd Ayoub", "Ayoub"),
            ("verdachte K. zweeg", "K."),
            ("a boy called Ayoub Karimi left", "Ayoub Karimi"),
            ("slachtoffer: Anna", "Anna"),
        ]);
    }

    #[test]
    fn two_capitals_in_the_middle_of_a_sentence() {
        all(&[
            ("Toen kwam Ayoub Karimi binnen", "Ayoub Karimi"),
            ("Volgens Ayoub Karimi is", "Ayoub Karimi"),
            ("en Jan van der Berg bleef", "Jan van der Berg"),
            ("then Anna Smith left", "Anna Smith"),
            ("Op vrijdag zag Ayoub El Amrani hem", "Ayoub El Amrani"),
            ("Ayoub El Amrani kwam", "Ayoub El Amrani"),
        ]);
    }

    #[test]
    fn a_name_before_an_age() {
        all(&[("Ayoub (15) kwam", "Ayoub"), ("Ayoub Karimi (15 jaar) kwam", "Ayoub Karimi")]);
        assert_eq!(found("Jongen (15) kwam"), Vec::<&str>::new());
    }

    #[test]
    fn organisations_days_and_sentences_are_no_names() {
        none(&[
            "Het Openbaar Ministerie en de Raad voor de Kinderbescherming",
            "bij het Openbaar Ministerie",
            "de Raad voor de Kinderbescherming Merwelanden",
            "in Het Anker, Kade 7, Merwestad",
            "met Jeugdreclassering De Brug en Halt Merwelanden",
            "door Gemeente Den Haag en Rechtbank Merwelanden",
            "van Politie-eenheid Merwelanden",
            "Politie Utrecht kwam",
            "Goede Vrijdag",
            "op Vrijdag Ayoub",
            "in Maart December",
            "Plan B. Daarna",
            "volgens plan B. Jongeren kwamen",
            "Bijlage A. Overzicht",
            "Ayoub kwam. Hij bleef.",
            "Zaken op tijd. Jongeren geholpen.",
            "OM en ZSM en RVK",
            "- Waterhoen Wim",
            "Raad van State",
            "K1 rood, K3 bijsturen",
            "A. Gemeente en B. De rest",
            "Vrijdag verhoor, maandag aan de slag",
            "Eén dossier, één gesprek",
            "De brief die niemand snapte",
            "Elke jongere in Merwelanden weet binnen 120 dagen na het eerste verhoor waar hij aan toe is, en krijgt hulp.",
            "Pilot Halt-start 14 dagen, Noord",
            "the Public Prosecution Service and the Child Protection Board",
        ]);
    }
}
