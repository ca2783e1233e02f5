//! What the index answers: the first rows, how many there are, and words put right.

use super::digest::Kind;
use super::filter::Filter;
use super::found::{COLUMNS, Found, found};
use super::spelling::Corrected;
use super::{Index, IndexError};
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params_from_iter};
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

/// What the index answers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// The first rows, best or newest first.
    pub found: Vec<Found>,
    /// How many there are in all.
    pub total: u64,
    /// How many fit of each kind, whichever is looked into.
    pub kinds: Vec<(Kind, u64)>,
    /// Words that nobody wrote, with the nearest that somebody did.
    pub corrected: Vec<(String, String)>,
    /// What was looked for in the end.
    pub filter: Filter,
    /// Who and what can be asked for here.
    pub known: Known,
}

/// What a filter can name in the chains that were asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// The codes of all partners.
    pub partners: Vec<String>,
    /// The names of the chains.
    pub chains: Vec<String>,
}

/// Which rows come first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sorting {
    /// Best where words are looked for, else newest.
    #[default]
    Best,
    /// Newest first.
    Newest,
    /// Oldest first.
    Oldest,
    /// What is due first.
    Due,
    /// By owner.
    Owner,
    /// By number.
    Code,
}

/// Articles stand in the order of their numbers: 2 before 11, and 3.2 before 3.10.
const BY_NUMBER: &str = "CASE WHEN (r.id & 15) = 6 THEN CAST(ltrim(lower(r.code), 'abcdefghijklmnopqrstuvwxyz. ') AS \
                         INTEGER) END, CASE WHEN (r.id & 15) = 6 THEN length(r.code) END, r.code";

impl Sorting {
    /// Every order.
    pub const ALL: [Self; 6] = [Self::Best, Self::Newest, Self::Oldest, Self::Due, Self::Owner, Self::Code];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Best => "best",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Due => "due",
            Self::Owner => "owner",
            Self::Code => "code",
        }
    }

    fn sql(self, words: bool, few: bool) -> String {
        match (self, words, few) {
            (Self::Best, true, true) => "words.rank, r.date DESC, r.chain, r.code".to_owned(),
            (Self::Best | Self::Newest, _, _) => format!("r.date DESC, r.chain, {BY_NUMBER} DESC"),
            (Self::Oldest, _, _) => format!("r.date, r.chain, {BY_NUMBER}"),
            (Self::Due, _, _) => "r.due IS NULL, r.due, r.chain, r.code".to_owned(),
            (Self::Owner, _, _) => "r.owner = '', r.owner, r.date DESC, r.chain, r.code".to_owned(),
            (Self::Code, _, _) => format!("{BY_NUMBER}, r.chain"),
        }
    }
}

/// More rows than this are shown newest first: which of them fits best says nothing any more.
const RANKED: u64 = 1000;
impl Index {
    /// The first rows that fit in the chains of these folders, and how many there are of each kind.
    pub fn ask(
        &self,
        filter: &Filter,
        folders: &[PathBuf],
        today: NaiveDate,
        rows: usize,
        order: Sorting,
    ) -> Result<Answer, IndexError> {
        let (mut answer, sure) = self.rows(filter, folders, today, rows, order)?;
        let filter = answer.filter.clone();
        if !sure {
            answer.found = self.in_order(&filter, folders, today, rows)?;
        }
        (answer.total, answer.kinds) = self.count(&filter, folders, today)?;
        Ok(answer)
    }

    /// The first rows only: what somebody who is typing waits for. False where they are many and in no order yet; then
    /// [`Self::in_order`] tells which come first.
    pub fn rows(
        &self,
        filter: &Filter,
        folders: &[PathBuf],
        today: NaiveDate,
        rows: usize,
        order: Sorting,
    ) -> Result<(Answer, bool), IndexError> {
        let (filter, corrected, mut asked) = self.question(filter, folders, today)?;
        if !asked.words && matches!(order, Sorting::Best | Sorting::Newest) {
            self.only_newest(&mut asked, rows)?;
        }
        let best = asked.words && order == Sorting::Best;
        let few = best && self.is_few(&asked)?;
        let sure = !best || few;
        let order = if sure { order.sql(asked.words, few) } else { "words.rowid DESC".to_owned() };
        let order = if best { format!("{}{order}", filter.number_first()) } else { order };
        let found = self.find(&asked, &order, rows)?;
        let known = self.known(&asked.chains)?;
        Ok((Answer { found, corrected, filter, known, ..Answer::default() }, sure))
    }

    /// The newest rows, where there are too many to say which fits best.
    pub fn in_order(
        &self,
        filter: &Filter,
        folders: &[PathBuf],
        today: NaiveDate,
        rows: usize,
    ) -> Result<Vec<Found>, IndexError> {
        let (filter, _, asked) = self.question(filter, folders, today)?;
        self.find(&asked, &format!("{}{}", filter.number_first(), Sorting::Newest.sql(true, false)), rows)
    }

    /// The filter with its words put right, and as SQL.
    fn question(
        &self,
        filter: &Filter,
        folders: &[PathBuf],
        today: NaiveDate,
    ) -> Result<(Filter, Corrected, Question), IndexError> {
        let (chains, all) = self.chains_in(folders)?;
        let some = (!all).then_some(chains.as_str());
        let (filter, corrected) = self.corrected(filter, some)?;
        let mut asked = Question::new(&filter, today);
        asked.conditions.extend(some.map(|chains| format!("r.chain IN ({chains})")));
        asked.chains = chains;
        Ok((filter, corrected, asked))
    }

    /// The partners and names of some chains.
    fn known(&self, chains: &str) -> Result<Known, IndexError> {
        let texts = |sql: String| -> Result<Vec<String>, IndexError> {
            let mut statement = self.connection.prepare_cached(&sql)?;
            let found = statement.query_map([], |row| row.get(0))?;
            Ok(found.collect::<Result<_, _>>()?)
        };
        Ok(Known {
            partners: texts(format!("SELECT DISTINCT code FROM partner WHERE chain IN ({chains}) ORDER BY code"))?,
            chains: texts(format!("SELECT DISTINCT name FROM chain WHERE id IN ({chains}) ORDER BY name"))?,
        })
    }

    /// The first and the last session that have a record.
    pub fn span(&self, folder: &Path, code: &str) -> Result<Option<(u32, u32)>, IndexError> {
        let sql = "SELECT min(r.made), max(r.last) FROM record r JOIN chain c ON c.id = r.chain
                   WHERE c.folder = ? AND r.code = ?";
        let mut statement = self.connection.prepare_cached(sql)?;
        let values = [folder.to_string_lossy(), code.into()];
        let (made, last): (Option<u32>, Option<u32>) =
            statement.query_row(values, |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(made.zip(last))
    }

    /// The sessions that made what takes a record up again.
    pub fn followers(&self, folder: &Path, code: &str) -> Result<Vec<u32>, IndexError> {
        let sql = "SELECT r.made FROM record r JOIN chain c ON c.id = r.chain
                   WHERE c.folder = ? AND r.follows = ? AND r.follows <> ''";
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement.query_map([folder.to_string_lossy(), code.into()], |row| row.get(0))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// The day of the last of the newest rows: asking for no older ones spares the engine putting all of them in order, which
    /// it would do for the sake of rows of one day.
    fn only_newest(&self, asked: &mut Question, rows: usize) -> Result<(), IndexError> {
        let last = rows.saturating_sub(1);
        let sql = format!("SELECT r.date FROM {} ORDER BY r.date DESC LIMIT 1 OFFSET {last}", asked.from());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let day = statement.query_row(params_from_iter(&asked.values), |row| row.get::<_, Option<String>>(0));
        if let Some(day) = day.optional()?.flatten() {
            asked.conditions.push("r.date >= ?".to_owned());
            asked.values.push(day.into());
        }
        Ok(())
    }

    fn find(&self, asked: &Question, order: &str, rows: usize) -> Result<Vec<Found>, IndexError> {
        let sql = format!("SELECT {COLUMNS} FROM {} ORDER BY {order} LIMIT {rows}", asked.from());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(&asked.values), found)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// So few rows have the words that which of them fits best can be said.
    fn is_few(&self, asked: &Question) -> Result<bool, IndexError> {
        let sql = format!("SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT {})", RANKED + 1);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let count: u64 = statement.query_row(params_from_iter(asked.values.first()), |row| row.get(0))?;
        Ok(count <= RANKED)
    }

    /// How many rows fit, in all and of each kind.
    pub fn count(
        &self,
        filter: &Filter,
        folders: &[PathBuf],
        today: NaiveDate,
    ) -> Result<(u64, Vec<(Kind, u64)>), IndexError> {
        // Beside the one that is looked into the others say what is there.
        let every = Filter { kind: None, ..filter.clone() };
        let (_, _, asked) = self.question(&every, folders, today)?;
        let kinds = self.kinds(&asked)?;
        let is_asked = |kind: Kind| filter.kind.is_none_or(|wanted| wanted == kind);
        Ok((kinds.iter().filter(|(kind, _)| is_asked(*kind)).map(|(_, count)| count).sum(), kinds))
    }

    /// What the tally is kept by is counted there already; with words only, the full-text table alone can tell.
    fn kinds(&self, asked: &Question) -> Result<Vec<(Kind, u64)>, IndexError> {
        let mut counts = [0; 16];
        // Adding up here spares the engine putting all rows in order of their kind.
        let sql = if asked.is_tallied {
            let conditions = asked.and_conditions();
            format!("SELECT r.kind, r.count FROM tally r CROSS JOIN chain c ON c.id = r.chain WHERE 1{conditions}")
        } else if asked.only_words() {
            "SELECT rowid, 1 FROM words WHERE words MATCH ?".to_owned()
        } else {
            format!("SELECT r.id, 1 FROM {}", asked.from())
        };
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(&asked.values))?;
        while let Some(row) = rows.next()? {
            let (kind, count): (i64, i64) = (row.get(0)?, row.get(1)?);
            counts[usize::try_from(kind & 15).unwrap_or_default()] += count;
        }
        let counts = counts.into_iter().zip(0..).filter(|(count, _)| *count > 0);
        Ok(counts.filter_map(|(count, kind)| Some((Kind::of_row(kind)?, u64::try_from(count).ok()?))).collect())
    }

    /// The chains of these folders, with commas between, and whether the index knows no others.
    fn chains_in(&self, folders: &[PathBuf]) -> Result<(String, bool), IndexError> {
        let mut statement = self.connection.prepare_cached("SELECT folder, id FROM chain")?;
        let all = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let all: HashMap<String, i64> = all.collect::<Result<_, _>>()?;
        let ids = folders.iter().filter_map(|folder| all.get(folder.to_string_lossy().as_ref()));
        let ids: BTreeSet<i64> = ids.copied().collect();
        let list = ids.iter().map(i64::to_string).collect::<Vec<_>>().join(",");
        Ok((list, ids.len() == all.len()))
    }
}

/// A filter as SQL.
struct Question {
    words: bool,
    conditions: Vec<String>,
    values: Vec<Value>,
    /// The chains that are asked.
    chains: String,
    /// The tally can tell how many fit.
    is_tallied: bool,
}

impl Question {
    fn new(filter: &Filter, today: NaiveDate) -> Self {
        let (conditions, mut values) = filter.conditions(today);
        if !filter.words.is_empty() {
            values.insert(0, filter.words_match().into());
        }
        let (words, is_tallied) = (!filter.words.is_empty(), filter.is_tallied());
        Self { words, conditions, values, chains: String::new(), is_tallied }
    }

    fn only_words(&self) -> bool {
        self.words && self.conditions.is_empty()
    }

    fn from(&self) -> String {
        let table = if self.words {
            "words CROSS JOIN record r ON r.id = words.rowid CROSS JOIN chain c ON c.id = r.chain WHERE words MATCH ?"
        } else {
            "record r CROSS JOIN chain c ON c.id = r.chain WHERE 1"
        };
        format!("{table}{}", self.and_conditions())
    }

    fn and_conditions(&self) -> String {
        self.conditions.iter().fold(String::new(), |sql, condition| format!("{sql} AND {condition}"))
    }
}
