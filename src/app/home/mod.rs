//! Home: the chain's face, the next meeting, what needs attention, all meetings; with several chains the list of them.

mod aside;
mod attention;
mod documents;
mod draw;
mod first_run;
mod gone;
mod meetings;
mod page;
mod states;
mod today;

pub(super) use aside::factor_name;
pub(super) use draw::{area, draw};
pub use first_run::{new_chain, partners, with_ambition};
pub use page::page;

use super::App;
use super::library::{ChainNews, Library, News, Question};
use crate::desk::command::{Command, Key, Needs};
use crate::index::{ChainRow, Progress};
use crate::model::statements::{Claim, Rank, Statement};
use crate::model::{Session, State};
use crate::store::{SessionFile, read};
use chrono::NaiveDate;
use crossterm::event::KeyCode;
use std::path::PathBuf;

/// So many meetings stand in the list at once.
const WINDOW: usize = 100;

/// What can be selected at home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A chain among others, by its place.
    Chain(usize),
    /// The meeting that is still to be held.
    Next(u32),
    /// The newest meeting, of which the file is gone.
    Gone(u32),
    /// A meeting of which the file changed after its adoption.
    Altered(u32),
    /// Other versions that stand beside this meeting.
    Copies(u32),
    /// Choices between two versions that are open in this meeting.
    Choices(u32),
    /// The seven signals of a stall.
    Stall,
    /// Something that needs attention, by its place.
    Statement(usize),
    /// A meeting, by the name of its file.
    Meeting(String),
    /// Newer meetings than those that are shown.
    Newer,
    /// Older ones.
    Older,
    /// The report of the last meeting that was held.
    Report(u32),
    /// A document.
    Document(PathBuf),
    /// The sample, in a copy.
    Sample,
    /// A chain of one's own.
    NewChain,
    /// A chain that is there, in another folder.
    OtherFolder,
}

/// What home knows.
#[derive(Debug, Default)]
pub struct Home {
    /// The chains, when there are several.
    pub chains: Vec<ChainRow>,
    /// The chain that is shown.
    pub chain: ChainNews,
    /// What is raised in its newest meeting and asks for something, the most important first; the seven of a stall stand
    /// beside it.
    pub raised: Vec<Statement>,
    /// The factors whose pulse fell twice in a row.
    pub falls: Vec<u8>,
    /// The list of chains is on the screen.
    pub over_chains: bool,
    /// So many of the newest meetings are passed over in the list.
    pub passed: usize,
    /// The selected row.
    pub cursor: Option<Row>,
    /// So many lines the page is turned beyond what the cursor shows.
    pub offset: isize,
    /// What is shown may not be all yet.
    pub reading: bool,
    /// How far the index is, while it is brought up to date.
    pub progress: Option<Progress>,
    /// The update was stopped by hand.
    pub stopped: bool,
    /// Why the index can't be used.
    pub trouble: Option<String>,
    /// The folder of the chain was there when it was opened.
    pub had_folder: bool,
    /// The index has been up to date since home was opened.
    current: bool,
    /// The wish to look that home waits for.
    wish: u64,
}

/// What can be done at home.
pub static COMMANDS: [Command<App>; 12] = [
    Command::always(
        "cmd-open-meeting",
        &[Key::Named(KeyCode::Enter), Key::Char('l'), Key::Named(KeyCode::Right)],
        open,
    ),
    Command::always("cmd-down", &[Key::Named(KeyCode::Down), Key::Char('j')], |app| step(app, 1)),
    Command::always("cmd-up", &[Key::Named(KeyCode::Up), Key::Char('k')], |app| step(app, -1)),
    Command::always("cmd-page-down", &[Key::Named(KeyCode::PageDown)], |app| step(app, 10)),
    Command::always("cmd-page-up", &[Key::Named(KeyCode::PageUp)], |app| step(app, -10)),
    Command { name: "cmd-next-open", keys: &[Key::Char('n')], needs: Needs::OneChain, run: open_next },
    Command::always("cmd-search-all", &[Key::Char('/')], super::search::open),
    Command {
        name: "cmd-chains",
        keys: &[Key::Named(KeyCode::Left), Key::Char('h')],
        needs: Needs::OneOfSeveral,
        run: over_chains,
    },
    Command { name: "cmd-write-report", keys: &[Key::Char('e')], needs: Needs::OneChain, run: documents::write_report },
    Command { name: "cmd-signals", keys: &[Key::Char('!')], needs: Needs::OneChain, run: show_signals },
    Command::always("cmd-other-folder", &[Key::Char('o')], |app| first_run::other_folder(&mut app.desk)),
    Command::always("cmd-stop-index", &[Key::Char('x')], stop_or_go_on),
];

/// What can be done where there is no chain yet.
pub static FIRST: [Command<App>; 8] = [
    Command::always("cmd-way-in", &[Key::Named(KeyCode::Enter)], open),
    Command::always("cmd-sample", &[Key::Char('v')], first_run::sample),
    Command::always("cmd-new-chain", &[Key::Char('n')], |app| new_chain(&mut app.desk)),
    Command::always("cmd-other-folder", &[Key::Char('o')], |app| first_run::other_folder(&mut app.desk)),
    Command::always("cmd-language", &[Key::Char('L')], first_run::other_language),
    Command::always("cmd-colours", &[Key::Char('T')], first_run::other_colours),
    Command::always("cmd-down", &[Key::Named(KeyCode::Down), Key::Char('j')], |app| step(app, 1)),
    Command::always("cmd-up", &[Key::Named(KeyCode::Up), Key::Char('k')], |app| step(app, -1)),
];

impl Home {
    /// What is known before anything was read: whether the folder of the chain is there.
    pub fn of(had_folder: bool) -> Self {
        Self { had_folder, ..Self::default() }
    }

    /// There is no chain here yet.
    pub fn is_empty(&self) -> bool {
        let is_known = !self.reading && self.trouble.is_none();
        self.chain.meetings.is_empty() && !self.several() && is_known && !self.is_gone()
    }

    /// The folder was there, and is not any more: it has another name, or stands elsewhere. That is no chain to be made.
    pub fn is_gone(&self) -> bool {
        self.had_folder && !self.chain.is_there
    }

    /// The index has been up to date since home was opened.
    pub fn is_current(&self) -> bool {
        self.current
    }

    /// Several chains stand side by side.
    pub fn several(&self) -> bool {
        self.chains.len() > 1
    }
}

/// The page as it would be drawn, for moving about in it.
fn rows(app: &App) -> Vec<Row> {
    page(app).targets()
}

/// The selected row; without one the next meeting, or what is wrong with it, else the newest.
pub fn selected(app: &App, rows: &[Row]) -> Option<Row> {
    let chosen = app.home.cursor.as_ref().filter(|row| rows.contains(row));
    let meeting = || rows.iter().find(|row| matches!(row, Row::Next(_) | Row::Gone(_) | Row::Meeting(_)));
    chosen.or_else(meeting).or_else(|| rows.first()).cloned()
}

/// The folder of the chain that is open, or that the cursor is on in the list of chains.
pub fn folder_at_hand(app: &App) -> PathBuf {
    let listed = app.desk.meeting.is_none() && app.home.over_chains;
    let chosen = listed.then(|| selected(app, &rows(app))).flatten();
    let chain = if let Some(Row::Chain(place)) = chosen { app.home.chains.get(place) } else { None };
    chain.map_or_else(|| app.desk.folder.root().to_owned(), |chain| chain.folder.clone())
}

fn step(app: &mut App, by: isize) {
    let rows = rows(app);
    let here = selected(app, &rows).and_then(|row| rows.iter().position(|other| *other == row)).unwrap_or(0);
    let there = here.saturating_add_signed(by).min(rows.len().saturating_sub(1));
    app.home.cursor = rows.into_iter().nth(there);
    app.home.offset = 0;
}

fn open(app: &mut App) {
    let rows = rows(app);
    match selected(app, &rows) {
        None => {}
        Some(Row::Chain(place)) => {
            if let Some(folder) = app.home.chains.get(place).map(|chain| chain.folder.clone()) {
                enter(app, folder);
            }
        }
        Some(Row::Next(number) | Row::Altered(number)) => app.desk.open(number),
        Some(Row::Gone(_)) => gone::ask(app),
        Some(Row::Copies(number)) => {
            app.desk.open(number);
            super::commands::versions::copies(&mut app.desk);
        }
        Some(Row::Choices(number)) => {
            app.desk.open(number);
            super::commands::conflicts::list(&mut app.desk);
        }
        Some(Row::Meeting(file)) => open_meeting(app, &file),
        Some(Row::Newer) => app.home.passed = app.home.passed.saturating_sub(WINDOW),
        Some(Row::Older) => app.home.passed += WINDOW,
        Some(Row::Stall) => show_signals(app),
        Some(Row::Statement(place)) => show_statement(app, place),
        Some(Row::Report(number)) => documents::show_report(app, number),
        Some(Row::Document(path)) => documents::show_document(app, &path),
        Some(Row::Sample) => first_run::sample(app),
        Some(Row::NewChain) => new_chain(&mut app.desk),
        Some(Row::OtherFolder) => first_run::other_folder(&mut app.desk),
    }
}

/// A meeting of the list; a file that can't be read says why, even when its name has no number.
fn open_meeting(app: &mut App, file: &str) {
    let row = app.home.chain.meetings.iter().find(|row| row.file == file);
    let readable = row.filter(|row| row.trouble.is_none()).map(|row| row.number);
    match readable {
        Some(number) => app.desk.open(number),
        None => {
            let path = app.desk.folder.sessions().join(file);
            let content = read::load(&path);
            let number = content.as_ref().map_or(u32::MAX, |loaded| loaded.session.number);
            match app.desk.folder.beside_of(number) {
                Ok(beside) => app.desk.open_file(SessionFile { path, content }, beside),
                Err(error) => {
                    let text = app.desk.trouble(&error);
                    app.desk.say(text);
                }
            }
        }
    }
}

fn open_next(app: &mut App) {
    match app.home.chain.newest.as_ref().filter(|session| session.state != State::Closed) {
        Some(session) => app.desk.open(session.number),
        None => {
            let text = app.desk.t("home-no-next");
            app.desk.say(text);
        }
    }
}

/// What a statement rests on, where it can be looked into: the newest meeting.
fn show_statement(app: &mut App, place: usize) {
    let Some((number, statement)) =
        app.home.chain.newest.as_ref().map(|session| session.number).zip(app.home.raised.get(place).cloned())
    else {
        return;
    };
    app.desk.open(number);
    if app.desk.meeting.is_some() {
        super::commands::signals::open(&mut app.desk, statement);
    }
}

/// The signals of the newest meeting, in that meeting.
fn show_signals(app: &mut App) {
    let Some(number) = app.home.chain.newest.as_ref().map(|session| session.number) else { return };
    app.desk.open(number);
    if app.desk.meeting.is_some() {
        super::commands::signals::show(&mut app.desk);
    }
}

/// Back to the list of chains, where there are several.
fn over_chains(app: &mut App) {
    app.home.over_chains = true;
    let here = app.home.chains.iter().position(|chain| chain.folder == app.home.chain.folder);
    app.home.cursor = here.map(Row::Chain);
}

/// One chain of several.
fn enter(app: &mut App, folder: PathBuf) {
    app.desk.enter(&folder);
    app.home.over_chains = false;
    (app.home.chain, app.home.had_folder) = (ChainNews::default(), true);
    (app.home.cursor, app.home.passed, app.home.offset) = (None, 0, 0);
    app.read_home();
}

/// The update of the index can wait; what is there is used.
fn stop_or_go_on(app: &mut App) {
    let going_on = app.home.stopped;
    app.home.stopped = !going_on;
    if let Some(library) = &app.library {
        if going_on {
            library.look();
        } else {
            library.stop();
        }
    }
    app.home.progress = None;
    let text = app.desk.t(if going_on { "index-goes-on" } else { "index-stopped" });
    app.desk.say(text);
}

/// The folder that was asked for is the one where chains are looked for from now on.
pub fn look_elsewhere(app: &mut App) {
    (app.roots, app.library) = (vec![app.desk.folder.root().to_owned()], None);
    app.home = Home::of(true);
    app.read_home();
}

/// Asks for everything that home shows.
fn ask(app: &mut App) {
    let (today, folder) = (app.desk.clock.today(), app.desk.folder.root().to_owned());
    app.ask_library(Question::Chains(today));
    if !app.home.over_chains {
        app.ask_library(Question::Chain(folder, app.home.current));
    }
}

/// Reads home again; what is known stays on the screen until there is more.
pub fn read(app: &mut App) {
    (app.home.reading, app.home.current) = (true, false);
    ask(app);
    app.home.wish = app.library.as_ref().map_or(0, Library::look);
}

/// Takes in what the library tells about home.
pub fn heard(app: &mut App, news: News) {
    match news {
        News::Progress(progress) => {
            app.home.progress = Some(progress);
            ask(app);
        }
        News::Current(changed, wish) => {
            (app.home.progress, app.home.trouble) = (None, None);
            let first = !app.home.current && wish >= app.home.wish;
            app.home.current |= first;
            if changed || first {
                ask(app);
            }
        }
        News::Trouble(why) => in_trouble(app, why),
        News::Unreadable(reason, changed) => {
            let why = app.desk.reason(&reason);
            in_trouble(app, why);
            if changed {
                ask(app);
            }
        }
        News::Chains(chains) => {
            let first = app.home.chains.is_empty();
            app.home.chains = chains;
            if first && app.home.several() && !app.home.chains.iter().any(|row| row.folder == app.desk.folder.root()) {
                app.home.over_chains = true;
            }
            app.home.reading &= !(app.home.current && app.home.over_chains);
        }
        News::Chain(news) => take_in(app, *news),
        News::Found(..) | News::Answered(..) | News::Life(..) => {}
    }
}

/// What is known stays on the screen; the trouble is said when it is new.
fn in_trouble(app: &mut App, why: String) {
    app.home.reading = false;
    if app.home.trouble.as_ref() != Some(&why) {
        app.desk.say(why.clone());
    }
    app.home.trouble = Some(why);
}

fn take_in(app: &mut App, news: ChainNews) {
    // The answer may be late: another chain is on the screen by now.
    if news.folder != app.desk.folder.root() {
        return;
    }
    let today = app.desk.clock.today();
    let found = news.newest.as_ref().map_or_else(Vec::new, |session| asks(session, today));
    let falls =
        found.iter().filter_map(|one| if let Claim::FactorFalls(factor) = one.claim { Some(factor) } else { None });
    (app.home.falls, app.home.raised) = (falls.collect(), found);
    // An answer from before the index was up to date may come after that was told.
    app.home.reading &= !(app.home.current && news.is_current);
    app.home.chain = news;
}

/// What counts and asks for something, by its rank. The seven of a stall have tiles, and open choices a row of their own, that
/// no other signal pushes off the screen.
fn asks(session: &Session, today: NaiveDate) -> Vec<Statement> {
    let mut found = crate::model::statements::statements(session, today);
    found.retain(|one| {
        let asks = matches!(one.claim.row().rank, Rank::Now | Rank::Soon);
        asks && one.counts(session) && one.claim != Claim::VersionsDiffer
    });
    found.sort_by_key(|one| one.claim.row().rank);
    found
}
