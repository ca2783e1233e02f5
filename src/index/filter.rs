//! What is asked, in one line: words, and filters such as `is:open owner:JR kind:kader since:2026-06 weekend*`.

use super::digest::Kind;
use super::dutch::{Dutch, are_digits, folded, words};
use super::fold::sort_term;
use super::keys::OPEN;
use chrono::NaiveDate;
use rusqlite::types::Value;
use std::collections::HashMap;
use std::ops::Range;

/// A part of a text that was looked for.
pub type Mark = Range<usize>;

/// What a word of a filter stands for, in any language: `aangehouden` is `Deferred`.
pub type Names = HashMap<String, String>;

/// One word that is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Word {
    /// Its stem.
    pub stem: String,
    /// What was typed, in small letters without accents.
    pub typed: String,
    /// Words that begin so count too.
    pub prefix: bool,
    /// Those words, where they are few enough to be named.
    pub longer: Vec<String>,
    /// The kinds that it names in some language: `tactisch` is `Tactical`.
    pub sorts: Vec<String>,
}

/// What is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Every word has to be there.
    pub words: Vec<Word>,
    /// Words that have to stand together, in small letters.
    pub phrases: Vec<String>,
    /// What was typed has no word in it, and names no filter: nothing can be looked for.
    pub nothing: bool,
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
    /// Whose it is: one of them.
    pub owner: Vec<String>,
    /// Whom it touches, one of them: as its owner, or because it took another position, differs or figures in it.
    pub partner: Vec<String>,
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
    /// As a question to the full-text table.
    pub(super) fn matches(&self) -> String {
        let sorts = self.sorts.iter().map(|sort| format!(" OR \"{}\"", sort_term(sort)));
        let sorts: String = sorts.collect();
        if sorts.is_empty() { self.written() } else { format!("({}{sorts})", self.written()) }
    }

    /// As people wrote it. A stem that begins as what was typed is found by that alone.
    fn written(&self) -> String {
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
        for (part, quoted) in parts(line) {
            if quoted {
                filter.phrases.push(part.to_lowercase());
                filter.add_words(part, &dutch, names);
                continue;
            }
            let unknown = || part.to_owned();
            match part.split_once(':').map(|(name, value)| (name.to_lowercase(), value)) {
                Some((name, value)) if !value.is_empty() => filter.set(&name, value, names).ok_or_else(unknown)?,
                _ => filter.add_words(part, &dutch, names),
            }
        }
        filter.nothing =
            !line.trim().is_empty() && filter == Self { phrases: filter.phrases.clone(), ..Self::default() };
        Ok(filter)
    }

    fn add_words(&mut self, part: &str, dutch: &Dutch, names: &Names) {
        let prefix = part.ends_with('*');
        for word in words(part) {
            let typed = folded(&part[word]);
            let sorts = names.get(&typed).cloned().into_iter().collect();
            self.words.push(Word { stem: dutch.stem(&typed), typed, prefix, longer: Vec::new(), sorts });
        }
    }

    fn set(&mut self, name: &str, value: &str, names: &Names) -> Option<()> {
        let known = names.get(&value.to_lowercase()).cloned();
        match names.get(&format!("{name}:"))?.as_str() {
            "is" => match known?.as_str() {
                OPEN => self.open = Some(true),
                "NotOpen" => self.open = Some(false),
                "Late" => self.late = true,
                state => self.state = Some(state.to_owned()),
            },
            "kind" => self.sort = Some(known?),
            "owner" => self.owner.push(value.to_uppercase()),
            "partner" => self.partner.push(value.to_uppercase()),
            "since" => self.since = Some(day(value)?),
            "until" => self.until = Some(format!("{}~", day(value)?)),
            "factor" => self.factor = Some(value.parse().ok().filter(|factor| (1..=8).contains(factor))?),
            "chain" => self.chain = Some(value.to_owned()),
            _ => return None,
        }
        Some(())
    }

    /// The last word is still being typed; one letter says nothing yet, and one digit is a number (`art. 5`).
    pub fn typing(mut self) -> Self {
        let is_short = |word: &Word| word.typed.chars().count() < 2;
        if self.words.last().is_some_and(|last| is_short(last) && !are_digits(&last.typed)) {
            self.words.pop();
        }
        if let Some(last) = self.words.last_mut() {
            last.prefix |= !is_short(last);
        }
        self
    }

    /// Puts the record whose number was asked for before those that name it, as the begin of an order: `A2026-07` is one
    /// word, `art. 5` all of them.
    pub(super) fn number_first(&self) -> String {
        let whole: String = self.words.iter().map(|word| word.typed.as_str()).collect();
        let single = self.words.iter().map(|word| word.typed.as_str()).filter(|word| **word != whole);
        let plain = |word: &&str| word.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let numbers = std::iter::once(whole.as_str()).chain(single);
        let numbers = numbers.filter(|word| word.bytes().any(|byte| byte.is_ascii_digit())).filter(plain);
        let code = "replace(replace(replace(lower(r.code), '-', ''), '.', ''), ' ', '')";
        numbers.map(|word| format!("{code} = '{word}' DESC, ")).collect()
    }

    /// Where the words that are looked for stand in a text.
    pub fn marks(&self, text: &str) -> Vec<Mark> {
        if self.words.is_empty() {
            return Vec::new();
        }
        let dutch = Dutch::default();
        let hit = |word: &Range<usize>| {
            let (plain, stem) = (folded(&text[word.clone()]), dutch.stem(&text[word.clone()]));
            self.words.iter().any(|wanted| stem == wanted.stem || (wanted.prefix && plain.starts_with(&wanted.typed)))
        };
        words(text).filter(hit).collect()
    }

    /// Nothing is asked but what the tally is kept by; the kind is not, as every kind is counted.
    pub(super) fn is_tallied(&self) -> bool {
        let (open, owner, chain) = (self.open, self.owner.clone(), self.chain.clone());
        *self == Self { open, owner, chain, ..Self::default() }
    }

    /// The question to the full-text table.
    pub(super) fn words_match(&self) -> String {
        self.words.iter().map(Word::matches).collect::<Vec<_>>().join(" AND ")
    }

    /// The conditions on the row itself, with their values. What the number of a row or the few open ones can tell spares a
    /// look at every row that has the words.
    pub(super) fn conditions(&self, today: NaiveDate) -> (Vec<String>, Vec<Value>) {
        let (mut all, mut values) = (Vec::new(), Vec::new());
        let by_words = !self.words.is_empty();
        if by_words && (self.open == Some(true) || self.late) {
            all.push("+words.rowid IN (SELECT id FROM record WHERE open = 1)".to_owned());
        }
        let mut add = |condition: &str, value: Value| {
            all.push(condition.to_owned());
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
        for (condition, value) in
            [("r.sort = ?", &self.sort), ("r.date >= ?", &self.since), ("r.date <= ?", &self.until)]
        {
            if let Some(value) = value {
                add(condition, value.clone().into());
            }
        }
        for phrase in &self.phrases {
            add("instr(lower(r.text || ' ' || r.body), ?) > 0", phrase.clone().into());
        }
        if let Some(chain) = &self.chain {
            add("c.name LIKE ? || '%'", chain.clone().into());
        }
        if self.nothing {
            all.push("0".to_owned());
        }
        // What stands nowhere says what kind of its kind it is, and is found by that.
        if let Some(state) = &self.state {
            all.push("(r.state = ? OR (r.state = '' AND r.sort = ?))".to_owned());
            values.extend([state.clone().into(), state.clone().into()]);
        }
        if let Some(factor) = self.factor {
            all.push(FACTOR.to_owned());
            values.extend([i64::from(factor).into(), i64::from(factor).into()]);
        }
        for (codes, columns) in [(&self.owner, &["r.owner"][..]), (&self.partner, &["r.owner", "r.partners"])] {
            let mut any = Vec::new();
            for (code, column) in codes.iter().flat_map(|code| columns.iter().map(move |column| (code, column))) {
                any.push(format!("instr({column}, ?) > 0"));
                values.push(format!(" {code} ").into());
            }
            if !any.is_empty() {
                all.push(format!("({})", any.join(" OR ")));
            }
        }
        (all, values)
    }
}

/// The parts of a line between its spaces; what stands between double quotes is one part.
fn parts(line: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut rest = line;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        if let Some(behind) = rest.strip_prefix('"') {
            let (phrase, after) = behind.split_once('"').unwrap_or((behind, ""));
            rest = after;
            return Some((phrase.trim(), true));
        }
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        rest = after;
        (!part.is_empty()).then_some((part, false))
    })
}

/// An action that comes from a record of an earlier meeting was made under the factor of that record.
const FACTOR: &str = "(r.factor = ? OR (r.factor IS NULL AND (r.id & 15) = 1 AND r.follows <> '' AND EXISTS \
                      (SELECT 1 FROM record o WHERE o.chain = r.chain AND o.code = r.follows AND o.factor = ?)))";

/// `2026`, `2026-06` or `2026-06-11`, and the Dutch `6-2026` and `11-6-2026`, as the text that dates are compared with.
/// None where there is no such day or month.
fn day(value: &str) -> Option<String> {
    let parts: Vec<&str> = value.split('-').collect();
    if !parts.iter().all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let parts = if parts[0].len() == 4 { parts } else { parts.into_iter().rev().collect() };
    let [year, rest @ ..] = parts.as_slice() else { return None };
    if year.len() != 4 || rest.iter().any(|part| part.len() > 2) {
        return None;
    }
    let numbers: Vec<u32> = rest.iter().map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let (month, day) = (numbers.first().copied().unwrap_or(1), numbers.get(1).copied().unwrap_or(1));
    NaiveDate::from_ymd_opt(year.parse().ok()?, month, day)?;
    match numbers.len() {
        0 => Some((*year).to_owned()),
        1 => Some(format!("{year}-{month:02}")),
        2 => Some(format!("{year}-{month:02}-{day:02}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_in_two_ways_and_have_to_be_there() {
        for (written, meant) in [
            ("2026", "2026"),
            ("2026-06", "2026-06"),
            ("6-2026", "2026-06"),
            ("11-6-2026", "2026-06-11"),
            ("11-06-2026", "2026-06-11"),
            ("2026-06-11", "2026-06-11"),
        ] {
            assert_eq!(day(written).as_deref(), Some(meant));
        }
        for wrong in ["2026-02-31", "-------", "2026-99", "2026-13-45", "31-02-2026", "202", "2026-1-1-1", "", "juni"] {
            assert_eq!(day(wrong), None, "{wrong}");
        }
    }
}
