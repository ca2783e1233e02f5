//! What was typed and is not on record: kept while it is typed, offered when the field is opened again, forgotten when the
//! words it became are on disk.

use super::field::Field;
use super::layers::{Layer, Prompt, is_asking};
use super::{Desk, Told};
use crate::model::Session;
use crate::store::drafts::{self, Draft, Found};
use crate::store::keeper::{Keeper, PATIENCE};
use crate::store::saver::News;
use crate::store::state::SessionState;
use crate::store::steps::Known;
use crate::text::notation;
use chrono::NaiveDateTime;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Words that were entered, until they are on disk.
struct Entered {
    ticket: u64,
    place: SessionState,
    id: String,
}

/// The drafts of what is on the screen: a meeting, or home.
#[derive(Default)]
pub struct Drafts {
    /// Where they are kept; nowhere for a meeting that is only read, and for a user without a home.
    place: Option<SessionState>,
    list: Vec<Draft>,
    unreadable: Vec<PathBuf>,
    /// Given in earlier questions of a row that is not at its end: on record with the last of them.
    begun: Vec<String>,
    entered: Vec<Entered>,
    /// What could not be kept when the program ended.
    lost: Vec<(String, String)>,
    /// Those of meetings that were left: a slow disk may not have them yet.
    left: Vec<(SessionState, Vec<Draft>)>,
}

impl Drafts {
    /// The newest draft of a field.
    pub fn of(&self, field: &Field) -> Option<&Draft> {
        let name = field.name();
        self.list.iter().rfind(|draft| draft.field == name)
    }

    /// All of them, the oldest first.
    pub fn list(&self) -> &[Draft] {
        &self.list
    }

    /// Files of drafts that can't be read.
    pub fn unreadable(&self) -> &[PathBuf] {
        &self.unreadable
    }

    /// A file that was thrown away is not known any more.
    pub fn forget_unreadable(&mut self, path: &Path) {
        self.unreadable.retain(|known| known != path);
    }

    fn position(&self, id: &str) -> Option<usize> {
        self.list.iter().position(|draft| draft.id == id)
    }
}

impl Desk {
    /// The thread that keeps drafts and steps; none where there is no place to keep them.
    pub fn keeper(&mut self) -> Option<Keeper> {
        if self.keeper.is_none() && self.state.is_some() {
            let tell = Arc::clone(&self.tell);
            self.keeper = Some(Keeper::start(move |error| tell(Told::NotKept(error))));
        }
        self.keeper.clone()
    }

    /// What is typed from now on is kept in another place; what was kept there before is offered.
    pub fn keep_drafts_at(&mut self, place: Option<SessionState>) {
        if self.drafts.place == place {
            return;
        }
        // Whoever may throw a draft away needs the thread as much as whoever types one.
        if let Some(keeper) = self.keeper().filter(|_| place.is_some() || self.drafts.place.is_some()) {
            keeper.flush(PATIENCE);
        }
        let found = place.as_ref().map_or_else(|| Ok(Found::default()), drafts::load);
        let Found { drafts: list, unreadable } = found.unwrap_or_else(|error| {
            let text = self.with("drafts-not-read", &[("why", self.trouble(&error).into())]);
            self.say(text);
            Found::default()
        });
        let Drafts { place: before, list: left_now, entered, mut left, .. } = std::mem::take(&mut self.drafts);
        left.extend(before.map(|before| (before, left_now)));
        let known = left.iter().position(|(known, _)| Some(known) == place.as_ref());
        let list = known.map_or(list, |known| left.swap_remove(known).1);
        self.drafts = Drafts { place, list, unreadable, begun: Vec::new(), entered, lost: Vec::new(), left };
    }

    /// Words that were entered before the program ended, and that are on disk after all, are no drafts any more.
    pub fn forget_recorded(&mut self, known: &Known, on_disk: &Session) {
        let Some(place) = self.drafts.place.clone() else { return };
        let recorded = |draft: &Draft| match &draft.became {
            Some(hash) => known.leads_from(hash),
            // Where that can't be looked up the words stay: offered once too often loses nothing.
            None => known.brought(&draft.text, &place, on_disk).unwrap_or(false),
        };
        let ids: Vec<String> =
            self.drafts.list.iter().filter(|draft| recorded(draft)).map(|draft| draft.id.clone()).collect();
        ids.iter().for_each(|id| self.forget_draft(id));
    }

    /// So many drafts wait that are not in the field on the screen.
    pub fn drafts_waiting(&self) -> usize {
        let open = |draft: &&Draft| {
            let typed = |layer: &Layer| matches!(layer, Layer::Prompt(prompt) if prompt.id.as_ref() == Some(&draft.id));
            !self.layers.iter().any(typed) && !self.drafts.begun.contains(&draft.id)
        };
        self.drafts.list.iter().filter(open).count() + self.drafts.unreadable.len()
    }

    /// When a draft was typed: the time, and the day where that is another.
    pub fn draft_moment(&self, at: NaiveDateTime) -> String {
        let lang = self.texts.lang;
        let time = notation::time_of_day(at.time(), lang);
        if at.date() == self.now().date() {
            return time;
        }
        format!("{} {time}", notation::date_short(at.date(), lang))
    }

    /// How many drafts wait, in words; none when there are none.
    pub fn drafts_in_words(&self) -> Option<String> {
        let count = self.drafts_waiting();
        (count > 0).then(|| self.with("drafts-count", &[("count", count.into())]))
    }

    /// Throws a draft away.
    pub fn forget_draft(&mut self, id: &str) {
        if let Some(here) = self.drafts.position(id) {
            self.drafts.list.remove(here);
            if let (Some(keeper), Some(place)) = (&self.keeper, &self.drafts.place) {
                keeper.forget(place, id);
            }
        }
    }

    /// Everything that is kept here became something that is on disk.
    pub fn forget_drafts(&mut self) {
        let ids: Vec<String> = self.drafts.list.iter().map(|draft| draft.id.clone()).collect();
        ids.iter().for_each(|id| self.forget_draft(id));
    }

    /// The words in the field on top are kept as they are now.
    pub fn keep_words(&mut self) {
        let now = self.now();
        let Some(Layer::Prompt(prompt)) = self.layers.last_mut() else { return };
        let Some(field) = &prompt.field else { return };
        let text = prompt.editor.text();
        if text == prompt.known {
            return;
        }
        prompt.known.clone_from(&text);
        if text.trim().is_empty() || text == prompt.start {
            if let Some(id) = prompt.id.take() {
                self.forget_draft(&id);
            }
            return;
        }
        let known = prompt.id.as_ref().and_then(|id| self.drafts.list.iter_mut().find(|draft| draft.id == *id));
        let draft = match known {
            Some(draft) => {
                (draft.text, draft.at) = (text, now);
                draft.clone()
            }
            None => {
                let draft = Draft::new(field.name(), prompt.title.clone(), text, now);
                prompt.id = Some(draft.id.clone());
                self.drafts.list.push(draft.clone());
                draft
            }
        };
        if let (Some(keeper), Some(place)) = (self.keeper(), &self.drafts.place) {
            keeper.typed(place, draft);
        }
    }

    /// The field was left with words in it.
    pub fn left_words(&mut self, prompt: &Prompt) {
        if prompt.id.as_ref().and_then(|id| self.drafts.position(id)).is_none() {
            return;
        }
        if let Some(keeper) = &self.keeper {
            keeper.write();
        }
        let text = self.t("draft-kept");
        self.say(text);
    }

    /// The answer of a field was taken. The ticket is that of before; the depth is that of the field.
    pub fn entered_words(&mut self, prompt: &Prompt, ticket: Option<u64>, depth: usize) {
        let draft = prompt.id.clone().filter(|id| self.drafts.position(id).is_some());
        if is_asking(self) && self.layers.len() > depth && !self.has_moved(ticket) {
            // More is asked before it is on record.
            self.drafts.begun.extend(draft);
            return;
        }
        self.drafts.begun.extend(draft);
        self.settle_begun(ticket, true);
    }

    /// A row of questions came to an end: with a change that is on its way to disk, or without one.
    pub fn settle_begun(&mut self, ticket: Option<u64>, answered: bool) {
        if self.has_moved(ticket) {
            let begun = std::mem::take(&mut self.drafts.begun);
            begun.into_iter().for_each(|id| self.on_its_way(id));
        } else if answered {
            let begun = std::mem::take(&mut self.drafts.begun);
            begun.iter().for_each(|id| self.forget_draft(id));
        } else if !is_asking(self) {
            self.drafts.begun.clear();
        }
    }

    /// Work of an earlier run was taken in: the words that were entered in it are on their way to disk.
    pub fn words_come_with(&mut self, session: &Session) {
        let texts = crate::store::format::render(session).unwrap_or_else(|_| String::new());
        let stands = |draft: &&Draft| draft.became.is_some() && texts.contains(draft.text.trim());
        let ids: Vec<String> = self.drafts.list.iter().filter(stands).map(|draft| draft.id.clone()).collect();
        ids.into_iter().for_each(|id| self.on_its_way(id));
    }

    fn on_its_way(&mut self, id: String) {
        let Some(here) = self.drafts.position(&id) else { return };
        let draft = self.drafts.list.remove(here);
        let (Some(place), Some(meeting)) = (self.drafts.place.clone(), &self.meeting) else { return };
        if let Some(keeper) = &self.keeper {
            keeper.entered(&place, draft, meeting.session.clone());
        }
        self.drafts.entered.push(Entered { ticket: meeting.ticket(), place, id });
    }

    /// The meeting went on since this ticket.
    fn has_moved(&self, ticket: Option<u64>) -> bool {
        let now = self.meeting.as_ref().map(super::Meeting::ticket);
        ticket.zip(now).is_some_and(|(before, now)| before < now && super::meeting::is_one_sitting(before, now))
    }

    /// Everything up to this ticket is on disk: the words that became it are no drafts any more.
    pub fn recorded_words(&mut self, ticket: u64) {
        let Self { drafts, keeper, .. } = self;
        drafts.entered.retain(|entered| {
            let recorded = entered.ticket <= ticket && super::meeting::is_one_sitting(entered.ticket, ticket);
            if let Some(keeper) = keeper.as_ref().filter(|_| recorded) {
                keeper.forget(&entered.place, &entered.id);
            }
            !recorded
        });
    }

    /// The end of the program: of what the threads told last, words that the saver has put on disk by now are no drafts, and
    /// all others are kept.
    pub fn settle_words(&mut self, last: impl Iterator<Item = Told>) {
        for told in last {
            // Nobody sees any more what else there was to tell.
            if let Told::Saver(News::Tried(report)) = told
                && report.result.is_ok()
            {
                self.recorded_words(report.ticket);
            }
        }
        let are_kept = self.keeper.as_ref().is_none_or(|keeper| keeper.flush(PATIENCE));
        if !are_kept {
            self.drafts.lost = self.drafts.list.iter().map(|draft| (draft.title.clone(), draft.text.clone())).collect();
        }
    }

    /// Words that could not be kept when the program ended, each with what was asked: whoever typed them reads them once more.
    pub fn words_not_kept(&self) -> &[(String, String)] {
        &self.drafts.lost
    }

    /// The field on top starts as if nobody had typed in it.
    pub fn throw_words_away(&mut self) {
        if let Some(Layer::Prompt(prompt)) = self.layers.last_mut() {
            prompt.editor.replace(&prompt.start);
            prompt.offered = None;
        }
        self.keep_words();
    }
}
