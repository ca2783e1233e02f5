//! Other versions of the meeting on the screen: what stands beside it in the folder, and its own earlier revisions.

use crate::desk::Desk;
use crate::desk::layers::{Choice, Layer, Reader, Tone};
use crate::desk::versions::{compare, revision_name};
use crate::documents::{plain, report};
use crate::model::Session;
use crate::model::change::Change;
use crate::store::history::Revision;
use crate::store::names::PutBy;
use crate::store::{Loaded, StoreError, read, seal, write};
use crate::text::file_name;
use crate::widgets::theme::Sign;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// What can be done with a version.
#[derive(Clone, Copy)]
enum Act {
    Look,
    Compare,
    TakeIn,
    PutBack,
    KeepElsewhere,
    ThrowAway,
}

impl Act {
    fn id(self) -> &'static str {
        match self {
            Self::Look => "version-look",
            Self::Compare => "version-compare",
            Self::TakeIn => "version-take-in",
            Self::PutBack => "version-put-back",
            Self::KeepElsewhere => "version-keep-elsewhere",
            Self::ThrowAway => "version-throw-away",
        }
    }
}

/// Lets a person choose what is done.
fn ask(
    desk: &mut Desk,
    title: String,
    explanation: String,
    acts: &'static [Act],
    then: impl Fn(&mut Desk, Act) + 'static,
) {
    let choices = acts.iter().map(|act| Choice::plain(desk.t(act.id()))).collect();
    let chosen = Rc::new(move |desk: &mut Desk, place: usize| {
        if let Some(act) = acts.get(place) {
            then(desk, *act);
        }
    });
    desk.pick(title, explanation, choices, chosen);
}

/// The versions that stand beside the meeting: from a program that keeps folders in step, from a person, or put aside because
/// somebody else had written meanwhile.
pub fn copies(desk: &mut Desk) {
    desk.look_for_copies();
    let Some(meeting) = &desk.meeting else { return };
    let found = meeting.copies.clone();
    if found.is_empty() {
        let text = desk.t("copies-none");
        return desk.say(text);
    }
    let choices = found.iter().map(|copy| {
        let note = if copy.is_same { desk.t("version-same") } else { note(desk, read::load(&copy.path)) };
        Choice { note, ..Choice::plain(file_name(&copy.path)) }
    });
    let choices = choices.collect();
    let (title, explanation) = (desk.t("copies-title"), desk.t("copies-explained"));
    desk.pick(
        title,
        explanation,
        choices,
        Rc::new(move |desk, place| match found.get(place) {
            Some(copy) if copy.is_same => same_copy(desk, &copy.path),
            Some(copy) => one_copy(desk, &copy.path, copy.by),
            None => {}
        }),
    );
}

/// How far a version is, or why it can't be read.
fn note(desk: &Desk, loaded: Result<Loaded, StoreError>) -> String {
    match loaded {
        Ok(loaded) => {
            let session = &loaded.session;
            let args = [
                ("revision", loaded.revision.into()),
                ("decisions", session.decisions.len().into()),
                ("actions", session.actions.len().into()),
                ("notes", session.notes.len().into()),
            ];
            desk.with("version-note", &args)
        }
        Err(error) => desk.trouble(&error),
    }
}

/// A copy in which nothing stands that is not in the meeting: there is nothing to choose, and it may go.
fn same_copy(desk: &mut Desk, path: &Path) {
    let (title, explanation, path) = (file_name(path), desk.t("copy-same-explained"), path.to_owned());
    ask(desk, title, explanation, &[Act::ThrowAway, Act::KeepElsewhere], move |desk, act| match act {
        Act::ThrowAway => {
            // Somebody may have written in it while the question stood there.
            desk.look_for_copies();
            let copies = desk.meeting.as_ref().map_or(&[][..], |meeting| &meeting.copies);
            match copies.iter().find(|copy| copy.path == path).map(|copy| (copy.is_same, copy.by)) {
                Some((true, _)) => thrown_away(desk, &path),
                Some((false, by)) => one_copy(desk, &path, by),
                None => one_copy(desk, &path, PutBy::Others),
            }
        }
        Act::KeepElsewhere => keep_elsewhere(desk, &path),
        Act::Look | Act::Compare | Act::TakeIn | Act::PutBack => {}
    });
}

fn one_copy(desk: &mut Desk, path: &Path, by: PutBy) {
    const READABLE: &[Act] = &[Act::Compare, Act::Look, Act::TakeIn, Act::KeepElsewhere, Act::ThrowAway];
    const BROKEN: &[Act] = &[Act::KeepElsewhere, Act::ThrowAway];
    let path = path.to_owned();
    let (explanation, acts) = match read::load(&path) {
        Ok(_) => (desk.t("copy-explained"), READABLE),
        Err(error) => (desk.trouble(&error), BROKEN),
    };
    ask(desk, file_name(&path), explanation, acts, move |desk, act| match act {
        Act::Look => with_loaded(desk, &path, |desk, loaded| look(desk, &file_name(&path), &loaded.session)),
        Act::Compare => with_loaded(desk, &path, |desk, loaded| compare(desk, &file_name(&path), &loaded.session)),
        Act::TakeIn | Act::PutBack => with_loaded(desk, &path, |desk, loaded| {
            let sha256 = loaded.sha256.clone();
            match (desk.bring_in_copy(loaded), by) {
                (false, _) => {}
                // What this program put aside goes by itself once it is recorded.
                (true, PutBy::Us) => {
                    let now = desk.now();
                    if let Some(meeting) = desk.meeting.as_mut() {
                        meeting.save_included(now);
                    }
                }
                (true, PutBy::Others) => offer_to_throw(desk, &path, sha256),
            }
        }),
        Act::KeepElsewhere => keep_elsewhere(desk, &path),
        Act::ThrowAway => throw_away(desk, &path),
    });
}

fn with_loaded(desk: &mut Desk, path: &Path, then: impl FnOnce(&mut Desk, Loaded)) {
    match read::load(path) {
        Ok(loaded) => then(desk, loaded),
        Err(error) => {
            let text = desk.trouble(&error);
            desk.say(text);
        }
    }
}

fn look(desk: &mut Desk, title: &str, session: &Session) {
    let parts = report::report(session, desk.clock.today(), &[], &desk.texts);
    let tone = |heading| if heading { Tone::Heading } else { Tone::Plain };
    let lines = plain::lines(&parts, desk.theme.sign(Sign::Bullet));
    let lines = lines.into_iter().map(|line| (line.text, tone(line.heading))).collect();
    desk.layers.push(Layer::Reader(Reader { title: title.to_owned(), lines, scroll: 0 }));
}

/// Moves a copy to the documents of the chain, where it stands in nobody's way. A name that is taken is not replaced.
fn keep_elsewhere(desk: &mut Desk, path: &Path) {
    let folder = desk.folder.documents();
    let plain = file_name(path);
    let plain = plain.trim_start_matches('.');
    let free = |attempt: u32| {
        let name = if attempt == 0 { format!("{plain}.txt") } else { format!("{plain}-{attempt}.txt") };
        folder.join(name)
    };
    let text = match copied(path, &folder, free) {
        Ok(target) => desk.with("copy-kept", &[("file", desk.path(&target).into())]),
        Err(error) => desk.trouble(&error),
    };
    desk.look_for_copies();
    desk.say(text);
}

/// Copies a file to the first of these names that is free, on disk before the old one goes.
fn copied(path: &Path, folder: &Path, free: impl Fn(u32) -> PathBuf) -> Result<PathBuf, StoreError> {
    fs::create_dir_all(folder).map_err(|error| StoreError::io(folder, error))?;
    let bytes = fs::read(path).map_err(|error| StoreError::io(path, error))?;
    for target in (0..1000).map(free) {
        match write::create(&target, &bytes) {
            Ok(()) => return fs::remove_file(path).map(|()| target).map_err(|error| StoreError::io(path, error)),
            Err(error) if error.is_there_already() => {}
            Err(error) => return Err(error),
        }
    }
    Err(StoreError::io(path, std::io::ErrorKind::AlreadyExists.into()))
}

fn throw_away(desk: &mut Desk, path: &Path) {
    let (title, explanation) = (file_name(path), desk.t("copy-throw-explained"));
    let path = path.to_owned();
    desk.confirm(title, explanation, "copy-throw-yes", "copy-throw-no", move |desk| thrown_away(desk, &path));
}

/// A copy of which everything is in the meeting has no more use. It is not ours, so a person has the say; and it goes only
/// when the meeting is recorded, and as it was when it was taken in.
fn offer_to_throw(desk: &mut Desk, path: &Path, sha256: String) {
    let (title, explanation, path) = (file_name(path), desk.t("copy-taken-in-explained"), path.to_owned());
    desk.confirm(title, explanation, "copy-throw-yes", "copy-throw-no", move |desk| {
        if !desk.is_settled() {
            let text = desk.t("leave-saving");
            return desk.say(text);
        }
        match read::bytes(&path) {
            Ok(bytes) if seal::sha256(&bytes) == sha256 => thrown_away(desk, &path),
            Ok(_) => one_copy(desk, &path, PutBy::Others),
            Err(error) => {
                let text = desk.trouble(&error);
                desk.say(text);
            }
        }
    });
}

fn thrown_away(desk: &mut Desk, path: &Path) {
    let text = match fs::remove_file(path) {
        Ok(()) => desk.with("copy-thrown", &[("file", file_name(path).into())]),
        Err(error) => desk.trouble(&StoreError::io(path, error)),
    };
    desk.look_for_copies();
    desk.say(text);
}

/// The earlier revisions of the meeting that this machine keeps.
pub fn revisions(desk: &mut Desk) {
    let Some(number) = desk.session().map(|session| session.number) else { return };
    let found = desk.history_of(number).map(|history| history.list()).transpose();
    let revisions: Vec<Revision> = match found {
        Ok(found) => found.unwrap_or_default().into_iter().rev().collect(),
        Err(error) => {
            let text = desk.trouble(&error);
            return desk.say(text);
        }
    };
    if revisions.is_empty() {
        let text = desk.t("revisions-none");
        return desk.say(text);
    }
    let choices = revisions.iter().map(|one| Choice::plain(revision_name(desk, one))).collect();
    let (title, explanation) = (desk.t("revisions-title"), desk.t("revisions-explained"));
    desk.pick(
        title,
        explanation,
        choices,
        Rc::new(move |desk, place| {
            if let Some(revision) = revisions.get(place) {
                one_revision(desk, revision);
            }
        }),
    );
}

fn one_revision(desk: &mut Desk, revision: &Revision) {
    const ACTS: &[Act] = &[Act::Compare, Act::Look, Act::PutBack];
    const READING: &[Act] = &[Act::Compare, Act::Look];
    let title = revision_name(desk, revision);
    let (path, number): (PathBuf, u32) = (revision.path.clone(), revision.revision);
    let explanation = note(desk, read::load(&path));
    let acts = if desk.may_write() { ACTS } else { READING };
    let heading = title.clone();
    ask(desk, title, explanation, acts, move |desk, act| {
        with_loaded(desk, &path, |desk, loaded| match act {
            Act::Look => look(desk, &heading, &loaded.session),
            Act::Compare => compare(desk, &heading, &loaded.session),
            Act::PutBack | Act::TakeIn => {
                let session = Box::new(loaded.session);
                desk.carry_out(vec![Change::Restore { revision: number, session }]);
            }
            Act::KeepElsewhere | Act::ThrowAway => {}
        });
    });
}
