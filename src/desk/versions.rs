//! Other versions of the meeting: what stands beside it, its earlier revisions, and how one differs from it.

use super::Desk;
use super::layers::{Layer, Reader, Tone};
use crate::model::{RecordId, Session};
use crate::store::history::{History, Revision};
use crate::text::notation;
use std::collections::BTreeMap;

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
pub fn compare(desk: &mut Desk, title: &str, other: &Session) {
    let Some(here) = desk.session() else { return };
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
        lines.push((desk.t(heading), Tone::Heading));
        lines.extend(found);
        lines.push((String::new(), Tone::Plain));
    }
    if lines.is_empty() {
        lines.push((desk.t("version-same-records"), Tone::Plain));
    }
    desk.layers.push(Layer::Reader(Reader { title: title.to_owned(), lines, scroll: 0 }));
}

/// A revision by its number and its moment.
pub fn revision_name(desk: &Desk, revision: &Revision) -> String {
    let date = notation::date_short(revision.at.date(), desk.texts.lang);
    let time = revision.at.time().format("%H:%M:%S").to_string();
    let args = [("revision", revision.revision.into()), ("date", date.into()), ("time", time.into())];
    desk.with("revision-name", &args)
}

impl Desk {
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
