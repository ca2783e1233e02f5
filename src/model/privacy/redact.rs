//! Words of people without the names in them, for whoever was not at the table (7.5).

use crate::model::session::Session;
use std::collections::HashMap;

/// A part of a name this short is looked for as it is written: in small letters it may be any word.
const COMMON: usize = 7;
/// A part of a name shorter than this says nothing of whose it is.
const TELLING: usize = 4;
/// Before a name; it goes with the name.
const ARTICLES: [&str; 5] = ["de", "het", "een", "the", "a"];

/// A name to look for.
struct Name {
    text: String,
    as_written: bool,
}

/// The names of a chain: codes and names of partners, and the people that speak for them.
pub struct Names(Vec<Name>);

impl Names {
    /// Every name of a session, the longest first.
    pub fn of(session: &Session) -> Self {
        let mut names = Vec::new();
        let mut add = |text: &str, as_written: bool| {
            let text = text.trim().to_owned();
            if !text.is_empty() {
                names.push(Name { text, as_written });
            }
        };
        for partner in session.partners.iter() {
            add(partner.code.as_str(), true);
            add(&partner.name, false);
        }
        for word in telling_words(session) {
            add(&word, word.chars().count() < COMMON);
        }
        session.chain.former.iter().for_each(|former| add(former.code.as_str(), true));
        for person in people(session) {
            add(person, false);
            let surname = surname(person);
            add(&surname, surname.chars().count() < COMMON);
        }
        names.sort_by_key(|name| std::cmp::Reverse(name.text.len()));
        Self(names)
    }

    /// The text with `neutral` in the place of every name.
    pub fn left_out_of(&self, text: &str, neutral: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        let mut before = None;
        while let Some(first) = rest.chars().next() {
            let inside = before.is_some_and(char::is_alphanumeric);
            match self.0.iter().filter(|_| !inside).find_map(|name| name.end_in(rest)) {
                Some(end) => {
                    without_article(&mut out);
                    let starts = out.trim_end().is_empty() || out.trim_end().ends_with(['.', '!', '?']);
                    out.push_str(&if starts { capitalised(neutral) } else { neutral.to_owned() });
                    before = rest[..end].chars().next_back();
                    rest = &rest[end..];
                }
                None => {
                    out.push(first);
                    before = Some(first);
                    rest = &rest[first.len_utf8()..];
                }
            }
        }
        out
    }
}

impl Name {
    /// Where this name ends when a text begins with it as a whole word.
    fn end_in(&self, text: &str) -> Option<usize> {
        let mut end = 0;
        let mut chars = text.chars();
        for wanted in self.text.chars() {
            let found = chars.next()?;
            let same = found == wanted || (!self.as_written && found.to_lowercase().eq(wanted.to_lowercase()));
            if !same {
                return None;
            }
            end += found.len_utf8();
        }
        (!chars.next().is_some_and(char::is_alphanumeric)).then_some(end)
    }
}

/// Words that stand in the name of one partner only: a place that all share tells nothing.
fn telling_words(session: &Session) -> Vec<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for partner in session.partners.iter() {
        let parts = partner.name.split(|c: char| !c.is_alphanumeric());
        let telling = |word: &&str| word.chars().count() >= TELLING && word.starts_with(char::is_uppercase);
        let mut own: Vec<&str> = parts.filter(telling).collect();
        own.sort_unstable();
        own.dedup();
        own.into_iter().for_each(|word| *counts.entry(word).or_default() += 1);
    }
    counts.into_iter().filter(|(_, count)| *count == 1).map(|(word, _)| word.to_owned()).collect()
}

fn people(session: &Session) -> Vec<&str> {
    let seats = session.partners.iter().flat_map(|partner| [Some(&partner.member), partner.deputy.as_ref()]);
    let below = session.governance.mandates.iter().map(|held| held.person.as_str());
    let seats = seats.flatten().map(|person| person.name.as_str());
    seats.chain(below).chain([session.chain.secretary.as_str()]).collect()
}

/// What follows the initials, with what belongs to it: `van der Aa`.
fn surname(person: &str) -> String {
    let words = person.split_whitespace().skip_while(|word| word.ends_with('.') || word.chars().count() < 2);
    let surname = words.collect::<Vec<_>>().join(" ");
    if surname.chars().count() >= TELLING { surname } else { String::new() }
}

fn without_article(out: &mut String) {
    let Some(text) = out.strip_suffix(' ') else { return };
    let start = text.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + 1);
    if text.is_char_boundary(start) && ARTICLES.iter().any(|article| article.eq_ignore_ascii_case(&text[start..])) {
        out.truncate(start);
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ids::PartnerCode;
    use crate::model::start::first_session;

    #[test]
    fn a_reason_tells_nothing_of_who_gave_it_or_whom_it_is_about() {
        let partners = [("POL", "Politie-eenheid Delta"), ("HLT", "Halt Delta"), ("GEM", "Gemeente Merwestad")];
        let partners = partners.map(|(code, name)| (PartnerCode::from(code), name.to_owned()));
        let mut session = first_session("Proef", &partners, chrono::NaiveDate::MIN, |_| "Punt".to_owned());
        session.partners[0].member.name = "S. van der Aa".to_owned();
        session.partners[1].member.name = "H. de Wit".to_owned();
        let names = Names::of(&session);
        let left = |text| names.left_out_of(text, "een partner");
        assert_eq!(left("POL voert uit."), "Een partner voert uit.");
        assert_eq!(left("Dat vindt de gemeente ook."), "Dat vindt een partner ook.");
        assert_eq!(left("Het ligt bij Halt Delta, niet bij HLT."), "Het ligt bij een partner, niet bij een partner.");
        assert_eq!(left("S. van der Aa zei: vraag het aan de Wit."), "Een partner zei: vraag het aan een partner.");
        assert_eq!(left("halt, wit of polder: dat zijn geen namen"), "halt, wit of polder: dat zijn geen namen");
        assert_eq!(left("In Delta is het stil. Het is aan de politie"), "In Delta is het stil. Het is aan een partner");
    }
}
