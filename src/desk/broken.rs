//! A meeting whose file can't be read: what is wrong and where, what there is to go back to, and what can be saved of it.
//! Nothing happens to the file until a person chooses, and then it is kept beside what takes its place.

use super::versions::revision_name;
use crate::desk::Desk;
use crate::desk::layers::Choice;
use crate::model::Session;
use crate::model::carry::carry_over;
use crate::store::place::Place;
use crate::store::salvage::salvage;
use crate::store::seal::Stamp;
use crate::store::{Folder, Loaded, SessionFile, StoreError, Syntax, Trouble, names, read};
use crate::text::{file_name, on_one_line};
use std::path::Path;
use std::rc::Rc;

/// So much of the line that is wrong is shown.
const SHOWN: usize = 120;

/// What a person can do about it.
enum Way {
    /// Puts this in the place of the broken file.
    Write(Box<Session>, Stamp),
    /// Reads it again.
    Again,
    Leave,
}

/// Says what is the matter with a file, and lets a person choose what is done about it. False where there is nothing to
/// choose: the file is no session at all, or may not be read.
pub fn show(desk: &mut Desk, path: &Path, error: &StoreError) -> bool {
    let Some((number, text)) = mendable(path, error) else { return false };
    let (choices, ways) = ways(desk, number, &text);
    let title = desk.with("broken-title", &[("file", file_name(path).into())]);
    let explanation = explanation(desk, error, &text, ways.len());
    let path = path.to_owned();
    desk.pick(
        title,
        explanation,
        choices,
        Rc::new(move |desk, place| match ways.get(place) {
            Some(Way::Write(session, stamp)) => replace(desk, &path, session, stamp),
            Some(Way::Again) => desk.open(number),
            Some(Way::Leave) | None => {}
        }),
    );
    true
}

impl Desk {
    /// There is something to choose about a file that can't be read.
    pub fn can_mend(&self, file: &SessionFile) -> bool {
        file.content.as_ref().is_err_and(|error| mendable(&file.path, error).is_some())
    }
}

/// The number and the text of a file that is a session, and broken.
fn mendable(path: &Path, error: &StoreError) -> Option<(u32, String)> {
    let number = number(path)?;
    match &error.trouble {
        Trouble::Syntax { .. } | Trouble::NotUtf8(_) => {
            let bytes = read::bytes(path).ok()?;
            Some((number, String::from_utf8_lossy(&bytes).into_owned()))
        }
        Trouble::Io(_)
        | Trouble::NotAFile
        | Trouble::TooLarge
        | Trouble::NewerSchema(_)
        | Trouble::NotFaithful
        | Trouble::SameNumber(_)
        | Trouble::NoSessions
        | Trouble::NoSuchSession(_)
        | Trouble::NameTaken
        | Trouble::Adopted
        | Trouble::MayBeAdopted => None,
    }
}

fn number(path: &Path) -> Option<u32> {
    let name = path.file_name()?.to_str()?;
    names::number_of(name).map(|(number, _)| number)
}

/// The message of the error, the line that is wrong, and whether there is anything to go back to.
fn explanation(desk: &Desk, error: &StoreError, text: &str, ways: usize) -> String {
    let mut said = desk.trouble(error);
    if let Trouble::Syntax { line, what: Syntax::End | Syntax::Other(_) | Syntax::Wanted(_), .. }
    | Trouble::Syntax { line, what: Syntax::UnknownField { .. } | Syntax::UnknownWord { .. }, .. } = &error.trouble
        && let Some(wrong) = text.lines().nth(line.saturating_sub(1))
    {
        let wrong: String = on_one_line(wrong.trim()).chars().take(SHOWN).collect();
        let args = [("line", (*line).into()), ("text", wrong.into())];
        said = format!("{said} {}", desk.with("broken-line", &args));
    }
    // Reading again and leaving it are always there.
    if ways == 2 { format!("{said} {}", desk.t("broken-none")) } else { said }
}

/// The last revision that can be read.
fn last_good(desk: &Desk, number: u32) -> Option<(String, Loaded)> {
    let history = desk.history_of(number)?;
    let revisions = history.list().unwrap_or_else(|_| Vec::new());
    let mut good = revisions.iter().rev().filter_map(|one| Some((one, history.load(one).ok()?)));
    good.next().map(|(one, loaded)| (revision_name(desk, one), loaded))
}

fn ways(desk: &Desk, number: u32, text: &str) -> (Vec<Choice>, Vec<Way>) {
    let (mut choices, mut ways) = (Vec::new(), Vec::new());
    let good = last_good(desk, number);
    // It counts as worked on, whatever was worked on before.
    let stamp = good
        .as_ref()
        .map_or(Stamp { revision: 2, after: None }, |(_, loaded)| Stamp::next(loaded.revision.max(1), &loaded.body));
    // Without a good revision, what the meeting before it carries over is the ground to put records on.
    let ground = match &good {
        Some((_, loaded)) => Some(loaded.session.clone()),
        None => before(&desk.folder, number, text),
    };
    if let Some(ground) = &ground {
        let found = salvage(text, ground);
        if !found.taken.is_empty() {
            let args = [("taken", found.taken.len().into()), ("lost", found.lost.len().into())];
            choices.push(Choice::plain(desk.with("broken-salvage", &args)));
            ways.push(Way::Write(Box::new(found.session), stamp.clone()));
        }
    }
    if let Some((name, loaded)) = good {
        let session = loaded.session;
        let args = [
            ("name", name.into()),
            ("decisions", session.decisions.len().into()),
            ("actions", session.actions.len().into()),
            ("notes", session.notes.len().into()),
        ];
        choices.push(Choice::plain(desk.with("broken-put-back", &args)));
        ways.push(Way::Write(Box::new(session), stamp));
    }
    for (id, way) in [("broken-again", Way::Again), ("broken-leave", Way::Leave)] {
        choices.push(Choice::plain(desk.t(id)));
        ways.push(way);
    }
    (choices, ways)
}

/// What the meeting before it carries over to the day that the text says.
fn before(folder: &Folder, number: u32, text: &str) -> Option<Session> {
    let before = folder.find(number.checked_sub(1)?).ok()?.content.ok()?.session;
    let date = text.split_once("date: \"")?.1.get(..10)?.parse().ok()?;
    Some(carry_over(&before, date))
}

/// Writes a session in the place of the broken file, which is kept beside it, and opens it.
fn replace(desk: &mut Desk, path: &Path, session: &Session, stamp: &Stamp) {
    let number = session.number;
    if let Err(why) = desk.take_folder() {
        return desk.say(why);
    }
    let done = desk.folder.after(number).and_then(|after| match after.forbids(number) {
        Some(error) => Err(error),
        None => desk.folder.write_over(&mut Place::of(&desk.folder, path)?, session, stamp).map(|_| ()),
    });
    match done {
        Ok(()) => {
            desk.open(number);
            let text = desk.t("broken-done");
            desk.say(text);
        }
        Err(error) => {
            let text = desk.trouble(&error);
            desk.say(text);
        }
    }
}
