//! `round`: a benefit round on paper. A form per partner goes out, filled forms come in.

use super::{Context, End, Failure};
use crate::documents::round_form::{FormError, blank, read};
use crate::model::PartnerCode;
use crate::model::Session;
use crate::model::change::{BalanceEdit, Change, apply};
use crate::store::place::Place;
use crate::store::read::bytes;
use crate::store::{StoreError, Trouble};
use crate::text::whole_path;
use clap::{ArgGroup, Args};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Forms for the benefit round.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("way").required(true).args(["blank", "read"]))]
pub struct Round {
    #[arg(long)]
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
    fs::create_dir_all(&folder).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
            let args = [("file", whole_path(&folder))];
            Failure::Use(context.texts.named("form-no-folder", &args))
        }
        _ => StoreError::io(&folder, error).into(),
    })?;
    let logo = context.folder.logo(&session.identity.logo).unwrap_or_default();
    let targets: Vec<(PathBuf, String)> = session
        .partners
        .iter()
        .map(|partner| {
            let name = format!("{:04}-{}.txt", session.number, file_part(&partner.code));
            (folder.join(name), blank(&session, &partner.code, &logo, &context.texts))
        })
        .collect();
    if let Some((path, _)) = targets.iter().find(|(path, _)| fs::symlink_metadata(path).is_ok()) {
        let args = [("file", whole_path(path))];
        return Err(Failure::Use(context.texts.named("export-exists", &args)));
    }
    for (path, text) in targets {
        super::export::create(context, &path, &text)?;
        context.print(&whole_path(&path))?;
    }
    Ok(End::Done)
}

/// A code comes from a file; only letters and digits of it become part of a path.
fn file_part(code: &PartnerCode) -> String {
    code.as_str().chars().filter(|c| c.is_ascii_alphanumeric()).collect()
}

/// All of them, or none: a form that is wrong is named with its line, and nothing is taken in.
fn read_forms(context: &Context, named: &[PathBuf]) -> Result<End, Failure> {
    let files = forms(context, named)?;
    let (_lock, folder) = (super::take_lock(context)?, context.writing());
    let (path, loaded) = super::newest_file(context)?;
    super::day::believe_clock(context, Some(&loaded.session))?;
    let mut session = loaded.session.clone();
    for file in &files {
        session = take_in(context, &session, file)?;
    }
    folder.write_after(&mut Place::of(&folder, &path)?, &session, &loaded)?;
    let values = [("count", files.len().into()), ("number", session.number.into())];
    context.print(&context.texts.with("round-read", &values))?;
    Ok(End::Done)
}

/// The files that were named; of a folder every text file in it, by name.
fn forms(context: &Context, named: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in named {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let trouble = |error| StoreError::io(path, error);
        let entries = fs::read_dir(path).map_err(trouble)?.collect::<Result<Vec<_>, _>>().map_err(trouble)?;
        let is_text = |path: &PathBuf| path.extension().is_some_and(|end| end.eq_ignore_ascii_case("txt"));
        let mut inside: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).filter(is_text).collect();
        if inside.is_empty() {
            let args = [("file", whole_path(path))];
            return Err(Failure::Use(context.texts.named("form-no-files", &args)));
        }
        inside.sort();
        files.extend(inside);
    }
    Ok(files)
}

fn take_in(context: &Context, session: &Session, file: &Path) -> Result<Session, Failure> {
    let texts = &context.texts;
    let text = String::from_utf8(bytes(file)?)
        .map_err(|error| StoreError::new(file, Trouble::NotUtf8(error.utf8_error().valid_up_to())))?;
    let name = || ("file", whole_path(file));
    let row = read(session, &text, texts.lang).map_err(|FormError { line, problem, found }| {
        let reason = texts.named(problem, &[("found", found)]);
        Failure::Use(texts.named("form-wrong", &[name(), ("line", line.to_string()), ("reason", reason)]))
    })?;
    let applied = apply(session, &Change::Balance(BalanceEdit::Row(row)), context.clock.now()).map_err(|refusal| {
        let reason = texts.named(refusal.id(), &refusal.args());
        Failure::Use(texts.named("form-not-recorded", &[name(), ("reason", reason)]))
    })?;
    Ok(applied.session)
}
