//! `export`: the report of a meeting as a document.

use super::{Context, End, Failure};
use crate::documents::{markdown, report};
use crate::store::StoreError;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Writes the report of a meeting.
#[derive(Debug, Args)]
pub struct Export {
    number: u32,
    #[arg(long, value_enum, default_value = "md")]
    format: Format,
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Md,
}

pub fn run(context: &Context, export: &Export) -> Result<End, Failure> {
    let loaded = context.folder.find(export.number)?.content?;
    let document = report::report(&loaded.session, context.today.unwrap_or(loaded.session.date), &context.texts);
    let text = match export.format {
        Format::Md => markdown::render(&document),
    };
    match &export.output {
        None => context.print(text.trim_end())?,
        Some(path) if path.exists() => {
            let args = [("file", path.display().to_string())];
            return Err(Failure::Use(context.texts.named("export-exists", &args)));
        }
        Some(path) => std::fs::write(path, text).map_err(|error| StoreError::io(path, error))?,
    }
    Ok(End::Done)
}
