//! Other versions of the meeting on the screen: what stands beside it in the folder, and its own earlier revisions.

use crate::app::App;
use crate::app::layer::{Choice, Layer, Reader, Tone};
use crate::documents::{plain, report};
use crate::model::change::Change;
use crate::model::{RecordId, Session};
use crate::store::history::{History, Revision};
use crate::store::names::PutBy;
use crate::store::{Loaded, StoreError, read, seal, write};
use crate::text::{file_name, notation};
use crate::widgets::theme::Sign;
use std::collections::BTreeMap;
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
    app: &mut App,
    title: String,
    explanation: String,
    acts: &'static [Act],
    then: impl Fn(&mut App, Act) + 'static,
) {
    let choices = acts.iter().map(|act| Choice::plain(app.t(act.id()))).collect();
    let chosen = Rc::new(move |app: &mut App, place: usize| {
        if let Some(act) = acts.get(place) {
            then(app, *act);
        }
    });
    app.pick(title, explanation, choices, chosen);
}

/// The versions that stand beside the meeting: from a program that keeps folders in step, from a person, or put aside because
/// somebody else had written meanwhile.
pub fn copies(app: &mut App) {
    app.look_for_copies();
    let Some(meeting) = &app.meeting else { return };
    let found = meeting.copies.clone();
    if found.is_empty() {
        let text = app.t("copies-none");
        return app.say(text);
    }
    let choices = found.iter().map(|copy| {
        let note = if copy.is_same { app.t("version-same") } else { note(app, read::load(&copy.path)) };
        Choice { note, ..Choice::plain(file_name(&copy.path)) }
    });
    let choices = choices.collect();
    let (title, explanation) = (app.t("copies-title"), app.t("copies-explained"));
    app.pick(
        title,
        explanation,
        choices,
        Rc::new(move |app, place| match found.get(place) {
            Some(copy) if copy.is_same => same_copy(app, &copy.path),
            Some(copy) => one_copy(app, &copy.path, copy.by),
            None => {}
        }),
    );
}

/// How far a version is, or why it can't be read.
fn note(app: &App, loaded: Result<Loaded, StoreError>) -> String {
    match loaded {
        Ok(loaded) => {
            let session = &loaded.session;
            let args = [
                ("revision", loaded.revision.into()),
                ("decisions", session.decisions.len().into()),
                ("actions", session.actions.len().into()),
                ("notes", session.notes.len().into()),
            ];
            app.with("version-note", &args)
        }
        Err(error) => app.trouble(&error),
    }
}

/// A copy in which nothing stands that is not in the meeting: there is nothing to choose, and it may go.
fn same_copy(app: &mut App, path: &Path) {
    let (title, explanation, path) = (file_name(path), app.t("copy-same-explained"), path.to_owned());
    ask(app, title, explanation, &[Act::ThrowAway, Act::KeepElsewhere], move |app, act| match act {
        Act::ThrowAway => {
            // Somebody may have written in it while the question stood there.
            app.look_for_copies();
            let copies = app.meeting.as_ref().map_or(&[][..], |meeting| &meeting.copies);
            match copies.iter().find(|copy| copy.path == path).map(|copy| (copy.is_same, copy.by)) {
                Some((true, _)) => thrown_away(app, &path),
                Some((false, by)) => one_copy(app, &path, by),
                None => one_copy(app, &path, PutBy::Others),
            }
        }
        Act::KeepElsewhere => keep_elsewhere(app, &path),
        Act::Look | Act::Compare | Act::TakeIn | Act::PutBack => {}
    });
}

fn one_copy(app: &mut App, path: &Path, by: PutBy) {
    const READABLE: &[Act] = &[Act::Compare, Act::Look, Act::TakeIn, Act::KeepElsewhere, Act::ThrowAway];
    const BROKEN: &[Act] = &[Act::KeepElsewhere, Act::ThrowAway];
    let path = path.to_owned();
    let (explanation, acts) = match read::load(&path) {
        Ok(_) => (app.t("copy-explained"), READABLE),
        Err(error) => (app.trouble(&error), BROKEN),
    };
    ask(app, file_name(&path), explanation, acts, move |app, act| match act {
        Act::Look => with_loaded(app, &path, |app, loaded| look(app, &file_name(&path), &loaded.session)),
        Act::Compare => with_loaded(app, &path, |app, loaded| compare(app, &file_name(&path), &loaded.session)),
        Act::TakeIn | Act::PutBack => with_loaded(app, &path, |app, loaded| {
            let sha256 = loaded.sha256.clone();
            match (app.bring_in_copy(loaded), by) {
                (false, _) => {}
                // What this program put aside goes by itself once it is recorded.
                (true, PutBy::Us) => {
                    let now = app.now();
                    if let Some(meeting) = app.meeting.as_mut() {
                        meeting.save_included(now);
                    }
                }
                (true, PutBy::Others) => offer_to_throw(app, &path, sha256),
            }
        }),
        Act::KeepElsewhere => keep_elsewhere(app, &path),
        Act::ThrowAway => throw_away(app, &path),
    });
}

fn with_loaded(app: &mut App, path: &Path, then: impl FnOnce(&mut App, Loaded)) {
    match read::load(path) {
        Ok(loaded) => then(app, loaded),
        Err(error) => {
            let text = app.trouble(&error);
            app.say(text);
        }
    }
}

fn look(app: &mut App, title: &str, session: &Session) {
    let parts = report::report(session, app.clock.today(), &[], &app.texts);
    let tone = |heading| if heading { Tone::Heading } else { Tone::Plain };
    let lines = plain::lines(&parts, app.theme.sign(Sign::Bullet));
    let lines = lines.into_iter().map(|line| (line.text, tone(line.heading))).collect();
    app.layers.push(Layer::Reader(Reader { title: title.to_owned(), lines, scroll: 0 }));
}

/// Records by their numbers: the text of each, and all that it holds.
type Records = BTreeMap<RecordId, (String, String)>;

/// Every record of a session, by its number, with what it says.
fn records(session: &Session) -> Records {
    fn of<T: std::fmt::Debug>(list: &[T], id: fn(&T) -> (&RecordId, &String)) -> Vec<(RecordId, (String, String))> {
        let one = |record: &T| {
            let (id, text) = id(record);
            (id.clone(), (text.clone(), format!("{record:?}")))
        };
        list.iter().map(one).collect()
    }
    let mut all = BTreeMap::new();
    all.extend(of(&session.decisions, |one| (&one.id, &one.text)));
    all.extend(of(&session.differences, |one| (&one.id, &one.text)));
    all.extend(of(&session.actions, |one| (&one.id, &one.text)));
    all.extend(of(&session.escalations, |one| (&one.id, &one.title)));
    all.extend(of(&session.notes, |one| (&one.id, &one.text)));
    all.extend(of(&session.successes.stories, |one| (&one.id, &one.title)));
    all
}

/// What differs between the meeting as it is now and a version of it.
pub fn compare(app: &mut App, title: &str, other: &Session) {
    let Some(here) = app.session() else { return };
    let (now, then) = (records(here), records(other));
    let line = |(id, (text, _)): (&RecordId, &(String, String))| (format!("{id}  {text}"), Tone::Plain);
    let only = |these: &Records, those: &Records| -> Vec<(String, Tone)> {
        these.iter().filter(|(id, _)| !those.contains_key(*id)).map(line).collect()
    };
    let differs =
        |(id, (_, whole)): &(&RecordId, &(String, String))| now.get(*id).is_some_and(|(_, other)| other != whole);
    let groups = [
        ("version-only-there", only(&then, &now)),
        ("version-only-here", only(&now, &then)),
        ("version-differs", then.iter().filter(differs).map(line).collect()),
    ];
    let mut lines = Vec::new();
    for (heading, found) in groups.into_iter().filter(|(_, found)| !found.is_empty()) {
        lines.push((app.t(heading), Tone::Heading));
        lines.extend(found);
        lines.push((String::new(), Tone::Plain));
    }
    if lines.is_empty() {
        lines.push((app.t("version-same-records"), Tone::Plain));
    }
    app.layers.push(Layer::Reader(Reader { title: title.to_owned(), lines, scroll: 0 }));
}

/// Moves a copy to the documents of the chain, where it stands in nobody's way. A name that is taken is not replaced.
fn keep_elsewhere(app: &mut App, path: &Path) {
    let folder = app.folder.documents();
    let plain = file_name(path);
    let plain = plain.trim_start_matches('.');
    let free = |attempt: u32| {
        let name = if attempt == 0 { format!("{plain}.txt") } else { format!("{plain}-{attempt}.txt") };
        folder.join(name)
    };
    let text = match copied(path, &folder, free) {
        Ok(target) => app.with("copy-kept", &[("file", app.path(&target).into())]),
        Err(error) => app.trouble(&error),
    };
    app.look_for_copies();
    app.say(text);
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

fn throw_away(app: &mut App, path: &Path) {
    let (title, explanation) = (file_name(path), app.t("copy-throw-explained"));
    let path = path.to_owned();
    app.confirm(title, explanation, "copy-throw-yes", "copy-throw-no", move |app| thrown_away(app, &path));
}

/// A copy of which everything is in the meeting has no more use. It is not ours, so a person has the say; and it goes only
/// when the meeting is recorded, and as it was when it was taken in.
fn offer_to_throw(app: &mut App, path: &Path, sha256: String) {
    let (title, explanation, path) = (file_name(path), app.t("copy-taken-in-explained"), path.to_owned());
    app.confirm(title, explanation, "copy-throw-yes", "copy-throw-no", move |app| {
        if !app.is_settled() {
            let text = app.t("leave-saving");
            return app.say(text);
        }
        match read::bytes(&path) {
            Ok(bytes) if seal::sha256(&bytes) == sha256 => thrown_away(app, &path),
            Ok(_) => one_copy(app, &path, PutBy::Others),
            Err(error) => {
                let text = app.trouble(&error);
                app.say(text);
            }
        }
    });
}

fn thrown_away(app: &mut App, path: &Path) {
    let text = match fs::remove_file(path) {
        Ok(()) => app.with("copy-thrown", &[("file", file_name(path).into())]),
        Err(error) => app.trouble(&StoreError::io(path, error)),
    };
    app.look_for_copies();
    app.say(text);
}

/// The earlier revisions of the meeting that this machine keeps.
pub fn revisions(app: &mut App) {
    let Some(number) = app.session().map(|session| session.number) else { return };
    let found = app.history_of(number).map(|history| history.list()).transpose();
    let revisions: Vec<Revision> = match found {
        Ok(found) => found.unwrap_or_default().into_iter().rev().collect(),
        Err(error) => {
            let text = app.trouble(&error);
            return app.say(text);
        }
    };
    if revisions.is_empty() {
        let text = app.t("revisions-none");
        return app.say(text);
    }
    let choices = revisions.iter().map(|one| Choice::plain(revision_name(app, one))).collect();
    let (title, explanation) = (app.t("revisions-title"), app.t("revisions-explained"));
    app.pick(
        title,
        explanation,
        choices,
        Rc::new(move |app, place| {
            if let Some(revision) = revisions.get(place) {
                one_revision(app, revision);
            }
        }),
    );
}

/// A revision by its number and its moment.
pub fn revision_name(app: &App, revision: &Revision) -> String {
    let date = notation::date_short(revision.at.date(), app.texts.lang);
    let time = revision.at.time().format("%H:%M:%S").to_string();
    let args = [("revision", revision.revision.into()), ("date", date.into()), ("time", time.into())];
    app.with("revision-name", &args)
}

fn one_revision(app: &mut App, revision: &Revision) {
    const ACTS: &[Act] = &[Act::Compare, Act::Look, Act::PutBack];
    const READING: &[Act] = &[Act::Compare, Act::Look];
    let title = revision_name(app, revision);
    let (path, number): (PathBuf, u32) = (revision.path.clone(), revision.revision);
    let explanation = note(app, read::load(&path));
    let acts = if app.may_write() { ACTS } else { READING };
    let heading = title.clone();
    ask(app, title, explanation, acts, move |app, act| {
        with_loaded(app, &path, |app, loaded| match act {
            Act::Look => look(app, &heading, &loaded.session),
            Act::Compare => compare(app, &heading, &loaded.session),
            Act::PutBack | Act::TakeIn => {
                let session = Box::new(loaded.session);
                app.carry_out(vec![Change::Restore { revision: number, session }]);
            }
            Act::KeepElsewhere | Act::ThrowAway => {}
        });
    });
}

impl App {
    /// The earlier revisions of a session, where this machine keeps any.
    pub fn history_of(&self, number: u32) -> Option<History> {
        let state = self.state.as_ref()?.of_session(self.folder.root(), number);
        Some(History::of(&state))
    }

    /// Looks which versions stand beside the meeting on the screen.
    pub fn look_for_copies(&mut self) {
        let Some(number) = self.session().map(|session| session.number) else { return };
        match self.folder.copies() {
            Ok(copies) => {
                let found = copies.into_iter().filter(|copy| copy.number == number);
                if let Some(meeting) = self.meeting.as_mut() {
                    meeting.copies = found.collect();
                }
            }
            Err(error) => {
                let text = self.trouble(&error);
                self.say(text);
            }
        }
    }
}
