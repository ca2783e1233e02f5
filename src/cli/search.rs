//! `search` and `register`: questions to all meetings of all chains, in one line.

use super::{Context, End, Failure, all_there, complain};
use crate::app::library::folders;
use crate::index::{Answer, Filter, Found, Index, IndexError, Kind, SNIPPET, Sorting};
use crate::text::{Lang, Texts, code_word, day_word, figure, filter_names, filter_trouble, state_word};
use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, Args, Command};
use serde_json::json;
use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use tempfile::TempDir;

/// Searches everything.
#[derive(Debug, Args)]
pub struct Search {
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
    #[arg(long, value_name = "ORDER", default_value = Sorting::Best.name(), value_parser = Sorting::ALL.map(Sorting::name))]
    sort: String,
}

/// One register.
#[derive(Debug, Args)]
pub struct Register {
    #[arg(value_parser = Kinds)]
    kind: String,
    #[arg(value_name = "FILTER")]
    filter: Vec<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
    #[arg(long, value_name = "ORDER", default_value = Sorting::Best.name(), value_parser = Sorting::ALL.map(Sorting::name))]
    sort: String,
}

/// Rows for people where nobody says how many.
const ROWS_FOUND: u32 = 20;
const ROWS_IN_REGISTER: u32 = 50;

/// Two words that are so much alike are one with a slip in it.
const ALIKE: f64 = 0.8;

/// Any word, for [`kind_called`] to understand; the names of registers for a shell to complete.
#[derive(Clone)]
struct Kinds;

impl TypedValueParser for Kinds {
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Kind::ALL.into_iter().map(|kind| PossibleValue::new(kind.name()))))
    }
}

/// What a register is called: by its name, and by its word in either language.
fn words_for(kind: Kind) -> [String; 3] {
    let [dutch, english] = [Lang::Nl, Lang::En].map(|lang| Texts::new(lang).term(kind).to_lowercase());
    [kind.name().to_owned(), dutch, english]
}

/// The register that a word means.
pub(super) fn kind_called(word: &str) -> Option<Kind> {
    let word = word.to_lowercase();
    Kind::ALL.into_iter().find(|kind| words_for(*kind).contains(&word))
}

/// The register that a word means when it is a slip.
fn nearest(word: &str) -> Option<Kind> {
    let word = word.to_lowercase();
    let all =
        Kind::ALL.into_iter().flat_map(|kind| words_for(kind).map(|name| (strsim::jaro_winkler(&name, &word), kind)));
    let best = all.max_by(|(one, _), (other, _)| one.total_cmp(other))?;
    (best.0 > ALIKE).then_some(best.1)
}

/// How many rows are given: other programs get all of them, people what they can look through.
fn rows(context: &Context, asked: Option<u32>, for_people: u32) -> usize {
    let limit = asked.unwrap_or(if context.json { u32::MAX } else { for_people });
    usize::try_from(limit).unwrap_or(usize::MAX)
}

fn order(name: &str) -> Sorting {
    Sorting::ALL.into_iter().find(|order| order.name() == name).unwrap_or_default()
}

pub fn search(context: &Context, search: &Search) -> Result<End, Failure> {
    // The same answer as on the screen, where the last word may go on.
    let whole = parse(context, &search.words.join(" "))?;
    let typing = whole.clone().typing();
    // One letter alone is what was asked, and not the begin of everything.
    let filter = if typing.words.is_empty() { whole } else { typing };
    answer(context, &filter, rows(context, search.limit, ROWS_FOUND), order(&search.sort))
}

pub fn register(context: &Context, register: &Register) -> Result<End, Failure> {
    let Some(kind) = kind_called(&register.kind) else {
        let all: Vec<&str> = Kind::ALL.into_iter().map(Kind::name).collect();
        let args = [("name", register.kind.clone()), ("all", all.join(", "))];
        let unknown = context.texts.named("register-unknown", &args);
        let likely = nearest(&register.kind).map(|kind| {
            let line = format!("stuurgroep register {}{}", kind.name(), context.texts.dir);
            context.texts.named("misuse-likely", &[("likely", line)])
        });
        return Err(Failure::Use(std::iter::once(unknown).chain(likely).collect::<Vec<_>>().join(" ")));
    };
    let filter = Filter { kind: Some(kind), ..parse(context, &register.filter.join(" "))? };
    answer(context, &filter, rows(context, register.limit, ROWS_IN_REGISTER), order(&register.sort))
}

fn parse(context: &Context, line: &str) -> Result<Filter, Failure> {
    Filter::parse(line, filter_names()).map_err(|part| Failure::Use(filter_trouble(&context.texts, &part).join(" ")))
}

fn trouble(context: &Context, error: IndexError) -> Failure {
    let error = match error {
        IndexError::Chain(error, _) => return Failure::File(error),
        error @ (IndexError::Engine(_) | IndexError::Folder(_) | IndexError::NoCache) => error,
    };
    let folder = dirs::cache_dir().unwrap_or_default().join("stuurgroep").display().to_string();
    Failure::Use(context.texts.named("index-trouble", &[("reason", error.to_string()), ("folder", folder)]))
}

/// The index, brought up to date; how far that is shows where somebody is looking.
fn index(context: &Context, folders: &[PathBuf]) -> Result<(Index, Option<TempDir>), IndexError> {
    let (mut index, private) = Index::somewhere(None)?;
    let looking = io::stderr().is_terminal() && !context.json;
    let mut said = false;
    index.update(folders, |progress| {
        if looking && progress.all > 200 {
            let args = [("done", progress.done.to_string()), ("all", progress.all.to_string())];
            super::say_over(context, &context.texts.named("index-progress", &args));
            said = true;
        }
        true
    })?;
    if said {
        super::say_over(context, "\n");
    }
    Ok((index, private))
}

/// Asks the index, and tells what it says.
fn answer(context: &Context, filter: &Filter, limit: usize, order: Sorting) -> Result<End, Failure> {
    all_there(&context.roots)?;
    let folders: Vec<PathBuf> = folders(&context.roots);
    let ask = || -> Result<_, IndexError> {
        let (index, _private) = index(context, &folders)?;
        let answer = index.ask(filter, &folders, context.clock.today(), limit, order)?;
        Ok((answer, index.unreadable(&folders)?, index.of_one_number(&folders)?))
    };
    let (mut answer, unreadable, doubles) = ask().map_err(|error| trouble(context, error))?;
    // A register tells of itself.
    answer.kinds.retain(|(kind, _)| filter.kind.is_none_or(|wanted| wanted == *kind));
    if context.json {
        context.print_json(&as_json(&answer))?;
    } else {
        people(context, filter, &answer, (folders.len() > 1, order == Sorting::Due))?;
    }
    // Two of one number were read, both; that the rows may be of either is said beside the answer.
    for reason in unreadable.iter().chain(&doubles) {
        complain(context, &context.texts.reason(reason));
    }
    Ok(match (unreadable.is_empty(), answer.found.is_empty()) {
        (false, _) => End::Unread,
        (true, true) => End::No,
        (true, false) => End::Done,
    })
}

/// The answer as a table.
fn people(context: &Context, filter: &Filter, answer: &Answer, (several, by_due): (bool, bool)) -> Result<(), Failure> {
    for (typed, nearest) in &answer.corrected {
        let args = [("typed", typed.clone()), ("nearest", nearest.clone())];
        context.print(&context.texts.named("search-corrected", &args))?;
    }
    if answer.found.is_empty() {
        let id = if answer.filter.nothing { "search-no-words" } else { "search-nothing" };
        context.print(&context.texts.get(id))?;
        return Ok(());
    }
    let due = by_due || filter.kind == Some(Kind::Action);
    let heads = [
        several.then_some("col-chain"),
        Some("col-record"),
        Some("col-date"),
        Some("col-owner"),
        Some("col-state"),
        due.then_some("col-due"),
        Some("col-text"),
    ];
    let heads = heads.into_iter().flatten().map(|id| context.texts.get(id)).collect();
    let rows = answer.found.iter().map(|found| row(context, answer, found, (several, due)));
    context.print_table(&std::iter::once(heads).chain(rows).collect::<Vec<_>>())?;
    context.print(&total(context, answer))?;
    if u64::try_from(answer.found.len()).is_ok_and(|shown| shown < answer.total) {
        context.print(&context.texts.named("search-more", &[("total", answer.total.to_string())]))?;
    }
    Ok(())
}

fn total(context: &Context, answer: &Answer) -> String {
    let kinds = answer.kinds.iter().map(|(kind, count)| format!("{}: {count}", context.texts.term(*kind)));
    let args = [
        ("shown", answer.found.len().to_string()),
        ("total", answer.total.to_string()),
        ("kinds", kinds.collect::<Vec<_>>().join(", ")),
    ];
    context.texts.named("search-total", &args)
}

fn row(context: &Context, answer: &Answer, found: &Found, (several, due): (bool, bool)) -> Vec<String> {
    let texts = &context.texts;
    let value = found.value.map_or_else(String::new, |value| format!(" {}", figure(texts, value)));
    let cells = [
        several.then(|| found.chain.clone()),
        Some(code_word(texts, found)),
        Some(day_word(texts, found.date.as_deref())),
        Some(found.owner.clone()),
        Some(state_word(texts, found)),
        due.then(|| day_word(texts, found.due.as_deref())),
        Some(format!("{}{value}", found.snippet(&answer.filter, SNIPPET))),
    ];
    cells.into_iter().flatten().collect()
}

fn as_json(answer: &Answer) -> serde_json::Value {
    let results: Vec<serde_json::Value> = answer
        .found
        .iter()
        .map(|found| {
            json!({
                "kind": found.kind.name(), "id": found.code, "chain": found.chain,
                "folder": found.folder.display().to_string(),
                "made_in": found.sessions.0, "last_in": found.sessions.1, "date": found.date,
                "owner": found.owner, "state": found.state, "sort": found.sort, "open": found.open,
                "due": found.due, "factor": found.factor, "value": found.value, "text": found.text,
                "snippet": found.snippet(&answer.filter, SNIPPET),
            })
        })
        .collect();
    let kinds: serde_json::Map<String, serde_json::Value> =
        answer.kinds.iter().map(|(kind, count)| (kind.name().to_owned(), (*count).into())).collect();
    let corrected: Vec<serde_json::Value> =
        answer.corrected.iter().map(|(typed, nearest)| json!({ "typed": typed, "nearest": nearest })).collect();
    json!({ "total": answer.total, "kinds": kinds, "corrected": corrected, "results": results })
}
