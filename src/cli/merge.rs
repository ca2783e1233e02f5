//! `merge`: two versions of one meeting become one, also where git brings them together.

use super::{Context, End, Failure, complain};
use crate::model::merge::{common, merge3, same_meeting};
use crate::model::session::{Event, Session};
use crate::store::seal::Stamp;
use crate::store::{Loaded, StoreError, Trouble, read, write};
use crate::text::{conflict_words, whole_path};
use clap::Args;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Two session files, and what they were made from where that is known.
#[derive(Debug, Args)]
pub struct Merge {
    #[arg(value_name = "A")]
    ours: PathBuf,
    #[arg(value_name = "B")]
    theirs: PathBuf,
    #[arg(long, value_name = "FILE")]
    base: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    name: Option<PathBuf>,
}

impl Merge {
    /// What a file is called to people: git gives each version a name that nobody knows, and that is gone afterwards.
    fn called(&self, context: &Context, error: StoreError, side: Option<&str>) -> StoreError {
        let Some(name) = &self.name else { return error };
        let name = whole_path(name);
        let file = side.map_or_else(|| name.clone(), |side| context.texts.named(side, &[("file", name.clone())]));
        StoreError { file: PathBuf::from(file), ..error }
    }

    /// A sentence about what is merged, with the name of the file where that was given.
    fn about(&self, context: &Context, text: String) -> String {
        let Some(name) = &self.name else { return text };
        context.texts.named("merge-in", &[("file", whole_path(name)), ("text", text)])
    }
}

pub fn run(context: &Context, merge: &Merge) -> Result<End, Failure> {
    let ours = read::load(&merge.ours).map_err(|error| merge.called(context, error, None))?;
    let theirs = read::load(&merge.theirs).map_err(|error| merge.called(context, error, Some("merge-theirs")))?;
    let base = merge.base.as_deref().map(known).transpose();
    let base = base.map_err(|error| merge.called(context, error, Some("merge-base")))?;
    let base = base.flatten().map(|loaded| loaded.session);
    if !same_meeting(base.as_ref(), &ours.session, &theirs.session) {
        return Err(Failure::Use(merge.about(context, context.texts.get("merge-other"))));
    }
    let base = base.unwrap_or_else(|| common(&ours.session, &theirs.session));
    let (merged, _) = merge3(&base, &ours.session, &theirs.session);
    let stamp = Stamp::next(ours.revision.max(theirs.revision), &ours.body);
    let target = merge.output.as_deref().unwrap_or(&merge.ours);
    let text = write::text(target, &merged, &stamp).map_err(|error| merge.called(context, error, None))?;
    match &merge.output {
        Some(path) => put(path, &text).map_err(|error| merge.called(context, error, None))?,
        // The bytes of a session file, as they would stand on disk.
        None => match io::stdout().lock().write_all(text.as_bytes()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
            other => other?,
        },
    }
    tell(context, merge, &merged, [&ours.session, &theirs.session]);
    Ok(if merged.conflicts.is_empty() { End::Done } else { End::No })
}

/// What both were made from; git gives an empty file where there is no such thing.
fn known(path: &Path) -> Result<Option<Loaded>, StoreError> {
    if read::bytes(path)?.is_empty() { Ok(None) } else { read::load(path).map(Some) }
}

/// What got another number, and what still has to be chosen.
fn tell(context: &Context, merge: &Merge, merged: &Session, versions: [&Session; 2]) {
    let new = merged.log.iter().filter(|entry| versions.iter().all(|session| !session.log.contains(entry)));
    for entry in new {
        if let Event::Merged { renumbered } = &entry.event {
            for (old, new) in renumbered {
                let args = [("old", old.clone()), ("new", new.clone())];
                complain(context, &merge.about(context, context.texts.named("merge-renumbered", &args)));
            }
        }
    }
    for conflict in merged.conflicts.iter() {
        complain(context, &merge.about(context, conflict_words(&context.texts, conflict)));
    }
    if !merged.conflicts.is_empty() {
        let text = context.texts.with("merge-conflicts", &[("count", merged.conflicts.len().into())]);
        complain(context, &merge.about(context, text));
    }
}

/// Writes the whole file beside the target and puts it in its place; a link is not followed.
fn put(path: &Path, text: &str) -> Result<(), StoreError> {
    let io = |error| StoreError::io(path, error);
    let mode = match fs::symlink_metadata(path) {
        Ok(meta) if !meta.is_file() => return Err(StoreError::new(path, Trouble::NotAFile)),
        Ok(meta) => Some(meta.permissions()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(io(error)),
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(io)?;
    file.write_all(text.as_bytes()).map_err(io)?;
    if let Some(mode) = mode {
        file.as_file().set_permissions(mode).map_err(io)?;
    }
    file.as_file().sync_all().map_err(io)?;
    file.persist(path).map_err(|failed| io(failed.error))?;
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(io)
}
