//! Who a text names: a partner, or a person at the table. What was said in confidence goes on record without a name
//! (domain §1f, 5.4).

use crate::model::chain::Partner;
use crate::model::privacy::anonymity::{Trace, inspect};
use crate::model::session::Session;

/// A shorter word says nothing about anybody: `de`, `el`, an initial.
const TELLING: usize = 3;
/// A surname that is shorter is often a word too (`Groen`), and counts only with its capital.
const LONG: usize = 6;

/// The words of a text by which a partner or a person is known, as they stand there, each once.
pub fn named(session: &Session, text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let words = words(text);
    for partner in session.partners.iter() {
        for (name, exact) in names(partner) {
            let name: Vec<String> = self::words(&name).into_iter().map(str::to_owned).collect();
            found.extend(standing(&words, &name, exact));
        }
    }
    let people = inspect(text).into_iter().filter(|finding| finding.trace == Trace::Name);
    found.extend(people.filter_map(|finding| text.get(finding.start..finding.end)).map(str::to_owned));
    // A name that stands in a longer one is said with that one.
    let whole = found.clone();
    found.retain(|name| !whole.iter().any(|other| other.len() > name.len() && words_hold(other, name)));
    found.sort();
    found.dedup();
    found
}

/// What a partner and its people are called; whether capitals count, as in `OM`, which is also a word.
fn names(partner: &Partner) -> Vec<(String, bool)> {
    let code = partner.code.as_str();
    let mut names = vec![(code.to_owned(), code.chars().count() < TELLING), (partner.name.clone(), false)];
    names.extend(words(&partner.name).first().filter(|word| telling(word)).map(|word| ((*word).to_owned(), false)));
    for person in [Some(&partner.member), partner.deputy.as_ref()].into_iter().flatten() {
        names.push((person.name.clone(), false));
        let parts = words(&person.name).into_iter().filter(|part| telling(part));
        let capitals = parts.filter(|part| part.chars().next().is_some_and(char::is_uppercase));
        names.extend(capitals.map(|part| (part.to_owned(), part.chars().count() < LONG)));
    }
    names
}

fn telling(word: &str) -> bool {
    word.chars().count() >= TELLING
}

/// Words of letters and digits.
fn words(text: &str) -> Vec<&str> {
    text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

fn words_hold(text: &str, part: &str) -> bool {
    let part: Vec<String> = words(part).into_iter().map(str::to_owned).collect();
    standing(&words(text), &part, false).is_some()
}

/// A name as it stands among words.
fn standing(words: &[&str], name: &[String], exact: bool) -> Option<String> {
    let same = |word: &str, part: &str| word == part || !exact && word.to_lowercase() == part.to_lowercase();
    let here = words
        .windows(name.len().max(1))
        .find(|here| here.len() == name.len() && here.iter().zip(name).all(|(word, part)| same(word, part)));
    here.map(|here| here.join(" "))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::start::first_session;

    fn session() -> Session {
        let partners = [("POL", "Politie-eenheid Noord"), ("OM", "Openbaar Ministerie"), ("GEM", "Gemeente Stad")]
            .map(|(code, name)| (code.into(), name.to_owned()));
        let mut session = first_session("Proef", &partners, "2026-12-10".parse().unwrap(), |_| String::new());
        session.partners[0].member.name = "M. Terpstra".to_owned();
        session.partners[1].member.name = "S. van der Aa".to_owned();
        session
    }

    #[test]
    fn partners_and_people_are_found_by_what_they_are_called() {
        let found = |text: &str| named(&session(), text);
        assert_eq!(found("POL kwam te laat, zei M. Terpstra (OM)"), ["M. Terpstra", "OM", "POL"]);
        assert_eq!(found("terpstra belde niet terug"), ["terpstra"]);
        assert_eq!(found("groen licht van P. Groen"), ["P. Groen"]);
        assert_eq!(found("de gemeente nam op, de pol niet"), ["gemeente", "pol"]);
        assert_eq!(found("het openbaar ministerie belde terug"), ["openbaar ministerie"]);
    }

    #[test]
    fn behaviour_without_a_name_names_nobody() {
        for text in ["er werd gebeld om half negen", "we werden gebeld vóór het in de krant stond", "van een partner"]
        {
            assert_eq!(named(&session(), text), Vec::<String>::new(), "{text}");
        }
    }
}
