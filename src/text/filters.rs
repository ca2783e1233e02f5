//! The words of a filter: what people call a state or a kind.

use super::{Lang, Term, Texts};
use crate::index::{Found, Names, Sorting};
use crate::model::decision::{DecisionKind, DecisionOutcome};
use crate::model::difference::DifferenceStatus;
use crate::model::escalation::EscalationOutcome;
use crate::model::governance::Level;
use crate::model::kpi::Angle;
use crate::model::story::StoryStatus;
use std::collections::HashMap;
use std::fmt::Debug;
use std::sync::OnceLock;

/// What people call a state or a kind, in both languages, and what the index calls it.
pub fn filter_names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(all_names)
}

fn all_names() -> Names {
    fn add<T: Term + Debug + Copy>(names: &mut Names, texts: &Texts, all: impl IntoIterator<Item = T>) {
        for term in all {
            let variant = format!("{term:?}");
            names.insert(variant.to_lowercase(), variant.clone());
            names.insert(texts.term(term).to_lowercase().replace(' ', "-"), variant);
        }
    }
    let mut names = Names::new();
    for texts in [Texts::new(Lang::Nl), Texts::new(Lang::En)] {
        add(&mut names, &texts, DecisionOutcome::ALL);
        add(&mut names, &texts, DifferenceStatus::ALL);
        add(&mut names, &texts, EscalationOutcome::ALL);
        add(&mut names, &texts, [StoryStatus::Draft, StoryStatus::Blocked, StoryStatus::Released]);
        add(&mut names, &texts, DecisionKind::ALL);
        add(&mut names, &texts, Angle::ALL);
        add(&mut names, &texts, Level::ALL);
        for (id, key) in KEYS {
            names.insert(format!("{}:", texts.get(id)), (*key).to_owned());
        }
        for (id, meaning) in [("filter-open", "Open"), ("filter-not-open", "NotOpen"), ("filter-late", "Late")] {
            names.insert(texts.get(id), meaning.to_owned());
        }
    }
    names
}

/// What a filter is called, and what it is called in the index.
const KEYS: &[(&str, &str)] = &[
    ("filter-key-is", "is"),
    ("filter-key-kind", "kind"),
    ("filter-key-owner", "owner"),
    ("filter-key-partner", "owner"),
    ("filter-key-since", "since"),
    ("filter-key-until", "until"),
    ("filter-key-factor", "factor"),
    ("filter-key-chain", "chain"),
];

/// The words of a term in a filter, in this language.
fn spoken<T: Term + Copy>(texts: &Texts, all: impl IntoIterator<Item = T>) -> Vec<String> {
    all.into_iter().map(|term| texts.term(term).to_lowercase().replace(' ', "-")).collect()
}

/// What would complete the last word of a line: the rest of it.
pub fn complete(
    texts: &Texts,
    line: &str,
    owners: impl Iterator<Item = String>,
    chains: impl Iterator<Item = String>,
) -> Option<String> {
    let last = line.rsplit(' ').next().filter(|word| !word.is_empty())?;
    let (name, typed) = match last.split_once(':') {
        None => {
            let mut keys = KEYS.iter().map(|(id, _)| format!("{}:", texts.get(id)));
            return keys.find_map(|key| rest(&key, last));
        }
        Some((name, typed)) => (format!("{}:", name.to_lowercase()), typed),
    };
    let names = filter_names();
    let words: Vec<String> = match names.get(&name).map(String::as_str) {
        Some("is") => {
            let mut words: Vec<String> =
                ["filter-open", "filter-not-open", "filter-late"].iter().map(|id| texts.get(id)).collect();
            words.extend(spoken(texts, DecisionOutcome::ALL));
            words.extend(spoken(texts, DifferenceStatus::ALL));
            words.extend(spoken(texts, EscalationOutcome::ALL));
            words
        }
        Some("kind") => {
            let mut words = spoken(texts, DecisionKind::ALL);
            words.extend(spoken(texts, Angle::ALL));
            words.extend(spoken(texts, Level::ALL));
            words
        }
        Some("owner") => owners.collect(),
        Some("chain") => chains.filter_map(|name| name.split(' ').next().map(str::to_owned)).collect(),
        _ => return None,
    };
    words.iter().find_map(|word| rest(word, typed))
}

/// What `word` has beyond what was typed of it.
fn rest(word: &str, typed: &str) -> Option<String> {
    let begins = word.to_lowercase().starts_with(&typed.to_lowercase());
    let rest: String = word.chars().skip(typed.chars().count()).collect();
    (begins && !rest.is_empty()).then_some(rest)
}

/// The message for every state and kind that the index keeps.
fn state_ids() -> &'static HashMap<String, &'static str> {
    fn add<T: Term + Debug + Copy>(ids: &mut HashMap<String, &'static str>, all: impl IntoIterator<Item = T>) {
        for term in all {
            ids.entry(format!("{term:?}")).or_insert(term.id());
        }
    }
    static IDS: OnceLock<HashMap<String, &'static str>> = OnceLock::new();
    IDS.get_or_init(|| {
        let known = [("Open", "filter-open"), ("Done", "state-done"), ("Dropped", "state-dropped")];
        let mut ids: HashMap<String, &'static str> = known.map(|(name, id)| (name.to_owned(), id)).into();
        add(&mut ids, DecisionOutcome::ALL);
        add(&mut ids, DifferenceStatus::ALL);
        add(&mut ids, EscalationOutcome::ALL);
        add(&mut ids, [StoryStatus::Draft, StoryStatus::Blocked, StoryStatus::Released]);
        add(&mut ids, Angle::ALL);
        add(&mut ids, Level::ALL);
        ids
    })
}

/// Where a row stands, in words; a row that stands nowhere says what kind of its kind it is.
pub fn state_word(texts: &Texts, found: &Found) -> String {
    let name = if found.state.is_empty() { &found.sort } else { &found.state };
    state_ids().get(name).map_or_else(|| name.clone(), |id| texts.get(id))
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
