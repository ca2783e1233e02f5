//! The words of a filter: what people call a state or a kind.

use super::{Lang, Term, Texts, notation};
use crate::index::{DONE, DROPPED, Found, Keyed, Kind, Known, Names, OPEN, Sorting};
use crate::model::decision::{DecisionKind, DecisionOutcome};
use crate::model::difference::DifferenceStatus;
use crate::model::governance::Level;
use crate::model::governance::escalation::EscalationOutcome;
use crate::model::kpi::Angle;
use crate::model::kpi::figures::Rag;
use crate::model::story::StoryStatus;
use std::collections::HashMap;
use std::sync::OnceLock;

/// What people call a state or a kind, in both languages, and what the index calls it.
pub fn filter_names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(all_names)
}

/// States and kinds as the index calls them, each with its message.
type Words = Vec<(String, &'static str)>;

fn add<T: Term + Keyed>(words: &mut Words) {
    words.extend(T::ALL.iter().map(|term| (term.index_key().to_owned(), term.id())));
}

/// Everything that can stand in the column that says where a row stands.
fn states() -> Words {
    let known = [(OPEN, "filter-open"), (DONE, "state-done"), (DROPPED, "state-dropped")];
    let mut words: Words = known.map(|(name, id)| (name.to_owned(), id)).into();
    add::<DecisionOutcome>(&mut words);
    add::<DifferenceStatus>(&mut words);
    add::<EscalationOutcome>(&mut words);
    add::<StoryStatus>(&mut words);
    add::<Rag>(&mut words);
    // A row that stands nowhere says what kind of its kind it is.
    add::<Angle>(&mut words);
    add::<Level>(&mut words);
    words
}

/// What kind of its kind a row can be.
fn sorts() -> Words {
    let mut words = Words::new();
    add::<DecisionKind>(&mut words);
    add::<Angle>(&mut words);
    add::<Level>(&mut words);
    words
}

/// What is asked of a row besides: whether something is still to be done about it.
const DOING: [(&str, &str); 3] = [(OPEN, "filter-open"), ("NotOpen", "filter-not-open"), ("Late", "filter-late")];

/// A message as one word of a filter.
fn one_word(texts: &Texts, id: &str) -> String {
    texts.get(id).to_lowercase().replace(' ', "-")
}

fn all_names() -> Names {
    let mut names = Names::new();
    for texts in both_languages() {
        for (variant, id) in states().into_iter().chain(sorts()) {
            names.insert(variant.to_lowercase(), variant.clone());
            names.insert(one_word(texts, id), variant);
        }
        for (id, key) in KEYS {
            names.insert(format!("{}:", texts.get(id)), (*key).to_owned());
        }
        for (meaning, id) in DOING {
            names.insert(one_word(texts, id), meaning.to_owned());
        }
    }
    names
}

fn both_languages() -> &'static [Texts; 2] {
    static BOTH: OnceLock<[Texts; 2]> = OnceLock::new();
    BOTH.get_or_init(|| [Texts::new(Lang::Nl), Texts::new(Lang::En)])
}

/// The language of the person first, then the other one.
fn own_first(texts: &Texts) -> impl Iterator<Item = &'static Texts> + use<> {
    let own = texts.lang;
    let both = both_languages().iter();
    both.clone().filter(move |texts| texts.lang == own).chain(both.filter(move |texts| texts.lang != own))
}

/// What a filter is called, and what it is called in the index.
const KEYS: &[(&str, &str)] = &[
    ("filter-key-is", "is"),
    ("filter-key-kind", "kind"),
    ("filter-key-owner", "owner"),
    ("filter-key-partner", "partner"),
    ("filter-key-since", "since"),
    ("filter-key-until", "until"),
    ("filter-key-factor", "factor"),
    ("filter-key-chain", "chain"),
];

/// The words that a filter knows, in both languages.
fn words_of(texts: &Texts, key: &str) -> Vec<String> {
    let ids: Vec<&str> = match key {
        "is" => DOING.iter().map(|(_, id)| *id).chain(states().into_iter().map(|(_, id)| id)).collect(),
        "kind" => sorts().into_iter().map(|(_, id)| id).collect(),
        _ => Vec::new(),
    };
    own_first(texts).flat_map(|texts| ids.iter().map(|id| one_word(texts, id))).collect()
}

/// The filter that a part of a line names, and what it is given.
fn parts(part: &str) -> Option<(&'static str, &str)> {
    let (name, value) = part.split_once(':')?;
    Some((filter_names().get(&format!("{}:", name.to_lowercase()))?.as_str(), value))
}

/// What would complete the last word of a line: the rest of it.
pub fn complete(texts: &Texts, line: &str, known: &Known) -> Option<String> {
    let last = line.rsplit(' ').next().filter(|word| !word.is_empty())?;
    if !last.contains(':') {
        let mut keys = own_first(texts).flat_map(|texts| KEYS.iter().map(move |(id, _)| format!("{}:", texts.get(id))));
        return keys.find_map(|key| rest(&key, last));
    }
    let (key, typed) = parts(last)?;
    values_of(texts, key, known).iter().find_map(|word| rest(word, typed))
}

/// What a filter can be given, as far as that is known.
fn values_of(texts: &Texts, key: &str, known: &Known) -> Vec<String> {
    match key {
        "owner" | "partner" => known.partners.clone(),
        "chain" => known.chains.iter().filter_map(|name| name.split(' ').next().map(str::to_owned)).collect(),
        key => words_of(texts, key),
    }
}

/// Where the last part of a line begins, when that is on its way to a filter: nothing is wrong with it yet, and nothing is
/// asked with it.
pub fn half_typed(texts: &Texts, line: &str, known: &Known) -> Option<usize> {
    let start = line.rfind(' ').map_or(0, |space| space + 1);
    let (key, value) = parts(&line[start..])?;
    let value = value.to_lowercase();
    let values = values_of(texts, key, known);
    let is_value = values.iter().any(|known| known.to_lowercase() == value);
    (value.is_empty() || !is_value && is_begun(key, &value, &values)).then_some(start)
}

/// More of this value may follow.
fn is_begun(key: &str, value: &str, values: &[String]) -> bool {
    match key {
        "since" | "until" => {
            let lengths: Vec<usize> = value.split('-').map(str::len).collect();
            let digits = value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
            let half = match lengths.as_slice() {
                [year] => *year < 4,
                [4, month] => *month < 2,
                [day, month] => (1..=2).contains(day) && *month < 4,
                [4, 2, day] => *day < 2,
                [day, month, year] => (1..=2).contains(day) && (1..=2).contains(month) && *year < 4,
                _ => false,
            };
            digits && half
        }
        _ => values.iter().any(|word| word.to_lowercase().starts_with(value)),
    }
}

/// What is wrong with a part of a line, and what can be asked instead, in the words of the language.
pub fn filter_trouble(texts: &Texts, part: &str) -> [String; 2] {
    let (wrong, right) = match parts(part) {
        Some(("factor", _)) => ("filter-no-factor", "filter-factors"),
        Some(("since" | "until", _)) => ("filter-no-date", "filter-dates"),
        _ => ("filter-unknown", "filter-examples"),
    };
    [texts.named(wrong, &[("part", part.to_owned())]), texts.get(right)]
}

/// What `word` has beyond what was typed of it.
fn rest(word: &str, typed: &str) -> Option<String> {
    let begins = word.to_lowercase().starts_with(&typed.to_lowercase());
    let rest: String = word.chars().skip(typed.chars().count()).collect();
    (begins && !rest.is_empty()).then_some(rest)
}

/// The message for every state and kind that the index keeps.
fn state_ids() -> &'static HashMap<String, &'static str> {
    static IDS: OnceLock<HashMap<String, &'static str>> = OnceLock::new();
    // Of one name the first counts: a decision that is open is open as everything is.
    IDS.get_or_init(|| states().into_iter().rev().collect())
}

/// Where a row stands, in words; a row that stands nowhere says what kind of its kind it is.
pub fn state_word(texts: &Texts, found: &Found) -> String {
    let name = if found.state.is_empty() { &found.sort } else { &found.state };
    state_ids().get(name).map_or_else(|| name.clone(), |id| texts.get(id))
}

/// The number of a row, or what it is known by in words.
pub fn code_word(texts: &Texts, found: &Found) -> String {
    let level = state_ids().get(&found.sort).filter(|_| found.kind == Kind::Mandate);
    level.map_or_else(|| found.code.clone(), |level| format!("{} {}", found.owner, texts.get(level)))
}

/// A day of a row as people write it.
pub fn day_word(texts: &Texts, day: Option<&str>) -> String {
    day.and_then(|day| day.parse().ok()).map_or_else(String::new, |day| notation::date_short(day, texts.lang))
}

/// A figure with as many decimals as it has.
pub fn figure(texts: &Texts, value: f64) -> String {
    let places = value.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
    notation::decimal(value, places, texts.lang)
}

impl Term for Sorting {
    fn id(&self) -> &'static str {
        match self {
            Self::Best => "order-best",
            Self::Newest => "order-newest",
            Self::Oldest => "order-oldest",
            Self::Due => "order-due",
            Self::Owner => "order-owner",
            Self::Code => "order-code",
        }
    }
}
