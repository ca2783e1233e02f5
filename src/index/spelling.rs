//! Words that nobody wrote, put right with words that somebody did.

use super::dutch::{Dutch, Spelled};
use super::filter::{Filter, Word};
use super::{Index, IndexError};
use rusqlite::{Connection, OptionalExtension};

/// From so many letters a word that nobody wrote is looked for at the head of others, and put right.
const HEAD: usize = 4;
/// From so many letters the head of a longer word may be what was meant: `wekend` for `weekendmeldingen`.
const LONG: usize = 6;
/// A letter may be wrong for every so many, and never more than two.
const LETTERS_A_MISTAKE: usize = 4;
const MISTAKES: usize = 2;
/// So many words can be looked for by name.
const NAMED: usize = 60;
/// So many guesses are tried before none is made.
const GUESSES: usize = 8;

/// Words that nobody wrote, each with what was looked for instead.
pub(super) type Corrected = Vec<(String, String)>;

/// A word that somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    word: String,
    stem: String,
}

/// How well a guess fits; the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    distance: usize,
    /// A letter is left out more often than one is put in.
    shorter: bool,
    /// A word as a whole comes before the head of one, and that before the stem of one.
    way: Way,
}

/// What may have been meant; the best first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Guess<'k> {
    fit: Fit,
    word: &'k str,
    stem: &'k str,
    head: &'k str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Whole,
    Head,
    Stem,
}

/// Keeps words as people wrote them.
pub(super) fn put_spelled(connection: &Connection, spelled: &[Spelled]) -> Result<(), IndexError> {
    let mut insert = connection.prepare_cached("INSERT OR IGNORE INTO spelling (word, stem) VALUES (?, ?)")?;
    for Spelled { word, stem } in spelled {
        insert.execute([word, stem])?;
    }
    Ok(())
}

/// So many letters may be wrong in a word of so many.
fn mistakes(letters: usize) -> usize {
    (letters / LETTERS_A_MISTAKE).min(MISTAKES)
}

/// The first letters of a word, by characters.
fn head(word: &str, letters: usize) -> &str {
    word.char_indices().nth(letters).map_or(word, |(end, _)| &word[..end])
}

/// Who mistypes seldom does so in the first letter: another one is believed where nothing else is wrong. Most words of an
/// archive begin otherwise, and comparing them in full would take too long for whoever types.
fn slips(typed: &str, word: &str) -> bool {
    let (mut one, mut other) = (typed.chars(), word.chars());
    let (first, begin) = (one.next(), other.next());
    let (behind, rest) = (one.as_str(), other.as_str());
    let turned = one.next() == begin && other.next() == first && one.as_str() == other.as_str();
    turned || behind == rest || behind == word || typed == rest
}

/// How many letters differ; none where it is more than `far`.
fn distance(typed: &str, word: &str, far: usize) -> Option<usize> {
    if typed.chars().next() != word.chars().next() {
        return (typed.chars().count() >= LONG && slips(typed, word)).then_some(1);
    }
    // Two of very different length need no letters compared.
    let fits = typed.chars().count().abs_diff(word.chars().count()) <= far;
    fits.then(|| strsim::osa_distance(typed, word)).filter(|distance| *distance <= far)
}

/// How far a word is from what was typed, and in which way.
fn guess<'k>(typed: &str, stem: &str, known: &'k Known) -> Option<Guess<'k>> {
    let letters = typed.chars().count();
    let far = mistakes(letters);
    let length = known.word.chars().count();
    let of = |distance, way, head: &'k str| Guess {
        fit: Fit { distance, shorter: head.chars().count() < letters, way },
        word: &known.word,
        stem: &known.stem,
        head,
    };
    let mut best: Option<Guess<'k>> = None;
    let mut take = |found: Guess<'k>| {
        if best.as_ref().is_none_or(|best| found < *best) {
            best = Some(found);
        }
    };
    if length.abs_diff(letters) <= far {
        if let Some(distance) = distance(typed, &known.word, far) {
            take(of(distance, Way::Whole, known.word.as_str()));
        }
    } else if length > letters && letters >= LONG && typed.chars().next() == known.word.chars().next() {
        for letters in letters - 1..=letters + 1 {
            let head = head(&known.word, letters);
            if let Some(distance) = distance(typed, head, 1) {
                take(of(distance, Way::Head, head));
            }
        }
    }
    let is_long = stem.chars().count() > HEAD && known.stem.chars().count() > HEAD;
    let alike = stem.chars().next() == known.stem.chars().next();
    if let Some(distance) = distance(stem, &known.stem, 1).filter(|_| is_long && alike) {
        take(of(distance, Way::Stem, known.word.as_str()));
    }
    best
}

impl Index {
    /// Words that nobody wrote in these chains, with the nearest that somebody did in their place.
    pub(super) fn corrected(&self, filter: &Filter, chains: Option<&str>) -> Result<(Filter, Corrected), IndexError> {
        let (mut filter, mut corrected) = (filter.clone(), Vec::new());
        for word in &mut filter.words {
            self.name_longer(word)?;
            if self.is_known(word, chains)? {
                continue;
            }
            // `weekend` stands at the head of many Dutch words and seldom alone.
            let longer = Word { prefix: true, ..word.clone() };
            if word.typed.chars().count() >= HEAD && self.is_known(&longer, chains)? {
                *word = longer;
                self.name_longer(word)?;
                continue;
            }
            if let Some((meant, said)) = self.nearest(word, chains)? {
                corrected.push((word.typed.clone(), said));
                *word = meant;
                self.name_longer(word)?;
            }
        }
        Ok((filter, corrected))
    }

    /// The words that begin so, where they are few: looked for by name they need not all be read before the first row.
    fn name_longer(&self, word: &mut Word) -> Result<(), IndexError> {
        if !word.prefix || word.typed.chars().count() < HEAD {
            return Ok(());
        }
        // Spellings have every stem, and some that nobody uses any more; counting who does takes as long as reading all.
        let sql = format!("SELECT DISTINCT stem FROM spelling WHERE stem >= ? AND stem < ? LIMIT {}", NAMED + 1);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let longer = statement.query_map([&word.typed, &format!("{}{}", word.typed, char::MAX)], |row| row.get(0))?;
        word.longer = longer.collect::<Result<_, _>>()?;
        if word.longer.len() > NAMED {
            word.longer.clear();
        }
        Ok(())
    }

    /// Somebody wrote it, in one of these chains where not all are asked.
    fn is_known(&self, word: &Word, chains: Option<&str>) -> Result<bool, IndexError> {
        let sql = match chains {
            None => "SELECT 1 FROM words WHERE words MATCH ? LIMIT 1".to_owned(),
            Some(chains) => format!(
                "SELECT 1 FROM words CROSS JOIN record r ON r.id = words.rowid
                 WHERE words MATCH ? AND r.chain IN ({chains}) LIMIT 1"
            ),
        };
        Ok(self.connection.prepare_cached(&sql)?.exists([word.matches()])?)
    }

    /// The word with the fewest letters to change, and how it is written; of equal ones that which is used most. Numbers
    /// are as they are.
    fn nearest(&self, word: &Word, chains: Option<&str>) -> Result<Option<(Word, String)>, IndexError> {
        let typed = word.typed.as_str();
        if typed.chars().count() < HEAD || typed.chars().any(|c| c.is_ascii_digit()) {
            return Ok(None);
        }
        self.read_vocabulary()?;
        let known = self.vocabulary.borrow();
        let mut guesses: Vec<Guess<'_>> = known.1.iter().filter_map(|known| guess(typed, &word.stem, known)).collect();
        guesses.sort();
        let mut left = GUESSES;
        for equal in guesses.chunk_by(|one, other| one.fit == other.fit) {
            for guess in self.most_used(equal)?.into_iter().take(left) {
                let is_head = guess.fit.way == Way::Head;
                let prefix = word.prefix || is_head;
                let stem = if is_head { Dutch::default().stem(guess.head) } else { guess.stem.to_owned() };
                let meant = Word { typed: guess.head.to_owned(), stem, prefix, ..Word::default() };
                if self.is_known(&meant, chains)? {
                    return Ok(Some((meant, guess.word.to_owned())));
                }
                left -= 1;
            }
            if left == 0 {
                break;
            }
        }
        Ok(None)
    }

    /// Guesses that are equally good, those first whose stem the most records have; of which none has it they are left out.
    fn most_used<'g, 'k>(&self, equal: &'g [Guess<'k>]) -> Result<Vec<&'g Guess<'k>>, IndexError> {
        let mut count = self.connection.prepare_cached("SELECT doc FROM vocabulary WHERE term = ?")?;
        let mut used = Vec::new();
        for guess in equal {
            let records: Option<i64> = count.query_row([guess.stem], |row| row.get(0)).optional()?;
            used.extend(records.map(|records| (-records, guess)));
        }
        used.sort();
        Ok(used.into_iter().map(|(_, guess)| guess).collect())
    }

    /// Reads the words that anybody wrote, where the index changed since the last time.
    fn read_vocabulary(&self) -> Result<(), IndexError> {
        let state: i64 = self.connection.query_row("PRAGMA data_version", [], |row| row.get(0))?;
        let mut known = self.vocabulary.borrow_mut();
        if known.0 != state || known.1.is_empty() {
            let mut words = self.connection.prepare_cached("SELECT word, stem FROM spelling")?;
            let words = words.query_map([], |row| Ok(Known { word: row.get(0)?, stem: row.get(1)? }))?;
            *known = (state, words.collect::<Result<_, _>>()?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearest(typed: &str, words: &[&str]) -> Option<String> {
        let dutch = Dutch::default();
        let known: Vec<Known> =
            words.iter().map(|word| Known { word: (*word).to_owned(), stem: dutch.stem(word) }).collect();
        let stem = dutch.stem(typed);
        known.iter().filter_map(|known| guess(typed, &stem, known)).min().map(|found| found.word.to_owned())
    }

    #[test]
    fn common_typing_errors_find_the_word() {
        let words =
            ["weken", "gezamenlijke", "weekendmeldingen", "tafel", "tal", "contactpersonen", "balans", "besluiten"];
        for (typed, meant) in [
            ("gezamelijke", "gezamenlijke"),
            ("weekendmelidngen", "weekendmeldingen"),
            ("weekendmeldignen", "weekendmeldingen"),
            ("weekendmeldnig", "weekendmeldingen"),
            ("wekend", "weekendmeldingen"),
            ("contactpersoon", "contactpersonen"),
            ("balasn", "balans"),
            ("besluitne", "besluiten"),
            ("vesluiten", "besluiten"),
            ("ebsluiten", "besluiten"),
            ("esluiten", "besluiten"),
            ("bbesluiten", "besluiten"),
        ] {
            assert_eq!(nearest(typed, &words).as_deref(), Some(meant), "{typed}");
        }
    }

    #[test]
    fn wild_guesses_are_not_made() {
        let words = ["tafel", "tafels", "tal", "weekendmeldingen", "wekelijks", "stuk"];
        for typed in ["stapelen", "table", "gezellig", "weken", "stek", "kost"] {
            let found = nearest(typed, &words);
            assert_eq!(found.as_deref(), (typed == "stek").then_some("stuk"), "{typed}");
        }
    }
}
