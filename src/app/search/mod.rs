//! Looking back over all meetings in one line: every register, and everything anyone wrote.

mod draw;
mod life;

pub(super) use draw::draw;
pub use life::life_of_selected;

use super::App;
use super::cover::Cover;
use super::library::{News, Question, ROWS};
use crate::desk::Subject;
use crate::desk::Target;
use crate::desk::layers::Hint;
use crate::desk::meeting::Tab;
use crate::index::{Answer, Filter, Found, Keyed, Kind, Sorting};
use crate::model::agenda::Room;
use crate::model::{ItemNo, KpiId, PartnerCode, RecordId, Session};
use crate::panes::page;
use crate::text::{Texts, complete, filter_names, half_typed};
use crate::widgets::Editor;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use draw::row_at;
use std::path::PathBuf;

/// The keys that matter on it.
pub(super) const HINTS: [Hint; 7] = [
    ("Enter", "hint-open-there"),
    ("Tab", "hint-registers"),
    ("Esc", "hint-close"),
    ("Ctrl-l", "hint-life"),
    ("Ctrl-o", "hint-order"),
    ("Right", "hint-complete"),
    ("F1", "cmd-help"),
];

/// The question on the screen, and its answer.
pub struct Search {
    /// What is asked.
    pub line: Editor,
    /// Only this register.
    pub register: Option<Kind>,
    /// Which rows come first.
    pub order: Sorting,
    /// The question as it was understood.
    pub filter: Filter,
    /// The part of the line that says nothing known.
    pub unknown: Option<String>,
    /// What the index answered last.
    pub answer: Answer,
    /// The selected row.
    pub cursor: usize,
    /// What it was before the answer to the same question came again.
    keep: Option<(PathBuf, Kind, String)>,
    /// The number of the last question, and what of its answer is not there yet.
    asked: u64,
    waits_for: Awaited,
    /// What was pressed before its rows were shown.
    then: Option<fn(&mut App)>,
}

/// What of an answer is not there yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Awaited {
    Nothing,
    Counts,
    Rows,
}

/// Opens the search over all meetings; one that was left for a row it found stands as it stood.
pub fn open(app: &mut App) {
    if let Some(mut left) = app.left_search.take() {
        // Another question takes its place with the first letter.
        left.line.replace_on_typing();
        app.cover(Cover::Search(left));
        return ask(app);
    }
    let search = Search {
        line: Editor::search(),
        register: None,
        order: Sorting::default(),
        filter: Filter::default(),
        unknown: None,
        answer: Answer::default(),
        cursor: 0,
        keep: None,
        asked: 0,
        waits_for: Awaited::Nothing,
        then: None,
    };
    app.cover(Cover::Search(Box::new(search)));
    ask(app);
}

impl Search {
    /// The row under the cursor.
    pub fn selected(&self) -> Option<&Found> {
        self.answer.found.get(self.cursor)
    }

    /// The answer is to an earlier line.
    pub fn is_waiting(&self) -> bool {
        self.waits_for != Awaited::Nothing
    }

    /// Remembers which row is selected, where that is not just the first.
    fn hold(&mut self) {
        let here = self.selected().filter(|_| self.cursor > 0);
        self.keep = here.map(|row| (row.folder.clone(), row.kind, row.code.clone()));
    }

    /// Puts the cursor on the row that was selected, where it is among these.
    fn show(&mut self, found: &[Found]) {
        let kept = self.keep.take().and_then(|(folder, kind, code)| {
            found.iter().position(|row| row.folder == folder && row.kind == kind && row.code == code)
        });
        self.cursor = kept.unwrap_or(self.cursor).min(found.len().saturating_sub(1));
    }

    /// What would complete the word that is being typed.
    pub fn completion(&self, texts: &Texts) -> Option<String> {
        complete(texts, &self.line.text(), &self.answer.known)
    }
}

fn top(app: &mut App) -> Option<&mut Search> {
    if let Some((Cover::Search(search), _)) = app.covers.last_mut() { Some(search) } else { None }
}

/// Asks what stands in the line now.
fn ask(app: &mut App) {
    let today = app.desk.clock.today();
    let App { covers, desk, .. } = app;
    let texts = &desk.texts;
    let Some((Cover::Search(search), _)) = covers.last_mut() else { return };
    let line = search.line.text();
    let begun = half_typed(texts, &line, &search.answer.known).unwrap_or(line.len());
    let question = match Filter::parse(&line[..begun], filter_names()) {
        Ok(filter) => {
            search.unknown = None;
            search.filter = Filter { kind: search.register, ..filter.typing() };
            search.asked += 1;
            search.waits_for = Awaited::Rows;
            Question::Find(search.asked, search.filter.clone(), search.order, today)
        }
        Err(part) => {
            search.unknown = Some(part);
            // What was found before is no answer to this.
            search.answer = Answer { known: std::mem::take(&mut search.answer.known), ..Answer::default() };
            (search.waits_for, search.cursor, search.then) = (Awaited::Nothing, 0, None);
            return;
        }
    };
    app.ask_library(question);
}

/// The search that waits for the answer to this question.
fn waiting(app: &mut App, number: u64) -> Option<&mut Search> {
    let mut open = app
        .covers
        .iter_mut()
        .filter_map(|(cover, _)| if let Cover::Search(search) = cover { Some(search.as_mut()) } else { None });
    open.find(|search| search.is_waiting() && search.asked == number)
}

/// Takes in an answer.
pub fn heard(app: &mut App, news: News) {
    match news {
        News::Found(number, answer, sure) => {
            let today = app.desk.clock.today();
            let Some(search) = waiting(app, number) else { return };
            search.show(&answer.found);
            let (total, kinds) = (search.answer.total, search.answer.kinds.clone());
            search.answer = Answer { total, kinds, ..(*answer).clone() };
            search.waits_for = Awaited::Counts;
            let then = search.then.take();
            // With the words put right already, they are not looked for again.
            let filter = answer.filter.clone();
            app.ask_library(Question::Complete(number, filter, today, answer, sure));
            if let Some(then) = then {
                then(app);
            }
        }
        News::Answered(number, answer) => {
            if let Some(search) = waiting(app, number) {
                search.waits_for = Awaited::Nothing;
                // Rows may change places once more: the cursor goes along with the one it is on.
                search.hold();
                search.show(&answer.found);
                search.answer = *answer;
            }
        }
        News::Life(id, steps) => life::show(&mut app.desk, &id, &steps),
        // The index changed: the same question may have another answer.
        News::Current(true, _) | News::Progress(_) => {
            if let Some(search) = top(app) {
                search.hold();
            }
            ask(app);
        }
        News::Current(false, _) | News::Trouble(_) | News::Unreadable(..) | News::Chains(_) | News::Chain(_) => {}
    }
}

/// One key.
pub(super) fn press(app: &mut App, key: KeyEvent) {
    let page = usize::from(app.desk.size.1.saturating_sub(12)).max(1);
    let completion = top(app).is_some_and(|search| search.line.is_at_end());
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    let Some(search) = top(app) else { return };
    let last = search.answer.found.len().saturating_sub(1);
    match key.code {
        KeyCode::F(1) => crate::app::commands::help::help(app),
        KeyCode::Esc if search.line.text().is_empty() => drop(app.uncover()),
        KeyCode::Esc => change(app, |search| search.line = Editor::search()),
        KeyCode::Enter => with_rows(app, open_selected),
        KeyCode::Down => search.cursor = (search.cursor + 1).min(last),
        KeyCode::Up => search.cursor = search.cursor.saturating_sub(1),
        KeyCode::PageDown => search.cursor = (search.cursor + page).min(last),
        KeyCode::PageUp => search.cursor = search.cursor.saturating_sub(page),
        KeyCode::Tab => change(app, |search| search.register = register(search.register, 1)),
        KeyCode::BackTab => change(app, |search| search.register = register(search.register, -1)),
        KeyCode::Right if completion => accept(app),
        KeyCode::Char('o') if control => change(app, |search| search.order = next_order(search.order)),
        KeyCode::Char('l') if control => with_rows(app, ask_life),
        _ => {
            let before = search.line.text();
            let over = search.line.key(key);
            if search.line.text() != before {
                change(app, |_| {});
            }
            app.desk.say_left_out(over);
        }
    }
}

/// Does it with the rows that the line asks for: whoever types fast means those, and not what stood there before.
fn with_rows(app: &mut App, what: fn(&mut App)) {
    match top(app) {
        Some(search) if search.waits_for == Awaited::Rows => search.then = Some(what),
        _ => what(app),
    }
}

/// Text that is pasted; gives how much of it found no room.
pub fn paste(app: &mut App, text: &str) -> usize {
    let mut over = 0;
    change(app, |search| over = search.line.paste(text));
    over
}

/// Changes the question, and asks it.
fn change(app: &mut App, how: impl FnOnce(&mut Search)) {
    if let Some(search) = top(app) {
        how(search);
        (search.cursor, search.then) = (0, None);
    }
    ask(app);
}

/// All, then every register in turn.
fn register(now: Option<Kind>, by: isize) -> Option<Kind> {
    let all: Vec<Option<Kind>> = std::iter::once(None).chain(Kind::ALL.map(Some)).collect();
    let here = all.iter().position(|kind| *kind == now).unwrap_or(0);
    let there = here.checked_add_signed(by).unwrap_or(all.len() - 1) % all.len();
    all[there]
}

fn next_order(now: Sorting) -> Sorting {
    let here = Sorting::ALL.iter().position(|order| *order == now).unwrap_or(0);
    Sorting::ALL[(here + 1) % Sorting::ALL.len()]
}

fn accept(app: &mut App) {
    let Some(Cover::Search(search)) = app.top_cover() else { return };
    if let Some(rest) = search.completion(&app.desk.texts) {
        let over = paste(app, &rest);
        app.desk.say_left_out(over);
    }
}

/// Opens the meeting that made the row, with the record itself where it has a number.
fn open_selected(app: &mut App) {
    let Some(found) = top(app).and_then(|search| search.selected().cloned()) else { return };
    if !app.desk.may_leave_meeting() {
        return;
    }
    app.desk.remember_place();
    if let Some(Cover::Search(left)) = app.uncover() {
        app.left_search = Some(left);
    }
    app.desk.meeting = None;
    app.desk.enter(&found.folder);
    app.desk.open(found.sessions.0);
    let subject = Subject::Record(RecordId::from(found.code.as_str()));
    let known = app.desk.form(&subject).is_some();
    if known {
        return app.desk.show_details(subject);
    }
    let Some(meeting) = app.desk.meeting.as_mut() else { return };
    match own_item(&meeting.session, &found) {
        Some(item) => meeting.go_to(Tab::Item(item)),
        None => meeting.show_room(room_of(&found)),
    }
    let shown = meeting.room();
    let rows = app.desk.view().map(|view| page(&view, shown).targets()).unwrap_or_default();
    let wanted = app.desk.session().map(|session| targets(session, &found)).unwrap_or_default();
    let target = wanted.into_iter().find(|target| rows.contains(target));
    if let (Some(meeting), Some(target)) = (app.desk.meeting.as_mut(), target) {
        meeting.select(target);
    }
}

/// The item of the agenda that a text is the title of.
fn own_item(session: &Session, found: &Found) -> Option<ItemNo> {
    let code = found.code.strip_prefix(&format!("S{}-", session.number))?;
    session.agenda.items.iter().map(|item| &item.no).find(|no| no.as_str() == code).cloned()
}

/// Where a row without details of its own stands.
fn room_of(found: &Found) -> Room {
    found.kind.room().or_else(|| found.factor.map(Room::of_factor)).unwrap_or(Room::Opening)
}

/// The rows of a pane that may be what was found, the best first.
fn targets(session: &Session, found: &Found) -> Vec<Target> {
    let first = found.code.split(' ').next().unwrap_or_default();
    match found.kind {
        Kind::Article => vec![Target::Article(found.code.clone())],
        Kind::Mandate => {
            let owner = PartnerCode::from(found.owner.as_str());
            let bodies = session.governance.bodies.iter();
            let own = bodies.filter(|body| body.level.index_key() == found.sort && body.partners.contains(&owner));
            own.map(|body| Target::Body(body.name.clone())).chain([Target::Partner(owner.clone())]).collect()
        }
        Kind::Decision
        | Kind::Action
        | Kind::Difference
        | Kind::Escalation
        | Kind::Story
        | Kind::Note
        | Kind::KpiValue
        | Kind::Text => vec![Target::Kpi(KpiId::from(first)), Target::Partner(PartnerCode::from(first))],
    }
}

fn ask_life(app: &mut App) {
    let Some(found) = top(app).and_then(|search| search.selected().cloned()) else { return };
    app.ask_library(Question::Life(found.folder, RecordId::from(found.code.as_str())));
}

/// A click on a row selects it; a click on what is selected opens it.
pub fn click(app: &mut App, at: (u16, u16)) {
    let size = app.desk.size;
    let Some(search) = top(app) else { return };
    let row = row_at(search, size, at);
    let Some(row) = row.filter(|row| *row < search.answer.found.len().min(ROWS)) else { return };
    if search.cursor == row {
        press(app, KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE));
    } else {
        search.cursor = row;
    }
}
