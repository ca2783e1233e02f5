//! `export`: the report of a meeting as a document.

use super::{Context, End, Failure};
use crate::documents::markdown;
use crate::store::write;
use crate::text::whole_path;
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
    super::complain_of_seal(context, &loaded);
    let document = super::report_of(context, &loaded.session);
    let text = match export.format {
        Format::Md => markdown::render(&document),
    };
    give(context, export.output.as_deref(), &text)?;
    Ok(End::Done)
}

/// Prints a document, or writes it to a file that does not exist yet.
pub(super) fn give(context: &Context, output: Option<&Path>, text: &str) -> Result<(), Failure> {
    match output {
        None => context.print(text.trim_end()),
        Some(path) => create(context, path, text),
    }
}

/// Writes a new file; one that is there already is not touched.
pub(super) fn create(context: &Context, path: &Path, text: &str) -> Result<(), Failure> {
    write::create(path, text.as_bytes()).map_err(|error| match error.is_there_already() {
        true => Failure::Use(context.texts.named("export-exists", &[("file", whole_path(path))])),
        false => error.into(),
    })
}
