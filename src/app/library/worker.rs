//! The thread that answers what the screen wants to know: the newest question of its kind counts, and nothing waits for
//! the life of a record.

use super::{AGAIN, ChainNews, Incoming, LOOK, News, PATIENCE, Question, ROWS, folders};
use crate::faults::{self, Point};
use crate::index::{Index, IndexError};
use crate::model::history::life::Life;
use crate::store::state::StateFolder;
use crate::store::{Folder, gone, read};
use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender};
use std::thread;
use std::time::Instant;

/// So many documents are shown.
const DOCUMENTS: usize = 5;

/// What the answering thread works with.
pub(super) struct IndexWorker {
    roots: Vec<PathBuf>,
    cache: Option<PathBuf>,
    state: Option<StateFolder>,
    index: Option<Index>,
    /// The folders of all chains, and when they were looked up.
    folders: (Vec<PathBuf>, Instant),
    /// A life that is being read, file by file.
    reading: Option<Reading>,
}

/// The files that are still to be read for a life.
struct Reading {
    life: Life,
    files: VecDeque<PathBuf>,
}

impl Reading {
    /// The files in which a record stands, and those of what takes it up again. Without the index it is looked for from
    /// its own year on.
    fn of(index: &Index, folder: &Path, life: Life) -> Result<Self, IndexError> {
        let id = life.id();
        let span = index.span(folder, id.as_str())?;
        let later = index.followers(folder, id.as_str())?;
        let own = id.parts().map_or(0, |(_, year, _)| year);
        let is_wanted = |number: u32, year: Option<i32>| match span {
            Some((made, last)) => (made..=last).contains(&number) || later.contains(&number),
            None => year.is_none_or(|year| year >= own),
        };
        let files = Folder::at(folder).numbered()?;
        let files = files.into_iter().filter(|file| is_wanted(file.number, file.year)).map(|file| file.path);
        Ok(Self { files: files.collect(), life })
    }

    /// Reads one more file; false after the last one.
    fn step(&mut self) -> bool {
        let Some(path) = self.files.pop_front() else { return false };
        if let Ok(loaded) = read::load(&path) {
            self.life.add(loaded.session);
        }
        true
    }
}

/// A question of one kind takes the place of an earlier one of that kind.
fn passes(later: &Question, earlier: &Question) -> bool {
    match (later, earlier) {
        // Who types fast wants the answer to the last line only.
        (Question::Find(..), Question::Find(..) | Question::Complete(..)) => true,
        (Question::Chains(one), Question::Chains(other)) => one == other,
        (Question::Chain(one, _), Question::Chain(other, _)) => one == other,
        (Question::Life(..), Question::Life(..)) => true,
        (
            Question::Find(..)
            | Question::Chains(_)
            | Question::Chain(..)
            | Question::Complete(..)
            | Question::Life(..),
            Question::Find(..)
            | Question::Chains(_)
            | Question::Chain(..)
            | Question::Complete(..)
            | Question::Life(..),
        ) => false,
    }
}

/// What was asked, without what a later question makes needless.
fn waiting(asked: Vec<Question>) -> Vec<Question> {
    let passed: Vec<bool> =
        (0..asked.len()).map(|place| asked[place + 1..].iter().any(|later| passes(later, &asked[place]))).collect();
    asked.into_iter().zip(passed).filter(|(_, passed)| !passed).map(|(question, _)| question).collect()
}

impl IndexWorker {
    pub fn new(roots: Vec<PathBuf>, cache: Option<PathBuf>, state: Option<StateFolder>) -> Self {
        let folders = (folders(&roots), Instant::now());
        Self { roots, cache, state, index: None, folders, reading: None }
    }

    /// Answers until nobody asks any more.
    pub fn answer(mut self, asked: &Receiver<Question>, events: &Sender<Incoming>) {
        loop {
            let mut questions: Vec<Question> = asked.try_iter().collect();
            if questions.is_empty() && self.reading.is_some() {
                if self.read_on().is_some_and(|news| events.send(Incoming::Library(news)).is_err()) {
                    return;
                }
                continue;
            }
            if questions.is_empty() {
                let Ok(question) = asked.recv() else { return };
                questions.push(question);
                questions.extend(asked.try_iter());
            }
            for question in waiting(questions) {
                faults::pass(Point::Index);
                let news = match self.patient(&question) {
                    Ok(news) => news,
                    // The other thread makes it anew, and says when that is done.
                    Err(error) if error.is_broken() && Index::discard(self.cache.as_deref()).is_ok() => continue,
                    Err(IndexError::Chain(error, _)) => Some(News::Unreadable(error.reason(), false)),
                    Err(error) => Some(News::Trouble(error.to_string())),
                };
                if news.is_some_and(|news| events.send(Incoming::Library(news)).is_err()) {
                    return;
                }
            }
        }
    }

    /// One more file of the life that is asked for; the life itself when that was the last.
    fn read_on(&mut self) -> Option<News> {
        if self.reading.as_mut()?.step() {
            return None;
        }
        let life = self.reading.take()?.life;
        Some(News::Life(life.id().clone(), life.steps()))
    }

    fn folders(&mut self) -> &[PathBuf] {
        if self.folders.1.elapsed() > LOOK {
            self.folders = (folders(&self.roots), Instant::now());
        }
        &self.folders.0
    }

    /// Asks again while the index is being made anew.
    fn patient(&mut self, question: &Question) -> Result<Option<News>, IndexError> {
        let begin = Instant::now();
        loop {
            match self.reply(question.clone()) {
                Err(error) if error.may_pass() && begin.elapsed() < PATIENCE => thread::sleep(AGAIN),
                result => return result,
            }
        }
    }

    /// The answer; none where it takes reading files.
    fn reply(&mut self, question: Question) -> Result<Option<News>, IndexError> {
        // Another instance may have made the index anew; after any trouble it is opened again.
        let index = match self.index.take() {
            Some(index) if index.is_there() => index,
            _ => Index::at(self.cache.as_deref())?,
        };
        let news = match question {
            Question::Chains(today) => Some(News::Chains(index.chains(self.folders(), today)?)),
            Question::Chain(folder, is_current) => {
                let news = chain(&index, folder, self.state.as_ref())?;
                Some(News::Chain(Box::new(ChainNews { is_current, ..news })))
            }
            Question::Find(ticket, filter, order, today) => {
                let (answer, sure) = index.rows(&filter, self.folders(), today, ROWS, order)?;
                Some(News::Found(ticket, Box::new(answer), sure))
            }
            Question::Complete(ticket, filter, today, mut answer, sure) => {
                if !sure {
                    answer.found = index.in_order(&filter, self.folders(), today, ROWS)?;
                }
                (answer.total, answer.kinds) = index.count(&filter, self.folders(), today)?;
                Some(News::Answered(ticket, answer))
            }
            Question::Life(folder, id) => {
                self.reading = Some(Reading::of(&index, &folder, Life::of(id))?);
                None
            }
        };
        self.index = Some(index);
        Ok(news)
    }
}

fn chain(index: &Index, folder: PathBuf, state: Option<&StateFolder>) -> Result<ChainNews, IndexError> {
    let meetings = index.meetings(&folder)?;
    let place = Folder::at(&folder);
    // The first that is not over, else the last.
    let open = meetings.iter().find(|row| row.held.is_some_and(|(_, state)| state != crate::model::State::Closed));
    let newest = open.or_else(|| meetings.iter().rev().find(|row| row.held.is_some()));
    let newest = newest.and_then(|row| place.find(row.number).ok()?.content.ok()).map(|loaded| loaded.session);
    let logo = newest.as_ref().and_then(|session| place.logo(&session.identity.logo)).unwrap_or_default();
    let documents = documents(&place);
    // A folder that can't be looked through has no meetings either, and that is said.
    let copies = place.copies().unwrap_or_else(|_| Vec::new()).into_iter().filter(|copy| !copy.is_same);
    let copies = copies.map(|copy| (copy.number, copy.name)).collect();
    let gone = state.map(|state| gone::after_newest(&place, state).map_err(|error| error.reason()));
    let gone = gone.and_then(Result::transpose);
    let (newest, is_current) = (newest.map(Box::new), false);
    let is_there = !matches!(folder.try_exists(), Ok(false));
    Ok(ChainNews { folder, meetings, newest, logo, documents, copies, gone, is_there, is_current })
}

/// The newest documents first.
fn documents(folder: &Folder) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.documents()).into_iter().flatten().flatten();
    let mut files: Vec<_> = entries
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
        .collect();
    files.sort();
    files.into_iter().rev().take(DOCUMENTS).map(|(_, path)| path).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::index::{Filter, Sorting};
    use crate::model::RecordId;

    #[test]
    fn of_several_questions_of_one_kind_the_last_is_answered() {
        let day = "2026-12-10".parse().unwrap();
        let find = |ticket| Question::Find(ticket, Filter::default(), Sorting::Best, day);
        let life = |id| Question::Life("k".into(), RecordId::from(id));
        let asked = vec![
            Question::Chains(day),
            find(1),
            Question::Chain("a".into(), true),
            life("A2026-01"),
            Question::Chain("b".into(), true),
            Question::Chains(day),
            life("A2026-02"),
            find(2),
            Question::Chain("a".into(), true),
        ];
        let left: Vec<String> = waiting(asked).iter().map(|question| format!("{question:?}")).collect();
        assert_eq!(left.len(), 5, "{left:#?}");
        assert!(left[0].contains("\"b\"") && left[2].contains("A2026-02") && left[3].contains("Find(2"), "{left:#?}");
    }

    #[test]
    fn a_life_reads_the_files_that_are_there_and_no_others() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("sessions")).unwrap();
        for name in ["0001-2026-03-12.ron", "0002-2027-03-12.ron", "4294967295-x.ron", "niets.ron", ".0003-2027.ron"] {
            fs::write(root.path().join("sessions").join(name), "").unwrap();
        }
        let cache = tempfile::tempdir().unwrap();
        let index = Index::in_folder(cache.path()).unwrap();
        let reading = Reading::of(&index, root.path(), Life::of(RecordId::from("A2027-01"))).unwrap();
        let names: Vec<_> = reading.files.iter().map(|path| path.file_name().unwrap().to_owned()).collect();
        assert_eq!(names, ["0002-2027-03-12.ron", "4294967295-x.ron"]);
    }
}
