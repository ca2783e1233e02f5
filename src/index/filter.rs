//! What is asked, in one line: words, and filters such as `is:open owner:JR kind:kader since:2026-06 weekend*`.

use super::digest::Kind;
use super::dutch::{Dutch, folded, words};
use chrono::NaiveDate;
use rusqlite::types::Value;
use std::collections::HashMap;
use std::ops::Range;

/// A part of a text that was looked for.
pub type Mark = Range<usize>;

/// What a word of a filter stands for, in any language: `aangehouden` is `Deferred`.
pub type Names = HashMap<String, String>;

/// One word that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its stem.
    pub stem: String,
    /// What was typed, in small letters without accents.
    pub typed: String,
    /// Words that begin so count too.
    pub prefix: bool,
    /// Those words, where they are few enough to be named.
    pub longer: Vec<String>,
}

/// What is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Every word has to be there.
    pub words: Vec<Word>,
    /// Only this register.
    pub kind: Option<Kind>,
    /// Something is still to be done, or not any more.
    pub open: Option<bool>,
    /// Open, and past its date.
    pub late: bool,
    /// Where it stands.
    pub state: Option<String>,
    /// What kind of its kind.
    pub sort: Option<String>,
    /// Whose it is.
    pub owner: Option<String>,
    /// Made in this month, year or day, or later.
    pub since: Option<String>,
    /// Made before the end of this month, year or day; a sign that comes after every day of it closes it.
    pub until: Option<String>,
    /// Made under this factor.
    pub factor: Option<u8>,
    /// In a chain whose name begins so.
    pub chain: Option<String>,
}

impl Word {
    /// As a question to the full-text table. A stem that begins as what was typed is found by that alone.
    pub(super) fn matches(&self) -> String {
        let (stem, head) = (format!("\"{}\"", self.stem), format!("\"{}\" *", self.typed));
        match self.prefix {
            false => stem,
            true if !self.longer.is_empty() => {
                let longer = self.longer.iter().filter(|term| **term != self.stem);
                let all = longer.fold(stem, |all, term| format!("{all} OR \"{term}\""));
                format!("({all})")
            }
            true if self.stem.starts_with(&self.typed) => head,
            true => format!("({stem} OR {head})"),
        }
    }
}

impl Filter {
    /// Reads a line. `Err` is the part that says nothing known.
    pub fn parse(line: &str, names: &Names) -> Result<Self, String> {
        let dutch = Dutch::default();
        let mut filter = Self::default();
        for part in line.split_whitespace() {
            let unknown = || part.to_owned();
            match part.split_once(':').map(|(name, value)| (name.to_lowercase(), value)) {
                Some((name, value)) if !value.is_empty() => filter.set(&name, value, names).ok_or_else(unknown)?,
                _ => filter.add_words(part, &dutch),
            }
        }
        Ok(filter)
    }

    fn add_words(&mut self, part: &str, dutch: &Dutch) {
        let prefix = part.ends_with('*');
        for word in words(part) {
            let typed = folded(&part[word]);
            self.words.push(Word { stem: dutch.stem(&typed), typed, prefix, longer: Vec::new() });
        }
    }

    fn set(&mut self, name: &str, value: &str, names: &Names) -> Option<()> {
        let known = names.get(&value.to_lowercase()).cloned();
        match names.get(&format!("{name}:"))?.as_str() {
            "is" => match known?.as_str() {
                "Open" => self.open = Some(true),
                "NotOpen" => self.open = Some(false),
                "Late" => self.late = true,
                state => self.state = Some(state.to_owned()),
            },
            "kind" => self.sort = Some(known?),
            "owner" => self.owner = Some(value.to_uppercase()),
            "since" => self.since = Some(day(value)?),
            "until" => self.until = Some(format!("{}~", day(value)?)),
            "factor" => self.factor = value.parse().ok().filter(|factor| (1..=8).contains(factor)),
            "chain" => self.chain = Some(value.to_owned()),
            _ => return None,
        }
        Some(())
    }

    /// The last word is still being typed; one letter says nothing yet.
    pub fn typing(mut self) -> Self {
        if self.words.last().is_some_and(|last| last.typed.chars().count() < 2) {
            self.words.pop();
        }
        if let Some(last) = self.words.last_mut() {
            last.prefix = true;
        }
        self
    }

    /// Where the words that are looked for stand in a text.
    pub fn marks(&self, text: &str) -> Vec<Mark> {
        let dutch = Dutch::default();
        let hit = |word: &Range<usize>| {
            let (plain, stem) = (folded(&text[word.clone()]), dutch.stem(&text[word.clone()]));
            self.words.iter().any(|wanted| stem == wanted.stem || (wanted.prefix && plain.starts_with(&wanted.typed)))
        };
        words(text).filter(hit).collect()
    }

    /// The question to the full-text table.
    pub(super) fn words_match(&self) -> String {
        self.words.iter().map(Word::matches).collect::<Vec<_>>().join(" AND ")
    }

    /// The conditions on the row itself, with their values. What the number of a row or the few open ones can tell spares a
    /// look at every row that has the words.
    pub(super) fn conditions(&self, today: NaiveDate) -> (Vec<&'static str>, Vec<Value>) {
        let (mut all, mut values) = (Vec::new(), Vec::new());
        let by_words = !self.words.is_empty();
        if by_words && (self.open == Some(true) || self.late) {
            all.push("+words.rowid IN (SELECT id FROM record WHERE open = 1)");
        }
        let mut add = |condition, value: Value| {
            all.push(condition);
            values.push(value);
        };
        if let Some(kind) = self.kind {
            add(if by_words { "(words.rowid & 15) = ?" } else { "(r.id & 15) = ?" }, kind.number().into());
        }
        if let Some(open) = self.open {
            add("r.open = ?", i64::from(open).into());
        }
        if self.late {
            add("r.open = 1 AND r.due < ?", today.to_string().into());
        }
        for (condition, value) in [
            ("r.state = ?", &self.state),
            ("r.sort = ?", &self.sort),
            ("r.date >= ?", &self.since),
            ("r.date <= ?", &self.until),
        ] {
            if let Some(value) = value {
                add(condition, value.clone().into());
            }
        }
        if let Some(owner) = &self.owner {
            add("instr(r.owner, ?) > 0", format!(" {owner} ").into());
        }
        if let Some(factor) = self.factor {
            add("r.factor = ?", i64::from(factor).into());
        }
        if let Some(chain) = &self.chain {
            add("c.name LIKE ? || '%'", chain.clone().into());
        }
        (all, values)
    }
}

/// `2026`, `2026-06` or `2026-06-11`, as the text that dates are compared with.
fn day(value: &str) -> Option<String> {
    let fits = value.chars().all(|c| c.is_ascii_digit() || c == '-') && [4, 7, 10].contains(&value.len());
    fits.then(|| value.to_owned())
}
