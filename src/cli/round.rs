//! `round`: a benefit round on paper. A form per partner goes out, filled forms come in.

use super::{Context, End, Failure};
use crate::documents::round_form::{FormError, blank, read};
use crate::model::PartnerCode;
use crate::model::Session;
use crate::model::change::{BalanceEdit, Change, apply};
use crate::store::{StoreError, Trouble, write};
use clap::Args;
use std::fs;
use std::path::PathBuf;

/// Forms for the benefit round.
#[derive(Debug, Args)]
pub struct Round {
    #[arg(long, conflicts_with = "read", required_unless_present = "read")]
    blank: bool,
    #[arg(long, num_args = 1.., value_name = "FILE")]
    read: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
}

pub fn run(context: &Context, round: &Round) -> Result<End, Failure> {
    if round.blank { write_forms(context, round) } else { read_forms(context, &round.read) }
}

/// One form per partner; a file that exists is not overwritten.
fn write_forms(context: &Context, round: &Round) -> Result<End, Failure> {
    let session = super::newest(context)?.session;
    let folder = round.output.clone().unwrap_or_else(|| PathBuf::from("."));
    fs::create_dir_all(&folder).map_err(|error| StoreError::io(&folder, error))?;
    let logo = context.folder.logo(&session.identity.logo).unwrap_or_default();
    let targets: Vec<(PathBuf, String)> = session
        .partners
        .iter()
        .map(|partner| {
            let name = format!("{:04}-{}.txt", session.number, file_part(&partner.code));
            (folder.join(name), blank(&session, &partner.code, &logo, &context.texts))
        })
        .collect();
    if let Some((path, _)) = targets.iter().find(|(path, _)| path.exists()) {
        let args = [("file", path.display().to_string())];
        return Err(Failure::Use(context.texts.named("export-exists", &args)));
    }
    for (path, text) in targets {
        fs::write(&path, text).map_err(|error| StoreError::io(&path, error))?;
        context.print(&path.display().to_string())?;
    }
    Ok(End::Done)
}

/// A code comes from a file; only letters and digits of it become part of a path.
fn file_part(code: &PartnerCode) -> String {
    code.as_str().chars().filter(|c| c.is_ascii_alphanumeric()).collect()
}

/// All of them, or none: a form that is wrong is named with its line, and nothing is taken in.
fn read_forms(context: &Context, files: &[PathBuf]) -> Result<End, Failure> {
    let _lock = super::take_lock(context)?;
    let (path, loaded) = super::newest_file(context)?;
    let mut session = loaded.session.clone();
    for file in files {
        session = take_in(context, &session, file)?;
    }
    write::save(&path, &session, loaded.revision + 1, Some(&loaded.sha256))?;
    let args = [("count", files.len().to_string()), ("number", session.number.to_string())];
    context.print(&context.texts.named("round-read", &args))?;
    Ok(End::Done)
}

fn take_in(context: &Context, session: &Session, file: &PathBuf) -> Result<Session, Failure> {
    let bytes = fs::read(file).map_err(|error| StoreError::io(file, error))?;
    let text = String::from_utf8(bytes)
        .map_err(|error| StoreError::new(file, Trouble::NotUtf8(error.utf8_error().valid_up_to())))?;
    let wrong = |line: usize, reason: String| {
        let args = [("file", file.display().to_string()), ("line", line.to_string()), ("reason", reason)];
        Failure::Use(context.texts.named("form-wrong", &args))
    };
    let row = read(session, &text)
        .map_err(|FormError { line, problem, found }| wrong(line, context.texts.named(problem, &[("found", found)])))?;
    let applied = apply(session, &Change::Balance(BalanceEdit::Row(row)), context.clock.now())
        .map_err(|refusal| wrong(1, context.texts.named(refusal.id(), &refusal.args())))?;
    Ok(applied.session)
}
