//! `search` and `register`: questions to all meetings of all chains, in one line.

use super::table::table;
use super::{Context, End, Failure};
use crate::app::library::folders;
use crate::index::{Answer, Filter, Found, Index, IndexError, Kind, Sorting};
use crate::text::{Lang, Texts, filter_names, state_word};
use clap::Args;
use serde_json::json;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use tempfile::TempDir;

/// Searches everything.
#[derive(Debug, Args)]
pub struct Search {
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,
}

/// One register.
#[derive(Debug, Args)]
pub struct Register {
    kind: String,
    #[arg(value_name = "FILTER")]
    filter: Vec<String>,
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: usize,
}

pub fn search(context: &Context, search: &Search) -> Result<End, Failure> {
    // The same answer as on the screen, where the last word may go on.
    let filter = parse(context, &search.words.join(" "))?.typing();
    answer(context, &filter, search.limit)
}

pub fn register(context: &Context, register: &Register) -> Result<End, Failure> {
    let wanted = register.kind.to_lowercase();
    let is_it = |kind: &Kind| {
        let words = [Lang::Nl, Lang::En].map(|lang| Texts::new(lang).term(*kind).to_lowercase());
        kind.name() == wanted || words.contains(&wanted)
    };
    let Some(kind) = Kind::ALL.into_iter().find(is_it) else {
        let all: Vec<&str> = Kind::ALL.into_iter().map(Kind::name).collect();
        let args = [("name", register.kind.clone()), ("all", all.join(", "))];
        return Err(Failure::Use(context.texts.named("register-unknown", &args)));
    };
    let filter = Filter { kind: Some(kind), ..parse(context, &register.filter.join(" "))? };
    answer(context, &filter, register.limit)
}

fn parse(context: &Context, line: &str) -> Result<Filter, Failure> {
    Filter::parse(line, filter_names())
        .map_err(|part| Failure::Use(context.texts.named("filter-unknown", &[("part", part)])))
}

fn trouble(context: &Context, error: &IndexError) -> Failure {
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
            let _ = write!(io::stderr(), "\r{}", context.texts.named("index-progress", &args));
            said = true;
        }
        true
    })?;
    if said {
        let _ = writeln!(io::stderr());
    }
    Ok((index, private))
}

fn answer(context: &Context, filter: &Filter, limit: usize) -> Result<End, Failure> {
    let folders: Vec<PathBuf> = folders(&context.roots);
    let ask = || index(context, &folders)?.0.ask(filter, &folders, context.clock.today(), limit, Sorting::Best);
    let answer = ask().map_err(|error| trouble(context, &error))?;
    if context.json {
        context.print_json(&as_json(&answer))?;
    } else {
        for (typed, nearest) in &answer.corrected {
            let args = [("typed", typed.clone()), ("nearest", nearest.clone())];
            context.print(&context.texts.named("search-corrected", &args))?;
        }
        if answer.found.is_empty() {
            context.print(&context.texts.get("search-nothing"))?;
        } else {
            let several = folders.len() > 1;
            let rows: Vec<Vec<String>> =
                answer.found.iter().map(|found| row(context, filter, found, several)).collect();
            context.print(&table(&rows))?;
            context.print(&total(context, &answer))?;
        }
    }
    Ok(if answer.found.is_empty() { End::No } else { End::Done })
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

fn row(context: &Context, filter: &Filter, found: &Found, several: bool) -> Vec<String> {
    let mut row = if several { vec![found.chain.clone()] } else { Vec::new() };
    let value = found.value.map_or_else(String::new, |value| format!(" {value}"));
    row.extend([
        found.code.clone(),
        found.date.clone().unwrap_or_default(),
        found.owner.clone(),
        state_word(&context.texts, found),
        format!("{}{value}", found.snippet(filter)),
    ]);
    row
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
            })
        })
        .collect();
    let kinds: serde_json::Map<String, serde_json::Value> =
        answer.kinds.iter().map(|(kind, count)| (kind.name().to_owned(), (*count).into())).collect();
    let corrected: Vec<serde_json::Value> =
        answer.corrected.iter().map(|(typed, nearest)| json!({ "typed": typed, "nearest": nearest })).collect();
    json!({ "total": answer.total, "kinds": kinds, "corrected": corrected, "results": results })
}
