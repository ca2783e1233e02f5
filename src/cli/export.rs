//! `export`: the report of a meeting as a document.

use super::{Context, End, Failure};
use crate::documents::markdown;
use crate::store::StoreError;
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

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
    let document = super::report_of(context, &loaded.session);
    let text = match export.format {
        Format::Md => markdown::render(&document),
    };
    write(context, export.output.as_deref(), &text)?;
    Ok(End::Done)
}

/// Prints a document, or writes it to a file that does not exist yet.
pub(super) fn write(context: &Context, output: Option<&Path>, text: &str) -> Result<(), Failure> {
    match output {
        None => context.print(text.trim_end()),
        Some(path) if path.exists() => {
            let args = [("file", path.display().to_string())];
            Err(Failure::Use(context.texts.named("export-exists", &args)))
        }
        Some(path) => Ok(std::fs::write(path, text).map_err(|error| StoreError::io(path, error))?),
    }
}
